"""Writes the pages that repeat what the code says: codebook, command line, reference, changelog, and the menu.

Run it after a change to a docstring, a field, a vocabulary, a command or a module: `python docs/_scripts/generate.py`.
A test fails while the pages and the code differ.
"""

import argparse
import ast
import inspect
import itertools
import re
import types
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, Final, assert_never

import attrs

import field_docs
from diplo_events import cli, load_example, model, schema, vocab
from diplo_events.drafting.world import world
from diplo_events.model import EventRecord
from diplo_events.model.ids import CanonicalId
from diplo_events.report.html import html_report
from diplo_events.vocab import codes
from diplo_events.vocab.action_kinds import ActionKind
from diplo_events.vocab.codes import Code, CodedTerm, Match
from diplo_events.vocab.speech_acts import SpeechAct
from reference import DOCS, ROOT, WRITTEN, cell, menu, reference

__all__ = ["main", "pages"]

TITLES: Final = {
    "load_and_ask": "Load and ask",
    "encode_and_check": "Encode and check",
    "merge_two_coders": "Merge two coders",
    "for_r_duckdb_gephi": "For R, DuckDB and Gephi",
    "embed_in_your_model": "Embed in your model",
}
"""The headings of the scripts in `examples`, in their order."""

BOOK: Final = (
    "Every type of record with every field, and every vocabulary with every member. Names and values are those of "
    "files and of Python alike. Records point at each other by id; a field that is not required may be left out."
)

SHARED: Final = (
    "Statements, meetings, territorial claims and positions are *what one source reports*. They have these fields, "
    "and those of their own type."
)


def main() -> None:
    """Write all generated pages, the menu and the table of field docs, and remove pages of modules that are gone."""
    field_docs.main()
    written = pages()
    for path in set((DOCS / "reference").glob("*.md")) - {DOCS / name for name in written}:
        path.unlink()
    for name, text in written.items():
        path = DOCS / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    configuration = ROOT / "mkdocs.yml"
    configuration.write_text(menu(configuration.read_text(encoding="utf-8")), encoding="utf-8")


def pages() -> dict[str, str]:
    """Return the generated pages by their names inside `docs`."""
    written = {
        "codebook.md": codebook(),
        "command-line.md": command_line(),
        "examples.md": examples(),
        "changelog.md": WRITTEN + (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
        "explorer/bundled.html": html_report(load_example(), home="../explorer.html", gazetteer=world()),
    }
    return written | reference()


# The codebook


def codebook() -> str:
    """Write all record types with their fields, and all vocabularies with their members."""
    lines = [
        f"{WRITTEN}# Codebook\n",
        f"{BOOK}\n",
        "## Shared by all event records\n",
        f"{SHARED}\n",
        *field_table(EventRecord, ()),
    ]
    shared = tuple(field.name for field in schema.fields(EventRecord))
    for cls in schema.RECORD_TYPES.values():
        lines.extend(class_section(cls, shared if issubclass(cls, EventRecord) else ()))
    lines.append("## Parts of records\n")
    lines.append("Values that stand inside records and have no id.\n")
    for cls in parts():
        lines.extend(class_section(cls, (), level="###"))
    lines.append("## Vocabularies\n")
    lines.append(
        "What stands in the column *value* is what files hold; in Python the member is that value in capitals: "
        "`Stance.STRONGLY_AGREE`.\n"
    )
    for vocabulary in vocabularies():
        lines.extend(vocabulary_section(vocabulary))
    return "\n".join(lines).rstrip("\n") + "\n"


def parts() -> list[type[attrs.AttrsInstance]]:
    """List the classes of the model that are parts of records."""
    known = (*schema.RECORD_TYPES.values(), EventRecord)
    named = (getattr(model, name) for name in model.__all__)
    return [cls for cls in named if attrs.has(cls) and cls not in known]


def vocabularies() -> list[type[Enum]]:
    """List the vocabularies, those with codes first."""
    named = (getattr(vocab, name) for name in vocab.__all__)
    return [SpeechAct, ActionKind, *(cls for cls in named if cls is not vocab.Term)]


def class_section(cls: type[attrs.AttrsInstance], left_out: Iterable[str], *, level: str = "##") -> list[str]:
    """Write the part on one class: what it is, and its fields."""
    summary = (inspect.getdoc(cls) or "").partition("\n\nExamples:")[0]
    also = ["Besides the fields [shared by all event records](#shared-by-all-event-records):\n"] if left_out else []
    return [f"{level} {cls.__name__}\n", f"{summary}\n", *also, *field_table(cls, left_out)]


def field_table(cls: type[attrs.AttrsInstance], left_out: Iterable[str]) -> list[str]:
    """Write the fields of a class as a table."""
    lines = ["| Field | Meaning | Type | Required |\n|---|---|---|---|"]
    lines.extend(
        f"| `{field.name}` | {cell(field.doc)} | {type_in_words(field.node, field.name)}"
        f"{', or none' if field.required and field.node.optional else ''} "
        f"| {'yes' if field.required else ''} |"
        for field in schema.fields(cls)
        if field.name not in left_out
    )
    return [*lines, ""]


def type_in_words(node: schema.Node, name: str = "") -> str:  # noqa: C901, PLR0911  (one case for each kind of node)
    """Return what values a field takes, in words.

    >>> type_in_words(schema.node_of(tuple[str, ...])), type_in_words(schema.node_of(bool | None))
    ('list of text', 'true or false')
    """
    match node:
        case schema.IdNode(kind=kind):
            if name == "id":
                return "id"
            targets = schema.TARGETS[kind]
            several = "id of an event record" + " or a document" * (name == "outcomes")
            return f"id of {linked(targets[0])}" if len(targets) == 1 else several
        case schema.CodeNode(kind=kind, pattern=pattern):
            return "id" if kind is CanonicalId else pattern.expected
        case schema.ManyNode(item=item, container=container):
            inside = type_in_words(item, name)
            if container is frozenset:
                return f"set of {inside}"
            return f"ids{inside.removeprefix('id')}" if inside.startswith("id ") else f"list of {inside}"
        case schema.MapNode(of_text=of_text):
            return "text by text" if of_text else "any JSON object"
        case schema.DateNode():
            return "[date (EDTF)](guides/event-dates.md)"
        case schema.VocabularyNode(vocabulary=cls) | schema.PartNode(cls=cls):
            return linked(cls)
        case schema.TextNode():
            return "text"
        case schema.WholeNode():
            return "whole number"
        case schema.NumberNode():
            return "number"
        case schema.FlagNode():
            return "true or false"
    assert_never(node)


def linked(cls: type) -> str:
    """Link to the part on a class or a vocabulary."""
    return f"[{cls.__name__}](#{cls.__name__.lower()})"


def vocabulary_section(vocabulary: type[Enum]) -> list[str]:
    """Write the part on one vocabulary."""
    summary, _, more = (inspect.getdoc(vocabulary) or "").partition("\n\nExamples:")[0].partition("\n\n")
    lines = [f"### {vocabulary.__name__}\n", f"{summary}\n", *([f"{more}\n"] if more else [])]
    members: list[Any] = list(vocabulary)
    if issubclass(vocabulary, CodedTerm):
        lines.append(matches())
        lines.append("| Value | Meaning | CAMEO | PLOVER | Source |\n|---|---|---|---|---|")
        lines.extend(
            f"| `{m.value}` | {cell(m.meaning)} | {code(m.cameo)} | {code(m.plover)} | {m.source} |" for m in members
        )
        return [*lines, ""]
    lines.append(f"Source: {', '.join(dict.fromkeys(cell(member.source) for member in members))}.\n")
    lines.append("| Value | Meaning |\n|---|---|")
    lines.extend(f"| `{member.value}` | {cell(member.meaning)} |" for member in members)
    return [*lines, ""]


def matches() -> str:
    """Write what the kinds of correspondence mean."""
    docs = enum_docs(codes, Match)
    return "How a code fits: " + " ".join(f"*{match.value}*: {docs[match.name]}" for match in Match) + "\n"


def enum_docs(module: types.ModuleType, cls: type[Enum]) -> dict[str, str]:
    """Read the lines under the members of an enumeration."""
    tree = ast.parse(inspect.getsource(module))
    (body,) = (node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    docs: dict[str, str] = {}
    for member, line in itertools.pairwise(body):
        if isinstance(member, ast.Assign) and isinstance(line, ast.Expr) and isinstance(member.targets[0], ast.Name):
            docs[member.targets[0].id] = ast.literal_eval(line.value)
    return docs


def code(fit: Code) -> str:
    """Write a code of another scheme with how it fits."""
    if fit.event is None:
        return "none"
    return f"{fit.event}{f' {fit.mode}' if fit.mode else ''} ({fit.match.value})"


# The command line


def examples() -> str:
    """Write the page of the scripts in `examples`, each whole."""
    parts = [
        WRITTEN,
        "# Scripts to start from\n\nEach is whole, and run by the tests. They stand in the folder `examples`.\n",
    ]
    for path in sorted((ROOT / "examples").glob("*.py"), key=lambda path: list(TITLES).index(path.stem)):
        text = path.read_text(encoding="utf-8")
        summary = ast.get_docstring(ast.parse(text)) or ""
        rest = text.split('"""', 2)[2].lstrip()
        parts.append(f"## {TITLES[path.stem]}\n\n{summary}\n\n```python\n{rest}```\n")
    return "\n".join(parts)


def command_line() -> str:
    """Write all commands with their arguments and examples."""
    parser = cli.build_parser()
    (commands,) = (a.choices for a in parser._actions if isinstance(a, argparse._SubParsersAction))  # noqa: SLF001  (argparse lists its commands nowhere else)
    lines = [
        f"{WRITTEN}# Command line\n",
        f"{parser.description}\n",
        f"{parser.epilog}\n",
        "`python -m diplo_events` is the same as `diplo-events`. `-h` after a command shows what stands here.\n",
        "| Command | |\n|---|---|",
    ]
    lines.extend(f"| [`{name}`](#{name}) | {cell(command.description or '')} |" for name, command in commands.items())
    lines.append("")
    for name, command in commands.items():
        lines.extend(command_section(name, command))
    return "\n".join(lines).rstrip("\n") + "\n"


def command_section(name: str, command: argparse.ArgumentParser) -> Iterator[str]:
    """Write the part on one command."""
    actions = [action for action in command._actions if action.dest != "help"]  # noqa: SLF001  (argparse lists its commands nowhere else)
    yield f"## {name}\n"
    yield f"{command.description}\n"
    yield f"```text\n{' '.join([f'diplo-events {name}', *(shape(action) for action in ordered(actions))])}\n```\n"
    if actions:
        yield "| Argument | Meaning |\n|---|---|"
        for action in ordered(actions):
            yield f"| {cell(', '.join(f'`{word}`' for word in words(action)))} | {cell(meaning(action))} |"
        yield ""
    if command.epilog:
        examples = inspect.cleandoc(command.epilog.removeprefix("Examples:"))
        commented = re.sub(r"(?m)(?<=\S)( {2,})(?=\S)", r"\1# ", examples)
        yield f"```sh\n{commented}\n```\n"


def ordered(actions: Iterable[argparse.Action]) -> list[argparse.Action]:
    """Sort arguments: those without a dash come first."""
    return sorted(actions, key=lambda action: bool(action.option_strings))


def shape(action: argparse.Action) -> str:
    """Write how an argument stands in a call."""
    if not action.option_strings:
        return {None: value(action), "?": f"[{value(action)}]"}.get(action.nargs, f"{value(action)} …")
    option = action.option_strings[-1] + ("" if action.nargs == 0 else f" {value(action)}")
    return option if action.required else f"[{option}]"


def words(action: argparse.Action) -> list[str]:
    """List all forms of an argument."""
    if not action.option_strings:
        return [value(action)]
    return [option + ("" if action.nargs == 0 else f" {value(action)}") for option in action.option_strings]


def value(action: argparse.Action) -> str:
    """Name the value that an argument takes."""
    if isinstance(action.metavar, tuple):
        return " ".join(action.metavar)
    if isinstance(action.metavar, str):
        return action.metavar
    if action.choices is not None:
        return "|".join(map(str, action.choices))
    return action.dest.upper()


def meaning(action: argparse.Action) -> str:
    """Write what an argument is for."""
    text = action.help or ""
    known = action.default in (None, False, [], argparse.SUPPRESS) or f"({action.default})" in text
    default = "" if known else f"; by default `{action.default}`"
    return f"{text}{default}{'; required' if action.option_strings and action.required else ''}"


if __name__ == "__main__":
    main()
