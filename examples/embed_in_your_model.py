"""Use the records in a model of your own: as fields of your classes, and with your own data inside them."""

import json

import attrs

import diplo_events
from diplo_events import EventDate, Statement
from diplo_events.converter import make_converter


@attrs.frozen(kw_only=True)
class CaseFile:
    """A file of an archive, which holds more than statements."""

    number: int
    """Its number on the shelf."""
    opened: EventDate
    """When it was opened, as precisely as is known."""
    statements: tuple[Statement, ...] = ()
    """The statements in it."""


def main() -> None:
    """Create a case file, write it as JSON, and read it back."""
    dataset = diplo_events.load_example()
    statement = dataset.statements[0]
    marked = attrs.evolve(statement, extra={"box": 7, "read by": ["A", "B"]})
    case = CaseFile(number=12, opened=EventDate.parse("2025-09~"), statements=(marked,))

    converter = make_converter()
    text = json.dumps(converter.unstructure(case), ensure_ascii=False, indent=2)
    print(text)
    print("equal after reading:", converter.structure(json.loads(text), CaseFile) == case)


if __name__ == "__main__":
    main()
