"""Chooses the profile of property-based tests, and seed and folder of shared datasets, before any test is imported.

Slow tests, property-based ones and the examples of the pages run without coverage, which makes whatever draws datasets
nearly three times slower: what only they reach does not count as covered.
"""

import gc
import os
import random
import shutil
import tempfile
from pathlib import Path

import coverage
import pytest
from hypothesis import is_hypothesis_test, settings

import profiles  # noqa: F401  (registers the profiles)

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") == "true" else "desk"))
os.environ.setdefault("DATASET_SEED", "0" if settings().derandomize else str(random.randrange(2**32)))
UNMEASURED = {
    "coding/test_double_coding.py",
    "corroboration/test_wordings.py",
    "formats/linked_data/test_shapes.py",
    "formats/test_formats.py",
    "formats/test_newer_members.py",
    "formats/test_yaml_text.py",
    "model/test_ids.py",
    "property/test_law_1_round_trips.py",
    "report/test_foreign_texts.py",
    "report/test_languages.py",
    "report/test_words.py",
    "test_docs.py",
    "test_schema_and_reader.py",
}
"""Files of tests that reach next to nothing which no others do: coverage would only double the time that they take."""

MEASURED = {
    "corroboration/test_alignment.py",
    "importers/test_offsets.py",
}
"""Files of property-based tests that are cheap and alone reach what they test."""

IS_FIRST = "SHARED_DATASETS" not in os.environ
"""Whether this process is no worker of another."""

gc.disable()  # while tests are collected: nothing of what is made then goes

if IS_FIRST:
    os.environ["SHARED_DATASETS"] = tempfile.mkdtemp(prefix="diplo-events-")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Stop the first of two measurements of coverage in a worker: `no_cover` would stop the second one alone."""
    first = coverage.Coverage.current()
    if hasattr(session.config, "workerinput") and first is not None:
        first.stop()


def pytest_report_header() -> str:
    """Return the seed with which the shared datasets of this run are drawn again."""
    return f"shared datasets: DATASET_SEED={os.environ['DATASET_SEED']}"


@pytest.fixture(autouse=True, scope="module")
def _heap_of_earlier_tests() -> None:
    """Keep the collector of cycles off what earlier tests left as well."""
    gc.freeze()


def is_drawn(item: pytest.Item) -> bool:
    """Whether a test draws its examples."""
    return is_hypothesis_test(getattr(item, "function", None))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Run some tests without coverage; keep the collector of cycles off the heap of all tests."""
    unmeasured = {Path(__file__).parent / name for name in UNMEASURED}
    measured = {Path(__file__).parent / name for name in MEASURED}
    assert all(path.exists() for path in unmeasured | measured)
    for item in session.items:
        is_unmeasured = item.path.suffix == ".md" or item.path in unmeasured
        if is_unmeasured or item.get_closest_marker("slow") or (is_drawn(item) and item.path not in measured):
            item.add_marker("no_cover")
    gc.freeze()
    gc.enable()


def pytest_unconfigure() -> None:
    """Remove the datasets that the processes of this run shared."""
    if IS_FIRST:
        shutil.rmtree(os.environ["SHARED_DATASETS"])
