"""The calendar of time words: a field of a source or of a record in short form, and what follows from it."""

from diplo_events.coding.calendars import CALENDARS, TimeWords, calendar_in, readings
from diplo_events.errors import shown, suggestion
from diplo_events.formats.short_form import CALENDAR
from diplo_events.shorthand._names import Names
from diplo_events.shorthand._plain import EVENTS, Findings, Mappable, Trouble, mapped, records_of

__all__ = ["expand_calendars", "words_of"]


def expand_calendars(document: Mappable, findings: Findings) -> None:
    """Move the calendars of sources and event records into their `extra`, where `check` reads them."""
    for path, _, record in records_of(document, "sources", *EVENTS):
        if CALENDAR not in record:
            continue
        calendar = record.pop(CALENDAR)
        if calendar is None:
            continue
        if calendar not in CALENDARS:
            hint = suggestion(calendar, CALENDARS) if isinstance(calendar, str) else None
            findings.trouble((*path, CALENDAR), Trouble(" or ".join(CALENDARS), shown(calendar), hint))
            continue
        extra = mapped(record.get("extra", {}))
        if extra is None or extra.get(CALENDAR, calendar) != calendar:
            found = shown(record["extra"] if extra is None else extra[CALENDAR])
            findings.trouble((*path, "extra"), Trouble(f"no other calendar than {calendar}", found))
            continue
        record["extra"] = {**extra, CALENDAR: calendar}


def words_of(record: Mappable, words: str, names: Names) -> list[TimeWords]:
    """Return the readings of the time words of a record, as `check` has them."""
    source = names.source(record.get("source"))
    note = record.get("note")
    return readings(
        words,
        source,
        names.text(source),
        note=note if isinstance(note, str) else None,
        calendar=calendar_in(mapped(record.get("extra")) or {}),
    )
