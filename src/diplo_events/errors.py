"""The exceptions of the library, and the problem they list."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal, Self

import attrs

__all__ = [
    "ArgumentError",
    "ArgumentTypeError",
    "DatasetError",
    "DiploEventsError",
    "EventDateError",
    "InvalidRecordError",
    "Location",
    "MissingExtraError",
    "NewerFormatWarning",
    "NotReadableError",
    "Problem",
    "ProblemsError",
    "QueryError",
    "RelativeDateError",
    "check_choice",
    "printable",
    "shown",
    "suggestion",
]

SHOWN: Final = 120
"""How many characters of a found value a message shows."""

SHOWN_PATH: Final = 200
"""How many characters of a path a message shows: keys come from files and can be of any length."""


@attrs.frozen
class Location:
    """Where in an input something stands.

    >>> str(Location(file="a.yaml", line=41, column=7))
    'a.yaml:41:7'
    """

    file: str | None = None
    """Name of the file, as it was given; `None` for text that came without a name."""
    line: int | None = None
    """Line, from 1. Only a line feed ends a line."""
    column: int | None = None
    """Column in Unicode code points, from 1."""

    def __str__(self) -> str:
        numbers = [str(n) for n in (self.line, self.column) if n is not None]
        return ":".join([self.file or "<input>", *numbers])


@attrs.frozen(kw_only=True)
class Problem:
    """One thing that is wrong with an input, and what to do about it.

    >>> print(Problem(path="statements[3].speaker", expected="the id of an actor", found="'putn'",
    ...               hint="did you mean 'putin'?", location=Location("a.yaml", 41, 14)))
    a.yaml:41:14: statements[3].speaker: expected the id of an actor, found 'putn'; did you mean 'putin'?
    """

    path: str = ""
    """Where in the data: `statements[3].speaker`; empty for the whole."""
    expected: str
    """What would have been right."""
    found: str
    """What stands there."""
    hint: str | None = None
    """What to do about it."""
    location: Location | None = None
    """Where in the file, when the data came from one."""
    severity: Literal["error", "warning"] = "error"
    """Whether it must be mended, or is only likely a slip."""

    def __str__(self) -> str:
        path = printable(self.path if len(self.path) <= SHOWN_PATH else f"{self.path[: SHOWN_PATH - 1]}…")
        kind = "warning" if self.severity == "warning" else None
        where = "".join(f"{part}: " for part in (self.location, kind, path) if part)
        what = f"expected {self.expected}, found {self.found}"
        return f"{where}{what}; {self.hint}" if self.hint else f"{where}{what}"


class DiploEventsError(Exception):
    """The root of every exception that this library raises on purpose."""


class ArgumentError(DiploEventsError, ValueError):
    """An argument is none of the values that it can be."""


class ArgumentTypeError(ArgumentError, TypeError):
    """An argument is of another type than it must be: a text where a date is wanted."""


class EventDateError(DiploEventsError, ValueError):
    """A text is not a date of the Extended Date/Time Format."""


class RelativeDateError(DiploEventsError, ValueError):
    """A time word cannot be resolved, or not without a guess."""


class MissingExtraError(DiploEventsError, ImportError):
    """A part of the library needs a package that is not installed."""

    @classmethod
    def of(cls, extra: str, purpose: str) -> Self:
        """The error that says which extra to install.

        >>> print(MissingExtraError.of("yaml", "reading YAML"))
        reading YAML needs the extra 'yaml': pip install 'diplo-events[yaml]'
        """
        return cls(f"{purpose} needs the extra {extra!r}: pip install 'diplo-events[{extra}]'")


class ProblemsError(DiploEventsError, ValueError):
    """Several problems at once; the base of the four that list them."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return str(self.problems[0])
        lines = [f"{len(self.problems)} problems:", *(f"  {problem}" for problem in self.problems)]
        return "\n".join(lines)


class InvalidRecordError(ProblemsError):
    """A record was given values that it cannot hold."""


class NotReadableError(ProblemsError):
    """An input is not what its format says, or does not hold what the schema asks for."""


class DatasetError(ProblemsError):
    """Records do not fit together: dangling references, duplicate ids, cycles, disagreement."""


class QueryError(ProblemsError):
    """A question cannot be asked so, or names something that is not there or could be several things."""


class NewerFormatWarning(UserWarning):
    """A file came in a newer minor version of its format; what this version does not know was kept."""


def shown(value: object) -> str:
    """A value as messages show it: its `repr`, cut to a length a person reads.

    >>> shown("putn")
    "'putn'"
    """
    try:
        text = repr(value)
    except (RecursionError, ValueError):  # nested too deep; a whole number with too many digits
        text = f"a value of type {type(value).__name__} that is too large to show"
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def suggestion(word: str, known: Iterable[str]) -> str | None:
    """The hint for a misspelt word, or `None` where nothing known is near it.

    >>> suggestion("speeker", ["speaker", "summary"])
    "did you mean 'speaker'?"
    """
    import difflib  # noqa: PLC0415  (only messages need it, and every import of the package would pay)

    candidates = list(known)
    for spelt in dict.fromkeys((word, word.lower())):
        if near := difflib.get_close_matches(spelt, candidates, n=1, cutoff=0.6):
            return f"did you mean {near[0]!r}?"
    return None


def printable(text: str) -> str:
    """Escape what a terminal must not get from a file: control characters and lone surrogates."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def check_choice(name: str, value: object, known: Sequence[str]) -> None:
    """Refuse what an argument cannot be: callers without a type checker get a message instead of nonsense.

    Raises:
        ArgumentError: it is not one of the known words.

    Examples:
        >>> check_choice("certainty", "certain", ("certainly", "possibly"))
        Traceback (most recent call last):
            ...
        diplo_events.errors.ArgumentError: expected certainty to be certainly or possibly, found 'certain'; did you mean 'certainly'?
    """  # noqa: E501  (a message is one line)
    if value not in known:
        hint = suggestion(value, known) if isinstance(value, str) else None
        words = f"{', '.join(known[:-1])} or {known[-1]}"
        raise ArgumentError(f"expected {name} to be {words}, found {shown(value)}{f'; {hint}' if hint else ''}")
