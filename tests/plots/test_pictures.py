"""The pictures of the pages are what the code above them draws."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import pictures
from reference import DOCS

FOLDER = DOCS / "pictures"
SHOWN = {(page.parent / picture).resolve() for page in pictures.PAGES for _, picture in pictures.blocks(page)}


@pytest.mark.slow
@pytest.mark.parametrize("page", pictures.PAGES, ids=lambda page: page.stem)
def test_they_follow_the_code(page: Path) -> None:
    drawn = pictures.draw(page)
    assert drawn.keys() == {path for path in SHOWN if path in drawn}
    differing = [path.name for path, content in drawn.items() if path.read_bytes() != content]
    assert differing == [], "run docs/_scripts/pictures.py"


def test_none_is_of_a_page_that_is_gone() -> None:
    assert set(FOLDER.iterdir()) == SHOWN
    assert len(SHOWN) >= 6


@pytest.mark.parametrize("path", sorted(SHOWN), ids=lambda path: path.stem)
def test_each_can_be_read_and_is_light(path: Path) -> None:
    assert ET.fromstring(path.read_bytes()).tag.endswith("svg")  # noqa: S314  (this project's own file)
    assert path.stat().st_size < 200_000
