"""The life cycles of meetings, and in what their reports contradict each other."""

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
    Participant,
    ParticipantRole,
    Place,
    PlaceKind,
    Source,
    SourceKind,
    load_example,
)
from diplo_events.corroboration.contradictions import Contradiction, ContradictionKind, find_contradictions
from diplo_events.corroboration.life_cycles import find_life_cycles
from diplo_events.corroboration.statuses import CALLED_OFF, DENIED, HELD, TO_COME
from diplo_events.dates.limits import conflict
from each_case import each_case
from profiles import examples

EXAMPLE = load_example()
ATTENDEE, ABSENT = ParticipantRole.ATTENDEE, ParticipantRole.ABSENT


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


def about(dataset: Dataset, kind: ContradictionKind) -> list[Contradiction]:
    return [found for cycle in find_life_cycles(dataset) for found in cycle.contradictions if found.kind is kind]


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

    @pytest.mark.slow
    @examples(300)
    @given(reported_meetings())
    def test_statuses_clash_unless_the_pending_one_was_published_first(self, dataset: Dataset) -> None:
        """Two reports clash by `EventDate.before` of the dates as written, and certainly by that of the dates.

        A meeting that was held and was not is a clash whatever the dates and sources.
        """
        published = {s.id: s.published for s in dataset.of_type(Source)}

        def before(one: Meeting, other: Meeting, *, as_written: bool) -> bool | None:
            first, second = published.get(one.source), published.get(other.source)
            if not first or not second:
                return None
            return first.unqualified().before(second.unqualified()) if as_written else first.before(second)

        for kind, final, pending in (
            (ContradictionKind.STATUS, HELD, TO_COME | CALLED_OFF),
            (ContradictionKind.CALLED_OFF, CALLED_OFF, TO_COME),
        ):
            pairs = [
                (end, open_)
                for end, open_ in itertools.product(dataset.of_type(Meeting), repeat=2)
                if end.status in final and open_.status in pending and end.source != open_.source
            ]
            clashes = [pair for pair in pairs if before(pair[1], pair[0], as_written=True) is not True]
            found = about(dataset, kind)
            ids = tuple(sorted({m.id for pair in clashes for m in pair}))
            assert [one.ids for one in found] == [ids] * bool(ids)
            certain = any(before(open_, end, as_written=False) is False for end, open_ in clashes)
            assert [one.certain for one in found] == [certain] * bool(ids)
        happened, denied = ([m.id for m in dataset.of_type(Meeting) if m.status in group] for group in (HELD, DENIED))
        denials = about(dataset, ContradictionKind.DEED)
        assert [one.ids for one in denials] == [tuple(sorted(happened + denied))] * bool(happened and denied)
        assert all(one.certain for one in denials)

    @given(reported_meetings())
    def test_venues_clash_unless_they_lie_in_each_other(self, dataset: Dataset) -> None:
        placed = [m for m in dataset.of_type(Meeting) if m.place]
        tree = TREE | {"riviera": "france"}

        def way_up(place: str | None) -> list[str]:
            return [place, *way_up(tree.get(place))] if place else []

        clashing = [
            m
            for m in placed
            if any(m.place not in way_up(other.place) and other.place not in way_up(m.place) for other in placed)
        ]
        found = about(dataset, ContradictionKind.VENUE)
        assert [one.ids for one in found] == [tuple(m.id for m in clashing)] * bool(clashing)
        assert all(one.certain is not bool({m.place for m in clashing} & {"riviera", "elsewhere"}) for one in found)

    @given(reported_meetings())
    def test_dates_clash_when_they_cannot_all_be_right(self, dataset: Dataset) -> None:
        answer = conflict([m.when for m in dataset.of_type(Meeting) if m.when])
        found = about(dataset, ContradictionKind.DATE)
        assert [one.certain for one in found] == ([] if answer is False else [answer is True])

    @given(reported_meetings())
    def test_contradictions_are_those_of_the_whole_dataset(self, dataset: Dataset) -> None:
        for unqualified in (False, True):
            cycles = find_life_cycles(dataset, unqualified=unqualified)
            found = [one for cycle in cycles for one in cycle.contradictions]
            assert found == [*find_contradictions(dataset)]

    @each_case(
        ("published", "expected"),
        [
            (("2025-09-01", "2025-09-02"), []),
            (("2025-09-02", "2025-09-02"), [True]),
            (("2025-09-03", "2025-09-02"), [True]),
            (("2025-09-01?", "2025-09-02"), []),
            (("2025-09-02?", "2025-09-02"), [False]),
            ((None, "2025-09-02"), [False]),
        ],
    )
    @each_case(
        ("first", "second", "kind"),
        [
            (MeetingStatus.SCHEDULED, MeetingStatus.HELD, ContradictionKind.STATUS),
            (MeetingStatus.CANCELLED, MeetingStatus.ONGOING, ContradictionKind.STATUS),
            (MeetingStatus.PROPOSED, MeetingStatus.REJECTED, ContradictionKind.CALLED_OFF),
        ],
    )
    def test_a_status_in_one_source_and_a_later_one_in_another(
        self,
        published: tuple[str | None, str],
        expected: list[bool],
        first: MeetingStatus,
        second: MeetingStatus,
        kind: ContradictionKind,
    ) -> None:
        sources = [source(key, date) for key, date in zip("ab", published, strict=True)]
        dataset = Dataset(records=[*sources, meeting("m1", "a", first), meeting("m2", "b", second)], complete=False)
        assert [found.certain for found in about(dataset, kind)] == expected

    def test_one_source_can_report_the_whole_course(self) -> None:
        reports = [meeting("m1", "a", MeetingStatus.PROPOSED), meeting("m2", "a", MeetingStatus.HELD)]
        dataset = Dataset(records=[source("a", "2025-09-02"), *reports], complete=False)
        (cycle,) = find_life_cycles(dataset)
        assert cycle.contradictions == ()
        assert [stage.record.id for stage in cycle.stages] == ["m1", "m2"]
        assert [change.order for change in cycle.changes] == [False]

    def test_every_status_is_to_come_held_called_off_or_denied(self) -> None:
        groups = [HELD, CALLED_OFF, TO_COME, DENIED]
        assert sorted(itertools.chain.from_iterable(groups), key=list(MeetingStatus).index) == list(MeetingStatus)

    @pytest.mark.parametrize("sources", ["ab", "ba", "aa"])
    def test_a_meeting_that_is_denied_and_held(self, sources: str) -> None:
        records = [
            *(source("a", "2025-09-01"), source("b", "2025-09-05?")),
            *(meeting("m1", sources[0], MeetingStatus.DENIED), meeting("m2", sources[1], MeetingStatus.HELD)),
        ]
        (found,) = about(Dataset(records=records, complete=False), ContradictionKind.DEED)
        assert (found.ids, found.certain) == (("m1", "m2"), True)
        assert [version.value for version in found.versions] == ["denied", "held"]

    @each_case("status", sorted(CALLED_OFF | TO_COME | DENIED, key=str))
    def test_a_denial_agrees_with_what_was_not_held(self, status: MeetingStatus) -> None:
        denial, other = meeting("m1", "a", MeetingStatus.DENIED), meeting("m2", "b", status)
        days = [source("a", "2025-09-02"), source("b", "2025-09-01")]
        (cycle,) = find_life_cycles(Dataset(records=[*days, denial, other], complete=False))
        assert cycle.contradictions == ()

    @each_case("status", list(MeetingStatus))
    def test_nobody_takes_part_in_a_meeting_that_was_not_held(self, status: MeetingStatus) -> None:
        there, away = (Participant(actor="envoy", role=role) for role in (ATTENDEE, ABSENT))
        first = attrs.evolve(meeting("m1", "a", status), participants=(there,))
        second = attrs.evolve(meeting("m2", "b", MeetingStatus.SCHEDULED), participants=(away,))
        found = about(Dataset(records=[first, second], complete=False), ContradictionKind.PARTICIPATION)
        assert bool(found) is (status not in DENIED)


class TestTheBundledMeetings:
    def test_the_ministers_work_is_done_in_one_article_and_to_come_in_another(self) -> None:
        cycle = next(c for c in find_life_cycles(EXAMPLE) if c.referent.id == "meeting/defence-ministers-guarantees")
        (found,) = cycle.contradictions
        assert (found.kind, found.certain) == (ContradictionKind.STATUS, False)
        assert found.ids == ("kurdistan24-intervention/m03", "zerohedge-guarantees/m03")

    def test_a_meeting_is_rejected_in_one_article_and_to_come_in_a_later_one(self) -> None:
        (found,) = about(EXAMPLE, ContradictionKind.CALLED_OFF)
        assert (found.about, found.certain) == ("meeting/putin-zelenskyy", False)
        assert {version.value: version.sources for version in found.versions} == {
            "proposed": ("kurdistan24-intervention", "zerohedge-guarantees"),
            "rejected": ("kurdistan24-road-to-nowhere",),
        }

    def test_the_venue_is_in_dispute(self) -> None:
        (found,) = about(EXAMPLE, ContradictionKind.VENUE)
        records = [EXAMPLE[key] for key in found.ids]
        assert {record.place for record in records if isinstance(record, Meeting)} == {"place/geneva", "place/moscow"}
        assert found.certain

    def test_a_meeting_rejected_in_august_is_proposed_again_in_september(self) -> None:
        cycles = {cycle.referent.id: cycle for cycle in find_life_cycles(EXAMPLE, unqualified=True)}
        changes = cycles["meeting/putin-zelenskyy"].changes
        assert [(c.earlier.record.status.value, c.later.record.status.value, c.order) for c in changes] == [
            ("proposed", "rejected", False),
            ("rejected", "proposed", True),
        ]

    def test_nothing_is_changed_by_being_looked_at(self) -> None:
        copy = attrs.evolve(EXAMPLE)
        assert find_life_cycles(EXAMPLE) == find_life_cycles(copy)
        assert copy == EXAMPLE
