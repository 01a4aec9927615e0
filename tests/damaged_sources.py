"""Sources that are more than lines of text or values of JSON: a database, a CAS, a table of tokens, speeches."""

import sqlite3
from contextlib import closing
from typing import Any, Final, TypeAlias

from hypothesis import strategies as st

from annotated_text import TEXT, span, units
from diplo_events.exporters._dna_schema import fill

__all__ = [
    "CAS",
    "DATABASE",
    "SPEAKERS",
    "SPEECH",
    "TABLE",
    "Damage",
    "damaged_bytes",
    "damaged_database",
    "database_damage",
]

SPEECH: Final = "UNSC_2013_SPV.6990_spch001"
SPEAKERS: Final = "\n".join(
    [
        "filename\tspeaker\tcountry\tdate\tparticipanttype",
        f"{SPEECH}.txt\tMs. Brink\tNorway\t2013-06-26\tThe President",
    ]
)


Damage: TypeAlias = int | str | tuple[tuple[int, int], ...]
"""Where a database is cut off, a change of it in SQL, or bytes that are others, with their places."""


def token(number: int, words: str, cells: str) -> str:
    start, end = (units(place) for place in span(words))
    return f"1-{number}\t{start}-{end}\t{words}\t{cells}"


TABLE: Final = "\n".join(
    [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=custom.Statement|summary",
        "#T_RL=custom.Link|type|BT_custom.Statement",
        "",
        f"#Text={TEXT.split(chr(10))[0]}",
        token(1, "🙂", "_\t_\t_\t"),
        token(2, "minister", "One[1]|Two[2]\t_\t_\t"),
        token(3, "said", "One[1]\t_\t_\t"),
        token(4, "toll", r"a\|b" + "\tback\t1-2[2_0]\t"),
    ]
)


def cas() -> dict[str, Any]:
    """Return a CAS of INCEpTION in JSON."""
    begin, end = (units(place) for place in span("no toll"))
    claim = {"%NAME": "custom.Statement", "%SUPER_TYPE": "uima.tcas.Annotation"}
    return {
        "%TYPES": {
            "custom.Statement": {**claim, "summary": {"%NAME": "summary", "%RANGE": "uima.cas.String"}},
        },
        "%FEATURE_STRUCTURES": [
            {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": TEXT},
            {"%ID": 2, "%TYPE": "custom.Statement", "@sofa": 1, "begin": begin, "end": end, "summary": "No toll."},
        ],
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2]}},
    }


CAS: Final = cas()


def database(*changes: str) -> bytes:
    """Return a database of DNA with one statement, changed by SQL."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        fill(db)
        db.execute("INSERT INTO DOCUMENTS VALUES (1, 'Veld', ?, 1, 'Ana', 'Wire', '', '', '', 1106697600)", (TEXT,))
        start, end = (units(place) for place in span("towns"))
        db.execute("INSERT INTO STATEMENTS VALUES (1, 1, 1, ?, ?, 1)", (start, end))
        numbers = dict(db.execute("SELECT Variable, ID FROM VARIABLES WHERE StatementTypeId = 1"))
        for number, name in enumerate(("person", "organization", "concept"), start=50):
            entity = (number, numbers[name], f"Some {name}", 5, 6, 7, None)
            db.execute("INSERT INTO ENTITIES VALUES (?, ?, ?, ?, ?, ?, ?)", entity)
            link = (1, numbers[name], number)
            db.execute("INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)", link)
        db.execute("INSERT INTO ATTRIBUTEVALUES VALUES (4, 50, 1, 'Minister')")
        truth = (1, numbers["agreement"], 1)
        db.execute("INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)", truth)
        db.execute("PRAGMA ignore_check_constraints = 1")
        db.execute("PRAGMA foreign_keys = 0")
        for change in changes:
            try:
                db.execute(change)
            except sqlite3.Error:  # a constraint holds against this one
                continue
        return db.serialize()


DATABASE: Final = database()
TABLES: Final[dict[str, tuple[str, ...]]] = {
    "DOCUMENTS": ("ID", "Title", "Text", "Coder", "Author", "Source", "Notes", "Date"),
    "STATEMENTS": ("ID", "StatementTypeId", "DocumentId", "Start", "Stop", "Coder"),
    "VARIABLES": ("ID", "Variable", "DataType", "StatementTypeId"),
    "ENTITIES": ("ID", "VariableId", "Value"),
    "DATABOOLEAN": ("StatementId", "VariableId", "Value"),
    "DATASHORTTEXT": ("StatementId", "VariableId", "Entity"),
    "CODERS": ("ID", "Name"),
    "STATEMENTTYPES": ("ID", "Label"),
    "ATTRIBUTEVARIABLES": ("ID", "AttributeVariable"),
    "ATTRIBUTEVALUES": ("EntityId", "AttributeVariableId", "AttributeValue"),
}
VALUES: Final = ("NULL", "-1", "0", "3", "99999999999", "1.5", "'x'", "''", "' '", "X'ff00'", "char(0, 9)", "char(133)")


@st.composite
def database_damage(draw: st.DrawFn) -> Damage:
    """Draw what becomes of a database: where it is cut off, which bytes are others, or a change in SQL."""
    how = draw(st.integers(0, 4))
    if how == 0:
        return draw(st.integers(0, len(DATABASE)))
    if how == 1:
        byte = st.tuples(st.integers(0, len(DATABASE) - 1), st.integers(0, 255))
        return tuple(draw(st.lists(byte, min_size=1, max_size=draw(st.sampled_from([1, 4, 60])))))
    table = draw(st.sampled_from(sorted(TABLES)))
    column, value = draw(st.sampled_from(TABLES[table])), draw(st.sampled_from(VALUES))
    changes = (
        *(f"DROP TABLE {table}", f"DELETE FROM {table}", f"ALTER TABLE {table} DROP COLUMN {column}"),  # noqa: S608  (of ours)
        *(f"UPDATE {table} SET {column} = {value}",) * 3,  # noqa: S608  (the same)
    )
    return draw(st.sampled_from(changes))


def damaged_database(damage: Damage) -> bytes:
    """Return the database with a damage."""
    if isinstance(damage, str):
        return database(damage)
    if isinstance(damage, int):
        return DATABASE[:damage]
    content = bytearray(DATABASE)
    for place, byte in damage:
        content[place] = byte
    return bytes(content)


@st.composite
def damaged_bytes(draw: st.DrawFn, content: bytes) -> bytes:
    """Draw a content of which some bytes are others."""
    damaged = bytearray(content)
    for _ in range(draw(st.sampled_from([1, 4, 60]))):
        damaged[draw(st.integers(0, len(damaged) - 1))] = draw(st.integers(0, 255))
    return bytes(damaged)
