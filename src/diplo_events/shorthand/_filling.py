"""What follows from the rest of a record: its number, its date from the time words, the mode of a statement."""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Final

from diplo_events._internal.texts.display import quoted
from diplo_events.coding.calendars import TimeWords
from diplo_events.dates import EventDate
from diplo_events.dates.relative import Direction
from diplo_events.errors import DiploEventsError
from diplo_events.lookup import publisher_of
from diplo_events.model import Actor
from diplo_events.schema import Path
from diplo_events.shorthand._calendars import words_of
from diplo_events.shorthand._names import Names
from diplo_events.shorthand._passages import spot_of
from diplo_events.shorthand._plain import Findings, Mappable, Trouble, is_given, listed, mapped
from diplo_events.vocab import ActionStatus, ActorKind, Aspect, Medium, MeetingStatus, QuotationMode

__all__ = ["LETTERS", "fill_date", "fill_ids", "fill_mode", "fill_own_words", "fill_time_spoken_of"]

LETTERS: Final = {
    "statements": "s",
    "actions": "a",
    "meetings": "m",
    "votes": "v",
    "territorial_claims": "c",
    "positions": "p",
}
"""The letter with which the number of an event record begins, by its list."""

DIRECTIONS: Final[tuple[Direction, ...]] = ("past", "future")

LEAST_SHARE: Final = 0.5
"""The share of its passages from which on quotes are more than pieces in a reporter's sentence."""

LEAST_WORDS: Final = 4
"""How many words the longest quote has if quotes are whole clauses."""

ENDS: Final = (".", ",", "!", "?", "…")
"""How a sentence, or a clause before "he said", ends inside quotation marks."""

NOT_YET: Final = {Aspect.FUTURE.value, Aspect.HYPOTHETICAL.value}
"""The aspects of what may come after the text that reports it."""

AHEAD: Final = frozenset(status.value for status in (*MeetingStatus, *ActionStatus)) - {"held", "done", "ongoing"}
"""The statuses of a meeting or a deed that is still to come, if it comes at all."""


def fill_ids(records: Iterable[tuple[Path, str, Mappable]], taken: set[str], findings: Findings) -> None:
    """Number the records without an id: the id of the source, a letter for the type, the next number that is free."""
    last: dict[str, int] = {}
    for _, name, record in records:
        source = record.get("source")
        if "id" in record or not isinstance(source, str):
            continue
        stem = f"{source}/{LETTERS[name]}"
        if stem not in last:
            numbers = (re.fullmatch(rf"{re.escape(stem)}([0-9]{{1,9}})", key) for key in taken)
            last[stem] = max((int(match[1]) for match in numbers if match), default=0)
        last[stem] += 1
        key = f"{stem}{last[stem]:02}"
        taken.add(key)
        items = list(record.items())
        record.clear()
        record["id"] = key
        record.update(items)
        findings.numbered.append(key)


def fill_mode(record: Mappable) -> None:
    """Fill in how the words of a statement are given, from its quotes.

    Without quotes it is `indirect`. With them it is `direct` if each begins with a capital letter or a figure, one has
    four words or more, and they end as sentences do or are at least half of the passages; else `mixed`.

    Of the 145 statements of the bundled dataset, this is the coder's own choice for 42 of the 45 with quotes and for 86
    of the 100 others; the rest of these is `narrated` or `free_indirect`, which no rule can see.
    """
    if is_given(record, "mode"):
        return
    quotes = [quote for item in listed(record.get("quotes")) if (quote := mapped(item))]
    texts = [text for quote in quotes if isinstance(text := quote.get("text"), str)]
    lengths = [spot.end - spot.start for span in listed(record.get("spans")) if (spot := spot_of(span))]
    if not texts:
        mode = QuotationMode.INDIRECT
    else:
        longest = max(len(text.split()) for text in texts)
        long_enough = longest >= LEAST_WORDS and all(map(begins_upper, texts))
        whole = all(text.endswith(ENDS) for text in texts) or sum(map(len, texts)) >= LEAST_SHARE * sum(lengths)
        mode = QuotationMode.DIRECT if long_enough and whole else QuotationMode.MIXED
    record["mode"] = mode.value


def begins_upper(text: str) -> bool:
    """Whether the first letter or digit of a text is not a small letter."""
    return not next((character for character in text if character.isalnum()), "").islower()


def fill_date(
    name: str, record: Mappable, path: Path, names: Names, statements: Mapping[str, Mappable], findings: Findings
) -> None:
    """Fill in when a record's event was, from the source's own words for it and the day of its text.

    Words that can mean two days mean the one of a statement that is the record's evidence and has the same words.
    """
    words = unresolved(record, "when")
    if words is None:
        return
    directions: tuple[Direction, ...] = ("past",) if is_over(name, record, names) else DIRECTIONS
    meant, refusal = read_words(words_of(record, words, names), published(record, names), directions)
    dates = sorted(set().union(*meant.values()))
    if len(dates) > 1 and is_ahead(record):
        dates = sorted(meant["future"])
    if len(dates) > 1 and (shown_by := dates_of_evidence(record, words, statements)) & {*dates}:
        dates = sorted(shown_by & {*dates})
    write_date(record, "when", path, dates, refusal, findings)


def fill_time_spoken_of(name: str, record: Mappable, path: Path, names: Names, findings: Findings) -> None:
    """Fill in the time of what a statement speaks of, on either side of the day of its text, as `check` has it.

    Words that the speakers say themselves may also count from the day on which they speak; two answers are asked about.
    """
    words = unresolved(record, "about_when") if name == "statements" else None
    if words is None:
        return
    day = published(record, names)
    days = {str(day): day}
    if says(record, words) and (spoken := date_of(record.get("when"))) is not None:
        days[str(spoken)] = spoken
    found: set[str] = set()
    refusal = ""
    for each in days.values():
        meant, refused = read_words(words_of(record, words, names), each, DIRECTIONS)
        found = found.union(*meant.values())
        refusal = refused or refusal
    write_date(record, "about_when", path, sorted(found), refusal, findings)


def fill_own_words(name: str, record: Mappable, names: Names) -> None:
    """Fill in the medium and the date of what an outlet says itself: `article`, and the day of its text.

    The guide to encoding asks for both; all 33 such statements of the bundled dataset have them.
    """
    source = names.source(record.get("source"))
    if name != "statements" or source is None or not source.publisher:
        return
    if record.get("speakers") != [publisher_of(names.dataset, source.id)]:
        return
    if not is_given(record, "medium"):
        record["medium"] = Medium.ARTICLE.value
    day = published(record, names)
    if day is not None and not is_given(record, "when") and not is_given(record, "when_as_reported"):
        record["when"] = str(day)


def unresolved(record: Mappable, field: str) -> str | None:
    """Return the time words of a record from which a date follows, or `None` if it has a date or says why not."""
    words = record.get(f"{field}_as_reported")
    if is_given(record, field) or not isinstance(words, str) or words in str(record.get("note", "")):
        return None
    return words


def published(record: Mappable, names: Names) -> EventDate | None:
    """Return the day from which the time words of a record count."""
    source = names.source(record.get("source"))
    return (source.dated or source.published) if source is not None else None


def says(record: Mappable, words: str) -> bool:
    """Whether time words are the speakers' own, as `check` has it."""
    quotes = [str(quote.get("text")) for item in listed(record.get("quotes")) if (quote := mapped(item))]
    return record.get("mode") == QuotationMode.VERBATIM.value or any(words in text for text in quotes)


def date_of(value: object) -> EventDate | None:
    """Return the date that a value is, or `None` if it is none: that is for the reader to say."""
    try:
        return EventDate.parse(value) if isinstance(value, str) else None
    except DiploEventsError:
        return None


def read_words(
    words: Iterable[TimeWords], day: EventDate | None, directions: Iterable[Direction]
) -> tuple[dict[Direction, set[str]], str]:
    """Return what the readings of time words mean in each direction, and why one of them means nothing."""
    meant: dict[Direction, set[str]] = {}
    refusal = ""
    for reading, direction in product(words, directions):
        try:
            meant.setdefault(direction, set()).add(str(reading.resolved(day, direction)))
        except DiploEventsError as error:
            refusal = str(error)
    return meant, refusal


def write_date(record: Mappable, field: str, path: Path, dates: list[str], refusal: str, findings: Findings) -> None:
    """Write the one date that time words mean, or add that they mean several or none."""
    words_field = f"{field}_as_reported"
    if len(dates) > 1:
        found = f"{quoted(record[words_field])}: {' or '.join(dates)}"
        hint = f"write {field}: with the one that is meant"
        findings.trouble((*path, words_field), Trouble("words for one time", found, hint))
    elif dates:
        record[field] = dates[0]
    else:
        findings.note((*path, words_field), f"leaves {field} empty: {refusal}")


def dates_of_evidence(record: Mappable, words: str, statements: Mapping[str, Mappable]) -> set[str]:
    """List the dates of the statements that are the evidence of a record and have the same time words."""
    shown = [statements[key] for key in listed(record.get("evidence")) if isinstance(key, str) and key in statements]
    return {str(each.get("when")) for each in shown if each.get("when_as_reported") == words}


def is_over(name: str, record: Mappable, names: Names) -> bool:
    """Whether a record reports something that cannot come after its text, as `check` has it."""
    if not_yet(record):
        return False
    match name:
        case "statements":
            speakers = listed(record.get("speakers"))
            return not speakers or not all(is_outlet(key, record, names) for key in speakers)
        case "actions":
            return bool(record.get("status") == ActionStatus.DONE.value)
        case "votes":
            return True
        case "meetings":
            return str(record.get("status")) in {MeetingStatus.HELD.value, MeetingStatus.ONGOING.value}
        case _:
            return False


def is_ahead(record: Mappable) -> bool:
    """Whether a record reports something that is still to come, if it comes at all."""
    return not_yet(record) or str(record.get("status")) in AHEAD


def not_yet(record: Mappable) -> bool:
    """Whether a record has an aspect of what may come after its text."""
    return any(aspect in NOT_YET for aspect in listed(record.get("aspects")) if isinstance(aspect, str))


def is_outlet(key: object, record: Mappable, names: Names) -> bool:
    """Whether an actor is a medium, or the publisher of the text."""
    actor = names.dataset.get(key) if isinstance(key, str) else None
    if isinstance(actor, Actor) and actor.kind is ActorKind.MEDIA:
        return True
    source = names.source(record.get("source"))
    return source is not None and source.publisher == key
