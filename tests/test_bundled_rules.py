"""The bundled dataset keeps the countable rules of the guide to encoding; the general ones are the hints of `check`."""

import re

import diplo_events
from diplo_events import (
    Actor,
    Issue,
    Meeting,
    Place,
    Position,
    PositionBasis,
    Source,
    Span,
    SpeechAct,
    Statement,
    TerritorialClaim,
    Unit,
)
from diplo_events.coding import check
from diplo_events.model import EventRecord
from each_case import each_case

EXAMPLE = diplo_events.load_example()
SOURCES = {source.id: source for source in EXAMPLE.of_type(Source)}
ACTORS = {actor.id: actor for actor in EXAMPLE.of_type(Actor)}
ISSUES = {issue.id: issue for issue in EXAMPLE.of_type(Issue)}
STATEMENTS = EXAMPLE.of_type(Statement)
MEETINGS = EXAMPLE.of_type(Meeting)
CLAIMS = EXAMPLE.of_type(TerritorialClaim)
POSITIONS = EXAMPLE.of_type(Position)

WITHOUT_CONTENT = "kurdistan24-intervention/s19.issues"
"""What a party is said to have said, without a word of what; it shows no stand."""


def broader(issue: str) -> set[str]:
    """Return all issues that an issue lies within."""
    outer = ISSUES[issue].broader
    return {outer, *broader(outer)} if outer else set()


def voices(statement: Statement) -> set[str]:
    """Return the speaker, those for whom the words are, and what they belong to."""
    named = {*statement.speakers, *statement.on_behalf_of}
    return named | {group for actor in named for group in ACTORS[actor].member_of}


def evidence(position: Position) -> list[Statement]:
    """Return the statements that carry a position."""
    return [record for record in map(EXAMPLE.__getitem__, position.evidence) if isinstance(record, Statement)]


def overlap(left: Span, right: Span) -> bool:
    """Whether two passages share a character."""
    return left.start < right.end and right.start < left.end


def publisher(record: EventRecord) -> str | None:
    """Return the outlet of the article."""
    return SOURCES[record.source].publisher


def test_the_general_rules_are_kept() -> None:
    assert [hint.path for hint in check(EXAMPLE, style=True).hints] == [WITHOUT_CONTENT]


class TestRepeats:
    def test_a_repeat_is_of_the_time_and_the_identity_of_what_it_repeats(self) -> None:
        repeats = [r for r in (*STATEMENTS, *CLAIMS, *MEETINGS) if r.restates]
        assert len(repeats) > 15
        for record in repeats:
            fuller = EXAMPLE[record.restates or ""]
            assert isinstance(fuller, EventRecord)
            assert record.canonical_id == fuller.canonical_id is not None, record.id
            assert record.when == fuller.when, record.id

    def test_a_source_whose_note_says_that_it_gives_no_day_has_none(self) -> None:
        (source,) = (s for s in SOURCES.values() if "gives a day" in (s.note or ""))
        dated = [r for r in (*STATEMENTS, *POSITIONS) if r.source == source.id and r.when]
        assert dated
        assert "only the outlet's own assertions carry a date" in (source.note or "")
        assert {key for r in dated for key in (r.speakers if isinstance(r, Statement) else (r.actor,))} == {
            source.publisher
        }


class TestActs:
    def test_nobody_but_the_outlet_and_the_parties_to_the_fighting_reports(self) -> None:
        reporting = {key for s in STATEMENTS if SpeechAct.REPORT in s.acts for key in s.speakers}
        outlets = {source.publisher for source in SOURCES.values()}
        assert reporting <= {*outlets, "russia", "russian-defence-ministry"}

    def test_who_speaks_by_office_speaks_for_the_same_in_every_article(self) -> None:
        for speaker in ("zakharova", "von-der-leyen", "lavrov"):
            assert len({frozenset(s.on_behalf_of) for s in STATEMENTS if speaker in s.speakers}) == 1, speaker


class TestIssuesAndPlaces:
    def test_every_issue_is_one_on_which_somebody_has_a_stand(self) -> None:
        assert set(ISSUES) == {position.issue for position in POSITIONS}

    def test_every_place_is_that_of_a_record_or_has_one_in_it(self) -> None:
        used = {place for claim in CLAIMS for place in claim.places}
        used |= {record.place for record in (*STATEMENTS, *MEETINGS) if record.place}
        for place in sorted(used):
            outer = EXAMPLE[place]
            while isinstance(outer, Place) and outer.within:
                used.add(outer.within)
                outer = EXAMPLE[outer.within]
        assert used == {place.id for place in EXAMPLE.of_type(Place)}


class TestClaims:
    def test_a_share_is_vague_says_so_and_is_the_same_for_the_same_land(self) -> None:
        shares = [claim for claim in CLAIMS if claim.extent and claim.extent.unit is Unit.SHARE]
        assert len(shares) > 1
        assert {(claim.extent.low, claim.extent.high) for claim in shares if claim.extent} == {(0.15, 0.25)}
        assert {claim.hedge for claim in shares} == {"about", "roughly"}

    def test_a_hold_without_a_word_of_time_has_no_date(self) -> None:
        lasting = [c for c in CLAIMS if c.canonical_id == "claim/occupation-of-a-fifth" and not c.when_as_reported]
        assert lasting
        assert [claim.id for claim in lasting if claim.when] == []


class TestPositions:
    @each_case("position", POSITIONS, ids=lambda position: position.id)
    def test_the_evidence_is_of_the_issue_and_the_passages_are_those_of_the_evidence(self, position: Position) -> None:
        carrying = evidence(position)
        assert carrying
        for statement in carrying:
            issues = {outer for issue in statement.issues for outer in (issue, *broader(issue))}
            assert position.issue in issues, statement.id
            assert any(overlap(a, b) for a in statement.spans for b in position.spans), statement.id
        meetings = [meeting for meeting in MEETINGS if meeting.source == position.source]
        said, met = ([span for r in records for span in r.spans] for records in (carrying, meetings))
        for span in position.spans:
            allowed = [other for other in said if overlap(span, other)]
            allowed = allowed or [other for other in met if overlap(span, other)]
            assert min(o.start for o in allowed) <= span.start < span.end <= max(o.end for o in allowed), span

    @each_case("position", POSITIONS, ids=lambda position: position.id)
    def test_the_speaker_of_the_evidence_fits_the_basis(self, position: Position) -> None:
        carrying = evidence(position)
        if position.basis is PositionBasis.DECLARED:
            assert position.attributed_by is None
            assert any(position.actor in voices(statement) for statement in carrying)
        else:
            assert position.attributed_by != position.actor
            told = any(position.attributed_by in voices(statement) | {*statement.via} for statement in carrying)
            told |= position.attributed_by == publisher(position) and position.actor in voices(carrying[0])
            assert told, position.attributed_by

    def test_what_the_actor_says_on_the_issue_is_evidence(self) -> None:
        for statement in STATEMENTS:
            for issue in statement.issues:
                own = [p for p in POSITIONS if (p.source, p.issue) == (statement.source, issue)]
                own = [p for p in own if p.actor in {*statement.speakers, *statement.on_behalf_of}]
                if own and SpeechAct.RELAY not in statement.acts:
                    assert any(statement.id in position.evidence for position in own) or any(
                        statement.id in p.evidence for p in POSITIONS if p.issue == issue
                    ), statement.id


REFUSED_FOR_EVER = re.compile(r"unacceptable|(?:cannot|will not|never) (?:accept|allow|recogni[sz]e)", re.IGNORECASE)
"""Words with which an actor says, in its own name, that it will not be moved; as far as they are quoted."""


class TestRedLines:
    def test_the_same_words_draw_one_in_every_article(self) -> None:
        drawn = {
            position.id
            for position in POSITIONS
            if position.basis is PositionBasis.DECLARED
            and any(REFUSED_FOR_EVER.search(quote.text) for record in evidence(position) for quote in record.quotes)
        }
        assert len(drawn) > len(SOURCES)
        assert drawn <= {position.id for position in POSITIONS if position.red_line}

    def test_they_are_those_of_the_texts(self) -> None:
        """Each text was searched for the words of the rule; these positions have them in their passages."""
        assert {position.id for position in POSITIONS if position.red_line} == {
            "digest-foreign-troops/p01",  # will not accept
            "kurdistan24-intervention/p01",  # utterly unacceptable
            "kurdistan24-intervention/p23",  # would never recognise
            "kurdistan24-road-to-nowhere/p01",  # cannot accept
            "opinion-guarantees/p01",  # unacceptable, will never accept
            "opinion-guarantees/p03",  # will not allow
            "zerohedge-guarantees/p01",  # fundamentally unacceptable
            "zerohedge-guarantees/p03",  # unacceptable
        }


def test_every_actor_is_named_by_a_record() -> None:
    assert [actor.id for actor in ACTORS.values() if not EXAMPLE.referring_to(actor.id)] == []
