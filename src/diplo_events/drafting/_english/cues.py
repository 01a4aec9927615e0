"""By which words a sentence shows that somebody says something: verbs of saying with their subjects."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from diplo_events.drafting._english.asides import listed_before
from diplo_events.drafting._english.clauses import is_behind_clause, over_phrases, with_quotation
from diplo_events.drafting._english.companies import joined_with
from diplo_events.drafting._english.descriptions import SOME, described_subject
from diplo_events.drafting._english.hits import (
    MODALS,
    WORDS_OF,
    Hit,
    accord,
    any_verb,
    both_say,
    opinion,
    opinion_of,
)
from diplo_events.drafting._english.idioms import IDIOMS
from diplo_events.drafting._english.inversions import inverted
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.nouns_or_verbs import HOLDERS, behind, goes_on, is_no_verb
from diplo_events.drafting._english.over_clauses import over_clauses, over_text
from diplo_events.drafting._english.participles import inherited, participle
from diplo_events.drafting._english.passives import (
    BY_AGENTS,
    cited,
    heard_from,
    is_of_idea,
    is_reduced,
    passive,
    quoted,
    second_agent,
)
from diplo_events.drafting._english.plurals import is_body_of_several, is_plural_before
from diplo_events.drafting._english.purposes import caused, pledge, purpose
from diplo_events.drafting._english.quoting_verbs import QUOTING_CUES, is_quoting
from diplo_events.drafting._english.sentence import DAYS, PREPOSITIONS, Sentence, Subject, before_verb
from diplo_events.drafting._english.shown import shown
from diplo_events.drafting._english.subjects import subject_aside, subject_before
from diplo_events.drafting._english.text_nouns import TEXTS
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verb_frames import BEHIND
from diplo_events.drafting._english.verbs import AUXILIARIES, BE, CUES, Cue

__all__ = ["NEGATIONS", "SILENT", "Hit", "cue_hits", "is_framed"]

NEGATIONS: Final = words("not never didn't hasn't haven't doesn't don't wouldn't")
SILENT: Final = words(
    """
    say tell comment respond reply answer confirm specify elaborate disclose reveal explain mention state note announce
    report
    """
)
"""Verbs that report nothing where they are negated."""

REPORTED: Final = words("reported told quoted noted explained stated cited described announced confirmed put revealed")
"""Between "as" and "by", these name who says what the sentence tells."""

CONJUNCTIONS: Final = words("and but or then , ;")


UNREAL: Final = words("if unless whether should neither nor")
"""Before a subject, these show that nothing is said."""

SPEAKING: Final = words(
    """
    allege accuse deny insist claim confirm state criticize criticise urge vow condemn reject demand praise
    say tell add insist explain argue complain joke quip recall reply answer shout whisper grumble warn admit lament
    speak describe chant sing cry report recount remember testify announce warn state counter contend concede retort
    apologise apologize boast brag caution protest plead assure reassure tweet disagree concur
    """
)
"""Verbs before which any description is that of a person."""


CALLING: Final = words("call ask propose request question oppose support back welcome favor favour voice express")
"""Weak verbs of what "some" of those named before do with words: "Some called for a vote"."""

ASIDE_BEHIND: Final = re.compile(
    r"\A, (?:according to|in an?|on [A-Z]|at the|after|before|during|for the|through|via|to (?:laughter|applause))"
    r" [^,“]{1,80} , (?=“|that\b)"
)
"""An aside between a verb and what it says: "decided, according to the summary, that"."""

WORDS_ADDED: Final = re.compile(r"(?:the )?(?:words?|terms?|phrases?) “…” (?:to|in|into)\b")
"""Behind "add", what goes into a text: "adding the words “and water” to the title"."""

FIRST_WORDS: Final = 3
"""Among how many words of a sentence "in the words of" begins it."""

NEAR_VERB: Final = 9
"""How many words stand between a quotation and the verb at the end of its sentence at most."""

POSTING: Final = words("posted posts re-tweeted retweeted")
"""Behind a quotation and a name, with "on" these say where somebody wrote it: "“No,” Li posted on X"."""


KEEPING: Final = words("keep keeps kept")
"""Before a participle, these show that its subject says something again and again: "Norland keeps insisting that"."""

ONESELF: Final = words("themselves ourselves")
"""Behind a verb in its base form, these show that a body is several: "the Lake Fund credit themselves with"."""

SUFFERED: Final = {
    "accuse": ("of",),
    "urge": ("to",),
    **dict.fromkeys(words("criticise criticize slam blast condemn rebuke denounce praise"), ("over", "for")),
}
"""Verbs that somebody suffers and does not say where these stand directly behind them: "Norland urged to act"."""

LONGEST_ADVERB: Final = 24
"""How many characters an adverb in marks has at most: "“strongly”"."""

FAR: Final = 24
"""How many words behind a verb decide what it means."""


def cue_hits(sentence: Sentence) -> list[Hit]:
    """Return the verbs of saying among the words of a sentence, with their subjects, in their order."""
    hits: list[Hit] = []
    for place, token in enumerate(sentence.words):
        if (token.low == "according" and sentence.low(place + 1) == "to") or (
            token.low in REPORTED and sentence.low(place - 1) == "as" and sentence.low(place + 1) == "by"
        ):
            hit = accord(sentence, place)
            if hit is not None and hit.subject is not None and hits and token.low in {"quoted", "cited"}:
                hits[-1] = attrs.evolve(hits[-1], via=(hit.subject,))  # A said “…”, as quoted by B
                continue
        elif (hit := opinion_of(sentence, place)) is not None:
            pass
        elif token.low in WORDS_OF | {"for", "to"} and place <= FIRST_WORDS:
            hit = opinion(sentence, place)
        elif (cue := CUES.get(token.low)) is not None:
            hit = verb_hit(sentence, hits, place, cue) or quoting_hit(sentence, hits, place)
            hit = hit or (any_hit(sentence, hits, place) if sentence.paused else None)
        elif token.low == "by" and hits and (second := second_agent(sentence, hits[-1], place)) is not None:
            hit = second
        else:
            hit = quoting_hit(sentence, hits, place)
            hit = hit or (any_hit(sentence, hits, place) if sentence.paused and place else None)
        if hit is not None:
            hits.append(hit)
    return hits


def any_hit(sentence: Sentence, hits: Sequence[Hit], place: int) -> Hit | None:
    """Return any verb beside a quotation, but no deed behind words of others: "Li, whom Wu calls “mad”, took a bus"."""
    hit = any_verb(sentence, place)
    if hit is None or hit.rule != "described":
        return hit
    is_of_others = bool(hits) and hits[-1].last == hit.first
    is_inside = (
        hit.first > 0 and sentence.words[hit.first - 1].is_word and sentence.low(hit.first - 1) not in CONJUNCTIONS
    )
    return None if is_of_others or is_inside else hit


def quoting_hit(sentence: Sentence, hits: Sequence[Hit], place: int) -> Hit | None:
    """Return a verb that is of saying only with words in quotation marks behind it, with its subject."""
    cue = QUOTING_CUES.get(sentence.low(place))
    is_said = cue is not None and is_quoting(cue.lemma, behind(sentence, place, FAR))
    return of_saying(sentence, hits, place, cue) if is_said and cue is not None else None


def verb_hit(sentence: Sentence, hits: Sequence[Hit], place: int, cue: Cue) -> Hit | None:
    """Return a verb of saying with its subject; `None` if it is not of saying here."""
    if cue.lemma == "continue" and cue.form == "base" and not hits and (hit := pledge(sentence, place)) is not None:
        return hit
    is_said = is_framed(cue.lemma, behind(sentence, place, FAR)) or ends_quotation(sentence, place)
    is_said = is_said or (cue.lemma == "continue" and is_between_commas(sentence, place))
    return of_saying(sentence, hits, place, cue) if is_said or is_of_idea(sentence, place, cue) else None


def of_saying(sentence: Sentence, hits: Sequence[Hit], place: int, cue: Cue) -> Hit | None:  # noqa: C901, PLR0911, PLR0912  (a decision table)
    """Return a verb with its subject whose frame lets it be of saying; `None` if nobody says anything by it."""
    found = sentence.words
    left, skipped = before_verb(found, over_marked(sentence, place))
    word = sentence.low(left)
    lows = {token.low for token in skipped}
    if word == "to" and goes_on(sentence, left) is None:
        return caused(sentence, place, left, cue) or purpose(sentence, place, left, cue)
    is_negated = bool(lows & NEGATIONS)
    if cue.lemma == "refer" and cue.form == "s" and " as " not in behind(sentence, place, FAR):
        return None  # the name refers to
    if cue.form == "ed" and behind(sentence, place, FAR).startswith("to as "):
        return None  # a group referred to as
    if cue.lemma == "name" and cue.form == "ed" and sentence.low(place + 1) in {"in", "on", "after", "above", "below"}:
        return None  # those named in the report
    if cue.lemma == "add" and WORDS_ADDED.match(behind(sentence, place, FAR)):
        return None
    if not skipped and is_suffered(sentence, place, cue):
        return None  # Reis accused of theft
    if cue.lemma == "discuss" and is_by_several(sentence, left):
        return None
    is_all = "only" in {*lows, sentence.low(place + 1)} and cue.lemma == "say"  # would only say
    if lows & MODALS and not is_all and not (is_negated and cue.lemma in {"say", "comment"}):
        return None
    if is_negated and cue.lemma in SILENT:
        return None
    has_be = bool(lows & BE)
    if cue.form == "adjective" and not has_be:
        return None
    if cue.form == "ed" and (
        has_be or is_reduced(sentence, place) or (word == QUOTED and sentence.low(place + 1) == "by")
    ):
        return passive(sentence, place, cue)
    if cue.form == "ing" and not has_be and word not in KEEPING:
        return shown(sentence, place, cue) or participle(sentence, hits, place, cue)
    is_plain = cue.form == "base" and not is_all and not lows & {"did", "do", "does"}
    is_several = sentence.low(place + 1) in ONESELF or (not cue.is_noun and is_body_of_several(sentence, left))
    if is_plain and not is_several and not is_plural_before(sentence, left):
        return None
    return finite(sentence, hits, place, cue)


def is_suffered(sentence: Sentence, place: int, cue: Cue) -> bool:
    """Whether the subject of a headline suffers what others say: "Norland urged to act", "Reis accused of theft"."""
    subject = sentence.ending(place)
    is_first = subject is not None and not subject.first and cue.form == "ed"
    is_by = any(token.low == "by" for token in sentence.words[place:])
    return is_first and not is_by and sentence.low(place + 1) in SUFFERED.get(cue.lemma, ())


def over_marked(sentence: Sentence, place: int) -> int:
    """Return the place before which a subject stands, over an adverb in marks: "The ministry “firmly” condemned it"."""
    marked = place - 1
    token = sentence.words[marked] if marked > 0 else None
    if token is None or token.text != QUOTED or marked in sentence.paused or token.end - token.start > LONGEST_ADVERB:
        return place
    is_subject = (sentence.low(marked - 1) in DAYS or sentence.ending(marked) is not None) and marked > 1
    is_behind = sentence.words[place].low in CUES and CUES[sentence.words[place].low].form in {"ed", "s"}
    follows = place + 1 < len(sentence.words) and sentence.low(place + 1) not in {"by", "as", ".", ","}
    return marked if is_subject and is_behind and follows else place


def is_framed(lemma: str, following: str) -> bool:
    """Whether what stands behind a verb lets it be of saying, where it is one only in some phrases."""
    plain, idiom = BEHIND.get(lemma), IDIOMS.get(lemma)
    following = ASIDE_BEHIND.sub("", following)
    if plain is None:
        return idiom is None or re.match(idiom[1], following) is not None
    return re.match(plain, following) is not None or (idiom is not None and re.match(idiom[1], following) is not None)


def ends_quotation(sentence: Sentence, place: int) -> bool:
    """Whether a verb closes the sentence of a quotation with a comma: "“…,” the message read"."""
    is_last = sentence.low(place + 1) in {"", "."}
    is_last = is_last or (sentence.low(place) in POSTING and sentence.low(place + 1) == "on")
    is_last = is_last or (sentence.low(place) in {"continued", "continues"} and sentence.low(place + 1) in {"in", "at"})
    if is_last and sentence.low(place) == "read" and sentence.low(place - 1) in TEXTS:
        near = sentence.words[max(0, place - NEAR_VERB) : place]
        return any(token.low == "," or token.text == QUOTED for token in near)
    return is_last and any(0 < place - at <= NEAR_VERB and sentence.words[at].text == QUOTED for at in sentence.paused)


def is_between_commas(sentence: Sentence, place: int) -> bool:
    """Whether a person and a verb stand alone between commas: "During the talks, the envoy continued, both spoke"."""
    mention = sentence.ending(place)
    is_person = mention is not None and mention.kind in {"person", "office", "name", "pronoun"}
    is_alone = mention is not None and sentence.low(mention.first - 1) == "," and sentence.low(place + 1) == ","
    return is_person and is_alone and sentence.words[place].low in {"continued", "continues"}


def is_by_several(sentence: Sentence, left: int) -> bool:
    """Whether several are the subject of a verb: what they "discussed" nobody said alone."""
    mention = sentence.ending(left + 1)
    is_meeting = mention is not None and mention.head == "participants"
    return not is_meeting and (mention is None or mention.is_plural or sentence.low(mention.first - 1) == "and")


def before_stray_comma(sentence: Sentence, comma: int) -> Subject | None:
    """Return the subject that a comma parts from its verb though no aside stands between: "Both he and A, urged"."""
    mention = sentence.ending(comma)
    if mention is None or mention.is_owner or not sentence.is_free(mention) or mention.kind not in HOLDERS:
        return None
    before = sentence.words[: mention.first]
    is_whole = not any(token.low in CUES or token.low in AUXILIARIES - {"both"} for token in before)
    return subject_before(sentence, comma - 1) if before and is_whole and sentence.low(0) == "both" else None


def finite(sentence: Sentence, hits: Sequence[Hit], place: int, cue: Cue) -> Hit | None:  # noqa: C901, PLR0911, PLR0912  (a decision table)
    """Read a verb with a subject before it, or behind it: "X said", "“…,” said X", "X, who leads Y, said"."""
    left, skipped = before_verb(sentence.words, over_marked(sentence, place))
    if (hit := inverted(sentence, place, left, cue)) is not None:
        return hit
    if left < 0 or is_no_verb(sentence, place, left, cue, has_aux=bool(skipped)):
        return both_say(sentence, place, cue) if left < 0 else None
    word = sentence.low(left)
    if cue.form == "ing" and word in KEEPING:
        left, _ = before_verb(sentence.words, left)
        word = sentence.low(left)
    if word == "to" and (leading := goes_on(sentence, left)) is not None:
        left, _ = before_verb(sentence.words, left + 1 - len(leading["lead"].split()))
        word = sentence.low(left)
    subject = subject_aside(sentence, left) if word == "," else None
    if word not in CONJUNCTIONS:
        subject = subject_before(sentence, left)
    if word == "," and (subject is None or subject.mention is None):
        subject = before_stray_comma(sentence, left)
    if subject is None or subject.mention is None:
        if word not in CONJUNCTIONS and (joint := over_phrases(sentence, left)):
            return coordinated(sentence, hits, place, joint, cue)  # and on Twitter called
        if word not in CONJUNCTIONS - {","} and (hit := described(sentence, place, left, cue)) is not None:
            return hit
        joined = coordinated(sentence, hits, place, left, cue) if word in CONJUNCTIONS else None
        over = over_text(sentence, place, left, cue) or over_clauses(sentence, place, cue)
        return joined if word in CONJUNCTIONS else over
    if cue.lemma == "contradict" and subject.mention.kind == "text":
        return None  # a text contradicts another one, and nobody does
    if cue.lemma in {"hear", "learn"}:
        return heard_from(sentence, place, subject)
    if (hit := quoted(sentence, place, cue, subject) or cited(sentence, place, cue, subject)) is not None:
        return hit
    if cue.form == "base" and (other := listed_before(sentence, subject)) is not None:
        subject = subject._replace(together=(other, *subject.together), first=other.first)
    first = subject.first
    if subject.rule not in {"subject-aside", "apposition"} or word not in CONJUNCTIONS:
        first = first if is_behind_clause(sentence, hits, first) else with_quotation(sentence, first)
    own = subject.first if sentence.words[first].text == QUOTED else first
    is_to_whom = sentence.low(own - 1) == "whom" and sentence.low(own - 2) in PREPOSITIONS
    if is_to_whom or sentence.low(own - 1) in UNREAL or sentence.low(own) in {"no", "neither"}:  # nobody says it
        return None
    return Hit(place, first, cue, subject.mention, subject.rule, subject.together, last=place + 1)


def described(sentence: Sentence, place: int, left: int, cue: Cue) -> Hit | None:
    """Read somebody without a name before a verb that nothing but a person does: "an old miller said"."""
    is_some = sentence.low(left) in {"some", "others", "many"}
    is_led = cue.form != "base" or is_some or goes_on(sentence, before_verb(sentence.words, place)[0]) is not None
    mention = described_subject(sentence, left) if is_led else None
    if mention is None or sentence.low(mention.first - 1) in UNREAL:
        return None
    if mention.kind in {"person", "name"}:
        rule = "apposition"
    elif cue.lemma not in SPEAKING and (
        (cue.is_weak and not (is_some and cue.lemma in CALLING)) or sentence.low(mention.last - 1) not in SOME
    ):
        return None
    else:
        rule = "some" if sentence.low(mention.last - 1) in SOME else "described"
    return Hit(place, with_quotation(sentence, mention.first), cue, mention, rule, last=place + 1)


def coordinated(sentence: Sentence, hits: Sequence[Hit], place: int, left: int, cue: Cue) -> Hit | None:
    """Read a verb that shares the subject of the one before it: "X noted that …, and mentioned"."""
    subject = inherited(sentence, hits, place)
    if subject is None or cue.form == "base" or (not hits and (cue.is_noun and cue.form == "s")):
        return None
    if not hits and cue.form == "ed" and sentence.low(left) == ",":
        return None
    is_passive = bool(hits) and hits[-1].rule in BY_AGENTS
    is_inner = bool(hits) and subject is not hits[-1].subject and (is_passive or subject.first > hits[-1].place)
    if not hits and (others := joined_with(sentence, subject)):
        together = (subject, *others[:-1])
        return Hit(place, place, cue, others[-1], "coordinated", together, last=place + 1, is_finite=False)
    return Hit(place, place, cue, subject, "coordinated", last=place + 1, is_finite=is_inner)
