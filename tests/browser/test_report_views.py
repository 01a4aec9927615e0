"""The drawings of the report in a real browser: zoomed, filtered, kept in the address, and taken away."""

import json
from pathlib import Path
from typing import Any, Final

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from diplo_events import Actor, Source, load_example
from diplo_events.analysis import agreement_network, mentions
from diplo_events.analysis.findings import find_findings
from diplo_events.report import _parts
from diplo_events.report.html import html_report

pytestmark = pytest.mark.slow

EXAMPLE = load_example()

CAUGHT: Final = """
window.caught = [];
URL.createObjectURL = (blob) => { caught.push(blob); return "#"; };
HTMLAnchorElement.prototype.click = function () { caught.at(-1).fileName = this.download; };
"""
"""Keeps what the page saves, in place of a download."""

TEXTS: Final = """
const done = arguments[0];
Promise.all(caught.map(async (blob) => [blob.fileName, blob.type, await blob.text()])).then(done);
"""


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("views")
    (plain := folder / "plain.html").write_text(html_report(EXAMPLE), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_parts, "MOST_PLAIN", 10)
        (large := folder / "large.html").write_text(html_report(EXAMPLE), "utf-8")
    return {"plain": plain.as_uri(), "large": large.as_uri()}


def opened(browser: Chrome, address: str, section: str) -> Chrome:
    browser.get_log("browser")
    browser.get("about:blank")
    browser.get(address)
    browser.execute_script("document.querySelector(`#${arguments[0]} > details`)?.setAttribute('open', '')", section)
    return browser


def taken(page: Chrome, section: str, form: str) -> Any:
    """Return what a button of a section saves."""
    page.execute_script(CAUGHT)
    for button in page.find_elements(By.CSS_SELECTOR, f"#{section} .take button, #{section} [data-take]"):
        if button.get_property("textContent") == form:
            page.execute_script("arguments[0].click()", button)
    WebDriverWait(page, 10).until(lambda page: page.execute_script("return caught.length"))
    (found,) = page.execute_async_script(TEXTS)
    assert found[0].endswith(f".{form.lower()}")
    return found[2]


@pytest.mark.parametrize("size", ["plain", "large"])
def test_findings_leave_with_all_their_records(browser: Chrome, addresses: dict[str, str], size: str) -> None:
    rows = json.loads(taken(opened(browser, addresses[size], "findings"), "findings", "JSON"))
    found = find_findings(EXAMPLE)
    assert [row["finding"] for row in rows] == [one.sentence for one in found]
    assert [set(row["records"].split()) for row in rows] == [{*one.records} for one in found]
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("size", ["plain", "large"])
def test_actors_sources_and_wordings_leave_as_rows(browser: Chrome, addresses: dict[str, str], size: str) -> None:
    page = opened(browser, addresses[size], "actors")
    actors = json.loads(taken(page, "actors", "JSON"))
    assert {row["id"]: row["name"] for row in actors} == {one.id: one.name for one in EXAMPLE.of_type(Actor)}
    lines = taken(page, "sources", "CSV").strip().split("\r\n")
    assert len(lines) == 1 + len(EXAMPLE.of_type(Source))
    wordings = json.loads(taken(page, "renderings", "JSON"))
    assert any("the day that a peace (accord) is signed" in row["wording"] for row in wordings)
    assert browser.get_log("browser") == []


def test_every_section_can_be_cited_and_taken_away(browser: Chrome, addresses: dict[str, str]) -> None:
    page = opened(browser, addresses["plain"], "findings")
    for section in page.find_elements(By.CSS_SELECTOR, "main > section"):
        buttons = section.find_elements(By.CSS_SELECTOR, ".take button, [data-take]")
        texts = [button.get_property("textContent") for button in buttons]
        assert texts in (["CSV", "JSON", "cite this view"], ["SVG", "PNG", "cite this view"])
        page.execute_script("arguments[0].click()", buttons[-1])
        citation = section.find_element(By.CSS_SELECTOR, "textarea").get_property("value")
        assert f"{addresses['plain']}#" in citation


def test_the_network_narrows_to_an_actor_and_to_heavy_lines(browser: Chrome, addresses: dict[str, str]) -> None:
    page = opened(browser, addresses["plain"], "network")
    form = page.find_element(By.ID, "_network-filters")
    seen = "return document.querySelectorAll('svg.network .tie:not([hidden])').length"

    def lines() -> int:
        shown = page.execute_script(f"{seen} - document.querySelectorAll('details details .tie:not([hidden])').length")
        count = form.find_element(By.TAG_NAME, "output").get_property("value")
        assert count == f"{shown} of {len(agreement_network(mentions(EXAMPLE)))} lines"
        return int(shown)

    assert lines() == len(agreement_network(mentions(EXAMPLE)))
    Select(form.find_element(By.NAME, "actor")).select_by_value("ukraine")
    assert lines() == len(agreement_network(mentions(EXAMPLE), focus="ukraine"))
    form.find_element(By.NAME, "least").send_keys("2")
    assert lines() == len(agreement_network(mentions(EXAMPLE), focus="ukraine", least=2))
    Select(form.find_element(By.NAME, "by")).select_by_value("share")
    form.find_element(By.NAME, "least").clear()
    form.find_element(By.NAME, "least").send_keys("0.5")
    by_share = agreement_network(mentions(EXAMPLE), focus="ukraine", least=0.5, normalization="shared")
    assert lines() == len(by_share) > 0
    address = page.current_url
    assert address == f"{addresses['plain']}#_network-filters?actor=ukraine&by=share&least=0.5"
    page = opened(browser, address, "network")
    form = page.find_element(By.ID, "_network-filters")
    WebDriverWait(page, 10).until(lambda _: lines() == len(by_share))
    assert page.execute_script("return document.querySelector('[data-actor=zerohedge]').classList.contains('apart')")
    form.find_element(By.CSS_SELECTOR, "[type=reset]").click()
    assert lines() == len(agreement_network(mentions(EXAMPLE)))
    assert page.get_log("browser") == []


WHOLE: Final = (330, 630)
"""Where the axis begins, and its width."""

QUESTIONS: Final = {
    "on which day did Zakharova speak, and by whom?": (
        [],
        ["two sources", "to wednesday 3 september 2025", "one source (kurdistan24) to thursday 4 september 2025"],
    ),
    "who is for foreign troops, on what evidence?": (
        ["#_findings-sides", "evidence: 17 records"],
        [
            "for: european union",
            "against: russia (four of four sources)",
            "“foreign intervention”",
            "wednesday 3 september 2025",
        ],
    ),
    "which meetings were to come, and were they held?": (
        ["#_findings-meeting"],
        [
            "summit of european leaders in paris: scheduled",
            "held according to one source",
            "no source reports that it was",
        ],
    ),
    "which land is claimed by whom, and who holds it?": (
        ["#_findings-claim", "1 more"],
        [
            "land in ukraine: handing over refused by ukraine",
            "held by russia, according to",
            "no source says who holds it",
        ],
    ),
    "which two outlets rest on one agency?": (
        ["#_findings-origin"],
        ["two outlets rest on what was said to financial times: unnamed outlet of the digest on foreign troops and"],
    ),
}
"""Questions of somebody who has never seen the page: the steps to the answer, and words of the answer."""


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_newcomer_finds_the_answer_in_two_steps_at_most(
    browser: Chrome, addresses: dict[str, str], question: str
) -> None:
    steps, words = QUESTIONS[question]
    assert len(steps) <= 2
    page = opened(browser, addresses["plain"], "findings")
    for step in steps:
        if step.startswith("#"):
            page.find_element(By.CSS_SELECTOR, f"#findings a[href='{step}']").click()
        else:
            folded = page.find_elements(By.CSS_SELECTOR, f"#findings div:has(> {steps[0]}) summary")
            next(part for part in folded if part.text == step).click()
    seen = page.find_element(By.ID, "findings").text.casefold()
    assert all(word in seen for word in words)


DAY: Final = """
const form = document.getElementById("_time");
const days = document.querySelector("svg.days");
const [left, , width] = days.getAttribute("viewBox").split(" ").map(Number);
const ticks = [...days.querySelectorAll(":scope > text.tick")].filter((tick) => tick.getAttribute("y") === "30");
const bars = [...document.querySelectorAll("svg.timeline a")];
const box = bars.find((bar) => bar.getAttribute("aria-label").includes(arguments[0]));
return [left, width, ticks.map((tick) => [tick.textContent, Number(tick.getAttribute("x"))]),
  Number(box.querySelector("rect").getAttribute("x"))];
"""


def test_the_axis_of_time_zooms_to_days_that_are_where_their_marks_say(
    browser: Chrome, addresses: dict[str, str]
) -> None:
    page = opened(browser, f"{addresses['plain']}#_time?zoom=16&at=0.8", "timeline")
    WebDriverWait(page, 10).until(lambda page: page.execute_script(DAY, "Eastern Economic Forum")[1] < 100)
    left, width, ticks, forum = page.execute_script(DAY, "Eastern Economic Forum in Vladivostok: from Wednesday 3")
    assert width == pytest.approx(WHOLE[1] / 16)
    assert all(left <= x <= left + width for _, x in ticks)
    places = dict(ticks)
    days = sorted(places, key=places.__getitem__)
    assert len(days) > 2
    at = round((forum - WHOLE[0] - WHOLE[1] / 40) / (WHOLE[1] - WHOLE[1] / 20), 2)
    page.execute_script(
        "for (const [name, value] of [['zoom', '20'], ['at', arguments[0]]]) {"
        "  document.querySelector(`#_time [name=${name}]`).value = value;"
        "  document.getElementById('_time').dispatchEvent(new Event('input')); }",
        str(at),
    )
    _, _, ticks, _ = page.execute_script(DAY, "Eastern Economic Forum in Vladivostok: from Wednesday 3")
    assert dict(ticks)["3 Sep"] == pytest.approx(forum, abs=0.2)
    assert page.current_url.endswith(f"#_time?zoom=20&at={at}")
    page.find_element(By.CSS_SELECTOR, "#_time [type=reset]").click()
    assert page.execute_script(DAY, "Eastern Economic Forum")[1] == WHOLE[1]
    assert page.current_url.endswith("#_time")
    assert page.get_log("browser") == []
