"""What each PLOVER event becomes: a statement with its act, a meeting of its kind, or a deed of its kind."""

import functools
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from diplo_events.model import OPEN
from diplo_events.vocab import ActionStatus, Aspect, MeetingKind, MeetingStatus
from diplo_events.vocab.action_kinds import ActionKind
from diplo_events.vocab.codes import Match
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["ASPECTS", "PloverCoded", "aspects_of", "plover_coded"]

VERBAL: Final = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""The event types in which something is said."""

DEEDS: Final = frozenset(
    {"COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
)
"""The event types in which something is done."""

MEETING_KINDS: Final = MappingProxyType(
    {"phone": MeetingKind.CALL, "visit": MeetingKind.VISIT, "third-party": MeetingKind.MEDIATION}
)
"""The kinds of meetings by their mode; a multilateral one can be of several kinds."""

ASPECTS: Final = MappingProxyType(
    {
        "historical": Aspect.HISTORICAL,
        "future": Aspect.FUTURE,
        "hypothetical": Aspect.HYPOTHETICAL,
        "negation": Aspect.NEGATED,
        "negated": Aspect.NEGATED,
    }
)
"""The contexts that say whether an event took place, with their aspects."""

NO_FACT: Final = frozenset({Aspect.FUTURE, Aspect.HYPOTHETICAL, Aspect.NEGATED})


class PloverCoded(NamedTuple):
    """What a PLOVER event becomes."""

    cls: Literal["statement", "meeting", "action"]
    """The type of the record."""
    term: Any
    """The act, or the kind of meeting or deed; `OPEN` where the vocabulary has no term that covers it."""

    def status(self, aspects: frozenset[Aspect]) -> Any:  # noqa: ANN401  (a status, or `OPEN`)
        """Return how far a meeting or a deed has come; open where the context says that it did not take place."""
        if aspects & NO_FACT:
            return OPEN
        return MeetingStatus.HELD if self.cls == "meeting" else ActionStatus.DONE


@functools.cache
def exact_terms(vocabulary: type[SpeechAct] | type[ActionKind]) -> dict[tuple[str | None, str | None], Any]:
    """Return the term of each event type and mode that covers exactly a term."""
    return {(term.plover.event, term.plover.mode): term for term in vocabulary if term.plover.match is Match.EXACT}


@functools.cache
def plover_coded(event: str, mode: str) -> PloverCoded | None:
    """Return what an event type and a mode become; `None` if PLOVER has no such type.

    A mode that no term covers leaves the term open: the type alone would say less than the source.

    Examples:
        >>> plover_coded("REJECT", "meet").term, plover_coded("CONSULT", "visit").cls, plover_coded("AID", "").term
        (SpeechAct.REJECT_MEETING, 'meeting', ActionKind.AID)
        >>> plover_coded("ASSAULT", "beat").term, plover_coded("MAKE", "")
        (OPEN, None)
    """
    kind, how = event.upper(), mode.lower() or None
    if kind == "CONSULT":
        return PloverCoded("meeting", MEETING_KINDS.get(mode.lower(), OPEN))
    if kind in VERBAL:
        return PloverCoded("statement", exact_terms(SpeechAct).get((kind, how), OPEN))
    if kind in DEEDS:
        return PloverCoded("action", exact_terms(ActionKind).get((kind, how), OPEN))
    return None


def aspects_of(contexts: Iterable[str]) -> frozenset[Aspect]:
    """Return the aspects among some contexts.

    >>> aspects_of(["military", "future"])
    frozenset({Aspect.FUTURE})
    """
    return frozenset(ASPECTS[context.lower()] for context in contexts if context.lower() in ASPECTS)
