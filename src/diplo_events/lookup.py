"""Which actor, place, issue, document or source a name refers to, and what to call a record."""

import unicodedata
from collections.abc import Iterator
from typing import Final, TypeAlias

from diplo_events._texts.display import isolated
from diplo_events._texts.folding import bare, visible
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import (
    SHOWN,
    ArgumentTypeError,
    Problem,
    QueryError,
    expect_type,
    shown,
    suggestion,
    with_article,
)
from diplo_events.model import OPEN, Actor, Document, Issue, Meeting, Place, Source
from diplo_events.schema import type_name

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

MOST_LISTED: Final = 10
"""How many candidates a message lists."""


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
    ids = matches(dataset, name, *types)
    if len(ids) == 1:
        return ids[0]
    *most, last = [type_name(type_) for type_ in types or NAMED]
    kinds = f"{', '.join(most)} or {last}" if most else last
    if ids:
        names = [f"{key!r} ({isolated(shortened(name_of(dataset, key)))})" for key in ids[:MOST_LISTED]]
        more = f" and {len(ids) - MOST_LISTED} more" if len(ids) > MOST_LISTED else ""
        listed = f"{', '.join(names)}{more}" if more else f"{', '.join(names[:-1])} and {names[-1]}"
        found = f"{shown(name)}, which is {listed}"
        raise QueryError([Problem(expected=f"one {kinds}", found=found, hint="write its id")])
    known = (text for record in dataset.records if isinstance(record, types or NAMED) for text in spellings(record))
    expected = f"the id or a spelling of {with_article(kinds)}"
    raise QueryError([Problem(expected=expected, found=shown(name), hint=suggestion(name, known))])


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
    expect_type("a name", name, str, hint="write an id or a spelling, such as 'russia' or 'Moscow'")
    wanted = types or NAMED
    if strange := [type_ for type_ in wanted if type_ not in NAMED]:
        raise ArgumentTypeError(
            f"expected Actor, Place, Issue, Document or Source, the classes, found {shown(strange[0])}"
        )
    if isinstance(dataset.get(name), wanted) or is_elsewhere(dataset, name, wanted):
        return (name,)
    named = [(record.id, tuple(spellings(record))) for record in dataset.records if isinstance(record, wanted)]
    asked = exact(name)
    if ids := tuple(key for key, texts in named if asked in map(exact, texts[1:])):  # the first is a part of the id
        return ids
    folded = fold(name)
    return tuple(key for key, texts in named if folded in map(fold, texts))


def shortened(text: str) -> str:
    """Return a name as messages show it, at most as long as other values in them."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def is_elsewhere(dataset: Dataset, key: str, types: tuple[type[Named], ...]) -> bool:
    """Whether a partial dataset refers by an id to a record of these types that it does not hold."""
    return not dataset.complete and key in dataset.elsewhere and dataset.elsewhere[key] <= set(types)


def spellings(record: Named) -> Iterator[str]:
    """List the names of a record: the last part of its id, its name, label or title, and every recorded spelling.

    Examples:
        >>> import diplo_events
        >>> list(spellings(diplo_events.load_example()["lavrov"]))
        ['lavrov', 'Sergey Lavrov', 'Lavrov', 'Sergey Lavrov']
    """
    yield record.id.rpartition("/")[2]
    yield from (name for name in names_of(record) if name is not OPEN)


def names_of(record: Named) -> Iterator[str]:
    """List the name, label or title of a record, which may be `OPEN`, and every recorded spelling."""
    match record:
        case Actor() | Place():
            yield record.name
            yield from (name.text for name in record.names)
        case Issue():
            yield record.label
        case Document():
            yield record.title
            yield from (name.text for name in record.names)
        case _:  # a source
            yield record.title


def exact(text: str) -> str:
    """Return a name as it is written, but for what cannot be seen and the Unicode form."""
    return text if text.isascii() else unicodedata.normalize("NFC", visible(text))


def fold(text: str) -> str:
    """Return a name without what writers vary: case, marks on letters, hyphens, apostrophes, the width of spaces.

    >>> fold("Kim Jong-un"), fold("Volodymyr  ZELENS’KYÏ"), fold("Straße"), fold("Wałęsa")
    ('kim jong un', "volodymyr zelens'kyi", 'strasse', 'walesa')
    """
    text = bare(text)
    if not text.isascii():
        text = "".join(" " if unicodedata.category(c) == "Pd" else c for c in text)
    return " ".join(text.translate(SIGNS).split())


SIGNS: Final = str.maketrans({"-": " "} | dict.fromkeys("‘’ʼʹ`", "'"))
"""The ASCII hyphen, and the kinds of apostrophe."""


def name_of(dataset: Dataset, key: str) -> str:
    """Return the name, label or title of a record; its id if it has none of them or is not in the dataset.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> name_of(dataset, "lavrov"), name_of(dataset, "zerohedge-guarantees/s01")
        ('Sergey Lavrov', 'zerohedge-guarantees/s01')
    """
    match dataset.get(key):
        case Actor(name=name) | Place(name=name) | Issue(label=name):
            return name or key
        case Document(title=title) | Source(title=title) | Meeting(title=title):
            return title or key
        case _:
            return key


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
