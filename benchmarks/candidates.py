"""How well `candidates` finds again what the bundled dataset says is one, and how time grows with the records.

Run it with `python benchmarks/candidates.py`; it needs the extra `rapidfuzz`. The truth is the dataset's own
`canonical_id`s, taken out beforehand: every pair of records that shared one. The weights were set with an eye on this
very dataset, so elsewhere both numbers will be lower.
"""

import datetime as dt
import itertools
import time
from collections.abc import Callable

import attrs

from diplo_events import Dataset, EventDate, Source, load_example
from diplo_events.candidates import candidates
from diplo_events.codes import to_icews, to_plover
from diplo_events.contradictions import contradictions
from diplo_events.corroboration import corroborate
from diplo_events.model import EventRecord

CUTS = (2, 4, 6, 8, 10, 12, 16, 20)
SIZES = (1_000, 10_000, 100_000)
WEEK = 7


def pairs_of_one(dataset: Dataset) -> set[tuple[str, str]]:
    """List the pairs of records that share a canonical id, the lower id first."""
    records = [record for record in dataset.records if isinstance(record, EventRecord) and record.canonical_id]
    return {
        (one.id, other.id)
        for one, other in itertools.combinations(records, 2)
        if (type(one), one.canonical_id) == (type(other), other.canonical_id)
    }


def without_identity(dataset: Dataset) -> Dataset:
    """Take the canonical ids out."""
    bare = (attrs.evolve(r, canonical_id=None) if isinstance(r, EventRecord) else r for r in dataset.records)
    return attrs.evolve(dataset, records=bare)


def quality(dataset: Dataset) -> None:
    """Print precision and recall at several cut-offs, for all records and for each type."""
    truth, bare = pairs_of_one(dataset), without_identity(dataset)
    found = candidates(bare, least=min(CUTS))
    types = ["all types", *dict.fromkeys(type(r).__name__ for r in dataset.records if isinstance(r, EventRecord))]
    for name in types:
        meant = {pair for pair in truth if name in {"all types", type(dataset[pair[0]]).__name__}}
        print(f"{name}: {len(meant)} pairs are one\n  cut-off  proposed  precision  recall")
        for cut in CUTS:
            kept = {(c.left, c.right) for c in found if c.score >= cut}
            proposed = {pair for pair in kept if name in {"all types", type(dataset[pair[0]]).__name__}}
            hits = len(proposed & meant)
            precision = f"{hits / len(proposed):9.2f}" if proposed else "        -"
            print(f"  {cut:7}{len(proposed):10}{precision:>11}{hits / len(meant):8.2f}")


def later(date: EventDate | None, days: int) -> EventDate | None:
    """Move a date, as its bounds."""
    if date is None or date.earliest is None or date.latest is None:
        return date
    first, last = (dt.date(*day) + dt.timedelta(days) for day in (date.earliest, date.latest))
    return EventDate.parse(f"{first}" if first == last else f"[{first}..{last}]")


def enlarged(dataset: Dataset, size: int) -> Dataset:
    """Repeat a dataset's sources and event records, each time a week later, until there are so many event records."""
    events = [record for record in dataset.records if isinstance(record, EventRecord)]
    sources = dataset.of_type(Source)
    moving = {record.id for record in (*events, *sources)} | {r.canonical_id for r in events if r.canonical_id}
    made = [record for record in dataset.records if record.id not in moving]
    for copy in range(-(-size // len(events))):
        names = {key: f"{key}.{copy}" if copy else key for key in moving}
        made += [attrs.evolve(s, id=names[s.id], published=later(s.published, WEEK * copy)) for s in sources]
        made += [renamed(record, names, days=WEEK * copy) for record in events]
    return Dataset(records=made)


def renamed(record: EventRecord, names: dict[str, str], *, days: int) -> EventRecord:
    """Give a record, and all that it refers to among the repeated, new ids."""
    changes = {
        field.name: names.get(value, value)
        if isinstance(value, str)
        else tuple(names.get(item, item) if isinstance(item, str) else item for item in value)
        for field in attrs.fields(type(record))
        if isinstance(value := getattr(record, field.name), str | tuple) and field.name != "when_as_reported"
    }
    return attrs.evolve(record, **{**changes, "when": later(record.when, days)})


def timed(function: Callable[[Dataset], object], dataset: Dataset) -> float:
    """Time one run, in seconds of the processor: other programs do not count."""
    start = time.process_time()
    function(dataset)
    return time.process_time() - start


def main() -> None:
    """Print how good the proposals are, then how long each function takes at three sizes."""
    dataset = load_example()
    quality(dataset)
    functions = (candidates, corroborate, contradictions, to_plover, to_icews)
    datasets = {size: enlarged(dataset, size) for size in SIZES}
    print(f"\n{'CPU seconds for records':<26}{''.join(f'{size:>10,}' for size in SIZES)}")
    for function in functions:
        times = [timed(function, large) for large in datasets.values()]
        print(f"{function.__name__:<26}{''.join(f'{seconds:10.2f}' for seconds in times)}")
    large = datasets[max(SIZES)]
    print(f"{'candidates, no identity':<26}{'':20}{timed(candidates, without_identity(large)):10.2f}")


if __name__ == "__main__":
    main()
