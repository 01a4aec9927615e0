"""YAML without its traps, against PyYAML's own loader and the rules of YAML 1.2."""

import io
import json
import re
import time
from typing import Any

import pytest
import yaml
from format_damage import damaged, read_as_it_is_or_refused
from hypothesis import example, given
from hypothesis import strategies as st

from diplo_events import Actor, ActorKind, Dataset, FrozenMap, NotReadableError, load_example
from diplo_events.errors import DiploEventsError, Location
from diplo_events.formats import yaml as yaml_format
from diplo_events.formats._document import document_of
from diplo_events.formats._positions import Located
from diplo_events.formats._proof import with_proof
from diplo_events.formats._yaml_text import MOST_UNREADABLE
from diplo_events.formats.yaml import dump, dumps, load, loads, parse_located, places
from diplo_events.schema import path_text
from each_case import each_case
from profiles import examples

TEXT_IN_RECORDS = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs"], include_characters="\n\t\u2028\u2029\ufeff\u200b#:-?[]{},&*!|>'\"%@`~"
    )
)
TRICKY = st.sampled_from(
    [
        "NO",
        "no",
        "yes",
        "on",
        "Off",
        "y",
        "N",
        "null",
        "Null",
        "NULL",
        "~",
        "true",
        "True",
        "FALSE",
        "12:30",
        "1:2:3",
        "1_000",
        "0b1",
        "0o7",
        "0x1F",
        "010",
        "1.",
        ".5",
        "+1",
        "-0",
        "1e5",
        "1E+5",
        ".inf",
        "-.Inf",
        ".NaN",
        "=",
        "<<",
        "2025-09-04",
        "2025-09-04T10:00:00Z",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "---",
        "...",
        "? a",
        "!t",
        "&a",
        "*a",
        "%a",
        "",
        " ",
        " a",
        "a ",
        "\n",
        "a\n",
        "\na",
        "a\n\nb",
        "a\n b",
        "a\t",
        "\ta",
        "'",
        '"',
        "\\",
        "a\\nb",
        "\u2028",
        "a\u2029",
        "a \u2028 b",
        "\ufeff",
        "a\ufeffb",
        "😀",
        "\U0010ffff",
        "\uffff",
        "x " * 100,
        "x" * 300,
        "0.1.0",
        "1.0",
    ]
)
words = TRICKY | TEXT_IN_RECORDS
scalars = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
) | words
plain = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words.filter(bool), inner, max_size=4),
    max_leaves=12,
)

CORE_12 = re.compile(  # YAML 1.2.2, section 10.3.2, and the empty scalar
    r"|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
TYPES_11 = re.compile(  # what the type repository of YAML 1.1 reads as a truth value, null, merge or value
    r"y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|~|null|Null|NULL||<<|="
)


def header(extra: str) -> str:
    return f"format_version: '1.0'\nextra:\n  a: {extra}\n"


def by_path(located: Located) -> dict[str, Location]:
    assert located.places
    return located.places.by_path()


def refused(data: bytes | str) -> list[str]:
    with pytest.raises(NotReadableError) as caught:
        loads(data, file="f.yaml")
    return [str(problem) for problem in caught.value.problems]


def as_written(dataset: Dataset) -> Any:
    return json.loads(json.dumps(with_proof(document_of(dataset))))


class TestOutput:
    @pytest.mark.slow
    def test_of_the_example_comes_back_is_canonical_and_is_the_same_data_for_pyyaml(self) -> None:
        text = dumps(load_example())
        again = loads(text)
        assert again == load_example()
        assert dumps(again) == text
        assert yaml.safe_load(text) == as_written(again)

    @pytest.mark.slow
    @examples(300)
    @given(st.dictionaries(words.filter(bool), plain, max_size=4))
    def test_of_anything_comes_back_and_is_the_same_data_for_pyyaml(self, extra: dict[str, Any]) -> None:
        dataset = Dataset(extra=FrozenMap(extra))
        text = dumps(dataset)
        assert loads(text) == dataset
        assert loads(text.encode()) == dataset
        assert repr(yaml.safe_load(text)) == repr(as_written(dataset))

    @pytest.mark.slow
    @examples(200)
    @given(plain)
    def test_holds_no_plain_text_that_another_reader_takes_for_something_else(self, value: object) -> None:
        text = dumps(Dataset(extra=FrozenMap({"a": value})))
        marks = [e for e in yaml.parse(text, Loader=yaml.SafeLoader) if isinstance(e, yaml.ScalarEvent)]
        tokens = iter(marks)
        for node in self.scalars_of(as_written(Dataset(extra=FrozenMap({"a": value})))):
            event = next(tokens)
            if isinstance(node, str):
                assert not (event.style is None and (CORE_12.fullmatch(event.value) or TYPES_11.fullmatch(event.value)))
            else:
                assert CORE_12.fullmatch(event.value)
        assert next(tokens, None) is None
        assert not re.search("[&*!]", "".join(str(e.anchor or "") + str(e.tag or "") for e in marks))

    def scalars_of(self, node: object) -> list[object]:
        if isinstance(node, dict):
            return [inner for pair in node.items() for part in pair for inner in self.scalars_of(part)]
        if isinstance(node, list):
            return [inner for part in node for inner in self.scalars_of(part)]
        return [node]

    @given(words.filter(str.strip))
    @example("a\u2028b")
    @example("a\u2029")
    @example("a\u2028\n \u2029 b")
    def test_loses_no_character_of_any_text(self, name: str) -> None:
        dataset = Dataset(records=[Actor(id="a", name=name, kind=ActorKind.GROUP)])
        text = dumps(dataset)
        assert loads(text) == dataset
        assert not re.search("[\r\x85\u2028\u2029]", text), "one reader ends lines there and another does not"

    def test_never_refers_to_what_stood_before(self) -> None:
        same = {"x": ["y" * 50]}
        assert "&" not in dumps(Dataset(extra=FrozenMap({"a": same, "b": same})))

    def test_streams_are_binary(self) -> None:
        stream = io.BytesIO()
        dump(Dataset(title="Ä"), stream)
        assert stream.getvalue() == dumps(Dataset(title="Ä")).encode()
        stream.seek(0)
        assert load(stream) == Dataset(title="Ä")
        with pytest.raises(NotReadableError, match=r"name\.yaml:1:1"):
            load(io.BytesIO(b"x"), file="name.yaml")


class TestTraps:
    @each_case(
        "word",
        [
            "NO",
            "no",
            "No",
            "yes",
            "on",
            "off",
            "y",
            "n",
            "12:30",
            "1:20:30",
            "1_000",
            "0b11",
            "0o7",
            "0x1F",
            "010",
            "~",
            "True",
            "FALSE",
            "Null",
            "NULL",
            ".inf",
            "-.INF",
            ".nan",
            "+1",
            "1.",
            ".5",
            "2025-09-04",
            "1e",
            "=",
            "<",
        ],
    )
    def test_what_only_looks_like_something_else_is_text(self, word: str) -> None:
        assert loads(header(word)).extra["a"] == word

    @each_case(
        ("word", "value"),
        [
            ("null", None),
            ("", None),
            ("true", True),
            ("false", False),
            ("7", 7),
            ("-7", -7),
            ("1.5", 1.5),
            ("1e5", 100000.0),
            ("-0.0", -0.0),
            ("9223372036854775807", 2**63 - 1),
            ("'7'", "7"),
            ('"true"', "true"),
            ("|\n    7\n", "7\n"),
        ],
    )
    def test_what_is_spelt_as_in_json_is_what_it_is_in_json(self, word: str, value: object) -> None:
        assert repr(loads(header(word)).extra["a"]) == repr(value)

    @pytest.mark.parametrize("word", ["NO", "12:30"])
    def test_norway_is_a_country_and_half_past_twelve_a_time(self, word: str) -> None:
        text = f"format_version: '1.0'\nactors:\n- {{id: a, name: {word}, kind: state, country: NO}}\n"
        actor = loads(text)["a"]
        assert isinstance(actor, Actor)
        assert (actor.name, actor.country) == (word, "NO")

    @each_case(
        ("text", "messages"),
        [
            (
                "format_version: '1.0'\ntitle: !!str x\n",
                ["f.yaml:2:8: title: expected a value without a tag, found the tag tag:yaml.org,2002:str; remove"],
            ),
            (
                "format_version: '1.0'\ntitle: !!python/object/apply:os.system [x]\n",
                ["f.yaml:2:1: title: expected text, found ['x']", "f.yaml:2:8: title: expected a value without a tag"],
            ),
            ("format_version: '1.0'\n? !x title\n: x\n", ["f.yaml:2:3: title: expected a value without a tag"]),
            (
                "format_version: &v '1.0'\nversion: *v\n",
                [
                    "f.yaml:1:17: format_version: expected a plain value, found the anchor &v; remove the anchor",
                    "f.yaml:2:10: version: expected the value itself, found the alias *v; write the value out",
                ],
            ),
            (
                "format_version: '1.0'\n&k title: x\n",
                ["f.yaml:2:1: title: expected a plain value, found the anchor &k"],
            ),
            (
                "format_version: &v '1.0'\n*v : x\n",
                ["f.yaml:1:17: format_version: expected a plain", "f.yaml:2:1: expected a key of plain text, found an"],
            ),
            (
                "format_version: '1.0'\n<<: {title: x}\n",
                [
                    "f.yaml:2:1: <<: expected a key of text, found <<; write the fields out, or the key in quotes",
                    "f.yaml:2:1: <<: expected a field of a dataset, found '<<'",
                ],
            ),
            ("format_version: '1.0'\n? [a]\n: x\n", ["f.yaml:2:3: expected a key of plain text, found a list"]),
            ("format_version: '1.0'\n? {a: b}\n: x\n", ["f.yaml:2:3: expected a key of plain text, found a mapping"]),
            (
                "format_version: '1.0'\nextra: {1: a, true: b, null: c, 1.5: d}\n",
                [
                    "f.yaml:2:9: extra.1: expected a key of text, found 1; write it in quotes",
                    "f.yaml:2:15: extra.true: expected a key of text, found true; write it in quotes",
                    "f.yaml:2:24: extra.null: expected a key of text, found null; write it in quotes",
                    "f.yaml:2:33: extra.1.5: expected a key of text, found 1.5; write it in quotes",
                ],
            ),
            (
                "format_version: '1.0'\nextra:\n  ?\n  : x\n",
                ["f.yaml:3:4: extra.: expected a key of text, found nothing"],
            ),
            (
                "format_version: '1.0'\ntitle: a\n\"title\": b\n",
                ["f.yaml:3:1: title: expected each key once, found 'title' again; remove one of the two"],
            ),
            (header("9223372036854775808"), ["f.yaml:3:6: extra.a: expected a whole number of at most 64 bits"]),
            (header("-" + "9" * 6000), ["f.yaml:3:6: extra.a: expected a whole number of at most 64 bits"]),
            (header("1e999"), ["f.yaml:3:6: extra.a: expected a finite number, found '1e999'; write it in quotes"]),
            (header('"\\ud800"'), ["f.yaml:3:3: extra.a: expected a JSON value, found '\\ud800'"]),
            (
                "format_version: 1.0\n",
                ["f.yaml:1:1: format_version: expected a format version such as '1.0', found 1.0"],
            ),
            ("", ["f.yaml:1:1: expected a dataset, found an empty text"]),
            ("# only a comment\n", ["f.yaml:1:1: expected a dataset, found an empty text"]),
            ("---\n", ["f.yaml:2:1: expected a mapping with format_version and lists of records, found None"]),
            (
                "format_version: '1.0'\n---\n{}\n",
                ["f.yaml:2:1: expected one document, found a second one; remove what"],
            ),
            ("- format_version: '1.0'\n", ["f.yaml:1:1: expected a mapping with format_version"]),
            (
                "%YAML 2.0\n---\na: b\n",
                ["f.yaml:1:1: expected well-formed YAML, found found incompatible YAML document"],
            ),
            (
                "%YAML 1." + "9" * 5000 + "\n---\na: b\n",
                ["f.yaml:1:9: expected well-formed YAML, found an escape or a"],
            ),
            (header('"\\U00110000"'), ["f.yaml:3:9: expected well-formed YAML, found an escape or a version with too"]),
            (header('"\\UFFFFFFFF"'), ["f.yaml:3:9: expected well-formed YAML, found an escape or a version with too"]),
            (header("!%1B x"), ["f.yaml:3:6: extra.a: expected a value without a tag, found the tag !\\x1b; remove"]),
            (header("[1, 2"), ["f.yaml:3:6: expected a comma or a closing ], found none; close the bracket,"]),
            ("format_version: '1.0'\n\ttitle: x\n", ["f.yaml:2:1: expected blanks, found a tab; replace the tabs"]),
            (header('"x'), ['f.yaml:3:6: expected a closing " on the same line, found none before the end of the']),
            (header("a: b"), ["f.yaml:3:7: expected quotes around a text with a colon, found 'a: b'; put the whole"]),
        ],
    )
    def test_each_says_where_it_is_and_what_is_right(self, text: str, messages: list[str]) -> None:
        found = refused(text)
        assert [[p for p in found if p.startswith(message)] for message in messages] == [[p] for p in found]

    @each_case(
        ("character", "hint"),
        [
            ("\x00", "remove it"),
            ("\x1b", "remove it"),
            ("\x7f", "remove it"),
            ("\x9f", "remove it"),
            ("\ud800", "remove it"),
            ("\ufffe", "remove it"),
            ("\r", "end lines with a line feed"),
            ("\x85", "end lines with a line feed"),
            ("\u2028", '"\\L" in double'),
            ("\u2029", '"\\P" in double'),
        ],
    )
    def test_characters_that_yaml_cannot_hold_or_reads_in_two_ways_are_found(self, character: str, hint: str) -> None:
        messages = refused(f"format_version: '1.0'\ntitle: 'a{character}b'\nversion: '{character}'\n")
        assert [m.partition(": ")[0] for m in messages] == ["f.yaml:2:10", "f.yaml:3:11"]
        assert all(f"found the character U+{ord(character):04X}; " in m and hint in m for m in messages)

    def test_not_every_one_of_them_is_listed(self) -> None:
        assert len(refused("\x00" * 1000)) == MOST_UNREADABLE

    def test_escapes_for_them_are_read(self) -> None:
        assert loads("format_version: '1.0'\ntitle: \"a\\Lb\\Pc\"\n").title == "a\u2028b\u2029c"

    def test_carriage_returns_before_line_feeds_do_not_count(self) -> None:
        text = "format_version: '1.0'\r\ntitle: x\r\nextra:\r\n  a: |\r\n    1\r\n    2\r\n"
        assert loads(text).extra["a"] == "1\n2\n"
        assert refused(text + "titel: x\r\n")[0].startswith("f.yaml:7:1: titel: ")

    def test_a_byte_order_mark_may_stand_in_front_once(self) -> None:
        assert loads(b"\xef\xbb\xbfformat_version: '1.0'") == Dataset()
        assert "a second one" in refused(b"\xef\xbb\xbf\xef\xbb\xbfformat_version: '1.0'")[0]
        assert refused(b"format_version: '1.0'\ntitle: \xff")[0].startswith("f.yaml:2:8: expected UTF-8")
        assert refused("format_version: '1.0'\n\ufefftitle: x")[0].startswith("f.yaml:2:1: \\ufefftitle: expected a")

    def test_four_mistakes_are_four_problems_each_with_line_and_suggestion(self) -> None:
        text = (
            "format_version: '1.0'\n"
            "actors:\n"
            "- {id: Zakharova, name: Maria Zakharova, kind: person}\n"
            "- {id: russia, name: Russia, kind: sate}\n"
            "sources:\n"
            "- {id: x, title: T, kind: news_article}\n"
            "statements:\n"
            "- id: s\n"
            "  source: x\n"
            "  speakers: [rusia]\n"
            "  acts: [announce]\n"
            "  mode: direct\n"
            "  sumary: S.\n"
            "  targets: [zakharova]\n"
        )
        assert [message.partition(": expected")[0] for message in refused(text)] == [
            "f.yaml:3:4: actors[0].id",
            "f.yaml:4:30: actors[1].kind",
            "f.yaml:10:14: statements[0].speakers[0]",
            "f.yaml:13:3: statements[0].sumary",
        ]
        hints = [message.rpartition("; ")[2].partition(" one of")[0] for message in refused(text)]
        assert hints == [f"did you mean '{word}'?" for word in ("zakharova", "state", "russia", "summary")]


class TestPlaces:
    @pytest.mark.slow
    @examples(150)
    @given(st.dictionaries(words.filter(bool), plain, max_size=3))
    def test_are_those_of_pyyaml_where_all_lines_end_with_a_line_feed(self, extra: dict[str, Any]) -> None:
        text = dumps(Dataset(extra=FrozenMap(extra)))
        found = by_path(parse_located(text, file="f"))
        seen: set[str] = set()

        def visit(node: yaml.Node, place: yaml.Mark | None, path: tuple[str | int, ...]) -> None:
            name = path_text(path)
            if name in seen:
                return  # a path that two values share, because of dots in keys, names the first of them
            seen.add(name)
            mark = place or node.start_mark
            assert found[name] == Location("f", mark.line + 1, mark.column + 1)
            if isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    visit(value, key.start_mark, (*path, key.value))
            elif isinstance(node, yaml.SequenceNode):
                for index, value in enumerate(node.value):
                    visit(value, None, (*path, index))

        visit(yaml.compose(text, Loader=yaml.SafeLoader), None, ())
        assert found.keys() == seen

    def test_columns_count_code_points(self) -> None:
        text = "format_version: '1.0'\nextra: {'\U0001f600é': 1, b: NO, \u200bc: 2}\n"
        found = by_path(parse_located(text))
        assert str(found["extra.b"]) == "<input>:2:18"
        assert str(found["extra.\u200bc"]) == "<input>:2:25"

    def test_of_records(self) -> None:
        text = "format_version: '1.0'\nactors:\n- {id: a, name: A, kind: state}\n-  id: b\n   name: B\n   kind: state\n"
        assert places(text, file="f") == {"a": Location("f", 3, 3), "b": Location("f", 4, 4)}
        assert places("a: b") == {}


class TestHugeInput:
    @pytest.mark.slow
    @each_case(
        "begin",
        [
            "[",
            "{a: ",
            "- ",
            "? ",
            "[{a: ",
            "[[],",
            "a:\n",
            "{? ",
            "&a [",
            "!a [",
            "''",
            '"',
            "|\n",
            ">",
            "#",
            "%",
            "---\n",
            "'a':\n",
            "\n",
            " ",
            "\t",
            "- a\n",
            ", ",
            "a ",
            "a: b\n",
            "- [\n",
            "*a ",
            "&a\n",
            "!!a\n",
            "...\n",
            "x" * 64,
        ],
    )
    def test_kills_nothing_and_takes_no_quadratic_time(self, begin: str) -> None:
        begun = time.process_time()
        with pytest.raises(NotReadableError):
            loads(begin * (100_000 if begin in {"[", "- ", "? ", "{a: "} else 5_000))
        assert time.process_time() - begun < 20

    def test_nesting_has_a_limit(self) -> None:
        for begin, end in (("[", "]"), ("{a: ", "}")):
            assert "at most 64 levels of nesting" in refused("a: " + begin * 64 + end * 64)[0]
            assert parse_located("a: " + begin * 63 + end * 63).problems == ()

    def test_indented_nesting_has_a_limit(self) -> None:
        text = "".join(" " * depth + "a:\n" for depth in range(100))
        assert refused(text) == ["f.yaml:65:65: a.a.a: expected at most 64 levels of nesting, found one more"]

    def test_laughs_are_not_multiplied(self) -> None:
        lines = ["a0: &a0 [lol, lol]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 100)]
        begun = time.process_time()
        messages = refused("\n".join(lines))
        assert sum("found the alias" in m for m in messages) == 2 * 99
        assert time.process_time() - begun < 5

    def test_long_texts_are_read(self) -> None:
        begun = time.process_time()
        for written in ('"' + "a b\\n" * 30_000 + '"', "|\n" + "    a b\n" * 30_000, "a b " * 30_000 + "c"):
            assert len(str(loads(header(written)).extra["a"])) >= 120_000
        assert time.process_time() - begun < 20

    def test_long_keys_come_back(self) -> None:
        dataset = Dataset(extra=FrozenMap({"k" * 5000: 1, "k " * 2000: [{"x" * 200: 1}]}))
        assert loads(dumps(dataset)) == dataset


class TestDamage:
    TEXT = dumps(
        Dataset(title="T: é", records=[Actor(id="a", name="A", kind=ActorKind.STATE)], extra=FrozenMap({"n": 1.5}))
    )

    def test_every_cut_is_read_as_what_it_is_or_refused(self) -> None:
        raw = self.TEXT.encode()
        whole = loads(raw)
        for end in range(len(raw) - 1):
            try:
                assert loads(raw[:end]) == whole
                assert raw[end - 64 : end].isalnum() or raw[:end].strip(b"\n.").endswith(raw[-69:-5]), "all but the end"
            except NotReadableError as error:
                assert all(problem.location for problem in error.problems)  # noqa: PT017  (any other error fails the test)

    @pytest.mark.slow
    @examples(300)
    @given(
        st.lists(
            st.tuples(
                st.integers(0, 120),
                st.binary(max_size=3) | st.sampled_from(["&a ", "*a", "!", "\\", "%", "? ", ": "]).map(str.encode),
            ),
            min_size=1,
            max_size=3,
        )
    )
    def test_any_change_is_read_as_what_it_is_or_refused(self, changes: list[tuple[int, bytes]]) -> None:
        read_as_it_is_or_refused(yaml_format, damaged(self.TEXT.encode(), changes))

    @pytest.mark.slow
    @examples(300)
    @given(
        st.binary(max_size=30)
        | st.text(max_size=30)
        | st.lists(
            st.sampled_from([*"[]{}:,-?&*!|>'\"%@`#\\ \n", "a", "1", "\\x", "%YAML ", "1.1", "---", "...", "!<", ">"]),
            max_size=15,
        ).map("".join)
    )
    def test_any_input_at_all_gives_the_one_error(self, data: bytes | str) -> None:
        with pytest.raises(DiploEventsError):
            loads(data)
