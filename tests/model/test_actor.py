"""Actors with their spellings and offices."""

import pytest

from diplo_events import Actor, ActorKind, EventDate, FrozenMap, InvalidRecordError, Name, Role
from each_case import each_case


def test_a_whole_actor() -> None:
    actor = Actor(
        id="lavrov",
        name="Sergey Lavrov",
        kind=ActorKind.PERSON,
        names=(Name(text="Лавров", language="ru", script="Cyrl", sources=("a1",)), Name(text="Lavrov")),
        roles=(Role(title="Foreign minister", organization="russia", when=EventDate.parse("2004-03-09/..")),),
        member_of=("russia",),
        country="RU",
        identifiers={"wikidata": "Q58217"},
        extra={"seen": [1]},
    )
    assert actor.identifiers == FrozenMap({"wikidata": "Q58217"})
    assert actor.extra["seen"] == (1,)


def test_all_that_is_wrong_is_listed() -> None:
    with pytest.raises(InvalidRecordError) as refused:
        Actor(
            id="Lavrov",
            name="",
            kind="person",
            names=("Lavrov",),
            member_of=("russia", "russia"),
            country="RUS",
            identifiers={"wikidata": 58217},
            description=" ",
        )
    assert [problem.path for problem in refused.value.problems] == [
        *("id", "name", "kind", "names[0]", "member_of[1]", "country", "identifiers.wikidata", "description"),
    ]


@pytest.mark.parametrize("keys", [{"": "x"}, {" ": "x"}])
def test_identifiers_have_the_name_of_a_scheme(keys: dict[str, str]) -> None:
    with pytest.raises(InvalidRecordError, match="identifiers: expected text"):
        Actor(id="a", name="A", kind=ActorKind.STATE, identifiers=keys)


def test_a_spelling_stands_once() -> None:
    with pytest.raises(InvalidRecordError, match=r"names\[1\]: expected each item once"):
        Actor(id="a", name="A", kind=ActorKind.STATE, names=(Name(text="A"), Name(text="A")))


@each_case(("field", "value"), [("text", ""), ("language", "Ukrainian"), ("script", "cyrl"), ("sources", ("a1", "a1"))])
def test_a_name_that_cannot_be(field: str, value: object) -> None:
    with pytest.raises(InvalidRecordError, match=f"^{field}"):
        Name(**{"text": "A", field: value})


@pytest.mark.parametrize(("field", "value"), [("title", " "), ("organization", "The State"), ("when", "2025")])
def test_a_role_that_cannot_be(field: str, value: object) -> None:
    with pytest.raises(InvalidRecordError, match=f"^{field}: expected"):
        Role(**{"title": "T", field: value})
