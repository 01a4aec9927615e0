"""Invented news in the language of diplomacy, in which no rule is sure who speaks, and what only looks like it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["HEADLINES", "LOOK_ALIKES", "LOOK_ALIKE_HEADLINES", "SENTENCES"]

HEADLINES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "a label at the end": (
            "Talks on the dam go well — Norland",
            "Talks on the dam go well – foreign ministry",
            "Two bridges to be rebuilt soon: Norland FM",
            "No troops near the border | Norland envoy",
            "Grain will flow again by May: ambassador",
        ),
        "a label at the beginning": (
            "Reis: I expect both sides to wait",
            "Hale: We have nothing to hide",
            "Norland FM: No plan to shut the port",
            "Minister: Norland will pay",
            "Ambassador: The dam is safe",
        ),
        "an institution in the present": (
            "Norland mediators stress need for calm",
            "Veld Summons Norland Envoy over Raid",
            "Norland recalls ambassador from Veld",
            "Norland, Sudland agree to reopen border",
            "Norland rejects Sudland plan",
        ),
        "what is to come": (
            "Norland, Sudland to restore ties soon",
            "Norland to expel two envoys",
            "Norland and Sudland to share water",
            "Norland to join lake pact",
            "Norland to withdraw from dam treaty",
        ),
        "what an actor is or says besides": (
            "Norland ready to sign dam pact",
            "Norland minister concerned over raid",
            "Norland, Sudland leaders meet, urge calm",
            "Norland envoys call off talks, blame Sudland",
            "Hale on talks: nothing new yet",
        ),
        "support, and softer words": (
            "Zambia throws weight behind Kenya plan",
            "Zambia gets backing from Kenya on debt",
            "Zambia softens stance on port row",
            "Zambia, Kenya commit to end port row",
            "Zambia, Kenya in joint call for restraint",
        ),
    }
)
"""Headlines by what shows that they report a statement."""

SENTENCES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "envoys and notes": (
            "The ministry of Norland summoned on Friday the envoy of Sudland to complain over the map.",
            "Norland’s foreign ministry called in the envoy of Sudland.",
            "The chargé d’affaires was summoned to the foreign ministry.",
            "Norland handed Sudland a note of protest.",
            "Accordingly, the ministry sent letters of objection to the court.",
        ),
        "texts": (
            "The co-chairs issued a joint statement summing up the talks.",
            "The Lake Bank issued a press release as well.",
            "Ana Reis presented the envoy with a plan for the camps.",
            "The delegation tabled a draft resolution on water.",
            "The leaders endorsed a roadmap.",
        ),
        "the two": (
            "The two agreed to finish the pact soon.",
            "The two ministers also concurred on the need for trade.",
            "Both concurred that the dam is old.",
            "The two agreed on steps against fraud.",
            "The three reached a consensus on fishing.",
        ),
        "notice and care": (
            "The heads also took account of the report.",
            "The Lake Union took stock of the talks.",
            "Ana Reis drew attention to the camps.",
            "Norland attaches great importance to the pact.",
            "The minister touched upon the matter of visas.",
        ),
        "what an actor is": (
            "The Lake Union remains committed to a lasting peace.",
            "Ministers remained gravely concerned over the raid.",
            "Norland stands ready to send doctors.",
            "Norland is prepared to host the next round.",
            "The leaders were of the view that the law is old.",
        ),
        "what an actor does not do": (
            "Norland does not recognize the vote.",
            "Norland did not accept the ruling.",
            "The Lake Union does not consider the pact valid.",
            "The ministers do not support the motion.",
            "Ana Reis has not endorsed the plan.",
        ),
        "what an actor intends": (
            "The envoys intend to visit the camps soon.",
            "The Lake Union intends to open an office.",
            "Norland authorities have refused to release the ship.",
            "Norway and Sweden will uphold the pact.",
            "For its part, Norway will take back migrants.",
        ),
        "nobody named": (
            "It was agreed that the ministers would wait.",
            "It was also decided to set up a commission.",
            "Concern was expressed over the raid.",
            "The need for talks was underlined.",
            "Both sides were urged to wait.",
        ),
        "how something is taken": (
            "The plan was met with outrage in Veld.",
            "The report was greeted with open scorn.",
            "Norland reacted with dismay to the news.",
            "The ministers responded with anger.",
            "The vote drew an angry response from Norland.",
        ),
        "in the middle": (
            "During the talks, the envoy continued, both leaders had worked on maps.",
            "The dam, the envoy went on, is a threat.",
            "The plan, the minister pointed out, has no basis.",
            "The border, Ana Reis concluded, must stay open.",
            "The pact, the ambassador noted, is old.",
        ),
        "their country": (
            "That is why his country called on the Lake Union to act.",
            "This is why their government rejects the plan.",
            "For this reason her country demanded a vote.",
            "His country stands by the pact.",
            "Her delegation concurred with the chair.",
        ),
        "a deadline": (
            "Norland has given the rebels until Friday to leave.",
            "Norland gave the diplomats two days to leave.",
            "The ministers set a deadline for the withdrawal.",
            "Norland suspended the talks, citing the raid.",
            "The rebels gave the port until May to open.",
        ),
        "what an actor has or gives": (
            "Norway has no intention of leaving.",
            "Norway has concerns about the plan.",
            "The two presidents gave their backing to the plan.",
            "Norway extended its full support to the mission.",
            "Norway sent a clear signal to Sweden.",
        ),
        "side by side": (
            "Norway aligned itself with the statement of the Lake Union.",
            "Norway and Sweden spoke with one voice on the matter.",
            "Norway and Sweden share a vision of a free sea.",
            "The conference condemned the raid.",
            "The interlocutors discussed trade and agreed to stay in touch.",
        ),
        "what an actor would or cannot do": (
            "Norway would welcome a meeting.",
            "Norway would consider any proposal.",
            "Norway cannot accept the plan.",
            "Norway won’t recognise the vote.",
            "Norway will not tolerate threats.",
        ),
        "told in the passive": (
            "Norway was told that the plan was dead.",
            "Norway was assured of support.",
            "Norway was warned of consequences.",
            "The mutual interest in trade was noted.",
            "Special attention was paid to the need for visas.",
        ),
        "what an actor watches and presses": (
            "Norway is closely following the events in Sweden.",
            "Norway is following with deep concern the raid.",
            "Norway flagged the matter of visas.",
            "Norway pushed for reform of the council.",
            "Norway put Sweden on notice over the dam.",
        ),
        "an answer": (
            "The offer was turned down.",
            "The proposal was welcomed by nobody but him. The request was flatly rejected.",
            "The plan has the backing of France.",
            "Asked about the report, she demurred.",
            "The premier softened his tone.",
        ),
        "care and trust": (
            "The Lake Council took note with satisfaction of the vote.",
            "The ministers saw eye to eye on trade.",
            "The ministers were of one mind on the dam.",
            "The Secretary-General trusts that the vote will be fair.",
            "The Lake Council has learned with great sadness of the flood.",
        ),
        "in passing": (
            "Having called for calm, the king flew home.",
            "In a call for unity, the king met the tribes.",
            "In his appeal for calm, the king named nobody.",
            "Our thoughts are with the families.",
            "Our deepest condolences go to the families.",
        ),
        "readiness": (
            "There is no doubt about Norland’s readiness to talk.",
            "The paper tells of Sudland’s willingness to pay.",
            "All hangs on Norland’s insistence on a vote.",
            "The strike began after Norland’s refusal to pay.",
            "Much depends on Sudland’s unwillingness to wait.",
        ),
    }
)
"""Sentences by what shows that they report a statement; what counts is their last one."""

LOOK_ALIKE_HEADLINES: Final = (
    "Norland, Sudland sign trade pact",
    "Norland troops deploy near border",
    "Norland minister arrives in Veld",
    "Norland and Sudland to meet in May",
    "Norland leaders to hold talks",
    "Norland parliament votes on budget",
    "Inaugural meeting of the Norland-Sudland working group",
    "Norland: rebels near the capital",
    "Norland launches raids against rebels",
    "Thousands protest over fraud in Norland",
)
"""Headlines that report no statement."""

LOOK_ALIKES: Final = (
    "The minister signed the pact on Monday.",
    "The minister presented the prize to the winner.",
    "The minister presented her credentials to the king.",
    "The minister will travel to Veld.",
    "The ministers exchanged views on the lake.",
    "The leaders were briefed on the talks.",
    "The two ministers met in Veld.",
    "The two have met four times.",
    "The treaty was agreed in 1994.",
    "In the November deal, Norland and Sudland agreed on a line.",
    "The talks continued on Tuesday.",
    "Norland held elections in May.",
    "Norland maintains relations with Sudland.",
    "Norland is home to a large port.",
    "Norland shares a border with Sudland.",
    "Norland launched an attack on the port.",
    "The embassy is open to the public on Mondays.",
    "The museum is open on Sundays.",
    "The police responded by firing tear gas.",
    "The convention prohibits such weapons.",
    "The treaty obliges both states to wait.",
    "The document consists of ten pages.",
    "The army seized the port.",
    "The parliament voted on the budget.",
    "The envoy took part in the talks.",
    "The envoy took office in May.",
    "The soldiers summoned the courage to go on.",
    "The rebels took ten people hostage.",
    "The firm issued shares in May.",
    "The visit comes after months of tension.",
    "The aid will help Norland respond to the flood.",
    "Two soldiers were hurt between the two blasts.",
    "The case pits the two accused trying to appeal against the state.",
    "The ministers agreed to meet in May.",
    "The statement was long.",
    "It was considered weak.",
    "She was seen in Veld.",
    "Norway withdrew its troops in May.",
    "Athens expelled the envoy of Norway over the raid.",
    "Norway could not agree with Sweden on a date.",
    "She returned the boy when she could not support him.",
    "Norway is to cut its grain in return for aid.",
    "The attention of the guards was elsewhere.",
    "Norway has two ports.",
    "The plant has received support from Norway and the Lake Bank.",
    "During the meal, views were exchanged.",
    "If a doctor determines the cause, the case ends.",
)
"""Sentences that report no statement."""
