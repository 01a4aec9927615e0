"""The matrix of stances: three values by brute force, evidence within its dates, and what rests on what."""

import datetime as dt
import random
from collections.abc import Mapping
from typing import TypeAlias, cast

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import diplo_events
from diplo_events import (
    Actor,
    ActorKind,
    Aspect,
    BallotChoice,
    Dataset,
    EventDate,
    Position,
    PositionBasis,
    Role,
    Stance,
    Statement,
)
from diplo_events.analysis.predicates import Certainty
from diplo_events.analysis.stances import Accord, StanceEvidence, StanceMatrix, stance_matrix
from diplo_events.cli._commands.stances import lines
from diplo_events.errors import ArgumentError
from diplo_events.model import EventRecord
from diplo_events.report.html import html_report
from diplo_events.report.terminal import PLAIN
from diplo_events.schema import Record
from profiles import examples
from stance_records import DATES, SOURCES, dataset_of, date, discourse, position, statement, vote, without

Pieces: TypeAlias = dict[tuple[str, str], dict[str, StanceEvidence]]

EXAMPLE = diplo_events.load_example()
SEPTEMBER_3 = EventDate.parse("2025-09-03")

ats = st.none() | st.sampled_from(DATES).map(EventDate.parse)
NOT_YET = {Aspect.FUTURE, Aspect.HYPOTHETICAL}
RANK = {False: 0, None: 1, True: 2}
VALUE = {0: False, 1: None, 2: True}


@attrs.frozen
class BruteForce:
    """Whether each position stands, pair by pair, by the definitions: 2 is yes, 1 open, 0 no."""

    dataset: Dataset
    at: EventDate | None
    unqualified: bool

    def stands(self) -> dict[str, bool | None]:
        """Answer for each position that had begun, certainly or possibly."""
        positions = self.dataset.of_type(Position)
        found = {}
        for record in positions:
            over = [self.held(other) for other in positions if self.replaces(other, record)]
            when = self.read(record)
            if self.at and when and when.is_interval:
                over.append(RANK[when.before(self.at)])
            said = 0 if record.aspects & {*NOT_YET, Aspect.NEGATED} else 2
            fresh = 1 if self.at and when and self.days_between(when, self.at) > 3650 else 2
            if self.held(record):
                found[record.id] = VALUE[min(self.held(record), 2 - max(over, default=0), said, fresh)]
        return found

    def days_between(self, when: EventDate, at: EventDate) -> int:
        return at.latest.ordinal - when.latest.ordinal if at.latest and when.latest else 0

    def read(self, record: EventRecord) -> EventDate | None:
        if record.when is not None:
            return record.when.unqualified() if self.unqualified else record.when
        published = next(source.published for source in SOURCES if source.id == record.source)
        if published is None or record.aspects & NOT_YET or (published.is_uncertain and not self.unqualified):
            return None
        return EventDate.parse(f"[..{published.latest}]")

    def had_begun(self, record: EventRecord) -> int:
        if self.at is None:
            return 2
        when = self.read(record)
        return 1 if when is None else 2 - RANK[when.after(self.at)]

    def held(self, record: Position) -> int:
        shown = [self.had_begun(statement) for key in record.evidence if (statement := self.dataset[key])]
        return min([self.had_begun(record), max(shown, default=2)])

    def replaces(self, later: Position, earlier: Position) -> bool:
        if later.aspects & NOT_YET:
            return False
        if later.supersedes == earlier.id:
            return True
        one, other = self.read(earlier), self.read(later)
        return bool(
            Aspect.NEGATED not in later.aspects
            and (later.actor, later.issue) == (earlier.actor, earlier.issue)
            and later.stance is not earlier.stance
            and (later.canonical_id is None or later.canonical_id != earlier.canonical_id)
            and one
            and other
            and one.before(other)
        )


def pieces_of(found: StanceMatrix) -> Pieces:
    """Return the pieces of evidence of each cell."""
    return {(cell.actor, cell.issue): {piece.position.id: piece for piece in cell.evidence} for cell in found.cells}


class TestDefinition:
    @pytest.mark.slow
    @examples(80)
    @given(discourse(), ats, st.booleans())
    def test_what_stands_is_what_brute_force_finds(
        self, dataset: Dataset, at: EventDate | None, unqualified: bool
    ) -> None:
        found = stance_matrix(dataset, at=at, unqualified=unqualified, representatives=False)
        expected = BruteForce(dataset, at, unqualified).stands()
        assert {key: piece.stands for cell in pieces_of(found).values() for key, piece in cell.items()} == expected
        for (actor, issue), pieces in pieces_of(found).items():
            assert {(piece.position.actor, piece.position.issue) for piece in pieces.values()} == {(actor, issue)}

    @pytest.mark.slow
    @examples(40)
    @given(discourse(), ats, st.booleans())
    def test_an_actor_has_the_positions_of_those_who_speak_for_it(
        self, dataset: Dataset, at: EventDate | None, unqualified: bool
    ) -> None:
        above = {"speaker": ("speaker", "ministry", "norland"), "ministry": ("ministry", "norland")}
        own = pieces_of(stance_matrix(dataset, at=at, unqualified=unqualified, representatives=False))
        expected = {}
        for (actor, issue), pieces in own.items():
            for represented in above.get(actor, (actor,)):
                expected.setdefault((represented, issue), {}).update(pieces)
        found = stance_matrix(dataset, at=at, unqualified=unqualified)
        assert pieces_of(found) == expected
        for cell in found.cells:
            voices = {piece.position.actor for piece in cell.standing}
            assert cell.voices == tuple(sorted(voices))
            assert cell.derived is (bool(voices) and cell.actor not in voices)

    @pytest.mark.slow
    @examples(40)
    @given(discourse(), ats, st.booleans(), st.sampled_from(["certainly", "possibly"]))
    def test_a_cell_sums_up_what_stands_and_averages_nothing(
        self, dataset: Dataset, at: EventDate | None, unqualified: bool, certainty: Certainty
    ) -> None:
        for cell in stance_matrix(dataset, at=at, unqualified=unqualified, certainty=certainty).cells:
            standing = [p for p in cell.evidence if p.stands or (p.stands is None and certainty == "possibly")]
            assert list(cell.standing) == standing
            numbers = {piece.position.stance.number for piece in standing}
            assert [stance.number for stance in cell.stances] == sorted(numbers)
            signs = {(number > 0) - (number < 0) for number in numbers}
            expected = {0: Accord.NONE, 1: Accord.SAME if len(numbers) == 1 else Accord.DEGREE}
            assert cell.accord is expected.get(len(signs), Accord.CONFLICT)
            assert cell.stance is (cell.stances[0] if len(numbers) == 1 else None)


class TestEvidence:
    @pytest.mark.slow
    @examples(40)
    @given(discourse(), st.sampled_from(DATES).map(EventDate.parse), st.booleans())
    def test_each_piece_lies_within_its_own_dates(
        self, dataset: Dataset, at: EventDate | None, unqualified: bool
    ) -> None:
        """A stance matrix for a given date shows each cell's evidence within its own dates."""
        for cell in stance_matrix(dataset, at=at, unqualified=unqualified, certainty="certainly").cells:
            for piece in cell.evidence:
                assert piece.when is None or piece.when.after(at) is not True
                assert bool(piece.statements) == bool(piece.position.evidence)
                for key in piece.statements:
                    when = dataset[key].when
                    assert when is None or (when.unqualified() if unqualified else when).after(at) is not True
            for piece in cell.standing:
                assert piece.when.after(at) is False
                assert not piece.when.is_interval or piece.when.before(at) is False

    @pytest.mark.slow
    @examples(40)
    @given(st.data(), ats, st.booleans())
    def test_removing_a_piece_removes_what_rests_on_it_and_nothing_else(
        self, data: st.DataObject, at: EventDate | None, unqualified: bool
    ) -> None:
        dataset = data.draw(discourse())
        records = [*dataset.of_type(Position), *dataset.of_type(Statement)]
        assume(records)
        gone = data.draw(st.sampled_from(records))
        rest = without(dataset, gone.id)
        lost = {record.id: record for record in records if record.id not in rest}
        before = pieces_of(stance_matrix(dataset, at=at, unqualified=unqualified))
        after = pieces_of(stance_matrix(rest, at=at, unqualified=unqualified))
        kept = {
            where: left
            for where, pieces in before.items()
            if (left := {key: forget(piece, lost, rest) for key, piece in pieces.items() if key in rest})
        }
        for where, pieces in kept.items():
            for key in pieces.keys() - after.get(where, {}).keys():
                assert lost.keys() & dataset_evidence(dataset, key)
        for where, pieces in after.items():
            for key, piece in pieces.items():
                expected = kept[where][key]
                if rests_on(dataset, dataset[key], lost):
                    expected = attrs.evolve(expected, stands=piece.stands, begun=piece.begun)
                assert piece == expected

    @pytest.mark.slow
    @examples(40)
    @given(discourse(), ats, st.booleans())
    def test_unrelated_records_change_nothing(self, dataset: Dataset, at: EventDate | None, unqualified: bool) -> None:
        stranger = Actor(id="westland", name="Westland", kind=ActorKind.STATE)
        more = dataset.with_records(
            stranger,
            statement("z1", "2025-09-01", speakers=("westland",), issues=("issue/fish",)),
            position("z2", -2, "2025-09-01", actor="westland", evidence=("z1",), canonical_id="thing/z"),
        )
        found = stance_matrix(more, at=at, unqualified=unqualified)
        same = tuple(cell for cell in found.cells if cell.actor != "westland")
        assert same == stance_matrix(dataset, at=at, unqualified=unqualified).cells

    @pytest.mark.slow
    @examples(40)
    @given(discourse(), ats, st.randoms(use_true_random=False))
    def test_neither_order_nor_ids_matter(self, dataset: Dataset, at: EventDate | None, rng: random.Random) -> None:
        keys = [position.id for position in dataset.of_type(Position)]
        renamed = dict(zip(keys, rng.sample([f"q{n}" for n in range(50)], len(keys)), strict=True))
        records = [
            attrs.evolve(record, id=renamed[record.id], supersedes=renamed.get(record.supersedes))
            if isinstance(record, Position)
            else record
            for record in dataset.records
        ]
        rng.shuffle(records)
        one, other = (pieces_of(stance_matrix(one, at=at)) for one in (dataset, attrs.evolve(dataset, records=records)))
        assert {
            where: {renamed[key]: (piece.stands, piece.begun) for key, piece in pieces.items()}
            for where, pieces in one.items()
        } == {where: {key: (p.stands, p.begun) for key, p in pieces.items()} for where, pieces in other.items()}


def dataset_evidence(dataset: Dataset, key: str) -> set[str]:
    """List the statements that show a position."""
    return {evidence for position in dataset.of_type(Position) if position.id == key for evidence in position.evidence}


def forget(piece: StanceEvidence, lost: Mapping[str, Record], rest: Dataset) -> StanceEvidence:
    """Remove from a piece of evidence what is gone."""
    return attrs.evolve(
        piece,
        position=rest[piece.position.id],
        statements=tuple(key for key in piece.statements if key not in lost),
        superseded_by=tuple(key for key in piece.superseded_by if key not in lost),
    )


def rests_on(dataset: Dataset, record: Position, lost: Mapping[str, Record]) -> bool:
    """Whether the standing of a position can rest on something gone.

    That is a statement of its own, a position that replaces it, or a statement of such a position.
    """
    return any(
        other.id in lost or any(key in lost for key in other.evidence)
        for other in dataset.of_type(Position)
        if record.id in {other.id, other.supersedes}
        or ((other.actor, other.issue) == (record.actor, record.issue) and other.stance is not record.stance)
    )


class TestCases:
    def stands(
        self, *records: Position | Statement, at: str | None = None, key: str = "p1", unqualified: bool = False
    ) -> bool | None:
        found = stance_matrix(dataset_of(*records), at=date(at), unqualified=unqualified)
        return next(piece.stands for cell in found.cells for piece in cell.evidence if piece.position.id == key)

    def test_a_stance_stands_from_its_date_until_a_later_one_differs(self) -> None:
        series = [position("p1", 1, "2025-08-19"), position("p2", -1, "2025-09-03")]
        found = {at: self.stands(*series, at=at) for at in ("2025-08-19", "2025-09-02", "2025-09-03")}
        assert found == {"2025-08-19": True, "2025-09-02": True, "2025-09-03": False}
        assert stance_matrix(dataset_of(*series), at=date("2025-08-18")).cells == ()

    def test_the_same_stance_again_replaces_nothing(self) -> None:
        assert self.stands(position("p1", 1, "2025-08-19"), position("p2", 1, "2025-09-03")) is True

    def test_what_no_date_orders_stands_side_by_side(self) -> None:
        both = [position("p1", 1, "2025-08-19"), position("p2", -1)]
        found = stance_matrix(dataset_of(*both)).cell("norland", "issue/fish")
        assert found.accord is Accord.CONFLICT
        assert found.stances == (Stance.DISAGREE, Stance.AGREE)
        assert found.stance is None

    def test_reports_of_one_thing_do_not_replace_each_other(self) -> None:
        both = [position(f"p{n}", n, f"2025-09-0{n}", canonical_id="thing/one") for n in (1, 2)]
        assert stance_matrix(dataset_of(*both)).cell("norland", "issue/fish").accord is Accord.DEGREE

    def test_of_several_later_ones_any_may_replace_it(self) -> None:
        first = position("p1", 1, "2025-08-19", canonical_id="thing/one")
        same_thing = position("p2", -1, "2025-09-10", canonical_id="thing/one")
        assert self.stands(first, same_thing) is True
        assert self.stands(first, same_thing, position("p3", -1, "2025-09-05")) is False
        late, early = (
            position(key, -1, when, canonical_id="thing/two")
            for key, when in (("p4", "2025-09-05"), ("p5", "2025-08-01"))
        )
        assert self.stands(first, late, early) is False
        assert self.stands(first, early) is True

    def test_another_voice_contradicts_and_does_not_replace(self) -> None:
        both = [position("p1", 1, "2025-08-19"), position("p2", -1, "2025-09-03", actor="speaker")]
        found = stance_matrix(dataset_of(*both))
        assert found.cell("norland", "issue/fish").accord is Accord.CONFLICT
        assert found.cell("norland", "issue/fish").voices == ("norland", "speaker")
        assert not found.cell("norland", "issue/fish").derived
        assert found.cell("ministry", "issue/fish").derived
        assert found.cell("speaker", "issue/fish").stance is Stance.DISAGREE
        assert found.cell("sudland", "issue/fish") is None
        assert stance_matrix(dataset_of(*both), representatives=False).cell("ministry", "issue/fish") is None

    def test_one_that_says_so_replaces_whatever_its_actor_and_date(self) -> None:
        other = position("p2", 1, actor="sudland", supersedes="p1")
        assert self.stands(position("p1", 1), other) is False
        assert self.stands(position("p1", 1, "2025-08-19"), other, at="2025-09-03") is None

    @pytest.mark.parametrize(("aspect", "stands"), [(Aspect.NEGATED, False), (Aspect.FUTURE, True)])
    def test_a_denial_withdraws_and_a_plan_does_not_yet(self, aspect: Aspect, stands: bool) -> None:
        withdrawal = position("p2", 1, "2025-09-03", supersedes="p1", aspects=frozenset({aspect}))
        assert self.stands(position("p1", 1, "2025-08-19"), withdrawal) is stands
        assert self.stands(position("p1", 1, "2025-08-19"), withdrawal, key="p2") is False

    def test_what_lasted_is_over_at_its_end(self) -> None:
        lasting = position("p1", 1, "2014/2020")
        found = {at: self.stands(lasting, at=at) for at in ("2014", "2015", "2020", "2021")}
        assert found == {"2014": None, "2015": True, "2020": None, "2021": False}
        assert stance_matrix(dataset_of(lasting), at=date("2013")).cells == ()
        assert self.stands(position("p1", 1, "2014/.."), at="2021") is True
        assert self.stands(position("p1", 1, "2014/"), at="2021") is None

    def test_a_position_is_there_when_a_statement_that_shows_it_is(self) -> None:
        taken = position("p1", 1, "2025-09-01", evidence=("s1", "s2"))
        said = [statement("s1", "2025-09-02"), statement("s2", "2025-09-03?")]
        assert self.stands(taken, *said, at="2025-09-02") is True
        assert self.stands(taken, *said, at="2025-09-01") is None
        assert stance_matrix(dataset_of(taken, *said), at=date("2025-09-01"), unqualified=True).cells == ()
        found = stance_matrix(dataset_of(taken, *said), at=EventDate.parse("2025-09-02"), unqualified=True)
        assert found.cell("norland", "issue/fish").evidence[0].statements == ("s1",)

    def test_a_statement_that_is_kept_elsewhere_may_have_been_made(self) -> None:
        partial = Dataset(records=[position("p1", 1, "2025-09-01", evidence=("s9",))], complete=False)
        (cell,) = stance_matrix(partial, at=SEPTEMBER_3).cells
        assert cell.evidence[0].stands is None
        assert cell.evidence[0].statements == ("s9",)

    def test_conditions_and_red_lines_of_what_stands_are_kept(self) -> None:
        taken = [
            position("p1", 1, "2025-08-19", conditions="if it rains", red_line=True),
            position("p2", 2, "2025-09-03", conditions="if it snows"),
            position("p3", 2, "2025-09-03", conditions="if it snows"),
        ]
        early, late = (
            stance_matrix(dataset_of(*taken), at=EventDate.parse(at)).cell("norland", "issue/fish")
            for at in ("2025-08-20", "2025-09-04")
        )
        assert (early.conditions, early.red_line) == (("if it rains",), True)
        assert (late.conditions, late.red_line) == (("if it snows",), False)

    def test_a_certainty_that_is_none_is_refused(self) -> None:
        with pytest.raises(ArgumentError, match="expected certainty to be certainly or possibly"):
            stance_matrix(dataset_of(), certainty=cast("Certainty", "surely"))


@pytest.mark.parametrize(("when", "counts"), [("2022-05-01", True), ("2025-09-03", False), (None, True)])
def test_an_office_has_the_stance_of_its_holder_at_the_time(when: str | None, counts: bool) -> None:
    role = Role(title="Consul", office="consul", when=EventDate.parse("2020/2024"))
    office = Actor(id="consul", name="The consul", kind=ActorKind.OFFICE, member_of=("norland",))
    norris = Actor(id="norris", name="Norris", kind=ActorKind.PERSON, roles=(role,))
    dataset = dataset_of().with_records(office, norris, position("p", 1, when, actor="norris"))
    actors = {cell.actor for cell in stance_matrix(dataset).cells}
    assert actors == ({"norris", "consul", "norland"} if counts else {"norris"})


class TestExample:
    def test_russia_and_its_president_are_at_odds_over_a_meeting(self) -> None:
        cell = stance_matrix(EXAMPLE, at=SEPTEMBER_3, unqualified=True).cell("russia", "issue/leaders-meeting")
        assert cell.accord is Accord.CONFLICT
        assert cell.voices == ("putin", "russia")
        told = {piece.position.id: (piece.stands, piece.position.stance) for piece in cell.evidence}
        assert told == {
            "kurdistan24-intervention/p21": (None, Stance.DISAGREE),
            "kurdistan24-road-to-nowhere/p03": (True, Stance.DISAGREE),
            "kurdistan24-road-to-nowhere/p05": (False, Stance.NEUTRAL),
            "zerohedge-guarantees/p15": (True, Stance.AGREE),
        }

    def test_the_outlets_conclusion_is_not_there_before_the_outlet_drew_it(self) -> None:
        on_the_day, next_day = (
            stance_matrix(EXAMPLE, at=EventDate.parse(at)).cell("putin", "issue/negotiated-peace")
            for at in ("2025-09-03", "2025-09-04")
        )
        assert on_the_day is None
        assert next_day.stance is Stance.DISAGREE

    def test_every_position_is_in_the_matrix_of_all_that_is_recorded(self) -> None:
        found = stance_matrix(EXAMPLE)
        listed = {piece.position.id for cell in found.cells for piece in cell.evidence}
        assert listed == {position.id for position in EXAMPLE.of_type(Position)}

    def test_the_same_whatever_the_order_of_the_records(self) -> None:
        records = list(EXAMPLE.records)
        random.Random(4).shuffle(records)
        assert stance_matrix(attrs.evolve(EXAMPLE, records=records)) == stance_matrix(EXAMPLE)


@pytest.mark.parametrize("recent", [False, True])
def test_what_stood_long_ago_stands_with_its_age(recent: bool) -> None:
    records = [position("old", 2, "1941-06-22"), *([position("new", 2, "2024-06-02")] if recent else [])]
    dataset, at = dataset_of(*records), EventDate.parse("2024-06-22")
    matrix = stance_matrix(dataset, at=at, certainty="possibly")
    cell = matrix.cell("norland", "issue/fish")
    assert cell is not None
    days = {"old": (dt.date(2024, 6, 22) - dt.date(1941, 6, 22)).days, "new": 20}
    assert {piece.position.id: piece.age for piece in cell.evidence} == {r.id: days[r.id] for r in records}
    assert cell.age == (20 if recent else days["old"])
    text = "newest evidence 83 years old"
    (line,) = [line for line in lines(dataset, matrix, [cell], style=PLAIN) if "Norland" in line]
    assert (text in line) is (text in html_report(dataset, at=at)) is not recent
    overall = stance_matrix(dataset).cell("norland", "issue/fish")
    assert overall is not None
    assert overall.age is None
    assert ", 83 years old" in html_report(dataset, at=at)


@pytest.mark.parametrize(("when", "at"), [("2024/..", "2024-06-22"), (None, "2024-06-22"), ("2020", "2024/..")])
def test_the_age_of_what_says_too_little_is_not_guessed(when: str | None, at: str) -> None:
    matrix = stance_matrix(dataset_of(position("p", 1, when)), at=EventDate.parse(at), certainty="possibly")
    assert [piece.age for cell in matrix.cells for piece in cell.evidence] == [None]


@pytest.mark.parametrize(
    ("when", "at", "age"),
    [
        ("2025-09-03T23:00:00-05:00", "2025-09-04T04:00:00Z", 0),
        ("2025-09-03T23:00:00", "2025-09-04T04:00:00", 1),
        ("2025-09-03T23:00:00-05:00", "2025-09-05", 2),
    ],
)
def test_no_day_lies_between_two_date_times_of_one_moment(when: str, at: str, age: int) -> None:
    matrix = stance_matrix(dataset_of(position("p", 1, when)), at=EventDate.parse(at), certainty="possibly")
    assert [piece.age for cell in matrix.cells for piece in cell.evidence] == [age]


class TestHorizon:
    @pytest.mark.slow
    @given(discourse(), st.sampled_from(DATES).map(EventDate.parse), st.integers(0, 30), st.booleans())
    def test_it_opens_what_is_older_and_nothing_else(
        self, dataset: Dataset, at: EventDate, horizon: int, unqualified: bool
    ) -> None:
        without_one, with_one = (
            pieces_of(stance_matrix(dataset, at=at, horizon=days, unqualified=unqualified)) for days in (None, horizon)
        )
        assert with_one.keys() == without_one.keys()
        for where, pieces in without_one.items():
            for key, piece in pieces.items():
                is_old = piece.age is not None and piece.age > horizon
                expected = attrs.evolve(piece, stands=None) if is_old and piece.stands else piece
                assert with_one[where][key] == expected

    @pytest.mark.parametrize(("at", "stands"), [("2034-12-30", True), ("2034-12-31", None)])
    def test_it_is_ten_years_by_default_to_the_day(self, at: str, stands: bool | None) -> None:
        (cell,) = stance_matrix(dataset_of(position("p", 1, "2025-01-01")), at=EventDate.parse(at)).cells
        assert cell.evidence[0].stands is stands
        assert bool(cell.standing) is bool(stands)

    def test_what_lasts_to_the_day_is_not_old(self) -> None:
        (cell,) = stance_matrix(dataset_of(position("p", 1, "1949/2030")), at=EventDate.parse("2024")).cells
        assert cell.evidence[0].stands is True

    def test_without_a_date_there_is_none(self) -> None:
        (cell,) = stance_matrix(dataset_of(position("p", 1, "1941"))).cells
        assert cell.evidence[0].stands is True

    @pytest.mark.parametrize("wrong", [-1, 1.5, "3650", True])
    def test_what_is_no_number_of_days_is_refused(self, wrong: object) -> None:
        with pytest.raises(ArgumentError, match="expected horizon to be a whole number of days from 0, or None, found"):
            stance_matrix(dataset_of(), horizon=cast("int", wrong))


class TestBallots:
    @pytest.mark.parametrize("choice", list(BallotChoice))
    def test_yes_agrees_no_and_veto_disagree_and_the_rest_shows_nothing(self, choice: BallotChoice) -> None:
        dataset = dataset_of(vote("v", choice, issues=("issue/fish", "issue/oil")))
        assert stance_matrix(dataset).cells == ()
        shown = {
            BallotChoice.YES: Stance.AGREE,
            BallotChoice.NO: Stance.DISAGREE,
            BallotChoice.VETO: Stance.DISAGREE,
        }.get(choice)
        matrix = stance_matrix(dataset, votes=True)
        assert [(cell.issue, cell.stance) for cell in matrix.cells] == (
            [("issue/fish", shown), ("issue/oil", shown)] if shown else []
        )
        assert all(piece.vote == piece.position.id == "v" for cell in matrix.cells for piece in cell.evidence)
        assert all(piece.mark == "ballot" for cell in matrix.cells for piece in cell.evidence)

    def test_a_vote_without_issues_shows_nothing(self) -> None:
        assert stance_matrix(dataset_of(vote("v", BallotChoice.YES, issues=())), votes=True).cells == ()

    def test_a_ballot_counts_from_its_day_and_grows_old(self) -> None:
        dataset = dataset_of(vote("v", BallotChoice.YES, "2025-09-03"))
        assert stance_matrix(dataset, votes=True, at=EventDate.parse("2025-09-02")).cells == ()
        (cell,) = stance_matrix(dataset, votes=True, at=EventDate.parse("2025-09-05")).cells
        assert (cell.evidence[0].stands, cell.age) == (True, 2)
        (cell,) = stance_matrix(dataset, votes=True, at=EventDate.parse("2035-09-05")).cells
        assert cell.evidence[0].stands is None

    def test_a_ballot_of_a_representative_counts_for_whom_it_represents(self) -> None:
        cell = stance_matrix(dataset_of(vote("v", BallotChoice.NO, actor="speaker")), votes=True).cell(
            "norland", "issue/fish"
        )
        assert cell is not None
        assert (cell.stance, cell.derived) == (Stance.DISAGREE, True)

    @pytest.mark.parametrize("stance", [-2, -1, 0, 1, 2])
    @pytest.mark.parametrize("choice", [BallotChoice.YES, BallotChoice.NO])
    def test_a_ballot_and_a_position_replace_each_other_only_from_another_side(
        self, stance: int, choice: BallotChoice
    ) -> None:
        side = 1 if choice is BallotChoice.YES else -1
        same_side = stance * side > 0
        for first, second in (("2025-09-01", "2025-09-02"), ("2025-09-02", "2025-09-01")):
            dataset = dataset_of(position("p", stance, first), vote("v", choice, second))
            (cell,) = stance_matrix(dataset, votes=True).cells
            stands = {piece.position.id: piece.stands for piece in cell.evidence}
            assert stands == {"p": same_side or first > second, "v": same_side or second > first}

    def test_a_vote_to_come_never_stands(self) -> None:
        for aspect in (Aspect.FUTURE, Aspect.HYPOTHETICAL, Aspect.NEGATED):
            dataset = dataset_of(vote("v", BallotChoice.YES, aspects=frozenset({aspect})))
            (cell,) = stance_matrix(dataset, votes=True, certainty="possibly").cells
            assert not cell.standing

    @pytest.mark.slow
    @given(discourse(), ats)
    def test_positions_are_the_same_beside_ballots_of_others(self, dataset: Dataset, at: EventDate | None) -> None:
        more = dataset.with_records(vote("v9", BallotChoice.YES, "2025-08-01", actor="sudland", issues=("issue/oil",)))
        plain = stance_matrix(more, at=at)
        assert plain.cells == stance_matrix(dataset, at=at).cells
        counted = pieces_of(stance_matrix(more, at=at, votes=True))
        for where, pieces in pieces_of(plain).items():
            if where != ("sudland", "issue/oil"):
                assert counted[where] == pieces


class TestJointStatements:
    def test_a_position_counts_for_each_speaker(self) -> None:
        said = statement("s1", "2025-09-03", speakers=("norland", "sudland"))
        dataset = dataset_of(said, position("p1", -2, "2025-09-03", evidence=("s1",)))
        for actor, joint in (("norland", False), ("sudland", True)):
            cell = stance_matrix(dataset, at=SEPTEMBER_3).cell(actor, "issue/fish")
            assert cell is not None
            (piece,) = cell.evidence
            assert (piece.position.id, piece.position.actor, piece.joint, piece.stands) == ("p1", actor, joint, True)
            assert piece.statements == ("s1",)
            assert piece.mark == ("joint statement" if joint else None)
            assert cell.stance is Stance.STRONGLY_DISAGREE

    def test_a_speaker_counts_as_the_actor_that_it_represents(self) -> None:
        said = statement("s1", speakers=("speaker", "sudland"))
        matrix = stance_matrix(dataset_of(said, position("p1", 1, evidence=("s1",))))
        assert {cell.actor: [piece.joint for piece in cell.evidence] for cell in matrix.cells} == {
            "norland": [False],
            "sudland": [True],
        }

    def test_not_for_what_others_say_of_the_actor(self) -> None:
        joint = {"speakers": ("sudland", "ministry")}
        for fields, basis in (
            (joint, PositionBasis.ATTRIBUTED),
            (joint, PositionBasis.INFERRED),
            ({"speakers": ("sudland",)}, PositionBasis.DECLARED),
        ):
            taken = position("p1", 1, evidence=("s1",), basis=basis)
            matrix = stance_matrix(dataset_of(statement("s1", **fields), taken))
            assert matrix.cell("sudland", "issue/fish") is None
        strangers = statement("s1", speakers=("sudland", "westland"))
        partial = Dataset(records=[strangers, position("p1", 1, evidence=("s1",))], complete=False)
        assert {cell.actor for cell in stance_matrix(partial).cells} == {"norland"}

    def test_a_position_of_its_own_on_the_same_statement_goes_before(self) -> None:
        said = statement("s1", speakers=("norland", "sudland"))
        own = position("p2", 1, actor="sudland", evidence=("s1",))
        matrix = stance_matrix(dataset_of(said, position("p1", 2, evidence=("s1",)), own))
        assert {cell.actor: [piece.position.id for piece in cell.evidence] for cell in matrix.cells} == {
            "norland": ["p1"],
            "sudland": ["p2"],
        }

    def test_each_speaker_leaves_it_alone(self) -> None:
        said = statement("s1", "2025-08-01", speakers=("norland", "sudland"))
        taken = position("p1", 1, "2025-08-01", evidence=("s1",))
        turned = position("p2", -1, "2025-09-01", supersedes="p1")
        matrix = stance_matrix(dataset_of(said, taken, turned), at=SEPTEMBER_3)
        stances = {cell.actor: cell.stances for cell in matrix.cells}
        assert stances == {"norland": (Stance.DISAGREE,), "sudland": (Stance.AGREE,)}
