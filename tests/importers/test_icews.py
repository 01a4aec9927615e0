"""ICEWS: each kind of row, each defect, and the counts that add up."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import profiles
from diplo_events import (
    OPEN,
    ActionKind,
    ActionStatus,
    ActorKind,
    EventDate,
    MeetingKind,
    NotReadableError,
    ParticipantRole,
    SpeechAct,
)
from diplo_events.importers import Imported, icews
from diplo_events.importers._cameo import coded_as
from source_rows import ICEWS_HEADER as HEADER
from source_rows import ICEWS_MEETING as MEETING
from source_rows import icews_row as row


def imported(folder: Path, *rows: str, header: str = HEADER, encoding: str = "utf-8", end: str = "\n") -> Imported:
    file = folder / "events.tab"
    file.write_bytes(end.join([header, *rows, ""]).encode(encoding))
    found = icews.read(file)
    assert list(icews.iter_records(file)) == sorted(found.dataset.records, key=list(icews.iter_records(file)).index)
    return found


def test_words_become_a_statement_without_words(tmp_path: Path) -> None:
    found = imported(tmp_path, row())
    (statement,) = found.dataset.statements
    assert (statement.id, statement.when) == ("icews/2018-06-01/1001", EventDate.parse("2018-06-01"))
    assert (statement.speakers, statement.acts, statement.targets) == (
        ("icews/oda-brink/norway",),
        (SpeechAct.DENY,),
        ("icews/france",),
    )
    assert statement.open[-2:] == ("mode", "summary")
    assert statement.quotes == ()
    assert dict(statement.extra["identifiers"]) == {"icews": "1001", "cameo": "016"}
    assert dict(statement.extra["icews"]) == {
        "Event Text": "Deny responsibility",
        "Intensity": "-2",
        "Sentence Number": "3",
        "Source Sectors": "Executive,Government",
    }
    source = found.dataset.source("icews/story/9001")
    assert (source.title, source.kind, source.publisher) == (OPEN, OPEN, "icews/publisher/the-veld-wire")
    brink, france = found.dataset.actor("icews/oda-brink/norway"), found.dataset.actor("icews/france")
    assert (brink.kind, brink.country) == (OPEN, "NO")
    assert (france.kind, france.country, france.identifiers["cow"]) == (ActorKind.STATE, "FR", "220")
    oslo = found.dataset.place("icews/place/norway/oslo-county/oslo")
    assert oslo.point is not None
    assert (oslo.point.latitude, oslo.within) == (59.9127, "icews/place/norway/oslo-county")


def test_a_meeting_is_one_record_of_its_two_rows(tmp_path: Path) -> None:
    found = imported(tmp_path, *MEETING)
    (meeting,) = found.dataset.meetings
    assert (meeting.kind, meeting.title) == (MeetingKind.VISIT, "Make a visit")
    assert [(p.actor, p.role) for p in meeting.participants] == [
        ("icews/oda-brink/norway", ParticipantRole.ATTENDEE),
        ("icews/france", ParticipantRole.HOST),
    ]
    assert meeting.extra["identifiers"]["icews_mirror"] == "2"
    assert dict(meeting.extra["icews"]["mirror"]) == {"Event Text": "Host a visit", "Intensity": "2.8"}
    assert (found.report.rows, found.report.made, dict(found.report.joined)) == (2, 1, {icews.MIRROR: 1})


def test_rows_of_a_meeting_that_do_not_mirror_each_other_stay_two(tmp_path: Path) -> None:
    other_sentence = MEETING[1].replace("\t3\t", "\t4\t")
    assert len(imported(tmp_path, MEETING[0], other_sentence).dataset.meetings) == 2
    again = row(Event_ID="3", CAMEO_Code="042", Event_Text="Make a visit")
    assert len(imported(tmp_path, MEETING[0], again).dataset.meetings) == 2


def test_force_is_a_deed(tmp_path: Path) -> None:
    attempt = row(CAMEO_Code="185", Event_ID="2")
    deeds = imported(tmp_path, row(CAMEO_Code="193"), attempt, row(CAMEO_Code="182", Event_ID="3")).dataset.actions
    assert [(deed.kind, deed.status) for deed in deeds] == [
        (ActionKind.ATTACK, ActionStatus.DONE),
        (ActionKind.ASSASSINATE, ActionStatus.ATTEMPTED),
        (OPEN, ActionStatus.DONE),
    ]
    assert deeds[0].summary == "Deny responsibility"


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"CAMEO_Code": "NA"}, icews.NO_CODE),
        ({"CAMEO_Code": "999"}, icews.UNKNOWN_CODE),
        ({"Event_Date": "2018-06-31"}, icews.NO_DATE),
        ({"Event_Date": "31/6/2018"}, icews.NO_DATE),
        ({"Event_ID": ""}, icews.NO_ID),
    ],
)
def test_a_row_of_which_nothing_can_be_made_is_refused_with_its_line(
    cells: dict[str, str], why: str, tmp_path: Path
) -> None:
    found = imported(tmp_path, row(), row(**({"Event_ID": "2"} | cells)))
    assert dict(found.report.refused) == {why: 1}
    (finding,) = found.report.findings
    assert (finding.where.line, finding.where.file) == (3, str(tmp_path / "events.tab"))
    assert found.report.has_problems is (why != icews.NO_CODE)


def test_a_row_that_clashes_and_comes_again_is_joined(tmp_path: Path) -> None:
    first, second, third = (row(Intensity=number) for number in "789")
    found = imported(tmp_path, first, second, second, third, second, first, third)
    assert len(found.dataset.statements) == 3
    assert dict(found.report.joined) == {icews.DUPLICATE: 4}
    assert dict(found.report.defects) == {icews.CLASH: 2}


def test_defects_are_named_and_the_row_is_kept(tmp_path: Path) -> None:
    us = row(Event_Date="6/2/2018")
    lost = row(CAMEO_Code="40", Event_ID="2")
    found = imported(tmp_path, us, us, lost, row(Intensity="7", Event_Date="2018-06-02"))
    assert set(found.report.defects) == {icews.US_DATE, icews.LOST_ZERO, icews.CLASH}
    assert dict(found.report.joined) == {icews.DUPLICATE: 1}
    assert [str(statement.when) for statement in found.dataset.statements] == ["2018-06-02"] * 2
    assert found.dataset.meetings[0].extra["identifiers"]["cameo"] == "040"


def test_damaged_lines_are_named(tmp_path: Path) -> None:
    file = tmp_path / "a.tab"
    lines = [HEADER, row(), row(Event_ID="2")[:55], row(Event_ID="3") + "\t\t", row(Event_ID="4") + "\tx"]
    file.write_bytes(
        b"\xef\xbb\xbf" + "\r\n".join(lines).encode() + b"\r\n" + row(Publisher="Caf\xe9").encode("latin-1")
    )
    report = icews.read(file).report
    assert (report.rows, report.made) == (5, 2)
    assert [(finding.where.line, finding.found) for finding in report.findings] == [
        (3, "6 cells of 20"),
        (5, "21 cells of 20"),
        (6, None),
    ]


def test_columns_are_found_by_name_and_unknown_ones_are_carried(tmp_path: Path) -> None:
    names = ["Coder", *reversed(icews.COLUMNS), ""]
    cells = ["B", *reversed(row().split("\t")), ""]
    found = imported(tmp_path, "\t".join(cells), header="\t".join(names).replace("Event ID", "event_id"))
    (statement,) = found.dataset.statements
    assert statement.extra["icews"]["Coder"] == "B"
    assert found.report.extra["Coder"] == 1
    with pytest.raises(NotReadableError, match="expected a column 'CAMEO Code' in the header, found none") as error:
        imported(tmp_path, row(), header=HEADER.replace("CAMEO Code", "CAMEO Kode").replace("\tStory ID", ""))
    assert len(error.value.problems) == 2
    assert "did you mean 'CAMEO Kode'" in str(error.value)


def test_a_file_without_a_header_is_read_and_said_so(tmp_path: Path) -> None:
    found = imported(tmp_path, header=row())
    assert len(found.dataset.statements) == 1
    assert found.report.defects == {"the file has no header; its columns are taken to be those of the layout": 1}


def test_archives_are_opened(tmp_path: Path) -> None:
    content = f"{HEADER}\n{row()}\n".encode()
    (tmp_path / "a.tab.gz").write_bytes(gzip.compress(content))
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("a.tab", content)
    (tmp_path / "a.zip").write_bytes(memory.getvalue())
    assert icews.read(tmp_path / "a.tab.gz").dataset == icews.read(tmp_path / "a.zip").dataset
    (tmp_path / "b.tab.gz").write_bytes(gzip.compress(content)[:-9])
    with pytest.raises(NotReadableError, match="expected a whole archive"):
        icews.read(tmp_path / "b.tab.gz")


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\t\n\r"), max_size=6) | st.sampled_from(["NA", "040"])
NUMBERS = st.integers(0, 19)


@given(changes=st.lists(st.dictionaries(NUMBERS, CELLS, max_size=4), max_size=4), width=st.integers(15, 21))
@profiles.examples(40)
def test_whatever_stands_in_a_file_the_counts_add_up(
    changes: list[dict[int, str]], width: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = []
    for number, change in enumerate(changes):
        cells = row(Event_ID=str(number)).split("\t")
        for place, cell in change.items():
            cells[place] = cell
        lines.append("\t".join([*cells, "x"][: width if number == 0 else 20]))
    file = tmp_path_factory.mktemp("icews") / "a.tab"
    file.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
    found = icews.read(file)
    assert found.report.rows == len([line for line in lines if line])
    assert sum(found.report.records.values()) == len(found.dataset)


def test_codes_without_a_term_of_their_own_are_open() -> None:
    for code, expected in {
        "010": SpeechAct.STATE,
        "017": OPEN,
        "050": OPEN,
        "057": ActionKind.SIGN,
        "0311": SpeechAct.OFFER_COOPERATION,
        "1121": SpeechAct.ACCUSE,
        "115": ActionKind.SUE,
        "129": OPEN,
        "141": ActionKind.DEMONSTRATE,
        "145": OPEN,
        "1721": ActionKind.RESTRICT,
        "1951": ActionKind.STRIKE_FROM_AIR,
        "204": OPEN,
    }.items():
        coded = coded_as(code)
        assert coded is not None
        assert coded.term is expected, code
    assert [coded_as(code) for code in ("", "40", "990", "21", "04O", "01234", "²10")] == [None] * 7
