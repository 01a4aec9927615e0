"""For those who code texts: checks of an encoding, passages, time words, the ledger of identity, agreement."""

from diplo_events.coding._checking import CheckResult, check
from diplo_events.coding.agreement import Agreement, compare_codings
from diplo_events.coding.anchoring import Coverage, Text, coverage, locate, read_texts
from diplo_events.coding.ledger import Ledger, read_ledger

__all__ = [
    "Agreement",
    "CheckResult",
    "Coverage",
    "Ledger",
    "Text",
    "check",
    "compare_codings",
    "coverage",
    "locate",
    "read_ledger",
    "read_texts",
]
