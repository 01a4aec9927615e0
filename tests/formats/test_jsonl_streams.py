"""JSON Lines as a stream: the same records, the same problems and the same bytes as the file as a whole."""

import gzip
import hashlib
import json
import random
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from format_damage import damaged, spoil
from hypothesis import given

import diplo_events
from diplo_events import Actor, Dataset, EventDate, NotReadableError, Position, Statement
from diplo_events.analysis.query import When
from diplo_events.errors import ArgumentError, ArgumentTypeError, MissingExtraError, Problem
from diplo_events.formats import _jsonl_check, _jsonl_lines, _jsonl_streams, _packed, jsonl
from diplo_events.model import EventRecord
from diplo_events.schema import RECORD_TYPES, references
from diplo_events.strategies import datasets
from profiles import examples

EXAMPLE = diplo_events.load_example()
TEXT = jsonl.dumps(EXAMPLE)
BY_TYPE = [record for cls in RECORD_TYPES.values() for record in EXAMPLE.of_type(cls)]
LINES = TEXT.splitlines()[1:-1]
SMALL = jsonl.dumps(Dataset(records=BY_TYPE[:20], complete=False)).encode()
NAMES = ["x.jsonl", "x.jsonl.gz", "x.jsonl.zst"]


def problems_of(work: Callable[[], object]) -> list[Problem]:
    with pytest.raises(NotReadableError) as caught:
        work()
    return list(caught.value.problems)


def outcome(work: Callable[[], Any]) -> Any:
    """Return what a function returns, or the list of the problems that it raises."""
    try:
        return work()
    except NotReadableError as error:
        return list(error.problems)


def in_file(data: bytes | str, path: Path) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("streams")


@pytest.fixture(scope="module")
def example(folder: Path) -> Path:
    return in_file(TEXT, folder / "example.jsonl")


class TestTheSameAsTheWhole:
    @pytest.mark.parametrize("name", NAMES)
    def test_records_are_written_and_read_back(self, name: str, tmp_path: Path) -> None:
        path = tmp_path / name
        with jsonl.writer(path, header=EXAMPLE) as out:
            out.write_all(BY_TYPE)
        assert out.count == jsonl.check(path) == len(EXAMPLE)
        assert b"".join(_packed.pieces_of(path)).decode() == TEXT
        assert list(jsonl.iter_records(path)) == BY_TYPE
        assert jsonl.read_header(path) == diplo_events.dataset.Header(
            **{field.name: getattr(EXAMPLE, field.name) for field in diplo_events.dataset.HEADER}
        )

    @pytest.mark.slow
    @examples(4)
    @given(datasets())
    def test_any_dataset(self, folder: Path, dataset: Dataset) -> None:
        path = folder / "any.jsonl"
        with jsonl.writer(path, header=dataset) as out:
            for cls in RECORD_TYPES.values():
                out.write_all(dataset.of_type(cls))
        assert path.read_text("utf-8") == jsonl.dumps(dataset)
        assert sorted(jsonl.iter_records(path), key=lambda record: record.id) == list(dataset.records)
        assert jsonl.check(path) == len(dataset)

    @pytest.mark.parametrize("seed", range(12))
    def test_damaged_files_are_refused_too(self, seed: int, folder: Path) -> None:
        """Of lines that cannot be read, the whole also lists what others refer to in vain; the stream does not."""
        chance = random.Random(seed)
        places = chance.sample(range(len(SMALL)), chance.randint(1, 3))
        changes = [(place, chance.choice([b"", b"\n", b'"', b"{", b"\xff", b"x", b"7", b"\\"])) for place in places]
        raw = damaged(SMALL, changes)
        path = in_file(raw, folder / "damaged.jsonl")
        whole = outcome(lambda: {*jsonl.loads(raw, file=str(path)).records})
        found = outcome(lambda: {*jsonl.iter_records(path)})
        assert found == whole or (isinstance(whole, list) and isinstance(found, list) and {*found} <= {*whole})
        assert outcome(lambda: jsonl.check(path)) == (found if isinstance(found, list) else len(found))

    @pytest.mark.parametrize("seed", [0, 3, 7, 8])
    def test_records_that_do_not_fit_together(self, seed: int, folder: Path) -> None:
        """Every problem between lines is found out of core as by the reader that holds them all, place by place."""
        chance = random.Random(seed)
        contents = [json.loads(line) for line in LINES]
        for _ in range(chance.randint(1, 4)):
            spoil(contents, chance)
        lines = [json.dumps(content, ensure_ascii=False) for content in contents]
        text = "\n".join([json.dumps({"type": "dataset", "format_version": "1.0"}), *lines, ""])
        path = in_file(text, folder / "unfit.jsonl")
        assert outcome(lambda: jsonl.check(path)) == outcome(lambda: len(jsonl.loads(text, file=str(path))))

    @pytest.mark.parametrize("block", [1, 7, 64])
    def test_lines_end_anywhere_in_a_piece(self, block: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = in_file(SMALL, tmp_path / "x.jsonl")
        monkeypatch.setattr(_packed, "BLOCK", block)
        assert [record.id for record in jsonl.iter_records(path)] == [record.id for record in BY_TYPE[:20]]

    def test_a_line_that_is_too_long_is_not_kept(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        long = b'{"type":"actor","id":"long","name":"' + b"x" * 2_000 + b'","kind":"state"}'
        head, *rest = SMALL.split(b"\n")
        path = in_file(b"\n".join([head, *rest[:3], long, *rest[3:]]), tmp_path / "x.jsonl")
        for module in (_jsonl_streams, _jsonl_lines):
            monkeypatch.setattr(module, "MAX_LINE", 1_500)
        monkeypatch.setattr(_packed, "BLOCK", 64)
        (problem,) = problems_of(lambda: list(jsonl.iter_records(path)))
        assert str(problem) == f"{path}:5:1: expected lines of at most 1500 bytes, found one of {len(long)} bytes"

    def test_only_the_first_of_many_problems_are_listed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_jsonl_streams, "MOST_PROBLEMS", 3)
        path = in_file('{"type":"dataset","format_version":"1.0"}\n' + "[]\n" * 10, tmp_path / "x.jsonl")
        *listed, last = problems_of(lambda: list(jsonl.iter_records(path)))
        assert [problem.location.line for problem in listed if problem.location] == [2, 3, 4]
        assert last.found == "7 more of them"

    def test_newer_versions_are_left_to_the_whole(self, tmp_path: Path) -> None:
        path = in_file('{"type":"dataset","format_version":"1.9"}\n', tmp_path / "x.jsonl")
        (problem,) = problems_of(lambda: jsonl.read_header(path))
        assert str(problem) == (
            f"{path}:1:19: line 1.format_version: expected format 1.0, which streams read, found '1.9'; "
            "read the file as a whole: diplo_events.read"
        )

    @pytest.mark.parametrize("data", [b"", b"\n", b"[]", b'{"type":"actor","id":"a","name":"A","kind":"state"}\n'])
    def test_a_file_without_header(self, data: bytes, tmp_path: Path) -> None:
        path = in_file(data, tmp_path / "x.jsonl")
        expected = problems_of(lambda: jsonl.loads(data, file=str(path)))
        assert problems_of(lambda: list(jsonl.iter_records(path))) == expected
        assert problems_of(lambda: jsonl.read_header(path)) == expected


class TestSelection:
    """What is skipped unread could not have been wanted: the answer is that of asking each record."""

    SPELLINGS: tuple[Callable[[dict[str, Any]], str], ...] = (
        lambda content: json.dumps(content, ensure_ascii=False, separators=(",", ":")),
        lambda content: json.dumps(content, sort_keys=True, indent=None),
        lambda content: json.dumps(content).replace("/", "\\/"),
        lambda content: json.dumps(content, ensure_ascii=False).replace("o", "\\u006f"),
    )

    def written(self, number: int, folder: Path) -> Path:
        write = self.SPELLINGS[number]
        lines = [write(json.loads(line)) for line in TEXT.splitlines()[1:-1]]
        digits = {"type": "dataset", "format_version": "1.0"}
        text = "".join(f"{line}\n" for line in (json.dumps(digits), *lines))
        ending = {"records": len(lines), "sha256": hashlib.sha256(text.encode()).hexdigest(), "type": "end"}
        return in_file(text + json.dumps(ending), folder / f"spelling{number}.jsonl")

    @pytest.mark.parametrize("number", range(len(SPELLINGS)))
    def test_every_question_has_the_answer_of_the_records(self, number: int, folder: Path) -> None:
        spelling = self.written(number, folder)
        chance = random.Random(7)
        event_types = (*RECORD_TYPES.values(), EventRecord)
        for _ in range(8):
            types = chance.sample(event_types, chance.choice([0, 1, 3]))
            sources = chance.sample([source.id for source in EXAMPLE.sources], chance.choice([0, 0, 1, 2]))
            actors = chance.sample([actor.id for actor in EXAMPLE.actors], chance.choice([0, 0, 1, 3, 20]))
            period = chance.choice([None, EventDate.parse("2025-09"), EventDate.parse("2025-08-20/2025-09-03")])
            certainty = chance.choice(["certainly", "possibly"])
            found = jsonl.iter_records(
                spelling, types=types, sources=sources, actors=actors, period=period, certainty=certainty
            )
            assert list(found) == list(chosen(types, sources, actors, period, certainty))

    def test_skipped_lines_are_counted_and_not_read(self, tmp_path: Path) -> None:
        spoilt = TEXT.replace('"kind":"person"', '"kind":"parson"', 1)
        path = in_file(spoilt, tmp_path / "x.jsonl")
        kinds = problems_of(lambda: list(jsonl.iter_records(path)))
        assert [problem.path.rpartition(".")[2] for problem in kinds] == ["kind", "sha256"]
        (problem,) = problems_of(lambda: list(jsonl.iter_records(path, types=[Position])))
        assert problem.path.endswith(".sha256"), "the file was altered, whatever was asked for"

    def test_a_stream_that_is_left_early_closes_its_file(self, example: Path) -> None:
        stream = jsonl.iter_records(example, types=[Statement], sources=["zerohedge-guarantees"])
        assert next(stream).id == "zerohedge-guarantees/s01"
        del stream

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ({"types": Statement}, r"expected types to be several classes, found .*; write a tuple of classes"),
            ({"types": ["statement"]}, "expected types to be types of records, found 'statement' among them"),
            ({"sources": "kremlin"}, r"found 'kremlin'; write a tuple, such as \('kremlin',\)"),
            ({"actors": [7]}, "expected an id of actors to be a text, found 7"),
            ({"period": "2025-09"}, "expected period to be an EventDate, found '2025-09'; write EventDate.parse"),
            ({"certainty": "maybe"}, "expected certainty to be certainly or possibly"),
        ],
    )
    def test_arguments_are_checked_at_once(self, arguments: dict[str, Any], message: str) -> None:
        with pytest.raises(ArgumentError, match=message):
            jsonl.iter_records("nowhere.jsonl", **arguments)


def chosen(
    types: Iterable[type], sources: Iterable[str], actors: Iterable[str], period: EventDate | None, certainty: Any
) -> Iterable[object]:
    """Ask each record of the dataset."""
    dated = set(EXAMPLE.find(When("within", period), certainty=certainty)) if period else set()
    for record in BY_TYPE:
        is_event = isinstance(record, EventRecord)
        targets = {ref.target for ref in references(type(record), record) if ref.types == (Actor,)}
        if (
            (not types or isinstance(record, tuple(types)))
            and (not sources or (is_event and record.source in sources))
            and (not actors or (is_event and not targets.isdisjoint(actors)))
            and (period is None or record in dated)
        ):
            yield record


def copy_to(path: Path, records: Iterable[Any]) -> None:
    with jsonl.writer(path) as out:
        out.write_all(records)


class TestFiles:
    @pytest.mark.parametrize("name", NAMES[1:])
    def test_packed_files_that_are_cut_or_altered(self, name: str, tmp_path: Path) -> None:
        path = tmp_path / name
        with jsonl.writer(path) as out:
            out.write_all(BY_TYPE[:5])
        whole = path.read_bytes()
        (problem,) = problems_of(lambda: list(jsonl.iter_records(in_file(whole[:-9], path))))
        assert problem.found == "one that is cut off"
        (problem,) = problems_of(lambda: list(jsonl.iter_records(in_file(SMALL, path))))
        assert problem.found.startswith("something else (")
        assert problem.hint == "get it again, or rename it if it is not packed"
        assert list(jsonl.iter_records(in_file(whole, path))) == list(BY_TYPE[:5])

    @pytest.mark.parametrize("name", NAMES)
    def test_packed_twice_is_read_as_one(self, name: str, tmp_path: Path) -> None:
        """Files of gzip and of Zstandard may be joined (RFC 1952, 2.2; RFC 8878, 3)."""
        path = tmp_path / name
        parts = []
        for some in (SMALL[:1000], SMALL[1000:]):
            with _packed.written_whole(path) as write:
                write(some)
            parts.append(path.read_bytes())
        path.write_bytes(b"".join(parts))
        assert jsonl.check(path) == 20

    def test_gzip_has_no_time_in_it(self, tmp_path: Path) -> None:
        for name in ("a.jsonl.gz", "b.jsonl.gz"):
            with jsonl.writer(tmp_path / name) as out:
                out.write(BY_TYPE[0])
        assert (tmp_path / "a.jsonl.gz").read_bytes() == (tmp_path / "b.jsonl.gz").read_bytes()
        assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()).count(b"\n") == 3

    @pytest.mark.parametrize("name", NAMES)
    def test_an_error_leaves_the_old_file(self, name: str, tmp_path: Path) -> None:
        path = in_file("old", tmp_path / name)
        with pytest.raises(ArgumentTypeError, match="expected a record, found 7"):
            copy_to(path, [*BY_TYPE, 7])
        assert path.read_text() == "old"
        assert [file.name for file in tmp_path.iterdir()] == [name]

    def test_the_file_of_another_writer_stays(self, tmp_path: Path) -> None:
        path = in_file("old", tmp_path / "x.jsonl")
        with pytest.raises(FileExistsError, match="another writer changed it"):
            copy_to(path, (path.write_text("theirs") and record for record in BY_TYPE[:1]))
        assert path.read_text() == "theirs"

    def test_newer_headers_and_other_things_are_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "x.jsonl"
        with pytest.raises(ArgumentError, match=r"expected a header of format 1.0, found '1.4'; write the dataset"):
            jsonl.writer(path, header=Dataset(format_version="1.4")).__enter__()
        with pytest.raises(ArgumentTypeError, match="expected header to be a Header, found 'x'"):
            jsonl.writer(path, header="x").__enter__()  # type: ignore[arg-type]  # on purpose
        assert not path.exists()

    def test_without_zstandard(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "zstandard", None)
        monkeypatch.delitem(sys.modules, "diplo_events.formats._zstd", raising=False)
        monkeypatch.delattr("diplo_events.formats._zstd", raising=False)
        path = in_file(b"", tmp_path / "x.jsonl.zst")
        with pytest.raises(MissingExtraError, match=r"pip install 'diplo-events\[zstd\]'"):
            list(jsonl.iter_records(path))
        with pytest.raises(MissingExtraError, match="zstd"):
            jsonl.writer(path).__enter__()

    def test_a_check_in_many_batches(self, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_jsonl_check, "BATCH", 3)
        monkeypatch.setattr(_jsonl_check, "MOST_KEPT", 10)
        assert jsonl.check(example) == len(EXAMPLE)
