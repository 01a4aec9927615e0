"""Speeches in files of plain text: the source and the verbatim statement of each."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from diplo_events.errors import Location, NotReadableError, Problem
from diplo_events.formats.located import read_text
from diplo_events.importers._counting import Counting
from diplo_events.model import OPEN, Source, Span, Statement
from diplo_events.model.ids import LanguageTag, RecordId, Sha256, StatementId
from diplo_events.vocab import Medium, QuotationMode, SourceKind

__all__ = ["speech", "text_of", "texts_in"]

NOT_UTF8: Final = "the text is not UTF-8"
EMPTY: Final = "the text is empty"


def texts_in(path: str | Path) -> Iterator[Path]:
    """List the texts of a folder and the folders in it by name, or the one text that a path is.

    Raises:
        NotReadableError: a folder has none.
        OSError: it cannot be read.
    """
    place = Path(path)
    if not place.is_dir():
        yield place
        return
    found = sorted(file for file in place.rglob("*.txt") if file.is_file() and not file.name.startswith("."))
    if not found:
        problem = Problem(expected="texts (*.txt) in the folder", found="none", location=Location(str(path)))
        raise NotReadableError([problem])
    yield from found


def text_of(file: Path, counting: Counting) -> str | None:
    """Return a text as `check` reads it, or `None` and a refusal if it is none."""
    where = Location(str(file), 1)
    try:
        text = read_text(file)
    except NotReadableError as error:
        first = error.problems[0]
        counting.refused(NOT_UTF8, first.location or where, first.found, damaged=True)
        return None
    if not text.strip("\ufeff \t\r\n"):
        counting.refused(EMPTY, where, damaged=True)
        return None
    return text


def speech(key: str, text: str, source: dict[str, Any], statement: dict[str, Any]) -> tuple[Source, Statement]:
    """Return the source of a speech and the statement that it is: one passage, from its first word to its last."""
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    made = Source(
        **source,
        kind=SourceKind.TRANSCRIPT,
        language=LanguageTag("en"),
        sha256=Sha256(hashlib.sha256(text.encode()).hexdigest()),
        length=len(text),
    )
    words = Statement(
        **statement,
        id=StatementId(RecordId(f"{key}/speech")),
        source=made.id,
        spans=(Span(start=start, end=len(text.rstrip())),),
        acts=OPEN,
        mode=QuotationMode.VERBATIM,
        summary=OPEN,
        medium=Medium.SPEECH,
    )
    return made, words
