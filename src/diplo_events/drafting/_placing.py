"""Finds that are given as words, at their places in a text: exact but for typography, asked about, or dropped."""

import bisect
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import attrs

from diplo_events._internal.texts.display import quoted
from diplo_events._internal.texts.quotation_marks import within_marks
from diplo_events.coding.anchoring import Text, whereabouts
from diplo_events.coding.pages import Page, Spot
from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._actors.who_is_meant import part
from diplo_events.drafting._english.verbs import CUES
from diplo_events.drafting._finds import Finds
from diplo_events.drafting._speech.context import Reported
from diplo_events.errors import Problem
from diplo_events.vocab import Section

__all__ = ["Loss", "Placed", "Placing", "Words", "placed_words"]

PASSAGE_NOWHERE: Final = "the passage stands nowhere"
QUOTE_NOWHERE: Final = "a quote stands nowhere in the passage"
QUOTE_TWICE: Final = "a quote stands at several places of the passage"
AGAIN: Final = "the same was offered before"
WITHOUT_MARKS: Final = "a quote without quotation marks"
MOST_PLACES: Final = 20
"""How many places of a passage are asked about."""


@attrs.frozen(kw_only=True)
class Words:
    """Something that somebody said, as another reader of a text found it: all in the words of the text."""

    passage: str
    """The words that report it; ` … ` between the first and the last is the whole passage."""
    quotes: tuple[str, ...] = ()
    """The words in quotation marks, without the marks."""
    cue: str | None = None
    """The verb of saying."""
    speaker: str | None = None
    """Who says it, as the text names them; a pronoun will do."""
    audience: tuple[str, ...] = ()
    """To whom it is said, as the text names them."""
    via: tuple[str, ...] = ()
    """Through whom it is reported."""
    when: str | None = None
    """When it was said, as the text has it."""
    place: str | None = None
    """Where it was said, as the text has it."""


class Loss(NamedTuple):
    """Something that was offered and is not in the draft."""

    reason: str
    """Why not."""
    problem: Problem
    """What was offered, and what the text has."""


@attrs.frozen(kw_only=True)
class Placed:
    """A find at its place."""

    item: Reported
    """What is reported; without speakers, which are asked about."""
    places: tuple[Spot, ...]
    """Where its passage stands; of several it is asked which is meant."""
    audience: tuple[Party, ...] = ()
    """To whom it is said."""
    via: tuple[Party, ...] = ()
    """Through whom it is reported."""
    when: Spot | None = None
    """The words that say when."""
    place: str | None = None
    """The words that say where."""
    written: Mapping[str, str | tuple[str, ...]]
    """What was found of each field but the passage, as the text writes it."""
    refuted: tuple[str, ...] = ()
    """The fields that the finder, asked again, holds to be wrong."""
    typography: tuple[str, ...] = ()
    """The fields in which the words differ from those of the text in typography."""


@attrs.frozen
class Placing:
    """What became of the finds."""

    placed: list[Placed] = attrs.field(factory=list)
    """Those that stand in the text."""
    dropped: list[Loss] = attrs.field(factory=list)
    """Those that do not."""
    left_out: list[Loss] = attrs.field(factory=list)
    """Fields of those that stand in the text, which do not."""


def placed_words(finds: Finds, found: Iterable[tuple[str, Words]], *, parted: bool = True) -> Placing:
    """Return the finds at their places.

    Args:
        finds: What the rules find in the text.
        found: What was found, each with its path in the messages; in the order of the text, if the finder keeps one.
        parted: Whether an ellipsis in a passage matches what is left out.
    """
    page = Page(Text("the text", finds.text))
    result = Placing()
    offers: list[tuple[str, Words, tuple[Spot, ...], bool]] = []
    seen: set[Words] = set()
    for path, words in found:
        if words in seen:
            again = Problem(path=path, expected="each record once", found=quoted(words.passage))
            result.dropped.append(Loss(AGAIN, again))
            continue
        seen.add(words)
        spots = page.spots(words.passage.strip(), parted=parted)
        if spots.all and any(character.isalnum() for character in words.passage):
            offers.append((path, words, spots.all, spots.exact))
        else:
            result.dropped.append(Loss(PASSAGE_NOWHERE, nowhere(finds.text, f"{path}.passage", words.passage)))
    order = Order.of([spots for _, _, spots, _ in offers])
    for index, (path, words, possible, exact) in enumerate(offers):
        places = order.meant(index, possible) or possible[:MOST_PLACES]
        work = Work(finds, page, path, words, places[0], result)
        if (placed := work.placed(places, is_exact=exact)) is not None:
            result.placed.append(placed)
    return result


def nowhere(text: str, path: str, words: str) -> Problem:
    """Return the problem of words that do not stand in a text."""
    return Problem(path=path, expected="words of the text", found=quoted(words), hint=whereabouts(text, words))


@attrs.frozen
class Order:
    """The finds that stand at one place, if they follow the order of the text."""

    numbers: Sequence[int]
    spots: Sequence[Spot]

    @classmethod
    def of(cls, places: Sequence[Sequence[Spot]]) -> "Order":
        """Return the order of some finds; none if they do not follow that of the text."""
        sure = [(number, spots[0]) for number, spots in enumerate(places) if len(spots) == 1]
        spots = [spot for _, spot in sure]
        if any(later.start < earlier.start for earlier, later in itertools.pairwise(spots)):
            return cls((), ())
        return cls([number for number, _ in sure], spots)

    def meant(self, number: int, places: Sequence[Spot]) -> tuple[Spot, ...]:
        """Return the one place that a find can have: its only one, or the only one between its two neighbours."""
        if len(places) == 1:
            return tuple(places)
        after = bisect.bisect_left(self.numbers, number)
        if not 0 < after < len(self.numbers):
            return ()
        low, high = self.spots[after - 1].end, self.spots[after].start
        fitting = tuple(spot for spot in places if low <= spot.start and spot.end <= high)
        return fitting if len(fitting) == 1 else ()


@attrs.define
class Work:
    """One find while it is placed."""

    finds: Finds
    page: Page
    path: str
    words: Words
    spot: Spot
    result: Placing
    written: dict[str, str | tuple[str, ...]] = attrs.field(factory=dict)
    typography: list[str] = attrs.field(factory=list)

    def placed(self, places: tuple[Spot, ...], *, is_exact: bool) -> Placed | None:
        """Return the find at its place, or `None` after adding why it is dropped."""
        self.look("passage", exact=is_exact)
        inner = Page(Text("the passage", self.page.words_at(self.spot)))
        quotes = self.quotes(inner)
        if quotes is None:
            return None
        words, start = self.words, self.spot.start
        cue = self.inside(inner, "cue", words.cue)
        lemma = CUES.get(self.page.words_at(cue).split()[-1].lower()) if cue else None
        blocks = self.finds.layout.blocks
        section = next((block.section for block in blocks if block.start <= start < block.end), Section.BODY)
        item = Reported(start, self.spot.end, section, rule="", quotes=quotes, cue=cue)
        item.acts = lemma.acts if lemma is not None else ()
        item.others = self.parties("speaker", [words.speaker] if words.speaker else [])
        item.is_turn = any(
            turn.is_turn and turn.start <= start and self.spot.end <= turn.end for turn in self.finds.reported
        )
        audience, via = self.parties("audience", words.audience), self.parties("via", words.via)
        when = self.inside(inner, "when", words.when)
        where = self.anywhere("place", words.place) if words.place else None
        return Placed(
            item=item,
            places=places,
            audience=audience,
            via=via,
            when=when,
            place=self.page.words_at(where) if where else None,
            written=self.written,
            typography=tuple(self.typography),
        )

    def look(self, field: str, *, exact: bool) -> None:
        """Keep the name of a field whose words the text has in other typography."""
        if not exact:
            self.typography.append(field)

    def quotes(self, inner: Page) -> list[tuple[int, int]] | None:
        """Return where the quotes stand, or `None` after adding why the find is dropped."""
        found: list[Spot] = []
        for index, quote in enumerate(self.words.quotes):
            path, words = f"{self.path}.quotes[{index}]", quote.strip()
            spots = inner.spots(within_marks(words) or words, parted=False)
            spots_here = [Spot(self.spot.start + spot.start, self.spot.start + spot.end) for spot in spots.all]
            marked = [spot for spot in spots_here if self.is_in_marks(spot)]
            if not spots_here:
                problem = nowhere(inner.content, path, words)
                self.result.dropped.append(Loss(QUOTE_NOWHERE, problem))
                return None
            if len(marked) > 1:
                problem = Problem(
                    path=path,
                    expected="words that stand once in the passage",
                    found=f"{quoted(words)} at {len(marked)} places",
                )
                self.result.dropped.append(Loss(QUOTE_TWICE, problem))
                return None
            if marked:
                found.append(marked[0])
                self.look(f"quotes[{index}]", exact=spots.exact)
            else:
                problem = Problem(path=path, expected="words in quotation marks", found=quoted(words))
                self.result.left_out.append(Loss(WITHOUT_MARKS, problem))
        places = sorted(set(found))
        if places:
            self.written["quotes"] = tuple(self.page.words_at(spot) for spot in places)
        return [(spot.start, spot.end) for spot in places]

    def is_in_marks(self, spot: Spot) -> bool:
        """Whether words stand in quotation marks."""
        return any(mark.start <= spot.start and spot.end <= mark.end for mark in self.finds.quotations)

    def inside(self, inner: Page, field: str, words: str | None) -> Spot | None:
        """Return where words of a field stand in the passage, or `None` after adding that they do not."""
        if not words:
            return None
        spots = inner.spots(words.strip(), parted=False)
        if not spots.all:
            reason = f"the {field} stands nowhere in the passage"
            self.result.left_out.append(Loss(reason, nowhere(inner.content, f"{self.path}.{field}", words)))
            return None
        spot = Spot(self.spot.start + spots.all[0].start, self.spot.start + spots.all[0].end)
        self.look(field, exact=spots.exact)
        self.written[field] = self.page.words_at(spot)
        return spot

    def anywhere(self, field: str, words: str, path: str | None = None) -> Spot | None:
        """Return where words of a field stand: in the passage, else before it, else behind it."""
        spots = self.page.spots(words.strip(), parted=False)
        if not spots.all:
            reason = f"the {field} stands nowhere"
            self.result.left_out.append(Loss(reason, nowhere(self.page.content, f"{self.path}.{path or field}", words)))
            return None
        inside = [spot for spot in spots.all if self.spot.start <= spot.start < self.spot.end]
        before = [spot for spot in spots.all if spot.end <= self.spot.start]
        spot = (inside or before[-1:] or spots.all)[0]
        self.look(path or field, exact=spots.exact)
        here = self.page.words_at(spot)
        known = self.written.get(field, ())
        self.written[field] = here if path is None else (*known, here)
        return spot

    def parties(self, field: str, names: Sequence[str]) -> tuple[Party, ...]:
        """Return the actors that some words name."""
        return tuple(self.each_party(field, names))

    def each_party(self, field: str, names: Sequence[str]) -> Iterator[Party]:
        """List the actors that some words name."""
        for index, name in enumerate(names):
            spot = self.anywhere(field, name, None if field == "speaker" else f"{field}[{index}]")
            party = party_at(self.page.content, self.finds.actors, *spot) if spot else None
            if party is not None:
                yield party


def party_at(text: str, actors: Actors, start: int, end: int) -> Party | None:
    """Return the actor that some words name."""
    if (party := actors.at(start)) is not None:
        return party
    naming = next((item for item in part(text, start, end) if item.kind != "pronoun"), None)
    return actors.find(naming) if naming is not None else None
