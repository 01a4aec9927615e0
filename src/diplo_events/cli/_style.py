"""How lines look on standard output: with colours or without."""

import os
import sys

from diplo_events.report.terminal import PLAIN, Style

__all__ = ["style_for_output"]


def style_for_output() -> Style:
    """Return the style for standard output: colours only on a terminal, and not if NO_COLOR is set."""
    if not sys.stdout.isatty():
        return PLAIN
    style = Style.terminal()
    return Style(width=style.width) if os.environ.get("NO_COLOR") else style
