"""doccano: texts with passages, relations and categories, one object of JSON on each line.

Its three layouts are read: `entities` and `relations`, pairs of offsets under `label`, and `annotations` of older
versions, whose labels are numbers. A folder with a file for each member of a project, as doccano exports it, gives a
coding for each. doccano writes no words beside its offsets; it counts code points, and a text in which other rules of
counting would put a passage elsewhere is listed as unproven. Source: https://doccano.github.io/doccano/
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs

from diplo_events.errors import Location, Problem
from diplo_events.importers._annotated_records import import_texts
from diplo_events.importers._annotations import AnnotatedText, Annotation, Refused, Relation
from diplo_events.importers._files import annotation_files
from diplo_events.importers._json_files import Row, mapping, number, read_rows, refused, rows_of, sequence
from diplo_events.importers._maps import COMMON, LabelMap, map_of
from diplo_events.importers._report import Imported

__all__ = ["read"]

SUFFIXES: Final = (".jsonl", ".json")

TRIPLE: Final = 3
"""How many values a passage has in the layout of lists: start, end and label."""

KNOWN: Final = ("id", "text", "data", "label", "labels", "entities", "relations", "annotations", "cats")
"""The keys of a line that are not said of the text."""


def read(path: str | Path, *, mapping: str | Path | LabelMap | None = None) -> Imported:
    """Return the records of a file of doccano, or of all in a folder, with the report.

    Args:
        path: A file of JSON Lines, or a folder with one for each annotator.
        mapping: The map of the project, or its file; by default labels that are types of records, and names.

    Raises:
        NotReadableError: a file is not JSON.
        OSError: a file cannot be read.
    """
    return import_texts(documents(path), map_of(mapping, COMMON), tool="doccano")


def documents(path: str | Path) -> Iterator[AnnotatedText]:
    """Return the texts; what several annotators made of one text is together."""
    files = annotation_files(path, SUFFIXES)
    by_text: dict[tuple[str, int], list[AnnotatedText]] = {}
    lost: list[Refused] = []
    for file in files:
        annotator = file.stem if len(files) > 1 else None
        times: Counter[str] = Counter()
        for index, row in enumerate(row for whole in read_rows(file) for row in rows_of(whole)):
            content = mapping(row.value).get("text", mapping(row.value).get("data"))
            if isinstance(row.value, Problem) or not isinstance(content, str):
                lost.append(refused(row, "an object with a text"))
                continue
            name = f"{file.stem} {mapping(row.value).get('id', index + 1)}"
            times[content] += 1
            by_text.setdefault((content, times[content]), []).append(Line(row, name, content, annotator).text())
    for same in by_text.values():
        first, *others = same
        yield attrs.evolve(
            first,
            annotations=tuple(each for text in same for each in text.annotations),
            relations=tuple(each for text in same for each in text.relations),
            refused=(*(each for text in same for each in text.refused), *lost),
            joined=tuple(("a text that stands in the file before", text.place) for text in others),
        )
        lost = []
    if lost:
        yield AnnotatedText(
            name=Path(path).stem, text=None, is_text=False, refused=tuple(lost), place=Location(str(path))
        )


class Line:
    """One line: a text with what was annotated in it."""

    def __init__(self, row: Row, name: str, content: str, annotator: str | None) -> None:
        self.row = row
        self.name = name
        self.content = content
        self.annotator = annotator
        self.prefix = f"{annotator}/" if annotator else ""
        self.annotations: list[Annotation] = []
        self.refused: list[Refused] = []

    def text(self) -> AnnotatedText:
        """Return the text with its annotations."""
        plain = mapping(self.row.value)
        for key in ("entities", "annotations", "label", "labels"):
            for index, item in enumerate(sequence(plain.get(key))):
                self.item(Row(item, self.row.where, f"{key}[{index}]"), f"{key[0]}{index + 1}")
        if isinstance(label := plain.get("label"), str) and label.strip():
            self.category(Row(label, self.row.where, "label"), "l1", label)
        for index, (name, value) in enumerate(mapping(plain.get("cats")).items()):
            if value in (1, True):
                self.category(Row(name, self.row.where, f"cats.{name}"), f"c{index + 1}", str(name))
        return AnnotatedText(
            name=self.name,
            text=self.content,
            annotations=tuple(self.annotations),
            relations=tuple(self.relations(plain)),
            refused=tuple(self.refused),
            extra={"doccano": rest} if (rest := self.rest(plain)) else {},
            place=self.row.where,
        )

    def rest(self, plain: dict[str, Any]) -> dict[str, Any]:
        """Return what is said of the text itself: what makes no annotation, with scores that leave a category open."""
        rest = {name: value for name, value in plain.items() if name not in KNOWN or name == "id"}
        scores = {name: value for name, value in mapping(plain.get("cats")).items() if value not in (1, True)}
        return {**rest, "cats": scores} if scores else rest

    def item(self, row: Row, key: str) -> None:
        """Read one annotation: an object, a list of start, end and label, or a category of the text."""
        value: Any = row.value
        if isinstance(value, str | int) and not isinstance(value, bool):
            self.category(row, key, str(value))
            return
        if isinstance(value, list) and len(value) == TRIPLE:
            value = {"start_offset": value[0], "end_offset": value[1], "label": value[2]}
        plain = mapping(value)
        label = plain.get("label")
        start, end = number(plain.get("start_offset")), number(plain.get("end_offset"))
        if "start_offset" not in plain and isinstance(label, str | int) and plain:
            self.category(row, key, str(label))
            return
        if start is None or end is None or not isinstance(label, str | int) or isinstance(label, bool):
            self.refused.append(refused(row, "an annotation with start_offset, end_offset and label"))
            return
        known = {"id", "start_offset", "end_offset", "label", "user"}
        user = plain.get("user")
        annotator = self.annotator or (str(user) if isinstance(user, str | int) else None)
        self.annotations.append(
            Annotation(
                id=f"{self.prefix}{plain.get('id', key)}",
                label=str(label),
                offsets=((start, end),),
                attributes={name: item for name, item in plain.items() if name not in known},
                annotator=annotator,
                place=row.where,
                path=row.path,
            )
        )

    def category(self, row: Row, key: str, label: str) -> None:
        """Keep a category of the text as a whole."""
        annotation = Annotation(
            id=f"{self.prefix}{key}", label=label, annotator=self.annotator, place=row.where, path=row.path
        )
        self.annotations.append(annotation)

    def relations(self, plain: dict[str, Any]) -> Iterator[Relation]:
        """Return the relations."""
        for index, item in enumerate(sequence(plain.get("relations"))):
            row = Row(item, self.row.where, f"relations[{index}]")
            link = mapping(item)
            if not {"from_id", "to_id", "type"} <= link.keys():
                self.refused.append(refused(row, "a relation with from_id, to_id and type"))
                continue
            yield Relation(
                id=f"{self.prefix}r{link.get('id', index + 1)}",
                label=str(link["type"]),
                source=f"{self.prefix}{link['from_id']}",
                target=f"{self.prefix}{link['to_id']}",
                annotator=self.annotator,
                place=row.where,
                path=row.path,
            )
