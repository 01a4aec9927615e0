"""The findings of a dataset on the page: sentences in groups, each with links to the records that show it."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import starmap
from operator import attrgetter
from types import MappingProxyType
from typing import Final

from diplo_events.analysis.findings import Finding, FindingKind, find_findings
from diplo_events.dataset import Dataset
from diplo_events.lookup import publisher_of
from diplo_events.model import Actor, EventRecord, Position, Statement
from diplo_events.report._names import link
from diplo_events.report._page import Element, Node, element
from diplo_events.report._parts import Parts
from diplo_events.report._titles import line_with_names, names_near
from diplo_events.report.field_words import named, time_line
from diplo_events.report.in_words import words_of
from diplo_events.report.lines import DataText, Line

__all__ = ["finding_groups", "finding_line"]

TITLES: Final[Mapping[FindingKind, str]] = MappingProxyType(
    {
        FindingKind.DIFFERENCE: "Where sources differ",
        FindingKind.SIDES: "Who is for and who is against",
        FindingKind.AGREEMENT: "What several sources report an actor to say",
        FindingKind.MEETING: "What was to come, and whether it was held",
        FindingKind.CLAIM: "Who claims which land, and who holds it",
        FindingKind.ORIGIN: "On whose word outlets rest",
        FindingKind.SINGLE: "What one outlet alone reports",
    }
)
"""The headings of the groups."""

MOST_SHOWN: Final = 6
"""How many findings of a group are seen at once; the others are folded."""

MOST_PROOF: Final = 3
"""How many records of the evidence of a finding that is seen at once a large page writes out; of the others, one."""


def finding_groups(dataset: Dataset, parts: Parts) -> Iterator[Element]:
    """List the groups of findings, each with its heading; the first of a group are open, the others folded."""
    counter = itertools.count(1)
    groups = [(kind, list(group)) for kind, group in itertools.groupby(find_findings(dataset), key=attrgetter("kind"))]
    if len(groups) > 1:
        yield element("nav", {"aria-label": "Findings"}, element("ul", None, *starmap(group_link, groups)))
    for kind, group in groups:
        items = [
            finding_item(dataset, found, next(counter), parts, written=MOST_PROOF if at < MOST_SHOWN else 1)
            for at, found in enumerate(group)
        ]
        first, more = items[:MOST_SHOWN], items[MOST_SHOWN:]
        folded = element(
            "details",
            None,
            element("summary", None, f"{len(more)} more"),
            element("ul", {"class": "findings"}, *more),
        )
        yield element(
            "div",
            None,
            element("h3", {"id": group_id(kind)}, TITLES[kind]),
            element("ul", {"class": "findings"}, *first),
            folded if more else None,
        )


def group_id(kind: FindingKind) -> str:
    """Return the id of the heading of a group."""
    return f"_findings-{kind.value}"


def group_link(kind: FindingKind, group: Sequence[Finding]) -> Element:
    """Return a link to a group, with the number of its findings."""
    return element("li", None, element("a", {"href": f"#{group_id(kind)}"}, TITLES[kind]), f" ({len(group)})")


def finding_item(dataset: Dataset, found: Finding, number: int, parts: Parts, *, written: int) -> Element:
    """Return a finding with the records that show it, folded below."""
    records = [record for key in found.records if isinstance(record := dataset.get(key), EventRecord)]
    proof = list(proof_items(dataset, records)) or [element("li", None, link(dataset, key)) for key in found.sources]
    label = f"evidence: {len(records)} record{'s' * (len(records) != 1)}" if records else "evidence: spellings"
    return element(
        "li",
        {"id": f"_finding-{number}"},
        element("p", None, *finding_line(dataset, found)),
        element(
            "details",
            {"class": "proof"},
            element("summary", None, label),
            parts.fill(element("ul"), proof, written=written),
        ),
    )


def proof_items(dataset: Dataset, records: Iterable[EventRecord]) -> Iterator[Element]:
    """List records as evidence: who does what, when, in which source, in whose words; what is the same, once."""
    alike: dict[tuple[Line, Line], list[EventRecord]] = defaultdict(list)
    for record in records:
        words = words_of(dataset, record)
        said = next(
            (quotes[:1] for one in (record, *resting_on(dataset, record)) if (quotes := quotes_of(dataset, one))), ()
        )
        alike[words.head, said or words.text].append(record)
    for (head, text), group in alike.items():
        links: list[Node] = []
        for record in group:
            in_time = (one for one in (record, *resting_on(dataset, record)) if one.when or one.when_as_reported)
            when = next((time_line(dataset, one, in_words=True) for one in in_time), ())
            links += ["; " if links else " · ", *when, ", " if when else "", link(dataset, record.source)]
            if len(group) > 1:
                links += [" ", record_link(record, record.id.rpartition("/")[2])]
        yield element("li", None, record_link(group[0], *head), ": " if text else "", *text, *links)


def resting_on(dataset: Dataset, record: EventRecord) -> Iterator[Statement]:
    """List the statements that show a position."""
    for key in record.evidence if isinstance(record, Position) else ():
        if isinstance(statement := dataset.get(key), Statement):
            yield statement


def quotes_of(dataset: Dataset, record: EventRecord) -> tuple[DataText, ...]:
    """Return the quotes of a record, in quotation marks."""
    return words_of(dataset, record).quotes if isinstance(record, Statement) else ()


def record_link(record: EventRecord, *words: Node) -> Element:
    """Return a link to a record that is evidence, which the script tells from those to sources."""
    return element("a", {"href": f"#{record.id}", "class": "of-record"}, *words)


def finding_line(dataset: Dataset, found: Finding) -> Line:
    """Return the sentence of a finding as a line: the names in it have their language and direction.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> finding_line(dataset, find_findings(dataset)[0])[1]
        DataText(text='Unnamed outlet of the digest on foreign troops', language=None)
    """
    return line_with_names(found.sentence, known_in(dataset, found))


def known_in(dataset: Dataset, found: Finding) -> Iterator[DataText]:
    """List the names that may stand in a finding: of what its records refer to, of its sources, and their outlets."""
    keys: set[str] = set(names_near(dataset, (found.about, *found.records, *found.sources)))
    for source in found.sources:
        keys.add(publisher_of(dataset, dataset.first_versions.get(source, source)) or source)
    for key in sorted(keys):
        yield named(dataset, key)
        record = dataset.get(key)
        for name in record.names if isinstance(record, Actor) else ():
            yield DataText(name.text, name.language)
        if title := getattr(record, "title", None):
            yield DataText(title, getattr(record, "language", None))
