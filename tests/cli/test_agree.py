"""What `diplo-events agree` reads and prints."""

import json
import re
from pathlib import Path

import attrs
import pytest

from diplo_events import Statement, cli, write
from diplo_events.cli._inputs import read_encoding
from diplo_events.coding import compare_codings
from diplo_events.report.agreement import agreement_lines, agreement_tables

FIRST = Path(__file__).resolve().parents[2] / "seeds" / "double-coding" / "first"
SECOND = FIRST.with_name("second")
NAME = "zerohedge-security-guarantees.yaml"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """Run the command."""
    assert cli.main(["agree", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def test_for_a_person_it_prints_counts_figures_and_what_to_settle(capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(capsys, FIRST / NAME, SECOND / NAME, "--resamples", 20)
    agreement = compare_codings(read_encoding(str(FIRST / NAME)), read_encoding(str(SECOND / NAME)), resamples=20)
    assert printed.splitlines() == agreement_lines(agreement)
    statements = agreement.types[0]
    assert re.search(rf"^Statement +{len(statements.matched)} +{len(statements.only_first)} ", printed, re.MULTILINE)
    assert printed.count("only first") == sum(len(part.only_first) for part in agreement.types)
    assert printed.count("only second") == sum(len(part.only_second) for part in agreement.types)
    for item in statements.disagreements:
        assert f"{item.ids[0]} / {item.ids[1]}  {item.variable}: {item.values[0]} / {item.values[1]}" in printed
    assert re.search(r"^  stance \(ordinal\) +13 ", printed, re.MULTILINE)
    assert re.search(r"^  speakers .* 1\.00  1\.00 to 1\.00$", printed, re.MULTILINE)
    assert re.search(r"^  challenger +1 +1 +-  $", printed, re.MULTILINE)  # one unit has no alpha


def test_for_a_program_it_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    made = json.loads(run(capsys, FIRST / NAME, SECOND / NAME, "--json", "--resamples", 20))
    agreement = compare_codings(read_encoding(str(FIRST / NAME)), read_encoding(str(SECOND / NAME)), resamples=20)
    assert made["sources"] == ["zerohedge-guarantees"]
    for part, found in zip(agreement.types, made["types"], strict=True):
        assert (found["type"], found["f1"]) == (part.type.__name__, part.f1)
        assert found["matched"] == [[one.id, other.id] for one, other in part.matched]
        assert len(found["disagreements"]) == len(part.disagreements)
        assert [variable["alpha"] for variable in found["variables"]] == [v.alpha for v in part.variables]
        assert {variable["metric"] for variable in found["variables"]} <= {"nominal", "ordinal"}


def test_for_a_report_it_prints_tables_in_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(capsys, FIRST / NAME, SECOND / NAME, "--markdown", "--resamples", 0)
    agreement = compare_codings(read_encoding(str(FIRST / NAME)), read_encoding(str(SECOND / NAME)), resamples=0)
    assert printed.splitlines() == agreement_tables(agreement)
    for block in printed.strip().split("\n\n"):
        header, rule, *rows = block.splitlines()
        assert set(rule) <= set("|-:")
        assert {row.count("|") for row in rows} == {header.count("|")} == {rule.count("|")}


def test_a_type_that_nobody_coded_has_no_table() -> None:
    name = "opinion-rejected-guarantees.yaml"  # no meeting, no claim
    agreement = compare_codings(read_encoding(str(FIRST / name)), read_encoding(str(SECOND / name)), resamples=0)
    made = agreement_tables(agreement)
    assert "| Meeting | 0 | 0 | 0 | - | - | - |" in made
    assert not any(line.startswith("| Meeting | Units") for line in made)


def test_a_folder_is_all_its_files() -> None:
    whole = read_encoding(str(FIRST))
    parts = [read_encoding(str(path)) for path in FIRST.iterdir()]
    assert len(parts) == 5
    assert len(whole) == sum(map(len, parts))
    assert not whole.complete


def test_units_that_began_as_drafts_are_counted_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = read_encoding(str(FIRST / NAME))
    statements = [record.id for record in whole.of_type(Statement)]
    marks = {statements[0]: {"rule": "subject"}, statements[1]: {"by": "model", "model": "a|b"}}
    marked = [
        attrs.evolve(record, extra={"draft": marks[record.id]}) if record.id in marks else record
        for record in whole.records
    ]
    path = tmp_path / "marked.json"
    write(attrs.evolve(whole, records=marked), path)
    part = json.loads(run(capsys, FIRST / NAME, path, "--json", "--resamples", 0))["types"][0]
    assert part["drafted"] == [0, 2]
    assert [(group["origins"], group["units"]) for group in part["origins"]] == [
        (["free", "free"], len(statements) - 2),
        (["free", "model a|b"], 1),
        (["free", "rule"], 1),
    ]
    assert all(group["agreed"] == group["values"] > 0 for group in part["origins"])
    values = sum(variable["units"] for variable in part["variables"])
    assert sum(group["values"] for group in part["origins"]) == values
    lines = run(capsys, FIRST / NAME, path, "--resamples", 0)
    assert f"  0 of {len(statements)} and 2 of {len(statements)} as drafts" in lines
    assert re.search(r"^  free / rule +1 +\d+ +1\.00$", lines, re.MULTILINE)
    assert "| free / model a\\|b | 1 |" in run(capsys, FIRST / NAME, path, "--markdown", "--resamples", 0)


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        ("format_version: '1.0'\ntitel: x\n", 1, "did you mean 'title'?"),
        ("format_version: '1.0'\n", 1, "expected a text that both encode"),
    ],
)
def test_what_cannot_be_compared_is_said(
    content: str, code: int, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.yaml").write_text(content, encoding="utf-8")
    assert cli.main(["agree", str(FIRST / NAME), str(tmp_path / "mine.yaml")]) == code
    assert message in capsys.readouterr().err


def test_files_that_contradict_each_other_are_no_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, label in (("a", "Toll"), ("b", "Tolls")):
        content = f"format_version: '1.0'\nissues:\n- {{id: toll, label: {label}, proposition: Tolls are right.}}\n"
        (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")
    assert cli.main(["agree", str(tmp_path), str(FIRST)]) == 1
    assert "toll.label: expected 'Toll', found 'Tolls'; the two records differ" in capsys.readouterr().err


def test_one_form_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["agree", "a", "b", "--json", "--markdown"])
    assert "not allowed with" in capsys.readouterr().err
