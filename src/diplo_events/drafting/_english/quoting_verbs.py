"""Verbs that are of saying only with words in quotation marks behind them: "rated it “weak”", "invoked “a right”"."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.verbs import Cue, forms
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["QUOTING_CUES", "is_quoting"]

BARRED: Final = r"(?:who|which|that|what|after|when|before|while|because|if|says?|said)\b"
"""Words behind which another clause begins."""

NEAR: Final = rf"(?:(?!{BARRED})[^,;:.“”]){{0,70}}“…”"
"""A quotation in the clause of the verb."""

OBJECT: Final = rf"(?:(?!{BARRED})[\w’'-]+ ){{0,3}}“…”"
"""A quotation as its object, with three words before it at most."""

BARE: Final = r"(?:all |any |an? |the |his |her |its |their |no |this |such )?“…”"
"""A quotation as its object, with an article at most."""

AS: Final = rf"(?:(?!{BARRED})[^,;:.“”]){{1,70}}\bas (?:being )?(?:an? |the )?(?:both )?“…”"
"""What something is taken for, in marks: "qualified the move as “a provocation”"."""

ONESELF: Final = rf"(?:himself|herself|itself|themselves)\b{NEAR}"

SPEECHES: Final = (
    r"(?:the|his|her|its|their) (?:\w+ ){0,3}(?:speech|address|remarks|statement|letter|message|post|tweet|intervention"
    rf"|comments|briefing)(?: \w+){{0,6}} (?:with|by) (?:the words |a |an )?{BARE}"
)
"""A speech that begins or ends with what stands in marks."""

MESSAGE: Final = r"(?:\w+ )?(?:an? |the )?“…” (?:\w+ )?(?:message|signal|greetings|condolences|warning)s?\b"
RELATIONS: Final = (
    r"(?:off )?(?:(?:this |on )?[A-Z]\w+day )?(?:(?:all |any )“…”|“…” with\b"
    r"|(?:all |its |their |\w+ )*(?:relations|ties|links|contacts) “…”)"
)
CLAIM: Final = rf"that\b|{BARE}"

FRAMES: Final = (
    ("assess", f"that\\b|{NEAR}|{AS}", "assess judge"),
    ("assess", f"{NEAR}|{AS}", "rate evaluate appraise gauge grade perceive equate"),
    ("assess", AS, "classify categorise categorize understand interpret"),
    ("characterize", f"{AS}|as (?:an? )?“…”", "qualify frame cast paint present pronounce"),
    ("characterize", ONESELF, "style fashion present"),
    ("characterize", rf"(?:[A-Z]\S* |the \w+ |him |her |them |it )(?:as )?{BARE}", "designate name"),
    ("criticize", rf"(?:[A-Z]\S* |the \w+ |him |her |them |it )(?:as )?{BARE}", "hold"),
    ("criticize", rf"out {NEAR}", "single"),
    ("criticize", NEAR, "upbraid admonish lambast ridicule"),
    ("praise", f"(?:that|at|over|in) {NEAR}|that\\b", "rejoice marvel exult"),
    ("praise", BARE, "herald champion greet appreciate value cherish celebrate extol favor favour recognise"),
    ("praise", BARE, "recognize"),
    ("praise", AS, "greet value celebrate"),
    ("disapprove", BARE, "rue"),
    ("state", rf"out {OBJECT}", "set lay spell"),
    ("state", OBJECT, "sketch outline detail broach accentuate articulate enunciate expound formulate"),
    ("state", OBJECT, "promulgate evoke invoke convey profess"),
    ("state", rf"(?:to (?:\w+ ){{1,3}}|[A-Z]\S* )?{BARE}", "convey extend wish address tackle"),
    ("state", MESSAGE, "send deliver"),
    ("state", r"“…” (?:on|via) [A-Z]", "share"),
    ("state", BARE, "anticipate review feel issue unveil table submit introduce present pitch float guarantee"),
    ("state", BARE, "ensure certify ponder contemplate trumpet minimise minimize deflect detect discern sense suspect"),
    ("state", rf"out {BARE}", "spell"),
    ("state", rf"up {BARE}", "bring"),
    ("state", rf"(?:of|about) {NEAR}", "talk dream muse"),
    ("state", rf"for {NEAR}", "wish long yearn opt strive push campaign pray press"),
    ("state", rf"against {NEAR}", "campaign"),
    ("state", rf"that\b|for {NEAR}", "pray"),
    ("state", rf"(?:up)?on {NEAR}", "touch dwell focus concentrate"),
    ("state", rf"views (?:up)?on {NEAR}", "exchange"),
    ("state", rf"over {BARE}", "gloss"),
    ("state", SPEECHES, "end open begin start close"),
    ("state", rf"(?:(?:up|off|back|in) )?with {BARE}", "react follow sign clap end"),
    ("state", rf"(?:\w+ ){{0,6}}with {BARE}", "react"),
    ("support", rf"(?:by|with|up for|behind) {BARE}", "stand"),
    ("support", rf"(?:for|against|in favou?r of) {BARE}", "vote"),
    ("reject", BARE, "refuse exclude"),
    ("complain", rf"{BARE} (?:with|to)\b|(?:[A-Z]\S* |the \w+ ){BARE}", "lodge register hand file"),
    ("empathize", rf"with {NEAR}|for {NEAR}", "condole commiserate sympathise sympathize grieve mourn"),
    ("appeal", BARE, "seek counsel"),
    ("instruct", rf"{NEAR}", "task entrust"),
    ("accuse", rf"(?:the )?blame\b{NEAR}", "pin"),
    ("demand", NEAR, "condition"),
    ("demand", rf"(?:(?!{BARRED})[^,;:.“”]){{1,40}}conditional {NEAR}", "make"),
    ("assess", rf"in (?:[\w’'-]+ ){{1,4}}{BARE}|(?:[\w’'-]+ ){{0,5}}with “…”", "see perceive view"),
    ("assess", rf"(?:it|this|that|the|his|her|their|its) (?:[\w-]+ ){{0,2}}{BARE}", "find"),
    ("demand", rf"(?:the )?(?:\w+ )?(?:calls?|appeals?|criticism) {NEAR}", "lead"),
    ("assess", rf"that\b|(?:, )?{BARE}", "figure"),
    ("announce", r"notice (?:to .{1,40})?that\b", "serve"),
    ("promise", rf"(?:his|her|its|their) (?:\w+ )?(?:word|assurances?) (?:that\b|{NEAR})", "give"),
    ("state", CLAIM, "thunder roar growl snap snarl bellow intone sigh vent parry demur philosophise philosophize"),
    ("state", CLAIM, "crow expound"),
    ("acknowledge", r"that\b(?! .{0,40} (?:be|to)\b)", "allow"),
    ("state", rf"(?:in|up|back) (?:that\b|with {BARE})", "chime pipe cut"),
    ("announce", RELATIONS, "break sever cut suspend freeze halt downgrade"),
)
"""Acts, frames and the verbs that have them: what stands behind a verb where it is of saying."""

NOUNS: Final = words(
    """
    judge rate grade frame cast paint present style fashion value set sketch address tackle table pitch float issue
    share draw sense suspect talk dream wish long push campaign press touch focus exchange end open start close follow
    sign clap stand vote refuse lodge register hand file task pin condition make view find lead break cut halt freeze
    snap snarl roar growl sigh thunder figure pipe chime crow vent outline detail review launch submit promote counsel
    champion favor favour name ridicule
    """
)
"""Verbs whose base form, or that with an s, is a noun as well."""

IRREGULAR: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "begin": ("began", "begun"),
        "dwell": ("dwelt", "dwelled"),
        "freeze": ("froze", "frozen"),
        "lead": ("led",),
        "counsel": ("counselled", "counseled"),
        "clap": ("clapped",),
        "cut": ("cut",),
        "opt": ("opted",),
        "pin": ("pinned",),
        "snap": ("snapped",),
        "marvel": ("marvelled", "marveled"),
        "understand": ("understood",),
    }
)
"""The past forms that do not follow the rule and that no other table has."""


def table() -> Iterator[tuple[str, str]]:
    """List the verbs, each with what may stand behind it."""
    for _, frame, verbs in FRAMES:
        for verb in verbs.split():
            yield verb, frame


def cues() -> Iterator[tuple[str, Cue]]:
    """List every form of every verb."""
    for act, _, verbs in FRAMES:
        for lemma in verbs.split():
            for form, what in (*forms(lemma), *((past, "ed") for past in IRREGULAR.get(lemma, ()))):
                is_noun = lemma in NOUNS and what in {"base", "s"}
                yield form, Cue(lemma, what, (SpeechAct[act.upper()],), is_weak=True, is_noun=is_noun, is_quoting=True)


def frames() -> Mapping[str, re.Pattern[str]]:
    """Return what may stand behind each verb."""
    found: dict[str, list[str]] = {}
    for verb, frame in table():
        found.setdefault(verb, []).append(frame)
    return {verb: re.compile("|".join(each)) for verb, each in found.items()}


QUOTING_CUES: Final[Mapping[str, Cue]] = MappingProxyType(dict(cues()))
"""Every form of every verb; where two verbs share one, the last counts."""

QUOTING: Final = MappingProxyType(frames())
"""What may stand behind each verb."""


def is_quoting(lemma: str, following: str) -> bool:
    """Whether what stands behind a verb lets it be of saying."""
    return QUOTING[lemma].match(following) is not None
