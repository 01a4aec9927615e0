"""Deeds, votes and claims to land that a text may report: candidates by their verbs, with nothing judged."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._events.participants import named_after, party_at, subject_of
from diplo_events.drafting._parts.units import Passage
from diplo_events.vocab import Assertion
from diplo_events.vocab.action_kinds import ActionKind

__all__ = ["Deed", "deeds"]

VERBS: Final = """
expelled expel_envoys deport
banned restrict embargo
sanctioned sanction embargo
withdrew withdraw leave
deployed deploy protect
signed sign conclude
ratified ratify conclude
invaded attack occupy
attacked attack strike_from_air
shelled shell attack
bombed bomb strike_from_air
bombarded shell strike_from_air
fired shell attack
struck strike_from_air attack
launched strike_from_air attack
captured capture occupy
seized seize capture
recalled recall_envoy dismiss
arrested arrest abduct
detained arrest abduct
released release allow_access
freed release allow_access
appointed appoint legislate
resigned resign dismiss
dismissed dismiss resign
sacked dismiss resign
evacuated evacuate withdraw
fled flee evacuate
escaped flee release
suspended halt_talks cut_aid
imposed sanction restrict
lifted ease_sanctions allow_access
retaliated shell sanction
abducted abduct arrest
assassinated assassinate attack
killed attack assassinate
blockaded blockade obstruct
intercepted obstruct intrude
donated aid aid_humanitarian
supplied aid_militarily aid
delivered aid_humanitarian aid_militarily
mobilised raise_alert deploy
mobilized raise_alert deploy
"""
"""Verbs of deeds, with their two likeliest kinds."""

KINDS: Final = {
    line.split()[0]: tuple(ActionKind[kind.upper()] for kind in line.split()[1:]) for line in VERBS.strip().splitlines()
}

CLAIMS: Final = (
    (re.compile(r"\bannex(?:ed|es|ing|ation of)\b"), (Assertion.ANNEXATION, Assertion.OCCUPATION)),
    (re.compile(r"\boccup(?:ied|ies|ying)\b"), (Assertion.OCCUPATION, Assertion.CAPTURE)),
    (
        re.compile(r"\b(?:captured|seized|took control of|taken control of)\b"),
        (Assertion.CAPTURE, Assertion.OCCUPATION),
    ),
    (
        re.compile(
            r"\bclaim(?:s|ed|ing)? (?:\w+ ){0,3}(?:sovereignty|ownership|territory|islands?|right to)\b"
            r"|\bbelongs? to\b|\bsovereignty over\b"
        ),
        (Assertion.SOVEREIGNTY, Assertion.SOVEREIGN_RIGHTS),
    ),
    (
        re.compile(r"\b(?:ced(?:e|ed|ing)|give up|gave up) (?:\w+ ){0,3}(?:territor\w+|land|islands?|region)\b"),
        (Assertion.CESSION, Assertion.CESSION_REFUSAL),
    ),
    (
        re.compile(r"\bmaritime (?:border|boundar\w+)\b|\bdemarcation\b|\bexclusive economic zone\b"),
        (Assertion.BOUNDARY, Assertion.SOVEREIGN_RIGHTS),
    ),
    (
        re.compile(r"\bwithdraw (?:\w+ ){0,3}from (?:the )?(?:occupied|disputed)\b"),
        (Assertion.WITHDRAWAL_DEMAND, Assertion.CESSION_DEMAND),
    ),
    (
        re.compile(
            r"\brecogni[sz]e (?:the )?(?:loss|annexation|sovereignty|control)\b|\brecognition of (?:its|their"
            r"|his) control\b"
        ),
        (Assertion.RECOGNITION_DEMAND, Assertion.NON_RECOGNITION),
    ),
)
"""Words of claims to land, with their two likeliest assertions."""

VOTE: Final = re.compile(
    r"\bvoted (?:\d+[-–]\d+ |unanimously |overwhelmingly )?(?:to|for|against|in favou?r)\b"
    r"|\b(?:adopted|approved|passed|rejected|vetoed)\b[^.]{0,60}\b(?:resolution|motion|by (?:\d+|a vote))"
    r"|\bby \d+ votes? to \d+\b"
)


@attrs.frozen
class Deed:
    """A deed, a vote or a claim that a passage may report."""

    start: int
    """Where the passage begins."""
    end: int
    """Where it ends."""
    what: str
    """`deed`, `vote` or `claim`."""
    rule: str
    """The rule that found it."""
    party: Party | None
    """Who does it, votes or claims."""
    targets: tuple[Party, ...]
    """To whom it is done."""
    kinds: tuple[ActionKind, ...] | tuple[Assertion, ...]
    """The two likeliest kinds."""
    words: tuple[int, int]
    """The words that show it."""


def deeds(text: str, found: Sequence[Passage], actors: Actors) -> Iterator[Deed]:
    """Return what the sentences of a text may report of deeds, votes and claims, outside quotation marks."""
    for unit in found:
        yield from claims_of(text, unit, actors)
        for place, token in enumerate(unit.words):
            kinds = KINDS.get(token.low)
            if (
                kinds is None
                or place == 0
                or unit.words[place - 1].low
                in {"the", "a", "an", "of", "'s", "his", "their", "its", "be", "to", "recently"}
            ):
                continue
            if token.low == "fired" and not re.match(
                r"(?: \S+){0,3} (?:rounds?|shells?|artillery|missiles?|rockets?|shots?|at|on)\b",
                text[token.end : token.end + 60],
            ):
                continue
            if token.low in {
                "launched",
                "struck",
                "delivered",
                "imposed",
                "lifted",
                "suspended",
                "dismissed",
                "recalled",
            } and not re.match(
                r"(?: \S+){0,4} (?:attacks?|strikes?|airstrikes?|offensive|invasion|missiles?|sanctions?"
                r"|embargo|tariffs?|aid|weapons|arms|talks|negotiations|ambassador|envoy|minister|general"
                r"|targets?|blockade)\b",
                text[token.end : token.end + 80],
            ):
                continue
            subject = subject_of(unit, place)
            if unit.words[place - 1].low.endswith("ing") or unit.words[place - 1].low in {
                "over",
                "in",
                "with",
                "by",
                "for",
                "from",
            }:
                continue
            party = party_at(subject, actors) if subject is not None else None
            if party is None:
                continue
            targets = tuple(
                item
                for mention in named_after(unit, place, reach=8)
                if (item := party_at(mention, actors)) is not None and item is not party
            )
            yield Deed(
                unit.start, unit.end, "deed", f"deed-{token.low}", party, targets[:2], kinds, (token.start, token.end)
            )
            break


def claims_of(text: str, unit: Passage, actors: Actors) -> Iterator[Deed]:
    """Find the claims and the votes of one sentence."""
    passage = masked(text, unit)
    subject = sentence_subject(unit.sentence, len(unit.words))
    party = party_at(subject, actors) if subject is not None else None
    for pattern, kinds in CLAIMS:
        if (match := pattern.search(passage)) and party is not None:
            yield Deed(
                unit.start,
                unit.end,
                "claim",
                "claim",
                party,
                (),
                kinds,
                (unit.start + match.start(), unit.start + match.end()),
            )
            break
    if (match := VOTE.search(passage)) and party is not None:
        yield Deed(
            unit.start, unit.end, "vote", "vote", party, (), (), (unit.start + match.start(), unit.start + match.end())
        )


def masked(text: str, unit: Passage) -> str:
    """Return the words of a sentence with its quotations blotted out."""
    passage = text[unit.start : unit.end]
    for item in unit.quotations:
        first, last = item.outer_start - unit.start, item.outer_end - unit.start
        passage = passage[:first] + " " * (last - first) + passage[last:]
    return passage
