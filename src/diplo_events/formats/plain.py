"""Plain data: dicts, lists, texts, numbers, truth values and `None`, as a JSON file holds them. Loses nothing."""

from typing import Any

from diplo_events.dataset import Dataset
from diplo_events.formats._document import diagnose_document, document_of, plain_record, read_document
from diplo_events.formats._newer import is_newer
from diplo_events.formats._positions import Located
from diplo_events.formats._unfit import Unfit
from diplo_events.schema import FORMAT_VERSION, Record

__all__ = ["from_plain", "record_to_plain", "to_plain"]


def to_plain(dataset: Dataset) -> dict[str, Any]:
    """Return a dataset as plain data: the header, then a list for each type of which it has records.

    Fields that have their default are left out.

    Examples:
        >>> to_plain(Dataset(title="Nothing yet"))
        {'format_version': '1.0', 'title': 'Nothing yet'}
    """
    return document_of(dataset)


def record_to_plain(record: Record, *, format_version: str = FORMAT_VERSION) -> dict[str, Any]:
    """Return a record as plain data, without fields that have their default.

    Args:
        record: The record.
        format_version: The format version of its dataset. Fields of a newer version, which are kept in `extra`, go
            back where they came from.

    Examples:
        >>> from diplo_events import Issue
        >>> record_to_plain(Issue(id="tolls", label="Tolls", proposition="There should be tolls."))
        {'id': 'tolls', 'label': 'Tolls', 'proposition': 'There should be tolls.'}
    """
    return plain_record(record, newer=is_newer(format_version))


def from_plain(data: object) -> Dataset:
    """Make a dataset of plain data, under the same rules as for a file.

    Raises:
        NotReadableError: they are not a dataset; all problems are listed.

    Examples:
        >>> from_plain({"format_version": "1.0", "title": "Nothing yet"})
        <Dataset 'Nothing yet': no records>
        >>> from_plain({"format_version": "1.0", "titel": "Nothing yet"})
        Traceback (most recent call last):
        ...
        diplo_events.errors.NotReadableError: titel: expected a field of a dataset, found 'titel'; did you mean 'title'?
    """
    try:
        return read_document(data)
    except Unfit:
        return diagnose_document(Located(data))
