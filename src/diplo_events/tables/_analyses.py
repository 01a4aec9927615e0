"""Tables for what people plot: stances over time, who met whom, acts per week. Each thing in the world counts once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import Any, Final

from diplo_events.analysis.stance_series import Step, build_series
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.formats.columns import Column, ColumnType, ListOf
from diplo_events.lookup import name_of
from diplo_events.model import EventRecord, Meeting, Statement
from diplo_events.open_records import coded
from diplo_events.referents import referent_id
from diplo_events.tables._labels import day_of
from diplo_events.tables._table import Table
from diplo_events.vocab import Aspect, MeetingStatus, ParticipantRole

__all__ = ["acts_per_week", "stances", "who_met_whom"]

TEXTS: Final = ListOf("text")

NOT_SO: Final = frozenset({Aspect.FUTURE, Aspect.HYPOTHETICAL, Aspect.NEGATED})
"""The aspects of what did not happen, or had not when it was reported."""

TOOK_PLACE: Final = frozenset({MeetingStatus.HELD, MeetingStatus.ONGOING})
"""The statuses of meetings at which people met."""

NOT_THERE: Final = frozenset({ParticipantRole.INVITED, ParticipantRole.ABSENT, ParticipantRole.EXCLUDED})
"""The roles of those of whom the source does not say that they were there."""

WHEN: Final[Mapping[str, tuple[ColumnType, bool, str]]] = MappingProxyType(
    {
        "dates": (TEXTS, False, "The different dates in its reports, in EDTF."),
        "earliest": ("day", True, "The first day that these can reach; empty if one of them has none."),
        "latest": ("day", True, "The last day that these can reach; empty if one of them has none."),
    }
)


def columns(described: Mapping[str, tuple[ColumnType, bool, str]]) -> tuple[Column, ...]:
    """Return columns of their types, of whether their cells may be empty, and of what they say."""
    return tuple(
        Column(name=name, type=type_, optional=optional, doc=doc) for name, (type_, optional, doc) in described.items()
    )


STANCES: Final = columns(
    {
        "actor": ("text", False, "Whose position it is."),
        "actor_name": ("text", False, "The name of the actor."),
        "issue": ("text", False, "The issue."),
        "issue_name": ("text", False, "The label of the issue."),
        "position": ("text", False, "The position: the `canonical_id` of its reports, or the id of the only one."),
        "stance": ("text", True, "The stance; empty if its reports differ."),
        "number": ("whole", True, "The stance from -2 to 2; empty if its reports differ."),
        "lowest": ("whole", False, "The lowest number in its reports."),
        "highest": ("whole", False, "The highest number in its reports."),
        **WHEN,
        "red_line": ("flag", False, "Whether a report says that the actor will not change it."),
        "conditions": (TEXTS, False, "The conditions on which it depends, each once."),
        "records": (TEXTS, False, "The records that report it."),
        "sources": (TEXTS, False, "The sources that report it."),
    }
)


def stances(dataset: Dataset, *, actor: str | None = None, issue: str | None = None, votes: bool = False) -> Table:
    """Return the positions of actors on issues over time: a row for each position, however many sources report it.

    The columns are `actor`, `actor_name`, `issue`, `issue_name`, `position`, `stance`, `number` (from -2 to 2),
    `lowest` and `highest` (which differ if reports do), `dates`, `earliest`, `latest` (what is not dated was so at the
    latest on the day of publication), `red_line`, `conditions`, `records` and `sources`. The rows are those of
    `analysis.build_series`: what is future, hypothetical or negated is not among them. They are sorted by actor, issue
    and time.

    Args:
        dataset: The records.
        actor: Only this actor and those who represent it, by its id or any spelling.
        issue: Only this issue, by its id or its label.
        votes: Whether ballots count as positions too.

    Raises:
        QueryError: a name refers to nothing in the dataset, or to several things.

    Examples:
        >>> import diplo_events
        >>> table = stances(diplo_events.load_example(), actor="Putin", issue="issue/leaders-meeting")
        >>> [(row["number"], str(row["earliest"]), str(row["latest"])) for row in table]
        [(0, 'None', 'None'), (1, '2025-09-03', '2025-09-03')]
    """
    rows = [
        {
            "actor": series.actor,
            "actor_name": name_of(dataset, series.actor),
            "issue": series.issue,
            "issue_name": name_of(dataset, series.issue),
            **step_cells(step),
        }
        for series in build_series(dataset, actor=actor, issue=issue, votes=votes)
        for step in series.steps
    ]
    return Table(name="stances", columns=STANCES, rows=tuple(rows))


def step_cells(step: Step) -> dict[str, Any]:
    """Return the cells of one position."""
    numbers = [stance.number for stance in step.stances]
    is_one = len(numbers) == 1
    return {
        "position": step.id,
        "stance": step.stances[0].value if is_one else None,
        "number": numbers[0] if is_one else None,
        "lowest": numbers[0],
        "highest": numbers[-1],
        **when_cells(step.dates),
        "red_line": any(position.red_line for position in step.positions),
        "conditions": sorted({position.conditions for position in step.positions if position.conditions}),
        "records": sorted({position.id for position in step.positions}),
        "sources": sorted({position.source for position in step.positions}),
    }


def when_cells(dates: Sequence[EventDate]) -> dict[str, Any]:
    """Return the dates of the reports of one thing with the first and the last day that they can reach."""
    firsts = [date.earliest for date in dates]
    lasts = [date.latest for date in dates]
    known = [day for day in firsts if day is not None], [day for day in lasts if day is not None]
    return {
        "dates": [str(date) for date in dates],
        "earliest": day_of(min(known[0])) if known[0] and len(known[0]) == len(firsts) else None,
        "latest": day_of(max(known[1])) if known[1] and len(known[1]) == len(lasts) else None,
    }


WHO_MET_WHOM: Final = columns(
    {
        "actor": ("text", False, "One of the two; the order of the two says nothing."),
        "actor_name": ("text", False, "The name of the one."),
        "other": ("text", False, "The other."),
        "other_name": ("text", False, "The name of the other."),
        "meeting": ("text", False, "The meeting: the `canonical_id` of its reports, or the id of the only one."),
        "title": ("text", False, "The title of the meeting, in the first report that names both."),
        "kinds": (TEXTS, False, "What kind of meeting the reports that name both say it is."),
        "statuses": (TEXTS, False, "Its statuses in these reports."),
        **WHEN,
        "records": (TEXTS, False, "The records that name both."),
        "sources": (TEXTS, False, "The sources that name both."),
    }
)


def who_met_whom(dataset: Dataset, *, planned: bool = False) -> Table:
    """Return who met whom: a row for each two actors and each meeting, however many sources report it.

    Two actors met if one report of a meeting that is or was held names both of them as there: not as invited, absent or
    excluded. The columns are `actor`, `actor_name`, `other`, `other_name`, `meeting`, `title`, `kinds`, `statuses`,
    `dates`, `earliest`, `latest`, `records` and `sources`; the rows are sorted by the two actors and the meeting.

    Args:
        dataset: The records.
        planned: Whether meetings count too that had not been held, or were not, and the invited.

    Examples:
        >>> import diplo_events
        >>> table = who_met_whom(diplo_events.load_example())
        >>> [(row["other_name"], str(row["latest"])) for row in table if row["actor_name"] == "Donald Trump"][:1]
        [('Volodymyr Zelenskyy', '2025-09-04')]
    """
    reports: dict[tuple[str, str, str], list[Meeting]] = defaultdict(list)
    for meeting in coded(dataset, "participants", "title", "kind", "status").of_type(Meeting):
        if planned or (meeting.status in TOOK_PLACE and not meeting.aspects & NOT_SO):
            away = NOT_THERE - {ParticipantRole.INVITED} if planned else NOT_THERE
            there = sorted({each.actor for each in meeting.participants if each.role not in away})
            for one, other in combinations(there, 2):
                reports[one, other, whole_of(dataset, meeting)].append(meeting)
    rows = [
        {
            "actor": one,
            "actor_name": name_of(dataset, one),
            "other": other,
            "other_name": name_of(dataset, other),
            "meeting": key,
            "title": found[0].title,
            "kinds": sorted({meeting.kind.value for meeting in found}),
            "statuses": sorted({meeting.status.value for meeting in found}),
            **when_cells(dates_of(found)),
            "records": [meeting.id for meeting in found],
            "sources": sorted({meeting.source for meeting in found}),
        }
        for (one, other, key), found in sorted(reports.items(), key=lambda item: item[0])
    ]
    return Table(name="who_met_whom", columns=WHO_MET_WHOM, rows=tuple(rows))


def whole_of(dataset: Dataset, record: EventRecord) -> str:
    """Return the id of what a record reports, or of what the record that it repeats reports."""
    while record.restates and isinstance(fuller := dataset.get(record.restates), EventRecord):
        record = fuller
    return referent_id(dataset, record)


def dates_of(records: Iterable[EventRecord]) -> list[EventDate]:
    """Return the different dates of some reports, in order."""
    return sorted({record.when for record in records if record.when}, key=EventDate.sort_key)


ACTS_PER_WEEK: Final = columns(
    {
        "week": ("day", True, "The Monday of the week (ISO 8601); empty if the dates leave it open."),
        "actor": ("text", False, "Who speaks."),
        "actor_name": ("text", False, "The name of the actor."),
        "act": ("text", False, "The act of speech."),
        "statements": ("whole", False, "How many statements, however many sources report each."),
    }
)


def acts_per_week(dataset: Dataset) -> Table:
    """Return how often each actor performs each act of speech in each week: a row for each of the three.

    A statement of several speakers or with several acts counts for each of them, and once for each, however many
    sources report it or however often one repeats it. A statement that was not made, or had yet to be, does not count.
    The columns are `week` (the Monday; empty for statements whose dates do not lie within one week), `actor`,
    `actor_name`, `act` and `statements`; the rows are sorted by these, those without a week last.

    Examples:
        >>> import diplo_events
        >>> table = acts_per_week(diplo_events.load_example())
        >>> [(str(row["week"]), row["act"], row["statements"]) for row in table if row["actor"] == "zakharova"][:2]
        [('2025-09-01', 'characterize', 1), ('2025-09-01', 'criticize', 2)]
    """
    reports: dict[str, list[Statement]] = defaultdict(list)
    for statement in coded(dataset, "speakers", "acts").of_type(Statement):
        if not statement.aspects & NOT_SO:
            reports[whole_of(dataset, statement)].append(statement)
    counts: dict[tuple[dt.date | None, str, str], int] = defaultdict(int)
    for found in reports.values():
        week = week_of(found)
        for actor, act in {(actor, act.value) for each in found for actor in each.speakers for act in each.acts}:
            counts[week, actor, act] += 1
    rows = [
        {"week": week, "actor": actor, "actor_name": name_of(dataset, actor), "act": act, "statements": count}
        for (week, actor, act), count in sorted(counts.items(), key=lambda item: week_key(*item[0]))
    ]
    return Table(name="acts_per_week", columns=ACTS_PER_WEEK, rows=tuple(rows))


def week_of(records: Iterable[EventRecord]) -> dt.date | None:
    """Return the Monday of the one week within which all dates of some reports lie, if there is one."""
    cells = when_cells(dates_of(records))
    mondays = {day - dt.timedelta(days=day.weekday()) for day in (cells["earliest"], cells["latest"]) if day}
    return mondays.pop() if cells["earliest"] and cells["latest"] and len(mondays) == 1 else None


def week_key(week: dt.date | None, actor: str, act: str) -> tuple[bool, dt.date, str, str]:
    """Return the key by which rows are sorted."""
    return week is None, week or dt.date.min, actor, act
