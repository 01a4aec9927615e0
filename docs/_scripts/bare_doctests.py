"""A griffe extension: examples that stand in a docstring without the heading `Examples:` are shown as examples."""

from typing import Any

import griffe

__all__ = ["BareDoctests", "headed"]


class BareDoctests(griffe.Extension):
    """Adds the heading of such examples before the docstring is parsed."""

    def on_instance(self, *, obj: griffe.Object, **kwargs: Any) -> None:  # noqa: ANN401, ARG002  (the hook hands them over)
        """Change the docstring of one object."""
        if obj.docstring:
            obj.docstring.value = headed(obj.docstring.value)


def headed(text: str) -> str:
    r"""Put `Examples:` above each paragraph that begins with a prompt at the margin, and indent it.

    >>> headed("Add one.\n\n>>> 1 + 1\n2")
    'Add one.\n\nExamples:\n    >>> 1 + 1\n    2'
    """
    paragraphs = text.split("\n\n")
    for index, paragraph in enumerate(paragraphs):
        if paragraph.startswith(">>> "):
            indented = "\n".join(f"    {line}" if line else line for line in paragraph.split("\n"))
            paragraphs[index] = f"Examples:\n{indented}"
    return "\n\n".join(paragraphs)
