"""The command line: `main` runs one command and returns its exit code."""

from diplo_events.cli._main import COMMANDS, INTERRUPTED, build_parser, main

__all__ = ["COMMANDS", "INTERRUPTED", "build_parser", "main"]
