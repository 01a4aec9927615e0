"""CSV bundles and SQLite: everything comes back, always as the same bytes, and what was cut or altered is refused."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import frictionless
import pytest
import sqlite_utils
from hypothesis import given
from hypothesis import strategies as st
from laws import EXAMPLE, RECORDS, alone, same

from diplo_events import Actor, ActorKind, Dataset, FrozenMap, Issue, NotReadableError, Statement, read, write
from diplo_events.formats import csv_bundle, sqlite
from diplo_events.formats._relational import ALL_TABLES
from diplo_events.formats.contents import unzipped, zipped
from diplo_events.formats.package_folders import DESCRIPTOR
from diplo_events.schema import COLLECTIONS, Record
from each_case import each_case
from profiles import examples
from shared_datasets import DATASETS

MODULES: tuple[ModuleType, ...] = (csv_bundle, sqlite)
FORMAT = pytest.mark.parametrize("format_", MODULES, ids=["csv", "sqlite"])

ODD = Actor(
    id="a",
    name="=1+1",
    kind=ActorKind.STATE,
    description=' "NA", 007\n\t1e5 \ufffe',
    identifiers=FrozenMap({"-x": "'-1", "null": "NA"}),
    extra=FrozenMap({"a": [None, {"b": ""}], "=": 1.0}),
)
HEADER = {"title": "@Ä", "version": "1", "extra": FrozenMap({"a": [1, {"b": None}]})}
SMALL = Dataset(records=[ODD, *EXAMPLE.records[::20]], complete=False, **HEADER)


def pieces(data: object) -> Iterator[tuple[bytes, Any]]:
    """List the files in what `dumps` returned, each with a function that returns all with another in its place."""
    if isinstance(data, bytes):
        yield data, lambda other: other
    else:
        files: Mapping[str, bytes] = data
        for name, content in files.items():
            yield content, lambda other, name=name: {**files, name: other}


class TestEverythingComesBack:
    @pytest.mark.slow
    @FORMAT
    @given(dataset=DATASETS)
    def test_drawn_datasets_and_as_the_same_bytes(self, format_: ModuleType, dataset: Dataset) -> None:
        data = format_.dumps(dataset)
        again = format_.loads(data)
        assert same(again, dataset)
        assert format_.dumps(again) == data

    @FORMAT
    @examples(10)
    @given(record=RECORDS)
    def test_drawn_records(self, format_: ModuleType, record: Record) -> None:
        assert same(format_.loads(format_.dumps(alone(record))), alone(record))

    @FORMAT
    def test_the_bundled_dataset_through_a_file(self, format_: ModuleType, tmp_path: Path) -> None:
        path = tmp_path / ("x.csv" if format_ is csv_bundle else "x.db")
        write(EXAMPLE, path)
        assert same(read(path), EXAMPLE)

    @FORMAT
    def test_odd_texts(self, format_: ModuleType) -> None:
        assert same(format_.loads(format_.dumps(SMALL)), SMALL)

    @FORMAT
    def test_what_a_newer_version_added(self, format_: ModuleType) -> None:
        kept = FrozenMap({"diplo-events:newer": {"/mood": 3}})
        newer = Dataset(records=[attrs.evolve(ODD, extra=kept)], format_version="1.1")
        assert same(format_.loads(format_.dumps(newer)), newer)


class TestDamage:
    @FORMAT
    def test_every_cut_is_refused(self, format_: ModuleType) -> None:
        for content, with_other in pieces(format_.dumps(Dataset(records=[ODD]))):
            for end in {*range(0, len(content), max(1, len(content) // 40)), len(content) - 1}:
                if content.startswith(b"{") and content[end:] == b"\n":  # a JSON text ends before the last line does
                    assert same(format_.loads(with_other(content[:end])), Dataset(records=[ODD]))
                    continue
                with pytest.raises(NotReadableError):
                    format_.loads(with_other(content[:end]), file="x")

    @pytest.mark.slow
    @FORMAT
    @examples(25)
    @given(data=st.data())
    def test_every_other_byte_is_refused_or_changes_nothing(self, format_: ModuleType, data: st.DataObject) -> None:
        whole = Dataset(records=[ODD])
        content, with_other = data.draw(st.sampled_from(list(pieces(format_.dumps(whole)))))
        at, bit = data.draw(st.integers(0, len(content) - 1)), data.draw(st.integers(0, 7))
        other = content[:at] + bytes([content[at] ^ (1 << bit)]) + content[at + 1 :]
        try:
            found = format_.loads(with_other(other), file="x")
        except NotReadableError:
            return
        assert same(found, whole)

    @FORMAT
    @pytest.mark.parametrize("data", [b"", b"x" * 5000, b"SQLite format 3\0" + b"\0" * 200])
    def test_something_else_is_refused(self, format_: ModuleType, data: bytes) -> None:
        with pytest.raises(NotReadableError, match=r"^x: expected"):
            format_.loads(data, file="x")


def bundle(**files: str) -> dict[str, bytes]:
    """Make a bundle by hand, without hashes."""
    mark = {"format": "csv_bundle", "header": {"format_version": "1.0"}}
    described = {"diplo_events": mark, "resources": [{"path": f"{name}.csv"} for name in files]}
    return {
        DESCRIPTOR: json.dumps(described).encode(),
        **{f"{name}.csv": text.encode() for name, text in files.items()},
    }


ISSUES = "id,label,proposition,broader,description,extra,open\n"


class TestCsv:
    def test_a_bundle_made_by_hand_needs_no_hashes(self) -> None:
        dataset = csv_bundle.loads(bundle(issues=f"{ISSUES}tolls,007,NA,,,,\n"))
        assert dataset["tolls"] == Issue(id="tolls", label="007", proposition="NA")

    @each_case(
        ("tables", "message"),
        [
            (
                {"issues": f"{ISSUES}tolls,,x,,,,\n"},
                "x/issues.csv:2:2: issues[0].label: expected a value for this field, found none",
            ),
            (
                {"issues": f"{ISSUES}tolls,a,x,tols,,,\n"},
                "x/issues.csv:2:4: issues[0].broader: expected the id of an issue",
            ),
            ({"issues": f"{ISSUES}tolls,a,x,,,[1],\n"}, "x/issues.csv:2:6: issues[0].extra: expected a mapping"),
            ({"issues": f'{ISSUES}tolls,"",x,,,,\n'}, "x/issues.csv:2:2: issues[0].label: expected text, found ''"),
            (
                {"issues": f"{ISSUES}tolls,a,x,,,,labl\n"},
                "x/issues.csv:2:7: issues[0].open[0]: expected a field of Issue",
            ),
            (
                {"issues": "id,label,propositon\na,b,c\n"},
                "x/issues.csv:1:3: expected a column of issues, found 'propositon'; did you mean 'proposition'?",
            ),
            ({"issues": "id,label\na,b\n"}, "x/issues.csv:1: expected the column 'proposition', found none"),
            (
                {"isues": ISSUES},
                "x/isues.csv: expected a table of this format, found 'isues.csv'; did you mean 'issues'?",
            ),
            (
                {"actors_member_of": "actor_id,position,value\na,1,b\n"},
                "x/actors_member_of.csv:2:1: expected the id of a row of actors, found 'a'",
            ),
        ],
    )
    def test_each_mistake_has_its_file_line_and_cell(self, tables: dict[str, str], message: str) -> None:
        with pytest.raises(NotReadableError) as refused:
            csv_bundle.loads(bundle(**tables), file="x")
        assert any(str(problem).startswith(message) for problem in refused.value.problems), str(refused.value)

    @each_case(
        ("rows", "message"),
        [
            ("a,1,b\na,1,c\n", ":3:2: expected the position 2, found 1"),
            ("a,2,b\n", ":2:2: expected the position 1, found 2"),
            ("a,x,b\n", ":2:2: expected a position, a whole number, found 'x'"),
            ("a,,b\n", ":2:2: expected a position, a whole number, found an empty cell"),
            ("c,1,b\n", ":2:1: expected the id of a row of actors, found 'c'"),
            (",1,b\n", ":2:1: expected the id of a row of actors, found an empty cell"),
            ("a,1,\n", ":2:3: actors[0].member_of[0]: expected"),
        ],
    )
    def test_each_mistake_in_a_list_has_its_line_and_cell(self, rows: str, message: str) -> None:
        actors = "id,name,kind,country,former_country,existed,description,extra,open\n"
        actors += "a,A,state,,,,,,\nb,B,state,,,,,,\n"
        files = bundle(actors=actors, actors_member_of=f"actor_id,position,value\n{rows}")
        with pytest.raises(NotReadableError) as refused:
            csv_bundle.loads(files, file="x")
        assert any(f"x/actors_member_of.csv{message}" in str(problem) for problem in refused.value.problems)

    def test_what_spreadsheets_take_for_formulas_is_disarmed_and_armed_again(self) -> None:
        files = csv_bundle.dumps(SMALL, spreadsheet=True)
        assert json.loads(files[DESCRIPTOR])["diplo_events"]["spreadsheet"]["mark"] == "'"
        assert same(csv_bundle.loads(files), SMALL)
        assert b"\r\na,'=1+1," in files["actors.csv"]
        assert b"a,'-x,''-1\r\n" in files["actors_identifiers.csv"]
        assert csv_bundle.dumps(csv_bundle.loads(files)) == csv_bundle.dumps(SMALL)

    def test_the_zip_of_a_folder_is_read_too(self, tmp_path: Path) -> None:
        write(SMALL, tmp_path / "x.csv.zip")
        data = (tmp_path / "x.csv.zip").read_bytes()
        assert read(tmp_path / "x.csv.zip") == SMALL == csv_bundle.loads(data)
        assert unzipped(data) == csv_bundle.dumps(SMALL)
        assert zipped(unzipped(data)) == data

    def test_a_folder_is_replaced_unless_there_is_something_else_in_it(self, tmp_path: Path) -> None:
        path = tmp_path / "x.csv"
        write(SMALL, path)
        write(Dataset(records=[ODD]), path)
        assert read(path) == Dataset(records=[ODD])
        (path / "notes.txt").write_text("mine", encoding="utf-8")
        with pytest.raises(FileExistsError, match=r"other files in this folder, such as 'notes\.txt'"):
            write(SMALL, path)
        assert read(path) == Dataset(records=[ODD])
        assert read(path / DESCRIPTOR) == read(path.rename(tmp_path / "y")) == Dataset(records=[ODD])

    def test_a_single_file_is_refused_with_what_to_do(self, tmp_path: Path) -> None:
        (tmp_path / "x.csv").write_text("id\n", encoding="utf-8")
        with pytest.raises(
            NotReadableError, match=r"found a single file; write a dataset to a name that ends in \.csv"
        ):
            read(tmp_path / "x.csv")
        write(SMALL, tmp_path / "y.csv")
        with pytest.raises(NotReadableError, match=r"this is one file of a dataset: read the folder y\.csv"):
            read(tmp_path / "y.csv" / "actors.csv")

    def test_a_file_that_is_missing_or_not_listed_is_refused(self) -> None:
        files = csv_bundle.dumps(Dataset(records=[ODD]))
        for name in files:
            with pytest.raises(NotReadableError, match=rf"x/{name}: expected"):
                csv_bundle.loads({other: data for other, data in files.items() if other != name}, file="x")
        with pytest.raises(NotReadableError, match=r"x/more\.csv: expected a file that datapackage\.json describes"):
            csv_bundle.loads(files | {"more.csv": b""}, file="x")

    @pytest.mark.slow
    def test_frictionless_finds_nothing_wrong(self, tmp_path: Path) -> None:
        types = [next(record for record in EXAMPLE.records if isinstance(record, cls)) for cls in COLLECTIONS.values()]
        write(Dataset(records=[*types, ODD], complete=False), tmp_path / "x.csv")
        report = frictionless.validate(str(tmp_path / "x.csv" / DESCRIPTOR))
        assert report.flatten(["type", "note"]) == []
        assert len(report.tasks) > 20


class TestSqlite:
    def test_sqlite_utils_reads_the_tables_and_the_index(self) -> None:
        database = sqlite_utils.Database(memory=True)
        database.conn.deserialize(sqlite.dumps(EXAMPLE))
        assert {table.name for table in ALL_TABLES} | {"metadata"} <= {*database.table_names()}
        for name, cls in COLLECTIONS.items():
            assert database[name].count == len(EXAMPLE.of_type(cls))
        statement = EXAMPLE.of_type(Statement)[0]
        assert database["statements"].get(statement.id)["summary"] == statement.summary
        assert {key.other_table for key in database["positions"].foreign_keys} >= {"actors", "issues", "sources"}
        (row,) = database.query(
            "select count(*) as number from search where search match ?", [f'"{statement.summary.split()[1]}"']
        )
        assert row["number"] > 0

    @each_case(
        ("statement", "message"),
        [
            ("UPDATE issues SET broader = 'x'", "x/issues:1: expected an id of issues, found one that is not there"),
            ("UPDATE issues SET label = 'other'", "x/metadata: expected sha256"),
            ("DELETE FROM metadata WHERE key = 'header'", "x/metadata: expected the row 'header', found none"),
            ("CREATE TABLE isues (id)", "x: expected a table of this format, found 'isues'; did you mean 'issues'?"),
            ("DROP TABLE issues", "x: expected the table issues, found none"),
            ("ALTER TABLE issues ADD COLUMN labels TEXT", "x/issues:8: expected a column of issues, found 'labels'"),
        ],
    )
    def test_what_was_changed_is_refused(self, statement: str, message: str) -> None:
        issue = Issue(id="tolls", label="Tolls", proposition="There should be tolls.")
        with pytest.raises(NotReadableError) as refused:
            sqlite.loads(changed(sqlite.dumps(Dataset(records=[issue])), statement), file="x")
        assert any(str(problem).startswith(message) for problem in refused.value.problems), str(refused.value)

    def test_a_change_is_read_once_the_digest_is_deleted(self) -> None:
        issue = Issue(id="tolls", label="Tolls", proposition="There should be tolls.")
        data = changed(sqlite.dumps(Dataset(records=[issue])), "UPDATE issues SET label = 'other'")
        found = sqlite.loads(changed(data, "DELETE FROM metadata WHERE key = 'sha256'"))
        assert found["tolls"] == attrs.evolve(issue, label="other")


def changed(data: bytes, statement: str) -> bytes:
    """Return a database after a statement."""
    with sqlite3.connect(":memory:", isolation_level=None) as database:
        database.deserialize(data)
        database.execute(statement)
        return database.serialize()
