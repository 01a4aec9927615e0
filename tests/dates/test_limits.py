"""The limits of alternative dates, compared with the relations of each date with each."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import EventDate
from diplo_events.dates import Day
from diplo_events.dates.limits import (
    ANY_TIME,
    FIRST_DAY,
    LAST_DAY,
    Limits,
    bounds_key,
    clock_range,
    conflict,
    lies_within,
    limits_of,
    shared_range,
)
from diplo_events.errors import ArgumentTypeError
from diplo_events.strategies import event_dates
from each_case import each_case

date = EventDate.parse
several = st.lists(event_dates(), min_size=1, max_size=4)


def has_time(when: EventDate) -> bool:
    return "T" in str(when)


class TestOneDate:
    @given(event_dates())
    def test_limits_as_written_are_the_bounds_but_for_moments(self, when: EventDate) -> None:
        limits = when.limits(unqualified=True)
        first = when.earliest.ordinal if when.earliest else FIRST_DAY
        last = when.latest.ordinal if when.latest else LAST_DAY
        if has_time(when):
            assert limits.first_min <= first == last <= limits.last_max <= limits.first_min + 1
        else:
            assert (limits.first_min, limits.last_max) == (first, last)

    @given(event_dates())
    def test_they_are_those_of_the_date_alone(self, when: EventDate) -> None:
        assert when.limits() == limits_of([when])
        assert when.limits(unqualified=True) == limits_of([when], unqualified=True) == when.unqualified().limits()

    def test_days_are_counted_as_python_counts_them(self) -> None:
        first, last = dt.date(2025, 9, 3), dt.date(2025, 9, 6)
        days = limits_of([date(f"[{first}..{last}]")])
        assert days == Limits(first.toordinal(), last.toordinal(), first.toordinal(), last.toordinal())

    @each_case(
        ("text", "known"), [("2025", True), ("2025/..", True), ("../2025", True), ("2025~", False), ("../..", False)]
    )
    def test_limits_are_known_if_they_exclude_a_day(self, text: str, known: bool) -> None:
        assert date(text).limits().are_known is known

    def test_without_a_date_nothing_is_known(self) -> None:
        assert limits_of([]) == ANY_TIME
        assert not ANY_TIME.are_known


class TestRanges:
    """What several dates leave: compared with `datetime`, which knows UTC."""

    @given(
        st.datetimes(dt.datetime(1, 1, 3), dt.datetime(9999, 12, 28)),  # noqa: DTZ001  (the offset is drawn apart)
        st.integers(-12, 14),
        st.integers(-12, 14),
    )
    def test_a_moment_is_one_whatever_its_offset(self, moment: dt.datetime, left: int, right: int) -> None:
        utc = moment.replace(microsecond=0, tzinfo=dt.UTC)
        zones = [dt.timezone(dt.timedelta(hours=hours)) for hours in (left, right)]
        local = [utc.astimezone(zone) for zone in zones]
        dates = [date(time.isoformat()) for time in local]
        day = utc.date().toordinal()
        assert [clock_range(when) for when in dates] == [(day, day)] * 2
        written = {time.date().toordinal() for time in local}
        shared = written.pop() if len(written) == 1 else day
        assert shared_range(dates) == (shared, shared)
        assert lies_within(*dates)

    @given(several)
    def test_days_as_written_come_first(self, dates: list[EventDate]) -> None:
        first, last = shared_range(dates)
        known = max((when.earliest.ordinal for when in dates if when.earliest), default=FIRST_DAY)
        end = min((when.latest.ordinal for when in dates if when.latest), default=LAST_DAY)
        if known <= end or not any(map(has_time, dates)):
            assert (first, last) == (known, end)
        if first <= last and len(dates) == 2:
            assert conflict([when.unqualified() for when in dates]) is False

    @given(event_dates())
    def test_a_date_lies_within_itself(self, when: EventDate) -> None:
        assert lies_within(when, when)
        assert lies_within(when.unqualified(), when)


class TestBefore:
    @given(several, several)
    def test_certain_is_what_holds_whichever_dates_are_right(
        self, lefts: list[EventDate], rights: list[EventDate]
    ) -> None:
        pairs = {left.before(right) for left in lefts for right in rights}
        expected = pairs.pop() if len(pairs) == 1 else None
        answer = limits_of(lefts).before(limits_of(rights))
        if any(map(has_time, lefts + rights)):  # a moment can be on the neighbouring day of UTC
            assert answer in {expected, None}
        else:
            assert answer is expected

    @given(several)
    def test_unqualified_is_without_marks(self, dates: list[EventDate]) -> None:
        assert limits_of(dates, unqualified=True) == limits_of([when.unqualified() for when in dates])

    @given(several)
    def test_an_event_without_a_date_is_before_nothing_for_certain(self, dates: list[EventDate]) -> None:
        assert limits_of([]).before(limits_of([])) is None
        assert limits_of([]).before(limits_of(dates)) is not True
        assert limits_of(dates).before(limits_of([])) is not True


class TestConflict:
    @given(several)
    def test_two_dates_conflict_when_their_bounds_share_no_day(self, dates: list[EventDate]) -> None:
        pairs = [(left, right) for left in dates for right in dates]
        marked = any(left.before(right) for left, right in pairs)
        written = any(left.latest and right.earliest and left.latest < right.earliest for left, right in pairs)
        expected = True if marked else None if written else False
        answer = conflict(dates)
        assert answer is expected or (any(map(has_time, dates)) and answer is False)

    def test_one_date_or_none_cannot(self) -> None:
        assert conflict([]) is False
        assert conflict([date("2025-09-03")]) is False

    def test_one_moment_on_two_calendars_is_no_conflict(self) -> None:
        assert conflict([date("2025-09-03T23:00:00-05:00"), date("2025-09-04T04:00:00Z")]) is False
        assert conflict([date("2025-09-03T23:00:00-05:00"), date("2025-09-04")]) is False
        assert conflict([date("2025-09-03T23:00:00-05:00"), date("2025-09-05T04:00:00Z")]) is True


@given(event_dates(), event_dates())
def test_bounds_are_in_the_order_of_the_sort_key(left: EventDate, right: EventDate) -> None:
    keys = [bounds_key(when.earliest, when.latest) for when in (left, right)]
    if keys[0] != keys[1]:
        assert (keys[0] < keys[1]) is (left.sort_key() < right.sort_key())
    assert bounds_key(None, Day(2025, 1, 1)) < bounds_key(Day(-9999, 1, 1), Day(-9999, 1, 1))


@each_case("function", [limits_of, conflict])
@each_case(
    ("dates", "message"),
    [
        (["2025-09"], "expected an EventDate, found '2025-09'; write EventDate.parse('2025-09')"),
        ([date("2025"), None], "expected an EventDate, found None; test first whether there is a date"),
        ("2025-09", "expected a list of dates, found '2025-09'; write [EventDate.parse('2025-09')]"),
        (
            date("2025-09"),
            "expected a list of dates, found EventDate.parse('2025-09'); write [EventDate.parse('2025-09')]",
        ),
    ],
)
def test_other_arguments_are_refused_with_what_to_write(function: Any, dates: Any, message: str) -> None:
    with pytest.raises(ArgumentTypeError) as caught:
        function(dates)
    assert str(caught.value) == message


@given(*[st.tuples(st.integers(1, 5), st.integers(0, 3)) for _ in range(2)])
def test_one_is_before_another_if_each_end_is_before_each_beginning(
    ends: tuple[int, int], beginnings: tuple[int, int]
) -> None:
    (end, more), (beginning, later) = ends, beginnings
    one = Limits(FIRST_DAY, end, end, end + more)
    other = Limits(beginning, beginning + later, beginning, LAST_DAY)
    orders = {e < b for e in range(end, end + more + 1) for b in range(beginning, beginning + later + 1)}
    assert one.before(other) is (orders.pop() if len(orders) == 1 else None)
