"""Phrases of several words that tell of a meeting: "shook hands with", "took a call from", "on her way to"."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.vocab import MeetingKind

__all__ = ["OF_PHRASES", "PHRASES", "TO_BODY", "phrase_kind"]

TALKS, VISIT, CALL = MeetingKind.TALKS, MeetingKind.VISIT, MeetingKind.CALL
NAME: Final = r"(?:the )?[A-ZÀ-Þ]"
SITTING: Final = r"(?:an? |the )?(?:(?:joint |special )?(?:session|sitting|meeting) of )?(?:the )?"
PARLIAMENT: Final = r"(?:[Pp]arliament|Congress|Bundestag|Knesset|Duma|Senate|Sejm|Rada|Storting|Riksdag|Diet|Majlis)\b"
CALLED_IN: Final = (
    r"in (?:to (?:the )?(?:\S+ )?(?:[Mm]inistry|[Oo]ffice)\b|by (?:the )?(?:\S+ )?[Mm]inistry\b"
    r"|(?:\S+['’]s )(?:\S+ )?(?:ambassador|envoy)\b)"
)
CALLED_ON: Final = r"on (?:[A-ZÀ-Þ]\S+ ){1,4}(?:at|in) (?:(?:the |his |her )?[A-ZÀ-Þ]|(?:his|her) (?:office|residence))"
WHEN: Final = r"(?:on|this|next|tomorrow|today|for|later|ahead|by|early|late|[,.]|$)"
TITLED: Final = (
    r"(?:(?:President|Prime|Foreign|Defence|Defense|King|Queen|Minister|Secretary|Chancellor|Pope|Crown|Vice|Ambassador"
    r"|General|Special|Envoy|Mr|Mrs|Ms|Premier)\b|(?:his|her|their) counterparts?)"
)

BODY: Final = (
    r"(?:the )?(?:\S+-member )?(?:[A-ZÀ-Þ]\S* )*(?:Council|Committee|Assembly|Parliament|Congress|Board|Commission)\b"
)
TO_BODY: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "briefing": re.compile(rf"(?:to|of|before|for|at) {BODY}"),
        "debate": re.compile(rf"(?:[^,;.]+? )?(?:in|at) {BODY}"),
        "session": re.compile(rf"(?:of|at) {BODY} (?:in|on|from|this|last|next)\b"),
    }
)
"""Behind these nouns, the body that sits: "a briefing to the Oslo Council", "an urgent debate at the council"."""

PHRASES: Final[Mapping[str, tuple[str, MeetingKind]]] = MappingProxyType(
    {
        "drop": (rf"in on {NAME}|by (?:an? |the )?(?:\S+ ){{0,2}}(?:meeting|lunch|dinner|session|talks)", TALKS),
        "run": (rf"into {TITLED}|into [A-ZÀ-Þ]\S+ (?:[A-ZÀ-Þ]\S+ )?(?:in|at|on)\b", TALKS),
        "bump": (rf"into {NAME}", TALKS),
        "shake": (r"hands with\b", TALKS),
        "take": (r"an? (?:\S+ )?(?:telephone |phone )?call from\b", CALL),
        "bring": (r"(?:\S+ ){1,5}together (?:in|at|for)\b", TALKS),
        "testify": (rf"(?:\w+ly )?(?:before|to|at) {NAME}", MeetingKind.COUNCIL_SESSION),
        "expected": (rf"(?:back )?in {NAME}\S*(?: [A-ZÀ-Þ]\S+)* {WHEN}", VISIT),
        "way": (rf"(?:back )?to {NAME}", VISIT),
        "extend": (r"(?:his|her|their|its) (?:stay|visit|trip) (?:in|at|to)\b", VISIT),
        "spend": (r"(?:\S+ ){1,4}with " + TITLED + r"|(?:\S+ )?(?:hours|minutes|an hour) with [A-ZÀ-Þ]", TALKS),
        "given": (r"an? (?:\S+ ){0,3}(?:welcome|reception) (?:in|at|by)\b", VISIT),
        "grant": (r"(?:an audience to\b|[A-ZÀ-Þ]\S+ an audience)", TALKS),
        "recall": (rf"(?:its|his|the|their) (?:\w+ )?(?:negotiators|delegation|delegates|team) from {NAME}", VISIT),
        "see": (rf"{TITLED}", TALKS),
        "fly": (rf"out of {NAME}|(?:back|home) (?:from|to) {NAME}", VISIT),
        "call": (rf"{CALLED_IN}|{CALLED_ON}", TALKS),
        "sit": (r"through (?:\S+ ){1,4}with\b", TALKS),
        "ride": (rf"(?:\S+ ){{0,3}}to {NAME}", VISIT),
        "inaugurate": (r"(?:[^,;]* )?(?:together|jointly)\b", MeetingKind.CEREMONY),
        "trade": (r"(?:\S+ ){1,3}across the table\b", TALKS),
        "back": (rf"in {NAME}\S*(?: [A-ZÀ-Þ]\S+)* {WHEN}", VISIT),
        "stop": (rf"(?:over |off )in {NAME}", VISIT),
        "speak": (rf"to (?:the )?(?:[A-ZÀ-Þ]\S+ )?{PARLIAMENT}", MeetingKind.PARLIAMENT),
        "address": (
            rf"{SITTING}(?:[A-ZÀ-Þ]\S+ )?{PARLIAMENT}",
            MeetingKind.PARLIAMENT,
        ),
        "hold": (r"an? (?:\S+ ){0,3}exchange of views\b", TALKS),
        "come": (r"to the (?:negotiating )?table (?:in|on|for)\b", TALKS),
        "present": (
            r"(?:copies of |a copy of )?(?:(?:his|her|their|the) )?(?:credentials|letters? of credence) to\b",
            MeetingKind.CEREMONY,
        ),
        "return": (r"to the (?:negotiating |bargaining )?table\b", TALKS),
        "appear": (
            r"before (?:the )?(?:[A-ZÀ-Þ]\S+ )*(?:[Cc]ommittee|Parliament|Council|Assembly|Congress|Senate)\b",
            MeetingKind.COUNCIL_SESSION,
        ),
        "phone": (r"(?:for (?:\S+ ){1,3}(?:hours?|minutes?)|this \w+|last night)\b", CALL),
    }
)
"""What stands behind a verb, and the kind of meeting that both tell of."""

FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        form: stem
        for stem, forms in {
            "drop": "dropped drops dropping", "run": "ran runs", "bump": "bumped bumps",
            "shake": "shook shakes shaking", "take": "took takes taking", "bring": "brought brings bringing",
            "testify": "testified testifies testifying",
            "extend": "extended extends", "spend": "spent spends", "grant": "granted grants",
            "recall": "recalled recalls withdrew withdraws withdrawn", "see": "saw seen seeing",
            "stop": "stopped stops",
            "speak": "spoke speaks", "address": "addressed addresses addressing", "fly": "flew flies",
            "hold": "held holds had", "come": "came comes", "present": "presented presents",
            "return": "returned returns returning",
            "appear": "appeared appears", "call": "called calls", "sit": "sat sits", "ride": "rode rides",
            "inaugurate": "inaugurated opened unveiled", "trade": "traded exchanged",
        }.items()
        for form in forms.split()
    }
)  # fmt: skip

COMPILED: Final = MappingProxyType({stem: (re.compile(text), kind) for stem, (text, kind) in PHRASES.items()})

LED_BY: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "way": words("his her their its"),
        "back": words("is was were are be"),
        "expected": words("is was were are also"),
        "phone": words("the"),
    }
)
"""Words that are verbs of a phrase only behind one of these."""

OF_PHRASES: Final = frozenset(COMPILED) | {form for form, stem in FORMS.items() if stem in COMPILED}
"""The forms of verbs with which a phrase begins."""


def phrase_kind(low: str, before: str, rest: str) -> MeetingKind | None:
    """Return the kind of meeting of which a verb tells with the words behind it.

    >>> phrase_kind("shook", "Costa", "hands with Prime Minister Aas")
    MeetingKind.TALKS
    >>> phrase_kind("shook", "Costa", "her head")

    Args:
        low: The verb, in lower case.
        before: The word before it.
        rest: The words behind it, as written.
    """
    stem = FORMS.get(low, low)
    found = COMPILED.get(stem)
    if found is None or not is_led(stem, before) or found[0].match(rest) is None:
        return None
    return found[1]


def is_led(stem: str, before: str) -> bool:
    """Whether the word before a verb lets it begin a phrase; before most, any word may stand."""
    if stem == "see":
        return before in {"to", "will", "would"} or before.endswith("ll")
    return stem not in LED_BY or before in LED_BY[stem]
