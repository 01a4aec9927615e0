"""Whether records fit together: ids, references, passages and circles, and every way in which they do not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple, cast

from diplo_events.errors import Problem, shown, suggestion
from diplo_events.model import EventRecord, Source, Statement
from diplo_events.model.ids import slug
from diplo_events.schema import Record, Reference, in_words, path_text, references

__all__ = ["ACYCLIC", "Entry", "integrity_problems"]

MOST_COMPARED: Final = 100_000
"""How many ids are compared with misspelt references, in all, before suggestions stop: some seconds of work."""

ACYCLIC: Final = ("within", "broader", "part_of", "restates", "supersedes")
"""The references along which no record may come back to itself."""


class Entry(NamedTuple):
    """A record in its place: in a dataset, or in a file, where it may still be plain data with mistakes."""

    path: str
    """Where it stands: its id, or `statements[3]` in a file."""
    type: type[Record]
    """What it is, or is to become."""
    content: object
    """The record, or the plain mapping of its fields."""

    @property
    def id(self) -> str | None:
        """The id, where there is one."""
        value = self.field("id")
        return value if isinstance(value, str) else None

    @property
    def meant_id(self) -> str | None:
        """The id that an invalid one in a file was meant to be, so that references to it are not refused too."""
        return slug(self.id) if self.id and isinstance(self.content, Mapping) else None

    def field(self, name: str) -> object:
        """Read a field of the record or of the plain mapping."""
        if isinstance(self.content, Mapping):
            return cast("Mapping[str, object]", self.content).get(name)
        return getattr(self.content, name, None)


def integrity_problems(entries: Sequence[Entry], *, complete: bool) -> list[Problem]:
    """List all the ways in which records do not fit together.

    Duplicate ids; references to nothing (unless the records are a part of a larger whole) or to a record of
    another type; a restatement of something of another type or in another source; passages beyond the end of
    their source; circles in `within`, `broader`, `part_of`, `restates` and `supersedes`.
    """
    known: dict[str, Entry] = {}
    problems: list[Problem] = []
    for entry in entries:
        if entry.id is None:
            continue
        if entry.id in known:
            found = f"{entry.id!r} again, first at {known[entry.id].path}"
            problems.append(Problem(path=f"{entry.path}.id", expected="an id of its own", found=found))
        else:
            known[entry.id] = entry
    near_ids = known | {meant: entry for entry in known.values() if (meant := entry.meant_id) and meant not in known}
    for entry in entries:
        for reference in references(entry.type, entry.content):
            suggest = len(problems) * len(known) < MOST_COMPARED
            problems.extend(reference_problems(entry, reference, near_ids, complete=complete, suggest=suggest))
        problems.extend(span_problems(entry, known))
    for name in ACYCLIC:
        problems.extend(circle_problems(name, known))
    return problems


def reference_problems(
    entry: Entry, reference: Reference, known: Mapping[str, Entry], *, complete: bool, suggest: bool
) -> Iterator[Problem]:
    """Check where one reference leads."""
    path = f"{entry.path}.{path_text(reference.path)}"
    expected = f"the id of {in_words(*reference.types)}"
    target = known.get(reference.target)
    if target is None:
        if complete:
            hint = (nearest(reference, known) if suggest else None) or "add the record, or say complete: false"
            yield Problem(path=path, expected=expected, found=shown(reference.target), hint=hint)
        return
    if target.type not in reference.types:
        found = f"{reference.target!r}, {in_words(target.type)}"
        meant = nearest(reference, known) if suggest else None
        yield Problem(path=path, expected=expected, found=found, hint=meant)
    elif reference.path == ("restates",) and (target.type, target.field("source")) != (
        entry.type,
        entry.field("source"),
    ):
        found = f"{reference.target!r}, {in_words(target.type)} of {target.field('source')}"
        yield Problem(path=path, expected=f"{in_words(entry.type)} of {entry.field('source')}", found=found)


def nearest(reference: Reference, known: Mapping[str, Entry]) -> str | None:
    """Suggest the id that may have been meant: one of a fitting type, near in spelling."""
    fitting = (key for key, entry in known.items() if entry.type in reference.types)
    return suggestion(reference.target, fitting)


def span_problems(entry: Entry, known: Mapping[str, Entry]) -> Iterator[Problem]:
    """Check that the passages of an event record lie in its source."""
    if not isinstance(entry.content, EventRecord):
        return
    source = known.get(entry.content.source)
    length = source.content.length if source and isinstance(source.content, Source) else None
    if length is None:
        return
    quotes = entry.content.quotes if isinstance(entry.content, Statement) else ()
    places = [
        *((f"spans[{i}]", span) for i, span in enumerate(entry.content.spans)),
        *((f"quotes[{i}].span", quote.span) for i, quote in enumerate(quotes)),
    ]
    for name, span in places:
        if span.end > length:
            expected = f"an end of at most {length}, the length of {entry.content.source}"
            yield Problem(path=f"{entry.path}.{name}.end", expected=expected, found=str(span.end))


def circle_problems(name: str, known: Mapping[str, Entry]) -> Iterator[Problem]:
    """List the circles along a field that points to at most one record, each once."""
    following = {key: entry.field(name) for key, entry in known.items()}
    settled: set[str] = set()
    for start in known:
        walk: dict[str, None] = {}
        here: object = start
        while isinstance(here, str) and here in following and here not in settled:
            if here in walk:
                ring = [*list(walk)[list(walk).index(here) :], here]
                found = shown(" -> ".join(ring))
                yield Problem(path=f"{known[here].path}.{name}", expected="no way back to itself", found=found)
                break
            walk[here] = None
            here = following[here]
        settled.update(walk)
