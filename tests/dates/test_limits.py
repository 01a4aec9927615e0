"""Several dates of one thing, held against the relations of each date with each."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from diplo_events import EventDate
from diplo_events.dates.limits import Limits, conflict, limits_of, precedes
from diplo_events.strategies import event_dates

several = st.lists(event_dates(), min_size=1, max_size=4)


class TestPrecedes:
    @given(several, several)
    def test_certain_is_what_holds_whichever_dates_are_right(
        self, ones: list[EventDate], others: list[EventDate]
    ) -> None:
        pairs = {one.before(other) for one in ones for other in others}
        expected = pairs.pop() if len(pairs) == 1 else None
        assert precedes(limits_of(ones), limits_of(others)) is expected

    @given(several)
    def test_unqualified_is_without_marks(self, dates: list[EventDate]) -> None:
        assert limits_of(dates, unqualified=True) == limits_of([date.unqualified() for date in dates])

    @given(several)
    def test_what_has_no_date_is_before_nothing_for_certain(self, dates: list[EventDate]) -> None:
        assert precedes(limits_of([]), limits_of([])) is None
        assert precedes(limits_of([]), limits_of(dates)) is not True
        assert precedes(limits_of(dates), limits_of([])) is not True

    def test_days_are_counted_as_python_counts_them(self) -> None:
        first, last = dt.date(2025, 9, 3), dt.date(2025, 9, 6)
        days = limits_of([EventDate.parse(f"[{first}..{last}]")])
        assert days == Limits(first.toordinal(), last.toordinal(), first.toordinal(), last.toordinal())


class TestConflict:
    @given(several)
    def test_two_dates_conflict_when_their_bounds_share_no_day(self, dates: list[EventDate]) -> None:
        pairs = [(one, other) for one in dates for other in dates]
        marked = any(one.before(other) for one, other in pairs)
        written = any(one.latest and other.earliest and one.latest < other.earliest for one, other in pairs)
        assert conflict(dates) is (True if marked else None if written else False)

    def test_one_date_or_none_cannot(self) -> None:
        assert conflict([]) is False
        assert conflict([EventDate.parse("2025-09-03")]) is False
