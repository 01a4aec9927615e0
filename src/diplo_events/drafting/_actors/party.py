"""An actor as one text names it, and the descriptions that fit it."""

from collections.abc import Sequence
from typing import Final

import attrs

from diplo_events.drafting._actors.spellings import small_words
from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.portfolios import PORTFOLIOS
from diplo_events.drafting._english.states import State
from diplo_events.lookup import fold

__all__ = [
    "Party",
    "describes",
    "first_fitting",
    "holds_just",
    "holds_office",
    "is_another",
    "is_medium",
    "is_official",
    "is_voice_of",
]

RANKS: Final = words("vice deputy assistant associate under former then-")
"""Words before an office that make it another one."""

DISTINCT: Final = RANKS | PORTFOLIOS | words("prime first chief")
"""Words before an office that tell one holder from another."""

SINGLE: Final = words("president premier chancellor")
"""Offices that one person holds: with a rank before them, somebody else does."""

OTHER_SIDE: Final = words("counterpart colleague")
"""Offices of whoever holds the same one in another state."""

ENVOYS: Final = words("ambassador representative emissary negotiator mediator")
"""Offices of those whom a text calls an envoy."""

CHIEFS_OF_DIPLOMACY: Final = (
    words("foreign minister"),
    words("secretary state"),
    words("external affairs minister"),
    words("high representative"),
    words("foreign policy chief"),
)
"""Words of the offices of those whom a text calls the top diplomat of their state."""

OF_OTHERS: Final = words("fellow other world many some several")
"""Words of a group of others than those of whom a text tells."""

CHIEF: Final = words("chief the")
AT_THE_HEAD: Final = words(
    "secretary-general director-general chairperson chairman commissioner head president director"
)
"""Offices of those whom a text calls the chief of a body."""

HEADS_OF_STATE: Final = words("president king queen emperor emir sultan")
"""Offices of those whom a text calls the head of state."""

UN: Final = words("un u.n.")
UN_FIELDS: Final = words("aid relief humanitarian rights human refugee peacekeeping political")
"""Words of a description of somebody at the United Nations."""

OF_RANK: Final = words("the official diplomat chief senior top high-ranking high-level")
"""Words of a description that say nothing of where an official works."""

OF_UN: Final = words("special envoy representative coordinator adviser secretary-general under-secretary-general")
"""Words of offices at the United Nations."""

FOR_MINISTRY: Final = words("foreign affairs ministry mfa fm office of the for spokesman spokeswoman spokesperson")
"""Words of the office of who speaks for a foreign ministry, of no land."""

LEADERS: Final = words("president premier king leader chancellor")
"""Offices of those whom a text calls the leader of their state."""


@attrs.define(eq=False)
class Party:
    """An actor as a text names it."""

    name: str
    """The fullest name."""
    kind: str
    """That of its mentions: `person`, `state`, `body`, `group`, `office` or `name`."""
    state: State | None = None
    """The state that it is, or to which it belongs."""
    spellings: dict[str, None] = attrs.field(factory=dict)
    """How the text names it, in order."""
    roles: dict[str, None] = attrs.field(factory=dict)
    """The offices that the text gives it."""
    heads: set[str] = attrs.field(factory=set)
    """The nouns of its offices, or of the body, in lower case."""
    is_plural: bool = False
    """Whether it is several."""
    is_named: bool = True
    """Whether it has a name and not only a description."""
    is_speaker: bool = False
    """Whether some of the words are its own."""
    is_free: bool = False
    """Whether it stands somewhere as a person does: as a subject, or behind "with" or "by"."""
    gender: str = ""
    """The pronoun by which the text calls it."""
    known: str | None = None
    """Its id in the dataset of known actors."""
    rule: str = ""
    """Who found it, if it was none of the rules."""
    members: tuple["Party", ...] = ()
    """Those whom it names together."""

    @property
    def is_person(self) -> bool:
        """Whether it can be "he" or "she"."""
        is_known = self.kind == "person" or (self.kind == "office" and not self.is_plural)
        return is_known or (self.kind == "name" and (self.is_speaker or self.gender != "") and " " in self.name)

    @property
    def may_be_person(self) -> bool:
        """Whether it has a name of two or three words, as people have, and nothing shows what it is."""
        return self.kind == "name" and len(self.name.split()) in {2, 3}

    @property
    def may_be_they(self) -> bool:
        """Whether it is several, or whom the text called "they" before."""
        return self.is_plural or self.kind in {"group", "body"} or self.gender == "they"


def describes(mention: Naming, party: Party) -> bool:
    """Whether a description fits an actor that was named before: by its noun, its state and its article."""
    if mention.state is not None and party.state is not mention.state:
        return False
    if mention.kind == "office" and party.kind in {"person", "office"}:
        return is_holder(mention, party)
    if mention.kind != party.kind or mention.head not in party.heads:
        return False
    if mention.kind == "group":
        is_shorter = " " in mention.name and fold(party.name).endswith(fold(mention.name))
        if fold(party.name).split()[0] in OF_OTHERS and fold(mention.name) != fold(party.name):
            return False  # Li urged fellow leaders to act. Both leaders said
        return not mention.owner and (mention.is_definite or is_shorter)
    is_of_other = mention.head == "office" and fold(mention.owner) not in fold(party.name)  # the president's, Hale's
    is_same = mention.state is not None and small_words(mention.name) in {small_words(name) for name in party.spellings}
    is_body = mention.kind == "body" and not is_of_other
    return is_body and (mention.is_definite or (is_same and small_words(mention.name) != ""))


def first_fitting(fitting: Sequence[Party], mention: Naming, focused: Sequence[Party]) -> Party | None:
    """Return the last one that a description fits; of bodies that which spoke last before one that is only named."""
    last = list(focused[-1:])
    is_spoken = mention.kind == "body" and last != [] and last[0] in fitting and last[0].is_speaker
    is_spoken = is_spoken and not fitting[0].is_speaker
    return last[0] if is_spoken else next(iter(fitting), None)


def is_medium(party: Party) -> bool:
    """Whether an actor is a newspaper, an agency or a station, by its name."""
    last = party.name.split()[-1].lower()
    return party.kind in {"body", "name"} and (last in nouns.MEDIA | nouns.PAPERS or party.name in nouns.AGENCIES)


def is_holder(mention: Naming, party: Party) -> bool:
    """Whether an actor holds the office that a description names."""
    if mention.name.lower().endswith("diplomacy"):
        return leads_diplomacy(mention, party)
    if mention.head in party.heads:
        if is_other_office(mention, party):
            return False
        is_same = " " not in mention.name or fold(mention.name) == fold(party.name)
        return mention.is_definite or mention.state is not None or (party.kind == "office" and is_same)
    if party.kind == "person" and mention.is_definite and is_same_office(mention, party):
        return True
    if mention.state is None or party.kind != "person":
        return False
    return mention.head in OTHER_SIDE or (mention.head == "leader" and leads(party))


def leads(party: Party) -> bool:
    """Whether a person leads a state, and so is its leader next: a ruler, or the head of its government."""
    premiers = (role for role in held_with(party, "minister") if "prime" in role)
    return bool(party.heads & LEADERS) or any(not role & RANKS for role in premiers)


OF_MINISTERS: Final = nouns.words("foreign defence defense finance interior trade justice")
MINISTERS: Final = nouns.words("minister secretary")
"""Those whom a text calls the chief of what they are for: "the defence chief"."""


def is_same_office(mention: Naming, party: Party) -> bool:  # noqa: PLR0911  (one case for each word)
    """Whether a description names the office of a person by another word: "the premier", "the top diplomat"."""
    told = set(mention.name.lower().split())
    if mention.head.startswith("spokes"):
        return any(head.startswith("spokes") for head in party.heads)
    if mention.head == "envoy":
        return bool(party.heads & ENVOYS)
    if mention.head == "diplomat" and told & {"top", "chief"}:
        return is_foreign_minister(party)
    if mention.head == "minister" and told <= {"the", "foreign", "minister"}:
        return party.state is not None and any({"foreign", "policy"} <= role for role in held_with(party, "chief"))
    if mention.head == "chief":
        roles = held_with(party, "")
        if told & OF_MINISTERS and any(told - CHIEF - {"affairs"} <= role and role & MINISTERS for role in roles):
            return not any(role & RANKS for role in roles)
        field = told - CHIEF - {"affairs"}
        return bool(field) and any(field <= role and role & AT_THE_HEAD for role in roles)
    if mention.head == "premier" or (mention.head == "head" and "government" in told):
        return any({"prime", "minister"} <= role and not role & RANKS for role in held_with(party, "minister"))
    return mention.head == "head" and "state" in told and bool(party.heads & HEADS_OF_STATE)


def leads_diplomacy(mention: Naming, party: Party) -> bool:
    """Whether a person is the foreign minister of a state, or a deputy: "the deputy chief of Norlandic diplomacy"."""
    is_deputy = bool(RANKS & set(mention.name.lower().split()))
    if party.kind != "person" or (mention.state is not None and party.state is not mention.state):
        return False
    chiefs = (*CHIEFS_OF_DIPLOMACY, words("foreign secretary state"), words("foreign secretary"))
    return any(
        bool(role & RANKS) is is_deputy and any(role >= held for held in chiefs) for role in held_with(party, "")
    )


def is_foreign_minister(party: Party) -> bool:
    """Whether an actor is a foreign minister or holds an office like it: "Norland’s top diplomat"."""
    roles = held_with(party, "")
    return any(role >= held for role in roles for held in CHIEFS_OF_DIPLOMACY if not role & RANKS)


def held_with(party: Party, head: str) -> list[set[str]]:
    """Return the words of each office of an actor whose noun is a certain one; of all offices without one."""
    roles = (set(nouns.spelled_out(role)) for role in party.roles)
    return [role for role in roles if not head or head in role]


def is_other_office(mention: Naming, party: Party) -> bool:
    """Whether a description names another office with the same noun: "the foreign minister", of a prime minister."""
    told = {word for word in nouns.spelled_out(mention.name) if word in DISTINCT}
    roles = held_with(party, mention.head)
    if not roles or party.kind != "person":
        return False
    words_ = nouns.spelled_out(mention.name)
    if mention.head == "secretary" and "of" in words_ and "general" not in words_:
        return all("general" in role or "secretary-general" in role for role in roles)
    if mention.head in SINGLE and not told & RANKS:
        return all(role & RANKS for role in roles)
    return bool(told) and not any(told <= role or not role & DISTINCT for role in roles)


def holds_just(mention: Naming, party: Party) -> bool:
    """Whether an actor holds the very office that a description names, with its rank."""
    told = set(nouns.spelled_out(mention.name))
    return any(told <= role and told & RANKS == role & RANKS for role in held_with(party, mention.head))


def holds_office(office: Party, party: Party) -> bool:
    """Whether a person holds the office by which a headline names somebody: of the same state, with the same rank."""
    is_of_state = office.state is not None and (party.state is None or party.state is office.state)
    if party.kind != "person" or not is_of_state:
        return False
    words_ = set(office.name.lower().split())
    is_top = bool(words_ & {"top", "chief"}) and "diplomat" in office.heads
    if is_top or ("head" in office.heads and "diplomacy" in words_ and not words_ & RANKS):
        return is_foreign_minister(party)
    if not office.heads & party.heads:
        return False
    told = {word for word in nouns.spelled_out(office.name) if word in DISTINCT}
    heads = office.heads & party.heads
    return any(told == role & DISTINCT for head in heads for role in held_with(party, head))


def is_voice_of(office: Party, party: Party) -> bool:
    """Whether a spokesperson of a state is who speaks for the ministry of a land that the text need not name."""
    is_of_state = office.state is not None and (party.state is None or party.state is office.state)
    is_plain = set(nouns.spelled_out(office.name)[1:]) - {"'s", "’s"} <= FOR_MINISTRY  # behind the state
    if party.kind != "person" or not party.is_speaker or not is_of_state or not is_plain:
        return False
    is_voice = any(head.startswith("spokes") for head in office.heads) and any(
        head.startswith("spokes") for head in party.heads
    )
    roles = (role & PORTFOLIOS | role & FOR_MINISTRY for role in held_with(party, ""))
    return is_voice and any("foreign" in role and role <= FOR_MINISTRY for role in roles)


def is_official(mention: Naming, party: Party) -> bool:
    """Whether "the Kremlin official" means a person: by a word of the office, by the state, or by one at the UN."""
    told = set(mention.name.lower().split()) - OF_RANK
    if party.kind != "person" or not party.roles:
        return False
    own = {word for role in party.roles for word in role.lower().split()}
    if mention.state is not None:
        return party.state is mention.state and mention.head != "chief" and party.is_speaker and len(told) == 1
    is_of_un = bool(told & UN) and told <= UN | UN_FIELDS and party.state is None and bool(own & OF_UN)
    return is_of_un or (bool(told) and told <= own and party.is_speaker)


def is_another(mention: Naming, party: Party) -> bool:
    """Whether an office with "a" is not that of somebody named before: "Eva Dahl, an officer. An officer said"."""
    has_article = mention.last - mention.first > len(mention.name.split())
    is_any = mention.kind == "office" and has_article and not mention.is_definite and mention.state is None
    return is_any and party.kind in {"person", "name"}
