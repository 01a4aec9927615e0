"""Where sources contradict each other or themselves: days, stages, places, figures, titles and words of one thing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs

from diplo_events._gc import gc_paused
from diplo_events.corroboration.attestations import (
    FIELDS,
    attestations_by_field,
    contradict,
    ends_before,
    find_attestations,
)
from diplo_events.corroboration.wordings import WordingRelation, find_wordings, wording_of
from diplo_events.dataset import Dataset
from diplo_events.hierarchy import Ancestors, ancestors_of
from diplo_events.lookup import name_of
from diplo_events.model import Actor, EventRecord, Meeting, Name, Source, Statement
from diplo_events.referents import Referent, find_referents
from diplo_events.vocab import Term

__all__ = ["Contradiction", "ContradictionKind", "Version", "find_contradictions"]


class ContradictionKind(Term):
    """What sources contradict each other in.

    Examples:
        >>> ContradictionKind.TITLE.meaning
        'one actor holds an office and formerly held it'
    """

    DATE = "date", "one thing is put on days that do not overlap"
    STATUS = "status", "one meeting was held, and is yet to be held or was called off"
    PARTICIPATION = "participation", "one actor takes part in a meeting, and does not"
    VENUE = "venue", "one thing is put in several places, none inside the other"
    SPEAKER = "speaker", "one utterance has several speakers, none speaking for the other"
    EXTENT = "extent", "one claim is given extents that do not overlap"
    STANCE = "stance", "one position is put on several sides"
    TRANSLATION = "translation", "one sentence is quoted in several wordings"
    CUT = "cut", "one sentence is quoted with more words and with fewer"
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
    """The ids of the records that say so, sorted; none where it is a spelling of an actor."""


@attrs.frozen(kw_only=True)
class Contradiction:
    """Versions that cannot all be right, or that differ where they should not. Which is right, it does not say."""

    kind: ContradictionKind
    """What they contradict each other in."""
    about: str
    """The id of the thing, or of the actor."""
    versions: tuple[Version, ...]
    """The versions, at least two."""
    why: str
    """In what they differ, and what may explain it."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all records that are involved, sorted."""
        return tuple(sorted({record for version in self.versions for record in version.records}))

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of all sources that are involved, sorted."""
        return tuple(sorted({source for version in self.versions for source in version.sources}))


@gc_paused()
def find_contradictions(dataset: Dataset) -> tuple[Contradiction, ...]:
    """Find where the sources of a dataset contradict each other, or one contradicts itself.

    Reports of one thing are compared, that is records that share a `canonical_id`; figures and titles are looked for
    in the spellings of each actor and the sources that use them. Sorted by kind, then by what it is about.

    Examples:
        >>> import diplo_events
        >>> for found in find_contradictions(diplo_events.load_example()):
        ...     if found.kind in (ContradictionKind.DATE, ContradictionKind.TITLE):
        ...         print(found.kind.value, found.about, [version.value for version in found.versions])
        date utterance/zakharova-foreign-intervention ['2025-09-03 (Wednesday)', '2025-09-04 (Thursday)']
        title trump ['U.S. President Donald Trump; US President Donald Trump', 'former U.S. President Donald Trump']
    """
    tied = ancestors_of(dataset)
    found: list[Contradiction] = []
    for thing in find_referents(dataset):
        if len(thing.records) > 1:
            found.extend(in_fields(dataset, tied, thing))
            found.extend(in_participation(dataset, thing))
            found.extend(in_words(dataset, thing))
    for actor in dataset.of_type(Actor):
        found.extend(in_figures(actor))
        found.extend(in_titles(dataset, actor))
    order = list(ContradictionKind)
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), one.about)))


FIELD_KINDS: Final[Mapping[str, ContradictionKind]] = MappingProxyType(
    {
        "when": ContradictionKind.DATE,
        "status": ContradictionKind.STATUS,
        "place": ContradictionKind.VENUE,
        "speaker": ContradictionKind.SPEAKER,
        "extent": ContradictionKind.EXTENT,
        "stance": ContradictionKind.STANCE,
    }
)
"""The fields in which two values contradict each other, and what sort of contradiction that is."""

WORDING_KINDS: Final[Mapping[WordingRelation, ContradictionKind]] = MappingProxyType(
    {WordingRelation.OTHER_TRANSLATION: ContradictionKind.TRANSLATION, WordingRelation.CUT: ContradictionKind.CUT}
)

REMARKS: Final[Mapping[ContradictionKind, str]] = MappingProxyType(
    {
        ContradictionKind.STATUS: (
            "a status is as of its source, and here the earlier one was not certainly published first"
        ),
        ContradictionKind.TRANSLATION: "another translation, or a loose quotation",
        ContradictionKind.FIGURE: "the figure may have changed from source to source",
        ContradictionKind.TITLE: "here the office was not certainly held first and given up since",
    }
)
"""What may explain a contradiction, and what was looked at."""

FIGURE: Final = re.compile(r"(?<![\w.,'’/-])(?:\d{1,3}(?:[,. \u00a0\u202f]\d{3})+|\d+)(?=\s+\w)")
"""A whole number in digits that is a word of its own, with another word behind: `26 nations`, not `G20`."""

FORMER: Final = re.compile(r"(?:the\s+)?(?:former|ex)[\s-]+(?P<title>.+)", re.IGNORECASE)
"""A title that is said to be a past one."""


def made(kind: ContradictionKind, about: str, sides: Iterable[Version]) -> Contradiction:
    """Make a contradiction, its reason in words."""
    versions = tuple(sorted(sides, key=lambda side: (side.records, side.sources, side.value)))
    listed = " / ".join(f"{side.value} [{', '.join(side.sources)}]" for side in versions)
    remark = f" ({REMARKS[kind]})" if kind in REMARKS else ""
    return Contradiction(kind=kind, about=about, versions=versions, why=f"{kind.meaning}{remark}: {listed}")


def in_fields(dataset: Dataset, tied: Ancestors, thing: Referent) -> Iterator[Contradiction]:
    """Find the fields of a thing in which its reports contradict each other."""
    for field, given in attestations_by_field(dataset, thing, FIELDS[thing.type]).items():
        if kind := FIELD_KINDS.get(field):
            disputed = [one for one in given if any(contradict(dataset, tied, one, other) for other in given)]
            records = [record for record in thing.records if any(record.id in one.records for one in disputed)]
            if records:
                yield made(kind, thing.id, by_text((told(dataset, kind, record), record) for record in records))


def in_participation(dataset: Dataset, thing: Referent) -> Iterator[Contradiction]:
    """Find the actors who take part in a meeting by one report and do not by another."""
    if thing.type is not Meeting:
        return
    present = {one.value: one for one in find_attestations(dataset, thing, "participants")}
    for away in find_attestations(dataset, thing, "absent"):
        if one := present.get(away.value):
            who = name_of(dataset, str(away.value))
            sides = {f"{who} takes part": one, f"{who} does not take part": away}
            versions = (Version(value=text, sources=x.sources, records=x.records) for text, x in sides.items())
            yield made(ContradictionKind.PARTICIPATION, thing.id, versions)


def in_words(dataset: Dataset, thing: Referent) -> Iterator[Contradiction]:
    """Find the wordings of an utterance that differ from source to source."""
    sources = {record.id: record.source for record in thing.records}
    found: dict[ContradictionKind, set[str]] = defaultdict(set)
    for pair in find_wordings(dataset, thing):
        kind = WORDING_KINDS.get(pair.comparison.rendering)
        if kind and sources[pair.left] != sources[pair.right]:
            found[kind] |= {pair.left, pair.right}
    for kind, ids in found.items():
        records = (record for record in thing.records if isinstance(record, Statement) and record.id in ids)
        wordings = ((wording_of(dataset, record), record) for record in records)
        yield made(kind, thing.id, by_text((wording.text, record) for wording, record in wordings if wording))


def in_figures(actor: Actor) -> Iterator[Contradiction]:
    """Find the spellings of an actor that count it, one with another number than the other."""
    groups: dict[int, list[Name]] = defaultdict(list)
    for name in actor.names:
        match = FIGURE.search(name.text)
        if match and name.sources:
            groups[int(re.sub(r"\D", "", match[0]))].append(name)
    if len(groups) > 1:
        yield made(ContradictionKind.FIGURE, actor.id, (spelt(names, everywhere(names)) for names in groups.values()))


def in_titles(dataset: Dataset, actor: Actor) -> Iterator[Contradiction]:
    """Find the offices that an actor is said both to hold and to have held, with no source certainly the later one."""
    for name in actor.names:
        if match := FORMER.fullmatch(name.text):
            holding = [other for other in actor.names if title_key(other.text) == title_key(match["title"])]
            pairs = {
                (former, current)
                for former in name.sources
                for current in everywhere(holding)
                if not published_before(dataset, current, former)
            }
            if pairs:
                sides = (([name], {former for former, _ in pairs}), (holding, {current for _, current in pairs}))
                yield made(
                    ContradictionKind.TITLE, actor.id, (spelt(names, frozenset(sources)) for names, sources in sides)
                )


def by_text(told_by: Iterable[tuple[str, EventRecord]]) -> Iterator[Version]:
    """Gather who says what, by what is said."""
    groups: dict[str, list[EventRecord]] = defaultdict(list)
    for text, record in told_by:
        groups[text].append(record)
    for text, records in groups.items():
        sources = tuple(sorted({record.source for record in records}))
        yield Version(value=text, sources=sources, records=tuple(sorted(record.id for record in records)))


def told(dataset: Dataset, kind: ContradictionKind, record: Any) -> str:  # noqa: ANN401  (a record of any type with that field)
    """Tell in words what a record says in the field of a contradiction."""
    match kind:
        case ContradictionKind.DATE:
            reported = f" ({record.when_as_reported})" if record.when_as_reported else ""
            return f"{record.when.unqualified()}{reported}"
        case ContradictionKind.VENUE if isinstance(record, Meeting):
            proposers = ", ".join(name_of(dataset, actor) for actor in record.proposed_by)
            by = f", put forward by {proposers}" if proposers else ""
            return f"{name_of(dataset, str(record.place))} ({record.status.value}{by})"
        case ContradictionKind.VENUE | ContradictionKind.SPEAKER:
            return name_of(dataset, record.place if kind is ContradictionKind.VENUE else record.speaker)
        case ContradictionKind.EXTENT:
            low, high = f"{record.extent.low:g}", f"{record.extent.high:g}"
            return f"{low if low == high else f'{low} to {high}'} ({record.extent.unit.value})"
        case ContradictionKind.STATUS:
            return str(record.status.value)
        case _:
            return str(record.stance.value)


def everywhere(names: Iterable[Name]) -> frozenset[str]:
    """Gather the sources that use one of some spellings."""
    return frozenset(source for name in names for source in name.sources)


def spelt(names: Iterable[Name], sources: frozenset[str]) -> Version:
    """Make a version of the spellings that some sources use."""
    texts = [name.text for name in names if not sources.isdisjoint(name.sources)]
    return Version(value="; ".join(texts), sources=tuple(sorted(sources)))


def title_key(text: str) -> str:
    """Give a title in the form in which titles are compared: without case, dots and article."""
    return " ".join(text.casefold().replace(".", "").removeprefix("the ").split())


def published_before(dataset: Dataset, one: str, other: str) -> bool:
    """Tell whether a source was certainly published before another."""
    first, second = dataset.get(one), dataset.get(other)
    dates = [found.published if isinstance(found, Source) else None for found in (first, second)]
    return dates[0] is not None and dates[1] is not None and ends_before(dates[0], dates[1])
