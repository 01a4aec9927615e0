"""Chooses the profile of the property-based tests and the seed of the shared datasets, before any test is imported."""

import os
import random

from hypothesis import settings

import profiles  # registers the profiles  # noqa: F401

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") == "true" else "desk"))
os.environ.setdefault("DATASET_SEED", "0" if settings().derandomize else str(random.randrange(2**32)))


def pytest_report_header() -> str:
    """Tell how the shared datasets of this run are drawn again."""
    return f"shared datasets: DATASET_SEED={os.environ['DATASET_SEED']}"
