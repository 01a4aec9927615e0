"""Law 7: no record is changed by being used."""

import pickle
from enum import Enum
from typing import Any

import attrs
import pytest
from hypothesis import given
from laws import CONVERTER, EXAMPLE, FORMATS, RECORDS

from diplo_events import (
    OPEN,
    Dataset,
    EventDate,
    FrozenMap,
    Issue,
    Name,
    Source,
)
from diplo_events.analysis.stances import stance_matrix
from diplo_events.analysis.timeline import build_timeline
from diplo_events.coding.anchoring import coverage
from diplo_events.corroboration.life_cycles import find_life_cycles
from diplo_events.report.terminal import brief, describe
from diplo_events.schema import (
    Record,
    references,
    type_name,
)
from profiles import examples
from shared_datasets import DATASETS

INERT = (str, int, float, bool, type(None), type(OPEN), EventDate, Enum)


def check_immutable(value: Any) -> None:
    """Try to change a value and everything that can be reached from it."""
    hash(value)
    if attrs.has(type(value)):
        for name in [*(field.name for field in attrs.fields(type(value))), "anything"]:
            with pytest.raises(AttributeError):
                setattr(value, name, None)
            with pytest.raises(AttributeError):
                delattr(value, name)
        for field in attrs.fields(type(value)):
            check_immutable(getattr(value, field.name))
    elif isinstance(value, FrozenMap):
        with pytest.raises(TypeError):
            value["a"] = 1
        with pytest.raises(TypeError):
            del value["a"]
        with pytest.raises(AttributeError, match="cannot be changed"):
            value.anything = 1
        with pytest.raises(AttributeError, match="cannot be changed"):
            del value._items
        for item in value.values():
            check_immutable(item)
    elif isinstance(value, tuple | frozenset):
        assert type(value) in {tuple, frozenset}
        for item in value:
            check_immutable(item)
    else:
        assert isinstance(value, INERT)


def use(dataset: Dataset) -> None:
    """Read, write, query and print a dataset in every way."""
    for module in FORMATS:
        assert module.loads(module.dumps(dataset)) == dataset
    for record in dataset.records:
        list(references(type(record), record))
        str(record)
        list(describe(dataset, record.id))
        CONVERTER.unstructure(record)
    list(brief(dataset))
    for source in dataset.of_type(Source):
        coverage(dataset, source, "One thing. Another.\n" * 20)
    dataset.merge(dataset)
    dataset.with_records(*dataset.records)
    attrs.evolve(dataset, complete=False).without(*dataset)
    repr(dataset)
    hash(dataset)
    assert dataset.missing is not None


class TestLaw7:
    """No record is changed by being read, written, queried or printed."""

    def check_unchanged(self, dataset: Dataset) -> None:
        before = pickle.dumps(dataset)
        texts = [repr(record) for record in dataset.records]
        use(dataset)
        if dataset is EXAMPLE:
            build_timeline(dataset)
            find_life_cycles(dataset)
            stance_matrix(dataset)
        assert pickle.loads(before) == dataset
        assert [repr(record) for record in dataset.records] == texts

    @pytest.mark.slow
    @given(DATASETS)
    def test_drawn_datasets(self, dataset: Dataset) -> None:
        self.check_unchanged(dataset)

    @pytest.mark.slow
    def test_the_bundled_dataset(self) -> None:
        self.check_unchanged(EXAMPLE)

    @pytest.mark.slow
    @examples(50)
    @given(RECORDS)
    def test_drawn_records_cannot_be_changed(self, record: Record) -> None:
        check_immutable(record)

    def test_bundled_records_cannot_be_changed(self) -> None:
        for record in EXAMPLE.records:
            check_immutable(record)

    def test_a_dataset_cannot_be_changed(self) -> None:
        for field in ("records", "title", "complete", "anything"):
            with pytest.raises(AttributeError):
                setattr(EXAMPLE, field, None)
            with pytest.raises(AttributeError):
                delattr(EXAMPLE, field)
        with pytest.raises(TypeError):
            EXAMPLE["a"] = EXAMPLE.records[0]

    def test_what_was_given_can_change_without_the_record(self) -> None:
        given_extra = {"a": [1], "b": {"c": [2]}}
        issue = Issue(id="i", label="L", proposition="P.", extra=given_extra)
        given_extra["a"].append(3)
        given_extra["b"]["c"] = 4
        assert issue.extra == FrozenMap({"a": [1], "b": {"c": [2]}})
        records = [issue]
        dataset = Dataset(records=records)
        records.clear()
        assert list(dataset) == ["i"]
        assert isinstance(Name(text="A", sources=("s",)).sources, tuple)
        assert type_name(Issue) == "issue"
