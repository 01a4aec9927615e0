"""What can be said of plain data that are wrong in parts: how the right parts of a list or a record fit together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from diplo_events.errors import InvalidRecordError, Problem
from diplo_events.model.field_rules import Checked, exact_float, item_problems, problems_among
from diplo_events.schema import Node, NumberNode, Path, fields

__all__ = ["step_to", "with_relations", "with_repeats"]

Read: TypeAlias = Callable[[Node, object], Any]
"""Makes the value of a node of plain data."""


def step_to(error: BaseException) -> Path:
    """Return the field or the index of an inner error, from the note that cattrs added to it."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def with_repeats(
    error: IterableValidationError, plain: Sequence[object], item: Node, read: Read
) -> IterableValidationError:
    """Return the error of a list with wrong items, to which the repeats among its right items are added."""
    wrong = {step_to(inner) for inner in error.exceptions}
    right = [(index, read(item, part)) for index, part in enumerate(plain) if (index,) not in wrong]
    repeats = list(item_problems(right, item, "", ordered=True))
    return error.derive([*error.exceptions, InvalidRecordError(repeats)]) if repeats else error


def with_relations(
    error: ClassValidationError,
    cls: type[attrs.AttrsInstance],
    content: Mapping[str, object],
    read: Read,
    known: Sequence[Problem] = (),
) -> ClassValidationError:
    """Return the error of a record with wrong fields, to which all is added that is wrong between its right fields.

    Args:
        error: The error.
        cls: The type of the record.
        content: The plain fields.
        read: What makes values of them.
        known: Problems to be listed before those of the error.
    """
    problems = [*known]
    if issubclass(cls, Checked):
        problems.extend(problems_among(cls, dict(right_values(error, cls, content, read))))
    return error.derive([InvalidRecordError(problems), *error.exceptions]) if problems else error


def right_values(
    error: ClassValidationError, cls: type[attrs.AttrsInstance], content: Mapping[str, object], read: Read
) -> Iterator[tuple[str, object]]:
    """List the fields of a record that could be read, with their values; none if the error is of the record as a whole.

    Where there are unknown fields, any of the fields that are not there may be meant by them, and so none of these has
    its default.
    """
    wrong = {step_to(inner) for inner in error.exceptions} - {()}
    is_misspelt = any(isinstance(inner, ForbiddenExtraKeysError) for inner in error.exceptions)
    if not wrong and not is_misspelt:
        return
    for field in fields(cls):
        if (field.name,) not in wrong:
            if field.name in content:
                value = read(field.node, content[field.name])
                yield field.name, exact_float(value) if isinstance(field.node, NumberNode) else value
            elif not is_misspelt:
                yield field.name, field.default
