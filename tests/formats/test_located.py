"""Files that are not datasets: values of attrs classes, read from JSON or YAML with the place of every problem."""

import json
from pathlib import Path

import pytest

from diplo_events import NotReadableError
from diplo_events.formats.located import read_as
from diplo_events.model import Quantity, Span

CONTENT = {"start": 3, "end": 9}


@pytest.mark.parametrize("name", ["a.json", "a.yaml", "a.yml"])
def test_a_file_is_read_as_a_class(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(json.dumps(CONTENT))
    assert read_as(path, Span) == Span(start=3, end=9)
    with pytest.raises(NotReadableError) as caught:
        read_as(path, Quantity)
    assert any(str(problem).startswith(f"{path}:1:2: start: expected a field") for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", '{"start": 3, "end": 9, "end": 9}', ":1:24: end: expected each key once"),
        ("a.yaml", "start: 3\nend: &e 9\n", ":2:6: end: expected a plain value"),
        ("a.yaml", "start: \udcff", ":1:8: expected UTF-8"),
        ("a.jsonl", "{}", ": expected a file in JSON or YAML, found JSON Lines"),
        ("a.txt", "{}", ": expected a known suffix, found '.txt'"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(text, errors="surrogateescape")
    with pytest.raises(NotReadableError) as caught:
        read_as(path, Span)
    assert str(caught.value.problems[0]).startswith(f"{path}{message}")
