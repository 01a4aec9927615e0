"""Discourse networks: the manual's formulas by brute force, its worked examples, and small cases by hand."""

import datetime as dt
import itertools
import random
import subprocess
import sys
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, Literal, cast

import attrs
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx.algorithms import bipartite

import diplo_events
from diplo_events import Aspect, Dataset, EventDate
from diplo_events.analysis.network import (
    Aggregation,
    Duplicates,
    Edge,
    Mention,
    Mentions,
    OneModeNormalization,
    Qualifier,
    TwoModeNormalization,
    affiliation,
    mentions,
    one_mode,
)
from diplo_events.analysis.network_windows import windows
from diplo_events.analysis.predicates import Certainty
from diplo_events.errors import ArgumentError, ArgumentTypeError
from diplo_events.exporters.networkx import to_networkx
from profiles import examples
from stance_records import dataset_of, date, discourse, position, statement

EXAMPLE = diplo_events.load_example()
LEVELS: dict[str, tuple[int, ...]] = {"none": (0,), "sign": (-1, 1), "scale": (-2, -1, 0, 1, 2)}
ACTORS, CONCEPTS = ("a1", "a2", "a3", "a4"), ("c1", "c2", "c3")


def said(*rows: tuple[str, str, int], qualifier: Qualifier = "sign") -> Mentions:
    """Make references out of actor, issue and level."""
    items = tuple(
        Mention(actor=actor, issue=issue, level=level, record=f"r{n}", source="s", referent=f"r{n}", when=None)
        for n, (actor, issue, level) in enumerate(rows)
    )
    return Mentions(qualifier=qualifier, items=items)


@st.composite
def references(draw: Callable[..., Any]) -> Mentions:
    """Draw references with any qualifier."""
    qualifier = draw(st.sampled_from(["none", "sign", "scale"]))
    level = st.sampled_from(LEVELS[qualifier])
    rows = draw(st.lists(st.tuples(st.sampled_from(ACTORS), st.sampled_from(CONCEPTS), level), max_size=14))
    return said(*rows, qualifier=qualifier)


def weights(edges: Iterable[Edge]) -> dict[tuple[str, str], float]:
    """Return the weights by pair."""
    return {(edge.source, edge.target): edge.weight for edge in edges}


def close(edges: Iterable[Edge], expected: dict[tuple[str, str], Fraction]) -> bool:
    """Whether edges have exactly these weights, up to one rounding."""
    found, exact = weights(edges), {pair: weight for pair, weight in expected.items() if weight}
    return found.keys() == exact.keys() and all(
        found[pair] == pytest.approx(float(weight), rel=1e-12) for pair, weight in exact.items()
    )


class Manual:
    """The formulas of chapter 2 of the manual, on the full array x[i, j, k], in exact numbers."""

    def __init__(self, found: Mentions, *, nodes: str = "actors") -> None:
        self.levels = LEVELS[found.qualifier]
        self.first, self.second = (ACTORS, CONCEPTS) if nodes == "actors" else (CONCEPTS, ACTORS)
        self.x = dict.fromkeys(itertools.product(self.first, self.second, self.levels), 0)
        for item in found.items:
            pair = (item.actor, item.issue) if nodes == "actors" else (item.issue, item.actor)
            self.x[(*pair, item.level)] += 1

    def distance(self, k: int, other: int) -> Fraction:
        return Fraction(abs(k - other), self.levels[-1] - self.levels[0]) if len(self.levels) > 1 else Fraction(0)

    def one_mode(self, aggregation: str, normalization: str) -> dict[tuple[str, str], Fraction]:
        found = {}
        for one, other in itertools.combinations(self.first, 2):
            congruence = conflict = ignore = Fraction(0)
            for j in self.second:
                ignore += sum(self.x[one, j, k] for k in self.levels) * sum(self.x[other, j, k] for k in self.levels)
                for k, m in itertools.product(self.levels, repeat=2):
                    together = self.x[one, j, k] * self.x[other, j, m]
                    congruence += together * (1 - self.distance(k, m))
                    conflict += together * self.distance(k, m)
            norm = self.norm(one, other, normalization)
            total = {
                "ignore": ignore,
                "congruence": congruence,
                "conflict": conflict,
                "subtract": congruence - conflict,
            }[aggregation]
            found[one, other] = total / norm if norm else Fraction(0)
        return found

    def norm(self, one: str, other: str, normalization: str) -> Fraction:
        cells = list(itertools.product(self.second, self.levels))
        a, b = (sum(self.x[node, j, k] for j, k in cells) for node in (one, other))
        alone = sum(self.x[one, j, k] for j, k in cells if self.x[other, j, k] == 0)
        other_alone = sum(self.x[other, j, k] for j, k in cells if self.x[one, j, k] == 0)
        both = sum(self.x[one, j, k] * self.x[other, j, k] for j, k in cells)
        pairs = itertools.product(self.second, self.levels, self.levels)
        together = sum(self.x[one, j, k] * self.x[other, j, m] for j, k, m in pairs)
        return {
            "no": Fraction(1),
            "shared": Fraction(together),
            "average": Fraction(a + b, 2),
            "jaccard": Fraction(alone + other_alone + both),
            "cosine": Fraction(a * b),
        }[normalization]

    def affiliation(self, aggregation: str, normalization: str) -> dict[tuple[str, str], Fraction]:
        found = {}
        for i, j in itertools.product(self.first, self.second):
            total = sum((k if aggregation == "subtract" else 1) * self.x[i, j, k] for k in self.levels)
            norm = {
                "no": 1,
                "activity": sum(self.x[i, c, k] for c in self.second for k in self.levels),
                "prominence": sum(self.x[a, j, k] for a in self.first for k in self.levels),
            }[normalization]
            found[i, j] = Fraction(total, norm) if norm else Fraction(0)
        return found


class TestFormulas:
    @pytest.mark.slow
    @examples(300)
    @given(
        references(),
        st.sampled_from(["ignore", "congruence", "conflict", "subtract"]),
        st.sampled_from(["no", "shared", "average", "jaccard", "cosine"]),
        st.sampled_from(["actors", "issues"]),
    )
    def test_one_mode(
        self,
        found: Mentions,
        aggregation: Aggregation,
        normalization: OneModeNormalization,
        nodes: Literal["actors", "issues"],
    ) -> None:
        if found.qualifier == "none":
            aggregation = "ignore"
        edges = one_mode(found, nodes=nodes, aggregation=aggregation, normalization=normalization)
        assert close(edges, Manual(found, nodes=nodes).one_mode(aggregation, normalization))
        assert list(edges) == sorted(edges, key=lambda edge: (edge.source, edge.target))

    @pytest.mark.slow
    @examples(200)
    @given(references(), st.sampled_from(["ignore", "subtract"]), st.sampled_from(["no", "activity", "prominence"]))
    def test_two_modes(
        self, found: Mentions, aggregation: Literal["ignore", "subtract"], normalization: TwoModeNormalization
    ) -> None:
        if found.qualifier == "none":
            aggregation = "ignore"
        edges = affiliation(found, aggregation=aggregation, normalization=normalization)
        assert close(edges, Manual(found).affiliation(aggregation, normalization))
        assert list(edges) == sorted(edges, key=lambda edge: (edge.source, edge.target))

    @given(references(), st.sampled_from(["no", "shared", "average", "jaccard", "cosine"]))
    def test_subtract_is_congruence_less_conflict(self, found: Mentions, normalization: OneModeNormalization) -> None:
        if found.qualifier == "none":
            return
        agree, disagree, both = (
            weights(one_mode(found, aggregation=aggregation, normalization=normalization))
            for aggregation in cast("list[Aggregation]", ["congruence", "conflict", "subtract"])
        )
        for pair in agree.keys() | disagree.keys() | both.keys():
            assert both.get(pair, 0) == pytest.approx(agree.get(pair, 0) - disagree.get(pair, 0), abs=1e-12)

    @given(references(), st.randoms(use_true_random=False))
    def test_the_order_of_the_references_does_not_matter(self, found: Mentions, rng: random.Random) -> None:
        items = list(found.items)
        rng.shuffle(items)
        shuffled = attrs.evolve(found, items=tuple(items))
        assert one_mode(found, aggregation="ignore", normalization="average") == one_mode(
            shuffled, aggregation="ignore", normalization="average"
        )
        assert affiliation(found, aggregation="ignore") == affiliation(shuffled, aggregation="ignore")

    @given(st.sets(st.tuples(st.sampled_from(ACTORS), st.sampled_from(CONCEPTS)), min_size=1))
    def test_networkx_projects_a_network_of_two_modes_to_the_same(self, pairs: set[tuple[str, str]]) -> None:
        """Without levels and duplicates, the numbers are those of shared neighbours, and Jaccard's is the usual."""
        found = said(*((actor, issue, 0) for actor, issue in sorted(pairs)), qualifier="none")
        graph = to_networkx(affiliation(found, aggregation="ignore"), two_modes=True)
        actors = {node for node, side in graph.nodes(data="bipartite") if side == 0}
        shared = bipartite.weighted_projected_graph(graph, actors)
        likeness = bipartite.overlap_weighted_projected_graph(graph, actors, jaccard=True)
        assert {tuple(sorted(pair)): w for *pair, w in shared.edges(data="weight")} == weights(
            one_mode(found, aggregation="ignore")
        )
        assert {tuple(sorted(pair)): w for *pair, w in likeness.edges(data="weight")} == pytest.approx(
            weights(one_mode(found, aggregation="ignore", normalization="jaccard"))
        )


class TestWorkedExamples:
    def test_the_first_figure_of_the_manual(self) -> None:
        """Actors and concepts joined by solid lines in "Graphical Intuition", figure 2.1."""
        rows = ["a1c1", "a2c1", "a2c2", "a2c3", "a3c3", "a3c5", "a4c3", "a5c3", "a5c4"]
        found = said(*((row[:2], row[2:], 0) for row in rows), qualifier="none")
        actors = {"a1a2", "a2a3", "a2a5", "a3a4", "a3a5", "a2a4", "a4a5"}
        concepts = {"c1c2", "c1c3", "c2c3", "c3c4", "c3c5"}
        assert {a + b for a, b in weights(one_mode(found, aggregation="ignore"))} == actors
        assert {a + b for a, b in weights(one_mode(found, nodes="issues", aggregation="ignore"))} == concepts
        assert set(weights(one_mode(found, aggregation="ignore")).values()) == {1.0}

    def test_a_scale_counts_by_distance(self) -> None:
        """Figure 2.3 has +2 and +5 on a scale of ten steps: 7/10 and 3/10; here -1 and 2 on four: 1/4 and 3/4."""
        found = said(("a1", "c1", -1), ("a2", "c1", 2), qualifier="scale")
        assert weights(one_mode(found, aggregation="congruence")) == {("a1", "a2"): 0.25}
        assert weights(one_mode(found, aggregation="conflict")) == {("a1", "a2"): 0.75}

    def test_each_pair_of_references_counts(self) -> None:
        """As in the manual, twice -4 and three times +2 make 2 x 3 x (1 - 6/10): here 2 x 3 x (1 - 3/4) = 1.5."""
        found = said(*[("a1", "c1", -2)] * 2, *[("a2", "c1", 1)] * 3, qualifier="scale")
        assert weights(one_mode(found, aggregation="congruence")) == {("a1", "a2"): 1.5}

    def test_a_small_case_by_hand(self) -> None:
        """Norland: fish +, +, oil -. Sudland: fish +, -, oil +. Westland: oil -.

        Norland and Sudland agree in 2 x 1 pairs over fish and in none over oil; they disagree in 2 x 1 over fish and
        in 1 over oil. Norland and Westland agree in 1 pair, Sudland and Westland disagree in 1.
        """
        rows = [("n", "fish", 1), ("n", "fish", 1), ("n", "oil", -1)]
        rows += [("s", "fish", 1), ("s", "fish", -1), ("s", "oil", 1), ("w", "oil", -1)]
        found = said(*rows)
        assert weights(one_mode(found, aggregation="congruence")) == {("n", "s"): 2, ("n", "w"): 1}
        assert weights(one_mode(found, aggregation="conflict")) == {("n", "s"): 3, ("s", "w"): 1}
        assert weights(one_mode(found, aggregation="subtract")) == {("n", "s"): -1, ("n", "w"): 1, ("s", "w"): -1}
        # fish: 2 x 2 pairs, oil: 1 x 1
        assert weights(one_mode(found, aggregation="ignore"))["n", "s"] == 5
        # average activity of n and s: (3 + 3) / 2; of n and w: (3 + 1) / 2
        average = weights(one_mode(found, aggregation="congruence", normalization="average"))
        assert average == {("n", "s"): 2 / 3, ("n", "w"): 1 / 2}
        # n alone: oil- (1); s alone: fish- and oil+ (2); both: fish+ (2 x 1): 1 + 2 + 2
        # n alone: fish+ (2); w alone: nothing; both: oil- (1 x 1): 2 + 0 + 1
        jaccard = weights(one_mode(found, aggregation="congruence", normalization="jaccard"))
        assert jaccard == {("n", "s"): 2 / 5, ("n", "w"): 1 / 3}
        # 3 x 3 and 3 x 1
        cosine = weights(one_mode(found, aggregation="congruence", normalization="cosine"))
        assert cosine == {("n", "s"): 2 / 9, ("n", "w"): 1 / 3}
        # of the issues, over actors: n's 2 x 1 pairs disagree, s agrees in 1 and disagrees in 1
        assert weights(one_mode(found, nodes="issues", aggregation="subtract")) == {("fish", "oil"): -2}
        assert weights(affiliation(found)) == {("n", "fish"): 2, ("n", "oil"): -1, ("s", "oil"): 1, ("w", "oil"): -1}
        assert weights(affiliation(found, normalization="activity"))["n", "fish"] == 2 / 3
        assert weights(affiliation(found, normalization="prominence"))["n", "fish"] == 2 / 4

    def test_the_bundled_positions(self) -> None:
        """Of the bundled positions on foreign troops, only those of Russia and of the United States are against."""
        found = mentions(EXAMPLE, duplicates="range", bases=None)
        against = {item.actor for item in found.items if item.issue == "issue/foreign-troops" and item.level < 0}
        assert against == {"russia", "united-states"}
        troops = attrs.evolve(found, items=tuple(i for i in found.items if i.issue == "issue/foreign-troops"))
        disagreeing = set(weights(one_mode(troops, aggregation="conflict")))
        others = {item.actor for item in troops.items} - against
        assert disagreeing == {tuple(sorted(pair)) for pair in itertools.product(against, others)}
        assert ("russia", "united-states") in weights(one_mode(troops, aggregation="congruence"))


class TestMentions:
    def test_a_statement_refers_to_each_of_its_issues(self) -> None:
        found = mentions(dataset_of(statement("s1", issues=("issue/oil", "issue/fish"))), of="statements")
        assert found.qualifier == "none"
        assert [(i.actor, i.issue, i.level, i.record) for i in found.items] == [
            ("norland", "issue/fish", 0, "s1"),
            ("norland", "issue/oil", 0, "s1"),
        ]

    @pytest.mark.parametrize(
        ("qualifier", "expected"),
        [("none", [0, 0, 0, 0, 0]), ("sign", [-1, -1, 1, 1]), ("scale", [-2, -1, 0, 1, 2])],
    )
    def test_the_qualifier_says_what_of_a_stance_counts(self, qualifier: Qualifier, expected: list[int]) -> None:
        dataset = dataset_of(*(position(f"p{n + 2}", n) for n in range(-2, 3)))
        assert [item.level for item in mentions(dataset, qualifier=qualifier).items] == expected

    @pytest.mark.parametrize("aspect", list(Aspect))
    def test_only_what_is_or_was_is_a_reference(self, aspect: Aspect) -> None:
        records = [f(k, aspects=frozenset({aspect})) for f, k in ((position, "p1"), (statement, "s1"))]
        records = [attrs.evolve(records[0]), attrs.evolve(records[1], issues=("issue/fish",))]
        dataset = dataset_of(*records)
        counts = [len(mentions(dataset, of=of).items) for of in cast("list[Any]", ["positions", "statements"])]
        assert counts == ([1, 1] if aspect is Aspect.HISTORICAL else [0, 0])

    def test_dates_are_as_read(self) -> None:
        dataset = dataset_of(position("p1", 1, "2025-09-03?"), position("p2", 1, source="late"), position("p3"))
        for unqualified, first in ((False, "2025-09-03?"), (True, "2025-09-03")):
            dates = [item.when for item in mentions(dataset, unqualified=unqualified).items]
            assert dates == [date(first), date("[..2025-09-04]"), None]


class TestDuplicates:
    RECORDS = (
        position("p1", 1, source="late"),
        position("p2", 1, "2025-09-03", source="late", canonical_id="thing/one"),
        position("p3", 2, "2025-09-03", source="late"),
        position("p4", 1, "2025-09-01", source="early", canonical_id="thing/one"),
        position("p5", -1, "2025-09-01", source="early", canonical_id="thing/one"),
        position("p6", 1, "2025-09-01", source="early", actor="sudland", canonical_id="thing/one"),
    )

    @pytest.mark.parametrize(
        ("duplicates", "expected"),
        [
            ("include", ["p1", "p2", "p3", "p4", "p5", "p6"]),
            ("source", ["p2", "p4", "p5", "p6"]),
            ("source_and_date", ["p1", "p2", "p4", "p5", "p6"]),
            ("referent", ["p1", "p3", "p4", "p5", "p6"]),
            ("range", ["p4", "p5", "p6"]),
        ],
    )
    def test_what_counts_once(self, duplicates: Duplicates, expected: list[str]) -> None:
        assert [item.record for item in mentions(dataset_of(*self.RECORDS), duplicates=duplicates).items] == expected

    def test_the_scale_keeps_degrees_apart(self) -> None:
        found = mentions(dataset_of(*self.RECORDS), qualifier="scale", duplicates="source")
        assert [item.record for item in found.items] == ["p2", "p3", "p4", "p5", "p6"]

    @pytest.mark.slow
    @examples(100)
    @given(
        discourse(),
        st.sampled_from(["include", "source", "source_and_date", "referent", "range"]),
        st.sampled_from(["positions", "statements"]),
    )
    def test_each_reference_is_like_one_that_stays(
        self, dataset: Dataset, duplicates: Duplicates, of: Literal["positions", "statements"]
    ) -> None:
        def likeness(item: Mention) -> object:
            scope = {
                "include": item.record,
                "source": item.source,
                "source_and_date": (item.source, item.when),
                "referent": item.referent,
                "range": 0,
            }[duplicates]
            return scope, item.actor, item.issue, item.level

        every, kept = (mentions(dataset, of=of, duplicates=some) for some in cast("list[Any]", ["include", duplicates]))
        assert set(kept.items) <= set(every.items)
        assert sorted(map(repr, {likeness(item) for item in every.items})) == sorted(
            repr(likeness(item)) for item in kept.items
        )

    @pytest.mark.slow
    @examples(50)
    @given(discourse(), st.sampled_from(["source", "referent", "range"]), st.randoms(use_true_random=False))
    def test_the_order_of_the_records_does_not_matter(
        self, dataset: Dataset, duplicates: Duplicates, rng: random.Random
    ) -> None:
        records = list(dataset.records)
        rng.shuffle(records)
        shuffled = attrs.evolve(dataset, records=records)
        assert mentions(shuffled, duplicates=duplicates) == mentions(dataset, duplicates=duplicates)


class TestWindows:
    @pytest.mark.slow
    @examples(100)
    @given(discourse(), st.integers(1, 12), st.integers(1, 9), st.sampled_from(["certainly", "possibly"]))
    def test_a_window_has_what_shares_a_day_with_it(
        self, dataset: Dataset, days: int, step: int, certainty: Certainty
    ) -> None:
        found = mentions(dataset)
        within = EventDate.parse("2025-08-28/2025-09-10")
        expected, start = [], dt.date(2025, 8, 28)
        while start + dt.timedelta(days=days - 1) <= dt.date(2025, 9, 10):
            period = EventDate.parse(f"{start}/{start + dt.timedelta(days=days - 1)}")
            answers = [(item, item.when.overlaps(period) if item.when else None) for item in found.items]
            wanted = (True,) if certainty == "certainly" else (True, None)
            expected.append((period, tuple(item for item, answer in answers if answer in wanted)))
            start += dt.timedelta(days=step)
        windows_found = list(windows(found, days=days, step=step, within=within, certainty=certainty))
        assert [(window.period, window.mentions.items) for window in windows_found] == expected
        assert all(window.mentions.qualifier == "sign" for window in windows_found)

    def test_windows_move_over_all_days_that_dates_reach(self) -> None:
        taken = [position("p1", 1, "2025-09-03"), position("p2", 1, "2025-09-06?"), position("p3")]
        found = mentions(dataset_of(*taken, position("p4", 1, source="early")))
        periods = [str(window.period) for window in windows(found, days=3)]
        assert periods == ["2025-09-03/2025-09-05", "2025-09-04/2025-09-06"]
        assert list(windows(found, days=5)) == []
        assert [str(window.period) for window in windows(found, days=4)] == ["2025-09-03/2025-09-06"]

    def test_networks_of_windows_add_up_without_overlap(self) -> None:
        found = mentions(EXAMPLE, unqualified=True)
        days = [item for item in found.items if item.when and item.when.earliest == item.when.latest]
        exact = attrs.evolve(found, items=tuple(days))
        total: dict[tuple[str, str], float] = {}
        for window in windows(exact, days=1, certainty="certainly"):
            for edge in affiliation(window.mentions):
                pair = (edge.source, edge.target)
                total[pair] = total.get(pair, 0) + edge.weight
        assert {pair: weight for pair, weight in total.items() if weight} == weights(affiliation(exact))


class TestRefusals:
    @pytest.mark.parametrize(
        ("call", "message"),
        [
            (lambda: mentions(EXAMPLE, of=cast("Any", "claims")), "expected of to be positions or statements"),
            (lambda: mentions(EXAMPLE, qualifier=cast("Any", "signs")), "did you mean 'sign'?"),
            (
                lambda: mentions(EXAMPLE, duplicates=cast("Any", "document")),
                "expected duplicates to be include,",
            ),
            (lambda: affiliation(said(), aggregation=cast("Any", "conflict")), "expected aggregation to be ignore or"),
            (lambda: affiliation(said(), normalization=cast("Any", "cosine")), "no, activity or prominence"),
            (lambda: one_mode(said(), nodes=cast("Any", "actor")), "did you mean 'actors'?"),
            (lambda: one_mode(said(), aggregation=cast("Any", "combine")), "expected aggregation to be ignore, cong"),
            (lambda: one_mode(said(), normalization=cast("Any", "activity")), "no, shared, average, jaccard or cosine"),
            (lambda: windows(said(), days=1, certainty=cast("Any", "sure")), "expected certainty to be certainly or"),
        ],
    )
    def test_words_that_are_no_choice(self, call: Callable[[], object], message: str) -> None:
        with pytest.raises(ArgumentError) as caught:
            call()
        assert message in str(caught.value)

    @pytest.mark.parametrize("make", [one_mode, affiliation])
    def test_references_without_levels_have_nothing_to_compare(self, make: Callable[..., object]) -> None:
        with pytest.raises(ArgumentError, match="expected aggregation to be 'ignore' for mentions without levels"):
            make(mentions(EXAMPLE, of="statements"))

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"days": 0}, "expected days to be a whole number from 1, found 0"),
            ({"days": 1, "step": 0}, "expected step to be a whole number from 1, found 0"),
            ({"days": True}, "expected days to be a whole number from 1, found True"),
            ({"days": 1}, "expected within to be a period with a first and a last day, found none"),
            ({"days": 1, "within": date("2025/..")}, "expected within to be a period with a first and a last day"),
            ({"days": 1, "within": date("-0001")}, "a period in the years 1 to 9999, found -0001-01-01 to"),
            ({"days": 1, "within": "2025-09"}, "write EventDate.parse('2025-09')"),
        ],
    )
    def test_windows_that_cannot_be(self, options: dict[str, Any], message: str) -> None:
        with pytest.raises(ArgumentError) as caught:
            windows(said(), **options)
        assert message in str(caught.value)


class TestGraphs:
    def test_edges_become_a_graph(self) -> None:
        graph = to_networkx([Edge("a", "b", 2.0), Edge("b", "c", -0.5)], nodes=["d", "a"])
        assert sorted(graph.edges(data="weight")) == [("a", "b", 2.0), ("b", "c", -0.5)]
        assert sorted(graph.nodes) == ["a", "b", "c", "d"]
        assert not graph.is_directed()
        assert graph.nodes["a"] == {}

    def test_two_modes_are_told_apart(self) -> None:
        graph = to_networkx(affiliation(mentions(EXAMPLE)), two_modes=True)
        assert bipartite.is_bipartite_node_set(graph, [n for n, side in graph.nodes(data="bipartite") if side == 0])
        assert graph.nodes["issue/foreign-troops"]["bipartite"] == 1

    def test_the_graph_has_the_nodes_in_an_order_that_is_always_the_same(self) -> None:
        edges = one_mode(mentions(EXAMPLE))
        assert list(to_networkx(edges)) == list(to_networkx(edges, nodes=set()))
        assert list(to_networkx([], nodes={"b", "a"})) == ["a", "b"]
        assert nx.number_of_edges(to_networkx(edges)) == len(edges)

    def test_one_text_is_not_several_nodes(self) -> None:
        with pytest.raises(ArgumentTypeError, match=r"found 'russia'; write \['russia'\]"):
            to_networkx([], nodes="russia")

    def test_every_node_of_two_kinds_has_its_kind(self) -> None:
        edges = affiliation(mentions(EXAMPLE))
        graph = to_networkx(edges, nodes=["nobody", "russia"], targets=["issue/none"], two_modes=True)
        kinds = dict(graph.nodes(data="bipartite"))
        assert kinds == {"nobody": 0, "issue/none": 1} | {e.source: 0 for e in edges} | {e.target: 1 for e in edges}
        assert "bipartite" not in to_networkx(edges, nodes=["nobody"]).nodes["nobody"]

    def test_targets_are_of_two_kinds(self) -> None:
        with pytest.raises(ArgumentError, match="write two_modes=True"):
            to_networkx([], targets=["issue/none"])

    def test_networks_load_no_extra(self) -> None:
        code = "import sys, diplo_events.analysis.network; assert 'networkx' not in sys.modules"
        assert subprocess.run([sys.executable, "-c", code], check=True).returncode == 0

    def test_without_the_extra_the_error_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "networkx", None)
        monkeypatch.delitem(sys.modules, "diplo_events.exporters.networkx")
        with pytest.raises(ImportError, match=r"graphs of NetworkX needs the extra 'networkx': pip install"):
            __import__("diplo_events.exporters.networkx")
