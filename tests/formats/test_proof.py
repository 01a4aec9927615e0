"""Files that prove themselves: no flipped bit and no cut in what the library writes is read as other data."""

import functools
import hashlib
import json
import warnings
from types import ModuleType
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Dataset, NewerFormatWarning, NotReadableError, load_example
from diplo_events.formats import json as json_format
from diplo_events.formats import jsonl
from diplo_events.formats import yaml as yaml_format
from diplo_events.formats.plain import from_plain, to_plain
from each_case import each_case
from profiles import examples
from shared_datasets import DATASETS

FORMATS = [json_format, jsonl, yaml_format]

SMALL = Dataset(title="Some", records=load_example().records[::40], complete=False)

ISSUE = {"id": "i", "label": "L: é", "proposition": "P # p.", "extra": {"n": 1.5}, "end": 3, "weight": [1]}

NEWER = {"format_version": "1.1", "title": "T", "mood": "sour", "issues": [ISSUE]}

with warnings.catch_warnings():
    warnings.simplefilter("ignore", NewerFormatWarning)
    WHOLE = {"a known version": SMALL, "a newer version": from_plain(NEWER)}


@functools.cache
def written(module: ModuleType, version: str) -> bytes:
    return bytes(module.dumps(WHOLE[version]).encode())


def refused(module: ModuleType, data: bytes | str) -> list[str]:
    with pytest.raises(NotReadableError) as caught:
        module.loads(data, file="f")
    return [str(problem) for problem in caught.value.problems]


def check_read_as(module: ModuleType, data: bytes, whole: Dataset) -> None:
    """Check that data are refused, or are the same dataset."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerFormatWarning)
        try:
            dataset = module.loads(data)
        except NotReadableError:
            return
    assert dataset == whole
    assert dataset.format_version == whole.format_version


@pytest.mark.slow
@pytest.mark.parametrize("version", WHOLE)
@pytest.mark.parametrize("module", FORMATS, ids=lambda module: module.__name__.rpartition(".")[2])
class TestDamage:
    @examples(250)
    @given(data=st.data())
    def test_no_flipped_bit_gives_other_data(self, module: ModuleType, version: str, data: st.DataObject) -> None:
        raw = bytearray(written(module, version))
        raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
        check_read_as(module, bytes(raw), WHOLE[version])

    @examples(150)
    @given(data=st.data())
    def test_no_cut_gives_other_data(self, module: ModuleType, version: str, data: st.DataObject) -> None:
        raw = written(module, version)
        check_read_as(module, raw[: data.draw(st.integers(0, len(raw) - 1))], WHOLE[version])

    def test_no_line_can_be_missing_or_swapped(self, module: ModuleType, version: str) -> None:
        whole, lines = WHOLE[version], written(module, version).splitlines(keepends=True)
        for index in range(min(len(lines), 60)):
            check_read_as(module, b"".join(lines[:index] + lines[index + 1 :]), whole)
            check_read_as(
                module, b"".join([*lines[:index], *lines[index : index + 2][::-1], *lines[index + 2 :]]), whole
            )


@pytest.mark.slow
@given(dataset=DATASETS)
def test_json_and_yaml_have_one_digest_which_is_that_of_their_canonical_json(dataset: Dataset) -> None:
    document = json.loads(json_format.dumps(dataset))
    assert yaml.safe_load(yaml_format.dumps(dataset))["end"] == document["end"]
    proof = document.pop("end")
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert proof == {"records": len(dataset), "sha256": hashlib.sha256(text.encode()).hexdigest()}


def test_yaml_ends_with_the_mark_of_the_end() -> None:
    assert yaml_format.dumps(SMALL).endswith("\n...\n")


def test_a_file_that_is_only_laid_out_anew_is_read() -> None:
    document = json.loads(json_format.dumps(SMALL))
    for text in (json.dumps(document, sort_keys=True), json.dumps(document, indent="\t").replace("\n", "\r\n")):
        assert json_format.loads(text) == SMALL
    text = yaml_format.dumps(SMALL)
    for other in (f"# mine\n{text}", yaml.safe_dump(document, width=40), text.replace("\n", "\r\n")):
        assert yaml_format.loads(other) == SMALL


@pytest.mark.parametrize("module", [json_format, yaml_format])
class TestHandMadeFiles:
    def test_need_no_proof(self, module: ModuleType) -> None:
        assert module.loads(json.dumps(to_plain(SMALL))) == SMALL

    def test_that_promise_none_need_none(self, module: ModuleType) -> None:
        assert module.loads(json.dumps({**to_plain(SMALL), "closed": False})) == SMALL

    def test_whose_proof_is_of_something_else_are_refused_with_what_to_do(self, module: ModuleType) -> None:
        document = json.loads(json_format.dumps(SMALL))
        digest = document["end"]["sha256"]
        document["title"] = "Other"
        column = json.dumps(document).rindex('"end"') + 1
        (message,) = refused(module, json.dumps(document))
        assert message.startswith(f"f:1:{column}: end: expected records {len(SMALL)}, ")
        assert f"found records {len(SMALL)}, sha256 '{digest}'; the file was cut or altered; get it again, " in message
        assert message.endswith("or remove 'closed' and 'end' if the changes are yours")

    def test_that_promise_a_proof_and_have_none_are_refused(self, module: ModuleType) -> None:
        (message,) = refused(module, json.dumps({"closed": True, **to_plain(SMALL)}))
        assert message.startswith("f:1:2: closed: expected 'end' at the end of the file, as promised, found none; ")
        assert message.endswith("the file is cut off; get it again, or remove 'closed'")

    @each_case("promise", [1, "true", None])
    def test_whose_promise_is_neither_true_nor_false_are_refused(self, module: ModuleType, promise: object) -> None:
        (message,) = refused(module, json.dumps({"closed": promise, **to_plain(SMALL)}))
        assert message == f"f:1:2: closed: expected true or false, found {promise!r}; remove the field"

    @each_case("proof", [None, 3, [], {}, {"records": 0}, {"records": True, "sha256": "x"}])
    def test_whose_proof_is_something_else_are_refused(self, module: ModuleType, proof: Any) -> None:
        (message,) = refused(module, json.dumps({**to_plain(SMALL), "end": proof}))
        assert ": end: expected records " in message

    def test_whose_count_is_no_whole_number_are_refused(self, module: ModuleType) -> None:
        document = json.loads(json_format.dumps(SMALL))
        document["end"]["records"] = float(len(SMALL))
        assert len(refused(module, json.dumps(document))) == 1


def test_plain_data_that_no_file_can_hold_have_no_proof() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    for value in ({1, 2}, deep):
        with pytest.raises(NotReadableError, match="end: expected records 0"):
            from_plain({"format_version": "1.0", "extra": {"a": value}, "end": {"records": 0, "sha256": "0" * 64}})
    del deep


def test_fields_of_a_newer_version_keep_their_place_whatever_their_name() -> None:
    dataset = WHOLE["a newer version"]
    assert to_plain(dataset) == NEWER
    for module in FORMATS:
        with pytest.warns(NewerFormatWarning):
            assert to_plain(module.loads(module.dumps(dataset))) == NEWER
