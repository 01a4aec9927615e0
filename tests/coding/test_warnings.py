"""Likely slips in names, quotes and offices: found where they are, and not where all is well."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import profiles
from diplo_events import (
    Actor,
    ActorKind,
    Ballot,
    BallotChoice,
    Dataset,
    EventDate,
    Name,
    QuotationMode,
    Role,
    Source,
    SourceKind,
    SpeechAct,
    Statement,
    Tally,
    Vote,
    VoteResult,
    load_example,
)
from diplo_events.coding._warnings import confusable, slips, text_slips
from each_case import each_case
from shared_datasets import DATASETS


def actor(key: str, name: str, *roles: Role, names: tuple[Name, ...] = ()) -> Actor:
    return Actor(id=key, name=name, kind=ActorKind.PERSON, roles=roles, names=names)


def found(*records: Actor | Source | Statement) -> list[str]:
    slipped = list(slips(Dataset(records=records, complete=False)))
    assert all(slip.severity == "warning" for slip in slipped)
    return [str(slip) for slip in slipped]


@each_case(
    ("text", "expected"),
    [
        ("Nor\u00adland", "U+00AD SOFT HYPHEN"),
        ("Nor\u200bland", "U+200B ZERO WIDTH SPACE"),
        ("\u202edraw", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("Anna\u200f", "U+200F RIGHT-TO-LEFT MARK"),
        ("\ufeffAnna", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("Ann\ue000", "U+E000 (no name)"),
        ("Ann\u0378", "U+0378 (no name)"),
        ("A" + "\u0301" * 9, "one has 9"),
    ],
)
def test_what_a_reader_cannot_see(text: str, expected: str) -> None:
    (slip,) = text_slips("a.name", text)
    assert expected in str(slip)
    assert str(slip).startswith("warning: a.name: ")


@each_case("text", ["Anna", "Ngô Đình Diệm", "می‌خواهم", "👩‍🚀", "क्‍ष", "Wałęsa", "東京", "Ḕ̱"])
def test_what_is_written_so(text: str) -> None:
    assert list(text_slips("a.name", text)) == []


def test_a_word_of_two_scripts() -> None:
    (mixed,) = found(actor("a", "Pаvel Novak"))
    assert "its letters are Cyrillic and Latin" in mixed
    assert found(actor("a", "Павел Novak"), actor("b", "IBM社")) == []


def test_names_of_two_actors_that_are_or_look_the_same() -> None:
    assert "b.name" in found(actor("a", "Anna Ré"), actor("b", "Anna Re\u0301"))[0]
    assert any("looks the same" in line for line in found(actor("a", "Осло"), actor("b", "Ocлo")))
    assert found(actor("a", "Anna"), actor("b", "Hanna")) == []


def test_one_office_held_by_two_at_one_time() -> None:
    def holder(key: str, when: str) -> Actor:
        return actor(key, key, Role(title="Prime Minister", organization="n", when=EventDate.parse(when)))

    (slip,) = found(holder("a", "2020-01-01/2022-05-01"), holder("b", "2022-04-01/.."))
    assert slip.startswith("warning: b.roles[0].when")
    assert found(holder("a", "2020-01-01/2022-05-01"), holder("b", "2022-06-01/..")) == []
    assert found(holder("a", "2020/2022"), holder("b", "2022/2024")) == [], "they may follow each other within the year"


def test_somebody_who_speaks_before_the_office_named() -> None:
    statement = Statement(
        id="s", source="t", speakers=("a",), acts=(SpeechAct.STATE,), mode=QuotationMode.INDIRECT, summary="So."
    )
    minister = actor("a", "Anna", Role(title="minister", when=EventDate.parse("2022-04-01/..")))
    early = attrs.evolve(statement, when=EventDate.parse("2021"))
    assert found(minister, early)[0].startswith("warning: s.when")
    assert found(minister, attrs.evolve(statement, when=EventDate.parse("2022"))) == []
    assert found(attrs.evolve(minister, roles=(*minister.roles, Role(title="envoy"))), early) == []


def test_the_bundled_dataset_has_none() -> None:
    assert [str(slip) for slip in slips(load_example())] == []


@pytest.mark.slow
@given(DATASETS)
def test_any_dataset_can_be_looked_at(dataset: Dataset) -> None:
    assert all(slip.severity == "warning" for slip in slips(dataset))


@given(st.text(st.sampled_from("аеорсухABCabc éß"), max_size=12))
def test_a_form_of_a_form_is_itself(text: str) -> None:
    assert confusable(confusable(text)) == confusable(text)


def test_a_source_and_a_quote_are_looked_at_too() -> None:
    source = Source(id="t", title="News\u200b", kind=SourceKind.OTHER)
    assert found(source)[0].startswith("warning: t.title")


def test_a_ballot_of_who_is_not_known_as_a_member_of_the_body() -> None:
    council = Actor(id="council", name="Council", kind=ActorKind.INTERNATIONAL_ORGANIZATION)
    norland = Actor(id="norland", name="Norland", kind=ActorKind.STATE, member_of=("council",))
    sudland = Actor(id="sudland", name="Sudland", kind=ActorKind.STATE)
    vote = Vote(
        id="v",
        source="a",
        body="council",
        result=VoteResult.ADOPTED,
        ballots=tuple(Ballot(actor=key, choice=BallotChoice.YES) for key in ("norland", "sudland")),
        summary="Adopted.",
    )
    (slip,) = slips(Dataset(records=[council, norland, sudland, vote], complete=False))
    assert str(slip) == (
        "warning: v.ballots[1].actor: expected a member of council, found 'sudland'; "
        "add council to its member_of, if it is one"
    )
    nobody = attrs.evolve(norland, member_of=())
    assert list(slips(Dataset(records=[council, nobody, sudland, vote], complete=False))) == []


VOTE = Vote(id="v", source="a", body="council", result=VoteResult.ADOPTED, summary="A vote.")
"""A vote without a count."""


def warned(**fields: Any) -> list[str]:
    """List what is likely a slip in the vote with some fields."""
    return [str(slip) for slip in slips(Dataset(records=[attrs.evolve(VOTE, **fields)], complete=False))]


def test_a_vote_that_is_won_with_none_in_favour() -> None:
    assert warned(tally=Tally(yes=0, no=3)) == [
        (
            "warning: v.result: expected a result that the votes allow, found 'adopted' with none in favour; "
            "correct the result or the tally"
        )
    ]
    assert warned(tally=Tally(yes=0), ballots=(Ballot(actor="norland", choice=BallotChoice.NO),))
    assert not warned(tally=Tally(yes=0))


def test_a_vote_that_is_lost_with_none_against() -> None:
    (slip,) = warned(result=VoteResult.REJECTED, tally=Tally(yes=9, no=0, abstain=0))
    assert "found 'rejected' with none against" in slip


@given(
    st.builds(Tally, **dict.fromkeys(("yes", "no", "abstain"), st.none() | st.integers(0, 3))),
    st.sampled_from(VoteResult),
)
@profiles.examples(60)
def test_a_result_that_some_rule_can_have_is_no_slip(tally: Tally, result: VoteResult) -> None:
    """Majorities, quorums and vetoes differ: only votes that are all on one side speak against a result."""
    lost = result is VoteResult.ADOPTED and not tally.yes
    won = result is VoteResult.REJECTED and not tally.no
    assert lost or won or not warned(result=result, tally=tally)


def test_one_warning_for_each_record_that_shares_a_name() -> None:
    people = [actor(f"a{n:02}", "John Smith") for n in range(40)]
    assert len(found(*people)) == len(people) - 1
    assert all("a00 has the same name" in slip for slip in found(*people))
    assert len(found(actor("a", "John Smith"), actor("b", "John  Smith"))) == 1
    (alike, same) = found(actor("a", "Paris"), actor("b", "P\N{CYRILLIC SMALL LETTER A}ris"), actor("c", "PARIS"))[-2:]
    assert "a has a name that looks the same" in alike
    assert "a has the same name" in same


def test_one_warning_for_each_term_that_overlaps() -> None:
    roles = [Role(title="chair", organization="un", when=EventDate.parse("2020/2024"))]
    holders = [actor(f"a{n:02}", f"N{n}", *roles) for n in range(20)]
    assert sum("one holder of an office" in slip for slip in found(*holders)) == len(holders) - 1
