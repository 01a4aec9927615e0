"""What is likely a slip in names, quotes and offices, though it may be right: each a problem of severity `warning`."""

import functools
import itertools
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, TypeGuard

from diplo_events._internal.texts.display import quoted
from diplo_events._internal.texts.folding import bare, caseless, visible
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.errors import Problem, shown
from diplo_events.model import Actor, Document, Issue, Place, Position, Role, Source, Statement, Vote
from diplo_events.open_records import coded
from diplo_events.vocab import BallotChoice, VoteResult

__all__ = ["confusable", "slips", "text_slips"]

DIRECTION: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of a text and can make it look like another (Unicode Standard Annex 9)."""

JOINERS: Final = frozenset("\u200c\u200d\ufe0e\ufe0f")
"""Unseen characters that some scripts and emoji are written with."""

MOST_MARKS: Final = 4
"""How many marks one letter has in any orthography; more are a stack that covers its neighbours."""

ALIKE_SCRIPTS: Final = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU"})
"""Scripts whose letters look alike; no word is written in two of them."""

LOOKALIKES: Final = dict(
    zip(
        "аеорсухіјѕһԁԛԝкмтвнгпАВЕКМНОРСТХУІЈЅԌԚԜαβεικνορτυχγωηΑΒΕΖΗΙΚΜΝΟΡΤΥΧօոսհցյզքϲϳℓ",
        "aeopcyxijshdqwkmtbhrnABEKMHOPCTXYIJSGQWaBeiKvoptuxywnABEZHIKMNOPTYXonuhgjqpcjl",
        strict=True,
    )
)
"""Letters of other scripts, each with the Latin one that it is taken for (after Unicode Technical Standard 39)."""


def slips(dataset: Dataset) -> Iterator[Problem]:
    """List what is likely a slip in a dataset, each as a warning.

    Looked at: names, titles, labels, quotes and time words for characters that cannot be seen, turn the direction, are
    private or pile up; names for words of two scripts that look alike; names of two records that are equal, or look
    equal; one office held by two at one time; a speaker whose offices all begin after the statement; a ballot of an
    actor that is not known as a member of the body; a result against all the votes; a position without evidence.
    """
    for path, text in texts_of(dataset):
        yield from text_slips(path, text)
    yield from name_slips(coded(dataset, "name"))
    yield from office_slips(dataset)
    yield from speaker_slips(dataset)
    yield from ballot_slips(dataset)
    yield from result_slips(dataset)
    for position in dataset.of_type(Position):
        if not position.evidence:
            expected = "the statements that show the position"
            yield Problem(path=f"{position.id}.evidence", expected=expected, found="none", severity="warning")


def texts_of(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """List the words that come from sources: names, titles and quotes, each with its path."""
    for record in dataset.records:
        match record:
            case Actor() | Place():
                yield f"{record.id}.name", record.name
                yield from ((f"{record.id}.names[{index}].text", name.text) for index, name in enumerate(record.names))
            case Issue():
                yield f"{record.id}.label", record.label
            case Source():
                yield f"{record.id}.title", record.title
            case Document():
                yield f"{record.id}.title", record.title
                yield from ((f"{record.id}.names[{index}].text", name.text) for index, name in enumerate(record.names))
            case Statement():
                yield from ((f"{record.id}.quotes[{i}].text", quote.text) for i, quote in enumerate(record.quotes))
            case _:
                pass


def text_slips(path: str, text: str) -> Iterator[Problem]:
    r"""List the characters of a text that a reader cannot see for what they are.

    >>> [str(slip) for slip in text_slips("a.name", "Nor\u00adland")]
    ["warning: a.name: expected characters that can be seen, found 'Nor\\xadland'; U+00AD SOFT HYPHEN is in it"]
    """
    if not text or text.isascii():  # a text that is open is false
        return
    for what, characters in (
        ("no marks that turn the direction", [c for c in text if c in DIRECTION]),
        (
            "characters that can be seen",
            [c for c in text if not visible(c) and c not in JOINERS and c not in DIRECTION],
        ),
        (
            "characters that Unicode defines",
            [c for c in text if unicodedata.category(c) in {"Co", "Cn"} and visible(c)],
        ),
    ):
        if characters:
            yield warning(path, what, text, f"{named(characters[0])} is in it")
    for base, marks in itertools.groupby(text, lambda c: unicodedata.category(c) in {"Mn", "Me"}):
        if base and (count := len(list(marks))) > MOST_MARKS:
            yield warning(path, f"at most {MOST_MARKS} marks on a letter", text, f"one has {count}")
            return


def name_slips(dataset: Dataset) -> Iterator[Problem]:
    """List words of two scripts in names, and names of two records that are equal or look equal."""
    seen: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for record in dataset.records:
        if not isinstance(record, Actor | Place):
            continue
        for path, text in ((f"{record.id}.name", record.name), *spellings(record)):
            for word in text.split():
                if len(scripts := scripts_of(word) & ALIKE_SCRIPTS) > 1:
                    both = " and ".join(sorted(script.capitalize() for script in scripts))
                    yield warning(path, "a word of one script", word, f"its letters are {both}")
        kind = "actor" if isinstance(record, Actor) else "place"
        form = " ".join(unicodedata.normalize("NFC", visible(record.name)).split())
        alike, same = seen[f"{kind} {confusable(form)}"], caseless(form)
        if alike:  # one warning for each record, not for each pair: the first of those that have the name
            other = alike.get(same) or next(iter(alike.values()))
            hint = f"{other} has {'the same name' if same in alike else 'a name that looks the same'}"
            yield warning(f"{record.id}.name", f"a name that no other {kind} has", record.name, hint)
        alike.setdefault(same, record.id)


def spellings(record: Actor | Place) -> Iterator[tuple[str, str]]:
    """List the spellings of an actor or a place, each with its path."""
    return ((f"{record.id}.names[{index}].text", name.text) for index, name in enumerate(record.names))


def office_slips(dataset: Dataset) -> Iterator[Problem]:
    """List offices that two persons hold at the same time, for certain."""
    holders: defaultdict[tuple[str, str], list[tuple[str, Role, EventDate]]] = defaultdict(list)
    for actor in dataset.of_type(Actor):
        for index, role in enumerate(actor.roles):
            if role.organization is None or not is_term(role.when):
                continue
            path = f"{actor.id}.roles[{index}].when"
            office = (bare(role.title), role.organization)
            for other, held, when in holders[office]:
                if other != actor.id and when.overlaps(role.when):
                    hint = f"{other} holds the same office in {held.when}"
                    yield warning(path, "one holder of an office at a time", str(role.when), hint)
                    break  # one warning for each term, not for each pair
            holders[office].append((actor.id, role, role.when))


def speaker_slips(dataset: Dataset) -> Iterator[Problem]:
    """List statements of speakers whose offices, as far as they are named, all begin later, for certain."""
    statements = coded(dataset, "speakers").of_type(Statement)
    spoken = ((statement, key) for statement in statements for key in statement.speakers)
    for statement, key in spoken:
        speaker = dataset.get(key)
        if not isinstance(speaker, Actor) or statement.when is None or not speaker.roles:
            continue
        if all(is_term(role.when) and statement.when.before(role.when) for role in speaker.roles):
            first = speaker.roles[0]
            hint = f"{speaker.id} is known as {quoted(first.title)} for {first.when} only"
            yield warning(f"{statement.id}.when", "a time when the speaker holds an office", str(statement.when), hint)


def ballot_slips(dataset: Dataset) -> Iterator[Problem]:
    """List ballots of actors who are not known as members of the body, where its members are known at all."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    for actor in dataset.of_type(Actor):
        for body in actor.member_of:
            members[body].add(actor.id)
    for vote in dataset.of_type(Vote):
        for index, ballot in enumerate(vote.ballots):
            if members[vote.body] and ballot.actor not in members[vote.body]:
                hint = f"add {vote.body} to its member_of, if it is one"
                yield warning(f"{vote.id}.ballots[{index}].actor", f"a member of {vote.body}", ballot.actor, hint)


def result_slips(dataset: Dataset) -> Iterator[Problem]:
    """List votes that are won without a vote in favour, or lost without one against.

    That is not an error: a proposal may pass unless enough members oppose it (the reverse majority of the European
    Union in its procedures on deficits), and fail for want of a quorum.
    """
    for vote in coded(dataset, "result", "tally").of_type(Vote):
        tally, choices = vote.tally, {ballot.choice.counted for ballot in vote.ballots}
        opposed = bool(tally and tally.no) or BallotChoice.NO in choices
        if tally is None:
            continue
        if vote.result is VoteResult.ADOPTED and tally.yes == 0 and opposed:
            found, hint = "'adopted' with none in favour", "correct the result or the tally"
        elif vote.result is VoteResult.REJECTED and tally.yes and tally.no == tally.abstain == 0:
            found, hint = "'rejected' with none against", "correct the result or the tally"
        else:
            continue
        expected = "a result that the votes allow"
        yield Problem(path=f"{vote.id}.result", expected=expected, found=found, hint=hint, severity="warning")


def is_term(when: EventDate | None) -> TypeGuard[EventDate]:
    """Whether a date is a term of office, not only a day on which an office is known to be held."""
    return when is not None and when.kind == "interval"


def warning(path: str, expected: str, text: str, hint: str) -> Problem:
    """Return a problem that need not be one."""
    return Problem(path=path, expected=expected, found=shown(text), hint=hint, severity="warning")


def confusable(text: str) -> str:
    """Return the form in which names are equal that look alike.

    >>> confusable("Pаris") == confusable("Paris")  # the first `а` is Cyrillic
    True
    """
    return bare("".join(LOOKALIKES.get(c, c) for c in unicodedata.normalize("NFKC", text)))


def scripts_of(word: str) -> set[str]:
    """Return the scripts of the letters of a word, as Unicode names them."""
    return {script_of(character) for character in word if character.isalpha()}


@functools.lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """Return the first word of a character's name: for a letter, its script."""
    return unicodedata.name(character, "").partition(" ")[0]


def named(character: str) -> str:
    """Return a character as its code point and name."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '(no name)')}"
