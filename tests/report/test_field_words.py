"""Records in words: the order of a source, the value of any field, and fields that nobody has written words for."""

import itertools
import json
import random
import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Actor,
    ClaimBasis,
    Dataset,
    EventDate,
    FrozenMap,
    Issue,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Position,
    Source,
    SourceKind,
    Span,
    Statement,
    TerritorialClaim,
    load_example,
)
from diplo_events.model import EventRecord
from diplo_events.model.ids import ActorId
from diplo_events.model.nodes import fields
from diplo_events.report import brief, describe, html_report
from diplo_events.report.field_words import (
    IN_WORDS,
    LEFT_OUT,
    field_lines,
    in_text_order,
    other_fields,
    value_line,
)
from diplo_events.report.lines import DataText, line_text
from diplo_events.vocab import Medium
from each_case import each_case

EXAMPLE = load_example()
EVENTS = (Statement, Meeting, TerritorialClaim, Position)


def spans() -> st.SearchStrategy[tuple[Span, ...]]:
    """Draw where a record stands."""
    starts = st.lists(st.integers(0, 40), max_size=2, unique=True)
    return starts.map(lambda drawn: tuple(Span(start=start, end=start + 1) for start in sorted(drawn)))


class TestTextOrder:
    @given(st.lists(st.tuples(st.sampled_from("ab"), spans()), max_size=8), st.randoms(use_true_random=False))
    def test_is_by_source_then_by_span_then_by_id(
        self, drawn: list[tuple[str, tuple[Span, ...]]], draw: random.Random
    ) -> None:
        records = [
            Meeting(id=f"m{n}", source=s, spans=at, title="T", kind=MeetingKind.TALKS, status=MeetingStatus.HELD)
            for n, (s, at) in enumerate(drawn)
        ]
        draw.shuffle(records)
        ordered = in_text_order(records)
        assert sorted(record.id for record in ordered) == sorted(record.id for record in records)
        for earlier, later in itertools.pairwise(ordered):
            assert earlier.source <= later.source
            if earlier.source == later.source:
                starts = [[span.start for span in record.spans] for record in (earlier, later)]
                assert starts[0] <= starts[1]
                assert starts[0] < starts[1] or earlier.id < later.id

    def test_is_the_order_of_the_brief_and_of_the_page(self) -> None:
        reversed_ids = {
            record.id: f"{record.source}/z{10**6 - record.spans[0].start}"
            for cls in (Statement, Meeting, TerritorialClaim)
            for record in EXAMPLE.of_type(cls)
            if record.spans and record.restates is None
        }
        records = [
            attrs.evolve(record, id=reversed_ids[record.id]) for record in EXAMPLE.records if record.id in reversed_ids
        ]
        dataset = Dataset(records=[*{r.id: r for r in records}.values(), *EXAMPLE.of_type(Source)], complete=False)
        lines = "\n".join(brief(dataset))
        page = html_report(dataset)
        for cls in (Statement, Meeting, TerritorialClaim):
            for source in dataset.of_type(Source):
                expected = [r for r in dataset.reported_in(source.id) if isinstance(r, cls)]
                by_place = sorted(expected, key=lambda record: [(span.start, span.end) for span in record.spans])
                assert expected == sorted(expected, key=lambda record: record.id)
                assert len(expected) < 2 or by_place != expected, "an order by id would be another"
                for text, mark in ((lines, "[{}]"), (page, '<article class="record" id="{}"')):
                    places = [text.index(mark.format(record.id)) for record in by_place]
                    assert places == sorted(places)


def later(record: Any) -> Any:
    """Return a record of a copy of its class that has fields which nobody has written words for."""
    cls = type(record)
    annotations = {"guards": str | None, "observers": tuple[ActorId, ...], "channel": Medium}
    namespace = {"__annotations__": annotations, "guards": None, "observers": (), "channel": Medium.UNKNOWN}
    copy = attrs.frozen(kw_only=True)(type(cls.__name__, (cls,), namespace))
    values = {field.name: getattr(record, field.name) for field in attrs.fields(cls)}
    return copy(**values, guards="The army", observers=("lavrov", "nobody"))


class TestANewField:
    @pytest.mark.parametrize("cls", [*EVENTS, Actor, Source])
    def test_is_on_the_terminal_and_on_the_page_without_an_edit(self, cls: type) -> None:
        plain = next(record for record in EXAMPLE.of_type(cls) if getattr(record, "restates", None) is None)
        record = later(plain)
        others = [
            EXAMPLE[key] for key in ("lavrov", *(getattr(plain, name, "") for name in ("source", "issue"))) if key
        ]
        dataset = Dataset(records=[*others, record], complete=False)
        described = list(describe(dataset, record.id))
        assert described[-4:] == [
            "guards: The army",
            "observers: lavrov (Sergey Lavrov)",
            "observers: nobody",
            "channel: unknown",
        ]
        page = html_report(dataset)
        article = page[page.index(f'id="{record.id}"') :].partition("</article>")[0]
        assert "<p>Guards: <bdi>The army</bdi></p>" in article
        assert '<p>Observers: lavrov (<bdi lang="en">Sergey Lavrov</bdi>), nobody</p>' in article
        assert "Channel" not in article, "a value that is there by default says nothing"
        if cls is not Actor:  # a brief does not list actors
            lines = list(brief(dataset))
            at = next(n for n, line in enumerate(lines) if line.lstrip() == "guards: The army")
            assert lines[at + 1].lstrip() == "observers: lavrov (Sergey Lavrov), nobody"

    def test_of_an_issue_is_on_the_terminal(self) -> None:
        issue = later(EXAMPLE["issue/foreign-troops"])
        assert list(other_fields(EXAMPLE, issue)) == [
            ("guards", (DataText("The army"),)),
            ("observers", ("lavrov (", DataText("Sergey Lavrov", "en"), ")", ", ", "nobody")),
        ]

    @each_case("key", sorted(EXAMPLE))
    def test_is_the_only_reason_for_a_line_of_its_own(self, key: str) -> None:
        record = EXAMPLE[key]
        if isinstance(record, EventRecord | Actor | Source | Issue):
            assert list(other_fields(EXAMPLE, record)) == []

    def test_the_tables_name_only_fields_that_there_are(self) -> None:
        for table in (IN_WORDS, LEFT_OUT):
            for cls, text in table.items():
                names = text.split()
                assert len(set(names)) == len(names)
                assert set(names) <= {field.name for field in fields(cls)}
        for cls in IN_WORDS:
            assert not set(IN_WORDS[cls].split()) & set(LEFT_OUT[cls].split())


class TestAValue:
    @each_case("key", sorted(EXAMPLE))
    def test_of_every_field_is_shown_without_a_trace_of_python(self, key: str) -> None:
        record = EXAMPLE[key]
        shown = [(name, line_text(line)) for name, line in field_lines(EXAMPLE, record)]
        filled = {
            field.name
            for field in fields(type(record))
            if (value := getattr(record, field.name)) is not None
            and value is not False
            and value not in ((), frozenset(), FrozenMap())
        }
        assert {name for name, _ in shown} == filled - {"id"}
        assert not [text for _, text in shown if re.search(r"FrozenMap|frozenset|EventDate|\w+\(\w+=|^None$", text)]

    def test_that_refers_to_a_record_has_its_name(self) -> None:
        for record in EXAMPLE.records:
            texts = {name: line_text(line) for name, line in field_lines(EXAMPLE, record)}
            for name in ("body", "publisher", "place", "issue", "source"):
                if key := getattr(record, name, None):
                    target: Any = EXAMPLE[key]
                    called = next(getattr(target, n) for n in ("name", "label", "title") if hasattr(target, n))
                    assert texts[name] == f"{key} ({called})"

    def test_of_a_set_has_one_order(self) -> None:
        (node,) = [field.node for field in fields(TerritorialClaim) if field.name == "basis"]
        line = value_line(EXAMPLE, node, frozenset(ClaimBasis))
        assert line_text(line) == ", ".join(sorted(term.value for term in ClaimBasis))

    def test_of_parts_and_maps_is_told_in_full(self) -> None:
        source = Source(
            id="x",
            title="T",
            kind=SourceKind.NEWS_ARTICLE,
            published=EventDate.parse("2025-09-04?"),
            extra=FrozenMap({"a": ["é", None]}),
        )
        assert {name: line_text(line) for name, line in field_lines(Dataset(), source)} == {
            "title": "T",
            "kind": "news_article",
            "published": "2025-09-04?",
            "extra": json.dumps({"a": ["é", None]}, ensure_ascii=False),
        }
        statement = next(s for s in EXAMPLE.of_type(Statement) if s.quotes)
        (span,) = [statement.quotes[0].span]
        texts = [line_text(line) for name, line in field_lines(EXAMPLE, statement) if name == "quotes"]
        assert texts[0].startswith(
            f"text {statement.quotes[0].text}, span start {span.start}, end {span.end}, section "
        )
