"""When a position can stand, compared with matrices of each day."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Dataset, EventDate
from diplo_events.analysis.stance_spans import stance_spans
from diplo_events.analysis.stances import StanceMatrix, stance_matrix
from stance_records import dataset_of, discourse, position

DAYS = st.dates(dt.date(2025, 7, 30), dt.date(2025, 9, 12)) | st.dates()


def standing(matrix: StanceMatrix) -> set[tuple[str, str]]:
    return {(piece.position.actor, piece.position.id) for cell in matrix.cells for piece in cell.standing}


def at_any_time(dataset: Dataset) -> StanceMatrix:
    return stance_matrix(dataset, certainty="possibly", unqualified=True)


@given(discourse(), DAYS)
def test_a_position_can_stand_on_a_day_if_the_matrix_of_that_day_has_it(dataset: Dataset, day: dt.date) -> None:
    spans = stance_spans(at_any_time(dataset))
    on_day = stance_matrix(dataset, at=EventDate.parse(str(day)), certainty="possibly", unqualified=True, horizon=None)
    assert {key for key, span in spans.items() if span.holds_on(day.toordinal())} == standing(on_day)


def test_a_position_stands_until_another_one_replaces_it_or_its_own_time_is_over() -> None:
    dataset = dataset_of(
        position("against", -1, "2025-08-19"),
        position("for", 1, "2025-09-03"),
        position("for-a-time", 2, "2025-09-04/2025-09-06"),
    )
    days = {
        key: tuple(str(dt.date.fromordinal(day)) if day else None for day in (span.first, span.until))
        for (actor, key), span in stance_spans(at_any_time(dataset)).items()
        if actor == "norland"
    }
    assert days == {
        "against": ("2025-08-19", "2025-09-03"),
        "for": ("2025-09-03", "2025-09-04"),
        "for-a-time": ("2025-09-04", "2025-09-07"),
    }
