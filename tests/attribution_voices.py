"""Invented news with papers, voices and bodies under several names, and surnames that are those of places."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said, silent

__all__ = ["VOICES"]

VOICES: Final[tuple[Case, ...]] = (
    said(
        "The Sunday Telegraph claimed the plan was dead. The newspaper also said that talks are near.",
        ("claimed", "Sunday Telegraph"),
        ("also said", "Sunday Telegraph"),
    ),
    said(
        "The Lake Herald has seen the plan. The paper has also reported that it may fail.",
        ("also reported", "Lake Herald"),
    ),
    said("On Sunday Telegraph Hill was closed, Ana Reis said.", ("was closed", "Ana Reis")),
    said(
        "Doctors were hurt. Doctors Without Borders (DWB) has appealed for calm. It also says a nurse was beaten.",
        ("appealed", "Doctors Without Borders"),
        ("also says", "Doctors Without Borders"),
    ),
    said(
        "Reporters Without Borders urged calm. “It is bad,” the organization said.",
        ("It is bad", "Reporters Without Borders"),
    ),
    said("Students chanting “No tax!” blocked major streets in Veld.", ("No tax", "Students")),
    said("Swedish officials in Rome, Italy said that two men had left.", ("two men", "Swedish officials")),
    said("The suspect, Omar Amman, 20, was known. Amman said he was innocent.", ("innocent", "Omar Amman")),
    said("Deputy Tom Jordan spoke first. Jordan said the law was needed.", ("the law", "Tom Jordan")),
    said("Jordan said the law was needed.", ("the law", "Jordan")),
    said("The Turks claim the ship was theirs.", ("the ship", "Turks")),
    said("Though one Lake soldier reports that three men fled, Hale stays.", ("three men", "One Lake soldier")),
    said("A conference of foreign ministers in Veld issued a warning.", ("a warning", "foreign ministers")),
    said(
        "Liberal committee chairman Tom Hale of Veld Harbour has said a law is needed.",
        ("a law", "Tom Hale"),
    ),
    said("The Farm Agency's chief veterinary officer said no.", ("said no", "Farm Agency's chief veterinary officer")),
    said("The king, according to Hale, looks forward to the visit.", ("the visit", "Hale")),
    said("The king, according to Reuters, rejects the plan.", ("the plan", "king")),
    said(
        "Premier Ana Reis said that although the motion does not suggest a raid, it is needed.",
        ("it is needed", "Ana Reis"),
    ),
    said(
        "A spokesman for Farm Committee Chairman Tom Hale, a friend of the port, said he would wait.",
        ("would wait", "Spokesman"),
    ),
    said(
        "The Veld Center for Lake Science and Engineering said five were well.",
        ("five were", "Veld Center for Lake Science and Engineering"),
    ),
    said("The Institute of Peace and Sweden said no.", ("said no", "Sweden")),
    said(
        "Ana Reis, Chairwoman, Lake River Tribes: “We thank the president for this step.”",
        ("We thank", "Ana Reis"),
    ),
    said("Tom Hale Sr., Chairman, Veld Tribe: “The tribe celebrates this great day.”", ("celebrates", "Tom Hale")),
    said("Maria Veld, the Lake Fund, and Tom Hale: “We thank you all for this.”", ("We thank", "Tom Hale")),
    said("The cause was unclear, but a fire officer said the way was blocked.", ("the way", "Fire officer")),
    said("Two boats, according to the fire service, were lost.", ("were lost", "fire service")),
    said("The coffee growers association called it “an attack”.", ("an attack", "coffee growers association")),
    said("As the deal stalled officials said it was late.", ("was late", "Officials")),
    said(
        "The head of the army's internal investigators told the court “no”. She also said “I regret that.”",
        ("no", "Head of the army's internal investigators"),
        ("I regret", "Head of the army's internal investigators"),
    ),
    said(
        "That alarms Ana Reis, a specialist with the Lake Agricultural and Fisheries Department, who said no.",
        ("said no", "Ana Reis"),
    ),
    said("Tom French from the Lake Fund said of the vote: “We won it all.”", ("We won", "Tom French")),
    said("In Veld, French officials said no.", ("said no", "French officials")),
    said("“No grounds,” said one of the judges, Lord Justice Tom Hale.", ("No grounds", "Tom Hale")),
    said("The Justice Minister said no.", ("said no", "Justice Minister")),
    said(
        "The Swedish navy's 5th Fleet, based in Veld, said that four came.", ("four came", "Swedish navy's 5th Fleet")
    ),
    said("The FBI say he has gone.", ("has gone", "FBI")),
    silent("They made the FBI say so.", "say so"),
    said("The Lake Supreme Court ruled 5-4 that the law stands.", ("the law", "Lake Supreme Court")),
    said(
        "According to the National Conference of Lake Towns, it rains.",
        ("it rains", "National Conference of Lake Towns"),
    ),
    said("A conference of foreign ministers said no.", ("said no", "foreign ministers")),
    said("Press briefings by Swedish officials indicated that it rains.", ("it rains", "Swedish officials")),
    said("Ana Reis tasked her teams with finding a way.", ("tasked", "Ana Reis")),
    silent("Ana Reis was tasked with the accounts.", "tasked"),
    silent("The crowd took force and blocked minor roads.", "minor roads"),
)
"""What each text says by whom."""
