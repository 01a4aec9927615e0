"""Things as rows of the field's event data, PLOVER and ICEWS, where a code corresponds; and what has none, and why."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Generic, Literal, NamedTuple, TypeAlias, TypeVar, cast

import attrs

from diplo_events._gc import gc_paused
from diplo_events.corroboration.attestations import AWAY, FIELDS, UNDER_WAY, bounds, find_attestations, values_of
from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.exporters._event_rows import GOLDSTEIN, IcewsRow, PloverEvent, RowActor, known, row_actors, row_place
from diplo_events.model import EventRecord, Meeting, Participant, Source, Statement
from diplo_events.referents import Referent, find_referents
from diplo_events.speech_acts import Code, Match, SpeechAct
from diplo_events.vocab import Aspect, Attendance, MeetingKind, MeetingStatus, ParticipantRole, Term

__all__ = ["Coding", "NotExported", "NotExportedReason", "to_icews", "to_plover"]

E = TypeVar("E")


class NotExportedReason(Term):
    """Why a thing is no row.

    Examples:
        >>> NotExportedReason.NO_DAY.meaning
        'no report that could be coded says when it was'
    """

    NOT_AN_EVENT = "not_an_event", "a claim to land or a position is a state of things; what was said of it is coded"
    OUTLET = "outlet", "an outlet's own words: the format codes what outlets report, not what they say"
    NO_CODE = "no_code", "the format has no code for what was done"
    NOT_HELD = "not_held", "the format codes meetings that take place; what was said of this one is coded"
    NOT_A_FACT = "not_a_fact", "said not to have happened, to be to come, or to depend on a condition"
    NO_PARTIES = "no_parties", "the format needs two named sides"
    NO_DAY = "no_day", "no report that could be coded says when it was"
    SEVERAL_DAYS = "several_days", "the sources leave more than one day open, and the format needs one"
    DAYS_CONFLICT = "days_conflict", "the sources contradict each other on the day"


@attrs.frozen(kw_only=True)
class NotExported:
    """A thing that is no row, and why."""

    thing: str
    """Its id."""
    type: type[EventRecord]
    """What it is."""
    records: tuple[str, ...]
    """The ids of its records."""
    reason: NotExportedReason
    """Why not, as its fullest report is; another report may fail for another reason."""


@attrs.frozen(kw_only=True)
class Coding(Generic[E]):
    """The rows of a dataset, and what could not be one."""

    events: tuple[E, ...]
    """The rows, by the id of the thing."""
    uncodable: tuple[NotExported, ...]
    """Every other thing, by its id."""


@gc_paused()
def to_plover(dataset: Dataset) -> Coding[PloverEvent]:
    """Code the things of a dataset as PLOVER events.

    A statement is coded by its first act that PLOVER has; most of what is said (CAMEO 01 and 02) it has not. A
    meeting that was held or is agreed on is one `CONSULT`: who visits is the actor, who hosts the recipient, and
    without a host all are actors. A thing comes once, however many reports and headlines repeat it: it is coded from
    its fullest report that can be and has a date, and its day is the one that all reports together leave. No day is
    invented.

    Source: PLOVER manual 0.7 (Open Event Data Alliance), sections CONSULT and Compound and Reciprocal Actors;
    event types and modes as of Halterman et al. 2023.

    Examples:
        >>> import diplo_events
        >>> coding = to_plover(diplo_events.load_example())
        >>> (summit,) = [event for event in coding.events if event.id == "meeting/paris-summit"]
        >>> summit.date, summit.event_type, [party.name for party in summit.recipients]
        ('2025-09-04', 'CONSULT', ['France'])
        >>> [left.reason for left in coding.uncodable if left.thing == "utterance/zakharova-foreign-intervention"]
        [Reason.DAYS_CONFLICT]
    """
    return coding(dataset, PloverEvent, plover_drafts)


@gc_paused()
def to_icews(dataset: Dataset) -> Coding[IcewsRow]:
    """Code the things of a dataset as rows of ICEWS, one for each pair of a source and a target.

    A statement is coded by its first act that CAMEO has, once for each target. A meeting that was held gives two
    mirrored rows for each pair: guests visit (042) and hosts host (043), calls are 041, negotiations 046, the rest is
    040; who mediates has a row (045) towards each party and none back. The rest is as in `to_plover`.

    `Intensity` is the CAMEO project's Goldstein value of the code. Sectors and the number of the sentence stay empty:
    the dataset does not know them. Countries have the dataset's own names.

    Source: CAMEO 1.1b3 (Gerner, Schrodt & Yilmaz 2012), categories 04 and verbal ones.

    Examples:
        >>> import diplo_events
        >>> coding = to_icews(diplo_events.load_example())
        >>> [(row.actor.name, row.cameo, row.target.name) for row in coding.events if "paris-summit" in row.id][:2]
        [('France', '043', 'European leaders'), ('France', '043', 'Ukraine')]
    """
    return coding(dataset, IcewsRow, icews_drafts)


CONSULTATIONS: Final = MappingProxyType(
    {
        "040": "consult",
        "041": "discuss by telephone",
        "042": "make a visit",
        "043": "host a visit",
        "045": "mediate",
        "046": "engage in negotiation",
    }
)
"""The CAMEO codes of meetings."""

QUADS: Final = MappingProxyType(
    {
        kind: number
        for number, kinds in {
            1: "AGREE CONSULT SUPPORT CONCEDE",
            3: "REQUEST ACCUSE REJECT THREATEN",
        }.items()
        for kind in kinds.split()
    }
)
"""PLOVER's quad category of each event type that a row can have: all are verbal."""

CONTEXTS: Final = MappingProxyType(
    {
        Aspect.HISTORICAL: "historical",
        Aspect.FUTURE: "future",
        Aspect.HYPOTHETICAL: "hypothetical",
        Aspect.NEGATED: "negation",
    }
)

NO_FACT: Final = frozenset({Aspect.FUTURE, Aspect.HYPOTHETICAL, Aspect.NEGATED})

TO_COME: Final = frozenset({MeetingStatus.SCHEDULED, MeetingStatus.RESCHEDULED, MeetingStatus.MOVED_ONLINE})

FEW: Final = 2
"""More parties than these make a meeting multilateral."""

Pair: TypeAlias = tuple[Code, str, str, str]
"""A code, what it is called, who acts and at whom."""

Draft: TypeAlias = dict[str, Any]
"""The fields of a row that depend on its format."""

Drafting: TypeAlias = Callable[[Dataset, Mapping[str, RowActor], EventRecord], Sequence[Draft] | NotExportedReason]
"""Gives the rows of one report, or why it has none; the mapping tells who the actors are."""


def coding(dataset: Dataset, cls: Callable[..., E], drafting: Drafting) -> Coding[E]:
    """Code all things of a dataset as rows of one class."""
    who = row_actors(dataset)
    events: list[E] = []
    uncodable: list[NotExported] = []
    for thing in find_referents(dataset):
        rows = coded(dataset, who, thing, cls, drafting)
        if isinstance(rows, NotExportedReason):
            records = tuple(record.id for record in thing.records)
            uncodable.append(NotExported(thing=thing.id, type=thing.type, records=records, reason=rows))
        else:
            events.extend(rows)
    return Coding(events=tuple(events), uncodable=tuple(uncodable))


def coded(
    dataset: Dataset, who: Mapping[str, RowActor], thing: Referent, cls: Callable[..., E], drafting: Drafting
) -> Sequence[E] | NotExportedReason:
    """Code a thing from its fullest report that gives rows and a date of its own."""
    drafts = [(record, dated(record, drafting(dataset, who, record))) for record in sorted(thing.records, key=fullness)]
    record, rows = next((draft for draft in drafts if not isinstance(draft[1], NotExportedReason)), drafts[0])
    if isinstance(rows, NotExportedReason):
        return rows
    day = day_of(dataset, thing)
    if isinstance(day, NotExportedReason):
        return day
    publisher = publisher_of(dataset, record)
    common = {
        "date": str(day.date),
        "date_is_marked": day.is_marked,
        "report": record.id,
        "records": tuple(other.id for other in thing.records),
        "source": record.source,
        "publisher": known(who, publisher).name if publisher else None,
        "place": row_place(dataset, getattr(record, "place", None)),
    }
    ids = [f"{thing.id}#{number}" for number, _ in enumerate(rows, start=1)] if len(rows) > 1 else [thing.id]
    return [cls(id=key, **common, **row) for key, row in zip(ids, rows, strict=True)]


def dated(record: EventRecord, rows: Sequence[Draft] | NotExportedReason) -> Sequence[Draft] | NotExportedReason:
    """Leave rows without a date out: another report's day may be that of another stage."""
    return NotExportedReason.NO_DAY if record.when is None and not isinstance(rows, NotExportedReason) else rows


def fullness(record: EventRecord) -> tuple[bool, bool, int, str]:
    """Rank a report: no repeat first, then meetings that were held, then what says most."""
    not_held = isinstance(record, Meeting) and record.status not in UNDER_WAY
    said = sum(len(values_of(record, field)) for field in FIELDS[type(record)])
    return record.restates is not None, not_held, -said, record.id


class DayFound(NamedTuple):
    """The one day on which a thing was."""

    date: Day
    """The day."""
    is_marked: bool
    """Whether it takes a date with a mark to know it."""


def day_of(dataset: Dataset, thing: Referent) -> DayFound | NotExportedReason:
    """Give the one day that all dated reports of a thing leave, or why there is none."""
    dates = [cast("EventDate", account.value) for account in find_attestations(dataset, thing, "when")]
    first, last = shared_days(dates)
    if first and last and last < first:
        return NotExportedReason.DAYS_CONFLICT
    if first is None or first != last:
        return NotExportedReason.SEVERAL_DAYS
    unmarked = [date for date in dates if date == date.unqualified()]
    return DayFound(first, is_marked=shared_days(unmarked) != (first, last))


def shared_days(dates: Sequence[EventDate]) -> tuple[Day | None, Day | None]:
    """Give the first and the last day that lie in the bounds of all of some dates; the wrong way round if none does."""
    limits = [bounds(date) for date in dates]
    firsts = (first for first, _ in limits if first)
    lasts = (last for _, last in limits if last)
    return max(firsts, default=None), min(lasts, default=None)


def plover_drafts(
    dataset: Dataset, who: Mapping[str, RowActor], record: EventRecord
) -> Sequence[Draft] | NotExportedReason:
    """Give the one PLOVER event of a report."""
    match record:
        case Statement():
            act = coded_act(dataset, record, "plover")
            if isinstance(act, NotExportedReason):
                return act
            code = act.plover
            actors: Sequence[str] = [record.speaker]
            recipients: Sequence[str] = others(record.targets, record.speaker)
            contexts = record.aspects
        case Meeting(status=status):
            parties = present(record)
            if status not in UNDER_WAY | TO_COME or not parties:
                return NotExportedReason.NO_PARTIES if status in UNDER_WAY | TO_COME else NotExportedReason.NOT_HELD
            hosts = [p.actor for p in parties if p.role is ParticipantRole.HOST]
            guests = [p.actor for p in parties if p.role is not ParticipantRole.HOST]
            code = Code(Match.EXACT, "CONSULT", consult_mode(record, parties))
            actors, recipients = (guests, hosts) if guests else (hosts, [])
            contexts = record.aspects | ({Aspect.FUTURE} if status in TO_COME else set())
        case _:
            return NotExportedReason.NOT_AN_EVENT
    source = dataset.get(record.source)
    return [
        {
            "event_type": code.event,
            "mode": code.mode,
            "match": code.match,
            "quad_code": QUADS[str(code.event)],
            "contexts": tuple(CONTEXTS[aspect] for aspect in CONTEXTS if aspect in contexts),
            "actors": tuple(known(who, actor) for actor in actors),
            "recipients": tuple(known(who, actor) for actor in recipients),
            "published": str(source.published) if isinstance(source, Source) and source.published else None,
            "language": source.language if isinstance(source, Source) else None,
        }
    ]


def icews_drafts(
    dataset: Dataset, who: Mapping[str, RowActor], record: EventRecord
) -> Sequence[Draft] | NotExportedReason:
    """Give the ICEWS rows of a report, one for each source and target."""
    match record:
        case Statement():
            act = coded_act(dataset, record, "cameo")
            if isinstance(act, NotExportedReason):
                return act
            targets = others(record.targets, record.speaker)
            pairs: list[Pair] = [(act.cameo, act.value.replace("_", " "), record.speaker, target) for target in targets]
        case Meeting(status=status):
            if status not in UNDER_WAY:
                return NotExportedReason.NOT_HELD
            pairs = list(meeting_pairs(record))
        case _:
            return NotExportedReason.NOT_AN_EVENT
    if record.aspects & NO_FACT:
        return NotExportedReason.NOT_A_FACT
    if not pairs:
        return NotExportedReason.NO_PARTIES
    return [
        {
            "cameo": code.event,
            "match": code.match,
            "text": text,
            "intensity": GOLDSTEIN[str(code.event)],
            "actor": known(who, actor),
            "target": known(who, target),
        }
        for code, text, actor, target in pairs
    ]


def coded_act(dataset: Dataset, record: Statement, scheme: Literal["plover", "cameo"]) -> SpeechAct | NotExportedReason:
    """Give the first act of a statement for which a scheme has a code."""
    if record.speaker == publisher_of(dataset, record):
        return NotExportedReason.OUTLET
    return next((act for act in record.acts if getattr(act, scheme).event), NotExportedReason.NO_CODE)


def others(actors: Iterable[str], one: str) -> list[str]:
    """Leave one actor out."""
    return [actor for actor in actors if actor != one]


def present(meeting: Meeting) -> list[Participant]:
    """List who takes part in a meeting, each once; who was invited takes part only in one that is to come."""
    away = AWAY | {ParticipantRole.INVITED} if meeting.status in UNDER_WAY else AWAY
    found: dict[str, Participant] = {}
    for participant in meeting.participants:
        if participant.role not in away:
            found.setdefault(participant.actor, participant)
    return list(found.values())


def is_call(meeting: Meeting) -> bool:
    """Tell whether those who meet are not in one place."""
    return meeting.kind is MeetingKind.CALL or meeting.attendance is Attendance.ONLINE


def consult_mode(meeting: Meeting, parties: Sequence[Participant]) -> str | None:
    """Give PLOVER's mode of a meeting."""
    roles = {participant.role for participant in parties}
    if is_call(meeting):
        return "phone"
    if ParticipantRole.MEDIATOR in roles or meeting.kind is MeetingKind.MEDIATION:
        return "third-party"
    if len(parties) > FEW and meeting.kind in {MeetingKind.SUMMIT, MeetingKind.CONFERENCE}:
        return "multilateral"
    return "visit" if ParticipantRole.HOST in roles or meeting.kind is MeetingKind.VISIT else None


def meeting_pairs(meeting: Meeting) -> Iterator[Pair]:
    """Give CAMEO's code for each ordered pair of those who meet."""
    for one, other in itertools.permutations(present(meeting), 2):
        event = pair_code(meeting, one.role, other.role)
        if event:
            match = Match.BROADER if event == "040" else Match.EXACT
            yield Code(match, event), CONSULTATIONS[event], one.actor, other.actor


def pair_code(meeting: Meeting, one: ParticipantRole, other: ParticipantRole) -> str | None:
    """Give CAMEO's code for what one participant does with another; none for what is done to a mediator."""
    if ParticipantRole.MEDIATOR in {one, other}:
        return "045" if other is not ParticipantRole.MEDIATOR else None
    if is_call(meeting):
        return "041"
    if meeting.kind in {MeetingKind.NEGOTIATION, MeetingKind.MEDIATION}:
        return "046"
    if (one is ParticipantRole.HOST) != (other is ParticipantRole.HOST):
        return "043" if one is ParticipantRole.HOST else "042"
    return "040"


def publisher_of(dataset: Dataset, record: EventRecord) -> str | None:
    """Give the outlet whose text reports something."""
    source = dataset.get(record.source)
    return source.publisher if isinstance(source, Source) else None
