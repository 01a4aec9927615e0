"""What each type of event record says in words, on the terminal and on the page: nothing missing, nothing added."""

import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Action,
    Aspect,
    Assertion,
    Dataset,
    Issue,
    Meeting,
    Participant,
    ParticipantRole,
    Position,
    Quantity,
    SpeechAct,
    Statement,
    TerritorialClaim,
    Unit,
    Vote,
    load_example,
)
from diplo_events.dates.in_words import date_in_words
from diplo_events.errors import ArgumentTypeError
from diplo_events.model import OPEN, EventRecord
from diplo_events.report import Style, brief, html_report
from diplo_events.report.in_words import CLAIMS, words_of
from diplo_events.report.lines import DataText, line_text
from diplo_events.strategies import actions, meetings, positions, statements, territorial_claims, votes
from each_case import each_case

EXAMPLE = load_example()
LINES = list(brief(EXAMPLE, style=Style(width=10_000)))
PAGE = html_report(EXAMPLE)


def name(key: str) -> str:
    """Return what a reader calls a record."""
    record = EXAMPLE[key]
    return next(getattr(record, field) for field in ("name", "label", "title") if hasattr(record, field))


@attrs.frozen(kw_only=True)
class Texts:
    """The words of a record as the terminal has them."""

    subject: str
    predicate: str
    text: str
    quotes: tuple[str, ...]
    notes: list[str]


def words(record: EventRecord, dataset: Dataset = EXAMPLE) -> Texts:
    spoken = words_of(dataset, record)
    return Texts(
        subject=line_text(spoken.subject),
        predicate=line_text(spoken.predicate),
        text=line_text(spoken.text),
        quotes=tuple(line_text([quote]) for quote in spoken.quotes),
        notes=list(map(line_text, spoken.notes)),
    )


def marks(record: EventRecord) -> str:
    """Return the aspects and the hedge of a record as they stand behind what it says."""
    aspects = [aspect.value for aspect in Aspect if aspect in record.aspects]
    said = [*aspects, *([f"“{record.hedge}”"] if record.hedge else [])]
    return f" ({', '.join(said)})" if said else ""


def said(key: str) -> str:
    """Return who said what in a statement."""
    statement = EXAMPLE[key]
    assert isinstance(statement, Statement)
    return f"{', '.join(map(name, statement.speakers))}: {statement.summary}"


@pytest.mark.parametrize("statement", EXAMPLE.of_type(Statement), ids=lambda record: record.id)
def test_a_statement_says_who_does_what_to_whom_and_what_it_answers(statement: Statement) -> None:
    directed, _, acts = words(statement).predicate.removesuffix(marks(statement)).rpartition(": ")
    assert words(statement).subject == ", ".join(map(name, statement.speakers))
    assert acts.split(", ") == [act.value.replace("_", " ") for act in statement.acts]
    assert directed == (" → " + ", ".join(map(name, statement.targets)) if statement.targets else "")
    assert words(statement).text == statement.summary
    assert words(statement).quotes == tuple(f"“{quote.text}”" for quote in statement.quotes)
    answered = [f"answers {said(key)}" for key in statement.responds_to]
    passed_on = [f"passes on {said(key)}" for key in statement.reports]
    assert [note for note in words(statement).notes if note.startswith(("answers ", "passes on "))] == [
        *answered,
        *passed_on,
    ]


def test_a_threat_under_a_condition_that_is_only_reported_says_so() -> None:
    threat = attrs.evolve(
        EXAMPLE.of_type(Statement)[0],
        acts=(SpeechAct.THREATEN,),
        aspects=frozenset({Aspect.HYPOTHETICAL, Aspect.FUTURE}),
        hedge="reportedly",
        conditions="troops come",
    )
    assert words(threat).predicate.endswith(": threaten (future, hypothetical, “reportedly”)")
    assert "on condition: troops come" in words(threat).notes


@given(st.one_of(statements(), actions(), meetings(), votes(), territorial_claims(), positions()))
def test_no_record_is_said_without_what_it_takes_back(record: EventRecord) -> None:
    head = line_text(words_of(Dataset(), record).head)
    assert all(aspect.value in head for aspect in record.aspects)
    if record.hedge:
        assert line_text([DataText(f"“{record.hedge}”")]) in head


@each_case("meeting", EXAMPLE.of_type(Meeting), ids=lambda record: record.id)
def test_a_meeting_says_who_met_where_and_on_what_it_depends(meeting: Meeting) -> None:
    place = f", {name(meeting.place)}" if meeting.place else ""
    assert words(meeting).subject + words(meeting).predicate == (
        f"{meeting.title}: {meeting.status.value.replace('_', ' ')}{place}{marks(meeting)}"
    )
    present = re.split(r", (?=[^)]*(?:\(|$))", words(meeting).text) if meeting.participants else []
    assert len(present) == len(meeting.participants)
    for text, participant in zip(present, meeting.participants, strict=True):
        role = "" if participant.role is ParticipantRole.ATTENDEE else f" ({participant.role.value})"
        assert text == name(participant.actor) + role
    conditions = [f"depends on: {meeting.conditions}"] if meeting.conditions else []
    proposals = ["proposed by " + ", ".join(map(name, meeting.proposed_by))] if meeting.proposed_by else []
    assert words(meeting).notes == conditions + proposals


@given(territorial_claims())
def test_a_claim_says_who_claims_which_land_against_whom_and_who_holds_it(claim: TerritorialClaim) -> None:
    spoken = words_of(Dataset(), claim)
    head, notes = line_text(spoken.head), list(map(line_text, spoken.notes))
    for key in (*claim.asserted_by, claim.challenger, *filter(None, [claim.target])):
        assert line_text([DataText(key)]) in head
    assert line_text([DataText(claim.territory)]) in head
    assert CLAIMS[claim.assertion].split("{")[0].strip() in head
    for keys, label in (
        (claim.places, "place"),
        (claim.controlled_by, "controlled"),
        (claim.recognized_holder, "belongs by right"),
        (claim.basis_documents, "rests on"),
    ):
        assert not keys or any(note.startswith(label) and all(key in note for key in keys) for note in notes)
    assert not claim.control_since or any(f"since {date_in_words(claim.control_since)}" in note for note in notes)
    assert all(any(basis.words in note for note in notes) for basis in claim.basis)


def test_a_claim_is_a_sentence() -> None:
    says = {claim.id: line_text(words_of(EXAMPLE, claim).head) for claim in EXAMPLE.of_type(TerritorialClaim)}
    assert says["kurdistan24-intervention/c04"] == (
        "Kurdistan24 says that Russia holds by force Some twenty per cent of Ukraine, the parts not named; "
        "against Ukraine (“about”)"
    )
    assert {key.value: phrase.count("{land}") for key, phrase in CLAIMS.items()} == {a.value: 1 for a in Assertion}
    claim = EXAMPLE.of_type(TerritorialClaim)[0]
    four = Quantity(low=4, high=4, unit=Unit.COUNT, of="regions")
    assert words(attrs.evolve(claim, extent=None)).text == claim.summary
    assert words(attrs.evolve(claim, extent=four)).text == f"{claim.summary} (4 regions)"
    person = attrs.evolve(claim, challenger="trump", asserted_by=("trump",))
    assert words(person).predicate.startswith(" says that Donald Trump wants ")
    for assertion, end in (("withdrawal_demand", "Ukraine to leave"), ("cession", "; the other side is Ukraine")):
        assert end in words(attrs.evolve(claim, assertion=Assertion(assertion))).predicate
    alone = attrs.evolve(claim, assertion=Assertion.NON_RECOGNITION, target=None)
    assert "that anybody else lawfully holds" in words(alone).predicate


@each_case("position", EXAMPLE.of_type(Position), ids=lambda record: record.id)
def test_a_position_says_how_firm_it_is_and_who_says_so(position: Position) -> None:
    by = f" by {name(position.attributed_by)}" if position.attributed_by else ""
    who = f"{name(position.actor)} on {name(position.issue)}"
    stance = f"{who}: {position.stance.value.replace('_', ' ')} ({position.basis.value}{by})"
    for red_line, mark in ((True, ", a red line"), (False, "")):
        for conditions, end in (("it rains", ", on condition: it rains"), (None, "")):
            changed = words(attrs.evolve(position, red_line=red_line, conditions=conditions))
            assert changed.subject + changed.predicate == stance + mark + end + marks(position)
    assert words(position).text == position.summary


@pytest.mark.parametrize("type_", [Statement, Meeting])
def test_a_record_says_how_much_and_of_what(type_: type[Statement] | type[Meeting]) -> None:
    record: Statement | Meeting = EXAMPLE.of_type(type_)[0]
    quantities = (
        Quantity(low=0.3, high=0.36, unit=Unit.SHARE, of="its army"),
        Quantity(low=3, high=3, unit=Unit.MILES, of="of road"),
    )
    bare, counted = (words(attrs.evolve(record, quantities=some)).notes for some in ((), quantities))
    assert counted == [*bare, "30–36 % of its army", "3 miles of road"]


class TestBothReports:
    def lines_of(self, record: EventRecord) -> list[str]:
        """Return the lines of a record in the brief, down to the one with its id."""
        last = next(n for n, line in enumerate(LINES) if line.endswith(f"[{record.id}]"))
        first = last
        while not re.match(r"  (?! )", LINES[first]):
            first -= 1
        return [line.strip() for line in LINES[first : last + 1]]

    @pytest.mark.parametrize("cls", [Statement, Meeting, TerritorialClaim])
    def test_say_all_the_words_in_their_order(self, cls: type[EventRecord]) -> None:
        for record in EXAMPLE.of_type(cls):
            said = words(record)
            every = [said.subject + said.predicate, *filter(None, [said.text]), *said.quotes, *said.notes]
            if record.restates is None:
                assert self.lines_of(record)[:-1] == [
                    " ".join(part.split()) if part not in every[:1] else part for part in every
                ]
            article = PAGE[PAGE.index(f'<article class="record" id="{record.id}"') :].partition("</article>")[0]
            text = re.sub("\n+", "\n", re.sub(r"</?(?:bdi|a|code)[^>]*>", "", article).replace("<", "\n<"))
            text = re.sub(r"<[^>]*>", "", text).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
            at = 0
            for part in [said.subject, said.predicate, *filter(None, [said.text]), *said.quotes]:
                at = text.index(part, at) + len(part)
            for note in said.notes:
                at = text.index(note[1:], at)

    def test_the_brief_tells_the_time_and_the_manner_of_a_statement(self) -> None:
        for statement in EXAMPLE.of_type(Statement):
            if statement.restates is None:
                last = self.lines_of(statement)[-1]
                assert last.endswith(f", {statement.mode.value.replace('_', ' ')}  [{statement.id}]")
                assert last.startswith(
                    str(statement.when) if statement.when else "no date" if not statement.when_as_reported else "“"
                )

    def test_the_brief_lists_positions_from_against_to_for(self) -> None:
        bars = {"◀◀": -2, "◀ ": -1, " ●": 0, " ▶": 1, "▶▶": 2}
        numbers: list[int] = []
        shown = 0
        for line in LINES:
            if match := re.match(r"    (◀◀|◀ | ●| ▶|▶▶) (.*?): ", line):
                assert not numbers or numbers[-1] <= bars[match[1]]
                numbers.append(bars[match[1]])
                shown += 1
            elif re.match(r"  (?! )", line):
                numbers = []
        assert shown == len(EXAMPLE.of_type(Position))

    def test_the_brief_marks_red_lines_and_conditions(self) -> None:
        text = "\n".join(LINES)
        positions = EXAMPLE.of_type(Position)
        assert text.count(" red line") == sum(position.red_line for position in positions)
        assert text.count(" under conditions") == sum(position.conditions is not None for position in positions)
        for position in positions:
            if position.red_line:
                marks = " red line" + " under conditions" * bool(position.conditions)
                assert f"{name(position.actor)}{marks}: {' '.join(position.summary.split())}" in text

    def test_the_page_says_through_whom_a_report_came(self) -> None:
        reported = [record for cls in (Statement, Meeting) for record in EXAMPLE.of_type(cls)]
        assert PAGE.count(" · via ") == sum(
            bool(record.via)
            for cls in (Statement, Action, Meeting, Vote, TerritorialClaim, Position)
            for record in EXAMPLE.of_type(cls)
        )
        assert any(record.via for record in reported)


def test_a_participant_of_two_records_is_not_confused() -> None:
    both = (Participant(actor="lavrov"), Participant(actor="lavrov", role=ParticipantRole.HOST))
    meeting = attrs.evolve(EXAMPLE.of_type(Meeting)[0], participants=both)
    assert words(meeting, Dataset()).text == "lavrov, lavrov (host)"


def test_what_has_no_words_is_refused_and_what_is_open_is_named() -> None:
    bare = EventRecord(id="e", source="s")
    with pytest.raises(ArgumentTypeError, match="expected a record of one of the types, found EventRecord"):
        words_of(EXAMPLE, bare)
    draft = attrs.evolve(EXAMPLE.of_type(Statement)[0], acts=OPEN)
    assert words(draft).subject == "not coded yet: acts"
    assert words(draft).text.startswith("source: ")


def test_reference_records_are_a_phrase_too() -> None:
    heads = {key: line_text(words_of(EXAMPLE, EXAMPLE[key]).head) for key in ("place/beijing", "lavrov", "russia")}
    assert heads["place/beijing"] == "Beijing: settlement in China"
    assert heads["lavrov"].startswith("Sergey Lavrov: person of ")
    assert heads["russia"] == "Russia: state"
    issue = EXAMPLE.of_type(Issue)[0]
    assert line_text(words_of(EXAMPLE, issue).text) == issue.proposition
