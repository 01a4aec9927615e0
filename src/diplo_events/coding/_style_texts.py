"""The countable rules of the guide to encoding that need the text: targets, hedges, sentences of many clauses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from diplo_events._internal.texts.folding import bare
from diplo_events.coding._locating import stands_in
from diplo_events.coding._sentences import sentences
from diplo_events.coding.anchoring import Text
from diplo_events.dataset import Dataset
from diplo_events.errors import Problem, shown
from diplo_events.model import Actor, EventRecord, Position, Source, Span, Statement

__all__ = ["MOST_CLAUSES", "clauses", "hint", "much_in", "overlap", "text_hints"]

MOST_CLAUSES: Final = 2
"""A sentence with more clauses than these is likely to need more than one record."""

MOST_VERBS: Final = 1
"""So is one of several clauses with more verbs of saying than these."""

STEM: Final = 5
"""How many letters an adjective shares with its noun: `Russia`, `Russian`."""

SHORTEST: Final = 4
"""Shorter words, such as `of` and `the`, name nobody."""

PRONOUN: Final = re.compile(
    r"\b(?:it|its|itself|they|them|their|themselves|he|him|his|she|her|hers|we|us|our|ours|you|your|i|me|my|both|"
    r"sides?|those|these|who|whom|whose|each other|one another)\b",
    re.IGNORECASE,
)
"""English words that can refer to a target that is named before."""

HEDGE: Final = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently|presumably|ostensibly|seemingly|unconfirmed)\b",
    re.IGNORECASE,
)
"""English words with which a source does not vouch for what it reports."""

SAYING: Final = (
    "accused added agreed announced argued asked boasted called claimed condemned confirmed criticized declared "
    "declined demanded denied described dismissed emphasized expressed insisted noted offered pledged praised promised "
    "proposed reiterated rejected repeated replied reported ruled said stated stressed suggested threatened told urged "
    "vowed warned welcomed wrote"
).replace(" ", "|")

SAID: Final = re.compile(rf"(?<![\w-])(?:{SAYING}|says|tells|warns|argues|insists|adds)\b")
"""Verbs of saying with a subject: not participles, which go on with the same statement."""

BESIDE: Final = re.compile(
    r"""
    \b(?: (?:comes?|came|coming)\s(?:\w+\s){0,3}?(?:as|after|amid|ahead\sof|before|during|following|when|while)
            (?!\s(?:noon|midday|midnight|dawn|dusk|sunrise|sunset|[0-9]))
        | even\s(?:as|while|though)
        | in\s(?:reaction|reply|response)\sto
        | (?:react(?:s|ed|ing)|repl(?:ies|ied|ying)|respond(?:s|ed|ing))\sto
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What sets one event beside another: the remarks came after a vote, or answer what somebody said."""

PREPOSITIONS: Final = (
    "according beginning concerning depending during evening excluding following including morning owing pending "
    "regarding starting"
).replace(" ", "|")
"""Words that end like a participle."""

JOIN: Final = re.compile(
    rf"""
    ; | \s[–—]\s | — | :\s(?!["“«„'‘])                                          # a mark between clauses
    | ,\s(?:and|but|while|whereas|which|who|whose|whom|although|though|because|as|where|when|so|yet|nor|or|after
          |before|despite)\b                                                    # a conjunction or a relative pronoun
    | ,(?:\swith\s[^,;]{{1,40}}?)?\s(?!(?:{PREPOSITIONS})\b)\w{{2,}}ing\b       # a participle
    | ,\s(?:{SAYING})\b | \sand\s(?:[^\s,;]+\s){{0,4}}?(?:{SAYING})\b           # another verb of saying
    | \s(?:but|while|whereas|although|because)\s
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What joins two clauses of an English sentence."""


def text_hints(dataset: Dataset, texts: Mapping[str, Text]) -> Iterator[Problem]:
    """Compare the records of each source whose text is at hand, in English or no known language, with its rules."""
    for source in dataset.of_type(Source):
        text = texts.get(source.sha256) if source.sha256 else None
        if text is None or not may_be_english(source.language):
            continue
        records = dataset.reported_in(source.id)
        for record in records:
            if isinstance(record, Statement):
                yield from target_hints(dataset, record, passages_of(record, text.content))
            yield from hedge_hints(record, passages_of(record, text.content))
        yield from clause_hints(records, text.content)


def may_be_english(language: str | None) -> bool:
    """Whether a text in a language, if one is known, can be in English.

    >>> may_be_english("en-GB"), may_be_english(None), may_be_english("enm"), may_be_english("fr")
    (True, True, False, False)
    """
    return language is None or language.lower().partition("-")[0] in {"en", "eng", "und", "mul"}


def passages_of(record: EventRecord, text: str) -> str:
    """Return the passages of a record."""
    return " … ".join(text[span.start : span.end] for span in record.spans)


def target_hints(dataset: Dataset, statement: Statement, passage: str) -> Iterator[Problem]:
    """List the targets that the passage names by no spelling, no adjective and no pronoun."""
    if not statement.targets or PRONOUN.search(passage):
        return
    stems = {stem for word in words_of(passage) for stem in [word[:STEM]]}
    for key in statement.targets:
        actor = dataset.get(key)
        if not isinstance(actor, Actor):
            continue
        spellings = (actor.name, *(name.text for name in actor.names))
        if any(stands_in(passage, spelling) for spelling in spellings):
            continue
        if not any(word[:STEM] in stems for spelling in spellings for word in words_of(spelling)):
            expected = "an actor whom the passage names"
            yield hint(f"{statement.id}.targets", expected, shown(key), "leave it out, or widen the passage")


def words_of(text: str) -> list[str]:
    """Return the words of a text that can name somebody, as they are compared."""
    return [bare(word) for word in re.findall(r"[^\W\d_]+", text) if len(word) >= SHORTEST]


def hedge_hints(record: EventRecord, passage: str) -> Iterator[Problem]:
    """List the hedges of a passage that its record does not have."""
    if isinstance(record, Position) or record.hedge:
        return
    quoted = [quote.text for quote in record.quotes] if isinstance(record, Statement) else []
    for match in HEDGE.finditer(passage):
        if not any(match[0] in text for text in quoted):
            expected = f"the hedge of the passage, {shown(match[0])}"
            yield hint(f"{record.id}.hedge", expected, "none", "write it, unless it belongs to another clause")
            return


def clause_hints(records: Sequence[EventRecord], text: str) -> Iterator[Problem]:
    """List the sentences that say much and that a single record accounts for."""
    spans = sorted(
        ((span.start, span.end, r) for r in records if not isinstance(r, Position) for span in r.spans),
        key=lambda item: item[:2],
    )
    following = 0
    open_: list[tuple[int, int, EventRecord]] = []
    for start, end in sentences(text):
        while following < len(spans) and spans[following][0] < end:
            open_.append(spans[following])
            following += 1
        open_ = [item for item in open_ if item[1] > start]
        inside = {record.id: record for _, _, record in open_}
        if len(inside) != 1:
            continue
        (record,) = inside.values()
        if much := much_in(unquoted(record, text, start, end)):
            expected = f"several records for a sentence of {much}, at {start} to {end}"
            found = f"one: {shown(text[start:end])}"
            yield hint(f"{record.id}.spans", expected, found, "add a record for what else is said, if anything is")


def unquoted(record: EventRecord, text: str, start: int, end: int) -> str:
    """Return a sentence with the quotes of a record blanked: however long they are, they are one statement."""
    pieces: list[str] = []
    last = start
    for quote in sorted(record.quotes if isinstance(record, Statement) else (), key=lambda quote: quote.span.start):
        first, behind = max(quote.span.start, last), min(quote.span.end, end)
        if first < behind:
            pieces += [text[last:first], "x"]
            last = behind
    return "".join([*pieces, text[last:end]])


def much_in(sentence: str) -> str | None:
    """Return what an English sentence has that is likely to need more than one record, if it has any of it.

    >>> much_in("The warning came after talks in Veld.")
    'two events, one beside the other'
    """
    count = clauses(sentence)
    if count > MOST_CLAUSES:
        return f"{count} clauses"
    if BESIDE.search(sentence):
        return "two events, one beside the other"
    verbs = len(SAID.findall(sentence))
    return f"{count} clauses with {verbs} verbs of saying" if count > 1 and verbs > MOST_VERBS else None


def clauses(sentence: str) -> int:
    """Return how many clauses an English sentence has, counted by what joins them; a list may count as one more.

    >>> clauses("Norland rejected the plan, accused Sudland of delay, and warned of a tariff.")
    3
    """
    return 1 + len(JOIN.findall(sentence))


def overlap(left: Span, right: Span) -> bool:
    """Whether two passages share a character."""
    return left.start < right.end and right.start < left.end


def hint(path: str, expected: str, found: str, advice: str) -> Problem:
    """Return a likely departure from a rule."""
    return Problem(path=path, expected=expected, found=found, hint=advice, severity="hint")
