"""What texts in Turtle are made of: their prefixes, literals, lists and blank nodes."""

import json
from collections.abc import Iterable, Mapping

from diplo_events.formats.linked_data.terms import PREFIXES

__all__ = ["blank", "listed", "literal", "prologue"]


def prologue(more: Mapping[str, str]) -> str:
    """Return the lines with the prefixes.

    >>> prologue({"a": "http://a/"}).splitlines()[-1]
    '@prefix a: <http://a/> .'
    """
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in {**PREFIXES, **more}.items())


def literal(text: str) -> str:
    r"""Return a text as a literal; the escapes of JSON are escapes of Turtle too.

    >>> print(literal('a "b"\n'))
    "a \"b\"\n"
    """
    return json.dumps(text, ensure_ascii=False)


def listed(items: Iterable[str]) -> str:
    """Return a list.

    >>> listed(["de:a", "de:b"])
    '( de:a de:b )'
    """
    return f"( {' '.join(items)} )"


def blank(*pairs: str) -> str:
    """Return a blank node with some properties, each with its value.

    >>> blank("a de:A", "de:b 1")
    '[ a de:A ; de:b 1 ]'
    """
    return f"[ {' ; '.join(pairs)} ]"
