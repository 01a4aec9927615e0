"""One utterance as its sources quote it: a table with a row for each wording, marked where it leaves the first one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from diplo_events.corroboration.wordings import WordingPair, WordingRelation, find_wordings, wording_of
from diplo_events.dataset import Dataset
from diplo_events.model import Statement
from diplo_events.referents import Referent, find_referents
from diplo_events.report._languages import language_of_quotes
from diplo_events.report._names import link
from diplo_events.report._page import Element, Node, element, scrolling
from diplo_events.report._titles import title_line
from diplo_events.report.quotations import OTHER_REMARKS, marked

__all__ = ["synopses"]


def synopses(dataset: Dataset) -> Iterator[Element]:
    """List each utterance that several records quote in several wordings, as one table."""
    for referent in find_referents(dataset, Statement):
        pairs = find_wordings(dataset, referent)
        if any(pair.comparison.relation is not WordingRelation.SAME for pair in pairs):
            yield synopsis(dataset, referent, pairs)


def synopsis(dataset: Dataset, referent: Referent, pairs: Sequence[WordingPair]) -> Element:
    """Return the wordings of one utterance: the fullest first, and how each of the others compares with it."""
    quoting = [record for record in referent.records if isinstance(record, Statement) and record.quotes]
    compared: dict[str, dict[str, WordingPair]] = defaultdict(dict)
    for pair in pairs:
        compared[pair.left][pair.right] = compared[pair.right][pair.left] = pair
    first = max(quoting, key=lambda record: (aligned_with(compared[record.id]), length(dataset, record), record.id))
    others = sorted(
        (record for record in quoting if record is not first),
        key=lambda record: (not compared[first.id][record.id].comparison.is_aligned, record.id),
    )
    rows = [wording_row(dataset, first, None)]
    rows += [wording_row(dataset, record, compared[first.id][record.id]) for record in others]
    heads = (element("th", {"scope": "col"}, text) for text in ("source", "wording", "beside the first one"))
    table = element(
        "table",
        {"class": "synopsis"},
        element("caption", None, *title_line(dataset, referent)),
        element("thead", None, element("tr", None, *heads)),
        element("tbody", None, *rows),
    )
    return scrolling("The wordings of one utterance", table)


def aligned_with(pairs: dict[str, WordingPair]) -> int:
    """Return with how many other wordings one is aligned."""
    return sum(pair.comparison.is_aligned for pair in pairs.values())


def length(dataset: Dataset, record: Statement) -> int:
    """Return the length of what a statement quotes."""
    wording = wording_of(dataset, record)
    return len(wording.text) if wording else 0


def wording_row(dataset: Dataset, record: Statement, pair: WordingPair | None) -> Element:
    """Return a wording letter for letter; what the first one does not have is marked, unless it is another remark."""
    wording = wording_of(dataset, record)
    words: list[Node] = [wording.text] if wording else []
    relation = "the first one"
    if pair:
        is_left = pair.left == record.id
        relation = pair.comparison.relation.words if pair.comparison.is_aligned else OTHER_REMARKS
        words = list(marked(pair.comparison.left if is_left else pair.comparison.right))
    quote = element("blockquote", {"dir": "auto", "lang": language_of_quotes(dataset, record.id)}, *words)
    where = element("a", {"href": f"#{record.id}"}, record.id.rpartition("/")[2])
    return element(
        "tr",
        None,
        element("th", {"scope": "row"}, link(dataset, record.source), " ", where),
        element("td", None, quote),
        element("td", None, relation),
    )
