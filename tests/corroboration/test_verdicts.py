"""Verdicts compared with their definitions, record by record; and what must not change them."""

import datetime as dt
import itertools
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplo_events import (
    Dataset,
    EventDate,
    Meeting,
    MeetingStatus,
    ParticipantRole,
    Position,
    Quantity,
    Source,
    Stance,
    Statement,
    TerritorialClaim,
    load_example,
    strategies,
)
from diplo_events.corroboration.attestations import (
    contradict,
    find_attestations,
    independent,
    refines,
    reporting_chain,
)
from diplo_events.corroboration.fields import compared_fields, holds_list
from diplo_events.corroboration.verdicts import Verdict, corroborate
from diplo_events.hierarchy import ancestors_by_id
from diplo_events.model import EventRecord
from diplo_events.referents import find_referents
from diplo_events.vocab import Assertion, Credibility, Reliability, Unit
from each_case import each_case
from report_records import ACTORS, BLANK, PLACES, SOURCES, Fact, facts, made
from shared_datasets import DATASETS

EXAMPLE = load_example()
KEYS = [*ACTORS, *PLACES, *SOURCES, "thing/x", "thing/y"]
JUDGED = {found.referent: found for found in corroborate(EXAMPLE)}


def chain_of(fact: Fact) -> set[str]:
    """The hands of a report: everybody in `via`, and the paper, or the source where it has none."""
    return {*fact["via"], SOURCES[fact["source"]][0] or fact["source"]}


def origin_of(fact: Fact) -> str:
    return (*fact["via"][-1:], SOURCES[fact["source"]][0] or fact["source"])[0]


def days(text: str) -> set[int]:
    """Every day of 2025 between the bounds of a date."""
    date = EventDate.parse(text)
    first = dt.date(*date.earliest).toordinal() if date.earliest else 0
    last = dt.date(*date.latest).toordinal() if date.latest else 10**6
    year = range(dt.date(2025, 1, 1).toordinal(), dt.date(2026, 1, 1).toordinal())
    return {day for day in year if first <= day <= last}


def above(key: str) -> set[str]:
    """What an actor represents or a place lies in, itself included."""
    upper = PLACES[key][1] if key in PLACES else (ACTORS[key][1] or (None,))[0]
    return {key} | (above(upper) if upper else set())


def says_more(field: str, one: object, other: object) -> bool:
    if field == "when":
        return days(str(one)) <= days(str(other))
    if isinstance(one, str) and isinstance(other, str):
        return other in above(one)
    if isinstance(one, Stance) and isinstance(other, Stance):
        stronger = abs(one.number) >= abs(other.number)
        return one is other or (
            stronger and (one.number > 0) == (other.number > 0) and 0 not in {one.number, other.number}
        )
    return one is other


def clash(field: str, one: object, other: object) -> bool:
    if field == "when":
        return not days(str(one)) & days(str(other))
    return not says_more(field, one, other) and not says_more(field, other, one)


SCALARS = {"statement": ("when", "who", "place"), "position": ("who", "stance"), "meeting": ("when", "place")}
NAMES = {("statement", "who"): "speakers", ("position", "who"): "actor"}


def verdict_by_hand(field: str, said: list[tuple[object, Fact]]) -> Verdict:
    """The definitions of the five verdicts, read report by report."""
    if not said:
        return Verdict.MISSING
    witnessed = [
        value
        for value, _ in said
        if any(
            says_more(field, one, value) and says_more(field, other, value) and not chain_of(a) & chain_of(b)
            for (one, a), (other, b) in itertools.combinations(said, 2)
        )
    ]
    if not any(clash(field, one, other) for (one, _), (other, _) in itertools.combinations(said, 2)):
        return Verdict.CONFIRMED if witnessed else Verdict.UNIQUE

    def strength(value: object) -> int:
        graph: Any = nx.Graph()
        for one, fact in said:
            if says_more(field, one, value):
                nx.add_path(graph, sorted(chain_of(fact)))
        return nx.number_connected_components(graph)

    leads = [
        value
        for value in witnessed
        if all(strength(value) > strength(other) for other, _ in said if clash(field, value, other))
    ]
    return Verdict.MAJORITY if leads else Verdict.CONFLICT


class TestVerdicts:
    @pytest.mark.slow
    @given(facts())
    def test_are_as_defined(self, given_facts: list[Fact]) -> None:
        judged = {(found.referent, found.type.__name__.lower()): found for found in corroborate(made(given_facts))}
        for (thing, kind), found in judged.items():
            reports = [
                fact
                for number, fact in enumerate(given_facts)
                if fact["kind"] == kind and (fact["thing"] or f"r{number}") == thing
            ]
            for key in SCALARS[kind]:
                said = [(fact[key], fact) for fact in reports if fact[key] is not None]
                verdict = found[NAMES.get((kind, key), key)].verdict
                assert verdict is verdict_by_hand(key, said), (thing, key)

    @given(facts())
    def test_of_a_list_hold_item_by_item(self, given_facts: list[Fact]) -> None:
        for found in corroborate(made(given_facts)):
            for name in [name for name in compared_fields(found.type) if holds_list(found.type, name)]:
                field = found[name]
                assert field.verdict in {Verdict.MISSING, Verdict.UNIQUE, Verdict.CONFIRMED}
                items = {one.value for one in field.attestations}
                confirmed = {
                    item
                    for item in items
                    if independent(
                        [c for one in field.attestations if says_more(name, one.value, item) for c in one.chains]
                    )
                }
                assert field.value == ((frozenset(confirmed or items)) or None)
                assert (field.verdict is Verdict.CONFIRMED) == bool(confirmed)

    @given(
        facts(most=4), st.permutations(range(12)), st.permutations([*ACTORS, *PLACES, *SOURCES, "thing/x", "thing/y"])
    )
    def test_do_not_change_with_the_ids(self, given_facts: list[Fact], order: list[int], keys: list[str]) -> None:
        other = {f"r{number}": f"r{place}" for number, place in enumerate(order)} | {
            key: f"k{place}" for place, key in enumerate(keys)
        }
        one = corroborate(made(given_facts))
        two = {
            found.referent + found.type.__name__: found
            for found in corroborate(made(given_facts, lambda key: other.get(key, key)))
        }
        for found in one:
            twin = two[other.get(found.referent, found.referent) + found.type.__name__]
            assert [field.verdict for field in found.fields] == [field.verdict for field in twin.fields]

    @given(facts(), st.sampled_from(sorted(SOURCES)))
    def test_without_a_source_nothing_unique_is_confirmed(self, given_facts: list[Fact], gone: str) -> None:
        numbered = [fact | {"thing": fact["thing"] or f"alone/{number}"} for number, fact in enumerate(given_facts)]
        before = {(f.referent, f.type): f for f in corroborate(made(numbered))}
        for found in corroborate(made([fact for fact in numbered if fact["source"] != gone])):
            for old, new in zip(before[found.referent, found.type].fields, found.fields, strict=True):
                if new.verdict is Verdict.CONFIRMED:
                    assert old.verdict is not Verdict.UNIQUE
                if old.verdict is Verdict.MISSING:
                    assert new.verdict is Verdict.MISSING

    @given(facts())
    def test_confirmed_and_majority_need_two_who_share_nobody(self, given_facts: list[Fact]) -> None:
        for found in corroborate(made(given_facts)):
            for field in found.fields:
                chains = {chain for attestation in field.attestations for chain in attestation.chains}
                if field.verdict in {Verdict.CONFIRMED, Verdict.MAJORITY}:
                    assert any(not set(one) & set(other) for one, other in itertools.combinations(chains, 2))

    @given(facts())
    def test_the_value_is_one_that_they_hold_for(self, given_facts: list[Fact]) -> None:
        for found in corroborate(made(given_facts)):
            for field in found.fields:
                values = {attestation.value for attestation in field.attestations}
                if field.verdict in {Verdict.MISSING, Verdict.CONFLICT}:
                    assert field.value is None
                elif holds_list(found.type, field.field):
                    assert isinstance(field.value, frozenset)
                    assert field.value <= values
                else:
                    assert field.value in values

    @given(facts())
    def test_the_most_precise_value_says_all(self, given_facts: list[Fact]) -> None:
        dataset = made(given_facts)
        ancestors = ancestors_by_id(dataset)
        for found in corroborate(dataset):
            for field in found.fields:
                values = [attestation.value for attestation in field.attestations]
                if field.most_precise is not None:
                    assert all(refines(ancestors, field.most_precise, value) for value in values)
                elif not holds_list(found.type, field.field):
                    assert not any(all(refines(ancestors, one, other) for other in values) for one in values)

    @given(DATASETS)
    def test_are_given_for_any_dataset_and_change_nothing(self, dataset: Dataset) -> None:
        copy = attrs.evolve(dataset)
        found = corroborate(dataset)
        assert found == corroborate(dataset)
        assert [(one.referent, one.type) for one in found] == [
            (thing.id, thing.type) for thing in find_referents(dataset)
        ]
        assert dataset == copy


class TestTheBundledDataset:
    @each_case(
        ("thing", "field", "verdict", "value"),
        [
            ("utterance/zakharova-foreign-intervention", "when", Verdict.MAJORITY, "2025-09-03"),
            ("utterance/zakharova-foreign-intervention", "speakers", Verdict.CONFIRMED, "zakharova"),
            ("meeting/defence-ministers-guarantees", "status", Verdict.CONFLICT, "None"),
            ("meeting/defence-ministers-guarantees", "when", Verdict.UNIQUE, "2025-09-04"),
            ("meeting/eastern-economic-forum", "when", Verdict.CONFIRMED, "2025-09-03/2025-09-04"),
            ("meeting/paris-summit", "place", Verdict.CONFIRMED, "place/paris"),
            ("meeting/putin-zelenskyy", "when", Verdict.MISSING, "None"),
            ("claim/occupation-of-a-fifth", "challenger", Verdict.UNIQUE, "russia"),
        ],
    )
    def test_is_judged_so(self, thing: str, field: str, verdict: Verdict, value: str) -> None:
        found = JUDGED[thing][field]
        assert (found.verdict, str(found.value)) == (verdict, value)

    def test_two_articles_of_one_paper_are_one_witness(self) -> None:
        found = JUDGED["claim/occupation-of-a-fifth"]
        assert len(found.sources) == 2
        assert {attestation.witnesses for attestation in found["challenger"].attestations} == {("kurdistan24",)}

    def test_of_two_dates_the_more_precise_is_told(self) -> None:
        assert str(JUDGED["meeting/eastern-economic-forum"]["when"].most_precise) == "2025-09-03"

    def test_a_field_that_is_not_compared_is_not_there(self) -> None:
        with pytest.raises(KeyError, match="summary"):
            JUDGED["meeting/paris-summit"]["summary"]

    def test_only_things_of_one_type_when_asked(self) -> None:
        assert {found.type for found in corroborate(EXAMPLE, Meeting)} == {Meeting}


class TestIndependence:
    @given(facts())
    def test_the_witnesses_are_the_chain_and_the_paper_from_the_origin_on(self, given_facts: list[Fact]) -> None:
        dataset = made(given_facts)
        for number, fact in enumerate(given_facts):
            record = dataset[f"r{number}"]
            assert isinstance(record, EventRecord)
            chain = reporting_chain(dataset, record)
            assert set(chain) == chain_of(fact)
            assert chain[0] == origin_of(fact)

    def test_two_papers_that_quote_one_agency_are_one_witness(self) -> None:
        quoting = [BLANK | {"source": source, "via": ("agency",)} for source in ("a1", "b1")]
        (found,) = corroborate(made(quoting))
        assert found["stance"].verdict is Verdict.UNIQUE
        (found,) = corroborate(made([*quoting, BLANK | {"source": "c1"}]))
        assert found["stance"].verdict is Verdict.CONFIRMED

    @pytest.mark.parametrize(
        ("dates", "verdict"),
        [
            (("2025-09-03T23:00:00-05:00", "2025-09-04T04:00:00Z"), Verdict.CONFIRMED),
            (("2025-09-03T23:00:00-05:00", "2025-09-04"), Verdict.CONFIRMED),
            (("2025-09-03T23:00:00", "2025-09-04T04:00:00"), Verdict.CONFLICT),
        ],
    )
    def test_one_moment_is_one_date_on_whatever_days_it_is_written(
        self, dates: tuple[str, str], verdict: Verdict
    ) -> None:
        reports = zip(("a1", "b1"), dates, strict=True)
        (found,) = corroborate(made([BLANK | {"kind": "meeting", "source": s, "when": when} for s, when in reports]))
        assert found["when"].verdict is verdict

    def test_those_invited_are_neither_there_nor_away(self) -> None:
        roles = {
            "norland": ParticipantRole.INVITED,
            "sudland": ParticipantRole.EXCLUDED,
            "speaker": ParticipantRole.CHAIR,
        }
        (found,) = corroborate(made([BLANK | {"kind": "meeting", "present": roles}]))
        said = {name: found[name].value for name in ("participants", "invited", "absent")}
        assert said == {
            "participants": frozenset({"speaker"}),
            "invited": frozenset({"norland"}),
            "absent": frozenset({"sudland"}),
        }

    def test_copies_of_one_text_are_one_witness_of_every_field(self) -> None:
        dataset = made(
            [
                BLANK
                | {
                    "kind": "meeting",
                    "source": source,
                    "present": {"norland": ParticipantRole.HOST},
                    "when": "2025-09-03",
                    "place": "town",
                }
                for source in ("a1", "b1")
            ]
        )
        (told,) = corroborate(dataset)
        assert {told[name].verdict for name in ("when", "place", "participants", "status")} == {Verdict.CONFIRMED}
        copies = [attrs.evolve(dataset[key], sha256="a" * 64, length=9) for key in ("a1", "b1")]
        (told,) = corroborate(dataset.with_records(*copies))
        assert {told[name].verdict for name in ("when", "place", "participants", "status")} == {Verdict.UNIQUE}
        assert {one.witnesses for one in told["when"].attestations} == {("paper-a",)}

    def test_an_agency_behind_an_unnamed_source_gives_no_majority(self) -> None:
        through = [("a1", ("agency", "unnamed")), ("b1", ("agency",))]
        one_side = [BLANK | {"source": source, "via": via, "stance": Stance.AGREE} for source, via in through]
        dataset = made(
            [
                *one_side,
                BLANK | {"source": "c1"},
                *[
                    BLANK | {"source": s, "via": (w,), "stance": Stance.DISAGREE}
                    for s, w in (("a2", "norland"), ("b1", "sudland"))
                ],
            ]
        )
        (found,) = corroborate(dataset)
        assert found["stance"].verdict is Verdict.CONFLICT

    def test_an_agency_counts_once_even_where_its_own_sources_are_told(self) -> None:
        assert not independent([("agency", "paper-a"), ("unnamed", "agency", "paper-b")])

    def test_grades_are_carried_along_and_not_combined(self) -> None:
        thing = "utterance/macron-europeans-ready"
        source = attrs.evolve(source_of("zerohedge-guarantees"), reliability=Reliability.NOT_USUALLY_RELIABLE)
        record = EXAMPLE["zerohedge-guarantees/s11"]
        assert isinstance(record, EventRecord)
        graded = EXAMPLE.with_records(source, attrs.evolve(record, credibility=Credibility.POSSIBLY_TRUE))
        (found,) = [one for one in corroborate(graded) if one.referent == thing]
        grades = {grade for attestation in found["speakers"].attestations for grade in attestation.grades}
        assert [(g.reliability, g.credibility) for g in sorted(grades, key=lambda g: g.record)] == [
            (None, None),
            (None, None),
            (Reliability.NOT_USUALLY_RELIABLE, Credibility.POSSIBLY_TRUE),
        ]
        (plain,) = [one for one in corroborate(EXAMPLE) if one.referent == thing]
        assert [field.verdict for field in found.fields] == [field.verdict for field in plain.fields]


def source_of(key: str) -> Source:
    source = EXAMPLE[key]
    assert isinstance(source, Source)
    return source


class TestValues:
    @given(strategies.quantities(), strategies.quantities())
    def test_extents_contradict_where_their_ranges_do(self, one: Quantity, other: Quantity) -> None:
        first, second = (attrs.evolve(x, unit=Unit.COUNT, currency=None) for x in (one, other))
        apart = any(a.high is not None and a.high < b.low for a, b in ((first, second), (second, first)))
        a, b = (attrs.evolve(JUDGED["meeting/paris-summit"]["place"].attestations[0], value=x) for x in (first, second))
        assert contradict(EXAMPLE, {}, a, b) == contradict(EXAMPLE, {}, b, a) == apart
        assert not refines({}, first, attrs.evolve(first, unit=Unit.SQUARE_KILOMETRES))
        assert not contradict(EXAMPLE, {}, a, attrs.evolve(a, value=attrs.evolve(first, unit=Unit.SQUARE_KILOMETRES)))

    @given(strategies.event_dates(), strategies.event_dates(), strategies.event_dates())
    @example(EventDate.parse("../2025"), EventDate.parse("2025/.."), EventDate.parse("../.."))
    def test_saying_more_is_a_preorder_of_dates(self, one: EventDate, two: EventDate, three: EventDate) -> None:
        assert refines({}, one, one)
        if refines({}, one, two) and refines({}, two, three):
            assert refines({}, one, three)

    def test_one_moment_on_two_calendars_is_no_contradiction(self) -> None:
        texts = ("2025-09-03T23:00:00-05:00", "2025-09-04T04:00:00Z", "2025-09-05T04:00:00Z", "2025-09-03")
        attestation = JUDGED["meeting/paris-summit"]["place"].attestations[0]
        there, same, later, day = (attrs.evolve(attestation, value=EventDate.parse(text)) for text in texts)
        assert not contradict(EXAMPLE, {}, there, same)
        assert contradict(EXAMPLE, {}, there, later)
        assert refines({}, there.value, day.value)

    def test_what_lasts_may_be_seen_at_two_times(self) -> None:
        seen = attrs.evolve(EXAMPLE["kurdistan24-road-to-nowhere/c02"], when=EventDate.parse("2025-08-20"))
        dataset = attrs.evolve(EXAMPLE, records=[seen if r.id == seen.id else r for r in EXAMPLE.records])
        (thing,) = [thing for thing in find_referents(dataset) if thing.id == "claim/occupation-of-a-fifth"]
        assert len({record.when for record in thing.records if record.when}) == 2
        assert find_attestations(dataset, thing, "when") == ()
        assert Assertion.OCCUPATION in {getattr(record, "assertion", None) for record in thing.records}

    @each_case(
        ("first", "second", "clashing"),
        [
            ((MeetingStatus.HELD, "a2"), (MeetingStatus.SCHEDULED, "a1"), False),
            ((MeetingStatus.HELD, "a1"), (MeetingStatus.SCHEDULED, "a2"), True),
            ((MeetingStatus.HELD, "a1"), (MeetingStatus.SCHEDULED, "a1"), False),  # one source reports a whole course
            ((MeetingStatus.HELD, "a2"), (MeetingStatus.SCHEDULED, "c1"), True),
            ((MeetingStatus.HELD, "c1"), (MeetingStatus.SCHEDULED, "a1"), True),
            ((MeetingStatus.HELD, "a1"), (MeetingStatus.ONGOING, "a2"), False),
            ((MeetingStatus.SCHEDULED, "a1"), (MeetingStatus.SCHEDULED, "a2"), False),
        ],
    )
    def test_a_status_is_as_of_its_source(
        self, first: tuple[MeetingStatus, str], second: tuple[MeetingStatus, str], *, clashing: bool
    ) -> None:
        reports = [
            BLANK | {"kind": "meeting", "status": status, "source": source} for status, source in (first, second)
        ]
        (found,) = corroborate(made(reports))
        assert (found["status"].verdict is Verdict.CONFLICT) == clashing


@each_case("type_", [Statement, Meeting, TerritorialClaim, Position])
def test_every_compared_field_is_one_of_its_class(type_: type[EventRecord]) -> None:
    names = {field.name: field for field in attrs.fields(type_)}
    assert {*compared_fields(type_)} - {"invited", "absent"} <= names.keys()
    for field in {*compared_fields(type_)} - {"invited", "absent", "speakers"}:
        assert holds_list(type_, field) == str(names[field].type).startswith(("tuple", "frozenset"))
