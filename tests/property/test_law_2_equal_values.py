"""Law 2: equal values look equal, whichever way they were made."""

import copy
import itertools
import os
import pickle
import random
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import CONVERTER, EXAMPLE, RECORDS, all_bytes, alone

from diplo_events import (
    Dataset,
    FrozenMap,
)
from diplo_events.formats import json as json_format
from diplo_events.formats import jsonl
from diplo_events.model.event_record import sorted_set
from diplo_events.schema import (
    Record,
)
from diplo_events.vocab import Term
from profiles import examples
from shared_datasets import DATASETS


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

    @pytest.mark.slow
    @examples(30)
    @given(RECORDS)
    def test_drawn_records(self, record: Record) -> None:
        self.check(record)

    @pytest.mark.slow
    def test_bundled_records(self) -> None:
        for record in EXAMPLE.records[::8]:
            self.check(record)

    @pytest.mark.slow
    @given(DATASETS, st.randoms(use_true_random=False))
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

    @pytest.mark.slow
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
