"""Problems of a full document by the paths of what a person wrote in short form, each of one value once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from diplo_events.errors import Location, Problem
from diplo_events.formats.located import Located
from diplo_events.schema import path_text
from diplo_events.shorthand._plain import EVENTS, Mappable, mapped, records_of
from diplo_events.shorthand._stances import stances_in

__all__ = ["ALL_EVENTS", "in_written_paths"]

ALL_EVENTS: Final = "events"
"""The key of the defaults for event records of every type."""


def in_written_paths(problems: Iterable[Problem], origins: Mapping[str, str], written: Located) -> Iterator[Problem]:
    """Return problems of the full document with the paths of what was written.

    Args:
        problems: The problems.
        origins: The path of each position that was made from a stance, with that of the stance.
        written: The document in short form.
    """
    data = mapped(written.data) or {}
    found = [*in_stances(problems, origins, data)]
    yield from dict.fromkeys(in_defaults(found, data, written))


def in_stances(problems: Iterable[Problem], origins: Mapping[str, str], data: Mappable) -> Iterator[Problem]:
    """Return problems of positions that were made from stances with the paths of these.

    What such a position has from its statement is a problem of the statement alone.
    """
    found = tuple(problems)
    known = {problem.path for problem in found}
    written = {path_text(path): item for path, item in stances_in(data)}
    for problem in found:
        head, _, rest = problem.path.partition(".")
        if (origin := origins.get(head)) is None:
            yield problem
            continue
        keys = mapped(written.get(origin)) or {}
        if first_key(rest) not in keys and f"{origin.partition('.')[0]}.{rest}" in known:
            continue
        is_word = rest == "stance" and isinstance(written.get(origin), str)
        yield attrs.evolve(problem, path=origin if is_word else f"{origin}.{rest}")


def in_defaults(problems: Iterable[Problem], data: Mappable, written: Located) -> Iterator[Problem]:
    """Return problems of values that records have from the defaults with the paths and places of these."""
    defaults = mapped(data.get("defaults")) or {}
    records = {path_text(path): (name, record) for path, name, record in records_of(data, *data)} if defaults else {}
    for problem in problems:
        head, _, rest = problem.path.partition(".")
        name, record = records.get(head, ("", {}))
        key = first_key(rest)
        among = [each for each in (name, ALL_EVENTS) if key in (mapped(defaults.get(each)) or {})]
        if not among or key in record or (among[0] == ALL_EVENTS and name not in EVENTS):
            yield problem
        else:
            path = f"defaults.{among[0]}.{rest}"
            place: Location | None = written.nearest(path)
            yield attrs.evolve(problem, path=path, location=place or problem.location)


def first_key(path: str) -> str:
    """Return the first key of a path."""
    return re.split(r"[.\[]", path, maxsplit=1)[0]
