"""Parts of a period: its thirds, its edges, its halves and quarters, and its first, second or last week or day."""

from datetime import date, timedelta
from typing import Final

from diplo_events.dates._cycles import CYCLES, Cycle, DaySpan, DaySpans
from diplo_events.errors import RelativeDateError

__all__ = ["nth_piece", "nth_weekday", "nth_weekend", "part"]

_PARTS: Final = {
    # thirds of a month's days, a quarter's months and a year's months; the others have none, and their parts overlap
    "early": {
        "week": slice(0, 3),
        "month": slice(0, 10),
        "quarter": slice(0, 1),
        "year": slice(0, 4),
        "decade": slice(0, 4),
        "century": slice(0, 34),
    },
    "mid": {
        "week": slice(1, 4),
        "month": slice(10, 20),
        "quarter": slice(1, 2),
        "year": slice(4, 8),
        "decade": slice(3, 7),
        "century": slice(33, 67),
    },
    "late": {
        "week": slice(3, 7),
        "month": slice(20, 31),
        "quarter": slice(2, 3),
        "year": slice(8, 12),
        "decade": slice(6, 10),
        "century": slice(66, 100),
    },
    # the edges are narrower; the end of a week has its weekend
    "beginning": {
        "week": slice(0, 2),
        "month": slice(0, 7),
        "quarter": slice(0, 1),
        "year": slice(0, 1),
        "decade": slice(0, 1),
        "century": slice(0, 10),
    },
    "end": {
        "week": slice(4, 7),
        "month": slice(-7, None),
        "quarter": slice(2, 3),
        "year": slice(11, 12),
        "decade": slice(9, 10),
        "century": slice(90, 100),
    },
}
"""Which of the pieces of each unit make up each part."""

_PIECES: Final = {
    "week": "day",
    "month": "day",
    "quarter": "month",
    "year": "month",
    "decade": "year",
    "century": "year",
}
"""What the parts of each unit are made of."""

_SHARES: Final = {
    ("half", "week"): (slice(0, 4), slice(3, 7)),
    ("half", "month"): (slice(0, 15), slice(15, 31)),
    ("half", "decade"): (slice(0, 5), slice(5, 10)),
    ("half", "century"): (slice(0, 50), slice(50, 100)),
    ("half", "year"): (slice(0, 6), slice(6, 12)),
    ("third", "month"): (slice(0, 10), slice(10, 20), slice(20, 31)),
    ("third", "decade"): (slice(0, 4), slice(3, 7), slice(6, 10)),
    ("third", "century"): (slice(0, 34), slice(33, 67), slice(66, 100)),
    ("third", "year"): (slice(0, 4), slice(4, 8), slice(8, 12)),
    ("quarter", "year"): (slice(0, 3), slice(3, 6), slice(6, 9), slice(9, 12)),
    ("quarter", "century"): tuple(slice(n, n + 25) for n in range(0, 100, 25)),
}
"""The halves, thirds and quarters of each unit; those that do not divide evenly overlap."""

_NAMED: Final = {("quarter", "year"): 33, ("third", "year"): 37, ("half", "year"): 40}
"""The code that EDTF has for the first of some."""


def part(name: str, unit: str, cycle: Cycle) -> Cycle:
    """Return a part of something that recurs and is a whole unit long: the middle of a month.

    >>> part("mid", "month", CYCLES["month"])(date(2025, 8, 1), 0)
    (DaySpan(first=datetime.date(2025, 8, 11), last=datetime.date(2025, 8, 20), name=None, hours=None),)
    """
    return lambda day, steps: tuple(_cut(whole, unit, _PARTS[name][unit]) for whole in cycle(day, steps))


def nth_piece(nth: str, count: int, piece: str, unit: str, cycle: Cycle) -> Cycle:
    """Return a numbered piece, or the last one, of something that recurs: the first three months of a year.

    The weeks of a month or a year are seven days each, counted from its first day or, the last ones, from its last.

    Args:
        nth: A number, or `last`.
        count: How many pieces: three months.
        piece: The unit of the pieces, or `half`, `third` or `quarter`.
        unit: The unit of the whole.
        cycle: The whole.

    >>> nth_piece("last", 1, "week", "month", CYCLES["month"])(date(2025, 8, 1), 0)
    (DaySpan(first=datetime.date(2025, 8, 25), last=datetime.date(2025, 8, 31), name=None, hours=None),)

    Raises:
        RelativeDateError: A unit has no such pieces.
    """
    shares = _SHARES.get((piece, unit))
    if shares is None and piece not in _SMALLER.get(unit, ()):
        raise RelativeDateError(f"a {unit} has no {piece} with a first and a last day")

    def in_whole(day: date, steps: int) -> DaySpans:
        (whole,) = cycle(day, steps)
        if shares:
            spans = [_cut(whole, unit, share) for share in shares]
            if code := _NAMED.get((piece, unit)):
                spans = [DaySpan(s.first, s.last, f"{whole.first.year}-{code + n}") for n, s in enumerate(spans)]
        elif piece == "week":
            length = (whole.last - whole.first).days + 1
            begun = [whole.first + timedelta(n) for n in range(length % 7 if nth == "last" else 0, length, 7)]
            spans = [DaySpan(day, min(day + timedelta(6), whole.last)) for day in begun]
        else:
            spans = _split(whole, piece)
        chosen = spans[-count:] if nth == "last" else spans[(int(nth) - 1) * count : int(nth) * count]
        if len(chosen) < count or nth == "0":
            return ()
        return (chosen[0],) if count == 1 else (DaySpan(chosen[0].first, chosen[-1].last),)

    return in_whole


def nth_weekday(nth: str, number: int, cycle: Cycle) -> Cycle:
    """Return a numbered weekday, or the last one, of something that recurs: the first Monday of a month.

    >>> nth_weekday("1", 0, CYCLES["month"])(date(2025, 9, 4), 0)
    (DaySpan(first=datetime.date(2025, 9, 1), last=datetime.date(2025, 9, 1), name=None, hours=None),)
    """

    def in_whole(day: date, steps: int) -> DaySpans:
        (whole,) = cycle(day, steps)
        days = [span for span in _split(whole, "day") if span.first.weekday() == number]
        place = -1 if nth == "last" else int(nth) - 1
        return (days[place],) if nth == "last" or 0 <= place < len(days) else ()

    return in_whole


def nth_weekend(nth: str, cycle: Cycle) -> Cycle:
    """Return a numbered Saturday of something that recurs, or the last one, with the Sunday after it."""
    saturday = nth_weekday(nth, 5, cycle)
    return lambda day, steps: tuple(DaySpan(s.first, s.first + timedelta(1)) for s in saturday(day, steps))


_SMALLER: Final = {
    "week": ("day",),
    "month": ("day", "week"),
    "quarter": ("day", "week", "month"),
    "year": ("day", "week", "month"),
    "decade": ("year",),
    "century": ("year", "decade"),
}
"""The units into which each can be counted."""


def _cut(whole: DaySpan, unit: str, pieces: slice) -> DaySpan:
    """Return some pieces of a whole as one span."""
    chosen = _split(whole, _PIECES[unit])[pieces]
    return DaySpan(chosen[0].first, chosen[-1].last)


def _split(whole: DaySpan, piece: str) -> list[DaySpan]:
    """Return the days, months, years or decades of a span, in order."""
    if piece == "day":
        days = [whole.first + timedelta(n) for n in range((whole.last - whole.first).days + 1)]
        return [DaySpan(day, day) for day in days]
    spans = [*CYCLES[piece](whole.first, 0)]
    while spans[-1].last < whole.last:
        spans += CYCLES[piece](spans[-1].last, 1)
    return spans
