"""A place where a sentence shows that somebody says something, and the words that show it without a verb of saying."""

from typing import Final

import attrs

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.subjects import TEXTS, Sentence
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import AUXILIARIES, CUES, Cue

__all__ = ["MODALS", "WORDS_OF", "Hit", "accord", "any_verb", "opinion"]

WORDS_OF: Final = words("words view opinion telling account eyes assessment")
"""Behind "in the", with "of" behind them, these name whose words follow."""


ISSUED: Final = words("put issued released published sent circulated gave posted made wrote signed read delivered")
"""Behind an actor, these show that a text is its own: "the statement that the ministry issued"."""


SHOT: Final = words("shot shrugs laughs sighs fires snaps grins smiles began quoth ran went came")
"""Further verbs that stand between a quotation and who says it."""


NEAR_TEXT: Final = 6
"""How many words a text may stand before the actor that issued it."""


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
    """Read any verb of the past between a quotation with a comma and who says it: "“No,” fired Li."."""
    found, token = sentence.words, sentence.words[place]
    quoted = place - 1 if found[place - 1].text == QUOTED else place - 2
    if quoted < 0 or found[quoted].text != QUOTED or not token.text.islower() or token.low in AUXILIARIES | MODALS:
        return None
    if not token.low.endswith("ed") and token.low not in SHOT:
        return None
    has_comma = found[place - 1].low == "," or quoted in sentence.paused
    subject = next((m for m in sentence.named if m.first == place + 1 and not m.is_owner), None)
    if (
        not has_comma
        or subject is None
        or subject.kind in {"pronoun", "state"}
        or sentence.low(subject.last) in AUXILIARIES
    ):
        return None
    return Hit(
        place, quoted, Cue(token.low, "ed", CUES["said"].acts, is_weak=True, is_noun=False), subject, "inverted-any"
    )


def accord(sentence: Sentence, place: int) -> Hit | None:
    """Read "according to X", with "quoting Y" behind it."""
    mention = source_after(sentence, place + 2)
    if mention is None:
        return None
    following = mention.last + (sentence.low(mention.last) == ",")
    if sentence.low(following) in {"quoting", "citing"}:
        origin = source_after(sentence, following + 1)
        if origin is not None:
            return Hit(place, place, None, origin, "according-to-quoting", via=(mention,), last=origin.last)
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
    if first == place + 1 and mention.kind not in {"person", "name", "group"}:
        return None
    return Hit(place, 0, None, mention, "according-to", last=mention.last)


def source_after(sentence: Sentence, place: int) -> Naming | None:
    """Return the actor named behind "to", or behind "by" or "from" and a text: "a tweet on Monday by Li"."""
    after = [mention for mention in sentence.named if mention.first >= place]
    if after and after[0].first - place <= 1:
        return after[0]
    issued = (m for m in after[:2] if sentence.low(m.last) in ISSUED and m.first - place <= NEAR_TEXT)
    if {token.low for token in sentence.words[place : place + 4]} & TEXTS and (who := next(issued, None)) is not None:
        return who
    for mention in after[:4]:
        between = sentence.words[place : mention.first]
        if any(token.low in {",", ".", ";"} or token.text == QUOTED for token in between):
            return None
        if mention.is_owner or sentence.low(mention.first - 1) in {"by", "from", "of"}:
            return mention
    return None
