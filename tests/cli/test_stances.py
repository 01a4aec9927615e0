"""The command that shows where actors stand."""

import json
from pathlib import Path

import attrs
import pytest

import diplo_events
import wider_records
from diplo_events import Aspect
from diplo_events.analysis.stances import stance_matrix
from diplo_events.cli import main
from diplo_events.cli._commands.stances import lines
from diplo_events.report.terminal import PLAIN, Style
from stance_records import dataset_of, position, statement

EXAMPLE = diplo_events.load_example()


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """Run the command and give what it prints, in either stream."""
    assert main(["stances", *arguments]) == code
    out, err = capsys.readouterr()
    return out if code == 0 else err


def test_all_that_is_recorded(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys)
    assert told.startswith("WHERE EACH ACTOR STANDS  ◀◀ strongly against … ▶▶ strongly for\n")
    assert "in all that is recorded, possibly; marked dates as doubtful\n" in told
    assert "\n  ◀◀       Ukraine                  red line; undated\n" in told
    assert "\n   ▶       France                   derived from Emmanuel Macron; undated\n" in told
    assert all(len(line) <= 100 for line in told.splitlines())


def test_a_conflict_is_marked_and_shown_with_its_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, "--at", "2025-09-03", "--unqualified", "--actor", "Russia", "--issue", "leaders-meeting")
    assert told.splitlines()[1:5] == [
        "at 2025-09-03, possibly; dates as written",
        "",
        "The presidents of Russia and Ukraine should meet in person soon.",
        "  ◀   ▶    Russia                   CONFLICT; also Vladimir Putin; if: Clear understandings",
    ]
    assert told.count("[kurdistan24-") == 2
    assert "Vladimir Putin, declared, 2025-09-03: " in told
    assert "Russia, attributed by Volodymyr Zelenskyy, undated, possibly: " in told


def test_evidence_that_does_not_stand_is_listed_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--at", "2025-09-03", "--unqualified", "--issue", "issue/russian-say")
    assert "does not stand" not in printed(capsys, *asked)
    assert "▶▶ Russia, declared, 2025-08-20?, does not stand: " in printed(capsys, *asked, "--evidence")


def test_what_one_cannot_tell_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, "--certainly", "--at", "2025-09-03", "--issue", "foreign-troops")
    assert "  ◀◀       Russia                   red line\n" in told
    assert "           cannot tell: Coalition of the willing, European leaders," in told
    assert "possibly" not in told


def test_a_capital_is_a_spelling_and_one_spelling_may_mean_several(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "--actor", "MOSCOW") == printed(capsys, "--actor", "russia")
    cells = json.loads(printed(capsys, "--actor", "Europeans", "--json"))["cells"]
    assert {cell["actor"] for cell in cells} == {"european-leaders", "european-states"}


def test_plain_data(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(capsys, "--json", "--at", "2025-09-04", "--unqualified", "--actor", "france"))
    assert {key: told[key] for key in ("at", "certainty", "unqualified")} == {
        "at": "2025-09-04",
        "certainty": "possibly",
        "unqualified": True,
    }
    cell = next(cell for cell in told["cells"] if cell["issue"] == "issue/russian-will-for-peace")
    assert cell == {
        "actor": "france",
        "issue": "issue/russian-will-for-peace",
        "accord": "same",
        "stances": ["disagree"],
        "derived": True,
        "voices": ["macron"],
        "red_line": False,
        "age": 1,
        "conditions": [],
        "evidence": [
            {
                "position": "kurdistan24-intervention/p09",
                "vote": None,
                "joint": False,
                "actor": "macron",
                "stance": "disagree",
                "when": "2025-09-03?",
                "age": 1,
                "begun": True,
                "stands": True,
                "statements": ["kurdistan24-intervention/s17", "kurdistan24-intervention/s18"],
                "superseded_by": [],
            }
        ],
    }
    assert json.loads(printed(capsys, "--json", "--actor", "china"))["at"] is None


def test_a_file_of_ones_own(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    taken = dataset_of(
        position("p1", 2, "2025-09-03"),
        position("p2", 1, "2025-09-03", actor="speaker", conditions="if it rains"),
        position("p3", 1, actor="sudland", aspects=frozenset({Aspect.FUTURE})),
    )
    file = tmp_path / "mine.json"
    diplo_events.write(taken, file)
    assert printed(capsys, str(file)).splitlines()[2:] == [
        "",
        "fish!",
        "   ▶       Ministry                 derived from Speaker; if: if it rains",
        "   ▶       Speaker                  if: if it rains",
        "   ▶ ▶▶    Norland                  differs in degree; also Speaker; if: if it rains",
        "           ▶▶ Norland, declared, 2025-09-03: A position. [p1]",
        "            ▶ Speaker, declared, 2025-09-03: A position. [p2]",
        "           nothing stands: Sudland",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--actor", "Atlantis"), "diplo-events: expected the id or a spelling of an actor, found 'Atlantis'"),
        (("--issue", "forein-troops"), "found 'forein-troops'; did you mean 'foreign-troops'?"),
    ],
)
def test_what_cannot_be_asked(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str) -> None:
    assert message in printed(capsys, *arguments, code=2)


def test_on_a_terminal_the_parts_are_told_apart() -> None:
    style = Style(title=str.upper, strong=str.upper, faint=str.lower)
    found = stance_matrix(EXAMPLE)
    told = list(lines(EXAMPLE, found, found.cells, style=style))
    assert told[0] == "WHERE EACH ACTOR STANDS  ◀◀ STRONGLY AGAINST … ▶▶ STRONGLY FOR"
    assert told != list(lines(EXAMPLE, found, found.cells, style=PLAIN))


def test_an_issue_that_is_kept_elsewhere_goes_by_its_id() -> None:
    partial = diplo_events.Dataset(records=[position("p1", 1)], complete=False)
    found = stance_matrix(partial)
    assert list(lines(partial, found, found.cells, style=PLAIN))[3] == "issue/fish"


@pytest.mark.parametrize("wrong", ["-1", "ten", "1.5"])
def test_a_horizon_is_a_number_of_days(capsys: pytest.CaptureFixture[str], wrong: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["stances", f"--horizon={wrong}"])
    assert f"--horizon: {wrong!r} is not a whole number of days" in capsys.readouterr().err


def test_ballots_and_joint_statements_are_marked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    vote = attrs.evolve(wider_records.VOTE, issues=("issue/foreign-troops",))
    said = statement("s1", "2025-09-03", speakers=("norland", "sudland"))
    shared = position("p1", 1, "2025-09-03", evidence=("s1",))
    records = [*wider_records.EXAMPLE.with_records(vote).records, *dataset_of(said, shared).records]
    diplo_events.write(diplo_events.Dataset(records=records), tmp_path / "wider.json")

    def asked(*options: str) -> str:
        return printed(capsys, str(tmp_path / "wider.json"), "--evidence", *options)

    assert "Russia, ballot, 2025-09-03: The draft is not adopted." in " ".join(asked("--votes").split())
    assert ", ballot," not in asked()
    assert "Sudland, joint statement, 2025-09-03: A position." in " ".join(asked().split())
    brief = printed(capsys, str(tmp_path / "wider.json")).splitlines()
    assert [line.split() for line in brief if "only by" in line] == [
        ["▶", "Sudland", "only", "by", "joint", "statement"]
    ]
    plain = json.loads(asked("--votes", "--json", "--actor", "russia", "--issue", "issue/foreign-troops"))
    assert (plain["votes"], plain["horizon"]) == (True, 3650)
    (ballot,) = [piece for cell in plain["cells"] for piece in cell["evidence"] if piece["vote"]]
    assert (ballot["vote"], ballot["position"], ballot["joint"], ballot["stance"]) == (vote.id, None, False, "disagree")
    late = ("--at", "2036-01-01", "--actor", "sudland", "--certainly", "--json")
    for horizon, stances in (("3650", []), ("36500", ["agree"])):
        (cell,) = json.loads(asked(*late, "--horizon", horizon))["cells"]
        assert cell["stances"] == stances


def test_an_issue_without_a_proposition_goes_by_its_id(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    dataset = diplo_events.load_example()
    issues = [attrs.evolve(issue, proposition=diplo_events.OPEN) for issue in dataset.of_type(diplo_events.Issue)]
    path = tmp_path / "draft.json"
    diplo_events.write(dataset.with_records(*issues), path)
    assert "\nissue/" in printed(capsys, str(path))
