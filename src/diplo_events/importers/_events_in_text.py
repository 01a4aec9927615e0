"""The event records of one text, and the source that keeps what is none of them."""

import hashlib
from collections.abc import Sequence
from typing import Any, Final, Protocol

from diplo_events.converter import problems_of
from diplo_events.errors import DiploEventsError
from diplo_events.importers._annotations import AnnotatedText, Annotation, Relation
from diplo_events.importers._counting import Counting
from diplo_events.importers._entities import Entities, clean, kept, record_of
from diplo_events.importers._filling import Filling, TextInHand
from diplo_events.importers._maps import LabelMap, LabelRule
from diplo_events.schema import Record

__all__ = ["EventsInText", "ImportAtWork", "source_of"]

UNFIT: Final = "a field of the source does not fit and is kept in `extra`"
SAFE: Final = ("id", "title", "sha256", "length")
"""The fields of a source that always fit."""


class ImportAtWork(Protocol):
    """What a source needs of the import that makes it."""

    rules: LabelMap
    tool: str
    counting: Counting
    entities: Entities


class EventsInText:
    """Makes the event records of one text."""

    def __init__(self, hand: TextInHand, filling: Filling, counting: Counting, tool: str) -> None:
        self.hand = hand
        self.filling = filling
        self.counting = counting
        self.tool = tool
        self.failed: set[str] = set()

    def make(self, events: Sequence[tuple[Annotation, LabelRule]]) -> list[tuple[Annotation, Record]]:
        """Return the records, each with the annotation from which it comes."""
        plains = [(annotation, rule, self.filling.event(annotation, rule, self.tool)) for annotation, rule in events]
        left = {
            annotation.id: self.filling.left_over(annotation) for annotation in {a.id: a for a, _ in events}.values()
        }
        for annotation, _, plain in plains:
            plain["extra"]["annotation"] |= left[annotation.id]
        made = [(each, self.record(each, rule, plain)) for each, rule, plain in plains]
        if self.failed:  # what refers to them does so no longer
            rest = [each for each in plains if each[2]["id"] not in self.failed]
            made = [(each, self.record(each, rule, without(plain, self.failed))) for each, rule, plain in rest]
        found = [(annotation, record) for annotation, record in made if record is not None]
        with_record = {annotation.id for annotation, _ in found}
        for key, why in self.hand.refusals.items():
            each = self.hand.annotations[key]
            if key not in with_record:
                self.hand.failed.add(key)
                self.counting.refused("the model cannot hold it", each.place, why, damaged=True)
            else:
                self.counting.defect("the model cannot hold one of its records", each.place, why)
        return found

    def record(self, annotation: Annotation, rule: LabelRule, plain: dict[str, Any]) -> Record | None:
        """Return one record; `None` if the model cannot hold it."""
        try:
            return record_of(str(rule.record), plain)
        except (DiploEventsError, ExceptionGroup) as error:
            self.failed.add(plain["id"])
            problem = next(iter(problems_of(error)), None)
            self.hand.refusals[annotation.id] = f"{annotation.path or annotation.id}: {rule.record}: {problem}"
            return None


def source_of(text: AnnotatedText, hand: TextInHand, made: set[str], rule: str | None, run: ImportAtWork) -> Record:
    """Return the source of a text, which keeps the annotations that are not records themselves.

    Args:
        text: The text.
        hand: Its annotations.
        made: The annotations that made a record.
        rule: The rule of counting that was proven.
        run: The import.
    """
    plain: dict[str, Any] = {"id": hand.source, "title": clean(text.name) or hand.source}
    if text.text:
        digest = hashlib.sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest()
        plain |= {"sha256": digest, "length": len(text.text)}
    plain |= dict(run.rules.source)
    plain |= {name: value for name, value in text.facts.items() if name != "publisher"}
    if publisher := text.facts.get("publisher"):
        plain["publisher"] = run.entities.find("actor", str(publisher))
    annotated: dict[str, Any] = {"tool": run.tool}
    if rule:
        annotated["offsets"] = rule
    if others := [hand.entry(each) for each in hand.annotations.values() if each.id not in made]:
        annotated["annotations"] = kept(others)
    if links := [link(each) for each in hand.relations if each.source not in made or each.attributes]:
        annotated["relations"] = kept(links)
    extra: dict[str, Any] = {**kept(text.extra), "annotated": annotated}
    try:
        return record_of("source", {**plain, "extra": extra})
    except (DiploEventsError, ExceptionGroup) as error:
        found = "; ".join(str(problem) for problem in problems_of(error))
        run.counting.defect(UNFIT, text.place, found)
        rest = {name: value for name, value in plain.items() if name not in SAFE}
        safe: dict[str, Any] = {name: plain[name] for name in SAFE if name in plain}
        safe["title"] = clean(str(safe["title"])) or hand.source
        return record_of("source", {**safe, "extra": {**extra, "facts": kept(rest)}})


def link(relation: Relation) -> dict[str, Any]:
    """Return a relation as `extra` keeps it."""
    plain: dict[str, Any] = {"id": relation.id, "label": relation.label, "from": relation.source, "to": relation.target}
    if relation.annotator:
        plain["annotator"] = relation.annotator
    if relation.attributes:
        plain["attributes"] = dict(relation.attributes)
    return plain


def without(plain: dict[str, Any], gone: set[str]) -> dict[str, Any]:
    """Return the plain data of a record without references to records that were not made."""
    left: dict[str, Any] = {}
    for name, value in plain.items():
        if isinstance(value, list):
            items = [item for item in value if not (isinstance(item, str) and item in gone)]
            if items or not value:
                left[name] = items
        elif not (isinstance(value, str) and value in gone and name != "id"):
            left[name] = value
    return left
