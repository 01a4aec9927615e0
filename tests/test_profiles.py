"""The thorough profile really draws more: no test overrides it."""

import re
from pathlib import Path

import pytest
from hypothesis import settings

import profiles

TESTS = Path(__file__).parent


@pytest.mark.parametrize("profile", ["desk", "ci", "quick", "thorough"])
def test_a_profile_multiplies_what_a_test_asks_for(profile: str) -> None:
    before = settings.get_current_profile_name()
    settings.load_profile(profile)
    try:
        asked = profiles.examples(30, derandomize=True, database=None)
        assert asked.max_examples == 30 * settings().max_examples // 25
        assert asked.deadline is None
        assert asked.derandomize
    finally:
        settings.load_profile(before)
    assert settings.get_profile("thorough").max_examples == 40 * settings.get_profile("desk").max_examples


def test_no_test_sets_a_number_that_no_profile_multiplies() -> None:
    name = re.compile(r"\bmax_examples\s*=[^=]")
    setting = {path.name for path in TESTS.rglob("*.py") if name.search(path.read_text(encoding="utf-8"))}
    assert setting == {"profiles.py"}
