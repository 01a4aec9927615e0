"""Whose words a whole text is: by its headline, its first line, or who signs it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from diplo_events.drafting._english.nouns import ROLES, words
from diplo_events.drafting._parts.layout import Block, Layout
from diplo_events.drafting._parts.layout_patterns import LINE, SIGNATURE, STAGE
from diplo_events.drafting._parts.quotations import quotations
from diplo_events.drafting._speech.joint_texts import issuers_in_body, leaders_in_body, summit_in_headline
from diplo_events.vocab import Section, UncodedReason

__all__ = ["FIRST_PERSON", "is_frame", "is_readout", "speaker_of_text"]

TEXTS: Final = (
    r"(?:(?:Full )?(?:Text|Transcript)(?: of|:) (?:the )?)?"
    r"(?:(?:Joint|Press|Written|Opening|Closing|Introductory|Video|Open|Keynote|Personal) )*"
    r"(?:Statement|Remarks|Address|Speech|Message|Letter|Declaration)(?: As Prepared(?: for Delivery)?)?"
)
NO_TEXT: Final = (
    r"(?!(?:Joint )?(?:Readout|Fact ?Sheet|Background|Summary|Reaction|News|Update|Analysis|Opinion|Watch)\b)"
)
ON_WHAT: Final = rf"(?:{NO_TEXT}(?-i:[A-ZÀ-Þ])[^:–—]{{1,60}}: )"
"""Before the name of a text, what it is about: "Norland: Statement by the Spokesperson on the raid"."""

FURTHER_TEXTS: Final = (
    r"(?:(?:Official|Press|Final|Joint) )*"
    r"(?:Communiqu[ée]|Press Release|Comment|Statement|Declaration|Remarks)"
)
SOFT_TEXTS: Final = (
    r"(?:(?:Open|Joint|Written|Opening|Closing|Keynote|Video|Condolence) )*(?:Appeal|Testimony|Toast|Eulogy|Lecture"
    r"|Intervention|Homily|Greetings|Condolences|Tribute|Conclusions|Communiqu[ée]|Memorandum|Plea|Pledge|Call)"
)
"""Names of texts that are somebody's own words only if they are in the first person."""

TOPIC: Final = r"(?:on|at|in|to|after|before|following|regarding|about|for|upon|during|with|marking|ahead|as)\b"
"""Words behind which a headline says what a text is about."""

OF_SOMEBODY: Final = re.compile(
    rf"{TEXTS} (?:by|from|of(?= (?:the )?(?-i:[A-Z]))) (?:the )?"
    rf"(?P<who>[A-Z](?:[^,:;]|, (?=(?-i:(?:the )?[A-Z]))|, and )*?)"
    rf"(?= {TOPIC}|,(?! (?-i:(?:the )?[A-Z])|\sand )|[:;]|\Z)",
    re.IGNORECASE,
)
OF_CAPITAL: Final = re.compile(
    rf"{ON_WHAT}?{FURTHER_TEXTS} (?:by|from|of|between) (?:the )?"
    rf"(?P<who>(?-i:[A-ZÀ-Þ])(?:[^,:;]|, (?=(?-i:(?:the )?[A-Z]))|, and )*?)"
    rf"(?= {TOPIC}|,(?! (?-i:(?:the )?[A-Z])|\sand )|[:;]|\Z)",
    re.IGNORECASE,
)
"""The same of further texts, or behind what it is about; whose it is begins with a capital."""

OF_SOFT: Final = re.compile(
    rf"{SOFT_TEXTS} (?:by|from|of) (?:the )?(?P<who>(?-i:[A-ZÀ-Þ])(?:[^,:;]|, and )*?)(?= {TOPIC}|[,:;]|\Z)",
    re.IGNORECASE,
)
THEIR_STATEMENT: Final = re.compile(
    r"(?P<who>(?:[A-Z0-9][\w-]* ){0,3}(?:Leaders|Ministers|Presidents|Members|Troika|Quad))(?:['’]s?)? "
    r"(?:Joint )?(?:Statement|Declaration|Communiqué)\b"
)
"""A headline that names several whose text it is: "G7 Foreign Ministers’ Statement on Norland"."""

RELEASED: Final = re.compile(
    r"(?:statement|text|declaration|communiqué) was (?:jointly )?(?:released|issued|adopted) (?:jointly )?by (?:the )?"
    r"(?P<who>[A-Z].*?)(?= (?:on|at|in|following|upon)\b|[.:]|\Z)"
)

NAME: Final = r"(?:[A-ZÀ-Þ][\w.’'/-]*|of|the|and|for|de|von|van)"
THEIR_OWN: Final = re.compile(
    rf"(?i:(?:full )?(?:text|transcript)(?: of|:) )?(?!{TEXTS}|(?i:presidential|joint|open) )(?:The )?"
    rf"(?P<who>[A-ZÀ-Þ][\w.’'/-]*?(?: {NAME}){{0,9}}?)(?:['’]s?|:)? "
    r"(?i:(?:(?:joint|press|written|opening|closing|introductory|video|full) )*"
    r"(?:statement|remarks|address|speech|message|letter))"
    rf"(?= (?:{TOPIC}|(?i:as prepared|of [12A-Z]))|\s?[:–—(]|\Z)"
)
"""A headline with the name first: "President Reis’s Statement on the Bridge"."""

LETTER: Final = re.compile(
    r"(?:Joint |Open )?(?i:letter|message) to (?:the )?[A-Z].{2,120}? (?:from|by) (?:the )?"
    rf"(?P<who>[A-Z](?:(?! {TOPIC})[^,:;])*)"
)
JOINT: Final = re.compile(
    r"Joint (?:Statement|Declaration|Communiqué) (?:on|regarding|following) [^:;]{2,80}? (?:by|from) (?:the )?"
    r"(?P<who>[A-Z][^:;]*)"
)
ABROAD: Final = re.compile(
    r"(?:(?:Gemeinsame )?(?:Erklärung|Stellungnahme|Rede|Ansprache|Botschaft|Brief|Grußwort|Pressestatement|Statement) "
    r"(?:von|des|der) "
    r"|(?:Déclaration|Discours|Allocution|Message|Lettre|Intervention)(?: conjointe| commune| ouverte)? "
    r"(?:des|de la|du|de|d’|d') ?)"
    r"(?P<who>(?:[\w’'-]+ ){0,5}?[A-ZÀ-Þ][\w’'.-]*(?: (?:von|van|de|et|und|[A-ZÀ-Þ][\w’'.-]*))*)"
    r"(?= (?:zu|zur|zum|bei|beim|vor|im|in|am|an|auf|anlässlich|über|nach"
    r"|sur|à|au|aux|lors|devant|pour|après|en)\b|[,:]|\Z)"
)
TITLES_ABROAD: Final = re.compile(
    r"(?:(?:l[ae’']? ?|der |des |die )?(?:[Pp]résidente?|[Pp]remi(?:er|ère) [Mm]inistre|[Mm]inistre(?: des [\w ]+?)?"
    r"|[A-ZÄÖÜ]\w*(?:kanzler|präsident|minister)(?:s|in|en)?|Präsident(?:en|in)?|Kanzler(?:s|in)?)[ ,]+)+(?=[A-ZÀ-Þ])"
)
"""Offices before a name, in German and French."""

WE_THE: Final = re.compile(
    r"We,? (?:the |(?=[A-Z]))(?P<who>(?:[^.,;:]|, (?=(?:the )?[A-Z])|, and )+?)"
    r"(?:,(?! (?:the )?[A-Z]| and )| (?=(?:met|meet|have|gathered|reaffirm|welcome|condemn|express|affirm)\b))"
)
MYSELF: Final = re.compile(
    r"(?:(?i:now, therefore), )?I, (?:the )?(?P<who>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){1,5}),"
)
BY_OFFICE: Final = re.compile(
    r"[Bb]y (?P<who>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){1,3}), (?:[\w-]+ ){0,4}?"
    r"(?i:president|minister|ambassador|secretary|commissioner|chancellor|mayor|envoy|king|queen|governor|senator)\b"
)
"""The first line or the last one of a decree: "Now, therefore, I, Ana Reis, President of Norland, …"."""

IS_NONE: Final = re.compile(
    r"(?:Joint )?(?:Readout|Fact Sheet|Factsheet|Background|Summary|Reactions?)\b", re.IGNORECASE
)
OF_MEETING: Final = re.compile(
    r"\bon (?:\S+ ){0,4}(?:call|conversation|meeting|talks)\b(?: \S+){0,3} (?:with|between)\b", re.IGNORECASE
)
"""In a headline behind who issued a text, these say that it tells of a meeting."""

FIRST_PERSON: Final = re.compile(r"\b(?:I|[Ww]e)\b")
OWN: Final = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Ii]ch|[Ww]ir|[Mm]eine?[rmns]?|[Uu]nsere?[rmns]?|[Jj]e|[Nn]ous|[Nn]otre|[Nn]os)\b|\b[Jj][’'](?=\w)"
)
"""Words of whoever speaks of themselves."""

SAYS: Final = r"(?: \w+){0,2}? (?:said|says|told|added|stated|wrote|argued|tweeted|thanked|noted|stressed)\b"
NEWS: Final = re.compile(r"[A-ZÀ-Þ][\w.’'-]* (?P<word>[a-z][a-z’'-]*)")
REPORTED: Final = re.compile(
    r"(?:[,.!?] ?[”\"]|[”\"],) (?:(?:[A-ZÀ-Þ][\w.’'-]*,? ){1,4}(?:said|told|added|stated|stressed)"
    r"|(?:said|added|stated|stressed|noted) (?:the )?[A-ZÀ-Þ][\w’'-]+)\b"
    r"|\b(?:M[rs]s?\.? [A-ZÀ-Þ][\w’'-]+|[Hh]e|[Ss]he|The [A-ZÀ-Þ][\w ’'-]{2,60}) (?:also |further |then )?"
    r"(?:said|added|stated|stressed|noted|explained) that [“\"]"
)
"""Words in quotation marks as news have them: "“No,” Hale said", "“No”, added the Envoy", "He said that “…”"."""

SMALL: Final = ROLES | words("of and the for on de von van der bin al to in a an at spokesperson spokesman spokeswoman")
FORMULA: Final = re.compile(
    r"(?:Dear|To the|My (?:dear|fellow)|Sehr geehrte|Liebe|Ch[eè]re?s?|Mesdames|Messieurs)[^!?]{0,110}[,:!]\)?"
    r"|(?:Yours|Sincerely|Respectfully|With (?:best|kind|warm)|Hochachtungsvoll|Mit freundlichen)\b[^.!?]{0,40},?"
    r"|[A-ZÀ-Þ][^.!?]{1,60},? \w+ \d{1,2},? [12]\d{3}\.?",
)
"""Lines with which a letter begins and ends."""

PLACE: Final = re.compile(r"(?![JS]r\b)[A-ZÀ-Þ][\w’'-]+")
OFFICE_OR_NAME: Final = 2
"""How many words an office alone or a name alone has."""

SIGNED_BY: Final = 6
"""Among how many of the last lines a signature stands."""


def speaker_of_text(text: str, parts: Layout) -> tuple[int, int] | None:
    """Return who speaks throughout a text, as the text names them; `None` if it is not somebody's own.

    A headline "Statement by X on Y" suffices. Anything else needs a text in the first person: a headline "X’s Remarks
    at Y", a first line "We, the leaders of Y, …", "I, X, President of Y", or a letter that X signs.
    """
    if parts.headline is not None:
        match = OF_SOMEBODY.match(text, *parts.headline) or OF_CAPITAL.match(text, *parts.headline)
        if match is not None and (is_news(match["who"]) or is_reported(text, parts.blocks[1:])):
            return None
        match = match or THEIR_STATEMENT.match(text, *parts.headline)
        if match is not None and (named := leaders_in_body(text, parts.blocks, match["who"])) is not None:
            return named
        if match is not None:
            by_office = match["who"].split()[-1].lower() in ROLES
            start, end = match.span("who")
            return (signature(text, parts.blocks) if by_office else None) or (
                start,
                end - len(place_behind(match["who"])),
            )
        lines = (RELEASED.search(text, *span[:2]) for span in parts.uncoded if span[2] is UncodedReason.ATTRIBUTION)
        if (match := next((line for line in lines if line is not None), None)) is not None:
            return match.span("who")
        if IS_NONE.match(text, *parts.headline):
            return None
    return speaker_in_first_person(text, parts)


def speaker_in_first_person(text: str, parts: Layout) -> tuple[int, int] | None:
    """Return who says "I" or "we" throughout a text."""
    body = [block for block in parts.blocks if block.section is not Section.HEADLINE and not is_frame(text, block)]
    owned = own_blocks(text, body)
    if not owned:
        return None
    named = in_headline(text, parts)
    if named is None:
        named = in_first_person(text, body)
        if named is not None:
            return named
        issued = issuers_in_body(text, parts, owned, body) or summit_in_headline(text, parts)
        if issued is not None and not is_reported(text, body):
            return issued
        lines = (BY_OFFICE.match(text, *span[:2]) for span in parts.uncoded if span[2] is UncodedReason.BYLINE)
        if len(owned) * 2 >= len(body):
            named = next((line.span("who") for line in lines if line is not None), None) or signature(text, body)
    return None if named is None or tells_of(text, text[slice(*named)], body) else named


def own_blocks(text: str, body: list[Block]) -> list[Block]:
    """Return the paragraphs that are in the first person, outside quotation marks."""
    if not any(OWN.search(text, block.start, block.end) for block in body):
        return []
    marks = [(mark.start, mark.end) for mark in quotations(text)]

    def is_bare(place: int) -> bool:
        return not any(start <= place < end for start, end in marks)

    return [block for block in body if any(is_bare(own.start()) for own in OWN.finditer(text, block.start, block.end))]


def in_headline(text: str, parts: Layout) -> tuple[int, int] | None:
    """Return whom a headline names whose text it is, if it is in the first person."""
    for pattern in (LETTER, JOINT, OF_SOFT, THEIR_OWN, ABROAD) if parts.headline is not None else ():
        if match := pattern.match(text, *(parts.headline or ())):
            start, end = match.span("who")
            title = TITLES_ABROAD.match(text, start, end) if pattern is ABROAD else None
            start = text.rfind("/", start, end) + 1 or start
            end -= len(text[start:end]) - len(re.sub(r"['’]s?\Z", "", text[start:end]))
            return (title.end() if title is not None else start), end
    return None


def in_first_person(text: str, body: list[Block]) -> tuple[int, int] | None:
    """Return who names themselves: "We, the leaders of Norland, …", "I, Ana Reis, President of Norland, …"."""
    first = (WE_THE.match(text, block.start, block.end) for block in body[:2])
    selves = (MYSELF.match(text, block.start, block.end) for block in body)
    match = next((own for own in (*first, *selves) if own is not None), None)
    return match.span("who") if match is not None else None


def place_behind(who: str) -> str:
    """Return the place behind the name in a headline: "Speech by Minister Ana Reis, Oslo"."""
    name, comma, place = who.rpartition(", ")
    is_place = PLACE.fullmatch(place) is not None and "," not in name and len(name.split()) > OFFICE_OR_NAME
    return comma + place if is_place else ""


def is_news(who: str) -> bool:
    """Whether a name in a headline is followed by what happens: "Statement by Reis angers Norland"."""
    return any(match["word"] not in SMALL for match in NEWS.finditer(who))


def tells_of(text: str, who: str, body: list[Block]) -> bool:
    """Whether a text says of its speaker what they said, as others do."""
    name = re.sub(r"['’]s?\Z", "", who).split()[-1]
    pattern = re.compile(rf"\b{re.escape(name)}{SAYS}|\b(?:[Ss]?[Hh]e|[Pp]resident|[Mm]inister) (?:said|added|told)\b")
    return is_reported(text, body) or any(pattern.search(text, block.start, block.end) for block in body)


def is_reported(text: str, body: Sequence[Block]) -> bool:
    """Whether a text quotes as news do, in one of three paragraphs at least."""
    return sum(REPORTED.search(text, block.start, block.end) is not None for block in body) * 3 >= max(len(body), 1)


def signature(text: str, body: Sequence[Block]) -> tuple[int, int] | None:
    """Return the name in a line of its own below a text."""
    for start, end in last_lines(text):
        line = text[start:end]
        is_below = start >= body[-1].end or (start == body[-1].start and len(body) > 1)
        if is_below and SIGNATURE.fullmatch(line) and not is_formula(line) and not re.match(r"The |.*\d", line):
            return start + len(line) - len(line.lstrip("-–—~ ")), start + len(line.partition(",")[0])
    return None


def last_lines(text: str) -> Iterator[tuple[int, int]]:
    """List the last lines of a text."""
    spans = [(line.start(), line.end()) for line in LINE.finditer(text) if line[0].strip()]
    for start, end in spans[-SIGNED_BY:]:
        line = text[start:end]
        yield start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def is_formula(line: str) -> bool:
    """Whether a line is that with which a letter begins or ends: "Dear Mr. Speaker:"."""
    return FORMULA.fullmatch(line) is not None


def is_frame(text: str, block: Block) -> bool:
    """Whether a paragraph is the first line of a letter, or who signed it, or tells of the room."""
    line = text[block.start : block.end]
    if is_formula(line) or STAGE.fullmatch(line):
        return True
    return SIGNATURE.fullmatch(line) is not None and FIRST_PERSON.search(line) is None


def is_readout(text: str, parts: Layout, whole: tuple[int, int]) -> bool:
    """Whether a statement tells only what others said to each other: "Statement by X on the Call with Y"."""
    if parts.headline is None or OF_MEETING.search(text, whole[1], max(whole[1], parts.headline[1])) is None:
        return False
    return FIRST_PERSON.search(text, parts.headline[1]) is None
