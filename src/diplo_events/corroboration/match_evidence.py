"""Evidence for or against two records having one referent: features of the pair, each with its weight."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Self, TypeAlias, cast

import attrs

from diplo_events.corroboration.fields import AWAY
from diplo_events.corroboration.wordings import Wording, WordingRelation, compare_wordings
from diplo_events.dates import EventDate
from diplo_events.dates.limits import lies_within
from diplo_events.hierarchy import Ancestors
from diplo_events.model import Action, Meeting, Position, Statement, TerritorialClaim, Vote
from diplo_events.vocab import Term

__all__ = [
    "Evidence",
    "Feature",
    "Profile",
    "Reported",
    "Shared",
    "actors_of",
    "field_evidence",
    "quotation_evidence",
    "shared_evidence",
    "total_weight",
]

Shared: TypeAlias = Term | EventDate | str
"""A value of a field in which a feature was found."""


class Feature(Term, source="additive weights of evidence, after Fellegi & Sunter, JASA 64 (1969)"):
    """A feature of a pair of records, and how much it speaks for or against their having one referent.

    A weight is about the binary logarithm of how much more often pairs with one referent have the feature than
    others, rounded, in the bundled dataset.

    Examples:
        >>> Feature.SAME_SPEAKER.meaning, Feature.SAME_SPEAKER.weight
        ('one speaker', 3.0)
    """

    weight: float
    """What it adds to the score; for `WORDS`, at most."""

    def __new__(cls, value: str, meaning: str, weight: float) -> Self:
        """Make a feature out of its value, its meaning and its weight."""
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
    RELATED_SPEAKER = "related_speaker", "one speaker represents the other", 2.0
    SAME_MAIN_ACT = "same_main_act", "one main act", 3.0
    SHARED_ACT = "shared_act", "an act in common", 1.0
    OTHER_ACTS = "other_acts", "no act in common", -2.0
    SHARED_ISSUE = "shared_issue", "an issue in common", 2.0
    OTHER_ISSUES = "other_issues", "no issue in common", -2.0
    SAME_PARTICIPANTS = "same_participants", "the same participants, or who represents them", 6.0
    SHARED_PARTICIPANTS = "shared_participants", "some participants in common", 0.0
    SAME_CHALLENGER = "same_challenger", "one challenger", 2.0
    SAME_ASSERTION = "same_assertion", "one assertion", 3.0
    OTHER_ASSERTION = "other_assertion", "another assertion", -4.0
    SAME_DOER = "same_doer", "one actor does it", 2.0
    SAME_DEED = "same_deed", "one kind of deed", 3.0
    OTHER_DEED = "other_deed", "another kind of deed", -4.0
    SAME_VOTE = "same_vote", "one body's vote", 2.0
    SAME_DOCUMENT = "same_document", "one document", 6.0
    SAME_ISSUE = "same_issue", "one actor's position on one issue", 8.0
    OTHER_SIDE = "other_side", "on another side of it", -4.0
    SAME_DATE = "same_date", "one date", 2.0
    NEAR_DATE = "near_date", "dates at most two days apart, which sources confuse", 1.0
    OTHER_DATE = "other_date", "dates more than two days apart", -3.0
    SAME_PLACE = "same_place", "one place, or one inside the other", 3.0
    OTHER_PLACE = "other_place", "two places", -2.0


SAME_IN_ONE_SOURCE: Final = frozenset(
    {
        Feature.SAME_SPEAKER,
        Feature.RELATED_SPEAKER,
        Feature.SHARED_ISSUE,
        Feature.SAME_DATE,
        Feature.NEAR_DATE,
    }
)
"""What two statements in one source have in common because it reports one speaker on one day: evidence of nothing."""

NEAR: Final = 2
"""At most this many days apart, two dates may be one that a source got wrong or a time zone moved."""

LEAST_QUOTED: Final = 3
"""This many shared words of a quotation are not a coincidence."""

Reported: TypeAlias = Statement | Action | Meeting | Vote | TerritorialClaim | Position
"""An event record of any type."""


@attrs.frozen(kw_only=True)
class Evidence:
    """A feature of one pair of records, with the values in which it was found."""

    feature: Feature
    """The feature."""
    weight: float
    """What it adds to the score."""
    where: tuple[Shared, ...] = ()
    """The values of the fields in which it was found."""

    @property
    def why(self) -> str:
        """The feature in words, with the values in which it was found."""
        values = ", ".join([item.value if isinstance(item, Term) else str(item) for item in self.where])
        return f"{self.feature.meaning}: {values}" if values else self.feature.meaning


def evidence(feature: Feature, *where: Shared) -> Evidence:
    """Return a feature as evidence, with its full weight."""
    return Evidence(feature=feature, weight=feature.weight, where=where)


REPEAT: Final = evidence(Feature.REPEAT)
ONE_SOURCE: Final = evidence(Feature.ONE_SOURCE)
OTHER_ACTS: Final = evidence(Feature.OTHER_ACTS)
OTHER_ISSUES: Final = evidence(Feature.OTHER_ISSUES)
SAME_PARTICIPANTS: Final = evidence(Feature.SAME_PARTICIPANTS)
SHARED_PARTICIPANTS: Final = evidence(Feature.SHARED_PARTICIPANTS)
SAME_ASSERTION: Final = evidence(Feature.SAME_ASSERTION)
OTHER_ASSERTION: Final = evidence(Feature.OTHER_ASSERTION)
SAME_LAND: Final = evidence(Feature.SAME_PLACE)
OTHER_LAND: Final = evidence(Feature.OTHER_PLACE)
OTHER_SIDE: Final = evidence(Feature.OTHER_SIDE)


@attrs.frozen(kw_only=True, eq=False)
class Profile:
    """A record, with all that it is compared by computed once."""

    record: Reported
    """The record."""
    text: str
    """The id of its source; of copies of one text, of the first."""
    keys: frozenset[tuple[str, ...]]
    """The blocks in which it stands."""
    order: tuple[int, str]
    """Its place in them: in time."""
    days: tuple[int, int] | None
    """The numbers of the first and the last day of what happens once."""
    words: str
    """The coder's words for it, in small letters and without marks."""
    wording: Wording | None
    """The words that it quotes."""
    same_who: Evidence | None = None
    """The evidence if another has the same speaker, claimant, or actor and issue."""
    same_act: Evidence | None = None
    """The evidence if another has the same main act."""
    same_issues: Evidence | None = None
    """The evidence if another has all its issues."""
    same_date: Evidence | None = None
    """The evidence if another has its date."""


def shared_evidence(record: Reported) -> dict[str, Evidence | None]:
    """Make once the evidence that a record gives with every similar one; else millions of pairs would."""
    shared: dict[str, Evidence | None] = {
        "same_date": evidence(Feature.SAME_DATE, record.when) if record.when else None
    }
    match record:
        case Statement():
            shared["same_who"] = evidence(Feature.SAME_SPEAKER, *record.speakers)
            shared["same_act"] = evidence(Feature.SAME_MAIN_ACT, record.acts[0])
            shared["same_issues"] = evidence(Feature.SHARED_ISSUE, *record.issues)
        case TerritorialClaim():
            shared["same_who"] = evidence(Feature.SAME_CHALLENGER, record.challenger)
        case Position():
            shared["same_who"] = evidence(Feature.SAME_ISSUE, record.actor, record.issue)
        case _:
            pass
    return shared


def total_weight(evidence: Sequence[Evidence]) -> float:
    """Add up the weights of evidence."""
    total = 0.0
    for item in evidence:
        total += item.weight
    return total


def field_evidence(ancestors: Ancestors, left: Profile, right: Profile) -> list[Evidence]:
    """Compare the fields of two records of one type; the list is empty if they cannot have one referent."""
    one, other = left.record, right.record
    pair = COMPARISONS[type(one)](ancestors, left, one, other) if type(one) is type(other) else []
    if pair:
        repeats = one.restates is not None and one.restates in {other.id, other.restates}
        repeats = repeats or other.restates == one.id
        if repeats:
            pair.append(REPEAT)
        if left.days is not None and right.days is not None:
            pair += date_evidence(left, right)
        if left.text == right.text and not repeats:
            if isinstance(one, Statement):
                pair = [item for item in pair if item.feature not in SAME_IN_ONE_SOURCE]
            pair.append(ONE_SOURCE)
    return pair


def statement_evidence(ancestors: Ancestors, left: Profile, one: Statement, other: Statement) -> list[Evidence]:
    """Compare two statements: speaker, acts, issues and place."""
    if set(one.speakers) == set(other.speakers):
        pair: list[Evidence | None] = [left.same_who]
    elif related := related_speakers(ancestors, one, other):
        pair = [evidence(Feature.RELATED_SPEAKER, *related)]
    else:
        return []
    if one.acts[0] is other.acts[0]:
        pair.append(left.same_act)
    else:
        acts = [act for act in one.acts if act in other.acts]
        pair.append(evidence(Feature.SHARED_ACT, *acts) if acts else OTHER_ACTS)
    if one.issues == other.issues:
        if one.issues:
            pair.append(left.same_issues)
    elif one.issues and other.issues:
        issues = [issue for issue in one.issues if issue in other.issues]
        pair.append(evidence(Feature.SHARED_ISSUE, *issues) if issues else OTHER_ISSUES)
    if one.place is not None and other.place is not None:
        pair.append(place_evidence(ancestors, one.place, other.place))
    return cast("list[Evidence]", pair)


def related_speakers(ancestors: Ancestors, one: Statement, other: Statement) -> tuple[str, str] | None:
    """Return a speaker of each of two statements of whom one is, or speaks for, the other; `None` if none is."""
    for left, right in itertools.product(one.speakers, other.speakers):
        if are_related(ancestors, left, right) or left in other.on_behalf_of or right in one.on_behalf_of:
            return left, right
    return None


def meeting_evidence(ancestors: Ancestors, _left: Profile, one: Meeting, other: Meeting) -> list[Evidence]:
    """Compare two meetings: participants and place."""
    lefts, rights = actors_of(one), actors_of(other)
    matched = [any(are_related(ancestors, left, right) for right in rights) for left in lefts]
    if not any(matched):
        return []
    back = [any(are_related(ancestors, left, right) for left in lefts) for right in rights]
    pair = [SAME_PARTICIPANTS if all(matched) and all(back) else SHARED_PARTICIPANTS]
    if one.place is not None and other.place is not None:
        pair.append(place_evidence(ancestors, one.place, other.place))
    return pair


def claim_evidence(
    ancestors: Ancestors, left: Profile, one: TerritorialClaim, other: TerritorialClaim
) -> list[Evidence]:
    """Compare two claims: challenger, assertion and land."""
    if left.same_who is None or not are_related(ancestors, one.challenger, other.challenger):
        return []
    pair = [left.same_who, SAME_ASSERTION if one.assertion is other.assertion else OTHER_ASSERTION]
    if one.places and other.places:
        pair.append(SAME_LAND if set(one.places) == set(other.places) else OTHER_LAND)
    return pair


def action_evidence(ancestors: Ancestors, _left: Profile, one: Action, other: Action) -> list[Evidence]:
    """Compare two deeds: who does them, their kinds and their places. The weights are those of claims."""
    doers = next((pair for pair in itertools.product(one.actors, other.actors) if are_related(ancestors, *pair)), None)
    if doers is None:
        return []
    pair = [evidence(Feature.SAME_DOER, *dict.fromkeys(doers))]
    pair.append(evidence(Feature.SAME_DEED if one.kind is other.kind else Feature.OTHER_DEED, one.kind))
    if one.place is not None and other.place is not None:
        pair.append(place_evidence(ancestors, one.place, other.place))
    return pair


def vote_evidence(_ancestors: Ancestors, _left: Profile, one: Vote, other: Vote) -> list[Evidence]:
    """Compare two votes: of one body, and on one document if both name theirs."""
    if one.body != other.body or (one.on and other.on and one.on != other.on):
        return []
    same = [evidence(Feature.SAME_DOCUMENT, one.on)] if one.on and one.on == other.on else []
    return [evidence(Feature.SAME_VOTE, one.body), *same]


def position_evidence(ancestors: Ancestors, left: Profile, one: Position, other: Position) -> list[Evidence]:
    """Compare two positions: actor, issue and stance."""
    if left.same_who is None or one.issue != other.issue or not are_related(ancestors, one.actor, other.actor):
        return []
    if one.stance is not other.stance and one.stance.number * other.stance.number <= 0:
        return [left.same_who, OTHER_SIDE]
    return [left.same_who]


COMPARISONS: Final[Mapping[type[Reported], Callable[[Ancestors, Profile, Any, Any], list[Evidence]]]] = (
    MappingProxyType(
        {
            Statement: statement_evidence,
            Meeting: meeting_evidence,
            Action: action_evidence,
            Vote: vote_evidence,
            TerritorialClaim: claim_evidence,
            Position: position_evidence,
        }
    )
)
"""How two records of one type are compared. A weight is measured, so a field has none until somebody does."""


def place_evidence(ancestors: Ancestors, one: str, other: str) -> Evidence:
    """Compare two places."""
    return evidence(Feature.SAME_PLACE if are_related(ancestors, one, other) else Feature.OTHER_PLACE, one, other)


def date_evidence(left: Profile, right: Profile) -> Sequence[Evidence]:
    """Compare two known dates of what happens once."""
    if left.days == right.days:
        return [left.same_date] if left.same_date else []
    if left.days is None or right.days is None:
        return []
    gap = max(left.days[0] - right.days[1], right.days[0] - left.days[1])
    if gap <= 0:
        first, second = left.record.when, right.record.when
        is_one = first and second and lies_within(first, second) and lies_within(second, first)
        return [left.same_date] if is_one and left.same_date else []
    dates = [date for date in (left.record.when, right.record.when) if date]
    return [evidence(Feature.NEAR_DATE if gap <= NEAR else Feature.OTHER_DATE, *dates)]


def are_related(ancestors: Ancestors, one: str, other: str) -> bool:
    """Whether two actors are one or one represents the other; two places are one or one lies in the other."""
    return one == other or other in ancestors.get(one, ()) or one in ancestors.get(other, ())


def quotation_evidence(left: Wording, right: Wording) -> list[Evidence]:
    """Compare two quotations."""
    comparison = compare_wordings(left, right)
    if comparison.relation is WordingRelation.OTHER_WORDS or not comparison.shared:
        return []
    feature = Feature.QUOTE if comparison.shared >= LEAST_QUOTED else Feature.SHORT_QUOTE
    return [evidence(feature, comparison.relation.words)]


def actors_of(record: Reported) -> Sequence[str]:
    """List the actors who speak, act, meet, vote, claim or take a position.

    Those who were invited to a meeting count: by another report they may have come.
    """
    match record:
        case Statement():
            return *record.speakers, *record.on_behalf_of
        case Meeting():
            return [participant.actor for participant in record.participants if participant.role not in AWAY]
        case Action():
            return record.actors
        case Vote():
            return (record.body,)
        case TerritorialClaim():
            return (record.challenger,)
        case _:
            return (record.actor,)
