"""Check a large file in one process and in two, in turn: the processor time of each of the processes.

Run it with `python benchmarks/processes.py`. The records are the bundled ones, multiplied under new ids. On a busy
machine the clock on the wall says little, so that what is compared is processor time. With two workers there are
three processes: the one that was started joins what the others find. How many times as long one process takes as the
longest of the three; as all three would, shared by two processors that are never idle; and as the first one and the
longer worker, one after the other, which is more than it can take.
"""

import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from growth import repeated

import diplo_events
from diplo_events.formats.stored import open_stored

ROUNDS = 9
RECORDS = 200_000


def of_workers() -> float:
    """Return the processor time of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds(path: Path, processes: int) -> tuple[float, float]:
    """Return the processor time of this process and that of its workers, in which a file is checked."""
    own, others = time.process_time(), of_workers()
    open_stored(path, processes=processes)
    return time.process_time() - own, of_workers() - others


def line(name: str, values: list[float]) -> str:
    """Return the median of some values, and their span."""
    return f"  {name:60}{statistics.median(values):6.2f}  ({min(values):.2f} to {max(values):.2f})"


def main() -> None:
    """Print how much two processes save."""
    rounds: list[tuple[float, float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "records.jsonl")
        diplo_events.write(repeated(diplo_events.load_example(), RECORDS), str(path))
        size = path.stat().st_size
        for _ in range(ROUNDS):
            alone, _workers = seconds(path, 1)
            own, workers = seconds(path, 2)
            rounds.append((alone, own, workers))
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors; {size:,} bytes")
    print("seconds")
    print(line("one process", [alone for alone, _, _ in rounds]))
    print(line("the first of three", [own for _, own, _ in rounds]))
    print(line("both workers", [workers for _, _, workers in rounds]))
    print("times as long in one process")
    print(line("as in the longest of three", [a / max(own, w / 2) for a, own, w in rounds]))
    print(line("as in all three, on two processors that are never idle", [2 * a / (own + w) for a, own, w in rounds]))
    print(line("as in the first and a worker, one after the other", [a / (own + w / 2) for a, own, w in rounds]))


if __name__ == "__main__":
    main()
