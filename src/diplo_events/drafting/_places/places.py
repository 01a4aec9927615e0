"""The places that an English text names as places: by the words around them, with what a gazetteer knows of them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.nouns import FUNCTION
from diplo_events.drafting._english.states import ADJECTIVES
from diplo_events.drafting._parts.layout import Block, Layout
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._places import place_words as cues
from diplo_events.drafting.gazetteer import Gazetteer, GazetteerEntry, likeliest
from diplo_events.vocab import PlaceKind

__all__ = ["PlaceWord", "place_words"]

REACH: Final = 90
"""How many characters before a name are looked at."""

LARGE_KINDS: Final = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.CONTINENT})
"""What can have a part called by its direction."""

AND: Final = re.compile(r",? (?:and|or)(?: in)?(?: the)? \Z")
LISTED: Final = re.compile(rf"(?:, (?:the )?{cues.RUN.pattern})*,? (?:and|or) (?:the )?[A-Z]")
SITE: Final = re.compile(r"\b(?:[Aa]t|[Ii]n|[Ii]nside|[Oo]utside|[Nn]ear|[Tt]o)(?: the)? \Z")
GENITIVE: Final = re.compile(r"[’']s?(?: |\Z)(?!(?:capital|north|south|east|west|coast|border))|[-‑]\w")
OWNER: Final = re.compile(
    r"(?P<owner>[A-Z][\w.]*(?: [A-Z]\w+)?)(?:[’']s)? "
    r"(?:(?:port|capital|border|coastal|southern|northern|eastern|western) )?"
    r"(?:(?:city|town|port|capital|village)(?: of|,)? )?\Z"
)
LARGER: Final = re.compile(rf", (?:the )?(?P<name>{cues.RUN.pattern})(?=[’']s capital|[,.;:)]|\s(?![A-Z])|\Z)")


@attrs.frozen
class PlaceWord:
    """A name of a place in a text."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    text: str
    """The name as written."""
    rule: str
    """The rule that found it."""
    entries: tuple[GazetteerEntry, ...] = ()
    """What it can mean: one if that is certain, the two likeliest if not, none if no gazetteer has it."""
    kind: PlaceKind | None = None
    """What sort of place the words themselves show."""
    within: GazetteerEntry | None = None
    """The country of which it is a part, where the name says so."""
    person: Party | None = None
    """Somebody in the text of whose name it is a part."""

    @property
    def is_by_rule(self) -> bool:
        """Whether a rule found it, and not a pipeline alone."""
        return not self.rule.startswith("spacy-")


def place_words(
    text: str, layout: Layout, found: Sequence[Passage], parties: Sequence[Party], gazetteer: Gazetteer
) -> tuple[PlaceWord, ...]:
    """Return the names of places in a text, in their order.

    Args:
        text: The text.
        layout: Its parts.
        found: Its sentences, with the actors that they name.
        parties: The actors of the text.
        gazetteer: What tells which places a name can mean.
    """
    taken = [
        (mention.start, mention.end)
        for unit in found
        for mention in unit.named
        if mention.kind in {"person", "body"}
        and len(mention.name.split()) > 1
        and mention.name.removeprefix("the ") not in cues.SITES
    ]
    finder = Finder(text, gazetteer, taken, parties)
    words = [*finder.dateline(layout), *(word for block in layout.blocks for word in finder.of_block(block))]
    return tuple(sorted(words, key=lambda word: word.start))


class Finder:
    """The rules, with the text that they read."""

    def __init__(
        self, text: str, gazetteer: Gazetteer, taken: Sequence[tuple[int, int]], parties: Sequence[Party]
    ) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.taken = taken
        self.persons = {
            part: party
            for party in parties
            for part in (party.name.split() if party.kind == "person" else party.name.split()[-1:])
            if party.kind == "person" or (party.kind == "name" and " " in party.name)
        }

    def dateline(self, layout: Layout) -> Iterator[PlaceWord]:
        """Find the town before the text."""
        name = re.match(r"[^,(/]+", layout.dateline or "")
        if name is None:
            return
        town = name[0].strip()
        written = town.title() if town.isupper() else town
        start = next((at for at, *_ in layout.uncoded if self.text.startswith(layout.dateline or "", at)), None)
        entries = likeliest(self.gazetteer.find(written))
        if start is not None and entries:
            yield self.word(start, start + len(town), "dateline", entries)

    def of_block(self, block: Block) -> Iterator[PlaceWord]:
        """Find the places of a paragraph."""
        last: PlaceWord | None = None
        for match in cues.OWNED.finditer(self.text, block.start, block.end):
            state = ADJECTIVES.get(match["people"])
            if state is not None:
                entries = self.gazetteer.find(state.name)[:1]
                yield self.word(match.start(), match.end(), "territory", entries)
        place = block.start
        while name := cues.RUN.search(self.text, place, block.end):
            first = name[0].partition(" ")[0]
            word = None if first.lower() in FUNCTION else self.read(name.start(), name.end(), block, last)
            place = word.end if word is not None else name.start() + len(first)
            if word is not None:
                last = word
                yield word

    def read(self, start: int, end: int, block: Block, last: PlaceWord | None) -> PlaceWord | None:
        """Return the place that begins at a name; `None` if nothing shows that it is one."""
        if any(first <= start < final for first, final in self.taken):
            return None
        before = self.text[max(block.start, start - REACH) : start]
        for stop in self.stops(start, end):
            behind = self.text[stop : min(block.end, stop + REACH)]
            word = self.named(start, stop, before, behind, last)
            if word is not None:
                return word
        return None

    def stops(self, start: int, end: int) -> Iterator[int]:
        """List where a name may end, the longest first; behind a shorter one no other word of a name follows."""
        yield end
        words = [match.start() for match in re.finditer(r" ", self.text[start:end])]
        for gap in reversed(words):
            if cues.TIMES.match(self.text, start + gap):
                yield start + gap

    def named(  # noqa: PLR0911  (a decision table)
        self, start: int, end: int, before: str, behind: str, last: PlaceWord | None
    ) -> PlaceWord | None:
        """Return a name as a place, by the rule that fits."""
        name = self.text[start:end]
        if GENITIVE.match(behind) or name in cues.DIRECTIONS:
            return None
        found, by_name = self.gazetteer.find(name), cues.kind_of_name(name)
        if behind.startswith(" state") and (state := self.gazetteer.find(f"{name} state")):
            return self.word(start, end + len(" state"), "noun", state)
        if (part := cues.COMPASS.search(before)) and found and found[0].kind in LARGE_KINDS:
            first = start - len(part[0])
            return PlaceWord(first, end, self.text[first:end], "part", kind=PlaceKind.AREA, within=found[0])
        if division := cues.DIVISION.match(behind):
            return self.division(start, end, division, found)
        if noun := cues.PLACE_NOUN.search(before):
            kind = cues.kind_of_noun(noun["noun"])
            same = [entry for entry in found if kind in {None, entry.kind}]
            return self.word(start, end, "noun", self.narrowed(same, before, behind), kind)
        if (name in cues.SITES or by_name is PlaceKind.SITE) and SITE.search(before):
            return self.word(start, end, "site", (), PlaceKind.SITE)
        if by_name not in {None, PlaceKind.SITE} and not found:
            return self.word(start, end, "name", (), by_name)
        rule = self.rule(start, end, before, behind, found, last)
        if rule is None or not (found or name in cues.AREAS):
            return None
        return self.word(start, end, rule, self.narrowed(found, before, behind), None if found else PlaceKind.AREA)

    def rule(  # noqa: PLR0911  (a decision table)
        self, start: int, end: int, before: str, behind: str, found: Sequence[GazetteerEntry], last: PlaceWord | None
    ) -> str | None:
        """Return the rule by which a name is that of a place; `None` if there is none."""
        if cues.IN.search(before) and not cues.NOT_IN.search(before):
            return "in"
        if found and cues.LIKE.search(before):
            return "in"
        if cues.MOVE.search(before):
            return "way"
        if cues.OF.search(before):
            return "object"
        kind = found[0].kind if found else None
        if kind is PlaceKind.SETTLEMENT and re.search(r"\b[Aa]t \Z", before):
            return "at"
        if kind in {PlaceKind.SETTLEMENT, PlaceKind.REGION} and cues.EVENT.match(behind):
            return "event"
        if found and cues.AS_VENUE.match(behind):
            return "venue"
        if kind is PlaceKind.SETTLEMENT and self.by_larger(found, behind):
            return "comma"
        if last is not None and self.goes_on(last, start, end):
            return last.rule
        return None

    def goes_on(self, last: PlaceWord, start: int, end: int) -> bool:
        """Whether a name is joined with the place before it: "in Oslo, Bergen and Tromsø"."""
        if last.rule not in {"in", "way", "object", "noun"} or start - last.end > len(", and in the "):
            return False
        between = self.text[last.end : start]
        is_first = self.text[max(0, last.start - 3) : last.start] == "In "
        in_list = between in {", ", ", the "} and not is_first and LISTED.match(self.text, end) is not None
        return in_list or AND.fullmatch(between) is not None

    def division(self, start: int, end: int, noun: re.Match[str], found: Sequence[GazetteerEntry]) -> PlaceWord | None:
        """Return a name with the noun of its kind behind it: "Donetsk province"."""
        kind = cues.kind_of_noun(noun["noun"])
        name = self.text[start:end]
        if kind is PlaceKind.SETTLEMENT:
            same = [entry for entry in found if entry.kind is kind]
            return self.word(start, end, "noun", likeliest(same), kind) if same else None
        if found and found[0].kind in {PlaceKind.COUNTRY, PlaceKind.CONTINENT}:
            return None
        if name in cues.AREAS:
            return self.word(start, end, "noun", (), PlaceKind.AREA)
        same = [entry for entry in found if entry.kind in {PlaceKind.REGION, PlaceKind.DISTRICT}]
        return self.word(start, start + len(name) + noun.end(), "noun", likeliest(same), kind)

    def narrowed(self, found: Sequence[GazetteerEntry], before: str, behind: str) -> Sequence[GazetteerEntry]:
        """Return which of several places is meant, by the country or region that the words name beside it."""
        if len(found) > 1 and (same := self.by_larger(found, behind)):
            return likeliest(same)
        if len(found) > 1 and (owner := OWNER.search(before)):
            for name in (owner["owner"], owner["owner"].split()[-1]):
                state = ADJECTIVES.get(name)
                larger = self.gazetteer.find(state.name if state is not None else name)
                if same := within(found, larger):
                    return likeliest(same)
        return likeliest(found)

    def by_larger(self, found: Sequence[GazetteerEntry], behind: str) -> list[GazetteerEntry]:
        """List those of some places that lie in the country or region named behind them: "Paris, Texas"."""
        match = LARGER.match(behind)
        return within(found, self.gazetteer.find(match["name"])) if match else []

    def word(
        self, start: int, end: int, rule: str, entries: Sequence[GazetteerEntry], kind: PlaceKind | None = None
    ) -> PlaceWord:
        """Return a name, with the person of whose name it is a part."""
        name = self.text[start:end]
        person = self.persons.get(name) if rule in {"in", "way", "object", "at"} else None
        return PlaceWord(start, end, name, rule, tuple(entries), kind, person=person)


def within(found: Sequence[GazetteerEntry], larger: Sequence[GazetteerEntry]) -> list[GazetteerEntry]:
    """List the places that lie in one of some countries or regions."""
    countries = {entry.country for entry in larger if entry.kind is PlaceKind.COUNTRY and entry.country}
    regions = {entry.subdivision for entry in larger if entry.kind is PlaceKind.REGION and entry.subdivision}
    return [
        entry
        for entry in found
        if entry.kind not in {PlaceKind.COUNTRY, PlaceKind.CONTINENT}
        and (entry.country in countries or entry.subdivision in regions)
    ]
