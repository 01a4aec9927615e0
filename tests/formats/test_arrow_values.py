"""Whatever is in the cells of a table: it is read at once as it is read row by row, or it is left to the rows."""

import copy
import random
from typing import Any

import attrs
import pyarrow as pa
import pytest
from laws import EXAMPLE

from diplo_events import Actor, EventDate, Issue, NotReadableError, Source, Statement
from diplo_events.formats import arrow_records
from diplo_events.formats._arrow_reading import nullable_schema, records_of, written_schema
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.arrow_records import records_table, table_records
from diplo_events.formats.columns import row_of
from diplo_events.schema import COLLECTIONS
from each_case import each_case

CLASSES = [cls for cls in COLLECTIONS.values() if EXAMPLE.of_type(cls)]
ROWS = {cls: [row_of(record) for record in EXAMPLE.of_type(cls)] for cls in CLASSES}
TEXTS = (
    *(None, "", " ", "\n", "\u2003", "x", "a b", "A", "-", "a/s1", "é", "\xa0x", "tab\tand\nline", "a\x1fb", "\x7f"),
    *("a\x85", "\u009f", "\u0100", "z" * 201, "2025-09", "2025-13", "en", "UA", "{}", "[]", "null", '{"a":1}'),
    *('{"a":1,"a":2}', '{"b":[1,{"c":null}],"a":1e400}', '{"a":"\\u0007"}', "statement", "direct", "body", "summary"),
)
NUMBERS = (None, 0, -1, 1, 7, 10**6, 2**63 - 1)


def places_in(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List the ways to everything in a row."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, inner in items for place in [(*way, key), *places_in(inner, (*way, key))]]


def mutate(rows: list[dict[str, Any]], draw: random.Random) -> None:
    """Change something in one of some rows; the types of Arrow stay as they are."""
    row = draw.choice(rows)
    *way, last = draw.choice(places_in(row))
    parent: Any = row
    for step in way:
        parent = parent[step]
    value = parent[last]
    match value:
        case list() if value and draw.random() < 0.5:
            value.insert(draw.randrange(len(value) + 1), copy.deepcopy(draw.choice(value)))
        case list():
            parent[last] = draw.choice([None, [], value[:1], value[::-1]])
        case dict():
            parent[last] = None
        case bool():
            parent[last] = draw.choice([True, False, None])
        case int():
            parent[last] = draw.choice(NUMBERS)
        case float():
            parent[last] = draw.choice([None, 0.5, -0.0, 1e-7, 1e300, float("nan"), float("inf"), value])
        case str():
            other = draw.choice(rows).get(last) if not way else None
            near = value[: draw.randrange(len(value) + 1)] + draw.choice(["", "\x00", "\x80", "/", " ", "é", "Z"])
            parent[last] = draw.choice([draw.choice(TEXTS), near, other if isinstance(other, str) else value])
        case _:
            parent[last] = draw.choice(TEXTS) if draw.random() < 0.5 else None


def read_at_once_or_left(cls: Any, rows: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a table is read at once; what is read must be what the rows say one by one."""
    try:
        table = pa.Table.from_pylist(rows, nullable_schema(cls))
    except (pa.ArrowException, OverflowError, TypeError, UnicodeError):  # no table has such cells
        return False
    try:
        records = tuple(records_of(cls, table))
    except Unfit:
        return False

    def closed(*_arguments: object) -> None:
        raise Unfit

    with monkeypatch.context() as patch:
        patch.setattr(arrow_records, "records_of", closed)
        assert table_records(cls, table) == records
        assert table_records(cls, table.slice(1)) == records[1:]
    assert tuple(records_of(cls, table.slice(1, 2))) == records[1:3]
    return True


def test_no_mutation_is_read_that_the_rows_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(14)
    read = 0
    for _ in range(250):
        cls = draw.choice(CLASSES)
        rows = copy.deepcopy(draw.sample(ROWS[cls], min(4, len(ROWS[cls]))))
        mutate(rows, draw)
        read += read_at_once_or_left(cls, rows, monkeypatch)
    assert 20 < read < 230, "mutations of both kinds"


@each_case(
    ("cls", "name", "value"),
    [
        (Statement, "id", "a/s1\na/s2"),
        (Statement, "id", ""),
        (Statement, "targets", ["a", None]),
        (Statement, "targets", ["a", "b", "a"]),
        (Statement, "aspects", ["irony", "irony"]),
        (Actor, "names", [{"text": "A", "language": "en", "script": None, "sources": []}] * 2),
        (Actor, "identifiers", [None]),
        (Actor, "identifiers", [{"key": "a", "value": None}]),
        (Actor, "identifiers", [{"key": "a", "value": "x"}, {"key": "a", "value": "y"}]),
        (Actor, "identifiers", [{"key": "a", "value": " "}]),
        (Issue, "label", "C1\x85"),
        (Issue, "label", "\u3000"),
        (Source, "url", "ftp://a"),
    ],
)
def test_what_is_wrong_is_left_to_the_rows(cls: Any, name: str, value: Any) -> None:
    rows = copy.deepcopy(ROWS[cls][:3])
    rows[1][name] = value
    with pytest.raises(Unfit):
        records_of(cls, pa.Table.from_pylist(rows, nullable_schema(cls)))


def test_lists_are_cut_where_they_end() -> None:
    records = EXAMPLE.statements
    table = records_table(Statement, records)
    assert table.schema.equals(written_schema(Statement))
    for start in range(0, len(records), 7):
        assert tuple(records_of(Statement, table.slice(start, 9))) == records[start : start + 9]
    assert records_of(Statement, table.slice(0, 0)) == []


def test_equal_ids_dates_and_lists_are_one_object() -> None:
    source = EXAMPLE.sources[0]
    statements = [attrs.evolve(EXAMPLE.statements[0], id=f"a/s{number}", restates=None) for number in range(3)]
    one, *others = table_records(Statement, records_table(Statement, statements))
    assert all(one.source is other.source and one.speakers is other.speakers for other in others)
    dated = [attrs.evolve(source, id=f"a{number}", published=EventDate.parse("2025-09-03")) for number in range(3)]
    first, *rest = table_records(Source, records_table(Source, dated))
    assert all(first.published is other.published for other in rest)


def test_a_table_that_may_have_empty_cells_is_read_at_once() -> None:
    table = pa.Table.from_pylist(ROWS[Issue], nullable_schema(Issue))
    assert tuple(records_of(Issue, table)) == EXAMPLE.issues
    with pytest.raises(NotReadableError, match="expected"):
        table_records(Issue, table.set_column(1, "label", pa.nulls(len(table), pa.string())))
