"""Invented headlines of taking sides and sentences of who keeps silent, and what only looks like them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["LOOK_ALIKES", "LOOK_ALIKE_HEADLINES", "SENTENCES", "SIDES"]

SIDES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "hard words in few letters": (
            "Norland hits Sudland over dam",
            "Norland flays Sudland over raid",
            "Norland trashes Sudland’s claim",
            "Norland rubbishes reports of a coup",
            "Norland censures lake envoys",
        ),
        "offers not taken": (
            "Norland nixes talks with rebels",
            "Norland snubs Sudland’s offer of talks",
            "Norland spurns Sudland’s overture",
            "Norland shuts door on talks",
            "Norland thumbs nose at court",
        ),
        "plans under thought": (
            "Norland eyes closer ties with Sudland",
            "Norland weighs response to raid",
            "Norland ponders next move on dam",
            "Norland moots joint patrols",
            "Norland leaves door open to talks",
        ),
        "support": (
            "Norland leads envoys in throwing support behind Reis",
            "Lake community shows support for second term",
            "Norland rallies behind Sudland",
            "Norland closes ranks with Sudland",
            "Norland greenlights Sudland’s bid",
        ),
        "moods without a verb": (
            "PM pleased with two-hour talks",
            "Ministry mum on recall of envoy",
            "Norland cool on Sudland’s peace plan",
            "Norland and Sudland at odds over dam",
            "Norland not keen on summit",
        ),
        "anger as a verb": (
            "Norland fumes over Sudland visit",
            "Sudland seethes over arms sale",
            "Norland cries foul over vote",
            "Norland takes umbrage at report",
            "Norland rues Sudland’s exit",
        ),
        "pressure": (
            "Norland presses Sudland on rights",
            "Norland nudges Sudland to return to talks",
            "Norland ups ante on dam",
            "Norland turns up heat on Sudland",
            "Norland sets terms for talks",
        ),
        "ways out": (
            "Norland sidesteps questions over raid",
            "Norland backtracks on visa ban",
            "Norland washes hands of rebel group",
            "Norland sits on fence over war",
            "Norland eats humble pie over remarks",
        ),
        "quarrels": (
            "Norland, Sudland lock horns over dam",
            "Norland and Sudland spar over islands",
            "Norland clashes with Sudland over trade",
            "Norland crosses swords with Sudland on dam",
            "Norland pins blame on Sudland",
        ),
        "nouns": (
            "Norland anger at Sudland visit",
            "Norland’s warning to Sudland",
            "Fresh calls grow for inquiry",
            "Sudland under fire from Norland over raid",
            "Sudland blockade draws Norland’s ire",
        ),
        "whose body or whose answer": (
            "Brink’s govt censures lake envoys",
            "Brink’s party rejects dam plan",
            "Veld chief stands fully behind her report",
            "Raid prompts Norland apology",
            "Norland spoke warmly of Sudland",
        ),
        "labels of whom, and to whom": (
            "Palace: No change in policy on the dam",
            "Rebel leader: The dam must go",
            "Govt to Sudland: Honour the treaty",
            "Norland to Sudland: Pay for the dam",
            "Norland envoy to lake states: Wait",
        ),
        "names for things": (
            "Norland terms visit fruitful",
            "Norland brands Sudland pirate state",
            "Norland dubs report biased",
            "Norland gives Sudland ultimatum",
            "Norland sees no need for talks",
        ),
    }
)
"""Headlines that report a statement, by their kind."""

SENTENCES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "who does not say something": (
            "He did not say whether the talks would go on.",
            "The minister did not elaborate.",
            "The envoy did not go into detail.",
            "The minister would not confirm the report.",
            "The envoy did not give a reason for the delay.",
        ),
        "who will not answer": (
            "He would not be drawn on a date.",
            "The ministry had no immediate comment.",
            "Norway gave no details of the plan.",
            "She would neither confirm nor deny the claim.",
            "The minister sidestepped a question on the dam.",
        ),
        "what somebody stays with": (
            "The envoy paid particular attention to the plight of fishermen.",
            "The minister dwelt on the years of the war.",
            "In his address, the president focused on the dam.",
            "During her speech, the minister recounted a long walk.",
            "The envoy singled out the mayor.",
        ),
        "texts with what they do": (
            "A day after the missions issued a letter criticising the raid, it rained.",
            "The group put out a text accusing the firm of fraud.",
            "The sides left behind a note praising the host.",
            "The friends wrote a card thanking the host.",
            "The club sent a page welcoming the truce.",
        ),
        "what somebody calls something": (
            "Hale had called the visit just days before the vote unacceptable.",
            "The minister termed the decision of the court regrettable.",
            "Norway deemed the second offer of Sweden unfair.",
            "The minister was full of praise for the envoy.",
            "The envoy had harsh words for Sweden.",
        ),
        "who joins others": (
            "Norway has joined a growing number of states to publicly express support for Ana Reis.",
            "NORWAY AND Sweden have joined many others to openly voice doubts.",
            "Kenya joined forty states in a bid to condemn the raid.",
            "The envoy put the blame squarely on Sweden.",
            "Norway rallied behind Sweden.",
        ),
        "a verb far from its subject": (
            "The envoy, told the council on Monday that the dam holds.",
            "Minister Ana Reis later in the day when she came to the port told people there that rain would fall.",
            "Ana Reis in the evening at a small hall in the port told people gathered there that rain would fall.",
            "A group of envoys* has today called on Norway to wait.",
            "Norway and dozens of firms in the north have argued that the dam is weak.",
        ),
        "according to whom": (
            "According to the lake authorities, Brink won the vote with ease.",
            "According to reports, anger in the north has grown.",
            "The dam will be shut, according to two diplomats.",
            "The dam is weak, according to a survey.",
            "According to the readout, trade went up.",
        ),
        "nouns of saying with their verbs": (
            "This was in answer to a report issued two weeks before that concluded that the dam was weak.",
            "The friends used a page to thank the crowd.",
            "Calls for a new vote came from many sides.",
            "Similar claims were made by a small firm.",
            "One of the demands of the crowd was that the mayor go.",
        ),
        "more nouns of saying with their verbs": (
            "The group known as Veil takes responsibility for the leak.",
            "In recent days several towns have started asking for money.",
            "Hale’s sharpest remarks, though, were aimed at Sweden.",
            "It is Norway’s stated intent to leave.",
            "In response, the Minister described the flood.",
        ),
        "what is hinted": (
            "The minister appeared to back the plan.",
            "The envoy seemed to hint at a visit.",
            "She appeared to rule out a vote.",
            "Norway’s reply was a flat no.",
            "Norway reserved its position.",
        ),
        "positions": (
            "From Norway’s perspective, the pact is a threat.",
            "Norway’s stance on the islands has not changed.",
            "His message to Sweden was simple.",
            "Norway lays claim to the islands.",
            "The plan met with a cool reception from Norway.",
        ),
    }
)
"""Sentences that report a statement, by their kind."""

LOOK_ALIKE_HEADLINES: Final = (
    "Norland hits record exports",
    "Norland hits Sudland with missiles",
    "Norland hits rebel base",
    "Storm hits Norland",
    "Norland leads Sudland at half time",
    "Norland shows signs of growth",
    "Norland shuts border with Sudland",
    "Norland shoots down drone",
    "Norland seeks new coach",
    "Norland eyes third gold",
    "Norland draws with Sudland",
    "Norland sees rise in tourists",
    "Norland faces Sudland in final",
    "Norland gets loan from Lake Bank",
    "Norland launches raids against Sudland rebels",
    "Norland loses appeal to hide file",
    "Norland troops clash with rebels",
    "Police clash with protesters in Veld",
    "Norland commits fraud on lenders",
    "Norland lifts ban on imports",
    "Norland opens embassy in Veld",
    "Global support for plan",
    "Norland at a glance",
    "Norland court frees envoy",
)
"""Headlines of deeds, of games and of trade."""

LOOK_ALIKES: Final = (
    "The crowd kept silent for a minute.",
    "The guns fell silent on Sunday.",
    "Sales fell short of the plan.",
    "The convoy stopped short of the border.",
    "Norway did not join the pact to support Sweden.",
    "Kenya has joined the Lake Union.",
    "Norway paid the debt.",
    "The minister turned to the door.",
    "The minister drew a crowd of thousands.",
    "The police dodged stones.",
    "The two presidents embraced warmly.",
    "The minister took up golf.",
    "The minister closed the door.",
    "The strike put pressure on the port.",
    "The clinic gave no vaccines on Sunday.",
    "The minister climbed down the ladder.",
    "The report could not confirm the date.",
    "The men returned no fire.",
    "A report that had many pages lay there.",
    "The men used a rope to leave.",
    "According to plan, the port was shut.",
    "The rain started falling.",
    "The tests seemed to confirm the date.",
    "The wall appeared to lean.",
    "In response, the army crossed the lake.",
    "The two leaders spoke candidly about trade.",
    "Norway has yet to comment on the raid.",
    "The embassy did not reply to a letter.",
    "There was no immediate comment from Norway.",
    "At the speech, two guards were hurt.",
)
"""Sentences that report no statement."""
