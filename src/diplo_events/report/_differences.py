"""Where sources differ, as one table: what, then source by source the value, its date in words and the quotes."""

from collections.abc import Iterable, Iterator
from typing import Final

from diplo_events.corroboration.contradictions import Contradiction, ContradictionKind, Version, find_contradictions
from diplo_events.dataset import Dataset
from diplo_events.dates.in_words import date_in_words
from diplo_events.model import Actor, EventRecord, Source, Statement
from diplo_events.referents import Referent, find_referents
from diplo_events.report._languages import language_of, language_of_quote, language_of_quotes
from diplo_events.report._names import link, with_known
from diplo_events.report._page import Element, Node, element, scrolling
from diplo_events.report._parts import Parts
from diplo_events.report._titles import title_line
from diplo_events.report.field_words import named
from diplo_events.report.lines import DataText, Line

__all__ = ["difference_table"]

QUOTED: Final = (ContradictionKind.TRANSLATION, ContradictionKind.CUT)
"""The contradictions whose sides are quotes themselves."""

MOST_QUOTES: Final = 3
"""How many quotes of one source stand in a cell; the records have all."""


def difference_table(dataset: Dataset, parts: Parts) -> Element | None:
    """Return the table of contradictions, a group of rows for each; `None` if there are none."""
    found = find_contradictions(dataset)
    if not found:
        return None
    referents = {(referent.id, referent.type): referent for referent in find_referents(dataset)}
    heads = (element("th", {"scope": "col"}, text) for text in ("source", "what it has", "in its own words"))
    groups = (difference_rows(dataset, one, referents, number) for number, one in enumerate(found, 1))
    table = element("table", {"class": "differences"}, element("thead", None, element("tr", None, *heads)))
    return scrolling("Where sources differ, source by source", parts.fill(table, groups))


def difference_rows(
    dataset: Dataset, found: Contradiction, referents: dict[tuple[str, type[EventRecord]], Referent], number: int
) -> Element:
    """Return the rows of a contradiction: what it is about, then a row for each source and version."""
    records = [record for key in found.ids if isinstance(record := dataset.get(key), EventRecord)]
    referent = next((r for record in records if (r := referents.get((found.about, type(record))))), None)
    about = title_line(dataset, referent) if referent else (named(dataset, found.about),)
    kind = found.kind.words
    explained = [text for text in (found.remark, None if found.certain else "doubtful dates leave room") if text]
    notes = f"{found.kind.meaning[0].upper()}{found.kind.meaning[1:]}."
    notes += f" May be explained so: {'; or '.join(explained)}." if explained else ""
    head = element(
        "tr",
        None,
        element(
            "th",
            {"scope": "rowgroup", "colspan": "3", "class": "about"},
            element("strong", None, f"{kind[0].upper()}{kind[1:]}: ", *about),
            element("br"),
            element("span", {"class": "faint"}, notes),
        ),
    )
    rows = (version_row(dataset, found, version, source) for version in found.versions for source in version.sources)
    return element("tbody", {"id": f"_difference-{number}"}, head, *rows)


def version_row(dataset: Dataset, found: Contradiction, version: Version, source: str) -> Element:
    """Return what one source has."""
    records = [
        record
        for key in version.records
        if isinstance(record := dataset.get(key), EventRecord) and record.source == source
    ]
    value: list[Node] = list(version_line(dataset, found, version, records))
    value += [node for record in records for node in (" ", element("a", {"href": f"#{record.id}"}, last_part(record)))]
    own = own_words(dataset, records, quotes=found.kind not in QUOTED)
    return element(
        "tr",
        None,
        element("th", {"scope": "row"}, link(dataset, source), element("br"), *origin_of(dataset, source)),
        element("td", None, *value),
        element("td", None, *own),
    )


def last_part(record: EventRecord) -> str:
    """Return the last part of a record's id, as the text of a link beside its source."""
    return record.id.rpartition("/")[2]


def origin_of(dataset: Dataset, source: str) -> Line:
    """Return the outlet of a source and the day of its publication, as far as they are known."""
    record = dataset.get(source)
    if not isinstance(record, Source):
        return ()
    publisher = (named(dataset, record.publisher), ", ") if record.publisher else ()
    return (*publisher, date_in_words(record.published) if record.published else "no date")


def own_words(dataset: Dataset, records: Iterable[EventRecord], *, quotes: bool) -> Iterator[Node]:
    """List the time words of a source's records, and the quotes if they are wanted, each once, the longest first."""
    times: dict[str, DataText] = {}
    quoted: dict[str, DataText] = {}
    for record in records:
        if record.when_as_reported:
            words = f"“{record.when_as_reported}”"
            times[words] = DataText(words, language_of(dataset, record.source))
        for quote in record.quotes if quotes and isinstance(record, Statement) else ():
            quoted[quote.text] = DataText(quote.text, language_of_quote(dataset, record, quote))
    if times:
        yield "time: "
        yield from (node for words in times.values() for node in (words, " "))
    longest = sorted(quoted.values(), key=lambda quote: (-len(quote.text), quote.text))
    for part in longest[:MOST_QUOTES]:
        yield element("blockquote", {"dir": "auto", "lang": part.language}, part.text)
    if len(longest) > MOST_QUOTES:
        yield element("span", {"class": "faint"}, f"{len(longest) - MOST_QUOTES} shorter quotes in its records")


def version_line(dataset: Dataset, found: Contradiction, version: Version, records: Iterable[EventRecord]) -> Line:
    """Return one side of a contradiction, with the language of the names and the words in it."""
    if found.kind is ContradictionKind.DATE:
        dates = dict.fromkeys(date_in_words(record.when) for record in records if record.when)
        return ("; ".join(dates),)
    if found.kind in QUOTED:
        languages = {language_of_quotes(dataset, key) for key in version.records}
        return (DataText(version.value, languages.pop() if len(languages) == 1 else None),)
    match dataset.get(found.about):
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
