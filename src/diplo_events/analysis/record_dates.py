"""When records hold: their dates as a question reads them, and answers in three values about what had begun."""

from collections.abc import Iterable
from typing import Final, Literal

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.model import EventRecord, Source
from diplo_events.vocab import Aspect

__all__ = [
    "NOT_YET",
    "Certainty",
    "all_so",
    "any_so",
    "asserted",
    "begun",
    "ended",
    "not_so",
    "read_date",
    "so",
]

Certainty = Literal["certainly", "possibly"]
"""How a question takes the answer `None`, cannot tell: as no (`certainly`) or as yes (`possibly`)."""

NOT_YET: Final = frozenset({Aspect.FUTURE, Aspect.HYPOTHETICAL})
"""The aspects of what had not happened when it was reported."""

LAST_YEAR: Final = 9999


def read_date(dataset: Dataset, record: EventRecord, *, unqualified: bool = False) -> EventDate | None:
    """Read when a record says that its thing was.

    What has no date is not later than the report: it is read as some day up to its source's publication, and as
    `None` if that is not known. What is still to happen is not read so.

    Args:
        dataset: Where the record's source is.
        record: The record.
        unqualified: Take dates as written, without `?`, `~` and `%`; if not, a part so marked can be any.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> str(read_date(dataset, dataset["digest-foreign-troops/p01"], unqualified=True))
        '2025-09-03'
    """
    date = record.when if record.when is not None else publication_bound(dataset, record, unqualified=unqualified)
    return date.unqualified() if date is not None and unqualified else date


def publication_bound(dataset: Dataset, record: EventRecord, *, unqualified: bool) -> EventDate | None:
    """Give the days up to the publication of a record's source, for what had happened by then."""
    source = dataset.get(record.source)
    published = source.published if isinstance(source, Source) and not record.aspects & NOT_YET else None
    if published is None or published.latest is None or published.latest.year > LAST_YEAR:
        return None
    doubtful = (published.is_uncertain or published.is_approximate) and not unqualified
    return None if doubtful else EventDate.parse(f"[..{published.latest}]")


def asserted(record: EventRecord) -> bool:
    """Tell whether a record says that its thing is or was: not that it will be, might be, or is not."""
    return Aspect.NEGATED not in record.aspects and not record.aspects & NOT_YET


def begun(when: EventDate | None, at: EventDate | None) -> bool | None:
    """Tell whether something had begun by a date: `None` if one cannot tell; without a date, everything had.

    Examples:
        >>> begun(EventDate.parse("2025-09-03"), EventDate.parse("2025-09-04"))
        True
        >>> begun(EventDate.parse("2025-09"), EventDate.parse("2025-09-04")) is None
        True
    """
    if at is None:
        return True
    return None if when is None else not_so(when.after(at))


def ended(when: EventDate | None, at: EventDate | None) -> bool | None:
    """Tell whether something that lasted, from a start to an end, was over by a date.

    Examples:
        >>> ended(EventDate.parse("2014/2020"), EventDate.parse("2025")), ended(EventDate.parse("2014"), None)
        (True, False)
    """
    return when.before(at) if at is not None and when is not None and when.is_interval else False


def so(answer: bool | None, certainty: Certainty) -> bool:
    """Take an answer in three values as yes or no.

    Examples:
        >>> [so(answer, "certainly") for answer in (True, False, None)]
        [True, False, False]
        >>> [so(answer, "possibly") for answer in (True, False, None)]
        [True, False, True]
    """
    return answer is True if certainty == "certainly" else answer is not False


def not_so(answer: bool | None) -> bool | None:
    """Turn an answer round; cannot tell stays so."""
    return None if answer is None else not answer


def all_so(answers: Iterable[bool | None]) -> bool | None:
    """Tell whether all is so: no if one thing is not, and `None` if one cannot tell (Kleene's strong logic).

    Examples:
        >>> all_so([True, None]) is None, all_so([None, False])
        (True, False)
    """
    given = set(answers)
    return False if False in given else None if None in given else True


def any_so(answers: Iterable[bool | None]) -> bool | None:
    """Tell whether something is so: yes if one thing is, and `None` if one cannot tell.

    Examples:
        >>> any_so([False, None]) is None, any_so([None, True]), any_so([])
        (True, True, False)
    """
    given = set(answers)
    return True if True in given else None if None in given else False
