"""Numbers of four digits: years, or counts of people and things, hours, numbers of rooms and resolutions."""

import re
from typing import Final

from diplo_events.drafting._times.patterns import YEAR
from diplo_events.drafting._times.search import words_of

__all__ = ["is_bare_year", "is_counted_stretch"]

LAST_WORDS: Final = 40
"""How many characters before a number show whether it is a year."""

NUMBERED: Final = re.compile(
    r"(?:[#/+:=]|\b[03-9]\d{3} (?:to|and|or|until) |[a-z]-|\d[.,]|\bresolution \d+ \("
    r"|\b(?:resolution|directive|article|law|no\.|nos\.|number|room"
    r"|flight|page|line|section|chapter|channel|highway|route|paragraph|call|dial|code|model"
    r"|agenda|vision|horizon|expo|euro|cop|USD|EUR|GBP)s? )$",
    re.IGNORECASE,
)
"""What numbers something, or is an amount."""

COUNTING: Final = re.compile(
    r"\b(?:(?:more|less|fewer|other|rather) than|about|around|some|nearly|almost|roughly"
    r"|approximately|at (?:least|most)|over|up to|another|additional|only|just|exactly|estimated|in (?:all|total),"
    r"|(?:rose|fell|grew|climbed|dropped|rises|falls|up|down|increased|raised|cut|reduced|close|amounts?|amounted)\b"
    r"[^.,;]{0,30} to"
    r"|(?:crowd|total|force|group|number|fine|army|staff|population|toll|maximum|minimum|sum|price|cost|height|distance"
    r"|depth|quota|convoy|fleet|team|delegation|gathering|rally|audience|contingent|garrison|average|record|score|speed"
    r"|strength|membership|target|ceiling|capacity|list|salary|ransom|reward|loan|payment)s? of) $",
    re.IGNORECASE,
)
"""Behind these a number counts."""

THINGS: Final = re.compile(
    r"(?:%|,\d|[-–/]\w| (?:to|until) 0\d{3}| ?(?:per ?cent|percent|people|persons|troops|soldiers|men|women|children"
    r"|or (?:more|so)\b|others|to \d|tonn?e?s|euros?|dollars?|pounds|roubles|rubles|rupees|yuan|yen|francs|marks"
    r"|million|billion|thousand|hours?|hrs|kilomet|km\b|met(?:re|er)|miles?|feet|foot|kg|kilo|lit(?:re|er)|barrels|square|acres|hectares|megawatt"
    r"|MW\b|GMT|UTC|Coordinated|local time|a\.?m\b|p\.?m\b|refugees|migrants|workers|protest[eo]rs|prisoners|detainees"
    r"|civilians|fighters|students|families|households|voters|votes|seats|police|officers|tanks|missiles|rockets|drones"
    r"|shells|vehicles|trucks|lorries|ships|vessels|aircraft|planes|pages|members|delegates|residents|villagers|citizens"
    r"|inhabitants|employees|staff|guests|participants|demonstrators|rebels|militants|gunmen|militiamen|peacekeepers"
    r"|personnel|hostages|victims|dead|deaths|casualties|wounded|injured|homes|houses|buildings|schools|jobs|years"
    r"|days|weeks|months|times|words|cases|companies|firms|journalists|activists|observers|settlers|guards|reservists"
    r"|marines|sailors|pilgrims|tourists|visitors|nationals|foreigners|of (?:them|whom|the|its|his|their)"
    r"|more\b|strong\b|each\b))"
)
"""Behind a number, these show what it counts."""

EVENTS: Final = (
    r"(?:(?!people|men)[a-z][a-z-]* ){0,2}(?:elections?|polls?|votes?|referend(?:um|ums|a)|ballots?|summits?|meetings?"
    r"|conferences?|talks|protests|attacks|accords|agreements|deals|treaties|pledges|sanctions|wars|clashes|riots"
    r"|uprisings|revolts|coups|offensives|strikes|raids|floods|fires|sessions|rulings|decisions|reports|statements"
    r"|remarks|speeches|borders|lines|frontiers|levels|rules|laws|prices|figures|rates|budgets?|targets?|goals?"
    r"|commitments|promises|negotiations|games|olympics|killings|bombings|crimes|crises|tensions|events|incidents|emissions|election|accord"
    r"|agreement|deal|treaty|pact|war|report|exports|imports)\b"
)
"""What has a year before it, though it is of several."""

OWNER: Final = re.compile(
    r"(?:\b(?:the|an?|this|that|its|his|her|their|our|my|your|whose|every|each|any|no)|['’]s|s['’]) [“\"]?$",
    re.IGNORECASE,
)
"""What stands before a year that belongs to a noun: "its 2015 constitution"."""

LEADING: Final = re.compile(
    r"(?:^|[.?!:—–-] |[(“\"]|\b(?:in|of|by|since|until|till|before|after|from|to|for|with|than|unlike|like|during"
    r"|throughout|into|through|between|(?:now|then|today) and|while|when|although|though|whereas"
    r"|as|on|year|years|early|late|mid|elected|born|founded|established|not|repeat|back"
    r"|recently|both|circa|and in|or in|dated|mark(?:ing|ed)?)[ -][“\"]?"
    r"|\b(?:since|in|by|of|from|until|and|to))$",
    re.IGNORECASE,
)
"""After these a year needs no noun."""

FOR_YEAR: Final = re.compile(r"\b(?:for|in|of|since) $")
TO_AMOUNT: Final = re.compile(r" to (?:\d{1,2}(?:[.,]\d+)?|[03-9]\d{3}) ?(?:%|per ?cent|percent|[–-])")
"""Behind a year, what a figure of it was cut or raised to."""

IT_IS: Final = re.compile(r"\b(?:[Ii]t|[Tt]his|[Tt]hat)(?: is|['’]s| was) $")
LISTED: Final = re.compile(rf"\b{YEAR}(?:, | and | or |, and |, or )$")
"""Behind another year, a number is one too."""

OF_ITS_YEAR: Final = re.compile(
    r"\b(?:Agreement|Accord|Treaty|War|Protocol|Convention|Constitution|Charter|Declaration|Memorandum|Law|Act|Statute"
    r"|agreement|accord|treaty|war|protocol|convention|constitution|declaration|memorandum|law|truce|coup)"
    r"(?: (?:of|on|for|against) (?:the )?[A-Z][\w’'-]+(?: (?:of|and|the|on|[A-Z][\w’'-]+)){0,5})? of $"
    r"|\b[Tt]he year $"
)
"""What is called by its year: "the Convention of 1961"."""

APPOSED: Final = re.compile(r"[A-Z][\w.-]*, $|\bthe year [^.,;:?!]{1,50}, $")
OF_A_YEAR: Final = re.compile(
    r"\b(?:Summit|Chairmanship|Presidency|Conference|Forum|Dialogue|Assembly|Congress|Convention|Meeting|Ministerial"
    r"|Breakfast|Symposium|Retreat|Talks|Week) $"
)
"""A meeting or an office with its year behind it: "the Chairmanship 2031"; an act or a fair has it as a number."""

CAPITAL_BEFORE: Final = re.compile(r"(?<![.?!] )\b(?P<word>[A-Z][\w.-]*) $")
LEADERS: Final = words_of(
    "The A An This That Its His Her Their Our My In Of By Since Until Till Before After From To For During Throughout"
    " Unlike Like Year Under At On With Both And As Between Most All While When Although Though Whereas"
)
"""Words that begin with a capital only because they begin a sentence or stand in a headline."""

CLOSED: Final = re.compile(
    r"[.,;:?!)”\"]|$|['’]s\b|[-–—] | [-–—(\[]"
    r"| (?:and|or|in|to|by|as|at|with|on|when|after|but|because|than|was|is|will|would|has|had|for|if|while|that|who"
    r"|which|before|until|since|from|saw|brought|marked|may|could|should|must|are|were|have|the|limits?|forbids?|alone"
    r"|onwards?|through|ended|began|came|became|changed|about|between|against|under|over|during|where|so|forward"
    r"|remains?|poses?|sees|brings|promises|offers|presents|begins|ends|proved|still|it|he|she|they|we|there|no)\b"
)
"""What follows a year without a noun."""

OPENING: Final = re.compile(r"['’]s | (?:was|is|will|saw|brought|marked|has|had|would|may|could|ended|began)\b")
"""Behind a year that begins a sentence, its verb."""

NOUN: Final = re.compile(r" (?P<noun>[A-Za-z][\w-]*)")
SENTENCE: Final = re.compile(r"(?:^|[.?!]|\n)\s*$")
"""Behind this a number begins a sentence."""
STRETCH: Final = re.compile(rf"(?:[Ff]rom|[Bb]etween) {YEAR}(?: (?:and|to|until) {YEAR})?")
NUMBER_VERB: Final = re.compile(r" (?:were|are|have)\b")
OF_YEAR: Final = re.compile(r"\b(?:of|for|in|since) $")
KNOWN: Final = re.compile(rf" {EVENTS}|['’]s ")
"""What counts nothing: an event that has its year before it, or what is owned by a year."""
AND_YEAR: Final = re.compile(rf"(?:,| and| or) {YEAR}\b")


def is_bare_year(text: str, place: int, end: int) -> bool:
    """Whether a number of four digits at a place of a text is a year, by the words before and behind it.

    >>> is_bare_year("The 1979 treaty was signed by 1979 people.", 4, 42)
    True
    >>> is_bare_year("The 1979 treaty was signed by 1979 people.", 30, 42)
    False
    """
    before = text[max(0, place - LAST_WORDS) : place]
    after = text[place + 4 : min(end, place + 4 + LAST_WORDS)]
    if is_count(before, after):
        return False
    if KNOWN.match(after) is not None or any(sign.search(before) is not None for sign in (OF_ITS_YEAR, OF_A_YEAR)):
        return True
    capital = CAPITAL_BEFORE.search(before)
    if capital is not None and capital["word"] not in LEADERS:
        return False
    if SENTENCE.search(before) is not None:
        return OPENING.match(after) is not None
    if CLOSED.match(after) is not None:
        return is_alone(before, after, is_round=text.startswith("00", place + 2))
    return is_before_noun(before, after)


def is_counted_stretch(text: str, match: re.Match[str], end: int) -> bool:
    """Whether two numbers bound a count: "between 1500 and 2000 people"."""
    if STRETCH.fullmatch(match[0]) is None:
        return False
    return THINGS.match(text[match.end() : min(end, match.end() + LAST_WORDS)]) is not None


def is_count(before: str, after: str) -> bool:
    """Whether a number counts or numbers something, by the words beside it."""
    is_counting = NUMBERED.search(before) is not None or COUNTING.search(before) is not None
    if not is_counting and FOR_YEAR.search(before) is not None and TO_AMOUNT.match(after) is not None:
        return False
    return is_counting or THINGS.match(after) is not None


def is_alone(before: str, after: str, *, is_round: bool) -> bool:
    """Whether a number without a noun is a year: "in 1979", "born 1979", "in 1967 and 1973"."""
    is_listed = LISTED.search(before) is not None
    if NUMBER_VERB.match(after) is not None:
        return OF_YEAR.search(before) is not None or is_listed
    if LEADING.search(before) is not None or IT_IS.search(before) is not None:
        return True
    if OWNER.search(before) is not None and AND_YEAR.match(after) is not None:
        return True
    is_apposed = APPOSED.search(before) is not None and after[:1] in {",", ".", ";", ")"}
    return not is_round and (is_apposed or is_listed)


def is_before_noun(before: str, after: str) -> bool:
    """Whether a number before a noun is its year, and not a count of several."""
    noun = NOUN.match(after)
    if noun is None or OWNER.search(before) is not None or LISTED.search(before) is not None:
        return noun is not None
    if noun["noun"].endswith("ed"):
        return LEADING.search(before) is not None
    return before.endswith(("“", '"')) or not (noun["noun"].islower() and noun["noun"].endswith("s"))
