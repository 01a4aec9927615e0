"""Lists of records on the page: their facets with counts, the orders, and the repeats of a report folded into it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs

from diplo_events.dataset import Dataset
from diplo_events.model import Action, EventRecord, Meeting, Position, Statement, TerritorialClaim, Vote
from diplo_events.report._calendar import calendar_bounds
from diplo_events.report._page import Element, Node, element
from diplo_events.report._parts import Parts, record_index
from diplo_events.report._passages import Passages
from diplo_events.report._records import NO_DAY, SOME_DAYS, days, event_item, position_item
from diplo_events.report.field_words import in_text_order, named
from diplo_events.report.in_words import words_of
from diplo_events.report.lines import DataText, line_text

__all__ = ["LISTS", "RecordList", "list_parts"]

Values: TypeAlias = Callable[[Any], Iterable[Any]]
"""A function that returns the values of a facet of a record: ids, terms, or days."""


@attrs.frozen
class RecordList:
    """A list of the records of one type."""

    type: type[EventRecord]
    """The type."""
    section: str
    """The id of its section."""
    key: str
    """The id of the list, with which the address of a view begins."""
    title: str
    """The heading."""
    intro: str | None
    """What is to be known before reading it."""
    facets: Mapping[str, Values]
    """The facets by their names, each with what its values are."""


def the_source(record: EventRecord) -> Iterable[str]:
    """Return the source of a record, as the one value of a facet."""
    return (record.source,)


def the_place(record: Meeting | Action) -> Iterable[str]:
    """Return the place of a record, if it has one."""
    return (record.place,) if record.place else ()


LISTS: Final = (
    RecordList(
        Statement,
        "statements",
        "said",
        "Who said what",
        None,
        MappingProxyType(
            {
                "speaker": lambda record: record.speakers,
                "act": lambda record: record.acts,
                "issue": lambda record: record.issues,
                "date": days,
                "dated": lambda record: (NO_DAY if days(record) == [NO_DAY] else SOME_DAYS,),
                "source": the_source,
            }
        ),
    ),
    RecordList(
        Action,
        "deeds",
        "done",
        "What was done",
        None,
        MappingProxyType(
            {
                "actor": lambda record: record.actors,
                "kind": lambda record: (record.kind,),
                "status": lambda record: (record.status,),
                "place": the_place,
                "source": the_source,
            }
        ),
    ),
    RecordList(
        Meeting,
        "meetings",
        "met",
        "Meetings",
        "The status is as of its source.",
        MappingProxyType(
            {
                "participant": lambda record: [participant.actor for participant in record.participants],
                "status": lambda record: (record.status,),
                "place": the_place,
                "source": the_source,
            }
        ),
    ),
    RecordList(
        Vote,
        "votes",
        "voted",
        "Votes",
        "A veto is a no that prevents adoption.",
        MappingProxyType(
            {
                "body": lambda record: (record.body,),
                "result": lambda record: (record.result,),
                "voter": lambda record: [ballot.actor for ballot in record.ballots],
                "source": the_source,
            }
        ),
    ),
    RecordList(
        TerritorialClaim,
        "claims",
        "claimed",
        "Territorial claims",
        "Who says which land belongs to whom; never a fact about a place.",
        MappingProxyType(
            {
                "challenger": lambda record: (record.challenger,),
                "assertion": lambda record: (record.assertion,),
                "place": lambda record: record.places,
                "holder": lambda record: record.controlled_by,
                "source": the_source,
            }
        ),
    ),
    RecordList(
        Position,
        "positions",
        "held",
        "Positions",
        None,
        MappingProxyType(
            {
                "actor": lambda record: (record.actor,),
                "issue": lambda record: (record.issue,),
                "stance": lambda record: (record.stance,),
                "basis": lambda record: (record.basis,),
                "source": the_source,
            }
        ),
    ),
)
"""The lists of the page, in order."""

FILTERED: Final = "data-filtered"
"""The mark of the records that filters look at."""

FEWEST_TO_FILTER: Final = 5
"""A list of at least this many records has filters."""


def list_parts(dataset: Dataset, listed: RecordList, records: Sequence[EventRecord], parts: Parts) -> Iterator[Node]:
    """List the parts of a section of records: its filters, and each record with what repeats it folded into it."""
    repeats: dict[str, list[EventRecord]] = defaultdict(list)
    ids = {record.id for record in records}
    tops: list[EventRecord] = []
    for record in in_text_order(records):
        if record.restates in ids:
            repeats[str(record.restates)].append(record)
        else:
            tops.append(record)
    values = {record.id: facet_values(listed, [record, *repeated(repeats, record)]) for record in tops}
    if repeating := len(records) - len(tops):
        one = repeating == 1
        words = f"{repeating:,} of the {len(records):,} repeat{'s' * one} another in the same source"
        yield element("p", {"class": "faint"}, f"{words} and {'is' if one else 'are'} folded into it.")
    if len(tops) >= FEWEST_TO_FILTER:
        yield filters(dataset, listed, values.values())
    looked_at = {record.id: shown_in(values[record.id], record) for record in tops}
    items = (record_item(dataset, record, repeats, parts.passages, looked_at[record.id]) for record in tops)
    made = parts.fill(element("div", {"id": listed.key, "class": "list"}), items)
    if made.get("data-parts"):
        rows = [looked_at[record.id] | {"who": line_text(words_of(dataset, record).subject)} for record in tops]
        columns = {name.removeprefix("data-"): [row[name] for row in rows] for name in rows[0] if name != FILTERED}
        made.set("data-index", parts.add_data(record_index(columns)))
    yield made


def repeated(repeats: Mapping[str, Sequence[EventRecord]], record: EventRecord) -> Iterator[EventRecord]:
    """List the records that repeat a record, and those that repeat them."""
    for repeat in repeats.get(record.id, ()):
        yield repeat
        yield from repeated(repeats, repeat)


def facet_values(listed: RecordList, records: Sequence[EventRecord]) -> dict[str, list[Any]]:
    """Return the values of each facet of a record and its repeats, each once."""
    return {
        name: list(dict.fromkeys(value for record in records for value in values(record)))
        for name, values in listed.facets.items()
    }


def shown_in(values: Mapping[str, Iterable[Any]], record: EventRecord) -> dict[str, str]:
    """Return the attributes of a record that filters and orders compare."""
    attributes = {f"data-{name}": " ".join(map(key_of, keys)) for name, keys in values.items()}
    first, _ = calendar_bounds(record.when)
    return {FILTERED: "", **attributes, "data-when": str(record.when or ""), "data-first": str(first or "")}


def key_of(value: Any) -> str:  # noqa: ANN401  (an id, a day or a term)
    """Return a value of a facet as the filters compare it."""
    return str(getattr(value, "value", value))


def record_item(
    dataset: Dataset,
    record: EventRecord,
    repeats: Mapping[str, Sequence[EventRecord]],
    passages: Passages,
    attributes: Mapping[str, str] = MappingProxyType({}),
) -> Element:
    """Return a record with what repeats it, folded."""
    again = repeats.get(record.id, ())
    label = f"repeated {len(again)} time{'s' * (len(again) > 1)} in the same source"
    repeated_items = (record_item(dataset, repeat, repeats, passages) for repeat in again)
    folded = element("details", {"class": "repeats"}, element("summary", None, label), *repeated_items)
    made = (
        position_item(dataset, record, attributes=attributes, passage=passages.of(record))
        if isinstance(record, Position)
        else event_item(dataset, record, attributes=attributes, after=passages.of(record))
    )
    if again:
        made.append(folded)
    return made


def filters(dataset: Dataset, listed: RecordList, values: Iterable[Mapping[str, Iterable[Any]]]) -> Element:
    """Return the filters of a list: a select with counts for each facet, words, an order, and the view to take away.

    They are hidden until their script runs.
    """
    counts: dict[str, Counter[Any]] = {name: Counter() for name in listed.facets}
    for of_record in values:
        for name, keys in of_record.items():
            counts[name].update(keys)
    controls: list[Node] = []
    for name, counted in counts.items():
        if name == "date":
            known = sorted(day for day in counted if day != NO_DAY)
            limits = {"min": known[0], "max": known[-1]} if known else {}
            controls.append(element("label", None, "day", element("input", {"type": "date", "name": name, **limits})))
        elif counted:
            options = [element("option", {"value": ""}, "any"), *facet_options(dataset, counted)]
            controls.append(element("label", None, name, element("select", {"name": name}, *options)))
    controls.append(element("label", None, "words", element("input", {"name": "words", "type": "search"})))
    orders = (("", "as in the text"), ("first", "date"), ("who", "name"))
    options = [element("option", {"value": value}, text) for value, text in orders]
    controls.append(element("label", None, "in the order of", element("select", {"name": "sort"}, *options)))
    controls += [
        element("button", {"type": "reset"}, "show all"),
        element("output", {"aria-live": "polite"}),
        *(element("button", {"type": "button", "data-take": how}, text) for how, text in TAKEN),
        element("textarea", {"readonly": "", "rows": "3", "hidden": "", "aria-label": "Citation of this view"}),
    ]
    attributes = {"class": "filters", "data-list": listed.key, "hidden": "", "aria-label": f"Filter: {listed.title}"}
    return element("form", attributes, *controls)


DAYS_IN_WORDS: Final = {NO_DAY: "many days or none", SOME_DAYS: "a day, or some within a month"}
"""What the options are called that tell what a date leaves open."""

TAKEN: Final = (("csv", "CSV"), ("json", "JSON"), ("cite", "cite this view"))
"""The forms in which a view is taken away."""


def facet_options(dataset: Dataset, counted: Counter[Any]) -> Iterator[Element]:
    """List the options of a facet, sorted by what they are called, each with its count."""
    called = [(option_text(dataset, value), key_of(value), count) for value, count in counted.items()]
    for part, key, count in sorted(called, key=lambda option: (option[0].text.lower(), option[1])):
        attributes = {"value": key, "lang": part.language, "dir": "auto"}
        yield element("option", attributes, f"{part.text} ({count})")


def option_text(dataset: Dataset, value: Any) -> DataText:  # noqa: ANN401  (an id, a day or a term)
    """Return what an option is called: the words of a term, a day, or a name with its language."""
    if words := getattr(value, "words", None):
        return DataText(words)
    return DataText(DAYS_IN_WORDS[value]) if value in DAYS_IN_WORDS else named(dataset, value)
