"""Show where sources differ: in days, statuses, places, figures and titles, or word by word."""

import argparse
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from diplo_events._internal.texts.display import isolated
from diplo_events.cli._answers import Row, add_forms, counted, head_of, print_answer
from diplo_events.cli._inputs import read_dataset
from diplo_events.cli._shared_options import add_dataset
from diplo_events.cli._style import style_for_output
from diplo_events.corroboration import Contradiction, ContradictionKind, find_contradictions
from diplo_events.corroboration.wordings import (
    Segment,
    WordChange,
    WordingPair,
    WordingRelation,
    find_wordings,
    wording_of,
)
from diplo_events.dataset import Dataset
from diplo_events.model import EventRecord, Statement
from diplo_events.referents import find_referents
from diplo_events.report.field_words import name_text
from diplo_events.report.terminal import Style, flat, wrapped

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events differ                          in what the sources of the bundled dataset contradict each other
  diplo-events differ --kind date --kind venue mine.yaml
  diplo-events differ --wordings               how they quote one utterance, word by word
  diplo-events differ --csv > differences.csv  a row for each version

In Python: find_contradictions and find_wordings of diplo_events.corroboration.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

VERSIONS: Final = ("kind", "about", "certain", "why", "version", "value", "sources", "records")
"""The columns of contradictions: a row for each version."""

DIFFERING: Final = frozenset({WordingRelation.OTHER_TRANSLATION, WordingRelation.CUT})
"""How the wordings of one sentence differ; two that share too little are other remarks."""

PAIRS: Final = ("referent", "left", "right", "relation", "shared", "overlap", "left_text", "right_text")
"""The columns of wordings: a row for each two records of one utterance."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    kinds = [kind.value for kind in ContradictionKind]
    parser.add_argument(
        "--kind",
        action="append",
        choices=kinds,
        metavar="KIND",
        help=f"only this kind of contradiction; given twice, either: {', '.join(kinds)}",
    )
    parser.add_argument(
        "--wordings", action="store_true", help="compare the quotations of one utterance in place of contradictions"
    )
    add_dataset(parser)
    add_forms(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the differences."""
    dataset, style = read_dataset(arguments), style_for_output()
    if arguments.wordings:
        every = [
            (referent.id, pair)
            for referent in find_referents(dataset, Statement)
            for pair in find_wordings(dataset, referent)
        ]
        pairs = [(key, pair) for key, pair in every if pair.comparison.relation in DIFFERING]
        others = sum(pair.comparison.relation is WordingRelation.OTHER_WORDS for _, pair in every)
        rows = [pair_row(dataset, key, pair) for key, pair in pairs]
        print_answer(arguments, PAIRS, rows, lines=pair_lines(dataset, pairs, style, others=others))
        return 0
    found = [each for each in find_contradictions(dataset) if not arguments.kind or each.kind.value in arguments.kind]
    rows = [row for each in found for row in version_rows(each)]
    print_answer(arguments, VERSIONS, rows, lines=contradiction_lines(dataset, found, style), data=as_data(found))
    return 0


def as_data(found: Iterable[Contradiction]) -> list[Row]:
    """Return contradictions as plain data, each with its versions."""
    return [
        {
            "kind": each.kind.value,
            "about": each.about,
            "certain": each.certain,
            "why": each.why,
            "versions": [
                {"value": version.value, "sources": version.sources, "records": version.records}
                for version in each.versions
            ],
        }
        for each in found
    ]


def version_rows(each: Contradiction) -> Iterator[dict[str, object]]:
    """List the rows of a contradiction, one for each version."""
    for number, version in enumerate(each.versions, start=1):
        yield {
            "kind": each.kind.value,
            "about": each.about,
            "certain": each.certain,
            "why": each.why,
            "version": number,
            "value": version.value,
            "sources": version.sources,
            "records": version.records,
        }


def contradiction_lines(dataset: Dataset, found: Iterable[Contradiction], style: Style) -> Iterator[str]:
    """List contradictions kind by kind, each with its versions and their sources."""
    every = list(found)
    for kind, group in groupby(every, key=lambda each: each.kind):
        yield style.title(kind.words.upper()) + style.faint(f"  {kind.meaning}")
        for each in group:
            unsure = "" if each.certain else ", as written"
            head = f"{subject(dataset, each)} [{each.about}{unsure}]"
            yield from map(style.strong, wrapped(head, style, first="  ", rest="    "))
            for version in each.versions:
                yield from wrapped(isolated(version.value), style, first="    ", rest="      ")
                names = ", ".join(publisher(dataset, key) for key in version.sources)
                yield from map(style.faint, wrapped(names, style, first="        ", rest="        "))
        yield ""
    yield counted(len(every), "contradiction")


def subject(dataset: Dataset, each: Contradiction) -> str:
    """Return what a contradiction is about in words: the first line of the first record, or a name."""
    record = dataset.get(each.ids[0]) if each.ids else None
    if isinstance(record, EventRecord):
        return head_of(dataset, record)
    return flat(name_text(dataset, each.about))


def publisher(dataset: Dataset, key: str) -> str:
    """Return the outlet of a source, with its id."""
    outlet = dataset.source(key).publisher if key in dataset else None
    return f"{flat(name_text(dataset, outlet))} [{key}]" if outlet else key


def pair_row(dataset: Dataset, key: str, pair: WordingPair) -> Row:
    """Return the row of two wordings."""
    return {
        "referent": key,
        "left": pair.left,
        "right": pair.right,
        "relation": pair.comparison.relation.value,
        "shared": pair.comparison.shared,
        "overlap": round(pair.comparison.overlap, 3),
        "left_text": words_in(dataset, pair.left),
        "right_text": words_in(dataset, pair.right),
    }


def words_in(dataset: Dataset, key: str) -> str:
    """Return all that a statement quotes, letter for letter."""
    record = dataset[key]
    wording = wording_of(dataset, record) if isinstance(record, Statement) else None
    return wording.text if wording else ""


def pair_lines(
    dataset: Dataset, pairs: Iterable[tuple[str, WordingPair]], style: Style, *, others: int
) -> Iterator[str]:
    """List wordings utterance by utterance; the words that only one of two has stand in braces."""
    every = list(pairs)
    for key, group in groupby(every, key=lambda each: each[0]):
        together = [pair for _, pair in group]
        yield from map(style.strong, wrapped(f"{head_of(dataset, dataset[together[0].left])} [{key}]", style))
        for pair in together:
            relation = pair.comparison.relation
            yield from map(style.faint, wrapped(f"{relation.words}: {relation.meaning}", style, first="  ", rest="  "))
            for name, side in ((pair.left, 0), (pair.right, 1)):
                text = marked(words_in(dataset, name), pair.comparison.segments, side)
                yield from wrapped(isolated(text), style, first="    ", rest="    ")
                yield style.faint(f"        {publisher(dataset, record_source(dataset, name))} {name}")
        yield ""
    more = f"; {others} more share too little: other remarks" if others else ""
    yield f"{counted(len(every), 'pair')} of wordings that differ; {{words}} that only one of two has{more}"


def record_source(dataset: Dataset, key: str) -> str:
    """Return the id of the source of a record."""
    record = dataset[key]
    return record.source if isinstance(record, EventRecord) else key


def marked(text: str, segments: Iterable[Segment], side: int) -> str:
    """Return a wording letter for letter, with braces around what the other does not have.

    >>> changed, equal = WordChange.REPLACED, WordChange.EQUAL
    >>> pair = (Segment(change=equal, left="No", right="no"), Segment(change=changed, left="deal", right="way"))
    >>> marked("“No deal.”", pair, 0), marked("no way!", pair, 1)
    ('“No {deal}.”', 'no {way}!')
    """
    pieces: list[str] = []
    at = 0
    for segment in segments:
        words = (segment.left, segment.right)[side].strip()
        start = text.find(words, at) if words else -1
        if start >= 0:
            end = start + len(words)
            is_shared = segment.change is WordChange.EQUAL
            pieces += [text[at:start], text[start:end] if is_shared else f"{{{text[start:end]}}}"]
            at = end
    return "".join(pieces) + text[at:]
