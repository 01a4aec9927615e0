"""The verbs of saying with their likeliest acts, those that are of saying whatever the subject before the others.

The verbs are those of Levin (1993), classes 37 (verbs of communication), 33 (judgment verbs) and 29 (predicative
complements), as far as news of diplomacy uses them.
"""

from typing import Final

__all__ = ["STRONG", "WEAK"]

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
re-tweet state
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
reassert state
highlight state assess
communicate state
restate state
stipulate state demand
pronounce state
attest state
theorize assess
theorise assess
hypothesize assess
posit assess
conjecture assess
castigate criticize
berate criticize
censure criticize
admonish criticize
excoriate criticize
chastise criticize
reproach criticize
scold criticize
deride criticize
disparage criticize
rebuff reject
repudiate reject
disavow deny
extol praise
tout praise
bemoan disapprove
assail criticize
beg appeal
entreat appeal
enthuse praise
prophesy expect
retweet relay
sympathize empathize
sympathise empathize
yell state
moan complain
stammer state
"""
"""Verbs that are of saying whatever the subject: the verb, and its likeliest acts."""

WEAK: Final = """
adopt adopt
pass adopt
approve decide
grant agree
discount reject
debunk deny
document report
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
remember report praise
relay relay
speak state
compare characterize
attribute accuse
ascribe accuse
impute accuse
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
feel assess
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
update report
brief report
appreciate thank
look express_optimism
recognize recognize acknowledge
recognise recognize acknowledge
envision expect
envisage expect
identify characterize
designate characterize
portray characterize
depict characterize
regard assess
hold accuse state
stand defend
favor support
favour support
prefer assess
reserve state
lay state accuse
cast express_doubt
pay praise
wish congratulate
mourn empathize
salute praise
credit praise
outline state
detail state
spell state
dispute deny
contest deny
contradict deny
wonder question
inquire question
enquire question
guarantee promise
resolve promise
petition appeal
subpoena demand
lobby appeal
instruct instruct
task instruct
order instruct
direct instruct
decree decide
decide decide announce
determine assess
accept agree
continue state
charge accuse
fault criticize
attack criticize
reason assess
reflect state
chant state
summarize state
summarise state
cry state
bring state
vote decide
suppose assess
project expect
seek appeal
share state
second support
join appeal
discuss state
place assess accuse
telegraph state
wire state
cable state
confess acknowledge
verify acknowledge
corroborate acknowledge
vouch support
divulge announce
specify state
brag state
gloat state
remonstrate complain
query question
fret warn
infer assess
deduce assess
calculate assess
reprimand criticize
vilify criticize
exonerate assess
postulate assess
insinuate accuse
suspect accuse assess
message state
email state
"""
"""Verbs that are of saying with an actor as their subject, and some only with certain words behind them."""
