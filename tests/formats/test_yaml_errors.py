"""Mistakes that people make in YAML: each message says where, what was expected, what is there and what to write."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import NotReadableError
from diplo_events.formats._yaml_errors import explanation
from diplo_events.formats.yaml import loads
from each_case import each_case
from profiles import examples

HEAD = "format_version: '1.0'\nissues:\n"
TAIL = "- id: b\n  label: B\n  proposition: There should be b.\n"


def message(text: str) -> str:
    with pytest.raises(NotReadableError) as caught:
        loads(text, file="f.yaml")
    (problem,) = caught.value.problems
    return str(problem)


@each_case(
    ("lines", "expected"),
    [
        (
            "- id: a\n  label: Talks: now\n",
            "4:15: expected quotes around a text with a colon, found 'Talks: now'; put the whole text in quotes",
        ),
        ("- label: > Talks\n", "3:10: expected a value, found '> Talks'; put text that begins with > in quotes"),
        ("- label: | Talks\n", "3:10: expected a value, found '| Talks'; put text that begins with | in quotes"),
        ("- label: ? Talks\n", "3:10: expected a value, found '? Talks'; put text that begins with ? in quotes"),
        (
            "-id: a\n  label: A\n",
            "3:2: expected a blank after the dash of a list, found '-id: a'; write a blank after the dash: - id: a",
        ),
        (
            "- label: He said:\n",
            "3:17: expected quotes around a text with a colon, found 'He said:'; put the whole text in",
        ),
        (
            "- {id: a, label: Talks: now}\n",
            "3:3: expected a comma or a closing }, found ': now}' on line 3; close the br",
        ),
        (f"- label: {'x' * 200}: y\n", "3:210: expected quotes around a text with a colon, found"),
        (
            "- id: a\n   label: b\n",
            "4:4: expected a key indented like the one above, found 'label: b'; indent it like the key above; if it",
        ),
        ("- id: a\n\tlabel: b\n", "4:1: expected blanks, found a tab; replace the tabs in front of words with blanks,"),
        ("- id: a\n \tlabel: b\n", "4:2: expected blanks, found a tab"),
        ("\t- id: a\n", "3:1: expected blanks, found a tab"),
        ("- id:\ta\n", "3:6: expected blanks, found a tab"),
        (
            '- id: a\n  label: "Talks\n  proposition: P.\n- id: c\n  label: "C"\n',
            '4:10: expected a closing " on the same line, found the next one on line 7; close the quotes that open h',
        ),
        (
            '- id: a\n  label: "Talks\n  proposition: P.\n',
            '4:10: expected a closing " on the same line, found none before th',
        ),
        (
            "- id: a\n  label: 'Talks\n  proposition: Putin's talks\n",
            "4:10: expected a closing ' on the same line, found the next one on line 5; close the quotes that open h",
        ),
        (
            "- label: 'Putin's talks'\n",
            "3:17: expected the end of the line after the closing ', found \"s talks'\"; put the whole text in quote",
        ),
        (
            '- label: "A" and "B"\n',
            '3:14: expected the end of the line after the closing ", found \'and "B"\'; put the whole text in quotes',
        ),
        (
            "- label: [sic] yes\n",
            "3:16: expected the end of the line after the closing bracket, found 'yes'; put text that",
        ),
        ("- label: [sic\n  proposition: P.\n", "3:10: expected a comma or a closing ], found"),
        ("- label: {a: b\n", "3:10: expected a comma or a closing }, found"),
        (
            "- id: a\n  label:Talks\n  proposition: P.\n",
            "4:3: expected a key, a colon, a blank and a value, found 'label:Talks'",
        ),
        (
            "- id: a\n  label Talks\n  proposition: P.\n",
            "4:3: expected a key, a colon, a blank and a value, found 'label Talk",
        ),
        ("- label: %b\n", "3:10: expected a value, found '%b'; put text that begins with % in quotes"),
        ("- label: @b\n", "3:10: expected a value, found '@b'; put text that begins with @ in quotes"),
        ("- label: `b`\n", "3:10: expected a value, found '`b`'; put text that begins with ` in quotes"),
        ("- label: * b\n", "3:10: expected a value, found '* b'; put text that begins with * in quotes"),
        ("- label: & b\n", "3:10: expected a value, found '& b'; put text that begins with & in quotes"),
        (
            '- label: "a\\qb"\n',
            "3:12: expected an escape that YAML has, found '\\\\q'; write \\\\ for a backslash, or use single",
        ),
        ("- label: - b\n", "3:10: expected a value, found '- b'; begin the list on a line of its own"),
        (
            "- id: a\n label: b\n",
            "4:2: expected a line indented like those above it, found 'label: b'; indent all keys of",
        ),
        ("  - id: a\n - id: b\n", "4:2: expected a line indented like those above it, found '- id: b'"),
    ],
)
def test_of_people(lines: str, expected: str) -> None:
    assert message(HEAD + lines + TAIL).startswith(f"f.yaml:{expected}")


def test_quotes_that_open_on_a_line_with_a_key_are_found_from_the_next_that_close() -> None:
    text = f'{HEAD}- id: a\n  label: "Talks\n  proposition: "P."\n{TAIL}'
    assert message(text).startswith('f.yaml:4:10: expected a closing " on the same line, found the next one on line 5')


def test_a_key_that_begins_with_a_dash() -> None:
    with pytest.raises(NotReadableError, match="found '-id'; write a blank after the dash"):
        loads("format_version: '1.0'\nissues:\n-id: a\n")


@examples(400)
@given(
    st.lists(st.sampled_from([*"[]{}:,-?&*!|>'\"%@`#\\ \n\t", "a", "a: ", "- ", "\n  ", "%YAML 1.1\n"])).map("".join)
)
def test_all_that_the_parser_refuses_is_explained_at_a_place_in_the_text(text: str) -> None:
    try:
        list(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        reason = explanation(text, error)
        assert 0 <= reason.place <= len(text)
        assert reason.expected
        assert reason.found.isprintable()
        assert "\n" not in str(reason.hint)
