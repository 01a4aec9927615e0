"""On whose word each detail of a thing rests: a verdict on every field, with the values and who gives them."""

from collections.abc import Sequence

import attrs

from diplo_events._gc import gc_paused
from diplo_events.corroboration.attestations import (
    FIELDS,
    LISTS,
    Attestation,
    Chain,
    Value,
    attestations_by_field,
    contradict,
    independent,
    refines,
)
from diplo_events.dataset import Dataset
from diplo_events.hierarchy import Ancestors, ancestors_of
from diplo_events.model import EventRecord
from diplo_events.referents import find_referents
from diplo_events.vocab import Term

__all__ = ["Corroboration", "FieldVerdict", "Verdict", "corroborate"]


class Verdict(Term, source="after the R package manydata (Hollway et al.), compare_categories()"):
    """How the sources of a thing stand to each other on one field.

    The five words are manydata's, which compares data sets. Sources are not data sets: one can repeat another, and
    one can be vaguer than another without contradicting it. So independent witnesses are counted in place of data
    sets, and values that can both be right do not conflict.

    Examples:
        >>> Verdict.UNIQUE.meaning
        'nothing contradicts, and no value has two independent witnesses'
    """

    CONFIRMED = "confirmed", "nothing contradicts, and two independent witnesses give the value, or one more precise"
    MAJORITY = "majority", "values contradict; one has two independent witnesses and more than any that contradicts it"
    UNIQUE = "unique", "nothing contradicts, and no value has two independent witnesses"
    MISSING = "missing", "no source gives a value"
    CONFLICT = "conflict", "values contradict, and none has a majority"


@attrs.frozen(kw_only=True)
class FieldVerdict:
    """What the sources of a thing say in one field, and how they stand to each other."""

    field: str
    """The name of the field."""
    verdict: Verdict
    """How they stand to each other."""
    value: Value | None
    """What the verdict holds for: the most precise such value, or the set of such items where the field is a list."""
    most_precise: Value | None
    """The value that says all that the others say, or more, however many witnesses it has; `None` for a list."""
    accounts: tuple[Attestation, ...]
    """Every value, or item of a list, with who gives it."""


@attrs.frozen(kw_only=True)
class Corroboration:
    """One thing, judged field by field."""

    thing: str
    """Its id: the `canonical_id`, or the id of the only record."""
    type: type[EventRecord]
    """What it is."""
    records: tuple[str, ...]
    """The ids of the records that report it."""
    sources: tuple[str, ...]
    """The ids of the sources that report it."""
    fields: tuple[FieldVerdict, ...]
    """The verdict on each field of `accounts.FIELDS`."""

    def __getitem__(self, field: str, /) -> FieldVerdict:
        for found in self.fields:
            if found.field == field:
                return found
        raise KeyError(field)


@gc_paused()
def corroborate(dataset: Dataset, cls: type[EventRecord] = EventRecord) -> tuple[Corroboration, ...]:
    """Judge every thing of a dataset, field by field.

    Args:
        dataset: The records.
        cls: Only the things of this type.

    Examples:
        >>> import diplo_events
        >>> judged = {found.thing: found for found in corroborate(diplo_events.load_example())}
        >>> remarks = judged["utterance/zakharova-foreign-intervention"]["when"]
        >>> remarks.verdict
        Verdict.MAJORITY
        >>> [(str(account.value), account.witnesses) for account in remarks.accounts]  # doctest: +NORMALIZE_WHITESPACE
        [('2025-09-03?', ('outlet-unnamed-digest',)), ('2025-09-04?', ('kurdistan24',)),
         ('2025-09-03', ('zerohedge',))]
    """
    tied = ancestors_of(dataset)
    return tuple(
        Corroboration(
            thing=thing.id,
            type=thing.type,
            records=tuple(record.id for record in thing.records),
            sources=thing.sources,
            fields=tuple(
                judged(dataset, tied, field, given)
                for field, given in attestations_by_field(dataset, thing, FIELDS[thing.type]).items()
            ),
        )
        for thing in find_referents(dataset, cls)
    )


def judged(dataset: Dataset, tied: Ancestors, field: str, given: tuple[Attestation, ...]) -> FieldVerdict:
    """Judge one field of one thing."""
    if field in LISTS:
        verdict, about = agreed(tied, given)
        value: Value | None = frozenset(one.value for one in about) if about else None
        most_precise = None
    else:
        verdict, about = verdict_on(dataset, tied, given)
        value = sharpest(tied, about)
        best = sharpest(tied, given)
        most_precise = best if all(refines(tied, best, one.value) for one in given) else None
    return FieldVerdict(field=field, verdict=verdict, value=value, most_precise=most_precise, accounts=given)


def verdict_on(
    dataset: Dataset, tied: Ancestors, given: Sequence[Attestation]
) -> tuple[Verdict, Sequence[Attestation]]:
    """Give the verdict on values of which one is right, and those that it holds for."""
    rivals = {one.value: [other.value for other in given if contradict(dataset, tied, one, other)] for one in given}
    if not any(rivals.values()):
        return agreed(tied, given)
    support = {one.value: supporters(tied, one, given) for one in given}
    strength = {value: len({chain[0] for chain in chains}) for value, chains in support.items()}
    leading = [
        one
        for one in given
        if independent(support[one.value]) and all(strength[one.value] > strength[rival] for rival in rivals[one.value])
    ]
    return (Verdict.MAJORITY, leading) if leading else (Verdict.CONFLICT, ())


def agreed(tied: Ancestors, given: Sequence[Attestation]) -> tuple[Verdict, Sequence[Attestation]]:
    """Give the verdict on values that can all be right, and those that it holds for."""
    if not given:
        return Verdict.MISSING, ()
    if not independent({chain for one in given for chain in one.chains}):
        return Verdict.UNIQUE, given
    confirmed = [one for one in given if independent(supporters(tied, one, given))]
    return (Verdict.CONFIRMED, confirmed) if confirmed else (Verdict.UNIQUE, given)


def supporters(tied: Ancestors, one: Attestation, given: Sequence[Attestation]) -> set[Chain]:
    """Gather the chains of all reports that give a value, or one that says more."""
    return {chain for other in given if refines(tied, other.value, one.value) for chain in other.chains}


def sharpest(tied: Ancestors, given: Sequence[Attestation]) -> Value | None:
    """Give the value that refines most of the others; of several, the one that is written shortest: without marks."""
    if len(given) <= 1:
        return given[0].value if given else None

    def rank(one: Attestation) -> tuple[int, int, str]:
        return -sum(refines(tied, one.value, other.value) for other in given), len(repr(one.value)), repr(one.value)

    return min(given, key=rank).value
