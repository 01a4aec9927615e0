"""Time words in the place of a date: what to write instead."""

import re
from collections.abc import Collection, Mapping
from typing import Final

import attrs
from cattrs.errors import ClassValidationError

from diplo_events._internal.reading.partial import step_to
from diplo_events.errors import SHOWN, InvalidRecordError, shown
from diplo_events.model.field_rules import Checked
from diplo_events.schema import DateNode, fields

__all__ = ["with_word_hints"]

WORDS: Final = re.compile(r"[^\W\d_]{3,}|[^\W\d_a-zA-Z]")
"""What stands in time words and in no date: three letters in a row, or one that is not of the English alphabet."""

EXAMPLE: Final = "year, month and day, such as 2025-09-04"


def with_word_hints(
    error: ClassValidationError, cls: type[attrs.AttrsInstance], content: Mapping[str, object]
) -> ClassValidationError:
    """Return the error of a record in which each problem of words in the place of a date says where they belong.

    Args:
        error: The error.
        cls: The type of the record.
        content: The plain fields.
    """
    if not issubclass(cls, Checked):
        return error
    dates = {field.name for field in fields(cls) if isinstance(field.node, DateNode)}
    known = {field.name for field in fields(cls)}
    return error.derive(
        [hinted(inner, content, known) if dates.intersection(step_to(inner)) else inner for inner in error.exceptions]
    )


def hinted(inner: Exception, content: Mapping[str, object], known: Collection[str]) -> Exception:
    """Return the error of a date with the hint for words, if it is one of words."""
    (name,) = step_to(inner)
    words = content.get(str(name))
    if not isinstance(inner, InvalidRecordError) or not isinstance(words, str) or not WORDS.search(words):
        return inner
    hint = word_hint(str(name), words, content, known)
    changed = InvalidRecordError(attrs.evolve(problem, hint=hint) for problem in inner.problems)
    for note in inner.__notes__:  # which field it is
        changed.add_note(note)
    return changed


def word_hint(name: str, words: str, content: Mapping[str, object], known: Collection[str]) -> str:
    """Return what to write in the place of time words."""
    reported = f"{name}_as_reported"
    if reported not in known or reported in content:
        return f"write {EXAMPLE}"
    what = shown(words) if len(words) <= SHOWN else "these words"
    return f"write {reported}: {what}, and leave {name} out or write the day that they mean: {EXAMPLE}"
