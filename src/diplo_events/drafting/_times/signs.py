"""The signs of what is past and of what is to come: the words beside a time that show on which side it lies."""

import re
from typing import Final

from diplo_events.drafting._times.patterns import DURING, NUMBER, UNIT

__all__ = [
    "AGAIN",
    "AHEAD",
    "AHEAD_AFTER",
    "ANNOUNCED",
    "BEHIND",
    "DEADLINE",
    "HEADLINE",
    "IS_ON",
    "LAST_DAY",
    "LOOMING",
    "MOVED",
    "NEW_DAY",
    "ON_A_DAY",
    "PLANNED",
    "PLANS",
    "PLURAL",
    "PRESENT",
    "PUT_OFF",
    "SHIFTED",
    "UNDONE",
    "UNTIL",
    "UNTIL_PAST",
    "WHEN_AHEAD",
    "WHOLE_STRETCH",
]

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
    r"|intends?|upcoming|faces|hopes?|about to|going to"
    r"|deadline(?! (?:was|had been) (?:on )?$)(?! (?:has |had |was |is )?(?:passed|expired|lapsed|came|missed|over)\b)"
    r"|invited?(?= [^,;]{0,40}\bto\b)|proposed"
    r"|(?:offer(?:ed|s)|agree[ds]?|promise[ds]?|vow(?:ed|s)|pledge[ds]?|undertook"
    r"|ready|prepared|prepares?|willing|poised|eager|keen|wants?|wanted|hoped"
    r"|aims?|seeks?|gear(?:s|ed|ing)? up|decided|threaten(?:ed|s)|asked|urged"
    r"|promising|vowing|pledging|offering|threatening|agreeing|hoping|planning|aiming|undertaking|intending|preparing)"
    r"(?:,? [–—-] [^–—-]{1,40} [–—-]|, [^,]{1,30},|(?: (?:on|in|at))?(?: (?:late|early))?(?: [A-Z][\w’'-]+){1,2})? to"
    r"|\w+['’]ll|(?:is|are|\w+['’](?:m|re|s))"
    r" (?:(?:also|again|now) )?(?:meeting|visiting|travelling|traveling|hosting|heading|voting|arriving|returning"
    r"|leaving"
    r"|going|holding|chairing|attending|briefing|debating|considering|receiving|joining|addressing|delivering"
    r"|presenting|convening|gathering|marking|electing|flying"
    r"|running|standing|competing|hearing|signing|opening|starting|launching|welcoming))\b"
    r"|\b(?:order|instruct|direct|task|request|ask|urg|invit|requir|oblig|call)(?:ed|es|s)?"
    r" (?!to )[^,;]{1,90}? to (?:again )?"
    r"(?:meet|attend|convene|reconvene|hold|host|vote|appear|testify|report|visit|travel|come|gather|present|submit"
    r"|decide"
    r"|answer|begin|start|resume|open|reopen|take part|participate|protest|march|rally|strike|demonstrate|gather)\b"
    r"|\b(?:has|have|is|are|will be)(?: also| now)?"
    r" (?:sent|sending|dispatched|dispatching|asked|asking|inviting|tasked) (?!to )[^,;]{1,90}? to"
    r" (?:visit|meet|attend|travel|go|come|hold|lead|join|take part|represent|convene)\b"
    r"|\b(?:call|decision|need|commitment|intention|readiness|willingness|desire|wish|agreement|proposal|plan"
    r"|invitation"
    r"|appeal|pledge|promise|offer|bid|order)s? to (?:\w+ly )?"
    r"(?:hold|meet|host|convene|visit|organi[sz]e|attend|take part|participate|sign|resume|start|begin|launch|open"
    r"|conduct"
    r"|send|return|finali[sz]e)\b"
    r"|\bnext (?:[a-z-]+ ){0,2}(?:appearance|hearing|visit|meeting|round|call|summit|session|talks|elections?|vote|trip"
    r"|stop|conference|review|deadline|step|phase|tranche|game)s?"
    r"(?: (?:in|with|at|of|between) [^,;.]{1,40})?,?(?: on| in| for)? $"
    r"|\b(?:[Ss]tarting|[Aa]head of|[Ii]n the run-up to|in advance of"
    r"|(?:, |becom(?:es?|ing) |\bbe )effective(?: on| from)?) $"
    r"|\b[Aa]head of (?:the|his|her|their|its|an?|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}['’]s?) [^,;]{1,40} on $"
    r"|\b(?:talk|talks"
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
    r"|undertaken|drove|felt|fled|threw|shot|sold|spent|bought|taught|thought|understood|withdrew|got|sank|swore|stole"
    r"|forgot|hid|slept|shook|dealt|meant|undertook|overtook|oversaw|foresaw|underwent|overthrew|woke|rang|sang)\b"
)
"""Words that speak of what is past."""

PRESENT: Final = re.compile(
    r"\b(?:resumes?|begins?|starts?|expires?|takes? (?:effect|place|office|over|charge)|steps? down"
    r"|(?:enters?|comes?|goes|go) (?:into (?:force|effect)|to the polls)|opens|ends)"
    r"(?: in [A-Z]\w+)?(?: at (?:\d|noon|midday|midnight)(?:(?!\bw(?:as|ere)\b)[^,;]){0,30})?"
    r"(?: on| in| at| by| from)? ?$"
    r"|\b[Pp]olls (?:re)?open [^,;]{1,30} and close(?: on)? $"
    r"|\b(?:travels|flies|heads|leaves|arrives|departs|returns|convenes)\b[^,;]{0,40} $"
    r"|\bholds (?:[\w-]+ ){0,3}(?:talks|meetings?|summit|elections?|negotiations|polls?|votes?|referendum)"
    r"(?: in [A-Z]\w+)?(?: on| in| for)? $"
    r"|\b(?:begins|starts|pays|holds|opens|concludes|completes|wraps up|kicks off|embarks on)"
    r" (?:an?|the|his|her|its) [^,;]{0,40} $"
    r"|\b(?:meets|gathers|reconvenes|sits|votes)(?: again)?(?: (?:in|at) [A-Z][\w.’' -]{1,30}| behind closed doors)?"
    r"(?: on| in| from)? ?$"
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
    r"|\b(?:visits|hosts|meets|receives|tours|attends|addresses|hears|welcomes|debates|briefs|considers|joins|chairs"
    r"|launches|presents|signs|inaugurates)"
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
    r"|(?<!\bto )(?<!\bnot )(?<!\b[Tt]he )(?<!\ba )(?<!['’]s )(?<!\bhis )(?<!\bher )(?<!\bits )"
    r"(?<!\btheir )\b(?:meet|gather|convene|travel|fly|return|vote|resume|reconvene"
    r"|mark|celebrate|sit down|hold (?:[\w-]+ ){0,3}(?:talks|meetings?|summit|elections?|negotiations|polls?|votes?"
    r"|referendum))\b"
    r"[^,;]{0,40} $"
)
"""The same of several and of conditions, with no verb of the past before: "the ministers meet again on Monday"."""

AHEAD_AFTER: Final = re.compile(
    r"\W*(?P<between>(?:(?!that\b)[\w’'-]+ ){0,5}?)(?:will|shall|would|must|should|\w+['’]ll"
    r"|(?:is|are) (?:to|due|set|scheduled|expected|planned)"
    r"|(?:is|are|\w+['’](?:m|re)) (?:going|meeting|visiting|travelling|traveling|hosting|holding|flying|attending)"
    r"|look(?:s|ing)? forward to)\b"
)
"""What speaks of what is to come behind the time words, if no verb of the past stands between."""

WHEN_AHEAD: Final = re.compile(
    r",? (?:when|on which|by which|at which)\b[^,;]{0,60}?"
    r"\b(?:will|shall|(?:is|are) (?:to|due|set|scheduled|expected))\b"
)
"""Directly behind a time, these tell what is to come then."""

LAST_DAY: Final = re.compile(
    r"(?:['’]s)? (?:[a-z-]+ )?(?:deadline|cut-?off|target date|expiry)\b"
    r"(?! (?:has |had |was )?(?:passed|expired|lapsed|came|missed|over)\b)"
)
"""What stands behind a day or a month that something must be done by."""

ANNOUNCED: Final = re.compile(
    r"\s*(?:has been|have been|was|were|is being)"
    r" (?:announced|proposed|planned|scheduled|mooted|suggested|called)\b(?! off)"
)
"""What is said of something to come: "elections in June were announced"."""

LOOMING: Final = re.compile(
    r"(?:['’]s)? (?:[a-z]+ )?(?:deadline|cut-?off|vote|elections?|summit|talks|meeting|hearing|ballot)"
    r" (?:(?:is |are )?(?:looming|approaching|nearing)|looms?|approach(?:es)?|nears?|draws? near|on the horizon)\b"
    r"| marks (?:the|an?|\d+) "
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
    r"|[Aa]head of|[Ww]ith effect from|[Ee]ffective|beyond"
    r"|paving the way for|(?:in preparation|preparing) for|run-up to)\b"
)
"""Words of plans: a day of theirs without a year is the nearest one."""

AGAIN: Final = re.compile(
    r"\b(?:most recently|as recently as|already|back) $"
    r"|\bsince (?:\w+ing|(?:he|she|it|they|[A-Z]\w+) (?:last )?(?:\w+ed|took|came|became|met|left|won|began|fell))\b"
    r"[^,;]{0,50} $"
)
"""Directly before these words a time is past: "back in May", "her first since taking office in May"."""

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

NEW_DAY: Final = re.compile(
    r"\bbut\b[^,;]*\b(?:moved|postponed|put off|put back|pushed back|delayed|brought forward|rescheduled|deferred"
    r"|adjourned|will|now)\b[^,;]*\b(?:to|until|till|for|on) $"
)
"""Behind what was planned at first, its new day: "had been scheduled for Tuesday but was moved to Friday"."""

PUT_OFF: Final = re.compile(
    r"\b(?:has|have|had|was|were)(?: been)? (?:now |since )?(?:called off|cancell?ed|put off|postponed|scrapped"
    r"|delayed|moved|brought forward|in doubt)\b"
)
"""Behind a day or a month of a plan, these say that the plan was dropped; it was of the nearest such time."""

ON_A_DAY: Final = re.compile(
    r",? (?P<between>(?:(?:the |his |her |their )?(?!(?:said|says|told|who|which|that|as|if|when)\b)[\w’'-]+ ){1,5}?)"
    r"(?:meets?|visits?|votes?|marks?|hears|travels|hosts?|convenes?|arrives|begins?|starts?|opens?|resumes?"
    r"|reconvenes?)"
    r"(?= [A-Z\d]| (?:the|a|an|his|her|its|their|in|at|to|on|again|with|for|work|talks)\b|$)"
)
"""Behind a day that opens a sentence, a verb in the present that speaks of what is to come."""

PLANNED: Final = re.compile(r"['’]s (?:[a-z-]+ )?(?:planned|scheduled|proposed|upcoming|forthcoming|expected)\b")
"""What is said of something to come: "Monday's planned visit"."""
