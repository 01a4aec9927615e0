"""The Hypothesis strategy of each field type, and of each class of the model by its field types."""

import datetime as dt
import functools
import math
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, Final, NewType, TypeAlias, TypeVar, cast

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from diplo_events.dates import EventDate
from diplo_events.errors import EventDateError, suggestion
from diplo_events.model import Extent, FrozenMap, Place, Point, Quote, Source, Span, Statement, Uncoded
from diplo_events.model.ids import PATTERNS, RecordId
from diplo_events.schema import fields, finder_of
from diplo_events.speech_acts import SpeechAct
from diplo_events.vocab import ExtentUnit

__all__ = [
    "Given",
    "built",
    "drawn",
    "event_dates",
    "fitted",
    "frozen_maps",
    "ids",
    "strategy_of",
    "texts",
    "types_of",
]

T = TypeVar("T", bound=attrs.AttrsInstance)

Given: TypeAlias = Mapping[object, SearchStrategy[Any]]
"""Strategies that take the place of the usual ones, by type."""

NASTY_TEXTS: Final = (
    *("NO", "null", "~", "true", "yes", "on", "-", "?", ":", "=", "<<", "!", "&a", "*a", "%", "@", "`", "|", ">"),
    *("12:30", "1e3", "0o17", "0x1F", "010", "1_000", ".inf", "-.INF", ".nan", "7", "-0", "1.", "2025-09-04"),
    *("- a", "# x", "a # x", "a: b", "a:", "'", "''", '"', "\\", "\\n", "[", "{}", "[1, 2]", "--- a", "...", "---"),
    *("“No”, he said", "‘no’ — l’État", "«нет»", "e\u0301 n\u0303", "🇺🇦 🕊️", "𝔘𝔫", "שלום", "\u202eabc\u202c"),
    *(" a", "a ", "\ta", "a\t", "a\n", "\na", "a\n\n b\n", "a\n- b: c\n", "a\u00a0b", "\u3000a\u2003", "x\n \n"),
    *("\ufeffa", "a\ufeff", "a\u2028b", "a\u2029", "\u200b", "\ufffe", "\uffff", "\U0010ffff", "\ue000", "�"),
)
"""Texts that a record may hold and that formats get wrong."""

LETTERS: Final = st.characters(exclude_categories=("Cc", "Cs"), include_characters="\t\n")
WORDS: Final = st.text(LETTERS, max_size=12) | st.sampled_from(NASTY_TEXTS)
NUMBERS: Final = st.integers(0, 5000) | st.integers(0, 2**62)
MOST_ITEMS: Final = 2


def texts() -> SearchStrategy[str]:
    r"""Draw texts that a record may hold, nasty ones often: quotes, marks, spaces, what YAML takes for a number.

    >>> from hypothesis import find
    >>> find(texts(), lambda text: "\n" in text)
    '0\n'
    """
    drawn = st.text(LETTERS, min_size=1, max_size=12)
    joined = st.lists(WORDS, min_size=1, max_size=3).map("".join)
    return (drawn | st.sampled_from(NASTY_TEXTS) | joined).filter(str.strip)


def ids() -> SearchStrategy[str]:
    """Draw ids of records.

    >>> from hypothesis import find
    >>> find(ids(), lambda key: "/" in key)
    'a/a'
    """
    ends, inside = st.sampled_from("abcxyz0189"), st.text("abcxyz0189.._-//", max_size=8)
    return st.sampled_from(["a", "b", "no", "null", "1e3", "0o17", "a" * 200]) | st.builds(
        "{}{}{}".format, ends, inside, ends
    )


def event_dates() -> SearchStrategy[EventDate]:
    """Draw dates of all levels of EDTF: marked, unspecified, seasons, intervals, sets, times, long years.

    >>> from hypothesis import find
    >>> find(event_dates(), lambda date: date.kind == "all_of")
    EventDate.parse('{2000}')
    """
    return date_texts().filter(is_date).map(EventDate.parse)


def frozen_maps() -> SearchStrategy[FrozenMap[Any]]:
    """Draw what a user may keep in `extra`: any JSON, to a small depth.

    >>> from hypothesis import find
    >>> find(frozen_maps(), lambda kept: kept)
    FrozenMap({'': None})
    """
    numbers = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    leaves = st.none() | st.booleans() | numbers | WORDS
    values = st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=6
    )
    return st.dictionaries(WORDS, values, max_size=3).map(FrozenMap)


def types_of(cls: type[attrs.AttrsInstance]) -> dict[str, Any]:
    """Give the types of the fields of a class, by name."""
    return {field.name: field.annotation for field in fields(cls)}


def drawn(cls: type[T], given: Mapping[str, SearchStrategy[Any]]) -> SearchStrategy[T]:
    """Give the strategy for a class, some fields as told."""
    for name in given.keys() - types_of(cls).keys():
        raise TypeError(f"{cls.__name__} has no field {name!r}; {suggestion(name, types_of(cls)) or 'see its fields'}")
    others = built(cls, {}, leaving=given)
    return st.tuples(others, st.fixed_dictionaries(dict(given))).map(lambda v: cls(**fitted(cls, v[0] | v[1])))


def built(cls: type[attrs.AttrsInstance], given: Given, *, leaving: Iterable[str]) -> SearchStrategy[dict[str, Any]]:
    """Give the strategy for the fields of a class, by name, save some."""
    return st.fixed_dictionaries(
        {name: strategy_of(kind, given) for name, kind in types_of(cls).items() if name not in leaving}
    )


def strategy_of(annotation: Any, given: Given = types.MappingProxyType({})) -> SearchStrategy[Any]:  # noqa: ANN401  (annotations)
    """Give the strategy for a type, as annotations name it; only what can hold references is made anew."""
    return made_of(annotation, given) if given and finder_of(annotation) else plain(annotation)


@functools.cache
def plain(annotation: Any) -> SearchStrategy[Any]:  # noqa: ANN401  (an annotation is any object)
    """Give the strategy for a type, once made and kept."""
    return made_of(annotation, types.MappingProxyType({}))


def made_of(annotation: Any, given: Given) -> SearchStrategy[Any]:  # noqa: ANN401, PLR0911  (one return a kind)
    """Make the strategy for a type."""
    if annotation in given:
        return given[annotation]
    if annotation in SIMPLE:
        return SIMPLE[annotation]()
    if isinstance(annotation, NewType):
        pattern = PATTERNS[annotation]
        return ids() if pattern is PATTERNS[RecordId] else st.from_regex(pattern.regex, fullmatch=True)
    if attrs.has(annotation):
        return built(annotation, given, leaving=()).map(lambda values: annotation(**fitted(annotation, values)))
    if isinstance(annotation, type):
        return st.sampled_from(cast("type[Enum]", annotation))
    inner = strategy_of(next(a for a in typing.get_args(annotation) if a is not types.NoneType), given)
    if typing.get_origin(annotation) is tuple:
        return st.just(()) if inner.is_empty else st.lists(inner, unique=True, max_size=MOST_ITEMS).map(tuple)
    if typing.get_origin(annotation) is frozenset:
        return st.frozensets(inner)
    return st.none() | inner


SIMPLE: Final[Mapping[object, Callable[[], SearchStrategy[Any]]]] = types.MappingProxyType(
    {
        str: texts,
        int: lambda: NUMBERS,
        float: lambda: st.floats(allow_nan=False, allow_infinity=False),
        bool: st.booleans,
        EventDate: event_dates,
        FrozenMap[Any]: frozen_maps,
        FrozenMap[str]: lambda: st.dictionaries(texts(), texts(), max_size=MOST_ITEMS).map(FrozenMap),
    }
)


def fitted(cls: type[attrs.AttrsInstance], values: dict[str, Any]) -> dict[str, Any]:
    """Make values of a class obey the rules that hold between its fields."""
    return {**values, **FITTING[cls](**values)} if cls in FITTING else values


def fit_span(*, start: int, end: int, **_: object) -> dict[str, Any]:
    """Let a span end behind its start."""
    return {"end": max(end, start + 1)}


def fit_quote(*, text: str, span: Span, **_: object) -> dict[str, Any]:
    """Make a span as long as the text."""
    return {"span": attrs.evolve(span, end=span.start + len(text))}


def fit_extent(*, low: float, high: float, unit: ExtentUnit, **_: object) -> dict[str, Any]:
    """Keep shares from 0 to 1, and everything in order."""
    low, high = (abs(math.remainder(x, 2) if unit is ExtentUnit.SHARE else x) for x in (low, high))
    return {"low": low, "high": max(low, high)}


def fit_point(*, longitude: float, latitude: float, **_: object) -> dict[str, Any]:
    """Stay on the Earth."""
    return {"longitude": math.remainder(longitude, 360), "latitude": math.remainder(latitude, 180)}


def fit_place(*, country: str | None, subdivision: str | None, **_: object) -> dict[str, Any]:
    """Let a division be one of the country."""
    return {"subdivision": f"{country}{subdivision[2:]}"} if country and subdivision else {}


def fit_source(*, length: int | None, uncoded: Sequence[Uncoded], **_: object) -> dict[str, Any]:
    """Make a text as long as the passages in it ask for."""
    return {} if length is None else {"length": max(length, 1, *(passage.span.end for passage in uncoded))}


def fit_statement(*, acts: Sequence[SpeechAct], **_: object) -> dict[str, Any]:
    """Let something be done in saying it."""
    return {"acts": acts or (SpeechAct.STATE,)}


FITTING: Final[Mapping[type, Callable[..., dict[str, Any]]]] = types.MappingProxyType(
    {
        Span: fit_span,
        Quote: fit_quote,
        Extent: fit_extent,
        Point: fit_point,
        Place: fit_place,
        Source: fit_source,
        Statement: fit_statement,
    }
)


@functools.cache
def date_texts() -> SearchStrategy[str]:
    """Draw texts, most of which are EDTF."""
    days = (st.dates(dt.date(2000, 1, 1), dt.date(2039, 12, 31)) | st.dates()).map(dt.date.isoformat)
    months, years = days.map(lambda day: day[:7]), days.map(lambda day: day[:4])
    plain_date = years | months | days
    mark, open_end = st.sampled_from("?~%"), st.sampled_from(["", ".."])
    hidden = st.sampled_from(["20XX", "199X", "20X5", "XXXX-09-XX", "1XXX-XX", "2025-XX", "2025-XX-31", "2025-09-1X"])
    season = st.builds("{}-{}".format, years, st.integers(21, 41))
    single = plain_date | plain_date.map("-{}".format) | season | hidden
    marked = st.builds("{}{}".format, single, mark) | st.builds("{1}{0}-{2}09-{1}04".format, years, mark, mark)
    date = single | marked
    pairs = st.sampled_from([years, months, days]).flatmap(lambda kind: st.tuples(kind, kind)).map(sorted)
    half_open = st.builds("{}/{}".format, date, open_end) | st.builds("{}/{}".format, open_end, date)
    interval = pairs.map("/".join) | half_open | st.builds("{}/{}".format, date, date)
    member = st.lists(date | pairs.map("..".join), min_size=1, max_size=3).map(",".join)
    begun = st.builds("{}{}".format, plain_date, open_end) | st.builds("{}{}".format, open_end, plain_date)
    date_set = st.builds("[{}]".format, member | begun) | st.builds("{{{}}}".format, member | begun)
    clock = st.builds("{:%H:%M:%S}{}".format, st.times(), st.sampled_from(["", "Z", "+05:45", "-03"]))
    moment = st.builds("{}T{}".format, days, clock)
    year = st.builds("Y{}{}".format, st.sampled_from(["", "-"]), st.integers(10_000, 10**14))
    scaled = st.sampled_from(["Y-17E7", "1950S2", "Y171010000S3"])
    return plain_date | date | interval | date_set | moment | year | scaled


def is_date(text: str) -> bool:
    """Tell whether a text is EDTF."""
    try:
        EventDate.parse(text)
    except EventDateError:
        return False
    return True
