"""What reading dates, datasets and agreement takes, side by side with other libraries, in one run.

Run it with `python benchmarks/peers.py`; it needs `edtf`, `edtf-validate`, `jsonschema` and `krippendorff`. Everything
is run in turn, round after round, so that a busy machine slows all alike. Printed is how many times as long as this
library the other takes: the median of the rounds, and the span from the 10th to the 90th percentile.
"""

import json
import random
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path

import jsonschema
import krippendorff

from diplo_events import example_data
from diplo_events.coding.agreement import krippendorff_alpha
from diplo_events.dates import _edtf as ours
from diplo_events.formats import json as json_format
from diplo_events.formats.plain import from_plain
from diplo_events.json_schema import json_schema

with warnings.catch_warnings():  # both use names that their parser library has deprecated
    warnings.simplefilter("ignore")
    from edtf import parse_edtf
    from edtf_validate.valid_edtf import is_valid

ROUNDS = 31
OURS = "this library"
UNITS = 300
"""How many units two coders judge."""

BUNDLED = Path(example_data.__file__).with_name(example_data.FILE).read_bytes()
EXAMPLES = Path(__file__).resolve().parent.parent / "tests" / "data" / "edtf_loc_examples.json"
Work = Callable[[], object]


def dates() -> dict[str, Work]:
    """Read the examples of the EDTF specification that all the libraries read."""
    found = json.loads(EXAMPLES.read_text("utf-8"))["examples"]
    texts = [text for group in found for text in group["edtf"] if reads(parse_edtf, text) and is_valid(text)]
    return {
        OURS: lambda: [ours.parse(text) for text in texts],  # below `EventDate.parse`, which keeps what it has read
        "edtf, parse_edtf": lambda: [parse_edtf(text) for text in texts],
        "edtf-validate, is_valid (no reading)": lambda: [is_valid(text) for text in texts],
    }


def reads(read: Callable[[str], object], text: str) -> bool:
    """Whether a library reads a text."""
    try:
        read(text)
    except Exception:  # noqa: BLE001  (libraries refuse in many ways)
        return False
    return True


def datasets() -> dict[str, Work]:
    """Read the bundled dataset: bytes to records, every rule checked."""
    validator = jsonschema.validators.validator_for(json_schema())(json_schema())
    return {
        OURS: lambda: json_format.loads(BUNDLED),
        "of which from plain data on": lambda: from_plain(json.loads(BUNDLED)),
        "json.loads (plain data, no rules)": lambda: json.loads(BUNDLED),
        "json.loads and jsonschema (no records)": lambda: validator.is_valid(json.loads(BUNDLED)),
    }


def agreement() -> dict[str, Work]:
    """Compute Krippendorff's alpha, nominal, for two coders."""
    draw = random.Random(7)  # noqa: S311  (seeded, so that each run judges the same)
    units = [(draw.choice("abcd"), draw.choice("abcd")) for _ in range(UNITS)]
    table = [list(row) for row in zip(*units, strict=True)]
    return {
        OURS: lambda: krippendorff_alpha(units),
        "krippendorff, alpha": lambda: krippendorff.alpha(
            reliability_data=table, level_of_measurement="nominal", value_domain=list("abcd")
        ),
    }


def measured(works: Mapping[str, Work]) -> dict[str, list[float]]:
    """Run everything in turn, round after round."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            taken[name].append(time.perf_counter() - start)
    return taken


def main() -> None:
    """Print a table for each comparison."""
    print(f"Python {sys.version.split()[0]}, {ROUNDS} rounds; times as long as this library, 10th to 90th percentile")
    for comparison in (dates, datasets, agreement):
        taken = measured(comparison())
        ours = taken.pop(OURS)
        print(f"{comparison.__name__}: this library {1000 * statistics.median(ours):.2f} ms")
        for name, theirs in taken.items():
            ratios = [other / one for one, other in zip(ours, theirs, strict=True)]
            tenths = statistics.quantiles(ratios, n=10)
            print(f"  {name:40}{statistics.median(ratios):8.2f}  ({tenths[0]:.2f} to {tenths[-1]:.2f})")


if __name__ == "__main__":
    main()
