"""Whom the label of a turn names: "Official Spokesperson, Ana Reis", "Li, Daily Post", "Q"."""

import re
from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.mentions import Naming, mentions
from diplo_events.drafting._english.nouns import INSTITUTES, MEDIA, ROLES, words
from diplo_events.drafting._english.tokens import tokens

__all__ = ["QUESTIONS", "is_of_medium", "issuers", "labelled", "unnamed"]

QUESTIONS: Final = re.compile(
    r"Q\d?|Question|Questioner|Journalist|Reporter|Interviewer|Moderator|Frage|Interviewerin|Journaliste?",
    re.IGNORECASE,
)
ANSWERS: Final = re.compile(r"A|Answer|Antwort|Réponse", re.IGNORECASE)
HONORIFIC: Final = re.compile(
    r"\A(?:(?:the|mr|ms|mrs|dr|shri|smt|h\.e|prof|sir|hon|rt\.? hon|amb|herr|frau|m|mme)\.?\s+)+(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
OUTLETS: Final = MEDIA | words(
    "service wire network channel post star mail chronicle standard mirror reuters afp ap bbc cnn"
)
AND: Final = re.compile(r",? (?:and|&) |, (?=(?:the )?[A-ZÀ-Þ])")
OF_SEVERAL: Final = "(?:leaders|ministers|presidents|heads|members|governments|chiefs)"
OFFICES: Final = ROLES | words("spokesperson moderator host chair")


def labelled(written: str, actors: Actors) -> Party:
    """Return whom the label of a turn names: by a name, by an office, or by both with a comma between them."""
    parts = [part.strip() for part in re.split(r",|\s\(|\)", written) if part.strip()]
    names = [part for part in parts if not is_office(part) and not is_outlet(part)]
    if len(parts) > 1 and names and (len(names) < len(parts) or len(parts) > 2):  # noqa: PLR2004  (a name and two others)
        party = person(HONORIFIC.sub("", names[0]), actors)
        for part in parts:
            if part is not names[0]:
                party.roles[part] = None
                party.heads.update(word for word in part.lower().split() if word in OFFICES | MEDIA)
                if is_office(part):
                    actors.by_name.setdefault(part.lower(), party)
        party.spellings[written] = None
        return party
    return by_one(written, actors)


def issuers(written: str, actors: Actors) -> Party | None:
    """Return those who issue a text together: "the United States, Egypt, and Qatar"; `None` for one alone."""
    pieces = [piece.removeprefix("the ").strip() for piece in AND.split(written)]
    if re.match(rf"(?:\S+ ){{0,4}}{OF_SEVERAL} of ", written, re.IGNORECASE):
        return unnamed(written[0].upper() + written[1:], written, actors)
    whole = named_in(written)
    is_one = bool(whole) and whole[0].first == 0 and whole[0].last == len(tokens(written, 0, len(written), []))
    if is_one or not re.search(r" (?:and|&) ", written):
        return None
    members: list[Party] = []
    for piece in pieces:
        found = named_in(piece)
        if not found or found[0].first or found[0].kind not in {"person", "state", "body", "name"}:
            return None
        rest = piece[found[0].end :].split()
        if rest and rest[0] != "of":
            return None
        if (party := actors.find(found[0])) is not None:
            members.append(party)
    return actors.together(members)


def is_office(part: str) -> bool:
    """Whether a part of a label is an office."""
    return bool({word.strip(".") for word in part.lower().split()} & OFFICES)


def is_outlet(part: str) -> bool:
    """Whether a part of a label is the name of a medium or another body."""
    return bool(set(part.lower().split()) & (OUTLETS | INSTITUTES))


def is_of_medium(written: str) -> bool:
    """Whether a label has the name of a medium behind that of a person: "Li, Daily Post"."""
    return any(is_outlet(part) and not is_office(part) for part in re.split(r",|\(", written)[1:])


def person(name: str, actors: Actors) -> Party:
    """Return somebody by a name, known before or new."""
    mention = Naming(0, len(name.split()), 0, 0, "person", name, head="")
    party = actors.known(mention)
    if party is None or party.kind == "state":
        party = actors.new(mention)
        actors.add(party, mention)
    return party


def by_one(written: str, actors: Actors) -> Party:
    """Return whom a label without commas names."""
    known = actors.by_name.get(written.lower())
    if known is not None:
        known.spellings[written] = None
        return known
    name = written.title() if written.isupper() else written
    found = named_in(name)
    if not found and written.isupper():
        return unnamed(written, written, actors)
    last = len(tokens(name, 0, len(name), []))
    if found and (found[0].kind in {"person", "name"} or (found[0].kind == "body" and found[0].last == last)):
        party = actors.find(found[0])
        if party is not None:
            party.spellings[written] = None
            return party
    office = HONORIFIC.sub("", name)
    if re.match(r"(?:mr|ms|mrs|dr)\.", name, re.IGNORECASE):
        party = actors.known(Naming(0, 1, 0, 0, "person", office.title(), head=""))
        if party is not None:
            party.spellings[written] = None
            return party
    return unnamed(office[0].upper() + office[1:].lower(), written, actors)


def named_in(name: str) -> Sequence[Naming]:
    """Return the actors that a label names."""
    found = tokens(name, 0, len(name), [])
    return mentions(name, found, {word.text for word in found})


def unnamed(name: str, spelling: str, actors: Actors) -> Party:
    """Return a speaker without a name."""
    for party in actors.parties:
        if party.name == name:
            return party
    party = Party(name, "office", is_named=False)
    party.spellings[spelling] = None
    actors.parties.append(party)
    return party
