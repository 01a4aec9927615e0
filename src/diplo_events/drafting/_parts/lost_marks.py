"""Where a quotation begins or ends whose mark a page has lost: its sentence and who says it show that."""

import itertools
import re
from typing import Final

__all__ = ["first_word", "last_stop"]

SAID: Final = (
    r"(?:said|says|told|tells|added|adds|stated|noted|wrote|tweeted|declared|stressed|explained|warned|insisted|continued"
    r"|concluded|replied|argued|announced|emphasi[sz]ed|underlined|claimed|remarked|asserted|commented|affirmed|posted|protested|observed|reiterated"
    r"|proclaimed|was quoted|read)"
)
NAME: Final = (
    r"(?:al-|el-|Al-)?(?:Mr|Mrs|Ms|Dr)?\.? ?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*\.?|of|the|for|and|de|bin|al)){0,8}"
)
WHO: Final = rf"(?:he|she|they|it|the (?:[\w’'-]+ ){{0,6}}?[\w’'-]+|{NAME})"
BEHIND: Final = re.compile(
    rf"(?<=[,?!.])['’]? (?:{WHO} (?:also |then |later )?{SAID}|{SAID} {WHO}|according to)\b"
    rf"|,(?= (?:{NAME}|[A-Z][\w ’'-]{{3,50}}), [^.“”\"]{{3,80}}, {SAID}\b)"
    rf"|(?<=\w)(?= {SAID} (?:[A-Z]|the|a|an|he|she)\b)"
)
"""Who said it, behind the words of a quotation."""

BEFORE: Final = re.compile(
    rf"\b(?:{SAID}|saying|adding|stating|noting|warning|tweet|statement)\b[^.!?]{{0,80}}?[,:] (?=[A-Z\[])"
    rf"|[\w)]: (?=[A-Z\[])|\b{SAID} that (?=[A-Z])|\bto say, (?=[A-Z])"
    r"|\b(?:saying|that|says|said) (?=(?:The|I|We|It|This|There|Our|If|You|In)\b|\[)"
    rf"|\b{SAID}(?: [\w ]{{1,40}}?)? (?=(?:The|I|We|It|This|There|Our|If|You|My|What|They|Let)\b|\[)"
)
"""Who said it, before the words of a quotation."""

BETWEEN: Final = re.compile(
    rf",? (?:{WHO} (?:also |then |later )?{SAID}|{SAID} {WHO})\b[^.,;:]{{0,60}}, "
    r"(?=[a-z\[])(?!(?:who|which|where|when|while|as|after|before|during|an?|the|his|her|\w+ing)\b)"
)
"""Who said it, between two pieces of a sentence in quotation marks."""

FOLLOWS: Final = re.compile(rf"[,.]?[”\"],? (?:{WHO} (?:also |then |later )?{SAID}|{SAID} {WHO}|according to)\b")
SENTENCE: Final = re.compile(r"(?:(?<=[a-z0-9)’'\]%][.!?])|(?<=[A-Z]{2}[.!?]))\s+(?=[A-ZÀ-Þ\[])")
FUNCTION: Final = (
    r"(?:and|or|in|on|at|of|to|for|with|by|from|but|as|that|is|was|has|he|she|said|which|who|the|a|if|when)\b"
)
SINGLE_END: Final = re.compile(
    rf"(?<=[.,!?;\w\]])['’](?=[,.;:)]|\Z|\s*\Z)|(?<=[.,!?;a-rt-z\]])['’](?=\s)|(?<=s)['’](?= {FUNCTION})"
)
SINGLE_START: Final = re.compile(r"(?<![^\s(—–])['‘`](?=\w|\[)")
TELLS: Final = re.compile(
    rf"\b(?:{SAID}|was|were|had|met|went|came|took|gave|left|began|held|made|spoke|became|saw|\w{{3,}}ed)\b"
)
SAYS: Final = re.compile(rf"\b{SAID}\b")
SELF: Final = re.compile(r"\b(?:I|we|We|our|Our|us|my|My)\b")

JOINT: Final = re.compile(r"[,;]? (?:and|but|or|while|in an?|as an?)\b[^,;]{0,40}\Z|[,;][^,;]{0,60}[,;]\s*\Z")
"""What joins two pieces in quotation marks."""


def last_stop(text: str, start: int, end: int, *, is_last: bool, is_continued: bool) -> int | None:
    """Return where a quotation ends that nothing closes; `None` if it goes on to the end of its paragraph.

    Args:
        text: The text.
        start: Where its words begin.
        end: Where its paragraph ends, or the next mark stands.
        is_last: Whether no mark follows in the paragraph.
        is_continued: Whether the paragraph behind begins with a mark.
    """
    if "‘" not in text[start:end] and not re.search(r"(?<!\S)'\w", text[start:end]):
        single = SINGLE_END.search(text, start, end)
        if single is not None:
            return single.start()
    cue = BEHIND.search(text, start, end)
    if cue is not None or (is_last and is_continued):
        return cue.start() if cue is not None else None
    borders = [match.start() for match in SENTENCE.finditer(text, start, end)]
    for border, following in itertools.pairwise([*borders, end]):
        if is_told(text[border:following]) and (not is_last or SAYS.search(text, border, following)):
            return border
    if is_last:
        return None
    if borders:
        return borders[0]
    joint = JOINT.search(text, start, end)
    return joint.start() if joint is not None else start + len(text[start:end].rstrip())


def first_word(text: str, start: int, mark: int, end: int, *, is_first: bool) -> int | None:
    """Return where a quotation begins that nothing opens but a mark closes; `None` if nothing shows it.

    Args:
        text: The text.
        start: Where its paragraph begins, or behind the mark before.
        mark: Where the mark stands that closes it.
        end: Where its paragraph ends.
        is_first: Whether no mark comes before in the paragraph.
    """
    singles = [match.start() for match in SINGLE_START.finditer(text, start, mark)]
    if singles and SINGLE_END.search(text, singles[-1] + 1, mark) is None:
        return singles[-1]
    if not is_first and (between := BETWEEN.match(text, start, mark)) is not None:
        return between.end()
    cues = [match.end() for match in BEFORE.finditer(text, start, mark)]
    if cues:
        return cues[-1]
    begins = [match.end() for match in SENTENCE.finditer(text, start, mark)]
    if is_first:
        begins.insert(0, start + len(text[start:mark]) - len(text[start:mark].lstrip()))
        if text[:start].rstrip().endswith(":"):
            return begins[0]
    is_followed = text[mark - 1] == "," or FOLLOWS.match(text, mark - (text[mark - 1] == "."), end) is not None
    is_alone = is_first and len(begins) == 1 and mark + 1 >= end and not SAYS.search(text, start, mark)
    if not begins or not (is_followed or text[mark - 1] in ".!?"):
        return None
    place = len(begins) - 1
    while place and not is_told(text[begins[place - 1] : begins[place]]):
        place -= 1
    first = begins[place]
    return first if is_followed or is_alone or not is_told(text[first:mark]) else None


def is_told(sentence: str) -> bool:
    """Whether a sentence tells of what was done or said, and not in the words of one who speaks of himself."""
    return TELLS.search(sentence) is not None and SELF.search(sentence) is None
