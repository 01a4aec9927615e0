"""The practice corpus: six invented articles that are shipped with their texts, and a second coding of two of them."""

import re
from pathlib import Path
from typing import Final

import pytest

import diplo_events
from diplo_events import Position, Source, Stance, Statement
from diplo_events.coding import Text, check, compare_codings, read_texts
from diplo_events.coding.anchoring import sentences
from diplo_events.coding.reanchoring import reanchor
from diplo_events.corroboration import find_contradictions
from diplo_events.formats import json
from diplo_events.report import brief
from reference import DOCS

FOLDER: Final = Path(__file__).parents[1] / "examples" / "practice"
COMPILED: Final = FOLDER / "practice.json"
TEXTS: Final = read_texts(FOLDER / "texts")
CORPUS: Final = diplo_events.read(COMPILED)
LANGUAGES: Final = {
    "wire": "en",
    "briefing": "en",
    "interview": "en",
    "communique": "es",
    "porte-parole": "fr",
    "feature": "en",
}
PAGE: Final = (DOCS / "practice.md").read_text(encoding="utf-8")
SHARED: Final = [FOLDER / f"{name}.yaml" for name in ("actors", "places", "issues", "documents")]


def test_is_what_the_encodings_compile_to_and_agrees_with_its_texts() -> None:
    """If this fails, run `diplo-events compile examples/practice -o examples/practice/practice.json`."""
    result = check(FOLDER, leave_out=COMPILED, texts=FOLDER / "texts")
    assert (result.problems, result.warnings) == ((), ())
    assert result.complete
    assert {each.source for each in result.coverage} == LANGUAGES.keys()
    assert [each.gaps for each in result.coverage] == [()] * len(LANGUAGES)
    assert json.dumps(result.dataset).encode() == COMPILED.read_bytes()


def test_the_texts_are_in_three_languages_and_short() -> None:
    assert {source.id: source.language for source in CORPUS.of_type(Source)} == LANGUAGES
    for text in TEXTS.values():
        assert 8 <= len(list(sentences(text.content))) <= 22, text.name


def test_the_texts_contradict_each_other_as_the_page_says() -> None:
    found = {contradiction.about: contradiction for contradiction in find_contradictions(CORPUS)}
    assert set(found) == {"meeting/puerto-sol-1", "meeting/puerto-sol-2", "utterance/voss-never-recognise"}
    sources = {source for each in found.values() for version in each.versions for source in version.sources}
    assert sources == LANGUAGES.keys() - {"porte-parole"}


def test_torvia_changes_its_mind() -> None:
    on_monitors = {
        position.source: position.stance
        for position in CORPUS.of_type(Position)
        if (position.actor, position.issue) == ("torvia", "issue/monitors")
    }
    assert on_monitors["wire"] is Stance.STRONGLY_DISAGREE
    assert {on_monitors[source] for source in ("briefing", "communique", "feature")} == {Stance.AGREE}


def test_the_second_coding_is_clean_too_and_differs_as_the_page_says() -> None:
    others = [FOLDER / f"{name}.yaml" for name in sorted(LANGUAGES.keys() - {"wire", "interview"})]
    result = check([*SHARED, *others, FOLDER / "second"], texts=FOLDER / "texts")
    assert result.problems == ()
    first = check(FOLDER, leave_out=COMPILED).dataset
    second = check([*SHARED, FOLDER / "second"]).dataset
    agreement = compare_codings(first, second, resamples=0)
    statements = next(part for part in agreement.types if part.type is Statement)
    assert len(statements.disagreements) > 10
    for part in agreement.types:
        counts = (len(part.matched), len(part.only_first), len(part.only_second))
        if any(counts):
            assert f"| {part.type.__name__} | {' | '.join(map(str, counts))} | {part.f1:.2f} |" in PAGE
    for variable in statements.variables:
        if variable.name in {"main act", "acts", "mode", "targets", "issues"}:
            assert f"| {variable.name} | {variable.agreed} | {variable.alpha:.2f} |" in PAGE


def test_brief_has_every_source() -> None:
    text = "\n".join(brief(CORPUS))
    assert all(source.title in text for source in CORPUS.of_type(Source))


def test_passages_are_found_again_after_a_correction() -> None:
    wire = CORPUS["wire"]
    assert isinstance(wire, Source)
    old = TEXTS[wire.sha256 or ""]
    new = Text("wire.txt", old.content.replace("40 engineers", "forty engineers").replace("’", "'"))
    olds = {key: text for key, text in TEXTS.items() if key != old.sha256}
    result = reanchor(CORPUS, {**olds, new.sha256: new}, old=TEXTS)
    (source,) = result.sources
    assert {passage.path for passage in source.passages if not passage.settled} == {
        "wire/p5.spans[0]",
        "wire/s10.spans[0]",
    }
    assert {passage.places for passage in source.passages if not passage.settled} == {
        ((new.content.index("Valcourt offered"), len(new.content) - 1),)
    }


@pytest.mark.parametrize("source", sorted(LANGUAGES))
def test_the_page_has_a_row_for_each_text(source: str) -> None:
    assert re.search(rf"(?m)^\| `{source}` \|", PAGE)
