"""Time words of the Julian calendar in short form: the date is what `resolve` makes of them, and `check` agrees."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import EventDate, NotReadableError, Statement
from diplo_events.coding import Text, check
from diplo_events.coding.calendars import CALENDARS
from diplo_events.dates.relative import resolve
from diplo_events.formats.plain import from_plain
from diplo_events.json_schema import json_schema
from diplo_events.shorthand import expand, is_short
from diplo_events.shorthand.schema import short_schema
from each_case import each_case
from profiles import examples

PUBLISHED = "1918-02-03"
WAYS = ("{day} {month} {year}", "{month} {day}, {year}", "on {day} {month} {year}")
MARKS = ("", " (O.S.)", " Old Style", " (Julian calendar)")


def document(words: str, source: dict[str, Any], record: dict[str, Any]) -> tuple[dict[str, Any], Text]:
    """Return an encoding in short form of a text with some time words, and that text."""
    text = Text("a1.txt", f"{words} the council met, Ana Reis said. It rains.")
    return {
        "format_version": "1.0",
        "sources": [
            {
                "id": "a1",
                "title": "Rain",
                "kind": "news_article",
                "published": PUBLISHED,
                "text": "a1.txt",
                "uncoded": [{"passage": "It rains.", "reason": "connective"}],
                **source,
            }
        ],
        "actors": [{"id": "reis", "name": "Ana Reis", "kind": "person"}],
        "issues": [{"id": "rain", "label": "Rain", "proposition": "It should rain."}],
        "statements": [
            {
                "passage": f"{words} … said.",
                "speakers": ["reis"],
                "acts": ["report"],
                "summary": "The council met.",
                "when_as_reported": words,
                **record,
            }
        ],
    }, text


def coded(words: str, source: dict[str, Any], record: dict[str, Any]) -> Statement:
    """Return the statement of an encoding that `check` accepts."""
    short, text = document(words, source, record)
    dataset = from_plain(expand(short, {text.sha256: text}))
    assert check(dataset, texts={text.sha256: text}).problems == ()
    (statement,) = dataset.of_type(Statement)
    return statement


@examples(25)
@given(
    st.dates(dt.date(1700, 3, 1), dt.date(1917, 12, 31)),
    st.sampled_from(WAYS),
    st.sampled_from(MARKS),
    st.sampled_from(["source", "record", "default", "note"]),
)
def test_a_date_of_the_julian_calendar_is_what_resolve_makes_of_it(
    day: dt.date, way: str, mark: str, where: str
) -> None:
    words = way.format(day=day.day, month=f"{day:%B}", year=day.year)
    named = {"calendar": "julian"} if where != "note" else {"note": "Dates are those of the Julian calendar."}
    short, text = document(
        words + mark, named if where in {"source", "note"} else {}, named if where == "record" else {}
    )
    if where == "default":
        short["defaults"] = {"events": named}
    dataset = from_plain(expand(short, {text.sha256: text}))
    (statement,) = dataset.of_type(Statement)
    assert statement.when == resolve(words, EventDate.parse(PUBLISHED), calendar="julian")
    assert check(dataset, texts={text.sha256: text}).problems == ()


@each_case(
    ("words", "source", "record", "when"),
    [
        ("25 October 1917", {}, {}, "1917-10-25"),
        ("25 October 1917 (O.S.)", {}, {}, "1917-11-07"),
        ("7 November 1917 (N.S.)", {"calendar": "julian"}, {}, "1917-11-07"),
        ("25 October 1917", {"calendar": "julian"}, {}, "1917-11-07"),
        ("25 October 1917", {"calendar": "julian"}, {"calendar": "gregorian"}, "1917-10-25"),
        ("25 October 1917", {"calendar": "gregorian"}, {"calendar": "julian"}, "1917-11-07"),
        ("25 October 1917", {}, {"note": "The date is old style."}, "1917-11-07"),
        ("yesterday", {"calendar": "julian"}, {}, "1918-02-02"),
        ("last month", {"calendar": "julian"}, {}, "1918-01"),
    ],
)
def test_the_nearest_name_of_a_calendar_counts(
    words: str, source: dict[str, Any], record: dict[str, Any], when: str
) -> None:
    assert str(coded(words, source, record).when) == when


def test_the_full_form_keeps_the_calendar_and_what_else_a_person_wrote() -> None:
    statement = coded("25 October 1917", {}, {"calendar": "julian", "extra": {"mine": 1}})
    assert dict(statement.extra) == {"mine": 1, "calendar": "julian"}


def test_the_time_of_what_is_spoken_of_is_in_the_same_calendar() -> None:
    record = {
        "calendar": "julian",
        "when": PUBLISHED,
        "when_as_reported": "today",
        "about_when_as_reported": "25 October 1917",
    }
    assert str(coded("today, of 25 October 1917,", {}, record).about_when) == "1917-11-07"


def test_a_stance_has_the_calendar_of_its_statement() -> None:
    record = {"calendar": "julian", "issues": ["rain"], "stance": "agree"}
    short, text = document("25 October 1917", {}, record)
    dataset = from_plain(expand(short, {text.sha256: text}))
    assert str(dataset["a1/p01"].when) == "1917-11-07"
    assert check(dataset, texts={text.sha256: text}).problems == ()


def test_a_date_without_its_calendar_in_the_full_form_is_refused_by_check() -> None:
    short, text = document("25 October 1917", {"calendar": "julian"}, {})
    full = expand(short, {text.sha256: text})
    del full["sources"][0]["extra"]
    (problem,) = check(from_plain(full), texts={text.sha256: text}).problems
    assert problem.path == "a1/s01.when"


def test_a_note_on_an_old_source_leaves_two_readings_and_is_asked_about() -> None:
    short, text = document("25 October 1917", {"published": "1975", "note": "The dates are old style."}, {})
    with pytest.raises(NotReadableError, match="1917-10-25 or 1917-11-07"):
        expand(short, {text.sha256: text})


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ({"calendar": "julien"}, "expected gregorian or julian, found 'julien'; did you mean 'julian'?"),
        ({"calendar": 7}, "expected gregorian or julian, found 7"),
        ({"calendar": "julian", "extra": {"calendar": "mine"}}, "expected no other calendar than julian, found 'mine'"),
    ],
)
def test_a_wrong_calendar_is_named(field: dict[str, Any], message: str) -> None:
    for source, record in ((field, {}), ({}, field)):
        short, text = document("25 October 1917", source, record)
        with pytest.raises(NotReadableError) as caught:
            expand(short, {text.sha256: text})
        assert any(message in str(problem) for problem in caught.value.problems)


def test_a_calendar_alone_makes_a_document_a_short_one() -> None:
    assert is_short({"sources": [{"id": "a1", "calendar": "julian"}]})
    assert is_short({"meetings": [{"id": "m1", "calendar": None}]})
    assert not is_short({"places": [{"id": "p1", "calendar": "julian"}]})


def test_editors_know_the_field() -> None:
    short, full = short_schema()["$defs"], json_schema()["$defs"]
    for name in ("Source", "Statement", "Meeting"):
        assert short[name]["properties"]["calendar"]["enum"] == [*CALENDARS, None]
        assert "calendar" not in full[name]["properties"]
