"""`Merge`: the union of several datasets, and where they disagree."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from diplo_events.errors import Problem, shown
from diplo_events.schema import Record, in_words, version_key

__all__ = ["Merge"]


class Merge:
    """The header and the records of several datasets, added one by one. Where they disagree, the first is kept."""

    def __init__(self) -> None:
        self.header: dict[str, Any] = {}
        self.records: dict[str, Record] = {}

    def add(self, header: Mapping[str, Any], records: Iterable[Record]) -> list[Problem]:
        """Add the header and the records of a dataset, and list where they differ from what is there."""
        problems: list[Problem] = []
        for name, theirs in header.items():
            mine = self.header.get(name)
            if name == "complete":
                self.header[name] = theirs and mine is not False
            elif name == "format_version":
                self.header[name] = max(mine or theirs, theirs, key=version_key)
            elif mine and theirs and mine != theirs:
                hint = "make the two agree first"
                problems.append(Problem(path=name, expected=shown(mine), found=shown(theirs), hint=hint))
            else:
                self.header[name] = mine or theirs
        for record in records:
            problems.extend(differences(self.records.setdefault(record.id, record), record))
        return problems


def differences(mine: Record, theirs: Record) -> Iterator[Problem]:
    """List where two records of one id differ."""
    if mine == theirs:
        return
    if type(mine) is not type(theirs):
        yield Problem(path=mine.id, expected=in_words(type(mine)), found=in_words(type(theirs)))
        return
    for field in attrs.fields(type(mine)):
        left, right = getattr(mine, field.name), getattr(theirs, field.name)
        if left != right:
            path = f"{mine.id}.{field.name}"
            yield Problem(path=path, expected=shown(left), found=shown(right), hint="the two records differ")
