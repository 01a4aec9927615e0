"""What looks like a time and is none: names with a day or a month in them, verbs, idioms, counts and frequencies."""

import re
from typing import Final

from diplo_events.drafting._times.patterns import DATE, DAY_NAME, HOUR, MONTH, OF_THE_DAY, SEASONS, YEAR
from diplo_events.drafting._times.years import is_bare_year, is_counted_stretch

__all__ = ["is_modifier", "is_month_of_noun", "is_name"]

IDIOM: Final = re.compile(r"(?:[Aa]t )?(?:the )?end of the day")
"""What somebody means in the end, and no time."""

ITS_DEED: Final = re.compile(
    r", (?:the|he|she|they|[A-Z]\w+)\b (?:[\w’'.-]+ ){0,6}?(?:met|attended|held|visited|received|signed|left|returned"
    r"|hosted|laid|toured|departed|adopted|issued|flew|travell?ed)\b"
)
"""Behind it, what was done on the day that the text tells of."""

OF_A_DAY: Final = re.compile(r"the day (?:before|after)")
"""Behind "a year to", this counts no day: "a year to the day after the raid"."""

SHORT_NAMES: Final = frozenset({"Mar", "Sun", "Mon", "Sat"})
"""Short forms of days and months that are words or names more often."""

LOOK_BACK: Final = 24
LOOK_ON: Final = 60
"""How many characters before and after some words show whether they are a name."""

NAMED_BEFORE: Final = re.compile(
    r"(?:Article|Resolution|resolution|No\.?|section|Section|flight|Bloody|Black|Good|Easter|Palm|Ash|Maundy|Cyber"
    r"|Operation|Hurricane|Theresa|Boris|[Ee]very|[Ee]ach) $"
)
FIRST_NAME: Final = re.compile(r"(?:April|June|August|May)")
PREPOSITION: Final = re.compile(
    r"(?:^|[\s(])(?i:in|since|by|until|till|early|late|last|this|next|of|from|the|and|or|to|for|before|after|during|on"
    r"|through|between|past|coming|an?|its|his|her|their|our|\w+['’]s|every|each|mid),? $"
)
MONTH_OF_TIME: Final = re.compile(rf"\b(?:for|until|till|early|late|between|{MONTH} (?:and|or|to|through)) $")
MARCH_OF_TIME: Final = re.compile(r"\b(?:as|by|before|from|than|of|since) $")
SOME_DAY: Final = re.compile(rf"(?:\b(?:on|was|is|be)|(?:\d(?:st|nd|rd|th)?|{MONTH}),) a $")
MONTH_BEFORE: Final = re.compile(r"(?:[a-z]|,) $")
VOTE: Final = (
    r"(?:[a-z-]+ )?(?:election|poll|vote|referendum|ballot|summit|meeting|conference|talk|visit|trip|attack|agreement"
    r"|deal|accord|treaty|ceasefire|truce|coup|offensive|protest|uprising|deadline|report|statement|speech|session"
    r"|ruling|decision|massacre|bombing|blast|strike|raid|clash|crisis|announcement|launch|test|declaration)"
    r"(?:s|es|ies)?\b"
)
AS_MODIFIER: Final = re.compile(rf" (?:\d{{4}} )?{VOTE}")
"""What stands behind "March" where it is a month: "the March election"."""

OF_CAPITALS: Final = re.compile(r" [A-Z][a-z]+ [A-Z]")
CAPITAL: Final = re.compile(r" [A-Z][a-z]")
OWNED: Final = re.compile(r"(?:\b(?:the|an?|its|his|her|their)|['’]s|s['’]) $", re.IGNORECASE)
SHORT: Final = 8
"""What stands before the month of an event, and how far before it."""

REVOLT: Final = re.compile(r" (?:Revolution|Uprising|Rising)\b")
PAPER: Final = re.compile(
    r" (?:Times|Mail|Telegraph|Express|Mirror|Herald|Tribune|Observer|Post|Business Post|Night Live|Mass|Club"
    r"|papers?|newspapers?|tabloids?|magazine|supplement|broadsheet)\b"
)
BODY: Final = re.compile(
    r" (?:[A-Z]\w+ )?(?:Movement|Revolution|[Cc]oalition|Square|Brigades?|Martyrs|Alliance|Group|Front|Party|Institute"
    r"|University|Bridge|Street|Avenue|Road|Stadium)\b"
)
"""What has a date in its name: the coalition of 14 February, the Youth Movement of April 6."""

ATTACKS: Final = re.compile(
    r" (?:terror(?:ist)? |Hamas |Capitol )*(?:attack|hijack|bombing|massacre|assault|riot|insurrection"
    r"|Committee|committee)"
)
HELD_IN_MONTH: Final = re.compile(
    r" (?:[A-Z][\w&-]* )?(?:Summit|Meeting|Conference|Session|Talks|Ministerial|Forum|Congress|Plenary|Elections?)\b"
)
"""Behind a month that is a first name as well, what is held in it: "the upcoming April Summit"."""

FAMED: Final = re.compile(
    r"(?:.*\bthe )?(?:September 11(?:th)?|October 7(?:th)?|7(?:th)?(?: of)? October|January 6(?:th)?)"
)
"""Days after which what happened on them in one year is called."""

ELECTION: Final = re.compile(
    r" (?:[A-Z][\w.]+ ){0,3}(?:General|Presidential|Parliamentary|Legislative|Federal|Mid-?[Tt]erm) [Ee]lections?\b"
)
"""The name of an election, with capitals, of which its year is a part."""
ANY_ELECTION: Final = re.compile(
    r" (?:(?:[A-Z][\w.]+|snap) ){0,3}(?:general|presidential|parliamentary|legislative|federal|mid-?term) elections?\b"
)
"""The same without capitals; "the 2020 presidential election" has its time."""

VOTE_BEFORE: Final = re.compile(r"\b(?:votes?(?: \w+)?|voted|[Dd]ial|[Cc]all|score|ratio|passed|seats|against) \($")
"""Before numbers in brackets, these show that they count something."""

TIMELESS: Final = re.compile(
    r"['’]s (?:(?:\w+ly|ever|fast|rapidly|increasingly|more|very|[a-z]+ed|new|global|digital|modern|complex) ){0,3}"
    r"(?:world|economy|society|youth|generations?|challenges|threats|realit(?:y|ies)|standards|age|era"
    r"|globali[sz]ed|environment|landscape|children|problems|needs)\b"
    r"|(?:,? (?:and )?tomorrow)?,? (?:and|or) (?:forever|always|for ever|every day|in the future)\b"
    r"|,? more than ever| than (?:\w+ ){0,3}(?:ago|before|in|at|ever|when)\b"
    r"|['’]s (?:Europe|Africa|Asia|America|Russia|China|India|Germany|France|Britain|Ukraine|Syria|Iraq|Iran|Israel)"
    r"(?![\w’']| [A-Z])"
)
"""Behind "today", these show that it is the present."""

OF_AN_AGE: Final = re.compile(
    r"['’]s (?:[a-z-]+ ){0,2}(?:opportunit(?:y|ies)|leaders|technolog(?:y|ies)|promise|workforce|potential"
    r"|possibilities|industries|jobs|conflicts|wars|crises|markets|cities|cars|energy|citizens|adults|engineers"
    r"|scientists|innovators|prosperity|dreams|hopes)\b"
)
"""Behind "tomorrow", these show that it is the future."""

OF_MEDIA: Final = re.compile(
    r"[”\"’] (?:website|news|programme|program|site|agency|channel|TV|newspaper)"
    r"|(?:['’]s)? (?:programme|program|show|website|newspaper|magazine|TV|channel|network|reported|reports)\b"
)
"""Behind "Today" within a sentence, these show that it is the name of a paper or a broadcast."""

FOREVER: Final = re.compile(r",? (?:and|or) (?:forever|always|for ever|every day|in the future)\b")
"""Behind "today, tomorrow", these make all of it always."""

PRESENT_BEFORE: Final = re.compile(
    r"\b[A-Za-z]+ of $|\b(?:live|living|lives) $"
    r"|\b(?:[Tt]he [a-z]+|who|what|where|as)(?: that)? (?:I am|we are|it is|he is|she is|they are|you are) $"
)
EVENTS_OF: Final = re.compile(
    r"\b(?:events|meetings?|talks|sessions?|statements?|decisions?|attacks?|remarks|visits?|announcements?|news|as|all"
    r"|morning|afternoon|evening|night|hours|day|end|start|beginning|course|front|ahead|because|much|part|rest|conclusions?|agenda"
    r"|proceedings|debates?|votes?|results?|outcomes?|protests?) of $",
    re.IGNORECASE,
)
PLAN: Final = re.compile(
    r" (?:[A-Z]\w+ )?(?:Agenda|Vision|Strategy|Goals?)\b"
    r"|(?: (?:[A-Z][\w-]+|and|of)){0,4} (?:Prize|Award|Conference)\b"
)
"""What has a year in its name."""
ADDRESS: Final = re.compile(r" [A-Z]\w+ (?:Avenue|Street|Road|Boulevard|Drive)\b")


NOT_OVERNIGHT: Final = re.compile(
    r"\b(?:(?:will|can|could|would|do|does|may|must|should|shall|is|are|wo)(?: not| never|n['’]t)|cannot|[Nn]othing"
    r"|[Nn]ever) [^.;:?!]{1,40}$"
)
"""What cannot be done "overnight" takes time."""

OVERNIGHT_FAME: Final = re.compile(r" (?:success|sensation|solution|celebrity|fame|hit|star|change|fix)\b")
"""What comes "overnight" in these comes fast."""


OF_HABIT: Final = re.compile(
    r"\b(?:daily|nightly|(?:[Ee]very|[Ee]ach) [\w-]+|(?:week|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)"
    r",? (?:(?:from|between|until|to|and|at) |\d[\d:. ]*(?:[ap]\.?m\.?)?(?: to| and|[-–]) ?)*$"
)
"""Before an hour, these show that it is of many days."""

IS_DUE: Final = re.compile(
    r"\b(?:is|are)(?: also)?"
    r" (?:due|set|scheduled|expected|to (?:meet|hold|speak|address|brief|visit|arrive|attend|receive))\b"
    r"(?:(?! or\b|s\b) [\w’'-]+){0,8} $"
)
"""Before "later", these speak of the day of the text."""

PART_OF_DAY: Final = re.compile(OF_THE_DAY)
CLOCK: Final = re.compile(
    r"\bat \d{1,2} $|\d ?[ap]\.?m\b|\d:\d\d|o['’]clock|\b(?:GMT|UTC)\b|\b(?:hours?|one|two|three|four|five|six|seven) $"
)
"""Before "in the morning", these are the hour that it is said of."""


def is_name(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the words are not a time: a name with a day or a month, a verb, a count of things, a frequency."""
    words = match[0]
    is_idiom = IDIOM.fullmatch(words) is not None and ITS_DEED.match(text, match.end(), end) is None
    if (
        is_idiom
        or words in SHORT_NAMES
        or (OF_A_DAY.fullmatch(words) is not None and text.endswith("to ", 0, match.start()))
    ):
        return True
    is_count = re.fullmatch(YEAR, words) is not None and not is_bare_year(text, match.start(), end)
    if is_count or is_counted_stretch(text, match, end):
        return True
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    after = text[match.end() : min(end, match.end() + LOOK_ON)]
    if words in {"March", "May"}:
        return not is_month(words, before, after)
    if (is_idle := is_of_no_day(words, text[max(0, match.start() - LOOK_ON) : match.start()], after)) is not None:
        return is_idle
    is_famed = FAMED.fullmatch(words) is not None and ATTACKS.match(after) is not None
    is_of_hour = PART_OF_DAY.fullmatch(words) is not None and CLOCK.search(before) is not None
    if is_of_hour or NAMED_BEFORE.search(before) or is_famed or is_timeless(words, before, after):
        return True
    looks = (
        (DAY_NAME, is_day_in_name),
        (MONTH, is_month_in_name),
        (r"(?:.*\D)?\d{4}", is_year_in_name),
        (DATE, is_date_in_name),
    )
    return any(re.fullmatch(pattern, words) is not None and look(words, before, after) for pattern, look in looks)


def is_of_no_day(words: str, before: str, after: str) -> bool | None:
    """Whether "overnight", "later" or an hour is of no day of its own; `None` for other words."""
    if words in {"overnight", "Overnight"}:
        return NOT_OVERNIGHT.search(before) is not None or OVERNIGHT_FAME.match(after) is not None
    if words == "later":
        return IS_DUE.search(before) is None
    return OF_HABIT.search(before) is not None if re.fullmatch(HOUR, words) is not None else None


def is_day_in_name(_words: str, before: str, after: str) -> bool:
    """Whether a weekday is any such day, as in "on a Friday", or of the name of a paper or a body."""
    if SOME_DAY.search(before) is not None or PAPER.match(after) is not None:
        return True
    return before.endswith(("the ", "The ")) and CAPITAL.match(after) is not None


def is_month_in_name(words: str, before: str, after: str) -> bool:
    """Whether a month is of the name of somebody or something."""
    if OF_CAPITALS.match(after) is not None or REVOLT.match(after) is not None:
        return True
    is_first = (
        FIRST_NAME.fullmatch(words) is not None
        and CAPITAL.match(after) is not None
        and HELD_IN_MONTH.match(after) is None
    )
    return is_first and PREPOSITION.search(before) is None


def is_year_in_name(_words: str, before: str, after: str) -> bool:
    """Whether a year is the number of a house, or of the name of a plan or an election."""
    if VOTE_BEFORE.search(before) is not None:
        return True
    if not before.endswith("the ") and ANY_ELECTION.match(after) is not None:
        return True
    return any(pattern.match(after) is not None for pattern in (ADDRESS, PLAN, ELECTION))


def is_timeless(words: str, before: str, after: str) -> bool:
    """Whether "today", "yesterday" and "tomorrow" are of an age rather than a day: "the Europe of tomorrow"."""
    if words not in {"today", "Today", "yesterday", "tomorrow"}:
        return False
    if words in {"today", "Today"} and TIMELESS.match(after) is not None:
        return True
    if words == "tomorrow" and (
        FOREVER.match(after) is not None or TIMELESS.match(after) is not None or OF_AN_AGE.match(after) is not None
    ):
        return True
    if words == "Today" and OF_MEDIA.match(after) is not None and MONTH_BEFORE.search(before.removesuffix("'s ")):
        return True
    is_owner = after.startswith(("'s", "’s"))
    return not is_owner and PRESENT_BEFORE.search(before) is not None and EVENTS_OF.search(before) is None


def is_date_in_name(_words: str, _before: str, after: str) -> bool:
    """Whether a date is of the name of a body or a place."""
    return BODY.match(after) is not None


def is_month(word: str, before: str, after: str) -> bool:
    """Whether "March" and "May" are months: before the name of an event, or behind "for"."""
    if MONTH_OF_TIME.search(before) is not None or (word == "March" and MARCH_OF_TIME.search(before) is not None):
        return True
    return MONTH_BEFORE.search(before) is not None and AS_MODIFIER.match(after) is not None


def is_month_of_noun(text: str, span: tuple[int, int], end: int) -> bool:
    """Whether the words are a month before an event of that month: "the March election"."""
    is_month = (
        re.fullmatch(rf"{MONTH}(?: \d{{1,2}})?|\d{{1,2}} {MONTH}|(?:(?:early|late) )?{SEASONS}", text[slice(*span)])
        is not None
    )
    is_owned = OWNED.search(text, max(0, span[0] - SHORT), span[0]) is not None
    return is_month and is_owned and AS_MODIFIER.match(text[span[1] : min(end, span[1] + LOOK_ON)]) is not None


def is_modifier(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the words belong to a noun: "the November 27 agreement"."""
    return text[max(0, match.start() - 4) : match.start()].lower() == "the " and bool(
        re.match(r" [a-z]", text[match.end() : min(end, match.end() + 2)])
    )
