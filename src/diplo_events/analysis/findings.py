"""What a dataset shows, in sentences: each is computed from records, and names them as its evidence."""

import attrs

from diplo_events._internal.system.gc import gc_paused
from diplo_events.analysis._event_findings import claim_findings, meeting_findings
from diplo_events.analysis._finding import Finding, FindingKind
from diplo_events.analysis._source_findings import difference_findings, origin_findings, single_findings
from diplo_events.analysis._stance_findings import agreement_findings, side_findings
from diplo_events.dataset import Dataset
from diplo_events.model import EventRecord

__all__ = ["Finding", "FindingKind", "find_findings"]


@gc_paused()
def find_findings(dataset: Dataset) -> tuple[Finding, ...]:
    """List what a dataset shows, in sentences: where sources differ, who stands where, what is to come, who holds what.

    Every sentence is computed from the records that it names, and says nothing that they do not. Copies, translations
    and excerpts of one text are one source (`Dataset.first_versions`). Event records that are not fully coded are
    left out. Sorted by kind; within a kind, what more sources report comes first.

    Examples:
        >>> import diplo_events
        >>> findings = find_findings(diplo_events.load_example())
        >>> print(findings[0].sentence)
        Two sources (Unnamed outlet of the digest on foreign troops and ZeroHedge) date the remarks of Maria Zakharova \
in Vladivostok on “Foreign troops in Ukraine” to Wednesday 3 September 2025, one source (Kurdistan24) to Thursday 4 \
September 2025. The dates are marked as doubtful.
        >>> findings[0].kind, findings[0].records[:2]
        (FindingKind.DIFFERENCE, ('digest-foreign-troops/s01', 'digest-foreign-troops/s02'))
        >>> print(next(found.sentence for found in findings if found.kind is FindingKind.AGREEMENT))
        “Troops of other states should be deployed in Ukraine after a peace agreement”: four of the four sources that \
report what Russia says on it have Russia against it.
    """
    drafts = {record.id for record in dataset.drafts if isinstance(record, EventRecord)}
    if drafts:
        dataset = attrs.evolve(dataset, records=[r for r in dataset.records if r.id not in drafts], complete=False)
    found = [
        *difference_findings(dataset),
        *side_findings(dataset),
        *agreement_findings(dataset),
        *meeting_findings(dataset),
        *claim_findings(dataset),
        *origin_findings(dataset),
        *single_findings(dataset),
    ]
    kinds = list(FindingKind)
    return tuple(sorted(found, key=lambda one: (kinds.index(one.kind), one.rank, one.about, one.sentence)))
