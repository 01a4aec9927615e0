"""Whether a form that can be a noun or an adjective is a verb of saying: "NATO demands", "the alleged plot"."""

import re
from typing import Final

from diplo_events.drafting._english.asides import opening_before
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.participles import ATTRIBUTES
from diplo_events.drafting._english.phrases import phrase_start
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import Sentence
from diplo_events.drafting._english.text_nouns import TEXTS
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import CUES, Cue

__all__ = ["HOLDERS", "behind", "goes_on", "is_no_verb"]

GOES_ON: Final = re.compile(
    r"(?:\b|^)(?P<lead>(?:went|goes|go|gone) on to|(?:went|goes|go|gone) (?:as|so) far (?:as )?to|continue[sd]? to"
    r"|(?:beg[aiu]ns?|start(?:ed|s)?|proceed(?:ed|s)?|(?:not|n['’]t) hesitated?) to"
    r"|(?:been|being|was|were|is|are) (?:quick|swift|fast|prompt) to"
    r"|(?:lik(?:ed|es?)|lov(?:ed"
    r"|es?)|used|never tir(?:ed|es)|was fond"
    r"|is fond|rushed|hastened|was forced|was moved|is known"
    r"|(?:was|were|is|are) (?:careful|at pains)|(?:took|takes|used) (?:the|this) (?:opportunity|occasion)"
    r"|was heard|came out|tended|tends|(?:is|was|were|are) (?:reported|said|understood|alleged|quoted|believed)"
    r") (?:of )?to)$"
)
"""Before a verb of saying, these show that it was said: "went on to say", "liked to say"."""
KEEN: Final = re.compile(r"(?:\b|^)(?P<lead>(?:was|were|is|are) (?:keen|eager|anxious) to)$")
GOING_ON: Final = ("continue", "start", "beg", "proceed")
"""How those leads begin behind which some verbs tell of deeds: "continued to support the troops"."""
DEEDS: Final = words("support back offer plan order post request report claim project order wish challenge vote")
STRESSING: Final = words("stress emphasize emphasise underline underscore note insist")
"""What somebody is keen to do, and so does: not "keen to announce a deal"."""
AFTER_NOUNS: Final = words(". of by against from between made about were was is are to in have has at over and or")
"""Behind a form that is a noun as well, these show that it is one."""
CHANNELS: Final = words("telephone phone email e-mail letter video text radio fax cable message")
"""Behind "by", these show how something was said: "the aide said by telephone"."""
THOUGHT: Final = words("believe think allege expect say report estimate fear consider deem hope")
"""Verbs of which a form in -ed before "to" is passive: "36 people believed to have fled"."""
ADVISED: Final = words("expect prepare brace wait stay avoid keep look watch remain leave")
"""Behind "said to", what somebody tells others to do: "police said to expect more arrests"."""
ONE_GROUP: Final = words("opposition administration delegation team crowd group side pair media")
OBJECT_BEGINS: Final = words("the a an it its this that for on his her him them") | {QUOTED}
"""Behind a form that is a noun as well, with one group before it, these begin what it says."""
HOLDERS: Final = words("person name office state body")


def is_no_verb(sentence: Sentence, place: int, left: int, cue: Cue, *, has_aux: bool) -> bool:
    """Whether a form is an adjective or a noun: "the alleged plot", "has alleged ties", "NATO demands"."""
    if cue.lemma == "allege" and has_aux and re.match(r"[a-z]+s\b(?! that)", behind(sentence, place, 4)):
        return True
    if cue.form == "ed" and not has_aux and cue.lemma in THOUGHT and sentence.low(place + 1) == "to":
        return cue.lemma != "say" or not (sentence.low(place + 2) in ADVISED or is_addressee(sentence, place + 2))
    is_known_as = cue.lemma in {"identify", "name"} and sentence.low(place + 1) == "as"
    if cue.form == "ed" and not has_aux and is_known_as:
        return True  # a man identified as Li
    if cue.form == "ed" and not has_aux:
        is_passive = sentence.low(place + 1) == "by" and sentence.low(place + 2) not in CHANNELS
        is_passive = is_passive and not is_saying(sentence.low(place + 2))  # responded by calling
        is_passive = is_passive and sentence.low(left) != "who" and cue.lemma not in {"stand", "stick"}
        is_object = sentence.low(left - 1) == "to" and sentence.words[left].text.islower()  # to try accused men
        is_writer = sentence.low(left - 1) == "by" and sentence.low(left - 2) in TEXTS  # a post by her read
        return (
            (sentence.low(left) in ATTRIBUTES and not is_writer)
            or is_passive
            or (is_object and sentence.ending(left + 1) is None)
        )
    return cue.is_noun and cue.form in {"s", "base"} and not noun_is_verb(sentence, place, left, cue, has_aux=has_aux)


def is_saying(low: str) -> bool:
    """Whether a word is the participle of a verb of saying."""
    cue = CUES.get(low)
    return cue is not None and cue.form == "ing" and (not cue.is_weak or cue.lemma in {"call", "quote", "ask"})


def is_addressee(sentence: Sentence, place: int) -> bool:
    """Whether somebody stands behind "said to", and no verb: "Li said to people in Oslo that"."""
    low = sentence.low(place)
    is_somebody = low in OBJECT_BEGINS or low in {"people", "me", "us", "reporters", "residents", "everyone", "anyone"}
    return is_somebody or any(mention.first == place for mention in sentence.named)


def noun_is_verb(sentence: Sentence, place: int, left: int, cue: Cue, *, has_aux: bool) -> bool:  # noqa: PLR0911  (a decision table)
    """Whether a form that is a noun as well is a verb: an actor stands before it, and no stop or "of" behind it."""
    before = sentence.low(place - 1)
    leading = goes_on(sentence, place - 1) if before == "to" else None
    if leading is not None and not (leading["lead"].startswith(GOING_ON) and cue.lemma in DEEDS):
        return True
    if before in {"did", "does", "do"} or (has_aux and before in {"also", "repeatedly", "now", "still"}):
        return True
    mention = sentence.ending(left + 1)
    if sentence.low(left) == ")" and left > 1:
        mention = sentence.ending(opening_before(sentence, left, {"("}))
    following = sentence.low(place + 1) or "."
    is_several = mention is not None and mention.is_plural and cue.form == "base"
    is_plan = following == "to" and mention is not None and (mention.kind in HOLDERS or is_several)
    is_plan = is_plan or (
        cue.lemma == "protest" and following == "against" and is_opening_state(sentence, mention, place)
    )
    if following in AFTER_NOUNS and cue.lemma != "appeal" and not is_plan:
        return is_tail(sentence, place, mention, cue)
    if sentence.low(left) == "which" and following in {"he", "she", "they", "it", "we", "i", "you"}:
        return False
    if mention is None and sentence.low(left) in {"some", "others"} and cue.form == "base":
        return following not in {"for", "of"} and (not left or not sentence.words[left - 1].is_word)
    is_free = not any(other.first <= place < other.last for other in sentence.named)
    if mention is None and is_free and sentence.words[place].text == "states" and following in {"that", ":"}:
        return True  # the dog states that
    if mention is None:
        return text_before(sentence, place, left) or (
            sentence.low(left) in {"who", ","} and (following != "," or QUOTED in sentence.low(place + 2))
        )
    is_one = mention.head in ONE_GROUP and following in OBJECT_BEGINS
    return mention.kind != "group" or is_one or not sentence.low(place).endswith("s")


def text_before(sentence: Sentence, place: int, left: int) -> bool:
    """Whether a text ends at a place, or a phrase that belongs to it: "A report released on Monday states"."""
    if sentence.low(left) in ATTRIBUTES or (sentence.words[place].is_capital and left + 1 == place):
        return False  # blaming Norway for the attacks
    phrase = phrase_start(sentence, left)
    while phrase is not None and phrase > 0 and sentence.low(phrase - 1) not in TEXTS:
        phrase = phrase_start(sentence, phrase - 1)
    return sentence.low(left) in TEXTS or (phrase is not None and phrase > 0)


def is_tail(sentence: Sentence, place: int, mention: Naming | None, cue: Cue) -> bool:
    """Whether a verb ends its sentence behind an actor and a comma: "Wages will fall, the bank forecasts"."""
    if mention is None or mention.kind not in HOLDERS or sentence.low(place + 1) not in {"", "."}:
        return False
    return cue.form == "s" and sentence.low(mention.first - 1) == ","


def goes_on(sentence: Sentence, left: int) -> re.Match[str] | None:
    """Return the words before a verb of saying that show that it was said, though "to" stands before it."""
    before = " ".join(token.low for token in sentence.words[max(0, left - 5) : left + 1])
    is_keen = sentence.low(left + 1) in STRESSING
    return GOES_ON.search(before) or (KEEN.search(before) if is_keen else None)


def behind(sentence: Sentence, place: int, count: int) -> str:
    """Return the words behind a verb."""
    return " ".join(token.text for token in sentence.words[place + 1 : place + count])


def is_opening_state(sentence: Sentence, mention: Naming | None, place: int) -> bool:
    """Whether a state opens a sentence and stands directly before a verb: "Norway protests against “theft”"."""
    is_first = mention is not None and mention.first == 0 and mention.last == place
    is_marked = any(token.text == QUOTED for token in sentence.words[place + 2 : place + 4])
    return is_first and is_marked and mention is not None and mention.kind in {"state", "body"}
