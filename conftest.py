"""Runs the examples of the README and of the site, in order, each page in a folder of its own.

Python is run as it stands. Of a `console` block, the lines after `$` are run and the rest is what they print. A block
below `<!-- file: NAME -->` is a file that the reader has, and a `diff` below `<!-- edit: NAME -->` changes it. The
examples in docstrings are pytest's own business, but for the folder in which they run.
"""

import contextlib
import doctest
import io
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sybil import Document, Example, Region, Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

from diplo_events import cli

PYTHON = PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^<!-- file: (\S+) -->\n+```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EDIT = re.compile(r"^<!-- edit: (\S+) -->\n+```diff\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def consoles(document: Document) -> Iterator[Region]:
    """Find the commands with their output."""
    for match in CONSOLE.finditer(document.text):
        yield Region(match.start(), match.end(), match[1], run_commands)


def files(document: Document) -> Iterator[Region]:
    """Find the files that the reader has."""
    for match in FILE.finditer(document.text):
        yield Region(match.start(), match.end(), (match[1], match[2]), write_file)


def edits(document: Document) -> Iterator[Region]:
    """Find the changes to files."""
    for match in EDIT.finditer(document.text):
        yield Region(match.start(), match.end(), (match[1], match[2]), edit_file)


def run_commands(example: Example) -> str | None:
    """Run the commands of a block and compare what they print, in either stream, with what the block says."""
    for chunk in re.split(r"(?m)^\$ ", example.parsed)[1:]:
        command, _, expected = chunk.partition("\n")
        program, *arguments = shlex.split(command)
        assert program == "diplo-events", f"{program} is not run: say sh instead of console"
        raw = io.BytesIO()
        output = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output), contextlib.suppress(SystemExit):
            cli.main(arguments)
        found = raw.getvalue().decode()
        if not doctest.OutputChecker().check_output(expected, found, doctest.ELLIPSIS):
            return f"{command}\nexpected:\n{expected}\nfound:\n{found}"
    return None


def write_file(example: Example) -> None:
    """Write a file for the examples that follow."""
    name, content = example.parsed
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def edit_file(example: Example) -> str | None:
    """Change the one place of a file that looks like the diff without what it adds."""
    name, diff = example.parsed
    lines = diff.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if not line.startswith("+"))
    after = "".join(line[1:] for line in lines if not line.startswith("-"))
    content = Path(name).read_text(encoding="utf-8")
    if content.count(before) != 1:
        return f"{name} has {content.count(before)} places like this:\n{before}"
    Path(name).write_text(content.replace(before, after), encoding="utf-8")
    return None


def enter(namespace: dict[str, Any]) -> None:
    """Go to an empty folder."""
    namespace["_leave"] = contextlib.ExitStack()
    folder = namespace["_leave"].enter_context(tempfile.TemporaryDirectory())
    namespace["_leave"].callback(os.chdir, Path.cwd())
    os.chdir(folder)


def leave(namespace: dict[str, Any]) -> None:
    """Come back from it."""
    namespace["_leave"].close()


pytest_collect_file = Sybil(
    parsers=[PYTHON, SkipParser(), consoles, files, edits],
    patterns=["*.md"],
    setup=enter,
    teardown=leave,
).pytest()


@pytest.fixture(autouse=True)
def _folder_of_docstrings(request: pytest.FixtureRequest) -> None:
    """Run the examples of a docstring in an empty folder, as those of the pages are."""
    if isinstance(request.node, pytest.DoctestItem):
        request.getfixturevalue("monkeypatch").chdir(request.getfixturevalue("tmp_path"))
