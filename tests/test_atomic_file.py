"""A file is there whole or not at all: a failure at each step leaves the old one, and nothing else."""

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from diplo_events import Dataset, write
from diplo_events._internal.system import atomic_file
from diplo_events._internal.system.atomic_file import FileState, write_all, write_bytes


def failing(error: BaseException) -> Callable[..., object]:
    def fail(*_arguments: object, **_more: object) -> object:
        raise error

    return fail


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.json"
    path.write_bytes(b"old")
    return path


def test_writes_what_it_is_given(tmp_path: Path) -> None:
    write_bytes(tmp_path / "new", b"a\r\n\x00")
    assert (tmp_path / "new").read_bytes() == b"a\r\n\x00"
    assert names(tmp_path) == ["new"]


def test_replaces_an_old_file(old: Path) -> None:
    write_bytes(str(old), b"new")
    assert old.read_bytes() == b"new"
    assert names(old.parent) == ["old.json"]


STEPS = [
    ("os.open", OSError(errno.ENOSPC, "No space left on device")),
    ("os.fdopen", OSError(errno.EMFILE, "Too many open files")),
    ("os.fsync", OSError(errno.EIO, "Input/output error")),
    ("pathlib.Path.chmod", OSError(errno.EPERM, "Operation not permitted")),
    ("pathlib.Path.replace", OSError(errno.EXDEV, "Invalid cross-device link")),
    ("os.fsync", KeyboardInterrupt()),
    ("pathlib.Path.replace", MemoryError()),
]


@pytest.mark.parametrize(("step", "error"), STEPS)
def test_a_failure_at_any_step_leaves_the_old_file_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(step, failing(error))
        with pytest.raises(type(error)) as caught:
            write_bytes(old, b"new")
    assert old.read_bytes() == b"old"
    assert names(old.parent) == ["old.json"]
    if isinstance(caught.value, OSError):
        assert caught.value.filename == str(old)
        assert caught.value.strerror == getattr(error, "strerror", None)


def test_a_failure_while_writing_leaves_the_old_file_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(part: Path, data: bytes, _mode: int | None) -> None:
        part.write_bytes(data[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic_file, "write_through", full)
    with pytest.raises(OSError, match="No space left"):
        write_bytes(old, b"new")
    assert old.read_bytes() == b"old"
    assert names(old.parent) == ["old.json"]


def test_the_disk_has_file_and_name_before_it_returns(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def watched_fsync(handle: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        if steps[-1] == "file":
            assert os.fstat(handle).st_size == 3
        fsync(handle)

    def watched_replace(self: Path, target: Path) -> Path:
        steps.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(Path, "replace", watched_replace)
    write_bytes(old, b"new")
    assert steps == ["file", "rename", "folder"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_an_old_file_keeps_its_permissions(old: Path, mode: int) -> None:
    old.chmod(mode)
    write_bytes(old, b"new")
    assert old.stat().st_mode & 0o777 == mode


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_a_new_file_gets_the_permissions_that_any_new_file_gets(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_bytes(tmp_path / "new", b"")
        assert (tmp_path / "new").stat().st_mode & 0o777 == 0o666 & ~mask
    finally:
        assert os.umask(before) == mask


def test_a_file_that_may_not_be_written_to_is_not_replaced(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda _path, how: how != os.W_OK)  # the one who runs this may be root
    with pytest.raises(PermissionError) as caught:
        write_bytes(old, b"new")
    assert caught.value.filename == str(old)
    assert old.read_bytes() == b"old"


def test_a_link_is_followed(old: Path) -> None:
    link = old.parent / "link"
    link.symlink_to("old.json")
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"


def test_a_link_to_nothing_makes_the_file_that_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("target")
    write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "target").read_bytes() == b"new"


def test_a_circle_of_links_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="symbolic links") as caught:
        write_bytes(tmp_path / "a", b"new")
    assert caught.value.filename == str(tmp_path / "a")


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError) as caught:
        write_bytes(tmp_path, b"new")
    assert caught.value.filename == str(tmp_path)
    assert names(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        write_bytes(tmp_path / "no" / "file", b"")
    assert caught.value.filename == str(tmp_path / "no" / "file")


def test_the_longest_name_that_a_file_can_have_will_do(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250 + ".json")
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_dataset_that_cannot_be_written_touches_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplo_events.formats.json.dumps", failing(ValueError("no")))
    with pytest.raises(ValueError, match="no"):
        write(Dataset(), old)
    assert old.read_bytes() == b"old"


class TestAFolderThatCannotBeSynced:
    """Network shares refuse it, and Windows does not even open a folder: the file is there all the same."""

    @pytest.mark.parametrize("step", ["os.open", "os.fsync"])
    @pytest.mark.parametrize("code", [errno.EINVAL, errno.EACCES, errno.EPERM, errno.EIO])
    def test_is_no_failure(self, old: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int) -> None:
        original = os.open if step == "os.open" else os.fsync

        def refuse(what: object, *more: int, **_named: object) -> object:
            is_folder = stat.S_ISDIR(os.fstat(what).st_mode) if isinstance(what, int) else Path(str(what)).is_dir()
            if is_folder:
                raise OSError(code, os.strerror(code))
            return original(what, *more)

        with monkeypatch.context() as patch:
            patch.setattr(step, refuse)
            write_bytes(old, b"new")
        assert old.read_bytes() == b"new"
        assert names(old.parent) == ["old.json"]


def ended_process() -> int:
    """Return the number of a process that is gone."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait(timeout=60)
    return process.pid


def aged(path: Path, hours: float) -> Path:
    past = time.time() - hours * 3600
    os.utime(path, (past, past))
    return path


class TestLeftovers:
    def test_of_a_killed_writer_are_removed_by_the_next(self, old: Path) -> None:
        code = (
            "import os, signal, sys\nfrom pathlib import Path\n"
            "from diplo_events._internal.system.atomic_file import write_bytes\n"
            "Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
            f"write_bytes({str(old)!r}, b'never')"
        )
        done = subprocess.run([sys.executable, "-c", code], check=False, timeout=60)
        assert done.returncode == -signal.SIGKILL
        assert len(names(old.parent)) == 3, "the old file, a temporary file and a lock"
        write_bytes(old, b"new")
        assert names(old.parent) == ["old.json"]
        assert old.read_bytes() == b"new"

    @pytest.mark.parametrize(
        ("name", "hours", "stays"),
        [
            (f".diplo-events-{atomic_file.machine()}-{{gone}}-{'0' * 16}.tmp", 0, False),
            (f".diplo-events-{atomic_file.machine()}-{{here}}-{'0' * 16}.tmp", 5, True),
            (f".diplo-events-ffffffff-{{gone}}-{'0' * 16}.tmp", 0.9, True),
            (f".diplo-events-ffffffff-{{gone}}-{'0' * 16}.tmp", 1.1, False),
            (".diplo-events-0123456789abcdef.tmp", 1.1, False),
            (".diplo-events-0123456789abcdef.tmp", 0, True),
            (".diplo-events-notes.txt", 5, True),
            (".diplo-events-0123456789abcdef.lock", 0, True),
            (".diplo-events-0123456789abcdef.lock", 0.1, False),
            ("other.tmp", 5, True),
        ],
    )
    def test_stay_while_their_writer_may_live(self, old: Path, name: str, hours: float, *, stays: bool) -> None:
        left = old.with_name(name.format(gone=ended_process(), here=os.getpid()))
        left.write_bytes(b"")
        aged(left, hours)
        write_bytes(old, b"new")
        assert left.exists() == stays

    def test_a_folder_or_a_link_of_such_a_name_is_left_alone(self, old: Path) -> None:
        (folder := old.with_name(".diplo-events-a.tmp")).mkdir()
        (link := old.with_name(".diplo-events-b.tmp")).symlink_to("nowhere")
        write_bytes(aged(folder, 5).with_name("new"), b"new")
        assert folder.exists()
        assert link.is_symlink()


class TestASecondWriter:
    def test_is_told_and_the_first_one_stays(self, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write_through = atomic_file.write_through

        def interrupted(part: Path, data: bytes, mode: int | None) -> None:
            write_through(part, data, mode)
            if data == b"second":
                write_bytes(old, b"first")

        monkeypatch.setattr(atomic_file, "write_through", interrupted)
        with pytest.raises(FileExistsError, match="another writer changed it") as caught:
            write_bytes(old, b"second")
        assert caught.value.filename == str(old)
        assert old.read_bytes() == b"first"
        assert names(old.parent) == ["old.json"]

    @pytest.mark.parametrize("there", [True, False])
    def test_is_noticed_from_the_beginning_of_the_work(self, old: Path, *, there: bool) -> None:
        path = old if there else old.with_name("new.json")
        before = FileState.of(path)
        write_bytes(path, b"one")
        with pytest.raises(FileExistsError):
            write_bytes(path, b"two", before=before)
        assert path.read_bytes() == b"one"
        write_bytes(path, b"two", before=FileState.of(path))
        assert path.read_bytes() == b"two"

    def test_of_many_at_once_each_is_told_or_was_there(self, old: Path) -> None:
        before, told = FileState.of(old), []

        def work(number: int) -> None:
            try:
                write_bytes(old, f"{number}".encode(), before=before)
            except FileExistsError:
                told.append(number)

        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=60)
        assert sorted([*told, int(old.read_bytes())]) == list(range(8))
        assert names(old.parent) == ["old.json"]

    def test_waits_for_a_lock_only_so_long(self, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(atomic_file, "PATIENCE", 0.05)
        with atomic_file.locked(old), pytest.raises(BlockingIOError, match="another process is writing it"):
            write_bytes(old, b"new")
        assert old.read_bytes() == b"old"
        assert names(old.parent) == ["old.json"]


def test_a_dataset_changed_while_it_was_made_is_not_replaced(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_dataset: Dataset) -> str:
        old.write_bytes(b"somebody's")
        return "late"

    monkeypatch.setattr("diplo_events.formats.json.dumps", slow)
    with pytest.raises(FileExistsError):
        write(Dataset(), old)
    assert old.read_bytes() == b"somebody's"


class TestSeveralFiles:
    def test_none_is_replaced_if_one_cannot_be(self, old: Path) -> None:
        with pytest.raises(IsADirectoryError) as caught:
            write_all({old: b"new", old.parent: b"x"})
        assert caught.value.filename == str(old.parent)
        assert old.read_bytes() == b"old"
        assert names(old.parent) == ["old.json"]

    def test_a_device_or_a_pipe_is_not_replaced(self, old: Path) -> None:
        os.mkfifo(pipe := old.with_name("pipe"))
        for path in (pipe, Path("/dev/null")):
            with pytest.raises(OSError, match="a device or a pipe") as caught:
                write_bytes(path, b"new")
            assert caught.value.filename == str(path)
        assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
