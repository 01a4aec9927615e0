"""`Shown`: what notebooks show in the place of its `repr`; who writes the HTML is not the affair of the model."""

from collections.abc import Callable
from typing import Final

__all__ = ["Shown", "show_with"]

WRITERS: Final[list[Callable[[object], str | None]]] = []
"""The function that writes the HTML, once the package is imported."""


class Shown:
    """The base of what notebooks show as a small table: records, sequences of them, and datasets."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        """Return the value as HTML, which Jupyter asks for; `None` if it is shown by its `repr`."""
        return WRITERS[-1](self) if WRITERS else None


def show_with(writer: Callable[[object], str | None]) -> None:
    """Set the function that writes the HTML. The package does so with the one of its reports."""
    WRITERS[:] = [writer]
