"""The reference: one group per family, a page for each module of the interface, and their menu."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

__all__ = ["DOCS", "FAMILIES", "PACKAGE", "ROOT", "WRITTEN", "Module", "cell", "groups", "menu", "modules", "reference"]

DOCS: Final = Path(__file__).resolve().parents[1]
ROOT: Final = DOCS.parent
PACKAGE: Final = ROOT / "src" / "diplo_events"

WRITTEN: Final = "<!-- Written by docs/_scripts/generate.py; change the code, not this page. -->\n\n"

FAMILIES: Final = {
    "Dates": ("dates",),
    "Records": ("model",),
    "Vocabularies": ("vocab",),
    "Datasets": ("dataset", "open_records", "referents", "hierarchy", "lookup", "example_data"),
    "File formats": ("formats",),
    "Corroboration": ("corroboration",),
    "Analysis": ("analysis",),
    "Coding": ("coding", "shorthand", "drafting", "coding_page"),
    "Tables": ("tables",),
    "Exporters": ("exporters",),
    "Importers": ("importers",),
    "Engines": ("spark",),
    "Plots": ("plots",),
    "Reports": ("report", "cli"),
    "Strategies": ("strategies",),
    "What records look like": ("schema", "json_schema", "converter", "pydantic"),
    "Errors": ("errors",),
}
"""The groups of the reference, in its order, each with the families that stand in it."""

PROMISED: Final = (
    "Everything on these pages is part of the interface; [what we promise](../promise.md) says what that means. "
    "[I want to …](../i-want-to.md) leads from a task to the function for it."
)

MARKS: Final = ("      # generated: begin\n", "      # generated: end\n")
"""What stands around the generated part of the menu in `mkdocs.yml`."""


@attrs.frozen(kw_only=True)
class Module:
    """A module of the interface, read without importing it."""

    name: str
    """Its full name."""
    summary: str
    """The first sentence of its docstring."""
    members: tuple[str, ...]
    """The public names that it defines, or takes from a module that is internal."""
    others: tuple[str, ...]
    """The public names that it has from other modules of the interface."""
    is_door: bool
    """Whether it is the door of a family: what stands beside it is imported from here, or from a module below."""

    @property
    def short(self) -> str:
        """The name without the package."""
        return self.name.removeprefix("diplo_events.")

    @property
    def page(self) -> str:
        """Where its page is, inside `reference`."""
        return f"{self.short}.md"


def reference() -> dict[str, str]:
    """Return the pages of the reference by their names inside `docs`."""
    return {"reference/index.md": overview()} | {
        f"reference/{module.page}": module_page(module) for module in modules()
    }


def menu(configuration: str) -> str:
    """Put the reference pages into the menu, between its marks."""
    lines = ["      - reference/index.md\n", "      - I want to …: i-want-to.md\n"]
    for title, inside in groups().items():
        lines.append(f"      - {title}:\n")
        lines.extend(f"          - {module.short}: reference/{module.page}\n" for module in inside)
    before, _, rest = configuration.partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    return before + MARKS[0] + "".join(lines) + MARKS[1] + after


def is_internal(name: str) -> bool:
    """Whether a module is internal: a part of its name begins with an underscore."""
    return any(part.startswith("_") for part in name.split("."))


@functools.cache
def modules() -> tuple[Module, ...]:
    """List the modules of the interface that define something, and the doors of families."""
    listed: list[Module] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts).removesuffix(".__init__")
        if is_internal(name) or name == "diplo_events":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        members = tuple(own_names(tree))
        others = tuple(other for other in all_names(tree) if other not in members)
        is_door = path.stem == "__init__"
        if members or is_door:
            summary = (ast.get_docstring(tree) or "").partition("\n\n")[0].replace("\n", " ")
            listed.append(Module(name=name, summary=summary, members=members, others=others, is_door=is_door))
    return tuple(sorted(listed, key=lambda module: module.name))


def groups() -> dict[str, list[Module]]:
    """Sort the modules into the groups of the reference, the door of a family first."""
    listed = modules()
    sorted_in = {
        title: [module for name in families for module in listed if module.short.partition(".")[0] == name]
        for title, families in FAMILIES.items()
    }
    missing = [module.name for module in listed if not any(module in inside for inside in sorted_in.values())]
    if missing:
        raise LookupError(f"no group of the reference has {', '.join(missing)}: put the family into FAMILIES")
    return sorted_in


def all_names(tree: ast.Module) -> tuple[str, ...]:
    """Read the `__all__` of a module."""
    (names,) = (ast.literal_eval(node.value) for node in tree.body if isinstance(node, ast.Assign) and is_all(node))
    return tuple(names)


def own_names(tree: ast.Module) -> Iterator[str]:
    """List the names of `__all__` that a module defines, or that have no other page."""
    elsewhere = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and not is_internal(node.module or "")
        for alias in node.names
    }
    yield from (name for name in all_names(tree) if name not in elsewhere)


def module_page(module: Module) -> str:
    """Write the page of a module; mkdocstrings fills it in from the docstrings."""
    members = "".join(f"        - {name}\n" for name in module.members)
    listed = f"      members:\n{members}" if members else "      members: false\n"
    page = f"{WRITTEN}# {module.name}\n\n::: {module.name}\n    options:\n{listed}"
    return page + "".join(f"\n{part}\n" for part in (also_here(module), beside(module)) if part)


def also_here(module: Module) -> str:
    """Write what a door passes on from other modules of the interface, each with a link to its own page."""
    home = {name: other for other in modules() for name in other.members}
    links = [f"[`{name}`]({home[name].page}#{home[name].name}.{name})" for name in module.others if name in home]
    return f"## Also imported from here\n\n{', '.join(links)}" if links and module.is_door else ""


def beside(module: Module) -> str:
    """Write the modules of the family that a door belongs to."""
    rows = [
        f"| [`{m.name}`]({m.page}) | {cell(m.summary)} |" for m in modules() if m.name.startswith(f"{module.name}.")
    ]
    return "\n".join(["## Modules\n\n| Module | |\n|---|---|", *rows]) if rows else ""


def overview() -> str:
    """Write the list of public names and of modules, by family."""
    home = {name: module for module in modules() for name in module.members}
    lines = [
        f"{WRITTEN}# Reference\n",
        f"{PROMISED}\n",
        "## Names of the package\n",
        "These are imported from `diplo_events` itself.\n",
        "| Name | Defined in |\n|---|---|",
    ]
    for name in package_names():
        original = "load" if name == "load_example" else name
        module = home["FILE"] if name == "load_example" else home[name]
        lines.append(f"| [`{name}`]({module.page}#{module.name}.{original}) | [`{module.short}`]({module.page}) |")
    lines.append("\n`__version__` is the version of the package.\n")
    for title, inside in groups().items():
        lines.append(f"## {title}\n\n| Module | |\n|---|---|")
        lines.extend(f"| [`{module.name}`]({module.page}) | {cell(module.summary)} |" for module in inside)
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def package_names() -> list[str]:
    """List the names of the package, but for its version."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    return [name for name in all_names(tree) if name != "__version__"]


def is_all(node: ast.Assign) -> bool:
    """Whether an assignment is that of `__all__`."""
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)


def cell(text: str) -> str:
    """Put a text into a cell of a table."""
    return text.replace("\n", " ").replace("|", "\\|")
