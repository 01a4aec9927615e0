"""List everything that is wrong with datasets: fields, references, dates and, given the texts, quotes and spans."""

import argparse
import datetime as dt
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from diplo_events._internal.system.atomic_file import FileState, write_bytes
from diplo_events._internal.texts.display import legible_message, one_line
from diplo_events.cli._frames import with_frames
from diplo_events.cli._inputs import files_of, input_format, parts_of
from diplo_events.cli._outputs import print_json
from diplo_events.cli._shared_options import STDIN, UsageError, add_input_format
from diplo_events.cli._style import style_for_output
from diplo_events.cli._watching import PAUSE, state_of, watch
from diplo_events.coding import CheckResult, check, read_texts
from diplo_events.errors import Problem, shown
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
  diplo-events check encoding/ --watch             again whenever a file changes, until Ctrl-C
  diplo-events check seeds/ --output-format github    annotations in a workflow of GitHub

A YAML file may be in short form: passages and quotes by their words, defaults, numbers
and dates filled in. Notes on standard error list what was filled in; --fix writes it into
the file and leaves everything else in it as it is.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

MOST_PROCESSES: Final = 8
"""In how many processes a file is checked if nobody says how many."""

MOST_LISTED: Final = 200
"""How many problems a person is shown."""


FORMS: Final = ("text", "json", "github")
"""The forms of the result."""

LEVELS: Final = {"error": "error", "warning": "warning", "hint": "notice"}
"""The levels of annotations by the severity of problems."""


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
    parser.add_argument(
        "--output-format",
        choices=FORMS,
        default="text",
        metavar="FORM",
        help="text; json: an object with all problems; github: annotations of a workflow (text)",
    )
    parser.add_argument(
        "--json", dest="output_format", action="store_const", const="json", help="the same as --output-format json"
    )
    parser.add_argument(
        "--processes",
        type=process_number,
        metavar="N",
        help="in how many processes a file of JSON Lines of 64 MB and more is checked; by default in one, and one that "
        f"is large for the memory in one for each processor, at most {MOST_PROCESSES}",
    )
    parser.add_argument("--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C")


def process_number(text: str) -> int:
    """Return the number of processes that an argument names: a type for argparse.

    Raises:
        argparse.ArgumentTypeError: it is not a number from 1 on.
    """
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a number from 1 on, found {shown(text)}")
    return int(text)


def processors() -> int:
    """Return how many processes are worth while."""
    able = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(able, MOST_PROCESSES)


def run(arguments: argparse.Namespace) -> int:
    """Check, and print the result; with `--watch` again and again."""
    if not arguments.watch:
        return check_once(arguments)
    if STDIN in arguments.files:
        raise UsageError("--watch looks at files, and standard input is not one")
    files_of(arguments.files)  # refuses what is not there
    names = [*arguments.files, *([arguments.texts] if arguments.texts else [])]
    return watch(lambda: check_again(arguments), lambda: state_of(names), lambda: time.sleep(PAUSE))


def check_again(arguments: argparse.Namespace) -> int:
    """Check; what stands in the way, such as a file that is gone for a moment, is a message."""
    try:
        return check_once(arguments)
    except (UsageError, OSError) as error:
        print(f"diplo-events: {legible_message(str(error))}", file=sys.stderr)
        return 2
    finally:
        print(f"{dt.datetime.now().astimezone():%H:%M:%S} waiting for changes; Ctrl-C ends", file=sys.stderr)


def check_once(arguments: argparse.Namespace) -> int:
    """Check, and print the result."""
    files = files_of(arguments.files)
    form: str = arguments.output_format
    if sys.stderr.isatty():
        print(f"checking {len(files)} file{'s' * (len(files) != 1)} …", file=sys.stderr)
    if arguments.fix:
        for line in fix_files(files, arguments.format, arguments.texts):
            print(line, file=sys.stdout if form == "text" else sys.stderr)
    asked: int | None = arguments.processes
    processes = asked or processors()
    parts = parts_of(arguments.files, arguments.format, processes=processes, shared=asked is not None and asked > 1)
    short = ShortParts(arguments.texts)
    result = check(
        parts,
        texts=arguments.texts,
        style=arguments.style,
        final=arguments.final,
        format=arguments.format,
        prepare=short,
        processes=processes,
    )
    if not result.complete:
        print("Skipped date, identity and text checks: fix these problems first.", file=sys.stderr)
    for note in (*short.notes, *result.notes):
        print(f"note: {note}", file=sys.stderr)
    if form == "json":
        hints = {"hints": [attrs.asdict(hint) for hint in result.hints]} if arguments.style else {}
        print_json(as_json(result) | hints)
    elif form == "github":
        for problem in (*result.problems, *result.warnings, *result.hints):
            print(annotation(problem))
    else:
        print_lines(result)
    return 1 if result.problems or (arguments.strict and (result.warnings or result.hints)) else 0


def annotation(problem: Problem) -> str:
    """Return a problem as a command by which a workflow of GitHub shows it at its line.

    Source: GitHub Docs, Workflow commands: `error`, `warning` and `notice` with `file`, `line` and `col`.

    >>> from diplo_events.errors import Location
    >>> annotation(Problem(path="titel", expected="a field", found="'titel'", location=Location("a,b.yaml", 2, 1)))
    "::error file=a%2Cb.yaml,line=2,col=1::titel: expected a field, found 'titel'"
    """
    place = problem.location
    named = {"file": place.file, "line": place.line, "col": place.column} if place else {}
    where = ",".join(f"{name}={escaped(str(value), ':,')}" for name, value in named.items() if value is not None)
    text = str(attrs.evolve(problem, location=None, severity="error"))
    return f"::{LEVELS[problem.severity]}{f' {where}' if where else ''}::{escaped(text)}"


def escaped(text: str, further: str = "") -> str:
    """Return a text in which what has a meaning in a workflow command is written as its code."""
    return "".join(f"%{ord(letter):02X}" if letter in f"%\r\n{further}" else letter for letter in text)


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
        for text in with_frames(listed[:MOST_LISTED], style=style_for_output()):
            print(text)
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
