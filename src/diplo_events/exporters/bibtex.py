"""Sources and documents as a bibliography for LaTeX, in the fields of BibLaTeX.

Each is an entry under its id, with title, authors, outlet, date, language, address, marks and remark. Dates are EDTF,
which BibLaTeX reads; those of level 2 stand in the note. Lost are all other records, and hashes, passages without
records, and what relates documents to each other.
"""

import re
from types import MappingProxyType
from typing import Final

from diplo_events.dataset import Dataset
from diplo_events.exporters._bibliography import Citable, entries
from diplo_events.exporters._labels import the_day
from diplo_events.exporters._losses import ExportLoss, Kept

__all__ = ["dumps", "losses"]

TYPES: Final = MappingProxyType({"article-newspaper": "article", "report": "report", "legislation": "legislation"})
"""The types of BibLaTeX; all else is `misc`."""

MARKS: Final = MappingProxyType(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%$#_"},
    }
)
"""What has a meaning in LaTeX, and how it is written to mean itself."""

LEVELS: Final = frozenset({0, 1})


def dumps(dataset: Dataset) -> str:
    r"""Return the sources and documents of a dataset as the text of a BibTeX file.

    Examples:
        >>> from diplo_events import Source, SourceKind
        >>> source = Source(id="elda", title="Tolls & bridges", kind=SourceKind.NEWS_ARTICLE)
        >>> print(dumps(Dataset(records=[source])))
        @article{elda,
          title = {{Tolls \& bridges}},
          keywords = {news article},
        }
        <BLANKLINE>
    """
    return "\n".join(map(entry_text, entries(dataset, Kept(dataset))))


def losses(dataset: Dataset) -> tuple[ExportLoss, ...]:
    """List what of a dataset is not in its bibliography.

    Examples:
        >>> import diplo_events
        >>> [loss.count for loss in losses(diplo_events.load_example()) if loss.what in {"sources", "sources.sha256"}]
        [5]
    """
    kept = Kept(dataset)
    list(entries(dataset, kept))
    return kept.losses()


def entry_text(entry: Citable) -> str:
    """Return an entry as BibTeX."""
    level = entry.date.level if entry.date else None
    remarks = [entry.note] if entry.note else []
    if entry.date and level not in LEVELS:
        remarks.append(f"Date: {entry.date}")
    marks = dict(entry.identifiers)
    doi = marks.pop("doi", None)
    remarks.extend(f"{scheme}: {mark}" for scheme, mark in marks.items())
    day = the_day(entry.date)
    values = {
        "title": f"{{{latex(entry.title)}}}",
        "author": " and ".join(f"{{{latex(author)}}}" for author in entry.authors),
        "journaltitle" if entry.type == "article-newspaper" else "publisher": latex(entry.publisher or ""),
        "date": str(entry.date) if entry.date and not any(remark.startswith("Date: ") for remark in remarks) else "",
        "year": str(day.year) if day else "",
        "doi": doi or "",
        "url": re.sub(
            r"[{}\\\s]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), entry.url or ""
        ),
        "langid": entry.language or "",
        "keywords": latex(entry.genre or ""),
        "note": latex(". ".join(remarks)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in values.items() if value]
    return "\n".join([f"@{TYPES.get(entry.type, 'misc')}{{{entry.key},", *lines, "}\n"])


def latex(text: str) -> str:
    r"""Return a text as LaTeX that shows it, on one line.

    >>> latex("50 % of {A}")
    '50 \\% of \\textbraceleft{}A\\textbraceright{}'
    """
    return "".join(MARKS.get(character, character) for character in " ".join(text.split()))
