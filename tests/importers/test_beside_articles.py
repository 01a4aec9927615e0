"""Event data beside the articles: one dataset, the same questions; and back to rows, with each difference named."""

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

import diplo_events
from diplo_events import OPEN, Actor, ActorKind, Dataset, formats
from diplo_events.analysis.timeline import build_timeline
from diplo_events.cli import main
from diplo_events.corroboration.contradictions import find_contradictions
from diplo_events.exporters import networkx
from diplo_events.exporters.icews import icews_cells, to_icews
from diplo_events.importers import icews, import_from, same_states
from diplo_events.model import EventRecord
from diplo_events.tables import table
from source_rows import ICEWS_HEADER as HEADER
from source_rows import ICEWS_MEETING as MEETING
from source_rows import icews_row as row

ROWS = [
    row(Event_ID="10", Event_Text="Deny", CAMEO_Code="016"),
    row(Event_ID="11", Event_Text="Make statement", CAMEO_Code="010", Source_Sectors="NA"),
    row(Event_ID="12", Event_Text="fight", CAMEO_Code="193", Intensity="-10.0"),
    row(Event_ID="13", Event_Text="assault", CAMEO_Code="182"),
    *(line.replace("\t9001\t", "\t9002\t") for line in MEETING),
]
COMPARED = ("Event Date", "Source Name", "CAMEO Code", "Target Name", "Publisher", "City", "Country", "Latitude")
EXPLAINED = {
    ("193", "190"): "the code of the kind of deed: fighting with small arms is an attack, and the record keeps 193",
    ("182", None): "no kind of deed covers it: the kind is open, and only the record has the code",
}
"""Each difference between the rows that came in and those that go out, with its reason."""


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    file = tmp_path_factory.mktemp("icews") / "events.tab"
    file.write_text("\n".join([HEADER, *ROWS]), encoding="utf-8")
    return icews.read(file).dataset


@pytest.fixture(scope="module")
def together(events: Dataset) -> Dataset:
    return diplo_events.load_example().merge(events)


def test_questions_are_answered_on_both_together(together: Dataset, events: Dataset) -> None:
    articles = diplo_events.load_example()
    assert len(together) == len(articles) + len(events)
    dated = {entry.referent.id for entry in build_timeline(together)}
    assert {record.id for record in events.of_type(EventRecord)} <= dated
    assert len(find_contradictions(together)) == len(find_contradictions(articles))
    graph = networkx.records_to_networkx(together)
    assert {"icews/oda-brink/norway", "icews/france"} <= set(graph.nodes)
    assert len(table(together, "statements")) == len(articles.statements) + 2


def test_rows_come_back_with_each_difference_explained(events: Dataset) -> None:
    before = [dict(zip(icews.COLUMNS, line.split("\t"), strict=True)) for line in ROWS]
    exported = to_icews(events).rows
    after = [dict(zip(icews.COLUMNS, icews_cells(one), strict=True)) for one in exported]
    left = list(after)
    differences = set()
    for cells in before:
        pair = (cells["Source Name"], cells["Target Name"])
        same = [one for one in left if (one["Source Name"], one["Target Name"]) == pair]
        exact = [one for one in same if one["CAMEO Code"] == cells["CAMEO Code"]]
        known = [one for one in same if (cells["CAMEO Code"], one["CAMEO Code"]) in EXPLAINED]
        found = next(iter(exact or known), None)
        differences.add((cells["CAMEO Code"], found and found["CAMEO Code"]))
        if found:
            left.remove(found)
            for column in COMPARED:
                if column != "CAMEO Code":
                    assert found[column] == cells[column], column
    assert left == []
    assert {(a, b) for a, b in differences if a != b} == set(EXPLAINED)


def test_states_are_the_same_on_both_sides(events: Dataset) -> None:
    articles = diplo_events.load_example()
    pairs = same_states(articles, events)
    assert pairs == {"icews/france": "france"}
    joined = articles.merge(events, rename=pairs, on_conflict="first").dataset
    assert "icews/france" not in joined
    assert joined.actor("france") == articles.actor("france")
    denied = next(each for each in joined.statements if each.id == "icews/2018-06-01/10")
    assert denied.targets == ("france",)
    assert len(find_contradictions(joined)) == len(find_contradictions(articles))
    assert {record.id for record in events.of_type(EventRecord)} <= {one.referent.id for one in build_timeline(joined)}
    assert networkx.records_to_networkx(joined).has_edge("icews/2018-06-01/10", "france")
    rows = [row for row in to_icews(joined).rows if row.report == "icews/2018-06-01/10"]
    assert [dict(zip(icews.COLUMNS, icews_cells(row), strict=True))["Target Name"] for row in rows] == ["France"]
    assert len(table(joined, "statements")) == len(articles.statements) + 2
    twice = articles.merge(Dataset(records=[Actor(id="france-2", name="France", kind=ActorKind.STATE, country="FR")]))
    assert same_states(twice, events) == {}
    assert same_states(articles, articles) == {}


@pytest.mark.parametrize(
    ("scheme", "columns", "sides"),
    [
        ("icews", ("Event Date", "CAMEO Code"), ("Source Name", "Target Name")),
        ("plover", ("Event Date", "Event Type", "Event Mode"), ("Actor Name", "Recipient Name")),
    ],
)
def test_the_rows_that_the_command_writes_come_in(
    scheme: str,
    columns: tuple[str, ...],
    sides: tuple[str, str],
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    """What has a code and no term that covers it is in the records, and is not written again."""

    def rows(*dataset: str) -> list[dict[str, str]]:
        assert main(["rows", "--as", scheme, "--csv", *dataset]) == 0
        (tmp_path / "rows.csv").write_bytes(capsysbinary.readouterr().out)
        return list(csv.DictReader(io.StringIO((tmp_path / "rows.csv").read_text("utf-8"), newline="")))

    def key(row: dict[str, str]) -> tuple[object, ...]:
        parties = {name for side in sides for name in row[side].split("; ")} - {""}
        return (*(row[name] for name in columns), frozenset(parties))

    before = Counter(map(key, rows()))
    found = import_from("polecat" if scheme == "plover" else scheme, tmp_path / "rows.csv")
    assert (found.report.rows, found.report.refused, found.report.defects) == (before.total(), {}, {})
    open_codes = {
        record.extra["identifiers"][{"icews": "cameo"}.get(scheme, scheme)].partition("-")[0]
        for record in found.dataset.of_type(EventRecord)
        if OPEN in {getattr(record, "acts", None), getattr(record, "kind", None)}
    }
    formats.write(found.dataset, tmp_path / "back.json")
    after = Counter(map(key, rows(str(tmp_path / "back.json"))))
    assert after
    assert not after - before
    assert {str(missing[1]) for missing in before - after} <= open_codes
