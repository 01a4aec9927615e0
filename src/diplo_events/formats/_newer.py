"""Files of a newer minor version: what this version does not know is kept in `extra`, and written back."""

import copy
import warnings
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple, cast

import attrs

from diplo_events._display import one_line
from diplo_events.dataset import Header
from diplo_events.errors import NewerFormatWarning
from diplo_events.formats._proof import END
from diplo_events.schema import (
    COLLECTIONS,
    FORMAT_VERSION,
    ManyNode,
    Node,
    PartNode,
    Path,
    Record,
    fields,
    path_text,
    version_key,
)

__all__ = ["MOST_NAMED", "NEWER", "PlainRecord", "extract_unknown", "is_newer", "put", "restore_unknown"]

NEWER: Final = "diplo-events:newer"
"""The key in `extra` under which fields of a newer version are kept, by JSON Pointer (RFC 6901)."""

MARKS: Final = frozenset({"type", "closed"})
"""What JSON Lines adds to headers and records. A field of a newer version with such a name stays in `extra`."""

MOST_NAMED: Final = 10
"""How many fields of a newer version a warning names."""


class PlainRecord(NamedTuple):
    """A record that is still plain data, with its place in a file."""

    path: Path
    """Its place: `("statements", 3)`."""
    type: type[Record]
    """The class of which it is to become an instance."""
    content: Any
    """Its fields."""


def is_newer(version: str) -> bool:
    """Whether a format version is newer than the one that this library writes.

    >>> is_newer("1.0"), is_newer("1.10")
    (False, True)
    """
    return version_key(version) > version_key(FORMAT_VERSION)


def extract_unknown(
    header: Any,  # noqa: ANN401  (plain data)
    records: Sequence[PlainRecord],
    path: Path,
) -> tuple[Any, list[PlainRecord]]:
    """Move what this version does not know from a newer file's header and records into `extra`, with a warning.

    Args:
        header: The header, as plain data.
        records: The records, as plain data.
        path: The place of the header.
    """
    moved: list[str] = []

    def extract(content: Any, cls: type[attrs.AttrsInstance], place: Path) -> Any:  # noqa: ANN401  (plain data)
        unknown: dict[Path, Any] = {}
        known = without_unknown(content, PartNode(cls=cls), (), unknown)
        moved.extend(path_text((*place, *key)) for key in unknown)
        return with_extra(known, unknown) if unknown else content

    header = extract(header, Header, path)
    records = [item._replace(content=extract(item.content, item.type, item.path)) for item in records]
    if moved:
        version = header["format_version"]
        more = f" and {len(moved) - MOST_NAMED} more" if len(moved) > MOST_NAMED else ""
        names = ", ".join(one_line(name) for name in moved[:MOST_NAMED])
        message = f"format {version} is newer than {FORMAT_VERSION}; kept in extra and written back: {names}{more}"
        warnings.warn(message, NewerFormatWarning, stacklevel=2)
    return header, records


def with_extra(content: dict[str, Any], unknown: Mapping[Path, Any]) -> dict[str, Any]:
    """Add unknown fields to `extra`, unless `extra` is not a mapping, which is reported later."""
    extra: object = content.get("extra", {})
    if not isinstance(extra, dict):
        return content
    own = cast("dict[str, Any]", extra)
    before: object = own.get(NEWER)
    newer = {pointer(path): value for path, value in unknown.items()}
    return {**content, "extra": {**own, NEWER: {**before, **newer} if isinstance(before, dict) else newer}}


def without_unknown(content: Any, node: Node, path: Path, unknown: dict[Path, Any]) -> Any:  # noqa: ANN401  (plain data)
    """Return plain data without the fields that their class does not have, at any depth; collect these by path."""
    match node, content:
        case ManyNode(item=item), list():
            items = enumerate(content)
            return [without_unknown(value, item, (*path, index), unknown) for index, value in items]
        case PartNode(cls=cls), dict():
            nodes = {field.name: field.node for field in fields(cls)}
            members = cast("dict[str, Any]", content)
            unknown.update({(*path, name): value for name, value in members.items() if name not in nodes})
            known = {name: value for name, value in members.items() if name in nodes}
            return {name: without_unknown(value, nodes[name], (*path, name), unknown) for name, value in known.items()}
        case _:
            return content


def pointer(path: Path) -> str:
    """Write a path as a JSON Pointer.

    >>> pointer(("names", 0, "a/b"))
    '/names/0/a~1b'
    """
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)


def restore_unknown(content: dict[str, Any], cls: type[attrs.AttrsInstance]) -> dict[str, Any]:
    """Put fields of a newer version back where they came from.

    If reading would not extract exactly the same fields again, because the record was changed in the meantime or the
    user's own `extra` only looks like ours, everything stays where it is.

    Args:
        content: A header or a record, as plain data.
        cls: Its class.
    """
    extra: dict[str, Any] = content.get("extra", {})
    if not isinstance(newer := extra.get(NEWER), dict):
        return content
    rest = {name: value for name, value in extra.items() if name != NEWER}
    plain = {name: value for name, value in content.items() if name != "extra"} | ({"extra": rest} if rest else {})
    restored = copy.deepcopy(plain)
    unknown: dict[Path, Any] = {}
    try:
        for key, value in cast("dict[str, Any]", newer).items():
            put(restored, key, value)
    except (IndexError, KeyError, TypeError, ValueError):
        return content
    again = without_unknown(restored, PartNode(cls=cls), (), unknown)
    marks = {*MARKS, END, *COLLECTIONS} if cls is Header else {*MARKS, *COLLECTIONS}
    marked = any(path[0] in marks for path in unknown)
    same = again == plain and {pointer(path): value for path, value in unknown.items()} == newer
    return restored if same and not marked else content


def put(content: Any, key: str, value: object) -> None:  # noqa: ANN401  (plain data)
    """Put a value where a JSON Pointer points.

    Raises:
        IndexError, KeyError, TypeError, ValueError: the data have no such place.
    """
    *way, last = (part.replace("~1", "/").replace("~0", "~") for part in key.split("/")[1:])
    for part in way:
        content = content[int(part) if isinstance(content, list) else part]
    content[last] = value
