"""The fields of records, filled from an annotation by the rules of a project's map."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

import attrs

from diplo_events.dates import EventDate
from diplo_events.errors import EventDateError
from diplo_events.importers._annotations import Annotation, Relation
from diplo_events.importers._counting import Counting
from diplo_events.importers._entities import Entities, kept
from diplo_events.importers._maps import ENTITIES, FieldRule, LabelRule, item_of
from diplo_events.importers._offsets import Offsets
from diplo_events.model import Actor
from diplo_events.model.frozen_map import Plain, forbidden
from diplo_events.model.meeting import Participant
from diplo_events.model.spans import Quote, Span
from diplo_events.schema import (
    RECORD_TYPES,
    TARGETS,
    CodeNode,
    DateNode,
    Field,
    FlagNode,
    IdNode,
    ManyNode,
    NumberNode,
    PartNode,
    TextNode,
    VocabularyNode,
    WholeNode,
    fields,
    type_name,
)

__all__ = ["Filling", "TextInHand", "as_key"]

SELF: Final = "self"
"""The role of an annotation in itself."""

BLANK: Final[tuple[object, ...]] = (None, "", [], {})
"""The values of tools that say nothing."""

NO_PLACE: Final = "a value has no place in its field and is kept in `extra`"

QUOTED: Final = re.compile('“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|"([^"]+)"|「([^「」]+)」')
"""Words between quotation marks, without marks inside."""

FLAGS: Final[Mapping[Plain, bool]] = {"true": True, "false": False}
"""Truth values as maps and tools without them write them."""

Raw: TypeAlias = "Annotation | Plain"
"""Where a value comes from: another annotation, or what the tool says."""


@attrs.define
class TextInHand:
    """A text whose records are being made."""

    source: str
    """The id of its source."""
    text: str
    """The text."""
    annotations: Mapping[str, Annotation]
    """Its annotations by id."""
    places: Mapping[str, Offsets]
    """Where they stand, in code points."""
    relations: Sequence[Relation]
    """The relations between them."""
    entities: dict[str, tuple[str, str]] = attrs.Factory(dict)
    """The entity that an annotation names: its type and its id."""
    made: dict[str, dict[str, str]] = attrs.Factory(dict)
    """The ids of the event records of an annotation, by their type."""
    failed: set[str] = attrs.Factory(set)
    """The annotations whose records the model cannot hold."""
    refusals: dict[str, str] = attrs.Factory(dict)
    """Why the model cannot hold a record of an annotation."""
    used: dict[str, set[str]] = attrs.Factory(dict)
    """The attributes of each annotation that a field holds."""
    targets: dict[str, list[Relation]] = attrs.field(init=False)
    """The relations that lead from each annotation."""

    def __attrs_post_init__(self) -> None:
        self.targets = {}
        for relation in self.relations:
            self.targets.setdefault(relation.source, []).append(relation)

    def in_roles(self, annotation: Annotation, roles: Sequence[str]) -> list[Annotation]:
        """List the annotations that have one of some roles in another, in the order of the roles."""
        found = self.targets.get(annotation.id, ())
        return [
            target
            for role in roles
            for target in (
                [annotation]
                if role == SELF
                else [self.annotations[each.target] for each in found if each.label.casefold() == role.casefold()]
            )
        ]

    def spans(self, annotations: Sequence[Annotation]) -> list[dict[str, Any]]:
        """Return the passages of annotations, each once."""
        places = dict.fromkeys(place for each in annotations for place in self.places.get(each.id, ()))
        return [{"start": start, "end": end} for start, end in places]

    def words(self, annotation: Annotation) -> str:
        """Return the words of the text in the passages of an annotation, or those that the tool gives."""
        places = self.places.get(annotation.id, ())
        return " ".join(self.text[start:end] for start, end in places) if places else annotation.words or ""

    def entry(self, annotation: Annotation) -> dict[str, Any]:
        """Return an annotation as `extra` of its source keeps it."""
        plain: dict[str, Any] = {"id": annotation.id, "label": annotation.label}
        if places := self.places.get(annotation.id):
            plain["spans"] = [list(place) for place in places]
        elif annotation.words is not None:
            plain["words"] = annotation.words
        if annotation.annotator:
            plain["annotator"] = annotation.annotator
        if annotation.attributes:
            plain["attributes"] = dict(annotation.attributes)
        if annotation.extra:
            plain["extra"] = dict(annotation.extra)
        if annotation.id in self.entities:
            plain["record"] = self.entities[annotation.id][1]
        return plain


def as_key(value: Plain) -> str:
    """Return a value of a tool as the keys of `values` in a map write it.

    >>> as_key(True), as_key(1), as_key("Direct")
    ('true', '1', 'Direct')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


class Filling:
    """Fills the fields of the records of one text."""

    def __init__(self, entities: Entities, hand: TextInHand, counting: Counting) -> None:
        self.entities = entities
        self.hand = hand
        self.counting = counting

    def entity(self, annotation: Annotation, rule: LabelRule) -> None:
        """Make the entity that an annotation names, or add to it what is not known yet."""
        name = self.hand.words(annotation)
        record_type = str(rule.record)
        if not name.strip() or forbidden().sub("", name).strip() == "":
            return
        key = self.entities.find(record_type, name, self.hand.source)
        self.hand.entities[annotation.id] = record_type, key
        values, _ = self.values(annotation, rule)
        self.entities.add(record_type, name, values)

    def event(self, annotation: Annotation, rule: LabelRule, tool: str) -> dict[str, Any]:
        """Return the plain data of the record that an annotation makes."""
        record_type = str(rule.record)
        plain: dict[str, Any] = {"id": self.hand.made[annotation.id][record_type], "source": self.hand.source}
        spans = self.hand.spans([annotation])
        if spans:
            plain["spans"] = spans
        values, used = self.values(annotation, rule)
        plain |= values
        mark: dict[str, Any] = {"tool": tool, "id": annotation.id, "label": annotation.label}
        if annotation.annotator:
            mark["annotator"] = annotation.annotator
        self.hand.used.setdefault(annotation.id, set()).update(used)
        roles: dict[str, list[str]] = {}
        for each in self.hand.targets.get(annotation.id, ()):
            roles.setdefault(each.label, []).append(each.target)
        if roles:
            mark["roles"] = roles
        plain["extra"] = {**kept(annotation.extra), "annotation": kept(mark)}
        return plain

    def left_over(self, annotation: Annotation) -> dict[str, Any]:
        """Return the attributes of an annotation that no field of its records holds."""
        used = self.hand.used.get(annotation.id, set())
        left = {name: value for name, value in annotation.attributes.items() if name not in used}
        self.counting.extra.update(left.keys())
        return {"attributes": kept(left)} if left else {}

    def values(self, annotation: Annotation, rule: LabelRule) -> tuple[dict[str, Any], set[str]]:
        """Return the values of the fields of a record, and which attributes they hold."""
        known = {field.name: field for field in fields(RECORD_TYPES[str(rule.record)])}
        values: dict[str, Any] = {}
        used: set[str] = set()
        for each in rule.fields:
            if not applies(each, annotation):
                continue
            attribute, raws = self.raws(annotation, each)
            value, has_place = self.value(known[each.field], each, raws)
            if value not in (None, []):
                values[each.field] = joined(values.get(each.field), value)
                self.counting.fields[attribute or each.field] += 1
            if attribute and has_place:
                used.add(attribute)
            elif not has_place:
                texts = ", ".join(as_key(raw) for raw in raws if not isinstance(raw, Annotation))
                found = f"{annotation.path or annotation.id}: {each.field}: {texts}"
                self.counting.defect(NO_PLACE, annotation.place, found)
        return values, used

    def raws(self, annotation: Annotation, rule: FieldRule) -> tuple[str | None, list[Raw]]:
        """Return what a rule finds, and the attribute that holds it."""
        if rule.attributes:
            held = ((name, annotation.attributes.get(name)) for name in rule.attributes)
            name, value = next(((name, value) for name, value in held if value not in BLANK), (None, []))
            return name, list(value) if isinstance(value, list | tuple) else [value]
        found: list[Raw] = [annotation.label if rule.label else rule.value]
        if rule.roles or rule.quoted:
            found = list(self.hand.in_roles(annotation, rule.roles or rule.quoted))
        elif rule.made:
            made = self.hand.made.get(annotation.id, {})
            found = [made[rule.made]] if rule.made in made else []
        elif rule.words:
            found = [annotation]
        return None, found

    def value(self, field: Field, rule: FieldRule, raws: Sequence[Raw]) -> tuple[Any, bool]:
        """Return the plain value of a field, and whether everything that the rule finds has its place there."""
        item = item_of(field)
        if isinstance(item, PartNode) and item.cls is Span:
            return self.hand.spans([raw for raw in raws if isinstance(raw, Annotation)]), True
        if isinstance(item, PartNode) and item.cls is Quote:
            return list(self.quotes([raw for raw in raws if isinstance(raw, Annotation)])), True
        found = [self.item(item, rule, raw) for raw in raws]
        good = [value for value in dict.fromkeys(found) if value is not None]
        if isinstance(item, PartNode) and item.cls is Participant:
            return [{"actor": actor} for actor in good], None not in found
        if isinstance(field.node, ManyNode):
            return good, None not in found
        return (good[0] if good else None), None not in found and len(good) <= 1

    def item(self, node: Any, rule: FieldRule, raw: Raw) -> Any:  # noqa: ANN401  (one of the nodes; plain data)
        """Return one value as a field holds it; `None` if it has no place there."""
        if rule.made:
            return raw
        if isinstance(node, IdNode | PartNode):
            return self.reference(TARGETS[node.kind] if isinstance(node, IdNode) else (Actor,), rule, raw)
        value: Plain = self.hand.words(raw) if isinstance(raw, Annotation) else raw
        if rule.values:
            value = rule.values.get(as_key(value))
        if isinstance(node, FlagNode) and isinstance(value, str):
            value = FLAGS.get(value)
        return value if fits(node, value) else None

    def reference(self, types: tuple[type, ...], rule: FieldRule, raw: Raw) -> str | None:
        """Return the id of the record that a value names."""
        names = [type_name(cls) for cls in types]
        if isinstance(raw, Annotation):
            if raw.id in self.hand.entities and self.hand.entities[raw.id][0] in names:
                return self.hand.entities[raw.id][1]
            for kind, key in self.hand.made.get(raw.id, {}).items():
                if kind in names:
                    return key
        entity = [name for name in names if name in ENTITIES]
        if len(names) > 1 or not entity:
            return None
        name = self.hand.words(raw) if isinstance(raw, Annotation) else raw
        if rule.values and not isinstance(raw, Annotation):
            name = rule.values.get(as_key(name))
        if not isinstance(name, str) or not forbidden().sub(" ", name).strip():
            return None
        source = self.hand.source if isinstance(raw, Annotation) and self.hand.places.get(raw.id) else None
        key = self.entities.find(entity[0], name, source)
        if rule.kind:
            self.entities.add(entity[0], name, {"kind": rule.kind})
        return key

    def quotes(self, annotations: Sequence[Annotation]) -> Iterator[dict[str, Any]]:
        """Return the words between quotation marks in the passages of annotations."""
        for place in dict.fromkeys(place for each in annotations for place in self.hand.places.get(each.id, ())):
            start, end = place
            for match in QUOTED.finditer(self.hand.text, start, end):
                words = next(group for group in match.groups() if group)
                first = match.start() + 1
                if words.strip() and not forbidden().search(words):
                    yield {"text": words, "span": {"start": first, "end": first + len(words)}}


def fits(node: Any, value: Plain) -> bool:  # noqa: ANN401  (one of the nodes)
    """Whether a field can hold a value as it is."""
    if isinstance(value, bool):
        return isinstance(node, FlagNode)
    if isinstance(value, int | float):
        return isinstance(node, NumberNode) or (isinstance(node, WholeNode) and isinstance(value, int))
    return isinstance(value, str) and fits_text(node, value)


def fits_text(node: Any, text: str) -> bool:  # noqa: ANN401  (one of the nodes)
    """Whether a field can hold a text as it is."""
    match node:
        case TextNode():
            return bool(text.strip()) and not forbidden().search(text)
        case VocabularyNode():
            return text in [member.value for member in node.vocabulary]
        case CodeNode():
            return re.fullmatch(node.pattern.regex, text) is not None
        case _:
            return isinstance(node, DateNode) and is_date(text)


def is_date(text: str) -> bool:
    """Whether a text is a date in the Extended Date/Time Format."""
    try:
        EventDate.parse(text)
    except EventDateError:
        return False
    return True


def joined(first: Any, second: Any) -> Any:  # noqa: ANN401  (plain data)
    """Return what two rules find for one field: all of it in a list, else what the first finds."""
    if first is None:
        return second
    if isinstance(first, list):
        return [*first, *(item for item in second if item not in first)]
    return first


def applies(rule: FieldRule, annotation: Annotation) -> bool:
    """Whether an annotation has the attribute that a rule wants, and not the one that rules it out."""
    has = {name for name, value in annotation.attributes.items() if value not in BLANK}
    return (rule.only_with is None or rule.only_with in has) and rule.only_without not in has
