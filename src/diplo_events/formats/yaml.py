"""YAML 1.2 without its traps, for encodings that people write. Loses nothing but comments.

A plain scalar is a null, a truth value or a number only where it is spelt as in JSON; everything else, `NO`,
`12:30` and `yes` included, is text. Tags, anchors and aliases are refused, and so are the characters that end a
line for YAML 1.1 alone. Needs the extra `yaml`.
"""

import bisect
import math
import re
from collections.abc import Iterator
from typing import IO, Any, Final

from diplo_events.dataset import Dataset
from diplo_events.errors import Location, MissingExtraError, NotReadableError, Problem, printable, shown
from diplo_events.formats._document import diagnose_document, document_of, record_places
from diplo_events.formats._json_text import MAX_INT, MAX_NESTING, Located, decode
from diplo_events.schema import Path, path_text

try:
    import yaml
except ImportError as error:  # pragma: no cover  (a test runs it in an environment without the extra)
    raise MissingExtraError.of("yaml", "reading and writing YAML") from error

__all__ = ["dump", "dumps", "load", "loads", "parse_located", "places"]

NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
WORDS: Final = {"null": None, "": None, "true": True, "false": False}
YAML_12_OTHER: Final = re.compile(
    r"~|[yn]|[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|\.(?:inf|nan)|[0-9.]+(?:e[-+]?[0-9]+)?)", re.IGNORECASE
)
"""What another reader of YAML would take for something else than text, and PyYAML not; written in quotes."""

LINE_ENDS: Final = re.compile("[\x85\u2028\u2029]")
"""What ends a line for YAML 1.1 and not for YAML 1.2; written as an escape."""

UNREADABLE: Final = re.compile("\r(?!\n)|[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML cannot hold as it is, or what versions of it read differently."""

INSTEAD: Final = {
    "\r": "end lines with a line feed",
    "\x85": "end lines with a line feed",
    "\u2028": 'write "\\L" in double quotes, or a space',
    "\u2029": 'write "\\P" in double quotes, or a space',
}
"""What to write instead of some of these characters."""

MOST_UNREADABLE: Final = 20
"""How many such characters are listed."""


def load(stream: IO[bytes], *, file: str | None = None) -> Dataset:
    """Read a dataset from a binary stream.

    Args:
        stream: Where the YAML comes from.
        file: The name that errors show; the stream's own by default.

    Raises:
        NotReadableError: it is not a dataset in YAML; all problems are listed.
    """
    return loads(stream.read(), file=file or getattr(stream, "name", None))


def loads(data: bytes | str, *, file: str | None = None) -> Dataset:
    """Read a dataset.

    Raises:
        NotReadableError: the text is not a dataset in YAML; all problems are listed.

    Examples:
        >>> loads("format_version: '1.0'")
        <Dataset: no records>
    """
    return diagnose_document(parse_located(decode(data, file=file), file=file))


def dump(dataset: Dataset, stream: IO[bytes]) -> None:
    """Write a dataset to a binary stream, as UTF-8."""
    stream.write(dumps(dataset).encode())


def dumps(dataset: Dataset) -> str:
    """Write a dataset: sorted by id, fields in their fixed order, defaults left out.

    Whatever another reader of YAML 1.1 or 1.2 could take for something else than text stands in quotes.

    >>> print(dumps(Dataset(title="Nothing yet")), end="")
    format_version: '1.0'
    title: Nothing yet
    """
    document = Document(document_of(dataset))
    text: str = yaml.dump(document, Dumper=Writer, sort_keys=False, allow_unicode=True, width=110)
    return text


def places(data: bytes | str, *, file: str | None = None) -> dict[str, Location]:
    """Tell where each record stands, by its id.

    Raises:
        NotReadableError: the text is not YAML.
    """
    return record_places(parse_located(decode(data, file=file), file=file))


class Document(dict[str, Any]):
    """The outermost mapping, which is written on several lines however short it is."""


class Writer(yaml.SafeDumper):
    """Writes plain data: no aliases, and short flat mappings and lists on one line."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002  (PyYAML's signature)
        return True


def represent_text(writer: Writer, text: str) -> yaml.ScalarNode:
    """Write a text, in quotes where a reader might take it for something else."""
    style = "'" if YAML_12_OTHER.fullmatch(text) else '"' if LINE_ENDS.search(text) else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def represent_flat(writer: Writer, content: Any) -> yaml.Node:  # noqa: ANN401  (a dict or a list)
    """Write a mapping or a list of numbers and short words on one line, anything else on several."""
    values = list(content.values() if isinstance(content, dict) else content)
    flat = all(isinstance(v, int | float) or (isinstance(v, str) and re.fullmatch(r"\S{1,40}", v)) for v in values)
    short = flat and sum(len(str(v)) + 12 for v in values) < 100  # noqa: PLR2004  (a line)
    if isinstance(content, dict):
        flow = short and not isinstance(content, Document)
        return writer.represent_mapping("tag:yaml.org,2002:map", content.items(), flow_style=flow)
    return writer.represent_sequence("tag:yaml.org,2002:seq", content, flow_style=short)


Writer.add_representer(str, represent_text)
Writer.add_representer(dict, represent_flat)
Writer.add_representer(Document, represent_flat)
Writer.add_representer(list, represent_flat)


def parse_located(text: str, *, file: str | None = None) -> Located:
    """Read YAML text with the place of everything, from its events.

    Raises:
        NotReadableError: the text cannot be read on from some place.
    """
    reader = Reader(text, file)
    try:
        data = reader.document()
    except yaml.MarkedYAMLError as error:
        what = ", ".join(str(part) for part in (error.context, error.problem) if part)
        mark = error.problem_mark or error.context_mark
        raise reader.malformed(what, mark.index if mark else 0) from None
    except NotReadableError:
        raise
    except (ValueError, OverflowError):  # from PyYAML's own calls, of `chr` for one
        raise reader.malformed("an escape or a version with too large a number", reader.loader.index) from None
    return Located(data, reader.places, tuple(reader.problems))


def events_of(loader: yaml.SafeLoader) -> Iterator[Any]:
    """Give the events of a text one by one."""
    while loader.check_event():
        yield loader.get_event()  # type: ignore[no-untyped-call]  # PyYAML has no types for it


class Reader:
    """Turns the events of a YAML text into plain data."""

    def __init__(self, text: str, file: str | None) -> None:
        self.file = file
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.places: dict[str, Location] = {}
        self.problems: list[Problem] = []
        for match in re.finditer(UNREADABLE, text):
            self.unreadable(match[0], match.start())
            if len(self.problems) == MOST_UNREADABLE:
                break
        if self.problems:
            raise NotReadableError(self.problems)
        self.loader = yaml.SafeLoader(text)
        self.events = events_of(self.loader)

    def unreadable(self, character: str, index: int) -> None:
        """Note a character that cannot stand in a text as it is."""
        hint = INSTEAD.get(character, "remove it")
        found = f"the character U+{ord(character):04X}"
        self.problems.append(
            Problem(expected="text that YAML can hold", found=found, hint=hint, location=self.place_at(index))
        )

    def malformed(self, what: str, index: int) -> NotReadableError:
        """Give the error with which reading stops, with all problems so far."""
        problem = Problem(expected="well-formed YAML", found=printable(what), location=self.place_at(index))
        return NotReadableError([*self.problems, problem])

    def note(self, event: Any, expected: str, found: str, hint: str | None, path: Path) -> None:  # noqa: ANN401  (PyYAML)
        """Note a problem and go on."""
        self.problems.append(
            Problem(path=path_text(path), expected=expected, found=found, hint=hint, location=self.place(event))
        )

    def place(self, event: Any) -> Location:  # noqa: ANN401  (an event of PyYAML)
        """Give line and column of an event."""
        return self.place_at(event.start_mark.index)

    def place_at(self, index: int) -> Location:
        """Give line and column; PyYAML's own count other line ends than the line feed."""
        line = bisect.bisect_right(self.line_starts, index) - 1
        return Location(self.file, line + 1, index - self.line_starts[line] + 1)

    def document(self) -> Any:  # noqa: ANN401  (plain data)
        """Read the one document of a text."""
        data: Any = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if "" in self.places:
                    hint = "remove what follows the line ---"
                    self.note(event, "one document", "a second one", hint, ())
                    raise NotReadableError(self.problems)
                data = self.value(next(self.events), (), 0)
        if "" not in self.places:
            raise NotReadableError(
                [Problem(expected="a dataset", found="an empty text", location=Location(self.file, 1, 1))]
            )
        return data

    def value(self, event: Any, path: Path, depth: int) -> Any:  # noqa: ANN401  (PyYAML)
        """Read the value that begins with an event."""
        self.places.setdefault(path_text(path), self.place(event))
        if isinstance(event, yaml.AliasEvent):
            self.note(event, "the value itself", f"the alias *{event.anchor}", "write the value out", path)
            return None
        self.marks(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, path)
        if depth == MAX_NESTING:
            self.note(event, f"at most {MAX_NESTING} levels of nesting", "one more", None, path[:3])
            raise NotReadableError(self.problems)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.items(path, depth)
        return self.members(path, depth)

    def marks(self, event: Any, path: Path) -> None:  # noqa: ANN401  (an event of PyYAML)
        """Note an anchor and a tag."""
        if event.anchor is not None:
            self.note(event, "a plain value", f"the anchor &{event.anchor}", "remove the anchor", path)
        if event.tag is not None:
            self.note(event, "a value without a tag", f"the tag {printable(event.tag)}", "remove the tag", path)

    def items(self, path: Path, depth: int) -> list[Any]:
        """Read a sequence."""
        made: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            made.append(self.value(event, (*path, len(made)), depth + 1))
        return made

    def members(self, path: Path, depth: int) -> dict[str, Any]:
        """Read a mapping."""
        made: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                found = {yaml.AliasEvent: "an alias", yaml.SequenceStartEvent: "a list"}.get(type(event), "a mapping")
                self.note(event, "a key of plain text", found, None, path)
                raise NotReadableError(self.problems)
            inner = (*path, event.value)
            self.marks(event, inner)
            if event.implicit[0] and (event.value in WORDS or NUMBER.fullmatch(event.value)):
                self.note(event, "a key of text", event.value or "nothing", "write it in quotes", inner)
            if event.value in made:
                self.note(event, "each key once", f"{shown(event.value)} again", "remove one of the two", inner)
            else:
                self.places.setdefault(path_text(inner), self.place(event))
            made[event.value] = self.value(next(self.events), inner, depth + 1)
        return made

    def scalar(self, event: Any, path: Path) -> Any:  # noqa: ANN401  (PyYAML)
        """Read a scalar: text, unless it is plain and spelt as JSON spells something else."""
        text: str = event.value
        if not event.implicit[0]:
            return text
        if text in WORDS:
            return WORDS[text]
        match = NUMBER.fullmatch(text)
        return self.number(event, match, path) if match else text

    def number(self, event: Any, match: re.Match[str], path: Path) -> float:  # noqa: ANN401  (PyYAML)
        """Read a number, whole or not."""
        text = match[0]
        if match[1] or match[2]:
            number = float(text)
            if math.isinf(number):
                self.note(event, "a finite number", shown(text), "write it in quotes", path)
                return 0.0
            return number
        if len(text) > len(str(-MAX_INT)) or not -MAX_INT - 1 <= int(text) <= MAX_INT:
            self.note(event, "a whole number of at most 64 bits", shown(text), "write it in quotes", path)
            return 0
        return int(text)
