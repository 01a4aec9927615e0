"""Who counts as whom among some actors, and which of them contain one another, however many they are."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from diplo_events import Actor, ActorKind, Dataset
from diplo_events.analysis._merged_actors import containing_pairs, merged_into

MANY = 60


class Walked(AbstractSet[str]):
    """Ids that count how often somebody walks over all of them, or compares one with the others."""

    def __init__(self, ids: list[str]) -> None:
        self.ids = dict.fromkeys(ids)
        self.walks = 0

    def __contains__(self, key: object) -> bool:
        return key in self.ids

    def __iter__(self) -> Iterator[str]:
        self.walks += 1
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)


def ministers() -> Dataset:
    states = [Actor(id=f"state{number}", kind=ActorKind.STATE, name=f"State {number}") for number in range(MANY)]
    persons = [
        Actor(id=f"a-minister{number}", kind=ActorKind.PERSON, name=f"{number}", member_of=(f"state{number}",))
        for number in range(MANY)
    ]
    return Dataset(records=[*states, *persons])


def test_each_actor_is_compared_with_those_it_represents_alone() -> None:
    dataset = ministers()
    among = Walked([*dataset])
    as_whom = merged_into(dataset, among)
    assert {as_whom(f"a-minister{number}", None) for number in range(MANY)} == {f"state{n}" for n in range(MANY)}
    assert as_whom("state1", None) == "state1"
    assert among.walks == 1


def test_pairs_are_sorted_whoever_represents_whom() -> None:
    dataset = ministers()
    among = Walked([*dataset])
    assert containing_pairs(dataset, among) == {(f"a-minister{number}", f"state{number}") for number in range(MANY)}
    assert among.walks == 1
    assert containing_pairs(dataset, ["state1", "a-minister2"]) == frozenset()
