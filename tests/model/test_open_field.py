"""Fields that are not coded yet: `OPEN` in records, `open` in files, what `check` says of them."""

import copy
import pickle
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplo_events
from diplo_events import OPEN, Dataset, InvalidRecordError, NotReadableError, OpenFieldError, Position, Span, Statement
from diplo_events import strategies as drawn
from diplo_events.coding import check
from diplo_events.formats import json, jsonl, yaml
from diplo_events.formats.plain import from_plain, record_to_plain, to_plain
from diplo_events.json_schema import json_schema
from diplo_events.model.nodes import openable_names
from diplo_events.schema import COLLECTIONS, RECORD_TYPES, Record, fields
from each_case import each_case


@st.composite
def drafts(draw: st.DrawFn) -> Record:
    """Draw a record with at least one open field."""
    record = draw(drawn.records())
    names = draw(st.lists(st.sampled_from(openable_names(type(record))), unique=True, min_size=1))
    return attrs.evolve(record, **dict.fromkeys(names, OPEN))


DRAFTS = drafts()
FORMATS = pytest.mark.parametrize("format_", [json, jsonl, yaml])
VALIDATOR = jsonschema.Draft202012Validator(json_schema())

DRAFT = """\
format_version: '1.0'
complete: false
statements:
- id: s1
  source: a1
  open: [{open}]
  speakers: [norland]
  mode: direct
  {rest}
"""


def draft(*names: str, rest: str = "note: A draft.") -> str:
    return DRAFT.format(open=", ".join(names), rest=rest)


def position(**values: object) -> Position:
    given: dict[str, Any] = dict.fromkeys(openable_names(Position), OPEN) | values
    return Position(id="p1", source="a1", **given)


class TestOpen:
    def test_it_is_one_value(self) -> None:
        copies = [copy.copy(OPEN), copy.deepcopy([OPEN])[0]]
        copies += [pickle.loads(pickle.dumps(OPEN, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
        assert all(value is OPEN for value in copies)
        assert (repr(OPEN), bool(OPEN), {OPEN: 1}[OPEN]) == ("OPEN", False, 1)

    @each_case(
        "use",
        [len, iter, list, lambda x: x[0], lambda x: x.value, lambda x: "a" in x, lambda x: x.present, lambda x: [*x]],
    )
    def test_it_cannot_be_used_as_a_value(self, use: Any) -> None:
        with pytest.raises(OpenFieldError, match="not coded yet"):
            use(OPEN)

    def test_an_unknown_dunder_is_only_missing(self) -> None:
        assert not hasattr(OPEN, "__fspath__")
        assert not hasattr(OPEN, "value")

    def test_what_can_be_open_follows_from_the_fields(self) -> None:
        for cls in RECORD_TYPES.values():
            required = {field.name for field in fields(cls) if field.required}
            assert {*openable_names(cls)} == required - {"id", "source"}
        assert openable_names(Span) == ()


class TestRecords:
    @given(st.data())
    def test_all_that_can_be_open_can_be_open_together(self, data: st.DataObject) -> None:
        record = data.draw(drawn.records())
        names = openable_names(type(record))
        opened = attrs.evolve(record, **dict.fromkeys(names, OPEN))
        assert (opened.open, record.open) == (names, ())
        assert opened != record
        back = {name: getattr(record, name) for name in names}
        assert attrs.evolve(opened, **back) == record

    @given(st.data())
    def test_nothing_else_can_be(self, data: st.DataObject) -> None:
        record = data.draw(drawn.records())
        others = [field.name for field in fields(type(record)) if not field.openable]
        name = data.draw(st.sampled_from(others))
        with pytest.raises(InvalidRecordError) as refused:
            attrs.evolve(record, **{name: OPEN})
        assert {problem.path for problem in refused.value.problems} <= {name, ""}  # freezing a mapping knows no name

    def test_no_part_of_a_value_can_be(self) -> None:
        with pytest.raises(InvalidRecordError, match=r"actor: .* found OPEN; only the fields that a record must have"):
            diplo_events.Participant(actor=OPEN)
        with pytest.raises(InvalidRecordError, match=r"speakers\[0\]: .* found OPEN"):
            Statement(id="s", source="a", speakers=(OPEN,), acts=OPEN, mode=OPEN, summary=OPEN)

    def test_other_mistakes_are_listed_without_the_open_fields(self) -> None:
        with pytest.raises(InvalidRecordError) as refused:
            position(stance="agree")
        assert [problem.path for problem in refused.value.problems] == ["stance"]

    def test_rules_between_fields_that_are_given_still_hold(self) -> None:
        with pytest.raises(InvalidRecordError, match="one ballot of each member"):
            diplo_events.Vote(
                id="v", source="a", body=OPEN, result=OPEN, summary=OPEN,
                ballots=tuple(diplo_events.Ballot(actor="x", choice=c) for c in list(diplo_events.BallotChoice)[:2]),
            )  # fmt: skip


class TestFiles:
    @given(DRAFTS)
    def test_plain_data_name_the_open_fields_and_leave_them_out(self, record: Record) -> None:
        plain = record_to_plain(record)
        assert plain["open"] == list(record.open)
        assert list(plain)[:2] == ["id", "open"]
        assert not plain.keys() & {*record.open}
        (name,) = [name for name, cls in COLLECTIONS.items() if cls is type(record)]
        VALIDATOR.validate({"format_version": "1.0", name: [plain]})

    @given(DRAFTS, st.data())
    def test_a_schema_and_a_reader_want_each_field_once(self, record: Record, data: st.DataObject) -> None:
        plain = record_to_plain(record)
        (name,) = [name for name, cls in COLLECTIONS.items() if cls is type(record)]
        field = data.draw(st.sampled_from(record.open))
        missing = plain | {"open": [other for other in record.open if other != field]}
        both = plain | {field: "norland"}
        for wrong in (missing, both):
            document = {"format_version": "1.0", "complete": False, name: [wrong]}
            assert not VALIDATOR.is_valid(document)
            with pytest.raises(NotReadableError):
                from_plain(document)

    @FORMATS
    def test_an_empty_list_says_nothing(self, format_: ModuleType) -> None:
        whole = Dataset(records=[position()], complete=False)
        plain = to_plain(whole)
        assert from_plain(plain) == whole
        plain["positions"][0] |= {"open": [], "actor": "a", "issue": "i", "stance": "agree", "basis": "declared"}
        plain["positions"][0] |= {"summary": "So."}
        assert "open" not in format_.dumps(from_plain(plain))

    @each_case(
        ("text", "found"),
        [
            (draft("acts", "summary"), []),
            (draft("summary", "acts"), []),
            (draft("act", "summary"), ["open[0]: expected a field of Statement that can be open, found 'act'"]),
            (draft("acts", "summary", "acts"), ["open[2]: expected each item once, found 'acts' again"]),
            (draft("acts", "summary", "when"), ["found 'when'; leave it out; when need not have a value"]),
            (draft("acts", "summary", "id"), ["found 'id'; one of speakers, acts, mode, summary"]),
            (draft("acts", "summary", "7"), ["open[2]: expected a field of Statement that can be open, found 7"]),
            (draft("acts", "summary", "mode"), ["open[2]: expected the name of a field without a value, found 'mode'"]),
            (draft("acts"), ["summary: expected a value for this field, found none; write it, or list it under open"]),
            (draft("acts", rest="sumary: Hm."), ["sumary: expected a field of Statement, found 'sumary'"]),
            (draft("act", rest="when: soon"), ["open[0]", "summary: expected a value", "when: expected a date"]),
            (draft().replace("[]", "acts"), ["open: expected a list, found 'acts'; put it into a list", "summary"]),
            (draft("acts", "summary", rest="spans: [{start: 1, end: 2, open: [end]}]"), ["expected a field of Span"]),
        ],
    )  # fmt: skip
    def test_what_is_wrong_with_the_list_is_said_in_its_place(self, text: str, found: list[str]) -> None:
        if not found:
            (record,) = yaml.loads(text).records
            assert record.open == ("acts", "summary")
            return
        with pytest.raises(NotReadableError) as refused:
            yaml.loads(text, file="a.yaml")
        problems = refused.value.problems
        assert len(problems) == len(found)
        for words in found:
            assert any(words in str(problem) for problem in problems), problems
        assert all(problem.location and problem.location.line >= 4 for problem in problems)

    def test_a_field_of_a_newer_version_may_be_open(self) -> None:
        text = draft("acts", "summary", "tone").replace("'1.0'", "'1.7'")
        with pytest.warns(diplo_events.NewerFormatWarning, match=r"statements\[0\].open"):
            dataset = yaml.loads(text)
        assert dataset["s1"].open == ("acts", "summary")
        assert to_plain(dataset)["statements"][0]["open"] == ["acts", "summary", "tone"]

    def test_a_draft_and_its_coding_are_two_records(self) -> None:
        whole, other = (Dataset(records=[position(summary=text)], complete=False) for text in (OPEN, "So."))
        with pytest.raises(diplo_events.DatasetError, match=r"expected OPEN, found 'So\.'"):
            whole.merge(other)


class TestCheck:
    def test_open_fields_are_listed_apart(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(draft("acts", "summary"), encoding="utf-8")
        result = check(tmp_path / "a.yaml")
        assert [problem.path for problem in result.open] == ["s1.acts", "s1.summary"]
        assert {problem.location and problem.location.line for problem in result.open} == {4}
        assert result.problems == ()
        final = check(tmp_path / "a.yaml", final=True)
        assert [str(problem) for problem in final.problems] == [
            f"{tmp_path}/a.yaml:4:3: s1.{name}: expected a value, found none: the field is open"
            for name in ("acts", "summary")
        ]
        assert final.open == ()
