"""Law 3: the `repr` of a record is Python that makes the record."""

from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from laws import BUNDLED, RECORDS

import diplo_events
from diplo_events import strategies as drawn
from diplo_events.schema import RECORD_TYPES, Record

PUBLIC = {name: getattr(diplo_events, name) for name in diplo_events.__all__}


class TestLaw3:
    """`eval(repr(record)) == record` with the public names imported."""

    def check(self, value: object) -> None:
        again = eval(repr(value), {"__builtins__": {"frozenset": frozenset}}, PUBLIC)
        assert type(again) is type(value)
        assert again == value
        assert repr(again) == repr(value)

    @given(RECORDS)
    def test_drawn_records(self, record: Record) -> None:
        self.check(record)

    @given(
        st.one_of(
            drawn.spans(),
            drawn.quotes(),
            drawn.names(),
            drawn.roles(),
            drawn.participants(),
            drawn.quantities(),
            drawn.points(),
            drawn.uncoded_passages(),
            drawn.frozen_maps(),
            drawn.event_dates(),
        )
    )
    def test_drawn_parts(self, part: object) -> None:
        self.check(part)

    @BUNDLED
    def test_bundled_records(self, record: Record) -> None:
        self.check(record)

    @given(RECORDS, RECORDS)
    def test_it_is_what_attrs_writes_and_so_are_equality_and_hash(self, record: Record, other: Record) -> None:
        twin, same = twin_of(record), twin_of(attrs.evolve(record))
        assert repr(record) == repr(twin)
        assert (record == attrs.evolve(record)) == (twin == same)
        assert hash(record) == hash(attrs.evolve(record))
        if type(record) is type(other):
            assert (record == other) == (values_of(record) == values_of(other))
        else:
            assert record != other

    def test_no_class_of_records_has_methods_of_its_own_for_it(self) -> None:
        own = [(cls, name) for cls in RECORD_TYPES.values() for name in SHARED if name in vars(cls)]
        assert len(RECORD_TYPES) > 1
        assert not own


def values_of(record: Record) -> list[object]:
    """List the values of a record's fields."""
    return [getattr(record, field.name) for field in attrs.fields(type(record))]


def twin_of(record: Record) -> object:
    """Return the same values in a class whose methods attrs writes."""
    fields = {field.name: attrs.field(repr=field.repr) for field in attrs.fields(type(record))}
    return twin_class(type(record).__name__, fields)(*values_of(record))


def twin_class(name: str, fields: dict[str, Any]) -> type:
    """Return a class of that name, the same one each time."""
    return TWINS.setdefault(name, attrs.make_class(name, fields, frozen=True))


TWINS: dict[str, type] = {}
SHARED = ("__repr__", "__eq__", "__hash__")
