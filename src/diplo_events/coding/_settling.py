"""Where the passages of one text stand in another: settled where that is proved, otherwise with the likely places."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Final, Literal

import attrs

from diplo_events.coding._passages import Digest, Folded, Place, exact_hash
from diplo_events.coding._sentences import cuts_word

__all__ = ["Outcome", "Settled", "settle"]

Outcome = Literal["in_place", "moved", "ambiguous", "lost"]
"""What became of a passage: it stands where it stood, or elsewhere, or in other typography; or it is not settled."""

LONG_ENOUGH: Final = 40
"""From how many characters on a passage that stood once and stands once needs no known neighbour."""

LEAST_ALIKE: Final = 0.5
"""How many of the words a changed passage shares with the old one, so that it is named as a likely place."""

MOST_PLACES: Final = 5
"""How many likely places are named."""

NEIGHBOURS: Final = "the words stand there, but they are few, and others stand beside them than before"
REPLACED: Final = "the words stand there, but others, as many, stand between the neighbours that they had"
REPEATED: Final = "the words are repeated, and no place alone has the neighbours that they had"
GUESSED: Final = "guessed from the passages beside it, which are known; the words there prove nothing"
TAKEN: Final = "two passages that stood apart would stand there"


@attrs.frozen(kw_only=True)
class Settled:
    """What became of a passage."""

    outcome: Outcome
    """What became of it."""
    places: tuple[Place, ...]
    """Where it stands, if that is settled; otherwise where it may stand, the likeliest first."""
    note: str | None = None
    """What is different there, or why it is not settled."""


def settle(digests: Mapping[Place, Digest | None], new: Folded, *, old: Folded | None) -> dict[Place, Settled]:
    """Return what became of each passage of a text in its new version.

    A passage is settled if its words stand in the new text and one of these holds: they stood and stand once, and are
    long or have a neighbour as before that no other words have, while no other words stand between both neighbours
    that they had; they stand several times, and one place alone has both neighbours as before; a longer passage around
    them is settled, and they stand in it once or at the same distance from its start.

    Args:
        digests: The digest of each passage, if there is one.
        new: The new text.
        old: The old text, if it is at hand: only to name likely places.
    """
    settled: dict[Place, Place] = {}
    open_: dict[Place, Settled] = {}
    for place in sorted(digests, key=lambda each: (each[0] - each[1], each)):
        digest = digests[place]
        firsts = [] if digest is None else new.found(digest)
        if digest is None or not firsts:
            continue
        found = [new.place(first, first + digest.length) for first in firsts]
        one = within(place, found, settled) or proved(digest, firsts, new)
        if one is None:
            note = NEIGHBOURS if len(found) == 1 and digest.times <= 1 else REPEATED
            if note == NEIGHBOURS and new.is_replaced(digest, firsts[0]):
                note = REPLACED
            open_[place] = Settled(outcome="ambiguous", places=tuple(found[:MOST_PLACES]), note=note)
        else:
            settled[place] = one
    for place in clashing(settled):
        open_[place] = Settled(outcome="ambiguous", places=(settled.pop(place),), note=TAKEN)
    rest = {place: digest for place, digest in digests.items() if place not in settled and place not in open_}
    known = settled | {place: each.places[0] for place, each in open_.items() if len(each.places) == 1}
    open_ |= guessed(rest, known, new, old)
    return {
        place: as_settled(place, settled[place], digest, new) if place in settled else open_[place]
        for place, digest in digests.items()
    }


def guessed(
    digests: Mapping[Place, Digest | None], known: Mapping[Place, Place], new: Folded, old: Folded | None
) -> dict[Place, Settled]:
    """Return the passages whose words stand nowhere, or are not known, with the place that may be meant."""
    likely = LikelyPlaces(old, new) if old is not None and digests else None
    results: dict[Place, Settled] = {}
    for place, digest in digests.items():
        near = between(place, known, new.text) if likely is None else likely.of(place)
        if near is not None:
            note = GUESSED if likely is None else "other words stand there"
            results[place] = Settled(outcome="ambiguous", places=(near,), note=note)
        else:
            note = "its words stand nowhere" if digest else "neither the old text nor a digest is at hand to prove it"
            results[place] = Settled(outcome="lost", places=(), note=note)
    return results


def within(place: Place, found: Iterable[Place], settled: Mapping[Place, Place]) -> Place | None:
    """Return where a passage stands inside the shortest settled passage that it was a part of."""
    around = [outer for outer in settled if outer[0] <= place[0] and place[1] <= outer[1]]
    if not around:
        return None
    outer = min(around, key=lambda each: each[1] - each[0])
    start, end = settled[outer]
    inside = [each for each in found if start <= each[0] and each[1] <= end]
    if len(inside) > 1 and end - start == outer[1] - outer[0]:
        inside = [each for each in inside if each[0] - start == place[0] - outer[0]]
    return inside[0] if len(inside) == 1 else None


def proved(digest: Digest, firsts: list[int], new: Folded) -> Place | None:
    """Return the one place at which a passage is proved to stand by itself and its neighbours."""
    if not digest.times:
        return None
    sides = [(new.before(first) == digest.before, new.after(first + digest.length) == digest.after) for first in firsts]
    if len(firsts) == digest.times == 1:
        first, last = firsts[0], firsts[0] + digest.length
        if not all(sides[0]) and new.is_replaced(digest, first):
            return None
        beside = (sides[0][0] and new.stands_once_before(first)) or (sides[0][1] and new.stands_once_after(last))
        return new.place(first, last) if all(sides[0]) or beside or digest.length >= LONG_ENOUGH else None
    both = [first for first, side in zip(firsts, sides, strict=True) if all(side)]
    return new.place(both[0], both[0] + digest.length) if len(both) == 1 else None


def between(place: Place, known: Mapping[Place, Place], text: str) -> Place | None:
    """Return where a passage may stand, as far from the nearest known ends of other passages as before."""
    ends = {0: 0} | {old: new for olds, news in known.items() for old, new in zip(olds, news, strict=True)}
    start, end = (ends[near] + each - near for each in place for near in [min(ends, key=lambda end: abs(end - each))])
    start, end = max(0, start), min(end, len(text))
    if start >= end or text[start:end] != text[start:end].strip() or cuts_word(text, start) or cuts_word(text, end):
        return None
    return start, end


def clashing(settled: Mapping[Place, Place]) -> list[Place]:
    """List the passages that stood apart and would stand in one place."""
    groups: dict[Place, list[Place]] = {}
    for place, new in settled.items():
        groups.setdefault(new, []).append(place)
    return [
        place
        for group in groups.values()
        for place in group
        if any(place[1] <= other[0] or other[1] <= place[0] for other in group)
    ]


def as_settled(old: Place, new: Place, digest: Digest | None, folded: Folded) -> Settled:
    """Return a settled passage with what changed about it."""
    if digest is not None and exact_hash(folded.text[slice(*new)]) != digest.exact:
        note = "the same words in other marks, spaces or Unicode form"
        return Settled(outcome="moved", places=(new,), note=note)
    return Settled(outcome="in_place" if old == new else "moved", places=(new,))


class LikelyPlaces:
    """Where changed passages may stand, from an alignment of the words of two texts (Ratcliff & Metzener 1988)."""

    def __init__(self, old: Folded, new: Folded) -> None:
        self.old, self.new = old, new
        self.olds, self.news = words_of(old), words_of(new)
        words, others = ([folded.form[slice(*word)] for word in list_] for folded, list_ in self.both())
        self.words, self.others = words, others
        self.blocks = SequenceMatcher(None, words, others).get_opcodes()

    def both(self) -> tuple[tuple[Folded, list[Place]], tuple[Folded, list[Place]]]:
        """Return the texts with the places of their words."""
        return (self.old, self.olds), (self.new, self.news)

    def of(self, place: Place) -> Place | None:
        """Return where a passage may stand, if enough of its words stand there."""
        first, last = self.old.inside(place)
        inside = [index for index, word in enumerate(self.olds) if first <= word[0] and word[1] <= last]
        if not inside:
            return None
        low, high = self.counterpart(inside[0], start=True), self.counterpart(inside[-1], start=False)
        old, new = self.words[inside[0] : inside[-1] + 1], self.others[low:high]
        if not new or SequenceMatcher(None, old, new, autojunk=False).ratio() < LEAST_ALIKE:
            return None
        return self.new.place(self.news[low][0], self.news[high - 1][1])

    def counterpart(self, index: int, *, start: bool) -> int:
        """Return the first word of the new text that a passage may have, or the one after its last."""
        for tag, low, high, other_low, other_high in self.blocks:
            if low <= index < high:
                if tag == "equal":
                    return other_low + index - low + (not start)
                return other_low if start else other_high
        return len(self.others)


def words_of(folded: Folded) -> list[Place]:
    """List where the words of a folded text begin and end."""
    words: list[Place] = []
    start = 0
    for word in folded.form.split(" "):
        words.append((start, start + len(word)))
        start += len(word) + 1
    return words
