"""How much memory there is, from what systems say of it."""

import sys
from pathlib import Path

import pytest

from diplo_events._internal.system import memory
from diplo_events._internal.system.memory import memory_size
from diplo_events.cli import _large_files

GIGABYTE = 1024**3


def system(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    *,
    machine: int | None,
    container: str | None = None,
    process: int = -1,
) -> None:
    """Let a system say so much; what is `None` it does not say."""
    if machine is None:
        monkeypatch.delattr("os.sysconf", raising=False)
    else:
        values = {
            "SC_PAGE_SIZE": 4096 if machine > 0 else 1,
            "SC_PHYS_PAGES": machine // 4096 if machine > 0 else machine,
        }
        monkeypatch.setattr("os.sysconf", values.__getitem__, raising=False)
    (tmp_path / "max").write_text("max\n")
    limit = tmp_path / "limit"
    if container is not None:
        limit.write_text(container)
    monkeypatch.setattr(memory, "LIMITS", (str(tmp_path / "max"), str(limit)))
    if "resource" in sys.modules:
        monkeypatch.setattr("resource.getrlimit", lambda _what: (process, -1))
        monkeypatch.setattr("resource.RLIM_INFINITY", -1)


@pytest.mark.parametrize(
    ("machine", "container", "process", "expected"),
    [
        (8 * GIGABYTE, None, -1, 8 * GIGABYTE),
        (8 * GIGABYTE, f"{2 * GIGABYTE}\n", -1, 2 * GIGABYTE),
        (8 * GIGABYTE, "9223372036854771712", -1, 8 * GIGABYTE),
        (8 * GIGABYTE, "max", -1, 8 * GIGABYTE),
        (8 * GIGABYTE, None, GIGABYTE, GIGABYTE),
        (None, str(GIGABYTE), -1, GIGABYTE),
        (-1, None, -1, None),
        (None, None, -1, None),
    ],
)
def test_the_least_that_is_said(
    machine: int | None,
    container: str | None,
    process: int,
    expected: int | None,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    pytest.importorskip("resource", reason="Windows limits no process in this way")
    system(monkeypatch, tmp_path, machine=machine, container=container, process=process)
    assert memory_size() == expected


def test_a_system_without_limits_of_processes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    system(monkeypatch, tmp_path, machine=GIGABYTE)
    monkeypatch.setitem(sys.modules, "resource", None)
    assert memory_size() == GIGABYTE


@pytest.mark.parametrize(
    ("size", "alone", "shared"),
    [(None, 64, 64), (GIGABYTE // 2, 32, 32), (8 * GIGABYTE, 512, 64), (64 * GIGABYTE, 4096, 64)],
)
def test_files_are_large_by_the_memory_that_there_is(
    size: int | None, alone: int, shared: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_large_files, "memory_size", lambda: size)
    assert _large_files.large_size() == alone * 1024**2
    assert _large_files.large_size(shared=True) == shared * 1024**2
