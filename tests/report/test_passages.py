"""Passages in their sentences on the page, from texts that are there."""

import hashlib
import re

import attrs
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Dataset, Source, SourceKind, Span, Statement, load_example
from diplo_events.coding.anchoring import Text, sentences
from diplo_events.report._passages import Passages
from diplo_events.report.html import html_report
from stance_records import ACTORS, ISSUES, position, statement

CONTENT = "It rained. The envoy said “no”, twice, on Monday. Nobody left. The end."


def dataset_of(content: str, *spans: Span) -> tuple[Dataset, dict[str, Text]]:
    """Make a statement and a position that rests on it, in a source with a text."""
    text = Text("a.txt", content)
    digest = hashlib.sha256(content.encode()).hexdigest()
    source = Source(
        id="undated", title="T", kind=SourceKind.NEWS_ARTICLE, language="en", sha256=digest, length=len(content)
    )
    said: Statement = attrs.evolve(statement("s1"), spans=spans)
    return Dataset(records=[*ACTORS, *ISSUES, source, said, position("p1", evidence=("s1",))]), {digest: text}


def test_the_passage_stands_in_its_sentence_in_the_list_and_in_the_evidence_of_a_stance() -> None:
    start = CONTENT.index("“no”")
    dataset, texts = dataset_of(CONTENT, Span(start=start, end=start + 4))
    page = html_report(dataset, texts=texts)
    words = "The envoy said <mark>“no”</mark>, twice, on Monday."
    shown = f'<blockquote class="passage" dir="auto" lang="en">{words}</blockquote>'
    assert page.count(shown) == 2
    (evidence,) = re.findall(r'<article class="of-cell" id="_cell-1">.*?</article>', page)
    assert shown in evidence
    assert "It rained" not in page
    assert 'class="passage"' not in html_report(dataset)


@given(content=st.text(st.sampled_from("ab. \n"), min_size=1, max_size=40), data=st.data())
def test_each_marked_piece_is_in_a_span_and_each_sentence_of_a_span_is_there(content: str, data: st.DataObject) -> None:
    ends = st.lists(st.integers(0, len(content)), min_size=2, max_size=2, unique=True).map(sorted)
    spans = [Span(start=a, end=b) for a, b in data.draw(st.lists(ends, max_size=3))]
    dataset, texts = dataset_of(content, *dict.fromkeys(spans))
    record = dataset["s1"]
    assert isinstance(record, Statement)
    found = list(Passages(dataset, texts).of(record))
    touched = [
        (start, end)
        for start, end in sentences(content)
        if any(span.start < end and start < span.end for span in spans)
    ]
    text = "".join("".join(each.itertext()) for each in found)
    assert all(content[start:end] in text for start, end in touched)
    marked = sum(len(mark.text or "") for each in found for mark in each.iter("mark"))
    pieces = {at for start, end in touched for at in range(start, end)}
    inside = {at for span in spans for at in range(span.start, span.end)}
    assert marked >= len(pieces & inside)
    assert bool(found) == bool(spans)


def test_a_text_of_another_source_shows_nothing() -> None:
    assert 'class="passage"' not in html_report(load_example(), texts={"0" * 64: Text("a.txt", "Words.")})
