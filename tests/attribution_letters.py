"""Invented news with offices in letters, fields with names of their own, and diplomacies."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said

__all__ = ["LETTERS"]

LETTERS: Final[tuple[Case, ...]] = (
    # offices in letters
    said(
        "The Special Representative of the Secretary-General, Ana Reis, came. SRSG Reis welcomed the vote.",
        ("welcomed", "Ana Reis"),
    ),
    said("HR/VP Ana Reis spoke. The High Representative called for calm.", ("called for", "Ana Reis")),
    said("MoS Ana Reis called it “a gift”.", ("a gift", "Ana Reis")),
    said("Lt Gov Tom Hale said the bridge was “safe”.", ("safe", "Tom Hale")),
    said("Envoy Tom Hale came. A/S Hale said it was “late”.", ("late", "Tom Hale")),
    said("MFA spox Ana Reis said it was “late”.", ("late", "Ana Reis")),
    # letters that are something else
    said("The NSA said it was “lawful”.", ("lawful", "NSA")),
    said("The NSA Director Tom Hale said “no”.", ("no", "Tom Hale")),
    said("Lake AG said it was “sad”.", ("sad", "Lake AG")),
    said("Omar Sen Tuesday said it was “sad”.", ("sad", "Omar Sen")),
    # fields with names of their own
    said(
        "Deputy Assistant Secretary for East Asian and Lake Affairs Tom Hale met Li. Hale said it was “good”.",
        ("good", "Tom Hale"),
    ),
    said("Senior Director for Asian Affairs Ana Reis met Li. Reis called it “frank”.", ("frank", "Ana Reis")),
    said("Minister of Women, Children and Family Affairs Ana Reis said “soon”.", ("soon", "Ana Reis")),
    said("Secretary for Arms Control and Lake Security Tom Hale said “never”.", ("never", "Tom Hale")),
    said("A spokesman for Senate Trade Committee Chairman Tom Hale, a critic, said no.", ("no", "spokesman")),
    # diplomacies, and who leads them
    said("The army said “no” and Norwegian diplomacy said it was “sad”.", ("sad", "Norwegian diplomacy")),
    said("Peru’s diplomacy rejected the claim.", ("rejected", "Peru’s diplomacy")),
    said("The chief of Polish diplomacy called it “bad”.", ("bad", "chief of Polish diplomacy")),
    said(
        "Norway summoned the envoy to protest, the top Norwegian diplomat said. Foreign Minister Ana Reis came.",
        ("to protest", "Ana Reis"),
    ),
    said("Shuttle diplomacy failed, Ana Reis said.", ("failed", "Ana Reis")),
    # who speaks for the body of a land, who leads a party, who holds two offices
    said(
        "The envoys left, the spokesman of the country’s Foreign Ministry said.",
        ("left", "spokesman of the country"),
    ),
    said("Ana Reis, the leader of the party The Greens said it was over.", ("was over", "Ana Reis")),
    said(
        "In a reaction to statements by Peru’s FM Tom Hale, Norwegian Deputy PM and FM Ana Reis said it was “late”.",
        ("late", "Ana Reis"),
    ),
    # they
    said(
        "Talks\n\nThe king of Peru, Ivan Dahl, called Premier Ana Reis. After a talk, they said it was “late”.",
        ("late", "Ivan Dahl and Ana Reis"),
    ),
    said(
        "Ivan Dahl urged fellow leaders to act. Both leaders said it was “late”.",
        ("late", "both leaders"),
    ),
)
"""What each text says by whom."""
