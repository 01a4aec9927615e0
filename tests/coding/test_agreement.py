"""How far two coders agree: pairs of units, Krippendorff's alpha, and what there is to settle."""

import itertools
import random
import time
import warnings
from collections.abc import Sequence
from typing import Any

import attrs
import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from plain_records import article, plain_statement

import diplo_events
from diplo_events import (
    Assertion,
    Dataset,
    DatasetError,
    EventDate,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Participant,
    ParticipantRole,
    Position,
    PositionBasis,
    Source,
    Span,
    SpeechAct,
    Stance,
    Statement,
    TerritorialClaim,
)
from diplo_events.coding._assignment import assignment
from diplo_events.coding.agreement import (
    ENOUGH_OVERLAP,
    TYPES,
    Agreement,
    TypeAgreement,
    UnmatchedReason,
    agreement_on,
    compare_codings,
    krippendorff_alpha,
    middle,
)
from diplo_events.coding.variables import variables_of
from diplo_events.model import EventRecord
from diplo_events.report.agreement import agreement_lines
from diplo_events.schema import RECORD_TYPES, fields
from diplo_events.vocab import Medium
from each_case import each_case
from profiles import examples

# Krippendorff's alpha

VALUES = range(5)

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, part C: four observers, twelve units, one of them
# with a single value, and the figures that he gives for these data.
TEXTBOOK = {
    "A": "1 2 3 3 2 1 4 1 2 * * *",
    "B": "1 2 3 3 2 2 4 1 2 5 * 3",
    "C": "* 3 3 3 2 3 4 2 2 5 1 *",
    "D": "1 2 3 3 2 4 4 1 2 5 1 *",
}


def units_of(observers: Sequence[str]) -> list[list[str]]:
    """Turn rows of observers into units, without what is missing."""
    return [[value for value in unit if value != "*"] for unit in zip(*map(str.split, observers), strict=True)]


def oracle(units: Sequence[Sequence[int]], level: str) -> float | None:
    """Alpha as another implementation computes it, or `None` where it finds nothing to compute."""
    width = max(map(len, units), default=0)
    rows = [[*map(float, unit), *[np.nan] * (width - len(unit))] for unit in units]
    pairable = [value for unit in units if len(unit) > 1 for value in unit]
    if len(set(pairable)) < 2:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found: float = krippendorff.alpha(
            reliability_data=np.array(rows).T, level_of_measurement=level, value_domain=list(VALUES)
        )
    return found


class TestAlpha:
    def test_the_textbook_example_with_missing_values(self) -> None:
        units = units_of(list(TEXTBOOK.values()))
        assert krippendorff_alpha(units) == pytest.approx(0.743, abs=0.0005)
        assert krippendorff_alpha(units, order="12345") == pytest.approx(0.815, abs=0.0005)

    def test_the_textbook_example_of_two_observers_and_two_values(self) -> None:
        """The same paper, part A: "alpha = 0.095"."""
        assert krippendorff_alpha(units_of(["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"])) == pytest.approx(
            0.095, abs=0.0005
        )

    def test_the_textbook_example_of_two_observers_and_five_values(self) -> None:
        """The same paper, part B: "alpha = 0.692"."""
        observers = ["a a b b d c c c e d d a", "b a b b b c c c e d d d"]
        assert krippendorff_alpha(units_of(observers)) == pytest.approx(0.692, abs=0.0005)

    @given(
        st.lists(st.lists(st.sampled_from(VALUES), max_size=4), max_size=12), st.sampled_from(["nominal", "ordinal"])
    )
    def test_it_is_what_another_implementation_computes(self, units: list[list[int]], level: str) -> None:
        order = tuple(VALUES) if level == "ordinal" else ()
        expected = oracle(units, level)
        found = krippendorff_alpha(units, order=order)
        assert found is None if expected is None else found == pytest.approx(expected)

    @given(st.lists(st.lists(st.sampled_from(VALUES), min_size=2, max_size=3), max_size=9), st.integers(0, 4))
    def test_units_with_one_value_do_not_count(self, units: list[list[int]], value: int) -> None:
        for order in ((), tuple(VALUES)):
            assert krippendorff_alpha([[value], *units, []], order=order) == krippendorff_alpha(units, order=order)

    @given(st.lists(st.sampled_from(VALUES), min_size=2, max_size=9))
    def test_full_agreement_is_one_and_no_variation_is_nothing(self, values: list[int]) -> None:
        expected = None if len(set(values)) == 1 else 1.0
        assert krippendorff_alpha([(value, value) for value in values]) == expected
        assert krippendorff_alpha([(value, value) for value in values], order=tuple(VALUES)) == expected

    def test_nothing_to_compare_is_nothing(self) -> None:
        assert krippendorff_alpha([]) is None
        assert krippendorff_alpha([("a",), ("b",)]) is None

    @given(st.lists(st.lists(st.sampled_from(VALUES), max_size=4), max_size=9), st.randoms(use_true_random=False))
    def test_the_order_of_coders_and_units_does_not_matter(self, units: list[list[int]], mix: random.Random) -> None:
        shuffled = [mix.sample(unit, len(unit)) for unit in mix.sample(units, len(units))]
        for order in ((), tuple(VALUES)):
            one, other = krippendorff_alpha(units, order=order), krippendorff_alpha(shuffled, order=order)
            assert one is other is None or one == pytest.approx(other)

    def test_a_small_step_counts_less_than_a_great_one_where_there_is_an_order(self) -> None:
        near = [(1, 1), (2, 2), (3, 3), (1, 2)]
        far = [(1, 1), (2, 2), (3, 3), (1, 3)]
        of_near, of_far = (krippendorff_alpha(units, order=(1, 2, 3)) for units in (near, far))
        assert of_near is not None
        assert of_far is not None
        assert of_near > of_far


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=20))
def test_the_middle_of_values_is_between_the_percentiles_of_numpy(values: list[float]) -> None:
    assert middle(values) == pytest.approx(tuple(np.percentile(values, [2.5, 97.5])))


def test_no_values_have_no_middle() -> None:
    assert middle([]) is None


# Pairs


def best(weights: Sequence[Sequence[int]]) -> tuple[int, int]:
    """Try every way to give rows a column or none: the greatest sum, and the most pairs among those that reach it."""
    width = max(map(len, weights), default=0)
    columns = [*range(width), *[-1] * len(weights)]
    found = {(0, 0)}
    for choice in set(itertools.permutations(columns, len(weights))):
        taken = [row[j] for row, j in zip(weights, choice, strict=True) if j >= 0 and row[j]]
        found.add((sum(taken), len(taken)))
    return max(found)


matrices = st.integers(0, 4).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 6), min_size=width, max_size=width), max_size=4)
)


class TestAssignment:
    @given(matrices)
    def test_no_other_choice_has_a_greater_sum_or_more_pairs_with_the_same(self, weights: list[list[int]]) -> None:
        pairs = assignment(weights)
        assert (sum(weights[i][j] for i, j in pairs), len(pairs)) == best(weights)

    @given(matrices)
    def test_a_pair_has_a_weight_and_a_row_and_a_column_to_itself(self, weights: list[list[int]]) -> None:
        pairs = assignment(weights)
        assert all(weights[i][j] for i, j in pairs)
        assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
        assert pairs == sorted(pairs)

    def test_two_hundred_units_take_seconds_at_most(self) -> None:
        draw = random.Random(1)
        weights = [[draw.random() if draw.random() < 0.1 else 0.0 for _ in range(200)] for _ in range(200)]
        start = time.perf_counter()
        assert len(assignment(weights)) > 150
        assert time.perf_counter() - start < 20


# Two encodings

SHA = "a" * 64


def source(key: str = "one", sha256: str | None = SHA) -> Source:
    """Return a source that both coders have."""
    return article(key, sha256=sha256, length=1000)


def statement(key: str, span: tuple[int, int], speaker: str = "norland", **fields: object) -> Statement:
    """Return a statement of a passage."""
    return plain_statement(key, "one", Span(start=span[0], end=span[1]), **{"speakers": (speaker,), **fields})


def position(key: str, span: tuple[int, int], stance: Stance, issue: str = "bridge") -> Position:
    """Make a position."""
    spans = (Span(start=span[0], end=span[1]),)
    fields = {"actor": "norland", "issue": issue, "basis": PositionBasis.DECLARED, "summary": "For it, or not."}
    return Position(id=key, source="one", spans=spans, stance=stance, **fields)


def coded(*records: EventRecord | Source, header: Source | None = None) -> Dataset:
    """Make what one coder hands in."""
    return Dataset(records=[header or source(), *records], complete=False)


def of(agreement: Agreement, cls: type[EventRecord]) -> TypeAgreement:
    """Pick the part on a type."""
    return next(part for part in agreement.types if part.type is cls)


def pairs_of(agreement: Agreement, cls: type[EventRecord] = Statement) -> list[tuple[str, str]]:
    """List the ids of the units that both found."""
    return [(a.id, b.id) for a, b in of(agreement, cls).matched]


class TestUnits:
    @each_case(
        ("one", "other", "same"),
        [
            ((0, 10), (0, 10), True),
            ((0, 10), (5, 15), True),  # just half
            ((0, 10), (6, 16), False),  # less
            ((0, 10), (10, 20), False),  # none
            ((0, 100), (90, 100), True),  # all of the shorter one
            ((0, 100), (95, 105), True),  # half of the shorter one
            ((0, 100), (96, 106), False),
        ],
    )
    def test_half_of_the_shorter_passage_makes_one_unit(
        self, one: tuple[int, int], other: tuple[int, int], same: bool
    ) -> None:
        assert ENOUGH_OVERLAP == 0.5
        for left, right in ((one, other), (other, one)):
            found = compare_codings(coded(statement("a", left)), coded(statement("b", right)), resamples=0)
            assert pairs_of(found) == ([("a", "b")] if same else [])

    def test_a_unit_of_several_passages_is_the_sum_of_them(self) -> None:
        scattered = statement("a", (0, 10), spans=(Span(start=0, end=10), Span(start=50, end=60)))
        assert pairs_of(compare_codings(coded(scattered), coded(statement("b", (50, 60))), resamples=0)) == [("a", "b")]

    def test_speakers_tell_units_of_one_passage_apart(self) -> None:
        first = coded(statement("a1", (0, 10), "norland"), statement("a2", (0, 10), "southland"))
        second = coded(statement("b1", (0, 10), "southland"), statement("b2", (0, 10), "norland"))
        assert pairs_of(compare_codings(first, second, resamples=0)) == [("a1", "b2"), ("a2", "b1")]

    def test_places_tell_claims_of_one_sentence_apart(self) -> None:
        spans = (Span(start=0, end=30),)
        north, south, east = (
            TerritorialClaim(
                id=f"{key}-taken",
                source="one",
                spans=spans,
                challenger="norland",
                asserted_by=("norland",),
                assertion=Assertion.CAPTURE,
                places=(key,),
                territory="a village",
                summary="A village was taken.",
            )
            for key in ("north", "south", "east")
        )
        part = of(compare_codings(coded(north, south, east), coded(east, south), resamples=0), TerritorialClaim)
        assert [record.id for record in part.only_first] == ["north-taken"]
        assert part.disagreements == ()

    def test_what_one_coder_alone_found_is_listed(self) -> None:
        first = coded(statement("a1", (0, 10)), statement("a2", (20, 30)), statement("a3", (40, 50)))
        second = coded(statement("b1", (0, 10)), statement("b2", (60, 70)))
        part = of(compare_codings(first, second, resamples=0), Statement)
        assert [record.id for record in part.only_first] == ["a2", "a3"]
        assert [record.id for record in part.only_second] == ["b2"]
        assert part.precision == pytest.approx(1 / 3)
        assert part.recall == pytest.approx(1 / 2)
        assert part.f1 == pytest.approx(2 / 5)

    def test_where_there_is_nothing_there_is_no_share(self) -> None:
        part = of(compare_codings(coded(), coded(), resamples=0), Meeting)
        assert (part.precision, part.recall, part.f1) == (None, None, None)
        part = of(compare_codings(coded(), coded(statement("b", (0, 9))), resamples=0), Statement)
        assert (part.precision, part.recall, part.f1) == (None, 0.0, 0.0)

    def test_records_of_two_types_are_never_one_unit(self) -> None:
        first, second = coded(statement("a", (0, 10))), coded(position("b", (0, 10), Stance.AGREE))
        agreement = compare_codings(first, second, resamples=0)
        assert {len(part.matched) for part in agreement.types} == {0}
        assert [part.type for part in agreement.types] == list(TYPES)


class TestWithoutPassages:
    """Records without spans are paired by what they say, if only one pair is possible."""

    @pytest.mark.parametrize("spans", [(), (Span(start=0, end=10),)])
    def test_one_that_says_the_same_is_the_same(self, spans: tuple[Span, ...]) -> None:
        first = coded(statement("a", (0, 10), spans=()), statement("c", (20, 30), "sudland"))
        second = coded(statement("b", (0, 10), spans=spans), statement("d", (20, 30), "sudland"))
        agreement = compare_codings(first, second, resamples=0)
        assert set(pairs_of(agreement)) == {("a", "b"), ("c", "d")}
        assert of(agreement, Statement).unmatched == ()

    @each_case(
        "fields",
        [
            {"speakers": ("sudland",)},
            {"acts": (SpeechAct.REJECT,)},
            {"when": EventDate.parse("2025-09-04")},
            {"issues": ("bridge",)},
        ],
    )
    def test_one_that_says_something_else_is_not(self, fields: dict[str, object]) -> None:
        said = {"spans": (), "when": EventDate.parse("2025-09-01"), "issues": ("tolls",)}
        one, other = statement("a", (0, 10), **said), statement("b", (0, 10), **(said | fields))
        part = of(compare_codings(coded(one), coded(other), resamples=0), Statement)
        assert (part.only_first, part.only_second) == ((one,), (other,))
        assert [(item.record, item.reason, item.alike) for item in part.unmatched] == [
            (one, UnmatchedReason.NOTHING_ALIKE, ()),
            (other, UnmatchedReason.NOTHING_ALIKE, ()),
        ]

    def test_of_several_alike_none_is_guessed_and_the_reason_is_listed(self) -> None:
        one, *others = (statement(key, (0, 10), spans=()) for key in "abc")
        agreement = compare_codings(coded(one), coded(*others), resamples=0)
        part = of(agreement, Statement)
        assert part.matched == ()
        assert [(item.record.id, item.reason, item.alike) for item in part.unmatched] == [
            ("a", UnmatchedReason.SEVERAL_ALIKE, ("b", "c")),
            ("b", UnmatchedReason.SEVERAL_ALIKE, ("a",)),
            ("c", UnmatchedReason.SEVERAL_ALIKE, ("a",)),
        ]
        assert any(
            line.startswith("  only first   a  (") and line.endswith("b, c)") for line in agreement_lines(agreement)
        )

    def test_of_several_alike_the_one_that_says_more_of_the_same_is_taken(self) -> None:
        first = coded(statement("a", (0, 10), spans=(), medium=Medium.SPEECH))
        second = coded(
            *(statement(key, (0, 10), spans=(), medium=m) for key, m in (("b", Medium.CALL), ("c", Medium.SPEECH)))
        )
        assert pairs_of(compare_codings(first, second, resamples=0)) == [("a", "c")]

    @given(st.lists(st.tuples(st.sampled_from(["norland", "sudland"]), st.booleans()), max_size=8))
    def test_an_encoding_agrees_with_itself_all_the_same(self, said: list[tuple[str, bool]]) -> None:
        records = [
            statement(f"s{i}", (10 * i, 10 * i + 9), who, **({} if has_passage else {"spans": ()}))
            for i, (who, has_passage) in enumerate(said)
        ]
        agreement = compare_codings(coded(*records), coded(*records), resamples=0)
        assert len(pairs_of(agreement)) == len(records)
        assert set(pairs_of(agreement)) == {(record.id, record.id) for record in records}

    def test_meetings_need_the_same_participants(self) -> None:
        def meeting(key: str, *who: str) -> Meeting:
            fields = {"title": "Talks", "kind": MeetingKind.TALKS, "status": MeetingStatus.HELD}
            return Meeting(id=key, source="one", participants=tuple(Participant(actor=x) for x in who), **fields)

        both = coded(meeting("a", "norland", "sudland"), meeting("n"))
        other = coded(meeting("b", "sudland", "norland"), meeting("m"), meeting("c", "norland"))
        assert pairs_of(compare_codings(both, other, resamples=0), Meeting) == [("a", "b")]


class TestParticipants:
    FIELDS = ("participants", "participants.role", "participants.representing")

    @staticmethod
    def compared(*sides: Participant) -> TypeAgreement:
        """Compare two codings of one meeting in which each coder has one participant."""
        firsts, seconds = (
            coded(
                Meeting(
                    id="m",
                    source="one",
                    spans=(Span(start=0, end=10),),
                    title="Talks",
                    kind=MeetingKind.TALKS,
                    status=MeetingStatus.HELD,
                    participants=(side, Participant(actor="estland")),
                )
            )
            for side in sides
        )
        return of(compare_codings(firsts, seconds, resamples=0), Meeting)

    @each_case(
        ("changed", "differing", "values"),
        [
            ({}, [], []),
            ({"actor": "sudland"}, [*FIELDS], [("estland, norland", "estland, sudland")]),
            ({"role": ParticipantRole.HOST}, ["participants.role"], []),
            ({"representing": "union"}, ["participants.representing"], [("norland: league", "norland: union")]),
            ({"representing": None}, ["participants.representing"], [("norland: league", "none")]),
        ],
    )
    def test_who_takes_part_and_in_what_role_are_compared_apart(
        self, changed: dict[str, Any], differing: list[str], values: list[tuple[str, str]]
    ) -> None:
        one = Participant(actor="norland", role=ParticipantRole.INVITED, representing="league")
        part = self.compared(one, attrs.evolve(one, **changed))
        assert [item.variable for item in part.disagreements] == differing
        assert [item.values for item in part.disagreements][: len(values)] == values

    def test_every_field_of_a_participant_is_a_variable(self) -> None:
        """A new field is one too; so no list of fields has to be kept."""
        names = [variable.name for variable in variables_of(Meeting) if variable.name.startswith("participants")]
        assert names == list(self.FIELDS)
        assert len(names) == len(fields(Participant))


class TestTexts:
    def test_the_hash_tells_that_two_sources_are_one_text(self) -> None:
        second = coded(statement("b", (0, 10), source="mine"), header=source("mine"))
        agreement = compare_codings(coded(statement("a", (0, 10))), second, resamples=0)
        assert agreement.sources == ("one",)
        assert pairs_of(agreement) == [("a", "b")]

    def test_a_text_that_one_coder_alone_encodes_is_left_out(self) -> None:
        extra = (source("two", "b" * 64), statement("a2", (0, 10), source="two"))
        agreement = compare_codings(coded(statement("a", (0, 10)), *extra), coded(statement("b", (0, 10))), resamples=0)
        assert agreement.sources == ("one",)
        assert of(agreement, Statement).only_first == ()

    def test_passages_of_two_texts_are_never_one_unit(self) -> None:
        both = (source("two", "b" * 64),)
        first, second = coded(statement("a", (0, 10)), *both), coded(statement("b", (0, 10), source="two"), *both)
        agreement = compare_codings(first, second, resamples=0)
        assert agreement.sources == ("one", "two")
        assert pairs_of(agreement) == []

    def test_an_encoding_of_two_copies_of_one_text_agrees_with_itself(self) -> None:
        units = [
            statement(f"{copy}{number}", (0, 10), source=copy, summary=f"{copy} {number}", medium=medium)
            for copy, media in (("one", (Medium.SPEECH, Medium.INTERVIEW)), ("two", (Medium.UNKNOWN, Medium.SPEECH)))
            for number, medium in enumerate(media)
        ]
        dataset = coded(source("two"), *units)
        agreement = compare_codings(dataset, dataset, resamples=0)
        assert agreement.sources == ("one", "two")
        part = of(agreement, Statement)
        assert (part.precision, part.recall, part.f1) == (1.0, 1.0, 1.0)
        assert part.disagreements == ()

    def test_a_text_coded_from_one_copy_and_from_the_other_is_one_text(self) -> None:
        first = coded(source("two"), statement("a", (0, 10)))
        second = coded(source("two"), statement("b", (0, 10), source="two"))
        assert pairs_of(compare_codings(first, second, resamples=0)) == [("a", "b")]

    @pytest.mark.parametrize("hashes", [(SHA, "b" * 64), (None, None), (SHA, None)])
    def test_without_a_common_text_there_is_nothing_to_compare(self, hashes: tuple[str | None, str | None]) -> None:
        one, other = (coded(header=source(sha256=sha256)) for sha256 in hashes)
        with pytest.raises(DatasetError, match=r"expected a text that both encode, found none; give both the sha256"):
            compare_codings(one, other)


class TestValues:
    def test_differences_are_listed_unit_by_unit_in_words(self) -> None:
        first = coded(statement("a", (0, 10), targets=("x", "y"), when=EventDate.parse("2025-09-03")))
        second = coded(statement("b", (0, 10), targets=("y", "z"), acts=(SpeechAct.REJECT, SpeechAct.STATE)))
        part = of(compare_codings(first, second, resamples=0), Statement)
        assert [(item.variable, *item.values) for item in part.disagreements] == [
            ("main act", "state", "reject"),
            ("acts", "state", "reject, state"),
            ("targets", "x, y", "y, z"),
            ("when", "2025-09-03", "none"),
        ]
        assert {item.ids for item in part.disagreements} == {("a", "b")}

    def test_sets_of_ids_have_no_order(self) -> None:
        first, second = (
            coded(statement(key, (0, 9), targets=ids)) for key, ids in (("a", ("x", "y")), ("b", ("y", "x")))
        )
        assert of(compare_codings(first, second, resamples=0), Statement).disagreements == ()

    def test_units_agreed_on_are_counted_and_alpha_is_that_of_the_pairs(self) -> None:
        mine = [Stance.AGREE, Stance.NEUTRAL, Stance.DISAGREE, Stance.STRONGLY_AGREE]
        theirs = [Stance.AGREE, Stance.AGREE, Stance.DISAGREE, Stance.DISAGREE]
        first = coded(*(position(f"a{n}", (10 * n, 10 * n + 9), stance) for n, stance in enumerate(mine)))
        second = coded(*(position(f"b{n}", (10 * n, 10 * n + 9), stance) for n, stance in enumerate(theirs)))
        (stance,) = (v for v in of(compare_codings(first, second), Position).variables if v.name == "stance")
        numbers = [(list(Stance).index(a), list(Stance).index(b)) for a, b in zip(mine, theirs, strict=True)]
        assert (stance.units, stance.agreed, stance.ordinal) == (4, 2, True)
        assert stance.alpha == pytest.approx(oracle(numbers, "ordinal"))

    def test_where_all_have_one_value_alpha_is_not_defined(self) -> None:
        both = [position(f"p{n}", (10 * n, 10 * n + 9), Stance.AGREE) for n in range(3)]
        (stance,) = (
            v for v in of(compare_codings(coded(*both), coded(*both)), Position).variables if v.name == "stance"
        )
        assert (stance.units, stance.agreed, stance.alpha, stance.interval) == (3, 3, None, None)

    def test_without_draws_there_is_no_interval(self) -> None:
        mixed = [position(f"p{n}", (10 * n, 10 * n + 9), stance) for n, stance in enumerate(Stance)]
        (stance,) = (
            v for v in of(compare_codings(coded(*mixed), coded(*mixed), resamples=0), Position).variables if v.ordinal
        )
        assert (stance.alpha, stance.interval) == (1.0, None)


STANCE = next(variable for variable in variables_of(Position) if variable.name == "stance")


def noisy(seed: int, units: int = 60, right: float = 0.8) -> list[tuple[Stance, Stance]]:
    """Let two coders code the same positions, the second with mistakes."""
    draw = random.Random(seed)
    mine = [draw.choice(list(Stance)) for _ in range(units)]
    return [(stance, stance if draw.random() < right else draw.choice(list(Stance))) for stance in mine]


def interval_of(values: list[tuple[Stance, Stance]], seed: int = 0) -> tuple[float, float, float]:
    """Return alpha of the stance between the ends of its interval."""
    found = agreement_on(STANCE, values, 200, seed)
    assert found.alpha is not None
    assert found.interval is not None
    return found.interval[0], found.alpha, found.interval[1]


class TestTheInterval:
    def test_alpha_lies_in_it(self) -> None:
        found = [interval_of(noisy(seed)) for seed in range(20)]
        assert all(low < alpha < high for low, alpha, high in found)

    @pytest.mark.slow
    def test_it_holds_the_alpha_of_a_large_sample_about_as_often_as_it_says(self) -> None:
        truth = krippendorff_alpha(noisy(99, units=20_000), order=tuple(Stance))
        assert truth is not None
        found = [interval_of(noisy(seed)) for seed in range(100)]
        assert 88 <= sum(low <= truth <= high for low, _, high in found) <= 99

    @pytest.mark.slow
    def test_it_is_narrower_for_more_units(self) -> None:
        found = [[interval_of(noisy(seed, units=units)) for seed in range(5)] for units in (30, 480)]
        few, many = (sum(high - low for low, _, high in intervals) for intervals in found)
        assert many < few / 2

    def test_the_seed_settles_it(self) -> None:
        first, second = (
            coded(*(position(f"{n}", (10 * n, 10 * n + 9), pair[who]) for n, pair in enumerate(noisy(3, units=20))))
            for who in (0, 1)
        )
        once, again, other = (compare_codings(first, second, resamples=50, seed=seed) for seed in (4, 4, 5))
        assert once == again
        assert once != other


# The bundled dataset

EXAMPLE = diplo_events.load_example()
EVENTS = [record for record in EXAMPLE.records if isinstance(record, EventRecord)]


@st.composite
def recoded(draw: st.DrawFn) -> Dataset:
    """Draw what a second coder could have handed in: some units left out, some passages cut or moved."""
    dropped = draw(st.sets(st.sampled_from([record.id for record in EVENTS]), max_size=40))
    moves = draw(st.dictionaries(st.sampled_from([record.id for record in EVENTS]), st.integers(-40, 40), max_size=30))
    made = []
    for record in EVENTS:
        if record.id not in dropped:
            by = moves.get(record.id, 0)
            spans = tuple(dict.fromkeys(Span(start=max(0, s.start + by), end=max(1, s.end + by)) for s in record.spans))
            made.append(attrs.evolve(record, id=f"second/{record.id}", spans=spans, restates=None) if by else record)
    longer = [attrs.evolve(s, length=s.length + 40) for s in EXAMPLE.of_type(Source) if s.length]
    return Dataset(records=[*longer, *made], complete=False)


class TestTheBundledDataset:
    def test_it_agrees_with_itself(self) -> None:
        agreement = compare_codings(EXAMPLE, EXAMPLE, resamples=10)
        for part in agreement.types:
            assert all(one is other for one, other in part.matched)
            assert len(part.matched) == len(EXAMPLE.of_type(part.type))
            assert part.only_first == part.only_second == part.disagreements == ()
            assert all(variable.alpha in {1.0, None} for variable in part.variables)

    @pytest.mark.slow
    @examples(8)
    @given(recoded())
    def test_who_comes_first_changes_nothing_but_the_side(self, second: Dataset) -> None:
        there, back = compare_codings(EXAMPLE, second, resamples=0), compare_codings(second, EXAMPLE, resamples=0)
        for part, mirrored in zip(there.types, back.types, strict=True):
            assert len(part.matched) == len(mirrored.matched)
            assert len(part.only_first) == len(mirrored.only_second)
            assert part.precision == mirrored.recall
            assert part.f1 == mirrored.f1

    @pytest.mark.slow
    @examples(8)
    @given(recoded())
    def test_every_unit_is_accounted_for_once(self, second: Dataset) -> None:
        for part in compare_codings(EXAMPLE, second, resamples=0).types:
            mine = [one.id for one, _ in part.matched] + [record.id for record in part.only_first]
            theirs = [other.id for _, other in part.matched] + [record.id for record in part.only_second]
            assert sorted(mine) == [record.id for record in EXAMPLE.of_type(part.type)]
            assert sorted(theirs) == [record.id for record in second.of_type(part.type)]

    @pytest.mark.slow
    @examples(8)
    @given(st.sets(st.sampled_from([record.id for record in EVENTS]), min_size=1, max_size=20))
    def test_units_that_a_coder_dropped_are_as_many_as_are_missed(self, dropped: set[str]) -> None:
        kept = [record for record in EXAMPLE.records if record.id not in dropped]
        agreement = compare_codings(EXAMPLE, Dataset(records=kept, complete=False), resamples=0)
        for part in agreement.types:
            assert len(part.only_first) == sum(isinstance(EXAMPLE[key], part.type) for key in dropped)
            assert part.only_second == ()

    @pytest.mark.slow
    @examples(8)
    @given(st.data())
    def test_a_changed_value_is_a_disagreement_on_its_variable(self, data: st.DataObject) -> None:
        one, other = data.draw(st.lists(st.sampled_from(EXAMPLE.of_type(Position)), min_size=2, max_size=2))
        assume(one.stance is not other.stance)
        second = attrs.evolve(
            EXAMPLE, records=[attrs.evolve(r, stance=other.stance) if r is one else r for r in EXAMPLE.records]
        )
        part = of(compare_codings(EXAMPLE, second, resamples=0), Position)
        assert [(item.variable, item.ids) for item in part.disagreements] == [("stance", (one.id, one.id))]
        assert [v.agreed for v in part.variables if v.name == "stance"] == [len(part.matched) - 1]

    @pytest.mark.slow
    def test_a_thousand_draws_take_seconds(self) -> None:
        start = time.perf_counter()
        compare_codings(EXAMPLE, EXAMPLE)
        assert time.perf_counter() - start < 60


def test_every_type_of_event_record_is_compared() -> None:
    assert set(TYPES) == {cls for cls in RECORD_TYPES.values() if issubclass(cls, EventRecord)}
