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
        assert str(error).replace("\n", "").isprintable()  # noqa: PT017  (any other error fails the test)
        return None
    assert module.loads(module.dumps(dataset)) == dataset
    return dataset
