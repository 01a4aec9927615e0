"""Whether words in marks are how their subject feels, which only the subject says: "Li was “deeply concerned”"."""

import re
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import is_adverb
from diplo_events.drafting._english.verbs import BE
from diplo_events.drafting._parts.units import Passage

__all__ = ["FELT", "is_feeling"]

COPULAS: Final = BE | words(
    """
    remain remains remained feel feels felt appear appears appeared sound sounds sounded seem seems seemed become
    becomes became stay stays stayed came comes left leaves emerged emerges returned returns look looks looked
    """
)
"""Verbs behind which stands how somebody feels."""

HELPERS: Final = words("has have had been be being also still not very so quite both all away out feeling more than to")
"""Words between a subject and how it feels."""

PARTING: Final = words("came comes left leaves emerged emerges returned returns")
"""Verbs behind which a meeting may stand before that: "left the talks “encouraged”"."""

FELT: Final = re.compile(
    r"\b(?:concern(?:ed)?|worried|alarmed|shocked|appalled|horrified|saddened|sadden|outraged|angered|angry|disgusted"
    r"|dismayed|disappointed|frustrated|perplexed|puzzled|astonished|surprised|stunned|troubled|disturbed|upset"
    r"|pleased|delighted|happy|glad|satisfied|encouraged|heartened|relieved|thrilled|excited|proud|honou?red|humbled"
    r"|grateful|thankful|touched|moved|impressed|optimistic|pessimistic|hopeful|confident|convinced|sceptical|skeptical"
    r"|certain|sure|determined|committed|ready|willing|prepared|open to|eager|keen|opposed|against|in favou?r|sorry"
    r"|ashamed|embarrassed|offended|insulted|betrayed|devastated|heartbroken|aware|mindful|afraid|vigilant|united)\b",
    re.IGNORECASE,
)
"""Words of how somebody feels, or is minded."""

KINDS: Final = words("person name office state body group pronoun")
LONGEST_MEETING: Final = 3
"""How many words name what somebody left so."""


def is_feeling(text: str, unit: Passage, subject: Naming, place: int) -> bool:
    """Whether a quotation is how its subject feels: "Reis was “deeply concerned”", "left the talks “encouraged”"."""
    quotation = unit.quotation_at(place)
    is_felt = quotation is not None and FELT.search(text, quotation.start, quotation.end) is not None
    between = unit.words[subject.last : place]
    is_of_many = subject.is_plural and subject.kind in {"pronoun", "group"}
    if not is_felt or subject.kind not in KINDS or is_of_many or not between:
        return False
    lows = [token.low for token in between if not is_adverb(token)]
    lows = lows[2:] if lows[:2] == [",", "who"] else lows
    parted = next((at for at, low in enumerate(lows) if low in PARTING), None)
    if parted is not None:
        lows = lows[: parted + 1] if len(lows) - parted - 1 <= LONGEST_MEETING + 1 else []
    return bool(COPULAS & set(lows)) and all(low in COPULAS | HELPERS for low in lows)
