"""Tables of pandas, polars, Arrow and DuckDB: every dataset comes back, whatever readable columns stand beside it."""

import math
from collections.abc import Callable
from typing import Any

import attrs
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from laws import EXAMPLE, RECORDS, alone, same

from diplo_events import Dataset, EventDate, FrozenMap, Issue, NotReadableError, Source, Statement, tables
from diplo_events.errors import ArgumentError, ArgumentTypeError
from diplo_events.schema import COLLECTIONS, Record
from each_case import each_case
from profiles import examples
from shared_datasets import DATASETS

NAMES = ("dataset", *COLLECTIONS)

Trip = Callable[[Dataset, bool], Dataset]


def by_frames(to: Callable[..., Any], back: Callable[..., Dataset]) -> Trip:
    """Return the way of a dataset to tables of a library and back."""
    return lambda dataset, labels: back({name: to(dataset, name, labels=labels) for name in NAMES})


TRIPS: dict[str, Trip] = {
    "pandas": by_frames(tables.to_pandas, tables.from_pandas),
    "polars": by_frames(tables.to_polars, tables.from_polars),
    "arrow": by_frames(tables.to_arrow, tables.from_arrow),
}


def by_duckdb(dataset: Dataset, labels: bool) -> Dataset:
    with tables.to_duckdb(dataset, labels=labels) as connection:
        return tables.from_duckdb(connection)


trips = pytest.mark.parametrize("trip", TRIPS.values(), ids=TRIPS)


@trips
class TestRoundTrips:
    @pytest.mark.slow
    @examples(15)
    @given(dataset=DATASETS)
    def test_of_drawn_datasets(self, trip: Trip, dataset: Dataset) -> None:
        assert same(trip(dataset, True), dataset)

    @examples(4)
    @given(record=RECORDS)
    def test_of_drawn_records(self, trip: Trip, record: Record) -> None:
        assert same(trip(alone(record), False), alone(record))

    @pytest.mark.parametrize("labels", [True, False])
    def test_of_the_bundled_dataset(self, trip: Trip, labels: bool) -> None:
        assert same(trip(EXAMPLE, labels), EXAMPLE)


@pytest.mark.slow
@examples(4)
@given(dataset=DATASETS)
def test_duckdb_gives_drawn_datasets_back(dataset: Dataset) -> None:
    assert same(by_duckdb(dataset, True), dataset)


@pytest.mark.slow
def test_duckdb_gives_the_bundled_dataset_back() -> None:
    assert same(by_duckdb(EXAMPLE, True), EXAMPLE)


@pytest.fixture(scope="module")
def statements() -> pd.DataFrame:
    return tables.to_pandas(EXAMPLE, "statements")


class TestColumns:
    def test_names_stand_beside_ids_and_days_beside_dates(self, statements: pd.DataFrame) -> None:
        names = list(statements.columns)
        assert names[names.index("speakers") :][:2] == ["speakers", "speaker_names"]
        assert names[names.index("when") :][:3] == ["when", "when_earliest", "when_latest"]
        assert names[names.index("quotes") :][:2] == ["quotes", "quote_texts"]
        for record, (_, row) in zip(EXAMPLE.of_type(Statement), statements.iterrows(), strict=True):
            assert row["speaker_names"] == [EXAMPLE[key].name for key in record.speakers]
            assert row["quote_texts"] == [quote.text for quote in record.quotes]
            last = record.when.latest if record.when else None
            assert (None if pd.isna(row["when_latest"]) else row["when_latest"].date()) == (last and last.to_date())

    def test_no_labels_leave_the_fields_alone(self) -> None:
        for name in COLLECTIONS:
            all_columns = tables.table(EXAMPLE, name).columns
            fields = tables.table(EXAMPLE, name, labels=False).columns
            assert [column for column in all_columns if column in fields] == list(fields)
            assert len(all_columns) == len({column.name for column in all_columns})

    def test_lists_are_lists_and_days_have_a_type(self, statements: pd.DataFrame) -> None:
        assert {type(cell) for cell in statements["acts"]} == {list}
        assert str(statements["when_earliest"].dtype) == "datetime64[s]"
        frame = tables.to_polars(EXAMPLE, Statement)
        assert frame.schema["when_earliest"] == pl.Date
        assert frame.schema["speakers"] == pl.List(pl.String)

    def test_a_day_beyond_the_calendar_is_left_out(self) -> None:
        ancient = Dataset(records=[drawn_at("-0300-01-01")], complete=False)
        frame = tables.to_pandas(ancient, "statements")
        assert frame.loc[0, "when"] == "-0300-01-01"
        assert pd.isna(frame.loc[0, "when_earliest"])
        assert tables.to_polars(ancient, "statements")["when_latest"].to_list() == [None]

    def test_a_missing_number_leaves_the_others_whole(self) -> None:
        sources = EXAMPLE.of_type(Source)
        without = attrs.evolve(sources[0], length=None, uncoded=())
        frame = tables.to_pandas(EXAMPLE.with_records(without), "sources")
        assert list(frame["length"][1:]) == [source.length for source in sources[1:]]
        assert str(frame["length"].dtype) == "Int64"

    @each_case("name", tables.TABLES)
    def test_every_library_has_the_same_cells(self, name: str) -> None:
        rows = list(tables.table(EXAMPLE, name))
        assert tables.to_polars(EXAMPLE, name).to_dicts() == rows
        assert tables.to_arrow(EXAMPLE, name).to_pylist() == rows


def drawn_at(when: str) -> Statement:
    statement = EXAMPLE.of_type(Statement)[0]
    return attrs.evolve(statement, when=EventDate.parse(when))


def with_cell(frame: pd.DataFrame, row: int, column: str, cell: object) -> pd.DataFrame:
    """Put a cell in the place of another."""
    cells: list[object] = list(frame[column])
    cells[row] = cell
    return frame.assign(**{column: cells})


class TestReading:
    def test_one_table_is_a_partial_dataset(self, statements: pd.DataFrame) -> None:
        read = tables.from_pandas(statements, Statement)
        assert read.records == EXAMPLE.of_type(Statement)
        assert not read.complete

    def test_whole_numbers_survive_what_pandas_makes_of_them(self) -> None:
        frame = tables.to_pandas(EXAMPLE, "sources").astype({"length": "float64"})
        assert (
            tables.from_pandas(frame, "sources").records
            == tables.from_pandas(tables.to_pandas(EXAMPLE, "sources"), "sources").records
        )

    def test_arrays_and_categories_are_what_they_hold(self, statements: pd.DataFrame) -> None:
        frame = statements.assign(
            acts=[np.array(acts, dtype=object) for acts in statements["acts"]],
            mode=statements["mode"].astype("category"),
        )
        assert tables.from_pandas(frame, "statements") == tables.from_pandas(statements, "statements")
        arrow = pa.Table.from_pandas(frame[["id", "source", "speakers", "acts", "mode", "summary"]])
        assert len(tables.from_arrow(arrow, "statements")) == len(statements)

    def test_every_problem_has_its_table_row_and_column(self, statements: pd.DataFrame) -> None:
        frame = statements.head(3)
        for row, column, cell in ((0, "acts", []), (1, "mode", "shouted"), (2, "when", "2025-13"), (2, "extra", "{")):
            frame = with_cell(frame, row, column, cell)
        with pytest.raises(NotReadableError) as caught:
            tables.from_pandas({"statements": frame})
        paths = [problem.path for problem in caught.value.problems]
        assert paths == ["statements[0].acts", "statements[1].mode", "statements[2].when", "statements[2].extra"]

    def test_columns_that_are_unknown_missing_or_of_another_type_are_named(self) -> None:
        frame = tables.to_arrow(EXAMPLE, "issues", labels=False)
        wrong = frame.rename_columns(["id", "lable", *frame.column_names[2:]]).drop_columns(["open"])
        wrong = wrong.set_column(3, "broader", pa.array([1] * len(wrong)))
        with pytest.raises(NotReadableError) as caught:
            tables.from_arrow({"issues": wrong, Statement: tables.to_arrow(EXAMPLE, Statement)})
        assert list(map(str, caught.value.problems)) == [
            "issues.lable: expected a column of issues, found 'lable'; did you mean 'label'?",
            "issues.label: expected a column of this name, found none",
            "issues.broader: expected a column of string, found one of int64",
        ]

    @pytest.mark.parametrize(
        ("column", "cell", "expected"),
        [
            ("speaker_names", ["Nobody"], "expected ['"),
            ("when_latest", pd.Timestamp("1999-01-01"), "found 1999-01-01; change when, from which it follows, or "),
        ],
    )
    def test_a_readable_cell_that_disagrees_is_a_problem(
        self, statements: pd.DataFrame, column: str, cell: object, expected: str
    ) -> None:
        row = int(np.flatnonzero(statements["when"].notna())[0])
        frame = with_cell(statements, row, column, cell)
        with pytest.raises(NotReadableError) as caught:
            tables.from_pandas({"statements": frame, "actors": tables.to_pandas(EXAMPLE, "actors")})
        (problem,) = caught.value.problems
        assert problem.path == f"statements[{row}].{column}"
        assert expected in str(problem)

    def test_an_empty_readable_cell_says_nothing(self, statements: pd.DataFrame) -> None:
        frame = statements.assign(speaker_names=None, when_latest=pd.NaT)
        assert tables.from_pandas(frame, "statements").records == EXAMPLE.of_type(Statement)

    def test_a_name_without_its_record_cannot_be_known(self, statements: pd.DataFrame) -> None:
        frame = statements.assign(source_name="What it is called elsewhere")
        assert tables.from_pandas(frame, "statements").records == EXAMPLE.of_type(Statement)

    def test_missing_values_of_all_kinds_are_missing(self) -> None:
        issue = {"id": "i", "label": "L", "proposition": "P", "extra": "{}"}
        for missing in (None, math.nan, pd.NA, pd.NaT, np.float64("nan")):
            frame = pd.DataFrame([issue | {"broader": missing, "description": missing}])
            assert tables.from_pandas(frame, "issues")["i"] == Issue(id="i", label="L", proposition="P")

    def test_the_text_nan_is_a_text(self) -> None:
        issue = Issue(id="nan", label="NaN", proposition="None", extra=FrozenMap({"NA": None, "007": ""}))
        assert TRIPS["pandas"](alone(issue), True) == alone(issue)

    def test_the_dataset_has_one_row(self) -> None:
        frame = tables.to_pandas(EXAMPLE, "dataset")
        with pytest.raises(NotReadableError, match="dataset: expected one row, found 2"):
            tables.from_pandas({"dataset": pd.concat([frame, frame])})

    @pytest.mark.parametrize(("name", "back"), [("pandas", tables.from_pandas), ("polars", tables.from_polars)])
    def test_what_is_no_table_is_refused(self, name: str, back: Callable[..., Dataset]) -> None:
        for wrong in (3, {"statements": 3}):
            with pytest.raises(ArgumentTypeError, match=f"expected a data frame of {name}"):
                back(wrong)

    def test_a_table_needs_its_name_once(self, statements: pd.DataFrame) -> None:
        with pytest.raises(ArgumentTypeError, match="the name of the table too"):
            tables.from_pandas(statements)
        with pytest.raises(ArgumentTypeError, match="no name beside"):
            tables.from_pandas({"statements": statements}, "statements")
        with pytest.raises(ArgumentError, match="expected a table of records, found 'stances'"):
            tables.from_pandas(statements, "stances")


class TestAsking:
    def test_for_a_table_that_is_none(self) -> None:
        with pytest.raises(ArgumentError, match="did you mean 'statements'"):
            tables.table(EXAMPLE, "statement")
        with pytest.raises(ArgumentTypeError, match="expected the name of a table"):
            tables.table(EXAMPLE, 3)
        with pytest.raises(ArgumentTypeError, match="found none"):
            tables.to_pandas(EXAMPLE)

    def test_a_made_table_has_its_name(self) -> None:
        made = tables.stances(EXAMPLE, actor="Putin")
        assert len(tables.to_pandas(made)) == len(made) > 0
        with pytest.raises(ArgumentTypeError, match="no name beside a table"):
            tables.to_polars(made, "stances")
