"""Which names are those of a medium, which only passes on what others say."""

import re
from typing import Final

from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.runs import Naming

__all__ = ["is_outlet"]

SITE: Final = re.compile(r"\w\.(?:com|net|org|info|news|tv|eu|co|[a-z]{2})\Z")
"""The end of the name of a site: Lake.com."""


def is_outlet(mention: Naming) -> bool:
    """Whether a name is that of a medium."""
    last = mention.name.split()[-1].lower()
    if SITE.search(last):
        return True
    return mention.head in nouns.MEDIA or last in nouns.MEDIA | nouns.PAPERS or mention.name in nouns.AGENCIES
