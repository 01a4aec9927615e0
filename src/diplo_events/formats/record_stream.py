"""JSON Lines, written record by record: for sources that are too large to hold as one dataset."""

from collections.abc import Callable, Iterable, Mapping
from typing import IO, Any

from diplo_events.dataset import Header
from diplo_events.formats._jsonl_writer import NOTHING, Lines, RecordWriter
from diplo_events.formats._record_line import RecordLine
from diplo_events.formats._record_lines import line_road, write_slowly
from diplo_events.schema import RECORD_TYPES, Record

__all__ = ["RecordLine", "dump_records", "line_makers"]


def dump_records(records: Iterable[Record | RecordLine], stream: IO[bytes], *, header: Header = NOTHING) -> int:
    """Write records as JSON Lines in the order in which they come, and return how many there were.

    Whether they fit together is not checked here, as that wants all of them at once: `diplo-events check` does.

    Args:
        records: The records, or lines of them that `line_makers` made.
        stream: Where the lines go.
        header: What the dataset says about itself. A `Dataset` is a header too.

    Examples:
        >>> import io
        >>> from diplo_events import Issue, OPEN
        >>> stream = io.BytesIO()
        >>> dump_records([Issue(id="tolls", label="Tolls", proposition=OPEN)], stream)
        1
        >>> stream.getvalue().decode().splitlines()[1]
        '{"type":"issue","id":"tolls","open":["proposition"],"label":"Tolls"}'
    """
    lines = Lines(stream.write)
    out = RecordWriter(lines)
    lines.begin(header)
    out.write_all(records)
    lines.end(out.count)
    return out.count


def line_makers() -> Mapping[type[Record], Callable[..., RecordLine]]:
    r"""Return what makes lines of records by their class, called as the class is: the same checks, the same errors.

    With the extra `fast` no record is made on the way, which takes less than half the time.

    Examples:
        >>> from diplo_events import Issue, OPEN
        >>> make = line_makers()
        >>> make[Issue](id="tolls", label="Tolls", proposition=OPEN).text
        b'{"type":"issue","id":"tolls","open":["proposition"],"label":"Tolls"}\n'
    """
    road = line_road()
    return {cls: slow_maker(cls) for cls in RECORD_TYPES.values()} if road is None else road.line_makers(write_slowly)


def slow_maker(cls: type[Record]) -> Callable[..., RecordLine]:
    """Return what makes lines of records of a class by the class and its writer."""

    def make(**values: Any) -> RecordLine:  # noqa: ANN401  (the fields of a record)
        return RecordLine(cls, write_slowly(cls(**values)))

    return make
