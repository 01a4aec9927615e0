"""Several sources on one thing: what each attests, what is confirmed, what contradicts."""

__all__ = ()
