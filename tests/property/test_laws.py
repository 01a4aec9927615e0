"""The seven laws of the record model, each over drawn records and datasets and over every bundled record."""

import copy
import itertools
import json
import os
import pickle
import random
import subprocess
import sys
import typing
from collections.abc import Iterator
from enum import Enum
from operator import attrgetter
from types import ModuleType
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

import diplo_events
from diplo_events import (
    Dataset,
    DatasetError,
    EventDate,
    FrozenMap,
    InvalidRecordError,
    Issue,
    Name,
    NotReadableError,
    Place,
    Problem,
    Source,
    load_example,
)
from diplo_events import strategies as drawn
from diplo_events.analysis.stances import stance_matrix
from diplo_events.analysis.timeline import build_timeline
from diplo_events.coding.anchoring import coverage
from diplo_events.converter import make_converter
from diplo_events.corroboration.life_cycles import find_life_cycles
from diplo_events.dataset import ACYCLIC, HEADER, Entry, integrity_problems
from diplo_events.formats import json as json_format
from diplo_events.formats import jsonl, yaml
from diplo_events.formats._document import document_of, plain_record
from diplo_events.model import EventRecord
from diplo_events.model.event_record import sorted_set
from diplo_events.report.terminal import brief, describe
from diplo_events.schema import (
    COLLECTIONS,
    RECORD_TYPES,
    Path,
    Record,
    Reference,
    fields,
    path_text,
    references,
    type_name,
)
from diplo_events.vocab import Term
from profiles import examples

EXAMPLE = load_example()
BUNDLED = pytest.mark.parametrize("record", EXAMPLE.records, ids=attrgetter("id"))
FORMATS = (json_format, jsonl, yaml)
FORMAT = pytest.mark.parametrize("format_", FORMATS, ids=lambda module: module.__name__.rpartition(".")[2])
CONVERTER = make_converter()
LONG = 20_000


def alone(record: Record) -> Dataset:
    """Make a dataset of one record; what it refers to is elsewhere."""
    return Dataset(records=[record], complete=False)


def points_elsewhere(record: Record) -> bool:
    return all(reference.target != record.id for reference in references(type(record), record))


RECORDS = (drawn.records() | drawn.perturbed(EXAMPLE.records)).filter(points_elsewhere)


def same(one: Dataset, other: Dataset) -> bool:
    """Tell whether two datasets are equal, and look equal too."""
    return one == other and [repr(r) for r in one.records] == [repr(r) for r in other.records]


def all_bytes(dataset: Dataset) -> list[str]:
    return [module.dumps(dataset) for module in FORMATS]


class TestLaw1:
    """`loads(dumps(x)) == x` for every record and dataset in every lossless format."""

    @FORMAT
    @examples(15)
    @given(dataset=drawn.datasets())
    def test_drawn_datasets(self, format_: ModuleType, dataset: Dataset) -> None:
        assert same(format_.loads(format_.dumps(dataset)), dataset)
        assert same(format_.loads(format_.dumps(dataset).encode()), dataset)

    @FORMAT
    @given(record=RECORDS)
    def test_drawn_records(self, format_: ModuleType, record: Record) -> None:
        assert same(format_.loads(format_.dumps(alone(record))), alone(record))

    @FORMAT
    def test_the_bundled_dataset(self, format_: ModuleType) -> None:
        assert same(format_.loads(format_.dumps(EXAMPLE)), EXAMPLE)

    @BUNDLED
    def test_bundled_records(self, record: Record) -> None:
        for module in FORMATS:
            assert same(module.loads(module.dumps(alone(record))), alone(record))


def rebuilt(record: Any) -> Iterator[Any]:
    """Make the value of a record again, by other routes."""
    values = {field.name: getattr(record, field.name) for field in attrs.fields(type(record))}
    turned = dict(reversed([(name, turned_round(value)) for name, value in values.items()]))
    yield type(record)(**turned)
    yield attrs.evolve(record)
    yield copy.copy(record)
    yield copy.deepcopy(record)
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        yield pickle.loads(pickle.dumps(record, protocol))
    yield CONVERTER.structure(CONVERTER.unstructure(record), type(record))


def turned_round(value: object) -> object:
    """Build an equal value in the opposite order."""
    if isinstance(value, frozenset):
        return frozenset(sorted(value, key=repr, reverse=True))
    if isinstance(value, FrozenMap):
        return FrozenMap(dict(reversed([(key, value[key]) for key in value])))
    return value


class Clashing(Term):
    """Terms that all have one hash, so that sets of them keep the order in which they were filled."""

    A = "a", "is first"
    B = "b", "is second"
    C = "c", "is third"

    def __hash__(self) -> int:
        return 7


@attrs.frozen(kw_only=True)
class Holder:
    terms: frozenset[Clashing] = attrs.field(default=frozenset(), repr=sorted_set)


class TestLaw2:
    """Two equal values have equal hashes, equal `repr`s and the same bytes in every format."""

    def check(self, record: Record) -> None:
        texts = all_bytes(alone(record))
        for other in rebuilt(record):
            assert other == record
            assert hash(other) == hash(record)
            assert repr(other) == repr(record)
            assert all_bytes(alone(other)) == texts

    @examples(30)
    @given(RECORDS)
    def test_drawn_records(self, record: Record) -> None:
        self.check(record)

    def test_bundled_records(self) -> None:
        for record in EXAMPLE.records[::8]:
            self.check(record)

    @examples(15)
    @given(drawn.datasets(), st.randoms(use_true_random=False))
    def test_drawn_datasets(self, dataset: Dataset, order: random.Random) -> None:
        shuffled = list(dataset.records)
        order.shuffle(shuffled)
        texts = all_bytes(dataset)
        others = [
            attrs.evolve(dataset, records=shuffled),
            attrs.evolve(dataset, records=()).with_records(*shuffled),
            jsonl.loads(texts[1]),
            pickle.loads(pickle.dumps(dataset)),
            copy.deepcopy(dataset),
        ]
        for other in others:
            assert (other, hash(other), repr(other)) == (dataset, hash(dataset), repr(dataset))
            assert list(other) == list(dataset)
            assert all_bytes(other) == texts

    @given(st.lists(st.sampled_from(list(EXAMPLE.records)), unique=True), st.randoms(use_true_random=False))
    def test_the_order_of_bundled_records_does_not_count(self, records: list[Record], order: random.Random) -> None:
        one = Dataset(records=records, complete=False)
        order.shuffle(records)
        other = Dataset(records=records, complete=False)
        assert (one, hash(one), json_format.dumps(one)) == (other, hash(other), json_format.dumps(other))

    def test_sets_whose_hashes_collide(self) -> None:
        holders = [Holder(terms=frozenset(order)) for order in itertools.permutations(Clashing)]
        assert len({tuple(holder.terms) for holder in holders}) > 1  # so that the order of the set itself tells
        assert len({hash(holder) for holder in holders}) == 1
        assert {repr(holder) for holder in holders} == {"Holder(terms=frozenset({Clashing.A, Clashing.B, Clashing.C}))"}
        assert all(CONVERTER.unstructure(holder) == {"terms": ["a", "b", "c"]} for holder in holders)

    def test_every_hash_seed_gives_the_same_text(self) -> None:
        program = (
            "import hashlib\n"
            "from diplo_events import load_example\n"
            "from diplo_events.formats import json, jsonl, yaml\n"
            "d = load_example()\n"
            "texts = [repr(d), *map(repr, d.records), json.dumps(d), jsonl.dumps(d), yaml.dumps(d)]\n"
            "print(hashlib.sha256(repr(texts).encode()).hexdigest())\n"
        )
        runs = [
            subprocess.run(
                [sys.executable, "-c", program],
                env={**os.environ, "PYTHONHASHSEED": seed},
                check=True,
                capture_output=True,
                text=True,
            ).stdout
            for seed in ("1", "2", "3")
        ]
        assert len(runs[0].strip()) == 64
        assert len(set(runs)) == 1


PUBLIC = {name: getattr(diplo_events, name) for name in diplo_events.__all__}


class TestLaw3:
    """`eval(repr(record)) == record` with the public names imported."""

    def check(self, value: object) -> None:
        again = eval(repr(value), {"__builtins__": {"frozenset": frozenset}}, PUBLIC)
        assert type(again) is type(value)
        assert again == value
        assert repr(again) == repr(value)

    @given(RECORDS)
    def test_drawn_records(self, record: Record) -> None:
        self.check(record)

    @given(
        st.one_of(
            drawn.spans(),
            drawn.quotes(),
            drawn.names(),
            drawn.roles(),
            drawn.participants(),
            drawn.extents(),
            drawn.points(),
            drawn.uncoded_passages(),
            drawn.frozen_maps(),
            drawn.event_dates(),
        )
    )
    def test_drawn_parts(self, part: object) -> None:
        self.check(part)

    @BUNDLED
    def test_bundled_records(self, record: Record) -> None:
        self.check(record)


def replaced(value: Any, path: Path, new: object) -> Any:
    """Give a record, or a part of one, with another value at a path."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], replaced(value[step], rest, new), *value[step + 1 :])
    return attrs.evolve(value, **{step: replaced(getattr(value, step), rest, new)})


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
        self.records[first.id] = attrs.evolve(first, **{name: second.id})
        self.records[second.id] = attrs.evolve(self.records[second.id], **{name: first.id})
        self.touched |= {(first.id, name), (second.id, name)}
        self.rings.append({f"{first.id}.{name}", f"{second.id}.{name}"})

    def done(self) -> list[Record]:
        """Give the damaged records."""
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

    @examples(20)
    @given(drawn.datasets(complete=True), st.data())
    def test_all_of_any_damage_to_drawn_datasets(self, dataset: Dataset, data: DataObject) -> None:
        self.check_damage(dataset, data)

    @examples(10)
    @given(st.data())
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

    @pytest.mark.parametrize("name", ACYCLIC)
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

    def test_a_dataset_of_a_long_chain_and_of_a_long_ring(self) -> None:
        chain = [Issue(id=f"i{n}", label="L", proposition="P.", broader=f"i{n - 1}") for n in range(1, LONG)]
        assert len(Dataset(records=[Issue(id="i0", label="L", proposition="P."), *chain])) == LONG
        with pytest.raises(DatasetError, match="no way back to itself") as refused:
            Dataset(records=[Issue(id="i0", label="L", proposition="P.", broader=f"i{LONG - 1}"), *chain])
        assert len(refused.value.problems) == 1

    @BUNDLED
    def test_bundled_records_are_missed(self, record: Record) -> None:
        pointing = [
            f"{other.id}.{path_text(reference.path)}"
            for other in EXAMPLE.records
            if other.id != record.id
            for reference in references(type(other), other)
            if reference.target == record.id
        ]
        if pointing:
            with pytest.raises(DatasetError) as refused:
                EXAMPLE.without(record.id)
            assert {problem.path for problem in refused.value.problems} == set(pointing)
        else:
            assert len(EXAMPLE.without(record.id)) == len(EXAMPLE) - 1


Node = tuple[Path, Any, Any]
"""A place in a plain document, what stands there, and the type that it is to become."""


def nodes(value: Any, annotation: Any, path: Path = ()) -> Iterator[Node]:
    """List every place in plain data of some type, save inside of `extra`."""
    arguments = [argument for argument in typing.get_args(annotation) if argument is not type(None)]
    if typing.get_origin(annotation) in {typing.Union, type(int | None)}:
        yield from nodes(value, arguments[0], path)
        return
    yield path, value, annotation
    if attrs.has(annotation):
        kinds = {field.name: field.annotation for field in fields(annotation)}
        for name in value:
            yield from nodes(value[name], kinds[name], (*path, name))
    elif annotation == FrozenMap[str]:
        for name in value:
            yield (*path, name), value[name], str
    elif typing.get_origin(annotation) in {tuple, frozenset}:
        for index, item in enumerate(value):
            yield from nodes(item, arguments[0], (*path, index))


def json_type(value: object) -> str:
    names = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
    return names.get(type(value), "null")


OTHERS = (True, 7, 1.5, "yes", "", [], {}, ["yes"], {"a": 1})


def put(document: Any, path: Path, value: object) -> None:
    for step in path[:-1]:
        document = document[step]
    document[path[-1]] = value


class TestLaw5:
    """Nothing is coerced: `7` is not an id, `"yes"` is not a bool, `NO` is Norway.

    Unknown fields are errors with "did you mean", except inside `extra`.
    """

    def refused(self, record: Record, path: Path, value: object) -> None:
        """Put something else at one place of a record; the reader must name that place and no other."""
        document = document_of(alone(record))
        ((name, _),) = [(name, cls) for name, cls in COLLECTIONS.items() if cls is type(record)]
        put(document, (name, 0, *path), value)
        with pytest.raises(NotReadableError) as refused:
            json_format.loads(json.dumps(document))
        assert [problem.path for problem in refused.value.problems] == [path_text((name, 0, *path))]

    @given(RECORDS, st.data())
    def test_values_of_another_type(self, record: Record, data: DataObject) -> None:
        places = list(nodes(plain_record(record), type(record)))
        path, held, _ = data.draw(st.sampled_from(places))
        other = data.draw(st.sampled_from([value for value in OTHERS if json_type(value) != json_type(held)]))
        self.refused(record, path, other)

    def test_every_leaf_of_some_bundled_records(self) -> None:
        for cls in RECORD_TYPES.values():
            record = max(EXAMPLE.of_type(cls), key=lambda record: len(repr(record)))
            for path, held, _ in nodes(plain_record(record), cls):
                for other in (True, 7, "yes", [], {}):
                    if json_type(other) != json_type(held):
                        self.refused(record, path, other)

    @examples(30)
    @given(RECORDS)
    def test_null_where_a_value_must_be(self, record: Record) -> None:
        for field in fields(type(record)):
            if field.required:
                self.refused(record, (field.name,), None)

    @examples(60)
    @given(RECORDS, st.data())
    def test_misspelt_fields_in_any_class(self, record: Record, data: DataObject) -> None:
        content = plain_record(record)
        document = document_of(alone(record))
        name = next(name for name, cls in COLLECTIONS.items() if cls is type(record))
        parts = [(path, held) for path, held, cls in nodes(content, type(record)) if attrs.has(cls)]
        path, held = data.draw(st.sampled_from(parts))
        field = data.draw(st.sampled_from(sorted(held)))
        put(document, (name, 0, *path, field + field[-1]), held[field])
        with pytest.raises(NotReadableError) as refused:
            json_format.loads(json.dumps(document))
        (problem,) = refused.value.problems
        assert problem.path == path_text((name, 0, *path, field + field[-1]))
        assert problem.hint == f"did you mean {field!r}?"

    @pytest.mark.parametrize("field", [*HEADER, "complete", "format_version", *COLLECTIONS])
    def test_misspelt_fields_of_the_header(self, field: str) -> None:
        with pytest.raises(NotReadableError) as refused:
            json_format.loads(json.dumps({"format_version": "1.0", field + field[-1]: "x"}))
        (problem,) = refused.value.problems
        assert (problem.path, problem.hint) == (field + field[-1], f"did you mean {field!r}?")

    @pytest.mark.parametrize("field", [*HEADER, "complete", "format_version", *COLLECTIONS])
    @pytest.mark.parametrize("value", [7, 1.5])
    def test_values_of_another_type_in_the_header(self, field: str, value: float) -> None:
        with pytest.raises(NotReadableError) as refused:
            json_format.loads(json.dumps({"format_version": "1.0", field: value}))
        assert [problem.path for problem in refused.value.problems] == [field]

    @pytest.mark.parametrize("cls", RECORD_TYPES.values(), ids=RECORD_TYPES)
    def test_inside_extra_anything_is_kept(self, cls: type[Record]) -> None:
        record = EXAMPLE.of_type(cls)[0]
        kept: dict[str, Any] = {"": [], "speeker": 7, "id": {"": None}, "extra": {"spans": [1, 1.0, True]}, " ": "\t"}
        document = document_of(alone(record))
        name = next(name for name, known in COLLECTIONS.items() if known is cls)
        document[name][0]["extra"] = kept
        document["extra"] = kept
        for text in (json.dumps(document), yaml.dumps(json_format.loads(json.dumps(document)))):
            read = (json_format if text.startswith("{") else yaml).loads(text)
            assert read.extra == read[record.id].extra == FrozenMap(kept)
            assert read[record.id].extra["extra"]["spans"] == (1, 1.0, True)
            assert [type(item) for item in read[record.id].extra["extra"]["spans"]] == [int, float, bool]

    def test_no_is_norway_and_a_number_is_no_id(self) -> None:
        head = "format_version: '1.0'\ncomplete: false\n"
        place = "places: [{id: no, name: NO, kind: country, country: NO}]"
        assert yaml.loads(head + place)["no"] == Place(
            id="no", name="NO", kind=diplo_events.PlaceKind.COUNTRY, country="NO"
        )
        with pytest.raises(NotReadableError, match=r"places\[0\].id: expected an id"):
            yaml.loads(head + place.replace("id: no", "id: 7"))
        position = "{id: p, source: s, actor: a, issue: i, stance: agree, basis: declared, summary: S, red_line: yes}"
        with pytest.raises(NotReadableError, match=r"positions\[0\].red_line: expected true or false, found 'yes'"):
            yaml.loads(f"{head}positions: [{position}]")


@st.composite
def agreeing(draw: st.DrawFn, number: int) -> list[Dataset]:
    """Draw parts of one whole."""
    whole = draw(drawn.datasets())
    made = []
    for _ in range(number):
        kept = draw(st.lists(st.sampled_from(whole.records), unique=True)) if whole.records else []
        complete = whole.complete and len(kept) == len(whole)
        given_header = draw(st.sets(st.sampled_from(HEADER)))
        header = {name: getattr(whole, name) for name in given_header}
        made.append(Dataset(records=kept, complete=complete, **header))
    return made


class TestLaw6:
    """`merge` is associative, commutative and idempotent on datasets that agree, and refuses those that disagree."""

    @examples(20)
    @given(agreeing(3))
    def test_parts_of_one_whole(self, parts: list[Dataset]) -> None:
        a, b, c = parts
        assert same(a.merge(b).merge(c), a.merge(b.merge(c)))
        assert same(a.merge(b), b.merge(a))
        assert same(a.merge(a), a)
        assert set(a.merge(b)) == {*a, *b}

    def test_the_bundled_dataset_comes_together_from_its_sources(self) -> None:
        rest = [record for record in EXAMPLE.records if not isinstance(record, EventRecord)]
        parts = [
            attrs.evolve(
                EXAMPLE,
                records=[*rest, *(r for r in EXAMPLE.records if isinstance(r, EventRecord) and r.source == source.id)],
                complete=False,
            )
            for source in EXAMPLE.of_type(Source)
        ]
        for order in (parts, parts[::-1], parts[2:] + parts[:2]):
            merged = order[0]
            for part in order[1:]:
                merged = merged.merge(part)
            assert attrs.evolve(merged, complete=True) == EXAMPLE

    @examples(60)
    @given(RECORDS, st.data())
    def test_records_that_differ_are_refused(self, record: Record, data: DataObject) -> None:
        other = data.draw(drawn.perturbed([record]).filter(points_elsewhere))
        assume(other != record)
        differing = {
            f"{record.id}.{f.name}" for f in fields(type(record)) if getattr(record, f.name) != getattr(other, f.name)
        }
        for one, two in itertools.permutations([alone(record), alone(other)]):
            with pytest.raises(DatasetError) as refused:
                one.merge(two)
            assert {problem.path for problem in refused.value.problems} == differing

    def test_records_of_two_types_are_refused(self) -> None:
        one = alone(Issue(id="x", label="L", proposition="P."))
        other = alone(Place(id="x", name="X", kind=diplo_events.PlaceKind.AREA))
        with pytest.raises(DatasetError, match=r"^x: expected an issue, found a place"):
            one.merge(other)

    @pytest.mark.parametrize("name", HEADER)
    def test_headers_that_differ_are_refused(self, name: str) -> None:
        one, other = ({"a": 1}, {"a": True}) if name == "extra" else ("A", "B")
        with pytest.raises(DatasetError) as refused:
            Dataset(**{name: one}).merge(Dataset(**{name: other}))
        assert [problem.path for problem in refused.value.problems] == [name]
        assert (
            Dataset(**{name: one}).merge(Dataset()) == Dataset().merge(Dataset(**{name: one})) == Dataset(**{name: one})
        )

    def test_parts_that_make_a_circle_together_are_refused(self) -> None:
        one = alone(Issue(id="a", label="L", proposition="P.", broader="b"))
        other = alone(Issue(id="b", label="L", proposition="P.", broader="a"))
        with pytest.raises(DatasetError, match="a -> b -> a"):
            one.merge(other)


INERT = (str, int, float, bool, type(None), EventDate, Enum)


def check_immutable(value: Any) -> None:
    """Try to change a value and everything that can be reached from it."""
    hash(value)
    if attrs.has(type(value)):
        for name in [*(field.name for field in attrs.fields(type(value))), "anything"]:
            with pytest.raises(AttributeError):
                setattr(value, name, None)
            with pytest.raises(AttributeError):
                delattr(value, name)
        for field in attrs.fields(type(value)):
            check_immutable(getattr(value, field.name))
    elif isinstance(value, FrozenMap):
        with pytest.raises(TypeError):
            value["a"] = 1
        with pytest.raises(TypeError):
            del value["a"]
        with pytest.raises(AttributeError, match="cannot be changed"):
            value.anything = 1
        with pytest.raises(AttributeError, match="cannot be changed"):
            del value._items
        for item in value.values():
            check_immutable(item)
    elif isinstance(value, tuple | frozenset):
        assert type(value) in {tuple, frozenset}
        for item in value:
            check_immutable(item)
    else:
        assert isinstance(value, INERT)


def use(dataset: Dataset) -> None:
    """Read, write, query and print a dataset in every way."""
    for module in FORMATS:
        assert module.loads(module.dumps(dataset)) == dataset
    for record in dataset.records:
        list(references(type(record), record))
        str(record)
        list(describe(dataset, record.id))
        CONVERTER.unstructure(record)
    list(brief(dataset))
    for source in dataset.of_type(Source):
        coverage(dataset, source, "One thing. Another.\n" * 20)
    dataset.merge(dataset)
    dataset.with_records(*dataset.records)
    attrs.evolve(dataset, complete=False).without(*dataset)
    repr(dataset)
    hash(dataset)
    assert dataset.missing is not None


class TestLaw7:
    """No record is changed by being read, written, queried or printed."""

    def check_unchanged(self, dataset: Dataset) -> None:
        before = pickle.dumps(dataset)
        texts = [repr(record) for record in dataset.records]
        use(dataset)
        if dataset is EXAMPLE:
            build_timeline(dataset)
            find_life_cycles(dataset)
            stance_matrix(dataset)
        assert pickle.loads(before) == dataset
        assert [repr(record) for record in dataset.records] == texts

    @examples(15)
    @given(drawn.datasets())
    def test_drawn_datasets(self, dataset: Dataset) -> None:
        self.check_unchanged(dataset)

    def test_the_bundled_dataset(self) -> None:
        self.check_unchanged(EXAMPLE)

    @examples(50)
    @given(RECORDS)
    def test_drawn_records_cannot_be_changed(self, record: Record) -> None:
        check_immutable(record)

    def test_bundled_records_cannot_be_changed(self) -> None:
        for record in EXAMPLE.records:
            check_immutable(record)

    def test_a_dataset_cannot_be_changed(self) -> None:
        for field in ("records", "title", "complete", "anything"):
            with pytest.raises(AttributeError):
                setattr(EXAMPLE, field, None)
            with pytest.raises(AttributeError):
                delattr(EXAMPLE, field)
        with pytest.raises(TypeError):
            EXAMPLE["a"] = EXAMPLE.records[0]

    def test_what_was_given_can_change_without_the_record(self) -> None:
        given_extra = {"a": [1], "b": {"c": [2]}}
        issue = Issue(id="i", label="L", proposition="P.", extra=given_extra)
        given_extra["a"].append(3)
        given_extra["b"]["c"] = 4
        assert issue.extra == FrozenMap({"a": [1], "b": {"c": [2]}})
        records = [issue]
        dataset = Dataset(records=records)
        records.clear()
        assert list(dataset) == ["i"]
        assert isinstance(Name(text="A", sources=("s",)).sources, tuple)
        assert type_name(Issue) == "issue"
