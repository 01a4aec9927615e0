"""Dates as questions read them."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Aspect, Dataset, Document, DocumentKind, EventDate
from diplo_events.analysis import stance_matrix
from diplo_events.analysis._record_dates import asserted, begun, ended, read_date
from diplo_events.strategies import event_dates
from stance_records import SOURCES, dataset_of, date, position


@pytest.mark.parametrize(
    ("when", "source", "aspect", "unqualified", "expected"),
    [
        ("2025-09-03", "undated", None, False, "2025-09-03"),
        ("2025-09-03?", "late", None, False, "2025-09-03?"),
        ("2025-09-03?", "late", None, True, "2025-09-03"),
        (None, "late", None, False, "[..2025-09-04]"),
        (None, "undated", None, True, None),
        (None, "doubtful", None, False, None),
        (None, "doubtful", None, True, "[..2025-09-04]"),
        (None, "late", Aspect.HISTORICAL, False, "[..2025-09-04]"),
        (None, "late", Aspect.FUTURE, False, None),
        (None, "late", Aspect.HYPOTHETICAL, False, None),
        ("2026", "late", Aspect.FUTURE, False, "2026"),
    ],
)
def test_a_record_without_a_date_is_not_later_than_its_report(
    when: str | None, source: str, aspect: Aspect | None, unqualified: bool, expected: str | None
) -> None:
    record = position("p", when=when, source=source, aspects=frozenset({aspect} if aspect else ()))
    assert read_date(dataset_of(record), record, unqualified=unqualified) == date(expected)


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2025-09", "[..2025-09-30]"), ("2025/..", None), ("Y99999", None), ("2025-09-04~", None), ("2025-09-04?", None)],
)
def test_a_publication_bounds_by_its_last_day(published: str, expected: str | None) -> None:
    dataset = dataset_of(position("p", source="late"))
    moved = dataset.with_records(attrs.evolve(SOURCES[1], published=EventDate.parse(published)))
    assert read_date(moved, position("p", source="late")) == date(expected)


@pytest.mark.parametrize(
    ("dated", "published", "expected"),
    [
        ("1941-06-22", "1990-01-01", "[..1941-06-22]"),
        ("1941-06-22?", "1990-01-01", "[..1990-01-01]"),
        ("1941-06-22", None, "[..1941-06-22]"),
        (None, "1990-01-01", "[..1990-01-01]"),
    ],
)
def test_the_date_that_a_text_bears_bounds_more_than_its_publication(
    dated: str | None, published: str | None, expected: str
) -> None:
    dataset = dataset_of(position("p", source="late"))
    moved = dataset.with_records(attrs.evolve(SOURCES[1], dated=date(dated), published=date(published)))
    assert read_date(moved, position("p", source="late")) == date(expected)


@pytest.mark.parametrize("dated", [False, True])
def test_a_translation_is_as_old_as_the_first_version(dated: bool) -> None:
    text = Document(id="document/x", title="X", kind=DocumentKind.TREATY)
    early = attrs.evolve(SOURCES[0], document=text.id, dated=date("1941-06-22" if dated else None))
    late = attrs.evolve(SOURCES[1], document=text.id, translated_from="ru")
    record = position("p", source="late")
    dataset = dataset_of(record).with_records(text, early, late)
    assert read_date(dataset, record) == date("[..1941-06-22]" if dated else "[..2025-08-20]")
    (cell,) = stance_matrix(dataset, at=EventDate.parse("2025-09-20")).cells
    assert (cell.evidence[0].age == 31) is not dated
    assert cell.evidence[0].stands is (None if dated else True)


def test_a_source_that_is_kept_elsewhere_bounds_nothing() -> None:
    record = position("p", source="late")
    assert read_date(Dataset(records=[record], complete=False), record) is None


def test_only_what_is_or_was_is_asserted() -> None:
    told = {aspect: asserted(position("p", aspects=frozenset({aspect}))) for aspect in Aspect}
    assert told == {
        Aspect.HISTORICAL: True,
        Aspect.FUTURE: False,
        Aspect.HYPOTHETICAL: False,
        Aspect.NEGATED: False,
    }
    assert asserted(position("p"))


@given(st.none() | event_dates(), st.none() | event_dates())
def test_begun_is_not_after(when: EventDate | None, at: EventDate | None) -> None:
    if at is None:
        assert begun(when, at) is True
        assert ended(when, at) is False
    elif when is None:
        assert begun(when, at) is None
        assert ended(when, at) is False
    else:
        assert begun(when, at) is {True: False, False: True, None: None}[when.after(at)]
        assert ended(when, at) is (when.before(at) if when.is_interval else False)
