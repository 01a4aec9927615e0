"""The words of a name: without its article, whether they are a name at all, and their first letters."""

import re
from typing import Final

from diplo_events.lookup import fold

__all__ = ["bare", "family_last", "is_name", "letters", "small_words"]

JUNIOR: Final = re.compile(r",? (?:Jn?r|Sn?r)\b\.?")


def bare(name: str) -> str:
    """Return a name without an article and a genitive."""
    name = JUNIOR.sub("", name)
    return re.sub(r"['’]s?\Z", "", re.sub(r"\A(?:the|a|an|his|her|their|its)\s+", "", name, flags=re.IGNORECASE))


def is_name(name: str) -> bool:
    """Whether a name of a body has a capital, other than in the adjective of a state."""
    return any(word[0].isupper() for word in re.findall(r"[^\W\d_][\w'’.-]*", name)[1:]) or (
        name.isupper() and len(name) > 1
    )


def letters(name: str) -> str:
    """Return the first letters of a name.

    >>> letters("Korean Central News Agency"), letters("Islamic State of Iraq and Syria")
    ('KCNA', 'ISIS')
    """
    words = re.findall(r"[^\W_]+", name.replace("’s", "").replace("'s", ""))
    return "".join(word[0] for word in words if word[0].isupper())


def small_words(name: str) -> str:
    """Return the words of a name behind those with a capital.

    >>> small_words("Norland’s transport ministry"), small_words("Norwegian transport ministry")
    ('transport ministry', 'transport ministry')
    """
    return re.sub(r"\A(?:[A-Z]\S* )+", "", f"{bare(name)} ").strip()


def family_last(name: str) -> str | None:
    """Return a name whose surname stands before it in capitals in the usual order: "REIS Ana"; `None` for others."""
    first, *given = name.split()
    is_family = len(first) > 1 and first.isupper() and "." not in first and all(part.istitle() for part in given)
    return fold(" ".join([*given, first])) if given and is_family else None
