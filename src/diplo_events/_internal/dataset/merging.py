"""`Merge`: the union of several datasets, and where they disagree."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, Literal, TypeAlias, TypeVar

import attrs

from diplo_events._internal.by_fields import ByFields
from diplo_events.errors import Problem, shown
from diplo_events.schema import Record, in_words, references, version_key

__all__ = ["Difference", "Merge", "Merged", "OnConflict"]

D = TypeVar("D")

OnConflict: TypeAlias = Literal["error", "first", "list"]
"""What becomes of what differs: an error, the value of the first dataset that has it, or nothing but a list."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Difference(ByFields):
    """A field in which two datasets differ that are merged.

    >>> print(Difference(key="macron", field="name", first="Emmanuel Macron", other="Macron", dataset=1))
    macron.name: 'Emmanuel Macron' in the first, 'Macron' in dataset 1 of the others
    """

    key: str | None
    """The id of the record; `None` for a field of the header."""
    field: str
    """The name of the field; `type` where the records are of two types, with the names of the types as its values."""
    first: object
    """Its value in the first of the datasets that have it."""
    other: object
    """Its value in the other dataset."""
    dataset: int
    """Which of the others that is, counted from 1."""

    @property
    def path(self) -> str:
        """The place of the field: `macron.name`, `title`."""
        return self.field if self.key is None else f"{self.key}.{self.field}"

    @property
    def problem(self) -> Problem:
        """The difference as the mistake that it is where datasets must agree."""
        if self.key is None:
            hint = "make the two agree first"
        elif self.field == "type":
            return Problem(path=self.key, expected=str(self.first), found=str(self.other))
        else:
            hint = "the two records differ"
        return Problem(path=self.path, expected=shown(self.first), found=shown(self.other), hint=hint)

    def __str__(self) -> str:
        other = f"{shown(self.other)} in dataset {self.dataset} of the others"
        return f"{self.path}: {shown(self.first)} in the first, {other}"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Merged(ByFields, Generic[D]):
    """Datasets as one, and a report of what differed."""

    dataset: D
    """The one dataset."""
    differences: tuple[Difference, ...]
    """Where the others differ from what was there before them, in the order of the datasets."""


class Merge:
    """The header and the records of several datasets, added one by one. Where they disagree, the first is kept."""

    def __init__(self) -> None:
        self.header: dict[str, Any] = {}
        self.records: dict[str, Record] = {}
        self.number = -1

    def add(self, header: Mapping[str, Any], records: Iterable[Record]) -> list[Difference]:
        """Add the header and the records of a dataset, and list where they differ from what is there."""
        self.number += 1
        found: list[Difference] = []
        for name, theirs in header.items():
            mine = self.header.get(name)
            if name == "complete":
                self.header[name] = theirs and mine is not False
            elif name == "format_version":
                self.header[name] = max(mine or theirs, theirs, key=version_key)
            elif mine and theirs and mine != theirs:
                found.append(Difference(key=None, field=name, first=mine, other=theirs, dataset=self.number))
            else:
                self.header[name] = mine or theirs
        for record in records:
            found.extend(differences(self.records.setdefault(record.id, record), record, self.number))
        return found

    def leave_out(self, found: Iterable[Difference]) -> None:
        """Drop what differs. What is left is complete only if no record of it refers to one that is dropped."""
        gone: set[str] = set()
        for difference in found:
            if difference.key is None:
                self.header.pop(difference.field, None)
            else:
                gone.add(difference.key)
                self.records.pop(difference.key, None)
        targets = (ref.target for record in self.records.values() for ref in references(type(record), record))
        if gone and any(target in gone for target in targets):
            self.header["complete"] = False


def differences(mine: Record, theirs: Record, number: int) -> Iterator[Difference]:
    """List where two records of one id differ."""
    if mine == theirs:
        return
    if type(mine) is not type(theirs):
        first, other = in_words(type(mine)), in_words(type(theirs))
        yield Difference(key=mine.id, field="type", first=first, other=other, dataset=number)
        return
    for field in attrs.fields(type(mine)):
        left, right = getattr(mine, field.name), getattr(theirs, field.name)
        if left != right:
            yield Difference(key=mine.id, field=field.name, first=left, other=right, dataset=number)
