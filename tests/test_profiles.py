"""The thorough profile really draws more: no test overrides it."""

import ast
from pathlib import Path

import pytest
from hypothesis import settings

import profiles

TESTS = Path(__file__).parent


@pytest.mark.parametrize("profile", ["desk", "ci", "thorough"])
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
    keywords = [
        f"{path.relative_to(TESTS)}:{node.value.lineno}"
        for path in sorted(TESTS.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.keyword) and node.arg == "max_examples"
    ]
    assert {place.partition(":")[0] for place in keywords} == {"profiles.py"}, keywords
