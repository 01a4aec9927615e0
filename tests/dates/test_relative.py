"""The time words of news, against publication dates."""

import calendar
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events.dates import Day, EventDate
from diplo_events.dates.relative import Direction, resolve
from diplo_events.errors import ArgumentError, ArgumentTypeError, RelativeDateError
from each_case import each_case

THURSDAY = "2025-09-04"
ENDS_LATER = "2025-09-24 to 2025-09-30 is after the publication on 2025-09-04; if it is meant, say direction='future'"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def resolved(phrase: str, published: str | None = THURSDAY, direction: Direction = "past") -> str:
    return str(resolve(phrase, EventDate.parse(published) if published else None, direction=direction))


def refused(phrase: str, published: str | None = THURSDAY, direction: Direction = "past") -> str:
    with pytest.raises(RelativeDateError) as caught:
        resolved(phrase, published, direction)
    return str(caught.value)


def outcome(phrase: str, published: str | None, direction: Direction = "past") -> tuple[str, str]:
    """The answer or the message, and an empty text for the other."""
    try:
        return resolved(phrase, published, direction), ""
    except RelativeDateError as error:
        return "", str(error)


def bounds(text: str) -> tuple[date, date]:
    earliest, latest = EventDate.parse(text).earliest, EventDate.parse(text).latest
    return date(*(earliest or Day(1, 1, 1))), date(*(latest or Day(9999, 12, 31)))


@each_case(
    ("phrase", "expected"),
    [
        # days
        ("today", "2025-09-04"),
        ("tonight", "2025-09-04"),
        ("this morning", "2025-09-04"),
        ("earlier today", "2025-09-04"),
        ("yesterday", "2025-09-03"),
        ("Yesterday evening", "2025-09-03"),
        ("last night", "2025-09-03"),
        ("overnight", "[2025-09-03..2025-09-04]"),
        ("the day before yesterday", "2025-09-02"),
        ("tomorrow", "2025-09-05"),
        ("the day after tomorrow", "2025-09-06"),
        # weekdays
        ("Wednesday", "2025-09-03"),
        ("on Tuesday", "2025-09-02"),
        ("Wed.", "2025-09-03"),
        ("Tues.", "2025-09-02"),
        ("Thurs.", "2025-09-04"),
        ("on Monday night", "2025-09-01"),
        ("early on Wednesday", "2025-09-03"),
        ("late Wednesday", "2025-09-03"),
        ("as of Wednesday", "2025-09-03"),
        ("Wednesday's", "2025-09-03"),
        ("Wednesday\N{RIGHT SINGLE QUOTATION MARK}s", "2025-09-03"),
        ("Thursday", "2025-09-04"),
        ("Friday", "2025-08-29"),
        ("this Tuesday", "2025-09-02"),
        ("last Thursday", "2025-08-28"),
        ("last Friday", "2025-08-29"),
        ("last Wednesday", "[2025-08-27,2025-09-03]"),
        ("next Monday", "2025-09-08"),
        ("next Thursday", "2025-09-11"),
        ("next Friday", "[2025-09-05,2025-09-12]"),
        ("Wednesday of last week", "2025-08-27"),
        ("Wednesday last week", "2025-08-27"),
        ("next week on Wednesday", "2025-09-10"),
        ("Monday this week", "2025-09-01"),
        # weeks and weekends
        ("this week", "[2025-09-01..2025-09-04]"),
        ("earlier this week", "[2025-09-01..2025-09-03]"),
        ("earlier in the week", "[2025-09-01..2025-09-03]"),
        ("later this week", "[2025-09-05..2025-09-07]"),
        ("last week", "[2025-08-25..2025-08-31]"),
        ("last week's", "[2025-08-25..2025-08-31]"),
        ("next week", "[2025-09-08..2025-09-14]"),
        ("early next week", "[2025-09-08..2025-09-10]"),
        ("mid-week", "[2025-09-02..2025-09-04]"),
        ("midweek", "[2025-09-02..2025-09-04]"),
        ("late last week", "[2025-08-28..2025-08-31]"),
        ("at the beginning of the week", "[2025-09-01..2025-09-02]"),
        ("the end of last week", "[2025-08-29..2025-08-31]"),
        ("over the weekend", "[2025-08-30..2025-08-31]"),
        ("last weekend", "[2025-08-30..2025-08-31]"),
        ("next weekend", "[2025-09-06..2025-09-07,2025-09-13..2025-09-14]"),
        # counting
        ("3 days ago", "2025-09-01"),
        ("two weeks ago", "[2025-08-18..2025-08-24]"),
        ("a month ago", "2025-08"),
        ("twelve months ago", "2024-09"),
        ("999 years ago", "1026"),
        ("in 3 days", "2025-09-07"),
        ("two weeks from now", "[2025-09-15..2025-09-21]"),
        ("in a month", "2025-10"),
        ("in the last two weeks", "[2025-08-21..2025-09-04]"),
        ("over the past two weeks", "2025-08-21/2025-09-04"),
        ("over the last year", "2024-09/2025-09-04"),
        ("in the past month", "[2025-08-04..2025-09-04]"),
        ("in the coming two days", "[2025-09-04..2025-09-06]"),
        ("within three days", "[2025-09-04..2025-09-07]"),
        ("for the next two months", "2025-09-04/2025-11"),
        # months and years
        ("this month", "2025-09"),
        ("last month", "2025-08"),
        ("next month", "2025-10"),
        ("this year", "2025"),
        ("last year", "2024"),
        ("earlier this month", "[2025-09-01..2025-09-03]"),
        ("later this month", "[2025-09-05..2025-09-30]"),
        ("earlier this year", "[2025-01-01..2025-09-03]"),
        ("later in the year", "[2025-09-05..2025-12-31]"),
        ("the beginning of the year", "2025-01"),
        ("the end of last month", "[2025-08-25..2025-08-31]"),
        ("the start of next month", "[2025-10-01..2025-10-07]"),
        ("late last year", "[2024-09..2024-12]"),
        ("early September", "[2025-09-01..2025-09-04]"),
        ("mid-August", "[2025-08-11..2025-08-20]"),
        ("in the middle of August", "[2025-08-11..2025-08-20]"),
        ("late August", "[2025-08-21..2025-08-31]"),
        ("end of August", "[2025-08-25..2025-08-31]"),
        ("late February 2024", "[2024-02-21..2024-02-29]"),
        ("mid-August of last year", "[2024-08-11..2024-08-20]"),
        ("early 2025", "[2025-01..2025-04]"),
        ("mid-2025", "[2025-05..2025-08]"),
        ("the end of 2025", "2025-12"),
        ("September", "2025-09"),
        ("Sept.", "2025-09"),
        ("October", "2024-10"),
        ("in September 2025", "2025-09"),
        ("August last year", "2024-08"),
        ("last August", "[2024-08,2025-08]"),
        ("last October", "2024-10"),
        ("next December", "[2025-12,2026-12]"),
        ("this August", "2025-08"),
        ("in 2022", "2022"),
        ("the year 2022", "2022"),
        ("the 1990s", "199X"),
        # seasons
        ("summer 2025", "2025-22"),
        ("in the fall of 2024", "2024-23"),
        ("winter 2024", "2024-24"),
        ("this summer", "2025-22"),
        ("the summer", "2025-22"),
        ("autumn", "2025-23"),
        ("last spring", "[2024-21,2025-21]"),
        ("last summer", "[2024-22,2025-22]"),
        ("last autumn", "2024-23"),
        # dates
        ("31 July", "2025-07-31"),
        ("July 31", "2025-07-31"),
        ("the 31st of July", "2025-07-31"),
        ("31 December", "2024-12-31"),
        ("29 February", "2024-02-29"),
        ("31 July last year", "2024-07-31"),
        ("Jul. 31, 2025", "2025-07-31"),
        ("31 Jul 2025", "2025-07-31"),
        ("Wednesday, 3 September 2025", "2025-09-03"),
        ("Wednesday, September 3", "2025-09-03"),
        ("2025-09-04", "2025-09-04"),
        ("2025-09", "2025-09"),
        # ranges
        ("3\N{EN DASH}4 September", "2025-09-03/2025-09-04"),
        ("on 3-4 September 2025", "2025-09-03/2025-09-04"),
        ("from the 3rd to the 4th of September", "2025-09-03/2025-09-04"),
        ("between the 1st and 3rd of September", "[2025-09-01..2025-09-03]"),
        ("3 to 4 September", "2025-09-03/2025-09-04"),
        ("September 3-4, 2025", "2025-09-03/2025-09-04"),
        ("30 August \N{EN DASH} 2 September", "2025-08-30/2025-09-02"),
        ("30 December \N{EN DASH} 2 January 2026", "2025-12-30/2026-01-02"),
        ("30 December 2024 - 2 January", "2024-12-30/2025-01-02"),
        ("2025-09-01 - 2025-09-03", "2025-09-01/2025-09-03"),
        ("July-August 2025", "2025-07/2025-08"),
        ("from Monday to Wednesday", "2025-09-01/2025-09-03"),
        ("from Wednesday to Friday", "2025-09-03/2025-09-05"),
        ("from yesterday to today", "2025-09-03/2025-09-04"),
        ("from last week to 2 September 2025", "2025-08/2025-09-02"),
        ("from spring 2024 to summer 2025", "2024-21/2025-22"),
        ("from 2014 to 2022", "2014/2022"),
        ("2014-2022", "2014/2022"),
        ("between 2014 and 2022", "[2014..2022]"),
        ("between Monday and Wednesday", "[2025-09-01..2025-09-03]"),
        ("between 3 and 8 September", "[2025-09-03..2025-09-04]"),
        # bounds
        ("since 2022", "2022/.."),
        ("since February 2022", "2022-02/.."),
        ("since 24 February 2022", "2022-02-24/.."),
        ("ever since Monday", "2025-09-01/.."),
        ("since mid-August", "2025-08/.."),
        ("since early 2024", "2024/.."),
        ("since the 1990s", "199X/.."),
        ("since the summer of 2024", "2024-22/.."),
        ("from 1 August", "2025-08-01/.."),
        ("from Monday", "2025-09-01/.."),
        ("from Monday on", "2025-09-01/.."),
        ("from 2014 on", "2014/.."),
        ("starting 1 August 2025", "2025-08-01/.."),
        ("with effect from 1 August", "2025-08-01/.."),
        ("as from tomorrow", "2025-09-05/.."),
        ("from 1 to 5 August", "2025-08-01/2025-08-05"),
        ("until 2024", "../2024"),
        ("until yesterday", "../2025-09-03"),
        ("by Wednesday", "[..2025-09-03]"),
        ("by 2024", "[..2024]"),
        ("before Wednesday", "[..2025-09-02]"),
        ("prior to 2022", "[..2021]"),
        ("after Monday", "[2025-09-02..2025-09-04]"),
        ("after 2022", "[2023..]"),
        ("after last Wednesday", "[2025-08-28..2025-09-04]"),
    ],
)
def test_reported_on_a_thursday(phrase: str, expected: str) -> None:
    assert resolved(phrase) == expected


@each_case(
    ("phrase", "expected"),
    [
        ("Wednesday", "2025-09-10"),
        ("Thursday", "2025-09-04"),
        ("this Friday", "2025-09-05"),
        ("this week", "[2025-09-04..2025-09-07]"),
        ("the weekend", "[2025-09-06..2025-09-07]"),
        ("the end of the month", "[2025-09-24..2025-09-30]"),
        ("early September", "[2025-09-04..2025-09-10]"),
        ("mid-August", "[2026-08-11..2026-08-20]"),
        ("this month", "2025-09"),
        ("September", "2025-09"),
        ("August", "2026-08"),
        ("31 July", "2026-07-31"),
        ("29 February", "2028-02-29"),
        ("last week", "[2025-08-25..2025-08-31]"),
        ("since Monday", "2025-09-01/.."),
        ("from Monday", "2025-09-08/.."),
        ("from 1 August on", "2026-08-01/.."),
        ("until Friday", "../2025-09-05"),
        ("by Friday", "[2025-09-04..2025-09-05]"),
        ("by the end of the year", "[2025-09-04..2025-12-31]"),
        ("after tomorrow", "[2025-09-06..]"),
        ("before 8 September", "[2025-09-04..2025-09-07]"),
        ("from Monday to Wednesday", "2025-09-08/2025-09-10"),
        ("3-6 September", "2025-09-03/2025-09-06"),
        ("between Friday and Monday", "[2025-09-05..2025-09-08]"),
        ("next summer", "2026-22"),
        ("next autumn", "2026-23"),
    ],
)
def test_announced_on_a_thursday(phrase: str, expected: str) -> None:
    assert resolved(phrase, direction="future") == expected


@each_case(
    ("phrase", "published", "direction", "expected"),
    [
        ("earlier this week", "2025-09-02", "past", "2025-09-01"),
        ("later this week", "2025-09-06", "past", "2025-09-07"),
        ("this week", "2025-09-01", "past", "2025-09-01"),
        ("this week", "2026-01-01", "past", "[2025-12-29..2026-01-01]"),
        ("last week", "2026-01-01", "past", "[2025-12-22..2025-12-28]"),
        ("the weekend", "2025-09-06", "past", "2025-09-06"),
        ("the weekend", "2025-09-07", "past", "[2025-09-06..2025-09-07]"),
        ("the weekend", "2025-09-07", "future", "2025-09-07"),
        ("last weekend", "2025-09-06", "past", "[2025-08-30..2025-08-31]"),
        ("next weekend", "2025-09-07", "past", "[2025-09-13..2025-09-14]"),
        ("yesterday", "2024-03-01", "past", "2024-02-29"),
        ("yesterday", "2025-01-01", "past", "2024-12-31"),
        ("tomorrow", "2025-12-31", "future", "2026-01-01"),
        ("Wednesday", "2025-01-01", "past", "2025-01-01"),
        ("Tuesday", "2025-01-01", "past", "2024-12-31"),
        ("last month", "2025-01-31", "past", "2024-12"),
        ("a month ago", "2025-03-31", "past", "2025-02"),
        ("a year ago", "2024-02-29", "past", "2023"),
        ("December", "2025-01-02", "past", "2024-12"),
        ("29 February", "1903-05-01", "past", "1896-02-29"),
        ("29 February", "1896-05-01", "future", "1904-02-29"),
        ("29 February", "2024-02-29", "past", "2024-02-29"),
        ("the end of the month", "2024-02-29", "past", "[2024-02-23..2024-02-29]"),
        ("30 August \N{EN DASH} 2 September", "2025-09-01", "past", "2025-08-30/2025-09-02"),
        ("30 August \N{EN DASH} 2 September", "2025-09-01", "future", "2025-08-30/2025-09-02"),
        ("Saturday to Monday", "2026-01-02", "past", "2025-12-27/2025-12-29"),
    ],
)
def test_edges_of_weeks_months_and_years(phrase: str, published: str, direction: Direction, expected: str) -> None:
    assert resolved(phrase, published, direction) == expected


@each_case(
    ("phrase", "published", "expected"),
    [
        # what does not depend on the publication takes nothing from it
        ("in 2022", None, "2022"),
        ("in 2022", "2025-09-04?", "2022"),
        ("30 December \N{EN DASH} 2 January 2026", None, "2025-12-30/2026-01-02"),
        ("after 2022", "2025", "[2023..]"),
        # a qualifier is carried over
        ("yesterday", "2025-09-04?", "2025-09-03?"),
        ("yesterday", "2025-09-04~", "2025-09-03~"),
        ("yesterday", "2025-09-04%", "2025-09-03%"),
        ("yesterday", "2025-?09-~04", "2025-09-03%"),
        ("last month", "2025-09-04?", "2025-08?"),
        ("3-4 September", "2025-09-04?", "2025-09-03?/2025-09-04?"),
        ("since Monday", "2025-09-04?", "2025-09-01?/.."),
        ("last Wednesday", "2025-09-04~", "[2025-08-27~,2025-09-03~]"),
        ("earlier this week", "2025-09-04?", "[2025-09-01?,2025-09-02?,2025-09-03?]"),
        ("early this year", "2025-09-04?", "[2025-01?,2025-02?,2025-03?,2025-04?]"),
        # several possible publication days
        ("yesterday", "2025-09-04T10:00:00Z", "2025-09-03"),
        ("this year", "2025", "2025"),
        ("last month", "2025-09", "2025-08"),
        ("this month", "2025-09", "2025-09"),
        ("Tuesday", "[2025-09-03..2025-09-05]", "2025-09-02"),
        ("since Monday", "2025-09-02/2025-09-03", "2025-09-01/.."),
        ("yesterday", "[2025-09-04..2025-09-06]", "[2025-09-03..2025-09-05]"),
        ("yesterday", "[2025-09-04,2025-09-11]", "[2025-09-03,2025-09-10]"),
        ("Tuesday", "[2025-09-01..2025-09-02]", "[2025-08-26,2025-09-02]"),
        ("Wednesday", "2025-09", "[2025-08-27,2025-09-03,2025-09-10,2025-09-17,2025-09-24]"),
        ("by yesterday", "[2025-09-04..2025-09-05]", "[..2025-09-04]"),
        ("last spring", "[2025-12-31..2026-01-01]", "[2024-21,2025-21]"),
        # a day that the words contradict was not the day of publication
        ("earlier this week", "[2025-09-01..2025-09-03]", "[2025-09-01..2025-09-02]"),
    ],
)
def test_imprecise_publication(phrase: str, published: str | None, expected: str) -> None:
    assert resolved(phrase, published) == expected


@pytest.mark.parametrize(
    ("phrase", "published", "message"),
    [
        ("Wednesday", None, "this phrase needs the publication date, and none is given"),
        ("Wednesday", "2025-09-04/..", "the publication date '2025-09-04/..' has an open end"),
        ("Wednesday", "[..2025-09-04]", "the publication date '[..2025-09-04]' has an open end"),
        ("Wednesday", "0999-01-01", "expected a publication in the years 1500 to 2500, found '0999-01-01'"),
        ("Wednesday", "Y12025", "expected a publication in the years 1500 to 2500, found 'Y12025'"),
        ("this year", "202X", "the publication date '202X' is too vague for this phrase"),
        (
            "yesterday",
            "2025",
            "the publication date is too vague: this phrase means different times on its days",
        ),
        (
            "since yesterday",
            "2025-09",
            "the publication date is too vague: this phrase means different times on its days",
        ),
        (
            "earlier this year",
            "2025-09-04?",
            "2025-01-01..2025-09-03 needs a publication date without '?': no range can carry it",
        ),
        (
            "by yesterday",
            "2025-09-04~",
            "..2025-09-03 needs a publication date without '~': no range can carry it",
        ),
    ],
)
def test_publication_that_is_not_enough(phrase: str, published: str | None, message: str) -> None:
    assert refused(phrase, published) == message


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        # no period
        *(
            (phrase, f"{phrase!r} names no period, so no date can be given for it")
            for phrase in (
                *("recently", "recent", "in recent days", "in the coming days", "previously", "months"),
                *(
                    "a few days ago",
                    "several weeks ago",
                    "hours ago",
                    "in the last days",
                    "within days",
                    "soon",
                    "until further notice",
                ),
            )
        ),
        # another date
        *(
            (phrase, f"{phrase!r} refers to another date in the text: resolve that one's words")
            for phrase in ("the same day", "the following day", "two days later", "the next day", "that week")
        ),
        # the calendar
        ("31 June", "June has no day 31"),
        ("0 June", "June has no day 0"),
        ("29 February 2025", "February 2025 has no day 29"),
        ("2025-02-29", "the calendar has no 2025-02-29"),
        ("2025-13", "the calendar has no 2025-13-01"),
        ("Wednesday 5 September 2025", "2025-09-05 is a Friday, not a Wednesday"),
        ("Thursday, September 3", "2025-09-03 is a Wednesday, not a Thursday"),
        # the publication
        (
            "this Friday",
            "2025-09-05 is after the publication on 2025-09-04; if it is meant, say direction='future'",
        ),
        ("the end of the month", ENDS_LATER),
        # what has no EDTF
        (
            "since last summer",
            "an interval cannot begin or end at some time from 2024-06-01 to 2025-08-31",
        ),
        ("from 2022 to 2014", "'2022 to 2014' ends before it begins"),
        ("winter", "a winter lies in two years: say of which, as in 'winter 2025'"),
        ("before summer 2025", "a season has no exact first and last day: name the months"),
        ("between spring 2024 and 2025", "a season has no exact first and last day: name the months"),
        (
            "from 15 September to late September 2025",
            "EDTF cannot express what this means: '2025-09-15/2025-09'",
        ),
        # the words
        ("Wendesday", "cannot read 'wendesday' as a time word; did you mean 'wednesday'?"),
        ("mid-Agust", "cannot read 'mid-agust' as a time word; did you mean 'august'?"),
        *(
            (phrase, f"cannot read {phrase!r} as a time word such as 'Wednesday', 'last week' or '3 may'")
            for phrase in (
                "",
                "the week",
                "between monday",
                "between",
                "from monday to",
                "since",
                "from",
                "the last week",
            )
        ),
        ("\x00", "cannot read '\\x00' as a time word such as 'Wednesday', 'last week' or '3 may'"),
        (
            "\N{ARABIC-INDIC DIGIT THREE} September",
            "expected a time word in plain letters and digits, found '\N{ARABIC-INDIC DIGIT THREE}'",
        ),
        ("x" * 81, "expected a time word of at most 80 characters, found 81"),
    ],
)
def test_refused(phrase: str, message: str) -> None:
    assert refused(phrase).translate({0x2068: None, 0x2069: None}).lower() == message.lower()


DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
DIRECTIONS: st.SearchStrategy[Direction] = st.sampled_from(["past", "future"])
# phrases that look back or forward only as the direction says, and always find something
OPEN = st.one_of(
    st.sampled_from([*WEEKDAYS, *MONTHS, "today", "this week", "this month", "this year", "the weekend", "summer"]),
    st.builds("{} {}".format, st.sampled_from(["early", "mid", "late", "the end of"]), st.sampled_from(MONTHS)),
    st.builds("{} {}".format, st.integers(1, 28), st.sampled_from(MONTHS)),
)
# about every word there is, in about every order
WORDS = st.lists(
    st.one_of(
        st.sampled_from([*WEEKDAYS, *MONTHS, "week", "month", "year", "days", "ago", "in", "the", "of", "a", "two"]),
        st.sampled_from(["last", "this", "next", "early", "mid", "late", "end", "earlier", "later", "since", "by"]),
        st.sampled_from(["until", "before", "after", "from", "to", "between", "and", "-", "over", "past", "summer"]),
        st.sampled_from(["night", "overnight", "noon", "at", "5 pm", "17:00", "or", "quarter", "half", "century"]),
        st.sampled_from(["first", "second", "fortnight", "hours", "thirteen", "1990s", "decade", ",", "within"]),
        st.integers(0, 3000).map(str),
    ),
    max_size=8,
).map(" ".join)
PUBLISHED = st.one_of(
    st.none(),
    st.builds("{}{}".format, DAYS, st.sampled_from(["", "?", "~", "%"])),
    st.builds("{:04}-{:02}".format, st.integers(1000, 9999), st.integers(1, 12)),
    st.sampled_from(["2025", "202X", "2025-22", "Y-17E7", "2025/..", "[2025-09-04,2025-09-11]", "{2024,2026-01}"]),
)


@given(DAYS, st.integers(0, 6))
def test_a_reported_weekday_is_the_last_one_up_to_the_publication(published: date, weekday: int) -> None:
    found = date.fromisoformat(resolved(WEEKDAYS[weekday], str(published)))
    assert found.weekday() == weekday
    assert 0 <= (published - found).days < 7


@given(DAYS, st.integers(0, 6))
def test_an_announced_weekday_is_the_first_one_from_the_publication_on(published: date, weekday: int) -> None:
    found = date.fromisoformat(resolved(WEEKDAYS[weekday], str(published), "future"))
    assert found.weekday() == weekday
    assert 0 <= (found - published).days < 7


@given(DAYS, st.integers(0, 6))
def test_last_and_next_weekday_have_one_reading_or_two_a_week_apart(published: date, weekday: int) -> None:
    """That of the week before or after, and the nearest that is not the publication's own day."""
    for word, side in (("last", -1), ("next", 1)):
        nearest = published + timedelta(side)
        while nearest.weekday() != weekday:
            nearest += timedelta(side)
        year, week, _ = (published + timedelta(7 * side)).isocalendar()
        readings = sorted({nearest, date.fromisocalendar(year, week, weekday + 1)})
        expected = ",".join(map(str, readings))
        found = resolved(f"{word} {WEEKDAYS[weekday]}", str(published))
        assert found == (expected if len(readings) == 1 else f"[{expected}]")


@given(DAYS)
def test_weeks_are_those_of_iso_8601(published: date) -> None:
    for phrase, days in (("last week", -7), ("next week", 7), ("a week ago", -7), ("in two weeks", 14)):
        first, last = bounds(resolved(phrase, str(published)))
        assert first.isocalendar()[:2] == (published + timedelta(days)).isocalendar()[:2]
        assert (first.isoweekday(), last.isoweekday()) == (1, 7)
        assert (last - first).days == 6


@given(DAYS, st.integers(1, 999))
def test_days_are_counted_one_by_one(published: date, count: int) -> None:
    assert resolved(f"{count} days ago", str(published)) == str(published - timedelta(count))
    assert resolved(f"in {count} days", str(published)) == str(published + timedelta(count))


@given(DAYS, st.integers(1, 999))
def test_months_are_counted_without_their_days(published: date, count: int) -> None:
    year, month = divmod(published.year * 12 + published.month - 1 - count, 12)
    assert resolved(f"{count} months ago", str(published)) == f"{year}-{month + 1:02}"


@given(DAYS, st.sampled_from(MONTHS), DIRECTIONS)
def test_early_mid_and_late_share_out_a_month(published: date, month: str, direction: Direction) -> None:
    year = published.year
    thirds = [bounds(resolved(f"{part} {month} {year}", None, direction)) for part in ("early", "mid", "late")]
    length = calendar.monthrange(year, MONTHS.index(month) + 1)[1]
    assert [(first.day, last.day) for first, last in thirds] == [(1, 10), (11, 20), (21, length)]


@given(OPEN, DAYS)
def test_what_is_reported_is_never_wholly_after_the_publication(phrase: str, published: date) -> None:
    assert bounds(resolved(phrase, str(published)))[0] <= published


@given(OPEN, DAYS)
def test_what_is_announced_is_never_wholly_before_the_publication(phrase: str, published: date) -> None:
    assert bounds(resolved(phrase, str(published), "future"))[1] >= published


@given(st.sampled_from(["earlier", "later"]), st.sampled_from(["week", "month", "year"]), DAYS)
def test_earlier_later_and_today_make_up_the_unit(half: str, unit: str, published: date) -> None:
    found, error = outcome(f"{half} this {unit}", str(published))
    if error:
        edge = published + timedelta(-1 if half == "earlier" else 1)
        same = {
            "week": edge.isocalendar()[:2] == published.isocalendar()[:2],
            "month": edge.month == published.month,
            "year": edge.year == published.year,
        }
        assert not same[unit]
        assert error.startswith(f"no day is {half} this {unit}")
    else:
        first, last = bounds(found)
        assert published == (last + timedelta(1) if half == "earlier" else first - timedelta(1))


@given(OPEN, DAYS, DIRECTIONS, st.data())
def test_case_spacing_and_harmless_marks_do_not_matter(
    phrase: str, published: date, direction: Direction, data: st.DataObject
) -> None:
    changed = data.draw(st.sampled_from([phrase.upper(), phrase.lower(), phrase.title()]))
    space = data.draw(st.sampled_from([" ", "  ", "\t", "\n", "\N{NO-BREAK SPACE}"]))
    edge = data.draw(st.sampled_from(["", " ", ".", ",", "'", '"', ";", "\N{RIGHT DOUBLE QUOTATION MARK}", ")"]))
    changed = edge + changed.replace(" ", space) + edge
    assert resolved(changed, str(published), direction) == resolved(phrase, str(published), direction)


@given(OPEN, DAYS, DIRECTIONS)
def test_a_publication_on_one_of_several_days_gives_all_their_answers(
    phrase: str, published: date, direction: Direction
) -> None:
    days = [published + timedelta(n) for n in range(3)]
    found = EventDate.parse(resolved(phrase, f"[{days[0]}..{days[-1]}]", direction))
    for day in days:
        answer = EventDate.parse(resolved(phrase, str(day), direction))
        assert answer == found or answer.overlaps(found) is not False


@given(st.one_of(st.text(), st.text(max_size=80), WORDS), PUBLISHED, DIRECTIONS)
def test_any_text_is_read_or_refused_in_a_short_sentence(
    phrase: str, published: str | None, direction: Direction
) -> None:
    found, error = outcome(phrase, published, direction)
    assert len(error) < 200
    assert error.translate({0x2068: None, 0x2069: None}).isprintable()
    assert error or str(EventDate.parse(found)) == found


@each_case("phrase", ["x" * 1_000_000, "-" * 80, "from " + "to " * 25, "1-" * 40, "\x01" * 80, " " * 80])
def test_hostile_text_is_refused_in_a_short_sentence(phrase: str) -> None:
    assert len(refused(phrase)) < 200


@pytest.mark.parametrize("option", [{"direction": "present"}, {"calendar": "gregorien"}])
def test_an_option_there_is_not(option: dict[str, Any]) -> None:
    (name,) = option
    with pytest.raises(ArgumentError, match=f"^expected {name} to be [a-z]+ or [a-z]+, found '{option[name]}'"):
        resolve("today", EventDate.parse(THURSDAY), **option)


@pytest.mark.parametrize(
    ("published", "message"),
    [
        ("2025-09-04", "found '2025-09-04'; write EventDate.parse('2025-09-04')"),
        (date(2025, 9, 4), "found datetime.date(2025, 9, 4); write EventDate.parse('2025-09-04')"),
    ],
)
def test_a_publication_that_is_no_event_date(published: Any, message: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        resolve("today", published)
    assert str(caught.value) == f"expected published to be an EventDate, {message}"


def test_a_phrase_that_is_no_text() -> None:
    phrase: Any = EventDate.parse(THURSDAY)
    with pytest.raises(ArgumentTypeError, match=r"^expected phrase to be a text, found EventDate"):
        resolve(phrase, EventDate.parse(THURSDAY))
