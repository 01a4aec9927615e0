"""Which actor, place, issue, document or source a name refers to, and what to call a record."""

from typing import Final, TypeAlias

from diplo_events._internal.dataset.naming import fold, ids_of, name_of, one_id, spellings
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import ArgumentTypeError, expect_type, shown
from diplo_events.model import Actor, Document, Issue, Place, Source

__all__ = [
    "Named",
    "find_id",
    "first_published",
    "fold",
    "matches",
    "name_of",
    "publisher_of",
    "spellings",
]

Named: TypeAlias = Actor | Place | Issue | Document | Source
"""A record that has a name."""

NAMED: Final[tuple[type[Named], ...]] = (Actor, Place, Issue, Document, Source)


def find_id(dataset: Dataset, name: str, *types: type[Named]) -> str:
    """Return the id of the one record that a name refers to.

    Every function of the package that takes an actor, a place, an issue or a source looks it up with this function.

    Args:
        dataset: The records.
        name: An id, the last part of one, or any name, label or title. Case, accents and hyphens do not count.
        types: The types that the record may have; by default every type that has a name.

    Raises:
        QueryError: no record has this name, or several have it; the message lists them.
        ArgumentTypeError: the name is not a text, or a type has no names.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> find_id(dataset, "volodymyr zelensky"), find_id(dataset, "Moscow", Place)
        ('zelenskyy', 'place/moscow')
        >>> find_id(dataset, "Moscow")
        Traceback (most recent call last):
            ...
        diplo_events.errors.QueryError: expected one actor, place, issue, document or source, \
found 'Moscow', which is 'place/moscow' (Moscow) and 'russia' (Russia); write its id
    """
    return one_id(dataset, dataset.elsewhere, name, *types_with_names(name, types))


def matches(dataset: Dataset, name: str, *types: type[Named]) -> tuple[str, ...]:
    """Return the ids of all records that a name can refer to.

    An exact id refers only to its own record. Of the other spellings, those that are written exactly as the name go
    before those that differ in case, marks on letters or hyphens.

    In a partial dataset, the ids of records that are kept elsewhere match too.

    Args:
        dataset: The records.
        name: An id, the last part of one, or any name, label or title. Case, accents and hyphens do not count.
        types: The types that the record may have; by default every type that has a name.

    Raises:
        ArgumentTypeError: the name is not a text, or a type has no names.

    Examples:
        >>> import diplo_events
        >>> matches(diplo_events.load_example(), "Europeans")
        ('european-leaders', 'european-states')
    """
    return ids_of(dataset, dataset.elsewhere, name, *types_with_names(name, types))


def types_with_names(name: object, types: tuple[type[Named], ...]) -> tuple[type[Named], ...]:
    """Return the types that a record with a name may have, by default every type that has names.

    Raises:
        ArgumentTypeError: the name is not a text, or a type has no names.
    """
    expect_type("a name", name, str, hint="write an id or a spelling, such as 'russia' or 'Moscow'")
    if strange := [type_ for type_ in types if type_ not in NAMED]:
        raise ArgumentTypeError(
            f"expected Actor, Place, Issue, Document or Source, the classes, found {shown(strange[0])}"
        )
    return types or NAMED


def publisher_of(dataset: Dataset, source: str) -> str | None:
    """Return the id of the actor that published a source, or `None` if it is unknown.

    Args:
        dataset: The records.
        source: The source, by its id or its title.

    Raises:
        QueryError: no source has this name, or several have it.

    Examples:
        >>> import diplo_events
        >>> publisher_of(diplo_events.load_example(), "kurdistan24-intervention")
        'kurdistan24'
    """
    record = dataset.get(find_id(dataset, source, Source))
    return record.publisher if isinstance(record, Source) else None


def first_published(dataset: Dataset, source: str) -> EventDate | None:
    """Return the date on which the text of a source was first published, or `None` if it is unknown.

    Versions of one text or document say what they say as of one date: that of the first, by `Dataset.first_versions`.

    Args:
        dataset: The records.
        source: The source, by its id or its title.

    Raises:
        QueryError: no source has this name, or several have it.

    Examples:
        >>> import diplo_events
        >>> print(first_published(diplo_events.load_example(), "zerohedge-guarantees"))
        2025-09-04
    """
    key = find_id(dataset, source, Source)
    first = dataset.get(dataset.first_versions.get(key, key))
    return first.published if isinstance(first, Source) else None
