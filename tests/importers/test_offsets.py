"""The proof of offsets: what each tool counts is found again, and a document with one wrong passage is refused."""

import unicodedata
from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events.importers._offsets import RULES, Claim, prove_offsets
from profiles import examples

PIECES: Final = [
    "a",
    "b",
    " ",
    "\n",
    "\r\n",
    "\r",
    "🙂",
    "𐍈",
    "é",
    "e\u0301",
    "o\u0323\u0302",
    "한",
    "\u1112\u1161\u11ab",
    "ß",
    "—",
]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def utf8(text: str) -> int:
    return len(text.encode())


ORACLES: Final[dict[str, tuple[Callable[[str], str], Callable[[str], int]]]] = {
    "code points": (str, len),
    "UTF-16 units": (str, utf16),
    "UTF-8 bytes": (str, utf8),
    "CR removed": (lambda text: text.replace("\r", ""), len),
    "NFC": (lambda text: unicodedata.normalize("NFC", text), len),
    "BOM removed": (lambda text: text.removeprefix("\ufeff"), len),
    "CR removed, UTF-16 units": (lambda text: text.replace("\r", ""), utf16),
    "NFC, UTF-16 units": (lambda text: unicodedata.normalize("NFC", text), utf16),
}
"""How a tool writes under each rule: the form of the text, and the length of what stands before a place."""


def test_every_rule_has_an_oracle() -> None:
    assert ORACLES.keys() == RULES.keys()


def written(text: str, rule: str, span: tuple[int, int]) -> Claim:
    """Write a passage as a tool does that follows a rule."""
    form, size = ORACLES[rule]
    start, end = (size(form(text[:place])) for place in span)
    return Claim(((start, end),), form(text[slice(*span)]))


def joins(text: str, place: int) -> bool:
    """Whether composing joins what stands around a place, so that no tool could mark a passage there."""
    normal = unicodedata.normalize
    return normal("NFC", text[:place]) + normal("NFC", text[place:]) != normal("NFC", text)


@pytest.mark.parametrize("rule", ORACLES)
@examples(15)
@given(data=st.data())
def test_passages_written_under_a_rule_are_found_again(rule: str, data: st.DataObject) -> None:
    text = data.draw(texts)
    if rule == "BOM removed":
        text = f"\ufeff{text}"
    cuts = [
        place
        for place in range(len(text) + 1)
        if not (rule.startswith("NFC") and joins(text, place))
        and not (rule.startswith("CR") and text[place - 1 : place] == "\r")
        and not (rule.startswith("BOM") and not place)
    ]
    pairs = [(start, end) for start in cuts for end in cuts if start < end and text[start:end].strip("\r")]
    if rule.startswith("CR"):  # a tool without carriage returns cannot say whether one begins a passage
        pairs = [(start, end) for start, end in pairs if "\r" not in {text[start], text[end - 1]}]
    if not pairs:
        return
    spans = data.draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=5))
    claims = [written(text, rule, span) for span in spans]
    proof = prove_offsets(text, claims, rules=[rule])
    assert proof.rule == rule
    assert proof.places == tuple((span,) for span in spans)
    for span, claim in zip(proof.places, claims, strict=True):  # whatever rule is taken explains the words
        assert ORACLES[rule][0](text[slice(*span[0])]) == claim.words
    taken = prove_offsets(text, claims)
    assert taken.rule is not None
    assert taken.places == proof.places or taken.rivals


@examples(30)
@given(text=texts, data=st.data())
def test_one_wrong_passage_refuses_the_document_and_is_named(text: str, data: st.DataObject) -> None:
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), min_size=1, max_size=4))
    claims = [Claim((span,), text[slice(*span)]) for span in spans if span[0] < span[1]]
    place = data.draw(st.integers(0, len(claims)))
    wrong = Claim(((0, 1),), "words that no text here has")
    proof = prove_offsets(text, [*claims[:place], wrong, *claims[place:]])
    assert proof.rule is None
    assert proof.places == ()
    assert proof.failures == (place,)
    assert proof.explained["code points"] == len(claims)
    assert max(proof.explained.values()) == len(claims)


def test_fragments_are_proven_together() -> None:
    text = "🙂 no — toll"
    claim = Claim(((8, 12), (3, 5)), "toll no")
    assert prove_offsets(text, [claim]).places == (((7, 11), (2, 4)),)
    assert prove_offsets(text, [Claim(((8, 12), (3, 6)), "toll no")]).rule is None


@pytest.mark.parametrize("offsets", [(-1, 2), (0, 99), (2, 2), (3, 1), (1, 2)])
def test_offsets_out_of_the_text_within_a_character_or_empty_are_not_explained(offsets: tuple[int, int]) -> None:
    assert prove_offsets("🙂🙂", [Claim((offsets,), None)], rules=["UTF-16 units"]).failures == (0,)


def test_rivals_are_listed_where_the_words_stand_at_both_places() -> None:
    proof = prove_offsets("🙂aaa", [Claim(((2, 3),), "a")])
    assert (proof.rule, proof.places, proof.rivals) == ("code points", (((2, 3),),), ("UTF-16 units",))
