"""Law 6: `merge` gives the same in any order, and refuses datasets that disagree."""

import itertools

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from laws import EXAMPLE, RECORDS, alone, points_elsewhere, same

import diplo_events
from diplo_events import (
    Dataset,
    DatasetError,
    Issue,
    Place,
    Source,
)
from diplo_events import strategies as drawn
from diplo_events.dataset import HEADER
from diplo_events.model import EventRecord
from diplo_events.schema import (
    Record,
    fields,
)
from each_case import each_case
from profiles import examples

HEADER_NAMES = [field.name for field in HEADER if field.name not in {"complete", "format_version"}]


@st.composite
def agreeing(draw: st.DrawFn, number: int) -> list[Dataset]:
    """Draw parts of one whole."""
    whole = draw(drawn.datasets())
    made = []
    for _ in range(number):
        kept = draw(st.lists(st.sampled_from(whole.records), unique=True)) if whole.records else []
        complete = whole.complete and len(kept) == len(whole)
        given_header = draw(st.sets(st.sampled_from(HEADER_NAMES)))
        header = {name: getattr(whole, name) for name in given_header}
        made.append(Dataset(records=kept, complete=complete, **header))
    return made


class TestLaw6:
    """`merge` is associative, commutative and idempotent on datasets that agree, and refuses those that disagree."""

    @pytest.mark.slow
    @examples(20)
    @given(agreeing(3))
    def test_parts_of_one_whole(self, parts: list[Dataset]) -> None:
        a, b, c = parts
        assert same(a.merge(b).merge(c), a.merge(b.merge(c)))
        assert same(a.merge(b), b.merge(a))
        assert same(a.merge(a), a)
        assert set(a.merge(b)) == {*a, *b}

    def test_the_bundled_dataset_comes_together_from_its_sources(self) -> None:
        rest = [record for record in EXAMPLE.records if not isinstance(record, EventRecord)]
        parts = [
            attrs.evolve(
                EXAMPLE,
                records=[*rest, *(r for r in EXAMPLE.records if isinstance(r, EventRecord) and r.source == source.id)],
                complete=False,
            )
            for source in EXAMPLE.of_type(Source)
        ]
        for order in (parts, parts[::-1], parts[2:] + parts[:2]):
            merged = order[0]
            for part in order[1:]:
                merged = merged.merge(part)
            assert attrs.evolve(merged, complete=True) == EXAMPLE

    @pytest.mark.slow
    @examples(60)
    @given(RECORDS, st.data())
    def test_records_that_differ_are_refused(self, record: Record, data: DataObject) -> None:
        other = data.draw(drawn.perturbed([record]).filter(points_elsewhere))
        assume(other != record)
        differing = {
            f"{record.id}.{f.name}" for f in fields(type(record)) if getattr(record, f.name) != getattr(other, f.name)
        }
        for one, two in itertools.permutations([alone(record), alone(other)]):
            with pytest.raises(DatasetError) as refused:
                one.merge(two)
            assert {problem.path for problem in refused.value.problems} == differing

    def test_records_of_two_types_are_refused(self) -> None:
        one = alone(Issue(id="x", label="L", proposition="P."))
        other = alone(Place(id="x", name="X", kind=diplo_events.PlaceKind.AREA))
        with pytest.raises(DatasetError, match=r"^x: expected an issue, found a place"):
            one.merge(other)

    @each_case("name", HEADER_NAMES)
    def test_headers_that_differ_are_refused(self, name: str) -> None:
        one, other = ({"a": 1}, {"a": True}) if name == "extra" else ("A", "B")
        with pytest.raises(DatasetError) as refused:
            Dataset(**{name: one}).merge(Dataset(**{name: other}))
        assert [problem.path for problem in refused.value.problems] == [name]
        assert (
            Dataset(**{name: one}).merge(Dataset()) == Dataset().merge(Dataset(**{name: one})) == Dataset(**{name: one})
        )

    def test_parts_that_make_a_circle_together_are_refused(self) -> None:
        one = alone(Issue(id="a", label="L", proposition="P.", broader="b"))
        other = alone(Issue(id="b", label="L", proposition="P.", broader="a"))
        with pytest.raises(DatasetError, match="a -> b -> a"):
            one.merge(other)
