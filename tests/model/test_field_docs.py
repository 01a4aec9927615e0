"""The docstrings under the fields: the table that survives compilation says what the source says."""

import inspect
import json
import re
import subprocess
import sys

import attrs

import field_docs
from diplo_events import model
from diplo_events.json_schema import json_schema
from diplo_events.model._field_docs import CLASS_DOCS, FIELD_DOCS
from diplo_events.schema import fields
from each_case import each_case

CLASSES = [cls for name in model.__all__ if attrs.has(cls := getattr(model, name))]


def test_the_table_is_what_the_script_writes() -> None:
    text = field_docs.TABLE.read_text(encoding="utf-8")
    assert text == field_docs.module(), "run: python docs/_scripts/field_docs.py"
    assert field_docs.field_docs() == FIELD_DOCS
    assert field_docs.class_docs() == CLASS_DOCS


@each_case("cls", CLASSES, ids=lambda cls: cls.__name__)
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


def test_the_schema_is_the_same_where_python_drops_docstrings() -> None:
    code = "import json; from diplo_events.json_schema import json_schema; print(json.dumps(json_schema()))"
    done = subprocess.run([sys.executable, "-OO", "-c", code], capture_output=True, check=True, timeout=60)
    assert json.loads(done.stdout) == json_schema()
    assert all(definition["description"] for definition in json_schema()["$defs"].values())
