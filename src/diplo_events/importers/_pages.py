"""Pages of the web as sources, by their address."""

import re

from diplo_events.importers._event_parties import EventParties
from diplo_events.importers._ids import short_hash
from diplo_events.model import OPEN, Source
from diplo_events.model.ids import PATTERNS, ActorId, RecordId, SourceId, Url
from diplo_events.schema import Record

__all__ = ["is_address", "page", "page_key"]


def is_address(text: str) -> bool:
    """Whether a text is an address of the web.

    >>> is_address("https://example.org/a"), is_address("BBC Monitoring"), is_address("https://a b")
    (True, False, False)
    """
    return bool(re.fullmatch(PATTERNS[Url].regex, text))


def page_key(prefix: str, address: str) -> SourceId:
    """Return the id of a page, from the hash of its address."""
    return SourceId(RecordId(f"{prefix}/page/{short_hash(address)}{short_hash(address, '2')}"))


def page(parties: EventParties, address: str, publisher: ActorId | None) -> SourceId:
    """Return the id of a page; its title and kind are open."""

    def make(key: SourceId) -> Record:
        return parties.make[Source](id=key, title=OPEN, kind=OPEN, url=Url(address), publisher=publisher)

    found: SourceId = parties.once(page_key(parties.prefix, address), str(publisher), make)
    return found
