"""Invented news with words held against somebody, clauses of others in one sentence, and lines behind quotations."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said

__all__ = ["ANSWERS"]

ANSWERS: Final[tuple[Case, ...]] = (
    # what somebody is criticized for saying
    said(
        "Ivan Dahl criticized Ana Reis for saying the vote was a “last resort” as this is “not true”.",
        ("last resort", "Ana Reis"),
        ("not true", "Ivan Dahl"),
    ),
    said("Norway rebuked Ana Reis for claiming that the island was “occupied”.", ("occupied", "Ana Reis")),
    said("Tom Hale scolded the mayor for describing the strike as “a circus”.", ("a circus", "mayor")),
    said(
        "Tom Hale blasted Peru for saying it would “never pay”, calling the claim “absurd”.",
        ("never pay", "Peru"),
        ("absurd", "Tom Hale"),
    ),
    said("Tom Hale accused Ana Reis of calling the vote “a farce”.", ("a farce", "Ana Reis")),
    said("Tom Hale criticized Norway for its “cruelty”.", ("cruelty", "Tom Hale")),
    said("Norway condemned Peru for “cruelty”.", ("cruelty", "Norway")),
    # a medium that passes on with what somebody goes on
    said(
        "According to the report of Lakepress among others, Ana Reis then continued by saying that “all is lost”.",
        ("all is lost", "Ana Reis"),
    ),
    said("According to Lake TV, Ana Reis began by stating that Peru was “at war”.", ("at war", "Ana Reis")),
    # the main clause behind one that concedes something
    said(
        "While both sides agreed to talk, there was “no breakthrough” at the meeting according to Ana Reis.",
        ("no breakthrough", "Ana Reis"),
    ),
    said("Although Norway rejected the plan, the road is “open”, the envoy said.", ("open", "envoy")),
    said("As Tom Hale told the press, the bridge is “shut”, according to police.", ("shut", "Tom Hale")),
    # who answers a claim at the end
    said(
        "Sweden says the land lies on its side, which Norway rejects.",
        ("Sweden says", "Sweden"),
        ("which Norway", "Norway"),
    ),
    said("Sweden says that the plan, which Norway rejects, is good.", ("is good", "Sweden")),
    # labels of headlines
    said(
        "Hale: Norway hopes for ‘a fresh start’\n\nTom Hale spoke in Oslo. “We need it,” Hale said.",
        ("a fresh start", "Hale"),
    ),
    # the line behind a quotation, and who goes on
    said(
        "Envoys met\n\nEnvoy Tom Hale met Ana Reis and elders.\n\n“I urge all to stop.”\n\n“It is time,” he added.",
        ("I urge all", "Tom Hale"),
    ),
    said(
        "Envoy summoned\n\nThe ministry summoned Tom Hale, the envoy.\n\n“The envoy was told of our worries.”\n\n"
        "- the agency LNA reports, quoting the Lake Ministry.",
        ("our worries", "Lake Ministry"),
    ),
    # a mark that is not closed before a further quotation
    said(
        "The union said it would “wait. The mayor promised that “nobody will pay”.",
        ("wait.", "union"),
        ("nobody", "mayor"),
    ),
    # two of whom a ministry tells that they met somebody
    said(
        "Talks\n\nThe ministry said that Ana Reis and Tom Hale had met the king. They praised “the old bond”.",
        ("the old bond", "Ana Reis and Tom Hale"),
    ),
    said("Talks\n\nThe ministry praised Ana Reis and Tom Hale. It called them “heroes”.", ("heroes", "ministry")),
)
"""What each text says by whom."""
