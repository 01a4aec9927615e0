"""The findings of a dataset, on the terminal and as one HTML page."""

__all__ = ()
