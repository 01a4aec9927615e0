"""The forms in which English news says when: each found whole, and resolved on the side on which its sentence looks.

The publication is Wednesday, May 14, 2031. What each phrase means is that of the guide on relative dates.
"""

from diplo_events import EventDate
from diplo_events.drafting._times.words import time_words
from each_case import each_case

WEDNESDAY = EventDate.parse("2031-05-14")

FORMS = [
    (
        "He had spoken between March and August of this year.",
        [("between March and August of this year", "[2031-03-01..2031-05-14]")],
    ),
    ("It began in August of last year.", [("in August of last year", "2030-08")]),
    ("It ended in January of this year.", [("in January of this year", "2031-01")]),
    ("The clause had been open until Saturday night.", [("until Saturday night", "../2031-05-10")]),
    ("The clause was open until Monday.", [("until Monday", "../2031-05-12")]),
    ("No deal was found by June 30, and funds would be frozen.", [("by June 30", "[..2030-06]")]),
    ("They will freeze funds if no deal is found by June 30.", [("by June 30", "[2031-05-14..2031-06-30]")]),
    ("It hopes to finish the line by December 2032.", [("by December 2032", "[..2032]")]),
    ("It must be done by 2035.", [("by 2035", "[..2035]")]),
    ("He arrived late on Tuesday.", [("late on Tuesday", "2031-05-13")]),
    ("He arrived late Tuesday.", [("late Tuesday", "2031-05-13")]),
    ("He arrived early on Tuesday morning.", [("early on Tuesday morning", "2031-05-13")]),
    ("He arrived on Tuesday evening local time.", [("Tuesday evening", "2031-05-13")]),
    ("He arrived in the early hours of Tuesday.", [("early hours of Tuesday", "2031-05-13")]),
    ("They arrived at noon on Tuesday.", [("at noon on Tuesday", "2031-05-13T12:00:00")]),
    ("He left earlier on Wednesday.", [("earlier on Wednesday", "2031-05-14")]),
    ("He left this morning.", [("this morning", "2031-05-14")]),
    ("He left earlier today.", [("earlier today", "2031-05-14")]),
    ("He left yesterday evening.", [("yesterday evening", "2031-05-13")]),
    ("He left last night.", [("last night", "2031-05-13")]),
    ("He will leave tonight.", [("tonight", "2031-05-14")]),
    ("He will leave tomorrow morning.", [("tomorrow morning", "2031-05-15")]),
    ("He left the day before yesterday.", [("the day before yesterday", "2031-05-12")]),
    ("He left on 3 May.", [("3 May", "2031-05-03")]),
    ("He left on May 3rd.", [("May 3rd", "2031-05-03")]),
    ("He left on the 3rd of May.", [("the 3rd of May", "2031-05-03")]),
    ("He left on May 3, 2029.", [("May 3, 2029", "2029-05-03")]),
    ("He left on 3 May 2029.", [("3 May 2029", "2029-05-03")]),
    ("He left on Sunday 4 May.", [("Sunday 4 May", "2031-05-04")]),
    ("He left on Sunday, May 4.", [("Sunday, May 4", "2031-05-04")]),
    ("They met on May 3 and 4.", [("May 3 and 4", "2031-05-03/2031-05-04")]),
    ("They met from 3 to 6 May.", [("from 3 to 6 May", "2031-05-03/2031-05-06")]),
    ("They met on May 3-6.", [("May 3-6", "2031-05-03/2031-05-06")]),
    ("They met from May 3 to May 6.", [("from May 3 to May 6", "2031-05-03/2031-05-06")]),
    ("They met from May 30 to June 2, 2029.", [("from May 30 to June 2, 2029", "2029-05-30/2029-06-02")]),
    ("They talked between 3 and 6 May.", [("between 3 and 6 May", "[2031-05-03..2031-05-06]")]),
    ("They talked from Monday to Wednesday.", [("from Monday to Wednesday", "2031-05-12/2031-05-14")]),
    ("They talked on Monday and Tuesday.", [("Monday and Tuesday", "{2031-05-12,2031-05-13}")]),
    ("It fell in May 2029.", [("in May 2029", "2029-05")]),
    ("It fell in May.", [("in May", "2031-05")]),
    ("It fell in June.", [("in June", "2030-06")]),
    ("It will fall in June.", [("in June", "2031-06")]),
    ("It fell in late June.", [("in late June", "[2030-06-21..2030-06-30]")]),
    ("It fell in mid-April.", [("in mid-April", "[2031-04-11..2031-04-20]")]),
    ("It fell at the end of April.", [("at the end of April", "[2031-04-24..2031-04-30]")]),
    ("It fell at the beginning of 2029.", [("at the beginning of 2029", "2029-01")]),
    ("It fell at the start of the year.", [("at the start of the year", "2031-01")]),
    ("It will be done by the end of the year.", [("by the end of the year", "[2031-05-14..2031-12-31]")]),
    ("It will be done by the end of 2031.", [("by the end of 2031", "[..2031]")]),
    ("It fell in early 2030.", [("in early 2030", "[2030-01..2030-04]")]),
    ("It fell in the second half of 2030.", [("in the second half of 2030", "2030-41")]),
    ("It fell in the first quarter of 2030.", [("in the first quarter of 2030", "2030-33")]),
    ("It fell in 2029.", [("in 2029", "2029")]),
    ("It lasted from 2026 to 2029.", [("from 2026 to 2029", "2026/2029")]),
    ("It lasted between 2026 and 2029.", [("between 2026 and 2029", "2026/2029")]),
    ("The 2029 agreement fell.", [("2029", "2029")]),
    ("The April 12 agreement fell.", [("April 12", "2031-04-12")]),
    ("The agreement of 12 April 2029 fell.", [("12 April 2029", "2029-04-12")]),
    ("Since 2029 it has been shut.", [("Since 2029", "2029/..")]),
    ("It has been shut since March.", [("since March", "2031-03/..")]),
    ("It has been shut since last week.", [("since last week", "2031-05/..")]),
    ("It has been shut since Monday.", [("since Monday", "2031-05-12/..")]),
    ("It has been shut ever since 2 January.", [("since 2 January", "2031-01-02/..")]),
    ("It was shut last week.", [("last week", "[2031-05-05..2031-05-11]")]),
    ("It was shut earlier this week.", [("earlier this week", "[2031-05-12..2031-05-13]")]),
    ("It was shut earlier this month.", [("earlier this month", "[2031-05-01..2031-05-13]")]),
    ("It was shut earlier this year.", [("earlier this year", "[2031-01-01..2031-05-13]")]),
    ("It will be shut later this week.", [("later this week", "[2031-05-15..2031-05-18]")]),
    ("It will be shut later this year.", [("later this year", "[2031-05-15..2031-12-31]")]),
    ("It will be shut next week.", [("next week", "[2031-05-19..2031-05-25]")]),
    ("It was shut last month.", [("last month", "2031-04")]),
    ("It was shut late last month.", [("late last month", "[2031-04-21..2031-04-30]")]),
    ("It was shut last year.", [("last year", "2030")]),
    ("It was shut last August.", [("last August", "2030-08")]),
    ("It will be shut this summer.", [("this summer", "2031-22")]),
    ("It was shut last summer.", [("last summer", "2030-22")]),
    ("It was shut in the summer of 2029.", [("in the summer of 2029", "2029-22")]),
    ("It was shut in spring 2029.", [("in spring 2029", "2029-21")]),
    ("It was shut over the weekend.", [("over the weekend", "[2031-05-10..2031-05-11]")]),
    ("It was shut at the weekend.", [("at the weekend", "[2031-05-10..2031-05-11]")]),
    ("It was shut two weeks ago.", [("two weeks ago", "[2031-04-28..2031-05-04]")]),
    ("It was shut three days ago.", [("three days ago", "2031-05-11")]),
    ("It was shut a year ago.", [("a year ago", "2030")]),
    ("It was shut a decade ago.", [("a decade ago", "202X")]),
    ("It was shut some ten years ago.", [("some ten years ago", None)]),
    ("It was shut more than ten years ago.", [("more than ten years ago", None)]),
    ("It was shut 48 hours ago.", [("48 hours ago", "2031-05-12")]),
    ("It was shut in the past week.", [("in the past week", "[2031-05-07..2031-05-14]")]),
    ("It was shut over the past three months.", [("over the past three months", "2031-02/2031-05-14")]),
    ("It was shut in the last two years.", [("in the last two years", "[2029-05-14..2031-05-14]")]),
    ("It was shut in recent weeks.", [("in recent weeks", None)]),
    ("It will open in two weeks.", [("in two weeks", "[2031-05-26..2031-06-01]")]),
    ("It will open within seven years.", [("within seven years", None)]),
    ("It will open in the coming days.", [("in the coming days", None)]),
    ("It was shut in the 1990s.", [("in the 1990s", "199X")]),
    ("It was shut in the late 1990s.", [("in the late 1990s", "[1996..1999]")]),
    ("It was shut in the 19th century.", [("in the 19th century", "18XX")]),
    ("It was shut before 1990.", [("before 1990", "[..1989]")]),
    ("It was shut after the elections in November 2030.", [("in November 2030", "2030-11")]),
    ("It was shut on New Year's Day.", [("New Year's Day", None)]),
    ("It was shut on Christmas Eve.", [("Christmas Eve", None)]),
    ("He left at 10:30 a.m. on Tuesday.", [("at 10:30 a.m. on Tuesday", "2031-05-13T10:30:00")]),
    ("He left Tuesday.", [("Tuesday", "2031-05-13")]),
    ("Tuesday's vote failed.", [("Tuesday", "2031-05-13")]),
    ("Next Tuesday's vote is close.", [("Next Tuesday", "2031-05-20")]),
    ("Last Friday's vote failed.", [("Last Friday", "2031-05-09")]),
    ("He left on Friday last week.", [("Friday last week", "2031-05-09")]),
    ("He left on Monday of last week.", [("Monday of last week", "2031-05-05")]),
    ("The vote is due on Friday.", [("Friday", "2031-05-16")]),
    ("The vote on Friday will be close.", [("Friday", "2031-05-16")]),
    ("A vote is scheduled for June 3.", [("June 3", "2031-06-03")]),
    ("The ship is expected on Friday.", [("Friday", "2031-05-16")]),
    ("He said on Monday that the vote would be held on Friday.", [("Monday", "2031-05-12"), ("Friday", "2031-05-16")]),
    ("Talks resume on Friday.", [("Friday", "2031-05-16")]),
    ("Talks are to resume on Friday.", [("Friday", "2031-05-16")]),
    ("The term expires on July 1.", [("July 1", "2031-07-01")]),
    ("The law takes effect on July 1.", [("July 1", "2031-07-01")]),
    ("The law took effect on July 1.", [("July 1", "2030-07-01")]),
    ("The law enters into force on 1 July.", [("1 July", "2031-07-01")]),
    ("He plans to visit in June.", [("in June", "2031-06")]),
    ("He is visiting in June.", [("in June", "2031-06")]),
    ("He had visited in June.", [("in June", "2030-06")]),
    ("He vowed to leave by Friday.", [("by Friday", "[2031-05-14..2031-05-16]")]),
    ("Ahead of Friday's vote he left.", [("Friday", "2031-05-16")]),
    ("They pledged to submit it before the end of June.", [("before the end of June", "[2031-05-14..2031-06-30]")]),
    ("They announced a protest for Saturday.", [("Saturday", "2031-05-17")]),
    ("It had been planned for May.", [("May", "2031-05")]),
    ("It has offered to hold talks on June 20.", [("June 20", "2031-06-20")]),
    ("He was prepared to wait if no deal was found by June 30.", [("by June 30", "[2031-05-14..2031-06-30]")]),
]


@each_case(("text", "expected"), FORMS, ids=[text[:40] for text, _ in FORMS])
def test_each_form_is_found_and_resolved(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = time_words(text, [(0, len(text))], WEDNESDAY)
    assert [(word.text, str(word.when) if word.when is not None else None) for word in found] == expected


def test_the_forms_are_enough() -> None:
    assert len(FORMS) >= 100


@each_case(
    "text",
    ["The plan cost $2031.", "Article 2029 fell.", "The 2030 troops left.", "It was the first vote of its kind."],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert not time_words(text, [(0, len(text))], WEDNESDAY)


def test_that_day_is_the_last_one_that_was_named() -> None:
    text = "They met on May 3. Later that day he left. On that evening it rained."
    found = time_words(text, [(0, len(text))], WEDNESDAY)
    assert [str(word.when) for word in found] == ["2031-05-03"] * 3
