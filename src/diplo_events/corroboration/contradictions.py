"""Where sources contradict each other or themselves: days, statuses, places, figures, titles and words."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events._internal.texts.folding import caseless
from diplo_events.corroboration._contradiction_types import (
    Contradiction,
    ContradictionKind,
    Version,
    by_text,
    contradiction,
    in_order,
)
from diplo_events.corroboration._figures import figure_in
from diplo_events.corroboration._place_names import place_contradictions
from diplo_events.corroboration._quantities import quantity_contradictions, quantity_text
from diplo_events.corroboration.attestations import (
    attestations_by_field,
    contradict,
    ends_before,
    find_attestations,
)
from diplo_events.corroboration.fields import compared_fields
from diplo_events.corroboration.statuses import CALLED_OFF, DENIED, HELD, StatusReport, status_clashes
from diplo_events.corroboration.wordings import WordingRelation, find_wordings, wording_of
from diplo_events.dataset import Dataset
from diplo_events.dates.limits import ANY_TIME, Limits, conflict
from diplo_events.hierarchy import Ancestors, ancestors_by_id
from diplo_events.lookup import first_published, name_of
from diplo_events.model import Actor, EventRecord, Meeting, Name, Place, Statement, Vote
from diplo_events.referents import Referent, find_referents
from diplo_events.vocab import MeetingStatus, PlaceKind

__all__ = ["Contradiction", "ContradictionKind", "Version", "contradictions_of", "find_contradictions"]


@gc_paused()
def find_contradictions(dataset: Dataset) -> tuple[Contradiction, ...]:
    """Find where the sources of a dataset contradict each other, or one contradicts itself.

    Reports of one referent are compared, that is records that share a `canonical_id`; figures and titles are looked
    for in the spellings of each actor and the sources that use them. Where two texts are of one document, such as two
    translations of a treaty, the places are compared that they name in one article, or in what both report, and how
    they spell them. Sorted by kind, then by what it is about.

    Examples:
        >>> import diplo_events
        >>> for found in find_contradictions(diplo_events.load_example()):
        ...     if found.kind in (ContradictionKind.DATE, ContradictionKind.TITLE):
        ...         print(found.kind.value, *(version.value for version in found.versions), sep=" | ")
        date | 2025-09-03 (Wednesday) | 2025-09-04 (Thursday)
        title | “U.S. President Donald Trump” or “US President Donald Trump” | “former U.S. President Donald Trump”
    """
    ancestors = ancestors_by_id(dataset)
    contradictions: list[Contradiction] = []
    for referent in find_referents(dataset):
        contradictions.extend(contradictions_of(dataset, ancestors, referent))
    contradictions.extend(place_contradictions(dataset, ancestors))
    for actor in dataset.of_type(Actor):
        contradictions.extend(figure_contradictions(actor))
        contradictions.extend(title_contradictions(dataset, actor))
    return in_order(contradictions)


def contradictions_of(dataset: Dataset, ancestors: Ancestors, referent: Referent) -> tuple[Contradiction, ...]:
    """Find in what the reports of one referent contradict each other, as `find_contradictions` does for all.

    Args:
        dataset: The records.
        ancestors: `hierarchy.ancestors_by_id(dataset)`, computed once for all referents.
        referent: The referent, with all its reports.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> (talks,) = [r for r in find_referents(dataset) if r.id == "meeting/putin-zelenskyy"]
        >>> [found.kind.value for found in contradictions_of(dataset, ancestors_by_id(dataset), talks)]
        ['called_off', 'venue']
    """
    if len(referent.records) == 1:
        return ()
    return in_order(
        (
            *field_contradictions(dataset, ancestors, referent),
            *status_contradictions(dataset, referent),
            *participation_contradictions(dataset, referent),
            *quantity_contradictions(referent),
            *ballot_contradictions(dataset, referent),
            *wording_contradictions(dataset, referent),
        )
    )


FIELD_KINDS: Final[Mapping[str, ContradictionKind]] = MappingProxyType(
    {
        "when": ContradictionKind.DATE,
        "place": ContradictionKind.VENUE,
        "speakers": ContradictionKind.SPEAKER,
        "extent": ContradictionKind.EXTENT,
        "status": ContradictionKind.DEED,
        "result": ContradictionKind.RESULT,
        "tally": ContradictionKind.TALLY,
        "stance": ContradictionKind.STANCE,
    }
)
"""The fields in which two values contradict each other, and what sort of contradiction that is."""

STATUS_KINDS: Final[Mapping[frozenset[MeetingStatus], ContradictionKind]] = MappingProxyType(
    {
        HELD: ContradictionKind.STATUS,
        CALLED_OFF: ContradictionKind.CALLED_OFF,
        HELD | DENIED: ContradictionKind.DEED,
    }
)
"""What sort of contradiction a clash of the statuses of a meeting is."""

WORDING_KINDS: Final[Mapping[WordingRelation, ContradictionKind]] = MappingProxyType(
    {WordingRelation.OTHER_TRANSLATION: ContradictionKind.TRANSLATION, WordingRelation.CUT: ContradictionKind.CUT}
)

FORMER: Final = re.compile(r"(?:the\s+)?(?:former|ex)[\s-]+(?P<title>.+)", re.IGNORECASE)
"""A title that is said to be a past one."""


def field_contradictions(dataset: Dataset, ancestors: Ancestors, referent: Referent) -> Iterator[Contradiction]:
    """Find the fields of a referent in which its reports contradict each other, the status of a meeting apart."""
    compared = [field for field in compared_fields(referent.type) if field in FIELD_KINDS]
    fields = [field for field in compared if (referent.type, field) != (Meeting, "status")]
    for field, attestations in attestations_by_field(dataset, referent, fields).items():
        kind = FIELD_KINDS[field]
        disputed = {
            key
            for left in attestations
            if any(contradict(dataset, ancestors, left, right) for right in attestations)
            for key in left.records
        }
        if disputed:
            records = [record for record in referent.records if record.id in disputed]
            texts = ((value_text(dataset, kind, record), record) for record in records)
            yield contradiction(
                kind,
                referent.id,
                by_text(texts),
                certain=is_certain(dataset, kind, [getattr(r, field) for r in records]),
            )


def is_certain(dataset: Dataset, kind: ContradictionKind, values: Collection[Any]) -> bool:
    """Whether values contradict each other even if marks on dates and areas without borders leave room."""
    match kind:
        case ContradictionKind.DATE:
            return conflict(values) is True
        case ContradictionKind.VENUE:
            places = [dataset.get(key) for key in values]
            return all(isinstance(place, Place) and place.kind is not PlaceKind.AREA for place in places)
        case _:
            return True


def status_contradictions(dataset: Dataset, referent: Referent) -> Iterator[Contradiction]:
    """Find the statuses of a meeting that do not go together."""
    meetings = [record for record in referent.records if isinstance(record, Meeting)]
    reports = [
        StatusReport(
            record=record.id,
            source=dataset.first_copies.get(record.source, record.source),
            status=record.status,
            published=first_published(dataset, record.source),
        )
        for record in meetings
    ]
    for clash in status_clashes(reports):
        clashing = {report.record for report in clash.reports}
        texts = ((str(record.status.value), record) for record in meetings if record.id in clashing)
        yield contradiction(STATUS_KINDS[clash.final], referent.id, by_text(texts), certain=clash.certain)


def participation_contradictions(dataset: Dataset, referent: Referent) -> Iterator[Contradiction]:
    """Find the actors who take part in a meeting by one report and do not by another; who denies it names none."""
    if referent.type is not Meeting:
        return
    reports = [r for r in referent.records if isinstance(r, Meeting) and r.status not in DENIED]
    referent = attrs.evolve(referent, records=tuple(reports))
    present = {one.value: one for one in find_attestations(dataset, referent, "participants")}
    for away in find_attestations(dataset, referent, "absent"):
        if one := present.get(away.value):
            who = name_of(dataset, str(away.value))
            sides = {f"{who} takes part": one, f"{who} does not take part": away}
            versions = (Version(value=text, sources=x.sources, records=x.records) for text, x in sides.items())
            yield contradiction(ContradictionKind.PARTICIPATION, referent.id, versions)


def ballot_contradictions(dataset: Dataset, referent: Referent) -> Iterator[Contradiction]:
    """Find the members of a body who vote one way by one report and another way by another; a veto is a no."""
    if referent.type is not Vote:
        return
    texts_by_actor: dict[str, list[tuple[str, EventRecord]]] = defaultdict(list)
    for record in referent.records:
        for ballot in record.ballots if isinstance(record, Vote) else ():
            text = f"{name_of(dataset, ballot.actor)}: {ballot.choice.counted.words}"
            texts_by_actor[ballot.actor].append((text, record))
    for texts in texts_by_actor.values():
        if len({text for text, _ in texts}) > 1:
            yield contradiction(ContradictionKind.BALLOT, referent.id, by_text(texts))


def wording_contradictions(dataset: Dataset, referent: Referent) -> Iterator[Contradiction]:
    """Find the wordings of an utterance that differ from source to source."""
    texts = {record.id: dataset.first_copies.get(record.source, record.source) for record in referent.records}
    quoting: dict[ContradictionKind, set[str]] = defaultdict(set)
    for pair in find_wordings(dataset, referent):
        kind = WORDING_KINDS.get(pair.comparison.relation)
        if kind and texts[pair.left] != texts[pair.right]:
            quoting[kind] |= {pair.left, pair.right}
    for kind, ids in quoting.items():
        records = (record for record in referent.records if isinstance(record, Statement) and record.id in ids)
        wordings = ((wording_of(dataset, record), record) for record in records)
        yield contradiction(kind, referent.id, by_text((words.text, record) for words, record in wordings if words))


def figure_contradictions(actor: Actor) -> Iterator[Contradiction]:
    """Find the spellings of an actor that count it, with different numbers."""
    groups: dict[Decimal, list[Name]] = defaultdict(list)
    for name in actor.names:
        if name.sources and (figure := figure_in(name.text)) is not None:
            groups[figure].append(name)
    if len(groups) > 1:
        versions = (spelling_version(names, sources_of(names)) for names in groups.values())
        yield contradiction(ContradictionKind.FIGURE, actor.id, versions)


def title_contradictions(dataset: Dataset, actor: Actor) -> Iterator[Contradiction]:
    """Find the offices that an actor is said both to hold and to have held, with no source certainly the later one."""
    for name in actor.names:
        if match := FORMER.fullmatch(name.text):
            holding = [other for other in actor.names if title_key(other.text) == title_key(match["title"])]
            pairs = {
                (former, current)
                for former in name.sources
                for current in sources_of(holding)
                if not published_before(dataset, current, former)
            }
            if pairs:
                certain = any(
                    former == current or limits_on(dataset, current).before(limits_on(dataset, former)) is False
                    for former, current in pairs
                )
                sides = (([name], {former for former, _ in pairs}), (holding, {current for _, current in pairs}))
                versions = (spelling_version(names, frozenset(sources)) for names, sources in sides)
                yield contradiction(ContradictionKind.TITLE, actor.id, versions, certain=certain)


def value_text(dataset: Dataset, kind: ContradictionKind, record: Any) -> str:  # noqa: ANN401, PLR0911  (a record of any type with that field; one case for each kind)
    """Return in words what a record says in the field of a contradiction."""
    match kind:
        case ContradictionKind.DATE:
            reported = f" ({record.when_as_reported})" if record.when_as_reported else ""
            return f"{record.when.unqualified()}{reported}"
        case ContradictionKind.VENUE if isinstance(record, Meeting):
            proposers = ", ".join(name_of(dataset, actor) for actor in record.proposed_by)
            by = f", put forward by {proposers}" if proposers else ""
            return f"{name_of(dataset, str(record.place))} ({record.status.value}{by})"
        case ContradictionKind.VENUE:
            return name_of(dataset, record.place)
        case ContradictionKind.SPEAKER:
            return ", ".join(name_of(dataset, key) for key in record.speakers)
        case ContradictionKind.EXTENT:
            return quantity_text(record.extent)
        case ContradictionKind.DEED:
            return str(record.status.value)
        case ContradictionKind.RESULT:
            return str(record.result.value)
        case ContradictionKind.TALLY:
            counts = attrs.asdict(record.tally)
            return ", ".join(f"{number} {name}" for name, number in counts.items() if number is not None)
        case _:
            return str(record.stance.value)


def sources_of(names: Iterable[Name]) -> frozenset[str]:
    """Return the sources that use one of several spellings."""
    return frozenset(source for name in names for source in name.sources)


def spelling_version(names: Iterable[Name], sources: frozenset[str]) -> Version:
    """Make a version of the spellings that some sources use."""
    texts = [f"“{name.text}”" for name in names if not sources.isdisjoint(name.sources)]
    return Version(value=" or ".join(texts), sources=tuple(sorted(sources)))


def title_key(text: str) -> str:
    """Return the form in which titles are compared: without case, dots and article."""
    return " ".join(caseless(text).replace(".", "").removeprefix("the ").split())


def published_before(dataset: Dataset, left: str, right: str) -> bool:
    """Whether one source was published before another, going by their dates as written."""
    first, second = first_published(dataset, left), first_published(dataset, right)
    return first is not None and second is not None and ends_before(first, second)


def limits_on(dataset: Dataset, source: str) -> Limits:
    """Return when a source can have been published, its date with all its marks."""
    date = first_published(dataset, source)
    return date.limits() if date else ANY_TIME
