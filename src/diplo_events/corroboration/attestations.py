"""What the reports of one referent say, field by field: each value, who gives it, and which values agree."""

import functools
import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeAlias, cast

import attrs

from diplo_events.corroboration.fields import FieldValue, compared_fields, values_of
from diplo_events.corroboration.statuses import HAPPENED, HELD, StatusReport, status_clashes
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate, check_event_date
from diplo_events.dates.limits import lies_within
from diplo_events.errors import check_choice, expect_type
from diplo_events.hierarchy import Ancestors
from diplo_events.lookup import first_published, publisher_of
from diplo_events.model import EventRecord, Quantity, Source, Tally
from diplo_events.model.ids import RecordId
from diplo_events.model.quantity import upper_end
from diplo_events.referents import Referent
from diplo_events.vocab import ActionStatus, Credibility, MeetingStatus, Reliability, Stance

__all__ = [
    "Attestation",
    "Chain",
    "Grade",
    "attestations_by_field",
    "contradict",
    "count_witnesses",
    "ends_before",
    "find_attestations",
    "independent",
    "refines",
    "reporting_chain",
]

Chain: TypeAlias = tuple[str, ...]
"""The ids of the actors who passed a report on, the origin first and the publisher last."""


@attrs.frozen(kw_only=True)
class Grade:
    """The Admiralty grade of one report: two judgements of a coder, never combined."""

    record: RecordId
    """The report."""
    reliability: Reliability | None
    """How far the coder trusts its source, A to F."""
    credibility: Credibility | None
    """How far the coder believes the item, 1 to 6."""


@attrs.frozen(kw_only=True)
class Attestation:
    """One value of a field, and the reports that give it."""

    value: FieldValue
    """The value, as the records have it."""
    records: tuple[str, ...]
    """The ids of the records, sorted."""
    sources: tuple[str, ...]
    """The ids of their sources, sorted."""
    chains: tuple[Chain, ...]
    """The reporting chain of each report, each chain once, sorted."""
    grades: tuple[Grade, ...]
    """The Admiralty grades of the reports, in the order of `records`."""

    @property
    def witnesses(self) -> tuple[str, ...]:
        """The origins of the chains, on whose word the value rests; sorted."""
        return tuple(sorted({chain[0] for chain in self.chains}))


def reporting_chain(dataset: Dataset, record: EventRecord) -> Chain:
    """List the actors who passed a report on: the origin first, the publisher last.

    The origin is the end of the `via` chain; without one, the publisher; without a known publisher, the source. Two
    reports are independent if no actor is in both chains: two papers that quote one agency are one witness, and so
    are two articles of one paper. Copies of one text, and copies, translations and excerpts of one document, are its
    versions, so the publisher is that of the first one, by `Dataset.first_versions`: whoever only copied or translated
    it is not another witness.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> reporting_chain(dataset, dataset["kurdistan24-road-to-nowhere/m07"])
        ('unnamed-sources', 'afp', 'kurdistan24')
    """
    text = dataset.first_versions.get(record.source, record.source)
    return tuple(dict.fromkeys((*reversed(record.via), publisher_of(dataset, text) or text)))


def independent(chains: Collection[Chain]) -> bool:
    """Whether two of these reports are independent.

    Examples:
        >>> independent([("afp", "paper-a"), ("afp", "paper-b")]), independent([("afp", "paper-a"), ("paper-b",)])
        (False, True)
    """
    return any(not set(left) & set(right) for left, right in itertools.combinations(chains, 2))


def count_witnesses(chains: Collection[Chain]) -> int:
    """Return how many witnesses some reports have: groups of them that share no actor with each other.

    Examples:
        >>> count_witnesses([("ministry", "afp", "paper-a"), ("afp", "paper-b"), ("paper-c",)])
        2
    """
    groups: list[set[str]] = []
    for chain in chains:
        apart = [group for group in groups if group.isdisjoint(chain)]
        groups = [*apart, set(chain).union(*(group for group in groups if not group.isdisjoint(chain)))]
    return len(groups)


def find_attestations(dataset: Dataset, referent: Referent, field: str) -> tuple[Attestation, ...]:
    """List the values that the reports of one referent give a field, each with the reports that give it.

    Of a field that holds a list, each item is a value: a source that names three participants gives three.

    Raises:
        ArgumentError: the field is not one of those that are compared.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.referents import find_referents
        >>> dataset = diplo_events.load_example()
        >>> (forum,) = [r for r in find_referents(dataset) if r.id == "meeting/eastern-economic-forum"]
        >>> [(str(dates.value), dates.witnesses) for dates in find_attestations(dataset, forum, "when")]
        [('2025-09-03/2025-09-04', ('outlet-unnamed-digest',)), ('2025-09-03', ('zerohedge',))]
    """
    return attestations_by_field(dataset, referent, [field])[field]


def attestations_by_field(
    dataset: Dataset, referent: Referent, fields: Iterable[str]
) -> dict[str, tuple[Attestation, ...]]:
    """Return what `find_attestations` does for each of several fields.

    Raises:
        ArgumentError: one of the fields is not one of those that are compared.
    """
    expect_type("referent", referent, Referent, hint="find it with diplo_events.referents.find_referents")
    chains = [reporting_chain(dataset, record) for record in referent.records]
    grades = [grade(dataset, record) for record in referent.records]

    @functools.cache
    def reports_at(places: tuple[int, ...]) -> dict[str, Any]:
        records = [referent.records[i] for i in places]
        return {
            "records": tuple(record.id for record in records),
            "sources": tuple(sorted({record.source for record in records})),
            "chains": tuple(sorted({chains[i] for i in places})),
            "grades": tuple(grades[i] for i in places),
        }

    attestations: dict[str, tuple[Attestation, ...]] = {}
    for field in fields:
        check_choice("field", field, compared_fields(referent.type))
        groups: dict[FieldValue, list[int]] = defaultdict(list)
        for i, record in enumerate(referent.records):
            for value in values_of(record, field):
                groups[value].append(i)
        attestations[field] = tuple(
            Attestation(value=value, **reports_at(tuple(places))) for value, places in groups.items()
        )
    return attestations


def grade(dataset: Dataset, record: EventRecord) -> Grade:
    """Return the Admiralty grade of a report."""
    source = dataset.get(record.source)
    reliability = source.reliability if isinstance(source, Source) else None
    return Grade(record=record.id, reliability=reliability, credibility=record.credibility)


def refines(ancestors: Ancestors, left: FieldValue, right: FieldValue) -> bool:
    """Whether the left value says all that the right one says, or more.

    A date lies within the other's bounds (marks do not count, offsets do); an extent within the other's range; a place
    lies in the other; an actor represents the other; a stance is on the same side and as strong. That a meeting is
    being held and that it was held say the same.

    Examples:
        >>> refines({}, EventDate.parse("2025-09-03?"), EventDate.parse("2025-09"))
        True
    """
    return left == right or is_more_precise(ancestors, left, right)


def is_more_precise(ancestors: Ancestors, left: FieldValue, right: FieldValue) -> bool:  # noqa: PLR0911  (one case for each type of values)
    """Whether the left value says all that the right one, which is not the same, says."""
    match left, right:
        case EventDate(), EventDate():
            return lies_within(left, right)
        case Quantity(), Quantity():
            return left.unit is right.unit and right.low <= left.low and upper_end(left) <= upper_end(right)
        case Stance(), Stance():
            same_side = left.number * right.number > 0
            return same_side and abs(left.number) >= abs(right.number)
        case MeetingStatus(), MeetingStatus():
            return HELD.issuperset((left, right))
        case Tally(), Tally():
            counts = attrs.asdict(left)
            return all(number in {None, counts[name]} for name, number in attrs.asdict(right).items())
        case str(), str():
            return right in ancestors.get(left, ())
        case (tuple(), str()) | (str(), tuple()) | (tuple(), tuple()):
            return all(any(same_or_speaks_for(ancestors, one, other) for one in ids(left)) for other in ids(right))
        case _:
            return False


def ids(value: FieldValue) -> tuple[str, ...]:
    """Return the ids of a joint voice, or of one speaker."""
    return cast("tuple[str, ...]", value) if isinstance(value, tuple) else (str(value),)


def same_or_speaks_for(ancestors: Ancestors, one: str, other: str) -> bool:
    """Whether two actors are one, or the first speaks for the second."""
    return one == other or other in ancestors.get(one, ())


def contradict(dataset: Dataset, ancestors: Ancestors, left: Attestation, right: Attestation) -> bool:
    """Whether two attestations of one field of one referent cannot both be right.

    Dates contradict if their bounds do not overlap, whatever their marks; extents of one unit if their ranges do not.
    Statuses of a meeting contradict as `statuses.status_clashes` says. Other values contradict if neither refines the
    other.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.referents import find_referents
        >>> dataset = diplo_events.load_example()
        >>> (ministers,) = [r for r in find_referents(dataset) if r.id == "meeting/defence-ministers-guarantees"]
        >>> held, scheduled = find_attestations(dataset, ministers, "status")
        >>> contradict(dataset, {}, held, scheduled)
        True
    """
    match left.value, right.value:
        case EventDate() as first, EventDate() as second:
            return ends_before(first, second) or ends_before(second, first)
        case Quantity() as first, Quantity() as second:
            return first.unit is second.unit and (upper_end(first) < second.low or upper_end(second) < first.low)
        case ActionStatus() as first, ActionStatus() as second:
            return ActionStatus.DENIED in {first, second} and bool(HAPPENED & {first, second})
        case Tally() as first, Tally() as second:
            pairs = zip(attrs.astuple(first), attrs.astuple(second), strict=True)
            return any(None not in pair and pair[0] != pair[1] for pair in pairs)
        case MeetingStatus() as first, MeetingStatus() as second:
            reports = [*status_reports(dataset, first, left), *status_reports(dataset, second, right)]
            return any(True for _ in status_clashes(reports))
        case _:
            return not refines(ancestors, left.value, right.value) and not refines(ancestors, right.value, left.value)


def status_reports(dataset: Dataset, status: MeetingStatus, attestation: Attestation) -> Iterator[StatusReport]:
    """Return a report of a status for each text that gives it, whatever copies there are of it."""
    for source in sorted({dataset.first_copies.get(source, source) for source in attestation.sources}):
        published = first_published(dataset, source)
        yield StatusReport(record=f"{source} {status.value}", source=source, status=status, published=published)


def ends_before(left: EventDate, right: EventDate) -> bool:
    """Whether all of the left date lies before all of the right one, both as written.

    Raises:
        ArgumentTypeError: an argument is not an `EventDate`.
    """
    check_event_date(left, "left")
    check_event_date(right, "right")
    return left.limits(unqualified=True).before(right.limits(unqualified=True)) is True
