"""Rows of the ICEWS Coded Event Data, with CAMEO codes, for what CAMEO has a code for.

They keep who did what to whom, on which day and where, one row for each pair. Lost are words, passages, positions,
claims to land, and all that has no code, no target or not the one day that ICEWS wants.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.corroboration.statuses import HAPPENED, HELD
from diplo_events.dataset import Dataset
from diplo_events.exporters._event_rows import EventRow, RowActor, actor_of_row, cell_text, place_cells
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
from diplo_events.exporters._losses import ExportLoss
from diplo_events.exporters._row_losses import row_losses
from diplo_events.model import Action, EventRecord, Meeting, Participant, Statement
from diplo_events.vocab import Aspect, MeetingKind, ParticipantRole
from diplo_events.vocab.codes import Code, Match

__all__ = ["GOLDSTEIN", "ICEWS_COLUMNS", "IcewsRow", "dumps", "icews_cells", "iter_icews", "losses", "to_icews"]

ICEWS_COLUMNS: Final = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)
"""The columns of the ICEWS Coded Event Data (Boschee et al. 2015, doi:10.7910/DVN/28075)."""

GOLDSTEIN: Final = MappingProxyType(
    {
        code: value
        for value, codes in {
            0.0: "01 010 014 015",
            -0.1: "011",
            -0.4: "012",
            0.4: "013",
            -2.0: "016 090 110 111 112 1123 113 114 115 116",
            3.4: "018 019 021 023 051",
            3.0: "020",
            3.2: "022",
            -0.3: "024 025",
            4.0: "026 027 028 030 036",
            5.2: "033",
            6.0: "0334 054 060",
            7.4: "062 073",
            8.0: "057",
            8.3: "072",
            8.5: "074",
            9.0: "086 0871 0873",
            10.0: "0874",
            7.0: "034 035 038 046 055 056 064 070 075 084 0841 0842 085",
            5.0: "037 039 045",
            1.0: "040 041",
            1.9: "042",
            2.8: "043",
            3.5: "05 050 052",
            3.8: "053",
            -5.0: "100 101 102 103 1034 104 105 106 107 108 125 126 127 172 173 174",
            -4.0: "120 121 122 123 124 160 161",
            -4.4: "130",
            -5.8: "1311 1312 1313 134",
            -7.0: "138 139 164 170",
            -6.5: "140",
            -7.2: "150 152 154",
            -5.6: "162",
            -8.0: "163",
            -9.2: "1711 1712",
            -9.0: "181",
            -9.5: "191 192 196",
            -10.0: "183 186 190 194 195 20",
        }.items()
        for code in codes.split()
    }
)
"""The Goldstein value of each CAMEO code that a row can have, as the CAMEO project's `CAMEO.goldsteinscale.txt` has it.

The scale is that of Goldstein, Journal of Conflict Resolution 36 (1992), carried over to CAMEO.
"""

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

NO_FACT: Final = frozenset({Aspect.FUTURE, Aspect.HYPOTHETICAL, Aspect.NEGATED})
"""The aspects of what did not happen. ICEWS has rows only for what did."""

Pair: TypeAlias = tuple[Code, str, str, str]
"""A code, its name in words, the source's id and the target's id."""


@attrs.frozen(kw_only=True)
class IcewsRow(EventRow):
    """One row of ICEWS: one source, one target. Reciprocal events are mirrored."""

    cameo: str
    """The CAMEO code."""
    text: str
    """What was done, in the words of this library's vocabulary."""
    intensity: float
    """The code's value on the Goldstein scale: a property of the code, not a judgement of this event."""
    actor: RowActor
    """Who acts: the ICEWS source."""
    target: RowActor
    """Whom the event is directed at."""


@gc_paused()
def to_icews(dataset: Dataset) -> Export[IcewsRow]:
    """Return the referents of a dataset as rows of ICEWS, one for each pair of a source and a target.

    A statement has the code of its first act that CAMEO codes, once for each target; a deed that was done or is being
    done has the code of its kind. A meeting that was held gives two mirrored rows for each pair of participants: guests
    visit (042) and hosts host (043), calls are 041, negotiations 046, everything else is 040. Who is summoned visits,
    and those who represent one actor have no row together. A mediator has a row (045) towards each party and none in
    return; an observer neither negotiates nor is mediated. Otherwise the rules are those of `to_plover`.

    `Intensity` is the CAMEO project's Goldstein value of the code. Sectors and the number of the sentence stay empty:
    the dataset does not know them. Countries have the dataset's own names.

    Source: CAMEO 1.1b3 (Gerner, Schrodt & Yilmaz 2012), category 04 and the verbal categories.

    Examples:
        >>> import diplo_events
        >>> export = to_icews(diplo_events.load_example())
        >>> [(row.actor.name, row.cameo, row.target.name) for row in export.rows if "paris-summit" in row.id][:2]
        [('France', '043', 'European leaders'), ('France', '043', 'Ukraine')]
    """
    return export(dataset, IcewsRow, icews_rows)


def iter_icews(dataset: Dataset) -> Iterator[IcewsRow | NotExported]:
    """List what `to_icews` returns, the rows and the referents without one, in the order of the referents' ids.

    A row is made when it is its turn, so that those of a large dataset need not be in memory together.

    Examples:
        >>> import diplo_events
        >>> next(iter_icews(diplo_events.load_example())).reason
        NotExportedReason.NOT_AN_EVENT
    """
    return iter_export(dataset, IcewsRow, icews_rows)


def icews_cells(row: IcewsRow) -> tuple[str, ...]:
    """Return the cells of a row in the order of `ICEWS_COLUMNS`; unknown values are empty.

    Examples:
        >>> import diplo_events
        >>> row = to_icews(diplo_events.load_example()).rows[-1]
        >>> [cell for cell in icews_cells(row) if cell][:7]
        ['zerohedge-guarantees/s22', '2025-09-03', 'Vladimir Putin', 'Russia', 'offer meeting', '036', '4.0']
    """
    values = {
        "Event ID": row.id,
        "Event Date": row.date,
        "Source Name": row.actor.name,
        "Source Country": row.actor.country,
        "Event Text": row.text,
        "CAMEO Code": row.cameo,
        "Intensity": row.intensity,
        "Target Name": row.target.name,
        "Target Country": row.target.country,
        "Story ID": row.source,
        "Publisher": row.publisher,
        **place_cells(row.place),
    }
    return tuple(cell_text(values.get(column)) for column in ICEWS_COLUMNS)


def dumps(dataset: Dataset) -> str:
    r"""Return the rows of a dataset as a TSV file with a line of column names, as ICEWS is published: without quoting.

    A tab or a line break in a name becomes a space.

    Examples:
        >>> import diplo_events
        >>> dumps(diplo_events.load_example()).splitlines()[-1].split("\t")[:3]
        ['zerohedge-guarantees/s22', '2025-09-03', 'Vladimir Putin']
    """
    lines = [ICEWS_COLUMNS, *map(icews_cells, to_icews(dataset).rows)]
    return "".join("\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in lines)


def losses(dataset: Dataset) -> tuple[ExportLoss, ...]:
    """List what of a dataset its ICEWS rows do not have.

    Examples:
        >>> import diplo_events
        >>> print(losses(diplo_events.load_example())[-1])
        105 positions: a claim to land or a position is a state; what was said of it is coded
    """
    made = to_icews(dataset)
    parties = (actor for row in made.rows for actor in (row.actor, row.target))
    fields = ("speakers", "targets", "actors", "participants", "place")
    return row_losses(
        dataset, made, parties=parties, of_parties=("country",), of_sources=("publisher",), of_events=fields
    )


def icews_rows(  # noqa: PLR0911  (one reason for each case)
    dataset: Dataset, row_actors: Mapping[str, RowActor], record: EventRecord
) -> Sequence[RowFields] | NotExportedReason:
    """Return the ICEWS rows of a report, one for each source and target, or why it has none."""
    match record:
        case Statement():
            act = coded_act(dataset, record, "cameo")
            if isinstance(act, NotExportedReason):
                return act
            targets = without(record.speakers, record.targets)
            sides = itertools.product(record.speakers, targets)
            pairs: list[Pair] = [(act.cameo, act.words, speaker, target) for speaker, target in sides]
        case Action(status=status):
            if status not in HAPPENED:
                return NotExportedReason.NOT_A_FACT
            deed = record.kind
            if deed.cameo.event not in GOLDSTEIN:
                return NotExportedReason.NO_CODE
            sides = itertools.product(record.actors, without(record.actors, record.targets))
            pairs = [(deed.cameo, deed.words, actor, target) for actor, target in sides]
        case Meeting(status=status):
            if status not in HELD:
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
            "actor": actor_of_row(row_actors, actor),
            "target": actor_of_row(row_actors, target),
        }
        for code, text, actor, target in pairs
    ]


def meeting_pairs(meeting: Meeting) -> Iterator[Pair]:
    """List CAMEO's code for each ordered pair of participants."""
    for actor, target in itertools.permutations(attending(meeting), 2):
        if side(actor) == side(target):
            continue
        event = pair_code(meeting, actor.role, target.role)
        if event:
            match = Match.BROADER if event == "040" else Match.EXACT
            yield Code(match, event), CONSULTATIONS[event], actor.actor, target.actor


def side(participant: Participant) -> str:
    """Return on whose side somebody sits: that of those who are represented, or the own."""
    return participant.representing or participant.actor


def pair_code(meeting: Meeting, actor: ParticipantRole, target: ParticipantRole) -> str | None:
    """Return CAMEO's code for what one participant does with another; none for what is done to a mediator."""
    watched = ParticipantRole.OBSERVER in {actor, target}
    if ParticipantRole.MEDIATOR in {actor, target} and not watched:
        return "045" if target is not ParticipantRole.MEDIATOR else None
    if (actor is ParticipantRole.SUMMONED) != (target is ParticipantRole.SUMMONED):
        return "042" if actor is ParticipantRole.SUMMONED else "043"
    if is_call(meeting):
        return "041"
    if meeting.kind in {MeetingKind.NEGOTIATION, MeetingKind.MEDIATION} and not watched:
        return "046"
    if (actor is ParticipantRole.HOST) != (target is ParticipantRole.HOST):
        return "043" if actor is ParticipantRole.HOST else "042"
    return "040"
