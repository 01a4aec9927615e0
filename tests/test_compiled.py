"""A package of compiled files alone, without its source, does all that the package does."""

import compileall
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import diplo_events

PROGRAM = """
import json, sys, warnings
sys.path.insert(0, sys.argv[1])
import diplo_events
import diplo_events.analysis.query
from diplo_events.json_schema import json_schema

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    diplo_events.write(diplo_events.read(sys.argv[2]), sys.argv[3])
title = json_schema()["$defs"]["Meeting"]["properties"]["title"]["description"]
print(json.dumps([diplo_events.__file__, title, [str(warning.message) for warning in caught]]))
"""


@pytest.fixture(scope="module", params=[0, 2], ids=["compiled", "compiled without docstrings"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled package, with none of its source."""
    package = tmp_path_factory.mktemp("compiled") / "diplo_events"
    shutil.copytree(Path(diplo_events.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    assert compileall.compile_dir(package, quiet=1, legacy=True, optimize=request.param)
    for path in package.rglob("*.py"):
        path.unlink()
    return package


@pytest.mark.slow
def test_a_newer_file_is_read_and_written_back(package: Path, tmp_path: Path) -> None:
    issue = {"id": "troops", "label": "Troops", "proposition": "There should be troops.", "weight": 3}
    document = {"format_version": "1.7", "issues": [issue]}
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(document), encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(package.parent), str(old), str(new)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    file, title, (message,) = json.loads(result.stdout)
    assert Path(file) == package / "__init__.pyc"
    assert title == "What the coder calls it."
    assert "issues[0].weight" in message
    written = json.loads(new.read_text(encoding="utf-8"))
    assert written == {"closed": True, **document, "end": written["end"]}
