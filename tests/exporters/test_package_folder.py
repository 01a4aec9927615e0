"""A package folder: replaced as a whole, never over what others wrote, and compared with its hashes when it is read."""

import functools
import itertools
import json
import os
import re
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from diplo_events import Dataset, NotReadableError, Source, SourceKind, cli, read, write
from diplo_events._internal.system.atomic_file import FileState
from diplo_events.coding import check
from diplo_events.errors import ArgumentError
from diplo_events.exporters.package_descriptions import CROISSANT, DESCRIPTOR, README, companions, readme
from diplo_events.formats import json as json_format
from diplo_events.formats.package_folders import JOURNAL, is_inside, package_states, write_package

NAMES = ["data.json", CROISSANT, README, DESCRIPTOR]
OLD, NEW, NEWEST = (Dataset(title=title) for title in ("Old", "New", "Newest"))


@functools.cache
def files_of(dataset: Dataset) -> dict[str, bytes]:
    data = json_format.dumps(dataset).encode()
    return {"data.json": data} | companions(dataset, data, file="data.json")


def packaged(dataset: Dataset, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    files = files_of(dataset)
    write_package(folder, files, before=package_states(folder, files))
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def package(*words: str) -> int:
    return cli.main(["package", *words])


class TestNothingOfOthersIsReplaced:
    @pytest.mark.parametrize("name", [DESCRIPTOR, CROISSANT, "DataPackage.JSON", "Croissant.json"])
    def test_a_dataset_with_the_name_of_a_description(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        write(OLD, tmp_path / name)
        before = content(tmp_path)
        assert package(name, "-o", ".") == 2
        assert "choose another with --name" in capsys.readouterr().err
        assert content(tmp_path) == before
        assert package(name, "-o", "out", "--name", name.upper()) == 2
        assert not (tmp_path / "out").exists()
        assert package(name, "-o", "out", "--name", "tolls.JSON") == 0
        with pytest.raises(ArgumentError, match="expected another file name"):
            companions(OLD, b"", file=name)

    @pytest.mark.parametrize("name", [*NAMES, "readme.MD"])
    def test_a_file_that_somebody_wrote(self, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write(NEW, tmp_path / "data.yaml")
        out = tmp_path / "out"
        out.mkdir()
        (out / name).write_text('{"mine": 1}')
        assert package(str(tmp_path / "data.yaml"), "-o", str(out)) == 2
        error = capsys.readouterr().err
        assert error.startswith(f"diplo-events: {out / name}: it is not from diplo-events package")
        assert "nothing was written" in error
        assert content(out) == {name: b'{"mine": 1}'}

    @pytest.mark.parametrize("name", NAMES)
    def test_a_file_of_a_package_that_somebody_changed(self, name: str, tmp_path: Path) -> None:
        out = packaged(OLD, tmp_path / "out")
        (out / name).write_bytes((out / name).read_bytes().replace(b"Old", b"Mine"))
        before = content(out)
        assert before != files_of(OLD)
        with pytest.raises(FileExistsError) as caught:
            packaged(NEW, out)
        assert content(out) == before
        assert Path(str(caught.value.filename)).name == name or name == DESCRIPTOR

    def test_a_link_out_of_the_folder(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        out.mkdir()
        (tmp_path / "other").write_bytes(b"")
        (out / README).symlink_to(tmp_path / "other")
        with pytest.raises(FileExistsError):
            packaged(NEW, out)
        assert (tmp_path / "other").read_bytes() == b""

    def test_but_an_earlier_package_is(self, tmp_path: Path) -> None:
        out = packaged(OLD, tmp_path / "out")
        (out / "LICENSE").write_text("mine")
        packaged(NEW, packaged(NEW, out))
        assert content(out) == files_of(NEW) | {"LICENSE": b"mine"}

    def test_nor_a_package_that_another_wrote_in_the_meantime(self, tmp_path: Path) -> None:
        out = packaged(OLD, tmp_path / "out")
        before = package_states(out, NAMES)
        packaged(NEW, out)
        with pytest.raises(FileExistsError, match="another writer changed it"):
            write_package(out, files_of(NEWEST), before=before)
        assert content(out) == files_of(NEW)


def killed_after(steps: int, arguments: list[str]) -> int:
    """Run a command in a process that is killed before one of its steps; return the exit code, or minus the signal."""
    child = os.fork()
    if child == 0:
        left = itertools.count(steps, -1)

        def counted(do: Callable[..., Any]) -> Callable[..., Any]:
            def step(*values: Any, **options: Any) -> Any:
                if next(left) == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                return do(*values, **options)

            return step

        try:
            Path.replace, Path.unlink = counted(Path.replace), counted(Path.unlink)  # type: ignore[method-assign]  # on purpose
            os._exit(cli.main(arguments))
        finally:
            os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.slow
@pytest.mark.parametrize("fresh", [True, False])
def test_killed_at_any_step_it_is_old_or_new_or_noticed_and_mended_by_the_next(tmp_path: Path, *, fresh: bool) -> None:
    write(NEW, tmp_path / "new.json")
    codes, outcomes = [], set()
    for steps in range(30):
        out = tmp_path / f"out{steps}"
        if not fresh:
            packaged(OLD, out)
        codes.append(
            killed_after(steps, ["package", str(tmp_path / "new.json"), "-o", str(out), "--name", "data.json"])
        )
        there = {name: data for name, data in content(out).items() if not name.startswith(".")}
        try:
            dataset = read(out) if there else None
        except NotReadableError:
            outcomes.add("noticed")
        else:
            outcomes.add("whole")
            assert there in ({}, files_of(OLD), files_of(NEW))
            assert dataset in (None, OLD, NEW)
        packaged(NEWEST, out)
        assert content(out) == files_of(NEWEST)
        if codes[-1] != -signal.SIGKILL:
            break
    assert codes[-1] == 0, "the last one was not killed"
    assert len(codes) > 5
    assert outcomes == {"noticed", "whole"}


class TestReading:
    @pytest.mark.parametrize("path", ["", DESCRIPTOR, "data.json"])
    def test_the_folder_the_descriptor_or_the_file(self, path: str, tmp_path: Path) -> None:
        assert read(packaged(OLD, tmp_path / "out") / path) == OLD
        assert cli.main(["check", str(tmp_path / "out" / path)]) == 0
        assert cli.main(["brief", str(tmp_path / "out" / path)]) == 0

    @pytest.mark.parametrize("name", NAMES)
    @pytest.mark.parametrize("damage", ["other", "gone", "bit"])
    def test_says_which_file_differs(
        self, name: str, damage: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = packaged(NEW, tmp_path / "out")
        if damage == "gone":
            (out / name).unlink()
        elif damage == "other":
            (out / name).write_bytes(files_of(OLD)[name])
        else:
            data = (out / name).read_bytes()
            (out / name).write_bytes(data.replace(b"New", b"Nev"))
        for path in (out, out / DESCRIPTOR) if (out / DESCRIPTOR).exists() else (out,):
            assert cli.main(["check", str(path)]) == 1
            text = "".join(capsys.readouterr())
            assert "expected" in text
            with pytest.raises(NotReadableError):
                read(path)
        if name != DESCRIPTOR:
            assert [Path(str(p.location)).name for p in check(out).problems] == [name]

    def test_a_package_of_another_program_has_other_hashes_or_none(self, tmp_path: Path) -> None:
        data = files_of(OLD)["data.json"]
        (tmp_path / "data.json").write_bytes(data)
        for digest in (None, __import__("hashlib").md5(data, usedforsecurity=False).hexdigest()):
            resource = {"path": "data.json"} | ({"hash": digest} if digest else {})
            (tmp_path / DESCRIPTOR).write_text(json.dumps({"resources": [resource]}))
            assert read(tmp_path) == OLD
        for hash_, message in (("0" * 32, "the file whose hash"), ("crc:1", "one of the hashes md5")):
            (tmp_path / DESCRIPTOR).write_text(json.dumps({"resources": [{"path": "data.json", "hash": hash_}]}))
            with pytest.raises(NotReadableError, match=message):
                read(tmp_path)

    @pytest.mark.parametrize("path", ["../x.json", "/etc/passwd", "a/../../x", "C:\\x", "\\\\host\\x", "", "a\0b", 5])
    def test_a_path_that_leaves_the_folder_is_refused(self, path: object, tmp_path: Path) -> None:
        (tmp_path / DESCRIPTOR).write_text(json.dumps({"resources": [{"path": path}]}))
        with pytest.raises(NotReadableError, match="the path of a file inside the package"):
            read(tmp_path)
        assert not isinstance(path, str) or not is_inside(path)

    def test_a_dataset_of_that_name_is_a_dataset(self, tmp_path: Path) -> None:
        write(OLD, tmp_path / DESCRIPTOR)
        assert read(tmp_path / DESCRIPTOR) == OLD
        assert read(tmp_path) == OLD

    def test_the_journal_goes(self, tmp_path: Path) -> None:
        out = packaged(OLD, tmp_path / "out")
        assert sorted(content(out)) == sorted(NAMES)
        (out / JOURNAL).write_text("{}")
        assert read(out) == OLD, "all hashes agree"
        assert FileState.of(out / "no") == FileState(None)


def rendered(text: str) -> str:
    """Return Markdown as HTML, by a reference implementation."""
    html: str = MarkdownIt("commonmark", {"html": True}).render(text)
    return html


HOSTILE = st.text(st.sampled_from("<>&*_`[]()!#|~\\-+=1. ab\n\u202e"), min_size=1, max_size=30).filter(str.strip)


class TestTextOfStrangers:
    DATASET = Dataset(
        title="<script>alert(1)</script> *T* `c`",
        description="<img src=x onerror=alert(1)>\n# Head\n[click](javascript:alert(1))\u202e",
        license="MIT",
        citation="<b>Me</b> _now_",
        records=[Source(id="s", title="</td><iframe> | x\n\n# no", kind=SourceKind.OTHER, language="en")],
        extra={"package": {"limits": ["- <u>x</u>"], "creators": ["![i](http://x)"]}},
    )

    def test_is_shown_and_not_obeyed(self) -> None:
        text = readme(self.DATASET, b"", file="a`<b>.json")
        assert not re.search(r"<(?!https?:)", text.replace("`` a`<b>.json ``", "").replace("'a`<b>.json'", ""))
        assert "\u202e" not in text
        assert "\n# Head" not in text
        assert r"\[click\](javascript" in text
        assert r"\u202e" in text
        assert len(re.findall("^# ", text, re.MULTILINE)) == 1

    @given(HOSTILE)
    def test_whatever_it_is(self, text: str) -> None:
        document = readme(Dataset(title=text, description=text, citation=text), b"", file="x.json")
        plain = readme(Dataset(title="a", description="a", citation="a"), b"", file="x.json")
        tags = [re.findall(r"<[^>]*>", rendered(part)) for part in (document, plain)]
        assert [tag for tag in tags[0] if tag not in {"<p>", "</p>"}] == [
            tag for tag in tags[1] if tag not in {"<p>", "</p>"}
        ]


def test_names_of_files_are_printed_with_marks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "a\x1b[31mb\u202e"
    write(OLD, tmp_path / f"{name}.json")
    assert package(str(tmp_path / f"{name}.json"), "-o", str(tmp_path / "out")) == 0
    assert cli.main(["check", str(tmp_path / f"{name}.txt")]) == 2
    (tmp_path / f"{name}.yaml").write_text("x")
    assert cli.main(["check", str(tmp_path / f"{name}.yaml")]) == 1
    assert cli.main(["brief", str(tmp_path / f"{name}.yaml")]) == 1
    assert cli.main(["brief", str(tmp_path / "no"), "--from", name] if os.name == "no" else ["brief", name]) == 2
    for stream in capsys.readouterr():
        assert "\\x1b[31mb\\u202e" in stream
        assert stream.replace("\n", "").isprintable()
