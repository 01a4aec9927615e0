"""Verbs that are of saying only in fixed phrases: "pour scorn on", "come out against", "take a swipe at"."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["IDIOMS"]

OWN: Final = r"(?:his|her|its|their)"
A: Final = r"(?:an? |the |his |her |its |their |no |new |further |fresh )?(?:[\w-]+ ){0,2}"

IDIOMS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "air": ("state", rf"{A}(?:views?|grievances?|concerns?|doubts?|frustrations?|complaints?|fears?|opinions?)\b"),
        "allude": ("state", r"to\b"),
        "break": ("state", rf"{OWN} (?:\w+ )?silence\b"),
        "brush": ("reject", r"(?:aside|off)\b"),
        "authorize": ("demand", r"(?:\w+ )?subpoenas?\b"),
        "bow": ("agree", r"to (?:\w+ )?(?:demands|pressure|calls)\b"),
        "call": ("express_doubt", r"(?:into|in) question\b"),
        "cheer": ("praise", r"(?:the|this|that|his|her|its|their)\b"),
        "come": (
            "state",
            (
                rf"out (?:strongly |firmly |publicly )?(?:against|in favou?r|in support)\b|clean\b"
                rf"|to the defen[cs]e of\b|to {OWN} defen[cs]e\b|down (?:hard )?(?:on the side|against)\b"
            ),
        ),
        "dare": ("appeal", r".{1,60}\bto\b"),
        "distance": ("reject", r"(?:himself|herself|itself|themselves)\b"),
        "double": ("state", r"down on\b"),
        "draw": ("state", r"(?:an? )?(?:\w+ )?(?:parallels?|comparisons?|analog(?:y|ies)|distinction|red line|line)\b"),
        "drop": ("consider", r"(?:an? )?(?:\w+ )?hints?\b"),
        "exchange": ("accuse", r"(?:accusations|barbs|insults|recriminations)\b"),
        "fire": ("reject", r"back\b"),
        "go": ("state", r"(?:public with|on (?:the )?record|on the (?:offensive|defensive))\b"),
        "heap": ("praise", r"(?:praise|scorn|blame|criticism)\b"),
        "hold": ("state", r"out (?:the )?(?:hope|prospect|possibility)\b"),
        "inveigh": ("criticize", r"against\b"),
        "float": ("propose", rf"{A}(?:idea|possibility|prospect|notion|suggestion|proposal|plan)s?\b"),
        "launch": ("propose", r"(?:the |an? )?(?:\w+ )?(?:idea|notion|appeal|proposal|suggestion)s?\b"),
        "moot": ("propose", r"(?:the|an?)\b"),
        "react": ("state", r"that\b|by (?:say|call|accus|warn|condemn|den)\w*ing\b|.{0,30}[,:] “…”|“…”"),
        "recite": ("state", rf"{A}(?:statement|declaration|oath|message|letter|text)\b"),
        "laugh": ("reject", r"(?:off|at)\b"),
        "lay": ("criticize", rf"into\b|down {A}(?:conditions?|terms|demands)\b"),
        "lodge": ("complain", rf"{A}(?:protests?|complaints?|objections?|appeals?)\b"),
        "file": ("complain", rf"{A}(?:protests?|complaints?|objections?)\b"),
        "leave": ("state", r"(?:no doubt|little doubt|open the (?:possibility|option)|the door open)\b"),
        "lend": ("support", rf"{A}(?:support|backing|voice|weight)\b"),
        "level": ("accuse", rf"{A}(?:accusations?|charges?|criticisms?|allegations?|threats?)\b"),
        "make": (
            "state",
            (
                r"(?:an? |the |no )?(?:\w+ )?(?:case|argument|point|mention|suggestion|claim|announcement|assertion"
                r"|proposal)s? (?:for|that|of|to|about|against)\b|no (?:secret|bones) (?:of|about)\b"
            ),
        ),
        "mull": ("consider", r".{2,}"),
        "own": ("acknowledge", r"up to\b"),
        "play": ("praise", r"up (?:the|his|her|its|their)\b"),
        "point": ("accuse", r"(?:the|an?|his|her|its|their) (?:\w+ )?finger\b"),
        "pour": ("criticize", r"(?:scorn|cold water|praise|doubt)\b"),
        "push": ("reject", r"back (?:against|on|at)\b"),
        "put": ("propose", rf"forward\b|{OWN} (?:\w+ )?(?:support|weight) behind\b"),
        "rail": ("criticize", r"(?:against|at)\b"),
        "rant": ("criticize", r"(?:against|about|at)\b"),
        "rap": ("criticize", r"[A-Za-z]"),
        "rank": ("assess", r".{1,60}?\b(?:among|as|one of)\b"),
        "rate": ("assess", r".{1,60}?\b(?:among|as|one of)\b"),
        "review": ("report", r"(?:the |their |recent |ongoing |joint )*(?:efforts|progress|developments|steps)\b"),
        "use": (
            "state",
            (
                rf"(?:an?|the|{OWN}) (?:\w+ ){{0,2}}(?:speech|address|sermon|interview|visit|briefing|appearance) to"
                r" (?:help )?(?:call|launch|urge|warn|announce|accuse|condemn|criti\w+|attack|praise|promise|defend)\b"
            ),
        ),
        "renew": ("appeal", rf"{A}(?:calls?|appeals?|demands?|pledges?|threats?|offers?|plea|warnings?)\b"),
        "rip": ("criticize", r"into\b"),
        "round": ("criticize", r"on\b"),
        "set": ("state", rf"out {A}(?:terms?|conditions?|views?|position|demands?|case|plans?|vision|priorities)\b"),
        "shoot": (
            "reject",
            r"back\b|down (?:\w+ )?(?:ideas?|suggestions?|claims?|proposals?|plans?|rumou?rs?|calls?)\b",
        ),
        "show": ("assess", r"that\b"),
        "shrug": ("reject", r"off\b"),
        "side": ("support", r"with\b"),
        "sing": ("praise", r".{0,30}\bpraises\b"),
        "sound": ("warn", r"(?:the |an? )?(?:\w+ )?(?:alarm|warning|note|optimistic|pessimistic|hopeful|confident)\b"),
        "step": ("appeal", rf"up {A}(?:calls?|criticism|rhetoric|demands?|appeals?|threats?)\b"),
        "strike": ("state", r"an? (?:[\w-]+ ){0,2}(?:tone|note)\b"),
        "swat": ("reject", r"(?:aside|away|down)\b"),
        "sweep": ("reject", r"aside\b"),
        "take": (
            "criticize",
            (
                rf"(?:an? )?(?:[\w-]+ )?(?:swipe|dig|shot|jab|potshot)s? at\b|(?:full )?responsibility for\b"
                r"|the (?:view|position|line|stance)\b"
                rf"|.{{1,40}}\bto task\b|{OWN} \w+ out on\b|back {OWN}\b"
                rf"|(?:an? )?(?:[\w-]+ )?(?:line|stance|position) (?:on|against)\b"
            ),
        ),
        "talk": ("state", r"(?:up|down) (?:the|an?|his|her|its|their|hopes|prospects|expectations)\b"),
        "tear": ("criticize", r"into\b"),
        "throw": ("support", rf"{OWN} (?:\w+ )?(?:weight|support|backing) behind\b|cold water on\b|doubt\b"),
        "trade": ("accuse", r"(?:accusations|barbs|insults|blame|recriminations|charges)\b"),
        "trumpet": ("praise", r"(?:the|an?|his|her|its|their)\b"),
        "unveil": (
            "announce",
            r"(?:an? |the |his |her |its |their |new )?(?:[\w.-]+ ){0,2}(?:plans?|proposals?|measures|initiatives?)\b",
        ),
        "vent": ("criticize", rf"{OWN}\b"),
        "walk": ("deny", rf"back (?:on )?(?:{OWN}|the|that|those|some)\b"),
        "wave": ("reject", r"(?:off|away|aside)\b"),
        "weigh": ("state", r"in\b"),
        "stick": ("state", rf"(?:by|to) {OWN} (?:\w+ )?(?:words?|position|claims?|story|demands?|pledge|stance)\b"),
    }
)
"""Verbs, each with the act that its phrases name and what stands behind it in them."""
