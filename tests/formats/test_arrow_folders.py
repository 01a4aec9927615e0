"""Arrow and Parquet: every dataset comes back, others read the files, and no damage is read as other data."""

import io
import json
import math
import warnings
from pathlib import Path
from types import ModuleType
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import EXAMPLE, RECORDS, alone, same

import diplo_events
from diplo_events import Dataset, NewerFormatWarning, NotReadableError, Statement
from diplo_events.formats import arrow, parquet
from diplo_events.formats.arrow_tables import parquet_file
from diplo_events.formats.plain import from_plain, to_plain
from diplo_events.schema import COLLECTIONS, Record
from profiles import examples
from shared_datasets import DATASETS

FORMATS = {"arrow": arrow, "parquet": parquet}
formats = pytest.mark.parametrize("format_", FORMATS.values(), ids=FORMATS)

NEWER = {
    "format_version": "1.1",
    "title": "T",
    "mood": "sour",
    "issues": [{"id": "i", "label": "L", "proposition": "P", "weight": [1], "extra": {"n": 1.0}}],
}

SMALL = Dataset(title="Some", records=EXAMPLE.records[::12], complete=False)


@pytest.fixture(scope="module", params=FORMATS.values(), ids=FORMATS)
def written(request: pytest.FixtureRequest) -> tuple[ModuleType, dict[str, bytes]]:
    """A small dataset in each format."""
    return request.param, request.param.dumps(SMALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled dataset in Parquet."""
    path = tmp_path_factory.mktemp("parquet") / "bundled.parquet"
    diplo_events.write(EXAMPLE, path)
    return path


def without_hashes(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return files whose descriptor does not prove them, as of somebody who means to change them."""
    descriptor = json.loads(files["datapackage.json"])
    del descriptor["descriptor_hash"]
    for resource in descriptor["resources"]:
        del resource["hash"]
    return files | {"datapackage.json": json.dumps(descriptor).encode()}


def refused(module: ModuleType, files: dict[str, bytes]) -> list[str]:
    with pytest.raises(NotReadableError) as caught:
        module.loads(files, file="x")
    return [str(problem) for problem in caught.value.problems]


@formats
class TestRoundTrips:
    @pytest.mark.slow
    @examples(20)
    @given(dataset=DATASETS)
    def test_of_drawn_datasets(self, format_: ModuleType, dataset: Dataset) -> None:
        files = format_.dumps(dataset)
        read = format_.loads(files)
        assert same(read, dataset)
        assert format_.dumps(read) == files

    @examples(4)
    @given(record=RECORDS)
    def test_of_drawn_records(self, format_: ModuleType, record: Record) -> None:
        assert same(format_.loads(format_.dumps(alone(record))), alone(record))

    def test_of_the_bundled_dataset(self, format_: ModuleType, tmp_path: Path) -> None:
        path = tmp_path / f"x.{format_.FORMAT.name}"
        diplo_events.write(EXAMPLE, path)
        assert same(diplo_events.read(path), EXAMPLE)

    def test_in_one_archive(self, format_: ModuleType, tmp_path: Path) -> None:
        stream = io.BytesIO()
        format_.dump(SMALL, stream)
        assert same(format_.load(io.BytesIO(stream.getvalue())), SMALL)
        path = tmp_path / f"x.{format_.FORMAT.name}.zip"
        diplo_events.write(SMALL, path)
        assert path.read_bytes() == stream.getvalue()

    def test_of_a_newer_version(self, format_: ModuleType) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NewerFormatWarning)
            dataset = from_plain(NEWER)
            read = format_.loads(format_.dumps(dataset))
        assert read == dataset
        assert to_plain(read) == NEWER


class TestDamage:
    def test_every_cut_of_every_file_is_refused(self, written: tuple[ModuleType, dict[str, bytes]]) -> None:
        module, files = written
        for name, data in files.items():
            whole = data.rstrip(b"\n") if name.endswith(".json") else data
            for length in {0, 1, len(data) // 3, len(data) // 2, len(whole) - 9, len(whole) - 1}:
                assert refused(module, files | {name: data[:length]})

    def test_a_missing_or_a_strange_file_is_named(self, written: tuple[ModuleType, dict[str, bytes]]) -> None:
        module, files = written
        suffix = module.FORMAT.suffix
        (missing,) = refused(module, {name: data for name, data in files.items() if name != f"votes{suffix}"})
        assert missing.startswith(f"x/votes{suffix}: expected the file that datapackage.json describes, found none")
        (strange,) = refused(module, files | {f"others{suffix}": b""})
        assert strange.startswith(f"x/others{suffix}: expected a file that datapackage.json describes")

    @pytest.mark.slow
    @examples(25)
    @given(data=st.data())
    def test_no_flipped_bit_gives_other_data_even_without_the_hashes_of_the_files(
        self, written: tuple[ModuleType, dict[str, bytes]], data: st.DataObject
    ) -> None:
        module, files = written
        name = data.draw(st.sampled_from([name for name in files if not name.endswith(".json")]))
        raw = bytearray(files[name])
        raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
        assert refused(module, files | {name: bytes(raw)})
        try:
            read = module.loads(without_hashes(files) | {name: bytes(raw)})
        except NotReadableError:
            return
        assert read == SMALL

    def test_files_of_one_folder_in_another_are_refused(self, written: tuple[ModuleType, dict[str, bytes]]) -> None:
        module, files = written
        suffix = module.FORMAT.suffix
        (message,) = refused(module, without_hashes(files) | {f"votes{suffix}": files[f"actions{suffix}"]})[:1]
        assert message.startswith(f"x/votes{suffix}: votes.")


class TestStrictReading:
    def changed(self, change: Any) -> list[str]:
        """List what is wrong with the statements after a change to their plain rows."""
        files = parquet.dumps(EXAMPLE)
        table = pq.read_table(pa.BufferReader(files["statements.parquet"]))
        other = change(table).replace_schema_metadata(None)
        return refused(parquet, without_hashes(files) | {"statements.parquet": parquet_file(other)})

    def test_cells_are_named_by_file_row_and_column(self) -> None:
        def change(table: pa.Table) -> pa.Table:
            rows = table.to_pylist()
            rows[1]["mode"] = "shouted"
            rows[2]["when"] = "2025-13"
            rows[3]["speakers"] = ["russia", "nobody"]
            rows[4]["summary"] = None
            rows[5]["quotes"] = [{"text": "", "language": None, "span": None, "translated_from": None}]
            schema = pa.schema([field.with_nullable(True) for field in table.schema])
            return pa.Table.from_pylist(rows, schema=schema)

        messages = self.changed(change)
        expected = ["[1].mode", "[2].when", "[3].speakers[1]", "[4].summary", "[5].quotes[0].text"]
        places = [f"x/statements.parquet: statements{place}: " for place in expected]
        assert [place for place in places if any(message.startswith(place) for message in messages)] == places

    def test_columns_are_named(self) -> None:
        def change(table: pa.Table) -> pa.Table:
            renamed = table.rename_columns([{"mode": "modus"}.get(name, name) for name in table.column_names])
            numbers = pa.array([1.5] * len(table))
            other = renamed.set_column(table.column_names.index("when"), "when", numbers)
            return other.drop_columns(["open", "id"])

        of_file = "x/statements.parquet: statements."
        messages = [message for message in self.changed(change) if message.startswith(of_file)]
        assert [message.removeprefix(of_file) for message in messages] == [
            "modus: expected a column of statements, found 'modus'; did you mean 'mode'?",
            "id: expected a column of this name, found none",
            "mode: expected a column of this name, found none",
            "when: expected a column of string, found one of double",
        ]

    def test_what_others_write_is_read(self) -> None:
        files = parquet.dumps(EXAMPLE)
        stream = io.BytesIO()
        pl.read_parquet(io.BytesIO(files["statements.parquet"])).write_parquet(stream)
        assert parquet.loads(without_hashes(files) | {"statements.parquet": stream.getvalue()}) == EXAMPLE

    def test_a_row_that_was_altered_under_the_old_metadata_is_refused(self) -> None:
        files = parquet.dumps(EXAMPLE)
        table = pq.read_table(pa.BufferReader(files["issues.parquet"]))
        data = parquet_file(table.slice(1))
        (message,) = refused(parquet, without_hashes(files) | {"issues.parquet": data})[:1]
        assert message.startswith("x/issues.parquet: expected the rows of which the metadata have the hash")


class TestOtherReaders:
    """Each of them was written by others, and sees what the records say."""

    def test_the_types_are_those_that_every_reader_knows(self, folder: Path) -> None:
        def leaves(type_: pa.DataType) -> set[str]:
            inner = [field.type for field in type_] if pa.types.is_struct(type_) else []
            inner += [type_.value_type] if pa.types.is_list(type_) else []
            return {str(type_)} if not inner else {leaf for each in inner for leaf in leaves(each)}

        kinds: set[str] = set()
        for name in COLLECTIONS:
            for field in pq.read_schema(folder / f"{name}.parquet"):
                kinds |= leaves(field.type)
        assert kinds == {"string", "bool", "int64", "double"}

    def test_pages_have_checksums(self, folder: Path) -> None:
        raw = bytearray((folder / "statements.parquet").read_bytes())
        column = pq.ParquetFile(folder / "statements.parquet").metadata.row_group(0).column(0)
        raw[column.data_page_offset + column.total_compressed_size // 2] ^= 1
        with pytest.raises(OSError, match=r"(?i)crc"):
            pq.ParquetFile(pa.BufferReader(bytes(raw)), page_checksum_verification=True).read()

    def test_the_metadata_have_version_header_and_count(self, folder: Path) -> None:
        metadata = pq.read_schema(folder / "statements.parquet").metadata
        assert metadata[b"diplo_events.format_version"] == b"1.0"
        assert json.loads(metadata[b"diplo_events.header"])["title"] == EXAMPLE.title
        assert metadata[b"diplo_events.records"] == str(len(EXAMPLE.of_type(Statement))).encode()

    def test_pandas_polars_and_duckdb_read_the_same(self, folder: Path) -> None:
        file = folder / "statements.parquet"
        statements = EXAMPLE.of_type(Statement)
        speakers = [list(statement.speakers) for statement in statements]
        assert [list(cell) for cell in pd.read_parquet(file)["speakers"]] == speakers
        assert pl.read_parquet(file)["speakers"].to_list() == speakers
        with duckdb.connect() as connection:
            found = connection.execute("SELECT id, speakers FROM read_parquet(?) ORDER BY id", [str(file)]).fetchall()
        assert found == [(statement.id, list(statement.speakers)) for statement in statements]


def test_numbers_are_exact() -> None:
    (claim,) = [record for record in EXAMPLE.records if getattr(record, "extent", None)][:1] or [None]
    assert claim is not None
    for module in FORMATS.values():
        read = module.loads(module.dumps(alone(claim)))[claim.id]
        assert math.copysign(1, read.extent.low) == math.copysign(1, claim.extent.low)
        assert read.extent == claim.extent
