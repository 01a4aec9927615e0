"""What `import diplo_events` costs, alone and beyond attrs and cattrs; the help, and loading the bundled dataset.

Run it with `python benchmarks/import_time.py`. Fresh processes, in turn, so that a busy machine slows all alike;
processor time, user and system, which waiting for others does not lengthen. It is measured in the Unix way.
"""

import os
import resource
import statistics
import subprocess
import sys

RUNS = 41

PROGRAMS = {
    "nothing": "pass",
    "attrs and cattrs": "import attrs, cattrs",
    "diplo_events": "import diplo_events",
    "all three": "import attrs, cattrs, diplo_events",
    "the help": "import sys; sys.stdout = open('/dev/null', 'w'); from diplo_events import cli; cli.main(['--help'])",
    "diplo_events and load_example": "import diplo_events; diplo_events.load_example()",
}


def measure(program: str) -> float:
    """Measure the processor time of one fresh process, in milliseconds."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program], check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1000


def main() -> None:
    """Print the median of each program, and of the differences within each round."""
    for program in PROGRAMS.values():
        measure(program)  # writes the bytecode
    rounds = [{name: measure(program) for name, program in PROGRAMS.items()} for _ in range(RUNS)]
    for name in PROGRAMS:
        times = sorted(one[name] for one in rounds)
        print(f"{name:<32}{statistics.median(times):8.1f} ms  ({times[0]:.1f} to {times[-1]:.1f})")
    for later, earlier in (
        ("diplo_events", "nothing"),
        ("all three", "attrs and cattrs"),
        ("diplo_events and load_example", "diplo_events"),
    ):
        more = sorted(one[later] - one[earlier] for one in rounds)
        ratio = statistics.median(one[later] / one[earlier] for one in rounds)
        told = f"{later} over {earlier}"
        print(f"{told:<52}{statistics.median(more):+7.1f} ms  ({more[0]:+.1f} to {more[-1]:+.1f}), {ratio:.2f} times")


if __name__ == "__main__":
    main()
