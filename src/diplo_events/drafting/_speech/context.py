"""Something that somebody said, as a text reports it, and what is known where a sentence is read."""

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import Section
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["Context", "Reported"]

FOCUS: Final = 12
"""How far back another speaker is looked for."""


@attrs.define
class Reported:
    """Something that somebody said, as the text reports it."""

    start: int
    """Where the passage begins."""
    end: int
    """Where it ends."""
    section: Section
    """The part of the article."""
    rule: str
    """The rule by which the speaker was found."""
    speaker: Party | None = None
    """Who says it; `None` if no rule found anyone."""
    speakers: tuple[Party, ...] = ()
    """All who say it together."""
    others: tuple[Party, ...] = ()
    """Who else may say it, the likeliest first."""
    quotes: list[tuple[int, int]] = attrs.field(factory=list)
    """The words in quotation marks."""
    cue: tuple[int, int] | None = None
    """The words that show it."""
    verb: str = ""
    """The verb of saying."""
    acts: tuple[SpeechAct, ...] = ()
    """The likeliest acts."""
    via: tuple[Party, ...] = ()
    """Through whom it is reported."""
    audience: tuple[Party, ...] = ()
    """To whom it is said."""
    is_turn: bool = False
    """Whether it is the turn of a transcript."""


@attrs.frozen
class Context:
    """A sentence, with what is known when it is read."""

    text: str
    """The text."""
    unit: Passage
    """The sentence."""
    parties: Mapping[int, Party]
    """The actors that it names, by the place of their names."""
    actors: Actors
    """The actors of the text so far."""
    last: Reported | None
    """What was said last before it."""

    def said(self, rule: str, party: Party | None, quotes: Sequence[tuple[int, int]]) -> Reported:
        """Return the whole sentence as something that was said."""
        item = Reported(self.unit.start, self.unit.end, self.unit.block.section, rule, party)
        item.speakers = (party.members or (party,)) if party is not None else ()
        item.others, item.quotes = self.candidates(party), list(quotes)
        if party is not None:
            party.is_speaker = True
            self.actors.focus(party)
        return item

    def candidates(self, party: Party | None) -> tuple[Party, ...]:
        """Return the two actors who may be the speaker: the one found, and the last one that was named before."""
        here = (self.parties[mention.start] for mention in self.unit.named if mention.start in self.parties)
        others = (*here, *reversed(self.actors.recent[-FOCUS:]))
        likely = [other for other in others if (other.is_named or other.is_speaker) and not other.members]
        found = likely if party is None else [party, *likely]
        return tuple(dict.fromkeys(found))[:2]
