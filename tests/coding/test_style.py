"""Hints of style: each countable rule of the guide is found broken, and the bundled dataset keeps them."""

import functools
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import (
    Actor,
    ActorKind,
    Dataset,
    EventDate,
    MeetingStatus,
    PositionBasis,
    QuotationMode,
    Source,
    SourceKind,
    SpeechAct,
    Statement,
    load_example,
    write,
)
from diplo_events.cli import main
from diplo_events.coding import Text, check
from diplo_events.coding._style_texts import MOST_CLAUSES, clauses, much_in
from diplo_events.errors import Problem
from diplo_events.model import Name, Quote, Span
from diplo_events.vocab import Aspect, Medium
from each_case import each_case
from shared_datasets import DATASETS

EXAMPLE = load_example()
RECORD: Any = EXAMPLE  # its records are of many types


def hints(dataset: Dataset, **options: Any) -> tuple[Problem, ...]:
    return check(dataset, style=True, **options).hints


@functools.cache
def hints_of_bundled() -> frozenset[Problem]:
    return frozenset(hints(EXAMPLE))


def changed(key: str, **values: Any) -> Dataset:
    record = attrs.evolve(EXAMPLE[key], **values)
    return attrs.evolve(EXAMPLE, records=[record if r.id == key else r for r in EXAMPLE.records])


def first(kind: str, **wanted: Any) -> Iterator[Any]:
    for record in EXAMPLE.records:
        if type(record).__name__ == kind and all(test(getattr(record, name)) for name, test in wanted.items()):
            yield record


REPEAT = next(first("Statement", restates=bool))
REFUSAL = next(first("Statement", acts=lambda acts: SpeechAct.REJECT in acts))
OWN = next(r for r in first("Statement") if r.speakers == (RECORD[r.source].publisher,))
CONDITIONAL = next(first("Meeting", conditions=bool))
CERTAIN = next(first("Meeting", conditions=lambda text: not text))
REJECTED = next(first("Meeting", status=lambda status: status is MeetingStatus.REJECTED))
AT_PLACE = next(first("Meeting", attendance=bool, place=bool))
SHARE = next(first("TerritorialClaim", extent=lambda extent: extent and extent.low < extent.high, hedge=bool))
DECLARED = next(first("Position", basis=lambda basis: basis is PositionBasis.DECLARED))
ATTRIBUTED = next(first("Position", attributed_by=bool))
STANDS = [(position.actor, position.issue, position.stance) for position in first("Position")]
STANDING = next(p for p in first("Position") if STANDS.count((p.actor, p.issue, p.stance)) > 1)
NARROW = next(r for r in first("Statement", issues=bool) if getattr(RECORD[r.issues[0]], "broader", None))
BROADER = RECORD[NARROW.issues[0]].broader
QUOTED = next(r for r in first("Statement", quotes=bool, restates=bool) if len(r.quotes[0].text.split()) > 4)

BROKEN = [
    ("the date of a repeat", REPEAT.id, {"when": EventDate.parse("1999")}, "which it repeats"),
    ("the medium of a repeat", REPEAT.id, {"medium": Medium.CALL}, "one utterance"),
    ("a target is the speaker", REFUSAL.id, {"targets": REFUSAL.speakers}, "other than the speaker"),
    ("a label on a refusal", REFUSAL.id, {"acts": (SpeechAct.REJECT, SpeechAct.CHARACTERIZE)}, "without a label"),
    ("the outlet's medium", OWN.id, {"medium": Medium.SPEECH}, "is its article"),
    ("the outlet's date", OWN.id, {"when": EventDate.parse("1999")}, "as old as the text"),
    ("conditions without their aspect", CONDITIONAL.id, {"aspects": frozenset()}, "aspect hypothetical"),
    ("the aspect without conditions", CERTAIN.id, {"aspects": frozenset({Aspect.HYPOTHETICAL})}, "name the condition"),
    ("a rejected meeting of nobody", REJECTED.id, {"proposed_by": ()}, "who proposed"),
    ("a town without attendance", AT_PLACE.id, {"attendance": None}, "in person"),
    ("a vague figure that is exact", SHARE.id, {"extent": attrs.evolve(SHARE.extent, low=0.2, high=0.2)}, "vagueness"),
    ("another's word is not declared", ATTRIBUTED.id, {"basis": PositionBasis.DECLARED}, "declare"),
    (
        "one's own word is not attributed",
        DECLARED.id,
        {"basis": PositionBasis.ATTRIBUTED, "attributed_by": DECLARED.actor},
        "own word",
    ),
    ("a red line that another draws", ATTRIBUTED.id, {"red_line": True}, "only the actor draws one"),
    ("evidence elsewhere", DECLARED.id, {"spans": (Span(start=0, end=1),)}, "those of its evidence"),
    ("a standing position by itself", STANDING.id, {"canonical_id": None}, "standing position"),
    (
        "an issue beside a narrower",
        NARROW.id,
        {"issues": (*NARROW.issues, RECORD[NARROW.issues[0]].broader)},
        "broader",
    ),
    ("the same words, other acts", QUOTED.id, {"acts": (SpeechAct.PRAISE,)}, "same words have the same acts"),
]


class TestTheBundledDataset:
    def test_has_no_hints_unless_they_are_asked_for(self) -> None:
        assert check(EXAMPLE).hints == ()

    @each_case(("key", "values", "words"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
    @pytest.mark.slow
    def test_a_broken_rule_is_a_hint(self, key: str, values: dict[str, Any], words: str) -> None:
        listed = set(hints(changed(key, **values))) - hints_of_bundled()
        assert any(words in str(problem) for problem in listed)
        assert {problem.severity for problem in listed} == {"hint"}

    def test_a_statement_on_an_issue_without_a_position_is_a_hint(self) -> None:
        position = RECORD[DECLARED.id]
        rest = [r for r in EXAMPLE.records if not (type(r) is type(position) and r.issue == position.issue)]
        (wanted,) = {f"a position on {position.issue} for which this statement is evidence"}
        assert sum(problem.expected == wanted for problem in hints(attrs.evolve(EXAMPLE, records=rest))) > 2

    def test_evidence_on_another_issue_is_a_hint(self) -> None:
        key = DECLARED.evidence[0]
        listed = [p for p in hints(changed(key, issues=())) if p.path == f"{DECLARED.id}.evidence"]
        assert [p.expected for p in listed] == [f"evidence on {DECLARED.issue} or a narrower issue"]

    def test_one_spelling_of_two_actors_in_a_source_is_a_hint(self) -> None:
        macron = RECORD["macron"]
        name = next(n for n in macron.names if n.sources)
        listed = hints(changed("lavrov", names=(Name(text=name.text, sources=name.sources),)))
        assert any("macron has it too" in str(problem) or "lavrov has it too" in str(problem) for problem in listed)


@given(dataset=DATASETS)
def test_any_dataset_has_hints(dataset: Dataset) -> None:
    assert {problem.severity for problem in hints(dataset)} <= {"hint"}


TEXT = "Norland rejected the plan, accused Sudland of delay, and warned of a tariff. Reportedly, Vestland will sign it."


def coded(*passages: tuple[int, int], **values: Any) -> tuple[Dataset, dict[str, Text]]:
    text = Text("a.txt", TEXT)
    source = Source(id="a", title="A", kind=SourceKind.NEWS_ARTICLE, sha256=text.sha256, length=len(TEXT))
    kinds = {"norland": "Norland", "sudland": "Sudland", "vestland": "Vestland"}
    actors = [Actor(id=key, name=name, kind=ActorKind.STATE) for key, name in kinds.items()]
    statements = [
        Statement(
            id=f"s{n}",
            source="a",
            speakers=("norland",),
            acts=(SpeechAct.REJECT,),
            mode=QuotationMode.INDIRECT,
            summary="S.",
            spans=(Span(start=start, end=end),),
            **values,
        )
        for n, (start, end) in enumerate(passages)
    ]
    return Dataset(records=[source, *actors, *statements]), {text.sha256: text}


class TestTexts:
    def paths(self, *passages: tuple[int, int], **values: Any) -> list[str]:
        dataset, texts = coded(*passages, **values)
        assert texts.keys() == {hashlib.sha256(TEXT.encode()).hexdigest()}
        return [problem.path for problem in hints(dataset, texts=texts)]

    def test_one_record_for_three_clauses_is_a_hint(self) -> None:
        first, second = (0, 25), (27, 75)
        assert self.paths((0, 76)) == ["s0.spans"]
        assert self.paths(first, second) == []

    def test_a_target_that_the_passage_does_not_name_is_a_hint(self) -> None:
        assert self.paths((0, 25), (26, 75), targets=("sudland",)) == ["s0.targets"]
        assert self.paths((77, len(TEXT)), targets=("sudland",), hedge="Reportedly") == []  # a pronoun may mean it

    @each_case(("language", "looked_at"), [(None, True), ("en-GB", True), ("und", True), ("fr", False)])
    def test_texts_in_other_languages_are_left_out(self, language: str | None, looked_at: bool) -> None:
        dataset, texts = coded((0, 76))
        in_it = dataset.with_records(attrs.evolve(dataset["a"], language=language))
        assert bool(hints(in_it, texts=texts)) is looked_at

    def test_a_hedge_of_the_passage_is_kept(self) -> None:
        assert self.paths((77, len(TEXT))) == ["s0.hedge"]
        assert self.paths((77, len(TEXT)), hedge="reportedly") == []

    @each_case(
        ("sentence", "many"),
        [
            ("He spoke.", False),
            ("He spoke in London, Paris, and Rome.", False),
            ("The offer covers air, sea, including harbours, and land.", False),
            ("According to the paper, the talks failed, although nobody said so.", False),
            ("The minister, who arrived on Monday, declined to answer; a spokesman said it was too early.", True),
            ("Norland hosted the talks, with its minister insisting on them, while Sudland stayed away.", True),
            ("Norland struck the port and Sudland condemned the attack, but Vestland was silent.", True),
        ],
    )
    def test_clauses_are_counted_by_what_joins_them(self, sentence: str, many: bool) -> None:
        assert (clauses(sentence) > MOST_CLAUSES) is many

    @each_case(
        ("sentence", "much"),
        [
            ("The warning came two days after talks in Veld.", "two events, one beside the other"),
            ("The visit comes as Norland votes on its harbours.", "two events, one beside the other"),
            ("Shells fell on the port even while envoys met in Veld.", "two events, one beside the other"),
            ("Responding to the vote, Sudland closed its ports.", "two events, one beside the other"),
            ("Norland closed its ports in response to the vote.", "two events, one beside the other"),
            (
                "Norland rejected a plan of the envoy, who told the paper that it was fair.",
                "2 clauses with 2 verbs of saying",
            ),
            ("Norland said the plan was fair, but Sudland denied it.", "2 clauses with 2 verbs of saying"),
            ("Norland rejected the plan, saying that it was unfair.", None),
            ("The so-called friends of Veld, which said nothing, left.", None),
            ("He came to Veld by train.", None),
            ("The envoys came before noon.", None),
            ("Norland said that Sudland called the talks off.", None),
            ("The answer, which nobody expected, was no.", None),
        ],
    )
    def test_much_in_a_sentence_is_named(self, sentence: str, much: str | None) -> None:
        assert much_in(sentence) == much

    def test_a_quote_is_one_statement_however_many_clauses_it_has(self) -> None:
        quote = "no, and never; not while I live, which is long; we refuse, and we refuse again"
        text = Text("a.txt", f"“{quote},” he said.")
        dataset, _ = coded((0, len(text.content)))
        span = Span(start=1, end=1 + len(quote))
        statement = attrs.evolve(dataset["s0"], quotes=(Quote(text=quote, span=span),))
        source = attrs.evolve(dataset["a"], sha256=text.sha256, length=len(text.content))
        records = [{"s0": statement, "a": source}.get(record.id, record) for record in dataset.records]
        assert hints(attrs.evolve(dataset, records=records), texts={text.sha256: text}) == ()

    @given(st.text())
    def test_any_text_has_a_number_of_clauses(self, text: str) -> None:
        assert 1 <= clauses(text) <= len(text) + 1


class TestTheCommand:
    @pytest.fixture
    def file(self, tmp_path: Path) -> str:
        write(changed(REJECTED.id, proposed_by=()), tmp_path / "a.json")
        return str(tmp_path / "a.json")

    def test_hints_change_no_exit_code_unless_strict(self, file: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", file, "--style"]) == 0
        out = capsys.readouterr().out
        assert f"hint: {REJECTED.id}.proposed_by: expected who proposed" in out
        assert out.endswith(f"no problems and 2 hints in {len(EXAMPLE)} records\n")
        assert main(["check", file, "--strict"]) == 0
        assert main(["check", file, "--strict", "--style"]) == 1

    def test_json_has_them(self, file: str, capsys: pytest.CaptureFixture[str]) -> None:
        main(["check", file, "--style", "--json"])
        listed = json.loads(capsys.readouterr().out)["hints"]
        assert [hint["severity"] for hint in listed] == ["hint"] * 2
