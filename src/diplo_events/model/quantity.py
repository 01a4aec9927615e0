"""`Quantity`: how much or how many, always as a range."""

from collections.abc import Iterator

import attrs

from diplo_events.errors import Problem
from diplo_events.model.field_rules import Checked, exact_float
from diplo_events.model.ids import CurrencyCode
from diplo_events.vocab import Unit

__all__ = ["Quantity", "upper_end"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Quantity(Checked):
    """How much or how many, always as a range: a coder may take "about one-fifth" as 0.15 to 0.25.

    Examples:
        >>> Quantity(low=4, high=4, unit=Unit.COUNT, of="regions")
        Quantity(low=4.0, high=4.0, unit=Unit.COUNT, of='regions', currency=None)

        "At least one shell" has no upper end, and none is made up:

        >>> Quantity(low=1, high=None, unit=Unit.COUNT, of="shells")
        Quantity(low=1.0, high=None, unit=Unit.COUNT, of='shells', currency=None)
    """

    low: float = attrs.field(converter=exact_float)
    """The lower end of the range."""
    high: float | None = attrs.field(converter=attrs.converters.optional(exact_float))
    """The upper end of the range; equal to `low` if the figure is exact, `None` if it has no end ("at least")."""
    unit: Unit
    """The unit; a share is a number from 0 to 1."""
    of: str | None = None
    """What it is a share of, or what is counted: troops, regions, votes."""
    currency: CurrencyCode | None = None
    """The currency of an amount of money; an old one without a code is counted, and named in `of`."""

    def _relations(self) -> Iterator[Problem]:
        top = limit_of(self.unit)
        if not 0 <= self.low <= (top if self.high is None else self.high) <= top:
            limits = "0 <= low <= high <= 1" if self.unit is Unit.SHARE else "0 <= low <= high"
            yield Problem(expected=limits, found=f"low {self.low} and high {self.high}")
        if (self.currency is None) == (self.unit is Unit.MONEY):
            expected = "a currency" if self.unit is Unit.MONEY else "no currency, because the unit is not money"
            yield Problem(path="currency", expected=expected, found=repr(self.currency))


def upper_end(quantity: Quantity) -> float:
    """Return the upper end of a range: of one without an end the greatest number that its unit allows.

    >>> upper_end(Quantity(low=1, high=None, unit=Unit.COUNT)), upper_end(Quantity(low=0.6, high=None, unit=Unit.SHARE))
    (inf, 1.0)
    """
    return limit_of(quantity.unit) if quantity.high is None else quantity.high


def limit_of(unit: Unit) -> float:
    """Return the greatest number of a unit."""
    return 1.0 if unit is Unit.SHARE else float("inf")
