"""Findings about sources: in what they differ, on whose word they rest, and what one of them alone reports."""

import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events._internal.texts.display import isolated
from diplo_events.analysis._finding import (
    Finding,
    FindingKind,
    capital,
    finding,
    number,
    outlets,
    sources_words,
    texts_of,
)
from diplo_events.analysis._record_dates import asserted
from diplo_events.analysis.titles import fullest, names_of, series, title_of
from diplo_events.corroboration.contradictions import Contradiction, ContradictionKind, find_contradictions
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.in_words import date_in_words
from diplo_events.lookup import name_of
from diplo_events.model import Action, Actor, EventRecord, Meeting, Position, Statement, TerritorialClaim, Vote
from diplo_events.referents import Referent, find_referents
from diplo_events.vocab import ActorKind, Section

__all__ = ["difference_findings", "origin_findings", "single_findings"]

SUBJECTS: Final[Mapping[ContradictionKind, str]] = MappingProxyType(
    {
        ContradictionKind.STATUS: "whether {} was held",
        ContradictionKind.CALLED_OFF: "whether {} is still to come",
        ContradictionKind.PARTICIPATION: "who takes part in {}",
        ContradictionKind.VENUE: "the place of {}",
        ContradictionKind.SPEAKER: "the speaker of {}",
        ContradictionKind.EXTENT: "the extent in {}",
        ContradictionKind.QUANTITY: "a figure in {}",
        ContradictionKind.DEED: "whether this happened: {}",
        ContradictionKind.RESULT: "the result of {}",
        ContradictionKind.TALLY: "the count of {}",
        ContradictionKind.BALLOT: "who voted how in {}",
        ContradictionKind.STANCE: "the stance of {}",
        ContradictionKind.PLACE: "a place in {}",
        ContradictionKind.FIGURE: "the figure in the name of {}",
        ContradictionKind.TITLE: "whether {} holds an office or held it",
    }
)
"""In what sources differ, in words that follow `differ on`."""

LATER: Final = " Which source is the later one is not certain."
OPEN_ENDS: Final[Mapping[ContradictionKind, str]] = MappingProxyType(
    {
        ContradictionKind.DATE: " The dates are marked as doubtful.",
        ContradictionKind.STATUS: LATER,
        ContradictionKind.CALLED_OFF: LATER,
        ContradictionKind.TITLE: LATER,
        ContradictionKind.VENUE: " An area has no sharp borders.",
    }
)
"""What leaves room, where a contradiction is not certain."""

HEADS: Final = frozenset({Section.HEADLINE, Section.STANDFIRST})
"""The parts of a text that hold what its outlet thinks weighty."""


def difference_findings(dataset: Dataset) -> Iterator[Finding]:
    """List in what sources contradict each other, and the sentences that they quote in several wordings."""
    referents = {(referent.id, referent.type): referent for referent in find_referents(dataset)}
    for place, found in enumerate(find_contradictions(dataset)):
        records = [record for key in found.ids if isinstance(record := dataset[key], EventRecord)]
        referent = next((r for record in records if (r := referents.get((found.about, type(record))))), None)
        sentence = difference_sentence(dataset, found, records, title_in_sentence(dataset, found, referent))
        open_end = "" if found.certain else OPEN_ENDS.get(found.kind, "")
        made = finding(FindingKind.DIFFERENCE, found.about, f"{sentence}{open_end}", records, rank=place)
        yield attrs.evolve(made, sources=found.sources)


def title_in_sentence(dataset: Dataset, found: Contradiction, referent: Referent | None) -> str:
    """Return what sources differ on as it stands within a sentence."""
    if referent is None:
        return isolated(name_of(dataset, found.about))
    title = title_of(dataset, referent)
    return f"the {title[:1].lower()}{title[1:]}" if referent.type is Statement else f"“{title}”"


def difference_sentence(dataset: Dataset, found: Contradiction, records: Iterable[EventRecord], title: str) -> str:
    """Return a contradiction as a sentence."""
    match found.kind:
        case ContradictionKind.DATE:
            by_date: dict[EventDate, set[str]] = defaultdict(set)
            for record in records:
                if record.when:
                    by_date[record.when.unqualified()].add(record.source)
            dated = [
                (sources_words(dataset, sources), date_in_words(date))
                for date, sources in sorted(by_date.items(), key=lambda item: item[0].sort_key())
            ]
            (first, day), *rest = dated
            verb = "dates" if first.startswith("one ") else "date"
            return f"{capital(first)} {verb} {title} to {day}{''.join(f', {who} to {day}' for who, day in rest)}."
        case ContradictionKind.TRANSLATION | ContradictionKind.CUT:
            who = sources_words(dataset, found.sources)
            verb = "quotes" if who.startswith("one ") else "quote"
            how = "with more words and with fewer" if found.kind is ContradictionKind.CUT else "in other words"
            return f"{capital(who)} {verb} {title} {how}: {number(len(found.versions))} wordings."
        case _:
            versions = "; ".join(
                f"{isolated(version.value.replace('_', ' '))}, according to {sources_words(dataset, version.sources)}"
                for version in found.versions
            )
            differ = "Sources differ" if len(texts_of(dataset, found.sources)) > 1 else "One source differs from itself"
            return f"{differ} on {SUBJECTS[found.kind].format(title)}: {versions}."


def origin_findings(dataset: Dataset) -> Iterator[Finding]:
    """List the agencies and papers on whose word outlets rest, with the outlets; whoever several rest on comes first.

    An outlet rests on an agency that stands in the chain of a report, or to which the words were said that it reports.
    Another actor, such as a ministry, is listed only if several outlets rest on it.
    """
    passed: dict[str, list[EventRecord]] = defaultdict(list)
    heard: dict[str, list[EventRecord]] = defaultdict(list)
    for record in dataset.of_type(EventRecord):
        own = outlets(dataset, [record.source])
        audience = record.audience if isinstance(record, Statement) else ()
        for actor in dict.fromkeys(record.via):
            if actor not in own:
                passed[actor].append(record)
        for listener in dict.fromkeys(audience):
            if listener not in own and listener not in record.via and is_outlet(dataset, listener):
                heard[listener].append(record)
    for groups, how in ((passed, "what {} passed on"), (heard, "what was said to {}")):
        for key, records in groups.items():
            names = outlets(dataset, (record.source for record in records))
            if len(names) == 1 and not is_outlet(dataset, key):
                continue
            who = "Only one outlet rests" if len(names) == 1 else f"{capital(number(len(names)))} outlets rest"
            what = how.format(isolated(name_of(dataset, key)))
            sentence = f"{who} on {what}: {series(sorted(names.values()))}."
            yield finding(FindingKind.ORIGIN, key, sentence, records, rank=-len(names))


def is_outlet(dataset: Dataset, key: str) -> bool:
    """Whether an actor is a paper, an agency or a broadcaster."""
    actor = dataset.get(key)
    return isinstance(actor, Actor) and actor.kind is ActorKind.MEDIA


def single_findings(dataset: Dataset) -> Iterator[Finding]:
    """List what one outlet alone reports and puts into its headline or standfirst, its own assertions apart.

    It is not alone if another outlet reports something alike (`aspects_of`). Nothing is listed if all sources are of
    one outlet.
    """
    referents = find_referents(dataset)
    reporting: dict[Hashable, set[str]] = defaultdict(set)
    for referent in referents:
        for record in referent.records:
            for aspect in aspects_of(record):
                reporting[aspect].update(outlets(dataset, [record.source]))
    if len(set[str]().union(*reporting.values())) == 1:
        return
    for referent in referents:
        names = outlets(dataset, referent.sources)
        at_head = any(span.section in HEADS for record in referent.records for span in record.spans)
        shared = any(len(reporting[aspect]) > 1 for record in referent.records for aspect in aspects_of(record))
        if (
            referent.type is Position
            or len(names) > 1
            or shared
            or not (at_head and any(map(asserted, referent.records)))
        ):
            continue
        record = fullest(referent.records)
        if isinstance(record, Statement) and not set(names).isdisjoint(record.speakers):
            continue
        sentence = f"Nobody but {series(names.values())} reports this: {what_of(dataset, referent, record)}."
        yield finding(FindingKind.SINGLE, referent.id, sentence, referent.records, rank=-len(referent.records))


def aspects_of(record: EventRecord) -> Iterator[Hashable]:
    """List that by which two reports are alike: a speaker on an issue, a claimant of a place, two who meet, a deed."""
    match record:
        case Statement():
            yield from ((Statement, speaker, issue) for speaker in record.speakers for issue in record.issues)
        case TerritorialClaim():
            yield from ((TerritorialClaim, record.challenger, place) for place in record.places)
        case Meeting():
            actors = sorted({participant.actor for participant in record.participants})
            yield from ((Meeting, *pair) for pair in itertools.combinations(actors, 2))
        case Action():
            yield from ((Action, actor, record.kind) for actor in record.actors)
        case Vote():
            yield Vote, record.body, record.on
        case _:
            pass
    yield record.id


def what_of(dataset: Dataset, referent: Referent, record: EventRecord) -> str:
    """Return what is reported, in the coder's words, without the stop at its end."""
    match record:
        case Meeting():
            return f"{title_of(dataset, referent)} ({record.status.words})"
        case Action():
            return f"{isolated(record.summary.removesuffix('.'))} ({record.status.words})"
        case _:
            via = f" (from {series(names_of(dataset, record.via))})" if record.via else ""
            return f"{isolated(str(getattr(record, 'summary', record.id)).removesuffix('.'))}{via}"
