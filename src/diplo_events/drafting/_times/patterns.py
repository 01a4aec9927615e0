"""How news writes times: the expressions that find time words, and the signs of what is past and what is to come."""

import re
from typing import Final

from diplo_events.drafting._times.numbers import NUMERIC

__all__ = [
    "AGAIN",
    "AHEAD",
    "AHEAD_AFTER",
    "ANNOUNCED",
    "BEHIND",
    "DATE",
    "DAY_NAME",
    "DEADLINE",
    "FINDER",
    "HEADLINE",
    "IS_ON",
    "LOOMING",
    "MONTH",
    "MOVED",
    "NUMBER",
    "OF_THE_DAY",
    "ON_A_DAY",
    "PLANNED",
    "PLANS",
    "PLURAL",
    "PRESENT",
    "PUT_OFF",
    "RANGES",
    "SHIFTED",
    "UNDONE",
    "UNTIL",
    "UNTIL_PAST",
    "WHOLE_STRETCH",
    "YEAR",
]

DAY_NAME: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
NUMBER: Final = (
    r"(?:\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:half )?a dozen|(?:a )?few|(?:a )?couple of))"
)
UNIT: Final = r"(?:minute|hour|day|week|fortnight|month|year|decade|centur(?=y|ies))(?:s|y|ies)?"
PART: Final = r"(?:morning|afternoon|evening|night|noon|midnight)"
DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
RANGE: Final = rf"{DAY}(?:(?:, {DAY})*,? and |(?: ?[-–/] ?| to | or )){DAY}"
YEAR: Final = r"(?:1[5-9]|20)\d\d"
SPELT: Final = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|thirty-first"
    r"|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))"
)
DATE: Final = (
    rf"(?:{MONTH} (?:{RANGE}|{DAY})(?:,? {YEAR})?\b|(?:the )?(?:{RANGE}|{DAY}) (?:of )?{MONTH}(?:,? {YEAR})?\b"
    rf"|[Tt]he (?i:{SPELT}) of {MONTH}(?:,? {YEAR})?\b"
    rf"|{MONTH},? (?:of )?{YEAR}|{YEAR}-\d\d-\d\d\b)"
)
THAT_YEAR: Final = r"(?:of |in )?(?:this|last|next) year"
MONTH_OF: Final = rf"{MONTH} {THAT_YEAR}"
"""A month of a year that is counted from now: "August of this year", "May last year"."""

PERIOD: Final = "(?:week|month|year|decade|century)"
DECADE: Final = r"(?:1[5-9]|20)\d0s"
DURING: Final = "[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hroughout"
SEASONS: Final = "(?:autumn|summer|spring|winter|fall)"
ORDINAL: Final = r"(?:first|second|third|fourth|last|final)"
OF: Final = (
    r"(?:(?:the|this|next|last) (?:day|week|month|year|decade|century)|that (?:same )?(?:month|year)"
    rf"|{MONTH_OF}|{MONTH}(?:,? {YEAR})?|{YEAR})"
)
OF_WHAT: Final = rf"(?:{OF}|(?:the|his|her|their|its)\b)"
TENS: Final = "(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
CENTURIES: Final = r"(?:\d{1,2}(?:st|nd|rd|th)|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
ALONE: Final = rf"(?!(?:May|March|Mar|Sep|Jan|Apr|Dec)\b){MONTH}"
"""A month whose name means nothing else."""

LIMIT: Final = r"(?:[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Bb]efore|[Aa]fter|[Pp]rior to)"
END: Final = rf"(?:{DATE}|{DAY_NAME}(?: {PART})?|(?:(?:early|mid|late)[ -])?(?:{MONTH_OF}|{YEAR}|{MONTH}))"
"""What can begin or end a stretch of time."""

RANGES: Final = re.compile(
    rf"(?<![\w$£€])(?:[Ff]rom (?:{END}|{DAY}) (?:to|until|till|through|[-–]) {END}"
    rf"|[Bb]etween (?:{END}|{DAY}) and {END}|[Bb]etween {MONTH} {DAY} and {DAY}(?:,? {YEAR})?"
    rf"|{DAY_NAME} (?:to|through) {DAY_NAME}|(?:[Ii]n )?{MONTH}[-–]{MONTH}(?: {YEAR})?"
    rf"|(?:{MONTH} {DAY}|{DAY} {MONTH}) ?(?:to|through|until|[-–]) ?(?:{DATE}))(?![\w%])"
)
"""Stretches with both ends: "from May 3 to June 2, 2029", "Monday to Wednesday"."""

THIRDS: Final = r"(?:[Ee]arly|[Mm]id)-? (?:or|to) (?:mid|late)"
"""Two thirds of a month or a year: "mid- or late September"."""

LIMITED: Final = (
    rf"(?:[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince) (?:{DAY_NAME},? )?(?:{THIRDS}[ -]|late |early |mid-)?"
    rf"(?:{DATE}|{DAY_NAME}(?: {PART})?|(?:{MONTH}(?: {YEAR})?)|{YEAR}|(?:the )?{DECADE}|last {UNIT}|{SEASONS} {YEAR}"
    r"|(?:next|this) (?:week|month|year)|tomorrow|tonight|yesterday)\b(?!['’]s)"
)
LONG: Final = rf"(?:(?:the )?{DECADE}|{YEAR}|{CENTURIES} century)"

OF_THE_DAY: Final = (
    r"(?:[Ii]n|[Tt]hrough|[Tt]hroughout|[Dd]uring|[Ii]nto) the (?:morning|afternoon|evening|night)\b(?! (?:of|hours)\b)"
)
"""A part of a day without the day."""

IN_THAT_YEAR: Final = (
    r"(?:(?:[Ll]ater|[Ee]arlier|[Ii]n) )?[Tt]hat (?:same )?year,? (?:in|on) (?:(?:early|mid|late)[ -])?"
    rf"(?:{DAY} {MONTH}|{MONTH}(?: {DAY})?)\b"
)
"""A year named before with its month: "later that year, in August"."""

YEAR_FIRST: Final = (
    rf"(?:[Ll]ast|[Tt]his|[Nn]ext) year,? (?:(?:in|on) )?(?:{DAY} {MONTH}|{MONTH} {DAY})\b(?!,? \d{{4}})"
    rf"|{NUMBER} years? ago,? on (?:{DAY} {MONTH}|{MONTH} {DAY})\b(?!,? \d{{4}})"
    rf"|{NUMBER} years? ago,? in {MONTH}\b(?!,? \d)"
    rf"|(?:[Ll]ast|[Tt]his|[Nn]ext) year in (?:(?:early|mid|late)[ -])?{MONTH}\b(?! \d{{1,4}})"
)
"""A year counted from now before its day: "last year on 8 August", "two years ago on 3 May"."""

LATER_ON: Final = (
    rf"(?:[Ee]xactly |[Jj]ust )?{NUMBER} years? (?:later|earlier|before),?"
    rf" (?:on (?:{DAY} {MONTH}|{MONTH} {DAY})|in {MONTH})\b(?!,? \d)"
)
"""A year counted from one of the story, with its day: "a year later, on 8 August"."""

PATTERNS: Final = (
    NUMERIC,
    YEAR_FIRST,
    LATER_ON,
    rf"{DAY_NAME} (?:of )?(?:last|this|next) week",
    rf"(?:[Oo]n )?(?:the )?eve of {DATE}",
    rf"[Tt]he {ORDINAL} {DAY_NAME} (?:of|in) {OF}",
    (
        r"[Oo]n the \d{1,2}(?:st|nd|rd|th)(?! and (?:the )?\d)(?: of (?:this|last|next) month)?"
        r"(?=[.,;:)]| (?:and|at|in|to|with|for|by)\b|$)"
    ),
    r"(?:(?<=morning of )|(?<=afternoon of )|(?<=evening of ))the \d{1,2}(?:st|nd|rd|th)\b(?! of\b)",
    rf"(?:[Ii]n )?{MONTH} (?:of )?that (?:same )?year",
    IN_THAT_YEAR,
    rf"(?:(?:[Ii]n )?{MONTH}|(?:{DAY} {MONTH}|{MONTH} {DAY}),?) (?:of )?the (?:following|same|next) year",
    rf"(?:in )?{MONTH_OF}",
    rf"(?:[Ll]ate|[Ee]arl(?:y|ier)|[Ll]ater)(?: on| in)? (?:the )?(?:{DAY_NAME}|{DATE})(?: {PART})?",
    rf"{DAY_NAME},? {DATE}|{DAY_NAME},? \({DATE}\)|(?:[Ii]n (?={MONTH}))?{DATE}",
    rf"(?:[Ll]ast|[Tt]his|[Nn]ext|(?:[Tt]his|[Tt]he) (?:past|coming)) {DAY_NAME}(?: {PART})?",
    rf"(?:[Tt]his|[Tt]he) (?:past|coming) (?:weekend|{MONTH}|{SEASONS})",
    rf"[Tt]he (?:following|next|previous|preceding) {DAY_NAME}(?: {PART})?",
    LIMITED,
    rf"(?:[Bb]efore|[Aa]fter|[Pp]rior to) {YEAR}\b(?!['’]s| [a-z]+s? of)",
    rf"{DAY_NAME} (?:and|or) {DAY_NAME}|{DAY_NAME}(?: {PART})?",
    rf"(?:(?:[Ee]arlier|[Ll]ater?|[Ee]arly) )?(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)(?: {PART})?",
    r"[Tt]he day (?:before|after) (?:yesterday|tomorrow)",
    rf"(?:(?:[Ee]arlier|[Ll]ater) )?(?:in |on )?[Tt]his (?:{PART}|weekend|week|month|year|decade|century|{SEASONS})",
    r"(?:[Ee]arlier|[Ll]ater) in the (?:day|week|month|year|morning|afternoon|evening)",
    rf"(?:(?:[Ee]arly|[Ll]ater?) )?(?:[Ll]ast|[Nn]ext) (?:weekend|night|{PERIOD}|{SEASONS}|{MONTH})",
    r"(?:[Oo]ver|[Aa]t|[Oo]n|[Dd]uring) the weekend|[Oo]vernight",
    rf"(?:(?:{DURING}) (?:the course of )?)?[Tt]he (?:last|past|next|coming) (?:{NUMBER} )?{UNIT}\b(?! of {OF_WHAT})",
    r"(?:[Ii]n|[Oo]ver) (?:recent|the coming|coming) (?:days|weeks|months|years)",
    rf"{NUMBER} {UNIT} after\b(?= (?:[Tt]he |his |her |their |its )?[A-Z]?\w+|[.,;])",
    rf"{NUMBER} {DAY_NAME} ago\b",
    rf"{NUMBER} (?:days?|weeks?|fortnights?) from (?:today|tomorrow|{DAY_NAME})\b",
    rf"{NUMBER} {UNIT} ago (?:today|this (?:week|month))\b|{NUMBER} {UNIT} (?:from now|hence)\b",
    rf"{NUMBER} (?:or|to) {NUMBER} {UNIT} ago\b",
    rf"{NUMBER} (?:more )?{UNIT} (?:ago|earlier|later|before|prior|previously)\b",
    rf"[Ww]ithin (?:the (?:next|coming) )?(?:{NUMBER} )?{UNIT}\b",
    rf"[Ii]n {NUMBER} {UNIT}(?:['’]s?)? time\b",
    rf"[Ff]or (?:(?:more than|over|almost|nearly|about|at least|the) )?{NUMBER} {UNIT}\b",
    r"[Tt]he (?:following|next|previous|same|preceding) (?:day|week|month|year|morning|afternoon|evening|night)",
    r"[Ss]ince then",
    OF_THE_DAY,
    rf"(?:(?:[Ee]arlier|[Ll]ater|[Oo]n) )?[Tt]hat (?:same )?(?:day|{PART})\b(?! (?:the|that|of)\b)",
    r"(?:(?:[Ee]arlier|[Ll]ater|[Ii]n) )?[Tt]hat (?:same )?(?:month|year)\b(?! (?:the|that|of)\b)",
    r"[Tt]he (?:day|evening|night|week|month|year) (?:before|after)\b",
    rf"[QH][1-4] (?:of )?{YEAR}\b",
    rf"(?:{LIMIT} |[Aa]t |[Ff]rom |[Ii]n |[Dd]uring )?(?:the )?(?:end|beginning|start|middle|close) of {OF}",
    rf"(?:{LIMIT} |[Aa]t |[Ii]n |[Dd]uring )?(?:the )?{ORDINAL} (?:{NUMBER} )?(?:half|quarter|weekend|{UNIT}) of {OF}",
    rf"(?:in )?{THIRDS}(?:-| )(?:{MONTH}(?:,? {YEAR})?|{YEAR})\b",
    rf"(?:in )?(?:the )?(?:[Ee]arly|[Ll]ate|[Mm]id)(?:-| )(?:{LONG}|{MONTH}(?:,? {YEAR})?)\b",
    rf"(?:[Ii]n (?:the )?{SEASONS} (?:of )?)?(?:[Ii]n )?{YEAR}[-–](?:{YEAR}|\d\d)\b(?!-)",
    rf"[Ii]n the {DECADE} and {DECADE}|[Ii]n the {DECADE}|[Tt]he {DECADE}|(?:[Ii]n )?[Tt]he ['’]\d0s",
    rf"(?:[Ii]n )?[Tt]he (?:(?:early|mid|late)[- ])?{TENS}",
    rf"(?:[Ii]n )?(?:the )?{CENTURIES} century",
    rf"[Ii]n (?:the )?{SEASONS} of {YEAR}|(?:[Ii]n|[Dd]uring|[Tt]hroughout) {YEAR}\b",
    r"[Tt]hroughout (?:last|this) (?:week|month|year)\b",
    rf"(?:[Ii]n )?(?:the )?{SEASONS} {YEAR}\b",
    rf"(?:[Ii]n|[Dd]uring) (?:the )?{SEASONS}\b(?! of\b)",
    r"(?:[Ii]n|[Ll]ast|[Tt]his|[Nn]ext|[Dd]uring) (?:May|March)\b",
    r"(?:May|March)\b",
    rf"\b(?:[Ii]n )?{ALONE}\b",
    rf"[Ff]rom {YEAR} (?:to|until) {YEAR}|[Bb]etween {YEAR} and {YEAR}",
    rf"(?<!\bdates )(?<!\bdated )(?<!\bdating )[Ff]rom {YEAR}\b(?! [a-z]+s\b)",
    rf"(?:{LIMIT} |[Aa]t )?(?:(?:the )?(?:year|month|week)['’]s end|year[- ]end)",
    rf"[Aa]t {NUMBER} o['’]clock(?: (?:in the (?:morning|afternoon|evening)|at night))?",
    r"[Aa]t (?:noon|midnight|(?:\d{1,2}(?:[:.]\d\d)? ?[apAP]\.?[mM]\b\.?|\d{1,2}:\d\d)(?: (?:GMT|UTC))?)",
    r"(?:[Bb]y |[Bb]efore |[Ss]ince |[Aa]t |[Oo]n )?(?:New Year|Christmas|Easter|Ramadan)(?!['’]s? )(?! [A-Z])",
    r"(?:New Year|Christmas)(?:['’]s)? (?:Day|Eve)",
    rf"[Ii]n {NUMBER} {UNIT}(?! (?:of|or)\b)\b",
    r"(?<!\b[Aa]s )[Rr]ecently",
    rf"{YEAR}\b",
)
"""How news writes times, the longer before the shorter."""

FINDER: Final = re.compile(
    r"(?<![\w$£€])(?:" + "|".join(f"(?:{pattern})" for pattern in PATTERNS) + r")(?![\w%]|-(?:era|style|born)\b)"
)
AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|could|can|may|might|must|should|is to|are to|was to|were to|due to|due"
    r"|set to|set for|scheduled"
    r"|plans?|planned|expected|expects?|likely|slated|earmarked|pencilled in|penciled in"
    r"|suggest(?:s|ed)?|recommend(?:s|ed)? that|demand(?:s|ed)?|call(?:s|ed) for|rul(?:e|es|ed) out"
    r"|(?:postponed|moved|delayed|deferred|put off|put back|pushed back|brought forward|rescheduled|adjourned|extended)"
    r" (?:to|until|till|for|by|from [^,;]{1,40} (?:to|until))"
    r"|look(?:s|ed|ing)? forward to|[Ll]et['’]s"
    r"|to be (?:held|staged|convened|opened|signed|hosted|launched|unveiled|published|released|delivered|decided"
    r"|elected|completed|built|sworn in)"
    r"|intends?|upcoming|faces|hopes?|about to|going to|deadline|invited?(?= [^,;]{0,40}\bto\b)|proposed"
    r"|(?:offer(?:ed|s)|agree[ds]?|promise[ds]?|vow(?:ed|s)|pledge[ds]?|undertook|ready|prepared|willing|wants?|wanted|hoped"
    r"|aims?|decided|threaten(?:ed|s)|asked|urged"
    r"|promising|vowing|pledging|offering|threatening|agreeing|hoping|planning|aiming|undertaking|intending|preparing)"
    r"(?:,? [–—-] [^–—-]{1,40} [–—-]|, [^,]{1,30},)? to"
    r"|\w+['’]ll|(?:is|are|\w+['’](?:m|re|s))"
    r" (?:meeting|visiting|travelling|traveling|hosting|heading|voting|arriving|returning|leaving|going"
    r"|running|standing|competing|hearing|signing|opening|starting|launching|welcoming))\b"
    r"|\b(?:order|instruct|direct|task|request|ask|urg|invit|requir|oblig|call)(?:ed|es|s)?"
    r" (?!to )[^,;]{1,90}? to (?:again )?"
    r"(?:meet|attend|convene|reconvene|hold|host|vote|appear|testify|report|visit|travel|come|gather|present|submit|decide"
    r"|answer|begin|start|resume|open|reopen|take part|participate)\b"
    r"|\b(?:has|have|is|are|will be)(?: also| now)?"
    r" (?:sent|sending|dispatched|dispatching|asked|asking|inviting|tasked) (?!to )[^,;]{1,90}? to"
    r" (?:visit|meet|attend|travel|go|come|hold|lead|join|take part|represent|convene)\b"
    r"|\bnext (?:[a-z-]+ ){0,2}(?:appearance|hearing|visit|meeting|round|call|summit|session|talks|elections?|vote|trip"
    r"|stop|conference|review|deadline|step|phase|tranche|game)s?"
    r"(?: (?:in|with|at|of|between) [^,;.]{1,40})?,?(?: on| in| for)? $"
    r"|\b(?:[Ss]tarting|[Aa]head of|[Ii]n the run-up to|in advance of"
    r"|(?:, |becom(?:es?|ing) |\bbe )effective(?: on| from)?) $"
    r"|\b[Aa]head of (?:the|his|her|their|its) [^,;]{1,40} on $|\b(?:talk|talks"
    r"|prospect|possibility|idea|hopes|plans?|proposals?) (?:of|for) [^,;]{0,80}$|\b(?!time"
    r"|vote)\w+ for $"
)
"""Words that speak of what is to come."""

BEHIND: Final = re.compile(
    r"\b(?:said|told|was|were|had|did|(?<!\b[Tt]he )(?<!\b[Aa] )(?<!\b[Aa]n )"
    r"(?!(?:United|[Ii]ndeed|[Ss]peed|[Hh]undred|[Pp]roceed|[Ee]xceed|[Ss]ucceed)\b)\w{3,}ed"
    r"|(?<!\b[Tt]he )left|met|spoke|held|took|came|began|went|fell"
    r"|gave|made|saw|sent|brought|wrote|rose|drew|became|led|ran|sat|stood|struck|flew|broke|chose|grew|won|lost|built"
    r"|fought|sought|kept|paid|laid|begun|seen"
    r"|shown|taken|drawn|given|written|chosen|broken|thrown|heard|found|caught"
    r"|undertaken)\b"
)
"""Words that speak of what is past."""

PRESENT: Final = re.compile(
    r"\b(?:resumes?|begins?|starts?|expires?|takes? (?:effect|place)"
    r"|(?:enters?|comes?|goes|go) (?:into (?:force|effect)|to the polls)|opens|ends)"
    r"(?: in [A-Z]\w+)?(?: on| in| at| by| from)? ?$"
    r"|\b(?:travels|flies|heads|leaves|arrives|departs|returns|convenes)\b[^,;]{0,40} $"
    r"|\b(?:begins|starts|pays|holds|opens) (?:an?|the|his|her|its) [^,;]{0,40} $"
    r"|\b(?:meets|gathers|reconvenes|sits|votes)(?: again)?(?: (?:in|at) [A-Z][\w.’' -]{1,30})?(?: on| in| from)? ?$"
    r"|\b(?:runs|lasts|continues|extends|stays|remains) (?:[a-z]+ )?(?:from|through|until|till|to) $"
    r"|\b(?:goes|moves|returns|comes|heads) (?:back )?(?:to|before) [^,;]{0,40} $"
    r"|\bthat (?:they|we|both|the \w+)(?: sides)? (?:meet|vote|convene|leave|start|begin|resume)(?: again)?"
    r"(?: on| in)? $"
    r"|\b(?:is|are) (?:in|at) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?(?: on)? $"
    r"|\bno (?:earlier|sooner|later) than $|\bas soon as $"
    r"|\b(?:talks|negotiations|consultations|exercises|drills|hearings|games)\b[^;]{0,60} (?:end|conclude|open|close)"
    r"(?: on| in)? $"
    r"|\b(?:[Pp]olls|[Pp]olling stations|[Bb]orders|[Ss]chools|[Tt]alks|[Nn]egotiations) (?:re)?(?:open|close)"
    r"(?: in [A-Z]\w+)?(?: on| in| at| by| from)? ?$"
    r"|\b(?:visits|hosts|meets|receives|tours|attends|addresses|hears|welcomes)"
    r" (?:[A-Z]|the |a |an |his |her |its )[^,;]{0,40} $"
)
"""Verbs in the present tense that speak of what is to come, with a date directly behind them."""

IS_ON: Final = re.compile(
    r"(?<!\b[Ii]t )(?<!\b[Tt]his )(?<!\b[Tt]hat )(?<!\b[Tt]here )(?<!\b[Ww]ho )\b(?:is|are|falls?)(?: on| in)? $"
)
"""Of what "is on Friday", unless it is on Friday's list."""

HEADLINE: Final = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*,?|and|of|the|for|on) )+to (?:meet|visit|hold|host|sign|open|resume|start|begin|vote|travel"
    r"|address|attend|discuss|convene|join|return|leave|launch|receive|arrive|speak|talk|release|announce|decide|gather"
    r"|fly|tour|mark|elect|free|withdraw|quit|resign|step down)\b[^,;]*$"
)
"""A headline of what is to come: "Envoys of Norland, Sudmark to meet on Monday"."""

PLURAL: Final = re.compile(
    r"^(?:If|Unless|Once|When) [^,;]{0,60} $"
    r"|(?<!\bto )(?<!\bnot )(?<!\b[Tt]he )(?<!\ba )\b(?:meet|gather|convene|travel|fly|return|vote|resume|reconvene"
    r"|sit down|hold (?:[\w-]+ ){0,3}(?:talks|meetings?|summit|elections?|negotiations|polls?|votes?|referendum))\b"
    r"[^,;]{0,40} $"
)
"""The same of several and of conditions, with no verb of the past before: "the ministers meet again on Monday"."""

AHEAD_AFTER: Final = re.compile(
    r"\W*(?P<between>(?:(?!that\b)[\w’'-]+ ){0,5}?)(?:will|shall|would|must|should|\w+['’]ll"
    r"|(?:is|are) (?:to|due|set|scheduled|expected|planned))\b"
)
"""What speaks of what is to come behind the time words, if no verb of the past stands between."""

ANNOUNCED: Final = re.compile(
    r"\s*(?:has been|have been|was|were|is being)"
    r" (?:announced|proposed|planned|scheduled|mooted|suggested|called)\b(?! off)"
)
"""What is said of something to come: "elections in June were announced"."""

LOOMING: Final = re.compile(
    r"(?:['’]s)? (?:[a-z]+ )?(?:deadline|cut-?off|vote|elections?|summit|talks|meeting|hearing|ballot)"
    r" (?:(?:is |are )?(?:looming|approaching|nearing)|looms?|approach(?:es)?|nears?|draws? near|on the horizon)\b"
    r"| is (?:also )?(?:the|an?) (?:[a-z-]+ )?(?:deadline|cut-?off|holiday|(?:last |first )?day (?:on|by|when|of))\b"
)
"""What is said of a day to come: "the Friday deadline looms"."""

UNTIL_PAST: Final = re.compile(
    r"\b(?:had|was|were|lasted|remained|stayed|served|ruled|lived|worked|kept|held|ran|went on"
    r"|continued|stretched|dragged|talked|negotiated|argued|debated|sat)\b"
)
"""Verbs behind which "until" ends something that is over."""

MOVED: Final = re.compile(
    r"^(?!.*\bhad\b).*\b(?:postponed|moved|delayed|deferred|put off|put back|extended|prolonged|suspended|adjourned"
    r"|given)\b[^,;]{0,30}$"
)
"""What is moved "until Friday" ends on a day to come, though it was moved before."""

PLANS: Final = re.compile(
    r"\b(?:scheduled|planned|due|set|slated|expected|postponed|delayed|deferred|put (?:off|back)|pushed back|moved"
    r"|[Aa]head of|paving the way for|(?:in preparation|preparing) for|run-up to)\b"
)
"""Words of plans: a day of theirs without a year is the nearest one."""

AGAIN: Final = re.compile(r"\b(?:most recently|as recently as|already|back) $")
"""Directly before these words a time is past."""

WHOLE_STRETCH: Final = re.compile(
    rf"^(?:(?:{DURING}) the course of the|[Tt]he) (?=past (?:\w+ )?{UNIT}$|last {NUMBER} {UNIT}$)"
)
"""Before a stretch that lasts until today, whatever is said of it: "the past week has been calm"."""

DEADLINE: Final = re.compile(
    r"\b(?:gave|gives?|given|giving|granted|grants|allowed|allows)\b[^,;]{0,60} $"
    r"|\b(?:has|have|had) (?:only )?(?:time )?$"
)
"""Behind these, "until Friday" names the last day that somebody has for something."""

UNTIL: Final = re.compile(r"(?:[Uu]ntil|[Tt]ill) ")
SHIFTED: Final = re.compile(
    r"\b(?:postponed|put off|put back|pushed back|moved|delayed|deferred|rescheduled|adjourned|shifted|brought forward"
    r"|(?:put|pushed|moved) (?:the|a|his|her|its|their|\w+['’]s) [^,;]{0,50}(?:off|back))\b[^,;]{0,60}$"
    r"|\b(?:put|pushed|moved) (?:off|back) [^,;]{0,60}$"
)
"""Behind these, "until Friday" names the new day of a meeting."""

UNDONE: Final = re.compile(
    r"\b(?:may|might|could|would|should|must)(?: not| well| also)? have (?!to\b|an?\b|the\b|until\b|till\b|no\b|time\b)"
    r"[a-z]+\b[^,;]{0,60}$|^(?:(?:After|Having) \w+ing|Having|Following (?!\w+['’]s)\w+)\b[^,;]{0,60}$|"
    r"\b(?:was|were) (?:(?:due|scheduled|supposed|meant|set) )?to have\b[^,;]{0,60}$"
    r"|\b(?:was|were) (?:originally |initially |first )(?:due|scheduled|planned|expected|set|slated|supposed|meant)\b"
    r"[^,;]{0,60}$"
    r"|\bhad (?:originally |initially |first )?been (?:due|scheduled|planned|expected|set|slated|supposed|meant)\b"
    r"[^,;]{0,60}$"
)
"""Of what is over: "was to have met on Monday", "may have left on Monday", "Following talks on Monday, they will …"."""

PUT_OFF: Final = re.compile(
    r"\b(?:has|have|had|was|were)(?: been)? (?:now |since )?(?:called off|cancell?ed|put off|postponed|scrapped"
    r"|delayed|moved|brought forward|in doubt)\b"
)
"""Behind a day or a month of a plan, these say that the plan was dropped; it was of the nearest such time."""

ON_A_DAY: Final = re.compile(
    r",? (?P<between>(?:(?:the |his |her |their )?(?!(?:said|says|told|who|which|that|as|if|when)\b)[\w’'-]+ ){1,5}?)"
    r"(?:meets?|visits?|votes?|hears|travels|hosts?|convenes?|arrives|begins?|starts?|opens?|resumes?|reconvenes?)"
    r"(?= [A-Z]| (?:the|a|an|his|her|its|their|in|at|to|on|again|with|for|work|talks)\b|$)"
)
"""Behind a day that opens a sentence, a verb in the present that speaks of what is to come."""

PLANNED: Final = re.compile(r"['’]s (?:[a-z-]+ )?(?:planned|scheduled|proposed|upcoming|forthcoming|expected)\b")
"""What is said of something to come: "Monday's planned visit"."""
