"""The strict converter: it coerces nothing, and everything that is wrong is listed with its path."""

import json
from typing import Any

import attrs
import pytest
from cattrs.errors import ClassValidationError
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    OPEN,
    Actor,
    ActorKind,
    Aspect,
    EventDate,
    FrozenMap,
    Issue,
    Name,
    Place,
    PlaceKind,
    Point,
    Quantity,
    QuotationMode,
    Quote,
    Role,
    Section,
    Source,
    Span,
    SpeechAct,
    Statement,
    Unit,
    load_example,
)
from diplo_events._internal.reading.field_examples import example_of
from diplo_events.converter import MOST_UNKNOWN, make_converter, problems_of
from diplo_events.errors import DiploEventsError, InvalidRecordError, Problem
from diplo_events.model.nodes import openable_names
from diplo_events.schema import RECORD_TYPES, PartNode
from each_case import each_case
from wider_records import EXAMPLE

EXPLAINING, FAST = make_converter(), make_converter(explain=False)

ACTOR = {"id": "a", "name": "A", "kind": "state"}
STATEMENT = {"id": "s", "source": "x", "speakers": ["a"], "acts": ["announce"], "mode": "direct", "summary": "S."}


def problems(data: object, cls: type) -> list[Problem]:
    with pytest.raises((DiploEventsError, ExceptionGroup)) as caught:
        EXPLAINING.structure(data, cls)
    return list(problems_of(caught.value, ("here", 0)))


def problem(data: object, cls: type) -> tuple[str, str, str]:
    (only,) = problems(data, cls)
    return only.path.removeprefix("here[0]").removeprefix("."), only.expected, only.found


@each_case("cls", RECORD_TYPES.values())
@each_case("converter", [EXPLAINING, FAST])
def test_every_record_of_the_example_comes_back(cls: type[attrs.AttrsInstance], converter: Any) -> None:
    records = EXAMPLE.of_type(cls)
    assert records
    for record in records:
        plain = converter.unstructure(record)
        assert converter.structure(plain, cls) == record
        defaults = {f.name: f.default for f in attrs.fields(cls)}
        order = sorted(defaults, key=lambda name: defaults[name] is not attrs.NOTHING)
        assert list(plain) == [name for name in order if name in plain], "what must be there comes first"
        assert not [name for name in plain if getattr(record, name) == defaults[name]], "defaults are left out"


class TestNothingIsCoerced:
    """Law 5: `7` is not an id, `"yes"` is not a bool, `NO` is Norway."""

    @each_case("value", [7, 7.0, True, None, ["a"], {"a": 1}])
    @each_case("field", ["id", "name", "kind"])
    def test_what_is_no_text_is_none(self, field: str, value: object) -> None:
        path, _, found = problem(ACTOR | {field: value}, Actor)
        assert (path, found) == (field, repr(value))

    @each_case("value", ["yes", "true", 1, 0, "no"])
    def test_what_is_no_truth_value_is_none(self, value: object) -> None:
        cls = RECORD_TYPES["position"]
        data = {"id": "p", "source": "x", "actor": "a", "issue": "i", "stance": "agree", "basis": "declared"}
        assert problem(data | {"summary": "S", "red_line": value}, cls)[:2] == ("red_line", "true or false")

    @each_case("value", ["3", 3.0, True, None, [3]])
    def test_what_is_no_whole_number_is_none(self, value: object) -> None:
        assert problem({"start": value, "end": 9}, Span) == ("start", "a whole number", repr(value))

    @each_case("value", ["3", True, None, 2**53 + 1, 10**400, float("inf"), float("nan")])
    def test_what_is_no_number_is_none(self, value: object) -> None:
        path, expected, _ = problem({"longitude": value, "latitude": 0}, Point)
        assert (path, expected) == ("longitude", "a finite number")

    def test_a_whole_number_that_loses_nothing_may_be_a_number(self) -> None:
        for converter in (EXPLAINING, FAST):
            made = converter.structure({"longitude": 3, "latitude": -0.0}, Point)
            assert repr(made) == "Point(longitude=3.0, latitude=0.0)"

    @each_case("value", ["a", {"a": 1}, None, 3, ("a",)])
    def test_what_is_no_list_is_none(self, value: object) -> None:
        assert problem(STATEMENT | {"acts": value}, Statement) == ("acts", "a list", repr(value))
        assert problem(STATEMENT | {"aspects": value}, Statement) == ("aspects", "a list", repr(value))

    @each_case("value", [[], "x", None, 3])
    def test_what_is_no_mapping_is_none(self, value: object) -> None:
        assert problem(STATEMENT | {"extra": value}, Statement) == ("extra", "a mapping", repr(value))
        assert problem(STATEMENT | {"spans": [value]}, Statement)[:2] == ("spans[0]", "the fields of a Span")
        assert problem(value, Statement)[:2] == ("", "the fields of a Statement")

    @each_case("value", [20250904, 2025, None, ["2025"]])
    def test_what_is_no_date_is_none(self, value: object) -> None:
        if value is None:
            assert EXPLAINING.structure(STATEMENT | {"when": None}, Statement).when is None
            return
        (only,) = problems(STATEMENT | {"when": value}, Statement)
        assert (only.path, only.expected, only.found) == ("here[0].when", "a date in EDTF", repr(value))
        assert (only.hint == "write it in quotes") is isinstance(value, int)

    @given(st.sampled_from([Actor, Issue, Place, Source, Statement, Span, Role, Name]), st.data())
    def test_the_two_converters_accept_the_same(self, cls: type[attrs.AttrsInstance], data: st.DataObject) -> None:
        known = [field.name for field in attrs.fields(cls)]
        values = st.sampled_from(
            [*ACTOR.values(), "2025-09-04", "en", "RU", 3, 7.5, True, None, [], {}, ["a"], "", "x"]
        )
        made = data.draw(st.dictionaries(st.sampled_from([*known, "unknown"]), values))
        results: list[object] = []
        listed: list[list[Problem]] = []
        for converter in (EXPLAINING, FAST):
            try:
                results.append(converter.structure(made, cls))
            except Exception as error:  # noqa: BLE001  (which one it is, `problems_of` and the readers look after)
                results.append(None)
                listed.append(list(problems_of(error)) if converter is EXPLAINING else [])
        assert results[0] == results[1]
        assert not listed or listed[0]


class TestProblems:
    def test_all_are_listed_each_with_its_path(self) -> None:
        data = STATEMENT | {
            "id": 7,
            "acts": ["announce", "anounce", 3],
            "spans": [{"start": 1, "end": 2}, {"start": "x", "end": 2}, {"start": 5, "end": 2}],
            "quotes": [{"text": 1, "span": {"start": 0, "end": 1, "section": "boddy"}}],
            "when": "2025-13-01",
            "nonsense": 1,
        }
        found = {p.path.removeprefix("here[0]."): p for p in problems(data, Statement)}
        assert set(found) == {
            "id",
            "acts[1]",
            "acts[2]",
            "spans[1].start",
            "spans[2]",
            "quotes[0].text",
            "quotes[0].span.section",
            "when",
            "nonsense",
        }
        assert str(found["acts[1]"].hint).startswith("did you mean 'announce'? one of announce, ")
        assert found["quotes[0].span.section"].hint == "did you mean 'body'? one of " + ", ".join(
            ["body", *(m.value for m in Section if m is not Section.BODY)]
        )
        assert found["spans[2]"].found == "start 5 and end 2"
        assert found["nonsense"].hint == "leave it out, or keep your own fields in extra"

    def test_a_misspelt_field_is_one_problem_though_the_right_one_is_missing(self) -> None:
        data = {name: value for name, value in STATEMENT.items() if name != "summary"} | {"sumary": "S."}
        (only,) = problems(data, Statement)
        assert str(only) == ("here[0].sumary: expected a field of Statement, found 'sumary'; did you mean 'summary'?")

    def test_a_missing_field_is_a_problem_of_its_own(self) -> None:
        data = {name: value for name, value in STATEMENT.items() if name != "mode"} | {"sumary": "S."}
        assert [p.path for p in problems(data, Statement)] == ["here[0].mode", "here[0].sumary"]

    @given(st.integers(1, 5) | st.integers(MOST_UNKNOWN - 2, MOST_UNKNOWN + 3))
    def test_of_many_unknown_fields_the_first_are_listed_and_all_counted(self, number: int) -> None:
        names = [f"unknown{n:03}" for n in range(number)]
        found = [one.found for one in problems(ACTOR | dict.fromkeys(names), Actor)]
        more = [f"{number - MOST_UNKNOWN} more unknown fields"] if number > MOST_UNKNOWN else []
        assert found == [*map(repr, names[:MOST_UNKNOWN]), *more]

    def test_what_has_no_extra_gets_no_advice_to_use_it(self) -> None:
        (only,) = problems({"start": 1, "end": 2, "zzzz": 3}, Span)
        assert only.hint == "one of start, end, section"

    def test_a_date_that_is_none_is_shown_with_the_reason(self) -> None:
        (only,) = problems(STATEMENT | {"when": "2025-13-01"}, Statement)
        assert (only.found, only.hint) == ("'2025-13-01'", "column 6: there is no month 13")

    def test_an_id_that_is_none_is_shown_with_what_may_have_been_meant(self) -> None:
        (only,) = problems(ACTOR | {"id": "Sergey Lavrov"}, Actor)
        assert only.hint == "did you mean 'sergey-lavrov'?"
        assert problems(ACTOR | {"id": "!"}, Actor)[0].hint is None

    def test_a_vocabulary_is_listed(self) -> None:
        (small,) = problems(STATEMENT | {"mode": "zzzz"}, Statement)
        assert str(small.hint) == f"one of {', '.join(m.value for m in QuotationMode)}"
        (large,) = problems(STATEMENT | {"acts": ["zzzz"]}, Statement)
        assert str(large.hint) == f"one of {', '.join(m.value for m in SpeechAct)}"

    @each_case(
        ("word", "begin"),
        [
            (
                "ministry",
                "did you mean 'government_body'? one of government_body, person, state, government, military,",
            ),
            ("minister", "one of government_body, person, state,"),
            ("newspaper", "did you mean 'media'? one of media, person,"),
            ("goverment", "did you mean 'government'? one of government, person,"),
            ("Military", "did you mean 'military'? one of military, "),
            ("militia", "did you mean 'military'? one of military, person, "),
            ("xyz" * 100_000, "one of person, state, "),
        ],
    )
    def test_members_of_like_meaning_come_first(self, word: str, begin: str) -> None:
        (only,) = problems(ACTOR | {"kind": word}, Actor)
        assert str(only.hint).startswith(begin)
        assert sorted(str(only.hint).rpartition("one of ")[2].split(", ")) == sorted(m.value for m in ActorKind)

    @each_case(
        ("field", "value", "hint"),
        [
            ("quotes", "No.", 'write a list, such as [{"text": "…", "span": {"start": 0, "end": 9}}]'),
            ("quotes", {"text": "No."}, 'write a list, such as [{"text": "…", "span": {"start": 0, "end": 9}}]'),
            ("spans", 3, 'write a list, such as [{"start": 0, "end": 9}]'),
            ("spans", None, "leave the field out if there are none"),
            ("audience", "putin", 'put it into a list: ["putin"]'),
            ("audience", {"putin": None}, 'write a list, such as ["some-id"]'),
            ("audience", "x" * 1000, 'write a list, such as ["some-id"]'),
            ("acts", 7, f'write a list, such as ["{next(iter(SpeechAct)).value}"]'),
            ("spans", [[3, 9]], 'such as {"start": 0, "end": 9}'),
            ("when", ["2025-08-25..2025-08-31"], 'write it in quotes: "[2025-08-25..2025-08-31]"'),
            ("when", ["2025-08-25", "2025-08-31"], 'write it in quotes: "[2025-08-25,2025-08-31]"'),
            ("when", {"2025-08-25": None, "2025-08-26": None}, 'write it in quotes: "{2025-08-25,2025-08-26}"'),
            ("when", ["x" * 1000], "write it in quotes"),
            ("when", [], None),
            ("when", 2025, "write it in quotes"),
        ],
    )
    def test_what_is_not_what_it_should_be_is_answered_with_an_example(
        self, field: str, value: object, hint: str | None
    ) -> None:
        (only,) = problems(STATEMENT | {field: value}, Statement)
        assert only.hint == hint

    @each_case("cls", RECORD_TYPES.values())
    def test_examples_are_right(self, cls: type[Any]) -> None:
        assert isinstance(EXPLAINING.structure(json.loads(example_of(PartNode(cls=cls))), cls), cls)

    def test_a_text_with_its_quotation_marks_is_longer_than_its_span(self) -> None:
        for text in ("“No.”", "'No.'", "«No.»", '"No."'):
            (only,) = problems({"text": text, "span": {"start": 3, "end": 6}}, Quote)
            assert only.hint == "leave the quotation marks out of the text"
        (only,) = problems({"text": "“No” and “yes”", "span": {"start": 3, "end": 6}}, Quote)
        assert only.hint is None

    def test_what_a_set_holds_twice_is_a_problem(self) -> None:
        aspect = next(iter(Aspect)).value
        path, expected, _ = problem(STATEMENT | {"aspects": [aspect, aspect]}, Statement)
        assert (path, expected) == ("aspects", "each item once")

    def test_a_note_of_somebody_else_is_passed_over(self) -> None:
        error = KeyError("a")
        error.add_note("somebody else's")
        assert [p.path for p in problems_of(error, ("a",))] == ["a"]
        group = ClassValidationError("x", [error], Span)
        assert [p.path for p in problems_of(group, ("a",))] == ["a"]

    def test_what_is_not_about_the_data_is_not_hidden(self) -> None:
        with pytest.raises(ZeroDivisionError):
            list(problems_of(ZeroDivisionError()))
        with pytest.raises(KeyError, match="bug"):  # not a field that is missing
            list(problems_of(KeyError("bug"), ("statements", 0, "mode")))


def test_a_set_is_written_in_the_order_of_its_values() -> None:
    record = EXPLAINING.structure(STATEMENT | {"aspects": sorted((a.value for a in Aspect), reverse=True)}, Statement)
    assert EXPLAINING.unstructure(record)["aspects"] == sorted(a.value for a in Aspect)


@given(st.lists(st.sampled_from(["label", "proposition", "id", "other"]), max_size=3))
def test_the_list_of_open_fields_names_each_field_without_a_value_once(names: list[str]) -> None:
    values = {name: "A" for name in ("label", "proposition") if name not in names}
    data = {"id": "a", "open": names} | values
    is_right = len(set(names)) == len(names) and {"label", "proposition"}.issuperset(names)
    for converter in (EXPLAINING, FAST):
        if is_right:
            assert converter.structure(data, Issue).open == tuple(sorted(names))
        else:
            with pytest.raises((DiploEventsError, ExceptionGroup)):
                converter.structure(data, Issue)


@each_case("cls", [cls for cls in RECORD_TYPES.values() if openable_names(cls)])
def test_an_open_field_changes_nothing_in_how_the_others_are_written(cls: type[Any]) -> None:
    for record in EXAMPLE.of_type(cls)[:5]:
        if record.open:
            continue
        written = EXPLAINING.unstructure(record)
        for name in openable_names(cls):
            others = {key: value for key, value in written.items() if key != name}
            opened = EXPLAINING.unstructure(attrs.evolve(record, **{name: OPEN}))
            assert opened == others | {"open": [name]}


def test_what_is_written_is_plain_data_of_its_own() -> None:
    inner = {"a": [1, {"b": None}]}
    actor = Actor(id="a", name="A", kind=load_example()["russia"].kind, extra=FrozenMap(inner))
    plain = FAST.unstructure(actor)
    assert plain["extra"] == inner
    plain["extra"]["a"].append(2)
    assert FAST.unstructure(actor)["extra"] == inner
    assert FAST.unstructure(Quantity(low=1, high=2, unit=Unit.COUNT)) == {"low": 1.0, "high": 2.0, "unit": "count"}
    assert FAST.unstructure(EventDate.parse("2025")) == "2025"
    assert FAST.unstructure(Place(id="p", name="P", kind=PlaceKind.REGION, point=Point(longitude=1, latitude=2)))[
        "point"
    ] == {"longitude": 1.0, "latitude": 2.0}


class Text(str):
    __slots__ = ()


@each_case("converter", [EXPLAINING, FAST])
@each_case(("field", "value"), [("when", Text("2025-09-03")), ("mode", Text("direct"))])
def test_a_subclass_of_text_is_another_type(converter: Any, field: str, value: object) -> None:
    with pytest.raises((InvalidRecordError, ClassValidationError)):
        converter.structure(STATEMENT | {field: value}, Statement)
