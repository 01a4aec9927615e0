"""`Unfit`: the one exception with which a fast reader refuses data, so that the explaining reader takes over."""

__all__ = ["Unfit"]


class Unfit(Exception):  # noqa: N818  (no error: the same data may be right, and only not fit for the fast way)
    """Data that a fast reader does not read. It has no message: the explaining reader has it, or reads the data."""
