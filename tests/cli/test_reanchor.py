"""What `diplo-events reanchor` prints and writes."""

import json
from pathlib import Path

import pytest
from known_passages import TEXT, dataset_of

from diplo_events import Dataset, Source, read
from diplo_events.cli import main
from diplo_events.coding import check
from diplo_events.coding.anchoring import read_texts
from diplo_events.formats import json as json_format

NEW = TEXT.replace("Anna", "Meanwhile, Anna").replace("“open”", '"open"')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with records, their old text and a new one."""
    for name, text in {"old": TEXT, "new": NEW, "worse": NEW.replace("knows why", "knows how")}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_bytes(text.encode())
    (tmp_path / "mine.json").write_text(json_format.dumps(dataset_of()), encoding="utf-8")
    return tmp_path


def test_lists_without_writing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "mine.json").read_bytes()
    assert main(["reanchor", f"{folder}/mine.json", "--texts", f"{folder}/new", "--old", f"{folder}/old"]) == 0
    first, *middle, counts, last = capsys.readouterr().out.splitlines()
    assert first == "a: a.txt, by the old text"
    assert "  moved a/s2.spans[0] 42:51 -> 53:62 'She left!'" in middle
    note = " (the same words in other marks, spaces or Unicode form)"
    assert f"  moved a/s3.spans[0] 52:71 -> 63:82 'The café is \"open\".'{note}" in middle
    assert counts == "  1 in place, 6 moved"
    assert last == "1 source with another text; 1 changed, 0 left as before; nothing written: use -o"
    assert (folder / "mine.json").read_bytes() == before


def test_writes_what_check_accepts(folder: Path) -> None:
    out = str(folder / "out.json")
    assert (
        main(["reanchor", f"{folder}/mine.json", "--texts", f"{folder}/new", "--old", f"{folder}/old", "-o", out]) == 0
    )
    (problem,) = check(out, texts=f"{folder}/new").problems
    assert problem.path == "a"  # the word that was put in


def test_a_source_that_is_not_settled_stays_and_ends_with_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["reanchor", f"{folder}/mine.json", "--texts", f"{folder}/worse", "--old", f"{folder}/old", "-o"]
    assert main([*call, f"{folder}/out.json"]) == 1
    printed = capsys.readouterr().out
    assert "ambiguous a/s4.spans[0] 72:102; perhaps 83:113 'Nobody in the house knows how.' (other words" in printed
    assert "1 ambiguous; left as it was" in printed
    assert read(folder / "out.json") == dataset_of()
    assert main([*call, f"{folder}/out.json", "--accept", "a/s4.spans[0]"]) == 0
    assert read(folder / "out.json") != dataset_of()
    assert main([*call, f"{folder}/out.json", "--accept", "a/s4.spans[0]=83:112"]) == 0
    assert main([*call, f"{folder}/out.json", "--partial"]) == 1
    written = read(folder / "out.json")
    assert isinstance(written, Dataset)
    assert written["a/s4"].extra["unanchored"][0]["start"] == 72


def test_digests_serve_in_place_of_the_old_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = f"{folder}/mine.json"
    assert main(["reanchor", mine, "--texts", f"{folder}/old", "--digests", "-o", mine]) == 0
    source = read(mine)["a"]
    assert isinstance(source, Source)
    assert len(source.digests) == 7
    capsys.readouterr()
    assert main(["reanchor", mine, "--texts", f"{folder}/new", "--json", "-o", mine]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(each["source"], each["evidence"], each["changed"]) for each in found["sources"]] == [
        ("a", "digests", True)
    ]
    assert {passage["outcome"] for passage in found["sources"][0]["passages"]} == {"in_place", "moved"}
    renewed = read(mine)["a"]
    assert isinstance(renewed, Source)
    assert renewed.sha256 in read_texts(folder / "new")
    assert len(renewed.digests) == 7


def test_no_text_like_it_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "new" / "a.txt").rename(folder / "new" / "other.txt")
    (folder / "new" / "other.txt").write_text("Nothing like it.", encoding="utf-8")
    assert main(["reanchor", f"{folder}/mine.json", "--texts", f"{folder}/new", "--old", f"{folder}/old"]) == 1
    assert "a: no text at hand is like its text; name the file a.txt" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["a/s4.spans[0]=83", "a/s4.spans[0]=83:x", "a/s4.spans[0]=-1:4"])
def test_a_place_that_is_not_one_is_a_wrong_call(folder: Path, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reanchor", f"{folder}/mine.json", "--texts", f"{folder}/new", "--accept", word]) == 2
    assert "expected START:END after =" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--digests"], "--digests writes into a dataset: name the file with -o"),
        (["--json", "-o", "-", "--to", "json"], "--json and -o - would both write to standard output"),
    ],
)
def test_options_that_do_not_go_together_are_a_wrong_call(
    folder: Path, options: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reanchor", f"{folder}/mine.json", "--texts", f"{folder}/new", *options]) == 2
    assert message in capsys.readouterr().err
