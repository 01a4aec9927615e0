"""Label Studio: tasks with their annotations and predictions, in the JSON that the program exports.

The layouts of today (`annotations`), of old versions (`completions`) and the short one (JSON-MIN) are read. Regions of
plain text are compared with the words that Label Studio keeps beside them; it counts UTF-16 units, since it runs in a
browser. Choices and texts beside a region are its attributes. Predictions are codings of their own, marked as drafts
of a model. Source: https://labelstud.io/guide/task_format
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from diplo_events.errors import Location
from diplo_events.importers._annotated_records import import_texts
from diplo_events.importers._annotations import AnnotatedText, Annotation, Refused, Relation
from diplo_events.importers._files import annotation_files
from diplo_events.importers._json_files import Row, mapping, number, read_rows, refused, rows_of, sequence
from diplo_events.importers._maps import COMMON, LabelMap, map_of
from diplo_events.importers._report import Imported

__all__ = ["read"]

CANCELLED: Final = "the annotator has cancelled it"
NOT_TEXT: Final = "a region of something else than plain text"
BESIDE: Final = "what it says is in the record of its region"

KNOWN: Final = ("annotations", "completions", "predictions", "data")
"""The keys of a task that are not said of the text."""

PLACES: Final = ("start", "end", "text", "labels", "globalOffsets", "startOffset", "endOffset")
"""The keys of a result that say where its region is."""

REGIONS: Final = ("labels", "hypertextlabels")
"""The types of regions of texts."""


def read(path: str | Path, *, mapping: str | Path | LabelMap | None = None) -> Imported:
    """Return the records of an export of Label Studio, or of all in a folder, with the report.

    Args:
        path: A file of JSON or JSON Lines, or a folder with such files.
        mapping: The map of the project, or its file; by default labels that are types of records, and names.

    Raises:
        NotReadableError: a file is not JSON.
        OSError: a file cannot be read.
    """
    return import_texts(documents(path), map_of(mapping, COMMON), tool="label-studio")


def documents(path: str | Path) -> Iterator[AnnotatedText]:
    """Return the texts of the tasks."""
    for file in annotation_files(path, (".json", ".jsonl")):
        lost: list[Refused] = []
        for index, row in enumerate(row for whole in read_rows(file) for row in rows_of(whole)):
            if not isinstance(row.value, dict):
                lost.append(refused(row, "a task: an object with data"))
                continue
            yield from Task(row, f"{file.stem} {mapping(row.value).get('id', index + 1)}").texts()
        if lost:
            yield AnnotatedText(
                name=file.stem, text=None, is_text=False, refused=tuple(lost), place=Location(str(file))
            )


def label_studio_words(words: str, fragments: Sequence[str]) -> bool:
    r"""Whether words are those of a region as Label Studio writes them: a line break can be a backslash and an n.

    >>> label_studio_words("no\\ntoll", ["no\ntoll"]), label_studio_words("no toll", ["no tolls"])
    (True, False)
    """
    joined = "".join(fragments)
    return words in {joined, joined.replace("\n", "\\n"), joined.replace("\r\n", "\n").replace("\n", "\\n")}


class Task:
    """One task: its texts with what was annotated in them."""

    def __init__(self, row: Row, name: str) -> None:
        self.row = row
        self.name = name
        self.plain = mapping(row.value)
        data = self.plain.get("data")
        self.data = mapping(data) if isinstance(data, dict) else self.plain
        self.strings = {key: value for key, value in self.data.items() if isinstance(value, str)}
        self.annotations: dict[str, list[Annotation]] = {}
        self.relations: list[Relation] = []
        self.refused: list[Refused] = []
        self.joined: list[tuple[str, Location]] = []
        self.about: list[tuple[str, Row, str, Any]] = []

    def texts(self) -> Iterator[AnnotatedText]:
        """Return the texts of the task, each with its annotations."""
        found = False
        for key in ("annotations", "completions", "predictions"):
            for index, item in enumerate(sequence(self.plain.get(key))):
                found = True
                self.coding(Row(item, self.row.where, self.under(f"{key}[{index}]")), key == "predictions")
        if not found:
            self.short()
        self.attach()
        names = sorted(self.annotations) or [name for name in (self.text_key("text"),) if name]
        rest = (
            {key: value for key, value in self.plain.items() if key not in KNOWN} if self.data is not self.plain else {}
        )
        meta = {key: value for key, value in self.data.items() if key not in names}
        for index, name in enumerate(names):
            own = tuple(self.annotations.get(name, ()))
            ids = {each.id for each in own}
            yield AnnotatedText(
                name=self.name if len(names) == 1 else f"{self.name} {name}",
                text=self.strings[name],
                annotations=own,
                relations=tuple(
                    each for each in self.relations if each.source in ids or (index == 0 and self.lone(each))
                ),
                refused=tuple(self.refused) if index == 0 else (),
                joined=tuple(self.joined) if index == 0 else (),
                extra={"label_studio": {**rest, "data": meta}} if index == 0 and (rest or meta) else {},
                place=self.row.where,
                path=self.row.path,
                same=label_studio_words,
            )
        if not names:
            gone = (*self.refused, refused(self.row, "a task with a text among its data", "the task has no text"))
            yield AnnotatedText(
                name=self.name, text=None, is_text=False, refused=gone, joined=tuple(self.joined), place=self.row.where
            )

    def lone(self, relation: Relation) -> bool:
        """Whether a relation leads from an annotation that is in none of the texts."""
        return not any(relation.source == each.id for own in self.annotations.values() for each in own)

    def under(self, path: str) -> str:
        """Return a place in the task."""
        return f"{self.row.path}.{path}" if self.row.path else path

    def text_key(self, name: str, value: str = "") -> str | None:
        """Return under which key of the data the text of a region stands."""
        wanted = value.removeprefix("$")
        if wanted in self.strings:
            return wanted
        if name in self.strings:
            return name
        if "text" in self.strings:
            return "text"
        return next(iter(self.strings)) if len(self.strings) == 1 else None

    def coding(self, row: Row, is_draft: bool) -> None:
        """Read what one annotator, or a model, made of the task."""
        plain = mapping(row.value)
        results = plain.get("result")
        if not isinstance(results, list):
            self.refused.append(refused(row, "an annotation with a list under result"))
            return
        self.joined.append(("an annotation is its regions", row.where))
        who = annotator_of(plain, is_draft=is_draft)
        prefix = f"{plain.get('id', who or row.path)}/"
        meta = {
            key: value for key, value in plain.items() if key in {"id", "ground_truth", "lead_time", "score"} and value
        }
        extra: dict[str, Any] = {"label_studio": meta} if meta else {}
        if is_draft:
            version = plain.get("model_version")
            extra["draft"] = {"by": "model", **({"model": version} if isinstance(version, str) and version else {})}
        for index, item in enumerate(results):
            region = Row(item, row.where, f"{row.path}.result[{index}]")
            if plain.get("was_cancelled") is True:
                gone = refused(region, "an annotation that counts", CANCELLED)
                self.refused.append(attrs.evolve(gone, damaged=False))
            else:
                self.region(region, prefix, who, extra)

    def region(self, row: Row, prefix: str, who: str | None, extra: dict[str, Any]) -> None:
        """Read one result: a region, what is said of one, of the text, or a relation."""
        plain, value = mapping(row.value), mapping(mapping(row.value).get("value"))
        kind = str(plain.get("type"))
        if kind == "relation":
            self.relation(row, prefix, who)
            return
        key = self.text_key(str(plain.get("to_name")), str(plain.get("source", "")))
        labels = sequence(value.get(kind) if kind in value else value.get("labels"))
        offsets = (number(value.get("start")), number(value.get("end")))
        spot = mapping(value.get("globalOffsets"))
        if spot:
            offsets = (number(spot.get("start")), number(spot.get("end")))
        name = str(plain.get("from_name", kind))
        region_id = f"{prefix}{plain.get('id', row.path)}"
        if key is None or not value:
            self.refused.append(refused(row, "a region of a text among the data", NOT_TEXT))
        elif kind in REGIONS or (labels and None not in offsets and kind not in {"choices", "textarea", "taxonomy"}):
            start, end = offsets
            if start is None or end is None or not labels or not all(isinstance(each, str) for each in labels):
                self.refused.append(refused(row, "a region with start, end and labels"))
                return
            words = value.get("text")
            self.annotations.setdefault(key, []).append(
                Annotation(
                    id=region_id,
                    label=labels[0],
                    offsets=((start, end),),
                    words=words if isinstance(words, str) else None,
                    attributes={"labels": labels} if len(labels) > 1 else {},
                    annotator=who,
                    place=row.where,
                    path=row.path,
                    extra=extra,
                )
            )
        elif said := said_by(kind, value):
            self.about.append((region_id, row, name, said))
        else:
            self.refused.append(refused(row, "a region, a choice, a text or a relation"))

    def relation(self, row: Row, prefix: str, who: str | None) -> None:
        """Read a relation."""
        plain = mapping(row.value)
        if not {"from_id", "to_id"} <= plain.keys():
            self.refused.append(refused(row, "a relation with from_id and to_id"))
            return
        ends = [f"{prefix}{plain['from_id']}", f"{prefix}{plain['to_id']}"]
        source, target = reversed(ends) if plain.get("direction") == "left" else ends
        labels = [str(each) for each in sequence(plain.get("labels"))] or ["relation"]
        self.relations.append(
            Relation(
                id=f"{source} {target}",
                label=labels[0],
                source=source,
                target=target,
                attributes={"labels": labels} if len(labels) > 1 else {},
                annotator=who,
                place=row.where,
                path=row.path,
            )
        )

    def short(self) -> None:
        """Read a task of the short layout, whose regions stand under the name of their control."""
        for name, items in self.plain.items():
            regions = [item for item in sequence(items) if {"start", "end", "labels"} <= mapping(item).keys()]
            for index, item in enumerate(regions):
                who = self.plain.get("annotator")
                region = {"type": "labels", "from_name": name, "id": f"{name}{index + 1}", "value": item}
                row = Row(region, self.row.where, self.under(f"{name}[{index}]"))
                self.region(row, "", str(who) if who is not None else None, {})

    def attach(self) -> None:
        """Attach to each region what is said of it; what is said of the text as a whole is an annotation of its own."""
        for region_id, row, name, said in self.about:
            spot = next(
                (
                    (key, index)
                    for key, own in self.annotations.items()
                    for index, each in enumerate(own)
                    if each.id == region_id
                ),
                None,
            )
            value = said[0] if isinstance(said, list) and len(said) == 1 else said
            if spot:
                key, index = spot
                each = self.annotations[key][index]
                self.annotations[key][index] = attrs.evolve(each, attributes={**each.attributes, name: value})
                self.joined.append((BESIDE, row.where))
            else:
                key = self.text_key(str(mapping(row.value).get("to_name"))) or ""
                whole = Annotation(id=region_id, label=name, attributes={name: value}, place=row.where, path=row.path)
                self.annotations.setdefault(key, []).append(whole)


def said_by(kind: str, value: dict[str, Any]) -> Any:  # noqa: ANN401  (plain data)
    """Return what a result says beside its region.

    >>> said_by("choices", {"start": 3, "choices": ["direct"]}), said_by("textarea", {"text": ["No toll."]})
    (['direct'], ['No toll.'])
    """
    if kind in value:
        return value[kind]
    if isinstance(value.get("text"), list):
        return value["text"]
    return {key: item for key, item in value.items() if key not in PLACES}


def annotator_of(plain: dict[str, Any], *, is_draft: bool) -> str | None:
    """Return who made an annotation or a prediction.

    >>> annotator_of({"completed_by": {"id": 3, "email": "ana@veld.example"}}, is_draft=False)
    'ana@veld.example'
    """
    if is_draft:
        return f"model {plain.get('model_version') or 'unknown'}"
    who = plain.get("completed_by")
    if isinstance(who, dict):
        who = mapping(who).get("email") or mapping(who).get("id")
    return str(who) if isinstance(who, str | int) and not isinstance(who, bool) and who != "" else None
