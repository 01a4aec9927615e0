"""JSON Lines: a header line, a line for each record, a closing line with their count and hash. Loses nothing."""

import bisect
import contextlib
import functools
import json
import re
from collections.abc import Callable, Sequence
from typing import IO, Any, Final, cast

from diplo_events._internal.dataset.fitting import Noted
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
from diplo_events.formats._record_lines import likely_size, read_records, record_writer
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
    with gc_paused() as collect_new:
        read = dataset_or_problems(raw, file, collect_new)
    if isinstance(read, Dataset):
        return read
    raise NotReadableError(read)  # here, where no traceback keeps the records


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


def dataset_or_problems(
    raw: bytes, file: str | None, collect_new: Callable[[], object]
) -> Dataset | tuple[Problem, ...]:
    """Read a dataset, or return everything that is wrong with it; `collect_new` is called now and then."""
    begin = raw.find(b"\n") + 1 or len(raw)
    found, noted = read_records(raw, begin, collect_new)
    with contextlib.suppress(Unfit):
        return read_fast(raw, begin, found, noted)
    try:
        return explain_lines(raw, begin, found, noted, file)
    except NotReadableError as error:
        return error.problems


def read_fast(raw: bytes, begin: int, found: list[Record | bytes], noted: Noted | None) -> Dataset:
    """Return a dataset in which nothing is wrong.

    Args:
        raw: The file.
        begin: Where its second line begins.
        found: The records in the lines from there on, and the lines in which there is none.
        noted: What is known of the references of the records.

    Raises:
        Unfit: something is; `explain_lines` explains it.
    """
    kind, header = read_line_fast(raw[:begin].removesuffix(b"\n"), is_first=True)
    promised = header.pop("closed", False)
    if kind != HEADER_TYPE or type(promised) is not bool:
        raise Unfit
    records = found
    if found and isinstance(text := found[-1], bytes):
        records = found[:-1]
        kind, closing = read_line_fast(text, is_first=False)
        before = memoryview(raw)[: raw.rindex(text)]
        if kind != CLOSING_TYPE or not is_true_of(closing, truth_of(len(records), digest(before))):
            raise Unfit
    elif promised:
        raise Unfit
    if bytes in map(type, records):
        raise Unfit
    return dataset_with(header, cast("list[Record]", records), noted)


def explain_lines(
    raw: bytes, begin: int, found: list[Record | bytes], noted: Noted | None, file: str | None
) -> Dataset:
    """Read a dataset line by line, or list everything that is wrong with it.

    Args:
        raw: The file.
        begin: Where its second line begins.
        found: The records in the lines from there on, and the lines in which something may be wrong.
        noted: What is known of the references of the records.
        file: The name that errors show.

    Raises:
        NotReadableError: something is; all problems are listed.
    """
    lines = Lines(raw, file)
    if raw:
        lines.take_line(1, raw[:begin].removesuffix(b"\n"))
    if lines.is_newer:  # plain data are wanted
        found = [*raw[begin:].removesuffix(b"\n").split(b"\n")] if begin < len(raw) else []
    else:
        lines.noted = noted
    read = 0
    for at in [at for at, item in enumerate(found) if type(item) is bytes]:
        lines.take_records(read + 2, found[read:at])
        lines.take_line(at + 2, cast("bytes", found[at]))
        read = at + 1
        if lines.closing:
            if read < len(found):
                lines.note(read + 2, "the end of the file", "more", "the closing line is the last")
                lines.noted = None  # it is of all lines
            return lines.dataset()
    lines.take_records(read + 2, found[read:])
    return lines.dataset()


class Lines:
    """The lines of a file read so far, with the problems in them."""

    def __init__(self, raw: bytes, file: str | None) -> None:
        self.raw = raw
        self.file = file
        self.header: Any = None
        self.records: list[PlainRecord | Record] = []
        self.numbers: list[int] = []
        self.noted: Noted | None = None
        self.is_newer = False
        self.unknown: list[dict[str, Any]] = []
        self.closing: tuple[int, dict[str, Any]] | None = None
        self.located: dict[int, Located] = {}
        self.problems: list[Problem] = []

    def note(self, number: int, expected: str, found: str, hint: str) -> None:
        """Add a problem of a line as a whole."""
        where = Location(self.file, number, 1)
        self.problems.append(Problem(expected=expected, found=found, hint=hint, location=where))

    @functools.cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [start for start, _ in lines_of(self.raw)]

    def take_records(self, number: int, records: Sequence[Any]) -> None:
        """Add lines in which nothing is wrong, with the number of the first of them."""
        self.records.extend(records)
        self.numbers.extend(range(number, number + len(records)))

    def take_line(self, number: int, text: bytes) -> None:
        """Add a line in which something may be wrong."""
        try:
            self.take(number, read_line(text, self.file, number))
        except NotReadableError as error:
            self.problems.extend(in_line(problem, number) for problem in error.problems)

    def take(self, number: int, located: Located) -> None:
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
            self.closing = number, content
        elif isinstance(kind, str) and kind in RECORD_TYPES:
            self.records.append(PlainRecord((prefix,), RECORD_TYPES[kind], content))
            self.numbers.append(number)
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
        at = bisect.bisect_left(self.numbers, number)
        if number not in self.located and number in self.numbers[at : at + 1]:
            start = self.starts[number - 1]
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
            number, content = self.closing
            before = memoryview(self.raw)[: self.starts[number - 1]]
            truth = truth_of(len(self.records) + len(self.unknown), digest(before))
            self.problems.extend(closing_problems(number, content, truth))
        elif promised is True:
            hint = 'the file is cut off; get it again, or take "closed" out of the header'
            self.note(1, "a closing line, as the header promises", "none", hint)
        return diagnose(
            {**self.header, UNKNOWN: self.unknown} if self.unknown else self.header,
            self.records,
            noted=self.noted,
            path_of=lambda place: f"line {self.numbers[place]}",
            header_path=("line 1",),
            place_of=self.place_of,
            problems=self.problems,
        )
