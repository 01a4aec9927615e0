"""The tables of a file of Discourse Network Analyzer 3, and what stands in each of them from the beginning."""

import base64
import functools
import hashlib
import sqlite3
from typing import Final

__all__ = ["DATA_TYPES", "PASSWORD", "TABLES", "VARIABLES", "fill"]

VERSION: Final = "3.0.7"
"""The version of the tables."""

PASSWORD: Final = "diplo-events"  # noqa: S105  (the file is open to everybody; the program asks for a password)
"""What the program wants when it opens the file; it protects nothing."""

PERMISSIONS: Final = tuple(
    f"Permission{what}"
    for what in (
        *("AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements"),
        *("DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations"),
        *("ViewOthersDocuments", "EditOthersDocuments", "ViewOthersStatements", "EditOthersStatements"),
    )
)
LONG: Final = "Value TEXT DEFAULT ''"
EMPTY: Final = "NOT NULL DEFAULT ''"


def short(name: str, rest: str = "NOT NULL") -> str:
    """Return the column of a short text."""
    return f"{name} TEXT {rest} CHECK (LENGTH({name}) < 191)"


def flag(name: str, default: int) -> str:
    """Return the column of a truth value."""
    return f"{name} INTEGER NOT NULL CHECK ({name} BETWEEN 0 AND 1) DEFAULT {default}"


def key(name: str, table: str) -> str:
    """Return a foreign key."""
    return f"FOREIGN KEY({name}) REFERENCES {table}(ID) ON DELETE CASCADE"


ID: Final = "ID INTEGER NOT NULL PRIMARY KEY"
RGB: Final = ", ".join(
    f"{c} INTEGER NOT NULL DEFAULT 0 CHECK ({c} BETWEEN 0 AND 255)" for c in ("Red", "Green", "Blue")
)
OF_STATEMENT: Final = (
    f"StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, {{0}}, {key('StatementId', 'STATEMENTS')}, "
    f"{key('VariableId', 'VARIABLES')}{{1}}, UNIQUE (StatementId, VariableId)"
)

TABLES: Final = {
    "SETTINGS": "Property TEXT PRIMARY KEY, Value TEXT NOT NULL",
    "CODERS": ", ".join(
        [
            *(ID, short("Name"), RGB),
            "Refresh INTEGER NOT NULL CHECK (Refresh BETWEEN 0 AND 9999) DEFAULT 0",
            "FontSize INTEGER NOT NULL CHECK (FontSize BETWEEN 1 AND 99) DEFAULT 14",
            short("Password"),
            "PopupWidth INTEGER CHECK (PopupWidth BETWEEN 100 AND 9999) DEFAULT 300",
            *(flag("ColorByCoder", 0), flag("PopupDecoration", 0), flag("PopupAutoComplete", 1)),
            *(flag(name, 1) for name in PERMISSIONS),
        ]
    ),
    "DOCUMENTS": ", ".join(
        [
            *(ID, short("Title"), "Text TEXT NOT NULL", "Coder INTEGER"),
            *(short(name, EMPTY) for name in ("Author", "Source", "Section")),
            "Notes TEXT NOT NULL DEFAULT ''",
            *(short("Type", EMPTY), "Date INTEGER NOT NULL", key("Coder", "CODERS")),
        ]
    ),
    "STATEMENTTYPES": f"{ID}, {short('Label')}, {RGB}",
    "VARIABLES": f"{ID}, {short('Variable')}, DataType TEXT NOT NULL CHECK (DataType = 'boolean' "
    "OR DataType = 'integer' OR DataType = 'long text' OR DataType = 'short text') DEFAULT 'short text', "
    "StatementTypeId INTEGER, "
    f"{key('StatementTypeId', 'STATEMENTTYPES')}, UNIQUE (Variable, StatementTypeId)",
    "VARIABLELINKS": f"{ID}, SourceVariableId INTEGER, TargetVariableId INTEGER, CHECK (TargetVariableId != "
    f"SourceVariableId), {key('SourceVariableId', 'VARIABLES')}, {key('TargetVariableId', 'VARIABLES')}",
    "REGEXES": f"{short('Label', 'PRIMARY KEY')}, {RGB}",
    "CODERRELATIONS": ", ".join(
        [
            *(ID, "Coder INTEGER CHECK(Coder > 0)", "OtherCoder INTEGER CHECK(OtherCoder > 0)"),
            *(flag(name, 1) for name in ("viewStatements", "editStatements", "viewDocuments", "editDocuments")),
            *("CHECK (Coder != OtherCoder)", key("Coder", "CODERS"), key("OtherCoder", "CODERS")),
        ]
    ),
    "STATEMENTS": f"{ID}, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER NOT NULL CHECK(Start >= 0), "
    f"Stop INTEGER NOT NULL CHECK(Stop >= 0), Coder INTEGER, CHECK (Start < Stop), "
    f"{key('StatementTypeId', 'STATEMENTTYPES')}, {key('Coder', 'CODERS')}, {key('DocumentId', 'DOCUMENTS')}",
    "DATABOOLEAN": f"{ID}, {OF_STATEMENT.format('Value INTEGER NOT NULL DEFAULT 1', '')}",
    "DATAINTEGER": f"{ID}, {OF_STATEMENT.format('Value INTEGER NOT NULL DEFAULT 0', '')}",
    "ENTITIES": f"{ID}, VariableId INTEGER NOT NULL, {short('Value', EMPTY)}, "
    f"{RGB.replace(' NOT NULL DEFAULT 0', '')}, ChildOf INTEGER CHECK(ChildOf > 0), UNIQUE (VariableId, Value), "
    f"{key('ChildOf', 'ENTITIES')}, {key('VariableId', 'VARIABLES')}",
    "DATASHORTTEXT": f"{ID}, {OF_STATEMENT.format('Entity INTEGER NOT NULL', ', ' + key('Entity', 'ENTITIES'))}",
    "DATALONGTEXT": f"{ID}, {OF_STATEMENT.format(LONG, '')}",
    "ATTRIBUTEVARIABLES": f"{ID}, VariableId INTEGER NOT NULL, {short('AttributeVariable')}, "
    f"UNIQUE(VariableId, AttributeVariable), {key('VariableId', 'VARIABLES')}",
    "ATTRIBUTEVALUES": f"{ID}, EntityId INTEGER NOT NULL, AttributeVariableId INTEGER NOT NULL, "
    f"{short('AttributeValue', EMPTY)}, UNIQUE (EntityId, AttributeVariableId), "
    f"{key('EntityId', 'ENTITIES')}, {key('AttributeVariableId', 'ATTRIBUTEVARIABLES')}",
}
"""The columns of each table."""

VARIABLES: Final = {
    1: ("DNA Statement", ("person", "organization", "concept", "agreement")),
    2: ("Speech act", ("person", "organization", "act", "issue", "summary")),
}
"""The two types of statements, each with its variables: positions on issues, and what somebody says."""

DATA_TYPES: Final = {"agreement": "boolean", "summary": "long text"}
ATTRIBUTES: Final = ("Type", "Alias", "Notes")
ATTRIBUTE: Final = "INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)"
ITERATIONS: Final = 100_000


def fill(database: sqlite3.Connection) -> None:
    """Make the tables, with the one coder, the types of statements, their variables and the attributes of entities."""
    for name, columns in TABLES.items():
        database.execute(f"CREATE TABLE {name}({columns})")
    insert = database.execute
    insert("INSERT INTO SETTINGS VALUES ('version', ?)", (VERSION,))
    insert("INSERT INTO SETTINGS VALUES ('date', '1970-01-01')")
    insert("INSERT INTO CODERS (ID, Name, Red, Green, Password) VALUES (1, 'Admin', 255, 255, ?)", (hashed(PASSWORD),))
    number = 0
    for type_id, (label, names) in VARIABLES.items():
        insert("INSERT INTO STATEMENTTYPES VALUES (?, ?, 239, 208, 51)", (type_id, label))
        for name in names:
            number += 1
            kind = DATA_TYPES.get(name, "short text")
            insert("INSERT INTO VARIABLES VALUES (?, ?, ?, ?)", (number, name, kind, type_id))
            if kind == "short text":
                for attribute in ATTRIBUTES:
                    insert(ATTRIBUTE, (number, attribute))


@functools.cache
def hashed(password: str) -> str:
    """Return a password as the program keeps it: SHA-256, 100,000 times, after 16 bytes of salt; always the same."""
    salt = bytes(16)
    digest = salt + password.encode()
    for _ in range(ITERATIONS):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode()
