"""What several sources report of one referent: what each attests, what is confirmed, what contradicts.

Proposals of records that might have one referent need an extra: `diplo_events.corroboration.candidates`.
"""

from diplo_events.corroboration.attestations import Attestation, find_attestations, reporting_chain
from diplo_events.corroboration.contradictions import Contradiction, ContradictionKind, Version, find_contradictions
from diplo_events.corroboration.life_cycles import LifeCycle, find_life_cycles
from diplo_events.corroboration.verdicts import Corroboration, FieldVerdict, Verdict, corroborate
from diplo_events.corroboration.wordings import WordingRelation, compare_wordings, find_wordings

__all__ = [
    "Attestation",
    "Contradiction",
    "ContradictionKind",
    "Corroboration",
    "FieldVerdict",
    "LifeCycle",
    "Verdict",
    "Version",
    "WordingRelation",
    "compare_wordings",
    "corroborate",
    "find_attestations",
    "find_contradictions",
    "find_life_cycles",
    "find_wordings",
    "reporting_chain",
]
