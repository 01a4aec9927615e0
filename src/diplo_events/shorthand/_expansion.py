"""`expand`: a document in short form made into the full, canonical one, with all that is wrong at once."""

import copy
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any, Final

import attrs

from diplo_events.coding.anchoring import Text
from diplo_events.coding.pages import Page
from diplo_events.dataset import Dataset
from diplo_events.errors import Location, NotReadableError, Problem, file_suggestion, shown, suggestion
from diplo_events.formats.located import Located, dataset_of
from diplo_events.formats.short_form import CALENDAR, is_short_source, is_short_uncoded
from diplo_events.schema import COLLECTIONS, fields, path_text
from diplo_events.shorthand._calendars import expand_calendars
from diplo_events.shorthand._filling import fill_date, fill_ids, fill_mode, fill_own_words, fill_time_spoken_of
from diplo_events.shorthand._names import Names, expand_names
from diplo_events.shorthand._order import arrange
from diplo_events.shorthand._passages import expand_passages, expand_quotes, span_of
from diplo_events.shorthand._plain import (
    EVENTS,
    Findings,
    Mappable,
    Trouble,
    is_given,
    is_newer_minor,
    listed,
    mapped,
    records_of,
)
from diplo_events.shorthand._repeats import fill_repeats
from diplo_events.shorthand._stances import expand_stances
from diplo_events.shorthand._written_paths import ALL_EVENTS, in_written_paths

__all__ = ["UNSHARED", "Expansion", "expand", "expanded", "read_expansion"]

DATES: Final = (("when", "when_as_reported"), ("about_when", "about_when_as_reported"))
"""The fields of which a record that has one takes no default for the other."""

NO_TEXTS: Final[Mapping[str, Text]] = {}
NOT_MOVED: Final[Mapping[str, str]] = {}


@attrs.frozen(kw_only=True)
class Expansion:
    """What a document in short form expands to."""

    document: Mappable
    """The full document."""
    problems: tuple[Problem, ...]
    """What is wrong with the short forms, each with its place."""
    notes: tuple[str, ...]
    """What was filled in that a person should see, each with its place."""
    numbered: tuple[str, ...]
    """The ids that were given to records without one."""
    located: Located
    """The full document with the places of what it was made from, and the problems."""
    origins: Mapping[str, str] = NOT_MOVED
    """The path of each position that was made from a stance in a statement, with that of the stance."""


def uncoded(source: Mappable) -> list[Any]:
    """List the passages that a source leaves uncoded."""
    return listed(source.get("uncoded"))


def expand(
    document: Located | Mapping[str, Any],
    texts: Mapping[str, Text] = NO_TEXTS,
    *,
    shared: Dataset = Dataset(complete=False),  # noqa: B008  (a dataset cannot be changed)
) -> Mappable:
    """Return the full, canonical document that one in short form means.

    Args:
        document: The document, with the places of its values if messages are to name them. It is not changed.
        texts: The texts, by their SHA-256.
        shared: The other parts of the dataset, in which actors, places, issues and sources are looked up too.

    Raises:
        NotReadableError: words stand nowhere in their text or several times, a name is unknown, or something else is
            wrong with the short forms; all problems are listed.

    Examples:
        >>> text = Text("elda.txt", "Oda Brink said on Tuesday: “There will be no toll.”")
        >>> full = expand({
        ...     "format_version": "1.0",
        ...     "sources": [{"id": "elda", "text": "elda.txt", "title": "Elda", "kind": "news_article", "published": "2031-05-15"}],
        ...     "actors": [{"id": "brink", "name": "Oda Brink", "kind": "person"}],
        ...     "statements": [{"passage": "Oda … toll.”", "quotes": ["There will be no toll."], "speakers": ["Oda Brink"],
        ...                     "acts": ["reject"], "summary": "No toll.", "when_as_reported": "Tuesday"}],
        ... }, {text.sha256: text})
        >>> statement = full["statements"][0]
        >>> statement["id"], statement["speakers"], statement["when"], statement["mode"]
        ('elda/s01', ['brink'], '2031-05-13', 'direct')
        >>> statement["spans"], statement["quotes"]
        ([{'start': 0, 'end': 51}], [{'text': 'There will be no toll.', 'span': {'start': 28, 'end': 50}}])
    """  # noqa: E501  (records)
    located = document if isinstance(document, Located) else Located(dict(document))
    expansion = expanded(located, texts, shared)
    if expansion.problems:
        raise NotReadableError(expansion.problems)
    return expansion.document


def expanded(located: Located, texts: Mapping[str, Text], shared: Dataset) -> Expansion:
    """Expand a document, with everything that is wrong and everything that was filled in."""
    data = mapped(located.data)
    if data is None:
        return Expansion(document={}, problems=(), notes=(), numbered=(), located=located)
    document = copy.deepcopy(data)
    findings = Findings(newer=is_newer_minor(data.get("format_version")))
    pages = dict(expand_sources(document, texts, findings))
    apply_defaults(document, findings)
    expand_calendars(document, findings)
    names = Names(document, shared, texts)
    for path, name, record in records_of(document, *(name for name in COLLECTIONS if name not in EVENTS)):
        expand_names(COLLECTIONS[name], record, path, names, findings)
    names = Names(document, shared, texts)  # now with those that referred to others by name
    for path, name, record in records_of(document, *EVENTS):
        expand_names(COLLECTIONS[name], record, path, names, findings)
    for path, name, record in records_of(document, *EVENTS):
        page = page_of(record, pages, names, texts)
        found = expand_passages(record, path, page, findings)
        if name == "statements":
            expand_quotes(record, path, page, findings, anywhere=not found)
            fill_mode(record)
    fill_ids(records_of(document, *EVENTS), names.ids, findings)
    defaults = mapped(document.pop("defaults", None)) or {}
    statements = {str(record.get("id")): record for _, _, record in records_of(document, "statements")}
    for path, name, record in records_of(document, *EVENTS):
        fill_default_dates(record, name, defaults)
        fill_own_words(name, record, names)
        fill_date(name, record, path, names, statements, findings)
        fill_time_spoken_of(name, record, path, names, findings)
    fill_repeats(document, findings)
    origins = expand_stances(document, names, findings)
    for _, _, record in records_of(document, *EVENTS):
        drop_nothing(record)
    for path, name, record in records_of(document, *COLLECTIONS):
        written = data[name][path[1]] if path_text(path) not in origins else record
        arrange(record, {"spans", *written}, [field.name for field in fields(COLLECTIONS[name])])
    moved = located.replaced(document, origins, ())
    problems = tuple(attrs.evolve(problem, location=moved.nearest(problem.path)) for problem in findings.problems)
    notes = [placed_note(moved.nearest(path), path, text) for path, text in findings.notes]
    if findings.numbered:
        place = moved.nearest("")
        listed_ids = ", ".join(findings.numbered)
        notes.append(
            f"{(place and place.file) or 'the document'}: numbered {listed_ids}; check --fix keeps the numbers"
        )
    return Expansion(
        document=document,
        problems=problems,
        notes=tuple(notes),
        numbered=tuple(findings.numbered),
        located=located.replaced(document, origins, problems),
        origins=origins,
    )


def read_expansion(expansion: Expansion, written: Located) -> Dataset:
    """Turn an expanded document into a dataset.

    Args:
        expansion: The expansion.
        written: The document in short form, by whose paths problems are named.

    Raises:
        NotReadableError: it is not one; all problems are listed, those of one value once.
    """
    try:
        return dataset_of(expansion.located)
    except NotReadableError as error:
        known = {problem.path for problem in expansion.located.problems}
        # else the reader says of the same value that it is wrong
        found = in_written_paths(error.problems, expansion.origins, written)
        more = (each for each in found if each.path not in known or each in expansion.located.problems)
        raise NotReadableError(more) from None


def placed_note(place: Location | None, path: str, text: str) -> str:
    """Return a note with its place."""
    return ": ".join([*([str(place)] if place else []), f"{path} {text}"])


def expand_sources(
    document: Mappable, texts: Mapping[str, Text], findings: Findings
) -> Iterator[tuple[str, Page | Trouble]]:
    """Find the text of each source, and write its hash, its length and the spans of its uncoded passages."""
    for path, _, source in records_of(document, "sources"):
        page = text_of(source, texts)
        if is_short_source(source):
            if isinstance(page, Trouble):
                findings.once((*path, "text") if "text" in source else path, page)
            source.pop("text", None)
        if isinstance(page, Page):
            source.setdefault("sha256", page.text.sha256)
            source.setdefault("length", len(page.content))
        for index, item in enumerate(uncoded(source)):
            if is_short_uncoded(item) and not isinstance(page, Trouble):
                span = span_of(section_moved(item), (*path, "uncoded", index, "passage"), page, findings)
                rest = {key: value for key, value in item.items() if key not in {"passage", "section"}}
                source["uncoded"][index] = {"span": span, **rest} if span is not None else item
        source_id = source.get("id")
        if isinstance(source_id, str):
            yield source_id, page


def section_moved(item: Mappable) -> object:
    """Return the passage of an item, with the section that stands beside it."""
    passage = item["passage"]
    if "section" not in item:
        return passage
    known = mapped(passage)
    return {**(known if known is not None else {"words": passage}), "section": item["section"]}


def text_of(source: Mappable, texts: Mapping[str, Text]) -> Page | Trouble:
    """Return the text of a source: the one with its hash, the one that it names, or the one with the name of its id."""
    at_hand = ", ".join(sorted(FilePath(text.name).name for text in texts.values())[:MOST_NAMED]) or "none"
    hint = f"at hand: {at_hand}" if texts else "give the folder of the texts with --texts"
    named = source.get("text")
    if named is None and isinstance(key := source.get("sha256"), str):
        return Page(texts[key]) if key in texts else Trouble("the hash of a text at hand", shown(key), hint)
    wanted = named if named is not None else str(source.get("id"))
    for text in texts.values():
        file = FilePath(text.name)
        if wanted == file.name or (named is None and wanted in {file.stem, file.stem.replace(" ", "-").lower()}):
            if source.get("sha256") not in {None, text.sha256}:
                found = f"sha256: {shown(source['sha256'])}"
                return Trouble(f"{text.sha256}, the hash of {file.name}", found, "remove sha256, or correct it")
            return Page(text)
    if named is None:
        return Trouble("a text for the source", f"none named {wanted}.txt", f"write text: with the file's name; {hint}")
    files = [FilePath(text.name).name for text in texts.values()]
    meant = file_suggestion(wanted, files) if isinstance(wanted, str) else None
    return Trouble("the name of a text at hand", shown(wanted), meant or hint)


MOST_NAMED: Final = 5
"""How many texts a message names."""


def page_of(
    record: Mappable, pages: Mapping[str, Page | Trouble], names: Names, texts: Mapping[str, Text]
) -> Page | Trouble:
    """Return the text in which the passages of a record stand."""
    key = record.get("source")
    if isinstance(key, str) and key in pages:
        return pages[key]
    source = names.source(key)
    if source is not None and (text := texts.get(source.sha256 or "")):
        return Page(text)
    if source is not None:
        return Trouble(f"the text of {key!r}", "none with its hash", "give the folder of the texts with --texts")
    return Trouble("the source of the record", shown(key), "write source: with its id")


def apply_defaults(document: Mappable, findings: Findings) -> None:
    """Write the defaults of a document, except dates, into its records that lack the fields."""
    defaults = checked_defaults(document, findings)
    sources = [record.get("id") for _, _, record in records_of(document, "sources")]
    for _, name, record in records_of(document, *COLLECTIONS):
        fallback = {"source": sources[0]} if len(sources) == 1 and name in EVENTS else {}
        for key, value in (defaults.get(name, {}) | fallback | defaults.get(name, {})).items():
            if not any(key in pair for pair in DATES) and not is_given(record, key):
                record[key] = copy.deepcopy(value)


def checked_defaults(document: Mappable, findings: Findings) -> dict[str, Mappable]:
    """Return the defaults by the name of a list, after checking that they are fields of its records."""
    given = document.get("defaults", {})
    if (defaults := mapped(given)) is None:
        findings.trouble(("defaults",), Trouble("a mapping of record lists to fields", shown(given)))
        document["defaults"] = {}
        return {}
    checked: dict[str, Mappable] = {}
    for key, value in defaults.items():
        known = [*COLLECTIONS, ALL_EVENTS]
        content = mapped(value)
        if key not in known or content is None:
            found = shown(key) if key not in known else shown(value)
            expected = "a list of records, or events" if key not in known else "a mapping of fields to values"
            hint = (suggestion(key, known) or f"one of {', '.join(known)}") if key not in known else None
            findings.trouble(("defaults", key), Trouble(expected, found, hint))
            continue
        for name in EVENTS if key == ALL_EVENTS else (key,):
            allowed = [field.name for field in fields(COLLECTIONS[name]) if field.name not in UNSHARED]
            allowed += [CALENDAR] if name in {"sources", *EVENTS} else []
            for field in content:
                if field not in allowed and not findings.newer and (key != ALL_EVENTS or name == EVENTS[0]):
                    hint = suggestion(field, allowed)
                    trouble = Trouble(f"a field that records of {key} can share", shown(field), hint)
                    findings.trouble(("defaults", key, field), trouble)
            fine = {field: item for field, item in content.items() if findings.newer or field in allowed}
            checked[name] = fine | checked.get(name, {}) if key == ALL_EVENTS else checked.get(name, {}) | fine
    document["defaults"] = checked
    return checked


UNSHARED: Final = frozenset({"id", "spans", "quotes", "canonical_id", "sha256", "length", "uncoded"})
"""Fields that no two records have in common."""


def fill_default_dates(record: Mappable, name: str, defaults: Mappable) -> None:
    """Write the default dates into a record, each where it has neither that date nor time words for it."""
    for pair in DATES:
        if not any(is_given(record, key) for key in pair):
            record.update({key: value for key, value in defaults.get(name, {}).items() if key in pair})


def drop_nothing(record: Mappable) -> None:
    """Remove the fields that a person wrote as nothing so that nothing is filled in."""
    for key in [key for key, value in record.items() if value is None]:
        del record[key]
