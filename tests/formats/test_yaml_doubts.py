"""YAML that its readers read differently is refused; what is read is what everybody reads."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from diplo_events import Dataset, NotReadableError, load_example
from diplo_events.formats.yaml import dumps, loads, parse_located
from each_case import each_case
from profiles import examples

HEAD = "format_version: '1.0'\n"

HAND_WRITTEN = dumps(Dataset(title="Some", records=load_example().records[::60], complete=False)).split("end:")[0]

EDITS = st.sampled_from(
    [
        *("?", "? ", ": ", ":", " :", "- ", "-", "#", " #", " # ", "#1", "|", "|\n", ">-\n", "|+\n", "|2\n", "'", '"'),
        *("{", "}", "[", "]", ", ", ",", "&a ", "*a", "!!str ", "!x ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "\t"),
        *(
            " ",
            "  ",
            "\n",
            "\n\n",
            "\n  ",
            "\n   \n",
            "\n    ",
            "\r\n",
            "\r",
            "\x85",
            "\u2028",
            "\\",
            "\\\n",
            "~",
            "no",
        ),
        *("1", "1.0", "0x1", "1e3", "null", "true", "2025-09-04", "12:30", "é", "a", "x: y", "a b"),
    ]
)


def refused(text: str) -> list[str]:
    with pytest.raises(NotReadableError) as caught:
        loads(text, file="f.yaml")
    return [str(problem) for problem in caught.value.problems]


def is_read_as(value: Any, text: Any) -> bool:
    """Whether a value is what a scalar is, given everything as text; numbers and words as JSON has them."""
    match value:
        case dict():
            return (
                isinstance(text, dict)
                and list(value) == list(text)
                and all(map(is_read_as, value.values(), text.values()))
            )
        case list():
            return isinstance(text, list) and len(value) == len(text) and all(map(is_read_as, value, text))
        case None:
            return text in {"", "null"}
        case bool():
            return bool(text == str(value).lower())
        case int() | float():
            return isinstance(text, str) and float(text) == value
        case _:
            return bool(value == text)


@pytest.mark.slow
@examples(600)
@given(data=st.data())
def test_hand_written_texts_after_any_edits_are_refused_or_read_as_pyyaml_reads_them(data: st.DataObject) -> None:
    text = HAND_WRITTEN
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(text)))
        text = text[:place] + data.draw(EDITS) + text[place + data.draw(st.integers(0, 3)) :]
    try:
        located = parse_located(text)
    except NotReadableError:
        return
    if not located.problems:
        assert is_read_as(located.data, yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506  (texts, nothing else)


@each_case(
    ("text", "message"),
    [
        (
            "extra: {?a: 1}\n",
            "f.yaml:2:9: expected a blank after a question mark between brackets, found '?a: 1}",
        ),
        ("extra: {a: [?b]}\n", "f.yaml:2:13: expected a blank after a question mark between brackets, found '?b]}\\n'"),
        ("extra: {a:}\n", "f.yaml:2:10: expected a blank after a colon between brackets, found ':}\\n'"),
        ("extra: {a: [b:]}\n", "f.yaml:2:14: expected a blank after a colon between brackets, found ':]}\\n'"),
        ("extra: {a: [1]#b\n}\n", "f.yaml:2:15: expected a blank before the # of a comment, found ']#b\\n}\\n'"),
        ("extra: {a: [-]}\n", "f.yaml:2:13: extra.a[0]: expected a value, found a dash; put it in quotes"),
        ("extra: {-}\n", "f.yaml:2:9: extra.-: expected a key of text, found -; write it in quotes"),
        (
            "title: |\n  a\n     \n",
            "f.yaml:4:1: title: expected an empty line in a block of text, found a line of 5 blanks; remove",
        ),
        (
            "title: >2-\n   a\n \n  b\n",
            "f.yaml:4:1: title: expected an empty line in a block of text, found a line of 1",
        ),
        (
            "title: |\n    \n  a\n",
            "f.yaml:3:1: title: expected an empty line in a block of text, found a line of 4 blank",
        ),
        (
            "title: |\n  a",
            "f.yaml:2:8: title: expected a line feed after a block of text, found the end of the file; end",
        ),
        (
            'title: "a\\\n\n  b"\n',
            "f.yaml:2:10: title: expected text after a backslash at the end of a line, found an emp",
        ),
        (
            "title: Rule #3 of five\n",
            "f.yaml:2:13: title: expected the end of a text without quotes, found '#3 of five'",
        ),
        (
            "title: #3 of five\n",
            "f.yaml:2:8: title: expected the end of a text without quotes, found '#3 of five'; put",
        ),
    ],
)
def test_each_is_refused_with_what_to_write(text: str, message: str) -> None:
    assert refused(HEAD + text)[0].startswith(message)


@pytest.mark.parametrize(
    ("directive", "found"),
    [("%YAML 1.1", "%YAML 1.1"), ("%YAML 1.3", "%YAML 1.3"), ("%TAG !e! tag:example.org,2000:", "a %TAG")],
)
def test_directives_for_another_version_or_tags_are_refused(directive: str, found: str) -> None:
    (message,) = refused(f"{directive}\n---\n{HEAD}")
    assert f"expected YAML 1.2 without tags, found {found}; remove the lines that begin with %" in message
    assert loads(f"%YAML 1.2\n---\n{HEAD}") == Dataset()


@each_case(
    ("text", "value"),
    [
        ("{? a : 1}", {"a": 1}),
        ('{"a":1}', {"a": 1}),
        ("\n  ? a\n  : b\n", {"a": "b"}),
        ("{a: b#c, d: 'e' } # f", {"a": "b#c", "d": "e"}),
        ("{a: 'why?', b: x:y, c: '-'}", {"a": "why?", "b": "x:y", "c": "-"}),
        ("{a: b} ## c", {"a": "b"}),
        ("\n  a: b # c\n  d: 1 ## e\n", {"a": "b", "d": 1}),
        ("\n  a: |\n    x\n\n    y\n  \n  b: >-\n    z\n    z\n", {"a": "x\n\ny\n", "b": "z z"}),
        ("\n  a: |+\n    x\n\n", {"a": "x\n\n"}),
        ('\n  a: "x\\\n    y\\\\\n\n    z"\n', {"a": "xy\\\nz"}),
        ("\n  a: |-\n    x", {"a": "x"}),
        ('\n  "<<": x\n', {"<<": "x"}),
    ],
)
def test_what_everybody_reads_alike_is_read(text: str, value: dict[str, Any]) -> None:
    assert parse_located(f"extra: {text}").data == {"extra": value}
    assert parse_located(f"extra: {text}").problems == ()
    assert yaml.safe_load(f"extra: {text}") == {"extra": value}


def test_a_comment_after_a_value_that_is_wrong_is_named() -> None:
    (message,) = refused(f"{HEAD}actors:\n- id: a\n  name: A\n  kind: state # of the union\n  country: U # S\n")
    assert message.startswith("f.yaml:6:3: actors[0].country: expected a country code")
    assert message.endswith("; what follows # is a comment: put text with # in quotes")


@given(st.text(st.sampled_from("a#?:- '\"{}[],|>\n"), min_size=1, max_size=12).filter(lambda text: text.strip()))
@example("?a")
@example("a :b")
@example("- #1")
def test_what_the_library_writes_is_never_doubtful(text: str) -> None:
    dataset = Dataset(extra={"a": [text, {text: 1}], text: {"b": [[text]]}})
    assert parse_located(dumps(dataset)).problems == ()
