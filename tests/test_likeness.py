"""Hints are found by a short way: the same known word as `difflib` finds without it, in time linear in the mistakes."""

import difflib

from hypothesis import given
from hypothesis import strategies as st

from diplo_events import SpeechAct
from diplo_events._internal.texts.likeness import begin_alike, likely_members, members_by_likeness, near, words_in

KNOWN = sorted(act.value for act in SpeechAct)
LETTERS = st.text("abcdert_ A", max_size=8)


@given(LETTERS | st.sampled_from(KNOWN), st.lists(LETTERS | st.sampled_from(KNOWN), max_size=20), st.floats(0.05, 1))
def test_the_nearest_word_is_the_one_that_difflib_finds(word: str, known: list[str], cutoff: float) -> None:
    nearest = [w for s in (word, word.lower()) for w in difflib.get_close_matches(s, known, n=1, cutoff=cutoff)]
    assert near(word, known, cutoff=cutoff) == (nearest[0] if nearest else None)
    assert near(word, known * 100, cutoff=cutoff) == (nearest[0] if nearest else None)


@given(
    st.sampled_from(KNOWN).flatmap(lambda word: st.sampled_from([word, word[:-2], word + "s", f"a {word}"])) | st.text()
)
def test_likely_members_are_those_whose_words_begin_alike(word: str) -> None:
    words = {act.value: words_in(f"{act.value} {act.meaning}") for act in SpeechAct}
    alike = {v for v, known in words.items() for a in words_in(word) for b in known if begin_alike(a, b)}
    meant, order = members_by_likeness(word, SpeechAct)
    assert sorted(order) == KNOWN
    first = [value for value in order if value != meant][: len(alike - {meant})]
    assert {*first, meant} - {None} >= alike


def test_what_is_kept_is_bounded() -> None:
    assert likely_members.cache_parameters()["maxsize"] is not None
    members_by_likeness("x" * 10_000, SpeechAct)
    members_by_likeness("x" * 20_000, SpeechAct)
    assert likely_members.cache_info().hits > 0
