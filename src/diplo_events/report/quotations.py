"""The wordings of one utterance beside each other, letter for letter, with marks on what only one of them has."""

from collections.abc import Iterable, Iterator

from diplo_events.corroboration.wordings import Piece, WordingPair, WordingRelation, find_wordings
from diplo_events.dataset import Dataset
from diplo_events.referents import Referent
from diplo_events.report._languages import language_of_quotes
from diplo_events.report._names import link
from diplo_events.report._page import Element, Node, element
from diplo_events.report.field_words import name_text
from diplo_events.report.lines import DataText, line_text
from diplo_events.report.terminal import PLAIN, Style, wrapped

__all__ = ["OTHER_REMARKS", "marked", "wording_lines", "wording_pair"]

OTHER_REMARKS = "other remarks: they share too little to be one sentence"
"""What is said of two wordings that are not aligned."""


def wording_lines(dataset: Dataset, referent: Referent, *, style: Style = PLAIN) -> Iterator[str]:
    """List the pairs of wordings of an utterance that differ, for a terminal; nothing if there are none.

    Each wording is there letter for letter; the words that the other one does not have stand on a line of their own.
    Wordings that share too little are said to be other remarks, and nothing is marked in them.

    Examples:
        >>> import diplo_events
        >>> from diplo_events.referents import find_referents
        >>> dataset = diplo_events.load_example()
        >>> (ready,) = [r for r in find_referents(dataset) if r.id == "utterance/macron-europeans-ready"]
        >>> next(line.strip() for line in wording_lines(dataset, ready) if "only here" in line)
        'only here: “Europeans”, “provide”, “immediately after”, “signing of”, “deal”'
    """
    for pair in find_wordings(dataset, referent):
        if pair.comparison.relation is WordingRelation.SAME:
            continue
        yield style.strong(f"  {relation_text(pair)}")
        for key, pieces in ((pair.left, pair.comparison.left), (pair.right, pair.comparison.right)):
            quotation = DataText("".join(piece.text for piece in pieces), language_of_quotes(dataset, key))
            source = getattr(dataset[key], "source", key)
            yield style.faint(f"    {name_text(dataset, source)}  [{key}]")
            yield from map(style.quote, wrapped(f"“{line_text([quotation])}”", style, first="      ", rest="       "))
            if differing := [piece.text for piece in pieces if piece.differs]:
                only = ", ".join(f"“{line_text([DataText(text)])}”" for text in differing)
                yield from wrapped(only, style, first="      only here: ", rest="       ")


def relation_text(pair: WordingPair) -> str:
    """Return how two wordings are related, in words."""
    return pair.comparison.relation.words if pair.comparison.is_aligned else OTHER_REMARKS


def wording_pair(dataset: Dataset, pair: WordingPair) -> Element:
    """Return two wordings side by side, for the page; other remarks bear no marks."""
    sides = [
        element(
            "div",
            None,
            element("p", {"class": "faint"}, link(dataset, getattr(dataset[key], "source", key)), " ", link_to(key)),
            element("blockquote", {"dir": "auto", "lang": language_of_quotes(dataset, key)}, *marked(pieces)),
        )
        for key, pieces in ((pair.left, pair.comparison.left), (pair.right, pair.comparison.right))
    ]
    title = element("p", None, element("strong", None, relation_text(pair)))
    return element("div", {"class": "record"}, title, element("div", {"class": "renderings"}, *sides))


def marked(pieces: Iterable[Piece]) -> Iterator[Node]:
    """List a wording for the page, letter for letter; what only this one has is in an element `mark`.

    Examples:
        >>> [node if isinstance(node, str) else node.tag for node in marked([Piece("in (", False), Piece("a", True)])]
        ['in (', 'mark']
    """
    for piece in pieces:
        yield element("mark", None, piece.text) if piece.differs else piece.text


def link_to(key: str) -> Element:
    """Return a link to a record on the page, by its id."""
    return element("a", {"href": f"#{key}"}, key.rpartition("/")[2])
