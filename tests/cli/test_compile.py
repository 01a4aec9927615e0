"""`compile` of parts that disagree, or call one thing by two ids."""

import re
from pathlib import Path

import attrs
import pytest

import diplo_events
from diplo_events import Actor, ActorKind, Dataset
from diplo_events.cli import main

FRANCE = Actor(id="france", name="France", kind=ActorKind.STATE)
OURS = Actor(id="macron", name="Emmanuel Macron", kind=ActorKind.PERSON, member_of=("france",))
THEIRS = attrs.evolve(OURS, id="e-macron", name="Macron")
RENAMED = {"e-macron": "macron"}
AIDE = Actor(id="aide", name="Aide", kind=ActorKind.PERSON, member_of=("e-macron",))


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Two codings, each with an id of its own for one person, and the name of the output."""
    diplo_events.write(Dataset(records=[FRANCE, OURS], title="Ours"), tmp_path / "first.json")
    diplo_events.write(Dataset(records=[FRANCE, THEIRS, AIDE], title="Theirs"), tmp_path / "second.json")
    return [str(tmp_path / "first.json"), str(tmp_path / "second.json"), "-o", str(tmp_path / "all.json")]


def test_parts_that_disagree_are_refused(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compile", *files, "--rename", "e-macron=macron"]) == 1
    assert "macron.name: expected 'Emmanuel Macron', found 'Macron'; the two records differ" in capsys.readouterr().err
    assert not Path(files[-1]).exists()


def test_the_first_is_kept_and_the_others_are_listed_with_their_places(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compile", *files, "--rename", "e-macron=macron", "--on-conflict", "first"]) == 0
    made = diplo_events.read(files[-1])
    assert made.title == "Ours"
    assert made.actors == (attrs.evolve(AIDE, member_of=("macron",)), FRANCE, OURS)
    title, name = capsys.readouterr().err.splitlines()
    assert "title: expected 'Ours', found 'Theirs'; the first is kept" in title
    assert name.startswith(f"{files[1]}:")
    assert name.endswith("warning: macron.name: expected 'Emmanuel Macron', found 'Macron'; the first is kept")


def test_what_differs_is_left_out_and_listed(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compile", *files, "--rename", "e-macron=macron", "--on-conflict", "list"]) == 0
    made = diplo_events.read(files[-1])
    first, second = (diplo_events.read(name).merge(rename=ids) for name, ids in zip(files, ({}, RENAMED), strict=False))
    assert made == first.merge(second, on_conflict="list").dataset
    assert not made.complete  # the aide is a member of what differs
    assert made.actors == (attrs.evolve(AIDE, member_of=("macron",)), FRANCE)
    title, name = capsys.readouterr().err.splitlines()
    assert "title: expected 'Ours', found 'Theirs'; left out" in title
    assert name.startswith(f"{files[1]}:")
    assert name.endswith("warning: macron.name: expected 'Emmanuel Macron', found 'Macron'; left out")


def test_what_is_left_is_whole_where_nothing_refers_to_what_differs(files: list[str], tmp_path: Path) -> None:
    diplo_events.write(Dataset(records=[attrs.evolve(OURS, name="M."), FRANCE], title="Ours"), tmp_path / "second.json")
    assert main(["compile", *files, "--on-conflict", "list"]) == 0
    assert diplo_events.read(files[-1]) == Dataset(records=[FRANCE], title="Ours")


def test_other_gaps_are_problems_still(files: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    lost = attrs.evolve(AIDE, member_of=("nowhere", "macron"))
    theirs = Dataset(records=[FRANCE, attrs.evolve(OURS, name="M."), lost], complete=False)
    diplo_events.write(theirs, tmp_path / "second.json")
    assert main(["compile", *files, "--on-conflict", "list"]) == 1
    assert re.search("aide.member_of.0.: expected .*'nowhere'", capsys.readouterr().err)
    assert not Path(files[-1]).exists()


def test_what_does_not_differ_needs_no_word(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compile", files[0], *files[2:], "--on-conflict", "first"]) == 0
    assert capsys.readouterr().err == ""
    assert diplo_events.read(files[-1]) == diplo_events.read(files[0])


@pytest.mark.parametrize(
    ("rename", "message"),
    [
        ("e-macrom=macron", "no record has the id 'e-macrom'; did you mean 'e-macron'?"),
        ("e-macron=france", "second.json: rename['e-macron']: expected at most one record of a dataset"),
        ("e-macron=E. Macron", "expected an id (a-z"),
        ("e-macron", "expected OLD=NEW, two ids, found 'e-macron'"),
    ],
)
def test_names_that_cannot_be_given(
    files: list[str], capsys: pytest.CaptureFixture[str], rename: str, message: str
) -> None:
    try:
        status = main(["compile", *files, "--rename", rename])
    except SystemExit as stopped:
        status = stopped.code
    assert status == 2
    assert message in capsys.readouterr().err
