"""Quotation marks around a text, which belong to the source's typography and not to the words."""

from typing import Final

__all__ = ["PAIRS", "within_marks"]

PAIRS: Final = ('""', "“”", "„“", "„”", "””", "«»", "»«", "‹›", "‘’", "‚‘", "''", "「」", "『』")
"""Marks that open and close a quotation, in the habits of several languages."""


def within_marks(text: str) -> str | None:
    r"""Return the words inside the quotation marks that stand around a text as a whole, or `None` if none do.

    >>> within_marks("“No”"), within_marks("“Yes” and “no”"), within_marks("No")
    ('No', None, None)
    """
    inside = text[1:-1]
    for opening, closing in PAIRS:
        if inside and text[0] == opening and text[-1] == closing:
            return None if opening in inside or closing in inside else inside
    return None
