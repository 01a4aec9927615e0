"""Wrong arguments are refused with what to write, also for callers without a type checker."""

import subprocess
import sys
from typing import Any

import pytest

from diplo_events import Meeting, load_example
from diplo_events.coding import check, compare_codings
from diplo_events.corroboration import compare_wordings, corroborate, find_attestations, find_wordings
from diplo_events.corroboration.candidates import find_candidates
from diplo_events.corroboration.wordings import Wording
from diplo_events.errors import ArgumentError, ArgumentTypeError
from diplo_events.formats import ALL_FORMATS
from diplo_events.referents import find_referents
from each_case import each_case

WORDS = f"{', '.join(ALL_FORMATS[:-1])} or {ALL_FORMATS[-1]}"

EXAMPLE = load_example()
SUMMIT = next(r for r in find_referents(EXAMPLE, Meeting) if r.id == "meeting/paris-summit")


@each_case(
    ("call", "message"),
    [
        (lambda: corroborate(EXAMPLE, "Meeting"), "found 'Meeting'"),
        (lambda: find_attestations(EXAMPLE, "meeting/paris-summit", "when"), "find it with .*find_referents"),
        (lambda: find_wordings(EXAMPLE, "meeting/paris-summit"), "find it with .*find_referents"),
        (lambda: compare_wordings("We will", Wording(text="We will")), r"expected left .*write Wording\(text=…\)"),
        (lambda: find_candidates(EXAMPLE, threshold="high"), "expected threshold to be a number, found 'high'"),
        (lambda: compare_codings("first.yaml", EXAMPLE), "expected the first encoding .*diplo_events.read"),
        (lambda: compare_codings(EXAMPLE, EXAMPLE, resamples="10"), "expected resamples to be a whole number"),
        (lambda: check(3), "expected a dataset, a file or a folder, found 3"),
    ],
)
def test_a_wrong_type(call: Any, message: str) -> None:
    with pytest.raises(ArgumentTypeError, match=message):
        call()


@each_case(
    ("call", "message"),
    [
        (lambda: find_attestations(EXAMPLE, SUMMIT, "venue"), "expected field to be when, attendance, .*found 'venue'"),
        (lambda: find_attestations(EXAMPLE, SUMMIT, "stauts"), "did you mean 'status'"),
        (lambda: compare_codings(EXAMPLE, EXAMPLE, resamples=-1), "expected resamples to be at least 0, found -1"),
        (
            lambda: check("a.txt", format="yml"),
            f"expected format to be {WORDS}, found 'yml'",
        ),
    ],
)
def test_a_wrong_option(call: Any, message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        call()


def test_the_door_needs_no_extra_and_is_not_opened_by_the_package() -> None:
    code = (
        "import sys\n"
        "sys.modules['rapidfuzz'] = None\n"
        "import diplo_events\n"
        "assert not [name for name in sys.modules if name.startswith('diplo_events.cor')], sys.modules\n"
        "import diplo_events.coding, diplo_events.corroboration\n"
        "print(len(diplo_events.corroboration.corroborate(diplo_events.load_example(), diplo_events.Meeting)))\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, check=True, text=True)
    assert int(done.stdout) == len(find_referents(EXAMPLE, Meeting))
