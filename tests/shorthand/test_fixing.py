"""What `check --fix` writes into a person's file, and what it leaves as it is."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml as pyyaml
from drawn_encodings import TEXT, anchored
from hypothesis import given
from hypothesis import strategies as st
from shortening import shorten

from diplo_events.cli import main
from diplo_events.coding.anchoring import Text
from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError
from diplo_events.formats import yaml
from diplo_events.formats.plain import to_plain
from diplo_events.shorthand._yaml_edits import rewritten
from diplo_events.shorthand.fixing import fix
from each_case import each_case
from profiles import examples

TEXTS = {TEXT.sha256: TEXT}


def commented(text: str) -> str:
    """Return YAML with a comment above each item of a list, and behind each short passage."""
    numbers = iter(range(10_000))
    above = re.sub(r"(?m)^- ", lambda _: f"# above {next(numbers)}\n- ", text)
    return re.sub(r"(?m)^  passage: [A-Za-z ]+$", lambda match: f"{match[0]}  # behind {next(numbers)}", above)


@pytest.mark.slow
@examples(10)
@given(anchored(), st.sampled_from([30, 110]), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_a_short_file_becomes_full_and_keeps_every_comment(dataset: Dataset, width: int, end: str, mark: str) -> None:
    short = shorten(to_plain(dataset), TEXTS)
    text = commented(pyyaml.dump(short, Dumper=yaml.Writer, sort_keys=False, allow_unicode=True, width=width))
    if yaml.parse_located(text).data != short:  # a text of several lines has one that looks like an item
        return
    data = (mark + text.replace("\n", end)).encode()
    fixed = fix(data, TEXTS)
    assert fixed.notes == ()
    assert yaml.loads(fixed.data) == dataset
    lines = fixed.data.decode().split(end)
    assert fixed.data.decode().count("\r") == (len(lines) - 1 if end == "\r\n" else 0)
    assert fixed.data.decode().startswith("\ufeff") == (mark != "")
    comments = re.findall(r"# (?:above|behind) [0-9]+", text)
    assert sorted(re.findall(r"# (?:above|behind) [0-9]+", fixed.data.decode())) == sorted(comments)
    assert fix(fixed.data, TEXTS).data == fixed.data


@each_case(
    ("text", "new", "after"),
    [
        ("a: 1", {"a": 2}, "a: 2\n"),
        ("a: \u3000b\u2003\nc: 1\n", {"a": "d", "c": 1}, "a: d\nc: 1\n"),  # blanks that are a part of the value
        ("a: 'x'  # c\n", {"a": "y"}, "a: 'y'  # c\n"),
        ("- a: 1  # c\n  b: 2\n", [{"b": 2}], "# c\n- b: 2\n"),
        ("x:\n- {a: 1}\n# end\ny: 2\n", {"x": [{"a": 1}, {"b": 2}], "y": 2}, "x:\n- {a: 1}\n- b: 2\n# end\ny: 2\n"),
        ("x:\n  - a  # c\nd: {e: 1}  # f\n", {"x": ["a"], "g": [1]}, "x:\n  - a  # c\ng: [1]\n# f\n"),
        ("passage:\n  to be  # c\n  or not\n", {"spans": []}, None),
        ("passages:\n- a  # c\n- b\nd: 1\n", {"spans": [1], "d": 1}, "# c\nspans: [1]\nd: 1\n"),
        ("a: {b: x, # c\n  d: 'y'}\n", {"a": {"d": "y", "e": "1"}}, "# c\na: {d: 'y', e: '1'}\n"),
        ("a: |\n  text\n\nb: 1\n", {"a": "other", "b": 1}, "a: other\n\nb: 1\n"),
        ("a:\nb: 1\n", {"b": 1}, "b: 1\n"),
        ("a:\nb: 1\n", {"a": "no", "b": 1}, "a: 'no'\nb: 1\n"),
        ("a: [x, y]\n", {"a": ["x", "z", "2025-09-03?"]}, "a: [x, z, '2025-09-03?']\n"),
        ("when: 2025-09-03?\n", {"when": "2025-09-04?"}, "when: 2025-09-04?\n"),
    ],
)
def test_a_text_is_changed_where_its_data_change(text: str, new: Any, after: str | None) -> None:
    if after is None:
        with pytest.raises((ValueError, NotReadableError)):
            rewritten(text, new)
    else:
        assert rewritten(text, new) == after


ELDA = Text("texts/elda.txt", "Oda Brink said on Tuesday: “There will be no toll.” Nobody asked.\n")
SOURCE = f"""\
format_version: '1.0'
sources:
- id: elda   # the only one
  title: 'No toll'
  kind: news_artcle
  published: 2031-05-15
  sha256: {ELDA.sha256}
  length: 7
actors: [{{id: brink, name: Oda Brink, kind: person}}]
statements:
- id: elda/s01
  source: elda
  speekers: [brnk]
  acts: [reject]
  mode: direct
  summary: No.
  spans:
  - {{start: 0, end: 51}}
  quotes:
  - text: There will be no toll.
    span: {{start: 27, end: 49}}   # counted
"""


class TestWhatCheckKnows:
    def test_is_written_down(self) -> None:
        fixed = fix(SOURCE.encode(), {ELDA.sha256: ELDA})
        expected = SOURCE.replace("artcle", "article").replace("length: 7", f"length: {len(ELDA.content)}")
        expected = expected.replace("speekers: [brnk]", "speakers: [brink]").replace(
            "{start: 27, end: 49}", "{start: 28, end: 50}"
        )
        assert fixed.data.decode() == expected
        assert "13: -   speekers: [brnk]" in fixed.changes
        assert "13: +   speakers: [brink]" in fixed.changes

    def test_and_what_it_does_not_know_stays(self) -> None:
        wrong = SOURCE.replace("There will be no toll.", "There shall be no bill.").replace("end: 49", "end: 50")
        fixed = fix(wrong.encode(), {ELDA.sha256: ELDA})
        assert "There shall be no bill." in fixed.data.decode()
        assert "{start: 27, end: 50}" in fixed.data.decode()

    def test_a_text_that_is_no_yaml_is_refused(self) -> None:
        with pytest.raises(NotReadableError):
            fix(b"a: [", {})


class TestOnTheCommandLine:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        (tmp_path / "texts").mkdir()
        (tmp_path / "texts" / "elda.txt").write_text(ELDA.content, encoding="utf-8")
        (tmp_path / "elda.yaml").write_text(SOURCE, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return tmp_path

    def test_the_file_is_changed_once_and_each_change_is_shown(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        main(["check", "elda.yaml", "--texts", "texts", "--fix"])
        assert "elda.yaml:13: +   speakers: [brink]\n" in capsys.readouterr().out
        once = (folder / "elda.yaml").read_bytes()
        main(["check", "elda.yaml", "--texts", "texts", "--fix"])
        assert (folder / "elda.yaml").read_bytes() == once
        assert "elda.yaml:13:" not in capsys.readouterr().out

    def test_a_file_that_cannot_be_written_survives(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("diplo_events._internal.system.atomic_file.write_through", full)
        assert main(["check", "elda.yaml", "--texts", "texts", "--fix"]) == 2
        assert (folder / "elda.yaml").read_text(encoding="utf-8") == SOURCE
        assert sorted(path.name for path in folder.iterdir()) == ["elda.yaml", "texts"]

    def test_standard_input_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "-", "--from", "yaml", "--fix"]) == 2
        assert "--fix changes files" in capsys.readouterr().err


def test_a_word_that_is_wrong_in_the_full_form_is_corrected_in_the_same_run() -> None:
    """The section stands beside the passage in the short form, and in the span of the full one."""
    text = Text("a.txt", "Talks end\n\nOda Brink said no.\n")
    short = {
        "format_version": "1.0",
        "complete": False,
        "sources": [{"id": "a", "text": "a.txt", "title": "Talks", "kind": "news_article", "published": "2031-05-15"}],
        "statements": [
            {"passage": "Talks end", "section": "headlin", "speakers": ["oda"], "acts": ["state"], "summary": "No."}
        ],
    }
    fixed = fix(pyyaml.dump(short, sort_keys=False).encode(), {text.sha256: text})
    assert b"section: headline" in fixed.data
    assert fix(fixed.data, {text.sha256: text}).changes == ()
