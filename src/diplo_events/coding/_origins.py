"""How records began, as free codings or as drafts of rules or a model, and how far two coders agree on each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, cast

import attrs

from diplo_events.coding.variables import Variable
from diplo_events.model import OPEN, EventRecord

__all__ = ["FREE", "OriginAgreement", "agreement_by_origin", "origin_of"]

FREE: Final = "free"
"""What the origin of a record is called that nobody drafted."""


@attrs.frozen(kw_only=True)
class OriginAgreement:
    """How far two coders agree on the units that began in one way: what a draft suggests, both may have kept."""

    origins: tuple[str, str]
    """How the records of the first and the second coder began: `free`, `rule`, or `model` with its name."""
    units: int
    """How many units they are."""
    values: int
    """How many values of variables were compared in them: those that both have coded."""
    agreed: int
    """How many of these are the same."""


def origin_of(record: EventRecord) -> str:
    """Return how a record began, by what drafts leave in `extra["draft"]`.

    Examples:
        >>> from diplo_events import Action, ActionStatus
        >>> deed = Action(id="a/d1", source="a", actors=("b",), kind=OPEN, status=ActionStatus.DONE, summary="S.")
        >>> origin_of(deed), origin_of(attrs.evolve(deed, extra={"draft": {"rule": "deed"}}))
        ('free', 'rule')
    """
    mark = record.extra.get("draft")
    if not isinstance(mark, Mapping):
        return FREE
    known = cast("Mapping[str, object]", mark)
    if known.get("by") == "model":
        return f"model {known['model']}" if isinstance(known.get("model"), str) else "model"
    return "rule"


def agreement_by_origin(
    matched: Iterable[tuple[EventRecord, EventRecord]], variables: Sequence[Variable]
) -> tuple[OriginAgreement, ...]:
    """Return how far two coders agree on each kind of units, free ones first; nothing if all began freely.

    Args:
        matched: The units that both found.
        variables: What is compared in them.
    """
    groups: dict[tuple[str, str], list[tuple[EventRecord, EventRecord]]] = defaultdict(list)
    for first, second in matched:
        groups[origin_of(first), origin_of(second)].append((first, second))
    if groups.keys() <= {(FREE, FREE)}:
        return ()
    result: list[OriginAgreement] = []
    for origins in sorted(groups, key=lambda pair: (pair != (FREE, FREE), pair)):
        pairs = [(each.read(a), each.read(b)) for a, b in groups[origins] for each in variables]
        compared = [x == y for x, y in pairs if OPEN not in (x, y)]
        units = len(groups[origins])
        result.append(OriginAgreement(origins=origins, units=units, values=len(compared), agreed=sum(compared)))
    return tuple(result)
