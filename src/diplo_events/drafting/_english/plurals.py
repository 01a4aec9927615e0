"""Whether several stand before a verb in its base form: "analysts at the bank say"."""

from typing import Final

from diplo_events.drafting._english.companies import listed_after
from diplo_events.drafting._english.nouns import GROUPS, words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import Sentence
from diplo_events.drafting._english.verbs import AUXILIARIES

__all__ = ["is_body_of_several", "is_plural_before"]

NO_GROUPS: Final = words("states nations countries firms companies authorities")
"""Groups of which a body that bears their name is spoken of as one."""

TEXTS: Final = words("reports figures data estimates documents statements polls surveys studies letters posts emails")
"""Texts of several, of which one verb tells: "figures from the Lake Fund show"."""

PARTISANS: Final = words(
    """
    democrats republicans conservatives liberals greens socialists nationalists unionists communists monarchists
    islamists separatists federalists populists progressives reformists loyalists royalists labourites tories
    """
)
"""Those of a party, all together: "the Lake Democrats say"."""

CAUSING: Final = words("let lets make makes made help helps helped have has had see saw hear heard watch watched to")
"""Behind these, a verb in its base form says what somebody was made to do: "made the FBI say so"."""

AT_WORK: Final = words("at in from of for with on near")
"""Behind a group, these show where its members are."""


def is_plural_before(sentence: Sentence, left: int) -> bool:
    """Whether a subject of several stands before a verb in its base form."""
    own = sentence.ending(left + 1)
    mention = before_phrases(sentence, own)
    if mention is None:
        return True  # a coordination: decided with the subject
    if own is not None and sentence.low(own.first - 1) in {"from", "by"} and sentence.low(own.first - 2) in TEXTS:
        return sentence.low(own.first - 2).endswith("s") or sentence.low(own.first - 2) == "data"  # reports from X say
    if mention.name.split()[-1].lower() in PARTISANS:
        return True
    if (
        mention.is_plural
        or mention.kind == "group"
        or is_named_group(mention)
        or mention.name in {"i", "who"}
        or mention.head in {"police", "media"}
        or listed_after(sentence, mention) is not None
    ):
        return True
    near = {mention.first - 1, mention.first - 2}
    return any(other.last in near and sentence.low(other.last) in {"and", ",", "or", "nor"} for other in sentence.named)


def is_body_of_several(sentence: Sentence, left: int) -> bool:
    """Whether the name of a body stands before a verb in its base form, as Britons write: "the FBI say"."""
    mention = sentence.ending(left + 1)
    if mention is None or mention.kind != "body" or not mention.name[0].isupper() or not sentence.is_free(mention):
        return False
    before = sentence.low(mention.first - 1)
    return before not in CAUSING and before not in AUXILIARIES


def before_phrases(sentence: Sentence, mention: Naming | None) -> Naming | None:
    """Return the actor before the phrases that end with an actor: "analysts at the bank"."""
    while mention is not None and sentence.low(mention.first - 1) in AT_WORK:
        before = sentence.ending(mention.first - 1)
        if before is None:
            break
        mention = before
    return mention


def is_named_group(mention: Naming) -> bool:
    """Whether the name of a body begins with those who are in it: "Doctors Without Limits state that"."""
    first = mention.name.split(maxsplit=1)[0].lower()
    return mention.kind == "body" and first in GROUPS - NO_GROUPS and first.endswith("s")
