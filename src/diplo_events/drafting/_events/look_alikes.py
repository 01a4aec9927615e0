"""Words of meetings that are plainly of something else: "gathered evidence", "received wounds", "joined a raid"."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._events.journeys import behind
from diplo_events.drafting._parts.units import Passage

__all__ = ["BEFORE", "is_look_alike"]

FAR: Final = 9
"""How many words behind a word are read for what it is of."""

NEAR: Final = 4
"""How many words before a noun show that it is one of a meeting."""

GATHERED: Final = (
    r"(?:[a-z-]+ ){0,2}?(?:information|evidence|intelligence|data|support|signatures|votes|facts|materials?|samples"
    r"|momentum|dust|steam|pace|speed|strength|wood|food|news|details|testimon(?:y|ies)|proof|opinions|statistics"
    r"|wealth|views|clues|documents|funds|money)\b"
)
PARTAKEN: Final = (
    r"(?:in |by )?(?:[A-Za-z-]+ ){0,3}?(?:violence|vot(?:e|es|ing)|elections?|polls?|referendum|riots?|attacks?|raids?"
    r"|protests?|demonstrations?|rall(?:y|ies)|strikes?|march(?:es)?|fighting|war|wars|hostilities|coup|uprising"
    r"|insurgency|crimes?|murders?|killings?|massacres?|programmes?|programs?|schemes?|surveys?|stud(?:y|ies)|research"
    r"|training|exercises?|drills?|games|olympics|races?|contests?|competitions?|tournament|match(?:es)?"
    r"|championships?|markets?|econom(?:y|ies)|boycott|operations?|invasion|looting|smuggling|plot|conspiracy|lawsuit"
    r"|school|university|college|church|classes|class|courses?|lessons|concert|torture|sanctions|offensive)\b"
    r"(?! (?:summit|conference|forum|meeting|talks))"
)
GIVEN: Final = (
    r"(?:[a-z-]+ ){0,4}?(?:wounds?|injur(?:y|ies)|burns|bruises|awards?|prizes?|medals?|letters?|sentences?|treatment"
    r"|surgery|votes?|support|aid|money|funding|funds|help|threats?|reports?|orders?|permission|damage|training"
    r"|education|degree|blows?|criticism|praise|attention|information|documents?|compensation|payments?|salary|shots?"
    r"|copy|copies|bribes?|weapons|arms|approval|confirmation|assurances?|refugees|migrants|evacuees|patients|casualties|notice|complaints?|backing|bail|asylum)\b"
)
ASKED: Final = (
    r"(?:[^,;.]+? )??to (?!(?:visit|attend|come|meet|talks|speak|address|participate|take part|travel|stay|tour|return"
    r"|inspect|observe|sit|hold|discuss|negotiate|dinner|lunch|breakfast|dine|see|send|join|a|an|the|his|her|their|its"
    r"|our|this|that|be|watch)\b)[a-z]|(?:[^,;.]+? )??to join \w+ in \w+ing\b"
)
"""Behind "invite", these say what somebody is asked to do, and not where to come."""

GOING_TO_DO: Final = (
    r"to (?:capture|arrest|kill|fight|defend|protect|help|save|rescue|find|seize|attack|bomb|free|liberate|support"
    r"|watch|detain|catch|hunt|invade|conquer|aid|feed|bury|mourn|vote)\b"
)
UNMET: Final = (
    r"(?:annually|regularly|often|weekly|monthly|frequently|periodically|semiannually|routinely|quarterly)\b"
    r"|(?:with )?(?:an? |the )?(?:[a-z-]+ )?(?:resistance|opposition|criticism|silence|success|approval|disaster"
    r"|obstacles?|difficult(?:y|ies)|fate|end|death|river|sea|shore|coast|border|horizon|eye|road|motorway)\b"
)
"""Behind "meet", these show a habit, or what something came upon."""

TOURED: Final = r"(?:as an? |with (?:the|an?|his|her|their) (?:band|orchestra|show|choir|troupe)\b)"
UNLIKE: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        word: re.compile(pattern)
        for forms, pattern in (
            ("gather gathers gathered gathering", GATHERED),
            ("participate participates participated participating attend attends attended attending", PARTAKEN),
            ("received receives receive receiving", GIVEN),
            ("invite invites invited inviting", ASKED),
            ("go goes went going come came coming", GOING_TO_DO),
            ("met meet meets meeting", UNMET),
            ("toured tours touring", TOURED),
            ("lobby lobbies lobbied lobbying", r""),
        )
        for word in forms.split()
    }
)
"""Verbs of meetings, and what stands behind them where they are of none."""

BEFORE: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        **dict.fromkeys(words("ceremony ceremonies"), words("graduation baptism initiation commencement naming")),
        **dict.fromkeys(words("forum forums"), words("online internet web jihadist discussion chat")),
        **dict.fromkeys(
            words("session sessions"),
            words("training photo recording jam trading practice therapy yoga exam gym study gaming jamming lab"),
        ),
    }
)
"""Nouns of meetings, and the words before them that make them others."""

KNOWN: Final = (
    UNLIKE.keys()
    | BEFORE.keys()
    | words("inauguration way signing contacts exchanges mediating inaugural raise raises raised raising")
)
"""All words that can be look-alikes."""

OF_TIME: Final = words("since after on before following until from by")
OWNERS: Final = words("his her their its 's")
ON_THE_ROAD: Final = words(
    """
    rebel rebels troops soldiers fighters militants insurgents convoy convoys refugees migrants ship ships plane planes
    aircraft flight vessel vessels boat boats truck trucks tanker protesters gunmen army forces
    """
)
"""Those whose way is not a visit."""

OF_PURPOSE: Final = words("in of by at with for")
HOLDING: Final = words("had has have held hold holding holds made resumed resume during established at")
AT_SIGNING: Final = words("at during attend attended attending before after for following witnessed")


def is_look_alike(unit: Passage, place: int) -> bool:  # noqa: PLR0911  (a decision table)
    """Whether a word that can show a meeting is plainly of something else."""
    low = unit.words[place].low
    if low not in KNOWN:
        return False
    before = [token.low for token in unit.words[max(0, place - NEAR) : place]]
    if (unlike := UNLIKE.get(low)) is not None:
        return unlike.match(" ".join(token.text for token in unit.words[place + 1 : place + 1 + FAR])) is not None
    if set(before[-1:]) & BEFORE.get(low, frozenset()):
        return True
    if low == "inauguration":
        return bool(OWNERS & set(before[-1:])) and bool(OF_TIME & set(before))
    if low == "way":
        return bool(ON_THE_ROAD & {token.low for token in unit.words})
    if low == "signing":
        return behind(unit, place).startswith("of ") and not AT_SIGNING & set(before)
    if low in {"contacts", "exchanges"}:
        return not HOLDING & set(before)
    if low == "mediating":
        return bool(OF_PURPOSE & set(before[-1:])) and " between " not in f" {behind(unit, place)} "
    if low == "inaugural":
        following = unit.words[place + 1] if place + 1 < len(unit.words) else None
        return following is not None and following.is_word and following.low not in {"in", "on", "at", "of", "and"}
    return low in {"raise", "raises", "raised", "raising"} and not is_raised_with_person(unit, place)


def is_raised_with_person(unit: Passage, place: int) -> bool:
    """Whether somebody raised a matter with a person: "raised it with Minister Li"."""
    found = (m for m in unit.named if m.first > place and unit.words[m.first - 1].low == "with")
    mention = next(found, None)
    return mention is not None and mention.kind in {"person", "office"}
