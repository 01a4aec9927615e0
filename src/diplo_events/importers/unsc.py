"""The UN Security Council Debates: one text for each speech, `UNSC_year_SPV.number_spchnumber.txt`, with a table.

Each text is a source, and one verbatim statement. Who speaks, for whom and on which day stands in `speaker.tsv` beside
the folder of the texts, or in it; without it the speaker is open. Each text belongs to the document of its meeting.

Source: Schoenfeld, Eckhard, Patz, van Meegdenburg & Pires, The UN Security Council Debates (2019),
Harvard Dataverse, doi:10.7910/DVN/KGVSYH, CC0.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import Location
from diplo_events.importers._counting import Counting
from diplo_events.importers._days import day_of
from diplo_events.importers._event_parties import EventParties
from diplo_events.importers._report import Imported
from diplo_events.importers._speech_texts import speech, text_of, texts_in
from diplo_events.importers._tab_table import tab_rows
from diplo_events.model import OPEN, Document
from diplo_events.schema import Record
from diplo_events.vocab import DocumentKind

__all__ = ["read"]

NAME: Final = re.compile(r"UNSC_([0-9]{4})_SPV\.([0-9]+)((?:Resumption|Res|R)?[0-9.A-Za-z-]*)_spch([0-9]+)")
"""The name of a text: the year, the number of the meeting, the number of the speech."""

NOT_NAMED: Final = "the name of the file is not UNSC_year_SPV.number_spchnumber.txt"
NO_ROW: Final = "speaker.tsv has no row for the text"
TWO_ROWS: Final = "speaker.tsv has a row for the text before this one"
NO_TEXT: Final = "a row of speaker.tsv has no text"

TABLES: Final = ("speaker.tsv", "speakers.tsv", "speeches.tsv")
FILE_COLUMNS: Final = ("filename", "file", "speech_filename", "text", "speech_id")
"""The columns that may name the text of a row."""

EMPTY: Final = frozenset({"", "NA", "nan"})


def read(path: str | Path) -> Imported:
    """Read the texts of a folder and the folders in it, with the table of the speakers where there is one.

    Raises:
        NotReadableError: the folder has no texts, or the table has no header.
        OSError: it cannot be read.
    """
    counting = Counting("unsc", unit="speech")
    records = [counting.record(record) for record in speeches(path, counting)]
    return Imported(dataset=Dataset(records=records), report=counting.report())


def speeches(path: str | Path, counting: Counting) -> Iterator[Record]:
    """Yield the records of all speeches."""
    parties = EventParties("unsc")
    table, rows = speaker_rows(Path(path), counting)
    for file in texts_in(path):
        counting.rows += 1
        where = Location(str(file))
        match = NAME.fullmatch(file.stem)
        if not match:
            counting.refused(NOT_NAMED, where, file.name)
            continue
        text = text_of(file, counting)
        if text is None:
            continue
        year, meeting, part, number = match.groups()
        row = dict(rows.pop(file.stem, {}))
        if table and not row:
            counting.defect(NO_ROW, where, file.name)
        symbol = f"S/PV.{meeting}{part}"
        fields = row_fields(row, parties, counting)
        key = f"unsc/{meeting}{part.lower()}-{year}/{int(number)}"
        minutes = parties.once(f"unsc/pv/{meeting}{part.lower()}", symbol, minutes_of(symbol))
        when = fields.pop("when", None) or EventDate.parse(year)
        source = {
            "id": key,
            "title": f"{symbol}, speech {int(number)}",
            "dated": when,
            "document": minutes,
            "excerpt": True,
            "identifiers": {"unsc": file.stem},
        }
        extra = {"extra": {"unsc": row}} if row else {}
        made = speech(key, text, source, {"speakers": OPEN, "when": when, **fields, **extra})
        yield from parties.new
        parties.new.clear()
        yield from made
        counting.made()
    for stem, row in rows.items():
        counting.defect(NO_TEXT, Location(str(table), int(row["line"])), stem)
    parties.close()


def row_fields(row: dict[str, str], parties: EventParties, counting: Counting) -> dict[str, Any]:
    """Return the fields of a statement that a row of the table fills, and take them out of the row."""
    fields: dict[str, Any] = {}
    row.pop("line", None)
    country = next((name for name in ("country", "country_org") if row.get(name)), None)
    state = parties.member_state("", row[country]) if country else None
    if speaker := row.get("speaker"):
        fields["speakers"] = (parties.named_actor(speaker),)
        if state:
            fields["on_behalf_of"] = (state,)
    elif state:
        fields["speakers"] = (state,)
    if day := day_of(row.get("date", ""), day_first=None):
        fields["when"] = day.date
    taken = [name for name in ("speaker", country, "date" if "when" in fields else None) if name and row.get(name)]
    for name in taken:
        row.pop(name)
        counting.fields[name] += 1
    for name in row:
        counting.extra[name] += 1
    return fields


def speaker_rows(path: Path, counting: Counting) -> tuple[Path | None, dict[str, dict[str, str]]]:
    """Return the table of the speakers, if there is one, and its rows by the name of the text without its suffix."""
    folder = path if path.is_dir() else path.parent
    candidates = (place / name for place in (folder, folder.parent) for name in TABLES)
    table = next((candidate for candidate in candidates if candidate.is_file()), None)
    if table is None:
        return None, {}
    apart = Counting("unsc")  # the rows of the table are not counted as speeches
    found: dict[str, dict[str, str]] = {}
    for line, columns, row in tab_rows(table, (), apart):
        apart.made()
        named = {name.strip('"'): row[place].strip().strip('"') for place, name in columns.others}
        cells = {name: cell for name, cell in named.items() if cell not in EMPTY}
        stem = next((cells[name] for name in FILE_COLUMNS if cells.get(name, "").startswith("UNSC_")), "")
        if not stem:
            stem = next((cell for cell in cells.values() if cell.startswith("UNSC_")), "")
        if stem:
            rest = {name: cell for name, cell in cells.items() if cell != stem}
            if stem.removesuffix(".txt") in found:
                counting.defect(TWO_ROWS, Location(str(table), line), stem)
                continue
            found[stem.removesuffix(".txt")] = {**rest, "line": str(line)}
    for finding in apart.report().findings:
        counting.defect(f"speaker.tsv: {finding.why}", finding.where, finding.found)
    return table, found


def minutes_of(symbol: str) -> Any:  # noqa: ANN401  (what makes a record)
    """Return what makes the document of a meeting: its verbatim record."""

    def make(key: Any) -> Record:  # noqa: ANN401  (the id of a document)
        return Document(id=key, title=symbol, kind=DocumentKind.OTHER, identifiers={"un_symbol": symbol})

    return make
