"""How the time and the memory of each command grow with the dataset that it reads, each run a process of its own.

    python benchmarks/commands.py [--sizes 10000,30000,100000] [--rounds 3] [--only WORD ...] [--shared] [--folder DATA]
    python benchmarks/commands.py --instructions [--sizes 4000,16000,64000] [--only WORD ...]

The bundled dataset is repeated; with `--shared` the copies have their actors, places and issues in common, which makes
one actor the subject of thousands of records. What reads texts gets the invented dataset of the tests, with a text of
its own for each source. Each command is first run on one copy without being measured, which brings its files into
memory, and then, round after round, on one copy and on each size. The copy and the least time that it took, most of
which is the start, are subtracted before exponents are computed, so that the start hides no growth. The table has the
medians of the rounds, the exponents from each size to the next, and that from the first to the last with its span.

Seconds are those of a machine: they grow also because more memory is slower memory, which the row of plain dicts shows,
and they differ from run to run. With `--instructions`, `valgrind` counts the instructions of each process instead,
in millions; one run is as good as many. Each of the sizes is the same multiple of the one before, so that a ratio of
differences, free of the start, gives the exponent: if work is `a + b * n ** p`, it grows `4 ** p` times as much from
16,000 to 64,000 as from 4,000 to 16,000.
"""

import argparse
import hashlib
import itertools
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from growth import Change, write_repeated

from diplo_events import Actor, Issue, Place, load_example, read

SIZES = (10_000, 30_000, 100_000)
COUNTED = (4_000, 16_000, 64_000)
"""The sizes at which instructions are counted: the first is read by the fast road already."""

ROUNDS = 3
ONLY: tuple[str, ...] = ()
"""Words, of which one must be in the name of a command that is run; all are run by default."""

ONE = len(load_example())
MOST = 1.1
"""The exponent that no command may exceed."""

INVENTED = Path(__file__).resolve().parents[1] / "tests" / "data" / "invented"
MISTAKE = 100
"""In one of how many lines of a damaged file there is a mistake."""

TEXTS = "texts"
INPUTS = {"all", "clean", "wrong", TEXTS}
"""What is made beforehand."""

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
    "show, a record": lambda at: ["show", "kurdistan24-intervention/s14.0", at("all.jsonl")],
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

DICTS = "plain dicts, in Python"
KEEPING = """
import gc, orjson, pathlib, sys
gc.set_threshold(50_000, 20, 100)
lines = [orjson.loads(line) for line in open(sys.argv[1], "rb")]
kept = {item.get("id"): item for item in lines}
pathlib.Path(sys.argv[2]).write_bytes(b"\\n".join(orjson.dumps(kept[item.get("id")]) for item in lines))
"""
"""No command either: what memory alone does to the time of work that is linear. The collector runs as in commands."""


COUNTER = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
TOTAL = re.compile(rb"I\s+refs:\s+([\d,]+)")


class Cost(NamedTuple):
    """What a process took."""

    seconds: float
    """Processor time, or millions of instructions."""
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


def count(arguments: list[str]) -> Cost:
    """Count the millions of instructions of a process; the memory would be that of the counter."""
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    command = [*COUNTER, sys.executable, *arguments]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, env=environment)
    totals = TOTAL.findall(done.stderr)
    return Cost(int(totals[-1].replace(b",", b"")) / 1e6 if totals else 0.0, 0.0, done.returncode)


def make(path: Path, size: int, *, shared: bool) -> None:
    """Write a dataset that a command reads, or the dataset of texts with its texts."""
    if path.name == TEXTS:
        return make(path.with_suffix(".jsonl"), size, shared=shared)
    if path.stem == TEXTS:
        texts = path.with_suffix("")
        texts.mkdir()
        known = {text.stem: text.read_text("utf-8") for text in sorted((INVENTED / "texts").glob("*.txt"))}
        invented = read(INVENTED / "encoding.yaml")
        return write_repeated(invented, size, path, change=lambda item: with_text(item, known, texts))
    example, numbers = load_example(), itertools.count()
    kept = [record.id for cls in (Actor, Place, Issue) for record in example.of_type(cls)] if shared else []
    change: Change = None
    if path.stem == "wrong":
        change = lambda item: {**item, "id": "No id"} if next(numbers) % MISTAKE == 1 else item  # noqa: E731  (short)
    return write_repeated(example, size, path, shared=kept, days=0 if path.stem == "clean" else 1, change=change)


def with_text(item: dict[str, Any], known: dict[str, str], folder: Path) -> dict[str, Any]:
    """Write a text for a source that differs from those of the other copies in the blanks at its end."""
    if "sha256" not in item:
        return item
    key, _, number = item["id"].rpartition(".")
    text = known[key] + "".join(BLANKS[int(digit)] for digit in f"{int(number):020b}")
    (folder / f"{item['id'].replace('/', '-')}.txt").write_text(text, "utf-8")
    return {**item, "sha256": hashlib.sha256(text.encode()).hexdigest(), "length": len(text)}


def arguments_of(name: str, folder: Path, size: int, *, shared: bool) -> list[str]:
    """Return the arguments of Python for a piece of work; what it reads is made if it is not there."""

    def at(file: str) -> str:
        path = folder / str(size) / file
        if path.stem in INPUTS and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            make(path, size, shared=shared)
        return str(path)

    shutil.rmtree(at("package"), ignore_errors=True)
    if name == CANDIDATES:
        return ["-c", PROPOSING, at("all.jsonl")]
    if name == DICTS:
        return ["-c", KEEPING, at("all.jsonl"), at("out.jsonl")]
    return ["-m", "diplo_events", *COMMANDS[name](at)]


def measured(name: str, folder: Path, sizes: Sequence[int], given: argparse.Namespace) -> list[list[Cost]]:
    """Return what a piece of work took at one copy and at each size, in all rounds; no size beyond one that fails."""
    run(arguments_of(name, folder, 1, shared=given.shared), limit=given.limit)
    costs: list[list[Cost]] = [[] for _ in (1, *sizes)]
    for _ in range(given.rounds):
        for place, size in enumerate((1, *sizes)):
            costs[place].append(run(arguments_of(name, folder, size, shared=given.shared), limit=given.limit))
            if costs[place][-1].code not in {0, 1}:
                break
    return [found for found in costs if found]


def exponent(sizes: tuple[int, int], seconds: tuple[float, float], start: float) -> float:
    """Return with which power of the size the time grows, beyond one copy of the dataset."""
    less, more = (max(taken - start, 0.001) for taken in seconds)
    return math.log(more / less) / math.log((sizes[1] - ONE) / (sizes[0] - ONE))


def growth(sizes: Sequence[int], costs: Sequence[Sequence[Cost]], start: float) -> str:
    """Return the exponents of the medians, step by step, and from the first to the last with the span of the rounds."""
    if len(costs) < 2:  # noqa: PLR2004  (there is no growth of one)
        return ""
    middles = [statistics.median(cost.seconds for cost in found) for found in costs]
    steps = [exponent(pair, taken, start) for pair, taken in zip(pairwise(sizes), pairwise(middles), strict=False)]
    rounds = zip(costs[0], costs[-1], strict=False)
    ends = (sizes[0], sizes[len(costs) - 1])
    whole = exponent(ends, (middles[0], middles[-1]), start)
    each = sorted(exponent(ends, (less.seconds, more.seconds), start) for less, more in rounds)
    mark = "!" if whole > MOST else ""
    return f"{' '.join(f'{one:.2f}' for one in steps)}; {whole:.2f}{mark} ({each[0]:.2f} to {each[-1]:.2f})"


def print_instructions(names: Sequence[str], folder: Path, sizes: Sequence[int], *, shared: bool) -> None:
    """Print the table of instructions, a line for each command, and the exponents of what each size adds."""
    print(
        f"{'millions of instructions':24}{''.join(f'{size:>12,}' for size in sizes)}   a record   exponents", flush=True
    )
    ratio = math.log(sizes[1] / sizes[0])
    for name in names:
        costs = [count(arguments_of(name, folder, size, shared=shared)) for size in sizes]
        added = [max(more.seconds - less.seconds, 0.001) for less, more in pairwise(costs)]
        exponents = [math.log(more / less) / ratio for less, more in pairwise(added)]
        marks = " ".join(f"{one:.2f}{'!' if one > MOST else ''}" for one in exponents)
        each = added[-1] * 1000 / (sizes[-1] - sizes[-2])
        failed = "" if {cost.code for cost in costs} <= {0, 1} else " failed"
        line = "".join(f"{cost.seconds:12,.0f}" for cost in costs)
        print(f"{name:24}{line}{each:9,.0f} K   {marks}{failed}", flush=True)


def numbers(text: str) -> tuple[int, ...]:
    """Read numbers with commas between them."""
    return tuple(map(int, text.split(",")))


def main(arguments: list[str] | None = None) -> None:
    """Print the table, a line for each command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=numbers, help="how many records, with commas between them")
    parser.add_argument("--instructions", action="store_true", help="count instructions by valgrind, not seconds")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument(
        "--only", nargs="+", default=ONLY, metavar="WORD", help="only commands with one of these in them"
    )
    parser.add_argument("--shared", action="store_true", help="the copies share actors, places and issues")
    parser.add_argument("--limit", type=float, default=600.0, help="seconds after which a process is ended")
    parser.add_argument("--folder", type=Path, help="where the data are made, and found when they have been made")
    given = parser.parse_args(arguments or [])
    sizes = given.sizes or (COUNTED if given.instructions else SIZES)
    names = [
        name for name in (*COMMANDS, CANDIDATES, DICTS) if not given.only or any(word in name for word in given.only)
    ]
    with tempfile.TemporaryDirectory(prefix="diplo-events-growth-") as place:
        folder = given.folder or Path(place)
        if given.instructions:
            print_instructions(names, folder, sizes, shared=given.shared)
            return
        print(f"{'seconds, MB of memory':24}{''.join(f'{size:>18,}' for size in (1, *sizes))}   exponents", flush=True)
        for name in names:
            one, *costs = measured(name, folder, sizes, given)
            middles = [
                (
                    statistics.median(cost.seconds for cost in found),
                    max(cost.megabytes for cost in found),
                    max(cost.code for cost in found),
                )
                for found in (one, *costs)
            ]
            line = "".join(f"{seconds:10.2f} {megabytes:5.0f} {code or ''!s:1}" for seconds, megabytes, code in middles)
            print(f"{name:24}{line}   {growth(sizes, costs, min(cost.seconds for cost in one))}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
