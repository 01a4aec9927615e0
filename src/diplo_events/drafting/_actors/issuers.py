"""Who issued the texts that a text tells of, for "the report" and "the statement" without an owner."""

from collections.abc import Iterator
from typing import Final

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.nouns import words

__all__ = ["Issuers", "alike"]

KINDS: Final = (
    words("report study survey analysis review investigation inquiry probe audit document finding assessment"),
    words("statement communique communiqué declaration release announcement communication"),
    words("letter note message email e-mail memo memorandum telegram cable"),
    words("post tweet message video"),
    words("ruling verdict judgment judgement decision decree"),
    words("poll survey"),
)
"""Texts that are called by the names of each other: "a study by X" is "the report" next."""

ANY_TEXT: Final = words("statement document")
"""Nouns by which official texts of any kind are called next."""
OFFICIAL: Final = KINDS[1]
"""Texts that are called a document next."""

ANSWERS: Final = words("note letter reply response memo memorandum demarche démarche verbale")
"""Texts that are called a statement next."""

NEAR: Final = 400
"""How many characters before a text the sentence begins that says whose it is, where that is sure."""


def alike(text: str) -> frozenset[str]:
    """Return the nouns by which a text may be called, with its own.

    >>> sorted(alike("polls"))
    ['poll', 'survey']
    """
    text = text.removesuffix("s")
    return frozenset({text}.union(*(kind for kind in KINDS if text in kind)))


FAR: Final = 600
"""The same where it is the last text of its kind, whose noun names an older one by somebody else."""


class Issuers:
    """The texts of which a text told, each with whoever issued it last."""

    def __init__(self) -> None:
        self.by_text: dict[str, Party] = {}
        self.places: dict[str, int] = {}
        self.told: dict[str, int] = {}
        self.ever: dict[str, list[Party]] = {}

    def keep(self, text: str, party: Party, place: int | None = None) -> None:
        """Keep who issued a text, by its noun, and where the sentence begins that says so."""
        self.by_text.pop(text, None)
        self.ever.setdefault(text, []).append(party)
        self.by_text[text] = party
        self.places[text] = place if place is not None else -NEAR

    def near(self, text: str, place: int) -> Party | None:
        """Return who issued the text that a noun names, if a sentence just before a place says so."""
        text = text.removesuffix("s")
        party = self.by_text.get(text)
        return party if party is not None and 0 < place - self.places[text] <= NEAR else None

    def only(self, text: str) -> Party | None:
        """Return who issued the texts of a kind, if nobody else issued one of the kind so far."""
        names = alike(text)
        those = [party for noun, parties in self.ever.items() if noun in names for party in parties]
        return those[0] if those and all(party is those[0] for party in those) else None

    def tell(self, text: str, place: int) -> None:
        """Keep where a sentence begins that tells what a text says, by the noun of the text."""
        self.told[text] = place

    def newer(self, text: str, place: int) -> Party | None:
        """Return who just issued a text of the same kind by another noun, where the last one of that name is older."""
        own = self.places.get(text, -NEAR)
        if text not in ANY_TEXT or self.told.get(text, own) > own:
            return None
        names = alike(text) | ANSWERS | (OFFICIAL if text == "document" else frozenset())
        other = next((other for other in self.latest() if other in names and other != text), None)
        is_newer = other is not None and own < self.places[other] < place <= self.places[other] + FAR
        return self.by_text[other] if other is not None and is_newer else None

    def of(self, text: str) -> Party | None:
        """Return who issued the text that a noun, one or several, names: the last one of its kind if none is named."""
        names = alike(text)
        own = self.by_text.get(text.removesuffix("s"))
        return own or next((self.by_text[other] for other in self.latest() if other in names), None)

    def last(self) -> Party | None:
        """Return who issued the last text of all."""
        return next((self.by_text[text] for text in self.latest()), None)

    def latest(self) -> Iterator[str]:
        """List the texts, the last one first."""
        return iter(reversed(self.by_text))
