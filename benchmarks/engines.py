"""Many records through DuckDB and Spark, each once: time, memory, and whether a sample is what the library keeps.

    python benchmarks/engines.py FOLDER [--records 10000000] [--engines duckdb spark]

The event records and sources of the bundled dataset are multiplied under new ids until there are so many. Each tenth
copy comes a second time, in another file, and every second one of these with other white space. They become Parquet,
and then each engine writes each type again without the copies. Every step is a process of its own, and one that is
done is not done again. What an engine keeps has to be as many as were made to differ. The sample is some copies with
all their lines: the library reads these, and the engine has to have kept the same records, field by field. Processor
time and memory are those of the process with all that it started, Spark's machine among them. Needs Linux, the extra
`duckdb`, and for Spark the extra `spark` and Java.
"""

import argparse
import importlib.util
import itertools
import json
import math
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from growth import repeated

from diplo_events import Actor, Issue, Place, load_example
from diplo_events.converter import make_converter
from diplo_events.formats import jsonl
from diplo_events.formats.columns import plain_of
from diplo_events.schema import COLLECTIONS
from diplo_events.spark import deduplicated
from diplo_events.spark.parquet_parts import parquet_parts

RECORDS = 10_000_000
FILES = 40
TWICE = 10
"""One in how many copies comes a second time."""
SAMPLED = 20
"""How many copies the sample has, half of which come twice."""
HALVES = 2
"""How many processes write Parquet, each of its part of the files."""
NUMBER = 7_777_777
"""Stands in the ids of a template for lines."""
HEADER = b'{"type":"dataset","format_version":"1.0","complete":false}\n'
ENGINES = tuple(
    name for name, needed in (("duckdb", "duckdb"), ("spark", "pyspark")) if importlib.util.find_spec(needed)
)
GIGABYTES = {"duckdb": 2, "spark": 3}
"""How much memory each engine is allowed."""
TICKS: Final = os.sysconf("SC_CLK_TCK")


def template() -> dict[bool, list[list[bytes]]]:
    """Return the lines of a copy, cut where its number stands: as the library writes them, and with other blanks."""
    example = load_example()
    shared = [record.id for cls in (Actor, Place, Issue) for record in example.of_type(cls)]
    lines = jsonl.dumps(repeated(example, 1, shared=shared)).encode().split(b"\n")[1:-2]
    lines = [line for line in lines if json.loads(line)["type"] not in {"actor", "place", "issue"}]
    mark = b'.%d"' % NUMBER
    other = [json.dumps(json.loads(line), ensure_ascii=False).encode() for line in lines]
    return {
        odd: [line.replace(b'.0"', mark).split(mark[:-1]) for line in found]
        for odd, found in ((False, lines), (True, other))
    }


def copies_of(records: int) -> int:
    """Return how many copies are needed, those that come twice counted twice."""
    return math.ceil(records / len(template()[False]) * TWICE / (TWICE + 1))


def make(folder: Path, records: int) -> None:
    """Write the lines, in memory that does not grow."""
    (folder / "lines").mkdir(parents=True)
    forms, count = template(), copies_of(records)
    for file in range(FILES):
        with (folder / "lines" / f"{file:02}.jsonl").open("wb") as stream:
            stream.write(HEADER)
            for number in range(file, count, FILES):
                stream.writelines(numbered(forms[False], number))
            for number in range(0, count, TWICE):
                if (number + FILES // 2 + 1) % FILES == file:
                    stream.writelines(numbered(forms[number // TWICE % 2 == 1], number))


def numbered(form: list[list[bytes]], number: int) -> Iterator[bytes]:
    """Return the lines of a copy."""
    mark = b".%d" % number
    return (mark.join(parts) + b"\n" for parts in form)


def to_parquet(folder: Path, half: int) -> None:
    """Write the lines of some files as Parquet."""
    inside, outside = folder / f"lines{half}", folder / "parquet" / str(half)
    inside.mkdir()
    for file in sorted((folder / "lines").glob("*.jsonl"))[half::HALVES]:
        (inside / file.name).symlink_to(file.resolve())
    print(json.dumps(parquet_parts(inside, outside)))


def with_duckdb(folder: Path, name: str) -> None:
    """Write each record of a type once, by DuckDB."""
    import duckdb  # noqa: PLC0415  (it need not be there)

    settings = {"memory_limit": f"{GIGABYTES['duckdb']}GB", "threads": 2, "temp_directory": str(folder / "spilt")}
    with duckdb.connect(config={**settings, "preserve_insertion_order": False}) as connection:
        rows = connection.read_parquet(str(folder / "parquet" / "*" / name / "*.parquet"))
        deduplicated(rows).write_parquet(str(folder / f"duckdb-{name}.parquet"), compression="zstd")


def with_spark(folder: Path, name: str) -> None:
    """Write each record of a type once, by Spark."""
    from pyspark.sql import SparkSession  # noqa: PLC0415  # pyright: ignore[reportMissingImports]  (it need not be)

    builder: Any = SparkSession.builder.master("local[2]").appName("diplo-events")
    settings = {
        "spark.driver.memory": f"{GIGABYTES['spark']}g",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "64",
        "spark.local.dir": str(folder / "spilt"),
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }
    for key, value in settings.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    rows = session.read.parquet(*map(str, (folder / "parquet").glob(f"*/{name}")))
    deduplicated(rows).write.option("compression", "zstd").parquet(str(folder / f"spark-{name}.parquet"))
    print(json.dumps(used()))
    session.stop()


def used() -> tuple[float, float]:
    """Return the processor seconds of this process and its children, and the most memory of the largest of them."""
    seconds, most = 0.0, 0.0
    waiting = [os.getpid()]
    while waiting:
        place = Path("/proc", str(waiting.pop()))
        try:
            fields = (place / "stat").read_text().rpartition(")")[2].split()
            status = dict(line.split(":", 1) for line in (place / "status").read_text().splitlines())
            children = [task.read_text() for task in place.glob("task/*/children")]
        except OSError:  # it has ended
            continue
        seconds += sum(map(int, fields[11:15])) / TICKS  # its own, and those of children that have ended
        most = max(most, int(status.get("VmHWM", "0").split()[0]) / 1024)
        waiting += map(int, " ".join(children).split())
    return seconds, most


def kept(folder: Path, engine: str, name: str) -> Any:  # noqa: ANN401  (a relation of DuckDB)
    """Return what an engine has kept."""
    import duckdb  # noqa: PLC0415  (it need not be there)

    path = folder / f"{engine}-{name}.parquet"
    return duckdb.read_parquet(str(path / "*.parquet" if path.is_dir() else path))


def sampled(count: int) -> list[int]:
    """Return the numbers of the copies in the sample: half of them come twice."""
    step = max(count // SAMPLED // TWICE, 1) * TWICE
    numbers = {number + more for number in range(0, count, 2 * step) for more in (0, TWICE, 1, TWICE + 1)}
    return sorted(number for number in numbers if number < count)


def of_library(folder: Path, count: int) -> dict[str, set[Any]]:
    """Return the records of the sample that the library keeps, by type, and print how many lines there were."""
    marks = {b".%d" % number for number in sampled(count)}
    chosen = folder / "sample.jsonl"
    found = 0
    with chosen.open("wb") as stream:
        stream.write(HEADER)
        for file in sorted((folder / "lines").glob("*.jsonl")):
            with file.open("rb") as lines:
                next(lines)
                for line in lines:
                    if b"." + json_id(line).rpartition(b".")[2] in marks:
                        stream.write(line)
                        found += 1
    names = {cls: name for name, cls in COLLECTIONS.items()}
    records: dict[str, set[Any]] = {}
    for record in jsonl.iter_records(chosen):
        records.setdefault(names[type(record)], set()).add(record)
    print(f"sample: {found:,} lines, {sum(map(len, records.values())):,} records differ", flush=True)
    return records


def json_id(line: bytes) -> bytes:
    """Return the id of a line, whatever its blanks."""
    return line.partition(b'"id":')[2].lstrip().split(b'"', 2)[1]


def of_engine(folder: Path, engine: str, name: str, count: int) -> list[Any]:
    """Return the records of the sample that an engine has kept."""
    cls, structure = COLLECTIONS[name], make_converter().structure
    ends = ", ".join(f"'{number}'" for number in sampled(count))
    rows = kept(folder, engine, name).filter(f"regexp_extract(id, '[0-9]+$') IN ({ends})").to_arrow_table().to_pylist()
    cells = ({key: value for key, value in row.items() if not key.startswith("_")} for row in rows)
    return [structure(plain_of(cls, row), cls) for row in cells]


STEPS: dict[str, Callable[..., None]] = {
    "make": make,
    "parquet": to_parquet,
    "duckdb": with_duckdb,
    "spark": with_spark,
}


def step(folder: Path, *arguments: object) -> None:
    """Do a step in a process of its own, and print what it took; one that is done is not done again."""
    done = folder / f"{'-'.join(map(str, arguments[:2]))}.done"
    if not done.exists():
        command = [sys.executable, __file__, str(folder), "--step", *map(str, arguments)]
        start = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            told = process.stdout.read() if process.stdout else ""
            _, status, rusage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
        seconds, most = rusage.ru_utime + rusage.ru_stime, rusage.ru_maxrss / 1024
        if arguments[0] == "spark":
            seconds, most = json.loads(told.splitlines()[-1])
        clock = time.perf_counter() - start
        text = f"{seconds:.1f} s of processor time, {clock:.0f} s on the clock, {most:,.0f} MiB"
        done.write_text(f"{text}; {told.strip()}\n" if arguments[0] == "parquet" else f"{text}\n")
    print(f"{' '.join(map(str, arguments[:2]))}: {done.read_text().strip()}", flush=True)


def main(arguments: list[str] | None = None) -> None:
    """Do all steps and compare."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=RECORDS)
    parser.add_argument("--engines", nargs="+", choices=("duckdb", "spark"), default=ENGINES)
    parser.add_argument("--step", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    folder: Path = given.folder
    if given.step:
        name, *values = given.step
        return STEPS[name](folder, *(int(value) if value.isdigit() else value for value in values))
    folder.mkdir(parents=True, exist_ok=True)
    step(folder, "make", given.records)
    with ThreadPoolExecutor(HALVES) as pool:
        list(pool.map(lambda half: step(folder, "parquet", half), range(HALVES)))
    count = copies_of(given.records)
    mine = of_library(folder, count)
    for engine, name in itertools.product(given.engines, mine):
        step(folder, engine, name)
        found, rows = of_engine(folder, engine, name, count), len(kept(folder, engine, name))
        same = len(found) == len(mine[name]) and {*found} == mine[name]
        print(f"  {rows:,} once; made to differ {count * len(mine[name]) // len(sampled(count)):,}")
        print(f"  of the sample {len(found):,}, as the library: {same}", flush=True)
        shutil.rmtree(folder / "spilt", ignore_errors=True)
    return None


if __name__ == "__main__":
    main()
