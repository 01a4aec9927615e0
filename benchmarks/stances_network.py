"""How the time of stance matrices, series and networks grows with the number of records.

Run it with `python benchmarks/stances_network.py`. In the dataset `same actors` the copies of the bundled records
share actors, places and issues, so that each actor has thousands of positions on an issue; in `new actors` each copy
has its own.
"""

from collections.abc import Callable

from growth import SIZES, print_growth, repeated

from diplo_events import Actor, Dataset, EventDate, Issue, Place, load_example
from diplo_events.analysis.network import affiliation, mentions, one_mode
from diplo_events.analysis.network_windows import windows
from diplo_events.analysis.stance_series import build_series
from diplo_events.analysis.stances import stance_matrix

YEAR = EventDate.parse("2025-09-01/2026-08-31")

WORK: dict[str, Callable[[Dataset], object]] = {
    "matrix of all": stance_matrix,
    "matrix at a date, unqualified": lambda dataset: stance_matrix(
        dataset, at=EventDate.parse("2025-12-01"), unqualified=True
    ),
    "all series, unqualified": lambda dataset: build_series(dataset, unqualified=True),
    "mentions, once per source": lambda dataset: mentions(dataset, duplicates="source"),
    "two modes, by activity": lambda dataset: affiliation(mentions(dataset), normalization="activity"),
    "actors, congruence by Jaccard": lambda dataset: one_mode(mentions(dataset), normalization="jaccard"),
    "issues, of statements": lambda dataset: one_mode(
        mentions(dataset, of="statements"), nodes="issues", aggregation="ignore"
    ),
    "a network for each week": lambda dataset: [
        one_mode(window.mentions)
        for window in windows(mentions(dataset, unqualified=True), days=7, step=7, within=YEAR, certainty="certainly")
    ],
}


def main() -> None:
    """Print a table for each dataset."""
    example = load_example()
    kept = [record.id for cls in (Actor, Place, Issue) for record in example.of_type(cls)]
    for title, shared in (("same actors", kept), ("new actors", [])):
        print_growth(title, [repeated(example, size, shared=shared) for size in SIZES], WORK)


if __name__ == "__main__":
    main()
