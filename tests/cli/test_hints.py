"""The hint that dates taken as written give more than what is certain: once, on standard error."""

import re

import pytest

from diplo_events import EventDate, load_example
from diplo_events.analysis import stance_matrix
from diplo_events.analysis.query import When, find
from diplo_events.cli import main

EXAMPLE = load_example()

PERIOD = EventDate.parse("2025-09-03/2025-09-04")

HINT = re.compile(r"hint: (\d+) (record|stance)s? with dates as written, without their marks of doubt: --as-dated\n")


@pytest.mark.parametrize("command", ["show", "timeline"])
def test_a_question_about_time(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    certain = len(find(EXAMPLE, When("overlaps", PERIOD)))
    dated = len(find(EXAMPLE, When("overlaps", PERIOD, unqualified=True)))
    assert 0 < 2 * certain <= dated
    words = [command, "--between", "2025-09-03", "2025-09-04"]
    assert main(words) == 0
    match = HINT.fullmatch(capsys.readouterr().err)
    assert match is not None
    assert int(match[1]) == dated
    for more in (["--as-dated"], ["--unqualified"], ["--type", "meeting", "--as-dated"]):
        assert main([*words, *more]) == 0
        assert capsys.readouterr().err == ""


def test_what_is_possible_needs_no_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--between", "2025-09-03", "2025-09-04", "--possibly"]) == 0
    assert main(["show", "--between", "1900", "1901"]) == 0
    assert main(["show", "--actor", "Lavrov"]) == 0
    assert capsys.readouterr().err == ""


def test_stances_that_certainly_stand(capsys: pytest.CaptureFixture[str]) -> None:
    at = EventDate.parse("2025-09-04")
    certain, dated = (
        sum(bool(cell.standing) for cell in stance_matrix(EXAMPLE, at=at, unqualified=unqualified).cells)
        for unqualified in (False, True)
    )
    assert 2 * certain <= dated
    assert main(["stances", "--at", "2025-09-04", "--certainly"]) == 0
    match = HINT.fullmatch(capsys.readouterr().err)
    assert match is not None
    assert int(match[1]) == dated
    assert main(["stances", "--at", "2025-09-04"]) == 0
    assert capsys.readouterr().err == ""
