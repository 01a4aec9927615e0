"""`Dataset`: an immutable mapping from id to record, whose records fit together."""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, Literal, Self, TypeVar, cast, get_args, overload

import attrs

from diplo_events._internal.dataset.accessors import RecordAccess, check_type_of_records, no_record
from diplo_events._internal.dataset.asking import Certainty, Question, decider
from diplo_events._internal.dataset.changing import records_with
from diplo_events._internal.dataset.copies import find_first_copies, find_first_reports, find_first_versions
from diplo_events._internal.dataset.fitting import fit_together
from diplo_events._internal.dataset.header import HEADER, Header, header_values
from diplo_events._internal.dataset.merging import Difference, Merge, Merged, OnConflict
from diplo_events._internal.dataset.records import Records, are_known_to_fit, counted, note_fit
from diplo_events._internal.texts.display import quoted
from diplo_events.errors import DatasetError, Problem, check_choice, shown
from diplo_events.model import Document, EventRecord, Source
from diplo_events.model.notebook import Shown
from diplo_events.schema import RECORD_TYPES, Event, Record, Reference, references

__all__ = [
    "HEADER",
    "Dataset",
    "Difference",
    "Event",
    "Header",
    "Merged",
    "OnConflict",
    "Question",
    "RecordAccess",
    "Records",
    "header_values",
]

E = TypeVar("E", bound=EventRecord)
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
"""No ids to rename."""

R = TypeVar("R", bound=Record | EventRecord)
T = TypeVar("T")


def sorted_records(records: Iterable[Record]) -> Records[Record]:
    """Sort records by id.

    Raises:
        DatasetError: some of them are not records.
    """
    if are_known_to_fit(records, complete=False):  # those of another dataset, which are sorted
        return cast("Records[Record]", records)
    unsorted = tuple(records)
    known = tuple(RECORD_TYPES.values())
    if strangers := [
        Problem(path=f"records[{i}]", expected="a record", found=shown(record))
        for i, record in enumerate(unsorted)
        if not isinstance(record, known)
    ]:
        raise DatasetError(strangers)
    return Records(sorted(unsorted, key=attrgetter("id")))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Dataset(Header, RecordAccess, Shown):
    """An immutable mapping from id to record, with the records of each type and a lookup by name.

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

    records: Records[Record] = attrs.field(default=Records(), converter=sorted_records)
    """All records, sorted by id."""

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if are_known_to_fit(self.records, complete=self.complete):
            return
        if not fit_together(self.records, complete=self.complete):
            from diplo_events._internal.dataset.entries import Entry  # noqa: PLC0415  (only errors need it)
            from diplo_events._internal.dataset.integrity import integrity_problems  # noqa: PLC0415  (the same)

            entries = [Entry(path=record.id, type=type(record), content=record) for record in self.records]
            raise DatasetError(integrity_problems(entries, complete=self.complete))
        note_fit(self.records, complete=self.complete)

    def __getitem__(self, key: str, /) -> Record:
        try:
            return self._by_id[key]
        except KeyError:
            raise no_record(key, "a record", self._by_id) from None

    @overload
    def get(self, key: str, /) -> Record | None: ...
    @overload
    def get(self, key: str, default: Record, /) -> Record: ...
    @overload
    def get(self, key: str, default: T, /) -> Record | T: ...
    def get(self, key: str, default: Any = None, /) -> Any:
        """Return the record with an id, or the default if there is none.

        >>> Dataset().get("nobody") is None
        True
        """  # faster than the one of `Mapping`, which would look for a suggestion first
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
        name = f" {quoted(self.title)}" if self.title else ""
        partial = "" if self.complete else ", partial"
        return f"<Dataset{name}: {', '.join(parts) or 'no records'}{partial}>"

    @functools.cached_property
    def missing(self) -> tuple[tuple[Record, Reference], ...]:
        """The references that point outside a partial dataset, each with the record that holds it."""
        if self.complete:
            return ()
        return tuple(
            (record, reference)
            for record in self.records
            for reference in references(type(record), record)
            if reference.target not in self._by_id
        )

    @functools.cached_property
    def elsewhere(self) -> Mapping[str, frozenset[type[Record]]]:
        """The ids of the records to which a partial dataset refers without holding them, with their possible types."""
        types: dict[str, frozenset[type[Record]]] = {}
        for _, reference in self.missing:
            possible = frozenset(reference.types)
            types[reference.target] = types.get(reference.target, possible) & possible
        return types

    @functools.cached_property
    def drafts(self) -> Records[Record]:
        """The records with open fields, which are not coded yet, sorted by id."""
        return Records((record for record in self.records if record.open), dataset=self)

    @functools.cached_property
    def first_copies(self) -> Mapping[str, str]:
        """For each source whose text other sources have too, by their hash, the first of them.

        The first is the one that was published first, as far as that is known, or has the lowest id.
        """
        return find_first_copies(self.sources)

    @functools.cached_property
    def first_versions(self) -> Mapping[str, str]:
        """For each source that is one of several versions of a text or document, the first of them.

        Versions are copies of one text, by their hash, and copies, translations and excerpts of one `document` or of
        its parts. The first is found as in `first_copies`. All of them are one witness.
        """

        def whole_of(key: str) -> str:
            while isinstance(document := self.get(key), Document) and document.part_of:
                key = document.part_of
            return key

        return find_first_versions(self.sources, whole_of)

    @functools.cached_property
    def first_reports(self) -> Mapping[str, str]:
        """For each event record that another copy of its text has too, the record of the copy that comes first.

        Two records are one report if they say the same in every field but their ids, their sources and their
        references to other event records. The first copy that has the report is the first one of the text, or the
        one with the lowest id.
        """
        return find_first_reports(self.first_copies, self._by_source)

    def of_type(self, type_: type[R], /) -> Records[R]:
        """Return the records of one type, sorted by id; `dataset.statements` is `dataset.of_type(Statement)`.

        Args:
            type_: A record type such as `Statement`, or `EventRecord` for all types of event records.

        Raises:
            ArgumentTypeError: it is not a type of records.

        Examples:
            >>> import diplo_events
            >>> meetings = diplo_events.load_example().of_type(diplo_events.Meeting)
            >>> meetings[0].title
            'Eastern Economic Forum in Vladivostok'
        """
        records = self._by_type.get(type_)
        if records is None:
            check_type_of_records(type_)
            picked = (record for record in self.records if isinstance(record, type_))
            records = self._by_type[type_] = Records(cast("Iterator[Record]", picked), dataset=self)
        return cast("Records[R]", records)

    def _the_one(self, type_: type[R], name: str, /) -> R:
        """Return the one record of a type that a name refers to."""
        from diplo_events._internal.dataset.naming import one_record  # noqa: PLC0415  (loaded when a name is looked up)

        return one_record(self, self.elsewhere, type_, name)

    @overload
    def find(self, type_: type[E], /, *questions: Question, certainty: Certainty = "certainly") -> Records[E]: ...
    @overload
    def find(self, /, *questions: Question, certainty: Certainty = "certainly") -> Records[Event]: ...
    def find(self, /, *questions: Any, certainty: Certainty = "certainly") -> Records[Any]:
        """Return the event records that answer all questions with yes, sorted by id.

        Args:
            type_: A type of event records, if only records of this type are wanted. Type checkers then know their type.
            questions: The questions, predicates of `diplo_events.analysis.query`. To ask for either of two, write
                `a | b`, and for the opposite `~a`.
            certainty: `certainly` for the records that answer yes; `possibly` also for those that leave it open.

        Raises:
            QueryError: a name in a question refers to nothing in the dataset, or to several things.
            ArgumentError: an argument has the wrong type, or the certainty is neither of the two.

        Examples:
            >>> from diplo_events import SpeechAct, Statement, load_example
            >>> from diplo_events.analysis.query import Has, Involves
            >>> dataset = load_example()
            >>> dataset.find(Statement, Involves("Lavrov", roles=("speakers",)), Has(SpeechAct.REJECT))
            <1 statement: 'kurdistan24-road-to-nowhere/s07'>
        """
        type_, asked = (questions[0], questions[1:]) if questions else (EventRecord, ())
        if isinstance(type_, Question):
            type_, asked = EventRecord, questions
        test = decider(self, type_, asked, certainty)
        return Records(filter(test, self.of_type(type_)), dataset=self)

    def reported_in(self, source: str, /) -> Records[Event]:
        """Return the event records of one source, sorted by id.

        Args:
            source: The id of the source. A partial dataset may hold records of a source without the source itself.

        Raises:
            KeyError: no source has that id.

        Examples:
            >>> import diplo_events
            >>> dataset = diplo_events.load_example()
            >>> len(dataset.reported_in("kurdistan24-intervention"))
            81
        """
        if records := self._by_source.get(source):
            return records
        if isinstance(self.get(source), Source):
            return Records()
        raise no_record(source, "a source", [*self._by_source, *(record.id for record in self.sources)])

    def referring_to(self, key: str, /) -> Records[Record]:
        """Return the records that refer to a record, sorted by id; each once, however often it refers to it.

        Args:
            key: The id of the record. A partial dataset may refer to a record without holding it.

        Raises:
            KeyError: no record has that id.

        Examples:
            >>> import diplo_events
            >>> dataset = diplo_events.load_example()
            >>> [record.id for record in dataset.referring_to("place/moscow")]
            ['kurdistan24-road-to-nowhere/m06', 'kurdistan24-road-to-nowhere/m07', 'zerohedge-guarantees/m05']
        """
        if records := self._by_target.get(key):
            return records
        self[key]  # raises for an id that is not there
        return Records()

    @functools.cached_property
    def _by_id(self) -> dict[str, Record]:
        """The records by id."""
        return {record.id: record for record in self.records}

    @functools.cached_property
    def _by_type(self) -> dict[type, Records[Record]]:
        """The records by type, for the types that were asked for."""
        return {}

    @functools.cached_property
    def _by_source(self) -> dict[str, Records[Event]]:
        """The event records by the id of their source."""
        groups: dict[str, list[Event]] = defaultdict(list)
        for record in cast("tuple[Event, ...]", self.of_type(EventRecord)):
            groups[record.source].append(record)
        return {key: Records(records, dataset=self) for key, records in groups.items()}

    @functools.cached_property
    def _by_target(self) -> dict[str, Records[Record]]:
        """The records by the ids to which they refer."""
        groups: dict[str, dict[str, Record]] = defaultdict(dict)
        for record in self.records:
            for reference in references(type(record), record):
                groups[reference.target][record.id] = record
        return {key: Records(records.values(), dataset=self) for key, records in groups.items()}

    def with_records(self, *records: Record) -> Self:
        """Return a dataset with more records. A record whose id is already there replaces the old one.

        Only these records are checked, and those that refer to them.

        Raises:
            DatasetError: the records do not fit together.
        """
        return attrs.evolve(self, records=records_with(self.records, self._by_id, records, complete=self.complete))

    def without(self, *ids: str) -> Self:
        """Return a dataset without some records.

        Raises:
            KeyError: one of the ids is not there.
            DatasetError: other records refer to one of them.
        """
        gone = {self[key].id for key in ids}
        return attrs.evolve(self, records=[record for record in self.records if record.id not in gone])

    @overload
    def merge(
        self, *others: Self, on_conflict: Literal["error"] = "error", rename: Mapping[str, str] = NOTHING
    ) -> Self: ...
    @overload
    def merge(
        self, *others: Self, on_conflict: Literal["first", "list"], rename: Mapping[str, str] = NOTHING
    ) -> Merged[Self]: ...
    def merge(
        self, *others: Self, on_conflict: OnConflict = "error", rename: Mapping[str, str] = NOTHING
    ) -> Self | Merged[Self]:
        """Return a dataset with the records of this one and of others.

        By default the datasets must agree: a record that several of them hold must be equal in each, and so must each
        header field that several of them have. The result is complete if all of them are.

        Args:
            others: The other datasets.
            on_conflict: What becomes of records and header fields that differ. `error` refuses them. `first` keeps the
                whole record of the first dataset that has it. `list` leaves it out, so that the result has what is
                agreed; it is partial if it refers to what is left out. With `first` and `list`, the result is a
                `Merged` with the dataset and a list of all that differed.
            rename: New ids for old ones, in each of the datasets and wherever they are referred to; for two coders
                who gave one actor two ids.

        Raises:
            DatasetError: they disagree, or their records do not fit together; or an old id is nowhere, or a new one
                belongs to another record of the same dataset.
            ArgumentError: `on_conflict` is none of the three.

        Examples:
            >>> from diplo_events import Actor, ActorKind, Issue
            >>> troops = Issue(id="troops", label="Troops", proposition="There should be troops.")
            >>> ours = Dataset(records=[troops, Actor(id="macron", name="Macron", kind=ActorKind.PERSON)])
            >>> theirs = Dataset(records=[Actor(id="e-macron", name="E. Macron", kind=ActorKind.PERSON)])
            >>> merged = ours.merge(theirs, rename={"e-macron": "macron"}, on_conflict="first")
            >>> merged.dataset
            <Dataset: 1 actor, 1 issue>
            >>> print(*merged.differences)
            macron.name: 'Macron' in the first, 'E. Macron' in dataset 1 of the others
        """
        from diplo_events._internal.dataset.renaming import records_under  # noqa: PLC0415  (loaded when something is merged)

        check_choice("on_conflict", on_conflict, get_args(OnConflict))
        parts = (self, *others)
        known = [{*part, *part.elsewhere} for part in parts] if rename else []
        records, problems = records_under(rename, [part.records for part in parts], known)
        merge = Merge()
        found = [d for part, own in zip(parts, records, strict=True) for d in merge.add(header_values(part), own)]
        if problems or (found and on_conflict == "error"):
            raise DatasetError(problems or [difference.problem for difference in found])
        if on_conflict == "list":
            merge.leave_out(found)
        whole = attrs.evolve(self, records=merge.records.values(), **header_values(Header()) | merge.header)
        return whole if on_conflict == "error" else Merged(dataset=whole, differences=tuple(found))
