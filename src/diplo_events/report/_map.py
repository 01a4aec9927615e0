"""The map of meetings, deeds and claims: land without borders, and each claim as what somebody says."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import attrs

from diplo_events._internal.drawing.outlines import Ring, land
from diplo_events._internal.gazetteer import Gazetteer
from diplo_events._internal.texts.display import isolated
from diplo_events.analysis.places import LocatedPlace, locate
from diplo_events.dataset import Dataset
from diplo_events.model import Action, EventRecord, Meeting, Place, TerritorialClaim
from diplo_events.referents import Referent, find_referents
from diplo_events.report._map_areas import MOST_COLOURS, area, area_label, hatches, place_of_name, swatch
from diplo_events.report._map_frame import WIDTH, Frame, frame_of, outline_of, shape_of
from diplo_events.report._names import link
from diplo_events.report._page import Element, Node, element, scrolling, svg
from diplo_events.report._parts import Parts
from diplo_events.report._timeline import shortened
from diplo_events.report.field_words import name_text, named
from diplo_events.report.in_words import words_of
from diplo_events.report.lines import DataText

__all__ = ["map_parts"]

LARGEST: Final = 13.0
"""The greatest radius of a mark."""
MOST_STEPS: Final = 4
"""How many times their own height marks are moved at most, to hide no others."""
LONGEST: Final = 28
"""The greatest length of a name, in letters."""
LETTER: Final = 6.6
"""The width of a letter of a name, about."""
KINDS: Final[Mapping[type[EventRecord], str]] = {Meeting: "meeting", Action: "deed", TerritorialClaim: "claim"}
"""What is on the map, by type."""

OUTLINES: Final = (
    "A hatch says that somebody claims land in a state, all of it or some: the list has how much, and who says so. "
    "The outlines are rough; they show which land a name means, not whose it is: land that several states count as "
    "their own, such as Crimea, is in the outline of each."
)
"""What the areas of the map mean."""

Box: TypeAlias = tuple[float, float, float, float]
"""The left, upper, right and lower end of something that is drawn."""


@attrs.frozen
class Shown:
    """What a map and its list show."""

    dataset: Dataset
    """The records."""
    located: Mapping[str, LocatedPlace]
    """The places with coordinates."""
    areas: Mapping[str, tuple[Ring, ...]]
    """The outlines of the states in which somebody claims land."""
    found: Mapping[str, Sequence[Referent]]
    """What is reported of each place."""
    numbers: Mapping[str, int]
    """The number of each claimant."""
    entries: Mapping[str, str]
    """The id of the entry of each place in the list."""

    def marked(self, key: str) -> Sequence[Referent]:
        """Return what is a mark at a place: all that is reported of it, without the claims where it is an area."""
        is_area = key in self.areas
        return [each for each in self.found[key] if not (is_area and issubclass(each.type, TerritorialClaim))]


def map_parts(dataset: Dataset, parts: Parts, *, gazetteer: Gazetteer | None = None) -> list[Node]:
    """Return the map, its legend and the list of all places with what is reported of each; nothing without places.

    The map shows land and no borders: a border is a claim. Where the land of a claim is in a state whose outline is at
    hand, the state is hatched in the colour of who claims it; elsewhere a claim is a mark. What several sources report
    counts once.
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
    areas = {key: rings for key in keys if any(claimants_of(found[key])) and (rings := outline_of(dataset.get(key)))}
    shown = Shown(dataset, located, areas, found, numbers, entries)
    items = (place_item(shown, key) for key in keys)
    listed = parts.fill(element("div", {"class": "places"}), items)
    missing = len({*keys} - {*located} - {*areas})
    notes = [OUTLINES] if areas else []
    if missing:
        notes.append(f"{missing} of {len(keys)} places have no coordinates here and are only in the list.")
    note = element("p", {"class": "faint"}, " ".join(notes)) if notes else None
    return [map_drawing(shown) if located or areas else None, note, listed]


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


def map_drawing(shown: Shown) -> Element:
    """Return the drawing with its legend: land, areas of claims, marks for things at a place, and names with room."""
    dataset, found, numbers, entries = shown.dataset, shown.found, shown.numbers, shown.entries
    points = [(place.point.longitude, place.point.latitude) for place in shown.located.values()]
    frame = frame_of([*points, *(point for rings in shown.areas.values() for ring in rings for point in ring)])
    marks: list[Element] = []
    taken: list[Box] = []
    spots: list[tuple[str, Box]] = []
    areas = [area_link(shown, key, frame) for key in shown.areas]
    labels: list[Element] = []
    for key, rings in shown.areas.items():
        called, claims = named(dataset, key), Counter(claimants_of(found[key]))
        half = (min(len(called.text), LONGEST) + 4 + 3 * len(claims)) * LETTER / 2
        x, y = place_of_name(rings, frame, 2 * half)
        text = shortened(called.text, LONGEST)
        labels.append(area_label(DataText(text, called.language), claims, numbers, (x, y)))
        taken.append((x - half, y - 8, x + half, y + 8))
    for key, place in shown.located.items():
        if not shown.marked(key):
            continue
        x, y = frame.at(place.point.longitude, place.point.latitude)
        x += 360 * frame.across if x < 0 else 0
        _, box = marks_at(dataset, key, shown.marked(key), numbers, (x, y))
        moved = room_for(box, taken, frame)
        made, box = marks_at(dataset, key, shown.marked(key), numbers, (x, y + moved))
        if moved:
            pointer = element("path", {"class": "pointer", "d": f"M{x:.1f} {y:.1f}v{moved:.1f}", "fill": "none"})
            made[1].insert(1, pointer)
        looks = {"class": "looked-up"} if place.is_looked_up else None
        marks.append(element("a", {"href": f"#{entries[key]}", "aria-label": made[0]}, element("g", looks, *made[1])))
        taken.append(box)
        spots.append((key, box))
    names = [name for key, box in spots if (name := name_at(dataset, key, box, taken, frame)) is not None]
    count = len({*shown.located, *shown.areas})
    words = f"Map of {count} places with what happened there and who claims them; the list below has all"
    ground = element("path", {"class": "land", "d": shape_of(land(), frame)})
    claimants = sorted({who for key in shown.areas for who in claimants_of(found[key])}, key=numbers.__getitem__)
    drawing = svg(
        WIDTH, frame.height, words, hatches(claimants, numbers), ground, *areas, *labels, *marks[::-1], *names
    )
    drawing.set("role", "group")  # its marks are links
    drawing.set("class", "map")
    frame_of_map = scrolling("Map", drawing)
    return element("div", None, legend(shown, claimants), frame_of_map)


def area_link(shown: Shown, key: str, frame: Frame) -> Element:
    """Return the area of a land as a link to its entry in the list."""
    claims = Counter(claimants_of(shown.found[key]))
    text = f"{isolated(name_text(shown.dataset, key))}: {claims_text(shown.dataset, claims)}"
    shapes = area(shown.areas[key], claims, shown.numbers, frame)
    return element(
        "a",
        {"href": f"#{shown.entries[key]}", "aria-label": text},
        element("g", None, element("title", None, text), *shapes),
    )


def claims_text(dataset: Dataset, claims: Counter[str]) -> str:
    """Return how many claims there are of whom."""
    return ", ".join(
        f"{count} claim{'s' * (count != 1)} of {name_text(dataset, who)}" for who, count in claims.most_common()
    )


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
    said += [claims_text(dataset, claims)] if claims else []
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


def legend(shown: Shown, hatched: Iterable[str]) -> Element:
    """Return what the marks and hatches mean, as far as they occur."""
    marked = [referent for key in shown.located for referent in shown.marked(key)]
    kinds = {kind_of(referent.type) for referent in marked}
    words = {"meeting": "meetings", "deed": "deeds"}
    items = [entry(mark(kind, 24, 8, 6, 0), text) for kind, text in words.items() if kind in kinds]
    numbers = shown.numbers
    items += [
        entry(
            swatch(numbers[who]),
            f"({numbers[who]}) land in this state claimed, held, given up or lost by ",
            named(shown.dataset, who),
        )
        for who in hatched
    ]
    items += [
        entry(mark("claim", 24, 8, 8, numbers[who]), "claimed, held, given up or lost by ", named(shown.dataset, who))
        for who in sorted(set(claimants_of(marked)), key=numbers.__getitem__)
    ]
    if any(place.is_looked_up for place in shown.located.values()):
        looks = element("g", {"class": "looked-up"}, mark("meeting", 24, 8, 6, 0))
        items.append(entry(looks, "hollow: the coordinates are those of a gazetteer"))
    return element("ul", {"class": "legend"}, *items)


def entry(sample: Element, *text: Node) -> Element:
    """Return an entry of the legend."""
    attributes = {"viewBox": "0 0 48 16", "width": "48", "height": "16", "aria-hidden": "true"}
    return element("li", None, element("svg", attributes, sample), element("span", None, *text))


def place_item(shown: Shown, key: str) -> Element:
    """Return a place with what is reported of it, each thing with who reports it."""
    dataset, referents = shown.dataset, shown.found[key]
    place = dataset.get(key)
    kind = f", {place.kind.words}" if isinstance(place, Place) else ""
    where = " · not on the map"
    if key in shown.located:
        where = ""
    elif key in shown.areas:
        where = " · only its claims are on the map" if shown.marked(key) else ""
    about = element("span", {"class": "faint"}, kind + where)
    heading = element("h3", {"id": shown.entries[key]}, named(dataset, key), about)
    things = (thing_item(dataset, each, shown.numbers) for each in referents)
    return element("div", None, heading, element("ul", None, *things))


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
