"""Names of what never speaks: treaties, plans, processes, regions, roads; and which names these are."""

from typing import Final

from diplo_events.drafting._english.nouns import PARTICLES, words

__all__ = ["NO_PERSON", "is_thing"]

NO_PERSON: Final = words(
    """
    plan treaty act convention declaration day days states rules code gulf sea strait cape port university republic
    kingdom law charter agreement accord accords war battle rock city town bay horn coast comprehensive peace order
    region lakes basin framework process
    """
)
"""Words that are in no name of a person."""

ALWAYS: Final = words(
    """
    agreement agreements accord accords treaty treaties pact pacts framework frameworks protocol protocols
    process roadmap programme programmes region regions peninsula archipelago hemisphere
    corridor corridors pipeline pipelines highway motorway expressway railway isthmus
    referendum constitution plan plans memorandum policies doctrine armistice ceasefire truce
    """
)
"""Last words of names that are always those of things."""

BEHIND_ARTICLE: Final = words(
    """
    act law bill deal road bridge dam canal tunnel port airport border borders river lake sea ocean gulf strait straits
    bay valley basin desert island islands mountains heights plateau delta coast highlands lowlands
    convention declaration charter code project program scheme strategy agenda vision formula proposal principles
    projects scenario option package zone area areas belt route routes gate
    crisis war conflict revolution uprising massacre genocide holocaust famine drought flood floods earthquake pandemic
    virus epidemic outbreak era century decade day week year month anniversary weekend season prize award awards medal
    games olympics cup festival exhibition expo election elections vote census budget tax tariff tariffs sanctions
    question issue issues dispute row standoff stand-off name line exercise exercises drill drills operation visit tour
    communique communiqué principle goals targets standards rules regulations
    """
)
"""Last words of names that are those of things behind an article."""


ABSTRACT: Final = words(
    """
    peace security development commitment settlement efforts support stability prosperity sovereignty integrity
    cooperation violence aggression negotiations humanitarian political economic military diplomatic nuclear regional
    international solution accession normalization normalisation escalation de-escalation withdrawal
    """
)
"""Words of which a name in a headline consists that nobody bears."""


def is_thing(name: str, *, is_definite: bool) -> bool:
    """Whether a name is that of what never speaks.

    >>> is_thing("Lake Treaty", is_definite=False), is_thing("Jude Law", is_definite=False)
    (True, False)
    """
    told = [word for word in name.split() if word[0].isupper() or word in PARTICLES]
    last = name.rsplit(maxsplit=1)[-1].lower()
    if told and all(word.lower() in ABSTRACT for word in told):
        return True
    if len(told) == 1:
        return is_definite and last in ALWAYS
    return last in ALWAYS or (is_definite and last in BEHIND_ARTICLE and not PARTICLES & set(told))
