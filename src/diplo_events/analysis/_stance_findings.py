"""Findings about stances: who is for and against what, and in how many sources."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

from diplo_events._internal.texts.display import isolated
from diplo_events.analysis._finding import Finding, FindingKind, finding, number, texts_of
from diplo_events.analysis._record_dates import asserted
from diplo_events.analysis.titles import series
from diplo_events.dataset import Dataset
from diplo_events.lookup import name_of
from diplo_events.model import OPEN, Issue, Position
from diplo_events.vocab import PositionBasis

__all__ = ["agreement_findings", "side_findings"]

Sides: TypeAlias = Mapping[int, Sequence[Position]]
"""The positions of one actor on one issue by side: 1 for, 0 neither, -1 against."""

SIDE_WORDS: Final = MappingProxyType({1: "for", -1: "against", 0: "on no side"})
"""The sides, in the order in which they are listed."""

LEAST_SOURCES: Final = 2
"""An agreement is reported by at least this many sources."""


def own_words(dataset: Dataset) -> dict[str, dict[str, Sides]]:
    """Return the stances that actors declare: by issue, actor and side."""
    table: dict[str, dict[str, dict[int, list[Position]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for position in dataset.of_type(Position):
        if position.basis is PositionBasis.DECLARED and asserted(position):
            table[position.issue][position.actor][side_of(position)].append(position)
    return {issue: dict(actors) for issue, actors in table.items()}


def side_of(position: Position) -> int:
    """Return the side of a stance: 1 for, 0 neither, -1 against."""
    return (position.stance.number > 0) - (position.stance.number < 0)


def side_findings(dataset: Dataset) -> Iterator[Finding]:
    """List the issues on which some actors are for and others against, by their own words; then what others say."""
    by_others: dict[str, list[Position]] = defaultdict(list)
    for position in dataset.of_type(Position):
        if position.basis is not PositionBasis.DECLARED and asserted(position):
            by_others[position.issue].append(position)
    for issue, actors in own_words(dataset).items():
        by_side = {side: [key for key in sorted(actors) if side in actors[key]] for side in SIDE_WORDS}
        if not (by_side[1] and by_side[-1]):
            continue
        clauses = [
            f"{SIDE_WORDS[side]}: {series(actor_words(dataset, key, actors[key], side) for key in keys)}"
            for side, keys in by_side.items()
            if keys
        ]
        others = by_others.get(issue, [])
        said = other_words(dataset, others)
        records = [position for sides in actors.values() for group in sides.values() for position in group]
        sentence = f"{proposition(dataset, issue)}: by their own words, {'; '.join(clauses)}.{said}"
        sources = texts_of(dataset, (position.source for position in records))
        yield finding(FindingKind.SIDES, issue, sentence, [*records, *others], rank=-10 * len(sources) - len(actors))


def actor_words(dataset: Dataset, actor: str, sides: Sides, side: int) -> str:
    """Return an actor, with the number of sources that put it on a side where several report it."""
    name = isolated(name_of(dataset, actor))
    total = len(texts_of(dataset, (p.source for group in sides.values() for p in group)))
    count = len(texts_of(dataset, (p.source for p in sides[side])))
    return name if total == 1 else f"{name} ({number(count)} of {number(total)} sources)"


def other_words(dataset: Dataset, positions: Iterable[Position]) -> str:
    """Return what others say or conclude about where actors stand: ` As others say, for: Norland (says Herald).`."""
    by_side: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for position in positions:
        by = {position.attributed_by} if position.attributed_by else set[str]()
        by_side[side_of(position)][position.actor] |= by
    clauses: list[str] = []
    for side, word in SIDE_WORDS.items():
        names: list[str] = []
        for actor, by in sorted(by_side[side].items()):
            who = f" (says {series(sorted(isolated(name_of(dataset, key)) for key in by))})" if by else ""
            names.append(f"{isolated(name_of(dataset, actor))}{who}")
        if names:
            clauses.append(f"{word}: {series(names)}")
    return f" As others say, {'; '.join(clauses)}." if clauses else ""


def agreement_findings(dataset: Dataset) -> Iterator[Finding]:
    """List the stances of one actor that several sources report from its own words, with those on another side."""
    for issue, actors in own_words(dataset).items():
        for actor, sides in actors.items():
            texts = {side: texts_of(dataset, (p.source for p in group)) for side, group in sides.items()}
            total = len(frozenset[str]().union(*texts.values()))
            first, *others = sorted(texts, key=lambda side: (-len(texts[side]), side))
            if len(texts[first]) < LEAST_SOURCES:
                continue
            name = isolated(name_of(dataset, actor))
            rest = "".join(f", {number(len(texts[side]))} {on_side(side)}" for side in others)
            sentence = (
                f"{proposition(dataset, issue)}: {number(len(texts[first]))} of the {number(total)} sources that "
                f"report what {name} says on it have {name} {on_side(first)}{rest}."
            )
            records = [position for group in sides.values() for position in group]
            yield finding(FindingKind.AGREEMENT, issue, sentence, records, rank=-len(texts[first]))


def on_side(side: int) -> str:
    """Return a side of a proposition in words.

    >>> on_side(1), on_side(0)
    ('for it', 'on no side')
    """
    return f"{SIDE_WORDS[side]} it" if side else SIDE_WORDS[side]


def proposition(dataset: Dataset, key: str) -> str:
    """Return the proposition of an issue in quotation marks; its name, where the issue is kept elsewhere."""
    issue = dataset.get(key)
    is_coded = isinstance(issue, Issue) and issue.proposition is not OPEN
    text = issue.proposition if isinstance(issue, Issue) and is_coded else name_of(dataset, key)
    return f"“{isolated(text.removesuffix('.'))}”"
