"""`with_records` finds what checking everything again finds: the same dataset, or the same problems."""

import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplo_events
from diplo_events import Dataset, Source
from diplo_events._internal.dataset import changing
from diplo_events.dataset import header_values
from diplo_events.errors import DatasetError, InvalidRecordError, Problem
from diplo_events.model import Document
from diplo_events.schema import Record, references
from diplo_events.strategies import datasets
from diplo_events.vocab import DocumentKind
from profiles import examples

EXAMPLE = diplo_events.load_example()


def outcome(work: Callable[[], Dataset]) -> Dataset | list[Problem]:
    try:
        return work()
    except DatasetError as error:
        return list(error.problems)


def expect_what_the_whole_gives(dataset: Dataset, added: Sequence[Record]) -> bool:
    """Compare both roads; return whether the records fit together."""
    ids = {record.id for record in added}
    kept = [record for record in dataset.records if record.id not in ids]
    whole = outcome(lambda: Dataset(records=[*kept, *added], **header_values(dataset)))
    assert outcome(lambda: dataset.with_records(*added)) == whole
    return isinstance(whole, Dataset)


def changed(record: Record, others: Sequence[Record], chance: random.Random) -> Record | None:
    """Change a record: its id, an id to which it refers, a length, a source; `None` where that cannot be."""
    other = chance.choice(others)
    change: dict[str, Any] = {}
    match chance.randint(0, 4):
        case 0:
            change = {"id": chance.choice([other.id, f"{record.id}.new", "elsewhere"])}
        case 1:
            change = {"restates": other.id, "canonical_id": "x"}
        case 2 if isinstance(record, Source):
            change = {"length": chance.choice([None, 5, 300, 10_000]), "uncoded": ()}
        case 3:
            found = [each.path[0] for each in references(type(record), record) if len(each.path) < 3]
            name = str(chance.choice(found)) if found else "within"
            value = getattr(record, name, None)
            change = {name: (other.id,) if isinstance(value, tuple | frozenset) else other.id}
        case _:
            change = {"within": other.id, "source": other.id, "part_of": other.id, "broader": other.id}
    known = {field.name for field in attrs.fields(type(record))}
    try:
        return attrs.evolve(record, **{name: value for name, value in change.items() if name in known})
    except (InvalidRecordError, TypeError):
        return None


def changes(dataset: Dataset, chance: random.Random) -> Iterable[Record]:
    """Draw some changed records."""
    for _ in range(chance.randint(1, 3)):
        if (record := changed(chance.choice(dataset.records), dataset.records, chance)) is not None:
            yield record


def part_of(dataset: Dataset, chance: random.Random) -> Dataset:
    """Return a part of a dataset, which refers to what is not in it."""
    return Dataset(records=chance.sample(dataset.records, len(dataset) // 2), complete=False)


def test_changes_of_the_bundled_dataset() -> None:
    fitting = 0
    number = 150
    for seed in range(number):
        chance = random.Random(seed)
        dataset = EXAMPLE if seed % 2 else part_of(EXAMPLE, chance)
        fitting += expect_what_the_whole_gives(dataset, [*changes(dataset, chance)])
    assert number // 8 < fitting < number * 7 // 8, "both answers are drawn"


@pytest.mark.slow
@examples(5)
@given(datasets(), st.integers(min_value=0))
def test_changes_of_any_dataset(dataset: Dataset, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(6):
        if dataset.records:
            expect_what_the_whole_gives(dataset, [*changes(dataset, chance)])
    if dataset.records:
        part = part_of(dataset, chance)
        gone = [record for record in dataset.records if record.id not in part]
        expect_what_the_whole_gives(part, chance.sample(gone, min(len(gone), 3)))


def test_what_was_left_out_comes_back() -> None:
    chance = random.Random(7)
    for _ in range(10):
        part = part_of(EXAMPLE, chance)
        assert expect_what_the_whole_gives(part, [record for record in EXAMPLE.records if record.id not in part])


def test_a_restated_document_is_a_problem() -> None:
    """The field takes ids of documents too, as all that refers to a record does: what has no source is no repeat."""
    document = Document(id="d1", title="An agreement", kind=DocumentKind.TREATY)
    statement = EXAMPLE.statements[0]
    repeat = attrs.evolve(statement, id="r1", restates="d1")
    assert not expect_what_the_whole_gives(EXAMPLE, [document, repeat])


def test_one_id_twice() -> None:
    actor = EXAMPLE.actors[0]
    assert not expect_what_the_whole_gives(EXAMPLE, [actor, attrs.evolve(actor, name="Another")])


def test_nothing_else_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """The records that stay are not compared, unless a record of another type or source has the place of an old one."""
    looked: list[int] = []
    columns = changing.reference_columns

    def counting(node: Any) -> Any:
        def seen(targets_in: Any) -> Any:
            return lambda records: targets_in([looked.append(1) or record for record in records])

        return tuple((types, seen(targets_in)) for types, targets_in in columns(node))

    monkeypatch.setattr(changing, "reference_columns", counting)
    monkeypatch.setattr("diplo_events.dataset.fit_together", lambda *_, **__: pytest.fail("everything is checked"))
    statement = EXAMPLE.statements[0]
    result = EXAMPLE.with_records(attrs.evolve(statement, note="seen"), attrs.evolve(EXAMPLE.places[0], name="Seen"))
    assert result[statement.id].note == "seen"
    assert len(looked) < 60, "the fields of two records"
    assert attrs.evolve(result, title="Another") == attrs.evolve(result, title="Another")
