"""The drafts of the practice corpus beside its encodings: quotations, speakers, time words, meetings."""

from pathlib import Path
from typing import Final

from diplo_events import Actor, Dataset, Source, Statement, read
from diplo_events.drafting import draft
from diplo_events.lookup import fold, spellings
from each_case import each_case

FOLDER: Final = Path(__file__).parents[2] / "examples" / "practice"
CORPUS: Final = read(FOLDER / "practice.json")
SOURCES: Final = CORPUS.of_type(Source)

WIDER: Final = {"Nothing.": "Nothing. He told me that the dam would be filled in May."}
"""Quotations of a coder that rules take as one with the sentence that follows in the same marks."""


def drafted(source: Source) -> Dataset:
    text = (FOLDER / "texts" / f"{source.id}.txt").read_bytes().decode()
    return draft(text, source=source.id, published=source.published)


def quotes(dataset: Dataset, source: str) -> dict[tuple[int, str], set[str]]:
    """Return the quotations with where they begin, each with the names of its speakers as far as they are coded."""
    found: dict[tuple[int, str], set[str]] = {}
    for record in dataset.of_type(Statement):
        for quote in record.quotes if record.source == source else ():
            actors = [dataset[key] for key in record.speakers or ()]
            names = {fold(name) for actor in actors if isinstance(actor, Actor) for name in spellings(actor)}
            found[quote.span.start, WIDER.get(quote.text, quote.text)] = names
    return found


@each_case("source", SOURCES, ids=lambda source: source.id)
def test_the_quotations_are_those_of_the_coder(source: Source) -> None:
    rules, coder = quotes(drafted(source), source.id), quotes(CORPUS, source.id)
    assert rules.keys() == coder.keys()
    assert [key for key, names in rules.items() if names and not names & coder[key]] == []


def test_there_are_quotations() -> None:
    assert sum(len(quotes(CORPUS, source.id)) for source in SOURCES) > 10


@each_case("source", SOURCES, ids=lambda source: source.id)
def test_nothing_is_judged(source: Source) -> None:
    for record in drafted(source).of_type(Statement):
        assert "summary" in record.open
        assert record.extra["draft"]["rule"]
