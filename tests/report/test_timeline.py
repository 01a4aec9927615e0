"""The timeline: each date in its place or counted, certainty as certainty, an axis that is true at any span."""

import re
from datetime import date
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Aspect,
    Dataset,
    EventDate,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Source,
    SourceKind,
    load_example,
)
from diplo_events._internal.drawing.time_axis import BREAK, LABEL, MOST_BREAKS, TimeAxis, axis_of, ticks_of
from diplo_events.dates.limits import limits_of
from diplo_events.report._page import Element
from diplo_events.report._timeline import timeline_drawing
from diplo_events.strategies import event_dates
from profiles import examples

EXAMPLE = load_example()
LEFT, RIGHT = 100.0, 700.0
DAYS = st.one_of(st.integers(1, 3_652_059), st.integers(739_000, 739_400))
SPANS = st.lists(
    st.tuples(DAYS, st.one_of(st.just(0), st.integers(0, 40), st.integers(0, 4000))).map(
        lambda drawn: (drawn[0], min(drawn[0] + drawn[1], 3_652_059))
    ),
    min_size=1,
    max_size=8,
)
SOME_DATES = st.one_of(
    st.sampled_from(["2025-09-03", "2025-09", "1828", "1941-06-22", "2025-09-01/2025-09-05", "[2025-08-11..2025-08-20]",
                     "2022/..", "[..2025-09-02]", "XXXX", "-0400", "Y170000002", "2025-09-04?"]).map(EventDate.parse),
    event_dates(),
)  # fmt: skip


def meeting(key: str, when: EventDate | None, **fields: object) -> Meeting:
    made = Meeting(id=key, source="s", title=f"T{key}", kind=MeetingKind.TALKS, status=MeetingStatus.HELD, when=when)
    return attrs.evolve(made, **fields)


def drawing_of(*whens: EventDate | None) -> Element:
    records = [meeting(f"m{at}", when) for at, when in enumerate(whens)]
    return timeline_drawing(Dataset(records=records, complete=False))[0]


def axis(spans: list[tuple[int, int]]) -> TimeAxis:
    found = axis_of(spans, LEFT, RIGHT)
    assert found
    return found


class TestTheAxis:
    @examples(100)
    @given(SPANS, st.lists(DAYS, min_size=2, max_size=2))
    def test_later_days_stand_further_right_on_one_scale_in_each_stretch(
        self, spans: list[tuple[int, int]], days: list[int]
    ) -> None:
        found = axis(spans)
        assert found.stretches[0].left == LEFT
        assert found.stretches[-1].right == pytest.approx(RIGHT)
        assert len(found.stretches) <= MOST_BREAKS + 1
        for before, after in pairwise(found.stretches):
            assert before.last < after.first
            assert after.left - before.right == pytest.approx(BREAK)
        early, late = sorted(days)
        places = [found.boxes(day, day) for day in (early, late)]
        if early < late and all(places):
            assert places[0][0][1] <= places[1][0][0] + 1e-6
        for stretch in found.stretches:
            width = (stretch.right - stretch.left) / (stretch.last - stretch.first + 1)
            assert stretch.x(stretch.first + 1) - stretch.x(stretch.first) == pytest.approx(width)

    @examples(100)
    @given(SPANS)
    def test_a_date_is_on_the_axis_or_on_a_side_of_it(self, spans: list[tuple[int, int]]) -> None:
        found = axis(spans)
        narrowest = min(spans, key=lambda span: (span[1] - span[0], span))
        assert found.boxes(*narrowest)
        for low, high in spans:
            days = range(low, high + 1)
            seen = [s for s in found.stretches if s.first in days or s.last in days or s.first <= low <= s.last]
            boxes = found.boxes(low, high)
            assert len(boxes) == len(seen)
            assert all(LEFT <= left < right <= RIGHT + 1e-6 for left, right in boxes)
            if not boxes:
                side = found.missing(low, high)
                assert (side == "earlier") == (high < found.stretches[0].first)
                assert (side == "later") == (low > found.stretches[-1].last)

    @examples(100)
    @given(SPANS)
    def test_every_stretch_has_marks_where_their_labels_say_and_room_for_them(
        self, spans: list[tuple[int, int]]
    ) -> None:
        for stretch in axis(spans).stretches:
            ticks = ticks_of(stretch)
            assert ticks
            assert all(after[0] - before[0] >= LABEL for before, after in pairwise(ticks))
            year = ""
            for x, label, new_year in ticks:
                assert stretch.left - 1e-6 <= x <= stretch.right
                year = new_year or year
                read = re.fullmatch(r"(?:(?:(\d+) )?([A-Z][a-z]{2})|(\d+))", label)
                assert read
                month = "JanFebMarAprMayJunJulAugSepOctNovDec".index(read[2]) // 3 + 1 if read[2] else 1
                day = date(int(read[3] or year), month, int(read[1] or 1)).toordinal()
                assert stretch.x(day) == pytest.approx(x)

    @pytest.mark.parametrize(
        ("days", "stretches", "first"),
        [
            (["2025-09-01", "2025-09-07"], 1, "2025"),
            (["1828-02-21", "1941-06-22", "2025-09-04"], 1, "1800"),
            (["1828-02-21", "2025-09-01", "2025-09-04", "2025-09-06"], 2, "1828"),
            (["1990-05-01", "1991-02-01", "1992-01-15", "1993-06-30"], 1, "1990"),
        ],
    )
    def test_a_week_and_two_centuries(self, days: list[str], stretches: int, first: str) -> None:
        numbers = [date.fromisoformat(day).toordinal() for day in days]
        found = axis([(number, number) for number in numbers])
        assert len(found.stretches) == stretches
        (_, label, year), *_ = ticks_of(found.stretches[0])
        assert (year or label)[:2] == first[:2]


class TestTheDrawing:
    @examples(25)
    @given(st.lists(SOME_DATES, min_size=1, max_size=4))
    def test_no_date_vanishes(self, whens: list[EventDate]) -> None:
        drawing = drawing_of(*whens)
        links = [node.get("href") for node in drawing.iter("a")]
        text = "".join(drawing.itertext())
        counted = sum(int(number) for number in re.findall(r"(\d+) (?:earlier|later|in a break)", text))
        if "has a date." not in text or links:
            assert len(links) + counted == len(whens)
            assert len(set(links)) == len(links)
        else:
            assert all(limits_of([when], unqualified=True).last_max < 1 or not links for when in whens)

    @pytest.mark.parametrize(
        ("when", "shapes"),
        [
            ("2025-09-03", {"certain"}),
            ("2025-09-03/2025-09-05", {"certain"}),
            ("[2025-08-11..2025-08-20]", {"possible", "possible end"}),
            ("2025-08", {"possible", "possible end"}),
            ("2025-09-03/..", {"certain", "possible", "possible end", "beyond"}),
            ("[..2025-09-03]", {"possible", "possible end", "beyond"}),
        ],
    )
    def test_a_range_of_possible_days_is_no_duration(self, when: str, shapes: set[str]) -> None:
        (link,) = drawing_of(EventDate.parse(when)).iter("a")
        assert {node.get("class") for node in link.iter() if node.tag in {"rect", "path"}} <= shapes
        assert ("certain" in {node.get("class") for node in link.iter("rect")}) == ("certain" in shapes)

    def test_doubt_is_on_the_bar(self) -> None:
        looks = [
            {node.get("class") for node in drawing_of(EventDate.parse(when)).iter("g")}
            for when in ("2025-09-03?", "2025-09-03")
        ]
        assert looks[0] >= {"bar meeting doubtful"}
        assert looks[1] >= {"bar meeting"}
        assert "bar meeting doubtful" not in {
            node.get("class") for link in drawing_of(EventDate.parse("2025-09-03")).iter("a") for node in link.iter("g")
        }

    def test_what_was_to_come_has_another_shape_than_what_took_place(self) -> None:
        when = EventDate.parse("2025-09-03")
        records = [
            meeting("m1", when),
            meeting("m2", when, status=MeetingStatus.SCHEDULED),
            meeting("m3", when, status=MeetingStatus.CANCELLED),
            meeting("m4", when, aspects=frozenset({Aspect.FUTURE})),
        ]
        drawing, undated = timeline_drawing(Dataset(records=records, complete=False))
        (svg,) = (node for node in drawing.iter("svg") if node.get("class") == "timeline")
        fates = [node.get("class") for node in svg if (node.get("class") or "").startswith("fate ")]
        assert fates == [f"fate {fate} meeting" for fate in ("took-place", "to-come", "did-not", "to-come")]
        assert undated == 0

    def test_old_things_are_broken_off_and_not_moved(self) -> None:
        drawing = drawing_of(*map(EventDate.parse, ("1828-02-21", "2025-09-03", "2025-09-04")))
        places = [float(node.get("x") or 0) for link in drawing.iter("a") for node in link.iter("rect")]
        assert places == sorted(places)
        assert len(set(places)) == 3
        assert sum(node.get("class") == "break" for node in drawing.iter("path")) == 1

    def test_a_year_is_whole_beside_a_date_that_begins_in_it(self) -> None:
        drawing = drawing_of(*map(EventDate.parse, ("2022", "2022/..", "2025-09-03")))
        (svg,) = (node for node in drawing.iter("svg") if node.get("class") == "timeline")
        assert "December 2021 to" in str(svg.get("aria-label"))
        years = [node for node in drawing.iter("path") if node.get("class") == "possible end"]
        assert len([node for node in years if node.get("d")]) >= 2

    def test_names_are_whole_on_as_many_lines_as_they_need(self) -> None:
        drawing, _ = timeline_drawing(EXAMPLE)
        names = [
            " ".join(filter(None, [node.text, *(part.text for part in node.iter("tspan"))]))
            for node in drawing.iter("text")
            if node.get("x") == "18"
        ]
        titles = [str(node.text) for node in drawing.iter("title") if ": " in str(node.text)]
        wanted = {title.partition(": ")[2] for title in titles}
        assert set(names[2:]) <= wanted
        assert any(len(name) > 60 for name in names)
        places = [float(str(node.get("y"))) for node in drawing.iter("text") if node.get("x") == "18"]
        for before, after, name in zip(places, places[1:], names, strict=False):
            assert after - before >= 24 + 14 * (len(name) > 46)

    def test_publication_days_and_statements_are_on_top(self) -> None:
        drawing, _ = timeline_drawing(EXAMPLE)
        links = {node.get("href") for node in drawing.iter("a")}
        assert {f"#{source.id}" for source in EXAMPLE.of_type(Source) if source.published} <= links
        labels = [node.text for node in drawing.iter("text") if node.get("x") == "18"]
        assert labels[:2] == ["published", "said"]
        alone = Source(id="s", title="T", kind=SourceKind.NEWS_ARTICLE, published=EventDate.parse("2025-09-05"))
        made, undated = timeline_drawing(Dataset(records=[alone, meeting("m", None)]))
        assert (made.text, undated) == ("No meeting, deed, vote or claim has a date.", 1)
