"""How the time of queries, timelines and life cycles grows with the number of records.

Run it with `python benchmarks/query_timeline.py`. The bundled dataset is repeated whole, actors, places and issues
too, every id with a number and every date so many days later. In the dataset `apart` each copy reports things of its
own; in `piled` all copies report the same things, so that each has thousands of reports.
"""

import datetime as dt
import gc
import itertools
import re
import time
from collections.abc import Callable
from typing import Any

import attrs

from diplo_events import Dataset, EventDate, SpeechAct, Statement, load_example
from diplo_events.document import document_of, read_document
from diplo_events.model import EventRecord
from diplo_events.query import About, At, Has, Involves, OfType, ReportedBy, ReportedIn, When, find
from diplo_events.timeline import life_cycles, timeline

SIZES = (25_000, 50_000, 100_000)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DATES = {"when", "published"}


def repeated(dataset: Dataset, size: int, *, piled: bool) -> Dataset:
    """Repeat a dataset until it has at least so many records."""
    things = {r.canonical_id for r in dataset.records if isinstance(r, EventRecord) and r.canonical_id}
    renamed = {*dataset} | (set() if piled else things)
    document = document_of(dataset)
    copies = [
        {name: [later(item, renamed, number) for item in items] for name, items in document.items() if name in LISTS}
        for number in range(-(-size // len(dataset)))
    ]
    header = {"format_version": dataset.format_version}
    return read_document(header | {name: [r for copy in copies for r in copy.get(name, ())] for name in LISTS})


LISTS = ("sources", "actors", "places", "issues", "statements", "meetings", "territorial_claims", "positions")


def later(value: Any, renamed: set[str], number: int, field: str = "") -> Any:  # noqa: ANN401  (plain data)
    """Give ids a number, and move dates by as many days."""
    if isinstance(value, dict):
        return {key: later(item, renamed, number, key) for key, item in value.items()}
    if isinstance(value, list):
        return [later(item, renamed, number, field) for item in value]
    if field in DATES:
        return DAY.sub(lambda day: str(dt.date.fromisoformat(day[0]) + dt.timedelta(number)), value)
    return f"{value}.{number}" if isinstance(value, str) and value in renamed else value


QUESTIONS = {
    "type": OfType(Statement),
    "act": Has(SpeechAct.REJECT),
    "actor": Involves("russia.0"),
    "actor, by a spelling": Involves("Elsewhere"),
    "actor and representatives": Involves("russia.0", representatives=True),
    "issue and its parts": About("issue/security-guarantees.0", narrower=True),
    "place": At("place/ukraine.0"),
    "date": When("within", EventDate.parse("2025-10")),
    "date as dated": When("overlaps", EventDate.parse("2025-10-01/2025-10-31"), as_dated=True),
    "source": ReportedIn("zerohedge-guarantees.0"),
    "outlet": ReportedBy("kurdistan24.0"),
    "all of these": (
        (Involves("russia.0") | ~Has(SpeechAct.REJECT))
        & At("place/ukraine.0")
        & When("before", EventDate.parse("2026"))
    ),
}


def asked(name: str) -> Callable[[Dataset], object]:
    """Give the function that asks one of the questions."""
    return lambda dataset: find(dataset, QUESTIONS[name], "possibly")


WORK: dict[str, Callable[[Dataset], object]] = {
    **{f"find: {name}": asked(name) for name in QUESTIONS},
    "timeline": timeline,
    "timeline as dated": lambda dataset: timeline(dataset, as_dated=True),
    "life cycles": life_cycles,
}


def seconds(work: Callable[[Dataset], object], dataset: Dataset) -> float:
    """Measure the processor time of one run, the garbage of others collected beforehand."""
    gc.collect()
    start = time.process_time()
    work(dataset)
    return time.process_time() - start


def main() -> None:
    """Print a table for each dataset: seconds at each size, and the ratio from each size to its double."""
    named = attrs.evolve(load_example()["russia"], id="elsewhere", name="Elsewhere", names=())
    for piled in (False, True):
        datasets = [repeated(load_example(), size, piled=piled).with_records(named) for size in SIZES]
        counts = ", ".join(f"{len(dataset):,}" for dataset in datasets)
        print(f"{'piled' if piled else 'apart'}: processor seconds for {counts} records")
        print(f"  {'':28}{''.join(f'{size:>10,}' for size in SIZES)}{'ratios per doubling':>22}")
        for name, work in WORK.items():
            times = [seconds(work, dataset) for dataset in datasets]
            ratios = "".join(f"{more / less:8.2f}" for less, more in itertools.pairwise(times))
            print(f"  {name:28}{''.join(f'{taken:10.3f}' for taken in times)}      {ratios}", flush=True)


if __name__ == "__main__":
    main()
