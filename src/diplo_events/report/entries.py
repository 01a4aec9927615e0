"""Records as entries of a list, on the terminal and in a notebook: a first line, and what they say."""

from typing import Final

from diplo_events.dataset import Dataset
from diplo_events.model import Action, EventRecord, Meeting, Position, Statement, TerritorialClaim, Vote
from diplo_events.report.lines import DataText, Line, joined
from diplo_events.report.wording import field_lines, named, names_line, words_of
from diplo_events.schema import Record

__all__ = ["head_and_text"]

NAMING: Final = frozenset({"name", "names", "label", "title"})
"""The fields that name a record, and are in its first line."""


def head_and_text(dataset: Dataset, record: Record | EventRecord) -> tuple[Line, Line]:
    """Return the first line of a record in a list, and what it says; of a draft, the fields that are given.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.report.lines import line_text
        >>> dataset = diplo_events.load_example()
        >>> [line_text(line) for line in head_and_text(dataset, dataset.place("Beijing"))]
        ['Beijing', 'kind: settlement; within: place/china (China); country: CN; subdivision: CN-BJ']
    """
    if record.open:
        return (f"not coded yet: {', '.join(record.open)}",), other_line(dataset, record)
    match record:
        case Statement():
            acts = ", ".join(act.words for act in record.acts)
            return (*names_line(dataset, record.speakers), f": {acts}"), (DataText(record.summary),)
        case Meeting() | Action() | Vote():
            words = words_of(dataset, record)
            nobody = ("nobody is named",) if isinstance(record, Meeting) else ()
            return words.subject + words.predicate, words.text or nobody
        case TerritorialClaim():
            asserted_by = names_line(dataset, record.asserted_by)
            return (*asserted_by, f": {record.assertion.words}"), (DataText(record.summary),)
        case Position():
            actor, issue = named(dataset, record.actor), named(dataset, record.issue)
            return (actor, ", ", issue, f": {record.stance.words}"), (DataText(record.summary),)
        case _:
            return (named(dataset, record.id),), other_line(dataset, record)


def other_line(dataset: Dataset, record: Record | EventRecord) -> Line:
    """Return the filled fields of a record, without its name, as one line."""
    return joined(
        (
            (f"{name}: ", *line)
            for name, line in field_lines(dataset, record)
            if name not in NAMING or isinstance(record, EventRecord)
        ),
        "; ",
    )
