"""Outlines of land and of states, none of which is a border."""

import functools
import itertools
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeAlias

__all__ = ["Ring", "land", "pieces_of_states"]

FOLDER: Final = Path(__file__).parent

Ring: TypeAlias = tuple[tuple[float, float], ...]
"""An outline: longitudes and latitudes."""


@functools.cache
def land() -> tuple[Ring, ...]:
    """Return the outlines of all land (Natural Earth, 1:110 million, in the public domain), in degrees."""
    text = FOLDER.joinpath("land.txt").read_text("utf-8")
    pairs = ([pair.split(",") for pair in line.split()] for line in text.splitlines() if not line.startswith("#"))
    return tuple(tuple((int(x) / 10, int(y) / 10) for x, y in ring) for ring in pairs)


@functools.cache
def pieces_of_states() -> Mapping[str, tuple[Ring, ...]]:
    """Return the outlines of states (Natural Earth, too) by their codes; some pieces are of several states."""
    found: defaultdict[str, list[Ring]] = defaultdict(list)
    for line in FOLDER.joinpath("states.txt").read_text("utf-8").splitlines():
        codes, colon, steps = line.partition(": ")
        if colon and not line.startswith("#"):
            pairs = [tuple(map(int, pair.split(","))) for pair in steps.split()]
            xs, ys = (itertools.accumulate(values) for values in zip(*pairs, strict=True))
            ring = tuple((x / 10, y / 10) for x, y in zip(xs, ys, strict=True))
            for code in codes.split():
                found[code].append(ring)
    return {code: tuple(rings) for code, rings in found.items()}
