"""Positions."""

from typing import Any

import pytest

from diplo_events import InvalidRecordError, Position, PositionBasis, Stance
from each_case import each_case


def position(**fields: Any) -> Position:
    given = {
        "id": "p1",
        "source": "a1",
        "actor": "russia",
        "issue": "troops",
        "stance": Stance.DISAGREE,
        "basis": PositionBasis.DECLARED,
        "summary": "Against it.",
    }
    return Position(**{**given, **fields})


def test_what_is_not_said_is_no_red_line() -> None:
    assert position().red_line is False
    assert position(red_line=True).red_line is True


@each_case(
    ("field", "value"),
    [
        ("actor", None),
        ("issue", "Foreign troops"),
        ("stance", -2),
        ("basis", "declared"),
        ("attributed_by", ""),
        ("conditions", " "),
        ("red_line", 1),
        ("red_line", "yes"),
        ("summary", 7),
        ("evidence", ("s1", "s1")),
        ("supersedes", ("p0",)),
    ],
)
def test_what_it_cannot_hold(field: str, value: object) -> None:
    with pytest.raises(InvalidRecordError, match=f"^{field}"):
        position(**{field: value})
