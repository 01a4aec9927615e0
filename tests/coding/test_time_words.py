"""Dates compared with the time words of their source: what follows, what a note must explain, what is foreign."""

import datetime as dt

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from plain_records import article, plain_statement

import diplo_events
from diplo_events import (
    Actor,
    ActorKind,
    Aspect,
    Dataset,
    EventDate,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Position,
    PositionBasis,
    Source,
    Span,
    Stance,
    Statement,
)
from diplo_events.coding.time_words import explained, time_word_problems
from diplo_events.model import EventRecord
from diplo_events.strategies import event_dates
from each_case import each_case
from profiles import examples

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EXAMPLE = diplo_events.load_example()
PUBLISHED = EventDate.parse("2031-05-15")  # a Thursday


def source(published: EventDate | None = PUBLISHED, key: str = "report") -> Source:
    """Return a source."""
    return article(key, published=published)


def said(when: str | None = None, words: str | None = None, **fields: object) -> Statement:
    """Return a statement."""
    date = EventDate.parse(when) if when else None
    return plain_statement("s1", "report", Span(start=0, end=9), when=date, when_as_reported=words, **fields)


def meeting(when: str | None = None, words: str | None = None, **fields: object) -> Meeting:
    """Return a meeting."""
    values = {"status": MeetingStatus.HELD, "spans": (Span(start=0, end=9),), **fields}
    return Meeting(
        id="m1",
        source="report",
        title="Talks",
        kind=MeetingKind.TALKS,
        when=EventDate.parse(when) if when else None,
        when_as_reported=words,
        **values,
    )


def published_before(when: EventDate) -> bool:
    """Whether a date, as written, begins after the day of publication, also in UTC."""
    if "T" in str(when):
        moment = dt.datetime.fromisoformat(str(when))
        days = {moment.date(), moment.astimezone(dt.UTC).date() if moment.tzinfo else moment.date()}
        return min(days) > dt.date(2031, 5, 15)
    return when.earliest is not None and when.earliest > (2031, 5, 15)


def found(*records: EventRecord, published: EventDate | None = PUBLISHED) -> list[str]:
    """List what is wrong with the dates of some records."""
    return list(map(str, time_word_problems(Dataset(records=[source(published), *records], complete=False))))


class TestTimeWords:
    @given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 6), st.integers(-20, 20))
    def test_a_weekday_is_the_last_one_up_to_publication_or_the_next_one_from_it(
        self, published: dt.date, weekday: int, offset: int
    ) -> None:
        day = published + dt.timedelta(days=offset)
        back = published - dt.timedelta(days=(published.weekday() - weekday) % 7)
        ahead = published + dt.timedelta(days=(weekday - published.weekday()) % 7)
        words, publication = WEEKDAYS[weekday], EventDate.parse(str(published))
        assert bool(found(said(str(day), words), published=publication)) is (day != back)
        planned = meeting(str(day), words, status=MeetingStatus.SCHEDULED)
        assert bool(found(planned, published=publication)) is (day not in {back, ahead})

    def test_the_message_says_what_the_words_allow(self) -> None:
        (problem,) = found(said("2031-05-12", "Tuesday"))
        assert problem == (
            "s1.when: expected 2031-05-13 for 'Tuesday', found 2031-05-12; "
            "correct it, or name it in the note and say why it is so"
        )

    def test_a_day_where_the_words_leave_several_open_is_invented(self) -> None:
        assert found(said("[2031-05-12..2031-05-14]", "earlier this week")) == []
        assert found(said("2031-05-13", "earlier this week")) != []

    def test_the_mark_of_an_inferred_publication_is_kept(self) -> None:
        inferred = EventDate.parse("2031-05-15?")
        assert found(said("2031-05-13?", "Tuesday"), published=inferred) == []
        assert found(said("2031-05-13", "Tuesday"), published=inferred) != []

    def test_words_that_give_a_date_need_one(self) -> None:
        (problem,) = found(said(None, "Tuesday"))
        assert "for 'Tuesday', found no date" in problem

    def test_words_that_give_none_forbid_one(self) -> None:
        assert found(said(None, "recently")) == []
        (problem,) = found(said("2031-05-13", "recently"))
        assert "expected no date ('recently' names no period" in problem

    def test_without_a_publication_date_a_weekday_gives_none(self) -> None:
        assert found(said(None, "Tuesday"), published=None) == []
        assert found(said("2031-05-13", "Tuesday"), published=None) != []
        assert found(said("2031-05-13", "13 May 2031"), published=None) == []

    @pytest.mark.parametrize("published", ["1975", "2031-05-15", None])
    def test_a_text_with_a_date_of_its_own_counts_from_that_day(self, published: str | None) -> None:
        dated = attrs.evolve(
            source(EventDate.parse(published) if published else None), dated=EventDate.parse("1940-05-09T19:00:00")
        )

        def problems(when: str, words: str) -> list[object]:
            return list(time_word_problems(Dataset(records=[dated, said(when, words)], complete=False)))

        assert problems("1940-05-07", "Tuesday") == []
        assert problems("1940-05-09", "this morning") == []
        assert problems("1940-05-14", "Tuesday") != []
        assert problems("2031-05-13", "Tuesday") != []


class TestWhatIsOver:
    """Words that were said, and a meeting held, cannot come after the text that reports them."""

    @each_case(
        ("when", "words"),
        [("2031-05-21", "on Wednesday"), ("2031-05-16", "tomorrow"), ("2031-05-20", "20 May 2031"), ("2031-06", None)],
    )
    def test_a_statement_after_its_publication_is_a_mistake(self, when: str, words: str | None) -> None:
        for record in (said(when, words), meeting(when, words), meeting(when, words, status=MeetingStatus.ONGOING)):
            (problem,) = found(record)
            assert problem.startswith(
                f"{record.id}.when: expected a date up to the publication on 2031-05-15, because the text reports it as"
                f" over, found {when}; correct it"
            )

    def test_what_is_still_to_come_may_be_later(self) -> None:
        for aspect in (Aspect.FUTURE, Aspect.HYPOTHETICAL):
            assert found(said("2031-05-21", "on Wednesday", aspects=frozenset({aspect}))) == []
            assert found(meeting("2031-05-21", "on Wednesday", aspects=frozenset({aspect}))) == []
        for status in set(MeetingStatus) - {MeetingStatus.HELD, MeetingStatus.ONGOING, MeetingStatus.DENIED}:
            assert found(meeting("2031-05-21", "on Wednesday", status=status)) == []

    def test_what_an_outlet_says_of_an_event_has_the_date_of_the_event(self) -> None:
        outlet = Actor(id="herald", name="The Herald", kind=ActorKind.MEDIA)
        agency = Actor(id="agency", name="An agency", kind=ActorKind.MEDIA)
        speaker = Actor(id="norland", name="Norland", kind=ActorKind.STATE)
        herald = attrs.evolve(source(), publisher="herald")
        for key, over in (("herald", False), ("agency", False), ("norland", True)):
            record = said("2031-05-21", "on Wednesday", speakers=(key,))
            dataset = Dataset(records=[herald, outlet, agency, speaker, record], complete=False)
            assert bool(list(time_word_problems(dataset))) is over
        record = said("2031-05-21", "on Wednesday", speakers=("herald",))  # known as the publisher alone
        assert list(time_word_problems(Dataset(records=[herald, record], complete=False))) == []

    def test_words_that_only_look_ahead_give_it_no_date(self) -> None:
        assert found(said(None, "tomorrow")) == []
        (problem,) = found(said("2031-05-14", "tomorrow"))
        assert "expected no date ('tomorrow' is after the publication on 2031-05-15) for 'tomorrow'" in problem

    def test_a_note_may_explain_it(self) -> None:
        assert found(said("2031-05-21", "on Wednesday", note="The letter is dated 2031-05-21, a slip.")) == []

    def test_the_day_after_on_another_clock_may_be_the_day_of_the_publication(self) -> None:
        assert found(said("2031-05-16T01:00:00+03:00", "Friday"), published=PUBLISHED) != []  # but its words say so
        (problem,) = found(said("2031-05-16T01:00:00+03:00", "today"))
        assert "expected 2031-05-15 for 'today'" in problem


class TestTimesOfDay:
    @each_case(
        ("when", "words", "right"),
        [
            ("2031-05-15T16:40:00+03:00", "today", True),
            ("2031-05-15T16:40:00", "today", True),
            ("2031-05-14T16:40:00", "today", False),
            ("2031-05-14T16:40:00", "on Wednesday", True),
            ("2031-05-14T17:00:00", "Wednesday at 5 p.m.", True),
            ("2031-05-14T17:00:00+03:00", "Wednesday at 5 p.m.", True),
            ("2031-05-14", "Wednesday at 5 p.m.", True),
            ("2031-05-14T18:00:00", "Wednesday at 5 p.m.", False),
            ("2031-05-13T17:00:00", "Wednesday at 5 p.m.", False),
            # a day out of several is not known, and a time of it even less
            ("2031-05-13T17:00:00", "earlier this week", False),
        ],
    )
    def test_a_time_is_inside_the_day_of_the_words(self, when: str, words: str, right: bool) -> None:
        assert (found(said(when, words)) == []) is right

    def test_without_words_a_time_is_invented(self) -> None:
        assert found(said("2031-05-15T16:40:00")) != []

    def test_the_day_of_a_publication_with_its_time(self) -> None:
        published = EventDate.parse("2031-05-15T06:00:00Z")
        assert found(said("2031-05-15"), published=published) == []
        assert found(said("2031-05-14", "on Wednesday"), published=published) == []


class TestWithoutTimeWords:
    def test_the_date_of_publication_will_do(self) -> None:
        assert found(said("2031-05-15")) == []

    @given(event_dates())
    def test_any_other_is_foreign(self, when: EventDate) -> None:
        assume(when != PUBLISHED)
        (problem,) = time_word_problems(Dataset(records=[source(), attrs.evolve(said(), when=when)], complete=False))
        assert problem.path == "s1.when"
        assert problem.found == str(when)
        later = published_before(when)
        assert problem.expected.startswith("a date up to the publication" if later else "the date of publication")

    def test_no_date_is_always_right(self) -> None:
        assert found(said()) == found(said(), published=None) == []

    @pytest.mark.parametrize("link", [{"restates": "s2"}, {"canonical_id": "talks"}])
    def test_a_record_may_have_the_date_of_a_fuller_one(self, link: dict[str, str]) -> None:
        fuller = said("2031-05-13", "Tuesday", id="s2", canonical_id="talks")
        assert found(said("2031-05-13", **link), fuller) == []
        assert found(said("2031-05-14", **link), fuller) != []
        assert found(said("2031-05-13"), fuller) != []

    def test_a_record_has_no_date_from_one_with_which_it_has_nothing_in_common(self) -> None:
        other = said("2031-05-13", "Tuesday", id="s2")
        assert found(said("2031-05-13"), other) != []
        assert found(said("2031-05-13", canonical_id="s2"), other) == []
        assert found(said("2031-05-13", restates="s3", canonical_id="talks"), other, said(None, id="s3")) != []

    def test_the_fuller_one_must_have_a_reason_for_its_own(self) -> None:
        bare = said("2031-05-13", id="s2")
        assert len(found(said("2031-05-13", restates="s2"), bare)) == 2
        noted = attrs.evolve(bare, note="The letter is headed 2031-05-13.")
        assert found(said("2031-05-13", restates="s2"), noted) == []

    def test_a_position_may_have_the_date_of_its_evidence(self) -> None:
        shown = Position(
            id="p1",
            source="report",
            spans=(Span(start=0, end=5),),
            when=EventDate.parse("2031-05-13"),
            actor="norland",
            issue="toll",
            stance=Stance.AGREE,
            basis=PositionBasis.DECLARED,
            summary="Norland is for it.",
            evidence=("s2",),
        )
        noted = said("2031-05-13", id="s2", note="The letter is headed 2031-05-13.")
        assert found(shown, noted) == []
        assert found(attrs.evolve(shown, when=EventDate.parse("2031-05-14")), noted) != []
        assert found(attrs.evolve(shown, evidence=()), noted) != []

    def test_a_date_never_comes_from_another_source(self) -> None:
        twin = said("2031-05-13", "Tuesday", id="s2", source="other", canonical_id="talks")
        records = [source(), source(key="other"), twin, said("2031-05-13", canonical_id="talks")]
        (problem,) = time_word_problems(Dataset(records=records, complete=False))
        assert problem.path == "s1.when"

    def test_a_record_that_comes_from_no_text_has_its_date_from_elsewhere(self) -> None:
        assert found(said("2031-05-13", spans=())) == []
        assert found(said("2031-05-12", "Tuesday", spans=())) != []


class TestNotes:
    @given(event_dates())
    def test_a_note_that_names_the_date_explains_it(self, when: EventDate) -> None:
        for note in (
            "{}",
            "The letter is of {}.",
            "It was on {}, or so they say.",
            "The day ({}) is the coder's reading",
        ):
            assert explained(attrs.evolve(said(), when=when, note=note.format(when)))

    @given(event_dates(), event_dates())
    def test_a_note_that_names_another_does_not(self, when: EventDate, other: EventDate) -> None:
        assume(when != other)
        assert not explained(attrs.evolve(said(), when=when, note=f"The letter is of {other}."))

    @each_case(
        ("when", "note"),
        [
            ("2031-05", "On 2031-05-13."),
            ("2031-05-13", "On 2031-05-13?."),
            ("2031-05-13", "From 2031-05-13/2031-05-15."),
            ("2031-05-13", "On one of [2031-05-12,2031-05-13,2031-05-14]."),
            ("2031-05-13", "Some time [2031-05-13..2031-05-15]."),
            ("2031-05-13", "From 2031-05-10/2031-05-13 on."),
            ("2031", "At 2031-05-13T10:00:00+03."),
            ("2031-05-13", "A note on something else."),
            ("2031-05-13", None),
        ],
    )
    def test_a_part_of_another_date_is_not_the_date(self, when: str, note: str | None) -> None:
        assert not explained(said(when, note=note))

    def test_a_date_that_is_left_out_is_explained_by_the_time_words(self) -> None:
        assert found(said(None, "Tuesday", note="Which week the Tuesday is of stays open.")) == []
        assert found(said(None, "Tuesday", note="Which week it is of stays open.")) != []
        assert not explained(said(None, None, note="Nothing to explain."))


class TestTheBundledDataset:
    def test_every_date_follows_or_is_explained(self) -> None:
        assert list(time_word_problems(EXAMPLE)) == []

    @pytest.mark.slow
    @examples(50)
    @given(st.sampled_from([r for r in EXAMPLE.records if isinstance(r, EventRecord)]), event_dates())
    def test_a_foreign_date_is_found(self, record: EventRecord, when: EventDate) -> None:
        dates = {r.when for r in EXAMPLE.records if isinstance(r, EventRecord) and r.source == record.source}
        published = EXAMPLE[record.source].published
        assume(when not in dates | {published})
        changed = EXAMPLE.with_records(attrs.evolve(record, when=when))
        assert f"{record.id}.when" in {problem.path for problem in time_word_problems(changed)}


def test_records_of_sources_that_are_kept_elsewhere_are_passed_over() -> None:
    assert list(time_word_problems(Dataset(records=[said("2031-05-13")], complete=False))) == []
