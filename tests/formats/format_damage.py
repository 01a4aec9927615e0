"""Damage to files, for the tests of the formats."""

from collections.abc import Sequence
from types import ModuleType

from diplo_events import Dataset, NotReadableError


def damaged(data: bytes, changes: Sequence[tuple[int, bytes]]) -> bytes:
    """Put other bytes in the place of some."""
    for index, new in changes:
        data = data[:index] + new + data[index + 1 :]
    return data


def read_as_it_is_or_refused(module: ModuleType, data: bytes) -> Dataset | None:
    """Read a file: what is read must come back through writing, and what is refused, as `None`, be refused well."""
    try:
        dataset: Dataset = module.loads(data)
    except NotReadableError as error:
        text = str(error).translate({0x2068: None, 0x2069: None})  # around what runs from right to left
        assert text.replace("\n", "").isprintable()
        return None
    assert module.loads(module.dumps(dataset)) == dataset
    return dataset
