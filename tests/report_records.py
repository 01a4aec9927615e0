"""Small datasets in which several sources report a few things, drawn as plain facts and then made with any ids."""

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from diplo_events import (
    Actor,
    ActorKind,
    Dataset,
    EventDate,
    Issue,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Participant,
    ParticipantRole,
    Place,
    PlaceKind,
    Position,
    PositionBasis,
    QuotationMode,
    Source,
    SourceKind,
    SpeechAct,
    Stance,
    Statement,
)
from diplo_events.model import EventRecord
from diplo_events.vocab import Medium

ACTORS = {
    "norland": (ActorKind.STATE, ()),
    "ministry": (ActorKind.GOVERNMENT_BODY, ("norland",)),
    "speaker": (ActorKind.PERSON, ("ministry",)),
    "sudland": (ActorKind.STATE, ()),
    "paper-a": (ActorKind.MEDIA, ()),
    "paper-b": (ActorKind.MEDIA, ()),
    "agency": (ActorKind.MEDIA, ()),
    "unnamed": (ActorKind.UNNAMED, ()),
}
PLACES = {
    "country": (PlaceKind.COUNTRY, None),
    "town": (PlaceKind.SETTLEMENT, "country"),
    "abroad": (PlaceKind.COUNTRY, None),
}
SOURCES = {
    "a1": ("paper-a", "2025-09-03"),
    "a2": ("paper-a", "2025-09-06"),
    "b1": ("paper-b", "2025-09-04?"),
    "c1": (None, None),
}
DATES = (
    *("2025-09-01", "2025-09-02?", "2025-09-03", "2025-09", "2025-09-01/2025-09-02", "[2025-09-02..2025-09-04]"),
    *("../2025-09-02", "2025-09-03/..", "[2025-09-01,2025-09-05]"),
)
MEMBERS = ("norland", "ministry", "speaker", "sudland")

Fact = dict[str, Any]
"""What one report says, in the words above."""


BLANK: Fact = {
    "kind": "position",
    "thing": "thing/x",
    "source": "a1",
    "via": (),
    "when": None,
    "who": "norland",
    "place": None,
    "acts": [SpeechAct.STATE],
    "targets": [],
    "status": MeetingStatus.HELD,
    "present": {},
    "stance": Stance.AGREE,
    "medium": Medium.UNKNOWN,
}
"""A report that says as little as it can."""


def pick(values: Sequence[Any]) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(values)


def facts(most: int = 5) -> st.SearchStrategy[list[Fact]]:
    """Draw what some reports say of one or two things."""
    one = st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["statement", "statement", "meeting", "position"]),
            "thing": st.sampled_from(["thing/x", "thing/x", "thing/y", None]),
            "source": st.sampled_from(sorted(SOURCES)),
            "via": st.sampled_from([(), (), ("agency",), ("agency", "unnamed"), ("unnamed",), ("paper-b", "agency")]),
            "when": pick(DATES),
            "who": st.sampled_from(MEMBERS),
            "place": pick(sorted(PLACES)),
            "acts": st.lists(st.sampled_from(list(SpeechAct)[:6]), min_size=1, max_size=3, unique=True),
            "targets": st.lists(st.sampled_from(MEMBERS), max_size=2, unique=True),
            "status": st.sampled_from(
                [MeetingStatus.HELD, MeetingStatus.ONGOING, MeetingStatus.SCHEDULED, MeetingStatus.REJECTED]
            ),
            "present": st.dictionaries(st.sampled_from(MEMBERS), st.sampled_from(list(ParticipantRole)), max_size=3),
            "stance": st.sampled_from(list(Stance)),
            "medium": st.sampled_from([Medium.UNKNOWN, Medium.SPEECH, Medium.CALL]),
        }
    )
    return st.lists(one, max_size=most)


def as_it_is(key: str) -> str:
    return key


def made(given: Sequence[Fact], name: Callable[[str], str] = as_it_is) -> Dataset:
    """Make the dataset of some facts, every id given by a function."""
    publishers = [
        Source(
            id=name(key),
            title=key,
            kind=SourceKind.NEWS_ARTICLE,
            language="en",
            publisher=name(publisher) if publisher else None,
            published=EventDate.parse(published) if published else None,
        )
        for key, (publisher, published) in SOURCES.items()
    ]
    actors = [
        Actor(id=name(key), name=key, kind=kind, member_of=tuple(map(name, member_of)))
        for key, (kind, member_of) in ACTORS.items()
    ]
    places = [
        Place(id=name(key), name=key, kind=kind, within=name(within) if within else None)
        for key, (kind, within) in PLACES.items()
    ]
    issue = Issue(id=name("issue"), label="issue", proposition="It should be so.")
    records = [record(fact, name(f"r{number}"), name) for number, fact in enumerate(given)]
    return Dataset(records=[*publishers, *actors, *places, issue, *records])


def record(fact: Fact, key: str, name: Callable[[str], str]) -> EventRecord:
    """Make the record of one fact."""
    common: dict[str, Any] = {
        "id": key,
        "source": name(fact["source"]),
        "via": tuple(map(name, fact["via"])),
        "canonical_id": fact["thing"] and name(fact["thing"]),
        "when": EventDate.parse(fact["when"]) if fact["when"] else None,
    }
    place = name(fact["place"]) if fact["place"] else None
    if fact["kind"] == "statement":
        return Statement(
            **common,
            speakers=(name(fact["who"]),),
            acts=tuple(fact["acts"]),
            mode=QuotationMode.INDIRECT,
            summary="Said.",
            medium=fact["medium"],
            place=place,
            targets=tuple(map(name, fact["targets"])),
        )
    if fact["kind"] == "meeting":
        return Meeting(
            **common,
            title="Met.",
            kind=MeetingKind.TALKS,
            status=fact["status"],
            place=place,
            participants=tuple(Participant(actor=name(who), role=role) for who, role in fact["present"].items()),
        )
    return Position(
        **common,
        actor=name(fact["who"]),
        issue=name("issue"),
        stance=fact["stance"],
        basis=PositionBasis.DECLARED,
        summary="Stands.",
    )
