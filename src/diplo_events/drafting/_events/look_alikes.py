"""Words of meetings that are plainly of something else: "gathered evidence", "received wounds", "joined a raid"."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._events.journeys import behind
from diplo_events.drafting._events.look_alike_nouns import NOUNS_ALIKE, is_noun_alike
from diplo_events.drafting._parts.units import Passage

__all__ = ["BEFORE", "is_look_alike"]

FAR: Final = 9
"""How many words behind a word are read for what it is of."""

NEAR: Final = 4
"""How many words before a noun show that it is one of a meeting."""

GATHERED: Final = (
    r"(?:[a-z-]+ ){0,2}?(?:information|evidence|intelligence|data|support|signatures|votes|facts|materials?|samples"
    r"|momentum|dust|steam|pace|speed|strength|wood|food|news|details|testimon(?:y|ies)|proof|opinions|statistics"
    r"|wealth|views|clues|documents|funds|money)\b"
    r"|(?:near|outside|around) |(?:over|more than|nearly|about) (?:\w+ )?(?:million|thousand|hundred|\d)"
)
PARTAKEN: Final = (
    r"(?:in |by )?(?:[A-Za-z-]+ ){0,3}?(?:violence|vot(?:e|es|ing)|elections?|polls?|referendum|riots?|attacks?|raids?"
    r"|protests?|demonstrations?|rall(?:y|ies)|strikes?|march(?:es)?|fighting|war|wars|hostilities|coup|uprising"
    r"|insurgency|crimes?|murders?|killings?|massacres?|programmes?|programs?|schemes?|surveys?|stud(?:y|ies)|research"
    r"|training|exercises?|drills?|decisions?|games?|olympics|races?|contests?|competitions?|tournament|match(?:es)?"
    r"|championships?|markets?|econom(?:y|ies)|boycott|operations?|invasion|looting|smuggling|plot|conspiracy|lawsuit"
    r"|patrols?|air force|missions?"
    r"|unseating|overthrow|ouster|ousting|toppling|hearings?|trial|proceedings|[Ss]chool|[Uu]niversity|[Cc]ollege|[Aa]cademy|church|classes|class|courses?|lessons|concert|torture|sanctions|offensive)\b"
    r"(?! (?:summit|conference|forum|meeting|talks))"
)
GIVEN: Final = (
    r"(?:[a-z-]+ ){0,4}?(?:wounds?|injur(?:y|ies)|burns|bruises|awards?|prizes?|medals?|letters?|sentences?|treatment"
    r"|surgery|votes?|support|aid|money|funding|funds|help|threats?|reports?|orders?|permission|damage|training"
    r"|education|degree|blows?|criticism|praise|attention|information|documents?|compensation|payments?|salary|shots?"
    r"|copy|copies|bribes?|weapons|arms|approval|confirmation|assurances?|refugees|migrants|evacuees|patients|casualties|notice|complaints?|backing|bail|asylum)\b"
)
ASKED: Final = (
    r"(?:[^,;.]+? )??to (?!(?:visit|attend|come|meet|talks|speak|address|participate|take part|travel|stay|tour|return"
    r"|inspect|observe|sit|hold|discuss|negotiate|dinner|lunch|breakfast|dine|see|send|join|a|an|the|his|her|their|its"
    r"|our|this|that|be|watch)\b)[a-z]|(?:[^,;.]+? )??to join \w+ in \w+ing\b"
)
"""Behind "invite", these say what somebody is asked to do, and not where to come."""

GOING_TO_DO: Final = (
    r"(?:back )?to (?:power|office|terms|light|prominence|blows|an end|an agreement|nothing|mind|pass|trial|court|jail"
    r"|prison|bed|work|school|war|sleep)\b"
    r"|to (?:[A-Z]\S+ )+in \d+ to (?:study|live|work)\b"
    r"|to (?:[A-Z]\S+ )+(?:for (?:his|her|their) (?:studies|education|holidays?|treatment|surgery|vacation|honeymoon)"
    r"|to (?:study|live|work|settle|teach))\b|"
    r"to (?:capture|arrest|kill|fight|defend|protect|help|save|rescue|find|seize|attack|bomb|free|liberate|support"
    r"|watch|detain|catch|hunt|invade|conquer|aid|feed|bury|mourn|vote)\b"
)
UNMET: Final = (
    r"(?:each|every|once an?|twice an?) (?:year|month|week|quarter)\b|"
    r"(?:annually|regularly|often|weekly|monthly|frequently|periodically|semiannually|routinely|quarterly)\b"
    r"|(?:with )?(?:an? |the )?(?:[a-z-]+ )?(?:resistance|opposition|criticism|silence|success|approval|disaster"
    r"|obstacles?|difficult(?:y|ies)|fate|end|death|river|sea|shore|coast|border|horizon|eye|road|motorway)\b"
)
"""Behind "meet", these show a habit, or what something came upon."""

TOURED: Final = r"(?:as an? |with (?:the|an?|his|her|their) (?:band|orchestra|show|choir|troupe)\b)"
BROKERED: Final = (
    r"(?:an? |the )?(?:[a-z-]+ ){0,2}?(?:deal|agreement|accord|pact|truce|cease-?fire|settlement)\b"
    r"(?! (?:between|in|at)\b)"
)
"""Behind "broker", these say what came of it, and not between whom somebody went."""

SEEN_AT_HOME: Final = (
    r"(?:my|his|her|their|our) (?:[a-z-]+ ){0,2}?(?:friends|family|families|relatives|parents|mother|father|"
    r"grandmother|grandparents|wife|husband|children|grave|home ?town)\b"
)
"""Behind "visit", these show a journey of one’s own."""

JOINED: Final = (
    r"(?:[^,;.]+? )?in (?!meeting|attending|hosting|visiting|holding|welcoming|receiving|evening|morning)[a-z]+ing\b"
    r"|(?:[^,;.]+? )?in (?:an?|the|his|her|their) (?:[a-z-]+ )?(?:letter|calls?|statement|lawsuit|appeal|effort|push"
    r"|bid|criticism)\b"
    r"|(?:[^,;.]+? )?as an? (?:[a-z-]+ )?(?:observer|member|partner|signatory|shareholder)\b"
    r"|the [A-Za-z]*[A-Z]{2}[A-Za-z]*(?: (?:in|on|by|after|at|last|this|next|as|and)\b| [,.]|$)"
)
"""Behind "join", these say what somebody did as others do, or of what a state became a member."""

ADDRESSED: Final = (
    r"(?:the |his |her |their |its |these |those )?(?:[a-z-]+ )?(?:critics|concerns?|issues?|problems?|needs"
    r"|challenges?|questions?|matters?|supporters|voters|crowds?|fans|worshippers|protesters|causes?|gaps?|threats?|risks?|crisis|crises)\b"
)
"""Behind "address", these are things, and not people who listen."""

UNLIKE: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        word: re.compile(pattern)
        for forms, pattern in (
            ("gather gathers gathered gathering", GATHERED),
            ("participate participates participated participating attend attends attended attending", PARTAKEN),
            ("received receives receive receiving", rf"into\b|{GIVEN}"),
            ("invite invites invited inviting", ASKED),
            ("go goes went going come came coming", GOING_TO_DO),
            ("met meets", UNMET),
            ("meeting", rf"of minds\b|{UNMET}"),
            ("toured tours touring", TOURED),
            ("host", r"(?:authorit(?:y|ies)|institutions?|famil(?:y|ies)|populations?|and organi[sz]er)\b"),
            ("brokered broker brokering brokers", BROKERED),
            ("negotiate", r"an? (?:\w+ )?(?:peace|deal|end|solution|settlement|way out)\b"),
            (
                "call calls called calling",
                r"(?:\S+ ){1,4}(?:on ?to|out onto|into) the streets?\b|(?:up)?on (?:[^.;]+? )??to [a-z]",
            ),
            ("visit visits visited", SEEN_AT_HOME),
            ("visiting", rf"to [a-z]|{SEEN_AT_HOME}"),
            ("phoned telephoned rang", r"\d"),
            ("joined join joins joining", JOINED),
            ("addressed", rf"to\b|{ADDRESSED}"),
            ("addresses address addressing", ADDRESSED),
            ("review", r"[A-Z]|(?:its|their|his|her) "),
            ("continue continues continued", r"(?:those|these|this) "),
            ("meet", rf"(?:[^,;.]+? )?in court\b|{UNMET}"),
            (
                "sent sends",
                r"an? (?:[a-z-]+ )?team of (?:doctors|rescuers|engineers|divers|firefighters|troops|soldiers)\b",
            ),
            ("lobby lobbies lobbied lobbying", r""),
        )
        for word in forms.split()
    }
)
"""Verbs of meetings, and what stands behind them where they are of none."""

BEFORE: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        **dict.fromkeys(words("ceremony ceremonies"), words("graduation baptism initiation commencement naming")),
        **dict.fromkeys(words("forum forums"), words("online internet web jihadist discussion chat")),
        **dict.fromkeys(
            words("session sessions"),
            words(
                """
                training photo recording jam trading practice therapy yoga exam gym study gaming jamming lab listening
                fall spring summer autumn winter legislative lame-duck
                """
            ),
        ),
        **dict.fromkeys(
            words("tour tours"), words("apology cultural concert farewell world book speaking guided walking night bus")
        ),
    }
)
"""Nouns of meetings, and the words before them that make them others."""

VERBS_ALIKE: Final = words("negotiate mediate engage briefs coming while travelling traveling going spoke stopped")
"""Verbs that are look-alikes by the words before them."""

KNOWN: Final = (
    UNLIKE.keys()
    | BEFORE.keys()
    | words("inauguration way signing contacts exchanges mediating inaugural raise raises raised raising")
    | NOUNS_ALIKE
    | VERBS_ALIKE
)
"""All words that can be look-alikes."""

OF_TIME: Final = words("since after on before following until from by")
PAPERS: Final = words("with in the legal court filed by")
"""Before "briefs", these make it papers."""

TO_AGENCY: Final = re.compile(
    r"with (?:the )?(?:cnn|bbc|reuters|afp|ap|associated press|agence|xinhua|tass|interfax|al jazeera|bloomberg)\b"
)
"""Behind "spoke", these show that somebody spoke to those who report."""

BESIDE_JOURNEY: Final = words(
    "is are was were be been am not after before while when of by for on from and or also then now"
)
"""Before "going", these show that somebody goes, and not a thing, as in "the medal going to Fiji"."""

NO_DEED: Final = words("not n't n’t won't won’t never to")
"""Before "negotiate", these say what somebody would do or not do, as a policy."""

GOALS: Final = words("offer offers effort efforts ready readiness willing willingness attempt attempts ability")
"""Before "to mediate", these say what somebody would do."""

ANYBODY: Final = words("relative relatives anyone anybody those people persons everyone someone")
"""Before "coming", these show that no journey is reported, but one that anybody could make."""

OWNERS: Final = words("his her their its 's")
ON_THE_ROAD: Final = words(
    """
    rebel rebels troops soldiers fighters militants insurgents convoy convoys refugees migrants ship ships plane planes
    aircraft flight vessel vessels boat boats truck trucks tanker protesters gunmen army forces
    """
)
"""Those whose way is not a visit."""

OF_PURPOSE: Final = words("in of by at with for")
HOLDING: Final = words("had has have held hold holding holds made resumed resume during established at")
BY_SIGNING: Final = words("by for in of without from despite")
PRAISED: Final = words("welcomed welcomes welcome hailed hails praised condemned applauded commended")
"""Before "signing", these speak of the text that was signed."""

SIGNED_TEXT: Final = re.compile(r"(?:the|an?|this|that|its|their) ")
"""Behind "signing", these name what was signed, and no ceremony: "prior to signing the deal"."""

AT_SIGNING: Final = words("at during attend attended attending before after for following witnessed")


def is_look_alike(unit: Passage, place: int) -> bool:  # noqa: C901, PLR0911  (a decision table)
    """Whether a word that can show a meeting is plainly of something else."""
    low = unit.words[place].low
    if low not in KNOWN:
        return False
    before = [token.low for token in unit.words[max(0, place - NEAR) : place]]
    if low in NOUNS_ALIKE | VERBS_ALIKE and (
        is_noun_alike(unit, place) if low in NOUNS_ALIKE else is_no_deed(unit, place)
    ):
        return True
    if (unlike := UNLIKE.get(low)) is not None:
        return unlike.match(" ".join(token.text for token in unit.words[place + 1 : place + 1 + FAR])) is not None
    if set(before[-1:]) & BEFORE.get(low, frozenset()):
        return True
    if low == "inauguration":
        since = {token.low for token in unit.words[max(0, place - FAR) : place]}
        return bool(OWNERS & set(before)) and bool(OF_TIME & since)
    if low == "way":
        return bool(ON_THE_ROAD & {token.low for token in unit.words})
    if low == "signing" and SIGNED_TEXT.match(f"{behind(unit, place)} ") is not None:
        return True
    if low == "signing":
        is_deed = bool(BY_SIGNING & set(before[-1:])) or bool(PRAISED & set(before))
        return (is_deed or behind(unit, place).startswith("of ")) and not AT_SIGNING & set(before)
    if low in {"contacts", "exchanges"}:
        return not HOLDING & set(before)
    if low == "mediating":
        return bool(OF_PURPOSE & set(before[-1:])) and " between " not in f" {behind(unit, place)} "
    if low == "inaugural":
        following = unit.words[place + 1] if place + 1 < len(unit.words) else None
        return following is not None and following.is_word and following.low not in {"in", "on", "at", "of", "and"}
    return low in {"raise", "raises", "raised", "raising"} and not is_raised_with_person(unit, place)


def is_no_deed(unit: Passage, place: int) -> bool:  # noqa: PLR0911  (a decision table)
    """Whether a verb is of what nobody did: a policy, a journey of anybody, papers, or where somebody spoke."""
    low, before = unit.words[place].low, [token.low for token in unit.words[max(0, place - NEAR) : place]]
    if low == "while":
        return is_where_said(unit, place)
    if low == "spoke":
        return TO_AGENCY.match(behind(unit, place)) is not None
    if low == "stopped":
        return bool({"being", "was", "were", "been"} & set(before[-1:]))
    if low in {"travelling", "traveling", "going"}:
        is_beside = bool(before) and unit.words[place - 1].text.islower() and before[-1] not in BESIDE_JOURNEY
        return is_beside and unit.sentence.ending(place) is None
    if low in {"mediate", "engage"}:
        return before[-1:] == ["to"] and bool(GOALS & set(before))
    if low == "negotiate":
        return bool(NO_DEED & set(before[-1:])) and "will" not in before
    return bool((PAPERS if low == "briefs" else ANYBODY) & set(before[-1:]))


def is_where_said(unit: Passage, place: int) -> bool:
    """Whether a sentence only says where somebody spoke, as "said while in Oslo" does."""
    is_said = place > 0 and unit.words[place - 1].low in {"said", "says", "added", "told"}
    return is_said and re.match(r"in (?:the )?\S+(?: \S+)? [.]", f"{behind(unit, place)} ") is not None


def is_raised_with_person(unit: Passage, place: int) -> bool:
    """Whether somebody raised a matter with a person: "raised it with Minister Li"."""
    found = (m for m in unit.named if m.first > place and unit.words[m.first - 1].low == "with")
    mention = next(found, None)
    return mention is not None and mention.kind in {"person", "office"}
