"""Code frames: each problem of a file is shown with its line, and carets under what is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import profiles
from diplo_events.cli import main
from diplo_events.cli._frames import Lines, columns, frame, wrong_part
from diplo_events.errors import Location, Problem
from diplo_events.report.terminal import Style

BAD = """\
format_version: '1.0'
titel: T
actors:
- {id: a, name: 東京, kind: stat}
- {id: b, name: B, kind: person, country: "Norland"}
"""


def framed(line: str, column: int, *, found: str = "'x'", path: str = "", width: int = 100) -> tuple[str, str]:
    """Return the line and the carets of a problem in the only line of a file, without the numbers."""
    lines = Lines()
    lines.files["a.yaml"] = [line]
    problem = Problem(path=path, expected="y", found=found, location=Location("a.yaml", 1, column))
    shown, below = frame(problem, lines, style=Style(width=width))
    assert shown.startswith("  1 | ")
    assert below.startswith("    | ")
    return shown[6:], below[6:]


def test_an_error_of_reading_lists_all_problems_with_their_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    assert main(["brief", str(tmp_path / "bad.yaml")]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    first, *lines = captured.err.splitlines()
    assert first == "3 problems:"
    assert [line for line in lines if not line.startswith(f"  {tmp_path}")] == [
        "    2 | titel: T",
        "      | ^^^^^",
        "    4 | - {id: a, name: 東京, kind: stat}",
        "      |                             ^^^^",
        '    5 | - {id: b, name: B, kind: person, country: "Norland"}',
        "      |                                            ^^^^^^^",
    ]


def test_check_and_compile_show_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    assert main(["check", str(path)]) == 1
    checked = capsys.readouterr().out.splitlines()
    assert main(["compile", str(path), "-o", str(tmp_path / "out.json")]) == 1
    assert capsys.readouterr().err.splitlines()[: len(checked) - 1] == checked[:-1]
    assert checked[1:3] == ["  2 | titel: T", "    | ^^^^^"]


def test_what_is_no_text_has_no_frame(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(b"\xff\x00\n" * 9)
    for place in (None, Location(None, 1, 1), Location(str(tmp_path / "a.sqlite"), 1, 1), Location("no.yaml", 1, 1)):
        assert not list(frame(Problem(expected="x", found="y", location=place), Lines()))


@given(st.text(st.characters(exclude_characters="\n\r"), min_size=1, max_size=300), st.data())
@profiles.examples(60)
def test_carets_are_below_what_was_found(line: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(at + 1, len(line)))
    width = data.draw(st.sampled_from([60, 100, 120]))
    shown, below = framed(line, at + 1, found=repr(line[at:end]), width=width)
    assert len(shown) <= width
    assert set(below) <= {" ", "^"}
    assert "^" in below
    assert all(character.isprintable() for character in shown)
    assert columns(below) <= columns(shown) + 1


@pytest.mark.parametrize(
    ("line", "column", "found", "carets"),
    [
        ("kind: stat", 1, "'stat'", "      ^^^^"),
        ("  kind: 'stat'", 3, "'stat'", "         ^^^^"),
        ('{"kind": "stat"}', 2, "'stat'", "          ^^^^"),
        ("lable: T", 1, "'lable'", "^^^^^"),
        ("kind: |", 1, "'stat'", "^^^^"),
        ("\tkind: 7", 2, "7", "       ^"),
        ('{"id" "b"}', 7, "'\"b\"}'", "      ^^^^"),
    ],
)
def test_the_value_after_a_key_is_what_is_wrong(line: str, column: int, found: str, carets: str) -> None:
    assert framed(line, column, found=found, path="kind")[1] == carets


def test_the_end_of_a_line_has_a_caret_of_its_own() -> None:
    assert wrong_part(Problem(expected="x", found="the end"), "abc", 3) == (3, "")
    assert framed("abc", 9)[1] == "   ^"
