"""The kinds of deeds, each with its CAMEO code, its PLOVER event and mode, and how well these fit."""

from diplo_events.vocab.codes import CAMEO, NO_CODE, CodedTerm, broader, exact, narrower

__all__ = ["ActionKind"]


class ActionKind(CodedTerm, source=CAMEO):
    """What somebody does, other than by words.

    The kinds follow the material categories of CAMEO (04 to 09, 14 to 20), as far as diplomacy lives with them. What
    is done by a declaration is a speech act; where a text reports the declaration as a deed, it is a deed.

    Examples:
        >>> ActionKind.OCCUPY.cameo
        Code(match=Match.EXACT, event='192', mode=None)
        >>> ActionKind.APPOINT.cameo.match
        Match.NONE
    """

    # 04 consult
    MEDIATE = (
        "mediate",
        "brings parties in dispute together, or to an agreement",
        exact("045"),
        broader("CONSULT", "third-party"),
    )

    # 05 to 07: diplomatic and material cooperation, aid
    RECOGNIZE = "recognize", "recognises a state or a government", exact("054"), broader("SUPPORT")
    OPEN_RELATIONS = "open_relations", "establishes or restores diplomatic relations", broader("05"), broader("SUPPORT")
    CONCLUDE = "conclude", "comes to an agreement with others, in whatever form", narrower("057"), broader("AGREE")
    SIGN = "sign", "puts its signature to a document", exact("057"), broader("AGREE")
    RATIFY = "ratify", "completes the consent to be bound by a treaty that was signed", broader("057"), broader("AGREE")
    ADOPT = "adopt", "passes a text as its own decision", broader("057"), broader("AGREE")
    JOIN = "join", "enters an organisation, or an agreement of others", broader("057"), broader("AGREE")
    COOPERATE = (
        "cooperate",
        "works together in trade, justice, science or another matter",
        broader("060"),
        exact("COOPERATE"),
    )
    COOPERATE_MILITARILY = (
        "cooperate_militarily",
        "trains, plans or exercises together",
        exact("062"),
        broader("COOPERATE"),
    )
    SHARE_INTELLIGENCE = "share_intelligence", "passes on intelligence", exact("064"), broader("COOPERATE")
    AID = "aid", "gives money or goods", broader("070"), exact("AID")
    AID_MILITARILY = "aid_militarily", "gives arms, equipment or training", exact("072"), broader("AID")
    AID_HUMANITARIAN = "aid_humanitarian", "gives food, medicine or shelter", exact("073"), broader("AID")
    PROTECT = "protect", "sends forces to protect or to keep the peace", exact("074"), broader("AID")
    GRANT_ASYLUM = "grant_asylum", "takes in those who flee", exact("075"), broader("AID")

    # 08 yield
    EASE_SANCTIONS = "ease_sanctions", "eases or ends sanctions or an embargo", exact("085"), broader("CONCEDE")
    RELEASE = "release", "lets prisoners or hostages go, or exchanges them", exact("0841"), exact("RETREAT", "release")
    RETURN_PROPERTY = "return_property", "gives back what was taken", exact("0842"), exact("RETREAT", "return")
    TRANSFER_TERRITORY = (
        "transfer_territory",
        "hands over land or its administration",
        broader("084"),
        broader("RETREAT"),
    )
    ALLOW_ACCESS = (
        "allow_access",
        "lets inspectors, relief or peacekeepers in",
        exact("086"),
        exact("RETREAT", "access"),
    )
    CEASE_FIRE = "cease_fire", "stops fighting under a ceasefire", exact("0871"), exact("RETREAT", "ceasefire")
    DISARM = "disarm", "disarms or demobilises", broader("0873"), exact("RETREAT", "disarm")
    WITHDRAW = "withdraw", "withdraws forces, or surrenders", exact("0874"), exact("RETREAT", "withdraw")

    # offices, courts, inquiries, land and its yield
    APPOINT = "appoint", "puts somebody into an office or a task"
    DISMISS = "dismiss", "removes somebody from an office"
    RESIGN = "resign", "leaves an office", NO_CODE, broader("RETREAT", "resign")
    LEGISLATE = "legislate", "makes a law, a decree or an order"
    ANNEX = "annex", "makes land that another holds or claims a part of its own territory, by law or decree"
    USE_RESOURCES = "use_resources", "drills, pumps, mines, fishes or draws water"
    EVACUATE = "evacuate", "brings people out of danger, or its own people home"
    FLEE = "flee", "leaves from danger, or escapes from custody"
    BROADCAST = "broadcast", "sends words or leaflets into another's land, against its will"
    INVESTIGATE = "investigate", "inquires into an event, a crime or a violation", exact("090")
    SUE = "sue", "brings a case before a court", exact("115"), broader("ACCUSE")
    CONVICT = "convict", "finds guilty or liable", exact("116"), exact("SANCTION", "convict")

    # 14 protest
    DEMONSTRATE = "demonstrate", "demonstrates, strikes or obstructs", broader("140"), exact("PROTEST")

    # 15 exhibit force posture
    DEPLOY = "deploy", "sends or gathers forces or weapons", broader("154"), broader("MOBILIZE", "troops")
    RAISE_ALERT = "raise_alert", "raises the readiness of forces", exact("152"), broader("MOBILIZE")
    EXERCISE = "exercise", "holds a military exercise or a test of weapons", broader("150"), broader("MOBILIZE")
    PARADE = "parade", "shows forces or weapons in public", broader("150"), broader("MOBILIZE")

    # 16 reduce relations
    BREAK_RELATIONS = (
        "break_relations",
        "breaks off or lowers diplomatic relations",
        broader("161"),
        broader("SANCTION"),
    )
    EXPEL_ENVOYS = "expel_envoys", "sends another's diplomats away", narrower("161"), broader("SANCTION", "expel")
    RECALL_ENVOY = "recall_envoy", "calls an own envoy home", narrower("161"), broader("SANCTION", "withdraw")
    LEAVE = "leave", "leaves an organisation or an agreement", broader("160"), broader("SANCTION", "withdraw")
    CUT_AID = "cut_aid", "reduces or stops aid", exact("162"), broader("SANCTION", "discontinue")
    SANCTION = "sanction", "imposes sanctions", narrower("163"), broader("SANCTION")
    EMBARGO = "embargo", "bans or taxes trade as a penalty, boycotts", narrower("163"), broader("SANCTION")
    HALT_TALKS = "halt_talks", "breaks off negotiations", exact("164"), broader("SANCTION", "discontinue")

    # 17 coerce
    SEIZE = "seize", "takes property, a ship or funds", exact("1711"), exact("COERCE", "seize")
    DAMAGE = "damage", "damages or destroys property", exact("1712"), broader("COERCE")
    INTRUDE = "intrude", "enters another's airspace, waters or land without leave", broader("170"), broader("COERCE")
    OBSTRUCT = "obstruct", "bars the way, rams or uses water cannon", broader("170"), broader("COERCE", "restrict")
    RESTRICT = "restrict", "bans or restricts a party, a medium or movement", exact("172"), broader("COERCE")
    ARREST = "arrest", "arrests, detains or charges somebody", exact("173"), exact("COERCE", "arrest")
    DEPORT = "deport", "sends people out of a country", exact("174"), exact("COERCE", "deport")
    CYBER_ATTACK = "cyber_attack", "attacks by way of computers", exact("176"), broader("COERCE")

    # 18 to 20: assault, fight, mass violence
    ABDUCT = "abduct", "abducts, hijacks or takes hostages", exact("181"), broader("ASSAULT")
    BOMB = "bomb", "sets off a bomb", exact("183"), broader("ASSAULT")
    ASSASSINATE = "assassinate", "kills, or tries to kill, a chosen person", broader("186"), broader("ASSAULT")
    ATTACK = "attack", "attacks with military force", exact("190"), broader("ASSAULT")
    BLOCKADE = "blockade", "blocks a coast, a border or a town", exact("191"), broader("COERCE", "restrict")
    OCCUPY = "occupy", "holds land by force", exact("192"), broader("ASSAULT")
    CAPTURE = "capture", "takes a place in battle", narrower("192"), broader("ASSAULT")
    SHELL = "shell", "fires artillery or tanks", exact("194"), broader("ASSAULT")
    STRIKE_FROM_AIR = "strike_from_air", "uses aircraft, missiles or drones", exact("195"), broader("ASSAULT")
    BREAK_CEASEFIRE = "break_ceasefire", "violates a ceasefire", exact("196"), broader("ASSAULT")
    COMMIT_ATROCITY = "commit_atrocity", "kills or expels a population", broader("20"), broader("ASSAULT")
