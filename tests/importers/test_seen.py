"""Keys that were met before: a dictionary of any size is the oracle, whatever the memory holds."""

import random

import pytest

from diplo_events.importers import _seen
from diplo_events.importers._seen import Seen


@pytest.mark.parametrize(("fewest", "most"), [(2, 2), (2, 16), (4, 1 << 20)])
def test_the_first_value_of_a_key_is_known_however_little_fits_into_memory(
    fewest: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_seen, "FEWEST", fewest)
    monkeypatch.setattr(_seen, "SLOTS", most)
    monkeypatch.setattr(_seen, "GROWTH", 2)
    numbers = random.Random(most)
    seen, oracle = Seen(), dict[str, str]()
    for _ in range(400):
        key, value = f"actor/{numbers.randrange(40)}", numbers.choice("abc")
        if numbers.random() < 0.1:
            seen.forget(key)
            oracle.pop(key, None)
        expected = None if key not in oracle else oracle[key] == value
        assert seen.first(key, value) is expected
        oracle.setdefault(key, value)
    assert len(oracle) > 3
    seen.close()


def test_what_is_forgotten_is_new_again() -> None:
    seen = Seen()
    assert seen.first("a", "b") is None
    seen.forget("a")
    assert seen.first("a", "c") is None
    seen.close()
