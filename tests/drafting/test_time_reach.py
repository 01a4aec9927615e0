"""How far time words reach, and when they have no date: the neighbours that the resolver reads with them.

The publication is Thursday, 4 September 2025.
"""

import pytest

from diplo_events import EventDate
from diplo_events.drafting._times.words import TimeWord, time_words

THURSDAY = EventDate.parse("2025-09-04")

WHOLE = {
    "They met on Tuesday the 2nd.": ("Tuesday the 2nd", "2025-09-02"),
    "The pact of 14 May last year holds.": ("14 May last year", "2024-05-14"),
    "It has been shut since last November.": ("since last November", "2024-11/.."),
    "They parted in the autumn of 1932.": ("in the autumn of 1932", "1932-23"),
    "A plan for the autumn of 1932 failed.": ("autumn of 1932", "1932-23"),
    "He called at 17:00 GMT on Wednesday.": ("at 17:00 GMT on Wednesday", "2025-09-03T17:00:00Z"),
    "On Wednesday at 5 p.m. he called.": ("Wednesday at 5 p.m.", "2025-09-03T17:00:00"),
    "They will meet in the week of 15 September.": ("week of 15 September", "[2025-09-15..2025-09-21]"),
    "He asked donors to pay before the year's end.": ("before the year's end", "[2025-09-04..2025-12-31]"),
    "They hope for a deal by year-end.": ("by year-end", "[2025-09-04..2025-12-31]"),
    "A drone fell overnight.": ("overnight", "[2025-09-03..2025-09-04]"),
    "They met on Wednesday 12 ministers strong.": ("Wednesday", "2025-09-03"),
    "The towns hit by the 2008 violence are calm.": ("2008", "2008"),
    "It was done by 2008.": ("by 2008", "[..2008]"),
}
SIDES = {
    "We invited them ourselves in February!": "2025-02",
    "He invited them to come in February.": "2026-02",
    "The briefing was put back until tomorrow morning.": "2025-09-05",
    "He put off the talks until Monday.": "2025-09-08",
    "The ban was extended until Monday.": "../2025-09-08",
    "The council was to have met on Monday.": "2025-09-01",
    "The council had been due to meet on Monday.": "2025-09-01",
    "The council was due to meet on Monday.": "2025-09-08",
    "Monday's planned visit was cancelled.": "2025-09-08",
    "Monday's visit was a success.": "2025-09-01",
    "She called for “free elections” and “an end” to it on Friday.": "2025-08-29",
    "She called for free elections on Friday.": "2025-09-05",
    "The pact takes effect from 1 January.": "2026-01-01",
}


def read(text: str, published: EventDate = THURSDAY) -> list[TimeWord]:
    """Return the time words of a text."""
    return list(time_words(text, [(0, len(text))], published))


def test_neighbours_belong_to_a_time_if_the_whole_can_be_resolved() -> None:
    assert {text: (word.text, str(word.when)) for text in WHOLE for word in read(text)} == WHOLE


def test_plans_that_are_over_look_back_and_new_days_look_ahead() -> None:
    assert {text: ";".join(str(word.when) for word in read(text)) for text in SIDES} == SIDES


def test_days_that_refer_to_one_before_count_from_it() -> None:
    found = read("He left on 2 September, came back the same night, and has been silent since then.")
    assert [str(word.when) for word in found] == ["2025-09-02", "2025-09-02", "2025-09-02/.."]


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("about three weeks ago", "is not exact"),
        ("more than a year ago", "is not exact"),
        ("recently", "names no period"),
        ("the same night", "refers to another date"),
        ("on Christmas Eve", "is a feast"),
        ("for three months", "says how long"),
    ],
)
def test_a_time_without_a_date_says_why(phrase: str, reason: str) -> None:
    word = read(f"He left {phrase}.")[0]
    assert word.when is None
    assert reason in word.why


def test_a_text_of_the_past_has_its_days_in_the_year_that_it_names() -> None:
    story = "The envoys met in Riga on 4 May 1931. In June they parted; on 3 July the pact was dead."
    assert [str(word.when) for word in read(story)] == ["1931-05-04", "1931-06", "1931-07-03"]
    news = story + " On Tuesday a book about them came out. In March they were dead."
    assert [str(word.when) for word in read(news)][1:] == ["1931-06", "1931-07-03", "2025-09-02", "2025-03"]
    assert [str(word.when) for word in read(story, EventDate.parse("1932-01-02"))][1:] == ["1931-06", "1931-07-03"]


def test_an_hour_is_of_the_day_of_the_text_if_no_other_time_is_named_beside_it() -> None:
    found = read("The council met at 10:04 a.m. and rose at noon.")
    assert [str(word.when) for word in found] == ["2025-09-04T10:04:00", "2025-09-04T12:00:00"]
    assert [str(word.when) for word in read("It met at noon and voted on Tuesday.")] == ["None", "2025-09-02"]


def test_a_day_of_a_plan_or_without_a_verb_is_the_nearest_one() -> None:
    plans = {
        "The talks had been scheduled to begin on 20 September.": "2025-09-20",
        "Talks put off from 20 September: envoy": "2025-09-20",
        "Beside the forum of 13 and 14 October, two visits.": "2025-10-13/2025-10-14",
        "The pact of 20 September was signed in haste.": "2024-09-20",
        "The talks had been scheduled to begin on 20 August.": "2025-08-20",
    }
    assert {text: ";".join(str(word.when) for word in read(text)) for text in plans} == plans
