"""The selectors of the W3C Web Annotation Data Model in a text: found, ambiguous or lost, and never elsewhere.

Positions and ranges count in the page that was annotated, whose text is seldom the one at hand. So a passage is found
by its words: the `exact` words of a quote selector, and where they stand more than once, with the words before and
after. A position decides only between places that the words leave, if it fits one of them. White space is one blank in
the comparison, since a page has others than a text. Source: https://www.w3.org/TR/annotation-model/#selectors
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, cast

import attrs

from diplo_events._internal.texts.folding import with_places
from diplo_events.coding.anchoring import starts
from diplo_events.importers._json_files import mapping, number

__all__ = ["QUOTE", "Found", "SearchedText", "kind_of", "resolve", "selectors_of"]

QUOTE: Final = "TextQuoteSelector"
POSITION: Final = "TextPositionSelector"
RANGE: Final = "RangeSelector"
LAST_OF_ONE_UNIT: Final = "\uffff"
"""The last character that all ways of counting count once."""
ELSEWHERE: Final = "an address of a selector"


@attrs.frozen
class Found:
    """The outcome for the selectors of one target."""

    outcome: Literal["found", "ambiguous", "lost"]
    """Whether the passage stands at one place, at several, or at none that its words prove."""
    place: tuple[int, int] | None = None
    """Start and end in code points, if it is found."""
    why: str = ""
    """Why it is not."""


class SearchedText:
    """A text in which words are sought without regard to the kind and the amount of white space."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.flat, self.places = with_places(text, str)

    def find(self, words: str) -> list[tuple[int, int]]:
        """List where words stand, as places in the flat text."""
        sought = flat(words).strip()
        return [(start, start + len(sought)) for start in starts(self.flat, sought)] if sought else []

    def place(self, spot: tuple[int, int]) -> tuple[int, int]:
        """Return a place in the flat text as one in the text."""
        start, end = spot
        return self.places[start], self.places[end - 1] + 1

    def stands_between(self, spot: tuple[int, int], prefix: str, suffix: str) -> bool:
        """Whether the words before and after a place are those of a selector."""
        start, end = spot
        before, after = flat(prefix).strip(), flat(suffix).strip()
        return self.flat[:start].rstrip().endswith(before) and self.flat[end:].lstrip().startswith(after)


def flat(text: str) -> str:
    """Return a text with one blank for all white space."""
    return with_places(text, str)[0]


def selectors_of(target: object) -> list[dict[str, Any]]:
    """List the selectors of a target, also those by which others without words are refined.

    One that is given by its address alone is listed as that: nobody knows what it says.
    """
    found: list[dict[str, Any]] = []
    given = mapping(target).get("selector")
    if given and not isinstance(given, list | dict):
        return [{"type": ELSEWHERE}]
    queue: list[object] = list(cast("list[object]", given)) if isinstance(given, list) else [given]
    while queue:
        selector = mapping(queue.pop(0))
        if selector:
            found.append(selector)
            if kind_of(selector) != QUOTE:  # else it is sought in its words
                queue.append(selector.get("refinedBy"))
            items = selector.get("items")
            queue.extend(cast("list[object]", items) if isinstance(items, list) else [])
    return found


def resolve(selectors: Sequence[Mapping[str, Any]], text: SearchedText) -> Found:
    """Return where the passage of a target stands in a text.

    Examples:
        >>> no = {"type": "TextQuoteSelector", "exact": "no", "prefix": "and "}
        >>> resolve([no], SearchedText("no, no and no")).place
        (11, 13)
        >>> resolve([{"type": "TextQuoteSelector", "exact": "no"}], SearchedText("no, no")).outcome
        'ambiguous'
        >>> resolve([{"type": "TextPositionSelector", "start": 0, "end": 2}], SearchedText("no")).outcome
        'lost'
    """
    quotes = [each for each in selectors if kind_of(each) == QUOTE and isinstance(each.get("exact"), str)]
    if not quotes:
        ranged = next((found for each in selectors if (found := from_range(each, text))), None)
        return ranged or Found("lost", why=no_words(selectors))
    outcomes = [narrowed(from_quote(each, list(positions(selectors)), text), each, text) for each in quotes]
    places = {found.place for found in outcomes if found.outcome == "found"}
    if len(places) > 1:
        return Found("ambiguous", why="its quote selectors lead to different places")
    return next((found for found in outcomes if found.outcome == "found"), outcomes[0])


def kind_of(selector: Mapping[str, Any]) -> str:
    """Return the type of a selector, without its namespace."""
    kind = selector.get("type", selector.get("@type"))
    name = kind[0] if isinstance(kind, list) and kind else kind
    return str(name).rpartition(":")[2].rpartition("#")[2]


def no_words(selectors: Iterable[Mapping[str, Any]]) -> str:
    """Return why selectors without words lead nowhere."""
    kinds = dict.fromkeys(kind_of(each) for each in selectors)
    return f"no words to look for, only {', '.join(kinds)}" if kinds else "no selector"


def positions(selectors: Iterable[Mapping[str, Any]]) -> Iterator[tuple[int, int]]:
    """Return the positions that selectors name."""
    for each in selectors:
        start, end = number(each.get("start")), number(each.get("end"))
        if kind_of(each) == POSITION and start is not None and end is not None:
            yield start, end


def from_quote(quote: Mapping[str, Any], spots: Sequence[tuple[int, int]], text: SearchedText) -> Found:
    """Return where the words of a quote selector stand."""
    found = text.find(str(quote["exact"]))
    if not found:
        return Found("lost", why="its words do not stand in the text")
    if len(found) > 1:
        prefix, suffix = quote.get("prefix"), quote.get("suffix")
        before, after = prefix if isinstance(prefix, str) else "", suffix if isinstance(suffix, str) else ""
        around = [spot for spot in found if text.stands_between(spot, before, after)]
        found = around or found
    if len(found) > 1:
        placed = [spot for spot in found if text.place(spot) in spots]
        found = placed if len(placed) == 1 else found
    if len(found) > 1:
        return Found("ambiguous", why=f"its words stand at {len(found)} places")
    return Found("found", text.place(found[0]))


def narrowed(found: Found, selector: Mapping[str, Any], text: SearchedText) -> Found:
    """Return the part of a passage by which its selector is refined; the passage itself if it is not.

    Examples:
        >>> quote = {"type": "TextQuoteSelector", "exact": "no toll", "refinedBy": {"type": "TextPositionSelector"}}
        >>> text = SearchedText("no toll, no")
        >>> quote["refinedBy"] |= {"start": 3, "end": 7}
        >>> narrowed(Found("found", (0, 7)), quote, text).place
        (3, 7)
        >>> quote["refinedBy"] = {"type": "CssSelector", "value": "b"}
        >>> narrowed(Found("found", (0, 7)), quote, text).why
        'it is refined by a CssSelector, which has no words'
    """
    finer = mapping(selector.get("refinedBy"))
    if found.place is None or not finer:
        return found
    start, end = found.place
    part = SearchedText(text.text[start:end])
    if kind_of(finer) == QUOTE and isinstance(finer.get("exact"), str):
        inner = narrowed(from_quote(finer, [], part), finer, part)
        if inner.place is None:
            return attrs.evolve(inner, why=f"{inner.why}, in the passage that it refines")
        return Found("found", (start + inner.place[0], start + inner.place[1]))
    if kind_of(finer) != POSITION:
        return Found("lost", why=f"it is refined by a {kind_of(finer)}, which has no words")
    first, last = number(finer.get("start")), number(finer.get("end"))
    counts_alike = part.text == selector["exact"] and max(part.text, default="") <= LAST_OF_ONE_UNIT
    if first is None or last is None or not (counts_alike and 0 <= first < last <= len(part.text)):
        return Found("lost", why="it is refined by a position that its words do not have")
    return Found("found", (start + first, start + last))


def from_range(selector: Mapping[str, Any], text: SearchedText) -> Found | None:
    """Return the passage between two quote selectors; the end is the beginning of the second."""
    first, last = mapping(selector.get("startSelector")), mapping(selector.get("endSelector"))
    if kind_of(selector) != RANGE or kind_of(first) != QUOTE or kind_of(last) != QUOTE:
        return None
    ends = [from_quote({"exact": "", **each}, [], text) for each in (first, last)]
    if ends[0].place is None or ends[1].place is None:
        return next(each for each in ends if each.place is None)
    start, end = ends[0].place[0], ends[1].place[0]
    while end > start and text.text[end - 1].isspace():
        end -= 1
    return Found("found", (start, end)) if start < end else Found("lost", why="its end stands before its start")
