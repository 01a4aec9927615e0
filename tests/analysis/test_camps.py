"""Camps: who agrees stands together, whatever the order, and nobody is lost."""

import itertools
from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Dataset, Issue, Position, PositionBasis, Stance
from diplo_events.analysis.camps import find_camps
from diplo_events.analysis.stances import Cell, stance_matrix

ACTORS: Final = ("a", "b", "c", "d", "e")


def cells_of(stances: dict[tuple[str, str], Stance]) -> tuple[Cell, ...]:
    """Return the cells of a matrix in which actors have these stances on issues."""
    issues = [Issue(id=key, label=key, proposition=key) for key in sorted({issue for _, issue in stances})]
    positions = [
        Position(
            id=f"p-{actor}-{issue}",
            source="s",
            actor=actor,
            issue=issue,
            stance=stance,
            basis=PositionBasis.DECLARED,
            summary="So.",
        )
        for (actor, issue), stance in stances.items()
    ]
    return stance_matrix(Dataset(records=[*issues, *positions], complete=False)).cells


STANCES: Final = st.dictionaries(
    st.tuples(st.sampled_from(ACTORS), st.sampled_from(["i1", "i2", "i3"])), st.sampled_from(list(Stance)), min_size=1
)


@given(stances=STANCES, chance=st.randoms(use_true_random=False))
def test_every_actor_is_in_one_camp_whatever_the_order_of_the_cells(
    stances: dict[tuple[str, str], Stance], chance: Random
) -> None:
    cells = cells_of(stances)
    camps = find_camps(cells)
    assert sorted(actor for camp in camps for actor in camp) == sorted({actor for actor, _ in stances})
    assert camps == tuple(sorted(camps, key=lambda camp: (-len(camp), camp)))
    mixed = list(cells)
    chance.shuffle(mixed)
    assert find_camps(mixed) == camps


@given(stances=STANCES)
def test_two_who_disagree_wholly_are_apart_and_two_who_agree_wholly_are_not_split_for_a_worse_pair(
    stances: dict[tuple[str, str], Stance],
) -> None:
    camps = find_camps(cells_of(stances))
    camp_of = {actor: camp for camp in camps for actor in camp}
    for left, right in itertools.combinations(sorted(camp_of), 2):
        shared = [issue for issue in ("i1", "i2", "i3") if {(left, issue), (right, issue)} <= stances.keys()]
        gaps = [abs(stances[left, issue].number - stances[right, issue].number) for issue in shared]
        if len(camp_of) == 2 and gaps:
            assert (camp_of[left] == camp_of[right]) == (sum(gaps) / len(gaps) <= 2)
        if not shared and len(camp_of) == 2:
            assert camp_of[left] != camp_of[right]


@pytest.mark.parametrize(
    ("stances", "camps"),
    [
        (
            {("a", "i1"): Stance.AGREE, ("b", "i1"): Stance.STRONGLY_AGREE, ("c", "i1"): Stance.STRONGLY_DISAGREE},
            "ab c",
        ),
        ({("a", "i1"): Stance.AGREE, ("b", "i2"): Stance.AGREE}, "a b"),
        # b shares an issue with a, and another one with c: the chain joins all three
        (
            {
                ("a", "i1"): Stance.AGREE,
                ("b", "i1"): Stance.AGREE,
                ("b", "i2"): Stance.AGREE,
                ("c", "i2"): Stance.AGREE,
            },
            "abc",
        ),
    ],
)
def test_examples(stances: dict[tuple[str, str], Stance], camps: str) -> None:
    assert ["".join(camp) for camp in find_camps(cells_of(stances))] == camps.split()
