"""The one table into which every annotation tool is read: texts, annotations with their passages, relations."""

from collections.abc import Mapping
from typing import Any, Final

import attrs

from diplo_events.errors import Location, Problem
from diplo_events.importers._offsets import RULES, Claim, Offsets, Same, joined_words
from diplo_events.model.frozen_map import Plain

__all__ = ["NOTHING", "AnnotatedText", "Annotation", "Refused", "Relation"]

NOTHING: Final[Mapping[str, Any]] = {}
NOWHERE: Final = Location()


@attrs.frozen(kw_only=True)
class Annotation:
    """A passage, or several, that somebody or something has labelled."""

    id: str
    """Its id in the tool, unique in its text."""
    label: str
    """What the tool calls it."""
    offsets: Offsets = ()
    """Start and end of each fragment as the tool counts; empty for a label of the text as a whole."""
    words: str | None = None
    """The words that the tool says are there."""
    attributes: Mapping[str, Plain] = NOTHING
    """What the tool says of it, by name."""
    annotator: str | None = None
    """Who made it, if the tool says so."""
    place: Location = NOWHERE
    """The file in which it stands, and the line."""
    path: str = ""
    """Where it stands in the file, if that is nested."""
    extra: Mapping[str, Plain] = NOTHING
    """What the tool keeps beside that: times, identifiers."""
    silent: bool = False
    """Whether it makes no record of its own, whatever its label: the trigger of an event."""


@attrs.frozen(kw_only=True)
class Relation:
    """A link from one annotation to another, or the role that one has in another."""

    id: str
    """Its id in the tool."""
    label: str
    """The name of the relation or of the role."""
    source: str
    """The id of the annotation from which it leads."""
    target: str
    """The id of the annotation to which it leads."""
    attributes: Mapping[str, Plain] = NOTHING
    """What the tool says of it, by name."""
    annotator: str | None = None
    """Who made it."""
    place: Location = NOWHERE
    """The file in which it stands, and the line."""
    path: str = ""
    """Where it stands in the file, if that is nested."""
    is_row: bool = True
    """Whether it is a row of its own in the file, and not a part of its source."""


@attrs.frozen(kw_only=True)
class Refused:
    """A row of the file that could not be read, and why."""

    reason: str
    """The reason, the same for all rows that have it."""
    problem: Problem
    """The row, what was expected there and what was found."""
    damaged: bool = True
    """Whether something is wrong with it, and not only of no use here."""


@attrs.frozen(kw_only=True)
class AnnotatedText:
    """A text with its annotations."""

    name: str
    """What the tool calls it, without the suffix of a file."""
    text: str | None
    """The text, every line end as it is; `None` if it is not at hand."""
    is_text: bool = True
    """Whether it is a text; otherwise only rows that could not be read, which belong to none."""
    why_no_text: str = "the text of its document is not at hand"
    """The reason for which everything is refused if there is no text."""
    annotations: tuple[Annotation, ...] = ()
    """The annotations, in the order of the file."""
    relations: tuple[Relation, ...] = ()
    """The relations between them."""
    refused: tuple[Refused, ...] = ()
    """The rows that could not be read."""
    joined: tuple[tuple[str, Location], ...] = ()
    """The rows that say something of another row, and went there: each with the reason and its place."""
    facts: Mapping[str, Plain] = NOTHING
    """What the tool says of the text that has a place in a `Source`, as plain data: `title`, `published`, `url`."""
    extra: Mapping[str, Plain] = NOTHING
    """What else it says of the text."""
    defects: tuple[tuple[str, str], ...] = ()
    """What is wrong in the file but could be read, by kind, with its place."""
    place: Location = NOWHERE
    """The file in which it stands, and the line."""
    path: str = ""
    """Where it stands in the file, if that is nested."""
    same: Same = joined_words
    """How the tool's words are compared with the text."""
    rules: tuple[str, ...] = tuple(RULES)
    """The rules of counting that are tried, in order."""
    witnesses: tuple[Claim, ...] = ()
    """Further words with their offsets that the rule has to explain, such as tokens."""
    proven: bool = True
    """Whether the offsets have to be proven; false where the importer has found the passages itself."""
