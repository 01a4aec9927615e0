"""Two encodings of one text held against each other: units found by both, agreement on each coded variable."""

import itertools
import random
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from enum import Enum
from operator import ne
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast

import attrs

from diplo_events.coding._assignment import assignment
from diplo_events.dataset import Dataset
from diplo_events.errors import DatasetError, Problem
from diplo_events.model import EventRecord, Meeting, Position, Source, Statement, TerritorialClaim
from diplo_events.vocab import Stance

__all__ = [
    "Agreement",
    "Disagreement",
    "TypeAgreement",
    "Variable",
    "VariableAgreement",
    "compare_codings",
    "krippendorff_alpha",
]

Value: TypeAlias = Hashable

ENOUGH_OVERLAP: Final = 0.5
"""Two units can be one when this part of the shorter one's passage lies in the other's."""


@attrs.frozen(kw_only=True)
class Variable:
    """Something that coders decide for each unit."""

    name: str
    """What reports call it."""
    read: Callable[[Any], Value]
    """Gives a record's value."""
    order: tuple[Value, ...] = ()
    """The values from least to most, where they have an order; then the ordinal metric is used."""


def field(name: str) -> Variable:
    """Take a field as a variable; a tuple of ids counts as a set."""

    def read(record: EventRecord) -> Value:
        value = getattr(record, name)
        return frozenset(value) if isinstance(value, tuple) else cast("Value", value)

    return Variable(name=name, read=read)


SHARED: Final = (field("when"), field("aspects"))

VARIABLES: Final[Mapping[type[EventRecord], tuple[Variable, ...]]] = MappingProxyType(
    {
        Statement: (
            field("speaker"),
            Variable(name="main act", read=lambda record: record.acts[0]),
            Variable(name="acts", read=lambda record: frozenset(record.acts)),
            field("mode"),
            field("medium"),
            Variable(name="quotes", read=lambda record: frozenset(quote.text for quote in record.quotes)),
            field("issues"),
            field("targets"),
            Variable(name="repeat", read=lambda record: record.restates is not None),
            *SHARED,
        ),
        Meeting: (
            field("kind"),
            field("status"),
            field("level"),
            field("attendance"),
            field("place"),
            Variable(name="participants", read=lambda record: frozenset(p.actor for p in record.participants)),
            field("proposed_by"),
            *SHARED,
        ),
        TerritorialClaim: (
            field("asserted_by"),
            field("challenger"),
            field("target"),
            field("assertion"),
            field("places"),
            *SHARED,
        ),
        Position: (
            field("actor"),
            field("issue"),
            Variable(name="stance", read=lambda record: record.stance, order=tuple(Stance)),
            field("basis"),
            field("red_line"),
        ),
    }
)
"""What is compared for each type; the first variables are also what tells two units of one passage apart."""

KEYS: Final[Mapping[type[EventRecord], int]] = MappingProxyType(
    {Statement: 2, Meeting: 3, TerritorialClaim: 5, Position: 2}
)
"""How many of a type's variables tell units of one passage apart."""


@attrs.frozen(kw_only=True)
class Disagreement:
    """A unit that both coders found and coded differently in one variable."""

    variable: str
    """Which variable."""
    ids: tuple[str, str]
    """The ids of the two records."""
    values: tuple[str, str]
    """What each coder has."""


@attrs.frozen(kw_only=True)
class VariableAgreement:
    """How far two coders agree on one variable, over the units that both found."""

    name: str
    """The variable."""
    units: int
    """Over how many units."""
    agreed: int
    """In how many of them both have the same value."""
    ordinal: bool
    """Whether the ordinal metric was used; else the nominal."""
    alpha: float | None
    """Krippendorff's alpha; `None` where all values are the same, so that it is not defined."""
    interval: tuple[float, float] | None
    """The 95 % confidence interval of alpha, from the 2.5th to the 97.5th percentile of the bootstrap."""


@attrs.frozen(kw_only=True)
class TypeAgreement:
    """How far two coders agree on the records of one type."""

    type: type[EventRecord]
    """The type."""
    matched: tuple[tuple[EventRecord, EventRecord], ...]
    """The units that both found."""
    only_first: tuple[EventRecord, ...]
    """What only the first coder found."""
    only_second: tuple[EventRecord, ...]
    """What only the second coder found."""
    variables: tuple[VariableAgreement, ...]
    """The agreement on each variable."""
    disagreements: tuple[Disagreement, ...]
    """What there is to settle, unit by unit."""

    @property
    def precision(self) -> float | None:
        """How many of the first coder's units the second found too."""
        return ratio(len(self.matched), len(self.matched) + len(self.only_first))

    @property
    def recall(self) -> float | None:
        """How many of the second coder's units the first found too."""
        return ratio(len(self.matched), len(self.matched) + len(self.only_second))

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return ratio(2 * len(self.matched), 2 * len(self.matched) + len(self.only_first) + len(self.only_second))


@attrs.frozen(kw_only=True)
class Agreement:
    """How far two encodings of one or more texts agree."""

    sources: tuple[str, ...]
    """The ids, in the first encoding, of the texts that both encode."""
    types: tuple[TypeAgreement, ...]
    """The agreement on each type of record."""


def compare_codings(first: Dataset, second: Dataset, *, resamples: int = 1000, seed: int = 0) -> Agreement:
    """Compare two encodings of the same texts.

    Two units of a type can be one when at least half of the shorter one's passage lies in the other's. Among those
    that can, the pairs are chosen for which passages and identifying variables fit best in all.

    Args:
        first: One coder's records.
        second: The other's.
        resamples: How often the bootstrap draws.
        seed: From what its draws start; the same seed gives the same intervals.

    Raises:
        DatasetError: the two have no text in common, which the hash of their sources tells.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> compare_codings(dataset, dataset, resamples=10).types[0].f1
        1.0
    """
    texts: dict[str | None, Source] = {source.sha256: source for source in second.of_type(Source) if source.sha256}
    pairs = [(source, texts[source.sha256]) for source in first.of_type(Source) if source.sha256 in texts]
    if not pairs:
        hint = "give both the sha256 of the text"
        raise DatasetError([Problem(path="sources", expected="a text that both encode", found="none", hint=hint)])
    types = tuple(compare_type(cls, first, second, pairs, resamples, seed) for cls in VARIABLES)
    return Agreement(sources=tuple(source.id for source, _ in pairs), types=types)


def compare_type(
    cls: type[EventRecord],
    first: Dataset,
    second: Dataset,
    pairs: Sequence[tuple[Source, Source]],
    resamples: int,
    seed: int,
) -> TypeAgreement:
    """Compare the records of one type."""
    matched: list[tuple[EventRecord, EventRecord]] = []
    only_first: list[EventRecord] = []
    only_second: list[EventRecord] = []
    for one, other in pairs:
        mine = [record for record in first.reported_in(one.id) if isinstance(record, cls)]
        theirs = [record for record in second.reported_in(other.id) if isinstance(record, cls)]
        couples = assignment([[likeness(cls, a, b) for b in theirs] for a in mine])
        matched.extend((mine[i], theirs[j]) for i, j in couples)
        only_first.extend(r for i, r in enumerate(mine) if i not in {a for a, _ in couples})
        only_second.extend(r for j, r in enumerate(theirs) if j not in {b for _, b in couples})
    variables: list[VariableAgreement] = []
    disagreements: list[Disagreement] = []
    for variable in VARIABLES[cls]:
        values = [(variable.read(a), variable.read(b)) for a, b in matched]
        variables.append(agreement_on(variable, values, resamples, seed))
        disagreements.extend(
            Disagreement(variable=variable.name, ids=(a.id, b.id), values=(in_words(x), in_words(y)))
            for (a, b), (x, y) in zip(matched, values, strict=True)
            if x != y
        )
    return TypeAgreement(
        type=cls,
        matched=tuple(matched),
        only_first=tuple(only_first),
        only_second=tuple(only_second),
        variables=tuple(variables),
        disagreements=tuple(disagreements),
    )


def agreement_on(
    variable: Variable, values: Sequence[tuple[Value, Value]], resamples: int, seed: int
) -> VariableAgreement:
    """Measure the agreement on one variable."""
    numbers = {value: n for n, value in enumerate(variable.order or dict.fromkeys(itertools.chain(*values)))}
    units = [(numbers[x], numbers[y]) for x, y in values]  # which the bootstrap compares faster
    order = tuple(numbers.values()) if variable.order else ()
    alpha = krippendorff_alpha(units, order=order)
    draw = random.Random(f"{seed} {variable.name}")  # noqa: S311  (a bootstrap keeps no secrets)
    samples = (krippendorff_alpha(draw.choices(units, k=len(units)), order=order) for _ in range(resamples))
    drawn = sorted(sample for sample in samples if sample is not None) if alpha is not None else []
    return VariableAgreement(
        name=variable.name,
        units=len(values),
        agreed=sum(x == y for x, y in values),
        ordinal=bool(variable.order),
        alpha=alpha,
        interval=(percentile(drawn, 2.5), percentile(drawn, 97.5)) if drawn else None,
    )


def percentile(values: Sequence[float], percent: float) -> float:
    """Give a percentile of sorted values, between neighbours by proportion.

    >>> percentile([0.0, 1.0], 25)
    0.25
    """
    place = (len(values) - 1) * percent / 100
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def krippendorff_alpha(units: Sequence[Sequence[Value]], *, order: Sequence[Value] = ()) -> float | None:
    """Compute Krippendorff's alpha: 1 for full agreement, 0 for agreement as good as chance.

    Args:
        units: For each unit, the values that its coders gave; units with one value do not count.
        order: The values from least to most, for the ordinal metric; without it, the nominal one is used.

    Returns:
        Alpha, or `None` where it is not defined: no unit has two values, or all values are the same.

    Source: Krippendorff, Content Analysis, 4th edition (2019), chapter 12.

    Examples:
        >>> krippendorff_alpha([("a", "a"), ("b", "b"), ("a", "b")])
        0.4444444444444444
    """
    pairable = [unit for unit in units if len(unit) > 1]
    totals = Counter(itertools.chain.from_iterable(pairable))
    number = totals.total()
    if order:
        distance = distances(totals, order)
        observed = sum(
            distance[x, y] / (len(unit) - 1) for unit in pairable for x, y in itertools.permutations(unit, 2) if x != y
        )
        expected = sum(totals[x] * totals[y] * distance[x, y] for x, y in itertools.permutations(totals, 2))
    else:
        observed = sum(
            sum(itertools.starmap(ne, itertools.permutations(unit, 2))) / (len(unit) - 1) for unit in pairable
        )
        expected = number**2 - sum(count**2 for count in totals.values())
    return 1 - (number - 1) * observed / expected if expected else None


def distances(totals: Mapping[Value, int], order: Sequence[Value]) -> dict[tuple[Value, Value], float]:
    """Give the squared ordinal difference of each two values: by how many values lie between."""
    ranked = [value for value in order if value in totals]
    made: dict[tuple[Value, Value], float] = {}
    for (i, low), (j, high) in itertools.combinations(enumerate(ranked), 2):
        between = sum(totals[value] for value in ranked[i : j + 1])
        made[low, high] = made[high, low] = (between - (totals[low] + totals[high]) / 2) ** 2
    return made


def likeness(cls: type[EventRecord], one: EventRecord, other: EventRecord) -> float:
    """Tell how well two units fit: 0 where they cannot be one, else more the better."""
    mine, theirs = places(one), places(other)
    both = len(mine & theirs)
    if not both or both < ENOUGH_OVERLAP * min(len(mine), len(theirs)):
        return 0.0
    keys = VARIABLES[cls][: KEYS[cls]]
    same = sum(variable.read(one) == variable.read(other) for variable in keys)
    return both / len(mine | theirs) + same / len(keys)


def places(record: EventRecord) -> set[int]:
    """Give the code points that a record's spans cover."""
    return {place for span in record.spans for place in range(span.start, span.end)}


def ratio(part: int, whole: int) -> float | None:
    """Divide, where there is something to divide by."""
    return part / whole if whole else None


def in_words(value: Value) -> str:
    """Write a value for a report.

    >>> in_words(frozenset({Stance.AGREE})), in_words(None)
    ('agree', 'none')
    """
    if isinstance(value, frozenset):
        return ", ".join(sorted(in_words(item) for item in cast("frozenset[Value]", value))) or "none"
    if isinstance(value, Enum):
        return str(value.value)
    return "none" if value is None else str(value)
