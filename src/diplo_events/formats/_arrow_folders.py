"""A folder with a table of Arrow for each type of records, whatever files the tables are kept in."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.dataset import Dataset
from diplo_events.errors import Location, NotReadableError, Problem, shown, suggestion
from diplo_events.formats._arrow_reading import records_of
from diplo_events.formats._descriptor import read_descriptor, with_descriptor, within
from diplo_events.formats._document import dataset_of, dataset_with, diagnose, header_of
from diplo_events.formats._newer import PlainRecord
from diplo_events.formats._row_digest import digest, has_digest
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.arrow_records import records_table
from diplo_events.formats.arrow_tables import cells_of, type_problems
from diplo_events.formats.columns import column_problems, columns_of, plain_of, row_of
from diplo_events.formats.contents import unzipped
from diplo_events.formats.package_folders import DESCRIPTOR
from diplo_events.schema import COLLECTIONS, FORMAT_VERSION, Record, type_name

__all__ = ["TableFormat", "files_of", "read_files"]

ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

VERSION: Final = b"diplo_events.format_version"
TYPE: Final = b"diplo_events.type"
HEADER: Final = b"diplo_events.header"
RECORDS: Final = b"diplo_events.records"
SHA256: Final = b"diplo_events.sha256"
"""What the schema of each file has in its metadata; the last two prove the rows."""

Table: TypeAlias = Any
"""A table of Arrow: pyarrow has no types of its own."""


@attrs.frozen(kw_only=True)
class TableFormat:
    """A kind of files that each hold a table of Arrow."""

    name: str
    """The name of the format."""
    suffix: str
    """How the names of its files end."""
    words: str
    """What its files are called."""
    write: Callable[[Table], bytes]
    """Returns the bytes of a file with a table."""
    read: Callable[[bytes], Table]
    """Returns the table in the bytes of a file."""
    broken: tuple[type[Exception], ...]
    """What `read` raises for bytes that are another kind of file."""


@gc_paused()
def files_of(dataset: Dataset, format_: TableFormat) -> dict[str, bytes]:
    """Return the files of a folder with a dataset: a descriptor, and a table for each type of records."""
    header = header_of(dataset)
    files: dict[str, bytes] = {}
    for name, cls in COLLECTIONS.items():
        records = dataset.of_type(cls)
        rows = list(map(row_of, records))
        metadata = {
            VERSION: dataset.format_version,
            TYPE: type_name(cls),
            HEADER: ENCODER.encode(header),
            RECORDS: str(len(rows)),
            SHA256: digest(cls, rows),
        }
        table = records_table(cls, records).replace_schema_metadata(metadata)
        files[f"{name}{format_.suffix}"] = format_.write(table)
    return with_descriptor(files, format=format_.name, header=header, records=len(dataset), resources={}, more={})


def read_files(data: bytes | Mapping[str, bytes], format_: TableFormat, *, file: str | None) -> Dataset:
    """Make a dataset of the files of a folder, or of a zip archive of them.

    Raises:
        NotReadableError: they are not a dataset in this format; all problems are listed.
    """
    files = unzipped(data, file=file) if isinstance(data, bytes) else data
    described = read_descriptor(files, format=format_.name, file=file, suffix=format_.suffix)
    if described.problems:  # what is damaged is not worth reading
        raise NotReadableError(described.problems)
    problems: list[Problem] = []
    records: list[PlainRecord] = []
    unread: list[type[Record]] = []
    header: Any = described.header
    newer = not isinstance(header, dict) or header.get("format_version") != FORMAT_VERSION
    with gc_paused():
        for resource in described.resources:
            path: str = resource["path"]
            where = Location(within(file, path))
            name = path.removesuffix(format_.suffix)
            if name not in COLLECTIONS or name == path:
                hint = suggestion(name, COLLECTIONS) or f"one of {', '.join(COLLECTIONS)}"
                expected = f"the name of a list of records with {format_.suffix}"
                problems.append(Problem(expected=expected, found=shown(path), hint=hint, location=where))
                continue
            try:
                records.extend(rows_in(name, files[path], format_, where, fast=not newer))
            except NotReadableError as error:
                problems.extend(error.problems)
                unread.append(COLLECTIONS[name])
        if not problems and isinstance(header, dict):
            try:
                if all(type(item.content) is item.type for item in records):
                    return dataset_with(header, [item.content for item in records])
                return dataset_of(header, records)
            except Unfit:
                pass

    def place_of(path: str) -> Location:
        name = path.partition("[")[0].partition(".")[0]
        return Location(within(file, f"{name}{format_.suffix}" if name in COLLECTIONS else DESCRIPTOR))

    return diagnose(header, records, place_of=place_of, problems=problems, unread=unread)


def rows_in(name: str, data: bytes, format_: TableFormat, where: Location, *, fast: bool) -> Iterator[PlainRecord]:
    """List the records in a file: as records if they can be read fast and nothing is wrong with them, or as plain data.

    Raises:
        NotReadableError: it cannot be read, its columns are others, or its rows are not those that it was written with.
    """
    cls = COLLECTIONS[name]
    try:
        table = format_.read(data)
        table.validate(full=True)
    except format_.broken as error:
        found = str(error).partition("\n")[0]
        expected, hint = f"a whole {format_.words}", "the file was cut or altered; get it again"
        raise NotReadableError([Problem(expected=expected, found=shown(found), hint=hint, location=where)]) from None
    of_columns = [
        *column_problems(name, cls, table.column_names),
        *type_problems(name, columns_of(cls), table.schema),
    ]
    if of_columns:
        raise NotReadableError(attrs.evolve(problem, location=where) for problem in of_columns)
    rows = cells_of(table)
    proof = {key: value.decode("utf-8", "replace") for key, value in (table.schema.metadata or {}).items()}
    truth = {TYPE: type_name(cls), RECORDS: str(len(rows))}
    if SHA256 in proof and (truth != {key: proof.get(key) for key in truth} or not has_digest(rows, proof[SHA256])):
        expected, hint = "the rows of which the metadata have the hash", "the file was altered; get it again"
        raise NotReadableError([Problem(expected=expected, found="others", hint=hint, location=where)])
    if fast:
        try:
            return (PlainRecord((name, index), cls, record) for index, record in enumerate(records_of(cls, table)))
        except Unfit:
            pass  # what is wrong with which row is found below
    return (PlainRecord((name, index), cls, plain_of(cls, row)) for index, row in enumerate(rows))
