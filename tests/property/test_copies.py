"""A copy of a text is not a further witness: with it, every analysis says what it says without it."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events import Dataset, Document, DocumentKind, EventDate, Meeting, MeetingStatus, Source, load_example
from diplo_events.analysis.network import affiliation, mentions, one_mode
from diplo_events.analysis.stance_series import build_series
from diplo_events.analysis.stances import stance_matrix
from diplo_events.analysis.timeline import build_timeline
from diplo_events.corroboration.attestations import count_witnesses
from diplo_events.corroboration.candidates import find_candidates
from diplo_events.corroboration.contradictions import ContradictionKind, find_contradictions
from diplo_events.corroboration.life_cycles import find_life_cycles
from diplo_events.corroboration.verdicts import corroborate
from diplo_events.exporters import to_icews, to_plover
from diplo_events.lookup import first_published
from diplo_events.model import EventRecord
from diplo_events.referents import find_referents, referent_id
from diplo_events.report.terminal import brief
from diplo_events.schema import fields
from report_records import BLANK, Fact, facts, made

EXAMPLE = load_example()
DAYS = [None, *map(EventDate.parse, ("2025-09-02", "2025-09-04", "2025-10"))]
HASH = "a" * 64


def renamed(value: Any, names: dict[str, str]) -> Any:
    """Return a value of a field with the ids of some records changed."""
    if isinstance(value, tuple):
        return tuple(renamed(item, names) for item in value)
    return names.get(value, value) if isinstance(value, str) else value


def with_copy(dataset: Dataset, key: str, **changes: Any) -> Dataset:
    """Return a dataset with one more source of the same text, in which all its records have new ids."""
    source = dataset[key]
    assert isinstance(source, Source)
    records = dataset.reported_in(key)
    names = {name: f"zz/{name}" for name in (key, *(record.id for record in records))}
    copies = [
        attrs.evolve(
            record, **{field.name: renamed(getattr(record, field.name), names) for field in fields(type(record))}
        )
        for record in records
    ]
    return dataset.with_records(attrs.evolve(source, id=names[key], **changes), *copies)


def answers(dataset: Dataset) -> dict[str, Any]:
    """Return what the analyses say, without the ids of the reports on which it rests."""
    say: dict[str, Any] = {}
    say["verdicts"] = [
        (
            *(found.referent, found.type, field.field, field.verdict, field.value, field.most_precise),
            {(item.value, count_witnesses(item.chains), item.witnesses) for item in field.attestations},
        )
        for found in corroborate(dataset)
        for field in found.fields
    ]
    say["contradictions"] = [
        (found.kind, found.about, found.certain, {version.value for version in found.versions})
        for found in find_contradictions(dataset)
    ]
    say["candidates"] = find_candidates(dataset, threshold=-100)
    for duplicates in ("include", "source", "source_and_date", "referent", "range"):
        for of in ("positions", "statements"):
            items = mentions(dataset, of=of, duplicates=duplicates)
            say[f"network {of} {duplicates}"] = (
                affiliation(items, aggregation="ignore"),
                one_mode(items, aggregation="ignore"),
            )
    for at in DAYS:
        cells = stance_matrix(dataset, at=at, certainty="possibly", unqualified=True).cells
        say[f"stances {at}"] = [(cell.actor, cell.issue, cell.stances, cell.accord, cell.age) for cell in cells]
    say["series"] = [
        (
            *(series.actor, series.issue, series.unplaced, series.unordered),
            [(step.id, step.stances, step.dates) for step in series.steps],
            [
                (change.kinds, [s.id for s in change.before], change.after and change.after.id)
                for change in series.changes
            ],
        )
        for series in build_series(dataset)
    ]
    say["timeline"] = [
        (entry.referent.id, entry.dates, entry.limits, entry.conflict, entry.level) for entry in build_timeline(dataset)
    ]
    say["life cycles"] = [
        (
            cycle.referent.id,
            [(c.earlier.record.status, c.later.record.status, c.order) for c in cycle.changes],
            [found.kind for found in cycle.contradictions],
        )
        for cycle in find_life_cycles(dataset)
    ]
    plover, icews = to_plover(dataset), to_icews(dataset)
    for name, rows, rest in (("plover", plover.rows, plover.not_exported), ("icews", icews.rows, icews.not_exported)):
        not_exported = [(item.referent, item.type, item.reason) for item in rest]
        say[f"rows {name}"] = [attrs.evolve(row, records=()) for row in rows], not_exported
    return say


@given(
    facts(),
    st.sampled_from(["a1", "a2", "b1", "c1"]),
    st.sampled_from([None, "paper-a", "paper-b", "agency"]),
    st.booleans(),
)
def test_a_copy_changes_no_answer(reports: list[Fact], key: str, publisher: str | None, later: bool) -> None:
    dataset = made(reports)
    source = attrs.evolve(dataset[key], sha256=HASH, length=9)
    dataset = dataset.with_records(source)
    changes = {"published": EventDate.parse("2025-09-20")} if later and source.published else {}
    copied = with_copy(dataset, key, publisher=publisher, **changes)
    assert len(copied.records) == len(dataset.records) + 1 + len(dataset.reported_in(key))
    assert answers(copied) == answers(dataset)


@pytest.mark.slow
@pytest.mark.parametrize("key", [source.id for source in EXAMPLE.of_type(Source)])
def test_nor_does_one_of_a_bundled_article(key: str) -> None:
    copied = with_copy(EXAMPLE, key, publisher="bbc" if "bbc" in EXAMPLE else None)
    expected = answers(EXAMPLE)
    assert {name for name, said in answers(copied).items() if said != expected[name]} == set()


def with_version(dataset: Dataset, key: str, document: str, **changes: Any) -> Dataset:
    """Return a dataset with one more version of a source's document, with a text and records of its own."""
    versions = with_copy(dataset, key, sha256=None, length=None, document=document, **changes)
    original = versions[key]
    assert isinstance(original, Source)
    return versions.with_records(attrs.evolve(original, document=DOCUMENT.id))


DOCUMENT = Document(id="document/x", title="X", kind=DocumentKind.TREATY)
CLAUSE = Document(id="document/x/1", title="Article 1", kind=DocumentKind.CLAUSE, part_of=DOCUMENT.id)


@given(
    facts(),
    st.sampled_from(["a1", "a2", "b1", "c1"]),
    st.sampled_from([None, "paper-a", "paper-b", "agency"]),
    st.sampled_from([{"translated_from": "ru"}, {"excerpt": True}, {}]),
    st.sampled_from([DOCUMENT, CLAUSE]),
)
def test_a_version_of_a_document_is_no_further_witness(
    reports: list[Fact], key: str, publisher: str | None, changes: dict[str, Any], document: Document
) -> None:
    dataset = made(reports).with_records(DOCUMENT, CLAUSE)
    later = {"published": EventDate.parse("2025-09-20")} if dataset[key].published else {}
    more = with_version(dataset, key, document.id, publisher=publisher, **later, **changes)
    assert more.first_versions == dict.fromkeys((key, f"zz/{key}"), key)
    assert more.first_copies == {}

    def verdicts(dataset: Dataset) -> dict[Any, Any]:
        return {
            (found.referent, found.type, field.field): (
                *(field.verdict, field.value, field.most_precise),
                {(item.value, count_witnesses(item.chains), item.witnesses) for item in field.attestations},
            )
            for found in corroborate(dataset)
            for field in found.fields
        }

    after = verdicts(more)
    assert {key: after[key] for key in verdicts(dataset)} == verdicts(dataset)


def test_versions_are_joined_by_text_and_by_document_in_any_order() -> None:
    marks = {"a1": (HASH, None), "a2": (HASH, "document/x"), "b1": (None, "document/x/1"), "c1": (None, None)}
    dataset = made([]).with_records(
        DOCUMENT,
        CLAUSE,
        *(
            attrs.evolve(source, sha256=text, length=text and 9, document=document)
            for source in made([]).of_type(Source)
            for text, document in (marks[source.id],)
        ),
    )
    assert dataset.first_versions == dict.fromkeys(("a1", "a2", "b1"), "a1")
    assert dataset.first_copies == dict.fromkeys(("a1", "a2"), "a1")
    assert first_published(dataset, "b1") == EventDate.parse("2025-09-03")


def test_two_translations_that_differ_still_contradict_each_other() -> None:
    abroad = BLANK | {"kind": "statement", "source": "b1", "place": "abroad"}
    dataset = made([BLANK | {"kind": "statement", "place": "town"}, abroad])
    sources = [attrs.evolve(dataset[key], document=DOCUMENT.id) for key in ("a1", "b1")]
    found = find_contradictions(dataset.with_records(DOCUMENT, *sources))
    of_both = tuple(item for item in found if item.kind is not ContradictionKind.PLACE)
    assert of_both == find_contradictions(dataset) != ()
    assert len(found) == len(of_both) + 1  # as translations of one document they are compared once more


def test_the_brief_says_how_many_documents_there_are() -> None:
    dataset = made([]).with_records(DOCUMENT, CLAUSE)
    lines = list(brief(with_version(dataset, "a1", CLAUSE.id)))
    assert "2 of the sources are versions of 1 document; a document is one witness" in lines
    assert not any("versions of" in line for line in brief(dataset))


def test_what_only_one_copy_reports_is_kept() -> None:
    dataset = made([BLANK | {"thing": None, "kind": "meeting"}, BLANK | {"thing": None, "source": "b1"}])
    sources = [attrs.evolve(dataset[key], sha256=HASH, length=9) for key in ("a1", "b1")]
    copies = dataset.with_records(*sources)
    assert copies.first_copies == {"a1": "a1", "b1": "a1"}
    assert copies.first_reports == {}
    assert [referent.id for referent in find_referents(copies)] == ["r0", "r1"]


def test_the_first_copy_is_the_one_published_first() -> None:
    dataset = made([BLANK | {"thing": None, "source": source} for source in ("c1", "a2", "b1")])
    sources = [attrs.evolve(dataset[key], sha256=HASH, length=9) for key in ("a2", "b1", "c1")]
    copies = dataset.with_records(*sources)
    assert set(copies.first_copies.values()) == {"b1"}  # of the 4th, before the 6th and no date
    assert copies.first_reports == dict.fromkeys(("r0", "r1", "r2"), "r2")
    records = [record for record in copies.records if isinstance(record, EventRecord)]
    assert {referent_id(copies, record) for record in records} == {"r2"}


def test_a_text_that_two_coders_read_does_not_contradict_itself_in_its_course() -> None:
    course = [
        BLANK | {"kind": "meeting", "source": source, "status": status}
        for source, status in (("a1", MeetingStatus.HELD), ("a2", MeetingStatus.SCHEDULED))
    ]
    dataset = made(course)
    assert [found.kind.value for found in find_contradictions(dataset)] == ["status"]
    sources = [attrs.evolve(dataset[key], sha256=HASH, length=9) for key in ("a1", "a2")]
    assert find_contradictions(dataset.with_records(*sources)) == ()
    assert len(dataset.of_type(Meeting)) == 2


def test_the_brief_says_how_many_texts_there_are() -> None:
    copied = with_copy(EXAMPLE, "opinion-guarantees")
    assert "2 of the sources are copies of 1 text; a text is one witness" in list(brief(copied))
    assert not any("copies of" in line for line in brief(EXAMPLE))
