"""A page too large to be written out: what it says without a script, and what it keeps packed."""

import base64
import json
import re
import zlib
from html.parser import HTMLParser
from typing import Final

import pytest

from diplo_events import Dataset, load_example
from diplo_events.analysis.findings import find_findings
from diplo_events.report import _parts
from diplo_events.report.html import html_report

BLOCK: Final = re.compile(r'<script type="text/plain" class="packed" data-first="(\d+)" data-count="(\d+)">([^<]*)<')


@pytest.fixture(scope="module")
def bundled() -> Dataset:
    return load_example()


@pytest.fixture(scope="module")
def plain(bundled: Dataset) -> str:
    return html_report(bundled)


@pytest.fixture(scope="module")
def large(bundled: Dataset) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_parts, "MOST_PLAIN", 10)
        return html_report(bundled)


@pytest.fixture(scope="module")
def parts(large: str) -> list[str]:
    """Unpack the parts of the page, each under its number."""
    found: list[str] = []
    for first, count, text in BLOCK.findall(large):
        texts = zlib.decompress(base64.b64decode(text), wbits=-zlib.MAX_WBITS).decode().split("\x1e")
        assert (int(first), int(count)) == (len(found), len(texts))
        found += texts
    return found


class Reader(HTMLParser):
    """Reads the ids, links and texts of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        del tag
        self.ids += [value for name, value in attributes if name == "id" and value]
        self.links |= {value for name, value in attributes if name == "href" and value}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_what_is_written_out_and_what_is_packed_are_the_whole_page(plain: str, large: str, parts: list[str]) -> None:
    written, packed = Reader(BLOCK.sub("<script>", large)), Reader("".join(part for part in parts if part[0] == "<"))
    assert set(written.ids) & set(packed.ids) == set()
    assert sorted(written.ids + packed.ids) == sorted(Reader(plain).ids)
    assert {link.removeprefix("#") for link in written.links | packed.links} <= {*written.ids, *packed.ids}
    assert len(written.ids) < len(packed.ids)


def test_the_last_part_says_where_each_id_is(parts: list[str]) -> None:
    places = json.loads(parts[-1])
    assert len(places) > 300
    assert all(f'id="{key}"' in parts[number] for key, number in places.items())


def test_every_finding_is_written_out_and_the_page_says_what_is_not(bundled: Dataset, large: str) -> None:
    text = Reader(BLOCK.sub("<script>", large)).text
    assert all(found.sentence in text for found in find_findings(bundled))
    assert f"The page has {len(bundled)} records." in text
    assert "Without a script, diplo-events brief --full prints every record." in text


def test_a_page_of_usual_size_is_written_out_as_a_whole(plain: str) -> None:
    assert not BLOCK.search(plain)
    assert 'data-parts="' not in plain
    assert "Without a script" not in plain
