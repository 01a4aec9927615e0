"""Invented sentences for the forms in which English news says that people meet, call or visit one another, or do not.

Those who take part are given by the names that the draft has for them.
"""

from typing import Final

from diplo_events import MeetingStatus
from meeting_cases import MeetingCase, who

__all__ = ["FORMS"]

CANCELLED: Final = MeetingStatus.CANCELLED
HELD: Final = MeetingStatus.HELD
ONGOING: Final = MeetingStatus.ONGOING
POSTPONED: Final = MeetingStatus.POSTPONED
PROPOSED: Final = MeetingStatus.PROPOSED
REJECTED: Final = MeetingStatus.REJECTED
SCHEDULED: Final = MeetingStatus.SCHEDULED

FORMS: Final = (
    MeetingCase(
        "President Ana Reis sat down with Prime Minister Tom Hale in Oslo.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "Negotiators from Serbia and Kosovo sat down in Brussels on Tuesday for the first time in nine months.",
        ((who("Negotiators"), HELD),),
    ),
    MeetingCase(
        "President Ana Reis spoke with Prime Minister Tom Hale on Monday.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "The Secretary spoke this morning with Foreign Minister Luis Duarte of Colombia.",
        ((who("Secretary", "Luis Duarte"), HELD),),
    ),
    MeetingCase(
        "President Ana Reis spoke by telephone with Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "President Ana Reis spoke to Prime Minister Tom Hale by phone.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "President Ana Reis had a phone call with Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "President Ana Reis held a telephone conversation with Prime Minister Tom Hale.",
        ((who("Ana Reis", "Tom Hale"), HELD),),
    ),
    MeetingCase(
        "In a phone call on Monday, President Ana Reis told Prime Minister Tom Hale that she would go.",
        ((who("Ana Reis", "Tom Hale"), HELD),),
    ),
    MeetingCase(
        "President Ana Reis called Prime Minister Tom Hale on Monday to discuss the war.",
        ((who("Ana Reis", "Tom Hale"), HELD),),
    ),
    MeetingCase("President Ana Reis phoned Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)),
    MeetingCase("President Ana Reis visited Norway on Monday.", ((who("Ana Reis", "Norway"), HELD),)),
    MeetingCase(
        "On Monday, President Ana Reis and Minister Tom Hale visited a construction site in Pahang.",
        ((who("Ana Reis", "Tom Hale"), HELD),),
    ),
    MeetingCase("President Ana Reis paid a visit to Norway.", ((who("Ana Reis"), HELD),)),
    MeetingCase("President Ana Reis arrived in Oslo on Monday for a two-day visit.", ((who("Ana Reis"), HELD),)),
    MeetingCase(
        "President Ana Reis arrived in Oslo for talks with Prime Minister Tom Hale.",
        ((who("Ana Reis", "Tom Hale"), HELD),),
    ),
    MeetingCase("President Ana Reis is on a state visit to Norway.", ((who("Ana Reis"), ONGOING),)),
    MeetingCase("President Ana Reis began a three-day visit to Norway.", ((who("Ana Reis"), HELD),)),
    MeetingCase("President Ana Reis will travel to Oslo next week.", ((who("Ana Reis"), SCHEDULED),)),
    MeetingCase("President Ana Reis will pay a visit to Norway next week.", ((who("Ana Reis"), SCHEDULED),)),
    MeetingCase("President Ana Reis is to visit Norway next week.", ((who("Ana Reis", "Norway"), SCHEDULED),)),
    MeetingCase("President Ana Reis plans to visit Norway next year.", ((who("Ana Reis", "Norway"), SCHEDULED),)),
    MeetingCase(
        "President Ana Reis is expected to meet Prime Minister Tom Hale in June.",
        ((who("Ana Reis", "Tom Hale"), SCHEDULED),),
    ),
    MeetingCase(
        "President Ana Reis and Prime Minister Tom Hale met on Monday in Oslo.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase("President Ana Reis met with Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)),
    MeetingCase("President Ana Reis held talks with Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)),
    MeetingCase(
        "President Ana Reis held a meeting with Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "President Ana Reis received Prime Minister Tom Hale at the palace.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase("President Ana Reis was received by Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)),
    MeetingCase(
        "President Ana Reis welcomed Prime Minister Tom Hale to the White House.",
        ((who("Ana Reis", "Tom Hale"), HELD),),
    ),
    MeetingCase(
        "President Ana Reis hosted Prime Minister Tom Hale at the White House.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase("President Ana Reis conferred with Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)),
    MeetingCase(
        "President Ana Reis consulted with Prime Minister Tom Hale on Monday.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase("President Ana Reis dined with Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)),
    MeetingCase("President Ana Reis had lunch with Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)),
    MeetingCase("President Ana Reis had talks with Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)),
    MeetingCase("President Ana Reis shook hands with Prime Minister Tom Hale.", ()),
    MeetingCase(
        "President Ana Reis joined Prime Minister Tom Hale for talks in Oslo.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "Prime Minister Tom Hale, who met President Ana Reis on Monday, said no.",
        ((who("Tom Hale", "Ana Reis"), HELD),),
    ),
    MeetingCase(
        "During a meeting with President Ana Reis on Monday, Prime Minister Tom Hale said no.",
        ((who("Tom Hale", "Ana Reis"), HELD),),
    ),
    MeetingCase(
        "After meeting President Ana Reis in Oslo, Prime Minister Tom Hale said no.",
        ((who("Tom Hale", "Ana Reis"), HELD),),
    ),
    MeetingCase(
        "Following talks with President Ana Reis, Prime Minister Tom Hale said no.",
        ((who("Tom Hale", "Ana Reis"), HELD),),
    ),
    MeetingCase("At a joint press conference with President Ana Reis, Prime Minister Tom Hale said no.", ()),
    MeetingCase(
        "Ahead of his meeting with President Ana Reis, Prime Minister Tom Hale said no.",
        ((who("Tom Hale", "Ana Reis"), SCHEDULED),),
    ),
    MeetingCase(
        "The meeting between President Ana Reis and Prime Minister Tom Hale lasted two hours.",
        ((who("Ana Reis", "Tom Hale"), HELD),),
    ),
    MeetingCase("The talks between Norway and Sweden ended without a deal.", ((who("Norway", "Sweden"), HELD),)),
    MeetingCase("Talks between Norway and Sweden resumed on Monday.", ((who("Norway", "Sweden"), HELD),)),
    MeetingCase("Talks between Norway and Sweden will resume on Monday.", ((who("Norway", "Sweden"), SCHEDULED),)),
    MeetingCase("Norway and Sweden will resume talks on Monday.", ((who("Norway", "Sweden"), SCHEDULED),)),
    MeetingCase("Norway, Sweden envoys resume talks in Brussels", ((who("Sweden envoys"), HELD),)),
    MeetingCase(
        "Representatives of Norway and Sweden gathered in Oslo.", ((who("Representatives of Norway and Sweden"), HELD),)
    ),
    MeetingCase(
        "The heads of the border services of the two countries are to meet in Batken on Monday.",
        ((who("Heads of the border services of the two countries"), SCHEDULED),),
    ),
    MeetingCase(
        "The leaders of Norway and Sweden are due to meet in Oslo.", ((who("Leaders of Norway and Sweden"), SCHEDULED),)
    ),
    MeetingCase(
        "The foreign ministers of Norway and Sweden met in Oslo.",
        ((who("Foreign ministers of Norway and Sweden"), HELD),),
    ),
    MeetingCase("Norway hosted a summit of Nordic leaders.", ((who("Norway"), HELD),)),
    MeetingCase("Leaders of 30 states attended the summit in Oslo.", ((who("Leaders of 30 states"), HELD),)),
    MeetingCase("President Ana Reis attended the opening ceremony.", ((who("Ana Reis"), HELD),)),
    MeetingCase("President Ana Reis chaired a meeting of the Security Council.", ((who("Ana Reis"), HELD),)),
    MeetingCase("The Security Council met on Monday.", ((who("Security Council"), HELD),)),
    MeetingCase("The Security Council held an emergency meeting on Monday.", ((who("Security Council"), HELD),)),
    MeetingCase("The Security Council is scheduled to meet on Monday.", ((who("Security Council"), SCHEDULED),)),
    MeetingCase(
        "President Ana Reis invited Prime Minister Tom Hale to Oslo.", ((who("Ana Reis", "Tom Hale"), PROPOSED),)
    ),
    MeetingCase("President Ana Reis accepted an invitation to visit Norway.", ((who("Ana Reis"), SCHEDULED),)),
    MeetingCase(
        "President Ana Reis offered to meet Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), PROPOSED),)
    ),
    MeetingCase(
        "President Ana Reis refused to meet Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), REJECTED),)
    ),
    MeetingCase("President Ana Reis cancelled her visit to Norway.", ((who("Ana Reis"), CANCELLED),)),
    MeetingCase("A planned visit by President Ana Reis to Norway was called off.", ((who("Ana Reis"), CANCELLED),)),
    MeetingCase("The summit between Norway and Sweden was postponed.", ((who("Norway", "Sweden"), POSTPONED),)),
    MeetingCase("China’s delegate called for dialogue.", ()),
    MeetingCase("Norway urged both sides to open dialogue.", ()),
    MeetingCase("Norway called on all parties to return to negotiations.", ()),
    MeetingCase("China stands ready to work with Malaysia to advance cooperation.", ()),
    MeetingCase("The meeting began at 10:02 a.m. and ended at 12:47 p.m.", ()),
    MeetingCase("Talks have stalled since 2029.", ()),
    MeetingCase("He spoke to reporters after the vote.", ()),
    MeetingCase("Minister Ana Reis spoke to Reuters on Monday.", ()),
    MeetingCase("Minister Ana Reis told a news conference that talks had failed.", ()),
    MeetingCase("The deal meets the conditions of the European Union.", ()),
    MeetingCase("Minister Ana Reis addressed the General Assembly on Monday.", ((who("Ana Reis"), HELD),)),
    MeetingCase("Minister Ana Reis will address the conference in Oslo on Monday.", ()),
    MeetingCase("Norway and Sweden are in talks to end the war.", ((who("Norway", "Sweden"), ONGOING),)),
    MeetingCase("Norway has been holding talks with Sweden.", ((who("Norway", "Sweden"), HELD),)),
    MeetingCase(
        "Minister Ana Reis flew to Oslo to meet Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "Minister Ana Reis travelled to Oslo, where she met Prime Minister Tom Hale.",
        ((who("Ana Reis", "Tom Hale"), HELD),),
    ),
    MeetingCase("Minister Ana Reis toured a refugee camp in Jordan.", ((who("Ana Reis"), HELD),)),
    MeetingCase(
        "Minister Ana Reis held separate meetings with Prime Minister Tom Hale and King Olav.",
        ((who("Ana Reis", "Tom Hale", "Olav"), HELD),),
    ),
    MeetingCase("The two presidents met on the sidelines of the summit.", ((who("Two presidents"), HELD),)),
    MeetingCase("The two sides held a round of talks in Geneva.", ((who(), HELD),)),
    MeetingCase(
        "Minister Ana Reis arrived. She met Prime Minister Tom Hale on Monday.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "Minister Ana Reis's meeting with Prime Minister Tom Hale was brief.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "A meeting of the foreign ministers of Norway and Sweden is planned for May.",
        ((who("Foreign ministers of Norway and Sweden"), SCHEDULED),),
    ),
    MeetingCase(
        "Minister Ana Reis went to Oslo for a summit with Prime Minister Tom Hale.",
        ((who("Ana Reis", "Tom Hale"), HELD),),
    ),
    MeetingCase(
        "Minister Ana Reis and Prime Minister Tom Hale signed the agreement at a ceremony in Oslo.",
        ((who("Ana Reis", "Tom Hale"), HELD),),
    ),
    MeetingCase("Minister Ana Reis met reporters in Oslo.", ()),
    MeetingCase(
        "Minister Ana Reis and her counterpart Tom Hale discussed trade by video link.",
        ((who("Ana Reis", "Tom Hale"), HELD),),
    ),
    MeetingCase(
        "Minister Ana Reis discussed trade with Prime Minister Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "Minister Ana Reis conferred by telephone with her colleague Tom Hale.", ((who("Ana Reis", "Tom Hale"), HELD),)
    ),
    MeetingCase(
        "The President will welcome Prime Minister Tom Hale to the White House for an official visit.",
        ((who("President", "Tom Hale"), SCHEDULED),),
    ),
    MeetingCase(
        "A visit by Minister Ana Reis to Cetinje that had been planned for May was called off.",
        ((who("Ana Reis"), CANCELLED),),
    ),
)
