"""Arguments that are one of a few words, and the error for those that are not."""

from collections.abc import Sequence

from diplo_events.errors import DiploEventsError, shown, suggestion

__all__ = ["ChoiceError", "expect_one_of"]


class ChoiceError(DiploEventsError, ValueError):
    """An argument is none of the words that it can be."""


def expect_one_of(name: str, value: object, known: Sequence[str]) -> None:
    """Refuse what an argument cannot be: callers without a type checker get a message instead of nonsense.

    Raises:
        ChoiceError: it is not one of the known words.

    Examples:
        >>> expect_one_of("certainty", "certain", ("certainly", "possibly"))
        Traceback (most recent call last):
            ...
        diplo_events.choices.ChoiceError: expected certainty to be certainly or possibly, found 'certain'; did you mean 'certainly'?
    """  # noqa: E501  (a message is one line)
    if value not in known:
        hint = suggestion(value, known) if isinstance(value, str) else None
        words = f"{', '.join(known[:-1])} or {known[-1]}"
        raise ChoiceError(f"expected {name} to be {words}, found {shown(value)}{f'; {hint}' if hint else ''}")
