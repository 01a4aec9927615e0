"""What is EDTF and what is not: the specification, the public suites, another library, and a calendar."""

import calendar
import datetime as dt
import itertools
import json
import re
import time
import warnings
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events.dates._edtf import MAX_LENGTH, parse
from diplo_events.dates._syntax import (
    AllOf,
    Date,
    DateTime,
    End,
    Interval,
    LoneYear,
    Mark,
    Marks,
    OneOf,
    Range,
    completions,
    month_length,
    units,
)
from diplo_events.errors import EventDateError
from each_case import each_case

with warnings.catch_warnings():  # it uses names that its own parser library has deprecated
    warnings.simplefilter("ignore")
    from edtf_validate.valid_edtf import is_valid as edtf_validate_says

DATA = Path(__file__).parents[1] / "data"
CASES = json.loads((DATA / "edtf_cases.json").read_text())["cases"]
DECISIONS = json.loads((DATA / "edtf_decisions.json").read_text())["decisions"]
REFUSALS = json.loads((DATA / "edtf_refusals.json").read_text())["refusals"]
EXAMPLES = json.loads((DATA / "edtf_loc_examples.json").read_text())["examples"]


def is_edtf(text: str) -> bool:
    try:
        parse(text)
    except EventDateError:
        return False
    return True


class TestTheSpecification:
    @each_case(("text", "level"), [(text, group["level"]) for group in EXAMPLES for text in group["edtf"]])
    def test_every_example_is_read_at_its_level(self, text: str, level: int) -> None:
        assert parse(text).level == level

    def test_a_date_has_up_to_three_parts(self) -> None:
        assert parse("1985") == Date(1985)
        assert parse("1985-04") == Date(1985, 4)
        assert parse("-1985-04-12") == Date(-1985, 4, 12, level=1)

    def test_a_time_is_kept_as_it_is_written(self) -> None:
        assert parse("1985-04-12T23:20:30+04:30") == DateTime(Date(1985, 4, 12), "23:20:30", "+04:30")
        assert parse("1985-04-12T24:00:00") == DateTime(Date(1985, 4, 12), "24:00:00", "")

    def test_an_exponent_is_worked_out(self) -> None:
        assert parse("Y-17E7") == LoneYear(-170000000, None, 2)
        assert parse("Y3388E2S3") == LoneYear(338800, 3, 2)

    def test_significant_digits_may_follow_a_year_of_four(self) -> None:
        assert parse("1950S2") == LoneYear(1950, 2, 2)

    def test_an_end_of_an_interval_is_a_date_or_open_or_unknown(self) -> None:
        assert parse("../1985") == Interval(End.OPEN, Date(1985))
        assert parse("1985/") == Interval(Date(1985), End.UNKNOWN)

    def test_a_set_has_dates_and_ranges(self) -> None:
        members = (Date(1667), Range(Date(1670), Date(1672)))
        assert parse("[1667,1670..1672]") == OneOf(members)
        assert parse("{1667,1670..1672}") == AllOf(members)
        assert parse("{..1984}") == AllOf((Range(None, Date(1984)),))

    def test_a_set_may_be_open_at_both_ends(self) -> None:
        """An example of ISO 8601-2 itself."""
        assert is_edtf("[..1983-12-31,1984-10-10..1984-11-01,1984-11-05..]")

    @each_case(
        ("text", "year", "month", "day"),
        [
            ("2004-06-11%", "%", "%", "%"),
            ("2004-06~-11", "~", "~", ""),
            ("2004?-06-11", "?", "", ""),
            ("?2004-06-~11", "?", "", "~"),
            ("2004-%06-11", "", "%", ""),
            ("2004-06-~11?", "?", "?", "%"),
            ("2004~", "~", "", ""),
        ],
    )
    def test_a_mark_before_is_for_the_part_and_after_for_all_up_to_there(
        self, text: str, year: str, month: str, day: str
    ) -> None:
        mark = {
            "": Mark(0),
            "?": Mark.UNCERTAIN,
            "~": Mark.APPROXIMATE,
            "%": Mark.UNCERTAIN | Mark.APPROXIMATE,
        }
        assert parse(text).marks == Marks(mark[year], mark[month], mark[day])

    def test_unspecified_digits_are_kept_as_text(self) -> None:
        assert parse("-1X32-X1-0X") == Date("-1X32", "X1", "0X", level=2)


class TestThePublicSuites:
    @each_case("case", [case for case in CASES if case["core"]], ids=lambda case: repr(case["edtf"]))
    def test_what_they_agree_on_holds(self, case: dict[str, Any]) -> None:
        assert is_edtf(case["edtf"]) is case["valid"]

    def test_each_text_that_they_dispute_is_decided_once(self) -> None:
        decided = [text for decision in DECISIONS for text in decision["edtf"]]
        assert sorted(decided) == sorted(case["edtf"] for case in CASES if not case["core"])

    @each_case(
        ("text", "accepted"),
        [(text, decision["accepted"]) for decision in DECISIONS for text in decision["edtf"]],
    )
    def test_the_decisions_hold(self, text: str, accepted: bool) -> None:
        assert is_edtf(text) is accepted

    OTHER_LEVELS: ClassVar = {
        # "Negative calendar year" is a heading of level 1.
        **dict.fromkeys(("-0002", "-9999"), 1),
        # Level 1 leaves one or two digits of a year unspecified, or the month and day of a given year.
        **dict.fromkeys(("XXXX", "XXXX-XX", "XXXX-XX-XX"), 2),
        # A qualified season is two features of level 1 at once; the suites have 2011-23~ at level 2.
        "1952-23~/1953": 2,
    }

    def test_levels_are_those_of_the_suites_but_for_six_where_the_specification_says_otherwise(self) -> None:
        levels = {case["edtf"]: case["level"] for case in CASES if case["core"] and case["level"] is not None}
        assert {text: parse(text).level for text in levels} == {**levels, **self.OTHER_LEVELS}


class TestWhatIsRefused:
    @each_case(("text", "message"), REFUSALS)
    def test_the_message_says_what_is_wrong_and_where(self, text: str, message: str) -> None:
        with pytest.raises(EventDateError) as refused:
            parse(text)
        assert str(refused.value).translate({0x2068: None, 0x2069: None}) == message

    @each_case(
        "text",
        [
            "2025-W36-4",
            "20250904  ",
            "2025-0904 ",
            "2025-02-29",
            "0000-00-01",
            "2025-09-0٤",
            "\ud800025-09-04",
            "2025 09-04",
        ],
    )
    def test_ten_characters_are_a_day_only_if_they_are_written_as_one(self, text: str) -> None:
        assert len(text) == len("2025-09-04")
        assert not is_edtf(text)

    def test_a_text_that_is_too_long_is_not_shown(self) -> None:
        with pytest.raises(EventDateError, match="at most 200 characters, this text has 1000000"):
            parse("1" * 1_000_000)
        longest = "[" + ",".join(["2001"] * 39) + ",2001]"
        assert len(longest) == MAX_LENGTH + 1
        assert not is_edtf(longest)
        assert is_edtf("[-" + longest[6:])

    @pytest.mark.slow
    @given(st.text() | st.text(alphabet="0123456789X?~%-/.,[]{}TZ:+SYE \n\U000e0001٢", max_size=MAX_LENGTH + 5))
    def test_every_message_is_one_short_line_that_points_into_the_text(self, text: str) -> None:
        try:
            parse(text)
        except EventDateError as error:
            message = str(error)
            assert len(message) < 200
            assert len(message.splitlines()) == 1
            column = re.search(r", column (\d+): ", message.removeprefix(repr(text)))
            assert column is None if len(text) > MAX_LENGTH else 1 <= int(column[1]) <= len(text) + 1

    @each_case(
        "text",
        [
            "1" * MAX_LENGTH,
            "X" * MAX_LENGTH,
            "-" * MAX_LENGTH,
            "?" * MAX_LENGTH,
            "T" * MAX_LENGTH,
            "/" * MAX_LENGTH,
            "[" + "2001," * 39,
            "[" + ",".join(["XXX1-02-29"] * 18) + "]",
            "[" + ",".join(["XXX3-03-31"] * 17) + "]",
            "Y1E" + "9" * 197,
            "Y1S" + "9" * 197,
        ],
    )
    def test_no_text_takes_long(self, text: str) -> None:
        started = time.perf_counter()
        is_edtf(text)
        assert time.perf_counter() - started < 0.5


class TestTheCalendar:
    @given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
    def test_days_are_those_of_datetime(self, year: int, month: int, day: int) -> None:
        try:
            dt.date(year, month, day)
        except ValueError:
            assert not is_edtf(f"{year:04}-{month:02}-{day:02}")
        else:
            assert is_edtf(f"{year:04}-{month:02}-{day:02}")

    @given(st.integers(-(10**15), 10**15), st.integers(1, 12))
    def test_the_calendar_repeats_after_400_years(self, year: int, month: int) -> None:
        assert month_length(year, month) == calendar.monthrange(year % 400 + 400, month)[1]

    @given(
        st.text("0129X", min_size=4, max_size=4),
        st.text("0123X", min_size=2, max_size=2),
        st.text("01239X", min_size=2, max_size=2),
    )
    def test_unspecified_digits_are_right_if_some_filling_in_is_a_day(self, year: str, month: str, day: str) -> None:
        def filled(part: str) -> list[str]:
            return ["".join(chosen) for chosen in itertools.product(*("0123456789" if c == "X" else c for c in part))]

        def is_day(month: str, day: str) -> bool:
            # Whether the year has a leap day is asked of the 400-year cycle, which datetime has twice over.
            return any(
                1 <= int(month) <= 12 and 1 <= int(day) <= calendar.monthrange(400 + cycle, int(month))[1]
                for cycle in cycles
            )

        cycles = {int(number) % 400 for number in filled(year)}
        is_real = any(is_day(m, d) for m in filled(month) for d in filled(day))
        assert is_edtf(f"{year}-{month}-{day}") is is_real

    @each_case("text", ["-0X0X", "20X5-1X", "XX00-02-29", "2025-X2-3X", "-20X1-0X-2X"])
    def test_units_are_the_fillings_in_in_order(self, text: str) -> None:
        date = parse(text)
        found = list(units(date))
        assert found
        assert found == sorted(found)
        assert list(units(date, latest_first=True)) == found[::-1]

    def test_there_is_no_year_minus_zero(self) -> None:
        assert list(completions("-000X", 9999, latest_first=True)) == list(range(-1, -10, -1))

    @each_case(
        ("text", "valid"),
        [
            ("2003-24/2004-21", True),
            ("2003-21/2003-24", True),
            ("2003-24/2003-21", False),
            ("2003-22/2003-12", True),
            ("2003-22/2003-05", False),
            ("2003-01/2003-21", True),
            ("2003-12/2003-21", False),
            ("2003-12/2003-22", True),
            ("2003-28/2003-12", True),
            ("2003-28/2003-11", False),
            ("2003-33/2003-41", True),
            ("2003-36/2003-33", False),
            ("2003-05-02/2003-05", False),
            ("2003-05/2003-05-02", True),
            ("200X/2001", True),
            ("2009/200X", True),
            ("2003-06/2003-0X", True),
            ("2003-10/2003-0X", False),
        ],
    )
    def test_an_end_cannot_begin_before_its_start_begins(self, text: str, valid: bool) -> None:
        assert is_edtf(text) is valid


MARK = "[?~%]"
PART = rf"{MARK}?[0-9X]{{2}}{MARK}?"
YEAR = rf"{MARK}?-?[0-9X]{{4}}{MARK}?"
GROUP = rf"{MARK}?(2[1-9]|3[0-9]|4[01]){MARK}?"
END = r"(?=[/,.\]}]|$)"


class Divergence(NamedTuple):
    """Something on which `edtf-validate` 2.0 and this library differ, and why this library is not wrong."""

    why: str
    accepted: bool
    applies: str
    witnesses: tuple[str, ...]

    def covers(self, text: str, *, accepted: bool) -> bool:
        return accepted is self.accepted and re.search(self.applies, text) is not None


DIVERGENCES = [
    Divergence(
        "both features are level 2; edtf-validate has no grammar for an X and a mark in one date",
        True,
        rf"X[-0-9X]*{MARK}|{MARK}[-0-9X?~%]*X",
        ("16XX~", "2004-~06-XX", "2004-XX-11?/2005"),
    ),
    Divergence(
        "a mark before a part and one after it have each their scope; edtf-validate takes one mark to a part",
        True,
        rf"{MARK}-?[0-9X]+{MARK}",
        ("2001-?09~-09", "?2004~/2005"),
    ),
    Divergence(
        "a group of months stands wherever a month may; edtf-validate has it alone",
        True,
        rf"({YEAR}-{GROUP}){END}",
        ("196X-21", "2001-~34", "[2001-21,2002-21]", "2001-34/2002"),
    ),
    Divergence(
        "a set may have one member; edtf-validate asks for two, or for a range",
        True,
        r"^[\[{][^,]*[\]}]$",
        ("[1984]", "{1984-05~}"),
    ),
    Divergence(
        "a range may follow '..b', as in an example of ISO 8601-2; edtf-validate does not find it",
        True,
        r"^[\[{]\.\.[^.]*,.*[0-9]\.\.[0-9]",
        ("[..1960,1970..1980]",),
    ),
    Divergence(
        "an end may be open or unknown whatever the other is; edtf-validate has that at level 1 only",
        True,
        rf"^(\.\.)?/.*({MARK}.|X)|({MARK}.|X).*/(\.\.)?$",
        ("../36XX", "2004-06-~11/", "/2004~-06"),
    ),
    Divergence(
        "months run forward in negative years; edtf-validate compares them as if the years were positive",
        True,
        r"^[^/]*-[0-9X]{4}[^/]*/.*|/.*-[0-9X]{4}",
        ("-1922-0X-16/-1XXX-09-09", "-0001-01/-0001-02"),
    ),
    Divergence(
        "the same, where it lets an interval end before it begins",
        False,
        rf"^{MARK}?-[0-9X]{{4}}.*/{MARK}?-[0-9X]{{4}}",
        ("-0001-02/-0001-01",),
    ),
    Divergence(
        "the year 0000 is a year like others; edtf-validate has it in no interval that begins open or unknown",
        True,
        rf"^(\.\.)?/{MARK}?0000",
        ("/0000", "../0000-07"),
    ),
    Divergence(
        "an X of a month stands for any month that has the day; edtf-validate fills it in before it looks at the day",
        True,
        r"/.*-(0X|1X|XX|X[0-9])-(29|3[01])",
        ("1980/1984-0X-31",),
    ),
    Divergence(
        "an offset may be hours alone and may be nought; edtf-validate does not have +00, +00:00 and +14",
        True,
        r"T.*(\+00|\+00:00|\+14)$",
        ("1985-04-12T23:20:30+00:00", "1985-04-12T23:20:30+14"),
    ),
    Divergence(
        "no clock is more than 12 hours behind UTC; edtf-validate goes to 14",
        False,
        r"T.*-(12:[0-9]{2}|13|13:[0-9]{2}|14:00)$",
        ("1985-04-12T23:20:30-13:00",),
    ),
    Divergence(
        "a time needs a day; edtf-validate takes it after a month or a year",
        False,
        r"^-?[0-9]{4}(-[0-9]{2})?T",
        ("1985T23:20:30", "1985-04T23:20:30Z"),
    ),
    Divergence(
        "February 29 is a day of leap years; edtf-validate takes it in any year",
        False,
        rf"[0-9X]{{4}}{MARK}?-{MARK}?[0-9X]{{2}}{MARK}?-{MARK}?(29|X9|2X)",
        ("1900-02-29", "-2023-02-29"),
    ),
    Divergence(
        "a day must be in its month; edtf-validate does not ask where there is an X or a mark",
        False,
        rf"{MARK}?[0-9X]{{2}}{MARK}?-{MARK}?(3[0-9X]|X[01])",
        ("2002-X4-31", "1925-11%-31", "15XX-02-3X"),
    ),
    Divergence(
        "a range goes from early to late; edtf-validate does not compare",
        False,
        r"[\[{,][-0-9]+\.\.[-0-9]+",
        ("[1926..1918]",),
    ),
    Divergence(
        "years of more than 15 digits are beyond a stated limit",
        False,
        r"^Y-?([0-9]{16}|[0-9]+E)",
        ("Y1234567890123456", "Y1E15"),
    ),
    Divergence(
        "there is no white space; the parser that edtf-validate is made of skips it",
        False,
        r"\s",
        ("2014\n", "2014\t"),
    ),
]


def validates(text: str) -> bool | None:
    try:
        return bool(edtf_validate_says(text))
    except Exception:  # noqa: BLE001  (it fails in several ways on what it does not foresee)
        return None


def digits(number: int, width: int, hidden: list[bool]) -> str:
    return "".join("X" if hide else digit for digit, hide in zip(f"{number:0{width}}", hidden, strict=True))


@st.composite
def date_texts(draw: st.DrawFn, *, plain: bool = False) -> str:
    """Texts that look like a date, most of them one."""
    mark = st.just("") if plain or draw(st.integers(0, 2)) else st.sampled_from(["", "", "?", "~", "%"])
    hide = st.just(False) if plain or draw(st.integers(0, 2)) else st.booleans()
    year = draw(st.sampled_from(["", "", "", "-"])) + digits(
        draw(st.integers(1990, 2010) | st.integers(0, 9999)), 4, [draw(hide) for _ in range(4)]
    )
    text = draw(mark) + year + draw(mark)
    for highest in (13, 32)[: draw(st.integers(0, 2))]:
        number = draw(st.integers(0, highest) | st.integers(0, 45) if highest == 13 else st.integers(0, highest))
        text += "-" + draw(mark) + digits(number, 2, [draw(hide), draw(hide)]) + draw(mark)
    return text


ENDS = date_texts() | st.sampled_from(["", ".."])
INTERVALS = st.tuples(ENDS, ENDS).map("/".join)
RANGES = st.tuples(date_texts(plain=True) | st.just(""), date_texts(plain=True) | st.just("")).map("..".join)
MEMBERS = st.lists(date_texts() | RANGES, min_size=1, max_size=4).map(",".join)
SETS = st.tuples(st.sampled_from(["[]", "{}"]), MEMBERS).map(lambda set_: set_[0][0] + set_[1] + set_[0][1])
TIMES = st.builds(
    "{}T{:02}:{:02}:{:02}{}".format,
    date_texts(plain=True),
    st.integers(0, 25),
    st.integers(0, 61),
    st.integers(0, 61),
    st.sampled_from(["", "Z"])
    | st.builds("{}{:02}:{:02}".format, st.sampled_from("+-"), st.integers(0, 15), st.integers(0, 61))
    | st.builds("{}{:02}".format, st.sampled_from("+-"), st.integers(0, 15)),
)
YEARS = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["Y", "Y-"]),
    st.integers(0, 10**16),
    st.just("") | st.integers(0, 16).map("E{}".format),
    st.just("") | st.integers(0, 16).map("S{}".format),
) | st.builds("{}S{}".format, date_texts(plain=True), st.integers(0, 6))
WRITTEN = date_texts() | INTERVALS | SETS | TIMES | YEARS


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A text with one character more, less or other."""
    text = draw(WRITTEN)
    at = draw(st.integers(0, len(text)))
    other = draw(st.sampled_from([*"0123456789X?~%-/.,[]{}TZ:+SYE xu\n", ""]))
    return text[:at] + other + text[at + draw(st.integers(0, 1)) :]


class TestAnotherLibrary:
    @pytest.mark.slow
    @given(WRITTEN | damaged())
    def test_edtf_validate_agrees_but_for_the_listed_divergences(self, text: str) -> None:
        accepted = is_edtf(text)
        if accepted is not validates(text):
            assert any(divergence.covers(text, accepted=accepted) for divergence in DIVERGENCES)

    @each_case(
        ("divergence", "text"),
        [(divergence, text) for divergence in DIVERGENCES for text in divergence.witnesses],
    )
    def test_each_divergence_is_there(self, divergence: Divergence, text: str) -> None:
        assert is_edtf(text) is divergence.accepted
        assert validates(text) is not divergence.accepted
        assert divergence.covers(text, accepted=divergence.accepted)
