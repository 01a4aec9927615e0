"""Folders are written as a whole or not at all: the old one survives failures, killed writers and second writers."""

import os
import shutil
from pathlib import Path

import pytest

from diplo_events._internal.system import atomic_folder
from diplo_events._internal.system.atomic_file import FileState, machine
from diplo_events._internal.system.atomic_folder import put_back, write_folder

OLD = {"a": b"old", "b": b"old"}
NEW = {"a": b"new"}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "x"
    write_folder(folder, OLD)
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_it_holds_what_it_is_given_and_nothing_is_beside_it(old: Path) -> None:
    assert content(old) == OLD
    write_folder(old, NEW)
    assert content(old) == NEW
    assert [path.name for path in old.parent.iterdir()] == ["x"]


@pytest.mark.parametrize("step", ["mkdir", "rename"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("after", [0, 1])
def test_a_failure_at_any_step_leaves_the_old_folder_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException, after: int
) -> None:
    real, calls = getattr(Path, step), [0]

    def failing(*arguments: object) -> object:
        calls[0] += 1
        if calls[0] == after + 1:
            raise error
        return real(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(Path, step, failing)
        if step == "mkdir" and after:
            write_folder(old, OLD)  # one folder is made, not two
        else:
            with pytest.raises(type(error)):
                write_folder(old, NEW)
    assert content(old) == OLD
    assert [path.name for path in old.parent.iterdir()] == ["x"]


def test_a_killed_writer_leaves_the_old_folder_which_is_put_back(old: Path) -> None:
    old.rename(atomic_folder.kept(old))
    put_back(old)
    assert content(old) == OLD
    old.rename(atomic_folder.kept(old))
    write_folder(old, NEW)
    assert content(old) == NEW
    assert [path.name for path in old.parent.iterdir()] == ["x"]


def test_what_a_killed_writer_no_longer_needs_is_removed_by_the_next(old: Path) -> None:
    shutil.copytree(old, atomic_folder.kept(old))
    unfinished = old.with_name(f".diplo-events-{machine()}-999999999-{'0' * 16}.folder")
    living = old.with_name(f".diplo-events-{machine()}-{os.getpid()}-{'0' * 16}.folder")
    unfinished.mkdir()
    living.mkdir()
    write_folder(old, NEW)
    assert content(old) == NEW
    assert {path.name for path in old.parent.iterdir()} == {"x", living.name}


def test_a_second_writer_is_noticed(old: Path) -> None:
    before = FileState.of(old)
    write_folder(old, {"a": b"second"})
    with pytest.raises(FileExistsError, match="another writer changed it") as refused:
        write_folder(old, NEW, before=before)
    assert refused.value.filename == str(old)
    assert content(old) == {"a": b"second"}


def test_what_a_check_refuses_is_not_replaced(old: Path) -> None:
    def check(folder: Path) -> None:
        raise FileExistsError(17, f"{folder.name} is not yours")

    with pytest.raises(FileExistsError, match="x is not yours"):
        write_folder(old, NEW, check=check)
    assert content(old) == OLD
    write_folder(old.with_name("y"), NEW, check=check)
    assert content(old.with_name("y")) == NEW


def test_a_link_is_followed(old: Path) -> None:
    link = old.with_name("link")
    link.symlink_to(old, target_is_directory=True)
    write_folder(link, NEW)
    assert link.is_symlink()
    assert content(old) == NEW


def test_a_name_that_no_folder_can_have_is_an_error_of_the_system() -> None:
    put_back("a\0b")
    with pytest.raises(OSError, match="Invalid argument"):
        write_folder("a\0b", NEW)
