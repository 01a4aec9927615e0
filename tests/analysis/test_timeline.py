"""What was before what, compared with days counted one by one."""

import itertools
from typing import Final, TypeAlias

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import wider_records
from diplo_events import (
    Aspect,
    Dataset,
    EventDate,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Position,
    PositionBasis,
    Stance,
    load_example,
)
from diplo_events.analysis.timeline import Fate, TimelineEntry, build_timeline, fate_of
from diplo_events.dates.limits import conflict
from diplo_events.errors import ArgumentError, ArgumentTypeError
from diplo_events.model import EventRecord
from diplo_events.referents import find_referents
from diplo_events.strategies import event_dates
from profiles import examples

EXAMPLE = load_example()

Days: TypeAlias = frozenset[int]


def position(key: str, thing: str, when: EventDate | None) -> Position:
    return Position(
        id=key,
        source="source",
        canonical_id=thing,
        when=when,
        actor="actor",
        issue="issue",
        stance=Stance.AGREE,
        basis=PositionBasis.DECLARED,
        summary="s",
    )


def dataset_of(reports: list[tuple[str, EventDate | None]]) -> Dataset:
    """Positions, each with its thing and its date."""
    return Dataset(
        records=[position(f"p{i:02}", thing, when) for i, (thing, when) in enumerate(reports)], complete=False
    )


def by_thing(entries: tuple[TimelineEntry, ...]) -> dict[str, TimelineEntry]:
    return {entry.referent.id: entry for entry in entries}


@st.composite
def dates_with_readings(draw: st.DrawFn) -> tuple[EventDate, list[Days]]:
    """Draw a date of September 2025, with all sets of days that it can mean."""
    first, last = sorted(draw(st.tuples(st.integers(1, 9), st.integers(1, 9))))
    text, readings = draw(
        st.sampled_from(
            [
                (f"2025-09-0{first}", [{first}]),
                (f"[2025-09-0{first}..2025-09-0{last}]", [{day} for day in range(first, last + 1)]),
                (f"[2025-09-0{first},2025-09-0{last}]", [{first}, {last}]),
                (f"2025-09-0{first}/2025-09-0{last}", [set(range(first, last + 1))]),
                (f"{{2025-09-0{first},2025-09-0{last}}}", [{first, last}]),
                (f"2025-09-~0{first}", [{day} for day in range(1, 31)]),
                ("2025-09", [{day} for day in range(1, 31)]),
            ]
        )
    )
    return EventDate.parse(text), [frozenset(days) for days in readings]


dated_reports = st.lists(st.tuples(st.sampled_from("abcde"), dates_with_readings()), min_size=2, max_size=8)
crowded_days = st.builds(
    lambda first, more: EventDate.parse(f"2025-09-0{first}" + (f"/2025-09-0{first + more}" if more else "")),
    st.integers(1, 6),
    st.integers(0, 3),
)
crowded_reports = st.lists(st.tuples(st.sampled_from("abcdefgh"), crowded_days), min_size=3, max_size=12)
"""Certain dates of one week, so that many touch."""
any_date = st.none() | event_dates() | dates_with_readings().map(lambda drawn: drawn[0])
"""Often a date of one week, so that reports share days and touch."""
any_reports = st.lists(st.tuples(st.sampled_from("abcdefgh"), any_date), max_size=14)


class TestOrder:
    @given(dated_reports)
    def test_it_is_what_counting_days_gives(self, reports: list[tuple[str, tuple[EventDate, list[Days]]]]) -> None:
        entries = by_thing(build_timeline(dataset_of([(thing, date) for thing, (date, _) in reports])))
        readings: dict[str, set[Days]] = {}
        for thing, (_, possible) in reports:
            readings.setdefault(thing, set()).update(possible)
        for one, other in itertools.permutations(readings, 2):
            found = {max(x) < min(y) for x in readings[one] for y in readings[other]}
            assert entries[one].before(entries[other]) is (found.pop() if len(found) == 1 else None)

    @given(any_reports, st.booleans())
    def test_what_is_certain_is_a_strict_partial_order(
        self, reports: list[tuple[str, EventDate | None]], unqualified: bool
    ) -> None:
        entries = build_timeline(dataset_of(reports), unqualified=unqualified)
        certain = {(a.referent.id, b.referent.id) for a in entries for b in entries if a.before(b)}
        assert all((b, a) not in certain for a, b in certain)
        assert all((a, d) in certain for a, b in certain for c, d in certain if b == c)
        assert all(entry.before(entry) is False for entry in entries)

    @given(any_reports)
    def test_the_sequence_never_goes_against_what_is_certain(self, reports: list[tuple[str, EventDate | None]]) -> None:
        entries = build_timeline(dataset_of(reports))
        assert not any(later.before(earlier) for earlier, later in itertools.combinations(entries, 2))
        undated = [not entry.dates for entry in entries]
        assert undated == sorted(undated)

    @examples(100)
    @given(any_reports | crowded_reports)
    def test_levels_count_the_longest_way_to_a_thing(self, reports: list[tuple[str, EventDate | None]]) -> None:
        entries = build_timeline(dataset_of(reports))

        def longest(entry: TimelineEntry) -> int:
            return max((1 + longest(other) for other in entries if other.before(entry)), default=0)

        assert [entry.level for entry in entries] == [longest(entry) for entry in entries]

    def test_a_shared_day_is_no_order_and_who_ends_last_need_not_come_last(self) -> None:
        days = {"a": "01", "b": "01", "c": "02", "d": "03", "long": "01/2025-09-04", "e": "05"}
        reports = [(thing, EventDate.parse(f"2025-09-{day}")) for thing, day in days.items()]
        levels = {key: entry.level for key, entry in by_thing(build_timeline(dataset_of(reports))).items()}
        assert levels == {"a": 0, "b": 0, "c": 1, "d": 2, "long": 0, "e": 3}

    @given(any_reports, st.tuples(st.sampled_from("abcdefghx"), any_date))
    def test_a_further_report_changes_no_order_of_others(
        self, reports: list[tuple[str, EventDate | None]], report: tuple[str, EventDate | None]
    ) -> None:
        old, new = (
            by_thing(build_timeline(dataset_of(reports))),
            by_thing(build_timeline(dataset_of([*reports, report]))),
        )
        for one, other in itertools.permutations(old.keys() - {report[0]}, 2):
            assert old[one].before(old[other]) is new[one].before(new[other])

    @given(any_reports)
    def test_unqualified_is_the_order_without_marks(self, reports: list[tuple[str, EventDate | None]]) -> None:
        unmarked = [(thing, date and date.unqualified()) for thing, date in reports]
        found = by_thing(build_timeline(dataset_of(reports), unqualified=True))
        expected = by_thing(build_timeline(dataset_of(unmarked)))
        assert {key: (e.limits, e.level, e.earliest, e.latest) for key, e in found.items()} == {
            key: (e.limits, e.level, e.earliest, e.latest) for key, e in expected.items()
        }


class TestEntries:
    def test_there_is_one_for_each_thing_with_all_its_reports(self) -> None:
        entries = build_timeline(EXAMPLE)
        assert sorted((e.referent for e in entries), key=lambda t: (t.id, t.type.__name__)) == list(
            find_referents(EXAMPLE)
        )

    @given(any_reports)
    def test_dates_and_bounds_are_those_of_the_reports(self, reports: list[tuple[str, EventDate | None]]) -> None:
        for key, entry in by_thing(build_timeline(dataset_of(reports))).items():
            dates = {date for thing, date in reports if thing == key and date}
            assert set(entry.dates) == dates
            assert list(entry.dates) == sorted(dates, key=EventDate.sort_key)
            assert entry.conflict is conflict(dates)
            firsts, lasts = {date.earliest for date in dates}, {date.latest for date in dates}
            assert entry.earliest == (None if None in firsts or not dates else min(d for d in firsts if d))
            assert entry.latest == (None if None in lasts or not dates else max(d for d in lasts if d))

    @given(st.permutations(["../2025", "2024", "2025/", "2023/.."]), st.integers(1, 4))
    def test_one_report_without_a_first_or_a_last_day_takes_that_bound_away(self, texts: list[str], size: int) -> None:
        some = texts[:size]
        (entry,) = build_timeline(dataset_of([("thing", EventDate.parse(text)) for text in some]))
        assert (entry.earliest is None) == ("../2025" in some)
        assert (entry.latest is None) == ("2025/" in some or "2023/.." in some)

    @given(any_reports)
    def test_what_has_no_date_comes_last(self, reports: list[tuple[str, EventDate | None]]) -> None:
        dated = [bool(entry.dates) for entry in build_timeline(dataset_of(reports))]
        assert dated == sorted(dated, reverse=True)

    def test_only_the_things_that_some_records_report(self) -> None:
        report = EXAMPLE["zerohedge-guarantees/m02"]
        assert isinstance(report, Meeting)
        (entry,) = build_timeline(EXAMPLE, records=[report])
        assert entry.referent.id == "meeting/paris-summit"
        assert len(entry.referent.records) == 3
        assert build_timeline(EXAMPLE, records=[]) == ()
        events = [record for record in EXAMPLE.records if isinstance(record, EventRecord)]
        assert build_timeline(EXAMPLE, records=iter(events)) == build_timeline(EXAMPLE)

    def test_deeds_and_votes_have_their_place_in_time(self) -> None:
        deed, vote = wider_records.WITHDRAWAL, wider_records.VOTE
        first, second = build_timeline(wider_records.EXAMPLE, records=[vote, deed])
        assert (first.referent.records, second.referent.records) == ((deed,), (vote,))
        assert (first.dates, second.dates) == ((deed.when,), (vote.when,))
        assert first.before(second) is True

    def test_two_types_never_are_one_thing(self) -> None:
        day = EventDate.parse("2025-09-03")
        meeting = Meeting(
            id="m",
            source="source",
            canonical_id="thing",
            title="Talks",
            kind=MeetingKind.TALKS,
            status=MeetingStatus.HELD,
            when=day,
        )
        both = [position("p", "thing", day), meeting]
        dataset = Dataset(records=both, complete=False)
        one, other = build_timeline(dataset)
        assert (one.referent.id, other.referent.id) == ("thing", "thing")
        assert one.before(other) is False
        later = attrs.evolve(meeting, when=EventDate.parse("2025-09-04"))
        one, other = build_timeline(Dataset(records=[both[0], later], complete=False))
        assert one.before(other) is True
        for record in both:
            (entry,) = build_timeline(dataset, records=[record])
            assert entry.referent.records == (record,)

    def test_only_records_can_be_asked_for(self) -> None:
        with pytest.raises(ArgumentTypeError, match=r"expected records to be an EventRecord, .* dataset\.of_type"):
            build_timeline(EXAMPLE, records=["meeting/paris-summit"])

    def test_the_days_on_which_two_articles_put_one_utterance_exclude_each_other(self) -> None:
        entry = by_thing(build_timeline(EXAMPLE))["utterance/zakharova-foreign-intervention"]
        assert [str(date) for date in entry.dates] == ["2025-09-03", "2025-09-03?", "2025-09-04?"]
        assert entry.conflict is None  # one article's own date is inferred


YET: Final = "was to come"
NOT: Final = "did not take place"
DONE: Final = "took place"
FATES_BY_STATUS: Final[dict[MeetingStatus | None, Fate]] = {
    None: DONE,
    MeetingStatus.HELD: DONE,
    MeetingStatus.ONGOING: DONE,
    MeetingStatus.CANCELLED: NOT,
    MeetingStatus.REJECTED: NOT,
    MeetingStatus.DENIED: NOT,
}
"""What became of something by its status; by any other it was to come."""


def expected_fate(status: MeetingStatus | None, aspects: frozenset[Aspect]) -> Fate:
    by_status = FATES_BY_STATUS.get(status, YET)
    if Aspect.NEGATED in aspects:
        return NOT
    return YET if by_status == DONE and aspects & {Aspect.FUTURE, Aspect.HYPOTHETICAL} else by_status


class TestFates:
    @given(
        st.lists(
            st.tuples(
                st.none() | st.sampled_from(MeetingStatus),
                st.frozensets(st.sampled_from([Aspect.NEGATED, Aspect.FUTURE, Aspect.HYPOTHETICAL]), max_size=2),
            ),
            min_size=1,
            max_size=4,
        )
    )
    @examples(100)
    def test_of_several_reports_the_one_that_says_most_counts(
        self, told: list[tuple[MeetingStatus | None, frozenset[Aspect]]]
    ) -> None:
        meeting = Meeting(id="m", source="s", title="Talks", kind=MeetingKind.TALKS, status=MeetingStatus.HELD)
        reports = [
            attrs.evolve(meeting, status=status, aspects=aspects)
            if status
            else attrs.evolve(position("p", "thing", None), aspects=aspects)
            for status, aspects in told
        ]
        fates = {expected_fate(*one) for one in told}
        assert fate_of(reports) == next(fate for fate in (DONE, NOT, YET) if fate in fates)

    @pytest.mark.parametrize("aspect", [Aspect.FUTURE, Aspect.HYPOTHETICAL])
    def test_what_is_only_expected_or_supposed_was_to_come(self, aspect: Aspect) -> None:
        assert fate_of([attrs.evolve(position("p", "thing", None), aspects=frozenset({aspect}))]) == YET

    def test_nothing_has_no_fate(self) -> None:
        with pytest.raises(ArgumentError, match="at least one record, found none"):
            fate_of([])
