"""Meetings and their participants."""

from typing import Any

import pytest

from diplo_events import InvalidRecordError, Meeting, MeetingKind, MeetingStatus, Participant, ParticipantRole
from each_case import each_case


def meeting(**fields: Any) -> Meeting:
    given = {"id": "m", "source": "a1", "title": "Talks", "kind": MeetingKind.TALKS, "status": MeetingStatus.HELD}
    return Meeting(**{**given, **fields})


def test_somebody_may_take_part_in_two_roles_and_not_twice_in_one() -> None:
    host, attendee = (Participant(actor="a", role=role) for role in (ParticipantRole.HOST, ParticipantRole.ATTENDEE))
    assert meeting(participants=(host, attendee)).participants[0].role is ParticipantRole.HOST
    with pytest.raises(InvalidRecordError, match=r"^participants\[1\]: expected each item once"):
        meeting(participants=(attendee, Participant(actor="a")))


@pytest.mark.parametrize(("field", "value"), [("actor", "A"), ("role", "host"), ("representing", 7)])
def test_a_participant_that_cannot_be(field: str, value: object) -> None:
    with pytest.raises(InvalidRecordError, match=f"^{field}: expected"):
        Participant(**{"actor": "a", field: value})


@each_case(
    ("field", "value"),
    [
        ("title", ""),
        ("kind", "talks"),
        ("attendance", "online"),
        ("status", None),
        ("level", 1),
        ("participants", ("a",)),
        ("place", " "),
        ("agenda", ("i", "i")),
        ("part_of", "M"),
        ("outcomes", [None]),
        ("conditions", ""),
        ("proposed_by", "a"),
    ],
)
def test_what_it_cannot_hold(field: str, value: object) -> None:
    with pytest.raises(InvalidRecordError, match=f"^{field}"):
        meeting(**{field: value})
