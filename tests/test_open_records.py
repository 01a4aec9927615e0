"""Records that are not coded yet go through every analysis: skipped where it needs what is open, and counted."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import diplo_events
from diplo_events import OPEN, Dataset, EventDate, Position, SpeechAct, Statement
from diplo_events.analysis import answers, build_series, mentions, stance_matrix
from diplo_events.analysis.deeds import Did
from diplo_events.analysis.query import Has, Involves
from diplo_events.analysis.ties import ties
from diplo_events.cli import main
from diplo_events.coding import check, compare_codings
from diplo_events.corroboration import corroborate
from diplo_events.exporters.plover import to_plover
from diplo_events.model.nodes import openable_names
from diplo_events.open_records import coded, draft_notes, open_counts
from diplo_events.report.html import html_report
from diplo_events.report.terminal import brief, describe
from diplo_events.schema import RECORD_TYPES, Record
from stance_records import ACTORS, ISSUES, SOURCES, position, statement
from test_every_date import ask_everything
from wider_records import EXAMPLE

AT = EventDate.parse("2025-09-04")
TEXT = attrs.evolve(SOURCES[0], id="text", sha256="0" * 64)


def with_open(record: Record, *names: str) -> Record:
    return attrs.evolve(record, **dict.fromkeys(names, OPEN))


def small() -> Dataset:
    """Make a dataset with a few of all types of records."""
    records: list[Record] = [r for cls in RECORD_TYPES.values() for r in EXAMPLE.of_type(cls)[:2]]
    return Dataset(records=records, complete=False)


SMALL = small()


def opened() -> Iterator[tuple[str, Dataset]]:
    """List the dataset with everything open, and with each field open that can be, in all records that have it."""
    for cls in RECORD_TYPES.values():
        for name in openable_names(cls):
            records = [with_open(r, name) if type(r) is cls else r for r in SMALL.records]
            yield f"{cls.__name__}.{name}", attrs.evolve(SMALL, records=records)
    yield "all", attrs.evolve(SMALL, records=[with_open(r, *openable_names(type(r))) for r in SMALL.records])


OPENED = dict(opened())


@pytest.mark.parametrize("name", OPENED)
@pytest.mark.slow
def test_no_analysis_needs_what_is_open(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dataset = OPENED[name]
    assert all(answer is not None for answer in ask_everything(dataset, AT))
    assert check(dataset, style=True).complete
    for of in ("votes", "statements", "documents", "meetings"):
        assert ties(dataset, of=of).items is not None
    assert all(list(describe(dataset, record.id)) for record in dataset.records)
    file = tmp_path / "draft.json"
    diplo_events.write(dataset, file)
    for kind in ("statement", "action", "meeting", "vote", "territorial_claim", "position"):
        assert main(["show", "--type", kind, str(file)]) == 0
    number = len(dataset.of_type(EXAMPLE.of_type(Statement)[0].__class__))
    assert capsys.readouterr().out.count("statement, ") >= number
    for line in (*brief(dataset), html_report(dataset)):
        assert "OPEN" not in line


class TestSkipped:
    WHOLE = (
        position("p1", 1, "2025-09-03"),
        statement("s1", "2025-09-03", targets=("sudland",), issues=("issue/fish",)),
    )

    def dataset(self, *names: str) -> Dataset:
        records = [with_open(r, *(n for n in names if n in openable_names(type(r)))) for r in self.WHOLE]
        return Dataset(records=[*ACTORS, *ISSUES, *SOURCES, *records])

    def test_a_stance_that_is_open_is_nobodys(self) -> None:
        assert stance_matrix(self.dataset("summary")).cells
        assert not stance_matrix(self.dataset("stance")).cells
        assert build_series(self.dataset("summary"))
        assert not build_series(self.dataset("stance"))

    def test_a_network_has_only_what_it_needs(self) -> None:
        for of, name in (("positions", "actor"), ("statements", "acts")):
            assert mentions(self.dataset("summary", "mode"), of=of).items
            assert mentions(self.dataset("summary", "basis", "mode"), of=of, bases=None).items
            assert not mentions(self.dataset(name), of=of, bases=None).items

    def test_a_question_about_an_open_field_stays_open(self) -> None:
        dataset = self.dataset("speakers", "acts", "stance")
        assert answers(dataset, Has(SpeechAct.REJECT))["s1"] is None
        assert answers(dataset, Has(SpeechAct.REJECT))["p1"] is False
        assert answers(dataset, Involves("norland", roles=("speakers",)))["s1"] is None
        assert answers(dataset, Involves("sudland"))["s1"] is True  # a target, whoever speaks
        assert answers(dataset, Did("norland"))["s1"] is False

    def test_a_deed_that_is_open_may_be_any(self) -> None:
        action = EXAMPLE.of_type(diplo_events.Action)[0]
        for name in ("actors", "kind", "status"):
            dataset = EXAMPLE.with_records(with_open(action, name))
            question = Did(action.actors[0], action.kind, status=action.status)
            assert answers(EXAMPLE, question)[action.id] is True
            assert answers(dataset, question)[action.id] is None

    def test_what_is_open_neither_confirms_nor_contradicts(self) -> None:
        records = [position(key, 1, "2025-09-03", canonical_id="position/x", source=source.id) for key, source in
                   zip(("p1", "p2"), SOURCES, strict=False)]  # fmt: skip
        base = [*ACTORS, *ISSUES, *SOURCES]
        whole = corroborate(Dataset(records=[*base, *records]))
        draft = corroborate(Dataset(records=[*base, records[0], with_open(records[1], "stance")]))
        of_stance = [next(c for c in found if c.referent == "position/x")["stance"] for found in (whole, draft)]
        sources = [{key for a in verdict.attestations for key in a.sources} for verdict in of_stance]
        assert sources == [{SOURCES[0].id, SOURCES[1].id}, {SOURCES[0].id}]

    def test_a_row_needs_its_act(self) -> None:
        reasons = {item.referent: item.reason.value for item in to_plover(self.dataset("acts")).not_exported}
        assert reasons["s1"] == "not_coded"

    def test_coders_do_not_disagree_on_what_is_open(self) -> None:
        spans = (diplo_events.Span(start=0, end=9),)
        one = attrs.evolve(self.WHOLE[0], source="text", spans=spans)
        first, second = (
            Dataset(records=[*ACTORS, *ISSUES, *SOURCES, TEXT, record]) for record in (one, with_open(one, "stance"))
        )
        (of,) = [t for t in compare_codings(first, second, resamples=2).types if t.type is Position]
        counts = {variable.name: (variable.units, variable.open) for variable in of.variables}
        assert (counts["stance"], counts["basis"], of.disagreements) == ((0, 1), (1, 0), ())


class TestCounted:
    def test_the_dataset_without_drafts(self) -> None:
        whole = OPENED["Statement.summary"]
        assert coded(SMALL) is SMALL
        assert coded(whole, "acts") is whole
        assert {type(r) for r in whole.records} - {type(r) for r in coded(whole).records} == {Statement}
        assert open_counts(whole) == {"statement": {"summary": 2}}
        everything = Counter(name for r in OPENED["all"].records for name in r.open)
        counted = Counter[str]()
        for names in open_counts(OPENED["all"]).values():
            counted.update(names)
        assert counted == everything

    def test_a_reader_sees_how_much_is_left_out(self) -> None:
        whole = OPENED["Statement.summary"]
        (note,) = draft_notes(whole)
        assert note == "2 records are left out, whose coding is not finished: statement (summary 2)"
        assert note in list(brief(whole))
        assert note in html_report(whole)
        assert not list(draft_notes(SMALL))

    def test_a_package_of_drafts_must_be_asked_for(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        diplo_events.write(OPENED["all"], tmp_path / "draft.json")
        command = ["package", str(tmp_path / "draft.json"), "-o", str(tmp_path / "release")]
        assert main(command) == 1
        assert "fields that are not coded yet; code them" in capsys.readouterr().err
        assert not (tmp_path / "release").exists()
        assert main([*command, "--drafts"]) == 0

    def test_check_counts_them_and_final_refuses_them(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "draft.json"
        diplo_events.write(OPENED["Statement.summary"], file)
        assert main(["check", str(file)]) == 0
        assert "not coded yet: 2 fields of 2 records\n  statement: summary 2\n" in capsys.readouterr().out
        assert main(["check", str(file), "--json"]) == 0
        assert len(json.loads(capsys.readouterr().out)["open"]) == 2
        assert main(["check", str(file), "--final"]) == 1
        assert capsys.readouterr().out.count("expected a value, found none: the field is open") == 2
