"""Discourse networks: which actors refer to which issues, and which actors agree, as lists of weighted edges.

The networks, their normalisations and the treatment of duplicates are those of Discourse Network Analyzer. The method:
Leifeld, *Discourse Network Analysis: Policy Debates as Dynamic Networks*, in Victor, Montgomery & Lubell (eds),
*The Oxford Handbook of Political Networks* (2017), 301-326. The formulas: Leifeld, Gruber & Bossner, *Discourse Network
Analyzer Manual* (2018), chapter 2; the options: the help page of `dna_network` in the R package rDNA.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final, Literal, get_args

import attrs

from diplo_events.analysis._record_dates import asserted, first_and_last, read_date
from diplo_events.analysis.predicates import Certainty, decide
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate, check_event_date
from diplo_events.errors import ArgumentError, check_choice, shown
from diplo_events.model import Position, Statement
from diplo_events.open_records import coded
from diplo_events.referents import referent_id
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = [
    "Aggregation",
    "Duplicates",
    "Edge",
    "Mention",
    "Mentions",
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
"""What counts of a stance: nothing, only its side (neutral stances are left out), or its value from -2 to +2."""

Duplicates = Literal["include", "source", "source_and_date", "referent", "range"]
"""How often equal mentions count: each time, or once per source, per source and date, per referent, or in all."""

Aggregation = Literal["ignore", "congruence", "conflict", "subtract"]
"""How levels of agreement are turned into a weight."""

OneModeNormalization = Literal["no", "average", "jaccard", "cosine"]
"""What the weights of a one-mode network are divided by."""

TwoModeNormalization = Literal["no", "activity", "prominence"]
"""What the weights of a two-mode network are divided by."""

GREATEST_DIFFERENCE: Final[Mapping[Qualifier, int]] = {"none": 1, "sign": 2, "scale": 4}
"""The greatest possible difference of two levels; as in the manual, of all levels and not of those that occur."""


NO_STAND: Final = frozenset({SpeechAct.QUESTION, SpeechAct.RELAY, SpeechAct.DECLINE_COMMENT})
"""The acts by which somebody says nothing of their own on an issue."""


@attrs.frozen(kw_only=True)
class Mention:
    """One reference of an actor to an issue: what Discourse Network Analyzer calls a statement."""

    actor: str
    """The id of the actor who holds the position or makes the statement."""
    issue: str
    """The id of the issue; in the result of `ties.ties`, of what several actors share."""
    level: int
    """How far the actor agrees, as the qualifier of the `Mentions` counts it; 0 with the qualifier `none`."""
    record: str
    """The id of the position or statement."""
    source: str | None
    """The id of the source that reports it; `None` for the party of a document."""
    referent: str
    """The `canonical_id` of the record, or its id."""
    when: EventDate | None
    """The date that was read for the record."""


@attrs.frozen(kw_only=True)
class Mentions:
    """The mentions from which networks are built."""

    qualifier: Qualifier
    """What counts of a stance."""
    items: tuple[Mention, ...]
    """The mentions, sorted by record, then issue."""


@attrs.frozen
class Edge:
    """A weighted edge."""

    source: str
    """The id of the actor; in a one-mode network, of the node that sorts first."""
    target: str
    """The id of the issue, or of the other node."""
    weight: float
    """The weight, never 0."""


@attrs.frozen(kw_only=True)
class Window:
    """A period of days, with the mentions in it."""

    period: EventDate
    """The interval from its first to its last day."""
    mentions: Mentions
    """The mentions that share a day with it, certainly or possibly."""


def mentions(
    dataset: Dataset,
    *,
    of: Literal["positions", "statements"] = "positions",
    qualifier: Qualifier = "sign",
    duplicates: Duplicates = "include",
    all_acts: bool = False,
    unqualified: bool = False,
) -> Mentions:
    """Return who refers to which issue: each position's actor, or each of a statement's speakers.

    Records marked as future, hypothetical or negated are left out. Copies of one text, by its hash, are one source, and
    what they all report counts once.

    Args:
        dataset: The records.
        of: Positions, which have a stance, or statements, which have none: for them the qualifier is `none`.
        qualifier: What counts of a stance. With `sign`, as with the manual's binary qualifier, neutral positions
            are left out.
        duplicates: How often equal mentions count. Mentions are equal if their actor, issue and level are. The one
            with a date is kept before one without, then the earlier one, then the one whose record's id sorts first.
        all_acts: Whether statements count in which the speakers only ask, pass on what others said, or decline to
            comment.
        unqualified: Whether to ignore the qualifiers `?`, `~` and `%` of dates.

    Raises:
        ArgumentError: an argument has a value that is not listed.

    Examples:
        >>> import diplo_events
        >>> references = mentions(diplo_events.load_example(), duplicates="referent")
        >>> references.items[0].actor, references.items[0].issue, references.items[0].level
        ('western-states', 'issue/security-guarantees', 1)
    """
    check_choice("of", of, ("positions", "statements"))
    check_choice("qualifier", qualifier, get_args(Qualifier))
    check_choice("duplicates", duplicates, get_args(Duplicates))
    counting: Qualifier = qualifier if of == "positions" else "none"
    items: list[Mention] = []
    known = coded(dataset, "actor", "issue", "stance", "speakers", "acts")
    records: Sequence[Position | Statement] = known.of_type(Position if of == "positions" else Statement)
    for record in records:
        if asserted(record) and (isinstance(record, Position) or all_acts or says_something(record)):
            when = read_date(dataset, record, unqualified=unqualified)
            items.extend(mentions_in(record, counting, when, referent=referent_id(dataset, record)))
    return Mentions(qualifier=counting, items=tuple(without_duplicates(dataset, items, duplicates)))


def affiliation(
    mentions: Mentions,
    *,
    aggregation: Literal["ignore", "subtract"] = "subtract",
    normalization: TwoModeNormalization = "no",
) -> tuple[Edge, ...]:
    """Return the two-mode network: which actor refers to which issue.

    The weight is the number of mentions (`ignore`), or the sum of their levels, which subtracts disagreement from
    agreement (`subtract`). With `activity` it is divided by the number of the actor's mentions, with `prominence` by
    the number of mentions of the issue. A weight of 0 makes no edge.

    Raises:
        ArgumentError: an argument has a value that is not listed, or there are no levels to subtract.

    Examples:
        >>> import diplo_events
        >>> affiliation(mentions(diplo_events.load_example(), duplicates="referent"))[0]
        Edge(source='china', target='issue/global-order', weight=1.0)
    """
    check_choice("aggregation", aggregation, ("ignore", "subtract"))
    check_choice("normalization", normalization, get_args(TwoModeNormalization))
    expect_levels(mentions, aggregation)
    weights: Counter[tuple[str, str]] = Counter()
    activity: Counter[str] = Counter()
    prominence: Counter[str] = Counter()
    for item in mentions.items:
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
    mentions: Mentions,
    *,
    nodes: Literal["actors", "issues"] = "actors",
    aggregation: Aggregation = "congruence",
    normalization: OneModeNormalization = "no",
) -> tuple[Edge, ...]:
    """Return a one-mode network: actors joined by the issues that they mention, or issues joined by the actors.

    For each pair of mentions of the same issue by two actors (or of two issues by the same actor) the weight grows:

    - `ignore`: by 1;
    - `conflict`: by the difference of the two levels, as a share of the greatest possible difference;
    - `congruence`: by 1 less that share;
    - `subtract`: by congruence less conflict.

    So with the qualifier `sign`, congruence counts the pairs that agree and conflict the pairs that disagree. The
    weight is then divided, with `a` and `b` the numbers of all mentions of the two nodes,

    - `average`: by the mean of `a` and `b`;
    - `jaccard`: by the number of pairs of equal mentions plus the number of mentions that the other node has no
      equal of; mentions are equal if they are of the same issue (or by the same actor) at the same level;
    - `cosine`: by `a` times `b`. This is the manual's formula; it is not the cosine of the two rows of counts.

    A weight of 0 makes no edge; each pair of nodes is listed once.

    Raises:
        ArgumentError: an argument has a value that is not listed, or there are no levels to compare.

    Examples:
        >>> import diplo_events
        >>> references = mentions(diplo_events.load_example(), duplicates="referent")
        >>> [edge for edge in one_mode(references, aggregation="conflict") if edge.target == "trump"]
        [Edge(source='putin', target='trump', weight=1.0), Edge(source='russia', target='trump', weight=1.0)]
    """
    check_choice("nodes", nodes, ("actors", "issues"))
    check_choice("aggregation", aggregation, get_args(Aggregation))
    check_choice("normalization", normalization, get_args(OneModeNormalization))
    expect_levels(mentions, aggregation)
    activity: Counter[str] = Counter()
    hubs: dict[str, dict[str, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    for item in mentions.items:
        node, hub = (item.actor, item.issue) if nodes == "actors" else (item.issue, item.actor)
        activity[node] += 1
        hubs[hub][node][item.level] += 1
    greatest = GREATEST_DIFFERENCE[mentions.qualifier]
    parts = [parts_of(difference, greatest, aggregation) for difference in range(greatest + 1)]
    weights: Counter[tuple[str, str]] = Counter()  # in parts of which `greatest` make 1, so that sums are exact
    shared: Counter[tuple[str, str]] = Counter()  # what equal mentions change in the sum of both activities
    for counts in hubs.values():
        for left, right in itertools.combinations(sorted(counts), 2):
            weights[left, right] += sum(
                n * m * parts[abs(left_level - right_level)]
                for left_level, n in counts[left].items()
                for right_level, m in counts[right].items()
            )
            equal = [
                (counts[left][level], counts[right][level]) for level in counts[left].keys() & counts[right].keys()
            ]
            shared[left, right] += sum(n * m - n - m for n, m in equal)
    edges: list[Edge] = []
    for (left, right), weight in sorted(weights.items()):
        a, b = activity[left], activity[right]
        norm = {"no": 1, "average": (a + b) / 2, "jaccard": a + b + shared[left, right], "cosine": a * b}[normalization]
        if weight:
            edges.append(Edge(left, right, weight / (greatest * norm)))
    return tuple(edges)


def windows(
    mentions: Mentions,
    *,
    days: int,
    step: int = 1,
    within: EventDate | None = None,
    certainty: Certainty = "certainly",
) -> Iterator[Window]:
    """Return windows of some days that move over time, each with the mentions that share a day with it.

    A mention without a date, or with an inexact one, is possibly in a window and not certainly.

    Args:
        mentions: The mentions.
        days: The length of a window.
        step: How many days later the next window begins.
        within: The period in which whole windows must lie; by default from the first to the last day that dates reach
            in the years 1 to 9999.
        certainty: `certainly` for the mentions that are certainly in a window; `possibly` also for those whose date
            leaves it open.

    Raises:
        ArgumentError: the certainty is neither of the two, a number is less than 1, or the period has no ends or
            leaves the years 1 to 9999.

    Examples:
        >>> import diplo_events
        >>> references = mentions(diplo_events.load_example(), unqualified=True)
        >>> week = EventDate.parse("2025-09-01/2025-09-05")
        >>> for window in windows(references, days=3, within=week):
        ...     print(window.period, len(window.mentions.items))
        2025-09-01/2025-09-03 19
        2025-09-02/2025-09-04 22
        2025-09-03/2025-09-05 22
    """
    check_choice("certainty", certainty, get_args(Certainty))
    if within is not None:
        check_event_date(within, "within")
    for name, number in (("days", days), ("step", step)):
        if type(number) is not int or number < 1:
            raise ArgumentError(f"expected {name} to be a whole number from 1, found {shown(number)}")
    first, last = first_and_last([item.when for item in mentions.items], within)
    starts = (first + timedelta(days=number) for number in range(0, (last - first).days - days + 2, step))
    return moved(mentions, (f"{start}/{start + timedelta(days=days - 1)}" for start in starts), certainty)


def moved(mentions: Mentions, periods: Iterable[str], certainty: Certainty) -> Iterator[Window]:
    """Put mentions into windows. Each date is compared with each window once, however many mentions have it."""
    indexes: dict[EventDate | None, list[int]] = defaultdict(list)
    for index, item in enumerate(mentions.items):
        indexes[item.when].append(index)
    for text in periods:
        period = EventDate.parse(text)
        dates = [when for when in indexes if decide(when.overlaps(period) if when else None, certainty)]
        inside = sorted(index for when in dates for index in indexes[when])
        yield Window(period=period, mentions=attrs.evolve(mentions, items=tuple(mentions.items[i] for i in inside)))


def expect_levels(mentions: Mentions, aggregation: Aggregation) -> None:
    """Check that mentions have the levels that an aggregation compares.

    Raises:
        ArgumentError: they have no levels.
    """
    if mentions.qualifier == "none" and aggregation != "ignore":
        raise ArgumentError(
            f"expected aggregation to be 'ignore' for mentions without levels of agreement, found {aggregation!r}"
        )


def mentions_in(
    record: Position | Statement, qualifier: Qualifier, when: EventDate | None, *, referent: str
) -> Iterator[Mention]:
    """List the mentions in a record; a neutral position has none with the qualifier `sign`."""
    if isinstance(record, Statement):
        actors, issues, level = record.speakers, sorted(record.issues), 0
    else:
        actors, issues, level = (record.actor,), [record.issue], record.stance.number
        if qualifier == "sign" and not level:
            return
        level = {"none": 0, "sign": 1 if level > 0 else -1, "scale": level}[qualifier]
    for actor, issue in itertools.product(actors, issues):
        yield Mention(
            actor=actor,
            issue=issue,
            level=level,
            record=record.id,
            source=record.source,
            referent=referent,
            when=when,
        )


def says_something(statement: Statement) -> bool:
    """Whether the speakers of a statement do more than ask, pass on what others said, or decline to comment."""
    return not NO_STAND.issuperset(statement.acts)


def without_duplicates(dataset: Dataset, items: Iterable[Mention], duplicates: Duplicates) -> list[Mention]:
    """Return the first of each group of equal mentions, sorted by record and issue."""
    kept: dict[tuple[object, ...], Mention] = {}
    for item in sorted(items, key=by_date):
        text = item.source and dataset.first_copies.get(item.source, item.source)
        scope: object = {
            "include": dataset.first_reports.get(item.record, item.record),
            "source": text,
            "source_and_date": (text, item.when),
            "referent": item.referent,
            "range": None,
        }[duplicates]
        kept.setdefault((scope, item.actor, item.issue, item.level), item)
    return sorted(kept.values(), key=lambda item: (item.record, item.issue))


def by_date(item: Mention) -> tuple[object, ...]:
    """Return the key that sorts mentions by date, those without a first day last."""
    undated = item.when is None or item.when.earliest is None
    return (undated, item.when.sort_key() if item.when else (), item.record)


def parts_of(difference: int, greatest: int, aggregation: Aggregation) -> int:
    """Return what a pair of mentions with some difference adds to a weight, in parts of which `greatest` make 1."""
    return {
        "ignore": greatest,
        "congruence": greatest - difference,
        "conflict": difference,
        "subtract": greatest - 2 * difference,
    }[aggregation]
