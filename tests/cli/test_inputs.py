"""What the commands read, and where they say that problems stand."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from diplo_events import Dataset, Issue, NotReadableError, Problem, load_example, write
from diplo_events.cli._inputs import LEDGER, UsageError, all_problems, file_problems, files_of, merged, read_input
from diplo_events.formats import yaml as yaml_format

HEAD = "format_version: '1.0'\ncomplete: false\n"
ACTORS = HEAD + "actors:\n- {id: a, name: A, kind: state}\n- {id: b, name: B, kind: state, member_of: [c]}\n"
MORE = HEAD + "title: T\nactors:\n- id: c\n  name: C\n  kind: group\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "actors.yaml").write_text(ACTORS)
    (tmp_path / "more.yaml").write_text(MORE)
    return tmp_path


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


class TestFiles:
    def test_a_folder_stands_for_the_datasets_in_it(self, folder: Path) -> None:
        (folder / "notes.txt").write_text("x")
        (folder / "B.JSON").write_text("{}")
        (folder / LEDGER).write_text("same: []\n")
        (folder / "inner.yaml").mkdir()
        assert [Path(name).name for name in files_of([str(folder)])] == ["B.JSON", "actors.yaml", "more.yaml"]

    def test_files_stay_in_the_order_in_which_they_are_given(self, folder: Path) -> None:
        names = [str(folder / "more.yaml"), "-", str(folder / "actors.yaml")]
        assert files_of(names) == names

    def test_what_is_not_there_is_said_not_to_be(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="no such file or folder"):
            files_of([str(tmp_path / "no.yaml")])
        with pytest.raises(UsageError, match=r"no file in this folder ends in \.json \.jsonl \.yaml \.yml"):
            files_of([str(tmp_path)])


class TestOneInput:
    def test_a_file_is_read_by_its_suffix_or_by_the_format_that_is_named(self, tmp_path: Path) -> None:
        write(load_example(), tmp_path / "a.jsonl")
        (tmp_path / "a.jsonl").rename(tmp_path / "a.txt")
        assert read_input(str(tmp_path / "a.txt"), "jsonl") == load_example()

    def test_standard_input_needs_the_name_of_its_format(self, monkeypatch: pytest.MonkeyPatch) -> None:
        stdin(monkeypatch, b"format_version: '1.0'")
        assert read_input("-", "yaml") == Dataset()
        with pytest.raises(UsageError, match="say --from json, jsonl or yaml"):
            read_input("-", None)
        stdin(monkeypatch, b"{")
        with pytest.raises(NotReadableError, match="<stdin>:1:2"):
            read_input("-", "json")

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("x.jsn", r"no format has the suffix '\.jsn'; did you mean '\.json'\?"),
            ("x.txt", r"no format has the suffix '\.txt'; say --from json, jsonl or yaml"),
        ],
    )
    def test_an_unknown_suffix_is_a_wrong_call(self, name: str, message: str, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match=message):
            read_input(str(tmp_path / name), None)

    @pytest.mark.parametrize("format_name", [None, "yaml"])
    def test_a_folder_is_a_wrong_call(self, tmp_path: Path, format_name: str | None) -> None:
        with pytest.raises(UsageError, match="is a folder: compile it into one file first"):
            read_input(str(tmp_path), format_name)


class TestMerged:
    def test_parts_make_a_whole(self, folder: Path) -> None:
        dataset, problems = merged(files_of([str(folder)]))
        assert problems == []
        assert (list(dataset), dataset.complete, dataset.title) == (["a", "b", "c"], True, "T")

    def test_one_file_stays_as_it_is(self, folder: Path) -> None:
        dataset, problems = merged([str(folder / "actors.yaml")])
        assert problems == []
        assert not dataset.complete

    def test_what_does_not_fit_together_is_found_in_its_file(self, folder: Path) -> None:
        (folder / "more.yaml").write_text(HEAD + "actors:\n- {id: cc, name: C, kind: group}\n")
        _, (problem,) = merged(files_of([str(folder)]))
        assert str(problem) == (
            f"{folder / 'actors.yaml'}:5:3: b.member_of[0]: expected the id of an actor, found 'c'; did you mean 'cc'?"
        )

    def test_what_does_not_agree_is_found_in_the_later_file(self, folder: Path) -> None:
        (folder / "zoo.yaml").write_text(HEAD + "title: U\nactors:\n- {id: a, name: Other, kind: state}\n")
        _, problems = merged(files_of([str(folder)]))
        assert [str(p).partition(": expected")[0] for p in problems] == [
            f"{folder / 'zoo.yaml'}: title",
            f"{folder / 'zoo.yaml'}:5:3: a.name",
        ]

    def test_what_does_not_agree_hides_nothing_else_of_its_file(self, folder: Path) -> None:
        text = "actors:\n- {id: a, name: Other, kind: state}\n- {id: z, name: Z, kind: group, member_of: [nobody]}\n"
        (folder / "zoo.yaml").write_text(HEAD + text)
        _, problems = merged(files_of([str(folder)]))
        assert [p.path for p in problems] == ["a.name", "z.member_of[0]"]

    def test_every_file_that_cannot_be_read_is_listed(self, folder: Path) -> None:
        for name in ("x.json", "y.jsonl", "z.yaml"):
            (folder / name).write_text("[")
        dataset, problems = merged(files_of([str(folder)]))
        assert {str(p.location).rpartition("/")[2].split(":")[0] for p in problems} == {"x.json", "y.jsonl", "z.yaml"}
        assert len(dataset) == 3


class TestAllProblems:
    def test_a_ledger_that_is_wrong_is_listed_with_its_place(self, folder: Path) -> None:
        for text, start in (
            ("same: 3\n", "1:1: same: expected a list"),
            ("different:\n- {members: [zz], because: B.}\n", "different[0]: expected the id of an event record"),
            ("a: [", "1:5: expected well-formed YAML"),
            ("\udcff", "1:1: expected UTF-8"),
        ):
            (folder / LEDGER).write_text(text, errors="surrogateescape")
            dataset, _ = merged(files_of([str(folder)]))
            found = all_problems(dataset, [str(folder)], files_of([str(folder)]))
            assert [str(p) for p in found if start in str(p)], (start, [str(p) for p in found])

    def test_a_file_of_another_suffix_is_looked_at_in_the_format_that_is_named(self, folder: Path) -> None:
        (folder / "actors.yaml").rename(folder / "actors.txt")
        problem = Problem(path="b.member_of[0]", expected="x", found="y")
        (found,) = file_problems([problem], ["-", str(folder / "actors.txt")], "yaml")
        assert str(found.location) == f"{folder / 'actors.txt'}:5:3"

    def test_a_problem_stays_where_it_is_or_without_a_place(self, folder: Path) -> None:
        (folder / "broken.yaml").write_text("[")
        ids = [Issue(id=key, label="L", proposition="P.") for key in ("i", "i.j", "i.jk")]
        (folder / "issues.yaml").write_text(yaml_format.dumps(Dataset(records=ids)))
        paths = ["i.label", "i.j.label", "i.jk", "other.x", ""]
        given = [Problem(path=path, expected="x", found="y") for path in paths]
        found = file_problems(given, files_of([str(folder)]))
        assert [p.location.line if p.location else None for p in found] == [3, 4, 5, None, None]
