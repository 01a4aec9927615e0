"""Records compared with their texts: are quotes and spans right, and is anything left out?"""

import bisect
import hashlib
import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import attrs

from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError, Problem, shown
from diplo_events.formats.located import decode
from diplo_events.lookup import find_id
from diplo_events.model import Actor, EventRecord, Place, Source, Span, Statement
from diplo_events.schema import path_text, references
from diplo_events.vocab import ActorKind

__all__ = ["Coverage", "Text", "anchor_problems", "coverage", "coverage_by_source", "locate", "read_texts", "sentences"]

ELLIPSIS: Final = " … "
"""In words to be located: matches everything between the first and the last of them."""

SENTENCE_END: Final = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s)|\n+")

CONTEXT: Final = 12
"""How many characters beside a passage a message shows."""

LIKENESSES: Final = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"'} | dict.fromkeys("‐‑‒–—−", "-")
)
"""Characters that people type for others; used only to show what the text has instead."""


@attrs.frozen
class Text:
    """A text in which spans count."""

    name: str
    """The name of its file."""
    content: str
    """The text, every line end as it is in the file."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes in UTF-8."""
        return hashlib.sha256(self.content.encode()).hexdigest()


@attrs.frozen(kw_only=True)
class Coverage:
    """How much of a source's text its records account for."""

    source: str
    """The id of the source."""
    sentences: int
    """How many sentences the text has."""
    recorded: int
    """How many of them lie wholly in the spans of records."""
    uncoded: int
    """How many of the rest lie wholly in records and passages that are listed as uncoded."""
    uncovered: tuple[tuple[int, int], ...]
    """Start and end of each sentence of which some letter or digit is in neither."""


class Spelling(NamedTuple):
    """A spelling of an actor or a place."""

    record: str
    """The id of the actor or place."""
    place: int
    """Its index among their names."""
    text: str
    """The spelling."""


def read_texts(folder: str | Path) -> dict[str, Text]:
    """Read the texts (`*.txt`) of a folder, by their SHA-256.

    Raises:
        NotReadableError: some are not UTF-8; each is listed.
        OSError: the folder or a file cannot be read.
    """
    texts: dict[str, Text] = {}
    problems: list[Problem] = []
    for path in sorted(Path(folder).iterdir()):
        if path.suffix == ".txt":
            data = path.read_bytes()
            try:
                decode(data, file=str(path))
            except NotReadableError as error:
                problems.extend(error.problems)
            else:
                text = Text(str(path), data.decode())
                texts[text.sha256] = text
    if problems:
        raise NotReadableError(problems)
    return texts


def locate(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Find where words stand in a text, in code points: start and end of each place, also where places overlap.

    ` … ` between the first and the last words finds the whole passage, up to the nearest such end.

    >>> locate("He said no. She said no.", "said no")
    ((3, 10), (16, 23))
    >>> locate("He said no. She said no.", "He … no.")
    ((0, 11),)
    """
    if ELLIPSIS in words and words not in text:
        first, last = words.split(ELLIPSIS, 1)
        ends = [(start, text.find(last, start + len(first))) for start in starts(text, first)] if last else []
        return tuple((start, end + len(last)) for start, end in ends if end >= 0)
    return tuple((start, start + len(words)) for start in starts(text, words))


def starts(text: str, words: str) -> Iterator[int]:
    """Find where words begin in a text."""
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def near_miss(text: str, words: str) -> str | None:
    """Find words that differ from those asked for only in quotation marks, dashes, spaces, case or Unicode form.

    >>> near_miss("a security\u2011undermining plan", "security-undermining")
    'security‑undermining'
    """
    pattern = r"\s+".join(re.escape(part) for part in "".join(map(alike, words)).split())
    pieces = list(map(alike, text))
    match = re.search(pattern, "".join(pieces)) if pattern else None
    if match is None:
        return None
    ends = list(itertools.accumulate(map(len, pieces)))
    return text[bisect.bisect_right(ends, match.start()) : bisect.bisect_left(ends, match.end()) + 1]


def alike(character: str) -> str:
    """Return one form for a character and for those that people confuse with it."""
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold()).translate(LIKENESSES)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    r"""Split a text into sentences: start and end of each, without the white space around.

    A sentence ends at a line's end or at a full stop, question or exclamation mark before white space; an
    abbreviation can therefore end one too early, which makes the pieces smaller and loses nothing.

    >>> list(sentences("One. Two?\nThree"))
    [(0, 4), (5, 9), (10, 15)]
    """
    start = 0
    for end in [*(match.end() for match in SENTENCE_END.finditer(text)), len(text)]:
        piece = text[start:end]
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            yield first, first + len(piece.strip())
        start = end


def coverage(dataset: Dataset, source: Source | str, text: str) -> Coverage:
    """Count which sentences of a source's text the records and the uncoded passages account for.

    Args:
        dataset: The records.
        source: The source, its id or any spelling of its title.
        text: The text in which its spans count.

    Raises:
        QueryError: no source has this name, or several have it.
    """
    key = source.id if isinstance(source, Source) else find_id(dataset, source, Source)
    known = source if isinstance(source, Source) else dataset.get(key)
    recorded = bytearray(len(text))
    for record in dataset.reported_in(key):
        for span in record.spans:
            recorded[span.start : span.end] = b"\1" * (min(span.end, len(text)) - span.start)
    either = bytearray(recorded)
    for passage in known.uncoded if isinstance(known, Source) else ():
        either[passage.span.start : passage.span.end] = b"\1" * (min(passage.span.end, len(text)) - passage.span.start)
    pieces = [piece for piece in sentences(text) if any(c.isalnum() for c in text[slice(*piece)])]
    in_records = [piece for piece in pieces if is_covered(text, recorded, piece)]
    uncovered = tuple(piece for piece in pieces if not is_covered(text, either, piece))
    return Coverage(
        source=key,
        sentences=len(pieces),
        recorded=len(in_records),
        uncoded=len(pieces) - len(in_records) - len(uncovered),
        uncovered=uncovered,
    )


def coverage_by_source(dataset: Dataset, texts: Mapping[str, Text]) -> tuple[Coverage, ...]:
    """Return the coverage of each source whose text is among the texts, by the id of the source."""
    sources = dataset.of_type(Source)
    return tuple(
        coverage(dataset, source, text.content) for source in sources if (text := texts.get(source.sha256 or ""))
    )


def is_covered(text: str, mask: bytearray, piece: tuple[int, int]) -> bool:
    """Whether every letter and digit of a passage is marked."""
    return all(mask[i] or not text[i].isalnum() for i in range(*piece))


def anchor_problems(
    dataset: Dataset, texts: Mapping[str, Text], *, covered: Iterable[Coverage] | None = None
) -> Iterator[Problem]:
    """Compare every span, quote, time word and spelling of a dataset with the texts.

    For each source with a hash, this is checked: its text is there, byte for byte, and has the recorded length; every
    record has a span; every span lies in the text, cuts no word and begins and ends without white space; every quote
    is at its span, code point for code point, inside a span of its record; the time words of every record occur in
    the text; every letter and digit of the text is in a record or in a passage listed as uncoded; every spelling of
    an actor or a place occurs in the texts that are said to use it. A record may name a person whose spellings are
    listed by source only if its source is among these.

    No program can check that a record reports its passage correctly, that a sentence covered by one record needs no
    second one, or that a span moved by whole words is the right one.

    Args:
        dataset: The records.
        texts: The texts, by their SHA-256.
        covered: `coverage_by_source(dataset, texts)`, if it is known already.
    """
    known = coverage_by_source(dataset, texts) if covered is None else covered
    uncovered = {each.source: each.uncovered for each in known}
    spellings = spellings_by_source(dataset)
    for source in dataset.of_type(Source):
        if source.sha256 is None:
            if source.uncoded or any(record.spans for record in dataset.reported_in(source.id)):
                expected = "the hash of the text that the spans count in"
                yield Problem(path=f"{source.id}.sha256", expected=expected, found="none")
            continue
        text = texts.get(source.sha256)
        if text is None:
            hint = "put the very text beside the others, or correct the hash"
            yield Problem(
                path=f"{source.id}.sha256",
                expected="the hash of a text at hand",
                found=shown(source.sha256),
                hint=hint,
            )
            continue
        if source.length != len(text.content):
            found = shown(source.length)
            yield Problem(path=f"{source.id}.length", expected=str(len(text.content)), found=found)
        for record in dataset.reported_in(source.id):
            yield from record_problems(record, text.content)
        for index, passage in enumerate(source.uncoded):
            yield from span_problems(f"{source.id}.uncoded[{index}].span", passage.span, text.content)
        yield from spelling_problems(dataset, source, text.content, spellings.get(source.id, ()))
        for start, end in uncovered[source.id]:
            hint = "code it, or list it under uncoded with its reason"
            words = shown(text.content[start:end])
            expected = f"a record or an uncoded entry for {start} to {end}"
            yield Problem(path=source.id, expected=expected, found=f"none: {words}", hint=hint)


def record_problems(record: EventRecord, text: str) -> Iterator[Problem]:
    """Compare the spans, the time words and the quotes of one record with its text."""
    if not record.spans:
        yield Problem(path=f"{record.id}.spans", expected="at least one passage", found="none")
    for index, span in enumerate(record.spans):
        yield from span_problems(f"{record.id}.spans[{index}]", span, text)
    if record.when_as_reported and record.when_as_reported not in text:
        path, words = f"{record.id}.when_as_reported", record.when_as_reported
        yield Problem(path=path, expected="words of the text", found=shown(words), hint=whereabouts(text, words))
    for index, quote in enumerate(record.quotes if isinstance(record, Statement) else ()):
        path, span = f"{record.id}.quotes[{index}]", quote.span
        there = text[span.start : span.end]
        if there != quote.text:
            expected = f"the words of the text at {span.start} to {span.end}, {shown(there)}"
            yield Problem(path=path, expected=expected, found=shown(quote.text), hint=whereabouts(text, quote.text))
        yield from span_problems(f"{path}.span", span, text)
        if not any(outer.start <= span.start and span.end <= outer.end for outer in record.spans):
            found = f"{span.start} to {span.end}"
            yield Problem(path=f"{path}.span", expected="a place inside a span of its record", found=found)


def span_problems(path: str, span: Span, text: str) -> Iterator[Problem]:
    """Check that a passage lies in a text, cuts no word and has no white space around."""
    start, end = span.start, span.end
    if end > len(text):
        yield Problem(path=path, expected=f"an end of at most {len(text)}", found=str(end))
        return
    if text[start].isspace() or text[end - 1].isspace():
        yield Problem(path=path, expected="a passage without white space around it", found=shown(text[start:end]))
    elif text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
        around = text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
        yield Problem(path=path, expected="whole words", found=shown("|".join(around)))


def spellings_by_source(dataset: Dataset) -> dict[str, list[Spelling]]:
    """Group the spellings of actors and places by the sources that are said to use them."""
    groups: dict[str, list[Spelling]] = defaultdict(list)
    named: tuple[Actor | Place, ...] = (*dataset.of_type(Actor), *dataset.of_type(Place))
    for record in named:
        for index, name in enumerate(record.names):
            for source in name.sources:
                groups[source].append(Spelling(record.id, index, name.text))
    return groups


def spelling_problems(dataset: Dataset, source: Source, text: str, used: Sequence[Spelling]) -> Iterator[Problem]:
    """Compare the spellings that a source is said to use, and the persons whom its records name, with its text."""
    for spelling in used:
        if spelling.text not in text:
            path, hint = f"{spelling.record}.names[{spelling.place}]", whereabouts(text, spelling.text)
            expected = f"a spelling of {source.id}"
            yield Problem(path=path, expected=expected, found=shown(spelling.text), hint=hint)
    listed = {spelling.record for spelling in used}
    for record in dataset.reported_in(source.id):
        for reference in references(type(record), record):
            actor = dataset.get(reference.target)
            if isinstance(actor, Actor) and actor.id not in listed and is_traced(actor):
                path, hint = f"{record.id}.{path_text(reference.path)}", "list its spelling here among its names"
                expected = f"somebody whom {source.id} names"
                yield Problem(path=path, expected=expected, found=shown(actor.id), hint=hint)


def is_traced(actor: Actor) -> bool:
    """Whether an actor is a person whose spellings are listed with the sources that use them."""
    return actor.kind is ActorKind.PERSON and any(name.sources for name in actor.names)


def whereabouts(text: str, words: str) -> str:
    """Return where else words occur, or what similar words the text has."""
    if places := locate(text, words):
        return f"they stand at {', '.join(f'{start} to {end}' for start, end in places[:3])}"
    near = near_miss(text, words)
    return f"the text has {near!r}" if near else "they stand nowhere in the text"
