"""What an exporter one way does not write, computed: records, fields and details of values, each with why."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.dataset import HEADER, Dataset
from diplo_events.model import OPEN
from diplo_events.schema import COLLECTIONS, Record, fields

__all__ = ["LABELS", "ExportLoss", "Kept"]

LABELS: Final = ("title", "name", "label")
"""The fields by which a record is named."""

NAME_ONLY: Final = "the format has no more of them than their names"
NO_PLACE: Final = "the format has no place for them"
NO_FIELD: Final = "the format has no field for it"
NO_OPEN: Final = "the format cannot say that a field is not coded yet"
OF_DATASET: Final = [f"dataset.{field.name}" for field in HEADER]
OF_RECORDS: Final = [
    what
    for collection, cls in COLLECTIONS.items()
    for what in (collection, *(f"{collection}.{field.name}" for field in fields(cls)), f"{collection}.open")
]
ORDER: Final = {what: number for number, what in enumerate(OF_DATASET + OF_RECORDS)}
NO_REASONS: Final[Mapping[str, str]] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class ExportLoss:
    """Something of a dataset that a format one way does not carry.

    Examples:
        >>> print(ExportLoss(what="actors.country", count=1_200, why="the format has no field for it"))
        1,200 actors.country: the format has no field for it
    """

    what: str
    """What is lost: `positions` for whole records, `positions.note` for a field, `dataset.title` for the header."""
    count: int
    """In how many records, or of how many records; of the header, 1."""
    why: str
    """Why it is not in the output."""

    def __str__(self) -> str:
        return f"{self.count:,} {self.what}: {self.why}"


class Kept:
    """What an exporter wrote of a dataset. Whatever it did not write is a loss, also a field that is added later.

    Examples:
        >>> from diplo_events import Issue
        >>> troops = Issue(id="troops", label="Troops", proposition="There should be troops.")
        >>> kept = Kept(Dataset(records=[troops], title="A small one"))
        >>> kept.write(troops, "id", "label")
        >>> [str(loss) for loss in kept.losses()]
        ['1 dataset.title: the format has no field for it', '1 issues.proposition: the format has no field for it']
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        """The dataset."""
        self._written: dict[str, set[str]] = defaultdict(set)
        self._header: set[str] = {"format_version"}
        self._named: set[str] = set()
        self._left: dict[str, str] = {}
        self._details: set[tuple[str, str, str]] = set()

    def write(self, record: Record, *names: str) -> None:
        """Note that the output has these fields of a record, as far as they have values."""
        self._written[record.id].update(names)

    def write_whole(self, record: Record) -> None:
        """Note that the output has all fields of a record, and which are open."""
        self.write(record, "open", *(field.name for field in fields(type(record))))

    def write_name(self, record: Record) -> None:
        """Note that the output has the title, name or label of a record, in the place of a reference to it."""
        self._named.add(record.id)

    def write_header(self, *names: str) -> None:
        """Note that the output has these fields of the header; without names, all of them."""
        self._header.update(names or (field.name for field in HEADER))

    def leave(self, record: Record, why: str) -> None:
        """Note why a record is not in the output."""
        self._left[record.id] = why

    def lose(self, record: Record, name: str, why: str) -> None:
        """Note that the output has a field of a record only in part."""
        self._details.add((f"{collection_of(record)}.{name}", why, record.id))

    def losses(self, reasons: Mapping[str, str] = NO_REASONS) -> tuple[ExportLoss, ...]:
        """List what is not in the output: the header first, then type by type records and fields.

        Args:
            reasons: For a type, as `positions`, or a field, as `positions.note` or `note`, why the format lacks it.
        """
        details = ((what, why) for what, why, _ in self._details)
        found = Counter([*self._of_header(), *self._of_records(reasons), *details])
        items = sorted(found.items(), key=lambda item: (ORDER.get(item[0][0], len(ORDER)), -item[1], *item[0]))
        return tuple(ExportLoss(what=what, count=count, why=why) for (what, why), count in items)

    def _of_header(self) -> Iterator[tuple[str, str]]:
        for field in HEADER:
            if field.name not in self._header and getattr(self.dataset, field.name) != field.default:
                yield f"dataset.{field.name}", NO_FIELD

    def _of_records(self, reasons: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for record in self.dataset.records:
            cls, collection = type(record), collection_of(record)
            written = self._written.get(record.id)
            named = LABELS if record.id in self._named else ()
            if written is None:
                other = NAME_ONLY if named else reasons.get(collection, NO_PLACE)
                yield collection, self._left.get(record.id, other)
                continue
            for field in fields(cls):
                value: object = getattr(record, field.name)
                if field.name in written or field.name in named:
                    continue
                if value is not OPEN and value != field.default:
                    what = f"{collection}.{field.name}"
                    yield what, reasons.get(what) or reasons.get(field.name, NO_FIELD)
            if record.open and "open" not in written:
                yield f"{collection}.open", NO_OPEN


def collection_of(record: Record) -> str:
    """Return the name of the list of a record in a file; a subclass with more fields is in that of its base."""
    return next(name for name, known in COLLECTIONS.items() if isinstance(record, known))
