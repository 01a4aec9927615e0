"""Questions put to one dataset: records, a timeline, stances, networks."""

__all__ = ()
