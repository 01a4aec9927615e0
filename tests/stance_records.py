"""Small datasets of positions and statements, made by hand or drawn, for the tests of stances, series and networks."""

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st

from diplo_events import (
    Actor,
    ActorKind,
    Aspect,
    Ballot,
    BallotChoice,
    Dataset,
    EventDate,
    Issue,
    Position,
    PositionBasis,
    QuotationMode,
    Source,
    SourceKind,
    SpeechAct,
    Stance,
    Statement,
    Vote,
    VoteResult,
)
from diplo_events.strategies import event_dates

ACTORS = (
    Actor(id="norland", name="Norland", kind=ActorKind.STATE),
    Actor(id="ministry", name="Ministry", kind=ActorKind.GOVERNMENT_BODY, member_of=("norland",)),
    Actor(id="speaker", name="Speaker", kind=ActorKind.PERSON, member_of=("ministry",)),
    Actor(id="sudland", name="Sudland", kind=ActorKind.STATE),
)
ISSUES = tuple(Issue(id=f"issue/{name}", label=name, proposition=f"{name}!") for name in ("fish", "oil"))
SOURCES = tuple(
    Source(id=name, title=name, kind=SourceKind.NEWS_ARTICLE, language="en", published=date and EventDate.parse(date))
    for name, date in (("early", "2025-08-20"), ("late", "2025-09-04"), ("doubtful", "2025-09-04?"), ("undated", None))
)
DATES = (
    *("2025-08-19", "2025-09-03", "2025-09-04", "2025-09-03?", "2025-09-~10", "2025-~09", "2025-09", "2025"),
    *("[2025-09-01..2025-09-04]", "{2025-08-01,2025-09-05}", "[..2025-09-02]", "2025-08-01/2025-08-20"),
    *("2025-08/..", "2025-09/", "2025-09-02/2025-09-06", "2024/2025-08-10?"),
)


def date(text: str | None) -> EventDate | None:
    """Read a date, if there is one."""
    return EventDate.parse(text) if text else None


def position(key: str, stance: int = 1, when: str | None = None, **fields: object) -> Position:
    """Make a position of Norland on fish, in a source without a date of publication."""
    values: dict[str, Any] = {
        "source": "undated",
        "actor": "norland",
        "issue": "issue/fish",
        "summary": "A position.",
        **fields,
    }
    values.setdefault("basis", PositionBasis.DECLARED)
    return Position(id=key, stance=list(Stance)[stance + 2], when=date(when), **values)


def statement(key: str, when: str | None = None, **fields: object) -> Statement:
    """Make a statement of Norland's."""
    values: dict[str, Any] = {"source": "undated", "speakers": ("norland",), "summary": "A statement.", **fields}
    return Statement(id=key, acts=(SpeechAct.STATE,), mode=QuotationMode.INDIRECT, when=date(when), **values)


def vote(key: str, choice: BallotChoice, when: str | None = None, **fields: object) -> Vote:
    """Make a vote with one ballot, of Norland, on fish."""
    values = {"actor": "norland", "issues": ("issue/fish",), "source": "undated", **fields}
    ballot = Ballot(actor=str(values.pop("actor")), choice=choice)
    decided: dict[str, Any] = {"body": "sudland", "result": VoteResult.UNKNOWN, "summary": "A vote.", **values}
    return Vote(id=key, ballots=(ballot,), when=date(when), **decided)


def dataset_of(*records: Position | Statement | Vote) -> Dataset:
    """Put records into a dataset with the actors, issues and sources that they can refer to."""
    return Dataset(records=[*ACTORS, *ISSUES, *SOURCES, *records])


def without(dataset: Dataset, gone: str) -> Dataset:
    """Remove a statement or position, and with it the positions that no statement is left to show."""
    records: list[Any] = []
    orphans: list[str] = []
    for record in dataset.records:
        left = record
        if isinstance(left, Position):
            kept = tuple(key for key in left.evidence if key != gone)
            if left.evidence and not kept:
                orphans.append(left.id)
            left = attrs.evolve(left, evidence=kept, supersedes=None if left.supersedes == gone else left.supersedes)
        if left.id != gone:
            records.append(left)
    rest = attrs.evolve(dataset, records=records)
    for orphan in orphans:
        rest = without(rest, orphan)
    return rest


def some_dates() -> st.SearchStrategy[EventDate | None]:
    """Draw no date, one of a few that meet each other, or any."""
    near = st.sampled_from(DATES).map(EventDate.parse)
    return st.one_of(st.none(), near, near, near, event_dates())


@st.composite
def discourse(draw: Callable[..., Any], *, most: int = 7) -> Dataset:
    """Draw a dataset of positions, which share actors, issues, things and dates, and the statements behind them."""
    whens = some_dates()
    aspects = st.sampled_from([frozenset()] * 8 + [frozenset({aspect}) for aspect in Aspect])
    said = [
        attrs.evolve(
            statement(f"s{number}", source=draw(st.sampled_from(SOURCES)).id),
            when=draw(whens),
            aspects=draw(aspects),
            speakers=(draw(st.sampled_from(ACTORS)).id,),
            issues=tuple(draw(st.lists(st.sampled_from([issue.id for issue in ISSUES]), unique=True))),
        )
        for number in range(draw(st.integers(0, 4)))
    ]
    keys = [record.id for record in said]
    evidence = st.lists(st.sampled_from(keys), max_size=2, unique=True).map(tuple) if keys else st.just(())
    taken: list[Position] = []
    for number in range(draw(st.integers(0, most))):
        made = attrs.evolve(
            position(f"p{number}", draw(st.integers(-2, 2)), source=draw(st.sampled_from(SOURCES)).id),
            actor=draw(st.sampled_from(ACTORS)).id,
            issue=draw(st.sampled_from(["issue/fish", "issue/fish", "issue/oil"])),
            when=draw(whens),
            aspects=draw(aspects),
            canonical_id=draw(st.sampled_from([None, None, "thing/one", "thing/two"])),
            evidence=draw(evidence),
            supersedes=draw(st.none() | st.sampled_from([other.id for other in taken])) if taken else None,
        )
        taken.append(made)
    return dataset_of(*said, *taken)
