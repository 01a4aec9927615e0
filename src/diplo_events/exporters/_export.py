"""How the referents of a dataset become rows of event data, whatever the format; what is left out, and why."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Generic, Literal, NamedTuple, TypeAlias, TypeVar, cast

import attrs

from diplo_events.corroboration.fields import AWAY, compared_fields, values_of
from diplo_events.corroboration.statuses import HELD
from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.dates.limits import conflict, shared_range
from diplo_events.exporters._event_rows import RowActor, actor_of_row, row_actors, row_place
from diplo_events.lookup import publisher_of
from diplo_events.model import EventRecord, Meeting, Participant, Statement, Vote
from diplo_events.referents import Referent, iter_referents
from diplo_events.vocab import Attendance, MeetingKind, ParticipantRole, Term
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = [
    "Export",
    "NotExported",
    "NotExportedReason",
    "RowFields",
    "RowMaker",
    "attending",
    "coded_act",
    "export",
    "is_call",
    "iter_export",
    "without",
]

R = TypeVar("R")

NEEDED: Final = frozenset({"speakers", "acts", "actors", "kind", "status"})
"""The fields without which no row can be made."""


class NotExportedReason(Term):
    """Why a referent has no row.

    Examples:
        >>> NotExportedReason.NO_DAY.meaning
        'no report that can be coded has a date'
    """

    NOT_AN_EVENT = "not_an_event", "a claim to land or a position is a state; what was said of it is coded"
    OUTLET = "outlet", "an outlet's own words: the format codes what outlets report, not what they say"
    NOT_CODED = "not_coded", "a field that the format needs is not coded yet"
    NO_CODE = "no_code", "the format has no code for what was done"
    NOT_HELD = "not_held", "the format codes meetings that take place; what was said of this one is coded"
    NOT_A_FACT = "not_a_fact", "reported as not having happened, as to come, or as depending on a condition"
    NO_PARTIES = "no_parties", "the format needs two named sides"
    NO_DAY = "no_day", "no report that can be coded has a date"
    SEVERAL_DAYS = "several_days", "the reports leave more than one day possible, and the format needs one"
    DAYS_CONFLICT = "days_conflict", "the reports contradict each other on the day"


@attrs.frozen(kw_only=True)
class NotExported:
    """A referent that has no row, and why."""

    referent: str
    """Its id."""
    type: type[EventRecord]
    """The type of its records."""
    records: tuple[str, ...]
    """The ids of its records."""
    reason: NotExportedReason
    """Why its fullest report has no row. Other reports may fail for other reasons."""


@attrs.frozen(kw_only=True)
class Export(Generic[R]):
    """The rows of a dataset in one format, and what has no row."""

    rows: tuple[R, ...]
    """The rows, by the id of the referent."""
    not_exported: tuple[NotExported, ...]
    """Every other referent, by its id."""


RowFields: TypeAlias = dict[str, Any]
"""The fields of a row that depend on its format."""

RowMaker: TypeAlias = Callable[[Dataset, Mapping[str, RowActor], EventRecord], Sequence[RowFields] | NotExportedReason]
"""Returns the rows of one report, or why it has none. The mapping has the actors of the dataset by id."""


def export(dataset: Dataset, cls: Callable[..., R], make_rows: RowMaker) -> Export[R]:
    """Return all referents of a dataset as rows of one class."""
    rows: list[R] = []
    not_exported: list[NotExported] = []
    for item in iter_export(dataset, cls, make_rows):
        if isinstance(item, NotExported):
            not_exported.append(item)
        else:
            rows.append(item)
    return Export(rows=tuple(rows), not_exported=tuple(not_exported))


def iter_export(dataset: Dataset, cls: Callable[..., R], make_rows: RowMaker) -> Iterator[R | NotExported]:
    """List the rows of all referents, and each referent that has none, one after the other."""
    actors = row_actors(dataset)
    for referent in iter_referents(dataset):
        result = rows_of(dataset, actors, referent, cls, make_rows)
        if isinstance(result, NotExportedReason):
            records = tuple(record.id for record in referent.records)
            yield NotExported(referent=referent.id, type=referent.type, records=records, reason=result)
        else:
            yield from result


def rows_of(
    dataset: Dataset, actors: Mapping[str, RowActor], referent: Referent, cls: Callable[..., R], make_rows: RowMaker
) -> Sequence[R] | NotExportedReason:
    """Return the rows of a referent, from its fullest report that has rows and a date of its own."""
    firsts = dataset.first_reports
    reports = [record for record in referent.records if firsts.get(record.id, record.id) == record.id]
    if len(reports) > 1:  # most have one, and comparing takes a third of the time of a row
        reports.sort(key=fullness)
    results = [
        (report, why_never(report) or require_date(report, make_rows(dataset, actors, report))) for report in reports
    ]
    report, rows = next((result for result in results if not isinstance(result[1], NotExportedReason)), results[0])
    if isinstance(rows, NotExportedReason):
        return rows
    day = common_day(referent)
    if isinstance(day, NotExportedReason):
        return day
    publisher = publisher_of(dataset, report.source)
    common = {
        "date": str(day.date),
        "date_is_marked": day.is_marked,
        "report": report.id,
        "records": tuple(record.id for record in referent.records),
        "source": report.source,
        "publisher": actor_of_row(actors, publisher).name if publisher else None,
        "place": row_place(dataset, getattr(report, "place", None)),
    }
    ids = [f"{referent.id}#{number}" for number, _ in enumerate(rows, start=1)] if len(rows) > 1 else [referent.id]
    return [cls(id=key, **common, **row) for key, row in zip(ids, rows, strict=True)]


def why_never(report: EventRecord) -> NotExportedReason | None:
    """Return why a report has no row in either format: it is not coded yet, or the formats have no code for it."""
    if NEEDED.intersection(report.open):
        return NotExportedReason.NOT_CODED
    match report:
        case Vote() | Meeting(kind=MeetingKind.PRESS_CONFERENCE):
            return NotExportedReason.NO_CODE
        case _:
            return None


def require_date(
    report: EventRecord, rows: Sequence[RowFields] | NotExportedReason
) -> Sequence[RowFields] | NotExportedReason:
    """Drop the rows of a report without a date: another report's day may be that of another stage."""
    return NotExportedReason.NO_DAY if report.when is None and not isinstance(rows, NotExportedReason) else rows


def fullness(report: EventRecord) -> tuple[bool, bool, int, str]:
    """Return the sort key of a report: records that repeat no other first, then meetings held, then the most values."""
    not_held = isinstance(report, Meeting) and report.status not in HELD
    values = sum(len(values_of(report, field)) for field in compared_fields(type(report)))
    return report.restates is not None, not_held, -values, report.id


class CommonDay(NamedTuple):
    """The only day on which all reports of a referent can be right."""

    date: Day
    """The day."""
    is_marked: bool
    """Whether only dates with a mark narrow it down to this day."""


def common_day(referent: Referent) -> CommonDay | NotExportedReason:
    """Return the only day on which all dated reports of a referent can be right, or why there is none.

    It is the day as the reports write it; where they write different days for one moment, the day in UTC.
    """
    found = dict.fromkeys(value for record in referent.records for value in values_of(record, "when"))
    dates = [cast("EventDate", value) for value in found]
    first, last = days = shared_range(dates)
    if first != last:
        disputed = conflict([date.unqualified() for date in dates])
        return NotExportedReason.DAYS_CONFLICT if disputed else NotExportedReason.SEVERAL_DAYS
    unmarked = [date for date in dates if date == date.unqualified()]
    return CommonDay(Day.from_ordinal(first), is_marked=shared_range(unmarked) != days)


def coded_act(dataset: Dataset, record: Statement, scheme: Literal["plover", "cameo"]) -> SpeechAct | NotExportedReason:
    """Return the first act of a statement that has a code in a scheme."""
    if record.speakers == (publisher_of(dataset, record.source),):
        return NotExportedReason.OUTLET
    return next((act for act in record.acts if getattr(act, scheme).event), NotExportedReason.NO_CODE)


def without(some: Container[str], actors: Iterable[str]) -> list[str]:
    """Return all actors but some."""
    return [actor for actor in actors if actor not in some]


def attending(meeting: Meeting) -> list[Participant]:
    """List who takes part in a meeting, each once. Those invited count only if the meeting is still to come."""
    away = AWAY | {ParticipantRole.INVITED} if meeting.status in HELD else AWAY
    participants: dict[str, Participant] = {}
    for participant in meeting.participants:
        if participant.role not in away:
            participants.setdefault(participant.actor, participant)
    return list(participants.values())


def is_call(meeting: Meeting) -> bool:
    """Whether the participants are not in one place."""
    return meeting.kind is MeetingKind.CALL or meeting.attendance is Attendance.ONLINE
