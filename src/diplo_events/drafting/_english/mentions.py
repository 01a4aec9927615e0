"""The actors that a passage names: persons, states, bodies, groups, offices and pronouns."""

import itertools
import re
from collections.abc import Collection, Sequence
from typing import Final

import attrs

from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.listed_states import as_listed, behind_listed_states
from diplo_events.drafting._english.portfolios import PORTFOLIOS
from diplo_events.drafting._english.runs import LINKS, Naming, mention_of
from diplo_events.drafting._english.states import states_by_name
from diplo_events.drafting._english.tokens import Token
from diplo_events.drafting._english.verbs import CUES
from diplo_events.drafting._english.word_classes import word_classes

__all__ = ["Naming", "mentions"]

PRONOUNS: Final = {
    **{word: word for word in ("he", "she", "they", "it", "i", "we", "who")},
    "which": "who",
}
"""The pronouns that can be a subject, with the one as which each is read."""


POSTED: Final = nouns.words("representative ambassador envoy observer delegate representatives ambassadors envoys")
"""Offices that somebody holds at another power."""

AIMS: Final = nouns.words(
    "protect end save stop abolish defend free promote support prevent ban restore eliminate combat fight reduce"
)
"""Behind the noun of a body and "to", these are a part of its name."""

OWNERS: Final = nouns.words("his her their my")
STYLES: Final = nouns.words("majesty highness excellency holiness eminence beatitude")
"""Behind "his" and "her", these mean the person before whose name they stand elsewhere."""

CROWDS: Final = nouns.words("thousands hundreds dozens scores millions")
BEFORE_CROWDS: Final = nouns.words("and as while when where that where ,")
SHARES: Final = nouns.words("one two three some several many most both each all either none few")
"""Before "of", these say how many of a group."""


MINISTRIES: Final = frozenset({"Ministry", "Department", "Secretariat", "Embassy"})
"""Bodies behind whose name that of somebody may stand."""

RANKS: Final = nouns.words("chief senior top deputy assistant general executive acting principal leading head")
"""Adjectives of rank."""

RANKED: Final = nouns.words("officer official negotiator adviser advisor scientist economist engineer inspector")
"""Offices that have a rank, with a word for what they are for."""


SCHOOLS: Final = nouns.words("school academy faculty college laboratory division office")
FIELD: Final = re.compile(r"(?:ing|ics|ology|nomy|tion|ment|ence|ance|ity|ship|phy|try)\Z")
"""Ends of words for fields of work: engineering, economics, cooperation."""


CAUSES: Final = nouns.words(
    "rights affairs services studies policy aid relief welfare research issues justice reform equality solidarity unity"
)
"""Nouns of what a body is for, behind two whose it is."""


def mentions(text: str, found: Sequence[Token], known: Collection[str]) -> list[Naming]:
    """Return the actors that the words of a passage name, in their order.

    Args:
        text: The text.
        found: The words of the passage.
        known: The words with a capital inside the sentences of the text: these are names also at the beginning of one.

    >>> from diplo_events.drafting._english.tokens import tokens
    >>> text = "French President Emmanuel Macron met German officials and US Ambassador to Germany Richard Grenell."
    >>> [(found.kind, found.name) for found in mentions(text, tokens(text, 0, len(text), []), set())]
    [('person', 'Emmanuel Macron'), ('group', 'German officials'), ('person', 'Richard Grenell')]
    """
    classes = word_classes(found, known)
    result: list[Naming] = []
    place = 0
    while place < len(found):
        token = found[place]
        if token.low in PRONOUNS:
            word = PRONOUNS[token.low]
            plural = word in {"they", "we"}
            result.append(Naming(place, place + 1, token.start, token.end, "pronoun", word, is_plural=plural))
            place += 1
        elif is_style(found, place):
            word = "she" if token.low == "her" else "he"
            result.append(Naming(place, place + 2, token.start, found[place + 1].end, "pronoun", word))
            place += 2
        elif token.low == "them" and place > 1 and found[place - 1].low == "of" and found[place - 2].low in SHARES:
            words = text[found[place - 2].start : token.end]
            kind = "office" if found[place - 2].low == "one" else "group"
            head, plural = found[place - 2].low, kind == "group"
            shared = (place - 2, place + 1, found[place - 2].start, token.end)
            result.append(Naming(*shared, kind, words, is_plural=plural, head=head))
            place += 1
        elif last := behind_crowd(found, place):
            shared = (place, last, token.start, found[last - 1].end)
            words = text[token.start : found[last - 1].end]
            result.append(Naming(*shared, "group", words, is_plural=True, head=found[last - 1].low))
            place = last
        elif classes[place] in "TNDRGA":
            end = run_end(found, classes, place)
            mention = mention_of(text, found, classes, place, end)
            if mention is not None and result and result[-1].kind == "office":
                mention = before_person(found, classes, mention)
            if mention is not None and not is_body_part(found, mention):
                result.append(as_share(text, found, as_listed(text, mention)))
            place = max(mention.last if mention is not None else end, place + 1)
        else:
            place += 1
    return result


def before_person(found: Sequence[Token], classes: Sequence[str], mention: Naming) -> Naming:
    """Return a ministry without the name behind it: "the secretary in the External Affairs Ministry Ana Reis"."""
    place = next((at for at in range(mention.first, mention.last) if found[at].text in MINISTRIES), mention.last)
    behind = found[place + 1 : mention.last]
    are_names = all(token.is_capital and token.is_word for token in behind) and len(behind) in {2, 3}
    is_office = mention.kind == "body" and found[mention.first - 1].low in {"in", "at", "of", "the"}
    if not are_names or not is_office or any(classes[at] != "N" for at in range(place + 1, mention.last)):
        return mention
    name = mention.name[: mention.name.rfind(found[place].text) + len(found[place].text)]
    return attrs.evolve(mention, last=place + 1, end=found[place].end, name=name)


def is_style(found: Sequence[Token], place: int) -> bool:
    """Whether "His Majesty" stands alone, for somebody who was named before."""
    if found[place].low not in {"his", "her"} or place + 2 >= len(found) or found[place + 1].low not in STYLES:
        return False
    following = found[place + 2]
    return found[place + 1].is_capital and following.text.islower() and following.low not in {"the", "and"}


def behind_crowd(found: Sequence[Token], place: int) -> int:
    """Return the place behind a number of people who say something, "Tens of thousands chanted"; 0 if none is."""
    if place and found[place - 1].low not in BEFORE_CROWDS:
        return 0
    is_many = found[place].low in {"tens", "hundreds"} and [token.low for token in found[place + 1 : place + 2]] == [
        "of"
    ]
    last = place + (2 if is_many else 0)
    if last + 1 >= len(found) or found[last].low not in CROWDS:
        return 0
    cue = CUES.get(found[last + 1].low)
    is_deed = found[last + 1].text.islower() and found[last + 1].low.endswith("ed")
    return last + 1 if is_deed or (cue is not None and cue.form in {"ed", "base"}) else 0


def is_body_part(found: Sequence[Token], mention: Naming) -> bool:
    """Whether a head belongs to a body: "he shook his head"."""
    own = [token.low for token in found[mention.first - 1 : mention.last]]
    after = found[mention.last].low if mention.last < len(found) else ""
    return own[-2:-1] != [] and own[-1] == "head" and own[-2] in OWNERS and after != "of"


def as_share(text: str, found: Sequence[Token], mention: Naming) -> Naming:
    """Return a group with the word before it that says how many of it, "one of the diplomats"; a name without "MP"."""
    if mention.kind == "person" and mention.name.endswith((" MP", " MEP")):
        return attrs.evolve(mention, name=mention.name.rpartition(" ")[0])
    first = mention.first - 2
    if mention.kind != "group" or first < 0 or found[first + 1].low != "of" or found[first].low not in SHARES:
        return mention
    start = found[first].start
    whole = attrs.evolve(mention, first=first, start=start, name=text[start : mention.end], is_definite=False)
    return attrs.evolve(whole, kind="office", is_plural=False) if found[first].low == "one" else whole


def run_end(found: Sequence[Token], classes: Sequence[str], start: int) -> int:
    """Return the place behind the words that can belong to one name or description."""
    place = start + (classes[start] == "T")
    while place < len(found):
        is_part = classes[place] in "NDRGA" or is_bridge(found, classes, place)
        following = place + 1 if is_part else behind_link(found, classes, start, place)
        if following is None:
            break
        place = following
    return place


def is_bridge(found: Sequence[Token], classes: Sequence[str], place: int) -> bool:
    """Whether a word that no table has says of what somebody is an officer: "the agency’s chief veterinary officer"."""
    if not place or place + 1 >= len(found) or classes[place - 1] not in "AS" or classes[place + 1] not in "RG":
        return False
    token = found[place]
    is_plain = token.is_word and token.text.islower() and classes[place] == "X"
    if classes[place - 1] == "S":  # the police’s internal investigators
        return is_plain and token.low not in CUES and token.low not in nouns.FUNCTION
    return is_plain and found[place - 1].low in RANKS and found[place + 1].low in RANKED and token.low not in CUES


def behind_link(  # noqa: C901, PLR0911, PLR0912  (a decision table)
    found: Sequence[Token], classes: Sequence[str], start: int, place: int
) -> int | None:
    """Return the place behind a genitive, "of", "and" or a small word that does not end a name; else `None`."""
    if place <= start or place + 1 >= len(found):
        return None
    low, before, following = found[place].low, classes[place - 1], classes[place + 1]
    if low == "of" and (listed := behind_listed_states(found, place)) is not None:
        return listed
    if classes[place] == "S":
        return place + 1 if following in "RGAND" or is_bridge(found, classes, place + 1) else None
    if (
        low in LINKS
        and low != "on"
        and before in "RGN"
        and (joins(found, classes, place) or is_posted(found, start, place))
    ):
        return place + 1 + (following == "T")
    if low in {",", "and", "&"} and {found[place - 1].low, found[place + 1].low} <= PORTFOLIOS:
        return place + 1 if found[place - 1].is_capital and found[place + 1].is_capital else None
    if low == "without" and before in "RGN" and found[place].is_capital and found[place + 1].is_capital:
        return place + 2  # Reporters Without Borders
    if low == "on" and before == "G" and found[place - 1].is_capital and found[place + 1].is_capital:
        return place + 1 if following in "NDA" else None
    if low == "in" and is_mission(found, place):
        return place + 1 + (following == "T")
    if low in nouns.PARTICLES and before == "N" and (name := name_after(found, classes, place)):
        return name
    if low == "and" and is_of_field(found, start, place):
        return place + 2
    if low == "and" and following in "NT":
        if is_of_several(found, classes, start, place) or is_of_house(found, start, place):
            return place + 1
        if is_of_state(found, start, place):
            return place + 1 + (following == "T")
    if (
        low == "of"
        and before in "RG"
        and found[place + 1].text.isdigit()
        and classes[min(place + 2, len(classes) - 1)] in "GRA"
    ):
        return place + 2
    if low == "of" and found[place - 1].text == "Group" and is_number(found[place + 1].text):
        return place + 2
    is_of_both = low == "and" and following == "D" and is_in_letters(found, classes, start, place)
    if is_of_both or (low in {"and", "&"} and following in "ARD" and before in ("AD" if following == "D" else "A")):
        return place + 1 if noun_follows(classes, place + 1) else None
    if low == "(" and before in "NG" and is_letters(found, place) and classes[place + 3] in "ARG":
        return place + 3
    is_whole = is_inside_name(found, classes, place) or (low == "-" and following in "RG")
    return place + 1 if is_whole else None


def is_number(word: str) -> bool:
    """Whether a word is a number by which a group of states is named: "the Group of 77", "the Group of Seven"."""
    return word.isdigit() or word in {"Seven", "Eight", "Ten", "Fifteen", "Twenty"}


def is_mission(found: Sequence[Token], place: int) -> bool:
    """Whether the name of a mission ends at a place, and where it works follows: "the Lake Mission in Norland"."""
    is_named = place > 1 and found[place - 1].text == "Mission" and found[place - 2].is_capital
    after = place + 1 + (found[place + 1].low == "the")
    capitals = itertools.takewhile(lambda token: token.is_capital and token.is_word, found[after:])
    place_words = [token.text for token in capitals]
    return is_named and (len(place_words) == 1 or " ".join(place_words) in states_by_name())


def is_inside_name(found: Sequence[Token], classes: Sequence[str], place: int) -> bool:
    """Whether a word joins two parts of a name: "Committee to Protect Writers", "Doctors Without Limits"."""
    token, following = found[place], found[place + 1]
    if not found[place - 1].is_capital or not following.is_capital or classes[place - 1] not in "GRN":
        return False
    is_aim = token.low == "to" and classes[place - 1] == "G" and following.low in AIMS
    return is_aim or (token.is_capital and token.low in {"without", "against", "beyond"})


def is_in_letters(found: Sequence[Token], classes: Sequence[str], start: int, place: int) -> bool:
    """Whether a state in letters is all that stands before a place: "U.S. and Norwegian officials"."""
    first = start + (classes[start] == "T")
    before = found[place - 1].text
    is_between = start > 0 and found[start - 1].low == "between"  # one and the other
    return place == first + 1 and before in states_by_name() and before.replace(".", "").isupper() and not is_between


def is_letters(found: Sequence[Token], place: int) -> bool:
    """Whether letters in brackets stand inside a description: "leaders of African Union (AU) member states"."""
    return place + 3 < len(found) and found[place + 1].text.isupper() and found[place + 2].low == ")"


def name_after(found: Sequence[Token], classes: Sequence[str], place: int) -> int | None:
    """Return the place of the name behind small words such as "von der"; `None` if there is none."""
    while place < len(found) and found[place].low in nouns.PARTICLES and not found[place].is_capital:
        place += 1
    return place if place < len(found) and classes[place] == "N" and found[place].is_capital else None


def is_standing(found: Sequence[Token], place: int, after: int) -> bool:
    """Whether a conference is a body with members: "the National Conference of State Legislatures"."""
    whole = [found[place - 2], found[place - 1], *found[after : after + 2]] if place > 1 else []
    is_of = found[place].low == "of" and found[place - 1].low == "conference"
    return is_of and len(whole) > 3 and all(token.is_capital and token.is_word for token in whole)  # noqa: PLR2004  (two on each side)


def joins(found: Sequence[Token], classes: Sequence[str], place: int) -> bool:
    """Whether "of", "to" or "for" belong to the name or the office: Ministry of Finance, ambassador to Norland."""
    before, low = found[place - 1], found[place].low
    after = place + 1 + (classes[place + 1] == "T" and found[place + 1].low == "the")
    is_meeting = before.low in {"summit", "conference", "meeting"} and not is_standing(found, place, after)
    if after >= len(found) or is_meeting:
        return False
    tag = classes[after]
    if low == "of":
        return tag in "NDGA" or (found[after].is_capital and tag != "X" and before.is_capital)
    if low == "for" and classes[place - 1] == "G" and before.is_capital and found[after].is_capital:
        return True
    if low == "for" and before.low in {"state", "general", "secretary", "rapporteur"} and found[after].is_capital:
        return tag in "NDGAR"
    if low == "for" and before.low.startswith("spokes") and tag in "GAR":
        return True
    return classes[place - 1] == "R" and tag in "ND" and before.low not in {"leader", "official", "member"}


def is_of_several(found: Sequence[Token], classes: Sequence[str], start: int, place: int) -> bool:
    """Whether "and" joins two states of which several people are: "the leaders of Norway and Sweden"."""
    after = place + 1 + (classes[place + 1] == "T")
    if (
        after >= len(found)
        or found[after].text not in states_by_name()
        or found[place - 1].text not in states_by_name()
    ):
        return False
    for link in range(place - 1, start, -1):
        if found[link].low == "of":
            head = found[link - 1].low
            return head in nouns.GROUPS and head.endswith("s")
        if classes[link] not in "NT":
            return False
    return False


def is_of_house(found: Sequence[Token], start: int, place: int) -> bool:
    """Whether "and" joins what the committee of a house is for: "the House Oversight and Reform Committee"."""
    house = start + (found[start].low == "the")
    joined = found[house + 1 : place + 2]
    is_named = len(joined) > 2 and all(token.is_capital for token in joined if token.low != "and")  # noqa: PLR2004  (A and B)
    body = found[place + 2].text if place + 2 < len(found) else ""
    return found[house].text in {"House", "Senate", "Assembly"} and is_named and body in {"Committee", "Subcommittee"}


def is_of_field(found: Sequence[Token], start: int, place: int) -> bool:
    """Whether "and" joins two fields of one body: "the Veld Institute of Standards and Technology"."""
    links = [at for at in range(start + 1, place) if found[at].low in {"of", "for", "on"}]
    if not links or found[links[-1] - 1].low not in nouns.BODIES | nouns.INSTITUTES | SCHOOLS:
        return False
    is_named = all(token.is_capital for token in found[links[-1] + 1 : place]) and found[links[-1] - 1].is_capital
    second = found[place + 1]
    third = found[place + 2] if place + 2 < len(found) else second
    is_of_both = third.is_capital and third.low in CAUSES  # the Coalition for Farmer and Miner Rights
    return (
        is_named
        and second.is_capital
        and (second.low in PORTFOLIOS or is_of_both or FIELD.search(second.low) is not None)
    )


def is_of_state(found: Sequence[Token], start: int, place: int) -> bool:
    """Whether "and" joins the lands of one state: "the Islamic State of Iraq and the Levant"."""
    links = [at for at in range(start + 1, place) if found[at].low == "of"]
    is_state = bool(links) and found[links[-1] - 1].text == "State" and place - links[-1] <= len("of")
    after = place + 1 + (found[place + 1].low == "the")
    return is_state and after < len(found) and found[after].is_capital


def is_posted(found: Sequence[Token], start: int, place: int) -> bool:
    """Whether "to" names where somebody is posted: "the representative of Japan to the United Nations"."""
    heads = {token.low for token in found[start:place]}
    after = place + 1 + (found[place + 1].low == "the")
    is_name = after < len(found) and found[after].is_capital
    return found[place].low == "to" and is_name and bool(heads & POSTED)


def noun_follows(classes: Sequence[str], place: int) -> bool:
    """Whether adjectives and an office, a group or a body follow."""
    while place < len(classes) and classes[place] in "ADN":
        place += 1
    return place < len(classes) and classes[place] in "RG"
