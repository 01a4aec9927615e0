"""Pairs of records that might report one thing, ranked, each with its reasons, for a person to decide.

Needs the extra `rapidfuzz`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, cast

import attrs

from diplo_events._gc import gc_paused
from diplo_events.corroboration.attestations import FIELDS, bounds, values_of
from diplo_events.corroboration.match_evidence import (
    Evidence,
    Feature,
    Profile,
    Reported,
    actors_of,
    findings,
    quoted,
    shared_reasons,
    weight_of,
)
from diplo_events.corroboration.wordings import wording_of
from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.dates._days import number_of
from diplo_events.errors import MissingExtraError
from diplo_events.hierarchy import Ancestors, ancestors_of
from diplo_events.model import Meeting, Position, Source, Statement, TerritorialClaim
from diplo_events.model.ids import RecordId

try:
    from rapidfuzz import fuzz, utils
except ImportError as error:
    raise MissingExtraError.of("rapidfuzz", "proposing records that might be one") from error

__all__ = ["THRESHOLD", "Candidate", "find_candidates"]

THRESHOLD: Final = 8.0
"""Pairs that score less are not proposed, unless asked for."""


NEIGHBOURS: Final = 15
"""With how many later records of a block each is compared: the sorted neighbourhood of Hernández & Stolfo (1995)."""

ALIKE: Final = 50.0
"""A likeness of words up to which it says nothing: two reports of one affair share that much."""

ROUNDED: Final = 0.06
"""How far a weight may be rounded up, and a little more, for sums that are not exact."""


@attrs.frozen(kw_only=True)
class Candidate:
    """Two records that might report one thing. Whether they do, a person decides."""

    left: RecordId
    """The record with the lower id."""
    right: RecordId
    """The record with the higher id."""
    score: float
    """The sum of the weights of the reasons; the higher, the likelier. It is no probability."""
    reasons: tuple[Evidence, ...]
    """What speaks for it and against it, the heaviest first; of one weight, in the order of the fields compared."""


@gc_paused()
def find_candidates(dataset: Dataset, *, least: float = THRESHOLD) -> tuple[Candidate, ...]:
    """Propose pairs of records that might be one thing and do not share a `canonical_id`, the likeliest first.

    Both are of one type. Statements have speakers of whom one stands for the other, meetings some participants in
    common, claims challengers and positions actors of whom one stands for the other. Records are only compared with
    those near in time that share a state or organisation and an issue, an act or a place with them; so time grows
    with the number of records, and not with its square, and a pair far apart is not found.

    Args:
        dataset: The records.
        least: Leave out pairs that score less.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> (pair,) = [pair for pair in find_candidates(dataset) if pair.left == "kurdistan24-intervention/s14"]
        >>> pair.right, pair.score
        ('opinion-guarantees/s06', 12.5)
        >>> pair.reasons[1].why
        'one speaker: zelenskyy'
    """
    tied = ancestors_of(dataset)
    found: list[Candidate] = []
    for left, right in near_pairs(list(profiles(dataset, tied))):
        if reasons := reasons_for(tied, left, right, least=least):
            score = score_of(*(reason.weight for reason in reasons))
            found.append(Candidate(left=left.record.id, right=right.record.id, score=score, reasons=reasons))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.left, pair.right)))


def profiles(dataset: Dataset, tied: Ancestors) -> Iterator[Profile]:
    """Work out what each event record is compared by."""
    for record in dataset.records:
        if isinstance(record, Reported):
            yield Profile(
                record=record,
                keys=frozenset(keys_of(tied, record)),
                order=(day_near(dataset, record), record.id),
                days=days_of(record),
                words=utils.default_process(record.title if isinstance(record, Meeting) else record.summary),
                wording=wording_of(dataset, record) if isinstance(record, Statement) else None,
                **shared_reasons(record),
            )


def keys_of(tied: Ancestors, record: Reported) -> Iterator[tuple[str, ...]]:
    """Name the blocks of a record: those of what it is about, and that of what it repeats or is repeated as."""
    yield (record.restates or record.id,)
    for actor in actors_of(record):
        for root in roots(tied, actor):
            for topic in topics(tied, record):
                yield type(record).__name__, root, topic


def topics(tied: Ancestors, record: Reported) -> Sequence[str]:
    """List the issues, acts and places under which a record is looked for; a meeting is looked for everywhere."""
    match record:
        case Statement():
            return *record.issues, record.acts[0].value
        case TerritorialClaim():
            return [root for place in record.places for root in roots(tied, place)] or [""]
        case Position():
            return (record.issue,)
        case _:
            return ("",)


def roots(tied: Ancestors, key: str) -> list[str]:
    """List the states, organisations or countries at the end of what an actor stands for or a place lies in."""
    return [above for above in tied.get(key, ()) if tied.get(above, {above}) == {above}] or [key]


def day_near(dataset: Dataset, record: Reported) -> Day:
    """Give a day near the record's thing: its first, or that of the publication, or the beginning of time."""
    source = dataset.get(record.source)
    published = source.published if isinstance(source, Source) else None
    days = (bounds(date)[0] for date in (record.when, published) if date)
    return next((day for day in days if day), Day(0, 1, 1))


def days_of(record: Reported) -> tuple[int, int] | None:
    """Number the first and the last day of what happens once; `None` where one of them is not known."""
    for date in values_of(record, "when") if "when" in FIELDS[type(record)] else ():
        first, last = bounds(cast("EventDate", date))
        if first and last:
            return number_of(first), number_of(last)
    return None


def near_pairs(found: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pair each record, once, with those that follow it in time in each of its blocks; the lower id comes first.

    Those that are known to report one thing are left out.
    """
    blocks: dict[tuple[str, ...], list[Profile]] = defaultdict(list)
    places: dict[Profile, list[tuple[list[Profile], int]]] = {}
    for profile in sorted(found, key=lambda profile: profile.order):
        places[profile] = [(blocks[key], len(blocks[key]) + 1) for key in profile.keys]
        for key in profile.keys:
            blocks[key].append(profile)
    for one, its_blocks in places.items():
        near = dict.fromkeys(other for block, start in its_blocks for other in block[start : start + NEIGHBOURS])
        for other in near:
            known = one.record.canonical_id
            if known is None or known != other.record.canonical_id:
                yield (one, other) if one.record.id < other.record.id else (other, one)


def reasons_for(tied: Ancestors, left: Profile, right: Profile, *, least: float) -> tuple[Evidence, ...]:
    """Give the reasons for and against a pair, the heaviest first; none where they do not reach a score."""
    found = findings(tied, left, right)
    if not found:
        return ()
    known = weight_of(found)
    most_by_quotes = Feature.QUOTE.weight if left.wording and right.wording else 0.0
    if known + most_by_quotes + Feature.WORDS.weight < least:
        return ()
    needed = max(0.0, least - known - most_by_quotes - ROUNDED)
    cutoff = ALIKE + (100 - ALIKE) * needed / Feature.WORDS.weight
    likeness = fuzz.token_set_ratio(left.words, right.words, score_cutoff=cutoff)  # 0 below it
    alike = round(Feature.WORDS.weight * (likeness - ALIKE) / (100 - ALIKE), 1) if likeness > ALIKE else 0.0
    if score_of(known, most_by_quotes, alike) < least:
        return ()
    if left.wording and right.wording:
        quotations = quoted(left.wording, right.wording)
        if score_of(known, weight_of(quotations), alike) < least:
            return ()
        found += quotations
    if alike:
        found.append(Evidence(ground=Feature.WORDS, weight=alike, where=(f"{likeness:.0f} of 100",)))
    return tuple(sorted(found, key=lambda reason: -abs(reason.weight)))


def score_of(*weights: float) -> float:
    """Add weights up to a score, which has one decimal."""
    return round(sum(weights), 1)
