"""What each CAMEO code becomes: a statement with its act, a meeting of its kind, or a deed of its kind.

A code has a term only where the vocabulary of this library has one that covers it: the term of the code itself, or of
the code above it in CAMEO's own tree. Where there is none, the field is open; the code itself is always kept.
"""

import functools
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from diplo_events.model import OPEN
from diplo_events.vocab import ActionStatus, MeetingKind, ParticipantRole
from diplo_events.vocab.action_kinds import ActionKind
from diplo_events.vocab.codes import Match
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["CODES", "LOST_ZERO", "MIRRORED", "NOT_IN_BOOK", "Coded", "coded_as", "with_zero"]

LOST_ZERO: Final = "the CAMEO code has lost its leading zero"

NOT_IN_BOOK: Final = "the CAMEO code is not in the code book, only its category"

VERBAL: Final = frozenset({"01", "02", "03", "05", "10", "11", "12", "13"})
"""The categories of CAMEO in which something is said."""

CONSULT: Final = "04"

DEEDS: Final = frozenset({"06", "07", "08", "09", "14", "15", "16", "17", "18", "19", "20"})
"""The categories of CAMEO in which something is done."""

DONE_BY_DEED: Final = frozenset({"054", "057", "115", "116"})
"""The codes of verbal categories that are deeds: recognition, signature, lawsuit, verdict."""

NO_TERM: Final = frozenset({"017", "034", "128", "129"})
"""The codes whose category has a term that does not fit them: a symbolic act, reform, defiance, a veto."""

IN_THE_MEANING: Final = MappingProxyType(
    {
        "015": SpeechAct.ACKNOWLEDGE,
        "016": SpeechAct.DENY,
        "060": ActionKind.COOPERATE,
        "061": ActionKind.COOPERATE,
        "063": ActionKind.COOPERATE,
        "071": ActionKind.AID,
        "0873": ActionKind.DISARM,
        "141": ActionKind.DEMONSTRATE,
        "143": ActionKind.DEMONSTRATE,
        "144": ActionKind.DEMONSTRATE,
        "185": ActionKind.ASSASSINATE,
        "186": ActionKind.ASSASSINATE,
        "201": ActionKind.COMMIT_ATROCITY,
        "202": ActionKind.COMMIT_ATROCITY,
        "203": ActionKind.COMMIT_ATROCITY,
    }
)
"""Codes that are a part of what a term means according to the codebook, and no code of their own for it."""

MEETING_KINDS: Final = MappingProxyType(
    {
        "041": MeetingKind.CALL,
        "042": MeetingKind.VISIT,
        "043": MeetingKind.VISIT,
        "045": MeetingKind.MEDIATION,
        "046": MeetingKind.NEGOTIATION,
    }
)
"""The kinds of meetings; 040 and 044 do not say what sort of encounter it is."""

ROLES: Final = MappingProxyType(
    {
        "042": (ParticipantRole.ATTENDEE, ParticipantRole.HOST),
        "043": (ParticipantRole.HOST, ParticipantRole.ATTENDEE),
        "045": (ParticipantRole.MEDIATOR, ParticipantRole.ATTENDEE),
    }
)
"""What the source and the target of a code do at a meeting; at all others both attend."""

MIRRORED: Final = MappingProxyType({"040": "040", "041": "041", "042": "043", "043": "042", "044": "044", "046": "046"})
"""The code that the same meeting has with source and target exchanged."""

ATTEMPTS: Final = frozenset({"185"})

CODES: Final = frozenset(
    code
    for codes in (
        *("010-019", "020-028", "0211-0214", "0231-0234", "0241-0244", "0251-0256", "030-039", "0311-0314"),
        *("0331-0334", "0341-0344", "0351-0356", "040-046", "050-057", "060-064", "070-075", "080-087", "0811-0814"),
        *("0831-0834", "0841-0842", "0861-0863", "0871-0874", "090-094", "100-108", "1011-1014", "1031-1034"),
        *("1041-1044", "1051-1056", "110-116", "1121-1125", "120-129", "1211-1214", "1221-1224", "1231-1234"),
        *("1241-1246", "130-139", "1311-1313", "1321-1324", "1381-1385", "140-145", "1411-1414", "1421-1424"),
        *("1431-1434", "1441-1444", "1451-1454", "150-155", "160-166", "1621-1623", "1661-1663", "170-176"),
        *("1711-1712", "1721-1724", "180-186", "1821-1823", "1831-1834", "190-196", "1951-1952", "200-204"),
        "2041-2042",
    )
    for code in (
        f"{number:0{len(codes) // 2}}" for number in range(int(codes.split("-")[0]), int(codes.split("-")[1]) + 1)
    )
)
"""The codes of the code book."""


class Coded(NamedTuple):
    """What a CAMEO code becomes."""

    cls: Literal["statement", "meeting", "action"]
    """The type of the record."""
    term: Any
    """The act, or the kind of meeting or deed; `OPEN` where the vocabulary has no term that covers the code."""
    roles: tuple[ParticipantRole, ParticipantRole] = (ParticipantRole.ATTENDEE, ParticipantRole.ATTENDEE)
    """What source and target do at a meeting."""
    status: ActionStatus = ActionStatus.DONE
    """How far a deed has come."""


@functools.cache
def exact_terms(vocabulary: type[SpeechAct] | type[ActionKind]) -> dict[str, Any]:
    """Return the term of each CAMEO code that covers exactly a term."""
    return {str(term.cameo.event): term for term in vocabulary if term.cameo.match is Match.EXACT}


@functools.cache
def coded_as(code: str) -> Coded | None:
    """Return what a CAMEO code becomes; `None` if it has no category of CAMEO.

    A code that the code book does not have, under a category that it has, becomes a record of that category whose
    term is open.

    Examples:
        >>> coded_as("0311").term, coded_as("042").cls, coded_as("193").term, coded_as("182").term
        (SpeechAct.OFFER_COOPERATION, 'meeting', ActionKind.ATTACK, OPEN)
        >>> coded_as("40") is None
        True
    """
    root = code[:2]
    if not (len(code) in {3, 4} and code.isascii() and code.isdecimal() and (root in VERBAL | DEEDS | {CONSULT})):
        return None
    if root == CONSULT:
        attend = ParticipantRole.ATTENDEE
        return Coded("meeting", MEETING_KINDS.get(code, OPEN), ROLES.get(code, (attend, attend)))
    is_deed = root in DEEDS or code[:3] in DONE_BY_DEED
    term = term_of(code, ActionKind if is_deed else SpeechAct) if code in CODES else OPEN
    status = ActionStatus.ATTEMPTED if code[:3] in ATTEMPTS else ActionStatus.DONE
    return Coded("action", term, status=status) if is_deed else Coded("statement", term)


def term_of(code: str, vocabulary: type[SpeechAct] | type[ActionKind]) -> Any:  # noqa: ANN401  (`OPEN` is for any field)
    """Return the term that covers a code: its own, that of the code above it, or that of its category."""
    if code[:3] in NO_TERM:
        return OPEN
    exact = exact_terms(vocabulary)
    category = f"{code[:2]}0"
    for known in (code, code[:3], category):
        if known in exact:
            return exact[known]
        if known in IN_THE_MEANING and (known != category or code == category):
            return IN_THE_MEANING[known]
    return OPEN


@functools.cache
def with_zero(code: str) -> str:
    """Return a code with the leading zero that a spreadsheet took off; others as they are.

    Which codes lack one is never in doubt: only with it they are in the code book.

    Examples:
        >>> with_zero("40"), with_zero("211"), with_zero("112"), with_zero("999")
        ('040', '0211', '112', '999')
    """
    return f"0{code}" if code not in CODES and f"0{code}" in CODES else code
