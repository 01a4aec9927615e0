"""Damage to files, for the tests of the formats."""

import random
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from diplo_events import Dataset, NotReadableError
from diplo_events.schema import RECORD_TYPES, references


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


def spoil(contents: list[dict[str, Any]], chance: random.Random) -> None:
    """Change a record so that it can be read and does not fit."""
    one, other = chance.choice(contents), chance.choice(contents)
    match chance.randint(0, 4):
        case 0:
            contents.insert(chance.randrange(len(contents)), dict(one))
        case 1:
            contents.remove(one)
        case 2:
            found = list(references(RECORD_TYPES[one["type"]], one))
            if found:
                *way, last = chance.choice(found).path
                place: Any = one
                for step in way:
                    place = place[step]
                place[last] = other["id"]
        case 3:
            source = chance.choice([content for content in contents if content["type"] == "source"])
            source["length"] = 300
            source.pop("uncoded", None)
        case _:
            places = [content for content in contents if content["type"] == "place"]
            for inner, outer in zip(places, [*places[1:], places[0]], strict=True):
                inner["within"] = outer["id"]
