"""What somebody speaks or comes before the press for, and what states pledge: "called A to thank her"."""

import re
from typing import Final

from diplo_events.drafting._english.hits import Hit
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.phrases import LONGEST_ASIDE
from diplo_events.drafting._english.sentence import Sentence, before_verb
from diplo_events.drafting._english.subjects import subject_before
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import CUES, Cue

__all__ = ["caused", "pledge", "purpose"]

CAUSING: Final = words("prompting leading causing forcing moving pushing spurring provoking compelling inspiring")
"""Behind these stands whom something makes say something: "prompting Li to reply that"."""

SPOKE: Final = words(
    "spoke speaks spoken called phoned telephoned rang wrote written cabled texted engaged calls writes"
)
SUMMONED: Final = words("summoned summons summon")
PROTESTS: Final = words("protest express convey lodge complain condemn demand object denounce")
"""What a state summons an envoy for, and so says."""

PURPOSES: Final = words(
    """
    inform tell assure warn notify remind thank congratulate express convey reaffirm reiterate underscore underline
    stress emphasize emphasise
    urge condemn
    """
)
"""What somebody calls, writes or speaks for, and so says: "called A to thank her"."""

CAME: Final = words(
    "met meets meeting visited visits travelled traveled travels flew flies came comes went arrived arrives hosted"
)
EXPRESSING: Final = words(
    "convey express reaffirm reiterate extend offer underscore underline stress emphasize emphasise thank congratulate"
)
"""What somebody meets others or comes for, and so says, where words in marks tell what: "came to offer “full help”"."""

MARCHED: Final = words("marched rallied gathered demonstrated protested assembled marching rallying gathering")
OPPOSING: Final = words("demand denounce condemn oppose urge support call protest")
"""What a crowd marches for, and so says: "Protesters marched to demand “an end”"."""

BECAME: Final = words("was were is are became become becomes")
RANKS: Final = words("first second third last latest only among")
LONGEST_FIRST: Final = 9
"""How many words may stand between "became" and the verb: "became the first country in the region to condemn"."""
FIRST_SAID: Final = words(
    "say state announce declare call condemn accuse warn pledge promise urge reject propose demand admit confirm deny"
)
"""What the first one to say it has said."""
PRESS: Final = re.compile(r"(?:an? |the |their )?(?:\w+ )?(?:(?:press|news) (?:conference|briefing)|media briefing)\b")
"""Behind "held", these show that somebody speaks to the press."""

HELD: Final = words("held holds gave gives called convened")
ANNOUNCING: Final = words("announce say explain declare reveal confirm deny condemn urge reject warn denounce")
"""What somebody holds a press conference for, and so says."""

WORKING: Final = re.compile(
    r"(?:to (?:work|support|back|stand|cooperate|consult|coordinate|provide|assist|help|pursue|press|urge|uphold)"
    r"|working|supporting|facilitating|cooperating|consulting|coordinating|providing|assisting|helping|pursuing)\b"
)
"""Behind "will continue", these show what states pledge."""


def caused(sentence: Sentence, place: int, left: int, cue: Cue) -> Hit | None:
    """Read a verb of saying as what somebody is made to say: "Li called it weak, prompting Wu to reply that"."""
    who = sentence.ending(left)
    is_caused = who is not None and sentence.low(who.first - 1) in CAUSING and not who.is_owner
    if who is None or not is_caused or cue.is_weak:
        return None
    return Hit(place, who.first, cue, who, "with-participle", last=place + 1)


def purpose(sentence: Sentence, place: int, left: int, cue: Cue) -> Hit | None:
    """Read a verb of saying as what somebody spoke for: "A spoke to B to reaffirm", "A called B to tell her that"."""
    if (hit := first_to(sentence, place, left, cue)) is not None:
        return hit
    if cue.lemma not in PURPOSES | ANNOUNCING | OPPOSING | PROTESTS | EXPRESSING or sentence.low(left - 1) in {
        ",",
        "not",
        "only",
    }:
        return None
    for at in range(left - 1, max(-1, left - LONGEST_ASIDE), -1):
        low = sentence.low(at)
        if low in {".", ";", ":", "and", "that", "who", "which"} or sentence.words[at].text == QUOTED:
            return None
        is_spoken = low in SPOKE and cue.lemma in PURPOSES and sentence.low(at + 1) not in {"for", "on", "off"}
        is_spoken = is_spoken or (low in CAME and cue.lemma in EXPRESSING and is_marked(sentence, place))
        is_spoken = is_spoken or (low in MARCHED and cue.lemma in OPPOSING)
        is_spoken = is_spoken or (low in SUMMONED and cue.lemma in PROTESTS)
        if is_spoken or (
            low in HELD and cue.lemma in PURPOSES | ANNOUNCING and PRESS.match(behind(sentence, at)) is not None
        ):
            before, _ = before_verb(sentence.words, at)
            subject = subject_before(sentence, before)
            if subject.mention is None or sentence.low(before) == "to":
                return None
            return Hit(place, subject.first, cue, subject.mention, subject.rule, subject.together, last=place + 1)
    return None


def first_to(sentence: Sentence, place: int, left: int, cue: Cue) -> Hit | None:
    """Read a verb of saying that somebody was the first or the last to say: "Norway became the first state to say"."""
    near = range(left - 1, max(0, left - LONGEST_FIRST), -1)
    verb = next((at for at in near if sentence.low(at) in BECAME), None)
    rank = [token.low for token in sentence.words[verb + 1 : left]] if verb is not None else []
    if verb is None or cue.lemma not in FIRST_SAID or not RANKS & set(rank) or {",", "who", "that"} & set(rank):
        return None
    subject = subject_before(sentence, before_verb(sentence.words, verb)[0])
    if subject.mention is None or sentence.low(verb - 1) in {"not", "to", "could", "may", "might", "would"}:
        return None
    return Hit(place, subject.first, cue, subject.mention, subject.rule, subject.together, last=place + 1)


def is_marked(sentence: Sentence, place: int) -> bool:
    """Whether words in marks stand in what somebody expresses, with no further clause before them."""
    for at in range(place + 1, min(place + LONGEST_FIRST, len(sentence.words))):
        if sentence.words[at].text == QUOTED:
            return True
        if sentence.low(at) in {",", ";", "who", "which", "that", "and", "to"}:
            return False
    return False


def behind(sentence: Sentence, place: int) -> str:
    """Return the next words behind a verb."""
    return " ".join(token.low for token in sentence.words[place + 1 : place + 8])


def pledge(sentence: Sentence, place: int) -> Hit | None:
    """Read what states pledge to go on with, where nobody reports it: "A and B will continue to work for peace"."""
    left, skipped = before_verb(sentence.words, place)
    if not {token.low for token in skipped} <= {"will", "also", "jointly"} or not skipped:
        return None
    subject = subject_before(sentence, left)
    mention = subject.mention
    if mention is None or any(m.kind != "state" or m.is_owner for m in (mention, *subject.together)):
        return None
    is_whole = subject.first == 0 or sentence.low(subject.first - 1) in {",", "the"}
    if not is_whole or subject.rule != "subject" or WORKING.match(behind(sentence, place)) is None:
        return None
    cue = Cue("continue", "base", CUES["pledge"].acts, is_weak=True, is_noun=False)
    return Hit(place, subject.first, cue, mention, subject.rule, subject.together, last=place + 1)
