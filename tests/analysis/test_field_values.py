"""The fields that can hold ids and terms of a kind, compared with what the records hold."""

from enum import Enum

import attrs
from hypothesis import given

from diplo_events import Actor, Issue, Meeting, Place, Position, SpeechAct, Statement, load_example
from diplo_events.analysis._field_values import trees_of, values
from diplo_events.model import EventRecord
from diplo_events.model.ids import ActorId, IssueId, PlaceId
from diplo_events.schema import EVENT_TYPES, Record, references
from diplo_events.strategies import records
from diplo_events.vocab import MeetingStatus, ParticipantRole, Section, Term

KINDS = {ActorId: Actor, IssueId: Issue, PlaceId: Place}


def terms_in(part: object) -> list[Term]:
    """Walk over everything in a record, whatever its fields are called."""
    if isinstance(part, Enum):
        return [part] if isinstance(part, Term) else []
    if attrs.has(type(part)):
        return [term for field in attrs.fields(type(part)) for term in terms_in(getattr(part, field.name))]
    return [term for item in part for term in terms_in(item)] if isinstance(part, tuple | frozenset) else []


class TestValues:
    @given(records())
    def test_ids_are_those_that_the_schema_calls_references(self, record: Record) -> None:
        if isinstance(record, EventRecord):
            for kind, cls in KINDS.items():
                expected = [ref.target for ref in references(type(record), record) if ref.types == (cls,)]
                assert list(values(record, trees_of(kind)[type(record)])) == expected

    @given(records())
    def test_terms_are_all_that_stand_in_the_record(self, record: Record) -> None:
        if isinstance(record, EventRecord):
            found = terms_in(record)
            for vocabulary in (SpeechAct, MeetingStatus, ParticipantRole, Section):
                expected = [term for term in found if isinstance(term, vocabulary)]
                assert list(values(record, trees_of(vocabulary)[type(record)])) == expected

    def test_they_are_found_in_the_bundled_dataset(self) -> None:
        for record in load_example().records:
            if isinstance(record, EventRecord):
                expected = [ref.target for ref in references(type(record), record) if ref.types == (Actor,)]
                assert list(values(record, trees_of(ActorId)[type(record)])) == expected


class TestTrees:
    def test_there_is_one_for_each_type_of_event_record(self) -> None:
        assert [cls.__name__ for cls in EVENT_TYPES] == [
            *("Statement", "Action", "Meeting", "Vote", "TerritorialClaim", "Position")
        ]
        assert tuple(trees_of(ActorId)) == EVENT_TYPES

    def test_what_a_type_cannot_hold_has_no_fields(self) -> None:
        assert trees_of(SpeechAct) == {cls: {"acts": {}} if cls is Statement else {} for cls in EVENT_TYPES}
        assert trees_of(Section)[Statement] == {"spans": {"section": {}}, "quotes": {"span": {"section": {}}}}
        assert trees_of(ParticipantRole)[Meeting] == {"participants": {"role": {}}}
        assert trees_of(PlaceId)[Position] == {}
