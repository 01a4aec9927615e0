"""List everything that is wrong with datasets: fields, references, dates and, given the texts, quotes and spans."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from diplo_events._internal.system.atomic_file import FileState, write_bytes
from diplo_events._internal.texts.display import one_line
from diplo_events.cli._inputs import files_of, input_format, parts_of
from diplo_events.cli._outputs import print_json
from diplo_events.cli._shared_options import STDIN, UsageError, add_input_format
from diplo_events.coding import CheckResult, check, read_texts
from diplo_events.formats.parts import read_part
from diplo_events.open_records import refuted_fields
from diplo_events.schema import type_name
from diplo_events.shorthand import ShortParts

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Checked: fields hold valid values, and references point to records of the right type;
dates agree with the time words beside them or are explained in a note; a repeat has the
canonical_id of what it repeats; shared ids are those of identity.yaml, if a folder has
one. Checked with --texts: each text is the one that was encoded; quotes match their spans
letter for letter; spans cut no word; time words and names stand in the text; every letter
and digit is in a record or listed as uncoded; no person is named who is not in the text.
Not checked: that a record says what its passage says, and all of it.
Hints of --style: where a countable rule of the guide is broken, for which the text may have
a reason. The same words have the same acts, a repeat has its date and medium, evidence is on
the issue, a target is named in the passage, a sentence that says much has several records,
and more. They change the exit code with --strict alone.

Examples:
  diplo-events check mine.yaml                     one file
  diplo-events check seeds/ --texts ../articles    a folder of encodings, compared with the articles
  diplo-events check seeds/ --texts ../articles --style
  diplo-events check draft.yaml --final            a field that is still open is a problem
  diplo-events check mine.yaml --texts texts/ --fix
  diplo-events check seeds/ --json | jq .          for a program

A YAML file may be in short form: passages and quotes by their words, defaults, numbers
and dates filled in. Notes on standard error list what was filled in; --fix writes it into
the file and leaves everything else in it as it is.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

MOST_LISTED: Final = 200
"""How many problems a person is shown."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a dataset, or a folder of parts that make one; - for standard input",
    )
    add_input_format(parser)
    parser.add_argument("--texts", metavar="DIR", help="a folder with the texts (*.txt), which are found by their hash")
    parser.add_argument(
        "--fix",
        action="store_true",
        help="write into YAML files what is known: the full form of a short one, a misspelt word, the place of a quote",
    )
    parser.add_argument("--strict", action="store_true", help="end with 1 where there are warnings or hints, too")
    parser.add_argument("--final", action="store_true", help="list each field that is not coded yet as a problem")
    style = "hint at what breaks a countable rule of the guide; the rules on texts are for those in English"
    parser.add_argument("--style", action="store_true", help=style)
    parser.add_argument("--json", action="store_true", help="print a JSON object instead of lines, with all problems")


def run(arguments: argparse.Namespace) -> int:
    """Check, and print the result."""
    files = files_of(arguments.files)
    if sys.stderr.isatty():
        print(f"checking {len(files)} file{'s' * (len(files) != 1)} …", file=sys.stderr)
    if arguments.fix:
        for line in fix_files(files, arguments.format, arguments.texts):
            print(line, file=sys.stderr if arguments.json else sys.stdout)
    parts = parts_of(arguments.files, arguments.format)
    short = ShortParts(arguments.texts)
    result = check(
        parts,
        texts=arguments.texts,
        style=arguments.style,
        final=arguments.final,
        format=arguments.format,
        prepare=short,
    )
    if not result.complete:
        print("Skipped date, identity and text checks: fix these problems first.", file=sys.stderr)
    for note in (*short.notes, *result.notes):
        print(f"note: {note}", file=sys.stderr)
    if arguments.json:
        hints = {"hints": [attrs.asdict(hint) for hint in result.hints]} if arguments.style else {}
        print_json(as_json(result) | hints)
    else:
        print_lines(result)
    return 1 if result.problems or (arguments.strict and (result.warnings or result.hints)) else 0


def fix_files(files: Sequence[str], format_name: str | None, folder: str | None) -> Iterator[str]:
    """Correct YAML files where they are, and list what was changed in each.

    Raises:
        UsageError: standard input is to be corrected.
        OSError: a file cannot be read or written; those before it are corrected.
    """
    from diplo_events.shorthand.fixing import fix_parts  # noqa: PLC0415  (it needs the extra yaml)

    if STDIN in files:
        raise UsageError("--fix changes files, and standard input is not one")
    states = {file: FileState.of(file) for file in files}
    parts = [read_part(file, format=input_format(file, format_name)) for file in files]
    texts = read_texts(folder) if folder else {}
    for file, part, fixed in zip(files, parts, fix_parts(parts, texts), strict=True):
        for note in fixed.notes if fixed is not None else ():
            print(f"note: {note}", file=sys.stderr)
        if fixed is not None and fixed.data != part.data:
            write_bytes(file, fixed.data, before=states[file])
            yield from (f"{one_line(file)}:{one_line(change)}" for change in fixed.changes)


def as_json(result: CheckResult) -> dict[str, object]:
    """Return the result for a program."""
    return {
        "records": len(result.dataset),
        "problems": [attrs.asdict(problem) for problem in result.problems],
        "warnings": [attrs.asdict(warning) for warning in result.warnings],
        "open": [attrs.asdict(problem) for problem in result.open],
        "notes": list(result.notes),
        "coverage": [attrs.asdict(line) for line in result.coverage],
    }


def print_lines(result: CheckResult) -> None:
    """Print the result for a person."""
    for listed in (result.problems, result.warnings, result.hints):
        for problem in listed[:MOST_LISTED]:
            print(problem)
        if len(listed) > MOST_LISTED:
            print(f"… and {len(listed) - MOST_LISTED:,} more; --json lists all")
    if result.coverage:
        print(f"{'source':<40} {'sentences':>9} {'recorded':>9} {'uncoded':>9} {'left':>6}")
        for line in result.coverage:
            numbers = f"{line.sentences:>9} {line.recorded:>9} {line.uncoded:>9} {len(line.uncovered):>6}"
            print(f"{line.source:<40} {numbers}")
    print_open(result)
    more = [counted(len(result.warnings), "warning"), counted(len(result.hints), "hint")]
    *most, last = [counted(len(result.problems), "problem") or "no problems", *filter(None, more)]
    counts = f"{', '.join(most)} and {last}" if most else last
    print(f"{counts} in {counted(len(result.dataset), 'record')}" if len(result.dataset) else counts)


def print_open(result: CheckResult) -> None:
    """Print what remains to be coded: how many fields of each type of records are open."""
    rows = Counter[tuple[str, str]]()
    for record in result.dataset.drafts if result.open else ():
        rows.update((type_name(type(record)), name) for name in record.open)
    if not rows:
        return
    fields = counted(rows.total(), "field")
    print(f"not coded yet: {fields} of {counted(len(result.dataset.drafts), 'record')}")
    for kind in dict.fromkeys(kind for kind, _ in rows):
        counts = ", ".join(f"{name} {number}" for (of, name), number in sorted(rows.items()) if of == kind)
        print(f"  {kind.replace('_', ' ')}: {counts}")
    refuted = [record for record in result.dataset.drafts if refuted_fields(record)]
    for record in refuted[:MOST_LISTED]:
        print(f"  refuted, judge first: {record.id} ({', '.join(map(one_line, refuted_fields(record)))})")
    if len(refuted) > MOST_LISTED:
        print(f"  refuted, judge first: {len(refuted) - MOST_LISTED:,} more")


def counted(number: int, what: str) -> str:
    """Return a number with what it counts, or nothing for none."""
    return f"{number} {what}{'s' * (number != 1)}" if number else ""
