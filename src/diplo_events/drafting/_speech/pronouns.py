"""Whom "he", "it" and "they" mean before a verb of saying, and the rule by which that is known."""

import itertools
import re
from typing import Final

from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.companies import joined_with
from diplo_events.drafting._english.cues import Hit
from diplo_events.drafting._english.mentions import Naming
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.participles import ISSUING
from diplo_events.drafting._english.sentence import Sentence, before_verb
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._speech.context import Context

__all__ = ["is_of_two", "own_pronoun", "pronoun_rule"]

PLAIN: Final = words("pronoun subject inverted")
ADDING: Final = words("add continue conclude")
"""Verbs of who goes on."""

OCCASIONS: Final = words(
    "conversation meeting call talk talks summit joint together discussion negotiations conference"
)
"""Before "they", these show that two who met are meant: "After a call in Oslo, they said"."""

MADE: Final = ISSUING | words("lodged made gave delivered handed conveyed")
"""Before a text or a protest, these say whose it is."""

FAR_MADE: Final = 10
"""How many words before "in which" somebody issued the text that is meant."""

JOINED: Final = re.compile(r"[^;:“”\"]{1,120} and (?:[a-z]+ )?")
MEETING: Final = re.compile(r"[^.;:“”\"]{0,120}\b(?:met|meet|held|visited|received|expressed|raised|discussed)\b")
"""Behind two persons, these say that they met somebody."""

PAIRS: Final = re.compile(r"(?:the )?(?:two|both)\b", re.IGNORECASE)
BY_OFFICE: Final = re.compile(
    r"(?:the )?(?:leaders|presidents|premiers|ministers|diplomats|envoys|sides|parties|delegations)", re.IGNORECASE
)
"""Groups that are called by what each of them is: who is meant are the persons."""


def pronoun_rule(  # noqa: PLR0911  (a decision table)
    context: Context, hit: Hit, party: Party | None, spoken: Party | None
) -> str:
    """Return the rule of a speaker that is named by a pronoun."""
    word = hit.subject.name if hit.subject is not None else ""
    before = context.last.speaker if context.last is not None else None
    is_what = hit.subject is not None and context.unit.sentence.low(hit.subject.first - 1) == "what"
    is_each = word == "they" and party is not None and (is_of_two(party) or BY_OFFICE.fullmatch(party.name) is not None)
    if hit.rule == "participle" and word in {"he", "she"} and party is not spoken:
        return f"pronoun-{word}"  # He commented on the plan, calling it “weak”
    if word == "it" and party is not None and of_text_inside(context, hit.subject) is party:
        return "pronoun-again"
    if word in {"it", "they"} and party is not None and party is before and not is_each:
        return "pronoun-again" if hit.rule in PLAIN or hit.rule == "tail" else f"{hit.rule}-pronoun"
    if word == "it" and party is not None and is_own_it(context, hit, party, spoken):
        return "pronoun-again"
    if word == "they" and party is not None and is_known_they(context, hit, party, spoken, is_what=is_what):
        return "pronoun-again"
    if party is not spoken:
        is_pair = party is not None and is_of_two(party)  # or each of the two for itself
        is_pair = is_pair and context.actors.focused[-1:] != [party]
        if word == "they" and hit.rule in PLAIN and party is not None and not is_pair and is_near(context, hit, party):
            return "pronoun-they-near"
        return f"pronoun-{word}" if hit.rule in PLAIN or hit.rule == "tail" else f"{hit.rule}-pronoun"
    if hit.rule == "pronoun" and word in {"it", "they"} and is_what:
        return "pronoun-again"  # Norland objects to what it calls “theft”
    if hit.rule == "pronoun" and word in {"he", "she"} and party is not None and is_only_one(context, hit, party):
        return f"pronoun-{word}"
    return "pronoun-own" if hit.rule == "pronoun" else hit.rule


def is_own_it(context: Context, hit: Hit, party: Party, spoken: Party | None) -> bool:
    """Whether "it" is the body that begins a sentence which "it said" ends, or who speaks "as it" says more."""
    sentence, subject = context.unit.sentence, hit.subject
    if subject is None or hit.rule not in PLAIN:
        return False
    if party is spoken:
        return sentence.low(subject.first - 1) == "as" and party.kind in {"state", "body"}
    if sentence.low(subject.first - 1) == "what":  # The embassy resists what it calls “theft”
        return party.kind in {"state", "body"} and is_same(own_thing(context, subject, spoken), party)
    first = sentence_subject(sentence, subject.first)
    is_first = first is not None and first.kind == "body" and first.first <= 1 and not first.is_owner
    is_behind = sentence.words[subject.first - 1].text == QUOTED or sentence.words[subject.first - 2].text == QUOTED
    return is_first and is_behind and first is not None and context.parties.get(first.start) is party


def is_known_they(context: Context, hit: Hit, party: Party, spoken: Party | None, *, is_what: bool) -> bool:
    """Whether "they" are who spoke together before, or the subject of the sentence that calls something so."""
    if hit.rule in PLAIN and (is_said_together(context, party) or of_text_inside(context, hit.subject) is party):
        return True
    if hit.rule in PLAIN and hit.subject is not None and is_same(told_pair(context, hit.subject), party):
        return True
    if hit.rule in PLAIN and hit.subject is not None and is_of_met(context, hit.subject, party):
        return True
    is_both = hit.subject is not None and context.unit.sentence.low(hit.subject.last) in {"both", "all"}
    return (is_what or is_both) and hit.subject is not None and is_same(own_thing(context, hit.subject, spoken), party)


def is_of_met(context: Context, they: Naming, party: Party) -> bool:
    """Whether "they" are the two of whom the text told that they met, both in the same sentence: "both of them"."""
    met = context.actors.met
    lead = {token.low for token in context.unit.words[: they.first]}
    is_joint = bool(lead & OCCASIONS) or any(token.low == "both" for token in context.unit.words)
    return met is not None and party in {met, context.actors.pair_of(met)} and is_joint


def told_pair(context: Context, they: Naming) -> Party | None:
    """Return the two of whom a body told before that they met somebody: "The ministry said A and B met C. They …"."""
    last, actors = context.last, context.actors
    if they.name != "they" or they.first > 1 or last is None or last.speaker is None:
        return None
    is_of_one = last.speaker.kind in {"body", "state"} and not last.speaker.is_plural
    if not is_of_one or context.text[last.end : context.unit.start].strip(' .”"’\r\n'):
        return None
    starts = sorted(start for start in actors.by_place if last.start <= start < last.end)
    for first, second in itertools.pairwise(starts):
        one, other = actors.by_place[first], actors.by_place[second]
        are_persons = {one.kind, other.kind} <= {"person", "name"} and one is not other
        if are_persons and JOINED.fullmatch(context.text, first, second) and MEETING.match(context.text, second):
            return actors.together([one, other])
    return None


def is_same(one: Party | None, other: Party | None) -> bool:
    """Whether two are the same actor, or several of the same members."""
    if one is None or other is None:
        return False
    return one is other or (len(one.members) > 1 and one.members == other.members)


def is_said_together(context: Context, party: Party) -> bool:
    """Whether "they" are several who said the sentence before together: "A and B condemned it. “…”, they said"."""
    last = context.last
    is_same = last is not None and len(party.members) > 1 and set(party.members) == set(last.speakers)
    return is_same and last is not None and not context.text[last.end : context.unit.start].strip(' .”"’')


def is_only_one(context: Context, hit: Hit, party: Party) -> bool:
    """Whether a sentence names nobody else before "he" or "she" whom that can mean: "Li came, which he said “hurt”"."""
    subject = hit.subject
    lead = next((m for m in context.unit.named if not m.first and m is not subject), None)
    if subject is not None and lead is not None and lead.name.lower() == subject.name:
        return True  # He thanked Li for the welcome, “a sign of trust”, he said
    before = (m for m in context.unit.named if subject is not None and m.first < subject.first and not m.is_plural)
    others = {context.parties.get(m.start) for m in before} - {None, party}
    word = subject.name if subject is not None else ""
    return not any(
        (other.is_person or other.may_be_person) and other.gender in {"", word} for other in others if other is not None
    )


def is_near(context: Context, hit: Hit, party: Party) -> bool:
    """Whether "they" are those of whom the same sentence or the one before told."""
    actors = context.actors
    is_own = hit.subject is not None and own_thing(context, hit.subject, None) is party
    if actors.met is not None and party in {actors.met, actors.pair_of(actors.met)}:
        return True
    return is_own or any(party is other or party is actors.pair_of(other) for other in actors.focused[-2:])


def own_pronoun(context: Context, hit: Hit, spoken: Party | None) -> Party | None:
    """Return whom "he" or "she" means in a sentence that named a person as its subject before."""
    return of_text_inside(context, hit.subject) or own_before(context, hit, spoken)


def own_before(context: Context, hit: Hit, spoken: Party | None) -> Party | None:
    """Return whom a pronoun means that no text before "in which" explains."""
    subject, sentence = hit.subject, context.unit.sentence
    if subject is not None and subject.kind == "pronoun" and subject.name in {"it", "they"}:
        return own_thing(context, subject, spoken)
    if subject is None or subject.kind != "pronoun" or subject.name not in {"he", "she"}:
        return None
    is_tail = sentence.low(subject.first - 1) == "," and sentence.low(hit.place + 1) in {"", "."}
    before = context.last.speaker if context.last is not None and spoken is None else None
    if is_tail and (leading := before_colon_and_tail(context, subject)) is not None:
        return leading
    is_tail = is_tail or goes_on_alone(context, hit)
    if is_tail and before is not None and before.is_person and before.gender in {"", subject.name}:
        return before
    first = sentence_subject(sentence, subject.first)
    party = spoken or (context.parties.get(first.start) if first is not None else None)
    if party is None or not (party.is_person or party.may_be_person):
        return None
    return party if party.gender in {"", subject.name} else None


def of_text_inside(context: Context, subject: Naming | None) -> Party | None:
    """Return who made a text "in which" they say more: "Norland had lodged a protest, in which it stated".

    That is also who gave the interview: "an interview with Li in which he urged".
    """
    sentence = context.unit.sentence
    if subject is None or [sentence.low(subject.first - at) for at in (2, 1)] != ["in", "which"]:
        return None
    place = subject.first - 2 - (sentence.low(subject.first - 3) == ",")
    near = sentence.ending(place)
    party = context.parties.get(near.start) if near is not None and near.kind in {"person", "name"} else None
    is_given = near is not None and sentence.low(near.first - 1) in {"with", "from", "by"}
    if party is not None and is_given and subject.name in {"he", "she"}:
        return party if party.gender in {"", subject.name} else None
    verb = next((at for at in range(place, max(0, place - FAR_MADE), -1) if sentence.low(at) in MADE), 0)
    maker = sentence.ending(before_verb(sentence.words, verb)[0] + 1) if verb else None
    if maker is None or maker.is_owner or maker.kind == "pronoun" or not sentence.is_free(maker):
        return None
    party = context.parties.get(maker.start)
    is_it = party is not None and party.kind in {"state", "body", "name"} and subject.name == "it"
    is_he = party is not None and subject.name in {"he", "she"} and (party.is_person or party.may_be_person)
    is_it = is_it or (party is not None and subject.name == "they" and party.is_plural and not party.members)
    return party if is_it or (is_he and party is not None and party.gender in {"", subject.name}) else None


def goes_on_alone(context: Context, hit: Hit) -> bool:
    """Whether "he added" behind a quotation is who was quoted last: since then the text told of no deed of another."""
    last, subject = context.last, hit.subject
    if last is None or subject is None or hit.cue is None or hit.cue.lemma not in ADDING or not last.quotes:
        return False
    is_behind = subject.first > 0 and context.unit.words[subject.first - 1].text == QUOTED
    others = (one for one in context.actors.doers if one is not last.speaker)
    return is_behind and not any(one.is_person or one.may_be_person for one in others)


def before_colon_and_tail(context: Context, subject: Naming) -> Party | None:
    """Return who leads in a quotation that ends with "he said": "Li was unmoved: “No”, he said"."""
    sentence = context.unit.sentence
    quoted = next((at for at in range(1, subject.first) if sentence.words[at].text == QUOTED), 0)
    first = sentence_subject(sentence, quoted) if sentence.low(quoted - 1) == ":" else None
    party = context.parties.get(first.start) if first is not None and first.kind in {"person", "name"} else None
    return party if party is not None and party.gender in {"", subject.name} else None


def topic(sentence: Sentence, subject: Naming) -> Naming | None:
    """Return whom a clause names that a pronoun takes up: "As for the unions, they called it theft"."""
    if [sentence.low(0), sentence.low(1)] != ["as", "for"] or sentence.low(subject.first - 1) != ",":
        return None
    return sentence.ending(subject.first - 1)


def of_text_told(context: Context, subject: Naming) -> Party | None:
    """Return whose text "it" is, where the sentence before told what that text says: "It also found that"."""
    last = context.last
    if last is None or subject.first > 1 or "participle" in last.rule:
        return None
    is_again = last.rule == "pronoun-again" and context.text.startswith("It ", last.start)
    if not (last.rule.startswith("text") or is_again):
        return None
    between = context.text[last.end : context.unit.start]
    return last.speaker if not between.strip(' .”"’') else None


def who_goes_on(context: Context, subject: Naming) -> Party | None:
    """Return the body that said the sentence before, where "it said" ends this one: "The plan will fail, it added"."""
    last, sentence = context.last, context.unit.sentence
    if last is None or last.speaker is None or last.speaker.kind not in {"body", "state"} or last.speaker.is_plural:
        return None
    is_behind = sentence.low(subject.first - 1) == "," or sentence.words[subject.first - 1].text == QUOTED
    is_tail = is_behind and sentence.low(subject.last + 1) in {"", ".", "in", "on"}
    is_next = not context.text[last.end : context.unit.start].strip(' .”"’\n')
    return last.speaker if is_tail and is_next and subject.name == "it" else None


def own_thing(  # noqa: PLR0911  (a decision table)
    context: Context, subject: Naming, spoken: Party | None
) -> Party | None:
    """Return which state, body or group "it" or "they" means in a sentence that named it as its subject before."""
    if subject.name == "it" and spoken is None and (whose := of_text_told(context, subject)) is not None:
        return whose
    if spoken is None and (pair := told_pair(context, subject)) is not None:
        return pair
    if subject.name in {"it", "they"} and spoken is None and (last := who_goes_on(context, subject)) is not None:
        return last
    first = topic(context.unit.sentence, subject) or sentence_subject(context.unit.sentence, subject.first)
    party = spoken or (context.parties.get(first.start) if first is not None else None)
    if spoken is None and first is not None and (both := of_joined(context, subject, first)) is not None:
        return both
    if party is not None and party is spoken and subject.name == "they" and party.kind == "office":
        party.gender = "they"
        return party
    if party is None or party.is_person:
        return None
    is_several = party.is_plural or party.kind == "group"
    if subject.name == "they":
        own = party if is_several or party.kind == "body" else None
        return own if is_several else several_before(context, subject) or own
    return party if not is_several and party.kind in {"state", "body", "name"} else None


def of_joined(context: Context, they: Naming, first: Naming) -> Party | None:
    """Return those who are the subject together, for what "they" call something: "A and B held what they call"."""
    sentence = context.unit.sentence
    if they.name != "they" or sentence.low(they.first - 1) != "what":
        return None
    named = [context.parties.get(mention.start) for mention in (first, *joined_with(sentence, first))]
    found = [party for party in named if party is not None]
    if len(found) < 2 or len(found) < len(named):  # noqa: PLR2004  (one alone is not joined)
        return None
    return context.actors.together(found)


def several_before(context: Context, they: Naming) -> Party | None:
    """Return the several whom a body or a state does something to before "they": "It thanked its allies after they"."""
    if context.unit.sentence.low(they.first - 1) not in {"after", "before", "when", "since", "because", "which"}:
        return None
    groups = [m for m in context.unit.named if m.last < they.first and m.kind == "group" and m.is_plural]
    parties = {context.parties.get(m.start) for m in groups} - {None}
    return next(iter(parties)) if len(parties) == 1 else None


def is_of_two(party: Party) -> bool:
    """Whether a group is of two who were named before: "both leaders"."""
    return PAIRS.match(party.name) is not None
