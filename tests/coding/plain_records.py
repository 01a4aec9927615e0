"""A source and a statement of which a test gives only what it is about."""

import hashlib

from diplo_events import QuotationMode, Source, SourceKind, Span, SpeechAct, Statement

__all__ = ["article", "plain_statement"]


def article(key: str, text: str | None = None, /, **fields: object) -> Source:
    """Return a news article, with the hash and the length of its text if it has one."""
    values: dict[str, object] = {"title": "A report", "kind": SourceKind.NEWS_ARTICLE, "language": "en"}
    if text is not None:
        values |= {"sha256": hashlib.sha256(text.encode()).hexdigest(), "length": len(text)}
    return Source(id=key, **values | fields)


def plain_statement(key: str, source: str, /, *spans: Span, **fields: object) -> Statement:
    """Return a statement with some passages; it is indirect unless it has quotes. Fields that are given win."""
    values: dict[str, object] = {
        "id": key,
        "source": source,
        "spans": spans,
        "speakers": ("norland",),
        "acts": (SpeechAct.STATE,),
        "mode": QuotationMode.MIXED if fields.get("quotes") else QuotationMode.INDIRECT,
        "summary": "Something is said.",
    }
    return Statement(**values | fields)
