"""The verbs of saying: their forms, and the acts that they name."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from diplo_events.drafting._english.idioms import IDIOMS
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.saying_adjectives import ADJECTIVES
from diplo_events.drafting._english.verb_lists import STRONG, WEAK
from diplo_events.vocab.speech_acts import SpeechAct

__all__ = ["AUXILIARIES", "BE", "CUES", "Cue", "forms"]


class Cue(NamedTuple):
    """A form of a verb of saying."""

    lemma: str
    """The verb."""
    form: str
    """`base`, `s`, `ed` or `ing`; `adjective` of "was clear that"."""
    acts: tuple[SpeechAct, ...]
    """The likeliest acts, the first before the others."""
    is_weak: bool
    """Whether it is one of saying only with an actor as its subject."""
    is_noun: bool
    """Whether the form is a noun as well."""
    is_quoting: bool = False
    """Whether it is one of saying only with words in quotation marks behind it."""


NOUNS: Final = words(
    """
    claim report call demand offer vow pledge promise question doubt request comment note order answer reply praise
    support blame state name voice fear hope object point find challenge stress regret protest plan counter view
    signal label brand mention thank quote appeal threat welcome estimate rule play post raise issue plan turn lash
    make tweet joke forecast hail back hint worry want rebuke promises caution remark slam blast offer echo term press
    wire cable telegraph counsel update brief look stand favor favour reserve lay cast pay wish
    rank review use
    salute credit outline detail spell dispute wonder order direct decree charge fault attack reason cry chant contact
    censure subpoena petition lobby conjecture reproach beg yell moan regard hold decide vote place project share
    highlight second join contest feel air break brush bow cheer dare distance double draw drop exchange fire heap laugh
    leave level mull own pour push rail rap renew rip round set shoot shrug side sound step strike talk tear throw trade
    trumpet vent query suspect message email walk wave rant stick show lodge file document grant pass discount
    """
)
"""Verbs whose base form, or that with an s, is a noun as well."""

IRREGULAR: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "say": ("said",),
        "tell": ("told",),
        "write": ("wrote", "written"),
        "think": ("thought",),
        "fret": ("fretted",),
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
        "hold": ("held",),
        "stand": ("stood",),
        "lay": ("laid",),
        "cast": ("cast",),
        "pay": ("paid",),
        "spell": ("spelled",),
        "prefer": ("preferred",),
        "extol": ("extolled",),
        "beg": ("begged",),
        "bring": ("brought",),
        "feel": ("felt",),
        "break": ("broke", "broken"),
        "come": ("came", "come"),
        "draw": ("drew", "drawn"),
        "drop": ("dropped",),
        "go": ("went", "gone"),
        "leave": ("left",),
        "lend": ("lent",),
        "rap": ("rapped",),
        "rip": ("ripped",),
        "set": ("set",),
        "shoot": ("shot",),
        "show": ("showed", "shown"),
        "shrug": ("shrugged",),
        "sing": ("sang", "sung"),
        "strike": ("struck",),
        "swat": ("swatted",),
        "sweep": ("swept",),
        "tear": ("tore", "torn"),
        "throw": ("threw", "thrown"),
        "stick": ("stuck",),
        "withdraw": ("withdrew", "withdrawn"),
        "mean": ("meant",),
        "keep": ("kept",),
        "sit": ("sat",),
        "fall": ("fell", "fallen"),
        "bite": ("bit", "bitten"),
        "shut": ("shut",),
        "dwell": ("dwelt", "dwelled"),
    }
)
"""The past forms that do not follow the rule."""

DOUBLED: Final = frozenset(
    {
        "peg",
        "let",
        "sum",
        "rebut",
        "hit",
        "admit",
        "slam",
        "quip",
        "dub",
        "plan",
        "refer",
        "regret",
        "commit",
        "confer",
        "prefer",
        "extol",
        "beg",
        "drop",
        "rap",
        "rip",
        "set",
        "shrug",
        "swat",
        "concur",
        "infer",
        "brag",
        "submit",
        "transmit",
        "flag",
        "bat",
        "pin",
        "scrap",
        "forbid",
        "demur",
        "stop",
        "sidestep",
    }
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
    for line in ADJECTIVES.strip().splitlines():
        word, *acts = line.split()
        yield word, Cue(word, "adjective", tuple(SpeechAct[act.upper()] for act in acts), is_weak=True, is_noun=False)
    idioms = "\n".join(f"{verb} {act}" for verb, (act, _) in IDIOMS.items())
    for text, is_weak in ((idioms, True), (WEAK, True), (STRONG, False)):
        for line in text.strip().splitlines():
            lemma, *acts = line.split()
            for form, what in forms(lemma):
                is_noun = lemma in NOUNS and what in {"base", "s"}
                yield form, Cue(lemma, what, tuple(SpeechAct[act.upper()] for act in acts), is_weak, is_noun)


CUES: Final[Mapping[str, Cue]] = MappingProxyType(dict(table()))
"""Every form of every verb of saying; where two verbs share one, the strong one goes before."""
