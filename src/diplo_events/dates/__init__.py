"""Event dates: the Extended Date/Time Format as values that can be compared without guessing."""

from diplo_events.dates._days import Day
from diplo_events.dates._event_date import DateKind, EventDate, SortKey, check_event_date, date_hint
from diplo_events.dates._relations import Limits

__all__ = ["DateKind", "Day", "EventDate", "Limits", "SortKey", "check_event_date", "date_hint"]
