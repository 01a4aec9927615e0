"""The report: one page of what a dataset says, where actors stand, what happened when, and where sources differ."""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from diplo_events._internal.texts.display import isolated
from diplo_events.analysis.stances import Accord, Cell, StanceEvidence, StanceMatrix, stance_matrix
from diplo_events.corroboration.contradictions import Contradiction, ContradictionKind, Version, find_contradictions
from diplo_events.corroboration.wordings import WordingRelation, find_wordings
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate, check_event_date
from diplo_events.model import (
    Action,
    Actor,
    Document,
    Issue,
    Meeting,
    Position,
    Source,
    Statement,
    TerritorialClaim,
    Vote,
)
from diplo_events.open_records import coded, draft_notes
from diplo_events.referents import find_referents
from diplo_events.report._languages import language_of, language_of_quotes
from diplo_events.report._names import link, with_known
from diplo_events.report._network import network_drawing
from diplo_events.report._page import Element, Node, element, page, scrolling
from diplo_events.report._records import (
    NO_DAY,
    actor_item,
    days,
    document_item,
    event_item,
    filters,
    position_item,
    record_list,
    source_item,
    statement_item,
)
from diplo_events.report._timeline import HAPPENINGS, timeline_drawing
from diplo_events.report.lines import DataText, Line, Part, line_of, line_text
from diplo_events.report.quotations import wording_pair
from diplo_events.report.wording import age_text, in_text_order, name_text, named
from diplo_events.vocab import Stance

__all__ = ["html_report", "sections"]

SYMBOLS = {
    Stance.STRONGLY_DISAGREE: "−−",
    Stance.DISAGREE: "−",
    Stance.NEUTRAL: "0",
    Stance.AGREE: "+",
    Stance.STRONGLY_AGREE: "++",
}


def html_report(dataset: Dataset, *, at: EventDate | None = None) -> str:
    """Return the report of a dataset as one self-contained HTML page.

    The page makes no network requests, and no text of a record is interpreted as HTML.

    Args:
        dataset: The records.
        at: The date of the stance matrix; by default it has all stances whatever their date.

    Raises:
        ArgumentTypeError: the date is not an `EventDate`.

    Examples:
        >>> import diplo_events
        >>> text = html_report(diplo_events.load_example())
        >>> "http-equiv" in text, "<script src" in text
        (True, False)
    """
    if at is not None:
        check_event_date(at)
    title = DataText(dataset.title) if dataset.title else "A dataset without a title"
    whole, dataset = dataset, coded(dataset)
    parts = list(sections(dataset, at=at))
    links = [element("li", None, element("a", {"href": f"#{part.get('id')}"}, heading_of(part))) for part in parts]
    limits = "Every record is a claim by somebody, as one source reports it; none is a judgement of this page."
    return page(
        line_text([title]),
        language="en",
        body=[
            element("a", {"class": "skip", "href": "#main"}, "Skip to the content"),
            element(
                "header",
                None,
                element("h1", None, title),
                element("p", {"dir": "auto"}, dataset.description) if dataset.description else None,
                element("p", {"class": "limits"}, limits),
                element("p", {"class": "faint"}, *line_of(repr(whole).strip("<>"))),
                *(element("p", {"class": "faint"}, note) for note in draft_notes(whole)),
            ),
            element("nav", {"aria-label": "Sections"}, element("ul", None, *links)),
            element("main", {"id": "main"}, *parts),
            element("footer", {"class": "faint"}, "Made with diplo-events."),
        ],
    )


def sections(dataset: Dataset, *, at: EventDate | None = None) -> Iterator[Element]:
    """List the sections of the report, without those that have nothing to show."""
    if dataset.of_type(Position):
        yield section(
            "stances",
            "Where actors stand",
            matrix_note(at),
            stance_table(dataset, stance_matrix(dataset, at=at, certainty="possibly", unqualified=True)),
        )
    if contradictions := list(contradiction_items(dataset)):
        intro = "Found by comparing the records. The page does not say which source is right."
        yield section("contradictions", "Where sources differ", intro, *contradictions)
    if wordings := list(wording_items(dataset)):
        yield section("renderings", "One utterance, several renderings", None, *wordings)
    if any(dataset.of_type(type_) for type_ in HAPPENINGS):
        drawing, undated = timeline_drawing(dataset)
        intro = "A line for each thing, with a bar for each report that dates it."
        more = f" {undated} of them have no date." if undated else ""
        frame = scrolling("Timeline of meetings, deeds and votes", drawing)
        yield section("timeline", "Meetings, deeds and votes in time", intro + more, frame)
    if dataset.of_type(Position):
        intro = "Actors on the same side of an issue, and on opposite sides; the thicker a line, the more positions."
        yield section("network", "Who agrees with whom", intro, network_drawing(dataset))
    yield from record_sections(dataset)


def record_sections(dataset: Dataset) -> Iterator[Element]:
    """List the sections with records."""
    if statements := in_text_order(dataset.of_type(Statement)):
        actors = options(dataset, (key for record in statements for key in record.speakers))
        issues = options(dataset, (issue for record in statements for issue in record.issues))
        acts = sorted({act for record in statements for act in record.acts}, key=lambda act: act.value)
        dates = sorted({day for record in statements for day in days(record)})
        choices: list[tuple[str, str, Sequence[tuple[str, Part]]]] = [
            ("speaker", "speaker", actors),
            ("act", "act", [(str(act.value), act.words) for act in acts]),
            ("issue", "issue", issues),
            ("date", "day", [(day, "many days or none" if day == NO_DAY else day) for day in dates]),
            ("source", "source", options(dataset, (record.source for record in statements))),
        ]
        listed = record_list("said", (statement_item(dataset, record) for record in statements))
        yield section("statements", "Who said what", None, filters("said", choices), listed)
    if deeds := in_text_order(dataset.of_type(Action)):
        items = (event_item(dataset, record) for record in deeds)
        yield section("deeds", "What was done", None, *items)
    if meetings := in_text_order(dataset.of_type(Meeting)):
        yield section("meetings", "Meetings", None, *(event_item(dataset, record) for record in meetings))
    if votes := in_text_order(dataset.of_type(Vote)):
        items = (event_item(dataset, record) for record in votes)
        yield section("votes", "Votes", "A veto is a no that prevents adoption.", *items)
    if claims := in_text_order(dataset.of_type(TerritorialClaim)):
        items = (event_item(dataset, record) for record in claims)
        yield section(
            "claims", "Territorial claims", "Who says which land belongs to whom; never a fact about a place.", *items
        )
    if positions := in_text_order(dataset.of_type(Position)):
        items = (position_item(dataset, record) for record in positions)
        yield section("positions", "Positions", None, *items)
    if documents := dataset.of_type(Document):
        yield section("documents", "Documents", None, *(document_item(dataset, document) for document in documents))
    if known := dataset.of_type(Actor):
        intro = "Every spelling in the sources, with the sources that use it, and every role with its time."
        yield section("actors", "Actors", intro, *(actor_item(dataset, actor) for actor in known))
    yield section("sources", "Sources", None, *(source_item(dataset, source) for source in dataset.of_type(Source)))


def section(key: str, title: str, intro: str | None, *children: Node) -> Element:
    """Return a section with its heading and introduction."""
    heading = element("h2", {"id": f"{key}-title"}, title)
    paragraph = element("p", {"class": "faint"}, intro) if intro else None
    return element("section", {"id": key, "aria-labelledby": f"{key}-title"}, heading, paragraph, *children)


def heading_of(part: Element) -> str:
    """Return the text of a section's heading."""
    return part.findtext("h2") or ""


def options(dataset: Dataset, keys: Iterable[str]) -> list[tuple[str, DataText]]:
    """List the options of a filter, sorted by name: ids and names."""
    names = {key: named(dataset, key) for key in keys}
    return sorted(names.items(), key=lambda option: (option[1].text.lower(), option[0]))


def matrix_note(at: EventDate | None) -> str:
    """Return the explanation of the matrix."""
    when = f"On {at}, doubtful dates taken as written." if at else "Whatever the date."
    return (
        f"{when} From −− (strongly against) to ++ (strongly for). A dotted edge marks a stance taken by those who "
        "speak for the actor, a dashed edge evidence in conflict. Point at a cell, or move to it with the keyboard, "
        "to see its evidence."
    )


def stance_table(dataset: Dataset, matrix: StanceMatrix) -> Element:
    """Return the matrix: a row for each issue, a column for each actor, and the evidence of each cell in a box."""
    cells = {(cell.actor, cell.issue): cell for cell in matrix.cells if cell.standing}
    actors = options(dataset, (actor for actor, _ in cells))
    issues = [issue for issue in dataset.of_type(Issue) if any(key == issue.id for _, key in cells)]
    rows = [
        element(
            "tr",
            None,
            element("th", {"scope": "row", "title": isolated(issue.proposition)}, named(dataset, issue.id)),
            *(stance_cell(dataset, cells.get((actor, issue.id)), f"{actor}--{issue.id}") for actor, _ in actors),
        )
        for issue in issues
    ]
    heads = [element("th", {"scope": "col"}, named(dataset, actor)) for actor, _ in actors]
    head = element("thead", None, element("tr", None, element("td", None, ""), *heads))
    table = element("table", {"class": "matrix"}, head, element("tbody", None, *rows))
    return scrolling("Stance matrix", table)


def stance_cell(dataset: Dataset, cell: Cell | None, key: str) -> Element:
    """Return one cell."""
    if cell is None:
        return element("td", None, "")
    symbol = " / ".join(SYMBOLS[stance] for stance in cell.stances)
    conflict = cell.accord is Accord.CONFLICT
    looks = ["cell", "derived" * cell.derived]
    looks.append("conflict" if conflict else f"stance-{cell.stances[0].value}")
    stances = " and ".join(stance.words for stance in cell.stances)
    label = f"{name_text(dataset, cell.actor)} on {name_text(dataset, cell.issue)}: {stances}"
    label += f"{', in conflict' * conflict}{', derived' * cell.derived}"
    age = age_text(cell.age)
    label += f", newest evidence {age}" if age else ""
    items = [
        element(
            "li",
            None,
            element("a", {"href": f"#{piece.position.id}"}, named(dataset, piece.position.actor)),
            f": {piece.position.stance.words}, {dated(piece)}. ",
            DataText(piece.position.summary),
        )
        for piece in cell.standing
    ]
    box = f"evidence--{key}"
    button = element(
        "button",
        {"type": "button", "class": " ".join(filter(None, looks)), "aria-label": label, "aria-describedby": box},
        symbol,
    )
    note = element("small", None, age) if age else None
    return element(
        "td", None, button, note, element("div", {"class": "evidence", "id": box}, element("ul", None, *items))
    )


def dated(piece: StanceEvidence) -> str:
    """Return the date of a position with its age, where it is old, and whether it is one of a joint statement."""
    age = age_text(piece.age)
    return f"{piece.when or 'no date'}{f' ({age})' if age else ''}{f', {piece.mark}' if piece.mark else ''}"


def contradiction_items(dataset: Dataset) -> Iterator[Element]:
    """List the contradictions."""
    for contradiction in find_contradictions(dataset):
        kind = contradiction.kind
        about = contradiction.about
        subject = named(dataset, about) if about in dataset else about.rpartition("/")[2].replace("-", " ")
        versions = [
            element(
                "li",
                None,
                *version_line(dataset, contradiction, version),
                ": ",
                *links(dataset, version.records or version.sources),
            )
            for version in contradiction.versions
        ]
        title = element("h3", None, f"{kind.words.capitalize()}: ", subject)
        meaning = element("p", {"class": "faint"}, f"{kind.meaning[0].upper()}{kind.meaning[1:]}.")
        yield element("article", {"class": "record"}, title, meaning, element("ul", None, *versions))


def version_line(dataset: Dataset, contradiction: Contradiction, version: Version) -> Line:
    """Return one side of a contradiction, with the language of the names and the words in it."""
    if contradiction.kind in (ContradictionKind.TRANSLATION, ContradictionKind.CUT):
        languages = {language_of_quotes(dataset, key) for key in version.records}
        return (DataText(version.value, languages.pop() if len(languages) == 1 else None),)
    match dataset.get(contradiction.about):
        case Actor(names=names):
            return with_known(version.value, (DataText(name.text, name.language) for name in names))
        case _:
            return with_known(version.value, known_in(dataset, version.records))


def known_in(dataset: Dataset, keys: Iterable[str]) -> Iterator[DataText]:
    """List the names and time words that stand in records, as far as records contradict each other in them."""
    for key in keys:
        record = dataset[key]
        for field in ("speakers", "proposed_by"):
            yield from (named(dataset, actor) for actor in getattr(record, field, ()))
        for field in ("participants", "ballots"):
            yield from (named(dataset, part.actor) for part in getattr(record, field, ()))
        if place := getattr(record, "place", None):
            yield named(dataset, place)
        if words := getattr(record, "when_as_reported", None):
            yield DataText(words, language_of(dataset, getattr(record, "source", "")))


def links(dataset: Dataset, keys: Iterable[str]) -> list[Node]:
    """Return links to several records, grouped by source."""
    nodes: list[Node] = []
    for source, group in itertools.groupby(keys, key=lambda key: getattr(dataset.get(key), "source", key)):
        nodes += ["; " * bool(nodes), link(dataset, source)]
        for key in group:
            if key != source:
                nodes += [" ", element("a", {"href": f"#{key}"}, key.removeprefix(f"{source}/"))]
    return nodes


def wording_items(dataset: Dataset) -> Iterator[Element]:
    """List each utterance that several records quote, with the differences between their wordings."""
    for referent in find_referents(dataset, Statement):
        pairs = [
            pair for pair in find_wordings(dataset, referent) if pair.comparison.relation is not WordingRelation.SAME
        ]
        if pairs:
            title = referent.id.rpartition("/")[2].replace("-", " ")
            summary = element("summary", None, f"{title}: {len(pairs)} pairs of wordings that differ")
            yield element("details", {"open": ""}, summary, *(wording_pair(dataset, pair) for pair in pairs))
