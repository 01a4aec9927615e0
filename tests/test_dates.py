"""What event dates mean: bounds, order, and relations, against a model that lists every reading."""

import copy
import datetime as dt
import functools
import itertools
import pickle
import re
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from diplo_events.dates import Day, EventDate
from diplo_events.day_sets import FIRST_DAY, LAST_DAY, first_from, inside, last_up_to, meet, number_of, union
from diplo_events.errors import EventDateError

date = EventDate.parse


class TestAValue:
    @pytest.mark.parametrize(
        "text", ["2025-09-04", "Y-17E7", "?2004-06-~11/..", "[..1984,1990]", "2025-09-04T10:00:00Z"]
    )
    def test_its_text_comes_back(self, text: str) -> None:
        assert str(date(text)) == text
        assert eval(repr(date(text))) == date(text)  # noqa: S307 - the law is that it evaluates back

    def test_equality_and_hash_are_those_of_the_text(self) -> None:
        assert date("2025-09") == date("2025-09")
        assert hash(date("2025-09")) == hash(date("2025-09"))
        assert date("2025-09") != date("2025-09-XX")
        assert date("2025-09") != "2025-09"
        assert date("2025-09").__eq__("2025-09") is NotImplemented

    def test_parse_is_the_one_way_to_make_one(self) -> None:
        for arguments in ((), ("2025-09",)):
            with pytest.raises(TypeError, match=re.escape("made by EventDate.parse('2025-09-04')")):
                EventDate(*arguments)

    @pytest.mark.parametrize("value", [7, None, b"2025", dt.date(2025, 9, 4)])
    def test_nothing_is_coerced(self, value: Any) -> None:  # noqa: ANN401
        with pytest.raises(TypeError, match="expected the text of a date, found"):
            date(value)

    def test_a_subclass_of_str_is_taken_as_its_characters(self) -> None:
        class Loud(str):
            __slots__ = ()

            def __str__(self) -> str:
                return "!"

        assert type(str(date(Loud("2031-01")))) is str
        assert str(date(Loud("2031-01"))) == "2031-01"

    def test_it_does_not_change(self) -> None:
        with pytest.raises(AttributeError, match="immutable: cannot set '_text'"):
            date("2025-09")._text = "2026"
        with pytest.raises(AttributeError, match="immutable: cannot set 'note'"):
            date("2025-09").note = ""  # type: ignore[attr-defined]
        with pytest.raises(AttributeError, match="immutable: cannot delete '_text'"):
            del date("2025-09")._text

    @pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
    def test_it_can_be_pickled_and_copied(self, protocol: int) -> None:
        one = date("2025-09-03/2025-09-06")
        one.before(one)  # what it has worked out does not travel
        assert pickle.loads(pickle.dumps(one, protocol)) == one  # noqa: S301 - our own bytes
        assert copy.copy(one) == copy.deepcopy(one) == one

    def test_there_is_no_less_than(self) -> None:
        with pytest.raises(TypeError):
            sorted([date("2025"), date("2024")])  # type: ignore[type-var]

    def test_more_dates_than_the_cache_holds(self) -> None:
        days = [dt.date.fromordinal(700_000 + n).isoformat() for n in range(5000)]
        assert [str(date(day)) for day in days] == days

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("2025-09", "date"),
            ("Y17E7", "date"),
            ("2025-09-04T10:00:00", "date"),
            ("2025-09/..", "interval"),
            ("[2025-09]", "one_of"),
            ("{2025-09}", "all_of"),
        ],
    )
    def test_kinds(self, text: str, kind: str) -> None:
        assert date(text).kind == kind
        assert date(text).is_interval is (kind == "interval")

    @pytest.mark.parametrize(
        ("text", "uncertain", "approximate", "unqualified"),
        [
            ("2025-09", False, False, "2025-09"),
            ("2025-09?", True, False, "2025-09"),
            ("2025-~09", False, True, "2025-09"),
            ("2025-09-04%", True, True, "2025-09-04"),
            ("2025/2026-12-?31", True, False, "2025/2026-12-31"),
            ("../2026~", False, True, "../2026"),
            ("[2024,~2025-09,2026..]", False, True, "[2024,2025-09,2026..]"),
            ("{2024-XX?}", True, False, "{2024-XX}"),
            ("Y17E7", False, False, "Y17E7"),
            ("2025-09-04T10:00:00Z", False, False, "2025-09-04T10:00:00Z"),
        ],
    )
    def test_marks(self, text: str, *, uncertain: bool, approximate: bool, unqualified: str) -> None:
        assert date(text).is_uncertain is uncertain
        assert date(text).is_approximate is approximate
        assert str(date(text).unqualified()) == unqualified


BOUNDS = [
    ("2025", "2025-01-01", "2025-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025-09-04", "2025-09-04", "2025-09-04"),
    ("2025-09-04T24:00:00+02:00", "2025-09-04", "2025-09-04"),
    ("2025-09-04~", "2025-09-04", "2025-09-04"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
    ("0000", "0000-01-01", "0000-12-31"),
    ("2025-21", "2025-03-01", "2025-11-30"),
    ("2025-22", "2025-06-01", "2026-02-28"),
    ("2025-23", "2025-03-01", "2025-11-30"),
    ("2025-24", "2025-06-01", "2026-02-28"),
    ("2025-25", "2025-03-01", "2025-05-31"),
    ("2023-28", "2023-12-01", "2024-02-29"),
    ("2025-29", "2025-09-01", "2025-11-30"),
    ("2025-30", "2025-12-01", "2026-02-28"),
    ("2025-32", "2025-06-01", "2025-08-31"),
    ("2025-33", "2025-01-01", "2025-03-31"),
    ("2025-36", "2025-10-01", "2025-12-31"),
    ("2025-38", "2025-05-01", "2025-08-31"),
    ("2025-41", "2025-07-01", "2025-12-31"),
    ("200X", "2000-01-01", "2009-12-31"),
    ("-001X", "-0019-01-01", "-0010-12-31"),
    ("-000X", "-0009-01-01", "-0001-12-31"),
    ("XXXX", "0000-01-01", "9999-12-31"),
    ("2025-XX-31", "2025-01-31", "2025-12-31"),
    ("XXXX-02-29", "0000-02-29", "9996-02-29"),
    ("20X5-1X-XX", "2005-10-01", "2095-12-31"),
    ("Y170000002", "Y170000002-01-01", "Y170000002-12-31"),
    ("Y-17E7", "Y-170000000-01-01", "Y-170000000-12-31"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("-1859S3", "-1859-01-01", "-1850-12-31"),
    ("-1859S5", "-1859-01-01", "-1859-12-31"),
    ("0950S2", "0950-01-01", "0959-12-31"),
    ("0000S1", "0000-01-01", "0000-12-31"),
    ("Y171010000S3", "Y171000000-01-01", "Y171999999-12-31"),
    ("2004-02/2005", "2004-02-01", "2005-12-31"),
    ("../2005", None, "2005-12-31"),
    ("/2005", None, "2005-12-31"),
    ("2004-02/..", "2004-02-01", None),
    ("2004-02/", "2004-02-01", None),
    ("../..", None, None),
    ("[1667,1668-12,1670..1672]", "1667-01-01", "1672-12-31"),
    ("[..1760-12-03]", None, "1760-12-03"),
    ("{1672,1668..}", "1668-01-01", None),
]


class TestBounds:
    @pytest.mark.parametrize(("text", "earliest", "latest"), BOUNDS)
    def test_the_first_and_the_last_day(self, text: str, earliest: str | None, latest: str | None) -> None:
        found = (date(text).earliest, date(text).latest)
        assert tuple(day and str(day) for day in found) == (earliest, latest)

    @pytest.mark.parametrize(
        ("text", "period"),
        [
            ("2025-09", "2025-09-01/2025-09-30"),
            ("2025-09-04", "2025-09-04/2025-09-04"),
            ("2025-09~/2025-10", "2025-09-01/2025-10-31"),
            ("../2005", "../2005-12-31"),
            ("/2005", "/2005-12-31"),
            ("2005/", "2005-01-01/"),
            ("2005/..", "2005-01-01/.."),
            ("[..1984]", "../1984-12-31"),
            ("{1984..}", "1984-01-01/.."),
            ("-0044", "-0044-01-01/-0044-12-31"),
        ],
    )
    def test_as_a_period(self, text: str, period: str) -> None:
        assert date(text).as_period() == date(period)
        assert date(period).as_period() == date(period)

    @pytest.mark.parametrize("text", ["Y170000002", "Y-17E7", "9999-28"])
    def test_no_interval_goes_beyond_the_years_of_four_digits(self, text: str) -> None:
        with pytest.raises(EventDateError, match=f"'{text}' leaves the years -9999 to 9999"):
            date(text).as_period()

    @pytest.mark.parametrize("texts", [["../2024", "/2025", "2024", "2025-01-01", "2025", "2025/..", "2025/2026-01"]])
    def test_sorting_is_by_earliest_then_latest_then_text(self, texts: list[str]) -> None:
        expected = ["../2024", "/2025", "2024", "2025-01-01", "2025", "2025/2026-01", "2025/.."]
        for some in itertools.islice(itertools.permutations(texts), 0, None, 97):
            assert [str(d) for d in sorted(map(date, some), key=EventDate.sort_key)] == expected

    @given(st.dates())
    def test_days_are_numbered_as_datetime_numbers_them(self, day: dt.date) -> None:
        assert number_of(Day(day.year, day.month, day.day)) == day.toordinal()

    @given(st.dates(dt.date(2000, 1, 1), dt.date(2399, 12, 31)), st.integers(-(10**12), 10**12))
    def test_400_years_are_146097_days(self, day: dt.date, cycles: int) -> None:
        assert number_of(Day(day.year + 400 * cycles, day.month, day.day)) == day.toordinal() + 146_097 * cycles


RUNS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5)).map(lambda r: (r[0], r[0] + r[1])), max_size=5)


class TestDaySets:
    @given(RUNS, RUNS, st.integers(-2, 40))
    def test_they_behave_as_sets(self, one: list[tuple[int, int]], other: list[tuple[int, int]], number: int) -> None:
        some, others = ({day for low, high in runs for day in range(low, high + 1)} for runs in (one, other))
        a, b = union(one), union(other)
        assert [day for low, high in a for day in range(low, high + 1)] == sorted(some)
        assert all(high + 1 < low for (_, high), (low, _) in itertools.pairwise(a))
        assert meet(a, b) is not some.isdisjoint(others)
        assert inside(a, b) is (some <= others)
        assert first_from(a, number) == min((day for day in some if day >= number), default=LAST_DAY + 1)
        assert last_up_to(a, number) == max((day for day in some if day <= number), default=FIRST_DAY - 1)


def relations(one: str, other: str) -> tuple[bool | None, ...]:
    a, b = date(one), date(other)
    return a.before(b), a.overlaps(b), a.after(b)


class TestRelations:
    @pytest.mark.parametrize(
        ("one", "other", "before", "overlaps", "after"),
        [
            ("2025-09-03", "2025-09-04", True, False, False),
            ("2025-09-03", "2025-09-03", False, True, False),
            ("2025-09", "2025-09-15", None, None, None),
            ("2025-09", "2025-09-30", None, None, False),
            ("2025-09", "2025-10-01", True, False, False),
            ("2025-08-30/2025-09-02", "2025-09-01", False, True, False),
            ("2025-08/2025-10", "2025-09", False, True, False),
            ("[2025-09-01..2025-09-04]", "2025-09-03", None, None, None),
            ("{2025-09-01..2025-09-04}", "2025-09-03", False, True, False),
            ("{2025-09-01,2025-09-04}", "2025-09-03", False, False, False),
            ("2025-09-04~", "2030", None, None, None),
            ("2025-09-~04", "2030", True, False, False),
            ("2004-06-~11", "2004-06-30", None, None, False),
            ("2004-~06-11", "2004-12-11", None, None, False),
            ("2004-~06-11", "2004-12-12", True, False, False),
            ("2004-~24", "2005-02-28", None, None, False),
            ("2004-~21", "2005-01-01", True, False, False),
            ("2004-XX-11", "2004-06-12", None, False, None),
            ("15XX-12-25", "1588-12-24", None, False, None),
            ("2025-21", "2025-07-14", None, False, None),
            ("2025-21", "2025-10-01", None, None, None),
            ("2025/..", "2030", False, True, False),
            ("2025/", "2030", None, None, False),
            ("../2025", "1000", False, True, None),
            ("/2025", "1000", None, None, None),
            ("../..", "2025~", False, True, False),
            ("Y170000002", "Y17E8", True, False, False),
            ("1950S2", "2000", True, False, False),
            ("2025-09-04T23:00:00Z", "2025-09-04T01:00:00Z", False, True, False),
        ],
    )
    def test_useful_cases(
        self,
        one: str,
        other: str,
        before: bool | None,
        overlaps: bool | None,
        after: bool | None,  # noqa: FBT001
    ) -> None:
        assert relations(one, other) == (before, overlaps, after)

    @pytest.mark.parametrize(
        ("one", "period", "within"),
        [
            ("2025-09-03", "2025-09", True),
            ("2025-09", "2025-09", True),
            ("2025", "2025-09", None),
            ("2024", "2025-09", False),
            ("2025-09-03/2025-09-06", "2025-09", True),
            ("2025-09-03/2025-10-06", "2025-09", False),
            ("2025-09-03/", "2025-09", None),
            ("2025-09-03/..", "2025-09", False),
            ("2025-09-03/..", "2025/..", True),
            ("2025-09-03", "2025/", None),
            ("2025-09-03", "2025-09-03/", True),
            ("2025-09-03", "2025-09~", None),
            ("2025-09-03", "2025-~09", None),
            ("2025-09-03", "2024-~09", False),
            ("2025-09-03", "202X", None),
            ("2025-09-03", "202X/2026", None),
            ("2025-09-03", "202X/2030", None),
            ("2029-09-03", "202X/2030", True),
            ("2025-09-03", "[2025-08,2025-09]", None),
            ("2025-09-03", "[2025,2025-09]", True),
            ("2025-09-03", "[2024..2026]", None),
            ("2025-09-03", "[2025..2025]", True),
            ("2025-09-03", "[..2025]", None),
            ("2025-09-03", "[2026..]", False),
            ("2025-09-03", "{2024..2026}", True),
            ("2025-09-30/2025-10-01", "{2025-09,2025-10}", True),
            ("2025-09-30/2025-11-01", "{2025-09,2025-11}", False),
            ("2025-09-03", "{..2026}", True),
            ("2025-09-03", "{2025-09}", True),
            ("2025-10-03", "2025-21", None),
            ("2025-10-03", "2025-29", True),
            ("2025-07-03", "2025-21", False),
            ("2025-09-03", "2025-09-03T10:00:00", True),
            ("2025-09-03/2025-09-06", "2025-09-XX", False),
            ("Y170000002", "Y170000002", True),
            ("1955", "1950S2", None),
            ("Y170000002", "1950S2", False),
        ],
    )
    def test_within(self, one: str, period: str, within: bool | None) -> None:  # noqa: FBT001
        assert date(one).within(date(period)) is within

    def test_a_hundred_thousand_are_compared_in_a_moment(self) -> None:
        """Day sets too large to list are taken from their first day to their last."""
        assert relations("XXXX-12-25", "2025-12-24") == (None, None, None)
        assert relations("XXXX-12-25/2025", "9XXX-02-29") == (None, None, False)
        assert date("2025-09-03").within(date("XXXX-XX/2025")) is None
