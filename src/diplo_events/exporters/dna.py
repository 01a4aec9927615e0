"""Positions and statements as a file of Discourse Network Analyzer 3 (`.dna`, SQLite), with which the program opens.

A position is a DNA statement: person or organization, concept (the issue) and agreement. A statement is a speech act,
once for each speaker and issue. A source is a document. With the texts at hand, the document has its text, and each
statement its passage; since a dataset never has the texts, the document of another has a line for each record, its
summary and quotations, and that is the passage of its statement. Lost are neutral positions, how strong a position is,
dates of records, and all other records. The password of the file is `diplo-events`.

What `importers.dna` has read from a file goes back as it was, with the coding scheme, the coders and the passwords of
that file: the tables are the same, except for what has been changed in the records since.
"""

import itertools
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Final, TypeAlias

from diplo_events.dataset import Dataset
from diplo_events.dates import Day
from diplo_events.exporters._dna_restorer import LONGEST_TEXT, Restorer, cut, is_from_dna, scheme_of, units
from diplo_events.exporters._dna_schema import DATA_TYPES, VARIABLES, fill
from diplo_events.exporters._labels import label_of, term_words, the_day
from diplo_events.exporters._losses import ExportLoss, Kept
from diplo_events.model import Actor, Issue, Position, Source, Statement
from diplo_events.vocab import ActorKind

__all__ = ["dumps", "losses"]

NEUTRAL: Final = "agreement is yes or no"
NOT_CODED: Final = "what the format needs is not coded yet"
STRENGTH: Final = "agreement has no strength"
SECONDS: Final = 86_400
EPOCH: Final = Day(1970, 1, 1).ordinal
WRITER: Final = slice(96, 100)
"""Where a file of SQLite names the version that wrote it, and what stands there: equal datasets have equal bytes."""
WRITER_VERSION: Final = (3_040_000).to_bytes(4)
Coded: TypeAlias = Position | Statement
"""What becomes a statement of the file."""

Place: TypeAlias = tuple[Coded, int, int]
"""A record, and where its passage starts and stops in UTF-16 units."""

NO_TEXTS: Final[Mapping[str, str]] = {}
NO_PASSAGE: Final = "it has no passage in its text"

Value: TypeAlias = tuple[str, str | None]
"""A short text, and the id of the record that it names."""


def dumps(dataset: Dataset, *, texts: Mapping[str, str] = NO_TEXTS) -> bytes:
    """Return the positions and statements of a dataset as the bytes of a file of Discourse Network Analyzer.

    Args:
        dataset: The dataset.
        texts: The texts of its sources, by their SHA-256.

    Raises:
        ArgumentError: what an import has kept of a file has been changed so that no file can be made of it.

    Examples:
        >>> import diplo_events
        >>> dumps(diplo_events.load_example())[:15]
        b'SQLite format 3'
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("BEGIN")
        write(database, Kept(dataset), texts)
        database.execute("COMMIT")
        content = bytearray(database.serialize())
    content[WRITER] = WRITER_VERSION
    return bytes(content)


def losses(dataset: Dataset, *, texts: Mapping[str, str] = NO_TEXTS) -> tuple[ExportLoss, ...]:
    """List what of a dataset is not in its file.

    Args:
        dataset: The dataset.
        texts: The texts of its sources, by their SHA-256.

    Examples:
        >>> import diplo_events
        >>> [str(loss) for loss in losses(diplo_events.load_example()) if loss.what == "positions"]
        ['2 positions: agreement is yes or no']
    """
    kept = Kept(dataset)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("BEGIN")
        write(database, kept, texts)
    return kept.losses()


def write(database: sqlite3.Connection, kept: Kept, texts: Mapping[str, str]) -> None:
    """Write a dataset: back into the file from which it comes, if it comes from one and its texts are at hand."""
    scheme = scheme_of(kept.dataset)
    if scheme and any(is_from_dna(source) and source.sha256 in texts for source in kept.dataset.of_type(Source)):
        Restorer(database, kept, texts, scheme).write()
        return
    fill(database)
    Writer(database, kept, texts).write()


class Writer:
    """Fills the tables with a dataset, and notes what they have of it."""

    def __init__(self, database: sqlite3.Connection, kept: Kept, texts: Mapping[str, str]) -> None:
        self.database = database
        self.texts = texts
        self.kept = kept
        self.dataset = kept.dataset
        self.variables: dict[tuple[int, str], int] = {}
        numbers = itertools.count(1)
        for type_id, (_, names) in VARIABLES.items():
            self.variables |= {(type_id, name): next(numbers) for name in names}
        self.entities: dict[tuple[int, str], int] = {}
        labels = Counter(label_of(record) for record in self.dataset.records if isinstance(record, Actor | Issue))
        self.shared = {label for label, times in labels.items() if times > 1}

    def write(self) -> None:
        """Write documents and statements."""
        for (_, name), variable in self.variables.items():
            if name not in DATA_TYPES:
                self.entity(variable, "", ("", "", ""))
        by_source: dict[str, list[Coded]] = {source.id: [] for source in self.dataset.of_type(Source)}
        for record in self.dataset.records:
            if isinstance(record, Position | Statement) and self.fits(record):
                by_source.setdefault(record.source, []).append(record)
        for number, (key, records) in enumerate(sorted(by_source.items()), start=1):
            self.document(number, key, records)

    def fits(self, record: Coded) -> bool:
        """Whether the format can have a record; note why not."""
        needed = {"actor", "issue", "stance"} if isinstance(record, Position) else {"speakers", "acts"}
        if needed.intersection(record.open):
            self.kept.leave(record, NOT_CODED)
            return False
        if isinstance(record, Position) and not record.stance.number:
            self.kept.leave(record, NEUTRAL)
            return False
        return True

    def document(self, number: int, key: str, records: Iterable[Coded]) -> None:
        """Write a document with its statements: its text, or one line of text for each."""
        source = self.dataset.get(key)
        whole = self.texts.get(source.sha256 or "") if isinstance(source, Source) else None
        text, places = self.passages(records, whole) if whole is not None else lines(records)
        values = self.source_values(source) if isinstance(source, Source) else (key, "", "", "", "", 0)
        title, author, publisher, notes, kind, date = values
        self.database.execute(
            "INSERT INTO DOCUMENTS VALUES (?, ?, ?, 1, ?, ?, '', ?, ?, ?)",
            (number, title, text, author, publisher, notes, kind, date),
        )
        for record, start, stop in places:
            self.kept.write(record, "source", "summary")
            if isinstance(record, Position):
                self.position(record, number, start, stop)
            else:
                self.speech(record, number, start, stop)

    def passages(self, records: Iterable[Coded], text: str) -> tuple[str, list[Place]]:
        """Return a text, and where its records stand in it, each from its first to its last passage."""
        places: list[Place] = []
        for record in records:
            if not record.spans or max(span.end for span in record.spans) > len(text):
                self.kept.leave(record, NO_PASSAGE)
                continue
            first, last = min(span.start for span in record.spans), max(span.end for span in record.spans)
            if len(record.spans) == 1:
                self.kept.write(record, "spans")
            else:
                self.kept.lose(record, "spans", "a statement has one passage, from the first to the last word")
            places.append((record, units(text[:first]), units(text[:last])))
        return text, places

    def source_values(self, source: Source) -> tuple[str, str, str, str, str, int]:
        """Return title, author, publisher, notes, type and date of a source."""
        self.kept.write(source, "title", "publisher", "published", "kind", "note", "url", "byline", "authors")
        day = the_day(source.published)
        if source.published and not day:
            self.kept.lose(source, "published", "a document has one day; 1970-01-01 stands in its place")
        facts = [f"id: {source.id}", f"published: {source.published or 'not known'}"]
        facts += [text for text in (source.url, source.note) if text]
        authors = "; ".join([*source.byline, *map(self.name, source.authors)])
        seconds = (day.ordinal - EPOCH) * SECONDS if day else 0
        publisher = self.name(source.publisher) if source.publisher else ""
        kind = term_words(source.kind) or ""
        self.kept.write(source, "id")
        cut = [self.short(source, field, text) for field, text in (("title", label_of(source)), ("byline", authors))]
        return cut[0], cut[1], self.short(source, "publisher", publisher), "\n".join(facts), kind, seconds

    def position(self, position: Position, document: int, start: int, stop: int) -> None:
        """Write a position as a DNA statement."""
        self.kept.write(position, "actor", "issue", "stance")
        if abs(position.stance.number) > 1:
            self.kept.lose(position, "stance", STRENGTH)
        statement = self.statement(1, document, start, stop)
        person, organization = self.voice(position, "actor", position.actor, ())
        self.short_text(1, statement, "person", person)
        self.short_text(1, statement, "organization", organization)
        self.short_text(1, statement, "concept", self.record_value(position, "issue", position.issue))
        self.database.execute(
            "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)",
            (statement, self.variables[1, "agreement"], int(position.stance.number > 0)),
        )

    def speech(self, record: Statement, document: int, start: int, stop: int) -> None:
        """Write a statement as speech acts, one for each speaker and issue."""
        self.kept.write(record, "speakers", "issues", "acts", "quotes")
        main_act = next(iter(record.acts))
        if len(record.acts) > 1:
            self.kept.lose(record, "acts", "a speech act is one: the main one")
        if record.quotes:
            self.kept.lose(record, "quotes", "the words are there without their place and language")
        for speaker, issue in itertools.product(record.speakers, record.issues or ("",)):
            statement = self.statement(2, document, start, stop)
            person, organization = self.voice(record, "speakers", speaker, record.on_behalf_of)
            self.short_text(2, statement, "person", person)
            self.short_text(2, statement, "organization", organization)
            self.short_text(2, statement, "act", (main_act.value.replace("_", " "), None))
            self.short_text(2, statement, "issue", self.record_value(record, "issues", issue))
            self.database.execute(
                "INSERT INTO DATALONGTEXT (StatementId, VariableId, Value) VALUES (?, ?, ?)",
                (statement, self.variables[2, "summary"], label_of(record)),
            )

    def statement(self, type_id: int, document: int, start: int, stop: int) -> int:
        """Write a statement, and return its number."""
        sql = "INSERT INTO STATEMENTS (StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (?, ?, ?, ?, 1)"
        number = self.database.execute(sql, (type_id, document, start, stop)).lastrowid
        return number or 0

    def voice(self, record: Coded, field: str, key: str, principals: tuple[str, ...]) -> tuple[Value, Value]:
        """Return the person and the organization that speak: for a person, on whose behalf or where it belongs."""
        actor = self.dataset.get(key)
        if not isinstance(actor, Actor) or actor.kind is not ActorKind.PERSON:
            return ("", None), self.record_value(record, field, key)
        bodies = principals or actor.member_of
        person = self.record_value(record, field, key)
        if len(bodies) > 1:
            return person, ("", None)
        self.kept.write(record, *(["on_behalf_of"] if principals else []))
        return person, next((self.record_value(record, field, body) for body in bodies), ("", None))

    def record_value(self, record: Coded, field: str, key: str) -> Value:
        """Return what an actor or issue is called in the file, and the record; two of one name have their ids too."""
        found = self.dataset.get(key)
        if found is None:
            return self.short(record, field, key), None
        self.kept.write_name(found)
        name = label_of(found)
        value = f"{name} ({found.id})" if name in self.shared else name
        return self.short(record, field, value), found.id

    def short_text(self, type_id: int, statement: int, name: str, value: Value) -> None:
        """Write the value of a short text."""
        variable = self.variables[type_id, name]
        text, key = value
        record = self.dataset.get(key or "")
        kind = (term_words(record.kind) or "") if isinstance(record, Actor) else ""
        about = (getattr(record, "description", None) or getattr(record, "proposition", None) or "") if record else ""
        entity = self.entity(variable, text, (kind, "", cut(about)))
        sql = "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)"
        self.database.execute(sql, (statement, variable, entity))

    def entity(self, variable: int, value: str, attributes: tuple[str, str, str]) -> int:
        """Return the number of an entity, which is written when it is first needed."""
        if (variable, value) not in self.entities:
            sql = "INSERT INTO ENTITIES VALUES (?, ?, ?, 0, 0, 0, NULL)"
            number = len(self.entities) + 1
            self.database.execute(sql, (number, variable, value))
            self.entities[variable, value] = number
            found = self.database.execute("SELECT ID FROM ATTRIBUTEVARIABLES WHERE VariableId = ?", (variable,))
            ids = [row[0] for row in found.fetchall()]
            for attribute, text in zip(ids, attributes, strict=True):
                sql = "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) VALUES (?, ?, ?)"
                self.database.execute(sql, (number, attribute, text))
        return self.entities[variable, value]

    def name(self, key: str) -> str:
        """Return the name of a record; its id if the dataset does not hold it."""
        record = self.dataset.get(key)
        if record is None:
            return key
        self.kept.write_name(record)
        return label_of(record)

    def short(self, record: Coded | Source, field: str, text: str) -> str:
        """Return a text as short as the format has it, and note if it was cut."""
        if cut(text) != text:
            self.kept.lose(record, field, f"a short text has at most {LONGEST_TEXT} characters")
        return cut(text)


def lines(records: Iterable[Coded]) -> tuple[str, list[Place]]:
    """Return a text of one line for each record, and where each stands in it."""
    text, places = "", []
    for record in records:
        line = " ".join(line_of(record).split())
        places.append((record, units(text), units(text + line)))
        text += f"{line}\n"
    return text, places


def line_of(record: Coded) -> str:
    """Return the line of a record in the text of its document."""
    quotes = record.quotes if isinstance(record, Statement) else ()
    return " ".join([label_of(record), *(f"“{quote.text}”" for quote in quotes)])
