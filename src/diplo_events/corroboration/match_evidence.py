"""What speaks for or against two records reporting one thing."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Self, TypeAlias, cast

import attrs

from diplo_events.corroboration.attestations import AWAY
from diplo_events.corroboration.wordings import Wording, WordingRelation, compare_wordings
from diplo_events.dates import Day, EventDate
from diplo_events.hierarchy import Ancestors
from diplo_events.model import Meeting, Position, Statement, TerritorialClaim
from diplo_events.vocab import Term

__all__ = [
    "Evidence",
    "Feature",
    "Profile",
    "Reported",
    "Where",
    "actors_of",
    "findings",
    "quoted",
    "shared_reasons",
    "weight_of",
]

Where: TypeAlias = Term | EventDate | str
"""In what a ground was found: a value of a field."""


class Feature(Term, source="additive weights of evidence, after Fellegi & Sunter, JASA 64 (1969)"):
    """What speaks for or against two records being one, and how much.

    A weight is about the binary logarithm of how much more often it is so among pairs of one thing than among
    others, rounded, as the bundled dataset has it.

    Examples:
        >>> Feature.SAME_SPEAKER.meaning, Feature.SAME_SPEAKER.weight
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


Reported: TypeAlias = Statement | Meeting | TerritorialClaim | Position
"""An event record of any type."""


@attrs.frozen(kw_only=True)
class Evidence:
    """One thing that speaks for or against a pair."""

    ground: Feature
    """What it is."""
    weight: float
    """What it adds to the score."""
    where: tuple[Where, ...] = ()
    """In what it was found: values of the fields that were compared."""

    @property
    def why(self) -> str:
        """The ground in words, with what it was found in."""
        found = ", ".join([item.value if isinstance(item, Term) else str(item) for item in self.where])
        return f"{self.ground.meaning}: {found}" if found else self.ground.meaning


def because(ground: Feature, *where: Where) -> Evidence:
    """Give the reason that a ground is."""
    return Evidence(ground=ground, weight=ground.weight, where=where)


REPEAT: Final = because(Feature.REPEAT)
ONE_SOURCE: Final = because(Feature.ONE_SOURCE)
OTHER_ACTS: Final = because(Feature.OTHER_ACTS)
OTHER_ISSUES: Final = because(Feature.OTHER_ISSUES)
SAME_PARTICIPANTS: Final = because(Feature.SAME_PARTICIPANTS)
SHARED_PARTICIPANTS: Final = because(Feature.SHARED_PARTICIPANTS)
SAME_ASSERTION: Final = because(Feature.SAME_ASSERTION)
OTHER_ASSERTION: Final = because(Feature.OTHER_ASSERTION)
SAME_LAND: Final = because(Feature.SAME_PLACE)
OTHER_LAND: Final = because(Feature.OTHER_PLACE)
OTHER_SIDE: Final = because(Feature.OTHER_SIDE)


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
    same_who: Evidence | None = None
    """The reason if another is of the same speaker, claimant, or actor and issue."""
    same_act: Evidence | None = None
    """The reason if another has the same main act."""
    same_issues: Evidence | None = None
    """The reason if another has all its issues."""
    same_date: Evidence | None = None
    """The reason if another has its date."""


def shared_reasons(record: Reported) -> dict[str, Evidence | None]:
    """Make once the reasons that a record shares with every other that is like it; millions of pairs would each."""
    made: dict[str, Evidence | None] = {"same_date": because(Feature.SAME_DATE, record.when) if record.when else None}
    match record:
        case Statement():
            made["same_who"] = because(Feature.SAME_SPEAKER, record.speaker)
            made["same_act"] = because(Feature.SAME_MAIN_ACT, record.acts[0])
            made["same_issues"] = because(Feature.SHARED_ISSUE, *record.issues)
        case TerritorialClaim():
            made["same_who"] = because(Feature.SAME_CHALLENGER, record.challenger)
        case Position():
            made["same_who"] = because(Feature.SAME_ISSUE, record.actor, record.issue)
        case _:
            pass
    return made


def weight_of(reasons: Sequence[Evidence]) -> float:
    """Add up the weights of some reasons."""
    total = 0.0
    for reason in reasons:
        total += reason.weight
    return total


def findings(tied: Ancestors, left: Profile, right: Profile) -> list[Evidence]:
    """Compare the fields of two records of one type; nothing where they cannot be one."""
    one, other = left.record, right.record
    found = COMPARISONS[type(one)](tied, left, one, other) if type(one) is type(other) else []
    if found:
        repeats = one.restates is not None and one.restates in {other.id, other.restates}
        if repeats or other.restates == one.id:
            found.append(REPEAT)
        elif one.source == other.source:
            found.append(ONE_SOURCE)
        if left.days is not None and right.days is not None:
            found += of_days(left, right)
    return found


def of_statements(tied: Ancestors, left: Profile, one: Statement, other: Statement) -> list[Evidence]:
    """Compare who says what about what, and where."""
    if one.speaker == other.speaker:
        found: list[Evidence | None] = [left.same_who]
    elif (
        are_tied(tied, one.speaker, other.speaker)
        or one.speaker in other.on_behalf_of
        or other.speaker in one.on_behalf_of
    ):
        found = [because(Feature.TIED_SPEAKER, one.speaker, other.speaker)]
    else:
        return []
    if one.acts[0] is other.acts[0]:
        found.append(left.same_act)
    else:
        acts = [act for act in one.acts if act in other.acts]
        found.append(because(Feature.SHARED_ACT, *acts) if acts else OTHER_ACTS)
    if one.issues == other.issues:
        if one.issues:
            found.append(left.same_issues)
    elif one.issues and other.issues:
        issues = [issue for issue in one.issues if issue in other.issues]
        found.append(because(Feature.SHARED_ISSUE, *issues) if issues else OTHER_ISSUES)
    if one.place is not None and other.place is not None:
        found.append(of_places(tied, one.place, other.place))
    return cast("list[Evidence]", found)


def of_meetings(tied: Ancestors, _left: Profile, one: Meeting, other: Meeting) -> list[Evidence]:
    """Compare who meets, and where."""
    these, those = actors_of(one), actors_of(other)
    found = [any(are_tied(tied, here, there) for there in those) for here in these]
    if not any(found):
        return []
    sought = [any(are_tied(tied, here, there) for here in these) for there in those]
    reasons = [SAME_PARTICIPANTS if all(found) and all(sought) else SHARED_PARTICIPANTS]
    if one.place is not None and other.place is not None:
        reasons.append(of_places(tied, one.place, other.place))
    return reasons


def of_claims(tied: Ancestors, left: Profile, one: TerritorialClaim, other: TerritorialClaim) -> list[Evidence]:
    """Compare whose claim it is, what is asserted and of which land."""
    if left.same_who is None or not are_tied(tied, one.challenger, other.challenger):
        return []
    found = [left.same_who, SAME_ASSERTION if one.assertion is other.assertion else OTHER_ASSERTION]
    if one.places and other.places:
        found.append(SAME_LAND if set(one.places) == set(other.places) else OTHER_LAND)
    return found


def of_positions(tied: Ancestors, left: Profile, one: Position, other: Position) -> list[Evidence]:
    """Compare who stands where on what."""
    if left.same_who is None or one.issue != other.issue or not are_tied(tied, one.actor, other.actor):
        return []
    if one.stance is not other.stance and one.stance.number * other.stance.number <= 0:
        return [left.same_who, OTHER_SIDE]
    return [left.same_who]


COMPARISONS: Final[Mapping[type[Reported], Callable[[Ancestors, Profile, Any, Any], list[Evidence]]]] = (
    MappingProxyType(
        {Statement: of_statements, Meeting: of_meetings, TerritorialClaim: of_claims, Position: of_positions}
    )
)
"""How two records of one type are compared."""


def of_places(tied: Ancestors, one: str, other: str) -> Evidence:
    """Compare two places."""
    return because(Feature.SAME_PLACE if are_tied(tied, one, other) else Feature.OTHER_PLACE, one, other)


def of_days(left: Profile, right: Profile) -> Sequence[Evidence]:
    """Compare two dates that are known and of what happens once."""
    if left.days == right.days:
        return [left.same_date] if left.same_date else []
    if left.days is None or right.days is None:
        return []
    gap = max(left.days[0] - right.days[1], right.days[0] - left.days[1])
    if gap <= 0:
        return []
    dates = [date for date in (left.record.when, right.record.when) if date]
    return [because(Feature.NEAR_DATE if gap <= NEAR else Feature.OTHER_DATE, *dates)]


def are_tied(tied: Ancestors, one: str, other: str) -> bool:
    """Tell whether two actors are one or one stands for the other, or two places are one or one lies in the other."""
    return one == other or other in tied.get(one, ()) or one in tied.get(other, ())


def quoted(left: Wording, right: Wording) -> list[Evidence]:
    """Compare two quotations."""
    found = compare_wordings(left, right)
    if found.rendering is WordingRelation.OTHER_WORDS or not found.shared:
        return []
    ground = Feature.QUOTE if found.shared >= LEAST_QUOTED else Feature.SHORT_QUOTE
    return [because(ground, found.rendering.value.replace("_", " "))]


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
