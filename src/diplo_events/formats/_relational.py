"""The relational layout of a dataset: tables with columns, keys and references, read off the nodes of the classes.

Each record type has a table, with a column for each field that holds one value; a part in a field has a column for each
of its own. Each field that holds several values has a table of its own, with a row for each value: whose it is, its
position, and the value or the columns of the part. Lists in parts nest in the same way.
"""

import functools
from collections.abc import Iterator
from enum import Enum
from typing import Final, Literal, NewType, TypeAlias, cast

import attrs

from diplo_events.model.ids import RecordId
from diplo_events.model.nodes import CLASS_DOCS, openable_names
from diplo_events.model.open_field import OPEN_KEY
from diplo_events.schema import (
    COLLECTIONS,
    TARGETS,
    CodeNode,
    Field,
    IdNode,
    ManyNode,
    MapNode,
    Node,
    PartNode,
    TextNode,
    VocabularyNode,
    WholeNode,
    fields,
)

__all__ = ["ALL_TABLES", "Names", "RelationColumn", "RelationTable", "tables_of"]

Names: TypeAlias = tuple[str, ...]
"""The names of the fields that lead from a row to a value in it: `("span", "start")`."""

COLLECTION_OF: Final = {cls: name for name, cls in COLLECTIONS.items()}


@attrs.frozen(kw_only=True)
class RelationColumn:
    """A column of a table."""

    name: str
    """Its name: `span_start`."""
    node: Node
    """What its cells hold, `None` apart: no part and no list."""
    required: bool = False
    """Whether no cell is empty."""
    empty_is_none: bool = False
    """Whether an empty cell gives the value `None`, which must be given: a range without an upper end."""
    default: object = None
    """The plain value that is written if the field has its default."""
    doc: str = ""
    """What it means."""
    target: str | None = None
    """The table to whose records it refers, if it is one."""
    many: bool = False
    """Whether a cell holds several values, with blanks between them."""


@attrs.frozen(kw_only=True)
class RelationTable:
    """A table: of the records of one type, or of the values of one field that holds several."""

    name: str
    """Its name: `statements_quotes`."""
    kind: Literal["records", "parts", "values", "texts"]
    """What a row is: a record, a part, a single value, or a key with its text."""
    doc: str
    """What it holds."""
    path: Names = ()
    """The fields that lead from a row of the owner to the list; empty for records."""
    owner: "RelationTable | None" = None
    """The table of what the rows are parts of."""
    owning: Names = ()
    """The columns that say to which row of the owner a row belongs, in the order of the key of the owner."""
    columns: tuple[RelationColumn, ...]
    """All columns in order, those of `owning` first."""
    key: Names
    """The columns that identify a row."""
    values: tuple[tuple[Names, RelationColumn], ...] = ()
    """The columns of the fields of a record or a part, each with the names that lead to its value."""
    flags: tuple[tuple[Names, str], ...] = ()
    """The parts that can be there without a value in any column, each with the column that says so."""
    tables: "tuple[RelationTable, ...]" = ()
    """The tables of the fields that hold several values."""
    ordered: bool = True
    """Whether the order of the rows of one owner counts; then `position` says it."""

    def all_tables(self) -> "Iterator[RelationTable]":
        """Return the table, and those of its fields."""
        yield self
        for table in self.tables:
            yield from table.all_tables()


def tables_of(name: str, cls: type[attrs.AttrsInstance], *, inline: bool = False) -> RelationTable:
    """Return the table of a record type, with those of its fields.

    Args:
        name: The name of the table.
        cls: The record type.
        inline: Whether lists of ids, codes and members of vocabularies, in which there are no blanks, are each in one
            cell, with blanks between them, instead of in a table of their own.

    Examples:
        >>> from diplo_events import Actor
        >>> [table.name for table in tables_of("actors", Actor).all_tables()][:4]
        ['actors', 'actors_names', 'actors_names_sources', 'actors_roles']
        >>> [column.name for column in tables_of("actors", Actor).tables[0].columns]
        ['actor_id', 'names_position', 'text', 'language', 'script']
    """
    return built_tables(name, cls, inline)


@functools.cache
def built_tables(name: str, cls: type[attrs.AttrsInstance], inline: bool) -> RelationTable:
    """Build the table of a record type; type checkers take no class for hashable, so nobody else calls this."""
    builder = Builder(name=name, singular=name.removesuffix("s"), inline=inline)
    return builder.table(name, "records", class_doc(cls), cls)


def class_doc(cls: type) -> str:
    """Return the first line of the docstring of a class."""
    return CLASS_DOCS.get(f"{cls.__module__}.{cls.__qualname__}") or (cls.__doc__ or "").strip().partition("\n")[0]


@attrs.define(kw_only=True)
class Builder:
    """Builds the tables of one record type."""

    name: str
    singular: str
    inline: bool

    def table(
        self,
        name: str,
        kind: Literal["records", "parts"],
        doc: str,
        cls: type[attrs.AttrsInstance],
        *,
        path: Names = (),
        owner: RelationTable | None = None,
    ) -> RelationTable:
        """Return the table of the instances of a class."""
        keys = owner_columns(self.singular, owner) if owner else ()
        own = (position_column(f"{path[-1]}_position"),) if owner else ()
        values: list[tuple[Names, RelationColumn]] = []
        flags: list[tuple[Names, str]] = []
        lists: list[tuple[Names, Field]] = []
        self.gather(cls, (), values, flags, lists, required=True)
        if kind == "records" and openable_names(cls):
            values.append(
                ((OPEN_KEY,), RelationColumn(name=OPEN_KEY, node=TextNode(optional=True), doc=OPEN_DOC, many=True))
            )
        columns = [*keys, *own, *(column for _, column in values)]
        columns += [RelationColumn(name=flag, node=FLAG, doc=FLAG_DOC) for _, flag in flags]
        if len({column.name for column in columns}) < len(columns):
            raise TypeError(f"two columns of the table {name} have one name")
        table = RelationTable(
            name=name,
            kind=kind,
            doc=doc,
            path=path,
            owner=owner,
            owning=tuple(column.name for column in keys),
            columns=tuple(columns),
            key=tuple(column.name for column in (*keys, *own)) or ("id",),
            values=tuple(values),
            flags=tuple(flags),
        )
        return attrs.evolve(table, tables=tuple(self.link(table, names, field) for names, field in lists))

    def gather(
        self,
        cls: type[attrs.AttrsInstance],
        path: Names,
        values: list[tuple[Names, RelationColumn]],
        flags: list[tuple[Names, str]],
        lists: list[tuple[Names, Field]],
        *,
        required: bool,
    ) -> None:
        """List the columns, flags and lists of the fields of a class, those of parts in them included."""
        for field in fields(cls):
            names = (*path, field.name)
            match field.node:
                case ManyNode(item=IdNode() | CodeNode() | VocabularyNode() as item) if self.inline:
                    doc, target = field.doc, target_of(item)
                    values.append(
                        (names, RelationColumn(name="_".join(names), node=item, doc=doc, target=target, many=True))
                    )
                case ManyNode() | MapNode(of_text=True):
                    lists.append((names, field))
                case PartNode(cls=inner, optional=optional):
                    self.gather(inner, names, values, flags, lists, required=required and not optional)
                    if optional and not always_has_value(inner):
                        flags.append((names, "_".join(names)))
                case node:
                    values.append((names, column_of(names, node, field, required=required)))

    def link(self, owner: RelationTable, names: Names, field: Field) -> RelationTable:
        """Return the table of a field that holds several values."""
        name, node = f"{owner.name}_{'_'.join(names)}", field.node
        if isinstance(node, ManyNode) and isinstance(node.item, PartNode):
            return self.table(name, "parts", field.doc, node.item.cls, path=names, owner=owner)
        keys = owner_columns(self.singular, owner)
        key_names = tuple(column.name for column in keys)
        if isinstance(node, ManyNode):
            ordered = node.container is tuple
            own: tuple[RelationColumn, ...] = (position_column("position"),) if ordered else ()
            value = RelationColumn(
                name="value", node=node.item, required=True, doc=field.doc, target=target_of(node.item)
            )
            columns, key = (*keys, *own, value), (*key_names, *(column.name for column in own or (value,)))
            kind: Literal["values", "texts"] = "values"
        else:
            ordered, kind = False, "texts"
            text = TextNode()
            columns = (
                *keys,
                *(RelationColumn(name=part, node=text, required=True, doc=field.doc) for part in ("key", "value")),
            )
            key = (*key_names, "key")
        return RelationTable(
            name=name,
            kind=kind,
            doc=field.doc,
            path=names,
            owner=owner,
            owning=key_names,
            columns=columns,
            key=key,
            ordered=ordered,
        )


WHOLE: Final = WholeNode()
FLAG: Final = next(f.node for f in fields(COLLECTIONS["positions"]) if f.name == "red_line")
OPEN_DOC: Final = "The fields that are not coded yet, with blanks between them."
FLAG_DOC: Final = "true if this part is there and nothing in it is known."


def owner_columns(singular: str, owner: RelationTable) -> tuple[RelationColumn, ...]:
    """Return the columns that say to which row of another table a row belongs."""
    if owner.owner is None:
        return (
            RelationColumn(
                name=f"{singular}_id",
                node=IdNode(kind=cast("NewType", RecordId)),
                required=True,
                doc="The record it is of.",
            ),
        )
    return tuple(column for column in owner.columns if column.name in owner.key)


def position_column(name: str) -> RelationColumn:
    """Return the column with the position in a list."""
    return RelationColumn(name=name, node=WHOLE, required=True, doc="The position in the list, from 1.")


def column_of(names: Names, node: Node, field: Field, *, required: bool) -> RelationColumn:
    """Return the column of a field that holds one value."""
    default = plain_default(field)
    return RelationColumn(
        name="_".join(names),
        node=node,
        required=required and ((field.required and not field.openable and not node.optional) or default is not None),
        empty_is_none=field.required and node.optional,
        default=default,
        doc=field.doc,
        target=None if field.name == "id" else target_of(node),
    )


def plain_default(field: Field) -> object:
    """Return the plain default of a field with one value, if it is one that is written."""
    default: object = None if field.required else field.default
    if isinstance(default, Enum):
        return default.value
    return default if isinstance(default, bool) else None


def target_of(node: Node) -> str | None:
    """Return the table to whose records ids of a node refer, if it is one."""
    if not isinstance(node, IdNode):
        return None
    targets = [COLLECTION_OF[cls] for cls in TARGETS[node.kind] if cls in COLLECTION_OF]
    return targets[0] if len(targets) == 1 else None


def always_has_value(cls: type[attrs.AttrsInstance]) -> bool:
    """Whether some column of a part has a value whenever the part is there."""
    for field in fields(cls):
        match field.node:
            case ManyNode() | MapNode():
                pass
            case PartNode(cls=inner, optional=optional):
                if not optional and always_has_value(inner):
                    return True
            case _:
                if (field.required and not field.node.optional) or plain_default(field) is not None:
                    return True
    return False


ALL_TABLES: Final = tuple(table for name, cls in COLLECTIONS.items() for table in tables_of(name, cls).all_tables())
"""The tables of all record types, each after the one whose rows it refers to as its owner."""
