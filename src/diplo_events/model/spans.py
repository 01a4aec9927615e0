"""`Span` and `Quote`: a passage of a text, and the exact words that are quoted in one."""

from collections.abc import Iterator

import attrs

from diplo_events._internal.texts.quotation_marks import within_marks
from diplo_events.errors import Problem
from diplo_events.model.field_rules import Checked
from diplo_events.model.ids import LanguageTag
from diplo_events.vocab import Section

__all__ = ["Quote", "Span"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Span(Checked):
    """A passage of a source's text, counted in Unicode code points: W3C Web Annotation `TextPositionSelector`.

    Examples:
        >>> Span(start=0, end=27)
        Span(start=0, end=27, section=Section.BODY)
    """

    start: int
    """The number of code points before the passage."""
    end: int
    """The number of code points up to the end of the passage; greater than `start`."""
    section: Section = Section.BODY
    """The part of the text that contains it."""

    def lies_in(self, length: int) -> bool:
        """Whether the passage lies in a text of so many code points.

        Examples:
            >>> Span(start=0, end=27).lies_in(27), Span(start=0, end=27).lies_in(26)
            (True, False)
        """
        return self.end <= length

    def _fits(self) -> bool:
        return 0 <= self.start < self.end

    def _relations(self) -> Iterator[Problem]:
        if not self._fits():
            found = f"start {self.start} and end {self.end}"
            yield Problem(expected="0 <= start < end", found=found)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Quote(Checked):
    """The words of a quotation, code point for code point, without the quotation marks.

    Examples:
        >>> Quote(text="in any format", span=Span(start=10, end=23)).text
        'in any format'
    """

    text: str
    """The words: W3C Web Annotation `TextQuoteSelector.exact`."""
    span: Span
    """The passage that contains the words, and nothing else."""
    language: LanguageTag | None = None
    """The language of the words, if it differs from the source's."""
    translated_from: LanguageTag | None = None
    """The language in which the words were said, if the source quotes a translation."""

    def _fits(self) -> bool:
        return self.span.end - self.span.start == len(self.text)

    def _relations(self) -> Iterator[Problem]:
        if not self._fits():
            found = f"a text of {len(self.text)} and a span of {self.span.end - self.span.start} code points"
            hint = "leave the quotation marks out of the text" if within_marks(self.text) else None
            yield Problem(expected="a span as long as the text", found=found, hint=hint)
