"""YAML 1.2 without its traps, for encodings that people write. Loses nothing but comments.

A plain scalar is a null, a truth value or a number only if it is written as in JSON; everything else, `NO`, `12:30` and
`yes` included, is text. Tags, anchors and aliases are refused, and so are the characters that end a line for YAML 1.1
alone. Needs the extra `yaml`.
"""

import contextlib
import re
from typing import IO, Any, Final

from diplo_events._internal.system.gc import gc_paused
from diplo_events.dataset import Dataset
from diplo_events.errors import Location, MissingExtraError, NotReadableError
from diplo_events.formats._document import diagnose_document, document_of, read_document, record_places
from diplo_events.formats._positions import Located
from diplo_events.formats._proof import with_proof
from diplo_events.formats._text import decode, decode_fast
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.short_form import short_form_problem

try:
    import yaml
except ImportError as error:
    raise MissingExtraError.of("yaml", "reading and writing YAML") from error

from diplo_events.formats._yaml_text import LINE_ENDS, parse
from diplo_events.formats._yaml_text import parse_located as parse_text

__all__ = ["dump", "dumps", "load", "loads", "parse_located", "places"]

YAML_12_OTHER: Final = re.compile(
    r"~|[yn]|[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|\.(?:inf|nan)|[0-9.]+(?:e[-+]?[0-9]+)?)", re.IGNORECASE
)
"""What another reader of YAML would not read as text, though PyYAML does; written in quotes."""


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
        NotReadableError: the text is not a dataset in YAML; all problems are listed. Of one in short form, which
            `shorthand.expand` makes full, it is the one problem.

    Examples:
        >>> loads("format_version: '1.0'")
        <Dataset: no records>
    """
    with gc_paused(), contextlib.suppress(Unfit):
        return read_fast(data)
    located = parse_located(data, file=file)
    if not located.problems and (short := short_form_problem(located)) is not None:
        raise NotReadableError([short])
    return diagnose_document(located)


def read_fast(data: bytes | str) -> Dataset:
    """Read a dataset in which nothing is wrong.

    Raises:
        Unfit: something is; `diagnose_document` explains it.
    """
    return read_document(parse(decode_fast(data)))


def dump(dataset: Dataset, stream: IO[bytes]) -> None:
    """Write a dataset to a binary stream, as UTF-8."""
    stream.write(dumps(dataset).encode())


def dumps(dataset: Dataset) -> str:
    """Write a dataset: sorted by id, fields in their fixed order, defaults left out.

    A text that another reader of YAML 1.1 or 1.2 might not read as text is written in quotes.
    `end` has the number of records and a digest of everything before it, and `closed` promises that it is there.

    >>> print(dumps(Dataset(title="Nothing yet")), end="")
    closed: true
    format_version: '1.0'
    title: Nothing yet
    end:
      records: 0
      sha256: bcbc1eafdb0a354e7872a2e6494a5e4cbca9011556f6df1054533bb7b03ec727
    ...
    """
    document = Document(with_proof(document_of(dataset)))
    text: str = yaml.dump(document, Dumper=Writer, sort_keys=False, allow_unicode=True, width=110, explicit_end=True)
    return text


def places(data: bytes | str, *, file: str | None = None) -> dict[str, Location]:
    """Return the place of each record in the file, by its id.

    Raises:
        NotReadableError: the text is not YAML.
    """
    return record_places(parse_located(data, file=file))


@gc_paused()
def parse_located(data: bytes | str, *, file: str | None = None) -> Located:
    """Read plain data with the place of everything in them, whatever they are.

    Raises:
        NotReadableError: the text is not YAML, or cannot be read beyond some place.
    """
    return parse_text(decode(data, file=file), file=file)


class Document(dict[str, Any]):
    """The outermost mapping, which is written on several lines even if it is short."""


class Writer(yaml.SafeDumper):
    """Writes plain data: no aliases, and short flat mappings and lists on one line."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  (PyYAML's signature)
        return True


def represent_text(writer: Writer, text: str) -> yaml.ScalarNode:
    """Write a text, in quotes if a reader might not read it as text."""
    style = "'" if YAML_12_OTHER.fullmatch(text) else '"' if LINE_ENDS.search(text) else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def represent_flat(writer: Writer, content: dict[str, Any] | list[Any]) -> yaml.Node:
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
