"""Whose texts the sentences of a text tell of, kept for "the report" and "the statement" later."""

from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party, is_medium
from diplo_events.drafting._actors.who_is_meant import party_of
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.participles import issued, owned, signers
from diplo_events.drafting._english.states import ADJECTIVES, states_by_name
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._speech.context import Context, Reported

__all__ = [
    "OFFICIALLY",
    "keep_issuers",
    "last_body",
    "last_subject",
    "of_state_beside",
    "part_that_issued",
    "with_bodies",
    "with_signers",
]

BODIES_OF_STATES: Final = words("ministry government presidency embassy office administration foreign-office")
"""Bodies that speak for a state, the likeliest first."""

OFFICIALLY: Final = words(
    "statement communique communiqué declaration readout note notice release letter document text decree"
)
"""Texts that a state issues."""


def keep_issuers(context: Context, spoken: Party | None) -> None:
    """Keep whose texts a sentence tells of: those that it says whose they are, and those that the speaker issued."""
    whose: set[str] = set()
    for text, mention in owned(context.unit.sentence):
        if context.unit.sentence.low(mention.first - 1) == "by":
            whose.add(text)
        party = party_of(mention, context.parties, context.actors)
        if party is not None and part_that_issued(context.actors, text, party) is None:
            context.actors.issuers.keep(text, party, context.unit.start)
    if spoken is not None:
        doer = sentence_subject(context.unit.sentence, len(context.unit.words)) if is_medium(spoken) else None
        signing = party_of(doer, context.parties, context.actors) if doer is not None else None
        spoken = signing if signing is not None and signing.kind in {"person", "name"} else spoken
        for text in issued(context.unit.sentence):
            if text in whose:
                continue  # AFP said it stood in a notice signed by Li
            context.actors.issuers.keep(text, spoken, context.unit.start)


def with_signers(context: Context) -> None:
    """Keep those who issued a text together: "a statement of joint purpose by A and B"."""
    for text, those in signers(context.unit.sentence):
        found = (party_of(mention, context.parties, context.actors) for mention in those)
        parties = [party for party in found if party is not None]
        if len(parties) == len(those):
            context.actors.issuers.keep(text, context.actors.together(parties))


def of_state_beside(context: Context, subject: Naming) -> Party | None:
    """Return the state whose adjective or capital stands before a text: "the Swedish statement", "a Kyiv statement"."""
    if subject.head not in OFFICIALLY:
        return None
    for token in context.unit.words[subject.first : subject.last - 1]:
        state = ADJECTIVES.get(token.text) or states_by_name().get(token.text)
        if state is not None:
            return context.actors.find(
                Naming(
                    subject.first, subject.last, subject.start, subject.end, "state", state.name, state=state, head=""
                )
            )
    return None


def with_bodies(said: Sequence[Reported], parties: Sequence[Party]) -> None:
    """Find which body of a state issued "the Swedish statement": its one ministry, or the body named alone."""
    for item in said:
        state = item.speaker
        if item.rule != "text-state" or state is None or state.state is None:
            continue
        own = [party for party in parties if party.kind == "body" and party.is_speaker and party.state is state.state]
        own = own or [party for party in parties if is_of_country(party)]
        own = own or [party for party in parties if party.kind == "body" and party.state is state.state]
        for noun in BODIES_OF_STATES:
            held = [party for party in own if noun in party.heads]
            if len(held) == 1:
                item.speaker, item.speakers = held[0], (held[0],)
                item.others = (held[0], state)
                break
        else:
            if any(party.state is state.state and party.kind in {"person", "office", "body"} for party in parties):
                item.rule = "text-alone"


def is_of_country(party: Party) -> bool:
    """Whether a body that spoke is that of a country which only the text names: "the country’s foreign ministry"."""
    return party.kind == "body" and party.is_speaker and party.state is None and " country" in f" {party.name.lower()}"


def last_body(actors: Actors) -> Party | None:
    """Return the last body or state that spoke, but not a medium: whose statement it may be."""
    return next(
        (
            party
            for party in reversed(actors.recent)
            if party.is_speaker and party.kind in {"body", "state"} and not is_medium(party)
        ),
        None,
    )


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
