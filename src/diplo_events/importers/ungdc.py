"""The UN General Debate Corpus: one text for each speech, named `ISO3_session_year.txt`, in a folder of sessions.

Each text is a source, and one verbatim statement of the state in whose name it is: from its first word to its last.
Faults of the scan are kept, as the passages refer to the text as it is. Acts and summaries are open.

Source: Jankin, Baturo & Dasandi, UN General Debate Corpus 1946-, Harvard Dataverse, doi:10.7910/DVN/0TJX8Y, CC0.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import Location
from diplo_events.importers._counting import Counting
from diplo_events.importers._event_parties import EventParties
from diplo_events.importers._ids import AnyId
from diplo_events.importers._report import Imported
from diplo_events.importers._speech_texts import speech, text_of, texts_in
from diplo_events.model import Actor
from diplo_events.schema import Record
from diplo_events.vocab import ActorKind

__all__ = ["read"]

NAME: Final = re.compile(r"([A-Z]{2,3})_([0-9]{1,3})_([0-9]{4})")
"""The name of a text: the code of a state, the number of the session, the year."""

NOT_NAMED: Final = "the name of the file is not ISO3_session_year.txt"
TWICE: Final = "a speech of that state, session and year was read before"
FIRST_YEAR: Final = 1946


def read(path: str | Path) -> Imported:
    """Read the texts of a folder and the folders in it, or one text.

    Raises:
        NotReadableError: the folder has no texts.
        OSError: it cannot be read.
    """
    counting = Counting("ungdc", unit="speech")
    records = [counting.record(record) for record in speeches(path, counting)]
    return Imported(dataset=Dataset(records=records), report=counting.report())


def speeches(path: str | Path, counting: Counting) -> Iterator[Record]:
    """Yield the records of all speeches."""
    parties = EventParties("ungdc")
    seen: set[str] = set()
    for file in texts_in(path):
        counting.rows += 1
        where = Location(str(file))
        match = NAME.fullmatch(file.stem)
        if not match or int(match[3]) < FIRST_YEAR:
            counting.refused(NOT_NAMED, where, file.name)
            continue
        code, session, year = match.groups()
        key = f"ungdc/{code.lower()}-{int(session)}-{year}"
        if key in seen:
            counting.refused(TWICE, where, file.name, damaged=True)
            continue
        text = text_of(file, counting)
        if text is None:
            continue
        seen.add(key)
        speaker = parties.member_state(code, "")
        assembly = parties.once("ungdc/general-assembly", "", general_assembly)
        when = EventDate.parse(year)
        identifiers = {"ungdc": file.stem, "session": str(int(session))}
        title = f"General debate, session {int(session)}, {year}: {code}"
        source: dict[str, Any] = {"id": key, "title": title, "dated": when, "identifiers": identifiers}
        made = speech(key, text, source, {"speakers": (speaker,), "audience": (assembly,), "when": when})
        yield from parties.new
        parties.new.clear()
        yield from made
        counting.made()
    parties.close()


def general_assembly(key: AnyId) -> Record:
    """Return the General Assembly, to whom the speeches are made."""
    return Actor(id=key, name="General Assembly", kind=ActorKind.INTERNATIONAL_ORGANIZATION)
