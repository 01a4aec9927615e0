"""A place where a sentence shows that somebody says something, and the words that show it without a verb of saying."""

import itertools
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.drafting._english.cited import rule_of_cited
from diplo_events.drafting._english.descriptions import THINGS, described_after
from diplo_events.drafting._english.nouns import TIMES, words
from diplo_events.drafting._english.phrases import BOUNDARIES, MODIFIERS
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import PREPOSITIONS, Sentence, before_verb, is_adverb
from diplo_events.drafting._english.subjects import SPOKEN, subject_before
from diplo_events.drafting._english.text_nouns import TEXTS, of_text
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._english.verbs import AUXILIARIES, CUES, Cue

__all__ = [
    "MODALS",
    "OBJECTS",
    "WORDS_OF",
    "Hit",
    "accord",
    "any_verb",
    "both_say",
    "opinion",
    "opinion_of",
    "text_after",
]

WORDS_OF: Final = words(
    "words view opinion telling account eyes assessment analysis estimate estimation judgment judgement"
)
"""Behind "in the", with "of" behind them, these name whose words follow."""

WORDING: Final = words("phrase phrasing parlance reckoning mind formulation book description version")
"""Behind "in" and an owner, these show as well that the words or the thought are the owner’s."""

VIEWS: Final = words("words view opinion account assessment estimation judgment judgement estimate telling")
"""Behind "in his", these name whose words or thoughts follow."""

OWNERS: Final = MappingProxyType({"his": "he", "her": "she", "its": "it", "their": "they"})
"""Owners without a name, each with the pronoun that means the same."""

BEHIND_WHICH: Final = words(", — – is was are were")
TOLD_BY: Final = words("tell describe put")
PAUSES: Final = words(", .")
ISSUED: Final = words("put issued released published sent circulated gave posted made wrote signed read delivered")
"""Behind an actor, these show that a text is its own: "the statement that the ministry issued"."""

SHOT: Final = words(
    """
    shook bent rose stood sat held broke let gave drew wrote shot shrugs laughs sighs fires snaps grins smiles began
    quoth ran went came wept spat sang swore
    """
)
"""Further verbs that stand between a quotation and who says it."""


NO_VERBS: Final = PREPOSITIONS | BOUNDARIES | words("and or but who whose the a an not also too himself herself then")
"""Words that are not verbs behind a subject."""


SUPPOSED: Final = words("it this that there such these those any no")
"""Behind "for the minister," these begin what somebody thinks."""

NEAR_TEXT: Final = 6
"""How many words a text may stand before the actor that issued it."""


OBJECTS: Final = MappingProxyType({"him": "he", "her": "she", "them": "they"})
"""Pronouns behind "to" and as an object, each with the one as which it is read."""

LONGEST_NOUNS: Final = 4
"""How many words, with an article, stand before an office: "a city fire service spokesman"."""


FAR_SOURCE: Final = 14
"""How many words behind "per" the comma stands that ends the name of its source."""


@attrs.frozen
class Hit:
    """A verb of saying, or other words that name a speaker."""

    place: int
    """The place of the verb among the words."""
    first: int
    """Where its clause begins: with the subject, or with the verb."""
    cue: Cue | None
    """The verb."""
    subject: Naming | None
    """Who says it, if the sentence names anyone there."""
    rule: str
    """The rule by which the subject was found."""
    together: tuple[Naming, ...] = ()
    """Others with whom the subject says it."""
    via: tuple[Naming, ...] = ()
    """Through whom it is reported."""
    last: int = 0
    """The place behind the words of the cue."""
    is_finite: bool = True
    """Whether the verb has a subject of its own."""


MODALS: Final = words("will shall would should can could may might must")


def any_verb(sentence: Sentence, place: int) -> Hit | None:
    """Read any verb between a quotation that ends with a comma and who says it, in either order: "“No,” fired Li."."""
    token = sentence.words[place]
    if not token.text.islower() or token.low in AUXILIARIES | MODALS | NO_VERBS:
        return None
    return verb_before(sentence, place) or verb_behind(sentence, place)


def verb_before(sentence: Sentence, place: int) -> Hit | None:
    """Read "“No,” fired Li" and "“No,” shouted a miller"."""
    token = sentence.words[place]
    quoted = paused_before(sentence, place)
    if quoted is None or not (token.low.endswith("ed") or token.low in SHOT or token.low in CUES):
        return None
    first = place + 1
    while sentence.low(first) in {"back", "out", "in", "away"} or (
        first < len(sentence.words) and is_adverb(sentence.words[first])
    ):
        first += 1
    subject = next((m for m in sentence.named if m.first == first and not m.is_owner), None)
    together: tuple[Naming, ...] = ()
    if (text := text_after(sentence, first)) is not None:
        subject, together, _, rule = of_text(sentence, text)
    elif subject is None:
        subject, rule = described_after(sentence, first), "described"
    else:
        rule = "inverted-any"
    if (
        subject is not None
        and subject.kind == "body"
        and subject.name.islower()
        and subject.name == token_after(sentence, place)
    ):
        return None  # takes force
    if subject is not None and subject.kind == "office" and subject.name.islower() and is_bare(sentence, subject):
        return None  # blocked major streets
    if subject is None or subject.kind in {"pronoun", "state"} or sentence.low(subject.last) in AUXILIARIES:
        return None
    return Hit(place, quoted, CUES.get(token.low) or spoken(token.low), subject, rule, together, last=place + 1)


def is_bare(sentence: Sentence, subject: Naming) -> bool:
    """Whether an office stands without an article or a number, as an adjective does."""
    first = sentence.low(subject.first)
    return first == subject.name.split()[0].lower() and first not in {"one", "another"}


def token_after(sentence: Sentence, place: int) -> str:
    """Return the word behind a place, as it is written; nothing at the end."""
    return sentence.words[place + 1].text if place + 1 < len(sentence.words) else ""


def text_after(sentence: Sentence, first: int) -> int | None:
    """Return the place of the text that says something, with an article before it: "read a ministry statement"."""
    if sentence.low(first) in {"part", "parts"} and sentence.low(first + 1) == "of":
        first += 2  # read part of the notice
    near = (
        range(first + 1, min(first + NEAR_TEXT, len(sentence.words)))
        if sentence.low(first) in {"a", "an", "the", "its", "their"}
        else ()
    )
    for place in near:
        if sentence.low(place) in TEXTS:
            return place
        if sentence.low(place) in PREPOSITIONS or not sentence.words[place].is_word:
            return None
    return None


def verb_behind(sentence: Sentence, place: int) -> Hit | None:  # noqa: PLR0911  (a decision table)
    """Read "“No,” he shrugged" and "“No,” the minister, Li, confided to her staff"."""
    low = sentence.low(place)
    if not low.endswith(("ed", "s")) and low not in SHOT:
        return None
    clause = itertools.takewhile(lambda token: token.is_word and token.low != "and", sentence.words[place + 1 :])
    if low in MODIFIERS or any(token.low in SPOKEN for token in clause):
        return None
    left, _ = before_verb(sentence.words, place)
    if left < 1:
        return None
    subject = subject_before(sentence, left)
    mention = subject.mention
    if mention is None or mention.kind not in {"person", "name", "office", "pronoun", "group", "body"}:
        return None
    quoted = paused_before(sentence, subject.first)
    if quoted is None or mention.name in {"it", "who", "i", "we"}:
        return None
    if subject.rule not in {"subject-aside", "apposition"} and left + 1 != mention.last:
        return None
    rule = "pronoun" if mention.kind == "pronoun" else "subject-any"
    return Hit(place, quoted, spoken(sentence.low(place)), mention, rule, subject.together, last=place + 1)


def paused_before(sentence: Sentence, place: int) -> int | None:
    """Return the place of the quotation directly before a word, if it ends with a comma or has one behind it."""
    if place > 0 and sentence.words[place - 1].text == QUOTED:
        return place - 1 if place - 1 in sentence.paused and sentence.low(place) != "," else None
    is_quoted = place > 1 and sentence.low(place - 1) == "," and sentence.words[place - 2].text == QUOTED
    return place - 2 if is_quoted else None


def both_say(sentence: Sentence, place: int, cue: Cue) -> Hit | None:
    """Read "Both said": those two who were named before."""
    if sentence.low(0) not in {"both", "all"} or place > 3 or cue.form not in {"ed", "base"}:  # noqa: PLR2004  (adverbs)
        return None
    token = sentence.words[0]
    they = Naming(0, 1, token.start, token.end, "pronoun", "they", is_plural=True)
    return Hit(place, 0, cue, they, "pronoun", last=place + 1)


def spoken(verb: str) -> Cue:
    """Return a verb that is of saying here only."""
    return Cue(verb, "ed", CUES["said"].acts, is_weak=True, is_noun=False)


def accord(sentence: Sentence, place: int) -> Hit | None:
    """Read "according to X", with "quoting Y" behind it."""
    mention = author_behind(sentence, place + 2) or source_after(sentence, place + 2)
    if sentence.low(place + 2) in OBJECTS:
        token = sentence.words[place + 2]  # according to him
        mention = Naming(place + 2, place + 3, token.start, token.end, "pronoun", OBJECTS[token.low])
    if mention is None and (text := text_after(sentence, place + 2)) is not None:
        subject, together, _, rule = of_text(sentence, text)
        return Hit(place, place, None, subject, rule, together, last=text + 1)
    if mention is None or mention.name == "who":
        return None
    following = mention.last + (sentence.low(mention.last) == ",")
    following += sentence.low(following) in {"which", "who"}
    if sentence.low(following) in {"quoting", "citing", "quoted", "cited", "quotes", "cites"}:
        origin, is_by = source_after(sentence, following + 1), sentence.low(following + 1) == "by"
        if origin is not None and is_by:
            return Hit(place, place, None, mention, "according-to", via=(origin,), last=origin.last)
        if origin is not None:
            return Hit(place, place, None, origin, rule_of_cited(origin), via=(mention,), last=origin.last)
    return Hit(place, place, None, mention, "according-to", last=mention.last)


def opinion(sentence: Sentence, place: int) -> Hit | None:
    """Read "in the words of X, …" at the beginning of a sentence, and "for X, … “…”" where a quotation follows."""
    lead = [token.low for token in sentence.words[:place]]
    if sentence.low(place) in {"for", "to"}:
        if place or not any(token.text == QUOTED for token in sentence.words):
            return None
        first = place + 1
    elif sentence.low(place + 1) == "of" and lead[-2:] == ["in", "the"]:
        first = place + 2
    else:
        return None
    mention = next((item for item in sentence.named if item.first in {first, first + 1}), None)
    if mention is None or mention.kind == "pronoun" or sentence.low(mention.last) != ",":
        return None
    is_view = mention.kind == "office" and mention.is_definite and sentence.low(mention.last + 1) in SUPPOSED
    if first == place + 1 and mention.kind not in {"person", "name", "group"} and not is_view:
        return None
    return Hit(place, 0, None, mention, "according-to", last=mention.last)


def opinion_of(sentence: Sentence, place: int) -> Hit | None:
    """Read "in X’s view", "by X’s own account", "to use X’s phrase", "per X", "to hear X tell it", "as far as X is"."""
    low, before = sentence.low(place), sentence.low(place - 1)
    mention: Naming | None = None
    if low in WORDS_OF | WORDING:
        near = (m for m in sentence.named if m.is_owner and place - m.last in {1, 2} and m.kind != "pronoun")
        mention = next(near, None)
        lead = sentence.low(mention.first - 1) if mention is not None else ""
        is_closed = sentence.low(place + 1) in {"", ",", "."} or sentence.words[place + 1].text == QUOTED
        is_own = place - (mention.last if mention is not None else place) == 1 or before == "own"
        mention = mention if lead in {"in", "by", "use"} and is_closed and is_own else None
        if mention is None and sentence.low(place + 1) == "of" and place > 2:  # noqa: PLR2004  (in the view of)
            is_led = [sentence.low(place - 2), before] == ["in", "the"] and sentence.low(place - 3) in BEHIND_WHICH | {
                QUOTED
            }
            near = (m for m in sentence.named if m.first in {place + 2, place + 3} and m.kind != "pronoun")
            mention = next(near, None) if is_led else None
        if mention is None and low in VIEWS and (whose := own_view(sentence, place)) is not None:
            return Hit(place, place, None, whose, "according-to", last=place + 1)
    elif low == "quote" and before == "to":
        mention = next((m for m in sentence.named if m.first == place + 1 and m.kind in {"person", "name"}), None)
        mention = mention if mention is not None and sentence.low(mention.last) == "," else None
    elif low in {"per", "hear"} and (before == "to" if low == "hear" else not place or before == ","):
        mention = next((m for m in sentence.named if m.first == place + 1 and not m.is_owner), None)
        is_measure = (
            mention is not None and mention.kind == "office" and sentence.low(place + 1) == mention.name.lower()
        )
        is_told = (
            mention is not None
            and not is_measure
            and mention.name.split()[-1].lower() not in THINGS  # per the Bill
            and sentence.low(mention.last) in (TOLD_BY if low == "hear" else PAUSES)
        )
        mention = mention if is_told else per_text(sentence, place)
        if mention is None and low == "per" and (text := text_after(sentence, place + 1)) is not None:
            subject, together, _, rule = of_text(sentence, text)  # per the report
            return Hit(place, place, None, subject, rule, together, last=text + 1)
    elif low == "far" and before == "as" and sentence.low(place + 1) == "as":
        mention = next((m for m in sentence.named if m.first == place + 2), None)
        is_view = mention is not None and sentence.low(mention.last + 1) == "concerned"
        mention = mention if is_view else None
    if mention is None:
        return None
    return Hit(place, place, None, mention, "according-to", last=max(place + 1, mention.last))


def own_view(sentence: Sentence, place: int) -> Naming | None:
    """Return whose view "in his view" names, as a pronoun; `None` if it is something else."""
    owner = place - 1 - (sentence.low(place - 1) == "own")
    pronoun = OWNERS.get(sentence.low(owner))
    is_led = sentence.low(owner - 1) in {"in", "by"} and sentence.low(owner - 2) not in {"confidence", "change"}
    is_closed = sentence.low(place + 1) in {"", ",", "."} or sentence.words[place + 1].text == QUOTED
    if pronoun is None or not is_led or not (is_closed or owner == 1):
        return None
    token = sentence.words[owner]
    return Naming(owner, owner + 1, token.start, token.end, "pronoun", pronoun, is_plural=pronoun == "they")


def per_text(sentence: Sentence, place: int) -> Naming | None:
    """Return whose text or numbers stand behind "per" at the beginning: "Per figures published by the Lake Fund, …"."""
    comma = next((at for at in range(place, len(sentence.words)) if sentence.low(at) == ","), 0)
    if place or not 0 < comma <= FAR_SOURCE or sentence.low(0) != "per":
        return None
    return next((m for m in sentence.named if sentence.low(m.first - 1) == "by" and m.last == comma), None)


def source_after(sentence: Sentence, place: int) -> Naming | None:
    """Return the actor named behind "to", or behind "by" or "from" and a text: "a tweet on Monday by Li"."""
    after = [mention for mention in sentence.named if mention.first >= place]
    if after and (after[0].first - place <= 1 or is_beside(sentence, place, after[0])):
        return after[0]
    issued = (m for m in after[:2] if sentence.low(m.last) in ISSUED and m.first - place <= NEAR_TEXT)
    if {token.low for token in sentence.words[place : place + 4]} & TEXTS and (who := next(issued, None)) is not None:
        return who
    for mention in after[:4]:
        between = sentence.words[place : mention.first]
        if any(is_stop(between, at) for at in range(len(between))):
            return None
        if sentence.low(mention.last) in TEXTS | {"press"} and all(is_dated(token) for token in between):
            return mention
        if mention.is_owner or sentence.low(mention.first - 1) in {"by", "from", "of"}:
            return mention
    return None


def author_behind(sentence: Sentence, place: int) -> Naming | None:
    """Return by whom a text with a name of its own is: "according to the Lakes Today report by the Lake Fund"."""
    for at in range(place, min(place + FAR_SOURCE, len(sentence.words))):
        if not sentence.words[at].is_word or sentence.low(at) in PREPOSITIONS or sentence.words[at].text == QUOTED:
            return None
        if sentence.low(at) in TEXTS and sentence.low(at + 1) in {"by", "from"}:
            return next((m for m in sentence.named if m.first - at in {2, 3} and not m.is_owner), None)
    return None


def is_beside(sentence: Sentence, place: int, mention: Naming) -> bool:
    """Whether only a description stands between a place and an actor: "a city police spokesperson", "his rival, X"."""
    return is_premodified(sentence, place, mention.first) or is_described(sentence, place, mention)


def is_described(sentence: Sentence, place: int, mention: Naming) -> bool:
    """Whether a plain noun and a comma stand before a name: "according to his rival, Ana Reis"."""
    between = sentence.words[place : mention.first]
    is_short = 2 < len(between) <= LONGEST_NOUNS and between[-1].low == ","  # noqa: PLR2004  (article, noun, comma)
    is_led = is_short and between[0].low in {"a", "an", "one", "his", "her", "its", "their"}
    is_closed = sentence.low(mention.last) in {",", ".", ""}
    return (
        is_led
        and is_closed
        and mention.kind in {"person", "name"}
        and all(token.text.islower() and token.low not in NO_VERBS | THINGS for token in between[1:-1])
    )


def is_premodified(sentence: Sentence, place: int, first: int) -> bool:
    """Whether only an article and plain nouns stand before an actor: "a city police spokesperson"."""
    between = sentence.words[place:first]
    is_short = len(between) <= LONGEST_NOUNS and between[0].low in {"a", "an", "the", "one"}
    return is_short and all(
        token.text.islower() and token.is_word and token.low not in NO_VERBS | TEXTS for token in between[1:]
    )


def is_stop(between: Sequence[Token], at: int) -> bool:
    """Whether a word ends the phrase behind "according to"; a comma inside a date does not."""
    is_date = between[at].low == "," and at + 1 < len(between) and between[at + 1].text.isdigit()
    return (between[at].low in {",", ".", ";"} and not is_date) or between[at].text == QUOTED


def is_dated(token: Token) -> bool:
    """Whether a word is an article or a part of a date: "a March 14, 2019 Norland press release"."""
    return token.low in {"a", "an", "the", ","} or token.text.isdigit() or token.low in TIMES
