"""What an office or a ministry is for: "of State for Foreign Affairs", "for East Asian and Pacific Affairs"."""

from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.tokens import Token

__all__ = ["MINISTRIES", "PORTFOLIOS", "portfolio_end"]

MINISTRIES: Final = nouns.words("ministry department ministries departments secretariat")
PORTFOLIO_LINKS: Final = nouns.words("of for and & , the")
PORTFOLIOS: Final = nouns.words(
    """
    affairs foreign external european political global regional international trade commerce industry cooperation
    development defence defense security policy finance financial economy economic interior home justice energy oil
    petroleum agriculture fisheries transport infrastructure environment climate water resources health education
    culture tourism labour labor employment integration migration immigration expatriates information communications
    technology science planning investment investments humanitarian disarmament peacekeeping peace relations sport
    women children family gender youth refugees internal public social rural territorial veterans mines mining budget
    treasury
    human services emigrants diaspora housing urban works welfare communities pensions innovation disaster management
    forestry livestock aviation prevention
    educational scientific cultural food drug monetary commonwealth border coast arts atomic nuclear
    allergy infectious disease diseases
    agricultural industrial commercial medical technological municipal maritime marine oceanic atmospheric electoral
    judicial statistical meteorological geological safety fire rescue emergency crime criminal drugs narcotics customs
    excise revenue tax standards consumer competition markets securities broadcasting telecommunications wildlife
    parks forest
    """
)
"""What ministers and envoys are for."""

FIELDS: Final = nouns.words(
    """
    affairs policy relations security programs programmes issues operations communications control nonproliferation
    cooperation studies negotiations
    """
)
"""Nouns with which the name of a field ends that no table has: "South and Central Asian Affairs"."""

BUREAUS: Final = nouns.words("bureau office division the of for and & in")
"""Small words and bodies inside such a name: "for the Bureau of Lake Affairs"."""

LONGEST_FIELD: Final = 9
"""How many words such a name has at most."""


def portfolio_end(found: Sequence[Token], link: int) -> int:
    """Return the place behind what an office is for: "of State for Foreign Affairs"; that of the link if nothing."""
    end = place = link
    while place < len(found):
        low = found[place].low
        is_of_state = low in {"state", "government"} and found[place - 1].low == "of"
        if low in PORTFOLIOS or (
            is_of_state and ((found[place].is_capital and low == "state") or found[place - 2].low == "head")
        ):
            end = place + 1
        elif low not in PORTFOLIO_LINKS:
            break
        place += 1
    return named_end(found, end)


def named_end(found: Sequence[Token], link: int) -> int:
    """Return the place behind a field with a name of its own, "for Near Eastern Affairs"; that of the link if none."""
    is_led = link < len(found) and found[link].low in {"of", "for"} and not found[link - 1].low.startswith("spokes")
    end = link
    for place in range(link + 1, min(link + 1 + LONGEST_FIELD, len(found)) if is_led else 0):
        token = found[place]
        is_listed = token.low == "," and found[place - 1].low in PORTFOLIOS  # Women, Children and Family Affairs
        is_noun = token.is_capital and token.is_word and token.low not in nouns.ROLES | nouns.TIMES
        if not (token.low in BUREAUS or is_listed or is_noun):
            break
        if token.low in FIELDS and token.is_capital:
            end = place + 1
    is_of_body = end > link and end < len(found) and found[end].low in nouns.BODIES  # of the Lake Affairs Committee
    return link if is_of_body else end
