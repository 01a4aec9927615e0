"""The words of others that somebody answers: "Li dismissed Wu’s claim that “…”", "Li hailed Wu’s pledge to “…”"."""

from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.cues import Hit
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import AUXILIARIES, CUES
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.context import Context, Reported

__all__ = ["of_rejected", "of_remarks"]

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

CHIDING: Final = words(
    """
    criticize criticise attack rebuke scold chide slam blast condemn denounce berate reprimand admonish lambast lambaste
    castigate censure fault blame upbraid ridicule mock accuse
    """
)
"""What somebody does to somebody else for their words: "criticized Wu for saying that …"."""

BACK_TO_SPEAKER: Final = words("because since ; but while although")
"""Behind the words of others, with these those of the speaker go on."""

FAR_OWNER: Final = 4
"""How many words stand between such a verb, whose words they are, and the noun at most."""


SAID: Final = words(
    """
    claim claims assertion assertions accusation accusations allegation allegations suggestion suggestions remark
    remarks comment comments statement statements warning warnings argument arguments insistence contention admission
    threat threats declaration announcement announcements complaint complaints observation observations conclusion
    prediction predictions finding findings ruling verdict tweet post pronouncement pronouncements speech answer
    reply response assurance assurances promise promises pledge reminder confession
    """
)
"""Nouns of what somebody said, with "that" and their words behind: "Wu’s remark that it was “over”"."""

URGING: Final = words(
    "warning warnings threat threats promise promises pledge vow call calls demand demands appeal order plea offer"
)
"""Nouns of what somebody urges or means to do: "the warning by Wu to “go now”"."""

TELLING: Final = words("say state claim insist argue declare believe add think maintain tell announce assert")
"""Verbs behind which a clause follows."""

FAR_NOUN: Final = 6
"""How many words stand between who said something and such a noun at most."""


def of_remarks(context: Context, item: Reported, hit: Hit) -> Reported | None:
    """Return words of others behind a noun of saying: "Asked of Wu’s remark that it is “over”, Li said no"."""
    unit = context.unit
    for noun in range(1, len(unit.words) - 2):
        that = noun + 1
        if unit.sentence.low(noun) not in SAID | URGING:
            continue
        owner = next((m for m in unit.named if m.is_owner and 0 < noun - m.last <= FAR_NOUN), None)
        owner = owner if owner is None or is_plain_between(unit, owner.last + 1, noun) else None
        if owner is None and unit.sentence.low(that) in {"by", "from", "of"}:
            owner = next((m for m in unit.named if m.first - that in {1, 2}), None)
            that = owner.last if owner is not None else that
        if owner is None or not is_link(unit, noun, that) or owner.kind == "pronoun":
            continue
        party = context.parties.get(owner.start)
        end = clause_end(unit, that, hit)
        start, last = unit.words[that].start, min(unit.words[end - 1].end, item.end)
        quotes = [quote for quote in item.quotes if start < quote[0] < last]
        if is_told_of_noun(unit, owner, hit) and not is_inside_clause(unit, quotes):
            continue
        if (
            party is None
            or not quotes
            or party is item.speaker
            or party in item.speakers
            or is_for(item.speaker, party)
        ):
            continue
        item.quotes = [quote for quote in item.quotes if quote not in quotes]
        other = Reported(unit.words[owner.first].start, last, item.section, "noun-that", party, (party,), (party,))
        other.quotes, other.cue = quotes, (unit.words[noun].start, unit.words[noun].end)
        return other
    return None


def is_link(unit: Passage, noun: int, place: int) -> bool:
    """Whether what somebody said follows a place: "that", or "to" with words in marks behind a warning or a call."""
    is_urged = unit.sentence.low(noun) in URGING and unit.sentence.low(place) == "to"
    is_quoted = place + 1 < len(unit.words) and unit.words[place + 1].text == QUOTED
    return (unit.sentence.low(place) == "that" and unit.sentence.low(noun) in SAID) or (is_urged and is_quoted)


def is_told_of_noun(unit: Passage, owner: Naming, hit: Hit) -> bool:
    """Whether what somebody says begins with whose remark it is: "Li said Wu’s remark that he had won “was a lie”"."""
    if hit.cue is None or hit.cue.lemma not in TELLING or hit.place >= owner.first:
        return False
    return all(
        token.low == "that" or token.is_capital or token.low == "the"
        for token in unit.words[hit.place + 1 : owner.first]
    )


def is_inside_clause(unit: Passage, quotes: Sequence[tuple[int, int]]) -> bool:
    """Whether a verb follows the last of some quotations: "Wu’s remark that he was “ill” was a lie"."""
    behind = [token for token in unit.words if token.start >= quotes[-1][1]]
    return bool(behind) and behind[0].is_word and behind[0].low in AUXILIARIES


def is_plain_between(unit: Passage, first: int, last: int) -> bool:
    """Whether only adjectives stand between an owner and a noun: "Wu’s recent public remarks"."""
    return all(unit.words[at].is_word and unit.words[at].text != QUOTED for at in range(first, last))


def clause_end(unit: Passage, that: int, hit: Hit) -> int:
    """Return the place behind the clause with "that": up to the subject of the verb of saying behind it."""
    if hit.subject is not None and hit.subject.first > that:
        return hit.subject.first
    return hit.place if hit.place > that else len(unit.words)


def is_for(speaker: Party | None, owner: Party) -> bool:
    """Whether somebody speaks for a state or a body that is the owner of a statement."""
    return speaker is not None and owner.kind == "state" and speaker.state is owner.state


def of_chided(context: Context, item: Reported, hit: Hit) -> Reported | None:
    """Return the words that somebody holds against who said them: "Li criticized Wu for calling it “dead”"."""
    unit = context.unit
    if hit.cue is None or hit.cue.lemma not in CHIDING or not item.quotes:
        return None
    near = (m for m in unit.named if hit.place < m.first <= hit.place + 2 and not m.is_owner and m.kind != "pronoun")
    other = next(near, None)
    party = context.parties.get(other.start) if other is not None else None
    if other is None or party is None or party is item.speaker or unit.sentence.low(other.last) not in {"for", "of"}:
        return None
    cue = CUES.get(unit.sentence.low(other.last + 1))
    if cue is None or cue.form != "ing":
        return None
    first = unit.words[other.last + 1].start
    last = next((unit.words[at].start for at in range(other.last + 2, len(unit.words)) if ends(unit, at)), item.end)
    quotes = [quote for quote in item.quotes if first < quote[0] < last]
    if not quotes:
        return None
    item.quotes = [quote for quote in item.quotes if quote not in quotes]
    theirs = Reported(unit.words[other.first].start, last, item.section, "with-participle", party, (party,), (party,))
    theirs.quotes, theirs.cue = quotes, (first, unit.words[other.last + 1].end)
    theirs.verb, theirs.acts = cue.lemma, cue.acts
    party.is_speaker = True
    return theirs


def ends(unit: Passage, place: int) -> bool:
    """Whether the words of others end at a place: "for saying “…” as this is not so"."""
    low, following = unit.sentence.low(place), unit.sentence.low(place + 1)
    is_reason = low == "as" and following in {"this", "that", "it", "he", "she", "they", "there"}
    is_next = low == "," and (following in {"saying", "adding", "calling", "and"} or following.endswith("ing"))
    return low in BACK_TO_SPEAKER or is_reason or is_next


def of_rejected(context: Context, item: Reported, hit: Hit) -> Reported | None:
    """Return the words of others that somebody answers: "Li dismissed Wu’s description of it as “dead”"."""
    unit = context.unit
    if (chided := of_chided(context, item, hit)) is not None:
        return chided
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
