"""`Records`: a tuple of records with a short `repr`."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, Self, SupportsIndex, TypeVar, overload

from diplo_events.model import EventRecord
from diplo_events.model.notebook import Shown
from diplo_events.schema import RECORD_TYPES, Record

__all__ = ["Records", "are_known_to_fit", "counted", "note_fit"]

R_co = TypeVar("R_co", bound=Record | EventRecord, covariant=True)

MOST_IDS: Final = 3
"""How many ids a `repr` shows."""


class Records(Shown, tuple[R_co, ...]):  # noqa: SLOT001  (a tuple has no room for slots)
    """Records of a dataset, in order: a tuple whose `repr` is short. A notebook shows it as a table.

    It is equal to a tuple with the same records. A slice has the same type.

    Args:
        records: The records.
        dataset: The dataset in which their names stand; a table in a notebook then has names in the place of ids.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> dataset.statements
        <145 statements: 'digest-foreign-troops/s01', 'digest-foreign-troops/s02', 'digest-foreign-troops/s03', …>
        >>> dataset.statements[:2]
        <2 statements: 'digest-foreign-troops/s01', 'digest-foreign-troops/s02'>
    """

    _dataset: Mapping[str, Record] | None
    _fit: Literal["complete", "partial"] | None

    def __new__(cls, records: Iterable[R_co] = (), *, dataset: Mapping[str, Record] | None = None) -> Self:
        """Return the records as one tuple."""
        made = super().__new__(cls, records)
        made._dataset = dataset
        made._fit = None
        return made

    @property
    def dataset(self) -> Mapping[str, Record] | None:
        """The dataset in which the names of the records stand; `None` if it is not known."""
        return self._dataset

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> R_co: ...
    @overload
    def __getitem__(self, key: slice, /) -> "Records[R_co]": ...
    def __getitem__(self, key: SupportsIndex | slice, /) -> "R_co | Records[R_co]":
        if isinstance(key, slice):
            return Records(super().__getitem__(key), dataset=self._dataset)
        return super().__getitem__(key)

    def __reduce__(self) -> tuple[Any, ...]:
        return Records, (tuple(self),)  # without the dataset, which would come along

    def __repr__(self) -> str:
        if not self:
            return "<no records>"
        names = [name for name, cls in RECORD_TYPES.items() if all(isinstance(record, cls) for record in self)]
        name = names[0] if names else "record"
        ids = [repr(record.id) for record in self[:MOST_IDS]]
        more = ["…"] if len(self) > MOST_IDS else []
        return f"<{counted(len(self), name)}: {', '.join([*ids, *more])}>"


def are_known_to_fit(records: object, *, complete: bool) -> bool:
    """Whether records are those of a dataset, all of them, and so fit together; `complete`, if they need no others."""
    known = {"complete"} if complete else {"complete", "partial"}
    return type(records) is Records and records._fit in known  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (a note between datasets)


def note_fit(records: Records[Any], *, complete: bool) -> None:
    """Note that records fit together, so that a dataset with the same ones and another title need not find it out."""
    is_complete = complete or are_known_to_fit(records, complete=True)
    records._fit = "complete" if is_complete else "partial"  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (the same)


def counted(number: int, name: str) -> str:
    """Write a number with its noun.

    >>> counted(1, "territorial_claim"), counted(2, "source")
    ('1 territorial claim', '2 sources')
    """
    return f"{number} {name.replace('_', ' ')}{'' if number == 1 else 's'}"
