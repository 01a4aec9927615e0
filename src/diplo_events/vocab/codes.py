"""Codes of other schemes, CAMEO and PLOVER, and how well a term of this library fits them."""

from enum import Enum
from typing import Final, Self

import attrs

from diplo_events._internal.by_fields import ByFields
from diplo_events.vocab._term import OURS, Term

__all__ = ["CAMEO", "NO_CODE", "Code", "CodedTerm", "Match", "broader", "exact", "narrower"]

CAMEO: Final = "CAMEO 1.1b3 (Gerner, Schrodt & Yilmaz 2012)"
"""The code book from which the terms with a CAMEO code come."""


class Match(Enum):
    """How well a term and a code of another scheme fit: the mapping relations of SKOS.

    Source: SKOS Reference, W3C 2009, section 10 (`exactMatch`, `broadMatch`, `narrowMatch`).
    """

    EXACT = "exact"
    """The code covers the term and nothing else."""
    BROADER = "broader"
    """The code covers more than the term."""
    NARROWER = "narrower"
    """The code covers only a part of the term."""
    NONE = "none"
    """The scheme has no code for the term."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


@attrs.frozen(repr=False, eq=False)
class Code(ByFields):
    """A code of another scheme, and how well it fits a term."""

    match: Match
    """How well the term and the code fit."""
    event: str | None = None
    """A CAMEO code such as `1123`, or a PLOVER event type such as `REJECT`; `None` if no code fits."""
    mode: str | None = None
    """A PLOVER mode such as `meet`; CAMEO has none."""


NO_CODE: Final = Code(Match.NONE)
"""For a term that a scheme has no code for."""


def exact(event: str, mode: str | None = None) -> Code:
    """Return a code that covers exactly the term."""
    return Code(Match.EXACT, event, mode)


def broader(event: str, mode: str | None = None) -> Code:
    """Return a code that covers more than the term."""
    return Code(Match.BROADER, event, mode)


def narrower(event: str, mode: str | None = None) -> Code:
    """Return a code that covers only a part of the term."""
    return Code(Match.NARROWER, event, mode)


class CodedTerm(Term):
    """A term with its codes in CAMEO and PLOVER."""

    cameo: Code
    """The CAMEO code of the term."""
    plover: Code
    """The PLOVER event and mode of the term."""

    def __new__(cls, value: str, meaning: str, cameo: Code = NO_CODE, plover: Code = NO_CODE) -> Self:
        """Make a term from its value, its meaning and its codes."""
        member = object.__new__(cls)
        member._value_ = value
        member.meaning = meaning
        member.source = "" if cameo.event else OURS
        member.cameo = cameo
        member.plover = plover
        return member
