"""Every analysis, drawing and row takes every date that `EventDate` takes."""

import itertools
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given

from diplo_events import Dataset, EventDate, Meeting, MeetingKind, MeetingStatus, Participant
from diplo_events.analysis import build_series, build_timeline, mentions, stance_matrix, windows
from diplo_events.corroboration import corroborate, find_contradictions, find_life_cycles
from diplo_events.corroboration.candidates import find_candidates
from diplo_events.errors import ArgumentError
from diplo_events.exporters.icews import icews_cells, to_icews
from diplo_events.exporters.package_descriptions import companions
from diplo_events.exporters.plover import polecat_cells, to_plover
from diplo_events.report._timeline import timeline_drawing
from diplo_events.report.html import html_report
from diplo_events.report.terminal import brief
from each_case import each_case
from profiles import examples
from shared_datasets import DATASETS
from stance_records import ACTORS, ISSUES, SOURCES, position, statement

EDGES = (
    *("XXXX", "XXXX-XX", "XXXX-12-25", "-XXXX", "0000", "-0001-12-31", "0001-01-01", "0001-01-02", "9999-12-31"),
    *("-9999", "-9999-01-01", "9999", "9999-12-30/..", "../0001-01-01", "-9999/9999", "0001-01-01/9999-12-31"),
    *("Y10000", "Y-10000", "Y170000002", "Y-17E7", "Y99999", "1950S2", "Y171010000S3", "9999-24", "-9999-21"),
    *("[..-9999-01-01]", "[9999-12-31..]", "{0000-12-31,0001-01-01}", "{..0001-01-01}", "[-0001,9999]"),
    *("/9999-12-31", "9999-12-31/", "0001-01-01T00:00:00+05:45", "9999-12-31T23:59:59-03", "XXXX?"),
)
"""Dates at and beyond the edges of the calendar, and those without a year."""


def ask_everything(dataset: Dataset, at: EventDate | None) -> Iterator[object]:
    """Ask every question that looks at dates, and make every drawing, row and page."""
    for unqualified in (False, True):
        yield build_timeline(dataset, unqualified=unqualified)
        yield build_series(dataset, unqualified=unqualified)
        yield find_life_cycles(dataset, unqualified=unqualified)
        for date in (None, at):
            yield stance_matrix(dataset, at=date, unqualified=unqualified)
        for of in ("positions", "statements"):
            references = mentions(dataset, of=of, unqualified=unqualified, duplicates="source_and_date")
            try:
                yield list(itertools.islice(windows(references, days=3, certainty="possibly"), 3))
            except ArgumentError as error:
                yield str(error)  # no mention reaches a day that a window can have
    yield find_contradictions(dataset)
    yield corroborate(dataset)
    yield find_candidates(dataset, threshold=0)
    yield [polecat_cells(row) for row in to_plover(dataset).rows]
    yield [icews_cells(row) for row in to_icews(dataset).rows]
    yield companions(dataset, b"{}", file="data.json")
    yield html_report(dataset, at=at)
    yield list(brief(dataset))


def dataset_at(text: str, other: str) -> Dataset:
    """Make a dataset in which everything that has a date has one of two; some in sources that are dated so."""
    first, second = EventDate.parse(text), EventDate.parse(other)
    sources = [attrs.evolve(SOURCES[0], id=f"at-{n}", published=date) for n, date in enumerate((first, second))]
    meetings = [
        Meeting(
            id=f"m{n}",
            source=source.id,
            when=date,
            title="Talks",
            kind=MeetingKind.OTHER,
            status=MeetingStatus.HELD,
            canonical_id="meeting/talks",
            participants=(Participant(actor="norland"), Participant(actor="sudland")),
        )
        for n, (source, date) in enumerate(itertools.product(sources, (first, second, None)))
    ]
    positions = [
        position(f"p{n}", stance, when, source=source.id)
        for n, (source, when, stance) in enumerate(itertools.product(sources, (text, other, None), (1, -2)))
    ]
    statements = [
        statement(f"s{n}", when, source=source.id, targets=("sudland",), issues=("issue/fish",))
        for n, (source, when) in enumerate(itertools.product(sources, (text, other, None)))
    ]
    return Dataset(records=[*ACTORS, *ISSUES, *SOURCES, *sources, *meetings, *positions, *statements])


@each_case("text", EDGES)
@pytest.mark.slow
def test_at_the_edges_of_the_calendar(text: str) -> None:
    dataset = dataset_at(text, "2025-09-03")
    assert all(answer is not None for answer in ask_everything(dataset, EventDate.parse(text)))


@examples(15)
@given(DATASETS)
def test_of_any_dataset(dataset: Dataset) -> None:
    dates = sorted({date for r in dataset.records if (date := getattr(r, "when", None))}, key=EventDate.sort_key)
    assert all(answer is not None for answer in ask_everything(dataset, dates[0] if dates else None))


def test_a_date_without_a_year_moves_nothing_out_of_the_drawing() -> None:
    drawing, undated = timeline_drawing(dataset_at("2025-09-03", "XXXX"))
    assert undated == 0
    (svg,) = (node for node in drawing.iter("svg") if node.get("class") == "timeline")
    assert "from Tuesday 19 August 2025 to Friday 5 September 2025" in str(svg.get("aria-label"))
    xs = {float(bar.get("x", "")) for bar in svg.iter("rect")}
    assert len(xs) == 3  # two days of publication, and the meeting
    assert all(350 <= x < 960 for x in xs)
