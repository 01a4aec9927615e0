"""The brief on one screen: what a dataset holds, and the findings that more sources bear out before others."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from diplo_events._internal.texts.display import isolated
from diplo_events.analysis.findings import Finding, FindingKind, find_findings
from diplo_events.dataset import Dataset
from diplo_events.model import EventRecord, Source
from diplo_events.open_records import draft_notes
from diplo_events.report.field_words import name_text
from diplo_events.report.terminal import Style, flat, wrapped

__all__ = ["SCREEN", "overview"]

SCREEN: Final = 40
"""How many lines a screen has."""

MOST: Final = 3
"""How many lines a finding has; a longer one ends in `…`."""

LEAST: Final = 0.6
"""The part of a text that must be left for it to end with a whole clause."""

OUTLETS: Final = 6
"""How many outlets are named."""


@attrs.frozen
class Section:
    """Findings of one kind under a heading."""

    heading: str
    """What they have in common."""
    command: str
    """The command that shows all of it."""
    findings: Sequence[Finding]
    """The findings, those of most weight first."""


HEADINGS: Final = (
    (FindingKind.DIFFERENCE, "WHERE SOURCES DIFFER", "differ"),
    (FindingKind.AGREEMENT, "WHAT SOURCES AGREE ON", "stances"),
    (FindingKind.SIDES, "WHO IS FOR AND AGAINST WHAT", "stances"),
    (FindingKind.MEETING, "WHAT WAS TO COME", "meetings"),
)
"""The kinds of findings, in the order of their sections, each with its heading and the command that shows all."""


def overview(dataset: Dataset, *, style: Style, name: str = "") -> Iterator[str]:
    """List the lines of the brief, at most as many as a screen has.

    Args:
        dataset: The records.
        style: How the lines look.
        name: The name of the dataset in the commands that the lines mention; none for the bundled one.
    """
    head = list(head_lines(dataset, style))
    yield from head
    if not any(isinstance(record, EventRecord) for record in dataset.records):
        return
    found = find_findings(dataset)
    every = (
        Section(heading, command, [one for one in found if one.kind is kind]) for kind, heading, command in HEADINGS
    )
    sections = [section for section in every if section.findings]
    texts = [[finding_lines(one, style) for one in section.findings] for section in sections]
    chosen = numbers_within([[len(lines) for lines in each] for each in texts], SCREEN - len(head) - 2)
    for section, lines, number in zip(sections, texts, chosen, strict=True):
        if number:
            some = f"  {number} of {len(lines)}: diplo-events {section.command}{name}" if number < len(lines) else ""
            yield ""
            yield style.title(section.heading) + style.faint(some)
            for one in lines[:number]:
                yield from one
    yield ""
    yield style.faint(
        f"every record: diplo-events brief --full{name}; one page: diplo-events brief --html page.html{name}"
    )


def head_lines(dataset: Dataset, style: Style) -> Iterator[str]:
    """List the title, the counts and the sources."""
    title = isolated(dataset.title) if dataset.title else "A dataset without a title"
    yield from map(style.title, within_lines(title, style))
    yield from map(style.faint, within_lines(repr(dataset).strip("<>"), style))
    for note in draft_notes(dataset):
        yield from map(style.faint, within_lines(note, style))
    dates: defaultdict[str, list[str]] = defaultdict(list)
    for source in dataset.of_type(Source):
        dates[source.publisher or source.id].append(str(source.published or "no date"))
    texts = [f"{flat(name_text(dataset, key))} ({', '.join(published)})" for key, published in sorted(dates.items())]
    more = [f"and {len(texts) - OUTLETS:,} more"] if len(texts) > OUTLETS else []
    if texts:
        yield from within_lines(", ".join([*texts[:OUTLETS], *more]), style, first="sources: ", rest="  ")


def finding_lines(found: Finding, style: Style) -> list[str]:
    """Return the lines of a finding."""
    return within_lines(found.sentence, style, first="• ", rest="  ")


def within_lines(text: str, style: Style, *, first: str = "", rest: str = "") -> list[str]:
    """Return the few lines that a text may have; of one that is too long, its first clauses and `…`."""
    whole = flat(text)
    kept = whole[: style.width * MOST]
    lines = wrapped(whole, style, first=first, rest=rest)
    while len(lines) > MOST:
        kept = kept.rpartition(" ")[0] or kept[:-1]
        lines = wrapped(f"{kept} …", style, first=first, rest=rest)
    clause = max(kept.rfind("; "), kept.rfind(". ")) + 1
    if kept != whole and clause > len(kept) * LEAST:
        return wrapped(f"{kept[:clause]} …", style, first=first, rest=rest)
    return lines


def numbers_within(lengths: Sequence[Sequence[int]], room: int) -> list[int]:
    """Return how many findings of each section fit into some lines, each section having a heading and an empty line.

    Sections take turns; the first ones go first.

    >>> numbers_within([[3, 3, 3], [2, 2], [3]], 15)
    [1, 1, 1]
    """
    numbers = [0] * len(lengths)
    is_full = False
    while not is_full:
        is_full = True
        for at, section in enumerate(lengths):
            if numbers[at] < len(section):
                needed = section[numbers[at]] + (0 if numbers[at] else 2)
                if needed <= room:
                    room -= needed
                    numbers[at] += 1
                    is_full = False
    return numbers
