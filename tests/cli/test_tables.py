"""The commands `table` and `sql`: what they print is what the tables hold, and SQL reaches nothing else."""

import csv
import io
import json
from pathlib import Path

import polars as pl
import pytest

from diplo_events import Dataset, load_example, tables
from diplo_events.cli import main
from diplo_events.cli._tables import aligned, as_csv, as_jsonl
from diplo_events.errors import ArgumentError
from diplo_events.tables.sql import query

EXAMPLE = load_example()
SMALL = Dataset(title="None")


class TestTable:
    def test_csv_has_every_cell(self, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        assert main(["table", "statements", "--csv"]) == 0
        text = capsysbinary.readouterr().out.decode()
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        table = tables.table(EXAMPLE, "statements")
        assert [row["id"] for row in rows] == [row["id"] for row in table]
        assert [json.loads(row["speaker_names"]) for row in rows] == [row["speaker_names"] for row in table]
        assert [row["when_latest"] for row in rows] == [str(row["when_latest"] or "") for row in table]

    def test_jsonl_has_every_cell(self, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        assert main(["table", "positions", "--jsonl", "--no-labels"]) == 0
        rows = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
        assert rows == list(tables.table(EXAMPLE, "positions", labels=False))

    def test_parquet_is_a_file_for_others(self, tmp_path: Path) -> None:
        path = tmp_path / "stances.parquet"
        assert main(["table", "stances", "--parquet", "-o", str(path)]) == 0
        assert pl.read_parquet(path).to_dicts() == list(tables.table(EXAMPLE, "stances"))

    def test_without_a_name_it_lists_them(self, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        assert main(["table"]) == 0
        names = [line.split()[0] for line in capsysbinary.readouterr().out.decode().splitlines()]
        assert names == ["table", *tables.TABLES]

    def test_parquet_needs_a_file(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["table", "stances", "--parquet"]) == 2
        assert "name a file with -o" in capsys.readouterr().err


class TestSql:
    def test_the_answer_is_that_of_the_records(self) -> None:
        result = query(EXAMPLE, "SELECT count(*) AS n, count(DISTINCT source) FROM statements")
        statements = list(tables.table(EXAMPLE, "statements"))
        assert result.names[0] == "n"
        assert result.rows == ((len(statements), len({row["source"] for row in statements})),)

    @pytest.mark.parametrize(
        ("question", "message"),
        [
            ("SELECT * FROM read_csv('/etc/passwd')", "file system operations are disabled"),
            ("SELECT * FROM 'https://example.org/a.parquet'", "disabled"),
            ("COPY issues TO 'x.csv'", "found COPY"),
            ("ATTACH 'x.db'", "found ATTACH"),
            ("SET enable_external_access = true", "found SET"),
            ("SELECT 1; DROP TABLE issues", "found SELECT, DROP"),
            ("INSERT INTO issues(id) VALUES ('x')", "found INSERT"),
            ("INSTALL httpfs", "found LOAD"),
            ("", "found none"),
            ("SELEC 1", "syntax error"),
            ("SELECT * FROM statement", 'Did you mean "statements"'),
            ("SELECT EXAMPLE FROM EXAMPLE", "does not exist"),
        ],
    )
    def test_what_does_more_than_read_is_refused(self, question: str, message: str) -> None:
        with pytest.raises(ArgumentError) as caught:
            query(SMALL, question)
        assert message in str(caught.value)
        assert "\n" not in str(caught.value)

    def test_a_file_can_be_asked_and_the_answer_be_csv(
        self, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        path = tmp_path / "small.json"
        path.write_text('{"format_version": "1.0", "issues": [{"id": "i", "label": "L", "proposition": "P"}]}')
        assert main(["sql", "select id, label, extra from issues", str(path), "--csv"]) == 0
        assert capsysbinary.readouterr().out == b"id,label,extra\r\ni,L,{}\r\n"
        assert main(["sql", "select id, 1.5 as x, null as y from issues", str(path), "--json"]) == 0
        assert json.loads(capsysbinary.readouterr().out) == {"id": "i", "x": "1.5", "y": None}

    def test_errors_are_messages(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["sql", "select nothing from nowhere"]) == 2
        error = capsys.readouterr().err
        assert "nowhere does not exist" in error
        assert error.count("\n") == 1
        assert main(["sql", "select 1 as a, 2 as a", "--json"]) == 2
        assert "name one of them with AS" in capsys.readouterr().err


class TestCells:
    def test_what_is_not_finite_is_a_text(self) -> None:
        assert as_jsonl(["x"], [[float("nan")], [1.5], [True]]) == '{"x": "nan"}\n{"x": 1.5}\n{"x": true}\n'

    def test_lines_in_a_cell_are_kept_in_csv_and_marked_for_people(self) -> None:
        assert next(csv.reader(io.StringIO(as_csv(["a\nb"], []), newline=""))) == ["a\nb"]
        lines = list(aligned(["x", "n"], [["a\nb", 1], ["y" * 60, None]]))
        assert len(lines) == 3
        assert lines[2].endswith("…")
