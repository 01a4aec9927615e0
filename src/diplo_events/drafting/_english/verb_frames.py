"""What stands behind some verbs where they are of saying: "call for", "rule out", "make it clear"."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["BEHIND"]

THE: Final = (
    r"(?:the |an? |this |that |these |those |such |any |all |his |her |its |their )?(?:[A-Z][\w’'.-]* ){0,6}"
    r"(?:['’]s? )?(?:[\w-]+ ){0,2}"
)
"""What may stand before a noun: an article, a name, adjectives."""

THEORY: Final = (
    r"(?:(?:claim|report|rumou?r|suggestion|allegation|accusation|idea|notion|account)s?|speculation"
    r"|(?:theor|possibilit)(?:y|ies))\b"
)
"""Nouns of what others say or suppose."""

ASKED: Final = rf"{THE}(?:request|plea|petition|application|bid|appeal)s?\b"
"""Nouns of what somebody asked for."""

DEEDS: Final = (
    r"advice|decision|action|move|order|ruling|law|bill|rule|ban|policy|policies|conduct|behaviou?r|detention|arrest"
    r"|dismissal|claim|allegation|evidence|testimony|process|procedure|plan|vote|election|treatment|trial|sentence"
    r"|measure|response|handling|argument|explanation|account|suspension|closure|proposal|statement|remark"
)
"""Nouns of what a court or a panel judges."""

BEHIND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "call": r"out\b|to (?!mind|question|account|order|prayer|arms)\w+|(?:(?:again|also|once more"
        r"|repeatedly) )?(?:(?:up)?on|for|it|him|her|them|himself|this|that|“…”|his"
        r"|their|its"
        r"|such|details|reports|any|for)\b(?! (?:a |an )?(?:meeting|election|halt|vote|strike)s?\b)"
        r"|the (?!(?:\w+ )?(?:meeting|election|vote|strike|police)s?\b(?: (?:on|off|to|in|by|at)\b| [.,]))"
        r"|[A-Z]\S*(?: [A-Z]\S*)* (?:an?\b|the\b|for [A-Z]|\w+(?:ous|able|ible|ive|less|ful)\b)|.{0,60}“…”",
        "name": r".{0,160}(?:\bas\b|“…”)|new [a-z]+ [A-Z]",
        "speak": r"(?:in (?:his|her|their) (?:\w+ )?(?:remarks|speech|address) (?:of|about|to)"
        r"|of|about|out|against|in favou?r)\b",
        "ask": r"(?!not to be\b|to remain\b|that (?:his|her|their) name)",
        "agree": r"(?:(?:that|with|about)\b|on (?:the )?(?:\w+ )?(?:need|importance|necessity|urgency)\b"
        r"|(?:this|these|all|both|[A-Z]\S*)(?: (?!to\b)[\w’'-]+){0,4} (?:will|would|could|should|must|can|may)\b"
        r"|(?:up)?on an? (?:\w+ )?(?:ceasefire|cease-fire|truce|deal|pact|plan|roadmap|framework|deadline|timetable)\b"
        r"|to\b(?! (?:meet|hold|convene|visit|talk|return|resume|speak|see)\b)|.{0,40}“…”)",
        "rule": r".{1,60} “…”"
        r"|(?:\d+ ?[-–] ?\d+ )?(?:out|that|against|unanimously|it|on)\b"
        r"|in (?:favou?r|regard|relation|the case)\b|.{1,80}\b(?:is"
        r"|was|were|are"
        r"|had|has|have|violat\w+|unconstitutional|unlawful|illegal|invalid|void|inadmissible)\b",
        "play": r"down\b",
        "point": r"(?:out|to)\b",
        "make": r"(?:it )?(?:clear|plain|known)\b|(?:an? |the |any |no |new |several |repeated |similar "
        r"|further )?(?:\w+ )?"
        r"(?:threat|accusation|allegation|demand|promise|pledge|appeal|plea|complaint|denial)s?\b",
        "let": r"it be known\b|slip\b",
        "sum": r"up\b.{0,60}“…”|it up\b|.{0,40}“…”",
        "peg": r".{0,60}\bat\b",
        "volunteer": r"that\b|.{0,12}“…”",
        "venture": r"that\b|.{0,12}“…”",
        "crow": r"that\b|over\b|.{0,12}“…”",
        "fume": r"that\b|.{0,30}“…”",
        "hit": r"(?:back|out)\b",
        "lash": r"out\b",
        "turn": r"down\b",
        "plan": r"to\b",
        "issue": r"(?:an? |the |its |his |her |their )?(?:[\w-]+ ){0,2}(?:warning|ultimatum|denial|apology"
        r"|condemnation|call"
        r"|appeal|order|decree|directive|ruling|plea|alert|subpoena|request|summons|advisory|verdict|judge?ment)s?\b",
        "raise": r"(?!(?:taxes|tariffs|duties|rates|interest|money|funds|prices|salaries|wages|children|hell|his|her"
        r"|an army"
        r"|the (?:flag|alert|price|rate|tax|bar|threshold|limit|ceiling|age|death)|in|by|from|to(?! discussion)|up|at"
        r"|its (?:rate"
        r"|alert|price))\b"
        r"|[\d$€£]|.{0,20}\b(?:from|to) [\d$€£])",
        "post": r"(?:that\b|.{0,40}“…”)",
        "find": rf"(?:\S+ ){{1,6}}(?:{DEEDS})s?\b.{{0,60}}“…”"
        r"|“…”|that\b|no (?:evidence|proof|sign|indication|trace|fault)\b"
        r"|.{1,60}\b(?:justified|unconstitutional|unlawful|illegal|unacceptable|invalid|in breach|in violation)\b",
        "give": r"(?:his|her|its|their) “…”|(?:an? |the |his |her |its |their |any |no "
        r"|it )?(?:\w+ ){0,2}(?:assurance|warning|ultimatum|pledge"
        r"|sympath(?:y|ie)"
        r"|condolence|credence|credit|reason|explanation|account|detail|notice)s?\b|(?:\w+ )?remarks (?:on|about)\b",
        "deliver": r"(?:an? |the )?(?:\w+ )?(?:warning|ultimatum|message|rebuke)\b",
        "send": r"word\b|(?:an? |the |his |her |its |their )?(?:\w+ ){0,2}(?:messages?|condolences|greetings"
        r"|letter of \w+)\b",
        "wire": r"that\b|.{0,60}“…”",
        "cable": r"that\b|.{0,60}“…”",
        "telegraph": r"that\b|.{0,60}“…”",
        "advise": r"(?!on\b)",
        "hear": r"from\b.{1,80}\bthat\b",
        "learn": r"from\b.{1,80}\bthat\b",
        "read": r".{0,12}“…”|(?:the|an?|its|their) (?:\w+ ){0,3}(?:statement|letter|release|text|tweet|warning|order"
        r"|resolution|note)\b",
        "claim": r"(?!(?:[\w,.]+ ){0,6}lives?\b|(?:the |an? |his |her |its )?(?:\w+ )?(?:medal|prize|title)s?\b)",
        "conclude": r"(?!(?:an? |the |his |her |its |their )?(?:[\w-]+ ){0,3}(?:talks|visit|trip|tour|negotiations"
        r"|agreement"
        r"|treaty|deal|meeting|session|summit|pact|accord|contract|investigation|inquiry|mandate|term)\b)",
        "plead": r"(?!(?:not )?guilty\b|no contest\b)",
        "update": r".{1,60}\bon\b",
        "brief": r".{1,60}\b(?:on|about)\b",
        "appreciate": r"(?:the|his|her|its|their|that|this|all|any|[A-Z])\b",
        "look": r"forward to\b",
        "recognize": r"(?:that|the)\b|.{1,80}\bas\b",
        "recognise": r"(?:that|the)\b|.{1,80}\bas\b",
        "identify": r".{0,80}\bas\b",
        "designate": r".{0,80}\b(?:as|terrorists?)\b",
        "portray": r".{0,80}\bas\b",
        "depict": r".{0,80}\bas\b",
        "regard": r".{0,80}\bas\b",
        "hold": r"that\b|.{1,60}\b(?:responsible|accountable)\b",
        "stand": r"(?:by|behind|with) (?:his|her|its|their|the|[A-Z])|firm\b",
        "reserve": r"the right\b",
        "lay": r"out\b|(?:the )?blame\b",
        "cast": r"doubts?\b",
        "pay": r"(?:\w+ )?(?:tribute|homage)\b",
        "wish": r"(?:the \w+ an? (?:\w+ )?(?:return|recovery|journey|future)\b)"
        r"|(?:him|her|them|the|his|its|everyone|all|[A-Z])\b.{0,80}\b(?:well|luck|success|recovery|peace|happy"
        r"|best)\b"
        r"|that\b",
        "outline": r"(?:an?|the|his|her|its|their|what|how|plans|steps|measures|two|three|four|five|six|several|some"
        r"|new|further)\b",
        "detail": r"(?:an?|the|his|her|its|their|what|how|plans|steps|measures|two|three|four|five|six|several)\b",
        "spell": r"out\b",
        "dispute": r"(?:that|the|this|these|his|her|its|their|[A-Z])\b",
        "contest": r"(?:this|that|it)(?: and| but|,| [.,;])|(?:the|this|that|these|those|his|her|its|their"
        r"|[A-Z]\S*(?: [A-Z]\S*)*(?: ['’]s)?) (?:[\w'’]+ ){0,3}(?:claims?|accounts?|versions?|findings?"
        r"|figures?|readings?|charges?|allegations?|accusations?|decision|ruling|verdict|results?|legality|sovereignty|validity)\b",
        "feel": r"(?!(?:an? |the |its |their )?(?:\w+ )?(?:earthquake|quake|tremors?|blasts?|explosions?|shocks?"
        r"|effects?|impact|pain|pressure|heat|need|consequences)\b)(?:that|(?:the|this|it|he|she|they|his|her|its|their|[A-Z]\S*)\b.{0,60}"
        r"\b(?:was|were|is|are|had|has|have|would|should|could|will|must))\b",
        "decide": r"(?:[,:] )?“…”|that\b|to (?:instruct|task|mandate|cooperate"
        r"|collaborate|coordinate|foster|reinvigorate|relaunch|explore"
        r"|strengthen|deepen|expand|enhance|establish|intensify|step up|work together)\b",
        "determine": r"that\b|.{1,60}\b(?:was|is|were|are|had|has)\b",
        "direct": r".{1,60}\bto\b",
        "task": r"(?:his|her|its|their|the|[A-Z]\S*)(?: [\w’'-]+){1,6}? (?:with [a-z]+ing|to [a-z]+)\b",
        "instruct": r".{1,60}\bto\b|that\b",
        "decree": r"that\b|.{1,40}“…”",
        "adopt": rf"{THE}resolutions?\b|{THE}(?:declaration|motion|communiqu[eé])s?\b",
        "pass": rf"{THE}(?:resolution|declaration|motion)s?\b",
        "approve": ASKED,
        "grant": ASKED,
        "maintain": r"that (?:the|an?|it|he|she|they|its|his|her|their|there|no|all|[A-Z]\w*)\b|"
        rf"(?!{THE}(?:relations|relationships?|ties|links|peace|presence|militias?|contacts?|control|order"
        r"|stability|silence|security|forces?|troops|bases?|channels?|army|armies|pressure|power|balance|unity)\b)",
        "discount": rf"{THE}{THEORY}",
        "debunk": rf"{THE}{THEORY}",
        "document": r"(?:(?:at|least|more|than|about|some|many|[\w,-]+) ){0,4}"
        r"(?:case|instance|violation|attack|abuse|killing|death|incident|breach)s?\b",
        "accept": ASKED + r"|that\b|(?:the |an? |his |her |its |their |this |full )?(?:[\w-]+ ){0,2}(?:offer|invitation"
        r"|proposal|apology"
        r"|responsibility|blame|terms|conditions|resignation|demands?|ceasefire|mediation)\b",
        "continue": r"(?:, |: )?“…”|.{0,40}[,:] “…”",
        "charge": r"that\b",
        "fault": r"(?:(?:him|her|them|the|his|its|their)\b|[A-Z])",
        "attack": r".{0,80}“…”|.{1,60}\bfor \w+ing\b"
        r"|(?:the|this|that|his|her|its|their|[A-Z]\S*(?: ['’]s)?) (?:\w+ ){0,2}"
        r"(?:proclamation|decision|plan|policy|policies|proposal|idea|move|ruling|bill|law|deal|agreement|record"
        r"|inquiry|investigation|probe|impeachment|motion|report|claim|reform|legislation|speech"
        r"|resolution)s?\b",
        "subpoena": r"(?!was\b|is\b|power)",
        "reason": r"that\b|.{0,20}“…”",
        "reflect": r"that\b|.{0,20}“…”",
        "summarize": r".{0,40}“…”",
        "summarise": r".{0,40}“…”",
        "chant": r".{0,30}“…”|slogans\b",
        "cry": r".{0,10}“…”",
        "bring": r"up (?:the|his|her|its|their|an?|this)\b",
        "guarantee": r"(?:that|to|the|him|her|them|[A-Z])\b",
        "resolve": r"to\b",
        "petition": r".{1,120}\b(?:to|for)\b",
        "lobby": r".{1,60}\bto\b|for\b|against\b",
        "wonder": r"(?:if|whether|why|how|what|who|when|where|aloud)\b|.{0,20}“…”",
        "favor": r"(?:an?|the|his|her|its|their|\w+ing)\b",
        "favour": r"(?:an?|the|his|her|its|their|\w+ing)\b",
        "credit": r".{1,60}\b(?:with|for)\b",
        "see": r"(?:no|it|this|that|the|little|a|any|signs"
        r"|(?:much |little |good )?(?:reason|cause|grounds) (?:for|to))\b"
        r".{0,80}",
        "view": r".{0,80}\bas\b",
        "refuse": r"to\b(?! (?:leave|go|sit|return|move|sign|pay|open|let|release)\b)",
        "decline": r"to\b",
        "paint": r"(?:a |the )?\w* ?picture\b",
        "offer": r"(?!.{0,3}\b(?:by|from)\b|(?:\w+ ){0,3}(?:flights?|courses?|services?|products?|seats|tickets|rooms"
        r"|discounts)\b)",
        "express": r"(?!.{0,3}\bby\b)",
        "suppose": r"that\b|.{0,20}“…”",
        "project": r".{0,80}\b(?:to|that)\b",
        "share": r"[,:] “…”"
        r"|that\b|(?:his|her|its|their) (?:\w+ )?(?:view|concern|condolence|opinion|belief|assessment)s?\b",
        "seek": r"(?:[A-Z]\S*(?: ['’]s)? |the |an? |his |her |its |their )?(?:[\w-]+ ){0,3}(?:aid|help|support"
        r"|assistance|apology"
        r"|clemency|pardons?|amnesty|mercy|leniency|extensions?|repatriation|recognition|sanctions|damages|reparations"
        r"|explanation|clarification|mediation|permission|approval|extradition|dialogue|assurances?|compensation)\b",
        "discuss": r"(?:the|his|her|its|their) (?:\w+ )?(?:importance|need|necessity|urgency|support)\b|“…”",
        "join": r"(?:the |in the |an? |others in )?(?:\w+ ){0,2}(?:calls?|chorus|appeals?|condemnations?|criticism)\b",
        "refer": r"to\b",
        "clear": r"(?:that|about|on)\b|[:]",
        "adamant": r"(?:that|about|on|in)\b|[:] “…”",
        "confident": r"(?:that|of|about)\b|[:] “…”",
        "optimistic": r"(?:that|about)\b|[:] “…”",
        "pessimistic": r"(?:that|about)\b|[:] “…”",
        "hopeful": r"(?:that|about|of)\b|[:] “…”",
        "critical": r"of\b",
        "supportive": r"of\b",
        "skeptical": r"(?:that|about|of)\b",
        "sceptical": r"(?:that|about|of)\b",
        "insistent": r"(?:that|on)\b|[:] “…”",
        "convinced": r"(?:that|of)\b|[:] “…”",
        "grateful": r"(?:that|to|for)\b",
        "thankful": r"(?:that|to|for)\b",
        "dismissive": r"of\b",
        "unequivocal": r"(?:that|about|in)\b|[:]",
        "worried": r"(?:that|about|by)\b",
        "concerned": r"(?:that|about|by|over)\b",
        "alarmed": r"(?:that|by|at)\b",
        "emphatic": r"(?:that|about)\b|[:] “…”",
        "apologetic": r"(?:about|for)\b",
        "vote": r"(?:\w+ly |[\w-]+ (?:to|against|for|votes to) [\w-]+ )?"
        r"to (?:condemn|call|urge|demand|support|back|endorse|reject|recommend|welcome"
        r"|recogni[sz]e)\b",
        "place": r"(?:the )?(?:\w+ ){0,3}(?:number|toll|figure|cost|count|blame)\b",
        "say": r"(?!nothing\b(?! (?:had|has|was|is|would|will|could|can|should)\b)|(?:a|another) (?:single )?word\b"
        r"|(?:a|his|her|their) (?:prayer|goodbye|farewell)s?\b)",
        "put": r"the (?:\w+ ){0,2}(?:number|toll|figure|cost|count)\b|it\b(?! (?:to|on|off|in|into|up|down|out|back"
        r"|before|under|at)\b)",
        "term": r".{0,80}“…”|(?:it|him|her|them|this|that|the|his|their|its)\b",
        "commit": r"(?:itself |himself |herself |themselves )?to\b|(?:an? |approximately |about |around |nearly |over "
        r"|almost |additional |another |more than |up to |at least )*[$€£]",
        "undertake": r"to\b",
        "press": r"(?:for\b|.{1,40} to\b)",
        "convey": r"(?:his|her|its|their|the|a|an|that)\b",
        "extend": r"(?:an? |the |his |her |its |their )?(?:\w+ ){0,2}"
        r"(?:invitation|condolences|thanks|congratulations|greetings|sympath(?:y|ies)|apolog(?:y|ies)|offer)\b",
        "vouch": r"for\b",
        "specify": r"(?:that|which|what|whether|how|when|where)\b|.{0,20}“…”",
        "brag": r"(?:that|about|of|to)\b|.{0,12}“…”",
        "gloat": r"(?:that|about|over)\b|.{0,12}“…”",
        "query": r"(?:whether|why|how|the)\b|.{0,12}“…”",
        "fret": r"(?:that|about|over)\b",
        "infer": r"that\b",
        "deduce": r"that\b",
        "calculate": r"that\b",
        "suspect": r"that\b|.{1,60}\bof (?:be|hav|try|plan|work|help|us)\w*ing\b",
        "message": r"that\b|.{0,30}“…”",
        "email": r"that\b|.{0,30}“…”",
        "remember": r"(?:(?:him|her|them|it)|the|his|her|[A-Z]\S*).{1,60}\bas\b.{0,60}“…”|(?:, |: )?“…”|that “…”",
        "attribute": r".{1,80}\bto\b",
        "ascribe": r".{1,80}\bto\b",
        "impute": r".{1,80}\bto\b",
        "take": r"(?:(?:full |sole )?responsibility for|issue with|note of|credit for|aim at|exception to)\b"
        r"|to (?:Twitter|X|Facebook|Telegram|Instagram|social media|television|the airwaves)\b",
        "declare": r"(?!(?:\w+ )?independence\b|war\b)",
    }
)
"""What stands behind some verbs where they are of saying; a whole quotation is written “…”."""
