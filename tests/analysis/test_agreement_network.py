"""Who agrees with whom: a plain count as oracle, and what must not change anything."""

import itertools
from collections import Counter
from collections.abc import Callable
from typing import Any, cast

import attrs
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Actor, ActorKind, Aspect, Dataset, Position, PositionBasis, load_example
from diplo_events.analysis import agreement_network, mentions, ties
from diplo_events.analysis.agreement_network import counted_as, neighbours_first
from diplo_events.analysis.network import Edge, Mentions, OneModeNormalization, one_mode
from diplo_events.errors import ArgumentError, ArgumentTypeError
from diplo_events.exporters.networkx import to_multigraph, to_networkx
from diplo_events.hierarchy import represents
from profiles import examples
from stance_records import ACTORS, ISSUES, SOURCES, dataset_of, position

EXAMPLE = load_example()
DECLARED, ATTRIBUTED, INFERRED = PositionBasis
ENVOY = Actor(id="envoy", name="Envoy", kind=ActorKind.PERSON, member_of=("norland", "sudland"))
"""Speaks for two states, so that nobody knows for which."""
WESTLAND = Actor(id="westland", name="Westland", kind=ActorKind.STATE)
EVERYBODY = (*ACTORS, ENVOY, WESTLAND)


@st.composite
def datasets(draw: Callable[..., Any]) -> Dataset:
    """Draw positions of actors that represent one another, of all bases, with repeats and shared things."""
    taken: list[Position] = []
    for number in range(draw(st.integers(0, 8))):
        made = attrs.evolve(
            position(f"p{number}", draw(st.integers(-2, 2))),
            source=draw(st.sampled_from(["early", "late"])),
            actor=draw(st.sampled_from(EVERYBODY)).id,
            issue=draw(st.sampled_from(["issue/fish", "issue/fish", "issue/oil"])),
            basis=draw(st.sampled_from([DECLARED, DECLARED, *PositionBasis])),
            canonical_id=draw(st.sampled_from([None, "thing/one", "thing/two"])),
            aspects=draw(st.sampled_from([frozenset()] * 6 + [frozenset({aspect}) for aspect in Aspect])),
        )
        same = [other.id for other in taken if other.source == made.source]
        if same and draw(st.integers(0, 3)) == 0:
            made = attrs.evolve(made, restates=draw(st.sampled_from(same)))
        taken.append(made)
    return Dataset(records=[*EVERYBODY, *ISSUES, *SOURCES, *taken])


def plain_count(dataset: Dataset) -> Counter[tuple[str, str, str]]:
    """Count the pairs of things on which two actors agree or not, as the guide words it."""
    kept = [
        record
        for record in dataset.of_type(Position)
        if record.basis is DECLARED
        and record.stance.number
        and not record.aspects & {Aspect.FUTURE, Aspect.HYPOTHETICAL, Aspect.NEGATED}
    ]
    above = {actor.id: represents(dataset, actor.id) - {actor.id} for actor in EVERYBODY}
    present = {record.actor for record in kept}
    whole = {}
    for actor in present:
        tops = [other for other in above[actor] & present if not above[other] & present]
        whole[actor] = tops[0] if len(tops) == 1 else actor
    things = set()
    for record in kept:
        first = record
        while first.restates:
            first = cast("Position", dataset[first.restates])
        things.add((first.canonical_id or first.id, whole[record.actor], record.issue, record.stance.number > 0))
    found: Counter[tuple[str, str, str]] = Counter()
    for (_, one, issue, side), (_, other, other_issue, other_side) in itertools.combinations(sorted(things), 2):
        if issue == other_issue and one != other and one not in above[other] and other not in above[one]:
            found[min(one, other), max(one, other), "agreement" if side == other_side else "conflict"] += 1
    return found


def network_of(dataset: Dataset, **options: Any) -> tuple[Edge, ...]:
    return agreement_network(mentions(dataset), **options)


class TestLaws:
    @examples(60)
    @given(datasets())
    def test_is_a_plain_count(self, dataset: Dataset) -> None:
        edges = network_of(dataset)
        assert {(e.source, e.target, e.relation): e.weight for e in edges} == plain_count(dataset)
        assert all(edge.basis is DECLARED for edge in edges)
        assert list(edges) == sorted(edges, key=lambda edge: (edge.source, edge.target, edge.relation))

    @given(datasets(), st.data())
    def test_one_more_report_of_the_same_thing_changes_nothing(self, dataset: Dataset, data: st.DataObject) -> None:
        positions = dataset.of_type(Position)
        if not positions:
            return
        record = data.draw(st.sampled_from(positions))
        shared = attrs.evolve(record, canonical_id=record.canonical_id or "thing/three")
        with_id = Dataset(records=[shared if other.id == record.id else other for other in dataset.records])
        others = data.draw(st.sampled_from(["early", "late", "undated"]))
        again = attrs.evolve(shared, id="again", source=others, restates=None, evidence=())
        repeat = attrs.evolve(shared, id="repeat", canonical_id=None, restates=record.id)
        before = network_of(with_id)
        if record.restates is None:
            assert network_of(with_id.with_records(again)) == before
            assert network_of(with_id.with_records(again, repeat)) == before
        else:
            assert network_of(with_id.with_records(repeat)) == before

    @given(datasets(), st.sampled_from([ATTRIBUTED, INFERRED]), st.integers(-2, 2), st.sampled_from(EVERYBODY))
    def test_what_others_attribute_changes_nothing_unless_asked_for(
        self, dataset: Dataset, basis: PositionBasis, stance: int, actor: Actor
    ) -> None:
        more = dataset.with_records(position("q1", stance, actor=actor.id, basis=basis))
        assert network_of(more) == network_of(dataset)

    @given(datasets())
    def test_what_is_declared_stays_apart_from_the_rest(self, dataset: Dataset) -> None:
        every = mentions(dataset, bases=None, representatives="apart")
        own = mentions(dataset, representatives="apart")
        edges = agreement_network(every)
        assert tuple(edge for edge in edges if edge.basis is DECLARED) == agreement_network(own)
        bases = {item.record: item.basis for item in every.items}
        assert bases == {key: cast("Position", dataset[key]).basis for key in bases}
        asked = mentions(dataset, bases={ATTRIBUTED})
        assert {item.basis for item in asked.items} <= {ATTRIBUTED}

    @given(datasets(), st.sampled_from([None, {DECLARED}]))
    def test_shares_of_what_both_have_taken_a_stand_on_add_up_to_one(
        self, dataset: Dataset, bases: set[PositionBasis] | None
    ) -> None:
        sums: Counter[tuple[str, str]] = Counter()
        found = mentions(dataset, bases=bases)
        for edge in agreement_network(found, normalization="shared"):
            sums[edge.source, edge.target] += cast("int", edge.weight)
        assert sums == pytest.approx(dict.fromkeys(sums, 1))
        assert sums.keys() == {(edge.source, edge.target) for edge in one_mode(found, aggregation="ignore")}

    @given(datasets(), st.sampled_from([0, 1, 1.5, 2]), st.sampled_from(["no", "shared", "average"]))
    def test_thresholds_and_focus_only_leave_edges_out(
        self, dataset: Dataset, least: float, normalization: OneModeNormalization
    ) -> None:
        found = mentions(dataset)
        edges = agreement_network(found, normalization=normalization)
        assert agreement_network(found, normalization=normalization, least=least) == tuple(
            edge for edge in edges if edge.weight >= least
        )
        for item in found.items:
            own = tuple(edge for edge in edges if item.actor in (edge.source, edge.target))
            assert agreement_network(found, normalization=normalization, focus=item.actor) == own
            assert counted_as(found, item.recorded or item.actor) in (item.actor, item.recorded)

    @given(datasets())
    def test_graphs_keep_both_relations_and_all_bases(self, dataset: Dataset) -> None:
        edges = agreement_network(mentions(dataset, bases=None))
        graph = to_multigraph(edges, nodes=["nobody"])
        assert graph.number_of_edges() == len(edges)
        assert {
            (*sorted((one, other)), data["relation"], data["basis"], data["weight"])
            for one, other, data in graph.edges(data=True)
        } == {(e.source, e.target, e.relation, e.basis and e.basis.value, e.weight) for e in edges}
        assert "nobody" in graph
        assert sorted(neighbours_first(edges)) == sorted({end for e in edges for end in (e.source, e.target)})
        if len({(edge.source, edge.target) for edge in edges}) < len(edges):
            with pytest.raises(ArgumentError, match="write to_multigraph"):
                to_networkx(edges)


class TestTheBundledDataset:
    def test_nobody_agrees_by_what_another_says_of_them(self) -> None:
        """That the United States is against ground troops of its own says Russia, and two sources report it."""
        found = mentions(EXAMPLE)
        assert not [
            item for item in found.items if (item.actor, item.issue) == ("united-states", "issue/foreign-troops")
        ]
        asked = mentions(EXAMPLE, bases={ATTRIBUTED, DECLARED})
        (said,) = [
            item for item in asked.items if (item.actor, item.issue) == ("united-states", "issue/foreign-troops")
        ]
        assert said.basis is ATTRIBUTED
        assert cast("Position", EXAMPLE[said.record]).attributed_by is not None

    def test_those_who_speak_for_a_state_are_that_state(self) -> None:
        ends = {end for edge in network_of(EXAMPLE) for end in (edge.source, edge.target)}
        assert ends.isdisjoint({"putin", "trump", "zelenskyy"})
        assert {"russia", "united-states", "ukraine"} <= ends
        apart = agreement_network(mentions(EXAMPLE, representatives="apart"))
        pairs = {(edge.source, edge.target) for edge in apart}
        assert any("zelenskyy" in pair for pair in pairs)
        assert not pairs & {("ukraine", "zelenskyy"), ("trump", "united-states"), ("putin", "russia")}
        assert network_of(EXAMPLE, focus="putin") == network_of(EXAMPLE, focus="russia")

    def test_a_pair_that_agrees_and_disagrees_has_an_edge_for_each(self) -> None:
        both = [edge.relation for edge in network_of(EXAMPLE) if (edge.source, edge.target) == ("russia", "ukraine")]
        assert both == ["agreement", "conflict"]

    def test_files_for_gephi_have_relation_and_basis(self) -> None:
        text = "\n".join(nx.generate_gexf(to_multigraph(network_of(EXAMPLE))))
        assert all(f'title="{name}"' in text for name in ("relation", "basis"))
        assert text.count("<edge ") == len(network_of(EXAMPLE))


def test_what_has_no_levels_has_no_relation() -> None:
    shared = mentions(dataset_of(), of="statements")
    assert agreement_network(shared) == ()
    proposed = agreement_network(ties(EXAMPLE, of="meetings"))
    assert {edge.relation for edge in proposed} <= {None}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"least": -1}, "expected least to be a number from 0, found -1"),
        ({"least": float("nan")}, "found nan"),
        ({"least": True}, "found True"),
        ({"focus": "rusia"}, "did you mean 'russia'"),
        ({"normalization": "share"}, "did you mean 'shared'"),
    ],
)
def test_options_that_cannot_be(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        network_of(EXAMPLE, **options)


def test_bases_and_mentions_are_of_their_types() -> None:
    with pytest.raises(ArgumentTypeError, match="expected bases"):
        mentions(EXAMPLE, bases=cast("Any", ["declared"]))
    with pytest.raises(ArgumentTypeError, match="expected mentions"):
        agreement_network(cast("Mentions", EXAMPLE))
    with pytest.raises(ArgumentTypeError, match="expected nodes"):
        to_multigraph([], nodes="russia")
