"""For those who code texts: passages, time words, the ledger of identities, agreement."""

__all__ = ()
