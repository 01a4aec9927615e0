"""The ledger of identity: what it asks of a dataset, both ways, and how it is read."""

import itertools
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from plain_records import article, plain_statement

import diplo_events
from diplo_events import (
    Dataset,
    InvalidRecordError,
    NotReadableError,
    Statement,
)
from diplo_events.coding import ledger as ledger_module
from diplo_events.coding.ledger import DifferentFrom, Ledger, SameAs, ledger_problems, read_ledger, repeat_problems
from diplo_events.errors import suggestion
from diplo_events.formats import yaml
from diplo_events.formats.located import structure_located
from diplo_events.model import EventRecord
from each_case import each_case
from profiles import examples

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = diplo_events.load_example()
SEEDS = read_ledger(ROOT / "seeds" / "identity.yaml")

RECORDS = ("r1", "r2", "r3", "r4", "r5")
THINGS = ("talks", "visit", "denial")


def dataset_of(things: Mapping[str, str | None]) -> Dataset:
    """Make a dataset of statements with the things that they report."""
    said = [plain_statement(key, "report", canonical_id=thing) for key, thing in things.items()]
    return Dataset(records=[article("report"), *said], complete=False)


def one(thing: str, *members: str) -> SameAs:
    """Make an entry on what is one."""
    return SameAs(id=thing, members=members, because="They are one.")


def apart(*members: str) -> DifferentFrom:
    """Make an entry on what is not."""
    return DifferentFrom(members=members, because="They are two.")


def found(things: Mapping[str, str | None], *entries: SameAs | DifferentFrom) -> list[str]:
    """List what is wrong."""
    same = tuple(entry for entry in entries if isinstance(entry, SameAs))
    different = tuple(entry for entry in entries if isinstance(entry, DifferentFrom))
    return list(map(str, ledger_problems(dataset_of(things), Ledger(same=same, different=different))))


members = st.lists(st.sampled_from(RECORDS), unique=True, max_size=4).map(tuple)
assignments = st.fixed_dictionaries({}, optional={key: st.sampled_from([None, *THINGS]) for key in RECORDS})
entries = st.builds(one, st.sampled_from(THINGS)) | st.builds(
    lambda thing, who: one(thing, *who), st.sampled_from(THINGS), members
)


class TestAgainstTheRuleInOneLine:
    @given(assignments, st.lists(entries, max_size=3, unique_by=lambda entry: entry.id))
    def test_who_shares_an_id_and_who_is_listed_are_the_same(
        self, things: dict[str, str | None], same: list[SameAs]
    ) -> None:
        listed = {entry.id: set(entry.members) for entry in same}
        right = all(
            listed.get(thing, sharing) == sharing and (thing in listed or len(sharing) < 2)
            for thing in THINGS
            for sharing in [{key for key, value in things.items() if value == thing}]
        )
        assert (found(things, *same) == []) is right

    @given(assignments, members)
    def test_those_kept_apart_are_there_and_no_two_share_an_id(
        self, things: dict[str, str | None], who: tuple[str, ...]
    ) -> None:
        listed = [one(t, *sorted(k for k, v in things.items() if v == t)) for t in THINGS if t in things.values()]
        joined = any(
            things[a] is not None and things[a] == things[b]
            for a, b in itertools.combinations([key for key in who if key in things], 2)
        )
        right = not joined and all(key in things for key in who)
        assert (found(things, *listed, apart(*who)) == []) is right

    @given(assignments, st.dictionaries(st.sampled_from(RECORDS), st.sampled_from(RECORDS)))
    def test_a_repeat_is_one_with_what_it_repeats(self, things: dict[str, str | None], repeats: dict[str, str]) -> None:
        forward = {key: fuller for key, fuller in repeats.items() if key < fuller and key in things}
        dataset = dataset_of(things)
        said = [attrs.evolve(record, restates=forward.get(record.id)) for record in dataset.of_type(Statement)]
        apart = {
            f"{key}.canonical_id"
            for key, fuller in forward.items()
            if fuller in things and (things[key] is None or things[key] != things[fuller])
        }
        assert {problem.path for problem in repeat_problems(dataset.with_records(*said))} == apart


class TestMessages:
    def test_a_repeat_that_is_not_one_with_what_it_repeats(self) -> None:
        for thing, hint in (("talks", "write 'talks'"), (None, "give both the same")):
            dataset = dataset_of({"r1": None, "r2": thing})
            repeat = attrs.evolve(dataset.of_type(Statement)[0], restates="r2")
            assert [str(problem) for problem in repeat_problems(dataset.with_records(repeat))] == [
                f"r1.canonical_id: expected the canonical_id of 'r2', which it repeats, found None; {hint}"
            ]

    def test_a_shared_id_without_an_entry(self) -> None:
        assert found({"r1": "talks", "r2": "talks"}) == [
            "talks: expected an entry in the ledger, found none; add it under same, with its reason"
        ]

    def test_a_thing_with_one_report_needs_none(self) -> None:
        assert found({"r1": "talks", "r2": None}) == []

    def test_a_member_without_the_id(self) -> None:
        assert found({"r1": "talks", "r2": "visit"}, one("talks", "r1", "r2")) == [
            "r2.canonical_id: expected 'talks', as the ledger says, found another or none"
        ]

    def test_a_record_that_the_entry_does_not_list(self) -> None:
        (problem,) = found({"r1": "talks", "r2": "talks", "far": "talks"}, one("talks", "r1", "r2"))
        assert problem == (
            "far.canonical_id: expected a member of 'talks', found 'far'; "
            "add it to the entry, or remove the id from the record"
        )

    def test_two_entries_for_one_thing(self) -> None:
        assert found({"r1": "talks", "r2": "talks"}, one("talks", "r1"), one("talks", "r2")) == [
            "same[1].id: expected one entry for each referent, found 'talks' again"
        ]

    def test_near_misses_that_are_joined_or_missing(self) -> None:
        things = {"r1": "talks", "r2": "talks"}
        assert found(things, one("talks", "r1", "r2"), apart("r1", "r2"), apart("r1", "r22")) == [
            "different[0]: expected records with different referents, found 'r1' and 'r2' under 'talks'",
            "different[1]: expected the id of an event record, found 'r22'; did you mean 'r2'?",
        ]
        assert found(things, one("talks", "r1", "r2"), apart("r1", "report")) == [
            "different[0]: expected the id of an event record, found 'report'"
        ]


def test_ids_are_compared_a_bounded_number_of_times(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counted(word: str, known: Collection[str]) -> str | None:
        nonlocal compared
        compared += len(known)
        return suggestion(word, known)

    monkeypatch.setattr(ledger_module, "suggestion", counted)
    misspelt = [f"m{number}" for number in range(ledger_module.MOST_COMPARED // 200)]
    members = [f"r{number}" for number in range(300)]
    dataset = dataset_of(dict.fromkeys(members, "talks"))
    problems = list(ledger_problems(dataset, Ledger(same=(one("talks", *misspelt),), different=(apart(*misspelt),))))
    assert len(problems) == 2 * len(misspelt) + len(members)
    assert 0 < compared <= ledger_module.MOST_COMPARED


def read(text: str) -> Ledger:
    """Read a ledger."""
    return structure_located(yaml.parse_located(text, file="identity.yaml"), Ledger)


class TestReading:
    def test_a_ledger(self) -> None:
        text = """
same:
- id: talks
  members: [r1, r2]
  differs: The day.
  because: There was one round.
different:
- members: [r1, r3]
  because: The second round was a week later.
"""
        assert read(text) == Ledger(
            same=(SameAs(id="talks", members=("r1", "r2"), differs="The day.", because="There was one round."),),
            different=(DifferentFrom(members=("r1", "r3"), because="The second round was a week later."),),
        )

    @each_case(
        ("text", "message"),
        [
            ("same:\n- id: talks\n  members: [r1]\n", "identity.yaml:2:3: same[0].because: expected a value"),
            ("same:\n- id: Talks\n  members: []\n  because: So.\n", "did you mean 'talks'?"),
            (
                "same:\n- id: t\n  members: [a, a]\n  because: So.\n",
                "identity.yaml:3:16: same[0].members[1]: expected each",
            ),
            ("same:\n- id: t\n  members: []\n  reason: So.\n", "expected a field of SameAs, found 'reason'"),
            ("other: []\n", "expected a field of Ledger, found 'other'"),
            ("same: &all []\n", "identity.yaml:1:7: same: expected a plain value, found the anchor &all"),
        ],
    )
    def test_what_is_no_ledger(self, text: str, message: str) -> None:
        with pytest.raises(NotReadableError) as caught:
            read(text)
        assert message in str(caught.value)

    @pytest.mark.parametrize(
        ("make", "fields"),
        [
            (SameAs, {"id": "No Id", "members": (), "because": "So."}),
            (DifferentFrom, {"members": ("a",), "because": " "}),
            (Ledger, {"same": ["talks"]}),
        ],
    )
    def test_values_are_checked_however_they_are_made(self, make: type, fields: dict[str, Any]) -> None:
        with pytest.raises(InvalidRecordError):
            make(**fields)


REPEATED = [record for record in EXAMPLE.records if isinstance(record, EventRecord) and record.canonical_id]
GROUPS = sorted({record.canonical_id for record in REPEATED if record.canonical_id})


class TestTheBundledDataset:
    def test_it_bears_the_ledger_out(self) -> None:
        assert list(ledger_problems(EXAMPLE, SEEDS)) == []

    @examples(50)
    @given(st.sampled_from(REPEATED), st.sampled_from([None, "thing/new", *GROUPS]))
    def test_an_id_that_was_moved_is_found(self, record: EventRecord, thing: str | None) -> None:
        assume(thing != record.canonical_id)
        changed = EXAMPLE.with_records(attrs.evolve(record, canonical_id=thing))
        paths = {problem.path for problem in ledger_problems(changed, SEEDS)}
        assert f"{record.id}.canonical_id" in paths

    def test_every_entry_has_members_of_one_type(self) -> None:
        for entry in SEEDS.same:
            assert len({type(EXAMPLE[member]) for member in entry.members}) == 1
            assert len(entry.members) > 1
