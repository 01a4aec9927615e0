"""The report in a real browser: as a reader with a mouse or a keyboard meets it.

What assistive technology meets, what fits on a phone and which colours can be told apart is found where the explorer,
which is this report, is looked at as a page of the site.
"""

import datetime as dt
import itertools
import json
from pathlib import Path
from typing import Any, Final

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from axe_findings import AXE, serious_findings
from diplo_events import Actor, EventDate, Statement, load_example
from diplo_events.analysis.stances import stance_matrix
from diplo_events.report import _parts
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


TOPS = [record for record in load_example().of_type(Statement) if not record.restates]
"""The statements of the list: what repeats another stands in it."""


def fitting(page: Chrome, form: WebElement) -> int:
    """Return how many records fit the filters of a list, after a look at those that are shown: the first twenty."""
    counted = int(form.find_element(By.TAG_NAME, "output").get_property("value").split()[0])
    script = "return [...document.querySelectorAll('#said > article')].filter((e) => !e.hidden).length"
    assert page.execute_script(script) == min(counted, 20)
    return counted


def form_of(page: Chrome) -> WebElement:
    """Return the filters of the statements, whose section is opened."""
    page.execute_script("document.querySelector('#statements > details').open = true")
    return page.find_element(By.CSS_SELECTOR, "form[data-list=said]")


def of_group(record: Statement, name: str) -> list[Any]:
    """Return what a statement and those that repeat it have in a field."""
    group = [record, *(other for other in load_example().of_type(Statement) if other.restates == record.id)]
    return [getattr(one, name) for one in group]


def test_no_message_in_the_console_and_no_request(page: Chrome, address: str) -> None:
    assert page.get_log("browser") == []
    sent = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in sent if m["method"] == "Network.requestWillBeSent"}
    own = ("chrome:", "data:")  # the page on which the browser itself begins, and what an address holds itself
    outside = {url for url in asked if not url.startswith(own)}
    assert outside <= {address, "about:blank"}


def test_filters_narrow_the_list_and_the_address_keeps_the_view(page: Chrome, address: str) -> None:
    form = form_of(page)
    assert fitting(page, form) == len(TOPS)
    Select(form.find_element(By.NAME, "speaker")).select_by_value("macron")
    of_macron = [record for record in TOPS if any("macron" in speakers for speakers in of_group(record, "speakers"))]
    assert fitting(page, form) == len(of_macron)
    Select(form.find_element(By.NAME, "source")).select_by_value("kurdistan24-intervention")
    some = [record for record in of_macron if record.source == "kurdistan24-intervention"]
    assert fitting(page, form) == len(some)
    assert form.find_element(By.TAG_NAME, "output").get_property("value") == f"{len(some)} of {len(TOPS)}"
    assert page.current_url == f"{address}#said?speaker=macron&source=kurdistan24-intervention"
    form.find_element(By.CSS_SELECTOR, "[data-take=cite]").click()
    citation = form.find_element(By.TAG_NAME, "textarea").get_property("value")
    assert f"{len(some)} of {len(TOPS)} records, {page.current_url}, seen on " in citation
    form.find_element(By.CSS_SELECTOR, "button[type=reset]").click()
    assert fitting(page, form) == len(TOPS)
    form.find_element(By.NAME, "words").send_keys("CLUMSY")
    assert fitting(page, form) == 1
    page.execute_script("location.hash = 'said?speaker=macron&sort=first'")
    WebDriverWait(page, 10).until(lambda page: fitting(page, form) == len(of_macron))
    script = "return [...document.querySelectorAll('#said > article:not([hidden])')].map((e) => e.dataset.first || '9')"
    assert page.execute_script(script) == sorted(page.execute_script(script))


def test_the_filter_of_days_shows_what_may_have_been_on_one(page: Chrome) -> None:
    form = form_of(page)
    day = EventDate.parse("2025-09-02")
    script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))"
    on = form.find_element(By.NAME, "date")
    assert str(on.get_attribute("min")) <= str(day) <= str(on.get_attribute("max"))
    page.execute_script(script, on, str(day))
    may = [r for r in TOPS if any(when and is_short(when) for when in of_group(r, "when"))]
    on_day = [r for r in may if any(w and w.unqualified().overlaps(day) is not False for w in of_group(r, "when"))]
    assert fitting(page, form) == len([r for r in on_day if any(w and is_short(w) for w in of_group(r, "when"))]) > 0
    page.execute_script(script, on, "")
    Select(form.find_element(By.NAME, "dated")).select_by_value("none")
    open_ended = [r for r in TOPS if any(not (when and is_short(when)) for when in of_group(r, "when"))]
    assert fitting(page, form) == len(open_ended)


def is_short(when: EventDate) -> bool:
    days = [dt.date(*day) for day in (when.earliest, when.latest) if day]
    return len(days) == 2 and (days[1] - days[0]).days < 31


def test_every_actor_is_shown_with_its_spellings(page: Chrome) -> None:
    for actor in load_example().of_type(Actor):
        told = page.execute_script("return document.getElementById(arguments[0]).textContent", actor.id)
        assert all(text in told for text in (actor.name, *(name.text for name in actor.names)))
        assert all(role.title in told for role in actor.roles)


def test_a_deep_link_shows_its_record_whatever_the_filters_say(page: Chrome, address: str) -> None:
    Select(form_of(page).find_element(By.NAME, "speaker")).select_by_value("macron")
    for key in ("zerohedge-guarantees/s06", "digest-foreign-troops/s23"):  # the second one repeats another
        page.get(f"{address}#{key}")
        target = page.find_element(By.ID, key)
        WebDriverWait(page, 10).until(lambda page, target=target: page.switch_to.active_element == target)
        assert target.is_displayed()


def test_a_cell_shows_its_evidence_beside_the_table_and_escape_leads_back(page: Chrome) -> None:
    cell = page.find_element(By.CSS_SELECTOR, ".matrix a.cell")
    panel = page.find_element(By.ID, "_panel")
    assert not panel.is_displayed()
    cell.send_keys(Keys.ENTER)
    assert panel.is_displayed()
    assert page.switch_to.active_element == panel
    evidence = page.execute_script(
        "return document.getElementById(arguments[0]).textContent", cell.get_attribute("data-cell")
    )
    assert panel.get_property("textContent") == f"{evidence}close"
    panel.send_keys(Keys.ESCAPE)
    assert not panel.is_displayed()
    assert page.switch_to.active_element == cell


def test_the_filters_of_stances_leave_out_rows_and_columns_without_any(page: Chrome) -> None:
    form = page.find_element(By.ID, "_stance-filters")
    seen = "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility()).length"
    rows = page.execute_script(seen, ".matrix tbody tr")
    for basis in ("attributed", "inferred"):
        form.find_element(By.CSS_SELECTOR, f"[value={basis}]").click()
    assert 0 < page.execute_script(seen, ".matrix tbody tr") < rows
    assert page.execute_script(seen, ".matrix .head") == page.execute_script(
        "return Math.max(...[...document.querySelectorAll('.matrix tbody tr')].map("
        "(row) => [...row.cells].filter((cell) => cell.checkVisibility()).length)) - 1"
    )
    assert not page.execute_script("return [...document.querySelectorAll('.matrix a.said')].some((e) => !e.hidden)")
    form.find_element(By.CSS_SELECTOR, "[type=reset]").click()
    assert page.execute_script(seen, ".matrix tbody tr") == rows


def test_what_is_folded_in_the_table_is_named_and_opened_with_one_click(page: Chrome, address: str) -> None:
    shown = "[...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility())"
    seen = f"return {shown}.map((e) => e.textContent)"
    matrix = stance_matrix(load_example(), certainty="possibly", unqualified=True)
    taken = {cell.actor for cell in matrix.cells if cell.standing}
    actors = {load_example().actor(key).name for key in taken}
    heads = set(page.execute_script(seen, ".matrix .head"))
    assert {"European Union", "Office of the Prime Minister of the United Kingdom"} <= actors - heads
    note = page.find_element(By.ID, "_folded")
    assert all(name in note.text for name in actors - heads)
    rows = len(page.execute_script(seen, ".matrix tbody tr"))
    count = page.find_element(By.CSS_SELECTOR, "#_stance-filters output")
    every = len([cell for cell in matrix.cells if cell.standing])
    away = every - len(page.execute_script(seen, ".matrix a.cell"))
    assert away > 0
    assert count.get_property("value") == f"{every} of {every}, {away} of them folded"
    note.find_element(By.TAG_NAME, "button").send_keys(Keys.ENTER)
    assert set(page.execute_script(seen, ".matrix .head")) == actors
    assert len(page.execute_script(seen, ".matrix tbody tr")) > rows
    assert len(page.execute_script(seen, ".matrix a.cell")) == every
    WebDriverWait(page, 10).until(lambda _: count.get_property("value") == f"{every} of {every}")
    columns = (
        "return [...document.querySelectorAll('.camp:not([hidden])')].reduce((sum, camp) => sum + camp.colSpan, 0)"
    )
    assert page.execute_script(columns) == len(actors)
    assert page.current_url == f"{address}#_stance-filters?rows=all"
    page.get("about:blank")
    page.get(f"{address}#_stance-filters?rows=all")
    WebDriverWait(page, 10).until(lambda page: set(page.execute_script(seen, ".matrix .head")) == actors)
    page.find_element(By.CSS_SELECTOR, "#_stance-filters .whole").click()
    assert set(page.execute_script(seen, ".matrix .head")) == heads
    assert page.execute_script(columns) == len(heads)


def test_what_a_large_page_keeps_packed_is_found_by_links_filters_and_cells(browser: Chrome, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_parts, "MOST_PLAIN", 10)
        (file := tmp_path / "large.html").write_text(html_report(load_example()), "utf-8")
    browser.get_log("browser")
    browser.get(f"{file.as_uri()}#{TOPS[-1].id}")
    there = (By.ID, TOPS[-1].id)
    target = WebDriverWait(browser, 10).until(lambda page: page.find_element(*there))
    WebDriverWait(browser, 10).until(lambda page: page.switch_to.active_element == target)
    assert target.is_displayed()
    Select(form_of(browser).find_element(By.NAME, "speaker")).select_by_value("macron")
    of_macron = [record for record in TOPS if any("macron" in speakers for speakers in of_group(record, "speakers"))]
    count = form_of(browser).find_element(By.TAG_NAME, "output")
    WebDriverWait(browser, 10).until(
        lambda _: count.get_property("value") == f"{len(of_macron)} of {len(TOPS)}"  # the index is unpacked
    )
    browser.find_element(By.CSS_SELECTOR, ".matrix a.cell").send_keys(Keys.ENTER)
    panel = browser.find_element(By.ID, "_panel")
    WebDriverWait(browser, 10).until(lambda _: panel.is_displayed())
    assert panel.find_elements(By.TAG_NAME, "li")
    assert browser.get_log("browser") == []


def test_all_is_seen_and_the_page_is_short(page: Chrome) -> None:
    page.set_window_size(*DESKTOP)
    assert page.execute_script("return document.documentElement.scrollHeight") <= 12_000
    last = page.find_elements(By.CSS_SELECTOR, ".matrix tbody tr:last-child > *")[-1]
    frame = page.find_element(By.CSS_SELECTOR, ".matrix-frame")
    inside, around = last.rect, frame.rect
    assert inside["y"] + inside["height"] <= around["y"] + around["height"] + 1
    assert inside["x"] + inside["width"] <= around["x"] + around["width"] + 1


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Chrome) -> None:
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert page.switch_to.active_element.text == "Skip to the content"


RIGHT_TO_LEFT: Final = {"he": "שלום עולם", "ar": "وزارة الخارجية"}

LANGUAGES: Final = {"runOnly": {"type": "rule", "values": ["html-has-lang", "html-lang-valid", "valid-lang"]}}
"""The rules for languages: in all else, the page is like that of the bundled dataset."""

OUT_OF_ORDER: Final = """
const LINES = "article.record p, .findings > li > p, .proof li, article.record li p, .columns li, .differences td";
for (const folded of document.querySelectorAll("details")) folded.open = true;
for (const record of document.querySelectorAll("article")) record.hidden = false;
const leftOf = (node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
};
const wrong = [];
let compared = 0;
for (const line of document.querySelectorAll(LINES)) {
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
