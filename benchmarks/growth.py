"""What the benchmarks share: a dataset made larger, work timed on it, and a table that shows how time grows."""

import datetime as dt
import gc
import itertools
import re
import statistics
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from diplo_events import Dataset
from diplo_events.formats.plain import from_plain, to_plain
from diplo_events.model import EventRecord

SIZES = (25_000, 50_000, 100_000)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DATES = {"when", "published"}


def things_of(dataset: Dataset) -> set[str]:
    """List the ids under which records of a dataset report one thing."""
    return {record.canonical_id for record in dataset.of_type(EventRecord) if record.canonical_id}


def repeated(dataset: Dataset, size: int, *, shared: Collection[str] = (), days: int = 1) -> Dataset:
    """Repeat a dataset until it has so many records: ids with a number, dates so many days later each time.

    What is `shared`, ids of records and of things, is there once and keeps its id.
    """
    renamed = ({*dataset} | things_of(dataset)) - {*shared}
    document = {name: items for name, items in to_plain(dataset).items() if isinstance(items, list)}
    whole: dict[str, Any] = {name: [] for name in document}
    for number in itertools.count():
        if sum(map(len, whole.values())) >= size:
            break
        for name, items in document.items():
            fresh = [item for item in items if item["id"] in renamed or not number]
            whole[name] += [moved(item, renamed, number, days) for item in fresh]
    return from_plain({"format_version": dataset.format_version, **whole})


def moved(value: Any, renamed: set[str], number: int, days: int, field: str = "") -> Any:  # noqa: ANN401  (plain data)
    """Add a number to ids, and move dates."""
    if isinstance(value, dict):
        return {key: moved(item, renamed, number, days, key) for key, item in value.items()}
    if isinstance(value, list):
        return [moved(item, renamed, number, days, field) for item in value]
    if field in DATES:
        return DAY.sub(lambda day: str(dt.date.fromisoformat(day[0]) + dt.timedelta(days * number)), value)
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
