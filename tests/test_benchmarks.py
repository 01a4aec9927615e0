"""The benchmarks run, at sizes that measure nothing: what is not run is soon broken."""

import gc
import importlib
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"

NAMES = {path.stem for path in BENCHMARKS.glob("*.py")}

SMALL = {
    "candidates": ["all types: 211 pairs are one", "same actors, each week", "candidates, no identity"],
    "commands": ["check, mistakes", "exponents"],
    "drafting_places": ["practice {", "'right known': 5"],
    "drafting_rules": ["| rule | invented |", "texts a minute on one core"],
    "engines": ["315 records differ", "145 once; made", "as the library: True"],
    "hostile": ["a long key above many values", "unknown fields in one record", "lines of nothing"],
    "lines": ["this library, references checked", "pydantic, unknown fields forbidden", "memory of what is kept"],
    "importing": ["icews ", "gdelt ", "polecat ", "acled ", "microseconds a row"],
    "many_sources": ["2, 4 sources", "brief", "agreement with itself"],
    "import_time": ["diplo_events over nothing"],
    "peers": ["edtf, parse_edtf", "json.loads and jsonschema", "krippendorff, alpha"],
    "processes": ["as in the longest of three", "on two processors that are never idle"],
    "query_timeline": ["find: actor, by a spelling", "life cycles"],
    "reading": ["reading ", "json ", "jsonl ", "yaml "],
    "run": ["Reading, line by line", "| cattrs, as it comes |", "Arrow to records", "| edtf |", "Streams"],
    "stances_network": ["a network for each week"],
}


@pytest.mark.parametrize("name", SMALL)
def test_runs(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", [name, str(tmp_path)] if name in {"run", "engines"} else sys.argv)
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    for module_name in NAMES:
        monkeypatch.delitem(sys.modules, module_name, raising=False)
    monkeypatch.setattr(gc, "collect", lambda *_young: 0)  # it would walk the heap of all tests before, again and again
    monkeypatch.setattr(importlib.import_module("growth"), "SIZES", (500, 900))
    module = importlib.import_module(name)
    for constant, small in {
        "RUNS": 1,
        "ROUNDS": 2,
        "TIMES": 3,
        "RECORDS": 200,
        "ENGINES": ("duckdb",),
        "SECONDS": 0,
        "SIZES": (500, 900),
        "SOURCES": (2, 4),
        "ONLY": ("mistakes",),
        "BYTES": (8_000,),
        "LADDER": (200, 400),
        "STREAMS": (200, 400),
    }.items():
        if hasattr(module, constant):
            monkeypatch.setattr(module, constant, small)
    module.main()
    told = capsys.readouterr().out
    assert [words for words in SMALL[name] if words not in told] == []


def test_each_is_run() -> None:
    assert NAMES - {"growth", "rivals"} == SMALL.keys()
