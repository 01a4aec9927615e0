"""The digest of rows is the same with msgspec and without it, whatever the rows hold."""

import hashlib
import json
from typing import Any

import attrs
import pytest

from diplo_events import Dataset, Quantity, Statement, Unit, load_example
from diplo_events.formats import _row_digest
from diplo_events.formats._row_digest import digest, has_digest
from diplo_events.formats.columns import row_of
from diplo_events.formats.plain import from_plain
from diplo_events.schema import COLLECTIONS
from each_case import each_case
from filled_records import filled_document

EXAMPLE = load_example()
FILLED = from_plain(filled_document())
NUMBERS = (0.0, 3.0, 0.15, 1e16, 1e-5, 123456789012345680.0, 1e300, 5e-324)


@pytest.fixture(params=["msgspec", "no msgspec"])
def _encoder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "no msgspec":
        monkeypatch.setattr(_row_digest, "fast_encoder", lambda: None)


def by_definition(rows: list[dict[str, Any]]) -> str:
    """Return the digest as the format describes it."""
    lines = [json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n" for row in rows]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


@pytest.mark.usefixtures("_encoder")
@pytest.mark.parametrize("dataset", [EXAMPLE, FILLED], ids=["example", "filled"])
def test_it_is_that_of_lines_of_json(dataset: Dataset) -> None:
    for cls in COLLECTIONS.values():
        rows = list(map(row_of, dataset.of_type(cls)))
        assert digest(cls, rows) == by_definition(rows)
        assert has_digest(rows, by_definition(rows))
        assert not has_digest(rows, by_definition([*rows, {}]))


@each_case("number", NUMBERS)
def test_numbers_are_spelt_as_before(number: float) -> None:
    quantity = Quantity(low=number, high=None, unit=Unit.COUNT)
    rows = [row_of(attrs.evolve(EXAMPLE.statements[0], quantities=(quantity,)))]
    assert digest(Statement, rows) == by_definition(rows)
    assert has_digest(rows, by_definition(rows))
