"""What a contradiction is: its kind, its sides, and how it is put into words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.model import EventRecord
from diplo_events.vocab import Term

__all__ = ["Contradiction", "ContradictionKind", "Version", "by_text", "contradiction", "in_order"]


class ContradictionKind(Term):
    """What sources contradict each other in.

    Examples:
        >>> ContradictionKind.TITLE.meaning
        'one actor holds an office and formerly held it'
    """

    DATE = "date", "one thing is put on days that do not overlap"
    STATUS = "status", "one meeting was held, and is yet to be held or was called off"
    CALLED_OFF = "called_off", "one meeting was called off, and is yet to be held"
    PARTICIPATION = "participation", "one actor takes part in a meeting, and does not"
    VENUE = "venue", "one thing is put in several places, none inside the other"
    SPEAKER = "speaker", "one utterance has several speakers, none speaking for the other"
    EXTENT = "extent", "one claim is given extents that do not overlap"
    QUANTITY = "quantity", "one deed, meeting, vote or claim is given figures of one thing that do not overlap"
    DEED = "deed", "one thing was done or one meeting held, and was not"
    RESULT = "result", "one vote has several results"
    TALLY = "tally", "one vote is counted in several ways"
    BALLOT = "ballot", "one member votes in several ways"
    STANCE = "stance", "one position is put on several sides"
    TRANSLATION = "translation", "one sentence is quoted in several wordings"
    CUT = "cut", "one sentence is quoted with more words and with fewer"
    PLACE = "place", "one passage of a document names other places, or a place by another name, from text to text"
    FIGURE = "figure", "one actor is described with several figures"
    TITLE = "title", "one actor holds an office and formerly held it"


@attrs.frozen(kw_only=True)
class Version:
    """One side of a contradiction."""

    value: str
    """What it says, in words."""
    sources: tuple[str, ...]
    """The ids of the sources that say so, sorted."""
    records: tuple[str, ...] = ()
    """The ids of the records that say so, sorted; empty where it is a spelling of an actor."""


@attrs.frozen(kw_only=True)
class Contradiction:
    """Versions that cannot all be right, or that differ where they should not. Which is right, it does not say."""

    kind: ContradictionKind
    """What they contradict each other in."""
    about: str
    """The id of the referent, of the actor, of the place or of the part of a document."""
    versions: tuple[Version, ...]
    """The versions, at least two."""
    certain: bool = True
    """Whether it is so whatever is left open by the marks (`?`, `~`, `%`) on dates, by publication dates that are not
    known and by areas, which have no borders; if not, it is so of the values as written."""
    why: str
    """In what they differ, and what may explain it."""

    @property
    def remark(self) -> str | None:
        """What may explain it, or what was looked at; `None` if nothing is known."""
        return REMARKS.get(self.kind)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all records that are involved, sorted."""
        return tuple(sorted({record for version in self.versions for record in version.records}))

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of all sources that are involved, sorted."""
        return tuple(sorted({source for version in self.versions for source in version.sources}))


REMARKS: Final[Mapping[ContradictionKind, str]] = MappingProxyType(
    {
        ContradictionKind.STATUS: (
            "a status is as of its source, and here the earlier one was not certainly published first"
        ),
        ContradictionKind.CALLED_OFF: (
            "a status is as of its source, and here the meeting was not certainly called off last; "
            "it may have been put forward again"
        ),
        ContradictionKind.TRANSLATION: "another translation, or a loose quotation",
        ContradictionKind.PLACE: "another translation or another reading of the original",
        ContradictionKind.QUANTITY: "the number may have changed from source to source",
        ContradictionKind.FIGURE: "the figure may have changed from source to source",
        ContradictionKind.TITLE: "here the office was not certainly held first and given up since",
    }
)
"""What may explain a contradiction, and what was looked at."""


def in_order(contradictions: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Sort contradictions by kind, then by what they are about."""
    kinds = {kind: place for place, kind in enumerate(ContradictionKind)}
    return tuple(sorted(contradictions, key=lambda found: (kinds[found.kind], found.about)))


def contradiction(
    kind: ContradictionKind, about: str, sides: Iterable[Version], *, certain: bool = True
) -> Contradiction:
    """Make a contradiction, with its reason in words."""
    versions = tuple(sorted(sides, key=lambda side: (side.records, side.sources, side.value)))
    listed = " / ".join(f"{side.value} [{', '.join(side.sources)}]" for side in versions)
    remark = f" ({REMARKS[kind]})" if kind in REMARKS else ""
    why = f"{kind.meaning}{remark}: {listed}"
    return Contradiction(kind=kind, about=about, versions=versions, certain=certain, why=why)


def by_text(texts: Iterable[tuple[str, EventRecord]]) -> Iterator[Version]:
    """Make a version of each text, with the records and sources that have it."""
    groups: dict[str, list[EventRecord]] = defaultdict(list)
    for text, record in texts:
        groups[text].append(record)
    for text, records in groups.items():
        sources = tuple(sorted({record.source for record in records}))
        yield Version(value=text, sources=sources, records=tuple(sorted(record.id for record in records)))
