"""Pairs that might be one: who is paired with whom, on what evidence, and how many are found again."""

import builtins
import importlib
import itertools
import sys
from typing import Any

import attrs
import pytest
from hypothesis import given

from diplo_events import (
    Dataset,
    Issue,
    MeetingStatus,
    MissingExtraError,
    ParticipantRole,
    QuotationMode,
    Quote,
    Span,
    SpeechAct,
    Stance,
    Statement,
    TerritorialClaim,
    load_example,
)
from diplo_events.corroboration.candidates import NEIGHBOURS, THRESHOLD, Candidate, find_candidates
from diplo_events.corroboration.match_evidence import Feature
from diplo_events.model import EventRecord
from diplo_events.vocab import Assertion
from each_case import each_case
from report_records import BLANK, Fact, facts, made
from shared_datasets import DATASETS

EXAMPLE = load_example()
ALL = -100.0
AWAY = {ParticipantRole.ABSENT, ParticipantRole.EXCLUDED}


def bare(dataset: Dataset) -> Dataset:
    """Return a dataset without canonical ids."""
    records = (attrs.evolve(r, canonical_id=None) if isinstance(r, EventRecord) else r for r in dataset.records)
    return attrs.evolve(dataset, records=records)


def truth(dataset: Dataset) -> set[tuple[str, str]]:
    """List the pairs that a dataset says are one."""
    records = [record for record in dataset.records if isinstance(record, EventRecord) and record.canonical_id]
    return {
        (one.id, other.id)
        for one, other in itertools.combinations(records, 2)
        if (type(one), one.canonical_id) == (type(other), other.canonical_id)
    }


class TestAnyDataset:
    @given(facts())
    def test_the_pairs_are_of_one_type_not_known_and_ranked(self, given_facts: list[Fact]) -> None:
        dataset = made(given_facts)
        found = find_candidates(dataset, threshold=ALL)
        for pair in found:
            one, other = dataset[pair.left], dataset[pair.right]
            assert isinstance(one, EventRecord)
            assert isinstance(other, EventRecord)
            assert type(one) is type(other)
            assert one.id < other.id
            assert one.canonical_id is None or one.canonical_id != other.canonical_id
            assert pair.score == round(sum(item.weight for item in pair.evidence), 1)
            assert all(item.why.startswith(item.feature.meaning) for item in pair.evidence)
            weights = [abs(item.weight) for item in pair.evidence]
            assert weights == sorted(weights, reverse=True)
        assert len({(pair.left, pair.right) for pair in found}) == len(found)
        assert [(-pair.score, pair.left, pair.right) for pair in found] == sorted(
            (-pair.score, pair.left, pair.right) for pair in found
        )

    @given(facts())
    def test_a_cut_off_leaves_out_what_scores_less_and_nothing_else(self, given_facts: list[Fact]) -> None:
        dataset = bare(made(given_facts))
        everything = find_candidates(dataset, threshold=ALL)
        for threshold in (0.0, 6.0, THRESHOLD, 12.5):
            assert find_candidates(dataset, threshold=threshold) == tuple(
                pair for pair in everything if pair.score >= threshold
            )

    @given(facts())
    def test_all_pairs_of_a_few_are_looked_at_where_the_actors_are_tied(self, given_facts: list[Fact]) -> None:
        dataset = bare(made(given_facts))
        found = {(pair.left, pair.right) for pair in find_candidates(dataset, threshold=ALL)}
        standing_for = {"norland": 0, "ministry": 0, "speaker": 0, "sudland": 1}
        for (i, one), (j, other) in itertools.combinations(enumerate(given_facts), 2):
            if one["kind"] != other["kind"]:
                continue
            if one["kind"] == "statement":
                expected = standing_for[one["who"]] == standing_for[other["who"]] and one["acts"][0] == other["acts"][0]
            elif one["kind"] == "position":
                expected = standing_for[one["who"]] == standing_for[other["who"]]
            else:
                there = [
                    {
                        standing_for[who]
                        for who, role in fact["present"].items()
                        if role.value not in {"absent", "excluded"}
                    }
                    for fact in (one, other)
                ]
                expected = bool(there[0] & there[1])
            assert ((f"r{i}", f"r{j}") in found) >= expected

    @given(DATASETS)
    def test_is_answered_alike_and_left_alone(self, dataset: Dataset) -> None:
        copy = attrs.evolve(dataset)
        assert find_candidates(dataset, threshold=ALL) == find_candidates(dataset, threshold=ALL)
        assert dataset == copy

    def test_each_record_is_only_compared_with_its_neighbours_in_time(self) -> None:
        many = [BLANK | {"thing": None, "when": f"2025-{m:02}-{d:02}"} for m in (1, 2) for d in range(1, 21)]
        found = find_candidates(made(many), threshold=ALL)
        followers = [min(NEIGHBOURS, 39 - place) for place in range(40)]
        assert len(found) == sum(followers)


@pytest.mark.parametrize(
    ("dates", "feature"),
    [
        (("2025-09-03T23:00:00-05:00", "2025-09-04T04:00:00Z"), Feature.SAME_DATE),
        (("2025-09-03T23:00:00", "2025-09-04T04:00:00"), Feature.NEAR_DATE),
    ],
)
def test_one_moment_is_one_date(dates: tuple[str, str], feature: Feature) -> None:
    present = {"norland": ParticipantRole.HOST}
    one, other = ({"kind": "meeting", "present": present, "when": when} for when in dates)
    assert {Feature.SAME_DATE, Feature.NEAR_DATE} & of_two(one, other).keys() == {feature}


def of_two(one: dict[str, Any], other: dict[str, Any], **changes: Any) -> dict[Feature, float]:
    """Return the features of two reports with their weights; `changes` are made to the second record."""
    dataset = made([BLANK | {"thing": None} | one, BLANK | {"thing": None, "source": "b1"} | other])
    dataset = dataset.with_records(attrs.evolve(dataset["r1"], **changes))
    found = find_candidates(dataset, threshold=ALL)
    return {item.feature: item.weight for pair in found for item in pair.evidence}


STATEMENT = {"kind": "statement", "who": "speaker", "acts": [SpeechAct.STATE, SpeechAct.REPORT]}
MEETING = {"kind": "meeting", "present": {"speaker": ParticipantRole.ATTENDEE, "sudland": ParticipantRole.HOST}}
SAME_WORDS = {Feature.WORDS: 6.0}


class TestFeatures:
    def test_of_one_statement_twice(self) -> None:
        assert of_two(STATEMENT | {"place": "town"}, STATEMENT | {"place": "town"}) == SAME_WORDS | {
            Feature.SAME_SPEAKER: 3.0,
            Feature.SAME_MAIN_ACT: 3.0,
            Feature.SAME_PLACE: 3.0,
        }

    @each_case(
        ("change", "expected"),
        [
            ({"who": "ministry"}, {Feature.RELATED_SPEAKER: 2.0, Feature.SAME_MAIN_ACT: 3.0}),
            ({"place": "abroad"}, {Feature.SAME_SPEAKER: 3.0, Feature.SAME_MAIN_ACT: 3.0, Feature.OTHER_PLACE: -2.0}),
            ({"when": "2025-09-01"}, {Feature.SAME_SPEAKER: 3.0, Feature.SAME_MAIN_ACT: 3.0, Feature.SAME_DATE: 2.0}),
            ({"when": "2025-09-03"}, {Feature.SAME_SPEAKER: 3.0, Feature.SAME_MAIN_ACT: 3.0, Feature.NEAR_DATE: 1.0}),
            ({"when": "2025-09-04"}, {Feature.SAME_SPEAKER: 3.0, Feature.SAME_MAIN_ACT: 3.0, Feature.OTHER_DATE: -3.0}),
            ({"when": "2025-09"}, {Feature.SAME_SPEAKER: 3.0, Feature.SAME_MAIN_ACT: 3.0}),
            ({"when": "2025-09-03/.."}, {Feature.SAME_SPEAKER: 3.0, Feature.SAME_MAIN_ACT: 3.0}),
            ({"source": "a1"}, {Feature.SAME_MAIN_ACT: 3.0, Feature.ONE_SOURCE: -2.0}),
            ({"source": "a1", "when": "2025-09-01"}, {Feature.SAME_MAIN_ACT: 3.0, Feature.ONE_SOURCE: -2.0}),
            ({"source": "a1", "who": "ministry"}, {Feature.SAME_MAIN_ACT: 3.0, Feature.ONE_SOURCE: -2.0}),
            ({"who": "sudland"}, {}),
        ],
    )
    def test_of_a_statement_and_another(self, change: dict[str, Any], expected: dict[Feature, float]) -> None:
        found = of_two(STATEMENT | {"place": "town", "when": "2025-09-01"}, STATEMENT | change)
        assert found == ((expected | SAME_WORDS) if expected else {})

    @each_case(
        ("acts", "feature"),
        [
            ((SpeechAct.REPORT, SpeechAct.STATE), Feature.SHARED_ACT),
            ((SpeechAct.REPORT,), Feature.SHARED_ACT),
            ((SpeechAct.DENY,), Feature.OTHER_ACTS),
            ((SpeechAct.STATE, SpeechAct.DENY), Feature.SAME_MAIN_ACT),
        ],
    )
    def test_of_statements_with_other_acts(self, acts: tuple[SpeechAct, ...], feature: Feature) -> None:
        dataset = made([BLANK | STATEMENT | {"thing": None}, BLANK | STATEMENT | {"thing": None, "source": "b1"}])
        one, other = (attrs.evolve(dataset[key], issues=("issue",)) for key in ("r0", "r1"))
        (pair,) = find_candidates(dataset.with_records(one, attrs.evolve(other, acts=acts)), threshold=ALL)
        features = {item.feature for item in pair.evidence}
        assert features == {Feature.SAME_SPEAKER, Feature.SHARED_ISSUE, Feature.WORDS, feature}

    @pytest.mark.parametrize(
        ("issues", "feature"),
        [(("issue", "other"), Feature.SHARED_ISSUE), (("other",), Feature.OTHER_ISSUES), ((), None)],
    )
    def test_of_statements_about_issues(self, issues: tuple[str, ...], feature: Feature | None) -> None:
        dataset = made([BLANK | STATEMENT | {"thing": None}, BLANK | STATEMENT | {"thing": None, "source": "b1"}])
        dataset = dataset.with_records(
            Issue(id="other", label="other", proposition="It should be otherwise."),
            attrs.evolve(dataset["r0"], issues=("issue",)),
            attrs.evolve(dataset["r1"], issues=issues),
        )
        (pair,) = find_candidates(dataset, threshold=ALL)
        features = {item.feature for item in pair.evidence}
        assert features & {Feature.SHARED_ISSUE, Feature.OTHER_ISSUES} == ({feature} if feature else set())

    @each_case(
        ("texts", "feature"),
        [
            (("we shall never go", "never go there"), None),
            (("we shall never go", "shall never go"), Feature.QUOTE),
            (("we shall never go", "never go"), Feature.SHORT_QUOTE),
            (("we shall never go", "We shall never go!"), Feature.QUOTE),
            (("?", "!"), None),
        ],
    )
    def test_of_quotations(self, texts: tuple[str, str], feature: Feature | None) -> None:
        dataset = made([BLANK | STATEMENT | {"thing": None}, BLANK | STATEMENT | {"thing": None, "source": "b1"}])
        quoting = [
            attrs.evolve(
                dataset[key],
                mode=QuotationMode.MIXED,
                quotes=(Quote(text=text, span=Span(start=0, end=len(text))),),
            )
            for key, text in zip(("r0", "r1"), texts, strict=True)
        ]
        (pair,) = find_candidates(dataset.with_records(*quoting))
        features = {item.feature for item in pair.evidence}
        assert features & {Feature.QUOTE, Feature.SHORT_QUOTE} == ({feature} if feature else set())

    def test_of_meetings(self) -> None:
        assert of_two(MEETING, MEETING) == SAME_WORDS | {Feature.SAME_PARTICIPANTS: 6.0}
        fewer = {"present": {"ministry": ParticipantRole.ATTENDEE}, "status": MeetingStatus.SCHEDULED}
        assert of_two(MEETING, MEETING | fewer) == SAME_WORDS | {Feature.SHARED_PARTICIPANTS: 0.0}
        nobody = {"present": {"speaker": ParticipantRole.ABSENT}}
        assert of_two(MEETING, MEETING | nobody) == {}

    def test_of_positions(self) -> None:
        alike = SAME_WORDS | {Feature.SAME_ISSUE: 8.0}
        assert of_two({}, {"stance": Stance.STRONGLY_AGREE}) == alike
        assert of_two({}, {"stance": Stance.DISAGREE}) == alike | {Feature.OTHER_SIDE: -4.0}
        assert of_two({}, {"stance": Stance.NEUTRAL, "who": "sudland"}) == {}
        assert of_two({"source": "b1"}, {"who": "sudland"}, restates="r0") == {}
        assert of_two({"when": "2025-09-01"}, {"when": "2025-09-09"}) == alike

    def test_of_claims(self) -> None:
        def claim(key: str, source: str, **fields: Any) -> TerritorialClaim:
            given_fields: dict[str, Any] = {
                "challenger": "norland",
                "asserted_by": ("paper-a",),
                "assertion": Assertion.CAPTURE,
                "places": ("town",),
                "territory": "Some land.",
                "summary": "Held.",
            }
            return TerritorialClaim(id=key, source=source, **given_fields | fields)

        def features(**fields: Any) -> set[Feature]:
            dataset = made([]).with_records(claim("c1", "a1"), claim("c2", "b1", **fields))
            return {item.feature for pair in find_candidates(dataset, threshold=ALL) for item in pair.evidence}

        alike = {Feature.SAME_CHALLENGER, Feature.SAME_ASSERTION, Feature.SAME_PLACE, Feature.WORDS}
        assert features() == alike
        assert features(assertion=Assertion.OCCUPATION) == alike - {Feature.SAME_ASSERTION} | {Feature.OTHER_ASSERTION}
        assert features(places=("country",)) == alike - {Feature.SAME_PLACE} | {Feature.OTHER_PLACE}
        assert features(challenger="sudland") == set()
        assert features(places=("abroad",)) == set()
        another = [claim("c1", "a1"), claim("c2", "a1", challenger="sudland", restates="c1")]
        assert find_candidates(made([]).with_records(*another), threshold=ALL) == ()
        without_places = [claim("c1", "a1", places=()), claim("c2", "b1", places=())]
        (pair,) = find_candidates(made([]).with_records(*without_places), threshold=ALL)
        assert {item.feature for item in pair.evidence} == alike - {Feature.SAME_PLACE}

    def test_of_repeats(self) -> None:
        first, second = STATEMENT | {"source": "a1"}, STATEMENT | {"source": "a1", "acts": [SpeechAct.DENY]}
        assert Feature.REPEAT not in of_two(first, second)
        assert of_two(first, second, restates="r0")[Feature.REPEAT] == 8.0

    def test_of_repeats_of_a_third(self) -> None:
        three = made(
            [BLANK | STATEMENT | {"thing": None, "source": "a1", "acts": [act]} for act in list(SpeechAct)[:3]]
        )
        repeats = [attrs.evolve(three[key], restates="r2") for key in ("r0", "r1")]
        found = find_candidates(three.with_records(*repeats), threshold=ALL)
        assert {(pair.left, pair.right) for pair in found} == {("r0", "r1"), ("r0", "r2"), ("r1", "r2")}
        assert all(Feature.REPEAT in {item.feature for item in pair.evidence} for pair in found)

    def test_of_a_speaker_who_speaks_for_the_other(self) -> None:
        found = of_two(STATEMENT | {"who": "sudland"}, STATEMENT, on_behalf_of=("sudland",))
        assert found[Feature.RELATED_SPEAKER] == 2.0

    def test_records_of_two_types_are_no_pair_whatever_they_repeat(self) -> None:
        two = made([BLANK | {"thing": None}, BLANK | STATEMENT | {"thing": None, "source": "a1"}])
        repeats = [attrs.evolve(two[key], restates="elsewhere") for key in ("r0", "r1")]
        assert find_candidates(attrs.evolve(two, complete=False).with_records(*repeats), threshold=ALL) == ()


class TestTheBundledDataset:
    def test_most_of_what_is_one_is_found_again_and_most_of_what_is_proposed_is_one(self) -> None:
        meant = truth(EXAMPLE)
        found = {(pair.left, pair.right) for pair in find_candidates(bare(EXAMPLE))}
        assert len(meant) > 210
        assert len(found & meant) / len(found) > 0.65
        assert len(found & meant) / len(meant) > 0.74

    def test_the_parade_that_two_articles_report_is_proposed(self) -> None:
        found = {(pair.left, pair.right) for pair in find_candidates(bare(EXAMPLE))}
        assert ("kurdistan24-intervention/a03", "zerohedge-guarantees/a03") in found

    def test_the_higher_the_score_the_likelier(self) -> None:
        meant = truth(EXAMPLE)
        found = find_candidates(bare(EXAMPLE), threshold=2.0)

        def precision(pairs: list[Candidate]) -> float:
            return sum((pair.left, pair.right) in meant for pair in pairs) / len(pairs)

        steps = [precision([pair for pair in found if pair.score >= cut]) for cut in (2, 4, 6, 8, 10, 12)]
        assert steps == sorted(steps)

    @pytest.mark.slow
    def test_no_score_falls_below_a_cut_off_that_it_reaches(self) -> None:
        everything = find_candidates(bare(EXAMPLE), threshold=6.0)
        for threshold in sorted({pair.score for pair in everything})[::4]:
            assert find_candidates(bare(EXAMPLE), threshold=threshold) == tuple(
                p for p in everything if p.score >= threshold
            )

    def test_one_speaker_one_day_and_one_issue_do_not_make_two_statements_of_one_source_one(self) -> None:
        records = [EXAMPLE[key] for pair in find_candidates(EXAMPLE) for key in (pair.left, pair.right)]
        pairs = zip(records[::2], records[1::2], strict=True)
        assert [
            (one.id, other.id)
            for one, other in pairs
            if isinstance(one, Statement) and isinstance(other, Statement) and one.source == other.source
        ] == []

    def test_what_is_known_is_not_proposed(self) -> None:
        assert not truth(EXAMPLE) & {(pair.left, pair.right) for pair in find_candidates(EXAMPLE, threshold=ALL)}

    def test_records_without_sources_and_dates_are_paired_too(self) -> None:
        gone = [key for key in EXAMPLE if key in {record.source for record in EXAMPLE.of_type(Statement)}]
        partial = attrs.evolve(bare(EXAMPLE), complete=False).without(*gone)
        assert len(find_candidates(partial)) > 100


def test_without_rapidfuzz_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name.startswith("rapidfuzz"):
            raise ImportError(name)
        return original(name, *rest)

    module = sys.modules["diplo_events.corroboration.candidates"]
    monkeypatch.setattr(builtins, "__import__", refuse)
    monkeypatch.delitem(sys.modules, "diplo_events.corroboration.candidates")
    try:
        with pytest.raises(MissingExtraError, match=r"pip install 'diplo-events\[rapidfuzz\]'"):
            importlib.import_module("diplo_events.corroboration.candidates")
    finally:
        sys.modules["diplo_events.corroboration.candidates"] = module
