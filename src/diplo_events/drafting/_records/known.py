"""The actors at hand, by their spellings: those of a dataset, and those of the texts drafted before."""

import re
from collections.abc import Iterable

from diplo_events.dataset import Dataset
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._records.known_places import KnownPlaces
from diplo_events.lookup import fold, spellings
from diplo_events.model import Actor

__all__ = ["Known"]


class Known:
    """Actors and places that a draft recognises."""

    def __init__(self, dataset: Dataset | None = None) -> None:
        self.is_alone = dataset is None
        self.places = KnownPlaces(dataset)
        self.actors: dict[str, Actor] = {}
        self.taken: set[str] = set(dataset) if dataset is not None else set()
        self.by_spelling: dict[str, set[str]] = {}
        for actor in dataset.of_type(Actor) if dataset is not None else ():
            self.add(actor, spellings(actor))

    def add(self, actor: Actor, names: Iterable[str]) -> None:
        """Make an actor known by some spellings."""
        self.actors[actor.id] = actor
        self.taken.add(actor.id)
        for name in names:
            self.by_spelling.setdefault(plain(name), set()).add(actor.id)

    def drafted(self, actor: Actor) -> None:
        """Make an actor of a draft known by its full name; a surname alone would join different people."""
        is_whole = len(actor.name.split()) > 1 or (not actor.open and actor.kind.value == "state")
        self.add(actor, [actor.name] if is_whole else [])

    def find(self, party: Party) -> Actor | None:
        """Return the one actor whose spelling a text uses; `None` if none has it, or several have."""
        if not party.is_named:
            return None
        for name in (party.name, *party.spellings):
            found = self.by_spelling.get(plain(name), set())
            if len(found) == 1:
                return self.actors[next(iter(found))]
        return None


def plain(name: str) -> str:
    """Return a name without what writers vary, and without an article."""
    return re.sub(r"\Athe ", "", fold(name))
