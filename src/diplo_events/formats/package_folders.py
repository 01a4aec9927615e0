"""Package folders: a dataset file with its descriptions, compared with the hashes in datapackage.json, and replaced.

The descriptor, `datapackage.json`, holds the hash of every other file and of itself, and is renamed last: a folder in
which files of two generations lie does not agree with it.
"""

import errno
import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Final, cast

from diplo_events._internal.system.atomic_file import FileState, locked, write_all, write_bytes
from diplo_events.errors import Location, NotReadableError, Problem, shown
from diplo_events.formats._suffixes import FOLDERS, SUFFIXES
from diplo_events.formats.files import leads_out, read_file

__all__ = [
    "CROISSANT",
    "DESCRIPTOR",
    "MARK",
    "README",
    "SEAL",
    "dataset_file",
    "described",
    "is_package",
    "json_bytes",
    "own_format",
    "package_states",
    "sealed",
    "write_package",
]

DESCRIPTOR: Final = "datapackage.json"
"""The file name of the Data Package's descriptor, which the standard prescribes."""

CROISSANT: Final = "croissant.json"
"""The file name of the Croissant description."""

README: Final = "README.md"
"""The file name of the description for people."""

MARK: Final = "diplo_events"
"""The property of a descriptor in a folder that is one dataset: an object with the `format` of the folder."""

SEAL: Final = "descriptor_hash"
"""The property of a descriptor with the hash of its other properties."""

JOURNAL: Final = ".diplo-events-package.json"
"""The file that is in a package folder while its files are replaced, with the hashes of the old and the new ones."""

AGAIN: Final = "run diplo-events package again, or get the package again"

ALGORITHMS: Final = ("md5", "sha1", "sha256", "sha512")
"""The hashes that the standard names; one without a name is `md5`."""


def json_bytes(content: Mapping[str, Any]) -> bytes:
    """Return a description as the bytes of a JSON file."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def described(path: str, data: bytes) -> dict[str, Any]:
    """Return what a descriptor says of a file beside it: its path, its size and its hash."""
    return {"path": path, "bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}


def sealed(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """Return a descriptor with the hash of itself, by which a change of it is noticed.

    Examples:
        >>> list(sealed({"name": "tolls"}))
        ['name', 'descriptor_hash']
    """
    rest = {name: value for name, value in descriptor.items() if name != SEAL}
    return rest | {SEAL: f"sha256:{hashlib.sha256(json_bytes(rest)).hexdigest()}"}


def is_package(path: str | Path) -> bool:
    """Whether a folder, or a file named `datapackage.json`, describes a dataset instead of being one."""
    place = Path(path)
    if place.is_dir():
        return (place / JOURNAL).is_file() or is_package(place / DESCRIPTOR)
    if place.name.casefold() != DESCRIPTOR or not place.is_file():
        return False
    content = parsed(place)
    if content is None:
        return place.with_name(CROISSANT).is_file()
    return "resources" in content and "format_version" not in content


def own_format(folder: str | Path) -> str | None:
    """Return the name of the format that a folder says it is one dataset in, or `None` if it does not say so."""
    mark = (parsed(Path(folder) / DESCRIPTOR) or {}).get(MARK)
    name = cast("dict[str, object]", mark).get("format") if isinstance(mark, dict) else None
    return name if isinstance(name, str) and name in FOLDERS.values() else None


def dataset_file(path: str | Path) -> Path:
    """Return the file of a dataset: the path itself, or the dataset of a package once all hashes in it agree.

    Args:
        path: A file; `datapackage.json` and a package folder lead to the dataset that they describe. A folder that is
            one dataset itself is returned as it is.

    Raises:
        NotReadableError: files of the package are missing or not those that it describes, or not one is a dataset.
        OSError: a file cannot be read.
    """
    place = Path(path)
    if place.is_dir():
        if not is_package(place) or own_format(place):
            return place
        place /= DESCRIPTOR
    elif place.name.casefold() == DESCRIPTOR and own_format(place.parent):
        return place.parent
    elif not (is_package(place) or (place.name == DESCRIPTOR and (place.with_name(JOURNAL)).is_file())):
        return place
    if problems := list(package_problems(place)):
        raise NotReadableError(problems)
    resources = cast("dict[str, Any]", parsed(place))["resources"]
    datasets: list[str] = [item["path"] for item in resources if PurePosixPath(item["path"]).suffix.lower() in SUFFIXES]
    if len(datasets) != 1:
        number = f"{len(datasets)} of them"
        raise NotReadableError([problem(place, "one resource that is a dataset", number, "name the file instead")])
    return place.parent / datasets[0]


def package_problems(descriptor: Path) -> Iterator[Problem]:
    """Compare the files of a package with its descriptor."""
    if not descriptor.is_file():
        yield problem(descriptor, "the descriptor of a package", "none: its writing was interrupted", AGAIN)
        return
    content = parsed(descriptor)
    if content is None or not isinstance(content.get("resources"), list):
        yield problem(descriptor, "the descriptor of a package, as JSON", "something else", AGAIN)
        return
    if SEAL in content and sealed(content)[SEAL] != content[SEAL]:
        yield problem(descriptor, f"the content of which {SEAL} is the hash", "another", AGAIN)
    for key in ("resources", "companions"):
        items = content.get(key, [])
        for item in items if isinstance(items, list) else [items]:
            yield from file_problems(descriptor, item)


def file_problems(descriptor: Path, item: object) -> Iterator[Problem]:
    """Compare one file of a package with what the descriptor says of it."""
    entry = cast("dict[str, Any]", item) if isinstance(item, dict) else {}
    name = entry.get("path")
    if not isinstance(name, str) or not is_inside(name):
        yield problem(descriptor, "the path of a file inside the package", shown(name), None)
        return
    path = descriptor.parent / name
    if leads_out(path, descriptor.parent):
        yield problem(path, "a file of the package", "a link that leads out of the folder", "copy the file there")
        return
    if not path.is_file():
        yield problem(path, "the file that datapackage.json describes", "none", AGAIN)
        return
    algorithm, _, digest = str(entry.get("hash", "")).rpartition(":")
    if not digest:
        return
    if (algorithm or "md5") not in ALGORITHMS:
        yield problem(descriptor, f"one of the hashes {', '.join(ALGORITHMS)}", shown(algorithm), None)
    elif hashlib.new(algorithm or "md5", read_file(path), usedforsecurity=False).hexdigest() != digest.lower():
        yield problem(path, "the file whose hash datapackage.json has", "another, of another version or changed", AGAIN)


def write_package(folder: Path, files: Mapping[str, bytes], *, before: Mapping[Path, FileState]) -> None:
    """Replace a package: all new files are there, or all old ones, or the mixture does not agree with the descriptor.

    Args:
        folder: The folder, which is there.
        files: The content of each file by its name; the descriptor is the last.
        before: The state of the files when the work on the new ones began, from `package_states`.

    Raises:
        FileExistsError: a file is in the way that no package wrote, or another writer replaced the package.
        OSError: a file cannot be written.
    """
    journal = folder / JOURNAL
    with locked(folder / "package"):
        known = own_hashes(folder)
        old = check_own(folder, files, known)
        states = package_states(folder, files)
        hashes = sorted(old | {digest_of(data) for data in files.values()})
        write_bytes(journal, json_bytes({"hashes": hashes}))
        try:
            write_all({folder / name: data for name, data in files.items()}, before=before)
        except BaseException:
            if package_states(folder, files) == states:
                journal.unlink(missing_ok=True)
            raise
        journal.unlink(missing_ok=True)


def package_states(folder: Path, names: Collection[str]) -> dict[Path, FileState]:
    """Return the states of the files of a package by their paths."""
    return {folder / name: FileState.of(folder / name) for name in names}


def check_own(folder: Path, files: Mapping[str, bytes], known: Collection[str]) -> set[str]:
    """Return the hashes of the files that are to be replaced.

    Raises:
        FileExistsError: one of them is not from a package, and differs from what is to be written.
    """
    wanted = {name.casefold(): data for name, data in files.items()}
    hashes: set[str] = set()
    for path in sorted(folder.iterdir()):
        if (data := wanted.get(path.name.casefold())) is None:
            continue
        digest = digest_of(read_file(path)) if path.is_file() and not leads_out(path, folder) else ""
        if digest not in known and digest != digest_of(data):
            advice = "it is not from diplo-events package, or was changed since: nothing was written; move it away, or"
            raise FileExistsError(errno.EEXIST, f"{advice} choose another folder with -o or another --name", str(path))
        hashes.add(digest)
    return hashes


def own_hashes(folder: Path) -> set[str]:
    """Return the hashes of the files that a package wrote: those in its descriptor, in its journal, and its own."""
    hashes: set[str] = set()
    journal = parsed(folder / JOURNAL) or {}
    listed = journal.get("hashes")
    hashes.update(map(str, listed if isinstance(listed, list) else ()))
    content = parsed(folder / DESCRIPTOR)
    if content is not None and SEAL in content and sealed(content) == content:
        hashes.add(digest_of(read_file(folder / DESCRIPTOR)))
        items = [*content.get("resources", ()), *content.get("companions", ())]
        hashes.update(str(item.get("hash", "")).removeprefix("sha256:") for item in items)
    return hashes


def parsed(path: Path) -> dict[str, Any] | None:
    """Return the JSON object in a file, or `None` if there is none."""
    try:
        content: object = json.loads(read_file(path))
    except (OSError, ValueError, RecursionError):
        return None
    return cast("dict[str, Any]", content) if isinstance(content, dict) else None


def is_inside(name: str) -> bool:
    """Whether a path leads to something below the folder that it starts from, on every system."""
    path = PureWindowsPath(name)
    return bool(name) and not path.anchor and ".." not in path.parts and "\0" not in name


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of a content."""
    return hashlib.sha256(data).hexdigest()


def problem(path: Path, expected: str, found: str, hint: str | None) -> Problem:
    """Return a problem with a file of a package."""
    return Problem(expected=expected, found=found, hint=hint, location=Location(str(path)))
