"""An Excel workbook in which people can code: a sheet for each record type, the words of vocabularies to choose from.

Loses nothing. Lists of ids, codes and words are in one cell, with blanks between them; other lists, such as quotes, are
a sheet of their own. Dates are EDTF texts, never dates of Excel. What Excel makes of a cell by itself, a date, a number
in a column of texts, a formula, is refused with its cell. Needs the extra `excel`.
"""

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any, Final, cast

from diplo_events.dataset import HEADER, Dataset
from diplo_events.errors import DatasetError, Location, MissingExtraError, NotReadableError, Problem, shown, suggestion
from diplo_events.formats._relational import RelationColumn, RelationTable, tables_of
from diplo_events.formats._relational_reading import Rows, dataset_from
from diplo_events.formats._relational_rows import Row, cell_text, plain_cell, plain_header, rows_of
from diplo_events.formats.contents import unzipped, zipped
from diplo_events.schema import COLLECTIONS, FlagNode, NumberNode, TextNode, VocabularyNode, WholeNode

try:
    import openpyxl
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet
except ImportError as error:
    raise MissingExtraError.of("excel", "Excel workbooks") from error

__all__ = ["dump", "dumps", "load", "loads"]

ABOUT: Final = "About"
"""The sheet with what the dataset says of itself."""

WORDS: Final = "Vocabularies"
"""The hidden sheet with the words to choose from."""

TABLES: Final = {
    table.name: table for name, cls in COLLECTIONS.items() for table in tables_of(name, cls, inline=True).all_tables()
}

LONGEST_TEXT: Final = 32_767
"""How many characters a cell can hold."""

LAST_ROW: Final = 1_048_576
"""The last row of a sheet."""

LARGEST: Final = 1e300
"""Numbers that are larger, or smaller than its inverse, are written as texts."""

WIDEST: Final = 60
"""How wide a column is made, in characters."""

ESCAPED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\ufffe\uffff]")
"""What would be read as an escape, and the two characters that records can have and XML cannot."""

ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")

TEXT_FORMAT: Final = "@"
AS_TEXT: Final = "format the column as text, and type it again"
DAY: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001  (openpyxl writes it as UTC)
MODIFIED: Final = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
EXPLAINED: Final = (
    "One row is one record. Ids, codes and words of a list are in one cell, with blanks between them; quotes, names and"
    " other parts have a sheet of their own, where position is 1, 2, 3 for each record. Dates are EDTF, such as"
    " 2025-09-01, as text."
)


def load(stream: IO[bytes], *, file: str | None = None) -> Dataset:
    """Read a dataset from a binary stream.

    Args:
        stream: Where the workbook comes from.
        file: The name that errors show; the stream's own by default.

    Raises:
        NotReadableError: it is not a dataset in Excel; all problems are listed.
    """
    return loads(stream.read(), file=file or getattr(stream, "name", None))


def loads(data: bytes, *, file: str | None = None) -> Dataset:
    """Read a dataset from the bytes of a workbook.

    Raises:
        NotReadableError: it is not a dataset in Excel; all problems are listed, each with its sheet and cell.

    Examples:
        >>> loads(dumps(Dataset(title="Nothing yet")))
        <Dataset 'Nothing yet': no records>
    """
    unzipped(data, file=file)  # refuses what is cut or altered
    try:
        book = openpyxl.load_workbook(io.BytesIO(data))
    except Exception:  # noqa: BLE001  (openpyxl raises whatever its parsers raise)
        hint = "save it as .xlsx again"
        problem = Problem(expected="an Excel workbook", found="something else", hint=hint, location=Location(file))
        raise NotReadableError([problem]) from None
    problems: list[Problem] = []
    known = {**{sheet_name(name): table for name, table in TABLES.items()}, ABOUT: None, WORDS: None}
    for name in known:
        if name not in book.sheetnames and name != WORDS:
            hint = "copy it from a workbook that this library wrote; a sheet can have its first row alone"
            problems.append(Problem(expected=f"the sheet {name}", found="none", hint=hint, location=Location(file)))
    tables: list[Rows] = []
    header: object = {"format_version": "1.0"}
    for sheet in book.worksheets:
        where = f"{file or '<input>'}:{sheet.title}"
        table = known.get(sheet.title)
        if sheet.title not in known:
            hint = suggestion(sheet.title, known) or "keep it in another workbook"
            found = shown(sheet.title)
            problems.append(
                Problem(expected="a sheet of this format", found=found, hint=hint, location=Location(where))
            )
        elif sheet.title == ABOUT:
            header = read_header(sheet, where, problems)
        elif table is not None:
            tables.append(read_sheet(sheet, table, where, problems))
    top = Location(f"{file or '<input>'}:{ABOUT}")
    return dataset_from(tables, header, top=top, problems=problems)


def sheet_name(name: str) -> str:
    """Return the name of the sheet of a table: Excel has at most 31 characters."""
    return name[:31]


def read_sheet(sheet: Worksheet, table: RelationTable, where: str, problems: list[Problem]) -> Rows:
    """Read a sheet, without its empty rows."""
    for merged in sheet.merged_cells.ranges:
        expected, hint = "cells that are not merged", "unmerge them, and fill each"
        problem = Problem(expected=expected, found=str(merged), hint=hint, location=Location(f"{where}!{merged}"))
        problems.append(problem)
    known = {column.name: column for column in table.columns}
    first, *rest = sheet.iter_rows()
    names = [read_cell(cell, NAME, where, problems) for cell in first]
    kept = [index for index, name in enumerate(names) if name is not None or any(row[index].value for row in rest)]
    columns = [known.get(str(names[index])) for index in kept]
    numbers: list[int] = []
    rows: list[list[object]] = []
    for number, cells in enumerate(rest, start=2):
        if any(cells[index].value is not None for index in kept):
            numbers.append(number)
            pairs = zip(kept, columns, strict=True)
            rows.append([read_cell(cells[index], column, where, problems) for index, column in pairs])

    def locate(row: int | None, column: int | None) -> Location:
        letter = "" if column is None else get_column_letter(kept[column] + 1)
        number = 1 if row is None else numbers[row]
        return Location(f"{where}!{letter}{number}" if letter or row is not None else where)

    found = tuple("" if names[index] is None else str(names[index]) for index in kept)
    return Rows(table=table, columns=found, rows=rows, locate=locate)


NAME: Final = RelationColumn(name="name", node=TextNode())
"""What a cell of the first row is."""


TRUTH_VALUES: Final = {"=TRUE()": True, "=FALSE()": False}
"""How LibreOffice saves the truth values of a workbook."""


def read_cell(cell: Any, column: RelationColumn | None, where: str, problems: list[Problem]) -> object:  # noqa: ANN401  (a cell of openpyxl, of several classes)
    """Return the plain value of a cell; what Excel made of it by itself is a problem."""
    value: object = TRUTH_VALUES.get(cell.value, cell.value) if cell.data_type == "f" else cell.value
    if value is None or value == "":
        return None
    refused: tuple[str, str] | None = None
    numeric = column is not None and isinstance(column.node, WholeNode | NumberNode)
    if cell.data_type == "f" and not isinstance(value, bool):
        refused = f"the formula {shown(str(value))}", "write its value"
    elif cell.data_type == "e":
        refused = f"the error {value}", "write a value, or leave the cell empty"
    elif isinstance(value, dt.date | dt.time | dt.timedelta):
        refused = "a date of Excel", f"{AS_TEXT} in EDTF, such as 2025-09-01"
    elif isinstance(value, str):
        text = ESCAPE.sub(lambda match: chr(int(match[1], 16)), value)
        return plain_cell(text, column) if column is not None else text
    elif isinstance(value, bool):
        if column is not None and isinstance(column.node, FlagNode):
            return value
        refused = "a truth value of Excel", AS_TEXT
    elif numeric:
        if column is not None and isinstance(column.node, WholeNode):
            return int(value) if isinstance(value, float) and value.is_integer() else value
        return float(value) if isinstance(value, int) and abs(value) < LARGEST else value  # 1e16 may be saved in full
    else:
        refused = f"the number {value}", AS_TEXT
    expected = f"a text for {column.name}" if column is not None and not numeric else "a value"
    location = Location(f"{where}!{cell.coordinate}")
    problems.append(Problem(expected=expected, found=refused[0], hint=refused[1], location=location))
    return None


def read_header(sheet: Worksheet, where: str, problems: list[Problem]) -> dict[str, Any]:
    """Return the plain header that a workbook has about itself."""
    header: dict[str, Any] = {}
    columns = header_columns()
    for row in cast("Iterable[Sequence[Cell]]", sheet.iter_rows(min_row=2, max_col=2)):
        name, value = row[0].value, row[1] if len(row) > 1 else row[0]
        if name is None:
            continue
        found = read_cell(value, columns.get(str(name)), where, problems)
        if found is not None:
            header[str(name)] = found
    return header


def header_columns() -> dict[str, RelationColumn]:
    """Return what the fields of a header hold, by their names."""
    return {field.name: RelationColumn(name=field.name, node=field.node, doc=field.doc) for field in HEADER}


def dump(dataset: Dataset, stream: IO[bytes]) -> None:
    """Write a dataset to a binary stream."""
    stream.write(dumps(dataset))


def dumps(dataset: Dataset) -> bytes:
    """Return a dataset as the bytes of a workbook: the same for equal datasets.

    Raises:
        DatasetError: a text is longer than a cell of Excel, or there are more records than rows.

    Examples:
        >>> dumps(Dataset(title="Nothing yet"))[:2]
        b'PK'
    """
    rows = rows_of(dataset, inline=True)
    if problems := list(beyond_limits(rows)):
        raise DatasetError(problems)
    book = openpyxl.Workbook()
    book.properties.creator, book.properties.created = "diplo-events", DAY
    add_about(cast("Worksheet", book.active), plain_header(dataset))
    words = add_words(book.create_sheet(WORDS))
    for name, table in TABLES.items():
        add_table(book.create_sheet(sheet_name(name)), table, rows.get(name, ()), words)
    stream = io.BytesIO()
    book.save(stream)
    day = DAY.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    files = unzipped(stream.getvalue())
    files["docProps/core.xml"] = MODIFIED.sub(rb"\g<1>" + day, files["docProps/core.xml"])
    return zipped(files)


def beyond_limits(rows: Mapping[str, Sequence[Row]]) -> Iterator[Problem]:
    """List what a sheet cannot hold."""
    hint = "write the dataset in another format, such as .csv or .sqlite"
    for name, found in rows.items():
        if len(found) >= LAST_ROW:
            yield Problem(path=name, expected=f"fewer than {LAST_ROW:,} rows", found=f"{len(found):,}", hint=hint)
        for row in found:
            for value, column in zip(row, TABLES[name].columns, strict=True):
                if isinstance(value, str | dict) and len(text := escaped(cell_text(value))) > LONGEST_TEXT:
                    path, expected = (
                        f"{row[0]}.{column.name}",
                        f"at most {LONGEST_TEXT:,} characters in a cell of Excel",
                    )
                    yield Problem(path=path, expected=expected, found=f"{len(text):,}", hint=hint)


def add_about(sheet: Worksheet, header: Mapping[str, object]) -> None:
    """Fill the sheet with what the dataset says of itself."""
    sheet.title = ABOUT
    add_row(sheet, 1, ("field", "value", "meaning"))
    for number, column in enumerate(header_columns().values(), start=2):
        add_row(sheet, number, (column.name, header.get(column.name), column.doc))
    sheet.cell(len(HEADER) + 3, 3, EXPLAINED)
    finish(sheet, (20, WIDEST, WIDEST))
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def add_words(sheet: Worksheet) -> dict[str, str]:
    """Fill the hidden sheet with a column for each vocabulary, and return the range of each by its name."""
    columns = (column for table in TABLES.values() for column in table.columns)
    vocabularies = [column.node.vocabulary for column in columns if isinstance(column.node, VocabularyNode)]
    ranges: dict[str, str] = {}
    for number, vocabulary in enumerate(dict.fromkeys(vocabularies), start=1):
        letter = get_column_letter(number)
        for row, text in enumerate((vocabulary.__name__, *(str(member.value) for member in vocabulary)), start=1):
            sheet.cell(row, number, text)
        ranges[vocabulary.__name__] = f"{WORDS}!${letter}$2:${letter}${len(vocabulary) + 1}"
    sheet.sheet_state = "hidden"
    return ranges


def add_table(sheet: Worksheet, table: RelationTable, rows: Sequence[Row], words: Mapping[str, str]) -> None:
    """Fill the sheet of a table."""
    add_row(sheet, 1, tuple(column.name for column in table.columns))
    for number, row in enumerate(rows, start=2):
        add_row(sheet, number, row)
    widths: list[int] = []
    for index, column in enumerate(table.columns):
        longest = max((len(cell_text(row[index])) for row in rows if row[index] is not None), default=0)
        widths.append(min(WIDEST, max(longest, len(column.name)) + 2))
        letter = get_column_letter(index + 1)
        if not isinstance(column.node, WholeNode | NumberNode | FlagNode):
            sheet.column_dimensions[letter].number_format = TEXT_FORMAT
        if isinstance(column.node, VocabularyNode) and not column.many:
            choice = DataValidation(type="list", formula1=words[column.node.vocabulary.__name__], allow_blank=True)
            choice.add(f"{letter}2:{letter}{LAST_ROW}")
            sheet.add_data_validation(choice)
    finish(sheet, widths)


def add_row(sheet: Worksheet, number: int, row: Sequence[object]) -> None:
    """Write a row, texts as texts, whatever they look like."""
    for index, value in enumerate(row, start=1):
        if value is None:
            continue
        cell = cast("Cell", sheet.cell(number, index))
        if isinstance(value, bool) or (isinstance(value, int | float) and fits(value)):
            cell.value = value
        else:
            cell.value = escaped(cell_text(value))
            cell.data_type = "s"  # else a text that begins with = would be a formula
            cell.number_format = TEXT_FORMAT


def fits(number: float) -> bool:
    """Whether a number comes back from Excel, which keeps 15 digits; others are written as texts.

    >>> fits(0.1), fits(0.1 + 0.2)
    (True, False)
    """
    return not number or (1 / LARGEST < abs(number) < LARGEST and float(f"{number:.15g}") == number)


def escaped(text: str) -> str:
    r"""Return a text with escapes for what a workbook cannot hold as it is.

    >>> escaped("_x0041_ \ufffe")
    '_x005F_x0041_ _xFFFE_'
    """
    return ESCAPED.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def finish(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Freeze the first row, and set the widths of the columns."""
    sheet.freeze_panes = "A2"
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
        sheet.cell(1, index).font = Font(bold=True)
