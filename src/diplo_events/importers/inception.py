"""UIMA CAS as INCEpTION exports it, in JSON or XMI, also zipped: layers of passages, relations and links.

It is read by dkpro-cassis, which turns the UTF-16 offsets of UIMA into code points. XMI needs its type system, the file
`TypeSystem.xml` beside it or in the same archive. In an exported project each person has a file in the folder of the
document, `annotation/talks.txt/ana.json`: these become codings. A CAS keeps no words beside its offsets.
Sources: https://inception-project.github.io and https://github.com/dkpro/dkpro-cassis
"""

import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from diplo_events.errors import Location, MissingExtraError, Problem
from diplo_events.importers._annotated_records import import_texts
from diplo_events.importers._annotations import AnnotatedText, Annotation, Refused, Relation
from diplo_events.importers._files import annotation_files
from diplo_events.importers._json_values import json_value
from diplo_events.importers._maps import COMMON, LabelMap, map_of
from diplo_events.importers._report import Imported

try:
    import cassis  # pyright: ignore[reportMissingTypeStubs]  (it brings none)
except ImportError:
    raise MissingExtraError.of("inception", "reading UIMA CAS") from None

if TYPE_CHECKING:
    from cassis.typesystem import FeatureStructure  # pyright: ignore[reportMissingTypeStubs]  (it brings none)

__all__ = ["read"]

SUFFIXES: Final = (".json", ".xmi", ".zip")
FOLDERS: Final = ("annotation", "curation", "annotation_ser", "curation_ser")
TYPE_SYSTEM: Final = "typesystem.xml"
ANNOTATION: Final = "uima.tcas.Annotation"
NAMED_ENTITY: Final = "NamedEntity"

SEGMENTATION: Final = (
    *("Sentence", "Token", "Paragraph", "DocumentMetaData", "DocumentAnnotation", "TagsetDescription"),
    *("CASMetadata", "LayerDefinition", "FeatureDefinition"),
)
"""The types of what the tool keeps of the text itself."""

RENAMED: Final = {"type_": "type", "self_": "self"}
"""How cassis calls features whose names Python has for something else."""

OWN_FEATURES: Final = ("begin", "end", "sofa", "xmiID")


class Part(NamedTuple):
    """A CAS, and whose it is."""

    document: str
    """The name of the document."""
    annotator: str | None
    """Who annotated it, if the folders say so."""
    content: bytes
    """The CAS."""
    suffix: str
    """Its form: `.json` or `.xmi`."""
    types: bytes | None
    """The type system of XMI."""
    where: Location
    """The file."""


def read(path: str | Path, *, mapping: str | Path | LabelMap | None = None) -> Imported:
    """Return the records of a CAS, of an archive, or of all in the folders of an exported project.

    Args:
        path: A file `.json`, `.xmi` or `.zip`, or a folder with such files.
        mapping: The map of the project, or its file, with layers as labels and features as attributes.

    Raises:
        NotReadableError: there is no such file in the folder.
        OSError: a file cannot be read.
        MissingExtraError: dkpro-cassis is not installed.
    """
    return import_texts(documents(path), map_of(mapping, COMMON), tool="inception")


def documents(path: str | Path) -> Iterator[AnnotatedText]:
    """Return the texts; what several people made of one text is together."""
    by_text: dict[tuple[str, str], list[AnnotatedText]] = {}
    lost: list[Refused] = []
    for file in annotation_files(path, SUFFIXES):
        for part in parts_of(file):
            result = annotated(part)
            if isinstance(result, Refused):
                lost.append(result)
            else:
                by_text.setdefault((part.document, result.text or ""), []).append(result)
    for same in by_text.values():
        first, *others = same
        yield attrs.evolve(
            first,
            annotations=tuple(each for text in same for each in text.annotations),
            relations=tuple(each for text in same for each in text.relations),
            joined=(
                *(each for text in same for each in text.joined),
                *(("the text of another annotator's file", text.place) for text in others),
            ),
            defects=tuple(each for text in same for each in text.defects),
        )
    if lost:
        yield AnnotatedText(name="lost", text=None, is_text=False, refused=tuple(lost), place=Location(str(path)))


def parts_of(file: Path) -> Iterator[Part]:
    """Return the CAS in a file, or those in an archive."""
    in_project = file.parent.parent.name in FOLDERS
    document = file.parent.name if in_project else file.stem
    annotator = file.stem if in_project else None
    where = Location(str(file))
    if file.suffix.lower() != ".zip":
        beside = next((each for each in file.parent.iterdir() if each.name.lower() == TYPE_SYSTEM), None)
        types = beside.read_bytes() if beside else None
        yield Part(document, annotator, file.read_bytes(), file.suffix.lower(), types, where)
        return
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            types = next((archive.read(name) for name in names if name.lower().endswith(TYPE_SYSTEM)), None)
            for name in names:
                inner = Path(name)
                if inner.suffix.lower() in {".json", ".xmi"}:
                    own = inner.parent.parent.name in FOLDERS
                    yield Part(
                        inner.parent.name if own else document if in_project else inner.stem,
                        inner.stem if own else annotator,
                        archive.read(name),
                        inner.suffix.lower(),
                        types,
                        Location(f"{file}/{name}"),
                    )
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        yield Part(document, annotator, str(error).encode("utf-8", "surrogatepass"), "", None, where)


def annotated(part: Part) -> AnnotatedText | Refused:
    """Return the text of a CAS with its annotations, or why it is refused."""

    def refusal(expected: str, found: str) -> Refused:
        problem = Problem(expected=expected, found=found, location=part.where)
        return Refused(reason="the file is not a CAS that can be read", problem=problem)

    if not part.suffix:
        return refusal("an archive", part.content.decode())
    if part.suffix == ".xmi" and part.types is None:
        return refusal("the file TypeSystem.xml beside it", "none")
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            cas = load(part)
            text = cas.sofa_string
            rows = list(cas.select_all()) if isinstance(text, str) else []
    except Exception as error:  # noqa: BLE001  (cassis raises whatever its parsers raise)
        return refusal("a CAS", f"{type(error).__name__}: {error}"[:200])
    if not isinstance(text, str):
        return refusal("a CAS with a text", "none")
    unmapped = next((str(each.message) for each in warned if "offset" in str(each.message)), None)
    if unmapped:  # cassis leaves such an offset as it is, and it would count something else
        return refusal("offsets at which a character of the text begins", unmapped)
    return Cas(part, text, rows).text()


def load(part: Part) -> cassis.Cas:
    """Return the CAS of a file."""
    if part.suffix == ".json":
        json_value(part.content.decode("utf-8-sig"))  # as no key may stand twice
        return cassis.load_cas_from_json(io.BytesIO(part.content))
    types = cassis.load_typesystem(io.BytesIO(part.types or b""))
    return cassis.load_cas_from_xmi(io.BytesIO(part.content), typesystem=types)


class Cas:
    """The annotations of one CAS."""

    def __init__(self, part: Part, text: str, rows: "Sequence[FeatureStructure]") -> None:
        self.part = part
        self.content = text
        self.prefix = f"{part.annotator}/" if part.annotator else ""
        self.rows = rows
        self.ids = {id(row): f"{self.prefix}{short(row)} {number}" for number, row in enumerate(rows, start=1)}
        self.relations: list[Relation] = []

    def text(self) -> AnnotatedText:
        """Return the text with its annotations."""
        segments = [row for row in self.rows if short(row) in SEGMENTATION]
        others = [row for row in self.rows if short(row) not in SEGMENTATION]
        annotations = [each for row in others if (each := self.annotation(row))]
        return AnnotatedText(
            name=self.part.document,
            text=self.content,
            annotations=tuple(annotations),
            relations=tuple(self.relations),
            joined=tuple(("the segmentation of the text by the tool", self.part.where) for _ in segments),
            place=self.part.where,
            rules=("code points",),
        )

    def annotation(self, row: "FeatureStructure") -> Annotation | None:
        """Return an annotation; keep the relations that it is or has."""
        features = {
            RENAMED.get(feature.name, feature.name): value
            for feature in row.type.all_features
            if feature.name not in OWN_FEATURES and (value := row.get(feature.name)) is not None
        }
        plain = {name: value for name, value in features.items() if isinstance(value, str | int | float | bool)}
        if {"Governor", "Dependent"} <= features.keys():
            ends = self.id_of(features["Governor"]), self.id_of(features["Dependent"])
            self.relate(row, next((str(v) for v in plain.values() if isinstance(v, str)), short(row)), ends, plain)
            return None
        for name, value in features.items():
            for role, target in targets(name, value):
                self.relate(row, role, (self.ids[id(row)], self.id_of(target)), {}, is_row=False)
        begin, end = row.get("begin"), row.get("end")
        label = str(plain["value"]) if short(row) == NAMED_ENTITY and "value" in plain else short(row)
        return Annotation(
            id=self.ids[id(row)],
            label=label,
            offsets=((begin, end),) if isinstance(begin, int) and isinstance(end, int) else (),
            attributes=plain,
            annotator=self.part.annotator,
            place=self.part.where,
            path=self.ids[id(row)],
        )

    def id_of(self, row: object) -> str:
        """Return the id of an annotation."""
        return self.ids.get(id(row), "an annotation out of the index")

    def relate(
        self,
        row: "FeatureStructure",
        label: str,
        ends: tuple[str, str],
        attributes: Mapping[str, Any],
        *,
        is_row: bool = True,
    ) -> None:
        """Keep a relation."""
        self.relations.append(
            Relation(
                id=self.ids[id(row)] if is_row else f"{ends[0]} {label} {ends[1]}",
                label=label,
                source=ends[0],
                target=ends[1],
                attributes=attributes,
                annotator=self.part.annotator,
                place=self.part.where,
                path=self.ids[id(row)],
                is_row=is_row,
            )
        )


def short(row: "FeatureStructure") -> str:
    """Return the name of the type of an annotation without those of its packages."""
    return str(row.type.name).rpartition(".")[2]


def targets(name: str, value: object) -> Iterator[tuple[str, object]]:
    """Return the annotations to which a feature leads, each with its role: links have one of their own."""
    items = getattr(value, "elements", None)
    for each in items if isinstance(items, list) else [value]:
        target = getattr(each, "target", None)
        if target is not None and hasattr(each, "role"):
            yield str(getattr(each, "role", None) or name), target
        elif hasattr(each, "begin") and hasattr(each, "type"):
            yield name, each
