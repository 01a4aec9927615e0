"""A hook of MkDocs: the button beside a block copies what runs, without prompts and without what is printed."""

import html
import re
from typing import Any, Final

__all__ = ["code_of", "on_page_content", "with_copies"]

BLOCK: Final = re.compile(r'<div class="(?P<classes>[^"]*\bhighlight\b[^"]*)">(?P<code><pre.*?</pre>)</div>', re.DOTALL)
"""A block of code as the page has it."""

TAG: Final = re.compile(r"<[^>]+>")

PROMPTS: Final = (">>> ", "... ", "$ ")
"""What stands before a line that a reader types: in Python, the rest of it, and in a shell."""


def on_page_content(content: str, **_rest: Any) -> str:  # noqa: ANN401  (MkDocs' signature)
    """Note in each block with prompts what its button copies; the theme reads it there."""
    return with_copies(content)


def with_copies(content: str) -> str:
    r"""Return a page whose blocks with prompts say what is to be copied.

    >>> with_copies('<div class="language-python highlight"><pre><code>&gt;&gt;&gt; 1 + 1\n2</code></pre></div>')
    '<div class="language-python highlight" data-copy="1 + 1"><pre><code>&gt;&gt;&gt; 1 + 1\n2</code></pre></div>'
    """

    def with_copy(match: re.Match[str]) -> str:
        code = code_of(html.unescape(TAG.sub("", match["code"])))
        if code is None:
            return match[0]
        return f'<div class="{match["classes"]}" data-copy="{html.escape(code)}">{match["code"]}</div>'

    return BLOCK.sub(with_copy, content)


def code_of(text: str) -> str | None:
    r"""Return the lines of a block that a reader types, without their prompts; `None` for a block without prompts.

    >>> code_of("$ diplo-events resolve today --published 2025-09-04\n2025-09-04\n")
    'diplo-events resolve today --published 2025-09-04'
    >>> print(code_of(">>> for number in range(2):\n...     print(number)\n...\n0\n1\n"))
    for number in range(2):
        print(number)
    >>> code_of("key: value\n") is None
    True
    """
    lines = text.split("\n")
    if not any(line.startswith((">>> ", "$ ")) for line in lines):
        return None
    typed = (line for line in lines if line.startswith(PROMPTS))
    return "\n".join(line.split(" ", 1)[1] for line in typed)
