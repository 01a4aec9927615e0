"""The coding page in a real browser: what it counts, what it writes, and how far the keyboard reaches."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any, Final

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from axe_findings import AXE, serious_findings
from diplo_events import Dataset, EventDate
from diplo_events.coding import Text, check
from diplo_events.coding.anchoring import coverage, record_problems
from diplo_events.coding_page import build, serve
from diplo_events.coding_page._text_data import text_data
from diplo_events.errors import EventDateError
from diplo_events.formats import read, yaml
from diplo_events.formats.plain import from_plain, to_plain
from diplo_events.model import Position, Source, Statement
from page_cases import TEXTS, records_of
from wider_records import EXAMPLE

pytestmark = pytest.mark.slow

TEXT: Final = """\
Toll on the Elda bridge “out of the question”

VELD. Norland’s transport minister, Oda Brink, said on Tuesday that there would be no toll 🕊️, and accused Southmark \
of “counting other people’s money”. Southmark and the river towns insist on one.

The bridge, once a wonder, turns forty this year.
"""

KNOWN: Final[dict[str, Any]] = {
    "format_version": "1.0",
    "actors": [
        {"id": "veld-wire", "name": "The Veld Wire", "kind": "media"},
        {"id": "norland", "name": "Norland", "kind": "state"},
        {"id": "southmark", "name": "Southmark", "kind": "state"},
        {"id": "brink", "name": "Oda Brink", "kind": "person"},
    ],
    "issues": [{"id": "toll", "label": "Toll", "proposition": "Those who cross the Elda bridge should pay a toll."}],
}

CTRL_ENTER = (Keys.CONTROL, Keys.ENTER)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("coding") / "elda.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture(scope="module")
def address(file: Path) -> str:
    page = file.with_suffix(".html")
    page.write_bytes(build(file, dataset=from_plain(KNOWN)))
    return page.as_uri()


@pytest.fixture
def page(browser: Chrome, address: str) -> Iterator[Chrome]:
    opened(browser, address)
    browser.execute_script("localStorage.clear()")
    yield opened(browser, address)
    browser.execute_script("localStorage.clear()")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    browser.set_window_size(1280, 900)


def opened(browser: Chrome, address: str) -> Chrome:
    browser.get("about:blank")
    browser.get_log("browser")
    browser.get_log("performance")
    browser.get(address)
    WebDriverWait(browser, 60).until(lambda b: b.execute_script("return 'ready' in document.documentElement.dataset"))
    return browser


def press(page: Chrome, *strokes: str | tuple[str, ...]) -> None:
    chain = ActionChains(page, duration=0)
    for stroke in strokes:
        if isinstance(stroke, tuple):
            for held in stroke[:-1]:
                chain.key_down(held)
            chain.send_keys(stroke[-1])
            for held in stroke[:-1]:
                chain.key_up(held)
        else:
            chain.send_keys(stroke)
    chain.perform()


def exported(page: Chrome) -> str:
    text: str = page.execute_async_script("yamlOf(exported(), TYPES).then(arguments[0])")
    return text


def shown(page: Chrome, key: str) -> str:
    text: str = page.execute_script("return document.getElementById(arguments[0]).textContent", key)
    return text


def test_passages_and_quotes_are_judged_as_check_judges_them(page: Chrome) -> None:
    """Emoji, CR LF, spaces that do not break, combining marks, scripts from right to left, scripts without spaces."""
    script = """
    const [data, records, uncoded] = [...arguments].map((json) => JSON.parse(json)), text = new SourceText(data);
    const spans = records.flatMap((record) => record.spans).filter((span) => span.end <= text.length);
    const { counted, left, gaps } = coverage(text, spans.slice(0, 3), uncoded);
    const found = records.flatMap((record) => anchorProblems(record, text)).map((p) => [p.path, p.expected]);
    return [found, [counted.length, left.length, gaps]];
    """
    count = 0
    for seed, (name, text) in enumerate(TEXTS.items()):
        plain = records_of(text, seed, 30)
        needed = {"source": "t", "speakers": ["x"], "acts": ["state"], "mode": "indirect", "summary": "No."}
        document = {"format_version": "1.0", "complete": False, "statements": [needed | each for each in plain]}
        records = from_plain(document).of_type(Statement)
        of_id = {record.id: record for record in records}
        judged = [(p.path, p.expected) for each in plain for p in record_problems(of_id[each["id"]], text)]
        expected = [
            (path, re.sub(r"^(the words of the text at \d+ to \d+), .*", r"\1", said, flags=re.DOTALL))
            for path, said in judged
        ]
        spans = [span for each in plain for span in each["spans"] if span["end"] <= len(text)]
        uncoded = spans[3:4]
        source = {
            "id": "t",
            "title": "T",
            "kind": "news_article",
            "uncoded": [{"span": u, "reason": "byline"} for u in uncoded],
        }
        some = {**needed, "id": "t/s", "spans": [s for i, s in enumerate(spans[:3]) if s not in spans[:i]]}
        whole = from_plain({"format_version": "1.0", "complete": False, "sources": [source], "statements": [some]})
        covered = coverage(whole, "t", text)
        found, counts = page.execute_script(
            script, json.dumps(text_data(name, text)), json.dumps(plain), json.dumps(uncoded)
        )
        assert [tuple(each) for each in found] == expected, name
        assert counts == [covered.sentences, len(covered.uncovered), [list(gap) for gap in covered.gaps]], name
        count += len(expected)
    assert count > 300  # the cases are not all right


DATES: Final = """
2025-09-04 2025-09 2025 2024-02-29 2025-02-29 1900-02-29 2000-02-29 2025-13 2025-00 2025-21 2025-04-31 2025-9-4 20250904
2025-09-04? 2025-09~ 2025% ?2025-09 2025?-09 2025-?09 -0001 -0001-02-29 201X 2025-XX 2025-02-3X 20XX-02-30 2025-1X
Y17000
2025-09-01/2025-09-04 2025-09-04/2025-09-01 2025-09-04/2025-09 2025/.. ../2025 2025/ /2025 / .. ../.. 2025/2026/2027
[2025-09-01..2025-09-04] [2025-09-04..2025-09-01] [..2025] [2025..] {2025,2026} [2025,2026-01] [,2000] {0003,} [] {} [x]
2025-09-04T12:30:00Z 2025-09-04T12:30 2025-09-04T25:00:00 2025-09-04T12:30:00+02:00 1950S2 Tuesday hello 12
2025-09-04~/..
2025-09-04? 2025-09-0a 2025-09-041 02025 2025-41 2025-99 2025-06-32 2025--09 2025-09- ~ ? X XXXX XXXX-12-25 {2025..2026}
"""
"""Dates of all levels, and what is none."""


def test_a_date_is_judged_as_check_judges_it_or_left_to_check(page: Chrome) -> None:
    texts = DATES.split()
    judged = page.execute_script("return arguments[0].map(isDate)", texts)
    for text, found in zip(texts, judged, strict=True):
        try:
            EventDate.parse(text)
        except EventDateError:
            assert found is not True, text
        else:
            assert found is not False, text
    assert judged.count(True) > 15
    assert judged.count(False) > 20


def odd_texts(seed: int) -> dict[str, Any]:
    """Draw the user's own fields, with all that YAML and JSON write in a way of their own."""
    draw = random.Random(seed)
    pieces = [
        "a",
        "Ä",
        "🕊️",
        " ",
        " ",
        "  ",
        ": ",
        " #",
        "-",
        "- ",
        "'",
        '"',
        "\\",
        "\n",
        "\t",
        "\u2028",
        "\ufeff",
        "\xa0",
        "{",
        "]",
        ",",
        "?",
    ]
    words = [
        "no",
        "Yes",
        "null",
        "~",
        "1",
        "1.5",
        "0x1F",
        "12:30",
        "2025-09-04",
        "1e5",
        "=",
        "<<",
        "---",
        "...",
        ".inf",
        "y",
        "0o7",
        "",
    ]

    def text() -> str:
        return "".join(draw.choices(pieces, k=draw.choice([1, 3, 40, 170])))

    values: list[Any] = [1, -3, 2**62, 1.0, 1.5, 1e-7, 1e16, 12345.678, 5e-324, True, None, [], {}]
    items: dict[str, Any] = {
        str(draw.choice([text(), *words, str(draw.randrange(50))])): draw.choice([text(), *words, *values])
        for _ in range(25)
    }
    return items | {"nested": [[text()], {"10": 1, "9": text(), text(): [1, "a", 2.0]}, list(draw.choices(words, k=4))]}


def test_the_export_is_what_compile_writes_byte_for_byte(page: Chrome) -> None:
    script = """
    const [json, done] = arguments, { header, document } = parseJson(json), store = new Store(header);
    store.load(document, [], []);
    yamlOf(store.document(), TYPES).then(done);
    """
    datasets = [EXAMPLE]
    datasets += [Dataset(title="Odd", extra=odd_texts(seed)) for seed in range(40)]
    for dataset in datasets:
        plain = to_plain(dataset)
        header = {name: value for name, value in plain.items() if not isinstance(value, list)}
        document = {name: value for name, value in plain.items() if isinstance(value, list)}
        written = page.execute_async_script(script, json.dumps({"header": header, "document": document}))
        assert written == yaml.dumps(dataset)


def test_a_sentence_is_coded_with_the_keyboard_alone(page: Chrome) -> None:
    assert shown(page, "left") == "5 of 5 sentences left"
    press(page, "o", "news", Keys.ENTER, (Keys.ALT, "l"), "en", CTRL_ENTER)
    press(page, "s", "nor", Keys.ENTER, "rej", Keys.ENTER)
    press(page, "There will be no toll.", (Keys.ALT, "i"), "1", CTRL_ENTER)
    assert shown(page, "left") == "4 of 5 sentences left"
    press(page, "u", "1")
    assert shown(page, "left") == "3 of 5 sentences left"
    dataset = yaml.loads(exported(page))
    assert yaml.dumps(dataset) == exported(page)
    (statement,) = dataset.of_type(Statement)
    assert statement.speakers == ("norland",)
    assert statement.issues == ("toll",)
    assert statement.mode.value == "mixed"
    assert [quote.text for quote in statement.quotes] == ["out of the question"]
    (uncoded,) = dataset.of_type(Source)[0].uncoded
    assert TEXT[uncoded.span.start : uncoded.span.end] == "VELD."


def test_undo_redo_and_a_page_that_is_closed_lose_nothing(page: Chrome, address: str) -> None:
    press(page, "u", "1")
    press(page, "s", "2", Keys.ESCAPE)
    before = exported_state(page)
    press(page, "z", "z")
    assert exported_state(page) != before
    press(page, "Z", "Z")
    assert exported_state(page) == before
    opened(page, address)
    assert exported_state(page) == before
    assert "brought back" in shown(page, "status")


def exported_state(page: Chrome) -> str:
    state: str = page.execute_script("return sortedJson(STORE.document())")
    return state


def test_the_mouse_selects_whole_words_by_code_points(page: Chrome) -> None:
    """The dove before the comma is two code points and three units of UTF-16."""
    script = """
    const at = TEXT.content.indexOf("ccused"), range = document.createRange();
    const walker = document.createTreeWalker($("text"), NodeFilter.SHOW_TEXT);
    let unit = 0, node;
    while ((node = walker.nextNode()) && unit + node.length <= at) unit += node.length;
    range.setStart(node, at - unit);
    range.setEnd(node, at - unit + 9);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    takeMouse();
    return [chosen.start, chosen.end];
    """
    start, end = page.execute_script(script)
    assert TEXT[start:end] == "accused Southmark"


@pytest.mark.parametrize(("size", "scheme"), [((1280, 900), "light"), ((390, 844), "dark")])
def test_the_page_serves_everybody_and_asks_nobody(
    page: Chrome, size: tuple[int, int], scheme: str, address: str
) -> None:
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    page.set_window_size(*size)
    page.execute_script(AXE)
    press(page, "s", "nor")
    assert serious_findings(page) == []
    assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    press(page, Keys.ESCAPE, Keys.ESCAPE, "?")
    assert serious_findings(page) == []
    press(page, Keys.ESCAPE)
    assert [entry for entry in page.get_log("browser") if entry["level"] in {"WARNING", "SEVERE"}] == []
    sent = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    asked = {m["params"]["request"]["url"] for m in sent if m["method"] == "Network.requestWillBeSent"}
    assert {url for url in asked if not url.startswith(("chrome:", "data:"))} <= {address, "about:blank"}


def test_a_draft_is_accepted_edited_or_rejected(browser: Chrome, file: Path) -> None:
    sha256, length = text_data("a", TEXT)["sha256"], len(TEXT)
    source = {"id": "elda", "title": "Toll", "kind": "news_article", "sha256": sha256, "length": length}
    needed = {"source": "elda", "acts": ["reject"], "mode": "indirect", "summary": "No toll.", "speakers": ["norland"]}
    statements = [needed | {"id": f"elda/s{n}", "spans": [{"start": n, "end": n + 9}]} for n in (0, 53, 150)]
    page = file.with_name("draft.html")
    draft = from_plain(KNOWN | {"sources": [source], "statements": statements})
    page.write_bytes(build(file, draft=draft))
    opened(browser, page.as_uri())
    assert yaml.loads(exported(browser)).of_type(Statement) == ()
    assert shown(browser, "left") == "5 of 5 sentences left"
    press(browser, "y", "x", Keys.ENTER, (Keys.ALT, "u"), " None.", CTRL_ENTER)
    kept = yaml.loads(exported(browser)).of_type(Statement)
    assert [(each.id, each.summary) for each in kept] == [("elda/s0", "No toll."), ("elda/s150", "No toll. None.")]
    page.write_bytes(build(file, dataset=yaml.loads(exported(browser)), draft=draft))
    opened(browser, page.as_uri())
    assert browser.execute_script("return [...STORE.now.drafts]") == []
    assert len(yaml.loads(exported(browser)).of_type(Statement)) == 2
    browser.execute_script("localStorage.clear()")


def test_what_rests_on_a_draft_is_wrong_until_it_is_judged(browser: Chrome, file: Path) -> None:
    """Else the file would refer to a record that it does not have."""
    source = {"id": "elda", "title": "Toll", "kind": "news_article", "sha256": text_data("a", TEXT)["sha256"]}
    said = {"id": "elda/s1", "source": "elda", "acts": ["reject"], "mode": "indirect", "summary": "No toll."}
    said |= {"speakers": ["norland"], "spans": [{"start": 0, "end": 46}]}
    stands = {"id": "elda/p1", "source": "elda", "actor": "norland", "issue": "toll", "stance": "disagree"}
    stands |= {"basis": "declared", "summary": "No.", "evidence": ["elda/s1"], "spans": [{"start": 0, "end": 46}]}
    page = file.with_name("resting.html")
    draft = from_plain(
        KNOWN | {"sources": [source | {"length": len(TEXT)}], "statements": [said], "positions": [stands]}
    )
    page.write_bytes(build(file, draft=draft))
    opened(browser, page.as_uri())
    asked = "return STORE.problems().filter((p) => p.expected.includes('judged')).map((p) => [p.path, p.found, p.hint])"
    assert browser.execute_script(asked) == []
    browser.execute_script("accept('elda/p1')")
    assert browser.execute_script(asked) == [["elda/p1.evidence[0]", "elda/s1", "accept it first"]]
    browser.execute_script("accept('elda/s1')")
    assert browser.execute_script(asked) == []
    assert yaml.loads(exported(browser)).of_type(Position)
    browser.execute_script("localStorage.clear()")


def test_refuted_drafts_come_first_and_a_passage_at_several_places_is_chosen(browser: Chrome, file: Path) -> None:
    sha256, length = text_data("a", TEXT)["sha256"], len(TEXT)
    source = {"id": "elda", "title": "Toll", "kind": "news_article", "sha256": sha256, "length": length}
    needed = {"source": "elda", "acts": ["reject"], "mode": "indirect", "summary": "No toll.", "speakers": ["norland"]}
    places = [{"start": match.start(), "end": match.end()} for match in re.finditer("Southmark", TEXT)]
    marks: list[dict[str, Any]] = [{}, {"refuted": ["speaker"]}, {"refuted": ["quotes"]}, {"ask": {"spans": places}}]
    statements = [
        needed
        | {
            "id": f"elda/s{n}",
            "extra": {"draft": {"by": "model", **mark}},
            "spans": [{"start": 9 * n, "end": 9 * n + 9}],
        }
        for n, mark in enumerate(marks)
    ]
    del statements[3]["spans"]
    page = file.with_name("refuted.html")
    page.write_bytes(build(file, draft=from_plain(KNOWN | {"sources": [source], "statements": statements})))
    opened(browser, page.as_uri())
    visited = [browser.execute_script("return current")]
    for _ in range(4):
        browser.execute_script("closeForm(); nextDraft()")
        visited.append(browser.execute_script("return current"))
    assert visited == [f"elda/s{n}" for n in (1, 2, 0, 3, 0)]
    browser.execute_script("goToRecord('elda/s1'); openForm('elda/s1')")
    assert "found wrong: speaker." in shown(browser, "form")
    browser.execute_script("accept('elda/s1')")
    assert browser.execute_script("return current") == "elda/s2"
    browser.execute_script("openForm('elda/s3')")
    buttons = browser.find_elements("css selector", ".places button")
    assert "accused [Southmark] of" in buttons[0].text
    browser.execute_script(AXE)
    assert serious_findings(browser) == []
    buttons[1].click()
    (chosen,) = [each for each in yaml.loads(exported(browser)).of_type(Statement) if each.id == "elda/s3"]
    assert [(span.start, span.end) for span in chosen.spans] == [(places[1]["start"], places[1]["end"])]
    browser.execute_script("localStorage.clear()")


def test_two_codings_are_settled(browser: Chrome, file: Path) -> None:
    sha256, length = text_data("a", TEXT)["sha256"], len(TEXT)
    source = {"id": "elda", "title": "Toll", "kind": "news_article", "sha256": sha256, "length": length}
    needed = {"source": "elda", "acts": ["reject"], "mode": "indirect", "speakers": ["norland"]}

    def coding(*said: tuple[str, int, str]) -> Dataset:
        listed = [
            needed | {"id": f"elda/{key}", "spans": [{"start": at, "end": at + 9}], "summary": words}
            for key, at, words in said
        ]
        return from_plain(KNOWN | {"sources": [source], "statements": listed})

    first = coding(("s1", 0, "One."), ("s2", 53, "Two."), ("s3", 150, "Three."))
    second = coding(("s1", 0, "One!"), ("s2", 53, "Two!"), ("s3", 225, "Four."))
    page = file.with_name("two.html")
    page.write_bytes(build(file, dataset=first, second=second))
    opened(browser, page.as_uri())
    assert shown(browser, "settling-title") == "Two codings: 4 of 4 to settle"
    press(browser, "2", "1", "2", "2")
    assert shown(browser, "settling-title") == "Two codings: 0 of 4 to settle"
    kept = yaml.loads(exported(browser)).of_type(Statement)
    assert [(each.id, each.summary) for each in kept] == [
        ("elda/s1", "One!"),
        ("elda/s2", "Two."),
        ("elda/s3-2", "Four."),
    ]
    browser.execute_script("localStorage.clear()")


def test_a_served_page_saves_each_change_to_its_file(browser: Chrome, file: Path) -> None:
    path = file.with_name("served.yaml")
    yaml_text = yaml.dumps(from_plain(KNOWN))
    path.write_text(yaml_text, "utf-8")
    with serve(file, path) as server:
        thread = Thread(target=server.run, daemon=True)
        thread.start()
        opened(browser, server.url)
        press(browser, "o", "news", Keys.ENTER, CTRL_ENTER, "u", "1")
        WebDriverWait(browser, 30).until(lambda b: path.read_text("utf-8") == exported(b))
        WebDriverWait(browser, 30).until(lambda b: shown(b, "status").startswith("Saved to served.yaml; check finds"))
        assert yaml.dumps(read(path)) == path.read_text("utf-8")
        path.write_text(yaml_text, "utf-8")
        press(browser, "u", "2")
        WebDriverWait(browser, 30).until(lambda b: "changed by somebody else" in shown(b, "status"))
        assert path.read_text("utf-8") == yaml_text
        browser.execute_script("localStorage.clear()")
        browser.get("about:blank")
        server.shutdown()
        thread.join()


class Counted:
    """A coder at the keyboard: each key and each chord counts, but for the letters of summaries."""

    def __init__(self, page: Chrome) -> None:
        self.page = page
        self.strokes = 0
        self.letters = 0

    def press(self, *strokes: str | tuple[str, ...]) -> None:
        for stroke in strokes:
            self.strokes += 1 if isinstance(stroke, tuple) or stroke in vars(Keys).values() else len(stroke)
        press(self.page, *strokes)

    def write(self, words: str) -> None:
        self.letters += len(words)
        press(self.page, words)


def test_five_sentences_take_at_most_sixty_strokes(browser: Chrome, file: Path) -> None:
    """Seven records and an uncoded passage, with the actors and the issue at hand: the article of the guide."""
    source = {"id": "elda", "title": "Toll", "kind": "news_article", "language": "en", "published": "2031-05-15"}
    source |= {"sha256": text_data("a", TEXT)["sha256"], "length": len(TEXT)}
    towns = {"id": "river-towns", "name": "The towns on the Elda", "kind": "group"}
    known = KNOWN | {"sources": [source], "actors": [*KNOWN["actors"], towns]}
    page = file.with_name("strokes.html")
    page.write_bytes(build(file, dataset=from_plain(known)))
    opened(browser, page.as_uri())
    coder, enter, issue, when = Counted(browser), Keys.ENTER, (Keys.ALT, "i"), ((Keys.ALT, "w"), Keys.ARROW_DOWN)
    position = (Keys.CONTROL, Keys.SHIFT, Keys.ENTER)
    coder.press("s", "2", "rej", enter)
    coder.write("Norland will have no toll.")
    coder.press(issue, "1", CTRL_ENTER)
    coder.press("u", "1")
    coder.press(",", "s", "2", "1")
    coder.write("Brink excludes a toll.")
    coder.press(issue, "1", *when, position)
    coder.press("2", "1", "1")
    coder.write("Norland is against a toll.")
    coder.press(CTRL_ENTER)
    coder.press("s", "2", "accu", enter)
    coder.write("Brink says that Southmark reckons with money that others would pay.")
    coder.press((Keys.ALT, "t"), "3", issue, "1", *when, CTRL_ENTER)
    coder.press("s", (Keys.SHIFT, "1"), "3", "dem", enter)
    coder.write("Southmark and the towns want a toll.")
    coder.press(issue, "1", position)
    coder.press("2", "5", "1")
    coder.write("Southmark insists on a toll.")
    coder.press(CTRL_ENTER)
    coder.press("s", "5", "5")
    coder.write("The outlet says that the bridge is forty years old.")
    coder.press(CTRL_ENTER)
    assert shown(browser, "left") == "0 of 5 sentences left"
    assert shown(browser, "to-do-count") == "nothing to do"
    dataset = yaml.loads(exported(browser))
    assert [
        (each.speakers, [act.value for act in each.acts], each.mode.value, [quote.text for quote in each.quotes])
        for each in dataset.of_type(Statement)
    ] == [
        (("norland",), ["reject"], "mixed", ["out of the question"]),
        (("brink",), ["reject"], "indirect", []),
        (("brink",), ["accuse"], "mixed", ["counting other people’s money"]),
        (("southmark", "river-towns"), ["demand"], "indirect", []),
        (("veld-wire",), ["report"], "indirect", []),
    ]
    assert [
        (each.actor, each.issue, each.stance.value, each.basis.value, each.evidence)
        for each in dataset.of_type(Position)
    ] == [
        ("norland", "toll", "strongly_disagree", "declared", ("elda/s2",)),
        ("southmark", "toll", "strongly_agree", "declared", ("elda/s4",)),
    ]
    assert [str(each.when) for each in dataset.of_type(Statement) if each.when] == ["2031-05-13"] * 2
    assert {each.when_as_reported for each in dataset.of_type(Statement)} == {None, "Tuesday"}
    assert check(dataset, texts={source["sha256"]: Text("elda.txt", TEXT)}).problems == ()
    assert coder.strokes <= 60, (coder.strokes, coder.letters)
    browser.execute_script("localStorage.clear()")


@pytest.mark.parametrize("name", ["feature", "porte-parole"])
def test_a_whole_coding_is_at_home_on_the_page(browser: Chrome, file: Path, name: str) -> None:
    """Nothing is wrong with it, nothing is left of its text, every type has a form, and the export is the dataset."""
    folder = Path(__file__).resolve().parents[2] / "examples" / "practice"
    dataset, text = read(folder / "practice.json"), folder / "texts" / f"{name}.txt"
    page = file.with_name(f"{name}.html")
    page.write_bytes(build(text, dataset=dataset))
    opened(browser, page.as_uri())
    assert shown(browser, "left").startswith("0 of ")
    assert shown(browser, "to-do-count") == "nothing to do"
    assert exported(browser) == yaml.dumps(dataset)
    forms = """
    const some = TYPES.flatMap((type) => STORE.of(type).slice(0, 2).map(({ id }) => [id, type]));
    for (const [id, type] of some) {
      openForm(id);
      const rows = document.querySelectorAll("#form [data-field]").length;
      if (rows < classOf(type).fields.length - 2) throw new Error(`${id} has ${rows} fields`);
      for (const details of document.querySelectorAll("#form details")) details.open = true;
    }
    closeForm();
    """
    browser.execute_script(forms)
    assert exported(browser) == yaml.dumps(dataset)
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_what_is_not_coded_yet_is_open_and_nothing_is_invented(page: Chrome) -> None:
    press(page, "s", "nor", Keys.ENTER, CTRL_ENTER, "m", CTRL_ENTER, "p", CTRL_ENTER)
    written = exported(page)
    dataset = yaml.loads(written)
    assert yaml.dumps(dataset) == written
    (source,) = dataset.of_type(Source)
    (statement,) = dataset.of_type(Statement)
    (position,) = dataset.of_type(Position)
    assert source.open == ("kind",)
    assert statement.open == ("acts", "summary")
    assert statement.speakers == ("norland",)
    assert position.open == ("actor", "issue", "stance", "basis", "summary")
    assert shown(page, "to-do-count") == "4 to do"
    assert "Not coded yet (4)" in shown(page, "to-do")
    opened(page, str(page.current_url))
    assert exported(page) == written


def test_what_a_draft_asks_comes_first_and_is_never_filled_in(browser: Chrome, file: Path) -> None:
    source = {"id": "elda", "title": "Toll", "kind": "news_article", "sha256": text_data("a", TEXT)["sha256"]}
    drafted = {"id": "elda/s1", "source": "elda", "open": ["acts", "summary"], "speakers": ["norland"], "mode": "mixed"}
    drafted |= {"spans": [{"start": 0, "end": 45}], "extra": {"draft": {"ask": {"acts": ["warn", "deny"]}}}}
    page = file.with_name("asked.html")
    draft = from_plain(KNOWN | {"sources": [source | {"length": len(TEXT)}], "statements": [drafted]})
    page.write_bytes(build(file, draft=draft))
    opened(browser, page.as_uri())
    press(browser, Keys.ENTER)
    listed = "return [...document.querySelectorAll('.choices:not([hidden]) > li > bdi')].map((e) => e.textContent)"
    assert browser.execute_script(listed)[:2] == ["warn", "deny"]
    press(browser, "2", CTRL_ENTER)
    (statement,) = yaml.loads(exported(browser)).of_type(Statement)
    assert [act.value for act in statement.acts] == ["deny"]
    assert statement.open == ("summary",)
    browser.execute_script("localStorage.clear()")


def test_whom_a_draft_asks_about_is_added_with_one_key(browser: Chrome, file: Path) -> None:
    """Who may take part in a meeting is offered beside the list, and stands in it only when a person says so."""
    source = {"id": "elda", "title": "Toll", "kind": "news_article", "sha256": text_data("a", TEXT)["sha256"]}
    drafted = {"id": "elda/m1", "source": "elda", "open": ["kind", "title"], "status": "held"}
    drafted |= {"spans": [{"start": 0, "end": 45}]}
    drafted |= {"extra": {"draft": {"rule": "likely-noun", "ask": {"participants": ["brink", "southmark"]}}}}
    page = file.with_name("participants.html")
    draft = from_plain(KNOWN | {"sources": [source | {"length": len(TEXT)}], "meetings": [drafted]})
    page.write_bytes(build(file, draft=draft))
    opened(browser, page.as_uri())
    browser.execute_script("openForm('elda/m1')")
    offered = (
        "return [...document.querySelectorAll('[data-field=participants] button.asked')].map((b) => b.textContent)"
    )
    assert browser.execute_script(offered) == ["Add Oda Brink", "Add Southmark"]
    assert browser.execute_script("return STORE.get('elda/m1').participants ?? []") == []
    browser.execute_script("document.querySelector('[data-field=participants] button.asked').click()")
    assert browser.execute_script(offered) == ["Add Southmark"]
    assert browser.execute_script("return STORE.get('elda/m1').participants") == [{"actor": "brink"}]
    browser.execute_script("localStorage.clear()")
