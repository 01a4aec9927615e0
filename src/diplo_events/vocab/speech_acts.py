"""The speech acts, each with its CAMEO code, its PLOVER event and mode, and how well these fit."""

from diplo_events.vocab.codes import CAMEO, NO_CODE, CodedTerm, broader, exact, narrower

__all__ = ["SpeechAct"]


class SpeechAct(CodedTerm, source=CAMEO):
    """What somebody does in saying something.

    The acts follow CAMEO's verbal categories (01 to 03, 05, 10 to 13), with what is done by declaring it. CAMEO 01
    and 02, public statements and appeals, have no equivalent in PLOVER, which codes words only where they signal a
    change of policy; an assertion of sovereignty has no code in either.

    Examples:
        >>> SpeechAct.REJECT_MEETING.cameo
        Code(match=Match.EXACT, event='125', mode=None)
        >>> SpeechAct.REJECT_MEETING.plover
        Code(match=Match.EXACT, event='REJECT', mode='meet')
        >>> SpeechAct.ASSERT_SOVEREIGNTY.cameo.match
        Match.NONE
    """

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

    # what is done by declaring it, without a code
    ASSERT_SOVEREIGNTY = "assert_sovereignty", "says that land belongs to a state", NO_CODE
    TAKE_NOTE = "take_note", "records that it knows of something, without approving it"
    DECIDE = "decide", "declares what shall be, in a matter that is its own to settle"
    AUTHORIZE = "authorize", "allows somebody to do something"
    INSTRUCT = "instruct", "orders somebody under its authority to do something"
    APPOINT = "appoint", "names somebody to an office or a task"
    DELIMIT = "delimit", "lays down where a boundary runs"

    # 02 appeal
    APPEAL = "appeal", "asks or urges somebody to do something", exact("020")
    PROPOSE = "propose", "suggests a plan, a date or a place", broader("020")
    APPEAL_COOPERATION = "appeal_cooperation", "asks to cooperate in trade, justice or another matter", exact("021")
    APPEAL_SUPPORT = "appeal_support", "asks for support of a policy", exact("022")
    APPEAL_AID = "appeal_aid", "asks for money, arms, troops or relief", exact("023")
    APPEAL_CHANGE = "appeal_change", "asks for a change of policy, laws or leadership", exact("024")
    APPEAL_YIELD = "appeal_yield", "urges somebody to give way", exact("025")
    APPEAL_MEETING = "appeal_meeting", "urges others to meet or negotiate", exact("026")
    APPEAL_SETTLEMENT = "appeal_settlement", "urges others to settle their dispute", exact("027")
    APPEAL_MEDIATION = "appeal_mediation", "asks for a mediator, or that one be accepted", exact("028")

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
    OFFER_CHANGE = (
        "offer_change",
        "says that it is ready to change a policy, laws or a leadership",
        exact("034"),
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
    ACCEPT_MEDIATION = "accept_mediation", "agrees that somebody mediate", exact("038"), broader("AGREE")
    OFFER_MEDIATION = "offer_mediation", "says that it is ready to mediate", exact("039"), broader("AGREE")

    # 04 consult
    MEDIATE = "mediate", "puts proposals to parties that are in dispute", exact("045"), broader("CONSULT")

    # 05 engage in diplomatic cooperation
    SUPPORT = "support", "supports somebody or something", broader("050"), exact("SUPPORT")
    PRAISE = "praise", "praises or endorses", exact("051"), broader("SUPPORT")
    WELCOME = "welcome", "is glad of an event, a decision or a visit", broader("051"), broader("SUPPORT")
    DEFEND = "defend", "speaks up for somebody under criticism", exact("052"), broader("SUPPORT")
    RALLY_SUPPORT = "rally_support", "asks others to support a third party", exact("053"), broader("SUPPORT")
    RECOGNIZE = (
        "recognize",
        "recognises a state, a government or control of land",
        narrower("054"),
        broader("SUPPORT"),
    )
    APOLOGIZE = "apologize", "apologises", exact("055"), broader("SUPPORT")
    FORGIVE = "forgive", "says that a wrong is forgiven", exact("056"), broader("SUPPORT")
    THANK = "thank", "thanks somebody", broader("051"), broader("SUPPORT")
    AGREE = (
        "agree",
        "accepts an obligation together with others, or a proposal of theirs",
        broader("050"),
        broader("AGREE"),
    )
    SIGN = "sign", "says that a document is signed hereby", exact("057"), broader("AGREE")
    RATIFY = "ratify", "consents to be bound by a treaty that was signed", broader("057"), broader("AGREE")
    ADOPT = "adopt", "passes a text as its own decision", broader("057"), broader("AGREE")

    # 08 yield
    CEDE = "cede", "gives up land to another", narrower("084"), broader("CONCEDE")
    LIFT_SANCTIONS = "lift_sanctions", "declares that sanctions end", exact("085"), broader("CONCEDE")

    # 10 demand
    DEMAND = "demand", "insists that somebody do something", exact("100"), exact("REQUEST")
    DEMAND_COOPERATION = "demand_cooperation", "insists on cooperation", exact("101"), broader("REQUEST", "assist")
    DEMAND_RECOGNITION = (
        "demand_recognition",
        "insists that control, a state or a right be recognised",
        broader("102"),
        broader("REQUEST"),
    )
    DEMAND_AID = "demand_aid", "insists on money, arms, troops or relief", exact("103"), broader("REQUEST", "assist")
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
    DEMAND_MEDIATION = "demand_mediation", "insists on a mediator", exact("108"), broader("REQUEST", "meet")

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
    SUMMON = "summon", "orders an envoy or a witness to come", broader("114"), broader("ACCUSE", "disapprove")

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
    THREATEN_CUT_AID = "threaten_cut_aid", "says that it may reduce or stop aid", exact("1311"), broader("THREATEN")
    THREATEN_SANCTIONS = (
        "threaten_sanctions",
        "says that it may impose sanctions or boycotts",
        exact("1312"),
        broader("THREATEN"),
    )
    THREATEN_BREAK_RELATIONS = (
        "threaten_break_relations",
        "says that it may break off or lower diplomatic relations",
        exact("1313"),
        exact("THREATEN", "relations"),
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

    # 16 reduce relations
    RECALL = "recall", "orders an own envoy to come home", narrower("161"), broader("SANCTION", "withdraw")
    DENOUNCE_AGREEMENT = (
        "denounce_agreement",
        "declares that it leaves an agreement or no longer abides by it",
        broader("160"),
        broader("SANCTION", "discontinue"),
    )
    IMPOSE_SANCTIONS = (
        "impose_sanctions",
        "declares that sanctions apply from now on",
        exact("163"),
        broader("SANCTION"),
    )
