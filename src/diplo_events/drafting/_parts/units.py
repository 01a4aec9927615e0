"""The sentences of a text, each with its words, quotations and actors; no quotation is cut."""

import bisect
import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

import attrs

from diplo_events.coding.anchoring import sentences
from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.mentions import Naming, mentions
from diplo_events.drafting._english.sentence import Sentence
from diplo_events.drafting._english.states import ADJECTIVES, states_by_name
from diplo_events.drafting._english.tokens import QUOTED, Token, tokens
from diplo_events.drafting._parts.layout import Block
from diplo_events.drafting._parts.quotations import Quotation
from diplo_events.vocab import Section

__all__ = ["Passage", "names_inside", "units"]

INNER_NAME: Final = re.compile(
    r"(?:(?<=[a-z0-9,] )|(?<=\b[DM][rs]\. )|(?<=\b(?:Mrs|Gen|Col|Sen|Rep|Gov)\. ))[A-ZÀ-ÖØ-Þ][\w]*(?:[-‑’'][A-Z]\w*)*"
)
PAUSED: Final = re.compile(r"[,?!][^\w\s]\Z|[,?!]\Z")
WHO_SAID: Final = re.compile(
    r"(?:He|She|They|(?:The |An? )?(?:[A-Z][\w’'.-]*|of|de|bin|al)(?: (?:[A-Z][\w’'.-]*|of|de|bin|al)){0,5})"
    r" (?:later |also |then )?(?:said|asked|added|wrote|tweeted|replied|shouted|declared|told (?:the )?[\w’' -]{2,30}?)"
    r"(?: (?:on|via|in|at|during|after|before)\b[^.,;“”\"]{0,60})?\."
)
"""A sentence that only says who said the words in quotation marks before it: "Li told the world on Twitter."."""

SMALL_NAME: Final = re.compile(r"(?<=[a-z]{3})\.\s(?=(?:al|el|an|ad|as|ash|ar)[-‑–][A-ZÀ-Þ])")
"""Between two sentences of which the second begins with a name in small letters: "They left. al-Tamir said so"."""

SHORT_NAME: Final = re.compile(r"(?:[a-z]|Secretary|Undersecretary|Affairs|Ambassador|Minister|President) Ma\.\Z")
"""The end of a piece that stops behind a given name cut short: "spokesperson Ma. | Teresita Reis said"."""

SHARE_OF_CAPITALS: Final = 0.6
"""Of the longer words of a headline: from here on capitals show nothing."""


@attrs.frozen
class Passage:
    """A sentence, or several that one quotation joins."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    block: Block
    """The paragraph to which it belongs."""
    opens_block: bool
    """Whether it is the first of its paragraph."""
    quotations: tuple[Quotation, ...]
    """What stands in quotation marks in it."""
    words: tuple[Token, ...]
    """Its words; a quotation is one."""
    named: tuple[Naming, ...]
    """The actors that it names outside quotations."""
    paused: frozenset[int] = frozenset()
    """The places of the quotations that end with a comma, or with a mark of a question or a cry, or before a comma."""

    @property
    def sentence(self) -> Sentence:
        """Its words and actors alone."""
        return Sentence(self.words, self.named, self.paused)

    def quotation_at(self, place: int) -> Quotation | None:
        """Return the quotation that a word is."""
        start = self.words[place].start
        return next((item for item in self.quotations if item.outer_start == start), None)


def names_inside(text: str, blocks: Sequence[Block]) -> frozenset[str]:
    """Return the words with a capital inside the sentences of a text: those are parts of names."""
    found: set[str] = set()
    for block in blocks:
        if block.section is not Section.HEADLINE:
            found.update(re.sub(r"['’]s?\Z", "", word) for word in INNER_NAME.findall(text, block.start, block.end))
    return frozenset(word for word in found if word.lower() not in nouns.FUNCTION)


def units(
    text: str,
    blocks: Sequence[Block],
    marked: Sequence[Quotation],
    known: Collection[str],
    *,
    has_capitals: bool = True,
) -> Iterator[Passage]:
    """Return the sentences of some paragraphs; in some languages headlines may have capitals throughout."""
    place = 0
    for block in blocks:
        while place < len(marked) and marked[place].outer_start < block.start:
            place += 1
        here: list[Quotation] = []
        while place < len(marked) and marked[place].outer_end <= block.end:
            here.append(marked[place])
            place += 1
        starts = [item.outer_start for item in here]
        first = True
        for start, end in joined(text, block, here):
            first_inside, after = (bisect.bisect_left(starts, place) for place in (start, end))
            inside = tuple(here[first_inside:after])
            words = tokens(text, start, end, [(item.outer_start, item.outer_end) for item in inside])
            if block.section is Section.HEADLINE and has_capitals:
                words = list(lowered(words, known))
            if not words:
                continue
            paused = frozenset(
                place
                for place, word in enumerate(words)
                if word.text == QUOTED and (PAUSED.search(text, word.start, word.end) or is_before_comma(words, place))
            )
            named = tuple(mentions(text, words, known))
            if first and block.section is not Section.HEADLINE and is_dateline(text, words, named):
                named = named[1:]
            yield Passage(start, end, block, first, inside, tuple(words), named, paused)
            first = False


def is_dateline(text: str, words: Sequence[Token], named: Sequence[Naming]) -> bool:
    """Whether a paragraph begins with the capital in which it was written: "New Delhi: The ministry said"."""
    place = named[0] if named and not named[0].first and named[0].kind == "state" else None
    if place is None or place.state is None or place.last + 1 >= len(words) or words[place.last].low != ":":
        return False
    behind = words[place.last + 1]
    return text[place.start : place.end] in place.state.capitals and behind.is_capital and behind.text != QUOTED


def is_before_comma(words: Sequence[Token], place: int) -> bool:
    """Whether a comma stands behind the mark that closes a quotation."""
    return place + 1 < len(words) and words[place + 1].low == ","


def joined(text: str, block: Block, marked: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Return the sentences of a paragraph, joined where a quotation crosses their border or its verb follows."""
    found: list[tuple[int, int]] = []
    starts, ends = [item.outer_start for item in marked], {item.outer_end for item in marked}
    begins = set(starts)
    for first, last in parted(text, block, marked):
        until = found[-1][1] if found else first
        before = bisect.bisect_left(starts, until)
        is_cut = before > 0 and marked[before - 1].outer_end > first
        is_closed = text[first] in "”»" and first not in begins
        is_cut = is_cut or (bool(found) and SHORT_NAME.search(text, found[-1][0], until) is not None)
        is_followed = until in ends and (text[first] in "—–" or WHO_SAID.fullmatch(text, first, last) is not None)
        if found and (is_cut or is_closed or is_followed):
            found[-1] = (found[-1][0], last)
        elif last - first > 0:
            found.append((first, last))
    return found


def parted(text: str, block: Block, marked: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    """Return the sentences of a paragraph, also those that end with a mark such as » or « behind the stop."""
    ends = [match.end() - 1 for match in SMALL_NAME.finditer(text, block.start, block.end)]
    ends += [item.outer_end for item in marked if text[item.outer_end - 1] in "»«“" and is_stopped(text, item)]
    for start, end in sentences(text[block.start : block.end]):
        first, last = block.start + start, block.start + end
        for stop in ends:
            following = text[stop : stop + 2]
            if (
                first < stop < last
                and following[:1].isspace()
                and (following[1:].isupper() or following[1:] in "»«„" or text[stop - 1] == ".")
            ):
                yield first, stop
                first = stop + 1
        yield first, last


def is_stopped(text: str, mark: Quotation) -> bool:
    """Whether words in quotation marks end as a sentence does."""
    return text[mark.outer_start : mark.outer_end - 1].rstrip()[-1:] in {".", "!", "?", "…"}


def lowered(words: Sequence[Token], known: Collection[str]) -> Iterator[Token]:
    """Return the words of a headline in small letters, but for names, if it has capitals throughout."""
    long = [token for token in words if token.is_word and token.text != QUOTED and len(token.text) > 3]  # noqa: PLR2004  (articles and prepositions stay small)
    capital = [token for token in long if token.is_capital]
    if len(capital) < SHARE_OF_CAPITALS * len(long) or len(long) < 3:  # noqa: PLR2004  (too few to see a habit)
        yield from words
        return
    shouted = all(token.text.isupper() for token in long)
    names = {name.lower(): name for name in (*states_by_name(), *ADJECTIVES, *known)}
    for place, token in enumerate(words):
        if not token.is_word or token.text == QUOTED:
            yield token
            continue
        pair = f"{token.low} {words[place + 1].low}" if place + 1 < len(words) else ""
        behind = f"{words[place - 1].low} {token.low}" if place else ""
        if token.low in {"us", "u.s.", "un", "eu"} and token.text.isupper():
            yield token
        elif pair in names or behind in names:
            yield token._replace(text=token.text.capitalize() if shouted else token.text)
        elif token.low in names:
            yield token._replace(text=names[token.low])
        elif place == 1 and words[0].low in nouns.ROLES and words[2:] and words[2].low == ":":
            yield token._replace(text=token.text.capitalize() if shouted else token.text)  # Minister Li: …
        elif (token.text.isupper() and not shouted and len(token.text) > 1) or token.low in nouns.TIMES:
            yield token
        else:
            yield token._replace(text=token.low)
