"""How help is written: as wide as the screen, broken between words, and without loading what it does not need."""

import io
import os
import shutil
import subprocess
import sys
import textwrap
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events.cli import build_parser
from diplo_events.cli._parser import lines_of_words, screen_width
from each_case import each_case

BY_ITSELF = "import argparse, sys, attrs; sys.stdout.write(' '.join(sys.modules))"

WITH_HELP = """
import contextlib, io, sys
from diplo_events.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main(["--help"])
sys.stdout.write(" ".join(sys.modules))
"""


def modules_of(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


class TestTheHelp:
    def test_loads_nothing_for_files_archives_or_long_texts(self) -> None:
        more = modules_of(WITH_HELP) - modules_of(BY_ITSELF)
        assert not more & {"bz2", "dateutil", "json", "lzma", "pathlib", "shutil", "tempfile", "textwrap"}

    def test_has_the_width_that_columns_says(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "50")
        text = build_parser(()).format_help()
        assert max(map(len, text.splitlines())) <= 48
        assert "    init       Make a folder to start in: a\n               text, its encoding" in text

    def test_of_a_command_keeps_its_examples_as_they_are(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "50")
        parser = build_parser(["locate"])
        (commands,) = (action.choices for action in parser._actions if isinstance(action.choices, dict))
        text = commands["locate"].format_help()
        assert commands["locate"].epilog in text
        assert any(len(line) > 48 for line in text.splitlines())


class TestTheScreen:
    @each_case("columns", ["132", "1", "0", "-3", "", "wide", " 90 ", "1_00"])
    def test_is_as_wide_as_the_standard_library_says(self, columns: str) -> None:
        with mock.patch.dict(os.environ, {"COLUMNS": columns}):
            assert screen_width() == shutil.get_terminal_size().columns

    def test_is_that_of_the_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("COLUMNS", raising=False)
        monkeypatch.setattr(os, "get_terminal_size", lambda _number: os.terminal_size((77, 20)))
        monkeypatch.setattr(sys, "__stdout__", mock.Mock(**{"fileno.return_value": 1}))
        assert screen_width() == 77

    @pytest.mark.parametrize("stream", [None, io.StringIO()])
    def test_is_the_usual_one_where_there_is_none(
        self, stream: io.StringIO | None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("COLUMNS", raising=False)
        monkeypatch.setattr(sys, "__stdout__", stream)
        assert screen_width() == 80


class TestLines:
    @given(st.text(alphabet="ab \n"), st.integers(min_value=1, max_value=20))
    def test_are_those_of_the_standard_library(self, text: str, width: int) -> None:
        assert lines_of_words(text, width) == textwrap.wrap(" ".join(text.split()), width, break_long_words=False)
