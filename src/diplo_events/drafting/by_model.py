"""Drafts by a language model: it finds words, the library places them in the text, and a person judges."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

import attrs

from diplo_events.dataset import Dataset
from diplo_events.dates import EventDate, check_event_date
from diplo_events.drafting._draft import check_ids, check_texts, joined, publication_of
from diplo_events.drafting._finds import Finds, find
from diplo_events.drafting._from_words import worded_statements
from diplo_events.drafting._model.answer_cache import AnswerCache
from diplo_events.drafting._model.answers import Answer, UnusableAnswerError, read_answer, read_refutation
from diplo_events.drafting._model.chat import Chat, ModelServer, NoAnswerError
from diplo_events.drafting._model.requests import (
    PROMPT,
    REFUTATION_SCHEMA,
    SCHEMA,
    Message,
    messages_for,
    refutation_messages,
)
from diplo_events.drafting._placing import Placed, Placing, placed_words
from diplo_events.drafting._records.known import Known
from diplo_events.drafting._records.people import People
from diplo_events.drafting._records.place_records import DraftPlaces
from diplo_events.drafting._records.records import records
from diplo_events.drafting.gazetteer import Gazetteer
from diplo_events.drafting.pipelines import Pipeline
from diplo_events.errors import Problem, expect_type
from diplo_events.schema import Record
from diplo_events.vocab import SourceKind

__all__ = ["ModelDraft", "ModelServer", "TextDraft", "draft_by_model"]

Read = TypeVar("Read")
"""What is read from an answer."""


@attrs.frozen(kw_only=True)
class TextDraft:
    """What a model offered for one text, and what became of it: `offered` is `kept` and all that is `dropped`."""

    source: str
    """The id of the source."""
    offered: int
    """How many records the model offered."""
    kept: int
    """How many of them stand in the text, and are in the draft."""
    ambiguous: int
    """How many of those have a passage that stands at several places: each asks which is meant."""
    refuted: int
    """In how many of those the model, asked again, found something wrong."""
    dropped: Mapping[str, int]
    """How many records were dropped, by the reason."""
    left_out: Mapping[str, int]
    """How many fields of the kept ones were left out, by the reason."""
    losses: tuple[Problem, ...]
    """Each record that was dropped and each field that was left out, with what the text has."""


@attrs.frozen(kw_only=True)
class ModelDraft:
    """The draft of several texts by a model."""

    dataset: Dataset
    """The draft, without the texts for which there is no answer."""
    texts: tuple[TextDraft, ...]
    """What became of the answer for each text of the draft."""
    problems: tuple[Problem, ...]
    """Why there is no answer for the others, or no refutation."""
    notes: tuple[str, ...]
    """What the server does not take, and was not asked for."""


def draft_by_model(  # noqa: PLR0913  (what is known of the texts, and how the model is asked; all by keyword)
    texts: Iterable[tuple[str, str]],
    *,
    server: ModelServer,
    cache: str | PathLike[str] | None = None,
    refute: bool = False,
    published: EventDate | None = None,
    publisher: str | None = None,
    kind: SourceKind | None = None,
    actors: Dataset | None = None,
    gazetteer: Gazetteer | None = None,
    pipeline: Pipeline | None = None,
    sending: Callable[[str], None] | None = None,
) -> ModelDraft:
    """Return a draft whose statements a model found: the texts are sent to its server, and nowhere else.

    The model is asked for words alone. They are placed in the text code point for code point, or but for typography;
    a record whose passage or quotation stands nowhere is dropped and counted. Modes, names and dates are the
    library's own, as in `draft_words`. Speakers, acts, summaries and stances are left to a person. All other records,
    the source among them, are those of `draft_all`.

    Args:
        texts: The id of each source, and its text.
        server: The server with the model.
        cache: A folder in which usable answers are kept: what is there is not asked for again.
        refute: Whether the model is asked to refute each record from its passage; `extra["draft"]["refuted"]` lists
            the fields that it finds wrong.
        published: The day on which all were published; by default that which each bears in a line of its own.
        publisher: Who published them: a name, or the id or a spelling of one of the actors.
        kind: What sort of texts they are.
        actors: A dataset whose actors are recognised by their spellings.
        gazetteer: What tells which places a name can mean, as in `draft`.
        pipeline: What finds further names of actors and places, as in `draft`.
        sending: Called with the id of a text before each question about it that is sent.

    Raises:
        ArgumentTypeError: an argument has a wrong type.
        ArgumentError: two texts have one id, or a text has that of an actor; or a text has a control character.
        OSError: the cache cannot be read or written.

    Examples:
        >>> server = ModelServer(endpoint="http://127.0.0.1:9", model="none", attempts=1)
        >>> draft = draft_by_model([("a1", "Oda Brink said no.")], server=server)
        >>> draft.dataset, draft.problems[0].path
        (<Dataset: no records>, 'a1')
    """
    expect_type("server", server, ModelServer)
    if published is not None:
        check_event_date(published, "published")
    pairs = list(texts)
    check_texts(pairs)
    asking = Asking(Chat(server), AnswerCache(None if cache is None else Path(cache)), sending)
    known = Known(actors)
    check_ids([source for source, _ in pairs], known)
    known.taken.update(source for source, _ in pairs)
    outcomes: list[TextDraft] = []

    def of_text(source: str, text: str) -> tuple[Record, ...]:
        own = attrs.evolve(publication_of(text, source=source, published=published), publisher=publisher, kind=kind)
        answer = asking.answer(source, text)
        if answer is None:
            return ()
        finds = find(text, own.published, known.places.consulted(gazetteer), pipeline)
        placing = placed_words(finds, answer.words, parted=False)
        placed = asking.refuted(source, finds, placing.placed) if refute else placing.placed
        outcomes.append(outcome(source, answer, placing, placed))
        by = {"by": "model", "model": server.model, "prompt": PROMPT}

        def said(people: People, places: DraftPlaces) -> list[Any]:
            return worded_statements(finds, placed, own, people, places, by=by)

        return records(attrs.evolve(finds, reported=()), own, known, said=said)

    dataset = joined((of_text(source, text) for source, text in pairs), known)
    return ModelDraft(
        dataset=dataset,
        texts=tuple(outcomes),
        problems=tuple(asking.problems),
        notes=tuple(asking.chat.notes),
    )


def outcome(source: str, answer: Answer, placing: Placing, placed: Sequence[Placed]) -> TextDraft:
    """Return what became of an answer."""
    dropped = [*answer.dropped, *placing.dropped]
    left_out = Counter(loss.reason for loss in placing.left_out)
    if answer.extras:
        left_out["a field that was not asked for"] = answer.extras
    losses = (loss.problem for loss in (*dropped, *placing.left_out))
    return TextDraft(
        source=source,
        offered=answer.offered,
        kept=len(placed),
        ambiguous=sum(len(each.places) > 1 for each in placed),
        refuted=sum(bool(each.refuted) for each in placed),
        dropped=dict(Counter(loss.reason for loss in dropped)),
        left_out=dict(left_out),
        losses=tuple(attrs.evolve(problem, path=f"{source}: {problem.path}") for problem in losses),
    )


@attrs.define
class Asking:
    """Questions about texts, the answers that are kept, and what went wrong."""

    chat: Chat
    cache: AnswerCache
    sending: Callable[[str], None] | None
    problems: list[Problem] = attrs.field(factory=list)
    failed: str | None = None
    """What the server answered to the first question that it cannot answer, or any other."""

    def read(
        self, source: str, messages: Sequence[Message], schema: Mapping[str, Any], reader: Callable[[str], Read]
    ) -> Read:
        """Return what is read from the answer to a question: a kept one, or that of the server, which is then kept.

        Raises:
            NoAnswerError: there is none, or nothing can be read from it.
        """
        server = self.chat.server
        key = self.cache.key(server.url, server.model, messages, schema)
        kept = self.cache.get(key)
        if kept is not None:
            try:
                return reader(kept)
            except UnusableAnswerError:
                pass  # a damaged file: the question is asked again
        if self.failed is not None:
            raise NoAnswerError(f"none asked for, since an earlier question had {self.failed}")
        if self.sending is not None:
            self.sending(source)
        try:
            content = self.chat.ask(messages, schema)
            result = reader(content)
        except UnusableAnswerError as error:
            raise NoAnswerError(str(error)) from None
        except NoAnswerError as error:
            self.failed = str(error) if error.is_final else None
            raise
        self.cache.put(key, content)
        return result

    def answer(self, source: str, text: str) -> Answer | None:
        """Return the answer about a text, or `None` after adding why there is none."""
        try:
            return self.read(source, messages_for(text), SCHEMA, lambda content: read_answer(content, text))
        except NoAnswerError as error:
            self.problem(source, "an answer", str(error))
            return None

    def refuted(self, source: str, finds: Finds, placed: Sequence[Placed]) -> list[Placed]:
        """Return the finds, each with the fields that the model refutes."""
        result: list[Placed] = []
        failures: list[str] = []
        for each in placed:
            passage = finds.text[each.item.start : each.item.end]
            question = refutation_messages(passage, each.written)
            try:
                wrong = self.read(source, question, REFUTATION_SCHEMA, read_refutation)
            except NoAnswerError as error:
                failures.append(str(error))
                result.append(each)
            else:
                result.append(attrs.evolve(each, refuted=wrong))
        if failures:
            self.problem(
                source, f"a refutation of {len(placed)} records, {len(failures)} of which have none", failures[0]
            )
        return result

    def problem(self, source: str, what: str, found: str) -> None:
        """Add a problem with a text."""
        server = self.chat.server
        expected = f"{what} from {server.model} at {server.host}"
        self.problems.append(Problem(path=source, expected=expected, found=found))
