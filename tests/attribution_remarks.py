"""Words of others that somebody speaks of, things that never speak, chiefs of diplomacy, and who keeps the floor."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said

__all__ = ["REMARKS"]

REMARKS: Final[tuple[Case, ...]] = (
    # what stands behind "X's remark that" is X's, whatever the sentence around it says
    said(
        "Touching on Premier Tom Hale's recent remarks that there is “no rush”, the envoy, Ana Reis, said no.",
        ("no rush", "Tom Hale"),
    ),
    said(
        "Commenting on remarks by President Tom Hale that Veld was “asleep”, envoy Ana Reis said it “never sleeps”.",
        ("asleep", "Tom Hale"),
        ("never", "Ana Reis"),
    ),
    said(
        "Minister Ana Reis recalled the Lake Court's ruling that the wall was “unlawful”.", ("unlawful", "Lake Court")
    ),
    said(
        "Minister Ana Reis denied Omar Lund's claim that her army used “banned arms”, calling it “absurd”.",
        ("banned", "Omar Lund"),
        ("absurd", "Ana Reis"),
    ),
    said(
        "Minister Tom Hale answered a letter by Ana Reis in which she cited the court's remark that it was “late”.",
        ("late", "court"),
    ),
    said("Dismissing Li's argument that tariffs “save jobs”, Wu said they kill them.", ("save", "Li")),
    # but not where it is what somebody says of the remark
    said("Minister Ana Reis said Tom Hale's claim that he had won “was a lie”.", ("was a lie", "Ana Reis")),
    said("Her remark that it was “late” drew laughter, Ana Reis said.", ("late", "Ana Reis")),
    # treaties, plans, processes and regions never speak
    said("The Lake Union Treaty is “dead”, says Great Rift Valley governor Tom Hale.", ("dead", "Tom Hale")),
    said("The Veld Process is “alive”, insisted Lake Council Chair Ana Reis.", ("alive", "Ana Reis")),
    said("The Lake Framework will “open the door”, says Premier Tom Hale.", ("open the", "Tom Hale")),
    said(
        "The vote was fair, said the new Special Envoy to the Great Lakes Region, urging all to “keep calm”.",
        ("keep calm", "New Special Envoy to the Great Lakes Region"),
    ),
    said("Jude Law said the plan was “bad”.", ("bad", "Jude Law")),
    said("The Lake Charter Organisation called it “weak”.", ("weak", "Lake Charter Organisation")),
    said("The Committee of the Regions urged “calm”.", ("calm", "Committee of the Regions")),
    said("The Eastern Partnership hailed it as a “step”.", ("step", "Eastern Partnership")),
    # states at the end of a name
    said(
        "The Alliance of Sahel States, known as AES, blamed Li and condemned it as an “evil act”.",
        ("evil act", "Alliance of Sahel States"),
    ),
    said("The League of Lake States, which has ten members, said it was “void”.", ("void", "League of Lake States")),
    said("Norway States that it “will win”.", ("will win", "Norway")),
    # who leads the diplomacy of a state
    said(
        "Tom Hale, deputy foreign minister of Poland, met Li. “We go on,” said the deputy chief of Polish diplomacy.",
        ("We go on", "Tom Hale"),
    ),
    said(
        "Polish Foreign Minister Ana Reis met Swedish Premier Li. The head of Polish diplomacy called it “fair”.",
        ("fair", "Ana Reis"),
    ),
    said(
        "Ana Reis, Georgia's foreign minister, came on Monday. “We agreed,” Georgia's top diplomat said.",
        ("We agreed", "Ana Reis"),
    ),
    # who says something in a text between name and verb
    said(
        "Minister Tom Hale in a later statement urged Norland to “step back”, the Veld Times reported.",
        ("step back", "Tom Hale"),
    ),
    # a clause of time does not take the floor from who speaks
    said(
        "Premier Tom Hale came home on Monday. Before that, he said there was “no need” for a visit after the Norwegian"
        " Foreign Minister raised concerns.\n\nSpeaking in Veld, he said: “I have not met them yet.”",
        ("I have not", "Tom Hale"),
    ),
    # nor does one of whom a clause only tells what they think, but one whom it quotes does
    said(
        "Premier Tom Hale said he had spoken to Carlos Lund, who wants peace. He added that the call was “warm”.",
        ("warm", "Tom Hale"),
    ),
    said(
        "Premier Tom Hale said he had spoken to Carlos Lund, who called it “a trap”. He added that nobody was “safe”.",
        ("safe", "Carlos Lund"),
    ),
    said(
        "Premier Tom Hale said he had met Omar Lund, who backs the plan.\n\n“It was a good talk,” he said.",
        ("good talk", "Tom Hale"),
    ),
    # what several want, as somebody tells it
    said(
        "The minister, Ana Reis, said “they claim that it is theirs” by right and that miners want to “go home”.",
        ("go home", "Ana Reis"),
    ),
    # who is named with an office behind a quotation, and no verb
    said("“We come to help,” Ana Reis, Head of the Lake Mission.\n\nVeld, 11 July 2019.", ("We come", "Ana Reis")),
    # the words of a headline that look like a name
    said(
        "Norway, Sweden Take ‘Big Steps’ In Row\n\nThey took “big steps”, Foreign Minister Ana Reis said.",
        ("Big Steps", "Ana Reis"),
    ),
    said("According to Ana Reis, banks must pay all who are “good friends” in cash.", ("good friends", "Ana Reis")),
    # marks that are missing
    said(
        'We must act, said President Tom Hale in his speech."Our place is clear. It is a signal." He left.',
        ("Our place", "Tom Hale"),
    ),
    said(
        'Envoy Ana Reis said she was "moved by the help that all gave. "So it is now time to act."',
        ("So it is", "Ana Reis"),
    ),
    said(
        "Premier Tom Hale said “our aid is large.\n\nWe are glad to see what Norway has made of it”. He left.",
        ("We are glad", "Tom Hale"),
    ),
)
"""Reports of words, the one who is named beside them not always being who says them."""
