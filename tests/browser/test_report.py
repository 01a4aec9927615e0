"""The report in a real browser: as a reader with a mouse or a keyboard meets it.

What assistive technology meets, what fits on a phone and which colours can be told apart is found where the explorer,
which is this report, is looked at as a page of the site.
"""

import datetime as dt
import itertools
import json
from pathlib import Path
from typing import Final

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from axe_findings import AXE, serious_findings
from diplo_events import Actor, EventDate, Statement, load_example
from diplo_events.report.html import html_report
from foreign_texts import dataset_with

pytestmark = pytest.mark.slow

DESKTOP = (1280, 900)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file: Path = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(html_report(load_example()), "utf-8")
    return file.as_uri()


@pytest.fixture
def page(browser: Chrome, address: str) -> Chrome:
    browser.get_log("browser")
    browser.get_log("performance")
    browser.get("about:blank")
    browser.get(address)
    return browser


def shown(page: Chrome) -> int:
    script = "return [...document.querySelectorAll('#said > article')].filter((e) => e.offsetParent !== null).length"
    return int(page.execute_script(script))


def test_no_message_in_the_console_and_no_request(page: Chrome, address: str) -> None:
    assert page.get_log("browser") == []
    sent = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in sent if m["method"] == "Network.requestWillBeSent"}
    own = ("chrome:", "data:")  # the page on which the browser itself begins, and what an address holds itself
    outside = {url for url in asked if not url.startswith(own)}
    assert outside <= {address, "about:blank"}


def test_filters_narrow_the_list_and_open_it_again(page: Chrome) -> None:
    statements = load_example().of_type(Statement)
    assert shown(page) == len(statements)
    form = page.find_element(By.CSS_SELECTOR, "form.filters")
    Select(form.find_element(By.NAME, "speaker")).select_by_value("macron")
    of_macron = [s for s in statements if "macron" in s.speakers]
    assert shown(page) == len(of_macron)
    Select(form.find_element(By.NAME, "source")).select_by_value("kurdistan24-intervention")
    assert shown(page) == len([s for s in of_macron if s.source == "kurdistan24-intervention"])
    assert form.find_element(By.TAG_NAME, "output").text == f"{shown(page)} of {len(statements)}"
    form.find_element(By.CSS_SELECTOR, "button[type=reset]").click()
    assert shown(page) == len(statements)
    form.find_element(By.NAME, "words").send_keys("CLUMSY")
    assert shown(page) == 1


def test_the_filter_of_days_shows_what_may_have_been_on_one(page: Chrome) -> None:
    statements = load_example().of_type(Statement)
    on = Select(page.find_element(By.CSS_SELECTOR, "form.filters").find_element(By.NAME, "date"))
    day = EventDate.parse("2025-09-02")
    on.select_by_value(str(day))
    may = [s for s in statements if s.when and s.when.earliest and s.when.latest and is_short(s.when)]
    assert shown(page) == len([s for s in may if s.when and s.when.unqualified().overlaps(day) is not False]) > 0
    on.select_by_value("none")
    assert shown(page) == len(statements) - len(may)


def is_short(when: EventDate) -> bool:
    first, last = (dt.date(*day) for day in (when.earliest, when.latest) if day)
    return (last - first).days < 31


def test_every_actor_is_shown_with_its_spellings(page: Chrome) -> None:
    for actor in load_example().of_type(Actor):
        told = page.execute_script("return document.getElementById(arguments[0]).textContent", actor.id)
        assert all(text in told for text in (actor.name, *(name.text for name in actor.names)))
        assert all(role.title in told for role in actor.roles)


def test_a_deep_link_shows_its_record_whatever_the_filters_say(page: Chrome, address: str) -> None:
    form = page.find_element(By.CSS_SELECTOR, "form.filters")
    Select(form.find_element(By.NAME, "speaker")).select_by_value("macron")
    page.get(f"{address}#zerohedge-guarantees/s06")
    target = page.find_element(By.ID, "zerohedge-guarantees/s06")
    WebDriverWait(page, 10).until(lambda page: page.switch_to.active_element == target)
    assert target.is_displayed()


def test_the_evidence_of_a_cell_opens_for_the_keyboard_and_closes_with_escape(page: Chrome) -> None:
    cell = page.find_element(By.CSS_SELECTOR, ".matrix button.cell")
    evidence = page.find_element(By.ID, cell.get_attribute("aria-describedby"))
    assert not evidence.is_displayed()
    page.execute_script("arguments[0].focus()", cell)
    assert evidence.is_displayed()
    cell.send_keys(Keys.TAB)
    assert page.switch_to.active_element == evidence.find_element(By.TAG_NAME, "a")
    page.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not evidence.is_displayed()


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Chrome) -> None:
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert page.switch_to.active_element.text == "Skip to the content"


RIGHT_TO_LEFT: Final = {"he": "שלום עולם", "ar": "وزارة الخارجية"}

LANGUAGES: Final = {"runOnly": {"type": "rule", "values": ["html-has-lang", "html-lang-valid", "valid-lang"]}}
"""The rules for languages: in all else, the page is like that of the bundled dataset."""

OUT_OF_ORDER: Final = """
const leftOf = (node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
};
const wrong = [];
let compared = 0;
for (const line of document.querySelectorAll("article.record p, .evidence li, .record > ul > li, #contradictions li")) {
  const boxes = [...line.childNodes].filter((node) => node.textContent.trim()).map(leftOf).filter((box) => box.width);
  for (let n = 1; n < boxes.length; n++) {
    const sameLine = Math.abs(boxes[n].top - boxes[n - 1].top) < 4 && boxes[n].height < 30 && boxes[n - 1].height < 30;
    compared += sameLine;
    if (sameLine && boxes[n].left + 1 < boxes[n - 1].right) wrong.push(line.textContent);
  }
}
return [compared, wrong.slice(0, 5)];
"""
"""Compares the parts of each line with those before them: in an English page they stand from left to right."""


def test_texts_from_right_to_left_do_not_turn_the_order_of_a_line(browser: Chrome, tmp_path: Path) -> None:
    count = itertools.count()
    languages = itertools.cycle(RIGHT_TO_LEFT)
    dataset = dataset_with(lambda _text: f"{RIGHT_TO_LEFT[next(languages)]} {next(count)}")
    (file := tmp_path / "report.html").write_text(html_report(dataset), "utf-8")
    browser.set_window_size(*DESKTOP)
    browser.get(file.as_uri())
    compared, wrong = browser.execute_script(OUT_OF_ORDER)
    assert compared > 500
    assert wrong == []
    browser.execute_script(AXE)
    assert serious_findings(browser, LANGUAGES) == []
