"""`shorten`: the inverse of `expand`, for tests: a full document with all in short form that can be."""

import copy
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from diplo_events.coding.anchoring import Text
from diplo_events.dates import EventDate
from diplo_events.dates.relative import resolve
from diplo_events.errors import DiploEventsError
from diplo_events.formats.plain import from_plain
from diplo_events.lookup import matches
from diplo_events.model import Actor, Issue, Place
from diplo_events.schema import COLLECTIONS, references
from diplo_events.shorthand._filling import LETTERS
from diplo_events.shorthand._pages import Page, Spot

LONG = 6
"""From how many words on a passage is given by its first and last ones."""


def shorten(document: Mapping[str, Any], texts: Mapping[str, Text]) -> dict[str, Any]:
    """Return a document in short form that expands to a full one."""
    short = copy.deepcopy(dict(document))
    short.pop("closed", None)
    short.pop("end", None)
    pages = {}
    for source in short.get("sources", []):
        if source.get("sha256") in texts:
            page = pages[source["id"]] = Page(texts[source["sha256"]])
            source["text"] = Path(page.text.name).name
            del source["sha256"]
            source.pop("length", None)
            for item in source.get("uncoded", []):
                span = item.pop("span")
                item["passage"] = words_for(page, span, None)
    dataset = from_plain(document)
    for name in LETTERS:
        numbered: Counter[str] = Counter()
        for record in short.get(name, []):
            shorten_record(name, record, pages.get(record["source"]), short)
            for reference in list(references(COLLECTIONS[name], record)):
                named = dataset.get(reference.target)
                if isinstance(named, Actor | Place | Issue) and reference.path[0] != "via":
                    types = tuple(cls for cls in (Actor, Place, Issue) if cls in reference.types)
                    spelling = named.label if isinstance(named, Issue) else named.name
                    if matches(dataset, spelling, *types) == (named.id,):
                        put(record, reference.path, spelling)
            numbered[record["source"]] += 1
        if all(is_numbered(name, numbered, index, short[name]) for index in range(len(short.get(name, [])))):
            for record in short.get(name, []):
                del record["id"]
    mediums = Counter(record.get("medium", "unknown") for record in short.get("statements", []))
    if mediums:
        common = mediums.most_common(1)[0][0]
        for record in short["statements"]:
            record["medium"] = record.get("medium", "unknown")
            if record["medium"] == common:
                del record["medium"]
        short["defaults"] = {"statements": {"medium": common}}
    else:
        short["defaults"] = {}
    return short


def put(value: Any, path: tuple[str | int, ...], content: str) -> None:
    for part in path[:-1]:
        value = value[part]
    value[path[-1]] = content


def is_numbered(name: str, _numbered: Counter[str], index: int, records: list[dict[str, Any]]) -> bool:
    """Whether the ids of all records up to one are the numbers that the tool would give."""
    before = sum(record["source"] == records[index]["source"] for record in records[:index])
    return bool(records[index]["id"] == f"{records[index]['source']}/{LETTERS[name]}{before + 1:02}")


def shorten_record(name: str, record: dict[str, Any], page: Page | None, document: dict[str, Any]) -> None:
    """Write words in the place of spans, and leave out what follows from the rest."""
    spans = record.get("spans", [])
    if page is not None and spans:
        del record["spans"]
        if name == "statements" and "quotes" in record and record["mode"] != "verbatim":
            within = [Spot(span["start"], span["end"]) for span in spans]
            record["quotes"] = [short_quote(page, quote, within) for quote in record["quotes"]]
        sections = {span.get("section", "body") for span in spans}
        if len(sections) == 1 and sections != {"body"}:
            record["section"] = sections.pop()
            spans = [{"start": span["start"], "end": span["end"]} for span in spans]
        if len(spans) == 1:
            record["passage"] = words_for(page, spans[0], None)
        else:
            record["passages"] = [words_for(page, span, None) for span in spans]
    if name == "statements" and record["mode"] == "indirect" and "quotes" not in record:
        del record["mode"]
    if "when_as_reported" in record:
        (source,) = [source for source in document["sources"] if source["id"] == record["source"]]
        published = source.get("dated") or source.get("published")
        readings = set()
        for direction in ("past", "future"):
            try:
                day = EventDate.parse(published) if published else None
                readings.add(str(resolve(record["when_as_reported"], day, direction=direction)))
            except DiploEventsError:
                readings.add("")
        if readings == {record.get("when")} and record["when_as_reported"] not in record.get("note", ""):
            del record["when"]
        elif "when" not in record:
            record["when"] = None
    if "restates" in record:
        if "when_as_reported" not in record:
            record.setdefault("when", None)
        for each in document[name]:
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
