"""Invented news with persons of bodies, names and terms in marks that nobody says, and meetings that say something."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said, silent

__all__ = ["BODIES"]

BODIES: Final[tuple[Case, ...]] = (
    said("Tom Hale of the Sudland miners’ rights organization, Lake Fund, said: “We won.”", ("We won", "Tom Hale")),
    said("To this, Ana Reis of worldwide relief group End Hunger Now said, “Go on.”", ("Go on", "Ana Reis")),
    said("Members of the relief group End Hunger Now said “no”.", ("no", "Members of the relief group End Hunger")),
    said(
        "After talks with Tom Hale of the Lake Fund, officials said it was “late”.",
        ("late", "officials"),
    ),
    said("Tom Hale was called “mad” by Ana Reis and said he would “sue”.", ("mad", "Ana Reis"), ("sue", "Tom Hale")),
    said("The plan was condemned by Ana Reis, calling it “mad”.", ("mad", "Ana Reis")),
    said("Supporters and the group Lake Fund said it was “late”.", ("late", "Lake Fund")),
    said(
        "The State Institute of Allergy and Infectious Disease’s director, Dr. Ana Reis, said it would “get worse”.",
        ("get worse", "Ana Reis"),
    ),
    said("The House Oversight and Reform Committee said no.", ("said no", "House Oversight and Reform Committee")),
    said("The House and Senate Committees said no.", ("said no", "Senate Committees")),
    said(
        "Trade has stalled after talks, and a Lake Senate resolution passed committee, labelling the raid as “theft”.",
        ("theft", "Lake Senate"),
    ),
    said(
        "Norway-Chile relations cooled, officials calling the delay “rude”.",
        ("rude", "officials"),
    ),
    said(
        "Ana Reis, spokeswoman for the ministry, criticized the vote, which Hale has called a “stunt”.",
        ("criticized the vote", "Ana Reis"),
        ("stunt", "Hale"),
    ),
    said(
        "Ana Reis criticized the vote, which she has called a “stunt”.",
        ("stunt", "Ana Reis"),
    ),
    said(
        "According to the Norwegian embassy in Lima, the man died; Chilean authorities called him “a Swede”.",
        ("the man died", "Norwegian embassy"),
        ("a Swede", "Chilean authorities"),
    ),
    said("The national security advisors stressed that funds remain frozen.", ("funds", "national security advisors")),
    said("Participants discussed their shared support for the pact.", ("shared support", "Participants")),
    silent("Participants discussed trade and fishing.", "trade"),
    said("The Lake Committee authorized subpoenas for the papers.", ("for the papers", "Lake Committee")),
    silent("The Lake Committee authorized repairs to the roof.", "repairs"),
    said("Per figures published by the Lake Fund, 40 boats sank.", ("40 boats", "Lake Fund")),
    silent("Per person, 40 boats were counted.", "40 boats"),
    said("The ruling prompted objections from conservatives opposing the law.", ("prompted", "conservatives")),
    said("Critics of the package have faulted Norland’s record.", ("record", "Critics")),
    said("Director Hale gave remarks on trade and fishing.", ("trade", "Hale")),
    said("Director Hale spoke in his remarks to the rising debt.", ("debt", "Hale")),
    said("Director Hale unveiled new U.S. initiatives to speed growth.", ("speed growth", "Hale")),
    said(
        "Two city lawmakers from Ireland, Lina Boyle and Nessa Child, endorsed leaving the contest.",
        ("leaving", "Lina Boyle"),
        ("leaving", "Nessa Child"),
    ),
    said(
        "Rep. Tom Hale (Lake Party) who represents a town which Reis visited said “I want to be clear to all.”",
        ("I want", "Tom Hale"),
    ),
    said(
        "Prime Minister Ana Reis in a tweet congratulated Tom Hale and said, “You are a dear.”",
        ("congratulated", "Ana Reis"),
        ("You are", "Ana Reis"),
    ),
    said("Tom Hale further shared, “I am grateful to you all.”", ("I am grateful", "Tom Hale")),
    said("Police detained eight people for “spreading rumours,” among them a doctor.", ("spreading", "Police")),
    silent("The constitution specifies that judges are removed if guilty of “theft or other grave crimes”.", "theft"),
    silent("The oath provides that members “defend the lake”.", "defend the lake"),
    silent("Experts of the Lake Health Office met. “KORVID-7” is the name of the fever.", "KORVID-7"),
    said("Although the word “flood” only refers to water, Hale noted the need to act: “Act now.”", ("Act now", "Hale")),
    said("Hale used the word “flood” on Monday, aides said.", ("Hale used", "aides")),
    said("Critics named him “a thief and a liar” in the talks.", ("a thief", "Critics")),
    said("The island’s state news announced the win.", ("the win", "state news")),
    silent("Good news announced itself: the rain stopped.", "rain"),
    said("World Health Organization names new virus LAKE-19", ("names", "World Health Organization")),
)
"""What each text says by whom."""
