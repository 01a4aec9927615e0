"""Titles of what records report, as lines: the names in them have their language and direction."""

from collections.abc import Iterable, Iterator

from diplo_events._internal.texts.display import ISOLATE
from diplo_events.analysis.titles import title_of
from diplo_events.dataset import Dataset
from diplo_events.model import Meeting
from diplo_events.referents import Referent
from diplo_events.report._names import with_known
from diplo_events.report.field_words import named
from diplo_events.report.lines import DataText, Line
from diplo_events.schema import references

__all__ = ["line_with_names", "names_near", "title_line"]


def title_line(dataset: Dataset, referent: Referent) -> Line:
    """Return the title of what records report.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.referents import find_referents
        >>> dataset = diplo_events.load_example()
        >>> (troops,) = [r for r in find_referents(dataset) if r.id == "position/russia-foreign-troops"]
        >>> title_line(dataset, troops)[:2]
        (DataText(text='Russia', language='en'), ' on “')
    """
    keys = names_near(dataset, (record.id for record in referent.records))
    known = [named(dataset, key) for key in sorted(set(keys))]
    known += [DataText(record.title) for record in referent.records if isinstance(record, Meeting)]
    return line_with_names(title_of(dataset, referent), known)


def line_with_names(text: str, known: Iterable[DataText]) -> Line:
    """Return a sentence in which known names are parts of their own, as is whatever is isolated."""
    known = tuple(known)
    parts: list[DataText | str] = []
    for at, piece in enumerate(ISOLATE.split(text)):
        inner = with_known(piece, known) if piece else ()
        parts += [DataText(part) if at % 2 and isinstance(part, str) else part for part in inner]
    return tuple(parts)


def names_near(dataset: Dataset, keys: Iterable[str]) -> Iterator[str]:
    """List some records and those to which they refer."""
    for key in keys:
        yield key
        if record := dataset.get(key):
            yield from (reference.target for reference in references(type(record), record))
