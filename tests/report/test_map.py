"""The map of the page: where marks are, what it says of land, and what stands in the list instead."""

import re
from collections.abc import Iterable

import attrs
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Action, Dataset, Meeting, Place, PlaceKind, Point, TerritorialClaim, load_example
from diplo_events._internal.drawing.outlines import Ring, land, pieces_of_states
from diplo_events._internal.texts.display import legible
from diplo_events.drafting.gazetteer import GazetteerEntry, TableGazetteer
from diplo_events.report._map import map_parts
from diplo_events.report._map_frame import outline_of
from diplo_events.report._page import Element
from diplo_events.report._parts import Parts
from diplo_events.report.in_words import words_of
from diplo_events.report.lines import line_text
from profiles import examples

BUNDLED = load_example()
WRITTEN = Parts(is_large=False)


PLACES = sorted(
    {record.place for type_ in (Meeting, Action) for record in BUNDLED.of_type(type_) if record.place}
    | {place for claim in BUNDLED.of_type(TerritorialClaim) for place in claim.places}
)
"""The places where something happened or which somebody claims."""

CLAIMED = next(claim for claim in BUNDLED.of_type(TerritorialClaim) if claim.places)


def drawn(dataset: Dataset, gazetteer: TableGazetteer | None = None) -> list[Element]:
    return [part for part in map_parts(dataset, WRITTEN, gazetteer=gazetteer) if isinstance(part, Element)]


def text_of(parts: list[Element]) -> str:
    return " ".join("".join(part.itertext()) for part in parts)


def at(points: dict[str, tuple[float, float]]) -> Dataset:
    """Put some places of the bundled dataset somewhere."""
    moved = [
        attrs.evolve(record, point=Point(longitude=points[record.id][0], latitude=points[record.id][1]))
        if isinstance(record, Place) and record.id in points
        else record
        for record in BUNDLED.records
    ]
    return attrs.evolve(BUNDLED, records=moved)


def test_without_coordinates_every_place_is_listed_with_what_is_reported_of_it() -> None:
    parts = drawn(BUNDLED)
    text = text_of(parts)
    for record in (*BUNDLED.of_type(Meeting), *BUNDLED.of_type(Action)):
        if record.place:
            assert BUNDLED.place(record.place).name in text
    n = len(PLACES)
    assert f"{n - 1} of {n} places have no coordinates here and are only in the list." in text


def abroad() -> Dataset:
    """Put all that happens in Ukraine where a state has no outline."""
    records = [
        attrs.evolve(record, country="VA") if isinstance(record, Place) and record.id == "place/ukraine" else record
        for record in BUNDLED.records
    ]
    return attrs.evolve(BUNDLED, records=records)


def test_without_coordinates_and_outlines_there_is_no_map() -> None:
    assert not [node for part in drawn(abroad()) for node in part.iter("svg")]


def test_land_that_is_claimed_is_hatched_for_each_who_claims_it() -> None:
    parts = drawn(BUNDLED)
    (drawing,) = [node for part in parts for node in part.iter("svg") if node.get("class") == "map"]
    (area,) = [link for link in drawing.iter("a") if any(node.get("class") == "claimed" for node in link.iter("path"))]
    claims = [claim for claim in BUNDLED.of_type(TerritorialClaim) if "place/ukraine" in claim.places]
    claimants = {claim.challenger for claim in claims}
    fills = {node.get("fill", "") for node in area.iter("path") if node.get("class") == "claimed"}
    assert len(fills) == len(claimants) == 2
    assert fills == {f"url(#{pattern.get('id')})" for pattern in drawing.iter("pattern")}
    things = {(claim.challenger, claim.canonical_id or claim.id) for claim in claims}
    for key in claimants:
        count = sum(who == key for who, _ in things)
        assert f"{count} claims of {BUNDLED.actor(key).name}" in area.get("aria-label", "")
        assert f"land in this state claimed, held, given up or lost by {BUNDLED.actor(key).name}" in text_of(parts)
    assert not [node for node in drawing.iter("path") if "spot" in node.get("class", "")]
    assert "not whose it is" in text_of(parts)


def test_a_claim_is_a_mark_where_no_outline_is_at_hand_and_there_is_a_place_for_it() -> None:
    moved = [
        attrs.evolve(record, point=Point(longitude=30.0, latitude=50.0)) if record.id == "place/ukraine" else record
        for record in abroad().records
        if isinstance(record, Place) or record.id != "place/ukraine"
    ]
    (drawing,) = [
        node
        for part in drawn(attrs.evolve(BUNDLED, records=moved))
        for node in part.iter("svg")
        if node.get("class") == "map"
    ]
    assert len([node for node in drawing.iter("path") if "spot claimant-" in node.get("class", "")]) == 2
    assert not list(drawing.iter("pattern"))


def test_what_else_happened_in_claimed_land_has_marks_too() -> None:
    (drawing,) = [
        node
        for part in drawn(at({"place/ukraine": (31.0, 49.0)}))
        for node in part.iter("svg")
        if node.get("class") == "map"
    ]
    spots = [node.get("class", "") for node in drawing.iter() if "spot" in node.get("class", "")]
    assert spots == ["spot deed"]
    assert len([node for node in drawing.iter("path") if node.get("class") == "claimed"]) == 2


def test_only_a_state_has_an_outline_and_some_land_is_in_several() -> None:
    def state(code: str) -> tuple[Ring, ...]:
        return outline_of(Place(id="x", name="x", kind=PlaceKind.COUNTRY, country=code))

    crimea, kyiv = (34.2, 45.2), (30.5, 50.4)
    assert [code for code in ("UA", "RU", "PL") if is_inside(state(code), *crimea)] == ["UA", "RU"]
    assert [code for code in ("UA", "RU", "PL") if is_inside(state(code), *kyiv)] == ["UA"]
    assert is_inside(state("ZA"), 24.0, -32.0)
    assert not is_inside(state("ZA"), 28.3, -29.5)  # Lesotho
    assert state("VA") == ()
    assert outline_of(Place(id="x", name="x", kind=PlaceKind.REGION, country="UA")) == ()
    assert outline_of(None) == ()
    assert len(pieces_of_states()) > 170


def test_land_is_never_said_to_be_anybodys_but_by_somebody() -> None:
    items = {
        link.get("href", "").removeprefix("#"): "".join(item.itertext())
        for part in drawn(BUNDLED)
        for item in part.iter("li")
        if item.get("class") == "of-claim"
        for link in [next(item.iter("a"))]
    }
    assert len(items) > 10
    for key, text in items.items():
        claim = BUNDLED[key]
        assert isinstance(claim, TerritorialClaim)
        assert legible(line_text(words_of(BUNDLED, claim).head)) in legible(text)
        assert BUNDLED[claim.source].title in text.partition("according to")[2]
    claimed = {claim.canonical_id or claim.id for claim in BUNDLED.of_type(TerritorialClaim) if claim.places}
    assert {BUNDLED[key].canonical_id or key for key in items} == claimed


@examples(8)
@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=3, max_size=3))
def test_every_place_with_coordinates_has_its_marks_on_the_map(points: list[tuple[float, float]]) -> None:
    keys = (CLAIMED.places[0], *[key for key in PLACES if key != CLAIMED.places[0]][:2])
    moved = at(dict(zip(keys, points, strict=True)))
    (drawing,) = [node for part in drawn(moved) for node in part.iter("svg") if node.get("class") == "map"]
    _, _, width, height = map(float, drawing.get("viewBox", "").split())
    marks = list(drawing.iter("a"))
    assert len(marks) == len({*keys, "place/ukraine"})
    claimant = f" of {BUNDLED.actor(CLAIMED.challenger).name}"
    assert any("claim" in label and claimant in label for link in marks for label in [link.get("aria-label", "")])
    for path in (node for link in marks for node in link.iter("path") if "spot" in node.get("class", "")):
        x, y = map(float, re.findall(r"-?[\d.]+", path.get("d", ""))[:2])
        assert (0 <= x <= width, -20 <= y <= height + 20) == (True, True)


def test_places_on_both_sides_of_the_date_line_stay_together() -> None:
    near = drawn(at({"place/paris": (179.0, 10.0), "place/beijing": (-179.0, 12.0)}))
    (drawing,) = [node for part in near for node in part.iter("svg") if node.get("class") == "map"]
    one, other = [float(node.get("cx", "")) for node in drawing.iter("circle") if "spot" in node.get("class", "")]
    assert abs(one - other) < 50


def test_what_a_gazetteer_has_is_drawn_hollow() -> None:
    entry = GazetteerEntry(
        name="Paris", kind=PlaceKind.SETTLEMENT, country="FR", weight=2_000_000,
        point=Point(longitude=2.35, latitude=48.85),
    )  # fmt: skip
    parts = drawn(BUNDLED, TableGazetteer({"Paris": [entry]}))
    assert f"{len(PLACES) - 2} of {len(PLACES)} places have no coordinates" in text_of(parts)
    assert "hollow: the coordinates are those of a gazetteer" in text_of(parts)
    assert [node for part in parts for node in part.iter("g") if node.get("class") == "looked-up"]


def is_inside(rings: Iterable[Ring], x: float, y: float) -> bool:
    """Whether a point is inside some outlines, by how often a line to the east of it crosses them."""
    inside = False
    for ring in rings:
        for turn in (-360, 0, 360):
            for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
                if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 + turn:
                    inside = not inside
    return inside


def test_the_land_is_where_it_is() -> None:
    ashore = {"Paris": (2.3, 48.8), "Kyiv": (30.5, 50.4), "Anadyr": (175.0, 66.0), "pole": (10.0, -88.0)}
    at_sea = {"Atlantic": (-35.0, 40.0), "Black Sea": (34.0, 43.0), "Pacific": (-175.0, 0.0), "Arctic": (0.0, 85.0)}
    assert {name: is_inside(land(), *point) for name, point in ashore.items()} == dict.fromkeys(ashore, True)
    assert {name: is_inside(land(), *point) for name, point in at_sea.items()} == dict.fromkeys(at_sea, False)
