"""Discourse networks: who refers to what, and who agrees with whom, as plain lists of weighted edges.

The networks, their normalisations and the treatment of duplicates are those of Discourse Network Analyzer. The method:
Leifeld, *Discourse Network Analysis: Policy Debates as Dynamic Networks*, in Victor, Montgomery & Lubell (eds),
*The Oxford Handbook of Political Networks* (2017), 301-326. The formulas: Leifeld, Gruber & Bossner, *Discourse Network
Analyzer Manual* (2018), chapter 2; the options: the help page of `dna_network` in the R package rDNA.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Literal, get_args

import attrs

from diplo_events.analysis.record_dates import Certainty, asserted, read_date, so
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import DiploEventsError, check_choice
from diplo_events.model import Position, Statement
from diplo_events.referents import referent_id

__all__ = [
    "Aggregation",
    "Duplicates",
    "Edge",
    "Mention",
    "Mentions",
    "NetworkError",
    "OneModeNormalization",
    "Qualifier",
    "TwoModeNormalization",
    "Window",
    "affiliation",
    "mentions",
    "one_mode",
    "windows",
]

Qualifier = Literal["none", "sign", "scale"]
"""What of a stance counts: nothing, only its side (neutral ones are left out), or its place from -2 to +2."""

Duplicates = Literal["include", "source", "source_and_date", "thing", "range"]
"""What counts once: nothing, or like mentions per source, per source and date, per real-world thing, or in all."""

Aggregation = Literal["ignore", "congruence", "conflict", "subtract"]
"""How levels of agreement become a weight."""

OneModeNormalization = Literal["no", "average", "jaccard", "cosine"]
"""By what the weights of a network of one mode are divided."""

TwoModeNormalization = Literal["no", "activity", "prominence"]
"""By what the weights of a network of two modes are divided."""

GREATEST_DIFFERENCE: Final[Mapping[Qualifier, int]] = {"none": 1, "sign": 2, "scale": 4}
"""The greatest difference that two levels can have; as in the manual of all levels, and not of those that occur."""


class NetworkError(DiploEventsError, ValueError):
    """A network was asked for that cannot be made."""


@attrs.frozen(kw_only=True)
class Mention:
    """One reference of an actor to an issue: what Discourse Network Analyzer calls a statement."""

    actor: str
    """The id of the actor: whose position it is, or who speaks."""
    issue: str
    """The id of the issue."""
    level: int
    """How far the actor agrees, as the qualifier of its `Mentions` counts it; 0 where nothing counts."""
    record: str
    """The id of the position or statement."""
    source: str
    """The id of the source that reports it."""
    thing: str
    """The `canonical_id` of the record, or its id."""
    when: EventDate | None
    """When it was, as read."""


@attrs.frozen(kw_only=True)
class Mentions:
    """The references that networks are made of."""

    qualifier: Qualifier
    """What of the stances counts."""
    items: tuple[Mention, ...]
    """The references, sorted by record, then issue."""


@attrs.frozen
class Edge:
    """A weighted edge."""

    source: str
    """The id of the actor; in a network of one mode, of the node that sorts first."""
    target: str
    """The id of the issue, or of the other node."""
    weight: float
    """Its weight, never 0."""


@attrs.frozen(kw_only=True)
class Window:
    """A stretch of time, with the references in it."""

    period: EventDate
    """From its first to its last day."""
    mentions: Mentions
    """What certainly or possibly lies in it."""


def mentions(
    dataset: Dataset,
    *,
    of: Literal["positions", "statements"] = "positions",
    qualifier: Qualifier = "sign",
    duplicates: Duplicates = "include",
    unqualified: bool = False,
) -> Mentions:
    """List who refers to what: a position's actor to its issue, or a statement's speaker to each of its issues.

    Records of what will be, would be or is denied (`future`, `hypothetical`, `negated`) are left out.

    Args:
        dataset: The records.
        of: Positions, which have a stance, or statements, which have none: for them the qualifier is `none`.
        qualifier: What of a stance counts. With `sign`, as with the manual's binary qualifier, neutral positions
            have no place and are left out.
        duplicates: What counts once. Mentions are alike if actor, issue and level are. One with a date stays before
            one without, then the earlier, then the one whose record's id sorts first.
        unqualified: Take dates as written, without `?`, `~` and `%`.

    Raises:
        ChoiceError: an argument has a value that is not listed.

    Examples:
        >>> import diplo_events
        >>> found = mentions(diplo_events.load_example(), duplicates="thing")
        >>> found.items[0].actor, found.items[0].issue, found.items[0].level
        ('western-states', 'issue/security-guarantees', 1)
    """
    check_choice("of", of, ("positions", "statements"))
    check_choice("qualifier", qualifier, get_args(Qualifier))
    check_choice("duplicates", duplicates, get_args(Duplicates))
    counting: Qualifier = qualifier if of == "positions" else "none"
    items: list[Mention] = []
    records: Sequence[Position | Statement] = dataset.of_type(Position if of == "positions" else Statement)
    for record in records:
        if asserted(record):
            items.extend(mentions_in(record, counting, read_date(dataset, record, unqualified=unqualified)))
    return Mentions(qualifier=counting, items=tuple(counted_once(items, duplicates)))


def affiliation(
    found: Mentions,
    *,
    aggregation: Literal["ignore", "subtract"] = "subtract",
    normalization: TwoModeNormalization = "no",
) -> tuple[Edge, ...]:
    """Make the network of two modes: which actor refers to which issue.

    The weight is the number of references (`ignore`), or the sum of their levels, which subtracts disagreement from
    agreement (`subtract`). By `activity` it is divided by the number of the actor's references, by `prominence` by
    the number of references to the issue. A weight of 0 is no edge.

    Raises:
        ChoiceError: an argument has a value that is not listed.
        NetworkError: there are no levels to subtract.

    Examples:
        >>> import diplo_events
        >>> found = mentions(diplo_events.load_example(), duplicates="thing")
        >>> affiliation(found)[0]
        Edge(source='china', target='issue/global-order', weight=1.0)
    """
    check_choice("aggregation", aggregation, ("ignore", "subtract"))
    check_choice("normalization", normalization, get_args(TwoModeNormalization))
    expect_levels(found, aggregation)
    weights: Counter[tuple[str, str]] = Counter()
    activity: Counter[str] = Counter()
    prominence: Counter[str] = Counter()
    for item in found.items:
        weights[item.actor, item.issue] += 1 if aggregation == "ignore" else item.level
        activity[item.actor] += 1
        prominence[item.issue] += 1
    edges: list[Edge] = []
    for (actor, issue), weight in sorted(weights.items()):
        norm = {"no": 1, "activity": activity[actor], "prominence": prominence[issue]}[normalization]
        if weight:
            edges.append(Edge(actor, issue, weight / norm))
    return tuple(edges)


def one_mode(
    found: Mentions,
    *,
    nodes: Literal["actors", "issues"] = "actors",
    aggregation: Aggregation = "congruence",
    normalization: OneModeNormalization = "no",
) -> tuple[Edge, ...]:
    """Make a network of one mode: actors joined by the issues they refer to, or issues by the actors.

    For each pair of references by two nodes to the same issue (or, of issues, by the same actor) the weight grows:

    - `ignore`: by 1;
    - `conflict`: by the difference of the two levels, as a share of the greatest that there can be;
    - `congruence`: by 1 less that share;
    - `subtract`: by congruence less conflict.

    So with the qualifier `sign` congruence counts the pairs that agree and conflict those that disagree. The weight
    is then divided, with `a` and `b` the numbers of all references of the two nodes,

    - `average`: by the mean of `a` and `b`;
    - `jaccard`: by the references of each node that the other has none like, and the pairs of like ones; two are
      like each other if they are to the same thing at the same level;
    - `cosine`: by `a` times `b`. This is the manual's formula; it is not the cosine of the two rows of counts.

    A weight of 0 is no edge; each pair of nodes is listed once.

    Raises:
        ChoiceError: an argument has a value that is not listed.
        NetworkError: there are no levels to compare.

    Examples:
        >>> import diplo_events
        >>> found = mentions(diplo_events.load_example(), duplicates="thing")
        >>> [edge for edge in one_mode(found, aggregation="conflict") if edge.target == "trump"]
        [Edge(source='putin', target='trump', weight=1.0), Edge(source='russia', target='trump', weight=2.0)]
    """
    check_choice("nodes", nodes, ("actors", "issues"))
    check_choice("aggregation", aggregation, get_args(Aggregation))
    check_choice("normalization", normalization, get_args(OneModeNormalization))
    expect_levels(found, aggregation)
    activity: Counter[str] = Counter()
    hubs: dict[str, dict[str, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    for item in found.items:
        node, hub = (item.actor, item.issue) if nodes == "actors" else (item.issue, item.actor)
        activity[node] += 1
        hubs[hub][node][item.level] += 1
    greatest = GREATEST_DIFFERENCE[found.qualifier]
    parts = [parts_of(difference, greatest, aggregation) for difference in range(greatest + 1)]
    weights: Counter[tuple[str, str]] = Counter()  # in parts of which `greatest` make 1, so that sums are exact
    shared: Counter[tuple[str, str]] = Counter()  # what like references change in the sum of both activities
    for counts in hubs.values():
        for one, other in itertools.combinations(sorted(counts), 2):
            weights[one, other] += sum(
                n * m * parts[abs(level - other_level)]
                for level, n in counts[one].items()
                for other_level, m in counts[other].items()
            )
            alike = [(counts[one][k], counts[other][k]) for k in counts[one].keys() & counts[other].keys()]
            shared[one, other] += sum(n * m - n - m for n, m in alike)
    edges: list[Edge] = []
    for (one, other), weight in sorted(weights.items()):
        a, b = activity[one], activity[other]
        norm = {"no": 1, "average": (a + b) / 2, "jaccard": a + b + shared[one, other], "cosine": a * b}[normalization]
        if weight:
            edges.append(Edge(one, other, weight / (greatest * norm)))
    return tuple(edges)


def windows(
    found: Mentions,
    *,
    days: int,
    step: int = 1,
    within: EventDate | None = None,
    certainty: Certainty = "possibly",
) -> Iterator[Window]:
    """Move a window over time: each stretch of some days, with the references that share a day with it.

    A reference without a date, or with a date that tells too little, is possibly in a window and not certainly.

    Args:
        found: The references.
        days: How long a window is.
        step: How many days later the next one begins.
        within: The time in which whole windows must lie; by default from the first day to the last that dates reach.
        certainty: Whether a reference must lie in the window certainly, or only possibly.

    Raises:
        ChoiceError: the certainty is neither of the two.
        NetworkError: a number is less than 1, or the time has no ends or leaves the years 1 to 9999.

    Examples:
        >>> import diplo_events
        >>> found = mentions(diplo_events.load_example(), unqualified=True)
        >>> week = EventDate.parse("2025-09-01/2025-09-05")
        >>> for window in windows(found, days=3, within=week, certainty="certainly"):
        ...     print(window.period, len(window.mentions.items))
        2025-09-01/2025-09-03 15
        2025-09-02/2025-09-04 16
        2025-09-03/2025-09-05 16
    """
    check_choice("certainty", certainty, get_args(Certainty))
    if days < 1 or step < 1:
        raise NetworkError(f"expected whole numbers of days from 1, found days={days}, step={step}")
    first, last = limits([item.when for item in found.items], within)
    starts = (first + timedelta(days=number) for number in range(0, (last - first).days - days + 2, step))
    return moved(found, (f"{start}/{start + timedelta(days=days - 1)}" for start in starts), certainty)


def moved(found: Mentions, periods: Iterable[str], certainty: Certainty) -> Iterator[Window]:
    """Put references into windows; each date is held against each window once, however many have it."""
    indexes: dict[EventDate | None, list[int]] = defaultdict(list)
    for index, item in enumerate(found.items):
        indexes[item.when].append(index)
    for text in periods:
        period = EventDate.parse(text)
        dates = [when for when in indexes if so(when.overlaps(period) if when else None, certainty)]
        inside = sorted(index for when in dates for index in indexes[when])
        yield Window(period=period, mentions=attrs.evolve(found, items=tuple(found.items[i] for i in inside)))


def expect_levels(found: Mentions, aggregation: Aggregation) -> None:
    """Refuse to compare levels where there are none.

    Raises:
        NetworkError: the mentions have no levels.
    """
    if found.qualifier == "none" and aggregation != "ignore":
        raise NetworkError(f"{aggregation!r} compares levels of agreement, and these mentions have none: say 'ignore'")


def mentions_in(record: Position | Statement, qualifier: Qualifier, when: EventDate | None) -> Iterator[Mention]:
    """List the references in a record, if it has a level."""
    if isinstance(record, Statement):
        actor, issues, level = record.speaker, sorted(record.issues), 0
    else:
        actor, issues, level = record.actor, [record.issue], record.stance.number
        if qualifier == "sign" and not level:
            return
        level = {"none": 0, "sign": 1 if level > 0 else -1, "scale": level}[qualifier]
    thing = referent_id(record)
    for issue in issues:
        yield Mention(
            actor=actor, issue=issue, level=level, record=record.id, source=record.source, thing=thing, when=when
        )


def counted_once(items: Iterable[Mention], duplicates: Duplicates) -> list[Mention]:
    """Leave out the mentions that are like another that stays."""
    kept: dict[tuple[object, ...], Mention] = {}
    for item in sorted(items, key=by_date):
        scope: object = {
            "include": item.record,
            "source": item.source,
            "source_and_date": (item.source, item.when),
            "thing": item.thing,
            "range": None,
        }[duplicates]
        kept.setdefault((scope, item.actor, item.issue, item.level), item)
    return sorted(kept.values(), key=lambda item: (item.record, item.issue))


def by_date(item: Mention) -> tuple[object, ...]:
    """Sort mentions by date, those that can begin at any time last."""
    undated = item.when is None or item.when.earliest is None
    return (undated, item.when.sort_key() if item.when else (), item.record)


def parts_of(difference: int, greatest: int, aggregation: Aggregation) -> int:
    """Count what a pair of references with some difference adds to a weight, in parts of which `greatest` make 1."""
    return {
        "ignore": greatest,
        "congruence": greatest - difference,
        "conflict": difference,
        "subtract": greatest - 2 * difference,
    }[aggregation]


def limits(dates: Iterable[EventDate | None], within: EventDate | None) -> tuple[date, date]:
    """Give the first and the last day of a time, or else of all that dates reach as written.

    Raises:
        NetworkError: there are none, or they leave the years 1 to 9999.
    """
    given = [when for when in dates if when] if within is None else [within]
    firsts = [when.earliest for when in given if when.earliest]
    lasts = [when.latest for when in given if when.latest]
    if not firsts or not lasts:
        raise NetworkError("expected a time with a first and a last day, found none: say within which time")
    try:
        return date(*min(firsts)), date(*max(lasts))
    except ValueError:
        raise NetworkError(f"expected a time in the years 1 to 9999, found {min(firsts)} to {max(lasts)}") from None
