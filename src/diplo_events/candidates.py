"""Pairs of records that might report one thing, ranked, each with its reasons, for a person to decide.

Needs the extra `rapidfuzz`.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Self

import attrs

from diplo_events.accounts import AWAY, Ties, refines, ties, values_of
from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.day_sets import number_of
from diplo_events.errors import MissingExtraError
from diplo_events.model import EventRecord, Meeting, Position, Source, Statement, TerritorialClaim
from diplo_events.model.ids import RecordId
from diplo_events.renderings import Rendering, Wording, compare, wording_of
from diplo_events.vocab import Term

try:
    from rapidfuzz import fuzz, utils
except ImportError as error:
    raise MissingExtraError.of("rapidfuzz", "proposing records that might be one") from error

__all__ = ["LEAST_SCORE", "Candidate", "Ground", "Reason", "candidates"]

LEAST_SCORE: Final = 8.0
"""Pairs that score less are not proposed, unless asked for."""


class Ground(Term, source="additive weights of evidence, after Fellegi & Sunter, JASA 64 (1969)"):
    """What speaks for or against two records being one, and how much.

    A weight is about the binary logarithm of how much more often it is so among pairs of one thing than among
    others, rounded, as the bundled dataset has it.

    Examples:
        >>> Ground.SAME_SPEAKER.meaning, Ground.SAME_SPEAKER.weight
        ('one speaker', 3.0)
    """

    weight: float
    """What it adds to the score; for `WORDS`, at most."""

    def __new__(cls, value: str, meaning: str, weight: float) -> Self:
        """Make a ground out of its value, its meaning and its weight."""
        member = object.__new__(cls)
        member._value_ = value
        member.meaning = meaning
        member.source = ""
        member.weight = weight
        return member

    REPEAT = "repeat", "one is marked as a repeat of the other, or both of a third", 8.0
    ONE_SOURCE = "one_source", "one source, and neither is marked as a repeat", -2.0
    WORDS = "words", "the coder's words for them are alike", 6.0
    QUOTE = "quote", "at least three words of one quotation, or a rendering of it", 6.0
    SHORT_QUOTE = "short_quote", "one or two words of one quotation", 2.0
    SAME_SPEAKER = "same_speaker", "one speaker", 3.0
    TIED_SPEAKER = "tied_speaker", "one speaker stands for the other", 2.0
    SAME_MAIN_ACT = "same_main_act", "one main act", 3.0
    SHARED_ACT = "shared_act", "an act in common", 1.0
    OTHER_ACTS = "other_acts", "no act in common", -2.0
    SHARED_ISSUE = "shared_issue", "an issue in common", 2.0
    OTHER_ISSUES = "other_issues", "no issue in common", -2.0
    SAME_PARTICIPANTS = "same_participants", "the same participants, or who stands for them", 6.0
    SHARED_PARTICIPANTS = "shared_participants", "some participants in common", 0.0
    SAME_CHALLENGER = "same_challenger", "one challenger", 2.0
    SAME_ASSERTION = "same_assertion", "one assertion", 3.0
    OTHER_ASSERTION = "other_assertion", "another assertion", -4.0
    SAME_ISSUE = "same_issue", "one actor's position on one issue", 8.0
    OTHER_SIDE = "other_side", "on another side of it", -4.0
    SAME_DATE = "same_date", "one date", 2.0
    NEAR_DATE = "near_date", "dates at most two days apart, which sources confuse", 1.0
    OTHER_DATE = "other_date", "dates more than two days apart", -3.0
    SAME_PLACE = "same_place", "one place, or one inside the other", 3.0
    OTHER_PLACE = "other_place", "two places", -2.0


NEIGHBOURS: Final = 20
"""With how many later records of a block each is compared: the sorted neighbourhood of Hernández & Stolfo (1995)."""

ALIKE: Final = 50.0
"""A likeness of words up to which it says nothing: two reports of one affair share that much."""

NEAR: Final = 2
"""So many days apart, two dates may be one that a source got wrong, or that a time zone moved."""

LEAST_QUOTED: Final = 3
"""So many words of one quotation are no chance."""


@attrs.frozen(kw_only=True)
class Reason:
    """One thing that speaks for or against a pair."""

    ground: Ground
    """What it is."""
    weight: float
    """What it adds to the score."""
    why: str
    """The ground in words, with what it was found in."""


@attrs.frozen(kw_only=True)
class Candidate:
    """Two records that might report one thing. Whether they do, a person decides."""

    left: RecordId
    """The record with the lower id."""
    right: RecordId
    """The record with the higher id."""
    score: float
    """The sum of the weights of the reasons; the higher, the likelier. It is no probability."""
    reasons: tuple[Reason, ...]
    """What speaks for it and against it, the heaviest first."""


def candidates(dataset: Dataset, *, least: float = LEAST_SCORE) -> tuple[Candidate, ...]:
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
        >>> best = candidates(diplo_events.load_example())[0]
        >>> best.left, best.right
    """
    tied = ties(dataset)
    found: dict[tuple[str, str], Candidate] = {}
    for one, other in near_pairs(profiles(dataset, tied)):
        left, right = sorted((one, other), key=lambda profile: profile.record.id)
        key = left.record.id, right.record.id
        if key not in found and not known_as_one(left.record, right.record):
            reasons = weighed(tied, left, right, least=least)
            score = round(sum(one.weight for one in reasons), 1)
            if reasons and score >= least:
                found[key] = Candidate(left=key[0], right=key[1], score=score, reasons=reasons)
    return tuple(sorted(found.values(), key=lambda pair: (-pair.score, pair.left, pair.right)))


@attrs.frozen(kw_only=True)
class Profile:
    """A record, with what it is compared by worked out once."""

    record: EventRecord
    """The record."""
    keys: frozenset[tuple[str, ...]]
    """The blocks in which it stands."""
    order: tuple[Day, str]
    """Where it stands in them: in time."""
    words: str
    """The coder's words for it, in small letters and without marks."""
    wording: Wording | None
    """The words that it quotes."""


def known_as_one(one: EventRecord, other: EventRecord) -> bool:
    """Tell whether two records are known to report one thing."""
    return one.canonical_id is not None and one.canonical_id == other.canonical_id


def profiles(dataset: Dataset, tied: Ties) -> Iterator[Profile]:
    """Work out what each event record is compared by."""
    for record in dataset.records:
        if isinstance(record, Statement | Meeting | TerritorialClaim | Position):
            yield Profile(
                record=record,
                keys=frozenset(
                    (type(record).__name__, root, topic)
                    for actor in actors_of(record)
                    for root in roots(tied, actor)
                    for topic in topics(tied, record)
                ),
                order=(day_near(dataset, record), record.id),
                words=utils.default_process(record.title if isinstance(record, Meeting) else record.summary),
                wording=wording_of(dataset, record) if isinstance(record, Statement) else None,
            )


def actors_of(record: EventRecord) -> Sequence[str]:
    """List who speaks, meets, claims or takes a position."""
    match record:
        case Statement():
            return record.speaker, *record.on_behalf_of
        case Meeting():
            return [participant.actor for participant in record.participants if participant.role not in AWAY]
        case TerritorialClaim():
            return (record.challenger,)
        case Position():
            return (record.actor,)
        case _:
            return ()


def topics(tied: Ties, record: EventRecord) -> Sequence[str]:
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


def roots(tied: Ties, key: str) -> list[str]:
    """List the states, organisations or countries at the end of what an actor stands for or a place lies in."""
    return [above for above in tied.get(key, (key,)) if tied.get(above, {above}) == {above}] or [key]


def day_near(dataset: Dataset, record: EventRecord) -> Day:
    """Give a day near the record's thing: its first, or that of the publication, or the beginning of time."""
    source = dataset.get(record.source)
    published = source.published if isinstance(source, Source) else None
    days = (date.earliest for date in (record.when, published) if date)
    return next((day for day in days if day), Day(0, 1, 1))


def near_pairs(found: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pair each record with what it repeats, and with those that follow it in time in each of its blocks."""
    blocks: dict[tuple[str, ...], list[Profile]] = defaultdict(list)
    by_id: dict[str, Profile] = {profile.record.id: profile for profile in found}
    for profile in by_id.values():
        if repeated := by_id.get(profile.record.restates or ""):
            yield profile, repeated
        for key in profile.keys:
            blocks[key].append(profile)
    for block in blocks.values():
        block.sort(key=lambda profile: profile.order)
        for place, one in enumerate(block):
            for other in block[place + 1 : place + 1 + NEIGHBOURS]:
                yield one, other


def weighed(tied: Ties, left: Profile, right: Profile, *, least: float) -> tuple[Reason, ...]:
    """Give the reasons for and against a pair, the heaviest first; none where they cannot reach a score."""
    reasons = list(grounds(tied, left.record, right.record))
    quoting = Ground.QUOTE.weight if left.wording and right.wording else 0
    if not reasons or sum(reason.weight for reason in reasons) + Ground.WORDS.weight + quoting < least:
        return ()
    likeness = fuzz.token_set_ratio(left.words, right.words)
    if likeness > ALIKE:
        weight = round(Ground.WORDS.weight * (likeness - ALIKE) / (100 - ALIKE), 1)
        reasons.append(reason(Ground.WORDS, f"{likeness:.0f} of 100", weight=weight))
    if left.wording and right.wording:
        reasons.extend(quoted(left.wording, right.wording))
    return tuple(sorted(reasons, key=lambda one: (-abs(one.weight), one.ground.value)))


def reason(ground: Ground, found: str = "", *, weight: float | None = None) -> Reason:
    """Make a reason."""
    why = f"{ground.meaning}: {found}" if found else ground.meaning
    return Reason(ground=ground, weight=ground.weight if weight is None else weight, why=why)


def grounds(tied: Ties, one: EventRecord, other: EventRecord) -> Iterator[Reason]:
    """Compare the fields of two records of one type; nothing where they cannot be one."""
    match one, other:
        case Statement(), Statement():
            found = list(of_statements(tied, one, other))
        case Meeting(), Meeting():
            found = list(of_meetings(tied, one, other))
        case TerritorialClaim(), TerritorialClaim():
            found = list(of_claims(tied, one, other))
        case Position(), Position():
            found = list(of_positions(tied, one, other))
        case _:
            found = []
    if found:
        yield from found
        if one.restates in {other.id, other.restates} - {None} or other.restates == one.id:
            yield reason(Ground.REPEAT)
        elif one.source == other.source:
            yield reason(Ground.ONE_SOURCE)
        yield from of_dates(one, other)


def are_tied(tied: Ties, one: str, other: str) -> bool:
    """Tell whether two actors are one or one stands for the other, or two places are one or one lies in the other."""
    return refines(tied, one, other) or refines(tied, other, one)


def of_statements(tied: Ties, one: Statement, other: Statement) -> Iterator[Reason]:
    """Compare who says what about what, and where."""
    if one.speaker == other.speaker:
        yield reason(Ground.SAME_SPEAKER, one.speaker)
    elif (
        are_tied(tied, one.speaker, other.speaker)
        or one.speaker in other.on_behalf_of
        or other.speaker in one.on_behalf_of
    ):
        yield reason(Ground.TIED_SPEAKER, f"{one.speaker} and {other.speaker}")
    else:
        return
    acts = [act.value for act in one.acts if act in other.acts]
    if one.acts[0] is other.acts[0]:
        yield reason(Ground.SAME_MAIN_ACT, acts[0])
    else:
        yield reason(Ground.SHARED_ACT, ", ".join(acts)) if acts else reason(Ground.OTHER_ACTS)
    issues = [issue for issue in one.issues if issue in other.issues]
    if one.issues and other.issues:
        yield reason(Ground.SHARED_ISSUE, ", ".join(issues)) if issues else reason(Ground.OTHER_ISSUES)
    yield from of_places(tied, one.place, other.place)


def of_meetings(tied: Ties, one: Meeting, other: Meeting) -> Iterator[Reason]:
    """Compare who meets, and where."""
    these, those = actors_of(one), actors_of(other)
    covered = [any(are_tied(tied, here, there) for there in those) for here in these]
    covering = [any(are_tied(tied, here, there) for here in these) for there in those]
    if not any(covered):
        return
    yield reason(Ground.SAME_PARTICIPANTS if all(covered) and all(covering) else Ground.SHARED_PARTICIPANTS)
    yield from of_places(tied, one.place, other.place)


def of_claims(tied: Ties, one: TerritorialClaim, other: TerritorialClaim) -> Iterator[Reason]:
    """Compare whose claim it is, what is asserted and of which land."""
    if are_tied(tied, one.challenger, other.challenger):
        yield reason(Ground.SAME_CHALLENGER, one.challenger)
        yield reason(Ground.SAME_ASSERTION if one.assertion is other.assertion else Ground.OTHER_ASSERTION)
        if one.places and other.places:
            yield reason(Ground.SAME_PLACE if set(one.places) == set(other.places) else Ground.OTHER_PLACE)


def of_positions(tied: Ties, one: Position, other: Position) -> Iterator[Reason]:
    """Compare who stands where on what."""
    if one.issue == other.issue and are_tied(tied, one.actor, other.actor):
        yield reason(Ground.SAME_ISSUE, f"{one.actor} on {one.issue}")
        if one.stance.number * other.stance.number <= 0 and one.stance is not other.stance:
            yield reason(Ground.OTHER_SIDE)


def of_places(tied: Ties, one: str | None, other: str | None) -> Iterator[Reason]:
    """Compare two places, where both are known."""
    if one and other:
        yield reason(Ground.SAME_PLACE if are_tied(tied, one, other) else Ground.OTHER_PLACE, f"{one} and {other}")


def of_dates(one: EventRecord, other: EventRecord) -> Iterator[Reason]:
    """Compare two dates, where both are known and of what happens once."""
    for mine, theirs in itertools.product(values_of(one, "when"), values_of(other, "when")):
        if isinstance(one, Position) or not isinstance(mine, EventDate) or not isinstance(theirs, EventDate):
            continue
        if refines({}, mine, theirs) and refines({}, theirs, mine):
            yield reason(Ground.SAME_DATE, str(mine))
        elif gap := max(days_between(mine, theirs), days_between(theirs, mine)):
            yield reason(Ground.NEAR_DATE if gap <= NEAR else Ground.OTHER_DATE, f"{mine} and {theirs}")


def days_between(one: EventDate, other: EventDate) -> int:
    """Count the days from the end of one date to the beginning of a later one; 0 where it is not later."""
    if one.latest is None or other.earliest is None:
        return 0
    return max(0, number_of(other.earliest) - number_of(one.latest))


def quoted(left: Wording, right: Wording) -> Iterator[Reason]:
    """Compare two quotations."""
    found = compare(left, right)
    if found.rendering is not Rendering.OTHER_WORDS:
        ground = Ground.QUOTE if found.shared >= LEAST_QUOTED else Ground.SHORT_QUOTE
        yield reason(ground, found.rendering.value.replace("_", " "))
