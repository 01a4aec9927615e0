"""The coding page with texts and names of strangers: what cannot be seen shows, and turns nothing around it."""

import json
import re
from pathlib import Path
from typing import Final

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.ui import WebDriverWait

from diplo_events._internal.texts.folding import UNSEEN
from diplo_events.coding_page import build
from diplo_events.formats.plain import from_plain

NAMES: Final = {
    "override": "Ab\u202eevil\u202cX",
    "mark": "Pa\u200eri\u200fs",
    "stack": f"Z{chr(0x301) * 20}o",
    "zero": "Kre\u200bm\u2060lin\ufeff",
    "script": "<script>document.title = 'hit'</script>",
    "attribute": "\" onmouseover=\"document.title = 'hit'\" x='",
    "end": "</script><!-- <style>body { display: none }",
    "long": "W" * 3000,
    "hebrew": "שלום (ABC) 12-3",
    "tag": "Fl\U000e0041\U000e0042ag\u00ad",
}

TEXT: Final = " ".join(f"{name} said: no." for name in NAMES.values())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page to code the text on, with all the names among its actors."""
    file = tmp_path_factory.mktemp("hostile") / "text.txt"
    file.write_text(TEXT, "utf-8")
    actors = [{"id": key, "name": name, "kind": "state"} for key, name in NAMES.items()]
    page = file.with_suffix(".html")
    page.write_bytes(build(file, dataset=from_plain({"format_version": "1.0", "actors": actors})))
    return page


def test_the_file_has_no_character_that_turns_its_own_source(written: Path) -> None:
    source = written.read_text("utf-8")
    assert re.findall(UNSEEN, source) == []
    assert "document.title = 'hit'</script>" not in source
    (data,) = re.findall(r'(?s)id="data"[^>]*>(.*?)</script>', source)
    assert json.loads(data)["text"]["content"] == TEXT


@pytest.mark.slow
def test_the_text_is_whole_and_its_unseen_characters_show(browser: Chrome, written: Path) -> None:
    browser.get(written.as_uri())
    WebDriverWait(browser, 60).until(lambda b: b.execute_script("return 'ready' in document.documentElement.dataset"))
    assert browser.execute_script("return document.getElementById('text').textContent") == TEXT
    assert "hit" not in browser.title
    alone = browser.execute_script(
        "return [...document.querySelectorAll('#text .unseen')].map((e) => [e.textContent, e.dataset.mark])"
    )
    unseen = [character for character in TEXT if re.match(UNSEEN, character)]
    assert [character for character, _ in alone] == unseen
    assert [mark for _, mark in alone] == [f"\\u{ord(character):04x}" for character in unseen]
    direction = "return getComputedStyle(document.querySelector('#text .unseen')).unicodeBidi"
    assert browser.execute_script(direction) == "isolate"
    # the places of the page are those of the text, whatever stands between them
    end = len(TEXT)
    assert browser.execute_script("return rangeOf(0, TEXT.length).toString()") == TEXT
    assert browser.execute_script("return TEXT.length") == end
    place = TEXT.index("said", TEXT.index("Kre"))
    assert browser.execute_script("return rangeOf(arguments[0], arguments[0] + 4).toString()", place) == "said"
    assert (
        browser.execute_script(
            "const r = rangeOf(arguments[0], arguments[0] + 4);return pointAt(r.startContainer, r.startOffset)", place
        )
        == place
    )
    shown = browser.execute_script("return Object.values(arguments[0]).map((n) => bdi(n).textContent)", NAMES)
    assert [name for name in shown if re.search(UNSEEN, name)] == []
