"""Who represents whom, what lies where: compared with reachability in graphs of NetworkX."""

import networkx as nx
import pytest
from hypothesis import given

from diplo_events import Actor, ActorKind, Dataset, EventDate, Issue, Place, PlaceKind, Role, load_example
from diplo_events.errors import ArgumentError, QueryError
from diplo_events.hierarchy import (
    ancestors,
    ancestors_by_id,
    descendants,
    representatives,
    representatives_over_time,
    represents,
)
from diplo_events.lookup import find_id
from diplo_events.schema import Record
from diplo_events.strategies import datasets, event_dates
from shared_datasets import DATASETS

EXAMPLE = load_example()
ONLY_THEMSELVES = {ActorKind.STATE, ActorKind.COALITION, ActorKind.GROUP, ActorKind.POPULATION}


def graph_of(dataset: Dataset, at: EventDate | None = None) -> "nx.DiGraph[str]":
    """Draw an edge from each record to all that is directly above it, also to what is kept elsewhere."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for record in dataset.records:
        match record:
            case Actor():
                graph.add_node(record.id)
                if record.kind not in ONLY_THEMSELVES:
                    graph.add_edges_from((record.id, above) for above in record.member_of)
                    graph.add_edges_from((record.id, role.organization) for role in record.roles if role.organization)
                    held = [r for r in record.roles if at is None or r.when is None or r.when.overlaps(at) is not False]
                    graph.add_edges_from((record.id, role.office) for role in held if role.office)
            case Place():
                graph.add_edges_from([(record.id, record.within)] if record.within else [])
                graph.add_node(record.id)
            case Issue():
                graph.add_edges_from([(record.id, record.broader)] if record.broader else [])
                graph.add_node(record.id)
            case _:
                pass
    return graph


def check_all(dataset: Dataset) -> None:
    graph = graph_of(dataset)
    for key in graph:
        up, down = ancestors(dataset, key), descendants(dataset, key)
        assert up[0] == down[0] == key
        assert len(set(up)) == len(up)
        assert len(set(down)) == len(down)
        assert set(up) == {key, *nx.descendants(graph, key)}
        assert set(down) == {key, *nx.ancestors(graph, key)}
        lengths = nx.single_source_shortest_path_length(graph, key)
        assert [lengths[other] for other in up] == sorted(lengths.values())
        if isinstance(dataset.get(key), Actor):
            assert represents(dataset, key) == frozenset(up)
            assert representatives(dataset, key) == frozenset(down)
    records = (*dataset.of_type(Actor), *dataset.of_type(Place))
    assert ancestors_by_id(dataset) == {record.id: frozenset(ancestors(dataset, record.id)) for record in records}


def test_the_bundled_dataset() -> None:
    check_all(EXAMPLE)
    assert len(representatives(EXAMPLE, "russia")) > 5


@pytest.mark.slow
@given(datasets())
def test_any_dataset(dataset: Dataset) -> None:
    check_all(dataset)


@given(DATASETS, event_dates())
def test_offices_at_a_date(dataset: Dataset, at: EventDate) -> None:
    graph = graph_of(dataset, at)
    for actor in dataset.of_type(Actor):
        assert represents(dataset, actor.id, at=at) == {actor.id, *nx.descendants(graph, actor.id)}
        assert representatives(dataset, actor.id, at=at) == {actor.id, *nx.ancestors(graph, actor.id)}
        assert representatives_over_time(dataset, actor.id)(at) == representatives(dataset, actor.id, at=at)


class TestOffices:
    ORGANIZATION = Actor(id="union", name="Union", kind=ActorKind.INTERNATIONAL_ORGANIZATION)
    OFFICE = Actor(id="chair", name="The chair", kind=ActorKind.OFFICE, member_of=("union",))
    OFFICIALS = tuple(
        Actor(id=key, name=key, kind=ActorKind.PERSON, roles=(Role(title="Chair", office="chair", when=when),))
        for key, when in {
            "old": EventDate.parse("2010/2014"),
            "new": EventDate.parse("2015/.."),
            "unknown": None,
            "doubtful": EventDate.parse("2001?"),
        }.items()
    )
    DATASET = Dataset(records=[ORGANIZATION, OFFICE, *OFFICIALS])

    def test_a_holder_represents_the_office_and_whom_the_office_represents(self) -> None:
        assert represents(self.DATASET, "old") == {"old", "chair", "union"}
        assert representatives(self.DATASET, "union") == {"union", "chair", "old", "new", "unknown", "doubtful"}

    @pytest.mark.parametrize(
        ("at", "holders"), [("2009", set()), ("2012", {"old"}), ("2020", {"new"}), ("2014/2015", {"old", "new"})]
    )
    def test_for_the_time_of_the_role(self, at: str, holders: set[str]) -> None:
        date = EventDate.parse(at)
        always = {"unknown", "doubtful"}  # their times do not exclude it
        assert representatives(self.DATASET, "The chair", at=date) == {"chair", *always, *holders}
        assert {key for key in ("old", "new") if "union" in represents(self.DATASET, key, at=date)} == holders

    def test_the_organization_of_a_role_has_no_time(self) -> None:
        role = Role(title="Envoy", organization="union", when=EventDate.parse("2010"))
        envoy = Actor(id="envoy", name="Envoy", kind=ActorKind.PERSON, roles=(role,))
        dataset = self.DATASET.with_records(envoy)
        assert "envoy" in representatives(dataset, "union", at=EventDate.parse("2020"))


def test_a_successor_is_another_actor() -> None:
    union = Actor(id="union", name="Union", kind=ActorKind.STATE, successors=("norland", "sudland"))
    heirs = [Actor(id=key, name=key, kind=ActorKind.STATE) for key in union.successors]
    dataset = Dataset(records=[union, *heirs])
    for actor in dataset.of_type(Actor):
        assert represents(dataset, actor.id) == representatives(dataset, actor.id) == {actor.id}


def test_the_way_up_from_a_place_is_in_order() -> None:
    names = ("c", "b", "a")
    places = [Place(id="d", name="D", kind=PlaceKind.SETTLEMENT, within="c")]
    places += [
        Place(id=key, name=key, kind=PlaceKind.AREA, within=above)
        for key, above in zip(names, (*names[1:], None), strict=True)
    ]
    assert ancestors(Dataset(records=places), "D") == ("d", "c", "b", "a")


def test_a_place_kept_elsewhere_ends_the_way() -> None:
    dataset = Dataset(records=[Place(id="a", name="A", kind=PlaceKind.SETTLEMENT, within="b")], complete=False)
    assert ancestors(dataset, "a") == ("a", "b")
    assert ancestors(dataset, "b") == ("b",)
    assert descendants(dataset, "b") == ("b", "a")


def test_circles_of_offices_end() -> None:
    actors: list[Record] = [
        Actor(id=key, name=key, kind=ActorKind.ORGANIZATION, roles=(Role(title="Envoy", organization=other),))
        for key, other in (("a", "b"), ("b", "a"))
    ]
    assert represents(Dataset(records=actors), "a") == representatives(Dataset(records=actors), "a") == {"a", "b"}


def test_names_are_looked_up() -> None:
    assert represents(EXAMPLE, "Maria Zakharova") == represents(EXAMPLE, "zakharova")
    assert representatives(EXAMPLE, "the Kremlin") == representatives(EXAMPLE, "russia")
    assert ancestors(EXAMPLE, "Foreign troops in Ukraine") == ancestors(EXAMPLE, "issue/foreign-troops")
    for function in (represents, representatives, ancestors, descendants):
        with pytest.raises(QueryError, match=r"'rusia'; did you mean 'russia'\?"):
            function(EXAMPLE, "rusia")
        with pytest.raises(ArgumentError, match="write an id or a spelling"):
            function(EXAMPLE, 3)
    with pytest.raises(QueryError, match="an actor"):
        represents(EXAMPLE, find_id(EXAMPLE, "Moscow", Place))
