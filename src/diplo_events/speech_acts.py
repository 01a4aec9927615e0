"""The speech acts, each with its CAMEO code, its PLOVER event and mode, and how well these fit."""

from enum import Enum
from typing import Final, Self

import attrs

from diplo_events.vocab import Term

__all__ = ["Code", "Match", "SpeechAct"]

CAMEO: Final = "CAMEO 1.1b3 (Gerner, Schrodt & Yilmaz 2012)"


class Match(Enum):
    """How well a speech act and a code of another scheme fit: the mapping relations of SKOS.

    Source: SKOS Reference, W3C 2009, section 10 (`exactMatch`, `broadMatch`, `narrowMatch`).
    """

    EXACT = "exact"
    """The code covers the act and nothing else."""
    BROADER = "broader"
    """The code covers more than the act."""
    NARROWER = "narrower"
    """The code covers only a part of the act."""
    NONE = "none"
    """The scheme has no code for the act."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


@attrs.frozen
class Code:
    """A code of another scheme, and how well it fits a speech act."""

    match: Match
    """How well the act and the code fit."""
    event: str | None = None
    """A CAMEO code such as `1123`, or a PLOVER event type such as `REJECT`; `None` if no code fits."""
    mode: str | None = None
    """A PLOVER mode such as `meet`; CAMEO has none."""


NO_CODE: Final = Code(Match.NONE)


def exact(event: str, mode: str | None = None) -> Code:
    """Return a code that covers exactly the act."""
    return Code(Match.EXACT, event, mode)


def broader(event: str, mode: str | None = None) -> Code:
    """Return a code that covers more than the act."""
    return Code(Match.BROADER, event, mode)


def narrower(event: str, mode: str | None = None) -> Code:
    """Return a code that covers only a part of the act."""
    return Code(Match.NARROWER, event, mode)


class SpeechAct(Term, source=CAMEO):
    """What somebody does in saying something.

    The acts follow CAMEO's verbal categories (01 to 03, 05, 10 to 13). CAMEO 01 and 02, public statements and
    appeals, have no equivalent in PLOVER, which codes words only where they signal a change of policy; an
    assertion of sovereignty has no code in either.

    Examples:
        >>> SpeechAct.REJECT_MEETING.cameo
        Code(match=Match.EXACT, event='125', mode=None)
        >>> SpeechAct.REJECT_MEETING.plover
        Code(match=Match.EXACT, event='REJECT', mode='meet')
        >>> SpeechAct.ASSERT_SOVEREIGNTY.cameo.match
        Match.NONE
    """

    cameo: Code
    """The CAMEO code of the act."""
    plover: Code
    """The PLOVER event and mode of the act."""

    def __new__(cls, value: str, meaning: str, cameo: Code, plover: Code = NO_CODE) -> Self:
        """Make an act from its value, its meaning and its codes."""
        member = object.__new__(cls)
        member._value_ = value
        member.meaning = meaning
        member.source = "" if cameo.event else "diplo-events"
        member.cameo = cameo
        member.plover = plover
        return member

    # 01 make a public statement
    STATE = "state", "says that something is so", exact("010")
    REPORT = "report", "says what happened or what the situation is", broader("010")
    ANNOUNCE = "announce", "makes a decision or a plan known", broader("010")
    CHARACTERIZE = "characterize", "gives somebody or something a label or an image", broader("010")
    ASSESS = "assess", "judges what something means or how it will go", broader("010")
    EXPECT = "expect", "says what is likely to come", broader("010")
    QUESTION = "question", "asks a question, even a rhetorical one", broader("010")
    RELAY = "relay", "passes on what somebody else said", broader("010")
    DECLINE_COMMENT = "decline_comment", "declines to say, or keeps something confidential", exact("011")
    EXPRESS_PESSIMISM = "express_pessimism", "says that it will go badly", exact("012")
    EXPRESS_DOUBT = "express_doubt", "does not trust a statement, an intention or an outcome", broader("012")
    WARN = "warn", "says that something harmful will follow, without threatening it", broader("012")
    EXPRESS_OPTIMISM = "express_optimism", "says that it will go well", exact("013")
    EXPRESS_CONFIDENCE = "express_confidence", "trusts somebody to do something", broader("013")
    CONSIDER = "consider", "says that an option is being weighed", exact("014")
    ACKNOWLEDGE = "acknowledge", "admits that something is so", narrower("015")
    DENY = "deny", "says that something is not so", narrower("016")
    CONGRATULATE = "congratulate", "wishes well on an occasion, sends greetings", broader("01")
    EMPATHIZE = "empathize", "expresses sympathy or condolence", exact("018")
    EXPRESS_ACCORD = "express_accord", "says that views are shared", exact("019")
    ASSERT_SOVEREIGNTY = "assert_sovereignty", "says that land belongs to a state", NO_CODE

    # 02 appeal
    APPEAL = "appeal", "asks or urges somebody to do something", exact("020")
    PROPOSE = "propose", "suggests a plan, a date or a place", broader("020")
    APPEAL_SUPPORT = "appeal_support", "asks for support of a policy", exact("022")
    APPEAL_AID = "appeal_aid", "asks for money, arms, troops or relief", exact("023")
    APPEAL_YIELD = "appeal_yield", "urges somebody to give way", exact("025")
    APPEAL_MEETING = "appeal_meeting", "urges others to meet or negotiate", exact("026")
    APPEAL_SETTLEMENT = "appeal_settlement", "urges others to settle their dispute", exact("027")

    # 03 express intent to cooperate
    PROMISE = "promise", "commits to do something", broader("030"), broader("AGREE")
    OFFER_COOPERATION = (
        "offer_cooperation",
        "says that it is ready to cooperate",
        exact("030"),
        exact("AGREE"),
    )
    OFFER_AID = "offer_aid", "says that it is ready to give aid", exact("033"), broader("AGREE")
    OFFER_PROTECTION = (
        "offer_protection",
        "says that it is ready to guarantee security or send forces to protect",
        exact("0334"),
        broader("AGREE"),
    )
    OFFER_CONCESSION = (
        "offer_concession",
        "says that it is ready to give way",
        exact("035"),
        broader("CONCEDE"),
    )
    OFFER_MEETING = (
        "offer_meeting",
        "says that it is ready to meet or negotiate",
        exact("036"),
        broader("AGREE"),
    )
    OFFER_SETTLEMENT = (
        "offer_settlement",
        "says that it is ready to settle the dispute",
        exact("037"),
        broader("AGREE"),
    )
    OFFER_MEDIATION = "offer_mediation", "says that it is ready to mediate", exact("039"), broader("AGREE")

    # 05 engage in diplomatic cooperation
    SUPPORT = "support", "supports somebody or something", broader("050"), exact("SUPPORT")
    PRAISE = "praise", "praises or endorses", exact("051"), broader("SUPPORT")
    DEFEND = "defend", "speaks up for somebody under criticism", exact("052"), broader("SUPPORT")
    RALLY_SUPPORT = "rally_support", "asks others to support a third party", exact("053"), broader("SUPPORT")
    RECOGNIZE = (
        "recognize",
        "recognises a state, a government or control of land",
        narrower("054"),
        broader("SUPPORT"),
    )
    APOLOGIZE = "apologize", "apologises", exact("055"), broader("SUPPORT")

    # 10 demand
    DEMAND = "demand", "insists that somebody do something", exact("100"), exact("REQUEST")
    DEMAND_RECOGNITION = (
        "demand_recognition",
        "insists that control, a state or a right be recognised",
        broader("102"),
        broader("REQUEST"),
    )
    DEMAND_PROTECTION = (
        "demand_protection",
        "insists on security guarantees or protecting forces",
        exact("1034"),
        broader("REQUEST", "assist"),
    )
    DEMAND_CHANGE = (
        "demand_change",
        "insists on a change of policy or leadership",
        exact("104"),
        exact("REQUEST", "change"),
    )
    DEMAND_YIELD = "demand_yield", "insists that somebody give way", exact("105"), exact("REQUEST", "yield")
    DEMAND_MEETING = (
        "demand_meeting",
        "insists on a meeting, on talks or on a seat in them",
        exact("106"),
        exact("REQUEST", "meet"),
    )
    DEMAND_SETTLEMENT = (
        "demand_settlement",
        "insists that a dispute be settled, or on what terms",
        exact("107"),
        broader("REQUEST"),
    )

    # 11 disapprove
    DISAPPROVE = (
        "disapprove",
        "voices displeasure or disappointment",
        exact("110"),
        exact("ACCUSE", "disapprove"),
    )
    CRITICIZE = "criticize", "finds fault, denounces or mocks", exact("111"), broader("ACCUSE", "disapprove")
    ACCUSE = "accuse", "says that somebody does something wrong", exact("112"), exact("ACCUSE", "allege")
    ACCUSE_AGGRESSION = (
        "accuse_aggression",
        "says that somebody attacks or plans to attack",
        exact("1123"),
        broader("ACCUSE", "allege"),
    )
    RALLY_OPPOSITION = (
        "rally_opposition",
        "asks others to act against a third party",
        exact("113"),
        broader("ACCUSE", "disapprove"),
    )
    COMPLAIN = "complain", "protests officially", exact("114"), broader("ACCUSE", "disapprove")

    # 12 reject
    REJECT = "reject", "refuses or turns down", exact("120"), exact("REJECT")
    RULE_OUT = "rule_out", "says that it will not do something itself", broader("120"), broader("REJECT")
    REFUSE_COOPERATION = (
        "refuse_cooperation",
        "will not cooperate in something material",
        exact("121"),
        broader("REJECT", "assist"),
    )
    REFUSE_AID = "refuse_aid", "will not give aid or protection", exact("122"), broader("REJECT", "assist")
    REFUSE_CHANGE = (
        "refuse_change",
        "will not change a policy or a leadership",
        exact("123"),
        exact("REJECT", "change"),
    )
    REFUSE_YIELD = (
        "refuse_yield",
        "will not give way, or will not give up land",
        exact("124"),
        exact("REJECT", "yield"),
    )
    REJECT_MEETING = (
        "reject_meeting",
        "will not meet, or not in that place or form",
        exact("125"),
        exact("REJECT", "meet"),
    )
    REJECT_MEDIATION = "reject_mediation", "will not accept a mediator", exact("126"), broader("REJECT", "meet")
    REJECT_PLAN = "reject_plan", "turns down a plan for a settlement", exact("127"), broader("REJECT")

    # 13 threaten
    THREATEN = "threaten", "says that it will do harm", exact("130"), exact("THREATEN")
    THREATEN_SANCTIONS = (
        "threaten_sanctions",
        "says that it may impose sanctions or boycotts",
        exact("1312"),
        broader("THREATEN"),
    )
    THREATEN_HALT_TALKS = (
        "threaten_halt_talks",
        "says that it may break off talks",
        exact("134"),
        broader("THREATEN"),
    )
    THREATEN_FORCE = (
        "threaten_force",
        "says that it may use military force",
        exact("138"),
        exact("THREATEN", "violence"),
    )
    GIVE_ULTIMATUM = "give_ultimatum", "sets a last condition", exact("139"), broader("THREATEN")
