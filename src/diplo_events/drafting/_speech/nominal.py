"""Who says what a noun of saying names, in a sentence without a verb of saying: "Li’s call for talks"."""

import itertools
import re
from typing import Final

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._actors.who_is_meant import company_of, party_of
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.sentence import Sentence
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._english.text_nouns import POSSESSIVES
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._speech.context import Context

__all__ = ["by_noun_of_saying"]

HELD: Final = words("view views opinion opinions belief fear fears hope hopes position stance impression word")
"""Nouns of what somebody thinks: with "that" behind them, it was said."""

DESCRIBING: Final = words(
    "description characterization characterisation portrayal depiction denunciation condemnation dismissal view"
)
"""Nouns of how somebody calls something: "Li’s description of the deal as “dead”"."""

FALSE: Final = re.compile(r"\b(?:is|was|are|were) (?:\w+ )?(?:false|untrue|wrong|incorrect|misleading|baseless)\b")
UNIT_OF: Final = words("is was remains")

SAID: Final = (
    words(
        """
    statement statements condemnation criticism criticisms condolences praise tribute tributes denial denials call calls
    appeal appeals demand demands warning warnings claim claims allegation allegations accusation accusations complaint
    complaints concern concerns request requests proposals conditions requirements announcement promise promises
    pledge pledges threat threats suggestion suggestions
    doubt doubts assurance assurances admission assertion assertions confirmation apology congratulations insistence
    refusal plea pleas remarks comments
    contention declaration revelation revelations prediction predictions recommendation recommendations advice
    reassurance reassurances acknowledgement acknowledgment objection objections ultimatum rebuke vow vows boast
    argument message response reply verdict answer explanation
    """
    )
    | HELD
)
"""Nouns of what somebody says."""

REACTIONS: Final = words(
    """
    anger outrage fury dismay scepticism skepticism ridicule scorn applause approval disapproval opposition hostility
    enthusiasm disbelief condemnation criticism praise indignation disappointment relief protests derision
    """
)
"""With what somebody meets something: "the plan was met with anger by the unions"."""

HELD_FOR: Final = words("that to for of against over about on")
"""Behind such a noun, these begin what is said."""

LISTING: Final = words("include included are were have had")
LISTED: Final = words("demand demands request requests proposals requirements conditions complaints")
"""Nouns behind which what is said is listed: "their demands include"."""

CALLS: Final = words("phone telephone video conference roll close curtain line")
"""Before "call", these show that nobody calls for something."""

FELT: Final = words("threat threats")
"""What comes from somebody who may say nothing: "new threats from Norway"."""

BY: Final = words("by from")
COME: Final = words("came come coming")
NEAR: Final = 7
"""How many words may stand between such a noun and who says it."""

FAR: Final = 14
"""The same where the words "came from" somebody."""

LONGEST_TITLE: Final = 2
"""How many adjectives may stand between an owner and such a noun: "Norland’s repeated public calls"."""


def by_noun_of_saying(context: Context) -> tuple[Party, str, tuple[int, int], list[Party]] | None:
    """Return who says what a noun of saying names, with the rule and the noun; `None` if nobody is named."""
    found = context.unit.words
    for place, token in enumerate(found):
        is_met = token.low in REACTIONS and is_met_with(context.unit.sentence, place)
        if (token.low not in SAID | DESCRIBING and not is_met) or (not token.text.islower() and place):
            continue
        if place and found[place - 1].low in CALLS:
            continue
        owner = owner_before(context, place)
        mention = owner or source_behind(context, place)
        party = party_of(mention, context.parties, context.actors) if mention is not None else None
        if party is not None:
            is_listed = owner is not None and owner.kind == "pronoun"
            is_own = owner is None and mention is holder_before(context.unit.sentence, place)
            rule = (
                "subject" if is_own else "noun-from" if owner is None else "noun-listed" if is_listed else "noun-owner"
            )
            if owner is None and mention is not None and not is_own and is_before_words(context.unit.sentence, mention):
                rule = "noun-that"  # a warning by the ministry to “bear it”
            others = company_of(context.unit, mention) if mention is not None and owner is None else []
            together = [item for other in others if (item := context.parties.get(other.start)) is not None]
            return party, rule, (token.start, token.end), together
    return None


def is_before_words(sentence: Sentence, mention: Naming) -> bool:
    """Whether words in marks stand directly behind from whom they come: "a warning by Li to “go now”"."""
    lows = [sentence.low(mention.last), sentence.low(mention.last + 1)]
    quoted = mention.last + (lows[0] in {"to", "that"})
    return quoted < len(sentence.words) and sentence.words[quoted].text == QUOTED and lows[0] in {"to", "that"}


def is_met_with(sentence: Sentence, place: int) -> bool:
    """Whether something is met with what a noun names: "has been greeted with open scorn"."""
    before = [sentence.low(at) for at in range(place - 3, place)]
    return "with" in before and bool({"met", "greeted", "received"} & set(before[: before.index("with")]))


def owner_before(context: Context, place: int) -> Naming | None:  # noqa: PLR0911  (a decision table)
    """Return whose words a noun names, with what is said behind it: "Norland’s claim that"."""
    sentence = context.unit.sentence
    following = sentence.low(place + 1)
    if following in LISTING and sentence.words[place].low in LISTED and sentence.low(place - 1) in POSSESSIVES:
        token = sentence.words[place - 1]
        word = POSSESSIVES[token.low]
        return Naming(place - 1, place, token.start, token.end, "pronoun", word, is_plural=word == "they")
    if following in UNIT_OF and sentence.low(place + 2) == "that":
        following = "is that"
    elif token_is_held(sentence, place) and following != "that":
        return None
    is_description = sentence.low(place) in DESCRIBING and following == "of"
    is_description = is_description and any(
        one.low == "as" and two.text == QUOTED for one, two in itertools.pairwise(sentence.words[place:])
    )
    if sentence.low(place) in DESCRIBING - SAID and not is_description:
        return None
    if (
        not is_description
        and following not in HELD_FOR | {"is that"}
        and not (following in LISTING and sentence.words[place].low in LISTED)
    ):
        return None
    if following == "that" and FALSE.search(" ".join(token.low for token in sentence.words[place:])):
        return None  # X’s claim that … is false
    is_quoted = any(token.text == QUOTED for token in sentence.words[place:])
    if sentence.low(place - 1) in {"his", "her"} and is_quoted and (is_description or following == "that"):
        subject = sentence_subject(sentence, place)
        return subject if subject is not None and subject.kind in {"person", "name", "office"} else None
    return next((m for m in sentence.named if m.is_owner and 0 <= place - m.last - 1 <= LONGEST_TITLE), None)


def token_is_held(sentence: Sentence, place: int) -> bool:
    """Whether a noun names what somebody thinks."""
    return sentence.low(place) in HELD


def source_behind(context: Context, place: int) -> Naming | None:
    """Return from whom words come: "calls by ministers for", "statements of concern have come from Oslo"."""
    sentence, found = context.unit.sentence, context.unit.words
    if token_is_held(sentence, place):
        return holder_behind(sentence, place) or holder_before(sentence, place)
    if found[place].low in {"doubt", "doubts"}:
        return holder_before(sentence, place)
    far = FAR if any(token.low in COME for token in found[place:]) else NEAR
    for at in range(place + 1, min(place + far, len(found))):
        low = found[at].low
        if low in BY:
            mention = next((m for m in sentence.named if m.first - at in {1, 2} and not m.is_owner), None)
            if found[place].low in FELT and (low == "from" or found[at - 1].low in {"posed", "presented", "created"}):
                return None
            is_far = sentence.low(at - 1) in COME or is_met_with(sentence, place) or at - place <= NEAR // 2
            return mention if is_far else None
        if low in {",", ".", ";", "that", "which", "who"} or found[at].text == QUOTED:
            return None
    return None


def holder_before(sentence: Sentence, place: int) -> Naming | None:
    """Return who thinks something: "Li is of the opinion that", "Li has no doubt that"."""
    before = [sentence.low(place - 2), sentence.low(place - 1)]
    is_held = (
        before in (["of", "the"], ["has", "no"], ["have", "no"], ["had", "no"]) and sentence.low(place + 1) == "that"
    )
    return sentence_subject(sentence, place) if is_held else None


def holder_behind(sentence: Sentence, place: int) -> Naming | None:
    """Return who thinks something: "It is the view of Li that", "the word from Oslo is that"."""
    mention = next((m for m in sentence.named if m.first in {place + 2, place + 3} and not m.is_owner), None)
    if mention is None or sentence.low(place + 1) not in {"of", "from", "among"}:
        return None
    that = mention.last + (sentence.low(mention.last) in UNIT_OF)
    return mention if sentence.low(that) == "that" else None
