"""`ByFields`: records and their parts are shown, compared and hashed by their fields, by one set of methods."""

import functools
import operator
from collections.abc import Callable
from typing import Any, ClassVar

import attrs

__all__ = ["ByFields"]


class ByFields:
    """The base of classes of attrs that share their `repr`, their equality and their hash.

    attrs would write and compile all three for each class, which took a fifth of the time of the import. A class below
    says `repr=False, eq=False`: attrs leaves to this base what it would have written.

    Examples:
        >>> from diplo_events import Span
        >>> Span(start=3, end=9)
        Span(start=3, end=9, section=Section.BODY)
        >>> Span(start=3, end=9) == Span(start=3, end=9)
        True
        >>> len({Span(start=3, end=9), Span(start=3, end=9), Span(start=3, end=8)})
        2
    """

    __slots__ = ()

    __attrs_attrs__: ClassVar[tuple[Any, ...]]

    def __repr__(self) -> str:
        values = ((field.name, field.repr, getattr(self, field.name)) for field in attrs.fields(type(self)))
        texts = (f"{name}={write(value) if callable(write) else repr(value)}" for name, write, value in values)
        return f"{type(self).__qualname__}({', '.join(texts)})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        cls: type[attrs.AttrsInstance] = type(self)
        values = values_of(cls)
        return bool(values(self) == values(other))

    def __hash__(self) -> int:
        cls: type[attrs.AttrsInstance] = type(self)
        return hash((cls, values_of(cls)(self)))


@functools.cache
def values_of(cls: type[attrs.AttrsInstance]) -> Callable[[object], Any]:
    """Return what gives the values of the fields of a class, in order; of a single field, its value."""
    return operator.attrgetter(*(field.name for field in attrs.fields(cls)))
