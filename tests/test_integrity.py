"""Integrity: the fast answer is that of the walk which explains, whatever is done to the records."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from diplo_events import Dataset, DatasetError, InvalidRecordError, Source, load_example
from diplo_events._internal.dataset import integrity
from diplo_events._internal.dataset.entries import Entry
from diplo_events._internal.dataset.fitting import ACYCLIC, Noted, fit_together, reference_columns
from diplo_events._internal.dataset.integrity import integrity_problems
from diplo_events.formats import _shadows
from diplo_events.formats._record_lines import read_slowly, write_slowly
from diplo_events.model import EventRecord
from diplo_events.schema import RECORD_TYPES, PartNode, Path, references
from profiles import examples
from shared_datasets import DATASETS

EXAMPLE = load_example()


def fast(records: list[Any], *, complete: bool) -> bool:
    answer = fit_together(records, complete=complete)
    data = b"".join(map(write_slowly, records))
    for number in (len(data), 0):  # of bytes on the fast road, so that something or nothing is noted
        found, noted = noted_of(data, number)
        assert fit_together(found, complete=complete, noted=noted) is answer
    return answer


def noted_of(data: bytes, number: int) -> tuple[list[Any], Noted]:
    """Read lines, and return what is noted of their references."""
    made, noted = _shadows.read_lines(data[:number], 0, read_slowly)
    apart = [read_slowly(line) for line in data[number:].splitlines()]
    return [*made, *apart], noted._replace(apart=(*noted.apart, *apart))


def slow(records: list[Any], *, complete: bool) -> bool:
    entries = [Entry(path=record.id, type=type(record), content=record) for record in records]
    return not integrity_problems(entries, complete=complete)


def with_value(part: Any, path: Path, value: object) -> Any:
    """Return a record, or a part of one, with another value at a path."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*part[:step], with_value(part[step], rest, value), *part[step + 1 :])
    return attrs.evolve(part, **{step: with_value(getattr(part, step), rest, value)})


def changed(record: Any, records: list[Any], data: DataObject) -> Any:
    """Return a record with one change that may break a rule: another reference, length or source, or the same id."""
    known = [other.id for other in records]
    ids = st.sampled_from([*known, *(getattr(other, "restates", None) or "nobody" for other in records), "nobody"])
    found = list(references(type(record), record))
    kinds = ["reference"] * bool(found) + ["length"] * isinstance(record, Source) + ["id"]
    kinds += [name for name in ACYCLIC if hasattr(record, name)]
    match data.draw(st.sampled_from(kinds)):
        case "reference":
            return with_value(record, data.draw(st.sampled_from(found)).path, data.draw(ids))
        case "length":
            return attrs.evolve(record, length=data.draw(st.integers(1, 400)))
        case "id":
            return attrs.evolve(record, id=data.draw(ids))
        case name:
            same = [other.id for other in records if type(other) is type(record)]
            target = data.draw(st.sampled_from(same))
            return attrs.evolve(record, **{name: (target,) if name == "member_of" else target})


def check_any_change(dataset: Dataset, data: DataObject) -> None:
    records: list[Any] = list(dataset.records)
    assert fast(records, complete=dataset.complete)
    for _ in range(data.draw(st.integers(0, 3)) if records else 0):
        index = data.draw(st.integers(0, len(records) - 1))
        try:
            records[index] = changed(records[index], records, data)
        except InvalidRecordError:  # the record itself refuses: nothing to compare
            continue
        for complete in (True, False):
            assert fast(records, complete=complete) is slow(records, complete=complete)


@examples(25)
@given(dataset=DATASETS, data=st.data())
def test_the_fast_answer_for_drawn_datasets(dataset: Dataset, data: DataObject) -> None:
    check_any_change(dataset, data)


@pytest.mark.slow
@examples(15)
@given(data=st.data())
def test_the_fast_answer_for_the_bundled_dataset(data: DataObject) -> None:
    check_any_change(EXAMPLE, data)


@pytest.mark.parametrize("cls", RECORD_TYPES.values(), ids=RECORD_TYPES)
def test_every_reference_of_a_type_is_in_a_column(cls: Any) -> None:
    for record in EXAMPLE.of_type(cls):
        columns = [
            (types, target) for types, column in reference_columns(PartNode(cls=cls)) for target in column([record])
        ]
        found = {(types, target) for types, target in columns if target is not None}
        assert found == {(reference.types, reference.target) for reference in references(cls, record)}


def test_what_fits_is_not_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    def explain(*_arguments: object, **_more: object) -> None:
        raise AssertionError("records that fit were walked over")

    monkeypatch.setattr(integrity, "integrity_problems", explain)
    assert len(Dataset(records=EXAMPLE.records)) == len(EXAMPLE)
    with pytest.raises(AssertionError, match="walked over"):
        Dataset(records=EXAMPLE.of_type(EventRecord))


def test_what_does_not_fit_is_explained() -> None:
    with pytest.raises(DatasetError) as refused:
        Dataset(records=EXAMPLE.of_type(EventRecord))
    assert len(refused.value.problems) > len(EXAMPLE.of_type(EventRecord))
