"""What the benchmarks share: a dataset made larger, work timed on it, and a table that shows how time grows."""

import datetime as dt
import gc
import hashlib
import itertools
import json
import re
import statistics
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from diplo_events import Dataset
from diplo_events.formats.plain import from_plain, to_plain
from diplo_events.model import EventRecord
from diplo_events.schema import COLLECTIONS, type_name

SIZES = (25_000, 50_000, 100_000)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DATES = {"when", "published"}

Change = Callable[[dict[str, Any]], dict[str, Any]] | None
"""What is done to each plain record before it is written."""


def things_of(dataset: Dataset) -> set[str]:
    """List the ids under which records of a dataset report one thing."""
    return {record.canonical_id for record in dataset.of_type(EventRecord) if record.canonical_id}


def repeated(dataset: Dataset, size: int, *, shared: Collection[str] = (), days: int = 1) -> Dataset:
    """Repeat a dataset until it has so many records: ids and hashes with a number, dates so many days later each time.

    What is `shared`, ids of records and of things, is there once and keeps its id.
    """
    whole: dict[str, Any] = {}
    for name, item in copies(dataset, size, shared=shared, days=days):
        whole.setdefault(name, []).append(item)
    return from_plain({"format_version": dataset.format_version, **whole})


def copies(
    dataset: Dataset, size: int, *, shared: Collection[str] = (), days: int = 1
) -> Iterator[tuple[str, dict[str, Any]]]:
    """List the plain records of whole copies of a dataset, each with the name of its list, until there are so many."""
    renamed = ({*dataset} | things_of(dataset)) - {*shared}
    document = {name: items for name, items in to_plain(dataset).items() if isinstance(items, list)}
    count = 0
    for number in itertools.count():
        if count >= size:
            return
        for name, items in document.items():
            for item in items:
                if item["id"] in renamed or not number:
                    count += 1
                    yield name, moved(item, renamed, number, days)


def write_repeated(
    dataset: Dataset, size: int, path: Path, *, shared: Collection[str] = (), days: int = 1, change: Change = None
) -> None:
    """Write what `repeated` makes as JSON Lines, in memory that does not grow.

    Each record is first changed by `change`.
    """
    digest, count = hashlib.sha256(), 0
    with path.open("wb") as stream:

        def write(content: dict[str, Any]) -> None:
            line = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            digest.update(line)
            stream.write(line)

        write({"type": "dataset", "format_version": dataset.format_version, "closed": True})
        for name, item in copies(dataset, size, shared=shared, days=days):
            write({"type": type_name(COLLECTIONS[name]), **(change(item) if change else item)})
            count += 1
        write({"type": "end", "records": count, "sha256": digest.hexdigest()})


def moved(value: Any, renamed: set[str], number: int, days: int, field: str = "") -> Any:  # noqa: ANN401  (plain data)
    """Add a number to ids and hashes, and move dates."""
    if isinstance(value, dict):
        return {key: moved(item, renamed, number, days, key) for key, item in value.items()}
    if isinstance(value, list):
        return [moved(item, renamed, number, days, field) for item in value]
    if field in DATES:
        return DAY.sub(lambda day: str(dt.date.fromisoformat(day[0]) + dt.timedelta(days * number)), value)
    if field == "sha256" and number:  # else all copies would be copies of one text
        return hashlib.sha256(f"{value}.{number}".encode()).hexdigest()
    return f"{value}.{number}" if isinstance(value, str) and value in renamed else value


def seconds(work: Callable[[Dataset], object], dataset: Dataset) -> float:
    """Measure the processor time of one run, the garbage of others collected beforehand."""
    gc.collect()
    start = time.process_time()
    work(dataset)
    return time.process_time() - start


def print_growth(
    title: str, datasets: Iterable[Dataset], work: Mapping[str, Callable[[Dataset], object]], *, runs: int = 1
) -> None:
    """Print seconds for each size, the median of some runs, and the ratio from each size to the next."""
    measured = list(datasets)
    print(f"{title}: processor seconds")
    print(f"  {'records':34}{''.join(f'{len(dataset):>10,}' for dataset in measured)}      ratios")
    for name, function in work.items():
        times = [statistics.median(seconds(function, dataset) for _ in range(runs)) for dataset in measured]
        ratios = "".join(f"{more / less:8.2f}" for less, more in itertools.pairwise(times))
        print(f"  {name:34}{''.join(f'{taken:10.3f}' for taken in times)}    {ratios}", flush=True)
