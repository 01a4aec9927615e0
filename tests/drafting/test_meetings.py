"""The meetings, visits and calls of the invented sentences of `meeting_cases`."""

from diplo_events.drafting._events.likely_meetings import LIKELY
from diplo_events.drafting._finds import find
from each_case import each_case
from meeting_cases import MEETINGS, MeetingCase
from meeting_forms import FORMS


@each_case("case", MEETINGS + FORMS, ids=lambda case: case.text[:40])
def test_each_meeting_is_found_with_those_who_take_part(case: MeetingCase) -> None:
    found = [item for item in find(case.text, None).encounters if not item.rule.startswith(LIKELY)]
    assert [item.status for item in found] == [status for _, status in case.meetings]
    for item, (names, _) in zip(found, case.meetings, strict=True):
        assert names <= {party.name for party in item.participants}


def test_the_cases_are_enough() -> None:
    assert sum(len(case.meetings) for case in MEETINGS) >= 20
    assert sum(len(case.meetings) for case in FORMS) >= 70
    assert sum(not case.meetings for case in FORMS) >= 10


def test_a_meeting_that_is_named_again_has_two_passages() -> None:
    text = "Minister Ana Reis met President Oleg Sudin in Riga. Envoy Bo Lin joined the talks."
    (found,) = find(text, None).encounters
    assert [party.name for party in found.participants] == ["Ana Reis", "Oleg Sudin", "Bo Lin"]
    assert [text[start:end] for start, end in found.more] == ["Envoy Bo Lin joined the talks."]
    assert found.place == "Riga"
