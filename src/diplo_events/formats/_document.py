"""The plain form of a dataset, a header and lists of records, as JSON and YAML hold it; and back."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, cast

from cattrs import Converter

from diplo_events._internal.dataset.entries import Entries
from diplo_events._internal.dataset.fitting import Noted, fitted
from diplo_events._internal.dataset.integrity import integrity_problems
from diplo_events._internal.reading.field_examples import list_hint
from diplo_events._internal.reading.short_keys import DEFAULTS, key_hint
from diplo_events.converter import MOST_UNKNOWN, make_converter, problems_of
from diplo_events.dataset import HEADER, Dataset, Header
from diplo_events.errors import (
    DatasetError,
    DiploEventsError,
    InvalidRecordError,
    Location,
    NotReadableError,
    Problem,
    ProblemsError,
    near,
    shown,
)
from diplo_events.formats._newer import PlainRecord, extract_unknown, is_newer, restore_set_aside, restore_unknown
from diplo_events.formats._positions import Located
from diplo_events.formats._proof import is_proven, proof_problems, without_proof
from diplo_events.formats._unfit import Unfit
from diplo_events.model.frozen_map import FrozenMap, Plain, freeze_map, thawed
from diplo_events.schema import COLLECTIONS, FORMAT_VERSION, PartNode, Path, Record, path_text, version_key

__all__ = [
    "converter",
    "dataset_of",
    "dataset_with",
    "diagnose",
    "diagnose_document",
    "document_of",
    "header_of",
    "plain_record",
    "read_document",
    "record_places",
    "version_problems",
]

HEADER_NAMES: Final = tuple(field.name for field in HEADER)

CHECKED_APART: Final = ("format_version", "extra")
"""The fields of a header that have checks of their own when a file is read."""


@functools.cache
def converter(*, explaining: bool) -> Converter:
    """Return one of the two converters: the fast one, or the one that lists everything that is wrong."""
    return make_converter(explain=explaining)


def header_of(dataset: Header) -> dict[str, Any]:
    """Return the header of a dataset as plain data, without fields that have their default."""
    header: dict[str, Any] = {}
    for field in HEADER:
        value = getattr(dataset, field.name)
        if value != field.default or field.name == "format_version":
            header[field.name] = thawed(value) if isinstance(value, FrozenMap) else value
    return restore_unknown(header, Header) if is_newer(dataset.format_version) else header


def plain_record(record: Record, *, newer: bool = False) -> dict[str, Any]:
    """Return a record as plain data, without fields that have their default.

    Args:
        record: The record.
        newer: Whether its dataset has a newer version, whose fields go back where they came from.
    """
    plain = cast("dict[str, Any]", converter(explaining=False).unstructure(record))
    return restore_unknown(plain, type(record)) if newer else plain


def document_of(dataset: Dataset) -> dict[str, Any]:
    """Return a dataset as plain data: the header, then a list for each type of which it has records.

    >>> document_of(Dataset(title="Nothing yet"))
    {'format_version': '1.0', 'title': 'Nothing yet'}
    """
    document = header_of(dataset)
    newer = is_newer(dataset.format_version)
    for name, cls in COLLECTIONS.items():
        if records := dataset.of_type(cls):
            document[name] = [plain_record(record, newer=newer) for record in records]
    return restore_set_aside(document) if newer else document


def read_document(document: object) -> Dataset:
    """Make a dataset of plain data, fast. `diagnose_document` explains what is wrong with data that are refused.

    Raises:
        Unfit: something is wrong with them, or they have a newer version.
    """
    if not isinstance(document, dict):
        raise Unfit
    data = cast("dict[str, Any]", document)
    if not is_proven(data):
        raise Unfit
    header = {name: value for name, value in without_proof(data).items() if name not in COLLECTIONS}
    records: list[PlainRecord] = []
    for name, cls in COLLECTIONS.items():
        items = data.get(name, [])
        if not isinstance(items, list):
            raise Unfit
        records.extend(PlainRecord((name,), cls, item) for item in items)
    return dataset_of(header, records)


def diagnose_document(located: Located) -> Dataset:
    """Make a dataset of plain data that the fast reader refused, or list everything that is wrong with them.

    Raises:
        NotReadableError: something is; all problems are listed.
    """
    data: Any = located.data
    problems = list(located.problems)
    records: list[PlainRecord] = []
    unread: list[type[Record]] = []
    header = data
    if isinstance(data, dict):
        if not problems:  # else the data are not all that the file has
            problems.extend(proof_problems(data))
        header = {name: value for name, value in without_proof(data).items() if name not in COLLECTIONS}
        for name, cls in COLLECTIONS.items():
            items = data.get(name, [])
            if isinstance(items, list):
                records.extend(PlainRecord((name, index), cls, item) for index, item in enumerate(items))
            else:
                hint = list_hint(items, PartNode(cls=cls))
                problems.append(Problem(path=name, expected="a list of records", found=shown(items), hint=hint))
                unread.append(cls)
    return diagnose(header, records, place_of=located.nearest, problems=problems, hints=located.hints, unread=unread)


def dataset_of(header: Mapping[str, Any], records: Iterable[PlainRecord]) -> Dataset:
    """Make a dataset of a plain header and plain records, fast.

    Raises:
        Unfit: something is wrong with them, or they have a newer version.
    """
    structure = converter(explaining=False).structure
    try:
        return dataset_with(header, [structure(item.content, item.type) for item in records])
    except ProblemsError:
        raise Unfit from None


def dataset_with(header: Mapping[str, Any], records: Iterable[Record], noted: Noted | None = None) -> Dataset:
    """Make a dataset of a plain header and records.

    Args:
        header: The header.
        records: The records.
        noted: What is known of their references; nothing by default.

    Raises:
        Unfit: something is wrong with them, or they have a newer version.
    """
    if header.get("format_version") != FORMAT_VERSION or any(name not in HEADER_NAMES for name in header):
        raise Unfit
    complete = header.get("complete", True)
    if noted is not None and type(complete) is bool:
        records = fitted(records, noted, complete=complete)
    try:
        return Dataset(records=records, **header)
    except ProblemsError:
        raise Unfit from None


def diagnose(  # noqa: PLR0913  (one call for each reader, all by name)
    header: Plain,
    records: Sequence[PlainRecord | Record],
    *,
    noted: Noted | None = None,
    path_of: Callable[[int], str] = str,
    header_path: Path = (),
    place_of: Callable[[str], Location | None],
    problems: Iterable[Problem] = (),
    hints: Mapping[str, str] = MappingProxyType({}),
    unread: Iterable[type[Record]] = (),
) -> Dataset:
    """Make a dataset of plain data, or list everything that is wrong with them.

    Data of a newer minor version are read too: what this version does not know is kept and reported.

    Args:
        header: The header.
        records: The plain records, and those that are read already.
        noted: What is known of the references of the latter; nothing by default.
        path_of: Returns the paths of the latter, by their places among all.
        header_path: The path of the header.
        place_of: Returns line and column of a path.
        problems: Problems that are known already.
        hints: More hints for the problems of some paths.
        unread: The types of which there are records that could not be read as such.

    Raises:
        NotReadableError: there are problems; all of them are listed.
    """
    problems = list(problems)
    of_version = version_problems(header, header_path)
    problems.extend(of_version)
    if not of_version and is_newer(header["format_version"]):
        plain = [item for item in records if type(item) is PlainRecord]  # all of them
        header, records = extract_unknown(header, plain, header_path)
    problems.extend(header_problems(header, header_path))
    contents: list[Any] = [*records]
    wrong: dict[int, type[Record]] = {}
    paths: dict[int, str] = {}
    for place, item in enumerate(records):
        if type(item) is PlainRecord:
            record, of_record = structured(item)
            problems.extend(of_record)
            contents[place] = record or item.content
            paths[place] = str(item.path[0] if len(item.path) == 1 else path_text(item.path))
            if record is None:
                wrong[place] = item.type
            elif noted:
                noted = noted._replace(apart=(*noted.apart, record))
    for kind in (*unread, *misspelt_types(header)):
        paths[len(contents)], wrong[len(contents)] = "", kind
        contents.append(None)
    entries = Entries(contents, wrong, lambda place: paths[place] if place in paths else path_of(place))
    problems.extend(integrity_problems(entries, complete=is_complete(header), noted=noted))
    if not problems:
        return Dataset(records=contents, **header)
    placed = (placed_problem(problem, place_of, hints) for problem in problems)
    raise NotReadableError(sorted(dict.fromkeys(placed), key=reading_order))


def is_complete(header: object) -> bool:
    """Whether the records may refer only to each other; not if the header has a wrong or a misspelt answer to that."""
    if not isinstance(header, dict):
        return True
    data = cast("dict[str, Any]", header)
    return data.get("complete", True) is True and not any(near(name, ["complete"]) for name in unknown_in(data))


def misspelt_types(header: object) -> Iterator[type[Record]]:
    """List the types whose records may be in an unknown field, so that nobody knows which of them there are."""
    for name in unknown_in(cast("dict[str, Any]", header)) if isinstance(header, dict) else ():
        if meant := near(name, COLLECTIONS):
            yield COLLECTIONS[meant]


def unknown_in(data: Mapping[str, Any]) -> list[str]:
    """List the fields of a header that are none."""
    return [name for name in data if name not in HEADER_NAMES]


def placed_problem(problem: Problem, place_of: Callable[[str], Location | None], hints: Mapping[str, str]) -> Problem:
    """Return a problem with its location, and with what there is to add to its hint."""
    location = problem.location or place_of(problem.path)
    hint = problem.hint
    if more := hints.get(problem.path):
        hint = f"{hint}; {more}" if hint else more
    return Problem(
        path=problem.path,
        expected=problem.expected,
        found=problem.found,
        hint=hint,
        location=location,
        severity=problem.severity,
    )


def structured(item: PlainRecord) -> tuple[Record | None, list[Problem]]:
    """Make a record, or list what is wrong with it; a record that is one already is right."""
    if type(item.content) is item.type:
        return item.content, []
    try:
        return converter(explaining=True).structure(item.content, item.type), []
    except (DiploEventsError, ExceptionGroup) as error:
        problems = list(problems_of(error, item.path))
        forget_frames(error)
        return None, problems


def forget_frames(error: BaseException) -> None:
    """Remove the tracebacks from an error, from those in it and from those before it.

    An error that a function keeps in a variable makes a circle with its traceback, and all frames below, with all
    records in them, would stay until the collector of cycles comes.
    """
    waiting: list[BaseException | None] = [error]
    while waiting:
        if (next_ := waiting.pop()) is not None and next_.__traceback__ is not None:
            next_.__traceback__ = None
            waiting.append(next_.__context__)
            if isinstance(next_, BaseExceptionGroup):
                waiting.extend(cast("BaseExceptionGroup[BaseException]", next_).exceptions)


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
    """List what is wrong with the header of a file."""
    if not isinstance(header, dict):
        return
    data = cast("dict[str, Any]", header)
    known = [*HEADER_NAMES, *COLLECTIONS]
    unknown = unknown_in(data)
    for name in unknown[:MOST_UNKNOWN]:
        dash = "write a blank after the dash" if name.startswith("-") else None
        hint = dash or key_hint(name, known, [DEFAULTS]) or "leave it out, or keep your own fields in extra"
        where = path_text((*path, name))
        yield Problem(path=where, expected="a field of a dataset", found=shown(name), hint=hint)
    if (more := len(unknown) - MOST_UNKNOWN) > 0:
        found, hint = f"{more:,} more unknown fields", "only the first of them are listed"
        yield Problem(path=path_text(path), expected="the fields of a dataset", found=found, hint=hint)
    try:
        freeze_map(data.get("extra", {}))
    except InvalidRecordError as error:
        yield from problems_of(error, (*path, "extra"))
    try:
        Header(**{name: data[name] for name in data if name in HEADER_NAMES and name not in CHECKED_APART})
    except DatasetError as error:
        yield from problems_of(error, path)


def reading_order(problem: Problem) -> tuple[str, int, int]:
    """Return the key by which problems are sorted as a reader of the file meets them."""
    place = problem.location or Location()
    return (place.file or "", place.line or 0, place.column or 0)


def record_places(located: Located) -> dict[str, Location]:
    """Return the place of each record, by its id."""
    places: dict[str, Location] = {}
    data: Any = located.data
    if isinstance(data, dict) and located.places:
        for name in COLLECTIONS:
            items = cast("dict[str, Any]", data).get(name)
            for index, item in enumerate(list[Any](items) if isinstance(items, list) else ()):
                key = cast("dict[str, Any]", item).get("id") if isinstance(item, dict) else None
                if isinstance(key, str):
                    places[key] = located.places[path_text((name, index))]
    return places
