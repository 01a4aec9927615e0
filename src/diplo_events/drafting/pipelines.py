"""Pipelines of spaCy beside the rules: the names that they find, proposed where no rule found one."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, Protocol

import attrs

from diplo_events.drafting._actors.actors import Actors
from diplo_events.drafting._actors.party import Party
from diplo_events.drafting._english.states import ADJECTIVES, states_by_name
from diplo_events.drafting._records.people import People
from diplo_events.errors import ArgumentError, MissingExtraError, shown
from diplo_events.lookup import fold

__all__ = ["PLACES", "Entity", "Pipeline", "entities_of", "load_pipeline", "propose_actors"]

ACTORS: Final = {"PERSON": "person", "ORG": "body"}
"""The labels of entities that are actors, with the kind of each."""

PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
"""The labels of entities that are places."""


class Document(Protocol):
    """What a pipeline returns: a `Doc` of spaCy, or anything with its `ents`."""

    @property
    def ents(self) -> Iterable[Any]:
        """The entities: each with `text`, `label_`, `start_char` and `end_char`."""
        ...


class Pipeline(Protocol):
    """What reads a text: a `Language` of spaCy, or any other function."""

    def __call__(self, text: str, /) -> Document:
        """Return the text with its entities."""
        ...


@attrs.frozen
class Entity:
    """A name that only a pipeline found."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    text: str
    """The name as written."""
    label: str
    """What the pipeline calls it: `PERSON`, `ORG`, `GPE`, `LOC` or `FAC`."""

    @property
    def rule(self) -> str:
        """The rule of what is proposed for it: `spacy-person`."""
        return f"spacy-{self.label.lower()}"


def load_pipeline(name: str) -> Pipeline:
    """Return a pipeline of spaCy that is installed, by its name or its folder.

    Raises:
        MissingExtraError: spaCy is not installed.
        ArgumentError: no pipeline of this name is installed.
    """
    try:
        import spacy  # noqa: PLC0415  # pyright: ignore[reportMissingImports]  (only who names a pipeline needs it)
    except ImportError as error:
        raise MissingExtraError.of("spacy", "reading texts with a pipeline of spaCy") from error
    load: Any = spacy.load
    try:
        pipeline: Pipeline = load(name)
    except OSError:
        hint = f"python -m spacy download {name}"
        raise ArgumentError(
            f"expected a pipeline of spaCy that is installed, found {shown(name)}; type: {hint}"
        ) from None
    return pipeline


def entities_of(text: str, pipeline: Pipeline, actors: Actors, places: Iterable[tuple[int, int]]) -> Iterator[Entity]:
    """List the actors and places that a pipeline finds in a text and the rules do not.

    Args:
        text: The text.
        pipeline: The pipeline.
        actors: The actors that the rules found.
        places: Where the rules found names of places.

    Raises:
        ArgumentError: an entity does not stand where the pipeline says.
    """
    taken = list(places)
    known = {fold(name) for name in (*states_by_name(), *ADJECTIVES)}
    for party in actors.parties:
        if party.kind != "name":
            known.update(name for each in (party.name, *party.spellings) for name in parts_of(each))
    for found in pipeline(text).ents:
        start, end, label = int(found.start_char), int(found.end_char), str(found.label_)
        if text[start:end] != found.text:
            raise ArgumentError(f"expected {shown(found.text)} at {start} to {end}, found {shown(text[start:end])}")
        if label not in {*ACTORS, *PLACES} or any(first < end and start < last for first, last in taken):
            continue
        bare = text[start:end].removeprefix("the ").removesuffix("’s").removesuffix("'s")
        if not bare[:1].isupper() or fold(bare) in known:
            continue
        start += text[start:end].index(bare)
        yield Entity(start, start + len(bare), bare, label)


def parts_of(name: str) -> Iterator[str]:
    """List a name and its words, folded, without an article."""
    whole = fold(name).removeprefix("the ")
    yield from (whole, *whole.split())


def propose_actors(found: Iterable[Entity], parties: Iterable[Party], people: People) -> None:
    """Propose the persons and bodies that only a pipeline found as actors, each once.

    Args:
        found: What the pipeline found.
        parties: The actors that the rules found, with or without a record.
        people: The actors of the draft, those of the rules among them.
    """
    given = list(parties)
    recorded = {
        name
        for party in given
        if id(party) in people.ids
        for each in (party.name, *party.spellings)
        for name in parts_of(each)
    }
    for entity in found:
        name = " ".join(entity.text.split())
        if entity.label not in ACTORS or fold(name) in recorded:
            continue
        same = next((party for party in given if fold(name) in {fold(each) for each in party.spellings}), None)
        party = same or Party(name, ACTORS[entity.label], spellings={name: None})
        party.rule = entity.rule
        people.id_of(party)
        recorded.add(fold(name))
