"""PLOVER, as JSON and as rows in the columns of the POLECAT data, for what PLOVER has a code for.

It keeps who did what to whom, on which day, where, and from which text. Lost are words, passages, positions, claims to
land, and all that has no code or not the one day that PLOVER wants.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.corroboration.statuses import HELD
from diplo_events.dataset import Dataset
from diplo_events.exporters._event_rows import (
    EventRow,
    RowActor,
    RowPlace,
    actor_of_row,
    cell_text,
    joined,
    place_cells,
)
from diplo_events.exporters._export import (
    Export,
    NotExported,
    NotExportedReason,
    RowFields,
    attending,
    coded_act,
    export,
    is_call,
    iter_export,
    without,
)
from diplo_events.exporters._json_lines import json_lines
from diplo_events.exporters._losses import ExportLoss
from diplo_events.exporters._row_losses import row_losses
from diplo_events.model import Action, EventRecord, Meeting, Participant, Source, Statement
from diplo_events.vocab import ActionStatus, Aspect, MeetingKind, MeetingStatus, ParticipantRole
from diplo_events.vocab.codes import Code, Match

__all__ = [
    "POLECAT_COLUMNS",
    "PloverEvent",
    "dumps",
    "iter_plover",
    "losses",
    "plover_object",
    "polecat_cells",
    "to_plover",
]

POLECAT_COLUMNS: Final = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
)
"""The columns of the POLECAT data (Halterman et al. 2023, doi:10.7910/DVN/AJGVIT), which hold PLOVER events."""

QUADS: Final = MappingProxyType(
    {
        kind: number
        for number, kinds in {
            1: "AGREE CONSULT SUPPORT CONCEDE",
            2: "COOPERATE AID RETREAT",
            3: "REQUEST ACCUSE REJECT THREATEN",
            4: "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
        }.items()
        for kind in kinds.split()
    }
)
"""PLOVER's quad category of each event type."""

CONTEXTS: Final = MappingProxyType(
    {
        Aspect.HISTORICAL: "historical",
        Aspect.FUTURE: "future",
        Aspect.HYPOTHETICAL: "hypothetical",
        Aspect.NEGATED: "negation",
    }
)
"""PLOVER's context of each aspect."""

AGREED: Final = frozenset({MeetingStatus.SCHEDULED, MeetingStatus.RESCHEDULED, MeetingStatus.MOVED_ONLINE})
"""The statuses of a meeting that is agreed on and has not taken place."""

DEED_ASPECTS: Final[Mapping[ActionStatus, frozenset[Aspect]]] = MappingProxyType(
    {
        ActionStatus.DONE: frozenset(),
        ActionStatus.ONGOING: frozenset(),
        ActionStatus.PLANNED: frozenset({Aspect.FUTURE}),
        ActionStatus.DENIED: frozenset({Aspect.NEGATED}),
    }
)
"""The aspects of a deed by its status. What was only tried or threatened is not an event of its kind."""

FEW: Final = 2
"""A meeting of more participants than these is multilateral."""


@attrs.frozen(kw_only=True)
class PloverEvent(EventRow):
    """One event of PLOVER. A reciprocal event is one row that has all participants as actors."""

    event_type: str
    """PLOVER's event type: `REJECT`, `CONSULT`."""
    mode: str | None
    """PLOVER's mode, if one fits."""
    quad_code: int
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    contexts: tuple[str, ...]
    """`historical`, `future`, `hypothetical`, `negation`; PLOVER's other contexts are not coded."""
    actors: tuple[RowActor, ...]
    """Who acts."""
    recipients: tuple[RowActor, ...]
    """Whom the event is directed at; may be empty."""
    published: str | None
    """When the source was published, in EDTF."""
    language: str | None
    """The language of the source."""
    title: str | None = None
    """The title of the source."""
    url: str | None = None
    """The address of the source."""


@gc_paused()
def to_plover(dataset: Dataset) -> Export[PloverEvent]:
    """Return the referents of a dataset as PLOVER events.

    A statement has the code of its first act that PLOVER codes; PLOVER has no code for most of what is said (CAMEO 01
    and 02). A deed has the code of its kind; a planned one is in the future, a denied one negated. A meeting that was
    held or is agreed on is one `CONSULT`: guests are the actors and hosts the recipients; if nobody is host, all
    participants are actors. Who is summoned is a guest. Votes and press conferences have no code: what is said at
    them is coded. A referent is one event, however many reports and headlines repeat it. It is coded from its
    fullest report that can be coded and has a date. Its day is the only one on which all its reports can be right. No
    day is invented.

    Source: PLOVER manual 0.7 (Open Event Data Alliance), sections CONSULT and Compound and Reciprocal Actors;
    event types and modes as of Halterman et al. 2023.

    Examples:
        >>> import diplo_events
        >>> export = to_plover(diplo_events.load_example())
        >>> (summit,) = [event for event in export.rows if event.id == "meeting/paris-summit"]
        >>> summit.date, summit.event_type, [actor.name for actor in summit.recipients]
        ('2025-09-04', 'CONSULT', ['France'])
        >>> [item.reason for item in export.not_exported if item.referent == "utterance/zakharova-foreign-intervention"]
        [NotExportedReason.DAYS_CONFLICT]
    """
    return export(dataset, PloverEvent, plover_rows)


def iter_plover(dataset: Dataset) -> Iterator[PloverEvent | NotExported]:
    """List what `to_plover` returns, the rows and the referents without one, in the order of the referents' ids.

    A row is made when it is its turn, so that those of a large dataset need not be in memory together.

    Examples:
        >>> import diplo_events
        >>> next(iter_plover(diplo_events.load_example())).reason
        NotExportedReason.NOT_AN_EVENT
    """
    return iter_export(dataset, PloverEvent, plover_rows)


def polecat_cells(event: PloverEvent) -> tuple[str, ...]:
    """Return the cells of an event in the order of `POLECAT_COLUMNS`; unknown values are empty.

    Several actors or recipients are separated by `; `.

    Examples:
        >>> import diplo_events
        >>> (event,) = [e for e in to_plover(diplo_events.load_example()).rows if e.id == "meeting/paris-summit"]
        >>> [cell for cell in polecat_cells(event) if cell][:5]
        ['meeting/paris-summit', '2025-09-04', 'CONSULT', 'multilateral', '1']
    """
    values = {
        "Event ID": event.id,
        "Event Date": event.date,
        "Event Type": event.event_type,
        "Event Mode": event.mode,
        "Quad Code": event.quad_code,
        "Contexts": joined(event.contexts),
        "Source": event.publisher,
        "Publication Date": event.published,
        "Language": event.language,
        **place_cells(event.place),
    }
    for role, actors in (("Actor", event.actors), ("Recipient", event.recipients)):
        values[f"{role} Name"] = joined(actor.name for actor in actors)
        values[f"{role} Country"] = joined(actor.code for actor in actors)
        values[f"Primary {role} Sector"] = joined(actor.sector for actor in actors)
    return tuple(cell_text(values.get(column)) for column in POLECAT_COLUMNS)


def dumps(dataset: Dataset) -> str:
    """Return the PLOVER events of a dataset as JSON Lines, one event a line.

    Source: PLOVER manual 0.7, chapter JSON Data Fields.

    Examples:
        >>> import diplo_events
        >>> [line[:65] for line in dumps(diplo_events.load_example()).splitlines() if "paris-summit" in line]
        ['{"id": "meeting/paris-summit", "date": "2025-09-04", "source": [{']
    """
    return json_lines(map(plover_object, to_plover(dataset).rows))


def losses(dataset: Dataset) -> tuple[ExportLoss, ...]:
    """List what of a dataset its PLOVER events do not have.

    Examples:
        >>> import diplo_events
        >>> print(losses(diplo_events.load_example())[-1])
        105 positions: a claim to land or a position is a state; what was said of it is coded
    """
    made = to_plover(dataset)
    return row_losses(
        dataset,
        made,
        parties=(actor for event in made.rows for actor in (*event.actors, *event.recipients)),
        of_parties=("id", "country"),
        of_sources=("title", "publisher", "published", "language", "url"),
        of_events=("speakers", "targets", "actors", "participants", "place", "aspects"),
    )


def plover_object(event: PloverEvent) -> dict[str, Any]:
    """Return an event under the names of PLOVER's JSON. What is not known is left out.

    Examples:
        >>> import diplo_events
        >>> (event,) = [e for e in to_plover(diplo_events.load_example()).rows if e.id == "meeting/paris-summit"]
        >>> plover_object(event)["recipient"]
        [{'identifier_id': 'france', 'identifier_text': 'France', 'code': 'FRA', 'sector': 'GOV'}]
    """
    cite = {
        "citation": event.source,
        "title": event.title,
        "url": event.url,
        "publication": event.publisher,
        "published": event.published,
        "language": event.language,
        "codebook": "plover-0.7",
    }
    found: dict[str, Any] = {
        "id": event.id,
        "date": event.date,
        "source": [actor_object(actor) for actor in event.actors],
        "recipient": [actor_object(actor) for actor in event.recipients],
        "event": [event.event_type],
        "event_loc": location_object(event.place) if event.place else None,
        "quad_code": event.quad_code,
        "mode": event.mode,
        "context": list(event.contexts),
        "cite_info": without_none(cite),
    }
    return without_none(found)


def actor_object(actor: RowActor) -> dict[str, Any]:
    """Return an actor under the names of PLOVER's JSON."""
    names = {"identifier_id": actor.id, "identifier_text": actor.name, "code": actor.code, "sector": actor.sector}
    return without_none(names)


def location_object(place: RowPlace) -> dict[str, Any]:
    """Return a place under the names of GeoNames, as PLOVER's JSON has it."""
    number = int(place.geonames) if place.geonames and place.geonames.isdecimal() else None
    named = {"geonameid": number, "name": place.name, "latitude": place.latitude, "longitude": place.longitude}
    return without_none(named)


def without_none(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return a mapping without what is `None` or empty."""
    return {name: value for name, value in found.items() if value is not None and value != []}


def plover_rows(  # noqa: PLR0911  (one reason for each case)
    dataset: Dataset, row_actors: Mapping[str, RowActor], record: EventRecord
) -> Sequence[RowFields] | NotExportedReason:
    """Return the PLOVER event of a report, or why it has none."""
    match record:
        case Statement():
            act = coded_act(dataset, record, "plover")
            if isinstance(act, NotExportedReason):
                return act
            code = act.plover
            actors: Sequence[str] = record.speakers
            recipients: Sequence[str] = without(record.speakers, record.targets)
            contexts = record.aspects
        case Action(status=status):
            if status not in DEED_ASPECTS:
                return NotExportedReason.NOT_A_FACT
            code = record.kind.plover
            if code.event is None:
                return NotExportedReason.NO_CODE
            actors, recipients = record.actors, without(record.actors, record.targets)
            contexts = record.aspects | DEED_ASPECTS[status]
        case Meeting(status=status):
            if status not in HELD | AGREED:
                return NotExportedReason.NOT_HELD
            participants = attending(record)
            if not participants or (status in HELD and is_only_called(record, participants)):
                return NotExportedReason.NO_PARTIES
            hosts, guests = sides_of(participants)
            code = Code(Match.EXACT, "CONSULT", consult_mode(record, participants))
            actors, recipients = (guests, hosts) if guests else (hosts, [])
            contexts = record.aspects | ({Aspect.FUTURE} if status in AGREED else set())
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
            "actors": tuple(actor_of_row(row_actors, actor) for actor in actors),
            "recipients": tuple(actor_of_row(row_actors, actor) for actor in recipients),
            "published": str(source.published) if isinstance(source, Source) and source.published else None,
            "language": source.language if isinstance(source, Source) else None,
            "title": (source.title or None) if isinstance(source, Source) else None,
            "url": source.url if isinstance(source, Source) else None,
        }
    ]


def sides_of(participants: Sequence[Participant]) -> tuple[list[str], list[str]]:
    """Return the hosts of a meeting and their guests; without a host, who is summoned visits all others."""
    roles = {participant.role for participant in participants}
    only_summoned = ParticipantRole.SUMMONED in roles and ParticipantRole.HOST not in roles
    visited = roles - {ParticipantRole.SUMMONED} if only_summoned else {ParticipantRole.HOST}
    hosts: list[str] = [p.actor for p in participants if p.role in visited]
    guests: list[str] = [p.actor for p in participants if p.role not in visited]
    return hosts, guests


def is_only_called(meeting: Meeting, attending: Sequence[Participant]) -> bool:
    """Whether all that is known of the others at a meeting is that they were invited: then nobody met anybody."""
    return len(attending) == 1 and any(p.role is ParticipantRole.INVITED for p in meeting.participants)


def consult_mode(meeting: Meeting, participants: Sequence[Participant]) -> str | None:
    """Return PLOVER's mode of a meeting."""
    roles = {participant.role for participant in participants}
    if is_call(meeting):
        return "phone"
    if ParticipantRole.MEDIATOR in roles or meeting.kind is MeetingKind.MEDIATION:
        return "third-party"
    if len(participants) > FEW and meeting.kind in {MeetingKind.SUMMIT, MeetingKind.CONFERENCE}:
        return "multilateral"
    visits = bool(roles & {ParticipantRole.HOST, ParticipantRole.SUMMONED}) or meeting.kind is MeetingKind.VISIT
    return "visit" if visits else None
