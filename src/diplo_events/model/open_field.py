"""`OPEN`: the value of a required field that is not coded yet."""

from typing import Any, Final, NoReturn

from diplo_events.errors import OpenFieldError

__all__ = ["OPEN", "OPEN_KEY"]

OPEN_KEY: Final = "open"
"""The key under which a record in a file lists its open fields."""


class OpenValue:
    """The class of `OPEN`, its one instance. It is false, and has neither items nor attributes.

    Examples:
        >>> from diplo_events import Position
        >>> draft = Position(id="p1", source="a1", actor="norland", issue="toll", stance=OPEN, basis=OPEN, summary=OPEN)
        >>> draft.open
        ('stance', 'basis', 'summary')
        >>> draft.stance.number
        Traceback (most recent call last):
            ...
        diplo_events.errors.OpenFieldError: a field that is not coded yet has no number; see `open` of the record
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "OPEN"

    def __reduce__(self) -> str:
        return "OPEN"

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> NoReturn:
        raise not_coded("no length")

    def __iter__(self) -> NoReturn:
        raise not_coded("no items")

    def __getitem__(self, _key: object) -> NoReturn:
        raise not_coded("no items")

    def __contains__(self, _item: object) -> NoReturn:
        raise not_coded("no items")

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):  # asked by copy, pickle and the like, which know what to do without
            raise AttributeError(name)
        raise not_coded(f"no {name}")


def not_coded(lack: str) -> OpenFieldError:
    """Return the error of a use of `OPEN`."""
    return OpenFieldError(f"a field that is not coded yet has {lack}; see `open` of the record")


OPEN: Final[Any] = OpenValue()
"""The value of a required field that is not coded yet."""
