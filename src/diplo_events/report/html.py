"""The report: one page that opens with findings, and holds all records on which they rest."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from diplo_events._internal.gazetteer import Gazetteer
from diplo_events._internal.system.gc import gc_paused
from diplo_events.analysis.stances import stance_matrix
from diplo_events.coding.anchoring import Text
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate, check_event_date
from diplo_events.errors import ArgumentError, shown
from diplo_events.model import Actor, Document, Position, Source
from diplo_events.open_records import coded, draft_notes
from diplo_events.report._differences import difference_table
from diplo_events.report._findings import finding_groups
from diplo_events.report._lists import LISTS, list_parts
from diplo_events.report._map import map_parts
from diplo_events.report._matrix import camp_numbers, stance_parts
from diplo_events.report._network import network_parts
from diplo_events.report._page import Element, Node, element, page, scrolling
from diplo_events.report._parts import Parts, left_out
from diplo_events.report._records import actor_item, document_item, source_item
from diplo_events.report._synopsis import synopses
from diplo_events.report._timeline import HAPPENINGS, timeline_drawing
from diplo_events.report.lines import DataText, line_of, line_text

__all__ = ["html_report", "sections"]


HOME: Final = re.compile(r"https?://\S+|[^\s:]+")
"""An address to which a page may lead back: of the web, or of a page beside it; no other scheme."""


@gc_paused()
def html_report(
    dataset: Dataset,
    *,
    at: EventDate | None = None,
    home: str | None = None,
    gazetteer: Gazetteer | None = None,
    texts: Mapping[str, Text] | None = None,
) -> str:
    """Return the report of a dataset as one self-contained HTML page.

    The page makes no network requests, and no text of a record is interpreted as HTML.

    Args:
        dataset: The records.
        at: The date of the stance matrix; by default it has all stances whatever their date.
        home: The address of the site of which the page is a part, to which it leads back; by default there is no link.
        gazetteer: Where to look up the places that have no coordinates, for the map, such as
            `diplo_events.drafting.world.world()`; by default they are only listed.
        texts: The texts of the sources, as `diplo_events.coding.read_texts` returns them: where a text is there, each
            record has its passage in the sentences around it. The page then holds those parts of the texts.

    Raises:
        ArgumentTypeError: the date is not an `EventDate`.
        ArgumentError: the address is neither relative nor one of the web.

    Examples:
        >>> import diplo_events
        >>> text = html_report(diplo_events.load_example())
        >>> "http-equiv" in text, "<script src" in text
        (True, False)
    """
    if at is not None:
        check_event_date(at)
    if home is not None and not HOME.fullmatch(home):
        raise ArgumentError(f"expected an address such as ../index.html or https://example.org/, found {shown(home)}")
    back = element("p", None, element("a", {"href": home}, "← Back to the site")) if home else None
    title = DataText(dataset.title) if dataset.title else "A dataset without a title"
    whole, dataset = dataset, coded(dataset)
    parts = Parts.for_page_of(dataset, texts or {})
    shown_sections = list(page_sections(dataset, parts, at=at, gazetteer=gazetteer))
    links = [
        element("li", None, element("a", {"href": f"#{part.get('id')}"}, heading_of(part))) for part in shown_sections
    ]
    limits = "Every record is a claim by somebody, as one source reports it; none is a judgement of this page."
    return page(
        line_text([title]),
        language="en",
        body=[
            element("a", {"class": "skip", "href": "#main"}, "Skip to the content"),
            element(
                "header",
                None,
                back,
                element("h1", None, title),
                element("p", {"dir": "auto"}, dataset.description) if dataset.description else None,
                element("p", {"class": "limits"}, limits),
                element("p", {"class": "faint"}, *line_of(repr(whole).strip("<>"))),
                *(element("p", {"class": "faint"}, note) for note in draft_notes(whole)),
                *left_out(dataset, parts),
            ),
            element("nav", {"aria-label": "Sections"}, element("ul", None, *links)),
            element("main", {"id": "main", "data-cite": citation_of(whole)}, *shown_sections),
            element("footer", {"class": "faint"}, "Made with diplo-events."),
            *parts.blocks(),
        ],
    )


def citation_of(dataset: Dataset) -> str:
    """Return how to cite a dataset: as it says itself, or by its title and version."""
    title = dataset.title or "A dataset without a title"
    return dataset.citation or f"{title}{f', version {dataset.version}' if dataset.version else ''}"


def sections(dataset: Dataset, *, at: EventDate | None = None) -> Iterator[Element]:
    """List the sections of the report, all written out, without those that have nothing to show."""
    return page_sections(dataset, Parts(is_large=False), at=at)


def page_sections(
    dataset: Dataset, parts: Parts, *, at: EventDate | None, gazetteer: Gazetteer | None = None
) -> Iterator[Element]:
    """List the sections of the report, without those that have nothing to show; what is too long goes to the parts."""
    if findings := list(finding_groups(dataset, parts)):
        intro = "Sentences computed from the records. The page does not say who is right; each leads to its evidence."
        yield section("findings", "Findings", intro, *findings)
    if differences := difference_table(dataset, parts):
        intro = "Found by comparing the records. The page does not say which source is right."
        yield folded("contradictions", "Where sources differ, source by source", intro, differences, is_open=True)
    matrix = stance_matrix(dataset, at=at, certainty="possibly", unqualified=True)
    if dataset.of_type(Position):
        yield folded("stances", "Where actors stand", None, *stance_parts(dataset, matrix, parts), is_open=True)
    if wordings := list(synopses(dataset)):
        intro = "Each wording letter for letter; marks show what the first wording of the table does not have."
        yield folded("renderings", "One utterance, several wordings", intro, parts.fill(element("div"), wordings))
    if any(dataset.of_type(type_) for type_ in HAPPENINGS):
        drawing, undated = timeline_drawing(dataset, parts)
        intro = "A line for each thing, with a bar for each report that dates it."
        more = f" {undated} of them have no date." if undated else ""
        frame = scrolling("Timeline of what was said, done, decided and claimed", drawing)
        yield folded("timeline", "What happened, was said and claimed, in time", intro + more, frame)
    if places := map_parts(dataset, parts, gazetteer=gazetteer):
        intro = "Land without borders: whose it is, is what somebody says, and stands in the list with who says it."
        yield folded("map", "Where it happened, and who claims which land", intro, *places)
    if dataset.of_type(Position):
        intro = "Actors on the same side of an issue, and on opposite sides; the thicker a line, the more positions."
        networks = network_parts(dataset, parts, camp_numbers(matrix))
        yield folded("network", "Who agrees with whom", intro, *networks)
    yield from record_sections(dataset, parts)


def record_sections(dataset: Dataset, parts: Parts) -> Iterator[Element]:
    """List the sections with records."""
    for listed in LISTS:
        if records := dataset.of_type(listed.type):
            shown = list_parts(dataset, listed, records, parts)
            yield folded(listed.section, listed.title, listed.intro, *shown, count=len(records))
    if documents := dataset.of_type(Document):
        items = (document_item(dataset, document) for document in documents)
        yield folded("documents", "Documents", None, parts.fill(element("div"), items), count=len(documents))
    if known := dataset.of_type(Actor):
        intro = "Every spelling in the sources, with the sources that use it, and every role with its time."
        items = (actor_item(dataset, actor) for actor in known)
        yield folded("actors", "Actors", intro, parts.fill(element("div"), items), count=len(known))
    sources = dataset.of_type(Source)
    items = (source_item(dataset, source) for source in sources)
    yield folded("sources", "Sources", None, parts.fill(element("div"), items), count=len(sources))


def section(key: str, title: str, intro: str | None, *children: Node) -> Element:
    """Return a section with its heading and introduction."""
    heading = element("h2", {"id": f"{key}-title"}, title)
    return element("section", {"id": key, "aria-labelledby": f"{key}-title"}, heading, paragraph(intro), *children)


def folded(
    key: str, title: str, intro: str | None, *children: Node, count: int | None = None, is_open: bool = False
) -> Element:
    """Return a section that folds: its heading opens and closes it."""
    number = element("span", {"class": "count"}, f" {count:,}") if count is not None else None
    heading = element("summary", None, element("h2", {"id": f"{key}-title"}, title), number)
    inner = element("details", {"open": ""} if is_open else None, heading, paragraph(intro), *children)
    return element("section", {"id": key, "aria-labelledby": f"{key}-title"}, inner)


def paragraph(text: str | None) -> Element | None:
    """Return an introduction, if there is one."""
    return element("p", {"class": "faint"}, text) if text else None


def heading_of(part: Element) -> str:
    """Return the text of a section's heading."""
    return next((heading.text or "" for heading in part.iter("h2")), "")
