"""What a model answered, read strictly: entries of words, what is not in the form, and nothing else."""

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NoReturn, cast

import attrs

from diplo_events.coding.pages import typographic
from diplo_events.drafting._model.requests import EXAMPLE, FIELDS, LIST, WRONG
from diplo_events.drafting._placing import Loss, Words
from diplo_events.errors import Problem, shown
from diplo_events.model.frozen_map import Plain
from diplo_events.schema import ManyNode, TextNode, fields

__all__ = ["NOT_IN_FORM", "Answer", "UnusableAnswerError", "content_of", "read_answer", "read_refutation"]

NOT_IN_FORM: Final = "it is not in the form asked for"
"""Why an entry is dropped that is not made of words."""

MOST_ENTRIES: Final = 2_000
"""How many entries an answer may have: more than the longest transcript, less than what takes long to look up."""

FENCED: Final = re.compile(r"\s*```(?:json)?[ \t]*\r?\n(.*)\n```\s*", re.DOTALL | re.IGNORECASE)
"""A block of code, in which models without a schema put their JSON."""

THOUGHT: Final = re.compile(r"\A\s*<think>(?:(?!</?think>).)*</think>", re.DOTALL)
"""What models that reason aloud put before their answer."""

EXAMPLES: Final = frozenset(typographic(words.passage)[0] for words in EXAMPLE)


class UnusableAnswerError(ValueError):
    """An answer from which nothing can be read. The text says what was found in its place."""


@attrs.frozen(kw_only=True)
class Answer:
    """The entries of an answer."""

    words: tuple[tuple[str, Words], ...]
    """Those in the form that was asked for, each with its path in the answer."""
    dropped: tuple[Loss, ...]
    """Those that are not."""
    extras: int
    """How many fields were given that nobody asked for: they are left out."""

    @property
    def offered(self) -> int:
        """How many entries there are."""
        return len(self.words) + len(self.dropped)


def content_of(body: bytes) -> str:
    """Return what the model says in a response of the chat interface.

    Raises:
        UnusableAnswerError: it is not such a response, or its message is cut.
    """
    response = read_json(decoded(body))
    match response:
        case {"choices": [{"message": {"content": str(content)}, **choice}, *_]}:
            if choice.get("finish_reason") == "length":
                raise UnusableAnswerError("an answer that was cut at the limit of tokens")
            return content
        case {"choices": [{"message": {"refusal": str(refusal)}}, *_]}:
            raise UnusableAnswerError(f"a refusal: {shown(refusal)}")
        case _:
            raise UnusableAnswerError(f"JSON that is not a chat completion: {shown(response)}")


def decoded(body: bytes) -> str:
    """Return a response as text."""
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise UnusableAnswerError("bytes that are not UTF-8") from None


def read_json(text: str) -> Plain:
    """Return the data of a JSON text in which each key stands once and each number is one.

    Raises:
        UnusableAnswerError: the text is not such JSON.
    """
    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=refuse, parse_float=finite)
    except UnusableAnswerError:
        raise
    except (ValueError, RecursionError) as error:
        what = "is nested too deep" if isinstance(error, RecursionError) else f"is not JSON ({error})"
        raise UnusableAnswerError(f"an answer that {what}: {shown(text)}") from None


def unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object whose keys are different."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for index, key in enumerate(keys) if key in keys[:index])
        raise UnusableAnswerError(f"an object in which {shown(twice)} stands twice")
    return found


def refuse(constant: str) -> NoReturn:
    """Refuse a constant that JSON does not have."""
    raise UnusableAnswerError(f"{constant}, which is not JSON")


def finite(text: str) -> float:
    """Return a number that is finite."""
    number = float(text)
    if not math.isfinite(number):
        raise UnusableAnswerError(f"a number that is too large: {shown(text)}")
    return number


def read_answer(content: str, text: str) -> Answer:
    """Return the entries of an answer about a text.

    Raises:
        UnusableAnswerError: it is not an object with a list of statements, or it repeats the example.
    """
    data = read_json(bare(content))
    entries = data.get(LIST) if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise UnusableAnswerError(f"JSON without a list of {LIST}: {shown(data)}")
    if len(entries) > MOST_ENTRIES:
        raise UnusableAnswerError(f"{len(entries):,} {LIST}, more than {MOST_ENTRIES:,}")
    found: list[tuple[str, Words]] = []
    dropped: list[Loss] = []
    extras = 0
    for number, entry in enumerate(cast("list[object]", entries)):
        path = f"{LIST}[{number}]"
        words = words_of(entry)
        if isinstance(words, Words):
            found.append((path, words))
            extras += len(cast("Mapping[str, object]", entry).keys() - set(FIELDS))
        else:
            dropped.append(Loss(NOT_IN_FORM, Problem(path=path, expected=words, found=shown(entry))))
    plain = typographic(text)[0]
    for path, words in found:
        form = typographic(words.passage)[0].strip()
        if form in EXAMPLES and form not in plain:
            raise UnusableAnswerError(f"the example of the instructions, at {path}: {shown(words.passage)}")
    return Answer(words=tuple(found), dropped=tuple(dropped), extras=extras)


def bare(content: str) -> str:
    """Return an answer without a mark of byte order, thoughts before it, and the marks of a block of code around it."""
    answer = THOUGHT.sub("", content.removeprefix("\ufeff"), count=1)
    match = FENCED.fullmatch(answer)
    return match[1] if match else answer


def words_of(entry: object) -> Words | str:
    """Return an entry as words, or what was expected of it."""
    if not isinstance(entry, dict):
        return "an object with words"
    given = cast("Mapping[str, object]", entry)
    values: dict[str, Any] = {}
    for field in fields(Words):
        value = given.get(field.name)
        match field.node:
            case ManyNode() if value is None or isinstance(value, list):
                items = cast("list[object]", value or [])
                if not all(isinstance(item, str) for item in items):
                    return f"{field.name} to be a list of words"
                values[field.name] = tuple(dict.fromkeys(item for item in items if str(item).strip()))
            case TextNode(optional=True) if value is None or isinstance(value, str):
                values[field.name] = (value or "").strip() or None
            case TextNode(optional=False) if isinstance(value, str):
                values[field.name] = value
            case node:
                return f"{field.name} to be {'a list of words' if isinstance(node, ManyNode) else 'words'}"
    return Words(**values)


def read_refutation(content: str) -> tuple[str, ...]:
    """Return the fields of a record that a model refutes.

    Raises:
        UnusableAnswerError: it is not an object with a list of names of fields.
    """
    data = read_json(bare(content))
    wrong = data.get(WRONG) if isinstance(data, dict) else None
    if not isinstance(wrong, list) or not all(name in FIELDS for name in cast("list[object]", wrong)):
        raise UnusableAnswerError(f"JSON without a list of fields that are {WRONG}: {shown(data)}")
    return tuple(name for name in FIELDS if name in wrong)
