"""The parts of an article: headline, standfirst, turns of a transcript, lists, and what nobody codes."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from diplo_events.drafting._nouns import words
from diplo_events.vocab import Section, UncodedReason

__all__ = ["Block", "Layout", "layout"]

DAY_LINE: Final = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?,? [12]\d{3}\.?"
)
BYLINE: Final = re.compile(r"(?:By|Reporting by|Written by|Editing by|Von|Par) [A-ZÀ-Þ]\S*(?: \S+){0,9}", re.IGNORECASE)
CREDIT: Final = re.compile(
    r".*\((?:AP|AFP|Reuters|EPA|Getty(?: Images)?|Xinhua|TASS|dpa|ANI|[\w ]+ via [\w ]+)\)\.?|(?:Photo|Image"
    r"|Picture|Credit|File photo)s?\b.*"
    r"|\(L-R\).*|©.*"
)
FURNITURE: Final = re.compile(
    r"(?:Sources|Related(?: news| articles)?|External links|References|Share(?: this.*)?|Leave a Comment"
    r"|Comments?|Read more.*|"
    r"Read also.*|Subscribe.*|Sign up.*|Follow us.*|Tags?:.*|Advertise?ment|.*\bAdvertise?ment|Click here.*|###|END|"
    r"FOR IMMEDIATE RELEASE|Reuter\b.*|All rights reserved.*|Copyright\b.*)",
    re.IGNORECASE,
)
BULLET: Final = re.compile(r"\s*(?:[•▪●◦‣*·]|[-–](?= ))\s*")
TURN: Final = re.compile(
    r"(?P<label>Q|A|Q\d|Question|Answer|(?:[A-Z][A-Z.'’-]+ ?){1,6}(?:\([^)]{1,60}\))?|(?:(?:Mr|Mrs|Ms"
    r"|Dr)\. )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4}(?: \([^)]{1,60}\))?)"
    r"(?:: ?|\. +(?=[A-Z“\"\[(])|(?<=Q)[ \u00a0\t]{2,})(?=\S)"
)
DATELINE: Final = re.compile(
    r"(?P<place>[A-Z][\w.'’-]*(?:[ /,-]{1,2}[A-Z][\w.'’-]*){0,4}"
    r"(?:,? (?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2})?"
    r"(?: ?\([\w .]{2,24}\))?) ?(?:—|–|--| - |- (?=[A-Z]))\s*(?=\S)"
)
STOPPED: Final = re.compile(r"[.!?…:;][”\"’')\]]*\Z")
ENDED: Final = re.compile(r"(?<!\w\.\w)[.:;][”\"’')\]]*\Z")
CLOCK: Final = re.compile(r"\d{1,2}:\d\d [AP]\.?M\.?.*|[A-Z]{3,4}")
ARCHIVE_DAY: Final = re.compile(r"date (?P<day>\d{4}-\d\d-\d\d) ")
MONTH_DAY: Final = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}")
SIGNATURE: Final = re.compile(r"[-–—~ ]*[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,4}(?:, [^.!?;:“”\"]{2,80})?")
LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
NO_PLACES: Final = words("the a an he she it they we i but and in on at")
"""Words before a dash that begin a sentence, and no dateline."""

NEAR_THE_TOP: Final = 8
"""Among how many lines a dateline may stand."""

LONGEST_HEADING: Final = 60
LONGEST_HEADLINE: Final = 200
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

    def read(self) -> None:
        """Read all lines."""
        for number, (start, end) in enumerate(self.lines):
            line = self.text[start:end]
            if number == 0 and is_headline(line, len(self.lines)):
                self.read_headline(start, end)
            elif self.blocks and is_pull_quote(self.text, self.blocks[-1]) and SIGNATURE.fullmatch(line):
                self.blocks[-1] = attrs.evolve(self.blocks[-1], section=Section.PULL_QUOTE, speaker=(start, end))
                self.uncoded.append((start, end, UncodedReason.ATTRIBUTION))
            elif (reason := self.reason(number, line)) is not None:
                if DAY_LINE.fullmatch(line):
                    self.day = self.day or line.rstrip(".")
                self.uncoded.append((start, end, reason))
            else:
                self.seen.add(line)
                self.read_paragraph(number, start, end)

    def read_headline(self, start: int, end: int) -> None:
        """Read the headline, with a day that some archives put before it."""
        if lead := ARCHIVE_DAY.match(self.text, start, end):
            self.uncoded.append((start, lead.end("day"), UncodedReason.BYLINE))
            self.day, start = lead["day"], lead.end()
        self.headline = (start, end)
        self.blocks.append(Block(start, end, Section.HEADLINE))

    def reason(self, number: int, line: str) -> UncodedReason | None:
        """Return why a line has nothing to code; `None` if it may have something."""
        is_last = number == len(self.lines) - 1
        reason = reason_of(line, is_last=is_last, is_transcript=self.is_transcript)
        if reason is None and number and not self.is_transcript and is_heading(line):
            return UncodedReason.SECTION_HEADING
        return UncodedReason.PAGE_FURNITURE if reason is None and number and line in self.seen else reason

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
            self.blocks.append(Block(start, end, Section.BODY, self.turn))

    def read_dateline(self, start: int, end: int) -> int:
        """Return where the words behind the dateline begin; what stands before that paragraph is the standfirst."""
        lead = DATELINE.match(self.text, start, end)
        if lead is None or lead["place"].split()[0].lower() in NO_PLACES:
            return start
        place = self.dateline = lead["place"]
        self.uncoded.append((start, lead.end("place"), UncodedReason.BYLINE))
        if found := MONTH_DAY.search(place):
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


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a passage without the white space around it."""
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def has_labels(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether the labels of turns come again: those of a transcript, and not the first words of sentences."""
    labels = [match["label"] for start, end in lines if (match := TURN.match(text, start, end))]
    certain = [label for label in labels if label in {"Q", "Question"} or label.isupper()]
    return len(certain) >= FEWEST_TURNS or (len(labels) > len(set(labels)) + 1 and len(labels) * 2 > len(lines))


def is_headline(line: str, lines: int) -> bool:
    """Whether the first line is a headline: it does not end as a sentence does."""
    return lines > 1 and len(line) <= LONGEST_HEADLINE and not ENDED.search(line) and not DAY_LINE.fullmatch(line)


def reason_of(line: str, *, is_last: bool, is_transcript: bool) -> UncodedReason | None:
    """Return why a line has nothing to code, whatever stands around it; `None` if it may have something."""
    is_sentence = STOPPED.search(line) is not None
    if DAY_LINE.fullmatch(line) or (BYLINE.fullmatch(line) and not is_sentence and not is_transcript):
        return UncodedReason.BYLINE
    if CREDIT.fullmatch(line):
        return UncodedReason.CAPTION
    if FURNITURE.fullmatch(line) and (is_last or not is_sentence):
        return UncodedReason.ADVERTISEMENT if "dvertis" in line else UncodedReason.PAGE_FURNITURE
    is_mark = CLOCK.fullmatch(line) or not any(character.isalnum() for character in line)
    return UncodedReason.PAGE_FURNITURE if is_mark else None


def is_heading(line: str) -> bool:
    """Whether a line is a heading inside the text: short, without a stop and without a quotation."""
    if len(line) > LONGEST_HEADING or STOPPED.search(line) or BULLET.match(line):
        return False
    return not re.search(r"[“”\"«»]", line)


def is_pull_quote(text: str, block: Block) -> bool:
    """Whether a paragraph is one quotation and nothing else."""
    return text[block.start] in '“"«„' and text[block.end - 1] in '”"»“'
