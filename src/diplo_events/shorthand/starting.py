"""`starting_files`: what a folder to start in has, an example with its text, the schema for the editor, a read-me."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from diplo_events.shorthand.schema import short_schema

__all__ = ["SCHEMA_FILE", "starting_files"]

SCHEMA_FILE: Final = "schema.json"
"""The name of the schema for the editor, in the folder to start in."""

PLACES: Final = {
    "README.md": "README.md",
    "skerry.txt": "texts/skerry.txt",
    "skerry.yaml": "encoding/skerry.yaml",
}
"""Where each file goes."""


def starting_files() -> Mapping[str, bytes]:
    """Return the content of each file of a folder to start in, by its path there.

    >>> sorted(starting_files())
    ['README.md', 'encoding/skerry.yaml', 'schema.json', 'texts/skerry.txt']
    """
    folder = files("diplo_events.shorthand") / "start"
    schema = json.dumps(short_schema(), indent=2, ensure_ascii=False) + "\n"
    return {place: (folder / name).read_bytes() for name, place in PLACES.items()} | {SCHEMA_FILE: schema.encode()}
