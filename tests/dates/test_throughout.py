"""Time words for the whole of a period, for the night between two days, and for the day before one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events.dates import EventDate
from diplo_events.dates.relative import Direction, resolve
from diplo_events.errors import RelativeDateError
from each_case import each_case

THURSDAY = EventDate.parse("2025-09-04")
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 30))


def meaning(words: str, direction: Direction = "past") -> str:
    """Return what words mean in a text of that Thursday."""
    return str(resolve(words, published=THURSDAY, direction=direction))


@each_case("words", ["throughout", "all through", "all", "all of", "the whole of", "right through"])
@each_case(
    ("period", "edtf"),
    [
        ("August", "2025-08-01/2025-08-31"),
        ("2024", "2024-01-01/2024-12-31"),
        ("last week", "2025-08-25/2025-08-31"),
        ("last year", "2024-01-01/2024-12-31"),
        ("the 1990s", "1990-01-01/1999-12-31"),
        ("Wednesday", "2025-09-03"),
    ],
)
def test_the_whole_of_a_period_lasts_from_its_first_day_to_its_last(words: str, period: str, edtf: str) -> None:
    assert meaning(f"{words} {period}") == edtf


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_the_whole_of_a_month_has_all_of_its_days(day: date) -> None:
    words = f"throughout {day:%B} {day.year}"
    whole = resolve(words, published=None)
    first = day.replace(day=1)
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    assert str(whole) == f"{first}/{last}"


@each_case(
    ("words", "past", "future"),
    [
        ("all week", "2025-09-01/2025-09-04", "2025-09-04/2025-09-07"),
        ("all week long", "2025-09-01/2025-09-04", "2025-09-04/2025-09-07"),
        ("all month", "2025-09-01/2025-09-04", "2025-09-04/2025-09-30"),
        ("all year", "2025-01-01/2025-09-04", "2025-09-04/2025-12-31"),
    ],
)
def test_all_week_is_this_week_up_to_the_publication_or_from_it(words: str, past: str, future: str) -> None:
    assert (meaning(words), meaning(words, "future")) == (past, future)


def test_all_day_is_a_day() -> None:
    assert meaning("all day Wednesday") == meaning("all day on Wednesday") == "2025-09-03"


def test_in_the_course_of_a_month_is_one_day_of_it() -> None:
    assert meaning("in the course of August") == meaning("during August")


@given(DAYS)
def test_a_stroke_between_two_days_is_the_night_between_them(day: date) -> None:
    after = day + timedelta(1)
    words = f"{day.day} {day:%B} {day.year}/{after.day} {after:%B} {after.year}"
    assert str(resolve(words, published=None)) == f"[{day}..{after}]"


@each_case(
    ("words", "edtf"),
    [
        ("24/25 February", "[2025-02-24..2025-02-25]"),
        ("on 24/25 February", "[2025-02-24..2025-02-25]"),
        ("February 24/25", "[2025-02-24..2025-02-25]"),
        ("the night of 24/25 February", "[2025-02-24..2025-02-25]"),
        ("31 August/1 September", "[2025-08-31..2025-09-01]"),
        ("Tuesday/Wednesday", "[2025-09-02..2025-09-03]"),
        ("24-25 February", "2025-02-24/2025-02-25"),
        ("24 and 25 February", "{2025-02-24,2025-02-25}"),
    ],
)
def test_the_mark_between_two_days_says_what_is_meant(words: str, edtf: str) -> None:
    assert meaning(words) == edtf


def test_days_that_do_not_follow_each_other_have_no_night_between_them() -> None:
    with pytest.raises(RelativeDateError, match="a night lies between two days, one after the other"):
        meaning("24/26 February")


@each_case("words", ["5/9", "9/11", "09/2025", "2024/25", "3/9/2025", "and/or", "/", "Monday/"])
def test_other_strokes_are_no_night(words: str) -> None:
    with pytest.raises(RelativeDateError) as caught:
        meaning(words)
    assert "a night" not in str(caught.value)


@given(DAYS)
def test_the_eve_of_a_day_is_the_day_before(day: date) -> None:
    assert str(resolve(f"on the eve of {day.day} {day:%B} {day.year}", published=None)) == str(day - timedelta(1))


@each_case(
    "words", ["on the eve of the summit", "all through the talks", "throughout the war", "in the course of the summit"]
)
def test_an_event_is_another_event(words: str) -> None:
    with pytest.raises(RelativeDateError, match="refers to another event"):
        meaning(words)


@each_case("words", ["throughout the week", "during the week", "the whole week", "throughout the night"])
def test_the_week_without_more_is_one_that_the_text_speaks_of(words: str) -> None:
    with pytest.raises(RelativeDateError, match="refers to another date in the text"):
        meaning(words)


@pytest.mark.parametrize("unit", ["month", "year", "century"])
def test_a_turn_has_no_first_and_last_day(unit: str) -> None:
    with pytest.raises(RelativeDateError, match="names no period"):
        meaning(f"at the turn of the {unit}")


@each_case("words", ["on Christmas Eve", "on New Year's Eve", "at Easter", "during Ramadan"])
def test_a_feast_has_its_date_from_another_calendar(words: str) -> None:
    with pytest.raises(RelativeDateError, match="is a feast"):
        meaning(words)


def test_the_whole_of_a_season_has_no_exact_days() -> None:
    with pytest.raises(RelativeDateError, match="name the months"):
        meaning("throughout the summer")
