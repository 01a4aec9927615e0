"""Quotations: of all marks and scripts, with others inside, over paragraphs; an apostrophe is not a mark."""

from hypothesis import given
from hypothesis import strategies as st

import profiles
from diplo_events.drafting._parts.quotations import quotations
from each_case import each_case

MARKS = [("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("‘", "’"), ("'", "'"), ("「", "」"), ("『", "』"), ("‹", "›")]
WORDS = ["no", "peace", "It’s", "o'clock", "the ministers", "Straße", "和平", "5%", "U.S.", "never again"]


def words_of(text: str) -> list[str]:
    """Return the quotations of a text."""
    return [text[found.start : found.end] for found in quotations(text)]


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS) | st.none()), min_size=1, max_size=8))
@profiles.examples(200)
def test_what_is_put_in_marks_is_found_and_nothing_else(pieces: list[tuple[str, tuple[str, str] | None]]) -> None:
    text = " and ".join(words if marks is None else f"{marks[0]}{words}{marks[1]}" for words, marks in pieces)
    assert words_of(text) == [words for words, marks in pieces if marks is not None]


@given(st.text(st.sampled_from("ab .,\n“”\"'‘’«»„「」s")))
@profiles.examples(300)
def test_quotations_lie_in_the_text_in_their_order_and_do_not_overlap(text: str) -> None:
    last = 0
    for found in quotations(text):
        assert last <= found.outer_start <= found.start < found.end <= found.outer_end <= len(text)
        assert "\n" not in text[found.start : found.end]
        last = found.outer_end


@each_case(
    ("text", "expected"),
    [
        ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice"]),
        ('"A 5\' wall"', ["A 5' wall"]),
        ("The `heinous crimes’ and `a trap' of it", ["heinous crimes", "a trap"]),
        ("a result of “colossal pressure’ and fear", ["colossal pressure"]),
        ("It would “wait. The mayor said “no”.", ["wait.", "no"]),
        ("It is “the ministers’ plan and more", ["the ministers’ plan and more"]),
        ("It's the ministers' view, 'a start'.", ["a start"]),
        ("The dogs' owners' dogs' bowls.", []),
        ("in the '90s and ’tis", []),
        ("a plan “to stop.”", ["to stop"]),
        ("“We will stop.”", ["We will stop."]),
        ("``We will,'' he said.", ["We will"]),
        ("He said “never mind\n\nThe end.", ["never mind"]),
        ("« Jamais », dit-il.", ["Jamais"]),
        ("““We wait,” he said, and “it rains.” “Go on.”", ["We wait", "it rains", "Go on."]),
        ("““Rain” is our word,” he said.", ["“Rain” is our word"]),
        ('It held that “rain stays." She saw that "it held".', ["rain stays", "it held"]),
        ('"We wait,” he said. "Go on," she said.', ["We wait", "Go on"]),
        ('“He said "no" to it,” she said.', ['He said "no" to it']),
        ('“The 12" pipe leaks,” he said.', ['The 12" pipe leaks']),
        ('"The “safe zone” is small," she said.', ["The “safe zone” is small"]),
    ],
)
def test_marks_of_single_cases(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


def test_a_paragraph_that_opens_with_a_mark_goes_on_an_open_quotation() -> None:
    found = quotations("“One.\n\n“Two,” he said.\n\n“Three.”")
    assert [quotation.continues for quotation in found] == [False, True, False]
