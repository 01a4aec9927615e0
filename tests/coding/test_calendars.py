"""Dates in the old style: the day that a record must have, and the days of what statements speak of."""

import datetime as dt
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_records import article, plain_statement

from diplo_events import (
    Action,
    ActionKind,
    ActionStatus,
    Dataset,
    EventDate,
    QuotationMode,
    Quote,
    Source,
    Span,
    Statement,
    formats,
)
from diplo_events.coding import read_texts
from diplo_events.coding.anchoring import Text
from diplo_events.coding.calendars import readings
from diplo_events.coding.time_words import time_word_problems
from diplo_events.model import EventRecord
from each_case import each_case
from profiles import examples

WIDER = formats.read(Path(__file__).parents[2] / "examples/wider_record/wider-record.json")
INVENTED = Path(__file__).parents[2] / "examples/wider_record/texts"
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
WORDS = ("25 October 1917", "on October 25, 1917", "25 October")


def gregorian(year: int, month: int, day: int) -> dt.date:
    """Convert a Julian date by the day number of astronomers, with the formula of Richards (2013)."""
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    return dt.date.fromordinal(number - 1_721_425)


def source(published: str | None = "1918-02-03", **fields: object) -> Source:
    """Return a source."""
    return article("report", published=EventDate.parse(published) if published else None, **fields)


def said(when: str | None, words: str | None, **fields: object) -> Statement:
    """Return a statement with a date of speaking."""
    date = EventDate.parse(when) if when else None
    return statement(when=date, when_as_reported=words, **fields)


def about(when: str | None, words: str | None, **fields: object) -> Statement:
    """Return a statement with a date of what is spoken of."""
    date = EventDate.parse(when) if when else None
    return statement(about_when=date, about_when_as_reported=words, **fields)


def statement(**fields: object) -> Statement:
    """Return a statement."""
    return plain_statement("s1", "report", Span(start=0, end=9), **fields)


def found(*records: EventRecord, report: Source | None = None, text: str | None = None) -> list[str]:
    """List what is wrong with the dates of some records."""
    texts, report = None, report or source()
    if text is not None:
        given_text = Text("report.txt", text)
        texts = {given_text.sha256: given_text}
        report = attrs.evolve(report, sha256=given_text.sha256, length=len(text))
    return list(map(str, time_word_problems(Dataset(records=[report, *records], complete=False), texts)))


class TestOldStyle:
    @given(st.integers(1600, 1917), st.integers(1, 10), st.integers(1, 28), st.sampled_from(["O.S.", "Old Style"]))
    def test_the_day_is_the_converted_one(self, year: int, month: int, day: int, mark: str) -> None:
        right, unconverted = gregorian(year, month, day), dt.date(year, month, day)
        for make, field in ((said, "when"), (about, "about_when")):
            words = f"{day} {MONTHS[month - 1]} {year} {mark}"
            assert found(make(str(right), words)) == []
            (problem,) = found(make(str(unconverted), words))
            assert problem.startswith(
                f"s1.{field}: expected {right} for '{words}', which is in the Julian calendar, found {unconverted}; "
            )

    @each_case("words", WORDS)
    @each_case(
        "mark",
        [
            *(" O.S.", " (O.S.)", " O. S.", " OS", ", Old Style", " (old style)", " [Old-Style]", " (Julian)"),
            *(" in the Julian calendar", " according to the Julian calendar", " a. St.", " (ст. ст.)"),
            " по старому стилю",
        ],
    )
    def test_each_way_to_write_it(self, words: str, mark: str) -> None:
        assert found(said("1917-11-07", words + mark)) == []
        (problem,) = found(said("1917-10-25", words + mark))
        assert "expected 1917-11-07" in problem

    @each_case("mark", [" N.S.", " (N.S.)", ", New Style", " in the Gregorian calendar", " (н. ст.)"])
    def test_the_new_style_is_not_converted(self, mark: str) -> None:
        for note in (None, "Other dates of the text are in the Julian calendar."):
            assert found(said("1917-11-07", "7 November 1917" + mark, note=note)) == []
            (problem,) = found(said("1917-11-20", "7 November 1917" + mark, note=note))
            assert "expected 1917-11-07" in problem
            assert "Julian" not in problem

    @each_case(
        "words",
        [
            "25 October O.S. (7 November N.S.) 1917",
            "25 October 1917 O.S. / 7 November 1917 N.S.",
            "25 October (O.S.), 7 November (N.S.) 1917",
            "O.S. 25 October 1917, N.S. 7 November 1917",
            "7 November 1917 (25 October Old Style)",
            "25 October (7 November) 1917",
            "25 October/7 November 1917",
            "October 25 (November 7), 1917",
        ],
    )
    def test_a_date_in_both(self, words: str) -> None:
        assert found(said("1917-11-07", words)) == []
        assert len(found(said("1917-10-25", words))) == 1

    def test_one_month_for_both_days(self) -> None:
        assert found(said("1896-05-24", "12/24 May 1896")) == []
        assert len(found(said("1896-05-12", "12/24 May 1896"))) == 1

    @each_case("words", ["5/6 September 1917", "5 (6) September 1917", "3 OSCE sessions", "OSLO, 5 May"])
    def test_what_only_looks_like_it(self, words: str) -> None:
        assert [reading.calendar for reading in readings(words, source(), None, note=None, calendar=None)] == [
            "gregorian"
        ]

    @pytest.mark.parametrize("words", ["October 1917 O.S.", "1917 (Old Style)"])
    def test_a_period_that_cannot_be_converted_has_no_date(self, words: str) -> None:
        assert found(said(None, words)) == []
        (problem,) = found(said("1917-10", words))
        assert "expected no date" in problem


class TestWhereTheCalendarIsNamed:
    TEXT = (
        "Done at Port Vale on 25 October 1917, Old Style. The parties met on 3 May 1917 and again on 4 May 1917 (N.S.)."
    )

    def test_right_after_the_words_in_the_text(self) -> None:
        assert found(said("1917-10-25", "25 October 1917")) == []  # nothing says so without the text
        assert found(said("1917-11-07", "25 October 1917"), text=self.TEXT) == []
        (problem,) = found(said("1917-10-25", "25 October 1917"), text=self.TEXT)
        assert "expected 1917-11-07 for '25 October 1917', which is in the Julian calendar" in problem
        assert found(said("1917-05-03", "3 May 1917"), text=self.TEXT) == []

    def test_in_the_note_of_the_record(self) -> None:
        note = "The text keeps the Julian calendar."
        assert found(said("1917-11-07", "25 October 1917", note=note)) == []
        assert len(found(said("1917-10-25", "25 October 1917", note=note))) == 1
        assert found(said("1918-01-30", "Wednesday", note=note)) == []
        assert found(said("1917", "in 1917", note=note)) == []

    def test_in_the_note_of_an_old_source(self) -> None:
        old = source("1917-11-07", note="It keeps the old style.")
        assert found(said("1917-11-07", "25 October 1917"), report=old) == []
        assert len(found(said("1917-10-25", "25 October 1917"), report=old)) == 1

    def test_the_note_of_a_new_source_may_mean_other_dates(self) -> None:
        new = source("2017-11-07", note="Dates before 1918 are in the Julian calendar.")
        for right in ("1917-10-25", "1917-11-07"):
            assert found(said(right, "25 October 1917"), report=new) == []
        assert len(found(said("1917-11-08", "25 October 1917"), report=new)) == 1

    def test_a_note_that_names_the_date_explains_it(self) -> None:
        assert found(said("1917-10-25", "25 October 1917 O.S.", note="O.S. is a mistake: it was 1917-10-25.")) == []


class TestWhatIsSpokenOf:
    @each_case(
        ("when", "words"),
        [
            ("1918-02-06", "on Wednesday"),
            ("1918-01-30", "on Wednesday"),
            ("[..1918-02-06]", "by Wednesday"),
            ("[1918-02-03..1918-02-06]", "by Wednesday"),
            ("1918-02-04", "tomorrow"),
            ("1917-08/..", "since August"),
            (None, "recently"),
        ],
    )
    def test_it_lies_before_the_text_or_after_it(self, when: str | None, words: str) -> None:
        assert found(about(when, words)) == []

    @each_case(
        ("when", "words"),
        [
            ("1918-02-07", "on Wednesday"),
            ("[..1918-02-07]", "by Wednesday"),
            ("[..1918-02-06]", "on Wednesday"),
            (None, "tomorrow"),
            ("1918-02-01", "recently"),
            ("1917-08", "since August"),
            ("1918-02-01", None),
        ],
    )
    def test_another_date_is_a_mistake(self, when: str | None, words: str | None) -> None:
        (problem,) = found(about(when, words))
        assert problem.startswith("s1.about_when: expected ")

    def test_a_note_explains_it(self) -> None:
        assert found(about("1918-02-07", "on Wednesday", note="The letter names 1918-02-07.")) == []
        assert found(about(None, "tomorrow", note="Which tomorrow is meant is open.")) == []
        assert len(found(about("1918-02-07", "on Wednesday", note="The letter names 1918-02-08."))) == 1

    def test_both_dates_of_a_record_are_checked(self) -> None:
        both = attrs.evolve(
            about("1918-02-08", "on Wednesday"), when=EventDate.parse("1918-02-08"), when_as_reported="on Friday"
        )
        assert [problem.partition(":")[0] for problem in found(both)] == ["s1.when", "s1.about_when"]

    def test_the_words_of_the_speakers_count_from_the_day_of_speaking_too(self) -> None:
        quote = Quote(text="tomorrow!", language="en", span=Span(start=0, end=9))
        for right in ("1918-02-01", "1918-02-04"):
            spoken = about(right, "tomorrow", quotes=(quote,), mode=QuotationMode.DIRECT)
            spoken = attrs.evolve(spoken, when=EventDate.parse("1918-01-31"), when_as_reported="on Thursday")
            assert found(spoken) == []
            paraphrased = attrs.evolve(spoken, quotes=(), mode=QuotationMode.INDIRECT)
            assert bool(found(paraphrased)) is (right == "1918-02-01")

    def test_a_repeat_has_the_date_of_the_fuller_record(self) -> None:
        fuller = about("1918-02-06", "on Wednesday", id="s2")
        assert found(about("1918-02-06", None, restates="s2"), fuller) == []
        assert len(found(about("1918-02-06", None), fuller)) == 1

    def test_the_date_of_a_deed_is_not_that_of_what_is_spoken_of(self) -> None:
        deed = Action(
            id="a1",
            source="report",
            actors=("norland",),
            kind=ActionKind.WITHDRAW,
            status=ActionStatus.PLANNED,
            summary="It leaves.",
            when=EventDate.parse("1918-02-06"),
            when_as_reported="on Wednesday",
        )
        assert found(about("1918-02-07", "on Wednesday"), deed) != []


class TestTheWiderRecord:
    """Texts of other kinds, one of them a treaty in the old style."""

    TEXTS = read_texts(INVENTED)

    def test_every_date_follows_or_is_explained(self) -> None:
        assert list(time_word_problems(WIDER)) == list(time_word_problems(WIDER, self.TEXTS)) == []

    def test_the_day_of_the_treaty_as_it_stands_there_is_found_in_every_record(self) -> None:
        day, unconverted = EventDate.parse("1871-02-15"), EventDate.parse("1871-02-03")
        dated = [r for r in WIDER.records if isinstance(r, EventRecord) and r.source == "treaty" and r.when == day]
        changed = WIDER.with_records(*(attrs.evolve(record, when=unconverted) for record in dated))
        problems = [p for p in time_word_problems(changed, self.TEXTS) if "Julian calendar" in p.expected]
        assert {problem.path for problem in problems} == {f"{record.id}.when" for record in dated}
        assert len(dated) > 10
        assert all(problem.expected.startswith("1871-02-15 for") for problem in problems)

    @examples(30)
    @given(st.sampled_from([s for s in WIDER.of_type(Statement) if s.about_when]), st.integers(1, 400))
    def test_another_day_of_what_is_spoken_of_is_found(self, record: Statement, days: int) -> None:
        first = record.about_when and (record.about_when.earliest or record.about_when.latest)
        assert first
        other = EventDate.parse(str(first.to_date() + dt.timedelta(days)))
        changed = WIDER.with_records(attrs.evolve(record, about_when=other))
        allowed = {"on Monday": 7, "on Tuesday": 7, "On Tuesday night": 7, "on Sunday": 7, "on Friday": 7}
        if days == allowed.get(record.about_when_as_reported or ""):
            return
        assert [p.path for p in time_word_problems(changed)] == [f"{record.id}.about_when"]
