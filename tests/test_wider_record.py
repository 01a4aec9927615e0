"""The wider record: eight texts that are not news of one week, encoded with every type of record."""

import enum
import re
from collections import Counter
from pathlib import Path
from typing import Final

import attrs
import pytest

import diplo_events
import fields_in_use
from diplo_events import (
    Action,
    ActionKind,
    ActionStatus,
    ActorKind,
    Aspect,
    Assertion,
    Attendance,
    BallotChoice,
    ClaimBasis,
    Dataset,
    Document,
    DocumentKind,
    EventDate,
    Meeting,
    MeetingKind,
    MeetingStatus,
    ParticipantRole,
    PlaceKind,
    Position,
    QuotationMode,
    Source,
    SpeechAct,
    Statement,
    TerritorialClaim,
    UncodedReason,
    Unit,
    Vote,
    VoteResult,
    vocab,
)
from diplo_events.analysis import affiliation, build_timeline, mentions, one_mode, stance_matrix
from diplo_events.coding import check, read_texts
from diplo_events.coding.anchoring import words
from diplo_events.corroboration.candidates import find_candidates
from diplo_events.corroboration.contradictions import find_contradictions
from diplo_events.exporters import to_icews, to_plover
from diplo_events.exporters.networkx import to_networkx
from diplo_events.formats import json, jsonl, yaml
from diplo_events.model import EventRecord
from diplo_events.report import brief, describe, html_report
from diplo_events.schema import RECORD_TYPES, fields
from diplo_events.vocab import Term
from each_case import each_case
from reference import DOCS

FOLDER: Final = Path(__file__).parents[1] / "examples" / "wider_record"
COMPILED: Final = FOLDER / "wider-record.json"
TEXTS: Final = read_texts(FOLDER / "texts")
RECORD: Final = diplo_events.read(COMPILED)
INVENTED: Final = {"council-vote", "sanctions", "summons", "telegram", "treaty"}
REAL: Final = {"cairo", "caucasus", "gaggle"}
PAGE: Final = (DOCS / "wider-record.md").read_text(encoding="utf-8")
EVENTS: Final = [record for record in RECORD.records if isinstance(record, EventRecord)]


USED: Final = fields_in_use.used_members(RECORD)
PRACTICE: Final = diplo_events.read(FOLDER.parent / "practice" / "practice.json")
ELSEWHERE: Final = (diplo_events.load_example(), PRACTICE)
USED_ELSEWHERE: Final = frozenset(member for dataset in ELSEWHERE for member in fields_in_use.used_members(dataset))


def text_of(record: object) -> str:
    """Return the text of the source of a record."""
    assert isinstance(record, EventRecord)
    source = RECORD[record.source]
    assert isinstance(source, Source)
    return TEXTS[source.sha256 or ""].content


def test_is_what_the_encodings_compile_to() -> None:
    """If this fails, run `diplo-events compile examples/wider_record -o examples/wider_record/wider-record.json`."""
    result = check(FOLDER, leave_out=COMPILED)
    assert result.problems == ()
    assert result.complete
    assert result.dataset == RECORD
    assert json.dumps(result.dataset).encode() == COMPILED.read_bytes()


def test_the_invented_texts_are_accounted_for_and_only_the_real_ones_are_not_at_hand() -> None:
    result = check(FOLDER, leave_out=COMPILED, texts=FOLDER / "texts")
    assert {problem.path for problem in result.problems} == {f"{key}.sha256" for key in REAL}
    assert {each.source for each in result.coverage} == INVENTED
    assert [each.gaps for each in result.coverage] == [()] * len(INVENTED)


def test_an_article_of_the_treaty_without_records_is_found() -> None:
    fishing = {"treaty/s7", "treaty/c3", "treaty/p1", "treaty/p2"}
    rest = Dataset(records=[record for record in RECORD.records if record.id not in fishing], complete=False)
    gaps = {each.source: each.gaps for each in check(rest, texts=TEXTS).coverage}
    assert {source: len(places) for source, places in gaps.items() if places} == {"treaty": 1}
    ((start, end),) = gaps["treaty"]
    assert text_of(RECORD["treaty/s1"])[start:end].startswith("The fishermen of Sudland")


def test_has_no_prose_of_the_real_texts_but_quoted_words() -> None:
    for source in RECORD.of_type(Source):
        texts = [value for value in attrs.astuple(source, recurse=False) if isinstance(value, str)]
        assert source.id in INVENTED or max(map(len, texts)) < (source.length or 0) / 2
    assert {path.stem for path in (FOLDER / "texts").iterdir()} == INVENTED


def test_has_every_type_of_record() -> None:
    assert {type(record) for record in RECORD.records} == set(RECORD_TYPES.values())


@each_case(
    "vocabulary",
    [
        ActionStatus,
        Attendance,
        BallotChoice,
        ClaimBasis,
        DocumentKind,
        MeetingStatus,
        ParticipantRole,
        Unit,
        VoteResult,
    ],
    ids=lambda v: v.__name__,
)
def test_every_member_is_in_use(vocabulary: type[enum.Enum]) -> None:
    assert set(vocabulary) - USED == set()


@pytest.mark.parametrize(
    "vocabulary",
    [ActionKind, ActorKind, Assertion, Aspect, MeetingKind, PlaceKind, QuotationMode, SpeechAct, UncodedReason],
    ids=lambda v: v.__name__,
)
def test_every_member_is_in_use_here_or_in_another_dataset(vocabulary: type[enum.Enum]) -> None:
    assert set(vocabulary) - USED - USED_ELSEWHERE == set()


@pytest.mark.parametrize("module", [json, jsonl, yaml], ids=["json", "jsonl", "yaml"])
def test_round_trips(module: object) -> None:
    text = module.dumps(RECORD)
    assert module.loads(text) == RECORD
    assert module.dumps(module.loads(text)) == text


class TestWhatTheTextsShow:
    def test_one_voice_of_several_is_one_statement_and_a_position_of_each(self) -> None:
        joint = RECORD["cairo/s4"]
        assert isinstance(joint, Statement)
        assert joint.speakers == ("shoukry", "dendias", "christodoulides", "le-drian")
        same = [record for record in RECORD.of_type(Statement) if record.spans == joint.spans]
        assert same == [joint]
        resting = [record.actor for record in RECORD.of_type(Position) if record.evidence == (joint.id,)]
        assert sorted(resting) == ["cyprus", "egypt", "france", "greece"]

    @pytest.mark.parametrize("source", ["treaty", "gaggle"])
    def test_verbatim_texts_need_no_quotes(self, source: str) -> None:
        verbatim = [
            record
            for record in RECORD.of_type(Statement)
            if record.source == source and record.mode is QuotationMode.VERBATIM
        ]
        assert len(verbatim) > 10
        assert [record.id for record in verbatim if record.quotes] == []

    def test_the_span_of_a_verbatim_statement_is_its_words(self) -> None:
        cession = RECORD["treaty/s2"]
        assert isinstance(cession, Statement)
        assert words(cession, text_of(cession)) == (
            "Sudland cedes to Norland the island of Skarn, with its rocks and reefs",
        )

    def test_ballots_agree_with_the_tally(self) -> None:
        vote = RECORD["council-vote/v1"]
        assert isinstance(vote, Vote)
        assert vote.tally is not None
        choices = Counter(ballot.choice for ballot in vote.ballots)
        choices[BallotChoice.NO] += choices.pop(BallotChoice.VETO)
        assert {choice.value: number for choice, number in choices.items()} == attrs.asdict(vote.tally)

    def test_deeds_follow_the_words_that_announced_them(self) -> None:
        deeds = [record for record in RECORD.of_type(Action) if record.fulfils]
        assert {record.id for record in deeds} == {"treaty/a2", "treaty/a3", "sanctions/a4", "sanctions/a11"}
        for deed in deeds:
            said = RECORD[deed.fulfils or ""]
            assert isinstance(said, Statement)
            assert set(said.speakers) & set(deed.actors)

    def test_the_advice_of_an_envoy_is_not_a_stance_of_his_state(self) -> None:
        holders = {record.actor for record in RECORD.of_type(Position) if record.source == "telegram"}
        assert "arden" in holders
        assert "westria" not in holders

    def test_a_document_is_an_outcome_of_the_meeting_that_adopted_it(self) -> None:
        meeting = RECORD["council-vote/m1"]
        assert isinstance(meeting, Meeting)
        documents = {key for key in meeting.outcomes if isinstance(RECORD[key], Document)}
        assert documents == {vote.on for vote in RECORD.of_type(Vote) if vote.id == "council-vote/v2"}

    def test_a_stand_that_is_given_up_is_replaced_by_the_later_one(self) -> None:
        later = RECORD["sanctions/p7"]
        assert isinstance(later, Position)
        earlier = RECORD[later.supersedes or ""]
        assert isinstance(earlier, Position)
        assert (earlier.actor, earlier.issue) == (later.actor, later.issue)
        cells = stance_matrix(RECORD, at=EventDate.parse("2033-07-08")).cells
        assert [cell.stance for cell in cells if (cell.actor, cell.issue) == (later.actor, later.issue)] == [
            later.stance
        ]

    def test_a_boundary_that_both_accept_is_one_claim(self) -> None:
        claims = [record for record in RECORD.of_type(TerritorialClaim) if record.source == "treaty"]
        assert [record.asserted_by for record in claims if record.assertion.value == "boundary"] == [
            ("norland", "sudland")
        ]


class TestEverythingRunsOverIt:
    def test_brief_and_show(self) -> None:
        text = "\n".join(brief(RECORD))
        assert all(source.title in text for source in RECORD.of_type(Source))
        for record in EVENTS:
            assert any("\n".join(describe(RECORD, record.id)).split())

    def test_page(self) -> None:
        page = html_report(RECORD)
        assert [record.id for record in EVENTS if record.id not in page] == []

    def test_rows(self) -> None:
        for export in (to_plover(RECORD), to_icews(RECORD)):
            written = {key for row in export.rows for key in row.records}
            left = {key for each in export.not_exported for key in each.records}
            assert {"sanctions/a2", "summons/a3"} <= written
            assert written | left >= {record.id for record in RECORD.of_type(Action)}

    def test_networks(self) -> None:
        pairs = mentions(RECORD)
        assert to_networkx(one_mode(pairs)).number_of_edges()
        assert to_networkx(affiliation(pairs), two_modes=True).number_of_edges()

    def test_timeline_stances_and_corroboration(self) -> None:
        assert build_timeline(RECORD)
        assert stance_matrix(RECORD)
        assert find_contradictions(RECORD) is not None
        assert find_candidates(RECORD) is not None


@each_case("source", sorted(INVENTED | REAL))
def test_the_page_on_the_record_has_a_row_for_each_text(source: str) -> None:
    assert any(line.startswith(f"| `{source}`") for line in PAGE.splitlines())


def test_the_page_on_the_record_lists_exactly_the_members_that_no_text_shows() -> None:
    listed = {
        name: set(re.findall(r"`(\w+)`", members)) for name, members in re.findall(r"(?m)^- \*\*(\w+)\*\*: (.*)$", PAGE)
    }
    vocabularies: list[type[Term]] = [
        SpeechAct,
        ActionKind,
        *(getattr(vocab, name) for name in vocab.__all__ if name != "Term"),
    ]
    unused = {
        vocabulary.__name__: {member.value for member in vocabulary} - {member.value for member in seen}
        for vocabulary in vocabularies
        for seen in [{member for member in USED | USED_ELSEWHERE if isinstance(member, vocabulary)}]
    }
    assert listed == {name: members for name, members in unused.items() if members}


def test_the_page_on_the_record_lists_exactly_the_fields_that_no_text_shows() -> None:
    used = {place for dataset in (RECORD, *ELSEWHERE) for place in fields_in_use.used_fields(dataset)}
    unused: dict[str, set[str]] = {}
    for cls in fields_in_use.classes():
        names = {field.name for field in fields(cls)} - {"extra"}
        unused[cls.__name__] = {name for name in names if (cls.__name__, name) not in used}
    listed = {name: set(re.findall(r"`(\w+)`", rest)) for name, rest in re.findall(r"(?m)^- `(\w+)`: (.*)$", PAGE)}
    assert listed == {name: names for name, names in unused.items() if names}
    assert "extra" not in {name for _, name in used}
