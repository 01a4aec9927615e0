"""Law 1: what is written and read again is equal to what was written."""

from types import ModuleType

import pytest
from hypothesis import given
from laws import BUNDLED, EXAMPLE, FORMAT, FORMATS, RECORDS, alone, same

from diplo_events import (
    Dataset,
)
from diplo_events.schema import (
    Record,
)
from shared_datasets import DATASETS


class TestLaw1:
    """`loads(dumps(x)) == x` for every record and dataset in every lossless format."""

    @pytest.mark.slow
    @FORMAT
    @given(dataset=DATASETS)
    def test_drawn_datasets(self, format_: ModuleType, dataset: Dataset) -> None:
        assert same(format_.loads(format_.dumps(dataset)), dataset)
        assert same(format_.loads(format_.dumps(dataset).encode()), dataset)

    @FORMAT
    @given(record=RECORDS)
    def test_drawn_records(self, format_: ModuleType, record: Record) -> None:
        assert same(format_.loads(format_.dumps(alone(record))), alone(record))

    @pytest.mark.slow
    @FORMAT
    def test_the_bundled_dataset(self, format_: ModuleType) -> None:
        assert same(format_.loads(format_.dumps(EXAMPLE)), EXAMPLE)

    @BUNDLED
    def test_bundled_records(self, record: Record) -> None:
        for module in FORMATS:
            assert same(module.loads(module.dumps(alone(record))), alone(record))
