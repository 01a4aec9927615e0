"""The JSON Schema and the reader of files take the same documents, apart from what a schema cannot say.

Every field of every record, and of its parts, is damaged in every way; what only the reader refuses must be refused for
a reason that `BEYOND_A_SCHEMA` lists.
"""

import copy
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplo_events import Dataset, EventDate, EventDateError, NotReadableError
from diplo_events.errors import Problem
from diplo_events.formats import json as json_format
from diplo_events.formats.plain import to_plain
from diplo_events.json_schema import BEYOND_A_SCHEMA, json_schema
from diplo_events.schema import COLLECTIONS, Path
from each_case import each_case
from filled_records import filled_document
from profiles import examples
from shared_datasets import DATASETS

CHECKER: Final = jsonschema.FormatChecker(formats=())


@CHECKER.checks("edtf", raises=EventDateError)
def is_edtf(content: object) -> bool:
    """Whether a text is a date in EDTF; other values are no matter of a format."""
    return not isinstance(content, str) or bool(EventDate.parse(content))


WITH_DATES: Final = jsonschema.Draft202012Validator(json_schema(), format_checker=CHECKER)
WITHOUT_DATES: Final = jsonschema.Draft202012Validator(json_schema())

REASONS: Final[Mapping[str, int]] = {
    r"a whole number of at most 64 bits": 1,
    r"at most \d+ levels": 1,
    r"a whole number": 2,
    r"a finite number": 3,
    r"a date in EDTF": 4,
    r"the id of an? .*|an id of its own": 5,
    r"each item once": 7,
    r"0 <= start < end|a span as long as the text|passages within \d+ code points": 8,
    r"0 <= low <= high( <= 1)?": 9,
    r"a division of [A-Z]{2}|an end after its beginning, .*": 10,
    r"one ballot of each member|at least \d+, as there are as many ballots": 11,
}
"""For what the reader expects, the number of the reason in the list."""

FULL: Final = filled_document()
REMOVED: Final = object()
VALUES: Final[tuple[object, ...]] = (
    *(REMOVED, None, [], {}, "", " ", "\u2003\n", "a\n", "\x07", "\x85", "\ud800", "a\u00a0b", "No Id", "x" * 201),
    *(7, -1, 0, 1.0, 0.5, 1.5, -0.5, 181, True, False, 2**53 + 1, 2**63, -(2**63), 1e300, [7], [[]], ["a", "a"]),
    *({"a": 1}, {"": "x"}, {"\x07": "x"}, {"a": "\x07"}, {"a": [{"b": "\x00"}]}, "2025-13", "2025?", "[2025..]"),
    *("adopted", "veto", "verbatim", "share", "money", "count", "open", ["open"], ["summary"], "XK", "en-GB"),
)


def paths_in(value: object, path: Path = ()) -> Iterator[Path]:
    """List the paths of everything in plain data."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, child in children:
        yield (*path, part)
        yield from paths_in(child, (*path, part))


def damages() -> Iterator[tuple[str, Path]]:
    """List the places to damage: the name of a list, and the path in its first record; and the header."""
    for name in COLLECTIONS:
        yield from ((name, path) for path in paths_in(FULL[name][0]))
        yield from ((name, (key,)) for key in ("open", "unknown", "@type"))
    yield from (("", (key,)) for key in FULL if key not in COLLECTIONS)
    yield from (("", (key,)) for key in (*COLLECTIONS, "closed", "end", "unknown"))


PLACES: Final = tuple(damages())


def damaged(name: str, path: Path, value: object, *more: tuple[Path, object]) -> dict[str, Any]:
    """Return a document with one record, or a header, with other values at some paths."""
    header = {key: content for key, content in FULL.items() if key not in COLLECTIONS} | {"complete": False}
    document = copy.deepcopy(header | ({name: FULL[name][:1]} if name else {}))
    for place, other in ((path, value), *more):
        content: Any = document[name][0] if name else document
        for part in place[:-1]:
            content = content[part]
        if other is not REMOVED:
            content[place[-1]] = other
        elif isinstance(content, list):
            del content[place[-1]]
        else:
            content.pop(place[-1], None)
    return document


def compare(document: object) -> set[int]:
    """Let both judge a document, and return the numbers of the reasons for which only the reader refuses it."""
    fits = WITH_DATES.is_valid(document)
    problems = refused(document)
    if not fits:
        assert problems, [error.message for error in WITH_DATES.iter_errors(document)]
        return set()
    found = {problem.expected: reason(problem.expected) for problem in problems}
    assert None not in found.values(), (document, found)
    return {number for number in found.values() if number is not None}


def refused(document: object) -> tuple[Problem, ...]:
    """List what the reader finds wrong with a document."""
    try:
        json_format.loads(json.dumps(document))
    except NotReadableError as error:
        return error.problems
    return ()


def reason(expected: str) -> int | None:
    """Return the number of the reason for which the reader expects something."""
    return next((number for words, number in REASONS.items() if re.fullmatch(words, expected)), None)


def test_both_take_the_document_that_is_damaged() -> None:
    assert WITH_DATES.is_valid(FULL)
    assert to_plain(json_format.loads(json.dumps(FULL))) == {k: v for k, v in FULL.items() if k != "complete"}


@examples(300)
@given(place=st.sampled_from(PLACES), value=st.sampled_from(VALUES))
@example(place=("statements", ("open",)), value=[[]])
def test_both_judge_a_damaged_document_alike(place: tuple[str, Path], value: object) -> None:
    compare(damaged(*place, value))


@examples(100)
@given(data=st.data())
def test_both_judge_two_damages_alike(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(COLLECTIONS)))
    keys = [*FULL[name][0], "open"]
    (first, one), (second, other) = (
        ((data.draw(st.sampled_from(keys)),), data.draw(st.sampled_from(VALUES))) for _ in range(2)
    )
    compare(damaged(name, first, one, (second, other)))


@given(dataset=DATASETS, data=st.data())
def test_both_judge_drawn_records_alike(dataset: Dataset, data: st.DataObject) -> None:
    plain = to_plain(dataset)
    assert compare(plain) == set()
    names = [name for name in COLLECTIONS if plain.get(name)]
    if not names:
        return
    name = data.draw(st.sampled_from(names))
    record = data.draw(st.sampled_from(plain[name]))
    path = data.draw(st.sampled_from(list(paths_in(record))))
    content: Any = record
    for part in path[:-1]:
        content = content[part]
    content[path[-1]] = data.draw(st.sampled_from(VALUES[1:]))
    compare({"format_version": "1.0", "complete": False, name: [record]})


class TestWhatNoSchemaSays:
    """Each line of the list is true: the schema takes what the reader refuses; the first is the other way round."""

    def test_a_newer_version(self) -> None:
        newer = {"format_version": "1.1"}
        assert not WITH_DATES.is_valid(newer)
        assert json_format.loads(json.dumps(newer)) == Dataset(format_version="1.1")

    @pytest.mark.parametrize(
        "text",
        [
            '{"format_version": "1.0", "title": "a", "title": "a"}',
            '{"format_version": "1.0", "extra": {"a": 9223372036854775808}}',
            f'{{"format_version": "1.0", "extra": {{"a": {"[" * 49}{"]" * 49}}}}}',
        ],
    )
    def test_what_the_text_is_like(self, text: str) -> None:
        assert WITH_DATES.is_valid(json.loads(text))
        with pytest.raises(NotReadableError):
            json_format.loads(text)

    @each_case(
        ("number", "name", "path", "value"),
        [
            (2, "sources", ("length",), 200.0),
            (5, "statements", ("source",), "statement-1"),
            (8, "statements", ("spans", 0, "end"), 1),
            (8, "statements", ("quotes", 0, "text"), "Words."),
            (8, "sources", ("length",), 2),
            (9, "territorial_claims", ("extent", "low"), 0.75),
            (10, "places", ("country",), "GB"),
            (10, "documents", ("until",), "2025-09-03"),
            (11, "votes", ("tally", "yes"), 0),
            (11, "votes", ("ballots",), [{"actor": "a", "choice": "yes"}, {"actor": "a", "choice": "no"}]),
            (7, "actors", ("names",), [{"text": "A"}, {"text": "A", "language": None}]),
        ],
    )
    def test_what_a_record_is_like(self, number: int, name: str, path: Path, value: object) -> None:
        assert compare(damaged(name, path, value)) == {number}

    def test_a_number_that_no_float_is(self) -> None:
        changed = damaged("statements", ("quantities", 0, "high"), 2**53 + 1)
        assert compare(changed) == {3}

    def test_dates_beyond_their_characters(self) -> None:
        changed = damaged("statements", ("when",), "2025-13")
        assert WITHOUT_DATES.is_valid(changed)
        assert not WITH_DATES.is_valid(changed)
        assert compare(changed) == set()

    def test_the_proof(self) -> None:
        changed = {"format_version": "1.0", "closed": True, "end": {"records": 0, "sha256": "0" * 64}}
        assert WITH_DATES.is_valid(changed)
        with pytest.raises(NotReadableError, match="the file was cut or altered"):
            json_format.loads(json.dumps(changed))

    def test_every_line_has_a_case(self) -> None:
        assert len(BEYOND_A_SCHEMA) == len({*REASONS.values(), 0, 6})
        assert max(REASONS.values()) == len(BEYOND_A_SCHEMA) - 1
