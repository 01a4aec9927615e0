"""The kinds of time words, each against what it means by the calendar of `datetime`."""

import calendar
import itertools
import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from diplo_events.dates import Day, EventDate
from diplo_events.dates.relative import Calendar, Direction, resolve
from diplo_events.errors import RelativeDateError
from each_case import each_case

THURSDAY: Final = date(2025, 9, 4)
MONTHS: Final = calendar.month_name[1:]
WEEKDAYS: Final = tuple(calendar.day_name)
DAYS = st.dates(date(1600, 1, 1), date(2300, 12, 31))
DIRECTIONS: st.SearchStrategy[Direction] = st.sampled_from(["past", "future"])


def resolved(
    phrase: str,
    published: date | str | None = THURSDAY,
    direction: Direction = "past",
    calendar: Calendar = "gregorian",
) -> str:
    publication = None if published is None else EventDate.parse(str(published))
    return str(resolve(phrase, publication, direction=direction, calendar=calendar))


def refused(phrase: str, published: date | str | None = THURSDAY, calendar: Calendar = "gregorian") -> str:
    with pytest.raises(RelativeDateError) as caught:
        resolved(phrase, published, calendar=calendar)
    return str(caught.value)


def bounds(text: str) -> tuple[date, date]:
    earliest, latest = EventDate.parse(text).earliest, EventDate.parse(text).latest
    return (earliest or Day(1, 1, 1)).to_date(), (latest or Day(9999, 12, 31)).to_date()


def written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


# Numbers in words

ONES: Final = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ENDINGS: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
    "y": "ieth",
    "": "th",
}


def in_words(number: int) -> str:
    """Spell a number below a thousand."""
    hundreds, rest = divmod(number, 100)
    below = ONES[rest] if rest < 20 else f"{TENS[rest // 10]}-{ONES[rest % 10]}".strip("-")
    if not hundreds:
        return below
    return f"{ONES[hundreds]} hundred and {below}" if below else f"{ONES[hundreds]} hundred"


def ordinal_in_words(number: int) -> str:
    words = in_words(number)
    ending = next(
        ending for ending in ENDINGS if re.search(rf"(^|-){ending}$|y$" if ending == "y" else f"{ending}$", words)
    )
    return words.removesuffix(ending) + ENDINGS[ending]


@given(DAYS, st.integers(1, 999), st.booleans())
def test_numbers_in_words_count_as_digits_do(published: date, number: int, hyphen: bool) -> None:
    words = in_words(number) if hyphen else in_words(number).replace("-", " ")
    assert resolved(f"{words} days ago", published) == str(published - timedelta(number))
    assert resolved(f"in {words} days", published) == str(published + timedelta(number))


@each_case(
    ("words", "number"),
    [("a", 1), ("a dozen", 12), ("half a dozen", 6), ("two dozen", 24), ("a hundred", 100), ("a hundred and one", 101)],
)
def test_other_words_for_numbers(words: str, number: int) -> None:
    assert resolved(f"{words} days ago") == str(THURSDAY - timedelta(number))


@each_case("number", range(1, 30))
def test_ordinals_in_words(number: int) -> None:
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in {11, 12, 13} else 0, "th")
    expected = f"{number - 1:02}XX"
    for words in (ordinal_in_words(number), f"{number}{suffix}"):
        assert resolved(f"the {words} century", None) == expected
        assert resolved(f"the {words}-century", None) == expected
        assert resolved(f"{words} of October 2024", None) == f"2024-10-{number:02}"
    assert ordinal_in_words(21) == "twenty-first"
    assert ordinal_in_words(20) == "twentieth"


# Limits and stretches


@given(
    DAYS,
    DIRECTIONS,
    st.sampled_from(["tomorrow", "next week", "next Friday", "the day after tomorrow", "next month", "in three days"]),
)
def test_a_limit_ahead_lies_ahead(published: date, direction: Direction, words: str) -> None:
    """Whatever the direction: `by tomorrow` is no day before today."""
    ahead = bounds(resolved(words, published))
    assert bounds(resolved(f"by {words}", published, direction)) == (published, ahead[1])
    first, last = bounds(resolved(f"before {words}", published, direction))
    assert first == published
    assert published <= last < ahead[1]
    assert bounds(resolved(f"after {words}", published, direction))[0] > published


@given(DAYS, DIRECTIONS, st.sampled_from(["yesterday", "last week", "last Friday", "two weeks ago", "last month"]))
def test_a_limit_behind_lies_behind(published: date, direction: Direction, words: str) -> None:
    behind = bounds(resolved(words, published))
    assert bounds(resolved(f"by {words}", published, direction)) == (date.min, behind[1])
    assert bounds(resolved(f"before {words}", published, direction))[1] < published


@given(DAYS)
def test_a_limit_today_lies_where_the_direction_says(published: date) -> None:
    assert bounds(resolved("by today", published)) == (date.min, published)
    assert resolved("by today", published, "future") == str(published)


def years_away(day: date, years: int) -> date:
    length = calendar.monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, min(day.day, length))


@given(DAYS, st.integers(1, 99), st.sampled_from(["the last", "the past"]))
def test_a_stretch_up_to_now_is_as_long_as_it_says(published: date, count: int, side: str) -> None:
    assert bounds(resolved(f"in {side} {count} years", published)) == (years_away(published, -count), published)
    assert bounds(resolved(f"in {side} {count} days", published)) == (published - timedelta(count), published)
    assert bounds(resolved(f"in {side} {count} weeks", published)) == (published - timedelta(7 * count), published)
    assert bounds(resolved(f"within {count} years", published)) == (published, years_away(published, count))
    first = years_away(published, -count)
    assert resolved(f"over {side} {count} years", published) == f"{first:{'%Y' if count > 1 else '%Y-%m'}}/{published}"


@each_case(
    ("phrase", "expected"),
    [
        ("in the last year", "[2024-09-04..2025-09-04]"),
        ("in the past 5 years", "[2020-09-04..2025-09-04]"),
        ("in the past two months", "[2025-07-04..2025-09-04]"),
        ("over the past decade", "2015/2025-09-04"),
        ("over the past two decades", "2005/2025-09-04"),
        ("for the last five years", "2020/2025-09-04"),
        ("over the last 18 months", "2024-03/2025-09-04"),
        ("in the coming year", "[2025-09-04..2026-09-04]"),
        ("in the last three quarters", "[2024-12-04..2025-09-04]"),
        ("over the past century", "1925/2025-09-04"),
        ("during the last fortnight", "2025-08-21/2025-09-04"),
        ("the past two weeks", "[2025-08-21..2025-09-04]"),
        ("within the week", "[2025-09-04..2025-09-11]"),
        ("within a week's time", "[2025-09-04..2025-09-11]"),
        # those of the calendar
        ("in the last quarter", "2025-34"),
        ("in the last century", "19XX"),
    ],
)
def test_stretches(phrase: str, expected: str) -> None:
    assert resolved(phrase) == expected


@given(DAYS, st.integers(1, 300))
def test_hours_are_counted_from_an_unknown_hour_of_the_publication(published: date, hours: int) -> None:
    day = [datetime(published.year, published.month, published.day, hour, 30, tzinfo=UTC) for hour in range(24)]
    for phrase, step in (
        (f"{hours} hours ago", timedelta(hours=-hours)),
        (f"in {hours} hours", timedelta(hours=hours)),
    ):
        days = {(moment + step).date() for moment in day}
        assert bounds(resolved(phrase, published)) == (min(days), max(days))
    reach = bounds(resolved(f"within {hours} hours", published))
    assert reach == (published, max((moment + timedelta(hours=hours)).date() for moment in day))
    assert bounds(resolved(f"within the past {hours} hours", published))[1] == published


@each_case(
    ("phrase", "expected"),
    [
        ("24 hours ago", "2025-09-03"),
        ("an hour ago", "[2025-09-03..2025-09-04]"),
        ("ten minutes ago", "[2025-09-03..2025-09-04]"),
        ("within 24 hours", "[2025-09-04..2025-09-05]"),
        ("in the next 48 hours", "[2025-09-04..2025-09-06]"),
        ("over the past 24 hours", "2025-09-03/2025-09-04"),
        ("over the last three hours", "[2025-09-03..2025-09-04]"),
    ],
)
def test_hours(phrase: str, expected: str) -> None:
    assert resolved(phrase) == expected


# Weeks


@each_case(
    ("phrase", "expected"),
    [
        ("in a week's time", "[2025-09-08..2025-09-14]"),
        ("in two weeks\N{RIGHT SINGLE QUOTATION MARK} time", "[2025-09-15..2025-09-21]"),
        ("in three days' time", "2025-09-07"),
        ("a fortnight ago", "[2025-08-18..2025-08-24]"),
        ("in a fortnight's time", "[2025-09-15..2025-09-21]"),
        ("two or three weeks ago", "[2025-08-11..2025-08-24]"),
        ("two to three days ago", "[2025-09-01..2025-09-02]"),
        ("the week after next", "[2025-09-15..2025-09-21]"),
        ("the month before last", "2025-07"),
        ("the weekend before last", "[2025-08-23..2025-08-24]"),
        ("Monday week", "2025-09-15"),
        ("a week on Monday", "2025-09-15"),
        ("a week from Monday", "2025-09-15"),
        ("Monday fortnight", "2025-09-22"),
        ("Thursday week", "[2025-09-11,2025-09-18]"),
        ("tomorrow week", "2025-09-12"),
        ("a week tomorrow", "2025-09-12"),
        ("a week yesterday", "2025-08-27"),
        ("a week ago today", "2025-08-28"),
        ("a week ago Monday", "2025-08-25"),
        ("a week ago on Friday", "[2025-08-22,2025-08-29]"),
        ("this past Monday", "2025-09-01"),
        ("this coming Friday", "2025-09-05"),
        ("the week of 1 September", "[2025-09-01..2025-09-04]"),
        ("the week of Sept. 1, 2025", "[2025-09-01..2025-09-07]"),
        ("the week of 25 August", "[2025-08-25..2025-08-31]"),
        ("the week of 5 September", "[2025-09-01..2025-09-04]"),
        ("the week beginning 20 August", "[2025-08-20..2025-08-26]"),
        ("the week ending Sunday", "[2025-08-25..2025-08-31]"),
        ("in the week to 31 August", "[2025-08-25..2025-08-31]"),
        ("the weekend of 30 August", "[2025-08-30..2025-08-31]"),
        ("first week of September", "[2025-09-01..2025-09-04]"),
        ("the first week of August", "[2025-08-01..2025-08-07]"),
        ("the last week of August", "[2025-08-25..2025-08-31]"),
        ("the opening week of August", "[2025-08-01..2025-08-07]"),
        ("the third week in August", "[2025-08-15..2025-08-21]"),
        ("last week of February 2024", "[2024-02-23..2024-02-29]"),
        ("the first week of the year", "[2025-01-01..2025-01-07]"),
        ("the first two weeks of August", "[2025-08-01..2025-08-14]"),
        ("the last two weeks of August", "[2025-08-18..2025-08-31]"),
        ("the first ten days of August", "[2025-08-01..2025-08-10]"),
        ("the last day of August", "2025-08-31"),
        ("the first day of next month", "2025-10-01"),
        ("the first Monday of September", "2025-09-01"),
        ("the second Monday of September 2025", "2025-09-08"),
        ("the last Friday in August", "2025-08-29"),
        ("the last weekend of August", "[2025-08-30..2025-08-31]"),
    ],
)
def test_weeks(phrase: str, expected: str) -> None:
    assert resolved(phrase) == expected


@given(DAYS, st.sampled_from(["the week of", "week of"]))
def test_the_week_of_a_date_is_its_week(day: date, words: str) -> None:
    first, last = bounds(resolved(f"{words} {written(day)}", None))
    assert [found.isocalendar()[:2] for found in (first, last)] == [day.isocalendar()[:2]] * 2
    assert (last - first).days == 6
    assert bounds(resolved(f"the week beginning {written(day)}", None)) == (day, day + timedelta(6))
    assert bounds(resolved(f"the week ending {written(day)}", None)) == (day - timedelta(6), day)


@given(DAYS)
def test_the_weeks_of_a_month_are_seven_days_each(day: date) -> None:
    month, length = f"{MONTHS[day.month - 1]} {day.year}", calendar.monthrange(day.year, day.month)[1]
    weeks = [bounds(resolved(f"the {nth} week of {month}", None)) for nth in ("first", "second", "third", "fourth")]
    assert [(first.day, last.day) for first, last in weeks] == [(1, 7), (8, 14), (15, 21), (22, 28)]
    first, last = bounds(resolved(f"the last week of {month}", None))
    assert (first.day, last.day) == (length - 6, length)
    if length > 28:
        assert bounds(resolved(f"the fifth week of {month}", None))[1].day == length
    else:
        assert refused(f"the fifth week of {month}", None) == f"the calendar has no 'the 5th week of {month.lower()}'"


@given(DAYS, st.integers(0, 6), st.integers(1, 4))
def test_a_numbered_weekday_of_a_month(day: date, weekday: int, number: int) -> None:
    days = [week[weekday] for week in calendar.Calendar().monthdayscalendar(day.year, day.month) if week[weekday]]
    month = f"{MONTHS[day.month - 1]} {day.year}"
    expected = date(day.year, day.month, days[number - 1])
    assert resolved(f"the {ordinal_in_words(number)} {WEEKDAYS[weekday]} of {month}", None) == str(expected)
    last = date(day.year, day.month, days[-1])
    assert resolved(f"the last {WEEKDAYS[weekday]} in {month}", None) == str(last)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_week_is_seven_days_after_the_coming_one(published: date, weekday: int) -> None:
    assume(published.weekday() != weekday)
    coming = published + timedelta((weekday - published.weekday()) % 7)
    for phrase in (f"{WEEKDAYS[weekday]} week", f"a week on {WEEKDAYS[weekday]}"):
        assert resolved(phrase, published) == resolved(phrase, published, "future") == str(coming + timedelta(7))


# Nights and hours


@given(DAYS)
def test_a_night_is_one_of_its_two_days(day: date) -> None:
    after = day + timedelta(1)
    expected = f"[{day}..{after}]"
    for phrase in (
        f"the night of {written(day)} to {written(after)}",
        f"overnight from {written(day)} to {written(after)}",
        f"the night between {written(day)} and {written(after)}",
        f"overnight into {written(after)}",
        f"on the night of {written(day)}",
        f"the night before {written(after)}",
    ):
        assert resolved(phrase, None) == expected
    if day.month == after.month:
        month = f"{MONTHS[day.month - 1]} {day.year}"
        for dash in ("-", "\N{EN DASH}", " to ", " and "):
            assert resolved(f"the night of {day.day}{dash}{after.day} {month}", None) == expected


@each_case(
    ("phrase", "expected"),
    [
        ("overnight", "[2025-09-03..2025-09-04]"),
        ("the night of Tuesday to Wednesday", "[2025-09-02..2025-09-03]"),
        ("Tuesday night into Wednesday", "[2025-09-02..2025-09-03]"),
        ("overnight Tuesday to Wednesday", "[2025-09-02..2025-09-03]"),
        ("overnight on Wednesday", "[2025-09-02..2025-09-04]"),
        ("overnight Sept. 2", "[2025-09-01..2025-09-03]"),
        ("the night of 2/3 September", "[2025-09-02..2025-09-03]"),
        ("the night of 3 September", "[2025-09-03..2025-09-04]"),
        ("night of September 2-3", "[2025-09-02..2025-09-03]"),
        ("the night before last", "2025-09-02"),
        ("in the small hours", "2025-09-04"),
        ("the small hours of Wednesday", "2025-09-03"),
        ("in the early hours of Wednesday morning", "2025-09-03"),
        ("the early hours of 3 September", "2025-09-03"),
        ("the wee hours of Wednesday", "2025-09-03"),
        ("before dawn on Wednesday", "2025-09-03"),
        ("Wednesday before dawn", "2025-09-03"),
        ("on the evening of 3 September", "2025-09-03"),
        ("the morning of Wednesday, 3 September", "2025-09-03"),
        ("3 September in the evening", "2025-09-03"),
        ("late Wednesday evening", "2025-09-03"),
        ("in the evening", "2025-09-04"),
        ("the end of the day", "2025-09-04"),
        ("late summer 2024", "2024-22"),
        ("tonight or tomorrow", "[2025-09-04..2025-09-05]"),
    ],
)
def test_nights_and_parts_of_days(phrase: str, expected: str) -> None:
    assert resolved(phrase) == expected


@given(DAYS, st.times(), st.data())
def test_a_day_with_its_time_is_a_date_time(day: date, clock: time, data: st.DataObject) -> None:
    clock = clock.replace(second=0, microsecond=0)
    hour12 = f"{clock.hour % 12 or 12}"
    half = "pm" if clock.hour >= 12 else "am"
    half = data.draw(st.sampled_from([half, f" {half}", f" {half[0]}.m.", f" {half.upper()}", f"{half[0]}. m."]))
    colon = data.draw(st.sampled_from([":", "."]))
    texts = [f"{clock:%H:%M}", f"{clock.hour}:{clock:%M}", f"{hour12}{colon}{clock:%M}{half}", f"{clock:%H%M} hours"]
    if not clock.minute:
        texts.append(f"{hour12}{half}")
    text = data.draw(st.sampled_from(texts))
    zone = data.draw(st.sampled_from(["", " GMT", " UTC", " local time", " Kyiv time", " EDT"]))
    expected = f"{day}T{clock:%H:%M}:00" + ("Z" if zone in {" GMT", " UTC"} else "")
    assert resolved(f"{written(day)} at {text}{zone}", None) == expected
    assert resolved(f"at {text}{zone} on {written(day)}", None) == expected
    assert resolved(f"{text}{zone} {written(day)}", None) == expected


@each_case(
    ("phrase", "expected"),
    [
        ("Wednesday at 5 p.m.", "2025-09-03T17:00:00"),
        ("5 p.m. on Wednesday", "2025-09-03T17:00:00"),
        ("Wednesday, Sept. 3, at 5:30 p.m.", "2025-09-03T17:30:00"),
        ("Wednesday at noon", "2025-09-03T12:00:00"),
        ("noon on Wednesday", "2025-09-03T12:00:00"),
        ("Wednesday noon", "2025-09-03T12:00:00"),
        ("midday Wednesday", "2025-09-03T12:00:00"),
        ("at noon", "2025-09-04T12:00:00"),
        ("17:00 today", "2025-09-04T17:00:00"),
        ("17h30 on Wednesday", "2025-09-03T17:30:00"),
        ("1400 GMT on Wednesday", "2025-09-03T14:00:00Z"),
        ("5 p.m. (1400 GMT) on Wednesday", "2025-09-03T17:00:00"),
        ("5 o'clock in the afternoon on Wednesday", "2025-09-03T17:00:00"),
        ("2 at night on Wednesday", "2025-09-03T02:00:00"),
        ("Wednesday afternoon at 3", "2025-09-03T15:00:00"),
        ("at 3.30 on Wednesday afternoon", "2025-09-03T15:30:00"),
        ("at 5 p.m. on Wednesday afternoon", "2025-09-03T17:00:00"),
        ("at 8 this morning", "2025-09-04T08:00:00"),
        ("tonight at nine", "2025-09-04T21:00:00"),
        ("5 p.m. in Kyiv on Wednesday", "2025-09-03T17:00:00"),
        ("2025-09-03T17:00:00Z", "2025-09-03T17:00:00Z"),
        ("12 a.m. on Wednesday", "2025-09-03T00:00:00"),
        # the time is not known exactly, or the day is not
        ("midnight on Wednesday", "2025-09-03"),
        ("5 o'clock on Wednesday", "2025-09-03"),
        ("around noon on Wednesday", "2025-09-03"),
        ("shortly after 5 p.m. on Wednesday", "2025-09-03"),
        ("between 2 and 4 p.m. on Wednesday", "2025-09-03"),
        ("Wednesday from 5 p.m.", "2025-09-03"),
        ("Wednesday before 5 p.m.", "2025-09-03"),
        ("last Wednesday at noon", "[2025-08-27,2025-09-03]"),
        # an end of an interval and a set have no time
        ("since 5 p.m. on Wednesday", "2025-09-03/.."),
        ("Tuesday and Wednesday at 5 p.m.", "{2025-09-02,2025-09-03}"),
        # a time of day parts its day between both sides
        ("before 5 p.m. on Wednesday", "[..2025-09-03]"),
        ("after Wednesday morning", "[2025-09-03..2025-09-04]"),
    ],
)
def test_times_of_day(phrase: str, expected: str) -> None:
    assert resolved(phrase) == expected


def test_a_date_time_has_no_mark() -> None:
    assert resolved("Wednesday at noon", "2025-09-04?") == "2025-09-03?"


@each_case("clock", ["13 p.m.", "0 a.m.", "25:00", "17:60", "24:01", "2500 GMT"])
def test_a_time_that_no_clock_shows(clock: str) -> None:
    assert refused(f"Wednesday at {clock}").endswith("is not a time of day")


# Lists


@given(DAYS, st.integers(1, 20), st.sampled_from([", and", " and"]))
def test_dates_of_a_month_in_a_list(day: date, distance: int, final: str) -> None:
    other = day + timedelta(distance)
    assume(day.month == other.month)
    month, year = MONTHS[day.month - 1], day.year
    every, some = f"{{{day},{other}}}", EventDate.parse(f"[{day},{other}]")
    for joint, expected in ((final, every), (" or", "")):
        for phrase in (
            f"{day.day}{joint} {other.day} {month} {year}",
            f"the {day.day}th{joint} the {other.day}th of {month} {year}",
            f"{month} {day.day}{joint} {other.day}, {year}",
            f"{day.day} {month}{joint} {other.day} {month} {year}",
        ):
            answer = resolved(phrase, None)
            if expected:
                assert answer == expected
            else:
                found = EventDate.parse(answer)
                assert (found.earliest, found.latest) == (some.earliest, some.latest)
                assert found.overlaps(EventDate.parse(str(day + timedelta(1)))) is (None if distance == 1 else False)


@given(st.lists(DAYS, min_size=3, max_size=5, unique=True).map(sorted))
def test_a_list_may_have_many_dates(days: list[date]) -> None:
    texts = [written(day) for day in days]
    text = f"{', '.join(texts[:-1])} and {texts[-1]}"
    assume(len(text) <= 80)
    assert resolved(text, None) == f"{{{','.join(map(str, days))}}}"


@each_case(
    ("phrase", "direction", "expected"),
    [
        ("3 and 5 September", "past", "{2025-09-03,2025-09-05}"),
        ("3 and 5 September", "future", "{2025-09-03,2025-09-05}"),
        ("1, 2 and 3 September", "past", "{2025-09-01,2025-09-02,2025-09-03}"),
        ("on September 1 and 3", "past", "{2025-09-01,2025-09-03}"),
        ("24 or 25 February", "past", "[2025-02-24..2025-02-25]"),
        ("24 or 26 February", "past", "[2025-02-24,2025-02-26]"),
        ("30 December and 2 January 2026", "past", "{2025-12-30,2026-01-02}"),
        ("both 3 and 4 September", "past", "{2025-09-03,2025-09-04}"),
        ("either the 1st or the 3rd", "past", "[2025-09-01,2025-09-03]"),
        ("the 24th and 25th", "past", "{2025-08-24,2025-08-25}"),
        ("1 & 3 September", "past", "{2025-09-01,2025-09-03}"),
        ("1-3 and 8 September 2025", "past", "{2025-09-01..2025-09-03,2025-09-08}"),
        ("Monday and Tuesday", "past", "{2025-09-01,2025-09-02}"),
        ("Wednesday and Friday", "past", "{2025-08-27,2025-08-29}"),
        ("Wednesday and Friday", "future", "{2025-09-10,2025-09-12}"),
        ("Friday or Saturday", "future", "[2025-09-05..2025-09-06]"),
        ("yesterday and today", "past", "{2025-09-03,2025-09-04}"),
        ("this week or next", "past", "[2025-09-04..2025-09-14]"),
        ("this or next week", "past", "[2025-09-04..2025-09-14]"),
        ("today or tomorrow", "past", "[2025-09-04..2025-09-05]"),
        ("July and August 2025", "past", "{2025-07,2025-08}"),
        ("2014 and 2022", "past", "{2014,2022}"),
        ("2014 or 2015", "past", "[2014..2015]"),
        ("late July or early August", "past", "[2025-07-21..2025-08-10]"),
        ("early or mid-August", "past", "[2025-08-01..2025-08-20]"),
        ("the first and second quarters of 2025", "past", "{2025-33,2025-34}"),
        ("the 19th and 20th centuries", "past", "{18XX,19XX}"),
        ("the 1980s and 1990s", "past", "{198X,199X}"),
    ],
)
def test_lists(phrase: str, direction: Direction, expected: str) -> None:
    assert resolved(phrase, direction=direction) == expected


@pytest.mark.parametrize(
    "phrase", ["early July and late August", "last week and this week", "last Wednesday and today"]
)
def test_all_of_what_is_not_exact_has_no_edtf(phrase: str) -> None:
    assert refused(phrase).startswith("EDTF cannot say all of several times that are not exact")


# Months, quarters, halves, decades and centuries


@each_case(
    ("phrase", "expected"),
    [
        ("the third quarter of 2025", "2025-35"),
        ("third-quarter 2025", "2025-35"),
        ("Q3 2025", "2025-35"),
        ("3Q 2025", "2025-35"),
        ("2025 Q3", "2025-35"),
        ("the third quarter", "2025-35"),
        ("fourth quarter", "2024-36"),
        ("the fourth quarter of last year", "2024-36"),
        ("the last quarter of 2024", "2024-36"),
        ("this quarter", "2025-35"),
        ("last quarter", "2025-34"),
        ("next quarter", "2025-36"),
        ("first half of 2025", "2025-40"),
        ("H2 2024", "2024-41"),
        ("the first half of the year", "2025-40"),
        ("the second half of August", "[2025-08-16..2025-08-31]"),
        ("the first half of the week", "[2025-09-01..2025-09-04]"),
        ("the first three months of 2025", "[2025-01..2025-03]"),
        ("the last six months of 2024", "[2024-07..2024-12]"),
        ("early to mid-August", "[2025-08-01..2025-08-20]"),
        ("mid- to late August", "[2025-08-11..2025-08-31]"),
        ("before the third quarter of 2025", "[..2025-06]"),
        ("since the third quarter of 2025", "2025-35/.."),
        ("Q1-Q2 2025", "2025-33/2025-34"),
        ("early 1990s", "[1990..1993]"),
        ("the mid-1990s", "[1993..1996]"),
        ("late in the 1990s", "[1996..1999]"),
        ("the first half of the 1990s", "[1990..1994]"),
        ("the end of the 1990s", "1999"),
        ("the '90s", "199X"),
        ("the nineties", "199X"),
        ("the early nineties", "[1990..1993]"),
        ("the 2000s", "200X"),
        ("the 1800s", "18XX"),
        ("last decade", "201X"),
        ("a decade ago", "201X"),
        ("the 19th century", "18XX"),
        ("late 18th century", "[1766..1799]"),
        ("the mid-19th century", "[1833..1866]"),
        ("the early 20th century", "[1900..1933]"),
        ("the beginning of the 20th century", "190X"),
        ("the first half of the 20th century", "[1900..1949]"),
        ("the last quarter of the 19th century", "[1875..1899]"),
        ("the first decade of the 21st century", "200X"),
        ("from the 18th to the 19th century", "17XX/18XX"),
        ("last century", "19XX"),
        ("a century ago", "19XX"),
        ("the first third of August", "[2025-08-01..2025-08-10]"),
        ("the last third of the 19th century", "[1866..1899]"),
        ("next year's first quarter", "2026-33"),
        ("2025's third quarter", "2025-35"),
        ("the noughties", "200X"),
        ("1939-45", "1939/1945"),
        ("1914\N{EN DASH}18", "1914/1918"),
        ("2010-12", "2010-12"),
        ("winter 2024-25", "2024-24"),
        ("winter 2024/25", "2024-24"),
        ("the 3rd", "2025-09-03"),
        ("on the 15th of last month", "2025-08-15"),
        ("Wednesday the 3rd", "2025-09-03"),
        ("two days before 3 September 2025", "2025-09-01"),
        ("six months after 24 February 2022", "2022-08"),
        ("from 1 September onwards", "2025-09-01/.."),
        ("4-Sep-2025", "2025-09-04"),
        ("Sept.3", "2025-09-03"),
    ],
)
def test_months_quarters_decades_and_centuries(phrase: str, expected: str) -> None:
    assert resolved(phrase) == expected


@given(st.integers(1000, 2999), st.integers(1, 4))
def test_quarters_and_halves_are_those_of_the_calendar(year: int, number: int) -> None:
    last = calendar.monthrange(year, 3 * number)[1]
    quarter = (date(year, 3 * number - 2, 1), date(year, 3 * number, last))
    for phrase in (f"Q{number} {year}", f"the {ordinal_in_words(number)} quarter of {year}", f"{number}Q {year}"):
        assert bounds(resolved(phrase, None)) == quarter
    halves = [bounds(resolved(f"the {nth} half of {year}", None)) for nth in ("first", "second")]
    assert halves == [(date(year, 1, 1), date(year, 6, 30)), (date(year, 7, 1), date(year, 12, 31))]


@given(st.sampled_from(["1990s", "1850s", "18th century", "twentieth century", "next week"]))
def test_early_mid_and_late_leave_no_gap(whole: str) -> None:
    thirds = [bounds(resolved(f"{part} {whole}")) for part in ("early", "mid", "late")]
    assert (thirds[0][0], thirds[-1][1]) == bounds(resolved(f"the {whole}" if "next" not in whole else whole))
    assert all(second[0] <= first[1] + timedelta(1) for first, second in itertools.pairwise(thirds))


# What depends on something else


@each_case(
    "phrase",
    [
        *("six months after the signing", "two days before the summit", "since the invasion", "after the talks"),
        *("during the visit", "on the eve of the vote", "hours after the strike", "until the end of the war"),
        *("when he took office", "once the deal is signed", "ahead of the election", "the day after the attack"),
        *("on the day of the summit", "in the wake of the attack", "before the march", "in the first days of the war"),
    ],
)
def test_another_event_is_said_to_be_one(phrase: str) -> None:
    assert refused(phrase) == f"'{phrase}' refers to another event: find out its date, or leave this date empty"


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("at the time", "refers to another date in the text: resolve that one's words"),
        ("a week earlier", "refers to another date in the text: resolve that one's words"),
        ("for three weeks", "says how long something lasts, and not when"),
        ("44 BC", "is before the year 1: write it in EDTF, such as '-0043' for 44 BC"),
        ("the 5th century BC", "is before the year 1: write it in EDTF, such as '-0043' for 44 BC"),
        ("a couple of days ago", "names no period, so no date can be given for it"),
        ("the closing days of August", "names no period, so no date can be given for it"),
    ],
)
def test_reasons(phrase: str, reason: str) -> None:
    assert refused(phrase) == f"'{phrase}' {reason}"


@each_case(
    ("phrase", "meant"),
    [("since Febuary", "february"), ("tommorow", "tomorrow"), ("two weks ago", "weeks"), ("in the sumer", "summer")],
)
def test_a_slip_is_recognised(phrase: str, meant: str) -> None:
    assert refused(phrase).endswith(f"; did you mean '{meant}'?")


@pytest.mark.parametrize("phrase", ["999 centuries ago", "in 999 decades", "in the next 999 decades"])
def test_the_calendar_ends(phrase: str) -> None:
    assert re.search("the years 1 to 9999$", refused(phrase))


def test_a_night_has_two_days() -> None:
    assert refused("the night of 1 to 3 September").startswith("a night lies between two days, one after the other")


# The Julian calendar


@pytest.mark.slow
def test_julian_dates_are_those_counted_day_by_day() -> None:
    """From a known pair on: Britain's last Julian day, 2 September 1752, was 13 September 1752."""
    day = date(1752, 9, 13)
    year, month, number = 1752, 9, 2
    for _ in range(170 * 366):
        if number in {1, 15, 28, 29}:
            text = f"{number} {MONTHS[month - 1]} {year}"
            assert resolved(text, None, calendar="julian") == str(day)
        length = 29 if month == 2 and year % 4 == 0 else calendar.monthrange(2001, month)[1]
        year, month, number = (
            (year, month, number + 1) if number < length else (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
        )
        day += timedelta(1)


@each_case(
    ("phrase", "expected"),
    [
        ("25 October 1917", "1917-11-07"),
        ("Wednesday, October 25, 1917", "1917-11-07"),
        ("25 October", "1917-11-07"),
        ("25\N{EN DASH}26 October 1917", "1917-11-07/1917-11-08"),
        ("25 and 26 October 1917", "{1917-11-07,1917-11-08}"),
        ("since 31 December 1917", "1918-01-13/.."),
        ("25 October 1917 at 9:40 p.m.", "1917-11-07T21:40:00"),
        ("29 February 1900", "1900-03-13"),
        ("4 October 1582", "1582-10-14"),
        # these are the same in both calendars
        ("yesterday", "1917-11-19"),
        ("Wednesday", "1917-11-14"),
    ],
)
def test_the_julian_calendar(phrase: str, expected: str) -> None:
    assert resolved(phrase, "1917-11-20", calendar="julian") == expected


@each_case("phrase", ["October 1917", "1917", "early October 1917", "the third quarter of 1917", "the 25th"])
def test_what_runs_over_two_gregorian_periods_is_not_converted(phrase: str) -> None:
    message = refused(phrase, "1917-11-20", calendar="julian")
    assert message.startswith("calendar='julian' converts dates with a day and a month, found")


@given(st.dates(date(1582, 10, 15), date(2400, 12, 31)))
def test_a_julian_date_without_a_year_is_the_nearest(published: date) -> None:
    """Through the whole year: on the Julian 31 December it is that day."""
    ahead = (published.year - (published.month < 3)) // 100
    julian = published - timedelta(ahead - ahead // 4 - 2)
    assume((julian.month, julian.day) != (2, 29) and abs((published - date(published.year, 3, 1)).days) > 20)
    phrase = f"{julian.day} {MONTHS[julian.month - 1]}"
    for direction in ("past", "future"):
        assert resolved(phrase, published, direction, calendar="julian") == str(published)


def test_iso_dates_are_gregorian() -> None:
    assert "is Gregorian" in refused("1917-10-25", None, calendar="julian")
    assert refused("29 February 1901", None, calendar="julian") == "February 1901 has no day 29"
    assert refused("Thursday, 25 October 1917", None, calendar="julian") == "1917-11-07 is a Wednesday, not a Thursday"
