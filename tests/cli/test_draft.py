"""`diplo-events draft`: texts in, a dataset out, and what remains to be coded."""

from pathlib import Path

import attrs
import pytest

from diplo_events import OPEN, Actor, ActorKind, Dataset, Place, Source, SourceKind, Statement, read, write
from diplo_events.cli import main

TEXT = "Toll refused\n\nMinister Ana Reis said on Tuesday: “We will pay.” Sweden criticized it."


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "The toll.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_text_becomes_a_draft(text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "draft.yaml"
    assert main(["draft", str(text), "-o", str(output), "--published", "2031-05-14", "--kind", "news_article"]) == 0
    dataset = read(output)
    (source,) = dataset.of_type(Source)
    assert (source.id, source.kind, str(source.published)) == ("the-toll", SourceKind.NEWS_ARTICLE, "2031-05-14")
    said, criticized = dataset.of_type(Statement)
    assert (said.speakers, said.acts, str(said.when)) == (("ana-reis",), OPEN, "2031-05-13")
    assert [act.value for act in criticized.acts] == ["criticize"]
    assert "still to be coded: summary 2, acts 1" in capsys.readouterr().out


@pytest.mark.parametrize(("schema", "path"), [("schema.json", "schema.json"), ("../schema.json", "../schema.json")])
def test_a_draft_beside_a_schema_tells_the_editor(text: Path, tmp_path: Path, schema: str, path: str) -> None:
    folder = tmp_path / "encoding"
    folder.mkdir()
    assert main(["draft", str(text), "-o", str(folder / "without.yaml")]) == 0
    (folder / schema).write_text("{}", encoding="utf-8")
    for name in ("with.yaml", "with.json"):
        assert main(["draft", str(text), "-o", str(folder / name)]) == 0
    first, rest = (folder / "with.yaml").read_text(encoding="utf-8").split("\n", 1)
    assert first == f"# yaml-language-server: $schema={path}"
    assert rest == (folder / "without.yaml").read_text(encoding="utf-8")
    assert read(folder / "with.yaml") == read(folder / "with.json")


def test_known_actors_keep_their_ids(text: Path, tmp_path: Path) -> None:
    actors, output = tmp_path / "actors.json", tmp_path / "draft.json"
    write(Dataset(records=(Actor(id="reis", name="Ana Reis", kind=ActorKind.PERSON),)), actors)
    assert main(["draft", str(text), "-o", str(output), "--actors", str(actors), "--source", "toll"]) == 0
    assert [record.speakers for record in read(output).of_type(Statement)] == [("reis",), ("sweden",)]


@pytest.mark.slow
def test_places_are_proposed_on_demand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, output = tmp_path / "a1.txt", tmp_path / "draft.json"
    text.write_text("Toll refused\n\nMinister Ana Reis told reporters in Geneva that it rained.", encoding="utf-8")
    assert main(["draft", str(text), "-o", str(output), "--places"]) == 0
    dataset = read(output)
    assert [(place.id, place.country) for place in dataset.of_type(Place)] == [("place/geneva", "CH")]
    assert [record.place for record in dataset.of_type(Statement)] == ["place/geneva"]
    assert main(["draft", str(text), "-o", str(output)]) == 0
    assert not list(read(output).of_type(Place))
    assert "still to be coded" in capsys.readouterr().out


def test_several_texts_are_one_draft(text: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Ana Reis told Sweden no.", encoding="utf-8")
    output = tmp_path / "drafts.jsonl"
    assert main(["draft", str(text), str(other), "-o", str(output), "--publisher", "The Veld Wire"]) == 0
    dataset = read(output)
    assert {source.id: source.publisher for source in dataset.of_type(Source)} == dict.fromkeys(
        ("the-toll", "other"), "the-veld-wire"
    )
    assert {record.speakers for record in dataset.of_type(Statement)} == {("ana-reis",), ("sweden",)}


def test_wrong_calls_say_what_to_do(text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "b"
    folder.mkdir()
    (folder / text.name).write_text(TEXT, encoding="utf-8")
    output = str(tmp_path / "x.json")
    assert main(["draft", str(text), str(folder / text.name), "-o", output]) == 2
    found = capsys.readouterr().err
    assert "found one id for several; rename them, or draft them one by one, with --source:" in found
    assert ": the-toll (" in found
    assert [found.count(str(path)) for path in (text, folder / text.name)] == [1, 1]
    assert main(["draft", *[str(folder / text.name)] * 2, *[str(tmp_path / "none.txt")] * 3, "-o", output]) == 2
    found = capsys.readouterr().err
    assert ": the-toll (" in found
    assert "; none (" in found
    assert main(["draft", str(text), str(text), "-o", output, "--source", "a"]) == 2
    assert "--source is for one text, found 2" in capsys.readouterr().err
    (tmp_path / "bytes.txt").write_bytes(b"\xff")
    assert main(["draft", str(tmp_path / "bytes.txt"), "-o", output]) == 1
    assert "bytes.txt" in capsys.readouterr().err
    assert not Path(output).exists()


def test_texts_that_cannot_be_drafted_are_all_named(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {"bytes.txt": b"\xff", "empty.txt": b"", "blank.txt": " \n\xa0".encode()}
    for name, data in names.items():
        (tmp_path / name).write_bytes(data)
    output = tmp_path / "x.json"
    assert main(["draft", str(text), *(str(tmp_path / name) for name in names), "-o", str(output)]) == 1
    found = capsys.readouterr().err
    assert all(name in found for name in names)
    assert found.count("expected a text with words, found an empty one") == 2
    assert not output.exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--source", "The toll!"], "found 'The toll!'; did you mean 'the-toll'?"),
        (["--source", "…"], "--source: expected an id (a-z and 0-9, with - . _ / inside, at most 200 characters)"),
        (["--source", ""], "--source: expected an id"),
        (["--publisher", " "], "--publisher: expected a name, found ' '"),
    ],
)
def test_names_that_are_none_are_a_wrong_call(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert main(["draft", str(text), "-o", str(tmp_path / "x.json"), *options]) == 2
    assert said in capsys.readouterr().err


def test_a_draft_never_takes_the_place_of_the_actors(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    actors = tmp_path / "actors.json"
    write(Dataset(records=(Actor(id="lund", name="Ida Lund", kind=ActorKind.PERSON),)), actors)
    before = actors.read_bytes()
    assert main(["draft", str(text), "-o", str(actors), "--actors", str(actors)]) == 2
    assert "is a file to read: name another for the draft" in capsys.readouterr().err
    assert actors.read_bytes() == before


def test_a_draft_never_takes_the_place_of_what_somebody_coded(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "draft.json"
    arguments = ["draft", str(text), "-o", str(output)]
    assert main(arguments) == 0
    assert main(arguments) == 0, "nothing is judged in it yet"
    drafted = read(output)
    coded = attrs.evolve(drafted.statements[1], summary="Sweden criticized it.")
    assert coded.open == ()
    write(Dataset(records=tuple(coded if r.id == coded.id else r for r in drafted.records)), output)
    before = output.read_bytes()
    capsys.readouterr()
    assert main(arguments) == 2
    assert "holds a record that is coded: name another file for the draft" in capsys.readouterr().err
    assert output.read_bytes() == before
    assert main([*arguments, "--force"]) == 0
    assert read(output) == drafted


def test_a_draft_never_takes_the_place_of_a_file_that_cannot_be_read(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "draft.yaml"
    output.write_text("statemets: []\n")
    assert main(["draft", str(text), "-o", str(output)]) == 2
    assert "is there and cannot be read" in capsys.readouterr().err
    assert output.read_text() == "statemets: []\n"
    output.write_text("")
    assert main(["draft", str(text), "-o", str(output)]) == 0, "an empty file holds nobody's work"
