"""`fix`: a person's YAML file with what `check` knows written into it, and left as it is everywhere else."""

import copy
import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, cast

import attrs

from diplo_events.coding.anchoring import Text, anchor_problems
from diplo_events.coding.ledger import repeat_problems
from diplo_events.dataset import Dataset
from diplo_events.errors import NotReadableError, Problem
from diplo_events.formats import format_named
from diplo_events.formats.located import Located, dataset_of, decode
from diplo_events.formats.parts import Part
from diplo_events.formats.short_form import is_short
from diplo_events.model.frozen_map import Plain
from diplo_events.schema import COLLECTIONS, path_text
from diplo_events.shorthand._expansion import Expansion, expanded, read_expansion
from diplo_events.shorthand._plain import Mappable, mapped, records_of
from diplo_events.shorthand._short_parts import shared_with, short_document
from diplo_events.shorthand._yaml_edits import rewritten

__all__ = ["Fix", "fix", "fix_parts"]

BOM: Final = "\ufeff"

MEANT: Final = re.compile(r"(?:^|; )did you mean ('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\?")
"""The hint for a misspelt word."""

STAND: Final = re.compile(r"they stand at ([0-9]+) to ([0-9]+)(?!, [0-9])")
"""The hint for a quote with another span, if there is one place alone."""

STEP: Final = re.compile(r"\[([0-9]+)\]|([^.\[\]]+)")

MOST_ROUNDS: Final = 20
"""How often what was corrected is checked again for what could not be seen before."""

NOBODY: Final = Dataset(complete=False)


@attrs.frozen(kw_only=True)
class Fix:
    """A corrected file."""

    data: bytes = attrs.field(repr=False)
    """Its content."""
    changes: tuple[str, ...]
    """The lines that went and came, as in a diff: each with its number, and `-` or `+`."""
    notes: tuple[str, ...] = ()
    """What could not be written into it though it is known."""


def fix(data: bytes, texts: Mapping[str, Text], *, file: str | None = None, shared: Dataset = NOBODY) -> Fix:
    r"""Return a YAML file in which everything is written out that can be, and misspelt words are corrected.

    The short form becomes the full one: spans, hash, length, ids, dates. A word for which `check` says "did you mean"
    becomes that word, and a span that is wrong becomes the one place where the quote stands. Comments, order, quotation
    marks, line ends and everything else stay. What is wrong otherwise stays too, for `check` to list.

    Args:
        data: The content of the file.
        texts: The texts, by their SHA-256.
        file: The name that errors show.
        shared: The other parts of the dataset.

    Raises:
        NotReadableError: it is not YAML.

    Examples:
        >>> text = Text("a.txt", "Oda Brink said no.")
        >>> issues, sources = b"issues:\n- {id: a, lable: A}  # mine\n", b"sources:\n- id: a\n  text: a.txt\n"
        >>> for change in fix(issues + sources, {text.sha256: text}).changes:
        ...     print(change)
        2: - - {id: a, lable: A}  # mine
        2: + - {id: a, label: A}  # mine
        5: -   text: a.txt
        5: +   sha256: '7bace400025028321dfe8e150be47909993d3e944c4d89d09681bcc95fb15a36'
        6: +   length: 18
    """
    text = decode(data, file=file)
    notes: list[str] = []
    result = corrected(text, texts, file, shared, notes)
    located = parsed(result, file)
    if is_short(located.data) and not (expansion := expanded(located, texts, shared)).problems:
        if (full := changed(result, expansion.document)) is None:
            notes.append(f"{file or 'the text'}: the full form has no place in it; compile writes it elsewhere")
        else:
            result = corrected(full, texts, file, shared, notes)  # what is wrong only in the fields of the full form
    before = BOM if data.startswith(BOM.encode()) else ""
    return Fix(data=(before + result).encode(), changes=tuple(diff_lines(text, result)), notes=tuple(notes))


def parsed(text: str, file: str | None) -> Located:
    """Return the data of a text in YAML, with their places."""
    parse: Callable[..., Located] = format_named("yaml").parse_located
    return parse(text, file=file)


def corrected(text: str, texts: Mapping[str, Text], file: str | None, shared: Dataset, notes: list[str]) -> str:
    """Return a text with what is known to be meant in the place of what is wrong.

    Raises:
        NotReadableError: it is not YAML.
    """
    for _ in range(MOST_ROUNDS):
        located = parsed(text, file)
        if located.problems:
            raise NotReadableError(located.problems)
        remedied = copy.deepcopy(located.data)
        found = problems_of(located, texts, shared)
        if not sum([right_lengths(remedied, texts), *(remedy(remedied, problem) for problem in found)]):
            break
        if (better := changed(text, remedied)) is None:
            notes.append(f"{file or 'the text'}: not everything could be corrected in place")
            break
        text = better
    return text


def changed(text: str, new: object) -> str | None:
    """Return a text that reads as other data, or `None` if it cannot be changed so."""
    try:
        return rewritten(text, new)
    except (ValueError, NotReadableError):
        return None


def diff_lines(before: str, after: str) -> Iterator[str]:
    """List the lines that went, with their numbers before, and those that came, with their numbers after."""
    old, new = before.splitlines(), after.splitlines()
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (f"{number + 1}: - {old[number]}" for number in range(a, b))
            yield from (f"{number + 1}: + {new[number]}" for number in range(c, d))


def problems_of(located: Located, texts: Mapping[str, Text], shared: Dataset) -> list[Problem]:
    """List what is wrong with one file by itself, each with its path in the file."""
    expansion: Expansion | None = expanded(located, texts, shared) if is_short(located.data) else None
    try:
        dataset = read_expansion(expansion, located) if expansion else dataset_of(located)
    except NotReadableError as error:
        return list(error.problems)
    found = [*repeat_problems(dataset), *anchor_problems(dataset, texts)]
    paths = {record.get("id"): path for path, _, record in records_of(mapped(located.data) or {}, *COLLECTIONS)}
    return [moved for problem in found if (moved := in_file(problem, paths))]


def in_file(problem: Problem, paths: Mapping[Any, tuple[str | int, ...]]) -> Problem | None:
    """Return a problem of a record with its path in the file, or `None` if the record has no id there."""
    key = problem.path
    while key and key not in paths:
        key = key.rpartition(".")[0]
    return attrs.evolve(problem, path=path_text(paths[key]) + problem.path[len(key) :]) if key else None


def remedy(data: object, problem: Problem) -> bool:
    """Change plain data so that a problem is gone, if the problem says how. Return whether they were changed."""
    steps = [int(match[1]) if match[1] else match[2] for match in STEP.finditer(problem.path)]
    if not steps:
        return False
    holder = follow(data, steps[:-1])
    last = steps[-1]
    if holder is None or (isinstance(holder, list) and not isinstance(last, int)):
        return False
    hint = problem.hint or ""
    if match := MEANT.search(hint):
        return respell(holder, last, unquoted(match[1]), key=problem.expected.startswith(("a field", "each field")))
    if match := STAND.search(hint):
        return respan(follow(data, steps), int(match[1]), int(match[2]))
    return False


def right_lengths(data: object, texts: Mapping[str, Text]) -> int:
    """Correct the lengths of sources whose texts are at hand. Return how many were wrong."""
    wrong = 0
    for _, _, source in records_of(mapped(data) or {}, "sources"):
        text = texts.get(str(source.get("sha256")))
        if text is not None and "length" in source and source["length"] != len(text.content):
            source["length"] = len(text.content)
            wrong += 1
    return wrong


def follow(data: Plain, steps: Iterable[str | int]) -> Plain:
    """Return the value at a path, or `None` if there is none."""
    for step in steps:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def respell(holder: Plain, last: str | int, meant: str, *, key: bool) -> bool:
    """Write what was meant in the place of a field's name or of its value."""
    if key and isinstance(holder, dict):
        fields = cast("Mappable", holder)
        if last not in fields or meant in fields:
            return False
        items = [(meant if name == last else name, value) for name, value in fields.items()]
        fields.clear()
        fields.update(items)
        return True
    if not isinstance(follow(holder, [last]), str) or holder[last] == meant:
        return False
    holder[last] = meant
    return True


def respan(quote: object, start: int, end: int) -> bool:
    """Write the one place where a quote stands, if it has another span."""
    span = follow(quote, ["span"])
    if not isinstance(span, dict):
        return False
    wrong = cast("Mappable", span)
    if (wrong.get("start"), wrong.get("end")) == (start, end):
        return False
    wrong.update(start=start, end=end)
    return True


def unquoted(text: str) -> str:
    """Return the text of a quoted word in a message."""
    return re.sub(r"\\(.)", r"\1", text[1:-1])


def fix_parts(parts: Sequence[Part], texts: Mapping[str, Text]) -> tuple[Fix | None, ...]:
    """Return the correction of each part of a dataset; `None` for those that are not in YAML or cannot be read as YAML.

    Args:
        parts: The parts, as `formats.parts.read_part` returns them.
        texts: The texts, by their SHA-256.
    """
    documents = {index: located for index, part in enumerate(parts) if (located := short_document(part))}
    fixes: list[Fix | None] = []
    for index, part in enumerate(parts):
        try:
            shared = shared_with(index, parts, documents)
            fixes.append(fix(part.data, texts, file=part.name, shared=shared) if part.format == "yaml" else None)
        except NotReadableError:
            fixes.append(None)
    return tuple(fixes)
