"""What records are called where people read."""

from typing import Final

from diplo_events.dates import Day, EventDate
from diplo_events.schema import Record
from diplo_events.vocab import Term

__all__ = ["NAMES", "label_of", "term_words", "the_day"]

NAMES: Final = ("title", "name", "label", "summary")
"""The fields of which the first that a record has says what it is."""


def label_of(record: Record) -> str:
    """Return the title, name, label or summary of a record, whichever it has; its id if that is not coded yet.

    Examples:
        >>> from diplo_events import Issue
        >>> label_of(Issue(id="tolls", label="Tolls", proposition="There should be tolls."))
        'Tolls'
    """
    found = (getattr(record, name, None) for name in NAMES)
    return next((text for text in found if isinstance(text, str)), record.id)


def term_words(term: object) -> str | None:
    """Return a member of a vocabulary in words; `None` if it is not coded yet.

    Examples:
        >>> from diplo_events import OPEN, SourceKind
        >>> term_words(SourceKind.NEWS_ARTICLE), term_words(OPEN)
        ('news article', None)
    """
    return str(term.value).replace("_", " ") if isinstance(term, Term) else None


def the_day(date: EventDate | None) -> Day | None:
    """Return the one day that a date leaves possible, marked or not; `None` if there are several.

    Examples:
        >>> the_day(EventDate.parse("2025-09-04?")), the_day(EventDate.parse("2025-09"))
        (Day(year=2025, month=9, day=4), None)
    """
    if date is None or date.earliest is None or date.earliest != date.latest:
        return None
    return date.earliest
