"""Pairs of records that might report one thing, ranked, each with its reasons, for a person to decide.

Needs the extra `rapidfuzz`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Self, TypeAlias, cast

import attrs

from diplo_events.accounts import AWAY, FIELDS, Ties, bounds, ties, values_of
from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.day_sets import number_of
from diplo_events.errors import MissingExtraError
from diplo_events.model import Meeting, Position, Source, Statement, TerritorialClaim
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


NEIGHBOURS: Final = 15
"""With how many later records of a block each is compared: the sorted neighbourhood of Hernández & Stolfo (1995)."""

ALIKE: Final = 50.0
"""A likeness of words up to which it says nothing: two reports of one affair share that much."""

NEAR: Final = 2
"""So many days apart, two dates may be one that a source got wrong, or that a time zone moved."""

ROUNDED: Final = 0.05
"""How far a weight may be rounded up."""

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
        >>> dataset = diplo_events.load_example()
        >>> (pair,) = [pair for pair in candidates(dataset) if pair.left == "kurdistan24-intervention/s14"]
        >>> pair.right, pair.score
        ('opinion-guarantees/s06', 12.5)
        >>> pair.reasons[1].why
        'one main act: demand_protection'
    """
    tied = ties(dataset)
    found: list[Candidate] = []
    for left, right in near_pairs(list(profiles(dataset, tied))):
        if reasons := reasons_for(tied, left, right, least=least):
            score = round(sum(reason.weight for reason in reasons), 1)
            found.append(Candidate(left=left.record.id, right=right.record.id, score=score, reasons=reasons))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.left, pair.right)))


Reported: TypeAlias = Statement | Meeting | TerritorialClaim | Position
"""An event record of any type."""

Finding: TypeAlias = tuple[Ground, tuple[str, ...]]
"""A ground, and what it was found in."""


@attrs.frozen(kw_only=True, eq=False)
class Profile:
    """A record, with what it is compared by worked out once."""

    record: Reported
    """The record."""
    keys: frozenset[tuple[str, ...]]
    """The blocks in which it stands."""
    order: tuple[Day, str]
    """Where it stands in them: in time."""
    days: tuple[int, int] | None
    """The numbers of the first and the last day of what happens once."""
    words: str
    """The coder's words for it, in small letters and without marks."""
    wording: Wording | None
    """The words that it quotes."""


def profiles(dataset: Dataset, tied: Ties) -> Iterator[Profile]:
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
            )


def keys_of(tied: Ties, record: Reported) -> Iterator[tuple[str, ...]]:
    """Name the blocks of a record: those of what it is about, and that of what it repeats or is repeated as."""
    yield (record.restates or record.id,)
    for actor in actors_of(record):
        for root in roots(tied, actor):
            for topic in topics(tied, record):
                yield type(record).__name__, root, topic


def actors_of(record: Reported) -> Sequence[str]:
    """List who speaks, meets, claims or takes a position."""
    match record:
        case Statement():
            return record.speaker, *record.on_behalf_of
        case Meeting():
            return [participant.actor for participant in record.participants if participant.role not in AWAY]
        case TerritorialClaim():
            return (record.challenger,)
        case _:
            return (record.actor,)


def topics(tied: Ties, record: Reported) -> Sequence[str]:
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


def reasons_for(tied: Ties, left: Profile, right: Profile, *, least: float) -> tuple[Reason, ...]:
    """Give the reasons for and against a pair, the heaviest first; none where they do not reach a score."""
    found = findings(tied, left, right)
    most_by_quotes = Ground.QUOTE.weight if left.wording and right.wording else 0.0
    needed = least - most_by_quotes - sum(ground.weight for ground, _ in found)
    if not found or needed > Ground.WORDS.weight:
        return ()
    cutoff = ALIKE + (100 - ALIKE) * max(0.0, needed - ROUNDED) / Ground.WORDS.weight
    likeness = fuzz.token_set_ratio(left.words, right.words, score_cutoff=cutoff)  # 0 below it
    alike = round(Ground.WORDS.weight * max(0.0, likeness - ALIKE) / (100 - ALIKE), 1)
    if needed > alike:
        return ()
    if left.wording and right.wording:
        found += quoted(left.wording, right.wording)
    if sum(ground.weight for ground, _ in found) + alike < least:
        return ()
    reasons = [Reason(ground=ground, weight=ground.weight, why=told(ground, where)) for ground, where in found]
    if alike:
        why = told(Ground.WORDS, (f"{likeness:.0f} of 100",))
        reasons.append(Reason(ground=Ground.WORDS, weight=alike, why=why))
    return tuple(sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.ground.value)))


def told(ground: Ground, where: Iterable[str]) -> str:
    """Tell a ground in words, with what it was found in."""
    found = ", ".join(where)
    return f"{ground.meaning}: {found}" if found else ground.meaning


def findings(tied: Ties, left: Profile, right: Profile) -> list[Finding]:
    """Compare the fields of two records of one type; nothing where they cannot be one."""
    match left.record, right.record:
        case (Statement() as one, Statement() as other):
            found = list(of_statements(tied, one, other))
        case (Meeting() as one, Meeting() as other):
            found = list(of_meetings(tied, one, other))
        case (TerritorialClaim() as one, TerritorialClaim() as other):
            found = list(of_claims(tied, one, other))
        case (Position() as one, Position() as other):
            found = list(of_positions(tied, one, other))
        case _:
            found = []
    if found:
        found += of_reports(left.record, right.record)
        found += of_days(left, right)
    return found


def of_statements(tied: Ties, one: Statement, other: Statement) -> Iterator[Finding]:
    """Compare who says what about what, and where."""
    speakers = one.speaker, other.speaker
    if one.speaker == other.speaker:
        yield Ground.SAME_SPEAKER, speakers[:1]
    elif are_tied(tied, *speakers) or one.speaker in other.on_behalf_of or other.speaker in one.on_behalf_of:
        yield Ground.TIED_SPEAKER, speakers
    else:
        return
    shared = tuple(act.value for act in one.acts if act in other.acts)
    if one.acts[0] is other.acts[0]:
        yield Ground.SAME_MAIN_ACT, shared[:1]
    else:
        yield Ground.SHARED_ACT if shared else Ground.OTHER_ACTS, shared
    if one.issues and other.issues:
        issues = tuple(issue for issue in one.issues if issue in other.issues)
        yield Ground.SHARED_ISSUE if issues else Ground.OTHER_ISSUES, issues
    yield from of_places(tied, one.place, other.place)


def of_meetings(tied: Ties, one: Meeting, other: Meeting) -> Iterator[Finding]:
    """Compare who meets, and where."""
    these, those = actors_of(one), actors_of(other)
    found = [any(are_tied(tied, here, there) for there in those) for here in these]
    if any(found):
        sought = [any(are_tied(tied, here, there) for here in these) for there in those]
        yield Ground.SAME_PARTICIPANTS if all(found) and all(sought) else Ground.SHARED_PARTICIPANTS, ()
        yield from of_places(tied, one.place, other.place)


def of_claims(tied: Ties, one: TerritorialClaim, other: TerritorialClaim) -> Iterator[Finding]:
    """Compare whose claim it is, what is asserted and of which land."""
    if are_tied(tied, one.challenger, other.challenger):
        yield Ground.SAME_CHALLENGER, (one.challenger,)
        yield Ground.SAME_ASSERTION if one.assertion is other.assertion else Ground.OTHER_ASSERTION, ()
        if one.places and other.places:
            yield Ground.SAME_PLACE if set(one.places) == set(other.places) else Ground.OTHER_PLACE, ()


def of_positions(tied: Ties, one: Position, other: Position) -> Iterator[Finding]:
    """Compare who stands where on what."""
    if one.issue == other.issue and are_tied(tied, one.actor, other.actor):
        yield Ground.SAME_ISSUE, (one.actor, one.issue)
        if one.stance is not other.stance and one.stance.number * other.stance.number <= 0:
            yield Ground.OTHER_SIDE, ()


def of_reports(one: Reported, other: Reported) -> Iterator[Finding]:
    """Compare in which source they stand, and what that source makes of them."""
    repeats = one.restates is not None and one.restates in {other.id, other.restates}
    if repeats or other.restates == one.id:
        yield Ground.REPEAT, ()
    elif one.source == other.source:
        yield Ground.ONE_SOURCE, ()


def of_places(tied: Ties, one: str | None, other: str | None) -> Iterator[Finding]:
    """Compare two places, where both are known."""
    if one and other:
        yield Ground.SAME_PLACE if are_tied(tied, one, other) else Ground.OTHER_PLACE, (one, other)


def of_days(left: Profile, right: Profile) -> Iterator[Finding]:
    """Compare two dates, where both are known and of what happens once."""
    if left.days and right.days:
        gap = max(left.days[0] - right.days[1], right.days[0] - left.days[1])
        dates = str(left.record.when), str(right.record.when)
        if left.days == right.days:
            yield Ground.SAME_DATE, dates[:1]
        elif gap > 0:
            yield Ground.NEAR_DATE if gap <= NEAR else Ground.OTHER_DATE, dates


def are_tied(tied: Ties, one: str, other: str) -> bool:
    """Tell whether two actors are one or one stands for the other, or two places are one or one lies in the other."""
    return one == other or other in tied.get(one, ()) or one in tied.get(other, ())


def quoted(left: Wording, right: Wording) -> Iterator[Finding]:
    """Compare two quotations."""
    found = compare(left, right)
    if found.rendering is not Rendering.OTHER_WORDS and found.shared:
        ground = Ground.QUOTE if found.shared >= LEAST_QUOTED else Ground.SHORT_QUOTE
        yield ground, (found.rendering.value.replace("_", " "),)
