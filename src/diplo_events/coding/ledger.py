"""The ledger of identity: which records have one referent and why, and which near-misses do not."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

import attrs

from diplo_events.dataset import Dataset
from diplo_events.errors import Problem, shown, suggestion
from diplo_events.formats.located import read_as
from diplo_events.model import EventRecord
from diplo_events.model.field_rules import Checked
from diplo_events.model.ids import CanonicalId, RecordId

__all__ = ["DifferentFrom", "Ledger", "SameAs", "ledger_problems", "read_ledger", "repeat_problems"]

MOST_COMPARED: Final = 50_000
"""How many ids are compared with misspelt ones, in all, before suggestions stop: a second of work."""


@attrs.frozen(kw_only=True)
class SameAs(Checked):
    """Records that have one referent."""

    id: CanonicalId
    """The `canonical_id` that they share."""
    members: tuple[RecordId, ...]
    """All records that have it."""
    differs: str | None = None
    """In what the reports differ."""
    because: str
    """Why they have one referent."""


@attrs.frozen(kw_only=True)
class DifferentFrom(Checked):
    """Records that could be mistaken for reports of one referent."""

    members: tuple[RecordId, ...]
    """The records, no two of which share a `canonical_id`."""
    because: str
    """Why they have different referents."""


@attrs.frozen(kw_only=True)
class Ledger(Checked):
    """The decisions on identity in a dataset."""

    same: tuple[SameAs, ...] = ()
    """The records that have one referent, for each `canonical_id`."""
    different: tuple[DifferentFrom, ...] = ()
    """The near-misses."""


def read_ledger(path: str | Path) -> Ledger:
    """Read a ledger from a JSON or YAML file.

    Raises:
        NotReadableError: it is not a ledger; all problems are listed, each with its place.
        OSError: the file cannot be read.
        MissingExtraError: YAML needs a package that is not installed.
    """
    return read_as(path, Ledger)


def ledger_problems(dataset: Dataset, ledger: Ledger) -> Iterator[Problem]:
    """Compare a dataset with its ledger, in both directions.

    Proven: each `canonical_id` that several records share has one entry, and its members are exactly these records;
    near-misses are in the dataset and do not share a `canonical_id`. Not proven: that the reasons are right.

    Examples:
        >>> list(ledger_problems(Dataset(), Ledger()))
        []
    """
    groups: dict[str, set[str]] = defaultdict(set)
    for record in dataset.records:
        if isinstance(record, EventRecord) and record.canonical_id:
            groups[record.canonical_id].add(record.id)
    listed: dict[str, set[str]] = {}
    for index, entry in enumerate(ledger.same):
        if entry.id in listed:
            yield Problem(path=f"same[{index}].id", expected="one entry for each referent", found=f"{entry.id!r} again")
        listed.setdefault(entry.id, set()).update(entry.members)
    hints = Hints()
    for key in sorted(groups.keys() | listed.keys()):
        if key in listed or len(groups[key]) > 1:
            yield from membership_problems(key, groups[key], listed.get(key), hints)
    events = tuple(record.id for record in dataset.of_type(EventRecord))
    for index, apart in enumerate(ledger.different):
        yield from near_miss_problems(f"different[{index}]", apart, dataset, events, hints)


def repeat_problems(dataset: Dataset) -> Iterator[Problem]:
    """Find the repeats that do not share a `canonical_id` with what they repeat: they would count as two referents.

    Examples:
        >>> list(repeat_problems(Dataset()))
        []
    """
    for record in dataset.records:
        fuller = dataset.get(record.restates) if isinstance(record, EventRecord) and record.restates else None
        if isinstance(record, EventRecord) and isinstance(fuller, type(record)):
            key = fuller.canonical_id
            if not key or record.canonical_id != key:
                expected = f"the canonical_id of {fuller.id!r}, which it repeats"
                hint = f"write {key!r}" if key else "give both the same"
                found = shown(record.canonical_id)
                yield Problem(path=f"{record.id}.canonical_id", expected=expected, found=found, hint=hint)


class Hints:
    """Suggestions for misspelt ids, as long as the comparisons that they take are few enough in all."""

    def __init__(self) -> None:
        self.left = MOST_COMPARED

    def suggestion(self, word: str, known: Collection[str]) -> str | None:
        """Return the hint for a misspelt id, or `None` if none is near it or too many were compared before."""
        if len(known) > self.left:
            return None
        self.left -= len(known)
        return suggestion(word, known)


def membership_problems(key: str, having: set[str], listed: set[str] | None, hints: Hints) -> Iterator[Problem]:
    """Compare the records that have a canonical id with the members of its entry."""
    if listed is None:
        expected = "an entry in the ledger"
        yield Problem(path=key, expected=expected, found="none", hint="add it under same, with its reason")
        return
    missing = listed - having
    for member in sorted(missing):
        yield Problem(path=f"{member}.canonical_id", expected=f"{key!r}, as the ledger says", found="another or none")
    for member in sorted(having - listed):
        hint = hints.suggestion(member, missing) or "add it to the entry, or remove the id from the record"
        yield Problem(path=f"{member}.canonical_id", expected=f"a member of {key!r}", found=shown(member), hint=hint)


def near_miss_problems(
    path: str, entry: DifferentFrom, dataset: Dataset, events: Collection[str], hints: Hints
) -> Iterator[Problem]:
    """Check that near-misses are in the dataset and do not share a canonical id."""
    seen: dict[str, str] = {}
    for member in entry.members:
        record = dataset.get(member)
        if not isinstance(record, EventRecord):
            hint = hints.suggestion(member, events)
            yield Problem(path=path, expected="the id of an event record", found=shown(member), hint=hint)
        elif record.canonical_id in seen:
            found = f"{seen[record.canonical_id]!r} and {member!r} under {record.canonical_id!r}"
            yield Problem(path=path, expected="records with different referents", found=found)
        elif record.canonical_id:
            seen[record.canonical_id] = member
