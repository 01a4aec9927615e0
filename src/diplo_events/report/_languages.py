"""The languages of names and quotes, where the dataset has them."""

from diplo_events.dataset import Dataset
from diplo_events.model import Actor, Document, EventRecord, Place, Quote, Source, Statement

__all__ = ["language_of", "language_of_quote", "language_of_quotes"]


def language_of(dataset: Dataset, key: str) -> str | None:
    """Return the language of the name of a record: that of a source, or of the spelling that is equal to it."""
    match dataset.get(key):
        case Source(language=language):
            return language
        case Actor(name=text, names=names) | Place(name=text, names=names) | Document(title=text, names=names):
            return next((name.language for name in names if name.text == text), None)
        case _:
            return None


def language_of_quotes(dataset: Dataset, key: str) -> str | None:
    """Return the language of all quotes of a statement; `None` if they are in several, or nobody knows."""
    record = dataset.get(key)
    if not isinstance(record, Statement):
        return None
    languages = {language_of_quote(dataset, record, quote) for quote in record.quotes}
    return languages.pop() if len(languages) == 1 else None


def language_of_quote(dataset: Dataset, record: EventRecord, quote: Quote) -> str | None:
    """Return the language of a quote: its own, or else that of its source."""
    return quote.language or language_of(dataset, record.source)
