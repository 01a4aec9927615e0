"""The rules between fields and between records on the coding page: the same as those of `check`, in a real browser."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.ui import WebDriverWait

from diplo_events import Dataset, DatasetError, NotReadableError
from diplo_events._internal.dataset.fitting import ACYCLIC
from diplo_events.coding._style import meeting_hints, position_hints, statement_hints
from diplo_events.coding._warnings import slips
from diplo_events.coding.anchoring import spelling_problems, spellings_by_source
from diplo_events.coding.ledger import repeat_problems
from diplo_events.coding_page import build
from diplo_events.formats.plain import from_plain
from diplo_events.model import Meeting, Position, Source, Statement
from diplo_events.model.field_rules import Checked
from diplo_events.vocab.speech_acts import SpeechAct
from page_cases import RICH, recombined

pytestmark = pytest.mark.slow

TEXT = "Norland’s minister, Oda Brink, said “no”. Ms. Brinkley did not."
CASES = recombined(7, 600)
PARTIAL: dict[str, Any] = {"format_version": "1.0", "complete": False}


@pytest.fixture(scope="module")
def page(browser: Chrome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    file = tmp_path_factory.mktemp("rules") / "brink.txt"
    file.write_text(TEXT, "utf-8")
    file.with_suffix(".html").write_bytes(build(file))
    browser.get(file.with_suffix(".html").as_uri())
    WebDriverWait(browser, 60).until(lambda b: b.execute_script("return 'ready' in document.documentElement.dataset"))
    yield browser
    browser.execute_script("localStorage.clear()")


def asked(page: Chrome, script: str, *values: Any) -> Any:
    """Return what a script of the page makes of some values, with their numbers exact."""
    return page.execute_script(
        f"const given = [...arguments].map(parseJson); {script}", *(json.dumps(value) for value in values)
    )


def rules_broken(type_: str, record: dict[str, Any]) -> list[list[str]]:
    """List what Python has against one record."""
    try:
        from_plain(PARTIAL | {type_: [record]})
    except NotReadableError as error:
        return sorted([p.path.removeprefix(f"{type_}[0]").removeprefix("."), p.expected] for p in error.problems)
    return []


def test_every_class_with_rules_between_its_fields_has_them_on_the_page(page: Chrome) -> None:
    waiting: list[type[Any]] = [Checked]
    ruled: set[str] = set()
    while waiting:
        cls = waiting.pop()
        waiting += cls.__subclasses__()
        if "_relations" in vars(cls) and cls.__module__.startswith("diplo_events.model.") and cls is not Checked:
            ruled.add(cls.__name__)
    assert set(asked(page, "return Object.keys(RELATIONS);")) == ruled
    assert asked(page, "return DATA.schema.acyclic;") == list(ACYCLIC)


def test_rules_between_fields_are_those_of_the_model(page: Chrome) -> None:
    script = """
    return given[0].map(([type, record]) =>
      fieldProblems(DATA.schema.collections[type], unwrapped(classOf(type).fields, record), "")
        .map(({ path, expected }) => [path, expected]));
    """
    expected = [rules_broken(type_, record) for type_, record in CASES]
    for case, found, right in zip(CASES, asked(page, script, CASES), expected, strict=True):
        assert sorted(found) == right, case
    kinds = {(type_, path) for (type_, _), right in zip(CASES, expected, strict=True) for path, _ in right}
    assert len(kinds) > 14
    assert sum(map(bool, expected)) in range(150, 500)


def hints_of(dataset: Dataset, record: Any) -> list[list[str]]:
    """List what Python hints at in one record."""
    match record:
        case Statement():
            found = list(statement_hints(dataset, record))
        case Meeting():
            found = list(meeting_hints(dataset, record))
        case Position():
            found = list(position_hints(dataset, record))
        case _:
            found = []
    warnings = [slip for slip in slips(dataset) if slip.path == f"{record.id}.evidence"]
    return sorted([hint.path, hint.expected] for hint in (*found, *warnings))


def test_hints_are_those_of_check(page: Chrome) -> None:
    right = {type_: [r for r in records if not rules_broken(type_, r)] for type_, records in RICH.items()}
    whole = from_plain(PARTIAL | right)
    cases = [(type_, r) for type_, r in CASES if type_ in {"statements", "meetings", "positions"}]
    cases = [(type_, r) for type_, r in cases if not rules_broken(type_, r)]
    said = RICH["statements"][1]
    others = [act.value for act in SpeechAct if act is not SpeechAct.CHARACTERIZE]
    cases += [("statements", said | {"acts": ["characterize", act]}) for act in others]
    script = """
    const [document, cases] = given, store = new Store({ complete: false });
    store.load(document, [], []);
    const hints = cases.map(([type, record]) => recordHints(type, record, store));
    return hints.map((listed) => listed.map(({ path, expected }) => [path, expected]));
    """
    expected = []
    for type_, record in cases:
        (changed,) = from_plain(PARTIAL | {type_: [record]}).records
        expected.append(hints_of(whole.with_records(changed), changed))
    for case, found, hints in zip(cases, asked(page, script, right, cases), expected, strict=True):
        assert sorted(found) == hints, case
    assert len({hint[0].rpartition(".")[2] + hint[1][:12] for hints in expected for hint in hints}) > 15


def test_ways_back_repeats_and_passages_are_judged_as_by_a_dataset(page: Chrome) -> None:
    script = """
    return given[0].map((document) => {
      const store = new Store({ complete: false });
      store.load(document, [], []);
      return store.problems().map(({ path, expected }) => [path, expected]);
    });
    """
    draw = random.Random(11)
    documents = []
    for _ in range(120):
        keys = [f"s{n}" for n in range(draw.choice([2, 3, 5]))]
        base = {k: v for k, v in RICH["statements"][1].items() if k not in {"id", "quotes", "spans"}}
        statements = [
            base
            | {"id": key, "source": draw.choice("aab"), "spans": [{"start": 1, "end": draw.choice([9, 90, 91])}]}
            | ({"restates": draw.choice([*keys, "m1"])} if draw.random() < 0.4 else {})
            | ({"responds_to": draw.sample(keys, 2)} if draw.random() < 0.4 else {})
            | ({"canonical_id": draw.choice(["thing/x", "thing/y"])} if draw.random() < 0.7 else {})
            for key in keys
        ]
        documents.append({"sources": RICH["sources"][:1], "statements": statements, "meetings": RICH["meetings"][:1]})
    faulty = 0
    for document, found in zip(documents, asked(page, script, documents), strict=True):
        try:
            problems = [[p.path, p.expected] for p in repeat_problems(from_plain(PARTIAL | document))]
            judged = found
        except (NotReadableError, DatasetError) as error:
            problems = [[place(document, p.path), p.expected] for p in error.problems]
            judged = [each for each in found if not each[1].startswith("the canonical_id of ")]  # comes later in Python
            faulty += 1
        assert ways_back(judged) == ways_back(problems)
        assert others(judged) == others(problems), document
    assert faulty in range(40, 115)


def ways_back(problems: list[list[str]]) -> set[str]:
    """Return the fields in which there is a way back to itself; which record of a circle is named does not matter."""
    return {path.rpartition(".")[2] for path, expected in problems if expected == "no way back to itself"}


def others(problems: list[list[str]]) -> list[list[str]]:
    """List the other problems."""
    return sorted(each for each in problems if each[1] != "no way back to itself")


def place(document: dict[str, Any], path: str) -> str:
    """Return the path of a problem in a file with the id of its record."""
    type_, _, rest = path.partition("[")
    index, _, rest = rest.partition("]")
    return f"{document[type_][int(index)]['id']}{rest}"


def test_who_is_named_has_a_spelling_in_the_text(page: Chrome) -> None:
    script = """
    const store = new Store({ complete: false });
    store.load(given[0], [], []);
    return store.of("statements").flatMap((record) => namingProblems("statements", record, store))
      .map(({ path, expected }) => [path, expected]);
    """
    source = asked(page, "return STORE.get(DATA.source);")
    names: list[tuple[str, list[dict[str, Any]]]] = [
        ("Brink", []), ("Oda Brink", []), ("Brinkl", []), ("Nobody", []), ("ley", []),
        ("Nobody", [{"text": "Brink"}]), ("Nobody", [{"text": "rink"}]), ("Norland", [{"text": "X", "sources": ["b"]}]),
        ("Nobody", [{"text": "Brinkley", "sources": [source["id"]]}]),
    ]  # fmt: skip
    kinds = ["person", "state"]
    actors = [
        {"id": f"a{n}{kind}", "name": name, "kind": kind, "names": spelt}
        for n, (name, spelt) in enumerate(names)
        for kind in kinds
    ]
    needed = {"source": source["id"], "acts": ["state"], "mode": "indirect", "summary": "S."}
    statements = [
        needed | {"id": f"s{n}", "speakers": [actor["id"]], "targets": ["a0person", actor["id"]]}
        if actor["id"] != "a0person"
        else needed | {"id": f"s{n}", "speakers": ["a3person"]}
        for n, actor in enumerate(actors)
    ]
    document = {"sources": [source | {"kind": "news_article"}], "actors": actors, "statements": statements}
    dataset = from_plain(PARTIAL | document)
    known = dataset.of_type(Source)[0]
    used = spellings_by_source(dataset).get(known.id, ())
    expected = [[p.path, p.expected] for p in spelling_problems(dataset, known, TEXT, used)]
    assert sorted(asked(page, script, document)) == sorted(expected)
    assert len(expected) > 8


def test_what_only_check_finds_is_listed_with_its_number(page: Chrome) -> None:
    shown = page.find_element("id", "only-checked")
    items = asked(page, "return document.querySelectorAll('#only-checked li').length;")
    assert shown.text == f"{items} kinds of rules are checked by diplo-events check alone"
    assert items == 7
