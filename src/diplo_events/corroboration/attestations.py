"""What the reports of one thing say, field by field: each value, who gives it, and which values agree."""

import functools
import itertools
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast

import attrs

from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.hierarchy import Ancestors
from diplo_events.lookup import publisher_of
from diplo_events.model import (
    EventRecord,
    Extent,
    Meeting,
    Position,
    Source,
    Statement,
    TerritorialClaim,
)
from diplo_events.model.ids import RecordId
from diplo_events.referents import Referent
from diplo_events.vocab import Assertion, Credibility, Medium, MeetingStatus, ParticipantRole, Reliability, Stance

__all__ = [
    "AWAY",
    "FIELDS",
    "LISTS",
    "UNDER_WAY",
    "Attestation",
    "Chain",
    "Grade",
    "Value",
    "attestations_by_field",
    "bounds",
    "contradict",
    "ends_before",
    "find_attestations",
    "independent",
    "refines",
    "reporting_chain",
    "values_of",
]

Value: TypeAlias = Hashable
"""A value of a field: a date, an id, a member of a vocabulary, an extent. A list is taken as the set of its items."""

Chain: TypeAlias = tuple[str, ...]
"""The hands through which a report came, by id, the origin first and the publisher last."""

FIELDS: Final[Mapping[type[EventRecord], tuple[str, ...]]] = MappingProxyType(
    {
        Statement: ("when", "speaker", "on_behalf_of", "acts", "medium", "place", "audience", "targets", "issues"),
        Meeting: (
            "when",
            "attendance",
            "status",
            "level",
            "participants",
            "absent",
            "place",
            "agenda",
            "proposed_by",
        ),
        TerritorialClaim: (
            "when",
            "challenger",
            "target",
            "assertion",
            "places",
            "basis",
            "extent",
            "controlled_by",
            "recognized_holder",
        ),
        Position: ("actor", "issue", "stance", "red_line"),
    }
)
"""The fields that are compared; `absent` are the participants who are said not to take part.

Not compared: free text; quotations, which `renderings` compares; classes of a coder that overlap (a summit is a kind
of talks); what belongs to the report and not to the thing (its mode, hedge, basis, evidence and who asserts it);
references to other records of the same source; and the time of a position, which lasts, so that two sources that
date it differently do not differ.
"""

LISTS: Final = frozenset(
    {
        "absent",
        "acts",
        "agenda",
        "audience",
        "basis",
        "controlled_by",
        "issues",
        "on_behalf_of",
        "participants",
        "places",
        "proposed_by",
        "recognized_holder",
        "targets",
    }
)
"""The fields that hold a list. Who names one item does not deny another: items never contradict."""

HAPPENINGS: Final = frozenset({Assertion.ANNEXATION, Assertion.CAPTURE})
"""The assertions about a moment. The others are about a state of things, which two sources may see at two times."""

AWAY: Final = frozenset({ParticipantRole.ABSENT, ParticipantRole.EXCLUDED})
"""The roles of those who do not take part."""

UNDER_WAY: Final = frozenset({MeetingStatus.ONGOING, MeetingStatus.HELD})
"""The statuses of a meeting that takes or took place; the others say that it may, will or will not."""

CACHED: Final = 4096

SAYS_NOTHING: Final[frozenset[Value]] = frozenset({None, False, Medium.UNKNOWN})


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

    value: Value
    """The value, as the records have it."""
    records: tuple[str, ...]
    """The ids of the records, sorted."""
    sources: tuple[str, ...]
    """The ids of their sources, sorted."""
    chains: tuple[Chain, ...]
    """Through whose hands each report came, each chain once, sorted."""
    grades: tuple[Grade, ...]
    """The Admiralty grades of the reports, in the order of `records`."""

    @property
    def witnesses(self) -> tuple[str, ...]:
        """On whose word the value rests: the origin of each chain, sorted."""
        return tuple(sorted({chain[0] for chain in self.chains}))


def reporting_chain(dataset: Dataset, record: EventRecord) -> Chain:
    """List those through whose hands a report came: the origin first, the publisher last.

    The origin is the end of the `via` chain; where there is none, the publisher; where that is not known, the
    source. Two reports are independent when nobody stands in both lists: two papers that quote one agency are
    one witness, and so are two articles of one paper.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> reporting_chain(dataset, dataset["kurdistan24-road-to-nowhere/m07"])
        ('unnamed-sources', 'afp', 'kurdistan24')
    """
    publisher = publisher_of(dataset, record.source)
    return tuple(dict.fromkeys((*reversed(record.via), publisher or record.source)))


def independent(chains: Collection[Chain]) -> bool:
    """Tell whether two of some reports are independent.

    Examples:
        >>> independent([("afp", "paper-a"), ("afp", "paper-b")]), independent([("afp", "paper-a"), ("paper-b",)])
        (False, True)
    """
    return any(not set(one) & set(other) for one, other in itertools.combinations(chains, 2))


def find_attestations(dataset: Dataset, thing: Referent, field: str) -> tuple[Attestation, ...]:
    """List the values that the reports of a thing give to a field, each with who gives it.

    Of a field that holds a list, each item is a value: a source that names three participants gives three.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.referents import find_referents
        >>> dataset = diplo_events.load_example()
        >>> (thing,) = [thing for thing in find_referents(dataset) if thing.id == "meeting/eastern-economic-forum"]
        >>> [(str(account.value), account.witnesses) for account in find_attestations(dataset, thing, "when")]
        [('2025-09-03/2025-09-04', ('outlet-unnamed-digest',)), ('2025-09-03', ('zerohedge',))]
    """
    return attestations_by_field(dataset, thing, [field])[field]


def attestations_by_field(
    dataset: Dataset, thing: Referent, fields: Iterable[str]
) -> dict[str, tuple[Attestation, ...]]:
    """List the values that the reports of a thing give to each of some fields, as `find_attestations` does to one."""
    chains = [reporting_chain(dataset, record) for record in thing.records]
    grades = [grade(dataset, record) for record in thing.records]

    @functools.cache
    def given_by(reports: tuple[int, ...]) -> dict[str, Any]:
        records = [thing.records[i] for i in reports]
        return {
            "records": tuple(record.id for record in records),
            "sources": tuple(sorted({record.source for record in records})),
            "chains": tuple(sorted({chains[i] for i in reports})),
            "grades": tuple(grades[i] for i in reports),
        }

    found: dict[str, tuple[Attestation, ...]] = {}
    for field in fields:
        groups: dict[Value, list[int]] = defaultdict(list)
        for i, record in enumerate(thing.records):
            for value in values_of(record, field):
                groups[value].append(i)
        found[field] = tuple(Attestation(value=value, **given_by(tuple(reports))) for value, reports in groups.items())
    return found


def grade(dataset: Dataset, record: EventRecord) -> Grade:
    """Give the Admiralty grade of a report."""
    source = dataset.get(record.source)
    reliability = source.reliability if isinstance(source, Source) else None
    return Grade(record=record.id, reliability=reliability, credibility=record.credibility)


def values_of(record: EventRecord, field: str) -> Sequence[Value]:
    """Read a field: one value, or the items of a list, each once; none where the record says nothing there."""
    if field == "when" and isinstance(record, TerritorialClaim) and record.assertion not in HAPPENINGS:
        return ()
    if isinstance(record, Meeting) and field in {"participants", "absent"}:
        chosen = (p.actor for p in record.participants if (p.role in AWAY) == (field == "absent"))
        return tuple(dict.fromkeys(chosen))
    value = getattr(record, field)
    if isinstance(value, tuple | frozenset):
        return sorted(cast("Iterable[Value]", value), key=str)
    return () if value in SAYS_NOTHING else (value,)


def refines(tied: Ancestors, one: Value, other: Value) -> bool:
    """Tell whether one value says all that another says, or more.

    A date lies within the other's bounds (marks do not count); an extent within the other's range; a place lies in
    the other; an actor stands for the other; a stance is on the same side and as strong. That a meeting is being
    held and that it was held say the same.

    Examples:
        >>> refines({}, EventDate.parse("2025-09-03?"), EventDate.parse("2025-09"))
        True
    """
    return one == other or says_more(tied, one, other)


def says_more(tied: Ancestors, one: Value, other: Value) -> bool:
    """Tell whether one value says all that another, which is not the same, says."""
    match one, other:
        case EventDate(), EventDate():
            return starts_by(other, one) and ends_by(one, other)
        case Extent(), Extent():
            return one.unit is other.unit and other.low <= one.low and one.high <= other.high
        case Stance(), Stance():
            same_side = one.number * other.number > 0
            return same_side and abs(one.number) >= abs(other.number)
        case MeetingStatus(), MeetingStatus():
            return UNDER_WAY.issuperset((one, other))
        case str(), str():
            return other in tied.get(one, ())
        case _:
            return False


def contradict(dataset: Dataset, tied: Ancestors, one: Attestation, other: Attestation) -> bool:
    """Tell whether two accounts of one field of one thing cannot both be right.

    Dates contradict where their bounds do not overlap, whatever their marks, and extents of one unit where their
    ranges do not. A meeting's status is as of its source: that it was held contradicts that it is to be held, unless
    the latter was published before. Other values contradict where neither refines the other.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.referents import find_referents
        >>> dataset = diplo_events.load_example()
        >>> (thing,) = [t for t in find_referents(dataset) if t.id == "meeting/defence-ministers-guarantees"]
        >>> held, scheduled = find_attestations(dataset, thing, "status")
        >>> contradict(dataset, {}, held, scheduled)
        True
    """
    match one.value, other.value:
        case EventDate() as first, EventDate() as second:
            return ends_before(first, second) or ends_before(second, first)
        case Extent() as first, Extent() as second:
            return first.unit is second.unit and (first.high < second.low or second.high < first.low)
        case MeetingStatus(), MeetingStatus():
            return status_contradicts(dataset, one, other) or status_contradicts(dataset, other, one)
        case _:
            return not refines(tied, one.value, other.value) and not refines(tied, other.value, one.value)


def status_contradicts(dataset: Dataset, one: Attestation, other: Attestation) -> bool:
    """Tell whether one account has a meeting held and another, not certainly published before, has it not."""
    if one.value not in UNDER_WAY or other.value in UNDER_WAY:
        return False
    dates = itertools.product(published(dataset, one), published(dataset, other))
    return any(not (held and not_held and ends_before(not_held, held)) for held, not_held in dates)


def published(dataset: Dataset, one: Attestation) -> list[EventDate | None]:
    """List when the sources of an account were published."""
    found = (dataset.get(source) for source in one.sources)
    return [source.published if isinstance(source, Source) else None for source in found]


def starts_by(one: EventDate, other: EventDate) -> bool:
    """Tell whether one date can begin as early as another."""
    first, second = bounds(one)[0], bounds(other)[0]
    return first is None or (second is not None and first <= second)


def ends_by(one: EventDate, other: EventDate) -> bool:
    """Tell whether one date ends no later than another."""
    first, second = bounds(one)[1], bounds(other)[1]
    return second is None or (first is not None and first <= second)


def ends_before(one: EventDate, other: EventDate) -> bool:
    """Tell whether all of one date lies before all of another, as written."""
    last, first = bounds(one)[1], bounds(other)[0]
    return last is not None and first is not None and last < first


@functools.lru_cache(maxsize=CACHED)
def bounds(date: EventDate) -> tuple[Day | None, Day | None]:
    """Give the first and the last day of a date as written; sources repeat their dates."""
    return date.earliest, date.latest
