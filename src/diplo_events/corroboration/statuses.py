"""Which statuses that reports give one meeting go together, given when their sources were published."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

import attrs

from diplo_events.dates import EventDate
from diplo_events.dates.limits import ANY_TIME
from diplo_events.vocab import ActionStatus, MeetingStatus

__all__ = ["CALLED_OFF", "DENIED", "HAPPENED", "HELD", "TO_COME", "StatusClash", "StatusReport", "status_clashes"]

HAPPENED: Final = frozenset({ActionStatus.DONE, ActionStatus.ONGOING})
"""The statuses of a deed that was done or is being done; they contradict its denial, the others are its stages."""

HELD: Final = frozenset({MeetingStatus.ONGOING, MeetingStatus.HELD})
"""The statuses of a meeting that takes or took place."""

CALLED_OFF: Final = frozenset({MeetingStatus.CANCELLED, MeetingStatus.REJECTED})
"""The statuses of a meeting that will not take place."""

DENIED: Final = frozenset({MeetingStatus.DENIED})
"""The status of a meeting of which somebody says that it did not take place."""

TO_COME: Final = frozenset(MeetingStatus) - HELD - CALLED_OFF - DENIED
"""The statuses of a meeting that may or will take place."""

RULES: Final = ((HELD, CALLED_OFF | TO_COME), (CALLED_OFF, TO_COME))
"""The statuses that end a course of events, and those that can only come before them."""


@attrs.frozen(kw_only=True)
class StatusReport:
    """The status that one source gives a meeting."""

    record: str
    """The id of the record."""
    source: str
    """The id of its source; copies of one text are one source."""
    status: MeetingStatus
    """The status, as of the source's publication."""
    published: EventDate | None
    """When the source was published; `None` where that is not known."""


Dated: TypeAlias = tuple[int, StatusReport]
"""A report, with the day that counts for it."""


@attrs.frozen(kw_only=True)
class StatusClash:
    """Reports that give one meeting statuses that do not go together."""

    final: frozenset[MeetingStatus]
    """The statuses that end the course of events: `HELD` or `CALLED_OFF`; both `HELD` and `DENIED` where it is said
    that the meeting was held and that it was not."""
    reports: tuple[StatusReport, ...]
    """The reports, each of which clashes with another one of them, in the order in which they came."""
    certain: bool
    """Whether two of them clash whatever the marks (`?`, `~`, `%`) on the dates of publication leave open."""


def status_clashes(reports: Iterable[StatusReport], *, unqualified: bool = False) -> Iterator[StatusClash]:
    """List in what the statuses that several sources give one meeting do not go together.

    A source gives the status as of its publication. A meeting that was to come and then was held has had its course;
    so has one that was to come and then was called off, and one that was called off and then was held after all. Two
    sources clash if they give two such statuses and the one with the earlier status was not published before the
    other: it came later or on the same day, or nobody knows. Dates are taken as written, so that a mark alone is no
    clash. One source can report the whole course, so its own statuses of this sort never clash.

    That a meeting was held and that it was not clash whenever they are reported, also where one source reports both:
    neither follows upon the other. That it was not held agrees with every other status.

    Args:
        reports: The reports of one meeting; those of one source have one date of publication.
        unqualified: Whether `certain` too takes dates of publication without their marks.

    Examples:
        >>> day = EventDate.parse("2025-09-04")
        >>> held = StatusReport(record="m1", source="a", status=MeetingStatus.HELD, published=day)
        >>> planned = StatusReport(record="m2", source="b", status=MeetingStatus.SCHEDULED, published=day)
        >>> [[report.record for report in clash.reports] for clash in status_clashes([held, planned])]
        [['m1', 'm2']]
    """
    reports = tuple(reports)
    dates = {report.published for report in reports}
    written = {date: date.limits(unqualified=True) if date else ANY_TIME for date in dates}
    marked = written if unqualified else {date: date.limits() if date else ANY_TIME for date in dates}
    disputed = tuple(report for report in reports if report.status in HELD | DENIED)
    if {report.status in HELD for report in disputed} == {True, False}:
        yield StatusClash(final=HELD | DENIED, reports=disputed, certain=True)
    for final, open_ in RULES:
        ending = [report for report in reports if report.status in final]
        pending = [report for report in reports if report.status in open_]
        possible = records_in_clash(
            [(written[report.published].first_min, report) for report in ending],
            [(written[report.published].last_max, report) for report in pending],
        )
        if possible:
            certain = records_in_clash(
                [(marked[report.published].first_max, report) for report in ending],
                [(marked[report.published].last_min, report) for report in pending],
            )
            clashing = tuple(report for report in reports if report.record in possible)
            yield StatusClash(final=final, reports=clashing, certain=bool(certain))


def records_in_clash(ending: Sequence[Dated], pending: Sequence[Dated]) -> set[str]:
    """Return the records of which another source has a pending status on the same day as the final one, or later."""
    first = two_sources((day, report.source) for day, report in ending)
    last = two_sources((-day, report.source) for day, report in pending)
    return {
        report.record for end, report in pending if any(start <= end and of != report.source for start, of in first)
    } | {report.record for start, report in ending if any(start <= -end and of != report.source for end, of in last)}


def two_sources(days: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the two sources with the least days, each with its day: for any source, one of them is another."""
    return heapq.nsmallest(2, set(days))
