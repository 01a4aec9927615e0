"""What is drawn is what the analyses say, for any dataset, in the same bytes each time, and nothing lies on a name."""

import importlib
import io
import itertools
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import matplotlib as mpl
import pytest
from hypothesis import given
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

import diplo_events
from diplo_events import (
    Action,
    Actor,
    ActorKind,
    Aspect,
    Dataset,
    EventDate,
    Issue,
    Meeting,
    MeetingStatus,
    MissingExtraError,
    Name,
    Place,
    PlaceKind,
    Point,
    QueryError,
    QuotationMode,
    Source,
    SourceKind,
    SpeechAct,
    Stance,
    Statement,
    Vote,
    load_example,
    plots,
)
from diplo_events.analysis import agreement_network, build_series, build_timeline, mentions, one_mode, ties
from diplo_events.dates.limits import limits_of
from diplo_events.drafting.gazetteer import GazetteerEntry, TableGazetteer
from diplo_events.errors import ArgumentError, ArgumentTypeError
from diplo_events.model import EventRecord
from diplo_events.plots._acts import weekly
from diplo_events.plots._labels import NamedPoint, label_points
from diplo_events.plots._time import EPOCH, View, view_of
from diplo_events.strategies import event_dates
from profiles import examples
from shared_datasets import DATASETS
from stance_records import ACTORS, ISSUES, SOURCES, position

EXAMPLE = load_example()
WIDER = diplo_events.read(Path(__file__).parents[2] / "examples" / "wider_record" / "wider-record.json")
TROOPS = "issue/foreign-troops"


def outlines(ax: Axes) -> dict[str, Rectangle]:
    """Map the keys of what is drawn to the patches."""
    found = {str(patch.get_gid()): patch for patch in ax.patches if patch.get_gid()}
    assert len(found) == sum(bool(patch.get_gid()) for patch in ax.patches)
    return found


def edges(patch: Rectangle) -> tuple[float, float]:
    """Return the first day of a bar, and the day after its last, as ordinals."""
    return round(patch.get_x() - EPOCH, 6), round(patch.get_x() + patch.get_width() - EPOCH, 6)


def below(ax: Axes) -> str:
    """Return the lines below a plot."""
    legend = ax.get_legend()
    return legend.get_title().get_text() if legend else ""


def names(ax: Axes) -> list[str]:
    """List the names at the left."""
    return [label.get_text() for label in ax.get_yticklabels()]


def svg(ax: Axes) -> bytes:
    """Return a plot as SVG."""
    file = io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": "diplo-events"}):
        ax.figure.savefig(file, format="svg", metadata={"Date": None})
    return file.getvalue()


class TestStances:
    @pytest.mark.parametrize("asked", [{"issue": TROOPS}, {"actor": "Russia"}, {"actor": "Macron", "issue": TROOPS}])
    def test_each_position_is_drawn_on_the_days_that_its_series_has(self, asked: Mapping[str, str]) -> None:
        series = build_series(EXAMPLE, unqualified=True, **asked)
        steps = {
            f"{each.actor} {each.issue} {step.id} {stance.value}": step
            for each in series
            for step in each.steps
            if step.placed
            for stance in step.stances
        }
        found = outlines(plots.stances(EXAMPLE, **asked))
        assert found.keys() == steps.keys()
        view = view_of([step.limits for step in steps.values()])
        for key, step in steps.items():
            left, right = edges(found[key])
            assert view is not None
            assert right == min(step.limits.last_max, view.last) + 1
            if step.limits.first_min > 0:
                assert left == max(step.limits.first_min, view.first)
            else:
                assert left < right

    def test_the_more_in_favour_the_higher_in_the_row(self) -> None:
        records = [position(f"p{n}", n, "2025-09-03", canonical_id=f"c{n}") for n in (-2, -1, 0, 1, 2)]
        ax = plots.stances(Dataset(records=[*ACTORS, *ISSUES, *SOURCES, *records]), issue="fish")
        heights = {key.rpartition(" ")[2]: patch.get_y() for key, patch in outlines(ax).items()}
        down = sorted(heights, key=lambda value: heights[value], reverse=ax.yaxis_inverted() is False)
        assert [Stance(value).number for value in down] == [2, 1, 0, -1, -2]
        assert names(ax) == ["Norland"]

    def test_what_a_position_rests_on_is_seen_and_said(self) -> None:
        bases = ("declared", "attributed", "inferred")
        records = [
            position(f"p{basis}", n, "2025-09-03", basis=diplo_events.PositionBasis(basis), canonical_id=basis)
            for n, basis in enumerate(bases)
        ]
        ax = plots.stances(Dataset(records=[*ACTORS, *ISSUES, *SOURCES, *records]), issue="fish")
        looks = {
            str(mark.get_gid()).rpartition(" ")[2]: (mark.get_marker(), mark.get_markerfacecolor() == "white")
            for mark in ax.lines
            if mark.get_gid()
        }
        assert looks == {"declared": ("o", False), "attributed": ("o", True), "inferred": ("D", True)}
        words = [text.get_text() for text in ax.get_legend().get_texts()]
        assert words[:3] == ["the actor's own words", "attributed by somebody else", "inferred from conduct"]

    def test_reports_of_one_position_are_one_bar(self) -> None:
        twice = [position(f"p{n}", 1, "2025-09-03", canonical_id="one") for n in range(2)]
        ax = plots.stances(Dataset(records=[*ACTORS, *ISSUES, *SOURCES, *twice]), issue="fish")
        assert list(outlines(ax)) == ["norland issue/fish one agree"]

    def test_what_has_no_date_or_another_is_counted(self) -> None:
        records = [position("p1", 1), position("p2", 1, "2025-09-03"), position("p3", 1, "1828-05-04")]
        dataset = Dataset(records=[*ACTORS, *ISSUES, *SOURCES, *records])
        ax = plots.stances(dataset, issue="fish", within=EventDate.parse("2025-09"))
        assert below(ax) == "Not shown: 1 position without a date, 1 outside this time."
        assert ax.get_xlim() == (date2num(date(2025, 9, 1)), date2num(date(2025, 10, 1)))

    def test_wrong_names_have_the_error_that_they_have_everywhere(self) -> None:
        with pytest.raises(QueryError, match="did you mean 'Foreign troops in Ukraine'"):
            plots.stances(EXAMPLE, issue="Foreign trops in Ukraine")
        with pytest.raises(QueryError, match="did you mean"):
            plots.stances(EXAMPLE, actor="Zakharowa")
        with pytest.raises(ArgumentError, match="expected an issue or an actor"):
            plots.stances(EXAMPLE)
        with pytest.raises(ArgumentTypeError, match="expected within to be an EventDate"):
            plots.stances(EXAMPLE, issue=TROOPS, within="2025-09")
        with pytest.raises(ArgumentError, match="a period with a first and a last day"):
            plots.stances(EXAMPLE, issue=TROOPS, within=EventDate.parse("2025-09/.."))
        with pytest.raises(ArgumentTypeError, match="expected ax to be an Axes"):
            plots.stances(EXAMPLE, issue=TROOPS, ax="here")


class TestTimeline:
    @pytest.mark.parametrize("dataset", [EXAMPLE, WIDER])
    def test_each_date_of_what_happened_has_its_bar(self, dataset: Dataset) -> None:
        happened: list[EventRecord] = [record for type_ in (Meeting, Action, Vote) for record in dataset.of_type(type_)]
        entries = [entry for entry in build_timeline(dataset, records=happened, unqualified=True) if entry.dates]
        ax = plots.timeline(dataset)
        found = outlines(ax)
        wanted = {
            f"{entry.referent.type.__name__.lower()} {entry.referent.id} {when}": limits_of([when], unqualified=True)
            for entry in entries
            for when in entry.dates
        }
        assert found.keys() == wanted.keys()
        assert len(names(ax)) == len(entries)
        first, last = (round(end - EPOCH) for end in ax.get_xlim())
        for key, limits in wanted.items():
            left, right = edges(found[key])
            if first <= limits.first_min:
                assert left == limits.first_min
            if limits.last_max < last:
                assert right == limits.last_max + 1

    def test_solid_is_certain_and_pale_is_possible(self) -> None:
        dates = {"day": "2025-09-03", "lasting": "2025-09-03/2025-09-06", "range": "[2025-09-03..2025-09-06]"}
        records = [meeting(key, text) for key, text in dates.items()]
        ax = plots.timeline(Dataset(records=records, complete=False))
        seen = {key: {(edges(patch), patch.get_alpha()) for patch in bars_of(ax, row)} for row, key in enumerate(dates)}
        day = date(2025, 9, 3).toordinal()
        assert seen["day"] == {((day, day + 1), 1.0)}
        assert seen["lasting"] == {((day, day + 4), 1.0)}
        ((possible, opacity),) = seen["range"]
        assert possible == (day, day + 4)
        assert opacity is not None
        assert opacity < 0.5

    def test_an_end_that_is_not_known_fades(self) -> None:
        ax = plots.timeline(Dataset(records=[meeting("m", "2025-09-03/"), meeting("n", "2025-09-30")], complete=False))
        strips = sorted((edges(patch), patch.get_alpha() or 0) for patch in bars_of(ax, 0))
        assert len(strips) > 10
        assert [opacity for _, opacity in strips[1:]] == sorted((opacity for _, opacity in strips[1:]), reverse=True)
        assert strips[-1][1] < 0.05

    def test_a_doubtful_date_has_a_dashed_edge(self) -> None:
        ax = plots.timeline(Dataset(records=[meeting("m", "2025-09-03?"), meeting("n", "2025-09-30")], complete=False))
        assert [patch.get_linewidth() for patch in outlines(ax).values()] == [1, 0]

    @pytest.mark.parametrize(
        ("texts", "years"),
        [
            (["2025-09-01", "2025-09-07"], (2025, 2025)),
            (["1828-02-22", "2025-09-04"], (1828, 2025)),
            (["0001-01-01", "9999-12-31"], (1, 9999)),
            (["2025-09-01", "XXXX", "../2025-09-03"], (2025, 2025)),
            (["-0300", "Y170000002", "1814-11-01/1815-06-09"], (1814, 1815)),
        ],
    )
    def test_the_axis_is_true_over_any_time(self, texts: list[str], years: tuple[int, int]) -> None:
        records = [meeting(f"m{n}", text) for n, text in enumerate(texts)]
        ax = plots.timeline(Dataset(records=records, complete=False))
        first, last = (date.fromordinal(round(end - EPOCH) - at) for at, end in enumerate(ax.get_xlim()))
        assert (first.year, last.year) == years
        svg(ax)
        assert len(ax.get_xticks()) >= 2

    def test_the_axis_is_broken_where_nothing_is_for_long(self) -> None:
        texts = ["1828-02-22", "1828-02-24", "2025-09-01/", "2025-09-04", "1828-02-23/2025-09-02"]
        records = [meeting(f"m{n}", text) for n, text in enumerate(texts)]
        dataset = Dataset(records=records, complete=False)
        ax = plots.timeline(dataset)
        to_place = ax.transData.transform
        ((left, right),) = (
            [round(x - EPOCH) for x, _ in line.get_xydata()] for line in ax.lines if line.get_gid() == "break"
        )
        days = [date.fromordinal(day) for day in (left, right)]
        assert (days[0].year, days[1].year) == (1828, 2025)
        assert [text.get_text() for text in ax.texts if text.get_rotation() == 90] == ["198 years left out"]

        def width(first: float, last: float) -> float:
            return float(to_place((last + EPOCH, 0))[0] - to_place((first + EPOCH, 0))[0])

        for day in (date(1828, 2, 22), date(2025, 9, 1)):  # one scale on each side
            at = day.toordinal()
            assert width(at, at + 1) == pytest.approx(width(at + 1, at + 2))
        assert width(left, right) < width(date(2025, 9, 1).toordinal(), date(2025, 9, 4).toordinal())
        back = ax.transData.inverted().transform(to_place((left + EPOCH - 500, 1)))
        assert back[0] == pytest.approx(left + EPOCH - 500, abs=0.01)
        assert edges(outlines(ax)["meeting m4 1828-02-23/2025-09-02"]) == tuple(
            date.fromisoformat(text).toordinal() for text in ("1828-02-23", "2025-09-03")
        )
        labels = [label.get_text() for label in ax.get_xticklabels()]
        assert [label for label in labels if label.endswith(("1828", "2025"))] == [labels[0], "31 Aug\n2025"]
        svg(ax)

    def test_a_date_in_time_that_is_left_out_is_counted(self) -> None:
        texts = ["1828-02-22", "1828-02-24", "2025-09-01", "2025-09-04", "18XX"]
        records = [meeting(f"m{n}", text) for n, text in enumerate(texts)]
        source = Source(id="s", title="S", kind=SourceKind.NEWS_ARTICLE, published=EventDate.parse("1900-01-01"))
        ax = plots.timeline(Dataset(records=[source, *records], complete=False))
        assert "1 day of publication outside this time" in below(ax)

    @pytest.mark.parametrize(
        ("first", "words"), [("2025-06-20", "69 days"), ("2024-09-01", "12 months"), ("2010-09-01", "15 years")]
    )
    def test_time_that_is_left_out_is_said_in_a_fitting_unit(self, first: str, words: str) -> None:
        days = (first, f"{first[:-2]}{int(first[-2:]) + 1:02}", "2025-09-01", "2025-09-02")
        records = [meeting(f"m{n}", text) for n, text in enumerate(days)]
        ax = plots.timeline(Dataset(records=records, complete=False))
        assert [text.get_text() for text in ax.texts if text.get_rotation() == 90] == [f"{words} left out"]

    def test_what_is_not_drawn_is_counted(self) -> None:
        records = [meeting("m1", None), meeting("m2", "1815"), meeting("m3", "2025-09-03"), meeting("m4", "2025-09-04")]
        dataset = Dataset(records=records, complete=False)
        ax = plots.timeline(dataset, within=EventDate.parse("2025-09"))
        assert below(ax) == "Not shown: 1 without a date, 1 earlier than this time."
        assert names(ax) == ["Meeting m3", "Meeting m4"]
        empty = plots.timeline(Dataset(records=records[:1], complete=False))
        assert [text.get_text() for text in empty.texts] == ["Nothing here has a date."]

    def test_fates_and_days_of_publication_are_marked(self) -> None:
        source = Source(id="s", title="S", kind=SourceKind.NEWS_ARTICLE, published=EventDate.parse("2025-09-05"))
        late = attrs.evolve(source, id="t", published=EventDate.parse("2030-01-01"))
        statuses = (MeetingStatus.HELD, MeetingStatus.SCHEDULED, MeetingStatus.CANCELLED)
        records = [attrs.evolve(meeting(f"m{n}", f"2025-09-0{n + 3}"), status=s) for n, s in enumerate(statuses)]
        ax = plots.timeline(Dataset(records=[source, late, *records], complete=False))
        marks = {mark.get_gid(): mark.get_xydata() for mark in ax.lines}
        assert {fate: [row for _, row in marks[fate]] for fate in ("was to come", "did not take place")} == {
            "was to come": [1],
            "did not take place": [2],
        }
        day = EventDate.parse("2025-09-05").earliest
        assert day
        assert [x for x, _ in marks["published"]] == [day.ordinal + EPOCH + 0.5]
        assert below(ax) == "Not shown: 1 day of publication outside this time."

    def test_records_of_any_type_can_be_chosen(self) -> None:
        said = [record for record in EXAMPLE.of_type(Statement) if "zakharova" in record.speakers]
        ax = plots.timeline(EXAMPLE, records=said)
        assert len(names(ax)) == len({entry.referent for entry in build_timeline(EXAMPLE, records=said) if entry.dates})
        assert all(": " in name for name in names(ax))


def meeting(key: str, when: str | None) -> Meeting:
    """Make a meeting."""
    return Meeting(
        id=key,
        source="gazette",
        title=f"Meeting {key}",
        kind=diplo_events.MeetingKind.TALKS,
        status=diplo_events.MeetingStatus.HELD,
        when=EventDate.parse(when) if when else None,
    )


def bars_of(ax: Axes, row: int) -> Iterator[Rectangle]:
    """List the parts of the bars in a row."""
    for patch in ax.patches:
        if (
            isinstance(patch, Rectangle)
            and not patch.get_gid()
            and round(patch.get_y() + patch.get_height() / 2) == row
        ):
            yield patch


class TestNetwork:
    @pytest.mark.parametrize("dataset", [EXAMPLE, WIDER])
    def test_each_edge_is_a_line_as_thick_as_its_weight(self, dataset: Dataset) -> None:
        found = mentions(dataset)
        weights = {
            f"{kind} {edge.source} {edge.target}": edge.weight
            for kind, way in (("agree", "congruence"), ("disagree", "conflict"))
            for edge in one_mode(found, aggregation=way)
        }
        ax = plots.network(dataset)
        drawn = outlines(ax)
        assert drawn.keys() == weights.keys()
        by_weight = {weights[key]: patch.get_linewidth() for key, patch in drawn.items()}
        assert [by_weight[weight] for weight in sorted(by_weight)] == sorted(by_weight.values())
        assert len(set(by_weight.values())) == len(by_weight)
        looks = {
            key.partition(" ")[0]: (to_hex(patch.get_edgecolor()), patch.get_linestyle())
            for key, patch in drawn.items()
        }
        assert looks["agree"][0] != looks["disagree"][0]
        assert {line for _, line in looks.values()} == {"-"}
        crosses = next(mark for mark in ax.lines if mark.get_gid() == "conflicts")
        assert len(crosses.get_xydata()) == sum(key.startswith("disagree ") for key in drawn)
        assert ax.lines[-1].get_gid() == "actors"

    def test_what_others_say_of_an_actor_is_dashed_and_never_drawn_unasked(self) -> None:
        drawn = outlines(plots.network(EXAMPLE, of=mentions(EXAMPLE, bases=None)))
        indirect = {key for key in drawn if key.endswith((" attributed", " inferred"))}
        assert {key for key, patch in drawn.items() if patch.get_linestyle() != "-"} == indirect
        assert indirect
        assert not indirect & outlines(plots.network(EXAMPLE)).keys()

    def test_one_actor_and_a_threshold(self) -> None:
        drawn = outlines(plots.network(EXAMPLE, focus="putin", least=2))
        expected = agreement_network(mentions(EXAMPLE), focus="putin", least=2)
        assert len(drawn) == len(expected) > 0
        assert all("russia" in key.split() for key in drawn)

    def test_those_who_agree_are_neighbours(self) -> None:
        sides = {"a": 1, "b": -1, "c": 1, "d": -1, "e": 1}
        actors = [Actor(id=key, name=key.upper(), kind=ActorKind.STATE) for key in sides]
        records = [position(f"p{key}", level, actor=key) for key, level in sides.items()]
        ax = plots.network(Dataset(records=[*actors, *ISSUES, *SOURCES, *records]))
        around = [text.get_text() for text in ax.texts]
        assert {"".join(sorted(around[:2])), "".join(sorted(around[2:]))} == {"BD", "ACE"} or {
            "".join(sorted(around[:3])),
            "".join(sorted(around[3:])),
        } == {"ACE", "BD"}

    def test_other_networks_can_be_drawn(self) -> None:
        shared = ties(WIDER, of="votes")
        ax = plots.network(WIDER, of=shared)
        assert len(outlines(ax)) == len(one_mode(shared, aggregation="ignore")) > 0
        with pytest.raises(ArgumentTypeError, match="expected of to be a Mentions"):
            plots.network(WIDER, of=one_mode(shared, aggregation="ignore"))

    def test_actors_without_a_line_are_counted(self) -> None:
        ax = plots.network(Dataset(records=[*ACTORS, *ISSUES, *SOURCES, position("p1", 1)]))
        assert below(ax) == "Not shown: 1 actor joined to no other."
        assert [text.get_text() for text in ax.texts] == ["No two actors take a position on one issue."]


class TestMap:
    def test_places_stand_at_their_coordinates(self) -> None:
        towns = [town("brod", 18.0, 45.2), town("karsa", 43.1, 40.6), town("nowhere", None, None)]
        ax = plots.map(Dataset(records=towns))
        assert {mark.get_gid(): tuple(mark.get_xydata()[0]) for mark in ax.lines} == {
            "brod": (18.0, 45.2),
            "karsa": (43.1, 40.6),
        }
        assert below(ax).splitlines() == [
            (
                "The larger, the more records name the place: from 0 to 0. "
                "Longitude and latitude; land is rough, and without borders."
            ),
            "Not shown: 1 place without coordinates.",
        ]

    def test_land_is_drawn_where_it_is_and_not_on_a_map_of_the_callers(self) -> None:
        dataset = Dataset(records=[town("brod", 18.0, 45.2), town("karsa", 43.1, 40.6)])
        ax = plots.map(dataset)
        ashore = {(18.0, 45.2): True, (30.0, 50.0): True, (34.0, 43.5): False, (18.0, 35.0): False}
        shapes = [patch.get_path() for patch in ax.patches if patch.get_gid() == "land"]
        assert {point: any(shape.contains_point(point) for shape in shapes) for point in ashore} == ashore
        own = Figure().add_subplot()
        own.plot([0, 90], [0, 60])
        assert not plots.map(dataset, ax=own).patches

    def test_land_goes_round_the_world(self) -> None:
        ax = plots.map(Dataset(records=[town("fiji", 178.0, -17.7), town("lima", -77.0, -12.0)]))
        shapes = [patch.get_path() for patch in ax.patches if patch.get_gid() == "land"]
        assert any(shape.contains_point((360 - 75.0, -10.0)) for shape in shapes)

    def test_the_pacific_is_not_torn(self) -> None:
        ax = plots.map(Dataset(records=[town("fiji", 178.0, -17.7), town("samoa", -172.1, -13.8)]))
        assert sorted(mark.get_xdata()[0] for mark in ax.lines) == [178.0, 187.9]
        assert "178°W" in [label.get_text() for label in ax.get_xticklabels()]

    def test_what_several_sources_report_counts_once(self) -> None:
        where = {"place": "brod", "canonical_id": "talks"}
        reports = [attrs.evolve(meeting(f"m{n}", "2025-09-03"), **where) for n in range(2)]
        ax = plots.map(Dataset(records=[town("brod", 18.0, 45.2), *reports], complete=False))
        assert "from 1 to 1" in below(ax)

    def test_a_gazetteer_places_what_it_is_sure_of(self) -> None:
        brod = GazetteerEntry(
            name="Brod", kind=PlaceKind.SETTLEMENT, country="HR", point=Point(longitude=18.0, latitude=45.2)
        )
        twins = [attrs.evolve(brod, name="Tarn", country=country) for country in ("HR", "PL")]
        known = TableGazetteer({"Brod": [brod], "Tarn": twins})
        towns = [town("brod", None, None), town("tarn", None, None), town("karsa", 43.1, 40.6)]
        ax = plots.map(Dataset(records=towns), gazetteer=known)
        assert {mark.get_gid(): mark.get_markerfacecolor() == "white" for mark in ax.lines} == {
            "brod": True,
            "karsa": False,
        }
        in_poland = [attrs.evolve(towns[1], country="PL"), attrs.evolve(towns[0], country="PL")]
        assert [mark.get_gid() for mark in plots.map(Dataset(records=in_poland), gazetteer=known).lines] == ["tarn"]

    def test_names_of_a_crowd_lie_on_nothing(self) -> None:
        ax = Figure(figsize=(9, 7), layout="constrained").add_subplot()
        ax.set(xlim=(-3, 3), ylim=(-3, 3))
        crowd = [(x / 3, y / 3) for x in range(4) for y in range(4)]
        spots = [NamedPoint(x, y, 3, f"Settlement {n}", f"s{n}") for n, (x, y) in enumerate(crowd)]
        ax.plot(*zip(*crowd, strict=True), "o")
        label_points(ax, spots)
        assert not overlaps(ax)


def town(key: str, longitude: float | None, latitude: float | None) -> Place:
    """Make a town."""
    point = None if longitude is None or latitude is None else Point(longitude=longitude, latitude=latitude)
    return Place(id=key, name=key.title(), kind=PlaceKind.SETTLEMENT, point=point)


class TestActs:
    @pytest.mark.parametrize("dataset", [EXAMPLE, WIDER])
    def test_each_act_of_each_statement_is_in_its_week_or_beside_them(self, dataset: Dataset) -> None:
        ax = plots.acts(dataset)
        cells = outlines(ax)
        for key, cell in cells.items():
            monday = date.fromisoformat(key.rpartition(" ")[2])
            assert monday.weekday() == 0
            assert edges(cell) == (monday.toordinal(), monday.toordinal() + 7)
        counts, unplaced = weekly(dataset)
        assert cells.keys() == {f"{actor} {monday}" for actor, monday in counts}
        beside = Counter(int(text.get_text()) for text in ax.texts if text.get_text().startswith("+"))
        assert beside == Counter(unplaced.values())
        written = Counter(int(text.get_text()) for text in ax.texts if not text.get_text().startswith("+"))
        assert written in (Counter(counts.values()), Counter())
        darkness = {
            counts[key[0], date.fromisoformat(key[1])]: sum(cell.get_facecolor()[:3]) for key, cell in split(cells)
        }
        assert [darkness[count] for count in sorted(darkness)] == sorted(darkness.values(), reverse=True)

    def test_a_statement_counts_once_and_where_its_dates_allow(self) -> None:
        acts = (SpeechAct.REJECT, SpeechAct.WARN)
        said = [
            statement("s1", "2025-09-01", acts=acts, canonical_id="one"),
            statement("s2", "2025-09-07?", acts=acts[:1], canonical_id="one"),
            statement("s3", "2025-09-07/2025-09-08"),
            statement("s4", None),
            statement("s5", "2025-09-03", restates="s1", source="gazette"),
            statement("s6", "2025-09-03", aspects=frozenset({Aspect.NEGATED})),
        ]
        counts, unplaced = weekly(Dataset(records=said, complete=False))
        assert counts == {("lind", date(2025, 9, 1)): 2}
        assert unplaced == {"lind": 2}


def statement(key: str, when: str | None, **fields: Any) -> Statement:
    """Make a statement of Lind."""
    values: dict[str, Any] = {"acts": (SpeechAct.REJECT,), "mode": QuotationMode.INDIRECT, "summary": "No."} | fields
    return Statement(
        id=key, **{"source": "gazette", "speakers": ("lind",)} | values, when=EventDate.parse(when) if when else None
    )


def split(cells: Mapping[str, Rectangle]) -> Iterator[tuple[tuple[str, str], Rectangle]]:
    """List cells with their actors and Mondays."""
    for key, cell in cells.items():
        actor, _, monday = key.partition(" ")
        yield (actor, monday), cell


def overlaps(ax: Axes) -> list[tuple[str, str]]:
    """List the texts of a plot that lie on each other."""
    ax.figure.draw_without_rendering()
    legend = ax.get_legend()
    below = [legend.get_title(), *legend.get_texts()] if legend else []
    texts = [*ax.texts, *ax.get_yticklabels(), *ax.get_xticklabels(), ax.title, ax._left_title, *below]
    boxes = [(text.get_text(), Text.get_window_extent(text).padded(-0.5)) for text in texts if text.get_text()]
    return [(one, other) for (one, left), (other, right) in itertools.combinations(boxes, 2) if left.overlaps(right)]


WEEKS = EventDate.parse("2025-08-08/2025-09-07")
DRAWN: Mapping[str, Callable[..., Axes]] = {
    "troops": lambda **options: plots.stances(EXAMPLE, issue=TROOPS, **options),
    "russia": lambda **options: plots.stances(EXAMPLE, actor="Russia", **options),
    "weeks": lambda **options: plots.timeline(EXAMPLE, within=WEEKS, **options),
    "network": lambda **options: plots.network(EXAMPLE, **options),
    "map": lambda **options: plots.map(WIDER, **options),
    "acts": lambda **options: plots.acts(EXAMPLE, **options),
}


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.slow
def test_no_text_lies_on_another(name: str) -> None:
    assert overlaps(DRAWN[name]()) == []


@pytest.mark.parametrize("name", ["troops", "network"])
@pytest.mark.slow
def test_a_plot_is_the_same_each_time(name: str) -> None:
    assert svg(DRAWN[name]()) == svg(DRAWN[name]())


@pytest.mark.parametrize("name", ["troops", "weeks", "network", "map", "acts"])
def test_a_plot_goes_on_the_axes_that_are_passed(name: str) -> None:
    figure = Figure(figsize=(12, 8), layout="constrained")
    left, right = figure.subplots(1, 2)
    assert DRAWN[name](ax=right, title="My own heading") is right
    assert right.get_title(loc="left") == "My own heading"
    assert not left.patches
    assert "matplotlib.pyplot" not in sys.modules


@pytest.mark.slow
@examples(3)
@given(dataset=DATASETS)
def test_any_dataset_can_be_drawn(dataset: Dataset) -> None:
    drawn = [
        plots.timeline(dataset, records=dataset.of_type(EventRecord)[:20]),
        plots.network(dataset),
        plots.map(dataset),
        plots.acts(dataset),
        *(plots.stances(dataset, issue=issue.id) for issue in dataset.of_type(Issue)[:1]),
        *(plots.stances(dataset, actor=actor.id, votes=True) for actor in dataset.of_type(Actor)[:1]),
    ]
    for ax in drawn:
        ax.figure.draw_without_rendering()


@examples(100)
@given(when=event_dates())
def test_any_date_has_days_on_the_axis_or_none(when: EventDate) -> None:
    limits = limits_of([when], unqualified=True)
    view = view_of([limits])
    if view is None:
        assert not any(1 <= day <= date.max.toordinal() for day in (limits.first_min, limits.last_max))
    else:
        assert 1 <= view.first < view.last <= date.max.toordinal()
        assert view.shows(limits)


def test_a_view_is_not_widened_by_what_is_much_vaguer() -> None:
    exact = [limits_of([EventDate.parse(text)]) for text in ("2025-09-01", "2025-09-30")]
    vague = limits_of([EventDate.parse("1XXX")])
    assert view_of([*exact, vague]) == view_of(exact)
    assert view_of([vague]) == View(date(1000, 1, 1).toordinal() - 9131, date(1999, 12, 31).toordinal() + 9131)


class TestNames:
    def test_what_runs_from_right_to_left_is_isolated(self) -> None:
        ax = plots.timeline(
            Dataset(records=[attrs.evolve(meeting("m", "2025-09-03"), title="שיחות בחיפה")], complete=False)
        )
        assert names(ax) == ["\u2068שיחות בחיפה\u2069"]
        svg(ax)

    def test_signs_of_formulas_are_only_signs(self) -> None:
        ax = plots.timeline(
            Dataset(records=[attrs.evolve(meeting("m", "2025-09-03"), title="$5 and $6 {_^")], complete=False)
        )
        assert names(ax) == ["$5 and $6 {_^"]
        svg(ax)

    def test_letters_that_no_font_has_are_replaced_by_the_id(self) -> None:
        where = attrs.evolve(town("karsa", 43.1, 40.6), name="\U00012000\U00012001", names=(Name(text="Karsa"),))
        ax = plots.map(Dataset(records=[where]))
        assert [text.get_text() for text in ax.texts] == ["karsa"]
        svg(ax)


def test_without_matplotlib_an_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("diplo_events.plots")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"needs the extra 'plots': pip install 'diplo-events\[plots\]'"):
        importlib.import_module("diplo_events.plots")
