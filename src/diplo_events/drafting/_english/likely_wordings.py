"""The phrases of diplomacy that report statements, read in sentences in which each actor is a sign: "@s is to send"."""

import re
from typing import Final

from diplo_events.drafting._english.taking_sides import (
    ACCORDING,
    AT_ODDS,
    FAR_VERB,
    IN_SPEECH,
    IRE,
    POSITION,
    SILENT,
    WITH_NOUNS,
)
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["AT_END", "HEADLINES", "IN_COMPANY", "IN_HEADLINE", "LABELLED", "OWN_LABEL", "PHRASES", "SUBJECT"]

ACTOR: Final = r"[@][a-z]+"
GROUP: Final = (
    r"(?:the |both |all |these |each |most )?"
    r"(?:two|three|four|five|six|latter|sides?|parties|heads|leaders|ministers|delegations|countries|states|presidents"
    r"|community|council|union|co-chairs|capitals|neighbou?rs|governments|ambassadors|envoys|interlocutors|participants"
    r"|mediators|guarantors|signatories|speakers|delegates|meeting|conference|summit|session|forum|assembly|plenary)"
    r"(?: (?:sides|parties|countries|nations|states|leaders|ministers|presidents|diplomats|delegations|governments"
    r"|officials|men|women|heads|chiefs|neighbou?rs))?"
)
OWNED: Final = (
    r"(?:his|her|their|its|our|= ['’]s?) (?:own )?(?:country|government|gov['’]?t|nation|people|party|ministry"
    r"|delegation|administration|organi[sz]ation|side|camp|office|cabinet|regime|junta|allies|team)"
)
PRONOUN: Final = r"%(?:he|she|they|we|i)"
TAIL: Final = (
    r"(?: ['’])?(?: \*)?(?: [#][a-z]+)?(?: (?:of|from|in|at|to|for|on|and|or|,) (?:the )?[@#=][a-z]*)*"
    r"(?: , [^,;:]{2,90} ,| \( [^)]{1,40} \))?"
)
WHEN: Final = (
    r"(?: (?:on |late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: \w+)?"
    r"| (?:today|yesterday|earlier|late)(?: (?:today|yesterday))?(?: , \w+day ,)?"
    r"| , (?:however|meanwhile|too|though|in turn|for (?:his|her|its|their) part) ,| alone| in turn)?"
)
SUBJECT: Final = re.compile(
    rf"(?:\A|.*[ (])(?<!if )(?<!unless )(?<!whether )(?<!should )(?<!help )(?<!helps )(?<!helped )"
    rf"(?<!let )(?<!make )(?<!made )(?:(?P<actor>{ACTOR})|(?P<pronoun>{PRONOUN})"
    rf"|(?<!of )(?<!between )(?<!by )(?<!with )(?<!for )(?<!from )(?P<group>{GROUP})"
    rf"|(?P<own>{OWNED}))(?:{TAIL}){WHEN}\Z"
)
"""What ends before a verb of which it is the subject."""

IN_COMPANY: Final = re.compile(rf"\A{GROUP} (?:also )?\w+ed\b.* and (?:also )?\Z")
"""Several who do something else before: "The interlocutors discussed trade and agreed"."""

IN_HEADLINE: Final = re.compile(r"\A(?:[a-z][\w.'’-]* ){1,3}\Z")
"""A name that no table has before a verb in a headline."""

AGREED: Final = re.compile(
    r"(?:\A|[ ,])%?it (?:was|is|has been|had been) (?:\w+ly |also |further )?(?:agreed|decided|noted|stressed"
    r"|underlined|underscored|emphasi[sz]ed|reaffirmed|recalled|acknowledged|announced|resolved|proposed|recommended"
    r"|concluded|suggested) (?:that|to|by)\b"
)
"""What was agreed where nobody is named: "It was agreed that the talks would go on"."""

MET: Final = re.compile(
    r"\b(?:met|greeted|received) with (?:\w+ ){0,2}(?:anger|outrage|dismay|scepticism|skepticism|criticism|protests?"
    r"|condemnation|praise|indignation|derision|scorn|disbelief|applause|reception)\b"
    r"|\b(?:sparked|drew|draws|sparks|provoked|provokes|prompted|triggered|elicited|earned) (?:\w+ ){0,3}"
    r"(?:outrage|criticism|condemnations?|praise|rebukes?|outcry|uproar|(?:angry|sharp|swift) (?:response|reaction)s?)"
    r" from\b"
)
"""How somebody took something, and so what they said of it."""

GOES_ON: Final = re.compile(
    r" , (?:the |his |her |= ['’]?s? ?)?(?:[@%]\w+)(?: , [^,]{1,40} ,)? (?:\w+ly |also |then )?(?:continue[ds]|went on"
    r"|goes on|added|adds|concluded|said|says|noted|explained|pointed out|warned|argued|insisted|stressed|observed)"
    r"(?= ,| \.| on |\Z)"
)
"""Who says something in the middle of it: "The dam, the envoy went on, is a threat"."""

CALLS: Final = re.compile(
    r"\bin (?:(?:an?|his|her|its|their) (?:\w+ )?|(?:joint|urgent|fresh|new) )"
    r"(?:call|appeal|plea|warning|rebuke|tribute) (?:for|to)\b"
    r"|\bour (?:deepest |heartfelt |sincere )?(?:thoughts|hearts|condolences|prayers|sympath(?:y|ies)) (?:are|is|go)\b"
)
"""What a noun says in passing: "In a call for unity, she met the tribes"."""

NOTED: Final = re.compile(
    r"\b(?:interest|need|importance|readiness|satisfaction|concern|necessity|progress|commitment|willingness"
    r"|appreciation|gratitude|regret|positions?|approaches"
    r"|significance|value|urgency|hope|confidence|support|intention)\b(?: [^ ,;]+){0,9}"
    r" (?:was|were)(?: \w+ly| also)* (?:noted|highlighted|expressed|stressed|underlined|underscored|emphasi[sz]ed"
    r"|reiterated|reaffirmed|voiced|conveyed|recalled|acknowledged|confirmed|presented)\b"
    r"|\b(?:attention|emphasis|importance|tribute|priority|stress|weight)(?: [^ ,;]+){0,3} was (?:also )?"
    r"(?:paid|drawn|placed|laid|attached|put|given)\b"
)
"""What was stressed where nobody is named: "The need for talks was underlined"."""

ANSWERED: Final = re.compile(
    r"\b(?:offer|proposal|request|demand|claim|accusation|allegation|call|appeal|invitation|idea|suggestion|overture)s?"
    r" (?:was|were|has been|have been)(?: \w+ly| also)* (?:rejected|refused|turned down|dismissed|denied|accepted"
    r"|welcomed|rebuffed|declined|endorsed)\b"
)
"""What was answered where nobody is named: "The offer was turned down"."""

BACKED: Final = re.compile(
    r"\b(?:gets?|got|wins?|won|enjoys?|enjoyed|secure[sd]?|gains?|gained|has|had) (?:the )?(?:full |firm )?"
    r"(?:backing|support|endorsement|blessing) (?:of|from) (?:the )?[@#]"
)
"""What somebody has support for: "The plan has the backing of Norland"."""

HAVING: Final = re.compile(
    r"\A(?:after )?having (?:\w+ly )?(?:called|urged|warned|condemned|welcomed|said|stressed|noted|reaffirmed|pledged"
    r"|vowed|accused|rejected|demanded|expressed|reiterated|praised|thanked|promised|offered|denied)\b"
)
"""What somebody did with words before something else: "Having called for calm, she flew home"."""

WATCHING: Final = re.compile(
    r"(?:\A|[ ,])@[a-z]+ (?:is|are|has|have|continue|follow|monitor|watch)(?=[^,;.]*(?:follow|monitor|watch))"
    r"(?:(?=[^,;.]*\bclosely\b)(?=[^,;.]*\b(?:situation|developments?|events|matter|talks|process|elections?|progress"
    r"|incident|crisis|reports)\b)|(?=[^,;.]*\bwith (?:\w+ )?(?:concern|interest|attention|alarm|anxiety|unease)\b))"
)
"""What a government says that it follows: "Norland is following the situation with concern"."""

STATED: Final = re.compile(
    r"(?:\A|[ ,])%?(?:this|that|it|which) (?:was|is|has been) (?:stated|said|announced|noted|stressed"
    r"|emphasi[sz]ed|reported|declared|confirmed|disclosed|revealed|mentioned|underlined"
    r"|highlighted) (?:in|by|on|at|during)\b"
)
"""What points to who said something: "This was stated in their declaration"."""

BESIDES: Final = re.compile(
    r"\b(?:reaffirming|stressing|underlining|underscoring|reiterating|emphasi[sz]ing|declaring|insisting|condemning"
    r"|denouncing|urging|pledging|vowing|expressing|calling on|calling upon|deploring|voicing|demanding|warning"
    r"|rejecting|criticis?z?ing|accusing|blaming|praising|welcoming|thanking|hailing|deploring|regretting|protesting"
    r"|slamming|lamenting|appealing|asking|requesting|denying|disputing)"
    r" (?:that|its|their|his|her|the|all|both|any|@|#|=)"
)
"""What somebody does with words beside something else: "issued a text reaffirming that"."""

READY: Final = re.compile(
    r"= ['’]?s? ?(?:\w+ ){0,2}(?:readiness|willingness|insistence|refusal|intention|unwillingness|intent|desire"
    r"|resolve) (?:to|on|that|for)\b"
)
"""What a noun says that somebody is ready for: "Norland’s willingness to talk"."""

OFFICE: Final = (
    r"(?:fm|pm|minister|president|premier|envoy|ambassador|spokesman|spokeswoman|spokesperson|ministry|official"
    r"|officials|source|sources|foreign ministry|embassy|mfa|government|state media|diplomat|diplomats|aide"
    r"|(?<!-)chief|leader|govt|palace|dfa|mea|pmo|mofa|cabinet|opposition|junta)"
)
SOURCE: Final = (
    r"(?:reports?|communiqu[eé]|statement|declaration|readout|survey|poll|study|media|court|police|army|military|adviser"
    r"|advisor|analysts?|experts?|leaders?|ministers|watchdog|monitor)"
)
BEHIND_LABEL: Final = re.compile(
    rf"\A(?:\S+ ){{3,}}(?::|—|–|\|(?! [@#]b\w*\Z)) (?:(?:the )?(?:[@#]\w+|=(?: ['’]s?)?)(?: {OFFICE})?"
    rf"|(?:[\w.-]+ ){{0,2}}(?:{OFFICE}|{SOURCE}))\Z"
)
"""Who says what a headline has, behind a dash or a colon at its end: "Talks go on — Norland"."""

LABEL: Final = re.compile(
    rf"\A(?:@[pon]\w*(?: {OFFICE})?|@[bsg]\w* {OFFICE}|(?:\w+ )?{OFFICE}"
    rf"|(?:@[a-z]+|\w+)(?: {OFFICE})? to (?:[@#][a-z]+|[\w-]+)(?: [\w-]+)?) : "
)
OWN_LABEL: Final = re.compile(
    rf"(?:[A-ZÀ-Þ][\w.’'-]* ){{0,3}}(?i:{OFFICE}) (?:in|at|to|on) [^:]{{2,40}}: |"
    rf"[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)? on [^:]{{3,50}}: |"
    rf"[\w.’' -]{{2,40}}: ‘?(?:I|We|My|Our|I[’']\w+|We[’']\w+) |[\w.’' -]{{0,40}}\b(?i:{OFFICE}): "
)
"""A headline whose label speaks of itself, or is that of an office."""

AT_END: Final = re.compile(r"(?:\S+\s){3,}(?:\S+)?(?:\s[—–|]|:)\s[^—–|:]{2,40}")
"""A headline with a label at its end."""

LABELLED: Final = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]* ){0,3}(?P<name>[A-ZÀ-Þ][\w-]+): \S+ \S+")
"""A headline with any name as its label."""

NO_WILL: Final = (
    r"(?:be|meet|hold|visit|travel|host|play|address|chair|head|face|get|vote|decide|serve|participate|attend|see|have|become|need|start"
    r"|(?:continue to )?(?:suffer|grow|rise|fall|shrink|feel|live|exist|enjoy|benefit|receive|get)"
    r"|begin|open|take place|remain|lose|win|miss|make|go|elect|choose)\b"
)
WILL: Final = re.compile(
    rf"(?:\A|[,:] )(?:the )?@s(?:(?: ,| and|, and)+ (?:the )?@s)* (?:will|shall) "
    rf"(?:\w+ly |also |not |further |jointly )*(?!{NO_WILL}|work )[a-z]+"
)
"""What states will do, as they announce it."""

TO_DO: Final = re.compile(
    rf"\A@[a-z]+(?:(?: ,| and|, and)+ @[a-z]+)* (?:not )?to (?!{NO_WILL}|the\b|an?\b|@|#|=)[a-z]+"
)
"""What a headline has that somebody announces: "Norland, Sudland to restore ties"."""

READY_TO: Final = re.compile(
    rf"\A(?:(?:@[a-z]+|[\w'-]+)(?: (?:,|and))? ){{1,3}}(?:{OFFICE} )?(?:ready|willing|prepared|determined|keen|opposed"
    rf"|committed|(?:\w+ )?(?:concerned|worried|alarmed)|hopeful|confident|optimistic|unwilling|reluctant|{AT_ODDS}) "
    r"(?:to|by|over|about|at|on|of|for|that|with|as|@|#|=)"
)
"""What a headline has that an actor is: "Norland ready for talks"."""

SEEKS_TO: Final = re.compile(rf"\A@[a-z]+(?: {OFFICE})? (?:seeks?|aims?|hopes?|plans?|wants?|offers?|moves?) to [a-z]+")
"""What a headline has somebody want: "Norland envoy seeks to restart talks"."""

AND_SAYS: Final = re.compile(
    r"\A[@=][a-z]*.* (?:,|and) (?:urges?|blames?|calls? for|vows?|condemns?|accuses?|warns?|demands?|rejects?|praises?"
    r"|pledges?|denies|deny|insists?|hails?|thanks?|stress(?:es)?|reaffirms?|welcomes?) "
)
"""What a headline has somebody say besides something else: "Norland, Sudland leaders meet, urge calm"."""

HEADLINES: Final = (
    (BEHIND_LABEL, (SpeechAct.STATE,)),
    (LABEL, (SpeechAct.STATE,)),
    (READY_TO, (SpeechAct.PROMISE, SpeechAct.DISAPPROVE)),
    (SEEKS_TO, (SpeechAct.ANNOUNCE, SpeechAct.PROPOSE)),
    (AND_SAYS, (SpeechAct.APPEAL, SpeechAct.STATE)),
    (re.compile(IRE), (SpeechAct.CRITICIZE, SpeechAct.APPEAL)),
    (TO_DO, (SpeechAct.ANNOUNCE, SpeechAct.PROMISE)),
)
"""Phrases of headlines, with the acts that they name."""

PHRASES: Final = (
    (WILL, (SpeechAct.PROMISE, SpeechAct.ANNOUNCE)),
    (AGREED, (SpeechAct.AGREE, SpeechAct.STATE)),
    (MET, (SpeechAct.CRITICIZE, SpeechAct.PRAISE)),
    (NOTED, (SpeechAct.STATE, SpeechAct.TAKE_NOTE)),
    (ANSWERED, (SpeechAct.REJECT, SpeechAct.AGREE)),
    (BACKED, (SpeechAct.SUPPORT, SpeechAct.EXPRESS_ACCORD)),
    (HAVING, (SpeechAct.STATE, SpeechAct.APPEAL)),
    (STATED, (SpeechAct.STATE, SpeechAct.REPORT)),
    (BESIDES, (SpeechAct.STATE, SpeechAct.APPEAL)),
    (WATCHING, (SpeechAct.STATE, SpeechAct.ASSESS)),
    (CALLS, (SpeechAct.APPEAL, SpeechAct.STATE)),
    (GOES_ON, (SpeechAct.STATE, SpeechAct.REPORT)),
    (READY, (SpeechAct.PROMISE, SpeechAct.REJECT)),
    (re.compile(SILENT), (SpeechAct.DECLINE_COMMENT,)),
    (re.compile(IN_SPEECH), (SpeechAct.STATE, SpeechAct.REPORT)),
    (re.compile(FAR_VERB), (SpeechAct.STATE, SpeechAct.ANNOUNCE)),
    (re.compile(ACCORDING), (SpeechAct.STATE, SpeechAct.REPORT)),
    (re.compile(WITH_NOUNS), (SpeechAct.STATE, SpeechAct.ACCUSE)),
    (re.compile(POSITION), (SpeechAct.STATE, SpeechAct.DEMAND)),
)
"""Those of all sentences."""
