"""`RecordAccess`: the records of a dataset by type and by name, each with its exact type."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import TypeVar

from diplo_events._internal.dataset.records import Records
from diplo_events.errors import ArgumentTypeError, near, shown, suggestion
from diplo_events.model import (
    Action,
    Actor,
    Document,
    EventRecord,
    Issue,
    Meeting,
    Place,
    Position,
    Source,
    Statement,
    TerritorialClaim,
    Vote,
)
from diplo_events.schema import RECORD_TYPES, Record

__all__ = ["RecordAccess", "check_type_of_records", "no_record"]

R = TypeVar("R", bound=Record | EventRecord)


class RecordAccess(Mapping[str, Record]):
    """The records of a dataset by type, `dataset.statements`, and by name, `dataset.actor("Lavrov")`.

    Type checkers know the exact type of each, which they cannot know of `dataset["lavrov"]`.

    A method that returns one record finds it by its id, by the last part of its id, or by any name, label or title
    that it has. As in `diplo_events.lookup.find_id`, case, accents and hyphens do not count. It raises `QueryError` if
    no record of its type has the name, with a suggestion, and if several have it, with a list of them.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> dataset.actor("sergey lavrov").kind.words, dataset.place("Moscow").country
        ('person', 'RU')
        >>> dataset.meetings[0].title
        'Eastern Economic Forum in Vladivostok'
        >>> dataset.actor("Larvov")
        Traceback (most recent call last):
            ...
        diplo_events.errors.QueryError: expected the id or a spelling of an actor, found 'Larvov'; did you mean 'Lavrov'?
        >>> dataset.issue("lavrov")
        Traceback (most recent call last):
            ...
        diplo_events.errors.QueryError: expected an issue, found 'lavrov', an actor; write dataset.actor('lavrov')
    """  # noqa: E501  (a message is one line)

    __slots__ = ()

    @abstractmethod
    def of_type(self, type_: type[R], /) -> Records[R]:
        """Return the records of one type, sorted by id."""

    @abstractmethod
    def _the_one(self, type_: type[R], name: str, /) -> R:
        """Return the one record of a type that a name refers to."""

    @property
    def sources(self) -> Records[Source]:
        """The texts that report: articles, transcripts, telegrams."""
        return self.of_type(Source)

    @property
    def actors(self) -> Records[Actor]:
        """Those who act: people, states, bodies, outlets."""
        return self.of_type(Actor)

    @property
    def places(self) -> Records[Place]:
        """The places."""
        return self.of_type(Place)

    @property
    def issues(self) -> Records[Issue]:
        """The questions on which actors take positions."""
        return self.of_type(Issue)

    @property
    def documents(self) -> Records[Document]:
        """The treaties, resolutions, letters and their parts."""
        return self.of_type(Document)

    @property
    def statements(self) -> Records[Statement]:
        """The statements: who said what to whom."""
        return self.of_type(Statement)

    @property
    def actions(self) -> Records[Action]:
        """The actions: who did what otherwise than by words."""
        return self.of_type(Action)

    @property
    def meetings(self) -> Records[Meeting]:
        """The meetings: who met whom, or was to."""
        return self.of_type(Meeting)

    @property
    def votes(self) -> Records[Vote]:
        """The votes of bodies."""
        return self.of_type(Vote)

    @property
    def territorial_claims(self) -> Records[TerritorialClaim]:
        """The territorial claims: who says which land is whose."""
        return self.of_type(TerritorialClaim)

    @property
    def positions(self) -> Records[Position]:
        """The positions: where actors stand on issues."""
        return self.of_type(Position)

    def source(self, name: str, /) -> Source:
        """Return a source, by its id or its title."""
        return self._the_one(Source, name)

    def actor(self, name: str, /) -> Actor:
        """Return an actor, by its id or any spelling of its name."""
        return self._the_one(Actor, name)

    def place(self, name: str, /) -> Place:
        """Return a place, by its id or any spelling of its name."""
        return self._the_one(Place, name)

    def issue(self, name: str, /) -> Issue:
        """Return an issue, by its id or its label."""
        return self._the_one(Issue, name)

    def document(self, name: str, /) -> Document:
        """Return a document, by its id, its title or any other name."""
        return self._the_one(Document, name)

    def statement(self, name: str, /) -> Statement:
        """Return a statement, by its id, or the last part of it."""
        return self._the_one(Statement, name)

    def action(self, name: str, /) -> Action:
        """Return an action, by its id, or the last part of it."""
        return self._the_one(Action, name)

    def meeting(self, name: str, /) -> Meeting:
        """Return a meeting, by its id, the last part of it, or its title."""
        return self._the_one(Meeting, name)

    def vote(self, name: str, /) -> Vote:
        """Return a vote, by its id, or the last part of it."""
        return self._the_one(Vote, name)

    def territorial_claim(self, name: str, /) -> TerritorialClaim:
        """Return a territorial claim, by its id, or the last part of it."""
        return self._the_one(TerritorialClaim, name)

    def position(self, name: str, /) -> Position:
        """Return a position, by its id, or the last part of it."""
        return self._the_one(Position, name)


def no_record(key: str, kind: str, known: Iterable[str]) -> KeyError:
    """Return the error for an id that is not there, with a suggestion."""
    hint = suggestion(key, known)
    return KeyError(f"{key!r} is not the id of {kind}{f'; {hint}' if hint else ''}")


def check_type_of_records(type_: object) -> None:
    """Refuse what is not a type of records.

    Raises:
        ArgumentTypeError: it is not a class, or no record is of that class.
    """
    known = (*RECORD_TYPES.values(), EventRecord)
    if isinstance(type_, type) and any(issubclass(cls, type_) or issubclass(type_, cls) for cls in known):
        return
    hint = None
    if isinstance(type_, str):
        names = {cls.__name__.lower(): cls.__name__ for cls in known}
        word = near(type_.replace("_", "").lower(), names)
        hint = f"write {names[word]}, the class itself" if word else None
    message = f"expected a type of records such as Statement, found {shown(type_)}"
    raise ArgumentTypeError(f"{message}; {hint}" if hint else message)
