"""Meetings held and planned as a calendar, iCalendar (RFC 5545).

A meeting with a day, or with a first and a last one, is an event of whole days; its place, its status and all that
can be said in words go along, marks of uncertainty too. Lost are meetings whose day is not known to the day, all other
records but the names in a meeting, passages, and the user's own fields.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from diplo_events.dataset import Dataset
from diplo_events.dates import Day, EventDate
from diplo_events.exporters._labels import label_of, term_words, the_day
from diplo_events.exporters._losses import ExportLoss, Kept
from diplo_events.exporters._words import FieldWords
from diplo_events.model import Meeting, Place, Source
from diplo_events.vocab import MeetingStatus

__all__ = ["dumps", "losses"]

STATUSES: Final = MappingProxyType(
    {
        MeetingStatus.PROPOSED: "TENTATIVE",
        MeetingStatus.POSTPONED: "TENTATIVE",
        MeetingStatus.CANCELLED: "CANCELLED",
        MeetingStatus.REJECTED: "CANCELLED",
        MeetingStatus.DENIED: "CANCELLED",
    }
)
"""The status of an event by that of the meeting; all others are confirmed."""

NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "https://pypi.org/project/diplo-events/")
NO_DAY: Final = "19700101"
"""When an event was made, if the day of its source is not known: the property must be there."""

OCTETS: Final = 75
"""How long a line is at most (section 3.1)."""

FIRST_YEAR: Final = 1
LAST_YEAR: Final = 9999


def dumps(dataset: Dataset) -> str:
    r"""Return the meetings of a dataset as the text of an iCalendar file, with its line ends.

    Examples:
        >>> import diplo_events
        >>> text = dumps(diplo_events.load_example())
        >>> [line for line in text.split("\r\n") if line.startswith("DTSTART")][0]
        'DTSTART;VALUE=DATE:20250903'
    """
    return export(dataset)[0]


def losses(dataset: Dataset) -> tuple[ExportLoss, ...]:
    r"""List what of a dataset is not in its calendar.

    Examples:
        >>> import diplo_events
        >>> print(*[loss for loss in losses(diplo_events.load_example()) if loss.what == "meetings"], sep="\n")
        13 meetings: without a date
        4 meetings: several days are possible
    """
    return export(dataset)[1].losses()


def export(dataset: Dataset) -> tuple[str, Kept]:
    """Return the calendar of a dataset, and what of the dataset it has."""
    kept = Kept(dataset)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//diplo-events//diplo-events//EN", "CALSCALE:GREGORIAN"]
    for name, value in (("NAME", dataset.title), ("DESCRIPTION", dataset.description)):
        if value:
            lines.append(f"{name}:{escaped(value)}")
    kept.write_header("title", "description")
    words = FieldWords(kept)
    for meeting in dataset.of_type(Meeting):
        days = days_of(meeting.when)
        if isinstance(days, str):
            kept.leave(meeting, days)
        else:
            lines += ["BEGIN:VEVENT", *event_lines(words, meeting, *days), "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines), kept


def days_of(date: EventDate | None) -> tuple[dt.date, dt.date] | str:
    """Return the first and the last day of a meeting, or why they are not known."""
    if date is None:
        return "without a date"
    ends = (
        [EventDate.parse(end) for end in str(date).split("/") if end not in {"", ".."}] if date.is_interval else [date]
    )
    days = [the_day(end) for end in ends]
    if len(ends) != len(str(date).split("/")) or None in days:
        return "several days are possible"
    known = [day for day in days if day is not None]
    if not all(FIRST_YEAR <= day.year <= LAST_YEAR for day in known) or known[-1] == Day(LAST_YEAR, 12, 31):
        return "the format has years from 1 to 9999"
    return known[0].to_date(), known[-1].to_date()


def event_lines(words: FieldWords, meeting: Meeting, first: dt.date, last: dt.date) -> Iterator[str]:
    """List the lines of a meeting."""
    dataset, kept = words.dataset, words.kept
    kept.write(meeting, "id")
    source = dataset.get(meeting.source)
    published = days_of(source.published) if isinstance(source, Source) else ""
    yield f"UID:{uuid.uuid5(NAMESPACE, f'{meeting.source}#{meeting.id}')}"
    yield f"DTSTAMP:{NO_DAY if isinstance(published, str) else basic(published[0])}T000000Z"
    yield f"DTSTART;VALUE=DATE:{basic(first)}"
    yield f"DTEND;VALUE=DATE:{basic(last + dt.timedelta(days=1))}"
    yield f"SUMMARY:{escaped(label_of(meeting))}"
    if "status" not in meeting.open:
        yield f"STATUS:{STATUSES.get(meeting.status, 'CONFIRMED')}"
    if kind := term_words(meeting.kind):
        yield f"CATEGORIES:{escaped(kind)}"
    if meeting.place:
        yield f"LOCATION:{escaped(words.name(meeting.place))}"
        place = dataset.get(meeting.place)
        if isinstance(place, Place) and place.point:
            kept.write(place, "point")
            yield f"GEO:{place.point.latitude:.6f};{place.point.longitude:.6f}"
    if isinstance(source, Source) and source.url:
        kept.write(source, "url")
        yield f"URL:{source.url}"
    kept.write(meeting, "title")
    said = [f"{name.replace('_', ' ')}: {text}" for name, text in words.fields(meeting, "title")]
    yield f"DESCRIPTION:{escaped(chr(10).join(said))}"
    yield f"X-DIPLO-EVENTS-ID:{meeting.id}"


def basic(day: dt.date) -> str:
    """Return a day as eight digits."""
    return day.isoformat().replace("-", "")  # `strftime` writes years before 1000 with fewer digits


def escaped(text: str) -> str:
    r"""Return a text as the value of a property.

    >>> escaped("a, b; c\\d\n")
    'a\\, b\\; c\\\\d\\n'
    """
    for plain, marked in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, marked)
    return text


def folded(line: str) -> str:
    r"""Return a line in pieces of at most 75 octets of UTF-8, none of which ends inside a character."""
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > OCTETS:
            pieces.append(piece)
            piece, size = "", 1  # the space before it
        piece += character
        size += octets
    return "\r\n ".join([*pieces, piece])
