"""The language of a text, by the small words that every text in it has; `None` where they do not decide."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.model.ids import LanguageTag

__all__ = ["language_of"]

SMALL_WORDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "en": words("the of and to in that is was for with on by from at has said"),
        "fr": words("le la les des et du une dans que qui pour est sur avec au par"),
        "de": words("der die das und den von zu mit ist im dem nicht für auf sich des"),
        "es": words("el la los las de que y en una por con del para se al su"),
        "it": words("il la che di e per un una del della con non sono nel alla gli"),
        "pt": words("o a os as de que e do da em um uma para com não no"),
        "nl": words("de het een van en in dat op te voor met zijn niet aan door heeft"),
        "pl": words("w i z na do się nie że jest o przez po jak od dla za"),
        "ru": words("и в не на что с по как к из за для от это его о"),
        "uk": words("і в не на що з та до як у за для від це його про"),
        "tr": words("ve bir bu da de için ile olarak olan dedi ne daha gibi çok kadar ise"),
    }
)
"""The most frequent words of each language."""

FEWEST: Final = 5
"""How many of its words a text must have."""

LEAD: Final = 1.3
"""How many times as many as of any other language."""


def language_of(text: str) -> LanguageTag | None:
    """Return the code of the language of a text.

    >>> language_of("The minister said that the talks in the town had been for the good of the people and of peace.")
    'en'
    >>> language_of("Oslo 1905")
    """
    written = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    counts = sorted(
        ((sum(word in small for word in written), code) for code, small in SMALL_WORDS.items()), reverse=True
    )
    (most, code), (second, _) = counts[:2]
    return LanguageTag(code) if most >= FEWEST and most >= LEAD * second else None
