"""The docstrings under the fields: the table that survives compilation says what the source says."""

import inspect
import re

import attrs
import pytest

import field_docs
from diplo_events import model
from diplo_events.model._field_docs import FIELD_DOCS
from diplo_events.schema import fields

CLASSES = [cls for name in model.__all__ if attrs.has(cls := getattr(model, name))]


def test_the_table_is_what_the_script_writes() -> None:
    text = field_docs.TABLE.read_text(encoding="utf-8")
    assert text == field_docs.module(), "run: python docs/_scripts/field_docs.py"
    assert field_docs.field_docs() == FIELD_DOCS


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_the_docstring_of_a_field_is_the_line_under_it(cls: type[attrs.AttrsInstance]) -> None:
    """An oracle that parses nothing: the line stands in the source of the class, or of one of its bases."""
    source = "".join(inspect.getsource(base) for base in cls.__mro__ if attrs.has(base))
    for field in fields(cls):
        assert re.search(rf'\n    {field.name}: .*\n    """{re.escape(field.doc)}"""\n', source)


def test_a_class_outside_the_model_gives_the_docs_of_its_own_fields_as_metadata() -> None:
    @attrs.frozen(kw_only=True)
    class Meeting(model.Meeting):
        interpreter: str | None = attrs.field(default=None, metadata={"doc": "Who interprets."})
        room: str | None = None

    docs = {field.name: field.doc for field in fields(Meeting)}
    assert (docs["interpreter"], docs["room"]) == ("Who interprets.", "")
    assert docs["title"] == {field.name: field.doc for field in fields(model.Meeting)}["title"]
