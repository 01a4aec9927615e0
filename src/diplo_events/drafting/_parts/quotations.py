"""Stretches of a text in quotation marks: of all scripts, with others inside, over several paragraphs."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from diplo_events.drafting._parts.damaged_marks import fixed

__all__ = ["Quotation", "quotations"]

CLOSERS: Final = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "《": "》",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
    "`": "’'",
    "”": "”",
}
"""The marks that can close each opening mark."""

MIXED: Final = {"“": '"', '"': "”", "«": '"'}
"""The marks that close each by mistake, where two keyboards met."""

SINGLE: Final = "'‘‚`"
"""Opening marks whose closing mark may also be an apostrophe."""

OPENING: Final = re.compile(r"``|[“„«»‹「『《‘‚\"'”`]")
APOSTROPHES: Final = re.compile(r"\d0s|(?:em|til|tis|twas|cause|round)\b")
"""What begins with an apostrophe."""

BEFORE: Final = re.compile(r"[\s(\[{—–\-/“„«‘\"'‹:,]")
"""What can stand before an opening mark of the kinds that look alike on both sides."""


SAID_OPEN: Final = re.compile(
    r",(?= (?:(?:[A-Z][\w.’'-]* ){1,6}|(?:he|she) )(?:said|says|added|told)\b[^“\"]*[“\"][^“\"]*[”\"])"
)
"""Behind an opening mark without its closing one, this ends its words: "“We are late, Li said. “Go.”"."""

LEAST_REST: Final = 12
"""How many letters at least a paragraph has before the mark that closes a quotation of the one before."""


@attrs.frozen
class Quotation:
    """A stretch in quotation marks, in one paragraph."""

    start: int
    """Where the words begin, behind the mark."""
    end: int
    """Where they end, before the closing mark."""
    outer_start: int
    """Where the opening mark stands."""
    outer_end: int
    """Where the closing mark ends."""
    continues: bool = False
    """Whether it goes on the quotation of the paragraph before, which has no closing mark."""


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the stretches of a text that stand in quotation marks, without those inside others.

    A mark that is not closed holds up to the end of its paragraph; the next paragraph goes on with it if it begins
    with a mark again. An apostrophe is not a mark.

    >>> text = "“It’s ‘over’,” he said. It's 'a start', the ministers' aide said."
    >>> [text[found.start:found.end] for found in quotations(text)]
    ['It’s ‘over’', 'a start']
    """
    copy = fixed(text)
    if copy is None:
        return tuple(in_order(text))
    found = []
    for item in in_order(copy.text):
        start, end = copy.starts[item.start], copy.ends[item.end - 1]
        outer_start, outer_end = copy.starts[item.outer_start], copy.ends[item.outer_end - 1]
        found.append(Quotation(start, end, outer_start, outer_end, continues=item.continues))
    return tuple(found)


def in_order(text: str) -> list[Quotation]:
    """Return the quotations of a text whose marks are as they should be."""
    found: list[Quotation] = []
    is_open = False
    for line in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        if not line[0].strip():
            continue
        here = list(of_line(text, line.start(), line.end()))
        first = line.start() + len(line[0]) - len(line[0].lstrip())
        if is_open and (rest := closed_later(text, first, line.end(), here)) is not None:
            here.insert(0, rest)
        if here and is_open and here[0].outer_start == first:
            here[0] = attrs.evolve(here[0], continues=True)
        is_open = bool(here) and here[-1].end == here[-1].outer_end
        found.extend(here)
    return found


def closed_later(text: str, start: int, end: int, here: list[Quotation]) -> Quotation | None:
    """Return the rest of a quotation of the paragraph before, which this one closes without opening it again."""
    until = here[0].outer_start if here else end
    closing = next((at for at in range(start, until) if text[at] in '”"'), None)
    if closing is None or closing - start < LEAST_REST or text[closing - 1].isspace():
        return None
    behind = text[closing + 1] if closing + 1 < end else " "
    return Quotation(start, closing, start, closing + 1, continues=True) if not behind.isalnum() else None


def of_line(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Find the quotations of one paragraph."""
    place = start
    while match := OPENING.search(text, place, end):
        mark, opening = match[0], match.start()
        place = match.end()
        if not opens(text, opening, mark, start, end):
            continue
        if text.startswith(mark, place) and is_doubled(text, start, end, mark):
            place += len(mark)
        closing = closing_mark(text, place, end, mark)
        if closing is None:
            if mark in SINGLE or mark in "»”":
                continue
            if (stop := single_mark(text, place, end, mark)) is not None:
                yield Quotation(*words_alone(text, place, stop), opening, stop + 1)
                place = stop + 1
                continue
            last = len(text[:end].rstrip())
            if (stop := sentence_end(text, place, end, mark)) is not None:
                yield Quotation(place, stop, opening, stop)
                place = stop
                continue
            if last > place:
                yield Quotation(place, last, opening, last)
            return
        inside_end, outer_end = before_next(text, closing, end) if mark == '"' else closing
        if text[place:inside_end].strip():
            yield Quotation(*words_alone(text, place, inside_end), opening, outer_end)
        place = outer_end


def single_mark(text: str, place: int, end: int, mark: str) -> int | None:
    """Return where a single mark closes by mistake what a double one opened: "a result of “pressure’ and fear"."""
    if mark != "“" or "‘" in text[place:end]:
        return None
    marks = (match.start() for match in re.finditer(r"(?<=[a-rt-z,.!?])’(?=[\s,.;:)]|\Z)", text[place:end]))
    return next((place + at for at in marks), None)


def sentence_end(text: str, place: int, end: int, mark: str) -> int | None:
    """Return the end of the sentence of a quotation that is not closed, if a further one follows that is.

    Words before "Li said" in that sentence end there: "“We are late, Li said. “Go.”".
    """
    if mark in '“"' and (said := SAID_OPEN.search(text, place, end)) is not None:
        return said.start()
    following = text.find(mark, place, end) if mark in {"“", "„", "«"} else -1
    if following < 0 or closing_mark(text, following + 1, end, mark) is None:
        return None
    stops = [match.end() for match in re.finditer(r"[.!?](?=\s+[A-ZÀ-Þ])", text[place:following])]
    return place + stops[0] if stops else None


def words_alone(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a quotation without the marks of the sentence around it: a comma, or the stop after a piece."""
    bare = text[start:end].strip()
    first = text.index(bare, start)
    if bare.endswith(",") or (bare[0].islower() and bare.endswith(".") and not bare.endswith("..")):
        bare = bare[:-1].rstrip()
    return first, first + max(1, len(bare))


def opens(text: str, place: int, mark: str, start: int, end: int) -> bool:
    """Whether a mark opens a quotation."""
    after = text[place + len(mark)] if place + len(mark) < end else " "
    before = text[place - 1] if place > start else " "
    if mark in {"“", "„", "«", "「", "『", "《", "``", "‹"}:
        return not after.isspace() or (mark == "«" and before.isspace())
    if mark == '"' and before in ".!?" and after.isupper():
        return text.count('"', place, end) % 2 == 0  # in his speech."We go on."
    if mark == "”" and after.isspace() and re.search(r":\s?\Z", text[start:place]):
        return "”" in text[place + 1 : end] and "“" not in text[place:end]  # was clear: ” We grow.”
    if mark in {'"', "»", "”"}:
        return not after.isspace() and (BEFORE.match(before) is not None)
    if mark in {"'", "‘"} and APOSTROPHES.match(text, place + 1, end):
        return False
    return not after.isspace() and BEFORE.match(before) is not None


def is_doubled(text: str, start: int, end: int, mark: str) -> bool:
    """Whether an opening mark stands there twice by mistake: no closing one of the paragraph is for the second."""
    closers = CLOSERS.get(mark, mark)
    return mark not in closers and text.count(mark, start, end) > sum(text.count(one, start, end) for one in closers)


def closing_mark(text: str, place: int, end: int, mark: str) -> tuple[int, int] | None:
    """Return where the words of a quotation end, and where its closing mark does; `None` if it is not closed."""
    if mark == "``":
        at = text.find("''", place, end)
        return None if at < 0 else (at, at + 2)
    closers = CLOSERS[mark]
    depth = 0
    for index in range(place, end):
        character = text[index]
        if depth == 0 and character == MIXED.get(mark) and closes_mixed(text, place, index, end):
            return index, index + 1
        if mark in SINGLE:
            if character in closers and closes_single(text, index, end):
                return index, index + 1
            if character in '“"' and depth == 0 and text.find("”" if character == "“" else '"', index + 1, end) < 0:
                return None
            continue
        is_inner = depth == 0 and mark == character == '"' and opens_inside(text, index, end)
        if is_inner or (character == mark and mark not in closers and mark != "„"):
            depth += 1
        elif character in closers:
            if depth:
                depth -= 1
                continue
            return index, index + 1
    return None


def closes_mixed(text: str, place: int, index: int, end: int) -> bool:
    """Whether a mark of the other kind closes a quotation: “…" has no pair of straight marks inside, nor "…” a “."""
    after = text[index + 1] if index + 1 < end else " "
    if text[index - 1].isspace() or text[index - 1].isdigit() or after.isalnum():
        return False
    if "«" in text[place - 1 : index]:
        return "»" not in text[place:end]
    if text[index] == "”":
        return "“" not in text[place:index]
    return text.count('"', place, index) % 2 == 0 and not is_closed_before_next(text, index, end)


def is_closed_before_next(text: str, index: int, end: int) -> bool:
    """Whether a curly mark that closes comes before one that opens."""
    closing, opening = text.find("”", index, end), text.find("“", index, end)
    return closing >= 0 and (opening < 0 or closing < opening)


def before_next(text: str, closing: tuple[int, int], end: int) -> tuple[int, int]:
    """Return where a quotation ends, before a mark that opens the next one: '"It is weak. "Now we act."'."""
    index = closing[0]
    after = text[index + 1] if index + 1 < end else " "
    is_behind_stop = text[index - 1].isspace() and text[index - 2] in ".!?" and after.isupper()
    if not is_behind_stop or text.count('"', index, end) != 2:  # noqa: PLR2004  (this one and its own)
        return closing
    last = len(text[:index].rstrip())
    return last, last


def opens_inside(text: str, index: int, end: int) -> bool:
    """Whether a mark that looks alike on both sides opens a quotation inside another: "the "safe zone" is small"."""
    if not (text[index - 1].isspace() and index + 1 < end and text[index + 1].isalnum()):
        return False
    ends = [at for at in range(index + 1, end) if text[at] == '"'][:2]
    return len(ends) == 2 and not any(text[at - 1].isspace() for at in ends)  # noqa: PLR2004  (its own and that around it)


def closes_single(text: str, index: int, end: int) -> bool:
    """Whether a single mark closes a quotation, and is not an apostrophe."""
    before = text[index - 1]
    after = text[index + 1] if index + 1 < end else " "
    if before.isspace() or after.isalnum():
        return False
    if before in "sS" and re.match(r"['’] [a-z]", text[index : index + 3]):  # the ministers' aide
        rest = text[index + 1 : end]
        return (
            re.search(r"(?<=[\w.,!?…])['’](?!\w)", rest[:300]) is None or re.search(r"[‘'`]\w", rest[:300]) is not None
        )
    return True
