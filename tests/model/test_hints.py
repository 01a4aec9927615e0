"""A record that gets a text in the place of a date, a member or a tuple says what to write."""

from collections.abc import Iterator

import attrs
import pytest

import diplo_events
from diplo_events import InvalidRecordError, load_example
from diplo_events.model.field_rules import Checked
from diplo_events.model.nodes import DateNode, ManyNode, PartNode, VocabularyNode, fields

EXAMPLE = load_example()


def all_parts(record: Checked) -> Iterator[Checked]:
    """List a record and all its parts."""
    yield record
    for field in fields(type(record)):
        value = getattr(record, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Checked):
                yield from all_parts(item)


PARTS = [part for record in EXAMPLE.records for part in all_parts(record)]


def hint_for(part: Checked, name: str, wrong: object) -> str:
    """Return the hint of the only problem of a part with a wrong value."""
    with pytest.raises(InvalidRecordError) as caught:
        attrs.evolve(part, **{name: wrong})
    (problem,) = caught.value.problems
    assert problem.path.startswith(name)
    return problem.hint or ""


def written(hint: str) -> object:
    """Run what a hint says to write."""
    assert hint.startswith("write ")
    return eval(hint.removeprefix("write "), vars(diplo_events))


def test_a_hint_runs_and_is_what_was_meant() -> None:
    tried = set()
    for part in PARTS:
        for field in fields(type(part)):
            value = getattr(part, field.name)
            node = field.node.item if isinstance(field.node, ManyNode) else field.node
            if value in (None, (), frozenset()) or (type(part), field.name) in tried:
                continue
            many = isinstance(value, tuple | frozenset)
            first = min(value, key=str) if many else value
            match node:
                case VocabularyNode():
                    wrong: object = first.value
                case DateNode():
                    wrong = str(first)
                case _:
                    continue
            tried.add((type(part), field.name))
            assert written(hint_for(part, field.name, type(value)([wrong]) if many else wrong)) == first
    assert len(tried) > 25


@pytest.mark.slow
def test_one_item_without_its_tuple_or_set() -> None:
    tried = set()
    for part in PARTS:
        for field in fields(type(part)):
            value = getattr(part, field.name)
            if not isinstance(field.node, ManyNode) or isinstance(field.node.item, PartNode) or not value:
                continue
            first = min(value, key=str)
            assert written(hint_for(part, field.name, first)) == type(value)([first])
            name = type(value).__name__
            assert hint_for(part, field.name, list(value)) == f"write {name}(...)"
            assert written(hint_for(part, field.name, None).removesuffix(" for none")) == type(value)()
            tried.add(field.name)
    assert len(tried) > 10


def test_a_part_is_written_with_its_class() -> None:
    statement = next(part for part in PARTS if isinstance(part, diplo_events.Statement) and part.quotes)
    assert hint_for(statement, "quotes", ("pretty precise plans",)) == "write Quote(...)"
    assert hint_for(statement, "quotes", "pretty precise plans") == "write ('pretty precise plans',)"
