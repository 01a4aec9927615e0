"""The text of a function that is made without a loop over fields, and what its names mean."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, cast

from diplo_events.formats._unfit import Unfit
from diplo_events.model.open_field import OPEN

__all__ = ["FunctionText", "MakerText"]


class FunctionText:
    """The text of a function in the making, and what its names mean.

    Args:
        head: Its first line.
    """

    def __init__(self, head: str) -> None:
        self.lines = [head]
        self.names: dict[str, object] = {"Unfit": Unfit, "OPEN": OPEN}
        self.depth = 1

    def add(self, *lines: str) -> None:
        """Add lines, at the depth where the text is."""
        self.lines.extend(f"{' ' * self.depth}{line}" for line in lines)

    @contextmanager
    def block(self, *head: str) -> Generator[None]:
        """Add lines, and what is added in the meantime below the last of them, one deeper."""
        self.add(*head)
        self.depth += 1
        yield
        self.depth -= 1

    def name(self, meaning: object) -> str:
        """Return a name for an object."""
        for known, other in self.names.items():
            if other is meaning:
                return known
        name = f"k{len(self.names)}"
        self.names[name] = meaning
        return name

    def function(self, name: str) -> Callable[..., Any]:
        """Make the function."""
        exec(compile("\n".join(self.lines), f"<{__name__}>", "exec"), self.names)  # noqa: S102  (made of nodes alone)
        return cast("Callable[..., Any]", self.names[name])


class MakerText(FunctionText):
    """The text of a function that makes a function, around tables that this one alone has.

    Args:
        head: The first line of the function that is made, without its end. Its tables, and all that it names, become
            its last arguments, as those are at hand sooner than anything global.
    """

    def __init__(self, head: str) -> None:
        super().__init__(head)
        self.depth = 2
        self.tables: dict[str, str] = {}

    def table(self, text: str) -> str:
        """Return the name of a table, given the text that makes it of what is `known`."""
        return self.tables.setdefault(text, f"t{len(self.tables)}")

    def maker(self, name: str) -> Callable[..., Any]:
        """Make the function that makes the function of some name."""
        tables = (f" {table} = {text}" for text, table in self.tables.items())
        head, *body = self.lines
        bound = ", ".join(f"{known}={known}" for known in (*self.tables.values(), *self.names))
        self.lines = ["def make(known):", *tables, f" {head}, {bound}):", *body, f" return {name}"]
        return self.function("make")
