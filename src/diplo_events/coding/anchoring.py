"""Records compared with their texts: are quotes and spans right, and is anything left out?"""

import functools
import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple

import attrs

from diplo_events._internal.texts.quotation_marks import within_marks
from diplo_events.coding._locating import alike_form, locate, missing_half, near_miss, stands_in, starts, whereabouts
from diplo_events.coding._sentences import cuts_word, sentences
from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentError, NotReadableError, Problem, shown
from diplo_events.formats.files import folder_files
from diplo_events.formats.located import read_text
from diplo_events.lookup import find_id
from diplo_events.model import Actor, EventRecord, Place, Source, Span, Statement
from diplo_events.schema import path_text, references
from diplo_events.vocab import ActorKind, QuotationMode

__all__ = [
    "Coverage",
    "Text",
    "anchor_problems",
    "coverage",
    "coverage_by_source",
    "cuts_word",
    "locate",
    "missing_half",
    "near_miss",
    "read_texts",
    "sentences",
    "starts",
    "whereabouts",
    "words",
]

CONTEXT: Final = 12
"""How many characters beside a passage a message shows."""


TEXT_SUFFIXES: Final = (".txt",)
"""The suffixes of texts, in lower case."""


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
    gaps: tuple[tuple[int, int], ...] = ()
    """Start and end of each passage inside those sentences that is in neither: what has to be coded or listed."""


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
        NotReadableError: some are not UTF-8, or links out of the folder, pipes or devices; each is listed.
        OSError: the folder or a file cannot be read.
    """
    texts: dict[str, Text] = {}
    problems: list[Problem] = []
    for path in folder_files(folder, TEXT_SUFFIXES):
        try:
            text = Text(str(path), read_text(path))
        except NotReadableError as error:
            problems.extend(error.problems)
        else:
            texts[text.sha256] = text
    if problems:
        raise NotReadableError(problems)
    return texts


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
        gaps=tuple(gap for piece in uncovered for gap in gaps_in(text, either, piece)),
    )


def gaps_in(text: str, mask: bytearray, piece: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """List the stretches of a sentence between letters and digits that are marked; the sentence if none is."""
    if not any(mask[place] for place in range(*piece) if text[place].isalnum()):
        yield piece
        return
    first = last = -1
    for place in range(*piece):
        if not text[place].isalnum():
            continue
        if not mask[place]:
            first, last = (place if first < 0 else first), place + 1
        elif first >= 0:
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


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
    an actor or a place occurs, as whole words, in the texts that are said to use it. A record names a person only if
    its source is among those that use one of the spellings; where none is listed by source, if the text has one.

    No program can check that a record reports its passage correctly, that a sentence covered by one record needs no
    second one, or that a span moved by whole words is the right one.

    Args:
        dataset: The records.
        texts: The texts, by their SHA-256.
        covered: `coverage_by_source(dataset, texts)`, if it is known already.
    """
    known = coverage_by_source(dataset, texts) if covered is None else covered
    gaps = {each.source: each.gaps for each in known}
    spellings = spellings_by_source(dataset)
    for source in dataset.of_type(Source):
        if source.sha256 is None:
            if source.uncoded or any(record.spans for record in dataset.reported_in(source.id)):
                expected = "the hash of the text that the spans count in"
                yield Problem(path=f"{source.id}.sha256", expected=expected, found="none")
            continue
        text = texts.get(source.sha256)
        if text is None:
            hint = near_text(dataset, source, texts) or "put the very text beside the others, or correct the hash"
            expected = "the hash of a text at hand"
            yield Problem(path=f"{source.id}.sha256", expected=expected, found=shown(source.sha256), hint=hint)
            continue
        if source.length != len(text.content):
            found = shown(source.length)
            yield Problem(path=f"{source.id}.length", expected=str(len(text.content)), found=found)
        for record in dataset.reported_in(source.id):
            yield from record_problems(record, text.content)
        for index, passage in enumerate(source.uncoded):
            yield from span_problems(f"{source.id}.uncoded[{index}].span", passage.span, text.content)
        yield from spelling_problems(dataset, source, text.content, spellings.get(source.id, ()))
        for start, end in gaps[source.id]:
            hint = "code it, or list it under uncoded with its reason"
            words = shown(text.content[start:end])
            expected = f"a record or an uncoded entry for {start} to {end}"
            yield Problem(path=source.id, expected=expected, found=f"none: {words}", hint=hint)


def words(statement: Statement, text: str) -> tuple[str, ...]:
    """Return the speakers' own words in a text: the passages of a `verbatim` statement, the quotes of any other.

    Args:
        statement: The statement.
        text: The text of its source.

    Raises:
        ArgumentError: a passage does not lie in the text.

    Examples:
        >>> from diplo_events import QuotationMode, SpeechAct
        >>> telegram = Statement(id="s1", source="t1", speakers=("norland",), acts=(SpeechAct.PROMISE,),
        ...                      mode=QuotationMode.VERBATIM, spans=(Span(start=0, end=12),), summary="It will come.")
        >>> words(telegram, "We will come on Monday.")
        ('We will come',)
    """
    if statement.mode is not QuotationMode.VERBATIM:
        return tuple(quote.text for quote in statement.quotes)
    if beyond := next((span for span in statement.spans if span.end > len(text)), None):
        raise ArgumentError(f"expected a text of at least {beyond.end} characters, found one of {len(text)}")
    return tuple(text[span.start : span.end] for span in statement.spans)


def record_problems(record: EventRecord, text: str) -> Iterator[Problem]:
    """Compare the spans, the time words and the quotes of one record with its text."""
    if not record.spans:
        yield Problem(path=f"{record.id}.spans", expected="at least one passage", found="none")
    for index, span in enumerate(record.spans):
        yield from span_problems(f"{record.id}.spans[{index}]", span, text)
    for field in ("when_as_reported", "about_when_as_reported"):
        reported = getattr(record, field, None)
        if reported and reported not in text:
            hint = whereabouts(text, reported)
            yield Problem(path=f"{record.id}.{field}", expected="words of the text", found=shown(reported), hint=hint)
    for index, quote in enumerate(record.quotes if isinstance(record, Statement) else ()):
        path, span = f"{record.id}.quotes[{index}]", quote.span
        there = text[span.start : span.end]
        if there != quote.text:
            expected = f"the words of the text at {span.start} to {span.end}, {shown(there)}"
            hint = whereabouts(text, within_marks(quote.text) or quote.text)
            yield Problem(path=path, expected=expected, found=shown(quote.text), hint=hint)
        if within_marks(quote.text):
            hint = "leave the marks out of the text and of the span"
            expected = "the words of a quotation without its marks"
            yield Problem(path=f"{path}.text", expected=expected, found=shown(quote.text), hint=hint)
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
    elif cuts_word(text, start) or cuts_word(text, end):
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
        if not stands_in(text, spelling.text):
            path, hint = f"{spelling.record}.names[{spelling.place}]", whereabouts(text, spelling.text)
            expected = f"a spelling of {source.id}, as whole words"
            yield Problem(path=path, expected=expected, found=shown(spelling.text), hint=hint)
    listed = {spelling.record for spelling in used}
    named: dict[str, bool] = {}
    for record in dataset.reported_in(source.id):
        for reference in references(type(record), record):
            actor = dataset.get(reference.target)
            if not isinstance(actor, Actor) or actor.id in listed or actor.kind is not ActorKind.PERSON:
                continue
            if actor.id not in named:
                named[actor.id] = not is_traced(actor) and any(
                    stands_in(text, spelling) for spelling in (actor.name, *(name.text for name in actor.names))
                )
            if not named[actor.id]:
                path, hint = f"{record.id}.{path_text(reference.path)}", "list its spelling here among its names"
                expected = f"somebody whom {source.id} names"
                yield Problem(path=path, expected=expected, found=shown(actor.id), hint=hint)


def is_traced(actor: Actor) -> bool:
    """Whether the spellings of an actor are listed with the sources that use them."""
    return any(name.sources for name in actor.names)


def near_text(dataset: Dataset, source: Source, texts: Mapping[str, Text]) -> str | None:
    """Return which text at hand is like the one that a source names by its hash, and what differs."""
    for text in texts.values():
        for difference, other in variants(text.content):
            if hashlib.sha256(other.encode()).hexdigest() == source.sha256:
                return f"{text.name} is this text, but {difference}"
    quotes = [
        alike_form(quote.text)[0]
        for record in dataset.reported_in(source.id)
        if isinstance(record, Statement)
        for quote in record.quotes
    ]
    known = {other.sha256 for other in dataset.of_type(Source)}
    counted = [
        (sum(quote in form for quote in quotes), text)
        for text in texts.values()
        if text.sha256 not in known
        for form in [alike_form(text.content)[0]]
    ]
    count, text = max(counted, key=lambda pair: pair[0], default=(0, Text("", "")))
    if count * 2 <= len(quotes):
        return None
    exact = sum(
        quote.text in text.content
        for record in dataset.reported_in(source.id)
        if isinstance(record, Statement)
        for quote in record.quotes
    )
    longer = len(text.content) - (source.length or len(text.content))
    size = f"; it is {abs(longer)} code points {'longer' if longer > 0 else 'shorter'}" if longer else ""
    marks = f", {count - exact} of them with other marks, spaces or case" if count > exact else ""
    return f"{text.name} is near: it has {count} of the {len(quotes)} quotes{marks}{size}"


def variants(text: str) -> Iterator[tuple[str, str]]:
    """List the forms in which a text could have been saved before, each with what the text at hand has instead."""
    ends = {"its line ends are CR LF": text.replace("\r\n", "\n"), "its line ends are LF": text.replace("\n", "\r\n")}
    for lines, other in {"": text, **ends}.items():
        bom = {"": other, "it begins with a BOM": other.removeprefix("\ufeff"), "it has no BOM": f"\ufeff{other}"}
        for mark, marked in bom.items():
            last = {
                "": marked,
                "its last line ends": marked.rstrip("\r\n"),
                "its last line does not end": f"{marked}\n",
            }
            for tail, whole in last.items():
                for form, composed in (("", whole), *((f"it is not in {f}", normalized(f, whole)) for f in FORMS)):
                    if composed != text and (difference := [part for part in (lines, mark, tail, form) if part]):
                        yield " and ".join(difference), composed


FORMS: Final[tuple[Literal["NFC", "NFD"], ...]] = ("NFC", "NFD")


@functools.lru_cache(maxsize=64)
def normalized(form: Literal["NFC", "NFD"], text: str) -> str:
    """Return a text in a Unicode form."""
    return unicodedata.normalize(form, text)
