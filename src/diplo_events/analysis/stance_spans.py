"""On which days a position can stand: from its beginning until another one replaces it or its own time is over."""

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from diplo_events.analysis._record_dates import asserted, read_date
from diplo_events.analysis._stance_evidence import StanceEvidence
from diplo_events.analysis.stances import StanceMatrix
from diplo_events.dataset import Dataset
from diplo_events.dates.limits import ANY_TIME, FIRST_DAY, LAST_DAY, Limits, limits_of
from diplo_events.model import EventRecord, Position
from diplo_events.referents import referent_id

__all__ = ["StanceSpan", "stance_spans"]

Ends: TypeAlias = list[tuple[int, str]]
"""Days from which something has certainly begun, each with what it reports."""


@attrs.frozen(kw_only=True)
class StanceSpan:
    """The days on which a position can stand, as its dates are written; numbers as of `datetime.date.toordinal`."""

    first: int | None
    """The first day on which it can have begun; `None` if no day is the first."""
    until: int | None
    """The first day on which it certainly stands no longer; `None` if there is none."""

    def holds_on(self, day: int) -> bool:
        """Whether the position can stand on a day."""
        return (self.first is None or self.first <= day) and (self.until is None or day < self.until)


def stance_spans(matrix: StanceMatrix) -> dict[tuple[str, str], StanceSpan]:
    """Return when each position of a matrix can stand, by its actor and its id.

    A matrix at one date has what can stand at that date. The spans of one without a date have it for every day: a
    position can stand on a day if a matrix at that day that counts what `possibly` stands, `unqualified` and of any
    age (`horizon=None`), has it. Ballots have no spans.

    Args:
        matrix: The matrix, without a date.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.analysis.stances import stance_matrix
        >>> matrix = stance_matrix(diplo_events.load_example(), certainty="possibly", unqualified=True)
        >>> span = stance_spans(matrix)["putin", "zerohedge-guarantees/p12"]
        >>> import datetime
        >>> str(datetime.date.fromordinal(span.first)), span.until
        ('2025-09-03', None)
    """
    pieces = {
        (piece.position.actor, piece.position.id): piece
        for cell in matrix.cells
        for piece in cell.evidence
        if not piece.vote and asserted(piece.position)
    }
    groups: dict[tuple[str, str], list[StanceEvidence]] = defaultdict(list)
    for piece in pieces.values():
        groups[piece.position.actor, piece.position.issue].append(piece)
    return {
        (piece.position.actor, piece.position.id): span
        for group in groups.values()
        for piece, span in spans_of(matrix.dataset, group)
    }


def spans_of(dataset: Dataset, pieces: Sequence[StanceEvidence]) -> Iterator[tuple[StanceEvidence, StanceSpan]]:
    """List the positions of one actor on one issue, each with when it can stand."""
    limits = [limits_of([piece.when]) if piece.when else ANY_TIME for piece in pieces]
    beginnings = [beginning(dataset, piece, limit) for piece, limit in zip(pieces, limits, strict=True)]
    others: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for piece, limit, (_, certain) in zip(pieces, limits, beginnings, strict=True):
        begins = (limit.first_min, certain, referent_id(dataset, piece.position))
        others[piece.position.stance.value].append(begins)
    later = {stance: earliest_after(found) for stance, found in others.items()}
    for piece, limit, (first, _) in zip(pieces, limits, beginnings, strict=True):
        ends = [certainly_begun(dataset, key) for key in piece.superseded_by]
        if piece.when and piece.when.is_interval:
            ends.append(min(limit.last_max + 1, LAST_DAY))
        thing = referent_id(dataset, piece.position)
        for stance, (starts, replacing) in later.items():
            if stance != piece.position.stance.value:
                after = replacing[bisect.bisect_right(starts, limit.last_max)]
                ends += [day for day, other in after if other != thing][:1]
        until = min(ends, default=LAST_DAY)
        yield piece, StanceSpan(first=first if first > FIRST_DAY else None, until=until if until < LAST_DAY else None)


def earliest_after(beginnings: Iterable[tuple[int, int, str]]) -> tuple[list[int], list[Ends]]:
    """Return the first days of positions in order, and for each place what of those from it on has begun first.

    It is that of two different things, so that one of them is not the thing that is compared.
    """
    in_order = sorted(beginnings)
    found: list[Ends] = [[]]
    for _, certain, thing in reversed(in_order):
        best: dict[str, int] = {}
        for day, other in sorted([*found[-1], (certain, thing)]):
            best.setdefault(other, day)
        found.append([(day, other) for other, day in best.items()][:2])
    return [first for first, _, _ in in_order], found[::-1]


def beginning(dataset: Dataset, piece: StanceEvidence, limit: Limits) -> tuple[int, int]:
    """Return the first day on which a position can have begun and been said, and that from which it certainly has."""
    shown = [said for key in piece.statements if (said := dataset.get(key))]
    limits = [dated(dataset, record) for record in shown if isinstance(record, EventRecord)]
    first = min((each.first_min for each in limits), default=FIRST_DAY)
    certain = min((each.first_max for each in limits), default=FIRST_DAY)
    return max(limit.first_min, first), max(limit.first_max, certain)


def dated(dataset: Dataset, record: EventRecord) -> Limits:
    """Return the bounds of the date of a record as it is read, whatever its qualifiers."""
    when = read_date(dataset, record, unqualified=True)
    return limits_of([when]) if when else ANY_TIME


def certainly_begun(dataset: Dataset, key: str) -> int:
    """Return the day from which a position has certainly been taken."""
    position = dataset[key]
    if not isinstance(position, Position):
        return LAST_DAY
    shown = (record for key in position.evidence if isinstance(record := dataset.get(key), EventRecord))
    said = min((dated(dataset, record).first_max for record in shown), default=FIRST_DAY)
    return max(dated(dataset, position).first_max, said)
