"""Databases of Discourse Network Analyzer 3 (`.dna`, SQLite): documents, statements, their variables and coders.

A statement of DNA with a concept and agreement becomes a `Statement` and a `Position` that rests on it. What DNA does
not code is open: the speech act, the mode, the summary, on what the position rests. Agreement is yes or no there, and
becomes `agree` or `disagree`, never the strong form. Everything else (coders, colours, entities with their attributes,
regular expressions, settings) is kept in `extra`, and `exporters.dna` writes it back, so that the tables are the same.

Start and stop count in UTF-16 units, as Java does. DNA keeps no words beside them, so only that they lie within the
text can be checked. Source: the tables that the program makes, version 3.0.7, https://github.com/leifeld/dna
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from diplo_events.dates import Day
from diplo_events.errors import Location, NotReadableError, Problem, shown
from diplo_events.formats.files import read_file
from diplo_events.importers._annotated_records import AnnotationImport
from diplo_events.importers._annotations import AnnotatedText, Annotation, Refused
from diplo_events.importers._entities import clean, kept
from diplo_events.importers._maps import FieldRule, LabelMap, LabelRule, map_of
from diplo_events.importers._report import Imported
from diplo_events.model import OPEN, Document
from diplo_events.model.ids import DocumentId, RecordId
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["SCHEME_TABLES", "default_map", "read"]

SCHEME_TABLES: Final = (
    *("SETTINGS", "CODERS", "STATEMENTTYPES", "VARIABLES", "VARIABLELINKS", "REGEXES", "CODERRELATIONS", "ENTITIES"),
    *("ATTRIBUTEVARIABLES", "ATTRIBUTEVALUES"),
)
"""The tables that belong to the database as a whole."""

VALUE_TABLES: Final = ("DATABOOLEAN", "DATAINTEGER", "DATASHORTTEXT", "DATALONGTEXT")
"""The tables with the values of statements."""

TABLES: Final = (*SCHEME_TABLES, "DOCUMENTS", "STATEMENTS", *VALUE_TABLES)

SECONDS: Final = 86_400
EPOCH: Final = Day(1970, 1, 1).ordinal
WAL: Final = slice(18, 20)
"""Where a file of SQLite says that its last changes may be in another file; read as if they are not."""

ACTS: Final = {member.words: str(member.value) for member in SpeechAct} | {
    str(member.value): str(member.value) for member in SpeechAct
}

VOICES: Final = (
    FieldRule(field="speakers", attributes=("person",), kind="person"),
    FieldRule(field="speakers", attributes=("organization",), only_without="person"),
    FieldRule(field="on_behalf_of", attributes=("organization",), only_with="person"),
)
"""Who speaks: the person, for the organization; the organization where no person is named."""

STANCE: Final = (
    FieldRule(field="actor", attributes=("person",), kind="person"),
    FieldRule(field="actor", attributes=("organization",), only_without="person"),
    FieldRule(field="issue", attributes=("concept",)),
    FieldRule(field="stance", attributes=("agreement",), values={"true": "agree", "false": "disagree"}),
    FieldRule(field="evidence", made="statement"),
)
"""A position: of the person, or of the organization where no person is named."""


def default_map(types: Mapping[str, Sequence[str]]) -> LabelMap:
    """Return the map of a database: what its types of statements become, by the variables that they have.

    Args:
        types: The names of the variables of each type of statements.

    Examples:
        >>> rules = default_map({"DNA Statement": ("person", "concept", "agreement"), "Annotation": ("note",)})
        >>> [(rule.label, rule.record) for rule in rules.labels]
        [('DNA Statement', 'statement'), ('DNA Statement', 'position')]
    """
    rules: list[LabelRule] = []
    for label, variables in types.items():
        if not {"person", "organization"}.intersection(variables):
            continue
        issue = "concept" if "concept" in variables else "issue"
        fields = [*VOICES, FieldRule(field="issues", attributes=(issue,))]
        if "act" in variables:
            fields.append(FieldRule(field="acts", attributes=("act",), values=ACTS))
        if "summary" in variables:
            fields.append(FieldRule(field="summary", attributes=("summary",)))
        rules.append(LabelRule(label=label, record="statement", fields=tuple(fields)))
        if {"concept", "agreement"} <= set(variables):
            rules.append(LabelRule(label=label, record="position", fields=STANCE))
    return LabelMap(labels=tuple(rules))


NO_TRUTH: Final = "a truth value that is neither 0 nor 1"


def read(path: str | Path, *, mapping: str | Path | LabelMap | None = None) -> Imported:
    """Return the records of a database, with the report.

    Args:
        path: The file.
        mapping: The map of the project, or its file, with the types of statements as labels and variables as
            attributes; by default `default_map` of the types that there are.

    Raises:
        NotReadableError: it is not a database of DNA 3.
        OSError: it cannot be read.
    """
    database = Database(path)
    run = AnnotationImport(map_of(mapping, default_map(database.types())), "dna")
    for text in database.documents():
        run.add(text)
    database.finish(run)
    return run.imported()


class Database:
    """The rows of a file, by table."""

    def __init__(self, path: str | Path) -> None:
        self.name = Path(path).stem
        self.file = str(path)
        self.rows: dict[str, list[dict[str, Any]]] = {}
        self.others: dict[str, int] = {}
        content = bytearray(read_file(path))
        if not content.startswith(b"SQLite format 3"):
            raise self.refusal("a database of Discourse Network Analyzer 3 (SQLite)", shown(bytes(content[:15])))
        content[WAL] = b"\1\1"
        try:
            with closing(sqlite3.connect(":memory:")) as connection:
                connection.deserialize(bytes(content))
                connection.row_factory = sqlite3.Row
                names = [str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
                missing = [table for table in TABLES if table not in {name.upper() for name in names}]
                if missing:
                    raise self.refusal(
                        "the tables of Discourse Network Analyzer 3", f"none called {', '.join(missing)}"
                    )
                for name in names:
                    rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608  (a name of the file)
                    if name.upper() in TABLES:
                        self.rows[name.upper()] = [dict(row) for row in rows]
                    elif not name.startswith("sqlite_"):
                        self.others[name] = len(rows)
        except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:  # the last of SQLite itself
            raise self.refusal("a database that can be read to its end", str(error)) from None
        self.check_columns()
        self.type_names = {
            row["ID"]: clean(words(row["Label"])) or f"type {row['ID']}" for row in self.rows["STATEMENTTYPES"]
        }
        self.variables = {row["ID"]: row for row in self.rows["VARIABLES"]}
        self.coders = {row["ID"]: name for row in self.rows["CODERS"] if (name := clean(words(row["Name"])))}
        self.entities = {row["ID"]: row for row in self.rows["ENTITIES"]}

    def refusal(self, expected: str, found: str) -> NotReadableError:
        """Return the error of a file that is something else."""
        return NotReadableError([Problem(expected=expected, found=found, location=Location(self.file))])

    def check_columns(self) -> None:
        """Refuse tables without the columns that are read.

        Raises:
            NotReadableError: some columns are missing.
        """
        needed = {
            "DOCUMENTS": ("ID", "Title", "Text", "Coder", "Author", "Source", "Section", "Notes", "Type", "Date"),
            "STATEMENTS": ("ID", "StatementTypeId", "DocumentId", "Start", "Stop", "Coder"),
            "VARIABLES": ("ID", "Variable", "DataType", "StatementTypeId"),
            "ENTITIES": ("ID", "VariableId", "Value"),
            "STATEMENTTYPES": ("ID", "Label"),
            "CODERS": ("ID", "Name"),
            "ATTRIBUTEVARIABLES": ("ID", "AttributeVariable"),
            "ATTRIBUTEVALUES": ("EntityId", "AttributeVariableId", "AttributeValue"),
            **dict.fromkeys(("DATABOOLEAN", "DATAINTEGER", "DATALONGTEXT"), ("StatementId", "VariableId", "Value")),
            "DATASHORTTEXT": ("StatementId", "VariableId", "Entity"),
        }
        missing = [
            f"{table}.{column}"
            for table, columns in needed.items()
            for column in columns
            if self.rows[table] and column not in self.rows[table][0]
        ]
        if missing:
            raise self.refusal("the columns of Discourse Network Analyzer 3", f"none called {', '.join(missing)}")

    def types(self) -> dict[str, list[str]]:
        """Return the names of the variables of each type of statements."""
        found: dict[str, list[str]] = {name: [] for name in self.type_names.values()}
        for row in self.variables.values():
            if row["StatementTypeId"] in self.type_names:
                found[self.type_names[row["StatementTypeId"]]].append(clean(words(row["Variable"])))
        return found

    def values(self) -> tuple[dict[int, dict[str, Any]], dict[int, dict[str, int]], list[tuple[str, str]]]:
        """Return the values of each statement by variable, the numbers of their rows, and what is wrong with them."""
        values: dict[int, dict[str, Any]] = defaultdict(dict)
        numbers: dict[int, dict[str, int]] = defaultdict(dict)
        defects: list[tuple[str, str]] = []
        for table in VALUE_TABLES:
            for row in self.rows[table]:
                variable = self.variables.get(row["VariableId"])
                value = row.get("Value")
                if table == "DATASHORTTEXT":
                    entity = self.entities.get(row["Entity"])
                    value = entity["Value"] if entity else None
                if variable is None or value is None:
                    what = "a variable" if variable is None else "an entity"
                    defects.append((f"a value of {what} that is not there", f"{table} {row.get('ID')}"))
                    continue
                name = clean(words(variable["Variable"]))
                if table == "DATABOOLEAN":
                    if value not in (0, 1):
                        defects.append((NO_TRUTH, f"{table} {row.get('ID')}: {shown(value)}"))
                        continue
                    value = bool(value)
                values[row["StatementId"]][name] = value
                numbers[row["StatementId"]][name] = row["ID"]
        return values, numbers, defects

    def documents(self) -> Iterator[AnnotatedText]:
        """Return the documents with their statements; those of a document that is not there come last, refused."""
        values, numbers, defects = self.values()
        defects += [
            ("a table that is not of DNA 3.0.7 is not read", f"{name}: {n} rows") for name, n in self.others.items()
        ]
        by_document: dict[Any, list[dict[str, Any]]] = defaultdict(list)
        for row in self.rows["STATEMENTS"]:
            by_document[row["DocumentId"]].append(row)
        known = {row["ID"] for row in self.rows["DOCUMENTS"]}
        orphans = [
            Refused(
                reason="it belongs to a document that is not there",
                problem=Problem(
                    expected="the number of a document",
                    found=f"STATEMENTS {row['ID']}: {shown(row['DocumentId'])}",
                    location=Location(self.file),
                ),
            )
            for key, rows in by_document.items()
            if key not in known
            for row in rows
        ]
        if orphans and not self.rows["DOCUMENTS"]:
            place = Location(self.file)
            yield AnnotatedText(name="lost", text=None, is_text=False, refused=tuple(orphans), place=place)
        for index, row in enumerate(self.rows["DOCUMENTS"]):
            own = by_document[row["ID"]]
            gone = [*(orphans if index == 0 else []), *(self.misplaced(each) for each in own if not has_place(each))]
            placed = [self.annotation(each, values, numbers) for each in own if has_place(each)]
            yield self.document(row, placed, gone, defects if index == 0 else [])

    def annotation(self, row: Mapping[str, Any], values: Mapping[int, Any], numbers: Mapping[int, Any]) -> Annotation:
        """Return a statement of DNA."""
        key = row["ID"]
        own = values.get(key, {})
        mark = {
            "id": key,
            "type": row["StatementTypeId"],
            "coder": row["Coder"],
            "values": own,
            "rows": numbers.get(key, {}),
        }
        return Annotation(
            id=str(key),
            label=self.type_names.get(row["StatementTypeId"], f"type {row['StatementTypeId']}"),
            offsets=((row["Start"], row["Stop"]),),
            attributes=own,
            annotator=self.coders.get(row["Coder"]),
            place=Location(self.file),
            path=f"STATEMENTS {key}",
            extra={"dna": mark},
        )

    def misplaced(self, row: Mapping[str, Any]) -> Refused:
        """Return a statement without a place as one that is not read."""
        found = f"STATEMENTS {row['ID']}: {shown(row['Start'])} to {shown(row['Stop'])}"
        problem = Problem(expected="whole numbers as start and stop", found=found, location=Location(self.file))
        return Refused(reason="its start or stop is not a number", problem=problem)

    def document(
        self,
        row: Mapping[str, Any],
        annotations: Sequence[Annotation],
        refused: Sequence[Refused],
        defects: Sequence[tuple[str, str]],
    ) -> AnnotatedText:
        """Return a document of DNA with its statements."""
        facts: dict[str, Any] = {}
        title = clean(words(row["Title"]))
        if title:
            facts["title"] = title
        if author := clean(words(row["Author"])):
            facts["byline"] = [author]
        outlet = clean(words(row["Source"]))
        if any(character.isalpha() for character in outlet):
            facts["publisher"] = outlet
        if note := words(row["Notes"]).strip():
            facts["note"] = clean(note)
        if day := day_of(row["Date"]):
            facts["published"] = day
        return AnnotatedText(
            name=title or f"{self.name} {row['ID']}",
            text=words(row["Text"]),
            annotations=tuple(annotations),
            refused=tuple(refused),
            defects=tuple(defects),
            facts=facts,
            extra={"dna": {name: value for name, value in row.items() if name != "Text"}},
            place=Location(self.file),
            path=f"DOCUMENTS {row['ID']}",
            rules=("UTF-16 units",),
        )

    def finish(self, run: AnnotationImport) -> None:
        """Add the attributes of entities to the records that they name, and the coding scheme as a document."""
        attributes = {row["ID"]: clean(words(row["AttributeVariable"])) for row in self.rows["ATTRIBUTEVARIABLES"]}
        for row in self.rows["ATTRIBUTEVALUES"]:
            entity = self.entities.get(row["EntityId"])
            if entity and row["AttributeValue"] and entity["Value"]:
                name = clean(str(entity["Value"]))
                attribute = attributes.get(row["AttributeVariableId"], "?")
                for record_type in ("actor", "issue"):
                    if (record_type, name) in run.entities.plain:
                        run.entities.add(
                            record_type, name, {"extra": {"dna": {attribute: kept(row["AttributeValue"])}}}
                        )
                        run.counting.extra[f"{attribute} of entities"] += 1
        for (record_type, name), plain in run.entities.plain.items():
            if record_type == "issue":
                plain.setdefault("proposition", name)
        tables = {table: [list(row.values()) for row in self.rows[table]] for table in SCHEME_TABLES}
        columns = {table: list(rows[0]) for table, rows in self.rows.items() if rows}
        scheme = Document(
            id=DocumentId(RecordId(run.ids.new(f"dna/{self.name}"))),
            title=f"Coding scheme of {clean(self.name)}",
            kind=OPEN,
            extra={"dna": {"columns": columns, "tables": kept(tables)}},
        )
        run.records.append(run.counting.record(scheme))


def has_place(row: Mapping[str, Any]) -> bool:
    """Whether a statement has numbers as start and stop."""
    return isinstance(row["Start"], int) and isinstance(row["Stop"], int)


def words(value: object) -> str:
    """Return a text of a cell; SQLite also keeps numbers, bytes and nothing in a column of texts."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)


def day_of(seconds: object) -> str | None:
    """Return the time of a document in the Extended Date/Time Format: a day, or a moment if it is not midnight.

    >>> day_of(1106697600), day_of(1106701200), day_of("?")
    ('2005-01-26', '2005-01-26T01:00:00', None)
    """
    if not isinstance(seconds, int) or isinstance(seconds, bool):
        return None
    days, rest = divmod(seconds, SECONDS)
    try:
        day = str(Day.from_ordinal(EPOCH + days))
    except (ValueError, OverflowError):
        return None
    return f"{day}T{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}" if rest else day
