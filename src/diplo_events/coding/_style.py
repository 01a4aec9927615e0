"""The countable rules of the guide to encoding, each a hint where a dataset breaks it: the text may be the reason."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Final, TypeVar

from diplo_events._internal.texts.folding import caseless
from diplo_events.coding._style_texts import hint, overlap, text_hints
from diplo_events.coding.anchoring import Text
from diplo_events.dataset import Dataset
from diplo_events.errors import Problem, shown
from diplo_events.model import Actor, EventRecord, Issue, Meeting, Place, Position, Source, Statement, TerritorialClaim
from diplo_events.vocab import ActorKind, Aspect, Medium, MeetingStatus, PlaceKind, PositionBasis
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["style_hints"]

T = TypeVar("T", bound=EventRecord)

REFUSALS: Final = frozenset({SpeechAct.REJECT, SpeechAct.REJECT_PLAN, SpeechAct.REJECT_MEETING})

WITHOUT_STAND: Final = frozenset({SpeechAct.DECLINE_COMMENT, SpeechAct.RELAY})
"""Acts that show no stand of the speaker."""

SILENT: Final = frozenset({ActorKind.MEDIA, ActorKind.UNNAMED})
"""Actors whose statements need no position."""

FEWEST_WORDS: Final = 4
"""Quotes of fewer words are not compared: they say too little by themselves."""

STRONG: Final = 2
"""The number of a stance that leaves no room."""

VAGUE: Final = frozenset({"about", "almost", "approximately", "around", "nearly", "roughly", "some"})
"""Hedges that make a figure a range."""


def style_hints(dataset: Dataset, texts: Mapping[str, Text] | None = None) -> Iterator[Problem]:
    """List where records break a countable rule of the guide to encoding, each as a problem of severity `hint`.

    Args:
        dataset: The records.
        texts: The texts by their SHA-256; without them, the rules that need a text are left out.
    """
    yield from repeat_hints(dataset)
    for statement in dataset.of_type(Statement):
        yield from statement_hints(dataset, statement)
    yield from act_hints(dataset.of_type(Statement))
    for meeting in dataset.of_type(Meeting):
        yield from meeting_hints(dataset, meeting)
    for claim in dataset.of_type(TerritorialClaim):
        yield from claim_hints(claim)
    for position in dataset.of_type(Position):
        yield from position_hints(dataset, position)
    yield from standing_hints(dataset)
    yield from stand_hints(dataset)
    yield from spelling_hints(dataset)
    if texts is not None:
        yield from text_hints(dataset, texts)


def repeat_hints(dataset: Dataset) -> Iterator[Problem]:
    """List repeats with another date, and the reports of one utterance in one source with another date or medium."""
    for record in dataset.records:
        fuller = dataset.get(record.restates) if isinstance(record, EventRecord) and record.restates else None
        if isinstance(record, EventRecord) and isinstance(fuller, EventRecord) and record.when != fuller.when:
            expected = f"{fuller.when or 'no date'}, as in {fuller.id}, which it repeats"
            yield hint(f"{record.id}.when", expected, str(record.when or "no date"), "a repeat has the same date")
    statements = [s for s in dataset.of_type(Statement) if s.canonical_id]
    for group in groups(statements, lambda s: (s.canonical_id, s.source)):
        first = group[0]
        for other in group[1:]:
            if other.when != first.when and not other.restates:
                expected = f"{first.when or 'no date'}, as in {first.id}"
                why = "both report one utterance, in one source"
                yield hint(f"{other.id}.when", expected, str(other.when or "no date"), why)
            if other.medium is not first.medium:
                expected = f"{first.medium.value}, as in {first.id}"
                why = "both report one utterance, in one source"
                yield hint(f"{other.id}.medium", expected, other.medium.value, why)


def statement_hints(dataset: Dataset, statement: Statement) -> Iterator[Problem]:
    """List what is uneven in one statement: its targets, its issues, its acts, the outlet's own time and medium."""
    own = {*statement.speakers, *statement.on_behalf_of}
    for target in statement.targets:
        if target in own:
            expected = "an actor other than the speaker and those for whom the words are"
            yield hint(f"{statement.id}.targets", expected, shown(target), "leave it out")
    yield from issue_hints(dataset, f"{statement.id}.issues", statement.issues)
    if SpeechAct.CHARACTERIZE in statement.acts and REFUSALS.intersection(statement.acts):
        expected = "a refusal without a label"
        yield hint(f"{statement.id}.acts", expected, "characterize", "a general act is not added to a narrower one")
    source = dataset.get(statement.source)
    if isinstance(source, Source) and statement.speakers == (source.publisher,):
        if statement.medium is not Medium.ARTICLE:
            why = "what the outlet says itself is its article"
            yield hint(f"{statement.id}.medium", "article", statement.medium.value, why)
        if source.published and statement.when != source.published:
            why = "what the outlet says itself is as old as the text"
            yield hint(f"{statement.id}.when", str(source.published), str(statement.when or "no date"), why)


def issue_hints(dataset: Dataset, path: str, issues: Iterable[str]) -> Iterator[Problem]:
    """List the issues that stand beside a narrower one."""
    listed = tuple(issues)
    for issue in listed:
        for outer in broader(dataset, issue):
            if outer in listed:
                yield hint(path, f"{issue} without the broader issue", shown(outer), "leave the broader one out")


def broader(dataset: Dataset, issue: str) -> Iterator[str]:
    """List the issues that an issue lies within, the nearest first."""
    record = dataset.get(issue)
    while isinstance(record, Issue) and record.broader:
        yield record.broader
        record = dataset.get(record.broader)


def act_hints(statements: Iterable[Statement]) -> Iterator[Problem]:
    """List quotes of which one begins with the other, while their statements have different acts."""
    quoted = sorted(
        ((words_of(quote.text), statement) for statement in statements for quote in statement.quotes),
        key=lambda pair: (pair[0], pair[1].id),
    )
    shorter: list[tuple[tuple[str, ...], Statement]] = []  # those with which the next may begin, each within the next
    for words, statement in quoted:
        while shorter and shorter[-1][0] != words[: len(shorter[-1][0])]:
            shorter.pop()
        if shorter and set(shorter[-1][1].acts) != set(statement.acts):
            other = shorter[-1][1]
            expected = f"{listed_acts(other)}, as in {other.id}"
            yield hint(f"{statement.id}.acts", expected, listed_acts(statement), "the same words have the same acts")
        if len(words) >= FEWEST_WORDS:
            shorter.append((words, statement))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a quote, without case and punctuation."""
    return tuple(re.findall(r"\w+", caseless(text)))


def listed_acts(statement: Statement) -> str:
    """Return the acts of a statement as a text."""
    return ", ".join(sorted(act.value for act in statement.acts))


def meeting_hints(dataset: Dataset, meeting: Meeting) -> Iterator[Problem]:
    """List what is uneven in one meeting: its agenda, conditions, attendance, who proposed it."""
    yield from issue_hints(dataset, f"{meeting.id}.agenda", meeting.agenda)
    hypothetical = Aspect.HYPOTHETICAL in meeting.aspects
    if meeting.conditions and not hypothetical:
        expected = "the aspect hypothetical for what depends on conditions"
        yield hint(f"{meeting.id}.aspects", expected, "another or none", "add it, or leave the conditions out")
    if hypothetical and not meeting.conditions:
        yield hint(f"{meeting.id}.conditions", "what a hypothetical meeting depends on", "none", "name the condition")
    place = dataset.get(meeting.place) if meeting.place else None
    if isinstance(place, Place) and place.kind in {PlaceKind.SETTLEMENT, PlaceKind.SITE} and not meeting.attendance:
        expected = f"offline or another attendance for a meeting in {place.id}"
        yield hint(f"{meeting.id}.attendance", expected, "none", "a town or a house is where people meet in person")
    if meeting.status is MeetingStatus.REJECTED and not meeting.proposed_by:
        expected = "who proposed what is rejected"
        why = "a refusal to talk is an act; a meeting is rejected if somebody proposed it"
        yield hint(f"{meeting.id}.proposed_by", expected, "nobody", why)


def claim_hints(claim: TerritorialClaim) -> Iterator[Problem]:
    """List the exact figures that the source makes vague."""
    extent = claim.extent
    if extent and extent.low == extent.high and claim.hedge and VAGUE.intersection(words_of(claim.hedge)):
        expected = f"a range for a figure with the hedge {shown(claim.hedge)}"
        yield hint(f"{claim.id}.extent", expected, f"{extent.low:g} exactly", "a figure keeps its vagueness")


def position_hints(dataset: Dataset, position: Position) -> Iterator[Problem]:
    """List the evidence that does not carry a position, and voices that do not fit its basis."""
    carrying = [s for key in position.evidence if isinstance(s := dataset.get(key), Statement)]
    for statement in carrying:
        reached = {outer for issue in statement.issues for outer in (issue, *broader(dataset, issue))}
        if position.issue not in reached:
            expected = f"evidence on {position.issue} or a narrower issue"
            yield hint(f"{position.id}.evidence", expected, shown(statement.id), "add the issue to it, or leave it out")
        passages = ((a, b) for a in statement.spans for b in position.spans)
        if statement.spans and position.spans and not any(overlap(a, b) for a, b in passages):
            why = "the passages of a position are those of its evidence"
            yield hint(f"{position.id}.spans", f"the passage of {statement.id}, its evidence", "others", why)
    if position.red_line and (position.basis is not PositionBasis.DECLARED or abs(position.stance.number) < STRONG):
        expected = "a declared and strong stance for a red line"
        found = f"{position.stance.value}, {position.basis.value}"
        yield hint(f"{position.id}.red_line", expected, found, "only the actor draws one, and without room")
    if position.basis is PositionBasis.DECLARED:
        if carrying and not any(position.actor in voices(dataset, statement) for statement in carrying):
            expected = f"evidence in which {position.actor} speaks, for a declared position"
            yield hint(f"{position.id}.evidence", expected, "others alone", "another's word makes it attributed")
        if position.attributed_by:
            expected = "nobody, for what the actor declares"
            yield hint(f"{position.id}.attributed_by", expected, shown(position.attributed_by), "leave it out")
    elif position.attributed_by == position.actor:
        expected = "somebody else than the actor"
        yield hint(f"{position.id}.attributed_by", expected, shown(position.actor), "one's own word makes it declared")


def voices(dataset: Dataset, statement: Statement) -> set[str]:
    """Return the speaker, those for whom the words are, and what they belong to."""
    named: set[str] = {*statement.speakers, *statement.on_behalf_of}
    actors = [actor for key in named if isinstance(actor := dataset.get(key), Actor)]
    return named | {group for actor in actors for group in actor.member_of}


def standing_hints(dataset: Dataset) -> Iterator[Problem]:
    """List the positions of one actor with one stance on one issue that do not share a canonical id."""
    for group in groups(dataset.of_type(Position), lambda p: (p.actor, p.issue, p.stance)):
        keys = Counter(position.canonical_id for position in group if position.canonical_id)
        key = max(keys, key=keys.__getitem__, default=None)
        holder = next(position for position in group if position.canonical_id == key)
        for position in group:
            if not key or position.canonical_id != key:
                other = group[1] if position is holder else holder
                expected = f"{shown(key)}, as in {other.id}" if key else f"a canonical_id, the same as {other.id}"
                advice = "one stance of one actor is one standing position"
                yield hint(f"{position.id}.canonical_id", expected, shown(position.canonical_id), advice)


def stand_hints(dataset: Dataset) -> Iterator[Problem]:
    """List the statements on an issue that are evidence of no position on it, nor on a broader one."""
    carried = {(key, position.issue) for position in dataset.of_type(Position) for key in position.evidence}
    for statement in dataset.of_type(Statement):
        speaker = dataset.get(statement.speakers[0])
        if not isinstance(speaker, Actor) or speaker.kind in SILENT or WITHOUT_STAND.issuperset(statement.acts):
            continue
        for issue in statement.issues:
            if not any((statement.id, outer) in carried for outer in (issue, *broader(dataset, issue))):
                expected = f"a position on {issue} for which this statement is evidence"
                why = "add one, unless the words show no stand"
                yield hint(f"{statement.id}.issues", expected, "none", why)


def spelling_hints(dataset: Dataset) -> Iterator[Problem]:
    """List the spellings that two actors are said to have in one source."""
    owners: dict[tuple[str, str], str] = {}
    for actor in dataset.of_type(Actor):
        for index, name in enumerate(actor.names):
            for source in name.sources:
                owner = owners.setdefault((name.text, source), actor.id)
                if owner != actor.id:
                    expected = f"a spelling of one actor in {source}"
                    path = f"{actor.id}.names[{index}]"
                    yield hint(path, expected, shown(name.text), f"{owner} has it too")


def groups(records: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[list[T]]:
    """List the records with equal keys, where there are several."""
    lists: defaultdict[Hashable, list[T]] = defaultdict(list)
    for record in records:
        lists[key(record)].append(record)
    yield from (group for group in lists.values() if len(group) > 1)
