"""What type checkers say of code of users: the README's own lines, and what each accessor returns."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from diplo_events.schema import COLLECTIONS, RECORD_TYPES

ROOT: Final = Path(__file__).parents[1]

pytestmark = pytest.mark.slow


def python_of(page: Path) -> str:
    """Return the lines of Python that a page shows, one after the other."""
    blocks = re.findall(r"(?ms)^```python\n(.*?)^```$", page.read_text(encoding="utf-8"))
    lines = [line[4:] for block in blocks for line in block.splitlines() if line.startswith((">>> ", "... "))]
    return "".join(f"{line}\n" for line in lines)


def accessors() -> str:
    """Return code that says the exact type of all that a dataset returns by type."""
    names = ", ".join(cls.__name__ for cls in RECORD_TYPES.values())
    lines = [
        "from typing import assert_type",
        f"from diplo_events import {names}, load_example",
        "from diplo_events.analysis import Predicate",
        "from diplo_events.dataset import Event, Records",
        "",
        "dataset = load_example()",
        "",
        *(f"assert_type(dataset.{name}, Records[{cls.__name__}])" for name, cls in COLLECTIONS.items()),
        *(f'assert_type(dataset.{name}("x"), {cls.__name__})' for name, cls in RECORD_TYPES.items()),
        "assert_type(dataset.statements[0], Statement)",
        "assert_type(dataset.statements[:2], Records[Statement])",
        "assert_type(dataset.of_type(Meeting), Records[Meeting])",
        "assert_type(dataset.find(Statement), Records[Statement])",
        "assert_type(dataset.find(Predicate()), Records[Event])",
        "assert_type(dataset.find(Vote, Predicate(), certainty='possibly'), Records[Vote])",
        "for statement in dataset.statements:",
        "    assert_type(dataset.actor(statement.speakers[0]).name, str)",
        "several: tuple[Statement | Meeting, ...] = dataset.statements",
    ]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The code of the README, and the accessors."""
    folder = tmp_path_factory.mktemp("user")
    readme, code = folder / "readme.py", folder / "accessors.py"
    readme.write_text(python_of(ROOT / "README.md"), encoding="utf-8")
    code.write_text(accessors(), encoding="utf-8")
    return readme, code


def test_mypy_accepts_it(files: tuple[Path, Path]) -> None:
    assert ".actor(" in files[0].read_text(encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--config-file=", *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, cwd=files[0].parent)
    assert (done.stdout, done.returncode) == ("", 0)


def test_basedpyright_accepts_it(files: tuple[Path, Path]) -> None:
    config = files[0].parent / "pyrightconfig.json"
    config.write_text('{"typeCheckingMode": "strict"}', encoding="utf-8")
    command = [sys.executable, "-m", "basedpyright", "--project", str(config), "--pythonpath", sys.executable]
    done = subprocess.run(command, capture_output=True, check=False, text=True, cwd=files[0].parent)
    assert done.returncode == 0, done.stdout
