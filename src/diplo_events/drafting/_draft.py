"""`draft`: from a text to a dataset in which what rules can find is found, and nothing is judged."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from diplo_events._internal.texts.display import one_line
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate, check_event_date
from diplo_events.dates.relative import resolve
from diplo_events.drafting._finds import find
from diplo_events.drafting._parts.layout import layout
from diplo_events.drafting._records.known import Known
from diplo_events.drafting._records.people import slug
from diplo_events.drafting._records.records import Publication, records
from diplo_events.drafting.gazetteer import Gazetteer
from diplo_events.drafting.pipelines import Pipeline
from diplo_events.errors import ArgumentError, DiploEventsError, expect_type, shown
from diplo_events.model import Actor, Place
from diplo_events.model.ids import RecordId, SourceId, Url
from diplo_events.schema import Record
from diplo_events.vocab import SourceKind

UNREADABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""Characters that are in no text that people read."""

MOST_NAMED: Final = 20
"""How many texts that cannot be read a message names."""

__all__ = ["check_ids", "check_texts", "draft", "draft_all", "joined", "publication_of"]


def draft(  # noqa: PLR0913  (what is known of a text besides its words; all by keyword)
    text: str,
    *,
    source: str | None = None,
    published: EventDate | None = None,
    publisher: str | None = None,
    url: str | None = None,
    kind: SourceKind | None = None,
    actors: Dataset | None = None,
    gazetteer: Gazetteer | None = None,
    pipeline: Pipeline | None = None,
) -> Dataset:
    r"""Return the draft of an encoding: what the rules find in a text, with what they cannot decide left open.

    A statement has its passage, its quotations and its mode. Its speaker is filled in by rules that were measured to be
    right nearly always, and its act only where the verb itself names it; otherwise the field is `OPEN`, and
    `extra["draft"]["ask"]` lists the two likeliest. Summaries and stances are never drafted. With actors at hand the
    draft is a part of their dataset: it has `complete: false`, because what they refer to stands there.

    Args:
        text: The text, headline first, as its file has it.
        source: The id of the source; made of the headline by default.
        published: The day from which time words count; by default that which the text bears in a line of its own.
        publisher: Who published it: a name, or the id or a spelling of one of the actors.
        url: Its address.
        kind: What sort of text it is; open by default, unless it consists of turns.
        actors: A dataset whose actors and places are recognised by their spellings.
        gazetteer: What tells which places a name can mean, such as `drafting.world.world()`; without it the places of
            meetings are proposed, and those of the dataset recognised.
        pipeline: What finds further names, such as `drafting.pipelines.load_pipeline("en_core_web_sm")`: they are
            proposed as actors and places with a rule such as `spacy-person`, and change nothing else.

    Raises:
        ArgumentTypeError: the text is not a text, or the date is not an `EventDate`.
        ArgumentError: the text has a control character, or the source the id of a known actor.

    Examples:
        >>> from diplo_events import EventDate, Statement
        >>> article = "Talks end\n\nOda Brink, Norland’s envoy, said on Tuesday: “We will pay.” She warned Li."
        >>> dataset = draft(article, source="a1", published=EventDate.parse("2031-05-15"))
        >>> for record in dataset.of_type(Statement):
        ...     print(record.speakers, record.acts, record.when, record.extra["draft"]["rule"])
        ('oda-brink',) OPEN 2031-05-13 subject-aside
        ('oda-brink',) (SpeechAct.WARN,) None pronoun-she
    """
    check_texts([(source, text)])
    publication = publication_of(text, source=source, published=published)
    publication = attrs.evolve(publication, publisher=publisher, url=Url(url) if url is not None else None, kind=kind)
    known = Known(actors)
    check_ids([publication.id], known)
    finds = find(text, publication.published, known.places.consulted(gazetteer), pipeline)
    return Dataset(records=records(finds, publication, known), complete=known.is_alone)


def check_texts(texts: Iterable[tuple[str | None, object]]) -> None:
    """Refuse texts that no record can quote, and name all of them.

    Args:
        texts: The id of each source, if it has one, and its text.

    Raises:
        ArgumentTypeError: one is not a text.
        ArgumentError: one has a control character or a lone surrogate.
    """
    found: list[str] = []
    for source, text in texts:
        expect_type("text", text, str)
        content, where = str(text), "" if source is None else f"{one_line(source)}: "
        if match := UNREADABLE.search(content):
            line = content.count("\n", 0, match.start()) + 1
            column = match.start() - content.rfind("\n", 0, match.start())
            found.append(f"{where}{shown(match[0])} at {match.start()}, in line {line}, column {column}")
    if found:
        rest = f"; {len(found) - MOST_NAMED:,} more" if len(found) > MOST_NAMED else ""
        raise ArgumentError(
            f"expected a text without control characters, found {'; '.join(found[:MOST_NAMED])}{rest}; remove "
            f"{'them' if found[1:] else 'it'}"
        )


def draft_all(  # noqa: PLR0913  (what is known of the texts; all by keyword)
    texts: Iterable[tuple[str, str]],
    *,
    published: EventDate | None = None,
    publisher: str | None = None,
    kind: SourceKind | None = None,
    actors: Dataset | None = None,
    gazetteer: Gazetteer | None = None,
    pipeline: Pipeline | None = None,
) -> Dataset:
    """Return one draft of several texts; an actor that two of them call by its full name is one.

    Args:
        texts: The id of each source, and its text.
        published: The day on which all were published; by default that which each bears in a line of its own.
        publisher: Who published them: a name, or the id or a spelling of one of the actors.
        kind: What sort of texts they are.
        actors: A dataset whose actors and places are recognised by their spellings.
        gazetteer: What tells which places a name can mean, such as `drafting.world.world()`; without it the places of
            meetings are proposed, and those of the dataset recognised.
        pipeline: What finds further names, such as `drafting.pipelines.load_pipeline("en_core_web_sm")`: they are
            proposed as actors and places with a rule such as `spacy-person`, and change nothing else.

    Raises:
        ArgumentError: two texts have one id, or a text has that of an actor; or a text has a control character.

    Examples:
        >>> draft_all([("a1", "Ana Reis said no."), ("a1", "Tom Hale said yes.")])
        Traceback (most recent call last):
        ...
        diplo_events.errors.ArgumentError: expected a different id for each text, found 'a1' 2 times
    """
    known = Known(actors)
    given = list(texts)
    check_texts(given)
    check_ids([source for source, _ in given], known)
    known.taken.update(source for source, _ in given)

    consulted = known.places.consulted(gazetteer)

    def of_text(source: str, text: str) -> tuple[Record, ...]:
        about = attrs.evolve(publication_of(text, source=source, published=published), publisher=publisher, kind=kind)
        return records(find(text, about.published, consulted, pipeline), about, known)

    return joined((of_text(source, text) for source, text in given), known)


def joined(texts: Iterable[tuple[Record, ...]], known: Known) -> Dataset:
    """Return one dataset of the records of several texts, made one after the other: the next knows the actors before.

    Args:
        texts: The records of each text.
        known: The actors at hand.
    """
    shared: dict[str, Record] = {}
    own: list[Record] = []
    for drafted in texts:
        for record in drafted:
            if isinstance(record, Actor):
                known.drafted(record)
            elif isinstance(record, Place):
                known.places.add(record)
            if isinstance(record, Actor | Place):
                shared[record.id] = record
            else:
                own.append(record)
    return Dataset(records=(*shared.values(), *own), complete=known.is_alone)


def check_ids(sources: Sequence[str], known: Known) -> None:
    """Refuse ids of texts of which one record would take the place of another.

    Raises:
        ArgumentError: two texts have one id, or a text has that of a known actor.
    """
    found = [f"{shown(key)} {times} times" for key, times in Counter(sources).items() if times > 1]
    if found:
        raise ArgumentError(f"expected a different id for each text, found {', '.join(found)}")
    found = [shown(key) for key in sources if key in known.taken]
    if found:
        raise ArgumentError(
            f"expected ids of texts that no record of the known actors has, found {', '.join(found)}; choose others"
        )


def publication_of(text: str, *, source: str | None, published: EventDate | None) -> Publication:
    """Return the id and the day of a text, from the text where they are not given."""
    if published is not None:
        check_event_date(published, "published")
    parts = layout(text)
    title = text[slice(*parts.headline)] if parts.headline else " ".join(text.split()[:6])
    if published is None and parts.day is not None:
        published = day_of(parts.day)
    return Publication(id=SourceId(RecordId(source or slug(title))), published=published)


def day_of(words: str) -> EventDate | None:
    """Return the day that a line of its own names with its year; `None` if it has no year.

    >>> day_of("Tuesday, October 15, 2019"), day_of("March 9")
    (EventDate.parse('2019-10-15'), None)
    """
    try:
        return resolve(words, None)
    except DiploEventsError:
        return None
