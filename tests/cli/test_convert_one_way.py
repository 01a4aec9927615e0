"""`diplo-events convert`: formats that lose something want `--lossy`; formulas are disarmed with `--spreadsheet`."""

from pathlib import Path

import attrs
import pytest

import diplo_events
from diplo_events import Dataset, NotReadableError, Place, PlaceKind, Point
from diplo_events.cli import main
from diplo_events.exporters import EXPORTS, export_name, exporter_named
from diplo_events.formats import ONE_WAY
from diplo_events.formats.contents import read_content, unzipped

WHOLE = diplo_events.load_example()
EXAMPLE = attrs.evolve(WHOLE, records=WHOLE.records[:150], complete=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "articles.json"
    diplo_events.write(EXAMPLE, path)
    return path


@pytest.mark.parametrize("suffix", EXPORTS)
def test_what_is_lost_is_listed_and_wanted(suffix: str, file: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    output = file.with_name(f"out{suffix}")
    exporter = exporter_named(export_name(output) or "")
    assert main(["convert", str(file), str(output)]) == 2
    out, refusal = capsysbinary.readouterr()
    assert not output.exists()
    assert main(["convert", str(file), str(output), "--lossy"]) == 0
    lists = [text.decode().splitlines() for text in (refusal, capsysbinary.readouterr().err)]
    losses = [f"  {loss}" for loss in exporter.losses(EXAMPLE)]
    assert lists == [
        [f"out{suffix} would lose what is listed here; write it with --lossy", *losses],
        [f"out{suffix} lacks:", *losses],
    ]
    assert out == b""
    content = exporter.dumps(EXAMPLE)
    assert output.read_bytes() == (content.encode() if isinstance(content, str) else content)
    assert main(["convert", str(file), "-", "--to", suffix[1:], "--lossy"]) == 0
    assert capsysbinary.readouterr().out == output.read_bytes()


def test_standard_output_wants_leave_too(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(file), "-", "--to", "geojson"]) == 2
    out, refusal = capsys.readouterr()
    assert out == ""
    assert refusal.startswith("standard output would lose what is listed here; write it with --lossy\n  ")
    assert main(["convert", str(file), "-", "--to", "geojson", "--lossy", "--texts", str(file.parent)]) == 2
    assert "--texts is for tools that show texts; standard output is" in capsys.readouterr().err


def test_what_loses_nothing_needs_no_leave(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    oslo = Place(id="oslo", name="Oslo", kind=PlaceKind.SETTLEMENT, point=Point(longitude=10.75, latitude=59.91))
    diplo_events.write(Dataset(records=[oslo], title="A place"), tmp_path / "a.json")
    assert main(["convert", str(tmp_path / "a.json"), str(tmp_path / "a.geojson")]) == 0
    assert capsys.readouterr() == ("", "")
    assert (tmp_path / "a.geojson").exists()


def test_formats_that_lose_nothing_take_no_notice(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(file), str(file.with_suffix(".jsonl")), "--lossy"]) == 0
    assert capsys.readouterr() == ("", "")


def test_the_option_for_standard_output_is_for_that_alone(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(file), "a.geojson", "--to", "json"]) == 2
    assert "--to is for standard output; the suffix of a.geojson determines the format" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ONE_WAY)
def test_they_are_not_read_and_not_written_by_mistake(suffix: str, tmp_path: Path) -> None:
    for refused in (diplo_events.read, lambda path: diplo_events.write(EXAMPLE, path)):
        with pytest.raises(NotReadableError) as error:
            refused(tmp_path / f"x{suffix}")
        (problem,) = error.value.problems
        assert problem.expected == "a format that holds everything"
        assert problem.found == f"'{suffix}', {ONE_WAY[suffix]}"
        assert "--lossy" in (problem.hint or "")
    assert not (tmp_path / f"x{suffix}").exists()


def test_a_command_says_what_such_a_file_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.stix.json"
    file.write_text("{}", encoding="utf-8")
    assert main(["brief", str(file)]) == 2
    assert "expected a format that holds everything, found '.stix.json', STIX" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["out.csv", "out.csv.zip"])
def test_formulas_are_disarmed_for_spreadsheets(name: str, tmp_path: Path) -> None:
    dataset = Dataset(records=[Place(id="p", name="=1+1", kind=PlaceKind.SETTLEMENT)])
    source, output = tmp_path / "in.json", tmp_path / name
    diplo_events.write(dataset, source)
    assert main(["convert", str(source), str(output), "--spreadsheet"]) == 0
    assert diplo_events.read(output) == dataset
    content = read_content(output, format="csv_bundle")
    files = content if isinstance(content, dict) else unzipped(content)
    assert b"'=1+1" in files["places.csv"]


@pytest.mark.parametrize("name", ["out.json", "out.xlsx", "out.geojson", "-"])
def test_only_csv_is_for_spreadsheets(
    name: str, file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    assert main(["convert", str(file), name, "--spreadsheet", "--lossy"]) == 2
    assert capsys.readouterr().err == (
        f"diplo-events: --spreadsheet is for CSV, such as articles.csv; {name} is something else\n"
    )
    assert not Path(name).exists()
