"""The vocabulary of headlines: in a few letters, who takes sides, doubts, plans or is silent."""

from typing import Final

__all__ = [
    "ACCORDING",
    "AT_ODDS",
    "FAR_VERB",
    "IN_SPEECH",
    "IRE",
    "MORE_ADJECTIVES",
    "MORE_VERBS",
    "NEGATED",
    "POSITION",
    "SILENT",
    "VERBS",
    "WITH_NOUNS",
]

SOMEBODY: Final = r"(?:the |its |his |her |their |%?(?:him|her|them)\b|fellow |former |ex-|top |outgoing )?[@#=%]"
"""Whom a verb is about."""

PEOPLE: Final = (
    rf"(?:[@#][po]\w*|(?:{SOMEBODY}\S*(?: ['’]s?)? (?:\w+ )?)?(?:critics|detractors|rivals?|opponents?|envoys?"
    rf"|leaders?"
    r"|ministers?|presidents?|pm|fm|officials?|ambassadors?|claims?|remarks?|comments?|reports?|stance|stand|policy"
    r"|decision|plans?|moves?|media|opposition|west|bid|proposals?|statement|attitude|inaction|silence)\b"
    rf"|{SOMEBODY}\S*(?: ['’]s?)? (?:over|for|on|as)\b)"
)
"""Whom words hit, and not bombs."""

FEW: Final = r"(?:(?!(?:and|but|who|that|which)\b)[\w’'-]+ ){0,3}?"
"""A few words between a verb and its noun."""

MATTERS: Final = (
    r"(?:questions?|quer(?:y|ies)|issues?|topics?|subject|matters?|answers?|controversy|criticism"
    r"|speculation|talk|row)\b"
)
"""What somebody does not answer to."""

CRITICIZED: Final = (
    r"(?:critics|calls?|claims?|reports?|plans?|remarks?|moves?|policy|stance|bid|envoys?|media|officials|decision"
    r"|curbs|ban)\b"
)
"""What somebody has hard words for."""

FEARS: Final = (
    r"(?:rumou?rs?|fears?|doubts?|reports?|talk|speculation|concerns?|anxiet(?:y|ies)|misgivings|suspicions?)\b"
)
"""What somebody says is without ground."""

MORE_VERBS: Final = rf"""
flay upbraid skewer lampoon lambast rubbish berate pillory lacerate | criticize | {FEW}[@#=%\w“‘]
spurn snub disown disavow pooh-pooh | reject | {FEW}(?:[@#=]|offers?|calls?|invitations?|proposals?|talks
    |overtures?|remarks?|bid|claims?)
skirt sidestep duck dodge evade deflect | decline_comment | {FEW}{MATTERS}
scotch quash dispel allay quell squash | deny | {FEW}{FEARS}
wash | reject | (?:(?:its|his|her|their) )?hands of\b
walk | consider reject | back (?:on |from )?(?:its |his |her |their )?(?:\w+ )?(?:remarks?|comments?|claims?
    |statements?|threats?|pledges?)\b
pray | appeal | for\b
lay | state demand | claim to\b
have | support | nothing against\b
have | praise criticize | {FEW}words (?:of \w+ )?for\b
have | decline_comment | no (?:\w+ )?(?:comment|answer)\b
put lay place | accuse | (?:the )?blame (?:\w+ )?(?:up)?on\b
cry | complain | foul\b
greet felicitate | congratulate | .{{1,60}}\bon (?:his|her|their|its|the)\b
speak | state | (?!candidly|frankly|openly|briefly|privately)\w+ly (?:about|of|on|against)\b
stand | support | (?:\w+ly )(?:behind|by|with)\b
take | criticize complain | (?:umbrage|offen[cs]e)\b|(?:an? |the )?(?:dim|grave|poor|strong|serious) view\b
take bring | state complain | up (?:the |its |his |her |their |an? )?(?:[@#=]\S* )?(?:['’]s? )?{FEW}(?:issues?
    |matters?|cases?|plight|fate|concerns?|question)\b
back climb | consider reject | (?:down|away|off|out|pedal) (?:from|on|over|of)\b
backtrack backpedal | consider reject | (?:on|from|over)\b
sit | express_doubt | on the fence\b
keep stay remain | decline_comment | (?:\w+ )?(?:mum|silent|tight-lipped|noncommittal|non-committal|coy
    |quiet) (?:on|about|over|as to)\b
single | criticize praise | out\b
pay draw | assess state | (?:\w+ )?attention to\b
lash strike bite clap snap punch hit | criticize reject | back (?:at|against)\b
hit | criticize | out (?:at|against|over)\b
close shut slam | reject | the door (?:on|to)\b
leave keep | consider | the door (?:\w+ )?(?:open|ajar)\b
resist fend | reject | (?:off )?{FEW}(?:calls?|pressure|demands?|criticism|suggestions?)\b
heed answer | agree | {FEW}(?:calls?|appeals?|pleas?)\b
reserve | state | (?:its|his|her|their) (?:position|judge?ment|rights?)\b
champion espouse | support | {FEW}[@#=\w]
embrace | support | {FEW}(?:plans?|ideas?|calls?|proposals?|reforms?|initiatives?|offers?)\b
rally | support | (?:behind|round|around) (?:the |its |his |her |their )?[@#=%]|to the (?:defen[cs]e|side)\b
close | support | ranks (?:behind|with|around)\b
put pile | demand | {FEW}pressure on\b
stop | decline_comment reject | short of (?:\w+ly )?\w+ing\b
throw | warn threaten | {FEW}gauntlet\b
chime weigh | state | in on\b|in with\b
speak | criticize | (?:out (?:on|over|about|against)|up (?:for|about|on|against))\b
call deem term label brand consider judge declare | characterize criticize | (?:[@#=%]
    |the |its |his |her |their ).{{1,120}}\b(?:un\w+able|un\w+ed|illegal|unlawful|unfair|unjust|wrong|baseless
    |groundless|false|absurd|void|null|irresponsible|deplorable|provocative|disappointing|regrettable|shameful
    |historic|fruitful|productive|constructive|positive|timely|excellent|essential|vital|crucial|important
    |premature|biased|one-sided|inappropriate|cynical|outrageous|ridiculous)\b
join | support appeal | .{{0,90}}\b(?:to|in) (?:\w+ly )?(?:express|condemn|call|urg|demand|support|back|welcom
    |mourn|reject|oppos|prais|voic|denounc|pledg)
offer provide give | decline_comment | no (?:\w+ )?(?:details?|explanation|comment|timeline|timetable|specifics
    |reasons?|names?|evidence)\b
"""
"""Verbs of whatever text, the acts that they name, and what stands behind them."""

MORE_ADJECTIVES: Final = r"""
tight-lipped mum noncommittal non-committal silent coy evasive | decline_comment | (?:on|about|over|as to)\b
upbeat bullish sanguine | express_optimism | (?:on|about|over)\b
downbeat gloomy lukewarm cool dismissive | express_doubt | (?:on|about|to|towards?|over)\b
unfazed unmoved unperturbed undeterred unrepentant | reject | by\b|about\b|over\b
defiant | reject | over\b|on\b|in the face\b
full | praise | of (?:praise|admiration|regret|remorse)\b
all | praise | praise\b
interested | consider reject | in\b
irked miffed peeved livid furious incensed aghast indignant bitter aggrieved | criticize disapprove | (?:at|by|over
    |about|with|that)\b
"""
"""Adjectives behind a form of "be"."""

NEGATED: Final = rf"""
say | decline_comment | (?:whether|if|when|what|which|who|how|where|why)\b
specify disclose divulge reveal clarify | decline_comment | (?:whether|if|when|what|which|who|how|where|why|the|its
    |his|her|their|any|details?|further)\b
elaborate | decline_comment |
mention address | decline_comment | [@#=%\w]
go | decline_comment | into (?:\w+ )?details?\b
give provide offer | decline_comment | {FEW}(?:details?|reasons?|names?|numbers?|figures?|explanation|timeline
    |timetable|comment|dates?)\b
confirm | decline_comment | (?:[@#=%\w]|[.,])
mince pull | criticize | (?:(?:his|her|its|their|any) )?(?:words|punches)\b
"""
"""Verbs with "not" before them of those who keep something to themselves."""

VERBS: Final = rf"""
hit | criticize | {PEOPLE}
rap pan roast savage trash slate bash diss rebuke | criticize | {SOMEBODY}|{FEW}{CRITICIZED}
censure chide scold taunt lecture reprimand knock slap school | criticize | {SOMEBODY}|{FEW}{CRITICIZED}
blast fault assail nail flail hammer pummel | criticize | {PEOPLE}|{SOMEBODY}
tell tick | criticize | off\b
pull call dress | criticize | (?:up|out|down) {SOMEBODY}|[@#=].* up (?:on|over|for)\b
slap | impose_sanctions | {FEW}(?:sanctions|ban|curbs|tariffs?|travel ban|visa (?:ban|curbs))\b
slap knock bat swat | reject | (?:down|back) (?!to\b|in\b)
flare blow | criticize | up (?:at|over)\b
quiz grill question quizz | question | {SOMEBODY}.*\b(?:on|over|about)\b
lead | support appeal | .{{0,80}}\b(?:in (?:throw|call|condemn|prais|urg|mourn|pay|back|support|denounc
    |demand)\w*ing|calls? (?:for|to)|chorus|tributes?|condemnation|praise|criticism|appeals?|push for)\b
show express voice air convey signal | support state | {FEW}(?:support|solidarity|concerns?|readiness|willingness
    |appreciation|gratitude|sympathy|confidence|displeasure|interest|backing|anger|frustration|optimism|regret|hope
    |doubts?|dismay|alarm|reservations)\b
nix junk veto ditch | reject | {FEW}[@#=\w“‘]
eye | consider | (?!(?:\w+ )?(?:gold|silver|medals?|title|win|final|cup|record|crown)\b)[@#=\w]
mull ponder contemplate weigh consider explore | consider | (?!on\b|in\b|up\b|\d)[@#=\w]
dare challenge | appeal demand | {SOMEBODY}.* to\b
shrug laugh wave play | reject deny | (?:off|aside|down)\b
fume seethe bristle rage smart chafe bridle rail grumble gripe fret | criticize disapprove | (?:over|at|about|as
    |after|against)\b
rue lament bemoan decry | disapprove | {FEW}[@#=\w“‘]
greenlight okay ok | decide agree | {FEW}[@#=\w“‘]
shut slam close | reject | (?:the )?doors? (?:on|to)\b
leave keep | consider | doors? (?:\w+ )?(?:open|ajar)\b|options open\b
soft-pedal hedge waver waffle flip-flop relent hold | consider | (?:on|over|to)\b
stick stand hold hang keep dig | state decide | (?:to (?:its |his |her |their )?(?:guns|stand|stance|position|story
    |plan)|firm|ground|tough|the line|line|fast|in|heels)\b
stay remain keep hold | decide | neutral\b|out of (?:\w+ )?(?:row|war|conflict|fight|dispute)\b|(?:firm|defiant
    |resolute|adamant|hopeful|committed|confident|wary|opposed)\b
sit straddle | express_doubt | (?:on )?fence\b
break keep | state | (?:its |his |her |their )?silence (?:on|over|about)\b
eat | apologize | (?:humble pie|crow|(?:its |his |her |their )?words)\b
u-turn backslide backpedal backtrack renege | consider | (?:on|over)\b
up raise ratchet turn step dial tone ramp | demand threaten | (?:up )?(?:the )?(?:ante|pressure|heat|rhetoric
    |stakes|attacks?|criticism|war of words|volume|tone|calls?|demands?) ?(?:on|over|in|against|for|at|to|$)
pile put keep mount heap | demand | (?:the )?(?:\w+ )?pressure on\b|(?:on )?(?:praise|scorn|blame)\b
flag | warn | (?!off\b)[@#=\w]
curse disown | criticize | [@#=\w]
attack | criticize | .*\b(?:over|for)\b
raise red-flag air voice | warn complain | {FEW}(?:concerns?|issues?|doubts?|worr(?:y|ies)|fears?|questions?
    |risks?|threats?|alarm|objections?)\b|[@#=]
bring take raise | state complain | up .*\bwith [@#=]|.*\b(?:with|before|at) [@#=]
seek | appeal propose | (?:[@#=]\S* (?:['’]s? )?)?{FEW}(?:ties|clarity|clarifications?|answers?|help|support
    |backing|inquiry|probe|talks
    |dialogue|cooperation|role|truce|ceasefire|end to|action|aid|waiver|review|reset|partnership|peace|recognition
    |apology|explanation|relief|consensus|solution|unity|release|return|extradition|access|membership|ouster
    |removal|resumption|revival)\b
want | demand | (?:[@#=\w]).*
moot float broach suggest | propose | {FEW}[@#=\w“‘]
reach | propose | out to\b
greet felicitate | congratulate | .*\b(?:on|for|over)\b
lock cross | criticize | (?:horns|swords)\b
clash spar squabble bicker wrangle feud quarrel tussle differ | criticize reject | (?:with [@#=].* )?(?:over|on)\b
side | support | with\b
rally swing line | support | (?:behind|round|around|to (?:the )?(?:side|defen[cs]e))\b
commit | promise | (?!suicide|crimes?|fraud|murder|to\b)\S
press nudge prod goad coax cajole needle push egg pressure prompt | appeal demand | {SOMEBODY}.* (?:on|over|to|for
    |into|about)\b
set lay | demand | {FEW}(?:terms?|conditions?|red lines?|deadline|tone|preconditions?|record straight)\b
issue sound deliver | warn threaten | {FEW}(?:threats?|warnings?|alarm|ultimatum|alert|rebuke|note|call|appeal
    |statement|apology|challenge|message)\b
dash dampen raise kindle lift play temper | express_doubt express_optimism | (?:up |down )?hopes\b|expectations\b
trumpet cheer toast hype champion plug | praise | {FEW}[@#=\w“‘]
get talk act play | threaten | (?:tough|tougher|hard-?ball|peace|up|down|trade|war) (?:on|with|over|of|in|at|$)
pin lay put place | accuse | (?:the )?(?:blame|onus|fault|flood|raid|attack) on\b
point | accuse | (?:the )?fingers? at\b
smell see | accuse | (?:a )?(?:rat|foul play|plot|red|conspiracy|ploy)\b
throw | reject warn | (?:down )?(?:gauntlet|cold water|book|shade|light|doubt|lifeline|open)\b
thumb | reject | (?:its |his |her |their )?nose at\b
term dub brand label describe deem call | characterize | {FEW}(?:[@#=]|[\w“‘])
give get win earn | agree support | {FEW}(?:nod|thumbs[- ](?:up|down)|green light|go-ahead|cold shoulder|all-clear
    |assurances?|backing|support|blessing|ultimatum|short shrift|marching orders)\b
cold-shoulder stonewall ignore rebuff | reject | {SOMEBODY}|{FEW}(?:calls?|offers?|bid|pleas?|overtures?|proposals?
    |appeals?)\b
rattle | threaten | (?:sabers?|sabres?|swords?)\b
bend cave yield give warm | agree | (?:in )?to (?:\w+ )?(?:demands?|pressure|calls?|idea|plan|proposal|talks)\b
bank bet | expect | on\b
see | expect assess | (?:no (?:need|reason|sign|hope|chance|alternative|problem|role|end)|{FEW}(?:end to|peace|deal
    |breakthrough|progress|scope|potential|opportunit(?:y|ies)|hope|merit|threat|role for)\b)
hail toast laud salute thank | praise | {FEW}[@#=\w“‘]
rule | decide rule_out | (?:out|against|that|in favou?r)\b
oppose favour favor back support endorse | support reject | (?!for\b){FEW}[@#=\w“‘]
wade weigh step chime | state | in(?:to)? (?:on|row|debate|dispute|feud|spat|crisis)\b
pull mince | criticize | no (?:punches|words)\b
draw incur earn face invite attract get | criticize praise | {FEW}(?:flak|ire|wrath|backlash|brickbats|praise
    |criticism|rebukes?|condemnation|fury|rap|scorn|outrage|anger)\b
come be | criticize | under fire from\b
"""
"""Verbs of headlines alone, in the present."""

TOLD: Final = (
    r"(?:said|told|announced|stressed|stated|added|explained|declared|warned|insisted|argued|noted|emphasi[sz]ed"
    r"|underlined|underscored|reiterated|reaffirmed|called (?:on|for)|urged|claimed|pledged|vowed|condemned|denied)\b"
)
"""What a verb far from its subject tells."""

FAR_VERB: Final = (
    rf"\A(?:the |an? )?@[pobs]\w*(?: \*)?(?: , (?=told|said|announced|stressed)| (?:later|earlier|on|in|at|during"
    rf"|after|while|when|speaking|before"
    rf"|addressing|who)\b(?: [^ ;.“”:]+){{1,24}} ){TOLD}(?! by\b| to (?:be|have)\b)"
    rf"|\A(?:the |an? )?@\w+ and (?:dozens|hundreds|thousands|scores|many|several|some|others"
    rf"|most)\b(?: [^ ,;.]+){{0,6}}"
    rf" (?:have |has |also )*{TOLD}"
)
"""Who says something behind a clause of time or a comma that has no place: "The envoy, told the council"."""

ACCORDING: Final = (
    r"(?:\A|, |– |— )according to (?:the |an? |its |his |her |their )?(?:[\w'-]+ ){0,4}?(?:[@#=]|authorit(?:y|ies)"
    r"|officials?"
    r"|sources?|reports?|police|media|ministry|agency|agencies|statements?|figures|estimates|data|polls?|study|survey"
    r"|analysts?|experts?|witnesses|observers|diplomats?|leaders?|newspapers?|readout|communiqu[eé]|spokes\w+)"
)
"""According to whom something is so."""

NOBODY: Final = (
    r"(?<!no one )(?<!no-one )(?<!nobody )(?<!one has )(?<!nobody has )(?<!no group )(?<!group has )(?<!not )(?<!yet )"
    r"(?<!immediately )"
)
"""Before a verb, what shows that nobody does it."""

WITH_NOUNS: Final = (
    rf"\b{NOBODY}(?:claim|take|accept)(?:s|ed)? (?:\w+ )?responsibility for\b"
    rf"|\b{NOBODY}(?:took|taken) (?:\w+ )?responsibility for\b"
    r"|\b(?:demand|condition|wish|argument|claim|complaint|position|proposal|suggestion|recommendation|accusation"
    r"|allegation|message|warning|objection)s? (?:of (?:[^ ,]+ ){1,6})?, ?(?:is|was|were|are) (?:the idea )?that\b"
    r"|\b(?:demand|condition|wish|argument|claim|complaint|position|proposal|suggestion|recommendation|accusation"
    r"|allegation|message|warning|objection)s? (?:of (?:[^ ,]+ ){1,6})?(?:is|was|were|are) (?:the idea )?that\b"
    r"|\b(?:report|letter|study|note|paper|communiqu[eé]|memo|document|cable|audit|survey)s? "
    r"(?:[^ ,;.]+ ){0,7}(?:that|which) (?:concluded|concludes|claimed|claims|said|says|states|stated|found|alleged"
    r"|argued"
    r"|accused|warned|called|urged|suggested|noted|asserted)\b"
    r"|\b(?:uses?|used|took to|takes to) [^,;.]{1,40} to (?:thank|denounce|condemn|call|urge|say|announce|accuse|warn"
    r"|critici[sz]e|praise|defend|reject|deny)\b"
    r"|\b(?:start(?:s|ed)?|began|begun|kept|keeps?) (?:asking|calling|demanding|urging|saying|warning|accusing"
    r"|blaming"
    r"|insisting|complaining|denying|claiming|critici[sz]ing)\b"
    r"|\bcalls (?:to|for) [^;.]{1,80} (?:come|came) from\b"
    r"|[@%](?:[pob]\w*|he|she|they) (?:\w+ly )?(?:appear|seem)(?:s|ed)? to (?:\w+ly )?(?:back|suggest|hint|confirm"
    r"|accept|reject"
    r"|rule out|critici[sz]e|support|endorse|blame|agree|signal|concede|admit|question|acknowledge|contradict|warn)\b"
    r"|= ['’]?s? ?(?:reply|answer|response) (?:was|is) (?:an? )?(?:flat|firm|blunt|clear|curt|terse|short|simple"
    r"|cool)\b"
    r"|\b(?:accusation|attribution|claim|appeal|call|statement|promise|allegation|demand|proposal|complaint)s? "
    r"(?:[^ ,;.]+ ){0,3}(?:was|were|have been|has been) (?:also )?(?:made|issued|voiced|repeated|echoed) by\b"
    r"|= ['’]?s? ?(?:[\w-]+ ){0,3}(?:arguments?|criticisms?|attacks?|remarks?|comments?|wrath|ire)(?: [^ ]+){0,3} "
    r"(?:was|were|is|are) (?:directed|aimed|addressed|reserved|levelled)\b"
    r"|\A(?:the |an? )?@\w+ (?:issued|issues|made|make|have made|has made|has issued"
    r"|have issued) (?:public )?statements?\b"
)
"""What nouns of saying tell with their verbs: "a report issued in May that concluded", "calls came from"."""

SILENT: Final = (
    r"\b(?:not|n['’]t|refuse[sd]? to|decline[sd]? to) be drawn\b|\bneither (?:confirm|den(?:y"
    r"|i))\w* n?or (?:confirm|den)"
)
"""Who says nothing, and so declines to."""

IN_SPEECH: Final = (
    r"\Ain (?:response|reply|return|answer|turn)(?: to [^,;]{1,40})? , (?:the )?@[pob]\w* (?:also )?"
    r"(?:discussed|presented|described|recounted|outlined|spoke|told|shared|referred|pointed|cited|recalled"
    r"|briefed)\b"
    r"|\A(?:in|during|at) (?:(?:his|her|their|its|an?|the|=)(?: ['’]s)? )(?:[\w-]+ ){0,2}"
    r"(?:speech|address|remarks|statement|intervention|presentation|briefing|interview|sermon|toast|letter|testimony"
    r"|keynote|lecture|tweet|broadcast|message)\b[^,;]*, (?:(?:the |his |her )?(?:[@%]\w+)|the (?:\w+ )?\w+) "
    r"(?:\w+ly |also |then )?(?!(?:was|were|is|are|had been)\b)\w+(?:ed|s|t|e|k|w|n|id|ve)\b"
)
"""What somebody does in a speech: "In her address, the minister dwelt on the flood"."""

POSITION: Final = (
    r"\b(?:position|stance|stand|view|policy|line) (?:(?:on|towards?|regarding|about|over) (?:[^ ,;]+ ){1,5}?)?"
    r"(?:(?:has|had|have) not changed|(?:remains?|remained|stays?) (?:unchanged|the same|clear|firm|that)|(?:is"
    r"|was) that)\b"
    r"|\bfrom (?:=(?: ['’]s?)?|the (?:[@#]\w+|\w+)(?: ['’]s?)) (?:perspective|point of view|standpoint|viewpoint)\b"
    r"|(?:\A|[ ,])(?:his|her|their|its|= ['’]s?) (?:\w+ )?(?:message|advice|answer|verdict|demand|condition|request"
    r"|wish) "
    r"(?:to [^ ]+ (?:[^ ,]+ ){0,3})?(?:is|was) (?:simple|clear|blunt|that|to\b|:)"
)
"""What somebody’s position is: "Norland’s stance on the dam has not changed"."""

IRE: Final = (
    r"\b(?:draws?|earns?|gets?|faces?|invites?|incurs?|attracts?) (?:[@#=]\S*(?: ['’]s?)? |from )?(?:\w+ ){0,2}"
    r"(?:flak|ire|wrath|backlash|brickbats|praise|criticism|rebukes?|condemnation|fury|scorn|outrage|anger)\b"
    r"|\b(?:prompts?|draws?|triggers?|sparks?|elicits?|brings?) (?:[@#=]\S*(?: ['’]s?)? )(?:\w+ )?"
    r"(?:apology|regret|warning|rebuke|response|outcry|criticism|praise|anger)\b"
    r"|\A@[pobg]\w* hits? @[np]\w*(?= over| for| on|\Z)"
    r"|\bunder fire from\b|\A(?:\w+ )?calls (?:grow|mount|rise|for)\b|\Atributes (?:pour|flow|roll|paid)\b"
    r"|\A(?:\w+ )?praise for .* from [@#]"
    r"|\A(?:[@=#]\S*)(?: ['’]s?)?(?: (?:\w+ )?(?:minister|fm|pm|president|envoy|leaders?"
    r"|government))?(?: ['’]s?)? (?:(?!\w+s )\w+ )?"
    r"(?:anger|fury|outrage|alarm|dismay|concern|plea|appeal|warning|apology|pledge|call|praise|regret|condemnation"
    r"|demand|criticism|vow|promise|ultimatum|threat)s? (?:over|at|for|to|on|about)\b"
)
"""What a headline has somebody say in a noun: "Norland anger at Sudland visit"."""

AT_ODDS: Final = (
    r"(?:mum|tight-?lipped|silent|non-?committal|coy|evasive|upbeat|bullish|gung-ho|sanguine|downbeat|gloomy|lukewarm"
    r"|cool|unfazed|unmoved|undeterred|unrepentant|defiant|irked|upset|miffed|peeved|livid|furious|incensed|aghast"
    r"|angry"
    r"|indignant|dismayed|appalled|shocked|saddened|outraged|disappointed|disturbed|troubled|puzzled|wary|sceptical"
    r"|skeptical|doubtful|pessimistic|happy|unhappy|pleased|displeased|satisfied|dissatisfied|delighted|glad|proud"
    r"|grateful"
    r"|thankful|adamant|firm|okay|ok|fine|open|eager|bent|hell-bent|serious|frank|clear|divided|split|united"
    r"|unanimous"
    r"|ready|supportive|critical|dismissive|nervous|uneasy|anxious|worried|impatient|sorry|apologetic"
    r"|in no (?:mood|hurry|rush)|at odds|at loggerheads|on (?:the )?same page|in two minds|on collision course"
    r"|under fire|up in arms|all praise|not (?:happy|pleased|amused|keen|ready|interested|worried|convinced|afraid"
    r"|opposed"
    r"|sure|against|aware|for))"
)
"""What an actor is in a headline that leaves out "is"."""
