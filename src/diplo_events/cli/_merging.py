"""What `compile` does with parts that call one thing by two ids, or disagree, before they are merged."""

import argparse
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Literal

import attrs

from diplo_events._internal.dataset.merging import Merge
from diplo_events.cli._shared_options import UsageError
from diplo_events.dataset import Difference, Header, header_values
from diplo_events.errors import DatasetError, Problem, shown, suggestion
from diplo_events.formats.parts import Part, located, merge_parts

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


def agreeing(parts: Sequence[Part], *, first: bool) -> tuple[list[Part], tuple[Problem, ...]]:
    """Return the parts without what differs, and list that.

    Args:
        parts: The parts.
        first: Whether the first part that has something keeps it; if not, none does.
    """
    merge = Merge()
    found = [merge.add(header_values(p.dataset), p.dataset.records) if p.dataset is not None else [] for p in parts]
    everything = [difference for own in found for difference in own]
    left_out: list[Problem] = []
    made: list[Part] = []
    severity: Literal["warning"] = "warning"
    hint = "the first is kept" if first else "left out"
    for part, own in zip(parts, found, strict=True):
        problems = (attrs.evolve(each.problem, hint=hint, severity=severity) for each in own)
        left_out += located(problems, [part])
        made.append(without(part, own if first else everything))
    return made if first else partial(made, {each.key for each in everything}), tuple(left_out)


def without(part: Part, differences: Iterable[Difference]) -> Part:
    """Return a part without what differs."""
    fields = {each.field: getattr(Header(), each.field) for each in differences if each.key is None}
    gone = {each.key for each in differences}
    if part.dataset is None or not gone:
        return part
    records = [record for record in part.dataset.records if record.id not in gone]
    return attrs.evolve(part, dataset=attrs.evolve(part.dataset, records=records, complete=False, **fields))


def partial(parts: list[Part], gone: Container[str | None]) -> list[Part]:
    """Return parts that refer to what is gone, and to nothing else outside, as a part that need not be complete."""
    merged, problems = merge_parts(parts, complete=False)
    targets = [reference.target for _, reference in merged.missing]
    if problems or not targets or not all(target in gone for target in targets):
        return parts
    places = {key: place for part in parts for key, place in part.places.items()}
    return [attrs.evolve(parts[0], dataset=merged, known_places=places)]
