"""Any damage to a source of any format: it is refused as a whole and named, or each of its rows is accounted for."""

import copy
import csv
import io
import json
import re
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

import profiles
from annotated_text import TEXT, adds_up, passages, span
from damaged_sources import (
    CAS,
    DATABASE,
    SPEAKERS,
    SPEECH,
    TABLE,
    Damage,
    damaged_bytes,
    damaged_database,
    database_damage,
)
from diplo_events import NotReadableError
from diplo_events.formats._record_lines import record_line
from diplo_events.importers import IMPORTERS, Imported, import_from, stream_from
from source_rows import (
    ACLED,
    ICEWS_HEADER,
    ICEWS_MEETING,
    ICOW,
    PAX,
    POLECAT_COLUMNS,
    UCDP,
    VOTE,
    gdelt_row,
    gkg_row,
    icews_row,
    mention_row,
    polecat_row,
)

NO_TOLL, BRINK = span("no toll"), span("Oda Brink")
PLOVER_EVENT: Final = {
    "id": "1",
    "date": "2020-01-01",
    "source": [{"code": "NOR", "identifier_text": "Norway"}],
    "recipient": [{"code": "FRA"}],
    "event": ["REJECT", "CONSULT"],
    "event_loc": {"name": "Oslo", "latitude": 59.9, "longitude": 10.7},
    "cite_info": {"url": "https://example.org/a", "title": "A", "published": "2020-01-02"},
}
LABELS: Final = [
    {"id": "a", "from_name": "s", "to_name": "t", "type": "labels", "value": {}},
    {"id": "b", "from_name": "s", "to_name": "t", "type": "labels", "value": {}},
    {"from_id": "a", "to_id": "b", "type": "relation", "labels": ["speakers"]},
]
for item, (place, label) in zip(LABELS, ((NO_TOLL, "statement"), (BRINK, "actor")), strict=False):
    item["value"] = {"start": place[0], "end": place[1], "text": TEXT[slice(*place)], "labels": [label]}
JSON: Final[dict[str, Any]] = {
    "plover": PLOVER_EVENT,
    "doccano": {
        "id": 1,
        "text": TEXT,
        "entities": [
            {"id": 1, "label": "statement", "start_offset": NO_TOLL[0], "end_offset": NO_TOLL[1]},
            {"id": 2, "label": "actor", "start_offset": BRINK[0], "end_offset": BRINK[1]},
        ],
        "relations": [{"id": 3, "from_id": 1, "to_id": 2, "type": "speakers"}],
        "Comments": ["a"],
    },
    "label_studio": [
        {"id": 1, "data": {"text": TEXT}, "annotations": [{"id": 2, "completed_by": 1, "result": LABELS}]}
    ],
    "langextract": {
        "document_id": "veld",
        "text": TEXT,
        "extractions": [
            {
                "extraction_class": "statement",
                "extraction_text": "no toll",
                "char_interval": {"start_pos": NO_TOLL[0], "end_pos": NO_TOLL[1]},
                "alignment_status": "match_exact",
                "attributes": {"summary": "No toll.", "when": "2031-05-13", "acts": ["reject"], "speakers": "brink"},
            }
        ],
    },
    "inception": CAS,
    "web_annotation": {
        "id": "a1",
        "uri": "https://example.org/veld",
        "user": "acct:ana@hypothes.is",
        "tags": ["statement"],
        "target": [
            {
                "source": "https://example.org/veld",
                "selector": [{"type": "TextQuoteSelector", "exact": "no toll", "prefix": "said “"}],
            }
        ],
    },
}
WRONG: Final = (None, True, -1, 10**30, float("inf"), "", "\0", "\ud800", "x y", [], {}, [[]], {"a": [1]}, "9" * 400)


def commas(row: dict[str, str]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([row.keys(), row.values(), row.values()])
    return text.getvalue()


TEXTS: Final = {
    "acled": commas(ACLED),
    "gdelt": f"{gdelt_row()}\n{gdelt_row(GLOBALEVENTID='78')}",
    "gdelt_gkg": gkg_row(),
    "gdelt_mentions": mention_row(),
    "icews": "\n".join([ICEWS_HEADER, icews_row(), *ICEWS_MEETING]),
    "icow": commas(ICOW),
    "pax": commas(PAX),
    "polecat": "\n".join(["\t".join(POLECAT_COLUMNS), polecat_row(), polecat_row(Event_ID="x_AID", Event_Type="AID")]),
    "ucdp": commas(UCDP),
    "undl_votes": commas(VOTE),
    "webanno": TABLE,
    "brat": f"T1\tstatement {NO_TOLL[0]} {NO_TOLL[1]}\tno toll\nE1\tstatement:T1\nA1\tsure E1\n#1\tNote T1\tso\n",
    **{name: json.dumps(value) for name, value in JSON.items()},
}
CELLS: Final = ("", "NaN", "-1", "1e309", "12/31/2018", "2018-13-45", "x" * 3000, "\0", "\u202eevil", "9" * 20, '"')


@st.composite
def damaged_json(draw: st.DrawFn, value: Any) -> bytes:
    """Draw a source in which one or two values anywhere are of another kind, or missing."""
    whole = copy.deepcopy(value)
    for _ in range(draw(st.integers(1, 2))):
        place, parent, key = whole, None, None
        while isinstance(place, dict | list) and place and (parent is None or draw(st.integers(0, 3))):
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            parent, key = place, draw(st.sampled_from(keys))
            place = place[key]
        if parent is not None:
            parent[key] = copy.deepcopy(draw(st.sampled_from(WRONG)))
    return json.dumps(whole).encode()


@st.composite
def damaged_text(draw: st.DrawFn, text: str) -> bytes:
    """Draw a source that was cut, mixed up, or saved by another program."""
    lines = text.split("\n")
    line = draw(st.integers(0, len(lines) - 1))
    mark = "\t" if "\t" in text else ","
    how = draw(st.integers(0, 9))
    if how <= 3:
        cells = lines[line].split(mark)
        cells[draw(st.integers(0, len(cells) - 1))] = draw(st.sampled_from(CELLS))
        lines[line] = mark.join(cells)
    elif how == 4:
        lines[line] = lines[line][: draw(st.integers(0, len(lines[line])))]
    elif how == 5:
        lines[line] += draw(st.sampled_from([mark, f"{mark}more", " "]))
    elif how == 6:
        lines.append(lines[line])
    content = "\n".join(lines).encode()
    if how == 7:
        return b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")
    if how == 8:
        return "\n".join(lines).encode("utf-16")
    if how == 9:
        place = draw(st.integers(0, len(content)))
        return content[:place] + draw(st.binary(min_size=1, max_size=2)) + content[place + 1 :]
    return content


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("damage")
    (made / "texts").mkdir()
    (made / "texts" / "veld.txt").write_bytes(TEXT.encode())
    return made


def test_each_source_is_whole_before_it_is_damaged(folder: Path) -> None:
    for name, text in TEXTS.items():
        found = import_from(name, written(folder, name, text.encode()), **options(folder, name))
        assert adds_up(found), name
        assert found.report.made, name


def written(folder: Path, name: str, content: bytes) -> Path:
    """Write a source, under the name that goes with the text that was coded."""
    file = folder / {"brat": "veld.ann", "inception": "source.json", "dna": "source.dna"}.get(name, "source")
    file.write_bytes(content)
    return file


def options(folder: Path, name: str) -> dict[str, Path]:
    return {"texts": folder / "texts"} if IMPORTERS[name].texts else {}


@profiles.examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_is_passed_over(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(TEXTS)))
    as_json = name in JSON and data.draw(st.integers(0, 4))
    content = data.draw(damaged_json(JSON[name]) if as_json else damaged_text(TEXTS[name]))
    outcome = outcome_of(folder, name, content)
    expect_an_account(outcome)
    if isinstance(outcome, Imported) and IMPORTERS[name].streams:
        expect_the_same_lines(name, folder / "source", outcome)


@profiles.examples(20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(database_damage())
def test_no_damage_to_a_database_is_passed_over(folder: Path, damage: Damage) -> None:
    expect_an_account(outcome_of(folder, "dna", damaged_database(damage)))


@profiles.examples(20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_to_speeches_is_passed_over(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("speeches")
    names = ("NOR_77_2022", "NOR_077_2022", SPEECH, f"{SPEECH}0", "UNSC_x", "EU_1_1946", "NOR_77_1200", "", "é")
    for name in data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)):
        text = data.draw(st.one_of(damaged_bytes(TEXT.encode()), st.sampled_from([b"", b" \n", TEXT.encode("utf-16")])))
        (folder / f"{name}.txt").write_bytes(text)
    if data.draw(st.booleans()):
        (folder / "speaker.tsv").write_bytes(data.draw(damaged_text(SPEAKERS)))
    for importer in ("ungdc", "unsc"):
        try:
            expect_an_account(import_from(importer, folder))
        except NotReadableError as error:
            expect_an_account(error)


def test_the_database_and_the_speeches_are_whole_before_they_are_damaged(folder: Path, tmp_path: Path) -> None:
    found = import_from("dna", written(folder, "dna", DATABASE))
    assert (len(found.dataset.statements), found.report.has_problems) == (1, False)
    (tmp_path / f"{SPEECH}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "speaker.tsv").write_text(SPEAKERS, encoding="utf-8")
    found = import_from("unsc", tmp_path)
    assert (len(found.dataset.statements), found.report.has_problems) == (1, False)


NUMBER: Final = re.compile(r"(?<=[ :\t-])[0-9]{1,2}(?=[ ,}\t-])")


@profiles.examples(40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(["brat", "label_studio", "langextract", "webanno"]), by=st.integers(-9, 9), data=st.data())
def test_no_passage_is_silently_elsewhere(folder: Path, name: str, by: int, data: st.DataObject) -> None:
    numbers = list(NUMBER.finditer(TEXTS[name]))
    moved = data.draw(st.sets(st.integers(0, len(numbers) - 1), max_size=3)) if data.draw(st.booleans()) else None
    pieces, last = list[str](), 0
    for index, match in enumerate(numbers):
        shift = by if moved is None or index in moved else 0
        pieces += [TEXTS[name][last : match.start()], str(max(0, int(match[0]) + shift))]
        last = match.end()
    outcome = outcome_of(folder, name, ("".join(pieces) + TEXTS[name][last:]).encode())
    expect_an_account(outcome)
    if isinstance(outcome, Imported):
        text = next(iter(outcome.texts.values()), TEXT)  # that of a table of tokens is put together from it
        words = {" ".join(found) for found in passages(outcome.dataset, text).values()}
        assert words <= WORDS[name]


WORDS: Final = {
    "brat": {"no toll"},
    "label_studio": {"no toll"},
    "langextract": {"no toll"},
    "webanno": {"minister said", "minister", "said", "toll"},
}


def expect_an_account(outcome: Imported | NotReadableError) -> None:
    """Expect that each row is counted, and that what is wrong has its place."""
    if isinstance(outcome, NotReadableError):
        assert all(problem.location and problem.location.file for problem in outcome.problems)
    else:
        assert adds_up(outcome)
        assert all(finding.where.file for finding in outcome.report.findings)


def expect_the_same_lines(name: str, file: Path, whole: Imported) -> None:
    """Expect lines that were made at once to be those of the records, and the report to be that of the whole."""
    lines, records = stream_from(name, file, as_lines=True), stream_from(name, file)
    made: Any = list(lines)
    assert [getattr(line, "text", None) or record_line(line) for line in made] == list(map(record_line, records))
    assert lines.report == records.report == whole.report


def outcome_of(folder: Path, name: str, content: bytes) -> Imported | NotReadableError:
    """Return what an import makes of a source, or the one error with which it may end."""
    try:
        return import_from(name, written(folder, name, content), **options(folder, name))
    except NotReadableError as error:
        return error
