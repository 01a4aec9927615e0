"""A folder of CSV files (RFC 4180), a table each, described by `datapackage.json` (Data Package). Loses nothing.

The records of each type are a table, and so is each of their lists: `statements.csv`, `statements_quotes.csv`. Tables
without rows have no file. An empty cell means that a field has no value; an empty text is `""`. Dates are EDTF, truth
values `true` and `false`, `extra` is JSON. The descriptor has the type of every column, the keys, the size and the hash
of every file, and what the dataset says of itself.
"""

from collections.abc import Iterator, Mapping
from typing import IO, Any, Final

from diplo_events._internal.texts.display import one_line
from diplo_events.dataset import Dataset
from diplo_events.errors import Location, NotReadableError, Problem, shown, suggestion
from diplo_events.formats._csv_text import csv_text, parse_csv
from diplo_events.formats._descriptor import read_descriptor, with_descriptor, within
from diplo_events.formats._relational import ALL_TABLES, RelationColumn, RelationTable
from diplo_events.formats._relational_reading import Rows, dataset_from
from diplo_events.formats._relational_rows import cell_text, plain_cell, plain_header, rows_of
from diplo_events.formats._text import decode
from diplo_events.formats.contents import unzipped, zipped
from diplo_events.formats.package_folders import DESCRIPTOR
from diplo_events.schema import FlagNode, MapNode, NumberNode, VocabularyNode, WholeNode

__all__ = ["dump", "dumps", "load", "loads"]

FORMAT: Final = "csv_bundle"

TABLES: Final = {table.name: table for table in ALL_TABLES}

MARK: Final = "'"
"""What disarms a cell: a spreadsheet shows a cell that begins with it as a text."""

ARMED: Final = ("=", "+", "-", "@", "\t", "\r", MARK)
"""How texts begin that spreadsheets take for formulas, and those that begin with the mark itself."""

DIALECT: Final = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}


def load(stream: IO[bytes], *, file: str | None = None) -> Dataset:
    """Read a dataset from a binary stream, in which the folder is a zip archive.

    Args:
        stream: Where the archive comes from.
        file: The name that errors show; the stream's own by default.

    Raises:
        NotReadableError: it is not a dataset in CSV; all problems are listed.
    """
    return loads(stream.read(), file=file or getattr(stream, "name", None))


def loads(data: bytes | Mapping[str, bytes], *, file: str | None = None) -> Dataset:
    """Read a dataset from the content of each file of a folder by its name, or from a zip archive of them.

    Raises:
        NotReadableError: it is not a dataset in CSV; all problems are listed, each with its line and cell.

    Examples:
        >>> loads(dumps(Dataset(title="Nothing yet")))
        <Dataset 'Nothing yet': no records>
    """
    files = unzipped(data, file=file) if isinstance(data, bytes) else data
    described = read_descriptor(files, format=FORMAT, file=file, suffix=".csv")
    problems = described.problems
    failures: list[Problem] = []
    armed = "spreadsheet" in described.mark
    tables: list[Rows] = []
    for resource in described.resources:
        path: str = resource["path"]
        name = path.removesuffix(".csv")
        where = within(file, path)
        if name not in TABLES or name == path:
            hint = suggestion(name, TABLES)
            found = Problem(expected="a table of this format", found=shown(path), hint=hint, location=Location(where))
            failures.append(found)
            continue
        try:
            tables.append(read_table(TABLES[name], files[path], where, armed=armed))
        except NotReadableError as error:
            failures.extend(error.problems)
    if failures:  # without a table, nobody knows what the others refer to
        raise NotReadableError([*problems, *failures])
    return dataset_from(tables, described.header, top=Location(within(file, DESCRIPTOR)), problems=problems)


def read_table(table: RelationTable, data: bytes, file: str, *, armed: bool) -> Rows:
    """Read one table.

    Raises:
        NotReadableError: it is not CSV.
    """
    found = parse_csv(decode(data, file=file), file=file)
    known = {column.name: column for column in table.columns}

    def locate(row: int | None, column: int | None) -> Location:
        number = None if column is None else column + 1
        return Location(file, (found.lines[row] if row is not None else 1), number)

    columns = [known.get(name) for name in found.columns]
    rows = [
        [read_cell(cell, column, armed=armed) for cell, column in zip(row, columns, strict=True)] for row in found.rows
    ]
    return Rows(table=table, columns=found.columns, rows=rows, locate=locate)


def read_cell(cell: str | None, column: RelationColumn | None, *, armed: bool) -> object:
    """Return the plain value of a cell."""
    if cell is None or column is None:
        return cell
    if armed and cell.startswith(MARK):
        cell = cell.removeprefix(MARK)
    return plain_cell(cell, column)


def dump(dataset: Dataset, stream: IO[bytes], *, spreadsheet: bool = False) -> None:
    """Write a dataset to a binary stream, as a zip archive of the folder."""
    stream.write(zipped(dumps(dataset, spreadsheet=spreadsheet)))


def dumps(dataset: Dataset, *, spreadsheet: bool = False) -> dict[str, bytes]:
    r"""Return the content of each file of a folder, by its name.

    Args:
        dataset: The dataset.
        spreadsheet: Whether texts that spreadsheets take for formulas, which begin with `=`, `+`, `-`, `@` or a tab,
            get an apostrophe in front. The descriptor says so, and reading removes it.

    Examples:
        >>> from diplo_events import Issue
        >>> issue = Issue(id="tolls", label="=Tolls", proposition="There should be tolls.")
        >>> dumps(Dataset(records=[issue]))["issues.csv"]
        b'id,label,proposition,broader,description,extra,open\r\ntolls,=Tolls,There should be tolls.,,,,\r\n'
        >>> dumps(Dataset(records=[issue]), spreadsheet=True)["issues.csv"].splitlines()[1]
        b"tolls,'=Tolls,There should be tolls.,,,,"
    """
    rows = rows_of(dataset)
    files: dict[str, bytes] = {}
    resources: dict[str, Mapping[str, Any]] = {}
    for name, found in rows.items():
        table = TABLES[name]
        lines: list[list[str | None]] = [[column.name for column in table.columns]]
        lines += [[written_cell(value, armed=spreadsheet) for value in row] for row in found]
        files[f"{name}.csv"] = csv_text(lines).encode()
        resources[f"{name}.csv"] = resource_of(table, rows, complete=dataset.complete)
    more = {"spreadsheet": {"mark": MARK, "before": list(ARMED)}} if spreadsheet else {}
    header = plain_header(dataset)
    count = len(dataset)
    return with_descriptor(files, format=FORMAT, header=header, records=count, resources=resources, more=more)


def written_cell(value: object, *, armed: bool) -> str | None:
    """Return the text of a cell, or `None` for an empty one."""
    if value is None:
        return None
    text = cell_text(value)
    return f"{MARK}{text}" if armed and isinstance(value, str) and text.startswith(ARMED) else text


def resource_of(table: RelationTable, present: Mapping[str, object], *, complete: bool) -> dict[str, Any]:
    """Return what the descriptor says of a table: the type of each column, and the keys."""
    return {
        "name": table.name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": DIALECT,
        "description": table.doc,
        "schema": {
            "fields": [field_of(table, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": list(foreign_keys(table, present, complete=complete)),
        },
    }


def field_of(table: RelationTable, column: RelationColumn) -> dict[str, Any]:
    """Return what the descriptor says of a column."""
    constraints: dict[str, Any] = {}
    if column.required and table.kind != "texts":  # there, a text can be empty
        constraints["required"] = True
    match column.node:
        case WholeNode():
            kind = "integer"
        case NumberNode():
            kind = "number"
        case FlagNode():
            kind = "boolean"
        case MapNode():
            kind = "object"
        case VocabularyNode(vocabulary=vocabulary) if not column.many:
            kind = "string"
            constraints["enum"] = [member.value for member in vocabulary]
        case _:
            kind = "string"
    truth = {"trueValues": ["true"], "falseValues": ["false"]} if kind == "boolean" else {}
    limits = {"constraints": constraints} if constraints else {}
    return {"name": column.name, "type": kind, "description": one_line(column.doc), **truth, **limits}


def foreign_keys(table: RelationTable, present: Mapping[str, object], *, complete: bool) -> Iterator[dict[str, Any]]:
    """List the columns that refer to other tables, as far as these have rows."""
    if table.owner is not None:
        reference = {"resource": table.owner.name, "fields": list(table.owner.key)}
        yield {"fields": list(table.owning), "reference": reference}
    for column in table.columns:
        if complete and column.target in present:
            resource = "" if column.target == table.name else column.target
            yield {"fields": [column.name], "reference": {"resource": resource, "fields": ["id"]}}
