"""Ways that come back to where they began."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

__all__ = ["circles"]


def circles(following: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """List circles among ids, given those that follow each: if there are any, at least one, and no two with one id.

    Each begins and ends with the same id. The time is linear in the number of steps.
    """
    settled: set[str] = set()
    for start in following:
        walk: dict[str, int] = {}  # the ids on the way from the start, each with its position
        ways: list[Iterator[str]] = []
        circled: list[int] = []  # the positions of ids that a circle has already
        key: str | None = start if start not in settled else None
        while key is not None or ways:
            if key is not None:
                walk[key] = len(ways)
                ways.append(iter(following[key]))
            key = next((target for target in ways[-1] if target in following and target not in settled), None)
            if key is None:
                ways.pop()
                settled.add(walk.popitem()[0])
                if circled and circled[-1] == len(ways):
                    circled.pop()
            elif key in walk:
                if not circled or circled[-1] < walk[key]:
                    yield [*islice(walk, walk[key], None), key]
                    circled.extend(range(walk[key], len(walk)))
                key = None
