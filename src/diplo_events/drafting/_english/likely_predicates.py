"""What diplomats and states do with words beyond the verbs of saying: "summoned the envoy", "remains committed to"."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.taking_sides import MORE_ADJECTIVES, MORE_VERBS, NEGATED
from diplo_events.drafting._english.taking_sides import VERBS as OF_HEADLINES
from diplo_events.drafting._english.verbs import forms
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = [
    "ENVOYS",
    "FEELINGS",
    "IN_HEADLINES",
    "JOINING",
    "NO_DEEDS",
    "OF_ENVOYS",
    "PASSIVES",
    "PREDICATES",
    "SILENCES",
    "STAYING",
    "VIEWS",
    "WOULD",
    "Formula",
]

NOTES: Final = (
    r"(?:notes?|letters?|protests?|d[eé]marches?|complaints?|objections?|messages?|ultimatums?|memorandums?|requests?"
    r"|petitions?|appeals?|demands?|warnings?|invitations?|apology|apologies|assurances?|condolences|greetings"
    r"|congratulations|telegrams?|cables?|representations?)\b"
)
"""What one side sends the other, and so says."""

PLANS: Final = (
    r"(?:plans?|proposals?|ideas?|drafts?|roadmaps?|road maps?|initiatives?|demands?|conditions|priorities"
    r"|blueprints?|resolutions?|reports?|motions?|bills?|visions?|frameworks?|suggestions?|objections?|approach(?:es)?"
    r"|positions?|views|assessments?|perspectives?)\b"
)
"""What somebody lays before others, and so proposes."""

MOOD: Final = (
    r"(?:anger|outrage|fury|dismay|scorn|disbelief|caution|praise|criticism|alarm|concern|relief|joy|(?:sc|sk)epticism"
    r"|indignation|shock|horror|sadness|delight|optimism)\b"
)
"""With what somebody takes something."""

TEXTS: Final = r"(?:statements?|declarations?|communiqu[eé]s?|press release|readouts?)\b"
"""What somebody issues, and so says something."""

GIVEN: Final = (
    r"(?:backing|support|go-ahead|assessment|marks|answer|assurances?|green light|endorsement|blessing|consent|nod)\b"
)
"""What somebody gives with words."""

HAD: Final = (
    r"(?:\w+ )?(?:(?:reservations?|concerns?|objections?|doubts?|intentions?|desire|wish|position|illusions|confidence"
    r"|qualms|misgivings)\b(?= (?:to|of|about|that|in|on|with|over|for|against)\b)|plans to\b)"
)
"""What somebody has, and so says."""

UP_TO: Final = r"(?:(?!(?:and|but|who|that|which)\b)[@#=%\w'’-]+ ){0,6}?"
"""Words between a verb and its noun."""

SMALL: Final = r"(?:(?!(?:by|of|in|and|but)\b)[@#=%\w'’-]+ ){0,3}?"
"""A few of them."""

NO_MEETING: Final = r"(?! (?:meet|hold|convene|visit|talk|return|speak)\b)"
"""What does not stand behind "agreed": to meet is not a statement."""

TABLE: Final = rf"""
summon | summon demand | (?!up\b|(?:a |an |the )?(?:courage|strength|help)\b)
call | summon complain | in (?:the |a |its |= ['’]?s? ?|@|#)
recall withdraw | recall complain | {SMALL}(?:ambassadors?|envoys?|diplomats?|chargé|consuls?|@o|@gs|#o)\b
hand deliver send address dispatch forward transmit convey | complain state | {UP_TO}{NOTES}
present submit lodge file make | complain propose | {UP_TO}{NOTES}
issue release publish circulate | state announce | {UP_TO}{TEXTS}
adopt endorse approve | adopt support | {UP_TO}(?:statements?|declarations?|communiqu[eé]s?|resolutions?|roadmap)\b
present submit table outline unveil introduce float | propose announce | {UP_TO}{PLANS}
take | take_note state | (?:\w+ )?(?:account|note|stock|cogni[sz]ance)(?: with (?:\w+ ){{1,2}})? ?of\b
take | criticize state | (?:\w+ )?(?:issue with|exception to|aim at|a (?:\w+ )?(?:stand|stance|position|line)\b)
take | decide | (?:the|a) decision (?:to|that|on)\b
stand | promise support | (?:ready|prepared|firm|united|in solidarity|together with|shoulder to|behind|by|with) ?
remain | promise decide | (?:actively |fully )?seized\b
agree | agree express_accord | (?:to|on|upon|that|in principle|about|with|as to)\b{NO_MEETING}
decide resolve | decide | (?:to|that|on|in favou?r|against|upon)\b
touch dwell elaborate | state assess | (?:up)?on\b
draw call | state warn | (?:(?:special|the|their|his|her|its|[@#=]\w*) ){{0,2}}attention (?:of .{{1,40}} )?to\b
intend mean | announce promise | to\b
refuse decline wish desire undertake | reject promise | to\b
decline | reject | (?:the |an? |= ['’]?s? ?){SMALL}(?:offer|invitation|request|proposal)\b
attach | assess state | (?:\w+ ){{0,3}}(?:importance|value|priority|weight|significance)\b
give | give_ultimatum demand | {UP_TO}(?:until|till|\w+ (?:days?|hours?|weeks?|months?) to|deadline)\b
set impose | give_ultimatum demand | (?:(?!and |of )\S+ ){{0,5}}?(?:deadline|ultimatum|condition)s? (?:for|to|of|on)\b
react | criticize state | (?:\w+ly\b|to |with (?:\w+ )?{MOOD})
respond | criticize state | with (?:\w+ )?{MOOD}
pin | express_optimism | (?:\w+ )?hopes? on\b
place put | accuse assess | (?:the )?(?:blame|emphasis) on\b
condole commiserate | empathize | with\b
concur | express_accord agree | (?:on|that|with|to|in)\b
mandate task instruct direct | instruct | {UP_TO}(?:to|with)\b
forswear renounce disclaim | reject promise | (?:the|an?|any|all|its|his|her|their)\b
join | appeal criticize | (?:\w+ ){{0,3}}(?:in )?(?:calling|urging|condemning|demanding|welcoming|calls|chorus)\b
convey communicate | state | to\b|that\b
share | express_accord | (?:the|this|that) (?:\w+ )?(?:view|concern|opinion|belief|assessment|conviction)s?\b
reach | agree | (?:an? |the |broad |full ){{0,2}}(?:consensus|understanding) (?:on|that|to|about)\b
reconsider | consider decide | (?:his|her|its|their|the)\b
toast | praise | (?:the|his|her|its|their)\b
claim | state report | to\b
spare | criticize | no\b
suspend halt break cancel freeze | reject decide | [^;]*?, (?:citing|blaming|accusing|saying|in protest)\b
continue | demand appeal | to (?:request|demand|insist|call|urge|press|oppose|reject|support|deny|maintain that|argue)\b
continue | state report | ,
commit | promise | (?:(?:itself|himself|herself|themselves) )?to\b
see | express_accord | eye to eye\b
trust | expect express_confidence | that\b|in\b
count rely | expect appeal_support | on the (?:\w+ )?(?:support|help|cooperation|understanding|solidarity)\b
learn | empathize | (?:with|of) (?:\w+ ){{0,3}}(?:sadness|sorrow|shock|concern|dismay|regret|grief)\b
throw put | support | (?:\w+ )?(?:weight|support) behind\b
soften harden shift toughen | state consider | (?:(?:its|his|her|their|the) )?(?:stance|position|tone|rhetoric)\b
demur | reject | [.,]|at\b|on\b
keep | state decide | {UP_TO}under review\b
give lend throw | support express_accord | (?:(?:an?|the|his|her|its|their|full|\w+ly) ){{0,2}}(?:\w+ )?{GIVEN}
have | state express_doubt | (?:no |an? |any |serious |grave |some |deep |common |shared |the same ){{0,2}}{HAD}
share | express_accord | (?:an? |the |common ){{0,2}}(?:vision|concerns?|view|interest|goals?|commitment|conviction)s?\b
take | criticize | (?:an? )?(?:\w+ )?view of\b
repose place put | express_confidence | (?:\w+ )?(?:faith|trust|confidence) in\b
put serve | warn demand | (?:@\w+ |#\w+ )?(?:on )?notice\b
make | appeal propose | {SMALL}(?:pitch|push|plea|case|representations?|overtures?)\b
pitch bat push press campaign plead lobby | appeal demand | for\b
flag | warn state | (?:the|an?|its|his|her|their|@|#)
extend offer | promise support | {SMALL}(?:support|hand|olive branch|assistance|thanks)\b
issue | complain warn | {SMALL}(?:d[eé]marches?|warnings?|advisory|advisories|alerts?|ultimatums?|apology|denial)\b
grieve mourn rejoice | empathize | with\b|for\b|the\b
join | empathize express_accord | .{{0,40}}(?:in (?:mourning|condemning|calling|urging)|statement|declaration|appeal)\b
sign | support express_accord | up to the (?:statement|declaration|appeal|call)\b|on to the\b
align associate dissociate distance | support reject | (?:itself|himself|herself|themselves) (?:with|from)\b
subscribe adhere | support | to (?:the|this|that)\b
find | criticize assess | fault with\b|.{{1,40}}\b(?:deplorable|unacceptable|regrettable|outrageous|disturbing)\b
send give | warn state | (?:an? |the )?(?:\w+ ){{0,2}}(?:signals?|message) (?:to|that|of|on)\b
value cherish treasure | praise | (?:the|its|his|her|their)\b
speak talk | state | (?:about|of) the (?:\w+ )?(?:importance|need|necessity|role|dangers?|urgency|risks?)\b
speak | state | with one voice\b|in favou?r\b|against\b|up for\b
recall | state | (?:the |that |its |their |his |her )
impose lift ease extend tighten | impose_sanctions decide | {UP_TO}(?:sanctions|embargo|travel bans?|asset freezes?)\b
walk pull | reject | out of (?:the )?(?:\w+ )?(?:talks|negotiations|treaty|pact|accord|deal|agreement)\b
shelve scrap ditch | reject decide | (?:the |a |its |plans|plan)
threaten | threaten | (?:to|@|#|the|that|an?)\b|[@#]
go | state report | on (?:that|to (?:say|add|note|stress|argue|accuse|warn|praise|explain|call))\b
"""
"""Verbs, the acts that they name, and what stands behind them; an actor is written @ with its kind, an owner =."""

FEELING: Final = r"(?:to|that|by|about|at|over|with|of|on|for|@|the)\b"
"""What stands behind an adjective of what somebody feels."""

ADJECTIVES: Final = rf"""
committed | promise | to\b
concerned worried alarmed dismayed disappointed outraged appalled saddened shocked | disapprove warn | {FEELING}
disturbed troubled angered upset horrified disgusted frustrated puzzled astonished | disapprove | {FEELING}
unhappy displeased dissatisfied surprised angry preoccupied | disapprove | {FEELING}
pleased delighted satisfied honoured honored encouraged heartened | welcome | {FEELING}
happy glad proud grateful thankful | welcome thank | {FEELING}
ready prepared willing | promise offer_cooperation | to\b(?! (?:be|have|go|leave)\b)
determined resolved | promise | to\b(?! (?:be|have)\b)
unwilling reluctant | reject | to\b
eager keen anxious | express_optimism propose | on\b|for\b|to (?:see|avoid|stress|work|find|talk)\b
opposed hostile | reject disapprove | to\b
open | consider | to\b(?! (?:the public|all|visitors|traffic|everyone)\b)
convinced confident hopeful optimistic pessimistic certain sure | express_confidence | that\b|of\b|about\b
sceptical skeptical wary | express_doubt | of\b|about\b|that\b
unanimous united | express_accord | in\b|on\b|that\b
mindful appreciative supportive critical | acknowledge | of\b
adamant insistent | demand | that\b|on\b|in\b
against | reject | (?:the|any|an?|this|that|such)\b
in | support | (?:agreement|accord|favou?r|support|full agreement|full support)\b(?! by\b)
of | assess | (?:the|one|the same) (?:view|opinion|belief|conviction|mind)\b
at | express_accord | one\b
"""
"""Adjectives behind a form of "be", the acts that they name, and what stands behind them."""

PASSIVE: Final = r"""
express voice reiterate underline underscore emphasize emphasise reaffirm deplore commend | state assess |
stress | state | (?![a-z]+ out\b)
condemn denounce criticize criticise hail praise applaud | criticize praise |
urge | appeal | to\b
call | appeal | (?:up)?on to\b
request invite ask | appeal | to (?:provide|submit|refrain|ensure|continue|respect|consider|explain|cooperate|report)\b
summon | summon | to (?:the |@b|#b|a )|(?:by|over|on|in|after|for)\b
hand | complain | (?:an? |the )?(?:\w+ ){0,2}(?:note|letter|protest|ultimatum|d[eé]marche)\b
declare | reject | persona\b|unwelcome\b
tell inform advise | report warn | that\b|not to\b|to (?:leave|wait|stay|go|stop)\b
warn | warn | of\b|that\b|against\b|not to\b|about\b
assure promise | promise | of\b|that\b
thank | thank | for\b
encourage remind caution | appeal | (?:to|that|against)\b
task mandate instruct | instruct | to\b|with \w+ing\b
"""
"""Verbs that say in the passive that somebody speaks, though the sentence names nobody who does."""


class Formula(NamedTuple):
    """A form of a verb or an adjective, with what stands behind it where it reports a statement."""

    lemma: str
    """The verb or the adjective."""
    acts: tuple[SpeechAct, ...]
    """The likeliest acts."""
    frame: re.Pattern[str]
    """What stands behind it."""


HAVE: Final = (("have", "base"), ("has", "s"), ("had", "ed"))
"""The forms of a verb without a rule."""


def entries(table: str) -> Iterator[tuple[str, tuple[SpeechAct, ...], re.Pattern[str]]]:
    """List the words of a table with their acts and what stands behind them; an indented line goes on the last one."""
    for line in filter(None, re.sub(r"\n +", "", table).splitlines()):
        verbs, acts, frame = (part.strip() for part in line.split("|", 2))
        named = tuple(SpeechAct[act.upper()] for act in acts.split())
        for verb in verbs.split():
            yield verb, named, re.compile(frame)


def by_form(table: str, wanted: frozenset[str]) -> Mapping[str, tuple[Formula, ...]]:
    """Return the predicates of some verbs by their forms."""
    found: dict[str, tuple[Formula, ...]] = {}
    for verb, acts, frame in entries(table):
        for form, what in HAVE if verb == "have" else forms(verb):
            if what in wanted:
                found[form] = (*found.get(form, ()), Formula(verb, acts, frame))
    return MappingProxyType(found)


def by_word(table: str) -> Mapping[str, tuple[Formula, ...]]:
    """Return the predicates of some adjectives by their one form."""
    found: dict[str, tuple[Formula, ...]] = {}
    for word, acts, frame in entries(table):
        found[word] = (*found.get(word, ()), Formula(word, acts, frame))
    return MappingProxyType(found)


PREDICATES: Final = by_form(TABLE + MORE_VERBS, words("base s ed"))
"""What an actor does, by the form of its verb."""

IN_HEADLINES: Final = by_form(OF_HEADLINES, words("base s"))
"""What an actor does in a headline, by the form of its verb in the present."""

SILENCES: Final = by_form(NEGATED, words("base"))
"""What an actor does not say, by the form of its verb behind "not"."""

FEELINGS: Final = by_word(ADJECTIVES + MORE_ADJECTIVES)
"""What an actor is, by its adjective."""

PASSIVES: Final = by_form(PASSIVE, words("ed"))
"""What is done to somebody or something, by the participle."""

STAYING: Final = words(
    "remain remains remained feel feels felt seem seems seemed stand stands stood appear appears appeared"
)
"""Verbs that stand before an adjective as "be" does."""

VIEWS: Final = words(
    """
    recognize recognise consider accept support agree believe want intend see regard approve oppose favor favour endorse
    acknowledge think expect tolerate rule yield bow negotiate abandon
    """
)
"""Verbs of what somebody thinks: with "not" before them, somebody says so."""

JOINING: Final = words("join heed answer rally pay single")
"""Verbs that say nothing behind "not"."""

OF_ENVOYS: Final = words("recall withdraw")
ENVOYS: Final = words(
    """
    ambassador ambassadors envoy envoys diplomat diplomats consul consuls chargé attaché attachés attache attaches
    delegation delegations mission
    """
)
"""Who is recalled where one state shows another what it thinks; whom it expels, is a deed."""

WOULD: Final = words(
    "welcome consider support prefer oppose reject like appreciate encourage favour favor refuse accept"
)
"""Verbs of what somebody would do, and so says."""

NO_DEEDS: Final = words(
    """
    hold speak discuss vote make launch take use leave come join exchange project view show set see read plan give send
    pass approve find feel turn continue refer pay share seek decide agree document attack fire lay put raise deliver
    issue post adopt designate rule commit own reason bring place favor grant
    """
)
"""Verbs of saying that are mostly of deeds where no rule finds who says something."""
