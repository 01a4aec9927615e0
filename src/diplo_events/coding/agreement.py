"""Two encodings of one text compared: units that both coders found, agreement on each variable."""

import itertools
import random
import statistics
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from enum import Enum
from operator import ne
from typing import Final, cast

import attrs

from diplo_events.coding._assignment import assignment
from diplo_events.coding._origins import FREE, OriginAgreement, agreement_by_origin, origin_of
from diplo_events.coding._without_passage import Unmatched, UnmatchedReason, pairs_without_passage, reasons_for
from diplo_events.coding.variables import CodedValue, Variable, keys_of, variables_of
from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentError, DatasetError, Problem, expect_type
from diplo_events.model import OPEN, Action, EventRecord, Meeting, Position, Source, Statement, TerritorialClaim, Vote

__all__ = [
    "Agreement",
    "Disagreement",
    "OriginAgreement",
    "TypeAgreement",
    "Unmatched",
    "UnmatchedReason",
    "VariableAgreement",
    "compare_codings",
    "krippendorff_alpha",
    "origin_of",
]

ENOUGH_OVERLAP: Final = 0.5
"""Two units can be one if at least this part of the shorter passage lies in the other."""


NEGLIGIBLE: Final = 1e-9
"""What an equal id adds to how well two units fit: it decides only between choices that are equally good."""

TYPES: Final = (Statement, Action, Meeting, Vote, TerritorialClaim, Position)
"""The types whose records are compared."""


@attrs.frozen(kw_only=True)
class Disagreement:
    """A unit that both coders found and coded differently in one variable."""

    variable: str
    """The variable."""
    ids: tuple[str, str]
    """The ids of the two records."""
    values: tuple[str, str]
    """The value of each coder."""


@attrs.frozen(kw_only=True)
class VariableAgreement:
    """How far two coders agree on one variable, for the units that both found."""

    name: str
    """The variable."""
    units: int
    """How many units they are."""
    agreed: int
    """How many of them have the same value."""
    open: int = 0
    """How many further units they are in which it is open, not coded yet, in one of the two encodings or in both."""
    ordinal: bool
    """Whether the ordinal metric was used, and not the nominal one."""
    alpha: float | None
    """Krippendorff's alpha; `None` if all values are the same, because then it is not defined."""
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
    unmatched: tuple[Unmatched, ...]
    """Why each record that only one coder found has no partner, text by text."""
    variables: tuple[VariableAgreement, ...]
    """The agreement on each variable."""
    disagreements: tuple[Disagreement, ...]
    """The differences to settle, unit by unit."""
    origins: tuple[OriginAgreement, ...] = ()
    """The agreement apart for units that began as drafts and those that did not; empty if none began as a draft."""

    @property
    def drafted(self) -> tuple[int, int]:
        """How many records of the first and of the second coder began as drafts, paired or not."""
        firsts = [*(first for first, _ in self.matched), *self.only_first]
        seconds = [*(second for _, second in self.matched), *self.only_second]
        return sum(origin_of(each) != FREE for each in firsts), sum(origin_of(each) != FREE for each in seconds)

    @property
    def precision(self) -> float | None:
        """The share of the first coder's units that the second found too."""
        return ratio(len(self.matched), len(self.matched) + len(self.only_first))

    @property
    def recall(self) -> float | None:
        """The share of the second coder's units that the first found too."""
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

    Two units of a type can be one if at least half of the shorter passage lies in the other. Of the pairs that can
    be, those are chosen whose passages and identifying variables fit best in all. Of equally good choices, the one
    that pairs more equal ids is taken: so an encoding agrees with itself. Sources with one hash are one text.

    A record without a passage is paired by what it says, with a record that is left over: what identifies a record of
    the type is the same (`KEYS`; of meetings, the kind and the participants), the dates can be one, and issues are in
    common. It is paired only if of all such records one is most like it, and it most like that one; otherwise
    `TypeAgreement.unmatched` says why not.

    Args:
        first: One coder's records.
        second: The other coder's records.
        resamples: The number of draws of the bootstrap.
        seed: The start of its random numbers; the same seed gives the same intervals.

    Raises:
        DatasetError: the two have no text in common, by the hash of their sources.
        ArgumentTypeError: an argument has a wrong type.
        ArgumentError: the number of draws is negative.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> compare_codings(dataset, dataset, resamples=10).types[0].f1
        1.0
    """
    for name, dataset in (("the first encoding", first), ("the second encoding", second)):
        expect_type(name, dataset, Dataset, hint="read it with diplo_events.read")
    expect_type("resamples", resamples, int)
    if resamples < 0:
        raise ArgumentError(f"expected resamples to be at least 0, found {resamples}")
    firsts, seconds = copies_by_hash(first), copies_by_hash(second)
    texts = [(firsts[sha256], seconds[sha256]) for sha256 in firsts if sha256 in seconds]
    if not texts:
        hint = "give both the sha256 of the text"
        raise DatasetError([Problem(path="sources", expected="a text that both encode", found="none", hint=hint)])
    types = tuple(compare_type(type_, first, second, texts, resamples, seed) for type_ in TYPES)
    return Agreement(sources=tuple(sorted(key for copies, _ in texts for key in copies)), types=types)


def copies_by_hash(dataset: Dataset) -> dict[str, list[str]]:
    """Return the ids of the sources of each text, by its hash: a text can be at hand in several copies."""
    copies: dict[str, list[str]] = defaultdict(list)
    for source in dataset.of_type(Source):
        if source.sha256:
            copies[source.sha256].append(source.id)
    return copies


def compare_type(
    type_: type[EventRecord],
    first: Dataset,
    second: Dataset,
    texts: Sequence[tuple[Sequence[str], Sequence[str]]],
    resamples: int,
    seed: int,
) -> TypeAgreement:
    """Compare the records of one type."""
    matched: list[tuple[EventRecord, EventRecord]] = []
    only_first: list[EventRecord] = []
    only_second: list[EventRecord] = []
    unmatched: list[Unmatched] = []
    for first_copies, second_copies in texts:
        firsts = [r for key in first_copies for r in first.reported_in(key) if isinstance(r, type_)]
        seconds = [r for key in second_copies for r in second.reported_in(key) if isinstance(r, type_)]
        couples = assignment([[fit(type_, a, b) for b in seconds] for a in firsts])
        matched.extend((firsts[i], seconds[j]) for i, j in couples)
        lefts = without_places(firsts, {i for i, _ in couples})
        rights = without_places(seconds, {j for _, j in couples})
        pairs = list(pairs_without_passage(type_, lefts, rights))
        matched.extend((lefts[i], rights[j]) for i, j in pairs)
        lefts, rights = without_places(lefts, {i for i, _ in pairs}), without_places(rights, {j for _, j in pairs})
        only_first.extend(lefts)
        only_second.extend(rights)
        unmatched.extend((*reasons_for(type_, lefts, rights), *reasons_for(type_, rights, lefts)))
    variables: list[VariableAgreement] = []
    disagreements: list[Disagreement] = []
    for variable in variables_of(type_):
        values = [(variable.read(a), variable.read(b)) for a, b in matched]
        variables.append(agreement_on(variable, values, resamples, seed))
        disagreements.extend(
            Disagreement(variable=variable.name, ids=(a.id, b.id), values=(in_words(x), in_words(y)))
            for (a, b), (x, y) in zip(matched, values, strict=True)
            if x != y and OPEN not in (x, y)
        )
    return TypeAgreement(
        type=type_,
        matched=tuple(matched),
        only_first=tuple(only_first),
        only_second=tuple(only_second),
        unmatched=tuple(unmatched),
        variables=tuple(variables),
        disagreements=tuple(disagreements),
        origins=agreement_by_origin(matched, variables_of(type_)),
    )


def without_places(records: Sequence[EventRecord], places: Collection[int]) -> list[EventRecord]:
    """Return the records that are not at some places."""
    return [record for place, record in enumerate(records) if place not in places]


def agreement_on(
    variable: Variable, values: Sequence[tuple[CodedValue, CodedValue]], resamples: int, seed: int
) -> VariableAgreement:
    """Measure the agreement on one variable, in the units in which both have coded it."""
    number, values = len(values), [pair for pair in values if OPEN not in pair]
    numbers = {value: n for n, value in enumerate(variable.order or dict.fromkeys(itertools.chain(*values)))}
    units = [(numbers[x], numbers[y]) for x, y in values]  # which the bootstrap compares faster
    order = tuple(numbers.values()) if variable.order else ()
    alpha = krippendorff_alpha(units, order=order)
    draw = random.Random(f"{seed} {variable.name}")  # noqa: S311  (a bootstrap keeps no secrets)
    samples = (krippendorff_alpha(draw.choices(units, k=len(units)), order=order) for _ in range(resamples))
    alphas = [sample for sample in samples if sample is not None] if alpha is not None else []
    return VariableAgreement(
        name=variable.name,
        units=len(values),
        open=number - len(values),
        agreed=sum(x == y for x, y in values),
        ordinal=bool(variable.order),
        alpha=alpha,
        interval=middle(alphas),
    )


def middle(values: Sequence[float]) -> tuple[float, float] | None:
    """Return the interval in which the middle 95 % of some values lie; `None` if there are none."""
    if len(values) > 1:
        cuts = statistics.quantiles(values, n=40, method="inclusive")  # 2.5 % apart
        return cuts[0], cuts[-1]
    return (values[0], values[0]) if values else None


def krippendorff_alpha(units: Sequence[Sequence[CodedValue]], *, order: Sequence[CodedValue] = ()) -> float | None:
    """Compute Krippendorff's alpha: 1 for full agreement, 0 for the agreement that chance would give.

    Args:
        units: For each unit, the values that its coders gave; units with one value do not count.
        order: The values from least to most, for the ordinal metric; without it, the nominal one is used.

    Returns:
        Alpha, or `None` if it is not defined: no unit has two values, or all values are the same.

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


def distances(
    totals: Mapping[CodedValue, int], order: Sequence[CodedValue]
) -> dict[tuple[CodedValue, CodedValue], float]:
    """Return the squared ordinal difference of each two values, from how many values are between them."""
    ranked = [value for value in order if value in totals]
    squares: dict[tuple[CodedValue, CodedValue], float] = {}
    for (i, low), (j, high) in itertools.combinations(enumerate(ranked), 2):
        between = sum(totals[value] for value in ranked[i : j + 1])
        squares[low, high] = squares[high, low] = (between - (totals[low] + totals[high]) / 2) ** 2
    return squares


def fit(type_: type[EventRecord], first: EventRecord, second: EventRecord) -> float:
    """Return how well two records fit as one unit: 0 if they cannot be one."""
    firsts, seconds = covered_places(first), covered_places(second)
    both = len(firsts & seconds)
    if not both or both < ENOUGH_OVERLAP * min(len(firsts), len(seconds)):
        return 0.0
    keys = variables_of(type_)[: len(keys_of(type_))]
    same = sum(variable.read(first) == variable.read(second) for variable in keys)
    same_ids = (first.source == second.source) + (first.id == second.id)
    return both / len(firsts | seconds) + same / len(keys) + NEGLIGIBLE * same_ids


def covered_places(record: EventRecord) -> set[int]:
    """Return the code points that a record's spans cover."""
    return {place for span in record.spans for place in range(span.start, span.end)}


def ratio(part: int, whole: int) -> float | None:
    """Divide; `None` if there is nothing to divide by."""
    return part / whole if whole else None


def in_words(value: CodedValue) -> str:
    """Write a value for a report.

    >>> from diplo_events import Stance
    >>> in_words(frozenset({("macron", Stance.AGREE)})), in_words(None)
    ('macron: agree', 'none')
    """
    if isinstance(value, frozenset):
        return ", ".join(sorted(in_words(item) for item in cast("frozenset[CodedValue]", value))) or "none"
    if isinstance(value, tuple):
        return ": ".join(in_words(item) for item in cast("tuple[CodedValue, ...]", value))
    if isinstance(value, Enum):
        return str(value.value)
    return "none" if value is None else str(value)
