"""Questions about event records, each compared with its definition, record by record."""

from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Actor,
    Assertion,
    Dataset,
    EventDate,
    Issue,
    Meeting,
    MeetingStatus,
    ParticipantRole,
    Place,
    PlaceKind,
    Position,
    QuotationMode,
    Section,
    Source,
    SourceKind,
    Span,
    SpeechAct,
    Stance,
    Statement,
    TerritorialClaim,
    load_example,
)
from diplo_events.analysis.predicates import Answer, Predicate
from diplo_events.analysis.query import (
    ROLES,
    About,
    At,
    Has,
    Involves,
    OfType,
    Relation,
    ReportedBy,
    ReportedIn,
    When,
    answers,
    find,
)
from diplo_events.corroboration.fields import PARTICIPATION
from diplo_events.errors import ArgumentError, QueryError
from diplo_events.hierarchy import representatives
from diplo_events.model import EventRecord
from diplo_events.schema import references
from diplo_events.strategies import event_dates, perturbed
from profiles import examples
from report_records import BLANK, made
from shared_datasets import DATASETS

EXAMPLE = load_example()
EVENTS = [record for record in EXAMPLE.records if isinstance(record, EventRecord)]
RELATIONS: tuple[Relation, ...] = ("within", "overlaps", "before", "after")


def events(dataset: Dataset) -> Iterator[EventRecord]:
    return (record for record in dataset.records if isinstance(record, EventRecord))


def ids(dataset: Dataset, question: Predicate) -> set[str]:
    return {record.id for record in find(dataset, question)}


def pointers(record: EventRecord, cls: type) -> list[tuple[str, str]]:
    """The field and the target of each reference to something of a type, as the schema lists them."""
    found = references(type(record), record)
    return [(str(ref.path[0]), ref.target) for ref in found if ref.types == (cls,)]


class TestOfType:
    def test_records_of_the_type_and_no_others(self) -> None:
        for cls in (Statement, Meeting, TerritorialClaim, Position):
            assert find(EXAMPLE, OfType(cls)) == EXAMPLE.of_type(cls)
        assert find(EXAMPLE, OfType(EventRecord)) == tuple(EVENTS)

    def test_only_types_of_event_records_can_be_asked_for(self) -> None:
        for wrong in (Actor, "statement", None):
            with pytest.raises(ArgumentError, match="expected a type of event records such as Statement"):
                OfType(wrong)


class TestHas:
    def test_a_term_of_a_field_of_its_own(self) -> None:
        assert ids(EXAMPLE, Has(SpeechAct.REJECT)) == {
            s.id for s in EXAMPLE.of_type(Statement) if SpeechAct.REJECT in s.acts
        }
        assert ids(EXAMPLE, Has(Stance.AGREE)) == {p.id for p in EXAMPLE.of_type(Position) if p.stance is Stance.AGREE}
        assert ids(EXAMPLE, Has(MeetingStatus.HELD)) == {
            m.id for m in EXAMPLE.of_type(Meeting) if m.status is MeetingStatus.HELD
        }
        assert ids(EXAMPLE, Has(Assertion.CAPTURE)) == {
            c.id for c in EXAMPLE.of_type(TerritorialClaim) if c.assertion is Assertion.CAPTURE
        }

    def test_a_term_inside_a_part_of_the_record(self) -> None:
        in_headlines = {r.id for r in EVENTS if any(span.section is Section.HEADLINE for span in r.spans)}
        assert ids(EXAMPLE, Has(Section.HEADLINE)) == in_headlines
        assert in_headlines

    def test_only_terms_can_be_asked_for(self) -> None:
        for wrong in ("reject", SpeechAct, None):
            with pytest.raises(
                ArgumentError,
                match=r"expected term to be a Term, .*write a member of a vocabulary, such as SpeechAct\.REJECT",
            ):
                Has(wrong)


class TestInvolves:
    @pytest.mark.slow
    def test_every_actor_of_the_bundled_dataset(self) -> None:
        for actor in EXAMPLE.of_type(Actor):
            standing_for = representatives(EXAMPLE, actor.id)
            parts = [(r.id, role, who) for r in EVENTS for role, who in pointers(r, Actor) if role != "via"]
            assert ids(EXAMPLE, Involves(actor.id)) == {key for key, _, who in parts if who == actor.id}
            assert ids(EXAMPLE, Involves(actor.id, representatives=True)) == {
                key for key, _, who in parts if who in standing_for
            }
            for role in ROLES:
                asked = ids(EXAMPLE, Involves(actor.id, roles=(role,)))
                if role not in PARTICIPATION:
                    assert asked == {key for key, played, who in parts if who == actor.id and played == role}
                    continue
                assert asked == {
                    meeting.id
                    for meeting in EXAMPLE.of_type(Meeting)
                    for participant in meeting.participants
                    if participant.role in PARTICIPATION[role]
                    and actor.id in {participant.actor, participant.representing}
                }

    @pytest.mark.slow
    @given(DATASETS)
    def test_every_actor_of_any_dataset(self, dataset: Dataset) -> None:
        known = {who for r in events(dataset) for _, who in pointers(r, Actor)}  # some are kept elsewhere
        for actor in known | {actor.id for actor in dataset.of_type(Actor)}:
            expected = {
                r.id for r in events(dataset) if actor in {w for role, w in pointers(r, Actor) if role != "via"}
            }
            assert ids(dataset, Involves(actor)) == expected
            assert expected <= ids(dataset, Involves(actor, representatives=True))

    def test_roles_are_all_fields_that_name_actors_but_the_reporting_chain(self) -> None:
        assert (
            *("speakers", "on_behalf_of", "audience", "targets"),
            "actors",
            *("participants", "invited", "absent", "proposed_by"),
            *("body", "ballots"),
            *("challenger", "target", "asserted_by", "controlled_by", "recognized_holder"),
            *("actor", "attributed_by"),
        ) == ROLES

    def test_those_invited_and_those_absent_do_not_take_part(self) -> None:
        dataset = made([BLANK | {"kind": "meeting", "present": {"norland": role}} for role in ParticipantRole])
        asked = {
            name: {
                meeting.participants[0].role.value
                for meeting in find(dataset, Involves("norland", roles=(name,)))
                if isinstance(meeting, Meeting)
            }
            for name in ("participants", "invited", "absent")
        }
        assert asked == {
            "participants": {"host", "chair", "attendee", "convenor", "observer", "summoned", "mediator"},
            "invited": {"invited"},
            "absent": {"absent", "excluded"},
        }
        assert len(find(dataset, Involves("norland"))) == len(ParticipantRole)

    def test_several_roles_ask_for_either(self) -> None:
        both = ids(EXAMPLE, Involves("Ukraine", roles=("targets", "target")))
        one, other = (ids(EXAMPLE, Involves("Ukraine", roles=(role,))) for role in ("targets", "target"))
        assert both == one | other
        assert one
        assert other

    def test_an_unknown_role_is_refused(self) -> None:
        with pytest.raises(ArgumentError, match=r"found 'speeker'; did you mean 'speakers'\?"):
            Involves("Ukraine", roles=("speeker",))
        with pytest.raises(ArgumentError, match="expected a role to be speakers, on_behalf_of,"):
            Involves("Ukraine", roles=("via",))
        with pytest.raises(ArgumentError, match="write a tuple, such as"):
            Involves("Ukraine", roles="speakers")

    def test_an_actor_is_found_by_any_spelling_that_means_no_other(self) -> None:
        assert ids(EXAMPLE, Involves("volodymyr ZELENSKY")) == ids(EXAMPLE, Involves("zelenskyy"))
        with pytest.raises(QueryError, match="one actor"):
            find(EXAMPLE, Involves("Europeans"))
        with pytest.raises(QueryError, match="did you mean"):
            find(EXAMPLE, Involves("Zelenskij"))


class TestAbout:
    def test_every_issue_of_the_bundled_dataset(self) -> None:
        broader = {issue.id: issue.broader for issue in EXAMPLE.of_type(Issue)}

        def way_up(issue: str | None) -> Iterator[str]:
            while issue:
                yield issue
                issue = broader[issue]

        for issue in EXAMPLE.of_type(Issue):
            named = [(r.id, about) for r in EVENTS for _, about in pointers(r, Issue)]
            assert ids(EXAMPLE, About(issue.label)) == {key for key, about in named if about == issue.id}
            assert ids(EXAMPLE, About(issue.id, narrower=True)) == {
                key for key, about in named if issue.id in way_up(about)
            }

    def test_a_meeting_is_about_its_agenda(self) -> None:
        with_agenda = next(m for m in EXAMPLE.of_type(Meeting) if m.agenda)
        assert with_agenda.id in ids(EXAMPLE, About(with_agenda.agenda[0]))


KINDS = [PlaceKind.SETTLEMENT, PlaceKind.AREA]
PLACES = "abcdefgh"


@st.composite
def atlases(draw: st.DrawFn) -> Dataset:
    """Draw places that lie in each other, and statements made at them."""
    places = [
        Place(
            id=key,
            name=key,
            kind=draw(st.sampled_from(KINDS)),
            within=draw(st.none() | st.sampled_from(PLACES[:i] or [None])),
        )
        for i, key in enumerate(PLACES)
    ]
    source = Source(id="source", title="A text", kind=SourceKind.OTHER)
    claimed = draw(st.lists(st.lists(st.sampled_from(PLACES), max_size=2, unique=True).map(tuple), max_size=6))
    claims = [
        TerritorialClaim(
            id=f"c{i}",
            source="source",
            challenger="x",
            asserted_by=("x",),
            assertion=Assertion.CAPTURE,
            territory="t",
            summary="s",
            places=chosen,
        )
        for i, chosen in enumerate(claimed)
    ]
    made = [statement(f"at-{key}", key) for key in PLACES]
    return Dataset(records=[*places, source, *claims, *made], complete=False)


def statement(key: str, place: str | None) -> Statement:
    return Statement(
        id=key,
        source="source",
        speakers=("x",),
        acts=(SpeechAct.STATE,),
        mode=QuotationMode.INDIRECT,
        summary="s",
        place=place,
    )


class TestAt:
    @given(atlases(), st.sampled_from(PLACES))
    def test_a_statement_is_where_its_place_lies(self, dataset: Dataset, asked: str) -> None:
        """Inside: yes. In a larger place, or where an area without borders is in question: open. Elsewhere: no."""
        places = {place.id: place for place in dataset.of_type(Place)}

        def way_up(key: str | None) -> list[str]:
            return [key, *way_up(places[key].within)] if key else []

        def bordered(key: str) -> str:
            return next((p for p in way_up(key) if places[p].kind is not PlaceKind.AREA), way_up(key)[-1])

        found = answers(dataset, At(asked))
        for key in PLACES:
            if asked in way_up(key):
                assert found[f"at-{key}"] is True
            elif bordered(key) in way_up(asked) or bordered(asked) in way_up(key):
                assert found[f"at-{key}"] is None
            else:
                assert found[f"at-{key}"] is False

    @given(atlases(), st.sampled_from(PLACES))
    def test_a_claim_on_several_places_is_at_each(self, dataset: Dataset, asked: str) -> None:
        found = answers(dataset, At(asked))
        for claim in dataset.of_type(TerritorialClaim):
            given_answers = [found[f"at-{place}"] for place in claim.places]
            expected: Answer = (
                True if True in given_answers else None if None in given_answers or not given_answers else False
            )
            assert found[claim.id] is expected

    @given(atlases(), st.sampled_from(PLACES), st.sampled_from(PLACES))
    def test_what_is_in_a_part_is_in_the_whole(self, dataset: Dataset, part: str, whole: str) -> None:
        if answers(dataset, At(whole))[f"at-{part}"] is True:
            assert ids(dataset, At(part)) <= ids(dataset, At(whole))

    def test_in_france_may_be_in_paris(self) -> None:
        france, paris = answers(EXAMPLE, At("France")), answers(EXAMPLE, At("Paris"))
        assert france["kurdistan24-intervention/m01"] is True
        assert paris["kurdistan24-intervention/m01"] is None
        assert france["zerohedge-guarantees/m02"] is paris["zerohedge-guarantees/m02"] is True
        assert answers(EXAMPLE, At("Moscow"))["zerohedge-guarantees/m02"] is False

    def test_an_area_without_borders_may_hold_what_lies_around_it(self) -> None:
        east = answers(EXAMPLE, At("Eastern Ukraine"))
        assert EXAMPLE["kurdistan24-road-to-nowhere/c06"].places == ("place/bankivka",)
        assert east["kurdistan24-road-to-nowhere/c06"] is None
        assert east["zerohedge-guarantees/m02"] is False

    def test_areas_all_the_way_up(self) -> None:
        area, town = PlaceKind.AREA, PlaceKind.SETTLEMENT
        kinds = {"steppe": (area, None), "east": (area, "steppe"), "west": (area, "steppe"), "town": (town, "steppe")}
        places = [Place(id=key, name=key, kind=kind, within=above) for key, (kind, above) in kinds.items()]
        dataset = Dataset(records=[*places, *(statement(f"at-{key}", key) for key in kinds)], complete=False)
        assert answers(dataset, At("east")) == {"at-east": True, "at-steppe": None, "at-town": None, "at-west": None}
        assert answers(dataset, At("town")) == {"at-east": None, "at-steppe": None, "at-town": True, "at-west": None}

    def test_without_a_place_it_may_be_anywhere_save_for_positions(self) -> None:
        found = answers(EXAMPLE, At("Vladivostok"))
        for record in EVENTS:
            if not pointers(record, Place):
                assert found[record.id] is (False if isinstance(record, Position) else None)

    def test_of_a_place_that_is_kept_elsewhere_one_cannot_tell(self) -> None:
        paris = Place(id="paris", name="Paris", kind=PlaceKind.SETTLEMENT, within="france")
        dataset = Dataset(
            records=[paris, statement("s1", "paris"), statement("s2", "lyon"), statement("s3", "france")],
            complete=False,
        )
        assert answers(dataset, At("paris")) == {"s1": True, "s2": None, "s3": None}
        assert answers(dataset, At("france")) == {"s1": True, "s2": None, "s3": True}
        assert answers(dataset, At("lyon")) == {"s1": False, "s2": True, "s3": None}


class TestWhen:
    @given(event_dates(), st.sampled_from(RELATIONS), st.booleans())
    def test_the_answer_is_that_of_the_date(self, date: EventDate, relation: Relation, unqualified: bool) -> None:
        found = answers(EXAMPLE, When(relation, date, unqualified=unqualified))
        for record in EVENTS:
            if record.when is None:
                assert found[record.id] is None
            else:
                own = record.when.unqualified() if unqualified else record.when
                assert found[record.id] is getattr(own, relation)(date)

    def test_an_unknown_relation_is_refused(self) -> None:
        with pytest.raises(ArgumentError) as caught:
            When("withn", EventDate.parse("2025"))
        assert str(caught.value) == (
            "expected relation to be within, overlaps, before or after, found 'withn'; did you mean 'within'?"
        )

    def test_a_text_is_no_date(self) -> None:
        with pytest.raises(ArgumentError, match=r"write EventDate\.parse\('2025-09'\)"):
            When("within", "2025-09")


class TestReported:
    def test_in_every_source_of_the_bundled_dataset(self) -> None:
        for source in EXAMPLE.of_type(Source):
            expected = {record.id for record in EVENTS if record.source == source.id}
            assert ids(EXAMPLE, ReportedIn(source.id)) == ids(EXAMPLE, ReportedIn(source.title)) == expected

    def test_by_every_actor_of_the_bundled_dataset(self) -> None:
        publisher = {source.id: source.publisher for source in EXAMPLE.of_type(Source)}
        for actor in EXAMPLE.of_type(Actor):
            expected = {r.id for r in EVENTS if actor.id in {*r.via, publisher[r.source]}}
            assert ids(EXAMPLE, ReportedBy(actor.id)) == expected

    def test_passing_a_report_on_is_no_part_in_what_it_is_about(self) -> None:
        passed_on = ids(EXAMPLE, ReportedBy("AFP"))
        assert passed_on - ids(EXAMPLE, Involves("AFP"))


class TestFind:
    def test_an_unknown_certainty_is_refused(self) -> None:
        with pytest.raises(ArgumentError, match="expected certainty to be certainly or possibly, found 'maybe'"):
            find(EXAMPLE, OfType(Meeting), certainty="maybe")

    def test_only_questions_can_be_asked(self) -> None:
        for ask in (find, answers):
            with pytest.raises(ArgumentError, match=r"expected predicate to be a Predicate, found 'Russia'"):
                ask(EXAMPLE, "Russia")

    @pytest.mark.parametrize("relation", RELATIONS)
    def test_possible_answers_are_those_that_are_not_no(self, relation: Relation) -> None:
        question = When(relation, EventDate.parse("2025-09-03"))
        every_answer = answers(EXAMPLE, question)
        assert ids(EXAMPLE, question) == {key for key, answer in every_answer.items() if answer}
        assert {record.id for record in find(EXAMPLE, question, certainty="possibly")} == {
            key for key, answer in every_answer.items() if answer is not False
        }

    def test_reference_records_are_not_asked(self) -> None:
        assert set(answers(EXAMPLE, OfType(Meeting))) == {record.id for record in EVENTS}

    @pytest.mark.slow
    @examples(50)
    @given(perturbed(EVENTS))
    def test_a_further_record_changes_no_other_answer(self, record: EventRecord) -> None:
        inside = {"spans": (Span(start=0, end=1),)}  # its own may be beyond the text
        where = inside | ({"quotes": ()} if isinstance(record, Statement) else {})
        new = attrs.evolve(record, id="a-new-one", restates=None, **where)
        more = attrs.evolve(EXAMPLE, records=[*EXAMPLE.records, new], complete=False)
        for question in (
            Involves("Russia", representatives=True),
            About("foreign-troops", narrower=True),
            At("Eastern Ukraine"),
            Has(SpeechAct.REJECT),
            When("before", EventDate.parse("2025-09-04"), unqualified=True),
            ReportedBy("AFP"),
        ):
            found = answers(more, question)
            del found["a-new-one"]
            assert found == answers(EXAMPLE, question)

    def test_questions_can_be_compared_and_hashed(self) -> None:
        one, other = Involves("Russia") & At("Paris"), Involves("Russia") & At("Paris")
        assert {one} == {other}
        assert one != At("Paris") & Involves("Russia")
