"""`diplo-events show`: one record, or those that answer a question."""

import json
import os
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import wider_records
from diplo_events import (
    Dataset,
    EventDate,
    MeetingKind,
    MeetingStatus,
    SpeechAct,
    Stance,
    Statement,
    TerritorialClaim,
    load_example,
    read,
    write,
)
from diplo_events.analysis.query import About, At, Has, Involves, OfType, Predicate, ReportedIn, When, find
from diplo_events.cli import main
from diplo_events.model import EventRecord, Meeting, Position

EXAMPLE = load_example()


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["show", *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == "" or captured.err.startswith("hint: ")
    return captured.out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["show", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.removeprefix("diplo-events: ").rstrip("\n")


def ids_in(text: str) -> list[str]:
    return [line.rpartition("[")[2].rstrip("]") for line in text.splitlines() if line.endswith("]")]


SEPTEMBER = EventDate.parse("2025-09-01/2025-09-05")

QUESTIONS: list[tuple[list[str], Predicate]] = [
    (["--type", "meeting"], OfType(Meeting)),
    (["--type", "meeting", "--type", "territorial_claim"], OfType(Meeting) | OfType(TerritorialClaim)),
    (["--actor", "LAVROV"], Involves("lavrov")),
    (["--actor", "Lavrov", "--actor", "Zakharova"], Involves("lavrov") | Involves("zakharova")),
    (["--actor", "Russia", "--representatives"], Involves("russia", representatives=True)),
    (["--issue", "foreign-troops"], About("issue/foreign-troops")),
    (["--issue", "foreign troops in Ukraine", "--narrower"], About("issue/foreign-troops", narrower=True)),
    (["--place", "Vladivostok", "--type", "statement"], At("place/vladivostok") & OfType(Statement)),
    (["--source", "zerohedge-guarantees"], ReportedIn("zerohedge-guarantees")),
    (["--act", "reject-meeting", "--act", "WARN"], Has(SpeechAct.REJECT_MEETING) | Has(SpeechAct.WARN)),
    (["--stance", "strongly_agree"], Has(Stance.STRONGLY_AGREE)),
    (["--between", "2025-09-01", "2025-09-05"], When("overlaps", SEPTEMBER)),
    (["--between", "2025-09-01", "2025-09-05", "--unqualified"], When("overlaps", SEPTEMBER, unqualified=True)),
    (["--between", "2025-09", ".."], When("overlaps", EventDate.parse("2025-09-01/.."))),
    (["--between", "..", "2025-08"], When("overlaps", EventDate.parse("../2025-08-31"))),
]


class TestQuestions:
    @pytest.mark.parametrize(("arguments", "question"), QUESTIONS, ids=lambda v: " ".join(v) if v is list else None)
    @pytest.mark.parametrize("possibly", [False, True])
    def test_what_is_listed_is_what_the_query_finds(
        self, capsys: pytest.CaptureFixture[str], arguments: list[str], question: Predicate, possibly: bool
    ) -> None:
        certain, possible = find(EXAMPLE, question), find(EXAMPLE, question, certainty="possibly")
        output = shown(capsys, *arguments, *["--possibly"] * possibly)
        assert sorted(ids_in(output)) == [record.id for record in (possible if possibly else certain)]
        count = output.splitlines()[-1]
        assert count.startswith(f"{len(possible if possibly else certain)} record")
        open_ = len(possible) - len(certain)
        told = f"; {open_} of them only possibly" if possibly else f"; {open_} more are possible: --possibly"
        assert count.endswith(told) if open_ else ";" not in count
        assert output.count(", possibly  [") == open_ * possibly

    def test_different_options_ask_for_all_of_them(self, capsys: pytest.CaptureFixture[str]) -> None:
        output = shown(
            capsys, "--actor", "Lavrov", "--act", "demand", "--act", "accuse", "--issue", "meeting-preparation"
        )
        question = Involves("Lavrov") & (Has(SpeechAct.DEMAND) | Has(SpeechAct.ACCUSE)) & About("meeting-preparation")
        assert sorted(ids_in(output)) == [record.id for record in find(EXAMPLE, question)]
        assert ids_in(output)

    def test_the_earliest_come_first_and_those_without_a_date_last(self, capsys: pytest.CaptureFixture[str]) -> None:
        for kind in ("statement", "meeting", "territorial_claim", "position"):
            records = [EXAMPLE[key] for key in ids_in(shown(capsys, "--type", kind))]
            dates = [record.when for record in records if isinstance(record, EventRecord)]
            dated = [date.sort_key() for date in dates if date]
            assert dated == sorted(dated)
            assert all(dates[: len(dated)])

    def test_a_record_is_told_in_short(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert shown(capsys, "--actor", "Lavrov", "--act", "accuse") == (
            "  Sergey Lavrov → European leaders: accuse\n"
            "    Lavrov accuses European leaders of trying awkwardly to change Trump's stance on Ukraine.\n"
            "    statement, no date  [kurdistan24-road-to-nowhere/s08]\n"
            "1 record\n"
        )
        told = shown(capsys, "--type", "meeting")
        assert "  Talks of Macron and Zelenskyy in Paris: held, Paris\n    Emmanuel Macron, Volodymyr Zele" in told
        claims = shown(capsys, "--type", "territorial_claim")
        assert "  Ukraine says that it will not give up Ukraine's land; against Russia\n" in claims
        position = EXAMPLE.of_type(Position)[0]
        assert f": {position.stance.value.replace('_', ' ')} ({position.basis.value}" in shown(
            capsys, "--type", "position"
        )

    def test_a_meeting_of_nobody_in_particular(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        bare = Meeting(id="m", source="s", title="Talks", kind=MeetingKind.TALKS, status=MeetingStatus.HELD)
        write(Dataset(records=[bare], complete=False), tmp_path / "bare.json")
        output = shown(capsys, "--type", "meeting", str(tmp_path / "bare.json"))
        assert "    nobody is named\n" in output

    def test_json_is_a_partial_dataset_that_can_be_read_again(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        output = shown(capsys, "--actor", "Macron", "--json")
        (tmp_path / "found.json").write_text(output, encoding="utf-8")
        found = read(tmp_path / "found.json")
        assert found.records == find(EXAMPLE, Involves("macron"))
        assert (found.complete, found.title, found.license) == (False, EXAMPLE.title, EXAMPLE.license)

    def test_deeds_and_votes(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        write(wider_records.EXAMPLE, tmp_path / "wider.json")

        def asked(*options: str) -> list[str]:
            return ids_in(shown(capsys, *options, str(tmp_path / "wider.json")))

        deed, vote = wider_records.WITHDRAWAL.id, wider_records.VOTE.id
        assert asked("--deed", "withdraw") == asked("--actor", "Russia", "--deed", "withdraw") == [deed]
        assert asked("--actor", "France", "--deed", "withdraw") == []
        for choice in ("veto", "no"):
            assert asked("--vote", choice) == asked("--actor", "Russia", "--vote", choice) == [vote]
            assert asked("--actor", "France", "--vote", choice) == []
        assert asked("--actor", "Macron", "--actor", "Russia", "--vote", "no") == [vote]
        assert asked("--actor", "France", "--vote", "yes") == [vote]
        assert asked("--actor", "China", "--vote", "yes") == []
        assert asked("--actor", "China", "--vote", "yes", "--possibly") == [vote]

    def test_nothing_found_is_no_error(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert shown(capsys, "--actor", "Lavrov", "--type", "meeting") == "0 records\n"

    @pytest.mark.slow
    def test_output_does_not_depend_on_hash_seed_time_zone_or_language(self) -> None:
        command = [sys.executable, "-m", "diplo_events", "show", "--actor", "Russia", "--representatives", "--possibly"]
        outputs = {
            subprocess.run(
                command,
                env={**os.environ, "PYTHONUTF8": "1", "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
                capture_output=True,
                check=True,
            ).stdout
            for seed, zone in (("1", "Pacific/Kiritimati"), ("2", "America/Adak"))
        }
        assert len(outputs) == 1
        assert b"Sergey Lavrov" in outputs.pop()


class TestOneRecord:
    def test_by_its_id_or_a_spelling(self, capsys: pytest.CaptureFixture[str]) -> None:
        by_id = shown(capsys, "zakharova")
        assert by_id.startswith("Actor zakharova\n")
        assert shown(capsys, "maria ZAKHAROVA") == by_id

    def test_an_event_record_by_its_id(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert shown(capsys, "zerohedge-guarantees/m02").startswith("Meeting zerohedge-guarantees/m02\n")

    def test_as_json(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        write(EXAMPLE, tmp_path / "all.jsonl")
        arguments = ("Lavrov", "--json", str(tmp_path / "all.jsonl"))
        assert json.loads(shown(capsys, *arguments))["id"] == "lavrov"


class TestRefusals:
    def test_neither_an_id_nor_a_question_or_both(self, capsys: pytest.CaptureFixture[str]) -> None:
        for arguments in ([], ["zakharova", "--actor", "Lavrov"]):
            assert refused(capsys, *arguments) == (
                "name the id of a record, or options that say what to look for, and then the dataset"
            )

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["Zakharowa"], "no record has the id 'Zakharowa'; did you mean 'zakharova'?"),
            (["Kyev"], "no record has the id 'Kyev'; did you mean 'Kyiv'?"),
            (["@@@@"], "no record has the id '@@@@'"),
            (
                ["--actor", "Lavrof"],
                "expected the id or a spelling of an actor, found 'Lavrof'; did you mean 'Lavrov'?",
            ),
        ],
    )
    def test_the_message_says_what_to_do(
        self, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
    ) -> None:
        assert refused(capsys, *arguments) == message

    def test_a_canonical_id_shows_every_record_of_the_referent(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        reports = [record.id for record in EXAMPLE.of_type(Meeting) if record.canonical_id == "meeting/paris-summit"]
        text = shown(capsys, "meeting/paris-summit")
        assert [key for key in reports if f"[{key}]" not in text] == []
        assert text.endswith(f"\n{len(reports)} records\n")
        (tmp_path / "part.json").write_text(shown(capsys, "meeting/paris-summit", "--json"), encoding="utf-8")
        assert [*read(tmp_path / "part.json")] == reports

    def test_records_of_several_types_can_have_one_canonical_id(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        events = [EXAMPLE.of_type(cls)[0] for cls in (Meeting, Statement)]
        both = EXAMPLE.with_records(*(attrs.evolve(each, canonical_id="x/y") for each in events))
        write(both, tmp_path / "both.json")
        text = shown(capsys, "x/y", str(tmp_path / "both.json"))
        assert all(f"[{each.id}]" in text for each in events)

    def test_a_misspelt_canonical_id(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert refused(capsys, "meeting/paris-sumit").endswith("did you mean 'meeting/paris-summit'?")

    def test_a_spelling_that_means_two_things(self, capsys: pytest.CaptureFixture[str]) -> None:
        two = "'place/moscow' (Moscow) and 'russia' (Russia)"
        told = f"expected one actor, place, issue, document or source, found 'Moscow', which is {two}; write its id"
        assert refused(capsys, "Moscow") == told

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--act", "rejct"], "argument --act: 'rejct' is not known; did you mean 'reject'?"),
            (["--stance", "@"], "argument --stance: '@' is not known; one of strongly_disagree, disagree, neutral,"),
            (["--type", "actor"], "argument --type: invalid choice: 'actor'"),
            (["--between", "2025"], "argument --between: expected 2 arguments"),
        ],
    )
    def test_the_parser_knows_its_words(
        self, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
    ) -> None:
        with pytest.raises(SystemExit, match="2"):
            main(["show", *arguments])
        assert message in capsys.readouterr().err
