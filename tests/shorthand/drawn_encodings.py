"""Datasets over an invented text, drawn with all passages and quotes in it."""

import re
from typing import Any

import attrs
from hypothesis import strategies as st

from diplo_events.coding.anchoring import Text
from diplo_events.dataset import Dataset
from diplo_events.model import EventRecord, Quote, Source, Span, Statement
from diplo_events.model.source import Uncoded
from diplo_events.strategies import datasets
from diplo_events.vocab import QuotationMode, Section, UncodedReason

TEXT = Text(
    "harbour.txt",
    "Talks … in Midway\r\n\r\nNorland said no. Norland’s minister said “no” twice: no, and no again.\n"
    "The minister said no. محادثات السلام will go on; cafe\u0301 owners in Vesten co\u00adoperate 👩‍🚀 with\u00a0them. "
    "“We will … go on,” she said, “and on and on.”\n",
)
PIECES = [match.span() for match in re.finditer(r"\S+", TEXT.content)]


@st.composite
def places(draw: st.DrawFn, start: int = 0, end: int = len(TEXT.content)) -> tuple[int, int]:
    """Draw a place of whole words between two others."""
    inside = [piece for piece in PIECES if start <= piece[0] and piece[1] <= end]
    first = draw(st.integers(0, len(inside) - 1))
    last = draw(st.integers(first, min(first + 12, len(inside) - 1)))
    return inside[first][0], inside[last][1]


@st.composite
def anchored(draw: st.DrawFn) -> Dataset:
    """Draw a dataset with all passages and quotes in the text."""
    records: list[Any] = []
    for record in draw(datasets(complete=True, drafts=draw(st.booleans()))).records:
        if isinstance(record, Source):
            items = draw(st.lists(places(), max_size=2, unique=True))
            passages = [Uncoded(span=Span(start=a, end=b), reason=UncodedReason.BYLINE) for a, b in items]
            sha, size = TEXT.sha256, len(TEXT.content)
            records.append(attrs.evolve(record, sha256=sha, length=size, uncoded=tuple(passages)))
        elif isinstance(record, EventRecord):
            items = draw(st.lists(places(), min_size=1, max_size=3, unique=True))
            section = st.sampled_from([Section.BODY, Section.HEADLINE])
            spans = tuple(Span(start=a, end=b, section=draw(section)) for a, b in items)
            changes: dict[str, Any] = {"spans": spans}
            if isinstance(record, Statement):
                outer = draw(st.sampled_from(items))
                most = 0 if record.mode is QuotationMode.VERBATIM else 2
                drawn = draw(st.lists(places(*outer), max_size=most, unique=True))
                inner = [(a, b) for a, b in drawn if "\r" not in TEXT.content[a:b]]  # which no quote can hold
                changes["quotes"] = tuple(Quote(text=TEXT.content[a:b], span=Span(start=a, end=b)) for a, b in inner)
            records.append(attrs.evolve(record, **changes))
        else:
            records.append(record)
    return Dataset(records=records)
