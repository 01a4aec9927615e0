"""Everything that can be said in words, in Markdown: for a reader, a pull request or a language model.

Each record has a heading, its id and its fields, with names in the place of ids; quotations are block quotes. Lost are
passages, hashes, the user's own fields and what a field is called in a vocabulary.
"""

from collections.abc import Iterator

from diplo_events.dataset import HEADER, Dataset
from diplo_events.exporters._labels import NAMES, label_of
from diplo_events.exporters._losses import ExportLoss, Kept
from diplo_events.exporters._markdown import code, inline, paragraphs
from diplo_events.exporters._words import FieldWords
from diplo_events.model import EventRecord, FrozenMap, Statement
from diplo_events.schema import COLLECTIONS, Record

__all__ = ["dumps", "losses"]


def dumps(dataset: Dataset) -> str:
    """Return what a dataset says, in Markdown.

    Examples:
        >>> from diplo_events import Issue
        >>> tolls = Issue(id="tolls", label="Tolls", proposition="There should be tolls.")
        >>> print(dumps(Dataset(records=[tolls], title="Tolls on the Elda")))
        # Tolls on the Elda
        <BLANKLINE>
        ## Issues
        <BLANKLINE>
        ### Tolls
        <BLANKLINE>
        `tolls`
        <BLANKLINE>
        - proposition: There should be tolls.
        <BLANKLINE>
    """
    return export(dataset)[0]


def losses(dataset: Dataset) -> tuple[ExportLoss, ...]:
    """List what of a dataset is not in words.

    Examples:
        >>> import diplo_events
        >>> print(losses(diplo_events.load_example())[-1])
        105 positions.spans: the format has no field for it
    """
    return export(dataset)[1].losses()


def export(dataset: Dataset) -> tuple[str, Kept]:
    """Return a dataset in Markdown, and what of the dataset it has."""
    kept = Kept(dataset)
    words = FieldWords(kept)
    blocks = [f"# {inline(dataset.title or 'Dataset')}"]
    if dataset.description:
        blocks.append(paragraphs(dataset.description))
    facts = []
    for field in HEADER:
        value = getattr(dataset, field.name)
        if not isinstance(value, FrozenMap):
            kept.write_header(field.name)
            if value != field.default and field.name not in {"title", "description"}:
                facts.append(f"- {field.name}: {inline(words.of(field.node, value))}")
    blocks.extend(["\n".join(facts)] if facts else [])
    for collection, cls in COLLECTIONS.items():
        records = sorted(dataset.of_type(cls), key=in_time)
        blocks.extend([f"## {collection.replace('_', ' ').capitalize()}"] if records else [])
        for record in records:
            blocks.extend(record_blocks(words, record))
    return "\n\n".join(blocks) + "\n", kept


def in_time(record: Record) -> tuple[int, object, str]:
    """Return the key that sorts records: dated events in time, all else by id."""
    when = record.when if isinstance(record, EventRecord) else None
    return (0, when.sort_key(), record.id) if when else (1, "", record.id)


def record_blocks(words: FieldWords, record: Record) -> Iterator[str]:
    """List the paragraphs of a record."""
    heading = next((name for name in NAMES if isinstance(getattr(record, name, None), str)), "id")
    words.kept.write(record, "id", heading)
    yield f"### {inline(label_of(record))}"
    yield code(record.id)
    quotes = record.quotes if isinstance(record, Statement) else ()
    if quotes:
        words.kept.write(record, "quotes")
        words.kept.lose(record, "quotes", "words do not say where a passage is")
    for quote in quotes:
        notes = [f"in {quote.language}"] if quote.language else []
        notes += [f"translated from {quote.translated_from}"] if quote.translated_from else []
        line = f"{quote.text} ({', '.join(notes)})" if notes else quote.text
        yield "\n".join(f"> {part}" for part in paragraphs(line).splitlines())
    said = [f"- {name.replace('_', ' ')}: {inline(text)}" for name, text in words.fields(record, heading, "quotes")]
    if said:
        yield "\n".join(said)
