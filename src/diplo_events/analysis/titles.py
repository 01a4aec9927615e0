"""A title, in words, for the utterance, meeting, deed, vote, claim or position that records report."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from diplo_events._internal.texts.display import isolated
from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentTypeError, expect_type, shown
from diplo_events.lookup import name_of
from diplo_events.model import Action, EventRecord, Meeting, Position, Statement, TerritorialClaim, Vote
from diplo_events.model.open_field import OPEN
from diplo_events.referents import Referent
from diplo_events.vocab import Medium

__all__ = ["fullest", "names_of", "series", "title_of"]

MEDIA: Final[Mapping[Medium, str]] = MappingProxyType(
    {
        Medium.PRESS_BRIEFING: "Briefing",
        Medium.INTERVIEW: "Interview",
        Medium.SPEECH: "Speech",
        Medium.SOCIAL_POST: "Post",
        Medium.WRITTEN_STATEMENT: "Written statement",
        Medium.CALL: "Call",
        Medium.REMARKS: "Remarks",
    }
)
"""What words are called after the way in which they reached the public; `Words` after any other."""


def title_of(dataset: Dataset, referent: Referent) -> str:
    """Return what to call an utterance, meeting, deed, vote, claim or position, from the words of its reports.

    A meeting has the shortest title that a report gives it, a deed and a claim the longest summary. An utterance is
    called by its medium, its speakers, its place and its issues, a position by its actor and its issue. Names are
    isolated if they run from right to left.

    Args:
        dataset: The records.
        referent: What is reported, from `referents.find_referents`.

    Raises:
        ArgumentTypeError: it is not a referent.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.referents import find_referents
        >>> dataset = diplo_events.load_example()
        >>> titles = {referent.id: title_of(dataset, referent) for referent in find_referents(dataset)}
        >>> titles["utterance/zakharova-foreign-intervention"]
        'Remarks of Maria Zakharova in Vladivostok on “Foreign troops in Ukraine”'
        >>> titles["position/russia-foreign-troops"]
        'Russia on “Foreign troops in Ukraine”'
    """
    expect_type("referent", referent, Referent, hint="find it with diplo_events.referents.find_referents")
    record = fullest(referent.records)
    match record:
        case Statement():
            return utterance_title(dataset, record, [r for r in referent.records if isinstance(r, Statement)])
        case Meeting():
            titles = {str(r.title) for r in referent.records if isinstance(r, Meeting) and r.title is not OPEN}
            return isolated(min(titles, key=lambda title: (len(title), title))) if titles else "A meeting"
        case Position():
            return f"{isolated(name_of(dataset, record.actor))} on “{isolated(name_of(dataset, record.issue))}”"
        case Vote():
            question = f" on {isolated(name_of(dataset, record.on))}" if record.on else ""
            return f"Vote of {isolated(name_of(dataset, record.body))}{question}"
        case Action() | TerritorialClaim():
            return isolated(str(record.summary).removesuffix("."))
        case _:
            raise ArgumentTypeError(f"expected a referent of event records, found {shown(referent)}")


def utterance_title(dataset: Dataset, record: Statement, reports: Iterable[Statement]) -> str:
    """Return what to call an utterance, from its fullest report; its medium and place from any that gives them."""
    in_order = [record, *reports]
    medium = next((MEDIA[report.medium] for report in in_order if report.medium in MEDIA), "Words")
    place = next((report.place for report in in_order if report.place), None)
    where = f" in {isolated(name_of(dataset, place))}" if place else ""
    issues = [f"“{isolated(name_of(dataset, issue))}”" for issue in record.issues]
    about = f" on {series(issues)}" if issues else ""
    return f"{medium} of {series(names_of(dataset, record.speakers))}{where}{about}"


def fullest(records: Iterable[EventRecord]) -> EventRecord:
    """Return the fullest of several reports: one that repeats no other, quotes most, and has the longest summary.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.referents import find_referents
        >>> dataset = diplo_events.load_example()
        >>> (ready,) = [r for r in find_referents(dataset) if r.id == "utterance/macron-europeans-ready"]
        >>> fullest(ready.records).id
        'zerohedge-guarantees/s11'
    """

    def rank(record: EventRecord) -> tuple[bool, int, int, str]:
        quoted = sum(len(quote.text) for quote in getattr(record, "quotes", ()))
        summary = getattr(record, "summary", None)
        return record.restates is not None, -quoted, -len(summary) if isinstance(summary, str) else 0, record.id

    return min(records, key=rank)


def names_of(dataset: Dataset, keys: Iterable[str]) -> Iterator[str]:
    """List the names of records as they are shown in a sentence."""
    return (isolated(name_of(dataset, key)) for key in keys)


def series(names: Iterable[str], word: str = "and") -> str:
    """Return several names as a series.

    >>> series(["Norland", "Sudland", "Ostland"]), series(["Norland"])
    ('Norland, Sudland and Ostland', 'Norland')
    """
    *first, last = names
    return f"{', '.join(first)} {word} {last}" if first else last
