"""Files that are not datasets, read with the place of everything in them: texts, and plain data of any class."""

from pathlib import Path
from typing import TypeVar

import attrs

from diplo_events.converter import make_converter, problems_of
from diplo_events.dataset import Dataset
from diplo_events.errors import DiploEventsError, Location, NotReadableError, Problem
from diplo_events.formats._document import diagnose_document, record_places
from diplo_events.formats._positions import Located
from diplo_events.formats._suffixes import format_named, text_format_name
from diplo_events.formats._text import decode
from diplo_events.formats.files import read_file

__all__ = ["Located", "dataset_of", "decode", "read_as", "read_text", "record_places", "structure_located"]

T = TypeVar("T")


def read_as(path: str | Path, type_: type[T]) -> T:
    """Read a JSON or YAML file as a value of an attrs class.

    Raises:
        NotReadableError: it is not, or it is JSON Lines; all problems are listed, each with its place.
        OSError: the file cannot be read.
        MissingExtraError: the format needs a package that is not installed.
    """
    name = text_format_name(path)
    if name == "jsonl":
        where = Location(str(path))
        raise NotReadableError([Problem(expected="a file in JSON or YAML", found="JSON Lines", location=where)])
    located: Located = format_named(name).parse_located(read_file(path), file=str(path))
    return structure_located(located, type_)


def read_text(path: str | Path) -> str:
    """Read a text, every line end and byte order mark as it is in the file.

    Raises:
        NotReadableError: it is not UTF-8.
        OSError: it cannot be read.
    """
    data = read_file(path)
    decode(data, file=str(path))
    return data.decode()


def dataset_of(located: Located) -> Dataset:
    """Turn plain data with places into a dataset.

    Raises:
        NotReadableError: they are not one, or there were problems before; all are listed, each with its place.
    """
    return diagnose_document(located)


def structure_located(located: Located, type_: type[T]) -> T:
    """Turn plain data with places into a value of an attrs class.

    Raises:
        NotReadableError: they do not fit the class; all problems are listed, each with its place.
    """
    try:
        value: T = make_converter().structure(located.data, type_)
    except (DiploEventsError, ExceptionGroup) as error:
        problems = [*located.problems, *problems_of(error)]
        placed = (attrs.evolve(p, location=p.location or located.nearest(p.path)) for p in problems)
        raise NotReadableError(placed) from None
    if located.problems:
        raise NotReadableError(located.problems)
    return value
