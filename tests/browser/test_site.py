"""The site in a real browser: every page below a sub-path, at sight, by keyboard and with assistive technology."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import urlsplit

import pytest
from selenium.common.exceptions import TimeoutException
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support import expected_conditions as expected
from selenium.webdriver.support.ui import WebDriverWait

from axe_findings import AXE, CONTRAST, STRUCTURE, serious_findings
from diplo_events import Actor, Source, load_example
from diplo_events.model import EventRecord

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]

EXPLORER = "explorer/bundled.html"

RECORD = "zerohedge-guarantees/s06"

PAGES = sorted(path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in ROOT.glob("docs/**/*.md"))

OF_EACH_KIND = (
    "index.html",
    "quickstart.html",
    "tutorials/explore.html",
    "guides/event-dates.html",
    "codebook.html",
    "reference/dates.html",
    "command-line.html",
    "explorer.html",
    EXPLORER,
)

WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}

Found = TypeVar("Found")

WORDS_ONCE = """
const seen = new Set();
for (const word of document.querySelectorAll("pre span:not(:has(*))"))
  seen.has(word.className) ? word.replaceWith(word.textContent) : seen.add(word.className);
"""
"""Leaves one word of code of each colour: the others look the same."""

UNFRAME = """
onerror = () => true;  // the theme's script misses what is removed
for (const part of document.querySelectorAll(".md-header, .md-tabs, .md-sidebar, .md-footer")) part.remove();
"""
"""Leaves the content of a page; the frame around it is the same on all pages."""

SCRIPTS = """
const scripts = (page, address) =>
  [...page.scripts].map((one) => one.src && new URL(one.getAttribute("src"), address).href);
"""
"""Lists the files of the scripts of a page; a script that stands in the page itself has none."""

SHOW = f"""
{SCRIPTS}
const [address, done] = arguments, parser = new DOMParser();
fetch(address).then((answer) => answer.text()).then((text) => {{
  const page = parser.parseFromString(text, "text/html"), content = page.querySelector(".md-content");
  const base = document.querySelector("base") ?? document.head.appendChild(document.createElement("base"));
  base.href = address;
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.querySelector(".md-content").replaceWith(document.importNode(content, true));
  for (const part of document.querySelectorAll(".md-code__nav, .headerlink")) part.remove();
  done([scripts(page, address), content.querySelectorAll("script, style, iframe").length]);
}}, (error) => done([[String(error)], 0]));
"""
"""Shows the content of another page in the frame of this one, nine times as fast as the browser goes there.

Returns the scripts of the other page: those of the frame, or its content is not all that differs.
"""

LOOKS_TWICE = """
const own = /^(id|href|title|for|name|value|src|alt|datetime|data-.*|aria-(label|labelledby|describedby|controls))$/;
const looks = new Map([[document.body, ""]]), times = {};
for (const element of document.body.querySelectorAll("*")) {
  const said = [...element.attributes].filter(({ name }) => !own.test(name)).map(({ name, value }) => name + value);
  const look = [looks.get(element.parentElement), element.tagName, ...said].join(" ");
  looks.set(element, look);
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (texts.length && (times[look] = (times[look] ?? 0) + 1) > 2) for (const text of texts) text.remove();
}
"""
"""Leaves the texts of the first two of those elements that look the same: their contrast is the same."""

OF_THE_THEME = {("label", "#__palette_0"), ("label", "#__palette_1"), ("radiogroup", "#__palette_0")}
"""What axe finds in the theme's switch between light and dark, in markup that the site cannot change.

Both buttons have a name (`aria-label`); the theme hides the icon of the one that is not to be pressed, which axe takes
for a hidden label. The two have no common name above them; the name of each says all that it does ("Switch to dark").
"""

READY = """
return !document.querySelector('.md-option') || Boolean(document.querySelector('.md-option + label:not([hidden])'))
"""
"""Whether the theme's script has run."""

WALK = """
window.reached = new Set();
window.ringless = [];
window.wanted = [...document.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex]")].filter(
  (control) => control.tabIndex >= 0 && control.type !== "radio"  // one of a group is enough
    && (control.checkVisibility({ visibilityProperty: true }) || control.closest(".evidence")));  // opened by its cell
addEventListener("focusin", ({ target }) => {
  const seen = target.type === "radio" ? target.form.querySelector("label:not([hidden])") : target;
  const { outlineStyle, outlineWidth } = getComputedStyle(seen);
  if (outlineStyle === "none" || !parseFloat(outlineWidth)) ringless.push(target.outerHTML);
  reached.add(target);
});
"""
"""Lists the controls of a page, and from now on those at which the keyboard has been."""


MISSED = """
const missed = wanted.filter((control) => !control.hidden && !reached.has(control));
return [missed.map((control) => control.outerHTML), ringless];
"""

FITS = "return document.documentElement.scrollWidth <= innerWidth"


INDEX = "/search/search_index.json"


class Quiet(SimpleHTTPRequestHandler):
    """A server that keeps no log and lets the browser keep what it got."""

    searchable = True
    """Whether the index of the search has the texts of the pages."""

    def do_GET(self) -> None:
        if self.searchable or not self.path.endswith(INDEX):
            super().do_GET()
            return
        whole = json.loads(Path(self.translate_path(self.path)).read_bytes())
        index = json.dumps(whole | {"docs": []}).encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(index)))
        self.end_headers()
        self.wfile.write(index)

    def log_message(self, *_said: object) -> None: ...

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


@pytest.fixture(scope="session")
def site(browser: Chrome, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in a folder below others, as on a host; `make test` has just built it, and names it in `SITE`."""
    assert browser  # without one, there is no need to build
    folder = tmp_path_factory.mktemp("served") / "some" / "where"
    if built_before := os.environ.get("SITE"):
        shutil.copytree(built_before, folder)
    else:
        build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
        built = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
        assert built.returncode == 0, built.stderr
    return folder


class Unsearchable(Quiet):
    """A server whose pages find nothing: each would make the same index anew."""

    searchable = False


@contextlib.contextmanager
def serving(site: Path, handler: type[Quiet]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site.parents[1]))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/some/where/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serving(site, Quiet) as start:
        yield start


@pytest.fixture(scope="session")
def pages(site: Path) -> Iterator[str]:
    """Where the pages are looked at one by one, whose search is not."""
    with serving(site, Unsearchable) as start:
        yield start


@pytest.fixture(scope="module", autouse=True)
def _as_it_was(browser: Chrome) -> Iterator[None]:
    yield
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    browser.set_window_size(*WIDTHS["desktop"])


def visit(browser: Chrome, url: str, *, width: str = "desktop", scheme: str = "light") -> None:
    """Come as a reader who has not been here before, and who has asked that nothing move by itself."""
    browser.get_log("browser")
    browser.get_log("performance")
    prefer(browser, scheme)
    origin = f"{urlsplit(url).scheme}://{urlsplit(url).netloc}"
    browser.execute_cdp_cmd("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})
    resize(browser, width)
    browser.get(url)
    until(browser, lambda page: page.execute_script(READY))


def prefer(browser: Chrome, scheme: str) -> None:
    preferred = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
    features = [{"name": name, "value": value} for name, value in preferred.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def darken(browser: Chrome) -> None:
    """Switch to dark: in the media query, and in the attribute that the theme's switch sets."""
    prefer(browser, "dark")
    browser.execute_script("document.body.dataset.mdColorScheme = 'slate'")


def until(browser: Chrome, condition: Callable[[Chrome], Found]) -> Found:
    return WebDriverWait(browser, 20, poll_frequency=0.02).until(condition)


def resize(browser: Chrome, width: str) -> None:
    browser.set_window_size(*WIDTHS[width])
    until(browser, lambda page: page.execute_script("return innerWidth") == WIDTHS[width][0])


def fits(browser: Chrome) -> bool:
    """Whether a page fits into the width of the window, once it is laid out for it."""
    with contextlib.suppress(TimeoutException):
        return until(browser, lambda page: page.execute_script(FITS))
    return False


def serious(browser: Chrome, rules: dict[str, Any]) -> list[list[str]]:
    """List what keeps somebody from using the page."""
    return [finding for finding in serious_findings(browser, rules) if tuple(finding[:2]) not in OF_THE_THEME]


def complaints(browser: Chrome) -> list[str]:
    """List the warnings and errors in the console."""
    return [entry["message"] for entry in browser.get_log("browser") if entry["level"] in {"WARNING", "SEVERE"}]


def outside(browser: Chrome, start: str) -> list[str]:
    """List the requests of the site's pages that left it; the browser's own schemes reach no host."""
    sent = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [one["params"] for one in sent if one["method"] == "Network.requestWillBeSent"]
    urls = [one["request"]["url"] for one in asked if one["documentURL"].startswith(start)]
    assert urls  # at least the page
    return [url for url in urls if not url.startswith((start, "blob:", "data:"))]


def walk(browser: Chrome) -> tuple[list[str], list[str]]:
    """Press Tab until no new control comes; return those never reached and those that showed no focus ring."""
    browser.execute_script(WALK)
    before, reached = -1, 0
    while before < reached:
        browser.switch_to.active_element.send_keys(Keys.TAB * 100)
        before, reached = reached, browser.execute_script("return reached.size")
    return tuple(browser.execute_script(MISSED))


def test_the_pages_of_the_site_are_those_that_are_tested(site: Path) -> None:
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == {*PAGES, EXPLORER}


def test_each_page_serves_everybody_and_asks_nobody_else(browser: Chrome, pages: str) -> None:
    """On a phone, where least fits; one page of each kind is looked at on a desktop as well, and in its frame."""
    start = f"{pages}index.html"
    visit(browser, start, width="phone")
    frame = [browser.execute_script(f"{SCRIPTS} return scripts(document, arguments[0])", start), 0]
    browser.execute_script(UNFRAME + AXE)
    wrong: dict[str, list[Any]] = {}
    for name in PAGES:
        scripts = browser.execute_async_script(SHOW, pages + name)
        found = [] if scripts == frame else [("other scripts than the start page", scripts)]
        if not fits(browser):
            found.append("does not fit")
        found += [*complaints(browser), *outside(browser, pages)]
        if name not in OF_EACH_KIND and not name.startswith("reference/"):  # one template writes all of the reference
            browser.execute_script(WORDS_ONCE)
            found += serious(browser, STRUCTURE)
            browser.execute_script(LOOKS_TWICE)
            found += serious(browser, CONTRAST)
        if found:
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("name", OF_EACH_KIND)
def test_one_page_of_each_kind_serves_everybody_as_a_whole(browser: Chrome, pages: str, name: str) -> None:
    visit(browser, pages + name)
    assert fits(browser)
    assert complaints(browser) == []
    assert outside(browser, pages) == []
    browser.execute_script(AXE + WORDS_ONCE)
    assert serious(browser, STRUCTURE) == []
    resize(browser, "phone")
    assert fits(browser)
    assert serious(browser, STRUCTURE) == []
    resize(browser, "desktop")
    browser.execute_script(LOOKS_TWICE)
    assert serious(browser, CONTRAST) == []
    darken(browser)
    assert serious(browser, CONTRAST) == []


def test_whoever_prefers_dark_gets_it(browser: Chrome, address: str) -> None:
    visit(browser, f"{address}index.html", scheme="dark")
    assert browser.find_element(By.TAG_NAME, "body").get_attribute("data-md-color-scheme") == "slate"


@pytest.mark.parametrize("name", ["index.html", "guides/event-dates.html", "explorer.html", EXPLORER])
def test_a_page_works_from_a_file(browser: Chrome, site: Path, name: str) -> None:
    start = f"{site.as_uri()}/"
    visit(browser, start + name)
    assert browser.find_element(By.TAG_NAME, "h1").is_displayed()
    assert complaints(browser) == []
    assert outside(browser, start) == []


@pytest.mark.parametrize(("served", "width"), [(True, "desktop"), (True, "phone"), (False, "desktop")])
def test_search_leads_to_what_was_typed(browser: Chrome, site: Path, address: str, served: bool, width: str) -> None:
    start = address if served else f"{site.as_uri()}/"
    visit(browser, f"{start}guides/meetings.html", width=width)
    if width == "phone":
        browser.find_element(By.CSS_SELECTOR, ".md-header__button[for=__search]").click()
    until(browser, expected.element_to_be_clickable((By.CSS_SELECTOR, ".md-search__input"))).send_keys("position")
    found = 'a.md-search-result__link[href*="reference/model.position.html?h=position"]'
    until(browser, expected.visibility_of_element_located((By.CSS_SELECTOR, found))).send_keys(Keys.ENTER)
    until(browser, expected.url_contains("/reference/model.position.html"))
    assert until(browser, expected.visibility_of_element_located((By.ID, "diplo_events.model.position.Position")))
    assert complaints(browser) == []
    assert outside(browser, start) == []


@pytest.mark.parametrize(("name", "scheme"), [("quickstart.html", "light"), ("reference/dates.html", "dark")])
def test_the_keyboard_reaches_every_control_of_a_page_and_shows_where_it_is(
    browser: Chrome, address: str, name: str, scheme: str
) -> None:
    visit(browser, address + name, scheme=scheme)
    assert walk(browser) == ([], [])
    kinds = (".md-skip", ".md-search__input", ".md-option", ".md-tabs a", ".md-nav--primary a", ".md-content a")
    been = "return arguments[0].map((kind) => [...reached].some((control) => control.matches(kind)))"
    assert all(browser.execute_script(been, kinds))


def test_the_keyboard_reaches_every_control_of_the_explorer_and_shows_where_it_is(
    browser: Chrome, address: str
) -> None:
    visit(browser, address + EXPLORER)
    assert walk(browser) == ([], [])
    assert browser.execute_script("return reached.size") > 100


def test_the_first_stop_of_the_keyboard_skips_to_the_content(browser: Chrome, address: str) -> None:
    visit(browser, f"{address}guides/meetings.html")
    ActionChains(browser).send_keys(Keys.TAB).perform()
    skip = browser.switch_to.active_element
    until(browser, lambda _: skip.text == "Skip to content")
    target = str(skip.get_attribute("href")).partition("#")[2]
    skip.send_keys(Keys.ENTER)
    assert browser.current_url.endswith(f"#{target}")
    assert browser.find_element(By.CSS_SELECTOR, f".md-content [id='{target}']").is_displayed()


def test_the_keyboard_opens_a_part_of_the_menu(browser: Chrome, address: str) -> None:
    visit(browser, f"{address}quickstart.html")
    inside = browser.find_element(By.CSS_SELECTOR, '.md-nav--primary a[href="tutorials/encode.html"]')
    assert not inside.is_displayed()
    for label in browser.find_elements(By.CSS_SELECTOR, ".md-nav--primary label[tabindex='0']"):
        if label.text == "Tutorials":
            label.send_keys(Keys.ENTER)
    until(browser, lambda _: inside.is_displayed())


def test_the_keyboard_switches_to_dark_and_the_site_stays_so(browser: Chrome, address: str) -> None:
    visit(browser, f"{address}index.html")
    browser.execute_script("document.querySelector('.md-option').focus()")
    ActionChains(browser).send_keys(Keys.ARROW_DOWN).perform()
    dark = (By.CSS_SELECTOR, "body[data-md-color-scheme=slate]")
    until(browser, expected.presence_of_element_located(dark))
    browser.get(f"{address}codebook.html")
    until(browser, expected.presence_of_element_located(dark))


def test_the_page_about_the_explorer_leads_to_a_record_and_the_explorer_back(browser: Chrome, address: str) -> None:
    visit(browser, f"{address}explorer.html")
    browser.find_element(By.CSS_SELECTOR, f'.md-content a[href$="#{RECORD}"]').click()
    until(browser, expected.url_to_be(f"{address}{EXPLORER}#{RECORD}"))
    record = until(browser, expected.visibility_of_element_located((By.ID, RECORD)))
    until(browser, lambda page: page.switch_to.active_element == record)
    assert record.find_element(By.TAG_NAME, "code").text == f'dataset["{RECORD}"]'
    browser.find_element(By.CSS_SELECTOR, "header a").click()
    until(browser, expected.url_to_be(f"{address}explorer.html"))


def test_every_record_of_the_explorer_shows_the_code_that_fetches_it(browser: Chrome, address: str) -> None:
    visit(browser, address + EXPLORER)
    dataset = load_example()
    each = "document.querySelectorAll('article.record[id]')"
    shown = f"return [...{each}].map((e) => [e.id, e.querySelector('code')?.textContent])"
    code = dict(browser.execute_script(shown))
    assert code.keys() == {record.id for record in dataset.values() if isinstance(record, Actor | EventRecord | Source)}
    assert {key: eval(text, {"dataset": dataset}).id for key, text in code.items()} == {key: key for key in code}
