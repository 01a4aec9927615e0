"""The map of a project: which label of an annotation tool is which record, and where each of its fields comes from."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from diplo_events.errors import Problem, shown, suggestion
from diplo_events.formats.located import read_as
from diplo_events.model import EventRecord, FrozenMap, Source, Span
from diplo_events.model.field_rules import Checked
from diplo_events.model.frozen_map import freeze_map
from diplo_events.model.ids import ActorId, PlaceId
from diplo_events.model.meeting import Participant
from diplo_events.model.spans import Quote
from diplo_events.schema import (
    RECORD_TYPES,
    Field,
    IdNode,
    ManyNode,
    MapNode,
    PartNode,
    VocabularyNode,
    fields,
)
from diplo_events.vocab import ActorKind, PlaceKind, Term

__all__ = ["COMMON", "ENTITIES", "FieldRule", "LabelMap", "LabelRule", "defaults", "map_of", "read_map"]

ORIGINS: Final = ("attributes", "roles", "quoted", "value", "made", "words", "label")
"""Where the value of a field can come from."""

SET_BY_IMPORT: Final = ("id", "source", "extra")
"""The fields of records that no rule fills."""

ENTITIES: Final = ("actor", "place", "issue", "document")
"""The types of records that exist once for a name, whatever text names them."""

FILLED_PARTS: Final = (Span, Quote, Participant)
"""The parts of records that a rule can fill."""


@attrs.frozen(kw_only=True)
class FieldRule(Checked):
    """Where one field of a record comes from: exactly one origin, and what its values mean.

    Examples:
        >>> FieldRule(field="stance", attributes=("agreement",), values={"true": "agree", "false": "disagree"}).field
        'stance'
    """

    field: str
    """The field of the record."""
    attributes: tuple[str, ...] = ()
    """The attributes that hold it: the first of them that has a value."""
    roles: tuple[str, ...] = ()
    """The relations or roles that lead to the annotations that hold it, in order: their passages, or what they name."""
    quoted: tuple[str, ...] = ()
    """The roles in whose passages the words between quotation marks are the quotes; `self` is the annotation."""
    value: str | None = None
    """A value that is always the same."""
    made: str | None = None
    """The type of another record that the same annotation makes, to which the field refers."""
    words: bool = False
    """Whether it is the annotated words."""
    label: bool = False
    """Whether it is the label itself."""
    only_with: str | None = None
    """The attribute without which the rule does nothing."""
    only_without: str | None = None
    """The attribute with which the rule does nothing."""
    kind: str | None = None
    """The kind of the actor or place that it names."""
    values: FrozenMap[str] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """What each value of the tool is called here; one that is not listed has no place in the field."""

    def _relations(self) -> Iterator[Problem]:
        given = [name for name in ORIGINS if getattr(self, name) not in ((), None, False)]
        if len(given) != 1:
            expected = f"exactly one of {', '.join(ORIGINS)}"
            yield Problem(expected=expected, found=", ".join(given) or "none of them")


@attrs.frozen(kw_only=True)
class LabelRule(Checked):
    """What a label becomes: a record of one type, or nothing. Several rules for one label make several records.

    Examples:
        >>> LabelRule(label="PERSON", record="actor", fields=(FieldRule(field="kind", value="person"),)).record
        'actor'
    """

    label: str
    """The label, in any case."""
    record: str | None = None
    """The type of the record: `statement`, `position`, `actor` and so on."""
    fields: tuple[FieldRule, ...] = ()
    """Where its fields come from; what a record must have and no rule fills is open."""
    skip: str | None = None
    """Why the label makes no record; the annotation is kept in `extra` of its source."""

    def _relations(self) -> Iterator[Problem]:
        if (self.record is None) == (self.skip is None):
            found = "neither" if self.record is None else "both"
            yield Problem(expected="either a record, or the reason under skip", found=found)
        elif self.record is not None:
            if self.record not in RECORD_TYPES or self.record == "source":
                known = [name for name in RECORD_TYPES if name != "source"]
                expected = f"a type of records: {', '.join(known)}"
                hint = suggestion(self.record, known)
                yield Problem(path="record", expected=expected, found=shown(self.record), hint=hint)
                return
            for index, rule in enumerate(self.fields):
                yield from rule_problems(f"fields[{index}]", rule, self.record)


def rule_problems(path: str, rule: FieldRule, record: str) -> Iterator[Problem]:
    """Compare a rule with the fields of the record that it fills."""
    known = {field.name: field for field in fields(RECORD_TYPES[record]) if field.name not in SET_BY_IMPORT}
    field = known.get(rule.field)
    if field is None:
        hint = suggestion(rule.field, known)
        expected = f"a field of {record} that an import can fill"
        yield Problem(path=f"{path}.field", expected=expected, found=shown(rule.field), hint=hint)
        return
    item = item_of(field)
    if isinstance(item, MapNode) or (isinstance(item, PartNode) and item.cls not in FILLED_PARTS):
        expected = "a field of plain values, spans, quotes or participants"
        yield Problem(path=f"{path}.field", expected=expected, found=shown(rule.field))
    if isinstance(item, VocabularyNode):
        members = [str(member.value) for member in item.vocabulary]
        given = {f"values.{key}": value for key, value in rule.values.items()}
        given |= {"value": rule.value} if rule.value is not None else {}
        for name, value in given.items():
            if value not in members:
                hint = suggestion(value, members)
                expected = f"a member of {item.vocabulary.__name__}"
                yield Problem(path=f"{path}.{name}", expected=expected, found=shown(value), hint=hint)
    if rule.kind is not None:
        yield from kind_problems(f"{path}.kind", rule.kind, item)
    if rule.made is not None and rule.made not in RECORD_TYPES:
        hint = suggestion(rule.made, RECORD_TYPES)
        yield Problem(path=f"{path}.made", expected="a type of records", found=shown(rule.made), hint=hint)


def kind_problems(path: str, kind: str, item: Any) -> Iterator[Problem]:  # noqa: ANN401  (one of the nodes)
    """Compare a kind with those that the actor or place has that a field names."""
    kinds: dict[object, type[Term]] = {ActorId: ActorKind, PlaceId: PlaceKind}
    named = kinds.get(getattr(item, "kind", None))
    if named is None:
        yield Problem(path=path, expected="a kind only where the field names an actor or a place", found=shown(kind))
    elif kind not in [str(member.value) for member in named]:
        members = [str(member.value) for member in named]
        hint = suggestion(kind, members)
        yield Problem(path=path, expected=f"a member of {named.__name__}", found=shown(kind), hint=hint)


def item_of(field: Field) -> Any:  # noqa: ANN401  (one of the nodes)
    """Return the node of a field, or of its items if it holds several."""
    return field.node.item if isinstance(field.node, ManyNode) else field.node


@attrs.frozen(kw_only=True)
class LabelMap(Checked):
    """The rules of a project, in a file of JSON or YAML.

    Examples:
        >>> people = LabelRule(label="PERSON", record="actor", fields=(FieldRule(field="kind", value="person"),))
        >>> [rule.record for rule in LabelMap(labels=(people,)).rules_for("person")]
        ['actor']
    """

    labels: tuple[LabelRule, ...] = ()
    """The rules; several for one label make several records of each annotation."""
    source: FrozenMap[str] = attrs.field(default=FrozenMap(), converter=freeze_map)
    """Fields that every source has: `kind`, `language`."""

    def _relations(self) -> Iterator[Problem]:
        known = [field.name for field in fields(Source) if field.name not in SET_BY_IMPORT]
        for name in self.source:
            if name not in known:
                found, hint = shown(name), suggestion(name, known)
                yield Problem(path=f"source.{name}", expected="a field of Source", found=found, hint=hint)

    def rules_for(self, label: str) -> tuple[LabelRule, ...]:
        """Return the rules of a label: as it is written, or else in any case."""
        exact = tuple(rule for rule in self.labels if rule.label == label)
        return exact or tuple(rule for rule in self.labels if rule.label.casefold() == label.casefold())


def read_map(path: str | Path) -> LabelMap:
    """Read the map of a project from a file of JSON or YAML.

    Raises:
        NotReadableError: it is not a map; all problems are listed, each with its place.
        OSError: the file cannot be read.
        MissingExtraError: YAML needs a package that is not installed.
    """
    return read_as(path, LabelMap)


def map_of(mapping: str | Path | LabelMap | None, default: LabelMap) -> LabelMap:
    """Return the map that an importer was given, from its file if it is one.

    Raises:
        NotReadableError: the file is not a map; all problems are listed, each with its place.
        OSError: the file cannot be read.
        MissingExtraError: YAML needs a package that is not installed.
    """
    if mapping is None:
        return default
    return mapping if isinstance(mapping, LabelMap) else read_map(mapping)


def defaults(*rules: tuple[str, str, Mapping[str, str]]) -> LabelMap:
    """Return a map of labels whose fields are always the same: the label, the record and the values by field."""
    return LabelMap(
        labels=tuple(
            LabelRule(
                label=label,
                record=record,
                fields=tuple(FieldRule(field=name, value=value) for name, value in values.items()),
            )
            for label, record, values in rules
        )
    )


PEOPLE: Final[tuple[tuple[str, str, Mapping[str, str]], ...]] = (
    *(("person", "actor", {"kind": "person"}), ("per", "actor", {"kind": "person"})),
    *(("organization", "actor", {}), ("organisation", "actor", {}), ("org", "actor", {})),
    *(("location", "place", {}), ("loc", "place", {})),
)
"""The labels of names that mean the same in most projects."""

PASSAGE: Final = "passage"
"""The label of a further passage of a record, and the relation that leads to it from the first."""

NOT_BY_NAME: Final = ("spans", "quotes")
"""The fields that are passages."""


def by_name() -> Iterator[LabelRule]:
    """Return the rules for labels that are types of records, with attributes that are their fields."""
    for label, cls in RECORD_TYPES.items():
        if not issubclass(cls, EventRecord):
            continue
        known = [field for field in fields(cls) if field.name not in (*SET_BY_IMPORT, *NOT_BY_NAME)]
        filled = [field for field in known if not isinstance(item_of(field), MapNode) and fillable(field)]
        rules = [FieldRule(field=field.name, attributes=(field.name,)) for field in filled]
        related = [field.name for field in filled if isinstance(item_of(field), IdNode)]
        rules += [FieldRule(field=name, roles=(name,)) for name in related]
        rules.append(FieldRule(field="spans", roles=("self", PASSAGE)))
        yield LabelRule(label=label, record=label, fields=tuple(rules))
    yield LabelRule(label=PASSAGE, skip="a further passage of a record")


def fillable(field: Field) -> bool:
    """Whether a rule can fill a field."""
    item = item_of(field)
    return not isinstance(item, PartNode) or item.cls in FILLED_PARTS


COMMON: Final = LabelMap(labels=(*by_name(), *defaults(*PEOPLE).labels))
"""The map of a tool whose labels every project makes for itself: labels named as our types of records, persons,
organisations and places. All else is kept in `extra`."""
