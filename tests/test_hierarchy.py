"""Which actors an actor represents, and which places lie around a place, compared with walks written by hand."""

from hypothesis import given

from diplo_events import Actor, Dataset, Place, PlaceKind, load_example, strategies
from diplo_events.hierarchy import ancestors_of, enclosing_places, representatives, represents

EXAMPLE = load_example()


@given(strategies.datasets(most=3))
def test_the_places_around_a_place_are_those_that_walking_outwards_meets(dataset: Dataset) -> None:
    def walk(key: str | None) -> list[str]:
        if key is None:
            return []
        place = dataset.get(key)
        return [key, *walk(place.within if isinstance(place, Place) else None)]

    for place in dataset.of_type(Place):
        assert list(enclosing_places(dataset, place.id)) == walk(place.id)


def test_a_place_kept_elsewhere_ends_the_walk() -> None:
    inner = Place(id="inner", name="Inner", kind=PlaceKind.SETTLEMENT, within="outer")
    dataset = Dataset(records=[inner], complete=False)
    assert enclosing_places(dataset, "inner") == ("inner", "outer")
    assert enclosing_places(dataset, "outer") == ("outer",)


@given(strategies.datasets(most=3))
def test_ancestors_are_of_every_actor_and_place_and_include_it(dataset: Dataset) -> None:
    ancestors = ancestors_of(dataset)
    actors, places = dataset.of_type(Actor), dataset.of_type(Place)
    assert ancestors.keys() == {record.id for record in (*actors, *places)}
    assert all(ancestors[actor.id] == represents(dataset, actor.id) for actor in actors)
    assert all(ancestors[place.id] == {*enclosing_places(dataset, place.id)} for place in places)
    assert all(key in above for key, above in ancestors.items())


def test_representatives_are_representation_the_other_way_round() -> None:
    for actor in EXAMPLE.of_type(Actor):
        for above in represents(EXAMPLE, actor.id):
            assert actor.id in representatives(EXAMPLE, above)
