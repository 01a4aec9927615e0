"""Statements by the language of diplomacy: those of which the draft asks who speaks, and what is none."""

import attribution_sides as sides
from attribution_likely import HEADLINES, LOOK_ALIKE_HEADLINES, LOOK_ALIKES, SENTENCES
from diplo_events import OPEN, Statement
from diplo_events.drafting import draft
from diplo_events.drafting._finds import find
from diplo_events.drafting._speech.context import Reported
from each_case import each_case

BEHIND = "Rain fell in Norland and in Sudland."
"""What makes the names of the invented states known as such, and what nobody says."""


def in_sentence(text: str) -> list[Reported]:
    """Return what the last sentence of a text reports."""
    whole = f"{text} {BEHIND}"
    last = max(whole.rfind(". ", 0, len(text) - 1) + 1, 0)
    return [item for item in find(whole, None).reported if last <= item.end and item.start < len(text)]


def in_headline(text: str) -> list[Reported]:
    """Return what a headline reports."""
    return [item for item in find(f"{text}\n\n{BEHIND}", None).reported if item.start < len(text)]


@each_case("text", [text for texts in (*SENTENCES.values(), *sides.SENTENCES.values()) for text in texts])
def test_the_language_of_diplomacy_is_read(text: str) -> None:
    assert in_sentence(text)


@each_case("text", [text for texts in (*HEADLINES.values(), *sides.SIDES.values()) for text in texts])
def test_the_language_of_headlines_is_read(text: str) -> None:
    assert in_headline(text)


@each_case("text", LOOK_ALIKES + sides.LOOK_ALIKES)
def test_deeds_and_background_are_none(text: str) -> None:
    assert not in_sentence(text)


@each_case("text", LOOK_ALIKE_HEADLINES + sides.LOOK_ALIKE_HEADLINES)
def test_headlines_of_deeds_are_none(text: str) -> None:
    assert not in_headline(text)


@each_case(
    ("headline", "body", "is_said"),
    [
        ("Brink: The dam to be shut", "Norland’s Oda Brink told the press so.", True),
        ("Brink: The dam to be shut", "In May, said Oda Brink, it rains.", True),
        ("Brink: The dam was shut", "In Brink the dam was shut.", False),
        ("Norway: The dam was shut", "Norway said in May that it rains.", False),
        ("Talks go on and on — Oda Brink", "It rains in the town.", True),
    ],
)
def test_a_name_before_a_colon_is_that_of_somebody_who_speaks_in_the_text(
    headline: str, body: str, is_said: bool
) -> None:
    found = find(f"{headline}\n\nWeather is mild. {body}", None).reported
    assert bool([item for item in found if item.start < len(headline)]) is is_said


def test_a_line_whose_label_speaks_of_itself_is_said() -> None:
    text = "A week of talks\n\nBrink: I expect both sides to wait\n\nIt rained in the town."
    assert [item.rule for item in find(text, None).reported] == ["likely-statement"]


def test_every_kind_has_five_cases() -> None:
    kinds = (*SENTENCES.values(), *HEADLINES.values(), *sides.SENTENCES.values(), *sides.SIDES.values())
    assert {len(texts) for texts in kinds} == {5}


@each_case(
    ("text", "acts", "speakers"),
    [
        ("The Lake Union remains committed to peace.", ["promise"], ["lake-union"]),
        ("Norway intends to open an embassy.", ["announce", "promise"], ["norway"]),
        ("It was agreed that the talks would go on.", ["agree", "state"], None),
        ("The two agreed to finish the pact.", ["agree", "express_accord"], None),
        ("Norway has given the rebels until Friday to leave.", ["give_ultimatum", "demand"], ["norway"]),
    ],
)
def test_the_draft_asks_who_speaks_and_what_is_done(text: str, acts: list[str], speakers: list[str] | None) -> None:
    (record,) = draft(text, source="a1").of_type(Statement)
    mark = record.extra["draft"]
    assert (record.speakers, record.acts, mark["rule"]) == (OPEN, OPEN, "likely-statement")
    assert list(mark["ask"]["acts"]) == acts
    asked = mark["ask"].get("speakers")
    assert (list(asked) if asked is not None else None) == speakers


def test_nobody_takes_the_floor_by_words_of_which_the_draft_asks() -> None:
    text = "Ana Reis said no. The Lake Union remains committed to peace. “We will wait,” she added."
    assert [(item.rule, item.speaker.name if item.speaker else None) for item in find(text, None).reported] == [
        ("subject", "Ana Reis"),
        ("likely-statement", None),
        ("pronoun-she", "Ana Reis"),
    ]
    assert [item.start for item in find(text, None).reported] == sorted(
        item.start for item in find(text, None).reported
    )


@each_case(
    ("line", "is_said"),
    [
        ("Norland ponders retaliation against Sudland over confiscated containers", True),
        ("Norland ponders retaliation against Sudland over confiscated containers.", False),
        ("Norland hits record exports of machinery, fertilizer and other containers", False),
    ],
)
def test_a_line_without_a_stop_is_read_as_a_headline(line: str, is_said: bool) -> None:
    text = f"A week of talks\n\n{BEHIND}\n\n{line}\n\nIt rained in the town."
    assert bool(find(text, None).reported) is is_said
