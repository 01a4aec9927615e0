"""What the commands read."""

import io
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from diplo_events import Dataset, NotReadableError, load_example, write
from diplo_events.cli._inputs import absence, files_of, parts_of, read_input
from diplo_events.cli._shared_options import FORMAT_WORDS, UsageError
from diplo_events.formats.parts import LEDGER, Part
from each_case import each_case

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
        with pytest.raises(UsageError, match=f"use --from {FORMAT_WORDS}"):
            read_input("-", None)
        stdin(monkeypatch, b"{")
        with pytest.raises(NotReadableError, match="<stdin>:1:2"):
            read_input("-", "json")

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("x.jsn", r"expected a known suffix, found '\.jsn'; did you mean '\.json'\?"),
            ("x.txt", rf"expected a known suffix, found '\.txt'; use --from {FORMAT_WORDS}"),
        ],
    )
    def test_an_unknown_suffix_is_a_wrong_call(self, name: str, message: str, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match=message):
            read_input(str(tmp_path / name), None)

    @each_case(
        ("wanted", "there", "meant"),
        [
            ("nothing.txt", "constraints.txt", False),
            ("a.json", "b.json", False),
            ("notes.json", "dates.json", False),
            ("statements.yaml", "settlements.yaml", True),
            ("artcle.txt", "article.txt", True),
            ("article", "article.txt", True),
            ("article.yml", "article.yaml", True),
            ("ARTICLE.txt", "article.txt", True),
            (".hiden", ".hidden", True),
        ],
    )
    def test_a_missing_file_is_like_one_of_nearly_the_same_name(self, wanted: str, there: str, meant: bool) -> None:
        hint = f"; did you mean {there!r}?" if meant else ""
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / there).touch()
            assert absence(f"{folder}/{wanted}") == f"{folder}/{wanted}: no such file or folder{hint}"

    @pytest.mark.parametrize("format_name", [None, "yaml"])
    def test_a_folder_without_parts_is_a_wrong_call(self, tmp_path: Path, format_name: str | None) -> None:
        with pytest.raises(UsageError, match=r"no file in this folder ends in \.json"):
            read_input(str(tmp_path), format_name)

    @pytest.mark.parametrize("name", ["x.txt", "-"])
    def test_every_name_is_looked_at_before_any_file_is_read(self, name: str, folder: Path) -> None:
        (folder / "x.txt").write_text("x")
        with pytest.raises(UsageError, match=f"use --from {FORMAT_WORDS}"):
            parts_of([str(folder), name if name == "-" else str(folder / name)], None)

    def test_standard_input_is_read_and_files_keep_their_names(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stdin(monkeypatch, b"format_version: '1.0'")
        part, name = parts_of(["-", str(folder)], "yaml")
        assert isinstance(part, Part)
        assert (part.name, part.dataset, name) == ("<stdin>", Dataset(), str(folder))
