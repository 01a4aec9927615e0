"""Write the bundled dataset for R, DuckDB and Gephi, and query it with DuckDB.

It needs the package `duckdb` and the extra `networkx`.

In R: `positions <- read.csv("positions.csv"); positions$latest <- as.Date(positions$latest)`.
In Gephi: open `congruence.graphml`; nodes have labels, edges have weights.
"""

import csv
import json
from pathlib import Path

import duckdb
import networkx as nx

import diplo_events
from diplo_events import Dataset, Position
from diplo_events.analysis.network import mentions, one_mode
from diplo_events.dates import Day
from diplo_events.exporters.networkx import to_networkx
from diplo_events.formats.plain import to_plain

QUESTION = """
    SELECT speaker, quote.text AS words
    FROM (SELECT speakers[1] AS speaker, "when", unnest(quotes) AS quote FROM 'statements.jsonl')
    WHERE "when" LIKE '2025-09-03%' AND length(words) > 60
    ORDER BY speaker, words
"""


def main() -> None:
    """Write the three files, then query one of them."""
    dataset = diplo_events.load_example()
    for_r(dataset, Path("positions.csv"))
    for_duckdb(dataset, Path("statements.jsonl"))
    for_gephi(dataset, Path("congruence.graphml"))
    for speaker, words in duckdb.sql(QUESTION).fetchall():
        print(f"{speaker}: “{words}”")


def for_r(dataset: Dataset, path: Path) -> None:
    """Write a table with a row for each position: its date in EDTF, and the first and last possible day."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "source", "actor", "issue", "stance", "when", "earliest", "latest", "summary"])
        for position in dataset.positions:
            when = position.when
            days = [f"{day.year:04}-{day.month:02}-{day.day:02}" if day else "" for day in bounds(position)]
            row = [position.id, position.source, position.actor, position.issue, position.stance.number]
            table.writerow([*row, str(when) if when else "", *days, position.summary])
    print(f"{path}: {len(dataset.positions)} positions")


def bounds(position: Position) -> tuple[Day | None, Day | None]:
    """Return the first and last day on which a position can have been taken; `None` if it is unknown."""
    return (position.when.earliest, position.when.latest) if position.when else (None, None)


def for_duckdb(dataset: Dataset, path: Path) -> None:
    """Write a line of JSON for each statement; DuckDB reads lists and nested objects."""
    statements = to_plain(dataset)["statements"]
    path.write_text(
        "".join(f"{json.dumps(statement, ensure_ascii=False)}\n" for statement in statements), encoding="utf-8"
    )
    print(f"{path}: {len(statements)} statements")


def for_gephi(dataset: Dataset, path: Path) -> None:
    """Write a network: the more often two actors are on the same side, the heavier is their edge."""
    graph = to_networkx(one_mode(mentions(dataset)))
    nx.set_node_attributes(graph, {node: dataset[node].name for node in graph}, "label")
    nx.write_graphml(graph, path)
    print(f"{path}: {len(graph)} actors, {graph.number_of_edges()} edges")


if __name__ == "__main__":
    main()
