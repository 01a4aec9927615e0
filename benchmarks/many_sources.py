"""How the time of what goes source by source grows with the number of sources.

Run it with `python benchmarks/many_sources.py`. The bundled dataset is repeated whole: sources, actors, places and
issues too.
"""

from collections.abc import Callable

from growth import print_growth, repeated

from diplo_events import Dataset, Source, load_example
from diplo_events.coding.agreement import compare_codings
from diplo_events.coding.anchoring import spelling_problems, spellings_by_source
from diplo_events.exporters.package_descriptions import readme
from diplo_events.formats import json
from diplo_events.report.terminal import brief

SOURCES = (100, 200, 400)
RUNS = 3

TEXT = " ".join(name.text for names in spellings_by_source(load_example()).values() for name in names)
"""A text that has every spelling."""


def misspelt(dataset: Dataset) -> int:
    """Count the problems of the spellings that each source is said to use."""
    spellings = spellings_by_source(dataset)
    problems = (spelling_problems(dataset, s, TEXT, spellings.get(s.id, ())) for s in dataset.of_type(Source))
    return sum(len(list(of_source)) for of_source in problems)


WORK: dict[str, Callable[[Dataset], object]] = {
    "brief": lambda dataset: list(brief(dataset)),
    "readme": lambda dataset: readme(dataset, b"{}", file="x.json"),
    "spellings": misspelt,
    "agreement with itself": lambda dataset: compare_codings(dataset, dataset, resamples=0),
    "write and read JSON": lambda dataset: json.loads(json.dumps(dataset)),
}


def main() -> None:
    """Print the table."""
    example = load_example()
    each = len(example) / len(example.of_type(Source))
    datasets = (repeated(example, round(each * number)) for number in SOURCES)
    print_growth(f"{', '.join(map(str, SOURCES))} sources", datasets, WORK, runs=RUNS)


if __name__ == "__main__":
    main()
