"""What states, police and courts do to somebody for what they call a wrong: "summons A over “insults”"."""

import re
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._parts.units import Passage

__all__ = ["is_about_words", "is_charge", "is_protest", "is_suffered"]

HOLDING: Final = words("detained arrested jailed fined convicted charged sentenced suspended imprisoned")
"""What police and courts do to somebody for what they call a crime."""

PROTESTING: Final = words(
    """
    summon summons summoned summoning expel expels expelled recall recalls recalled sanction sanctions sanctioned ban
    bans banned oust ousts ousted boycott boycotts boycotted bars barred
    """
)
"""What states do to somebody for what they call a wrong."""

BLAMING: Final = words(
    "criticised criticized condemned blasted slammed rebuked denounced praised hailed accused mocked"
)
"""What others say of somebody in a headline."""

JUDGED: Final = re.compile(r"(?:not welcome|unwelcome|persona non grata|(?:must|should) (?:go|quit|resign))\b")
"""Words in marks with which others judge who stands before them."""

GIVING: Final = words("gave gives given giving")
TO_LEAVE: Final = re.compile(r"\b(?:hours|days|hrs|week|weeks|month) to (?:leave|quit|depart|go|get out)\b")
"""Behind "gave", what states do to an envoy: "gave the envoy 72 hours to leave"."""

OFFENDING: Final = re.compile(
    r"(?:\w+ly )?(?:outrageous|offensive|insulting|unacceptable|hostile|inappropriate|derogatory|slanderous|provocative"
    r"|irresponsible|unfriendly|baseless|false|hateful|racist|shameful|undiplomatic|defamatory|disrespectful|reckless"
    r"|inflammatory|misleading|biased|discourteous|abusive|scandalous|unwarranted|unjustified)"
    r"(?:,? (?:and )?\w+)?,?\Z",
    re.IGNORECASE,
)
"""Words in marks that judge the words of others: "over “hostile” remarks by the envoy"."""

FOR_WHAT: Final = words("over for after at citing against following")
"""Behind these stands what it is done for."""

OF_WORDS: Final = words(
    """
    remark remarks comment comments post posts tweet tweets speech statement statements claim claims slur slurs words
    letter article interview jibe jibes jab chant chants banner allegation allegations accusation accusations
    """
)
"""Behind a quotation, these show that it holds the words of the other side."""


def is_suffered(text: str, unit: Passage, subject: Naming, place: int) -> bool:
    """Whether others say of a subject what stands in marks: "Envoy summoned over “insults”", "Hale “must go”"."""
    is_done_to = unit.sentence.low(subject.last) in PROTESTING | HOLDING | BLAMING
    quotation = unit.quotation_at(place)
    is_judged = subject.last == place and quotation is not None and JUDGED.match(text, quotation.start) is not None
    return (is_done_to and unit.sentence.low(subject.last + 1) in FOR_WHAT | {"by"}) or is_judged


def is_charge(unit: Passage, subject: Naming, place: int) -> bool:
    """Whether a quotation is what somebody is held for: "Police detained eight people for “spreading rumours”"."""
    held = next((at for at in range(subject.last, place) if unit.words[at].low in HOLDING), None)
    return held == subject.last and subject.kind in {"body", "group"} and unit.words[place - 1].low in {"for", "of"}


def is_protest(text: str, unit: Passage, subject: Naming, place: int) -> bool:
    """Whether a quotation is what a state protests against: "Norland summons the envoy over “insults”"."""
    return is_done(unit, subject, place) and not is_of_others(text, unit, place)


def is_about_words(text: str, unit: Passage, subject: Naming, place: int) -> bool:
    """Whether a quotation is what the other side said: "Norland summons the envoy over “insulting” remarks"."""
    return is_done(unit, subject, place) and is_of_others(text, unit, place)


def is_of_others(text: str, unit: Passage, place: int) -> bool:
    """Whether a quotation holds words of the other side, and does not judge them: "over “hostile” remarks"."""
    quotation = unit.quotation_at(place)
    is_judged = quotation is not None and OFFENDING.match(text[quotation.start : quotation.end]) is not None
    return unit.sentence.low(place + 1) in OF_WORDS and not is_judged


def is_done(unit: Passage, subject: Naming, place: int) -> bool:
    """Whether a state does something to somebody for what stands in marks."""
    verb = next((at for at in range(subject.last, place) if unit.words[at].low in PROTESTING), None)
    if verb is None and TO_LEAVE.search(" ".join(token.low for token in unit.words[subject.last : place])):
        verb = next((at for at in range(subject.last, place) if unit.words[at].low in GIVING), None)
    is_near = verb is not None and all(not m.first >= subject.last or m.first > verb for m in unit.named)
    lead = [token.low for token in unit.words[max(0, place - 2) : place]]
    is_near = is_near and unit.sentence.low((verb or 0) + 1) not in FOR_WHAT  # Envoy summoned over “…”
    return is_near and subject.kind in {"state", "body", "name", "office"} and bool(FOR_WHAT & set(lead))
