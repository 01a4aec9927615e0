"""`Finding`: one sentence about a dataset with its evidence, and the words that such sentences share."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import attrs

from diplo_events._internal.texts.display import isolated
from diplo_events.analysis.titles import series
from diplo_events.dataset import Dataset
from diplo_events.lookup import name_of, publisher_of
from diplo_events.model import EventRecord
from diplo_events.vocab import Term

__all__ = ["Finding", "FindingKind", "capital", "finding", "number", "outlets", "sources_words", "texts_of"]


class FindingKind(Term):
    """What a finding is about.

    Examples:
        >>> FindingKind.SINGLE.meaning
        'one outlet alone reports it, and puts it at its head'
    """

    DIFFERENCE = "difference", "sources contradict each other, or quote one sentence in several wordings"
    SIDES = "sides", "actors take different sides by their own words"
    AGREEMENT = "agreement", "several sources report the stance of one actor from its own words"
    MEETING = "meeting", "a meeting was to come, and whether a source reports that it was held"
    CLAIM = "claim", "land is claimed, held or taken, according to somebody"
    ORIGIN = "origin", "outlets rest on what one agency passed on, or on what was said to one"
    SINGLE = "single", "one outlet alone reports it, and puts it at its head"


@attrs.frozen(kw_only=True)
class Finding:
    """One sentence about a dataset, and the records that it rests on."""

    kind: FindingKind
    """What it is about."""
    about: str
    """The id of the referent, issue, actor or place that it is about; of land without a name, its description."""
    sentence: str
    """The finding, as a whole sentence; names in it are isolated if they run from right to left."""
    records: tuple[str, ...]
    """The ids of the records that show it, sorted; empty where it is a matter of how sources call an actor."""
    sources: tuple[str, ...]
    """The ids of the sources that it rests on, sorted."""
    rank: int = attrs.field(default=0, repr=False)
    """The place among the findings of its kind, the least first."""


NUMBERS: Final = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def number(count: int) -> str:
    """Return a number in words up to twelve, in digits above.

    >>> number(2), number(15)
    ('two', '15')
    """
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def capital(text: str) -> str:
    """Return a sentence with a capital first letter; the others stay as they are."""
    return text[:1].upper() + text[1:]


def texts_of(dataset: Dataset, sources: Iterable[str]) -> frozenset[str]:
    """Return the texts that some sources have: of copies, translations and excerpts of one, the first."""
    return frozenset(dataset.first_versions.get(source, source) for source in sources)


def outlets(dataset: Dataset, sources: Iterable[str]) -> dict[str, str]:
    """Map who published some sources to its name: an actor, or the source itself where that is unknown."""
    keys = {publisher_of(dataset, text) or text for text in texts_of(dataset, sources)}
    return {key: isolated(name_of(dataset, key)) for key in sorted(keys)}


def sources_words(dataset: Dataset, sources: Iterable[str]) -> str:
    """Return how many sources, and of which outlets: `two sources (Herald and Gazette)`."""
    texts = texts_of(dataset, sources)
    names = sorted(set(outlets(dataset, texts).values()))
    joint = ("both " if len(texts) == 2 else "all ") if len(texts) > len(names) == 1 else ""  # noqa: PLR2004  (a pair)
    return f"{number(len(texts))} source{'s' * (len(texts) > 1)} ({joint}{series(names)})"


def finding(kind: FindingKind, about: str, sentence: str, records: Iterable[EventRecord], *, rank: int = 0) -> Finding:
    """Make a finding from the records that show it."""
    by_source: dict[str, list[str]] = defaultdict(list)
    for record in records:
        by_source[record.source].append(record.id)
    ids = sorted({key for keys in by_source.values() for key in keys})
    return Finding(
        kind=kind, about=about, sentence=sentence, records=tuple(ids), sources=tuple(sorted(by_source)), rank=rank
    )
