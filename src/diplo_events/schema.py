"""What the record types are: their names, the fields of each as neutral nodes, and the references between them."""

import functools
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias, TypeVar, cast

import attrs

from diplo_events._internal.by_fields import ByFields
from diplo_events.errors import ArgumentTypeError, near, shown
from diplo_events.model import (
    Action,
    Actor,
    Document,
    EventRecord,
    Issue,
    Meeting,
    Place,
    Position,
    Source,
    Statement,
    TerritorialClaim,
    Vote,
)
from diplo_events.model.ids import (
    ActorId,
    DocumentId,
    IssueId,
    MeetingId,
    PlaceId,
    PositionId,
    RecordId,
    SourceId,
    StatementId,
)
from diplo_events.model.nodes import (
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
    node_of,
)

__all__ = [
    "COLLECTIONS",
    "EVENT_TYPES",
    "FORMAT_VERSION",
    "RECORD_TYPES",
    "TARGETS",
    "CodeNode",
    "DateNode",
    "Event",
    "Field",
    "FlagNode",
    "IdNode",
    "ManyNode",
    "MapNode",
    "Node",
    "NumberNode",
    "PartNode",
    "Path",
    "Record",
    "Reference",
    "TextNode",
    "VocabularyNode",
    "WholeNode",
    "expect_event_type",
    "fields",
    "in_words",
    "node_of",
    "once_per_class",
    "path_text",
    "references",
    "short_part",
    "type_name",
    "value_in",
    "version_key",
]

E = TypeVar("E", bound=EventRecord)
T = TypeVar("T")

Event: TypeAlias = Statement | Action | Meeting | Vote | TerritorialClaim | Position
"""Any event record."""

Record: TypeAlias = Source | Actor | Place | Issue | Document | Event
"""Any record of a dataset."""

FORMAT_VERSION: Final = "1.0"
"""The version of the file formats that this library writes: major.minor."""

RECORD_TYPES: Final[Mapping[str, type[Record]]] = types.MappingProxyType(
    {
        "source": Source,
        "actor": Actor,
        "place": Place,
        "issue": Issue,
        "document": Document,
        "statement": Statement,
        "action": Action,
        "meeting": Meeting,
        "vote": Vote,
        "territorial_claim": TerritorialClaim,
        "position": Position,
    }
)
"""The record types by name, in the order of the lists in a file."""

EVENT_TYPES: Final[tuple[type[EventRecord], ...]] = tuple(
    cls for cls in RECORD_TYPES.values() if issubclass(cls, EventRecord)
)
"""The types of event records."""

COLLECTIONS: Final[Mapping[str, type[Record]]] = types.MappingProxyType(
    {f"{name}s": cls for name, cls in RECORD_TYPES.items()}
)
"""The record types by the name of their list in a file."""

TARGETS: Final[Mapping[object, tuple[type, ...]]] = types.MappingProxyType(
    {
        ActorId: (Actor,),
        PlaceId: (Place,),
        IssueId: (Issue,),
        SourceId: (Source,),
        StatementId: (Statement,),
        MeetingId: (Meeting,),
        PositionId: (Position,),
        DocumentId: (Document,),
        RecordId: (Document, Statement, Action, Meeting, Vote, TerritorialClaim, Position),
    }
)
"""The types of records to which an id of each kind may refer."""

Path: TypeAlias = tuple[str | int, ...]

LONGEST_PART: Final = 100
"""How many characters of a key a path shows."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Reference(ByFields):
    """A reference of one record to another."""

    path: Path
    """Its place in the record: `("participants", 0, "actor")`."""
    target: str
    """The id to which it refers."""
    types: tuple[type, ...]
    """The types that the record with that id may have."""


NAMES: Final[Mapping[object, str]] = types.MappingProxyType({cls: name for name, cls in RECORD_TYPES.items()})
"""The names of the record types in files."""


def type_name(cls: type[Record]) -> str:
    """Return the name of a record type in files.

    >>> type_name(TerritorialClaim)
    'territorial_claim'
    """
    return NAMES[cls]


def once_per_class(function: Callable[[type[E]], T]) -> Callable[[type[E]], T]:
    """Return a function that keeps its answer for each type of event records; type checkers take no class for hashable.

    Examples:
        >>> @once_per_class
        ... def names(cls):
        ...     return tuple(field.name for field in fields(cls))
        >>> names(Vote) is names(Vote)
        True
    """
    return cast("Callable[[type[E]], T]", functools.cache(function))


def expect_event_type(type_: object) -> None:
    """Check that an argument is a type of event records: one of the six, or `EventRecord` for all of them.

    Raises:
        ArgumentTypeError: it is not.

    Examples:
        >>> expect_event_type("meeting")
        Traceback (most recent call last):
            ...
        diplo_events.errors.ArgumentTypeError: expected a type of event records such as Statement, found 'meeting'; \
write Meeting, the class itself
    """
    if isinstance(type_, type) and issubclass(type_, EventRecord):
        return
    names = {cls.__name__.lower(): cls.__name__ for cls in EVENT_TYPES}
    name = near(type_.replace("_", "").lower(), names) if isinstance(type_, str) else None
    hint = f"; write {names[name]}, the class itself" if name else ""
    raise ArgumentTypeError(f"expected a type of event records such as Statement, found {shown(type_)}{hint}")


def in_words(*types: type[Record]) -> str:
    """Return the names of record types in words, with their article.

    >>> in_words(*RECORD_TYPES.values())
    'a source or actor or place or issue or document or statement or action or meeting or vote or territorial claim \
or position'
    """
    names = " or ".join(type_name(cls).replace("_", " ") for cls in types)
    return f"{'an' if names[0] in 'aeiou' else 'a'} {names}"


def version_key(text: str) -> tuple[int, ...]:
    """Return the key that sorts format versions by their numbers."""
    return tuple(int(part) for part in text.split("."))


def path_text(path: Path) -> str:
    """Return a path as messages show it, with long keys shortened.

    >>> path_text(("statements", 3, "quotes", 0, "text"))
    'statements[3].quotes[0].text'
    """
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{short_part(part)}" for part in path)
    return text.removeprefix(".")


def short_part(part: str | int) -> str | int:
    """Return a part of a path as it is shown: keys come from files and can be of any length."""
    return part if isinstance(part, int) or len(part) <= LONGEST_PART else f"{part[: LONGEST_PART - 1]}…"


def references(cls: type[Record], value: object) -> Iterator[Reference]:
    """List the references in a record, or in plain data from which one will be made.

    Plain data may be wrong. What does not look like a reference is skipped; other checks report it.

    >>> [reference.target for reference in references(Place, {"id": "place/kyiv", "within": "place/ukraine"})]
    ['place/ukraine']
    """
    yield from find_in_fields(cls, value, ())


Finder: TypeAlias = Callable[[object, Path], Iterator[Reference]]


@functools.cache
def finders(cls: type[attrs.AttrsInstance]) -> tuple[tuple[str, Finder], ...]:
    """Return, for each field that can hold references, the function that finds them."""
    pairs = ((field.name, finder_of(field.node)) for field in fields(cls) if field.name != "id")
    return tuple((name, finder) for name, finder in pairs if finder is not None)


def finder_of(node: Node) -> Finder | None:
    """Return the function that finds references in values of a node, or `None` if they can hold none."""
    match node:
        case IdNode(kind=kind):
            return functools.partial(find_here, TARGETS[kind])
        case ManyNode(item=item):
            inner = finder_of(item)
            return functools.partial(find_in_items, inner) if inner else None
        case PartNode(cls=cls):
            return functools.partial(find_in_fields, cls) if finders(cls) else None
        case _:
            return None


def find_here(targets: tuple[type, ...], value: object, path: Path) -> Iterator[Reference]:
    """Return a text as a reference."""
    if isinstance(value, str):
        yield Reference(path=path, target=value, types=targets)


def find_in_items(inner: Finder, value: object, path: Path) -> Iterator[Reference]:
    """List the references in each item of a sequence."""
    if isinstance(value, list | tuple):
        for index, item in enumerate(cast("Sequence[object]", value)):
            yield from inner(item, (*path, index))


def find_in_fields(cls: type[attrs.AttrsInstance], value: object, path: Path) -> Iterator[Reference]:
    """List the references in the fields of a record or of a part of one."""
    for name, finder in finders(cls):
        yield from finder(value_in(value, name), (*path, name))


def value_in(value: object, name: str) -> object:
    """Return a field of a record, of a part of one or of the plain mapping of either; `None` if there is none."""
    if isinstance(value, Mapping):
        return cast("Mapping[str, object]", value).get(name)
    return getattr(value, name, None)
