"""A text that is not the one named, words as whole words, and gaps as they are."""

import unicodedata
from collections.abc import Callable

import attrs
import pytest
from plain_records import article, plain_statement

from diplo_events import Actor, ActorKind, Dataset, Name, Quote, Source, Span, Statement
from diplo_events.coding.anchoring import Text, anchor_problems, coverage, locate, missing_half
from each_case import each_case

TEXT = "Die Gespräche enden.\nAnna Rée sagte: „auf keinen Fall“.\nNiemand weiß, warum.\n"
WORDS = "auf keinen Fall"
SOURCE = article("x", TEXT)
SAID = Span(start=0, end=len(TEXT) - 1)
ANNA = Actor(id="anna", name="Anna Rée", kind=ActorKind.PERSON)
S1 = plain_statement(
    "s1",
    "x",
    SAID,
    speakers=("anna",),
    quotes=(Quote(text=WORDS, span=Span(start=TEXT.index(WORDS), end=TEXT.index(WORDS) + len(WORDS))),),
)


def problems(text: str, *records: Actor | Statement, source: Source = SOURCE) -> list[str]:
    other = Text("near.txt", text)
    return [str(problem) for problem in anchor_problems(Dataset(records=[source, *records]), {other.sha256: other})]


@each_case(
    ("change", "difference"),
    [
        (lambda text: text.replace("\n", "\r\n"), "near.txt is this text, but its line ends are CR LF"),
        (lambda text: "\ufeff" + text, "near.txt is this text, but it begins with a BOM"),
        (lambda text: unicodedata.normalize("NFD", text), "near.txt is this text, but it is not in NFC"),
        (lambda text: text.rstrip("\n"), "near.txt is this text, but its last line does not end"),
        (
            lambda text: "\ufeff" + text.replace("\n", "\r\n"),
            "near.txt is this text, but its line ends are CR LF and it begins with a BOM",
        ),
        (
            lambda text: unicodedata.normalize("NFD", text.replace("\n", "\r\n")),
            "near.txt is this text, but its line ends are CR LF and it is not in NFC",
        ),
        (lambda text: text.replace("„", '"').replace("“", '"'), "near.txt is near: it has 1 of the 1 quotes"),
        (lambda text: text.replace("auf keinen", "auf  keinen"), "1 of the 1 quotes, 1 of them with other marks"),
        (lambda text: "Ein Satz mehr. " + text, "it is 15 code points longer"),
    ],
)
def test_the_near_text_is_named_with_what_differs(change: Callable[[str], str], difference: str) -> None:
    (found,) = problems(change(TEXT), ANNA, S1)
    assert found.startswith("x.sha256: expected the hash of a text at hand")
    assert difference in found


def test_a_text_that_is_not_near_is_not_named() -> None:
    (found,) = problems("Something else entirely.", ANNA, S1)
    assert "near" not in found


@each_case(
    ("actor", "named"),
    [
        (ANNA, True),
        (attrs.evolve(ANNA, name="Ann"), False),
        (attrs.evolve(ANNA, name="Anna Ré"), False),
        (attrs.evolve(ANNA, name="A. R.", names=(Name(text="Rée"),)), True),
        (attrs.evolve(ANNA, name="A. R.", names=(Name(text="Anna", sources=("x",)),)), True),
        (attrs.evolve(ANNA, name="A. R.", names=(Name(text="Ann", sources=("x",)),)), False),
        (attrs.evolve(ANNA, name="Ann", kind=ActorKind.STATE), True),
    ],
)
def test_nobody_is_named_whom_the_text_does_not_spell_in_whole_words(actor: Actor, *, named: bool) -> None:
    assert (problems(TEXT, actor, S1) == []) is named


def test_a_gap_is_reported_as_the_words_that_are_left() -> None:
    text = "Anna spoke at length, briefly. She left."
    source = article("x", text)
    statement = attrs.evolve(S1, quotes=(), spans=(Span(start=0, end=20), Span(start=31, end=40)))
    dataset = Dataset(records=[source, attrs.evolve(ANNA, name="Anna"), statement])
    covered = coverage(dataset, "x", text)
    assert [text[slice(*piece)] for piece in covered.uncovered] == ["Anna spoke at length, briefly."]
    assert [text[slice(*gap)] for gap in covered.gaps] == ["briefly"]
    (found,) = problems(text, attrs.evolve(ANNA, name="Anna"), statement, source=source)
    assert found.endswith("code it, or list it under uncoded with its reason")
    assert "none: 'briefly'" in found


@pytest.mark.parametrize(("start", "end"), [(2, 4), (4, 6), (0, 2)])
def test_a_script_without_spaces_has_no_whole_words(start: int, end: int) -> None:
    text = "和平会谈结束。"
    source = article("x", text)
    spans = (Span(start=start, end=end),)
    found = problems(text, attrs.evolve(ANNA, name="会谈"), attrs.evolve(S1, quotes=(), spans=spans), source=source)
    assert not [line for line in found if "whole words" in line]


@each_case(
    ("words", "half"),
    [("Anna … nirgends", "nirgends"), ("nirgends … Anna", "nirgends"), ("Anna … Die", "Die"), ("Anna … Fall", None)],
)
def test_the_half_that_is_missing_is_named(words: str, half: str | None) -> None:
    assert missing_half(TEXT, words) == half


def test_many_places_are_found_without_looking_at_each_twice() -> None:
    """By hand, a hundred thousand places of fifty thousand letters each are five thousand million comparisons."""
    assert len(locate("a" * 150_000, "a" * 50_000)) == 100_001
    assert len(locate("a " * 50_000, "a … b")) == 0
