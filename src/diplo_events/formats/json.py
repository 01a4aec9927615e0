"""JSON (RFC 8259): one object with a header, a list of records for each type, their count and hash. Loses nothing."""

import contextlib
import json
from typing import IO, cast

from diplo_events._internal.system.gc import gc_paused
from diplo_events.dataset import Dataset
from diplo_events.errors import Location
from diplo_events.formats._document import diagnose_document, document_of, read_document, record_places
from diplo_events.formats._json_text import parse
from diplo_events.formats._json_text import parse_located as parse_text
from diplo_events.formats._newer import is_newer
from diplo_events.formats._positions import Located
from diplo_events.formats._proof import with_proof
from diplo_events.formats._record_lines import document_road_for, likely_size
from diplo_events.formats._text import decode, decode_fast
from diplo_events.formats._unfit import Unfit

__all__ = ["dump", "dumps", "load", "loads", "parse_located", "places"]


def load(stream: IO[bytes], *, file: str | None = None) -> Dataset:
    """Read a dataset from a binary stream.

    Args:
        stream: Where the JSON comes from.
        file: The name that errors show; the stream's own by default.

    Raises:
        NotReadableError: it is not a dataset in JSON; all problems are listed.
    """
    return loads(stream.read(), file=file or getattr(stream, "name", None))


def loads(data: bytes | str, *, file: str | None = None) -> Dataset:
    """Read a dataset.

    Raises:
        NotReadableError: the text is not a dataset in JSON; all problems are listed.

    Examples:
        >>> loads('{"format_version": "1.0", "title": "Nothing yet"}')
        <Dataset 'Nothing yet': no records>
        >>> loads('{"format_version": "1.0", "titel": "Nothing yet"}', file="x.json")
        Traceback (most recent call last):
        ...
        diplo_events.errors.NotReadableError: x.json:1:27: titel: expected a field of a dataset, found 'titel'; ...
    """
    with gc_paused(), contextlib.suppress(Unfit):
        return read_fast(data)
    return diagnose_document(parse_located(data, file=file))


def read_fast(data: bytes | str) -> Dataset:
    """Read a dataset in which nothing is wrong.

    Raises:
        Unfit: something is; `diagnose_document` explains it.
    """
    if road := document_road_for(len(data)):
        with contextlib.suppress(Unfit):
            return cast(
                "Dataset", road.read(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
            )
    return read_document(parse(decode_fast(data)))


def dump(dataset: Dataset, stream: IO[bytes]) -> None:
    """Write a dataset to a binary stream, as UTF-8."""
    stream.write(data_of(dataset))


def dumps(dataset: Dataset) -> str:
    """Write a dataset: sorted by id, fields in their fixed order, defaults left out, two spaces a level.

    `end` has the number of records and a digest of everything before it, and `closed` promises that it is there.

    >>> print(dumps(Dataset(title="Nothing yet")), end="")
    {
      "closed": true,
      "format_version": "1.0",
      "title": "Nothing yet",
      "end": {
        "records": 0,
        "sha256": "bcbc1eafdb0a354e7872a2e6494a5e4cbca9011556f6df1054533bb7b03ec727"
      }
    }
    """
    return data_of(dataset).decode()


def data_of(dataset: Dataset) -> bytes:
    """Return the file of a dataset."""
    if not is_newer(dataset.format_version) and (road := document_road_for(likely_size(dataset))):
        return cast("bytes", road.written(dataset))
    # plain data of frozen records have no circles, and not to look for them is faster
    encoder = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, indent=2)
    return (encoder.encode(with_proof(document_of(dataset))) + "\n").encode()


def places(data: bytes | str, *, file: str | None = None) -> dict[str, Location]:
    """Return the place of each record in the file, by its id.

    Raises:
        NotReadableError: the text is not JSON.
    """
    return record_places(parse_located(data, file=file))


@gc_paused()
def parse_located(data: bytes | str, *, file: str | None = None) -> Located:
    """Read plain data with the place of everything in them, whatever they are.

    Raises:
        NotReadableError: the text is not JSON, or cannot be read beyond some place.
    """
    return parse_text(decode(data, file=file), file=file)
