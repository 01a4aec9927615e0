"""Spans and quotes, at their borders."""

import pytest

from diplo_events import InvalidRecordError, Quote, Section, Span
from each_case import each_case


@pytest.mark.parametrize(("start", "end"), [(0, 1), (5, 6), (0, 2**63 - 1)])
def test_a_span_has_an_inside(start: int, end: int) -> None:
    span = Span(start=start, end=end)
    assert (span.start, span.end, span.section) == (start, end, Section.BODY)


@each_case(("start", "end"), [(0, 0), (1, 0), (-1, 1), (-2, -1), (5, 5)])
def test_no_span_is_empty_or_turned_round(start: int, end: int) -> None:
    with pytest.raises(InvalidRecordError, match=f"^expected 0 <= start < end, found start {start} and end {end}$"):
        Span(start=start, end=end)


@each_case(("start", "end"), [(True, 2), (0, 2.0), ("0", 1), (None, 1), (0, 2**63)])
def test_ends_are_whole_numbers(start: int, end: int) -> None:
    with pytest.raises(InvalidRecordError, match="expected a whole number"):
        Span(start=start, end=end)


@each_case("text", ["a", "в будь-якому", "𝔘🇺🇦", "e\u0301", " a\n"])
def test_a_quote_is_as_long_as_its_span_in_code_points(text: str) -> None:
    length = len(text)
    assert Quote(text=text, span=Span(start=3, end=3 + length)).text == text
    for wrong in (length + 1, length - 1, len(text.encode())):
        if wrong not in {0, length}:
            message = f"a span as long as the text, found a text of {length} and a span of {wrong} code points"
            with pytest.raises(InvalidRecordError, match=message):
                Quote(text=text, span=Span(start=3, end=3 + wrong))


def test_the_parts_of_a_quote() -> None:
    span = Span(start=0, end=1)
    quote = Quote(text="a", span=span, language="uk", translated_from="ru")
    assert (quote.language, quote.translated_from) == ("uk", "ru")
    with pytest.raises(InvalidRecordError, match="translated_from: expected a language tag"):
        Quote(text="a", span=span, translated_from="Russian")
    with pytest.raises(InvalidRecordError, match="text: expected text, found ' '"):
        Quote(text=" ", span=span)
