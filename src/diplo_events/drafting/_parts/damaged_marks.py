"""Quotation marks that a page has damaged, and a copy of the text that has them as they should be."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from diplo_events.drafting._parts.lost_marks import first_word, last_stop

__all__ = ["Copy", "fixed"]

WRITTEN: Final = {
    **dict.fromkeys(("＂", "ʺ", "ˮ", "&quot;", "&#34;", "&#x22;", '\\"'), '"'),
    **dict.fromkeys(("‟", "〝", "❝", "&ldquo;", "&#8220;", "&#x201c;", "‘‘"), "“"),
    **dict.fromkeys(("〞", "〟", "❞", "&rdquo;", "&#8221;", "&#x201d;"), "”"),
    **dict.fromkeys((",,", "&bdquo;", "&#8222;"), "„"),
    **dict.fromkeys(("‛", "&lsquo;", "&#8216;"), "‘"),
    **dict.fromkeys(("&rsquo;", "&#8217;"), "’"),
    **dict.fromkeys(("´", "＇", "&apos;", "&#39;"), "'"),
    **dict.fromkeys(("&laquo;", "&#171;", "<<"), "«"),
    **dict.fromkeys(("&raquo;", "&#187;", ">>"), "»"),
}
"""What a page or a keyboard has instead of a mark, and the mark."""

ODD: Final = re.compile("|".join(sorted(map(re.escape, WRITTEN), key=len, reverse=True)) + "|″|''|’’", re.IGNORECASE)
LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
DOUBLE: Final = re.compile(r"[“”„\"]")
IN_TABLE: Final = re.compile(r'(?<![^\s(\[—–])""(?=[^\s"])[^"\n]*[^\s"]""(?!["\w])')
"""A mark doubled on both sides, as in a table of values between commas."""

GRAVES: Final = re.compile(r"(?<![\w`])(`)(?=[^\s`])[^`\n]*[^\s`](`)(?![\w`])")
SPACED: Final = re.compile(
    r"(?<![^\s(])(?P<open>['‘])(?P<before> ?)\b[^'‘’\"“”\n]{1,120}?[\w.,!?](?P<after> ?)['’](?=[\s,.;:]|\Z)"
)
"""A stretch in single marks that may have a space inside them."""


class Edit(NamedTuple):
    """What stands instead of a stretch of a text."""

    start: int
    end: int
    new: str


@attrs.frozen
class Copy:
    """A copy of a text, with where each of its letters begins and ends in the text."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class Mark(NamedTuple):
    """A double mark of a paragraph."""

    place: int
    """Where it stands."""
    opens: bool
    """Whether it opens a quotation, as the letters on both sides show or else the mark."""


def fixed(text: str) -> Copy | None:
    """Return the copy of a text in which its marks are as they should be; `None` if nothing is wrong with them."""
    first = edited(text, list(written_otherwise(text)))
    second = edited(first.text, list(damaged(first.text)))
    if second.text == text:
        return None
    return Copy(
        second.text,
        tuple(first.starts[at] if at < len(first.starts) else len(text) for at in second.starts),
        tuple(first.ends[at - 1] if at else 0 for at in second.ends),
    )


def edited(text: str, edits: list[Edit]) -> Copy:
    """Return a copy of a text with some edits, which do not overlap."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    for start, end, new in [*sorted(edits), Edit(len(text), len(text), "")]:
        pieces += [text[place:start], new]
        starts += [*range(place, start), *[start] * len(new)]
        ends += [*range(place + 1, start + 1), *[end] * len(new)]
        place = end
    return Copy("".join(pieces), tuple(starts), tuple(ends))


def written_otherwise(text: str) -> Iterator[Edit]:
    """Return what to write for the marks of a text that are written in an odd way."""
    for match in ODD.finditer(text):
        start, end = match.span()
        if match[0] == "″":
            if not text[start - 1 : start].isdigit():  # five inches
                yield Edit(start, end, '"')
        elif match[0] in {"''", "’’"}:
            before, after = text[max(0, start - 2) : start], text[end : end + 1]
            has_opened = "‘‘" in text or ",," in text or text.find("''", end) >= 0 or "''" in text[:start]
            if has_opened and "``" not in text and not after.startswith(("'", "’")) and before[-1:] not in {"'", "’"}:
                yield Edit(start, end, '"' if match[0] == "''" and ",," not in text else "”")
        elif match[0] != ",," or (text[end : end + 1].isalnum() and (not start or text[start - 1].isspace())):
            yield Edit(start, end, WRITTEN[match[0].lower()])
    for match in IN_TABLE.finditer(text):
        yield Edit(match.start(), match.start() + 2, '"')
        yield Edit(match.end() - 2, match.end(), '"')
    for match in GRAVES.finditer(text):
        yield Edit(*match.span(1), "“")
        yield Edit(*match.span(2), "”")


def damaged(text: str) -> Iterator[Edit]:
    """Return what fixes the marks of a text, paragraph by paragraph."""
    for match in SPACED.finditer(text):
        if match["before"] or match["after"]:
            for side in ("before", "after"):
                yield Edit(*match.span(side), "")
    is_open = False
    for line in LINE.finditer(text):
        start, end = line.span()
        places = [match.start() for match in DOUBLE.finditer(text, start, end)]
        if not places:
            is_open = is_open and not line[0].strip()
            continue
        marks = list(roles(text, start, end, places))
        if is_of_two_kinds(text, start, end, marks):
            is_open = sum(1 if mark.opens else -1 for mark in marks) > 0
            continue
        is_open, edits = of_paragraph(text, start, end, marks, is_open=is_open)
        yield from edits


def roles(text: str, start: int, end: int, places: list[int]) -> Iterator[Mark]:
    """Return the double marks of a paragraph, each with whether it opens."""
    depth = 0
    for number, place in enumerate(places):
        mark = text[place]
        before = (text[start:place].rstrip('“”"') or " ")[-1]
        after = (text[place + 1 : end].lstrip('“”"') or " ")[0]
        left = before.isspace() or before in "([{—–-/‘'"
        right = after.isspace() or after in ".,;:!?)]}…’'—–-"
        if left != right:
            is_opening = left
            if mark in ("“„" if not is_opening else "”"):
                is_opening = depth == 0
        elif mark in "“„":
            is_opening = True
        elif mark == "”":
            is_opening = depth == 0 and left and opens_next(text, end, places[number + 1 :])
        else:
            is_opening = depth == 0 if left or not after.isupper() else before not in ".,!?" or depth == 0
        yield Mark(place, is_opening)
        depth = max(0, depth + (1 if is_opening else -1))


def opens_next(text: str, end: int, following: list[int]) -> bool:
    """Whether the next mark closes, so that one before it has to open."""
    if not following:
        return False
    after = text[following[0] + 1] if following[0] + 1 < end else " "
    return not text[following[0] - 1].isspace() and not after.isalnum() and text[following[0]] != "“"


def of_paragraph(text: str, start: int, end: int, marks: list[Mark], *, is_open: bool) -> tuple[bool, list[Edit]]:
    """Return whether a paragraph ends inside a quotation, and what fixes its marks."""
    pairs, unclosed, unopened = paired(marks)
    doubled = {
        *(number for number in unclosed if number + 1 < len(marks) and are_beside(marks, number)),
        *(number for number in unopened if number and are_beside(marks, number - 1)),
    }
    edits = [Edit(marks[number].place, marks[number].place + 1, "") for number in doubled]
    goes_on = False
    for number in sorted(unclosed - doubled):
        following = marks[number + 1].place if number + 1 < len(marks) else None
        stop = last_stop(
            text,
            marks[number].place + 1,
            end if following is None else following,
            is_last=following is None,
            is_continued=goes_on_behind(text, end),
        )
        goes_on = stop is None
        edits += [] if stop is None else [instead(text, stop, "”", "’'")]
    for number in sorted(unopened - doubled):
        if number or not is_open:
            begin = marks[number - 1].place + 1 if number else start
            first = first_word(text, begin, marks[number].place, end, is_first=not number)
            edits += [] if first is None else [instead(text, first, "“", "‘'`")]
    edits += spaces(text, marks, pairs)
    left = [mark for number, mark in enumerate(marks) if number not in doubled]
    if edits or (not is_habit(text, marks) and any(is_wrong(text, mark, start) for mark in left)):
        edits += [
            Edit(mark.place, mark.place + 1, "“" if mark.opens else "”") for mark in left if text[mark.place] != "„"
        ]
    return goes_on, edits


def paired(marks: list[Mark]) -> tuple[dict[int, int], set[int], set[int]]:
    """Return the pairs of some marks, those that nothing closes and those that nothing opens, by their numbers."""
    waiting: list[int] = []
    pairs: dict[int, int] = {}
    unopened: set[int] = set()
    for number, mark in enumerate(marks):
        if mark.opens:
            waiting.append(number)
        elif waiting:
            pairs[waiting.pop()] = number
        else:
            unopened.add(number)
    return pairs, set(waiting), unopened


def are_beside(marks: list[Mark], number: int) -> bool:
    """Whether the next mark stands right behind one."""
    return marks[number + 1].place == marks[number].place + 1


def is_wrong(text: str, mark: Mark, start: int) -> bool:
    """Whether a mark opens though it is one that closes, or the other way round, or a straight one behind a letter."""
    written = text[mark.place]
    if mark.opens:
        return written == "”" or (written == '"' and mark.place > start and text[mark.place - 1].isalpha())
    return written == "“"


def is_of_two_kinds(text: str, start: int, end: int, marks: list[Mark]) -> bool:
    """Whether the curly marks of a paragraph are whole by themselves, and so are the straight ones around or inside."""
    curly = "".join(text[mark.place] for mark in marks if text[mark.place] in "“”")
    straight = [mark.opens for mark in marks if text[mark.place] == '"']
    is_even = all(opens == (place % 2 == 0) for place, opens in enumerate(straight))
    if len(straight) % 2 and not (text[start:end].lstrip().startswith('"') and goes_on_behind(text, end)):
        return False
    return bool(curly and straight) and is_even and curly == "“”" * (len(curly) // 2)


def is_habit(text: str, marks: list[Mark]) -> bool:
    """Whether a text opens with „, or closes with what opens in a paragraph, as in Swedish."""
    return "„" in text or {text[mark.place] for mark in marks} == {"”"}


def goes_on_behind(text: str, end: int) -> bool:
    """Whether the paragraph behind one begins with a mark."""
    return re.compile(r"\s*[“\"„«]").match(text, end) is not None


def instead(text: str, place: int, mark: str, singles: str) -> Edit:
    """Return what puts a mark at a place, instead of a single one if one stands there."""
    return Edit(place, place + (text[place : place + 1] in set(singles)), mark)


def spaces(text: str, marks: list[Mark], pairs: dict[int, int]) -> Iterator[Edit]:
    """Return what takes the spaces away inside some pairs of marks."""
    for opening, closing in pairs.items():
        first, last = marks[opening].place + 1, marks[closing].place
        inside = text[first:last]
        before, behind = len(inside) - len(inside.lstrip()), len(inside) - len(inside.rstrip())
        if 0 < before < len(inside):
            yield Edit(first, first + before, "")
        if 0 < behind < len(inside):
            yield Edit(last - behind, last, "")
