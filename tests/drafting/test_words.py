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
    assert (record.quotes[0].text, record.speakers, record.acts, record.via) == ("We will pay.", OPEN, OPEN, ())
    mark = record.extra["draft"]
    assert (mark["rule"], mark["ask"]["speakers"], mark["ask"]["via"]) == ("model", ("ana-reis",), ("reuters",))
    assert mark["ask"]["acts"] == ("state", "announce")


def test_what_stands_nowhere_is_dropped_and_listed_and_what_stands_twice_asked_about() -> None:
    found = [
        Words(passage="We will not pay."),
        Words(passage="said no"),
        Words(passage="He said no.", quotes=("never",)),
        Words(passage="She said no,", speaker="Bo Lin"),
    ]
    dataset, problems = draft_words(TEXT, found, rule="model", source="a1")
    twice, she = dataset.of_type(Statement)
    assert [TEXT[place["start"] : place["end"]] for place in twice.extra["draft"]["ask"]["spans"]] == ["said no"] * 2
    assert (twice.spans, she.spans[0].start) == ((), TEXT.index("She said"))
    assert [problem.path for problem in problems] == ["found[0].passage", "found[2].quotes[0]", "found[3].speaker"]
