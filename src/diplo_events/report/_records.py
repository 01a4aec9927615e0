"""Records as HTML, each with an address of its own."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from diplo_events.dataset import Dataset
from diplo_events.model import Actor, Document, EventRecord, Position, Source
from diplo_events.report._calendar import calendar_bounds
from diplo_events.report._names import link
from diplo_events.report._page import Element, Node, element
from diplo_events.report.field_words import names_line, origin_line, other_fields, time_line
from diplo_events.report.in_words import said_line, words_of
from diplo_events.report.lines import DataText, Line
from diplo_events.schema import Record

__all__ = [
    "NO_DAY",
    "SOME_DAYS",
    "actor_item",
    "days",
    "document_item",
    "event_item",
    "position_item",
    "source_item",
]

NO_DAY: Final = "none"
"""The value of the day filter for records that may have happened on too many days."""

SOME_DAYS: Final = "days"
"""What the others are, in the filter that has both."""

MOST_DAYS: Final = 31
"""A record with more possible days than these is found under none of them."""


def days(record: EventRecord) -> list[str]:
    """List the days on which something may have happened according to its record; `NO_DAY` if they are many."""
    first, last = calendar_bounds(record.when)
    if first and last and (count := (last - first).days + 1) <= MOST_DAYS:
        return [str(first + timedelta(n)) for n in range(count)]
    return [NO_DAY]


def faint(*children: Node) -> Element:
    """Return a paragraph of minor importance."""
    return element("p", {"class": "faint"}, *children)


def headline(subject: Iterable[Node], predicate: Iterable[Node]) -> Element:
    """Return the first line of a record."""
    return element("p", None, element("span", {"class": "who"}, *subject), *predicate)


def quote_node(quote: DataText) -> Element:
    """Return a quote.

    The words stand in their element alone, because its direction is not taken from what is isolated inside it.
    """
    return element("blockquote", {"dir": "auto", "lang": quote.language}, quote.text)


def foot(dataset: Dataset, record: EventRecord) -> Element:
    """Return the last line of a record: when it happened, its source, and where in the source it is reported."""
    spans = ", ".join(f"{span.start}–{span.end}" for span in record.spans)
    parts: list[Node] = [*time_line(dataset, record, in_words=True), " · ", link(dataset, record.source)]
    if spans:
        parts.append(f" · characters {spans}")
    if record.via:
        parts += [" · via ", *names_line(dataset, record.via)]
    if record.restates:
        parts += [" · repeats ", element("a", {"href": f"#{record.restates}"}, record.restates)]
    return faint(*parts, " · ", code_link(record.id))


def code_link(key: str) -> Element:
    """Return the code that gets a record from its dataset, as a link to the record on the page."""
    return element("a", {"href": f"#{key}"}, element("code", None, f'dataset["{key}"]'))


def note_of(record: EventRecord | Source) -> Element | None:
    """Return the coder's note."""
    return faint("Coder's note: ", DataText(record.note)) if record.note else None


def capitalized(text: str) -> str:
    """Return words of the page with a capital first letter; the others stay as they are.

    >>> capitalized("of Київ")
    'Of Київ'
    """
    return text[:1].upper() + text[1:]


def sentence(line: Line) -> Element:
    """Return a line as a paragraph that begins with a capital letter."""
    first, *rest = line
    return element("p", None, capitalized(first) if isinstance(first, str) else first, *rest)


def other_items(dataset: Dataset, record: Record | EventRecord) -> list[Element]:
    """Return the fields of a record that have no words of their own, a paragraph each."""
    return [sentence((f"{label}: ", *line)) for label, line in other_fields(dataset, record)]


def event_item(
    dataset: Dataset,
    record: EventRecord,
    *,
    attributes: Mapping[str, str] = MappingProxyType({}),
    before: Iterable[Node] = (),
    after: Iterable[Node] = (),
) -> Element:
    """Return an event record, with attributes for filters, and elements before and after its text."""
    words = words_of(dataset, record)
    return element(
        "article",
        {"class": "record", "id": record.id, **attributes},
        headline(words.subject, words.predicate),
        *before,
        element("p", None, *words.text) if words.text else None,
        *map(quote_node, words.quotes),
        *map(sentence, words.notes),
        *other_items(dataset, record),
        *after,
        note_of(record),
        foot(dataset, record),
    )


def position_item(
    dataset: Dataset,
    record: Position,
    *,
    attributes: Mapping[str, str] = MappingProxyType({}),
    passage: Iterable[Node] = (),
) -> Element:
    """Return a position, with the proposition of its issue and links to its evidence, in words."""
    evidence: list[Node] = []
    for key in record.evidence:
        evidence += ["; " if evidence else " ", element("a", {"href": f"#{key}"}, *said_line(dataset, key))]
    return event_item(
        dataset,
        record,
        attributes=attributes,
        before=[faint("On: ", DataText(getattr(dataset.get(record.issue), "proposition", record.issue)))],
        after=[*([faint("Shown by", *evidence)] if evidence else []), *passage],
    )


def actor_item(dataset: Dataset, actor: Actor) -> Element:
    """Return an actor, with every spelling and every role."""
    items: list[Node] = []
    for name in actor.names:
        language = f" ({name.language})" if name.language else ""
        sources = (": ", *names_line(dataset, name.sources)) if name.sources else ()
        items.append(element("li", None, DataText(name.text, name.language), language, *sources))
    words = words_of(dataset, actor)
    items += [element("li", None, *role) for role in words.notes]
    return element(
        "article",
        {"class": "record", "id": actor.id},
        headline(words.subject, words.predicate),
        element("p", {"dir": "auto"}, actor.description) if actor.description else None,
        element("ul", None, *items) if items else None,
        *other_items(dataset, actor),
        faint(code_link(actor.id)),
    )


def document_item(dataset: Dataset, document: Document) -> Element:
    """Return a document, with its parties and dates."""
    words = words_of(dataset, document)
    return element(
        "article",
        {"class": "record", "id": document.id},
        headline(words.subject, words.predicate),
        *(element("p", None, *note) for note in words.notes),
        element("p", {"dir": "auto"}, document.description) if document.description else None,
        *other_items(dataset, document),
        faint(code_link(document.id)),
    )


def source_item(dataset: Dataset, source: Source) -> Element:
    """Return a source."""
    text = f"SHA-256 {source.sha256}, {source.length} characters" if source.sha256 else "no text on record"
    return element(
        "article",
        {"class": "record", "id": source.id},
        element("p", {"class": "who", "dir": "auto", "lang": source.language}, source.title),
        element("p", None, *origin_line(dataset, source, in_words=True)),
        *other_items(dataset, source),
        note_of(source),
        faint(text, " · ", code_link(source.id)),
    )
