"""Rows of PLOVER and ICEWS: their columns, what becomes of each kind of thing, and what is left out and why."""

import csv
import io
import itertools
import math
from typing import Any

import attrs
import pytest
from hypothesis import given

from diplo_events import (
    Action,
    ActionKind,
    ActionStatus,
    Actor,
    ActorKind,
    Aspect,
    Attendance,
    Dataset,
    EventDate,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Participant,
    ParticipantRole,
    Place,
    PlaceKind,
    Point,
    Role,
    SpeechAct,
    Statement,
    Vote,
    VoteResult,
    load_example,
)
from diplo_events.exporters import Export, NotExportedReason, to_icews, to_plover
from diplo_events.exporters._event_rows import actor_of_row, row_actors, row_place
from diplo_events.exporters.icews import GOLDSTEIN, ICEWS_COLUMNS, IcewsRow, icews_cells
from diplo_events.exporters.plover import POLECAT_COLUMNS, PloverEvent, polecat_cells
from diplo_events.referents import find_referents
from diplo_events.vocab.codes import Match
from each_case import each_case
from report_records import ACTORS, BLANK, Fact, facts, made
from shared_datasets import DATASETS

EXAMPLE = load_example()
PLOVER, ICEWS = to_plover(EXAMPLE), to_icews(EXAMPLE)


def plover(referent: str) -> PloverEvent:
    (event,) = [event for event in PLOVER.rows if event.id == referent]
    return event


def icews(referent: str) -> list[IcewsRow]:
    return [row for row in ICEWS.rows if row.id.partition("#")[0] == referent]


def reasons(export: Export[Any]) -> list[NotExportedReason]:
    return [item.reason for item in export.not_exported]


def reason_of(export: Export[Any], referent: str) -> NotExportedReason:
    (reason,) = [item.reason for item in export.not_exported if item.referent == referent]
    return reason


class TestAnyDataset:
    @given(facts())
    def test_each_referent_has_a_row_or_a_reason_and_never_both(self, given_facts: list[Fact]) -> None:
        dataset = made(given_facts)
        referents = find_referents(dataset)
        every = sorted((referent.id, referent.type.__name__) for referent in referents)
        types = {record.id: referent.type for referent in referents for record in referent.records}
        for export in (to_plover(dataset), to_icews(dataset)):
            exported = {(row.id.partition("#")[0], types[row.report].__name__) for row in export.rows}
            rest = {(item.referent, item.type.__name__) for item in export.not_exported}
            assert sorted(exported | rest) == every
            assert not exported & rest

    @given(facts())
    def test_no_day_is_invented(self, given_facts: list[Fact]) -> None:
        dataset = made(given_facts)
        for event in (*to_plover(dataset).rows, *to_icews(dataset).rows):
            dates = [record.when for key in event.records if (record := dataset[key]) and getattr(record, "when", None)]
            day = EventDate.parse(event.date)
            for date in dates:
                assert date.earliest is None or date.earliest <= day.earliest
                assert date.latest is None or day.latest <= date.latest
            assert day.earliest in {date.earliest for date in dates}
            assert day.latest in {date.latest for date in dates}
            assert getattr(dataset[event.report], "when", None) is not None

    @given(facts())
    def test_icews_mirrors_meetings_and_plover_has_them_once(self, given_facts: list[Fact]) -> None:
        dataset = made(given_facts)
        meetings = [event for event in to_plover(dataset).rows if event.event_type == "CONSULT"]
        assert len({event.id for event in meetings}) == len(meetings)
        rows = [row for row in to_icews(dataset).rows if isinstance(dataset[row.report], Meeting)]
        pairs = {(row.report, row.actor.id, row.target.id): row.cameo for row in rows}
        assert len(pairs) == len(rows)
        mirror = {"040": "040", "041": "041", "042": "043", "043": "042", "046": "046"}
        for (report, actor, target), code in pairs.items():
            if code != "045":
                assert pairs[report, target, actor] == mirror[code]

    @pytest.mark.slow
    @given(DATASETS)
    def test_is_coded_alike_and_left_alone(self, dataset: Dataset) -> None:
        copy = attrs.evolve(dataset)
        events, rows = to_plover(dataset), to_icews(dataset)
        assert (events, rows) == (to_plover(dataset), to_icews(dataset))
        assert len({event.id for event in events.rows}) == len(events.rows)
        assert len({row.id for row in rows.rows}) == len(rows.rows)
        assert all(len(polecat_cells(event)) == len(POLECAT_COLUMNS) for event in events.rows)
        assert all(len(icews_cells(row)) == len(ICEWS_COLUMNS) for row in rows.rows)
        assert dataset == copy


class TestCodes:
    def test_every_code_that_a_row_can_have_has_its_goldstein_value(self) -> None:
        codes = {term.cameo.event for term in (*SpeechAct, *ActionKind) if term.cameo.event} | {
            "040",
            "041",
            "042",
            "043",
            "045",
            "046",
        }
        assert codes - GOLDSTEIN.keys() == {"176"}  # newer than the scale
        assert codes >= GOLDSTEIN.keys()
        assert all(-10 <= value <= 10 for value in GOLDSTEIN.values())

    @each_case(("code", "value"), [("010", 0.0), ("036", 4.0), ("111", -2.0), ("130", -4.4), ("138", -7.0)])
    def test_some_of_which_are_well_known(self, code: str, value: float) -> None:
        assert math.isclose(GOLDSTEIN[code], value)

    @each_case("act", list(SpeechAct))
    def test_a_statement_has_the_codes_of_its_act(self, act: SpeechAct) -> None:
        fact = {"kind": "statement", "acts": [act], "when": "2025-09-01", "targets": ["sudland"]}
        dataset = made([BLANK | fact])
        if act.plover.event:
            (event,) = to_plover(dataset).rows
            assert (event.event_type, event.mode, event.match) == (act.plover.event, act.plover.mode, act.plover.match)
            assert event.quad_code == (
                1
                if event.event_type in {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"}
                else 4
                if event.event_type == "SANCTION"
                else 3
            )
        else:
            assert reasons(to_plover(dataset)) == [NotExportedReason.NO_CODE]
        if act.cameo.event:
            (row,) = to_icews(dataset).rows
            assert (row.cameo, row.match) == (act.cameo.event, act.cameo.match)
        else:
            assert reasons(to_icews(dataset)) == [NotExportedReason.NO_CODE]

    def test_the_first_act_that_has_a_code_is_coded(self) -> None:
        acts = [SpeechAct.ASSERT_SOVEREIGNTY, SpeechAct.STATE, SpeechAct.REJECT]
        dataset = made([BLANK | {"kind": "statement", "acts": acts, "when": "2025-09-01", "targets": ["sudland"]}])
        assert [event.event_type for event in to_plover(dataset).rows] == ["REJECT"]
        assert [row.cameo for row in to_icews(dataset).rows] == ["010"]


def done(status: ActionStatus, **fields: Any) -> Dataset:
    """Make a dataset of one deed on one day."""
    deed = Action(
        id="r0",
        source="a1",
        actors=("norland",),
        targets=("sudland", "norland"),
        kind=ActionKind.SEIZE,
        status=status,
        when=EventDate.parse("2025-09-01"),
        summary="A ship is seized.",
    )
    return made([]).with_records(attrs.evolve(deed, **fields))


class TestDeeds:
    @each_case("kind", list(ActionKind))
    def test_have_the_codes_of_their_kind(self, kind: ActionKind) -> None:
        dataset = done(ActionStatus.DONE, kind=kind)
        events, rows = to_plover(dataset), to_icews(dataset)
        plover = [(event.event_type, event.mode, event.match) for event in events.rows]
        assert plover == ([(kind.plover.event, kind.plover.mode, kind.plover.match)] if kind.plover.event else [])
        has_value = kind.cameo.event in GOLDSTEIN
        assert [(row.cameo, row.match) for row in rows.rows] == ([(kind.cameo.event, kind.cameo.match)] * has_value)
        assert [(row.actor.id, row.target.id) for row in rows.rows] == [("norland", "sudland")] * has_value

    @each_case(
        ("status", "contexts"),
        [
            (ActionStatus.DONE, ()),
            (ActionStatus.ONGOING, ()),
            (ActionStatus.PLANNED, ("future",)),
            (ActionStatus.DENIED, ("negation",)),
            (ActionStatus.ATTEMPTED, None),
            (ActionStatus.THREATENED, None),
        ],
    )
    def test_are_events_as_far_as_they_came(self, status: ActionStatus, contexts: tuple[str, ...] | None) -> None:
        events, rows = to_plover(done(status)), to_icews(done(status))
        assert [event.contexts for event in events.rows] == ([] if contexts is None else [contexts])
        assert reasons(events) == ([NotExportedReason.NOT_A_FACT] if contexts is None else [])
        assert len(rows.rows) == (contexts == ())
        assert reasons(rows) == ([] if contexts == () else [NotExportedReason.NOT_A_FACT])

    def test_to_nobody_are_no_rows_of_icews(self) -> None:
        dataset = done(ActionStatus.DONE, targets=())
        (event,) = to_plover(dataset).rows
        assert (event.event_type, event.quad_code, event.recipients) == ("COERCE", 4, ())
        assert reasons(to_icews(dataset)) == [NotExportedReason.NO_PARTIES]


def met(kind: MeetingKind, roles: dict[str, ParticipantRole], **fields: Any) -> Dataset:
    """Make a dataset of one meeting on one day."""
    dataset = made([BLANK | {"kind": "meeting", "when": "2025-09-01", "present": roles}])
    return dataset.with_records(attrs.evolve(dataset["r0"], kind=kind, **fields))


HOST, GUEST, MEDIATOR = ParticipantRole.HOST, ParticipantRole.ATTENDEE, ParticipantRole.MEDIATOR
TWO = {"norland": GUEST, "sudland": GUEST}
HOSTED = {"norland": HOST, "sudland": GUEST}
MEDIATED = {"norland": GUEST, "speaker": MEDIATOR, "sudland": GUEST}


class TestMeetings:
    @each_case(
        ("kind", "roles", "mode", "codes"),
        [
            (MeetingKind.TALKS, TWO, None, ["040", "040"]),
            (MeetingKind.TALKS, HOSTED, "visit", ["043", "042"]),
            (MeetingKind.VISIT, TWO, "visit", ["040", "040"]),
            (MeetingKind.CALL, HOSTED, "phone", ["041", "041"]),
            (MeetingKind.NEGOTIATION, HOSTED, "visit", ["046", "046"]),
            (MeetingKind.SUMMIT, TWO, None, ["040", "040"]),
            (MeetingKind.SUMMIT, TWO | {"ministry": GUEST}, "multilateral", ["040"] * 6),
            (MeetingKind.TALKS, MEDIATED, "third-party", ["040", "045", "045", "040"]),
            (MeetingKind.MEDIATION, MEDIATED, "third-party", ["046", "045", "045", "046"]),
            (MeetingKind.MEDIATION, TWO, "third-party", ["046", "046"]),
        ],
    )
    def test_are_coded_so(
        self, kind: MeetingKind, roles: dict[str, ParticipantRole], mode: str | None, codes: list[str]
    ) -> None:
        dataset = met(kind, roles)
        (event,) = to_plover(dataset).rows
        assert (event.event_type, event.mode, event.quad_code) == ("CONSULT", mode, 1)
        assert [row.cameo for row in to_icews(dataset).rows] == codes
        assert {row.match for row in to_icews(dataset).rows} <= {Match.EXACT, Match.BROADER}

    def test_who_visits_acts_and_who_hosts_receives(self) -> None:
        (event,) = to_plover(met(MeetingKind.TALKS, HOSTED)).rows
        assert ([p.id for p in event.actors], [p.id for p in event.recipients]) == (["sudland"], ["norland"])
        (event,) = to_plover(met(MeetingKind.TALKS, {"norland": HOST})).rows
        assert ([p.id for p in event.actors], event.recipients) == (["norland"], ())

    @each_case("role", [GUEST, HOST, ParticipantRole.CONVENOR, ParticipantRole.CHAIR])
    def test_who_is_summoned_visits(self, role: ParticipantRole) -> None:
        dataset = met(MeetingKind.DEMARCHE, {"norland": role, "sudland": ParticipantRole.SUMMONED})
        rows = to_icews(dataset).rows
        assert {(row.actor.id, row.cameo) for row in rows} == {("norland", "043"), ("sudland", "042")}
        (event,) = to_plover(dataset).rows
        assert (event.mode, [p.id for p in event.actors], [p.id for p in event.recipients]) == (
            "visit",
            ["sudland"],
            ["norland"],
        )

    @pytest.mark.parametrize("kind", [MeetingKind.NEGOTIATION, MeetingKind.MEDIATION])
    def test_who_observes_neither_negotiates_nor_is_mediated(self, kind: MeetingKind) -> None:
        rows = to_icews(met(kind, MEDIATED | {"ministry": ParticipantRole.OBSERVER})).rows
        with_observer = {row.cameo for row in rows if "ministry" in {row.actor.id, row.target.id}}
        assert with_observer == {"040"}
        assert {row.cameo for row in rows if "ministry" not in {row.actor.id, row.target.id}} == {"045", "046"}

    def test_votes_have_no_code(self) -> None:
        vote = Vote(id="v1", source="a1", body="ministry", result=VoteResult.ADOPTED, summary="Adopted.")
        for export in (to_plover, to_icews):
            assert reason_of(export(made([]).with_records(vote)), "v1") is NotExportedReason.NO_CODE

    def test_before_the_press_have_no_code(self) -> None:
        for export in (to_plover, to_icews):
            assert reasons(export(met(MeetingKind.PRESS_CONFERENCE, HOSTED))) == [NotExportedReason.NO_CODE]

    def test_those_who_represent_one_have_no_row_together(self) -> None:
        names = {"speaker": "norland", "ministry": "norland", "sudland": None}
        participants = tuple(Participant(actor=key, representing=of) for key, of in names.items())
        rows = to_icews(met(MeetingKind.TALKS, {}, participants=participants)).rows
        ours = itertools.product(("speaker", "ministry"), ("sudland",))
        assert {(row.actor.id, row.target.id) for row in rows} == {side for pair in ours for side in (pair, pair[::-1])}

    def test_by_video_are_calls(self) -> None:
        (event,) = to_plover(met(MeetingKind.SUMMIT, TWO, attendance=Attendance.ONLINE)).rows
        assert event.mode == "phone"

    def test_that_are_agreed_on_are_to_come(self) -> None:
        dataset = met(MeetingKind.TALKS, TWO, status=MeetingStatus.SCHEDULED, aspects=frozenset({Aspect.HYPOTHETICAL}))
        (event,) = to_plover(dataset).rows
        assert event.contexts == ("future", "hypothetical")
        assert reasons(to_icews(dataset)) == [NotExportedReason.NOT_HELD]

    @pytest.mark.parametrize("status", [MeetingStatus.PROPOSED, MeetingStatus.REJECTED, MeetingStatus.DENIED])
    def test_that_are_only_talked_of_are_left_out(self, status: MeetingStatus) -> None:
        dataset = met(MeetingKind.TALKS, TWO, status=status)
        assert reasons(to_plover(dataset)) == reasons(to_icews(dataset)) == [NotExportedReason.NOT_HELD]

    def test_to_which_somebody_was_only_invited_are_without_them(self) -> None:
        roles = {"norland": GUEST, "sudland": ParticipantRole.INVITED, "ministry": ParticipantRole.ABSENT}
        (held,) = to_plover(met(MeetingKind.TALKS, roles | {"speaker": GUEST})).rows
        assert [party.id for party in held.actors] == ["norland", "speaker"]
        (to_come,) = to_plover(met(MeetingKind.TALKS, roles, status=MeetingStatus.SCHEDULED)).rows
        assert [party.id for party in to_come.actors] == ["norland", "sudland"]

    @pytest.mark.parametrize("role", [HOST, GUEST, ParticipantRole.ATTENDEE])
    def test_of_one_and_those_invited_are_no_meetings(self, role: ParticipantRole) -> None:
        roles = {"norland": role, "sudland": ParticipantRole.INVITED, "ministry": ParticipantRole.INVITED}
        for export in (to_plover, to_icews):
            assert reasons(export(met(MeetingKind.TALKS, roles))) == [NotExportedReason.NO_PARTIES]
        (alone,) = to_plover(met(MeetingKind.TALKS, {"norland": role})).rows
        assert [party.id for party in (*alone.actors, *alone.recipients)] == ["norland"]

    def test_in_which_somebody_has_two_parts_have_them_once(self) -> None:
        both = (Participant(actor="norland", role=HOST), Participant(actor="norland", role=ParticipantRole.CHAIR))
        dataset = met(MeetingKind.TALKS, {}, participants=(*both, Participant(actor="sudland")))
        assert [(row.actor.id, row.cameo) for row in to_icews(dataset).rows] == [
            ("norland", "043"),
            ("sudland", "042"),
        ]

    def test_of_nobody_are_left_out(self) -> None:
        assert reasons(to_plover(met(MeetingKind.TALKS, {}))) == [NotExportedReason.NO_PARTIES]


class TestTheDay:
    @each_case(
        ("dates", "expected"),
        [
            (["2025-09-02"], ("2025-09-02", False)),
            (["2025-09-02?"], ("2025-09-02", True)),
            (["2025-09-02?", "2025-09-02"], ("2025-09-02", False)),
            (["2025-09", "2025-09-02"], ("2025-09-02", False)),
            (["2025-09", "2025-09-02~"], ("2025-09-02", True)),
            (["2025-09-01/2025-09-02", "[2025-09-02..2025-09-04]"], ("2025-09-02", False)),
            (["../2025-09-02", "2025-09-02/.."], ("2025-09-02", False)),
            (["2025-09"], NotExportedReason.SEVERAL_DAYS),
            (["2025-09-02/.."], NotExportedReason.SEVERAL_DAYS),
            (["../.."], NotExportedReason.SEVERAL_DAYS),
            (["2025-09-02", "2025-09-03"], NotExportedReason.DAYS_CONFLICT),
            (["2025-09-03T23:00:00-05:00"], ("2025-09-03", False)),
            (["2025-09-03T23:00:00-05:00", "2025-09-03T22:30:00-05:00"], ("2025-09-03", False)),
            (["2025-09-03T23:00:00-05:00", "2025-09-04T04:00:00Z"], ("2025-09-04", False)),
            (["2025-09-03T23:00:00-05:00", "2025-09-04"], ("2025-09-04", False)),
            (["2025-09-03T23:00:00-05:00", "2025-09-04T04:00:00"], ("2025-09-04", False)),
            (["2025-09-03T23:00:00", "2025-09-04T04:00:00"], NotExportedReason.DAYS_CONFLICT),
            (["2025-09-03T23:00:00-05:00", "2025-09-04T01:00:00+05:00"], NotExportedReason.SEVERAL_DAYS),
            (["2025-09-03", "2025-09-03T23:00:00-05:00", "2025-09-04T04:00:00Z"], NotExportedReason.DAYS_CONFLICT),
            ([None], NotExportedReason.NO_DAY),
        ],
    )
    def test_is_the_only_one_that_all_reports_leave(
        self, dates: list[str | None], expected: tuple[str, bool] | NotExportedReason
    ) -> None:
        said = [BLANK | {"kind": "statement", "acts": [SpeechAct.REJECT], "when": date} for date in dates]
        export = to_plover(made(said))
        days = [(event.date, event.date_is_marked) for event in export.rows]
        assert [*days, *reasons(export)] == [expected]

    def test_of_another_stage_does_not_count(self) -> None:
        held_once = BLANK | {"kind": "meeting", "present": TWO}
        agreed_on = held_once | {"source": "b1", "status": MeetingStatus.SCHEDULED, "when": "2025-09-04"}
        (event,) = to_plover(made([held_once, agreed_on])).rows
        assert (event.report, event.contexts) == ("r1", ("future",))
        assert reasons(to_icews(made([held_once, agreed_on]))) == [NotExportedReason.NO_DAY]
        assert plover("meeting/defence-ministers-guarantees").contexts == ("future",)


class TestStatements:
    def test_of_an_outlet_are_left_out(self) -> None:
        said = {"kind": "statement", "who": "norland", "acts": [SpeechAct.REJECT], "when": "2025-09-01"}
        dataset = made([BLANK | said])
        own = dataset.with_records(attrs.evolve(dataset["r0"], speakers=("paper-a",)))
        assert reasons(to_plover(own)) == [NotExportedReason.OUTLET]
        other = dataset.with_records(attrs.evolve(dataset["r0"], speakers=("paper-b",)))
        assert len(to_plover(other).rows) == 1

    def test_without_a_target_are_no_icews_rows(self) -> None:
        said = BLANK | {"kind": "statement", "acts": [SpeechAct.REJECT], "when": "2025-09-01", "targets": ["norland"]}
        assert reasons(to_icews(made([said]))) == [NotExportedReason.NO_PARTIES]
        (event,) = to_plover(made([said])).rows
        assert event.recipients == ()

    @each_case("aspect", list(Aspect))
    def test_that_were_not_made_are_marked_or_left_out(self, aspect: Aspect) -> None:
        said = BLANK | {"kind": "statement", "acts": [SpeechAct.REJECT], "when": "2025-09-01", "targets": ["sudland"]}
        dataset = made([said])
        dataset = dataset.with_records(attrs.evolve(dataset["r0"], aspects=frozenset({aspect})))
        (event,) = to_plover(dataset).rows
        assert event.contexts == ("negation" if aspect is Aspect.NEGATED else aspect.value,)
        assert bool(to_icews(dataset).rows) == (aspect is Aspect.HISTORICAL)


class TestRows:
    def test_are_written_in_the_columns_of_polecat(self) -> None:
        row = dict(zip(POLECAT_COLUMNS, polecat_cells(plover("zerohedge-guarantees/s08")), strict=True))
        assert {column: cell for column, cell in row.items() if cell} == {
            "Event ID": "zerohedge-guarantees/s08",
            "Event Date": "2025-09-03",
            "Event Type": "ACCUSE",
            "Event Mode": "disapprove",
            "Quad Code": "3",
            "Actor Name": "Maria Zakharova",
            "Actor Country": "RUS",
            "Primary Actor Sector": "GOV",
            "Recipient Name": "European Commission",
            "Recipient Country": "IGO",
            "Placename": "Vladivostok",
            "City": "Vladivostok",
            "Country": "Russia",
            "Source": "ZeroHedge",
            "Publication Date": "2025-09-04",
            "Language": "en",
        }

    def test_are_written_in_the_twenty_columns_of_icews(self) -> None:
        assert len(ICEWS_COLUMNS) == 20
        row = dict(zip(ICEWS_COLUMNS, icews_cells(icews("zerohedge-guarantees/s08")[0]), strict=True))
        assert {column: cell for column, cell in row.items() if cell} == {
            "Event ID": "zerohedge-guarantees/s08",
            "Event Date": "2025-09-03",
            "Source Name": "Maria Zakharova",
            "Source Country": "Russia",
            "Event Text": "criticize",
            "CAMEO Code": "111",
            "Intensity": "-2.0",
            "Target Name": "European Commission",
            "Story ID": "zerohedge-guarantees",
            "Publisher": "ZeroHedge",
            "City": "Vladivostok",
            "Country": "Russia",
        }

    def test_survive_a_table(self) -> None:
        tables = ([polecat_cells(event) for event in PLOVER.rows], [icews_cells(row) for row in ICEWS.rows])
        for table in (list(map(list, rows)) for rows in tables):
            file = io.StringIO()
            csv.writer(file, delimiter="\t").writerows(table)
            assert list(csv.reader(io.StringIO(file.getvalue()), delimiter="\t")) == table

    def test_of_places_tell_what_they_lie_in_and_where(self) -> None:
        dataset = made([]).with_records(
            Place(id="region", name="Region", kind=PlaceKind.REGION, within="country"),
            Place(id="district", name="District", kind=PlaceKind.DISTRICT, within="region"),
            Place(
                id="town",
                name="Town",
                kind=PlaceKind.SETTLEMENT,
                within="district",
                point=Point(longitude=1, latitude=2),
                identifiers={"geonames": "7"},
            ),
        )
        found = row_place(dataset, "town")
        assert found
        assert attrs.astuple(found) == ("Town", "Town", "District", "Region", "country", 2.0, 1.0, "7")
        assert row_place(dataset, "elsewhere") is None
        assert row_place(dataset, None) is None

    def test_of_states_that_are_gone_have_no_other_country(self) -> None:
        def actor(key: str, kind: ActorKind, **fields: Any) -> Actor:
            return Actor(id=key, name=key, kind=kind, **fields)

        both = (Role(title="Deputy", organization="old-party"), Role(title="President", organization="norland"))
        dataset = Dataset(
            records=[
                actor("norland", ActorKind.STATE, country="NO", identifiers={"plover": "NOR"}),
                actor("old-norland", ActorKind.STATE, country="NO", identifiers={"plover": "NOO"}),
                actor("union", ActorKind.STATE),
                actor("union-of-old", ActorKind.STATE, identifiers={"plover": "SUN"}),
                actor("old-party", ActorKind.PARTY, member_of=("union-of-old",)),
                actor("secretary", ActorKind.PERSON, member_of=("old-party",)),
                actor("deputy", ActorKind.PERSON, roles=both),
                actor("king", ActorKind.PERSON, country="NO", member_of=("old-norland",)),
                actor("sailor", ActorKind.PERSON, country="NO"),
                actor("soviet-union", ActorKind.STATE, former_country="SUHH", identifiers={"plover": "SUN"}),
                actor("commissar", ActorKind.PERSON, former_country="SUHH"),
            ]
        )
        assert {key: (who.country, who.code) for key, who in row_actors(dataset).items()} == {
            "norland": ("norland", "NOR"),
            "old-norland": ("old-norland", "NOO"),
            "union": ("union", None),
            "union-of-old": ("union-of-old", "SUN"),
            "old-party": ("union-of-old", "SUN"),
            "secretary": ("union-of-old", "SUN"),
            "deputy": (None, None),
            "king": ("old-norland", "NOO"),
            "sailor": (None, None),
            "soviet-union": ("soviet-union", "SUN"),
            "commissar": ("soviet-union", "SUN"),
        }

    def test_of_actors_do_not_take_comparing_all_states_of_a_country(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A dataset of many parts may have a record of one state in each."""
        states = [Actor(id=f"norland-{n}", name=f"Norland {n}", kind=ActorKind.STATE, country="NO") for n in range(9)]
        kings = [
            Actor(id=f"king-{n}", name="King", kind=ActorKind.PERSON, country="NO", member_of=(state.id,))
            for n, state in enumerate(states)
        ]
        dataset = Dataset(records=[*states, *kings])
        compared: list[Actor] = []
        equal = Actor.__eq__
        monkeypatch.setattr(Actor, "__eq__", lambda one, other: (compared.append(one), equal(one, other))[1])
        found = row_actors(dataset)
        assert [found[king.id].country for king in kings] == [state.name for state in states]
        assert compared == []

    def test_of_actors_tell_the_state_and_the_sector(self) -> None:
        def actor(key: str, kind: ActorKind, **fields: Any) -> Actor:
            return Actor(id=key, name=key, kind=kind, **fields)

        envoy = Role(title="Envoy", organization="union")
        dataset = Dataset(
            records=[
                actor("norland", ActorKind.STATE, country="NO", identifiers={"plover": "NOR"}),
                actor("union", ActorKind.INTERNATIONAL_ORGANIZATION),
                actor("army", ActorKind.MILITARY, country="NO"),
                actor("critics", ActorKind.UNNAMED),
                actor("envoy", ActorKind.PERSON, roles=(envoy,), member_of=("army",)),
                actor("nobody", ActorKind.PERSON, roles=(Role(title="Guest"),), country="SE"),
            ]
        )
        assert {key: (who.country, who.code, who.sector) for key, who in row_actors(dataset).items()} == {
            "norland": ("norland", "NOR", "GOV"),
            "union": (None, "IGO", None),
            "army": ("norland", "NOR", "MIL"),
            "critics": (None, None, None),
            "envoy": (None, None, "MIL"),
            "nobody": (None, None, None),
        }
        assert actor_of_row({}, "elsewhere").name == "elsewhere"
        assert len(row_actors(made([]))) == len(ACTORS)


class TestTheBundledDataset:
    @each_case(
        ("referent", "plover_reason", "icews_reason"),
        [
            (
                "utterance/zakharova-foreign-intervention",
                NotExportedReason.DAYS_CONFLICT,
                NotExportedReason.DAYS_CONFLICT,
            ),
            ("meeting/putin-zelenskyy", NotExportedReason.NOT_HELD, NotExportedReason.NOT_HELD),
            ("claim/occupation-of-a-fifth", NotExportedReason.NOT_AN_EVENT, NotExportedReason.NOT_AN_EVENT),
            ("position/russia-foreign-troops", NotExportedReason.NOT_AN_EVENT, NotExportedReason.NOT_AN_EVENT),
            ("zerohedge-guarantees/s09", NotExportedReason.OUTLET, NotExportedReason.OUTLET),
            ("kurdistan24-intervention/s36", NotExportedReason.SEVERAL_DAYS, NotExportedReason.SEVERAL_DAYS),
        ],
    )
    def test_leaves_out(self, referent: str, plover_reason: NotExportedReason, icews_reason: NotExportedReason) -> None:
        assert reason_of(PLOVER, referent) is plover_reason
        assert reason_of(ICEWS, referent) is icews_reason

    def test_has_the_paris_summit_once_and_mirrored(self) -> None:
        event = plover("meeting/paris-summit")
        assert (event.date, event.mode, len(event.records)) == ("2025-09-04", "multilateral", 3)
        rows = icews("meeting/paris-summit")
        there = {"france", "european-leaders", "ukraine"}
        assert {(row.actor.id, row.target.id) for row in rows} == set(itertools.permutations(there, 2))

    def test_codes_no_headline_again(self) -> None:
        repeats = {record.id for record in EXAMPLE.of_type(Statement) if record.restates}
        assert not {row.report for row in ICEWS.rows} & repeats

    def test_sources_that_are_kept_elsewhere_are_no_hindrance(self) -> None:
        gone = [key for key in EXAMPLE if key in {record.source for record in EXAMPLE.of_type(Statement)}]
        gone += [actor.id for actor in EXAMPLE.of_type(Actor)]
        partial = attrs.evolve(EXAMPLE, complete=False).without(*gone)
        assert {event.publisher for event in to_plover(partial).rows} == {None}
        assert {event.published for event in to_plover(partial).rows} == {None}
        assert len(to_icews(partial).rows) >= len(ICEWS.rows)
