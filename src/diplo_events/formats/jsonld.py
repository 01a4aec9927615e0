"""JSON-LD 1.1: the JSON form of a dataset as linked data, with the context in the file. Loses nothing.

What comes before the records is the context, which says for each key what it means: terms of schema.org, PROV-O, Web
Annotation and SKOS where they have one, else of the project's own vocabulary. Without the context and the types the
file is that of the JSON format, with the same proof at its end, and it is read under the same rules.
"""

import contextlib
import json
from typing import IO

from diplo_events._internal.system.gc import gc_paused
from diplo_events.dataset import Dataset
from diplo_events.errors import Location, Problem
from diplo_events.formats._document import diagnose_document, document_of, read_document, record_places
from diplo_events.formats._json_text import parse
from diplo_events.formats._json_text import parse_located as parse_text
from diplo_events.formats._links import CONTEXT_KEY, linked, located_without_links, without_links
from diplo_events.formats._positions import Located
from diplo_events.formats._proof import with_proof
from diplo_events.formats._text import decode, decode_fast
from diplo_events.formats._unfit import Unfit
from diplo_events.formats.linked_data import context

__all__ = ["dump", "dumps", "load", "loads", "parse_located", "places"]


def load(stream: IO[bytes], *, file: str | None = None) -> Dataset:
    """Read a dataset from a binary stream.

    Args:
        stream: Where the JSON-LD comes from.
        file: The name that errors show; the stream's own by default.

    Raises:
        NotReadableError: it is not a dataset in JSON-LD; all problems are listed.
    """
    return loads(stream.read(), file=file or getattr(stream, "name", None))


def loads(data: bytes | str, *, file: str | None = None) -> Dataset:
    """Read a dataset.

    JSON-LD has many ways to write the same triples; this reads the one that `dumps` writes.

    Raises:
        NotReadableError: the text is not a dataset in JSON-LD; all problems are listed.

    Examples:
        >>> loads(dumps(Dataset(title="Nothing yet")))
        <Dataset 'Nothing yet': no records>
        >>> loads('{"format_version": "1.0"}', file="x.jsonld")
        Traceback (most recent call last):
        ...
        diplo_events.errors.NotReadableError: 2 problems:
          x.jsonld:1:1: @context: expected the context of format version 1.0, found None; ...
    """
    with gc_paused(), contextlib.suppress(Unfit):
        return read_fast(data)
    return diagnose_document(parse_located(data, file=file))


def read_fast(data: bytes | str) -> Dataset:
    """Read a dataset in which nothing is wrong.

    Raises:
        Unfit: something is; `diagnose_document` explains it.
    """
    problems: list[Problem] = []
    document = without_links(parse(decode_fast(data)), problems)
    if problems:
        raise Unfit
    return read_document(document)


def dump(dataset: Dataset, stream: IO[bytes]) -> None:
    """Write a dataset to a binary stream, as UTF-8."""
    stream.write(dumps(dataset).encode())


def dumps(dataset: Dataset) -> str:
    """Write a dataset: as in JSON, with the context in one line in front and the type of everything that has fields.

    An id is an IRI relative to the base of the context. One with empty or dotted steps, which programs would take out,
    is a single step: `a/../b` is written as `a%2F..%2Fb`.

    >>> print(dumps(Dataset(title="Nothing yet")).splitlines()[2])
      "@type": [
    """
    encoder = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, indent=2)
    text = encoder.encode(linked(with_proof(document_of(dataset))))
    opening = "{\n"
    return f'{opening}  "{CONTEXT_KEY}": {json.dumps(context())},\n{text.removeprefix(opening)}\n'


def places(data: bytes | str, *, file: str | None = None) -> dict[str, Location]:
    """Return the place of each record in the file, by its id.

    Raises:
        NotReadableError: the text is not JSON.
    """
    return record_places(parse_located(data, file=file))


@gc_paused()
def parse_located(data: bytes | str, *, file: str | None = None) -> Located:
    """Read the JSON form of JSON-LD with the place of everything in it; what is wrong with the links is noted.

    Raises:
        NotReadableError: the text is not JSON, or cannot be read beyond some place.
    """
    return located_without_links(parse_text(decode(data, file=file), file=file))
