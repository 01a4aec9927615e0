"""List the vocabularies, or explain one of them, a word or a code: meanings, codes, sources."""

import argparse
import inspect
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from diplo_events import vocab
from diplo_events._internal.texts.display import quoted
from diplo_events.analysis.findings import FindingKind
from diplo_events.cli._answers import Row, add_forms, counted, print_answer
from diplo_events.cli._parser import Suggestions
from diplo_events.cli._shared_options import UsageError
from diplo_events.cli._style import style_for_output
from diplo_events.corroboration import ContradictionKind, Verdict, WordingRelation
from diplo_events.errors import suggestion
from diplo_events.model.nodes import ManyNode, PartNode, VocabularyNode, fields
from diplo_events.report.terminal import Style, wrapped
from diplo_events.schema import RECORD_TYPES, Node
from diplo_events.vocab import Term
from diplo_events.vocab.action_kinds import ActionKind
from diplo_events.vocab.codes import Code, CodedTerm
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["EPILOG", "configure", "run", "vocabularies"]

EPILOG: Final = """\
Examples:
  diplo-events vocab                     which vocabularies there are
  diplo-events vocab stance              the words of one, with their meanings
  diplo-events vocab reject_meeting      a word: its meaning, its codes in CAMEO and PLOVER, its source
  diplo-events vocab 112                 what has this code of CAMEO; PLOVER's are in capitals
  diplo-events vocab speech_act --csv > acts.csv
"""
"""What help shows below the options; a constant, because docstrings can be stripped."""

COLUMNS: Final = (
    "vocabulary", "value", "meaning", "source", "cameo", "cameo_match", "plover", "plover_mode", "plover_match",
)  # fmt: skip
"""The columns: a row for each word."""

USES: Final = 3
"""How many fields are named that hold the words of a vocabulary."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "word",
        nargs="?",
        metavar="KIND|WORD",
        choices=Suggestions(known_words()),
        help="a vocabulary, one of its words, or a code of CAMEO or PLOVER; all vocabularies by default",
    )
    add_forms(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the vocabularies, or the words that were asked for."""
    style = style_for_output()
    if arguments.word is None:
        every = [term for vocabulary in vocabularies().values() for term in vocabulary]
        print_answer(arguments, COLUMNS, map(row_of, every), lines=list_lines(style))
        return 0
    vocabulary = vocabularies().get(key_of(arguments.word))
    terms = list(vocabulary) if vocabulary else terms_for(arguments.word)
    if not terms:
        raise UsageError(f"{quoted(arguments.word)} is not known; {meant(arguments.word)}")
    lines = (
        vocabulary_lines(vocabulary, style) if vocabulary else (line for t in terms for line in term_lines(t, style))
    )
    print_answer(arguments, COLUMNS, map(row_of, terms), lines=lines)
    return 0


def vocabularies() -> dict[str, type[Term]]:
    """Map the names of the vocabularies to them: those of records, then those of answers."""
    named = (getattr(vocab, name) for name in vocab.__all__ if name != "Term")
    every = (SpeechAct, ActionKind, *named, ContradictionKind, Verdict, WordingRelation, FindingKind)
    return {key_of(cls.__name__): cls for cls in every}


def key_of(word: str) -> str:
    """Return a word as files write it.

    >>> key_of("SpeechAct"), key_of("strongly agree"), key_of("reject-meeting"), key_of("REJECT")
    ('speech_act', 'strongly_agree', 'reject_meeting', 'reject')
    """
    parted = word if word.isupper() else "".join(f"_{part}" if part.isupper() else part for part in word)
    return parted.strip("_ ").lower().replace("-", "_").replace(" ", "_")


def known_words() -> list[str]:
    """List the names of the vocabularies and all their words, each once."""
    kinds = vocabularies()
    return list(dict.fromkeys([*kinds, *(str(term.value) for each in kinds.values() for term in each)]))


def terms_for(word: str) -> list[Term]:
    """List the words that are written so; if there are none, or it is in capitals, those with this code."""
    every = [term for vocabulary in vocabularies().values() for term in vocabulary]
    coded: list[Term] = [
        term for term in every if isinstance(term, CodedTerm) and word in (term.cameo.event, term.plover.event)
    ]
    return coded or [term for term in every if term.value == key_of(word)]


def meant(word: str) -> str:
    """Return the hint for a word that is not known."""
    return suggestion(key_of(word), known_words()) or "diplo-events vocab lists the vocabularies"


def row_of(term: Term) -> Row:
    """Return the row of a word."""
    cameo = term.cameo if isinstance(term, CodedTerm) else None
    plover = term.plover if isinstance(term, CodedTerm) else None
    return {
        "vocabulary": key_of(type(term).__name__),
        "value": term.value,
        "meaning": term.meaning,
        "source": term.source,
        "cameo": cameo and cameo.event,
        "cameo_match": cameo and cameo.match.value,
        "plover": plover and plover.event,
        "plover_mode": plover and plover.mode,
        "plover_match": plover and plover.match.value,
    }


def summary_of(vocabulary: type[Term]) -> str:
    """Return what a vocabulary is about: the first sentence of its documentation."""
    return " ".join((inspect.getdoc(vocabulary) or "").partition("\n\n")[0].split())


def list_lines(style: Style) -> Iterator[str]:
    """List the vocabularies, each with what it is about and where it is used."""
    for name, vocabulary in vocabularies().items():
        yield style.strong(name) + style.faint(f"  {counted(len(vocabulary), 'word')}{used_text(vocabulary)}")
        yield from wrapped(summary_of(vocabulary), style, first="    ", rest="    ")


def used_text(vocabulary: type[Term]) -> str:
    """Return in which fields of records a vocabulary is used, after a comma."""
    uses = [f"{name}.{path}" for name, cls in RECORD_TYPES.items() for path in paths_to(vocabulary, fields_of(cls))]
    return f", in {', '.join(uses[:USES])}{' and others' * (len(uses) > USES)}" if uses else ""


def fields_of(cls: type[attrs.AttrsInstance]) -> Sequence[tuple[str, Node]]:
    """List the fields of a class with what they hold."""
    return [(field.name, field.node) for field in fields(cls)]


def paths_to(vocabulary: type[Term], places: Iterable[tuple[str, Node]]) -> Iterator[str]:
    """List the paths of fields that hold words of a vocabulary, also within parts of records."""
    for name, node in places:
        match node:
            case VocabularyNode(vocabulary=cls) if cls is vocabulary:
                yield name
            case ManyNode(item=item):
                yield from paths_to(vocabulary, [(name, item)])
            case PartNode(cls=cls):
                yield from (f"{name}.{path}" for path in paths_to(vocabulary, fields_of(cls)))
            case _:
                pass


def vocabulary_lines(vocabulary: type[Term], style: Style) -> Iterator[str]:
    """List the words of a vocabulary with their meanings and codes."""
    name = key_of(vocabulary.__name__)
    yield style.title(name) + style.faint(f"  {counted(len(vocabulary), 'word')}{used_text(vocabulary)}")
    yield from wrapped(summary_of(vocabulary), style)
    yield ""
    width = max(len(str(term.value)) for term in vocabulary)
    for term in vocabulary:
        code = f" [{codes}]" if (codes := codes_text(term)) else ""
        text = f"{term.meaning}{code}"
        yield from wrapped(text, style, first=f"  {term.value:<{width}}  ", rest=" " * (width + 4))
    for source in dict.fromkeys(term.source for term in vocabulary):
        yield style.faint(f"source: {source}")


def term_lines(term: Term, style: Style) -> Iterator[str]:
    """List what is known of a word."""
    yield style.strong(str(term.value)) + style.faint(f"  of {key_of(type(term).__name__)}{used_text(type(term))}")
    yield from wrapped(term.meaning, style, first="    ", rest="    ")
    if isinstance(term, CodedTerm):
        for scheme, code in (("CAMEO", term.cameo), ("PLOVER", term.plover)):
            yield from wrapped(f"{scheme} {code_text(code)}", style, first="    ", rest="      ")
    yield style.faint(f"    source: {term.source}")
    yield style.faint(f"    in Python: {term!r}")


def codes_text(term: Term) -> str:
    """Return the codes of a word on one line; nothing if it has none."""
    if not isinstance(term, CodedTerm):
        return ""
    codes = [("CAMEO", term.cameo), ("PLOVER", term.plover)]
    return ", ".join(f"{scheme} {event_text(code)}" for scheme, code in codes if code.event)


def event_text(code: Code) -> str:
    """Return a code with its mode."""
    return f"{code.event}-{code.mode}" if code.mode else str(code.event)


def code_text(code: Code) -> str:
    """Return a code, and how well it fits."""
    fits = {"exact": "covers it exactly", "broader": "covers more", "narrower": "covers a part of it"}
    return f"{event_text(code)}, which {fits[code.match.value]}" if code.event else "has no code for it"
