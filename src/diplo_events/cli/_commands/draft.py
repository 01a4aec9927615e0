"""Draft the encoding of texts by rules, or by a model that you name: what is found, and what somebody must judge."""

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from diplo_events._internal.texts.display import one_line
from diplo_events.cli._inputs import read_input
from diplo_events.cli._outputs import STDOUT, check_apart, check_output, write_output, write_text
from diplo_events.cli._shared_options import UsageError, add_output_format, event_date
from diplo_events.dataset import Dataset
from diplo_events.drafting import draft_all, slug
from diplo_events.drafting.by_model import ModelDraft, ModelServer, TextDraft, draft_by_model
from diplo_events.drafting.gazetteer import Gazetteer
from diplo_events.drafting.pipelines import Pipeline, load_pipeline
from diplo_events.errors import ArgumentError, Location, NotReadableError, Problem, shown
from diplo_events.formats import format_name, format_named
from diplo_events.formats.located import read_text
from diplo_events.model import EventRecord
from diplo_events.model.ids import ID
from diplo_events.model.ids import slug as likely_id
from diplo_events.shorthand.starting import SCHEMA_FILE
from diplo_events.vocab import SourceKind

__all__ = ["EPILOG", "configure", "run"]

EPILOG: Final = """\
Examples:
  diplo-events draft article.txt -o article.yaml --published 2025-09-04
  diplo-events draft article.txt -o article.yaml --places
  diplo-events draft articles/*.txt -o drafts.jsonl --actors actors.yaml --publisher "The Veld Wire"
  diplo-events draft article.txt -o draft.yaml --endpoint http://127.0.0.1:8080 --model NAME --cache answers

Nothing leaves the machine, unless --endpoint names a server: then each text is sent there, and the statements are those
that its model finds in words of the text. What stands nowhere is dropped and counted. Fields that must be judged stay
open: list them with "diplo-events check". Beside or below a schema.json, as "diplo-events init" makes it, a draft in
YAML begins with the line by which an editor finds it.
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

MOST_LISTED: Final = 50
"""How much of what was dropped a person is shown."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("texts", nargs="+", metavar="TEXT", help="a text in UTF-8, headline first")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="the draft; - for standard output")
    add_output_format(parser)
    parser.add_argument("--force", action="store_true", help="replace FILE though what somebody coded stands in it")
    parser.add_argument(
        "--actors", metavar="FILE", help="a dataset whose actors and places are recognised by their spellings"
    )
    parser.add_argument(
        "--spacy",
        metavar="NAME",
        help="propose names that this pipeline of spaCy finds and no rule does, for instance en_core_web_sm"
        " (extra 'spacy')",
    )
    parser.add_argument(
        "--places",
        action="store_true",
        help="propose places, with what lists of countries and towns know of them (extra 'places')",
    )
    parser.add_argument(
        "--published",
        type=event_date,
        metavar="DATE",
        help="when the texts were published, in EDTF; by default the day that a text bears in a line of its own",
    )
    parser.add_argument("--publisher", metavar="NAME", help="who published them: a name, or a known actor")
    parser.add_argument("--kind", choices=[kind.value for kind in SourceKind], help="what sort of texts they are")
    parser.add_argument("--source", metavar="ID", help="the id of the source, for one text; by default its file name")
    model = parser.add_argument_group("a model, if you want one")
    model.add_argument(
        "--endpoint",
        metavar="URL",
        help="a server with the chat interface of OpenAI, to which the texts are sent: http://127.0.0.1:8080",
    )
    model.add_argument("--model", metavar="NAME", help="what the server calls the model")
    model.add_argument("--key-env", metavar="NAME", help="the environment variable that holds the key of the server")
    model.add_argument(
        "--cache", metavar="DIR", help="keep the answers in this folder, and ask for none that is there already"
    )
    model.add_argument(
        "--refute", action="store_true", help="ask the model to refute each record; what it refutes is judged first"
    )
    model.add_argument("--timeout", type=float, metavar="SECONDS", help="how long an answer may take (300)")
    model.add_argument("--max-tokens", type=int, metavar="N", help="how long an answer may be, in tokens of the model")


def schema_line(output: str) -> str:
    """Return the line by which an editor finds the schema of a YAML file, if the file's folder or the one above has it.

    `diplo-events init` makes such a folder.
    """
    if output == STDOUT or format_name(output) != "yaml":
        return ""
    for steps in ("", "../"):
        if (Path(output).parent / steps / SCHEMA_FILE).is_file():
            return f"# yaml-language-server: $schema={steps}{SCHEMA_FILE}\n"
    return ""


def yaml_text(dataset: Dataset) -> str:
    """Return a dataset in YAML.

    Raises:
        MissingExtraError: PyYAML is not installed.
    """
    text: str = format_named("yaml").dumps(dataset)
    return text


def run(arguments: argparse.Namespace) -> int:
    """Write the draft, and print what it holds."""
    before = check_output(arguments.output, arguments.to)
    check_apart(arguments.output, before, [arguments.actors], "the draft, which has only the actors that it names")
    if arguments.source is not None and len(arguments.texts) > 1:
        raise UsageError(f"--source is for one text, found {len(arguments.texts)}")
    check_names(arguments)
    if before.numbers is not None and not arguments.force:
        check_uncoded(arguments.output)
    server = server_of(arguments)
    ids = [arguments.source or source_id(name) for name in arguments.texts]
    check_different(arguments.texts, ids)
    texts = list(zip(ids, readable(arguments.texts), strict=True))
    about: dict[str, Any] = {
        "actors": read_input(arguments.actors, None) if arguments.actors else None,
        "published": arguments.published,
        "publisher": arguments.publisher,
        "kind": SourceKind[arguments.kind.upper()] if arguments.kind else None,
        "gazetteer": gazetteer() if arguments.places else None,
        "pipeline": pipeline(arguments.spacy) if arguments.spacy else None,
    }
    problems: Sequence[Problem] = ()
    if server is None:
        drafted = draft_all(texts, **about)
    else:
        result = from_server(texts, server, arguments, about)
        drafted, problems = result.dataset, result.problems
    if drafted or not problems:
        if line := schema_line(arguments.output):
            write_text(f"{line}{yaml_text(drafted)}", arguments.output, before=before)
        else:
            write_output(drafted, arguments.output, arguments.to, before=before)
        if arguments.output != STDOUT:
            print(f"{one_line(arguments.output)}: {repr(drafted).strip('<>')}")
            print(f"still to be coded: {remaining(drafted)}")
    if problems:
        print(NotReadableError(problems), file=sys.stderr)
        print(advice(arguments, is_written=bool(drafted)), file=sys.stderr)
    return 1 if problems else 0


def check_uncoded(output: str) -> None:
    """Refuse to draft into the place of what somebody coded.

    A statement, a meeting or another event of a draft has open fields; one without has been judged.

    Raises:
        UsageError: the file holds such records, or cannot be read, so that nobody knows.
    """
    instead = "name another file for the draft, or replace this one with --force"
    if Path(output).is_file() and not Path(output).stat().st_size:
        return
    try:
        records = read_input(output, None).records
    except NotReadableError as error:
        problem = shown(str(error.problems[0]))
        raise UsageError(f"{one_line(output)} is there and cannot be read ({problem}): {instead}") from None
    coded = sum(isinstance(record, EventRecord) and not record.open for record in records)
    if coded:
        what = "a record that is" if coded == 1 else f"{coded:,} records that are"
        raise UsageError(f"{one_line(output)} holds {what} coded: {instead}")


def check_names(arguments: argparse.Namespace) -> None:
    """Refuse an id of the source that is none, and a publisher without a name.

    Raises:
        UsageError: one of them is given.
    """
    if arguments.source is not None and not re.fullmatch(ID.regex, arguments.source):
        meant = f"; did you mean '{likely}'?" if (likely := likely_id(arguments.source)) else ""
        raise UsageError(f"--source: expected {ID.expected}, found {shown(arguments.source)}{meant}")
    if arguments.publisher is not None and not arguments.publisher.strip():
        raise UsageError(f"--publisher: expected a name, found {shown(arguments.publisher)}")


def server_of(arguments: argparse.Namespace) -> ModelServer | None:
    """Return the server that is to be asked, or `None` for a draft by rules.

    Raises:
        UsageError: an option for a model stands alone, or its value cannot be used.
    """
    if arguments.endpoint is None:
        given = [
            name
            for name in ("model", "key_env", "cache", "refute", "timeout", "max_tokens")
            if getattr(arguments, name)
        ]
        if given:
            raise UsageError(f"--{given[0].replace('_', '-')} is for a model: name its server with --endpoint URL")
        return None
    if arguments.model is None:
        raise UsageError("--endpoint needs --model NAME, what the server calls the model")
    key = None
    if arguments.key_env is not None:
        key = os.environ.get(arguments.key_env)
        if not key:
            raise UsageError(
                f"--key-env: the environment has no variable {one_line(arguments.key_env)} with a key in it"
            )
    options = {"timeout": arguments.timeout, "max_tokens": arguments.max_tokens}
    chosen = {name: value for name, value in options.items() if value is not None}
    try:
        return ModelServer(endpoint=arguments.endpoint, model=arguments.model, key=key, **chosen)
    except ArgumentError as error:
        raise UsageError(str(error)) from None


def from_server(
    texts: Sequence[tuple[str, str]], server: ModelServer, arguments: argparse.Namespace, about: Mapping[str, Any]
) -> ModelDraft:
    """Return the draft by a model, and print where the texts go, how far it is, and what was dropped."""
    reached: dict[str, int] = {}

    def sending(source: str) -> None:
        if not reached:
            where = " (this machine)" if server.is_local else " (another machine)"
            plain = ", unencrypted" if server.address.scheme == "http" and not server.is_local else ""
            print(f"sending text to {server.host}{where}{plain}", file=sys.stderr, flush=True)
        first = source not in reached
        reached.setdefault(source, [key for key, _ in texts].index(source) + 1)
        if sys.stderr.isatty():
            what = "asking about" if first else "refuting records of"
            print(f"{what} {one_line(source)} ({reached[source]} of {len(texts)}) …", file=sys.stderr, flush=True)

    result = draft_by_model(
        texts, server=server, cache=arguments.cache, refute=arguments.refute, sending=sending, **about
    )
    for note in result.notes:
        print(f"note: {note}", file=sys.stderr)
    losses = [problem for text in result.texts for problem in text.losses]
    for problem in losses[:MOST_LISTED]:
        print(f"left out: {problem}", file=sys.stderr)
    if len(losses) > MOST_LISTED:
        print(f"left out: {len(losses) - MOST_LISTED:,} more", file=sys.stderr)
    if arguments.output != STDOUT:
        for text in result.texts:
            print(counts_text(text))
    return result


def counts_text(text: TextDraft) -> str:
    """Return what became of what a model offered, in a line."""
    parts = [f"{text.offered} offered", f"{text.kept} kept"]
    parts += [f"{text.ambiguous} with several places"] * bool(text.ambiguous)
    parts += [f"{text.refuted} refuted"] * bool(text.refuted)
    parts += [f"{number} dropped: {reason}" for reason, number in sorted(text.dropped.items())]
    parts += [f"left out: {reason} ({number})" for reason, number in sorted(text.left_out.items())]
    return f"{one_line(text.source)}: {'; '.join(parts)}"


def advice(arguments: argparse.Namespace, *, is_written: bool) -> str:
    """Return what a person can do about texts without an answer."""
    kept = (
        "answers that were usable are kept and not asked for again" if arguments.cache else "--cache DIR keeps answers"
    )
    return f"{'the other texts are' if is_written else 'nothing is'} in {one_line(arguments.output)}; {kept}"


def pipeline(name: str) -> Pipeline:
    """Return a pipeline of spaCy.

    Raises:
        MissingExtraError: spaCy is not installed.
        UsageError: no pipeline of this name is.
    """
    try:
        return load_pipeline(name)
    except ArgumentError as error:
        raise UsageError(f"--spacy: {error}") from None


def gazetteer() -> Gazetteer:
    """Return the gazetteer of the world.

    Raises:
        MissingExtraError: its packages are not installed.
    """
    from diplo_events.drafting.world import world  # noqa: PLC0415  (needs an extra)

    return world()


def source_id(name: str) -> str:
    """Return the id of a source: the name of its file."""
    return slug(Path(name).stem)


def readable(names: Sequence[str]) -> list[str]:
    """Return the texts of files.

    Raises:
        NotReadableError: some are not UTF-8, or empty; all are listed.
        OSError: one cannot be read.
    """
    texts: list[str] = []
    problems: list[Problem] = []
    for name in names:
        try:
            texts.append(read_text(name))
        except NotReadableError as error:
            problems += error.problems
        else:
            if not texts[-1].strip():
                problems.append(Problem(expected="a text with words", found="an empty one", location=Location(name)))
    if problems:
        raise NotReadableError(problems)
    return texts


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
