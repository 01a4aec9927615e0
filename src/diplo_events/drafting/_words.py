"""Records from finds that are given as words: what somebody else read in a text, placed in it exactly or not at all."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from diplo_events._texts.display import quoted
from diplo_events.coding.anchoring import locate, whereabouts
from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate
from diplo_events.drafting._actors import Actors, Party
from diplo_events.drafting._draft import check_text, publication_of
from diplo_events.drafting._finds import Finds, find
from diplo_events.drafting._known import Known
from diplo_events.drafting._parties import part
from diplo_events.drafting._records import records
from diplo_events.drafting._reported import Reported
from diplo_events.drafting._verbs import CUES
from diplo_events.errors import Problem
from diplo_events.vocab import Section

__all__ = ["Words", "draft_words"]


@attrs.frozen(kw_only=True)
class Words:
    """Something that somebody said, as another reader of a text found it: all in the words of the text."""

    passage: str
    """The words that report it; ` … ` between the first and the last is the whole passage."""
    quotes: tuple[str, ...] = ()
    """The words in quotation marks, without the marks."""
    cue: str | None = None
    """The verb of saying."""
    speaker: str | None = None
    """Who says it, as the text names them; a pronoun will do."""
    via: tuple[str, ...] = ()
    """Through whom it is reported."""


def draft_words(
    text: str,
    found: Iterable[Words],
    *,
    rule: str,
    source: str | None = None,
    published: EventDate | None = None,
    actors: Dataset | None = None,
) -> tuple[Dataset, tuple[Problem, ...]]:
    """Return a draft of statements that are given as words, with what could not be placed.

    Whoever found them, a model or a person at another program, gives no number and no id: passages and quotations are
    located in the text, code point for code point; names and dates are resolved as `draft` does it. What stands
    nowhere, or at several places, is dropped and listed. Each speaker is a question, and never filled in.

    Args:
        text: The text.
        found: What was found.
        rule: By whom or by which rule it was found; it stands in `extra["draft"]["rule"]`.
        source: The id of the source; made of the headline by default.
        published: The day from which time words count.
        actors: A dataset whose actors are recognised by their spellings.

    Examples:
        >>> text = "Minister Oda Brink said there would be no toll. It rains."
        >>> words = [Words(passage="Minister … toll.", speaker="Oda Brink"), Words(passage="It snows.")]
        >>> dataset, problems = draft_words(text, words, rule="reader", source="a1")
        >>> dataset["a1/s01"].extra["draft"]["ask"]["speakers"]
        ('oda-brink',)
        >>> print(problems[0])
        found[1].passage: expected words of the text, found 'It snows.'; they stand nowhere in the text
    """
    check_text(text)
    publication = publication_of(text, source=source, published=published)
    finds = find(text, publication.published)
    problems: list[Problem] = []
    placed = [
        item
        for number, words in enumerate(found)
        if (item := reported(finds, words, number, rule, problems)) is not None
    ]
    finds = attrs.evolve(finds, reported=tuple(placed), encounters=(), deeds=())
    return Dataset(records=records(finds, publication, Known(actors))), tuple(problems)


def reported(finds: Finds, words: Words, number: int, rule: str, problems: list[Problem]) -> Reported | None:
    """Return what was found at its place; `None`, with a problem, if its passage has not exactly one."""
    text = finds.text
    places = locate(text, words.passage)
    if len(places) != 1:
        problems.append(problem(text, f"found[{number}].passage", words.passage, len(places)))
        return None
    ((start, end),) = places
    section = next((block.section for block in finds.layout.blocks if block.start <= start < block.end), Section.BODY)
    item = Reported(start, end, section, rule)
    for index, quote in enumerate(words.quotes):
        inside = locate(text[start:end], quote)
        if len(inside) == 1:
            item.quotes.append((start + inside[0][0], start + inside[0][1]))
        else:
            problems.append(problem(text[start:end], f"found[{number}].quotes[{index}]", quote, len(inside)))
    if words.cue and (cues := locate(text[start:end], words.cue)):
        item.cue = (start + cues[0][0], start + cues[0][1])
        cue = CUES.get(words.cue.split()[-1].lower())
        item.verb, item.acts = (cue.lemma, cue.acts) if cue is not None else ("", ())
    named = [(words.speaker, "speaker")] if words.speaker else []
    item.others = tuple(parties(finds, named, (start, end), number, problems))
    through = [(name, f"via[{index}]") for index, name in enumerate(words.via)]
    item.via = tuple(parties(finds, through, (start, end), number, problems))
    return item


def problem(text: str, path: str, words: str, places: int) -> Problem:
    """Return the problem of words that stand nowhere, or at several places."""
    if places:
        hint = "give more words, so that one place is meant"
        return Problem(
            path=path, expected="words that stand once", found=f"{quoted(words)} at {places} places", hint=hint
        )
    return Problem(path=path, expected="words of the text", found=quoted(words), hint=whereabouts(text, words))


def parties(
    finds: Finds, names: Sequence[tuple[str, str]], passage: tuple[int, int], number: int, problems: list[Problem]
) -> Iterator[Party]:
    """Return the actors that some words name: in the passage if they stand there, else where they stand first."""
    for name, field in names:
        places = locate(finds.text, name)
        if not places:
            problems.append(problem(finds.text, f"found[{number}].{field}", name, 0))
            continue
        inside = [place for place in places if passage[0] <= place[0] < passage[1]]
        party = party_at(finds.text, finds.actors, *(inside or places)[0])
        if party is not None:
            yield party


def party_at(text: str, actors: Actors, start: int, end: int) -> Party | None:
    """Return the actor that some words name."""
    if (party := actors.at(start)) is not None:
        return party
    naming = next((item for item in part(text, start, end) if item.kind != "pronoun"), None)
    return actors.find(naming) if naming is not None else None
