"""The page on the two codings says what the codings say, and the codings are whole."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

import diplo_events
from diplo_events import Source, read
from diplo_events.agreement import compare
from diplo_events.commands.agree import encoding_of

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "double-coding"


@pytest.fixture(scope="module")
def report() -> ModuleType:
    spec = importlib.util.spec_from_file_location("double_coding_report", FOLDER / "report.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_the_script_writes(report: ModuleType) -> None:
    hint = "run python double-coding/report.py"
    assert (ROOT / "docs" / "double-coding.md").read_text(encoding="utf-8") == report.page(), hint


def test_both_coders_encoded_the_texts_of_the_bundled_dataset() -> None:
    names = {path.name for path in (FOLDER / "first").iterdir()}
    assert names == {path.name for path in (FOLDER / "second").iterdir()}
    for name in names:
        sources = [read(FOLDER / coder / name).of_type(Source) for coder in ("first", "second")]
        (seed,) = read(ROOT / "seeds" / name).of_type(Source)
        assert [[source.sha256 for source in found] for found in sources] == [[seed.sha256]] * 2


def test_the_settled_encoding_is_no_stranger_to_either() -> None:
    settled = diplo_events.load_example()
    for coder in ("first", "second"):
        for part in compare(encoding_of(str(FOLDER / coder)), settled, resamples=0).types:
            assert part.f1 is not None
            assert part.f1 > 0.85
