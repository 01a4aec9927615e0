"""DuckDB and polars answer from the same Parquet, through the same functions, what the library answers of the whole."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow.parquet as pq
import pytest

import diplo_events
from diplo_events import NotReadableError, Statement
from diplo_events.corroboration import corroborate, find_contradictions
from diplo_events.corroboration.candidates import block_keys, find_candidates
from diplo_events.errors import ArgumentError, ArgumentTypeError
from diplo_events.formats import jsonl
from diplo_events.formats.arrow_records import table_records
from diplo_events.schema import COLLECTIONS
from diplo_events.spark import candidates_of, contradictions_of, deduplicated, verdicts_of, with_month
from diplo_events.spark.parquet_parts import parquet_parts

DATASET = diplo_events.load_example()
STATEMENTS = {record.id: record for record in DATASET.statements}
SHARED = {record.id: record for record in DATASET.records if record.id not in STATEMENTS}
ONLY = diplo_events.Dataset(
    records=[record for record in DATASET.records if record.id in STATEMENTS or not hasattr(record, "canonical_id")],
    complete=False,
)
"""What a question about statements alone can know."""

Read = Callable[..., Any]


def relation(*files: Path) -> Any:
    return duckdb.read_parquet([str(file) for file in files])


def frame(*files: Path) -> pl.DataFrame:
    return pl.read_parquet(list(files))


def lazy(*files: Path) -> pl.LazyFrame:
    return pl.scan_parquet(list(files))


ENGINES: dict[str, Read] = {"duckdb": relation, "polars": frame, "polars, lazy": lazy}
engines = pytest.mark.parametrize("read", ENGINES.values(), ids=ENGINES)


def rows(answer: Any) -> list[dict[str, Any]]:
    """Return the rows of an answer, whatever holds them."""
    if isinstance(answer, pl.LazyFrame):
        answer = answer.collect()
    if isinstance(answer, pl.DataFrame):
        return answer.to_dicts()
    table = answer.to_arrow_table() if isinstance(answer, duckdb.DuckDBPyRelation) else answer
    return table.to_pylist()


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled records twice, once in another spelling, as parts."""
    folder = tmp_path_factory.mktemp("engines")
    (folder / "lines").mkdir()
    text = jsonl.dumps(DATASET)
    (folder / "lines" / "a.jsonl").write_text(text, "utf-8")
    (folder / "lines" / "b.jsonl").write_text(text.replace('","', '", "'), "utf-8")
    counts = parquet_parts(folder / "lines", folder / "parts")
    assert counts == {name: 2 * len(DATASET.of_type(cls)) for name, cls in COLLECTIONS.items() if DATASET.of_type(cls)}
    return folder / "parts"


@pytest.fixture(scope="module")
def once(parts: Path) -> Path:
    """The statements, each once."""
    file = parts.parent / "once.parquet"
    deduplicated(frame(parts / "statements" / "part-00000.parquet")).write_parquet(file)
    return file


@engines
def test_each_record_once(read: Read, parts: Path) -> None:
    asked = read(parts / "statements" / "part-00000.parquet")
    assert sorted(row["id"] for row in rows(deduplicated(asked))) == sorted(STATEMENTS)


@engines
def test_rows_without_a_fingerprint_are_compared_whole(read: Read, tmp_path: Path) -> None:
    diplo_events.write(DATASET, tmp_path / "articles.parquet")
    file = tmp_path / "articles.parquet" / "positions.parquet"
    found = rows(deduplicated(read(file, file)))
    assert sorted(row["id"] for row in found) == sorted(record.id for record in DATASET.positions)


@engines
def test_fingerprints_alone_are_enough_and_problems_stay(read: Read, parts: Path, tmp_path: Path) -> None:
    table = pq.read_table(parts / "issues" / "part-00000.parquet")
    pq.write_table(table.drop_columns("_problems"), tmp_path / "prints.parquet")
    assert len(rows(deduplicated(read(tmp_path / "prints.parquet")))) == len(DATASET.issues)
    bad = table.slice(0, 2).set_column(table.num_columns - 1, "_problems", [["no record", "no record"]])
    pq.write_table(bad.cast(table.schema), tmp_path / "bad.parquet")
    found = rows(deduplicated(read(parts / "issues" / "part-00000.parquet", tmp_path / "bad.parquet")))
    assert len(found) == len(DATASET.issues) + 2


@engines
def test_contradictions_are_those_of_the_whole(read: Read, once: Path) -> None:
    keys = {record.canonical_id for record in DATASET.statements if record.canonical_id}
    expected = {
        (one.about, one.kind.value, one.certain, tuple(side.value for side in one.versions))
        for one in find_contradictions(ONLY)
        if one.about in keys
    }
    found = rows(contradictions_of(read(once), "statement", SHARED))
    assert (
        {
            (row["canonical_id"], row["kind"], row["certain"], tuple(side["value"] for side in row["versions"]))
            for row in found
        }
        == expected
        != set()
    )


@engines
def test_verdicts_are_those_of_the_whole(read: Read, once: Path) -> None:
    expected = {
        (result.referent, field.field, field.verdict.value)
        for result in corroborate(ONLY, Statement)
        for field in result.fields
        if result.referent not in STATEMENTS
    }
    found = rows(verdicts_of(read(once), "statement", SHARED))
    assert {(row["canonical_id"], row["field"], row["verdict"]) for row in found} == expected != set()


@engines
def test_candidates_of_all_blocks_are_those_of_the_whole(read: Read, once: Path) -> None:
    pairs = find_candidates(ONLY)
    expected = sorted((one.left, one.right, one.score, [found.why for found in one.evidence]) for one in pairs)
    found = rows(candidates_of(read(once), "statement", SHARED))
    assert sorted((row["left"], row["right"], row["score"], row["why"]) for row in found) == expected != []


def test_blocks_cover_the_pairs_of_every_type() -> None:
    blocks = sorted({key for keys in block_keys(DATASET).values() for key in keys})
    found = {pair for block in blocks[::7] for pair in find_candidates(DATASET, block=block)}
    assert found <= set(find_candidates(DATASET)) | set()
    assert found


@engines
def test_nothing_is_found_in_nothing(read: Read, once: Path, tmp_path: Path) -> None:
    pq.write_table(pq.read_table(once).slice(0, 0), tmp_path / "none.parquet")
    for ask in (contradictions_of, verdicts_of, candidates_of):
        assert rows(ask(read(tmp_path / "none.parquet"), "statement", SHARED)) == []


@engines
def test_months(read: Read, once: Path, parts: Path, tmp_path: Path) -> None:
    sources = deduplicated(read(parts / "sources" / "part-00000.parquet"))
    months = {row["id"]: row["month"] for row in rows(with_month(read(once), sources))}
    published = {source.id: str(source.published)[:7] for source in DATASET.sources}
    assert months == {record.id: published[record.source] for record in DATASET.statements}
    pq.write_table(pq.read_table(parts / "sources" / "part-00000.parquet").slice(0, 0), tmp_path / "none.parquet")
    assert {row["month"] for row in rows(with_month(read(once), read(tmp_path / "none.parquet")))} == {"unknown"}


def test_parts_are_the_records(once: Path) -> None:
    table = pq.read_table(once).drop_columns(["_fingerprint", "_problems"])
    assert {record.id: record for record in table_records(Statement, table)} == STATEMENTS


def test_parts_are_whole_or_not_there(parts: Path, tmp_path: Path) -> None:
    with pytest.raises(FileExistsError, match=r"part-00000\.parquet"):
        parquet_parts(parts.parent / "lines", parts)
    good = next(line for line in jsonl.dumps(DATASET).splitlines() if '"type":"statement"' in line)
    (tmp_path / "x.jsonl").write_text(f"{good}\n" + good.replace('"mode":', '"mood":', 1), "utf-8")
    with pytest.raises(NotReadableError, match="mood"):
        parquet_parts(tmp_path / "x.jsonl", tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.parquet"))
    assert parquet_parts(tmp_path / "x.jsonl", tmp_path / "out", drop_malformed=True) == {"statements": 1}


def test_a_full_part_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplo_events.spark.parquet_parts.GROUP", 10)
    monkeypatch.setattr("diplo_events.spark.parquet_parts.PART", 20)
    diplo_events.write(DATASET, tmp_path / "x.jsonl")
    counts = parquet_parts(tmp_path / "x.jsonl", tmp_path / "out")
    files = sorted((tmp_path / "out" / "issues").iterdir())
    assert [file.name for file in files] == ["part-00000.parquet", "part-00001.parquet"]
    assert counts["issues"] == len(DATASET.issues) == len(pl.read_parquet(files))


def test_other_frames_and_types_are_refused(once: Path) -> None:
    with pytest.raises(ArgumentTypeError, match="a frame of Spark or polars, or a relation of DuckDB"):
        deduplicated(rows(frame(once)))
    with pytest.raises(ArgumentError, match="found 'source'"):  # of which there are no reports
        contradictions_of(frame(once), "source", SHARED)
    with pytest.raises(ArgumentError, match="did you mean 'statement'"):
        verdicts_of(frame(once), "statements", SHARED)
