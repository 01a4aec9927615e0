"""A SQLite database: typed tables with foreign keys, and an index of the words of quotes and summaries. Loses nothing.

The tables are those of the CSV bundle, all of them, also without rows. Dates are EDTF texts, truth values 0 and 1, and
`extra` is JSON. `metadata` has what the dataset says of itself, the number of records and a digest. `search` is
a full-text index (FTS5), where SQLite has that: `SELECT record FROM search WHERE search MATCH 'ceasefire'`.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from typing import IO, Any, Final, cast

from diplo_events.dataset import Dataset
from diplo_events.errors import Location, NotReadableError, Problem, shown, suggestion
from diplo_events.formats._json_text import parse_located
from diplo_events.formats._proof import truth_of
from diplo_events.formats._relational import ALL_TABLES, RelationColumn, RelationTable
from diplo_events.formats._relational_reading import Rows, assembled, dataset_of_located
from diplo_events.formats._relational_rows import Row, cell_text, plain_cell, plain_header, rows_of
from diplo_events.schema import FlagNode, MapNode, NumberNode, VocabularyNode, WholeNode

__all__ = ["dump", "dumps", "load", "loads"]

TABLES: Final = {table.name: table for table in ALL_TABLES}

APPLICATION: Final = 0x6469706C
"""The application id in the header of the file: `dipl`."""

MAGIC: Final = b"SQLite format 3\0"
HEADER_SIZE: Final = 100
WAL: Final = 2
LARGEST_PAGE: Final = 65536

METADATA: Final = "metadata"
SEARCH: Final = "search"
ALTERED: Final = f"get the file again, or delete the row 'sha256' from {METADATA} if the changes are yours"

STRICT: Final = " STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""


def load(stream: IO[bytes], *, file: str | None = None) -> Dataset:
    """Read a dataset from a binary stream.

    Args:
        stream: Where the database comes from.
        file: The name that errors show; the stream's own by default.

    Raises:
        NotReadableError: it is not a dataset in SQLite; all problems are listed.
    """
    return loads(stream.read(), file=file or getattr(stream, "name", None))


def loads(data: bytes, *, file: str | None = None) -> Dataset:
    """Read a dataset from the bytes of a database.

    Raises:
        NotReadableError: it is not a dataset in SQLite; all problems are listed, each with its table, row and column.

    Examples:
        >>> loads(dumps(Dataset(title="Nothing yet")))
        <Dataset 'Nothing yet': no records>
    """
    if problem := damage(data, file):
        raise NotReadableError([problem])
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        try:
            database.deserialize(data)
            database.execute("PRAGMA trusted_schema = OFF")
            problems = list(faults(database, file))
            metadata = dict(database.execute(f"SELECT key, value FROM {METADATA}"))  # noqa: S608  (a constant)
            tables = list(read_tables(database, file, problems))
        except (sqlite3.Error, UnicodeDecodeError, ValueError) as error:
            hint = "the file was cut or altered; get it again"
            raise NotReadableError([wrong(file, "a database of this library", shown(str(error)), hint)]) from None
    header = read_header(metadata, file, problems)
    located = assembled(tables, header, top=Location(file, None, None), problems=problems)
    if not located.problems and "sha256" in metadata:
        truth = {name: str(value) for name, value in truth_of(located.data).items()}
        for name, value in truth.items():
            if metadata.get(name) != value:
                hint = f"the data were altered: {ALTERED}"
                problem = wrong(f"{file or '<input>'}/{METADATA}", f"{name} {value}", shown(metadata.get(name)), hint)
                raise NotReadableError([problem])
    return dataset_of_located(located)


def damage(data: bytes, file: str | None) -> Problem | None:
    """Return what is wrong with the header of a database, or with its size."""
    if len(data) < HEADER_SIZE or not data.startswith(MAGIC):
        return wrong(file, "a SQLite database", "something else", "the file was cut, or is another; get it again")
    page = int.from_bytes(data[16:18]) or 1
    size = (LARGEST_PAGE if page == 1 else page) * int.from_bytes(data[28:32])
    if size != len(data):
        return wrong(file, f"a database of {size:,} bytes", f"{len(data):,}", "the file was cut; get it again")
    if WAL in data[18:20]:
        hint = "close the program that has it open, and run PRAGMA journal_mode=DELETE on it"
        return wrong(file, "a database in one file", "one with a write-ahead log", hint)
    return None


def faults(database: sqlite3.Connection, file: str | None) -> Iterator[Problem]:
    """List what SQLite finds wrong with a database, and the tables that are not of this format."""
    hint = "the file was altered; get it again"
    for (text,) in database.execute("PRAGMA integrity_check(20)"):
        if text != "ok":
            yield wrong(file, "a database without damage", shown(text), hint)
    for name, row, target, _ in database.execute("PRAGMA foreign_key_check"):
        where = f"{file or '<input>'}/{name}"
        yield wrong(where, f"an id of {target}", "one that is not there", "see PRAGMA foreign_key_check", row)
    known = {*TABLES, METADATA}
    there: dict[str, str] = dict(database.execute("SELECT name, type FROM sqlite_schema"))
    for name, kind in there.items():
        if kind in {"table", "view"} and name not in known and not name.startswith((SEARCH, "sqlite_")):
            yield wrong(file, "a table of this format", shown(name), suggestion(name, known) or "drop it")
    for name in known:
        if there.get(name) != "table":
            yield wrong(file, f"the table {name}", "none", "the file was altered; get it again")


def read_tables(database: sqlite3.Connection, file: str | None, problems: list[Problem]) -> Iterator[Rows]:
    """Read the tables that are there, in the order of their keys."""
    if any("the table" in problem.expected for problem in problems):
        return
    for name, table in TABLES.items():
        known = {column.name: column for column in table.columns}
        cursor = database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')  # noqa: S608  (a name of ours)
        names = tuple(item[0] for item in cursor.description)
        columns = [known.get(name) for name in names]
        rows = [[read_cell(value, column) for value, column in zip(row, columns, strict=True)] for row in cursor]
        yield Rows(table=table, columns=names, rows=rows, locate=locator(f"{file or '<input>'}/{name}"))


def locator(where: str) -> Callable[[int | None, int | None], Location]:
    """Return the function that returns the place of a cell: the table, the number of the row and of the column."""

    def locate(row: int | None, column: int | None) -> Location:
        return Location(where, None if row is None else row + 1, None if column is None else column + 1)

    return locate


def read_cell(value: object, column: RelationColumn | None) -> object:
    """Return the plain value of a cell."""
    if column is None:
        return value
    match column.node:
        case FlagNode():
            return {0: False, 1: True}.get(value, value) if type(value) is int else value
        case MapNode() if isinstance(value, str):
            return plain_cell(value, column)
        case _:
            return value


def read_header(metadata: dict[str, Any], file: str | None, problems: list[Problem]) -> object:
    """Return the plain header in the metadata."""
    text = metadata.get("header")
    where = f"{file or '<input>'}/{METADATA}"
    if not isinstance(text, str):
        problems.append(wrong(where, "the row 'header'", "none", "the file was altered; get it again"))
        return {"format_version": "1.0"}
    located = parse_located(text, file=where)
    problems.extend(located.problems)
    return cast("object", located.data)


def wrong(file: str | None, expected: str, found: str, hint: str | None, line: int | None = None) -> Problem:
    """Return a problem with a database."""
    return Problem(expected=expected, found=found, hint=hint, location=Location(file, line))


def dump(dataset: Dataset, stream: IO[bytes]) -> None:
    """Write a dataset to a binary stream."""
    stream.write(dumps(dataset))


def dumps(dataset: Dataset) -> bytes:
    """Return a dataset as the bytes of a database: the same for equal datasets, with one version of SQLite.

    Examples:
        >>> dumps(Dataset(title="Nothing yet"))[:15]
        b'SQLite format 3'
    """
    rows = rows_of(dataset)
    header = plain_header(dataset)
    located = assembled(written_tables(rows), header, top=Location())
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute("BEGIN")
        database.execute(f"CREATE TABLE {METADATA} (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL){STRICT}")
        facts = {"format": "diplo-events", "header": cell_text(header), **truth_of(located.data)}
        database.executemany(f"INSERT INTO {METADATA} VALUES (?, ?)", [(k, str(v)) for k, v in facts.items()])  # noqa: S608  (a constant)
        for name, table in TABLES.items():
            database.execute(declaration(table, complete=dataset.complete))
            marks = ", ".join("?" * len(table.columns))
            cells = ([written_cell(value) for value in row] for row in rows.get(name, ()))
            database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', cells)  # noqa: S608  (a name of ours)
        add_search(database, rows)
        database.execute("COMMIT")
        return database.serialize()


def written_tables(rows: dict[str, list[Row]]) -> Iterator[Rows]:
    """Return rows as if they were read, of which the digest is made."""
    for name, found in rows.items():
        columns = tuple(column.name for column in TABLES[name].columns)
        yield Rows(table=TABLES[name], columns=columns, rows=found, locate=locator(name))


def written_cell(value: object) -> object:
    """Return a plain value as SQLite holds it."""
    if isinstance(value, bool):
        return int(value)
    return cell_text(value) if isinstance(value, dict) else value


def declaration(table: RelationTable, *, complete: bool) -> str:
    """Return the SQL that creates a table.

    Args:
        table: The table.
        complete: Whether references to records must be to those in the database.
    """
    parts = [declared_column(column) for column in table.columns]
    parts.append(f"PRIMARY KEY ({names_of(table.key)})")
    if table.owner is not None:
        parts.append(
            f'FOREIGN KEY ({names_of(table.owning)}) REFERENCES "{table.owner.name}" ({names_of(table.owner.key)})'
        )
    if complete:
        parts += [
            f'FOREIGN KEY ("{column.name}") REFERENCES "{column.target}" ("id")'
            for column in table.columns
            if column.target
        ]
    content = ",\n  ".join(parts)
    return f'CREATE TABLE "{table.name}" (\n  {content}\n){STRICT}'


def names_of(columns: tuple[str, ...]) -> str:
    """Return names of columns in quotation marks, with commas."""
    return ", ".join(f'"{name}"' for name in columns)


def declared_column(column: RelationColumn) -> str:
    """Return the declaration of a column."""
    name, check = f'"{column.name}"', ""
    match column.node:
        case WholeNode():
            kind = "INTEGER"
        case NumberNode():
            kind = "REAL"
        case FlagNode():
            kind, check = "INTEGER", f" CHECK ({name} IN (0, 1))"
        case VocabularyNode(vocabulary=vocabulary) if not column.many:
            words = ", ".join(f"'{member.value}'" for member in vocabulary)
            kind, check = "TEXT", f" CHECK ({name} IN ({words}))"
        case _:
            kind = "TEXT"
    return f"{name} {kind}{' NOT NULL' if column.required else ''}{check}"


def add_search(database: sqlite3.Connection, rows: dict[str, list[Row]]) -> None:
    """Add the full-text index of quotes and summaries, if SQLite can make one."""
    columns = "record UNINDEXED, kind UNINDEXED, text"
    try:
        database.execute(f"CREATE VIRTUAL TABLE {SEARCH} USING fts5({columns}, tokenize='unicode61')")
    except sqlite3.OperationalError:  # this SQLite has no FTS5
        return
    for name, found in rows.items():
        wanted = "text" if name.endswith("_quotes") else "summary"
        indexes = [index for index, column in enumerate(TABLES[name].columns) if column.name == wanted]
        texts = ((row[0], name, row[index]) for row in found for index in indexes if row[index] is not None)
        database.executemany(f"INSERT INTO {SEARCH} VALUES (?, ?, ?)", texts)  # noqa: S608  (a constant)
