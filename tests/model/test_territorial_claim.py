"""Territorial claims and extents, at their borders."""

import itertools
import math
from typing import Any

import attrs
import pytest

from diplo_events import Assertion, ClaimBasis, ClaimKind, InvalidRecordError, Quantity, TerritorialClaim, Unit
from diplo_events.model.quantity import upper_end
from each_case import each_case


@each_case(
    ("low", "high", "unit"),
    [
        (0, 0, Unit.SHARE),
        (0.15, 0.25, Unit.SHARE),
        (1, 1, Unit.SHARE),
        (4, 4, Unit.COUNT),
        (0, 1e308, Unit.SQUARE_KILOMETRES),
    ],
)
def test_good_extents(low: float, high: float, unit: Unit) -> None:
    extent = Quantity(low=low, high=high, unit=unit)
    assert (extent.low, extent.high, type(extent.low)) == (low, high, float)


@each_case(
    ("low", "high", "unit", "limits"),
    [
        (0.2, 0.1, Unit.SHARE, "0 <= low <= high <= 1"),
        (-0.1, 0.1, Unit.SHARE, "0 <= low <= high <= 1"),
        (0.5, 1.0000001, Unit.SHARE, "0 <= low <= high <= 1"),
        (5, 4, Unit.COUNT, "0 <= low <= high"),
        (-1, 4, Unit.SQUARE_KILOMETRES, "0 <= low <= high"),
    ],
)
def test_bad_extents(low: float, high: float, unit: Unit, limits: str) -> None:
    with pytest.raises(InvalidRecordError, match=f"^expected {limits}, found low {float(low)} and high {float(high)}$"):
        Quantity(low=low, high=high, unit=unit)


@each_case("wrong", [True, "1", math.nan, math.inf, 2**53 + 1, 10**400])
def test_extents_are_numbers_that_floats_can_hold(wrong: Any) -> None:
    for fields in ({"low": wrong, "high": 1.0}, {"low": 0.0, "high": wrong}):
        with pytest.raises(InvalidRecordError, match="expected a finite number"):
            Quantity(**fields, unit=Unit.COUNT)


def test_a_range_may_have_no_upper_end_and_always_has_a_lower_one() -> None:
    most = Quantity(low=0.6, high=None, unit=Unit.SHARE)
    assert (most.high, upper_end(most), upper_end(attrs.evolve(most, high=0.7))) == (None, 1.0, 0.7)
    assert eval(repr(most)) == most
    with pytest.raises(InvalidRecordError, match=r"0 <= low <= high <= 1, found low 1\.5 and high None"):
        attrs.evolve(most, low=1.5)
    none: Any = None
    with pytest.raises(InvalidRecordError, match="low: expected a finite number"):
        attrs.evolve(most, low=none)
    with pytest.raises(TypeError, match="high"):
        Quantity(low=1, unit=Unit.COUNT)


def claim(**fields: Any) -> TerritorialClaim:
    given = {
        "id": "c1",
        "source": "a1",
        "challenger": "russia",
        "asserted_by": ("outlet",),
        "assertion": Assertion.OCCUPATION,
        "territory": "part of Ukraine",
        "summary": "Russia occupies part of Ukraine.",
    }
    return TerritorialClaim(**{**given, **fields})


def test_it_is_about_land_unless_it_says_otherwise() -> None:
    assert claim().kind is ClaimKind.TERRITORIAL
    assert claim(kind=ClaimKind.RIVER).kind is ClaimKind.RIVER


def test_the_order_of_its_grounds_does_not_count() -> None:
    grounds = [ClaimBasis.TREATY, ClaimBasis.HISTORY, ClaimBasis.CULTURE]
    shown = {repr(claim(basis=frozenset(order))) for order in itertools.permutations(grounds)}
    assert len(shown) == 1
    assert "basis=frozenset({ClaimBasis.CULTURE, ClaimBasis.HISTORY, ClaimBasis.TREATY})" in shown.pop()
    assert "basis=frozenset()" in repr(claim())


@each_case(
    ("field", "value"),
    [
        ("challenger", None),
        ("asserted_by", ("The Outlet",)),
        ("asserted_by", ()),
        ("assertion", "occupation"),
        ("places", ["kyiv"]),
        ("territory", ""),
        ("basis", {ClaimBasis.TREATY}),
        ("extent", 0.2),
        ("controlled_by", ("a", "a")),
        ("summary", None),
    ],
)
def test_what_it_cannot_hold(field: str, value: object) -> None:
    with pytest.raises(InvalidRecordError, match=f"^{field}"):
        claim(**{field: value})
