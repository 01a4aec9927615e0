"""When the content of a record happened, as questions read it, and whether it had begun or ended by a date."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from diplo_events.analysis.predicates import Answer, negate
from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.errors import ArgumentError
from diplo_events.lookup import first_published
from diplo_events.model import EventRecord, Source
from diplo_events.vocab import Aspect

__all__ = ["NOT_YET", "asserted", "begun", "ended", "first_and_last", "read_date"]

NOT_YET: Final = frozenset({Aspect.FUTURE, Aspect.HYPOTHETICAL})
"""The aspects of what had not happened when it was reported."""

FIRST_DATE: Final = Day.from_date(dt.date.min)
LAST_DATE: Final = Day.from_date(dt.date.max)

YEARS: Final = range(-9999, 10_000)
"""The years of which EDTF can write the days."""


def read_date(dataset: Dataset, record: EventRecord, *, unqualified: bool = False) -> EventDate | None:
    """Return the date of a record, or without one a day up to the publication of its source.

    What is reported without a date happened at the latest when it was first published, in whatever version
    (`lookup.first_published`), or by the date that the text itself bears (`Source.dated`). The result is `None` if
    all of these are unknown or doubtful or not in the years -9999 to 9999, which alone have days in EDTF, or if the
    record reports something that has yet to happen.

    Args:
        dataset: The records.
        record: The record.
        unqualified: Whether to ignore the qualifiers `?`, `~` and `%`; otherwise a qualified part can be anything.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> str(read_date(dataset, dataset["digest-foreign-troops/p01"], unqualified=True))
        '2025-09-03'
    """
    date = record.when if record.when is not None else publication_bound(dataset, record, unqualified=unqualified)
    return date.unqualified() if date is not None and unqualified else date


def publication_bound(dataset: Dataset, record: EventRecord, *, unqualified: bool) -> EventDate | None:
    """Return the days up to the date of a record's source, for what had happened by then."""
    if record.aspects & NOT_YET:
        return None
    versions = [dataset.get(key) for key in (record.source, dataset.first_versions.get(record.source, record.source))]
    dates = [version.dated for version in versions if isinstance(version, Source)]
    for date in (*dates, first_published(dataset, record.source)):
        if date is None or date.latest is None or date.latest.year not in YEARS:
            continue
        if unqualified or not (date.is_uncertain or date.is_approximate):
            return EventDate.parse(f"[..{date.latest}]")
    return None


def asserted(record: EventRecord) -> bool:
    """Whether a record says that something happened or is so, not that it will, might or did not."""
    return Aspect.NEGATED not in record.aspects and not record.aspects & NOT_YET


def begun(when: EventDate | None, at: EventDate | None) -> Answer:
    """Whether something dated `when` had begun by a date; without a date to compare, it had.

    Examples:
        >>> begun(EventDate.parse("2025-09-03"), EventDate.parse("2025-09-04"))
        True
        >>> begun(EventDate.parse("2025-09"), EventDate.parse("2025-09-04")) is None
        True
    """
    if at is None:
        return True
    return None if when is None else negate(when.after(at))


def ended(when: EventDate | None, at: EventDate | None) -> Answer:
    """Whether something that lasted from a start to an end was over by a date.

    Examples:
        >>> ended(EventDate.parse("2014/2020"), EventDate.parse("2025")), ended(EventDate.parse("2014"), None)
        (True, False)
    """
    return when.before(at) if at is not None and when is not None and when.is_interval else False


def first_and_last(dates: Iterable[EventDate | None], within: EventDate | None) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a period or, without one, of the days that dates reach as written.

    Of the dates, only the days in the years 1 to 9999 count.

    Raises:
        ArgumentError: there are none, or the period leaves the years 1 to 9999.
    """
    periods = [within] if within else [when for when in dates if when and in_calendar(when)]
    firsts = [when.earliest for when in periods if when.earliest]
    lasts = [when.latest for when in periods if when.latest]
    if not firsts or not lasts:
        hint = "write within=EventDate.parse('2025-09-01/2025-09-30'), for example"
        raise ArgumentError(f"expected within to be a period with a first and a last day, found none; {hint}")
    if within and (min(firsts) < FIRST_DATE or max(lasts) > LAST_DATE):
        days = f"{min(firsts)} to {max(lasts)}"
        raise ArgumentError(f"expected within to be a period in the years 1 to 9999, found {days}")
    return max(min(firsts), FIRST_DATE).to_date(), min(max(lasts), LAST_DATE).to_date()


def in_calendar(when: EventDate) -> bool:
    """Whether a date reaches a day in the years 1 to 9999."""
    return (when.earliest or FIRST_DATE) <= LAST_DATE and (when.latest or LAST_DATE) >= FIRST_DATE
