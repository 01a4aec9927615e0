"""Who says a quotation that fills its paragraph or its sentence: by a label, a lead-in, or the one person near it."""

import re
from typing import Final

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._actors.who_is_meant import part, party_of
from diplo_events.drafting._english.companies import company
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import ADJECTIVES, BODIES, ROLES, words
from diplo_events.drafting._english.portfolios import PORTFOLIOS
from diplo_events.drafting._english.text_nouns import TEXTS
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._speech.context import Context
from diplo_events.drafting._speech.labels import labelled
from diplo_events.vocab import Section

__all__ = ["ISSUERS", "before_label", "by_itself", "introduced", "person_near"]

LONGEST_LABEL: Final = 16
"""How many words stand before the colon of a line of quotations at most."""

LABEL_WORDS: Final = (
    ROLES | ADJECTIVES | BODIES | PORTFOLIOS | words("of for the and to at in 's a an on with from & , ( )")
)
"""Words without a capital in such a label."""

LONGEST_NAME: Final = 5
"""How many words a label has that is a name which no rule reads: "POLITICO.eu"."""

COMING_BY: Final = words("found seized discovered received obtained recovered intercepted")
"""Verbs of those who come by a text of somebody else."""

ITEMS: Final = re.compile(r"[\s•▪●◦‣*·–-]*\Z")
LEAD_IN: Final = re.compile(
    r"\b(?:moments?|highlights?|quotes?|excerpts?|lines|words|remarks|speech|address|takeaways|statements?|said|says"
    r"|told|wrote|added|continued|explained|concluded)\b[^.!?:]{0,60}:\s*\Z",
    re.IGNORECASE,
)
"""How a line ends behind which quotations of one person stand: "Here are the top moments:"."""

ISSUERS: Final = words("body state name group")
"""Those whose text may follow a sentence that tells of it: "The ministry issued a statement. “We …”"."""

THIRD_PERSON: Final = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]ers?)\b")
SUBJECT: Final = re.compile(
    r"(?:\A|^|[.!?:;,][”\"’'»]?\s+|\b(?:and|but|that|when|while|as|to|was|is)\s+)(?:[Tt]he\s+|[Aa]n?\s+)?\Z"
)
"""What stands before the subject of a clause."""

FIRST_PERSON: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|I['’]\w+|[Ww]e['’]\w+)\b")
ENDED: Final = re.compile(r"[.!?…][”\"’'»]?\Z")


def before_label(context: Context) -> Party | None:
    """Return whom the label of a line names that is a quotation and nothing else: "Envoy Ana Reis of Norland: “…”"."""
    unit, found = context.unit, context.unit.words
    colon = colon_of_line(context)
    if not colon:
        return None
    if found[0].low in {"on", "regarding"} and not any(token.is_capital for token in found[1:colon]):
        return on_topic(context)
    mention = unit.sentence.ending(colon)
    if mention is not None and not unit.sentence.is_free(mention):  # Ana Reis, on Fox News
        mention = next((m for m in unit.named if m.kind == "person" and m.last < colon), mention)
    if any(token.is_word and token.text.islower() and token.low not in LABEL_WORDS for token in found[:colon]):
        return None
    if mention is not None and not company(unit.sentence, mention):
        mention = headed_by(context, colon) or mention  # Ana Reis, Chair, Lake Fund
    if mention is not None and mention.kind in {"person", "name", "body", "state"} and not mention.is_owner:
        party = party_of(mention, context.parties, context.actors)
        others = [context.parties.get(other.start) for other in company(unit.sentence, mention)]
        together = [other for other in others if other is not None]
        return context.actors.together([*together, party]) if together and party is not None else party
    if mention is None and colon <= LONGEST_NAME and all(token.text[0].isupper() for token in found[:colon]):
        return labelled(context.text[found[0].start : found[colon - 1].end], context.actors)
    return None


def headed_by(context: Context, colon: int) -> Naming | None:
    """Return the person with whom a label begins, with what they are behind commas."""
    unit = context.unit
    first = next((m for m in unit.named if m.first == 0 and m.last < colon), None)
    if first is None or first.kind not in {"person", "name"} or " " not in first.name:
        return None
    behind = [token.low for token in unit.words[first.last : colon]]
    while behind[:1] != [] and behind[0] in {"jr", "sr", "jr.", "sr.", "."}:
        behind.pop(0)
    return first if behind[:1] == [","] and "and" not in behind else None


def colon_of_line(context: Context) -> int:
    """Return the place of the colon of a paragraph that is a label and a quotation; 0 if it is none."""
    unit, found = context.unit, context.unit.words
    quoted = next((at for at, token in enumerate(found) if token.text == QUOTED), 0)
    is_line = unit.opens_block and unit.block.section is not Section.HEADLINE and 1 < quoted <= LONGEST_LABEL + 1
    is_whole = not any(token.is_word for token in found[quoted + 1 :])
    return quoted - 1 if is_line and is_whole and found[quoted - 1].low == ":" else 0


def on_topic(context: Context) -> Party | None:
    """Return who speaks on the topic of a label, "On trade: “…”": whoever spoke last, or the person of the text."""
    last = context.last
    if last is not None and last.section is context.unit.block.section and last.speaker is not None:
        return last.speaker if last.speaker.is_person else None
    return next((party for party in reversed(context.actors.focused) if party.is_person), None)


def by_itself(context: Context) -> tuple[str, Party] | None:
    """Return who says a sentence that is a quotation and nothing else, where what stands before it shows that."""
    if (party := answering(context)) is not None:
        return "answer", party
    if (party := led_in(context) or label_above(context)) is not None:
        return "lead-in", party
    if (context.last is None or context.last.speaker is None) and (party := introduced(context, "…")) is not None:
        return "introduced", party
    return None


def answering(context: Context) -> Party | None:
    """Return who answers the question of the paragraph before: the first person of the text that did something."""
    before = context.text[: context.unit.start].rstrip()
    if not context.unit.opens_block or not before.endswith("?"):
        return None
    return next((party for party in context.actors.focused if party.is_person), None)


def introduced(context: Context, between: str) -> Party | None:
    """Return who was the subject of the sentence before, in the same paragraph: "Li was blunter. “No.”"."""
    focused = context.actors.focused[-1:]
    if not between.strip() or context.unit.opens_block or not focused:
        return None
    before = re.split(r"[.!?] ", context.text[context.unit.block.start : context.unit.start].strip())[-1]
    lows = set(re.findall(r"\w+", before.lower()))
    is_issuer = focused[0].kind in ISSUERS and bool(TEXTS & lows) and not COMING_BY & lows
    return focused[0] if focused[0].is_person or is_issuer else None


def led_in(context: Context) -> Party | None:
    """Return who speaks behind a line such as "Here are the top moments:": the person of whom the text tells."""
    last, before = context.last, ITEMS.sub("", context.text[: context.unit.start])
    if not context.unit.opens_block:
        return None
    if last is not None and last.rule == "lead-in" and ITEMS.fullmatch(context.text, last.end, context.unit.start):
        return last.speaker
    if not LEAD_IN.search(before[-120:]):
        return None
    if (
        last is not None
        and last.rule.startswith("text-")
        and not context.text[last.end : context.unit.start].strip(": \n")
    ):
        return last.speaker  # This is what the statement says:
    return next((party for party in reversed(context.actors.focused) if party.is_person), None)


def label_above(context: Context) -> Party | None:
    """Return whom the line above names that is a label with its office: "Ana Reis, head of the Lake Fund:"."""
    above = context.text[: context.unit.start].rstrip()
    start = max(above.rfind("\n"), above.rfind("\r")) + 1
    line = above[start:]
    if not context.unit.opens_block or not line.endswith(":") or len(line.split()) > LONGEST_LABEL:
        return None
    named = [m for m in part(context.text, start, len(above) - 1) if m.kind in {"person", "name"}]
    is_label = bool(named) and named[0].first == 0 and line[named[0].end - start :][:1] in {",", ":", "("}
    is_label = is_label and not re.search(r"\b(?:is|was|has|had|will|who)\b", line)
    return context.actors.find(named[0]) if is_label and " " in named[0].name else None


def person_near(context: Context) -> Party | None:
    """Return the one person whom the sentences before a quotation name, in its paragraph or in the one before.

    Words of a paragraph of their own are that person's only where they are in the first person or a whole sentence.
    """
    text, unit = context.text, context.unit
    start = unit.block.start
    if unit.opens_block:
        above = text[: unit.start].rstrip()
        start = max(above.rfind("\n"), above.rfind("\r")) + 1
        inside = text[unit.quotations[0].start : unit.quotations[-1].end]
        if not ENDED.search(above) or not (FIRST_PERSON.search(inside) or ENDED.search(inside)):
            return None
    inside = text[unit.quotations[0].start : unit.quotations[-1].end]
    if THIRD_PERSON.search(inside) and not FIRST_PERSON.search(inside):
        return None
    near = {at: party for at, party in context.actors.by_place.items() if start <= at < unit.start}
    persons = list(dict.fromkeys(party for party in near.values() if party.is_person or party.may_be_person))
    named = [party for party in persons if party.kind in {"person", "name"}]
    if len(named or persons) != 1 or (not named and not persons[0].is_person):
        return None
    person = (named or persons)[0]
    first = min(at for at, party in near.items() if party is person)
    last = context.actors.focused[-1:]
    is_last = last in ([], [person]) or last[0].kind not in {"body", "group"}  # police found a note
    return person if is_last and SUBJECT.search(text, start, first) else None
