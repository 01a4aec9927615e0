"""The states that two datasets both have, by the codes of their countries."""

from collections import defaultdict

from diplo_events.dataset import Dataset
from diplo_events.model import Actor
from diplo_events.vocab import ActorKind

__all__ = ["same_states"]


def same_states(ours: Dataset, theirs: Dataset) -> dict[str, str]:
    """Return the ids of states in one dataset with those of the same states in another, to rename them in a merge.

    Two states are the same if they have the same code of ISO 3166-1, or of ISO 3166-3 for a state that is gone, and no
    other state of either dataset has it. Nothing is joined by names, and no actor that is not a state.

    Args:
        ours: The dataset that keeps its ids.
        theirs: The dataset whose states get them.

    Examples:
        >>> france = Actor(id="france", name="France", kind=ActorKind.STATE, country="FR")
        >>> theirs = Actor(id="icews/france", name="France", kind=ActorKind.STATE, country="FR")
        >>> ours, events = Dataset(records=[france]), Dataset(records=[theirs])
        >>> same_states(ours, events)
        {'icews/france': 'france'}
        >>> ours.merge(events, rename=same_states(ours, events), on_conflict="first").dataset.actors
        <1 actor: 'france'>
    """
    known = states_by_code(ours)
    return {
        found[0]: known[code][0]
        for code, found in states_by_code(theirs).items()
        if len(found) == 1 and len(known.get(code, ())) == 1 and known[code] != found and known[code][0] not in theirs
    }


def states_by_code(dataset: Dataset) -> dict[str, list[str]]:
    """Return the ids of the states of a dataset by the code of their country."""
    found: dict[str, list[str]] = defaultdict(list)
    for actor in dataset.of_type(Actor):
        if actor.kind is ActorKind.STATE and (code := actor.former_country or actor.country):
            found[code].append(actor.id)
    return found
