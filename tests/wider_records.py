"""One record of each type that the bundled dataset does not have, together with that dataset."""

from diplo_events import (
    Action,
    ActionKind,
    ActionStatus,
    Ballot,
    BallotChoice,
    Document,
    DocumentKind,
    EventDate,
    Quantity,
    Span,
    Tally,
    Unit,
    Vote,
    VoteResult,
    load_example,
)

SOURCE = "zerohedge-guarantees"

DRAFT = Document(
    id="document/draft",
    title="A draft resolution",
    kind=DocumentKind.DRAFT,
    parties=("france",),
    signed=EventDate.parse("2025-09-01"),
)
WITHDRAWAL = Action(
    id=f"{SOURCE}/a90",
    source=SOURCE,
    spans=(Span(start=0, end=9),),
    actors=("russia",),
    targets=("ukraine",),
    kind=ActionKind.WITHDRAW,
    status=ActionStatus.DONE,
    when=EventDate.parse("2025-09-02"),
    quantities=(Quantity(low=100, high=200, unit=Unit.COUNT, of="troops"),),
    instrument=DRAFT.id,
    summary="Russia withdraws some troops.",
)
VOTE = Vote(
    id=f"{SOURCE}/v90",
    source=SOURCE,
    spans=(Span(start=0, end=9),),
    body="nato",
    on=DRAFT.id,
    when=EventDate.parse("2025-09-03"),
    result=VoteResult.REJECTED,
    ballots=(Ballot(actor="russia", choice=BallotChoice.VETO), Ballot(actor="france", choice=BallotChoice.YES)),
    tally=Tally(yes=13, no=1, abstain=1),
    summary="The draft is not adopted.",
)

EXAMPLE = load_example().with_records(DRAFT, WITHDRAWAL, VOTE)
"""The bundled dataset with one document, one deed and one vote."""
