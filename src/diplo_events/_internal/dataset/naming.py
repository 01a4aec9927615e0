"""Names of records, and which record of a dataset a name refers to."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias, TypeVar, cast

from diplo_events._internal.texts.display import isolated, quoted
from diplo_events._internal.texts.folding import bare, visible
from diplo_events._internal.texts.likeness import near, words_in
from diplo_events.errors import SHOWN, Problem, QueryError, expect_type, shown, suggestion, with_article
from diplo_events.model import OPEN, Actor, Document, EventRecord, Issue, Meeting, Place, Source
from diplo_events.schema import Record, in_words, type_name

__all__ = ["fold", "ids_of", "name_of", "one_id", "one_record", "spellings"]

R = TypeVar("R", bound=Record | EventRecord)

NEAR_WORD: Final = 0.75
"""How near a word of a name is to the one that was probably meant."""

MOST_LISTED: Final = 10
"""How many candidates a message lists."""


Elsewhere: TypeAlias = Mapping[str, frozenset[type[Record]]]
"""The ids of the records that a partial dataset refers to and does not hold, with their possible types."""


def one_record(dataset: Mapping[str, Record], elsewhere: Elsewhere, type_: type[R], name: str) -> R:
    """Return the one record of a type that a name refers to.

    Raises:
        QueryError: no record of the type has this name, or several have it; the message lists them.
        ArgumentTypeError: the name is not a text.
    """
    expect_type("a name", name, str, hint="write an id or a spelling, such as 'russia' or 'Moscow'")
    record = dataset.get(name)
    cls = cast("type[Record]", type_)
    if record is None:
        record = dataset.get(one_id(dataset, elsewhere, name, cls))
    if isinstance(record, type_):
        return record
    if record is not None:
        hint = f"write dataset.{type_name(type(record))}({name!r})"
        found = f"{shown(name)}, {in_words(type(record))}"
        raise QueryError([Problem(expected=in_words(cls), found=found, hint=hint)])
    expected = f"{in_words(cls)} that the dataset holds"
    raise QueryError([Problem(expected=expected, found=f"{shown(name)}, which is kept elsewhere")])


def one_id(dataset: Mapping[str, Record], elsewhere: Elsewhere, name: str, *types: type[Record]) -> str:
    """Return the id of the one record of some types that a name refers to.

    Raises:
        QueryError: no record has this name, or several have it; the message lists them.
    """
    ids = ids_of(dataset, elsewhere, name, *types)
    if len(ids) == 1:
        return ids[0]
    *most, last = [type_name(type_).replace("_", " ") for type_ in types]
    kinds = f"{', '.join(most)} or {last}" if most else last
    if ids:
        names = [listed(dataset, key) for key in ids[:MOST_LISTED]]
        more = f" and {len(ids) - MOST_LISTED} more" if len(ids) > MOST_LISTED else ""
        words = f"{', '.join(names)}{more}" if more else f"{', '.join(names[:-1])} and {names[-1]}"
        found = f"{shown(name)}, which is {words}"
        raise QueryError([Problem(expected=f"one {kinds}", found=found, hint="write its id")])
    records = [record for record in dataset.values() if isinstance(record, types)]
    expected = f"the id {'or a spelling ' if any(map(has_names, types)) else ''}of {with_article(kinds)}"
    known = [text for record in records for text in spellings(record)]
    known += [record.id for record in records if isinstance(record, EventRecord)]
    hint = suggestion(name, known) or suggestion_by_word(name, known)
    raise QueryError([Problem(expected=expected, found=shown(name), hint=hint)])


def suggestion_by_word(name: str, known: Iterable[str]) -> str | None:
    """Return the hint for a text whose words are all near words of a known name; `None` if no name has them.

    >>> suggestion_by_word("trops", ["Ceasefire", "Deployment of foreign troops"])
    "did you mean 'Deployment of foreign troops'?"
    """
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for text in known:
        for word in words_in(fold(text)):
            by_word[word].append(text)
    words = [near(part, by_word, cutoff=NEAR_WORD) for part in sorted(words_in(fold(name)))]
    meant = [by_word[word] if word else [] for word in words]
    having = [text for text in meant[0] if all(text in texts for texts in meant)] if meant else []
    best = min(having, key=len, default=None)
    return f"did you mean {quoted(best)}?" if best else None


def listed(dataset: Mapping[str, Record], key: str) -> str:
    """Return an id with the name of its record."""
    name = name_of(dataset, key)
    short = name if len(name) <= SHOWN else f"{name[: SHOWN - 1]}…"  # as long as other values in messages at most
    return repr(key) if name == key else f"{key!r} ({isolated(short)})"


def has_names(type_: type[Record]) -> bool:
    """Whether records of a type have names beside their ids."""
    return type_ is Meeting or not issubclass(type_, EventRecord)


def ids_of(dataset: Mapping[str, Record], elsewhere: Elsewhere, name: str, *types: type[Record]) -> tuple[str, ...]:
    """Return the ids of all records of some types that a name can refer to; see `diplo_events.lookup.matches`."""
    if isinstance(dataset.get(name), types) or (name in elsewhere and elsewhere[name] <= set(types)):
        return (name,)
    named = [(record.id, tuple(spellings(record))) for record in dataset.values() if isinstance(record, types)]
    asked = exact(name)
    if ids := tuple(key for key, texts in named if asked in map(exact, texts[1:])):  # the first is a part of the id
        return ids
    folded = fold(name)
    return tuple(key for key, texts in named if folded in map(fold, texts))


def spellings(record: Record) -> Iterator[str]:
    """List the names of a record: the last part of its id, its name, label or title, and every recorded spelling.

    Examples:
        >>> import diplo_events
        >>> list(spellings(diplo_events.load_example()["lavrov"]))
        ['lavrov', 'Sergey Lavrov', 'Lavrov', 'Sergey Lavrov']
    """
    yield record.id.rpartition("/")[2]
    yield from (name for name in names_of(record) if name is not OPEN)


def names_of(record: Record) -> Iterator[str]:
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
        case Source() | Meeting():
            yield record.title
        case _:  # an event record that has no title
            return


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


def name_of(dataset: Mapping[str, Record], key: str) -> str:
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
