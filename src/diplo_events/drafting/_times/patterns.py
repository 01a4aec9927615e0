"""How news writes times: the expressions that find time words."""

import re
from typing import Final

from diplo_events._internal.texts.calendar_names import MONTHS, WEEKDAY
from diplo_events.drafting._times.numbers import NUMERIC

__all__ = [
    "DATE",
    "DAY",
    "DAY_NAME",
    "DURING",
    "FINDER",
    "HOUR",
    "LATER",
    "MONTH",
    "NUMBER",
    "OF_THE_DAY",
    "RANGES",
    "SEASONS",
    "SHORT_DAY",
    "UNIT",
    "YEAR",
]

DAY_NAME: Final = rf"{WEEKDAY}s?"
MONTH: Final = (
    rf"(?:{MONTHS}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
NUMBER: Final = (
    r"(?:\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:half )?a dozen|(?:a )?few|(?:a )?couple of))"
)
UNIT: Final = r"(?:minute|hour|day|week|fortnight|month|year|decade|centur(?=y|ies))(?:s|y|ies)?"
SHORT_DAY: Final = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?"
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
    rf"(?:{MONTH} ?(?:{RANGE}|{DAY})(?:(?:,? |,){YEAR})?\b"
    rf"|(?:the )?(?:{RANGE}|{DAY}) ?(?:of )?{MONTH}(?:(?:,? ?){YEAR})?\b"
    rf"|[Tt]he (?i:{SPELT}) of {MONTH}(?:,? {YEAR})?\b|{MONTH} the {DAY}(?:,? {YEAR})?\b"
    rf"|{MONTH},? (?:of )?{YEAR}|{YEAR}(?:-\d\d-|/\d\d/)\d\d\b|\d{{1,2}}-{MONTH}-{YEAR}\b)"
)
THAT_YEAR: Final = r"(?:of |in )?(?:this|last|next) year"
MONTH_OF: Final = rf"{MONTH} {THAT_YEAR}"
"""A month of a year that is counted from now: "August of this year", "May last year"."""

PERIOD: Final = "(?:week|month|year|decade|century)"
DECADE: Final = r"(?:1[5-9]|20)\d0s"
DURING: Final = "[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hroughout"
SEASONS: Final = "(?:autumn|summer|spring|winter|fall)"
HELD: Final = (
    r"(?:summit|meeting|elections?|vote|referendum|talks|session|conference|visit|offensive|campaign|deadline"
    r"|negotiations|congress)"
)
"""What is called by the season that it is held in: "a summer meeting"."""

ORDINAL: Final = r"(?:first|second|third|fourth|last|final)"
OF: Final = (
    r"(?:(?:the|this|next|last) (?:day|week|month|year|decade|century)|that (?:same )?(?:month|year)"
    rf"|{MONTH_OF}|{MONTH}(?:,? {YEAR})?|{YEAR})"
)
OF_WHAT: Final = rf"(?:{OF}|(?:the|his|her|their|its)\b)"
TENS: Final = "(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
CENTURIES: Final = r"(?:\d{1,2}(?:st|nd|rd|th)|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
ALONE: Final = rf"(?!(?:May|March|Mar|Sep|Jan|Apr|Jun|Jul|Dec)\b){MONTH}"
"""A month whose name means nothing else."""

LIMIT: Final = r"(?:[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Bb]efore|[Aa]fter|[Pp]rior to)"
END: Final = (
    rf"(?:(?:{DAY_NAME},? )?{DATE}|{DAY_NAME}(?: {PART})?|(?:(?:early|mid|late)[ -])?(?:{MONTH_OF}|{YEAR}|{MONTH}))"
)
"""What can begin or end a stretch of time."""

RANGES: Final = re.compile(
    rf"(?<![\w$£€])(?:[Ff]rom (?:{END}|{DAY}) (?:to|until|till|through|[-–]) {END}"
    rf"|[Bb]etween (?:{END}|{DAY}) and {END}|[Bb]etween {MONTH} {DAY} and {DAY}(?:,? {YEAR})?"
    rf"|{DAY_NAME}(?: to | through |[-–]){DAY_NAME}|(?:[Ii]n )?{MONTH}(?:[-–]|-to-){MONTH}(?: {YEAR})?"
    rf"|(?:{MONTH} {DAY}|{DAY} {MONTH}) ?(?:to|through|until|[-–]) ?(?:{DATE}))(?![\w%])"
)
"""Stretches with both ends: "from May 3 to June 2, 2029", "Monday to Wednesday"."""

THIRDS: Final = r"(?:[Ee]arly|[Mm]id)-? (?:or|to) (?:mid|late)"
"""Two thirds of a month or a year: "mid- or late September"."""

LIMITED: Final = (
    rf"(?:[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince)(?: |(?=\d))(?:{DAY_NAME},? )?(?:{THIRDS}[ -]|late |early |mid-)?"
    rf"(?:{DATE}|{DAY_NAME}(?: {PART})?|(?:{MONTH}(?: {YEAR})?)|{YEAR}|(?:the )?{DECADE}|last {UNIT}|{SEASONS} {YEAR}"
    r"|(?:next|this) (?:week|month|year)|tomorrow|tonight|yesterday)\b(?!['’]s)"
)
LONG: Final = rf"(?:(?:the )?{DECADE}|{YEAR}|{CENTURIES} century)"

OF_THE_DAY: Final = (
    r"(?:[Ii]n|[Tt]hrough|[Tt]hroughout|[Dd]uring|[Ii]nto) the (?:morning|afternoon|evening|night)\b(?! (?:of|hours)\b)"
)
"""A part of a day without the day."""

CLOCK: Final = r"\d{1,2}(?:[:.]\d\d)? ?[apAP]\.?[mM]\b\.?"
ZONE: Final = r"(?:,? (?:GMT|UTC|BST|CET|CEST|EST|EDT|IST|JST|KST|MSK|local time|(?:in the )?local time))"
HOUR: Final = (
    rf"(?:[Aa]t (?:noon|midday|midnight|(?:{CLOCK}|\d{{1,2}}:\d\d){ZONE}?)"
    rf"(?!\.?,? (?:on )?(?:{DAY} {MONTH}\b|{MONTH} {DAY}))"
    r"|(?:(?:(?:[Jj]ust|[Ss]hortly|[Ss]oon) (?:before|after) |(?:[Aa]t )?(?:[Aa]round|[Aa]bout) |[Aa]t (?:exactly )?)"
    rf"(?:noon|midday|midnight|{CLOCK}{ZONE}?|\d{{1,2}}[:.]\d\d{ZONE}|(?<=[Aa]t )\d{{1,2}}:\d\d|\d{{4}} (?:GMT|UTC))"
    rf"|{CLOCK}{ZONE}?|\d{{1,2}}:\d\d{ZONE}|[012]\d{{3}} ?(?:GMT|UTC))"
    rf"(?!\.?{ZONE}?,? (?:on |the )?(?:\d|{DAY_NAME}|{MONTH}\b|today|tomorrow|yesterday|this|that|last|next))"
    r")"
)
"""An hour without its day behind it: "just before 11 a.m. local time", "at midday", "1000 GMT"."""

LATER: Final = r"later(?=[.,]| (?:for|to|with|and)\b)"
"""What somebody is to do "later" is of today."""

IN_THAT_YEAR: Final = (
    r"(?:(?:[Ll]ater|[Ee]arlier|[Ii]n) )?[Tt]hat (?:same )?year,? (?:in|on) (?:(?:early|mid|late)[ -])?"
    rf"(?:{DAY} {MONTH}|{MONTH}(?: {DAY})?)\b"
)
"""A year named before with its month: "later that year, in August"."""

MONTHS_LISTED: Final = (
    rf"(?:(?:[Ii]n|[Dd]uring) {MONTH}|{ALONE})(?:, {MONTH})*,? (?:and|or) {MONTH}(?:,? {YEAR})?\b(?!\.? \d)"
)
"""Several months: "in October and November"."""

BRACKETED: Final = r"(?<=\()1\d{3} ?[-–] ?(?:1\d|20)\d\d(?=[),;])"
"""The years of a reign or a life: "the Norland wars (1368-1644)"."""

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
    (
        rf"(?:[Ii]n |[Oo]n )?[Tt]he night (?:from|of) {DAY_NAME} to {DAY_NAME}"
        rf"|[Oo]vernight (?:from {DAY_NAME} |in)?to {DAY_NAME}"
    ),
    YEAR_FIRST,
    LATER_ON,
    rf"{DAY_NAME}(?: and {DAY_NAME})? (?:of )?(?:last|this|next) week",
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
    (
        r"(?:[Ll]ate|[Ee]arl(?:y|ier)|[Ll]ater)(?: on| in)? (?:the )?"
        rf"(?:{DAY_NAME},? {DATE}|{DAY_NAME}|{DATE})(?: {PART})?"
    ),
    MONTHS_LISTED,
    rf"(?:{DAY_NAME}|{SHORT_DAY}),? (?:{DATE}|\({DATE}\)|\(\d{{1,2}}/\d{{1,2}}\))|(?:[Ii]n (?={MONTH}))?{DATE}",
    rf"(?:(?<=day \()|(?<=tomorrow \()){SHORT_DAY}(?=\))",
    rf"(?:(?:[Oo]ver|[Oo]n|[Dd]uring|[Aa]t) )?[Tt]he weekend of (?:the )?{DATE}|(?:[Ii]n |[Bb]y )?[Mm]id-?week\b",
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
    rf"(?:(?:[Ee]arly|[Ll]ater?) )?(?:[Ll]ast|[Nn]ext) (?:weekend|night|{PERIOD}|{SEASONS}|{MONTH}(?! \d{{1,2}}\b))",
    r"(?:[Oo]ver|[Aa]t|[Oo]n|[Dd]uring|[Bb]y|[Bb]efore|[Aa]fter) the weekend|[Oo]vernight",
    rf"(?:(?:{DURING}) (?:the course of )?)?[Tt]he (?:last|past|next|coming) (?:{NUMBER} )?{UNIT}\b(?! of {OF_WHAT})",
    rf"(?:[Ii]n |[Oo]ver )?[Tt]he {NUMBER} {UNIT} (?:ahead\b(?! of)|to come\b)",
    rf"(?:(?:{DURING}) )?(?:[Tt]he )?Past (?:{NUMBER} )?(?:Weeks?|Months?|Years?|Decades?)\b",
    r"(?:[Ii]n|[Oo]ver) (?:recent|the coming|coming) (?:days|weeks|months|years)",
    rf"{NUMBER} {UNIT} after\b(?= (?:[Tt]he |his |her |their |its )?[A-Z]?\w+|[.,;])",
    rf"{NUMBER} {DAY_NAME} ago\b",
    rf"{NUMBER} (?:days?|weeks?|fortnights?) from (?:today|tomorrow|{DAY_NAME})\b",
    rf"{NUMBER} weeks? (?:today|tomorrow)\b",
    rf"{NUMBER} {UNIT} on(?=[.,])",
    rf"{NUMBER} {UNIT} ago (?:to the day|today|this (?:week|month))\b|{NUMBER} {UNIT} (?:from now|hence)\b",
    (
        rf"(?<=(?:is|as|re|st|ly|ll|ow) ){NUMBER} (?:hours|days?|weeks?|months?|years?) (?:away|off)\b"
        r"(?! (?:work|duty|school)\b)"
    ),
    rf"{NUMBER} (?:or|to) {NUMBER} {UNIT} ago\b",
    rf"{NUMBER} (?:more )?{UNIT} (?:ago|earlier|later|before|prior|previously)\b",
    rf"[Ww]ithin (?:the (?:next|coming) )?(?:{NUMBER} )?{UNIT}\b",
    rf"[Ii]n {NUMBER} (?:or|to) {NUMBER} {UNIT}(?:(?:['’]s?)? time)?\b|[Ii]n {NUMBER} {UNIT}(?:['’]s?)? time\b",
    rf"[Ff]or (?:(?:more than|over|almost|nearly|about|at least|the) )?{NUMBER} {UNIT}\b",
    r"[Tt]he (?:following|next|previous|same|preceding) (?:day|week|month|year|morning|afternoon|evening|night)",
    r"[Ss]ince then",
    OF_THE_DAY,
    rf"(?:(?:[Ee]arlier|[Ll]ater|[Oo]n) )?[Tt]hat (?:same )?(?:day|{PART})\b(?! (?:the|that|of)\b)",
    r"(?:(?:[Ee]arlier|[Ll]ater|[Ii]n) )?[Tt]hat (?:same )?(?:month|year)\b(?! (?:the|that|of)\b)",
    r"[Tt]he (?:day|evening|night|week|month|year) (?:before|after)\b",
    rf"[QH][1-4] (?:of )?{YEAR}\b|(?:[Ii]n |[Bb]y )?Q[1-4](?: (?:of )?{YEAR})?\b",
    rf"(?:{LIMIT} |[Aa]t |[Ff]rom |[Ii]n |[Dd]uring )?(?:the )?(?:end|beginning|start|middle|close) of {OF}",
    rf"(?:{LIMIT} |[Aa]t |[Ii]n |[Dd]uring )?(?:the )?{ORDINAL} (?:{NUMBER} )?(?:half|quarter|weekend|{UNIT}) of {OF}",
    rf"(?:in )?{THIRDS}(?:-| )(?:{MONTH}(?:,? {YEAR})?|{YEAR})\b",
    rf"(?:in )?(?:the )?(?:[Ee]arly|[Ll]ate|[Mm]id)(?:-| )(?:{LONG}|{MONTH}(?:,? {YEAR})?)\b",
    rf"(?:[Ii]n (?:the )?{SEASONS} (?:of )?)?(?:[Ii]n |[Ff]rom |[Dd]uring |[Oo]ver )?{YEAR}[-–](?:{YEAR}|\d\d)\b(?!-)",
    BRACKETED,
    rf"{YEAR}(?:/| through ){YEAR}\b(?!/)",
    (
        rf"{YEAR}/\d\d(?= (?:(?:financial|fiscal|school|academic|budget) )?(?:year|budget|season|term|period)s?\b)"
        rf"|FY ?{YEAR}\b"
    ),
    rf"[Ii]n the {DECADE} and {DECADE}|[Ii]n the {DECADE}|[Tt]he {DECADE}|(?:[Ii]n )?[Tt]he ['’]\d0s|{DECADE}\b",
    rf"(?:[Ii]n )?[Tt]he (?:(?:early|mid|late)[- ])?{TENS}",
    rf"(?:[Ii]n )?(?:the )?{CENTURIES} century",
    rf"[Ii]n (?:the )?{SEASONS} of {YEAR}|(?:[Ii]n|[Dd]uring|[Tt]hroughout) {YEAR}\b",
    r"(?<!the )[Ll]ast (?:week|month|year)s(?= (?:[a-z-]+ )?(?:attack|meeting|talk|summit|visit|statement|vote))",
    r"[Tt]hroughout (?:last|this) (?:week|month|year)\b",
    rf"(?:[Ii]n )?(?:the )?{SEASONS} {YEAR}(?:[/–-]\d\d)?\b",
    rf"(?:[Ii]n|[Oo]ver|[Dd]uring) (?:the )?{SEASONS}\b(?! of\b)",
    rf"(?:(?<=\b[Aa] )|(?<=\b[Aa]n ))(?:(?:early|late) )?{SEASONS}(?= (?:[a-z-]+ )?{HELD}\b)",
    r"(?:[Ii]n|[Ll]ast|[Tt]his|[Nn]ext|[Dd]uring) (?:May|March)\b",
    r"(?:May|March)\b",
    rf"\b(?:[Ii]n )?{ALONE}\b",
    rf"[Ff]rom {YEAR} (?:to|until) {YEAR}|[Bb]etween {YEAR} and {YEAR}",
    rf"(?<!\bup )(?<!\bdown )(?<!\bdates )(?<!\bdated )(?<!\bdating )[Ff]rom {YEAR}\b(?! (?!was\b|has\b)[a-z]+s\b)",
    rf"(?:{LIMIT} |[Aa]t )?(?:(?:the )?(?:year|month|week)['’]s end|year[- ]end)",
    rf"[Aa]t {NUMBER} o['’]clock(?: (?:in the (?:morning|afternoon|evening)|at night))?",
    HOUR,
    r"(?:[Bb]y |[Bb]efore |[Ss]ince |[Aa]t |[Oo]n )?(?:New Year|Christmas|Easter|Ramadan)(?!['’]s? )(?! [A-Z])",
    r"(?:New Year|Christmas)(?:['’]s)? (?:Day|Eve)",
    rf"[Ii]n {NUMBER} {UNIT}(?! (?:of|or)\b)\b",
    LATER,
    r"(?<!\b[Aa]s )[Rr]ecently",
    rf"{YEAR}\b",
)
"""How news writes times, the longer before the shorter."""

FINDER: Final = re.compile(
    r"(?:(?<![\w$£€])|(?<=\b[OoIi]n)(?=\d)|(?<=\bof)(?=\d)|(?<=\bfrom)(?=\d)"
    r"|(?<=\band)(?=\d)|(?<=\bto)(?=\d))(?:"
    + "|".join(f"(?:{pattern})" for pattern in PATTERNS)
    + r")(?![\w%]|-(?:era|style|born)\b)"
)
