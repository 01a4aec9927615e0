"""The subject of a verb: the actor before it, over phrases, asides and lists, or behind it."""

from collections.abc import Sequence
from typing import Final

from diplo_events.drafting._english.asides import is_next, listed_in_aside, named_aside, opening_before, persons_aside
from diplo_events.drafting._english.callings import called
from diplo_events.drafting._english.companies import (
    bound_with,
    company,
    is_of_kin,
    is_relative_of,
    is_second_office,
    listed_after,
)
from diplo_events.drafting._english.far_offices import (
    behind_portfolios,
    holder_before,
    holder_of,
    holder_of_both,
    office_before,
)
from diplo_events.drafting._english.members import (
    gathered,
    group_before,
    member_before,
    of_named_party,
    officer_of_land,
    spokesman_for,
)
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.phrases import (
    LONGEST_ASIDE,
    MODIFIERS,
    is_modifier,
    phrase_start,
    relative_start,
)
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import (
    CLAUSES,
    PREPOSITIONS,
    Sentence,
    Subject,
    is_adverb,
    told_before,
)
from diplo_events.drafting._english.text_nouns import POSSESSIVES, SEEN, TEXTS, is_joined_by, of_text, one_of_text
from diplo_events.drafting._english.tokens import QUOTED

__all__ = [
    "SPOKEN",
    "sentence_subject",
    "subject_aside",
    "subject_before",
]


PHRASES_ASIDE: Final = words("in on at during through seen obtained dated published released sent signed written")
CALLED: Final = words("nicknamed dubbed as called alias")
"""Before a quotation in an aside, these show that it is a name: "Hale, nicknamed “the Fox”, said"."""
OF_WRITING: Final = words("later separate written brief short joint press public video new official strong recent long")
"""Adjectives of a text between somebody and their verb: "Li in a later statement urged"."""
EXPLETIVE: Final = words(
    "is was will would may might seems seemed appears appeared has had can could took takes remains"
)
"""Behind these, "it" is a subject in form alone: "it was clear that"."""

OPENERS: Final = words("in at during after following on")
"""With these a phrase opens a sentence, before its subject."""

SPOKEN: Final = words("said says told that")

MEMBERS: Final = words("among including such notably especially particularly many most some")
"""With these an aside begins that names some of those before it."""

BEGIN_ASIDE: Final = words("this who whose which speaking himself herself")
"""With these an aside begins that is about the subject, also behind "a diplomat in Minsk"."""

ADVERBS_ASIDE: Final = words("meanwhile however too also instead though nevertheless moreover therefore likewise again")
"""Words that stand alone between a subject and its verb: "the embassy in Minsk, meanwhile, said"."""


def sentence_subject(sentence: Sentence, place: int) -> Naming | None:
    """Return the first actor before a place that stands behind no preposition; in the last clause if it has one."""
    free = [m for m in sentence.named if m.last <= place and sentence.is_free(m) and not m.is_owner]
    free = [m for m in free if not is_of_kin(sentence, m) and not is_second_behind(sentence, m)]
    free = [m for m in free if sentence.low(m.first - 1) != "(" and not sentence.is_dateline(m)]
    barred = {"who", "i", "we"} if is_it_subject(sentence, free) else {"it", "who", "i", "we"}
    free = [mention for mention in free if mention.name not in barred] or free
    if sentence.low(0) in OPENERS and (main := behind_opening(sentence, free)) is not None:
        return main
    bounds = [index for index in range(place) if sentence.low(index) in {"while", "whereas", ";", "but"}]
    late = [mention for mention in free if bounds and mention.first > bounds[-1]]
    return next(iter(late or free), None)


def behind_opening(sentence: Sentence, free: Sequence[Naming]) -> Naming | None:
    """Return who does something behind the phrase that opens a sentence: "In calls with A and envoy B, C describes"."""
    behind = (
        m for m in free if sentence.low(m.first - 1) == "," and m.kind != "group" and m.last < len(sentence.words)
    )
    return next((m for m in behind if is_deed(sentence, m.last)), None)


def is_deed(sentence: Sentence, place: int) -> bool:
    """Whether a verb in -s or -ed stands at a place, with nothing before it that makes it a noun."""
    token = sentence.words[place]
    is_form = token.low.endswith(("es", "ed", "s")) and not token.low.endswith("ss")
    return token.is_word and token.text.islower() and is_form and token.low not in PREPOSITIONS


def is_second_behind(sentence: Sentence, mention: Naming) -> bool:
    """Whether a name is joined with one that a preposition binds: "the meeting between A and B ended"."""
    first = sentence.ending(mention.first - 1) if sentence.low(mention.first - 1) == "and" else None
    return first is not None and sentence.low(first.first - 1) in {"between", "with"} and not first.is_owner


def is_it_subject(sentence: Sentence, free: Sequence[Naming]) -> bool:
    """Whether "it" begins a sentence and means somebody who does something: "It also praised Li"."""
    if not free or free[0].name != "it" or free[0].first > 1:
        return False
    place = free[0].last
    while place < len(sentence.words) and (is_adverb(sentence.words[place]) or sentence.low(place) in {"also", "then"}):
        place += 1
    return sentence.low(place) not in EXPLETIVE


def subject_before(sentence: Sentence, left: int) -> Subject:  # noqa: C901, PLR0911, PLR0912  (one case for each kind of word)
    """Return the subject that ends at a place or before it."""
    index, rule = left, "subject"
    nobody = Subject(None, (), left, "")
    while index >= 0:
        low = sentence.low(index)
        mention = sentence.ending(index + 1)
        if mention is not None:
            subject = at_mention(sentence, mention, rule, is_adjacent=index == left)
            if isinstance(subject, Subject):
                return gathered(sentence, subject)
            if subject == mention.first - 1 or sentence.low(mention.first - 1) in PREPOSITIONS:
                rule = "subject-over-phrase"
            index = subject
        elif low == ",":
            subject = subject_aside(sentence, index)
            if subject.mention is not None or rule == "subject":
                return subject
            index -= 1
        elif low == ")":
            index = opening_before(sentence, index, {"("}) - 1
        elif low in TEXTS and (writer := writer_before(sentence, index)) is not None:
            index, rule = writer.last - 1, "subject-over-phrase"
        elif low in TEXTS and is_joined_by(sentence, index):
            return nobody
        elif low == "protest" and sentence.low(index - 1) in {"diplomatic", "formal"}:
            return of_text(sentence, index)
        elif low in TEXTS and (one := one_of_text(sentence, index)) is not None:
            return Subject(one, (), one.first, "subject-aside")
        elif low in TEXTS:
            return of_text(sentence, index)
        elif low in {"—", "–"}:
            index, rule = opening_before(sentence, index, {"—", "–"}) - 1, "subject-over-aside"
        else:
            is_verb = low.endswith("ing") and rule == "subject-over-phrase"
            phrase = index if is_verb else phrase_start(sentence, index)
            phrase = relative_start(sentence, index) if phrase is None else phrase
            if phrase is None:
                return nobody
            index, rule = phrase - 1, "subject-over-phrase"
    return nobody


def writer_before(sentence: Sentence, index: int) -> Naming | None:
    """Return who says something in a text named between them and the verb: "Minister Ana Reis in a tweet praised"."""
    index -= sentence.low(index - 1) in OF_WRITING
    is_in = sentence.low(index - 1) in {"a", "an", "another"} and sentence.low(index - 2) in {"in", "on", "via"}
    if is_in and sentence.low(index - 3) == ",":  # the envoy of Norland, Ana Reis, in a briefing said
        return subject_aside(sentence, index - 3).mention or sentence.ending(index - 3)
    writer = sentence.ending(index - 2) if is_in else None
    return writer if writer is not None and sentence.is_free(writer) and not writer.is_owner else None


def at_mention(sentence: Sentence, mention: Naming, rule: str, *, is_adjacent: bool) -> Subject | int:  # noqa: C901, PLR0911, PLR0912  (a decision table)
    """Return the subject if an actor is it or leads to it; else the place from which to look on."""
    before = sentence.low(mention.first - 1)
    if is_adjacent and mention.kind == "state" and sentence.is_behind_town(mention):  # officials in Rome, Italy said
        return mention.first - 2
    if mention.name == "who":
        last = mention.first - 1 if before == "," else mention.first
        if sentence.low(last - 1).isdigit() and sentence.low(last - 2) == ",":  # Tom Hale, 24, who
            last -= 2
        if sentence.low(last - 1) == ")":
            last = opening_before(sentence, last - 1, {"("})
        return relative(sentence, mention, last)
    if before == ")" and mention.kind == "group":
        opening = opening_before(sentence, mention.first - 1, {"("})
        if sentence.ending(opening) is not None:
            return opening - 1
    if is_of_participle(sentence, mention):
        return mention.first - 2
    if (described := called(sentence, mention)) is not None:
        return Subject(mention, (), described.first, "apposition")
    if (leader := of_named_party(sentence, mention)) is not None:
        return Subject(leader, (), leader.first, "apposition" if leader.kind != "office" else rule)
    if (officer := officer_of_land(sentence, mention)) is not None:
        return Subject(officer, (), officer.first, rule)
    bound = bound_with(sentence, mention)
    if bound is not None:
        return bound.first - 2
    is_body = mention.kind == "body" and mention.is_definite and sentence.low(mention.last) == "in"
    opens = before in CLAUSES and (is_adjacent or mention.is_plural or is_body)  # as analysts at the bank warned
    if mention.is_owner or not (sentence.is_free(mention) or opens):
        return mention.first - 1 - (before in PREPOSITIONS)
    if (whole := listed_after(sentence, mention)) is not None:
        return Subject(whole, (), whole.first, "subject-over-phrase")
    if (member := member_before(sentence, mention)) is not None:
        return Subject(member, (), member.first, "subject-over-phrase")
    together = company(sentence, mention)
    first = together[0].first if together else mention.first
    if mention.kind == "office" and not mention.is_plural and (holder := holder_of(sentence, mention)) is not None:
        return Subject(holder, (), holder.first, "apposition")
    if not together and (person := told_before(sentence, mention)) is not None:
        return Subject(person, (), person.first, "apposition")
    if (person := holder_of_both(sentence, mention)) is not None:
        return Subject(person, (), person.first, "apposition")
    if together and is_second_office(sentence, mention, together[-1]):
        return Subject(together[-1], together[:-1], first, rule)
    return Subject(mention, together, first, "pronoun" if mention.kind == "pronoun" else rule)


def is_of_participle(sentence: Sentence, mention: Naming) -> bool:
    """Whether somebody is whom somebody else does something for or to: "A lawyer representing Reis said"."""
    verb = mention.first - 1
    doer = sentence.ending(verb)
    is_plain = sentence.low(verb).endswith("ing") and verb > 0 and sentence.words[verb].text.islower()
    return is_plain and doer is not None and doer.kind in {"office", "group", "body"} and sentence.is_free(doer)


def relative(sentence: Sentence, who: Naming, last: int) -> Subject:
    """Return whom "who" or "which" means: a person far before it rather than a body, and the issuer of a text."""
    if sentence.low(last - 1) in TEXTS:
        text = of_text(sentence, last - 1)
        owner = text.mention if text.rule == "text" else sentence_subject(sentence, last)
        return Subject(owner, (), who.first, "text") if owner is not None else text
    near = sentence.ending(last)
    if near is not None and [sentence.low(near.first - 2), sentence.low(near.first - 1)] == [",", "not"]:
        near = sentence.ending(near.first - 2)  # it is the king, not the miners, who
    if near is not None and near.kind == "state" and sentence.low(who.first) == "who":  # King Hamad of Bahrain, who
        ruler = sentence.ending(near.first - 1) if sentence.low(near.first - 1) == "of" else None
        near = ruler if ruler is not None and ruler.kind in {"person", "name"} else near
    for mention in sentence.named if sentence.low(who.first) == "who" else ():
        if mention.kind in {"person", "name"} and mention.last < last and sentence.low(mention.last) == ",":
            behind = {mention.last + 1, mention.last + 2}
            if any(other.kind == "office" and other.first in behind for other in sentence.named):
                near = mention
    return Subject(near, company(sentence, near, is_bound=True) if near is not None else (), who.first, "relative")


def subject_aside(sentence: Sentence, comma: int) -> Subject:  # noqa: C901, PLR0911, PLR0912  (one case for each kind of aside)
    """Return the subject before an aside that ends with a comma: "X, the envoy of Y, said"."""
    for opening in range(comma - 1, max(-1, comma - LONGEST_ASIDE), -1):
        token = sentence.words[opening]
        is_marked = token.text == QUOTED and sentence.low(opening - 1) not in CALLED
        if token.low in {";", "."} or (is_marked and not is_about_subject(sentence, opening)):
            break
        if token.low == "," and sentence.low(opening + 1) == "and" and sentence.low(opening + 2) in BEGIN_ASIDE:
            continue  # Ana Reis, who leads the Lake Party, and who lost, said
        mention = sentence.ending(opening) if token.low == "," else None
        if token.low == "," and sentence.low(opening - 1) == ")":  # the Lake Fund (LF), which …, said
            mention = sentence.ending(opening_before(sentence, opening - 1, {"("}))
        is_word = opening + 2 == comma and sentence.low(opening + 1) in ADVERBS_ASIDE
        is_about = sentence.low(opening + 1) in BEGIN_ASIDE or is_word
        if mention is not None and not sentence.is_free(mention) and is_about:
            whole = subject_before(sentence, opening - 1)
            return whole._replace(rule="subject-aside") if whole.mention is not None else whole
        if mention is not None and (voice := spokesman_for(sentence, mention)) is not None:
            return Subject(voice, (), voice.first, "subject-aside")
        if mention is None and token.low == "," and is_text_before(sentence, opening):
            return named_in_aside(sentence, opening, comma) or of_text(sentence, opening - 1)
        if mention is None and token.low == "," and (other := named_in_aside(sentence, opening, comma)) is not None:
            return other
        if mention is None and token.low == "," and sentence.low(opening + 1) in MEMBERS:
            whole = subject_before(sentence, opening - 1)  # critics of the dam, among them Ana Reis,
            if whole.mention is not None and whole.mention.is_plural:
                return whole._replace(rule="subject-aside")
        if token.low == "," and (minister := behind_portfolios(sentence, opening, comma)) is not None:
            return Subject(minister, (), minister.first, "apposition")
        if token.low == "," and (holder := holder_before(sentence, opening - 1)) is not None:
            return Subject(holder, (), holder.first, "subject-aside")  # Ana Reis, head of one of the groups, Lake Voice
        is_bound = mention is not None and not sentence.is_free(mention)
        if (mention is None or is_bound) and token.low == "," and (office := far_office(sentence, opening, comma)):
            return office
        is_phrase = sentence.low(opening + 1) in PHRASES_ASIDE
        if is_phrase and mention is not None and not sentence.is_free(mention):
            whole = subject_before(sentence, opening - 1)
            if whole.mention is not None and whole.mention.kind != "pronoun":
                return whole._replace(rule="subject-aside")
        if mention is not None and (those := listed_in_aside(sentence, mention, comma)):
            return Subject(those[-1], those[:-1], mention.first, "apposition")
        if mention is not None and not sentence.is_free(mention) and (those := persons_aside(sentence, opening, comma)):
            return Subject(those[-1], those[:-1], mention.first, "apposition")
        if mention is not None and not mention.is_owner and (member := member_before(sentence, mention)) is not None:
            return Subject(member, (), member.first, "subject-aside")
        if mention is None or mention.is_owner or not sentence.is_free(mention):
            continue
        if is_joined_place(sentence, mention, opening):
            continue
        inside = {word.low for word in sentence.words[opening + 1 : comma]}
        if inside & SPOKEN and sentence.low(opening + 1) not in {"who", "which", "whom"}:
            break
        named, is_one = named_aside(sentence, opening, comma), sentence.low(mention.first) == "one"
        is_person = named is not None and named.kind in {"person", "name"} and is_next(sentence, named, opening)
        is_outlet = named is not None and is_name_of_body(sentence, mention, named, opening)
        is_whole = mention.kind in {"office", "group", "body"} or is_relative_of(sentence, mention)
        if named is not None and (is_one or is_outlet or (is_person and is_whole)):
            together = company(sentence, mention)
            first = together[0].first if together else mention.first
            is_of_both = (
                mention.kind == "office" and mention.owner != "" and sentence.low(mention.first) not in POSSESSIVES
            )  # the Institute of A and B's director
            if not mention.is_plural and (is_of_both or all(other.kind == "office" for other in together)):
                together = ()  # two offices of one person
            return Subject(named, together, first, "apposition")
        return with_aside(sentence, mention, opening, comma)
    return Subject(None, (), comma + 1, "")


def is_about_subject(sentence: Sentence, place: int) -> bool:
    """Whether words in marks stand in a clause about the subject: "Norland, which Li accused of “theft”, said"."""
    for at in range(place - 1, max(0, place - LONGEST_ASIDE), -1):
        if sentence.low(at) in {",", ";", "."} or sentence.words[at].text == QUOTED:
            return False
        if sentence.low(at) in {"which", "whom"} and sentence.low(at - 1) == ",":
            return any(mention.first == at + 1 for mention in sentence.named)
    return False


def is_joined_place(sentence: Sentence, mention: Naming, opening: int) -> bool:
    """Whether a place is the second of two, and more is listed behind it: "wins in A and B, and gains in C, had"."""
    first = sentence.ending(mention.first - 1) if sentence.low(mention.first - 1) == "and" else None
    is_bound = first is not None and sentence.low(first.first - 1) == "in"
    return is_bound and mention.kind in {"name", "state"} and sentence.low(opening + 1) == "and"


def is_name_of_body(sentence: Sentence, mention: Naming, named: Naming, opening: int) -> bool:
    """Whether an aside names the body of which only is said what it is: "Norland’s state news service, Veld News,"."""
    is_bare = mention.kind == "body" and sentence.words[mention.last - 1].text.islower() and not mention.is_plural
    return is_bare and named.kind in {"body", "name"} and named.first - opening in {1, 2}


def is_text_before(sentence: Sentence, opening: int) -> bool:
    """Whether a text stands before an aside, and nobody’s office: not "a co-author of the report, Tom Hale,"."""
    phrase = phrase_start(sentence, opening - 1)
    is_part = phrase is not None and phrase > 0 and sentence.low(phrase) in {"of", "behind"}
    is_of_text = phrase is not None and sentence.low(phrase - 1) in TEXTS
    return sentence.low(opening - 1) in TEXTS and (not is_part or is_of_text)


def named_in_aside(sentence: Sentence, opening: int, comma: int) -> Subject | None:
    """Return whom an aside names behind a noun that names nobody.

    That is who is meant ("someone, seemingly Li,") or who issued a text ("the text of the deal, as issued by Li,").
    """
    if sentence.low(opening - 1) in {"someone", "somebody"}:
        meant = next((m for m in sentence.named if m.last == comma and m.first - opening in {1, 2}), None)
        return Subject(meant, (), opening - 1, "apposition") if meant is not None else None
    is_text = any(sentence.low(at) in TEXTS for at in range(max(0, opening - 4), opening))
    by = next((at for at in range(opening + 1, comma) if sentence.low(at) == "by"), comma)
    between = {sentence.low(at) for at in range(opening + 1, by)}
    is_issued = by == opening + 1 or bool(between & (MODIFIERS - SEEN)) or sentence.low(by - 1) in MODIFIERS - SEEN
    if not is_text or not is_issued or between & SEEN:
        return None
    issuing = next((m for m in sentence.named if m.first - by in {1, 2} and m.last <= comma), None)
    return Subject(issuing, (), opening, "text") if issuing is not None else None


def with_aside(sentence: Sentence, mention: Naming, opening: int, comma: int) -> Subject:
    """Return an actor before an aside, or the persons whom the aside says that it is."""
    mention = group_before(sentence, mention) or mention
    together = company(sentence, mention)
    first = together[0].first if together else mention.first
    if mention.is_plural and (those := persons_aside(sentence, opening, comma)):
        return Subject(those[-1], those[:-1], first, "apposition")
    return Subject(mention, together, first, "subject-aside")


def far_office(sentence: Sentence, opening: int, comma: int) -> Subject | None:
    """Return somebody named in an aside behind an office with a phrase: "The minister for rural growth, X, said"."""
    named = next((m for m in sentence.named if m.first == opening + 1 and m.last == comma), None)
    if named is None or named.kind not in {"person", "name"}:
        return None
    start = phrase_start(sentence, opening - 1)
    while start is not None and start > 0 and sentence.ending(start) is None and is_modifier(sentence.words[start - 1]):
        start -= 1  # the judge presiding over the case, X
    office = sentence.ending(start) if start is not None else None
    office = office if office is not None and office.kind == "office" else office_before(sentence, opening - 1)
    if office is None or office.kind != "office" or not sentence.is_free(office):
        return None
    return Subject(named, (), office.first, "apposition")
