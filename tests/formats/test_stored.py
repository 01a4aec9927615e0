"""Datasets whose records stay on disk: the same records, answers and problems as those of a dataset in memory."""

import contextlib
import io
import json
import os
import pickle
import random
import tempfile
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from format_damage import damaged, spoil
from hypothesis import given

import diplo_events
from diplo_events import Dataset, NotReadableError
from diplo_events.formats import (
    _jsonl_check,
    _jsonl_lines,
    _line_rows,
    _range_needs,
    _record_lines,
    _record_store,
    _shadows,
    _stored_reading,
    jsonl,
    stored,
)
from diplo_events.formats._line_rows import Comparison, LineRow, LineRows, Unfitting, unfitting_in
from diplo_events.formats._stored_reading import Mapped
from diplo_events.formats.line_ranges import LineRange
from diplo_events.model import EventRecord
from diplo_events.schema import RECORD_TYPES
from diplo_events.strategies import datasets
from profiles import examples

EXAMPLE = diplo_events.load_example()
TEXT = jsonl.dumps(EXAMPLE)
LINES = TEXT.splitlines()[1:-1]
BY_TYPE = [record for cls in RECORD_TYPES.values() for record in EXAMPLE.of_type(cls)]
HEADER = {"type": "dataset", "format_version": "1.0"}
SMALL = jsonl.dumps(Dataset(records=BY_TYPE[:20], complete=False)).encode()


def outcome(work: Callable[[], Any]) -> Any:
    """Return what a function returns, or the problems that it raises, in their order."""
    try:
        return work()
    except NotReadableError as error:
        return list(error.problems)


def both_roads(data: bytes | str, path: Path) -> tuple[Any, Any]:
    """Return what the whole file gives, and what the file on disk gives."""
    raw = data.encode() if isinstance(data, str) else data
    path.write_bytes(raw)
    whole = outcome(lambda: jsonl.loads(raw, file=str(path)))
    return whole, outcome(lambda: opened(path))


def opened(path: Path) -> Dataset:
    """Return the dataset in a file, which is not of a newer version."""
    found = stored.open_stored(path)
    assert found is not None
    return found.dataset


@contextlib.contextmanager
def between_processes(_processes: int) -> Generator[Mapped]:
    """Return what calls a function with several lots of arguments, and takes what it returns through a pipe."""
    yield lambda function, lots: (pickle.loads(pickle.dumps(function(*lot))) for lot in lots)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stored")


@pytest.fixture(autouse=True)
def short_ranges(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read a file in many ranges, and compare a few records at a time."""
    monkeypatch.setattr(stored, "RANGE", 5_000)
    monkeypatch.setattr(_record_store, "FETCHED", 7)
    monkeypatch.setattr(_line_rows, "BATCH", 5)


class TestProblems:
    """Each file gives the same problems, in the same order, as when it is read whole."""

    @pytest.mark.parametrize("seed", range(16))
    def test_damaged_bytes(self, seed: int, folder: Path) -> None:
        chance = random.Random(seed)
        places = chance.sample(range(len(SMALL)), chance.randint(1, 4))
        changes = [(place, chance.choice([b"", b"\n", b'"', b"{", b"\xff", b"x", b"7", b"\\"])) for place in places]
        whole, found = both_roads(damaged(SMALL, changes), folder / "damaged.jsonl")
        assert found == whole

    @pytest.mark.parametrize("seed", range(8))
    def test_records_that_do_not_fit_together(self, seed: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        chance = random.Random(seed)
        contents = [json.loads(line) for line in LINES]
        for _ in range(chance.randint(1, 5)):
            spoil(contents, chance)
        for _ in range(seed % 4):
            wrong = chance.choice(contents)
            wrong[chance.choice(list(wrong))] = chance.choice([7, "No id", ["x"], {}, None])
        lines = [json.dumps(content, ensure_ascii=False) for content in contents]
        header = {"type": "dataset", "format_version": "1.0"} | chance.choice([{}, {"complete": False}, {"title": 7}])
        path = folder / "unfit.jsonl"
        whole, found = both_roads("\n".join([json.dumps(header), *lines, ""]), path)
        assert found == whole
        monkeypatch.setattr(stored, "several", between_processes)
        assert outcome(lambda: opened(path)) == whole

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"\n",
            b"[]",
            b'{"type":"actor","id":"a","name":"A","kind":"state"}\n',
            b'{"type":"actor","id":"A B","name":7,"kind":"state"}\n',
            b'\xef\xbb\xbf{"type":"dataset","format_version":"1.0"}\n{"type":"actor"}\n',
            b'{"type":"dataset"}\n{"type":"dataset"}\n\n',
            b'{"type":"dataset","closed":true}\n',
            b'{"type":"dataset","closed":7,"format_version":"2.0","complte":false}\n',
            b'{"type":"dataset","format_version":"1.0","actor":[]}\n{"type":"position","id":"p","actor":"x"}\n',
            b'{"type":"dataset","format_version":"1.0"}\n{"type":"end","records":7}\n{"type":"actor"}\n{}\n',
            b'{"type":"dataset","format_version":"1.0"}\n{"type":"actor","id":"\\ud800"}\n{"type":"actor","id":"\xc3\xa9"}\n',
            SMALL + b"\n",
            SMALL + SMALL,
            SMALL[:-3],
            SMALL.replace(b'"records":20', b'"records":true'),
            b"\n".join([*SMALL.split(b"\n")[:9], *SMALL.split(b"\n")[5:]]),
        ],
    )
    def test_files_that_are_none(self, data: bytes, tmp_path: Path) -> None:
        whole, found = both_roads(data, tmp_path / "x.jsonl")
        assert found == whole
        assert isinstance(whole, list)

    @pytest.mark.parametrize("source", [None, 7, ["x"], {}, "nobody"])
    def test_a_record_restates_one_whose_source_is_wrong(self, source: object, tmp_path: Path) -> None:
        contents = [json.loads(line) for line in LINES]
        one, other = [content for content in contents if content["type"] == "statement"][:2]
        one["restates"], other["source"] = other["id"], source
        header = {"type": "dataset", "format_version": "1.0"}
        lines = map(json.dumps, [header, *contents])
        whole, found = both_roads("\n".join(lines), tmp_path / "x.jsonl")
        assert found == whole
        assert any(problem.path.endswith("source") for problem in whole)

    def test_a_line_that_is_too_long(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        long = b'{"type":"actor","id":"long","name":"' + b"x" * 8_000 + b'","kind":"state"}'
        head, *rest = SMALL.split(b"\n")
        for module in (_jsonl_lines, _line_rows, _range_needs, _shadows):
            monkeypatch.setattr(module, "MAX_LINE", 1_500)
        whole, found = both_roads(b"\n".join([head, *rest[:3], long, *rest[3:]]), tmp_path / "x.jsonl")
        assert found == whole

    def test_only_ranges_in_which_something_does_not_fit_are_read_again(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        again: list[int] = []

        def look_again(piece: LineRange, comparison: Comparison) -> Unfitting:
            again.append(piece.start)
            return unfitting_in(piece, comparison)

        monkeypatch.setattr(_stored_reading, "unfitting_in", look_again)
        path = tmp_path / "x.jsonl"
        path.write_text(TEXT, "utf-8")
        opened(path)
        assert again == []
        for field, wrong in (("restates", "nobody"), ("spans", [{"start": 0, "end": 10**9}]), ("source", "nobody")):
            contents = [json.loads(line) for line in LINES]
            next(content for content in reversed(contents) if content["type"] == "statement")[field] = wrong
            whole, found = both_roads("\n".join(map(json.dumps, [HEADER, *contents])), path)
            assert found == whole
            assert isinstance(whole, list)
            assert len(again) == 1
            again.clear()

    def test_the_same_without_the_fast_road(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_record_lines, "road_for", lambda _size: None)
        path = tmp_path / "x.jsonl"
        whole, found = both_roads(TEXT, path)
        same(found, whole)
        whole, found = both_roads(TEXT.replace('"restates":"', '"restates":"no'), path)
        assert found == whole
        assert isinstance(whole, list)

    def test_newer_versions_are_left_to_the_whole(self, tmp_path: Path) -> None:
        (tmp_path / "x.jsonl").write_text('{"type":"dataset","format_version":"1.9"}\n')
        assert stored.open_stored(tmp_path / "x.jsonl") is None

    def test_no_database_is_left_where_a_file_cannot_be_opened(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        temporary = tmp_path / "temporary"
        temporary.mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(temporary))
        with pytest.raises(OSError, match="directory"):
            stored.open_stored(tmp_path)
        assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [LineRow(0, 41)],
        [LineRow(0, 41), LineRow(42, 9, "a", 3, "s", None), LineRow(52, 2**40, "b", 0, None, 7), LineRow(2**40, 1)],
    ],
)
def test_rows_come_through_a_pipe(rows: list[LineRow]) -> None:
    sent = pickle.loads(pickle.dumps(LineRows(rows)))
    assert sent == rows
    assert {type(row) for row in sent} <= {LineRow}


class TestDatasets:
    @pytest.mark.slow
    @examples(4)
    @given(datasets())
    def test_any_dataset(self, folder: Path, dataset: Dataset) -> None:
        whole, found = both_roads(jsonl.dumps(dataset), folder / "any.jsonl")
        same(found, whole)

    def test_the_bundled_one(self, folder: Path) -> None:
        whole, found = both_roads(TEXT, folder / "example.jsonl")
        same(found, whole)


class TestChangedFiles:
    """A file of the same size can hold other values: its time of change tells, and its inode."""

    def test_a_value_is_not_another_than_the_one_that_was_checked(self, tmp_path: Path) -> None:
        path = tmp_path / "x.jsonl"
        path.write_bytes(SMALL)
        found = opened(path)
        key = BY_TYPE[0].id
        assert found[key] == BY_TYPE[0]
        before = path.stat()
        path.write_bytes(SMALL.replace(b"2025", b"2024"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
        assert path.stat().st_size == before.st_size
        sources = found.of_type(RECORD_TYPES["source"])
        for read in (lambda: found[BY_TYPE[1].id], lambda: [*found.records], lambda: sources[0]):
            with pytest.raises(OSError, match="somebody changed the file while it was read") as caught:
                read()
            assert caught.value.filename == str(path)

    def test_a_file_that_is_replaced_is_still_the_one_that_was_opened(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path, other = tmp_path / "x.jsonl", tmp_path / "y.jsonl"
        path.write_bytes(SMALL)
        found = opened(path)
        pieces = stored.pieces_of(found, 2)
        other.write_bytes(SMALL.replace(b"2025", b"2024"))
        os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
        other.replace(path)
        assert [*found.records] == sorted(BY_TYPE[:20], key=lambda record: record.id)
        monkeypatch.setattr(stored, "OPENED", {})
        with pytest.raises(OSError, match="somebody changed the file"):  # another process opens it by its name
            pieces[0].opened()

    def test_a_change_while_it_is_read_is_noticed(self, tmp_path: Path) -> None:
        path = tmp_path / "x.jsonl"
        path.write_bytes(SMALL)

        def change(done: int, whole: int) -> None:
            os.utime(path, ns=(0, done + whole))

        with pytest.raises(OSError, match="somebody changed the file"):
            stored.open_stored(path, progress=change)


def test_another_thread_may_let_go_of_a_store(tmp_path: Path) -> None:
    name = tmp_path / "records.sqlite"
    stream, database = io.FileIO(tmp_path / "x.jsonl", "w"), _jsonl_check.database_at(str(name))
    failed: list[BaseException] = []

    def drop() -> None:
        try:
            stored.remove(stream, database, str(name))
        except BaseException as error:  # noqa: BLE001  (whatever a thread raises nobody sees)
            failed.append(error)

    thread = threading.Thread(target=drop)
    thread.start()
    thread.join()
    assert not failed
    assert not name.exists()
    database.close()


def same(found: Dataset, whole: Dataset) -> None:
    """Ask both for everything that a dataset answers."""
    assert found == whole
    assert repr(found) == repr(whole)
    assert [*found] == [*whole]
    assert len(found) == len(whole)
    assert all(found[key] == whole[key] and key in found for key in whole)
    for cls in (*RECORD_TYPES.values(), EventRecord):
        records = whole.of_type(cls)
        assert tuple(found.of_type(cls)) == records
        assert tuple(found.of_type(cls)[1:9:3]) == records[1:9:3]
        assert tuple(found.of_type(cls)[::-2]) == records[::-2]
        assert not records or found.of_type(cls)[-1] == records[-1]
    for source in whole.sources:
        assert tuple(found.reported_in(source.id)) == tuple(whole.reported_in(source.id))
    assert found.missing == whole.missing
    assert found.elsewhere == whole.elsewhere
    assert found.first_reports == whole.first_reports
