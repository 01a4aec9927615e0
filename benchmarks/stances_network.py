"""How the time of stance matrices, series and networks grows with the number of records.

Run it with `python benchmarks/stances_network.py`. The event records and sources of the bundled dataset are repeated
with new ids and every date some days later. In the dataset `same actors` the copies share actors and issues, so that
each actor has thousands of positions on an issue; in `new actors` each copy has its own.
"""

import datetime as dt
import gc
import itertools
import re
import time
from collections.abc import Callable
from typing import Any

from diplo_events import Dataset, EventDate, load_example
from diplo_events.document import document_of, read_document
from diplo_events.model import EventRecord, Source
from diplo_events.network import affiliation, mentions, one_mode, windows
from diplo_events.stance_series import series
from diplo_events.stances import matrix

SIZES = (25_000, 50_000, 100_000)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
YEAR = EventDate.parse("2025-09-01/2026-08-31")


def repeated(dataset: Dataset, size: int, *, new_actors: bool) -> Dataset:
    """Repeat a dataset until it has at least so many records."""
    renamed = {key for key, record in dataset.items() if new_actors or isinstance(record, EventRecord | Source)}
    renamed |= {r.canonical_id for r in dataset.records if isinstance(r, EventRecord) and r.canonical_id}
    document = {name: items for name, items in document_of(dataset).items() if isinstance(items, list)}
    whole: dict[str, Any] = {name: [] for name in document}
    number = 0
    while sum(map(len, whole.values())) < size:
        for name, items in document.items():
            fresh = [item for item in items if item["id"] in renamed or not number]
            whole[name] += [moved(item, renamed, number) for item in fresh]
        number += 1
    return read_document({"format_version": dataset.format_version, **whole})


def moved(value: Any, renamed: set[str], number: int, field: str = "") -> Any:  # noqa: ANN401  (plain data)
    """Give ids a number, and move dates by as many days."""
    if isinstance(value, dict):
        return {key: moved(item, renamed, number, key) for key, item in value.items()}
    if isinstance(value, list):
        return [moved(item, renamed, number, field) for item in value]
    if field in {"when", "published"}:
        return DAY.sub(lambda day: str(dt.date.fromisoformat(day[0]) + dt.timedelta(number)), value)
    return f"{value}.{number}" if isinstance(value, str) and value in renamed else value


WORK: dict[str, Callable[[Dataset], object]] = {
    "matrix of all": matrix,
    "matrix at a date, as dated": lambda dataset: matrix(dataset, at=EventDate.parse("2025-12-01"), as_dated=True),
    "all series, as dated": lambda dataset: series(dataset, as_dated=True),
    "mentions, once per source": lambda dataset: mentions(dataset, duplicates="source"),
    "two modes, by activity": lambda dataset: affiliation(mentions(dataset), normalization="activity"),
    "actors, congruence by Jaccard": lambda dataset: one_mode(mentions(dataset), normalization="jaccard"),
    "issues, of statements": lambda dataset: one_mode(
        mentions(dataset, of="statements"), nodes="issues", aggregation="ignore"
    ),
    "a network for each week": lambda dataset: [
        one_mode(window.mentions)
        for window in windows(mentions(dataset, as_dated=True), days=7, step=7, within=YEAR, certainty="certainly")
    ],
}


def seconds(work: Callable[[Dataset], object], dataset: Dataset) -> float:
    """Measure the processor time of one run, the garbage of others collected beforehand."""
    gc.collect()
    start = time.process_time()
    work(dataset)
    return time.process_time() - start


def main() -> None:
    """Print a table for each dataset: seconds at each size, and the ratio from each size to its double."""
    for new_actors in (False, True):
        datasets = [repeated(load_example(), size, new_actors=new_actors) for size in SIZES]
        counts = ", ".join(f"{len(dataset):,}" for dataset in datasets)
        print(f"{'new' if new_actors else 'same'} actors: processor seconds for {counts} records")
        print(f"  {'':32}{''.join(f'{size:>10,}' for size in SIZES)}{'ratios per doubling':>22}")
        for name, work in WORK.items():
            times = [seconds(work, dataset) for dataset in datasets]
            ratios = "".join(f"{more / less:8.2f}" for less, more in itertools.pairwise(times))
            print(f"  {name:32}{''.join(f'{taken:10.3f}' for taken in times)}      {ratios}", flush=True)


if __name__ == "__main__":
    main()
