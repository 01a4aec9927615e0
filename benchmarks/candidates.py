"""How well `find_candidates` finds again what the bundled dataset says is one, and how time grows with the records.

Run it with `python benchmarks/candidates.py`; it needs the extra `rapidfuzz`. The truth is the dataset's own
`canonical_id`s, taken out beforehand: every pair of records that shared one. The weights were set with an eye on this
very dataset, so elsewhere both numbers will be lower. Of the datasets for growth, `same actors` is the hardest case
for candidates: each copy tells in the same words what the same actors do a week later.
"""

import itertools
from collections.abc import Callable

import attrs
from growth import SIZES, print_growth, repeated

from diplo_events import Actor, Dataset, Issue, Place, load_example
from diplo_events.corroboration.candidates import find_candidates
from diplo_events.corroboration.contradictions import find_contradictions
from diplo_events.corroboration.verdicts import corroborate
from diplo_events.exporters import to_icews, to_plover
from diplo_events.model import EventRecord

CUTS = (2, 4, 6, 8, 10, 12, 16, 20)
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
    """Remove the canonical ids."""
    bare = (attrs.evolve(r, canonical_id=None) if isinstance(r, EventRecord) else r for r in dataset.records)
    return attrs.evolve(dataset, records=bare)


def quality(dataset: Dataset) -> None:
    """Print precision and recall at several cut-offs, for all records and for each type."""
    truth, bare = pairs_of_one(dataset), without_identity(dataset)
    found = find_candidates(bare, threshold=min(CUTS))
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


WORK: dict[str, Callable[[Dataset], object]] = {
    "corroborate": corroborate,
    "contradictions": find_contradictions,
    "to_plover": to_plover,
    "to_icews": to_icews,
    "candidates": find_candidates,
    "candidates, no identity": lambda dataset: find_candidates(without_identity(dataset)),
}


def main() -> None:
    """Print how good the proposals are, then how long each function takes at three sizes."""
    example = load_example()
    quality(example)
    kept = [record.id for cls in (Actor, Place, Issue) for record in example.of_type(cls)]
    for title, shared in (("same actors, each week", kept), ("new actors", [])):
        datasets = [repeated(example, size, shared=shared, days=WEEK) for size in SIZES]
        print_growth(title, datasets, WORK)
        print(f"  proposed of the largest: {len(find_candidates(datasets[-1])):,} pairs")


if __name__ == "__main__":
    main()
