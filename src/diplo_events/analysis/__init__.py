"""Questions about one dataset: which records match, in which order, who stands where, who talks like whom."""

from diplo_events.analysis.agreement_network import agreement_network
from diplo_events.analysis.deeds import Did, Voted
from diplo_events.analysis.findings import Finding, FindingKind, find_findings
from diplo_events.analysis.network import affiliation, mentions, one_mode
from diplo_events.analysis.network_windows import windows
from diplo_events.analysis.predicates import Answer, Certainly, Certainty, Possibly, Predicate
from diplo_events.analysis.query import (
    About,
    At,
    Has,
    Involves,
    OfType,
    ReportedBy,
    ReportedIn,
    When,
    answers,
    find,
)
from diplo_events.analysis.stance_series import build_series
from diplo_events.analysis.stances import stance_matrix
from diplo_events.analysis.ties import ties
from diplo_events.analysis.timeline import build_timeline

__all__ = [
    "About",
    "Answer",
    "At",
    "Certainly",
    "Certainty",
    "Did",
    "Finding",
    "FindingKind",
    "Has",
    "Involves",
    "OfType",
    "Possibly",
    "Predicate",
    "ReportedBy",
    "ReportedIn",
    "Voted",
    "When",
    "affiliation",
    "agreement_network",
    "answers",
    "build_series",
    "build_timeline",
    "find",
    "find_findings",
    "mentions",
    "one_mode",
    "stance_matrix",
    "ties",
    "windows",
]
