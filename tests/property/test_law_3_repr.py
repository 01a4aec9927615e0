"""Law 3: the `repr` of a record is Python that makes the record."""

import attrs
from hypothesis import given
from hypothesis import strategies as st
from laws import BUNDLED, RECORDS

import diplo_events
from diplo_events import strategies as drawn
from diplo_events.model.field_repr import FieldRepr
from diplo_events.schema import Record

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

    @given(RECORDS)
    def test_it_is_what_attrs_writes(self, record: Record) -> None:
        fields = {field.name: attrs.field(repr=field.repr) for field in attrs.fields(type(record))}
        twin = attrs.make_class(type(record).__name__, fields)
        values = {name: getattr(record, name) for name in fields}
        assert type(record).__repr__ is FieldRepr.__repr__
        assert repr(record) == repr(twin(**values))
