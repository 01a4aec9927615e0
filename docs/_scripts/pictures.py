"""Draws the pictures of the pages: what a picture shows is the block of Python above it on its page.

Run it after a change to the plots or to the bundled dataset: `python docs/_scripts/pictures.py`. A test fails while the
pictures and the code differ.
"""

import io
import re
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl

from reference import DOCS

__all__ = ["PAGES", "blocks", "draw", "main"]

PAGES: Final = tuple(DOCS / "guides" / name for name in ("plot-it.md",))
"""The pages with pictures."""

PICTURED: Final = re.compile(
    r"^```python\n((?:>>> |\.\.\. ).*?)^```\n\n!\[[^\]]*\]\((\S+\.svg)\)", re.MULTILINE | re.DOTALL
)
"""A block of Python with a picture below it."""

PLAIN: Final = {"svg.hashsalt": "diplo-events", "svg.fonttype": "path", "font.family": ["DejaVu Sans"]}
"""What makes a picture the same everywhere."""


def main() -> None:
    """Draw all pictures anew."""
    for page in PAGES:
        for path, content in draw(page).items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)


def draw(page: Path) -> dict[Path, bytes]:
    """Return the pictures of a page, each as SVG by its path."""
    names: dict[str, Any] = {}
    found: dict[Path, bytes] = {}
    for code, picture in blocks(page):
        with mpl.rc_context(PLAIN):
            exec(code, names)  # noqa: S102  (the examples of the page, which the tests run too)
            file = io.BytesIO()
            names["ax"].figure.savefig(file, format="svg", metadata={"Date": None}, facecolor="white")
        found[(page.parent / picture).resolve()] = file.getvalue()
    return found


def blocks(page: Path) -> list[tuple[str, str]]:
    """List the blocks of a page that have a picture, as code without prompts, with the address of the picture."""
    return [
        ("\n".join(line[4:] for line in block.splitlines() if line.startswith((">>> ", "... "))), picture)
        for block, picture in PICTURED.findall(page.read_text(encoding="utf-8"))
    ]


if __name__ == "__main__":
    main()
