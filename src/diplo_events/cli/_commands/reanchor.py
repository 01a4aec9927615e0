"""Find the passages of records again in texts that changed."""

import argparse
import sys
from pathlib import Path
from typing import Final

import attrs

from diplo_events._internal.texts.display import one_line, quoted
from diplo_events.cli._inputs import read_input
from diplo_events.cli._outputs import check_output, print_json, write_output
from diplo_events.cli._shared_options import UsageError, add_input_format, add_output_format
from diplo_events.coding.reanchoring import (
    ReanchoredPassage,
    ReanchoredSource,
    Reanchoring,
    reanchor,
    with_digests,
)

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
A passage is settled only if its very words stand in the new text and no other place could be meant; other quotation
marks, dashes, spaces and Unicode form are noted. A source with a passage that is not settled stays as it was, unless
--partial is given. Look at the places listed, and name those that are right with --accept. The new text of a source
has the name of the source (with - for /), or is the only one like it. OUT is in canonical form, without the comments
of a YAML file.

Examples:
  diplo-events reanchor mine.yaml --texts new/ --old old/                     only list what would change
  diplo-events reanchor mine.yaml --texts new/ --old old/ -o mine.yaml
  diplo-events reanchor mine.yaml --texts new/ --accept elda/s4.spans[0]=197:247 -o mine.yaml
  diplo-events reanchor mine.yaml --texts texts/ --digests -o mine.yaml       be ready for a later change
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

WORDS: Final = {
    "old_text": "by the old text",
    "rebuilt_text": "by the old text, rebuilt from the new one",
    "digests": "by digests",
    "quotes": "by quotes alone, without the old text or digests",
}
"""By what passages were found, for a person."""

SHOWN: Final = 60
"""How many characters of a passage a line shows."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("file", metavar="FILE", help="a dataset, or a part of one; - for standard input")
    add_input_format(parser)
    parser.add_argument("--texts", metavar="DIR", required=True, help="a folder with the new texts (*.txt)")
    parser.add_argument("--old", metavar="DIR", help="a folder with the old texts, which are found by their hash")
    parser.add_argument(
        "-o", "--output", metavar="OUT", help="the file for the result, which may be FILE; - for standard output"
    )
    add_output_format(parser)
    parser.add_argument(
        "--accept",
        action="append",
        metavar="PASSAGE[=START:END]",
        help="a passage you have looked at: elda/s4.spans[0]=197:247, or without a place for the one that is listed",
    )
    parser.add_argument(
        "--partial",
        action="store_true",
        help="change a source although passages are not settled; these are taken out and kept in extra.unanchored",
    )
    parser.add_argument(
        "--digests",
        action="store_true",
        help="write hashes of the passages into sources whose texts are at hand, to be ready for later changes",
    )
    parser.add_argument("--json", action="store_true", help="print a JSON object instead of lines")


def run(arguments: argparse.Namespace) -> int:
    """Find the passages, print what became of them and write the records."""
    if arguments.json and arguments.output == "-":
        raise UsageError("--json and -o - would both write to standard output")
    if arguments.digests and not arguments.output:
        raise UsageError("--digests writes into a dataset: name the file with -o")
    accepted = dict(map(accepted_passage, arguments.accept or ()))
    before = check_output(arguments.output, arguments.to) if arguments.output else None
    dataset = read_input(arguments.file, arguments.format)
    result = reanchor(dataset, arguments.texts, old=arguments.old, accepted=accepted, partial=arguments.partial)
    if arguments.json:
        print_json(as_json(result))
    else:
        for source in result.sources:
            print_source(source)
    if before is not None:
        written = with_digests(result.dataset, arguments.texts) if arguments.digests else result.dataset
        write_output(written, arguments.output, arguments.to, before=before)
    print(
        summary(result, arguments.output), file=sys.stderr if arguments.json or arguments.output == "-" else sys.stdout
    )
    return 0 if result.settled else 1


def accepted_passage(word: str) -> tuple[str, tuple[int, int] | None]:
    """Return the path and the place that an argument names.

    Raises:
        UsageError: the place is not two numbers with a colon.
    """
    path, equals, place = word.partition("=")
    if not equals:
        return path, None
    start, _, end = place.partition(":")
    if not (start.isascii() and start.isdecimal() and end.isascii() and end.isdecimal()):
        raise UsageError(f"--accept {one_line(word)}: expected START:END after =, as in {one_line(path)}=197:247")
    return path, (int(start), int(end))


def as_json(result: Reanchoring) -> dict[str, object]:
    """Return the result for a program."""
    return {
        "settled": result.settled,
        "sources": [
            {
                "source": source.source,
                "text": source.text.name if source.text else None,
                "evidence": source.evidence,
                "settled": source.settled,
                "changed": source.changed,
                "passages": [attrs.asdict(passage) for passage in source.passages],
            }
            for source in result.sources
        ],
    }


def print_source(source: ReanchoredSource) -> None:
    """Print what became of the passages of a source; those in their places are only counted."""
    if source.text is None:
        print(f"{source.source}: no text at hand is like its text; name the file {file_name(source.source)}")
        return
    print(f"{source.source}: {one_line(Path(source.text.name).name)}, {WORDS[source.evidence]}")
    for passage in source.passages:
        if passage.outcome != "in_place":
            print(f"  {line(passage, source.text.content)}")
    counts = dict.fromkeys(("in_place", "moved", "ambiguous", "lost"), 0)
    for passage in source.passages:
        counts[passage.outcome] += 1
    listed = ", ".join(f"{number} {outcome.replace('_', ' ')}" for outcome, number in counts.items() if number)
    print(f"  {listed or 'no passages'}{'' if source.changed else '; left as it was'}")


def file_name(source: str) -> str:
    """Return the name by which the text of a source is found."""
    return f"{source.replace('/', '-')}.txt"


def line(passage: ReanchoredPassage, text: str) -> str:
    """Return what became of a passage, in a line."""
    start, end = passage.old
    places = " or ".join(f"{place[0]}:{place[1]} {shortened(text[slice(*place)])}" for place in passage.places)
    note = f" ({passage.note})" if passage.note else ""
    arrow = " -> " if passage.settled else "; perhaps " if places else ""
    return f"{passage.outcome} {passage.path} {start}:{end}{arrow}{places}{note}"


def shortened(words: str) -> str:
    """Return the words of a passage in quotation marks, the middle left out if they are long."""
    half = SHOWN // 2
    return quoted(words if len(words) <= SHOWN else f"{words[:half]}…{words[-half:]}")


def summary(result: Reanchoring, output: str | None) -> str:
    """Return the last line: how many sources changed, and what was written."""
    changed = sum(source.changed for source in result.sources)
    left = len(result.sources) - changed
    parts = [f"{len(result.sources)} source{'s' * (len(result.sources) != 1)} with another text"]
    parts.append(f"{changed} changed, {left} left as before")
    if output is None and changed:
        parts.append("nothing written: use -o")
    return "; ".join(parts)
