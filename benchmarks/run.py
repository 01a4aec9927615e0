"""All comparisons with other libraries, in one command: tables in Markdown and plots in SVG.

Run it with `python benchmarks/run.py [FOLDER]`. The data are the bundled records, multiplied under new ids. Everything
of one comparison is run in turn, round after round, in processor time, so that a busy machine slows all alike. A figure
is the median of the ratios to the yardstick of the same round, with their span. Libraries that are not installed are
left out: `pip install --group bench` brings all.
"""

import importlib.metadata
import itertools
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import orjson
from growth import repeated
from lines import FILE_READERS, Reader, compared_files, memory, pydantic_adapter, seconds
from matplotlib.figure import Figure
from rivals import OURS, Rival, is_there, readers, writers

import diplo_events
from diplo_events.dates import _edtf as ours
from diplo_events.formats import jsonl
from diplo_events.formats.arrow_records import records_table, table_records
from diplo_events.schema import COLLECTIONS

ROUNDS = 9
RECORDS = 10_000
LADDER = (1_000, 10_000, 20_000, 100_000)
"""How many records are kept at once."""
STREAMS = (1_000, 10_000, 100_000, 1_000_000)
"""How many records go through a stream."""
DATES = Path(__file__).resolve().parent.parent / "tests" / "data" / "edtf_loc_examples.json"
PACKAGES = (
    *("orjson", "msgspec", "pydantic", "mashumaro", "cattrs", "followthemoney", "stix2"),
    *("edtf", "undate", "dateparser", "pyarrow"),
)
Work = Callable[[], object]
NUMBER = 7_777_777
"""Stands in the ids of a template for lines."""

STREAM = """
import re, sys, time
from diplo_events.formats import jsonl
start = time.process_time()
count = sum(1 for _ in jsonl.iter_records(sys.argv[1]))
print(count, time.process_time() - start, re.search("VmHWM:\\s+([0-9]+)", open("/proc/self/status").read())[1])
"""


def made(size: int) -> tuple[list[bytes], bytes]:
    """Return the bundled records, repeated up to a size, as lines and as a file."""
    data = jsonl.dumps(repeated(diplo_events.load_example(), size)).encode()
    return data.split(b"\n")[1:-2], data


def each(rival: Rival) -> Work:
    """Return the work of a library on all its items; what it returns is not kept."""

    def run() -> None:
        for item in rival.items:
            rival.work(item)

    return run


def compared(works: Mapping[str, tuple[Work, int]]) -> dict[str, list[float]]:
    """Run everything in turn, round after round; return the seconds of one item in each."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, (work, count) in works.items():
            taken[name].append(seconds(work) / count)
    return taken


def ratios(taken: Mapping[str, list[float]]) -> Iterator[tuple[str, float, float, float, float]]:
    """Return name, median, least, most and microseconds of everything, as multiples of the first."""
    yardstick, *_ = taken.values()
    for name, times in taken.items():
        found = sorted(one / base for one, base in zip(times, yardstick, strict=True))
        yield name, statistics.median(found), found[0], found[-1], statistics.median(times) * 1e6


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Return a table in Markdown."""
    ruler = ["---", *["--:"] * (len(head) - 1)]
    return [f"### {title}", "", *(f"| {' | '.join(map(str, row))} |" for row in (head, ruler, *rows)), ""]


def against(title: str, rivals: Sequence[Rival]) -> list[str]:
    """Compare libraries on records."""
    taken = compared({rival.name: (each(rival), len(rival.items)) for rival in rivals})
    checks = {rival.name: rival.checks for rival in rivals}
    head = ("By", f"Times as long as {rivals[0].name}", "Span", "Microseconds a record", "What it checks")
    rows = [
        (name, f"{middle:.2f}", f"{least:.2f} to {most:.2f}", f"{micro:.2f}", checks[name])
        for name, middle, least, most, micro in ratios(taken)
    ]
    return table(title, head, rows)


def arrow(lines: list[bytes], data: bytes) -> list[str]:
    """Compare the way to Arrow and back with parsing the same records."""
    dataset = jsonl.loads(data)
    kinds = [(cls, dataset.of_type(cls)) for cls in COLLECTIONS.values() if dataset.of_type(cls)]
    tables = [(cls, records_table(cls, records)) for cls, records in kinds]
    works: dict[str, tuple[Work, int]] = {
        "orjson": (lambda: [None for line in lines if not orjson.loads(line)], len(lines)),
        "records to Arrow": (lambda: [records_table(cls, records) for cls, records in kinds], len(lines)),
        "Arrow to records": (lambda: [table_records(cls, one) for cls, one in tables], len(lines)),
    }
    rows = [
        (name, f"{middle:.2f}", f"{least:.2f} to {most:.2f}", f"{micro:.2f}")
        for name, middle, least, most, micro in ratios(compared(works))
    ]
    return table("Arrow", ("Work", "Times as long as orjson", "Span", "Microseconds a record"), rows)


def date_rivals() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Return what reads a date by another library."""
    with warnings.catch_warnings():  # of names that their parser library has deprecated
        warnings.simplefilter("ignore")
        if is_there("edtf"):
            from edtf import parse_edtf  # noqa: PLC0415  (it need not be there)

            yield "edtf", parse_edtf
        if is_there("undate"):
            from undate import Undate  # noqa: PLC0415  (it need not be there)

            yield "undate", lambda text: Undate.parse(text, "EDTF")
        if is_there("dateparser"):
            import dateparser  # noqa: PLC0415  (it need not be there)

            yield "dateparser", lambda text: dateparser.parse(text) or refuse(text)


def refuse(text: str) -> object:
    """Refuse a date, as a library does that returns nothing."""
    raise ValueError(text)


def reads(read: Callable[[str], object], text: str) -> bool:
    """Whether a library reads a text."""
    try:
        read(text)
    except Exception:  # noqa: BLE001  (libraries refuse in many ways)
        return False
    return True


def dates() -> list[str]:
    """Compare the reading of the mixed set: the examples of the specification, each library on those that it reads."""
    found = json.loads(DATES.read_text("utf-8"))["examples"]
    every = [text for group in found for text in group["edtf"] if reads(ours.parse, text)]
    rows: list[tuple[object, ...]] = []
    for name, read in date_rivals():
        texts = [text for text in every if reads(read, text)]
        works: dict[str, tuple[Work, int]] = {
            OURS: (lambda texts=texts: [ours.parse(text) for _ in range(50) for text in texts], 50 * len(texts)),
            name: (lambda texts=texts, read=read: [read(text) for text in texts], len(texts)),
        }
        own, (_, middle, least, most, micro) = ratios(compared(works))
        rows.append((name, f"{len(texts)} of {len(every)}", f"{middle:.0f}", f"{least:.0f} to {most:.0f}",
                     f"{micro:.1f}", f"{own[4]:.2f}"))  # fmt: skip
    head = ("By", "Texts that it reads", "Times as long", "Span", "Microseconds a date", "Ours")
    return table("Dates of the mixed set, uncached, beside this library", head, rows)


def keepers() -> dict[str, Reader]:
    """Return what reads a whole file and keeps its records, the yardstick first, as `lines.py` has it."""
    validate = pydantic_adapter().validate_json
    theirs, own = FILE_READERS.values()
    return {
        "orjson": theirs,
        OURS: own,
        "pydantic": lambda data: list(map(validate, data.split(b"\n")[1:-2])),
    }


def kept() -> tuple[list[str], dict[str, list[tuple[int, float]]], dict[str, list[tuple[int, float]]]]:
    """Measure time and memory of whole files of several sizes."""
    times: dict[str, list[tuple[int, float]]] = {}
    sizes: dict[str, list[tuple[int, float]]] = {}
    rows: list[tuple[object, ...]] = []
    for size in LADDER:
        lines, data = made(size)
        measured = {name: memory(read, data) / len(lines) for name, read in keepers().items()}
        for name, middle, least, most, micro in ratios(compared_files(keepers(), data)):
            times.setdefault(name, []).append((len(lines), micro / 1e6))
            sizes.setdefault(name, []).append((len(lines), measured[name] * len(lines) / 2**20))
            share = measured[name] / measured["orjson"]
            rows.append((f"{len(lines):,}", name, f"{middle:.2f}", f"{least:.2f} to {most:.2f}",
                         f"{measured[name]:,.0f}", f"{share:.2f}"))  # fmt: skip
    head = ("Records", "By", "Times as long as orjson", "Span", "Bytes kept a record", "Of those of dicts")
    return table("Whole files, their records kept", head, rows), times, sizes


def write_stream(path: Path, size: int) -> None:
    """Write a file of so many records, made line by line from a template."""
    template = jsonl.dumps(repeated(diplo_events.load_example(), 1)).encode().split(b"\n")
    marks = [line.replace(b'.0"', b'.%d"' % NUMBER).split(b".%d" % NUMBER) for line in template[1:-2]]
    lines = (b".%d".__mod__(number).join(parts) for number in itertools.count() for parts in marks)
    with path.open("wb") as stream:
        stream.write(b'{"type":"dataset","format_version":"1.0","complete":false}\n')
        stream.writelines(line + b"\n" for line in itertools.islice(lines, size))


def streams(folder: Path) -> tuple[list[str], list[tuple[int, float]], list[tuple[int, float]]]:
    """Measure time and memory of streams, each in a process of its own; Linux says how much it used at most."""
    times: list[tuple[int, float]] = []
    memory: list[tuple[int, float]] = []
    for size in STREAMS:
        write_stream(folder / "stream.jsonl", size)
        command = [sys.executable, "-c", STREAM, str(folder / "stream.jsonl")]
        count, taken, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        times.append((int(count), float(taken)))
        memory.append((int(count), int(peak) / 1024))
    rows = [
        (f"{size:,}", f"{taken:.2f}", f"{taken / size * 1e6:.1f}", f"{peak:.1f}")
        for (size, taken), (_, peak) in zip(times, memory, strict=True)
    ]
    head = ("Records", "Processor seconds", "Microseconds a record", "Most memory, MiB")
    return table("Streams, by `jsonl.iter_records`", head, rows), times, memory


def plot(path: Path, label: str, lines: Mapping[str, Sequence[tuple[int, float]]]) -> None:
    """Draw quantities against the number of records, both as powers of ten."""
    figure = Figure(figsize=(6.4, 4), layout="constrained")
    axes = figure.add_subplot()
    for (name, points), marker in zip(lines.items(), "osD^v", strict=False):
        axes.loglog(*zip(*points, strict=True), marker=marker, label=name)
    axes.set(xlabel="records", ylabel=label)
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend(frameon=False)
    figure.savefig(path, metadata={"Date": None})


def versions() -> str:
    """Return what was compared, with versions."""
    there = {
        name: importlib.metadata.version(name) for name in PACKAGES if importlib.util.find_spec(name.replace("-", "_"))
    }
    listed = ", ".join(f"{name} {version}" for name, version in there.items())
    return f"Python {platform.python_version()}; {listed}; {ROUNDS} rounds, processor time."


def sections(folder: Path) -> Iterator[list[str]]:
    """Run one comparison after the other, and draw the plots."""
    lines, data = made(RECORDS)
    size = f"{len(lines):,} records of {len(data) // len(lines)} bytes, unless the table says otherwise."
    yield [versions(), "", size, ""]
    yield against("Reading, line by line", list(readers(lines)))
    yield against("Writing, line by line", list(writers(lines)))
    yield arrow(lines, data)
    yield dates()
    of_files, times, memory = kept()
    yield of_files
    with tempfile.TemporaryDirectory() as place:
        of_streams, stream_times, stream_memory = streams(Path(place))
    yield of_streams
    plot(folder / "time.svg", "processor seconds", {**times, f"{OURS}, stream": stream_times})
    plot(folder / "memory.svg", "MiB kept; of the stream, of the process", {**memory, f"{OURS}, stream": stream_memory})


def main() -> None:
    """Write the tables and the plots into a folder."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/benchmarks")
    folder.mkdir(parents=True, exist_ok=True)
    told: list[str] = []
    for section in sections(folder):
        told += section
        print("\n".join(section), flush=True)
    (folder / "benchmarks.md").write_text("\n".join(told), "utf-8")


if __name__ == "__main__":
    main()
