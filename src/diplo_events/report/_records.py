"""Records as HTML: each with an address of its own, and filters over the list."""

from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, MINYEAR, timedelta
from typing import Final

from diplo_events.dataset import Dataset
from diplo_events.lookup import name_of
from diplo_events.model import Actor, EventRecord, Meeting, Position, Source, Statement, TerritorialClaim
from diplo_events.report._page import Element, Node, element
from diplo_events.report.terminal import extent_text, names, time_of

__all__ = [
    "NO_DAY",
    "actor_item",
    "claim_item",
    "days",
    "filters",
    "meeting_item",
    "position_item",
    "record_list",
    "source_item",
    "statement_item",
]

ANY: Final = "any"

NO_DAY: Final = "none"
"""What stands for the day of a record that no few days are given for."""

MOST_DAYS: Final = 31
"""A date that runs over more days than these is found under none of them."""


def record_list(key: str, items: Iterable[Element]) -> Element:
    """Make a list that filters work on."""
    return element("div", {"id": key}, *items)


def filters(key: str, choices: Sequence[tuple[str, str, Sequence[tuple[str, str]]]]) -> Element:
    """Make the filters of a list: a select for each (name, label, options), and a field for words.

    They are hidden until the script that serves them runs.
    """
    fields: list[Node] = []
    for name, label, options in choices:
        listed = [element("option", {"value": ""}, ANY)]
        listed += [element("option", {"value": value}, text) for value, text in options]
        fields.append(element("label", None, label, element("select", {"name": name}, *listed)))
    fields.append(element("label", None, "words", element("input", {"name": "words", "type": "search"})))
    fields.append(element("button", {"type": "reset"}, "show all"))
    fields.append(element("output", {"aria-live": "polite"}))
    return element("form", {"class": "filters", "data-list": key, "hidden": "", "aria-label": f"Filter {key}"}, *fields)


def days(record: EventRecord) -> list[str]:
    """List the days on which a thing may have been, as its record has them, if they are few."""
    first, last = (record.when.earliest, record.when.latest) if record.when else (None, None)
    if first and last and first.year >= MINYEAR and last.year <= MAXYEAR:
        begin, count = first.to_date(), last.ordinal - first.ordinal + 1
        if count <= MOST_DAYS:
            return [str(begin + timedelta(n)) for n in range(count)]
    return [NO_DAY]


def link(dataset: Dataset, key: str) -> Element:
    """Link to a record of the page."""
    return element("a", {"href": f"#{key}"}, name_of(dataset, key))


def foot(dataset: Dataset, record: EventRecord) -> Element:
    """Tell when, from which source and where in it."""
    spans = ", ".join(f"{span.start}–{span.end}" for span in record.spans)
    parts: list[Node] = [f"{time_of(record)} · ", link(dataset, record.source)]
    if spans:
        parts.append(f" · characters {spans}")
    if record.via:
        parts.append(f" · via {names(dataset, record.via)}")
    if record.restates:
        parts += [" · repeats ", element("a", {"href": f"#{record.restates}"}, record.restates)]
    return element("p", {"class": "faint"}, *parts, " · ", fetching(record.id))


def fetching(key: str) -> Element:
    """Give the code that fetches a record, as the link to its place on the page."""
    return element("a", {"href": f"#{key}"}, element("code", None, f'dataset["{key}"]'))


def note_of(record: EventRecord) -> Element | None:
    """Give the coder's note."""
    return element("p", {"class": "faint"}, f"Coder's note: {record.note}") if record.note else None


def item(record: EventRecord, data: dict[str, str], *children: Node) -> Element:
    """Frame a record, with what filters look for."""
    found = {f"data-{name}": value for name, value in data.items()}
    frame = {"class": "record", "id": record.id, "data-filtered": "", "data-source": record.source, **found}
    return element("article", frame, *children)


def statement_item(dataset: Dataset, record: Statement) -> Element:
    """Show a statement."""
    acts = ", ".join(act.words for act in record.acts)
    to = f" → {names(dataset, record.targets)}" if record.targets else ""
    return item(
        record,
        {
            "speaker": record.speaker,
            "act": " ".join(act.value for act in record.acts),
            "issue": " ".join(record.issues),
            "date": " ".join(days(record)),
        },
        element("p", None, element("span", {"class": "who"}, name_of(dataset, record.speaker)), f"{to}: {acts}"),
        element("p", None, record.summary),
        *(element("blockquote", None, f"“{quote.text}”") for quote in record.quotes),
        note_of(record),
        foot(dataset, record),
    )


def meeting_item(dataset: Dataset, record: Meeting) -> Element:
    """Show a meeting."""
    who = ", ".join(
        name_of(dataset, part.actor) + (f" ({part.role.value})" if part.role.value != "attendee" else "")
        for part in record.participants
    )
    place = f", {name_of(dataset, record.place)}" if record.place else ""
    status = record.status.words
    return item(
        record,
        {"status": record.status.value},
        element("p", None, element("span", {"class": "who"}, record.title), f": {status}{place}"),
        element("p", None, who) if who else None,
        element("p", None, f"Depends on: {record.conditions}") if record.conditions else None,
        element("p", None, f"Proposed by {names(dataset, record.proposed_by)}") if record.proposed_by else None,
        note_of(record),
        foot(dataset, record),
    )


def claim_item(dataset: Dataset, record: TerritorialClaim) -> Element:
    """Show a territorial claim."""
    says = f" says: {record.assertion.value.replace('_', ' ')}"
    extent = f" ({extent_text(record.extent)})" if record.extent else ""
    return item(
        record,
        {"assertion": record.assertion.value},
        element("p", None, element("span", {"class": "who"}, name_of(dataset, record.asserted_by)), says),
        element("p", None, record.summary + extent),
        note_of(record),
        foot(dataset, record),
    )


def position_item(dataset: Dataset, record: Position) -> Element:
    """Show a position."""
    marks = "".join([", a red line" * record.red_line, f", if {record.conditions}" if record.conditions else ""])
    by = f" by {name_of(dataset, record.attributed_by)}" if record.attributed_by else ""
    stance = f": {record.stance.value.replace('_', ' ')} ({record.basis.value}{by}){marks}"
    shows: list[Node] = []
    for key in record.evidence:
        shows += [" ", element("a", {"href": f"#{key}"}, key)]
    return item(
        record,
        {"actor": record.actor, "issue": record.issue},
        element("p", None, element("span", {"class": "who"}, name_of(dataset, record.actor)), stance),
        element("p", {"class": "faint"}, f"On: {proposition(dataset, record.issue)}"),
        element("p", None, record.summary),
        element("p", {"class": "faint"}, "Shown by", *shows) if shows else None,
        note_of(record),
        foot(dataset, record),
    )


def proposition(dataset: Dataset, issue: str) -> str:
    """Give the sentence of an issue."""
    return str(getattr(dataset.get(issue), "proposition", issue))


def actor_item(dataset: Dataset, actor: Actor) -> Element:
    """Show an actor, with every spelling and every role."""
    spellings: list[Node] = []
    for name in actor.names:
        where = f" ({name.language})" if name.language else ""
        used = f": {names(dataset, name.sources)}" if name.sources else ""
        spellings.append(element("li", None, f"{name.text}{where}{used}"))
    for role in actor.roles:
        body = f", {name_of(dataset, role.organization)}" if role.organization else ""
        spellings.append(element("li", None, f"{role.title}{body}{f', {role.when}' if role.when else ''}"))
    kind = actor.kind.words
    above = f" of {names(dataset, actor.member_of)}" if actor.member_of else ""
    return element(
        "article",
        {"class": "record", "id": actor.id},
        element("p", None, element("span", {"class": "who"}, actor.name), f": {kind}{above}"),
        element("p", None, actor.description) if actor.description else None,
        element("ul", None, *spellings) if spellings else None,
        element("p", {"class": "faint"}, fetching(actor.id)),
    )


def source_item(dataset: Dataset, source: Source) -> Element:
    """Show a source."""
    publisher = name_of(dataset, source.publisher) if source.publisher else "unknown outlet"
    told = f"{publisher}{f', {source.published}' if source.published else ''}"
    code = f"SHA-256 {source.sha256}, {source.length} characters" if source.sha256 else "no text on record"
    return element(
        "article",
        {"class": "record", "id": source.id},
        element("p", {"class": "who"}, source.title),
        element("p", None, told),
        element("p", {"class": "faint"}, f"Coder's note: {source.note}") if source.note else None,
        element("p", {"class": "faint"}, code, " · ", fetching(source.id)),
    )
