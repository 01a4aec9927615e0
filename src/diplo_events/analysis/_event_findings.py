"""Findings about meetings that were to come, and about land: who claims it, and who holds it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, cast

from diplo_events._internal.texts.display import isolated
from diplo_events.analysis._finding import Finding, FindingKind, capital, finding, sources_words, texts_of
from diplo_events.analysis.titles import names_of, series, title_of
from diplo_events.corroboration.statuses import HELD
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.dates.in_words import date_in_words
from diplo_events.lookup import name_of, publisher_of
from diplo_events.model import Meeting, TerritorialClaim
from diplo_events.referents import find_referents
from diplo_events.vocab import Assertion, ClaimKind, MeetingStatus

__all__ = ["claim_findings", "meeting_findings"]

THINGS: Final[Mapping[ClaimKind, str]] = MappingProxyType(
    {
        ClaimKind.TERRITORIAL: "land in",
        ClaimKind.MARITIME: "waters of",
        ClaimKind.RIVER: "the use of",
        ClaimKind.IDENTITY: "people in",
    }
)
"""What is claimed, before the name of the place."""

ASSERTED: Final[Mapping[Assertion, str]] = MappingProxyType(
    {
        Assertion.SOVEREIGNTY: "sovereignty claimed by",
        Assertion.ANNEXATION: "annexed by",
        Assertion.OCCUPATION: "occupied by",
        Assertion.CAPTURE: "taken by",
        Assertion.ADMINISTRATION: "governed by",
        Assertion.RECOGNITION_DEMAND: "recognition of control demanded by",
        Assertion.CESSION_DEMAND: "handing over demanded by",
        Assertion.CESSION_REFUSAL: "handing over refused by",
        Assertion.RENUNCIATION: "claim given up by",
        Assertion.NON_RECOGNITION: "lawful loss not accepted by",
        Assertion.WITHDRAWAL_DEMAND: "withdrawal demanded by",
        Assertion.CESSION: "handed over by",
        Assertion.BOUNDARY: "boundary drawn by",
        Assertion.SOVEREIGN_RIGHTS: "rights of use claimed by",
        Assertion.DE_FACTO_LOSS: "lost in fact by",
    }
)
"""What is asserted of the land, before the name of the challenger."""

HOLDERS: Final = (("controlled_by", "held by"), ("recognized_holder", "lawfully belonging to"))
"""The fields that name a holder, and the words before it."""


def meeting_findings(dataset: Dataset) -> Iterator[Finding]:
    """List the meetings that a source has as still to come or as called off, with what every source says of them."""
    for referent in find_referents(dataset, Meeting):
        records = cast("tuple[Meeting, ...]", referent.records)
        by_status: dict[MeetingStatus, list[Meeting]] = defaultdict(list)
        for record in records:
            by_status[record.status].append(record)
        if HELD.issuperset(by_status):
            continue
        clauses = [
            f"{status.words} according to {sources_words(dataset, (r.source for r in reports))}{days(reports)}"
            for status in MeetingStatus
            if (reports := by_status.get(status))
        ]
        open_end = "" if HELD & set(by_status) else " No source reports that it was held."
        sentence = f"{capital(title_of(dataset, referent))}: {'; '.join(clauses)}.{open_end}"
        texts = texts_of(dataset, referent.sources)
        yield finding(FindingKind.MEETING, referent.id, sentence, records, rank=-len(texts))


def days(reports: Iterable[Meeting]) -> str:
    """Return the dates that reports give a meeting: `, dated Thursday 4 September 2025`.

    A date is marked as doubtful if no report has it without a mark.
    """
    by_day: dict[EventDate, set[EventDate]] = defaultdict(set)
    for report in reports:
        if report.when:
            by_day[report.when.unqualified()].add(report.when)
    dates = [
        day if day in marked else min(marked, key=EventDate.sort_key)
        for day, marked in sorted(by_day.items(), key=lambda item: item[0].sort_key())
    ]
    return f", dated {series(map(date_in_words, dates), 'or')}" if dates else ""


def claim_findings(dataset: Dataset) -> Iterator[Finding]:
    """List the land that is claimed: who wants, takes or gives up what, and who holds it, according to whom."""
    by_land: dict[tuple[ClaimKind, tuple[str, ...]], list[TerritorialClaim]] = defaultdict(list)
    for claim in dataset.of_type(TerritorialClaim):
        by_land[claim.kind, tuple(sorted(set(claim.places))) or (claim.territory,)].append(claim)
    for (kind, land), claims in by_land.items():
        name = series(names_of(dataset, land)) if claims[0].places else isolated(land[0])
        clauses: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            for clause in clauses_of(dataset, claim):
                clauses[clause].update(claim.asserted_by)
        holding = tuple(words for _, words in HOLDERS)
        in_order = sorted(clauses.items(), key=lambda item: item[0].startswith(holding))
        listed = [f"{clause}, according to {series(sorted(names_of(dataset, by)))}" for clause, by in in_order]
        if not any(claim.controlled_by for claim in claims):
            listed.append("no source says who holds it")
        sentence = f"{capital(THINGS[kind])} {name}: {'; '.join(listed)}."
        texts = texts_of(dataset, (claim.source for claim in claims))
        yield finding(FindingKind.CLAIM, land[0], sentence, claims, rank=-10 * len(texts) - len(claims))


def clauses_of(dataset: Dataset, claim: TerritorialClaim) -> Iterator[str]:
    """List what a claim says of its land: what is asserted, with every doubt about it, who holds it, whose it is."""
    aspects = [aspect.words for aspect in sorted(claim.aspects, key=lambda aspect: str(aspect.value))]
    doubts = [*aspects, hedge_of(dataset, claim)] if claim.hedge else aspects
    mark = f" [{', '.join(doubts)}]" if doubts else ""
    if_not_so = f" [{', '.join(aspects)}]" if aspects else ""
    against = f" (against {isolated(name_of(dataset, claim.target))})" if claim.target else ""
    yield f"{ASSERTED[claim.assertion]} {isolated(name_of(dataset, claim.challenger))}{against}{mark}"
    for field, words in HOLDERS:
        for holder in getattr(claim, field):
            yield f"{words} {isolated(name_of(dataset, holder))}{if_not_so}"


def hedge_of(dataset: Dataset, claim: TerritorialClaim) -> str:
    """Return the words with which a source takes back some of a claim, and whose they are if not the claimant's own."""
    outlet = publisher_of(dataset, claim.source)
    whose = "" if outlet is None or outlet in claim.asserted_by else f", says {isolated(name_of(dataset, outlet))}"
    return f"“{isolated(claim.hedge or '')}”{whose}"
