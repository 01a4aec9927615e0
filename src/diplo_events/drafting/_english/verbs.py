"""The verbs of saying: their forms, and the acts that they name.

The verbs are those of Levin (1993), classes 37 (verbs of communication), 33 (judgment verbs) and 29 (predicative
complements), as far as news of diplomacy uses them.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from diplo_events.drafting._english.nouns import words
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["AUXILIARIES", "BE", "CUES", "Cue", "forms"]


class Cue(NamedTuple):
    """A form of a verb of saying."""

    lemma: str
    """The verb."""
    form: str
    """`base`, `s`, `ed` or `ing`."""
    acts: tuple[SpeechAct, ...]
    """The likeliest acts, the first before the others."""
    is_weak: bool
    """Whether it is one of saying only with an actor as its subject."""
    is_noun: bool
    """Whether the form is a noun as well."""


STRONG: Final = """
say state announce
tell state report
add state announce
announce announce
declare state announce
state state
claim state accuse
argue state assess
insist state demand
stress state appeal
emphasize state appeal
emphasise state appeal
underline state appeal
underscore state assess
reiterate state appeal
reaffirm state promise
repeat state
affirm state
assert state accuse
maintain state
contend state assess
explain state defend
note state report
remark state
observe state assess
comment state
declare state
report report
reveal report announce
disclose report announce
confirm report acknowledge
acknowledge acknowledge
admit acknowledge
concede acknowledge
warn warn
caution warn
accuse accuse
allege accuse state
blame accuse criticize
criticize criticize
criticise criticize
condemn criticize
denounce criticize
deplore criticize disapprove
decry criticize
slam criticize
blast criticize
lambast criticize
lambaste criticize
chide criticize
rebuke criticize
mock criticize
reject reject
dismiss reject deny
deny deny
refute deny
rebut deny
urge appeal
appeal appeal
plead appeal
implore appeal
exhort appeal
demand demand
propose propose
suggest propose assess
recommend propose
promise promise
pledge promise
vow promise
threaten threaten
predict expect
forecast expect
praise praise
hail praise
laud praise
applaud praise
commend praise
welcome welcome support
congratulate congratulate
thank thank
apologize apologize
apologise apologize
complain complain
protest complain
lament disapprove criticize
regret disapprove
boast state announce
quip state
joke state
mumble state
mutter state criticize
murmur state
whisper state
reckon assess
grumble complain
gripe complain
bristle reject
fume criticize
crow state
gush praise
rejoin reject
retort reject
exhort appeal
implore appeal
beseech appeal
venture state
surmise assess
speculate assess
foresee assess
peg assess
volunteer state
let state
sum state assess
tweet state
write state report
reply state
respond state
retort state
counter state reject
conclude assess state
deem assess characterize
describe characterize assess
characterize characterize
characterise characterize
label characterize
brand characterize criticize
dub characterize
liken characterize criticize
testify state report
recall report state
recount report
proclaim announce state
clarify state
elaborate state
opine assess
answer state
concur express_accord
exclaim state
fume criticize
interject state
muse assess
scoff reject criticize
shout state
sneer criticize
hint consider
echo support express_accord
remind appeal state
assure promise state
inform report state
reassure promise state
notify report announce
signal announce consider
imply state accuse
indicate state report
"""
"""Verbs that are of saying whatever the subject: the verb, and its likeliest acts."""

WEAK: Final = """
call characterize appeal
cite state report
name characterize state
mention state consider
voice state
express state
believe assess
think assess
consider assess consider
expect expect
hope express_optimism
fear warn
doubt express_doubt
ask appeal question
request appeal
invite offer_meeting appeal_meeting
offer offer_cooperation promise
encourage appeal
refuse reject
decline decline_comment reject
oppose reject disapprove
object reject complain
defend defend
justify defend
support support
back support
endorse support praise
advocate appeal propose
question express_doubt question
challenge criticize
ridicule criticize
downplay deny assess
swear promise
want demand
quote relay report
relay relay
speak state
compare characterize
attribute accuse
interpret assess
estimate assess report
view assess
see assess
float propose
raise state
post state
agree agree
rule rule_out
play deny assess
point state
make state announce
hit criticize
lash criticize
turn reject
refer state
plan announce
issue announce
find assess
paint characterize
read state
give announce
deliver announce
put state assess
term characterize criticize
commit promise
undertake promise
press appeal demand
convey thank state
extend thank offer_meeting
disagree reject
take state
send state
advise appeal propose
counsel appeal
confide state
hear report
learn report
intimate state
telegraph state
wire state
cable state
"""
"""Verbs that are of saying with an actor as their subject, and some only with certain words behind them."""


NOUNS: Final = words(
    """
    claim report call demand offer vow pledge promise question doubt request comment note order answer reply praise
    support blame state name voice fear hope object point find challenge stress regret protest plan counter view
    signal label brand mention thank quote appeal threat welcome estimate rule play post raise issue plan turn lash
    make tweet joke forecast hail back hint worry want rebuke promises caution remark slam blast offer echo term press
    wire cable telegraph counsel
    """
)
"""Verbs whose base form, or that with an s, is a noun as well."""

IRREGULAR: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "say": ("said",),
        "tell": ("told",),
        "write": ("wrote", "written"),
        "think": ("thought",),
        "swear": ("swore", "sworn"),
        "speak": ("spoke", "spoken"),
        "see": ("saw", "seen"),
        "seek": ("sought",),
        "make": ("made",),
        "hit": ("hit",),
        "find": ("found",),
        "read": ("read",),
        "let": ("let",),
        "foresee": ("foresaw", "foreseen"),
        "beseech": ("besought", "beseeched"),
        "give": ("gave", "given"),
        "forecast": ("forecast",),
        "put": ("put",),
        "undertake": ("undertook", "undertaken"),
        "take": ("took", "taken"),
        "send": ("sent",),
        "hear": ("heard",),
        "commit": ("committed",),
        "rebut": ("rebutted",),
        "admit": ("admitted",),
        "slam": ("slammed",),
        "quip": ("quipped",),
        "dub": ("dubbed",),
        "plan": ("planned",),
        "refer": ("referred",),
        "regret": ("regretted",),
        "signal": ("signalled", "signaled"),
        "label": ("labelled", "labeled"),
    }
)
"""The past forms that do not follow the rule."""

DOUBLED: Final = frozenset(
    {"peg", "let", "sum", "rebut", "hit", "admit", "slam", "quip", "dub", "plan", "refer", "regret", "commit"}
)

BE: Final = words("is are was were be been being am")
AUXILIARIES: Final = BE | words(
    """
    has have had having do does did will would shall should can could may might must not n't also never still again
    repeatedly publicly already later further earlier reportedly recently firmly flatly categorically openly
    strongly explicitly consistently tacitly clearly immediately then now even just only often once twice initially
    previously separately privately officially formally always long first finally simply merely therefore thus
    however instead quickly sharply bluntly angrily harshly vehemently angrily wryly since yet both all jointly
    additionally subsequently specifically largely apparently correctly wrongly falsely there
    here alike meanwhile too though
    """
)
"""Words that can stand between a subject and its verb."""


def forms(verb: str) -> Iterator[tuple[str, str]]:
    """List the forms of a verb, each with what it is.

    >>> sorted(forms("deny"))
    [('denied', 'ed'), ('denies', 's'), ('deny', 'base'), ('denying', 'ing')]
    """
    yield verb, "base"
    stem = verb
    if verb.endswith(("s", "sh", "ch", "x")):
        yield f"{verb}es", "s"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        yield f"{verb[:-1]}ies", "s"
    else:
        yield f"{verb}s", "s"
    if verb in DOUBLED:
        stem = verb + verb[-1]
    elif verb.endswith("e"):
        stem = verb if verb.endswith("ee") else verb[:-1]
    yield f"{stem}ing", "ing"
    if verb in {"label", "signal"}:
        yield f"{verb}ling", "ing"
    if verb in IRREGULAR:
        yield from ((form, "ed") for form in IRREGULAR[verb])
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        yield f"{verb[:-1]}ied", "ed"
    else:
        yield (f"{verb}d" if verb.endswith("e") else f"{stem}ed"), "ed"


def table() -> Iterator[tuple[str, Cue]]:
    """List every form of every verb."""
    for text, is_weak in ((WEAK, True), (STRONG, False)):
        for line in text.strip().splitlines():
            lemma, *acts = line.split()
            for form, what in forms(lemma):
                is_noun = lemma in NOUNS and what in {"base", "s"}
                yield form, Cue(lemma, what, tuple(SpeechAct[act.upper()] for act in acts), is_weak, is_noun)


CUES: Final[Mapping[str, Cue]] = MappingProxyType(dict(table()))
"""Every form of every verb of saying; where two verbs share one, the strong one goes before."""
