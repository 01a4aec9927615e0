"""The words of a sentence with the actors that they name, and what can stand before a verb."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._english.verbs import AUXILIARIES

__all__ = ["CLAUSES", "DAYS", "PREPOSITIONS", "Sentence", "Subject", "before_verb", "is_adverb", "told_before"]

PREPOSITIONS: Final = words(
    """
    of in on at by for from with to into onto after before during against about between among over under through
    towards toward within without alongside near despite following including like per via amid around across behind
    beyond inside outside regarding concerning since until upon than versus as
    """
)
"""A name behind one of these is not a subject."""


LOCATIVE: Final = words("in at near from to into outside around of")
"""Prepositions behind which a town stands."""


LONGEST_LEAD: Final = 2
"""How many words may stand between an article and the noun of a description."""

LEAST_TOWN: Final = 3
"""How many letters the name of a town has at least: "UN (Lakepress) —" names none."""

FAR_DASH: Final = 8
"""How many words behind a town the dash stands, with a medium between."""

CLAUSES: Final = words("as after before since until than")
"""Prepositions that begin a clause as well."""


DAYS: Final = words("monday tuesday wednesday thursday friday saturday sunday yesterday today")


LINKING: Final = words("further furthermore moreover likewise meanwhile nevertheless nonetheless therefore thus hence")
"""Adverbs without -ly that stand between a subject and its verb: "He furthermore noted"."""


OPENING_PHRASE: Final = words("with in on at during after before amid despite following ahead speaking under")
"""With these a phrase opens a sentence, before its subject: "With days to go, Ana Reis, the head of the fund said"."""

NO_ADVERBS: Final = words("ally italy july family assembly reply supply")
GENITIVES: Final = frozenset({"'s", "’s", "'", "’"})
OPENERS_OF_PHRASES: Final = PREPOSITIONS - CLAUSES
NO_ADJECTIVES: Final = AUXILIARIES | PREPOSITIONS | CLAUSES | words("the a an and that who")


class Sentence(NamedTuple):
    """The words of a sentence, and the actors that they name."""

    words: Sequence[Token]
    """The words."""
    named: Sequence[Naming]
    """The actors."""
    paused: frozenset[int] = frozenset()
    """The places of the quotations that end with a comma or a mark of a question or a cry."""

    def low(self, place: int) -> str:
        """Return a word in lower case; nothing outside the sentence."""
        return self.words[place].low if 0 <= place < len(self.words) else ""

    def is_within(self, mention: Naming) -> bool:
        """Whether an article and plain words lead from a preposition to a name: "of the populist ruling party"."""
        place = mention.first - 1
        while place > 0 and mention.first - place <= LONGEST_LEAD and is_word_before(self.words[place]):
            place -= 1
        is_whole = place < mention.first - 1 and self.low(place) in {"the", "a", "an"}
        return is_whole and self.low(mention.first) not in {"the", "a", "an"} and self.low(place - 1) in PREPOSITIONS

    def is_land(self, mention: Naming) -> bool:
        """Whether a state says where a town is: "in Davos, Switzerland, they met"."""
        return self.low(mention.last) in {",", "."} and self.is_behind_town(mention)

    def is_behind_town(self, mention: Naming) -> bool:
        """Whether a name stands behind that of a town with a comma: "in Washington, D.C."."""
        town = mention.first - 2
        if self.low(mention.first - 1) != "," or town < 1:
            return False
        while town > 0 and self.words[town].is_capital and self.words[town].is_word:
            town -= 1
        return town < mention.first - 2 and self.low(town) in LOCATIVE

    def is_dateline(self, mention: Naming) -> bool:
        """Whether a name is a town in capitals before a dash, with a medium in brackets: "VELD (Lakepress) — The"."""
        town = self.words[0].text
        is_town = mention.first == 0 and town.isupper() and len(town) >= LEAST_TOWN
        behind = [self.low(at) for at in range(mention.last, mention.last + FAR_DASH)]
        is_marked = behind[0] == "(" and bool({"—", "–", "-"} & set(behind))
        return self.low(mention.last) == "-" or (is_town and is_marked)

    def ending(self, last: int) -> Naming | None:
        """Return the actor whose name ends at a place."""
        return next((mention for mention in self.named if mention.last == last), None)

    def is_of_owner_bound(self, place: int) -> bool:
        """Whether a genitive ends at a place, and its owner stands behind a preposition: "from the Union’s members"."""
        owner = self.ending(place) if self.low(place) in GENITIVES else None
        return owner is not None and owner.is_owner and self.low(owner.first - 1) in OPENERS_OF_PHRASES

    def is_free(self, mention: Naming) -> bool:
        """Whether a name stands behind no preposition, and is not the land behind a town."""
        if mention.kind == "state" and self.is_land(mention):
            return False
        is_office = self.low(mention.first - 1) == "under" and self.low(mention.first) == "secretary"
        place = mention.first - 1
        is_one = not mention.is_plural and mention.kind != "group"  # and not: over 100 officers
        if place > 0 and is_one and self.low(place).isdigit() and self.low(place - 1) in OPENERS_OF_PHRASES:
            return False  # for 10 Downing Street
        if self.is_of_owner_bound(place - self.low(place).isdigit()):
            return False  # ministers from the Union's 27 member countries
        while place > 0 and self.words[place].low.endswith("ed") and self.words[place].text.islower():
            place -= 1  # of murdered journalists
        place -= place < mention.first - 1 and self.low(place) in {"the", "these", "those", "all"}
        is_led = place < mention.first - 1 and self.low(place) in OPENERS_OF_PHRASES
        is_led = is_led or (mention.kind in {"office", "body"} and not mention.is_plural and self.is_within(mention))
        return is_office or not (is_led or self.low(mention.first - 1) in PREPOSITIONS)


class Subject(NamedTuple):
    """The subject of a verb."""

    mention: Naming | None
    """The actor; `None` if none was found."""
    together: tuple[Naming, ...]
    """Others with whom it is the subject."""
    first: int
    """Where it begins among the words."""
    rule: str
    """The rule that found it."""


def is_word_before(token: Token) -> bool:
    """Whether a word can be an adjective between an article and a noun."""
    return token.text.islower() and token.is_word and token.low not in NO_ADJECTIVES


def is_adverb(token: Token) -> bool:
    """Whether a word is an adverb that ends in -ly."""
    return token.low.endswith("ly") and token.low not in NO_ADVERBS and token.text.islower()


def before_verb(found: Sequence[Token], place: int) -> tuple[int, list[Token]]:
    """Return the place before a verb and its auxiliaries and adverbs, and these."""
    left = place - 1
    while left >= 0 and (
        is_in_the_past(found, left)
        or (found[left].low in AUXILIARIES and not is_surname(found, left))
        or is_adverb(found[left])
        or (found[left].low in LINKING and left + 1 == place)
        or found[left].low.endswith("n't")
        or (left and found[left].low in DAYS and found[left - 1].low in AUXILIARIES)
    ):
        left -= 3 if is_in_the_past(found, left) else 1
    return left, list(found[left + 1 : place])


def is_surname(found: Sequence[Token], place: int) -> bool:
    """Whether "May" before a verb is a name: "Theresa May said"."""
    return found[place].text == "May" and place > 0 and found[place - 1].is_word and found[place - 1].is_capital


def is_in_the_past(found: Sequence[Token], last: int) -> bool:
    """Whether "in the past" ends at a place, between an auxiliary and its verb: "has in the past called"."""
    is_whole = [token.low for token in found[max(0, last - 2) : last + 1]] == ["in", "the", "past"]
    return is_whole and last > 2 and found[last - 3].low in AUXILIARIES  # noqa: PLR2004  (the three words)


def told_before(sentence: Sentence, mention: Naming) -> Naming | None:
    """Return the person whose office follows a comma that none closes: "Ana Reis, an official at the bank said"."""
    articles = {"a", "an", "the"} if mention.kind == "office" else {"a", "an"}
    is_bare = mention.kind in {"office", "body"} and not mention.is_plural and sentence.low(mention.first) in articles
    person = sentence.ending(mention.first - 1) if is_bare and sentence.low(mention.first - 1) == "," else None
    if person is None or person.kind not in {"person", "name"} or person.is_owner:
        return None
    is_first = person.first == 0 or sentence.words[person.first - 1].text == QUOTED
    if sentence.low(person.first - 1) == "," and sentence.low(0) in OPENING_PHRASE and mention.kind == "office":
        is_first = all(other.last <= person.first for other in sentence.named if other.first < person.first)
    elif sentence.low(person.first - 1) == ",":  # Tom Hale, Lord Marlow, the president of the court said
        before = sentence.ending(person.first - 1)
        is_first = before is not None and before.first == 0 and before.kind in {"person", "name"}
    comma = next((at for at in range(mention.last, len(sentence.words)) if sentence.low(at) == ","), mention.last)
    is_aside = sentence.low(comma + 1) in AUXILIARIES  # Ana Reis, an official said, would resign
    return person if is_first and not is_aside else None
