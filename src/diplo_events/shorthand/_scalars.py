"""Plain data as YAML on one line, for values that are written into a person's file."""

import json
import re
from typing import Final

__all__ = ["one_line_yaml"]

SAFE: Final = re.compile(r"(?:[A-Za-z_/][\w/.’-]*|[0-9]{4}(?:-[0-9]{2}){0,2})(?: [\w/.’-]+)*")
"""Texts that every reader of YAML reads as text without quotes, in any context."""

DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?[?~%]?")
"""Dates that need no quotes on a line of their own."""

WORDS: Final = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"])
"""Words that some reader of YAML does not read as text."""

UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that have to be escaped."""


def one_line_yaml(value: object, style: str | None = None, *, inside: bool = True) -> str:
    r"""Return plain data as YAML on one line.

    Args:
        value: The data.
        style: The quotation mark around a text, if it should have one.
        inside: Whether it stands between brackets, where a question mark needs quotes.

    >>> one_line_yaml({"spans": [{"start": 0, "end": 4}], "when": "2025-09-03?", "note": "it's\n"})
    '{spans: [{start: 0, end: 4}], when: \'2025-09-03?\', note: "it\'s\\n"}'
    """
    match value:
        case dict():
            return f"{{{', '.join(f'{one_line_yaml(key)}: {one_line_yaml(item)}' for key, item in value.items())}}}"
        case list():
            return f"[{', '.join(one_line_yaml(item) for item in value)}]"
        case str():
            alone = not inside and style is None and DATE.fullmatch(value) is not None
            return value if alone else text_as_yaml(value, style)
        case _:
            return json.dumps(value)


def text_as_yaml(text: str, style: str | None) -> str:
    """Return a text as a scalar: plain where that is safe, unless it should have quotation marks."""
    if style not in {"'", '"'} and SAFE.fullmatch(text) and text.lower() not in WORDS:
        return text
    if UNPRINTABLE.search(text) or style == '"':
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return '"' + UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped) + '"'
    return f"'{text.replace(chr(39), chr(39) * 2)}'"
