"""W3C Web Annotations and Hypothes.is: annotations of web pages, found again in the texts by their words.

Read are single annotations, lists, collections and pages of the Web Annotation Data Model, what the search of the
Hypothes.is API returns, and what its client exports, in JSON or JSON Lines. Every target is found, ambiguous or lost;
the last two are refused, and kept as they are in `extra` of their source. Tags are the labels. A text belongs to an
address if its name is the last part of that address, if both are the only ones, or if it alone has the words of some
annotation of that page.
Sources: https://www.w3.org/TR/annotation-model/ and https://h.readthedocs.io/en/latest/api-reference/
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from diplo_events.errors import Location, Problem
from diplo_events.importers._annotated_records import import_texts
from diplo_events.importers._annotations import AnnotatedText, Annotation, Refused
from diplo_events.importers._files import annotation_files, read_utf8, texts_of
from diplo_events.importers._json_files import Row, mapping, read_rows, refused, rows_of, sequence
from diplo_events.importers._maps import COMMON, LabelMap, map_of
from diplo_events.importers._report import Imported
from diplo_events.importers._selectors import QUOTE, SearchedText, kind_of, resolve, selectors_of

__all__ = ["read"]

NO_TEXT: Final = "the text of its page is not at hand"
SEVERAL: Final = "its words stand in several texts: give the text the last part of the address as its name"
NO_TARGET: Final = "it has no target"

LISTS: Final = ("rows", "items", "annotations", "@graph")
"""Where annotations stand in a search, a collection, an export of Hypothes.is, and a graph of JSON-LD."""

UNLABELLED: Final = "annotation"
"""The label of an annotation without tags and without a motivation."""


class Item(NamedTuple):
    """An annotation of one target."""

    row: Row
    """The annotation, and its place."""
    target: object
    """What it is about."""
    number: int
    """Which of the targets of the annotation it is, from 0."""


def read(
    path: str | Path, *, texts: str | Path | None = None, mapping: str | Path | LabelMap | None = None
) -> Imported:
    """Return the records of a file of web annotations, or of all in a folder, with the report.

    Args:
        path: A file of JSON or JSON Lines, or a folder with such files.
        texts: The folder with the texts of the pages.
        mapping: The map of the project, or its file, with tags as labels; by default tags that are types of records.

    Raises:
        NotReadableError: a file is not JSON.
        OSError: a file cannot be read.
    """
    rules = map_of(mapping, COMMON)
    return import_texts(documents(path, texts, rules), rules, tool="web-annotation")


def documents(path: str | Path, folder: str | Path | None, rules: LabelMap) -> Iterator[AnnotatedText]:
    """Return the pages, each with its annotations."""
    by_page: dict[str, list[Item]] = {}
    lost: list[Refused] = []
    for file in annotation_files(path, (".json", ".jsonl", ".jsonld")):
        for row in (item for whole in read_rows(file) for item in items_of(whole)):
            targets = targets_of(row)
            if not targets:
                lost.append(refused(row, "an annotation with a target", NO_TARGET))
            for number, target in enumerate(targets):
                by_page.setdefault(page_of(row, target), []).append(Item(row, target, number))
    at_hand = searched(folder) if folder is not None else {}
    for page, items in by_page.items():
        yield document(page, items, at_hand, rules, only=len(by_page) == 1)
    if lost:
        yield AnnotatedText(name="lost", text=None, is_text=False, refused=tuple(lost), place=Location(str(path)))


def searched(folder: str | Path) -> dict[str, SearchedText | Problem]:
    """Return the texts of a folder, by their names."""
    contents = {name: read_utf8(file) for name, file in texts_of(folder).items()}
    return {name: each if isinstance(each, Problem) else SearchedText(each) for name, each in contents.items()}


def items_of(row: Row) -> Iterator[Row]:
    """Return the annotations of a value: of a search, a collection, a page or a list, or itself."""
    for each in rows_of(row, *LISTS):
        first = mapping(each.value).get("first")
        if isinstance(first, dict) and each.value is not first:
            yield from items_of(Row(first, each.where, f"{each.path}.first".removeprefix(".")))
        else:
            yield each


def targets_of(row: Row) -> list[object]:
    """List what an annotation is about."""
    target = mapping(row.value).get("target", mapping(row.value).get("uri"))
    if isinstance(target, list) and not target:
        target = mapping(row.value).get("uri")
    found = list(target) if isinstance(target, list) else [target]
    return [each for each in found if isinstance(each, str | dict) and each]


def page_of(row: Row, target: object) -> str:
    """Return the address of the page that a target is a part of."""
    if isinstance(target, str):
        return target
    source = mapping(target).get("source", mapping(target).get("id"))
    if isinstance(source, dict):
        source = mapping(source).get("id")
    return str(source or mapping(row.value).get("uri") or "an unnamed page")


def text_for(
    page: str, items: list[Item], at_hand: Mapping[str, SearchedText | Problem], *, only: bool
) -> tuple[SearchedText | Problem | None, str]:
    """Return the text of a page, or why there is none."""
    last = Path(unquote(urlsplit(page).path).rstrip("/")).name
    for name in (last, Path(last).stem, re.sub(r"[^\w.-]+", "-", page)):
        if name in at_hand:
            return at_hand[name], ""
    if only and len(at_hand) == 1:
        return next(iter(at_hand.values())), ""
    words = [
        str(each["exact"])
        for item in items
        for each in selectors_of(item.target)
        if kind_of(each) == QUOTE and isinstance(each.get("exact"), str)
    ]
    having = [
        text for text in at_hand.values() if isinstance(text, SearchedText) and any(text.find(each) for each in words)
    ]
    if len(having) == 1:
        return having[0], ""
    return None, SEVERAL if having else NO_TEXT


def document(
    page: str, items: list[Item], at_hand: Mapping[str, SearchedText | Problem], rules: LabelMap, *, only: bool
) -> AnnotatedText:
    """Return a page with the annotations that are found in its text."""
    text, why = text_for(page, items, at_hand, only=only)
    annotations: list[Annotation] = []
    gone: list[Refused] = []
    unplaced: list[object] = []
    for item in items:
        selectors = selectors_of(item.target)
        place: tuple[int, int] | None = None
        if selectors:
            if isinstance(text, SearchedText):
                found = resolve(selectors, text)
                place, reason = found.place, f"{found.outcome}: {found.why}"
            else:
                reason = "the text of its page is not UTF-8" if text else why
            if place is None:
                gone.append(refused(item.row, "a passage that its words prove", reason, shown_words(selectors)))
                unplaced.append({"annotation": item.row.value, "why": reason})
                continue
        annotations.append(annotation(item, place, rules))
    first = mapping(items[0].row.value)
    titles = sequence(mapping(first.get("document")).get("title"))
    facts: dict[str, Any] = {"url": page} if re.match(r"https?://[^\s/]", page) else {}
    if titles and isinstance(titles[0], str) and titles[0].strip():
        facts["title"] = " ".join(titles[0].split())
    return AnnotatedText(
        name=page,
        text=text.text if isinstance(text, SearchedText) else None,
        annotations=tuple(annotations),
        refused=tuple(gone),
        facts=facts,
        extra={"unplaced": unplaced} if unplaced else {},
        place=items[0].row.where,
        path=items[0].row.path,
        proven=False,
    )


def shown_words(selectors: list[dict[str, Any]]) -> str:
    """Return the words of selectors, or what they are."""
    return next((str(each["exact"]) for each in selectors if each.get("exact")), ", ".join(map(kind_of, selectors)))


def annotation(item: Item, place: tuple[int, int] | None, rules: LabelMap) -> Annotation:
    """Return an annotation, with its tags as the label and its comment among the attributes."""
    plain = mapping(item.row.value)
    comments, tags = bodies_of(plain)
    motivation = plain.get("motivation")
    label = next((tag for tag in tags if rules.rules_for(tag)), tags[0] if tags else None)
    attributes: dict[str, Any] = {}
    if comments:
        attributes["comment"] = comments[0] if len(comments) == 1 else comments
    if tags:
        attributes["tags"] = tags
    key = str(plain.get("id") or item.row.path or "annotation")
    return Annotation(
        id=f"{key}#{item.number + 1}" if item.number else key,
        label=label or (motivation if isinstance(motivation, str) and motivation else UNLABELLED),
        offsets=(place,) if place else (),
        attributes=attributes,
        annotator=author_of(plain),
        place=item.row.where,
        path=item.row.path,
        extra={"web_annotation": plain},
    )


def bodies_of(plain: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the comments and the tags of an annotation."""
    comments = [text for text in (plain.get("text"), plain.get("bodyValue")) if isinstance(text, str) and text.strip()]
    tags = [tag for tag in sequence(plain.get("tags")) if isinstance(tag, str) and tag.strip()]
    body = plain.get("body")
    queue: list[object] = list(body) if isinstance(body, list) else [body]
    while queue:
        each = mapping(queue.pop(0))
        queue.extend(sequence(each.get("items")))
        value = each.get("value", each.get("chars"))
        if isinstance(value, str) and value.strip():
            (tags if each.get("purpose") == "tagging" else comments).append(value)
    return comments, tags


def author_of(plain: Mapping[str, Any]) -> str | None:
    """Return who made an annotation.

    >>> author_of({"user": "acct:ana@hypothes.is"}), author_of({"creator": {"name": "Ana"}})
    ('ana@hypothes.is', 'Ana')
    """
    user = plain.get("user")
    if isinstance(user, str) and user:
        return user.removeprefix("acct:")
    creator = plain.get("creator")
    if isinstance(creator, list) and creator:
        creator = creator[0]
    if isinstance(creator, dict):
        creator = mapping(creator).get("name") or mapping(creator).get("nickname") or mapping(creator).get("id")
    return creator if isinstance(creator, str) and creator else None
