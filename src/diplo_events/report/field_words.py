"""Names, dates, quantities and the values of any field in words, as lines that the terminal and the page share."""

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar, cast

import attrs

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.in_words import date_in_words
from diplo_events.lookup import name_of
from diplo_events.model import (
    OPEN,
    Action,
    Actor,
    Document,
    EventRecord,
    FrozenMap,
    Issue,
    Meeting,
    Position,
    Quantity,
    Source,
    Statement,
    TerritorialClaim,
    Vote,
)
from diplo_events.model.frozen_map import thawed
from diplo_events.model.nodes import IdNode, ManyNode, MapNode, Node, PartNode, VocabularyNode, fields
from diplo_events.report._languages import language_of
from diplo_events.report.lines import DataText, Line, joined, line_text
from diplo_events.schema import Record
from diplo_events.vocab import Term, Unit

__all__ = [
    "age_text",
    "basis_line",
    "field_lines",
    "in_text_order",
    "name_text",
    "named",
    "names_line",
    "origin_line",
    "other_fields",
    "quantity_line",
    "time_line",
    "value_line",
]

UNITS: Final = MappingProxyType(
    {Unit.SHARE: (100, " %"), Unit.SQUARE_KILOMETRES: (1, " km²"), Unit.COUNT: (1, ""), Unit.MONEY: (1, "")}
)
"""The factor and the sign of the units that are not written as a word."""

YEAR: Final = 366
"""Evidence of more days than these is shown with its age."""

E = TypeVar("E", bound=EventRecord)

Fields: TypeAlias = Mapping[type[attrs.AttrsInstance], str]

IN_WORDS: Final[Fields] = MappingProxyType(
    {
        EventRecord: "id source spans via restates when when_as_reported aspects hedge note",
        Statement: "speakers targets acts mode summary quotes conditions responds_to reports quantities",
        Action: "actors targets kind status place fulfils quantities summary",
        Meeting: "title status participants place conditions proposed_by quantities",
        Vote: "body on result ballots tally summary quantities",
        TerritorialClaim: "asserted_by challenger assertion target places territory extent basis basis_documents"
        " controlled_by control_since recognized_holder quantities summary",
        Position: "actor issue stance basis attributed_by conditions red_line quantities summary evidence",
        Issue: "id proposition",
        Actor: "id name kind names roles member_of description",
        Source: "id title publisher published sha256 length note",
        Document: "id title kind parties adopted signed in_force until description",
    }
)
"""The fields that have words of their own in a brief or on the page."""

LEFT_OUT: Final[Fields] = MappingProxyType(
    {
        EventRecord: "canonical_id credibility extra",
        Statement: "on_behalf_of medium place occasion audience issues documents",
        Action: "issues instrument",
        Meeting: "kind attendance level agenda documents part_of outcomes",
        Vote: "occasion issues",
        TerritorialClaim: "kind evidence",
        Position: "supersedes",
        Issue: "label broader description extra",
        Actor: "country former_country existed successors identifiers extra",
        Document: "names identifiers replaces part_of languages extra",
        Source: "byline kind dateline language url reliability uncoded identifiers extra",
    }
)
"""The fields for which a brief and the page have no room; `describe` shows them.

A field in neither table is shown by its name (`other_fields`), so that a new field is never missing without a word.
"""


def basis_line(dataset: Dataset, position: Position) -> Line:
    """Return what a position rests on, and who attributes it."""
    by = (" by ", named(dataset, position.attributed_by)) if position.attributed_by else ()
    return str(position.basis.value), *by


def origin_line(dataset: Dataset, source: Source, *, in_words: bool = False) -> Line:
    """Return who published a source, and when: the date in EDTF, or in words.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> line_text(origin_line(dataset, dataset["zerohedge-guarantees"]))
        'ZeroHedge, 2025-09-04'
    """
    publisher = named(dataset, source.publisher) if source.publisher else "unknown outlet"
    return (publisher, f", {date_text(source.published, in_words=in_words)}") if source.published else (publisher,)


def date_text(date: EventDate, *, in_words: bool) -> str:
    """Return a date in EDTF, which can be typed in again, or in words, for those who only read."""
    return date_in_words(date) if in_words else str(date)


def time_line(dataset: Dataset, record: EventRecord, *, in_words: bool = False) -> Line:
    """Return when something happened, as the record has it: in EDTF or in words, and in the source's own words."""
    date = (date_text(record.when, in_words=in_words),) if record.when else ()
    if not record.when_as_reported:
        return date or ("no date",)
    words = DataText(f"“{record.when_as_reported}”", language_of(dataset, record.source))
    return (*date, " ", words) if date else (words,)


def age_text(age: int | None) -> str | None:
    """Return how old evidence is, in whole years; `None` if it is a year old or newer, or nobody knows.

    >>> age_text(30316), age_text(365), age_text(None)
    ('83 years old', None, None)
    """
    if age is None or age <= YEAR:
        return None
    years = int(age / 365.2425 + 0.01)  # the same day of a later year is a whole year, whatever the leap days
    return f"{years} year{'s' * (years != 1)} old"


def quantity_line(quantity: Quantity) -> Line:
    """Return a quantity with its unit.

    >>> line_text(quantity_line(Quantity(low=0.19, high=0.21, unit=Unit.SHARE, of="its army")))
    '19–21 % of its army'
    >>> quantity_line(Quantity(low=0.19, high=0.21, unit=Unit.SHARE))
    ('19–21 %',)
    >>> line_text(quantity_line(Quantity(low=0.6, high=None, unit=Unit.SHARE, of="its trade")))
    '60 % or more of its trade'
    """
    factor, unit = UNITS.get(quantity.unit, (1, f" {quantity.unit.words}"))
    low = f"{quantity.low * factor:.6f}".rstrip("0").rstrip(".")
    high = low if quantity.high is None else f"{quantity.high * factor:.6f}".rstrip("0").rstrip(".")
    money = f" {quantity.currency}" if quantity.currency else ""
    more = " or more" * (quantity.high is None)
    figure = f"{low if low == high else f'{low}–{high}'}{unit}{money}{more}"
    of = " of" * (quantity.unit is Unit.SHARE)
    return (f"{figure}{of} ", DataText(quantity.of)) if quantity.of else (figure,)


def named(dataset: Dataset, key: str) -> DataText:
    """Return the name of a record, with its language if it is known."""
    return DataText(name_of(dataset, key), language_of(dataset, key))


def name_text(dataset: Dataset, key: str) -> str:
    """Return the name of a record as it is shown in a plain text."""
    return line_text([named(dataset, key)])


def names_line(dataset: Dataset, keys: Iterable[str]) -> Line:
    """Return the names of several records, separated by commas."""
    return joined([named(dataset, key)] for key in keys)


def in_text_order(records: Iterable[E]) -> list[E]:
    """Return records sorted by source, then by their position in it.

    Records without a span come first, and records at one position are sorted by id.
    """
    return sorted(records, key=lambda r: (r.source, [(span.start, span.end) for span in r.spans], r.id))


def other_fields(dataset: Dataset, record: Record | EventRecord) -> Iterator[tuple[str, Line]]:
    """List the fields of a record that neither have words of their own nor are left out: their labels and values.

    Fields without a value, or with the value that they have by default, are not listed.
    """
    known = {
        name for cls in type(record).__mro__ for table in (IN_WORDS, LEFT_OUT) for name in table.get(cls, "").split()
    }
    for field in fields(type(record)):
        value = getattr(record, field.name)
        if field.name not in known and is_filled(value) and value != field.default:
            yield field.name.replace("_", " "), value_line(dataset, field.node, value)


def field_lines(dataset: Dataset, record: Record | EventRecord) -> Iterator[tuple[str, Line]]:
    """List the filled fields of a record, without its id: their names and values; each item of a tuple by itself.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> line_text(dict(field_lines(dataset, dataset["place/beijing"]))["within"])
        'place/china (China)'
    """
    for field in fields(type(record)):
        value = getattr(record, field.name)
        if field.name == "id" or not is_filled(value):
            continue
        if isinstance(field.node, ManyNode) and field.node.container is tuple:
            yield from ((field.name, value_line(dataset, field.node.item, item)) for item in value)
        else:
            yield field.name, value_line(dataset, field.node, value)


def is_filled(value: object) -> bool:
    """Whether a value says anything."""
    return (
        value is not OPEN and value is not None and value is not False and value not in ((), frozenset(), FrozenMap())
    )


def value_line(dataset: Dataset, node: Node, value: object) -> Line:
    """Return the value of a field as a line; an id is followed by the name of its record.

    Args:
        dataset: The records to which ids refer.
        node: What the field holds.
        value: Its value, which is not `None`.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.model.nodes import fields
        >>> dataset = diplo_events.load_example()
        >>> (speakers,) = [field for field in fields(diplo_events.Statement) if field.name == "speakers"]
        >>> value_line(dataset, speakers.node, ("lavrov",))
        ('lavrov (', DataText(text='Sergey Lavrov', language='en'), ')')
    """
    match node:
        case IdNode():
            key = str(value)
            name = named(dataset, key)
            return (f"{key} (", name, ")") if name.text != key else (key,)
        case VocabularyNode():
            return (str(cast("Term", value).value),)
        case ManyNode(item=item, container=container):
            lines = [value_line(dataset, item, part) for part in cast("Iterable[object]", value)]
            return joined(sorted(lines, key=line_text) if container is frozenset else lines)
        case PartNode(cls=cls):
            parts = ((field, getattr(value, field.name)) for field in fields(cls))
            return joined(
                (f"{field.name} ", *value_line(dataset, field.node, part)) for field, part in parts if is_filled(part)
            )
        case MapNode():
            return (DataText(json.dumps(thawed(cast("FrozenMap[object]", value)), ensure_ascii=False)),)
        case _:
            return (DataText(str(value)),)
