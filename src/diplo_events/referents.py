"""Real-world things: the event records that share a `canonical_id`, and those that stand alone."""

from collections import defaultdict

import attrs

from diplo_events.dataset import Dataset
from diplo_events.model import EventRecord

__all__ = ["Referent", "find_referents", "referent_id"]


@attrs.frozen(kw_only=True)
class Referent:
    """One utterance, meeting, claim or position, with every record that reports it."""

    id: str
    """The `canonical_id` of its records, or the id of its only record."""
    type: type[EventRecord]
    """What its records are."""
    records: tuple[EventRecord, ...]
    """The records, sorted by id; at least one."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that report it, sorted."""
        return tuple(sorted({record.source for record in self.records}))


def find_referents(dataset: Dataset, cls: type[EventRecord] = EventRecord) -> tuple[Referent, ...]:
    """Group the event records of a dataset by the thing that they report.

    Records of two types never report one thing, whatever their ids say.

    Args:
        dataset: The records.
        cls: Only the things of this type.

    Examples:
        >>> import diplo_events
        >>> found = {thing.id: thing for thing in find_referents(diplo_events.load_example(), diplo_events.Meeting)}
        >>> found["meeting/paris-summit"].sources
        ('digest-foreign-troops', 'kurdistan24-intervention', 'zerohedge-guarantees')
    """
    groups: dict[tuple[str, type[EventRecord]], list[EventRecord]] = defaultdict(list)
    for record in dataset.records:
        if isinstance(record, cls):
            groups[referent_id(record), type(record)].append(record)
    made = (Referent(id=key, type=kind, records=tuple(records)) for (key, kind), records in groups.items())
    return tuple(sorted(made, key=lambda thing: (thing.id, thing.type.__name__)))


def referent_id(record: EventRecord) -> str:
    """Return the id of what a record reports: its `canonical_id`, or its own id where it has none.

    Examples:
        >>> import diplo_events
        >>> referent_id(diplo_events.load_example()["zerohedge-guarantees/m02"])
        'meeting/paris-summit'
    """
    return record.canonical_id or record.id
