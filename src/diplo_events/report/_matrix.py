"""Where actors stand: propositions by actors in camps, with the evidence of each cell below, where a link leads."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from diplo_events.analysis.camps import find_camps
from diplo_events.analysis.predicates import decide
from diplo_events.analysis.stance_spans import StanceSpan, stance_spans
from diplo_events.analysis.stances import Accord, Cell, StanceEvidence, StanceMatrix
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.in_words import date_in_words
from diplo_events.model import EventRecord, Issue, Position, Statement
from diplo_events.report._languages import language_of_quote
from diplo_events.report._names import link
from diplo_events.report._page import Element, Node, element
from diplo_events.report._parts import Parts
from diplo_events.report._passages import Passages
from diplo_events.report.field_words import age_text, basis_line, name_text, named, names_line
from diplo_events.report.lines import DataText, joined
from diplo_events.vocab import Aspect, PositionBasis, Stance

__all__ = ["camp_numbers", "stance_parts"]

Keys: TypeAlias = frozenset[tuple[str, str]]
"""Cells, by their actors and issues."""

Spans: TypeAlias = Mapping[tuple[str, str], StanceSpan]
"""When positions can stand, by their actors and ids."""

SYMBOLS: Final = {
    Stance.STRONGLY_DISAGREE: "−−",
    Stance.DISAGREE: "−",
    Stance.NEUTRAL: "0",
    Stance.AGREE: "+",
    Stance.STRONGLY_AGREE: "++",
}

LEAST_CELLS: Final = 2
"""A row or a column with fewer cells is folded by the script, which names it and opens it when asked."""

MOST_COLUMNS: Final = 60
"""The table has at most this many columns, those with the most cells; the cells of the others are listed below it."""

MOST_ROWS: Final = 120
"""The table has at most this many rows, those with the most cells in its columns."""

MOST_QUOTES: Final = 2
"""How many quotes of one position are shown; its record leads to all."""


def stance_parts(dataset: Dataset, matrix: StanceMatrix, parts: Parts) -> Iterator[Node]:
    """List the parts of the section: the note, the filters, the table with its panel, and all evidence below it."""
    cells = [cell for cell in matrix.cells if cell.standing]
    numbers = {(cell.actor, cell.issue): f"_cell-{at}" for at, cell in enumerate(cells, 1)}
    spans = stance_spans(matrix)
    kept = table_cells(cells)
    thin = [cell for cell in cells if (cell.actor, cell.issue) not in kept]
    in_table = [cell for cell in cells if (cell.actor, cell.issue) in kept]
    dense = dense_cells(kept)
    yield element("p", {"class": "faint"}, matrix_note(matrix.at))
    counted, folded = folded_names(dataset, in_table, dense)
    yield stance_filters(cells, counted)
    frame = element(
        "div",
        {"class": "scroll matrix-frame", "tabindex": "0", "role": "region", "aria-label": "Stance matrix"},
        stance_table(dataset, in_table, dense, numbers),
    )
    panel = element("aside", {"id": "_panel", "aria-label": "The evidence of a cell", "tabindex": "-1", "hidden": ""})
    yield element("div", {"class": "beside"}, frame if kept else None, panel)
    yield folded
    if thin:
        label = f"{len(thin)} more stances, of actors or on issues that have fewer than those of the table"
        summary = element("summary", None, label)
        rows = (thin_item(dataset, cell, numbers[cell.actor, cell.issue]) for cell in thin)
        yield element("details", None, summary, parts.fill(element("ul", {"class": "columns"}), rows))
    summary = element("summary", None, f"The evidence of all {len(cells)} cells")
    evidence = (cell_evidence(dataset, cell, numbers[cell.actor, cell.issue], spans, parts.passages) for cell in cells)
    listed = parts.fill(element("div"), evidence, written=0)
    if parts.is_large:
        pieces = {
            numbers[cell.actor, cell.issue]: [shown_in(cell, piece, spans) for piece in pieces_of(cell)]
            for cell in cells
        }
        keys = [numbers[cell.actor, cell.issue] for cell in thin]
        listed.set("data-cells", parts.add_data({"pieces": pieces, "thin": keys}))
    yield element("details", {"id": "_evidence"}, summary, listed)


def matrix_note(at: EventDate | None) -> str:
    """Return the explanation of the table."""
    when = f"On {date_in_words(at)}, doubtful dates taken as written." if at else "Whatever the date."
    return (
        f"{when} From −− (strongly against) to ++ (strongly for). Columns are grouped into camps, found by clustering "
        "what actors agree on. A dotted edge marks a stance taken by those who speak for the actor, italics one that "
        "others say or conclude, a dashed edge evidence in conflict. Each cell leads to its evidence."
    )


def table_cells(cells: Iterable[Cell]) -> Keys:
    """Return the cells of the table: those of the fullest columns, and in these of the fullest rows."""
    every = list(cells)
    columns = {actor for actor, _ in Counter(cell.actor for cell in every).most_common(MOST_COLUMNS)}
    kept = [cell for cell in every if cell.actor in columns]
    rows = {issue for issue, _ in Counter(cell.issue for cell in kept).most_common(MOST_ROWS)}
    return frozenset((cell.actor, cell.issue) for cell in kept if cell.issue in rows)


def camp_numbers(matrix: StanceMatrix) -> dict[str, int]:
    """Return the number of the camp of each actor of the table who is not alone in it."""
    cells = [cell for cell in matrix.cells if cell.standing]
    kept = table_cells(cells)
    camps = find_camps(cell for cell in cells if (cell.actor, cell.issue) in kept)
    return {actor: number for number, camp in enumerate(camps, 1) if len(camp) > 1 for actor in camp}


def dense_cells(keys: Keys) -> Keys:
    """Return the cells of which each row and each column has several; all of them if none are."""
    found = keys
    while found:
        actors, issues = Counter(actor for actor, _ in found), Counter(issue for _, issue in found)
        fewer = frozenset(key for key in found if actors[key[0]] >= LEAST_CELLS and issues[key[1]] >= LEAST_CELLS)
        if fewer == found:
            return found
        found = fewer
    return keys


def folded_names(dataset: Dataset, cells: Iterable[Cell], dense: Keys) -> tuple[str, Element | None]:
    """Return how much the script folds in the table, and what, by name, with a button; nothing if it folds nothing."""
    actors, issues = {actor for actor, _ in dense}, {issue for _, issue in dense}
    every = list(cells)
    columns = sorted({cell.actor for cell in every} - actors, key=lambda actor: (name_text(dataset, actor), actor))
    rows = sorted({proposition(dataset, cell.issue).removesuffix(".") for cell in every if cell.issue not in issues})
    lists = (
        (f"{len(columns)} more actor{'s' * (len(columns) != 1)}", names_line(dataset, columns)),
        (f"{len(rows)} more proposition{'s' * (len(rows) != 1)}", joined([[DataText(row)] for row in rows], "; ")),
    )
    found = [(count, line) for count, line in lists if line]
    if not found:
        return "", None
    counted = " and ".join(count for count, _ in found)
    listed = joined(((f"{count} (", *line, ")") for count, line in found), " and ")
    text = ("Folded, because each has too few stances to be compared: ", *listed, ".")
    return counted, element(
        "div", {"id": "_folded", "hidden": ""}, element("p", {"class": "faint"}, *text), opener(counted)
    )


def opener(counted: str) -> Element:
    """Return the button that opens what is folded in the table."""
    words = f"show {counted}"
    attributes = {"type": "button", "class": "more whole", "aria-expanded": "false", "data-words": words}
    return element("button", attributes, words)


def stance_filters(cells: Sequence[Cell], folded: str) -> Element:
    """Return the filters of the table, which are hidden until their script runs."""
    bases = sorted({piece.position.basis for cell in cells for piece in cell.standing}, key=list(PositionBasis).index)
    boxes = (
        element("label", {"class": "box"}, element("input", box), f" {basis.words}")
        for basis in bases
        for box in [{"type": "checkbox", "name": "basis", "value": str(basis.value), "checked": ""}]
    )
    return element(
        "form",
        {"class": "filters", "id": "_stance-filters", "hidden": "", "aria-label": "Filter the stances"},
        element("fieldset", None, element("legend", None, "stances that are"), *boxes),
        element("label", None, "standing on", element("input", {"type": "date", "name": "on"})),
        opener(folded) if folded else None,
        element("button", {"type": "reset"}, "without filters"),
        element("output", {"aria-live": "polite"}),
    )


def stance_table(dataset: Dataset, cells: Sequence[Cell], dense: Keys, numbers: dict[tuple[str, str], str]) -> Element:
    """Return the table: a row for each proposition, a column for each actor, in camps; what can be folded is marked."""
    found = {(cell.actor, cell.issue): cell for cell in cells}
    camps = [sorted(camp, key=lambda actor: (name_text(dataset, actor), actor)) for camp in find_camps(cells)]
    columns = [actor for camp in camps for actor in camp]
    starts = {camp[0] for camp in camps[1:]}
    full_actors, full_issues = {actor for actor, _ in dense}, {issue for _, issue in dense}
    counts = Counter(cell.issue for cell in cells)
    in_order = sorted(counts, key=lambda issue: (-counts[issue], issue))
    groups = (
        element("th", {"scope": "colgroup", "colspan": str(len(camp)), "class": "camp"}, f"camp {at}")
        for at, camp in enumerate(camps, 1)
    )
    heads = (
        element("th", {"scope": "col", "class": edge(*looks, start=actor in starts)}, element("span", None, name))
        for actor in columns
        for name in [named(dataset, actor)]
        for looks in [("head", *["thin"] * (actor not in full_actors))]
    )
    rows = (
        element(
            "tr",
            {"class": "thin"} if issue not in full_issues else None,
            element("th", {"scope": "row"}, DataText(proposition(dataset, issue))),
            *(
                stance_cell(dataset, found.get((actor, issue)), numbers.get((actor, issue), ""), start=actor in starts)
                for actor in columns
            ),
        )
        for issue in in_order
    )
    corner = element("td", {"class": "corner", "rowspan": "2"}, "")
    head = element("thead", None, element("tr", None, corner, *groups), element("tr", None, *heads))
    return element("table", {"class": "matrix"}, head, element("tbody", None, *rows))


def edge(*classes: str, start: bool) -> str | None:
    """Return the classes of a cell; the first of a camp has a line before it."""
    return " ".join((*classes, *(["start"] if start else []))) or None


def proposition(dataset: Dataset, key: str) -> str:
    """Return the proposition of an issue; its name, where the issue is kept elsewhere."""
    issue = dataset.get(key)
    return issue.proposition if isinstance(issue, Issue) else named(dataset, key).text


def stance_cell(dataset: Dataset, cell: Cell | None, key: str, *, start: bool) -> Element:
    """Return one cell of the table: a link to its evidence."""
    classes = {"class": edge(start=start)}
    return element("td", classes, cell_link(dataset, cell, key) if cell else "")


def cell_link(dataset: Dataset, cell: Cell, key: str) -> Element:
    """Return the stances of a cell as a link to their evidence."""
    conflict = cell.accord is Accord.CONFLICT
    declared = any(piece.position.basis is PositionBasis.DECLARED for piece in cell.standing)
    looks = ["cell", *["derived"] * cell.derived, *["said"] * (not declared)]
    looks.append("conflict" if conflict else f"stance-{cell.stances[0].value}")
    stances = " and ".join(stance.words for stance in cell.stances)
    label = f"{name_text(dataset, cell.actor)} on {name_text(dataset, cell.issue)}: {stances}"
    label += f"{', in conflict' * conflict}{', derived' * cell.derived}{', as others say' * (not declared)}"
    age = age_text(cell.age)
    label += f", newest evidence {age}" if age else ""
    symbol = " / ".join(SYMBOLS[stance] for stance in cell.stances)
    return element("a", {"href": f"#{key}", "class": " ".join(looks), "aria-label": label, "data-cell": key}, symbol)


def thin_item(dataset: Dataset, cell: Cell, key: str) -> Element:
    """Return a cell that the table leaves out, as an item of a list."""
    return element(
        "li", None, named(dataset, cell.actor), " ", cell_link(dataset, cell, key), " ",
        DataText(proposition(dataset, cell.issue)),
    )  # fmt: skip


def pieces_of(cell: Cell) -> list[StanceEvidence]:
    """List the evidence of a cell that says that somebody takes a stance: what stands first, then what is replaced."""
    stated = [piece for piece in cell.evidence if asserted(piece.position)]
    return sorted(stated, key=lambda piece: not decide(piece.stands, cell.certainty))


def asserted(position: Position) -> bool:
    """Whether a position is taken, not only announced, imagined or denied."""
    return not position.aspects & {Aspect.FUTURE, Aspect.HYPOTHETICAL, Aspect.NEGATED}


def shown_in(cell: Cell, piece: StanceEvidence, spans: Spans) -> dict[str, str]:
    """Return what the filters compare: the basis, the stance, whether it stands, and the days on which it can stand."""
    span = spans.get((piece.position.actor, piece.position.id))
    return {
        "basis": str(piece.position.basis.value),
        "number": str(piece.position.stance.number),
        "stands": "yes" if decide(piece.stands, cell.certainty) else "",
        "from": day_text(span.first if span else None),
        "until": day_text(span.until if span else None),
    }


def day_text(day: int | None) -> str:
    """Return a day of the calendar as a browser writes it; nothing for no day, and for one of other years."""
    return str(date.fromordinal(day)) if day and date.min.toordinal() <= day <= date.max.toordinal() else ""


def cell_evidence(dataset: Dataset, cell: Cell, key: str, spans: Spans, passages: Passages) -> Element:
    """Return the evidence of a cell: each position with its stance, its basis, its date, its source and quotes."""
    head = (named(dataset, cell.actor), " on: ", DataText(proposition(dataset, cell.issue)))
    quoted: set[str] = set()
    items = (evidence_item(dataset, piece, shown_in(cell, piece, spans), passages, quoted) for piece in pieces_of(cell))
    return element("article", {"class": "of-cell", "id": key}, element("h3", None, *head), element("ul", None, *items))


def evidence_item(
    dataset: Dataset, piece: StanceEvidence, looked_at: Mapping[str, str], passages: Passages, quoted: set[str]
) -> Element:
    """Return a position as evidence, with what the filters compare, and the quotes in their sentences if it can be.

    A quote that the same cell has shown already, which is added to `quoted`, is not shown again.
    """
    position = piece.position
    shown = {f"data-{name}": value for name, value in looked_at.items()}
    last = looked_at["until"]
    until = f" until {date_in_words(EventDate.parse(last))}" if last else ""
    replaced = "" if looked_at["stands"] else f", replaced: it stood{until or ' earlier'}"
    age = age_text(piece.age)
    when = position.when or piece.when
    dated = date_in_words(when) if when else "no date"
    tail = f" · {dated}{f', {age}' if age else ''}{f', {piece.mark}' if piece.mark else ''}{replaced}"
    evidence = (dataset.get(key) for key in position.evidence)
    statements = [record for record in evidence if isinstance(record, Statement)]
    resting: Sequence[EventRecord] = statements or [position]
    around = itertools.chain.from_iterable(map(passages.of, resting))
    in_sentences = list(itertools.islice(around, MOST_QUOTES))
    quotes = {quote.text: (statement, quote) for statement in statements for quote in statement.quotes}
    fresh = list(itertools.islice((text for text in quotes if text not in quoted), MOST_QUOTES))
    again = bool(quotes) and not fresh and not in_sentences
    quoted.update(fresh)
    shown_quotes = (
        element("blockquote", {"dir": "auto", "lang": language_of_quote(dataset, *quotes[text])}, text)
        for text in fresh
    )
    return element(
        "li",
        shown,
        element(
            "p",
            None,
            element("a", {"href": f"#{position.id}"}, named(dataset, position.actor), f": {position.stance.words}"),
            " (",
            *basis_line(dataset, position),
            "). ",
            DataText(position.summary),
        ),
        *(in_sentences or shown_quotes),
        element("p", {"class": "faint"}, link(dataset, position.source), tail, " · the quote is above" * again),
    )
