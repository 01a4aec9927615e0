"""The exceptions of the library, the problems that they list, and the checks of arguments."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final, Literal, Self

import attrs

from diplo_events._internal.by_fields import ByFields
from diplo_events._internal.texts.display import isolate, one_line, printable, quoted
from diplo_events._internal.texts.likeness import members_by_likeness, near

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
    "OpenFieldError",
    "Problem",
    "ProblemsError",
    "QueryError",
    "RelativeDateError",
    "as_member",
    "check_choice",
    "expect_type",
    "file_suggestion",
    "near",
    "printable",
    "shown",
    "suggestion",
    "with_article",
]

SHOWN: Final = 120
"""How many characters of a value a message shows."""

NEAR_FILE: Final = 0.7
"""How near the names of two files are without their suffixes, if one may be meant by the other."""

SHOWN_PATH: Final = 200
"""How many characters of a path a message shows: keys come from files and can be of any length."""


@attrs.frozen(repr=False, eq=False)
class Location(ByFields):
    """A place in an input.

    >>> str(Location(file="a.yaml", line=41, column=7))
    'a.yaml:41:7'
    """

    file: str | None = None
    """Name of the file, as it was passed; `None` for text without a file."""
    line: int | None = None
    """Line, counted from 1. Only a line feed ends a line."""
    column: int | None = None
    """Column in Unicode code points, counted from 1."""

    def __str__(self) -> str:
        numbers = [str(n) for n in (self.line, self.column) if n is not None]
        return ":".join([one_line(self.file or "<input>"), *numbers])


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Problem(ByFields):
    """One mistake in an input, or a likely one, and what to do about it.

    >>> print(Problem(path="statements[3].speakers[0]", expected="the id of an actor", found="'putn'",
    ...               hint="did you mean 'putin'?", location=Location("a.yaml", 41, 14)))
    a.yaml:41:14: statements[3].speakers[0]: expected the id of an actor, found 'putn'; did you mean 'putin'?
    """

    path: str = ""
    """Path in the data, such as `statements[3].speakers[0]`; empty for the data as a whole."""
    expected: str
    """What should be there."""
    found: str
    """What is there."""
    hint: str | None = None
    """What to do about it."""
    location: Location | None = None
    """Place in the file, if the data came from one."""
    severity: Literal["error", "warning", "hint"] = "error"
    """Whether it must be fixed, is a likely slip, or breaks a rule of style for which the text may have a reason."""

    def __str__(self) -> str:
        path = one_line(self.path if len(self.path) <= SHOWN_PATH else f"{self.path[: SHOWN_PATH - 1]}…")
        kind = None if self.severity == "error" else self.severity
        where = "".join(f"{part}: " for part in (self.location, kind, path) if part)
        what = f"expected {self.expected}, found {self.found}"
        return f"{where}{what}; {self.hint}" if self.hint else f"{where}{what}"


class DiploEventsError(Exception):
    """The base class of every exception that this library raises on purpose."""


class ArgumentError(DiploEventsError, ValueError):
    """A function was called with an option that it does not have, or with a value that it cannot use."""


class ArgumentTypeError(ArgumentError, TypeError):
    """A function was called with a value of the wrong type, such as a text in the place of a date."""


class EventDateError(DiploEventsError, ValueError):
    """A text is not a date in the Extended Date/Time Format."""


class RelativeDateError(DiploEventsError, ValueError):
    """A time expression cannot be resolved without guessing."""


class OpenFieldError(DiploEventsError, AttributeError, TypeError):
    """A field that is not coded yet was used as if it were: its items, its length or an attribute was asked for."""


class MissingExtraError(DiploEventsError, ImportError):
    """A part of the library needs a package that is not installed."""

    @classmethod
    def of(cls, extra: str, purpose: str) -> Self:
        """Return the error that names the extra to install.

        >>> print(MissingExtraError.of("yaml", "reading YAML"))
        reading YAML needs the extra 'yaml': pip install 'diplo-events[yaml]'
        """
        return cls(f"{purpose} needs the extra {extra!r}: pip install 'diplo-events[{extra}]'")


class ProblemsError(DiploEventsError, ValueError):
    """Several problems at once; the base class of the four errors that list problems."""

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
    """A record was created with values that it cannot hold."""


class NotReadableError(ProblemsError):
    """An input is not in the format that it claims, or does not follow the schema."""


class DatasetError(ProblemsError):
    """Records do not fit together: dangling references, duplicate ids, cycles, disagreement."""


class QueryError(ProblemsError):
    """A name refers to no record, or to several."""


class NewerFormatWarning(UserWarning):
    """A file has a newer minor version of its format; fields unknown to this version were kept."""


def shown(value: object) -> str:
    """Return a value as messages show it: its `repr`, shortened to a readable length.

    What runs from right to left is within the two characters that isolate it from the words around it.

    >>> shown("putn")
    "'putn'"
    """
    try:
        text = repr(value)
    except (RecursionError, ValueError):  # nested too deep; a whole number with too many digits
        text = f"a value of type {type(value).__name__} that is too large to show"
    text = printable(text)
    return isolate(text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…")


def suggestion(word: str, known: Iterable[str]) -> str | None:
    """Return the hint for a misspelt word, or `None` where no known word is near it.

    >>> suggestion("speeker", ["speaker", "summary"])
    "did you mean 'speaker'?"
    """
    meant = near(word, known)
    return f"did you mean {quoted(meant)}?" if meant else None


def file_suggestion(name: str, known: Iterable[str]) -> str | None:
    """Return the hint for a misspelt name of a file. That two of them end in one suffix makes them no more alike.

    >>> file_suggestion("nothing.txt", ["constraints.txt"]) is None, file_suggestion("aticle.txt", ["article.txt"])
    (True, "did you mean 'article.txt'?")
    """
    stem = stem_of(name)
    return suggestion(name, [other for other in known if near(stem, [stem_of(other)], cutoff=NEAR_FILE)])


def stem_of(name: str) -> str:
    """Return the name of a file without its suffix."""
    return name.rpartition(".")[0] or name


def check_choice(name: str, value: object, known: Sequence[str]) -> None:
    """Check that an argument is one of the words that it can be, also for callers without a type checker.

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


def expect_type(name: str, value: object, type_: type, *, hint: str | None = None) -> None:
    """Check the type of an argument, also for callers without a type checker.

    Args:
        name: What the message calls the argument.
        value: The argument.
        type_: The type that it must have.
        hint: What to write instead; by default what `as_member` makes of a text.

    Raises:
        ArgumentTypeError: the argument has another type.

    Examples:
        >>> from diplo_events import Stance
        >>> expect_type("before", "agree", Stance)
        Traceback (most recent call last):
            ...
        diplo_events.errors.ArgumentTypeError: expected before to be a Stance, found 'agree'; write Stance.AGREE
    """
    if not isinstance(value, type_):
        wanted = {str: "a text", int: "a whole number", tuple: "a tuple"}.get(type_) or with_article(type_.__name__)
        instruction = hint or as_member(value, type_)
        end = f"; {instruction}" if instruction else ""
        raise ArgumentTypeError(f"expected {name} to be {wanted}, found {shown(value)}{end}")


def with_article(noun: str) -> str:
    """Return a noun with the article that its first letter asks for.

    >>> with_article("EventRecord"), with_article("Stance")
    ('an EventRecord', 'a Stance')
    """
    return f"{'an' if noun[0].lower() in 'aeiou' else 'a'} {noun}"


def as_member(value: object, type_: type) -> str | None:
    """Return the hint for a text in the place of a member of an enumeration, or `None` if no member is near it.

    Examples:
        >>> from diplo_events import Stance
        >>> as_member("agree", Stance), as_member("STRONGLY_AGREE", Stance), as_member("agreed", Stance)
        ('write Stance.AGREE', 'write Stance.STRONGLY_AGREE', 'did you mean Stance.AGREE?')
    """
    if not isinstance(value, str) or not issubclass(type_, Enum):
        return None
    members = {str(member.value): member.name for member in type_}
    names = {name: name for name in members.values()} | members
    if value in names:
        return f"write {type_.__name__}.{names[value]}"
    meant = near(value, names, cutoff=0.85) or members_by_likeness(value, type_)[0]
    return f"did you mean {type_.__name__}.{names[meant]}?" if meant else None
