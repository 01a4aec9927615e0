"""Gazetteers: which places of the world a name can mean, with country, coordinates and identifiers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from diplo_events._internal.gazetteer import Gazetteer, GazetteerEntry
from diplo_events.lookup import fold

__all__ = ["Gazetteer", "GazetteerEntry", "TableGazetteer", "likeliest", "plain"]

CERTAIN: Final = 20
"""How many times the weight of the next place of the same name the one has that is meant without a doubt."""

LIKELY: Final = 5
"""The same, where the next one weighs less than `LARGE`."""

LARGE: Final = 200_000
"""How much a place weighs that news may mean without its country."""


class TableGazetteer:
    """A gazetteer of entries in memory; case, accents and hyphens of a name do not count.

    Examples:
        >>> from diplo_events import PlaceKind
        >>> veld = GazetteerEntry(name="Veld", kind=PlaceKind.SETTLEMENT, weight=9_000)
        >>> [entry.name for entry in TableGazetteer({"Veld": [veld]}).find("VELD")]
        ['Veld']
    """

    def __init__(self, entries: Mapping[str, Iterable[GazetteerEntry]]) -> None:
        self.entries: dict[str, list[GazetteerEntry]] = {}
        for name, found in entries.items():
            held = self.entries.setdefault(plain(name), [])
            held.extend(entry for entry in found if entry not in held)

    def find(self, name: str) -> Sequence[GazetteerEntry]:
        """List the places that have a name, those the heaviest first."""
        return sorted(self.entries.get(plain(name), ()), key=lambda entry: -entry.weight)


def likeliest(entries: Sequence[GazetteerEntry]) -> Sequence[GazetteerEntry]:
    """Return the one of several places that a name means without a doubt, or else the two likeliest.

    The first is meant without a doubt if it weighs twenty times as much as the next one, or five times as much as one
    below 200,000: the capital of Norway and no village of that name, but neither Tripoli.

    >>> from diplo_events import PlaceKind
    >>> def town(name, people): return GazetteerEntry(name=name, kind=PlaceKind.SETTLEMENT, weight=people)
    >>> [entry.name for entry in likeliest([town("Tripoli in Libya", 1_300_000), town("Tripoli in Lebanon", 229_000)])]
    ['Tripoli in Libya', 'Tripoli in Lebanon']
    >>> [entry.name for entry in likeliest([town("Athens", 664_000), town("Athens in Georgia", 127_000)])]
    ['Athens']
    """
    if len(entries) > 1:
        first, second = entries[0].weight, max(1, entries[1].weight)  # of some the list has no people
        if first > second and (first >= CERTAIN * second or (second < LARGE and first >= LIKELY * second)):
            return entries[:1]
    return entries[:2]


def plain(name: str) -> str:
    """Return a name without what writers vary, and without an article."""
    return (name.casefold() if name.isascii() and "-" not in name else fold(name)).removeprefix("the ").strip()
