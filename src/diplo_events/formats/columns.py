"""Records as typed rows: the columns of a record type, a record as a row of plain values, and back. Loses nothing."""

import functools
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias, assert_never, cast

import attrs

from diplo_events.errors import Problem, shown, suggestion
from diplo_events.formats._json_text import parse
from diplo_events.formats._unfit import Unfit
from diplo_events.model.frozen_map import FrozenMap, Plain, thawed
from diplo_events.model.nodes import openable_names
from diplo_events.model.open_field import OPEN, OPEN_KEY
from diplo_events.schema import (
    CodeNode,
    DateNode,
    Field,
    FlagNode,
    IdNode,
    ManyNode,
    MapNode,
    Node,
    NumberNode,
    PartNode,
    TextNode,
    VocabularyNode,
    WholeNode,
    fields,
)

__all__ = ["Column", "ColumnType", "Leaf", "ListOf", "StructOf", "column_problems", "columns_of", "plain_of", "row_of"]

Leaf: TypeAlias = Literal["text", "whole", "number", "flag", "day"]
"""A text, a whole number of 64 bits, a finite number, true or false, a day of the calendar."""


@attrs.frozen
class ListOf:
    """A list, none of whose items is missing."""

    item: "ColumnType"
    """What each item is."""


@attrs.frozen
class StructOf:
    """Several values with names."""

    members: "tuple[Column, ...]"
    """The values, in order."""


ColumnType: TypeAlias = Leaf | ListOf | StructOf
"""What the cells of a column hold."""


@attrs.frozen(kw_only=True)
class Column:
    """One column of a table, or one member of a struct."""

    name: str
    """Its name."""
    type: ColumnType
    """What its cells hold."""
    optional: bool = True
    """Whether a cell may be empty."""
    doc: str = ""
    """What it says."""


ENTRY: Final = StructOf((Column(name="key", type="text", optional=False), Column(name="value", type="text")))
"""What a mapping of texts has several of."""

OPEN_COLUMN: Final = Column(
    name=OPEN_KEY,
    type=ListOf("text"),
    optional=False,
    doc="The fields that are not coded yet, and are empty.",
)


def columns_of(cls: type[attrs.AttrsInstance]) -> tuple[Column, ...]:
    """Return the columns of a class of the model: its fields, and the list of those that are open if it can have any.

    A date is a text in EDTF, a member of a vocabulary its text, a mapping of texts a list of `key` and `value`, and
    the user's own JSON (`extra`) a text in JSON.

    Examples:
        >>> from diplo_events import Issue
        >>> [column.name for column in columns_of(Issue)]
        ['id', 'label', 'proposition', 'broader', 'description', 'extra', 'open']
        >>> columns_of(Issue)[3].type, columns_of(Issue)[3].optional
        ('text', True)
    """
    return read_columns(cls)


@functools.cache
def read_columns(cls: type[attrs.AttrsInstance]) -> tuple[Column, ...]:
    """Derive the columns of a class from its fields."""
    of_fields = (
        Column(
            name=field.name,
            type=type_of(field.node),
            optional=field.node.optional or field.openable,
            doc=field.doc,
        )
        for field in fields(cls)
    )
    return (*of_fields, OPEN_COLUMN) if openable_names(cls) else tuple(of_fields)


def type_of(node: Node) -> ColumnType:  # noqa: PLR0911  (one case for each kind of node)
    """Return what the cells of a field hold."""
    match node:
        case TextNode() | IdNode() | CodeNode() | DateNode() | VocabularyNode() | MapNode(of_text=False):
            return "text"
        case WholeNode():
            return "whole"
        case NumberNode():
            return "number"
        case FlagNode():
            return "flag"
        case MapNode():
            return ListOf(ENTRY)
        case ManyNode(item=item):
            return ListOf(type_of(item))
        case PartNode(cls=cls):
            return StructOf(columns_of(cls))
    assert_never(node)


Writer: TypeAlias = Callable[[Any], Any]


def row_of(record: attrs.AttrsInstance) -> dict[str, Any]:
    """Return a record as a row: a plain value for each column, `None` for an empty cell.

    Examples:
        >>> from diplo_events import Issue
        >>> row_of(Issue(id="tolls", label="Tolls", proposition="There should be tolls."))
        {'id': 'tolls', 'label': 'Tolls', 'proposition': 'There should be tolls.', 'broader': None, \
'description': None, 'extra': '{}', 'open': []}
    """
    return cast("dict[str, Any]", writer_of(PartNode(cls=type(record)))(record))


@functools.cache
def writer_of(node: Node) -> Writer:
    """Return the function that makes a plain value of a field's value."""
    writer: Writer
    match node:
        case TextNode() | IdNode() | CodeNode() | WholeNode() | NumberNode() | FlagNode():
            writer = same
        case DateNode():
            writer = str
        case VocabularyNode():
            writer = value_of
        case MapNode(of_text=of_text):
            writer = entries if of_text else json_of
        case ManyNode(item=item, container=container):
            inner = writer_of(item)
            ordered = container is tuple
            writer = lambda many: [*map(inner, many)] if ordered else sorted(map(inner, many))  # noqa: E731  (it is one of several)
        case PartNode(cls=cls):
            writer = part_writer(cls)
        case _:
            assert_never(node)
    return lambda value: None if value is None or value is OPEN else writer(value)


def part_writer(cls: type[attrs.AttrsInstance]) -> Writer:
    """Return the function that makes a mapping of a value with fields of its own."""
    writers = [(field.name, writer_of(field.node)) for field in fields(cls)]
    openable = bool(openable_names(cls))

    def writer(part: Any) -> dict[str, Any]:  # noqa: ANN401  (an instance of the class)
        row = {name: write(getattr(part, name)) for name, write in writers}
        if openable:
            row[OPEN_KEY] = list(part.open)
        return row

    return writer


def same(value: object) -> object:
    """Return a value that is plain already."""
    return value


def value_of(member: Any) -> object:  # noqa: ANN401  (a member of any vocabulary)
    """Return the text of a member of a vocabulary."""
    return member.value


def entries(texts: FrozenMap[str]) -> list[dict[str, str]]:
    """Return a mapping of texts as a list."""
    return [{"key": key, "value": value} for key, value in texts.items()]


def json_of(values: FrozenMap[Any]) -> str:
    """Return a mapping as a text in JSON; the order of its keys is that of the mapping, which is sorted."""
    return json.dumps(thawed(values), ensure_ascii=False, separators=(",", ":"))


def plain_of(cls: type[attrs.AttrsInstance], row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as plain data, as a JSON file has them, for the strict reader to check.

    An empty cell of a field that can be empty, or that is not coded yet, is left out. What cannot be understood stays
    as it is, for the reader to name.

    Examples:
        >>> from diplo_events import Issue
        >>> plain_of(Issue, {"id": "tolls", "label": None, "extra": '{"n": 1}', "open": ["label"]})
        {'id': 'tolls', 'extra': {'n': 1}, 'open': ['label']}
    """
    return cast("dict[str, Any]", reader_of(PartNode(cls=cls))(row))


@functools.cache
def reader_of(node: Node) -> Writer:
    """Return the function that makes plain data of the value of a cell."""
    match node:
        case MapNode(of_text=of_text):
            return mapping_of if of_text else json_from
        case ManyNode(item=item):
            inner = reader_of(item)
            return lambda cell: [*map(inner, cell)] if isinstance(cell, list) else cell
        case PartNode(cls=cls):
            return part_reader(cls)
        case _:
            return same


def part_reader(cls: type[attrs.AttrsInstance]) -> Writer:
    """Return the function that makes plain data of a mapping of cells."""
    known = {field.name: (leaves_out(field), reader_of(field.node)) for field in fields(cls)}
    openable = bool(openable_names(cls))

    def reader(cell: object) -> object:
        if not isinstance(cell, Mapping):
            return cell
        plain: dict[str, Any] = {}
        for name, value in cast("Mapping[str, Any]", cell).items():
            field = known.get(name)
            if field is None:
                if not (openable and name == OPEN_KEY and not value):
                    plain[name] = value
            elif value is not None:
                plain[name] = field[1](value)
            elif not field[0]:
                plain[name] = None
        return plain

    return reader


def leaves_out(field: Field) -> bool:
    """Whether an empty cell means that a field is not given, and not that it is given wrongly."""
    return field.default is None or (field.required and not field.node.optional)


def mapping_of(cell: Plain) -> Plain:
    """Return a list of keys and values as a mapping, if it is one and has each key once."""
    if not isinstance(cell, list):
        return cell
    items = [item for item in cell if isinstance(item, dict) and item.keys() == {"key", "value"}]
    if len(items) < len(cell) or any(type(item["key"]) is not str for item in items):
        return cell
    mapping = {item["key"]: item["value"] for item in items}
    return mapping if len(mapping) == len(items) else cell


def json_from(cell: object) -> Plain:
    """Return what a text in JSON says, or the text itself if it is none."""
    if not isinstance(cell, str):
        return cell
    try:
        return parse(cell)
    except Unfit:
        return cell


def column_problems(
    kind: str, cls: type[attrs.AttrsInstance], names: Sequence[str], *, also: Collection[str] = ()
) -> Iterator[Problem]:
    """List what is wrong with the names of the columns of a table.

    Columns of fields that need not be given may be missing.

    Args:
        kind: What the table is called.
        cls: The class of which each row is to become an instance.
        names: The names of its columns.
        also: Further columns that it may have.

    Examples:
        >>> from diplo_events import Issue
        >>> for problem in column_problems("issues", Issue, ["id", "lable", "proposition"]):
        ...     print(problem)
        issues.lable: expected a column of issues, found 'lable'; did you mean 'label'?
        issues.label: expected a column of this name, found none
    """
    known = [column.name for column in columns_of(cls)]
    for name, count in Counter(names).items():
        if name not in known and name not in also:
            hint = suggestion(name, known) or "leave it out, or keep your own fields in extra, as JSON"
            yield Problem(path=f"{kind}.{name}", expected=f"a column of {kind}", found=shown(name), hint=hint)
        elif count > 1:
            yield Problem(path=f"{kind}.{name}", expected="one column of this name", found=f"{count}")
    for field in fields(cls):
        needed = field.required and not (field.openable and OPEN_KEY in names)
        if needed and field.name not in names:
            yield Problem(path=f"{kind}.{field.name}", expected="a column of this name", found="none")
