"""How lines of articles, transcripts and press releases look that nobody codes, or that begin a part of the text."""

import re
from typing import Final

from diplo_events.drafting._english.nouns import words

__all__ = [
    "ARCHIVE_DAY",
    "ATTRIBUTABLE",
    "BULLET",
    "BYLINE",
    "CAPITAL_LABEL",
    "CAPTION",
    "CLOCK",
    "CREDIT",
    "DATELINE",
    "DAY_LINE",
    "ENDED",
    "END_MATTER",
    "FULL_DAY",
    "FURNITURE",
    "INVITATION",
    "KICKER",
    "LINE",
    "MONTH_DAY",
    "NO_PLACES",
    "SIGNATURE",
    "SPEAKS_OF_SELF",
    "STAGE",
    "STOPPED",
    "TURN",
]

MONTHS: Final = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r"|Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janv(?:ier|\.)|févr(?:ier|\.)|mars|avril|mai|juin|juil(?:let|\.)"
    r"|août|septembre|octobre|novembre|décembre)"
)
DAY_LINE: Final = re.compile(
    rf"(?:(?:Xinhua|Published|Updated|Posted|Date|Released)(?: on)? ?[|:]? ?)?"
    rf"(?:(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?(?:\d{{1,2}}(?:st|nd|rd|th|er|\.)? )?"
    rf"{MONTHS}(?: \d{{1,2}}(?:st|nd|rd|th)?)?,? [12]\d{{3}}|[12]\d{{3}}-\d\d-\d\d)"
    r"(?:,?(?: at)? \d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?\.?",
    re.IGNORECASE,
)
"""A line with a day and a year, and at most an hour."""

FULL_DAY: Final = re.compile(
    rf"[12]\d{{3}}-\d\d-\d\d|(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTHS}(?: \d{{1,2}}(?:st|nd|rd|th)?)?,? [12]\d{{3}}",
    re.IGNORECASE,
)
MONTH_DAY: Final = re.compile(rf"(?:\d{{1,2}} {MONTHS}|{MONTHS} \d{{1,2}})(?!\d)(?:,? [12]\d{{3}})?")
BYLINE: Final = re.compile(r"(?:By|Reporting by|Written by|Editing by|Von|Par) [A-ZÀ-Þ]\S*(?: \S+){0,9}", re.IGNORECASE)
CREDIT: Final = re.compile(
    r".*\((?:AP|AFP|Reuters|EPA|Getty(?: Images)?|Xinhua|TASS|dpa|ANI|AP Photo|EPA-EFE|[\w ]+ via [\w ]+)"
    r"(?:/[^)]{2,60})?\)\.?|(?:Photo|Image"
    r"|Picture|Credit|File photo)s?\b.*"
    r"|.*\b(?:REUTERS|AFP|EPA|Getty Images|AP Photo)/[A-Z][\w .’'-]{2,40}\.?|\(L-R\).*|©.*"
)
CAPTION: Final = re.compile(r"(?:Image|Photo|Picture|Credit|File photo)s?\b ?:.*", re.IGNORECASE)
"""The credit below a caption."""

FURNITURE: Final = re.compile(
    r"(?:Sources|Related(?: news| articles)?|External links|References|Share(?: this.*)?|Leave a Comment"
    r"|Comments?|Read more.*|"
    r"Read also.*|Subscribe.*|Sign up.*|Follow us.*|Tags?:.*|Advertise?ment|.*\bAdvertise?ment|Click here.*|###|END|"
    r"FOR IMMEDIATE RELEASE|Reuter\b.*|All rights reserved.*|Copyright\b.*|Our Standards:.*|Editor: .*"
    r"|[-–— ]*ENDS?[-–— ]*|END\s+\d{1,2}:\d\d .*|Not an official record\.?"
    r"|(?:Media |Press )?contacts?:.*|For (?:more|further) information\b.*|Tag and share.*|Print|Email|Facebook|Twitter"
    r"|Skip to (?:main )?content)",
    re.IGNORECASE,
)
INVITATION: Final = re.compile(
    r"From Wikinews, the free news source.*|Have an opinion on this story\?.*|Begin text[:.]?|End text[:.]?"
    r"|(?:This|The) (?:article|page) (?:is archived|features|has been).*|For information media\..*"
    r"|(?:This|The) (?:interview|conversation|transcript|text) (?:has been|was) (?:\w+ ){0,3}"
    r"(?:edited|condensed|shortened|abridged)\b.*"
    r"|(?:We welcome comments|Please note that).*",
    re.IGNORECASE,
)
"""Sentences of the page and not of the text."""

END_MATTER: Final = re.compile(
    r"(?:=+ ?)?(?:Sources?|Related (?:news|articles|links|stories)|References|External links|See also|Sister links"
    r"|Further reading|Notes (?:to|for) editors|Media contacts?|(?:Press )?contacts?|Footnotes)(?: ?=+)?:?"
    r"|[-–— ]*ENDS[-–— ]*",
    re.IGNORECASE,
)
"""Lines behind which nothing of the text follows."""

KICKER: Final = re.compile(
    r"(?:PRESS|NEWS|MEDIA) (?:RELEASE|NOTE|STATEMENT|ADVISORY)|FOR IMMEDIATE RELEASE|BRIEFING ROOM|READOUTS?|STATEMENT"
    r"|STATEMENTS? (?:AND|&) RELEASES|PRESS OFFICE|FACT SHEETS?|SPEECHES(?: AND REMARKS)?|WORLD NEWS|ARCHIVED CONTENT"
    r"|(?:THE )?WHITE HOUSE(?:,? WASHINGTON.{0,40})?|OFFICE OF THE (?:PRESS SECRETARY|SPOKESPERSON|VICE PRESIDENT)",
    re.IGNORECASE,
)
"""What stands above a headline."""

STAGE: Final = re.compile(r"[(\[][^()\[\]]{2,120}[)\]]\.?")
"""What a transcript says of the room: "(Laughter.)"."""

ATTRIBUTABLE: Final = re.compile(
    r"(?:The following|This) (?:statement |readout |text |information )?(?:is|was|may be) "
    r"(?:attribut(?:able|ed) to|issued by|released by).{3,160}:?"
    r"|(?:The )?(?:text of the )?following (?:joint )?(?:statement|text|declaration|communiqué)\b.{3,400}[:.]",
    re.IGNORECASE,
)
"""A line that says whose text follows."""

CAPITAL_LABEL: Final = re.compile(r"(?P<label>(?:[A-Z0-9’'&,.-]+ ){1,9}[A-Z0-9’'&.-]{2,}):\s+(?=[A-Z“\"])")
"""A heading in capitals with which a paragraph begins: "KEEPING PROMISES: Today, …"."""

BULLET: Final = re.compile(r"\s*(?:[•▪●◦‣*·]|[-–](?= ))\s*")
NAMED: Final = r"(?:(?:Mr|Mrs|Ms|Dr|St|Amb|Gen|Prof|H\.E)\.? )?[A-ZÀ-Þ][\w.'’-]*"
"""A word of a label, with a title before it."""

TURN: Final = re.compile(
    r"(?P<label>Q|A|Q\d|Question|Answer|(?:[A-Z][A-Z.'’-]+ ?){1,6}(?:\([^)]{1,60}\))?"
    rf"|{NAMED}(?:,? (?:(?:of|for|the|and|to|de|du|des|la|von|der|für|al|bin) ){{0,2}}{NAMED}){{0,8}}"
    r"(?: ?\([^)]{1,60}\))?)"
    r"(?:[ \u00a0\u202f]?:[ \u00a0\t]*|(?<!MS)(?<!MR)(?<!DR)(?<!MRS)(?<!Ms)(?<!Mr)(?<!Dr)\. +(?=[A-Z“\"\[(])"
    r"|(?<=Q)(?:[ \u00a0\t]{2,}|[ \u00a0\t](?=[A-Z])))(?=\S)"
)
"""The label of a turn: a name, an office or a medium, or several of these with commas between them."""

DATELINE: Final = re.compile(
    rf"(?P<place>\(?[A-Z][\w.'’-]*(?:[ /,-]{{1,2}}[A-Z][\w.'’-]*){{0,4}}"
    rf"(?:,? (?:{MONTHS} \d{{1,2}}|\d{{1,2}}\.? {MONTHS})(?:,? [12]\d{{3}})?\)?)?"
    r"(?: ?\([\w .]{2,24}\))?) ?(?:—|–|--| - |- (?=[A-Z]))\s*(?=\S)"
)
STOPPED: Final = re.compile(r"[.!?…:;][”\"’')\]]*\Z")
ENDED: Final = re.compile(r"(?<!\w\.\w)[.:;][”\"’')\]]*\Z")
CLOCK: Final = re.compile(r"\d{1,2}:\d\d(?: ?[AP]\.?M\.?.*)?|[A-Z]{3,4}", re.IGNORECASE)
ARCHIVE_DAY: Final = re.compile(r"date (?P<day>\d{4}-\d\d-\d\d) ")
SIGNATURE: Final = re.compile(r"[-–—~ ]*[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,4}(?:, [^.!?;:“”\"]{2,80})?")
LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
NO_PLACES: Final = words(
    "the a an he she it they we i but and in on at today tomorrow yesterday tonight now this these those that"
)
"""Words before a dash that begin a sentence, and no dateline."""

SPEAKS_OF_SELF: Final = re.compile(r"[A-ZÀ-Þ][\w.’' -]{1,40}: ‘?(?:I|We|My|Our)\b")
"""A line with a label that speaks of itself: it is not a heading, though short and without a stop."""
