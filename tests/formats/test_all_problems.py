"""Of a file with several mistakes, each is listed, and nothing that is only their consequence."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import NotReadableError
from diplo_events.formats import json as json_format
from profiles import examples

SPAN: Final = {"start": 0, "end": 4}
SOURCE: Final = {"id": "x", "title": "T", "kind": "news_article", "length": 10}
ACTOR: Final = {"id": "a", "name": "A", "kind": "state"}
STATEMENT: Final = {
    "id": "s",
    "source": "x",
    "speakers": ["a"],
    "acts": ["announce"],
    "mode": "direct",
    "summary": "S.",
    "spans": [SPAN],
    "quotes": [{"text": "word", "span": SPAN}],
}
VOTE: Final = {
    "id": "v",
    "source": "x",
    "body": "a",
    "result": "adopted",
    "summary": "V.",
    "ballots": [{"actor": "a", "choice": "yes"}],
    "tally": {"yes": 1},
}

WRONG_IN_STATEMENT: Final[Mapping[str, tuple[object, ...]]] = MappingProxyType(
    {
        "speakers": ([], ["a", "a"], ["A b"], ["a", "a", 7], "a", ["b"]),
        "acts": ([], ["announce", "announce"], ["announce", "announce", "x"], [7]),
        "mode": ("spoken", None),
        "summary": ("", " ", 7),
        "spans": ([{"start": 4, "end": 4}], [SPAN, SPAN], [SPAN, SPAN, {}], [{"start": 0, "end": 11}]),
        "quotes": (
            [{"text": "words", "span": SPAN}],
            [{"text": "", "span": SPAN}],
            [{"text": "word", "span": {"end": 4}}],
        ),
        "when": ("2020-13", 2020),
        "aspects": (["x"], ["negated", "negated"]),
        "extra": (7,),
        "unknown": (1,),
    }
)
"""Values that are wrong by themselves, whatever the other fields have."""


def listed(statement: Mapping[str, object] = STATEMENT, /, **more: object) -> set[tuple[str, str, str]]:
    """Return the problems of a file."""
    data = {
        "format_version": "1.0",
        "sources": [SOURCE],
        "actors": [ACTOR],
        "statements": [statement],
        "votes": [VOTE],
        **more,
    }
    try:
        json_format.loads(json.dumps(data))
    except NotReadableError as error:
        found = [(problem.path, problem.expected, problem.found) for problem in error.problems]
        assert len(set(found)) == len(found)
        return set(found)
    return set()


def paths(statement: Mapping[str, object] = STATEMENT, /, **more: object) -> list[str]:
    return sorted(path for path, _, _ in listed(statement, **more))


def test_what_is_right_has_no_problem() -> None:
    assert listed() == set()


@examples(40)
@given(wrong=st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in WRONG_IN_STATEMENT.items()}))
def test_many_mistakes_have_the_problems_of_each(wrong: dict[str, object]) -> None:
    """An independent answer: the problems of each mistake in a file of its own."""
    apart = [listed({**STATEMENT, name: value}) for name, value in wrong.items()]
    assert all(apart)
    assert listed({**STATEMENT, **wrong}) == set().union(*apart)


class TestBetweenFields:
    def test_a_rule_speaks_though_another_field_is_wrong(self) -> None:
        statement = {**STATEMENT, "summary": "", "mode": "verbatim", "spans": []}
        assert paths(statement) == ["statements[0].spans", "statements[0].summary"]

    @pytest.mark.parametrize("wrong", [{"spans": "here"}, {"span": [SPAN]}])
    def test_but_not_about_a_field_that_is_wrong_or_misspelt(self, wrong: dict[str, Any]) -> None:
        rest = {name: value for name, value in STATEMENT.items() if name != "spans"}
        (name,) = wrong
        assert paths({**rest, "mode": "verbatim", **wrong}) == [f"statements[0].{name}"]

    def test_of_parts_too(self) -> None:
        quantity = {"low": 3, "high": 2, "unit": "share", "of": ""}
        action = {
            "id": "d",
            "source": "x",
            "actors": [],
            "kind": "pay",
            "status": "done",
            "summary": "",
            "quantities": [quantity],
        }
        found = paths(actions=[action])
        assert {"actions[0].actors", "actions[0].summary"} < set(found)
        assert {"actions[0].quantities[0]", "actions[0].quantities[0].of"} < set(found)

    def test_of_a_vote(self) -> None:
        ballots = [{"actor": "a", "choice": "veto"}, {"actor": "a", "choice": "no"}]
        vote = {**VOTE, "summary": "", "ballots": ballots, "tally": {"no": 1}}
        assert paths(votes=[vote]) == ["votes[0].ballots", "votes[0].result", "votes[0].summary", "votes[0].tally.no"]


class TestBetweenRecords:
    def test_a_passage_beyond_the_source_of_a_record_that_is_wrong_elsewhere(self) -> None:
        statement = {**STATEMENT, "acts": [], "spans": [{"start": 0, "end": 11}, {"start": "0"}, 7]}
        assert {"statements[0].acts", "statements[0].spans[0].end"} < set(paths(statement))

    def test_a_reference_to_what_may_lack_its_id_is_no_problem_yet(self) -> None:
        nameless = {name: value for name, value in ACTOR.items() if name != "id"}
        assert paths(actors=[nameless]) == ["actors[0].id"]

    @pytest.mark.parametrize("more", [{"actors": {"a": ACTOR}}, {"actors": [], "actor": [ACTOR]}])
    def test_nor_is_one_to_a_record_in_a_list_that_cannot_be_read(self, more: dict[str, object]) -> None:
        statement = {**STATEMENT, "source": "y"}
        assert paths(statement, **more) == [list(more)[-1], "statements[0].source"]

    @pytest.mark.parametrize("more", [{"complete": "no"}, {"complet": False}])
    def test_nor_is_one_to_nothing_if_nobody_knows_whether_the_records_are_all(self, more: dict[str, object]) -> None:
        assert paths({**STATEMENT, "speakers": ["b"]}, **more) == [*more]

    @pytest.mark.parametrize("source", [7, None])
    def test_a_restatement_with_a_wrong_source_has_one_problem(self, source: object) -> None:
        again = {**STATEMENT, "id": "t", "restates": "s", "source": source}
        assert paths(statements=[STATEMENT, again]) == ["statements[1].source"]
