"""What is shortened expands to what it was: drawn datasets over an invented text, and the five articles."""

from pathlib import Path

import pytest
from drawn_encodings import TEXT, anchored
from hypothesis import given
from shortening import shorten

import diplo_events
from diplo_events.coding.anchoring import read_texts
from diplo_events.dataset import Dataset
from diplo_events.formats import yaml
from diplo_events.formats.plain import from_plain, to_plain
from diplo_events.model import EventRecord, Source
from diplo_events.shorthand import expand, is_short
from diplo_events.strategies import datasets
from profiles import examples

ARTICLES = Path(__file__).parents[2].parent / "shared" / "seeds"


@pytest.mark.slow
@examples(15)
@given(anchored())
def test_what_is_shortened_expands_to_what_it_was(dataset: Dataset) -> None:
    short = shorten(to_plain(dataset), {TEXT.sha256: TEXT})
    assert is_short(short)
    assert from_plain(expand(short, {TEXT.sha256: TEXT})) == dataset


@examples(10)
@given(datasets())
@pytest.mark.slow
def test_a_full_document_is_no_short_one(dataset: Dataset) -> None:
    assert not is_short(to_plain(dataset))


@pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="the five articles, which are not part of the project, are not at hand"
)
@pytest.mark.parametrize("source", sorted(record.id for record in diplo_events.load_example().of_type(Source)))
def test_the_short_form_of_each_article_is_its_encoding_byte_for_byte(source: str) -> None:
    whole = diplo_events.load_example()
    texts = read_texts(ARTICLES)
    kept = [record for record in whole.records if not isinstance(record, EventRecord | Source)]
    mine = [record for record in whole.records if getattr(record, "source", record.id) == source]
    part = Dataset(records=[*kept, *(record for record in mine if record not in kept)], complete=False)
    short = shorten(to_plain(part), texts)
    assert sum("passage" in record or "passages" in record for record in short["statements"]) == len(
        short["statements"]
    )
    assert yaml.dumps(from_plain(expand(short, texts))) == yaml.dumps(part)
