"""The collector of cycles passes over a dataset in the process of a command, and is left alone in any other."""

import gc

import pytest

from diplo_events.cli import main
from diplo_events.cli._collector import SELDOM, collect_seldom, passed_over


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What the collector was asked to pass over: whether it ran at that time."""
    found: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: found.append(gc.isenabled()))
    return found


def test_in_the_process_of_a_command_it_passes_over_what_was_read(
    frozen: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gc, "get_threshold", lambda: SELDOM)
    with passed_over():
        assert not gc.isenabled()
        assert not frozen
    assert frozen == [False]  # before it runs again, as it would begin at once
    assert gc.isenabled()


def test_in_any_other_process_nothing_is_passed_over(frozen: list[bool], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table", "meetings", "--csv", "example"]) == 0
    assert capsys.readouterr().out
    assert not frozen


def test_it_runs_seldom() -> None:
    before = gc.get_threshold()
    try:
        collect_seldom()
        assert gc.get_threshold() == SELDOM
    finally:
        gc.set_threshold(*before)
