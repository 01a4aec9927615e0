"""The parts of a text: headline, standfirst, turns, lists, captions, and what nobody codes."""

import itertools
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

import profiles
from diplo_events import Section, UncodedReason
from diplo_events.drafting._parts.layout import layout
from diplo_events.drafting._speech.turns import speaker_of_text
from each_case import each_case

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


class Page(NamedTuple):
    """A page of some kind."""

    text: str
    """The page."""
    coded: list[str]
    """What is left of it to code, without the headline."""


PAGES = {
    "Wikinews with its sources": Page(
        "Norway signs treaty\n\nWednesday, March 12, 2025\n\nIt was signed.\n\nRelated news\n"
        "“A” — Wikinews, May 1\nSources\nLi Wei. “B” — Wire, May 1",
        ["It was signed."],
    ),
    "Wikinews with its page": Page(
        "Norway signs treaty\n\nFrom Wikinews, the free news source you can write!\n\n"
        "It was signed.\n\nAna Reis, in 2019.\nImage: Jan Berg.\n\n"
        "Have an opinion on this story? Share it!\n\n== Sources ==\n\n * Li Wei. “B”",
        ["It was signed."],
    ),
    "White House fact sheet": Page(
        "FACT SHEET: A New Deal\n\nThe White House\n\nOctober 6, 2025\n\n"
        "KEEPING OUR WORD: Today, it was signed.\n\n###",
        ["Today, it was signed."],
    ),
    "State Department readout": Page(
        "Secretary Reis’s Call with Li\n\nREADOUT\nOFFICE OF THE SPOKESPERSON\nMARCH 12, 2024\n\n"
        "The following is attributable to Spokesperson Jan Berg:\n\nThe Secretary spoke today.",
        ["The Secretary spoke today."],
    ),
    "press release": Page(
        "PRESS RELEASE\n12 March 2024\nFor immediate release\n\nNorway signs\n\n"
        "Oslo, 12 March 2024 – It was signed.\n\n- ENDS -\n\nNotes to editors\n"
        "1. It was drafted in 2020.\nContact: press@norway.no",
        ["It was signed."],
    ),
    "United Nations press release": Page(
        "Council Urges Restraint\n\nSC/15590\n\n12 MARCH 2024\n\n9568TH MEETING (AM)\n\n"
        "It urged restraint.\n\nFor information media. Not an official record.",
        ["It urged restraint."],
    ),
    "United Nations rights office": Page(
        "Expert urges calm\n\nGENEVA (12 March 2024) – She urged calm.\n\nENDS\n\nTag and share\nTwitter: @UN",
        ["She urged calm."],
    ),
    "agency with caption and editors": Page(
        "Norway signs\n\nBy Li Wei\n\nOSLO, March 12 (Wire) - It was signed.\n\n"
        "A man walks past a ship. REUTERS/Jan Berg\n\nReporting by Li Wei; Editing by Jan Berg\n\n"
        "Our Standards: The Principles.",
        ["It was signed."],
    ),
    "Xinhua": Page(
        "Xi meets king\n\nXinhua | 2025-05-20 21:14:05\n\nBEIJING, May 20 (Xinhua) -- They met.\n\n"
        "Xi meets the king, May 20, 2025. (Xinhua/Yin Bo)\n\nEditor: Huaxia",
        ["They met."],
    ),
    "Kremlin": Page(
        "Telephone conversation\n\nThe President\n\nMarch 12, 2024\n13:40\n\nThey spoke.",
        ["They spoke."],
    ),
    "State Department briefing": Page(
        "Department Press Briefing\n\nJan Berg, Spokesperson\n\nWashington, D.C.\n\n1:15 p.m. EDT\n\n"
        "MR BERG: Good afternoon.\n\nQUESTION: Why?\n\nMR BERG: Because.\n\n"
        "(The briefing was concluded at 1:58 p.m.)",
        ["Good afternoon.", "Why?", "Because."],
    ),
    "White House briefing": Page(
        "Press Gaggle\n\nEn Route Tulsa, Oklahoma\n\n12:07 P.M. EDT\n\nMS. BERG:  Okay.  Hi.\n\n"
        "Q   Why?\n\nMS. BERG:  Because.\n\nA full week.\n\nQ   Thank you.\n\n(Laughter.)\n\n"
        "END    12:30 P.M. EDT",
        ["Okay.  Hi.", "Why?", "Because.", "A full week.", "Thank you."],
    ),
    "foreign ministry conference": Page(
        "Regular Press Conference\n\nAFP: Why?\n\nLi Wei: We have noted it.\n\nReuters: When?\n\nLi Wei: Soon.",
        ["Why?", "We have noted it.", "When?", "Soon."],
    ),
    "joint statement": Page(
        "Joint Statement on Norland\n\nMEDIA NOTE\n\n"
        "The text of the following statement was released by the Governments of Norway and Chile.\n\n"
        "Begin Text:\n\nWe condemn it.\n\nEnd Text.",
        ["We condemn it."],
    ),
    "list of results": Page(
        "Results\n\nThe two sides agreed:\n\n• Ships will sail.\n- Trains will run.",
        ["The two sides agreed:", "Ships will sail.", "Trains will run."],
    ),
}


@each_case(("text", "expected"), PAGES.values(), ids=PAGES.keys())
def test_only_what_can_be_coded_is_left_of_a_page(text: str, expected: list[str]) -> None:
    parts = layout(text)
    assert [
        text[block.start : block.end] for block in parts.blocks if block.section is not Section.HEADLINE
    ] == expected
    assert parts.headline is not None
    spans = sorted([*((a, b) for a, b, _ in parts.uncoded), *((block.start, block.end) for block in parts.blocks)])
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


def test_the_labels_of_turns_are_whole() -> None:
    text = PAGES["White House briefing"].text
    labels = [text[slice(*block.speaker)] for block in layout(text).blocks if block.speaker is not None]
    assert labels == ["MS. BERG", "Q", "MS. BERG", "MS. BERG", "Q"]


@each_case(
    ("text", "day"),
    [
        ("Expert urges calm\n\nGENEVA (12 March 2024) – She urged calm.", "12 March 2024"),
        ("Xi meets king\n\nXinhua | 2025-05-20 21:14:05\n\nThey met.", "2025-05-20"),
        ("Readout\n\nMARCH 12, 2024\n\nThey spoke.", "March 12, 2024"),
        ("Norway signs\n\nOSLO, March 12 (Wire) - It was signed.", "March 12"),
    ],
)
def test_the_day_of_a_page_is_found(text: str, day: str) -> None:
    assert layout(text).day == day


@each_case(
    ("text", "who"),
    [
        (
            "Joint Statement of the Ministers of Norway, Chile and Peru\n\nWe met.",
            "Ministers of Norway, Chile and Peru",
        ),
        ("Statement by the Press Secretary on Norway\n\nWe welcome it.", "Press Secretary"),
        ("Remarks by President Ana Reis at the Summit\n\nThank you.", "President Ana Reis"),
        ("G7 Foreign Ministers’ Statement on Norland\n\nWe condemn it.", "G7 Foreign Ministers"),
        (PAGES["joint statement"].text, "Governments of Norway and Chile"),
    ],
)
def test_whose_text_a_statement_is(text: str, who: str) -> None:
    span = speaker_of_text(text, layout(text))
    assert span is not None
    assert text[slice(*span)] == who
