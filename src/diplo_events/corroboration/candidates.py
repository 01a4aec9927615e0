"""Pairs of records that might have one referent, ranked, each with its evidence, for a person to decide.

Needs the extra `rapidfuzz`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, cast

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.corroboration.fields import compared_fields, values_of
from diplo_events.corroboration.match_evidence import (
    Evidence,
    Feature,
    Profile,
    Reported,
    actors_of,
    field_evidence,
    quotation_evidence,
    shared_evidence,
    total_weight,
)
from diplo_events.corroboration.wordings import wording_of
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import ArgumentTypeError, MissingExtraError, shown
from diplo_events.hierarchy import Ancestors, ancestors_by_id
from diplo_events.lookup import first_published
from diplo_events.model import Action, Meeting, Position, Statement, TerritorialClaim
from diplo_events.model.ids import RecordId
from diplo_events.open_records import coded

try:
    from rapidfuzz import fuzz, utils
except ImportError as error:
    raise MissingExtraError.of("rapidfuzz", "proposing records that might be one") from error

__all__ = ["THRESHOLD", "Candidate", "block_keys", "find_candidates"]

THRESHOLD: Final = 8.0
"""Pairs that score less are not proposed, unless asked for."""

NEIGHBOURS: Final = 15
"""With how many later records of a block each is compared: the sorted neighbourhood of Hernández & Stolfo (1995)."""

ALIKE: Final = 50.0
"""Words that are no more alike than this are not evidence: any two reports of one affair share that much."""

ROUNDED: Final = 0.06
"""How far a weight can be rounded up, and a little more, because sums of floats are not exact."""


BEGINNING: Final = 0
"""The day near which records without any date are put."""


@attrs.frozen(kw_only=True)
class Candidate:
    """Two records that might have one referent. Whether they do, a person decides."""

    left: RecordId
    """The record with the lower id."""
    right: RecordId
    """The record with the higher id."""
    score: float
    """The sum of the weights of the evidence; the higher, the likelier. It is not a probability."""
    evidence: tuple[Evidence, ...]
    """What speaks for it and against it, the heaviest first; of one weight, in the order of the fields compared."""


@gc_paused()
def find_candidates(
    dataset: Dataset, *, threshold: float = THRESHOLD, block: str | None = None
) -> tuple[Candidate, ...]:
    """Propose pairs of records that might have one referent and do not share a `canonical_id`, the likeliest first.

    Both are of one type. Statements have speakers of whom one represents the other, meetings some participants in
    common, claims challengers and positions actors of whom one represents the other. Records are only compared with
    those near in time that share a state or organisation and an issue, an act or a place with them; so time grows
    with the number of records and not with its square, and a pair far apart is not found.

    Copies of one text, by its hash, are one source, and what they all report is compared once.

    Args:
        dataset: The records.
        threshold: Leave out pairs that score less.
        block: Compare only the records of one block, by its key; see `block_keys`. The pairs of all blocks together
            are those of the dataset.

    Raises:
        ArgumentTypeError: the threshold is not a number.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> (pair,) = [pair for pair in find_candidates(dataset) if pair.left == "kurdistan24-intervention/s14"]
        >>> pair.right, pair.score
        ('opinion-guarantees/s06', 8.5)
        >>> pair.evidence[1].why
        'one speaker: zelenskyy'
    """
    if not isinstance(threshold, int | float):
        raise ArgumentTypeError(f"expected threshold to be a number, found {shown(threshold)}")
    dataset = coded(dataset)
    ancestors = ancestors_by_id(dataset)
    candidates: list[Candidate] = []
    for left, right in near_pairs(list(profiles(dataset, ancestors, block))):
        if evidence := evidence_for(ancestors, left, right, threshold=threshold):
            score = score_of(*(item.weight for item in evidence))
            candidates.append(Candidate(left=left.record.id, right=right.record.id, score=score, evidence=evidence))
    return tuple(sorted(candidates, key=lambda pair: (-pair.score, pair.left, pair.right)))


def block_keys(dataset: Dataset) -> dict[RecordId, tuple[str, ...]]:
    """Return the blocks in which `find_candidates` compares each record with others, as one text each.

    An engine that has more records than one machine groups them by these and asks for the candidates of each block.

    Examples:
        >>> import diplo_events
        >>> block_keys(diplo_events.load_example())["kurdistan24-intervention/s14"][0]
        'Statement|ukraine|demand_protection'
    """
    dataset = coded(dataset)
    ancestors = ancestors_by_id(dataset)
    return {
        record.id: tuple(sorted({"|".join(key) for key in keys_of(ancestors, record)}))
        for record in dataset.records
        if isinstance(record, Reported)
    }


def profiles(dataset: Dataset, ancestors: Ancestors, block: str | None) -> Iterator[Profile]:
    """Compute what each event record is compared by; what several copies of one text report is taken once."""
    for record in dataset.records:
        if isinstance(record, Reported) and dataset.first_reports.get(record.id, record.id) == record.id:
            yield Profile(
                record=record,
                text=dataset.first_copies.get(record.source, record.source),
                keys=frozenset(key for key in keys_of(ancestors, record) if block in {None, "|".join(key)}),
                order=(day_near(dataset, record), record.id),
                days=days_of(record),
                words=utils.default_process(record.title if isinstance(record, Meeting) else record.summary),
                wording=wording_of(dataset, record) if isinstance(record, Statement) else None,
                **shared_evidence(record),
            )


def keys_of(ancestors: Ancestors, record: Reported) -> Iterator[tuple[str, ...]]:
    """List the keys of a record's blocks: of what it is about, and of what it repeats or is repeated as."""
    yield (record.restates or record.id,)
    for actor in actors_of(record):
        for root in roots(ancestors, actor):
            for topic in topics(ancestors, record):
                yield type(record).__name__, root, topic


def topics(ancestors: Ancestors, record: Reported) -> Sequence[str]:
    """List the issues, acts and places by which a record is grouped; meetings and votes have only one group."""
    match record:
        case Statement():
            return *record.issues, record.acts[0].value
        case TerritorialClaim():
            return [root for place in record.places for root in roots(ancestors, place)] or [""]
        case Position():
            return (record.issue,)
        case Action():
            return (record.kind.value,)
        case _:
            return ("",)


def roots(ancestors: Ancestors, key: str) -> list[str]:
    """List the outermost ancestors of an actor or a place: states, organisations, countries."""
    return [above for above in ancestors.get(key, ()) if ancestors.get(above, {above}) == {above}] or [key]


def day_near(dataset: Dataset, record: Reported) -> int:
    """Return a day near the record's referent: its first, or that of the publication, or the beginning of time."""
    dates = (record.when, first_published(dataset, record.source))
    return next((date.limits(unqualified=True).first_min for date in dates if date and date.earliest), BEGINNING)


def days_of(record: Reported) -> tuple[int, int] | None:
    """Return the first and the last day of what happens once; `None` where one of them is not known."""
    for value in values_of(record, "when") if "when" in compared_fields(type(record)) else ():
        date = cast("EventDate", value)
        if date.earliest and date.latest:
            limits = date.limits(unqualified=True)
            return limits.first_min, limits.last_max
    return None


def near_pairs(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pair each record, once, with those that follow it in time in each of its blocks; the lower id comes first.

    Pairs that are known to have one referent are left out.
    """
    blocks: dict[tuple[str, ...], list[Profile]] = defaultdict(list)
    places: dict[Profile, list[tuple[list[Profile], int]]] = {}
    for profile in sorted(profiles, key=lambda profile: profile.order):
        places[profile] = [(blocks[key], len(blocks[key]) + 1) for key in profile.keys]
        for key in profile.keys:
            blocks[key].append(profile)
    for profile, its_blocks in places.items():
        near = dict.fromkeys(other for block, start in its_blocks for other in block[start : start + NEIGHBOURS])
        for other in near:
            known = profile.record.canonical_id
            if known is None or known != other.record.canonical_id:
                yield (profile, other) if profile.record.id < other.record.id else (other, profile)


def evidence_for(ancestors: Ancestors, left: Profile, right: Profile, *, threshold: float) -> tuple[Evidence, ...]:
    """Return the evidence for and against a pair, the heaviest first; empty if it does not reach the threshold."""
    evidence = field_evidence(ancestors, left, right)
    if not evidence:
        return ()
    known = total_weight(evidence)
    most_by_quotes = Feature.QUOTE.weight if left.wording and right.wording else 0.0
    if known + most_by_quotes + Feature.WORDS.weight < threshold:
        return ()
    needed = max(0.0, threshold - known - most_by_quotes - ROUNDED)
    cutoff = ALIKE + (100 - ALIKE) * needed / Feature.WORDS.weight
    likeness = fuzz.token_set_ratio(left.words, right.words, score_cutoff=cutoff)  # 0 below it
    alike = round(Feature.WORDS.weight * (likeness - ALIKE) / (100 - ALIKE), 1) if likeness > ALIKE else 0.0
    if score_of(known, most_by_quotes, alike) < threshold:
        return ()
    if left.wording and right.wording:
        quotations = quotation_evidence(left.wording, right.wording)
        if score_of(known, total_weight(quotations), alike) < threshold:
            return ()
        evidence += quotations
    if alike:
        evidence.append(Evidence(feature=Feature.WORDS, weight=alike, where=(f"{likeness:.0f} of 100",)))
    return tuple(sorted(evidence, key=lambda item: -abs(item.weight)))


def score_of(*weights: float) -> float:
    """Add up weights to a score, which has one decimal."""
    return round(sum(weights), 1)
