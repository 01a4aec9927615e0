"""Records in Spark: what a session reads, finds and writes is what the library reads, finds and writes."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import diplo_events
from diplo_events import Statement
from diplo_events.converter import make_converter
from diplo_events.corroboration import corroborate, find_contradictions
from diplo_events.formats import jsonl
from diplo_events.formats.columns import plain_of
from diplo_events.schema import RECORD_TYPES
from diplo_events.spark import (
    DiploDataSource,
    contradictions_in,
    contradictions_of,
    deduplicated,
    verdicts_of,
    with_month,
)

pyspark = pytest.importorskip("pyspark.sql", reason="Spark is not installed: pip install --group spark")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java: apt-get install default-jre-headless"),
    pytest.mark.filterwarnings("default"),  # Spark and py4j warn of what they do themselves
]

DATASET = diplo_events.load_example()
STATEMENTS = {record.id: record for record in DATASET.statements}


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    builder = pyspark.SparkSession.builder.master("local[2]").appName("diplo-events")
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.python.filterPushdown.enabled": "true",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)  # which has the library
        yield from started(builder)


def started(builder: Any) -> Iterator[Any]:
    made = builder.getOrCreate()
    made.sparkContext.setLogLevel("OFF")
    made.dataSource.register(DiploDataSource)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("spark") / "articles.jsonl"
    diplo_events.write(DATASET, file)
    return str(file)


def read(session: Any, path: str, type_: str = "statement", **options: str) -> Any:
    return session.read.format("diplo").option("type", type_).options(**options).load(path)


def records(frame: Any, type_: str = "statement") -> dict[str, Any]:
    structure = make_converter().structure
    cls = RECORD_TYPES[type_]
    rows = (row.asDict(recursive=True) for row in frame.collect())
    cells = ({name: value for name, value in row.items() if not name.startswith("_")} for row in rows)
    return {record.id: record for record in (structure(plain_of(cls, row), cls) for row in cells)}


@pytest.mark.parametrize("type_", ["statement", "source", "position"])
def test_records_come_through_spark_as_they_are(session: Any, path: str, type_: str) -> None:
    expected = {record.id: record for record in DATASET.of_type(RECORD_TYPES[type_])}
    frame = read(session, path, type_, rangeBytes="60000")
    assert frame.rdd.getNumPartitions() > 2
    assert records(frame, type_) == expected


def test_what_is_asked_for_is_what_the_stream_returns(session: Any, path: str) -> None:
    source = "zerohedge-guarantees"
    expected = {record.id for record in jsonl.iter_records(path, types=[Statement], sources=[source])}
    asked = read(session, path).where(f"source = '{source}'")
    assert {row.id for row in asked.select("id").collect()} == expected
    given = read(session, path, source=source, actor="zakharova", period="2025-09")
    found = jsonl.iter_records(
        path,
        types=[Statement],
        sources=[source],
        actors=["zakharova"],
        period=diplo_events.EventDate.parse("2025-09"),
    )
    assert {row.id for row in given.collect()} == {record.id for record in found} != set()


def test_lines_that_are_not_records(session: Any, tmp_path: Path) -> None:
    lines = jsonl.dumps(DATASET).splitlines()[1:-1]
    good = [line for line in lines if '"type":"statement"' in line][:3]
    spoilt = good[0].replace('"mode":', '"mood":', 1)
    (tmp_path / "a.jsonl").write_text("\n".join([*good, spoilt, '{"type":"statement"']), "utf-8")
    rows = read(session, str(tmp_path)).collect()
    assert len(rows) == 5
    said = sorted(row["_problems"] for row in rows if row["_problems"])
    assert "expected a field of Statement, found 'mood'" in said[1]
    assert all(row.id is None for row in rows if row["_problems"])
    assert read(session, str(tmp_path), mode="DROPMALFORMED").count() == 3
    with pytest.raises(Exception, match="mood"):
        read(session, str(tmp_path), mode="FAILFAST").collect()


def test_each_record_once(session: Any, path: str, tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        shutil.copy(path, tmp_path / name)
    frame = read(session, str(tmp_path))
    assert frame.count() == 2 * len(STATEMENTS)
    assert records(deduplicated(frame)) == STATEMENTS
    assert deduplicated(frame).count() == len(STATEMENTS)


def test_written_and_read_again(session: Any, path: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    frame = read(session, path, rangeBytes="100000")
    writing = frame.write.format("diplo").option("type", "statement")
    writing.option("compression", "gzip").mode("append").save(str(target))
    assert {file.suffix for file in target.iterdir()} == {".gz"}
    assert sum(jsonl.check(file) for file in target.iterdir()) == len(STATEMENTS)
    assert records(read(session, str(target))) == STATEMENTS
    writing.mode("overwrite").save(str(target))
    assert records(read(session, str(target))) == STATEMENTS
    assert read(session, str(target)).count() == len(STATEMENTS), "the old files are gone"


def test_groups_say_what_the_library_says_of_the_whole(session: Any, path: str) -> None:
    shared = {record.id: record for record in DATASET.records if record.id not in STATEMENTS}
    keys = {record.canonical_id for record in DATASET.statements if record.canonical_id}
    frame = read(session, path)
    found = {
        (row.canonical_id, row.kind, row.certain, tuple(side.value for side in row.versions))
        for row in contradictions_of(frame, "statement", shared).collect()
    }
    only = diplo_events.Dataset(
        records=[
            record for record in DATASET.records if record.id in STATEMENTS or not hasattr(record, "canonical_id")
        ],
        complete=False,
    )
    assert found == {
        (one.about, one.kind.value, one.certain, tuple(side.value for side in one.versions))
        for one in find_contradictions(only)
        if one.about in keys
    }
    verdicts = {(row.canonical_id, row.field, row.verdict) for row in verdicts_of(frame, "statement", shared).collect()}
    assert verdicts == {
        (result.referent, field.field, field.verdict.value)
        for result in corroborate(only, Statement)
        for field in result.fields
        if result.referent in keys
    }


def test_parquet_by_month_is_read_by_others(session: Any, path: str, tmp_path: Path) -> None:
    months = with_month(read(session, path), read(session, path, "source"))
    months.drop("_fingerprint", "_problems").write.partitionBy("month").parquet(str(tmp_path / "statements"))
    names = {file.name for file in (tmp_path / "statements").iterdir() if file.is_dir()}
    published = {str(source.published)[:7] for source in DATASET.sources}
    assert names == {f"month={month}" for month in published}
    frame = pl.read_parquet(tmp_path / "statements" / "*" / "*.parquet", hive_partitioning=True)
    assert set(frame["id"]) == set(STATEMENTS)
    key = "utterance/zakharova-foreign-intervention"
    rows = frame.filter(pl.col("canonical_id") == key).drop("month").to_dicts()
    assert contradictions_in(rows, "statement", DATASET)[0]["kind"] == "date"


def test_options_are_checked(session: Any, path: str) -> None:
    with pytest.raises(Exception, match="the option type"):
        session.read.format("diplo").load(path).schema  # noqa: B018  (asking is the test)
    with pytest.raises(Exception, match="the option mode"):
        read(session, path, mode="lenient").count()
