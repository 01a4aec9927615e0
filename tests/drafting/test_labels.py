"""Labels of turns: an office and a name, a name and a medium, a courtesy and a family name."""

import pytest

from diplo_events import Actor, EventDate
from diplo_events.drafting import draft
from diplo_events.drafting._finds import find

BRIEFING = """Briefing of the Ministry

Official Spokesperson, Shri Tom Hale: Good afternoon. We have rejected the offer of the other side.

Sunita, Deccan Tribune: Sir, will the minister travel to Oslo?

Official Spokesperson, Shri Tom Hale: I have nothing to announce today.

Ana Reis (Daily Post): Is the bridge open?

MR. HALE: The bridge is open.
"""


def speakers(text: str) -> list[Actor]:
    dataset = draft(text, source="a", published=EventDate.parse("2031-05-14"))
    return [dataset.actor(statement.speakers[0]) for statement in dataset.statements]


def test_a_label_names_a_person_with_an_office_or_a_medium() -> None:
    found = speakers(BRIEFING)
    assert [actor.name for actor in found] == ["Tom Hale", "Sunita", "Tom Hale", "Ana Reis", "Tom Hale"]
    assert [[role.title for role in actor.roles] for actor in found[:4]] == [
        ["Official Spokesperson"],
        ["Deccan Tribune"],
        ["Official Spokesperson"],
        ["Daily Post"],
    ]


@pytest.mark.parametrize("courtesy", ["", "Mr. ", "Ms ", "H.E. ", "Shri ", "Dr. "])
@pytest.mark.parametrize("name", ["Tom Hale", "Adam Bream Cole", "Li", "Théa Ndiaye"])
def test_a_courtesy_is_taken_off_in_front_alone(courtesy: str, name: str) -> None:
    label = f"Spokesperson, {courtesy}{name}"
    text = BRIEFING.replace("Official Spokesperson, Shri Tom Hale", label).partition("MR. HALE")[0]
    assert [actor.name for actor in speakers(text)] == [name, "Sunita", name, "Ana Reis"]


def test_of_a_statement_by_a_spokesperson_only_what_is_in_the_first_person_is_said() -> None:
    text = "Statement by Spokesperson Eva Dahl on Trade\n\nThe envoy flew to Oslo.\n\nWe look forward to more."
    said = [text[item.start : item.end] for item in find(text, None).reported if item.rule == "whole-text"]
    assert said == ["We look forward to more."]


def test_a_statement_on_a_call_without_a_first_person_tells_what_those_who_spoke_said() -> None:
    headline = "Statement from Secretary Tom Hale on the Call with President Reis"
    text = f"{headline}\n\nPresident Ana Reis thanked Norway for its help."
    assert [(item.rule, item.speaker.name) for item in find(text, None).reported if item.speaker] == [
        ("subject", "Ana Reis")
    ]
    for other in (f"{text} We are glad.", text.replace("the Call with President Reis", "the Bridge")):
        assert [item.speaker.name for item in find(other, None).reported if item.speaker] == ["Tom Hale"]
