"""Time words beside those of the guide's tables: limits of parts, counted nights and weekdays, days named twice."""

import pytest

from diplo_events.dates import EventDate
from diplo_events.dates.relative import Direction, resolve
from diplo_events.errors import RelativeDateError
from each_case import each_case

THURSDAY = EventDate.parse("2025-09-04")
BOTH: tuple[Direction, ...] = ("past", "future")


@each_case("direction", BOTH)
@each_case(
    ("phrase", "expected"),
    [
        # the end of a period belongs to it
        ("before the end of the month", "[2025-09-04..2025-09-30]"),
        ("before the end of next week", "[2025-09-04..2025-09-14]"),
        ("before the end of May 2024", "[..2024-05]"),
        ("after the start of May 2024", "[2024-05..]"),
        ("after the end of May 2024", "[2024-06..]"),
        ("before the start of May 2024", "[..2024-04]"),
        # limits that can only lie ahead
        ("by the end of the week", "[2025-09-04..2025-09-07]"),
        ("by the end of this year", "[2025-09-04..2025-12-31]"),
        ("by year's end", "[2025-09-04..2025-12-31]"),
        ("by year-end", "[2025-09-04..2025-12-31]"),
        ("before this weekend", "[2025-09-04..2025-09-05]"),
        ("until the end of the month", "../2025-09"),
        # nights and weekdays are counted as days are
        ("two nights ago", "2025-09-02"),
        ("three mornings ago", "2025-09-01"),
        ("two Fridays ago", "2025-08-22"),
        ("two Wednesdays ago", "[2025-08-20,2025-08-27]"),
        ("the Friday before last", "2025-08-22"),
        ("the Friday after next", "[2025-09-12,2025-09-19]"),
        ("Thursday last", "2025-08-28"),
        ("Tuesday next", "2025-09-09"),
        ("a day or two ago", "[2025-09-02..2025-09-03]"),
        ("in a week or two", "[2025-09-08..2025-09-21]"),
        # the same day of another month
        ("a week from today", "2025-09-11"),
        ("a year ago today", "2024-09-04"),
        ("six months ago this week", "[2025-03-03..2025-03-09]"),
        ("this coming September", "2026-09"),
        ("this past September", "2024-09"),
        # what the items of a list share
        ("May or July of last year", "[2024-05,2024-07]"),
        ("spring and summer 2024", "{2024-21,2024-22}"),
        ("the summer or autumn of 2024", "[2024-22,2024-23]"),
        ("2021, 2022 and 2023", "{2021,2022,2023}"),
        # one day that is named twice
        ("Wednesday evening, 27 August 2025", "2025-08-27"),
        ("yesterday, 3 September 2025", "2025-09-03"),
        ("last Wednesday, 3 September 2025", "2025-09-03"),
        # what cannot be seen is not read
        ("Wed\N{SOFT HYPHEN}nes\N{ZERO WIDTH SPACE}day of last week", "2025-08-27"),
    ],
)
def test_meaning(phrase: str, direction: Direction, expected: str) -> None:
    assert str(resolve(phrase, THURSDAY, direction=direction)) == expected


@each_case(
    ("phrase", "reason"),
    [
        *(
            (phrase, "is not exact: leave this date empty")
            for phrase in ("over two years ago", "more than a year ago", "about two weeks ago", "around 3 September")
        ),
        *((phrase, "is not exact: leave this date empty") for phrase in ("circa 1850", "nearly a decade ago")),
        *((phrase, "says how often, and not when") for phrase in ("every Monday", "on Mondays", "twice a week")),
        *((phrase, "an order that writers do not share") for phrase in ("03.09.2025", "9/4/2025", "3-9-25")),
        ("yesterday, 2 September 2025", "names different days: write the one that is meant"),
        ("99 centuries ago today", "leaves the years 1 to 9999"),
    ],
)
def test_reason(phrase: str, reason: str) -> None:
    with pytest.raises(RelativeDateError, match=reason):
        resolve(phrase, THURSDAY)
