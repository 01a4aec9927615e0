"""JSON Lines: a header line, a line for each record, a closing line with their count and hash. Loses nothing."""

import contextlib
import json
import re
from typing import IO, Any, Final, cast

from diplo_events._internal.system.gc import gc_paused
from diplo_events.dataset import Dataset
from diplo_events.errors import Location, NotReadableError, Problem, shown
from diplo_events.formats._document import dataset_with, diagnose, document_of, header_of, version_problems
from diplo_events.formats._jsonl_check import check
from diplo_events.formats._jsonl_lines import (
    CLOSING_TYPE,
    HEADER_TYPE,
    MAX_LINE,
    closing_problems,
    digest,
    in_line,
    is_of_first_line,
    is_true_of,
    kind_problem,
    line,
    lines_of,
    read_line,
    read_line_fast,
    truth_of,
)
from diplo_events.formats._jsonl_streams import iter_records, read_header
from diplo_events.formats._jsonl_writer import RecordWriter, writer
from diplo_events.formats._newer import PlainRecord, is_newer
from diplo_events.formats._positions import Located
from diplo_events.formats._record_lines import likely_size, record_reader, record_writer
from diplo_events.formats._unfit import Unfit
from diplo_events.schema import COLLECTIONS, FORMAT_VERSION, RECORD_TYPES, Record, type_name

__all__ = [
    "MAX_LINE",
    "RecordWriter",
    "check",
    "dump",
    "dumps",
    "iter_records",
    "load",
    "loads",
    "places",
    "read_header",
    "writer",
]

UNKNOWN: Final = "records"
"""The name under which the header keeps records of a newer version of unknown types; in a file they are lines."""


def load(stream: IO[bytes], *, file: str | None = None) -> Dataset:
    """Read a dataset from a binary stream.

    Args:
        stream: Where the lines come from.
        file: The name that errors show; the stream's own by default.

    Raises:
        NotReadableError: it is not a dataset in JSON Lines; all problems are listed.
    """
    return loads(stream.read(), file=file or getattr(stream, "name", None))


def loads(data: bytes | str, *, file: str | None = None) -> Dataset:
    r"""Read a dataset. Only a line feed ends a line; the closing line may be missing unless the header promises it.

    Raises:
        NotReadableError: the text is not a dataset in JSON Lines; all problems are listed.

    Examples:
        >>> loads('{"type": "dataset", "format_version": "1.0", "title": "Nothing yet"}\n')
        <Dataset 'Nothing yet': no records>
    """
    raw = bytes_of(data)
    with gc_paused():
        with contextlib.suppress(Unfit):
            return read_fast(raw)
        return explain_lines(raw, file)


def dump(dataset: Dataset, stream: IO[bytes]) -> None:
    """Write a dataset to a binary stream, as UTF-8."""
    stream.write(data_of(dataset))


def dumps(dataset: Dataset) -> str:
    """Write a dataset: header, records by type and id, closing line.

    >>> print(dumps(Dataset(title="Nothing yet")), end="")
    {"type":"dataset","format_version":"1.0","title":"Nothing yet","closed":true}
    {"type":"end","records":0,"sha256":"71958fee50fb84b5b6c918a86bc26bea6f6adb2d7828efd700b2295c6e3e3d37"}
    """
    return data_of(dataset).decode()


def data_of(dataset: Dataset) -> bytes:
    """Return the file of a dataset."""
    lines = newer_lines(dataset) if is_newer(dataset.format_version) else lines_in(dataset)
    data = b"".join(lines)
    return data + line({"type": CLOSING_TYPE, "records": len(lines) - 1, "sha256": digest(data)}).encode()


def lines_in(dataset: Dataset) -> list[bytes]:
    """Return the lines of a dataset but for the closing line."""
    header = line({"type": HEADER_TYPE, **header_of(dataset), "closed": True}).encode()
    write = record_writer(likely_size(dataset))
    return [header, *(write(record) for cls in COLLECTIONS.values() for record in dataset.of_type(cls))]


def newer_lines(dataset: Dataset) -> list[bytes]:
    """Return the lines of a dataset of a newer version, as it was read, but for the closing line."""
    document = document_of(dataset)
    header = {name: value for name, value in document.items() if name not in COLLECTIONS}
    unknown = header.pop(UNKNOWN) if are_unknown_records(header.get(UNKNOWN)) else []
    lines = [line({"type": HEADER_TYPE, **header, "closed": True})]
    for name, cls in COLLECTIONS.items():
        lines.extend(line({"type": type_name(cls), **content}) for content in document.get(name, ()))
    lines.extend(line({"type": content["type"], **content}) for content in unknown)
    return [text.encode() for text in lines]


def are_unknown_records(value: object) -> bool:
    """Whether a value is a list of records, at least one, of types that this version does not know."""
    if not isinstance(value, list):
        return False
    items: list[Any] = value
    types = [item.get("type") if isinstance(item, dict) else None for item in items]
    known = {"", HEADER_TYPE, CLOSING_TYPE, *RECORD_TYPES}
    return bool(types) and all(isinstance(kind, str) and kind not in known for kind in types)


def places(data: bytes | str, *, file: str | None = None) -> dict[str, Location]:
    """Return the place of each record in the file, by its id.

    Raises:
        NotReadableError: a line is not JSON.
    """
    raw = bytes_of(data)
    places: dict[str, Location] = {}
    for number, (_, text) in enumerate(lines_of(raw), 1):
        content = read_line(text, file, number).data
        if isinstance(content, dict) and isinstance(key := cast("dict[str, Any]", content).get("id"), str):
            places[key] = Location(file, number, 1)
    return places


def bytes_of(data: bytes | str) -> bytes:
    """Return text as bytes, for the lengths and the hash. Lone surrogates pass here, and are refused as bytes."""
    return data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data


def read_fast(raw: bytes) -> Dataset:
    """Read a dataset in which nothing is wrong.

    Raises:
        Unfit: something is; `explain_lines` explains it.
    """
    first, *lines = raw.split(b"\n")
    if lines and not lines[-1]:
        lines.pop()
    kind, header = read_line_fast(first, is_first=True)
    promised = header.pop("closed", False)
    if kind != HEADER_TYPE or type(promised) is not bool:
        raise Unfit
    closing = closing_content(lines[-1]) if lines else None
    if closing is not None:
        truth = truth_of(len(lines) - 1, digest(raw[: raw.rindex(lines.pop())]))
        if not is_true_of(closing, truth):
            raise Unfit
    elif promised:
        raise Unfit
    return dataset_with(header, map(record_reader(len(raw)), lines))


def closing_content(text: bytes) -> dict[str, Any] | None:
    """Return what a line holds if it is a closing line.

    Raises:
        Unfit: it is not a line of a file.
    """
    kind, content = read_line_fast(text, is_first=False)
    return content if kind == CLOSING_TYPE else None


def explain_lines(raw: bytes, file: str | None) -> Dataset:
    """Read a dataset line by line, or list everything that is wrong with it.

    Raises:
        NotReadableError: something is; all problems are listed.
    """
    lines = Lines(raw, file)
    read = record_reader(len(raw))
    for number, (start, text) in enumerate(lines_of(raw), 1):
        if lines.closing:
            lines.note(number, "the end of the file", "more", "the closing line is the last")
            break
        if number > 1 and not lines.is_newer:  # of a newer version, plain data are wanted
            with contextlib.suppress(Unfit):
                lines.take_record(number, start, read(text))
                continue
        try:
            lines.take(number, start, read_line(text, file, number))
        except NotReadableError as error:
            lines.problems.extend(in_line(problem, number) for problem in error.problems)
    return lines.dataset()


class Lines:
    """The lines of a file read so far, with the problems in them."""

    def __init__(self, raw: bytes, file: str | None) -> None:
        self.raw = raw
        self.file = file
        self.header: Any = None
        self.records: list[PlainRecord] = []
        self.is_newer = False
        self.unknown: list[dict[str, Any]] = []
        self.closing: tuple[int, int, dict[str, Any]] | None = None
        self.located: dict[int, Located] = {}
        self.starts: dict[int, int] = {}
        self.problems: list[Problem] = []

    def note(self, number: int, expected: str, found: str, hint: str) -> None:
        """Add a problem of a line as a whole."""
        where = Location(self.file, number, 1)
        self.problems.append(Problem(expected=expected, found=found, hint=hint, location=where))

    def take_record(self, number: int, start: int, record: Record) -> None:
        """Add a line in which nothing is wrong, with the number of bytes before it."""
        self.starts[number] = start
        self.records.append(PlainRecord((f"line {number}",), type(record), record))

    def take(self, number: int, start: int, located: Located) -> None:
        """Add a line, according to its type."""
        self.problems.extend(in_line(problem, number) for problem in located.problems)
        prefix = f"line {number}"
        self.located[number] = located
        content = located.data
        kind = content.pop("type", None) if isinstance(content, dict) else None
        if kind == HEADER_TYPE and number == 1:
            self.header = content
            self.is_newer = not version_problems(content, ()) and is_newer(content["format_version"])
        elif kind == CLOSING_TYPE:
            self.closing = start, number, content
        elif isinstance(kind, str) and kind in RECORD_TYPES:
            self.records.append(PlainRecord((prefix,), RECORD_TYPES[kind], content))
        elif self.is_newer and UNKNOWN not in self.header and are_unknown_records([{"type": kind}]):
            self.unknown.append({"type": kind, **content})
        else:
            self.problems.append(kind_problem(kind, content, prefix))

    def place_of(self, path: str) -> Location | None:
        """Return the location of a path, which begins with the number of its line."""
        match = re.match(r"line ([0-9]+)\.?", path)
        located = self.located_line(int(match[1])) if match else None
        return located.nearest(path[match.end() :]) if match and located else None

    def located_line(self, number: int) -> Located | None:
        """Return a line with the place of everything in it; a line that was read fast is read again."""
        if number in self.starts:
            start = self.starts.pop(number)
            end = self.raw.find(b"\n", start)
            text = self.raw[start : end if end >= 0 else len(self.raw)]
            self.located[number] = read_line(text, self.file, number)
        return self.located.get(number)

    def dataset(self) -> Dataset:
        """Make the dataset of all lines, or list everything that is wrong with them.

        Raises:
            NotReadableError: something is; all problems are listed.
        """
        if self.header is None:
            if not any(is_of_first_line(problem) for problem in self.problems):
                begin = json.dumps({"type": HEADER_TYPE, "format_version": FORMAT_VERSION})
                self.note(1, "a header line", "none", f"begin with {begin}")
            self.header = {"format_version": FORMAT_VERSION, "complete": False}  # to go on to the records
        promised = self.header.pop("closed", False)
        if type(promised) is not bool:
            self.problems.append(Problem(path="line 1.closed", expected="true or false", found=shown(promised)))
        if self.closing:
            start, number, content = self.closing
            truth = truth_of(len(self.records) + len(self.unknown), digest(self.raw[:start]))
            self.problems.extend(closing_problems(number, content, truth))
        elif promised is True:
            hint = 'the file is cut off; get it again, or take "closed" out of the header'
            self.note(1, "a closing line, as the header promises", "none", hint)
        return diagnose(
            {**self.header, UNKNOWN: self.unknown} if self.unknown else self.header,
            self.records,
            header_path=("line 1",),
            place_of=self.place_of,
            problems=self.problems,
        )
