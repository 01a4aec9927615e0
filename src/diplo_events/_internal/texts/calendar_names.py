"""The English names of days and months, as parts of patterns."""

from typing import Final

__all__ = ["MONTHS", "WEEKDAY"]

WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""A day of the week."""

MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
"""The months, to stand in a group."""
