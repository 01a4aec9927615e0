"""Series of positions: only dates order them, and changes are those of every order that the dates allow."""

import itertools
import random

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import diplo_events
from diplo_events import Aspect, Dataset, EventDate, Position, Stance
from diplo_events.analysis.stance_series import (
    Series,
    StanceChange,
    StanceChangeKind,
    Step,
    build_series,
    compare_stances,
)
from profiles import examples
from stance_records import DATES, dataset_of, discourse, position, statement

EXAMPLE = diplo_events.load_example()
NEW, HOLD, HARDEN, SOFTEN, REVERSE, LAPSE = StanceChangeKind

PLACED = [text for text in DATES if "?" not in text]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (-2, [HOLD, SOFTEN, SOFTEN, REVERSE, REVERSE]),
        (-1, [HARDEN, HOLD, SOFTEN, REVERSE, REVERSE]),
        (0, [HARDEN, HARDEN, HOLD, HARDEN, HARDEN]),
        (1, [REVERSE, REVERSE, SOFTEN, HOLD, HARDEN]),
        (2, [REVERSE, REVERSE, SOFTEN, SOFTEN, HOLD]),
    ],
)
def test_every_change_on_the_scale(before: int, expected: list[StanceChangeKind]) -> None:
    stances = list(Stance)
    assert [compare_stances(stances[before + 2], stance) for stance in stances] == expected


def one_series(*records: Position, unqualified: bool = False) -> Series:
    """Return the only series of some records."""
    (found,) = build_series(dataset_of(*records), unqualified=unqualified)
    return found


def kinds_of(found: Series) -> list[tuple[StanceChangeKind, ...]]:
    """List what the changes can be."""
    return [change.kinds for change in found.changes]


def is_before(one: Step, other: Step) -> bool:
    """Whether every date of one step is before every date of another, by the relation of dates themselves."""
    return bool(one.dates and other.dates) and all(
        early.before(late) is True for early in one.dates for late in other.dates
    )


def orders(steps: list[Step]) -> list[tuple[Step, ...]]:
    """List the orders that go against no date."""
    return [
        order
        for order in itertools.permutations(steps)
        if not any(is_before(later, earlier) for earlier, later in itertools.combinations(order, 2))
    ]


class TestOrder:
    @pytest.mark.slow
    @examples(150)
    @given(
        st.lists(
            st.tuples(st.integers(-2, 2), st.sampled_from(PLACED), st.sampled_from([None, None, "thing/one"])),
            max_size=5,
        )
    )
    def test_a_change_can_be_what_it_is_in_some_order_that_the_dates_allow(
        self, given_positions: list[tuple[int, str, str | None]]
    ) -> None:
        records = [
            position(f"p{number}", stance, when, canonical_id=thing)
            for number, (stance, when, thing) in enumerate(given_positions)
        ]
        assume(records)
        found = one_series(*records)
        placed = [step for step in found.steps if step.id not in found.unplaced]
        expected: dict[str, set[StanceChangeKind]] = {step.id: set() for step in placed}
        for order in orders(placed) if placed else []:
            expected[order[0].id].add(NEW)
            for earlier, later in itertools.pairwise(order):
                expected[later.id] |= {compare_stances(a, b) for a in earlier.stances for b in later.stances}
        changes = [change for change in found.changes if change.kinds != (LAPSE,)]
        assert {change.after.id: set(change.kinds) for change in changes if change.after} == expected
        for change in changes:
            assert change.kind is (change.kinds[0] if len(change.kinds) == 1 else None)

    @pytest.mark.slow
    @examples(80)
    @given(discourse(), st.booleans())
    def test_the_steps_before_a_change_are_the_latest_that_are_certainly_before(
        self, dataset: Dataset, unqualified: bool
    ) -> None:
        for found in build_series(dataset, unqualified=unqualified):
            for change in found.changes:
                step = change.after
                if change.kinds == (LAPSE,) or step is None or any(p.supersedes for p in step.positions):
                    continue
                earlier = [other for other in found.steps if is_before(other, step)]
                latest = {one.id for one in earlier if not any(is_before(one, other) for other in earlier)}
                assert {other.id for other in change.before} == latest

    @pytest.mark.slow
    @examples(80)
    @given(discourse(), st.booleans())
    def test_what_cannot_be_ordered_is_said(self, dataset: Dataset, unqualified: bool) -> None:
        for found in build_series(dataset, unqualified=unqualified):
            open_pairs = {
                frozenset({one.id, other.id})
                for one, other in itertools.combinations(found.steps, 2)
                if not is_before(one, other) and not is_before(other, one)
            }
            listed = set(found.unplaced)
            placed = [step.id for step in found.steps if step.id not in listed]
            groups = {key: key for key in placed}
            for pair in open_pairs:  # union of what is linked
                if not pair & listed:
                    old, new = sorted(groups[key] for key in pair)
                    groups = {key: new if group == old else group for key, group in groups.items()}
            expected = {frozenset(k for k in placed if groups[k] == group) for group in groups.values()}
            assert {frozenset(group) for group in found.unordered} == {group for group in expected if len(group) > 1}
            for key in listed:
                assert all(frozenset({key, other.id}) in open_pairs for other in found.steps if other.id != key)

    @pytest.mark.slow
    @examples(80)
    @given(discourse(), st.booleans())
    def test_every_position_is_accounted_for_once(self, dataset: Dataset, unqualified: bool) -> None:
        found = build_series(dataset, unqualified=unqualified)
        listed = [p.id for one in found for step in one.steps for p in step.positions]
        listed += [key for one in found for key in one.set_aside]
        assert sorted(listed) == sorted(record.id for record in dataset.of_type(Position))
        for one in found:
            compared_steps = [change.after.id for change in one.changes if change.after and LAPSE not in change.kinds]
            assert len(set(compared_steps)) == len(compared_steps)
            assert {step.id for step in one.steps} - set(compared_steps) <= set(one.unplaced)

    @pytest.mark.slow
    @examples(50)
    @given(discourse(), st.randoms(use_true_random=False))
    def test_the_order_of_the_records_does_not_matter(self, dataset: Dataset, rng: random.Random) -> None:
        records = list(dataset.records)
        rng.shuffle(records)
        assert build_series(attrs.evolve(dataset, records=records)) == build_series(dataset)


class TestChanges:
    def test_a_life(self) -> None:
        stances = [(1, "08-01"), (1, "08-02"), (2, "08-03"), (1, "08-04"), (0, "08-05"), (-1, "08-06"), (2, "08-07")]
        found = one_series(*(position(f"p{n}", s, f"2025-{d}") for n, (s, d) in enumerate(stances)))
        assert [change.kind for change in found.changes] == [NEW, HOLD, HARDEN, SOFTEN, SOFTEN, HARDEN, REVERSE]
        assert found.unordered == found.unplaced == found.set_aside == ()
        assert (found.actor, found.issue) == ("norland", "issue/fish")

    def test_each_change_has_the_statements_that_show_it(self) -> None:
        records = [
            position("p1", 1, "2025-08-01", evidence=("s2", "s1")),
            position("p2", -1, "2025-08-02", evidence=("s3", "s1")),
        ]
        (found,) = build_series(dataset_of(*records, *(statement(f"s{n}") for n in (1, 2, 3))))
        assert [change.statements for change in found.changes] == [("s1", "s2"), ("s1", "s2", "s3")]
        assert found.changes[1].before == (found.steps[0],)

    def test_two_on_one_day_have_no_order(self) -> None:
        found = one_series(position("p1", 1, "2025-08-01"), position("p2", -1, "2025-08-01"))
        assert kinds_of(found) == [(NEW, REVERSE), (NEW, REVERSE)]
        assert found.unordered == (("p1", "p2"),)
        assert [change.kind for change in found.changes] == [None, None]

    def test_an_order_that_is_open_can_leave_the_change_certain(self) -> None:
        found = one_series(*(position(f"p{n}", s, d) for n, s, d in
                             [(1, 1, "2025-08"), (2, 2, "2025-08-05"), (3, -1, "2025-09-01")]))  # fmt: skip
        assert kinds_of(found)[-1] == (REVERSE,)
        assert {step.id for step in found.changes[-1].before} == {"p1", "p2"}

    def test_what_has_no_date_is_said_and_left_out_of_account(self) -> None:
        found = one_series(position("p1", 1, "2025-08-01"), position("p2", -1), position("p3", -1, "2025?"))
        assert found.unplaced == ("p2", "p3")
        assert kinds_of(found) == [(NEW,)]

    def test_a_publication_puts_what_has_no_date_before_what_is_later(self) -> None:
        found = one_series(position("p1", 1, source="early"), position("p2", 2, "2025-09-03"))
        assert [change.kind for change in found.changes] == [NEW, HARDEN]
        assert [str(day) for day in found.steps[0].dates] == ["[..2025-08-20]"]

    def test_a_report_with_a_date_dates_the_thing(self) -> None:
        both = [position("p1", 1, "2025-09-01", canonical_id="thing/one"),
                position("p2", 1, source="late", canonical_id="thing/one")]  # fmt: skip
        assert [str(day) for day in one_series(*both).steps[0].dates] == ["2025-09-01"]

    def test_reports_that_differ_leave_the_change_open(self) -> None:
        found = one_series(
            position("p1", 1, "2025-08-01"),
            position("p2", 1, "2025-08-02", canonical_id="thing/one"),
            position("p3", -1, "2025-08-03", canonical_id="thing/one"),
        )
        assert kinds_of(found) == [(NEW,), (HOLD, REVERSE)]
        assert found.steps[1].stances == (Stance.DISAGREE, Stance.AGREE)

    def test_one_that_says_so_comes_after_whatever_the_dates_say(self) -> None:
        found = one_series(position("p1", 1), position("p2", 2, supersedes="p1"))
        assert kinds_of(found) == [(HARDEN,)]
        assert found.unplaced == ("p1", "p2")
        again = one_series(position("p1", 1, canonical_id="thing/one"),
                           position("p2", 2, supersedes="p1", canonical_id="thing/one"))  # fmt: skip
        assert again.changes == ()


class TestLapse:
    def lapses(self, *records: Position, issue: str = "issue/fish") -> list[StanceChange]:
        found = build_series(dataset_of(*records), actor="norland", issue=issue, representatives=False)
        return [change for one in found for change in one.changes if change.kinds == (LAPSE,)]

    def test_a_denial_that_supersedes_is_a_lapse(self) -> None:
        said = frozenset({Aspect.NEGATED})
        (change,) = self.lapses(position("p1", 1), position("p2", 1, supersedes="p1", aspects=said))
        assert [step.id for step in change.before] == ["p1"]
        assert change.after is not None
        assert change.after.id == "p2"

    def test_a_denial_that_supersedes_nothing_is_set_aside(self) -> None:
        records = [position("p1", 1), position("p2", 1, aspects=frozenset({Aspect.NEGATED}))]
        assert self.lapses(*records) == []
        assert one_series(*records).set_aside == ("p2",)

    def test_a_stance_elsewhere_in_its_place_is_a_lapse(self) -> None:
        for other in ({"actor": "sudland"}, {"issue": "issue/oil"}):
            (change,) = self.lapses(position("p1", 1), position("p2", 1, supersedes="p1", **other))
            assert change.kind is LAPSE

    @pytest.mark.parametrize("aspect", [Aspect.FUTURE, Aspect.HYPOTHETICAL])
    def test_a_plan_to_replace_it_is_none(self, aspect: Aspect) -> None:
        assert self.lapses(position("p1", 1), position("p2", 1, supersedes="p1", aspects=frozenset({aspect}))) == []

    @pytest.mark.parametrize(("when", "count"), [("2014/2020", 1), ("2014/..", 0), ("2014/", 0), ("2014", 0)])
    def test_what_lasted_to_an_end_lapses(self, when: str, count: int) -> None:
        found = self.lapses(position("p1", 1, when))
        assert [(change.after, change.before[0].id) for change in found] == [(None, "p1")] * count

    def test_a_report_without_an_end_leaves_it_open(self) -> None:
        both = [position(f"p{n}", 1, when, canonical_id="thing/one") for n, when in ((1, "2014/2020"), (2, "2014/.."))]
        assert self.lapses(*both) == []

    def test_the_statements_of_what_is_over_show_it(self) -> None:
        records = [position("p1", 1, "2014/2020", evidence=("s1",)), statement("s1")]
        (found,) = build_series(dataset_of(*records))
        assert [change.statements for change in found.changes] == [("s1",), ("s1",)]


class TestChoice:
    def test_an_actor_comes_with_those_who_speak_for_it_each_by_itself(self) -> None:
        dataset = dataset_of(
            position("p1", 1), position("p2", 1, actor="speaker"), position("p3", 1, actor="sudland"),
            position("p4", 1, actor="speaker", issue="issue/oil"),
        )  # fmt: skip
        every = [(one.actor, one.issue) for one in build_series(dataset)]
        assert every == [("norland", "issue/fish"), ("speaker", "issue/fish"), ("speaker", "issue/oil"),
                         ("sudland", "issue/fish")]  # fmt: skip
        assert [one.actor for one in build_series(dataset, actor="norland")] == ["norland", "speaker", "speaker"]
        assert [one.actor for one in build_series(dataset, actor="norland", representatives=False)] == ["norland"]
        assert [one.actor for one in build_series(dataset, actor="norland", issue="issue/oil")] == ["speaker"]

    def test_the_bundled_positions_move(self) -> None:
        moved = {
            (one.actor, one.issue): [change.kind for change in one.changes]
            for one in build_series(EXAMPLE, unqualified=True)
            if any(change.kind in (HARDEN, SOFTEN, REVERSE) for change in one.changes)
        }
        assert moved == {
            ("putin", "issue/leaders-meeting"): [NEW, HARDEN],
            ("russia", "issue/russian-say"): [NEW, SOFTEN],
        }

    def test_dates_in_doubt_order_nothing(self) -> None:
        (found,) = build_series(EXAMPLE, actor="russia", issue="issue/russian-say")
        assert found.unplaced == ("kurdistan24-road-to-nowhere/p01",)
        assert [change.kind for change in found.changes] == [NEW]
        assert found.steps[0].dates == (EventDate.parse("2025-08-20?"),)
