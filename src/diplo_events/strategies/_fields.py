"""The Hypothesis strategy for each kind of field, and for each class of the model by its fields."""

import datetime as dt
import functools
import math
import types
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias, TypeVar, assert_never

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from diplo_events.dates import EventDate
from diplo_events.errors import EventDateError, suggestion
from diplo_events.model import (
    Ballot,
    Document,
    FrozenMap,
    Place,
    Point,
    Quantity,
    Quote,
    Source,
    Span,
    Statement,
    Tally,
    Uncoded,
    Vote,
)
from diplo_events.model.ids import ID
from diplo_events.schema import (
    CodeNode,
    DateNode,
    FlagNode,
    IdNode,
    ManyNode,
    MapNode,
    Node,
    NumberNode,
    PartNode,
    TextNode,
    VocabularyNode,
    WholeNode,
    fields,
    finder_of,
)
from diplo_events.vocab import BallotChoice, QuotationMode, Unit, VoteResult

__all__ = [
    "built",
    "drawn",
    "event_dates",
    "fitted",
    "frozen_maps",
    "ids",
    "nodes_of",
    "strategy_of",
    "texts",
]

T = TypeVar("T", bound=attrs.AttrsInstance)

References: TypeAlias = Mapping[object, SearchStrategy[Any]]
"""Strategies for references, by the kind of id; other references are to anything."""

NASTY_TEXTS: Final = (
    *("NO", "null", "~", "true", "yes", "on", "-", "?", ":", "=", "<<", "!", "&a", "*a", "%", "@", "`", "|", ">"),
    *("12:30", "1e3", "0o17", "0x1F", "010", "1_000", ".inf", "-.INF", ".nan", "7", "-0", "1.", "2025-09-04"),
    *("- a", "# x", "a # x", "a: b", "a:", "'", "''", '"', "\\", "\\n", "[", "{}", "[1, 2]", "--- a", "...", "---"),
    *("“No”, he said", "‘no’ — l’État", "«нет»", "e\u0301 n\u0303", "🇺🇦 🕊️", "𝔘𝔫", "שלום", "\u202eabc\u202c"),
    *(" a", "a ", "\ta", "a\t", "a\n", "\na", "a\n\n b\n", "a\n- b: c\n", "a\u00a0b", "\u3000a\u2003", "x\n \n"),
    *("\ufeffa", "a\ufeff", "a\u2028b", "a\u2029", "\u200b", "\ufffe", "\uffff", "\U0010ffff", "\ue000", "�"),
)
"""Texts that are allowed in records and that formats easily get wrong."""

LETTERS: Final = st.characters(exclude_categories=("Cc", "Cs"), include_characters="\t\n")
WORDS: Final = st.text(LETTERS, max_size=12) | st.sampled_from(NASTY_TEXTS)
NUMBERS: Final = st.integers(0, 5000) | st.integers(0, 2**62)
MOST_ITEMS: Final = 2


def texts() -> SearchStrategy[str]:
    r"""Draw texts that are allowed in records, often nasty ones: quotes, marks, spaces, what YAML reads as a number.

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
    >>> str(find(event_dates(), lambda date: date.kind == "all_of"))[0]
    '{'
    """
    return date_texts().filter(is_date).map(EventDate.parse)


def frozen_maps() -> SearchStrategy[FrozenMap[Any]]:
    """Draw what users may keep in `extra`: any JSON of small depth.

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


def nodes_of(cls: type[attrs.AttrsInstance]) -> dict[str, Node]:
    """Return what the fields of a class hold, by name."""
    return {field.name: field.node for field in fields(cls)}


def drawn(cls: type[T], given: Mapping[str, SearchStrategy[Any]]) -> SearchStrategy[T]:
    """Return the strategy for a class, with strategies for some of its fields."""
    for name in given.keys() - nodes_of(cls).keys():
        raise TypeError(f"{cls.__name__} has no field {name!r}; {suggestion(name, nodes_of(cls)) or 'see its fields'}")
    others = built(cls, {}, leaving=given)
    return st.tuples(others, st.fixed_dictionaries(dict(given))).map(lambda v: cls(**fitted(cls, v[0] | v[1])))


def built(
    cls: type[attrs.AttrsInstance], references: References, *, leaving: Iterable[str]
) -> SearchStrategy[dict[str, Any]]:
    """Return the strategy for the values of the fields of a class, by name, except for some fields."""
    nodes = {name: node for name, node in nodes_of(cls).items() if name not in leaving}
    return st.fixed_dictionaries({name: strategy_of(node, references) for name, node in nodes.items()})


def strategy_of(node: Node, references: References = types.MappingProxyType({})) -> SearchStrategy[Any]:
    """Return the strategy for what a field holds; it is made only once for fields without references."""
    return make_strategy(node, references) if references and finder_of(node) else plain(node)


@functools.cache
def plain(node: Node) -> SearchStrategy[Any]:
    """Return the strategy for what a field holds, references to anything."""
    return make_strategy(node, types.MappingProxyType({}))


def make_strategy(node: Node, references: References) -> SearchStrategy[Any]:
    """Make the strategy for what a field holds."""
    strategy = make_present(node, references)
    return st.none() | strategy if node.optional else strategy


def make_present(node: Node, references: References) -> SearchStrategy[Any]:  # noqa: C901, PLR0911  (one case for each kind of node)
    """Make the strategy for what a field holds, `None` apart."""
    match node:
        case TextNode():
            return texts()
        case IdNode(kind=kind):
            return references.get(kind, ids())
        case CodeNode(pattern=pattern):
            return ids() if pattern is ID else st.from_regex(pattern.regex, fullmatch=True)
        case WholeNode():
            return NUMBERS
        case NumberNode():
            return st.floats(allow_nan=False, allow_infinity=False)
        case FlagNode():
            return st.booleans()
        case DateNode():
            return event_dates()
        case VocabularyNode(vocabulary=vocabulary):
            return st.sampled_from(vocabulary)
        case MapNode(of_text=of_text):
            return st.dictionaries(texts(), texts(), max_size=MOST_ITEMS).map(FrozenMap) if of_text else frozen_maps()
        case ManyNode(item=item, container=container, least=least):
            return make_many(strategy_of(item, references), container, least)
        case PartNode(cls=cls):
            return built(cls, references, leaving=()).map(lambda values: cls(**fitted(cls, values)))
    assert_never(node)


def make_many(items: SearchStrategy[Any], container: type, least: int) -> SearchStrategy[Any]:
    """Make the strategy for a tuple or a frozenset of items, which is empty if there are none to draw."""
    if container is frozenset:
        return st.frozensets(items, min_size=least)
    if items.is_empty and not least:
        return st.just(())
    return st.lists(items, unique=True, min_size=least, max_size=max(least, MOST_ITEMS)).map(tuple)


def fitted(cls: type[attrs.AttrsInstance], values: dict[str, Any]) -> dict[str, Any]:
    """Adjust values of a class to the rules between its fields."""
    return {**values, **FITTING[cls](**values)} if cls in FITTING else values


def fit_span(*, start: int, end: int, **_: object) -> dict[str, Any]:
    """Move the end of a span after its start."""
    return {"end": max(end, start + 1)}


def fit_quote(*, text: str, span: Span, **_: object) -> dict[str, Any]:
    """Make a span as long as the text."""
    return {"span": attrs.evolve(span, end=span.start + len(text))}


def fit_quantity(*, low: float, high: float | None, unit: Unit, currency: str | None, **_: object) -> dict[str, Any]:
    """Keep shares from 0 to 1, `low` not above `high`, and a currency for money only."""
    low, end = (abs(math.remainder(x, 2) if unit is Unit.SHARE else x) for x in (low, low if high is None else high))
    money = currency or "EUR" if unit is Unit.MONEY else None
    return {"low": low, "high": None if high is None else max(low, end), "currency": money}


def fit_point(*, longitude: float, latitude: float, **_: object) -> dict[str, Any]:
    """Keep degrees within the ranges of longitude and latitude."""
    return {"longitude": math.remainder(longitude, 360), "latitude": math.remainder(latitude, 180)}


def fit_place(*, country: str | None, subdivision: str | None, **_: object) -> dict[str, Any]:
    """Make a subdivision belong to the country."""
    return {"subdivision": f"{country}{subdivision[2:]}"} if country and subdivision else {}


def fit_source(*, length: int | None, uncoded: Sequence[Uncoded], **_: object) -> dict[str, Any]:
    """Make a text long enough for its passages."""
    return {} if length is None else {"length": max(length, 1, *(passage.span.end for passage in uncoded))}


def fit_statement(*, mode: QuotationMode, spans: Sequence[Span], **_: object) -> dict[str, Any]:
    """Leave out the mode of own words where no passage holds them."""
    return {"mode": QuotationMode.INDIRECT} if mode is QuotationMode.VERBATIM and not spans else {}


def fit_document(
    *,
    adopted: EventDate | None,
    signed: EventDate | None,
    in_force: EventDate | None,
    until: EventDate | None,
    **_: object,
) -> dict[str, Any]:
    """Leave out an end that lies before the beginning."""
    begun = in_force or signed or adopted
    return {"until": None} if begun and until and until.before(begun) else {}


def fit_vote(*, ballots: Sequence[Ballot], tally: Tally | None, result: VoteResult, **_: object) -> dict[str, Any]:
    """Keep one ballot of each member, a tally that counts them, and a result that no veto prevents."""
    kept = tuple({ballot.actor: ballot for ballot in ballots}.values())
    vetoed = any(ballot.choice is BallotChoice.VETO for ballot in kept)
    choices = Counter(ballot.choice.counted for ballot in kept)
    counts = attrs.asdict(tally) if tally else {}
    counted = {
        name: max(number, choices[BallotChoice[name.upper()]]) for name, number in counts.items() if number is not None
    }
    return {
        "ballots": kept,
        "tally": attrs.evolve(tally, **counted) if tally else None,
        "result": VoteResult.REJECTED if vetoed and result is VoteResult.ADOPTED else result,
    }


def fit_tally(**counts: int | None) -> dict[str, Any]:
    """Keep counts from 0."""
    return {name: number if number is None else abs(number) for name, number in counts.items()}


FITTING: Final[Mapping[type, Callable[..., dict[str, Any]]]] = types.MappingProxyType(
    {
        Span: fit_span,
        Quote: fit_quote,
        Quantity: fit_quantity,
        Point: fit_point,
        Place: fit_place,
        Source: fit_source,
        Document: fit_document,
        Statement: fit_statement,
        Tally: fit_tally,
        Vote: fit_vote,
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
    """Whether a text is EDTF."""
    try:
        EventDate.parse(text)
    except EventDateError:
        return False
    return True
