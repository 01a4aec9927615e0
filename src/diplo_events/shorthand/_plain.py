"""Plain data that may be anything: what of it is a mapping, a list or a text; and the trouble found on the way."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias, cast

import attrs

from diplo_events.errors import Problem
from diplo_events.model import EventRecord
from diplo_events.schema import COLLECTIONS, FORMAT_VERSION, Path, path_text, version_key

__all__ = [
    "EVENTS",
    "Findings",
    "Mappable",
    "Trouble",
    "is_given",
    "is_newer_minor",
    "listed",
    "mapped",
    "records_of",
]

Mappable: TypeAlias = dict[str, Any]
"""A mapping of plain data."""

EVENTS: Final = tuple(name for name, cls in COLLECTIONS.items() if issubclass(cls, EventRecord))
"""The names of the lists of event records."""


class Trouble(NamedTuple):
    """What is wrong with a value, without its place."""

    expected: str
    found: str
    hint: str | None = None


@attrs.define
class Findings:
    """What there is to report of a document: what is wrong with it, and what was done that a person should see."""

    problems: list[Problem] = attrs.field(factory=list[Problem])
    """What is wrong."""
    notes: list[tuple[str, str]] = attrs.field(factory=list[tuple[str, str]])
    """What was done, each with the path of the value."""
    numbered: list[str] = attrs.field(factory=list[str])
    """The ids that were given to records without one."""

    newer: bool = False
    """Whether the document has a newer minor version, whose fields the reader of the full form keeps."""
    known: set[Trouble] = attrs.field(factory=set[Trouble])
    """What was said once and concerns many values: a text that is not at hand."""

    def once(self, path: Path, trouble: Trouble) -> None:
        """Add what is wrong with many values in the same way, for the first of them."""
        if trouble not in self.known:
            self.known.add(trouble)
            self.trouble(path, trouble)

    def trouble(self, path: Path, trouble: Trouble) -> None:
        """Add what is wrong with a value."""
        problem = Problem(path=path_text(path), expected=trouble.expected, found=trouble.found, hint=trouble.hint)
        self.problems.append(problem)

    def note(self, path: Path, text: str) -> None:
        """Add what was done with a value."""
        self.notes.append((path_text(path), text))


def is_newer_minor(version: object) -> bool:
    """Whether a format version is a newer minor version than that of this library.

    >>> is_newer_minor("1.7"), is_newer_minor(FORMAT_VERSION), is_newer_minor("2.0"), is_newer_minor(1.7)
    (True, False, False, False)
    """
    if not isinstance(version, str) or not re.fullmatch(r"[0-9]{1,4}\.[0-9]{1,4}", version):
        return False
    major, minor = version_key(FORMAT_VERSION)
    return version_key(version)[0] == major and version_key(version)[1] > minor


def mapped(value: object) -> Mappable | None:
    """Return a value if it is a mapping."""
    return cast("Mappable", value) if isinstance(value, dict) else None


def listed(value: object) -> list[Any]:
    """Return a value if it is a list, and else an empty one: what is wrong with it is for the reader to say."""
    items: list[Any] = value if isinstance(value, list) else []
    return items


def records_of(document: Mappable, *names: str) -> Iterator[tuple[Path, str, Mappable]]:
    """List the records in some lists of a document, each with its path and the name of its list."""
    for name in names:
        for index, item in enumerate(listed(document.get(name))):
            if (record := mapped(item)) is not None:
                yield (name, index), name, record


def is_given(record: Mapping[str, Any], field: str) -> bool:
    """Whether a record has a field, as nothing or as one that is not coded yet included."""
    return field in record or field in listed(record.get("open"))
