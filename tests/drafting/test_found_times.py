"""Time words: found where they stand, and resolved as `dates.relative` does, or from a day that was named before."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

import profiles
from diplo_events import EventDate
from diplo_events.drafting._times.words import time_words
from each_case import each_case

WEDNESDAY = EventDate.parse("2031-05-14")


def found(text: str, published: EventDate | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    """Return the time words of a text with what they mean."""
    words = time_words(text, [(0, len(text))], published)
    assert all(text[word.start : word.end] == word.text for word in words)
    return [(word.text, str(word.when) if word.when is not None else None) for word in words]


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["{d:%B} {d.day}, {d.year}", "{d.day} {d:%B} {d.year}", "{d:%A}, {d:%B} {d.day}, {d.year}"]),
)
@profiles.examples(100)
def test_a_full_date_is_found_and_means_its_day(day: dt.date, form: str) -> None:
    written = form.format(d=day)
    assert found(f"The treaty of {written} was lost.", None) == [(written, day.isoformat())]


@each_case(
    ("text", "expected"),
    [
        ("He spoke on Tuesday.", [("Tuesday", "2031-05-13")]),
        ("They will meet on Tuesday.", [("Tuesday", "2031-05-20")]),
        ("He said on Tuesday they would meet on Friday.", [("Tuesday", "2031-05-13"), ("Friday", "2031-05-16")]),
        ("It fell in March. A march in May may follow.", [("in March", "2031-03"), ("in May", "2031-05")]),
        ("Theresa May left. Mr. March stayed.", []),
        ("They met on May 3. Two days later he left.", [("May 3", "2031-05-03"), ("Two days later", "2031-05-05")]),
        ("He left on Monday, and returned the next day.", [("Monday", "2031-05-12"), ("the next day", "2031-05-13")]),
        (
            "The November 27 accord of Monday fell the following day.",
            [("November 27", "2030-11-27"), ("Monday", "2031-05-12"), ("the following day", "2031-05-13")],
        ),
        ("Several weeks ago he recently fell ill.", [("Several weeks ago", None), ("recently", None)]),
        ("since 2022 and until 2040", [("since 2022", "2022/.."), ("until 2040", "../2040")]),
        ("It cost $2031 in 1999.", [("in 1999", "1999")]),
    ],
)
def test_words_and_what_they_mean(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


def test_without_a_publication_only_words_with_a_year_are_resolved() -> None:
    assert found("On Monday, and on 3 May 2029.", None) == [("Monday", None), ("3 May 2029", "2029-05-03")]
