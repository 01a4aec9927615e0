"""What a large page keeps packed: parts of its lists, compressed inside it, which its script shows when asked for."""

import base64
import itertools
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from diplo_events.coding.anchoring import Text
from diplo_events.dataset import Dataset
from diplo_events.report._page import Element, element, fragment
from diplo_events.report._passages import Passages

__all__ = ["WRITTEN", "Parts", "left_out", "record_index"]

MOST_PLAIN: Final = 1_000
"""A page of at most so many records is written out as a whole; a larger one keeps most of its lists packed."""

WRITTEN: Final = 20
"""How many items of a list a large page writes out."""

BLOCK: Final = 1 << 17
"""About how many characters are compressed together: the more, the smaller the page and the longer a look-up."""

SEPARATOR: Final = "\x1e"
"""What stands between two parts; no text of the page has it, because what cannot be seen is shown as a mark."""


@attrs.define(eq=False)
class Parts:
    """The parts of a page that are packed: the rest of each list, if the page is large; nothing otherwise."""

    is_large: bool
    """Whether the page is too large to be written out."""
    passages: Passages = attrs.field(factory=Passages)
    """What the sources have around the words of records."""
    texts: list[str] = attrs.field(factory=list, init=False)
    """The parts, as HTML or JSON."""
    places: dict[str, int] = attrs.field(factory=dict, init=False)
    """The number of the part in which an id is."""

    @classmethod
    def for_page_of(cls, dataset: Dataset, texts: Mapping[str, Text]) -> "Parts":
        """Return the parts of a page, empty, for a dataset of a size and the texts of its sources, as far as known."""
        return cls(len(dataset) > MOST_PLAIN, Passages(dataset, texts))

    def fill(self, parent: Element, items: Iterable[Element], *, written: int = WRITTEN) -> Element:
        """Return an element with items in it: all of them, or the first ones and the numbers of the packed others.

        >>> parts = Parts(is_large=True)
        >>> made = parts.fill(element("ul"), (element("li", {"id": key}) for key in "abc"), written=1)
        >>> fragment(made), parts.places
        ('<ul data-parts="0 2"><li id="a"></li></ul>', {'b': 0, 'c': 1})
        """
        rest = iter(items)
        parent.extend([*(itertools.islice(rest, written) if self.is_large else rest)])  # a list: it hides no error
        # an item may pack parts of its own: those of this list are numbered after the last item is made
        packed = [(fragment(item), [key for node in item.iter() if (key := node.get("id"))]) for item in rest]
        if packed:
            parent.set("data-parts", f"{len(self.texts)} {len(packed)}")
        for text, ids in packed:
            self.places.update(dict.fromkeys(ids, len(self.texts)))
            self.texts.append(text)
        return parent

    def add_data(self, value: object) -> str:
        """Return the number of a new part with data of the page's script."""
        self.texts.append(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
        return str(len(self.texts) - 1)

    def blocks(self) -> Iterator[Element]:
        """List the packed parts as elements of the page; the last part is where each id is."""
        if not self.texts:
            return
        self.add_data(self.places)
        first = 0
        for texts in blocks_of(self.texts):
            attributes = {
                "type": "text/plain",
                "class": "packed",
                "data-first": str(first),
                "data-count": str(len(texts)),
            }
            yield element("script", attributes, packed_text(SEPARATOR.join(texts)))
            first += len(texts)


def blocks_of(texts: Iterable[str]) -> Iterator[list[str]]:
    """List texts in groups that are about as long as a block."""
    block: list[str] = []
    letters = 0
    for text in texts:
        block.append(text)
        letters += len(text)
        if letters >= BLOCK:
            yield block
            block, letters = [], 0
    if block:
        yield block


def packed_text(text: str) -> str:
    """Return a text compressed (raw deflate, RFC 1951) and in letters (base64)."""
    made = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    return base64.b64encode(made.compress(text.encode()) + made.flush()).decode()


def left_out(dataset: Dataset, parts: Parts) -> Iterator[Element]:
    """List what a page says of itself if it is not written out as a whole: what is packed, and how to get it."""
    if parts.is_large:
        text = (
            f"The page has {len(dataset):,} records. All findings are written out, and of each list the first "
            f"{WRITTEN}; the others are packed inside, and the page's own script shows them when you ask. "
            "Without a script, "
        )
        code = element("code", None, "diplo-events brief --full")
        yield element("p", {"class": "limits left-out"}, text, code, " prints every record.")


def record_index(columns: dict[str, Any]) -> dict[str, Any]:
    """Return columns of a list of records in a shorter form: each value once, and where it stands.

    >>> record_index({"speaker": ["a b", "a b", ""]})
    {'speaker': [['', 'a b'], [1, 1, 0]]}
    """
    index: dict[str, Any] = {}
    for name, values in columns.items():
        known = sorted(set(values))
        numbers = {value: at for at, value in enumerate(known)}
        index[name] = [known, [numbers[value] for value in values]]
    return index
