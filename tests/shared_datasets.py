"""Datasets that are drawn once in a process and shared by the tests that only use them.

Drawing a dataset takes longer than most uses of it. A test that needs a small counterexample, or a dataset of a kind,
draws its own; a law that holds for *any* dataset takes `DATASETS`, of which Hypothesis tries each once. CI draws the
same every time; at the desk they are new in every run, and `DATASET_SEED` brings them back.
"""

import functools
import os

from hypothesis import HealthCheck, Phase, given, seed
from hypothesis import strategies as st

from diplo_events import Dataset, strategies
from profiles import examples

SEED = int(os.environ["DATASET_SEED"])
"""Chosen in `conftest`, one for all processes of a run."""


@functools.cache
def sample() -> tuple[Dataset, ...]:
    """Return the datasets of this process: as many as a test draws examples, and a few of them small."""
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
