"""Files of a newer minor version: what this version does not know is kept in `extra`, and written back.

Fields, and members of vocabularies that a record can do without, are kept in the `extra` of their record. A record that
cannot do without is set aside whole, in the `extra` of the header, with the records that refer to it: nothing stands in
for a word that this version does not know.
"""

import copy
import functools
import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from operator import itemgetter
from typing import Any, Final, NamedTuple, cast

import attrs

from diplo_events._internal.texts.display import one_line
from diplo_events.dataset import Header
from diplo_events.errors import NewerFormatWarning
from diplo_events.formats._proof import END
from diplo_events.model import EventRecord
from diplo_events.model.frozen_map import Plain
from diplo_events.model.nodes import openable_names
from diplo_events.model.open_field import OPEN_KEY
from diplo_events.schema import (
    COLLECTIONS,
    FORMAT_VERSION,
    Field,
    ManyNode,
    Node,
    PartNode,
    Path,
    Record,
    VocabularyNode,
    fields,
    path_text,
    references,
    version_key,
)

__all__ = [
    "MOST_NAMED",
    "NEWER",
    "PlainRecord",
    "extract_unknown",
    "is_newer",
    "put",
    "restore_set_aside",
    "restore_unknown",
]

NEWER: Final = "diplo-events:newer"
"""The key in `extra` under which fields of a newer version are kept, by JSON Pointer (RFC 6901)."""

ASIDE: Final = "diplo-events:set-aside"
"""The key in the header's `extra` under which records are set aside, in lists as in a file."""

MEMBER: Final = re.compile("[a-z][a-z0-9_]{0,99}")
"""What a member of a vocabulary looks like in a file."""

COLLECTION_OF: Final = {cls: name for name, cls in COLLECTIONS.items()}

OTHER: Final = ("other", "unknown")
"""Members that are true of every word that a vocabulary does not have."""

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
    header: Plain,
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

    def extract(content: Plain, cls: type[attrs.AttrsInstance], place: Path) -> Plain:
        unknown: dict[Path, Any] = {}
        known = without_unknown(content, PartNode(cls=cls), (), unknown, cls)
        moved.extend(path_text((*place, *key)) for key in unknown)
        return with_extra(known, unknown) if unknown else content

    header = extract(header, Header, path)
    fitting, aside = divided(records, complete=header.get("complete") is not False)
    if aside:
        header = with_set_aside(header, aside)
    records = [item._replace(content=extract(item.content, item.type, item.path)) for item in fitting]
    version = header["format_version"]
    if moved:
        warn_of(version, "kept in extra and written back", moved)
    if aside:
        why = "set aside and written back, for words in them or in what they refer to"
        warn_of(version, why, [path_text(item.path) for item in aside])
    return header, records


def warn_of(version: str, what: str, places: Sequence[str]) -> None:
    """Warn that some places of a newer file were dealt with in some way."""
    more = f" and {len(places) - MOST_NAMED} more" if len(places) > MOST_NAMED else ""
    names = ", ".join(one_line(place) for place in places[:MOST_NAMED])
    message = f"format {version} is newer than {FORMAT_VERSION}; {what}: {names}{more}"
    warnings.warn(message, NewerFormatWarning, stacklevel=3)


def divided(records: Sequence[PlainRecord], *, complete: bool) -> tuple[list[PlainRecord], list[PlainRecord]]:
    """Divide records into those that this version can hold and those that are set aside.

    Args:
        records: The records, as plain data.
        complete: Whether they may refer only to each other, so that what refers to a record set aside is set aside too.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(records):
        if isinstance(item.content, dict) and isinstance(key := cast("dict[str, Any]", item.content).get("id"), str):
            places[key].append(place)
    misfits = [key for key in places if len(places[key]) == 1 and is_misfit(records[places[key][0]])]
    if not misfits:
        return [*records], []
    referring: dict[str, list[str]] = defaultdict(list)
    for key, (place, *more) in places.items():
        if complete and not more:
            for reference in references(records[place].type, records[place].content):
                referring[reference.target].append(key)
    aside: set[str] = set()
    while misfits:
        if (key := misfits.pop()) not in aside:
            aside.add(key)
            misfits.extend(referring[key])
    chosen = {places[key][0] for key in aside}
    fitting = [item for place, item in enumerate(records) if place not in chosen]
    return fitting, [item for place, item in enumerate(records) if place in chosen]


def is_misfit(item: PlainRecord) -> bool:
    """Whether a record has a member of a vocabulary that this version does not know, and cannot do without it."""
    return any(misfits_in(item.content, PartNode(cls=item.type), item.type))


def misfits_in(content: Plain, node: Node, whole: type[attrs.AttrsInstance]) -> Iterator[bool]:
    """Return `True` for each unknown member of a vocabulary that plain data of a node cannot do without."""
    match node, content:
        case PartNode(cls=cls), dict():
            for field in fields(cls):
                value = cast("dict[str, Any]", content).get(field.name)
                if remainder(field, value, whole) is None:
                    yield from misfits_in(value, field.node, whole)
        case ManyNode(item=item), list():
            for value in content:
                yield from misfits_in(value, item, whole)
        case VocabularyNode(), str():
            if is_unknown(content, node):
                yield True
        case _:
            pass


def remainder(field: Field, value: object, whole: type[attrs.AttrsInstance]) -> dict[str, Any] | None:
    """Return what remains of a field without the members of vocabularies that this version does not know.

    It is a mapping with the field, or an empty one. `None` means that there are no such members, or that the record
    cannot do without them. A vocabulary that has "other" or "unknown" says so of each word that it does not have. Event
    records lose no part of their lists: a meeting without a participant would be another meeting.

    Args:
        field: The field.
        value: Its value, as plain data.
        whole: The class of the record that it is in.
    """
    match field.node, value:
        case VocabularyNode(vocabulary=vocabulary, optional=optional), str() if is_unknown(value, field.node):
            other = next((word for word in OTHER if word in known_members(vocabulary)), None)
            if optional or (other and getattr(field.default, "value", None) == other):
                return {}
            return {field.name: other} if other else None
        case ManyNode(item=VocabularyNode() as item, container=container), list():
            items = cast("list[object]", value)
            known = [member for member in items if not is_unknown(member, item)]
            if container is frozenset:
                known.sort(key=str)  # as sets are written, so that the same members are extracted again
            lost = len(known) < len(items) == len({*map(str, items)})
        case ManyNode(item=PartNode() as item), list() if not issubclass(whole, EventRecord):
            items = cast("list[object]", value)
            known = [part for part in items if not any(misfits_in(part, item, whole))]
            lost = len(known) < len(items)
        case _:
            return None
    if not lost or (field.required and not known):
        return None
    return {field.name: known} if known else {}


def is_unknown(value: object, node: VocabularyNode) -> bool:
    """Whether a value looks like a member of a vocabulary and is none that this version knows."""
    return isinstance(value, str) and bool(MEMBER.fullmatch(value)) and value not in known_members(node.vocabulary)


@functools.cache
def known_members(vocabulary: type[Enum]) -> frozenset[str]:
    """Return the members of a vocabulary, as files have them."""
    return frozenset(str(member.value) for member in vocabulary)


def with_set_aside(header: dict[str, Any], aside: Iterable[PlainRecord]) -> dict[str, Any]:
    """Add records that are set aside to the `extra` of a header, unless `extra` is not a mapping: reported later."""
    extra: object = header.get("extra", {})
    if not isinstance(extra, dict) or ASIDE in extra:
        return header
    lists: dict[str, list[Any]] = {name: [] for name in COLLECTIONS}
    for item in aside:
        lists[COLLECTION_OF[item.type]].append(item.content)
    lists = {name: sorted(items, key=itemgetter("id")) for name, items in lists.items() if items}
    return {**header, "extra": {**cast("dict[str, Any]", extra), ASIDE: lists}}


def restore_set_aside(document: dict[str, Any]) -> dict[str, Any]:
    """Put the records that were set aside back into the lists of a document.

    If reading would not set aside exactly the same records again, everything stays where it is.
    """
    extra: dict[str, Any] = document.get("extra", {})
    if not are_lists_of_records(lists := extra.get(ASIDE)):
        return document
    rest = {name: value for name, value in extra.items() if name != ASIDE}
    header = {name: value for name, value in document.items() if name not in {*COLLECTIONS, "extra"}}
    header |= {"extra": rest} if rest else {}
    merged = {name: [*document.get(name, []), *cast("dict[str, Any]", lists).get(name, [])] for name in COLLECTIONS}
    records = [PlainRecord((name,), COLLECTIONS[name], item) for name, items in merged.items() for item in items]
    _, aside = divided(records, complete=header.get("complete") is not False)
    if with_set_aside({}, aside) != {"extra": {ASIDE: lists}}:
        return document
    return header | {name: sorted(items, key=itemgetter("id")) for name, items in merged.items() if items}


def are_lists_of_records(value: object) -> bool:
    """Whether a value is what `with_set_aside` adds: for names of lists, records that have an id."""
    if not isinstance(value, dict) or not value or not value.keys() <= COLLECTIONS.keys():
        return False
    lists = list(cast("dict[str, object]", value).values())
    items = [item for items in lists if isinstance(items, list) for item in cast("list[object]", items)]
    with_ids = [item for item in items if isinstance(item, dict) and isinstance(item.get("id"), str)]
    return all(isinstance(items, list) and items for items in lists) and len(items) == len(with_ids)


def with_extra(content: dict[str, Any], unknown: Mapping[Path, Any]) -> dict[str, Any]:
    """Add unknown fields to `extra`, unless `extra` is not a mapping, which is reported later."""
    extra: object = content.get("extra", {})
    if not isinstance(extra, dict):
        return content
    own = cast("dict[str, Any]", extra)
    before: object = own.get(NEWER)
    newer = {pointer(path): value for path, value in unknown.items()}
    return {**content, "extra": {**own, NEWER: {**before, **newer} if isinstance(before, dict) else newer}}


def without_unknown(
    content: Plain,
    node: Node,
    path: Path,
    unknown: dict[Path, Any],
    whole: type[attrs.AttrsInstance],
) -> Plain:
    """Return plain data without what this version does not know.

    Args:
        content: The data.
        node: What they should be.
        path: Their place in the record.
        unknown: Gets each field that their class does not have, or that has unknown members, by its path.
        whole: The class of the record.
    """
    match node, content:
        case ManyNode(item=item), list():
            items = enumerate(content)
            return [without_unknown(value, item, (*path, index), unknown, whole) for index, value in items]
        case PartNode(cls=cls), dict():
            known_fields = fields_by_name(cls)
            known: dict[str, Any] = {}
            for name, value in cast("dict[str, Any]", content).items():
                field = known_fields.get(name)
                if name == OPEN_KEY and openable_names(cls):
                    names = known_open(cls, value)
                    if names != value:
                        unknown[*path, name] = value
                    known |= {name: names} if names or names == value else {}
                elif field is None:
                    unknown[*path, name] = value
                elif (rest := remainder(field, value, whole)) is not None:
                    unknown[*path, name] = value
                    known |= rest
                else:
                    known[name] = without_unknown(value, field.node, (*path, name), unknown, whole)
            return known
        case _:
            return content


def known_open(cls: type[attrs.AttrsInstance], value: Plain) -> Plain:
    """Return the list of open fields without those that this version does not have."""
    if not isinstance(value, list):
        return value
    names = cast("list[object]", value)
    newer = [name for name in names if isinstance(name, str) and name not in fields_by_name(cls)]
    return [name for name in openable_names(cls) if name in names] if newer else value


@functools.cache
def fields_by_name(cls: type[attrs.AttrsInstance]) -> Mapping[str, Field]:
    """Return the fields of a class by name."""
    return {field.name: field for field in fields(cls)}


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
    again = without_unknown(restored, PartNode(cls=cls), (), unknown, cls)
    marks = {*MARKS, END, *COLLECTIONS} if cls is Header else {*MARKS, *COLLECTIONS}
    marked = any(path[0] in marks for path in unknown)
    same = again == plain and {pointer(path): value for path, value in unknown.items()} == newer
    return restored if same and not marked else content


def put(content: Plain, key: str, value: object) -> None:
    """Put a value where a JSON Pointer points.

    Raises:
        IndexError, KeyError, TypeError, ValueError: the data have no such place.
    """
    *way, last = (part.replace("~1", "/").replace("~0", "~") for part in key.split("/")[1:])
    for part in way:
        content = content[int(part) if isinstance(content, list) else part]
    content[last] = value
