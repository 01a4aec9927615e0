"""What is measured: slow tests and property-based ones run without coverage, in a worker as well."""

import coverage
import pytest


@pytest.mark.slow
def test_a_slow_test_is_not_measured() -> None:
    assert coverage.Coverage.current() is None
