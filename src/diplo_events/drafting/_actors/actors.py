"""The actors of a text, each with all its spellings: what short names, letters, descriptions and pronouns refer to."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from diplo_events.drafting._actors.genders import gender_of
from diplo_events.drafting._actors.issuers import Issuers
from diplo_events.drafting._actors.party import (
    Party,
    describes,
    first_fitting,
    holds_just,
    is_another,
    is_medium,
    is_official,
)
from diplo_events.drafting._actors.spellings import bare, family_last, is_name, letters
from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.lookup import fold

__all__ = ["Actors"]

COMPANIES: Final = words("air airlines airline corp inc ltd plc co company group bank motors oil petroleum gas steel")

LED_BY: Final = re.compile(r"\A(?:[A-Z]\S*(?: [A-Z]\S*)*['’]s |(?:\w+-(?:based|backed|led|owned|run) )+)(?=[A-Z])")
"""Before the name of a body, an owner and what it is: "Norway’s Lake Fund", "Oslo-based Lake Fund"."""

PAIR: Final = re.compile(r"(?:[Tt]wo|[Bb]oth) (?:leaders|presidents|ministers|sides|men|women)\b")
"""A name of two who were named before."""

COUNT: Final = re.compile(r"\A(?:one|another|other|some|many|most|several|both|two|three) ", re.IGNORECASE)

ANY_BODY: Final = words("group organization organisation movement agency network militia company institution body")
"""Nouns that the body of the sentence before may be called by, whatever its name."""

ANY_MEDIUM: Final = words(
    "newspaper magazine broadcaster network station channel outlet agency paper weekly daily tabloid"
)
"""Nouns that the medium named last may be called by."""

DIPLOMATS: Final = words("ambassador envoy representative negotiator minister secretary consul")
"""Offices of those whom a text calls "the diplomat"."""

RULERS: Final = words("president king queen emperor emir sultan pope premier")
"""Offices of those whom no text calls "the official"."""

ANAPHORIC: Final = words(
    """
    senator congressman congresswoman lawmaker legislator politician mp mep parliamentarian statesman activist author
    novelist poet billionaire tycoon businessman businesswoman entrepreneur magnate veteran professor scholar historian
    economist scientist physicist philanthropist industrialist nominee strongman playwright campaigner cleric
    pontiff singer actor actress
    """
)
"""What the person who spoke last may be called by, whatever the text said of them: "the senator"."""


class Actors:
    """The actors of one text."""

    def __init__(self) -> None:
        self.parties: list[Party] = []
        self.by_name: dict[str, Party] = {}
        self.by_part: dict[str, list[Party]] = {}
        self.recent: list[Party] = []
        self.focused: list[Party] = []
        self.by_place: dict[int, Party] = {}
        self.barred: list[Party] = []
        self.doers: list[Party] = []
        self.met: Party | None = None
        self.issuers = Issuers()

    def abbreviate(self, short: str, earlier: Party, own: Party) -> Party:
        """Join the letters that the text gives behind a name with it: "Syrian Democratic Forces (SDF)"."""
        if own is earlier:
            return own
        words = list(earlier.spellings)[-1].split()
        for first in range(len(words)):
            name = " ".join(words[first:])
            if words[first][0].isupper() and letters(name) == short.replace(".", ""):
                break
        else:
            if earlier.kind != "body" or not earlier.is_named or len(words) <= 1:
                return own
            first, name = 0, earlier.name
        if first and (earlier.kind == "group" or any(word in {"of", "for", "the"} for word in words[:first])):
            full = self.by_name.get(fold(name), own)
            full.name = name
            full.spellings = {name: None, **full.spellings, short: None}
            self.by_name[fold(name)] = self.by_name[fold(short)] = full
            if full is not own and len(own.spellings) == 1 and own in self.parties and not own.is_speaker:
                self.parties.remove(own)
            return full
        earlier.name = name
        earlier.spellings[name] = earlier.spellings[short] = None
        self.by_name[fold(name)] = self.by_name[fold(short)] = earlier
        if len(own.spellings) == 1 and own in self.parties and not own.is_speaker:
            self.parties.remove(own)
        return earlier

    def find(self, mention: Naming) -> Party | None:
        """Return the actor that a mention names, a new one if it was not named before; `None` for an open pronoun."""
        if mention.kind == "pronoun":
            return self.of_pronoun(mention.name)
        party = self.known(mention) or self.new(mention)
        if mention.kind == "state" and party.kind != "state":
            return party  # Amman is a surname here
        self.add(party, mention)
        return party

    def known(self, mention: Naming) -> Party | None:  # noqa: PLR0911  (one case for each kind of name)
        """Return the actor of a mention that was named before."""
        if mention.kind == "state" and mention.state:
            state = self.by_name.get(f"state {mention.state.code}")
            return state or (self.of_surname(mention) if not mention.is_owner else None)
        key = fold(bare(mention.name))
        if (party := self.by_name.get(key)) is not None and (party.is_named or mention.kind in {"group", "body"}):
            if mention.kind == "body" and not party.is_named:
                return self.of_description(mention) or party
            return None if is_another(mention, party) else party
        if mention.kind in {"person", "name"}:
            return self.of_name(family_last(mention.name) or key)
        if mention.kind in {"office", "group"} or (mention.kind == "body" and not is_name(mention.name)):
            return self.of_description(mention)
        if mention.kind == "body":
            return self.of_body(mention, key)
        return None

    def of_surname(self, mention: Naming) -> Party | None:
        """Return the person whose surname is a name of a state or its capital: Jordan, Amman."""
        name = fold(mention.name)
        held = (party for party in reversed(self.by_part.get(name, [])) if party.kind in {"person", "name"})
        return next((party for party in held if fold(party.name).split()[1:][-1:] == [name]), None)

    def of_name(self, key: str) -> Party | None:
        """Return the actor of whose name a name is a part: the last one for a part of several."""
        parts = key.split()
        last = parts[-1]
        for party in reversed(self.by_part.get(last, [])):
            theirs = fold(party.name).split()
            if len(parts) == 1 and (theirs[-1] == last or theirs[0] == last or party.kind in {"body", "name"}):
                return party
            if (
                len(parts) > 1
                and (theirs[-1] == last or theirs == [last])
                and (len(theirs) == 1 or theirs[0][:1] == parts[0][:1] or set(parts) <= set(theirs))
            ):
                return party
            if set(parts) <= set(theirs) and len(parts) > 1:
                return party
        if len(parts) == 1:
            for party in self.by_part.get(last, []):
                if party.kind == "person":
                    return party
        return None

    def of_body(self, mention: Naming, key: str) -> Party | None:
        """Return the body whose name without its state, or by its letters, is the name of a mention."""
        for party in reversed(self.parties):
            if party.kind not in {"body", "name", "group"} or not party.is_named:
                continue
            theirs = fold(party.name)
            if (
                mention.name.isupper()
                and len(mention.name) > 1
                and letters(party.name) == mention.name.replace(".", "")
            ):
                return party
            if party.name.isupper() and len(party.name) > 1 and letters(mention.name) == party.name.replace(".", ""):
                return party
            if theirs.endswith(" " + key) and (len(key.split()) > 1):
                return party
            if key.endswith(" " + theirs) and len(theirs.split()) > 1:
                return party
        if mention.state is not None and mention.head in {"government", "army", "parliament", "ministry"}:
            return next(
                (
                    party
                    for party in self.parties
                    if party.kind == "body"
                    and party.state is mention.state
                    and mention.head in party.heads
                    and (mention.head == "government" or key.split(maxsplit=1)[0] == fold(party.name).split()[0])
                ),
                None,
            )
        return None

    def of_description(self, mention: Naming) -> Party | None:
        """Return the actor that holds an office, or the group that was described before."""
        if mention.owner and mention.kind == "office":
            return None
        fitting = [party for party in reversed(self.recent) if describes(mention, party)]
        fitting = [party for party in fitting if mention.head in party.heads] or fitting
        fitting = [party for party in fitting if mention.head != "leader" or party.heads & RULERS] or fitting
        exact = (party for party in fitting if mention.kind == "office" and holds_just(mention, party))
        found = next(exact, first_fitting(fitting, mention, self.focused))
        if found is None and mention.head in ANY_BODY and mention.is_definite and not mention.owner:
            last = self.focused[-1:]
            is_alone = mention.name.lower().removeprefix("the ") == mention.head
            named = [party for party in last if party.is_named and party.kind in {"body", "name"}]
            if (one := next((one for one in named if is_alone and not one.may_be_person), None)) is not None:
                return one
        if found is None and mention.head in ANAPHORIC and mention.is_definite and not mention.owner:
            is_alone = mention.name.lower().removeprefix("the ") == mention.head
            last = self.focused[-1:] if is_alone and mention.state is None else []
            return next((one for one in last if one.kind in {"person", "name"} and one.is_speaker), None)
        if found is None and mention.head in {"official", "diplomat", "chief"} and mention.is_definite:
            told = next((one for one in reversed(self.focused[-3:]) if is_official(mention, one)), None)
            return told or self.only_official(mention)
        if found is None and mention.head in ANY_MEDIUM and mention.is_definite and not mention.owner:
            return self.last_medium()
        return found

    def only_official(self, mention: Naming) -> Party | None:
        """Return whom "the official" means where nobody was called so: the last person, if nobody was named since."""
        last = self.focused[-1] if self.focused else None
        told = set(mention.name.lower().replace("-", " ").split()) - {"the", "top", "senior", "high", "ranking"}
        is_alone = told == {mention.head} and mention.head != "chief"
        if last is None or not is_alone or last.kind != "person" or last not in self.recent:
            return None
        if any(mention.head in party.heads or f"{mention.head}s" in party.heads for party in self.parties):
            return None
        since = self.recent[len(self.recent) - self.recent[::-1].index(last) :]
        is_in_office = bool(last.heads & (DIPLOMATS if mention.head == "diplomat" else nouns.ROLES - RULERS))
        others = (one for one in since if one.is_person or one.may_be_person)
        return last if is_in_office and next(others, None) is None else None

    def last_medium(self) -> Party | None:
        """Return the medium that was named last."""
        return next((party for party in reversed(self.recent) if party.is_named and is_medium(party)), None)

    def of_pronoun(self, word: str, start: int | None = None) -> Party | None:
        """Return the last actor that a pronoun can mean: first of those that spoke or acted.

        Args:
            word: The pronoun.
            start: Where it begins; who is named for the first time behind it is not meant.
        """
        focused = self.focused[-8:]
        new = self.first_behind(start) if word == "they" and start is not None else ()
        if word == "they" and (several := self.acting_together(focused)) is not None:
            return self.pair_of(several)
        last_names = [party for party in focused[-2:] if party.kind == "name" and party.is_speaker]
        for party in (*reversed(focused), *reversed(self.recent[-40:])):
            if party in self.barred or (self.barred and not party.is_named) or party in new:
                continue
            is_person = party.is_person or (party in focused and party.may_be_person) or party in last_names
            if word in {"he", "she"} and is_person and party.gender in {"", word}:
                party.gender = word
                return party
            if word == "they" and (party.is_plural or party.kind == "group"):
                return party
            if word == "it" and party.kind in {"state", "body", "name"} and not party.is_plural:
                return party
        if word == "they":
            return next((party for party in reversed(self.focused[-8:]) if party.kind == "body"), None)
        return None

    def first_behind(self, start: int) -> list[Party]:
        """Return the groups that are named for the first time behind a place, or that only "them" names."""
        before = {id(party) for at, party in self.by_place.items() if at < start}
        behind = (party for at, party in self.by_place.items() if at > start)
        own = (party for party in self.recent[-8:] if party.name.endswith(" of them"))
        return [*(party for party in behind if id(party) not in before), *own]

    def acting_together(self, focused: Sequence[Party]) -> Party | None:
        """Return the last ones who acted together, or those of whom the text told that they met."""
        met = self.met if not any(party.is_plural for party in focused[-1:]) else None
        last = (party for party in reversed(focused[-2:]) if party.may_be_they and party not in self.barred)
        return next((party for party in last if met is None or party.is_plural), met)

    def pair_of(self, party: Party) -> Party:
        """Return the pair that the text named before, such as "both leaders", for two persons named together."""
        if len(party.members) != 2 or not all(member.is_person for member in party.members):  # noqa: PLR2004  (a pair)
            return party
        named = (other for other in reversed(self.parties) if other.kind == "group" and PAIR.match(other.name))
        return next(named, party)

    def new(self, mention: Naming) -> Party:
        """Return a new actor."""
        kind = mention.kind
        name = " ".join(bare(mention.name).split())
        if kind == "state" and mention.state is not None:
            name = mention.state.name
        elif kind in {"group", "office"}:
            name = name[0].upper() + name[1:]
        elif kind == "name" and (
            set(fold(name).split()) & (COMPANIES | nouns.MEDIA) or fold(name).split()[-1] in nouns.PAPERS
        ):
            kind = "body"
        party = Party(
            name, kind, mention.state, is_plural=mention.is_plural,
            is_named=kind in {"person", "state", "name"} or (kind == "body" and is_name(mention.name)),
        )  # fmt: skip
        self.parties.append(party)
        return party

    def add(self, party: Party, mention: Naming) -> None:
        """Keep how a mention names an actor."""
        text = " ".join(bare(mention.name).split())
        party.spellings[text] = None
        if mention.kind in {"office", "group"} and (alone := COUNT.sub("", text)) != text:
            party.spellings[alone] = None
        if mention.kind == "person" and party.kind in {"name", "office"}:
            party.kind, party.is_named = "person", True
        if mention.kind == "body" and party.kind == "name":
            party.kind = "body"
        if (
            mention.kind in {"person", "name", "body"}
            and len(text.split()) > len(party.name.split())
            and party.kind != "state"
        ):
            party.name = text
        if mention.kind == "person" and not party.is_named:
            party.name, party.is_named = text, True
        party.state = party.state or mention.state
        if mention.role:
            party.roles[mention.role] = None
            full = " ".join(nouns.spelled_out(mention.role))
            party.heads.update(word for word in re.findall(r"[\w-]+", full) if word in nouns.ROLES)
        if mention.kind == "body" and (alone := LED_BY.sub("", text)) != text and is_name(alone):
            party.spellings[alone] = None
        party.heads.update(heads(mention))
        if not party.gender and party.kind in {"person", "office", "name"}:
            party.gender = gender_of(party.heads, party.name)
        self.index(party, text, mention)

    def spell(self, party: Party, text: str) -> None:
        """Make an actor known by another spelling."""
        party.spellings[text] = None
        self.by_name[fold(text)] = party

    def index(self, party: Party, text: str, mention: Naming) -> None:
        """Make an actor known by a spelling."""
        if party.kind == "state" and party.state is not None:
            self.by_name[f"state {party.state.code}"] = party
            return
        key = fold(text)
        self.by_name.setdefault(key, party)
        if mention.kind in {"person", "name", "body"}:
            for part in key.split():
                held = self.by_part.setdefault(part, [])
                if party not in held:
                    held.append(party)

    def merge(self, description: Party, named: Party) -> None:
        """Join an office with the name that stands beside it: "the Italian foreign minister, Luigi Di Maio"."""
        if description is named:
            return
        named.kind = "person" if description.kind not in {"body", "group"} else "body"
        named.state = named.state or description.state
        named.roles.update(description.roles or dict.fromkeys([description.name]))
        named.heads |= description.heads
        named.gender = named.gender or description.gender
        if description in self.parties and not description.is_speaker:
            self.parties.remove(description)
        self.recent = [named if party is description else party for party in self.recent]
        self.focused = [named if party is description else party for party in self.focused]
        self.by_place = {start: named if party is description else party for start, party in self.by_place.items()}
        for key, party in list(self.by_name.items()):
            if party is description:
                self.by_name[key] = named

    def place(self, start: int, party: Party) -> None:
        """Keep which actor the words at a place name."""
        self.by_place[start] = party

    def at(self, start: int) -> Party | None:
        """Return the actor that the words at a place name."""
        return self.by_place.get(start)

    def focus(self, party: Party) -> None:
        """Make an actor the last one: its words or deeds were just reported."""
        self.focused.append(party)

    def together(self, members: Sequence[Party]) -> Party:
        """Return several actors as one subject: "Turkey and Libya"."""
        return Party(
            " and ".join(party.name for party in members),
            "group",
            is_plural=True,
            is_named=False,
            members=tuple(members),
        )

    def spoken(self) -> Iterator[Party]:
        """List the actors that said something."""
        return (party for party in self.parties if party.is_speaker)


def heads(mention: Naming) -> set[str]:
    """Return the nouns by which an actor may be called: its own, and the first of a name, as in "Hotel Lake Palace"."""
    first = mention.name.split()[0].lower() if mention.kind == "body" else ""
    return {noun for noun in (mention.head, first if first in nouns.BODIES else "") if noun}
