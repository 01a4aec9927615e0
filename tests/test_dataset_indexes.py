"""The cached indexes of a dataset: each answers what a walk over all records answers, and none is part of its value."""

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Actor,
    Dataset,
    Document,
    DocumentKind,
    EventDate,
    Issue,
    Position,
    Source,
    Statement,
    load_example,
)
from diplo_events import strategies as drawn
from diplo_events.errors import ArgumentTypeError
from diplo_events.model import EventRecord
from diplo_events.schema import RECORD_TYPES, references
from each_case import each_case
from profiles import examples

EXAMPLE = load_example()


def targets(record: Any) -> set[str]:
    return {reference.target for reference in references(type(record), record)}


def check_indexes(dataset: Dataset) -> None:
    """Compare each index with a walk over all records."""
    for cls in (*RECORD_TYPES.values(), EventRecord):
        expected = tuple(record for record in dataset.records if isinstance(record, cls))
        assert dataset.of_type(cls) == expected
    events = [record for record in dataset.records if isinstance(record, EventRecord)]
    sources = {record.id for record in dataset.of_type(Source)} | {record.source for record in events}
    for source in sources:
        assert dataset.reported_in(source) == tuple(record for record in events if record.source == source)
    pointing = [(record, targets(record)) for record in dataset.records]
    for key in set(dataset).union(*(keys for _, keys in pointing)):
        assert dataset.referring_to(key) == tuple(record for record, keys in pointing if key in keys)


@pytest.mark.slow
@examples(20)
@given(dataset=drawn.datasets())
def test_indexes_of_drawn_datasets(dataset: Dataset) -> None:
    check_indexes(dataset)


def test_indexes_of_the_bundled_dataset_and_of_a_part_of_it() -> None:
    check_indexes(EXAMPLE)
    check_indexes(attrs.evolve(EXAMPLE, records=EXAMPLE.records[::3], complete=False))


def test_indexes_are_no_part_of_the_value() -> None:
    fresh = attrs.evolve(EXAMPLE)
    before = pickle.dumps(fresh), repr(fresh), hash(fresh)
    check_indexes(fresh)
    assert (pickle.dumps(fresh), repr(fresh), hash(fresh)) == before
    assert fresh == attrs.evolve(EXAMPLE)
    assert {field.name for field in attrs.fields(Dataset)} & {"_by_id", "_by_type", "_by_source", "_by_target"} == set()
    for again in (copy.copy(fresh), copy.deepcopy(fresh), pickle.loads(pickle.dumps(fresh))):
        assert again == fresh
        assert again.reported_in("zerohedge-guarantees") == fresh.reported_in("zerohedge-guarantees")


def test_indexes_follow_a_change() -> None:
    gone = EXAMPLE.referring_to("lavrov")[0].id
    smaller = attrs.evolve(EXAMPLE, complete=False).without(gone)
    assert gone not in {record.id for record in smaller.referring_to("lavrov")}
    check_indexes(smaller)


def test_an_index_is_built_once() -> None:
    assert EXAMPLE.of_type(Statement) is EXAMPLE.of_type(Statement)
    assert EXAMPLE.reported_in("zerohedge-guarantees") is EXAMPLE.reported_in("zerohedge-guarantees")


def test_unknown_ids_are_refused_with_a_suggestion() -> None:
    with pytest.raises(KeyError, match=r"'zerohedge-guarantee' is not the id of a source; did you mean 'zerohedge-gua"):
        EXAMPLE.reported_in("zerohedge-guarantee")
    with pytest.raises(KeyError, match=r"'lavrov' is not the id of a source"):
        EXAMPLE.reported_in("lavrov")
    with pytest.raises(KeyError, match=r"'lavrof' is not the id of a record; did you mean 'lavrov'"):
        EXAMPLE.referring_to("lavrof")


def test_a_source_without_records_has_none() -> None:
    source = attrs.evolve(EXAMPLE.of_type(Source)[0], id="empty")
    dataset = Dataset(records=[source, Issue(id="i", label="L", proposition="P.")], complete=False)
    assert dataset.reported_in("empty") == ()
    assert dataset.referring_to("i") == ()


@each_case(
    ("type_", "hint"),
    [
        ("Statement", "found 'Statement'; write Statement, the class itself"),
        ("territorial_claim", "write TerritorialClaim, the class itself"),
        ("event_record", "write EventRecord, the class itself"),
        ("Statment", "write Statement, the class itself"),
        ("x", "found 'x'$"),
        (int, "found <class 'int'>$"),
        (Actor | Source, r"found .*Actor \| "),
        (None, "found None$"),
    ],
)
def test_what_is_not_a_type_of_records_is_refused(type_: Any, hint: str) -> None:
    with pytest.raises(ArgumentTypeError, match=f"expected a type of records such as Statement, .*{hint}"):
        EXAMPLE.of_type(type_)


@pytest.mark.slow
@given(drawn.datasets())
def test_what_is_elsewhere_is_what_is_missing_with_the_types_that_every_reference_allows(dataset: Dataset) -> None:
    assert set(dataset.elsewhere) == {reference.target for _, reference in dataset.missing}
    for key, types in dataset.elsewhere.items():
        allowed = [set(reference.types) for _, reference in dataset.missing if reference.target == key]
        assert types == set.intersection(*allowed)
        assert key not in dataset


@given(st.permutations(["restates", "evidence", "responds_to"]), st.integers(1, 3))
def test_what_two_fields_refer_to_has_a_type_that_both_allow(names: list[str], size: int) -> None:
    """A repeat may be of any type of event records, evidence and what is answered are statements."""
    statement = attrs.evolve(EXAMPLE.statements[0], restates=None, responds_to=())
    position = attrs.evolve(EXAMPLE.positions[0], evidence=("gone",))
    by_field: dict[str, Statement | Position] = {
        "restates": attrs.evolve(statement, id="repeat", restates="gone"),
        "evidence": position,
        "responds_to": attrs.evolve(statement, id="answer", responds_to=("gone",)),
    }
    dataset = Dataset(records=[by_field[name] for name in names[:size]], complete=False)
    types = dataset.elsewhere["gone"]
    assert Statement in types
    assert (types == {Statement}) == (names[:size] != ["restates"])


@given(st.integers(1, 4), st.integers(0, 4))
def test_copies_of_parts_of_parts_are_versions_of_the_whole(depth: int, other: int) -> None:
    documents = [Document(id="d0", title="D", kind=DocumentKind.TREATY)]
    documents += [attrs.evolve(documents[0], id=f"d{n}", part_of=f"d{n - 1}") for n in range(1, depth + 1)]
    copies = [
        attrs.evolve(EXAMPLE.sources[0], id=key, sha256=None, document=f"d{place}", published=None)
        for key, place in (("a", depth), ("b", min(depth, other)))
    ]
    dataset = Dataset(records=[*documents, *copies], complete=False)
    assert dataset.first_versions == {"a": "a", "b": "a"}


@given(st.permutations(["2025", "2025-06", "2025-03-31", "2026-01-01", None]))
def test_the_first_copy_is_the_one_that_was_certainly_out_by_the_earliest_day(texts: list[str | None]) -> None:
    """A year may have begun before a day of it, and yet what bears the year may have come out after it."""
    dates = [EventDate.parse(text) if text else None for text in texts]
    copies = [
        attrs.evolve(EXAMPLE.sources[0], id=f"copy{n}", sha256="0" * 64, published=date) for n, date in enumerate(dates)
    ]
    dataset = Dataset(records=copies, complete=False)
    assert set(dataset.first_copies.values()) == {f"copy{texts.index('2025-03-31')}"}
    others = [copy for copy in copies if str(copy.published) != "2025-03-31"]
    second = Dataset(records=others, complete=False).first_copies
    assert set(second.values()) == {f"copy{texts.index('2025-06')}"}
