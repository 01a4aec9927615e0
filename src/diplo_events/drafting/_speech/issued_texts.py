"""Whose texts the sentences of a text tell of, kept for "the report" and "the statement" later."""

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._actors.who_is_meant import party_of
from diplo_events.drafting._english.participles import issued, owned, signers
from diplo_events.drafting._speech.context import Context

__all__ = ["keep_issuers", "last_subject", "part_that_issued", "with_signers"]


def keep_issuers(context: Context, spoken: Party | None) -> None:
    """Keep whose texts a sentence tells of: those that it says whose they are, and those that the speaker issued."""
    for text, mention in owned(context.unit.sentence):
        party = party_of(mention, context.parties, context.actors)
        if party is not None and part_that_issued(context.actors, text, party) is None:
            context.actors.issuers.keep(text, party)
    if spoken is not None:
        for text in issued(context.unit.sentence):
            context.actors.issuers.keep(text, spoken)


def with_signers(context: Context) -> None:
    """Keep those who issued a text together: "a statement of joint purpose by A and B"."""
    for text, those in signers(context.unit.sentence):
        found = (party_of(mention, context.parties, context.actors) for mention in those)
        parties = [party for party in found if party is not None]
        if len(parties) == len(those):
            context.actors.issuers.keep(text, context.actors.together(parties))


def part_that_issued(actors: Actors, text: str, whole: Party) -> Party | None:
    """Return the part of a state or a body whose text goes by the whole: "the Norland report" of its rights office."""
    part = actors.issuers.of(text)
    if part is None or part is whole or part.kind not in {"body", "name"} or whole.kind not in {"state", "body"}:
        return None
    is_of_state = whole.state is not None and part.state is whole.state and whole.kind == "state"
    return part if is_of_state or {whole.name, *whole.spellings} & set(part.name.split()) else None


def last_subject(actors: Actors) -> Party | None:
    """Return who did something last, alone or with others."""
    last = actors.focused[-2:]
    is_one_of = len(last) > 1 and last[1] in last[0].members
    return last[0] if is_one_of else (last[-1] if last else None)
