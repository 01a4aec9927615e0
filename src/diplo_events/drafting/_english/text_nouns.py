"""The nouns of texts that "say" something, and whose texts they are: "a letter signed by the king"."""

from types import MappingProxyType
from typing import Final

from diplo_events.drafting._english.asides import opening_before
from diplo_events.drafting._english.nouns import MEDIA, PAPERS, words
from diplo_events.drafting._english.phrases import BOUNDARIES
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import DAYS, PREPOSITIONS, Sentence, Subject

__all__ = ["POSSESSIVES", "SEEN", "TEXTS", "is_joined_by", "of_text", "one_of_text"]

TEXTS: Final = words(
    """
    statement statements report reports letter communique communiqué communiqués declaration resolution document memo
    note release announcement editorial article commentary dispatch message tweet post speech briefing paper interview
    survey indictment telegram cable notice text bulletin comment comments remarks reply response manifesto warning
    ruling opinion motion complaint petition lawsuit verdict judgment judgement decree decision study studies
    investigation inquiry probe review audit analysis estimate estimates projection projections poll polls findings
    forecast forecasts figures data banner banners placard placards poster posters graffiti caption inscription
    email emails e-mail e-mails letters tweets posts documents resolutions declarations
    proclamation memorandum directive circular advisory website leaflet flyer affidavit filing testimony
    assessment assessments appraisal evaluation
    briefings speeches interviews surveys notices bulletins announcements editorials articles commentaries messages
    warnings rulings opinions judgments memos notes cables telegrams motions complaints petitions lawsuits audits
    directives circulars affidavits filings leaflets flyers summaries readouts op-eds
    summary synopsis preamble foreword preface postscript footnote brochure pamphlet booklet readout dossier op-ed
    démarche demarche verbale
    """
)
"""Texts that "say" what somebody says."""

PRINTED: Final = words("editorial article commentary")
"""Texts that stand "in" whatever says them."""

PRESS: Final = words("press news media")
"""Between an owner and a text for those who report it: "the Norland ministry press release"."""

PLACES_TO_POST: Final = words("website site page blog account channel homepage feed")
"""Where somebody posts a text of their own."""

POSTED: Final = words("published posted released issued carried uploaded shared")
"""Between a text and the page on which it stands."""

POSSESSIVES: Final = MappingProxyType({"his": "he", "her": "she", "their": "they", "its": "it"})
"""Pronouns of owners, each with the one as which it is read."""

SEEN: Final = words("seen obtained viewed reviewed shared leaked quoted cited reported shown read")
"""Behind a text, these with "by" name who saw it, and not whose it is."""
CREDITED: Final = words("attributed credited ascribed")
"""Behind a text, these with "to" name whose it is said to be."""
BEHIND_BY: Final = MappingProxyType({"him": "he", "her": "she", "them": "they", "it": "it"})
"""Pronouns behind "by", each with the one as which it is read."""
BARRED: Final = PREPOSITIONS | BOUNDARIES | {"and", "but"}

BELONGING: Final = words("member members author authors head chair leader co-author co-chair part expert experts")
"""With "of" behind them, these are persons and not texts."""
FAR_ONE: Final = 8
"""How many words before "of" the comma stands behind whose name they are named: "one of the three members of"."""

SITES: Final = MEDIA | words(
    "website site page blog channel network charity company firm group think-tank watchdog union outlet"
)
"""Nouns before the name of an outlet or another body: "US news website The Beet"."""

FAR_PAGE: Final = 9
"""How many words behind a text the page is named on which it stands."""

LONGEST_TITLE: Final = 3
"""How many words may stand between an owner and the text: "Norland’s joint press statement"."""


def of_text(sentence: Sentence, index: int) -> Subject:
    """Return whose text it is that says something: "the Norland statement said"."""
    owners = (item for item in sentence.named if item.is_owner and 0 < index - item.last <= LONGEST_TITLE)
    place = opening_before(sentence, index - 1, {"("}) if sentence.low(index - 1) == ")" else index
    owner = issuer(sentence, index) if sentence.low(index + 1) == "by" else None
    owner = owner or sentence.ending(place) or sentence.ending(place - (sentence.low(place - 1) in PRESS))
    owner = owner or next(owners, None)
    owner = owner or whose_page(sentence, index) or issuer(sentence, index)
    if owner is not None and owner.kind != "pronoun":
        return Subject(owner, (), owner.first, "text")
    for place in range(index - 1, max(-1, index - 1 - LONGEST_TITLE), -1):
        token = sentence.words[place]
        if token.low in POSSESSIVES:  # their statement
            name = POSSESSIVES[token.low]
            whose = Naming(place, place + 1, token.start, token.end, "pronoun", name, is_plural=name == "they")
            return Subject(whose, (), place, "text")
    if sentence.low(index + 1) in {"by", "from"} and (word := BEHIND_BY.get(sentence.low(index + 2))) is not None:
        token = sentence.words[index + 2]  # a post by her
        whose = Naming(index + 2, index + 3, token.start, token.end, "pronoun", word, is_plural=word == "they")
        return Subject(whose, (), index, "text")
    first = index
    while first > 0 and sentence.words[first - 1].is_word and sentence.low(first - 1) not in BARRED:
        first -= 1
        if sentence.low(first) in {"the", "a", "an", "this"}:
            break
    token = sentence.words[index]
    name = " ".join(item.text for item in sentence.words[first : index + 1])
    mention = Naming(first, index + 1, sentence.words[first].start, token.end, "text", name, head=token.low)
    return Subject(mention, (), first, "text-alone")


def one_of_text(sentence: Sentence, index: int) -> Naming | None:
    """Return who belongs to a text, in an aside that no comma closes: "Li, one of the authors of the study said"."""
    of = next((at for at in range(index - 1, max(0, index - 4), -1) if sentence.low(at) in {"of", "on", "behind"}), 0)
    comma = next((at for at in range(of - 1, max(0, of - FAR_ONE), -1) if sentence.low(at) == ","), 0)
    if not of or not comma or sentence.low(of - 1) not in BELONGING:
        return None
    person = sentence.ending(comma)
    is_person = person is not None and person.kind in {"person", "name"} and not person.is_owner
    return person if is_person else None


def issuer(sentence: Sentence, index: int) -> Naming | None:
    """Return who issued a text, as the words behind it say: "a statement from X", "a letter signed by X"."""
    for mention in sentence.named:
        if index < mention.first <= index + 5:
            before = sentence.low(mention.first - 1)
            if (outlet := outlet_behind(sentence, mention)) is not None:
                return outlet
            opening = index + 1 + (sentence.low(index + 1) == ",")
            between = {token.low for token in sentence.words[opening : mention.first]}
            is_site = bool(PLACES_TO_POST & places_behind(sentence, mention.last - (not mention.is_owner)))
            is_site = is_site and (mention.is_owner or mention.kind == "body")
            if is_site and before == "on" and between <= POSTED | DAYS | {"on"}:
                return mention
            is_in = before == "in" and sentence.low(index) in PRINTED and mention.kind in {"body", "name"}
            is_in = is_in or (before == "in" and mention.name.split()[-1].lower() in MEDIA | PAPERS)
            is_from = (before == "to" and sentence.low(mention.first - 2) in CREDITED) or (
                (before in {"from", "by"} and sentence.low(mention.first - 2) not in SEEN)
                or is_in
                or (before == "of" and mention.first == index + 2)
            )
            return mention if is_from and not between & (TEXTS | {",", "about", "on"}) else None
    return None


def whose_page(sentence: Sentence, index: int) -> Naming | None:
    """Return on whose page a text stands: "a statement posted on the website of X"."""
    for of in range(index + 3, min(index + FAR_PAGE, len(sentence.words))):
        if sentence.low(of) == "of" and sentence.low(of - 1) in PLACES_TO_POST:
            between = [sentence.low(at) for at in range(index + 1, of - 1)]
            is_posted = bool(POSTED & set(between[:2])) and "," not in between[1:]
            whose = next((m for m in sentence.named if m.first in {of + 1, of + 2}), None)
            return whose if is_posted and bool({"on", "to", "at", "in"} & set(between)) else None
    return None


def places_behind(sentence: Sentence, last: int) -> set[str]:
    """Return the words behind a genitive where a place to post is named: "the group’s Telegram channel"."""
    return {sentence.low(last + 1), sentence.low(last + 2) if sentence.low(last + 1)[:1].isalpha() else ""}


def is_joined_by(sentence: Sentence, index: int) -> bool:
    """Whether a text stands between "and" and a verb: "Reis left and in a letter denounced the plan"."""
    before = [sentence.low(at) for at in range(index - 3, index)]
    return before[0] in {"and", "but"} and before[1] in {"in", "via", "through"} and before[2] in {"a", "an", "another"}


def outlet_behind(sentence: Sentence, land: Naming) -> Naming | None:
    """Return the name behind what it is and of what state: "from Norland satirical news website The Beet"."""
    behind = next((m for m in sentence.named if m.first > land.last), None)
    if land.kind not in {"state", "name"} or behind is None or behind.kind not in {"body", "name"} or land.is_owner:
        return None
    between = sentence.words[land.last : behind.first]
    is_plain = all(token.is_word and token.text.islower() for token in between) and len(between) <= LONGEST_TITLE
    return behind if is_plain and between[-1].low in SITES else None
