"""Files of JSON and JSON Lines as other programs write them: what can be read, and the lines that cannot."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from diplo_events.errors import Location, NotReadableError, Problem, shown
from diplo_events.importers._annotations import Refused
from diplo_events.importers._files import read_utf8
from diplo_events.importers._json_values import json_value, reason_of

__all__ = ["DAMAGED", "Row", "mapping", "number", "read_rows", "refused", "rows_of", "sequence"]

DAMAGED: Final = "the row is damaged"


class Row(NamedTuple):
    """A value of a file, and its place."""

    value: Any
    """The value; a `Problem` for a line that is not JSON."""
    where: Location
    """The file and the line, where each line is a value."""
    path: str
    """The place in the file, where it is one value."""


def read_rows(path: str | Path) -> list[Row]:
    """Read a file of JSON as one value, and a file of JSON Lines as one for each line.

    A file is JSON Lines if its name ends with `.jsonl` or `.ndjson`, or if it is not one value but its first line is.

    Raises:
        NotReadableError: it is neither, or it is not UTF-8.
        OSError: it cannot be read.
    """
    text = read_utf8(Path(path))
    if isinstance(text, Problem):
        raise NotReadableError([text])
    text = text.removeprefix("\ufeff")
    if Path(path).suffix.lower() in {".jsonl", ".ndjson"}:
        return list(lines(text, str(path)))
    try:
        return [Row(json_value(text), Location(str(path)), "")]
    except (ValueError, RecursionError) as error:
        first = text.lstrip().partition("\n")[0]
        if "\n" in text.strip() and is_json(first):
            return list(lines(text, str(path)))
        found, line, column = reason_of(error)
        where = Location(str(path), line, column)
        raise NotReadableError([Problem(expected="a file of JSON", found=found, location=where)]) from None


def is_json(text: str) -> bool:
    """Whether a text is an object or a list of JSON."""
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def lines(text: str, file: str) -> Iterator[Row]:
    """Return the lines of a file, each as a value or as a problem."""
    for number_, line in enumerate(text.split("\n"), start=1):
        where = Location(file, number_)
        if line.strip():
            try:
                yield Row(json_value(line), where, "")
            except (ValueError, RecursionError) as error:
                found, _, column = reason_of(error)
                problem = Problem(expected="a line of JSON", found=found, location=Location(file, number_, column))
                yield Row(problem, where, "")


def rows_of(row: Row, *names: str) -> list[Row]:
    """Return the items of a list, or of the first of some lists in an object; else the value alone."""
    value, path = row.value, row.path
    if isinstance(value, dict):
        name = next((name for name in names if isinstance(value.get(name), list)), None)
        if name is None:
            return [row]
        value, path = value[name], f"{path}.{name}" if path else name
    if not isinstance(value, list):
        return [row]
    return [Row(item, row.where, f"{path}[{index}]") for index, item in enumerate(value)]


def refused(row: Row, expected: str, why: str = DAMAGED, found: object = None) -> Refused:
    """Return a row that is not read, with what was expected in its place."""
    if isinstance(row.value, Problem):
        return Refused(reason="the line is not JSON", problem=row.value)
    shown_value = shown(row.value if found is None else found)
    problem = Problem(path=row.path, expected=expected, found=shown_value, location=row.where)
    return Refused(reason=why, problem=problem)


def mapping(value: object) -> dict[str, Any]:
    """Return an object of JSON; an empty one for anything else."""
    return cast("dict[str, Any]", value) if isinstance(value, Mapping) else {}


def sequence(value: object) -> list[Any]:
    """Return a list of JSON; an empty one for anything else."""
    return value if isinstance(value, list) else []


def number(value: object) -> int | None:
    """Return a whole number of JSON; `None` for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
