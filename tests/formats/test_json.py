"""JSON: canonical output, strict input, and a file cut or damaged anywhere is never read as if it were whole."""

import io
import json
from typing import Any

import pytest
from format_damage import damaged, read_as_it_is_or_refused
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Dataset, NotReadableError, load_example
from diplo_events.errors import DiploEventsError, Location
from diplo_events.formats import json as json_format
from diplo_events.formats.json import dump, dumps, load, loads, places
from each_case import each_case
from profiles import examples

SMALL = """{
  "closed": true,
  "format_version": "1.0",
  "title": "Zwei \u2028 Akteure",
  "actors": [
    {
      "id": "a",
      "name": "\u00c4",
      "kind": "state"
    },
    {
      "id": "b",
      "name": "B",
      "kind": "group",
      "member_of": [
        "a"
      ],
      "extra": {
        "n": 1.5
      }
    }
  ],
  "end": {
    "records": 2,
    "sha256": "110fba9843faee33abdd03e4d52c52b8e4c69502871cd9c2ef29daf7ae2f8a1e"
  }
}
"""


def refused(data: bytes | str) -> list[str]:
    with pytest.raises(NotReadableError) as caught:
        loads(data, file="f.json")
    return [str(problem) for problem in caught.value.problems]


class TestCanonicalOutput:
    def test_comes_back_byte_for_byte(self) -> None:
        assert dumps(loads(SMALL)) == SMALL
        text = dumps(load_example())
        assert dumps(loads(text)) == text

    def test_does_not_depend_on_how_the_input_was_written(self) -> None:
        data = {name: value for name, value in json.loads(SMALL).items() if name not in {"closed", "end"}}
        shuffled = {key: data[key] for key in sorted(data)} | {"complete": True, "extra": {}, "issues": []}
        shuffled["actors"] = [dict(reversed(actor.items())) for actor in reversed(data["actors"])]
        shuffled["actors"][1]["names"] = []
        assert dumps(loads(json.dumps(shuffled))) == SMALL

    def test_keys_of_extra_are_sorted(self) -> None:
        texts = [
            dumps(Dataset(extra=extra)) for extra in ({"b": 1, "a": {"d": 1, "c": 2}}, {"a": {"c": 2, "d": 1}, "b": 1})
        ]
        assert texts[0] == texts[1]

    def test_is_what_the_standard_library_reads(self) -> None:
        assert json.loads(dumps(load_example()))["format_version"] == "1.0"

    def test_streams_are_binary(self) -> None:
        stream = io.BytesIO()
        dump(loads(SMALL), stream)
        assert stream.getvalue() == SMALL.encode()
        stream.seek(0)
        assert load(stream) == loads(SMALL)

    @pytest.mark.parametrize("file", ["given.json", None])
    def test_a_stream_has_a_name_in_messages(self, file: str | None, tmp_path: Any) -> None:
        path = tmp_path / "own.json"
        path.write_bytes(b"{")
        with path.open("rb") as stream, pytest.raises(NotReadableError, match=file or "own.json:1:2"):
            load(stream, file=file)
        with pytest.raises(NotReadableError, match="<input>:1:2"):
            load(io.BytesIO(b"{"))


class TestStrictInput:
    @each_case(
        ("text", "messages"),
        [
            ('{"format_version": "1.0", "title": "a", "title": "a"}', ["f.json:1:41: title: expected each key once"]),
            (
                '{"format_version": "1.0",\n "extra": {"a": NaN, "b": -Infinity, "c": 1e400}}',
                [
                    "f.json:2:17: extra.a: expected a finite number, found NaN",
                    "f.json:2:27: extra.b: expected a finite number, found -Infinity",
                    "f.json:2:43: extra.c: expected a finite number, found '1e400'",
                ],
            ),
            (
                '{"format_version": "1.0",\n "extra": {"a": 9223372036854775808}}',
                ["f.json:2:17: extra.a: expected a whole number of at most 64 bits, found '9223372036854775808'"],
            ),
            (
                '{"format_version": "1.0",\n "extra": {"a": "\\ud800", "b": "\\udfff\\ud800"}}',
                ["f.json:2:12: extra.a: expected a JSON value", "f.json:2:27: extra.b: expected a JSON value"],
            ),
            (
                '{"format_version": "1.0", "title": "\\udc00"}',
                ["f.json:1:27: title: expected plain text, found '\\udc00'; remove"],
            ),
            ('{"format_version": "1.0", "\\ud800": 1}', ["f.json:1:27: \\ud800: expected a field of a dataset"]),
            (
                '{"format_version": "1.0", "titel": "a", "actor": [], "xyz": 1}',
                [
                    "f.json:1:27: titel: expected a field of a dataset, found 'titel'; did you mean 'title'?",
                    "f.json:1:41: actor: expected a field of a dataset, found 'actor'; did you mean 'actors'?",
                    "f.json:1:54: xyz: expected a field of a dataset, found 'xyz'; leave it out",
                ],
            ),
            ("", ["f.json:1:1: expected a JSON value, found the end of the text"]),
            ("   \n", ["f.json:2:1: expected a JSON value, found the end of the text"]),
            ("null", ["f.json:1:1: expected a mapping with format_version"]),
            ('"abc"', ["f.json:1:1: expected a mapping with format_version"]),
        ],
    )
    def test_names_every_problem_with_its_place(self, text: str, messages: list[str]) -> None:
        found = refused(text)
        assert len(found) == len(messages)
        for problem, message in zip(found, messages, strict=True):
            assert problem.startswith(message)

    def test_takes_the_64_bits_that_there_are(self) -> None:
        text = '{"format_version": "1.0", "extra": {"a": 9223372036854775807, "b": -9223372036854775808}}'
        assert dict(loads(text).extra) == {"a": 2**63 - 1, "b": -(2**63)}

    def test_a_surrogate_pair_is_one_character(self) -> None:
        assert loads('{"format_version": "1.0", "title": "\\ud83d\\ude00"}').title == "\U0001f600"

    def test_a_byte_order_mark_may_stand_in_front_once(self) -> None:
        assert loads(b"\xef\xbb\xbf" + SMALL.encode()) == loads(SMALL)
        assert "a second one" in refused(b"\xef\xbb\xbf\xef\xbb\xbf" + SMALL.encode())[0]

    def test_nesting_has_a_limit_wherever_it_is(self) -> None:
        for depth in (65, 500, 900, 985, 100_000):
            text = '{"format_version": "1.0", "issues": [{"id": "i", "label": "L", "proposition": '
            (message,) = refused(text + "[" * depth + "]" * depth + "}]}")
            assert message == (
                "f.json:1:140: issues[0].proposition: expected at most 64 levels of nesting, found one more"
            )

    def test_what_extra_can_hold_can_be_written_and_read(self) -> None:
        deep: Any = 1
        for _ in range(48 - 1):
            deep = [deep]
        dataset = Dataset(extra={"a": deep})
        assert loads(dumps(dataset)) == dataset


class TestDamage:
    BYTES = SMALL.encode()

    def test_every_cut_is_refused(self) -> None:
        for end in range(len(self.BYTES) - 1):
            with pytest.raises(NotReadableError) as caught:
                loads(self.BYTES[:end])
            assert all(problem.location for problem in caught.value.problems)

    @examples(300)
    @given(
        st.lists(st.tuples(st.integers(0, len(BYTES) - 1), st.binary(min_size=0, max_size=3)), min_size=1, max_size=3)
    )
    def test_any_change_is_read_as_what_it_is_or_refused(self, changes: list[tuple[int, bytes]]) -> None:
        data = damaged(self.BYTES, changes)
        if read_as_it_is_or_refused(json_format, data) is not None:
            assert json.loads(data.decode().removeprefix("\ufeff"))

    @given(st.binary(max_size=40) | st.text(max_size=40))
    def test_any_input_at_all_gives_the_one_error(self, data: bytes | str) -> None:
        with pytest.raises(DiploEventsError):
            loads(data)


def test_places_tell_where_each_record_begins() -> None:
    assert places(SMALL, file="f") == {"a": Location("f", 6, 5), "b": Location("f", 11, 5)}
    for text in ("[]", '{"actors": 3}', '{"actors": [3, {}, {"id": 7}]}'):
        assert places(text) == {}
    with pytest.raises(NotReadableError):
        places("{")
