"""Ids for what a source names by its own words: legible, the same in every run, and different for different things."""

import functools
import hashlib
import re
import unicodedata
from typing import Any, Final, TypeAlias

from diplo_events.model.ids import RecordId

__all__ = ["AnyId", "id_of", "marked", "new_id", "short_hash"]

AnyId: TypeAlias = Any
"""An id of whatever type the record that is made or referred to has; `None` where there is no such record."""

MOST: Final = 150
"""How many characters of a name an id shows."""


NO_LETTERS: Final = re.compile(r"[^a-z0-9]+")
LEGIBLE: Final = re.compile(r"[A-Za-z0-9]+(?:[ .,&'()/:-]{1,2}[A-Za-z0-9]+)*[.)]?")


def short_hash(*texts: str) -> str:
    """Return eight hexadecimal digits that differ where the texts do.

    >>> short_hash("a", "b") == short_hash("a", "b"), short_hash("a", "b") == short_hash("ab")
    (True, False)
    """
    return hashlib.sha256("\x1f".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def marked(key: str, *content: str) -> RecordId:
    """Return an id with the hash of a content after it, for another record that would have the same id.

    >>> marked("a", "b")
    'a-3e23e816'
    """
    return RecordId(f"{key}-{short_hash(*content)}")


def new_id(prefix: str, number: str) -> RecordId:
    """Return what `id_of` returns, for what the source numbers and will hardly name again.

    >>> new_id("icews", "32889836"), new_id("polecat", "7_AID") == id_of("polecat", "7_AID")
    ('icews/32889836', True)
    """
    if number.isdecimal() and number.isascii() and len(number) <= MOST:
        return RecordId(f"{prefix}/{number}")
    return id_of.__wrapped__(prefix, number)


@functools.lru_cache(maxsize=65_536)
def id_of(prefix: str, *names: str) -> RecordId:
    """Return an id of what some names mean together; one that letters would not tell from others ends in a hash.

    Examples:
        >>> id_of("icews", "Foreign Affairs (Bangladesh)"), id_of("icews", "Japan", "Osaka")
        ('icews/foreign-affairs-bangladesh', 'icews/japan/osaka')
        >>> id_of("icews", "São Tomé")
        'icews/sao-tome-6ed120a2'
    """
    parts = [slug_of(name) for name in names]
    key = "/".join([prefix, *(part for part in parts if part)])[: len(prefix) + MOST].rstrip("-./_")
    legible = all(is_legible(name) for name in names) and all(parts) and len(key) == len("/".join([prefix, *parts]))
    return RecordId(key if legible else f"{key}-{short_hash(*names)}")


def slug_of(name: str) -> str:
    """Return a name in lower-case letters of ASCII, with a hyphen for what is between them."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return NO_LETTERS.sub("-", plain.lower()).strip("-")


def is_legible(name: str) -> bool:
    """Whether a name differs from its slug only in capitals, brackets and spaces."""
    return bool(LEGIBLE.fullmatch(name))
