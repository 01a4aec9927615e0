"""Ties by what actors do together: vote alike, speak with one voice, conclude a document, propose a meeting."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, TypeVar, assert_never, get_args

from diplo_events.analysis._record_dates import asserted, read_date
from diplo_events.analysis.network import Mention, Mentions, by_date, says_something, shared_referent
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import check_choice
from diplo_events.model import Document, EventRecord, Meeting, Statement, Vote
from diplo_events.open_records import coded

__all__ = ["Tie", "ties"]

R = TypeVar("R", Statement, Meeting)

Tie = Literal["votes", "statements", "documents", "meetings"]
"""What ties actors: the same choice in a vote, one statement of several, one document of several, one proposal."""


def ties(dataset: Dataset, *, of: Tie, all_acts: bool = False, unqualified: bool = False) -> Mentions:
    """Return who takes part in what several actors do together, for networks without levels of agreement.

    In the result, `Mention.issue` is what they share, and two actors are tied once by each thing that they share:
    `one_mode(…, aggregation="ignore")` counts these things. What several sources report is one thing, and so is what
    a record repeats (`restates`). The ballots of a vote are those of all its reports. Of a statement or a proposal,
    the report counts that names most actors, so that nobody is tied to another whom no report names with them: one
    source may name the spokeswoman, and another her state.

    Votes and statements marked as future, hypothetical or negated are left out.

    Args:
        dataset: The records.
        of: What ties actors.

            - `votes`: the same choice in a vote, with the id `vote:choice`. A veto is a no. Who is absent or does not
              take part votes like nobody.
            - `statements`: being speakers of one statement.
            - `documents`: being parties of a document. A part of a document ties only those whom the whole does not.
            - `meetings`: proposing a meeting, whatever became of it. These ties have no date, as a record dates the
              meeting and not the proposal.
        all_acts: Whether statements count in which the speakers only ask, pass on what others said, or decline to
            comment.
        unqualified: Whether to ignore the qualifiers `?`, `~` and `%` of dates.

    Raises:
        ArgumentError: `of` has a value that is not listed.

    Examples:
        >>> from diplo_events import Ballot, BallotChoice, Dataset, Vote, VoteResult
        >>> from diplo_events.analysis.network import one_mode
        >>> choices = {"norland": BallotChoice.YES, "sudland": BallotChoice.YES, "estland": BallotChoice.ABSTAIN}
        >>> vote = Vote(id="v1", source="gazette", body="council", result=VoteResult.ADOPTED, summary="Adopted.",
        ...             ballots=tuple(Ballot(actor=actor, choice=choice) for actor, choice in choices.items()))
        >>> shared = ties(Dataset(records=[vote], complete=False), of="votes")
        >>> [(mention.actor, mention.issue) for mention in shared.items]
        [('estland', 'v1:abstain'), ('norland', 'v1:yes'), ('sudland', 'v1:yes')]
        >>> [(edge.source, edge.target, edge.weight) for edge in one_mode(shared, aggregation="ignore")]
        [('norland', 'sudland', 1.0)]
    """
    check_choice("of", of, get_args(Tie))
    kept: dict[tuple[str, str], Mention] = {}
    for mention in sorted(mentions_of(dataset, of, all_acts=all_acts, unqualified=unqualified), key=by_date):
        kept.setdefault((mention.issue, mention.actor), mention)
    return Mentions(
        qualifier="none", items=tuple(sorted(kept.values(), key=lambda item: (item.record, item.issue, item.actor)))
    )


def mentions_of(dataset: Dataset, of: Tie, *, all_acts: bool, unqualified: bool) -> Iterator[Mention]:
    """List the mentions of one kind of ties."""
    match of:
        case "votes":
            return vote_ties(dataset, unqualified=unqualified)
        case "statements":
            return statement_ties(dataset, all_acts=all_acts, unqualified=unqualified)
        case "documents":
            return document_ties(dataset, unqualified=unqualified)
        case "meetings":
            return meeting_ties(dataset)
    assert_never(of)


def vote_ties(dataset: Dataset, *, unqualified: bool) -> Iterator[Mention]:
    """List who votes how, each choice in a vote as a thing of its own."""
    for vote in dataset.of_type(Vote):
        if asserted(vote):
            when = read_date(dataset, vote, unqualified=unqualified)
            for ballot in vote.ballots:
                if ballot.choice.is_cast:
                    yield mention_of(dataset, vote, ballot.actor, when, suffix=f":{ballot.choice.counted.value}")


def statement_ties(dataset: Dataset, *, all_acts: bool, unqualified: bool) -> Iterator[Mention]:
    """List the speakers of statements."""
    counted = [
        s
        for s in coded(dataset, "speakers", "acts").of_type(Statement)
        if asserted(s) and (all_acts or says_something(s))
    ]
    for statement in fullest(dataset, counted, lambda statement: statement.speakers):
        when = read_date(dataset, statement, unqualified=unqualified)
        for speaker in statement.speakers:
            yield mention_of(dataset, statement, speaker, when)


def meeting_ties(dataset: Dataset) -> Iterator[Mention]:
    """List who proposes meetings."""
    for meeting in fullest(dataset, dataset.of_type(Meeting), lambda meeting: meeting.proposed_by):
        for actor in meeting.proposed_by:
            yield mention_of(dataset, meeting, actor, None)


def fullest(dataset: Dataset, reports: Iterable[R], actors_of: Callable[[R], Sequence[str]]) -> Iterable[R]:
    """Return one report of each referent: the first of those that name most actors."""
    chosen: dict[str, R] = {}
    for report in reports:
        key = shared_referent(dataset, report)
        if key not in chosen or len(actors_of(report)) > len(actors_of(chosen[key])):
            chosen[key] = report
    return chosen.values()


def document_ties(dataset: Dataset, *, unqualified: bool) -> Iterator[Mention]:
    """List the parties of documents, those of a part only if the whole has not all of them."""
    for document in dataset.of_type(Document):
        if any(set(document.parties) <= set(whole.parties) for whole in wholes(dataset, document)):
            continue
        when = document.signed or document.adopted or document.in_force
        for party in document.parties:
            yield Mention(
                actor=party,
                issue=document.id,
                level=0,
                record=document.id,
                source=None,
                referent=document.id,
                when=when.unqualified() if when is not None and unqualified else when,
            )


def wholes(dataset: Dataset, document: Document) -> Iterator[Document]:
    """List the documents of which a document is a part, the nearest first."""
    while document.part_of and isinstance(whole := dataset.get(document.part_of), Document):
        yield whole
        document = whole


def mention_of(
    dataset: Dataset, record: EventRecord, actor: str, when: EventDate | None, *, suffix: str = ""
) -> Mention:
    """Return the mention of an actor in what a record reports."""
    referent = shared_referent(dataset, record)
    return Mention(
        actor=actor,
        issue=referent + suffix,
        level=0,
        record=record.id,
        source=record.source,
        referent=referent,
        when=when,
    )
