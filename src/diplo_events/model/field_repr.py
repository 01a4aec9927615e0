"""`FieldRepr`: one `repr` for all records and their parts."""

from typing import Any, ClassVar

import attrs

__all__ = ["FieldRepr"]


class FieldRepr:
    """The base of classes of attrs that write their `repr` with the same function.

    attrs would write and compile one for each class, which took a tenth of the time of the import. A class below says
    `repr=False`.

    Examples:
        >>> from diplo_events import Span
        >>> Span(start=3, end=9)
        Span(start=3, end=9, section=Section.BODY)
    """

    __slots__ = ()

    __attrs_attrs__: ClassVar[tuple[Any, ...]]

    def __repr__(self) -> str:
        kept = (field for field in attrs.fields(type(self)) if field.repr)
        values = ((field.name, field.repr, getattr(self, field.name)) for field in kept)
        texts = (f"{name}={write(value) if callable(write) else repr(value)}" for name, write, value in values)
        return f"{type(self).__qualname__}({', '.join(texts)})"
