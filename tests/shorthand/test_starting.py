"""The folder to start in: clean from the first check on, with a schema for both forms, never written over another."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from drawn_encodings import TEXT, anchored
from hypothesis import given
from shortening import shorten

from diplo_events.cli import main
from diplo_events.dataset import Dataset
from diplo_events.formats import yaml
from diplo_events.formats.plain import to_plain
from diplo_events.shorthand.schema import short_schema
from diplo_events.shorthand.starting import starting_files
from each_case import each_case
from profiles import examples

SCHEMA = short_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
START: dict[str, Any] = yaml.parse_located(starting_files()["encoding/skerry.yaml"]).data


def messages(document: object) -> list[str]:
    """Return what the schema says against a document."""
    return [error.message for error in VALIDATOR.iter_errors(document)]


class TestTheFolder:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.chdir(tmp_path)
        assert main(["init", "talks"]) == 0
        monkeypatch.chdir(tmp_path / "talks")
        return tmp_path / "talks"

    @pytest.mark.usefixtures("folder")
    def test_is_clean_in_short_form_and_in_full_form(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["compile", "encoding", "--texts", "texts", "-o", "short.json"]) == 0
        assert main(["check", "encoding", "--texts", "texts", "--fix", "--final"]) == 0
        assert "no problems in 13 records" in capsys.readouterr().out
        assert main(["compile", "encoding", "--texts", "texts", "-o", "full.json"]) == 0
        assert Path("short.json").read_bytes() == Path("full.json").read_bytes()
        fixed = Path("encoding/skerry.yaml").read_text(encoding="utf-8")
        assert fixed.startswith("# yaml-language-server: $schema=../schema.json\n")
        assert "id: skerry/s01  # the others are numbered by the tool" in fixed
        assert messages(yaml.parse_located(fixed).data) == []

    def test_is_not_overwritten(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "schema.json").unlink()
        (folder / "README.md").write_text("mine", encoding="utf-8")
        assert main(["init", "."]) == 2
        assert "README.md, texts/skerry.txt, encoding/skerry.yaml: already there" in capsys.readouterr().err
        assert (folder / "README.md").read_text(encoding="utf-8") == "mine"
        assert not (folder / "schema.json").exists()

    def test_its_schema_is_the_one_of_this_version(self, folder: Path) -> None:
        assert json.loads((folder / "schema.json").read_bytes()) == SCHEMA


class TestTheSchema:
    def test_is_one(self) -> None:
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    @examples(5)
    @given(anchored())
    @pytest.mark.slow
    def test_accepts_the_full_form_and_the_short_one(self, dataset: Dataset) -> None:
        full = to_plain(dataset)
        assert messages(full) == []
        assert messages(shorten(full, {TEXT.sha256: TEXT})) == []

    def test_accepts_the_example(self) -> None:
        assert messages(START) == []

    @each_case(
        "change",
        [
            {"pasage": "words"},
            {"passage": {"words": "a", "nth": 0}},
            {"passage": {"nth": 1}},
            {"stance": "in favour"},
            {"stance": {"evidence": []}},
            {"quotes": [7]},
            {"section": "footer"},
        ],
    )
    def test_refuses_what_is_neither(self, change: dict[str, Any]) -> None:
        statement = {**START["statements"][0], **change}
        assert messages({**START, "statements": [statement]})
        assert messages({**START, "statements": [START["statements"][0]]}) == []

    def test_refuses_unknown_defaults(self) -> None:
        assert messages({**START, "defaults": {"statments": {}}})
        assert messages({**START, "defaults": {"statements": {"id": "a"}}})
