"""Writes `model/_field_docs.py`: the docstrings under the fields of the model's classes and of the header.

Python does not keep these docstrings, and a package of compiled files has no source to read them from. They are
written once, under the fields; this copies them into a table that the schema and the codebook show. Run it after a
change to one: `python docs/_scripts/field_docs.py`. A test fails while the two differ.
"""

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Final

__all__ = ["TABLE", "class_docs", "field_docs", "main", "module"]

SOURCE: Final = Path(__file__).resolve().parents[2] / "src"
MODEL: Final = SOURCE / "diplo_events" / "model"
TABLE: Final = MODEL / "_field_docs.py"

HEAD: Final = '''"""The docstrings under the fields of records and headers, as docs/_scripts/field_docs.py wrote them.

Change the docstring under the field, not this file.
"""

from collections.abc import Mapping
from typing import Final

__all__ = ["CLASS_DOCS", "FIELD_DOCS"]

FIELD_DOCS: Final[Mapping[str, Mapping[str, str]]] = {
'''

CLASSES_HEAD: Final = '''}
"""The docstrings under the fields, by the full name of the class."""

CLASS_DOCS: Final[Mapping[str, str]] = {
'''

VOCABULARIES: Final = (
    *(f"diplo_events.vocab.{name}" for name in ("_events", "_reference", "_reports", "_term", "action_kinds", "codes")),
    "diplo_events.vocab.speech_acts",
)
"""The modules of the vocabularies."""


def main() -> None:
    """Write the table."""
    TABLE.write_text(module(), encoding="utf-8")


def module() -> str:
    """Return the text of the table."""
    lines = [HEAD]
    for cls, docs in field_docs().items():
        lines.append(f'    "{cls}": {{\n')
        lines.extend(f'        "{name}": {quoted(doc)},\n' for name, doc in docs.items())
        lines.append("    },\n")
    lines.append(CLASSES_HEAD)
    lines.extend(f'    "{cls}": {quoted(doc)},\n' for cls, doc in class_docs().items())
    return "".join([*lines, "}\n"])


def class_docs() -> dict[str, str]:
    """Return the first line of the docstring of every class of the model and every vocabulary, by its full name."""
    docs: dict[str, str] = {}
    for module_name in dict.fromkeys([*(name for name, _ in exports()), *VOCABULARIES]):
        path = SOURCE.joinpath(*module_name.split(".")).with_suffix(".py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and (doc := ast.get_docstring(node)):
                docs[f"{module_name}.{node.name}"] = doc.partition("\n")[0]
    return docs


def quoted(text: str) -> str:
    """Write a text as ruff formats it."""
    return repr(text) if '"' in text and "'" not in text else '"' + text.replace("\\", r"\\").replace('"', r"\"") + '"'


def field_docs() -> dict[str, dict[str, str]]:
    """Return the docstrings under the fields of the header and the public classes of the model, by class."""
    docs: dict[str, dict[str, str]] = {}
    for module_name, public in [*exports(), ("diplo_events._internal.dataset.header", {"Header"})]:
        path = SOURCE.joinpath(*module_name.split(".")).with_suffix(".py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name in public:
                docs[f"{module_name}.{node.name}"] = dict(docs_in(node))
    return {cls: lines for cls, lines in docs.items() if lines}


def exports() -> Iterator[tuple[str, set[str]]]:
    """List the modules of the model, each with the names that the model takes from it."""
    for node in ast.parse((MODEL / "__init__.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, {alias.name for alias in node.names}


def docs_in(definition: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """List the annotated names in the body of a class that have a docstring under them."""
    for statement, below in itertools.pairwise(definition.body):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            match below:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    yield statement.target.id, text
                case _:
                    pass


if __name__ == "__main__":
    main()
