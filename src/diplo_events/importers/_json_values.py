"""Values of JSON in which no key stands twice: which of two values was meant, nobody knows."""

import json
from typing import Any, Final

__all__ = ["DECODER", "json_value", "reason_of"]


def with_each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of its pairs.

    Raises:
        ValueError: a key stands twice in it.
    """
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        doubled = next(key for index, key in enumerate(keys) if key in keys[:index])
        raise ValueError(f"an object with the key {doubled!r} twice")
    return made


DECODER: Final = json.JSONDecoder(object_pairs_hook=with_each_key_once)
"""Reads values of JSON."""


def json_value(text: str) -> Any:  # noqa: ANN401  (JSON of any kind)
    """Return the value of a text.

    Raises:
        ValueError: it is not JSON, or a key stands twice in one object.
        RecursionError: it is nested too deeply.

    Examples:
        >>> json_value('{"a": [1]}')
        {'a': [1]}
        >>> json_value('{"a": 1, "a": 2}')
        Traceback (most recent call last):
            ...
        ValueError: an object with the key 'a' twice
    """
    return DECODER.decode(text)


def reason_of(error: ValueError | RecursionError) -> tuple[str, int | None, int | None]:
    """Return why a text has no value, with the line and the column where they are known."""
    if isinstance(error, json.JSONDecodeError):
        return error.msg, error.lineno, error.colno
    return (str(error) if type(error) is ValueError else type(error).__name__), None, None
