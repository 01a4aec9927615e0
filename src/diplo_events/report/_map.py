"""The map of meetings, deeds and claims: land alone, without borders, and each claim as what somebody says."""

import functools
import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

import attrs

from diplo_events._internal.texts.display import isolated
from diplo_events.analysis.places import LocatedPlace, first_longitude, locate, stretch_of
from diplo_events.dataset import Dataset
from diplo_events.drafting.gazetteer import Gazetteer
from diplo_events.model import Action, EventRecord, Meeting, Place, TerritorialClaim
from diplo_events.referents import Referent, find_referents
from diplo_events.report._names import link
from diplo_events.report._page import Element, Node, element, scrolling, svg
from diplo_events.report._parts import Parts
from diplo_events.report._timeline import shortened
from diplo_events.report.field_words import name_text, named
from diplo_events.report.in_words import words_of

__all__ = ["map_parts"]

WIDTH: Final = 960
LOWEST: Final = 0.4
HIGHEST: Final = 0.7
"""The least and the greatest height of a map, as a part of its width."""
LEAST_SPAN: Final = 12.0
"""The least that is shown in one direction, in degrees."""
ROOM: Final = 1.25
"""How much more than its places a map shows."""
LARGEST: Final = 13.0
"""The greatest radius of a mark."""
MOST_STEPS: Final = 4
"""How many times their own height marks are moved at most, to hide no others."""
LONGEST: Final = 28
"""The greatest length of a name, in letters."""
LETTER: Final = 6.6
"""The width of a letter of a name, about."""
MOST_COLOURS: Final = 6
"""How many claimants have a colour of their own; the number in the mark tells all apart."""
KINDS: Final[Mapping[type[EventRecord], str]] = {Meeting: "meeting", Action: "deed", TerritorialClaim: "claim"}
"""What is on the map, by type."""

Box: TypeAlias = tuple[float, float, float, float]
"""The left, upper, right and lower end of something that is drawn."""


@attrs.frozen
class Frame:
    """What a map shows: its north-western corner, and how many pixels a degree has in each direction."""

    west: float
    north: float
    across: float
    down: float
    height: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a point is drawn; longitudes go on beyond 180°."""
        return (longitude - self.west) * self.across, (self.north - latitude) * self.down


@functools.cache
def land() -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the outlines of all land (Natural Earth, 1:110 million, in the public domain), in degrees."""
    text = Path(__file__).with_name("assets").joinpath("land.txt").read_text("utf-8")
    pairs = ([pair.split(",") for pair in line.split()] for line in text.splitlines() if not line.startswith("#"))
    return tuple(tuple((int(x) / 10, int(y) / 10) for x, y in ring) for ring in pairs)


def map_parts(dataset: Dataset, parts: Parts, *, gazetteer: Gazetteer | None = None) -> list[Node]:
    """Return the map, its legend and the list of all places with what is reported of each; nothing without places.

    The map shows land and no borders: a border is a claim. A claim is a mark in the colour and with the number of who
    claims the land. What several sources report counts once.
    """
    found: defaultdict[str, list[Referent]] = defaultdict(list)
    for type_ in KINDS:
        for referent in find_referents(dataset, type_):
            for key in dict.fromkeys(key for record in referent.records for key in places_of(record)):
                found[key].append(referent)
    keys = sorted(found, key=lambda key: (-len(found[key]), name_text(dataset, key), key))
    if not keys:
        return []
    located = {
        key: place
        for key in keys
        if isinstance(record := dataset.get(key), Place) and (place := locate(record, gazetteer))
    }
    claimants = Counter(claimant for key in keys for claimant in claimants_of(found[key]))
    numbers = {claimant: at for at, (claimant, _) in enumerate(claimants.most_common(), 1)}
    entries = {key: f"_place-{at}" for at, key in enumerate(keys, 1)}
    drawn = [map_drawing(dataset, located, found, numbers, entries)] if located else []
    items = (place_item(dataset, key, found[key], entries[key], located.get(key), numbers) for key in keys)
    listed = parts.fill(element("div", {"class": "places"}), items)
    missing = len(keys) - len(located)
    note = f"{missing} of {len(keys)} places have no coordinates and are only in the list." if missing else None
    return [*drawn, element("p", {"class": "faint"}, note) if note else None, listed]


def places_of(record: EventRecord) -> Iterable[str]:
    """Return the places of a meeting, a deed or a claim."""
    if isinstance(record, TerritorialClaim):
        return record.places
    place = getattr(record, "place", None)
    return (place,) if isinstance(place, str) else ()


def claimants_of(referents: Iterable[Referent]) -> Iterator[str]:
    """List who claims, takes, holds or gives up the land of claims, once for each claim."""
    for referent in referents:
        yield from sorted({record.challenger for record in referent.records if isinstance(record, TerritorialClaim)})


def frame_of(located: Iterable[LocatedPlace]) -> Frame:
    """Return a frame around places, with room, in a shape that is neither a strip nor a column."""
    points = [place.point for place in located]
    first = first_longitude([point.longitude for point in points])
    xs = [point.longitude + (360 if point.longitude < first else 0) for point in points]
    ys = [point.latitude for point in points]
    stretch = stretch_of((min(ys) + max(ys)) / 2)
    width, height = (max((max(values) - min(values)) * ROOM, LEAST_SPAN) for values in (xs, ys))
    width = max(width, height * stretch / HIGHEST)
    height = min(max(height, width * LOWEST / stretch), width * HIGHEST / stretch)
    across = WIDTH / width
    west, north = (min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) + height) / 2
    return Frame(west, north, across, across * stretch, height * across * stretch)


def map_drawing(
    dataset: Dataset,
    located: Mapping[str, LocatedPlace],
    found: Mapping[str, Sequence[Referent]],
    numbers: Mapping[str, int],
    entries: Mapping[str, str],
) -> Element:
    """Return the drawing with its legend: land, a mark for each kind of thing at a place, and the names with room."""
    frame = frame_of(located.values())
    marks: list[Element] = []
    taken: list[Box] = []
    spots: list[tuple[str, Box]] = []
    for key, place in located.items():
        x, y = frame.at(place.point.longitude, place.point.latitude)
        x += 360 * frame.across if x < 0 else 0
        _, box = marks_at(dataset, key, found[key], numbers, (x, y))
        moved = room_for(box, taken, frame)
        made, box = marks_at(dataset, key, found[key], numbers, (x, y + moved))
        if moved:
            pointer = element("path", {"class": "pointer", "d": f"M{x:.1f} {y:.1f}v{moved:.1f}", "fill": "none"})
            made[1].insert(1, pointer)
        looks = {"class": "looked-up"} if place.is_looked_up else None
        marks.append(element("a", {"href": f"#{entries[key]}", "aria-label": made[0]}, element("g", looks, *made[1])))
        taken.append(box)
        spots.append((key, box))
    names = [name for key, box in spots if (name := name_at(dataset, key, box, taken, frame)) is not None]
    words = f"Map of {len(located)} places with what happened there and who claims them; the list below has all"
    drawing = svg(WIDTH, frame.height, words, land_path(frame), *marks[::-1], *names)
    drawing.set("role", "group")  # its marks are links
    drawing.set("class", "map")
    types = {referent.type for key in located for referent in found[key]}
    frame_of_map = scrolling("Map", drawing)
    return element("div", None, legend(dataset, numbers, located, found, types), frame_of_map)


def room_for(box: Box, taken: Iterable[Box], frame: Frame) -> float:
    """Return how far down or up marks are moved so that they hide no others; 0 if there is room, or none nearby."""
    left, upper, right, lower = box
    others = list(taken)
    height = lower - upper
    for step in range(2 * MOST_STEPS + 1):
        moved = height * ((step + 1) // 2) * (1 if step % 2 else -1)
        there = (left, upper + moved, right, lower + moved)
        if there[1] >= 0 and there[3] <= frame.height and not any(meet(there, other) for other in others):
            return moved
    return 0


def land_path(frame: Frame) -> Element:
    """Return the land that a frame shows, as one shape."""
    outlines: list[str] = []
    for ring in land():
        for turn in (-360, 0, 360):
            points = [frame.at(x + turn, y) for x, y in ring]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            if max(xs) < 0 or min(xs) > WIDTH or max(ys) < 0 or min(ys) > frame.height:
                continue
            whole = [pixel for pixel, _ in itertools.groupby((round(x), round(y)) for x, y in points)]
            steps = (f"{x - before[0]} {y - before[1]}" for before, (x, y) in itertools.pairwise(whole))
            outlines.append(f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps)}z")
    return element("path", {"class": "land", "d": "".join(outlines)})


def kind_of(type_: type[EventRecord]) -> str:
    """Return what a type of records is called on the map; a class made from one of the model is one of its type."""
    return next(kind for cls, kind in KINDS.items() if issubclass(type_, cls))


def marks_at(
    dataset: Dataset,
    key: str,
    referents: Sequence[Referent],
    numbers: Mapping[str, int],
    point: tuple[float, float],
) -> tuple[tuple[str, list[Element]], Box]:
    """Return what is said of the marks of a place, the marks side by side, and the room that they take."""
    counts = Counter(kind_of(referent.type) for referent in referents)
    claims = Counter(claimants_of(referents))
    sizes = [(kind, "", counts[kind]) for kind in ("meeting", "deed") if counts[kind]]
    sizes += [("claim", claimant, count) for claimant, count in claims.most_common()]
    radii = [min(5 + 1.6 * math.sqrt(count), LARGEST) for _, _, count in sizes]
    left = point[0] - sum(radii)
    x, y = left, point[1]
    made: list[Element] = []
    for (kind, claimant, _), radius in zip(sizes, radii, strict=True):
        x += radius
        made.append(mark(kind, x, y, radius, numbers.get(claimant, 0)))
        x += radius
    said = [f"{count} {kind}{'s' * (count != 1)}" for kind, _, count in sizes if kind != "claim"]
    said += [f"{count} claim{'s' * (count != 1)} of {name_text(dataset, who)}" for who, count in claims.most_common()]
    text = f"{isolated(name_text(dataset, key))}: {', '.join(said)}"
    return (text, [element("title", None, text), *made]), (left, y - max(radii), x, y + max(radii))


def mark(kind: str, x: float, y: float, radius: float, number: int) -> Element:
    """Return one mark: a circle for meetings, a square for deeds, a diamond with a number for claims of somebody."""
    if kind == "meeting":
        return element("circle", {"class": "spot meeting", "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{radius:.1f}"})
    half = radius * 0.85
    if kind == "deed":
        shape = f"M{x - half:.1f} {y - half:.1f}h{2 * half:.1f}v{2 * half:.1f}h{-2 * half:.1f}z"
        return element("path", {"class": "spot deed", "d": shape})
    radius = max(radius, 8)
    shape = (
        f"M{x:.1f} {y - radius:.1f}l{radius:.1f} {radius:.1f}l{-radius:.1f} {radius:.1f}l{-radius:.1f} {-radius:.1f}z"
    )
    looks = f"spot claimant-{(number - 1) % MOST_COLOURS + 1}"
    digit = element("text", {"class": "digit", "x": f"{x:.1f}", "y": f"{y + 4:.1f}"}, str(number))
    return element("g", None, element("path", {"class": looks, "d": shape}), digit)


def name_at(dataset: Dataset, key: str, box: Box, taken: list[Box], frame: Frame) -> Element | None:
    """Return the name of a place beside its marks, where nothing else is; nothing if there is no room."""
    part = named(dataset, key)
    text = shortened(part.text, LONGEST)
    width = len(text) * LETTER
    left, upper, right, lower = box
    middle = (upper + lower) / 2
    for x, y in ((right + 3, middle + 4), (left - 3 - width, middle + 4), (left, upper - 4), (left, lower + 13)):
        label = (x, y - 11, x + width, y + 3)
        if x < 0 or x + width > WIDTH or y < LETTER or y > frame.height:
            continue
        if any(meet(label, other) for other in taken):
            continue
        taken.append(label)
        return element("text", {"x": f"{x:.1f}", "y": f"{y:.1f}", "lang": part.language}, isolated(text))
    return None


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def legend(
    dataset: Dataset,
    numbers: Mapping[str, int],
    located: Mapping[str, LocatedPlace],
    found: Mapping[str, Sequence[Referent]],
    types: Iterable[type[EventRecord]],
) -> Element:
    """Return what the marks mean, as far as they occur."""
    kinds = {kind_of(type_) for type_ in types}
    words = {"meeting": "meetings", "deed": "deeds"}
    items = [entry(mark(kind, 24, 8, 6, 0), text) for kind, text in words.items() if kind in kinds]
    shown = Counter(claimant for key in located for claimant in claimants_of(found[key]))
    items += [
        entry(mark("claim", 24, 8, 8, numbers[claimant]), "claimed, held or given up by ", named(dataset, claimant))
        for claimant in sorted(shown, key=numbers.__getitem__)
    ]
    if any(place.is_looked_up for place in located.values()):
        looks = element("g", {"class": "looked-up"}, mark("meeting", 24, 8, 6, 0))
        items.append(entry(looks, "hollow: the coordinates are those of a gazetteer"))
    return element("ul", {"class": "legend"}, *items)


def entry(sample: Element, *text: Node) -> Element:
    """Return an entry of the legend."""
    attributes = {"viewBox": "0 0 48 16", "width": "48", "height": "16", "aria-hidden": "true"}
    return element("li", None, element("svg", attributes, sample), " ", *text)


def place_item(
    dataset: Dataset,
    key: str,
    referents: Sequence[Referent],
    entry_id: str,
    located: LocatedPlace | None,
    numbers: Mapping[str, int],
) -> Element:
    """Return a place with what is reported of it, each thing with who reports it."""
    place = dataset.get(key)
    kind = f", {place.kind.words}" if isinstance(place, Place) else ""
    where = "" if located else " · not on the map"
    heading = element("h3", {"id": entry_id}, named(dataset, key), element("span", {"class": "faint"}, kind + where))
    return element(
        "div", None, heading, element("ul", None, *(thing_item(dataset, each, numbers) for each in referents))
    )


def thing_item(dataset: Dataset, referent: Referent, numbers: Mapping[str, int]) -> Element:
    """Return one thing in words, with a link to its first report and the sources that have it."""
    first = referent.records[0]
    claim = isinstance(first, TerritorialClaim)
    kind = f"claim ({numbers[first.challenger]})" if isinstance(first, TerritorialClaim) else kind_of(referent.type)
    cited: list[Node] = []
    for source in dict.fromkeys(record.source for record in referent.records):
        cited += [", "] * bool(cited)
        cited.append(link(dataset, source))
    head = element("a", {"href": f"#{first.id}"}, *words_of(dataset, first).head)
    return element("li", {"class": "of-claim"} if claim else None, f"{kind}: ", head, "; according to ", *cited)
