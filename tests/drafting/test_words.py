"""Finds that are given as words: placed exactly, or dropped and listed."""

from diplo_events import OPEN, Statement
from diplo_events.drafting import Words, draft_words

TEXT = "Minister Ana Reis said: “We will pay.” He said no. She said no, Reuters reported."


def test_words_are_placed() -> None:
    words = Words(
        passage="Minister … pay.”", quotes=("We will pay.",), cue="said", speaker="Ana Reis", via=("Reuters",)
    )
    dataset, problems = draft_words(TEXT, [words], rule="model", source="a1")
    (record,) = dataset.of_type(Statement)
    assert not problems
    assert (record.quotes[0].text, record.speakers, record.via) == ("We will pay.", OPEN, ("reuters",))
    assert (record.extra["draft"]["rule"], record.extra["draft"]["ask"]["speakers"]) == ("model", ("ana-reis",))
    assert record.extra["draft"]["ask"]["acts"] == ("state", "announce")


def test_what_stands_nowhere_or_twice_is_dropped_and_listed() -> None:
    found = [
        Words(passage="We will not pay."),
        Words(passage="said no"),
        Words(passage="He said no.", quotes=("never",), speaker="Bo Lin"),
    ]
    dataset, problems = draft_words(TEXT, found, rule="model", source="a1")
    assert [record.spans[0].start for record in dataset.of_type(Statement)] == [TEXT.index("He said")]
    assert [problem.path for problem in problems] == [
        "found[0].passage",
        "found[1].passage",
        "found[2].quotes[0]",
        "found[2].speaker",
    ]
    assert "at 2 places" in str(problems[1])
