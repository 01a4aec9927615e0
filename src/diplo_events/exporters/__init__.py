"""Datasets in the forms of other tools: PLOVER and ICEWS rows, data packages, graphs."""

__all__ = ()
