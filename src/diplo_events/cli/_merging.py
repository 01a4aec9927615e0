"""What `compile` does with parts that call one thing by two ids, or disagree, before they are merged."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Literal

import attrs

from diplo_events._internal.dataset.merging import Merge
from diplo_events.cli._shared_options import UsageError
from diplo_events.dataset import Header, header_values
from diplo_events.errors import DatasetError, Problem, shown, suggestion
from diplo_events.formats.parts import Part, located

__all__ = ["agreeing", "new_id", "renamed"]


def new_id(text: str) -> tuple[str, str]:
    """Return the old and the new id of `OLD=NEW`, for argparse."""
    old, equals, new = text.partition("=")
    if not (old and equals and new):
        raise argparse.ArgumentTypeError(f"expected OLD=NEW, two ids, found {shown(text)}")
    return old, new


def renamed(parts: Sequence[Part], ids: Mapping[str, str]) -> list[Part]:
    """Return the parts with new ids in the place of old ones.

    Raises:
        UsageError: no part knows an old id, or a new one cannot be given.
    """
    known = [{*part.dataset, *part.dataset.elsewhere} if part.dataset is not None else set[str]() for part in parts]
    everywhere = set[str]().union(*known)
    for old in ids:
        if old not in everywhere and all(part.dataset is not None for part in parts):
            hint = suggestion(old, everywhere)
            raise UsageError(f"--rename: no record has the id {old!r}{f'; {hint}' if hint else ''}")
    made: list[Part] = []
    for part, own in zip(parts, known, strict=True):
        here = {old: new for old, new in ids.items() if old in own}
        if part.dataset is None or not here:
            made.append(part)
            continue
        try:
            dataset = part.dataset.merge(rename=here)
        except DatasetError as error:
            raise UsageError(f"{part.name}: {error}") from None
        places = {here.get(key, key): place for key, place in part.places.items()}
        made.append(attrs.evolve(part, dataset=dataset, known_places=places))
    return made


def agreeing(parts: Sequence[Part]) -> tuple[list[Part], tuple[Problem, ...]]:
    """Return the parts, each without what earlier ones have otherwise, and list what that is."""
    merge = Merge()
    made: list[Part] = []
    left_out: list[Problem] = []
    severity: Literal["warning"] = "warning"
    for part in parts:
        found = merge.add(header_values(part.dataset), part.dataset.records) if part.dataset is not None else []
        if part.dataset is None or not found:
            made.append(part)
            continue
        hint = "the first is kept"
        problems = (attrs.evolve(each.problem, hint=hint, severity=severity) for each in found)
        left_out += located(problems, [part])
        gone = {difference.key for difference in found}
        said = {each.field: getattr(Header(), each.field) for each in found if each.key is None}
        rest = [record for record in part.dataset.records if record.id not in gone]
        made.append(attrs.evolve(part, dataset=attrs.evolve(part.dataset, records=rest, complete=False, **said)))
    return made, tuple(left_out)
