"""The dataset: an immutable mapping whose records fit together, or a list of all the reasons why not."""

import functools
import itertools
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Actor,
    ActorKind,
    Dataset,
    DatasetError,
    FrozenMap,
    InvalidRecordError,
    Issue,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Place,
    PlaceKind,
    Position,
    PositionBasis,
    QuotationMode,
    Quote,
    Role,
    Source,
    SourceKind,
    Span,
    SpeechAct,
    Stance,
    Statement,
)
from diplo_events import dataset as dataset_module
from diplo_events._internal.dataset import integrity
from diplo_events._internal.dataset.circles import circles
from diplo_events._internal.dataset.entries import Entry
from diplo_events._internal.dataset.fitting import ACYCLIC, has_circle
from diplo_events._internal.dataset.integrity import integrity_problems
from diplo_events._internal.dataset.records import counted
from diplo_events.schema import RECORD_TYPES, TARGETS, IdNode, ManyNode, Node, fields
from each_case import each_case

SOURCE = Source(id="a1", title="T", kind=SourceKind.NEWS_ARTICLE, length=10)
OTHER_SOURCE = Source(id="a2", title="T", kind=SourceKind.NEWS_ARTICLE)
FRANCE = Actor(id="france", name="France", kind=ActorKind.STATE)
TROOPS = Issue(id="troops", label="Troops", proposition="There should be troops.")
PARIS = Place(id="paris", name="Paris", kind=PlaceKind.SETTLEMENT)


def statement(key: str = "s1", **changes: Any) -> Statement:
    made = Statement(
        id=key,
        source="a1",
        speakers=("france",),
        acts=(SpeechAct.STATE,),
        mode=QuotationMode.INDIRECT,
        summary="France says so.",
    )
    return attrs.evolve(made, **changes)


def position(key: str = "p1", **changes: Any) -> Position:
    made = Position(
        id=key,
        source="a1",
        actor="france",
        issue="troops",
        stance=Stance.AGREE,
        basis=PositionBasis.DECLARED,
        summary="For it.",
    )
    return attrs.evolve(made, **changes)


SMALL = Dataset(records=[statement(), TROOPS, FRANCE, SOURCE, PARIS], title="A small one")


def problems_of(*records: Any, complete: bool = True) -> list[str]:
    with pytest.raises(DatasetError) as refused:
        Dataset(records=records, complete=complete)
    return [str(problem) for problem in refused.value.problems]


class TestMapping:
    def test_records_are_sorted_by_id(self) -> None:
        assert list(SMALL) == ["a1", "france", "paris", "s1", "troops"]
        assert [record.id for record in SMALL.values()] == list(SMALL.keys())
        assert len(SMALL) == 5

    def test_lookup(self) -> None:
        assert SMALL["troops"] is TROOPS
        assert SMALL.get("nobody") is None
        assert "troops" in SMALL
        assert "nobody" not in SMALL
        assert 7 not in SMALL

    def test_a_missing_key_is_named_with_what_may_be_meant(self) -> None:
        with pytest.raises(KeyError, match=r"'trops' is not the id of a record; did you mean 'troops'"):
            SMALL["trops"]
        with pytest.raises(KeyError, match=r"'x' is not the id of a record\"$"):
            SMALL["x"]

    def test_it_is_equal_to_datasets_only(self) -> None:
        again = attrs.evolve(SMALL)
        assert again == SMALL
        assert dict(SMALL) != SMALL
        assert hash(attrs.evolve(SMALL)) == hash(SMALL)
        assert attrs.evolve(SMALL, complete=False) != SMALL
        assert attrs.evolve(SMALL, extra={"a": 1}) != attrs.evolve(SMALL, extra={"a": True})

    def test_of_type(self) -> None:
        assert SMALL.of_type(Actor) == (FRANCE,)
        assert SMALL.of_type(Meeting) == ()

    @each_case(
        ("dataset", "text"),
        [
            (Dataset(), "<Dataset: no records>"),
            (Dataset(complete=False), "<Dataset: no records, partial>"),
            (SMALL, "<Dataset 'A small one': 1 source, 1 actor, 1 place, 1 issue, 1 statement>"),
            (Dataset(records=[SOURCE, OTHER_SOURCE]), "<Dataset: 2 sources>"),
        ],
    )
    def test_its_repr_is_a_sentence(self, dataset: Dataset, text: str) -> None:
        assert repr(dataset) == text

    def test_things_that_are_no_records_are_all_named(self) -> None:
        with pytest.raises(DatasetError) as refused:
            Dataset(records=[TROOPS, "troops", None])
        assert [problem.path for problem in refused.value.problems] == ["records[1]", "records[2]"]


class TestChanges:
    def test_with_records_replaces_by_id(self) -> None:
        changed = attrs.evolve(TROOPS, label="Soldiers")
        more = SMALL.with_records(changed, OTHER_SOURCE)
        assert more["troops"] is changed
        assert len(more) == 6
        assert SMALL["troops"] is TROOPS
        assert more.title == "A small one"

    def test_with_records_takes_no_id_twice(self) -> None:
        with pytest.raises(DatasetError, match=r"troops.id: expected an id of its own"):
            SMALL.with_records(TROOPS, attrs.evolve(TROOPS, label="B"))

    def test_without(self) -> None:
        assert list(SMALL.without("s1", "troops")) == ["a1", "france", "paris"]
        with pytest.raises(DatasetError, match=r"s1.speakers\[0\]: expected the id of an actor, found 'france'"):
            SMALL.without("france")
        with pytest.raises(KeyError, match="did you mean 'troops'"):
            SMALL.without("troop")

    def test_missing(self) -> None:
        partial = attrs.evolve(SMALL, complete=False).without("france", "a1")
        found = {(record.id, reference.path, reference.target) for record, reference in partial.missing}
        assert found == {("s1", ("source",), "a1"), ("s1", ("speakers", 0), "france")}
        assert SMALL.missing == ()

    @pytest.mark.parametrize(("one", "other", "merged"), [("1.0", "1.9", "1.9"), ("1.10", "1.9", "1.10")])
    def test_merging_takes_the_newer_version(self, one: str, other: str, merged: str) -> None:
        for first, second in ((one, other), (other, one)):
            made = Dataset(format_version=first).merge(Dataset(format_version=second))
            assert made.format_version == merged

    def test_what_is_merged_is_complete_when_both_are(self) -> None:
        partial = Dataset(complete=False)
        assert SMALL.merge(Dataset()).complete
        assert not SMALL.merge(partial).complete
        assert not partial.merge(SMALL).complete

    def test_several_at_once_are_as_one_after_the_other(self) -> None:
        parts = [attrs.evolve(SMALL, records=[record], complete=False, title=None) for record in SMALL.records]
        folded = functools.reduce(Dataset.merge, parts)
        assert parts[0].merge(*parts[1:]) == folded
        assert attrs.evolve(folded, complete=True, title=SMALL.title) == SMALL
        assert SMALL.merge() == SMALL

    def test_several_that_disagree_are_all_listed(self) -> None:
        others = [SMALL.with_records(attrs.evolve(TROOPS, label=label)) for label in ("B", "C")]
        with pytest.raises(DatasetError) as refused:
            SMALL.merge(*others)
        assert [problem.found for problem in refused.value.problems] == ["'B'", "'C'"]

    def test_disagreements_are_listed_field_by_field(self) -> None:
        other = attrs.evolve(SMALL, title="B").with_records(attrs.evolve(TROOPS, label="B", proposition="C."))
        with pytest.raises(DatasetError) as refused:
            SMALL.merge(other)
        assert [problem.path for problem in refused.value.problems] == ["title", "troops.label", "troops.proposition"]


class TestHeader:
    @each_case("name", ["title", "description", "version", "license", "citation"])
    def test_texts(self, name: str) -> None:
        assert getattr(Dataset(**{name: "A"}), name) == "A"
        for wrong in ("", "  ", 7, "a\x00", "\ud800"):
            with pytest.raises(DatasetError, match=rf"^{name}: expected"):
                Dataset(**{name: wrong})

    def test_extra(self) -> None:
        assert Dataset(extra={"a": [1]}).extra == FrozenMap({"a": [1]})
        with pytest.raises(InvalidRecordError):
            Dataset(extra={"a": float("nan")})
        with pytest.raises(InvalidRecordError, match="expected a mapping, found 'x'"):
            Dataset(extra="x")

    @pytest.mark.parametrize("value", ["yes", 1, None])
    def test_complete(self, value: Any) -> None:
        with pytest.raises(DatasetError, match="complete: expected true or false"):
            Dataset(complete=value)

    @each_case("version", ["1.0", "1.1", "1.10", "1.9999"])
    def test_versions_that_it_can_write(self, version: str) -> None:
        assert Dataset(format_version=version).format_version == version

    @each_case("version", ["1", "1.0.0", "01.0", "1.00", "1.01", "1.10000", "0.9", "2.0", "", 1.0, None])
    def test_versions_that_it_cannot_write(self, version: Any) -> None:
        with pytest.raises(DatasetError, match=r"format_version: expected a format version in quotes, such as '1.0'"):
            Dataset(format_version=version)

    def test_all_that_is_wrong_is_listed(self) -> None:
        with pytest.raises(DatasetError) as refused:
            Dataset(title="", license="", complete=None, format_version="x")
        paths = [problem.path for problem in refused.value.problems]
        assert paths == ["format_version", "title", "license", "complete"]


class TestReferences:
    def test_a_dangling_one(self) -> None:
        (problem,) = problems_of(SOURCE, FRANCE, statement(speakers=("frence",)))
        assert problem == "s1.speakers[0]: expected the id of an actor, found 'frence'; did you mean 'france'?"
        (problem,) = problems_of(SOURCE, FRANCE, statement(targets=("xyz",)))
        assert problem.endswith(
            "s1.targets[0]: expected the id of an actor, found 'xyz'; add the record, or say complete: false"
        )

    def test_a_partial_dataset_may_have_them(self) -> None:
        assert len(Dataset(records=[statement()], complete=False).missing) == 2

    def test_one_of_a_wrong_type_is_refused_in_partial_datasets_too(self) -> None:
        for complete in (True, False):
            (problem,) = problems_of(SOURCE, FRANCE, TROOPS, statement(speakers=("troops",)), complete=complete)
            assert problem == "s1.speakers[0]: expected the id of an actor, found 'troops', an issue"

    def test_one_that_may_lead_to_several_types(self) -> None:
        meeting = Meeting(
            id="m", source="a1", title="T", kind=MeetingKind.TALKS, status=MeetingStatus.HELD, outcomes=("s1", "m")
        )
        assert len(Dataset(records=[SOURCE, FRANCE, statement(), meeting])) == 4
        (problem,) = problems_of(SOURCE, FRANCE, statement(), attrs.evolve(meeting, outcomes=("france",)))
        assert (
            "expected the id of a document or statement or action or meeting or vote or territorial claim or position"
            in problem
        )

    def test_after_many_comparisons_there_are_no_suggestions(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(integrity, "MOST_COMPARED", 4)
        first, *_, last = problems_of(SOURCE, FRANCE, statement(speakers=("frence",), targets=("franse", "franze")))
        assert first.endswith("did you mean 'france'?")
        assert last.endswith("add the record, or say complete: false")
        wrong = attrs.evolve(PARIS, id="franca")
        first, *_, last = problems_of(SOURCE, FRANCE, wrong, statement(via=("franca",), targets=("franca",)))
        assert (first.endswith("did you mean 'france'?"), last.endswith("'franca', a place")) == (True, True)

    def test_duplicates_are_each_named(self) -> None:
        found = problems_of(TROOPS, TROOPS, attrs.evolve(TROOPS, label="B"))
        assert found == ["troops.id: expected an id of its own, found 'troops' again, first at troops"] * 2


class TestRestatements:
    def test_of_a_fuller_record_in_the_same_source(self) -> None:
        assert len(Dataset(records=[SOURCE, FRANCE, statement(), statement("s2", restates="s1")])) == 4

    def test_in_another_source(self) -> None:
        (problem,) = problems_of(SOURCE, OTHER_SOURCE, FRANCE, statement(), statement("s2", restates="s1", source="a2"))
        assert problem == "s2.restates: expected a statement of a2, found 's1', a statement of a1"

    def test_of_another_type(self) -> None:
        (problem,) = problems_of(SOURCE, FRANCE, TROOPS, statement(), position(restates="s1"))
        assert problem == "p1.restates: expected a position of a1, found 's1', a statement of a1"


class TestPassages:
    def test_up_to_the_end_of_the_source(self) -> None:
        inside = statement(spans=(Span(start=0, end=10),), quotes=(Quote(text="ab", span=Span(start=8, end=10)),))
        assert len(Dataset(records=[SOURCE, FRANCE, inside])) == 3

    def test_beyond_it(self) -> None:
        beyond = statement(
            spans=(Span(start=0, end=3), Span(start=0, end=11)), quotes=(Quote(text="ab", span=Span(start=9, end=11)),)
        )
        found = problems_of(SOURCE, FRANCE, beyond)
        assert found == [
            "s1.spans[1].end: expected an end of at most 10, the length of a1, found 11",
            "s1.quotes[0].span.end: expected an end of at most 10, the length of a1, found 11",
        ]

    @given(st.integers(0, 8), st.integers(1, 5))
    def test_a_quote_beyond_it_is_enough(self, start: int, size: int) -> None:
        end = start + size
        quote = Quote(text="x" * size, span=Span(start=start, end=end))
        records = (SOURCE, FRANCE, statement(spans=(Span(start=0, end=3),), quotes=(quote,)))
        if end <= 10:
            assert Dataset(records=records).statements[0].quotes == (quote,)
        else:
            with pytest.raises(DatasetError, match=r"s1\.quotes\[0\]\.span\.end: expected an end of at most 10, "):
                Dataset(records=records)

    def test_where_the_length_is_not_known(self) -> None:
        far = statement(spans=(Span(start=0, end=999),))
        assert Dataset(records=[attrs.evolve(SOURCE, length=None), FRANCE, far])
        assert Dataset(records=[FRANCE, far], complete=False)
        assert problems_of(FRANCE, TROOPS, attrs.evolve(far, source="troops"))[0].startswith("s1.source")


def types_in(node: Node) -> tuple[type, ...]:
    """List the types to which the ids of a field refer."""
    inner = node.item if isinstance(node, ManyNode) else node
    return TARGETS.get(inner.kind, ()) if isinstance(inner, IdNode) else ()


class TestCircles:
    @each_case("name", ACYCLIC)
    def test_are_found_in_every_field_that_may_have_none(self, name: str) -> None:
        cls = next(cls for cls in RECORD_TYPES.values() if name in {field.name for field in fields(cls)})

        def entry(key: str, target: str) -> Entry:
            return Entry(path=key, type=cls, content={"id": key, "source": "s", name: target})

        for ring in ("a", "ab", "abc"):
            entries = [entry(key, ring[(i + 1) % len(ring)]) for i, key in enumerate(ring)]
            (problem,) = integrity_problems([*entries, entry("x", "a"), entry("y", "x")], complete=False)
            assert problem.path == f"a.{name}"
            assert problem.found == repr(" -> ".join([*ring, "a"]))

    def test_may_be_in_no_field_in_which_a_type_refers_to_itself(self) -> None:
        """But for what came of a meeting, which names any records."""
        own = {
            field.name
            for cls in RECORD_TYPES.values()
            for field in fields(cls)
            if field.name != "id" and cls in types_in(field.node)
        }
        assert own == {*ACYCLIC, "outcomes"}

    def test_two_of_them_are_two_problems(self) -> None:
        issues = [attrs.evolve(TROOPS, id=key, broader=to) for key, to in ("ab", "ba", "cd", "de", "ec", "fa")]
        found = problems_of(*issues)
        assert [problem.partition(":")[0] for problem in found] == ["a.broader", "c.broader"]

    def test_other_references_may_go_round(self) -> None:
        one = attrs.evolve(FRANCE, id="a", roles=(Role(title="Envoy", organization="b"),))
        other = attrs.evolve(FRANCE, id="b", roles=(Role(title="Envoy", organization="a"),))
        assert len(Dataset(records=[one, other])) == 2

    def test_membership_in_several_groups_is_none(self) -> None:
        ways = {"a": ("b", "c"), "b": ("d",), "c": ("d", "b"), "d": ()}
        assert len(Dataset(records=[attrs.evolve(FRANCE, id=key, member_of=ways[key]) for key in ways])) == 4

    def test_a_circle_of_membership_is_named_once(self) -> None:
        ways = {"a": ("x", "b"), "b": ("x", "c", "a"), "c": ("x", "a", "b"), "x": ()}
        actors = [attrs.evolve(FRANCE, id=key, member_of=ways[key]) for key in ways]
        assert problems_of(*actors) == ["a.member_of: expected no way back to itself, found 'a -> b -> c -> a'"]

    @given(st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 9), max_size=4), max_size=8))
    def test_are_found_where_networkx_finds_some(self, ways: dict[int, list[int]]) -> None:
        graph = nx.DiGraph([(key, target) for key, targets in ways.items() for target in targets])
        found = list(circles({str(key): [str(target) for target in targets] for key, targets in ways.items()}))
        components = [part for part in nx.strongly_connected_components(graph) if len(part) > 1]
        components += [{key} for key in nx.nodes_with_selfloops(graph) if not any(key in part for part in components)]
        for circle in found:
            assert circle[0] == circle[-1]
            assert len({*circle}) == len(circle) - 1
            assert all(graph.has_edge(int(a), int(b)) for a, b in itertools.pairwise(circle))
        ids = [key for circle in found for key in circle[1:]]
        assert len(ids) == len({*ids})
        assert all(any(str(key) in ids for key in part) for part in components)
        assert has_circle({str(key): tuple(map(str, targets)) for key, targets in ways.items()}) is bool(found)

    @pytest.mark.parametrize("length", [1, 2, 5, 6, 7, 8, 50])
    def test_a_long_way_is_no_circle_until_it_comes_back(self, length: int) -> None:
        ways = {str(i): (str(i + 1),) for i in range(length)}
        assert not has_circle(ways)
        assert has_circle({**ways, "before": ("0",), str(length): (str(length // 2), "beyond")})

    def test_many_ways_back_take_no_quadratic_time(self) -> None:
        size = 50_000
        ways = {str(i): [str(i + 1)] for i in range(size)}
        ways["2500"] = ["2499", "2501"]
        ways[str(size - 1)] = [str(i) for i in range(2000)]
        assert len(list(circles(ways))) == 1


class TestEntries:
    def test_of_a_record_and_of_plain_data(self) -> None:
        plain = Entry(path="issues[0]", type=Issue, content={"id": "Troops Abroad", "label": "L"})
        assert (plain.id, plain.field("label"), plain.field("x")) == ("Troops Abroad", "L", None)
        assert plain.meant_id == "troops-abroad"
        made = Entry(path="troops", type=Issue, content=TROOPS)
        assert (made.id, made.field("label"), made.field("x"), made.meant_id) == ("troops", "Troops", None, None)

    @each_case("content", [{}, {"id": 7}, "x", None])
    def test_without_an_id(self, content: object) -> None:
        entry = Entry(path="issues[0]", type=Issue, content=content)
        assert entry.id is entry.meant_id is None
        assert integrity_problems([entry, entry], complete=True) == []

    def test_a_reference_to_an_id_that_was_meant_is_no_second_mistake(self) -> None:
        wrong = Entry(path="issues[0]", type=Issue, content={"id": "Troops Abroad"})
        narrower = Entry(path="issues[1]", type=Issue, content={"id": "x", "broader": "troops-abroad"})
        assert integrity_problems([wrong, narrower], complete=True) == []


def test_counting_in_words() -> None:
    assert counted(0, "issue") == "0 issues"
    assert counted(1, "territorial_claim") == "1 territorial claim"


class TestWhatIsKnownToFit:
    """A dataset with the records of another, all of them, is not checked again; any other is."""

    def test_a_new_title_checks_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        dataset = Dataset(records=SMALL.records[:], title="A")
        monkeypatch.setattr(dataset_module, "fit_together", lambda *_records, **_more: pytest.fail("checked again"))
        assert attrs.evolve(dataset, title="B") == attrs.evolve(dataset, title="B", complete=True)
        assert attrs.evolve(dataset, complete=False).records is dataset.records

    def test_what_fits_as_a_part_is_checked_as_a_whole(self) -> None:
        part = Dataset(records=[TROOPS, attrs.evolve(TROOPS, id="narrow", broader="nowhere")], complete=False)
        assert attrs.evolve(part, title="B").missing
        with pytest.raises(DatasetError, match="nowhere"):
            attrs.evolve(part, complete=True)
        with pytest.raises(DatasetError, match="nowhere"):
            Dataset(records=part.records[:])
