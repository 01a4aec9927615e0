"""Where time words may begin: looked up word by word, because the expressions are slow to try at every letter."""

import re
from collections.abc import Iterator
from typing import Final

from diplo_events.drafting._times.patterns import FINDER, RANGES

__all__ = ["Beginnings"]

WORD: Final = re.compile(r"\b[A-Za-z0-9]\w*")
GLUED: Final = re.compile(r"(?:on|in|of|from|and|to|(?P<whole>since|until|by|fy))(?=\d)")
"""A word that a bad page has run together with the number behind it: "since2014"."""


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


MONTHS: Final = words_of(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
DAYS: Final = words_of(
    "monday tuesday wednesday thursday friday saturday sunday"
    " mondays tuesdays wednesdays thursdays fridays saturdays sundays"
)
UNITS: Final = words_of(
    "minute hour day week fortnight month year decade century"
    " minutes hours days weeks fortnights months years decades centuries"
)
OTHERS: Final = words_of(
    "today yesterday tomorrow tonight overnight recently noon midday midnight weekend then clock morning afternoon"
    " evening night autumn summer spring winter fall midweek christmas easter ramadan q1 q2 q3 q4 h1 h2 h3 h4"
    " later mon tue tues wed thu thur thurs fri sat sun"
    " twenties thirties forties fifties sixties seventies eighties nineties"
)
NAMED: Final = MONTHS | DAYS | UNITS | OTHERS
"""Words of which each time has one, unless it has a number in digits."""

NUMBERS: Final = words_of(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety several many half few couple a an"
    " first second third fourth final sixteenth seventeenth eighteenth nineteenth twentieth"
)
LEADING: Final = (
    NAMED
    | NUMBERS
    | words_of(
        "the in on at by of from to for before after since until till prior between over during within throughout"
        " early earlier late later mid last past this next that eve end beginning start middle close new"
        " through into exactly just shortly soon around about"
    )
)
"""Words with which time words begin, unless they begin with a digit."""

STRETCHED: Final = MONTHS | DAYS | {"from", "between", "in"}
"""Words with which stretches begin, unless they begin with a digit."""

FARTHEST: Final = 10
"""How many words behind the first one of a time its name stands at most."""


class Beginnings:
    """The places in a passage at which time words may begin."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.end = text, end
        words = [(found.start(), found[0].lower()) for found in WORD.finditer(text, start, end)]
        self.first: list[int] = []
        stretched: list[int] = []
        named = len(words) + FARTHEST
        for number in range(len(words) - 1, -1, -1):
            place, word = words[number]
            if (glued := GLUED.match(word)) is not None:
                place, word = place + (0 if glued["whole"] else glued.end()), word[glued.end() :]
            is_number = word[0].isdigit()
            if is_number or word in NAMED:
                named = number
            if named - number <= FARTHEST and (is_number or word in LEADING):
                self.first.append(place)
                if is_number or word in STRETCHED:
                    stretched.append(place)
        self.stretches = list(self._stretches(stretched))

    def _stretches(self, places: list[int]) -> Iterator[re.Match[str]]:
        """Yield the stretches with both ends, none of which begins within another."""
        beyond = 0
        for place in reversed(places):
            if place >= beyond and (match := RANGES.match(self.text, place, self.end)) is not None:
                beyond = match.end()
                yield match

    def next(self, place: int) -> re.Match[str] | None:
        """Return the first time words from a place on."""
        while self.first:
            if self.first[-1] >= place and (match := FINDER.match(self.text, self.first[-1], self.end)) is not None:
                return match
            self.first.pop()
        return None
