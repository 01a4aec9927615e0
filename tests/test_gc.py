"""The collector of cycles is paused, and only so long."""

import contextlib
import gc
import weakref
from collections.abc import Callable

import pytest

from diplo_events import Dataset, EventDate, load_example
from diplo_events._internal.system.gc import gc_paused
from diplo_events.analysis.stance_series import build_series
from diplo_events.analysis.stances import stance_matrix
from diplo_events.analysis.timeline import build_timeline
from diplo_events.corroboration.candidates import find_candidates
from diplo_events.corroboration.contradictions import find_contradictions
from diplo_events.corroboration.verdicts import corroborate
from diplo_events.exporters import to_icews, to_plover
from diplo_events.formats import _shadows, jsonl
from diplo_events.formats import json as json_format
from diplo_events.formats._unfit import Unfit

EXAMPLE = load_example()


@pytest.mark.parametrize("runs", [True, False])
def test_it_is_as_before_afterwards_whatever_happens(runs: bool) -> None:
    try:
        if not runs:
            gc.disable()
        with gc_paused():
            assert not gc.isenabled()
        assert gc.isenabled() is runs
        with pytest.raises(ValueError, match="in between"), gc_paused():
            raise ValueError("in between")
        assert gc.isenabled() is runs
    finally:
        gc.enable()


def test_one_inside_another_ends_with_the_outer_one() -> None:
    with gc_paused():
        with gc_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


class Circle:
    """An object that refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.mark.parametrize("runs", [True, False])
def test_what_is_new_can_be_collected_in_between_if_it_was_not_paused_before(runs: bool) -> None:
    with contextlib.nullcontext() if runs else gc_paused(), gc_paused() as collect_new:
        left = weakref.ref(Circle())
        collect_new()
        assert (left() is None) is runs
        assert not gc.isenabled()


def test_a_large_file_is_collected_in_parts() -> None:
    calls: list[None] = []
    lines = jsonl.dumps(EXAMPLE).encode().split(b"\n")[1:-2]
    _shadows.read_lines(b"\n".join(lines), 0, bytes, now_and_then=lambda: calls.append(None))
    assert len(calls) == _shadows.PARTS - 1


def test_it_is_paused_while_a_file_is_read_and_runs_again_when_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def refuse(_document: object) -> None:
        seen.append(gc.isenabled())
        raise Unfit

    monkeypatch.setattr(json_format, "document_road_for", lambda _size: None)
    monkeypatch.setattr(json_format, "read_document", refuse)
    monkeypatch.setattr(json_format, "diagnose_document", lambda _located: seen.append(gc.isenabled()))
    json_format.loads('{"format_version": "1.0"}')
    assert seen == [False, True]


@pytest.mark.parametrize(
    "function",
    [
        find_candidates,
        find_contradictions,
        corroborate,
        stance_matrix,
        build_series,
        build_timeline,
        to_icews,
        to_plover,
    ],
)
def test_it_is_paused_while_a_large_answer_is_made(
    function: Callable[[Dataset], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[bool] = set()
    by_hash, of_type = EventDate.__hash__, Dataset.of_type
    monkeypatch.setattr(EventDate, "__hash__", lambda date: (seen.add(gc.isenabled()), by_hash(date))[1])
    monkeypatch.setattr(Dataset, "of_type", lambda data, *types: (seen.add(gc.isenabled()), of_type(data, *types))[1])
    for _ in range(2):
        function(EXAMPLE)
    assert seen == {False}
    assert gc.isenabled()
