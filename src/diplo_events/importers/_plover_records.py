"""The record of a PLOVER event, from POLECAT's table and from PLOVER's JSON alike."""

from collections.abc import Sequence
from typing import Any

import attrs

from diplo_events.importers._making import Makers
from diplo_events.importers._plover_codes import PloverCoded, aspects_of
from diplo_events.model import OPEN, Action, Meeting, Participant, Statement
from diplo_events.schema import Record
from diplo_events.vocab import ParticipantRole

__all__ = ["PloverFacts", "plover_record"]


@attrs.frozen(kw_only=True)
class PloverFacts:
    """What both layouts say of an event."""

    coded: PloverCoded
    """What it becomes."""
    actors: Sequence[Any]
    """The ids of its actors."""
    recipients: Sequence[Any]
    """The ids of its recipients."""
    contexts: Sequence[str] = ()
    """Its contexts, those among them that are aspects."""
    summary: str | None = None
    """What was done, in the words of the source, where it has some."""


def plover_record(make: Makers, event: PloverFacts, fields: dict[str, Any]) -> Record:
    """Return the record of an event; `fields` are those that all types of records have."""
    coded, aspects = event.coded, aspects_of(event.contexts)
    actors = tuple(dict.fromkeys(event.actors))
    recipients = tuple(dict.fromkeys(event.recipients))
    if coded.cls == "meeting":
        roles = (ParticipantRole.MEDIATOR if coded.term is not OPEN and coded.term.value == "mediation" else None,)
        first = roles[0] or ParticipantRole.ATTENDEE
        parts = [
            *(Participant(actor=actor, role=first) for actor in actors),
            *(Participant(actor=actor) for actor in recipients if actor not in actors),
        ]
        return make[Meeting](
            **fields,
            title=OPEN,
            kind=coded.term,
            status=coded.status(aspects),
            aspects=aspects,
            participants=tuple(parts),
        )
    if coded.cls == "action":
        return make[Action](
            **fields,
            actors=actors or OPEN,
            targets=recipients,
            kind=coded.term,
            status=coded.status(aspects),
            aspects=aspects,
            summary=event.summary or OPEN,
        )
    return make[Statement](
        **fields,
        speakers=actors or OPEN,
        targets=recipients,
        acts=OPEN if coded.term is OPEN else (coded.term,),
        mode=OPEN,
        summary=OPEN,
        aspects=aspects,
    )
