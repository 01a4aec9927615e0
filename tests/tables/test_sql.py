"""Questions in SQL: what is asked of some tables is the same as when all of them are there."""

import pytest

import diplo_events
from diplo_events.errors import ArgumentError
from diplo_events.tables import _duckdb, to_duckdb
from diplo_events.tables.sql import query, tables_in
from each_case import each_case

EXAMPLE = diplo_events.load_example()


@each_case(
    "question",
    [
        "SELECT stance, count(*) FROM positions GROUP BY stance ORDER BY stance",
        "SELECT id, speaker_names FROM Statements WHERE list_contains(speakers, 'putin')",
        (
            'SELECT a.name, count(*) FROM "actors" a JOIN (SELECT unnest(speakers) AS s FROM statements) ON s = a.id '
            "GROUP BY a.name ORDER BY ALL"
        ),
        "FROM who_met_whom ORDER BY ALL LIMIT 3",
        "WITH places AS (SELECT 1 AS x) SELECT * FROM places",
        "SHOW TABLES",
        "DESCRIBE meetings",
        "SELECT table_name, estimated_size FROM duckdb_tables() ORDER BY 1",
        "FROM query_table('iss' || 'ues') ORDER BY id",
        "SELECT title FROM dataset",
    ],
)
def test_the_same_answer(question: str) -> None:
    with to_duckdb(EXAMPLE) as connection:
        expected = connection.execute(question).fetchall()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_duckdb, "PIECE", 7)
        found = query(EXAMPLE, question)
    assert list(found.rows) == expected


def test_the_same_error() -> None:
    with pytest.raises(ArgumentError, match='Did you mean "statements"'):
        query(EXAMPLE, "SELECT * FROM statement_s")


def test_only_the_tables_that_are_named_have_rows() -> None:
    assert tables_in("select * from votes, Places") == ["places", "votes"]
