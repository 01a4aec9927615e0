"""Languages by their English names and three-letter codes, as event data write them."""

from types import MappingProxyType
from typing import Final

from diplo_events.model.ids import LanguageTag

__all__ = ["language_of"]

CODES: Final = MappingProxyType(
    {
        code: tag
        for tag, codes in {
            "ar": "arabic ara ar",
            "de": "german deu ger de",
            "en": "english eng en",
            "es": "spanish spa es",
            "fr": "french fra fre fr",
            "it": "italian ita it",
            "ja": "japanese jpn ja",
            "ko": "korean kor ko",
            "pt": "portuguese por pt",
            "ru": "russian rus ru",
            "tr": "turkish tur tr",
            "uk": "ukrainian ukr uk",
            "zh": "chinese zho chi zh",
        }.items()
        for code in codes.split()
    }
)
"""The languages of event data; others stay in `extra` as they are written."""


def language_of(name: str) -> LanguageTag | None:
    """Return the tag of a language, or `None` if it is not among those known here.

    >>> language_of("English"), language_of("fra"), language_of("Klingon")
    ('en', 'fr', None)
    """
    tag = CODES.get(name.strip().lower())
    return LanguageTag(tag) if tag else None
