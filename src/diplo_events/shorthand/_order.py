"""Where fields that were filled in stand among those that a person wrote."""

from collections.abc import Collection, Sequence

from diplo_events.shorthand._plain import Mappable

__all__ = ["arrange"]


def arrange(record: Mappable, written: Collection[str], order: Sequence[str]) -> None:
    """Put each field that was filled in behind the last one before it in the order of its type; the others stay.

    >>> record = {"summary": "No.", "speakers": ["a"], "mode": "indirect", "id": "s1"}
    >>> arrange(record, {"summary", "speakers"}, ["id", "source", "speakers", "mode", "summary"])
    >>> list(record)
    ['id', 'summary', 'speakers', 'mode']
    """
    ranks = {name: rank for rank, name in enumerate(order)}
    names = [name for name in record if name in written or name not in ranks]
    for name in sorted((name for name in record if name not in names), key=ranks.__getitem__):
        before = [index for index, other in enumerate(names) if ranks.get(other, len(ranks)) < ranks[name]]
        names.insert(max(before) + 1 if before else 0, name)
    items = [(name, record[name]) for name in names]
    record.clear()
    record.update(items)
