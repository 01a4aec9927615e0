"""Every good file takes the fast road, and a bug there is an error, not a slower way."""

import hashlib
import json
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest
from hypothesis import given

from diplo_events import Dataset, load_example
from diplo_events.formats import FORMATS, _document, _jsonl_lines, _record_lines, format_of
from diplo_events.formats import json as json_format
from diplo_events.formats import jsonl as jsonl_format
from profiles import examples
from shared_datasets import DATASETS

EXAMPLE = load_example()
MODULES = [format_of(f"x.{name}") for name in FORMATS]
EXPLAINING = ("diagnose_document", "explain_lines")

each_format = pytest.mark.parametrize("format_", MODULES, ids=FORMATS)


@pytest.fixture(scope="module", autouse=True)
def _no_explaining() -> Iterator[None]:
    """Close the explaining road of every format."""

    def closed(*_data: object) -> Dataset:
        raise AssertionError("a good file took the explaining road")

    with pytest.MonkeyPatch.context() as patch:
        for module in MODULES:
            (name,) = [name for name in EXPLAINING if hasattr(module, name)]
            patch.setattr(module, name, closed)
        yield


def test_the_explaining_road_is_closed() -> None:
    for module in MODULES:
        with pytest.raises(AssertionError, match="explaining road"):
            module.loads("{}")


@pytest.mark.slow
@each_format
@examples(25)
@given(dataset=DATASETS)
def test_drawn_datasets_take_the_fast_road(format_: ModuleType, dataset: Dataset) -> None:
    text: str = format_.dumps(dataset)
    assert format_.loads(text) == dataset
    assert format_.loads(text.encode()) == dataset
    if format_ is not jsonl_format:  # where the mark would change the hash
        assert format_.loads(b"\xef\xbb\xbf" + text.encode()) == dataset


@pytest.mark.slow
@each_format
def test_the_bundled_dataset_takes_the_fast_road(format_: ModuleType) -> None:
    assert format_.loads(format_.dumps(EXAMPLE)) == EXAMPLE


def test_hand_made_files_take_the_fast_road() -> None:
    compact = json.dumps(json.loads(json_format.dumps(EXAMPLE)), separators=(",", ":"))
    escaped = json.dumps(json.loads(compact), indent=1).replace("\n", "\r\n")
    for text in (compact, escaped, f"\n{compact} \n"):
        assert json_format.loads(text) == EXAMPLE
    lines = jsonl_format.dumps(EXAMPLE).replace(',"closed":true', "").splitlines(keepends=True)
    before = "".join(lines[:-1])
    digest = hashlib.sha256(before.encode()).hexdigest()
    closing = json.dumps({"type": "end", "records": len(EXAMPLE), "sha256": digest})
    turned = "".join([lines[0], *reversed(lines[1:-1])])
    for text in (before, before + closing, before.rstrip("\n"), turned, turned.replace("\n", "\r\n")):
        assert jsonl_format.loads(text) == EXAMPLE


@pytest.mark.slow
@each_format
@pytest.mark.parametrize("bug", [AttributeError, KeyError, TypeError, ValueError, RecursionError])
def test_a_bug_in_the_fast_road_is_not_swallowed(
    format_: ModuleType, bug: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever step it is in: the structuring of records, or what comes before and after it."""

    def broken(*_arguments: object, **_more: object) -> None:
        raise bug

    text = format_.dumps(EXAMPLE)
    monkeypatch.setattr(_record_lines, "road_for", lambda _size: None)
    of_records, of_text = (_record_lines, _jsonl_lines) if format_ is jsonl_format else (_document, format_)
    patches: list[Callable[[pytest.MonkeyPatch], None]] = [
        lambda patch: patch.setattr(_document, "Dataset", broken),
        lambda patch: patch.setattr(of_records, "converter", broken),
        lambda patch: patch.setattr(of_text, "decode_fast", broken),
        lambda patch: patch.setattr(of_text, "parse", broken),
    ]
    for apply in patches:
        with monkeypatch.context() as patch:
            apply(patch)
            with pytest.raises(bug):
                format_.loads(text)
