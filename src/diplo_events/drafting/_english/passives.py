"""Verbs of saying whose speaker is not their subject: "condemned by X", "X was quoted as saying", "learned from X"."""

from types import MappingProxyType
from typing import Final

from diplo_events.drafting._english.cited import rule_of_cited
from diplo_events.drafting._english.companies import joined_with
from diplo_events.drafting._english.hits import OBJECTS, Hit
from diplo_events.drafting._english.nouns import words
from diplo_events.drafting._english.runs import Naming
from diplo_events.drafting._english.sentence import PREPOSITIONS, Sentence, Subject, before_verb
from diplo_events.drafting._english.subjects import subject_before
from diplo_events.drafting._english.tokens import QUOTED, Token
from diplo_events.drafting._english.verbs import BE, CUES, Cue

__all__ = [
    "BY_AGENTS",
    "cited",
    "heard_from",
    "is_citing",
    "is_of_idea",
    "is_reduced",
    "passive",
    "quoted",
    "quoted_beside",
    "second_agent",
]


BY_AGENTS: Final = words("passive-by words-of")
"""Rules of verbs whose speaker stands behind "by"."""

ASKING: Final = words("ask press question quiz grill")
"""Verbs whose participle only leads to an answer: "asked by a reporter whether …, he declined to comment"."""


SAYING: Final = words(
    """
    saying telling stating warning writing calling describing adding vowing threatening promising urging denying
    declaring
    """
)


ANSWERING: Final = words("responding replying answering commenting arguing insisting claiming asking explaining")
"""Behind "was quoted by X", these begin what somebody says."""
HAVING_SAID: Final = words("said told stated warned written called described added vowed denied declared")
"""Behind "as having", the same."""

IDEAS: Final = MappingProxyType(
    {
        "raise": words("possibility prospect concern concerns question questions issue issues fear fears doubts alarm"),
        "attack": words(
            "plan plans deal move law bill decision proposal policy method methods ruling report reform reforms idea"
        ),
        "break": words("news story"),
    }
)
"""What is meant with some verbs of deeds where they are of saying: "the question was raised by", "news broken by"."""

DENYING: Final = words("deny reject dismiss refute dispute")
"""What somebody does with words of others: "the claim that it was “a farce” was denied by Li"."""

FAR_BY: Final = 10
"""How many words behind "was quoted" who quotes is named: "was quoted in a statement issued by"."""

THOUGHT: Final = words("say report think believe allege know")
"""Behind these in the passive, "to" begins a clause with an agent of its own: "is said to have been hit by X"."""

LONGEST_AGENT: Final = 4
"""How many plain words may stand between "by" and a group."""


CHOSEN: Final = words("proposed named recommended suggested nominated accused charged called invited")
BEHIND_CHOSEN: Final = words("to for as by in since on of")
"""What stands behind those, where they tell of whom the sentence is: "candidates proposed for the post"."""

FIRST_SEVERAL: Final = 3
"""Within how many words those stand at the beginning of a sentence."""

LONGEST_REDUCED: Final = 9
"""How many words behind a passive without its auxiliary the quotation stands."""

LONGEST_QUOTED: Final = 22
"""How many words may stand between "cited" and "as saying", with who is cited and an aside."""


def passive(sentence: Sentence, place: int, cue: Cue) -> Hit | None:  # noqa: PLR0911  (a decision table)
    """Read "was condemned by X" and "X was quoted as saying"."""
    if cue.lemma in {"quote", "report", "cite"} and (saying := quoted_as(sentence, place)):
        left, _ = before_verb(sentence.words, place)
        subject = subject_before(sentence, left)
        if subject.mention is None:
            return None
        via = tuple(item for item in sentence.named if place < item.first < saying)[:1]
        shared = (subject.mention, "quoted-as-saying", subject.together)
        return Hit(place, subject.first, CUES["said"], *shared, via=via, last=saying + 1)
    if (hit := quoted_by(sentence, place, cue)) is not None:
        return hit
    if cue.lemma in ASKING and not {token.low for token in before_verb(sentence.words, place)[1]} & BE:
        return None
    if cue.lemma in THOUGHT and sentence.low(place + 1) == "to":
        return None
    for index in range(place + 1, min(place + 14, len(sentence.words) - 1)):
        if sentence.low(index) == "by":
            mention = agent_behind(sentence, index)
            first = clause_start(sentence, place)
            agents = (mention, *joined_with(sentence, mention)) if mention is not None else ()
            who, together = (agents[-1], agents[:-1]) if agents else (None, ())
            is_of_others = cue.lemma in DENYING and any(token.text == QUOTED for token in sentence.words[:place])
            is_words = any(token.text == QUOTED for token in sentence.words[place:index]) or (
                who is not None and is_as_quoted(sentence, who.last)
            )
            is_words = is_words or (who is not None and sentence.low(who.last) == "that")  # revealed by Li that
            rule = "passive-of-others" if is_of_others else "words-of" if is_words else "passive-by"
            return Hit(place, first, cue, who, rule, together, last=place + 1) if who is not None else None
        is_quoted = sentence.words[index].text == QUOTED and sentence.low(index + 1) not in {"by", "in"}
        if sentence.low(index) in {",", ";", ".", "and"} or is_quoted:
            return None
    return None


def is_as_quoted(sentence: Sentence, place: int) -> bool:
    """Whether what somebody calls something stands behind them: "was described by Li as a “gift”"."""
    behind = [
        sentence.words[place].text if place < len(sentence.words) else "",
        *(t.text for t in sentence.words[place + 1 : place + 4]),
    ]
    return behind[0] == "as" and QUOTED in behind[1:]


def quoted_by(sentence: Sentence, place: int, cue: Cue) -> Hit | None:
    """Read "“…,” the minister was quoted by AFP": the minister says it, and who quotes them passes it on."""
    left, skipped = before_verb(sentence.words, place)
    is_behind = any(token.text == QUOTED for token in sentence.words[:place])
    if cue.lemma not in {"quote", "cite"} or not is_behind or not {token.low for token in skipped} & BE:
        return None
    subject = subject_before(sentence, left)
    who = subject.mention
    is_voice = who is not None and who.kind in {"person", "office", "name", "group"}
    is_voice = is_voice or (who is not None and who.kind == "pronoun" and who.name in {"he", "she", "they"})
    if who is None or not is_voice:
        return None
    by = next((at for at in range(place + 1, min(place + FAR_BY, len(sentence.words))) if sentence.low(at) == "by"), 0)
    via = tuple(item for item in sentence.named if by < item.first <= by + 2)[:1] if by else ()
    return Hit(place, subject.first, CUES["said"], who, "quoted-as-saying", subject.together, via=via, last=place + 1)


def second_agent(sentence: Sentence, hit: Hit, by: int) -> Hit | None:
    """Read the second of two agents with words of their own: "called “a gift” by A and “a theft” by B"."""
    if hit.rule not in BY_AGENTS or hit.subject is None or sentence.words[by - 1].text != QUOTED:
        return None
    link = next((at for at in range(by - 2, hit.subject.last - 1, -1) if sentence.low(at) in {"and", "but"}), None)
    if link is None or link - hit.subject.last > 1 or by - link > LONGEST_AGENT:
        return None
    mention = agent_behind(sentence, by)
    if mention is None:
        return None
    return Hit(by, link + 1, hit.cue, mention, hit.rule, last=by + 1)


def is_of_idea(sentence: Sentence, place: int, cue: Cue) -> bool:
    """Whether a verb of deeds is passive and of saying: "the plan has been attacked by both parties"."""
    ideas = IDEAS.get(cue.lemma, frozenset())
    is_passive = cue.form == "ed" and sentence.low(place + 1) == "by" and bool(ideas)
    return is_passive and any(token.low in ideas for token in sentence.words[clause_start(sentence, place) : place])


def is_reduced(sentence: Sentence, place: int) -> bool:
    """Whether a passive stands without its auxiliary beside a quotation: "the law, described by critics as “cruel”"."""
    if is_before_main_verb(sentence, place):
        return True
    following = sentence.words[place + 1 : place + LONGEST_REDUCED]
    if sentence.low(place + 1) == "by" and sentence.low(place + 2).endswith("ing"):
        return False
    if sentence.low(place + 1) == "by":
        stop = next((at for at, token in enumerate(following) if token.low in {",", ".", ";"}), len(following))
        return any(token.text == QUOTED for token in following[:stop])
    lows = [token.low for token in following[:3]]
    is_of = len(following) > 2 and lows[0] in {"of", "as"} and following[1].text == QUOTED  # noqa: PLR2004  (of “…” by)
    return is_of and lows[2] == "by" and sentence.low(place - 1) == ","


def is_before_main_verb(sentence: Sentence, place: int) -> bool:
    """Whether a passive describes several of whom a sentence tells more: "Ten men proposed for the post have left"."""
    mention = sentence.ending(place)
    is_several = mention is not None and mention.is_plural and mention.first < FIRST_SEVERAL
    if not is_several or sentence.low(place + 1) not in BEHIND_CHOSEN or sentence.words[place].low not in CHOSEN:
        return False
    for at in range(place + 2, len(sentence.words)):
        if sentence.low(at) in {"have", "were", "are", "had"}:
            before = sentence.words[at - 1]
            behind = sentence.low(at + 1)
            return before.low == "," or before.text[0].isdigit() or behind in {"been", "all", "since", QUOTED}
        if sentence.low(at) in {"and", "that", "who", "which", "but"}:
            return False
    return False


def agent_behind(sentence: Sentence, by: int) -> Naming | None:
    """Return who is named behind "by", with plain nouns before: "by the miners’ groups"."""
    mention = next((item for item in sentence.named if item.first > by), None)
    if mention is None or mention.name == "it" or sentence.low(by + 1).endswith("ing"):
        return None
    if mention.first - by in {1, 2}:
        return mention
    between = sentence.words[by + 1 : mention.first]
    is_near = len(between) <= LONGEST_AGENT and not any(token.low in PREPOSITIONS | {",", "and"} for token in between)
    return mention if is_near and all(token.text.islower() or not token.is_word for token in between) else None


def quoted_as(sentence: Sentence, place: int) -> int:
    """Return the place of "saying" in "was quoted by X on Monday as saying"; 0 if there is none."""
    for index in range(place + 1, min(place + LONGEST_QUOTED, len(sentence.words))):
        if sentence.low(index) in SAYING and sentence.low(index - 1) in {"as", "quoted"}:
            return index
        if sentence.low(index) in SAYING | ANSWERING and sentence.low(place + 1) == "by" and index > place + 2:
            return index
        is_having = [sentence.low(index - 2), sentence.low(index - 1)] == ["as", "having"]
        if sentence.low(index) in HAVING_SAID and is_having:
            return index
        if sentence.low(index) in {";", "."} or (sentence.low(index) == "and" and sentence.low(index - 1) == ","):
            break
    return 0


def is_plain(token: Token) -> bool:
    """Whether a word can stand before the noun of a description: an article, a plain word, a genitive."""
    return (token.text.islower() or not token.is_word) and token.low not in PREPOSITIONS | {",", ";", ":"}


def clause_start(sentence: Sentence, place: int) -> int:
    """Return the place of the first word of the clause of a verb."""
    for index in range(place - 1, -1, -1):
        if sentence.low(index) in {";", "while", "and", "but"} or (sentence.low(index) == "," and index + 1 < place):
            return index + 1
    return 0


def heard_from(sentence: Sentence, place: int, subject: Subject) -> Hit | None:
    """Read "Reuters has learned from two officials that …": the officials say it."""
    source = next((m for m in sentence.named if m.first > place and sentence.low(m.first - 1) == "from"), None)
    if source is None or subject.mention is None:
        return None
    via = (subject.mention,)
    return Hit(place, subject.first, CUES["said"], source, "heard-from", via=via, last=source.last)


def quoted(sentence: Sentence, place: int, cue: Cue, subject: Subject) -> Hit | None:
    """Read "AFP quoted X as saying", "the BBC cited X, head of Y, as saying", "AFP quoted him as saying"."""
    is_passed = cue.lemma in {"quote", "cite"} or (cue.lemma == "report" and sentence.low(place + 1) != "that")
    saying = quoted_as(sentence, place) if is_passed else 0
    near = (m for m in sentence.named if 0 < m.first - place <= LONGEST_AGENT and m.last < saying)
    who = next(near, None)
    if who is not None and any(not is_plain(token) for token in sentence.words[place + 1 : who.first]):
        return None
    if saying == place + 3 and sentence.low(place + 1) in OBJECTS:
        token = sentence.words[place + 1]
        who = Naming(place + 1, place + 2, token.start, token.end, "pronoun", OBJECTS[token.low])
    if who is None and cue.lemma == "quote":
        who = quoted_behind(sentence, place, subject)
    if who is None or subject.mention is None:
        return None
    via = (subject.mention,)
    last = max(saying + 1, who.last)
    return Hit(place, subject.first, CUES["said"], who, "quoted-as-saying", via=via, last=last)


def quoted_behind(sentence: Sentence, place: int, subject: Subject) -> Naming | None:
    """Return whom a medium quotes behind their words: "“…,” Veld News quoted spokesman Tom Hale reading out"."""
    who = next(
        (m for m in sentence.named if m.first in {place + 1, place + 2} and m.kind in {"person", "office"}), None
    )
    before = subject.first - 1 - (sentence.low(subject.first - 1) == "the")
    before -= sentence.low(before) == ","
    is_behind = before >= 0 and sentence.words[before].text == QUOTED
    return who if who is not None and is_behind and sentence.low(place + 1) != "by" else None


def quoted_beside(sentence: Sentence, place: int) -> Naming | None:
    """Return whose words stand behind "quoting" and a name: "Li spoke of hope, quoting the poet Wu: “No road”."""
    who = origin(sentence, place)
    if who is None or any(not is_plain(token) for token in sentence.words[place + 1 : who.first]):
        return None
    behind = who.last + (sentence.low(who.last) in {",", ":"})
    is_quoted = behind < len(sentence.words) and sentence.words[behind].text == QUOTED
    return who if is_quoted and who.kind in {"person", "name", "office"} else None


def is_citing(sentence: Sentence, place: int, cue: Cue) -> bool:
    """Whether "citing" only names whose words a medium reports in the same sentence."""
    if cue.lemma not in {"cite", "quote"}:
        return False
    return any(token.low in {"reported", "reports"} for token in sentence.words) and origin(sentence, place) is not None


def origin(sentence: Sentence, place: int) -> Naming | None:
    """Return who is named behind "citing"."""
    return next((m for m in sentence.named if 0 < m.first - place <= LONGEST_AGENT and not m.is_owner), None)


def cited(sentence: Sentence, place: int, cue: Cue, subject: Subject) -> Hit | None:
    """Read "AFP, citing X, reported that" and "AFP reported …, citing X": X says it."""
    if cue.lemma != "report" or subject.mention is None or subject.mention.kind not in {"body", "name", "group"}:
        return None
    places = (at for at, token in enumerate(sentence.words) if token.low in {"citing", "quoting"})
    who = next((found for at in places if (found := origin(sentence, at)) is not None), None)
    if who is None or who is subject.mention:
        return None
    return Hit(place, subject.first, cue, who, rule_of_cited(who), via=(subject.mention,), last=place + 1)
