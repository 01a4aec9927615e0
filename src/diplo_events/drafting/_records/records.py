"""From finds to records: each with its passage, the rule, and what is left to the person as a question."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from diplo_events.dates import EventDate
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._events.deeds import Deed
from diplo_events.drafting._events.likely_meetings import LIKELY, likeliest_kinds
from diplo_events.drafting._events.meeting_times import status_at, time_of_meeting
from diplo_events.drafting._events.meetings import Encounter
from diplo_events.drafting._finds import Finds
from diplo_events.drafting._parts.languages import language_of
from diplo_events.drafting._records.known import Known
from diplo_events.drafting._records.people import People
from diplo_events.drafting._records.place_records import DraftPlaces
from diplo_events.drafting._records.settings import meeting_place, place_marks, statement_place
from diplo_events.drafting._records.sure import SURE_ACTS, is_sure
from diplo_events.drafting._records.times_of_saying import time_of
from diplo_events.drafting._speech.context import Reported
from diplo_events.drafting._times.parts import listed
from diplo_events.drafting.pipelines import propose_actors
from diplo_events.model import (
    OPEN,
    Action,
    Actor,
    Meeting,
    Participant,
    Quote,
    Source,
    Span,
    Statement,
    TerritorialClaim,
    Uncoded,
    Vote,
)
from diplo_events.model.ids import ActorId, LanguageTag, RecordId, Sha256, SourceId, Url
from diplo_events.schema import Record
from diplo_events.vocab import ActorKind, ParticipantRole, QuotationMode, Section, SourceKind

__all__ = ["Publication", "records", "statement"]

LEAST_NAME: Final = 2
MOST_NAME: Final = 4
"""How many words a name has of which the text shows only that it is one."""

THINGS: Final = words(
    """
    area accord accords act agreement article avenue bay bridge canal caucasus city coast east eastern gulf island
    islands lake middle mountains news north northern ocean operation pact peninsula plan port province region river
    road sea south southern square strait street territory treaty valley war west western zone social europe asia
    africa america summit day week year prize strip heights bank kashmir
    """
)
"""Words that end or begin names of things and places."""

LONG_QUOTE: Final = 6
"""How many words a quotation has that is a clause though it begins with a small letter."""

SHARE_OF_QUOTE: Final = 0.25
"""From which share of a passage on a quotation is the whole of it, and not a piece."""


@attrs.frozen(kw_only=True)
class Publication:
    """What is known of a text besides the text."""

    id: SourceId
    """The id of its source."""
    published: EventDate | None = None
    """When it was published."""
    publisher: str | None = None
    """Who published it: a name, or the id of a known actor."""
    url: Url | None = None
    """Its address."""
    kind: SourceKind | None = None
    """What sort of text it is."""


def records(
    finds: Finds,
    publication: Publication,
    known: Known,
    *,
    said: Callable[[People, DraftPlaces], list[Any]] | None = None,
) -> tuple[Record, ...]:
    """Return the records of what was found in a text: the source, the actors and places, what was said and done.

    Args:
        finds: What was found.
        publication: The id of the source, and what is known of it.
        known: The actors at hand.
        said: What makes the statements, given the actors and places of the draft, before those that were found.
    """
    language = language_of(finds.text)
    people = People(publication.id, language, known)
    places = DraftPlaces(publication.id, language, known.places, people.id_of)
    marks = place_marks(finds, places)
    publisher = publisher_of(publication, people)
    made: list[Any] = said(people, places) if said is not None else []
    made.extend(repeated(finds, statements(finds, publication, people, places)))
    for number, encounter in enumerate(finds.encounters, start=1):
        made.append(meeting(finds, encounter, number, publication, people, places))
    made.extend(others(finds, publication, people))
    for party in finds.actors.parties:
        if is_worth_a_record(party):
            people.id_of(party)
    propose_actors(finds.entities, finds.actors.parties, people)
    actors = [publisher if publisher is not None and actor.id == publisher.id else actor for actor in people.records()]
    source = source_of(finds, publication, language, publisher.id if publisher else None)
    if marks:
        source = attrs.evolve(source, extra={**source.extra, "places": marks})
    return (source, *actors, *places.records(), *made)


def statements(finds: Finds, publication: Publication, people: People, places: DraftPlaces) -> list[Statement]:
    """Return the records of what was said."""
    return [
        statement(finds, item, number, publication, people, places)
        for number, item in enumerate(by_place(finds.reported), start=1)
    ]


def by_place(found: Sequence[Reported]) -> list[Reported]:
    """Return what was said in the order of the text."""
    return sorted(found, key=lambda item: (item.start, item.end))


def is_worth_a_record(party: Party) -> bool:
    """Whether an actor belongs into a draft though nothing is recorded of it: a person, a state, or a body by name."""
    if party.members:
        return False
    if party.kind in {"person", "state"}:
        return True
    if party.kind == "name":
        return (
            party.is_free
            and LEAST_NAME <= len(party.name.split()) <= MOST_NAME
            and not set(party.name.lower().split()) & THINGS
        )
    return party.kind == "body" and party.is_named and not party.heads & {"summit", "conference", "forum"}


def source_of(
    finds: Finds, publication: Publication, language: LanguageTag | None, publisher: ActorId | None
) -> Source:
    """Return the record of the text."""
    text, parts = finds.text, finds.layout
    title = text[slice(*parts.headline)] if parts.headline else " ".join(text.split()[:10])
    kind = publication.kind or (SourceKind.TRANSCRIPT if parts.is_transcript else None)
    words = [
        {
            "start": word.start,
            "end": word.end,
            "text": word.text,
            "edtf": str(word.when) if word.when is not None else None,
            **({"why": word.why} if word.why else {}),
        }
        for found in finds.time_words
        for word in listed(found)
    ]
    extra: dict[str, Any] = {"time_words": words} if words else {}
    if kind is None:
        extra["draft"] = {"rule": "source", "ask": {"kind": ["news_article", "opinion"]}}
    return Source(
        id=publication.id,
        title=" ".join(title.split()) or OPEN,
        publisher=publisher,
        kind=kind if kind is not None else OPEN,
        published=publication.published,
        dateline=parts.dateline,
        language=language,
        url=publication.url,
        sha256=Sha256(hashlib.sha256(text.encode()).hexdigest()),
        length=len(text) or None,
        uncoded=tuple(
            Uncoded(span=Span(start=start, end=end, section=Section.BOILERPLATE), reason=reason)
            for start, end, reason in parts.uncoded
            if end > start
        ),
        extra=extra,
    )


def publisher_of(publication: Publication, people: People) -> Actor | None:
    """Return the record of the publisher: a known actor, or a new medium."""
    if publication.publisher is None:
        return None
    party = Party(publication.publisher, "body")
    key = people.id_of(party)
    return people.given.get(key) or Actor(id=key, name=publication.publisher, kind=ActorKind.MEDIA)


def statement(
    finds: Finds,
    item: Reported,
    number: int,
    publication: Publication,
    people: People,
    places: DraftPlaces | None = None,
) -> Statement:
    """Return the record of something that was said; without its place, if no places are given."""
    ask: dict[str, list[str]] = {}
    speakers: Any = people.ids_of(item.speakers) if item.speakers and is_sure(item.rule) else OPEN
    if not speakers:
        likely: list[str] = [key for party in item.others[:2] for key in people.ids_of([party])]
        if likely:
            ask["speakers"] = likely[:2]
    acts: Any = item.acts[:1] if item.verb in SURE_ACTS else OPEN
    if not acts and item.acts:
        ask["acts"] = [act.value for act in item.acts[:2]]
    spans = [Span(start=start, end=end, section=item.section) for start, end in [(item.start, item.end)]]
    word = time_of(finds, item)
    place, ask["place"] = statement_place(finds, item, places) if places is not None else (None, [])
    return Statement(
        id=RecordId(f"{publication.id}/s{number:02d}"),
        source=publication.id,
        spans=tuple(spans),
        via=people.ids_of(item.via),
        when=word.when if word is not None else None,
        when_as_reported=word.text if word is not None else None,
        speakers=speakers,
        acts=acts,
        mode=mode_of(finds.text, item),
        summary=OPEN,
        quotes=tuple(
            Quote(text=finds.text[start:end], span=Span(start=start, end=end, section=item.section))
            for start, end in item.quotes
        ),
        place=place,
        audience=people.ids_of(party for party in item.audience if party.is_named),
        extra=marked(item.rule, ask),
    )


def marked(rule: str, ask: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return what a record says of how it was drafted."""
    questions = {name: list(likely) for name, likely in ask.items() if likely}
    return {"draft": {"rule": rule, **({"ask": questions} if questions else {})}}


def mode_of(text: str, item: Reported) -> QuotationMode:
    """Return how the text gives the words, from what of the passage stands in quotation marks."""
    if item.is_turn:
        return QuotationMode.VERBATIM
    if not item.quotes:
        return QuotationMode.INDIRECT
    quoted = sum(end - start for start, end in item.quotes)
    words = text[slice(*item.quotes[0])]
    is_clause = words[0].isupper() or len(words.split()) >= LONG_QUOTE
    whole = is_clause and quoted >= SHARE_OF_QUOTE * (item.end - item.start)
    return QuotationMode.DIRECT if whole else QuotationMode.MIXED


def repeated(finds: Finds, said: Sequence[Statement]) -> Iterator[Statement]:
    """Ask of what a headline, a standfirst or a list says whether it restates a record of the body that is like it."""
    body = [record for record in said if record.spans[0].section is Section.BODY]
    for record in said:
        is_body = record.spans[0].section is Section.BODY
        fuller = None if is_body else next((other for other in body if is_repeat(finds.text, record, other)), None)
        if fuller is None:
            yield record
        else:
            mark = record.extra["draft"]
            ask = {**mark.get("ask", {}), "restates": [fuller.id]}
            yield attrs.evolve(record, extra={"draft": {**mark, "ask": ask}})


def is_repeat(text: str, record: Statement, other: Statement) -> bool:
    """Whether two passages of one speaker share most of the words of the shorter."""
    if record.speakers is OPEN or other.speakers is OPEN or not set(record.speakers) & set(other.speakers):
        return False
    ours, theirs = stems(text, record.spans[0]), stems(text, other.spans[0])
    return len(ours & theirs) * 2 >= len(ours) > 0


def stems(text: str, span: Span) -> set[str]:
    """Return the beginnings of the longer words of a passage."""
    return {word[:5].lower() for word in re.findall(r"[^\W\d_]{5,}", text[span.start : span.end])}


def meeting(
    finds: Finds, found: Encounter, number: int, publication: Publication, people: People, places: DraftPlaces
) -> Meeting:
    """Return the record of a meeting."""
    hosts = set(people.ids_of(found.hosts))
    members, is_asked = people.ids_of(found.participants), found.rule.startswith(LIKELY)
    word = time_of_meeting(finds.text, found, finds.time_words, publication.published)
    spans = sorted({(found.start, found.end), *found.more})
    place, asked = meeting_place(finds, found, places)
    kinds = likeliest_kinds(found)
    return Meeting(
        id=RecordId(f"{publication.id}/m{number:02d}"),
        source=publication.id,
        spans=tuple(Span(start=start, end=end, section=section_at(finds, start)) for start, end in spans),
        when=word.when if word is not None else None,
        when_as_reported=word.text if word is not None else None,
        title=OPEN,
        kind=OPEN if kinds else found.kind,
        status=status_at(finds.text, found, word),
        participants=tuple(
            Participant(actor=key, role=ParticipantRole.HOST if key in hosts else ParticipantRole.ATTENDEE)
            for key in members
            if not is_asked
        ),
        place=place,
        extra=marked(found.rule, {"kind": kinds, "participants": members[:2] if is_asked else (), "place": asked}),
    )


def section_at(finds: Finds, start: int) -> Section:
    """Return the part of the article that a place is in."""
    return next((block.section for block in finds.layout.blocks if block.start <= start < block.end), Section.BODY)


def others(finds: Finds, publication: Publication, people: People) -> Iterator[Action | Vote | TerritorialClaim]:
    """Return the candidates for deeds, votes and claims; what they are is left open."""
    numbers = {"deed": 0, "vote": 0, "claim": 0}
    for found in finds.deeds:
        numbers[found.what] += 1
        yield other(finds, found, numbers[found.what], publication, people)


def other(
    finds: Finds, found: Deed, number: int, publication: Publication, people: People
) -> Action | Vote | TerritorialClaim:
    """Return the record of a candidate."""
    shared: dict[str, Any] = {
        "id": f"{publication.id}/{found.what[0]}{number:02d}",
        "source": publication.id,
        "spans": (Span(start=found.start, end=found.end, section=section_at(finds, found.start)),),
        "summary": OPEN,
    }
    is_sayable = found.party is not None and (
        found.party.is_named or found.party.is_speaker or found.party.state is not None
    )
    party = list(people.ids_of([found.party])) if found.party is not None and is_sayable else []
    likely = [kind.value for kind in found.kinds]
    if found.what == "deed":
        return Action(
            **shared,
            actors=tuple(party) or OPEN,
            targets=people.ids_of(target for target in found.targets if target.is_named and target.kind != "name"),
            kind=OPEN,
            status=OPEN,
            extra=marked(found.rule, {"kind": likely}),
        )
    if found.what == "vote":
        return Vote(**shared, body=OPEN, result=OPEN, extra=marked(found.rule, {"body": party}))
    return TerritorialClaim(
        **shared,
        challenger=OPEN,
        asserted_by=OPEN,
        assertion=OPEN,
        territory=OPEN,
        extra=marked(found.rule, {"assertion": likely, "challenger": party[:1]}),
    )
