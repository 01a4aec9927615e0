"""Plain data: what a JSON file holds, without the file."""

import json
from typing import Any

import pytest
from hypothesis import given

from diplo_events import Actor, Dataset, NewerFormatWarning, NotReadableError, load_example
from diplo_events.formats import json as json_format
from diplo_events.formats.plain import from_plain, record_to_plain, to_plain
from each_case import each_case
from shared_datasets import DATASETS


@given(dataset=DATASETS)
def test_they_are_those_of_the_json_file_and_come_back(dataset: Dataset) -> None:
    plain = to_plain(dataset)
    in_file = json.loads(json_format.dumps(dataset))
    assert {"closed": True, **plain, "end": in_file["end"]} == in_file
    assert from_plain(plain) == from_plain(in_file) == dataset


def test_those_of_a_record_are_those_of_its_dataset() -> None:
    example = load_example()
    assert to_plain(example)["actors"] == [record_to_plain(actor) for actor in example.of_type(Actor)]


def test_fields_of_a_newer_version_go_back_to_their_place() -> None:
    actor = {"id": "a", "name": "A", "kind": "state", "rank": 1}
    with pytest.warns(NewerFormatWarning):
        dataset = from_plain({"format_version": "1.7", "actors": [actor]})
    assert record_to_plain(dataset["a"], format_version=dataset.format_version) == actor
    assert "rank" not in record_to_plain(dataset["a"])


@each_case("wrong", [None, [], "x", {}, {"format_version": "1.0", "actors": [{"id": "a"}], "titel": "x"}])
def test_what_is_not_a_dataset_is_refused_with_all_problems(wrong: Any) -> None:
    with pytest.raises(NotReadableError) as caught:
        from_plain(wrong)
    assert all(problem.location is None for problem in caught.value.problems)
    if wrong and isinstance(wrong, dict):
        assert {problem.path for problem in caught.value.problems} == {"titel", "actors[0].name", "actors[0].kind"}
