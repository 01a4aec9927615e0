"""Files in short form among others: what a reader of full ones says of them, and what depends on their order."""

from pathlib import Path

import pytest

import diplo_events
from diplo_events.cli import main
from diplo_events.errors import NotReadableError
from diplo_events.shorthand.starting import starting_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder to start in."""
    for name, content in starting_files().items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def test_a_reader_of_full_ones_says_what_it_is_and_what_reads_it(folder: Path) -> None:
    file = folder / "encoding" / "skerry.yaml"
    with pytest.raises(NotReadableError) as caught:
        diplo_events.read(file)
    (problem,) = caught.value.problems
    assert problem.expected == "an encoding in full form"
    assert problem.found.startswith("the short form, which has ")
    assert problem.location
    assert (problem.location.file, bool(problem.location.line)) == (str(file), True)
    for words in ("diplo-events compile FILE --texts DIR", "shorthand.expand"):
        assert words in (problem.hint or "")


@pytest.mark.parametrize("command", ["brief", "stances"])
def test_so_does_every_command(folder: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, str(folder / "encoding" / "skerry.yaml")]) == 1
    assert "expected an encoding in full form, found the short form" in capsys.readouterr().err


@pytest.mark.parametrize(("target", "noted"), [("skerry/s02", True), ("skerry/s01", False)])
def test_a_number_that_another_file_refers_to_is_noted_until_it_is_written(
    folder: Path, target: str, noted: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    other = folder / "encoding" / "other.yaml"
    other.write_text(
        "format_version: '1.0'\ncomplete: false\nstatements:\n- {id: other/s01, source: skerry, acts: [reject],"
        f" speakers: [lind], mode: indirect, summary: No., restates: {target}}}\n",
        encoding="utf-8",
    )
    call = ["compile", str(folder / "encoding"), "--texts", str(folder / "texts"), "-o", str(folder / "out.json")]
    main(call)
    said = capsys.readouterr().err
    note = f"other/s01 refers to {target}, whose number follows the order of the records in "
    assert (note in said) is noted
    main(["check", *call[1:4], "--fix"])
    capsys.readouterr()
    main(call)
    assert note not in capsys.readouterr().err
