"""Draft the encoding of texts by rules, offline: what is found, and what somebody must judge."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from diplo_events._texts.display import one_line
from diplo_events.cli._inputs import read_input
from diplo_events.cli._outputs import STDOUT, check_output, write_output
from diplo_events.cli._shared_options import UsageError, add_output_format, event_date
from diplo_events.dataset import Dataset
from diplo_events.drafting import draft_all, slug
from diplo_events.formats.located import read_text
from diplo_events.vocab import SourceKind

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events draft article.txt -o article.yaml --published 2025-09-04
  diplo-events draft articles/*.txt -o drafts.jsonl --actors actors.yaml --publisher "The Veld Wire"

Nothing leaves the machine. Fields that must be judged stay open: list them with "diplo-events check".
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("texts", nargs="+", metavar="TEXT", help="a text in UTF-8, headline first")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="the draft; - for standard output")
    add_output_format(parser)
    parser.add_argument("--actors", metavar="FILE", help="a dataset whose actors are recognised by their spellings")
    parser.add_argument(
        "--published",
        type=event_date,
        metavar="DATE",
        help="when the texts were published, in EDTF; by default the day that a text bears in a line of its own",
    )
    parser.add_argument("--publisher", metavar="NAME", help="who published them: a name, or a known actor")
    parser.add_argument("--kind", choices=[kind.value for kind in SourceKind], help="what sort of texts they are")
    parser.add_argument("--source", metavar="ID", help="the id of the source, for one text; by default its file name")


def run(arguments: argparse.Namespace) -> int:
    """Write the draft, and print what it holds."""
    before = check_output(arguments.output, arguments.to)
    if arguments.source and len(arguments.texts) > 1:
        raise UsageError(f"--source is for one text, found {len(arguments.texts)}")
    known = read_input(arguments.actors, None) if arguments.actors else None
    ids = [arguments.source or source_id(name) for name in arguments.texts]
    check_different(arguments.texts, ids)
    texts = [(key, read_text(name)) for key, name in zip(ids, arguments.texts, strict=True)]
    drafted = draft_all(
        texts,
        actors=known,
        published=arguments.published,
        publisher=arguments.publisher,
        kind=SourceKind[arguments.kind.upper()] if arguments.kind else None,
    )
    write_output(drafted, arguments.output, arguments.to, before=before)
    if arguments.output != STDOUT:
        print(f"{one_line(arguments.output)}: {repr(drafted).strip('<>')}")
        print(f"still to be coded: {remaining(drafted)}")
    return 0


def source_id(name: str) -> str:
    """Return the id of a source: the name of its file."""
    return slug(Path(name).stem)


def check_different(names: Sequence[str], ids: Sequence[str]) -> None:
    """Refuse files that would give one source, and list all of them.

    Raises:
        UsageError: two files have one id.
    """
    files: dict[str, list[str]] = {}
    for name, key in zip(names, ids, strict=True):
        files.setdefault(key, []).append(one_line(name))
    same = [f"{one_line(key)} ({', '.join(found)})" for key, found in files.items() if len(found) > 1]
    if same:
        raise UsageError(
            "expected texts with different ids, found one id for several; rename them, or draft them one by one, with "
            f"--source: {'; '.join(same)}"
        )


def remaining(drafted: Dataset) -> str:
    """Return how often each field is open, the most frequent first."""
    counts = Counter(name for record in drafted.records for name in record.open)
    return ", ".join(f"{name} {times}" for name, times in counts.most_common()) or "nothing"
