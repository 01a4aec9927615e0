"""Records come through tables of Arrow as they are, and no table is read that the rows one by one are refused in."""

import itertools
from typing import Any

import attrs
import pyarrow as pa
import pytest
from hypothesis import given
from laws import EXAMPLE, RECORDS

from diplo_events import OPEN, EventDate, Issue, NotReadableError, Position, Source, Span, Statement
from diplo_events.formats import _arrow_writing, arrow_records
from diplo_events.formats._arrow_reading import records_of
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.arrow_records import records_table, table_records
from diplo_events.formats.arrow_tables import arrow_schema, arrow_table
from diplo_events.formats.columns import columns_of, row_of
from diplo_events.schema import COLLECTIONS, Record
from profiles import examples

CLASSES = [cls for cls in COLLECTIONS.values() if EXAMPLE.of_type(cls)]
of_types = pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
STATEMENTS = EXAMPLE.statements


def by_rows(cls: type[Record], records: Any) -> Any:
    """Return the table as it is made row by row."""
    return arrow_table(columns_of(cls), [row_of(record) for record in records])


@of_types
def test_columns_are_those_made_row_by_row(cls: type[Record]) -> None:
    records = EXAMPLE.of_type(cls)
    table = records_table(cls, records)
    table.validate(full=True)
    assert table.equals(by_rows(cls, records))
    assert tuple(records_of(cls, table)) == records == table_records(cls, table)


@examples(60)
@given(record=RECORDS)
def test_any_record_comes_back(record: Any) -> None:
    cls = type(record)
    others = EXAMPLE.of_type(cls)[:2]
    records = (*others, record, *others)
    table = records_table(cls, records)
    table.validate(full=True)
    assert table.equals(by_rows(cls, records))
    assert table_records(cls, table) == records
    assert table_records(cls, table.slice(1, 3)) == records[1:4]


class TestOpen:
    DRAFTS = (
        STATEMENTS[0],
        attrs.evolve(STATEMENTS[1], summary=OPEN, speakers=OPEN),
        attrs.evolve(STATEMENTS[2], acts=OPEN, mode=OPEN),
    )

    def test_open_fields_are_empty_and_listed(self) -> None:
        table = records_table(Statement, self.DRAFTS)
        assert table.equals(by_rows(Statement, self.DRAFTS))
        assert tuple(records_of(Statement, table)) == self.DRAFTS

    @pytest.mark.parametrize("names", [[], ["summary"], ["speakers", "summary", "mode"], ["summary", "speakers"]])
    def test_a_list_that_says_something_else_is_refused(self, names: list[str]) -> None:
        table = records_table(Statement, self.DRAFTS)
        place = table.column_names.index("open")
        lists = pa.array([[], names, ["acts", "mode"]], table.schema.field("open").type)
        with pytest.raises(Unfit):
            records_of(Statement, table.set_column(place, table.schema.field("open"), lists))


class TestRefusals:
    def changed(self, name: str, values: list[Any]) -> Any:
        """Return the table of the first statements with another column, whose cells may be empty."""
        table = records_table(Statement, STATEMENTS[: len(values)])
        place = table.column_names.index(name)
        field = arrow_schema(columns_of(Statement)).field(name).with_nullable(True)
        return table.set_column(place, field, pa.array(values, field.type))

    @pytest.mark.parametrize(
        ("name", "values", "message"),
        [
            ("id", ["a/s1", None], r"statements\[1\].id: expected"),
            ("id", ["a/s1", "A b"], r"statements\[1\].id: expected"),
            ("source", [None, None], r"statements\[0\].source: expected"),
            ("note", ["fine", "a\x07bell"], "expected plain text"),
            ("note", ["fine", " "], "expected text"),
            ("when", ["2025-09-03", "2025-13"], "2025-13"),
            ("mode", ["direct", "shouting"], "shouting"),
            ("aspects", [[], ["irony", "irony"]], "aspects"),
            ("extra", ["{}", "[1]"], "extra"),
            ("extra", ["{}", ""], "extra"),
            ("extra", ["{}", '{"a":1,"a":2}'], "extra"),
            ("extra", ["{}", '{"a":"\\u0007"}'], "control"),
            ("spans", [[], [{"start": 9, "end": 3, "section": "text"}]], "spans"),
            ("quantities", [[], [{"low": float("nan"), "high": None, "unit": "people"}]], "quantities"),
        ],
    )
    def test_the_row_is_named(self, name: str, values: list[Any], message: str) -> None:
        table = self.changed(name, values)
        with pytest.raises(Unfit):
            records_of(Statement, table)
        with pytest.raises(NotReadableError, match=message):
            table_records(Statement, table)

    def test_other_columns_are_named(self) -> None:
        table = records_table(Issue, EXAMPLE.issues)
        with pytest.raises(NotReadableError, match=r"issues\.lable: expected a column of issues"):
            table_records(Issue, table.rename_columns(["id", "lable", *table.column_names[2:]]))
        with pytest.raises(NotReadableError, match=r"issues\.label: expected a column of string, found one of int64"):
            table_records(Issue, table.set_column(1, "label", pa.array(range(len(table)))))

    def test_a_column_that_need_not_be_there_may_be_missing(self) -> None:
        table = records_table(Issue, EXAMPLE.issues).drop_columns(["extra"])
        assert table_records(Issue, table) == EXAMPLE.issues


def test_a_number_that_writers_spell_in_many_ways_comes_back() -> None:
    reported = next(record for record in EXAMPLE.records if getattr(record, "quantities", ()))
    quantity = attrs.evolve(reported.quantities[0], low=1e-5, high=None)
    record = attrs.evolve(STATEMENTS[0], quantities=(quantity,))
    table = records_table(Statement, [record])
    assert table_records(Statement, table) == (record,)


def test_other_types_of_the_same_values_will_do() -> None:
    table = records_table(Position, EXAMPLE.positions)
    large = [field.with_type(pa.large_string()) if field.type == pa.string() else field for field in table.schema]
    order = [*reversed(table.column_names)]
    assert tuple(records_of(Position, table.cast(pa.schema(large)).select(order))) == EXAMPLE.positions


def test_text_beyond_an_array_is_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    made = _arrow_writing.columns_of_records
    sizes: list[int] = []

    def few(cls: Any, records: Any) -> Any:
        if len(records) > 3:
            raise OverflowError
        sizes.append(len(records))
        return made(cls, records)

    monkeypatch.setattr(arrow_records, "columns_of_records", few)
    table = records_table(Issue, EXAMPLE.issues)
    assert sum(sizes) == len(EXAMPLE.issues) == len(table)
    assert table_records(Issue, table) == EXAMPLE.issues
    monkeypatch.setattr(arrow_records, "columns_of_records", lambda *_: (_ for _ in ()).throw(OverflowError("full")))
    with pytest.raises(OverflowError, match="full"):
        records_table(Issue, EXAMPLE.issues)


def test_one_array_holds_two_gigabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    chunks = pa.chunked_array([["a"], ["b"]])
    monkeypatch.setattr(_arrow_writing.pa, "array", lambda *_: chunks)
    with pytest.raises(OverflowError, match="too much text for one array"):
        _arrow_writing.plain(["a", "b"], pa.string())


def test_parts_that_may_be_missing() -> None:
    sources = [attrs.evolve(EXAMPLE.sources[0], published=EventDate.parse("2025")), *EXAMPLE.sources]
    assert table_records(Source, records_table(Source, sources)) == tuple(sources)
    spans = [record.spans for record in STATEMENTS]
    assert {type(span) for span in itertools.chain.from_iterable(spans)} == {Span}
