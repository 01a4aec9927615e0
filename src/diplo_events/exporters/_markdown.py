"""Text of strangers in Markdown: shown letter for letter, never as a heading, a link or a tag."""

import html
import re
from collections.abc import Sequence
from typing import Final

from diplo_events.errors import printable

__all__ = ["code", "inline", "paragraphs", "table"]

ACTIVE: Final = re.compile(r"[\\`*\[\]~$]|(?<!\w)_|_(?!\w)")
"""What has a meaning inside a line; an underscore inside a word has none."""

OPENING: Final = re.compile(r"^(?=[-+=#])|^(\d+)(?=[.)](?:\s|$))")
"""What has a meaning at the beginning of a line."""


def inline(text: str) -> str:
    r"""Return a text as one line of Markdown that shows just this text.

    Examples:
        >>> inline("# <b>Tolls</b>\n*now*")
        '\\# &lt;b&gt;Tolls&lt;/b&gt; \\*now\\*'
    """
    line = printable(" ".join(text.split()))
    escaped = html.escape(ACTIVE.sub(r"\\\g<0>", line), quote=False)
    return OPENING.sub(lambda match: f"{match[1] or ''}\\", escaped)


def paragraphs(text: str) -> str:
    """Return a text as Markdown, line by line.

    Examples:
        >>> paragraphs("One.  Two.")
        'One. Two.'
    """
    return "\n".join(map(inline, text.splitlines()))


def code(text: str) -> str:
    """Return a text as a code span, whatever it holds.

    Examples:
        >>> code("a`b.json")
        '`` a`b.json ``'
    """
    line = printable(text)
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    return f"{fence} {line} {fence}" if len(fence) > 1 else f"{fence}{line}{fence}"


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown. A bar in a cell becomes a stroke."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)
