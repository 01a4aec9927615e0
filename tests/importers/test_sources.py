"""Each source besides ICEWS: what its rows become, what stays open, and what is refused."""

import csv
import io
import json
from pathlib import Path

import pytest

from diplo_events import (
    OPEN,
    Action,
    ActionKind,
    ActorKind,
    Aspect,
    Assertion,
    BallotChoice,
    MeetingKind,
    NotReadableError,
    QuotationMode,
    SpeechAct,
    VoteResult,
)
from diplo_events.cli import main
from diplo_events.coding import check
from diplo_events.importers import IMPORTERS, Imported, icow, import_from, importer_named, polecat, ucdp, undl_votes
from diplo_events.importers._rows import DUPLICATE
from diplo_events.importers._tab_table import NO_HEADER
from source_rows import ACLED, ICOW, PAX, POLECAT_COLUMNS, UCDP, VOTE, gdelt_row, gkg_row, mention_row, polecat_row


def table(*rows: dict[str, str]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(rows[0])
    writer.writerows(row.values() for row in rows)
    return text.getvalue()


def imported(name: str, text: str, folder: Path) -> Imported:
    file = folder / "source"
    file.write_bytes(text.encode())
    found = import_from(name, file)
    assert check(found.dataset).problems == ()
    assert sum(found.report.records.values()) == len(found.dataset)
    if IMPORTERS[name].streams:
        assert {record.id for record in importer_named(name).iter_records(file)} == set(found.dataset)
    return found


def test_polecat(tmp_path: Path) -> None:
    header = "\t".join(POLECAT_COLUMNS).replace("Intensity", "Event Intensity") + "\t\t"
    rows = [
        polecat_row(),
        polecat_row(),
        polecat_row(Event_ID="x_CONSULT", Event_Type="CONSULT", Event_Mode="visit", Contexts="None"),
        polecat_row(Event_ID="x_ASSAULT", Event_Type="ASSAULT", Event_Mode="beat", Actor_Country="NOR"),
        polecat_row(Event_ID="x_DANCE", Event_Type="DANCE"),
    ]
    found = imported("polecat", "\n".join([header, *rows]), tmp_path)
    (statement,) = found.dataset.statements
    assert (statement.acts, statement.aspects) == ((SpeechAct.REJECT_MEETING,), frozenset({Aspect.FUTURE}))
    assert statement.speakers == ("polecat/norway", "polecat/oda-brink")
    assert statement.source == "polecat/story/20230101-12-ab"
    assert statement.extra["polecat"]["Event Intensity"] == "-4.0"
    norway = found.dataset.actor("polecat/norway")
    assert (norway.kind, norway.country, norway.identifiers["wikipedia"]) == (ActorKind.STATE, "NO", "Norway")
    assert found.dataset.meetings[0].kind is MeetingKind.VISIT
    assert found.dataset.actions[0].kind is OPEN
    assert dict(found.report.joined) == {DUPLICATE: 1}
    assert dict(found.report.refused) == {polecat.UNKNOWN_TYPE: 1}
    assert found.report.defects[polecat.SEVERAL] == 1


def test_gdelt_events(tmp_path: Path) -> None:
    rows = [
        gdelt_row(),
        gdelt_row(GLOBALEVENTID="78", EventCode="190", Actor1Code="", Actor1Name="", SOURCEURL="BBC Monitoring"),
        gdelt_row(GLOBALEVENTID="79", EventCode="10", SQLDATE="20220101", ActionGeo_FullName="Ta\x91izz"),
        gdelt_row()[:30],
    ]
    found = imported("gdelt", "\n".join(rows), tmp_path)
    (meeting,) = found.dataset.meetings
    assert [(part.actor, part.role.value) for part in meeting.participants] == [
        ("gdelt/actor/nor/norway", "attendee"),
        ("gdelt/actor/fragov/paris", "host"),
    ]
    assert meeting.title is OPEN
    norway, paris = (found.dataset.actor(part.actor) for part in meeting.participants)
    assert (norway.kind, norway.country, paris.kind, paris.country) == (ActorKind.STATE, "NO", OPEN, "FR")
    assert str(found.dataset.place(str(meeting.place)).country) == "NO"  # FIPS and ISO agree on Norway
    (deed,) = found.dataset.actions
    assert (deed.actors, deed.source) == (OPEN, "gdelt/data")
    assert deed.extra["gdelt"]["SOURCEURL"] == "BBC Monitoring"
    assert found.dataset.statements[0].extra["identifiers"]["cameo"] == "010"
    assert len(found.report.defects) == 4  # no zero, far date, control character, cut line
    with pytest.raises(NotReadableError, match="expected 61 or 58 or 57 cells with a tab between them, found 16 cells"):
        imported("gdelt", mention_row(), tmp_path)


def test_mentions_and_words_of_gdelt_are_no_passages_and_no_quotes(tmp_path: Path) -> None:
    rows = [mention_row(), mention_row(), mention_row(GLOBALEVENTID="78"), mention_row(MentionIdentifier="")]
    found = imported("gdelt_mentions", "\n".join(rows), tmp_path)
    (source,) = found.dataset.sources
    assert [mention["GLOBALEVENTID"] for mention in source.extra["gdelt"]["mentions"]] == ["77", "78"]
    assert source.extra["gdelt"]["mentions"][0]["ActionCharOffset"] == "812"
    assert (found.report.made, sum(found.report.joined.values()), sum(found.report.refused.values())) == (1, 2, 1)
    graph = imported("gdelt_gkg", gkg_row(), tmp_path).dataset
    assert graph.sources[0].extra["gdelt"]["Quotations"][0]["words"] == "we couldn x2019 ; t go"
    assert not graph.statements


def test_acled(tmp_path: Path) -> None:
    battle = ACLED | {
        "event_id_cnty": "NOR8",
        "sub_event_type": "Armed clash",
        "actor2": "Rebels",
        "time_precision": "2",
    }
    month = ACLED | {"event_id_cnty": "NOR9", "event_date": "2020-01-31", "time_precision": "3", "fatalities": "ten"}
    found = imported("acled", "\ufeff" + table(ACLED, ACLED, battle, month), tmp_path)
    protest, clash, third = found.dataset.actions
    assert (protest.kind, protest.actors) == (ActionKind.DEMONSTRATE, ("acled/actor/protesters-norway",))
    assert protest.via == ("acled/actor/veld-wire", "acled/actor/elda-post")
    assert protest.quantities[0].high == 0
    assert protest.extra["acled"]["notes"] == 'On 5 January, "some" people met.'
    assert (clash.kind, len(clash.actors), clash.targets) == (OPEN, 2, ())
    assert [str(deed.when) for deed in (protest, clash, third)] == ["2020-01-05", "2020-01-05~", "2020-01"]
    assert third.extra["acled"]["fatalities"] == "ten"


def test_ucdp(tmp_path: Path) -> None:
    other = UCDP | {"id": "502", "type_of_violence": "1", "low": "9", "high": "3", "date_end": "2020-02-01"}
    backwards = UCDP | {"id": "503", "date_end": "2020-01-01"}
    joint = UCDP | {"id": "504", "source_office": "Veld Wire;Norland Post"}
    found = imported("ucdp", table(UCDP, other, backwards, joint), tmp_path)
    one_sided, battle, by_two = found.dataset.actions
    assert found.dataset.source(by_two.source).publisher is None
    assert by_two.extra["ucdp"]["source_office"] == "Veld Wire;Norland Post"
    assert (one_sided.actors, one_sided.targets) == (
        ("ucdp/actor/government-of-norland",),
        ("ucdp/actor/civilians",),
    )
    assert one_sided.via == ("ucdp/origin/elda-hospital",)
    assert str(one_sided.when) == "[2020-02-01..2020-02-02]"
    assert (one_sided.quantities[0].low, one_sided.quantities[0].high) == (8, 12)
    article = found.dataset.source(one_sided.source)
    assert (article.title, article.publisher, str(article.published)) == (
        "Ten dead",
        "ucdp/actor/veld-wire",
        "2020-02-03",
    )
    assert (len(battle.actors), battle.targets, battle.quantities, str(battle.when)) == (2, (), (), "2020-02-01")
    assert dict(found.report.refused) == {ucdp.NO_DATE: 1}


def test_ucdp_without_a_header_and_as_json(tmp_path: Path) -> None:
    layout = ucdp.LAYOUT.split(",")
    bare = ",".join('"Veld Wire, 2020"' if name == "source_article" else UCDP.get(name, "") for name in layout)
    found = imported("ucdp", bare, tmp_path)
    assert found.report.defects == {NO_HEADER: 1}
    assert found.dataset.actions[0].targets == ("ucdp/actor/civilians",)
    lines = [{"id": 7, "side_a_name": "A", "start_date": "2020-01-01", "end_date": "2020-01-01", "deaths_low": 0}]
    text = "\n".join([*map(json.dumps, lines), '{"id": [1]}', "[", ""])
    found = imported("ucdp", text, tmp_path)
    assert (found.report.rows, found.report.made, len(found.dataset.actions)) == (3, 1, 1)


def test_icow(tmp_path: Path) -> None:
    open_end = ICOW | {"claimdy": "202", "endclaim": "-9", "begclaim": "188400", "chal": "9999"}
    backwards = ICOW | {"claimdy": "203", "begclaim": "190001", "endclaim": "180001"}
    found = imported("icow", table(ICOW, open_end, backwards), tmp_path)
    first, second, third = found.dataset.territorial_claims
    assert (first.assertion, first.territory, first.asserted_by) == (
        Assertion.SOVEREIGNTY,
        "Elda Valley",
        ("icow/state/365",),
    )
    assert [str(claim.when) for claim in (first, second)] == ["1816-01/2017", "1884/"]
    assert third.when is None
    assert third.extra["icow"]["endclaim"] == "180001"
    russia, sicily = found.dataset.actor("icow/state/365"), found.dataset.actor("icow/state/329")
    assert (russia.name, russia.country, sicily.name, sicily.country) == ("Russia", "RU", "Two Sicilies", None)
    assert found.dataset.actor("icow/state/9999").name is OPEN
    assert first.extra["icow"]["resolved"] == "15"


def test_pax(tmp_path: Path) -> None:
    other = PAX | {"AgtId": "13", "Status": "Status unclear", "Dat": "31/02/1998"}
    found = imported("pax", table(PAX, other), tmp_path)
    first, second = found.dataset.documents
    assert (first.title, str(first.signed), second.signed) == ("Elda Accord, with a comma", "1998-01-09", None)
    assert first.extra["pax"]["Part"] == "For Norland:\nOda Brink"
    (deed,) = found.dataset.actions
    assert (deed.kind, deed.actors, deed.instrument) == (ActionKind.CONCLUDE, OPEN, first.id)
    assert second.extra["pax"]["Dat"] == "31/02/1998"


def test_votes(tmp_path: Path) -> None:
    rows = [
        VOTE,
        VOTE | {"ms_code": "FRA", "ms_name": "FRANCE", "ms_vote": "A", "title": "Elda"},
        VOTE | {"ms_code": "SUN", "ms_name": "USSR", "ms_vote": "X"},
        VOTE | {"ms_code": "FRA", "ms_name": "FRANCE", "ms_vote": "N"},
        VOTE | {"ms_code": "DEU", "ms_name": "GERMANY", "ms_vote": "?"},
        VOTE | {"undl_id": "5", "resolution": "S/RES/9", "total_yes": "0"},
    ]
    found = imported("undl_votes", table(*rows), tmp_path)
    vote = found.dataset.votes[0]
    assert [(ballot.actor, ballot.choice) for ballot in vote.ballots] == [
        ("undl/member/nor", BallotChoice.YES),
        ("undl/member/fra", BallotChoice.ABSTAIN),
    ]
    assert vote.tally is not None
    assert (vote.tally.yes, vote.tally.not_participating, vote.result) == (120, None, VoteResult.ADOPTED)
    assert tuple(vote.extra["undl"]["non_voting"]) == ("undl/member/sun",)
    assert vote.extra["undl"]["differing"][0]["title"] == "Elda"
    assert found.dataset.actor("undl/member/sun").former_country == "SUHH"
    assert found.dataset.document(str(vote.on)).identifiers["un_symbol"] == "A/RES/ES-10/21"
    assert found.dataset.votes[1].body == "undl/security-council"
    assert found.dataset.votes[1].tally is None
    assert dict(found.report.refused) == {undl_votes.TWICE: 1, undl_votes.UNKNOWN_VOTE: 1}
    assert (found.report.rows, found.report.made) == (6, 2)


def test_speeches_of_the_general_debate(tmp_path: Path) -> None:
    folder = tmp_path / "TXT" / "Session 77"
    folder.mkdir(parents=True)
    (folder / "NOR_77_2022.txt").write_bytes(b"\nMr. President, war. was.\r\nWe agree.\n")
    (folder / "readme.txt").write_text("hello", encoding="utf-8")
    (folder / "FRA_77_2022.txt").write_bytes(b"Caf\xe9")
    found = import_from("ungdc", tmp_path / "TXT")
    (statement,) = found.dataset.statements
    assert (statement.mode, statement.speakers, str(statement.when)) == (
        QuotationMode.VERBATIM,
        ("ungdc/member/nor",),
        "2022",
    )
    assert statement.open == ("acts", "summary")
    only = tmp_path / "only"
    only.mkdir()
    (folder / "NOR_77_2022.txt").rename(only / "NOR_77_2022.txt")
    assert check(found.dataset, texts=only).problems == ()
    assert len(found.report.refused) == 2
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotReadableError, match=r"expected texts \(\*.txt\) in the folder, found none"):
        import_from("ungdc", tmp_path / "empty")


def test_speeches_of_the_security_council(tmp_path: Path) -> None:
    texts = tmp_path / "speeches"
    texts.mkdir()
    for number in (1, 2):
        (texts / f"UNSC_2013_SPV.6990_spch00{number}.txt").write_text("I thank you.", encoding="utf-8")
    columns = ["filename", "speaker", "country", "date", "participanttype"]
    first = ["UNSC_2013_SPV.6990_spch001.txt", "Ms. Brink", "Norway", "2013-06-26", "The President"]
    lost = ["UNSC_2013_SPV.6990_spch003.txt", "Mr. Lost", "Norway", "2013-06-26", "Mentioned"]
    (tmp_path / "speaker.tsv").write_text("\n".join("\t".join(row) for row in (columns, first, lost)), encoding="utf-8")
    found = import_from("unsc", tmp_path)
    one, two = found.dataset.statements
    assert (one.speakers, one.on_behalf_of) == (("unsc/actor/ms-brink",), ("unsc/member/norway",))
    assert (str(one.when), one.extra["unsc"]["participanttype"]) == ("2013-06-26", "The President")
    assert (two.speakers, str(two.when)) == (OPEN, "2013")
    assert found.dataset.documents[0].identifiers["un_symbol"] == "S/PV.6990"
    assert len(found.report.defects) == 2


def test_a_row_that_clashes_and_comes_again_is_joined(tmp_path: Path) -> None:
    first, second, third = (ICOW | {"name": name} for name in ("Mole", "Halland", "Bornholm"))
    found = imported("icow", table(first, second, second, third, second, first, third), tmp_path)
    assert len(found.dataset.territorial_claims) == 3
    assert dict(found.report.joined) == {DUPLICATE: 4}
    assert dict(found.report.defects) == {icow.CLASH: 2}


@pytest.mark.parametrize(("name", "text"), [("acled", table(ACLED)), ("icow", table(ICOW)), ("pax", table(PAX))])
def test_damaged_tables_are_named(name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    header, row = text.split("\r\n", 1)
    damaged = [header, row.strip(), row[:9], row.strip() + ",,", row.replace("N", "\udcff", 1).strip()]
    file = tmp_path / "a.csv"
    file.write_bytes("\r\n".join(damaged).encode("utf-8", "surrogateescape"))
    assert main(["import", name, str(file), str(tmp_path / "out.jsonl")]) == 1
    report = capsys.readouterr().err
    assert f"cells of {len(header.split(','))}" in report
    assert "Traceback" not in report
    file.write_bytes(header.replace("a", "k").encode())
    assert main(["import", name, str(file), str(tmp_path / "other.jsonl")]) == 1
    assert "in the header, found none" in capsys.readouterr().err


def test_no_action_has_a_value_that_its_source_does_not_have(tmp_path: Path) -> None:
    found = imported("acled", table(ACLED), tmp_path).dataset
    deed = found.actions[0]
    assert isinstance(deed, Action)
    assert deed.open == ("summary",)
