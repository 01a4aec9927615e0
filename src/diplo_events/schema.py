"""What the record types look like, read off the attrs classes: collections, references, JSON Schema."""

import ast
import functools
import inspect
import itertools
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, Final, NewType, TypeAlias, cast

import attrs

from diplo_events.dates import EventDate
from diplo_events.model import (
    Actor,
    FrozenMap,
    Issue,
    Meeting,
    Place,
    Position,
    Source,
    Statement,
    TerritorialClaim,
)
from diplo_events.model.ids import (
    PATTERNS,
    ActorId,
    IssueId,
    MeetingId,
    PlaceId,
    PositionId,
    RecordId,
    SourceId,
    StatementId,
)

__all__ = [
    "COLLECTIONS",
    "FORMAT_VERSION",
    "RECORD_TYPES",
    "Field",
    "Path",
    "Record",
    "Reference",
    "fields",
    "in_words",
    "json_schema",
    "path_text",
    "references",
    "type_name",
    "version_key",
]

Record: TypeAlias = Actor | Place | Issue | Source | Statement | Meeting | TerritorialClaim | Position
"""Any record of a dataset."""

FORMAT_VERSION: Final = "1.0"
"""The version of the file formats that this library writes: major.minor."""

RECORD_TYPES: Final[Mapping[str, type[Record]]] = types.MappingProxyType(
    {
        "source": Source,
        "actor": Actor,
        "place": Place,
        "issue": Issue,
        "statement": Statement,
        "meeting": Meeting,
        "territorial_claim": TerritorialClaim,
        "position": Position,
    }
)
"""The record types by name, in the order in which files list them."""

COLLECTIONS: Final[Mapping[str, type[Record]]] = types.MappingProxyType(
    {f"{name}s": cls for name, cls in RECORD_TYPES.items()}
)
"""The record types by the name of their list in a document."""

TARGETS: Final[Mapping[object, tuple[type, ...]]] = types.MappingProxyType(
    {
        ActorId: (Actor,),
        PlaceId: (Place,),
        IssueId: (Issue,),
        SourceId: (Source,),
        StatementId: (Statement,),
        MeetingId: (Meeting,),
        PositionId: (Position,),
        RecordId: (Statement, Meeting, TerritorialClaim, Position),
    }
)
"""The types that an id of each kind may point to."""

Path: TypeAlias = tuple[str | int, ...]


@attrs.frozen(kw_only=True)
class Field:
    """One field of a record type."""

    name: str
    """Its name, in Python and in files."""
    annotation: Any
    """Its type, with all names resolved."""
    required: bool
    """Whether it must be given."""
    doc: str
    """The line under it in the class."""


@attrs.frozen(kw_only=True)
class Reference:
    """One record's pointer to another."""

    path: Path
    """Where in the record it stands: `("participants", 0, "actor")`."""
    target: str
    """The id that it points to."""
    types: tuple[type, ...]
    """What the record with that id may be."""


def type_name(cls: type[Record]) -> str:
    """Name a record type as files do.

    >>> type_name(TerritorialClaim)
    'territorial_claim'
    """
    return next(name for name, known in RECORD_TYPES.items() if known is cls)


def in_words(*types: type[Record]) -> str:
    """Name types of records with their article.

    >>> in_words(*RECORD_TYPES.values())
    'a source or actor or place or issue or statement or meeting or territorial claim or position'
    """
    names = " or ".join(type_name(cls).replace("_", " ") for cls in types)
    return f"{'an' if names[0] in 'aeiou' else 'a'} {names}"


def version_key(text: str) -> tuple[int, ...]:
    """Order format versions by their numbers."""
    return tuple(int(part) for part in text.split("."))


def path_text(path: Path) -> str:
    """Write a path as messages show it.

    >>> path_text(("statements", 3, "quotes", 0, "text"))
    'statements[3].quotes[0].text'
    """
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


@functools.cache
def fields(cls: type[attrs.AttrsInstance]) -> tuple[Field, ...]:
    """List the fields of a class of the model, in order.

    >>> [field.name for field in fields(Issue)]
    ['id', 'label', 'proposition', 'broader', 'description', 'extra']
    """
    hints = typing.get_type_hints(cls)
    docs = field_docs(cls)
    return tuple(
        Field(
            name=field.name,
            annotation=hints[field.name],
            required=field.default is attrs.NOTHING,
            doc=docs[field.name],
        )
        for field in attrs.fields(cls)
    )


def field_docs(cls: type) -> dict[str, str]:
    """Read the line under each field of a class and its bases."""
    docs: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        if not attrs.has(base):
            continue
        (definition,) = ast.parse(inspect.getsource(base)).body
        body = cast("ast.ClassDef", definition).body
        for statement, following in itertools.pairwise(body):
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                docs[statement.target.id] = cast("str", ast.literal_eval(cast("ast.Expr", following).value))
    return docs


def references(cls: type[Record], value: object) -> Iterator[Reference]:
    """List the pointers in a record, or in the plain mapping that is to become one.

    Plain data may be wrong: what does not look like a reference is passed over, for others to report.

    >>> [reference.target for reference in references(Place, {"id": "place/kyiv", "within": "place/ukraine"})]
    ['place/ukraine']
    """
    yield from find_in_fields(cls, value, ())


Finder: TypeAlias = Callable[[object, Path], Iterator[Reference]]


@functools.cache
def finders(cls: Any) -> tuple[tuple[str, Finder], ...]:  # noqa: ANN401  (mypy wants a cached function so)
    """Give, for each field that can hold references, the function that finds them."""
    hints = typing.get_type_hints(cls)
    found = ((field.name, finder_of(hints[field.name])) for field in attrs.fields(cls) if field.name != "id")
    return tuple((name, finder) for name, finder in found if finder is not None)


def finder_of(annotation: Any) -> Finder | None:  # noqa: ANN401  (an annotation is any object)
    """Give the function that finds references in values of a type, if they can hold any."""
    arguments = [a for a in typing.get_args(annotation) if a is not types.NoneType and a is not Ellipsis]
    if annotation in TARGETS:
        return functools.partial(find_here, TARGETS[annotation])
    if typing.get_origin(annotation) is tuple:
        inner = finder_of(arguments[0])
        return functools.partial(find_in_items, inner) if inner else None
    if typing.get_origin(annotation) in {types.UnionType, typing.Union}:
        return finder_of(arguments[0])
    if attrs.has(annotation) and finders(annotation):
        return functools.partial(find_in_fields, annotation)
    return None


def find_here(targets: tuple[type, ...], value: object, path: Path) -> Iterator[Reference]:
    """Take a value as a reference."""
    if isinstance(value, str):
        yield Reference(path=path, target=value, types=targets)


def find_in_items(inner: Finder, value: object, path: Path) -> Iterator[Reference]:
    """Look for references in each item of a sequence."""
    if isinstance(value, list | tuple):
        for index, item in enumerate(cast("Sequence[object]", value)):
            yield from inner(item, (*path, index))


def find_in_fields(cls: type[attrs.AttrsInstance], value: object, path: Path) -> Iterator[Reference]:
    """Look for references in the fields of a part of a record."""
    for name, finder in finders(cls):
        yield from finder(get(value, name), (*path, name))


def get(value: object, name: str) -> object:
    """Read a field of a record or of a plain mapping."""
    if isinstance(value, Mapping):
        return cast("Mapping[str, object]", value).get(name)
    return getattr(value, name, None)


def json_schema() -> dict[str, Any]:
    """Describe the JSON form of a dataset as a JSON Schema (draft 2020-12).

    What a schema cannot say (dates, references, spans) is left to the reader.

    >>> sorted(json_schema()["properties"])[:3]
    ['actors', 'citation', 'complete']
    """
    definitions: dict[str, Any] = {}
    text: dict[str, Any] = {"type": ["string", "null"], "minLength": 1}
    header: dict[str, Any] = {
        "format_version": {
            "type": "string",
            "pattern": r"^[0-9]{1,4}\.[0-9]{1,4}$",
            "description": "Version of the file format.",
        },
        "title": {**text, "description": "Name of the dataset."},
        "description": {**text, "description": "What it holds."},
        "version": {**text, "description": "Version of the dataset."},
        "license": {**text, "description": "Licence of the dataset, as an SPDX expression."},
        "citation": {**text, "description": "How to cite it."},
        "complete": {
            "type": "boolean",
            "default": True,
            "description": "Whether it refers only inside itself.",
        },
        "extra": {"type": "object", "description": "The user's own fields."},
    }
    lists = {name: {"type": "array", "items": schema_of(cls, definitions)} for name, cls in COLLECTIONS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "diplo-events dataset",
        "type": "object",
        "properties": header | lists,
        "required": ["format_version"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def schema_of(annotation: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401  (any annotation)
    """Describe a type, and put the classes that it needs among the definitions."""
    arguments = [a for a in typing.get_args(annotation) if a is not types.NoneType and a is not Ellipsis]
    origin = typing.get_origin(annotation)
    if isinstance(annotation, NewType):
        return {
            "type": "string",
            "pattern": f"^(?:{PATTERNS[annotation].regex.replace(chr(92) + 'Z', '$')})$",
        }
    if origin in {types.UnionType, typing.Union}:
        return {"anyOf": [schema_of(arguments[0], definitions), {"type": "null"}]}
    if origin in {tuple, frozenset}:
        return {"type": "array", "items": schema_of(arguments[0], definitions), "uniqueItems": True}
    if origin is FrozenMap:
        return {
            "type": "object",
            **({"additionalProperties": {"type": "string"}} if arguments[0] is str else {}),
        }
    if attrs.has(annotation) or issubclass(annotation, Enum):
        if annotation.__name__ not in definitions:
            definitions[annotation.__name__] = {}  # holds the place while the class is described
            definitions[annotation.__name__] = (
                class_schema(annotation, definitions) if attrs.has(annotation) else enum_schema(annotation)  # pyright: ignore[reportArgumentType]  (`attrs.has` leaves the enums)
            )
        return {"$ref": f"#/$defs/{annotation.__name__}"}
    simple: dict[object, dict[str, Any]] = {
        str: {"type": "string", "minLength": 1},
        int: {"type": "integer"},
        float: {"type": "number"},
        bool: {"type": "boolean"},
        EventDate: {"type": "string", "minLength": 1, "description": "A date in EDTF."},
    }
    return simple[annotation]


def class_schema(cls: type[attrs.AttrsInstance], definitions: dict[str, Any]) -> dict[str, Any]:
    """Describe a class of the model."""
    described = {f.name: {**schema_of(f.annotation, definitions), "description": f.doc} for f in fields(cls)}
    return {
        "type": "object",
        "description": (inspect.getdoc(cls) or "").partition("\n")[0],
        "properties": described,
        "required": [f.name for f in fields(cls) if f.required],
        "additionalProperties": False,
    }


def enum_schema(cls: type[Enum]) -> dict[str, Any]:
    """Describe a vocabulary."""
    return {
        "enum": [member.value for member in cls],
        "description": (inspect.getdoc(cls) or "").partition("\n")[0],
    }
