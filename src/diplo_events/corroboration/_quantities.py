"""Figures that the reports of one deed, meeting or vote give: two ships in one source, three in another."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from diplo_events._internal.texts.folding import caseless
from diplo_events.corroboration._contradiction_types import Contradiction, ContradictionKind, by_text, contradiction
from diplo_events.model import Action, EventRecord, Meeting, Quantity, TerritorialClaim, Vote
from diplo_events.model.quantity import upper_end
from diplo_events.referents import Referent
from diplo_events.vocab import ActionStatus, MeetingStatus, Unit

__all__ = ["quantity_contradictions", "quantity_text"]

Measured: TypeAlias = tuple[str, str, str, str]
"""What a figure measures: the status of the thing, the unit, what is counted without regard to case, the currency."""

COUNTED: Final = (Action, Meeting, Vote, TerritorialClaim)
"""The types whose figures are those of the thing itself. Two sources can give an utterance in different parts."""

DENIALS: Final = (ActionStatus.DENIED, MeetingStatus.DENIED)
"""The statuses of what is said not to have been."""


def quantity_contradictions(referent: Referent) -> Iterator[Contradiction]:
    """Find the figures of a deed, meeting, vote or claim that do not overlap from report to report.

    Two reports contradict each other if both give a figure in one unit of one thing, and no figure of one overlaps
    one of the other. Of deeds and meetings, only reports with one status are compared: more can be planned than is
    done. A report that denies the thing gives no figure of it.
    """
    if not issubclass(referent.type, COUNTED):
        return
    figures = {record.id: figures_of(record) for record in referent.records if status_of(record) not in DENIALS}
    disputed: dict[Measured, set[str]] = defaultdict(set)
    for left, right in itertools.combinations(figures, 2):
        for measured in figures[left].keys() & figures[right].keys():
            pairs = itertools.product(figures[left][measured], figures[right][measured])
            if all(upper_end(one) < other.low or upper_end(other) < one.low for one, other in pairs):
                disputed[measured] |= {left, right}
    for measured, ids in sorted(disputed.items()):
        texts = (
            (quantity_text(one), record)
            for record in referent.records
            if record.id in ids
            for one in figures[record.id][measured]
        )
        yield contradiction(ContradictionKind.QUANTITY, referent.id, by_text(texts))


def figures_of(record: EventRecord) -> Mapping[Measured, list[Quantity]]:
    """Return the figures of a record by what they measure."""
    figures: dict[Measured, list[Quantity]] = defaultdict(list)
    status = status_of(record)
    for one in record.quantities:
        figures[status.value if status else "", one.unit.value, caseless(one.of or ""), one.currency or ""].append(one)
    return figures


def status_of(record: EventRecord) -> ActionStatus | MeetingStatus | None:
    """Return the status of a deed or a meeting."""
    return record.status if isinstance(record, Action | Meeting) else None


def quantity_text(quantity: Quantity) -> str:
    """Return a quantity in words.

    >>> quantity_text(Quantity(low=2, high=2, unit=Unit.COUNT, of="ships"))
    '2 ships (count)'
    >>> quantity_text(Quantity(low=0.15, high=0.25, unit=Unit.SHARE))
    '0.15 to 0.25 (share)'
    >>> quantity_text(Quantity(low=1, high=None, unit=Unit.COUNT, of="shells"))
    '1 or more shells (count)'
    """
    low, high = (None if end is None else f"{end:.15g}" for end in (quantity.low, quantity.high))
    figure = f"{low} or more" if high is None else f"{low}" if low == high else f"{low} to {high}"
    of = " of" * (quantity.unit is Unit.SHARE)
    what = f"{of} {quantity.of}" if quantity.of else ""
    return f"{figure}{what} ({quantity.currency or quantity.unit.value})"
