"""`read` and `write`: the format is that of the suffix, and every format gives the same dataset."""

import builtins
import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import attrs
import pytest

from diplo_events import Dataset, FrozenMap, MissingExtraError, NotReadableError, load_example, read, write
from diplo_events.errors import ArgumentError
from diplo_events.formats import ALL_FORMATS, ALL_SUFFIXES, FORMATS, SUFFIXES, format_name, format_named, format_of
from diplo_events.formats.parts import LEDGER
from each_case import each_case

ONE_OF = f"one of {' '.join(ALL_SUFFIXES)}"


@pytest.fixture(scope="module")
def example() -> Dataset:
    return load_example()


def some_of(dataset: Dataset) -> Dataset:
    """A part that PyYAML reads before one loses patience; its own tests read the whole."""
    return Dataset(records=dataset.records[::20], title="Ä", complete=False, extra=FrozenMap({"a": [1, {"b": None}]}))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_example_comes_back_through_every_format(suffix: str, example: Dataset, tmp_path: Path) -> None:
    path = tmp_path / f"example{suffix.upper()}"
    example = some_of(example) if SUFFIXES[suffix] == "yaml" else example
    write(example, path)
    assert read(path) == read(str(path)) == example
    first = path.read_bytes()
    write(read(path), path)
    assert path.read_bytes() == first
    assert first.endswith(b"\n")
    assert b"\r" not in first
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@each_case("name", ALL_FORMATS)
def test_each_format_has_the_same_verbs(name: str) -> None:
    module = importlib.import_module(f"diplo_events.formats.{name}")
    assert {"load", "loads", "dump", "dumps", *(["places"] if name in FORMATS else [])} <= set(module.__all__)
    assert "Loses nothing" in (module.__doc__ or "")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("a.jsn", "did you mean '.json'?"),
        ("a.yml2", "did you mean '.yml'?"),
        ("a.txt", ONE_OF),
        ("a", ONE_OF),
        ("json", ONE_OF),
    ],
)
def test_an_unknown_suffix_is_named_with_those_that_are_known(name: str, hint: str, tmp_path: Path) -> None:
    for use in (read, format_of, format_name, lambda path: write(Dataset(), path)):
        with pytest.raises(NotReadableError) as caught:
            use(tmp_path / name)
        (problem,) = caught.value.problems
        assert (problem.expected, problem.hint) == ("a known suffix", hint)
        assert str(problem.location) == str(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "no.json")
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(IsADirectoryError):
        write(Dataset(), tmp_path / "folder.json")


class TestAFolderOfParts:
    def test_is_read_as_one_dataset(self, example: Dataset, tmp_path: Path) -> None:
        parts = tmp_path / "parts"
        parts.mkdir()
        for number, name in enumerate(("a.json", "b.jsonl", "c.yml")):
            write(attrs.evolve(example, records=example.records[number::3], complete=False), parts / name)
        (parts / LEDGER).write_text("same: []")
        (parts / "notes.txt").write_text("x")
        assert read(parts) == read(str(parts)) == example

    def test_whose_parts_do_not_fit_is_refused_with_the_place_of_each_problem(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text("format_version: '1.0'\ncomplete: false\ntitle: A\n")
        (tmp_path / "b.yaml").write_text(
            "format_version: '1.0'\ncomplete: false\ntitle: B\nactors:\n"
            "- {id: a, name: A, kind: state, member_of: [b]}\n"
        )
        (tmp_path / "c.json").write_text("[")
        with pytest.raises(NotReadableError) as caught:
            read(tmp_path)
        assert [str(problem).partition(": expected")[0] for problem in caught.value.problems] == [
            f"{tmp_path / 'b.yaml'}: title",
            f"{tmp_path / 'c.json'}:1:2: [0]",
        ]
        (tmp_path / "c.json").unlink()
        (tmp_path / "a.yaml").unlink()
        assert not read(tmp_path).complete, "one part is what it is"

    @pytest.mark.slow
    def test_that_is_not_complete_is_refused(self, example: Dataset, tmp_path: Path) -> None:
        for number in range(2):
            part = attrs.evolve(example, records=example.records[number::3], complete=False)
            write(part, tmp_path / f"{number}.json")
        with pytest.raises(NotReadableError, match="expected the id of"):
            read(tmp_path)

    def test_without_parts_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(NotReadableError, match=r"expected a file that ends in \.json \.jsonl \.yaml \.yml"):
            read(tmp_path)


def test_a_format_has_a_name_and_nothing_else_has() -> None:
    assert [format_named(name).__name__.rpartition(".")[2] for name in ALL_FORMATS] == list(ALL_FORMATS)
    with pytest.raises(ArgumentError, match=r"expected format to be json, jsonl, yaml, .* or \w+, found 'jsn'"):
        format_named("jsn")


def test_advice_stands_where_no_suffix_is_similar() -> None:
    with pytest.raises(NotReadableError, match=r"found '\.txt'; ask$"):
        format_name("a.txt", advice="ask")
    with pytest.raises(NotReadableError, match=r"did you mean '\.json'\?$"):
        format_name("a.jsn", advice="ask")


def test_errors_name_the_file(tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        path = tmp_path / f"x{suffix}"
        path.write_bytes(b"[")
        with pytest.raises(NotReadableError) as caught:
            read(path)
        assert str(caught.value).startswith(f"{path}:1:")


def test_yaml_without_its_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *arguments: object) -> ModuleType:
        if name == "yaml":
            raise ImportError(name)
        return real(name, *arguments)

    monkeypatch.delitem(sys.modules, "diplo_events.formats.yaml", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"needs the extra 'yaml': pip install 'diplo-events\[yaml\]'"):
        format_of("x.yaml")
    assert format_of("x.jsonl").__name__.endswith("jsonl")


def test_json_needs_no_extra_at_all() -> None:
    code = (
        "import sys; sys.modules['yaml'] = None\n"
        "import diplo_events\n"
        "d = diplo_events.load_example()\n"
        "import diplo_events.formats.jsonl as j\n"
        "assert j.loads(j.dumps(d)) == d\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
