"""What stands behind some verbs where they are of saying: "call for", "rule out", "make it clear"."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["BEHIND"]

BEHIND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "call": r"(?:(?:again|also|once more|repeatedly) )?(?:(?:up)?on|for|it|him|her|them|himself|this|that"
        r"|“…”|the|his|their|its|such|[A-Z]|details|reports|any|for)\b(?! (?:a |an )?(?:meeting|election|halt"
        r"|vote|strike)s?\b)|.{0,60}“…”",
        "name": r".{0,160}(?:\bas\b|“…”)",
        "speak": r"(?:of|out|against|in favou?r)\b",
        "ask": r"(?!not to be\b|to remain\b|that (?:his|her|their) name)",
        "agree": r"(?:that\b|to\b(?! (?:meet|hold|convene|visit|talk|return|resume|speak|see)\b)|.{0,40}“…”)",
        "rule": r"out\b|that\b",
        "play": r"down\b",
        "point": r"(?:out|to)\b",
        "make": r"(?:it )?(?:clear|plain|known)\b",
        "let": r"it be known\b|slip\b",
        "sum": r"up\b.{0,60}“…”|it up\b|.{0,40}“…”",
        "peg": r".{0,60}\bat\b",
        "volunteer": r"that\b|.{0,12}“…”",
        "venture": r"that\b|.{0,12}“…”",
        "crow": r"that\b|over\b|.{0,12}“…”",
        "fume": r"that\b|.{0,30}“…”",
        "hit": r"(?:back|out)\b",
        "lash": r"out\b",
        "turn": r"down\b",
        "refer": r"to\b",
        "plan": r"to\b",
        "issue": r"(?:an? |the )?(?:\w+ )?(?:warning|ultimatum|denial|apology|condemnation|call|appeal)\b",
        "raise": r"(?:the |his |its |their |\w+ )?(?:concern|doubt|question|alarm|issue|objection)s?\b|“…”",
        "post": r"(?:that\b|.{0,40}“…”)",
        "find": r"that\b",
        "give": r"(?:an? |the |his |its |their )?(?:\w+ )?(?:assurance|warning|ultimatum|pledge)s?\b",
        "deliver": r"(?:an? |the )?(?:\w+ )?(?:warning|ultimatum|message|rebuke)\b",
        "send": r"word\b|(?:a |the )?message\b",
        "wire": r"that\b|.{0,60}“…”",
        "cable": r"that\b|.{0,60}“…”",
        "telegraph": r"that\b|.{0,60}“…”",
        "advise": r"(?!on\b)",
        "hear": r"from\b.{1,80}\bthat\b",
        "learn": r"from\b.{1,80}\bthat\b",
        "read": r".{0,12}“…”",
        "see": r"(?:no|it|this|that|the|little|a|any|signs)\b.{0,80}",
        "view": r".{0,80}\bas\b",
        "refuse": r"to\b(?! (?:leave|go|sit|return|move|sign|pay|open|let|release)\b)",
        "decline": r"to\b",
        "paint": r"(?:a |the )?\w* ?picture\b",
        "offer": r"(?!.{0,3}\b(?:by|from)\b)",
        "express": r"(?!.{0,3}\bby\b)",
        "put": r"it\b(?! (?:to|on|off|in|into|up|down|out|back|before|under|at)\b)",
        "term": r".{0,80}“…”|(?:it|him|her|them|this|that|the|his|their|its)\b",
        "commit": r"(?:itself |himself |herself |themselves )?to\b",
        "undertake": r"to\b",
        "press": r"(?:for\b|.{1,40} to\b)",
        "convey": r"(?:his|her|its|their|the|a|an|that)\b",
        "extend": r"(?:an? |the |his |her |its |their )?(?:\w+ ){0,2}"
        r"(?:invitation|condolences|thanks|congratulations|greetings|sympath(?:y|ies)|apolog(?:y|ies)|offer)\b",
        "take": r"to (?:Twitter|X|Facebook|Telegram|Instagram|social media|television|the airwaves)\b|note of\b",
        "declare": r"(?!(?:\w+ )?independence\b|war\b)",
    }
)
"""What stands behind some verbs where they are of saying; a whole quotation is written “…”."""
