"""Datasets in several files: a folder of parts, each read by itself, put together and searched for problems."""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from diplo_events._internal.dataset.merging import Merge
from diplo_events._internal.texts.display import one_line
from diplo_events.dataset import Dataset, header_values
from diplo_events.errors import DatasetError, Location, NotReadableError, Problem
from diplo_events.formats._suffixes import FORMATS, SUFFIXES, format_named
from diplo_events.formats.contents import format_in, is_one_dataset, read_content
from diplo_events.formats.files import folder_files
from diplo_events.formats.package_folders import CROISSANT, DESCRIPTOR, README, dataset_file, is_package, own_format

__all__ = ["LEDGER", "Part", "ledger_file", "listed", "located", "merge_parts", "part_files", "read_part", "unread"]

LEDGER: Final = "identity.yaml"
"""The name of the file, in a folder of parts, with the ledger of identity; not a part itself."""

LEDGERS: Final = (LEDGER, "identity.yml")
"""The names that it can have, in any case."""

MOST_NAMES: Final = 5
"""How many files that are not read a note names."""


@attrs.frozen(kw_only=True)
class Part:
    """One file of a dataset: its content, with the dataset in it or why it cannot be read."""

    name: str
    """Its name, as messages show it."""
    format: str
    """The name of its format, such as `json`."""
    data: bytes = attrs.field(repr=False)
    """Its content, if it is a text."""
    dataset: Dataset | None
    """The dataset in it; `None` if it could not be read."""
    problems: tuple[Problem, ...] = ()
    """Why it could not be read, if it could not."""
    known_places: Mapping[str, Location] | None = attrs.field(default=None, repr=False)
    """The place of each record, by its id, where the content does not show them."""

    @functools.cached_property
    def places(self) -> Mapping[str, Location]:
        """The place of each record, by its id; parsed when it is first asked for."""
        if self.known_places is not None:
            return self.known_places
        if self.format not in FORMATS:
            return {record.id: Location(self.name) for record in (self.dataset.records if self.dataset else ())}
        places: dict[str, Location] = format_named(self.format).places(self.data, file=self.name)
        return places


def part_files(folder: str | Path) -> tuple[Path, ...]:
    """List the parts in a folder: the files with the suffix of a format, without the ledger, by name.

    The one part of a package folder is its descriptor, through which the dataset in it is read. A folder that is one
    dataset is its own part.

    Raises:
        NotReadableError: the folder has none, or one is a link out of the folder, a pipe or a device.
        OSError: the folder cannot be read.
    """
    if is_one_dataset(folder):
        return (Path(folder) / DESCRIPTOR,) if is_package(folder) and not own_format(folder) else (Path(folder),)
    parts = tuple(file for file in folder_files(folder, SUFFIXES) if file.name.casefold() not in LEDGERS)
    if not parts:
        suffixes = " ".join(SUFFIXES)
        where = Location(str(folder))
        raise NotReadableError([Problem(expected=f"a file that ends in {suffixes}", found="none", location=where)])
    return parts


def ledger_file(folder: str | Path) -> Path | None:
    """Return the ledger of a folder of parts, or `None` if it has none or is a file.

    Raises:
        NotReadableError: it has several.
        OSError: the folder cannot be read.
    """
    if not Path(folder).is_dir():
        return None
    ledgers = [file for file in folder_files(folder, SUFFIXES) if file.name.casefold() in LEDGERS]
    if len(ledgers) > 1:
        names = " and ".join(file.name for file in ledgers)
        where = Location(str(folder))
        raise NotReadableError([Problem(expected="one ledger of identity", found=names, location=where)])
    return ledgers[0] if ledgers else None


def unread(folder: str | Path, suffixes: Iterable[str] = SUFFIXES) -> str | None:
    """Return a note on what is in a folder and is not read with it, or `None` if everything is.

    Hidden files and folders and what describes a package are not mentioned.
    """
    if suffixes is SUFFIXES and is_one_dataset(folder) and not is_package(folder):
        return None
    read = tuple(suffixes)
    described = {DESCRIPTOR, CROISSANT.casefold(), README.casefold()} if is_package(folder) else frozenset[str]()
    names = [
        f"{path.name}/" if path.is_dir() else path.name
        for path in sorted(Path(folder).iterdir())
        if not path.name.startswith(".") and path.name.casefold() not in described
        if path.is_dir() or path.suffix.lower() not in read
    ]
    if not names:
        return None
    return f"{one_line(str(folder))}: not read: {listed(names)}"


def listed(names: Sequence[str]) -> str:
    """Return the first names of a list, and how many more there are.

    >>> listed(["a", "b", "c", "d", "e", "f", "g"])
    'a, b, c, d, e and 2 more'
    """
    more = f" and {len(names) - MOST_NAMES:,} more" if len(names) > MOST_NAMES else ""
    return f"{', '.join(map(one_line, names[:MOST_NAMES]))}{more}"


def read_part(path: str | Path, *, format: str | None = None, data: bytes | None = None) -> Part:  # noqa: A002  (what it is)
    """Read one file of a dataset; what is wrong in it becomes problems of the part.

    Args:
        path: The file.
        format: The name of its format; by default its suffix names it.
        data: The content, if it was read before; then `path` is only a name.

    Raises:
        NotReadableError: no format has that suffix.
        ArgumentError: no format has that name.
        OSError: the file cannot be read.
        MissingExtraError: the format needs a package that is not installed.
    """
    if data is None:
        try:
            path = dataset_file(path)
        except NotReadableError as error:
            return Part(name=str(path), format="json", data=b"", dataset=None, problems=error.problems)
    name = format_in(path) if format is None else format
    module = format_named(name)
    text = b"" if data is None else data
    try:
        content = read_content(path, format=name) if data is None else data
        text = content if isinstance(content, bytes) and name in FORMATS else text
        dataset = module.loads(content, file=str(path))
    except NotReadableError as error:
        return Part(name=str(path), format=name, data=text, dataset=None, problems=error.problems)
    return Part(name=str(path), format=name, data=text, dataset=dataset)


def merge_parts(parts: Sequence[Part], *, complete: bool = True) -> tuple[Dataset, tuple[Problem, ...]]:
    """Put the parts of a dataset together; what cannot be read, does not agree or does not fit together is listed.

    A single part is returned unchanged. If there are problems, the dataset has what could be read.

    Args:
        parts: The parts.
        complete: Whether they must not refer to records that are kept elsewhere.
    """
    if len(parts) == 1 and parts[0].dataset is not None:
        return parts[0].dataset, ()
    problems: list[Problem] = []
    merge = Merge()
    for part in parts:
        problems.extend(part.problems)
        if part.dataset is not None:
            found = merge.add(header_values(part.dataset), part.dataset.records)
            differences = located((difference.problem for difference in found), [part])
            problems.extend(attrs.evolve(p, location=p.location or Location(part.name)) for p in differences)
    # a reference into a file that could not be read may be right
    header: dict[str, Any] = merge.header | {"complete": complete and all(part.dataset is not None for part in parts)}
    try:
        return Dataset(records=merge.records.values(), **header), tuple(problems)
    except DatasetError as error:
        problems.extend(located(error.problems, parts))
    header["complete"] = False  # dangling references are listed; the records are still of use
    try:
        return Dataset(records=merge.records.values(), **header), tuple(problems)
    except DatasetError:
        return Dataset(complete=False), tuple(problems)


def located(problems: Iterable[Problem], parts: Sequence[Part]) -> Iterator[Problem]:
    """Add to each problem without a place that of the record with whose id its path begins."""
    for problem in problems:
        yield problem if problem.location else attrs.evolve(problem, location=place_of(problem.path, parts))


def place_of(path: str, parts: Sequence[Part]) -> Location | None:
    """Return the place of the record that a path begins with, in the last part that has it; `None` if none has."""
    key = path
    while key:
        for part in reversed(parts):
            if part.dataset is not None and key in part.dataset:
                return part.places[key]
        key = key.rpartition(".")[0]
    return None
