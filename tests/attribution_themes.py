"""Invented news of things of which somebody speaks: clauses as subjects, sentences without a speaker, texts inside."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said, silent

__all__ = ["THEMES"]

HEAD: Final = "Norland minister warns on dam\n\n"
TOLD: Final = f"{HEAD}Foreign Minister Ana Reis told reporters in Oslo that talks on the dam had stalled. "

THEMES: Final[tuple[Case, ...]] = (
    # a clause is the subject of the words in marks
    said(f"{HEAD}What Veld demands “is not acceptable,” Ana Reis said.", ("is not", "Ana Reis")),
    said(
        f"{HEAD}Envoy Tom Hale told the Council that the pact is “at risk” and how the community reacts “will matter”.",
        ("will matter", "Tom Hale"),
    ),
    said(f"{HEAD}The plan that Veld proposed “has no future”, Tom Hale said.", ("has no", "Tom Hale")),
    said(f"{HEAD}The curbs which Veld announced “are a step back,” said Tom Hale.", ("a step", "Tom Hale")),
    said(f"{HEAD}Veld said “will not bend” was its motto.", ("will not", "Veld")),
    # a sentence of a thing behind one that a person speaks
    said(f"{TOLD}The latest draft was “neither fair nor workable”.", ("neither", "Ana Reis")),
    said(f"{TOLD}\n\nThe filling of the lake “must not begin before a deal”.", ("must not", "Ana Reis")),
    said(f"{TOLD}Any delay “would be seen as an insult”.", ("would be", "Ana Reis")),
    said(f"{TOLD}The jailing of such miners is “plainly barred” by law.", ("plainly", "Ana Reis")),
    said(f"{TOLD}There was “no way around dialogue”.", ("no way", "Ana Reis")),
    said(f"{TOLD}Veld’s cabinet found the dam “a gift to all”.", ("a gift", "Veld’s cabinet")),
    silent(f"{TOLD}The talks, known as the “Lake Process”, began in May.", "Lake Process"),
    silent(f"{TOLD}The dam is called “Lake Star”.", "Lake Star"),
    # who tells more in a text of which a sentence tells
    said(
        f"{HEAD}Norland had lodged a “strong protest” with Veld, in which it said the dam broke “every promise”.",
        ("every promise", "Norland"),
    ),
    said(
        f"{HEAD}Tom Hale was in Oslo. A paper ran an interview with Minister Ana Reis in which she urged Veld to "
        "“wait”.",
        ("wait", "Ana Reis"),
    ),
    said(
        f"{HEAD}Tom Hale left. A paper ran an interview with Minister Jon Vik in which he urged Veld to “wait”.",
        ("wait", "Jon Vik"),
    ),
    said(
        f"{HEAD}The ministry handed the envoy a note in which it demanded an end to the “illegal works”.",
        ("illegal works", "ministry"),
    ),
    said(
        f"{HEAD}It came after a Veld foreign ministry press release which claimed two men were held for “spying”.",
        ("spying", "Veld foreign ministry"),
    ),
    # an office of the lead, and the name below
    said(
        "Lake Fund warns\n\nVeld’s dam has “grave faults”, the head of the Lake Fund said on Monday.\n\n"
        "Ana Reis was speaking at a meeting of its members in Oslo.",
        ("grave faults", "Ana Reis"),
    ),
    said(
        "Norland warns\n\nVeld’s dam has “grave faults”, a senior official said on Monday.\n\n"
        "Ana Reis was in Oslo then.",
        ("grave faults", "Senior official"),
    ),
    said(
        f"{HEAD}With days to go, Tom Hale, the Head of the United Nations mission in Veld is urging calm.\n\n"
        "“It is late.”",
        ("It is late", "Tom Hale"),
    ),
    # words of a clause that a medium passes on, and adverbs in marks
    said(
        f"{HEAD}Tom Hale met Jon Vik in Oslo, for talks that Hale described as “frank,” Xinhua news agency reported.",
        ("frank", "Tom Hale"),
    ),
    said(f"{HEAD}Premier Tom Hale rejected the plan as “a gift to few,” Reuters reported.", ("a gift", "Tom Hale")),
    said(f"{HEAD}“We are ready,” Reuters reported.", ("We are", "Reuters")),
    said(f"{HEAD}The Lake Fund on Monday “strongly” condemned the raid.", ("strongly", "Lake Fund")),
    said(
        f"{HEAD}Veld’s premiers faced a choice, the Lake Fund’s envoy in that country told the press today, "
        "stressing that they could “fail together”.",
        ("fail together", "Lake Fund’s envoy"),
    ),
    said(
        f"{HEAD}Ana Reis said the trip was “useful” and that the premier condemned the “brutal” raid.",
        ("brutal", "Ana Reis"),
    ),
)
