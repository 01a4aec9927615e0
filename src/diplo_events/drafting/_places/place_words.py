"""The words by which English texts show that a name is that of a place: before it, behind it, and inside it."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from diplo_events._internal.texts.calendar_names import MONTHS, WEEKDAY
from diplo_events.drafting._english.nouns import words
from diplo_events.vocab import PlaceKind

__all__ = [
    "AREAS",
    "AS_VENUE",
    "COMPASS",
    "DIRECTIONS",
    "DIVISION",
    "EVENT",
    "IN",
    "LIKE",
    "MOVE",
    "NOT_IN",
    "OF",
    "OWNED",
    "PLACE_NOUN",
    "RUN",
    "SITES",
    "TIMES",
    "kind_of_name",
    "kind_of_noun",
]

ONE: Final = r"(?:(?:[A-Z]\.){2,}|St\.|(?:al|el|as|ar|an|ash|az)-[A-Z]\w+|[A-ZÀ-Þ]\w*(?:[-‑’'](?!s\b)\w+)*)"
RUN: Final = re.compile(rf"{ONE}(?: (?:(?:of|de|la|el|al|es|da|do|del|der|den|the|upon|sur|am) ){{0,2}}{ONE}){{0,4}}")
"""A name of one or several words."""

AT_END: Final = r"(?: the)?(?: (?:central|downtown|neighbou?ring|nearby|mainland|occupied|war-torn|Soviet))? ?\Z"
IN: Final = re.compile(
    rf"\b(?:[Ii]n|[Ii]nside|[Oo]utside|[Nn]ear|[Tt]hroughout|[Aa]cross|[Aa]round|[Ww]ithin|into|beyond){AT_END}"
)
"""What stands before a place where something happens."""

NOT_IN: Final = re.compile(
    r"\b(?:confidence|trust(?:ed|s)?|faith|interests?|believed?|belief|inquiry|investigations?|probe|insights?) "
    r"(?:in|into)(?: the)? ?\Z"
)
"""The same words before somebody."""

MOVE: Final = re.compile(
    r"(?:\b(?:travel|fl(?:y|ies|ew|own|ight)|go(?:es|ing)?|went|com(?:e|es|ing)|came|arriv|return|trip|visit|tour|head"
    r"|journey|deploy|mov(?:e|ed|ing)|transport|evacuat|relocat|withdr[ae]w|fled|flee|escap|dr[io]ve|invit|speaking|spoke|live"
    r"|(?:[Tt]roops|[Ff]orces|[Ss]oldiers|delegation|envoy|mission|engineers))\w*(?: [\w’'-]+){0,4}? (?:to|from)"
    r"|\b(?:left|leaves?|leaving|bound|departed) for)"
    rf"{AT_END}"
)
"""What stands before the aim or the beginning of a way."""

OF: Final = re.compile(
    r"\b(?:visit(?:ed|ing|s)?|enter(?:ed|ing|s)?|reach(?:ed|ing|es)?|invad(?:e|ed|es|ing)|occup(?:y|ied|ies|ying)"
    r"|captur(?:e|ed|es|ing)|annex(?:ed|es|ing)?|(?:invasion|occupation|annexation|capture|siege|outskirts|suburbs|parts"
    r"|fifth|quarter|third|half|percent|south|north|east|west) of)"
    rf"{AT_END}"
)
"""Verbs of which a place is the object, and nouns of which it is the whole."""

PLACE_NOUN: Final = re.compile(
    r"(?<!\ba )(?<!\ban )\b(?P<noun>city|town|village|port|capital|region|province|district|island|peninsula|suburb"
    r"|settlement|municipality|governorate|oblast)(?: city)?(?: of|,)? \Z"
)
"""A noun of places before the name: "the town of"."""

DIVISION: Final = re.compile(
    r" (?P<noun>region|province|oblast|district|governorate|peninsula|islands?|city|county|prefecture)\b(?! [A-Z])"
)
"""A noun of places behind the name."""

EVENT: Final = re.compile(r" (?:peace )?(?:summit|talks|meeting|conference|forum|negotiations|round)\b")
AS_VENUE: Final = re.compile(r" (?:as|for) (?:a |the |its |their )?(?:\w+ )?(?:venue|host|location|site|seat)\b")
"""Words behind a town that say that something is held there."""

COMPASS: Final = re.compile(
    r"\b(?P<part>(?:(?:north|south)(?:-?(?:east|west))?|east|west)(?:ern)?|central"
    r"|(?:central|south|north)-(?:eastern|western)) \Z"
)
"""A part of a country, before its name."""

OWNED: Final = re.compile(r"\b(?P<people>[A-Z]\w+(?: [A-Z]\w+)?) (?:territory|soil|mainland)\b")
"""Land by the adjective of its state."""

TIMES: Final = re.compile(rf" (?:{WEEKDAY}|(?:{MONTHS}))\b")
"""What may follow a place with a capital, and is not a part of its name."""

AREAS: Final = frozenset(
    {
        "Middle East",
        "Near East",
        "Far East",
        "Eastern Europe",
        "Western Europe",
        "Central Europe",
        "Northern Europe",
        "Southern Europe",
        "Central Asia",
        "South Asia",
        "Southeast Asia",
        "South-East Asia",
        "East Asia",
        "North Africa",
        "West Africa",
        "East Africa",
        "Southern Africa",
        "Central Africa",
        "Horn of Africa",
        "Sahel",
        "Maghreb",
        "Latin America",
        "Central America",
        "Caribbean",
        "Balkans",
        "Western Balkans",
        "Caucasus",
        "South Caucasus",
        "North Caucasus",
        "Mediterranean",
        "Eastern Mediterranean",
        "Gulf",
        "Persian Gulf",
        "Arctic",
        "Indo-Pacific",
        "Asia-Pacific",
        "Pacific",
        "Donbas",
        "Donbass",
        "Crimea",
        "Kashmir",
        "Nagorno-Karabakh",
        "West Bank",
        "Gaza Strip",
        "Golan Heights",
        "Kurdistan",
        "Transnistria",
        "Abkhazia",
        "South Ossetia",
        "Siberia",
        "Darfur",
    }
)
"""Areas that no list of countries, divisions and towns has."""

SITES: Final = frozenset({"White House", "Kremlin", "Camp David", "Pentagon", "Downing Street", "Blue House"})
"""Buildings that news names for those who work there, unless something happens in them."""

DIRECTIONS: Final = frozenset(
    f"{part}{ending}" for part in ("North", "South", "East", "West", "Central") for ending in ("", "ern")
)
"""Words with a capital that divisions somewhere are called by, and news means something else with."""

LIKE: Final = re.compile(
    r"\b(?:in|across|to|from|between) (?:\w+ ){0,2}(?:nations|countries|cities|towns|destinations|places|regions|areas)"
    r"(?:,? including|,? such as) (?:the )?\Z"
)
"""What stands before the first of some places."""

NOT_PLACES: Final = words("Law Convention Treaty Battle Operation Freedom Council Bank Army Navy University Agreement")

HEADS: Final[Mapping[str, PlaceKind]] = MappingProxyType(
    {
        **dict.fromkeys(("Sea", "Ocean", "Strait", "Straits", "River", "Lake", "Bay", "Canal"), PlaceKind.WATER),
        **dict.fromkeys(("Peninsula", "Valley", "Mountains", "Desert", "Heights", "Strip"), PlaceKind.AREA),
        **dict.fromkeys(("Island", "Islands", "Reef", "Shoal"), PlaceKind.MARITIME_FEATURE),
        **dict.fromkeys(
            ("Palace", "Airport", "Airfield", "Castle", "Square", "Stadium", "Base", "Hotel"), PlaceKind.SITE
        ),
        **dict.fromkeys(("Province", "Oblast", "Governorate", "Region"), PlaceKind.REGION),
        **dict.fromkeys(("District", "County"), PlaceKind.DISTRICT),
    }
)
"""The kind of a place by the last word of its name."""

FIRST: Final[Mapping[str, PlaceKind]] = MappingProxyType(
    dict.fromkeys(("Sea of", "Strait of", "Straits of", "Gulf of", "Bay of", "Lake"), PlaceKind.WATER)
)
"""The same by the first words."""

NOUNS: Final[Mapping[str, PlaceKind]] = MappingProxyType(
    {
        **dict.fromkeys(
            ("city", "town", "village", "port", "capital", "suburb", "settlement", "municipality"), PlaceKind.SETTLEMENT
        ),
        **dict.fromkeys(("province", "oblast", "governorate", "prefecture"), PlaceKind.REGION),
        **dict.fromkeys(("district", "county"), PlaceKind.DISTRICT),
        **dict.fromkeys(("island", "islands"), PlaceKind.MARITIME_FEATURE),
        "peninsula": PlaceKind.AREA,
    }
)


def kind_of_noun(noun: str) -> PlaceKind | None:
    """Return the kind of place that a noun names; `None` if it can be several, as a region can."""
    return NOUNS.get(noun)


def kind_of_name(name: str) -> PlaceKind | None:
    """Return the kind of place that a name shows by its first or last word; `None` if it shows none.

    >>> kind_of_name("Korean Peninsula"), kind_of_name("Strait of Hormuz"), kind_of_name("Law of the Sea")
    (PlaceKind.AREA, PlaceKind.WATER, None)
    """
    parts = name.split()
    if name in AREAS and len(parts) > 1:
        return PlaceKind.AREA
    if set(parts) & NOT_PLACES or len(parts) == 1:
        return None
    first = next((kind for words, kind in FIRST.items() if name.startswith(f"{words} ")), None)
    return first or HEADS.get(parts[-1])
