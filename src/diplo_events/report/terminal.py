"""What a dataset says, for a person at a terminal."""

import json
import shutil
import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any, Final, TypeVar, cast

import attrs

from diplo_events.dataset import Dataset
from diplo_events.lookup import name_of
from diplo_events.model import (
    EventRecord,
    Extent,
    FrozenMap,
    Issue,
    Meeting,
    Position,
    Source,
    Statement,
    TerritorialClaim,
)
from diplo_events.model.frozen_map import thawed
from diplo_events.schema import references
from diplo_events.vocab import ExtentUnit, Stance

__all__ = ["PLAIN", "Style", "brief", "describe"]

BARS: Final = {
    Stance.STRONGLY_DISAGREE: "◀◀",
    Stance.DISAGREE: "◀ ",
    Stance.NEUTRAL: " ●",
    Stance.AGREE: " ▶",
    Stance.STRONGLY_AGREE: "▶▶",
}

Paint = Callable[[str], str]

R = TypeVar("R", bound=EventRecord)


def plain(text: str) -> str:
    """Leave a text as it is."""
    return text


def ansi(code: str) -> Paint:
    """Give the function that wraps a text in a terminal's code."""
    return lambda text: f"\x1b[{code}m{text}\x1b[0m"


@attrs.frozen(kw_only=True)
class Style:
    """How wide lines are, and how their parts look."""

    width: int = 100
    """The length of a line, in characters."""
    title: Paint = plain
    """For headings."""
    strong: Paint = plain
    """For who acts."""
    quote: Paint = plain
    """For a speaker's own words."""
    faint: Paint = plain
    """For ids, dates and notes."""

    @classmethod
    def terminal(cls) -> "Style":
        """Give the style for a terminal, as wide as it is."""
        width = max(60, min(shutil.get_terminal_size().columns, 120))
        return cls(width=width, title=ansi("1;36"), strong=ansi("1"), quote=ansi("32"), faint=ansi("2"))


PLAIN: Final = Style()
"""Text without colours, 100 characters wide."""


def brief(dataset: Dataset, *, style: Style = PLAIN) -> Iterator[str]:
    """Tell what a dataset says, line by line: sources, statements, meetings, claims, positions.

    What only restates a fuller record of the same source is counted, not shown.

    Examples:
        >>> import diplo_events
        >>> lines = list(brief(diplo_events.load_example()))
        >>> "SOURCES" in lines
        True
    """
    yield style.title(dataset.title or "A dataset without a title")
    if dataset.description:
        yield from wrapped(dataset.description, style)
    yield style.faint(repr(dataset).strip("<>"))
    sources = dataset.of_type(Source)
    yield from section("SOURCES", sources, style, lambda source: source_lines(dataset, source, style))
    for source in sources:
        said = in_text_order(r for r in dataset.reported_in(source.id) if isinstance(r, Statement))
        heading = f"WHO SAID WHAT: {source.title}"
        yield from section(heading, said, style, lambda record: statement_lines(dataset, record, style))
    meetings = in_text_order(dataset.of_type(Meeting))
    yield from section("MEETINGS", meetings, style, lambda record: meeting_lines(dataset, record, style))
    claims = in_text_order(dataset.of_type(TerritorialClaim))
    yield from section("TERRITORIAL CLAIMS", claims, style, lambda record: claim_lines(dataset, record, style))
    positions: dict[str, list[Position]] = defaultdict(list)
    for position in dataset.of_type(Position):
        positions[position.issue].append(position)
    issues = [issue for issue in dataset.of_type(Issue) if issue.id in positions]
    heading = "WHERE EACH ACTOR STANDS  ◀◀ strongly against … ▶▶ strongly for"
    yield from section(heading, issues, style, lambda issue: issue_lines(dataset, issue, positions[issue.id], style))


def describe(dataset: Dataset, key: str, *, style: Style = PLAIN) -> Iterator[str]:
    """Tell all that one record holds, field by field, references with their names.

    Raises:
        KeyError: no record has that id.
    """
    record = dataset[key]
    pointers = [pointer for pointer in references(type(record), record) if pointer.target in dataset]
    yield style.title(f"{type(record).__name__} {record.id}")
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if field.name != "id" and value not in (None, (), frozenset(), FrozenMap()) and value is not False:
            targets = {pointer.target for pointer in pointers if pointer.path[0] == field.name}
            for item in value if isinstance(value, tuple) else (value,):
                text = told(dataset, item, targets)
                label = f"{field.name}: "
                yield from wrapped(text, style, first=label, rest="    ")


def told(dataset: Dataset, value: object, targets: AbstractSet[str]) -> str:
    """Tell a value in words."""
    if isinstance(value, str):
        return f"{value} ({name_of(dataset, value)})" if value in targets else value
    if isinstance(value, frozenset):
        return ", ".join(sorted(told(dataset, item, targets) for item in value))
    if isinstance(value, tuple):
        return ", ".join(told(dataset, item, targets) for item in cast("tuple[object, ...]", value))
    if isinstance(value, FrozenMap):
        return json.dumps(thawed(value), ensure_ascii=False)
    kind: Any = type(value)
    if attrs.has(kind):
        fields = ((f.name, getattr(value, f.name)) for f in attrs.fields(kind))
        return ", ".join(f"{name} {told(dataset, inner, targets)}" for name, inner in fields if inner not in (None, ()))
    return str(getattr(value, "value", value))


def section(
    title: str,
    items: Iterable[EventRecord | Source | Issue],
    style: Style,
    lines: Callable[..., Iterator[str]],
) -> Iterator[str]:
    """Give a heading and the lines of each item that is not only a repeat."""
    given = list(items)
    shown = [item for item in given if getattr(item, "restates", None) is None]
    if not shown:
        return
    repeats = f" (and {len(given) - len(shown)} repeats)" if len(given) > len(shown) else ""
    yield ""
    yield style.title(title) + style.faint(repeats)
    for item in shown:
        yield from lines(item)


def in_text_order(records: Iterable[R]) -> list[R]:
    """Sort records by source, then by where they stand in it."""
    return sorted(records, key=lambda r: (r.source, [(s.start, s.end) for s in r.spans], r.id))


def wrapped(text: str, style: Style, *, first: str = "", rest: str = "") -> list[str]:
    """Break a text into lines, the first and the others with their indents."""
    lines = textwrap.wrap(text, style.width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return lines or [first.rstrip()]


def names(dataset: Dataset, keys: Iterable[str]) -> str:
    """Name several records."""
    return ", ".join(name_of(dataset, key) for key in keys)


def time_of(record: EventRecord) -> str:
    """Tell when something was, as the record has it: EDTF, and the source's own words."""
    parts = [
        str(record.when) if record.when else "",
        f"“{record.when_as_reported}”" if record.when_as_reported else "",
    ]
    return " ".join(part for part in parts if part) or "no date"


def source_lines(dataset: Dataset, source: Source, style: Style) -> Iterator[str]:
    """Tell of a source."""
    publisher = name_of(dataset, source.publisher) if source.publisher else "unknown outlet"
    published = f", {source.published}" if source.published else ""
    yield from wrapped(f"{source.title}", style, first="  ", rest="    ")
    yield style.faint(f"    {publisher}{published}  [{source.id}]")


def statement_lines(dataset: Dataset, record: Statement, style: Style) -> Iterator[str]:
    """Tell of a statement."""
    acts = ", ".join(act.words for act in record.acts)
    to = f" → {names(dataset, record.targets)}" if record.targets else ""
    yield f"  {style.strong(name_of(dataset, record.speaker))}{to}: {acts}"
    yield from wrapped(record.summary, style, first="    ", rest="    ")
    for quote in record.quotes:
        yield from map(style.quote, wrapped(f"“{quote.text}”", style, first="    ", rest="     "))
    yield style.faint(f"    {time_of(record)}, {record.mode.value.replace('_', ' ')}  [{record.id}]")


def meeting_lines(dataset: Dataset, record: Meeting, style: Style) -> Iterator[str]:
    """Tell of a meeting."""
    place = f", {name_of(dataset, record.place)}" if record.place else ""
    yield f"  {style.strong(record.title)}: {record.status.value.replace('_', ' ')}{place}"
    who = ", ".join(
        name_of(dataset, p.actor) + (f" ({p.role.value})" if p.role.value != "attendee" else "")
        for p in record.participants
    )
    if who:
        yield from wrapped(who, style, first="    ", rest="    ")
    if record.conditions:
        yield from wrapped(f"if: {record.conditions}", style, first="    ", rest="    ")
    if record.proposed_by:
        yield f"    proposed by {names(dataset, record.proposed_by)}"
    yield style.faint(f"    {time_of(record)}  [{record.id}]")


def claim_lines(dataset: Dataset, record: TerritorialClaim, style: Style) -> Iterator[str]:
    """Tell of a territorial claim."""
    yield f"  {style.strong(name_of(dataset, record.asserted_by))} says: {record.assertion.value.replace('_', ' ')}"
    extent = f" ({extent_text(record.extent)})" if record.extent else ""
    yield from wrapped(record.summary + extent, style, first="    ", rest="    ")
    yield style.faint(f"    {time_of(record)}  [{record.id}]")


def extent_text(extent: Extent) -> str:
    """Write an extent.

    >>> extent_text(Extent(low=0.19, high=0.21, unit=ExtentUnit.SHARE))
    '19–21 %'
    """
    factor, unit = {ExtentUnit.SHARE: (100, " %"), ExtentUnit.SQUARE_KILOMETRES: (1, " km²")}.get(extent.unit, (1, ""))
    low, high = (f"{number * factor:.6f}".rstrip("0").rstrip(".") for number in (extent.low, extent.high))
    of = f" {extent.of}" if extent.of and extent.unit is ExtentUnit.COUNT else ""
    return f"{low if low == high else f'{low}–{high}'}{unit}{of}"


def issue_lines(dataset: Dataset, issue: Issue, positions: Iterable[Position], style: Style) -> Iterator[str]:
    """Tell where the actors stand on an issue."""
    yield from map(style.strong, wrapped(issue.proposition, style, first="  ", rest="  "))
    for position in sorted(positions, key=lambda p: (p.stance.number, name_of(dataset, p.actor), p.id)):
        marks = "".join([" red line" * position.red_line, " under conditions" * bool(position.conditions)])
        who = f"{BARS[position.stance]} {name_of(dataset, position.actor)}{marks}: "
        yield from wrapped(position.summary, style, first=f"    {who}", rest="       ")
        by = f" by {name_of(dataset, position.attributed_by)}" if position.attributed_by else ""
        yield style.faint(f"       {position.basis.value}{by}  [{position.id}]")
