"""The words of others that somebody answers: "Li dismissed Wu’s claim that “…”", "Li hailed Wu’s pledge to “…”"."""

from typing import Final

from diplo_events.drafting._english.cues import Hit
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._speech.context import Context, Reported

__all__ = ["of_rejected"]

REJECTING: Final = words(
    "dismiss reject deny criticize criticise denounce condemn question dispute refute slam ridicule"
)
"""What somebody does with words of others."""

WELCOMING: Final = words("welcome praise hail applaud note commend")
"""What somebody does with what others say they will do."""

PLEDGES: Final = words("announcement pledge promise offer vow call announcements pledges promises calls")
"""Nouns of what somebody says they will do: "Wu’s pledge to work for “…”"."""

BEHIND_PLEDGES: Final = words("to that of for")
"""Behind such a noun, these begin what they say."""

DESCRIBING: Final = words("description characterization characterisation depiction portrayal")
CLAIMING: Final = words(
    "claim claims assertion assertions accusation accusations allegation allegations suggestion charge"
)
"""Nouns of what somebody else said: "Wu’s description of it as “…”", "Wu’s claim that …"."""

ASKING: Final = words("plea pleas call calls demand demands request requests appeal appeals bid")
"""Nouns of what somebody asked for: "Wu’s plea for “more time”"."""

FAR_OWNER: Final = 4
"""How many words stand between such a verb, whose words they are, and the noun at most."""


def of_rejected(context: Context, item: Reported, hit: Hit) -> Reported | None:
    """Return the words of others that somebody answers: "Li dismissed Wu’s description of it as “dead”"."""
    unit = context.unit
    owner = next((m for m in unit.named if hit.place < m.first <= hit.place + FAR_OWNER and m.is_owner), None)
    is_welcome = hit.cue is not None and hit.cue.lemma in WELCOMING
    if hit.cue is None or not (hit.cue.lemma in REJECTING or is_welcome) or owner is None or not item.quotes:
        return None
    near = range(owner.last, owner.last + FAR_OWNER)
    nouns = PLEDGES if is_welcome else DESCRIBING | CLAIMING | ASKING
    noun = next((at for at in near if unit.sentence.low(at) in nouns), 0)
    party = context.parties.get(owner.start)
    quoted = next((at for at in range(noun, len(unit.words)) if unit.words[at].text == QUOTED), 0)
    if not noun or not quoted or party is None or party is item.speaker:
        return None
    is_named_as = any(unit.sentence.low(at) == "as" for at in range(noun, quoted))  # rejected it as “nonsense”
    links = (
        {"to", "that", "of", "for"} if is_welcome else {"for"} if unit.sentence.low(noun) in ASKING else {"that", "of"}
    )
    is_theirs = unit.sentence.low(noun + 1) in links
    if not is_theirs or is_named_as is not (unit.sentence.low(noun) in DESCRIBING):
        return None
    is_lead = hit.subject is not None and hit.subject.first > quoted  # Rejecting Wu’s claim that …, Li called it “…”
    last = unit.words[hit.subject.first].start if hit.subject is not None and is_lead else item.end
    quotes = [quote for quote in item.quotes if quote[0] < last]
    item.quotes = [quote for quote in item.quotes if quote[0] >= last]
    other = Reported(unit.words[owner.first].start, last, item.section, "noun-owner", party, (party,), (party,))
    other.quotes, other.cue = quotes, (unit.words[noun].start, unit.words[noun].end)
    return other
