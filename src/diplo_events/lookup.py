"""Which actor, place, issue or source is meant by a spelling."""

import unicodedata
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, TypeAlias

from diplo_events.dataset import Dataset
from diplo_events.errors import Problem, QueryError, shown, suggestion
from diplo_events.model import Actor, Issue, Place, Source
from diplo_events.schema import type_name

__all__ = ["Named", "fold", "lookup", "matches", "name_of", "publisher_of", "spellings"]

Named: TypeAlias = Actor | Place | Issue | Source
"""What has a name."""

NAMED: Final[tuple[type[Named], ...]] = (Actor, Place, Issue, Source)

MOST_LISTED: Final = 10
"""How many candidates a message lists."""


def lookup(dataset: Dataset, spelling: str, *types: type[Named]) -> str:
    """Find the id of what a spelling means.

    Args:
        dataset: Where to look.
        spelling: An id, the last part of one, or any name, label or title, whatever its case and accents.
        types: What it may be; anything that has a name by default.

    Raises:
        QueryError: nothing is spelt so, or several things are; they are listed.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> lookup(dataset, "volodymyr zelensky"), lookup(dataset, "Moscow", Place)
        ('zelenskyy', 'place/moscow')
        >>> lookup(dataset, "Moscow")
        Traceback (most recent call last):
            ...
        diplo_events.errors.QueryError: expected one actor, place, issue or source, \
found 'Moscow', which is 'place/moscow' (Moscow) and 'russia' (Russia); say it by its id
    """
    found = matches(dataset, spelling, *types)
    if len(found) == 1:
        return found[0]
    *most, last = [type_name(cls) for cls in types or NAMED]
    kinds = f"{', '.join(most)} or {last}" if most else last
    if found:
        names = [f"{key!r} ({name_of(dataset, key)})" for key in found[:MOST_LISTED]]
        more = f" and {len(found) - MOST_LISTED} more" if len(found) > MOST_LISTED else ""
        are = f"{', '.join(names)}{more}" if more else f"{', '.join(names[:-1])} and {names[-1]}"
        hint = "say it by its id"
        raise QueryError([Problem(expected=f"one {kinds}", found=f"{shown(spelling)}, which is {are}", hint=hint)])
    known = (text for record in dataset.records if isinstance(record, types or NAMED) for text in spellings(record))
    expected = f"the id or a spelling of an {kinds}" if kinds[0] in "aeiou" else f"the id or a spelling of a {kinds}"
    raise QueryError([Problem(expected=expected, found=shown(spelling), hint=suggestion(spelling, known))])


def matches(dataset: Dataset, spelling: str, *types: type[Named]) -> tuple[str, ...]:
    """List the ids of all that a spelling can mean; an id means only what has it.

    In a partial dataset, the id of what is kept elsewhere counts too.

    Examples:
        >>> import diplo_events
        >>> matches(diplo_events.load_example(), "Europeans")
        ('european-leaders', 'european-states')
    """
    wanted = types or NAMED
    if isinstance(dataset.get(spelling), wanted) or is_elsewhere(dataset, spelling, wanted):
        return (spelling,)
    folded = fold(spelling)
    named = (record for record in dataset.records if isinstance(record, wanted))
    return tuple(record.id for record in named if any(fold(text) == folded for text in spellings(record)))


def is_elsewhere(dataset: Dataset, key: str, types: tuple[type[Named], ...]) -> bool:
    """Tell whether a partial dataset refers by an id to something of these types that it does not hold."""
    missing = () if dataset.complete else dataset.missing
    return any(reference.target == key and set(reference.types) <= set(types) for _, reference in missing)


def spellings(record: Named) -> Iterator[str]:
    """List how something may be called: the last part of its id, its name, label or title, every spelling met.

    Examples:
        >>> import diplo_events
        >>> list(spellings(diplo_events.load_example()["lavrov"]))
        ['lavrov', 'Sergey Lavrov', 'Lavrov', 'Sergey Lavrov']
    """
    yield record.id.rpartition("/")[2]
    match record:
        case Actor() | Place():
            yield record.name
            yield from (name.text for name in record.names)
        case Issue():
            yield record.label
        case _:  # a source
            yield record.title


def fold(text: str) -> str:
    """Take off a text what people spell differently: case, accents, hyphens, kinds of apostrophe, width of spaces.

    Compatibility caseless matching (Unicode Standard, chapter 3, D146), then without nonspacing marks.

    >>> fold("Kim Jong-un"), fold("Volodymyr  ZELENS’KYÏ"), fold("Straße")
    ('kim jong un', "volodymyr zelens'kyi", 'strasse')
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = "".join(ALIKE.get(unicodedata.category(c), c) for c in text)
    return " ".join(text.lower().translate(SIGNS).split())


ALIKE: Final = MappingProxyType({"Mn": "", "Pd": " "})
"""By category of Unicode: nonspacing marks are left out, dashes are spaces."""

SIGNS: Final = str.maketrans({"-": " "} | dict.fromkeys("‘’ʼʹ`", "'"))
"""What is left for text in ASCII; and the kinds of apostrophe, which have no category of their own."""


def name_of(dataset: Dataset, key: str) -> str:
    """Return the name, label or title of a record; its id where it has none or the dataset does not hold it.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> name_of(dataset, "lavrov"), name_of(dataset, "zerohedge-guarantees/s01")
        ('Sergey Lavrov', 'zerohedge-guarantees/s01')
    """
    record = dataset.get(key)
    name = getattr(record, "name", None) or getattr(record, "label", None) or getattr(record, "title", None)
    return name or key


def publisher_of(dataset: Dataset, source: str) -> str | None:
    """Return the id of the outlet that published a source; `None` where it is not known.

    Examples:
        >>> import diplo_events
        >>> publisher_of(diplo_events.load_example(), "kurdistan24-intervention")
        'kurdistan24'
    """
    record = dataset.get(source)
    return record.publisher if isinstance(record, Source) else None
