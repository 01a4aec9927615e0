"""The collector of cycles is paused, and only so long."""

import gc

import pytest

from diplo_events.collector import paused


@pytest.mark.parametrize("runs", [True, False])
def test_it_is_as_before_afterwards_whatever_happens(runs: bool) -> None:
    try:
        if not runs:
            gc.disable()
        with paused():
            assert not gc.isenabled()
        assert gc.isenabled() is runs
        with pytest.raises(ValueError, match="in between"), paused():
            raise ValueError("in between")
        assert gc.isenabled() is runs
    finally:
        gc.enable()


def test_one_inside_another_ends_with_the_outer_one() -> None:
    with paused():
        with paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
