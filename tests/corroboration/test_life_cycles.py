"""The life cycles of meetings, and in what their reports do not go together."""

import itertools

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Dataset,
    EventDate,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Place,
    PlaceKind,
    Source,
    SourceKind,
    load_example,
)
from diplo_events.corroboration.life_cycles import CALLED_OFF, HELD, TO_COME, Flag, Tension, find_life_cycles
from diplo_events.dates.limits import conflict
from profiles import examples

EXAMPLE = load_example()


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

    @examples(300)
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
        cycles = {cycle.thing.id: cycle for cycle in find_life_cycles(EXAMPLE, unqualified=True)}
        changes = cycles["meeting/putin-zelenskyy"].changes
        assert [(c.earlier.record.status.value, c.later.record.status.value, c.order) for c in changes] == [
            ("proposed", "rejected", False),
            ("rejected", "proposed", True),
        ]

    def test_nothing_is_changed_by_being_looked_at(self) -> None:
        copy = attrs.evolve(EXAMPLE)
        assert find_life_cycles(EXAMPLE) == find_life_cycles(copy)
        assert copy == EXAMPLE
