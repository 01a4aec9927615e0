"""Who speaks in a joint text whose headline names nobody, and who stands behind a spokesperson's words."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english.states import states_by_name
from diplo_events.drafting._parts.layout import Block, Layout
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import Section

__all__ = ["each_state", "issuers_in_body", "leaders_in_body", "summit_in_headline", "tells_of_leaders"]

TEXT: Final = r"(?:Statement|Declaration|Communiqu[ée]|Conclusions)"
JOINT_TEXT: Final = re.compile(
    rf"(?:[A-Z][^:]{{1,80}}: )?(?:Full Text(?: of|:) )?(?:The )?(?:Final )?Joint (?:[A-Z]\w+['’]? ){{0,2}}{TEXT}"
    r"(?=\s*(?:\Z|[:–—(])"
    r"| (?:on|at|in|of|to|after|before|following|regarding|about|for|upon|during|with|marking|ahead|as|by|from)\b)",
    re.IGNORECASE,
)
"""The headline of a text of several: "Joint Statement Following the Third Lake Dialogue"."""

OF_SUMMIT: Final = re.compile(
    r"(?P<who>[A-Z0-9][\w.’'-]*(?: (?:[A-Z0-9][\w.’'-]*|of|the|and|on|in|for)){0,8}? "
    r"(?:Summit|Forum|Conference|Meeting|Council|Assembly|Dialogue|Group|Congress|Commission))"
    rf"(?: Leaders['’]?)?:? (?:(?:Final|Joint|Closing) )?{TEXT}"
)
"""A headline with an event whose text it is: "Lake Forum Summit Declaration"."""

GROUP: Final = (
    r"(?:(?:[A-Z]?[a-z-]+ ){0,3}(?:[Ll]eaders|[Mm]inisters|[Pp]residents|[Hh]eads|[Mm]embers|[Gg]overnments|[Cc]hiefs"
    r"|[Ee]nvoys|[Pp]arties|[Rr]epresentatives|[Ss]ecretaries|[Dd]elegations|[Oo]fficials)"
    r"(?: of (?:[Ss]tate|[Gg]overnment|[Ff]oreign Affairs|[Tt]he [Gg]overnments?))?)"
)
ITEM: Final = r"(?:the )?[A-ZÀ-Þ][\w.’'-]*(?: (?:of |the )?[A-ZÀ-Þ][\w.’'-]*){0,4}"
SEVERAL: Final = rf"{ITEM}(?:, {ITEM})*,? and {ITEM}"
OF_SEVERAL: Final = re.compile(
    rf"(?:As (?:the )?|(?:\w+,? )?(?:[Tt]he |[Ww]e,? (?:the )?))?(?P<who>{GROUP} (?:of|from) {SEVERAL})"
)
"""A first sentence that names those who issue a text: "As leaders of A, B, and C, … we", "The ministers of A and B"."""

PAIR: Final = re.compile(rf"(?:the )?(?P<who>{SEVERAL})")
COMPOUND: Final = re.compile(r"[A-Z][\w.]*(?:[-–—/][A-Z][\w.]*)+")
"""States with a dash between them: "U.S.-Mexico"."""

DASH: Final = re.compile(r"[-–—/]")
AGAIN: Final = 2
"""How often a text has the names of those who issue it together."""

TITLE: Final = (
    r"(?:(?:Vice |Deputy |Acting |First |Prime |Foreign |Defen[cs]e |National Security |Crown |Chief )*"
    r"(?:President|Minister|Secretary|Lady|King|Queen|Prince|Princess|Chancellor|Ambassador|Advis[eo]r|Pope|Premier"
    r"|Emir|Envoy|Speaker|Governor)|(?:leader|president|minister|secretarie|envoy|ambassador|delegation|official|Leader|President|Minister)s?)"
)
LEADER: Final = re.compile(
    rf"(?:[^.,;:]{{3,80}}, )?(?:(?:[Hh]e|[Ss]he|[Tt]hey)\b|(?:[Tt]he )?(?:two )?{TITLE}(?: [A-ZÀ-Þ]|(?:['’]s?)? [a-z]))"
)
"""A sentence that begins with a leader tells of what they did: "On Monday, the President will fly to Oslo"."""

THEIR_VISIT: Final = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w-]+)['’]s? (?:[A-Z][a-z]+ ){0,2}"
    r"(?:Travel|Trip|Visit|Meetings?|Calls?|Conversation|Engagements?|Participation|Talks)\b"
)
"""In a headline, whose journey a spokesperson tells: "on President Reis’s Travel to Oslo"."""

SHARE: Final = 3
"""One in how many sentences tells of leaders where a spokesperson does not speak for themselves."""


def issuers_in_body(text: str, parts: Layout, owned: Sequence[Block], body: Sequence[Block]) -> tuple[int, int] | None:
    """Return who issues a joint text in the first person, as its first sentences or its headline name them."""
    if parts.headline is None or JOINT_TEXT.match(text, *parts.headline) is None or len(owned) * 4 < len(body):
        return None
    first = OF_SEVERAL.match(text, body[0].start, body[0].end)
    if first is not None and (re.match("As |We", first[0]) or is_named_again(text, first, body)):
        return first.span("who")
    found = [
        match for block in body for match in PAIR.finditer(text, block.start, block.end) if are_states(match["who"])
    ]
    compound = next((match for match in COMPOUND.finditer(text, *parts.headline) if each_state(match[0])), None)
    for match in found:
        if compound is not None or sum(other["who"] == match["who"] for other in found) >= AGAIN:
            return match.span("who")
    if compound is not None:
        return compound.span()
    return first.span("who") if first is not None else None


def leaders_in_body(text: str, blocks: Sequence[Block], who: str) -> tuple[int, int] | None:
    """Return of whom the leaders are that a headline names without their states: "Joint Leaders Statement"."""
    if re.fullmatch(r"(?:The )?(?:Joint )?(?:Leaders|Ministers|Presidents|Foreign Ministers)", who) is None:
        return None
    bodies = [block for block in blocks if block.section is not Section.HEADLINE]
    match = OF_SEVERAL.match(text, bodies[0].start, bodies[0].end) if bodies else None
    return match.span("who") if match is not None else None


def is_named_again(text: str, first: re.Match[str], body: Sequence[Block]) -> bool:
    """Whether those whom the first sentence names come again as those who speak: "The ministers welcome"."""
    head = re.split(r" (?:of|from) ", first["who"])[0].split()[-1].lower()
    again = re.compile(rf"(?:\A|(?<=[.!?]\s)|(?<=\n))The (?:\w+ ){{0,2}}{head}\b")
    return any(again.search(text, max(block.start - 1, first.end()), block.end) for block in body)


def are_states(written: str) -> bool:
    """Whether a list names states and nobody else: "the United States and Mexico"."""
    pieces = re.split(r", and |, | and ", written)
    return all(piece.removeprefix("the ") in states_by_name() for piece in pieces)


def each_state(written: str) -> str:
    """Return states joined by dashes as a list; an empty text if they are none.

    >>> each_state("U.S.-Mexico"), each_state("Bergen-Line")
    ('U.S. and Mexico', '')
    """
    pieces = DASH.split(written)
    if len(pieces) < 2 or any(piece not in states_by_name() for piece in pieces):  # noqa: PLR2004  (two states)
        return ""
    return " and ".join((", ".join(pieces[:-1]), pieces[-1]))


def summit_in_headline(text: str, parts: Layout) -> tuple[int, int] | None:
    """Return the event whose text in the first person a headline names."""
    match = OF_SUMMIT.match(text, *parts.headline) if parts.headline is not None else None
    return match.span("who") if match is not None else None


def tells_of_leaders(text: str, parts: Layout, whole: tuple[int, int], found: Sequence[Passage]) -> bool:
    """Whether a spokesperson tells what leaders do, and does not speak for whom they stand."""
    told = [unit for unit in found if unit.block.section is not Section.HEADLINE]
    behind = (whole[1], max(whole[1], parts.headline[1] if parts.headline is not None else 0))
    names = {match["name"] for match in THEIR_VISIT.finditer(text, *behind)}
    own = re.compile(rf"(?:[^.,;:]{{3,80}}, )?(?:{'|'.join(map(re.escape, sorted(names)))})\b") if names else None
    about = sum(
        LEADER.match(text, unit.start, unit.end) is not None
        or (own is not None and own.match(text, unit.start, unit.end) is not None)
        for unit in told
    )
    return about * SHARE >= max(len(told), 1)
