"""The page on the two codings says what the codings say, and the codings are whole."""

import importlib.util
import sys
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import diplo_events
from diplo_events import Action, Quote, Source, Vote, read
from diplo_events.cli._inputs import read_encoding
from diplo_events.coding.agreement import compare_codings
from diplo_events.model import EventRecord

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "seeds" / "double-coding"


@pytest.fixture(scope="module")
def report() -> ModuleType:
    spec = importlib.util.spec_from_file_location("double_coding_report", FOLDER / "report.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_the_page_is_what_the_script_writes(report: ModuleType) -> None:
    hint = "run python seeds/double-coding/report.py"
    assert (ROOT / "docs" / "double-coding.md").read_text(encoding="utf-8") == report.page(), hint


def test_both_coders_encoded_the_texts_of_the_bundled_dataset() -> None:
    names = {path.name for path in (FOLDER / "first").iterdir()}
    assert names == {path.name for path in (FOLDER / "second").iterdir()}
    for name in names:
        sources = [read(FOLDER / coder / name).of_type(Source) for coder in ("first", "second")]
        (seed,) = read(ROOT / "seeds" / name).of_type(Source)
        assert [[source.sha256 for source in found] for found in sources] == [[seed.sha256]] * 2


def test_every_difference_in_a_value_was_read_twice_more(report: ModuleType) -> None:
    first, second = (read_encoding(str(FOLDER / coder)) for coder in ("first", "second"))
    differing = {
        (*one.ids, {"main act": "acts"}.get(one.variable, one.variable))
        for part in compare_codings(first, second, resamples=0).types
        for one in part.disagreements
        if one.variable not in report.NOT_READ_AGAIN
    }
    assert {(row["first"], row["second"], row["field"]) for row in report.readings()} == differing
    for row in report.readings():
        given = [first[row["first"]], second[row["second"]]]
        assert [in_order(value) for value in row["values"]] == [
            in_order(plain(getattr(record, row["field"]))) for record in given
        ]


def in_order(value: Any) -> Any:
    return sorted(value) if isinstance(value, list) else value


def plain(value: Any) -> Any:
    if isinstance(value, tuple | frozenset):
        return [plain(item) for item in value]
    if value is None or isinstance(value, bool | str):
        return value
    return value.value if isinstance(value, Enum) else value.text if isinstance(value, Quote) else str(value)


def test_what_both_readers_decided_is_settled_so(report: ModuleType) -> None:
    settled = diplo_events.load_example()
    otherwise = set()
    for row in report.readings():
        one, other = (report.decided({**row, **reading}) for reading in row["readings"])
        value = plain(getattr(settled[row["settled"]], row["field"]))
        if one == other and one != (value if row["field"] == "acts" else in_order(value)):
            otherwise.add((row["settled"], row["field"]))
    assert otherwise == set(report.EXCEPTIONS)


@pytest.fixture(scope="module")
def alone() -> dict[tuple[str, str], EventRecord]:
    """What only one coder had, by coder and id."""
    first, second = (read_encoding(str(FOLDER / coder)) for coder in ("first", "second"))
    types = compare_codings(first, second, resamples=0).types
    sides = {
        "first": [r for part in types for r in part.only_first],
        "second": [r for p in types for r in p.only_second],
    }
    return {(coder, record.id): record for coder, records in sides.items() for record in records}


def test_every_record_of_one_coder_alone_is_decided_with_a_reason(
    report: ModuleType, alone: dict[tuple[str, str], EventRecord]
) -> None:
    rows = report.decisions()
    assert len(rows) == len(alone)
    assert {(row["coder"], row["record"]) for row in rows} == set(alone)
    for row in rows:
        assert row["decision"] in {"own", "part", "out"}
        assert (row["settled"] is None) is (row["decision"] == "out")
        assert len(row["reason"].split()) > 4


@pytest.mark.slow
def test_what_is_decided_in_stands_in_the_settled_encoding_and_what_is_out_does_not(
    report: ModuleType, alone: dict[tuple[str, str], EventRecord]
) -> None:
    settled = diplo_events.load_example()
    stands = {
        (coder, mine.id): ours.id
        for coder in ("first", "second")
        for part in compare_codings(read_encoding(str(FOLDER / coder)), settled, resamples=0).types
        for mine, ours in part.matched
    }
    for row in report.decisions():
        record = alone[row["coder"], row["record"]]
        assert stands.get((row["coder"], row["record"])) == (row["settled"] if row["decision"] == "own" else None)
        if row["decision"] == "part":
            kept = settled[row["settled"]]
            assert isinstance(kept, type(record))
            assert all(any(a.start <= b.start < b.end <= a.end for a in kept.spans) for b in record.spans)


@pytest.mark.slow
def test_the_settled_encoding_is_no_stranger_to_either(report: ModuleType) -> None:
    settled = report.coded_twice()
    for coder in ("first", "second"):
        for part in compare_codings(read_encoding(str(FOLDER / coder)), settled, resamples=0).types:
            if part.type in {Action, Vote}:
                assert (part.matched, part.only_first, part.only_second) == ((), (), ())
                continue
            assert part.f1 is not None
            assert part.f1 > 0.8


class TestTheThirdCoding:
    def test_it_has_the_texts_of_the_bundled_dataset_and_each_has_one_coder(self, report: ModuleType) -> None:
        names = sorted(path.name for path in (FOLDER / "third").glob("*.yaml"))
        assert names == sorted(path.name for path in (FOLDER / "first").iterdir())
        assert names == sorted(f"{name}.yaml" for articles in report.THIRD_CODERS for name in articles)
        for name in names:
            (source,), (seed,) = (
                read(path).of_type(Source) for path in (FOLDER / "third" / name, ROOT / "seeds" / name)
            )
            assert source.sha256 == seed.sha256

    def test_the_figures_of_then_are_of_the_same_coding(self, report: ModuleType) -> None:
        then, now = report.third_then(), report.third_counts(diplo_events.load_example())
        assert set(then) == set(now)
        for key, (coded, settled, both) in then.items():
            assert both <= min(coded, settled)
            if key[1] != report.IDENTITY:
                assert coded == now[key][0], key

    def test_pairs_that_are_one_thing_are_counted_in_each_encoding(self, report: ModuleType) -> None:
        joined, other, alone = (
            EventRecord(id=key, source="x", canonical_id=group)
            for key, group in (("x/1", "deed/one"), ("x/2", "deed/one"), ("x/3", None))
        )
        assert report.same_pairs([(joined, joined), (other, other), (alone, alone)]) == (1, 1, 1)
        assert report.same_pairs([(joined, joined), (other, alone), (alone, other)]) == (1, 1, 0)

    @pytest.mark.slow
    def test_every_unit_that_only_one_side_has_is_decided_with_a_reason(self, report: ModuleType) -> None:
        settled = diplo_events.load_example()
        codings = [read(path) for path in sorted((FOLDER / "third").glob("*.yaml"))]
        types = [part for coding in codings for part in compare_codings(coding, settled, resamples=0).types]
        left = {("third", record.id) for part in types for record in part.only_first}
        left |= {("settled", record.id) for part in types for record in part.only_second}
        rows = {(row["only"], row["record"]): row for row in report.third_decisions()}
        assert left <= set(rows)
        assert {key for key, row in rows.items() if row["decision"] == "kept"} <= left
        assert {row["decision"] for row in rows.values()} == {"kept", "mended"}
        assert all(len(row["reason"].split()) > 3 for row in rows.values())
        assert len(rows) == len(report.third_decisions())
