"""The sentences on where sources differ, derived again: from the records alone, by loops over all pairs of them.

Nothing here is shared with the code that finds them. What is taken from the library is below it: the records, the
earliest and latest day of a date, and which sources are copies or versions of one text.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any, Final

from difference_texts import TextDifferences
from difference_words import LATER, Difference, ends_before, has_mark, verb
from diplo_events import Action, Actor, Dataset, Meeting, Position, Statement, TerritorialClaim, Vote
from diplo_events.dates.in_words import date_in_words

__all__ = ["Difference", "expected_differences"]

HELD, OFF, DENIED = {"held", "ongoing"}, {"cancelled", "rejected"}, {"denied"}
AWAY: Final = {"absent", "excluded"}
MOMENTS: Final = {"annexation", "capture"}
COUNTED: Final = ("yes", "no", "abstain", "not_participating", "absent")


def expected_differences(dataset: Dataset) -> Counter[Difference]:
    """Count what has to be found in a dataset of which all records are coded."""
    return Counter(Model(dataset).differences())


class Model(TextDifferences):
    """A dataset, and what its sources differ in."""

    def differences(self) -> Iterator[Difference]:
        for (about, type_), records in self.things.items():
            if len(records) > 1:
                yield from self.of_fields(about, type_, records)
                yield from self.of_statuses(about, records)
                yield from self.of_participants(about, records)
                yield from self.of_quantities(about, records)
                yield from self.of_ballots(about, records)
                yield from self.of_wordings(about, records)
        yield from self.of_documents()
        for actor in self.dataset.of_type(Actor):
            yield from self.of_figures(actor)
            yield from self.of_titles(actor)

    def speaks_for(self, left: Any, right: Any) -> bool:
        return all(any(other in self.inside(one) for one in left.speakers) for other in right.speakers)

    def of_fields(self, about: str, type_: type, records: list[Any]) -> Iterator[Difference]:
        moments = [record for record in records if is_moment(record)]
        dated = disputed(moments, "when", lambda a, b: ends_before(a.when, b.when))
        if dated:
            yield self.of_dates(about, dated)
        if type_ in (Statement, Meeting, Action):
            placed = disputed(
                records, "place", lambda a, b: not {a.place, b.place} & self.inside(a.place) & self.inside(b.place)
            )
            kinds = [getattr(self.dataset.get(record.place), "kind", None) for record in placed]
            vague = any(kind is None or kind.value == "area" for kind in kinds)
            if placed:
                sides = self.sides((self.venue(record), record) for record in placed)
                yield self.told("venue", about, sides, open_end=" An area has no sharp borders." * vague)
        if type_ is Statement:
            voices = disputed(records, "speakers", lambda a, b: not self.speaks_for(a, b) and not self.speaks_for(b, a))
            yield from self.plain("speaker", about, voices, lambda r: ", ".join(map(self.name, r.speakers)))
        for kind, field, excludes, text in PLAIN.get(type_, ()):
            yield from self.plain(kind, about, disputed(records, field, excludes), text)

    def plain(self, kind: str, about: str, records: list[Any], text: Callable[[Any], str]) -> Iterator[Difference]:
        if records:
            yield self.told(kind, about, self.sides((text(record), record) for record in records))

    def venue(self, record: Any) -> str:
        if not isinstance(record, Meeting):
            return self.name(record.place)
        by = f", put forward by {', '.join(map(self.name, record.proposed_by))}" if record.proposed_by else ""
        return f"{self.name(record.place)} ({record.status.value}{by})"

    def of_dates(self, about: str, records: list[Any]) -> Difference:
        by_date: dict[Any, set[str]] = defaultdict(set)
        for record in records:
            by_date[record.when.unqualified()].add(record.source)
        title = self.title_of(about, [record.id for record in records])
        parts = [
            f"{self.voices(by_date[date])}{f' date{verb(self.voices(by_date[date]))} {title}' if not at else ''}"
            f" to {date_in_words(date)}"
            for at, date in enumerate(sorted(by_date, key=lambda date: date.sort_key()))
        ]
        sure = [record.when for record in records if not has_mark(record.when)]
        is_sure = any(ends_before(left, right) for left, right in itertools.permutations(sure, 2))
        sentence = f"{', '.join(parts)}.{'' if is_sure else ' The dates are marked as doubtful.'}"
        ids = tuple(sorted(record.id for record in records))
        sources = tuple(sorted({record.source for record in records}))
        return Difference("date", sentence[0].upper() + sentence[1:], about, ids, sources)

    # several fields, or several records

    def of_statuses(self, about: str, records: list[Any]) -> Iterator[Difference]:
        meetings = [record for record in records if isinstance(record, Meeting)]
        coming = {record.status.value for record in meetings} - HELD - OFF - DENIED
        for kind, final, earlier in (("status", HELD, OFF | coming), ("called_off", OFF, coming)):
            clashing: dict[str, Any] = {}
            is_sure = False
            for end, start in itertools.product(meetings, repeat=2):
                if end.status.value not in final or start.status.value not in earlier:
                    continue
                last, first = self.published(end.source), self.published(start.source)
                if self.copy(end.source) != self.copy(start.source) and not (
                    last and first and ends_before(first, last)
                ):
                    clashing |= {end.id: end, start.id: start}
                    is_sure |= bool(last and first and not has_mark(last) and not has_mark(first))
            if clashing:
                texts = [(str(record.status.value), record) for record in clashing.values()]
                yield self.told(kind, about, self.sides(texts), open_end="" if is_sure else LATER)
        deeds = [record for record in meetings if record.status.value in HELD | DENIED]
        if {record.status.value in DENIED for record in deeds} == {True, False}:
            yield from self.plain("deed", about, deeds, lambda r: str(r.status.value))

    def of_participants(self, about: str, records: list[Any]) -> Iterator[Difference]:
        parts = [
            (participant.actor, participant.role.value, record)
            for record in records
            if isinstance(record, Meeting) and record.status.value not in DENIED
            for participant in record.participants
        ]
        for actor in sorted({actor for actor, _, _ in parts}):
            here = [record for who, role, record in parts if who == actor and role not in AWAY | {"invited"}]
            gone = [record for who, role, record in parts if who == actor and role in AWAY]
            if here and gone:
                name = self.name(actor)
                texts = [(f"{name} takes part", record) for record in here]
                texts += [(f"{name} does not take part", record) for record in gone]
                yield self.told("participation", about, self.sides(texts))

    def of_quantities(self, about: str, records: list[Any]) -> Iterator[Difference]:
        if not isinstance(records[0], Action | Meeting | Vote | TerritorialClaim):
            return
        given: dict[Any, list[tuple[Any, Any]]] = defaultdict(list)
        for record in records:
            status = getattr(getattr(record, "status", None), "value", None)
            for one in record.quantities if status != "denied" else ():
                given[status, one.unit.value, (one.of or "").lower(), one.currency].append((record, one))
        for found in given.values():
            by_record: dict[str, list[Any]] = defaultdict(list)
            for record, one in found:
                by_record[record.id].append(one)
            apart = {
                key
                for left, right in itertools.combinations(by_record, 2)
                if all(top(a) < b.low or top(b) < a.low for a in by_record[left] for b in by_record[right])
                for key in (left, right)
            }
            if apart:
                texts = [(amount(one), record) for record, one in found if record.id in apart]
                yield self.told("quantity", about, self.sides(texts))

    def of_ballots(self, about: str, records: list[Any]) -> Iterator[Difference]:
        cast: dict[str, list[tuple[str, Any]]] = defaultdict(list)
        for record in records:
            for ballot in getattr(record, "ballots", ()):
                choice = "no" if ballot.choice.value == "veto" else ballot.choice.words
                cast[ballot.actor].append((f"{self.name(ballot.actor)}: {choice}", record))
        for texts in cast.values():
            if len({text for text, _ in texts}) > 1:
                yield self.told("ballot", about, self.sides(texts))


def is_moment(record: Any) -> bool:
    """Whether the date of a record is that of a moment; positions last, and most claims."""
    if isinstance(record, Position):
        return False
    return not isinstance(record, TerritorialClaim) or record.assertion.value in MOMENTS


def top(quantity: Any) -> float:
    return float({"share": 1.0}.get(quantity.unit.value, float("inf")) if quantity.high is None else quantity.high)


def amount(quantity: Any) -> str:
    low = f"{quantity.low:.15g}"
    figure = f"{low} or more" if quantity.high is None else low
    if quantity.high is not None and quantity.high != quantity.low:
        figure = f"{low} to {quantity.high:.15g}"
    of = (" of " if quantity.unit.value == "share" else " ") + quantity.of if quantity.of else ""
    return f"{figure}{of} ({quantity.currency or quantity.unit.value})"


def counts(vote: Any) -> list[Any]:
    return [getattr(vote.tally, name) for name in COUNTED]


def tally_words(vote: Any) -> str:
    return ", ".join(f"{count} {name}" for name, count in zip(COUNTED, counts(vote), strict=True) if count is not None)


def disputed(records: list[Any], field: str, excludes: Callable[[Any, Any], bool]) -> list[Any]:
    """List the records of which another one excludes what they have in a field."""
    having = [record for record in records if getattr(record, field, None) is not None]
    return [one for one in having if any(excludes(one, other) or excludes(other, one) for other in having)]


def count_differs(left: Any, right: Any) -> bool:
    return any(x != y for x, y in zip(counts(left), counts(right), strict=True) if None not in (x, y))


PLAIN: Final[dict[type, list[tuple[str, str, Callable[[Any, Any], bool], Callable[[Any], str]]]]] = {
    TerritorialClaim: [
        (
            "extent",
            "extent",
            lambda a, b: a.extent.unit is b.extent.unit and top(a.extent) < b.extent.low,
            lambda r: amount(r.extent),
        )
    ],
    Action: [
        (
            "deed",
            "status",
            lambda a, b: a.status.value == "denied" and b.status.value in {"done", "ongoing"},
            lambda r: str(r.status.value),
        )
    ],
    Vote: [
        ("result", "result", lambda a, b: a.result is not b.result, lambda r: str(r.result.value)),
        ("tally", "tally", count_differs, tally_words),
    ],
    Position: [
        (
            "stance",
            "stance",
            lambda a, b: a.stance is not b.stance and a.stance.number * b.stance.number <= 0,
            lambda r: str(r.stance.value),
        )
    ],
}
"""Fields that exclude each other by their values alone: the kind of the difference, when they do, and what is said."""
