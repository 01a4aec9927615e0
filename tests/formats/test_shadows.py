"""The fast road of JSON, through msgspec, against the strict converter: nothing is read or written otherwise."""

import json
import random
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    OPEN,
    Actor,
    ActorKind,
    Dataset,
    Issue,
    NotReadableError,
    Quantity,
    SpeechAct,
    Statement,
    load_example,
    vocab,
)
from diplo_events.dataset import Header, header_values
from diplo_events.formats import _jsonl_lines, _known_values, _record_lines, _shadow_documents, _shadows, jsonl
from diplo_events.formats import json as json_format
from diplo_events.formats._document import document_of, plain_record, read_document
from diplo_events.formats._json_text import parse
from diplo_events.formats._jsonl_lines import MAX_LINE
from diplo_events.formats._positions import Located
from diplo_events.formats._proof import with_proof
from diplo_events.formats._record_lines import read_slowly, record_line, record_reader
from diplo_events.formats._text import decode_fast
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.plain import from_plain
from diplo_events.model.node_rules import value_rules
from diplo_events.model.nodes import openable_names
from diplo_events.schema import (
    RECORD_TYPES,
    ManyNode,
    Node,
    Record,
    TextNode,
    VocabularyNode,
    WholeNode,
    fields,
    type_name,
)
from filled_records import filled_document
from profiles import examples
from shared_datasets import DATASETS

EXAMPLE = load_example()
LINES = jsonl.dumps(EXAMPLE).encode().split(b"\n")[1:-2]
PIECES = [
    *(b'"', b"\\", b"{", b"}", b"[", b"]", b",", b":", b" ", b"\t", b"\r", b"null", b"true", b"0", b"-0.0", b"1e3"),
    *(b'""', b'" "', b"\\n", b"\\t", b"\\u0041", b"\\ud800", b"\\b", b"\\/", b"\x7f", b"\xc2\x85", b"\xc2\xa0"),
    *(b"\x00", b"\xff", b"\xef\xbb\xbf", b"9223372036854775808", b"1.0", b'"id":"a",', b'"x":1', b"\xe2\x80\xa8"),
]
"""What stands at the edge of what may stand in a line."""


def slow_line(record: Record) -> bytes:
    """Write a record as the standard library does."""
    content = {"type": type_name(type(record)), **plain_record(record)}
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def outcome(read: Callable[[bytes], Record], line: bytes) -> str | None:
    """Return all of a record that a line holds, types included; `None` if it is refused."""
    try:
        return repr(read(line))
    except Unfit:
        return None


def mutations(lines: list[bytes], number: int, seed: int) -> Iterator[bytes]:
    """Return lines in which a few bytes are put in, taken out, changed, doubled or taken from elsewhere."""
    draw = random.Random(seed)
    for _ in range(number):
        line = draw.choice(lines)
        for _ in range(draw.choice((1, 1, 1, 2, 3))):
            at = draw.randrange(len(line))
            to = min(len(line), at + draw.choice((0, 1, 1, 2, 8, 30)))
            other = draw.choice(lines)
            start = draw.randrange(len(other))
            piece = draw.choice(
                (
                    b"",
                    bytes([draw.randrange(256)]),
                    draw.choice(PIECES),
                    line[at:to] * 2,
                    other[start : start + to - at],
                )
            )
            line = line[:at] + piece + line[to:]
            line = line or b"{}"
        yield line


def accepted_otherwise(lines: Iterator[bytes]) -> tuple[list[bytes], int]:
    """Return the lines that the fast road reads otherwise than the strict converter, and count those that it reads."""
    fast = _shadows.reader()
    wrong: list[bytes] = []
    read = 0
    for line in lines:
        found = outcome(fast, line)
        if found is not None:
            read += 1
            if found != outcome(read_slowly, line):
                wrong.append(line)
    return wrong, read


def test_every_good_line_takes_the_fast_road() -> None:
    read = _shadows.reader()
    for line in LINES:
        record = read(line)
        assert record == EXAMPLE[record.id]
        assert type(record) is type(EXAMPLE[record.id])
        assert _shadows.writer()(record) == line + b"\n"


def drafts() -> list[Record]:
    """List records with one open field, and with all that can be open."""
    found: list[Record] = []
    for cls in RECORD_TYPES.values():
        names = openable_names(cls)
        record = next(record for record in from_plain(filled_document()).records if type(record) is cls)
        found += [attrs.evolve(record, **dict.fromkeys(opened, OPEN)) for opened in (*zip(names), names)]
    return found


def test_records_with_open_fields_take_it_too() -> None:
    read = _shadows.reader()
    for record in drafts():
        line = slow_line(record)
        assert _shadows.writer()(record) == line
        assert repr(read(line[:-1])) == repr(record)


def test_an_open_in_extra_opens_nothing() -> None:
    line = b'{"type":"issue","id":"a","label":"A","proposition":"P","extra":{"a":1,"open":["label"]}}'
    assert outcome(_shadows.reader(), line) == outcome(read_slowly, line) != outcome(_shadows.reader(), LINES[0])


@pytest.mark.slow
def test_no_line_with_open_fields_is_read_otherwise() -> None:
    wrong, read = accepted_otherwise(mutations([slow_line(record)[:-1] for record in drafts()], 600, seed=2))
    assert wrong == []
    assert read > 50


def test_every_field_takes_the_fast_road() -> None:
    """Also the fields that the bundled records leave empty, and those that are added later."""
    read = _shadows.reader()
    dataset = from_plain(filled_document())
    assert {type(record) for record in dataset.records if not record.open} == {*RECORD_TYPES.values()}
    for record in dataset.records:
        line = slow_line(record)
        assert _shadows.writer()(record) == line
        assert repr(read(line[:-1])) == repr(record)


@pytest.mark.slow
@examples(40)
@given(dataset=DATASETS)
def test_both_roads_are_one(dataset: Dataset) -> None:
    read = record_reader()
    for record in dataset.records:
        line = slow_line(record)
        assert record_line(record) == line
        assert repr(read(line[:-1])) == repr(read_slowly(line[:-1])) == repr(record)


@pytest.mark.slow
def test_no_line_is_read_otherwise() -> None:
    wrong, read = accepted_otherwise(mutations(LINES, 600, seed=1))
    assert wrong == []
    assert read > 50, "many mutations are other good lines"


@examples(60)
@given(text=st.text() | st.sampled_from(["", " ", "\t", "\n", "a\\b", "\\\\u0000", "\x7f", "\x85", "\u2028", "é\xa0"]))
def test_texts(text: str) -> None:
    content = {"type": "issue", "id": "a", "label": text, "proposition": "P", "extra": {"x": text}}
    line = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    found = outcome(_shadows.reader(), line)
    assert found in {None, outcome(read_slowly, line)}
    if text.isprintable() and text.strip() and "\\" not in text:
        assert found


@examples(60)
@given(number=st.floats(0, allow_nan=False, allow_infinity=False) | st.sampled_from([0.0, 1e16, 1e-5, 1e22, 2.0**53]))
def test_numbers(number: float) -> None:
    quantity = Quantity(low=number, high=number, unit=vocab.Unit.COUNT)
    record = Issue(id="a", label="A", proposition="P", extra={"x": [number, -number]})
    meeting = next(iter(EXAMPLE.meetings))
    for written in (
        record,
        type(meeting)(id="m", source="s", title="T", kind=meeting.kind, status=meeting.status, quantities=(quantity,)),
    ):
        line = slow_line(written)
        assert record_line(written) == line
        assert outcome(record_reader(), line[:-1]) == repr(written)


@pytest.mark.parametrize(
    "spelling",
    [
        b'{"type":"issue","id":"a","label":"A","proposition":"P","extra":{}}',
        b'{"type":"issue","id":"a","label":"A","proposition":"P","broader":null}',
        b'{"type":"issue","id":"a","label":"A","label":"A","proposition":"P"}',
        b'{"id":"a","type":"issue","label":"A","proposition":"P"}',
        b'{"type":"issue","id":"a","label":"A", "proposition":"P"}',
        b'{"type":"issue","id":"a","label":"\\u0041","proposition":"P"}',
        b'{"type":"issue","id":"a","label":"A","proposition":"P","extra":{"x":1e2}}',
        b'{"type":"issue","id":"a","label":"A","proposition":"P","extra":{"x":-0}}',
        b'{"type":"issue","id":"a","open":["proposition","label"]}',
        b'{"type":"issue","id":"a","open":["label","label"],"proposition":"P"}',
        b'{"type":"issue","id":"a","open":["label"],"label":"A","proposition":"P"}',
        b'{"type":"issue","id":"a","open":["id"],"label":"A","proposition":"P"}',
        b'{"type":"issue","id":"a","open":[],"label":"A","proposition":"P"}',
        b'{"type":"issue","open":["label"],"id":"a","proposition":"P"}',
        b'{"type":"issue","id":"a","label":"A","proposition":"P","labels":"A"}',
        b'\xef\xbb\xbf{"type":"issue","id":"a","label":"A","proposition":"P"}',
        b'{"type":"issue","id":"a","label":"A","proposition":"P"}\r',
        b'{"type":"issue","id":"a","label":"A","proposition":"\xed\xa0\x80"}',
        b'{"type":"issue","id":"a","label":"A","proposition":"P","extra":{"x":' + b"[" * 5000 + b"]" * 5000 + b"}}",
        b'{"type":"issue","id":"a","label":"A","proposition":"' + b"P" * MAX_LINE + b'"}',
    ],
    ids=lambda line: line[:80],
)
def test_what_is_not_proven_is_left_to_the_strict_converter(spelling: bytes) -> None:
    assert outcome(_shadows.reader(), spelling) is None


@pytest.mark.parametrize(
    "node", [TextNode(), WholeNode(), *(field.node for field in fields(RECORD_TYPES["statement"]))]
)
def test_a_rule_written_as_text_is_the_rule(node: Node) -> None:
    values: list[Any] = [*("", " ", "a", " a\n"), *(0, -1, 2**63, -(2**63) - 1), *((), ("a",), ("a", "b"))]
    for rule in value_rules(node):
        for value in values:
            if rule.inline and isinstance(value, {TextNode: str, WholeNode: int}.get(type(node), tuple)):
                assert bool(eval(rule.inline, {"v": value})) is bool(rule.holds(value)), value


def test_without_the_extra_all_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = jsonl.dumps(EXAMPLE)
    document = json_format.dumps(EXAMPLE)
    monkeypatch.setattr(_record_lines, "fast_road", lambda: None)
    assert record_reader() is read_slowly
    assert jsonl.dumps(EXAMPLE) == text
    assert jsonl.loads(text) == EXAMPLE
    assert json_format.dumps(EXAMPLE) == document
    assert json_format.loads(document) == EXAMPLE


def test_a_small_file_does_not_open_the_fast_road(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, _shadows.__name__)
    assert record_reader(999_999) is read_slowly
    assert _record_lines.document_road_for(999_999) is None
    assert record_reader(1_000_000) is not read_slowly


DOCUMENT = json_format.dumps(EXAMPLE)


@pytest.mark.parametrize("indent", [None, 1, "\t"])
def test_documents_of_any_layout_take_the_fast_road(indent: int | str | None) -> None:
    text = json.dumps(json.loads(DOCUMENT), indent=indent).replace("\n", "\r\n").encode()
    assert _shadow_documents.read(text) == EXAMPLE
    assert _shadow_documents.written(EXAMPLE).decode() == DOCUMENT


@pytest.mark.slow
@examples(25)
@given(dataset=DATASETS)
def test_both_roads_of_documents_are_one(dataset: Dataset) -> None:
    document = with_proof(document_of(dataset))
    data = _shadow_documents.written(dataset)
    assert data.decode() == json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    assert repr(_shadow_documents.read(data)) == repr(dataset)
    assert _shadow_documents.read(data) == read_document(json.loads(data)) == dataset


def document_outcome(read: Callable[[bytes], Dataset], data: bytes) -> tuple[Header, str] | None:
    """Return all of a dataset that a document holds; `None` if it is refused."""
    try:
        dataset = read(data)
    except Unfit:
        return None
    return Header(**header_values(dataset)), repr([*dataset.records])


def accepted_documents(number: int, seed: int) -> tuple[list[bytes], int]:
    """Return mutations that the fast road reads otherwise than the strict reader, and count those that it reads."""
    short = Dataset(
        title="Tolls", extra={"x": [1.5, None]}, complete=False, records=[EXAMPLE.issues[0], EXAMPLE.issues[1]]
    )
    whole = json_format.dumps(short).encode()
    by_hand = json.dumps({name: value for name, value in json.loads(whole).items() if name not in {"closed", "end"}})
    wrong: list[bytes] = []
    read = 0
    for data in mutations([whole, by_hand.encode(), by_hand.encode()], number, seed):
        found = document_outcome(_shadow_documents.read, data)
        if found is not None:
            read += 1
            if found != document_outcome(lambda data: read_document(parse(decode_fast(data))), data):
                wrong.append(data)
    return wrong, read


def test_no_document_is_read_otherwise() -> None:
    wrong, read = accepted_documents(400, seed=2)
    assert wrong == []
    assert read > 20, "many mutations are other good documents"


def test_a_mistake_in_the_fast_road_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise KeyError

    monkeypatch.setattr(_shadows, "maker_of", lambda *_arguments, **_more: lambda _known: broken)
    with pytest.raises(KeyError):
        record_reader()(LINES[-1])


def test_what_a_reader_keeps_is_bounded() -> None:
    known = _known_values.KnownDates(2)
    assert [str(known[day]) for day in ("2025", "2026", "2027", "2025")] == ["2025", "2026", "2027", "2025"]
    assert len(known) == 2
    ids = _known_values.KnownCodes(str.islower, 2)
    assert [ids[key] for key in ("a", "b", "c", "a")] == ["a", "b", "c", "a"]
    assert len(ids) == 2
    with pytest.raises(Unfit):
        ids["A"]
    bounded = _known_values.KnownValues(most=3)
    read = _shadows.reader(known=bounded)
    assert [read(line).id for line in LINES] == [json.loads(line)["id"] for line in LINES]
    assert all(len(table) <= 3 and not table.expected for table in bounded.targets.values())
    assert bounded.tuples
    assert all(len(table) <= 3 for table in bounded.tuples.values())


def test_equal_tuples_of_one_id_are_one_object() -> None:
    records = _shadows.read_lines(b"\n".join(LINES), 0, lambda line: line)[0]
    met: dict[tuple[str, ...], tuple[str, ...]] = {}
    statements = [record for record in records if isinstance(record, Statement)]
    alone = [record.speakers for record in statements if len(record.speakers) == 1]
    assert len(alone) > len(set(alone)) > 1
    assert all(met.setdefault(ids, ids) is ids for ids in alone)


def test_equal_tuples_and_sets_of_terms_are_one_object() -> None:
    node = next(field.node for field in fields(Statement) if field.name == "acts")
    assert isinstance(node, ManyNode)
    accuse, reject = SpeechAct.ACCUSE, SpeechAct.REJECT
    known = _known_values.KnownTerms(node)
    assert known[accuse, reject] is known[accuse, reject]
    assert known[reject, accuse] == (reject, accuse)
    for wrong in ((), (accuse, accuse)):
        with pytest.raises(Unfit):
            known[wrong]
    sets = _known_values.KnownTerms(attrs.evolve(node, container=frozenset))
    assert sets[accuse, reject] == sets[reject, accuse] == {accuse, reject}
    with pytest.raises(Unfit):
        sets[accuse, accuse]


def test_no_more_terms_are_kept_than_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_known_values, "MOST_CODES", 2)
    known = _known_values.KnownTerms(ManyNode(item=VocabularyNode(vocabulary=SpeechAct), container=tuple))
    assert all(known[act,] == (act,) for act in SpeechAct)
    assert 0 < len(known) <= 2


def test_lines_read_together_are_read_as_each_alone() -> None:
    lines = [*LINES[:9], slow_line(drafts()[0])[:-1], *LINES[9:30], b'{"id":"x","type":"issue"}', *LINES[30:]]
    data = b"\n".join(lines)
    found, noted = _shadows.read_lines(data, 0, lambda line: line)
    assert [line if isinstance(line, bytes) else slow_line(line)[:-1] for line in found] == lines
    assert [line for line in found if isinstance(line, bytes)] == [lines[31]]
    assert not noted.apart
    assert "nobody" not in {key for ids in noted.expected.values() for key in ids}


def test_only_the_bad_lines_are_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [Actor(id=f"a{number}", name="A", kind=ActorKind.STATE) for number in range(9)]
    header, *lines = jsonl.dumps(Dataset(records=records)).replace(',"closed":true', "").splitlines()[:-1]
    lines[3] = lines[3].replace('"name":"A"', '"name":""')
    lines[6] = lines[6].replace("}", ',"member_of":["a99","a3"]}')
    explained: list[int] = []

    def read_line(text: bytes, file: str | None, number: int) -> Located:
        explained.append(number)
        return _jsonl_lines.read_line(text, file, number)

    monkeypatch.setattr(jsonl, "read_line", read_line)
    with pytest.raises(NotReadableError) as refused:
        jsonl.loads("\n".join([header, *lines]), file="x.jsonl")
    assert [str(problem).partition(", found")[0] for problem in refused.value.problems] == [
        "x.jsonl:5:27: line 5.name: expected text",
        "x.jsonl:8:66: line 8.member_of[0]: expected the id of an actor",
    ]
    assert explained == [1, 5, 8]


def file_outcome(data: bytes) -> list[str]:
    """Return all that a file holds, or all that is wrong with it."""
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            dataset = jsonl.loads(data, file="x.jsonl")
        except NotReadableError as error:
            return list(map(repr, error.problems))
    return [repr(dataset), *map(repr, dataset.records), *(str(warning.message) for warning in warned)]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
def test_what_is_wrong_with_a_file_is_said_in_the_same_words(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(seed)
    start = draw.randrange(len(LINES))
    lines = [*LINES, *LINES][start : start + draw.choice((4, 40, len(LINES)))]
    for line in mutations(lines, draw.choice((0, 1, 3, 9)), seed):
        lines.insert(draw.randrange(len(lines)), line)
    lines += draw.choice(([], [b'{"type":"end","records":4,"sha256":"x"}'], [b""], lines[:1]))
    header = {"type": "dataset", "format_version": draw.choice(("1.0", "1.0", "1.7")), "complete": draw.random() < 0.5}
    data = b"\n".join([json.dumps(header).encode(), *lines]) + draw.choice((b"", b"\n"))
    monkeypatch.setattr(_record_lines, "road_for", lambda _size: _shadows)
    found = file_outcome(data)
    monkeypatch.setattr(_record_lines, "road_for", lambda _size: None)
    assert found == file_outcome(data)
