"""Draws the pictures of the pages: what a picture shows is the block of Python above it on its page.

Run it after a change to the plots, to the page of a report or to the bundled dataset:
`python docs/_scripts/pictures.py`. A test fails while the plots and the code differ. The picture of the explorer is a
photograph of its first screen, taken where there is a Chromium.
"""

import io
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl

from diplo_events import load_example
from diplo_events.report.html import html_report
from reference import DOCS

__all__ = ["EXPLORER", "PAGES", "blocks", "draw", "main", "photograph"]

PAGES: Final = tuple(DOCS / "guides" / name for name in ("plot-it.md",))
"""The pages with pictures."""

PICTURED: Final = re.compile(
    r"^```python\n((?:>>> |\.\.\. ).*?)^```\n\n!\[[^\]]*\]\((\S+\.svg)\)", re.MULTILINE | re.DOTALL
)
"""A block of Python with a picture below it."""

PLAIN: Final = {"svg.hashsalt": "diplo-events", "svg.fonttype": "path", "font.family": ["DejaVu Sans"]}
"""What makes a picture the same everywhere."""

EXPLORER: Final = DOCS / "pictures" / "explorer.png"
"""The first screen of the explorer, which the home page shows."""

SCREEN: Final = (1280, 800)
"""Its width and height."""


def main() -> None:
    """Draw all pictures anew."""
    if photo := photograph(html_report(load_example())):
        EXPLORER.write_bytes(photo)
    for page in PAGES:
        for path, content in draw(page).items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)


def photograph(page: str) -> bytes | None:
    """Return the first screen of a page as PNG; `None` where there is no Chromium to take it."""
    if (chromium := shutil.which("chromium")) is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        shown, photo = Path(folder) / "page.html", Path(folder) / "photo.png"
        shown.write_text(page, encoding="utf-8")
        size = ",".join(map(str, SCREEN))
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1"]
        words = [chromium, *flags, f"--window-size={size}", f"--screenshot={photo}", shown.as_uri()]
        subprocess.run(words, check=True, capture_output=True, timeout=120)
        return photo.read_bytes()


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
