"""Votes of the United Nations as the UN Digital Library publishes them: one row for each member and resolution.

The rows of one resolution become one vote with a ballot for each member. `X` means that a member did not vote, absent
or present: it has no ballot, and the members stand in `extra`.

Source: UN Digital Library, voting data of the General Assembly and the Security Council, layouts of 2024 and 2026.
"""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import attrs

from diplo_events.dataset import Dataset
from diplo_events.errors import InvalidRecordError, Location
from diplo_events.importers._cells import NOT_A_FIELD, Cells, cells_of, number_of
from diplo_events.importers._counting import Counting
from diplo_events.importers._csv_table import csv_rows
from diplo_events.importers._days import SLASHES_DATE, day_of
from diplo_events.importers._event_parties import EventParties
from diplo_events.importers._ids import AnyId, id_of
from diplo_events.importers._report import Imported
from diplo_events.model import OPEN, Actor, Ballot, Document, Source, Tally, Vote
from diplo_events.model.ids import DocumentId, RecordId, SourceId
from diplo_events.schema import Record
from diplo_events.vocab import ActorKind, BallotChoice, DocumentKind, SourceKind, VoteResult

__all__ = ["COLUMNS", "read"]

COLUMNS: Final = ("undl_id", "ms_code", "ms_name", "ms_vote", "date", "resolution")
"""The columns that a file must have; all others are carried if they are there."""

ALSO: Final = ("draft", "undl_link", "permanent_member", "title", "agenda_title", "meeting", "subjects")
"""The columns that are read where they are there, beside those of the count."""

EMPTY: Final = frozenset({""})
OF_MEMBER: Final = ("ms_code", "ms_name", "ms_vote", "permanent_member")
"""The columns that differ between the rows of a vote."""

CHOICES: Final = MappingProxyType({"Y": BallotChoice.YES, "N": BallotChoice.NO, "A": BallotChoice.ABSTAIN})
NO_VOTE: Final = "X"

TALLY: Final = MappingProxyType({"yes": "total_yes", "no": "total_no", "abstain": "total_abstentions"})
"""The columns of the count; who did not vote may be absent or present."""

BODIES: Final = MappingProxyType(
    {"A/": ("undl/general-assembly", "General Assembly"), "S/": ("undl/security-council", "Security Council")}
)
"""The bodies by how the symbols of their documents begin."""

NO_ID: Final = "the row has no undl_id"
NO_MEMBER: Final = "the row has neither ms_code nor ms_name"
UNKNOWN_VOTE: Final = "ms_vote is not Y, N, A or X"
BALLOT: Final = "a ballot of a vote whose first row stands before"
TWICE: Final = "the member has a ballot in this vote already"
DIFFERS: Final = "a cell of the vote differs from that of its first row"
NO_DATE: Final = "the date is not a day"
NOT_COUNTED: Final = "the totals are not whole numbers, or fewer than the ballots"


@attrs.define
class Gathered:
    """A vote and the ballots found so far."""

    cells: Cells
    """The cells of its first row."""
    ballots: dict[str, Ballot]
    """The ballots by the id of the member."""
    silent: list[str]
    """The ids of the members that did not vote."""
    differing: list[dict[str, str]]
    """The cells of later rows that differ from those of the first."""
    permanent: list[str]
    """The ids of the permanent members."""


def read(path: str | Path) -> Imported:
    """Read a file of votes: CSV, plain, gzipped or zipped.

    Raises:
        NotReadableError: the header lacks columns, or the archive is damaged.
        OSError: the file cannot be read.
    """
    counting = Counting("undl_votes")
    votes = Votes(counting)
    for number, columns, row in csv_rows(path, COLUMNS, counting, also=(*ALSO, *TALLY.values())):
        cells = cells_of(columns, row, EMPTY, Location(str(path), number))
        try:
            votes.add(cells)
        except InvalidRecordError as error:
            counting.refused(NOT_A_FIELD, cells.where, str(error.problems[0]), damaged=True)
    records = [counting.record(record) for record in votes.records()]
    votes.parties.close()
    return Imported(dataset=Dataset(records=records), report=counting.report())


class Votes:
    """The votes of a file, gathered from the rows of their members."""

    def __init__(self, counting: Counting) -> None:
        self.counting = counting
        self.parties = EventParties("undl")
        self.gathered: dict[str, Gathered] = {}
        self.shared: dict[tuple[str, BallotChoice], Ballot] = {}

    def add(self, cells: Cells) -> None:
        """Add the ballot of a row to its vote."""
        number, choice = cells.peek("undl_id"), cells.peek("ms_vote").upper()
        code, name = cells.peek("ms_code"), cells.peek("ms_name")
        refusals = (
            (not number, NO_ID, None),
            (not (code or name), NO_MEMBER, None),
            (choice not in CHOICES and choice != NO_VOTE, UNKNOWN_VOTE, cells.peek("ms_vote")),
        )
        for is_so, why, found in refusals:
            if is_so:
                self.counting.refused(why, cells.where, found, damaged=True)
                return
        member = self.parties.member_state(code, name)
        vote = self.gathered.get(number)
        if vote and (member in vote.ballots or member in vote.silent):
            self.counting.refused(TWICE, cells.where, code or name, damaged=True)
            return
        if vote is None:
            check_fields(cells)
            vote = self.gathered[number] = Gathered(cells, {}, [], [], [])
            self.counting.made()
        else:
            self.compare(vote, cells)
            self.counting.joined(BALLOT, cells.where)
        self.counting.fields.update({column: 1 for column in ("ms_code", "ms_name", "ms_vote") if cells.peek(column)})
        if choice == NO_VOTE:
            vote.silent.append(member)
        else:
            pair = (member, CHOICES[choice])
            if pair not in self.shared:
                self.shared[pair] = Ballot(actor=member, choice=CHOICES[choice])
            vote.ballots[member] = self.shared[pair]
        if cells.peek("permanent_member").lower() in {"true", "1", "y", "yes"}:
            vote.permanent.append(member)
        self.counting.extra.update({"permanent_member": 1} if cells.peek("permanent_member") else {})

    def compare(self, vote: Gathered, cells: Cells) -> None:
        """Keep the cells in which a row differs from the first of its vote."""
        first = vote.cells.all()
        differing = {
            name: cell for name, cell in cells.all().items() if name not in OF_MEMBER and first.get(name, "") != cell
        }
        if differing:
            self.counting.defect(DIFFERS, cells.where, ", ".join(differing))
            vote.differing.append({"ms_code": cells.peek("ms_code"), **differing})

    def records(self) -> Iterator[Record]:
        """Yield the records of all votes."""
        for number, vote in self.gathered.items():
            yield from self.vote(number, vote)
            yield from self.parties.new
            self.parties.new.clear()

    def vote(self, number: str, vote: Gathered) -> Iterator[Record]:
        """Yield a vote and the document that is voted on."""
        cells = vote.cells
        symbol, draft, address = cells.take("resolution"), cells.take("draft"), cells.take("undl_link")
        document = self.document(cells, symbol, draft, address)
        day = day_of(cells.take("date"), day_first=None)
        if not day:
            cells.leave("date")
            self.counting.defect(NO_DATE, cells.where, cells.peek("date"))
        elif day.is_slashed:
            self.counting.defect(SLASHES_DATE, cells.where, cells.peek("date"))
        body = next((known for begin, known in BODIES.items() if (symbol or draft).startswith(begin)), None)
        cells.take("undl_id")
        for column in OF_MEMBER:
            cells.take(column)
        tally = self.tally(vote)
        extra: dict[str, Any] = cells.rest()
        lists = {"non_voting": vote.silent, "permanent": vote.permanent, "differing": vote.differing}
        extra |= {name: found for name, found in lists.items() if found}
        is_adopted = symbol.startswith(("A/RES/", "S/RES/"))
        if document:
            yield document
        self.count(cells)
        yield Vote(
            id=id_of("undl", number),
            source=self.parties.once("undl/data", "", data_source),
            when=day.date if day else None,
            body=self.parties.once(body[0], body[1], organ(body[1])) if body else OPEN,
            on=document.id if document else None,
            result=VoteResult.ADOPTED if is_adopted else OPEN,
            ballots=tuple(vote.ballots.values()),
            tally=tally,
            summary=OPEN,
            extra={"identifiers": {"undl": number}, "undl": extra},
        )

    def count(self, cells: Cells) -> None:
        """Count the cells that all rows of a vote share, once for the vote; those of members are counted by row."""
        for column in cells.all():
            if column not in OF_MEMBER:
                (self.counting.extra if column in cells.rest() else self.counting.fields)[column] += 1

    def document(self, cells: Cells, symbol: str, draft: str, address: str) -> Document | None:
        """Return the resolution, or the draft where there is no resolution."""
        if not (symbol or draft):
            cells.leave("undl_link")
            return None
        marks = {"un_symbol": symbol, "un_draft": draft, "undl": address}
        return Document(
            id=DocumentId(id_of("undl/document", symbol or draft, cells.peek("undl_id"))),
            title=cells.take("title") or OPEN,
            kind=DocumentKind.RESOLUTION if symbol else DocumentKind.DRAFT,
            identifiers={scheme: mark for scheme, mark in marks.items() if mark},
        )

    def tally(self, vote: Gathered) -> Tally | None:
        """Return the count, unless it is not one, or smaller than the ballots."""
        cells = vote.cells
        texts = {name: cells.take(column) for name, column in TALLY.items()}
        if not any(texts.values()):
            return None
        numbers = {name: number_of(text) for name, text in texts.items() if text}
        cast = {name: sum(ballot.choice.value == name for ballot in vote.ballots.values()) for name in TALLY}
        if any(number is None or number < cast[name] for name, number in numbers.items()):
            cells.leave(*TALLY.values())
            self.counting.defect(NOT_COUNTED, cells.where, ", ".join(texts.values()))
            return None
        return Tally(**numbers)


def check_fields(cells: Cells) -> None:
    """Check that the cells of a vote can stand in `extra`.

    Raises:
        InvalidRecordError: one cannot.
    """
    Source(id=SourceId(RecordId("undl/check")), title=OPEN, kind=OPEN, extra=cells.all())


def organ(name: str) -> Any:  # noqa: ANN401  (what makes a record)
    """Return what makes the body that votes."""

    def make(key: AnyId) -> Record:
        return Actor(id=key, name=name, kind=ActorKind.INTERNATIONAL_ORGANIZATION)

    return make


def data_source(key: AnyId) -> Source:
    """Return the data set as the source of its rows."""
    return Source(id=key, title="UN Digital Library, voting data", kind=SourceKind.OTHER)
