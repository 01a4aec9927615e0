"""What texts of other kinds than news asked of the model: each row has fields, a law, a codebook entry and real use.

The rows are those of the table by which the model was widened.
"""

import ast
import re
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

import pytest

import diplo_events
import fields_in_use
from diplo_events import (
    ActionKind,
    ActorKind,
    Assertion,
    BallotChoice,
    ClaimKind,
    DocumentKind,
    MeetingKind,
    ParticipantRole,
    PlaceKind,
    QuotationMode,
    SpeechAct,
    UncodedReason,
    Unit,
)
from diplo_events.schema import EVENT_TYPES, fields
from reference import DOCS

TESTS: Final = Path(__file__).parent
CODEBOOK: Final = (DOCS / "codebook.md").read_text(encoding="utf-8")
DATASETS: Final = (
    diplo_events.load_example(),
    diplo_events.read(TESTS.parent / "examples" / "wider_record" / "wider-record.json"),
)
USED: Final = frozenset(place for dataset in DATASETS for place in fields_in_use.used_fields(dataset))
USED_MEMBERS: Final = frozenset(member for dataset in DATASETS for member in fields_in_use.used_members(dataset))
CLASSES: Final = {cls.__name__: cls for cls in fields_in_use.classes()}

VOTES_AND_DOCUMENTS: Final = "model/test_votes_and_documents.py"


class Row(NamedTuple):
    """What answers a row of the table."""

    fields: tuple[tuple[str, str], ...]
    """Classes, each with the names of its fields."""
    members: tuple[Enum, ...]
    """The members of vocabularies."""
    laws: tuple[tuple[str, str], ...]
    """Files of tests, each with the name of a test of what holds for these."""


ROWS: Final[Mapping[str, Row]] = {
    "acts that do not fit": Row(
        (("Statement", "acts"),),
        (
            *(SpeechAct.SIGN, SpeechAct.AGREE, SpeechAct.CEDE, SpeechAct.DELIMIT, SpeechAct.APPOINT, SpeechAct.ADOPT),
            *(SpeechAct.TAKE_NOTE, SpeechAct.SUMMON, SpeechAct.DECIDE, SpeechAct.DENOUNCE_AGREEMENT),
            *(ActionKind.SANCTION, ActionKind.SIGN),
        ),
        (("test_speech_acts.py", "test_plover_events_are_those_of_polecat"),),
    ),
    "verbatim texts": Row(
        (("Statement", "mode"),),
        (QuotationMode.VERBATIM,),
        ((VOTES_AND_DOCUMENTS, "test_own_words_are_a_passage"),),
    ),
    "deeds": Row(
        (("Action", "actors targets kind status place instrument quantities fulfils summary"),),
        (),
        (
            (VOTES_AND_DOCUMENTS, "test_somebody_does_it"),
            ("analysis/test_deeds.py", "test_what_somebody_possibly_did_involves_them_in_an_action"),
        ),
    ),
    "documents and clauses": Row(
        (
            ("Document", "title kind identifiers parties adopted signed in_force until replaces part_of languages"),
            ("Source", "document"),
            ("Statement", "documents"),
            ("Meeting", "documents outcomes"),
            ("TerritorialClaim", "basis_documents"),
        ),
        (DocumentKind.RESOLUTION, DocumentKind.TREATY, DocumentKind.CLAUSE),
        (
            (VOTES_AND_DOCUMENTS, "test_none_ends_before_it_begins"),
            ("property/test_copies.py", "test_a_version_of_a_document_is_no_further_witness"),
        ),
    ),
    "joint voices": Row(
        (("Statement", "speakers on_behalf_of"), ("TerritorialClaim", "asserted_by")),
        (),
        (("test_wider_record.py", "test_one_voice_of_several_is_one_statement_and_a_position_of_each"),),
    ),
    "the time of what is spoken of": Row(
        (("Statement", "about_when about_when_as_reported"),),
        (),
        (("coding/test_calendars.py", "test_both_dates_of_a_record_are_checked"),),
    ),
    "quantities": Row(
        (("Quantity", "low high unit of currency"), *((cls.__name__, "quantities") for cls in EVENT_TYPES)),
        (Unit.MONEY, Unit.VERSTS, Unit.SQUARE_KILOMETRES),
        (
            (VOTES_AND_DOCUMENTS, "test_money_has_a_currency_and_nothing_else_has"),
            ("model/test_territorial_claim.py", "test_a_range_may_have_no_upper_end_and_always_has_a_lower_one"),
        ),
    ),
    "offices and states over time": Row(
        (("Actor", "existed successors former_country roles"), ("Role", "office when")),
        (ActorKind.OFFICE,),
        (
            ("model/test_actor.py", "test_a_role_that_cannot_be"),
            ("coding/test_warnings.py", "test_one_office_held_by_two_at_one_time"),
        ),
    ),
    "meetings of other kinds": Row(
        (("Meeting", "kind participants"), ("Participant", "actor role representing")),
        (
            *(MeetingKind.DEMARCHE, MeetingKind.PRESS_CONFERENCE, MeetingKind.COUNCIL_SESSION, MeetingKind.CABINET),
            *(MeetingKind.PARLIAMENT, MeetingKind.SIGNING),
            *(ParticipantRole.CONVENOR, ParticipantRole.OBSERVER, ParticipantRole.SUMMONED),
        ),
        (("model/test_meeting.py", "test_somebody_may_take_part_in_two_roles_and_not_twice_in_one"),),
    ),
    "questions and answers": Row(
        (("Statement", "responds_to"),),
        (SpeechAct.QUESTION, SpeechAct.DECLINE_COMMENT),
        (("property/test_law_4_fitting_together.py", "test_long_chains_and_rings"),),
    ),
    "conditions": Row(
        (("Statement", "conditions"), ("Meeting", "conditions"), ("Position", "conditions")),
        (),
        (("analysis/test_stances.py", "test_conditions_and_red_lines_of_what_stands_are_kept"),),
    ),
    "claims": Row(
        (("TerritorialClaim", "assertion kind control_since basis_documents asserted_by"),),
        (
            *(Assertion.SOVEREIGN_RIGHTS, Assertion.BOUNDARY, Assertion.CESSION, ClaimKind.MARITIME),
            *(PlaceKind.MARITIME_FEATURE, PlaceKind.ZONE, PlaceKind.BOUNDARY, PlaceKind.AIRSPACE),
        ),
        (("model/test_territorial_claim.py", "test_what_it_cannot_hold"),),
    ),
    "metadata of a source": Row(
        (("Source", "identifiers excerpt dated document translated_from authors recipients"),),
        (UncodedReason.TITLE, UncodedReason.NUMBER, UncodedReason.INVOCATION, UncodedReason.STATUS_NOTICE),
        (("coding/test_time_words.py", "test_a_text_with_a_date_of_its_own_counts_from_that_day"),),
    ),
    "votes": Row(
        (
            ("Vote", "body on occasion result ballots tally summary"),
            ("Ballot", "actor choice"),
            ("Tally", "yes no abstain not_participating absent"),
        ),
        (BallotChoice.VETO, BallotChoice.NOT_PARTICIPATING),
        (
            (VOTES_AND_DOCUMENTS, "test_there_are_no_more_ballots_than_the_tally_counts"),
            (VOTES_AND_DOCUMENTS, "test_what_is_vetoed_is_not_adopted"),
        ),
    ),
}

each_row: Final = pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())


def places_of(row: Row) -> list[tuple[str, str]]:
    """List the fields of a row, each with its class."""
    return [(cls, name) for cls, names in row.fields for name in names.split()]


def part_of_the_codebook(heading: str) -> str:
    """Return what the codebook has below a heading, up to the next one."""
    (found,) = re.findall(rf"(?ms)^#+ {heading}$(.*?)(?=^#|\Z)", CODEBOOK)
    return str(found)


@each_row
def test_it_has_fields(row: Row) -> None:
    places = places_of(row)
    assert places
    assert [place for place in places if place[1] not in {field.name for field in fields(CLASSES[place[0]])}] == []


@each_row
def test_the_codebook_has_its_fields_and_members(row: Row) -> None:
    shared = part_of_the_codebook("Shared by all event records")
    for cls, name in places_of(row):
        assert f"| `{name}` |" in part_of_the_codebook(cls) + shared, (cls, name)
    for member in row.members:
        assert f"| `{member.value}` |" in part_of_the_codebook(type(member).__name__), member


@each_row
def test_it_is_in_real_use(row: Row) -> None:
    assert set(places_of(row)) - USED == set()
    assert set(row.members) - USED_MEMBERS == set()


@each_row
def test_there_is_a_test_of_its_law(row: Row) -> None:
    assert row.laws
    for file, name in row.laws:
        tree = ast.parse((TESTS / file).read_bytes())
        tests = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        assert name in tests
        kinds = {type(node) for node in ast.walk(tests[name])}
        assert ast.Assert in kinds or "raises" in ast.unparse(tests[name])
