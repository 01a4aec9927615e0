"""Each script of `examples` runs and prints what it demonstrates."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"

SAYS = {
    "embed_in_your_model.py": ['"number": 12', '"box": 7', "equal after reading: True"],
    "encode_and_check.py": ["found none: 'Photo: none'", "0 problems left"],
    "for_r_duckdb_gephi.py": [
        "positions.csv: 105 positions",
        "congruence.graphml: 11 actors, 15 edges",
        "putin: “Ukrainian combat-ready units",
    ],
    "load_and_ask.py": ["Maria Zakharova, in September (Wednesday):", "“in any format”", "possibly in September"],
    "merge_two_coders.py": ["stance of opinion-guarantees/p01: strongly_disagree or neutral", "merged: True"],
}


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.py")))
def test_example_runs_and_says_what_it_should(name: str, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", str(EXAMPLES / name)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert [words for words in SAYS[name] if words not in done.stdout] == []


def test_each_is_listed() -> None:
    assert {path.name for path in EXAMPLES.glob("*.py")} == SAYS.keys()
