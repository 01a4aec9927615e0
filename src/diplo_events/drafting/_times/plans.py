"""Plans: days and months of a meeting that was called, spoken of or dropped, though its verb is in the past."""

import re
from typing import Final

from diplo_events.dates import EventDate
from diplo_events.drafting._times.patterns import DAY_NAME
from diplo_events.drafting._times.sides import LONG, SHORT, days_between
from diplo_events.drafting._times.signs import AHEAD, AHEAD_AFTER, BEHIND, PLURAL, PRESENT, PUT_OFF

__all__ = [
    "MEETING",
    "is_at_event_ahead",
    "is_deed_told",
    "is_headline",
    "is_just_missed",
    "is_of_plan",
    "is_plan_over",
    "is_present",
]

MEETING: Final = (
    r"(?:summits?|meetings?|talks|votes?|elections?|conferences?|visits?|trips?|sessions?|rounds?|hearings?|polls?"
    r"|referendums?|referenda|debates?|ceremon(?:y|ies)|signings?|negotiations|consultations|inaugurations?|calls?"
    r"|review|forum|gatherings?|dinner|lunch|tour|exercises?|drills?|handover|launch|strikes?|protests?|rall(?:y"
    r"|ies)|march|marches|demonstrations?)"
)
"""What people plan for a day."""

BESIDE: Final = r"(?:(?!(?:who|which|that|where|when|after|since)\b)[\w.’'()-]+ ){0,8}?"
TO_IT: Final = rf"{BESIDE}{MEETING} {BESIDE}(?:(?:on|in|at|for|of|early|late|later|early in|late in) )*$"
SPOKEN_OF: Final = re.compile(
    r"\b(?:(?:announc|confirm|prepar|arrang|plann|convok|propos|discuss|mention|preview)(?:es?|ed|ing)"
    r"|conven(?:es?|ed|ing)|(?:called|calls|calling)(?! for\b| on\b)"
    r"|(?:asked|asks|asking|called|calls|calling|push(?:es|ed|ing)?|press(?:es|ed|ing)?) for"
    r"|request(?:s|ed|ing)?|offer(?:s|ed|ing)?|invit(?:es?|ed|ing|ations?)|agree[ds]? (?:on|to)|agreeing (?:on|to)"
    r"|preparations?|(?:importance|significance) of|brief(?:s|ed|ing)? [^,;]{1,40} on|(?:a|the|its"
    r"|their) calls? for|schedul(?:es?|ed|ing)|date|agenda|participation|attendance|readiness|expectations?"
    r"|exchang(?:es?|ed|ing) views|views|(?:attention|commitment|contributions?) to"
    r"|(?:postpon|cancel|suspend|scrapp?|delay|shelv|abandon|boycott|skip|bann?)(?:es?|s|l?ed|ped|l?ing|ping)"
    r"|(?:call|put|break)(?:s|ed|ing)? off|drop(?:s|ped|ping)? (?:out of|plans))"
    rf" {TO_IT}"
)
"""What somebody calls, speaks of or drops before a time is of that time, if it is soon."""

BEFORE_IT: Final = re.compile(
    r"\b(?:(?:days|weeks|months|shortly|just|a day|a week|a month|(?:two|three|four|five|six) (?:days|weeks|months)) )?"
    rf"before (?:the|an?|his|her|its|their|\w+['’]s) {TO_IT}"
)
"""What came before a meeting of a time, if that is soon."""

THERE_FOR: Final = re.compile(
    r"\b(?:is|are|arriv(?:es?|ed|ing)|flew|flies|fly|flying|travel(?:s|l?ed|l?ing)?|headed|heading|left|leaves"
    r"|leaving|came|comes) (?:[\w.’'-]+ ){0,6}?(?:for|ahead of) (?:the |an? |his |her |its |their |further |new "
    r"|more )?"
    rf"{TO_IT}"
)
"""What somebody is or comes somewhere for, if it is soon."""

LEADS_TO: Final = re.compile(
    r"\b(?:before|ahead of|in the run-up to|prior to|(?:discuss|preview)(?:ed|es|s|ing)?"
    r"|prepar(?:e|ed|es|ing|ations) for|invit(?:e|ed|es|ing) [^,;]{1,40} to|agenda (?:of|for)|plans for) $"
)
OWNS: Final = re.compile(rf"['’]s (?:[\w-]+ ){{0,3}}?{MEETING}\b")
"""Before and behind a day, these show that a meeting of it was to come: "said before Friday's vote"."""

REPORT: Final = re.compile(
    r"\b(?:brief|report|comment|update|inform|speak|testify|question)(?:s|ed|ing)?\b[^,;]{0,40} on $"
)
"""Before the day of a meeting, verbs of reports about it: "will brief lawmakers on Monday's talks"."""

WAS_PLANNED: Final = re.compile(
    r"\b(?:scheduled|planned|due|set|slated|expected) (?:for|on|to (?:start|begin|take place|be held)(?: on)?) $"
)
RESULT: Final = re.compile(
    r"\b(?:results?|outcomes?|conclusions?|decisions?|follow-up|implementation|holding|success|failure|report|hosting"
    r"|held|took place|attended|during|at) (?:of |to |on |from |the )*(?:[\w’'-]+ ){0,5}$"
)
"""Before a time, these show that its meeting is over."""

OVER_AFTER: Final = re.compile(
    r"(?:['’]s)? (?:[\w’'-]+ ){0,4}?(?:was|were|had|took place|ended|failed|produced|saw|brought)\b"
)
"""Behind a time, these do so, too."""

VERY_NEAR: Final = 2
NEAR: Final = 3
"""How many days ahead a weekday of a plan lies at most, if it is nearer than the last one."""

MEETING_ON: Final = re.compile(
    r"(?:^|,|\b(?:that|said|says|say|and|but|whether|if|because|as|insisted|confirmed|announced|added|warned|hoped)) ?"
    r"(?:the|an?|his|her|its|their|our|this|[A-Z][\w.]+['’]s) (?:(?!who\b|which\b|that\b)[\w’'-]+ ){0,3}?"
    rf"{MEETING} (?:(?:with|in|between|of|at) [^,;]{{1,40}} )?(?:(?:in|on|for|of) )?$"
)
IS: Final = re.compile(r"(?:['’]s? (?:[\w-]+ ){1,3}?|,? )(?:is|are)\b(?! (?:over|finished|past))")
"""Behind the day of a meeting, what is said of one to come, if it is soon: "the session on Friday is closed"."""

GOES_ON: Final = re.compile(
    r" (?:(?:in|at|with) [A-Z]\w+ )?(?:will|shall|would|could|might|may|is (?:to|due|set|expected)"
    r"|are (?:to|due|set|expected))\b(?! have\b)"
)
"""Before and behind a time, these show that a meeting is to come: "the meeting on Friday would not take place"."""

FINITE: Final = re.compile(r"\b(?:is|are|has|have|(?!(?:\w+['’]s|this|its|us|news|press|process|less)\b)[a-z]{3,}s)\b")
"""What may be a verb of the present."""

OF_THE_PAST: Final = re.compile(
    r"\b(?:follow|mourn|remember|condemn|deplore|regret|welcome|prais|thank|blam|den(?:y|ie)|recall|investigat"
    r"|accus|link"
    r"|commemorat|probe|reject|applaud|hail|honou?r|grateful|sorry|after|since)(?:e?s|ed|e|ing)?\b"
)
"""What is said in the present of something that is over."""

PASSIVE: Final = re.compile(r"\b(?:is|are)(?: not| also| now)? [a-z]+ed\b")
WAS_DUE: Final = re.compile(
    r"\b(?:was|were) (?:due|scheduled|expected|set|slated|supposed|to)\b[^;]{0,80} $|\bdeadline (?:was"
    r"|had been) (?:on )?$"
)
SAYING: Final = re.compile(
    r"\b(?:said|says?|told|announced|confirmed|added|reported|warned|hoped|wrote|according|quoted|stated|declared)\b"
)

DEED: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|his|her|its|their|[\w.]+['’]s) (?:[\w-]+ ){0,3}?"
    r"(?:attacks?|killings?|deaths?|murders?|assassination|bombings?|blasts?|explosions?|air ?strikes?|raids?"
    r"|shootings?|massacre|crash|earthquake|arrests?|detention|coup|clashes|incident|collapse|abductions?|assault"
    r"|invasion|kidnappings?|hijacking|ambush|riots?|disaster|crackdown|ouster|resignation)"
    r" (?:(?:of|on|in|at|against|by|near|that|which)[^,;]{1,40} )?(?:on ){1,2}$"
)
"""Before a weekday, what was done on it, whatever is to come of it: "will discuss the attack on Monday"."""

AT_EVENT: Final = re.compile(
    r"\b(?:would|could|may|might|can|(?:seek|want|plan|hope|campaign|prepar)(?:s|ed|ing)?)\b[^;]{1,120}"
    r"\b(?:in|at|by|for|ahead of|before) (?:an?|the|its|their|[\w.]+['’]s) $"
)
"""Before the day of a meeting or a vote, these show that it is to come: "would be decided in an April 16 vote"."""

SOON: Final = 120
"""In how many days something with a day in its name is to come."""

THREATENED: Final = re.compile(r"\b(?:if|threat|threaten\w*|plan\w*|possible|imminent|expected|ahead of|before)\b")


def is_of_plan(words: str, published: EventDate | None, before: str, after: str) -> bool:
    """Whether a time is that of a plan which somebody spoke of, and the next such time.

    Args:
        words: The time words.
        published: From when they count.
        before: What stands before them in their sentence.
        after: What stands behind them in their clause.

    >>> day = EventDate.parse("2031-05-14")
    >>> is_of_plan("July", day, "The premier announced elections in ", "")
    True
    >>> is_of_plan("July", day, "The premier praised the elections in ", "")
    False
    """
    if MEETING_ON.search(before) is not None and GOES_ON.match(after) is not None:
        return re.fullmatch(DAY_NAME, words) is not None or is_nearest(words, published)
    if LEADS_TO.search(before) is not None and OWNS.match(after) is not None:
        return is_nearest(words, published)
    is_of_meeting = MEETING_ON.search(before) is not None or after.startswith(("'", "’"))
    if is_of_meeting and IS.match(after) is not None and BEHIND.search(before) is None:
        return is_nearest(words, published)
    if RESULT.search(before) is not None or OVER_AFTER.match(after) is not None:
        return False
    is_spoken_of = any(sign.search(before) is not None for sign in (SPOKEN_OF, BEFORE_IT, THERE_FOR))
    return is_spoken_of and is_nearest(words, published)


def is_at_event_ahead(words: str, published: EventDate | None, before: str) -> bool:
    """Whether something is planned, sought or would be at an event that has its day before it, and that is to come.

    >>> day = EventDate.parse("2031-05-14")
    >>> is_at_event_ahead("July 16", day, "Her powers would grow in a ")
    True
    >>> is_at_event_ahead("July 16", day, "Her powers grew in a ")
    False
    """
    days = days_between(words, published) if AT_EVENT.search(before) is not None else None
    return days is not None and days[1] < min(days[0], SOON)


def is_nearest(words: str, published: EventDate | None) -> bool:
    """Whether the next such time is soon, and nearer than the last one."""
    days = days_between(words, published)
    if days is None:
        return False
    if re.fullmatch(DAY_NAME, words) is not None:
        return 0 < days[1] <= NEAR and days[1] < days[0]
    return days[0] > LONG - SHORT and days[1] < 2 * SHORT


def is_present(words: str, published: EventDate | None, before: str, after: str) -> bool:
    """Whether a weekday of a sentence without a verb of the past is the next one, which is very near.

    >>> day = EventDate.parse("2031-05-14")
    >>> is_present("Friday", day, "There is a session on ", "")
    True
    >>> is_present("Monday", day, "There is a session on ", "")
    False
    """
    clause = PASSIVE.sub("is", f"{before}|{after}")
    if re.fullmatch(DAY_NAME, words) is None or BEHIND.search(clause) is not None:
        return False
    days = days_between(words, published)
    if OF_THE_PAST.search(before) is not None:
        return False
    has_verb = FINITE.search(clause) is not None
    return has_verb and days is not None and 0 < days[1] <= VERY_NEAR


def is_just_missed(words: str, published: EventDate | None, before: str, after: str) -> bool:
    """Whether a weekday for which something was due is the last one and very near, and nobody spoke of it."""
    is_dropped = WAS_PLANNED.search(before) is not None and PUT_OFF.search(after) is not None
    was_due = (is_dropped or WAS_DUE.search(before) is not None) and SAYING.search(before) is None
    is_told = REPORT.search(before) is not None and OWNS.match(after) is not None
    if re.fullmatch(DAY_NAME, words) is None or not (was_due or is_told):
        return False
    days = days_between(words, published)
    return days is not None and 0 < days[0] <= VERY_NEAR


def is_headline(words: str, published: EventDate | None, before: str, after: str) -> bool:
    """Whether a weekday told in the present is that of yesterday, as in headlines: "Ministers meet on Wednesday"."""
    if (
        re.fullmatch(DAY_NAME, words) is None
        or AHEAD.search(before) is not None
        or AHEAD_AFTER.match(after) is not None
    ):
        return False
    days = days_between(words, published)
    is_told = PRESENT.search(before) is not None or PLURAL.search(before) is not None
    return is_told and days is not None and days[0] == 1


def is_plan_over(words: str, published: EventDate | None) -> bool:
    """Whether a month of a plan of the past lies shortly before the publication, and the next a year ahead."""
    days = days_between(words, published)
    return days is not None and days[1] > LONG and days[0] <= SHORT + SHORT


def is_deed_told(words: str, before: str) -> bool:
    """Whether a weekday is that of a deed, in a sentence about what is to come."""
    if re.fullmatch(DAY_NAME, words) is None or DEED.search(before) is None:
        return False
    return THREATENED.search(before) is None
