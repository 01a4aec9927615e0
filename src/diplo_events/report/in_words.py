"""Records in words: a phrase for each type of record, which the terminal, the page and notebooks share."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from diplo_events.dataset import Dataset
from diplo_events.dates.in_words import date_in_words
from diplo_events.errors import ArgumentTypeError, shown
from diplo_events.model import (
    Action,
    Actor,
    Document,
    EventRecord,
    Issue,
    Meeting,
    Participant,
    Place,
    Position,
    Source,
    Statement,
    Tally,
    TerritorialClaim,
    Vote,
)
from diplo_events.report._languages import language_of, language_of_quote
from diplo_events.report.field_words import basis_line, field_lines, named, names_line, origin_line, quantity_line
from diplo_events.report.lines import DataText, Line, joined
from diplo_events.schema import Record
from diplo_events.vocab import ActorKind, Aspect, Assertion, BallotChoice, ParticipantRole

__all__ = ["RecordWords", "marks_of", "said_line", "words_of"]

LAND: Final = "{land}"
"""Where the land stands in a phrase."""

TARGET: Final = "{target}"
"""Where the target stands in a phrase; in the others it follows."""

CLAIMS: Final[Mapping[Assertion, str]] = MappingProxyType(
    {
        Assertion.SOVEREIGNTY: "has sovereignty over {land}",
        Assertion.ANNEXATION: "annexed {land}",
        Assertion.OCCUPATION: "holds by force {land}",
        Assertion.CAPTURE: "took in battle {land}",
        Assertion.ADMINISTRATION: "governs {land}",
        Assertion.RECOGNITION_DEMAND: "wants recognition of its control of {land}",
        Assertion.CESSION_DEMAND: "wants to be given {land}",
        Assertion.CESSION_REFUSAL: "will not give up {land}",
        Assertion.RENUNCIATION: "gives up its claim to {land}",
        Assertion.NON_RECOGNITION: "does not accept that {target} lawfully holds {land}",
        Assertion.WITHDRAWAL_DEMAND: "wants {target} to leave {land}",
        Assertion.CESSION: "hands over {land}",
        Assertion.BOUNDARY: "has this boundary: {land}",
        Assertion.SOVEREIGN_RIGHTS: "may use {land}",
        Assertion.DE_FACTO_LOSS: "has in fact lost control of {land}",
    }
)
"""What the challenger does or wants, for each assertion, after the meanings of the vocabulary."""

AGREED: Final = frozenset({Assertion.RENUNCIATION, Assertion.CESSION, Assertion.BOUNDARY})
"""The assertions whose target need not be an adversary."""


@attrs.frozen(kw_only=True)
class RecordWords:
    """A record in words."""

    subject: Line
    """Who acts, or what is reported: the name of an actor, the title of a meeting."""
    predicate: Line
    """What follows the subject, with its punctuation: `: reject`."""
    text: Line
    """What is said, claimed or held, or who meets; may be empty."""
    quotes: tuple[DataText, ...] = ()
    """The words in quotation marks."""
    notes: tuple[Line, ...] = ()
    """What else belongs to it, a line each: conditions, what is answered, who holds the land."""

    @property
    def head(self) -> Line:
        """The subject with its predicate: the record as one phrase."""
        return self.subject + self.predicate


def words_of(dataset: Dataset, record: Record | EventRecord) -> RecordWords:
    """Return a record in words; of a draft, what is not coded yet and the fields that are given.

    Raises:
        ArgumentTypeError: it is not a record of one of the types.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.report.lines import line_text
        >>> dataset = diplo_events.load_example()
        >>> line_text(words_of(dataset, dataset["zerohedge-guarantees/s08"]).head)
        'Maria Zakharova → European Commission: criticize'
        >>> line_text(words_of(dataset, dataset["kurdistan24-intervention/c03"]).head)
        'Ukraine says that it has in fact lost control of Territories of Ukraine, not named; against Russia (“tacitly”)'
        >>> line_text(words_of(dataset, dataset.place("Beijing")).head)
        'Beijing: settlement in China'
    """
    if isinstance(record, Record) and record.open:
        return RecordWords(
            subject=(f"not coded yet: {', '.join(record.open)}",),
            predicate=(),
            text=joined(((f"{name}: ", *line) for name, line in field_lines(dataset, record)), "; "),
        )
    return event_words(dataset, record) if isinstance(record, EventRecord) else reference_words(dataset, record)


def event_words(dataset: Dataset, record: EventRecord) -> RecordWords:
    """Return an event record in words."""
    marks = marks_of(dataset, record)
    match record:
        case Statement():
            return RecordWords(
                subject=names_line(dataset, record.speakers),
                predicate=(
                    *directed(dataset, record.targets),
                    f": {', '.join(act.words for act in record.acts)}",
                    *marks,
                ),
                text=(DataText(record.summary),),
                quotes=tuple(
                    DataText(f"“{quote.text}”", language_of_quote(dataset, record, quote)) for quote in record.quotes
                ),
                notes=tuple(statement_notes(dataset, record)),
            )
        case Meeting():
            conditions = [("depends on: ", DataText(record.conditions))] if record.conditions else []
            proposals = [("proposed by ", *names_line(dataset, record.proposed_by))] if record.proposed_by else []
            return RecordWords(
                subject=(DataText(record.title),),
                predicate=(f": {record.status.words}", *with_place(dataset, record.place), *marks),
                text=joined(participant_line(dataset, participant) for participant in record.participants)
                or ("nobody is named",),
                notes=(*conditions, *proposals, *figures(record)),
            )
        case Action():
            fulfilled = [("as announced by ", *said_line(dataset, record.fulfils))] if record.fulfils else []
            deed = f": {record.kind.words} ({record.status.words})"
            return RecordWords(
                subject=names_line(dataset, record.actors),
                predicate=(*directed(dataset, record.targets), deed, *with_place(dataset, record.place), *marks),
                text=(DataText(record.summary),),
                notes=(*fulfilled, *figures(record)),
            )
        case Vote():
            question = (" on ", named(dataset, record.on)) if record.on else ()
            counts = tally_text(record.tally)
            return RecordWords(
                subject=(named(dataset, record.body),),
                predicate=(" votes", *question, f": {record.result.words}", *marks),
                text=(DataText(record.summary),),
                notes=(*([(counts,)] if counts else []), *ballot_lines(dataset, record), *figures(record)),
            )
        case TerritorialClaim():
            extent = (" (", *quantity_line(record.extent), ")") if record.extent else ()
            return RecordWords(
                subject=names_line(dataset, record.asserted_by),
                predicate=(*claim_line(dataset, record), *marks),
                text=(DataText(record.summary), *extent),
                notes=(*holding_lines(dataset, record), *figures(record)),
            )
        case Position():
            red_line = ", a red line" if record.red_line else ""
            conditions_line = (", on condition: ", clause(record.conditions)) if record.conditions else ()
            stance = (f": {record.stance.words} (", *basis_line(dataset, record), f"){red_line}", *conditions_line)
            return RecordWords(
                subject=(named(dataset, record.actor),),
                predicate=(" on ", named(dataset, record.issue), *stance, *marks),
                text=(DataText(record.summary),),
                notes=tuple(figures(record)),
            )
        case _:
            raise ArgumentTypeError(f"expected a record of one of the types, found {shown(record)}")


def reference_words(dataset: Dataset, record: object) -> RecordWords:
    """Return an actor, a place, an issue, a document or a source in words."""
    match record:
        case Actor():
            groups = (" of ", *names_line(dataset, record.member_of)) if record.member_of else ()
            kind, text = (f": {record.kind.words}", *groups), record.description
            notes: tuple[Line, ...] = tuple(
                (
                    DataText(role.title),
                    *((", ", named(dataset, role.organization)) if role.organization else ()),
                    f", {date_in_words(role.when)}" if role.when else "",
                )
                for role in record.roles
            )
        case Place():
            kind, text = (f": {record.kind.words}", *inside(dataset, record.within)), record.description
            notes = ()
        case Issue():
            kind, text = (), record.proposition
            notes = ()
        case Document():
            parties = (" of ", *names_line(dataset, record.parties)) if record.parties else ()
            kind, text = (f": {record.kind.words}", *parties), record.description
            dates = (("adopted", record.adopted), ("signed", record.signed), ("in force", record.in_force))
            known = ", ".join(
                f"{label} {date_in_words(when)}" for label, when in (*dates, ("until", record.until)) if when
            )
            notes = ((known,),) if known else ()
        case Source():
            kind, text = (f": {record.kind.words}, ", *origin_line(dataset, record)), None
            notes = ()
        case _:
            raise ArgumentTypeError(f"expected a record of one of the types, found {shown(record)}")
    return RecordWords(
        subject=(named(dataset, record.id),),
        predicate=kind,
        text=(DataText(text),) if text else (),
        notes=notes,
    )


def marks_of(dataset: Dataset, record: EventRecord) -> Line:
    """Return what a report takes back or leaves open of what it reports, in brackets: its aspects and its hedge.

    Examples:
        >>> from diplo_events.report.lines import line_text
        >>> threat = EventRecord(id="e", source="s", aspects=frozenset({Aspect.HYPOTHETICAL}), hedge="reportedly")
        >>> line_text(marks_of(Dataset(), threat))
        ' (hypothetical, “reportedly”)'
    """
    marks: list[Line] = [(aspect.words,) for aspect in Aspect if aspect in record.aspects]
    if record.hedge:
        marks.append((DataText(f"“{record.hedge}”", language_of(dataset, record.source)),))
    return (" (", *joined(marks), ")") if marks else ()


def said_line(dataset: Dataset, key: str) -> Line:
    """Return who said what, for a statement to which another record refers; its id if the dataset does not hold it."""
    statement = dataset.get(key)
    if not isinstance(statement, Statement) or statement.open:
        return (key,)
    return (*names_line(dataset, statement.speakers), ": ", DataText(statement.summary))


def clause(text: str) -> DataText:
    """Return words of the data inside a sentence, without a full stop at their end.

    >>> clause("There is a settlement.").text
    'There is a settlement'
    """
    return DataText(text.removesuffix("."))


def statement_notes(dataset: Dataset, record: Statement) -> Iterator[Line]:
    """List what belongs to a statement beside its words: conditions, the time it is about, what it refers to."""
    if record.conditions:
        yield ("on condition: ", DataText(record.conditions))
    for key in record.responds_to:
        yield ("answers ", *said_line(dataset, key))
    for key in record.reports:
        yield ("passes on ", *said_line(dataset, key))
    yield from figures(record)


def claim_line(dataset: Dataset, claim: TerritorialClaim) -> Line:
    """Return what somebody asserts about land: who does or wants what, with which land, against whom."""
    challenger: tuple[DataText | str, ...] = (named(dataset, claim.challenger),)
    actor = dataset.get(claim.challenger)
    if claim.asserted_by == (claim.challenger,) and isinstance(actor, Actor) and actor.kind is not ActorKind.PERSON:
        challenger = ("it",)
    target = named(dataset, claim.target) if claim.target else None
    phrase = CLAIMS[claim.assertion]
    parts: list[DataText | str] = [f" say{'s' * (len(claim.asserted_by) == 1)} that ", *challenger, " "]
    before, _, after = phrase.partition(TARGET)
    if after:
        parts += [before, target or "anybody else"]
    before, _, after = (after or before).partition(LAND)
    parts += [before, DataText(claim.territory), after]
    if target and TARGET not in phrase:
        parts += ["; the other side is " if claim.assertion in AGREED else "; against ", target]
    return tuple(part for part in parts if part)


def holding_lines(dataset: Dataset, claim: TerritorialClaim) -> Iterator[Line]:
    """List who holds the land of a claim, to whom it belongs by right and on what the claim rests."""
    if claim.places:
        yield (f"place{'s' * (len(claim.places) > 1)}: ", *names_line(dataset, claim.places))
    if claim.controlled_by:
        since = f", since {date_in_words(claim.control_since)}" if claim.control_since else ""
        yield ("controlled by ", *names_line(dataset, claim.controlled_by), since)
    elif claim.control_since:
        yield (f"controlled since {date_in_words(claim.control_since)}",)
    if claim.recognized_holder:
        yield ("belongs by right to ", *names_line(dataset, claim.recognized_holder))
    grounds: list[Line] = [(basis,) for basis in sorted(basis.words for basis in claim.basis)]
    if grounds or claim.basis_documents:
        yield ("rests on ", *joined([*grounds, *([named(dataset, key)] for key in claim.basis_documents)]))


def figures(record: EventRecord) -> Iterator[Line]:
    """List the quantities that a record gives, a line each."""
    return (quantity_line(quantity) for quantity in record.quantities)


def directed(dataset: Dataset, targets: Iterable[str]) -> Line:
    """Return an arrow to those at whom something is directed; nothing if there are none."""
    line = names_line(dataset, targets)
    return (" → ", *line) if line else ()


def with_place(dataset: Dataset, place: str | None) -> Line:
    """Return a place after a comma; nothing if there is none."""
    return (", ", named(dataset, place)) if place else ()


def inside(dataset: Dataset, place: str | None) -> Line:
    """Return the place around another; nothing if there is none."""
    return (" in ", named(dataset, place)) if place else ()


def participant_line(dataset: Dataset, participant: Participant) -> Line:
    """Return a participant with its role, unless it simply attends."""
    role = () if participant.role is ParticipantRole.ATTENDEE else (f" ({participant.role.value})",)
    return named(dataset, participant.actor), *role


def tally_text(tally: Tally | None) -> str:
    """Return the count of a vote, empty if there is none.

    >>> tally_text(Tally(yes=13, no=1, abstain=1))
    '13 yes, 1 no, 1 abstain'
    """
    counts = attrs.asdict(tally).items() if tally else ()
    return ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in counts if number is not None)


def ballot_lines(dataset: Dataset, vote: Vote) -> Iterator[Line]:
    """List who votes how, a line for each choice."""
    for choice in BallotChoice:
        if voters := [ballot.actor for ballot in vote.ballots if ballot.choice is choice]:
            yield f"{choice.words}: ", *names_line(dataset, voters)
