"""Datasets that are drawn once in a run and shared by the tests that only use them.

Drawing a dataset takes longer than most uses of it. A test that needs a small counterexample, or a dataset of a kind,
draws its own; a law that holds for *any* dataset takes `DATASETS`, of which Hypothesis tries each once. CI draws the
same every time; at the desk they are new in every run, and `DATASET_SEED` brings them back.
"""

import functools
import os
import pickle
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed
from hypothesis import strategies as st

from diplo_events import Dataset, strategies
from profiles import examples

SEED = int(os.environ["DATASET_SEED"])
"""Chosen in `conftest`, one for all processes of a run."""


FOLDER = Path(os.environ["SHARED_DATASETS"])
"""Where the processes of a run meet."""

PATIENCE = 120.0
"""How many seconds a process waits for the datasets of another, before it draws its own."""


@functools.cache
def sample() -> tuple[Dataset, ...]:
    """Return the datasets of this run: those that the first of its processes drew."""
    file = FOLDER / "datasets"
    try:
        file.with_suffix(".started").touch(exist_ok=False)
    except FileExistsError:
        until = time.monotonic() + PATIENCE
        while not file.exists():
            if time.monotonic() > until:
                return draw()
            time.sleep(0.1)
        drawn: tuple[Dataset, ...] = pickle.loads(file.read_bytes())
        return drawn
    drawn = draw()
    file.with_suffix(".part").write_bytes(pickle.dumps(drawn))
    file.with_suffix(".part").replace(file)
    return drawn


def draw() -> tuple[Dataset, ...]:
    """Draw the datasets: as many as a test draws examples, and a few of them small."""
    drawn: list[Dataset] = []

    @seed(SEED)
    @examples(25, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck))
    @given(strategies.datasets() | strategies.datasets(most=3, drafts=True))
    def collect(dataset: Dataset) -> None:
        drawn.append(dataset)

    collect()
    return tuple(dict.fromkeys(drawn))


DATASETS: st.SearchStrategy[Dataset] = st.deferred(lambda: st.sampled_from(sample()))
"""Any of the shared datasets."""
