"""The plain form of a dataset, a header and lists of records, as JSON and YAML hold it; and back."""

import copy
import functools
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, cast

import attrs
from cattrs import Converter
from cattrs.errors import CattrsError

from diplo_events._integrity import Entry, integrity_problems
from diplo_events.converter import make_converter, problems_of
from diplo_events.dataset import HEADER, Dataset
from diplo_events.errors import (
    DatasetError,
    DiploEventsError,
    InvalidRecordError,
    Location,
    NewerFormatWarning,
    NotReadableError,
    Problem,
    printable,
    shown,
    suggestion,
)
from diplo_events.formats._json_text import Located
from diplo_events.model.frozen_map import freeze_map
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

__all__ = [
    "HEADER_FIELDS",
    "UNFIT",
    "PlainRecord",
    "dataset_of",
    "diagnose",
    "diagnose_document",
    "document_of",
    "header_of",
    "is_newer",
    "plain_record",
    "read_document",
    "record_places",
    "version_problems",
]

NEWER: Final = "diplo-events:newer"
"""The key in `extra` under which fields of a newer format version are kept, by JSON Pointer (RFC 6901)."""

HEADER_FIELDS: Final = ("format_version", *HEADER, "complete")

MARKS: Final = frozenset({"type", "closed"})
"""What JSON Lines adds to headers and records; a field of a newer version that has such a name stays in `extra`."""

MOST_NAMED: Final = 10
"""How many fields of a newer version a warning names."""

UNFIT: Final = (DiploEventsError, CattrsError, AttributeError, KeyError, RecursionError, TypeError, ValueError)
"""What the fast way of reading raises for data that are not as they should be."""

Locate = Callable[[str], Location | None]


class PlainRecord(NamedTuple):
    """A record that is still plain data, in its place in a file."""

    path: Path
    """Where it stands: `("statements", 3)`."""
    type: type[Record]
    """What it is to become."""
    content: Any
    """Its fields."""


@functools.cache
def converter(*, explaining: bool) -> Converter:
    """Give one of the two converters: the fast one, or the one that lists everything that is wrong."""
    return make_converter(explain=explaining)


def header_of(dataset: Dataset) -> dict[str, Any]:
    """Give the header of a dataset as plain data, defaults left out."""
    header: dict[str, Any] = {"format_version": dataset.format_version}
    for name in ("title", "description", "version", "license", "citation"):
        if (value := getattr(dataset, name)) is not None:
            header[name] = value
    if not dataset.complete:
        header["complete"] = False
    if dataset.extra:
        header["extra"] = converter(explaining=False).unstructure(dataset.extra)
    return with_newer(header, None) if is_newer(dataset.format_version) else header


def plain_record(record: Record, *, newer: bool = False) -> dict[str, Any]:
    """Give a record as plain data, defaults left out.

    Args:
        record: The record.
        newer: Whether it is of a dataset of a newer version, whose fields go back where they came from.
    """
    plain = cast("dict[str, Any]", converter(explaining=False).unstructure(record))
    return with_newer(plain, type(record)) if newer else plain


def is_newer(version: str) -> bool:
    """Tell whether a format version is newer than the one that this library knows."""
    return version_key(version) > version_key(FORMAT_VERSION)


def document_of(dataset: Dataset) -> dict[str, Any]:
    """Give a dataset as plain data: the header, then a list for each type that it has.

    >>> document_of(Dataset(title="Nothing yet"))
    {'format_version': '1.0', 'title': 'Nothing yet'}
    """
    document = header_of(dataset)
    newer = is_newer(dataset.format_version)
    for name, cls in COLLECTIONS.items():
        if records := dataset.of_type(cls):
            document[name] = [plain_record(record, newer=newer) for record in records]
    return document


def read_document(document: object) -> Dataset:
    """Make a dataset of plain data, fast; `diagnose_document` says what is wrong with data that this refuses.

    Raises:
        UNFIT: something is wrong with them.
    """
    if not isinstance(document, dict):
        raise TypeError("no mapping")
    data = cast("dict[str, Any]", document)
    header = {name: value for name, value in data.items() if name not in COLLECTIONS}
    records: list[PlainRecord] = []
    for name, cls in COLLECTIONS.items():
        items = data.get(name, [])
        if not isinstance(items, list):
            raise TypeError("no list")
        records.extend(PlainRecord((name,), cls, item) for item in items)
    return dataset_of(header, records)


def diagnose_document(located: Located) -> Dataset:
    """Make a dataset of plain data that were hard to read, or list everything that is wrong with them.

    Raises:
        NotReadableError: with all problems.
    """
    data: Any = located.data
    problems = list(located.problems)
    records: list[PlainRecord] = []
    header = data
    if isinstance(data, dict):
        header = {name: value for name, value in data.items() if name not in COLLECTIONS}
        for name, cls in COLLECTIONS.items():
            items = data.get(name, [])
            if isinstance(items, list):
                records.extend(PlainRecord((name, index), cls, item) for index, item in enumerate(items))
            else:
                problems.append(Problem(path=name, expected="a list of records", found=shown(items)))
    return diagnose(header, records, locate=located.places.get, problems=problems)


def dataset_of(header: Mapping[str, Any], records: Iterable[PlainRecord]) -> Dataset:
    """Make a dataset of a plain header and plain records, fast.

    Raises:
        UNFIT: something is wrong with them.
    """
    structure = converter(explaining=False).structure
    if header["format_version"] != FORMAT_VERSION:
        raise ValueError("another version")
    return Dataset(records=[structure(item.content, item.type) for item in records], **header)


def diagnose(
    header: Any,  # noqa: ANN401  (whatever stood in the file)
    records: Sequence[PlainRecord],
    *,
    header_path: Path = (),
    locate: Locate = lambda _path: None,
    problems: Sequence[Problem] = (),
) -> Dataset:
    """Make a dataset of plain data, or list everything that is wrong with them.

    Data of a newer minor version are read too: what this version does not know is kept and reported.

    Args:
        header: What the file says of the dataset.
        records: Its records.
        header_path: Where the header stands.
        locate: Tells line and column of a path.
        problems: What is known to be wrong already.

    Raises:
        NotReadableError: with all problems.
    """
    found = list(problems)
    version = version_problems(header, header_path)
    found.extend(version)
    if not version and is_newer(header["format_version"]):
        header, records = kept(header, records, header_path)
    found.extend(header_problems(header, header_path))
    entries: list[Entry] = []
    for item in records:
        made, wrong = structured(item)
        found.extend(wrong)
        entries.append(Entry(path=path_text(item.path), type=item.type, content=made or item.content))
    complete = not isinstance(header, dict) or cast("dict[str, Any]", header).get("complete") is not False
    found.extend(integrity_problems(entries, complete=complete))
    if not found:
        return Dataset(records=[cast("Record", entry.content) for entry in entries], **header)
    located = (attrs.evolve(p, location=p.location or nearest_place(p.path, locate)) for p in found)
    raise NotReadableError(sorted(dict.fromkeys(located), key=reading_order))


def structured(item: PlainRecord) -> tuple[Record | None, list[Problem]]:
    """Make a record, or list what is wrong with it."""
    try:
        return converter(explaining=True).structure(item.content, item.type), []
    except (DiploEventsError, ExceptionGroup) as error:
        return None, list(problems_of(error, item.path))


def version_problems(header: object, path: Path) -> list[Problem]:
    """Check the format version, on which the reading of the rest depends."""
    if not isinstance(header, dict):
        expected = "a mapping with format_version and lists of records"
        return [Problem(path=path_text(path), expected=expected, found=shown(header))]
    version = cast("dict[str, Any]", header).get("format_version")
    where = path_text((*path, "format_version"))
    expected = f"a format version such as {FORMAT_VERSION!r}"
    if version is None:
        hint = f"write format_version: '{FORMAT_VERSION}'"
        return [Problem(path=where, expected=expected, found="none", hint=hint)]
    if not isinstance(version, str) or not re.fullmatch(r"[0-9]{1,4}\.[0-9]{1,4}", version):
        return [Problem(path=where, expected=expected, found=shown(version), hint="write it in quotes")]
    if version_key(version)[0] != version_key(FORMAT_VERSION)[0]:
        hint = f"this library reads {FORMAT_VERSION} and newer minor versions of it"
        return [Problem(path=where, expected=expected, found=shown(version), hint=hint)]
    return []


def header_problems(header: object, path: Path) -> Iterator[Problem]:
    """Check what a file says of its dataset."""
    if not isinstance(header, dict):
        return
    data = cast("dict[str, Any]", header)
    for name in data:
        if name not in HEADER_FIELDS:
            hint = suggestion(name, [*HEADER_FIELDS, *COLLECTIONS]) or "leave it out, or keep your own fields in extra"
            where = path_text((*path, name))
            yield Problem(path=where, expected="a field of a dataset", found=shown(name), hint=hint)
    try:
        freeze_map(data.get("extra", {}))
    except InvalidRecordError as error:
        yield from problems_of(error, (*path, "extra"))
    try:
        Dataset(**{name: data[name] for name in HEADER_FIELDS[1:] if name in data and name != "extra"})
    except DatasetError as error:
        yield from problems_of(error, path)


def nearest_place(path: str, locate: Locate) -> Location | None:
    """Give the place of a path, or of the innermost thing around it that has one."""
    while (place := locate(path)) is None and path:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return place


def reading_order(problem: Problem) -> tuple[str, int, int]:
    """Sort problems as a reader of the file meets them."""
    place = problem.location or Location()
    return (place.file or "", place.line or 0, place.column or 0)


def kept(header: Any, records: Sequence[PlainRecord], path: Path) -> tuple[Any, list[PlainRecord]]:  # noqa: ANN401  (plain data)
    """Put what this version does not know of a newer file's header and records into `extra`, and say so."""
    moved: list[str] = []
    unknown: dict[Path, Any] = {}
    rest = without_unknown_names(header, unknown)
    moved.extend(path_text((*path, *key)) for key in unknown)
    header = keeping(rest, unknown) if unknown else header
    found: list[PlainRecord] = []
    for item in records:
        unknown = {}
        content = without_unknown(item.content, PartNode(cls=item.type), (), unknown)
        moved.extend(path_text((*item.path, *key)) for key in unknown)
        found.append(item._replace(content=keeping(content, unknown) if unknown else content))
    if moved:
        version = header["format_version"]
        more = f" and {len(moved) - MOST_NAMED} more" if len(moved) > MOST_NAMED else ""
        names = ", ".join(printable(name) for name in moved[:MOST_NAMED])
        message = f"format {version} is newer than {FORMAT_VERSION}; kept in extra and written back: {names}{more}"
        warnings.warn(message, NewerFormatWarning, stacklevel=2)
    return header, found


def keeping(content: dict[str, Any], unknown: Mapping[Path, Any]) -> dict[str, Any]:
    """Add unknown fields to `extra`, unless that is no mapping, which is reported in its turn."""
    extra: object = content.get("extra", {})
    if not isinstance(extra, dict):
        return content
    own = cast("dict[str, Any]", extra)
    before: object = own.get(NEWER)
    newer = {pointer(path): value for path, value in unknown.items()}
    return {**content, "extra": {**own, NEWER: {**before, **newer} if isinstance(before, dict) else newer}}


def without_unknown_names(header: dict[str, Any], unknown: dict[Path, Any]) -> dict[str, Any]:
    """Take the fields that a header does not have out of it."""
    unknown.update({(name,): value for name, value in header.items() if name not in HEADER_FIELDS})
    return {name: value for name, value in header.items() if name in HEADER_FIELDS}


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
    """Write a path as a JSON Pointer."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)


def with_newer(content: dict[str, Any], cls: type[Record] | None) -> dict[str, Any]:
    """Put fields of a newer version back where they came from.

    Where reading would not take the very same fields out again, because the record was changed in between or the
    user's own `extra` only looks like ours, everything stays where it is.
    """
    extra: dict[str, Any] = content.get("extra", {})
    if not isinstance(newer := extra.get(NEWER), dict):
        return content
    rest = {name: value for name, value in extra.items() if name != NEWER}
    plain = {name: value for name, value in content.items() if name != "extra"} | ({"extra": rest} if rest else {})
    made = copy.deepcopy(plain)
    unknown: dict[Path, Any] = {}
    try:
        for key, value in cast("dict[str, Any]", newer).items():
            put(made, key, value)
        again = without_unknown(made, PartNode(cls=cls), (), unknown) if cls else without_unknown_names(made, unknown)
    except (IndexError, KeyError, TypeError, ValueError):
        return content
    marked = any(path[0] in MARKS or path[0] in COLLECTIONS for path in unknown)
    same = again == plain and {pointer(path): value for path, value in unknown.items()} == newer
    return made if same and not marked else content


def put(content: Any, key: str, value: object) -> None:  # noqa: ANN401  (plain data)
    """Put a value where a JSON Pointer says.

    Raises:
        IndexError, KeyError, TypeError, ValueError: there is no such place.
    """
    *way, last = (part.replace("~1", "/").replace("~0", "~") for part in key.split("/")[1:])
    for part in way:
        content = content[int(part) if isinstance(content, list) else part]
    content[last] = value


def record_places(located: Located) -> dict[str, Location]:
    """Give the place of each record, by its id."""
    places: dict[str, Location] = {}
    data: Any = located.data
    if isinstance(data, dict):
        for name in COLLECTIONS:
            items = cast("dict[str, Any]", data).get(name)
            for index, item in enumerate(list[Any](items) if isinstance(items, list) else ()):
                key = cast("dict[str, Any]", item).get("id") if isinstance(item, dict) else None
                if isinstance(key, str):
                    places[key] = located.places[path_text((name, index))]
    return places
