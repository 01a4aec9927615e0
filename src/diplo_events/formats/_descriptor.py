"""The descriptor of a folder that is one dataset: a Data Package that names the format, and the hash of every file."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, cast

from diplo_events.errors import Location, NotReadableError, Problem, shown
from diplo_events.formats._json_text import parse_located
from diplo_events.formats._text import decode
from diplo_events.formats.package_folders import DESCRIPTOR, MARK, SEAL, described, json_bytes, sealed

__all__ = ["Described", "read_descriptor", "with_descriptor", "within"]

ALTERED: Final = "the file was cut or altered; get it again, or remove its 'hash' and 'descriptor_hash' from"
"""What to do about a file that is not the one that was written."""


class Described(NamedTuple):
    """What a descriptor says."""

    header: object
    """The plain header of the dataset."""
    mark: dict[str, Any]
    """What the format says of itself."""
    resources: list[dict[str, Any]]
    """What is said of each file that is there, in order."""
    problems: list[Problem]
    """What does not agree with the files."""


def with_descriptor(
    files: Mapping[str, bytes],
    *,
    format: str,  # noqa: A002  (what it is)
    header: Mapping[str, Any],
    records: int,
    resources: Mapping[str, Mapping[str, Any]],
    more: Mapping[str, Any],
) -> dict[str, bytes]:
    """Return the files of a folder with their descriptor, which comes first.

    Args:
        files: The content of each file by its name.
        format: The name of the format.
        header: The plain header of the dataset.
        records: How many records the dataset has.
        resources: What the descriptor says of each file, beside its path, its size and its hash.
        more: What the format says of itself.
    """
    about = {name: header[name] for name in ("title", "description", "version") if name in header}
    content = {
        "name": "dataset",
        **about,
        MARK: {"format": format, "records": records, **more, "header": header},
        "resources": [{**resources.get(name, {}), **described(name, data)} for name, data in files.items()],
    }
    return {DESCRIPTOR: json_bytes(sealed(content)), **files}


def read_descriptor(files: Mapping[str, bytes], *, format: str, file: str | None, suffix: str) -> Described:  # noqa: A002  (what it is)
    """Return what the descriptor of a folder says, compared with the files.

    Args:
        files: The content of each file by its name.
        format: The name of the format.
        file: The name of the folder, which errors show.
        suffix: How the names of the files end that the descriptor must list.

    Raises:
        NotReadableError: there is no descriptor, or it is of something else.
    """
    where = Location(within(file, DESCRIPTOR))
    if DESCRIPTOR not in files:
        hint = "the folder was copied in part; get it again"
        problem = Problem(
            expected=f"{DESCRIPTOR}, the descriptor of the folder", found="none", hint=hint, location=where
        )
        raise NotReadableError([problem])
    located = parse_located(decode(files[DESCRIPTOR], file=where.file), file=where.file)
    if located.problems:
        raise NotReadableError(located.problems)
    content: Any = located.data
    mark: Any = content.get(MARK) if isinstance(content, dict) else None
    resources: Any = content.get("resources") if isinstance(content, dict) else None
    if not isinstance(mark, dict) or mark.get("format") != format or not are_resources(resources):
        expected, hint = f"the descriptor of a dataset in {format}", "it is not from this library, or was altered"
        raise NotReadableError([Problem(expected=expected, found="something else", hint=hint, location=where)])
    problems: list[Problem] = []
    if SEAL in content and sealed(content)[SEAL] != content[SEAL]:
        expected, hint = f"the content of which {SEAL!r} is the hash", f"{ALTERED} it, if the changes are yours"
        problems.append(Problem(expected=expected, found="another", hint=hint, location=where))
    problems.extend(file_problems(files, resources, file, suffix))
    there = [item for item in resources if item["path"] in files]
    return Described(cast("dict[str, Any]", mark).get("header"), mark, there, problems)


def are_resources(value: object) -> bool:
    """Whether a value is a list of objects with a path, each path once."""
    if not isinstance(value, list):
        return False
    items = cast("list[object]", value)
    paths = [cast("dict[str, object]", item).get("path") for item in items if isinstance(item, dict)]
    return len({path for path in paths if isinstance(path, str)}) == len(items)


def file_problems(
    files: Mapping[str, bytes], resources: Iterable[Mapping[str, Any]], file: str | None, suffix: str
) -> Iterator[Problem]:
    """Compare the files of a folder with its descriptor."""
    listed = {DESCRIPTOR}
    for item in resources:
        name: str = item["path"]
        listed.add(name)
        where = Location(within(file, name))
        if name not in files:
            hint = "the folder was copied in part; get it again"
            yield Problem(expected=f"the file that {DESCRIPTOR} describes", found="none", hint=hint, location=where)
        elif "hash" in item and item["hash"] != f"sha256:{hashlib.sha256(files[name]).hexdigest()}":
            expected, hint = (
                f"the file whose hash {DESCRIPTOR} has",
                f"{ALTERED} {DESCRIPTOR}, if the changes are yours",
            )
            yield Problem(expected=expected, found="another", hint=hint, location=where)
    for name in files:
        if name.endswith(suffix) and name not in listed:
            expected, hint = f"a file that {DESCRIPTOR} describes", "remove it from the folder, or describe it there"
            yield Problem(expected=expected, found=shown(name), hint=hint, location=Location(within(file, name)))


def within(folder: str | None, name: str) -> str:
    """Return the name of a file in a folder, as messages show it."""
    return f"{folder}/{name}" if folder else name
