"""Records without a passage in two encodings of one text: paired by what they say, if only one pair is possible."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.coding.variables import KEYS, Variable, variables_of
from diplo_events.model import EventRecord, Meeting, Statement
from diplo_events.vocab import Term

__all__ = ["Unmatched", "UnmatchedReason", "pairs_without_passage", "reasons_for"]


class UnmatchedReason(Term):
    """Why only one coder has a record."""

    OTHER_PASSAGE = "other_passage", "no record of the other coder has its passage, or another one fits that better"
    NOTHING_ALIKE = "nothing_alike", "it has no passage, and no record of the other coder says the same"
    SEVERAL_ALIKE = "several_alike", "it or the other has no passage, and more than one record says the same"


@attrs.frozen(kw_only=True)
class Unmatched:
    """A record that only one coder has, and why it was not paired."""

    record: EventRecord
    """The record."""
    reason: UnmatchedReason
    """Why it was not paired."""
    alike: tuple[str, ...] = ()
    """The ids of the other coder's records that say the same, if there are several pairs."""


IDENTIFYING: Final[Mapping[type[EventRecord], tuple[str, ...]]] = MappingProxyType(
    dict(KEYS) | {Meeting: ("kind", "participants")}
)
"""The variables that must be the same in two records of which one has no passage, by type."""

SAME_ID: Final = 0.5
"""What an equal id adds to the number of equal variables: less than one of them."""


def likeness(type_: type[EventRecord], left: EventRecord, right: EventRecord) -> float:
    """Return in how many variables two records are equal; 0 if they cannot be one unit without a passage.

    They cannot if both have passages, if what identifies a record of the type differs or is not there, if they cannot
    be of one time, or if both are about issues and have none in common.
    """
    if left.spans and right.spans:
        return 0.0
    variables = {variable.name: variable for variable in variables_of(type_)}
    if not all(says_the_same(variables[name], left, right) for name in IDENTIFYING[type_]):
        return 0.0
    if left.when and right.when and left.when.overlaps(right.when) is False:
        return 0.0
    if isinstance(left, Statement) and isinstance(right, Statement):
        issues = set(left.issues), set(right.issues)
        if all(issues) and issues[0].isdisjoint(issues[1]):
            return 0.0
    equal = sum(variable.read(left) == variable.read(right) for variable in variables.values())
    return equal + (SAME_ID if left.id == right.id else 0.0)


def says_the_same(variable: Variable, left: EventRecord, right: EventRecord) -> bool:
    """Whether two records have one value of a variable; to say nothing is not to say the same."""
    value = variable.read(left)
    return value == variable.read(right) and value != frozenset()


def pairs_without_passage(
    type_: type[EventRecord], firsts: Sequence[EventRecord], seconds: Sequence[EventRecord]
) -> Iterator[tuple[int, int]]:
    """List the pairs, by their places, of which each record is more like the other than like any other record."""
    rows = [[likeness(type_, left, right) for right in seconds] for left in firsts]
    columns = [list(column) for column in zip(*rows, strict=True)]
    for i, row in enumerate(rows):
        for j, number in enumerate(row):
            if number and row.count(number) == columns[j].count(number) == 1 and number == max(row) == max(columns[j]):
                yield i, j


def reasons_for(
    type_: type[EventRecord], rest: Sequence[EventRecord], others: Sequence[EventRecord]
) -> tuple[Unmatched, ...]:
    """Return why each of the rest has no partner.

    Args:
        type_: Their type.
        rest: The records of one coder that have none.
        others: The records of the other coder that could be one with them but for a passage: those that have none.
    """
    unmatched: list[Unmatched] = []
    for record in rest:
        alike = tuple(other.id for other in others if likeness(type_, record, other))
        reason = UnmatchedReason.OTHER_PASSAGE if record.spans else UnmatchedReason.NOTHING_ALIKE
        if alike:
            reason = UnmatchedReason.SEVERAL_ALIKE
        unmatched.append(Unmatched(record=record, reason=reason, alike=alike))
    return tuple(unmatched)
