"""Words inside words: verbs of saying in what another verb reports, and chains of who reports whom."""

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from diplo_events.drafting._actors.party import Party, is_medium
from diplo_events.drafting._english import nouns
from diplo_events.drafting._english.cues import Hit
from diplo_events.drafting._english.passives import BY_AGENTS
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._parts.units import Passage
from diplo_events.drafting._speech.other_clauses import CONCESSIVE, is_answer, is_begun, main_clause
from diplo_events.drafting._speech.outlets import is_outlet
from diplo_events.drafting._speech.tails import is_passed_over, is_source_before, is_tail, is_tail_like, with_tail

__all__ = ["kept"]

NESTING: Final = nouns.words("say tell report quote claim state confirm note write announce")
"""Verbs behind which somebody else's words may be reported."""

SAYING: Final = nouns.words("say tell state announce write warn claim insist deny declare confirm accuse allege")
"""Verbs that are reported so."""

CLAIMING: Final = nouns.words("claim allege assert insist deny say state")
"""Verbs of what "he" or "she" said, where "it" passes it on."""

SPEAKING: Final = nouns.words("comment respond reply speak write elaborate")
"""Verbs that say by themselves only that, and of what, somebody speaks."""

HEARSAY: Final = nouns.words("reports rumours rumors leaks")
"""Texts without an author that only pass on what somebody says."""

VIEWING: Final = nouns.words("view see regard attribute ascribe impute")
"""Verbs of thought that reports without an author pass on."""

CIRCUMSTANCES: Final = nouns.words("after before when since once until because if as though although where who which")
"""Words with which a clause begins that says when or why something was, and not what was said."""

THINKING: Final = nouns.words("believe think expect hope fear doubt want")
PARTING: Final = nouns.words("; while whereas but although though")
"""Words that part the clause of one verb from that of another."""

OWN_CLAUSE: Final = nouns.words(
    """
    participle according-to according-to-quoting according-to-sources with-participle text-participle by-participle
    inverted relative coordinated text-issued
    """
)
"""Rules whose verbs stand beside the one before, and not inside what it reports."""

WITH_SUBJECT: Final = nouns.words("subject subject-over-phrase subject-aside relative")
MERGED: Final = nouns.words("by-participle text-participle")
UTTERING: Final = nouns.words(
    "express voice convey mention call ask request propose offer invite encourage advocate speak refuse decline"
)
"""Weak verbs of what somebody utters, and not only thinks."""

CHARGES: Final = nouns.words("charge claim accusation allegation assertion suggestion statement demand offer proposal")
"""Behind these, with an article, somebody else answers what was said."""

CLAIMS: Final = nouns.words("claims allegations accusations charges suspicions fears concerns rumours rumors")
STATIONS: Final = nouns.words("broadcaster newspaper station channel daily tabloid newswire")
BEFORE_CLAIMS: Final = nouns.words("over amid on of about following by despite with to")
"""Before a noun of a claim, these show that it is not a verb."""

COMING: Final = nouns.words("will would shall should must ought")
"""Between a subject and its verb, these show what is still to come."""

TIMES: Final = nouns.words("after before when since once until")
TOLD: Final = nouns.words("admit confess tell deny")
"""Verbs of what others than their source may have said."""

NEAR_QUOTE: Final = 2
"""How many words behind a verb its quotation begins: "called for “an end”"."""

ONE_CLAUSE: Final = 12
"""How far apart two verbs of one clause stand."""


def kept(unit: Passage, hits: Sequence[Hit], parties: Mapping[int, Party]) -> list[Hit]:  # noqa: C901, PLR0912  (one case for each place of a verb beside another)
    """Return the verbs that report something of its own: not those inside what another verb reports."""
    result: list[Hit] = []
    until = 0
    for hit in hits:
        previous = result[-1] if result else None
        if is_claimed(unit, hit) or hit.place < until:
            continue
        if previous is None:
            result.append(hit)
        elif (hit.place < previous.last and previous.cue is None) or is_deed_behind(previous, hit):
            continue
        elif is_around(previous, hit):
            result[-1] = attrs.evolve(previous, first=hit.first)
        elif is_source_before(unit, previous, hit):
            result[-1] = attrs.evolve(hit, first=0)
        elif is_source_aside(unit, previous, hit):
            source = [hit.subject] if hit.subject is not None and hit.subject.kind != "text" else []
            result[-1] = attrs.evolve(previous, via=(*previous.via, *source))
        elif is_outlet_aside(unit, previous, hit):
            via = (*hit.via, *([previous.subject] if previous.subject is not None else []))
            result[-1] = attrs.evolve(hit, via=via)
        elif is_lead(unit, previous, hit):
            result[-1] = attrs.evolve(hit, first=previous.first, is_finite=True)
        elif is_inside(unit, previous, hit):
            if is_reported_voice(unit, previous, hit, parties):
                result[-1:] = nested(previous, hit, parties)
        elif is_begun(previous, hit):
            via = (previous.subject,) if previous.subject is not None else ()
            result[-1] = attrs.evolve(hit, first=0, is_finite=True, via=via, rule="according-subject")
        elif (comma := main_clause(unit, previous, hit)) is not None:
            result.append(attrs.evolve(hit, first=comma + 1))
        elif hit.rule in MERGED and hit.place - previous.place < ONE_CLAUSE:
            result[-1] = attrs.evolve(previous, last=hit.last)
        elif is_tail(unit, previous, hit):
            result[-1] = with_tail(unit, previous, hit)
        elif any(is_passed_over(unit, outer, hit) for outer in result):
            result = passed_over(unit, result, hit)
        elif len(result) == 1 and is_of_whole(unit, previous, hit):
            result[-1] = attrs.evolve(hit, first=0)
        elif is_passed_on(unit, previous, hit):
            via = (*previous.via, *([hit.subject] if hit.subject is not None else []))
            result[-1], until = attrs.evolve(previous, via=via), hit.last
        elif (
            is_led(unit, previous, hit)
            and hit.cue is not None
            and hit.cue.is_weak
            and not (is_uttered(previous, hit, parties) or is_made_clear(unit, hit))
        ):
            continue
        elif is_led(unit, previous, hit) and is_same_person(unit, previous, hit):
            result[-1] = attrs.evolve(hit, first=0, subject=previous.subject, rule="according-subject")
        elif is_led(unit, previous, hit):
            via = (previous.subject,) if previous.subject is not None else ()
            result[-1] = attrs.evolve(hit, first=0, via=via, rule=f"according-{hit.rule}")
        else:
            result.append(hit)
    return result


def passed_over(unit: Passage, hits: Sequence[Hit], hit: Hit) -> list[Hit]:
    """Return the verbs of a sentence up to the last one whose words a medium at the end passes on."""
    last = max(at for at, outer in enumerate(hits) if is_passed_over(unit, outer, hit))
    return [*hits[:last], with_tail(unit, hits[last], hit)]


def is_deed_behind(previous: Hit, hit: Hit) -> bool:
    """Whether a verb is what somebody does who speaks in a participle before: "Calling it “war”, Li summoned Wu"."""
    return previous.rule == "initial-participle" and hit.rule == "subject-any" and hit.subject is previous.subject


def is_around(previous: Hit, hit: Hit) -> bool:
    """Whether the subject of a verb has who tells it in an aside: "The king, according to Li, looks forward to it"."""
    if previous.rule != "according-to" or hit.rule != "subject-aside" or hit.cue is None or previous.subject is None:
        return False
    is_aside = hit.first < previous.place < hit.place
    return is_aside and hit.cue.lemma not in NESTING and not is_outlet(previous.subject)


def is_source_aside(unit: Passage, previous: Hit, hit: Hit) -> bool:
    """Whether an aside behind a verb names where its words stand: "The judge ruled, according to the text, “…”"."""
    if hit.cue is not None or previous.cue is None or hit.place != previous.last + 1:
        return False
    behind = hit.last + 1
    is_content = behind < len(unit.words) and (unit.words[behind].text == QUOTED or unit.words[behind].low == "that")
    return [unit.sentence.low(hit.place - 1), unit.sentence.low(hit.last)] == [",", ","] and is_content


def is_outlet_aside(unit: Passage, previous: Hit, hit: Hit) -> bool:
    """Whether a medium stands in an aside before what others say: "which, according to AFP, the union rejected"."""
    if previous.rule != "according-to" or previous.subject is None or not is_outlet(previous.subject):
        return False
    lead = unit.sentence.low(previous.place - 2) if unit.sentence.low(previous.place - 1) == "," else ""
    is_closed = hit.first == previous.last + 1 and unit.sentence.low(previous.last) == ","
    return is_closed and lead in {"which", "that", "who"}


def is_lead(unit: Passage, previous: Hit, hit: Hit) -> bool:
    """Whether a verb only says of what somebody speaks, and the next one what they say: "commented on X, saying"."""
    if previous.cue is None or hit.cue is None or previous.cue.lemma not in SPEAKING:
        return False
    is_first = previous.rule == "initial-participle" and hit.subject is previous.subject
    is_next = previous.cue.lemma == "comment" and hit.rule == "participle"
    between = unit.words[previous.place + 1 : hit.first]
    return (is_first or is_next) and not any(token.text == QUOTED or token.low == "that" for token in between)


def is_inside(unit: Passage, outer: Hit, inner: Hit) -> bool:  # noqa: C901, PLR0911  (a decision table)
    """Whether a verb stands in the clause that another verb reports."""
    if inner.cue is None or outer.cue is None or inner.rule in OWN_CLAUSE:
        return False
    if inner.rule == "subject-aside" and is_around_words(unit, outer, inner):
        return False
    between = unit.words[outer.last or outer.place + 1 : inner.first]
    lows = [token.low for token in between]
    joint = [*lows[-2:], *([unit.sentence.low(inner.first)] if lows[-1:] == ["and"] else [])]
    is_content = joint[-2:] == ["and", "that"] or (lows[-1:] == ["that"] and between[-2:-1] != () and is_list(between))
    if is_content and (outer.cue.lemma in NESTING or not outer.cue.is_weak):
        return True  # Li said that “it is late” and that many want “to go home”
    is_led = lows[:1] == ["that"] and set(lows[1:2]) <= PARTING  # said that although …
    if any(token.text == QUOTED for token in between) or is_own_occasion(unit, inner) or is_answer(unit, inner, lows):
        return False
    if inner.rule == "words-of" and unit.sentence.low(inner.place - 1) == ",":
        return False  # condemned the raid, described as “cruel” by the fund
    if PARTING & set(lows[2:] if is_led else lows) or is_behind_relative(unit, outer, lows):
        return False
    if lows[-2:-1] in (["a"], ["an"]) and lows[-1] in CHARGES:
        return False  # accused Li of theft, a charge he denied
    is_of_agent = lows[-1:] == ["whose"] and outer.rule in BY_AGENTS  # welcomed by the fund, whose director called
    if is_of_agent or (lows[-1:] in (["which"], ["whose"]) and is_naming_as(unit, inner)):
        return False  # criticized the vote, which Li called “a stunt”
    if lows[-2:] == ["in", "which"] or (inner.rule == "quoted-as-saying" and lows[-1:] == [","]):
        return False  # confirmed by his office in a speech, in which the king said
    if lows[-1:] == ["as"]:
        return inner.subject is not None and inner.subject.name == "it" and is_persons(outer)
    if lows[-1:] == ["and"] and lows[-2:-1] not in (["he"], ["she"], ["they"]):
        return False
    if is_tail_like(unit, inner) or (lows[-1:] == [","] and unit.sentence.low(outer.first - 1) in CONCESSIVE):
        return False
    is_content = "that" in lows[:4] or bool({"how", "why", "what", "whether"} & set(lows[:1]))
    return outer.cue.lemma in NESTING or not outer.cue.is_weak or outer.cue.lemma in THINKING or is_content


def is_list(between: Sequence[Token]) -> bool:
    """Whether a colon, or words in marks with one, lead in what is said: "said “two things:” that A had agreed"."""
    return between[-2].low == ":" or between[-2].text == QUOTED


def is_around_words(unit: Passage, outer: Hit, inner: Hit) -> bool:
    """Whether a clause about somebody quotes somebody else: "Norland, which Li accused of “theft”, denied it"."""
    is_aside = inner.first < outer.first and inner.subject is not outer.subject
    return is_aside and any(token.text == QUOTED for token in unit.words[outer.place : inner.place])


def is_behind_relative(unit: Passage, outer: Hit, lows: Sequence[str]) -> bool:
    """Whether a comma closes the clause about something in which a verb stands: "the ban, which A says is weak, …"."""
    lead = [unit.sentence.low(outer.first - 2), unit.sentence.low(outer.first - 1)]
    return lead == [",", "which"] and lows[-1:] == [","] and len(lows) > 1


def is_naming_as(unit: Passage, hit: Hit) -> bool:
    """Whether somebody else names something in their own words: "which Li has called “a stunt”"."""
    near = [token.text for token in unit.words[hit.place + 1 : hit.place + 4]]
    quoted = near.index(QUOTED) if QUOTED in near else None
    is_other = hit.subject is not None and hit.subject.kind in {"person", "name", "office", "body", "group"}
    return is_other and quoted is not None and set(near[:quoted]) <= {"as", "to", "a", "an", "the"}


def is_own_occasion(unit: Passage, hit: Hit) -> bool:
    """Whether a clause of time quotes somebody: "Li accused him of meddling, after he called for “an end” to it"."""
    kinds = {"person", "name", "state", "office", "body", "group"}
    is_other = hit.subject is not None and (hit.subject.kind in kinds or hit.subject.name in {"they", "it"})
    near = unit.words[hit.place + 1 : hit.place + 1 + NEAR_QUOTE]
    return is_other and unit.sentence.low(hit.first - 1) in TIMES and any(token.text == QUOTED for token in near)


def is_persons(hit: Hit) -> bool:
    """Whether a person says something, and no state or body that "it" may mean."""
    return hit.subject is not None and (hit.subject.kind == "person" or hit.subject.name in {"he", "she"})


def is_of_it(unit: Passage, outer: Hit, inner: Hit) -> bool:
    """Whether "it" passes on the words of a person, who are quoted: "It also said he claimed that Li was “rude”"."""
    is_it = outer.subject is not None and outer.subject.name == "it" and outer.subject.first == 0
    is_his = inner.subject is not None and inner.subject.name in {"he", "she"}
    is_claim = inner.cue is not None and inner.cue.lemma in CLAIMING and outer.cue is not None and not outer.cue.is_weak
    behind = unit.words[inner.place :]
    return is_it and is_his and is_claim and any(token.text == QUOTED for token in behind)


def is_made_clear(unit: Passage, hit: Hit) -> bool:
    """Whether somebody makes something clear, which only they can say: "the ministry made it clear to Li that"."""
    behind = [unit.sentence.low(hit.place + 1), unit.sentence.low(hit.place + 2)]
    return hit.cue is not None and hit.cue.lemma == "make" and bool({"clear", "plain"} & set(behind))


def is_reported_voice(unit: Passage, outer: Hit, inner: Hit, parties: Mapping[int, Party]) -> bool:
    """Whether a verb inside reports somebody else's words: "Li said Wu told Xu"."""
    if unit.sentence.low(inner.first - 1) in CIRCUMSTANCES:
        return False
    if outer.subject is None or inner.subject is None:
        return False
    if inner.subject.kind == "pronoun":
        return is_of_it(unit, outer, inner)
    ours, theirs = parties.get(inner.subject.start), parties.get(outer.subject.start)
    if ours is None or ours is theirs or inner.cue is None or outer.cue is None or is_to_come(unit, inner):
        return False
    is_view = inner.cue.lemma in VIEWING or not inner.cue.is_weak
    is_saying = (
        inner.cue.lemma in SAYING
        or (is_made_clear(unit, inner) and not is_persons(outer))
        or ((is_relayed(outer) or is_of_medium(outer, parties)) and is_view)
    )
    return is_saying and (outer.cue.lemma in NESTING or is_unnamed(outer)) and inner.rule in WITH_SUBJECT


def is_to_come(unit: Passage, inner: Hit) -> bool:
    """Whether a verb tells what somebody will do or has to, which others say: "noting that Norland will insist"."""
    behind = unit.words[inner.subject.last : inner.place] if inner.subject is not None else ()
    return bool(COMING & {token.low for token in behind})


def nested(outer: Hit, inner: Hit, parties: Mapping[int, Party]) -> list[Hit]:
    """Return what is kept of both: a medium only passes on, anybody else says something as well."""
    via = (outer.subject,) if outer.subject is not None else ()
    if inner.subject is not None and inner.subject.kind == "pronoun":
        return [attrs.evolve(inner, first=outer.first, rule="reported")]
    if is_unnamed(outer):
        return [attrs.evolve(inner, first=outer.first, rule=f"reported-{inner.rule}")]
    if is_relayed(outer) or is_of_medium(outer, parties):
        return [attrs.evolve(inner, first=outer.first, via=via, rule=f"reported-{inner.rule}")]
    return [outer, attrs.evolve(inner, via=via, rule=f"nested-{inner.rule}")]


def is_relayed(outer: Hit) -> bool:
    """Whether a verb only passes on what somebody else says: "X reported Y warned", "Reuters said Y warned"."""
    is_relay = outer.cue is not None and outer.cue.lemma in {"report", "quote"}
    return is_relay or is_unnamed(outer) or (outer.subject is not None and is_outlet(outer.subject))


def is_of_medium(outer: Hit, parties: Mapping[int, Party]) -> bool:
    """Whether a medium says something that only the text calls one: "state broadcaster NRT … NRT said"."""
    party = parties.get(outer.subject.start) if outer.subject is not None else None
    told = {word for role in party.roles for word in role.lower().split()} | party.heads if party is not None else set()
    return party is not None and (is_medium(party) or bool(told & STATIONS))


def is_claimed(unit: Passage, hit: Hit) -> bool:
    """Whether somebody is said to do something by who claims it: "cut ties over claims Norland backs “terror”"."""
    if hit.rule not in WITH_SUBJECT or hit.cue is None or hit.cue.lemma in SAYING:
        return False
    noun = hit.first - 1 - (unit.sentence.low(hit.first - 1) == "that")
    return unit.sentence.low(noun) in CLAIMS and unit.sentence.low(noun - 1) in BEFORE_CLAIMS


def is_unnamed(outer: Hit) -> bool:
    """Whether reports without an author pass something on: "Reports suggest that Li views it as “a threat”"."""
    return outer.subject is not None and bool({outer.subject.name.lower(), outer.subject.head} & HEARSAY)


def is_of_whole(unit: Passage, previous: Hit, hit: Hit) -> bool:
    """Whether "according to X" ends a sentence of which the verb before is a part: "a fair at which A praised B, …"."""
    if hit.rule != "according-to":
        return False
    if previous.rule == "initial-participle":
        return True  # Reflecting “a crisis”, most herds are ill, according to Li
    lead = [unit.sentence.low(previous.first - 2), unit.sentence.low(previous.first - 1)]
    is_part = lead[1] in {"where", "which", "whom"} and lead[0] not in {",", "that"}
    behind = [token.low for token in unit.words[hit.last :] if token.is_word]
    return is_part and not behind and not any(token.text == QUOTED for token in unit.words[: hit.place])


def is_passed_on(unit: Passage, previous: Hit, hit: Hit) -> bool:
    """Whether "according to X" behind what somebody says only names the medium: "Li said so, according to AFP"."""
    if not hit.rule.startswith("according-to") or not previous.is_finite or previous.cue is None or hit.subject is None:
        return False
    between = {token.low for token in unit.words[previous.place : hit.place]}
    return is_outlet(hit.subject) and not between & (PARTING | {"and"})


def is_uttered(previous: Hit, hit: Hit, parties: Mapping[int, Party]) -> bool:
    """Whether a person says something by a weak verb, as a medium passes it on: "According to AFP, Li expressed"."""
    is_voice = hit.subject is not None and hit.subject.kind in {"person", "name", "office", "group"}
    is_passed = previous.subject is not None and (
        is_outlet(previous.subject) or is_unknown_source(previous.subject, hit, parties)
    )
    is_voice = is_voice or (hit.subject is not None and hit.subject.name in {"he", "she"})
    return is_voice and is_passed and hit.cue is not None and hit.cue.lemma in UTTERING | THINKING


def is_unknown_source(source: Naming, hit: Hit, parties: Mapping[int, Party]) -> bool:
    """Whether a name of one word that nothing is known of passes on what a person with an office says."""
    party = parties.get(source.start)
    is_open = source.kind == "name" and " " not in source.name and party is not None and party.kind == "name"
    return is_open and party is not None and not party.is_speaker and hit.subject is not None and hit.subject.role != ""


def is_same_person(unit: Passage, previous: Hit, hit: Hit) -> bool:
    """Whether "he" or "she" directly behind a source is that person: "According to Reis, she called it “weak”"."""
    source, subject = previous.subject, hit.subject
    is_he = subject is not None and subject.name in {"he", "she"}
    if source is None or subject is None or not is_he or is_outlet(source) or source.kind not in {"person", "name"}:
        return False
    is_next = [unit.sentence.low(source.last), unit.sentence.low(source.last + 1)] == [",", subject.name]
    return is_next and hit.cue is not None and hit.cue.lemma not in TOLD


def is_led(unit: Passage, previous: Hit, hit: Hit) -> bool:
    """Whether "according to X" at the beginning only passes on what somebody else says in the sentence."""
    if previous.rule != "according-to" or previous.place or previous.subject is None:
        return False
    is_parted = any(token.low in {";", "whereas"} for token in unit.words[previous.last : hit.first])
    if is_parted or (hit.rule == "relative" and hit.subject is previous.subject):
        return False
    return hit.is_finite and hit.subject is not None and hit.subject.kind != "text"
