"""JSON Lines: a header line, a line for each record, a closing line with their count and hash. Loses nothing."""

import contextlib
import hashlib
import json
import re
from collections.abc import Iterator
from typing import IO, Any, Final, cast

import attrs

from diplo_events._system.gc import gc_paused
from diplo_events.dataset import Dataset
from diplo_events.errors import Location, NotReadableError, Problem, shown, suggestion
from diplo_events.formats._document import dataset_of, diagnose, document_of, version_problems
from diplo_events.formats._json_text import parse, parse_located
from diplo_events.formats._newer import PlainRecord, is_newer
from diplo_events.formats._positions import Located
from diplo_events.formats._text import BOM, decode, decode_fast
from diplo_events.formats._unfit import Unfit
from diplo_events.schema import COLLECTIONS, FORMAT_VERSION, RECORD_TYPES, type_name

__all__ = ["MAX_LINE", "dump", "dumps", "load", "loads", "places"]

MAX_LINE: Final = 16 * 1024 * 1024
"""The longest line that is read, in bytes."""

HEADER_TYPE: Final = "dataset"
CLOSING_TYPE: Final = "end"

# plain data of frozen records have no circles, and not to look for them is faster
ENCODER: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":"))

BOM_BYTES: Final = BOM.encode()

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
    with gc_paused(), contextlib.suppress(Unfit):
        return read_fast(raw)
    return explain_lines(raw, file)


def dump(dataset: Dataset, stream: IO[bytes]) -> None:
    """Write a dataset to a binary stream, as UTF-8."""
    stream.write(dumps(dataset).encode())


def dumps(dataset: Dataset) -> str:
    """Write a dataset: header, records by type and id, closing line.

    >>> print(dumps(Dataset(title="Nothing yet")), end="")
    {"type":"dataset","format_version":"1.0","title":"Nothing yet","closed":true}
    {"type":"end","records":0,"sha256":"71958fee50fb84b5b6c918a86bc26bea6f6adb2d7828efd700b2295c6e3e3d37"}
    """
    newer = is_newer(dataset.format_version)
    document = document_of(dataset)
    header = {name: value for name, value in document.items() if name not in COLLECTIONS}
    unknown = header.pop(UNKNOWN) if newer and are_unknown_records(header.get(UNKNOWN)) else []
    lines = [line({"type": HEADER_TYPE, **header, "closed": True})]
    for name, cls in COLLECTIONS.items():
        lines.extend(line({"type": type_name(cls), **content}) for content in document.get(name, ()))
    lines.extend(line({"type": content["type"], **content}) for content in unknown)
    text = "".join(lines)
    return text + line({"type": CLOSING_TYPE, "records": len(lines) - 1, "sha256": digest(text.encode())})


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


def line(content: dict[str, Any]) -> str:
    """Write one line."""
    return ENCODER.encode(content) + "\n"


def digest(data: bytes) -> str:
    """Return the hash of what stands before the closing line."""
    return hashlib.sha256(data).hexdigest()


def lines_of(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Split into lines, each with the number of bytes before it."""
    start = 0
    while start < len(raw):
        end = raw.find(b"\n", start)
        end = len(raw) if end < 0 else end
        yield start, raw[start:end]
        start = end + 1


def read_fast(raw: bytes) -> Dataset:
    """Read a dataset in which nothing is wrong.

    Raises:
        Unfit: something is; `explain_lines` explains it.
    """
    header: dict[str, Any] = {}
    records: list[PlainRecord] = []
    closing: tuple[int, dict[str, Any]] | None = None
    for start, text in lines_of(raw):
        kind, content = read_line_fast(text, is_first=start == 0)
        if closing or (kind == HEADER_TYPE) is not (start == 0):
            raise Unfit
        if kind == HEADER_TYPE:
            header = content
        elif kind == CLOSING_TYPE:
            closing = start, content
        elif kind in RECORD_TYPES:
            records.append(PlainRecord((), RECORD_TYPES[kind], content))
        else:
            raise Unfit
    promised = header.pop("closed", False)
    if type(promised) is not bool or (promised and not closing):
        raise Unfit
    if closing and not is_true_of(closing[1], truth_of(raw[: closing[0]], len(records))):
        raise Unfit
    return dataset_of(header, records)


def read_line_fast(text: bytes, *, is_first: bool) -> tuple[str, dict[str, Any]]:
    """Return the type that a line names, and the rest of its content.

    Raises:
        Unfit: the line is too long, is not a JSON object, or names no type.
    """
    if len(text) > MAX_LINE or (not is_first and text.startswith(BOM_BYTES)):
        raise Unfit
    content = parse(decode_fast(text))
    kind = content.pop("type", None) if isinstance(content, dict) else None
    if not isinstance(kind, str):
        raise Unfit
    return kind, content


def explain_lines(raw: bytes, file: str | None) -> Dataset:
    """Read a dataset line by line, or list everything that is wrong with it.

    Raises:
        NotReadableError: something is; all problems are listed.
    """
    lines = Lines(raw, file)
    for number, (start, text) in enumerate(lines_of(raw), 1):
        if lines.closing:
            lines.note(number, "the end of the file", "more", "the closing line is the last")
            break
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
        self.problems: list[Problem] = []

    def note(self, number: int, expected: str, found: str, hint: str) -> None:
        """Add a problem of a line as a whole."""
        where = Location(self.file, number, 1)
        self.problems.append(Problem(expected=expected, found=found, hint=hint, location=where))

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
        located = self.located.get(int(match[1])) if match else None
        return located.nearest(path[match.end() :]) if match and located else None

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
            count = len(self.records) + len(self.unknown)
            self.problems.extend(closing_problems(self.closing, self.raw, count))
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


def read_line(text: bytes, file: str | None, number: int) -> Located:
    """Read one line with the place of everything in it.

    Raises:
        NotReadableError: it cannot be read.
    """
    where = Location(file, number, 1)
    if len(text) > MAX_LINE:
        found = f"one of {len(text)} bytes"
        raise NotReadableError([Problem(expected=f"lines of at most {MAX_LINE} bytes", found=found, location=where)])
    if not text.strip(b" \t\r"):
        raise NotReadableError(
            [Problem(expected="a JSON object", found="an empty line", hint="remove the line", location=where)]
        )
    try:
        decoded = decode(text, file=file)
    except NotReadableError as error:
        raise NotReadableError(on_line(problem, number) for problem in error.problems) from None
    if number > 1 and text.startswith(BOM_BYTES):
        raise NotReadableError(
            [Problem(expected="a JSON object", found="a byte order mark", hint="remove it", location=where)]
        )
    return parse_located(decoded, file=file, first_line=number)


def truth_of(before: bytes, count: int) -> dict[str, object]:
    """Return what the closing line should hold, given the lines before it."""
    return {"records": count, "sha256": digest(before)}


def is_true_of(content: dict[str, Any], truth: dict[str, object]) -> bool:
    """Whether the closing line holds exactly that. `2.0` and `true` are not counts."""
    return content == truth and type(content["records"]) is int


def in_line(problem: Problem, number: int) -> Problem:
    """Put the number of the line into the path of a problem."""
    return attrs.evolve(problem, path=f"line {number}.{problem.path}") if problem.path else problem


def is_of_first_line(problem: Problem) -> bool:
    """Whether a problem is in the line that should be the header."""
    return problem.path.partition(".")[0] == "line 1" or bool(problem.location and problem.location.line == 1)


def on_line(problem: Problem, number: int) -> Problem:
    """Correct the line number of a problem in a line that was read by itself."""
    where = problem.location
    return attrs.evolve(problem, location=where and attrs.evolve(where, line=number))


def kind_problem(kind: object, content: object, path: str) -> Problem:
    """Return the problem of a line whose type is missing, unknown or out of place."""
    if not isinstance(content, dict):
        return Problem(path=path, expected="a JSON object", found=shown(content))
    if kind == HEADER_TYPE:
        return Problem(path=f"{path}.type", expected="a record", found="a second header", hint="remove the line")
    known = [HEADER_TYPE, *RECORD_TYPES, CLOSING_TYPE]
    hint = suggestion(kind, known) if isinstance(kind, str) else None
    expected = "the type of the record"
    found = "none" if kind is None else shown(kind)
    return Problem(path=f"{path}.type", expected=expected, found=found, hint=hint or f"one of {', '.join(known)}")


def closing_problems(closing: tuple[int, int, dict[str, Any]], raw: bytes, count: int) -> Iterator[Problem]:
    """Compare the closing line with the lines before it."""
    start, number, content = closing
    truth = truth_of(raw[:start], count)
    hint = 'the file was cut or altered; get it again, or leave the closing line (and "closed") out'
    for name in sorted(content.keys() | truth.keys()):
        if name not in truth:
            expected = "records and sha256 alone"
            yield Problem(path=f"line {number}.{name}", expected=expected, found=shown(name))
        elif content.get(name) != truth[name] or type(content.get(name)) is not type(truth[name]):
            found = shown(content.get(name))
            yield Problem(path=f"line {number}.{name}", expected=shown(truth[name]), found=found, hint=hint)
