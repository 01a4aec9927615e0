"""The parts of a text: headline, standfirst, turns, lists, captions, and what nobody codes."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

import profiles
from diplo_events import Section, UncodedReason
from diplo_events.drafting._layout import layout

ARTICLE = """Toll on the bridge refused

A short summary of it all.

Minister Ana Reis in Veld, May 3, 2031. (AP)

VELD (Wire) — The bridge stays free, the minister said.

What comes next

• The towns will appeal.

“We will not pay,”

Ana Reis, minister

Sources

Leave a Comment"""


def test_an_article_is_divided() -> None:
    parts = layout(ARTICLE)
    found = [(ARTICLE[block.start : block.end], block.section) for block in parts.blocks]
    assert found == [
        ("Toll on the bridge refused", Section.HEADLINE),
        ("A short summary of it all.", Section.STANDFIRST),
        ("The bridge stays free, the minister said.", Section.BODY),
        ("The towns will appeal.", Section.LIST),
        ("“We will not pay,”", Section.PULL_QUOTE),
    ]
    assert [(ARTICLE[start:end], reason) for start, end, reason in parts.uncoded] == [
        ("Minister Ana Reis in Veld, May 3, 2031. (AP)", UncodedReason.CAPTION),
        ("VELD (Wire)", UncodedReason.BYLINE),
        ("What comes next", UncodedReason.SECTION_HEADING),
        ("Ana Reis, minister", UncodedReason.ATTRIBUTION),
        ("Sources", UncodedReason.PAGE_FURNITURE),
        ("Leave a Comment", UncodedReason.PAGE_FURNITURE),
    ]
    assert (parts.dateline, parts.is_transcript) == ("VELD (Wire)", False)


def test_a_text_without_a_headline_begins_with_its_body() -> None:
    parts = layout("Veld — The bridge stays free.\nThe towns will appeal.")
    assert (parts.headline, parts.dateline) == (None, "Veld")


def test_a_day_in_a_line_of_its_own_is_that_of_the_text() -> None:
    assert layout("A title\n\nTuesday, October 15, 2019\n\nIt rains.").day == "Tuesday, October 15, 2019"
    assert layout("A title\n\nLONDON, March 3 - It rains.").day == "March 3"


def test_the_turns_of_a_transcript_have_their_labels() -> None:
    text = "Press briefing\n\nMR. HOLT: Hello.\n\nQ. Why?\n\nMR. HOLT: Because.\nAnd so on.\n\nQ. When?"
    parts = layout(text)
    turns = [(text[slice(*block.speaker)], text[block.start : block.end]) for block in parts.blocks if block.speaker]
    assert parts.is_transcript
    assert turns == [
        ("MR. HOLT", "Hello."),
        ("Q", "Why?"),
        ("MR. HOLT", "Because."),
        ("MR. HOLT", "And so on."),
        ("Q", "When?"),
    ]


def test_a_question_may_have_spaces_behind_its_label() -> None:
    text = "Remarks\n\nTHE PRESIDENT: Hello.\n\nQ    Why?\n\nTHE PRESIDENT: Because."
    parts = layout(text)
    assert [text[slice(*block.speaker)] for block in parts.blocks if block.speaker] == [
        "THE PRESIDENT",
        "Q",
        "THE PRESIDENT",
    ]


@given(st.text(st.sampled_from("Aab .:Q\n“”-—•()") | st.characters()))
@profiles.examples(200)
def test_the_parts_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    parts = layout(text)
    spans = sorted(
        [(block.start, block.end) for block in parts.blocks] + [(start, end) for start, end, _ in parts.uncoded]
    )
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
