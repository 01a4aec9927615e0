"""Web annotations: every selector is found, ambiguous or lost; none is silently elsewhere."""

import json
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_text import SHA256, TEXT, adds_up, passages, span
from diplo_events import Source, Statement
from diplo_events.importers import Imported, web_annotation
from diplo_events.importers._maps import FieldRule, LabelMap, LabelRule
from diplo_events.importers._selectors import SearchedText, resolve
from profiles import examples

PAGE: Final = "https://veld.example/news/veld"
RULES: Final = LabelMap(
    labels=(LabelRule(label="said", record="statement", fields=(FieldRule(field="note", attributes=("comment",)),)),)
)


def quote(exact: str, **around: str) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact, **around}


def row(*selectors: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": "a1",
        "uri": PAGE,
        "user": "acct:ana@hypothes.is",
        "text": "A remark.",
        "tags": ["said"],
        "target": [{"source": PAGE, "selector": list(selectors)}],
        "document": {"title": ["The toll"]},
        **more,
    }


def read(folder: Path, value: object, texts: dict[str, str] | None = None) -> Imported:
    (folder / "t").mkdir()
    for name, text in ({"veld": TEXT} if texts is None else texts).items():
        (folder / "t" / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    (folder / "notes.json").write_text(json.dumps(value), encoding="utf-8")
    imported = web_annotation.read(folder / "notes.json", texts=folder / "t", mapping=RULES)
    assert adds_up(imported)
    return imported


def test_a_search_of_hypothesis_becomes_records(tmp_path: Path) -> None:
    reply = {**row(), "id": "a2", "references": ["a1"], "tags": [], "target": [{"source": PAGE}]}
    found = {"total": 2, "rows": [row({"type": "RangeSelector"}, quote("the towns")), reply]}
    imported = read(tmp_path, found)
    (statement,) = imported.dataset.of_type(Statement)
    assert passages(imported.dataset) == {statement.id: ["the towns"]}
    assert statement.note == "A remark."
    assert statement.extra["annotation"]["annotator"] == "ana@hypothes.is"
    (source,) = imported.dataset.of_type(Source)
    assert (source.url, source.title, source.sha256) == (PAGE, "The toll", SHA256)
    (kept,) = source.extra["annotated"]["annotations"]
    assert kept["extra"]["web_annotation"]["references"] == ("a1",)


AGAIN: Final = "no toll, no bridge;\n no toll,  no road"
CASES: Final[dict[str, tuple[list[dict[str, Any]], str, tuple[int, int] | None]]] = {
    "unique": ([quote("bridge")], "found", (12, 18)),
    "by what stands before": ([quote("no toll", prefix="bridge; ")], "found", (21, 28)),
    "by what stands after": ([quote("no toll", suffix=", no road")], "found", (21, 28)),
    "white space of the page": ([quote("no bridge;  no\ttoll")], "found", (9, 28)),
    "by its position": (
        [quote("no toll"), {"type": "TextPositionSelector", "start": 21, "end": 28}],
        "found",
        (21, 28),
    ),
    "a position elsewhere": (
        [quote("no toll"), {"type": "TextPositionSelector", "start": 3, "end": 9}],
        "ambiguous",
        None,
    ),
    "twice": ([quote("no toll")], "ambiguous", None),
    "two that differ": ([quote("bridge"), quote("road")], "ambiguous", None),
    "not there": ([quote("no tolls")], "lost", None),
    "no words": ([quote("")], "lost", None),
    "a position alone": ([{"type": "TextPositionSelector", "start": 0, "end": 2}], "lost", None),
    "a place in the page": ([{"type": "RangeSelector", "startContainer": "/p[1]"}], "lost", None),
    "between two quotes": (
        [{"type": "RangeSelector", "startSelector": quote("bridge"), "endSelector": quote("road")}],
        "found",
        (12, 33),
    ),
    "ends before it starts": (
        [{"type": "RangeSelector", "startSelector": quote("road"), "endSelector": quote("bridge")}],
        "lost",
        None,
    ),
    "an end that is lost": (
        [{"type": "RangeSelector", "startSelector": quote("road"), "endSelector": quote("x")}],
        "lost",
        None,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_selector_has_one_outcome(case: str) -> None:
    selectors, outcome, place = CASES[case]
    found = resolve(selectors, SearchedText(AGAIN))
    assert (found.outcome, found.place) == (outcome, place)
    assert bool(found.why) is (outcome != "found")


@examples(40)
@given(text=st.text("ab \n🙂", min_size=1, max_size=30), data=st.data())
def test_a_selector_of_a_passage_leads_to_it_or_nowhere(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    exact, prefix, suffix = text[start:end], text[max(0, start - 4) : start], text[end : end + 4]
    found = resolve([quote(exact, prefix=prefix, suffix=suffix)], SearchedText(text))
    lead = start + len(exact) - len(exact.lstrip())
    words = exact.strip()
    assert found.outcome == ("lost" if not words else found.outcome)
    if found.place:  # one place that has the words; the passage itself if they stand nowhere else
        there = text[slice(*found.place)]
        assert there.split() == words.split()
        if text.count(words) == 1 and len(words.split()) == 1:
            assert found.place == (lead, lead + len(words))


def test_what_is_lost_or_ambiguous_is_refused_named_and_kept(tmp_path: Path) -> None:
    items = [row(quote("no tram")), row(quote("e"), id="a2"), row({"type": "CssSelector", "value": "p"}, id="a3")]
    imported = read(tmp_path, {"type": "AnnotationPage", "items": items})
    assert list(imported.report.refused) == [
        "lost: its words do not stand in the text",
        "ambiguous: its words stand at 7 places",
        "lost: no words to look for, only CssSelector",
    ]
    assert "items[0]: 'no tram'" in str(imported.report.findings[0].found)
    unplaced = imported.dataset.of_type(Source)[0].extra["unplaced"]
    assert [each["annotation"]["id"] for each in unplaced] == ["a1", "a2", "a3"]


def test_the_forms_of_the_recommendation_are_read(tmp_path: Path) -> None:
    body = [{"type": "TextualBody", "purpose": "tagging", "value": "said"}, {"type": "TextualBody", "value": "Well."}]
    refined = {"type": "FragmentSelector", "value": "p1", "refinedBy": quote("the towns")}
    first = {"id": "x1", "body": body, "creator": {"name": "Ana"}, "target": {"source": PAGE, "selector": refined}}
    second = {"id": "x2", "bodyValue": "All of it", "motivation": "commenting", "target": PAGE}
    collection = {
        "type": "AnnotationCollection",
        "first": {"type": "AnnotationPage", "items": [first, second, {"id": "x3"}, 7]},
    }
    imported = read(tmp_path, collection)
    (statement,) = imported.dataset.of_type(Statement)
    assert (statement.note, statement.extra["annotation"]["annotator"]) == ("Well.", "Ana")
    start, end = span("the towns")
    assert (statement.spans[0].start, statement.spans[0].end) == (start, end)
    assert imported.report.refused == {"it has no target": 2}


def test_a_text_is_never_taken_for_that_of_another_page(tmp_path: Path) -> None:
    other = "https://veld.example/elda"
    rows = [
        row(quote("the towns")),
        row(quote("the towns"), id="a2", target=[{"source": other, "selector": [quote("no tram")]}]),
    ]
    imported = read(tmp_path, rows)
    assert [(each.url, bool(each.sha256)) for each in imported.dataset.of_type(Source)] == [
        (other, False),
        (PAGE, True),
    ]
    assert imported.report.refused == {"the text of its page is not at hand": 1}


def test_words_in_several_texts_do_not_decide_between_them(tmp_path: Path) -> None:
    imported = read(tmp_path, [row(quote("the towns"))], {"one": TEXT, "two": TEXT})
    (reason,) = imported.report.refused
    assert reason.startswith("its words stand in several texts")
