"""Every sentence is derived again here, from the records alone and by plain loops."""

import random
from collections import Counter
from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from difference_oracle import expected_differences
from diplo_events import (
    Action,
    Actor,
    ActorKind,
    Aspect,
    Dataset,
    EventDate,
    Meeting,
    MeetingStatus,
    Position,
    PositionBasis,
    Section,
    Source,
    Stance,
    Statement,
    TerritorialClaim,
    Vote,
    load_example,
)
from diplo_events._internal.texts.display import isolated
from diplo_events.analysis.findings import Finding, FindingKind, find_findings
from diplo_events.analysis.titles import title_of
from diplo_events.corroboration.contradictions import ContradictionKind
from diplo_events.dates.in_words import date_in_words
from diplo_events.errors import ArgumentTypeError
from diplo_events.lookup import name_of
from diplo_events.model import EventRecord
from diplo_events.referents import find_referents, referent_id
from disputed_datasets import disputed, disputed_by
from profiles import examples
from shared_datasets import DATASETS

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NOT_SO = {Aspect.NEGATED, Aspect.FUTURE, Aspect.HYPOTHETICAL}


class Oracle:
    """The findings of a dataset, derived without the code under test: what each sentence has to say."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        kept = [record for record in dataset.records if not (isinstance(record, EventRecord) and record.open)]
        self.coded = attrs.evolve(dataset, records=kept, complete=False)
        self.records: list[Any] = [r for r in dataset.records if isinstance(r, EventRecord) and not r.open]

    def of(self, type_: type[EventRecord]) -> list[Any]:
        return [record for record in self.records if type(record) is type_]

    def name(self, key: str) -> str:
        return isolated(name_of(self.dataset, key))

    def text(self, source: str) -> str:
        return self.dataset.first_versions.get(source, source)

    def texts(self, records: Iterable[Any]) -> set[str]:
        return {self.text(record.source) for record in records}

    def outlet(self, record: Any) -> str:
        text = self.text(record.source)
        return getattr(self.dataset.get(text), "publisher", None) or text

    def number(self, records: Iterable[Any]) -> str:
        count = len(self.texts(records))
        return WORDS[count] if count <= 12 else str(count)

    def sides(self) -> dict[tuple[str, str], dict[int, list[Any]]]:
        found: dict[tuple[str, str], dict[int, list[Any]]] = {}
        for position in self.of(Position):
            if position.basis is PositionBasis.DECLARED and not position.aspects & NOT_SO:
                number = position.stance.number
                side = 1 if number > 0 else -1 if number < 0 else 0
                found.setdefault((position.issue, position.actor), {}).setdefault(side, []).append(position)
        return found

    def reports(self, type_: type[EventRecord]) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for record in self.of(type_):
            found.setdefault(referent_id(self.dataset, record), []).append(record)
        return found


def by_kind(dataset: Dataset, kind: FindingKind) -> list[Finding]:
    return [found for found in find_findings(dataset) if found.kind is kind]


def check_sides(oracle: Oracle, found: list[Finding]) -> None:
    table = oracle.sides()
    contested = {
        issue
        for issue, _ in table
        if {1, -1} <= {side for (key, _), sides in table.items() if key == issue for side in sides}
    }
    assert {one.about for one in found} == contested
    for one in found:
        own, _, others = one.sentence.partition(" As others say, ")
        for (issue, actor), sides in table.items():
            if issue != one.about:
                continue
            every = [position for group in sides.values() for position in group]
            for side, group in sides.items():
                label = {1: "for: ", -1: "against: ", 0: "on no side: "}[side]
                of = f" ({oracle.number(group)} of {oracle.number(every)} sources)"
                wanted = oracle.name(actor) + of * (len(oracle.texts(every)) > 1)
                assert wanted in own.split(label, 1)[1]
            assert {position.id for position in every} <= set(one.records)
        said = [p for p in oracle.of(Position) if p.issue == one.about and p.basis is not PositionBasis.DECLARED]
        said = [position for position in said if not position.aspects & NOT_SO]
        assert bool(others) == bool(said)
        for position in said:
            assert oracle.name(position.actor) in others
            assert not position.attributed_by or oracle.name(position.attributed_by) in others
            assert position.id in one.records


def check_agreements(oracle: Oracle, found: list[Finding]) -> None:
    endings = []
    for (issue, actor), sides in oracle.sides().items():
        most = max(len(oracle.texts(group)) for group in sides.values())
        side = min(side for side, group in sides.items() if len(oracle.texts(group)) == most)
        if most >= 2:
            every = [position for group in sides.values() for position in group]
            labels = {1: "for it", -1: "against it", 0: "on no side"}
            name, label = oracle.name(actor), labels[side]
            for fewer in range(most, 0, -1):
                for other in sorted({*sides} - {side}):
                    if len(oracle.texts(sides[other])) == fewer:
                        label += f", {oracle.number(sides[other])} {labels[other]}"
            ending = (
                f": {oracle.number(sides[side])} of the {oracle.number(every)} sources that report what {name} says"
            )
            records = tuple(sorted(position.id for position in every))
            endings.append((issue, f"{ending} on it have {name} {label}.", records))
    assert len(found) == len(endings)
    for issue, ending, records in endings:
        assert [one for one in found if (one.about, one.records) == (issue, records) and one.sentence.endswith(ending)]


def check_meetings(oracle: Oracle, found: list[Finding]) -> None:
    held = {"held", "ongoing"}
    open_ = {key: group for key, group in oracle.reports(Meeting).items() if {r.status.value for r in group} - held}
    assert {one.about: one.records for one in found} == {
        key: tuple(sorted(record.id for record in group)) for key, group in open_.items()
    }
    for one in found:
        group = open_[one.about]
        shortest = min(len(isolated(record.title)) for record in group)
        assert any(
            one.sentence[1:].startswith(f"{isolated(record.title)[1:]}: ") and len(isolated(record.title)) == shortest
            for record in group
        )
        for status in {record.status for record in group}:
            count = oracle.number(record for record in group if record.status is status)
            plural = "" if count == "one" else "s"
            assert f"{status.words} according to {count} source{plural} (" in one.sentence
        assert one.sentence.endswith("No source reports that it was held.") == held.isdisjoint(
            record.status.value for record in group
        )
        for record in group:
            assert not record.when or date_in_words(record.when.unqualified()) in one.sentence


def check_claims(oracle: Oracle, found: list[Finding]) -> None:
    claims = oracle.of(TerritorialClaim)
    assert sorted(key for one in found for key in one.records) == sorted(claim.id for claim in claims)
    weights = [(len(oracle.texts([oracle.dataset[key] for key in one.records])), len(one.records)) for one in found]
    if all(number < 10 for _, number in weights):  # more claims weigh as much as a further source
        assert weights == sorted(weights, reverse=True)
    for one in found:
        group: list[Any] = [oracle.dataset[key] for key in one.records]
        assert len({(claim.kind, frozenset(claim.places) or claim.territory) for claim in group}) == 1
        assert one.sentence.endswith("no source says who holds it.") != any(claim.controlled_by for claim in group)
        for claim in group:
            clauses = [
                clause for clause in one.sentence.split("; ") if f" by {oracle.name(claim.challenger)}" in clause
            ]
            assert any(all(oracle.name(voice) in clause for voice in claim.asserted_by) for clause in clauses)
            for holder in claim.controlled_by:
                assert f"held by {oracle.name(holder)}" in one.sentence
            for holder in claim.recognized_holder:
                assert f"lawfully belonging to {oracle.name(holder)}" in one.sentence
            assert not claim.target or f"(against {oracle.name(claim.target)})" in one.sentence
            outlet = getattr(oracle.dataset.get(claim.source), "publisher", None)
            is_own = outlet is None or outlet in claim.asserted_by
            whose = "" if is_own else f", says {oracle.name(outlet)}"
            assert not claim.hedge or f"“{isolated(claim.hedge)}”{whose}" in one.sentence
            assert all(aspect.words in one.sentence for aspect in claim.aspects)


def check_origins(oracle: Oracle, found: list[Finding]) -> None:
    media = {actor.id for actor in oracle.dataset.of_type(Actor) if actor.kind is ActorKind.MEDIA}
    expected = []
    for how in ("passed on", "was said to"):
        resting: dict[str, list[Any]] = {}
        for record in oracle.records:
            actors = (
                set(record.via) if how == "passed on" else media & set(getattr(record, "audience", ())) - {*record.via}
            )
            for actor in actors - {oracle.outlet(record)}:
                resting.setdefault(actor, []).append(record)
        for actor, group in resting.items():
            outlets = sorted({oracle.name(outlet) for outlet in {oracle.outlet(record) for record in group}})
            count = len({oracle.outlet(record) for record in group})
            if count > 1 or actor in media:
                head = "Only one outlet rests" if count == 1 else f"{WORDS[count].title()} outlets rest"
                names = " and ".join(filter(None, (", ".join(outlets[:-1]), outlets[-1])))
                what = (
                    f"what {oracle.name(actor)} passed on"
                    if how == "passed on"
                    else f"what was said to {oracle.name(actor)}"
                )
                expected.append((f"{head} on {what}: {names}.", tuple(sorted({record.id for record in group}))))
    assert sorted((one.sentence, one.records) for one in found) == sorted(expected)


def check_singles(oracle: Oracle, found: list[Finding]) -> None:
    heads = {Section.HEADLINE, Section.STANDFIRST}
    expected = set()
    for type_ in (Statement, Meeting, Action, TerritorialClaim, Vote):
        for key, group in oracle.reports(type_).items():
            outlets = {oracle.outlet(record) for record in group}
            if len(outlets) > 1 or not any(span.section in heads for record in group for span in record.spans):
                continue
            others = [record for record in oracle.of(type_) if oracle.outlet(record) not in outlets]
            alike = any(is_alike(left, right) for left in group for right in others)
            if not alike and any(not record.aspects & NOT_SO for record in group):
                expected.add((key, tuple(sorted(record.id for record in group))))
    if len({oracle.outlet(record) for record in oracle.records}) == 1:
        expected = set()
    own = {(key, ids) for key, ids in expected if says_so_itself(oracle, ids)}
    made = {(one.about, one.records) for one in found}
    assert expected - own <= made <= expected
    for one in found:
        assert one.sentence.startswith(
            f"Nobody but {oracle.name(oracle.outlet(oracle.dataset[one.records[0]]))} reports"
        )


def says_so_itself(oracle: Oracle, ids: Iterable[str]) -> bool:
    """Whether a report has the outlet as a speaker."""
    records: list[Any] = [oracle.dataset[key] for key in ids]
    return any(oracle.outlet(record) in getattr(record, "speakers", ()) for record in records)


def is_alike(left: Any, right: Any) -> bool:
    match left, right:
        case Statement(), Statement():
            return bool({*left.speakers} & {*right.speakers}) and bool({*left.issues} & {*right.issues})
        case TerritorialClaim(), TerritorialClaim():
            return left.challenger == right.challenger and bool({*left.places} & {*right.places})
        case Meeting(), Meeting():
            return len({p.actor for p in left.participants} & {p.actor for p in right.participants}) > 1
        case Action(), Action():
            return left.kind is right.kind and bool({*left.actors} & {*right.actors})
        case _:
            return (left.body, left.on) == (right.body, right.on)


def check_differences(oracle: Oracle, found: list[Finding]) -> None:
    """Compare all differences with those that loops over all pairs of records find, sentence by sentence."""
    expected = expected_differences(oracle.coded)
    assert Counter((one.sentence, one.about, one.records, one.sources) for one in found) == Counter(
        (one.sentence, one.about, one.records, one.sources) for one in expected.elements()
    )
    kinds = {(one.sentence, one.about): one.kind for one in expected}
    in_order = [KINDS.index(kinds[one.sentence, one.about]) for one in found]
    assert in_order == sorted(in_order)


KINDS = [str(kind.value) for kind in ContradictionKind]


CHECKS = {
    FindingKind.DIFFERENCE: check_differences,
    FindingKind.SIDES: check_sides,
    FindingKind.AGREEMENT: check_agreements,
    FindingKind.MEETING: check_meetings,
    FindingKind.CLAIM: check_claims,
    FindingKind.ORIGIN: check_origins,
    FindingKind.SINGLE: check_singles,
}


@pytest.fixture(scope="module")
def bundled() -> Dataset:
    return load_example()


def test_each_kind_is_checked_and_found_in_the_bundled_dataset(bundled: Dataset) -> None:
    assert set(CHECKS) == set(FindingKind) == {found.kind for found in find_findings(bundled)}


@pytest.mark.parametrize("kind", list(FindingKind), ids=lambda kind: str(kind.value))
def test_the_sentences_of_the_bundled_dataset_follow_from_its_records(bundled: Dataset, kind: FindingKind) -> None:
    CHECKS[kind](Oracle(bundled), by_kind(bundled, kind))


@st.composite
def changed(draw: st.DrawFn) -> Dataset:
    """Draw the bundled dataset with other stances, dates, statuses, outlets and marks, so that much is in dispute."""
    chance = draw(st.randoms(use_true_random=False))
    bundled = load_example()
    records: list[Any] = []
    for record in bundled.records:
        match record:
            case Position():
                values: dict[str, Any] = {
                    "stance": chance.choice(list(Stance)),
                    "actor": chance.choice(["russia", "ukraine", record.actor]),
                    "issue": chance.choice(["issue/cession", "issue/sanctions", record.issue]),
                }
            case Meeting():
                values = {"status": chance.choice(list(MeetingStatus)), "when": chance.choice(DATES)}
            case Statement():
                values = {"when": chance.choice(DATES), "via": chance.choice([(), ("afp",), ("lavrov", "mehr-news")])}
            case TerritorialClaim():
                values = {"controlled_by": chance.choice([(), ("russia",), ("ukraine", "russia")])}
            case Source():
                values = {"publisher": chance.choice(["kurdistan24", "zerohedge", None])}
            case _:
                values = {}
        if isinstance(record, Position | TerritorialClaim | Action):
            values["aspects"] = chance.choice([frozenset(), frozenset({Aspect.NEGATED}), record.aspects])
        records.append(attrs.evolve(record, **values))
    return attrs.evolve(bundled, records=records)


DATES = [
    None,
    *map(EventDate.parse, ("2025-09-03", "2025-09-04?", "2025-09", "[2025-08-11..2025-08-20]", "2025-09-05/..")),
]


@pytest.mark.slow
@examples(8)
@given(dataset=changed())
def test_the_sentences_of_a_dataset_full_of_disputes_follow_from_its_records(dataset: Dataset) -> None:
    oracle = Oracle(dataset)
    findings = find_findings(dataset)
    for kind, check in CHECKS.items():
        check(oracle, [found for found in findings if found.kind is kind])


@examples(15)
@given(dataset=disputed())
def test_the_differences_of_sources_that_differ_in_everything_follow_from_their_records(dataset: Dataset) -> None:
    check_differences(Oracle(dataset), by_kind(dataset, FindingKind.DIFFERENCE))


@pytest.mark.slow
def test_every_kind_of_difference_is_drawn_and_derived() -> None:
    """A change to the code of any kind shows in one of these datasets, the same in every run."""
    drawn: Counter[str] = Counter()
    for seed in range(60):
        dataset = disputed_by(random.Random(seed))
        check_differences(Oracle(dataset), by_kind(dataset, FindingKind.DIFFERENCE))
        drawn.update(one.kind for one in expected_differences(dataset))
    assert set(drawn) == set(KINDS)
    assert min(drawn.values()) >= 10


@given(dataset=DATASETS)
@pytest.mark.slow
def test_the_sentences_of_any_dataset_follow_from_its_records(dataset: Dataset) -> None:
    oracle = Oracle(dataset)
    findings = find_findings(dataset)
    for kind, check in CHECKS.items():
        check(oracle, [found for found in findings if found.kind is kind])
    for found in findings:
        assert set(found.records) <= set(dataset)
        assert {dataset[key].source for key in found.records if hasattr(dataset[key], "source")} <= set(found.sources)


def test_titles_are_words_and_never_ids(bundled: Dataset) -> None:
    ids = {record.id for record in bundled.records if "/" in record.id}
    titles = {referent.id: title_of(bundled, referent) for referent in find_referents(bundled)}
    assert not [title for title in titles.values() if any(key in title for key in ids)]
    assert titles["meeting/paris-summit"] == "Summit of European leaders in Paris"
    assert titles["claim/four-regions-demanded"].startswith("Russia demands that a settlement")


def test_only_a_referent_has_a_title(bundled: Dataset) -> None:
    with pytest.raises(ArgumentTypeError, match="expected referent to be a Referent"):
        title_of(bundled, "meeting/paris-summit")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  (on purpose)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-09-04", "Thursday 4 September 2025"),
        ("2025-08-31/2025-09-02", "from Sunday 31 August to Tuesday 2 September 2025"),
        ("2024-12-31/2025-01-01~", "from Tuesday 31 December 2024 to Wednesday 1 January 2025 (approximate)"),
        ("2025/..", "from 2025 on"),
        ("../2025-09", "until September 2025"),
        ("[2025-09-04..]", "on or after Thursday 4 September 2025"),
        ("[2025-09-01?,2025-09-02?,2025-09-03?]", "one day from Monday 1 to Wednesday 3 September 2025 (uncertain)"),
        ("[2025-09-01,2025-09-03]", "Monday 1 September 2025 or Wednesday 3 September 2025"),
        ("{2024,2025}", "2024 and 2025"),
        ("2025-21", "2025-21"),
        ("2025-XX", "2025-XX"),
        ("2025-09-04T10:00:00Z", "2025-09-04T10:00:00Z"),
        ("0000", "0000"),
        ("../..", "../.."),
        ("{2025-01-01..2025-01-03}", "{2025-01-01..2025-01-03}"),
    ],
)
def test_dates_in_words(text: str, words: str) -> None:
    assert date_in_words(EventDate.parse(text)) == words
