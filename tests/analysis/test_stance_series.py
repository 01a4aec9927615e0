"""Series of positions: only dates order them, and changes are those of every order that the dates allow."""

import inspect
import itertools
import random
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import diplo_events
from diplo_events import Actor, ActorKind, Aspect, BallotChoice, Dataset, EventDate, Position, Role, Stance, Statement
from diplo_events.analysis.stance_series import (
    Series,
    StanceChange,
    StanceChangeKind,
    Step,
    build_series,
    compare_stances,
)
from diplo_events.analysis.stances import stance_matrix
from diplo_events.errors import ArgumentError
from profiles import examples
from stance_records import ACTORS, DATES, dataset_of, date, discourse, position, statement, vote

EXAMPLE = diplo_events.load_example()
NEW, HOLD, HARDEN, SOFTEN, REVERSE, LAPSE = StanceChangeKind

VOICES = [actor.id for actor in ACTORS]

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


@st.composite
def shared_discourse(draw: st.DrawFn) -> Dataset:
    """Draw positions, some of them on statements of two speakers, and votes."""
    drawn = draw(discourse())
    records = [
        attrs.evolve(record, speakers=tuple(dict.fromkeys((*record.speakers, draw(st.sampled_from(VOICES))))))
        if isinstance(record, Statement)
        else record
        for record in drawn.records
    ]
    votes = [
        vote(
            f"v{n}",
            draw(st.sampled_from(BallotChoice)),
            draw(st.sampled_from(PLACED)),
            actor=draw(st.sampled_from(VOICES)),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    return attrs.evolve(drawn, records=[*records, *votes])


class TestOneEvidence:
    """What a series counts is what the matrix counts."""

    @pytest.mark.slow
    @examples(60)
    @given(shared_discourse(), st.sampled_from([None, *PLACED]), st.booleans(), st.booleans())
    def test_the_evidence_is_that_of_the_matrix(
        self, dataset: Dataset, at: str | None, votes: bool, unqualified: bool
    ) -> None:
        options: dict[str, Any] = {"at": date(at), "votes": votes, "unqualified": unqualified}
        matrix = stance_matrix(dataset, representatives=False, **options)
        counted = {
            (cell.actor, cell.issue, piece.position.id, piece.mark, piece.when)
            for cell in matrix.cells
            for piece in cell.evidence
            if not piece.position.aspects
        }
        found = build_series(dataset, **options)
        shown = {
            (one.actor, one.issue, piece.position.id, piece.mark, piece.when)
            for one in found
            for step in one.steps
            for piece in step.evidence
            if not piece.position.aspects
        }
        assert shown == counted
        assert {one.actor for one in found} == {cell.actor for cell in matrix.cells}

    @pytest.mark.parametrize("name", ["at", "unqualified", "representatives", "votes", "horizon"])
    def test_the_options_have_the_same_defaults(self, name: str) -> None:
        one, other = (inspect.signature(made).parameters[name] for made in (build_series, stance_matrix))
        assert (one.default, one.annotation) == (other.default, other.annotation)

    def test_a_joint_statement_is_a_step_of_each_speaker(self) -> None:
        said = statement("s1", "2025-09-03", speakers=("norland", "sudland"))
        dataset = dataset_of(said, position("p1", -2, "2025-09-03", evidence=("s1",)),
                             position("p2", 1, "2025-08-01", actor="sudland"))  # fmt: skip
        norland, sudland = build_series(dataset)
        assert [step.marks for step in norland.steps] == [()]
        assert [step.marks for step in sudland.steps] == [(), ("joint statement",)]
        assert kinds_of(sudland) == [(NEW,), (REVERSE,)]
        assert sudland.changes[-1].statements == ("s1",)

    @pytest.mark.parametrize(
        ("stance", "choice", "kind"),
        [
            (2, BallotChoice.YES, HOLD),
            (1, BallotChoice.YES, HOLD),
            (0, BallotChoice.YES, HARDEN),
            (0, BallotChoice.VETO, HARDEN),
            (-2, BallotChoice.NO, HOLD),
            (-2, BallotChoice.YES, REVERSE),
        ],
    )
    def test_a_ballot_has_a_side_and_no_degree(self, stance: int, choice: BallotChoice, kind: StanceChangeKind) -> None:
        dataset = dataset_of(position("p", stance, "2025-09-01"), vote("v", choice, "2025-09-02"))
        (silent,) = build_series(dataset)
        assert [step.id for step in silent.steps] == ["p"]
        (found,) = build_series(dataset, votes=True)
        assert [(step.id, step.marks, step.is_ballot) for step in found.steps] == [
            ("p", (), False),
            ("v", ("ballot",), True),
        ]
        assert kinds_of(found) == [(NEW,), (kind,)]

    def test_a_position_and_a_vote_with_one_id_of_what_they_report_are_two_steps(self) -> None:
        same = {"canonical_id": "thing/one"}
        dataset = dataset_of(position("p", 1, "2025-09-01", **same), vote("v", BallotChoice.NO, "2025-09-02", **same))
        (found,) = build_series(dataset, votes=True)
        assert [step.stances for step in found.steps] == [(Stance.AGREE,), (Stance.DISAGREE,)]

    @pytest.mark.parametrize(("horizon", "kinds"), [(31, (SOFTEN,)), (30, (NEW, SOFTEN)), (None, (SOFTEN,))])
    def test_what_is_older_than_the_horizon_may_have_been_given_up(
        self, horizon: int | None, kinds: tuple[StanceChangeKind, ...]
    ) -> None:
        dataset = dataset_of(position("p1", 2, "2025-08-01"), position("p2", 1, "2025-09-01"))
        (found,) = build_series(dataset, horizon=horizon)
        assert found.changes[-1].kinds == kinds

    def test_one_that_says_what_it_replaces_needs_no_horizon(self) -> None:
        dataset = dataset_of(position("p1", 2, "1941-08-01"), position("p2", 1, "2025-09-01", supersedes="p1"))
        assert kinds_of(build_series(dataset)[0]) == [(NEW,), (SOFTEN,)]

    def test_by_default_the_horizon_is_ten_years(self) -> None:
        for year, kinds in (("1941", (NEW, HOLD)), ("2016", (HOLD,))):
            assert one_series(position("p1", 1, year), position("p2", 1, "2025-09-01")).changes[-1].kinds == kinds

    def test_what_is_later_than_the_date_is_left_out(self) -> None:
        dataset = dataset_of(position("p1", 1, "2025-08-01/2025-08-20"), position("p2", 2, "2025-09-01"))
        for at, kinds in (
            ("2025-08-10", [(NEW,)]),
            ("2025-08-25", [(NEW,), (LAPSE,)]),
            ("2025-09-02", [(NEW,), (LAPSE,), (HARDEN,)]),
        ):
            (found,) = build_series(dataset, at=date(at))
            assert kinds_of(found) == kinds

    def test_a_representative_counts_while_it_is_one(self) -> None:
        office = Actor(id="embassy", name="Embassy", kind=ActorKind.OFFICE, member_of=("norland",))
        held = Role(title="envoy", office="embassy", when=EventDate.parse("2025-01/2025-06"))
        envoy = Actor(id="envoy", name="Envoy", kind=ActorKind.PERSON, roles=(held,))
        during, after = (
            position(f"p{n}", 1, when, actor="envoy") for n, when in enumerate(("2025-03-01", "2025-08-01"))
        )
        dataset = dataset_of().with_records(office, envoy, during, after)
        for representatives, ids in ((True, ["p0"]), (False, [])):
            found = build_series(dataset, actor="norland", representatives=representatives)
            assert [step.id for one in found for step in one.steps] == ids
            cell = stance_matrix(dataset, representatives=representatives).cell("norland", "issue/fish")
            assert [piece.position.id for piece in cell.evidence] == ids if cell else ids == []

    @pytest.mark.parametrize("wrong", [-1, 1.5, "3650", True])
    def test_what_is_no_number_of_days_is_refused(self, wrong: Any) -> None:
        with pytest.raises(ArgumentError, match="expected horizon to be a whole number of days from 0, or None, found"):
            build_series(dataset_of(), horizon=wrong)


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
