"""How long reading takes, as a part of the time that another version of the library takes.

Run it with `python benchmarks/reading.py OTHER`, where `OTHER` is the folder `src` of another checkout; without it the
library is compared with itself, which shows how much noise there is. Each run is a process of its own and the two take
turns, so that a busy machine slows both; processor time; the median of the ratios, and the span from the 10th to the
90th percentile.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import diplo_events
from diplo_events import write
from diplo_events.formats import FORMATS

ROUNDS = 21
TIMES = 7
OWN = Path(diplo_events.__file__).parents[1]

PROGRAM = """
import importlib, pathlib, statistics, sys, time
name, file, runs = sys.argv[1:]
loads = importlib.import_module(f"diplo_events.formats.{name}").loads
data = pathlib.Path(file).read_bytes()
times = []
for _ in range(int(runs)):
    start = time.process_time()
    loads(data)
    times.append(time.process_time() - start)
print(statistics.median(times[len(times) // 3 :]))
"""


def milliseconds(source: Path, name: str, file: Path) -> float:
    """Return how long a fresh process of one version takes to read a file: the median of the last times."""
    command = [sys.executable, "-c", PROGRAM, name, str(file), str(TIMES)]
    output = subprocess.run(command, check=True, capture_output=True, text=True, env={"PYTHONPATH": str(source)})
    return float(output.stdout) * 1000


def main(other: Path = OWN) -> None:
    """Print a line for each format."""
    dataset = diplo_events.load_example()
    print(f"reading {len(dataset)} records: milliseconds, and the ratio to {other}")
    with tempfile.TemporaryDirectory() as folder:
        for name in FORMATS:
            file = Path(folder, f"x.{name}")
            write(dataset, file)
            rounds = [(milliseconds(OWN, name, file), milliseconds(other, name, file)) for _ in range(ROUNDS)]
            ratios = [own / others for own, others in rounds]
            own, others = (statistics.median(times) for times in zip(*rounds, strict=True))
            tenths = statistics.quantiles(ratios, n=10)
            median = statistics.median(ratios)
            print(f"  {name:6}{own:9.1f}{others:9.1f}{median:8.2f} times  ({tenths[0]:.2f} to {tenths[-1]:.2f})")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
