"""How the time and the memory of each command grow with the dataset that it reads, each run a process of its own.

    python benchmarks/commands.py [--sizes 10000,30000,100000] [--only WORD ...] [--shared] [--limit SECONDS]

The bundled dataset is repeated; with `--shared` the copies have their actors, places and issues in common, which makes
one actor the subject of thousands of records. What reads texts gets the invented dataset of the tests, with a text of
its own for each source. The time of a command on one copy, most of which is its start, is subtracted before exponents
are computed, so that the start hides no growth.
"""

import argparse
import hashlib
import itertools
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from growth import write_repeated

from diplo_events import Actor, Issue, Place, load_example, read

SIZES = (10_000, 30_000, 100_000)
ONLY: tuple[str, ...] = ()
"""Words, of which one must be in the name of a command that is run; all are run by default."""

MOST = 1.1
"""The exponent that no command may exceed."""

INVENTED = Path(__file__).resolve().parents[1] / "tests" / "data" / "invented"
MISTAKE = 100
"""In one of how many lines of a damaged file there is a mistake."""

BLANKS = (" ", "\n")
SQL = "select stance, count(*) from positions group by stance"

Folder = Callable[[str], str]
"""Returns the path of a file in the folder of one size."""

COMMANDS: dict[str, Callable[[Folder], list[str]]] = {
    "check": lambda at: ["check", at("clean.jsonl")],
    "check, wrong dates": lambda at: ["check", "--style", at("all.jsonl")],
    "check, mistakes": lambda at: ["check", at("wrong.jsonl")],
    "check --texts": lambda at: ["check", "--style", "--texts", at("texts"), at("texts.jsonl")],
    "convert, lines": lambda at: ["convert", at("all.jsonl"), at("out.jsonl")],
    "convert, JSON": lambda at: ["convert", at("all.jsonl"), at("out.json")],
    "convert, SQLite": lambda at: ["convert", at("all.jsonl"), at("out.sqlite")],
    "convert, CSV": lambda at: ["convert", at("all.jsonl"), at("out.csv.zip")],
    "convert, Parquet": lambda at: ["convert", at("all.jsonl"), at("out.parquet.zip")],
    "convert, STIX": lambda at: ["convert", "--lossy", at("all.jsonl"), at("out.stix.json")],
    "convert, Markdown": lambda at: ["convert", "--lossy", at("all.jsonl"), at("out.md")],
    "convert, GraphML": lambda at: ["convert", "--lossy", at("all.jsonl"), at("out.graphml")],
    "brief": lambda at: ["brief", at("all.jsonl")],
    "brief --json": lambda at: ["brief", "--json", at("all.jsonl")],
    "brief --full": lambda at: ["brief", "--full", at("all.jsonl")],
    "brief --html": lambda at: ["brief", "--html", at("page.html"), at("all.jsonl")],
    "stances": lambda at: ["stances", at("all.jsonl")],
    "stances --at": lambda at: ["stances", "--at", "2025-09-03", "--as-dated", "--json", at("all.jsonl")],
    "differ": lambda at: ["differ", at("all.jsonl")],
    "differ --wordings": lambda at: ["differ", "--wordings", at("all.jsonl")],
    "corroborate --all": lambda at: ["corroborate", "--all", "--csv", at("all.jsonl")],
    "timeline": lambda at: ["timeline", "--csv", at("all.jsonl")],
    "network": lambda at: ["network", "--csv", at("all.jsonl")],
    "network --ties": lambda at: ["network", "--ties", "meetings", "--csv", at("all.jsonl")],
    "meetings": lambda at: ["meetings", at("all.jsonl")],
    "rows": lambda at: ["rows", "--csv", at("all.jsonl")],
    "rows --as icews": lambda at: ["rows", "--as", "icews", "--csv", at("all.jsonl")],
    "table statements": lambda at: ["table", "statements", "--csv", at("all.jsonl")],
    "table who_met_whom": lambda at: ["table", "who_met_whom", "--csv", at("all.jsonl")],
    "sql": lambda at: ["sql", SQL, at("all.jsonl")],
    "show, a record": lambda at: ["show", "kurdistan24-intervention/s14", at("all.jsonl")],
    "show, a question": lambda at: [
        "show",
        "--type",
        "meeting",
        "--between",
        "2025-09-01",
        "2025-09-05",
        at("all.jsonl"),
    ],
    "compile": lambda at: ["compile", at("clean.jsonl"), "-o", at("compiled.jsonl")],
    "package": lambda at: ["package", at("all.jsonl"), "-o", at("package")],
    "agree": lambda at: ["agree", "--resamples", "0", at("all.jsonl"), at("all.jsonl")],
    "reanchor": lambda at: ["reanchor", "--texts", at("texts"), at("texts.jsonl")],
}
"""The commands that read a dataset."""

CANDIDATES = "candidates, in Python"
PROPOSING = "import sys, diplo_events; from diplo_events.corroboration.candidates import find_candidates as find\n"
PROPOSING += "print(len(find(diplo_events.read(sys.argv[1]))))"
"""No command proposes candidates."""


class Cost(NamedTuple):
    """What a process took."""

    seconds: float
    """Processor time."""
    megabytes: float
    """Most memory."""
    code: int
    """Its exit code."""


def run(arguments: list[str], *, limit: float) -> Cost:
    """Run a process to its end, or kill it after some seconds of processor time."""
    guard = f"import os, resource, sys; resource.setrlimit(resource.RLIMIT_CPU, ({math.ceil(limit)}, -1)); "
    guard += "os.execv(sys.argv[1], sys.argv[1:])"
    command = [sys.executable, "-c", guard, sys.executable, *arguments]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode)


def make(folder: Path, size: int, *, shared: bool) -> None:
    """Write the datasets of one size, and the texts."""
    example, invented = load_example(), read(INVENTED / "encoding.yaml")
    kept = [record.id for cls in (Actor, Place, Issue) for record in example.of_type(cls)] if shared else []
    write_repeated(example, size, folder / "all.jsonl", shared=kept)
    write_repeated(example, size, folder / "clean.jsonl", shared=kept, days=0)
    numbers = itertools.count()
    write_repeated(
        example,
        size,
        folder / "wrong.jsonl",
        shared=kept,
        change=lambda item: {**item, "id": "No id"} if next(numbers) % MISTAKE == 1 else item,
    )
    (folder / "texts").mkdir()
    known = {path.stem: path.read_text("utf-8") for path in sorted((INVENTED / "texts").glob("*.txt"))}
    write_repeated(invented, size, folder / "texts.jsonl", change=lambda item: with_text(item, known, folder / "texts"))


def with_text(item: dict[str, Any], known: dict[str, str], folder: Path) -> dict[str, Any]:
    """Write a text for a source that differs from those of the other copies in the blanks at its end."""
    if "sha256" not in item:
        return item
    key, _, number = item["id"].rpartition(".")
    text = known[key] + "".join(BLANKS[int(digit)] for digit in f"{int(number):020b}")
    (folder / f"{item['id'].replace('/', '-')}.txt").write_text(text, "utf-8")
    return {**item, "sha256": hashlib.sha256(text.encode()).hexdigest(), "length": len(text)}


def arguments_of(name: str, folder: Path) -> list[str]:
    """Return the arguments of Python for a piece of work."""
    if name == CANDIDATES:
        return ["-c", PROPOSING, str(folder / "all.jsonl")]
    return ["-m", "diplo_events", *COMMANDS[name](lambda file: str(folder / file))]


def exponents(sizes: list[int], seconds: list[float], start: float) -> list[float]:
    """Return with which power of the size the time grows, from each size to the next."""
    beyond = [max(taken - start, 0.001) for taken in seconds]
    return [
        math.log(beyond[at + 1] / beyond[at]) / math.log(sizes[at + 1] / sizes[at]) for at in range(len(beyond) - 1)
    ]


def main(arguments: list[str] | None = None) -> None:
    """Print the table, a line for each command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="how many records, with commas between them")
    parser.add_argument(
        "--only", nargs="+", default=ONLY, metavar="WORD", help="only commands with one of these in them"
    )
    parser.add_argument("--shared", action="store_true", help="the copies share actors, places and issues")
    parser.add_argument("--limit", type=float, default=600.0, help="seconds after which a process is ended")
    given = parser.parse_args(arguments or [])
    sizes = [1, *map(int, given.sizes.split(","))]
    names = [name for name in (*COMMANDS, CANDIDATES) if not given.only or any(word in name for word in given.only)]
    with tempfile.TemporaryDirectory(prefix="diplo-events-growth-") as place:
        for size in sizes:
            (Path(place) / str(size)).mkdir()
            make(Path(place) / str(size), size, shared=given.shared)
        print(f"{'seconds, MB of memory':24}{''.join(f'{size:>18,}' for size in sizes)}   exponents", flush=True)
        for name in names:
            costs: list[Cost] = []
            for size in sizes:
                costs.append(run(arguments_of(name, Path(place) / str(size)), limit=given.limit))
                if costs[-1].code not in {0, 1}:
                    break
            line = "".join(f"{cost.seconds:10.2f} {cost.megabytes:5.0f} {cost.code or ''!s:1}" for cost in costs)
            found = exponents(sizes[1:], [cost.seconds for cost in costs[1:]], costs[0].seconds)
            marks = " ".join(f"{one:.2f}{'!' if one > MOST else ''}" for one in found)
            print(f"{name:24}{line}   {marks}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
