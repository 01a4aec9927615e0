"""`Dataset`: an immutable mapping from id to record, whose records fit together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, Self, TypeVar, cast, overload

import attrs

from diplo_events._merging import Merge
from diplo_events.errors import DatasetError, Problem, shown, suggestion
from diplo_events.model import (
    EventRecord,
    FrozenMap,
    Source,
    Statement,
)
from diplo_events.model._rules import check_of
from diplo_events.model.frozen_map import freeze_map
from diplo_events.model.ids import slug
from diplo_events.schema import (
    FORMAT_VERSION,
    RECORD_TYPES,
    Record,
    Reference,
    in_words,
    path_text,
    references,
)

__all__ = ["Dataset", "Entry", "integrity_problems", "own_words"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")

MOST_COMPARED: Final = 100_000
"""How many ids are compared with misspelt references, in all, before suggestions stop: some seconds of work."""

ACYCLIC: Final = ("within", "broader", "part_of", "restates", "supersedes")
"""The references along which no record may come back to itself."""


def sorted_records(records: Iterable[Record]) -> tuple[Record, ...]:
    """Sort records by id.

    Raises:
        DatasetError: something among them is no record.
    """
    given = tuple(records)
    known = tuple(RECORD_TYPES.values())
    if strangers := [
        Problem(path=f"records[{i}]", expected="a record", found=shown(record))
        for i, record in enumerate(given)
        if not isinstance(record, known)
    ]:
        raise DatasetError(strangers)
    return tuple(sorted(given, key=lambda record: record.id))


def index_of(dataset: "Dataset") -> dict[str, Record]:
    """Give the records of a dataset by id."""
    return {record.id: record for record in dataset.records}


@attrs.frozen(kw_only=True, repr=False)
class Dataset(Mapping[str, Record]):
    """An immutable mapping from id to record.

    A complete dataset refers only inside itself. A partial one (`complete=False`) may refer to records that are
    kept elsewhere: `missing` lists them. The records are sorted by id, whatever the order in which they are given.

    Raises:
        DatasetError: the records do not fit together; all problems are listed.

    Examples:
        >>> from diplo_events import Issue
        >>> troops = Issue(id="troops", label="Troops", proposition="There should be troops.")
        >>> dataset = Dataset(records=[troops], title="A small one")
        >>> dataset
        <Dataset 'A small one': 1 issue>
        >>> dataset["troops"].label
        'Troops'
        >>> dataset.without("troops")
        <Dataset 'A small one': no records>
    """

    records: tuple[Record, ...] = attrs.field(default=(), converter=sorted_records)
    """All records, sorted by id."""
    title: str | None = None
    """Its name."""
    description: str | None = None
    """What it holds."""
    version: str | None = None
    """The version of the data."""
    license: str | None = None
    """The licence of the data, as an SPDX expression."""
    citation: str | None = None
    """How to cite it."""
    complete: bool = True
    """Whether it refers only inside itself."""
    format_version: str = FORMAT_VERSION
    """The version of the file format that it came in; newer than the library's where it came from a newer one."""
    extra: FrozenMap[Any] = attrs.field(factory=FrozenMap, converter=freeze_map)
    """The user's own fields, any JSON; kept through every round trip."""
    _by_id: dict[str, Record] = attrs.field(init=False, eq=False, default=attrs.Factory(index_of, takes_self=True))

    def __attrs_post_init__(self) -> None:
        check_header(self)
        entries = [Entry(path=record.id, type=type(record), content=record) for record in self.records]
        if problems := integrity_problems(entries, complete=self.complete):
            raise DatasetError(problems)

    def __getitem__(self, key: str, /) -> Record:
        try:
            return self._by_id[key]
        except KeyError:
            hint = suggestion(key, self._by_id)
            raise KeyError(f"{key!r} is not the id of a record{f'; {hint}' if hint else ''}") from None

    @overload
    def get(self, key: str, /) -> Record | None: ...
    @overload
    def get(self, key: str, default: Record, /) -> Record: ...
    @overload
    def get(self, key: str, default: T, /) -> Record | T: ...
    def get(self, key: str, default: Any = None, /) -> Any:
        """Give a record, or the default; `Mapping` would look for a suggestion first, which takes long.

        >>> Dataset().get("nobody") is None
        True
        """
        return self._by_id.get(key, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self.records)

    def __contains__(self, key: object) -> bool:
        return key in self._by_id

    def __repr__(self) -> str:
        counts = Counter(type(record) for record in self.records)
        parts = [counted(counts[cls], name) for name, cls in RECORD_TYPES.items() if counts[cls]]
        name = f" {self.title!r}" if self.title else ""
        partial = "" if self.complete else ", partial"
        return f"<Dataset{name}: {', '.join(parts) or 'no records'}{partial}>"

    @property
    def missing(self) -> tuple[tuple[Record, Reference], ...]:
        """The references that point outside a partial dataset, each with the record that holds it."""
        return tuple(
            (record, reference)
            for record in self.records
            for reference in references(type(record), record)
            if reference.target not in self._by_id
        )

    def of_type(self, cls: type[R]) -> tuple[R, ...]:
        """List the records of one type, sorted by id.

        >>> Dataset().of_type(Statement)
        ()
        """
        return tuple(record for record in self.records if isinstance(record, cls))

    def with_records(self, *records: Record) -> Self:
        """Give a dataset with more records; one with an id that is there already takes its place.

        Raises:
            DatasetError: the records do not fit together.
        """
        added = Counter(record.id for record in records)
        kept = (record for record in self.records if record.id not in added)
        return attrs.evolve(self, records=[*kept, *records])

    def without(self, *ids: str) -> Self:
        """Give a dataset without some records.

        Raises:
            KeyError: one of the ids is not there.
            DatasetError: other records refer to one of them.
        """
        gone = {self[key].id for key in ids}
        return attrs.evolve(self, records=[record for record in self.records if record.id not in gone])

    def merge(self, *others: Self) -> Self:
        """Give a dataset with the records of all.

        They must agree: a record that several hold is the same in each, and so is each piece of the header that
        several give. The result is complete when all are.

        Raises:
            DatasetError: they disagree, or their records do not fit together.
        """
        gathered = Merge()
        problems = [problem for part in (self, *others) for problem in gathered.add(own_words(part), part.records)]
        if problems:
            raise DatasetError(problems)
        return attrs.evolve(self, records=gathered.records.values(), **gathered.header)


HEADER: Final = ("title", "description", "version", "license", "citation", "extra")

FORMAT_VERSIONS: Final = re.compile(rf"{FORMAT_VERSION.partition('.')[0]}\.(?:0|[1-9][0-9]{{0,3}})")
"""The versions that this library can write: its own major version, each spelt in one way."""


def check_header(dataset: Dataset) -> None:
    """Check what a dataset says of itself.

    Raises:
        DatasetError: some of it cannot be so.
    """
    problems: list[Problem] = []
    for name in HEADER[:-1]:
        problems.extend(check_of(str | None)(getattr(dataset, name), name))
    problems.extend(check_of(FrozenMap[Any])(dataset.extra, "extra"))
    problems.extend(check_of(bool)(dataset.complete, "complete"))
    version: object = dataset.format_version
    if type(version) is not str or not FORMAT_VERSIONS.fullmatch(version):
        expected = f"a format version in quotes, such as {FORMAT_VERSION!r}"
        problems.append(Problem(path="format_version", expected=expected, found=shown(version)))
    if problems:
        raise DatasetError(problems)


def counted(number: int, name: str) -> str:
    """Count things in words.

    >>> counted(1, "territorial_claim"), counted(2, "source")
    ('1 territorial claim', '2 sources')
    """
    return f"{number} {name.replace('_', ' ')}{'' if number == 1 else 's'}"


def own_words(dataset: Dataset) -> dict[str, Any]:
    """Give all that a dataset says of itself."""
    return {name: getattr(dataset, name) for name in (*HEADER, "complete", "format_version")}


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
        """The id that was meant where one in a file cannot be one, so that references to it are no mistake too."""
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
