"""What was before what, held against days counted one by one; and the life cycles of meetings."""

import itertools
from typing import TypeAlias

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplo_events import (
    Dataset,
    EventDate,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Place,
    PlaceKind,
    Position,
    PositionBasis,
    Source,
    SourceKind,
    Stance,
    load_example,
)
from diplo_events.analysis.timeline import (
    CALLED_OFF,
    HELD,
    TO_COME,
    Flag,
    Tension,
    TimelineEntry,
    before,
    build_timeline,
    find_life_cycles,
)
from diplo_events.dates.limits import conflict
from diplo_events.model import EventRecord
from diplo_events.referents import find_referents
from diplo_events.strategies import event_dates

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
    return {entry.thing.id: entry for entry in entries}


@st.composite
def dates_with_readings(draw: st.DrawFn) -> tuple[EventDate, list[Days]]:
    """Draw a date of September 2025, with all sets of days that it can stand for."""
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
any_reports = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.none() | event_dates()), max_size=14)


class TestOrder:
    @given(dated_reports)
    def test_it_is_what_counting_days_gives(self, reports: list[tuple[str, tuple[EventDate, list[Days]]]]) -> None:
        entries = by_thing(build_timeline(dataset_of([(thing, date) for thing, (date, _) in reports])))
        readings: dict[str, set[Days]] = {}
        for thing, (_, possible) in reports:
            readings.setdefault(thing, set()).update(possible)
        for one, other in itertools.permutations(readings, 2):
            found = {max(x) < min(y) for x in readings[one] for y in readings[other]}
            assert before(entries[one], entries[other]) is (found.pop() if len(found) == 1 else None)

    @given(any_reports, st.booleans())
    def test_what_is_certain_is_a_strict_partial_order(
        self, reports: list[tuple[str, EventDate | None]], as_dated: bool
    ) -> None:
        entries = build_timeline(dataset_of(reports), as_dated=as_dated)
        certain = {(a.thing.id, b.thing.id) for a in entries for b in entries if before(a, b)}
        assert all((b, a) not in certain for a, b in certain)
        assert all((a, d) in certain for a, b in certain for c, d in certain if b == c)
        assert all(before(entry, entry) is False for entry in entries)

    @given(any_reports)
    def test_the_sequence_never_goes_against_what_is_certain(self, reports: list[tuple[str, EventDate | None]]) -> None:
        entries = build_timeline(dataset_of(reports))
        assert not any(before(later, earlier) for earlier, later in itertools.combinations(entries, 2))
        undated = [not entry.dates for entry in entries]
        assert undated == sorted(undated)

    @given(any_reports)
    def test_levels_count_the_longest_way_to_a_thing(self, reports: list[tuple[str, EventDate | None]]) -> None:
        entries = build_timeline(dataset_of(reports))

        def longest(entry: TimelineEntry) -> int:
            return max((1 + longest(other) for other in entries if before(other, entry)), default=0)

        assert [entry.level for entry in entries] == [longest(entry) for entry in entries]

    @given(any_reports, st.tuples(st.sampled_from("abcdefghx"), st.none() | event_dates()))
    def test_a_further_report_changes_no_order_of_others(
        self, reports: list[tuple[str, EventDate | None]], report: tuple[str, EventDate | None]
    ) -> None:
        old, new = (
            by_thing(build_timeline(dataset_of(reports))),
            by_thing(build_timeline(dataset_of([*reports, report]))),
        )
        for one, other in itertools.permutations(old.keys() - {report[0]}, 2):
            assert before(old[one], old[other]) is before(new[one], new[other])

    @given(any_reports)
    def test_as_dated_is_the_order_without_marks(self, reports: list[tuple[str, EventDate | None]]) -> None:
        unmarked = [(thing, date and date.unqualified()) for thing, date in reports]
        found = by_thing(build_timeline(dataset_of(reports), as_dated=True))
        expected = by_thing(build_timeline(dataset_of(unmarked)))
        assert {key: (e.limits, e.level, e.earliest, e.latest) for key, e in found.items()} == {
            key: (e.limits, e.level, e.earliest, e.latest) for key, e in expected.items()
        }


class TestEntries:
    def test_there_is_one_for_each_thing_with_all_its_reports(self) -> None:
        entries = build_timeline(EXAMPLE)
        assert sorted((e.thing for e in entries), key=lambda t: (t.id, t.type.__name__)) == list(
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

    def test_only_the_things_that_some_records_report(self) -> None:
        report = EXAMPLE["zerohedge-guarantees/m02"]
        assert isinstance(report, Meeting)
        (entry,) = build_timeline(EXAMPLE, records=[report])
        assert entry.thing.id == "meeting/paris-summit"
        assert len(entry.thing.records) == 3
        assert build_timeline(EXAMPLE, records=[]) == ()
        events = [record for record in EXAMPLE.records if isinstance(record, EventRecord)]
        assert build_timeline(EXAMPLE, records=iter(events)) == build_timeline(EXAMPLE)

    def test_two_types_never_are_one_thing(self) -> None:
        day = EventDate.parse("2025-09-03")
        both = [position("p", "thing", day), meeting("m", "a", MeetingStatus.HELD, when=day)]
        one, other = build_timeline(Dataset(records=both, complete=False))
        assert (one.thing.id, other.thing.id) == ("thing", "thing")
        assert before(one, other) is False

    def test_the_days_on_which_two_articles_put_one_utterance_exclude_each_other(self) -> None:
        entry = by_thing(build_timeline(EXAMPLE))["utterance/zakharova-foreign-intervention"]
        assert [str(date) for date in entry.dates] == ["2025-09-03", "2025-09-03?", "2025-09-04?"]
        assert entry.conflict is None  # one article's own date is inferred


def meeting(
    key: str, source: str, status: MeetingStatus, *, when: EventDate | None = None, place: str | None = None
) -> Meeting:
    return Meeting(
        id=key,
        source=source,
        canonical_id="thing",
        title="Talks",
        kind=MeetingKind.TALKS,
        status=status,
        when=when,
        place=place,
    )


def source(key: str, published: str | None) -> Source:
    return Source(id=key, title=key, kind=SourceKind.OTHER, published=EventDate.parse(published) if published else None)


PUBLISHED = ["2025-09-01", "2025-09-02", "2025-09-03?", "2025-09", "[2025-09-01..2025-09-02]", None]
TREE = {"world": None, "france": "world", "paris": "france", "lyon": "france", "geneva": "world"}
MAP = [
    *(Place(id=key, name=key, kind=PlaceKind.REGION, within=within) for key, within in TREE.items()),
    Place(id="riviera", name="Riviera", kind=PlaceKind.AREA, within="france"),
]
WHENS = [None, *map(EventDate.parse, ["2025-09-05", "2025-09-05?", "2025-09-06", "2025-09"])]


@st.composite
def reported_meetings(draw: st.DrawFn) -> Dataset:
    sources = [source(key, draw(st.sampled_from(PUBLISHED))) for key in "abcd"]
    reports = [
        meeting(
            f"m{i}",
            draw(st.sampled_from("abcde")),  # e is kept elsewhere
            draw(st.sampled_from(MeetingStatus)),
            when=draw(st.sampled_from(WHENS)),
            place=draw(st.sampled_from([None, *TREE, "riviera", "elsewhere"])),
        )
        for i in range(draw(st.integers(1, 6)))
    ]
    return Dataset(records=[*MAP, *sources, *reports], complete=False)


def flags(dataset: Dataset, tension: Tension) -> list[Flag]:
    return [flag for cycle in find_life_cycles(dataset) for flag in cycle.flags if flag.tension is tension]


class TestLifeCycles:
    @given(reported_meetings())
    def test_every_report_is_a_stage_in_the_order_of_publication(self, dataset: Dataset) -> None:
        (cycle,) = find_life_cycles(dataset)
        assert sorted(stage.record.id for stage in cycle.stages) == [m.id for m in dataset.of_type(Meeting)]
        known = {s.id: s.published for s in dataset.of_type(Source)}
        assert all(stage.published == known.get(stage.record.source) for stage in cycle.stages)
        for one, other in itertools.combinations(cycle.stages, 2):
            if one.published is None or other.published is None:
                assert other.published is None or one.published is not None
            else:
                assert other.published.before(one.published) is not True

    @given(reported_meetings())
    def test_a_change_is_between_neighbours_of_different_status(self, dataset: Dataset) -> None:
        (cycle,) = find_life_cycles(dataset)
        expected = [
            (one, other)
            for one, other in itertools.pairwise(cycle.stages)
            if one.record.status is not other.record.status
        ]
        assert [(change.earlier, change.later) for change in cycle.changes] == expected
        for change in cycle.changes:
            one, other = change.earlier.published, change.later.published
            assert change.order is (one.before(other) if one and other else None)

    @settings(max_examples=300)
    @given(reported_meetings())
    def test_statuses_clash_unless_the_open_one_is_certainly_older(self, dataset: Dataset) -> None:
        meetings = dataset.of_type(Meeting)
        known = {s.id: s.published for s in dataset.of_type(Source)}

        def older(one: Meeting, other: Meeting) -> bool | None:
            first, second = known.get(one.source), known.get(other.source)
            return first.before(second) if first and second else None

        for tension, settled, open_ in (
            (Tension.HELD_AND_TO_COME, HELD, TO_COME),
            (Tension.HELD_AND_CALLED_OFF, HELD, CALLED_OFF),
            (Tension.CALLED_OFF_AND_TO_COME, CALLED_OFF, TO_COME),
        ):
            done = [m for m in meetings if m.status in settled]
            odd = {
                m.id: [older(m, other) for other in done if other.source != m.source]
                for m in meetings
                if m.status in open_
            }
            odd = {key: found for key, found in odd.items() if {None, False} & set(found)}
            expected = []
            if odd:
                certain = any(False in found for found in odd.values())
                records = tuple(m for m in meetings if m in done or m.id in odd)
                expected = [Flag(tension=tension, certain=certain, records=records)]
            assert flags(dataset, tension) == expected

    @given(reported_meetings())
    def test_venues_clash_unless_they_lie_in_each_other(self, dataset: Dataset) -> None:
        placed = [m for m in dataset.of_type(Meeting) if m.place]
        tree = TREE | {"riviera": "france"}

        def way_up(place: str | None) -> list[str]:
            return [place, *way_up(tree.get(place))] if place else []

        venues = {m.place for m in placed if m.place}
        clash = any(a not in way_up(b) and b not in way_up(a) for a, b in itertools.combinations(venues, 2))
        certain = not venues & {"riviera", "elsewhere"}
        expected = [Flag(tension=Tension.VENUES, certain=certain, records=tuple(placed))] if clash else []
        assert flags(dataset, Tension.VENUES) == expected

    @given(reported_meetings())
    def test_dates_clash_when_they_cannot_all_be_right(self, dataset: Dataset) -> None:
        dated = [m for m in dataset.of_type(Meeting) if m.when]
        answer = conflict([m.when for m in dated if m.when])
        found = flags(dataset, Tension.DATES)
        assert [flag.certain for flag in found] == ([] if answer is False else [answer is True])
        assert all(flag.records == tuple(dated) for flag in found)

    @pytest.mark.parametrize(
        ("published", "expected"),
        [
            (("2025-09-01", "2025-09-02"), []),
            (("2025-09-02", "2025-09-02"), [True]),
            (("2025-09-03", "2025-09-02"), [True]),
            (("2025-09-01?", "2025-09-02"), [False]),
            ((None, "2025-09-02"), [False]),
        ],
    )
    def test_held_in_one_source_and_to_come_in_another(
        self, published: tuple[str | None, str], expected: list[bool]
    ) -> None:
        sources = [source(key, date) for key, date in zip("ab", published, strict=True)]
        reports = [meeting("m1", "a", MeetingStatus.SCHEDULED), meeting("m2", "b", MeetingStatus.HELD)]
        dataset = Dataset(records=[*sources, *reports], complete=False)
        assert [flag.certain for flag in flags(dataset, Tension.HELD_AND_TO_COME)] == expected

    def test_one_source_may_tell_the_whole_course(self) -> None:
        reports = [meeting("m1", "a", MeetingStatus.PROPOSED), meeting("m2", "a", MeetingStatus.HELD)]
        dataset = Dataset(records=[source("a", "2025-09-02"), *reports], complete=False)
        (cycle,) = find_life_cycles(dataset)
        assert cycle.flags == ()
        assert [stage.record.id for stage in cycle.stages] == ["m1", "m2"]
        assert [change.order for change in cycle.changes] == [False]

    def test_every_status_is_to_come_held_or_called_off(self) -> None:
        assert set(MeetingStatus) == HELD | CALLED_OFF | TO_COME
        assert not HELD & CALLED_OFF
        assert not TO_COME & (HELD | CALLED_OFF)


class TestTheBundledMeetings:
    def test_the_ministers_work_is_done_in_one_article_and_to_come_in_another(self) -> None:
        cycle = next(c for c in find_life_cycles(EXAMPLE) if c.thing.id == "meeting/defence-ministers-guarantees")
        (flag,) = cycle.flags
        assert flag.tension is Tension.HELD_AND_TO_COME
        assert flag.certain is False
        assert [record.id for record in flag.records] == ["kurdistan24-intervention/m03", "zerohedge-guarantees/m03"]

    def test_the_venue_is_in_dispute(self) -> None:
        (flag,) = flags(EXAMPLE, Tension.VENUES)
        assert {record.place for record in flag.records} == {"place/geneva", "place/moscow"}
        assert flag.certain is True

    def test_a_meeting_rejected_in_august_is_proposed_again_in_september(self) -> None:
        cycles = {cycle.thing.id: cycle for cycle in find_life_cycles(EXAMPLE, as_dated=True)}
        changes = cycles["meeting/putin-zelenskyy"].changes
        assert [(c.earlier.record.status.value, c.later.record.status.value, c.order) for c in changes] == [
            ("proposed", "rejected", False),
            ("rejected", "proposed", True),
        ]

    def test_nothing_is_changed_by_being_looked_at(self) -> None:
        copy = attrs.evolve(EXAMPLE)
        assert find_life_cycles(EXAMPLE) == find_life_cycles(copy)
        assert copy == EXAMPLE
