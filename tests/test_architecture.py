"""Which module may import which: one way, no cycles, third-party packages only where this page says so.

A new module belongs into `LAYERS`. It may import the modules of the layers above it on this page, and none of its own
layer or of those below: siblings do not know each other.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import diplo_events

LAYERS: Final = {
    "messages": ["errors"],
    "leaves: they know nothing of diplomacy, or nothing but its vocabulary": [
        "assignment",
        "atomic_file",
        "choices",
        "collector",
        "html_page",
        "edtf_tree",
        "recurring",
        "unreadable",
        "vocab",
        "model.ids",
        "model.frozen_map",
    ],
    "speech acts and the text of dates": ["speech_acts", "edtf", "day_sets", "time_words"],
    "how dates relate": ["date_relations"],
    "dates": ["dates"],
    "more on dates": ["date_limits", "relative_dates"],
    "the rules of records": ["model.rules"],
    "parts of records": ["model.spans", "model.actor", "model.issue"],
    "what records share": ["model.event_record", "model.place", "model.source"],
    "event records": ["model.statement", "model.meeting", "model.territorial_claim", "model.position"],
    "the model": ["model"],
    "what records look like": ["schema"],
    "what several datasets hold": ["gathered"],
    "datasets, and plain data on their way to them": [
        "dataset",
        "converter",
        "json_text",
        "field_strategies",
        "field_values",
    ],
    "documents": ["document"],
    "reading and writing by suffix": ["formats"],
    "each format": ["formats.json", "formats.jsonl", "formats.yaml"],
    "a dataset, looked at in one way": [
        "agreement",
        "anchoring",
        "brief",
        "datapackage",
        "dating",
        "event_rows",
        "identity",
        "predicates",
        "record_dates",
        "representation",
        "spellings",
        "strategies",
        "things",
    ],
    "a dataset, asked": [
        "accounts",
        "html_records",
        "network",
        "query",
        "renderings",
        "stance_series",
        "stances",
        "timeline",
    ],
    "two records, held against each other": ["grounds"],
    "answers held against each other": [
        "candidates",
        "codes",
        "contradictions",
        "corroboration",
        "html_drawings",
        "networkx_graphs",
    ],
    "a report of it all": ["html_report"],
    "the bundled dataset": ["example_data"],
    "the public names": [""],
    "what commands read": ["inputs"],
    "what commands print": ["outputs"],
    "the commands": [
        "commands",
        "commands.agree",
        "commands.brief",
        "commands.check",
        "commands.compile",
        "commands.convert",
        "commands.locate",
        "commands.package",
        "commands.resolve",
        "commands.schema",
        "commands.show",
        "commands.stances",
    ],
    "the command line": ["cli"],
    "python -m diplo_events": ["__main__"],
}

EVERYWHERE: Final = "attrs"
"""The one third-party package that any module may import."""

THIRD_PARTY: Final = {
    "cattrs": ["converter", "document"],
    "dateutil": ["recurring"],
    "hypothesis": ["field_strategies", "strategies"],
    "networkx": ["networkx_graphs"],
    "rapidfuzz": ["candidates"],
    "yaml": ["formats.yaml"],
}
"""Where each other package is imported; all but cattrs and dateutil are extras."""

EXTRAS: Final = {"hypothesis": "hypothesis", "networkx": "networkx", "rapidfuzz": "rapidfuzz", "yaml": "pyyaml"}
"""What the others are called where packages are installed from."""

BY_NAME: Final = {"cli": "the commands", "formats": "each format"}
"""The modules that import others by name, and the layer that these others are of."""

LONGEST: Final = 400

SOURCE: Final = Path(diplo_events.__file__).parent
FILES: Final = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix("__init__").removesuffix("."): path
    for path in SOURCE.rglob("*.py")
}
TREES: Final = {name: ast.parse(path.read_bytes()) for name, path in FILES.items()}
PACKAGE: Final = "diplo_events"


def imported(name: str) -> Iterator[str]:
    """Give what a module imports anywhere in it: at the top, in functions, under `TYPE_CHECKING`."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name} imports relatively"
            assert node.module
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full.removeprefix(f"{PACKAGE}.") in FILES else node.module


def neighbours(name: str) -> set[str]:
    """Give the modules of the library that a module imports."""
    return {
        full.removeprefix(PACKAGE).removeprefix(".") for full in imported(name) if full.partition(".")[0] == PACKAGE
    }


def test_every_module_has_its_one_place_on_this_page() -> None:
    placed = [name for names in LAYERS.values() for name in names]
    assert sorted(placed) == sorted(FILES)


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_go_one_way(layer: str) -> None:
    order = list(LAYERS)
    above = {name for earlier in order[: order.index(layer)] for name in LAYERS[earlier]}
    wrong = {name: sorted(neighbours(name) - above) for name in LAYERS[layer] if name in FILES}
    assert not any(wrong.values()), wrong


def test_there_are_no_cycles_at_all() -> None:
    rest = {name: neighbours(name) for name in FILES}
    while free := [name for name, others in rest.items() if not others & rest.keys()]:
        for name in free:
            del rest[name]
    assert not rest


@pytest.mark.parametrize("name", sorted(FILES))
def test_third_party_packages_stay_where_they_belong(name: str) -> None:
    tops = {full.partition(".")[0] for full in imported(name)} - set(sys.stdlib_module_names) - {PACKAGE, EVERYWHERE}
    assert tops == {package for package, users in THIRD_PARTY.items() if name in users}


def test_every_package_that_is_no_dependency_is_an_extra() -> None:
    project = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    core = {re.split("[<>=]", line)[0] for line in project["dependencies"]}
    assert core == {"attrs", "cattrs", "python-dateutil"}
    optional = {re.split("[<>=]", line)[0] for lines in project["optional-dependencies"].values() for line in lines}
    assert EXTRAS.keys() == THIRD_PARTY.keys() - {"cattrs", "dateutil"}
    assert set(EXTRAS.values()) <= optional


def test_modules_are_imported_by_name_only_where_a_table_lists_them() -> None:
    found = set()
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute | ast.Name) and ast.unparse(called).rpartition(".")[2] in {
                "import_module",
                "__import__",
                "exec",
                "eval",
            }:
                found.add(name)
    assert found == BY_NAME.keys()
    for name, layer in BY_NAME.items():
        assert all(other.startswith(("commands", name)) for other in LAYERS[layer])


def test_the_model_stands_alone() -> None:
    """The design's law: deleting every other package must leave `model/` importable."""
    below = {"errors", "vocab", "speech_acts", "dates"}
    for name in FILES:
        if name.partition(".")[0] == "model":
            assert {other for other in neighbours(name) if other.partition(".")[0] != "model"} <= below


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_module_says_what_is_in_it(name: str) -> None:
    text = ast.get_docstring(TREES[name])
    assert text
    assert text.partition("\n")[0].rstrip().endswith((".", "?"))


@pytest.mark.parametrize("name", sorted(name for name in FILES if name not in {"__main__", "commands"}))
def test_every_module_lists_its_public_names(name: str) -> None:
    (found,) = [
        ast.literal_eval(node.value)
        for node in TREES[name].body
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["__all__"]
    ]
    bound: set[str] = set()
    for node in TREES[name].body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            bound.add(node.name)
        elif isinstance(node, ast.ImportFrom):
            bound.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Assign):
            bound.update(ast.unparse(target) for target in node.targets)
        elif isinstance(node, ast.AnnAssign):
            bound.add(ast.unparse(node.target))
    assert len(set(found)) == len(found)
    assert set(found) <= bound


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_module_is_too_long_to_read(name: str) -> None:
    assert len(FILES[name].read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_no_module_is_named_after_nothing() -> None:
    nothing = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "tools"}
    assert not {name.rpartition(".")[2] for name in FILES} & nothing
