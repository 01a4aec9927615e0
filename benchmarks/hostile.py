"""What hostile files cost: the most memory that reading takes, as a multiple of the file, at several sizes.

Each file is refused or read. `python benchmarks/hostile.py` prints a table; the multiples do not grow with the size.
"""

import contextlib
import gc
import time
import tracemalloc
import warnings
from collections.abc import Callable, Mapping

from diplo_events import Dataset, NotReadableError
from diplo_events.formats import json, jsonl, yaml

BYTES = (25_000, 100_000, 400_000)
"""How many bytes the files have, about."""

MOST = 700
"""The multiple of its size that no file takes more memory than; most take far less."""

HEAD = '{"format_version": "1.0", '
NEWER = '{"format_version": "1.1", '
ISSUE = '"issues": [{"id": "i", "label": "L", "proposition": "P."'
LINES = '{"type": "dataset", "format_version": "1.0"}\n'
YAML = "format_version: '1.0'\n"


def numbered(size: int) -> str:
    """Return fields with names that nobody knows."""
    return ", ".join(f'"f{number}": 1' for number in range(size // 12))


def lists(size: int, depth: int) -> str:
    """Return nested lists of numbers, and one that is too large."""
    return "[" * depth + "1," * ((size - 2 * depth) // 2) + "1e999" + "]" * depth


Read = Callable[[str], Dataset]

FILES: Mapping[str, tuple[Read, Callable[[int], str]]] = {
    "a long key above many values": (
        json.loads,
        lambda size: HEAD + f'"extra": {{"{"k" * (size // 2)}": [{"1," * (size // 4)}1e999]}}}}',
    ),
    "a long key above many mistakes": (
        json.loads,
        lambda size: HEAD + f'"extra": {{"{"k" * (size // 2)}": [{"NaN," * (size // 8)}1]}}}}',
    ),
    "long keys, one in another": (
        json.loads,
        lambda size: HEAD + '"extra": ' + f'{{"{"k" * (size // 40)}": ' * 40 + "1e999" + "}" * 41,
    ),
    "unknown fields in one record": (json.loads, lambda size: HEAD + ISSUE + f", {numbered(size)}}}]}}"),
    "unknown fields in the header": (json.loads, lambda size: HEAD + numbered(size) + "}"),
    "unknown fields of a newer version": (json.loads, lambda size: NEWER + ISSUE + f", {numbered(size)}}}]}}"),
    "known fields, for comparison": (json.loads, lambda size: HEAD + ISSUE + f', "extra": {{{numbered(size)}}}}}]}}'),
    "a flat list with a mistake": (json.loads, lambda size: HEAD + f'"extra": {{"a": {lists(size, 1)}}}}}'),
    "deep lists with a mistake": (json.loads, lambda size: HEAD + f'"extra": {{"a": {lists(size, 40)}}}}}'),
    "what is not a record": (json.loads, lambda size: HEAD + f'"issues": [{"7," * (size // 2)}7]}}'),
    "lines of nothing": (jsonl.loads, lambda size: LINES + "{}\n" * (size // 3)),
    "a flat list in YAML": (yaml.loads, lambda size: YAML + f"extra:\n  a: [{'1,' * (size // 2)}1e999]\n"),
    "a long key in YAML": (
        yaml.loads,
        lambda size: YAML + f"extra:\n  ? {'k' * (size // 2)}\n  : [{'1,' * (size // 4)}1e999]\n",
    ),
    "quotes that are not closed in YAML": (yaml.loads, lambda size: YAML + "title: 'a\n" + "b: 'c'\n" * (size // 7)),
}
"""Files by what is hostile in them: the function that reads them, and the one that writes them at a size."""


def measured(read: Read, text: str) -> tuple[float, float]:
    """Return the most memory that reading a text takes, as a multiple of its size, and processor seconds."""
    start = time.process_time()
    attempt(read, text)
    seconds = time.process_time() - start
    gc.collect()
    tracemalloc.start()
    attempt(read, text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / len(text), seconds


def attempt(read: Read, text: str) -> None:
    """Read a text, whether it is refused or not."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with contextlib.suppress(NotReadableError):
            read(text)


def main() -> None:
    """Print the multiples of memory for each size, and the processor seconds at the largest."""
    print(f"  {'most memory / size of the file':38}{''.join(f'{size:>10,}' for size in BYTES)}   seconds")
    for name, (read, write) in FILES.items():
        attempt(read, write(1_000))  # what is made once is made before
        results = [measured(read, write(size)) for size in BYTES]
        multiples = "".join(f"{multiple:>10.0f}" for multiple, _ in results)
        print(f"  {name:38}{multiples}{results[-1][1]:>10.2f}", flush=True)
        assert max(multiple for multiple, _ in results) < MOST, name  # noqa: S101  (what this script is for)


if __name__ == "__main__":
    main()
