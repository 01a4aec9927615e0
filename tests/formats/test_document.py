"""The plain form of a dataset: what is read, what is refused, and what a newer version brings along."""

import json
import warnings
from typing import Any

import attrs
import pytest

from diplo_events import (
    Actor,
    ActorKind,
    Dataset,
    FrozenMap,
    Issue,
    NewerFormatWarning,
    NotReadableError,
    Problem,
    Statement,
    load_example,
)
from diplo_events.errors import Location
from diplo_events.formats import json as json_format
from diplo_events.formats import jsonl
from diplo_events.formats._document import diagnose_document, document_of, plain_record, read_document
from diplo_events.formats._json_text import parse_located
from diplo_events.formats._newer import MOST_NAMED, NEWER, put
from diplo_events.formats._positions import Located
from diplo_events.formats._unfit import Unfit
from each_case import each_case

ISSUE = {"id": "i", "label": "L", "proposition": "P."}
ACTOR = {"id": "a", "name": "A", "kind": "state"}
SOURCE = {"id": "x", "title": "T", "kind": "news_article", "length": 10}
STATEMENT = {"id": "s", "source": "x", "speakers": ["a"], "acts": ["announce"], "mode": "direct", "summary": "S."}


def document(**more: object) -> dict[str, Any]:
    return {"format_version": "1.0", **more}


def explained(data: object) -> Dataset:
    return diagnose_document(parse_located(json.dumps(data, indent=1), file="d.json"))


def problems(data: object) -> list[Problem]:
    with pytest.raises(NotReadableError) as caught:
        explained(data)
    with pytest.raises(Unfit):
        read_document(data)
    assert all(p.location is not None and p.location.line is not None for p in caught.value.problems)
    places = [(p.location.line, p.location.column) for p in caught.value.problems if p.location]
    assert places == sorted(places), "in the order of reading"
    return list(caught.value.problems)


def paths(data: object) -> list[str]:
    return [problem.path for problem in problems(data)]


class TestBothWaysOfReading:
    @pytest.mark.slow
    def test_give_the_example(self) -> None:
        dataset = load_example()
        assert read_document(document_of(dataset)) == dataset
        assert explained(document_of(dataset)) == dataset

    def test_take_a_header_alone(self) -> None:
        header = document(title="T", description="D", version="1", license="L", citation="C", complete=False)
        header["extra"] = {"a": [1]}
        assert document_of(read_document(header)) == header
        assert document_of(explained(header)) == header

    @each_case("data", [None, 3, "x", [], [document()], True])
    def test_refuse_what_is_no_mapping(self, data: object) -> None:
        (problem,) = problems(data)
        assert problem.expected == "a mapping with format_version and lists of records"
        assert problem.found == repr(data)

    @each_case("items", [{}, "", None, 0, False, {"id": "i"}, "abc"])
    def test_refuse_a_collection_that_is_no_list(self, items: object) -> None:
        (problem,) = problems(document(issues=items))
        assert (problem.path, problem.expected) == ("issues", "a list of records")

    @each_case("item", [None, 3, "x", [], [ISSUE]])
    def test_refuse_a_record_that_is_no_mapping(self, item: object) -> None:
        assert paths(document(issues=[ISSUE, item])) == ["issues[1]"]


class TestTheVersion:
    @each_case("version", [1.0, 1, True, "1", "1.0.0", "v1.0", "", "1.", " 1.0", "١.0", "12345.0", []])
    def test_is_two_numbers_in_quotes(self, version: object) -> None:
        (problem,) = problems({"format_version": version})
        assert (problem.path, problem.hint) == ("format_version", "write it in quotes")

    @pytest.mark.parametrize("data", [{}, {"format_version": None}])
    def test_must_be_there(self, data: dict[str, Any]) -> None:
        (problem,) = problems(data)
        assert (problem.found, problem.hint) == ("none", "write format_version: '1.0'")

    @pytest.mark.parametrize("version", ["0.9", "2.0"])
    def test_of_another_major_number_is_refused(self, version: str) -> None:
        (problem,) = problems({"format_version": version})
        assert "this library reads 1.0 and newer minor versions" in str(problem.hint)


class TestAllProblemsAtOnce:
    def test_of_the_header_and_the_records_and_how_they_fit(self) -> None:
        data = document(
            titel="T",
            description=5,
            complete="no",
            extra=[],
            sources=[SOURCE],
            actors=[ACTOR | {"nam": 1}, ACTOR],
            issues=[ISSUE | {"broader": "j"}, ISSUE | {"id": "j", "broader": "i"}],
            statements=[
                STATEMENT | {"spans": [{"start": 3, "end": 11}]},
                STATEMENT | {"id": "t", "speakers": ["x"]},
                STATEMENT | {"id": "u", "speakers": ["aa"]},
            ],
        )
        assert paths(data) == [
            "titel",
            "description",
            "complete",
            "extra",
            "actors[0].nam",
            "actors[1].id",
            "issues[0].broader",
            "statements[0].spans[0].end",
            "statements[1].speakers[0]",
        ]

    def test_of_what_extra_holds(self) -> None:
        deep: Any = 1
        for _ in range(52):
            deep = [deep]
        found = problems(document(title=5, extra={"a": {"b": "\ud800"}, "c": deep, "d\x00": 1}))
        assert [p.path.rstrip("[0]") for p in found] == ["title", "extra", "extra.a.b", "extra.c"]
        assert [p.expected for p in found] == ["text", "a key of plain text", "a JSON value", "at most 48 levels"]

    @each_case("key", ["]", "x]", "[", "a[x]", ".", "..", "", "a.b", "[0]", "a.x]", "\n"])
    def test_no_key_keeps_the_search_for_its_place_going_for_ever(self, key: str) -> None:
        assert key in paths(document(**{key: 1}))[0]
        assert paths(document(issues=[ISSUE | {key: 1}]))[0].startswith("issues[0]")

    def test_a_reference_to_what_an_impossible_id_was_meant_as_is_no_second_problem(self) -> None:
        data = document(actors=[ACTOR | {"id": "Anna B"}, ACTOR | {"member_of": ["anna-b"]}])
        (problem,) = problems(data)
        assert (problem.path, problem.hint) == ("actors[0].id", "did you mean 'anna-b'?")

    def test_a_partial_dataset_may_refer_to_what_is_elsewhere(self) -> None:
        assert not explained(document(complete=False, statements=[STATEMENT])).complete
        assert {"statements[0].source", "statements[0].speakers[0]"} == set(paths(document(statements=[STATEMENT])))

    @pytest.mark.slow
    def test_many_misspelt_references_take_no_endless_time(self) -> None:
        actors = [ACTOR | {"id": f"a-{i}", "member_of": [f"b-{i}"]} for i in range(1500)]
        found = problems(document(actors=actors))
        assert len(found) == 1500
        assert found[0].hint == "did you mean 'a-0'?"
        assert found[-1].hint == "add the record, or say complete: false"


class TestANewerVersion:
    NEW = document(
        format_version="1.7",
        mood="sour",
        treaties=[{"id": "t"}],
        extra={"mine": 1},
        sources=[SOURCE],
        actors=[ACTOR | {"rank": 3, "names": [{"text": "A", "tone": [1, {"x": None}]}, {"text": "B"}]}],
        statements=[
            STATEMENT | {"quotes": [{"text": "q", "span": {"start": 0, "end": 1, "a/b~c": 0}}], "extra": {"own": True}}
        ],
    )

    def read(self) -> Dataset:
        with pytest.warns(NewerFormatWarning) as caught:
            dataset = explained(self.NEW)
        (warning,) = caught
        assert str(warning.message) == (
            "format 1.7 is newer than 1.0; kept in extra and written back: "
            "mood, treaties, actors[0].rank, actors[0].names[0].tone, statements[0].quotes[0].span.a/b~c"
        )
        return dataset

    def test_is_read_and_kept_in_extra(self) -> None:
        dataset = self.read()
        assert dataset.format_version == "1.7"
        actor, statement = dataset["a"], dataset["s"]
        assert isinstance(actor, Actor)
        assert isinstance(statement, Statement)
        assert dataset.extra[NEWER] == FrozenMap({"/mood": "sour", "/treaties": [{"id": "t"}]})
        assert actor.extra[NEWER]["/names/0/tone"] == (1, FrozenMap({"x": None}))
        assert dict(statement.extra) == {"own": True, NEWER: FrozenMap({"/quotes/0/span/a~1b~0c": 0})}

    def test_is_written_back_where_it_came_from(self) -> None:
        dataset = self.read()
        assert document_of(dataset) == self.NEW
        with pytest.warns(NewerFormatWarning):
            assert json_format.loads(json_format.dumps(dataset)) == dataset
        with pytest.warns(NewerFormatWarning):
            assert jsonl.loads(jsonl.dumps(dataset)) == dataset

    def test_is_refused_whole_where_the_version_is_one_that_is_known(self) -> None:
        assert paths(self.NEW | {"format_version": "1.0"}) == [
            "mood",
            "treaties",
            "actors[0].rank",
            "actors[0].names[0].tone",
            "statements[0].quotes[0].span.a/b~c",
        ]

    def test_without_anything_new_gives_no_warning(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert explained(document(format_version="1.7", issues=[ISSUE])).format_version == "1.7"

    def test_must_still_be_right_in_what_is_known(self) -> None:
        with pytest.warns(NewerFormatWarning), pytest.raises(NotReadableError) as caught:
            explained(document(format_version="1.1", new=1, issues=[ISSUE | {"label": 5, "extra": 3, "odd": 1}, 7]))
        assert [p.path for p in caught.value.problems] == ["issues[0].label", "issues[0].extra", "issues[1]"]

    def test_a_record_that_changed_keeps_what_has_no_place_any_more(self) -> None:
        dataset = self.read()
        statement = dataset["s"]
        assert isinstance(statement, Statement)
        bare = dataset.with_records(attrs.evolve(statement, quotes=()))
        plain = document_of(bare)
        assert plain["statements"][0]["extra"][NEWER] == {"/quotes/0/span/a~1b~0c": 0}
        with pytest.warns(NewerFormatWarning):
            assert explained(plain) == bare

    def test_long_lists_are_cut_in_the_warning(self) -> None:
        actors = [ACTOR | {"id": f"a{i}", "odd\u202e": 1} for i in range(MOST_NAMED + 5)]
        with pytest.warns(NewerFormatWarning, match=r"actors\[9\]\.odd\\u202e and 5 more") as caught:
            explained(document(format_version="1.1", actors=actors))
        assert str(caught[0].message).isprintable()

    @pytest.mark.parametrize("name", ["type", "closed"])
    def test_a_field_with_a_name_that_json_lines_needs_stays_in_extra(self, name: str) -> None:
        with pytest.warns(NewerFormatWarning):
            dataset = explained(document(format_version="1.1", issues=[ISSUE | {name: 1}], type=2))
        for module in (json_format, jsonl):
            assert module.loads(module.dumps(dataset)) == dataset


class TestAnExtraThatOnlyLooksLikeANewerVersions:
    @each_case(
        "value",
        [
            5,
            [],
            {"/id": "b"},
            {"/note": "n"},
            {"note": "n"},
            {"": 1},
            {"/names/0/x": 1},
            {"/names/x/y": 1},
            {"/x": 1},
            {"/label/x": 1},
            {"/extra/x": 1},
            {"/extra": 1},
            {"/actors": []},
            {"/format_version": "1.2"},
            {"/type": "x"},
        ],
    )
    @each_case("version", ["1.0", "1.1"])
    def test_comes_back_as_it_was(self, value: object, version: str) -> None:
        issue = Issue(id="i", label="L", proposition="P.", extra=FrozenMap({NEWER: value}))
        actor = Actor(id="a", name="A", kind=ActorKind.STATE, extra=FrozenMap({NEWER: value, "b": 1}))
        given = Dataset(records=[issue, actor], extra=FrozenMap({NEWER: value}), format_version=version)
        for module in (json_format, jsonl):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", NewerFormatWarning)
                assert module.loads(module.dumps(given)) == given
        assert plain_record(issue)["extra"] == {NEWER: json.loads(json.dumps(value))}


def test_a_pointer_goes_through_lists_and_mappings() -> None:
    data: Any = {"a": [{"b/~": 1}]}
    put(data, "/a/0/b~1~0", 2)
    assert data == {"a": [{"b/~": 2}]}
    for bad in ("/x/y", "/a/1/b", "/a/z/b"):
        with pytest.raises((KeyError, IndexError, ValueError)):
            put(data, bad, 2)


@each_case(
    ("path", "line"),
    [("a", 2), ("a.b", 3), ("a.b[3]", 3), ("a.c[0].d", 2), ("x", 1), ("x[1].y", 1), ("", 1), ("a.b.c.d[1][2]", 3)],
)
def test_the_place_of_what_is_missing_is_that_of_what_is_around_it(path: str, line: int) -> None:
    located = parse_located('{\n"a": {\n"b": 1}}')
    assert located.nearest(path) == Location(line=line, column=1)
    assert Located(None).nearest(path) is None
