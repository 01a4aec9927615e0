"""Who counts as an actor in a question: itself, or also those who represent it at the time."""

from collections.abc import Callable

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.hierarchy import representatives_over_time
from diplo_events.lookup import find_id
from diplo_events.model import Actor

__all__ = ["voices_of"]


def voices_of(
    dataset: Dataset, actor: str, *, with_representatives: bool
) -> Callable[[EventDate | None], frozenset[str]]:
    """Return a function that finds who counts as an actor on a date.

    Raises:
        QueryError: no actor has this name, or several have it.
    """
    if with_representatives:
        return representatives_over_time(dataset, actor)
    alone = frozenset({find_id(dataset, actor, Actor)})
    return lambda at: alone  # noqa: ARG005  (on any date)
