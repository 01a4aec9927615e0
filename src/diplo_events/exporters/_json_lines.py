"""JSON Lines: one JSON value a line, whatever a reader takes for the end of a line."""

import json
from collections.abc import Iterable

__all__ = ["json_lines"]


def json_lines(values: Iterable[object]) -> str:
    r"""Return values as lines of JSON. The line and paragraph separators of Unicode are escaped.

    Examples:
        >>> json_lines([{"a": "é"}, "\u2028"])
        '{"a": "é"}\n"\\u2028"\n'
    """
    text = "".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
