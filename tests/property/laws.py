"""What the laws of the record model are tested on: drawn records, datasets and every bundled record."""

from operator import attrgetter

import pytest

from diplo_events import (
    Dataset,
)
from diplo_events import strategies as drawn
from diplo_events.converter import make_converter
from diplo_events.formats import json as json_format
from diplo_events.formats import jsonl, yaml
from diplo_events.schema import Record, references
from each_case import each_case
from wider_records import EXAMPLE

BUNDLED = each_case("record", EXAMPLE.records, ids=attrgetter("id"))
FORMATS = (json_format, jsonl, yaml)
FORMAT = pytest.mark.parametrize("format_", FORMATS, ids=lambda module: module.__name__.rpartition(".")[2])
CONVERTER = make_converter()


def alone(record: Record) -> Dataset:
    """Make a dataset of one record; what it refers to is elsewhere."""
    return Dataset(records=[record], complete=False)


def points_elsewhere(record: Record) -> bool:
    return all(reference.target != record.id for reference in references(type(record), record))


RECORDS = (drawn.records(drafts=True) | drawn.perturbed(EXAMPLE.records)).filter(points_elsewhere)


def same(one: Dataset, other: Dataset) -> bool:
    """Whether two datasets are equal, and look equal too."""
    return one == other and [repr(r) for r in one.records] == [repr(r) for r in other.records]


def all_bytes(dataset: Dataset) -> list[str]:
    return [module.dumps(dataset) for module in FORMATS]
