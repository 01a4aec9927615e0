"""`shorten`: the inverse of `expand`, for tests: a full document with all in short form that can be."""

import copy
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from diplo_events.coding.anchoring import Text
from diplo_events.coding.pages import Page, Spot
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.relative import Direction, resolve
from diplo_events.errors import DiploEventsError
from diplo_events.formats.plain import from_plain
from diplo_events.lookup import matches, publisher_of
from diplo_events.model import Actor, Issue, Place, Source
from diplo_events.schema import COLLECTIONS, references
from diplo_events.shorthand._filling import LETTERS
from diplo_events.shorthand._names import put

DIRECTIONS: tuple[Direction, ...] = ("past", "future")

LONG = 6
"""From how many words on a passage is given by its first and last ones."""


def shorten(document: Mapping[str, Any], texts: Mapping[str, Text]) -> dict[str, Any]:
    """Return a document in short form that expands to a full one."""
    short = copy.deepcopy(dict(document))
    pages = {source["id"]: shorten_source(source, texts) for source in short.get("sources", [])}
    dataset = from_plain(document)
    for name in LETTERS:
        records = short.get(name, [])
        for record in records:
            page = pages[record["source"]]
            shorten_dates(record, short)
            shorten_own_words(name, record, dataset)
            if page is not None:
                shorten_passages(name, record, page)
            shorten_repeat(record, records)
            write_names(name, record, dataset)
        if all(is_numbered(name, index, records) for index in range(len(records))):
            for record in records:
                del record["id"]
    short["defaults"] = shared_medium(short.get("statements", []))
    return short


def shorten_source(source: dict[str, Any], texts: Mapping[str, Text]) -> Page | None:
    """Name the text of a source, and return it; nothing if it is not at hand."""
    if source.get("sha256") not in texts:
        return None
    page = Page(texts[source.pop("sha256")])
    source["text"] = Path(page.text.name).name
    source.pop("length", None)
    for item in source.get("uncoded", []):
        item["passage"] = words_for(page, item.pop("span"), None)
    return page


def write_names(name: str, record: dict[str, Any], dataset: Dataset) -> None:
    """Write names in the place of ids where only one record has them."""
    for reference in list(references(COLLECTIONS[name], record)):
        named = dataset.get(reference.target)
        if isinstance(named, Actor | Place | Issue):
            types = tuple(cls for cls in (Actor, Place, Issue) if cls in reference.types)
            spelling = named.label if isinstance(named, Issue) else named.name
            if isinstance(spelling, str) and matches(dataset, spelling, *types) == (named.id,):
                put(record, reference.path, spelling)


def shared_medium(statements: list[dict[str, Any]]) -> dict[str, Any]:
    """Remove the medium that most statements have from them, and return it as a default."""
    if not statements:
        return {}
    common = Counter(record.get("medium", "unknown") for record in statements).most_common(1)[0][0]
    for record in statements:
        if record.setdefault("medium", "unknown") == common:
            del record["medium"]
    return {"statements": {"medium": common}}


def is_numbered(name: str, index: int, records: list[dict[str, Any]]) -> bool:
    """Whether the id of a record is the number that the tool would give."""
    source = records[index]["source"]
    before = sum(record["source"] == source for record in records[:index])
    return bool(records[index]["id"] == f"{source}/{LETTERS[name]}{before + 1:02}")


def shorten_passages(name: str, record: dict[str, Any], page: Page) -> None:
    """Write words in the place of spans, and leave the mode out where it follows from having no quotes."""
    spans = record.pop("spans", [])
    if "quotes" in record and record.get("mode") != "verbatim":
        within = [Spot(span["start"], span["end"]) for span in spans]
        record["quotes"] = [short_quote(page, quote, within) for quote in record["quotes"]]
    sections = {span.get("section", "body") for span in spans}
    if len(sections) == 1 and sections != {"body"}:
        record["section"] = sections.pop()
        spans = [{"start": span["start"], "end": span["end"]} for span in spans]
    if len(spans) == 1:
        record["passage"] = words_for(page, spans[0], None)
    elif spans:
        record["passages"] = [words_for(page, span, None) for span in spans]
    if name == "statements" and record.get("mode") == "indirect" and "quotes" not in record:
        del record["mode"]


def shorten_dates(record: dict[str, Any], document: dict[str, Any]) -> None:
    """Remove the dates that follow from the time words; write `null` where there is none though one would follow."""
    (source,) = [source for source in document["sources"] if source["id"] == record["source"]]
    published = source.get("dated") or source.get("published")
    day = EventDate.parse(published) if published else None
    for field in ("about_when", "when"):  # what is said may count from when it is said
        words = record.get(f"{field}_as_reported")
        if words is None:
            continue
        days = [day]
        own = any(words in quote["text"] for quote in record.get("quotes", [])) or record.get("mode") == "verbatim"
        if field == "about_when" and own and record.get("when"):
            days.append(EventDate.parse(record["when"]))
        readings = {reading(words, each, direction) for each in days for direction in DIRECTIONS} - {""}
        if readings == {record.get(field)} and words not in record.get("note", ""):
            del record[field]
        else:
            record.setdefault(field, None)


def shorten_own_words(name: str, record: dict[str, Any], dataset: Dataset) -> None:
    """Remove the date of what an outlet says itself if it is that of its text, and write `null` where there is none."""
    source = dataset[record["source"]]
    assert isinstance(source, Source)
    own = name == "statements" and source.publisher and record.get("speakers") == [publisher_of(dataset, source.id)]
    if own and not {"when_as_reported", "restates"} & record.keys():
        day = source.dated or source.published
        if day is not None and record.get("when") == str(day):
            del record["when"]
        else:
            record.setdefault("when", None)


def reading(words: str, published: EventDate | None, direction: Direction) -> str:
    """Return the date that time words mean, or nothing."""
    try:
        return str(resolve(words, published, direction=direction))
    except DiploEventsError:
        return ""


def shorten_repeat(record: dict[str, Any], records: list[dict[str, Any]]) -> None:
    """Write `null` into a repeat for a date or a shared id that it lacks, so that none is filled in."""
    if "restates" in record:
        if "when_as_reported" not in record:
            record.setdefault("when", None)
        for each in records:
            if each["id"] in {record["id"], record["restates"]}:
                each.setdefault("canonical_id", None)


def short_quote(page: Page, quote: dict[str, Any], within: list[Spot]) -> Any:
    """Return a quote by its words."""
    words = words_for(page, quote["span"], within)
    more = {key: quote[key] for key in ("language", "translated_from") if key in quote}
    if "section" in quote["span"]:
        return quote
    return words if not more else {**({"words": words} if isinstance(words, str) else words), **more}


def words_for(page: Page, span: Mapping[str, Any], within: list[Spot] | None) -> Any:
    """Return the words of a place: the first and the last if that is shorter, and which of several is meant."""
    spot = Spot(span["start"], span["end"])
    full = page.words_at(spot)
    parts = full.split()
    ways = [f"{parts[0]} {parts[1]} … {parts[-1]}", full] if len(parts) >= LONG else [full]
    for words in ways:
        found, exact = page.spots(words)
        if within is not None:
            found = tuple(each for each in found if any(a <= each.start and each.end <= b for a, b in within))
        if exact and spot in found:
            which = {"nth": found.index(spot) + 1} if len(found) > 1 else {}
            section = {"section": span["section"]} if "section" in span else {}
            return {"words": words, **which, **section} if which or section else words
    raise AssertionError(f"{full!r} cannot be found")
