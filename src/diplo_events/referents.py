"""Referents: what event records report, in one record or in several that share a `canonical_id`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import cast

import attrs

from diplo_events.dataset import Dataset
from diplo_events.model import EventRecord
from diplo_events.schema import Record, expect_event_type

__all__ = ["Referent", "find_referents", "iter_referents", "referent_id"]


@attrs.frozen(kw_only=True)
class Referent:
    """One utterance, deed, meeting, vote, claim or position, with every record that reports it."""

    id: str
    """The `canonical_id` of its records, or the id of its only record."""
    type: type[EventRecord]
    """The type of its records."""
    records: tuple[EventRecord, ...]
    """The records, sorted by id; at least one."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that report it, sorted."""
        return tuple(sorted({record.source for record in self.records}))


def find_referents(dataset: Dataset, type_: type[EventRecord] = EventRecord) -> tuple[Referent, ...]:
    """Return what the event records of a dataset report, each referent with all its records.

    Records of different types never report the same referent, whatever their ids are.

    Args:
        dataset: The records.
        type_: Return only the referents of this type.

    Raises:
        ArgumentTypeError: the type is not a type of event records.

    Examples:
        >>> import diplo_events
        >>> meetings = find_referents(diplo_events.load_example(), diplo_events.Meeting)
        >>> next(meeting for meeting in meetings if meeting.id == "meeting/paris-summit").sources
        ('digest-foreign-troops', 'kurdistan24-intervention', 'zerohedge-guarantees')
    """
    expect_event_type(type_)
    return tuple(iter_referents(dataset, type_))


def iter_referents(dataset: Dataset, type_: type[EventRecord] = EventRecord) -> Iterator[Referent]:
    """List what `find_referents` returns, and look up the records of a referent when it is its turn.

    Args:
        dataset: The records.
        type_: List only the referents of this type.

    Examples:
        >>> import diplo_events
        >>> next(iter_referents(diplo_events.load_example())).id
        'claim/eastern-gains-august'
    """
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record in dataset.of_type(type_):
        groups[referent_id(dataset, record), type(record).__name__].append(record.id)
    found = sorted(groups.items())
    each = in_turn(dataset, chain.from_iterable(ids for _, ids in found))
    for (key, _), ids in found:
        records = tuple(cast("Iterator[EventRecord]", islice(each, len(ids))))
        yield Referent(id=key, type=type(records[0]), records=records)


def in_turn(dataset: Dataset, keys: Iterable[str]) -> Iterator[Record]:
    """List the records with some ids, in this order; those of a dataset that stays on disk are read several at once."""
    read: Callable[[Iterable[str]], Iterator[Record]] | None = getattr(dataset.records, "in_turn", None)
    return map(dataset.__getitem__, keys) if read is None else read(keys)


def referent_id(dataset: Dataset, record: EventRecord) -> str:
    """Return the id of what a record reports: its `canonical_id` or, if it has none, its own id.

    A record that another copy of its text has too, by `Dataset.first_reports`, has the id of the first one.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> referent_id(dataset, dataset["digest-foreign-troops/m03"])
        'meeting/paris-summit'
    """
    return record.canonical_id or dataset.first_reports.get(record.id, record.id)
