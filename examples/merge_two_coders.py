"""Two coders encode one article: measure their agreement, list the differences to settle, merge the settled records."""

import attrs

import diplo_events
from diplo_events import Dataset, EventDate, Stance
from diplo_events.coding import compare_codings
from diplo_events.model import EventRecord

ARTICLE = "opinion-guarantees"


def main() -> None:
    """Compare, settle and merge two encodings."""
    whole = diplo_events.load_example()
    first = whole.without(
        *(r.id for r in whole.records if isinstance(r, EventRecord) and r.source != ARTICLE),
    )
    second = second_coding(first)

    for of in compare_codings(first, second, resamples=100).types:
        if of.matched:
            print(f"{of.type.__name__}: {len(of.matched)} in both, F1 {of.f1:.2f}")
        for item in of.disagreements:
            print(f"  to settle: {item.variable} of {item.ids[0]}: {item.values[0]} or {item.values[1]}")

    settled = second.with_records(*(record for record in first.records if first[record.id] != second[record.id]))
    print("merged:", settled.merge(first) == first)


def second_coding(dataset: Dataset) -> Dataset:
    """Return the encoding of a second coder, who differs in two decisions."""
    statement = dataset.statements[0]
    position = dataset.positions[0]
    return dataset.with_records(
        attrs.evolve(statement, when=EventDate.parse("2025-09")),
        attrs.evolve(position, stance=Stance.NEUTRAL),
    )


if __name__ == "__main__":
    main()
