"""A file of Discourse Network Analyzer written back from the records that were read from it."""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any, Final, cast

from diplo_events.dataset import Dataset
from diplo_events.dates import Day
from diplo_events.errors import ArgumentError
from diplo_events.exporters._dna_schema import TABLES
from diplo_events.exporters._labels import the_day
from diplo_events.exporters._losses import Kept
from diplo_events.model import OPEN, Actor, Document, Issue, Position, Source, Statement
from diplo_events.model.frozen_map import Plain, forbidden, thawed
from diplo_events.schema import Record

__all__ = ["LONGEST_TEXT", "Restorer", "cut", "is_from_dna", "scheme_of", "units"]

LONGEST_TEXT: Final = 190
"""How many characters a short text has at most."""

NEW: Final = "the file from which the rest comes has no place for it; write it without its texts"
NO_TEXT: Final = "its text is not at hand"
FOREIGN: Final = "it does not come from the file from which the rest comes"

DATA: Final = {
    "boolean": "DATABOOLEAN",
    "integer": "DATAINTEGER",
    "short text": "DATASHORTTEXT",
    "long text": "DATALONGTEXT",
}
"""The table for each kind of variable."""

SECONDS: Final = 86_400
EPOCH: Final = Day(1970, 1, 1).ordinal


def units(text: str) -> int:
    """Return the length of a text as Java counts it, in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str) -> str:
    """Return a text, if it is too long with the beginning of its digest in the place of its end."""
    if len(text) <= LONGEST_TEXT:
        return text
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{text[: LONGEST_TEXT - 10]}… {digest}"


def mark_of(extra: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return what an import has kept of a row of DNA."""
    mark = extra.get("dna")
    return cast("dict[str, Any]", restored(thawed(mark))) if isinstance(mark, Mapping) else None


def restored(value: Plain) -> Plain:
    """Return plain data as they were before `extra` held them: texts with control characters are in hex there."""
    if isinstance(value, dict):
        plain = cast("dict[str, Any]", value)
        if list(plain) == ["utf-8"] and isinstance(plain["utf-8"], str):
            return bytes.fromhex(plain["utf-8"]).decode("utf-8", "surrogatepass")
        return {key: restored(item) for key, item in plain.items()}
    return [restored(item) for item in value] if isinstance(value, list) else value


def scheme_of(dataset: Dataset) -> Document | None:
    """Return the record that keeps the coding scheme of a file, if there is exactly one."""
    found = [each for each in dataset.of_type(Document) if "tables" in (mark_of(each.extra) or {})]
    return found[0] if len(found) == 1 else None


def is_from_dna(source: Source) -> bool:
    """Whether a source is a document of DNA."""
    return "ID" in (mark_of(source.extra) or {})


class Restorer:
    """Writes the tables of a file of DNA, and notes what they have of a dataset."""

    def __init__(self, database: sqlite3.Connection, kept: Kept, texts: Mapping[str, str], scheme: Document) -> None:
        self.database = database
        self.kept = kept
        self.dataset = kept.dataset
        self.texts = texts
        self.scheme = scheme
        mark = mark_of(scheme.extra) or {}
        self.columns: dict[str, list[str]] = mark.get("columns", {})
        self.tables: dict[str, list[list[Any]]] = mark["tables"]

    def write(self) -> None:
        """Write all tables.

        Raises:
            ArgumentError: what was kept of the file has been changed so that it does not fit together.
        """
        try:
            self.write_tables()
        except (sqlite3.Error, LookupError, TypeError, ValueError, AttributeError) as error:
            raise ArgumentError(
                f"expected what {self.scheme.id} and its texts keep of a file in `extra` to fit together, "
                f"found {type(error).__name__}: {error}; import the file again"
            ) from None

    def write_tables(self) -> None:
        """Write the scheme, then the documents with their statements."""
        for name, columns in TABLES.items():
            self.database.execute(f"CREATE TABLE {name}({columns})")
            known = {str(row[1]) for row in self.database.execute(f"PRAGMA table_info({name})")}
            for column in self.columns.get(name, ()):
                if column not in known:
                    self.database.execute(f"ALTER TABLE {name} ADD COLUMN {quoted(column)}")
        for name, rows in self.tables.items():
            for row in rows:
                self.insert(name, dict(zip(self.columns[name], row, strict=True)))
        self.kept.write_whole(self.scheme)
        self.variables = {(row["StatementTypeId"], row["Variable"]): row for row in self.rows("VARIABLES")}
        self.entities: dict[tuple[int, str], int] = {
            (row["VariableId"], row["Value"]): row["ID"] for row in self.rows("ENTITIES")
        }
        self.note_names()
        for source in self.dataset.of_type(Source):
            self.document(source)
        for record in self.dataset.records:
            if isinstance(record, Position | Statement) and not mark_of(record.extra):
                self.kept.leave(record, NEW)

    def note_names(self) -> None:
        """Note that the file has the names of those actors and issues that are its entities."""
        named = {tidy(value) for _, value in self.entities}
        for record in self.dataset.records:
            if isinstance(record, Actor | Issue) and self.name(record.id, note=False) in named:
                self.kept.write_name(record)

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table of the scheme."""
        return (
            [dict(zip(self.columns[table], row, strict=True)) for row in self.tables[table]]
            if self.tables[table]
            else []
        )

    def insert(self, table: str, row: Mapping[str, Any]) -> int:
        """Write a row."""
        names, marks = ", ".join(map(quoted, row)), ", ".join("?" * len(row))
        sql = f"INSERT INTO {quoted(table)} ({names}) VALUES ({marks})"  # noqa: S608  (the names are quoted)
        return self.database.execute(sql, tuple(row.values())).lastrowid or 0

    def document(self, source: Source) -> None:
        """Write a document with its statements."""
        mark = mark_of(source.extra)
        text = self.texts.get(source.sha256 or "")
        records = [r for r in self.dataset.reported_in(source.id) if isinstance(r, Position | Statement)]
        if not mark or "ID" not in mark or text is None:
            left: list[Record] = [source, *records]
            for record in left:
                self.kept.leave(record, NO_TEXT if mark else FOREIGN)
            return
        row = {**mark, **self.changed(source, mark)}
        order = self.columns.get("DOCUMENTS") or [*row, "Text"]
        self.insert("DOCUMENTS", {name: text if name == "Text" else row[name] for name in order})
        self.kept.write_whole(source)
        for own, spans, coded in self.statements(source, records):
            first, last = min(start for start, _ in spans), max(end for _, end in spans)
            self.statement(own, mark["ID"], (units(text[:first]), units(text[:last])), coded)

    def changed(self, source: Source, mark: Mapping[str, Any]) -> dict[str, Any]:
        """Return the columns of a document that its source says otherwise than the file did."""
        found: dict[str, Any] = {}
        if source.title is not OPEN and source.title != tidy(mark["Title"]) and mark["Title"].strip():
            found["Title"] = cut(source.title)
        if (author := "; ".join(source.byline)) != tidy(mark["Author"]):
            found["Author"] = cut(author)
        if (source.note or "") != tidy(mark["Notes"]):
            found["Notes"] = source.note or ""
        day = the_day(source.published)
        if day and (day.ordinal - EPOCH) != mark["Date"] // SECONDS:
            found["Date"] = (day.ordinal - EPOCH) * SECONDS
        return found

    def statements(
        self, source: Source, records: list[Position | Statement]
    ) -> Iterator[tuple[dict[str, Any], list[tuple[int, int]], list[Position | Statement]]]:
        """Return the statements of DNA in a source: what the file had, where they stand, and their records."""
        groups: dict[Any, list[Position | Statement]] = {}
        for record in records:
            if mark := mark_of(record.extra):
                groups.setdefault(mark["id"], []).append(record)
        for group in groups.values():
            spans = [(span.start, span.end) for span in group[0].spans]
            yield mark_of(group[0].extra) or {}, spans, group
        annotated = thawed(source.extra.get("annotated", {}))
        for entry in annotated.get("annotations", ()):
            mark = restored(entry.get("extra", {})).get("dna")
            if mark and mark["id"] not in groups:
                yield mark, [tuple(place) for place in entry["spans"]], []

    def statement(
        self, mark: dict[str, Any], document: int, place: tuple[int, int], records: list[Position | Statement]
    ) -> None:
        """Write a statement with its values."""
        start, stop = place
        row = {"ID": mark["id"], "StatementTypeId": mark["type"], "DocumentId": document}
        self.insert("STATEMENTS", row | {"Start": start, "Stop": stop, "Coder": mark["coder"]})
        values = {**mark["values"], **self.edited(mark, records)}
        for name, value in values.items():
            variable = self.variables[mark["type"], name]
            table = DATA[variable["DataType"]]
            number = {"ID": mark["rows"][name]} if mark["rows"].get(name) is not None else {}
            data = {**number, "StatementId": mark["id"], "VariableId": variable["ID"]}
            if table == "DATASHORTTEXT":
                self.insert(table, data | {"Entity": self.entity(variable["ID"], value)})
            else:
                self.insert(table, data | {"Value": int(value) if isinstance(value, bool) else value})
        for record in records:
            self.kept.write_whole(record)

    def edited(self, mark: Mapping[str, Any], records: list[Position | Statement]) -> dict[str, Any]:
        """Return the values that the records of a statement have otherwise than the file had."""
        values: dict[str, Any] = mark["values"]
        found: dict[str, Any] = {}
        for record in records:
            if isinstance(record, Position):
                self.edit_position(values, record, found)
            elif len(record.speakers or ()) == 1:
                self.edit_voice(values, self.name(record.speakers[0]), found)
        return found

    def edit_position(self, values: Mapping[str, Any], record: Position, found: dict[str, Any]) -> None:
        """Add what a position has otherwise."""
        if record.stance is not OPEN and "agreement" in values:
            if not record.stance.number:
                self.kept.lose(record, "stance", "agreement is yes or no")
            elif (record.stance.number > 0) != values["agreement"]:
                found["agreement"] = record.stance.number > 0
        if record.issue is not OPEN and "concept" in values and self.name(record.issue) != tidy(values["concept"]):
            found["concept"] = cut(self.name(record.issue))
        if record.actor is not OPEN:
            self.edit_voice(values, self.name(record.actor), found)

    def edit_voice(self, values: Mapping[str, Any], name: str, found: dict[str, Any]) -> None:
        """Add who speaks, if that is somebody else than the file says."""
        variable = "person" if values.get("person") else "organization"
        if variable in values and name != tidy(values[variable]):
            found[variable] = cut(name)

    def name(self, key: str, *, note: bool = True) -> str:
        """Return what an actor or an issue is called."""
        record = self.dataset.get(key)
        if record is None:
            return key
        if note:
            self.kept.write_name(record)
        return str(getattr(record, "name", None) or getattr(record, "label", None) or record.id)

    def entity(self, variable: int, value: str) -> int:
        """Return the number of an entity, which is written if the file has none of that value."""
        known = self.entities.get((variable, value))
        if known is None:
            row = {"VariableId": variable, "Value": value, "Red": 0, "Green": 0, "Blue": 0}
            known = self.entities[variable, value] = self.insert("ENTITIES", row)
            attributes = [row for row in self.rows("ATTRIBUTEVARIABLES") if row["VariableId"] == variable]
            for attribute in attributes:
                own = {"EntityId": known, "AttributeVariableId": attribute["ID"]}
                self.insert("ATTRIBUTEVALUES", own | {"AttributeValue": ""})
        return known


def tidy(text: object) -> str:
    """Return a text as the import has put it into a field."""
    return " ".join(forbidden().sub(" ", str(text)).split())


def quoted(name: str) -> str:
    """Return a name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'
