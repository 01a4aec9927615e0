"""Whole months, quarters, years, decades and centuries in words, and their parts: `mid-August`, `the third quarter`."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

import attrs

from diplo_events.dates._cycles import (
    CYCLES,
    Anchor,
    Cycle,
    DaySpan,
    DaySpans,
    fixed,
    in_cycle,
    joined,
    nearest,
    occurring,
    season,
    yearly_month,
)
from diplo_events.dates._parts import nth_piece, nth_weekday, nth_weekend, part
from diplo_events.dates._words import (
    MONTH,
    MONTHS,
    NTH,
    OF_YEAR,
    PART,
    PART_NAMES,
    SEASON,
    TENS,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
    YEAR,
    any_of,
    compiled,
    place_of,
)
from diplo_events.errors import RelativeDateError, shown

__all__ = ["whole_period"]


@attrs.frozen
class Whole:
    """A month, year or other unit that recurs, and which of its cycles is meant."""

    unit: str
    """What it is."""
    cycle: Cycle
    """When it is."""
    choose: Callable[[Cycle, Anchor], DaySpans]
    """Which of its cycles is meant, for itself and for its parts."""
    stands_alone: bool = True
    """Whether it means a period without a part of it being named: `last week`, not `the week`."""


def whole_period(text: str, anchor: Anchor) -> DaySpans | None:
    """Return what a text means as a whole month, year or the like, or a part of one; `None` if it is none.

    Raises:
        NeedsPublicationError: It depends on the publication date, which the anchor does not know.
        RelativeDateError: It contradicts the calendar or the anchor.
    """
    whole, cycle = _whole(text), None
    if whole and whole.stands_alone:
        cycle = whole.cycle
    elif match := compiled(_PARTS_OF).fullmatch(text):
        whole = _whole(match["rest"])
        cycle = _parts(match, whole) if whole else None
    elif match := compiled(_PIECE_OF).fullmatch(text):
        whole = (
            _whole(compiled(_THE).sub("", match["rest"])) if match["rest"] else Whole("year", CYCLES["year"], nearest)
        )
        cycle = _piece(match, whole) if whole else None
    if whole is None or cycle is None:
        return None
    if anchor.calendar == "julian" and whole.unit != "week":
        raise RelativeDateError(f"calendar='julian' converts dates with a day and a month, found {shown(text)}")
    spans = whole.choose(cycle, anchor)
    if not spans:
        raise RelativeDateError(f"the calendar has no {shown(text)}")
    return spans


def _parts(match: re.Match[str], whole: Whole) -> Cycle | None:
    """Return one of the thirds or edges of a whole, or all from one of them to another."""
    if whole.unit in _INDIVISIBLE:
        return None
    names = [PART_NAMES[match[name]] for name in ("since", "part") if match[name]]
    cycles = [part(name, whole.unit, whole.cycle) for name in names]
    return (
        cycles[0] if len(cycles) == 1 else lambda day, steps: joined(s for cycle in cycles for s in cycle(day, steps))
    )


def _piece(match: re.Match[str], whole: Whole) -> Cycle | None:
    """Return a numbered piece of a whole; a quarter or half without one is that of a year."""
    nth = (match["nth"] or match["short"] or match["before"]).replace("final", "last")
    piece = (match["piece"] or "").replace("3rd", "third") or {"q": "quarter", "h": "half"}.get(
        match["letter"] or match["after"], "weekday"
    )
    if whole.unit in _INDIVISIBLE or (match["plural"] and not match["count"]):
        return None
    if not match["rest"] and (piece not in {"quarter", "half"} or nth == "last"):
        return None
    if piece == "weekday":
        return nth_weekday(nth, place_of(match["weekday"], WEEKDAYS), whole.cycle)
    if piece == "weekend":
        return nth_weekend(nth, whole.cycle)
    return nth_piece(nth, int(match["count"] or 1), piece, whole.unit, whole.cycle)


def _whole(text: str) -> Whole | None:
    for pattern, rule in _RULES:
        if match := compiled(pattern).fullmatch(text):
            return rule(match)
    return None


# The rules: what each pattern at the end means


def _month(match: re.Match[str]) -> Whole:
    return Whole("month", yearly_month(place_of(match["month"], MONTHS) + 1), _in_year(match["year"]))


def _which_month(match: re.Match[str]) -> Whole:
    which = match["which"]
    cycle = yearly_month(place_of(match["month"], MONTHS) + 1)
    return Whole("month", cycle, lambda cycle, anchor: occurring(which, cycle, anchor))


def _season(match: re.Match[str]) -> Whole:
    if match["season"] == "winter" and not match["year"]:
        raise RelativeDateError("a winter lies in two years: say of which, as in 'winter 2025'")
    return Whole("season", season(match["season"]), _in_year(match["year"]))


def _which_season(match: re.Match[str]) -> Whole:
    which = match["which"]
    if match["season"] == "winter":
        raise RelativeDateError("a winter lies in two years: say of which, as in 'winter 2025'")
    return Whole("season", season(match["season"]), lambda cycle, anchor: occurring(which, cycle, anchor))


def _winter(match: re.Match[str]) -> Whole | None:
    first, second = match["first"], match["second"]
    year, next_year = int(first), int(second)
    if next_year % 100 != (year + 1) % 100 or (len(second) == 4 and next_year != year + 1):  # noqa: PLR2004  (digits)
        return None
    return Whole("season", season("winter"), _in_year(first))


def _unit(match: re.Match[str]) -> Whole:
    which, unit = match["which"], match["unit"]
    cycle, choose = CYCLES[unit], in_cycle
    return Whole(unit, cycle, lambda cycle, anchor: choose(which or "this", cycle, anchor), stands_alone=bool(which))


def _year(match: re.Match[str]) -> Whole:
    return Whole("year", CYCLES["year"], _in_year(match["year"]))


def _decade(match: re.Match[str]) -> Whole:
    first = int(match["decade"])
    if first % 100 == 0 and first < 2000:  # noqa: PLR2004  (the 1800s are a century, or its first decade)
        return Whole("century", CYCLES["century"], lambda cycle, _: cycle(date(first, 1, 1), 0))
    return Whole("decade", CYCLES["decade"], lambda cycle, _: cycle(date(first, 1, 1), 0))


def _short_decade(match: re.Match[str]) -> Whole:
    tens = int(match["tens"] or TENS[match["word"]])

    def cycle(day: date, steps: int) -> DaySpans:
        return CYCLES["decade"](date(day.year - day.year % 100 + tens, 1, 1), 10 * steps)

    return Whole("decade", cycle, nearest)


def _century(match: re.Match[str]) -> Whole | None:
    number = int(match["number"])
    if number == 0:
        return None
    if number == 1:  # without the year 0, which EDTF has and no text means
        first = fixed(DaySpan(date.min, date(99, 12, 31), "00XX"))
        return Whole("first century", first, lambda cycle, _: cycle(date.min, 0))
    return Whole("century", CYCLES["century"], lambda cycle, _: cycle(date(100 * number - 1, 1, 1), 0))


def _in_year(year: str | None) -> Callable[[Cycle, Anchor], DaySpans]:
    """Return how to choose that of the given year, else of this, the last or the next one, else the nearest."""

    def choose(cycle: Cycle, anchor: Anchor) -> DaySpans:
        if not year:
            return nearest(cycle, anchor)
        if year.isdigit():
            return cycle(date(int(year), 1, 1), 0)
        return cycle(anchor.today, {"last year": -1, "this year": 0, "next year": 1}[year])

    return choose


_INDIVISIBLE: Final = frozenset({"season", "first century"})
"""The units of which nobody knows the parts, or which have none in EDTF."""

_THE: Final = "^(?:the (?!last |this |next ))"
_PARTS_OF: Final = f"(?:(?P<since>{any_of(*PART_NAMES)})(?:-| )to(?:-| ))?{PART}(?P<rest>.+)"
_PIECE_OF: Final = (
    rf"(?:the )?(?:{NTH}(?: (?P<count>\d{{1,2}}))?[- ]"
    rf"(?:(?P<piece>day|week|weekend|month|quarter|3rd|third|half|year|decade)(?P<plural>s?)|{WEEKDAY})"
    r"|(?P<letter>[qh])(?P<short>\d)|(?P<before>\d)(?P<after>[qh]))(?:,?(?: of| in)? (?P<rest>.+))?"
)
_RULES: Final[tuple[tuple[str, Callable[[re.Match[str]], Whole | None]], ...]] = (
    # September; August last year; last August
    (f"{MONTH}{OF_YEAR}", _month),
    (f"{WHICH} {MONTH}", _which_month),
    # last month; the month; this decade
    (f"(?:{WHICH} )?(?P<unit>week|month|quarter|year|decade|century)", _unit),
    (f"the {WHICH} (?P<unit>quarter|century)", _unit),
    # the year 2022
    (f"(?:year )?{YEAR}", _year),
    # the 1990s; the '90s; the nineties; the 19th century
    (r"(?P<decade>[12]\d\d0)s", _decade),
    (rf"(?P<tens>[1-9]0)s|(?P<word>{any_of(*TENS)})", _short_decade),
    (r"(?P<number>\d{1,2})(?:st|nd|rd|th)[- ]century", _century),
    # summer; summer of 2025; this summer; winter 2024-25
    (f"{SEASON}{OF_YEAR}", _season),
    (f"{WHICH} {SEASON}", _which_season),
    (r"winter(?: of| in)? (?P<first>[12]\d{3})[-/](?P<second>\d{2}|\d{4})", _winter),
)
