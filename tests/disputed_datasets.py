"""Datasets drawn so that their sources differ in everything in which sources can differ."""

import random
from collections.abc import Sequence
from typing import Any, Final, TypeVar

from hypothesis import strategies as st

from diplo_events import (
    Action,
    ActionKind,
    ActionStatus,
    Actor,
    ActorKind,
    Assertion,
    Ballot,
    BallotChoice,
    Dataset,
    Document,
    DocumentKind,
    EventDate,
    Issue,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Name,
    Participant,
    ParticipantRole,
    Place,
    PlaceKind,
    Position,
    PositionBasis,
    Quantity,
    QuotationMode,
    Quote,
    Source,
    SourceKind,
    Span,
    SpeechAct,
    Stance,
    Statement,
    Tally,
    TerritorialClaim,
    Unit,
    Vote,
    VoteResult,
)
from diplo_events.vocab import Medium

__all__ = ["disputed", "disputed_by"]

T = TypeVar("T")

DATES: Final = [
    *(None, None, "2025-09-01", "2025-09-03", "2025-09-03?", "2025-09-04", "2025-09", "2025-08-30/2025-09-02"),
    *("[2025-09-04..2025-09-06]", "../2025-09-02", "2025-09-05/.."),
]
PUBLISHED: Final = [None, "2025-09-03", "2025-09-04", "2025-09-04~", "2025-09-05", "2025-09-06"]
ACTORS: Final = {
    "norland": (ActorKind.STATE, ()),
    "ministry": (ActorKind.GOVERNMENT_BODY, ("norland",)),
    "speaker": (ActorKind.PERSON, ("ministry",)),
    "sudland": (ActorKind.STATE, ()),
    "paper-a": (ActorKind.MEDIA, ()),
    "paper-b": (ActorKind.MEDIA, ()),
}
PLACES: Final = {
    "country": (PlaceKind.COUNTRY, None),
    "town": (PlaceKind.SETTLEMENT, "country"),
    "abroad": (PlaceKind.COUNTRY, None),
    "the-east": (PlaceKind.AREA, None),
}
SAID: Final = [
    "We will never give up the land of our fathers in the east",
    "We shall never give up the land of our fathers",
    "never give up the land",
    "We will ... give up the land",
    "Not one inch of the land of our fathers in the east will we give up",
    "Nobody asked us",
    "nobody asked us!",
]
SPELT: Final = [
    *("26 nations", "about 30 states", "twenty states", "26 states", "the alliance", "President X", "The president X"),
    *("former President X", "ex-President X"),
]
QUANTITIES: Final = [
    Quantity(low=2, high=2, unit=Unit.COUNT, of="ships"),
    Quantity(low=3, high=4, unit=Unit.COUNT, of="Ships"),
    Quantity(low=4, high=None, unit=Unit.COUNT, of="ships"),
    Quantity(low=0.2, high=0.2, unit=Unit.SHARE, of="the army"),
    Quantity(low=0.3, high=None, unit=Unit.SHARE, of="the army"),
    Quantity(low=5, high=6, unit=Unit.MONEY, currency="USD"),
    Quantity(low=7, high=7, unit=Unit.MONEY, currency="USD"),
]
EXTENTS: Final = [
    None,
    Quantity(low=0.1, high=0.1, unit=Unit.SHARE),
    Quantity(low=0.2, high=0.3, unit=Unit.SHARE),
    Quantity(low=0.3, high=None, unit=Unit.SHARE),
    Quantity(low=900, high=900, unit=Unit.SQUARE_KILOMETRES),
]
VOICES: Final = [("norland",), ("speaker",), ("sudland",), ("norland", "sudland"), ("sudland", "speaker")]
REJECTED: Final = VoteResult.REJECTED
MEMBERS: Final = ("norland", "ministry", "speaker", "sudland")


class World:
    """Records of a few things, each reported by several sources, as chance has it."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.texts = ("s1", "s2", "s3", "s4", "t1", "t2", "t3")

    def one_of(self, values: Sequence[T]) -> T:
        return self.chance.choice(values)

    def some(self, values: Sequence[T], most: int = 2) -> tuple[T, ...]:
        return tuple(self.chance.sample(values, self.chance.randint(0, most)))

    def date(self, texts: Sequence[str | None] = DATES) -> EventDate | None:
        text = self.one_of(texts)
        return EventDate.parse(text) if text else None

    def sources(self) -> list[Source]:
        papers = [
            Source(
                id=key,
                title=f"Text {key}",
                kind=SourceKind.NEWS_ARTICLE,
                publisher=self.one_of(["paper-a", "paper-b", None]),
                published=self.date(PUBLISHED),
                sha256=("0" * 64 if self.chance.random() < 0.3 else None) or key[1] * 64,
                length=100,
                language=self.one_of(["en", "en-GB", "fr"]),
            )
            for key in self.texts[:4]
        ]
        versions = [
            Source(
                id=key,
                title=f"Version {key}",
                kind=SourceKind.OFFICIAL_DOCUMENT,
                document="treaty",
                language=self.one_of(["en", "en", "fr"]),
                published=self.date(PUBLISHED),
            )
            for key in self.texts[4:]
        ]
        return [*papers, *versions]

    def background(self) -> list[Any]:
        spelt = [
            tuple(Name(text=text, sources=self.some(self.texts[:4])) for text in self.chance.sample(SPELT, 4))
            for _ in ACTORS
        ]
        actors = [
            Actor(id=key, name=f"The {key}", kind=kind, member_of=above, names=names)
            for (key, (kind, above)), names in zip(ACTORS.items(), spelt, strict=True)
        ]
        places = [
            Place(
                id=key,
                name=f"Land {key}",
                kind=kind,
                within=within,
                names=tuple(
                    Name(text=text, sources=(source,))
                    for text, source in dict(
                        zip(self.chance.sample(["Brod", "BROD", "Old Brod"], 3), self.texts[4:], strict=True)
                    ).items()
                ),
            )
            for key, (kind, within) in PLACES.items()
        ]
        documents = [
            Document(id="treaty", title="The treaty", kind=DocumentKind.TREATY),
            *(
                Document(id=key, title=key, kind=DocumentKind.CLAUSE, part_of="treaty")
                for key in ("article-1", "article-2")
            ),
        ]
        return [*actors, *places, *documents, Issue(id="issue/east", label="The east", proposition="The east is ours.")]

    def report(self, number: int, kind: str) -> Any:
        """Return a report of one of two things of a kind."""
        shared: dict[str, Any] = {
            "id": f"r{number}",
            "source": self.one_of(self.texts),
            "canonical_id": f"{kind}/{self.one_of('xy')}",
            "when": self.date(),
            "quantities": self.some(QUANTITIES),
        }
        place = self.one_of([None, *PLACES])
        summary = self.one_of(["It is so.", "It is said to be so."])
        match kind:
            case "utterance":
                quotes = (
                    Quote(
                        text=text,
                        span=Span(start=10 * at, end=10 * at + len(text)),
                        **self.one_of([{}, {"translated_from": "ru"}]),
                    )
                    for at, text in enumerate(self.some(SAID))
                )
                return Statement(
                    **shared, place=place, summary=summary, quotes=tuple(quotes), acts=(SpeechAct.REJECT,),
                    speakers=self.one_of(VOICES),
                    mode=QuotationMode.INDIRECT, medium=self.one_of([Medium.UNKNOWN, Medium.SPEECH]),
                    documents=self.one_of([(), ("article-1",), ("article-2",)]),
                    issues=self.one_of([(), ("issue/east",)]),
                )  # fmt: skip
            case "meeting":
                roles = [
                    Participant(actor=key, role=self.one_of(list(ParticipantRole))) for key in self.some(MEMBERS, 3)
                ]
                return Meeting(
                    **shared, place=place, title=self.one_of(["The talks", "The long talks"]), kind=MeetingKind.TALKS,
                    status=self.one_of(list(MeetingStatus)), participants=tuple(roles),
                    proposed_by=self.some(MEMBERS, 1),
                )  # fmt: skip
            case "deed":
                return Action(
                    **shared, place=place, summary=summary, actors=("norland",), kind=ActionKind.SEIZE,
                    status=self.one_of(list(ActionStatus)),
                )  # fmt: skip
            case "vote":
                result = self.one_of(list(VoteResult))
                choices = [BallotChoice.NO, BallotChoice.YES, *([BallotChoice.VETO] * (result is REJECTED))]
                ballots = [Ballot(actor=key, choice=self.one_of(choices)) for key in self.some(MEMBERS, 3)]
                tally = self.one_of(
                    [None, None, None, Tally(yes=13, no=2), Tally(yes=12, no=2), Tally(no=2, abstain=1), Tally(yes=13)]
                )
                return Vote(
                    **shared, summary=summary, body="ministry", result=result,
                    ballots=() if tally else tuple(ballots), tally=tally, on=self.one_of([None, "treaty"]),
                )  # fmt: skip
            case "claim":
                return TerritorialClaim(
                    **shared, summary=summary, challenger="norland", asserted_by=("norland",), territory="the east",
                    assertion=self.one_of([Assertion.CAPTURE, Assertion.OCCUPATION]), extent=self.one_of(EXTENTS),
                    places=self.some(list(PLACES)),
                )  # fmt: skip
            case _:
                return Position(
                    **shared, summary=summary, actor="norland", issue="issue/east", stance=self.one_of(list(Stance)),
                    basis=PositionBasis.DECLARED,
                )  # fmt: skip


KINDS: Final = ("utterance", "meeting", "deed", "vote", "claim", "position")


def disputed_by(chance: random.Random, reports: int = 30) -> Dataset:
    """Make a dataset in which every kind of thing is reported several times, otherwise each time."""
    world = World(chance)
    records = [world.report(number, KINDS[number % len(KINDS)]) for number in range(reports)]
    return Dataset(records=[*world.sources(), *world.background(), *records], complete=False)


def disputed() -> st.SearchStrategy[Dataset]:
    """Draw such a dataset."""
    return st.randoms(use_true_random=False).map(disputed_by)
