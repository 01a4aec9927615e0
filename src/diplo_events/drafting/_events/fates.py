"""Meetings that a noun names whose verb says what became of them: "a dinner was called off", "talk of a summit"."""

import re
from collections.abc import Iterator
from typing import Final

from diplo_events._internal.texts.calendar_names import MONTHS
from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._events.encounter import Encounter
from diplo_events.drafting._events.meeting_words import NOUNS
from diplo_events.drafting._events.participants import able_to_meet, named_after, owner_of, parties_of
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import MeetingKind, MeetingStatus

__all__ = ["fates"]

NOUN: Final = (
    r"(?P<noun>(?i:meetings?|talks|summit|session|round(?: of (?:talks|negotiations"
    r"|consultations))?(?! of )(?! [^.]{0,40}\b(?:elections?|vote|voting|sanctions)\b)|dinner|lunch|breakfast"
    r"|(?:state |official |working )?visits?|trips?|stopover|tours?|(?:phone |telephone "
    r"|video )?call|conference|negotiations"
    r"|consultations|encounter|gathering|forum|reception|audience|trilateral|tete-a-tete|tête-à-tête))"
)
GAP: Final = r"(?:(?! (?:said|told|and then|but|after|before|which|who|because|when)\b)[^;:.?!“”\"]){0,90}?"
"""What may stand between a noun and the verb of it: the clause goes on."""

BE: Final = r"(?:was|were|is|are|be|has been|have been|had been|being|got|stands|stood)"
ITS: Final = r"(?:an?|the|his|her|its|their|this|that|\w+['’]s|any|all)"
WHICH: Final = (
    r"(?:, which|, that)? (?:began|opened|started|ended|concluded|adjourned|resumed|broke up|wrapped up"
    r"|got under way|lasted"
    r"|collapsed|broke down)"
)
OF_MEETINGS: Final = (
    r"(?:be (?:held|convened|hosted|attended)|take place|begin|start|open|resume|reconvene|convene|meet|run|last|end"
    r"|conclude|go ahead|continue|kick off|happen|bring together|include)\b"
)
"""What meetings do, and not what is said in them: "the talks are expected to begin"."""

NOT_HELD: Final = (
    r"(?:did not take place|did not happen|never took place|never happened|never materiali[sz]ed|fell through"
    r"|(?:was|were|has been|had been) (?:later |then )?(?:called off|cancell?ed|scrapped|dropped|abandoned)"
    r"|came to nothing|failed to materiali[sz]e)"
)
WENT: Final = (
    (
        MeetingStatus.DENIED,
        re.compile(
            rf"\b{NOUN}\b[^.?!]{{0,120}}[,;] (?:[^.;?!]{{0,60}} )?(?:says|said|insists|insisted|maintains"
            rf"|maintained|claims"
            r"|claimed)(?: that)? (?:it|they|none|no such thing) (?:never |did not |didn['’]t )"
            r"(?:happened|happen|took place|take place)\b"
        ),
    ),
    (
        MeetingStatus.POSTPONED,
        re.compile(
            rf"\b{NOUN}\b[^.?!]{{0,120}}[,;] [^.;?!]{{0,40}}?\b(?:it|they|which) (?:to be|would be|will be|was"
            rf"|were|is|are"
            r"|has been|have been|had been) (?:later |then |again )?(?:postponed|put off|put back|pushed back|deferred"
            r"|delayed|moved to|rescheduled)\b"
        ),
    ),
    (
        MeetingStatus.CANCELLED,
        re.compile(rf"\b{NOUN}\b[^.?!]{{0,120}}[,;] (?:but |and )?(?:it|they|which|that) {NOT_HELD}\b"),
    ),
    (
        MeetingStatus.PROPOSED,
        re.compile(
            r"\b(?:not|never|n['’]t|without|nor|neither) (?:\w+ )?(?:rul(?:e|ed|ing) out|exclud(?:e|ed|ing)"
            rf"|reject(?:ed|ing)?|refus(?:e|ed|ing)) (?:an?|any|the idea of an?"
            rf"|the possibility of an?) (?:[\w-]+ ){{0,3}}{NOUN}\b"
        ),
    ),
    (
        MeetingStatus.DENIED,
        re.compile(
            rf"\b[Nn]o (?:such )?{NOUN}\b{GAP} (?:(?:has |had |ever )?(?:took|taken) place"
            rf"|(?:was|were|has been|had been) (?:held|planned|scheduled|arranged))\b"
            rf"|\b(?:denied|denies|denying) (?:that )?(?:an?|any"
            rf"|the) (?:[\w-]+ ){{0,2}}(?P<noun2>meeting|visit|call|summit|talks)\b"
        ),
    ),
    (
        MeetingStatus.POSTPONED,
        re.compile(
            rf"\b{NOUN}\b{GAP} {BE} (?:again |twice |once more |indefinitely "
            rf"|abruptly )?(?:postponed|put off|put back|pushed back|delayed|deferred|adjourned)\b"
            rf"|\b(?:postpon(?:e|ed|es|ing)|put off|put back|pushed back|deferred|delayed) {ITS} (?:[\w’'-]+ ){{0,3}}"
            r"(?P<noun2>(?i:meeting|talks|summit|session|round|conference|negotiations|visit|trip|tour|dinner|lunch))\b"
        ),
    ),
    (
        MeetingStatus.RESCHEDULED,
        re.compile(
            rf"\b{NOUN}\b{GAP} {BE} (?:moved|rescheduled|brought forward|shifted)"
            r" (?:from [^.;]{1,30} )?(?:to|until|for|by) (?!the (?:\w+ ){0,2}(?:hotel|building|city))"
        ),
    ),
    (
        MeetingStatus.CANCELLED,
        re.compile(
            rf"\b(?:cancell?(?:ed|ing|s)?|call(?:ed|s|ing) off|scrapp(?:ed|ing)|axed"
            rf"|abandoned) {ITS} (?:[\w’'-]+ ){{0,3}}"
            r"(?P<noun2>(?i:meeting|talks|summit|session|round|conference|negotiations|visit|trip|tour|dinner|lunch))\b"
            rf"|\b{NOUN}\b{GAP} (?:{BE} (?:\w+ly |then |later )?(?:called off|cancell?ed"
            rf"|scrapped|dropped|shelved|abandoned|axed|scratched)"
            r"|did not (?:take place|happen|go ahead)|never (?:took place|happened"
            r"|materiali[sz]ed)|fell through|failed to materiali[sz]e"
            r"|came to nothing|will not (?:take place|go ahead)|has been off)\b"
        ),
    ),
    (
        MeetingStatus.CANCELLED,
        re.compile(
            r"\b(?:pull(?:ed|s|ing) out of|withdrew from|withdraw(?:s|ing|n)? from|back(?:ed|s) out of)"
            rf" (?:an?|the|his|her|its|their) (?:[\w-]+ ){{0,3}}{NOUN} (?:with|in|on|next|of)\b"
        ),
    ),
    (
        MeetingStatus.SCHEDULED,
        re.compile(
            r"\bagree[sd]? (?:to (?:hold|resume|start|begin|convene|continue)|on) (?:an?|the|another|further|new|fresh)"
            rf" (?:[\w-]+ ){{0,3}}{NOUN}\b"
            rf"|\b(?:call(?:s|ed)|announc(?:es|ed)|arrang(?:es|ed)|schedul(?:es|ed)) an? (?:[\w-]+ ){{0,3}}"
            r"(?P<noun2>(?i:meeting|summit|session|round|conference)) (?:of|for|with|in|on|next)\b"
            r"|\baccept(?:s|ed)? (?:an?|the|his|her|\S+['’]s) (?:\w+ )?invitation to (?:a |the )?(?P<noun3>visit|attend"
            r"|meet|come to|talks|summit)\b"
        ),
    ),
    (
        MeetingStatus.REJECTED,
        re.compile(
            rf"\b(?:ruled out|rules out|rejected|refused|turned down|spurned|declined) (?:an?"
            rf"|any|the idea of an?|an? \w+) (?:\w+ ){{0,2}}{NOUN}\b"
        ),
    ),
    (
        MeetingStatus.SCHEDULED,
        re.compile(
            rf"\b{NOUN}\b{GAP} (?:will (?:be held|take place|be convened|open|begin|start|resume|convene"
            rf"|go ahead)|(?:is|are|was|were"
            rf"|has been|had been)"
            rf" (?:(?:due|set|scheduled|planned|expected|slated|pencill?ed in)\b(?! to (?!{OF_MEETINGS}))"
            r"|to (?:be held|take place|open|begin|start|resume|convene))"
            rf"|(?<=, )to be held|(?:scheduled|planned|set|slated|foreseen) (?:for|to (?={OF_MEETINGS})))\b"
        ),
    ),
    (
        MeetingStatus.ONGOING,
        re.compile(rf"\b{NOUN}\b{GAP} (?:is|are) (?:still |now )?(?:under ?way|ongoing|continuing|in progress)\b"),
    ),
    (
        MeetingStatus.HELD,
        re.compile(rf"\b{NOUN}\b{WHICH} (?:(?:in|at) [A-ZÀ-Þ][\w’'-]+|on [A-Z]|yesterday|today|this|last|without)"),
    ),
    (
        MeetingStatus.HELD,
        re.compile(
            rf"\b{NOUN}\b{GAP}(?: (?:took place|(?:was|were) (?:held|convened|hosted|staged))"
            r"|, the [\w ]{2,20} of which (?:took|brought) (?:him|her|them) to"
            r"| (?<!be )held (?:there|in|at|on|last|this|behind)|took (?:him|her|them) to"
            r"|(?<!would have)(?<!could have)(?<!might have) (?:began|opened|ended|concluded"
            r"|adjourned|resumed|broke up|wrapped up|got under ?way|lasted|kicked off)"
            r" (?:at (?!\d)|in|on|after|without|with|last|early|late|for|just|yesterday|today"
            r"|\w+ly))\b(?! (?:back|up|hostage))"
        ),
    ),
    (
        MeetingStatus.PROPOSED,
        re.compile(
            r"\b(?:(?:propos|suggest|float)(?:es|s|ed|ing)(?: (?:to|that))?|called for"
            r"|calls for|talk of|idea of|proposal for|(?<!no )plans? for"
            r"|(?:proposals?|plans?|suggestions?|offers?|ideas?) to (?:hold|host|convene|arrange|stage)"
            rf"|offer(?:s|ed) to (?:host|hold|arrange|mediate)|offer(?:s|ed)|hopes? for"
            rf"|push(?:es|ed)? for) (?:an?|another|new|fresh|direct|further)"
            rf" (?:[\w-]+ ){{0,4}}?{NOUN}\b(?! (?:on|about|into)? ?(?:investigation|power))"
        ),
    ),
)
"""What became of a meeting, each with the words that say so; the first that fits counts."""

OFFER: Final = re.compile(
    r"\b(?:offer(?:s|ed)|propos(?:es|ed)|invit(?:es|ed)|agree[sd]?|want(?:s|ed)|call(?:s"
    r"|ed) (?:on|upon)|urg(?:es|ed))\b[^;:.?!“”\"]{0,40} to"
    r" (?P<noun>sit down|meet(?! (?:the|its|their|his|her|all|any) \w*(?:target|goal|deadline"
    r"|condition|demand|need)))\b"
)
DEFINITE: Final = re.compile(r"\b(?:the|that|these|those|this|its|their)(?: (?!an?\b)[a-z]+)?\Z", re.IGNORECASE)
PLANNED: Final = re.compile(r"\b(?:planned|scheduled|mooted|proposed|foreseen|expected)\Z")


PHRASE: Final = re.compile(
    r"\b(?:[Dd]uring|[Aa]fter|[Ff]ollowing|[Bb]efore|[Aa]head of|[Aa]t|[Ii]n|[Oo]n|[Dd]espite|[Ff]or|[Aa]longside)"
    r" (?:the|his|her|its|their|this|that|an?) (?:[\w-]+ ){0,2}\Z"
)
LED: Final = frozenset(
    {MeetingStatus.PROPOSED, MeetingStatus.REJECTED, MeetingStatus.SCHEDULED, MeetingStatus.CANCELLED}
)
"""Of these, who stands before the verb takes part."""

LETTERS: Final = re.compile(r"\b(?:[A-Z]\.){2,}")
DOTTED: Final = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|St|Gen|Sen|Rep|Lt|Col|M|MM|[A-Z])\.(?= ?[A-Z])")
"""Titles and letters with a point that ends no clause."""


def fates(text: str, unit: Passage, actors: Actors) -> Iterator[Encounter]:
    """Return the meetings of a sentence whose noun has a verb that says what became of them."""
    passage = masked(text, unit)
    for status, pattern in WENT:
        match = pattern.search(passage)
        if match is None or is_in_phrase(passage, match) or for_news(passage, match):
            continue
        yield encounter(text, unit, actors, match, status)
        return
    if (match := OFFER.search(passage)) is not None:
        verb = match[0].split()[0].lower()
        status = MeetingStatus.SCHEDULED if verb.startswith("agree") else MeetingStatus.PROPOSED
        yield encounter(text, unit, actors, match, status)


def for_news(passage: str, match: re.Match[str]) -> bool:
    """Whether the noun is a press conference."""
    first = match.start(group_of(match))
    return passage[max(0, first - 6) : first].rstrip().lower().endswith(("press", "news"))


def group_of(match: re.Match[str]) -> str:
    """Return which group of a match has the noun."""
    return next(name for name in ("noun", "noun2", "noun3") if match.groupdict().get(name))


def is_in_phrase(passage: str, match: re.Match[str]) -> bool:
    """Whether the noun stands in a phrase before a clause of others: "During the visit, A is due to meet B"."""
    if not match["noun"]:
        return False
    behind = passage[match.end("noun") : match.end()]
    return PHRASE.search(passage, 0, match.start("noun")) is not None and behind.startswith(",")


def encounter(text: str, unit: Passage, actors: Actors, match: re.Match[str], status: MeetingStatus) -> Encounter:
    """Return the meeting of a noun."""
    group = group_of(match)
    start = unit.start + match.start(group)
    end = unit.start + match.end(group)
    place = next((at for at, token in enumerate(unit.words) if token.start >= start), len(unit.words) - 1)
    last = next((at for at, token in enumerate(unit.words) if token.end >= end), place)
    noun = match[group].split()[-1].lower()
    before = text[max(unit.start, start - 30) : start].rstrip()
    people = [item for item in with_and_between(unit, last) if not item.is_capital]
    owner = owner_of(unit, place)
    lead = (
        [m for m in unit.named if m.last <= place and not m.is_owner and m.kind != "pronoun"][:1]
        if status in LED and match.start(group) > match.start()
        else []
    )
    members = parties_of([*([owner] if owner is not None else []), *lead, *people], actors, unit)
    return Encounter(
        unit.start, unit.end, kind_of(noun), status,
        able_to_meet(members), (start, end), f"fate-{status.value}", place=place_behind(text, start, unit.end),
        is_definite=DEFINITE.search(before) is not None and PLANNED.search(before) is None, is_certain=True,
        section=unit.block.section, states=frozenset(m.state.code for m in unit.named if m.state is not None),
    )  # fmt: skip


def kind_of(noun: str) -> MeetingKind:
    """Return the kind of meeting that a noun is of."""
    is_visit = noun in {"stopover", "visits", "trips", "tours"}
    return MeetingKind.VISIT if is_visit else NOUNS.get(noun, MeetingKind.TALKS)


def with_and_between(unit: Passage, place: int) -> list[Naming]:
    """Return those named behind "with", "between", "of" or "involving" next to a noun."""
    if place and unit.words[place].low == "meet":
        return named_after(unit, place, reach=9)
    for at in range(place + 1, min(place + 6, len(unit.words))):
        low = unit.words[at].low
        if low in {"with", "between", "involving", "among", "by", "of", "down", "meet"}:
            return named_after(unit, at, reach=9)
        if low in {
            ",",
            ".",
            ";",
            "that",
            "to",
            "was",
            "were",
            "is",
            "will",
            "had",
            "has",
            "did",
            "before",
            "after",
            "until",
        }:
            break
    return []


def place_behind(text: str, start: int, end: int) -> str | None:
    """Return where a meeting is, as written behind its noun: "in Chipata"."""
    match = re.search(r"\b(?:in|at|to) (?P<place>(?:the )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3})", text[start:end])
    return (
        match["place"]
        if match is not None
        and not re.match(
            rf"(?:{MONTHS})\b",
            match["place"],
        )
        else None
    )


def masked(text: str, unit: Passage) -> str:
    """Return the words of a sentence with its quotations blotted out."""
    passage = text[unit.start : unit.end]
    for item in unit.quotations:
        first, last = item.outer_start - unit.start, item.outer_end - unit.start
        passage = passage[:first] + " " * (last - first) + passage[last:]
    passage = LETTERS.sub(lambda match: match[0].replace(".", "_"), passage)
    return DOTTED.sub(lambda match: f"{match[0][:-1]} ", passage)
