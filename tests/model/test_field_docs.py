"""The docstrings under the fields: the table that survives compilation says what the source says."""

import importlib.util
import inspect
import re
from pathlib import Path

import attrs
import pytest

from diplo_events import model
from diplo_events.model._field_docs import FIELD_DOCS
from diplo_events.schema import fields

SCRIPT = Path(__file__).resolve().parents[2] / "docs" / "_scripts" / "field_docs.py"
CLASSES = [cls for name in model.__all__ if attrs.has(cls := getattr(model, name))]


def test_the_table_is_what_the_script_writes() -> None:
    spec = importlib.util.spec_from_file_location("field_docs", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.TABLE.read_text(encoding="utf-8") == script.module(), "run: python docs/_scripts/field_docs.py"
    assert script.field_docs() == FIELD_DOCS


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
