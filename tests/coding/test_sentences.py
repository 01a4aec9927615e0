"""Sentences and words of a text: scripts, abbreviations, and nothing lost between them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events.coding._sentences import cuts_word, sentences
from each_case import each_case

PIECES = st.lists(
    st.sampled_from(
        [*'aZé5 .!?…。؟।\n\r\u2028”’)"(“', "U.S.", "p.m.", "Mr.", "No.", "The", "和", "ไทย", "\u0301", "  "]
    ),
    max_size=40,
).map("".join)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He flew to St. Petersburg.",
        "The U.S. Secretary of State met Gen. A. B. Smith.",
        "Dep. Foreign Min. Ryabkov and Spc. Jones went to Mt. Athos.",
        "El Sr. Sánchez y la Sra. Díaz hablaron.",
        "「行く。」と彼は言った。",
        "“我们反对。”，他说。",
        "The U.S. and the U.K. agreed.",
        "It began at 5 p.m. on Monday, Aug. 15, and lasted.",
        "It cites Res. 2231, Art. 5, No. 7 and p. 12.",
        "Mr. J. D. Vance spoke with Ms. Lee and Dr. Roe.",
        "Norland Corp. and others, e.g. Sudmark, i.e. the South, etc. signed.",
        "“Why?” he asked.",
        "They left … and came back.",
        "They left... and came back.",
        "Am 3. September kam er.",
        "M. Durand et Mme. Petit partent.",
        "About 3.5 million, or 1.000,5.",
        "See example.org for more.",
        "He was born in Washington, D.C. and left.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert split(text) == [text]


@each_case(
    "pieces",
    [
        ["He left the U.S.", "The talks went on."],
        ["It began at 5 p.m.", "He spoke."],
        ["“We will not.”", "He left."],
        ["(They agreed.)", "He left."],
        ["He said no.", "She said yes!", "Why?", "Nobody knows…", "It ended."],
        ["It happened in 2025.", "September came."],
        ["They chose plan B.", "The talks ended."],
        ["He brought fruit, etc.", "They ate."],
        ["हम गए।", "वे आए॥", "ठीक है।"],
        ["هل ذهب؟", "نعم۔", "لا."],
        ["Այո։", "Ոչ։"],
        ["ምን፧", "እሺ።"],
    ],
)
@each_case("space", [" ", "  ", "\n", "\r\n", "\u00a0"])
def test_sentences_are_told_apart(pieces: list[str], space: str) -> None:
    assert split(space.join(pieces)) == pieces


@pytest.mark.parametrize(
    "pieces", [["他说不。", "她走了！", "真的？"], ["「行きます。」", "そうです。"], ["行く｡", "来る｡"]]
)
def test_no_space_is_needed_where_a_script_has_none(pieces: list[str]) -> None:
    assert split("".join(pieces)) == pieces


@given(PIECES)
def test_nothing_but_white_space_lies_between_sentences(text: str) -> None:
    end = 0
    for first, last in sentences(text):
        assert not text[end:first].strip()
        assert text[first:last].strip() == text[first:last] != ""
        end = last
    assert not text[end:].strip()


@given(PIECES, PIECES)
def test_a_line_end_always_ends_a_sentence(left: str, right: str) -> None:
    assert split(f"{left}\n{right}") == split(left) + split(right)


@each_case(
    ("text", "place", "cut"),
    [
        ("peace talks", 5, False),
        ("peace talks", 6, False),
        ("peace talks", 3, True),
        ("2025", 2, True),
        ("和平会谈", 2, False),
        ("ข่าวไทย", 4, False),
        ("平和の会談", 3, False),
        ("G7会議", 2, False),
        ("e\u0301te", 1, True),
        ("e\u0301te", 2, True),
        ("กา", 1, False),
        ("हिन्दी", 1, True),
        ("👩\u200d🚀 x", 1, True),
        ("abc", 0, False),
        ("abc", 3, False),
    ],
)
def test_what_cuts_a_word(text: str, place: int, cut: bool) -> None:
    assert cuts_word(text, place) is cut


@given(st.text(st.sampled_from("aé1 -.和ไ\u0301\u0327"), max_size=12))
def test_a_cut_is_a_cut_in_every_unicode_form(text: str) -> None:
    """A text and its composed form have the same words, so that an uncut place between them stays one."""
    composed = unicodedata.normalize("NFC", text)
    whole = [place for place in range(len(composed) + 1) if not cuts_word(composed, place)]
    for place in whole:
        assert not cuts_word(unicodedata.normalize("NFD", text), len(unicodedata.normalize("NFD", composed[:place])))
