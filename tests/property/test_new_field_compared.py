"""A new field of a class is compared between sources and between coders without another edit.

Each class here is `Meeting` with a field `added` of one kind, as in the law about new fields of which this is a part.
"""

from typing import Any, Final

import attrs
import pytest

from diplo_events import (
    Actor,
    ActorKind,
    Aspect,
    Dataset,
    EventDate,
    FrozenMap,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Source,
    SourceKind,
    Span,
)
from diplo_events.coding.agreement import compare_type
from diplo_events.coding.variables import UNMEASURED, variables_of
from diplo_events.corroboration import Verdict, corroborate, find_attestations
from diplo_events.corroboration.fields import NOT_COMPARED, compared_fields, holds_list
from diplo_events.errors import ArgumentError
from diplo_events.model import EventRecord
from diplo_events.model.ids import ActorId, CountryCode
from diplo_events.referents import find_referents
from diplo_events.schema import RECORD_TYPES, fields
from each_case import each_case

DATE: Final = EventDate.parse("2025-09-03")
LATER: Final = EventDate.parse("2025-09-05")

KINDS: Final[dict[str, tuple[Any, object, Any, Any]]] = {
    "id": (ActorId | None, None, "a", "b"),
    "code": (CountryCode | None, None, "UA", "FR"),
    "whole number": (int | None, None, 0, 1),
    "number": (float | None, None, 0.0, 1.0),
    "date": (EventDate | None, None, DATE, LATER),
    "term": (Aspect | None, None, Aspect.FUTURE, Aspect.NEGATED),
    "part": (Span | None, None, Span(start=0, end=1), Span(start=1, end=2)),
    "ids": (tuple[ActorId, ...], (), ("a",), ("b",)),
    "terms": (frozenset[Aspect], frozenset(), frozenset({Aspect.FUTURE}), frozenset({Aspect.NEGATED})),
}
"""For each kind of field that is compared its type, its default, and two values that contradict if any two can."""

FREE: Final[dict[str, tuple[Any, object, Any, Any]]] = {
    "text": (str | None, None, "one", "two"),
    "texts": (tuple[str, ...], (), ("one",), ("two",)),
    "map": (FrozenMap[Any], attrs.Factory(FrozenMap), FrozenMap(), FrozenMap({"a": 1})),
}
"""The same for the kinds that coders and users fill with words of their own."""

LISTS: Final = {"ids", "terms"}


def wider(annotation: object, default: object) -> type[Any]:
    """Make `Meeting` with one field more."""
    field = attrs.field(type=annotation, default=default)
    return attrs.make_class("WiderMeeting", {"added": field}, bases=(Meeting,), frozen=True, kw_only=True)


CLASSES: Final = {kind: wider(*row[:2]) for kind, row in (KINDS | FREE).items()}


def meeting(kind: str, key: str, source: str, **added: object) -> Any:
    """Make a report of one meeting, at one passage."""
    return CLASSES[kind](
        id=key,
        source=source,
        canonical_id="meeting/one",
        spans=(Span(start=0, end=9),),
        title="Met",
        kind=MeetingKind.TALKS,
        status=MeetingStatus.HELD,
        **added,
    )


def reported(kind: str, *values: object) -> Dataset:
    """Make a dataset in which a source of its own reports each value."""
    outlets = [Actor(id=f"outlet{i}", name="O", kind=ActorKind.MEDIA) for i, _ in enumerate(values)]
    sources = [
        Source(
            id=f"s{i}", title="S", kind=SourceKind.NEWS_ARTICLE, publisher=f"outlet{i}", sha256=f"{i}" * 64, length=9
        )
        for i, _ in enumerate(values)
    ]
    people = [Actor(id=key, name=key, kind=ActorKind.PERSON) for key in "ab"]
    records = [meeting(kind, f"r{i}", f"s{i}", added=value) for i, value in enumerate(values)]
    return Dataset(records=[*outlets, *sources, *people, *records])


@pytest.mark.parametrize("kind", KINDS)
class TestComparedBetweenSources:
    def test_it_is_listed(self, kind: str) -> None:
        assert compared_fields(CLASSES[kind]) == (*compared_fields(Meeting), "added")
        assert holds_list(CLASSES[kind], "added") == (kind in LISTS)

    def test_two_sources_confirm_a_value_and_contradict_each_other(self, kind: str) -> None:
        first, second = KINDS[kind][2:]
        verdicts = [
            next(result for result in corroborate(reported(kind, *values)) if result.type is CLASSES[kind])["added"]
            for values in ((first, first), (first, second))
        ]
        assert [found.verdict for found in verdicts] == [
            Verdict.CONFIRMED,
            Verdict.UNIQUE if kind in LISTS else Verdict.CONFLICT,
        ]
        assert [len(found.attestations) for found in verdicts] == [1, 2]

    def test_who_gives_it_is_known(self, kind: str) -> None:
        dataset = reported(kind, *KINDS[kind][2:])
        (referent,) = find_referents(dataset)
        assert [found.sources for found in find_attestations(dataset, referent, "added")] == [("s0",), ("s1",)]

    def test_who_says_nothing_attests_nothing(self, kind: str) -> None:
        dataset = reported(kind, KINDS[kind][1])
        (referent,) = find_referents(dataset)
        assert find_attestations(dataset, referent, "added") == ()


@each_case("kind", KINDS)
def test_it_is_a_variable_of_agreement(kind: str) -> None:
    first, second = KINDS[kind][2:]
    assert [v.name for v in variables_of(CLASSES[kind]) if v.name not in {v.name for v in variables_of(Meeting)}] == [
        "added"
    ]
    one, other = reported(kind, first), reported(kind, second)
    found = compare_type(CLASSES[kind], one, other, [(["s0"], ["s0"])], resamples=0, seed=0)
    assert [item.variable for item in found.disagreements] == ["added"]
    assert next(variable.agreed for variable in found.variables if variable.name == "added") == 0


@pytest.mark.parametrize("kind", FREE)
def test_free_text_and_the_users_own_data_are_not_compared(kind: str) -> None:
    assert compared_fields(CLASSES[kind]) == compared_fields(Meeting)
    assert [v.name for v in variables_of(CLASSES[kind])] == [v.name for v in variables_of(Meeting)]
    dataset = reported(kind, FREE[kind][2])
    with pytest.raises(ArgumentError, match=r"expected field to be when, .*, found 'added'"):
        find_attestations(dataset, find_referents(dataset)[0], "added")


@pytest.mark.parametrize("exceptions", [NOT_COMPARED, UNMEASURED])
def test_what_is_left_out_is_a_field_and_has_a_reason(exceptions: Any) -> None:
    assert {EventRecord, *exceptions} <= {EventRecord, *RECORD_TYPES.values()}
    for type_, reasons in exceptions.items():
        assert reasons.keys() <= {field.name for field in fields(type_)}
        assert all(reason.strip() for reason in reasons.values())
    for type_ in set(exceptions) - {EventRecord}:
        without = compared_fields(type_) if exceptions is NOT_COMPARED else [v.name for v in variables_of(type_)]
        assert not {*exceptions[type_], *exceptions[EventRecord]} & {*without}
