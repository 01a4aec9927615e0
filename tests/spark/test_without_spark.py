"""What the data source does by itself, asked without a session: it needs no Spark for that."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
import pytest

import diplo_events
from diplo_events import DatasetError, EventDate, NotReadableError, Statement
from diplo_events.corroboration import corroborate, find_contradictions
from diplo_events.errors import ArgumentError
from diplo_events.formats import jsonl
from diplo_events.formats.line_ranges import LineRange, line_ranges, read_range
from diplo_events.schema import RECORD_TYPES
from diplo_events.spark import DiploDataSource, contradictions_in, verdicts_in
from diplo_events.spark.data_source import FINGERPRINT, PROBLEMS, RangeReader

DATASET = diplo_events.load_example()
TEXT = jsonl.dumps(DATASET)
BY_TYPE = [record for cls in RECORD_TYPES.values() for record in DATASET.of_type(cls)]
REFERENT = "utterance/zakharova-foreign-intervention"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("ranges") / "articles.jsonl"
    file.write_text(TEXT, "utf-8")
    return file


def source(place: Path, **options: str) -> DiploDataSource:
    made = DiploDataSource.__new__(DiploDataSource)
    made.options = {"path": str(place), "type": "statement", **options}
    return made


def rows(reader: RangeReader) -> list[dict[str, Any]]:
    batches = [batch for part in reader.partitions() for batch in reader.read(part)]
    return [row for batch in batches for row in batch.to_pylist()]


class TestRanges:
    @pytest.mark.parametrize("size", [997, 60_000, 10**9])
    def test_every_line_is_in_one_range_in_order(self, path: Path, size: int) -> None:
        pieces = line_ranges(path, size=size)
        assert len(pieces) == -(-path.stat().st_size // size)
        found = [line for piece in pieces for line in read_range(piece)]
        assert [line.record for line in found] == BY_TYPE

    def test_a_range_may_begin_with_a_line_or_within_one(self, path: Path) -> None:
        raw = path.read_bytes()
        starts = [0, *(place + 1 for place, byte in enumerate(raw[:-1]) if byte == 10)]
        sixth, seventh = starts[5:7]
        for start, end, records in (
            (sixth, seventh, BY_TYPE[4:5]),
            (sixth + 1, seventh + 1, BY_TYPE[5:6]),
            (seventh - 1, seventh + 1, BY_TYPE[5:6]),
            (sixth + 1, seventh, []),
        ):
            assert [line.record for line in read_range(LineRange(str(path), start, end))] == records

    def test_a_folder_is_its_finished_files(self, tmp_path: Path) -> None:
        for name in ("b.jsonl.gz", "_c.jsonl"):
            with jsonl.writer(tmp_path / name) as out:
                out.write_all(BY_TYPE[:3])
        (tmp_path / "readme.md").write_text("no records")
        assert line_ranges(tmp_path) == [LineRange(str(tmp_path / "b.jsonl.gz"))]
        assert [line.record for line in read_range(*line_ranges(tmp_path))] == BY_TYPE[:3]


class TestReading:
    def test_columns_are_those_of_parquet(self, path: Path) -> None:
        reader = source(path, rangeBytes="50000").reader(None)
        found = rows(reader)
        assert [row["id"] for row in found] == [record.id for record in DATASET.statements]
        assert len({row[FINGERPRINT] for row in found}) == len(found)
        assert not any(row[PROBLEMS] for row in found)

    def test_filters_are_looked_for_and_left_to_spark(self, path: Path) -> None:
        reader = source(path).reader(None)
        key = DATASET.statements[3].id
        equal = type("EqualTo", (SimpleNamespace,), {})(attribute=("id",), value=key)
        other = type("GreaterThan", (SimpleNamespace,), {})(attribute=("id",), value="a")
        assert list(reader.pushFilters([equal, other])) == [equal, other]
        found = [row["id"] for row in rows(reader)]
        assert key in found
        assert len(found) < 10

    def test_options_select_as_in_a_stream(self, path: Path) -> None:
        found = rows(source(path, actor="zakharova, putin", period="2025-09").reader(None))
        expected = jsonl.iter_records(
            path, types=[Statement], actors=["zakharova", "putin"], period=EventDate.parse("2025-09")
        )
        assert [row["id"] for row in found] == [record.id for record in expected] != []

    def test_modes(self, tmp_path: Path) -> None:
        good = next(line for line in TEXT.splitlines() if '"type":"statement"' in line)
        bad = good.replace('"mode":', '"mood":', 1)
        (tmp_path / "x.jsonl").write_text(f'{good}\n{bad}\n{{"type":"statement"\n[]\n', "utf-8")
        found = rows(source(tmp_path).reader(None))
        assert [row["id"] for row in found if row[PROBLEMS] is None] == [found[0]["id"]]
        assert "expected a field of Statement, found 'mood'; did you mean 'mode'?" in found[1][PROBLEMS]
        assert {name for name, value in found[1].items() if value is not None} == {PROBLEMS}
        assert len(rows(source(tmp_path, mode="dropmalformed").reader(None))) == 1
        with pytest.raises(NotReadableError, match="mood"):
            rows(source(tmp_path, mode="FAILFAST").reader(None))

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"type": "statements"}, "expected the option type to be .* did you mean 'statement'"),
            ({"mode": "lenient"}, "expected the option mode to be PERMISSIVE, DROPMALFORMED or FAILFAST"),
            ({"path": ""}, "expected one path, found none or several; put the files into one folder"),
            ({"period": "last week"}, "last week"),
        ],
    )
    def test_options_are_checked_at_once(self, path: Path, options: dict[str, str], message: str) -> None:
        with pytest.raises((ArgumentError, ValueError), match=message):
            source(path, **options).reader(None)


class TestWriting:
    def batches(self, path: Path) -> list[Any]:
        reader = source(path, rangeBytes="60000").reader(None)
        return [batch for part in reader.partitions() for batch in reader.read(part)]

    def test_files_count_when_all_tasks_are_done(self, path: Path, tmp_path: Path) -> None:
        writer = source(tmp_path, compression="gzip").writer(None, False)
        batches = self.batches(path)
        written = [writer.write(iter(batches[:1])), writer.write(iter(batches[1:]))]
        assert line_ranges(tmp_path) == []
        writer.commit(written)
        assert {file.name[:5] for file in tmp_path.iterdir()} == {"part-"}
        assert sum(jsonl.check(file) for file in tmp_path.iterdir()) == sum(one.records for one in written)
        assert sum(one.records for one in written) == len(DATASET.statements)
        again = source(tmp_path).writer(None, True)
        again.commit([again.write(iter(batches))])
        (file,) = tmp_path.iterdir()
        assert list(jsonl.iter_records(file)) == list(DATASET.statements)

    def test_nothing_stays_of_tasks_that_were_aborted(self, path: Path, tmp_path: Path) -> None:
        writer = source(tmp_path).writer(None, False)
        batch = self.batches(path)[0]
        written = writer.write(iter([batch]))
        names = batch.schema.names
        broken = batch.set_column(names.index("mode"), "mode", pa.array(["shouting"] * len(batch)))
        with pytest.raises(NotReadableError, match="expected a member of QuotationMode, found 'shouting'"):
            writer.write(iter([broken]))
        writer.abort([written, None])
        assert list(tmp_path.iterdir()) == []


class TestGroups:
    def test_rows_of_one_referent(self, path: Path) -> None:
        found = [row for row in rows(source(path).reader(None)) if row["canonical_id"] == REFERENT]
        of_group = [(one["kind"], len(one["versions"])) for one in contradictions_in(found, "statement", DATASET)]
        of_whole = [one for one in find_contradictions(DATASET) if one.about == REFERENT]
        assert of_group == [(one.kind.value, len(one.versions)) for one in of_whole] != []
        verdicts = {one["field"]: one["verdict"] for one in verdicts_in(found, "statement", DATASET)}
        (whole,) = [result for result in corroborate(DATASET, Statement) if result.referent == REFERENT]
        assert verdicts == {field.field: field.verdict.value for field in whole.fields}

    def test_one_row_twice_is_one_and_two_records_with_one_id_are_refused(self, path: Path) -> None:
        found = [row for row in rows(source(path).reader(None)) if row["canonical_id"] == REFERENT]
        once = contradictions_in(found, "statement", DATASET)
        assert contradictions_in([*found, found[0]], "statement", DATASET) == once
        with pytest.raises(DatasetError, match=f"expected an id of its own, found '{found[0]['id']}' again"):
            contradictions_in([*found, {**found[0], "summary": "Another."}], "statement", DATASET)
