"""What the oracle of differences calls things: sources, outlets, titles, and the sentences that are made of them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final, NamedTuple, TypeAlias

from diplo_events import Actor, Dataset, Meeting, Place, Position, Statement, Vote
from diplo_events._internal.texts.display import isolated
from diplo_events.model import EventRecord

__all__ = ["LATER", "NUMBERS", "Difference", "Side", "Telling", "ends_before", "has_mark", "verb"]

Side: TypeAlias = tuple[str, tuple[str, ...], tuple[str, ...]]
"""What one side says, the sources that say so, and their records."""

NUMBERS: Final = [
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
]
LATER: Final = " Which source is the later one is not certain."
MEDIA: Final = {
    "press_briefing": "Briefing", "interview": "Interview", "speech": "Speech", "social_post": "Post",
    "written_statement": "Written statement", "call": "Call", "remarks": "Remarks",
}  # fmt: skip


class Difference(NamedTuple):
    """A finding as it has to be."""

    kind: str
    sentence: str
    about: str
    records: tuple[str, ...]
    sources: tuple[str, ...]


def days(date: Any) -> tuple[Any, Any]:
    """Return the first and last day of a date as written."""
    return date.unqualified().earliest, date.unqualified().latest


def ends_before(left: Any, right: Any) -> bool:
    """Whether one date as written is over before another begins."""
    last, first = days(left)[1], days(right)[0]
    return bool(last and first and last < first)


def has_mark(date: Any) -> bool:
    return bool(date.is_uncertain or date.is_approximate)


def series(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


class Telling:
    """A dataset, what its things are called, and the sentences on them."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.things: dict[tuple[str, type], list[Any]] = defaultdict(list)
        for record in sorted(dataset.of_type(EventRecord), key=lambda record: record.id):
            key = record.canonical_id or dataset.first_reports.get(record.id, record.id)
            self.things[key, type(record)].append(record)

    # what things are called

    def name(self, key: str) -> str:
        record: Any = self.dataset.get(key)
        for field in ("name", "label", "title"):
            if getattr(record, field, None):
                return str(getattr(record, field))
        return key

    def copy(self, source: str) -> str:
        return self.dataset.first_copies.get(source, source)

    def text(self, source: str) -> str:
        return self.dataset.first_versions.get(source, source)

    def published(self, source: str) -> Any:
        return getattr(self.dataset.get(self.text(source)), "published", None)

    def shown(self, key: str) -> str:
        return isolated(self.name(key))

    def voices(self, sources: Iterable[str]) -> str:
        texts = {self.text(source) for source in sources}
        outlets = sorted({self.shown(getattr(self.dataset.get(text), "publisher", None) or text) for text in texts})
        count = NUMBERS[len(texts)] if len(texts) <= 12 else str(len(texts))
        joint = "" if len(texts) == 1 or len(outlets) > 1 else "both " if len(texts) == 2 else "all "
        return f"{count} source{'' if len(texts) == 1 else 's'} ({joint}{series(outlets)})"

    def title(self, records: list[Any]) -> str:
        def weight(record: Any) -> Any:
            quoted = sum(len(quote.text) for quote in getattr(record, "quotes", ()))
            return record.restates is None, quoted, len(getattr(record, "summary", ""))

        most = max(map(weight, records))
        fullest = next(record for record in records if weight(record) == most)
        match fullest:
            case Statement():
                both = [fullest, *records]
                medium = next((MEDIA[r.medium.value] for r in both if r.medium and r.medium.value in MEDIA), "Words")
                place = next((f" in {self.shown(r.place)}" for r in both if r.place), "")
                issues = [f"“{self.shown(issue)}”" for issue in fullest.issues]
                title = f"{medium} of {series(map(self.shown, fullest.speakers))}{place}"
                title += f" on {series(issues)}" if issues else ""
                return f"the {title[0].lower()}{title[1:]}"
            case Meeting():
                return f"“{isolated(min(sorted(record.title for record in records), key=len))}”"
            case Position():
                return f"“{self.shown(fullest.actor)} on “{self.shown(fullest.issue)}””"
            case Vote():
                return f"“Vote of {self.shown(fullest.body)}{f' on {self.shown(fullest.on)}' if fullest.on else ''}”"
            case _:
                return f"“{isolated(fullest.summary.removesuffix('.'))}”"

    def title_of(self, about: str, ids: Iterable[str]) -> str:
        for key in sorted(ids):
            if records := self.things.get((about, type(self.dataset[key]))):
                return self.title(records)
        return self.shown(about)

    # the sentences

    def sides(self, texts: Iterable[tuple[str, Any]]) -> list[Side]:
        """Return what records say, each text once."""
        groups: dict[str, list[Any]] = defaultdict(list)
        for text, record in texts:
            groups[text].append(record)
        return [
            (text, tuple(sorted({r.source for r in group})), tuple(sorted({r.id for r in group})))
            for text, group in groups.items()
        ]

    def told(self, kind: str, about: str, sides: Iterable[Side], *, open_end: str = "") -> Difference:
        """Return a difference of which each side is said."""
        every = sorted(sides, key=lambda side: (side[2], side[1], side[0]))
        records = tuple(sorted({key for _, _, ids in every for key in ids}))
        sources = tuple(sorted({key for _, keys, _ in every for key in keys}))
        said = "; ".join(
            f"{isolated(text.replace('_', ' '))}, according to {self.voices(keys)}" for text, keys, _ in every
        )
        alone = len({self.text(source) for source in sources}) == 1
        who = "One source differs from itself" if alone else "Sources differ"
        subject = SUBJECTS[kind].format(self.title_of(about, records))
        return Difference(kind, f"{who} on {subject}: {said}.{open_end}", about, records, sources)

    def inside(self, key: str) -> set[str]:
        """Return what an actor speaks for, or where a place lies, itself included."""
        found, pending = {key}, [key]
        while pending:
            record: Any = self.dataset.get(pending.pop())
            above: list[str] = []
            if isinstance(record, Place) and record.within:
                above = [record.within]
            if isinstance(record, Actor) and record.kind.value not in {"state", "coalition", "group", "population"}:
                above = [*record.member_of, *(r.organization for r in record.roles if r.organization)]
                above += [role.office for role in record.roles if role.office]
            pending += {*above} - found
            found |= {*above}
        return found


SUBJECTS: Final = {
    "status": "whether {} was held",
    "called_off": "whether {} is still to come",
    "participation": "who takes part in {}",
    "venue": "the place of {}",
    "speaker": "the speaker of {}",
    "extent": "the extent in {}",
    "quantity": "a figure in {}",
    "deed": "whether this happened: {}",
    "result": "the result of {}",
    "tally": "the count of {}",
    "ballot": "who voted how in {}",
    "stance": "the stance of {}",
    "place": "a place in {}",
    "figure": "the figure in the name of {}",
    "title": "whether {} holds an office or held it",
}


def verb(who: str) -> str:
    """Return the ending of the verb of one source, or of several."""
    return "s" if who.startswith("one ") else ""
