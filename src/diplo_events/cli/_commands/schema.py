"""Print what describes the format to another program: a JSON Schema, SHACL shapes, terms."""

import argparse
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from diplo_events.cli._outputs import print_json
from diplo_events.formats.linked_data import context, shapes, vocabulary
from diplo_events.json_schema import json_schema

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events schema > diplo-events.schema.json
  diplo-events schema --as short > schema.json
  diplo-events schema --as shacl > shapes.ttl && pyshacl -s shapes.ttl articles.jsonld
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def short() -> dict[str, Any]:
    """Return the JSON Schema of the short form."""
    from diplo_events.shorthand.schema import short_schema  # noqa: PLC0415  (only this form needs all that reads texts)

    return short_schema()


JSON: Final[Mapping[str, Callable[[], dict[str, Any]]]] = MappingProxyType(
    {"json": json_schema, "short": short, "context": lambda: {"@context": context()}}
)
"""What is printed as JSON, by the name of the form."""

TURTLE: Final[Mapping[str, Callable[[], str]]] = MappingProxyType({"shacl": shapes, "skos": vocabulary})
"""What is printed as Turtle."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the argument."""
    parser.add_argument(
        "--as",
        dest="form",
        choices=[*JSON, *TURTLE],
        default="json",
        help="json: the JSON Schema of datasets in JSON and YAML (the default); short: the one of the short form, for "
        "editors; context: the context of JSON-LD; shacl: SHACL shapes of JSON-LD, in Turtle; skos: the classes, "
        "properties and vocabularies, in Turtle",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print it."""
    if arguments.form in JSON:
        print_json(JSON[arguments.form]())
    else:
        print(TURTLE[arguments.form](), end="")
    return 0
