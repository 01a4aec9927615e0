"""How the time of queries, timelines and life cycles grows with the number of records.

Run it with `python benchmarks/query_timeline.py`. The bundled dataset is repeated whole, actors, places and issues
too. In the dataset `apart` each copy reports things of its own; in `piled` all copies report the same things, so that
each has hundreds of reports.
"""

from collections.abc import Callable

import attrs
from growth import SIZES, print_growth, repeated, things_of

from diplo_events import Dataset, EventDate, SpeechAct, Statement, load_example
from diplo_events.analysis.query import About, At, Has, Involves, OfType, ReportedBy, ReportedIn, When, find
from diplo_events.analysis.timeline import build_timeline
from diplo_events.corroboration.life_cycles import find_life_cycles
from diplo_events.formats import json, jsonl

QUESTIONS = {
    "type": OfType(Statement),
    "act": Has(SpeechAct.REJECT),
    "actor": Involves("russia.0"),
    "actor, by a spelling": Involves("Elsewhere"),
    "actor and representatives": Involves("russia.0", representatives=True),
    "issue and its parts": About("issue/security-guarantees.0", narrower=True),
    "place": At("place/ukraine.0"),
    "date": When("within", EventDate.parse("2025-10")),
    "date unqualified": When("overlaps", EventDate.parse("2025-10-01/2025-10-31"), unqualified=True),
    "source": ReportedIn("zerohedge-guarantees.0"),
    "outlet": ReportedBy("kurdistan24.0"),
    "all of these": (
        (Involves("russia.0") | ~Has(SpeechAct.REJECT))
        & At("place/ukraine.0")
        & When("before", EventDate.parse("2026"))
    ),
}


def asked(name: str) -> Callable[[Dataset], object]:
    """Return the function that asks one of the questions."""
    return lambda dataset: find(dataset, QUESTIONS[name], certainty="possibly")


WORK: dict[str, Callable[[Dataset], object]] = {
    **{f"find: {name}": asked(name) for name in QUESTIONS},
    "timeline": build_timeline,
    "timeline unqualified": lambda dataset: build_timeline(dataset, unqualified=True),
    "life cycles": find_life_cycles,
    "write and read JSON": lambda dataset: json.loads(json.dumps(dataset)),
    "write and read JSON Lines": lambda dataset: jsonl.loads(jsonl.dumps(dataset)),
}


def main() -> None:
    """Print a table for each dataset."""
    example = load_example()
    named = attrs.evolve(example["russia"], id="elsewhere", name="Elsewhere", names=())
    for title, shared in (("apart", ()), ("piled", things_of(example))):
        print_growth(title, [repeated(example, size, shared=shared).with_records(named) for size in SIZES], WORK)


if __name__ == "__main__":
    main()
