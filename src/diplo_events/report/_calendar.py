"""The first and last day of a date as days of `datetime`, for drawings and filters."""

from datetime import MAXYEAR, MINYEAR, date

from diplo_events.dates import EventDate

__all__ = ["calendar_bounds"]


def calendar_bounds(when: EventDate | None) -> tuple[date | None, date | None]:
    """Return the first and last day of a date; `None` for a day that it does not have or `datetime.date` cannot hold.

    >>> calendar_bounds(EventDate.parse("2025-09/.."))
    (datetime.date(2025, 9, 1), None)
    """
    days = (when.earliest, when.latest) if when else (None, None)
    first, last = (day.to_date() if day and MINYEAR <= day.year <= MAXYEAR else None for day in days)
    return first, last
