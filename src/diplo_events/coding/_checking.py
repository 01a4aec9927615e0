"""`check`: all that is wrong with a dataset, and how much of the texts it accounts for."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, TypeAlias

import attrs

from diplo_events._internal.texts.display import one_line
from diplo_events.coding._style import style_hints
from diplo_events.coding._warnings import slips
from diplo_events.coding.anchoring import TEXT_SUFFIXES, Coverage, Text, anchor_problems, coverage_by_source, read_texts
from diplo_events.coding.ledger import ledger_problems, read_ledger, repeat_problems
from diplo_events.coding.time_words import time_word_problems
from diplo_events.dataset import Dataset
from diplo_events.errors import ArgumentTypeError, NotReadableError, Problem, shown
from diplo_events.formats.parts import Part, ledger_file, listed, located, merge_parts, part_files, read_part, unread
from diplo_events.formats.stored import StoredPiece, pieces_of, several
from diplo_events.model import Source
from diplo_events.open_records import coded, refuted_fields

__all__ = ["CheckResult", "check"]

PathLike: TypeAlias = str | os.PathLike[str]


PIECES: Final = 8
"""Into how many pieces for each process the records are divided, so that none waits long for another."""


@attrs.frozen(kw_only=True)
class CheckResult:
    """The result of checking a dataset."""

    dataset: Dataset
    """The dataset, put together from its parts; if some cannot be read or do not fit, what is left of it."""
    problems: tuple[Problem, ...]
    """All that is wrong, each with its place where the dataset came from files."""
    warnings: tuple[Problem, ...] = ()
    """What is likely a slip and may be right: characters that cannot be seen, names that look alike, offices."""
    hints: tuple[Problem, ...] = ()
    """Where records break a countable rule of the guide to encoding, if that was asked for."""
    open: tuple[Problem, ...] = ()
    """The fields that are not coded yet, one by one; with `final` they are among the problems instead."""
    coverage: tuple[Coverage, ...]
    """How much of its text the records of a source account for, for each source whose text was given."""
    complete: bool
    """Whether dates, identities and texts were checked too: only if every part can be read and all fit together."""
    notes: tuple[str, ...] = ()
    """What is in the folders and was not read, or compared with nothing, though nothing need be wrong with it."""


def check(  # noqa: PLR0913  (each is an option of the command)
    dataset: Dataset | PathLike | Part | Iterable[PathLike | Part],
    *,
    texts: PathLike | Mapping[str, Text] | None = None,
    style: bool = False,
    final: bool = False,
    format: str | None = None,  # noqa: A002  (what it is)
    leave_out: PathLike | None = None,
    prepare: Callable[[Sequence[Part]], Sequence[Part]] | None = None,
    processes: int = 1,
) -> CheckResult:
    """List all that is wrong with a dataset, as the command `diplo-events check` does.

    Fields and references are checked when records are made. Here dates are compared with the time words beside them,
    repeats and shared ids with the ledger of identity and, given the texts, quotes, spans and spellings with them.
    The guide to encoding lists what that proves and what it cannot prove.

    Args:
        dataset: A dataset; or a file, a folder of parts, or several of them, which are put together first. The ledger
            of a folder is its file `identity.yaml`.
        texts: The texts by their SHA-256, or a folder with them (`*.txt`); without them they are not checked.
        style: Whether to list, as hints, where records break a countable rule of the guide, such as that the same words
            have the same acts; with the texts, also sentences of many clauses with one record, targets that the passage
            does not name, and hedges that no record keeps. These three know English alone.
        final: Whether a field that is open, not coded yet, is a problem.
        format: The name of the format of the files; by default the suffix of each names it.
        leave_out: A file in one of the folders that is not a part: what the parts were compiled to before.
        prepare: What is done with the parts before they are put together; `shorthand.ShortParts` makes full ones of
            those in short form.
        processes: In how many processes dates are compared with time words, if the records of the dataset stay on disk
            (`formats.stored`) and no texts are given.

    Raises:
        NotReadableError: no format has the suffix of a file, or a folder has no parts.
        ArgumentError: no format has the name.
        ArgumentTypeError: the first argument is neither a dataset nor names files.
        OSError: a file or folder cannot be read.
        MissingExtraError: a format needs a package that is not installed.

    Examples:
        >>> import diplo_events
        >>> result = check(diplo_events.load_example())
        >>> result.problems, len(result.dataset)
        ((), 422)
    """
    if not isinstance(dataset, Dataset | str | os.PathLike | Part | Iterable):
        raise ArgumentTypeError(f"expected a dataset, a file or a folder, found {shown(dataset)}")
    if isinstance(dataset, Dataset):
        return with_open_fields(check_merged(dataset, texts, (), (), style=style, processes=processes), (), final=final)
    sources = [dataset] if isinstance(dataset, str | os.PathLike | Part) else list(dataset)
    parts = [part for source in sources for part in parts_of(source, format, leave_out)]
    if prepare is not None:
        parts = list(prepare(parts))
    merged, problems = merge_parts(parts)
    folders = [Path(source) for source in sources if not isinstance(source, Part) and Path(source).is_dir()]
    notes = tuple(note for folder in folders if (note := unread(folder)))
    if problems:
        return CheckResult(dataset=merged, problems=problems, notes=notes, coverage=(), complete=False)
    ledgers = [ledger for folder in folders if (ledger := ledger_file(folder))]
    result = check_merged(merged, texts, parts, ledgers, notes, style=style, processes=processes)
    return with_open_fields(result, parts, final=final)


def parts_of(source: PathLike | Part, format_name: str | None, leave_out: PathLike | None) -> Iterator[Part]:
    """Read a file, or each part in a folder but the one that is left out."""
    if isinstance(source, Part):
        yield source
    elif Path(source).is_dir():
        left_out = Path(leave_out).resolve() if leave_out is not None else None
        files = (file for file in part_files(Path(source)) if file.resolve() != left_out)
        yield from (read_part(file, format=format_name) for file in files)
    else:
        yield read_part(Path(source), format=format_name)


def check_merged(  # noqa: PLR0913  (each is an option of the command)
    dataset: Dataset,
    texts: PathLike | Mapping[str, Text] | None,
    parts: Sequence[Part],
    ledgers: Iterable[Path],
    notes: tuple[str, ...] = (),
    *,
    style: bool,
    processes: int,
) -> CheckResult:
    """Check the dates, identities and texts of a dataset."""
    problems: list[Problem] = []
    if isinstance(texts, str | os.PathLike):
        try:
            folder, texts = Path(texts), read_texts(Path(texts))
            notes += tuple(notes_on_texts(dataset, folder, texts))
        except NotReadableError as error:
            problems.extend(error.problems)
            texts = None
    dated = date_problems(dataset, texts, processes)
    found = [*dated, *repeat_problems(dataset), *problems_of_ledgers(dataset, ledgers)]
    covered: tuple[Coverage, ...] = ()
    if texts is not None:
        covered = coverage_by_source(dataset, texts)
        found.extend(anchor_problems(dataset, texts, covered=covered))
    problems.extend(located(found, parts))
    warnings = tuple(located([*slips(dataset)], parts))
    return CheckResult(
        dataset=dataset,
        problems=tuple(problems),
        warnings=warnings,
        hints=tuple(located([*style_hints(coded(dataset), texts)], parts)) if style else (),
        notes=notes,
        coverage=covered,
        complete=True,
    )


def date_problems(dataset: Dataset, texts: Mapping[str, Text] | None, processes: int) -> Iterable[Problem]:
    """List what is wrong with dates, in the order of the records, however many processes look at them."""
    pieces = pieces_of(dataset, PIECES * processes) if processes > 1 and texts is None else []
    if not pieces:
        return time_word_problems(dataset, texts)
    with several(processes) as mapped:
        return [problem for found in mapped(date_problems_of, ((piece,) for piece in pieces)) for problem in found]


def date_problems_of(piece: StoredPiece) -> list[Problem]:
    """List what is wrong with the dates of some records of a dataset that stays on disk."""
    dataset, records = piece.opened()
    return list(time_word_problems(dataset, records=records))


def with_open_fields(result: CheckResult, parts: Sequence[Part], *, final: bool) -> CheckResult:
    """Add the fields that are not coded yet, of refuted drafts first; as problems if the encoding is to be final."""
    severity: Literal["error", "hint"] = "error" if final else "hint"
    remaining = located(
        (
            Problem(path=f"{record.id}.{name}", expected="a value", found="none: the field is open", severity=severity)
            for record in sorted(result.dataset.drafts, key=lambda each: not refuted_fields(each))
            for name in record.open
        ),
        parts,
    )
    if final:
        return attrs.evolve(result, problems=(*result.problems, *remaining))
    return attrs.evolve(result, open=tuple(remaining))


def notes_on_texts(dataset: Dataset, folder: Path, texts: Mapping[str, Text]) -> Iterator[str]:
    """List what is in a folder of texts and is compared with nothing."""
    if note := unread(folder, TEXT_SUFFIXES):
        yield note
    known = {source.sha256 for source in dataset.of_type(Source)}
    if names := sorted(Path(text.name).name for key, text in texts.items() if key not in known):
        yield f"{one_line(str(folder))}: no source has the hash of {listed(names)}"


def problems_of_ledgers(dataset: Dataset, ledgers: Iterable[Path]) -> Iterator[Problem]:
    """Compare a dataset with each ledger, or list why a ledger cannot be read."""
    for path in ledgers:
        try:
            yield from ledger_problems(dataset, read_ledger(path))
        except NotReadableError as error:
            yield from error.problems
