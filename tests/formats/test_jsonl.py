"""JSON Lines: a header, a line a record, a closing line that notices every cut and every change."""

import hashlib
import io
import json
import re
from typing import Any

import pytest
from format_damage import damaged, read_as_it_is_or_refused
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Actor, ActorKind, Dataset, NewerFormatWarning, NotReadableError, load_example
from diplo_events.errors import DiploEventsError, Location
from diplo_events.formats import _jsonl_lines, jsonl
from diplo_events.formats import json as json_format
from diplo_events.formats.jsonl import MAX_LINE, dump, dumps, load, loads, places
from each_case import each_case
from profiles import examples

HEADER = '{"type":"dataset","format_version":"1.0"}'
A = '{"type":"actor","id":"a","name":"A","kind":"state"}'
B = '{"type":"actor","id":"b","name":"B","kind":"group","member_of":["a"]}'
OPEN = f"{HEADER}\n{A}\n{B}\n"
CLOSED = dumps(loads(OPEN))


def refused(data: bytes | str) -> list[str]:
    with pytest.raises(NotReadableError) as caught:
        loads(data, file="f.jsonl")
    return [str(problem) for problem in caught.value.problems]


class TestNewerVersions:
    TREATY = '{"type":"treaty","id":"t","parties":["a"]}'
    NEWER = HEADER.replace("1.0", "1.1")

    def test_records_of_unknown_types_are_kept_and_written_back_as_lines(self) -> None:
        other = '{"type":"process","id":"p"}'
        with pytest.warns(NewerFormatWarning, match="kept in extra and written back: line 1.records"):
            dataset = loads(f"{self.NEWER}\n{self.TREATY}\n{A}\n{other}\n")
        text = dumps(dataset)
        assert text.split("\n")[2:4] == [self.TREATY, other]
        assert json.loads(text.split("\n")[-2])["records"] == 3
        with pytest.warns(NewerFormatWarning):
            assert loads(text) == dataset
        with pytest.warns(NewerFormatWarning):
            assert dumps(json_format.loads(json_format.dumps(dataset))) == text

    @each_case(
        "records",
        [
            *("[]", '["t"]', '[{"id":"t"}]', '[{"type":"end","id":"t"}]', '[{"type":"actor"}]', '{"type":"t"}'),
            *('[{"type":"t"},{"type":"actor"}]', '[{"type":"t"},"t"]'),
        ],
    )
    def test_what_looks_otherwise_stays_in_the_header(self, records: str) -> None:
        header = self.NEWER.replace("}", f',"records":{records},"treaties":[{{"id":"t"}}]}}')
        with pytest.warns(NewerFormatWarning):
            dataset = loads(f"{header}\n{A}\n")
        text = dumps(dataset)
        assert json.loads(text.split("\n")[0])["records"] == json.loads(records)
        assert json.loads(text.split("\n")[0])["treaties"] == [{"id": "t"}]
        with pytest.warns(NewerFormatWarning):
            assert loads(text) == dataset

    @each_case("wrong", ['{"type":"","id":"t"}', '{"type":"dataset"}', '{"type":7}', "[]"])
    def test_what_is_no_record_is_refused_as_ever(self, wrong: str) -> None:
        (problem,) = refused(f"{self.NEWER}\n{wrong}\n")
        assert "line 2" in problem

    def test_a_header_that_has_records_of_its_own_takes_no_more(self) -> None:
        header = self.NEWER.replace("}", ',"records":[]}')
        with pytest.warns(NewerFormatWarning):
            assert "line 2.type: expected the type of the record" in refused(f"{header}\n{self.TREATY}\n")[0]

    def test_in_a_version_that_is_known_the_type_is_a_mistake(self) -> None:
        assert "line 2.type: expected the type of the record" in refused(f"{HEADER}\n{self.TREATY}\n")[0]


class TestCanonicalOutput:
    def test_comes_back_byte_for_byte(self) -> None:
        text = dumps(load_example())
        assert loads(text) == load_example()
        assert dumps(loads(text)) == text

    def test_has_a_line_for_the_header_each_record_and_the_end(self) -> None:
        lines = [json.loads(line) for line in dumps(load_example()).split("\n")[:-1]]
        assert lines[0]["type"] == "dataset"
        assert lines[0]["closed"] is True
        assert [line["id"] for line in lines[1:-1]] == [
            record.id
            for cls in (jsonl.RECORD_TYPES[name] for name in jsonl.RECORD_TYPES)
            for record in load_example().of_type(cls)
        ]
        assert lines[-1].keys() == {"type", "records", "sha256"}

    def test_the_closing_line_is_a_count_and_the_hash_of_all_before_it(self) -> None:
        before, closing = re.fullmatch(r"(.*\n)(.*)\n", CLOSED, re.DOTALL).groups()
        assert json.loads(closing) == {
            "type": "end",
            "records": 2,
            "sha256": hashlib.sha256(before.encode()).hexdigest(),
        }

    def test_no_other_character_than_the_line_feed_ends_a_line(self) -> None:
        name = "a\u2028b\u2029c\nd\te"
        dataset = Dataset(records=[Actor(id="a", name=name, kind=ActorKind.STATE)])
        assert dumps(dataset).count("\n") == 3
        assert loads(dumps(dataset)) == dataset

    def test_streams_are_binary(self) -> None:
        stream = io.BytesIO()
        dump(loads(OPEN), stream)
        assert stream.getvalue() == CLOSED.encode()
        stream.seek(0)
        assert load(stream) == loads(OPEN)


class TestHandMadeFiles:
    def test_may_omit_the_closing_line(self) -> None:
        assert loads(OPEN) == loads(OPEN.rstrip("\n")) == loads(OPEN.encode())
        assert len(loads(OPEN)) == 2

    def test_may_have_the_closing_line_without_the_promise(self) -> None:
        text = CLOSED.replace(',"closed":true', "").rpartition('{"type":"end"')[0]
        digest = hashlib.sha256(text.encode()).hexdigest()
        end = json.dumps({"type": "end", "records": 2, "sha256": digest})
        assert loads(text + end) == loads(OPEN)
        assert loads(text.replace(HEADER, HEADER[:-1] + ',"closed":false}')) == loads(OPEN)

    def test_may_have_the_records_in_any_order_and_carriage_returns(self) -> None:
        assert loads(f"\ufeff{HEADER}\r\n{B}\r\n {A} \r\n") == loads(OPEN)


class TestACutOrAlteredFile:
    RAW = CLOSED.encode()

    def test_every_cut_is_noticed(self) -> None:
        for end in range(len(self.RAW) - 1):
            with pytest.raises(NotReadableError):
                loads(self.RAW[:end])
        assert loads(self.RAW[:-1]) == loads(self.RAW)  # only the line feed of the closing line

    def test_every_line_that_is_lost_or_doubled_or_moved_is_noticed(self) -> None:
        lines = CLOSED.splitlines(keepends=True)
        for index in range(len(lines)):
            refused("".join(lines[:index] + lines[index + 1 :]))
            refused("".join(lines[: index + 1] + lines[index:]))
        refused("".join([lines[0], lines[2], lines[1], lines[3]]))

    @pytest.mark.slow
    def test_every_changed_byte_is_noticed(self) -> None:
        for index, byte in enumerate(self.RAW[:-1]):
            for new in (byte ^ 1, 0x20, 0x39):
                if new != byte:
                    with pytest.raises(NotReadableError):
                        loads(self.RAW[:index] + bytes([new]) + self.RAW[index + 1 :])

    def test_other_line_ends_are_noticed(self) -> None:
        assert "the file was cut or altered" in refused(CLOSED.replace("\n", "\r\n"))[0]

    def test_the_message_says_what_is_wrong_and_what_to_do(self) -> None:
        (cut,) = refused(CLOSED.rpartition('{"type":"end"')[0])
        assert cut == (
            "f.jsonl:1:1: expected a closing line, as the header promises, found none; "
            'the file is cut off; get it again, or take "closed" out of the header'
        )
        count, digest = refused(CLOSED.replace(B + "\n", ""))
        assert count.startswith("f.jsonl:3:15: line 3.records: expected 1, found 2; the file was cut or altered")
        assert digest.startswith("f.jsonl:3:27: line 3.sha256: expected '")

    @each_case(
        ("old", "new", "message"),
        [
            ('"records":2', '"records":2.0', "f.jsonl:4:15: line 4.records: expected 2, found 2.0"),
            ('"records":2', '"records":true', "f.jsonl:4:15: line 4.records: expected 2, found True"),
            ('"records":2,', "", "f.jsonl:4:1: line 4.records: expected 2, found None"),
            ('"records":2', '"records":2,"more":1', "f.jsonl:4:27: line 4.more: expected records and sha256 alone"),
            (',"closed":true', ',"closed":"yes"', "f.jsonl:1:42: line 1.closed: expected true or false, found 'yes'"),
        ],
    )
    def test_the_closing_line_is_held_to_the_letter(self, old: str, new: str, message: str) -> None:
        assert old in CLOSED
        assert any(problem.startswith(message) for problem in refused(CLOSED.replace(old, new)))

    def test_a_promise_of_another_type_is_refused_although_it_is_kept(self) -> None:
        """The closing line is that of the changed header."""
        before = CLOSED.replace('"closed":true', '"closed":"yes"').rpartition('{"type":"end"')[0]
        digest = hashlib.sha256(before.encode()).hexdigest()
        (problem,) = refused(f'{before}{{"type":"end","records":2,"sha256":"{digest}"}}\n')
        assert problem == "f.jsonl:1:42: line 1.closed: expected true or false, found 'yes'"

    def test_nothing_stands_after_the_closing_line(self) -> None:
        for more in ("\n", A + "\n", " "):
            assert refused(CLOSED + more) == [
                "f.jsonl:5:1: expected the end of the file, found more; the closing line is the last"
            ]

    def test_a_second_closing_line_is_noticed_even_if_it_is_true(self) -> None:
        digest = hashlib.sha256(self.RAW).hexdigest()
        again = f'{{"type":"end","records":2,"sha256":"{digest}"}}\n'
        assert "expected the end of the file, found more" in refused(CLOSED + again)[0]

    @pytest.mark.slow
    @examples(200)
    @given(st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=3)), min_size=1, max_size=3), st.booleans())
    def test_any_damage_gives_the_one_error(self, changes: list[tuple[int, bytes]], closed: bool) -> None:
        read_as_it_is_or_refused(jsonl, damaged((CLOSED if closed else OPEN).encode(), changes))

    @given(st.binary(max_size=40) | st.text(max_size=40) | st.sampled_from(["3", '"x"', "null", "[]", "[{}]", "{}"]))
    def test_any_input_at_all_gives_the_one_error(self, data: bytes | str) -> None:
        for text in (data, data + (b"\n" if isinstance(data, bytes) else "\n") * 2):
            with pytest.raises(DiploEventsError):
                loads(text)


class TestStrictInput:
    @each_case(
        ("text", "messages"),
        [
            ("", ["f.jsonl:1:1: expected a header line, found none; begin with {"]),
            (f"{A}\n", ["f.jsonl:1:1: expected a header line, found none"]),
            (f"{HEADER}\n\n{A}\n", ["f.jsonl:2:1: expected a JSON object, found an empty line; remove the line"]),
            (f"{HEADER}\n \r\n", ["f.jsonl:2:1: expected a JSON object, found an empty line"]),
            (f"{HEADER}\n{HEADER}\n", ["f.jsonl:2:2: line 2.type: expected a record, found a second header"]),
            (f"{HEADER}\n5\n", ["f.jsonl:2:1: line 2: expected a JSON object, found 5"]),
            (f'{HEADER}\n"actor"\n', ["f.jsonl:2:1: line 2: expected a JSON object, found 'actor'"]),
            ("[]\n", ["f.jsonl:1:1: line 1: expected a JSON object, found []"]),
            (f'{HEADER}\n{{"type":"aktor"}}\n', ["f.jsonl:2:2: line 2.type: expected the type of the record"]),
            (f'{HEADER}\n{{"type":{{}}}}\n', ["f.jsonl:2:2: line 2.type: expected the type of the record, found {}"]),
            (f'{HEADER}\n{{"id":"a"}}\n', ["f.jsonl:2:1: line 2.type: expected the type of the record, found none"]),
            ('{"type":"datset","format_version":"1.0"}\n', ["f.jsonl:1:2: line 1.type: expected the type"]),
            ('{"type":"dataset"}\n', ["f.jsonl:1:1: line 1.format_version: expected a format version"]),
            ('{"type":"dataset","format_version":1.0}\n', ["f.jsonl:1:19: line 1.format_version: expected a format"]),
            (f"{HEADER}\n{A[:-1]}\n{B}\n", ["f.jsonl:2:51: expected a comma", "f.jsonl:3:65: line 3.member_of[0]"]),
            (f'{HEADER}\n{{"type":"actor",{A[1:]}\n', ["f.jsonl:2:17: line 2.type: expected each key once"]),
            (f"{HEADER}\n\ufeff{A}\n", ["f.jsonl:2:1: expected a JSON object, found a byte order mark; remove it"]),
            (f"\ufeff\ufeff{HEADER}\n", ["f.jsonl:1:1: expected one byte order mark at most"]),
            (f"{HEADER}\u2028{A}\n", ["f.jsonl:1:42: expected the end of the text"]),
            (f"{HEADER}\r{A}\n", ["f.jsonl:1:43: expected the end of the text"]),
        ],
    )
    def test_names_every_problem_with_its_place(self, text: str, messages: list[str]) -> None:
        found = refused(text)
        assert [[p for p in found if p.startswith(message)] for message in messages] == [[p] for p in found]

    def test_a_file_without_a_header_is_looked_through_to_the_end(self) -> None:
        found = refused(A.replace("state", "stade") + "\n" + B.replace("name", "nmae") + "\n")
        assert [re.sub(r";.*", "", p) for p in found] == [
            "f.jsonl:1:1: expected a header line, found none",
            "f.jsonl:1:37: line 1.kind: expected a member of ActorKind, found 'stade'",
            "f.jsonl:2:26: line 2.nmae: expected a field of Actor, found 'nmae'",
        ]

    def test_bytes_that_are_not_utf_8_are_found_in_their_line(self) -> None:
        (message,) = refused(OPEN.encode().replace(b'"B"', b'"\xc3\xa9\xff"'))
        assert message == "f.jsonl:3:35: expected UTF-8, found the byte 0xFF; save the file as UTF-8"

    def test_lone_surrogates_in_a_text_are_not_utf_8(self) -> None:
        assert "found the byte 0xED" in refused(OPEN.replace('"B"', '"\ud800"'))[0]

    def test_lines_have_a_limit(self) -> None:
        def with_note(size: int) -> str:
            note = '{"type":"actor","id":"c","name":"C","kind":"state","description":"'
            return OPEN + note + "x" * (size - len(note) - 2) + '"}'

        assert len(loads(with_note(MAX_LINE))) == 3
        (message,) = refused(with_note(MAX_LINE + 1))
        assert message == f"f.jsonl:4:1: expected lines of at most {MAX_LINE} bytes, found one of {MAX_LINE + 1} bytes"

    @pytest.mark.parametrize("beyond", [-1, 0, 1])
    def test_the_longest_line_is_read_beside_a_wrong_one(self, beyond: int, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_jsonl_lines, "MAX_LINE", len(HEADER))
        wrong, longest = "{", "[" + " " * (len(HEADER) + beyond - 2) + "]"
        found = refused(f"{HEADER}\n{longest}\n{wrong}\n")
        assert len(found) == 2
        assert (f"expected lines of at most {len(HEADER)} bytes" in found[0]) == (beyond > 0)

    def test_nesting_has_a_limit(self) -> None:
        (message,) = refused(f'{HEADER}\n{{"type":"actor","extra":' + "[" * 100_000 + "\n")
        assert "f.jsonl:2:88: line 2.extra[0][0]: expected at most 64 levels" in message


def test_places_tell_where_each_record_begins() -> None:
    assert places(CLOSED, file="f") == {"a": Location("f", 2, 1), "b": Location("f", 3, 1)}
    assert places(f'{HEADER}\n5\n{{"id":5}}\n') == {}
    for bad in ("\n", "{", '"\ud800"'):
        with pytest.raises(NotReadableError):
            places(bad)


def test_a_header_of_its_own_is_kept(tmp_path: Any) -> None:
    dataset = Dataset(title="T", license="CC0-1.0", complete=False, extra={"type": "x", "closed": 1})
    path = tmp_path / "x.jsonl"
    with path.open("wb") as stream:
        dump(dataset, stream)
    with path.open("rb") as stream:
        assert load(stream) == dataset
