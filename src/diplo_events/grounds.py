"""What speaks for or against two records reporting one thing."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Self, TypeAlias

import attrs

from diplo_events.accounts import AWAY, Ties
from diplo_events.dates import Day, EventDate
from diplo_events.model import Meeting, Position, Statement, TerritorialClaim
from diplo_events.renderings import Rendering, Wording, compare
from diplo_events.vocab import Term

__all__ = ["Finding", "Ground", "Profile", "Reported", "Where", "actors_of", "findings", "quoted", "weight_of"]


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


NEAR: Final = 2
"""So many days apart, two dates may be one that a source got wrong, or that a time zone moved."""

LEAST_QUOTED: Final = 3
"""So many words of one quotation are no chance."""


Where: TypeAlias = Term | EventDate | str | None
"""In what a ground was found: a value of a field."""


Reported: TypeAlias = Statement | Meeting | TerritorialClaim | Position
"""An event record of any type."""

Finding: TypeAlias = tuple[Ground, tuple[Where, ...]]
"""A ground, and what it was found in, which is put into words only where a pair is proposed."""


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


def weight_of(found: Sequence[Finding]) -> float:
    """Add up the weights of some grounds."""
    total = 0.0
    for ground, _ in found:
        total += ground.weight
    return total


def findings(tied: Ties, left: Profile, right: Profile) -> list[Finding]:
    """Compare the fields of two records of one type; nothing where they cannot be one."""
    one, other = left.record, right.record
    found = COMPARISONS[type(one)](tied, one, other) if type(one) is type(other) else []
    if found:
        found += filter(None, (of_reports(one, other), of_days(left, right)))
    return found


def of_statements(tied: Ties, one: Statement, other: Statement) -> list[Finding]:
    """Compare who says what about what, and where."""
    if one.speaker == other.speaker:
        found: list[Finding] = [(Ground.SAME_SPEAKER, (one.speaker,))]
    elif (
        are_tied(tied, one.speaker, other.speaker)
        or one.speaker in other.on_behalf_of
        or other.speaker in one.on_behalf_of
    ):
        found = [(Ground.TIED_SPEAKER, (one.speaker, other.speaker))]
    else:
        return []
    if one.acts[0] is other.acts[0]:
        found.append((Ground.SAME_MAIN_ACT, one.acts[:1]))
    else:
        shared = tuple([act for act in one.acts if act in other.acts])
        found.append((Ground.SHARED_ACT if shared else Ground.OTHER_ACTS, shared))
    if one.issues and other.issues:
        issues = tuple([issue for issue in one.issues if issue in other.issues])
        found.append((Ground.SHARED_ISSUE if issues else Ground.OTHER_ISSUES, issues))
    found += of_places(tied, one.place, other.place)
    return found


def of_meetings(tied: Ties, one: Meeting, other: Meeting) -> list[Finding]:
    """Compare who meets, and where."""
    these, those = actors_of(one), actors_of(other)
    found = [any(are_tied(tied, here, there) for there in those) for here in these]
    if not any(found):
        return []
    sought = [any(are_tied(tied, here, there) for here in these) for there in those]
    who = Ground.SAME_PARTICIPANTS if all(found) and all(sought) else Ground.SHARED_PARTICIPANTS
    return [(who, ()), *of_places(tied, one.place, other.place)]


def of_claims(tied: Ties, one: TerritorialClaim, other: TerritorialClaim) -> list[Finding]:
    """Compare whose claim it is, what is asserted and of which land."""
    if not are_tied(tied, one.challenger, other.challenger):
        return []
    assertion = Ground.SAME_ASSERTION if one.assertion is other.assertion else Ground.OTHER_ASSERTION
    found: list[Finding] = [(Ground.SAME_CHALLENGER, (one.challenger,)), (assertion, ())]
    if one.places and other.places:
        found.append((Ground.SAME_PLACE if set(one.places) == set(other.places) else Ground.OTHER_PLACE, ()))
    return found


def of_positions(tied: Ties, one: Position, other: Position) -> list[Finding]:
    """Compare who stands where on what."""
    if one.issue != other.issue or not are_tied(tied, one.actor, other.actor):
        return []
    found: list[Finding] = [(Ground.SAME_ISSUE, (one.actor, one.issue))]
    if one.stance is not other.stance and one.stance.number * other.stance.number <= 0:
        found.append((Ground.OTHER_SIDE, ()))
    return found


COMPARISONS: Final[Mapping[type[Reported], Callable[[Ties, Any, Any], list[Finding]]]] = MappingProxyType(
    {Statement: of_statements, Meeting: of_meetings, TerritorialClaim: of_claims, Position: of_positions}
)
"""How two records of one type are compared."""


def of_reports(one: Reported, other: Reported) -> Finding | None:
    """Compare in which source they stand, and what that source makes of them."""
    repeats = one.restates is not None and one.restates in {other.id, other.restates}
    if repeats or other.restates == one.id:
        return Ground.REPEAT, ()
    return (Ground.ONE_SOURCE, ()) if one.source == other.source else None


def of_places(tied: Ties, one: str | None, other: str | None) -> tuple[Finding, ...]:
    """Compare two places, where both are known."""
    if one is None or other is None:
        return ()
    return ((Ground.SAME_PLACE if are_tied(tied, one, other) else Ground.OTHER_PLACE, (one, other)),)


def of_days(left: Profile, right: Profile) -> Finding | None:
    """Compare two dates, where both are known and of what happens once."""
    if left.days is None or right.days is None:
        return None
    if left.days == right.days:
        return Ground.SAME_DATE, (left.record.when,)
    gap = max(left.days[0] - right.days[1], right.days[0] - left.days[1])
    near = Ground.NEAR_DATE if gap <= NEAR else Ground.OTHER_DATE
    return (near, (left.record.when, right.record.when)) if gap > 0 else None


def are_tied(tied: Ties, one: str, other: str) -> bool:
    """Tell whether two actors are one or one stands for the other, or two places are one or one lies in the other."""
    return one == other or other in tied.get(one, ()) or one in tied.get(other, ())


def quoted(left: Wording, right: Wording) -> list[Finding]:
    """Compare two quotations."""
    found = compare(left, right)
    if found.rendering is Rendering.OTHER_WORDS or not found.shared:
        return []
    ground = Ground.QUOTE if found.shared >= LEAST_QUOTED else Ground.SHORT_QUOTE
    return [(ground, (found.rendering.value.replace("_", " "),))]


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
