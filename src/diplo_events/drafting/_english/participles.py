"""Participles of saying, and whose they are: ", saying", "with officials saying", "Stressing that …, X said"."""

import itertools
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from diplo_events.drafting._english.hits import Hit
from diplo_events.drafting._english.nouns import AGENCIES, MEDIA, words
from diplo_events.drafting._english.passives import BY_AGENTS, is_citing, quoted_beside
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import DAYS, Sentence, before_verb
from diplo_events.drafting._english.subjects import sentence_subject
from diplo_events.drafting._english.text_nouns import TEXTS, of_text
from diplo_events.drafting._english.tokens import QUOTED
from diplo_events.drafting._english.verbs import CUES, Cue

__all__ = ["ATTRIBUTES", "EVENTS", "ISSUING", "inherited", "issued", "owned", "participle", "signers"]

WITH: Final = words("with amid by despite")


INTRODUCING: Final = words(", while when after before in by and but or then — – ) thus even without") | DAYS | {QUOTED}
"""Behind these a participle of saying belongs to the subject of the sentence."""


BESIDE: Final = words("as after when before since")
"""Before who does something, these begin a clause that says when something else was."""

LATE: Final = words("say warn add claim insist declare announce")

OF_ISSUED: Final = LATE | words("call describe brand label condemn denounce reject accuse blame urge demand criticize")
"""Verbs of what an issued text says, with a time between: "issued a release on Monday calling it “a farce”"."""


DONE: Final = words("led met made took gave held left went came began spoke set put sought won lost told brought flew")
"""Verbs in the past without -ed."""

UNSPOKEN: Final = words("observe maintain recall note report reveal")


ATTRIBUTES: Final = words(
    """
    the a an his her its their 's of over for any no such these those from with by in on to as at than after despite
    against
    long so
    """
)
"""Before a form in -ed, these show that it is an adjective."""


CLAIMING: Final = words("claim say allege assert insist state deny warn")
"""Verbs of which a participle reports the words of whom a medium cites."""

FEELING: Final = words(
    """
    support back encourage offer hope fear believe think expect want consider see view plan doubt refuse decline
    regard recognize feel contest
    """
)
"""Verbs of which a participle reports nothing where nobody has spoken before it: "they left, hoping for rain"."""


EVENTS: Final = words("conference summit briefing")
"""Nouns that bodies have in common with meetings, at which nothing but others speaks."""

LEAST_BEFORE_INNER: Final = 3
"""How many words behind a verb of reporting the subject of the reported clause begins: "reported that the X"."""


ISSUING: Final = words(
    """
    issued passed released published sent posted signed adopted circulated issues releases publishes sends posts
    flashed transmitted displayed submitted filed tabled presented delivered addressed wrote penned launched unveiled
    broadcast forwarded
    """
)
"""Beside a text, these show whose it is."""

NEAR_ISSUE: Final = 5
"""How many words before a text the verb that issued it stands."""

NEAR_SIGNER: Final = 6
"""How many words behind a text "by" names whose it is: "a statement of joint purpose by A and B"."""

FAR_ISSUE: Final = 14
"""The same with a place behind the text: "issued a statement at his club in Veld saying"."""


def participle(sentence: Sentence, hits: Sequence[Hit], place: int, cue: Cue) -> Hit | None:  # noqa: C901, PLR0911, PLR0912  (a decision table)
    """Read ", saying", "while stressing", "with officials saying", "Stressing that …, X said"."""
    left, _ = before_verb(sentence.words, place)
    if cue.lemma == "quote" and left >= 0 and (who := quoted_beside(sentence, place)) is not None:
        return Hit(place, place, CUES["said"], who, "quoted-as-saying", last=who.last)
    if is_citing(sentence, place, cue):
        return None
    if (who := cited_before(sentence, hits, left, cue)) is not None:
        via = tuple(m for m in (hits[-1].subject,) if m is not None)
        return Hit(place, place, cue, who, "quoted-as-saying", via=via, last=place + 1)
    mention = sentence.ending(left + 1)
    is_sent = mention is not None and is_recipient(sentence, mention)
    if mention is not None and (is_sent or mention.head in EVENTS):
        mention = None  # issued a statement after the press conference saying
    if mention is not None and mention.name != "it" and not sentence.is_behind_town(mention):
        introducer = sentence.low(mention.first - 1)
        is_by = introducer == "by" and bool(hits)
        is_first = mention.kind == "person" or (mention.kind == "group" and not cue.is_weak)
        is_second = introducer == "and" and bool(hits) and hits[-1].rule == "with-participle"
        opens = (introducer in WITH and not is_by) or introducer == "," or (is_first and mention.first == 0)
        opens = opens or is_second or is_of_letter(sentence, mention)
        return Hit(place, mention.first, cue, mention, "with-participle", last=place + 1) if opens else None
    if cue.lemma in FEELING and not hits:
        return None
    near = sentence.ending(left) if sentence.low(left) == "," else None
    if near is not None and sentence.low(near.first - 1) == "between":  # between A, claiming to speak for C, and B
        return None
    if left < 0:
        comma = next((index for index in range(place, len(sentence.words)) if sentence.low(index) == ","), place)
        following = (
            m for m in sentence.named if m.first > comma and sentence.is_free(m) and m.name != "it" and not m.is_owner
        )
        subject, rule = next(following, None), "initial-participle"
        if subject is not None and is_text_between(sentence, comma, subject.first):
            return None  # Responding to the remarks, yesterday's statement said Li had left
        if subject is not None and subject.kind in {"state", "place", "name"} and is_in_list(sentence, subject):
            subject = owner_behind(sentence, comma)  # Citing ties with Norway, Sweden and Denmark, his office
    else:
        subject, rule = (
            inherited(sentence, hits, place),
            participle_rule(sentence, left, cue, names_as=names_as(sentence, place)),
        )
        rule = "text-issued" if is_sent else rule  # sent a letter to Li demanding
    if rule == "participle" and (main := main_subject(sentence, hits, left)) is not None:
        return Hit(place, place, cue, main, "with-participle", last=place + 1, is_finite=False)
    if subject is None or not rule:
        return None
    if rule == "text-issued" and (own := issuing_subject(sentence, place)) is not None and own is not subject:
        first = own.first - 2 if sentence.low(own.first - 1) == "'s" else own.first  # the country's army
        return Hit(place, first - (sentence.low(first - 1) == "the"), cue, own, rule, last=place + 1)
    return Hit(place, place, cue, subject, rule, last=place + 1, is_finite=False)


def is_text_between(sentence: Sentence, comma: int, first: int) -> bool:
    """Whether a text says something between a comma and somebody: ", the statement said Li"."""
    for at in range(comma + 1, min(comma + LEAST_BEFORE_INNER + 2, first - 1)):
        if sentence.low(at) in TEXTS:
            cue = CUES.get(sentence.low(at + 1))
            return cue is not None and cue.form in {"ed", "s"}
    return False


def cited_before(sentence: Sentence, hits: Sequence[Hit], left: int, cue: Cue) -> Naming | None:
    """Return whom a medium or a text cites before what they claim: "The paper cited an envoy, Tom Hale, claiming"."""
    last = hits[-1] if hits else None
    if last is None or last.cue is None or last.cue.lemma not in {"cite", "quote"} or cue.lemma not in CLAIMING:
        return None
    is_passing = last.rule.startswith("text") or (last.subject is not None and last.subject.head in MEDIA | TEXTS)
    mention = sentence.ending(left if sentence.low(left) == "," else left + 1)
    is_behind = (
        mention is not None and mention.first > last.place and mention.kind in {"person", "name", "office", "group"}
    )
    return mention if is_passing and is_behind else None


def main_subject(sentence: Sentence, hits: Sequence[Hit], left: int) -> Naming | None:
    """Return who does something after media reported why: "Norland left after media reported a theft, calling it"."""
    last = hits[-1] if hits and sentence.low(left) == "," else None
    if last is None or last.subject is None or last.cue is None or last.cue.lemma not in {"report", "reveal"}:
        return None
    told = set(last.subject.name.lower().split())
    is_medium = last.subject.name in AGENCIES or bool(told & (MEDIA | {"media", "tv", "radio"}))
    is_clause = sentence.low(last.first - 1) in {"after", "when", "once"}
    return sentence_subject(sentence, last.first) if is_medium and is_clause else None


def is_of_letter(sentence: Sentence, mention: Naming) -> bool:
    """Whether somebody stands behind a text from them: "received a letter from Norland’s police warning that"."""
    place = mention.first - 1
    return sentence.low(place) == "from" and sentence.low(place - 1) in TEXTS and mention.kind != "pronoun"


def is_recipient(sentence: Sentence, mention: Naming) -> bool:
    """Whether a text is sent to somebody: "addressed an open letter to President Hale calling for"."""
    while sentence.low(mention.first - 1) == "and" and (other := sentence.ending(mention.first - 1)) is not None:
        mention = other  # to the mayor and the Lake Fund
    to = mention.first - 1
    texts = [at for at in range(max(0, to - 2), to) if sentence.low(at) in TEXTS]
    if sentence.low(to) != "to" or not texts:
        return False
    return any(sentence.low(at) in ISSUING for at in range(max(0, texts[0] - NEAR_ISSUE), texts[0]))


def participle_rule(sentence: Sentence, left: int, cue: Cue, *, names_as: bool) -> str:  # noqa: PLR0911  (a decision table)
    """Return the rule by which a participle belongs to the subject of the sentence; nothing if it does not."""
    word = sentence.low(left)
    clause = {token.low for token in sentence.words[max(0, left - FAR_ISSUE) : left]}
    if word in DAYS and cue.is_weak and cue.lemma in OF_ISSUED and clause & ISSUING and clause & TEXTS:
        return "text-issued"
    if word in INTRODUCING or sentence.words[left].text[0].isdigit():
        is_time = word in {"in", "after", "before", "without", "by", "when"}
        if is_time and (cue.is_weak or cue.lemma in UNSPOKEN) and not names_as:
            return ""
        if cue.is_weak and not names_as and word not in {",", "while", "and", "but", "—", "–"}:
            return ""
        return "by-participle" if word == "by" else "participle"
    if word in TEXTS:
        near = {token.low for token in sentence.words[max(0, left - NEAR_ISSUE) : left]}
        return "text-issued" if near & ISSUING else "text-participle"
    if cue.lemma in OF_ISSUED and clause & ISSUING and clause & TEXTS:
        return "text-issued"
    is_late = not cue.is_weak and cue.lemma in LATE and word not in ATTRIBUTES | {"is", "against"}
    return "late-participle" if is_late else ""


def names_as(sentence: Sentence, place: int) -> bool:
    """Whether "as" and a quotation follow a participle in its clause: "after referring to Li as “a thief”"."""
    clause = itertools.takewhile(lambda at: sentence.low(at) not in {",", ";"}, range(place + 1, len(sentence.words)))
    return any(sentence.words[at].text == QUOTED and sentence.low(at - 1) == "as" for at in clause)


def owner_behind(sentence: Sentence, place: int) -> Naming | None:
    """Return "he" or "she" for the "his" or "her" with which a clause begins behind a comma."""
    for at in range(place + 1, len(sentence.words)):
        owner = {"his": "he", "her": "she"}.get(sentence.low(at))
        if owner is not None and sentence.low(at - 1) == ",":
            token = sentence.words[at]
            return Naming(at, at + 1, token.start, token.end, "pronoun", owner, head="")
    return None


def is_in_list(sentence: Sentence, mention: Naming) -> bool:
    """Whether a name is one of a list and not its last: "in Norway, Sweden, Denmark, and Finland"."""
    behind = mention.last + (sentence.low(mention.last + 1) in {"and", "or"})
    is_followed = sentence.low(mention.last) in {",", "and", "or"} and any(
        m.first - behind in {0, 1} for m in sentence.named
    )
    return is_followed and sentence.ending(mention.first - 1) is not None


def issuing_subject(sentence: Sentence, place: int) -> Naming | None:
    """Return who is directly before the verb that issued a text: "and the army released a statement warning that"."""
    near = range(place - 1, max(0, place - FAR_ISSUE), -1)
    verb = next((at for at in near if sentence.low(at) in ISSUING), None)
    mention = sentence.ending(before_verb(sentence.words, verb)[0] + 1) if verb is not None else None
    is_own = mention is not None and mention.kind != "pronoun" and not mention.is_owner and sentence.is_free(mention)
    return mention if is_own else None


def inherited(sentence: Sentence, hits: Sequence[Hit], place: int) -> Naming | None:
    """Return the subject of the verb of saying before, or else of the sentence."""
    for hit in reversed(hits):
        is_called = hit.rule in BY_AGENTS and sentence.low(place - 1) == "and"  # was called mad by Li and said
        if hit.subject is not None and not is_called and not hit.rule.startswith("according"):
            is_relay = hit.cue is not None and hit.cue.lemma == "report" and sentence.low(place - 1) == "and"
            return (inner_subject(sentence, hit, place) if is_relay else None) or hit.subject
    return passed_by(sentence, place) or sentence_subject(sentence, place) or meanwhile(sentence, place)


def meanwhile(sentence: Sentence, place: int) -> Naming | None:
    """Return who does something as something else goes on: "Talks began as Reis led calls for peace, insisting"."""
    those = (m for m in sentence.named if m.last < place and sentence.low(m.first - 1) in BESIDE and not m.is_owner)
    return next((m for m in those if is_done(sentence, behind_day(sentence, m.last))), None)


def behind_day(sentence: Sentence, place: int) -> int:
    """Return the place behind a day: "after Norland on Tuesday tested"."""
    is_day = sentence.low(place) == "on" and sentence.low(place + 1) in DAYS
    return min(place + 2 * is_day, len(sentence.words) - 1)


def is_done(sentence: Sentence, place: int) -> bool:
    """Whether a verb in the past stands at a place."""
    token = sentence.words[place]
    return token.text.islower() and (token.low.endswith("ed") or token.low in DONE)


def passed_by(sentence: Sentence, place: int) -> Naming | None:
    """Return whose text is passed in the clause before a participle: "after a Senate motion passed, calling it"."""
    clause = next((at for at in range(place - 2, 0, -1) if sentence.low(at) in {",", ";"}), 0)
    passed = (m for m in sentence.named if clause <= m.first < place and sentence.low(m.last) in TEXTS)
    return next((m for m in passed if sentence.low(m.last + 1) in {"passed", "cleared"}), None)


def inner_subject(sentence: Sentence, hit: Hit, place: int) -> Naming | None:
    """Return the subject of the clause that a medium reports, for a verb joined to it: "AFP said X came and spoke"."""
    inner = (m for m in sentence.named if hit.place < m.first < place and m.kind not in {"pronoun", "group"})
    mention = next(inner, None)
    is_subject = mention is not None and mention.first - hit.place <= LEAST_BEFORE_INNER and not mention.is_owner
    return mention if is_subject and mention is not None and sentence.is_free(mention) else None


def issued(sentence: Sentence) -> Iterator[str]:
    """Return the texts that a sentence says somebody issued: "released a statement", "in a letter", "ruled"."""
    for place, token in enumerate(sentence.words):
        if token.low in TEXTS or token.low == "communication":
            before = {word.low for word in sentence.words[max(0, place - NEAR_ISSUE) : place]}
            is_in = {"in", "via"} & {word.low for word in sentence.words[max(0, place - 3) : place]}
            if before & ISSUING or is_in:
                yield token.low.removesuffix("s")
        elif token.low in WRITTEN and (WRITTEN[token.low] != "letter" or sentence.low(place + 1) == "to"):
            yield WRITTEN[token.low]
        elif token.low in {"ruled", "rules", "found"}:
            yield "ruling"


WRITTEN: Final = MappingProxyType({"wrote": "letter", "tweeted": "tweet", "emailed": "email", "messaged": "message"})
"""Verbs of writing, each with the text that it makes."""
HEAPS: Final = words("emails e-mails letters documents posts tweets comments cables messages figures data remarks")
"""Texts of many, of which one that follows may be anybody’s."""


def owned(sentence: Sentence) -> Iterator[tuple[str, Naming]]:
    """List the texts of a sentence with those whose they are: "a study by X", "X’s report", "the Lake Fund report"."""
    for place, token in enumerate(sentence.words):
        mention = of_text(sentence, place).mention if token.low in TEXTS else None
        is_heap = token.low in HEAPS  # the embassy's emails, by many hands
        if mention is not None and mention.kind not in {"text", "pronoun", "group"} and not is_heap:
            yield token.low.removesuffix("s"), mention


def signers(sentence: Sentence) -> Iterator[tuple[str, list[Naming]]]:
    """List the texts of a sentence that several issued, with them: "a statement of joint purpose by A and B"."""
    for place, token in enumerate(sentence.words):
        near = range(place + 1, min(place + NEAR_SIGNER, len(sentence.words))) if token.low in TEXTS else ()
        by = next((at for at in near if sentence.low(at) in {"by", "from"}), None)
        if by is None or any(not sentence.words[at].is_word for at in range(place, by)):
            continue
        those: list[Naming] = []
        last = by + 1
        while (
            mention := next((m for m in sentence.named if last <= m.first <= last + len(those[:2])), None)
        ) is not None:
            if those and not {sentence.low(at) for at in range(those[-1].last, mention.first)} <= {"and", ","}:
                break
            those.append(mention)
            last = mention.last + 1
        if len(those) > 1:
            yield token.low.removesuffix("s"), those
