"""The pictures of the pages are what the code above them draws."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import pictures
from each_case import each_case
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


TASKS = DOCS / "guides" / "ten-tasks.md"


def test_the_page_of_ten_tasks_shows_what_its_code_draws() -> None:
    """Its pictures are those of the page on plots, drawn there by the same call."""
    known = {picture: code.splitlines()[-1] for page in pictures.PAGES for code, picture in pictures.blocks(page)}
    shown = {picture: code.splitlines()[-1] for code, picture in pictures.blocks(TASKS)}
    assert len(shown) == 5
    assert shown.items() <= known.items()


def test_each_of_the_ten_tasks_takes_three_lines_at_most() -> None:
    tasks = re.split(r"(?m)^## \d+\. ", TASKS.read_text(encoding="utf-8"))[1:]
    assert len(tasks) == 10
    for task in tasks:
        blocks = re.findall(r"^```python\n(.*?)^```$", task, re.MULTILINE | re.DOTALL)
        assert blocks
        assert all(block.count(">>> ") + block.count("... ") <= 3 for block in blocks)


def test_none_is_of_a_page_that_is_gone() -> None:
    benchmarks = (DOCS / "benchmarks.md").read_text(encoding="utf-8")
    measured = {DOCS / name for name in re.findall(r"\]\((pictures/benchmark_\w+\.svg)\)", benchmarks)}
    assert set(FOLDER.iterdir()) == SHOWN | measured | {pictures.EXPLORER}
    assert "](pictures/explorer.png)](explorer/bundled.html)" in (DOCS / "index.md").read_text(encoding="utf-8")
    assert pictures.EXPLORER.read_bytes().startswith(b"\x89PNG")
    assert len(SHOWN) >= 6


@each_case("path", sorted(SHOWN), ids=lambda path: path.stem)
def test_each_can_be_read_and_is_light(path: Path) -> None:
    assert ET.fromstring(path.read_bytes()).tag.endswith("svg")  # noqa: S314  (this project's own file)
    assert path.stat().st_size < 200_000
