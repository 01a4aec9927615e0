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
        ("It would “wait. The mayor said “no”.", ["wait", "no"]),
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


@each_case(
    ("text", "expected"),
    [
        ("Rain is the only answer,” stated the Mayor.", ["Rain is the only answer"]),
        ("The Mayor went home. Rain is good for us,” she said.", ["Rain is good for us"]),
        ("Hale told reporters that The rain stays.”", ["The rain stays."]),
        ("“We go,” Hale said, and nobody will stop us.”", ["We go", "and nobody will stop us"]),
        ("Ana Hale: We go on.”", ["We go on."]),
        ("This is what she told them:\n\nFor far too long it rained.”", ["For far too long it rained."]),
        ("The Mayor called it a step forward” in June.", []),
        ("The plan was opened and closed in June.” More of it came later.", []),
        ("“We go on, Ana Hale, the Mayor of Norland, said.", ["We go on"]),
        ("“We go on. Hale said that in June. “It rains.”", ["We go on.", "It rains."]),
        ("It is “weak and later “strong”.", ["weak", "strong"]),
        ("It is the “weak point of “strong men”.", ["weak point of", "strong men"]),
        ("“We go on.\n\n“We stay,” she said.", ["We go on.", "We stay"]),
        ("“We go on.\n\nAnd on we go, as we said,” she told us.", ["We go on.", "And on we go, as we said,"]),
        ("Her words were clear: ” The rain stays. It stays.” He left.", ["The rain stays. It stays."]),
        ("We act for ‘ rain ’ and the ' sun'.", ["rain", "sun"]),
        ("A 5″ pipe and a 6″ one.", []),
        ("We stay ''for good'' here.", ["for good"]),
        ("The dogs'' bowls.", []),
        ("He spoke of a''b.", []),
        ('They want the"rain" and the "sun".', ["rain", "sun"]),
        ("A “ ” is no word.", []),
        ('"The “sun” is up,\n\n"and the “rain” is not," he said.', ["The “sun” is up,", "and the “rain” is not"]),
    ],
)
def test_damaged_marks_of_single_cases(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


SAID = ["said the minister.", "she added.", "the envoy told the council.", "according to Ms Orlo."]
SENTENCES = [
    "We will keep the border open",
    "This is a hard day for our people",
    "The talks are not over",
    "I am ready to meet anyone",
    "It’s a first step, and a small one",
]
DAMAGES = {
    "a space before the mark that closes": ("“", " ”"),
    "a space behind the mark that opens": ("“ ", "”"),
    "spaces inside both": ("“ ", " ”"),
    "the mark that opens is lost": ("", "”"),
    "the mark that closes is lost": ("“", ""),
    "a mark that closes opens": ("”", "”"),
    "a mark that closes opens, with a space": ("” ", "”"),
    "a mark that opens closes": ("“", "“"),
    "the mark that opens is doubled": ("““", "”"),
    "the mark that closes is doubled": ("“", "””"),
    "a single mark closes": ("“", "’"),
    "a single mark opens": ("‘", "”"),
    "a grave accent opens": ("`", "”"),
    "straight": ('"', '"'),
    "straight, then curly": ('"', "”"),
    "curly, then straight": ("“", '"'),
    "of full width": ("＂", "＂"),
    "turned": ("‟", "”"),
    "primes": ("″", "″"),
    "entities": ("&quot;", "&quot;"),
    "entities with names": ("&ldquo;", "&rdquo;"),
    "doubled as in a table": ('""', '""'),
    "pointed": ("‹", "›"),
    "double pointed": ("«", "»"),
    "low": ("„", "“"),
    "commas": (",,", "''"),
    "accents": ("`", "`"),
}


@given(
    st.lists(
        st.tuples(st.sampled_from(SENTENCES), st.sampled_from(SAID)), min_size=1, max_size=5, unique_by=lambda x: x[0]
    ),
    st.sampled_from(sorted(DAMAGES)),
    st.sampled_from([" ", "\n\n", "\r\n\r\n"]),
    st.data(),
)
@profiles.examples(300)
def test_a_damaged_mark_hides_no_quotation_and_spoils_no_other(
    said: list[tuple[str, str]], damage: str, between: str, data: st.DataObject
) -> None:
    damaged = data.draw(st.integers(0, len(said) - 1))
    marks = [DAMAGES[damage] if place == damaged else ("“", "”") for place in range(len(said))]
    text = between.join(
        f"{opening}{words},{closing} {cue}" for (words, cue), (opening, closing) in zip(said, marks, strict=True)
    )
    assert words_of(text) == [words for words, _ in said]
