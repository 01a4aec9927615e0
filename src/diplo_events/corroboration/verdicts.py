"""On whose word each detail of a referent rests: a verdict on every field, with the values and who gives them."""

from collections.abc import Sequence

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.corroboration.attestations import (
    Attestation,
    Chain,
    attestations_by_field,
    contradict,
    count_witnesses,
    independent,
    refines,
)
from diplo_events.corroboration.fields import FieldValue, compared_fields, holds_list
from diplo_events.dataset import Dataset
from diplo_events.hierarchy import Ancestors, ancestors_by_id
from diplo_events.model import EventRecord
from diplo_events.referents import find_referents
from diplo_events.vocab import Term

__all__ = ["Corroboration", "FieldVerdict", "Verdict", "corroborate"]


class Verdict(Term, source="after the R package manydata (Hollway et al.), compare_categories()"):
    """How far the sources of a referent agree on one field.

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
    """What the sources of a referent give one field, and how far they agree."""

    field: str
    """The name of the field."""
    verdict: Verdict
    """How far they agree."""
    value: FieldValue | None
    """The most precise value that the verdict holds for, or the set of such items where the field is a list."""
    most_precise: FieldValue | None
    """The value that says all that the others say, or more, however many witnesses it has; `None` for a list."""
    attestations: tuple[Attestation, ...]
    """Every value, or item of a list, with who gives it."""


@attrs.frozen(kw_only=True)
class Corroboration:
    """One referent, judged field by field."""

    referent: str
    """Its id: the `canonical_id`, or the id of the only record."""
    type: type[EventRecord]
    """The type of its records."""
    records: tuple[str, ...]
    """The ids of the records that report it."""
    sources: tuple[str, ...]
    """The ids of the sources that report it."""
    fields: tuple[FieldVerdict, ...]
    """The verdict on each field that is compared."""

    def __getitem__(self, field: str, /) -> FieldVerdict:
        for verdict in self.fields:
            if verdict.field == field:
                return verdict
        raise KeyError(field)


@gc_paused()
def corroborate(dataset: Dataset, type_: type[EventRecord] = EventRecord) -> tuple[Corroboration, ...]:
    """Judge every referent of a dataset, field by field.

    Args:
        dataset: The records.
        type_: Only the referents of this type.

    Raises:
        ArgumentError: `type_` is not a type of event records.

    Examples:
        >>> import diplo_events
        >>> judged = {result.referent: result for result in corroborate(diplo_events.load_example())}
        >>> remarks = judged["utterance/zakharova-foreign-intervention"]["when"]
        >>> remarks.verdict
        Verdict.MAJORITY
        >>> [(str(date.value), date.witnesses) for date in remarks.attestations]  # doctest: +NORMALIZE_WHITESPACE
        [('2025-09-03?', ('outlet-unnamed-digest',)), ('2025-09-04?', ('kurdistan24',)),
         ('2025-09-03', ('zerohedge',))]
    """
    ancestors = ancestors_by_id(dataset)
    return tuple(
        Corroboration(
            referent=referent.id,
            type=referent.type,
            records=tuple(record.id for record in referent.records),
            sources=referent.sources,
            fields=tuple(
                judge(dataset, ancestors, field, attestations, is_list=holds_list(referent.type, field))
                for field, attestations in attestations_by_field(
                    dataset, referent, compared_fields(referent.type)
                ).items()
            ),
        )
        for referent in find_referents(dataset, type_)
    )


def judge(
    dataset: Dataset, ancestors: Ancestors, field: str, attestations: tuple[Attestation, ...], *, is_list: bool
) -> FieldVerdict:
    """Return the verdict on one field of one referent."""
    if is_list:
        verdict, leading = verdict_of_compatible(ancestors, attestations)
        value: FieldValue | None = frozenset(item.value for item in leading) if leading else None
        most_precise = None
    else:
        verdict, leading = verdict_of_rivals(dataset, ancestors, attestations)
        value = sharpest(ancestors, leading)
        best = sharpest(ancestors, attestations)
        most_precise = best if all(refines(ancestors, best, other.value) for other in attestations) else None
    return FieldVerdict(field=field, verdict=verdict, value=value, most_precise=most_precise, attestations=attestations)


def verdict_of_rivals(
    dataset: Dataset, ancestors: Ancestors, attestations: Sequence[Attestation]
) -> tuple[Verdict, Sequence[Attestation]]:
    """Return the verdict on values that may contradict each other, and the attestations that it holds for."""
    rivals = {
        left.value: [right.value for right in attestations if contradict(dataset, ancestors, left, right)]
        for left in attestations
    }
    if not any(rivals.values()):
        return verdict_of_compatible(ancestors, attestations)
    support = {one.value: supporting_chains(ancestors, one, attestations) for one in attestations}
    strength = {value: count_witnesses(chains) for value, chains in support.items()}
    leading = [
        one
        for one in attestations
        if independent(support[one.value]) and all(strength[one.value] > strength[rival] for rival in rivals[one.value])
    ]
    return (Verdict.MAJORITY, leading) if leading else (Verdict.CONFLICT, ())


def verdict_of_compatible(
    ancestors: Ancestors, attestations: Sequence[Attestation]
) -> tuple[Verdict, Sequence[Attestation]]:
    """Return the verdict on values that can all be right, and the attestations that it holds for."""
    if not attestations:
        return Verdict.MISSING, ()
    if not independent({chain for one in attestations for chain in one.chains}):
        return Verdict.UNIQUE, attestations
    confirmed = [one for one in attestations if independent(supporting_chains(ancestors, one, attestations))]
    return (Verdict.CONFIRMED, confirmed) if confirmed else (Verdict.UNIQUE, attestations)


def supporting_chains(ancestors: Ancestors, one: Attestation, attestations: Sequence[Attestation]) -> set[Chain]:
    """Return the chains of all reports that give a value, or one that says more."""
    return {chain for other in attestations if refines(ancestors, other.value, one.value) for chain in other.chains}


def sharpest(ancestors: Ancestors, attestations: Sequence[Attestation]) -> FieldValue | None:
    """Return the value that refines most of the others; of several, the one written shortest, so without marks."""
    if len(attestations) <= 1:
        return attestations[0].value if attestations else None

    def rank(one: Attestation) -> tuple[int, int, str]:
        refined = sum(refines(ancestors, one.value, other.value) for other in attestations)
        return -refined, len(repr(one.value)), repr(one.value)

    return min(attestations, key=rank).value
