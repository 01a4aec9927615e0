"""Which rules fill a field in: those whose measured precision is high enough; of all others the draft asks."""

import re
from typing import Final

from diplo_events.drafting._english.nouns import words

__all__ = ["SURE_ACTS", "SURE_SPEAKERS", "is_sure"]

SURE_SPEAKERS: Final = words(
    """
    subject subject-aside subject-over-phrase apposition inverted relative according-to according-to-quoting
    according-subject reported-subject reported-subject-aside pronoun-he pronoun-she pronoun-again
    headline-quote headline-tail words-of participle late-participle text-participle by-participle-pronoun coordinated
    with-participle colon signature turn whole-text initial-participle initial-participle-pronoun tail text
    colon-words described subject-colon introduced restated continued continued-later headline-colon heard-from
    text-pronoun text-state text-near text-issued quoted-verb noun-listed noun-that subject-over-aside
    quoted-as-saying quoted-as-saying-pronoun reported-pronoun
    according-to-pronoun label lead-in person-near de-inverted fr-inverted de-subject fr-subject de-pronoun
    fr-pronoun de-according-to fr-according-to
    """
)
"""The rules by which a speaker is filled in: those that texts never met have shown to be right often enough."""

SURE_ACTS: Final = words(
    """
    announce warn criticize criticise report
    """
)
"""The verbs whose act is filled in: right in .95 of the measured cases or more."""


LED: Final = re.compile(r"\A(?:according|reported)-")
"""Before a rule, these say through whom somebody's words are reported."""


def is_sure(rule: str) -> bool:
    """Whether a speaker that a rule found is filled in.

    >>> is_sure("subject"), is_sure("pronoun-they")
    (True, False)
    """
    return rule in SURE_SPEAKERS or LED.sub("", rule) in SURE_SPEAKERS
