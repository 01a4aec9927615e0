"""The bundled dataset, hand-encoded from real news articles: `load` beside the file that it loads."""

import functools
from typing import Final

from diplo_events.dataset import Dataset

__all__ = ["FILE", "load"]

FILE: Final = "articles.json"
"""The file beside this module; `diplo-events compile` makes it out of `seeds/`."""


@functools.cache
def load() -> Dataset:
    """Load the bundled dataset.

    It records what the articles report that others claim, never what is so. The licence of the data is
    CC BY 4.0; the articles themselves are not part of it. It is read once: a dataset cannot be changed, so that
    everybody can have the same.

    Examples:
        >>> import diplo_events
        >>> dataset = diplo_events.load_example()
        >>> dataset["zakharova"].name
        'Maria Zakharova'
    """
    from pathlib import Path  # noqa: PLC0415  (loaded when a file is named)

    from diplo_events.formats import json  # noqa: PLC0415  (a reader is loaded when something is read)

    return json.loads(Path(__file__).with_name(FILE).read_bytes(), file=FILE)
