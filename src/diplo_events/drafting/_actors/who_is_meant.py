"""Which actor each name in a sentence means: letters in brackets, an office beside a name, the owner of an office."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party, is_medium
from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.mentions import Naming, mentions
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._english.tokens import QUOTED, tokens
from diplo_events.drafting._english.verbs import CUES
from diplo_events.drafting._parts.units import Passage

__all__ = ["company_of", "focus_on_subject", "keep_pair", "named_parties", "part", "party_of"]

LETTERS: Final = re.compile(r"\((?P<short>[A-Z]{2,})\)")
TITLED: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame)\.? \S+")
"""A surname alone behind a title."""

HELD_AT: Final = re.compile(
    r"(?:in|at|for|of|within) (?:the )?[A-Z][\w’'&-]*(?: (?:(?:of|for|and) )?(?:the )?[A-Z][\w’'&-]*)*(?P<comma>,?)"
)
"""Between an office and the name behind it, these tell where it is held: "Leader of Business in the Upper House, X"."""

REIGNING: Final = nouns.words("president king queen emperor emir sultan")
"""Offices of which nobody holds a second one beside that of a minister."""

WHO_ASIDE: Final = re.compile(r"who [^,.;:“”\"]{2,60},")
"""A clause between an office and the name behind it: "a banker who lives in Oslo, Ana Reis, said"."""

BRACKETS: Final = re.compile(r" \([^()]{2,40}\) (?:(?:Mr|Mrs|Ms|Dr|Shri|Smt|Amb)\.? )?")
"""Between an office and the name behind it, for what it is: "Director General (Lakes) Dr Ana Reis"."""

LINK: Final = re.compile(r" (?:of|for|to|at) (?:the )?")
CALLED: Final = re.compile(
    r",? (?:named|called|surnamed|nicknamed|calling (?:it|them)sel(?:f|ves)|"
    r"(?:identified|known)(?: only)? as|identifying (?:him|her)self(?: only)? as"
    r"|(?:using|under|by) the (?:pseudonym|name)(?: of)?|who gave (?:his|her) (?:sur)?name as) (?:the )?"
)
"""Between an office and a name, these show that both are one."""

MISSION: Final = re.compile(r"head of .*(?:mission|delegation|office)", re.IGNORECASE)
AND: Final = re.compile(r" and (?:the )?")
OF_BODY: Final = re.compile(r"(?: (?:in|at|for) (?:the|this|that) [a-z]+)?(?: \([A-Z]{2,}\))?, ")
"""Between the second of two offices and who holds both: "the envoy and the head of the mission in the land (LM), X"."""

AGE: Final = re.compile(r"\b[Tt]he (?:\d{2}[- ]year[- ]old|former|veteran)\b")
CLOSED: Final = re.compile(r"\s*(?:,(?! and\b)|[.;]|\Z|(?:who|responsible|in charge|for|of|at|from|to)\b)")
"""What stands behind an office that describes the name before it: "Tom Hale, the Swedish minister, said"."""

ARTICLE_BEFORE: Final = re.compile(r"\b(?:the|an?|his|her|its|their) \Z", re.IGNORECASE)

LOCATIVE: Final = nouns.words(
    """
    in at near from into to across around outside inside toward towards over on the through via off
    """
)
"""A name behind one of these may be that of a place."""

MET: Final = re.compile(
    r"\b(?:met|meets|spoke|talked|conferred|held (?:\w+ ){0,3}(?:talks?|meeting|call|discussions?))\b[^.;]{0,90}"
    r"\bwith\b|\b(?:hosted|welcomed|received)\b|\b(?:called|phoned|telephoned|rang)(?: up)?\Z"
)
"""Between two persons, these say that they met, and so are "they" next."""

FELL_TO: Final = re.compile(r"It (?:then )?(?:fell to|was (?:left|up) to)\b")
"""Before somebody, these say that nobody but they did something: "It fell to A to explain"."""


def named_parties(text: str, unit: Passage, actors: Actors) -> dict[int, Party]:  # noqa: C901  (one case for each way to name somebody)
    """Return the actors of a sentence by the place of their names; pronouns are left for later."""
    parties: dict[int, Party] = {}
    previous: Naming | None = None
    for mention in unit.named:
        party = None if mention.kind == "pronoun" else actors.find(mention)
        if party is None:
            continue
        if (older := of_age(text, mention, party, actors)) is not None:
            party = older
        for office in offices_before(text, unit, mention):
            if office.start not in parties:
                continue
            actors.merge(parties[office.start], party)
            parties[office.start] = party
        if previous is not None and is_called(text, previous, mention, parties[previous.start]):
            actors.merge(parties[previous.start], party)
            parties[previous.start] = party
        if previous is not None:
            party = beside(text, actors, (previous, parties[previous.start]), (mention, party))
            if (
                previous.kind == "office"
                and party.kind == "person"
                and (
                    text[previous.end : mention.start].strip() == ","
                    or (
                        text[previous.end : mention.start].strip() == "and"
                        and is_second_office(text, previous, mention)
                    )
                )
            ):
                parties[previous.start] = party
        parties[mention.start] = party
        for inner in inside(text, mention):
            if (owner := actors.find(inner)) is not None:
                actors.recent.append(owner)
                if letters := LETTERS.search(mention.name):
                    actors.spell(owner, letters["short"])
        is_titled = bool(mention.role) and " " not in mention.name and text[mention.start].isupper()
        if mention.kind == "person" and (is_titled or TITLED.fullmatch(text, mention.start, mention.end)):
            party.spellings[text[mention.start : mention.end]] = None
        actors.place(mention.start, party)
        before = unit.words[mention.first - 1].low if mention.first else ""
        party.is_free = party.is_free or before not in LOCATIVE
        actors.recent.append(party)
        previous = mention
    return parties


def offices_before(text: str, unit: Passage, mention: Naming) -> Iterator[Naming]:
    """List the offices of a person that something parts from the name: a clause, a place or a second office."""
    if mention.kind not in {"person", "name"} or " " not in mention.name or mention.is_owner:
        return
    if (office := office_over_clause(text, unit, mention)) is not None:
        yield office
    before = [m for m in unit.named if m.last < mention.first]
    for office in before[-3:]:
        place = HELD_AT.fullmatch(text[office.end : mention.start].strip())
        opens = office.first == 0 or unit.words[office.first - 1].low in {*CUES, ",", QUOTED}
        if office.kind == "office" and BRACKETS.fullmatch(text, office.end, mention.start) and not office.is_plural:
            yield office
        is_closed = place is not None and (place["comma"] == "" or text[mention.end : mention.end + 1] in {",", "."})
        if (
            is_closed
            and opens
            and office.kind == "office"
            and not office.is_plural
            and " " in text[office.start : office.end]
        ):
            yield office
    offices = [m for m in before if m.kind == "office"]
    if len(offices) > 1:
        first, second = offices[-2:]
        behind = text[second.end : mention.start]
        is_joined = AND.fullmatch(text, first.end, second.start) is not None
        is_joined = is_joined and (is_office_end(behind) or OF_BODY.fullmatch(behind) is not None)
        is_bare = not second.is_definite or MISSION.search(text, second.start, second.end) is not None
        are_offices = is_bare and not (first.is_plural or second.is_plural)
        if is_joined and are_offices and not (first.head in REIGNING or second.head in REIGNING):
            yield from (first, second)


def is_office_end(between: str) -> bool:
    """Whether a comma alone, or behind where an office is held, parts it from a name: "head of work in Veld, X"."""
    place = HELD_AT.fullmatch(between.strip())
    return between == ", " or (place is not None and place["comma"] == ",")


def office_over_clause(text: str, unit: Passage, mention: Naming) -> Naming | None:
    """Return the office of a person that a clause parts from the name: "a banker who lives in Oslo, Ana Reis,"."""
    if mention.kind not in {"person", "name"} or mention.role or text[mention.end : mention.end + 1] != ",":
        return None
    offices = (m for m in unit.named if m.kind == "office" and not m.is_plural and m.last < mention.first)
    return next((m for m in offices if WHO_ASIDE.fullmatch(text[m.end : mention.start].strip())), None)


def is_called(text: str, previous: Naming, mention: Naming, earlier: Party) -> bool:
    """Whether a name is that of somebody without one before it: "a protester using the pseudonym X"."""
    is_open = previous.kind == "office" and mention.kind in {"name", "person"} and not mention.role
    is_body = previous.kind in {"body", "group"} and mention.kind in {"body", "name"} and not earlier.is_named
    is_open = is_open or (is_body and not previous.is_plural)
    return is_open and CALLED.fullmatch(text, previous.end, mention.start) is not None


def of_age(text: str, mention: Naming, party: Party, actors: Actors) -> Party | None:
    """Return the person whom "the 61-year-old former judge" means: the last one who spoke or was named."""
    is_whole = text[mention.end : mention.end + 1] != "," and text[mention.end : mention.end + 4] != " of "
    if (
        mention.kind != "office"
        or party.kind == "person"
        or not is_whole
        or not AGE.search(text, max(0, mention.start - 18), mention.end)
        or party.is_speaker
    ):
        return None
    earlier = (*reversed(actors.focused[-4:]), *reversed(actors.recent[-12:]))
    older = next((item for item in earlier if item.kind in {"person", "name"} and item is not party), None)
    if older is not None:
        actors.merge(party, older)
    return older


def beside(text: str, actors: Actors, one: tuple[Naming, Party], other: tuple[Naming, Party]) -> Party:  # noqa: PLR0911  (one case for each way to stand beside)
    """Return the actor of a name, joined with the one named directly before it if both are one."""
    (previous, earlier), (mention, party) = one, other
    between = text[previous.end : mention.start].strip()
    if between == "(" and text[mention.end : mention.end + 1] == ")" and mention.kind == "body":
        return actors.abbreviate(mention.name, earlier, party)
    if between in {", the", ", a", ", an"} and mention.kind == "office" and CLOSED.match(text, mention.end):
        between = ","
    if is_body_set_off(text, one, other):
        actors.merge(party, earlier)
        return earlier
    if between == "and" and is_second_office(text, previous, mention):
        actors.merge(earlier, party)
        return party
    if between != "," or not {previous.kind, mention.kind} <= {"office", "person", "name"}:
        return party
    if previous.kind == "office" and mention.kind in {"person", "name"} and party.kind != "body":
        actors.merge(earlier, party)
        return party
    is_described = mention.kind == "office" and previous.kind in {"person", "name"} and not is_medium(earlier)
    if is_described and (mention.state or mention.owner or mention.first == previous.last + 1):
        actors.merge(party, earlier)
        return earlier
    return party


def is_body_set_off(text: str, one: tuple[Naming, Party], other: tuple[Naming, Party]) -> bool:
    """Whether an aside says what a body is: "Lakebank, the lender, said"."""
    (previous, earlier), (mention, party) = one, other
    is_thing = mention.kind == "body" and not party.is_named and text[mention.end : mention.end + 1] == ","
    between = text[previous.end : mention.start].strip()
    return is_thing and between in {", the", ", a", ", an"} and earlier.is_named and previous.kind in {"name", "body"}


def is_second_office(text: str, previous: Naming, mention: Naming) -> bool:
    """Whether an office without an article is another one of who is named behind it: "party leader and Premier Li"."""
    is_bare = ARTICLE_BEFORE.search(text, max(0, previous.start - 5), previous.start) is None
    is_titled = mention.kind == "person" and bool(mention.role)
    if is_titled and mention.role.lower().startswith(("former ", "ex-", "one-time ", "longtime ", "veteran ")):
        return previous.kind == "office" and not previous.is_plural  # the Senator and former envoy Li
    is_acting = mention.role.lower().startswith(("acting ", "interim ", "caretaker ", "deputy "))
    is_titled = is_titled and (text[mention.start].isupper() or is_acting)
    return is_bare and is_titled and previous.kind == "office" and not previous.is_definite


def inside(text: str, mention: Naming) -> Iterator[Naming]:
    """Return the actors that the office of another one names: its owner, and the body in which it is held."""
    if mention.owner and (mention.state is None or len(mention.owner.split()) > 1):
        place = text.find(mention.owner, mention.start, mention.end)
        named = part(text, place, place + len(mention.owner)) if place >= 0 else []
        yield from (item for item in named if item.kind in {"person", "body", "name"})
    elif letters := LETTERS.search(mention.name):
        first = LINK.search(text, mention.start, mention.end)
        before = part(text, first.end() if first else mention.start, text.index(letters[0], mention.start))
        yield from (item for item in before[-1:] if item.kind in {"body", "name"})
    elif mention.kind == "office" and (link := LINK.search(text, mention.start, mention.end)):
        yield from (item for item in part(text, link.end(), mention.end) if item.kind in {"body", "state"})
    elif mention.kind == "person" and mention.role:
        for item in part(text, mention.start, mention.end - len(mention.name)):
            words = item.name.split() if item.kind == "office" else []
            while words and words[-1].lower() in nouns.ROLES | nouns.ADJECTIVES:
                words.pop()
            if len(words) > 1 and words[-1].lower() in nouns.BODIES and words[-1][0].isupper():
                head = words[-1].lower()
                yield attrs.evolve(item, kind="body", name=" ".join(words), role="", head=head, owner="")


def part(text: str, start: int, end: int) -> list[Naming]:
    """Return the actors named in a part of a sentence."""
    words = tokens(text, start, end, [])
    return mentions(text, words, {word.text for word in words})


def party_of(mention: Naming, parties: Mapping[int, Party], actors: Actors) -> Party | None:
    """Return the actor of a mention."""
    if mention.kind == "text":
        return None
    if mention.kind == "pronoun":
        return actors.of_pronoun("it" if mention.name == "who" else mention.name, mention.start)
    return parties.get(mention.start)


def company_of(unit: Passage, subject: Naming) -> list[Naming]:
    """Return those who are named with a subject, joined by commas and "and"."""
    found: list[Naming] = []
    last = subject.last
    for mention in unit.named:
        if mention.first == last + 1 and unit.words[last].low in {"and", ","}:
            found.append(mention)
            last = mention.last
    return found if any(unit.words[mention.first - 1].low == "and" for mention in found) else []


def keep_pair(unit: Passage, parties: Mapping[int, Party], actors: Actors) -> None:
    """Keep two persons of whom a sentence says that they met: they are "they" and "both leaders" next."""
    first: dict[Party, Naming] = {}
    for mention in unit.named:
        is_holder = mention.kind == "office" and mention.is_definite and not mention.owner
        is_whole = mention.kind == "name" and parties.get(mention.start) is not None and " " in mention.name
        if (mention.kind == "person" or is_holder or is_whole) and not mention.is_owner and mention.start in parties:
            first.setdefault(parties[mention.start], mention)
    if len(first) != 2 or actors.met is not None:  # noqa: PLR2004  (a pair)
        return
    one, other = first.values()
    if MET.search(" ".join(token.low for token in unit.words[one.last : other.first])):
        actors.met = actors.together(list(first))


def focus_on_subject(unit: Passage, parties: Mapping[int, Party], actors: Actors) -> None:
    """Make the subject of a sentence that reports no words the one whom the next pronoun means."""
    opening = " ".join(token.text for token in unit.words[:5])
    subject = sentence_subject(unit.sentence, len(unit.words)) if FELL_TO.match(opening) is None else None
    owner = next((mention for mention in unit.named[:1] if mention.is_owner and mention.first <= 1), None)
    if (
        owner is not None
        and (party := parties.get(owner.start)) is not None
        and (party.is_person or party.may_be_person)
    ):
        actors.focus(party)
    persons = [m for m in unit.named if m.kind == "person" and not m.is_owner and m.start in parties]
    keep_pair(unit, parties, actors)
    if len(persons) == 1 and (subject is None or subject.kind != "pronoun"):
        actors.focus(parties[persons[0].start])
    if subject is None:
        return
    if subject.kind == "pronoun":
        party = actors.of_pronoun(subject.name)
        if party is not None:
            actors.place(subject.start, party)
    else:
        party = parties.get(subject.start)
        company = [parties[item.start] for item in company_of(unit, subject) if item.start in parties]
        if party is not None and company:
            actors.focus(actors.together([party, *company]))
    if party is not None:
        actors.focus(party)
        actors.doers.append(party)
