"""Print the JSON Schema of a dataset in JSON or YAML."""

import argparse
from typing import Final

from diplo_events.cli._outputs import print_json
from diplo_events.json_schema import json_schema

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events schema > diplo-events.schema.json
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(_parser: argparse.ArgumentParser) -> None:
    """Add the arguments: none."""


def run(_arguments: argparse.Namespace) -> int:
    """Print the schema."""
    print_json(json_schema())
    return 0
