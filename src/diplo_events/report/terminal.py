"""What a dataset says, as lines for a terminal."""

import shutil
import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from diplo_events._internal.texts.display import FIRST_STRONG, ISOLATE, POP, isolate, isolated
from diplo_events.dataset import Dataset
from diplo_events.lookup import find_id, matches, name_of
from diplo_events.model import Action, EventRecord, Issue, Meeting, Position, Source, Statement, TerritorialClaim, Vote
from diplo_events.open_records import coded, draft_notes
from diplo_events.report.field_words import (
    basis_line,
    field_lines,
    in_text_order,
    name_text,
    origin_line,
    other_fields,
    time_line,
)
from diplo_events.report.in_words import words_of
from diplo_events.report.lines import line_text
from diplo_events.schema import Record
from diplo_events.vocab import Stance

__all__ = ["BARS", "PLAIN", "STANCES_TITLE", "Style", "brief", "describe", "flat", "other_lines", "wrapped"]

BARS: Final = {
    Stance.STRONGLY_DISAGREE: "◀◀",
    Stance.DISAGREE: "◀ ",
    Stance.NEUTRAL: " ●",
    Stance.AGREE: " ▶",
    Stance.STRONGLY_AGREE: "▶▶",
}
"""Each stance as a bar of two characters."""

STANCES_TITLE: Final = "WHERE EACH ACTOR STANDS  ◀◀ strongly against … ▶▶ strongly for"
"""The heading over stances, with what the bars mean."""

Paint = Callable[[str], str]


def plain(text: str) -> str:
    """Return a text unchanged."""
    return text


def ansi(code: str) -> Paint:
    """Return the function that wraps a text in an escape sequence of terminals."""
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
        """Return a style with colours, as wide as the terminal but between 60 and 120 characters."""
        width = max(60, min(shutil.get_terminal_size().columns, 120))
        return cls(width=width, title=ansi("1;36"), strong=ansi("1"), quote=ansi("32"), faint=ansi("2"))


PLAIN: Final = Style()
"""Text without colours, 100 characters wide."""


def brief(dataset: Dataset, *, style: Style = PLAIN) -> Iterator[str]:
    """List the lines of what a dataset says: sources, statements, deeds, meetings, votes, claims, positions.

    Records are in the order in which their sources report them. Records that only repeat a fuller record of the same
    source are counted, not shown.

    Examples:
        >>> import diplo_events
        >>> lines = list(brief(diplo_events.load_example()))
        >>> "SOURCES" in lines
        True
    """
    yield style.title(flat(isolated(dataset.title)) if dataset.title else "A dataset without a title")
    if dataset.description:
        yield from wrapped(isolated(dataset.description), style)
    yield style.faint(repr(dataset).strip("<>"))
    yield from map(style.faint, draft_notes(dataset))
    dataset = coded(dataset)
    sources = dataset.of_type(Source)
    if copies := dataset.first_copies:
        texts = len(set(copies.values()))
        yield style.faint(
            f"{len(copies)} of the sources are copies of {texts} text{'s' * (texts > 1)}; a text is one witness"
        )
    if versions := {key: first for key, first in dataset.first_versions.items() if key not in copies}:
        documents = len(set(versions.values()))
        of = f"{documents} document{'s' * (documents > 1)}"
        yield style.faint(f"{len(versions)} of the sources are versions of {of}; a document is one witness")
    yield from section("SOURCES", sources, style, lambda source: source_lines(dataset, source, style))
    for source in sources:
        statements = in_text_order(r for r in dataset.reported_in(source.id) if isinstance(r, Statement))
        heading = f"WHO SAID WHAT: {flat(isolated(source.title))}"
        yield from section(heading, statements, style, lambda record: statement_lines(dataset, record, style))
    deeds = in_text_order(dataset.of_type(Action))
    yield from section("WHAT WAS DONE", deeds, style, lambda record: event_lines(dataset, record, style))
    meetings = in_text_order(dataset.of_type(Meeting))
    yield from section("MEETINGS", meetings, style, lambda record: event_lines(dataset, record, style))
    votes = in_text_order(dataset.of_type(Vote))
    yield from section("VOTES", votes, style, lambda record: event_lines(dataset, record, style))
    claims = in_text_order(dataset.of_type(TerritorialClaim))
    yield from section("TERRITORIAL CLAIMS", claims, style, lambda record: event_lines(dataset, record, style))
    positions: dict[str, list[Position]] = defaultdict(list)
    for position in dataset.of_type(Position):
        positions[position.issue].append(position)
    issues = [issue for issue in dataset.of_type(Issue) if issue.id in positions]
    yield from section(
        STANCES_TITLE, issues, style, lambda issue: issue_lines(dataset, issue, positions[issue.id], style)
    )


def describe(dataset: Dataset, key: str, *, style: Style = PLAIN) -> Iterator[str]:
    """List the lines of everything in one record: of an event record what it says, then field by field, ids with names.

    Args:
        dataset: The records.
        key: The id of a record, or any name of an actor, a place, an issue or a source.
        style: How the lines look.

    Raises:
        KeyError: no record has that id or name.
        QueryError: several records have that name.

    Examples:
        >>> import diplo_events
        >>> list(describe(diplo_events.load_example(), "Beijing"))[:3]
        ['Place place/beijing', 'name: Beijing', 'kind: settlement']
    """
    record = dataset[find_id(dataset, key) if key not in dataset and matches(dataset, key) else key]
    yield style.title(f"{type(record).__name__} {record.id}")
    if isinstance(record, EventRecord) and not record.open:
        yield from wrapped(line_text(words_of(dataset, record).head), style, first="  ", rest="    ")
    for name, line in field_lines(dataset, record):
        yield from wrapped(line_text(line), style, first=f"{name}: ", rest="    ")
    if record.open:
        yield from wrapped(", ".join(record.open), style, first="not coded yet: ", rest="    ")


def section(
    title: str,
    records: Iterable[EventRecord | Source | Issue],
    style: Style,
    lines: Callable[..., Iterator[str]],
) -> Iterator[str]:
    """List a heading and the lines of each record that is not only a repeat; nothing if there is none."""
    every = list(records)
    shown = [record for record in every if getattr(record, "restates", None) is None]
    if not shown:
        return
    repeats = f" (and {len(every) - len(shown)} repeats)" if len(every) > len(shown) else ""
    yield ""
    yield style.title(title) + style.faint(repeats)
    for record in shown:
        yield from lines(record)


def wrapped(text: str, style: Style, *, first: str = "", rest: str = "") -> list[str]:
    """Return a text in lines; the first line and the others have indents of their own.

    An isolate that runs over the end of a line is closed there and begun again on the next: terminals order each line
    by itself.
    """
    lines = textwrap.wrap(text, style.width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return list(closed(lines, rest)) or [first.rstrip()]


def closed(lines: Iterable[str], rest: str) -> Iterator[str]:
    """List lines with every isolate closed on the line on which it begins, and none that a line does not need."""
    is_open = False
    for text in lines:
        line = f"{rest}{FIRST_STRONG}{text.removeprefix(rest)}" if is_open else text
        is_open = line.rfind(FIRST_STRONG) > line.rfind(POP)
        yield ISOLATE.sub(lambda match: isolate(match[1]), f"{line}{POP}" if is_open else line)


def flat(text: str) -> str:
    """Return a text on one line: every line break and tab is a space."""
    return text.replace("\n", " ").replace("\t", " ")


def other_lines(dataset: Dataset, record: Record | EventRecord, style: Style, *, indent: int = 4) -> Iterator[str]:
    """List the fields of a record that have no words of their own, a line each."""
    for label, line in other_fields(dataset, record):
        yield from wrapped(line_text(line), style, first=f"{' ' * indent}{label}: ", rest=" " * (indent + 4))


def source_lines(dataset: Dataset, source: Source, style: Style) -> Iterator[str]:
    """List the lines of a source."""
    yield from wrapped(isolated(source.title), style, first="  ", rest="    ")
    yield from other_lines(dataset, source, style)
    yield style.faint(f"    {flat(line_text(origin_line(dataset, source)))}  [{source.id}]")


def statement_lines(dataset: Dataset, record: Statement, style: Style) -> Iterator[str]:
    """List the lines of a statement."""
    return event_lines(dataset, record, style, how=f", {record.mode.words}")


def event_lines(dataset: Dataset, record: EventRecord, style: Style, *, how: str = "") -> Iterator[str]:
    """List the lines of an event record; `how` it is reported comes after its date."""
    words = words_of(dataset, record)
    yield f"  {style.strong(flat(line_text(words.subject)))}{flat(line_text(words.predicate))}"
    if words.text:
        yield from wrapped(line_text(words.text), style, first="    ", rest="    ")
    for quote in words.quotes:
        yield from map(style.quote, wrapped(line_text([quote]), style, first="    ", rest="     "))
    for note in words.notes:
        yield from wrapped(line_text(note), style, first="    ", rest="    ")
    yield from other_lines(dataset, record, style)
    yield style.faint(f"    {flat(line_text(time_line(dataset, record)))}{how}  [{record.id}]")


def issue_lines(dataset: Dataset, issue: Issue, positions: Iterable[Position], style: Style) -> Iterator[str]:
    """List the lines of an issue: where the actors stand, from against to for."""
    yield from map(style.strong, wrapped(isolated(issue.proposition), style, first="  ", rest="  "))
    yield from other_lines(dataset, issue, style)
    for position in sorted(positions, key=lambda p: (p.stance.number, name_of(dataset, p.actor), p.id)):
        marks = "".join([" red line" * position.red_line, " under conditions" * bool(position.conditions)])
        who = f"{BARS[position.stance]} {flat(name_text(dataset, position.actor))}{marks}: "
        yield from wrapped(isolated(position.summary), style, first=f"    {who}", rest="       ")
        yield from other_lines(dataset, position, style, indent=7)
        yield style.faint(f"       {flat(line_text(basis_line(dataset, position)))}  [{position.id}]")
