"""Alignments compared with difflib and with a longest common subsequence by the textbook."""

import difflib
import functools
import itertools
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Statement, load_example
from diplo_events.corroboration._alignment import Opcode, align, common_places, opcodes
from diplo_events.corroboration.wordings import Wording, compare_wordings, keys, wording_of, words

WORDS = st.lists(st.sampled_from("abcd"), max_size=14)


def shared(steps: Sequence[Opcode]) -> int:
    return sum(high - low for tag, low, high, _, _ in steps if tag == "equal")


def by_difflib(left: list[str], right: list[str]) -> list[Opcode]:
    return list(difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes())


def longest(left: list[str], right: list[str]) -> int:
    @functools.cache
    def length(i: int, j: int) -> int:
        if i == len(left) or j == len(right):
            return 0
        if left[i] == right[j]:
            return 1 + length(i + 1, j + 1)
        return max(length(i + 1, j), length(i, j + 1))

    return length(0, 0)


@given(WORDS, WORDS)
def test_the_subsequence_is_common_and_a_longest_one(left: list[str], right: list[str]) -> None:
    places = common_places(left, right)
    assert all(left[i] == right[j] for i, j in places)
    assert all(a < c and b < d for (a, b), (c, d) in itertools.pairwise(places))
    assert len(places) == longest(left, right) >= shared(by_difflib(left, right))


@given(WORDS, WORDS)
def test_the_steps_lead_from_one_to_the_other(left: list[str], right: list[str]) -> None:
    steps = list(opcodes(common_places(left, right), len(left), len(right)))
    copied: list[str] = []
    low = start = 0
    for tag, first, last, begin, end in steps:
        assert (first, begin) == (low, start)
        assert tag == "equal" or left[first:last] != right[begin:end]
        copied += left[first:last] if tag == "equal" else right[begin:end]
        low, start = last, end
    assert (low, start) == (len(left), len(right))
    assert copied == right
    assert all(one[0] != other[0] for one, other in itertools.pairwise(steps))


def test_the_quotations_of_the_bundled_dataset_are_aligned_as_difflib_does() -> None:
    dataset = load_example()
    wordings = [wording for record in dataset.of_type(Statement) if (wording := wording_of(dataset, record))]
    texts = [keys(words(wording.text)) for wording in wordings]
    for left, right in itertools.pairwise(sorted(texts, key=len)):
        assert align(left, right) == by_difflib(left, right)


@pytest.mark.slow
def test_repetitive_quotations_take_no_longer_than_others() -> None:
    text = "no and again no and " * 3_000
    begun = time.process_time()
    comparison = compare_wordings(Wording(text=text), Wording(text=f"never {text.replace('again', 'more')}"))
    assert comparison.shared == 12_000
    assert time.process_time() - begun < 20  # difflib alone takes hours
