"""The verbs and nouns of meetings in English news, with what became of each: status, and who takes part.

Where a sentence names "Ms Lima" or "Mr Aas", a sentence before it has their offices. A meeting whose participants
are not certain has none.
"""

import pytest

from diplo_events import EventDate, Meeting
from diplo_events.drafting import draft
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._events.encounter import Encounter
from diplo_events.drafting._events.likely_meetings import LIKELY
from diplo_events.drafting._finds import find

WHO = "Portuguese Foreign Minister Ana Lima and Norwegian Prime Minister Jon Aas have disagreed for years. "
CASES = [
    ("Prime Minister Ana Lima rang President Jon Aas on Tuesday night.", "held", "Lima Aas"),
    ("Prime Minister Ana Lima called the Norwegian president, Jon Aas, a liar on Tuesday.", "none", ""),
    ("Prime Minister Ana Lima dialled President Jon Aas on Tuesday.", "held", "Lima Aas"),
    ("Prime Minister Ana Lima will be in Oslo next month.", "scheduled", "Lima"),
    ("Prime Minister Ana Lima is expected in Oslo next month.", "scheduled", "Lima"),
    ("Prime Minister Ana Lima was in Oslo last week for talks on fish.", "held", "Lima"),
    ("Ms Lima and Mr Aas shook hands in Oslo on Tuesday.", "held", "Lima Aas"),
    ("Ms Lima and Mr Aas dined together on Tuesday.", "held", "Lima Aas"),
    ("The negotiations, which began in Oslo on Tuesday, were meant to last until Friday.", "held", ""),
    ("The summit, to be held in Oslo in October, will bring together ten leaders.", "scheduled", ""),
    ("The next session is to take place in Oslo on 20 September.", "scheduled", ""),
    ("Mr Aas cancelled a visit to Lisbon on Tuesday.", "cancelled", "Aas"),
    ("Mr Aas called off his trip to Lisbon.", "cancelled", "Aas"),
    ("The visit of Mr Aas to Lisbon now stands deferred.", "postponed", "Aas"),
    ("Mr Aas postponed his trip to Lisbon.", "postponed", "Aas"),
    ("The hosts have put off the conference until Monday.", "postponed", ""),
    ("A three-way session was pencilled in for August; it fell through because nobody came.", "cancelled", ""),
    ("The office of Mr Aas announced a lunch with Ms Lima; her spokesman says it never happened.", "denied", ""),
    ("Mr Aas denied that he had met Ms Lima in Lisbon.", "denied", ""),
    ("Ms Lima denied meeting Mr Aas in Lisbon.", "denied", ""),
    ("Mr Aas never met Ms Lima, his spokesman said.", "denied", ""),
    ("They did not rule out a meeting of the two leaders in Lisbon.", "proposed", ""),
    ("The proposal to hold an extraordinary session did not command consensus.", "proposed", ""),
    ("Talks are under way in Oslo between Portugal and Norway.", "ongoing", "Portugal Norway"),
    ("Secretary Ana Lima led the Portuguese side at the talks in Oslo.", "held", "Lima"),
    ("Ms Lima welcomed the decision of Norway.", "none", ""),
    ("During her visit to Oslo, Ms Lima signed the accord.", "held", "Lima"),
    ("At their meeting in Oslo, Ms Lima and Mr Aas signed the accord.", "held", "Lima Aas"),
    ("The target was met on Tuesday.", "none", ""),
    ("Mr Aas saw Ms Lima in Oslo last week.", "held", "Aas Lima"),
    ("Mr Aas hosted a dinner for Ms Lima.", "held", "Aas Lima"),
    ("The envoy shuttled between Lisbon and Oslo last week.", "none", ""),
    ("Ms Lima met reporters on Tuesday.", "none", ""),
    ("She said the talks were useful.", "none", ""),
    ("The meeting was moved to 20 September.", "rescheduled", ""),
    ("A round had been set for July, but diplomats now expect it to be put off.", "postponed", ""),
    ("There were no plans for a meeting between Ms Lima and Mr Aas, the spokesman said.", "none", ""),
    ("Envoy Ana Lima told the Security Council on Tuesday that the truce was over.", "held", "Council"),
    ("President Ana Lima flew home from Oslo on Tuesday.", "held", "Lima"),
]


def read(sentence: str, before: str = "") -> list[Encounter]:
    """Return the meetings of a text under a headline that the sure rules find."""
    found = find(f"Fish row drags on\n\nTrade is large. {before}{sentence}", None).encounters
    return [item for item in found if not item.rule.startswith(LIKELY)]


def name_of(party: Party) -> str:
    """Return the last word of an actor's name."""
    return party.name.split()[-1]


@pytest.mark.parametrize(("sentence", "status", "names"), CASES)
def test_a_meeting_has_its_status_and_those_who_take_part(sentence: str, status: str, names: str) -> None:
    found = read(sentence, WHO if "Ms Lima" in sentence or "Mr Aas" in sentence else "")
    assert [item.status.value for item in found] == ([] if status == "none" else [status])
    for item in found:
        taking_part = {name_of(party) for party in item.participants}
        assert not taking_part or set(names.split()) <= taking_part


def test_the_two_leaders_are_those_who_were_named_before() -> None:
    before = "President Ana Lima came late. President Jon Aas came early. "
    (found,) = read("The two leaders met in Oslo on Tuesday.", before)
    assert [party.name for party in found.participants] == ["Ana Lima", "Jon Aas"]
    (found,) = read("The two leaders met in Oslo on Tuesday.", before + "President Karl Dahl came later. ")
    assert found.participants == []


def test_who_speaks_in_a_turn_takes_part_in_what_they_did() -> None:
    text = (
        "Press briefing\n\nMR. DAHL: I met President Ana Lima in Oslo on Tuesday.\n\nQ: And then?\n\nMR. DAHL: I left."
    )
    (found,) = find(text, None).encounters
    assert {name_of(party) for party in found.participants} == {"Dahl", "Lima"}


def test_what_somebody_begins_on_a_day_to_come_is_scheduled() -> None:
    text = "Visit to the north\n\nPrime Minister Ana Lima begins a three-day visit to Norway on Monday."
    (found,) = draft(text, source="visit", published=EventDate.parse("2025-09-04")).of_type(Meeting)
    assert (found.status.value, str(found.when)) == ("scheduled", "2025-09-08")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("President Ana Lima will meet President Jon Aas, a spokesman said on Wednesday.", None),
        ("President Ana Lima will meet President Jon Aas on Monday, a spokesman said on Wednesday.", "2025-09-08"),
        ("The visit of President Ana Lima, due on Friday, was put off until Monday.", "2025-09-08"),
        ("President Ana Lima met President Jon Aas. They met in Oslo on Tuesday.", "2025-09-02"),
        ("The ban will end on Monday, said President Ana Lima, who met President Jon Aas.", None),
        ("President Ana Lima will meet President Jon Aas before she leaves on Monday.", None),
        ("President Ana Lima attended the funeral of King Olav, who died last week.", None),
    ],
)
def test_a_meeting_has_its_own_day_and_not_that_of_the_report(text: str, when: str | None) -> None:
    found = draft(f"A visit\n\n{text}", source="visit", published=EventDate.parse("2025-09-04")).of_type(Meeting)
    assert [str(item.when) if item.when else None for item in found] == [when]


def test_who_only_tells_of_a_meeting_takes_no_part() -> None:
    (found,) = read("President Ana Lima will meet President Jon Aas, the foreign ministry said.")
    assert {name_of(party) for party in found.participants} == {"Lima", "Aas"}
    (found,) = read("A summit will be hosted by President Ana Lima.")
    assert {name_of(party) for party in found.participants} == {"Lima"}


def test_a_named_event_is_a_meeting_though_nobody_is_named_who_takes_part() -> None:
    (found,) = read("She told reporters on the sidelines of the Oslo Forum that the deal was close.")
    assert (found.status.value, found.kind.value) == ("held", "conference")
    (found,) = read("Several ministers will raise the issue in the Oslo talks on Thursday.")
    assert found.status.value == "scheduled"


def test_of_whom_it_is_expected_that_they_meet() -> None:
    (found,) = read("He expects President Ana Lima and President Jon Aas to meet in Oslo.")
    assert found.status.value == "proposed"
    assert {name_of(party) for party in found.participants} == {"Lima", "Aas"}
