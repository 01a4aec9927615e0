"""`merge` of datasets that disagree, and of those that call one thing by two ids: nothing is lost without a word."""

import itertools
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from diplo_events import Actor, ActorKind, Dataset, DatasetError, Issue, Place, PlaceKind
from diplo_events import strategies as drawn
from diplo_events._internal.dataset.renaming import renamed
from diplo_events.dataset import Merged
from diplo_events.errors import ArgumentError
from diplo_events.schema import Record, fields, references
from profiles import examples

MACRON: Final = Actor(id="macron", name="Emmanuel Macron", kind=ActorKind.PERSON)
FRANCE: Final = Actor(id="france", name="France", kind=ActorKind.STATE)
TROOPS: Final = Issue(id="troops", label="Troops", proposition="There should be troops.")


def new_ids(dataset: Dataset, draw: Any) -> dict[str, str]:
    """Draw fresh ids for some of the ids that a dataset knows."""
    known = sorted({*dataset, *dataset.elsewhere})
    chosen = draw(st.lists(st.sampled_from(known), unique=True, max_size=4)) if known else []
    return {key: f"fresh/{n}/{key}"[:200].rstrip("-._/") for n, key in enumerate(chosen)}


class TestRenaming:
    @pytest.mark.slow
    @examples(8)
    @given(drawn.datasets(), st.data())
    def test_every_id_is_renamed_nothing_else_is_and_two_coders_come_together(
        self, dataset: Dataset, data: DataObject
    ) -> None:
        ids = new_ids(dataset, data.draw)
        made = dataset.merge(rename=ids)
        assert set(made) == {ids.get(key, key) for key in dataset}
        for record in dataset.records:
            under = made[ids.get(record.id, record.id)]
            expected = [(r.path, ids.get(r.target, r.target), r.types) for r in references(type(record), record)]
            assert sorted((r.path, r.target, r.types) for r in references(type(under), under)) == sorted(expected)
            referring = {reference.path[0] for reference in references(type(record), record)}
            for name in {field.name for field in fields(type(record))} - referring - {"id"}:
                assert getattr(under, name) == getattr(record, name)
        back = {new: old for old, new in ids.items()}
        assert made.merge(rename=back) == dataset
        assert dataset.merge(made, rename=back) == dataset  # two coders with ids of their own

    def test_ids_may_change_places(self) -> None:
        made = Dataset(records=[MACRON, FRANCE]).merge(rename={"macron": "france", "france": "macron"})
        assert (made.actor("macron").name, made.actor("france").name) == ("France", "Emmanuel Macron")

    def test_a_record_without_the_ids_is_the_same_object(self) -> None:
        assert renamed(MACRON, {"france": "fr"}) is MACRON

    def test_a_new_id_that_is_taken_is_refused(self) -> None:
        dataset = Dataset(records=[MACRON, FRANCE])
        with pytest.raises(
            DatasetError, match=r"new id 'france', found 'france' and 'macron' in one; give one of them"
        ):
            dataset.merge(rename={"macron": "france"})
        with pytest.raises(DatasetError, match=r"new id 'x', found 'france' and 'macron' in one"):
            dataset.merge(rename={"macron": "x", "france": "x"})

    def test_so_is_one_that_a_partial_dataset_knows(self) -> None:
        member = attrs.evolve(MACRON, member_of=("france",))
        with pytest.raises(DatasetError, match=r"'france' and 'macron' in one"):
            Dataset(records=[member], complete=False).merge(rename={"macron": "france"})

    def test_an_id_that_is_nowhere_is_refused_with_a_suggestion(self) -> None:
        with pytest.raises(DatasetError, match=r"^rename\['macro'\]: expected the id of a record, .*mean 'macron'\?$"):
            Dataset(records=[MACRON]).merge(rename={"macro": "x"})

    def test_what_is_not_an_id_is_refused(self) -> None:
        with pytest.raises(DatasetError, match=r"^rename\['macron'\]: expected an id .* found 'E. Macron'"):
            Dataset(records=[MACRON]).merge(rename={"macron": "E. Macron"})


def disagreeing(draw: st.DrawFn) -> list[Dataset]:
    """Draw three datasets of which the others have some records of the first otherwise."""
    records = [MACRON, FRANCE, TROOPS]
    made = []
    for n in range(3):
        own: list[Record] = []
        for record in records:
            match draw(st.integers(0, 3)):
                case 0:
                    own.append(attrs.evolve(record, extra={"by": n}))
                case 1 | 2:
                    own.append(record)
                case _:
                    pass
        title = draw(st.sampled_from([None, "A", "B"]))
        made.append(Dataset(records=own, title=title))
    return made


class TestConflicts:
    @examples(40)
    @given(st.composite(disagreeing)())
    def test_the_first_that_has_a_record_is_kept(self, parts: list[Dataset]) -> None:
        merged = parts[0].merge(*parts[1:], on_conflict="first")
        expected: dict[str, Record] = {}
        for part in reversed(parts):
            expected.update(part)
        assert dict(merged.dataset) == expected
        assert merged.dataset.title == next((part.title for part in parts if part.title), None)

    @examples(40)
    @given(st.composite(disagreeing)())
    def test_a_list_has_what_all_agree_on_in_any_order(self, parts: list[Dataset]) -> None:
        versions: dict[str, set[Record]] = {}
        for part in parts:
            for key, record in part.items():
                versions.setdefault(key, set()).add(record)
        titles = {part.title for part in parts if part.title}
        for order in itertools.permutations(parts):
            merged = order[0].merge(*order[1:], on_conflict="list")
            assert dict(merged.dataset) == {key: one for key, (one, *more) in versions.items() if not more}
            assert merged.dataset.title == (next(iter(titles)) if len(titles) == 1 else None)
            differing = {key for key, several in versions.items() if len(several) > 1}
            assert {d.key for d in merged.differences if d.key} == differing

    @examples(40)
    @given(st.composite(disagreeing)())
    def test_what_is_listed_is_what_is_refused_otherwise(self, parts: list[Dataset]) -> None:
        merged = parts[0].merge(*parts[1:], on_conflict="first")
        assert merged.differences == parts[0].merge(*parts[1:], on_conflict="list").differences
        if merged.differences:
            with pytest.raises(DatasetError) as refused:
                parts[0].merge(*parts[1:])
            assert refused.value.problems == tuple(difference.problem for difference in merged.differences)
        else:
            assert merged == Merged(dataset=parts[0].merge(*parts[1:]), differences=())

    def test_what_refers_to_a_record_that_is_left_out_makes_the_dataset_partial(self) -> None:
        member = attrs.evolve(MACRON, member_of=("france",))
        one = Dataset(records=[member, FRANCE])
        other = Dataset(records=[attrs.evolve(FRANCE, name="République française")])
        merged = one.merge(other, on_conflict="list")
        assert (list(merged.dataset), merged.dataset.complete) == (["macron"], False)
        assert one.merge(other, on_conflict="first").dataset.complete

    def test_records_of_two_types_are_one_difference(self) -> None:
        place = Dataset(records=[Place(id="france", name="France", kind=PlaceKind.COUNTRY)])
        merged = Dataset(records=[FRANCE]).merge(place, on_conflict="list")
        assert list(merged.dataset) == []
        assert [str(d) for d in merged.differences] == [
            "france.type: 'an actor' in the first, 'a place' in dataset 1 of the others"
        ]

    def test_a_difference_says_where_it_is(self) -> None:
        others = [Dataset(title="B"), Dataset(title="C")]
        merged = Dataset(title="A").merge(*others, on_conflict="first")
        assert [(d.key, d.field, d.first, d.other, d.dataset) for d in merged.differences] == [
            (None, "title", "A", "B", 1),
            (None, "title", "A", "C", 2),
        ]

    def test_another_word_is_refused(self) -> None:
        with pytest.raises(ArgumentError, match="expected on_conflict to be error, first or list, found 'lst'"):
            Dataset().merge(on_conflict="lst")
