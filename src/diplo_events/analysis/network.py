"""Discourse networks: which actors refer to which issues, and which actors agree, as lists of weighted edges.

The networks, their normalisations and the treatment of duplicates are those of Discourse Network Analyzer. The method:
Leifeld, *Discourse Network Analysis: Policy Debates as Dynamic Networks*, in Victor, Montgomery & Lubell (eds),
*The Oxford Handbook of Political Networks* (2017), 301-326. The formulas: Leifeld, Gruber & Bossner, *Discourse Network
Analyzer Manual* (2018), chapter 2; the options: the help page of `dna_network` in the R package rDNA.
"""

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, get_args

import attrs

from diplo_events.analysis._merged_actors import containing_pairs, merged_into
from diplo_events.analysis._pair_weights import WEAKER, NodeMention, weigh_pairs
from diplo_events.analysis._record_dates import asserted, read_date
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import ArgumentError, check_choice, expect_type
from diplo_events.model import EventRecord, Position, Statement
from diplo_events.open_records import coded
from diplo_events.referents import referent_id
from diplo_events.vocab import PositionBasis
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = [
    "DECLARED",
    "Aggregation",
    "Duplicates",
    "Edge",
    "Mention",
    "Mentions",
    "OneModeNormalization",
    "Qualifier",
    "Relation",
    "Representatives",
    "TwoModeNormalization",
    "affiliation",
    "mentions",
    "one_mode",
]

Qualifier = Literal["none", "sign", "scale"]
"""What counts of a stance: nothing, only its side (neutral stances are left out), or its value from -2 to +2."""

Duplicates = Literal["include", "source", "source_and_date", "referent", "range"]
"""How often equal mentions count: each time, or once per source, per source and date, per referent, or in all."""

Aggregation = Literal["ignore", "congruence", "conflict", "subtract"]
"""How levels of agreement are turned into a weight."""

OneModeNormalization = Literal["no", "shared", "average", "jaccard", "cosine"]
"""What the weights of a one-mode network are divided by."""

Relation = Literal["agreement", "conflict"]
"""What an edge between two actors is, if it is one of the two and not both together."""

Representatives = Literal["merged", "apart"]
"""Whether those who represent somebody among the actors count as that one, or for themselves."""

DECLARED: Final = frozenset({PositionBasis.DECLARED})
"""The bases of the positions that count unless you say otherwise: what an actor says of itself."""

TwoModeNormalization = Literal["no", "activity", "prominence"]
"""What the weights of a two-mode network are divided by."""

GREATEST_DIFFERENCE: Final[Mapping[Qualifier, int]] = {"none": 1, "sign": 2, "scale": 4}
"""The greatest possible difference of two levels; as in the manual, of all levels and not of those that occur."""

RELATIONS: Final[Mapping[Aggregation, Relation]] = {"congruence": "agreement", "conflict": "conflict"}
"""The aggregations whose edges are one relation."""

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
    """The `canonical_id` of the record or of the one that it repeats, or else its id."""
    when: EventDate | None
    """The date that was read for the record."""
    basis: PositionBasis | None = None
    """On what the position rests; `None` where it is not coded, and for what is not a position."""
    recorded: str | None = None
    """The id of the actor in the record, if it counts as another whom it represents."""


@attrs.frozen(kw_only=True)
class Mentions:
    """The mentions from which networks are built."""

    qualifier: Qualifier
    """What counts of a stance."""
    items: tuple[Mention, ...]
    """The mentions, sorted by record, then issue."""
    containing: frozenset[tuple[str, str]] = frozenset()
    """The pairs of actors of which one represents the other, each pair sorted: they are not tied to each other."""


@attrs.frozen
class Edge:
    """A weighted edge."""

    source: str
    """The id of the actor; in a one-mode network, of the node that sorts first."""
    target: str
    """The id of the issue, or of the other node."""
    weight: float
    """The weight, never 0."""
    relation: Relation | None = None
    """Whether it is agreement or conflict; `None` if it is neither alone."""
    basis: PositionBasis | None = None
    """The weakest basis of the positions from which it is: an edge of attributed or inferred positions is not
    declared agreement. `None` for what is not a position."""


def mentions(  # noqa: PLR0913  (each decides what counts)
    dataset: Dataset,
    *,
    of: Literal["positions", "statements"] = "positions",
    qualifier: Qualifier = "sign",
    duplicates: Duplicates = "referent",
    bases: Collection[PositionBasis] | None = DECLARED,
    representatives: Representatives = "merged",
    all_acts: bool = False,
    unqualified: bool = False,
) -> Mentions:
    """Return who refers to which issue: each position's actor, or each of a statement's speakers.

    By default, what several sources report counts once, a position counts only if its actor declares it, and who
    represents another actor among them counts as that one: the spokeswoman and her state are one. Records marked as
    future, hypothetical or negated are left out. Copies of one text, by its hash, are one source, and what they all
    report counts once.

    Args:
        dataset: The records.
        of: Positions, which have a stance, or statements, which have none: for them the qualifier is `none`.
        qualifier: What counts of a stance. With `sign`, as with the manual's binary qualifier, neutral positions
            are left out.
        duplicates: How often equal mentions count. Mentions are equal if their actor, issue and level are. The one of
            the strongest basis is kept, then one with a date, the earliest, the one whose record's id sorts first.
        bases: On what positions may rest; with `None` on anything, also on what is not coded yet. What others
            attribute to an actor, or infer, is not its own word: edges from it have their basis.
        representatives: Whether an actor counts as the one whom it represents at the time, if that is one of the
            actors and there is only one such (`merged`), or each for itself (`apart`).
        all_acts: Whether statements count in which the speakers only ask, pass on what others said, or decline to
            comment.
        unqualified: Whether to ignore the qualifiers `?`, `~` and `%` of dates.

    Raises:
        ArgumentError: an argument has a value that is not listed.

    Examples:
        >>> import diplo_events
        >>> references = mentions(diplo_events.load_example())
        >>> references.items[0].actor, references.items[0].issue, references.items[0].level
        ('russia', 'issue/cession', 1)
    """
    check_choice("of", of, ("positions", "statements"))
    check_choice("representatives", representatives, get_args(Representatives))
    for basis in bases or ():
        expect_type("bases", basis, PositionBasis, hint="write bases={PositionBasis.DECLARED}, for example")
    check_choice("qualifier", qualifier, get_args(Qualifier))
    check_choice("duplicates", duplicates, get_args(Duplicates))
    counting: Qualifier = qualifier if of == "positions" else "none"
    items: list[Mention] = []
    known = coded(dataset, "actor", "issue", "stance", "speakers", "acts")
    records: Sequence[Position | Statement] = known.of_type(Position if of == "positions" else Statement)
    for record in records:
        if not asserted(record) or not (
            counts(record, bases) if isinstance(record, Position) else all_acts or says_something(record)
        ):
            continue
        when = read_date(dataset, record, unqualified=unqualified)
        items.extend(mentions_in(record, counting, when, referent=shared_referent(dataset, record)))
    if representatives == "merged":
        as_whom = merged_into(dataset, {item.actor for item in items})
        items = [merged(item, as_whom(item.actor, item.when)) for item in items]
    return Mentions(
        qualifier=counting,
        items=tuple(without_duplicates(dataset, items, duplicates)),
        containing=containing_pairs(dataset, {item.actor for item in items}),
    )


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
        >>> edge = affiliation(mentions(diplo_events.load_example()))[0]
        >>> edge.source, edge.target, edge.weight
        ('critics', 'issue/western-intent', 1.0)
    """
    check_choice("aggregation", aggregation, ("ignore", "subtract"))
    check_choice("normalization", normalization, get_args(TwoModeNormalization))
    expect_levels(mentions, aggregation)
    weights: Counter[tuple[str, str, PositionBasis | None]] = Counter()
    activity: Counter[str] = Counter()
    prominence: Counter[str] = Counter()
    for item in mentions.items:
        weights[item.actor, item.issue, item.basis] += 1 if aggregation == "ignore" else item.level
        activity[item.actor] += 1
        prominence[item.issue] += 1
    edges: list[Edge] = []
    for (actor, issue, basis), weight in sorted(weights.items(), key=edge_key):
        norm = {"no": 1, "activity": activity[actor], "prominence": prominence[issue]}[normalization]
        if weight:
            edges.append(Edge(actor, issue, weight / norm, basis=basis))
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

    - `shared`: by the weight with `ignore`, so by what both have taken a stand on: congruence and conflict are then
      shares that add up to 1;
    - `average`: by the mean of `a` and `b`;
    - `jaccard`: by the number of pairs of equal mentions plus the number of mentions that the other node has no
      equal of; mentions are equal if they are of the same issue (or by the same actor) at the same level;
    - `cosine`: by `a` times `b`. This is the manual's formula; it is not the cosine of the two rows of counts.

    A weight of 0 makes no edge. Each pair of nodes is listed once, or once for each basis if positions of several bases
    count. Two actors of which one represents the other are not tied to each other.

    Raises:
        ArgumentError: an argument has a value that is not listed, or there are no levels to compare.

    Examples:
        >>> import diplo_events
        >>> references = mentions(diplo_events.load_example())
        >>> one_mode(references, aggregation="conflict", normalization="shared")[0]
        Edge(source='european-union', target='russia', weight=1.0, relation='conflict', basis=PositionBasis.DECLARED)
    """
    check_choice("nodes", nodes, ("actors", "issues"))
    check_choice("aggregation", aggregation, get_args(Aggregation))
    check_choice("normalization", normalization, get_args(OneModeNormalization))
    expect_levels(mentions, aggregation)
    ends = [(item.actor, item.issue) if nodes == "actors" else (item.issue, item.actor) for item in mentions.items]
    rows = [NodeMention(*pair, item.level, item.basis) for pair, item in zip(ends, mentions.items, strict=True)]
    activity = Counter(row.node for row in rows)
    greatest = GREATEST_DIFFERENCE[mentions.qualifier]
    parts = [parts_of(difference, greatest, aggregation) for difference in range(greatest + 1)]
    # weights are in parts of which `greatest` make 1, so that sums are exact
    weights, together, equal = weigh_pairs(rows, parts, mentions.containing if nodes == "actors" else ())
    edges: list[Edge] = []
    for (left, right, basis), weight in sorted(weights.items(), key=edge_key):
        a, b = activity[left], activity[right]
        norm = {
            "no": 1,
            "shared": together[left, right],
            "average": (a + b) / 2,
            "jaccard": a + b + equal[left, right],
            "cosine": a * b,
        }[normalization]
        if weight:
            edges.append(Edge(left, right, weight / (greatest * norm), RELATIONS.get(aggregation), basis))
    return tuple(edges)


def edge_key(weighted: tuple[tuple[str, str, PositionBasis | None], int]) -> tuple[str, str, int]:
    """Return the key that sorts edges by their nodes, then from the strongest basis to the weakest."""
    (left, right, basis), _ = weighted
    return left, right, WEAKER.index(basis)


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
            basis=record.basis if isinstance(record, Position) and "basis" not in record.open else None,
        )


def counts(position: Position, bases: Collection[PositionBasis] | None) -> bool:
    """Whether a position rests on what counts."""
    return bases is None or position.basis in bases


def merged(item: Mention, actor: str) -> Mention:
    """Return a mention as one of the actor as whom its own one counts."""
    return item if actor == item.actor else attrs.evolve(item, actor=actor, recorded=item.actor)


def shared_referent(dataset: Dataset, record: EventRecord) -> str:
    """Return the id of what a record reports, or of what the record that it repeats reports."""
    while record.restates and isinstance(fuller := dataset.get(record.restates), EventRecord):
        record = fuller
    return referent_id(dataset, record)


def says_something(statement: Statement) -> bool:
    """Whether the speakers of a statement do more than ask, pass on what others said, or decline to comment."""
    return not NO_STAND.issuperset(statement.acts)


def without_duplicates(dataset: Dataset, items: Iterable[Mention], duplicates: Duplicates) -> list[Mention]:
    """Return the first of each group of equal mentions, sorted by record and issue."""
    kept: dict[tuple[object, ...], Mention] = {}
    for item in sorted(items, key=lambda item: (WEAKER.index(item.basis), by_date(item))):
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
