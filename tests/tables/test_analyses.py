"""Tables for what people plot: each thing in the world counts once, and what is not so is left out."""

import datetime as dt
from typing import Any

import attrs
import pytest
from laws import EXAMPLE

from diplo_events import (
    Actor,
    ActorKind,
    Aspect,
    Dataset,
    EventDate,
    Issue,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Participant,
    ParticipantRole,
    Position,
    PositionBasis,
    QuotationMode,
    Source,
    SourceKind,
    SpeechAct,
    Stance,
    Statement,
    tables,
)
from diplo_events.analysis import build_series
from diplo_events.errors import QueryError
from each_case import each_case

PEOPLE = [Actor(id=key, name=key.title(), kind=ActorKind.PERSON) for key in ("ann", "bob", "cyd")]
SOURCES = [Source(id=key, title=key.upper(), kind=SourceKind.OTHER) for key in ("s", "t")]


def dataset_of(*records: Any) -> Dataset:
    return Dataset(records=[*PEOPLE, *SOURCES, *records])


def said(key: str, *acts: SpeechAct, when: str | None = None, **more: Any) -> Statement:
    fields = {"source": "s", "speakers": ("ann",), "mode": QuotationMode.INDIRECT, "summary": "Words."}
    return Statement(id=key, acts=acts, when=EventDate.parse(when) if when else None, **(fields | more))


def met(key: str, *actors: str, role: ParticipantRole = ParticipantRole.ATTENDEE, **more: Any) -> Meeting:
    fields = {"source": "s", "title": "Talks", "kind": MeetingKind.TALKS, "status": MeetingStatus.HELD}
    there = tuple(Participant(actor=actor, role=role) for actor in actors)
    return Meeting(id=key, participants=there, **(fields | more))


def counts(dataset: Dataset) -> list[tuple[object, ...]]:
    return [(row["week"], row["actor"], row["act"], row["statements"]) for row in tables.acts_per_week(dataset)]


def pairs(table: tables.Table) -> list[tuple[str, str, str]]:
    return [(row["actor"], row["other"], row["meeting"]) for row in table]


MONDAY = dt.date(2025, 9, 1)


class TestActsPerWeek:
    def test_reports_of_one_statement_count_once(self) -> None:
        one = said("s1", SpeechAct.WARN, when="2025-09-03", canonical_id="c")
        other = said("s2", SpeechAct.WARN, SpeechAct.REJECT, when="2025-09-04", canonical_id="c", source="t")
        assert counts(dataset_of(one, other)) == [(MONDAY, "ann", "reject", 1), (MONDAY, "ann", "warn", 1)]

    def test_a_headline_that_repeats_does_not_count(self) -> None:
        full = said("s1", SpeechAct.WARN, when="2025-09-03")
        assert counts(dataset_of(full, said("s2", SpeechAct.WARN, restates="s1"))) == [(MONDAY, "ann", "warn", 1)]

    @each_case("when", [None, "2025-09", "2025-09-07/2025-09-08", "[..2025-09-03]", "2025-09-01/.."])
    def test_without_one_week_there_is_none(self, when: str | None) -> None:
        assert counts(dataset_of(said("s1", SpeechAct.WARN, when=when))) == [(None, "ann", "warn", 1)]

    def test_one_week_is_enough(self) -> None:
        whole = said("s1", SpeechAct.WARN, when="2025-09-01/2025-09-07", speakers=("ann", "bob"))
        assert counts(dataset_of(whole)) == [(MONDAY, "ann", "warn", 1), (MONDAY, "bob", "warn", 1)]

    @pytest.mark.parametrize("aspect", [Aspect.NEGATED, Aspect.FUTURE, Aspect.HYPOTHETICAL])
    def test_what_was_not_said_does_not_count(self, aspect: Aspect) -> None:
        assert not counts(dataset_of(said("s1", SpeechAct.WARN, aspects=frozenset({aspect}))))

    def test_the_bundled_sum_is_that_of_another_way(self) -> None:
        referents: set[tuple[object, ...]] = set()
        for statement in EXAMPLE.of_type(Statement):
            record: Any = statement
            while record.restates:
                record = EXAMPLE[record.restates]
            if not statement.aspects - {Aspect.HISTORICAL}:
                key = record.canonical_id or EXAMPLE.first_reports.get(record.id, record.id)
                referents |= {(key, actor, act) for actor in statement.speakers for act in statement.acts}
        assert sum(row["statements"] for row in tables.acts_per_week(EXAMPLE)) == len(referents)


class TestWhoMetWhom:
    def test_reports_of_one_meeting_count_once(self) -> None:
        one = met("m1", "bob", "ann", canonical_id="c", when=EventDate.parse("2025-09-03"))
        other = met("m2", "ann", "bob", canonical_id="c", source="t", when=EventDate.parse("2025-09-04"))
        (row,) = tables.who_met_whom(dataset_of(one, other))
        assert (row["actor_name"], row["other_name"], row["meeting"]) == ("Ann", "Bob", "c")
        assert (row["records"], row["sources"]) == (["m1", "m2"], ["s", "t"])
        assert (row["earliest"], row["latest"]) == (dt.date(2025, 9, 3), dt.date(2025, 9, 4))

    def test_only_a_report_that_names_both_ties_them(self) -> None:
        one, other = met("m1", "ann", "bob", canonical_id="c"), met("m2", "ann", "cyd", canonical_id="c", source="t")
        assert pairs(tables.who_met_whom(dataset_of(one, other))) == [("ann", "bob", "c"), ("ann", "cyd", "c")]

    @each_case(
        "more",
        [
            {"status": MeetingStatus.SCHEDULED},
            {"status": MeetingStatus.DENIED},
            {"aspects": frozenset({Aspect.HYPOTHETICAL})},
            {"role": ParticipantRole.INVITED},
        ],
    )
    def test_what_was_planned_counts_if_asked_for(self, more: dict[str, Any]) -> None:
        dataset = dataset_of(met("m1", "ann", "bob", **more))
        assert not tables.who_met_whom(dataset).rows
        assert pairs(tables.who_met_whom(dataset, planned=True)) == [("ann", "bob", "m1")]

    @pytest.mark.parametrize("role", [ParticipantRole.ABSENT, ParticipantRole.EXCLUDED])
    def test_who_was_not_there_met_nobody(self, role: ParticipantRole) -> None:
        dataset = dataset_of(met("m1", "ann", "bob", role=role))
        assert not tables.who_met_whom(dataset, planned=True).rows


class TestStances:
    def position(self, key: str, stance: Stance, **more: Any) -> Position:
        fields = {"source": "s", "actor": "ann", "issue": "tolls", "basis": PositionBasis.DECLARED, "summary": "So."}
        return Position(id=key, stance=stance, **(fields | more))

    def test_reports_that_differ_have_no_one_stance(self) -> None:
        issue = Issue(id="tolls", label="Tolls", proposition="There should be tolls.")
        one = self.position("p1", Stance.AGREE, canonical_id="c", when=EventDate.parse("2025-09-03"))
        other = self.position("p2", Stance.NEUTRAL, canonical_id="c", source="t", when=EventDate.parse("2025-09-04"))
        (row,) = tables.stances(dataset_of(issue, one, other))
        assert (row["stance"], row["number"], row["lowest"], row["highest"]) == (None, None, 0, 1)
        assert (row["position"], row["records"], row["dates"]) == ("c", ["p1", "p2"], ["2025-09-03", "2025-09-04"])
        (row,) = tables.stances(dataset_of(issue, one, attrs.evolve(other, stance=Stance.AGREE)))
        assert (row["stance"], row["number"]) == ("agree", 1)

    def test_they_are_the_steps_of_the_series(self) -> None:
        steps = [step.id for series in build_series(EXAMPLE) for step in series.steps]
        assert [row["position"] for row in tables.stances(EXAMPLE)] == steps

    def test_an_unknown_name_is_an_error(self) -> None:
        with pytest.raises(QueryError):
            tables.stances(EXAMPLE, actor="Nobody")


@pytest.mark.parametrize("name", ["stances", "who_met_whom", "acts_per_week"])
def test_cells_are_what_the_columns_say(name: str) -> None:
    table = tables.table(EXAMPLE, name)
    kinds = {"text": str, "whole": int, "flag": bool, "day": dt.date}
    for row in table:
        assert list(row) == [column.name for column in table.columns]
        for column in table.columns:
            cell = row[column.name]
            if cell is None:
                assert column.optional
            else:
                assert isinstance(cell, kinds[column.type] if isinstance(column.type, str) else list)
