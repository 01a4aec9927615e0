"""Write the page to code a text on, or serve it on this machine, saving to a file."""

import argparse
import sys
from pathlib import Path
from typing import Final

from diplo_events._internal.system.atomic_file import write_bytes
from diplo_events._internal.texts.display import one_line
from diplo_events.cli._inputs import read_encoding, read_input
from diplo_events.cli._outputs import STDOUT, check_page
from diplo_events.cli._shared_options import UsageError
from diplo_events.coding_page import build, serve
from diplo_events.dataset import Dataset
from diplo_events.formats import format_named, text_format_name
from diplo_events.formats.located import read_text

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events code article.txt -o page.html                         a page in one file: open it in a browser
  diplo-events code article.txt --dataset mine.yaml -o page.html     go on with a coding, its actors and issues at hand
  diplo-events code article.txt --draft draft.yaml -o page.html      a draft: accept, edit or reject each record
  diplo-events code article.txt --serve --dataset mine.yaml          each change is saved to mine.yaml
  diplo-events code article.txt --dataset a.yaml --second b.yaml -o page.html     two codings, to settle
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("text", metavar="TEXT", help="the file with the text, in UTF-8")
    parser.add_argument("-o", "--output", metavar="OUT", help="the page to write; - for standard output")
    parser.add_argument(
        "--serve", action="store_true", help="serve the page on this machine alone, and save to --dataset"
    )
    parser.add_argument(
        "--port", type=int, default=0, metavar="N", help="with --serve: the port; a free one by default"
    )
    parser.add_argument(
        "--dataset", metavar="FILE", help="the coding so far; with --serve it is made if it is not there"
    )
    parser.add_argument("--draft", metavar="FILE", help="a draft, each of whose records is to be judged")
    parser.add_argument("--second", metavar="FILE", help="another coding of the text, to be settled with --dataset")


def run(arguments: argparse.Namespace) -> int:
    """Write the page, or serve it until Ctrl-C."""
    if bool(arguments.output) == arguments.serve:
        raise UsageError("write the page with -o page.html, or serve it with --serve")
    if arguments.serve and not arguments.dataset:
        raise UsageError("--serve saves to a file: name it with --dataset")
    if arguments.port and not arguments.serve:
        raise UsageError("--port goes with --serve")
    if arguments.second and not arguments.dataset:
        raise UsageError("--second is settled with a first coding: name it with --dataset")
    inputs = (arguments.text, arguments.dataset, arguments.draft, arguments.second)
    before = check_page(arguments.output or STDOUT, inputs)
    draft = optional(arguments.draft)
    second = read_encoding(arguments.second) if arguments.second else None
    if arguments.serve:
        with serve(arguments.text, arguments.dataset, draft=draft, second=second, port=arguments.port) as server:
            if is_rewritten(arguments.dataset):
                lost = "the first save writes it so, without its comments and its order"
                print(f"note: {one_line(arguments.dataset)} is not in canonical form: {lost}", file=sys.stderr)
            print(f"{server.url}\nSaving to {one_line(arguments.dataset)}. Ctrl-C ends.", flush=True)
            server.run()
        return 0
    page = build(arguments.text, dataset=optional(arguments.dataset), draft=draft, second=second)
    if arguments.output == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(page)
    else:
        write_bytes(Path(arguments.output), page, before=before)
    return 0


def optional(name: str | None) -> Dataset | None:
    """Read the dataset that an option names, if it is given."""
    return read_input(name, None) if name else None


def is_rewritten(name: str) -> bool:
    """Whether a file to save to has more than the canonical form of its records, such as comments of a person."""
    if not Path(name).exists():
        return False
    canonical: str = format_named(text_format_name(name)).dumps(read_input(name, None))
    return read_text(name) != canonical
