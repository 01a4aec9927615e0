"""Law 4: a dataset whose records do not fit together is refused, with all problems at once."""

import functools
import json
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from laws import BUNDLED, EXAMPLE

from diplo_events import (
    Dataset,
    DatasetError,
    InvalidRecordError,
    Issue,
    NotReadableError,
    Problem,
)
from diplo_events import strategies as drawn
from diplo_events._internal.dataset.entries import Entry
from diplo_events._internal.dataset.fitting import ACYCLIC
from diplo_events._internal.dataset.integrity import integrity_problems
from diplo_events.formats import json as json_format
from diplo_events.formats._document import plain_record
from diplo_events.schema import (
    COLLECTIONS,
    RECORD_TYPES,
    Path,
    Record,
    Reference,
    fields,
    path_text,
    references,
)
from each_case import each_case
from profiles import examples

LONG = 5_000


def replaced(value: Any, path: Path, new: object) -> Any:
    """Return a record, or a part of one, with another value at a path."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], replaced(value[step], rest, new), *value[step + 1 :])
    return attrs.evolve(value, **{step: replaced(getattr(value, step), rest, new)})


@functools.cache
def all_references() -> list[tuple[str, str, str]]:
    """List all references of the bundled dataset: the record, the place and the record to which it refers."""
    return [
        (record.id, f"{record.id}.{path_text(reference.path)}", reference.target)
        for record in EXAMPLE.records
        for reference in references(type(record), record)
    ]


class Damage:
    """Records of a dataset that stop fitting together; `paths` are the places of the problems that must be listed."""

    def __init__(self, dataset: Dataset, data: DataObject) -> None:
        self.records = {record.id: record for record in dataset.records}
        self.data = data
        self.paths: list[str] = []
        self.rings: list[set[str]] = []
        self.touched: set[tuple[str, str]] = set()
        self.again: list[Record] = []

    def choose(self, known: list[Any]) -> Any:
        assume(known)
        return self.data.draw(st.sampled_from(known))

    def redirect(self, target_of: Any) -> None:
        """Let one reference lead elsewhere."""
        found = [
            (record, reference)
            for record in self.records.values()
            for reference in references(type(record), record)
            if (record.id, str(reference.path[0])) not in self.touched
        ]
        record, reference = self.choose(found)
        target = target_of(reference)
        try:
            self.records[record.id] = replaced(record, reference.path, target)
        except InvalidRecordError:  # the same id twice in one field
            assume(False)
        self.touched.add((record.id, str(reference.path[0])))
        self.paths.append(f"{record.id}.{path_text(reference.path)}")

    def dangling(self) -> None:
        self.redirect(lambda _reference: f"missing-{len(self.paths)}")

    def wrong_type(self) -> None:
        def other(reference: Reference) -> str:
            return str(self.choose([r.id for r in self.records.values() if type(r) not in reference.types]))

        self.redirect(other)

    def duplicate(self) -> None:
        record = self.choose([r for r in self.records.values() if r not in self.again])
        self.again.append(record)

    def cycle(self) -> None:
        name = self.data.draw(st.sampled_from(ACYCLIC))
        able = [
            record
            for record in self.records.values()
            if hasattr(record, name) and (record.id, name) not in self.touched
        ]
        first = self.choose(able)
        beside = [r for r in able if type(r) is type(first) and getattr(r, "source", 0) == getattr(first, "source", 0)]
        second = self.choose(beside)
        for record, target in ((first, second), (second, first)):
            ids = (target.id,) if isinstance(getattr(target, name), tuple) else target.id
            self.records[record.id] = attrs.evolve(self.records[record.id], **{name: ids})
        self.touched |= {(first.id, name), (second.id, name)}
        self.rings.append({f"{first.id}.{name}", f"{second.id}.{name}"})

    def done(self) -> list[Record]:
        """Return the damaged records."""
        copies = [self.records[record.id] for record in self.again]  # with the damage that came after
        self.paths.extend(f"{record.id}.id" for record in copies)
        return [*self.records.values(), *copies]


def check_all_listed(found: list[Problem], damage: Damage, paths: dict[str, str]) -> None:
    """Hold the problems that were found against the damage that was done; `paths` tells where a record stands."""

    def moved(path: str) -> str:
        key = max((key for key in paths if path.startswith(f"{key}.")), key=len)
        return paths[key] + path[len(key) :]

    listed = [problem.path for problem in found]
    assert {moved(path) for path in damage.paths if not path.endswith(".id")} <= set(listed)
    assert len([problem for problem in found if problem.expected == "an id of its own"]) == len(damage.again)
    rings = [problem for problem in found if problem.expected == "no way back to itself"]
    assert len(rings) == len(damage.rings)
    for ring in damage.rings:
        assert any(problem.path in {moved(path) for path in ring} for problem in rings)


class TestLaw4:
    """A dataset with a dangling or wrongly typed reference, a duplicate id, or a cycle is refused.

    All problems are listed at once.
    """

    @pytest.mark.slow
    @examples(12)
    @given(drawn.datasets(complete=True), st.data())
    def test_all_of_any_damage_to_drawn_datasets(self, dataset: Dataset, data: DataObject) -> None:
        self.check_damage(dataset, data)

    @examples(5)
    @given(st.data())
    @pytest.mark.slow
    def test_all_of_any_damage_to_the_bundled_dataset(self, data: DataObject) -> None:
        self.check_damage(EXAMPLE, data)

    def check_damage(self, dataset: Dataset, data: DataObject) -> None:
        damage = Damage(dataset, data)
        kinds = [damage.dangling, damage.wrong_type, damage.duplicate, damage.cycle]
        for do in data.draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=5)):
            do()
        records = damage.done()
        with pytest.raises(DatasetError) as refused:
            Dataset(records=records)
        check_all_listed(list(refused.value.problems), damage, {record.id: record.id for record in records})

        document: dict[str, Any] = {"format_version": "1.0"}
        paths: dict[str, str] = {}
        for record in records:
            name = next(name for name, cls in COLLECTIONS.items() if cls is type(record))
            paths.setdefault(record.id, f"{name}[{len(document.setdefault(name, []))}]")
            document[name].append(plain_record(record))
        with pytest.raises(NotReadableError) as unread:
            json_format.loads(json.dumps(document))
        check_all_listed(list(unread.value.problems), damage, paths)

    @each_case("name", ACYCLIC)
    @pytest.mark.slow
    def test_long_chains_and_rings(self, name: str) -> None:
        cls = next(cls for cls in RECORD_TYPES.values() if name in {field.name for field in fields(cls)})
        chain = [
            Entry(path=f"r{i}", type=cls, content={"id": f"r{i}", "source": "s", name: f"r{i - 1}" if i else None})
            for i in range(LONG)
        ]
        assert integrity_problems(chain, complete=False) == []
        first = Entry(path="r0", type=cls, content={"id": "r0", "source": "s", name: f"r{LONG - 1}"})
        (problem,) = integrity_problems([first, *chain[1:]], complete=False)
        assert (problem.path, problem.expected) == (f"r0.{name}", "no way back to itself")

    @pytest.mark.slow
    def test_a_dataset_of_a_long_chain_and_of_a_long_ring(self) -> None:
        chain = [Issue(id=f"i{n}", label="L", proposition="P.", broader=f"i{n - 1}") for n in range(1, LONG)]
        assert len(Dataset(records=[Issue(id="i0", label="L", proposition="P."), *chain])) == LONG
        with pytest.raises(DatasetError, match="no way back to itself") as refused:
            Dataset(records=[Issue(id="i0", label="L", proposition="P.", broader=f"i{LONG - 1}"), *chain])
        assert len(refused.value.problems) == 1

    @pytest.mark.slow
    @BUNDLED
    def test_bundled_records_are_missed(self, record: Record) -> None:
        pointing = [where for of, where, target in all_references() if target == record.id != of]
        if pointing:
            with pytest.raises(DatasetError) as refused:
                EXAMPLE.without(record.id)
            assert {problem.path for problem in refused.value.problems} == set(pointing)
        else:
            assert len(EXAMPLE.without(record.id)) == len(EXAMPLE) - 1
