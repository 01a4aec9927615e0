"""langextract: texts with what a model extracted from them, one object of JSON on each line.

An extraction that langextract has not found in the text, or only in part or nearly, has no passage that could be
proven: it is refused. The words of the others are compared with the text as langextract does, without regard to case
and white space. All records are marked as drafts of a model. Source: https://github.com/google/langextract
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from diplo_events.errors import Location
from diplo_events.importers._annotated_records import import_texts
from diplo_events.importers._annotations import AnnotatedText, Annotation, Refused
from diplo_events.importers._files import annotation_files
from diplo_events.importers._json_files import Row, mapping, number, read_rows, refused, rows_of, sequence
from diplo_events.importers._maps import COMMON, LabelMap, map_of
from diplo_events.importers._report import Imported

__all__ = ["read"]

EXACT: Final = "match_exact"
NOT_FOUND: Final = "langextract has not found its words in the text"
NEARLY: Final = "langextract has found its words only in part or nearly"

KEPT: Final = ("extraction_index", "group_index", "description", "alignment_status")
"""What is kept of an extraction beside its attributes."""


def read(path: str | Path, *, mapping: str | Path | LabelMap | None = None) -> Imported:
    """Return the records of a file of langextract, or of all in a folder, with the report.

    Args:
        path: A file of JSON Lines, or a folder with such files.
        mapping: The map of the project, or its file; by default classes that are types of records, and names.

    Raises:
        NotReadableError: a file is not JSON.
        OSError: a file cannot be read.
    """
    return import_texts(documents(path), map_of(mapping, COMMON), tool="langextract")


def loose_words(words: str, fragments: Sequence[str]) -> bool:
    """Whether words are those of the text apart from case and white space.

    >>> loose_words("No  toll", ["no toll"]), loose_words("toll", ["tolls"])
    (True, False)
    """
    return words.casefold().split() == " ".join(fragments).casefold().split()


def documents(path: str | Path) -> Iterator[AnnotatedText]:
    """Return the texts with their extractions."""
    for file in annotation_files(path, (".jsonl", ".json")):
        lost: list[Refused] = []
        for index, row in enumerate(row for whole in read_rows(file) for row in rows_of(whole)):
            plain = mapping(row.value)
            if not isinstance(plain.get("text"), str):
                lost.append(refused(row, "an object with a text and extractions"))
            else:
                yield document(row, f"{plain.get('document_id') or f'{file.stem} {index + 1}'}")
        if lost:
            yield AnnotatedText(
                name=file.stem, text=None, is_text=False, refused=tuple(lost), place=Location(str(file))
            )


def document(row: Row, name: str) -> AnnotatedText:
    """Return a text with its extractions."""
    plain = mapping(row.value)
    annotations: list[Annotation] = []
    gone: list[Refused] = []
    for index, item in enumerate(sequence(plain.get("extractions"))):
        own = Row(item, row.where, f"{row.path}.extractions[{index}]".removeprefix("."))
        result = extraction(own, index)
        if isinstance(result, Annotation):
            annotations.append(result)
        else:
            gone.append(result)
    rest = {key: value for key, value in plain.items() if key not in {"text", "extractions"}}
    return AnnotatedText(
        name=name,
        text=str(plain["text"]),
        annotations=tuple(annotations),
        refused=tuple(gone),
        extra={"langextract": rest} if rest else {},
        place=row.where,
        path=row.path,
        same=loose_words,
    )


def extraction(row: Row, index: int) -> Annotation | Refused:
    """Return an extraction, or why it is refused."""
    plain = mapping(row.value)
    label, words, spot = (
        plain.get("extraction_class"),
        plain.get("extraction_text"),
        mapping(plain.get("char_interval")),
    )
    if not isinstance(label, str) or not isinstance(words, str):
        return refused(row, "an extraction with extraction_class and extraction_text")
    start, end = number(spot.get("start_pos")), number(spot.get("end_pos"))
    if start is None or end is None:
        return refused(row, "a char_interval with start_pos and end_pos", NOT_FOUND, words)
    if plain.get("alignment_status", EXACT) != EXACT:
        return refused(row, f"alignment_status {EXACT}", NEARLY, f"{plain['alignment_status']}: {words}")
    return Annotation(
        id=f"e{index + 1}",
        label=label,
        offsets=((start, end),),
        words=words,
        attributes=mapping(plain.get("attributes")),
        place=row.where,
        path=row.path,
        extra={
            "langextract": {key: plain[key] for key in KEPT if plain.get(key) is not None},
            "draft": {"by": "model"},
        },
    )
