"""Places and points, at their borders."""

from typing import Any

import pytest

from diplo_events import InvalidRecordError, Place, PlaceKind, Point
from each_case import each_case


@each_case(("longitude", "latitude"), [(180, 90), (-180, -90), (0, 0), (-0.0, 179.9 - 100)])
def test_points_on_the_earth(longitude: float, latitude: float) -> None:
    point = Point(longitude=longitude, latitude=latitude)
    assert (type(point.longitude), type(point.latitude)) == (float, float)
    assert repr(Point(longitude=-0.0, latitude=0)) == "Point(longitude=0.0, latitude=0.0)"


@each_case(
    ("longitude", "latitude", "paths"),
    [
        (180.1, 0, ["longitude"]),
        (-181, 0, ["longitude"]),
        (0, 90.0001, ["latitude"]),
        (0, -91, ["latitude"]),
        (1e308, -1e308, ["longitude", "latitude"]),
        (float("nan"), 0, ["longitude"]),
        (float("inf"), "0", ["longitude", "latitude"]),
        (True, None, ["longitude", "latitude"]),
    ],
)
def test_points_elsewhere(longitude: Any, latitude: Any, paths: list[str]) -> None:
    with pytest.raises(InvalidRecordError) as refused:
        Point(longitude=longitude, latitude=latitude)
    assert [problem.path for problem in refused.value.problems] == paths


def place(**codes: str | None) -> Place:
    return Place(id="p", name="P", kind=PlaceKind.REGION, **codes)


@each_case("codes", [{}, {"country": "UA"}, {"subdivision": "UA-14"}, {"country": "UA", "subdivision": "UA-14"}])
def test_a_division_is_one_of_the_country(codes: dict[str, str]) -> None:
    assert place(**codes).country == codes.get("country")


def test_a_division_is_not_one_of_another_country() -> None:
    with pytest.raises(InvalidRecordError, match=r"^subdivision: expected a division of RU, found 'UA-14'$"):
        place(country="RU", subdivision="UA-14")


def test_all_that_is_wrong_is_listed() -> None:
    with pytest.raises(InvalidRecordError) as refused:
        Place(
            id="p",
            name="P",
            kind=PlaceKind.REGION,
            within="Somewhere",
            country="UK",
            subdivision="UK",
            point=(0, 0),
        )
    assert [problem.path for problem in refused.value.problems] == ["within", "country", "subdivision", "point"]
