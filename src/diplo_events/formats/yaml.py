"""YAML 1.2 without its traps, for encodings that people write. Loses nothing but comments.

A plain scalar is a null, a truth value or a number only where it is spelt as in JSON; everything else, `NO`,
`12:30` and `yes` included, is text. Tags, anchors and aliases are refused. Needs the extra `yaml`.
"""

import re
from collections.abc import Iterator
from typing import IO, Any, Final

from diplo_events.dataset import Dataset
from diplo_events.document import document_of, explain_document, record_places
from diplo_events.errors import Location, MissingExtraError, NotReadableError, Problem, shown
from diplo_events.json_text import MAX_INT, MAX_NESTING, Located, decode
from diplo_events.schema import Path, path_text

try:
    import yaml
except ImportError as error:  # pragma: no cover  (a test runs it in an environment without the extra)
    raise MissingExtraError.of("yaml", "reading and writing YAML") from error

__all__ = ["dump", "dumps", "load", "loads", "parse_located", "places"]

NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
WORDS: Final = {"null": None, "": None, "true": True, "false": False}
YAML_12_OTHER: Final = re.compile(
    r"~|[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|\.(?:inf|nan)|[0-9.]+(?:e[-+]?[0-9]+)?)", re.IGNORECASE
)
"""What another YAML 1.2 reader would take for something else than text; written in quotes."""


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
    return explain_document(parse_located(decode(data, file=file), file=file))


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
    text: str = yaml.dump(document_of(dataset), Dumper=Writer, sort_keys=False, allow_unicode=True, width=110)
    return text


def places(data: bytes | str, *, file: str | None = None) -> dict[str, Location]:
    """Tell where each record stands, by its id.

    Raises:
        NotReadableError: the text is not YAML.
    """
    return record_places(parse_located(decode(data, file=file), file=file))


class Writer(yaml.SafeDumper):
    """Writes plain data: no aliases, and short flat mappings and lists on one line."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002  (PyYAML's signature)
        return True


def represent_text(writer: Writer, text: str) -> yaml.ScalarNode:
    """Write a text, in quotes where a reader might take it for something else."""
    style = "'" if YAML_12_OTHER.fullmatch(text) else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def represent_flat(writer: Writer, content: Any) -> yaml.Node:  # noqa: ANN401  (a dict or a list)
    """Write a mapping or a list of numbers and short words on one line, anything else on several."""
    values = list(content.values() if isinstance(content, dict) else content)
    flat = all(isinstance(v, int | float) or (isinstance(v, str) and re.fullmatch(r"\S{1,40}", v)) for v in values)
    short = flat and sum(len(str(v)) + 12 for v in values) < 100  # noqa: PLR2004  (a line)
    if isinstance(content, dict):
        return writer.represent_mapping("tag:yaml.org,2002:map", content.items(), flow_style=short)
    return writer.represent_sequence("tag:yaml.org,2002:seq", content, flow_style=short)


Writer.add_representer(str, represent_text)
Writer.add_representer(dict, represent_flat)
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
        mark = error.problem_mark or error.context_mark
        place = Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)
        what = " ".join(str(part) for part in (error.problem, error.context) if part)
        raise NotReadableError(
            [*reader.problems, Problem(expected="well-formed YAML", found=what, location=place)]
        ) from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = Location(file, before.count("\n") + 1, error.position - before.rfind("\n"))
        found = f"the character U+{ord(text[error.position]):04X}"
        raise NotReadableError([Problem(expected="text that YAML can hold", found=found, location=place)]) from None
    return Located(data, reader.places, tuple(reader.problems))


class Reader:
    """Turns the events of a YAML text into plain data."""

    def __init__(self, text: str, file: str | None) -> None:
        self.events: Iterator[Any] = yaml.parse(text, Loader=yaml.SafeLoader)
        self.file = file
        self.places: dict[str, Location] = {}
        self.problems: list[Problem] = []

    def note(self, event: Any, expected: str, found: str, hint: str | None, path: Path) -> None:  # noqa: ANN401
        """Note a problem and go on."""
        self.problems.append(
            Problem(path=path_text(path), expected=expected, found=found, hint=hint, location=self.place(event))
        )

    def place(self, event: Any) -> Location:  # noqa: ANN401  (an event of PyYAML)
        """Give line and column of an event."""
        mark = event.start_mark
        return Location(self.file, mark.line + 1, mark.column + 1)

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

    def value(self, event: Any, path: Path, depth: int) -> Any:  # noqa: ANN401
        """Read the value that begins with an event."""
        self.places.setdefault(path_text(path), self.place(event))
        if isinstance(event, yaml.AliasEvent):
            self.note(event, "the value itself", f"the alias *{event.anchor}", "write the value out", path)
            return None
        if event.anchor is not None:
            self.note(event, "a plain value", f"the anchor &{event.anchor}", "remove the anchor", path)
        if event.tag is not None:
            self.note(event, "a value without a tag", f"the tag {event.tag}", "remove the tag", path)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, path)
        if depth == MAX_NESTING:
            self.note(event, f"at most {MAX_NESTING} levels of nesting", "one more", None, path[:3])
            raise NotReadableError(self.problems)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.items(path, depth)
        return self.members(path, depth)

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
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
                found = type(event).__name__.removesuffix("Event").removesuffix("Start").lower()
                self.note(event, "a key of plain text", f"a {found} with or without marks", None, path)
                raise NotReadableError(self.problems)
            inner = (*path, event.value)
            if event.value in made:
                self.note(event, "each key once", f"{shown(event.value)} again", "remove one of the two", inner)
            else:
                self.places[path_text(inner)] = self.place(event)
            made[event.value] = self.value(next(self.events), inner, depth + 1)
        return made

    def scalar(self, event: Any, path: Path) -> Any:  # noqa: ANN401
        """Read a scalar: text, unless it is plain and spelt as JSON spells something else."""
        text: str = event.value
        if not event.implicit[0]:
            return text
        if text in WORDS:
            return WORDS[text]
        match = NUMBER.fullmatch(text)
        if not match:
            return text
        if match[1] or match[2]:
            number = float(text)
            if abs(number) == float("inf"):
                self.note(event, "a finite number", shown(text), None, path)
            return number
        if len(text) > len(str(-MAX_INT)) or not -MAX_INT - 1 <= int(text) <= MAX_INT:
            self.note(event, "a whole number of at most 64 bits", shown(text), "write it in quotes", path)
            return 0
        return int(text)
