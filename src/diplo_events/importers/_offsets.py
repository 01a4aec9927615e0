"""The proof of offsets: which way of counting explains where every span of a document stands.

Tools count in different units (code points, the UTF-16 units of Java and JavaScript, bytes), and some count in another
form of the text than the one that they hand on (without carriage returns, or composed). Each way is tried by name. One
is taken only if the words that it finds are, for every span of the document, those that the tool itself gives.
"""

import bisect
import itertools
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

import attrs

__all__ = ["RULES", "Claim", "OffsetProof", "Offsets", "Same", "joined_words", "prove_offsets", "rule_names"]

Offsets: TypeAlias = tuple[tuple[int, int], ...]
"""Start and end of each fragment of a passage; most have one fragment."""

Same: TypeAlias = Callable[[str, Sequence[str]], bool]
"""Whether the words that a tool gives are those of the fragments that stand in the text."""

Size: TypeAlias = Callable[[str], int]
"""How many units of offsets a character has."""


@attrs.frozen
class Claim:
    """Where a tool says that a passage stands, and which words it says are there."""

    offsets: Offsets
    """Start and end of each fragment, as the tool counts."""
    words: str | None
    """The words; `None` if the tool gives none, so that only the place can be checked."""


@attrs.frozen(kw_only=True)
class OffsetProof:
    """The outcome for one document.

    Examples:
        >>> proof = prove_offsets("🙂 No toll.", [Claim(((3, 5),), "No")])
        >>> proof.rule, proof.places
        ('UTF-16 units', (((2, 4),),))
        >>> proof = prove_offsets("No toll. No.", [Claim(((0, 2),), "No"), Claim(((4, 8),), "toll")])
        >>> proof.rule, dict(proof.explained)["code points"], proof.failures
        (None, 1, (1,))
    """

    rule: str | None
    """The name of the first rule that explains every passage; `None` if none does."""
    places: tuple[Offsets, ...]
    """Each passage in code points of the text, in the order of the claims; empty without a rule."""
    explained: Mapping[str, int]
    """How many passages each rule explains, by its name. After the first that explains all, none is listed."""
    failures: tuple[int, ...] = ()
    """The passages that the best rule does not explain, by their index among the claims."""
    rivals: tuple[str, ...] = ()
    """The rules that explain every passage too and would put one of them elsewhere: the words alone cannot decide."""


@attrs.frozen
class Form:
    """A text in the form in which a tool counts, with the place of each of its characters in the text itself."""

    text: str
    """The text in that form."""
    starts: Sequence[int]
    """The place at which a passage starts that begins with each character; -1 within what the form has changed."""
    ends: Sequence[int]
    """The place at which a passage ends before each character, and at the end of the text; -1 likewise."""


def whole(text: str) -> Form:
    """Return a text as it is."""
    return Form(text, range(len(text) + 1), range(len(text) + 1))


def without_cr(text: str) -> Form:
    """Return a text without its carriage returns. A passage that starts after one starts there, not before it."""
    starts = [place for place, character in enumerate(text) if character != "\r"]
    ends = [0, *(place + 1 for place in starts)]
    return Form(text.replace("\r", ""), [*starts, len(text)], ends)


def without_bom(text: str) -> Form:
    """Return a text without the byte order mark at its beginning."""
    first = int(text.startswith("\ufeff"))
    places = range(first, len(text) + 1)
    return Form(text[first:], places, places)


def composed(text: str) -> Form:
    """Return a text in Unicode Normalization Form C. No passage can begin or end within what the form has joined."""
    pieces: list[str] = []
    places: list[int] = []
    for start, end in itertools.pairwise([*boundaries(text), len(text)]):
        piece = unicodedata.normalize("NFC", text[start:end])
        pieces.append(piece)
        same = piece == text[start:end]
        places.extend(range(start, end) if same else [start, *[-1] * (len(piece) - 1)])
    places.append(len(text))
    form = "".join(pieces)
    if form != unicodedata.normalize("NFC", text):  # a newer Unicode joins more than is known here
        return Form(form, [-1] * len(places), [-1] * len(places))
    return Form(form, places, places)


def boundaries(text: str) -> list[int]:
    """List the places before which nothing can be joined with what follows; the first is the beginning."""
    found = [0] if text else []
    for place, character in enumerate(text):
        joins = unicodedata.category(character)[0] == "M" or "\u1161" <= character <= "\u11ff"
        if place and not joins:
            found.append(place)
    return found


def one(_character: str) -> int:
    """Count a code point."""
    return 1


def utf16(character: str) -> int:
    """Count the UTF-16 units of a code point."""
    return 2 if character > "\uffff" else 1


def utf8(character: str) -> int:
    """Count the bytes of a code point in UTF-8."""
    return len(character.encode("utf-8", "surrogatepass"))


MakeForm: TypeAlias = Callable[[str], Form]
"""Returns the form of a text in which a tool counts."""

RULES: Final[Mapping[str, tuple[MakeForm, Size]]] = {
    "code points": (whole, one),
    "UTF-16 units": (whole, utf16),
    "UTF-8 bytes": (whole, utf8),
    "CR removed": (without_cr, one),
    "NFC": (composed, one),
    "BOM removed": (without_bom, one),
    "CR removed, UTF-16 units": (without_cr, utf16),
    "NFC, UTF-16 units": (composed, utf16),
}
"""The ways of counting by name, in the order in which they are tried: the form of the text, and the unit."""


def rule_names() -> tuple[str, ...]:
    """List the names of the rules in the order in which they are tried."""
    return tuple(RULES)


def joined_words(words: str, fragments: Sequence[str]) -> bool:
    """Whether words are those of the fragments, with a blank between two of them."""
    return words == " ".join(fragments)


class Counted:
    """A text as one rule counts it."""

    def __init__(self, text: str, way: tuple[MakeForm, Size]) -> None:
        make, size = way
        self.form = make(text)
        self.offsets: Sequence[int] = (
            range(len(self.form.text) + 1) if size is one else [0, *itertools.accumulate(map(size, self.form.text))]
        )

    def index(self, offset: int) -> int | None:
        """Return which character of the form begins at an offset; `None` within a character or out of the text."""
        if isinstance(self.offsets, range):
            return offset if 0 <= offset < len(self.offsets) else None
        index = bisect.bisect_left(self.offsets, offset)
        return index if offset >= 0 and index < len(self.offsets) and self.offsets[index] == offset else None

    def find(self, claim: Claim, same: Same) -> Offsets | None:
        """Return where a passage stands in the text, if this rule explains it."""
        places: list[tuple[int, int]] = []
        fragments: list[str] = []
        for first, last in claim.offsets:
            start, end = self.index(first), self.index(last)
            if start is None or end is None or start >= end:
                return None
            place = self.form.starts[start], self.form.ends[end]
            if min(place) < 0:
                return None
            places.append(place)
            fragments.append(self.form.text[start:end])
        if claim.words is not None and not same(claim.words, fragments):
            return None
        return tuple(places)


def prove_offsets(
    text: str,
    claims: Sequence[Claim],
    *,
    same: Same = joined_words,
    rules: Iterable[str] = tuple(RULES),
) -> OffsetProof:
    """Find the first rule that explains every passage of a document, and list what the best one leaves unexplained.

    Args:
        text: The text of the document.
        claims: What the tool says of each passage.
        same: How the words of a tool are compared with the text.
        rules: The names of the rules, in the order in which they are tried.
    """
    explained: dict[str, int] = {}
    best: list[Offsets | None] = []
    winner: str | None = None
    rivals: dict[str, list[Offsets | None]] = {}
    tried: dict[tuple[MakeForm, Size], int] = {}
    for rule in rules:
        way = way_of(text, rule)
        if way in tried:
            if winner is None:
                explained[rule] = tried[way]
            continue
        found = found_by(Counted(text, way), claims, same, whole_only=winner is not None)
        tried[way] = number = sum(places is not None for places in found)
        if winner is None:
            explained[rule] = number
            if number == len(claims):
                winner, best = rule, found
            elif not best or sum(places is not None for places in best) < number:
                best = found
        elif number == len(claims) and found not in (best, *rivals.values()):
            rivals[rule] = found
    if winner is None:
        failures = tuple(index for index, places in enumerate(best) if places is None)
        return OffsetProof(rule=None, places=(), explained=explained, failures=failures)
    places = tuple(places for places in best if places is not None)
    return OffsetProof(rule=winner, places=places, explained=explained, rivals=tuple(rivals))


def found_by(counted: Counted, claims: Sequence[Claim], same: Same, *, whole_only: bool) -> list[Offsets | None]:
    """Return where each passage stands under a rule; with `whole_only`, nothing after the first that it leaves out."""
    found: list[Offsets | None] = []
    for claim in claims:
        place = counted.find(claim, same)
        if place is None and whole_only:
            return []
        found.append(place)
    return found


def way_of(text: str, rule: str) -> tuple[MakeForm, Size]:
    """Return the form and the unit of a rule, or simpler ones that come to the same in a text."""
    form, size = RULES[rule]
    unchanged: dict[MakeForm, bool] = {
        without_cr: "\r" not in text,
        without_bom: not text.startswith("\ufeff"),
        composed: unicodedata.is_normalized("NFC", text),
    }
    form = whole if unchanged.get(form) else form
    plain = text.isascii() or (size is utf16 and max(text) <= "\uffff")
    return form, one if plain else size
