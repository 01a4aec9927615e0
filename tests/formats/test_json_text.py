"""Strict JSON text, against the standard library and against counting by hand."""

import json
import math
import re
import time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplo_events.errors import Location, NotReadableError
from diplo_events.formats._json_text import parse, parse_located
from diplo_events.formats._positions import MAX_NESTING
from diplo_events.formats._text import decode
from diplo_events.formats._unfit import Unfit
from diplo_events.schema import path_text
from each_case import each_case

scalars = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
) | st.text(max_size=6)
plain = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
)
fragments = st.sampled_from(
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"a"',
        '"a":',
        "1",
        "-",
        "0",
        "01",
        "1.",
        ".5",
        "1e5",
        "1e999",
        "-0",
        "null",
        "nul",
        "true",
        "NaN",
        "Infinity",
        "-Infinity",
        '"',
        "\\",
        '"\\u00e9"',
        '"\\ud800"',
        '"\\x"',
        '"\t"',
        " ",
        "\n",
        "\r",
        "\x0b",
        "\xa0",
        "\ufeff",
        "9" * 19,
        "9" * 20,
        "9" * 5000,
        "-" + "9" * 19,
        "'a'",
        "//",
        "+1",
        "0x1",
    ]
)
texts = st.lists(fragments, max_size=12).map("".join) | st.text(max_size=12)


def twins(one: Any, other: Any) -> bool:
    """Equal, and 1, 1.0, true, 0.0 and -0.0 are different things."""
    return repr(one) == repr(other)


def accepted(text: str) -> tuple[bool, Any]:
    try:
        return True, parse(text)
    except Unfit:
        return False, None


def located(text: str) -> tuple[bool, Any]:
    try:
        found = parse_located(text)
    except NotReadableError:
        return False, None
    return not found.problems, found.data


class TestTheTwoReaders:
    """`parse` accepts what `parse_located` reads without a problem, and gives the same."""

    @given(plain, st.sampled_from([None, 0, 3]), st.booleans())
    def test_on_what_json_writes(self, data: object, indent: int | None, ascii_only: bool) -> None:
        text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
        assert twins(parse(text), data)
        assert located(text)[0]
        assert twins(located(text)[1], data)

    @given(texts)
    @example('{"a":1,"a":1}')
    @example('{"a":1,"\\u0061":1}')
    @example("1e999")
    @example("-1e999")
    @example("1" + "0" * 400 + ".0")
    @example("9223372036854775807")
    @example("9223372036854775808")
    @example("-9223372036854775808")
    @example("-9223372036854775809")
    @example("[1,]")
    @example('"\\\x00"')
    @example('"\\\n"')
    @example('"\\u00"')
    def test_on_anything(self, text: str) -> None:
        fast, slow = accepted(text), located(text)
        assert fast[0] is slow[0]
        if fast[0]:
            assert twins(fast[1], slow[1])

    @given(texts)
    def test_neither_takes_what_the_standard_library_refuses(self, text: str) -> None:
        try:
            json.loads(text)
        except ValueError:
            assert not accepted(text)[0]
            assert not located(text)[0]

    @given(plain.filter(lambda data: isinstance(data, list | dict)), st.data())
    def test_a_cut_text_is_refused(self, document: object, data: st.DataObject) -> None:
        text = json.dumps(document)
        cut = text[: data.draw(st.integers(0, len(text) - 1))]
        assert not accepted(cut)[0]
        with pytest.raises(NotReadableError) as caught:
            parse_located(cut)
        last = caught.value.problems[-1]
        assert last.location is not None
        assert "end of the text" in last.found or "cut off" in str(last) or last.found.startswith(("'", '"'))


class TestPlaces:
    @given(plain, st.sampled_from([None, 0, 3]))
    def test_every_value_stands_where_it_is_said_to_stand(self, data: object, indent: int | None) -> None:
        text = json.dumps(data, indent=indent, ensure_ascii=False)
        found = parse_located(text, file="f")
        lines = text.split("\n")
        seen: set[str] = set()

        def visit(value: object, path: tuple[str | int, ...]) -> None:
            name = path_text(path)
            if name in seen or any(isinstance(p, str) and re.search(r"[.\[\]]|^$", p) for p in path):
                return  # a path that two values share names one of them
            seen.add(name)
            assert found.places
            place = found.places[name]
            assert place.file == "f"
            assert place.line is not None
            assert place.column is not None
            rest = lines[place.line - 1][place.column - 1 :]
            here = json.dumps(path[-1] if path and isinstance(path[-1], str) else value, ensure_ascii=False)
            assert rest.startswith(here[:1] if here[:1] in "[{" else here)
            if isinstance(value, dict):
                for key, inner in value.items():
                    visit(inner, (*path, key))
            elif isinstance(value, list):
                for index, inner in enumerate(value):
                    visit(inner, (*path, index))

        visit(data, ())

    def test_only_a_line_feed_ends_a_line(self) -> None:
        text = '{\r\n"a\u2028\x85b": 1,\r\n\r"c": 2}'
        assert str(parse_located(text).nearest("c")) == "<input>:3:2"

    def test_lines_may_be_counted_on(self) -> None:
        assert parse_located("[\n1]", first_line=7).nearest("[0]") == Location(None, 8, 1)


TRAPS = [
    ('{"a": 1, "a": 2}', "a", (1, 10), "each key once", "'a' again", "remove one"),
    ('{"b": {"a": 1,\n "a": 2}}', "b.a", (2, 2), "each key once", "'a' again", "remove one"),
    ("[NaN]", "[0]", (1, 2), "a finite number", "NaN", "leave the field out"),
    ("[-Infinity]", "[0]", (1, 2), "a finite number", "-Infinity", "leave the field out"),
    ("[Infinity]", "[0]", (1, 2), "a finite number", "Infinity", "leave the field out"),
    ("[1e999]", "[0]", (1, 2), "a finite number", "'1e999'", "as text"),
    ("[9223372036854775808]", "[0]", (1, 2), "64 bits", "9223372036854775808", "as text"),
    ("[1,\n" + "9" * 6000 + "]", "[1]", (2, 1), "64 bits", "9999", "as text"),
    ('{"a": nul}', "a", (1, 7), "a JSON value", "'nul}'", "double quotes"),
    ("{'a': 1}", "", (1, 2), "a key in double quotes", "'", None),
    ('{"a" 1}', "a", (1, 6), "a colon", "1", None),
    ('{"a": 1 "b": 2}', "", (1, 9), "a comma or '}'", "b", None),
    ("[1 2]", "", (1, 4), "a comma or ']'", "2", None),
    ("[1", "", (1, 3), "a comma or ']'", "the end of the text", "cut off"),
    ("[1,]", "[1]", (1, 4), "a JSON value", "']'", None),
    ('["a\nb"]', "[0]", (1, 2), "a text in double quotes", '"a', "\\n"),
    ('["a\tb"]', "[0]", (1, 2), "a text in double quotes", "a", "\\n"),
    ('["a\\qb"]', "[0]", (1, 4), "a text that JSON can hold", "invalid \\escape", None),
    ('["a\\u12"]', "[0]", (1, 5), "a text that JSON can hold", "invalid \\uxxxx escape", None),
    ("[1] [2]", "", (1, 5), "the end of the text", "[2]", "one value"),
    ("", "", (1, 1), "a JSON value", "the end of the text", None),
    ("// no\n{}", "", (1, 1), "a JSON value", "//", None),
]


@each_case(("text", "path", "place", "expected", "found", "hint"), TRAPS)
def test_each_trap_says_where_it_is_and_what_is_right(
    text: str, path: str, place: tuple[int, int], expected: str, found: str, hint: str | None
) -> None:
    with pytest.raises(Unfit):
        parse(text)
    try:
        problems = parse_located(text, file="t.json").problems
    except NotReadableError as error:
        problems = error.problems
    (problem,) = problems
    assert (problem.path, problem.location) == (path, Location("t.json", *place))
    assert expected in problem.expected
    assert found in problem.found
    assert (hint is None) is (problem.hint is None)
    assert hint is None or hint in str(problem.hint)


def test_reading_goes_on_after_what_can_be_read_past() -> None:
    found = parse_located('{"a": NaN, "b": 99999999999999999999, "c": 1e999, "c": 0}')
    assert [p.path for p in found.problems] == ["a", "b", "c", "c"]
    assert found.data == {"a": 0.0, "b": 0, "c": 0}


class TestNesting:
    @pytest.mark.parametrize(("begin", "end"), [("[", "]"), ('{"a":', "}")])
    def test_has_a_limit(self, begin: str, end: str) -> None:
        assert parse_located(begin * MAX_NESTING + "1" + end * MAX_NESTING).problems == ()
        with pytest.raises(NotReadableError, match="at most 64 levels of nesting"):
            parse_located(begin * (MAX_NESTING + 1) + "1" + end * (MAX_NESTING + 1))

    @pytest.mark.parametrize("begin", ["[", '{"a":', '[{"a":'])
    def test_without_end_kills_nothing_and_takes_no_time(self, begin: str) -> None:
        begun = time.process_time()
        with pytest.raises(Unfit):
            parse(begin * 100_000)
        with pytest.raises(NotReadableError, match="at most 64 levels"):
            parse_located(begin * 100_000)
        assert time.process_time() - begun < 5

    def test_long_texts_are_no_problem(self) -> None:
        long = '"' + "a\\n\u00e9" * 1_000_000 + '"'
        assert parse_located(long).data == parse(long)

    @pytest.mark.slow
    def test_a_place_in_many_lines_takes_no_quadratic_time(self) -> None:
        begun = time.process_time()
        assert len(parse_located("[" + "NaN,\n" * 50_000 + "0]").problems) == 50_000
        assert time.process_time() - begun < 10


class TestDecoding:
    def test_one_mark_in_front_is_taken_off(self) -> None:
        assert decode(b"\xef\xbb\xbf{}") == decode("\ufeff{}") == "{}"

    @pytest.mark.parametrize("data", [b"\xef\xbb\xbf\xef\xbb\xbf{}", "\ufeff\ufeff{}"])
    def test_a_second_mark_is_refused(self, data: bytes | str) -> None:
        with pytest.raises(NotReadableError, match=r"f:1:1: expected one byte order mark at most.*remove the mark"):
            decode(data, file="f")

    @each_case(
        ("data", "place", "byte"),
        [
            (b"\xff", "f:1:1", "0xFF"),
            (b"ab\nc\xc3\xa9\xe9", "f:2:3", "0xE9"),
            (b"\xed\xa0\x80", "f:1:1", "0xED"),
            (b"a\xc0\x80", "f:1:2", "0xC0"),
            ("\u00e9".encode("utf-16"), "f:1:1", "0xFF"),
            (b"\n\n\xe2\x82", "f:3:1", "0xE2"),
        ],
    )
    def test_what_is_not_utf_8_is_refused_with_its_place(self, data: bytes, place: str, byte: str) -> None:
        with pytest.raises(NotReadableError) as caught:
            decode(data, file="f")
        assert str(caught.value) == f"{place}: expected UTF-8, found the byte {byte}; save the file as UTF-8"

    @given(st.binary(max_size=30))
    def test_bytes_are_read_as_python_reads_them_or_refused(self, data: bytes) -> None:
        try:
            expected = data.decode()
        except UnicodeDecodeError as error:
            with pytest.raises(NotReadableError) as caught:
                decode(data)
            before = data[: error.start].decode()
            where = caught.value.problems[0].location
            assert where == Location(None, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        else:
            if not expected.startswith("\ufeff"):
                assert decode(data) == expected


def test_minus_zero_and_one_point_zero_stay_what_they_are() -> None:
    for text in ("-0.0", "1.0", "1", "-0"):
        assert twins(parse(text), parse_located(text).data)
    assert math.copysign(1, parse("-0.0")) == -1
