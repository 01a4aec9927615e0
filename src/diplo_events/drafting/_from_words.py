"""Records from finds that are given as words: what somebody else read in a text, placed in it exactly or not at all."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.drafting._draft import check_ids, check_texts, publication_of
from diplo_events.drafting._finds import Finds, find
from diplo_events.drafting._placing import Placed, Words, placed_words
from diplo_events.drafting._records.known import Known
from diplo_events.drafting._records.people import People
from diplo_events.drafting._records.place_records import DraftPlaces
from diplo_events.drafting._records.records import Publication, records, statement
from diplo_events.drafting._records.settings import place_of
from diplo_events.errors import Problem
from diplo_events.model import OPEN, Statement

__all__ = ["Words", "draft_words", "worded_statements"]

MOST_ASKED: Final = 2
"""How many answers a question about a field offers."""

BEFORE_NAME: Final = re.compile(r"\A(?:(?:in|at|from|near|to|outside|on) )?(?:the )?(?=[A-ZÀ-ÖØ-Þ])", re.IGNORECASE)
"""What may stand before the name of a place."""


def draft_words(
    text: str,
    found: Iterable[Words],
    *,
    rule: str,
    source: str | None = None,
    published: EventDate | None = None,
    actors: Dataset | None = None,
) -> tuple[Dataset, tuple[Problem, ...]]:
    """Return a draft of statements that are given as words, with what could not be placed.

    Whoever found them, a model or a person at another program, gives no number and no id: passages and quotations are
    located in the text, code point for code point or but for typography; names and dates are resolved as `draft` does
    it. A record whose passage or quotation stands nowhere is dropped and listed. One whose passage stands at several
    places is kept without a passage, and asks which is meant, unless the records before and behind it leave one. Who
    speaks, to whom, through whom, where, and what the act is are questions too, and never filled in.

    Args:
        text: The text.
        found: What was found.
        rule: By whom or by which rule it was found; it stands in `extra["draft"]["rule"]`.
        source: The id of the source; made of the headline by default.
        published: The day from which time words count.
        actors: A dataset whose actors are recognised by their spellings.

    Examples:
        >>> text = "Minister Oda Brink said there would be no toll. It rains."
        >>> words = [Words(passage="Minister … toll.", speaker="Oda Brink"), Words(passage="It snows.")]
        >>> dataset, problems = draft_words(text, words, rule="reader", source="a1")
        >>> dataset["a1/s01"].extra["draft"]["ask"]["speakers"]
        ('oda-brink',)
        >>> print(problems[0])
        found[1].passage: expected words of the text, found 'It snows.'; they stand nowhere in the text
    """
    check_texts([(source, text)])
    publication = publication_of(text, source=source, published=published)
    known = Known(actors)
    check_ids([publication.id], known)
    finds = find(text, publication.published)
    placing = placed_words(finds, [(f"found[{number}]", words) for number, words in enumerate(found)])
    finds = attrs.evolve(finds, reported=(), encounters=(), deeds=())

    def said(people: People, places: DraftPlaces) -> list[Any]:
        return worded_statements(finds, placing.placed, publication, people, places, by={"rule": rule})

    dataset = Dataset(records=records(finds, publication, known, said=said), complete=known.is_alone)
    return dataset, tuple(loss.problem for loss in (*placing.dropped, *placing.left_out))


def worded_statements(
    finds: Finds,
    placed: Iterable[Placed],
    publication: Publication,
    people: People,
    places: DraftPlaces,
    *,
    by: Mapping[str, str],
) -> list[Any]:
    """Return the records of finds that were given as words.

    Args:
        finds: What the rules find in the text.
        placed: The finds at their places.
        publication: The id of the source.
        people: The actors of the draft.
        places: The places of the draft.
        by: Who found them, as it stands in `extra["draft"]`.
    """
    ordered = sorted(placed, key=lambda each: (each.item.start, each.item.end))
    return [
        worded(finds, each, statement(finds, each.item, number, publication, people), people, places, by)
        for number, each in enumerate(ordered, start=1)
    ]


def worded(
    finds: Finds, placed: Placed, record: Statement, people: People, places: DraftPlaces, by: Mapping[str, str]
) -> Statement:
    """Return the record of a find with its questions, and with nothing of which nobody knows how often it is right."""
    ask: dict[str, Any] = dict(record.extra["draft"].get("ask", {}))
    for name, parties in (("audience", placed.audience), ("via", placed.via)):
        if ids := people.ids_of(parties):
            ask[name] = list(ids[:MOST_ASKED])
    if record.when is None and placed.when is not None:
        words = (word for word in finds.time_words if word.start < placed.when.end and placed.when.start < word.end)
        if when := next((str(word.when) for word in words if word.when is not None), None):
            ask["when"] = [when]
    where = placed.place if record.place is None else None
    if where is not None and (named := BEFORE_NAME.match(where)) and where[named.end()].isupper():
        ask["place"] = [place_of(where[named.end() :], places)]
    changes: dict[str, Any] = {}
    if len(placed.places) > 1:
        ask["spans"] = [{"start": spot.start, "end": spot.end} for spot in placed.places]
        changes = {"spans": (), "quotes": (), "mode": OPEN, "place": None, "when": None, "when_as_reported": None}
    mark: dict[str, Any] = {**by, **({"ask": ask} if ask else {})}
    if placed.refuted:
        mark["refuted"] = list(placed.refuted)
    if placed.written:
        mark["as_written"] = dict(placed.written)
    if placed.typography:
        mark["typography"] = list(placed.typography)
    return attrs.evolve(record, acts=OPEN, extra={"draft": mark}, **changes)
