"""The parts of an article: headline, standfirst, turns of a transcript, lists, and what nobody codes."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from diplo_events.drafting._parts.layout_patterns import (
    ARCHIVE_DAY,
    ATTRIBUTABLE,
    BULLET,
    BYLINE,
    CAPITAL_LABEL,
    CAPTION,
    CLOCK,
    CREDIT,
    DATELINE,
    DAY_LINE,
    END_MATTER,
    ENDED,
    FULL_DAY,
    FURNITURE,
    INVITATION,
    KICKER,
    LINE,
    MONTH_DAY,
    NO_PLACES,
    SIGNATURE,
    SPEAKS_OF_SELF,
    STAGE,
    STOPPED,
    TURN,
)
from diplo_events.vocab import Section, UncodedReason

__all__ = ["Block", "Layout", "layout"]

NEAR_THE_TOP: Final = 8
"""Among how many lines a dateline may stand."""

LONGEST_HEADING: Final = 60
LONGEST_HEADLINE: Final = 200
LONGEST_SCENE: Final = 80
"""How many characters a line before the first turn has that says where it is held."""

FEWEST_TURNS: Final = 3


@attrs.frozen
class Block:
    """A paragraph, without the white space around it."""

    start: int
    """Where it begins; behind the label of a turn, the dateline or the bullet."""
    end: int
    """Where it ends."""
    section: Section = Section.BODY
    """The part of the article."""
    speaker: tuple[int, int] | None = None
    """The label of the turn of a transcript to which it belongs."""


@attrs.frozen
class Layout:
    """The parts of a text."""

    blocks: tuple[Block, ...]
    """What can be coded."""
    uncoded: tuple[tuple[int, int, UncodedReason], ...]
    """What cannot, with the reason."""
    headline: tuple[int, int] | None
    """The headline, if the text has one."""
    dateline: str | None
    """The place or agency before the text."""
    day: str | None
    """The day that the text bears in a line of its own, or in the dateline."""
    is_transcript: bool
    """Whether it consists of turns."""

    def dateline_span(self, text: str) -> tuple[int, int] | None:
        """Return where the dateline stands in the text."""
        if self.dateline is None:
            return None
        start = next((start for start, *_ in self.uncoded if text.startswith(self.dateline, start)), None)
        return (start, start + len(self.dateline)) if start is not None else None


class Reader:
    """The lines of a text, read from the first to the last."""

    def __init__(self, text: str) -> None:
        spans = (stripped(text, match.start(), match.end()) for match in LINE.finditer(text))
        self.text = text
        self.lines = [(start, end) for start, end in spans if start < end]
        self.is_transcript = has_labels(text, self.lines)
        self.blocks: list[Block] = []
        self.uncoded: list[tuple[int, int, UncodedReason]] = []
        self.headline: tuple[int, int] | None = None
        self.dateline: str | None = None
        self.day: str | None = None
        self.turn: tuple[int, int] | None = None
        self.seen: set[str] = set()
        self.is_over = False

    def read(self) -> None:
        """Read all lines."""
        for number, (start, end) in enumerate(self.lines):
            line = self.text[start:end]
            if self.is_above(number) and KICKER.fullmatch(line) is None and is_headline(line, len(self.lines)):
                self.read_headline(start, end)
            elif self.blocks and is_pull_quote(self.text, self.blocks[-1]) and SIGNATURE.fullmatch(line):
                self.blocks[-1] = attrs.evolve(self.blocks[-1], section=Section.PULL_QUOTE, speaker=(start, end))
                self.uncoded.append((start, end, UncodedReason.ATTRIBUTION))
            elif (reason := self.reason(number, line)) is not None:
                if DAY_LINE.fullmatch(line) and not self.is_over:
                    self.day = self.day or day_in(line)
                self.uncoded.append((start, end, reason))
            else:
                self.seen.add(line)
                self.read_paragraph(number, start, end)

    def is_above(self, number: int) -> bool:
        """Whether a line may be the headline: the first one, or one below a kicker such as "PRESS RELEASE"."""
        if self.headline is not None or self.blocks:
            return False
        above = [self.text[start:end] for start, end in self.lines[:number]]
        return not above or (KICKER.fullmatch(above[0]) is not None and number <= NEAR_THE_TOP)

    def read_headline(self, start: int, end: int) -> None:
        """Read the headline, with a day that some archives put before it."""
        if lead := ARCHIVE_DAY.match(self.text, start, end):
            self.uncoded.append((start, lead.end("day"), UncodedReason.BYLINE))
            self.day, start = lead["day"], lead.end()
        self.headline = (start, end)
        self.blocks.append(Block(start, end, Section.HEADLINE))

    def reason(self, number: int, line: str) -> UncodedReason | None:
        """Return why a line has nothing to code; `None` if it may have something."""
        if self.is_over or (number and not self.is_transcript and END_MATTER.fullmatch(line)):
            self.is_over = True
            return UncodedReason.PAGE_FURNITURE
        is_last = number == len(self.lines) - 1
        reason = reason_of(line, is_last=is_last, is_transcript=self.is_transcript)
        if reason is not None or (number == 0 and KICKER.fullmatch(line)):
            return reason or UncodedReason.SECTION_HEADING
        following = self.text[slice(*self.lines[number + 1])] if not is_last else ""
        if number and CAPTION.fullmatch(following) and len(line) <= LONGEST_HEADLINE and '"' not in line:
            return UncodedReason.CAPTION
        if self.is_transcript and (STAGE.fullmatch(line) or self.is_scene(number, line)):
            return UncodedReason.PAGE_FURNITURE
        is_head = number and not self.is_transcript and is_heading(line)
        repeat = UncodedReason.PAGE_FURNITURE if number and line in self.seen else None
        return UncodedReason.SECTION_HEADING if is_head else repeat

    def is_scene(self, number: int, line: str) -> bool:
        """Whether a line before the first turn says where and by whom a briefing is held."""
        is_turn = TURN.match(line) is not None and ":" in line
        return number > 0 and self.turn is None and len(line) <= LONGEST_SCENE and not is_turn and not is_sentence(line)

    def read_paragraph(self, number: int, start: int, end: int) -> None:
        """Read a paragraph: a turn, an item of a list, one with a dateline, or another."""
        label = TURN.match(self.text, start, end) if self.is_transcript else None
        bullet = BULLET.match(self.text, start, end)
        if label:
            self.turn = label.span("label")
            self.uncoded.append((start, len(self.text[: label.end()].rstrip()), UncodedReason.ATTRIBUTION))
            self.blocks.append(Block(label.end(), end, Section.BODY, self.turn))
        elif bullet:
            if bullet.end() < end:
                self.blocks.append(Block(bullet.end(), end, Section.LIST, self.turn))
        else:
            if self.dateline is None and number < NEAR_THE_TOP:
                start = self.read_dateline(start, end)
            head = CAPITAL_LABEL.match(self.text, start, end) if not self.is_transcript else None
            if head is not None:
                self.uncoded.append((start, head.end("label"), UncodedReason.SECTION_HEADING))
                start = head.end()
            self.blocks.append(Block(start, end, Section.BODY, self.turn))

    def read_dateline(self, start: int, end: int) -> int:
        """Return where the words behind the dateline begin; what stands before that paragraph is the standfirst."""
        lead = DATELINE.match(self.text, start, end)
        if lead is None or lead["place"].split()[0].lower() in NO_PLACES:
            return start
        place = self.dateline = lead["place"]
        self.uncoded.append((start, lead.end("place"), UncodedReason.BYLINE))
        if found := FULL_DAY.search(place) or MONTH_DAY.search(place):
            self.day = self.day or found[0]
        self.blocks = [
            attrs.evolve(block, section=Section.STANDFIRST) if block.section is Section.BODY else block
            for block in self.blocks
        ]
        return lead.end()


def layout(text: str) -> Layout:
    r"""Divide a text into its parts.

    >>> parts = layout("A title\n\nBy Li Wu\n\nROME (Wire) - It rains.")
    >>> parts.headline, [reason.value for *_, reason in parts.uncoded], parts.dateline
    ((0, 7), ['byline', 'byline'], 'ROME (Wire)')
    """
    reader = Reader(text)
    reader.read()
    return Layout(
        tuple(reader.blocks), tuple(reader.uncoded), reader.headline, reader.dateline, reader.day, reader.is_transcript
    )


def day_in(line: str) -> str:
    """Return the day in a line of its own, without what stands beside it."""
    found = FULL_DAY.search(line)
    day = found[0] if found is not None else line
    return day.title() if day.isupper() else line.rstrip(".") if found is None or ":" not in line else day


def is_sentence(line: str) -> bool:
    """Whether a line of a transcript ends as a sentence does, with more words than a place or an office."""
    return STOPPED.search(line) is not None and len(line.split()) > 4  # noqa: PLR2004  ("Washington, D.C.")


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a passage without the white space around it."""
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def has_labels(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether the labels of turns come again: those of a transcript, and not the first words of sentences."""
    found = [match for start, end in lines if (match := TURN.match(text, start, end))]
    labels = [match["label"] for match in found]
    certain = [label for label in labels if label in {"Q", "Question"} or label.isupper()]
    colons = [match["label"] for match in found if match[0].rstrip().endswith(":")]
    again = len(colons) - len(set(colons))
    is_exchange = len(colons) > FEWEST_TURNS and again > 0 and len(colons) * 3 > len(lines) * 2
    is_exchange = is_exchange or (again >= FEWEST_TURNS and len(colons) * 4 > len(lines))
    come_again = len(labels) > len(set(labels)) + 1 and len(labels) * 2 > len(lines)
    capitals = len(certain) >= FEWEST_TURNS and len(set(certain)) < len(certain)
    return capitals or come_again or is_exchange


def is_headline(line: str, lines: int) -> bool:
    """Whether the first line is a headline: it does not end as a sentence does."""
    return lines > 1 and len(line) <= LONGEST_HEADLINE and not ENDED.search(line) and not DAY_LINE.fullmatch(line)


def reason_of(line: str, *, is_last: bool, is_transcript: bool) -> UncodedReason | None:
    """Return why a line has nothing to code, whatever stands around it; `None` if it may have something."""
    is_sentence = STOPPED.search(line) is not None
    if ATTRIBUTABLE.fullmatch(line):
        return UncodedReason.ATTRIBUTION
    if DAY_LINE.fullmatch(line) or (BYLINE.fullmatch(line) and not is_sentence and not is_transcript):
        return UncodedReason.BYLINE
    if INVITATION.fullmatch(line):
        return UncodedReason.PAGE_FURNITURE
    if CREDIT.fullmatch(line):
        return UncodedReason.CAPTION
    if FURNITURE.fullmatch(line) and (is_last or not is_sentence):
        return UncodedReason.ADVERTISEMENT if "dvertis" in line else UncodedReason.PAGE_FURNITURE
    is_mark = CLOCK.fullmatch(line) or not any(character.isalnum() for character in line)
    return UncodedReason.PAGE_FURNITURE if is_mark else None


def is_heading(line: str) -> bool:
    """Whether a line is a heading inside the text: short, without a stop and without a quotation."""
    if len(line) > LONGEST_HEADING or STOPPED.search(line) or BULLET.match(line) or SPEAKS_OF_SELF.match(line):
        return False
    return not re.search(r"[“”\"«»]", line)


def is_pull_quote(text: str, block: Block) -> bool:
    """Whether a paragraph is one quotation and nothing else."""
    return text[block.start] in '“"«„' and text[block.end - 1] in '”"»“'
