"""The bundled dataset: it is what `seeds/` compiles to, and every record of it can be traced to its text."""

import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from diplo_events import Document, Source, Vote, load_example
from diplo_events.coding import check
from diplo_events.example_data import FILE
from diplo_events.formats._json_text import parse
from diplo_events.formats._proof import without_proof
from diplo_events.formats.plain import to_plain
from diplo_events.model import EventRecord
from diplo_events.schema import RECORD_TYPES
from each_case import each_case

SEEDS = Path(__file__).parents[1] / "seeds"
EXAMPLE = load_example()
EVENTS = [record for record in EXAMPLE.records if isinstance(record, EventRecord)]


def test_is_what_the_encodings_compile_to() -> None:
    """If this fails, run `diplo-events compile seeds/ -o src/diplo_events/example_data/articles.json`."""
    result = check(SEEDS)
    assert result.problems == ()
    assert result.complete
    assert result.dataset == EXAMPLE
    bundled = Path(sys.modules["diplo_events.example_data"].__file__ or "").with_name(FILE)
    assert to_plain(result.dataset) == without_proof(parse(bundled.read_text(encoding="utf-8")))


def test_needs_no_extra() -> None:
    code = (
        "import sys\n"
        "for name in ('yaml', 'hypothesis', 'dateutil', 'pandas', 'networkx', 'orjson'): sys.modules[name] = None\n"
        "import diplo_events\n"
        "print(repr(diplo_events.load_example()))\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == f"{EXAMPLE!r}\n"


def test_can_be_read_wherever_the_program_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_example() == EXAMPLE


def test_is_complete_and_says_what_it_is() -> None:
    assert EXAMPLE.complete
    assert EXAMPLE.missing == ()
    assert all((EXAMPLE.title, EXAMPLE.description, EXAMPLE.version, EXAMPLE.license, EXAMPLE.citation))
    assert EXAMPLE.license == "CC-BY-4.0"


def test_has_every_type_of_record() -> None:
    """The articles report no vote, and none of them turns on a document; `examples/wider_record` has both."""
    assert {type(record) for record in EXAMPLE.records} == set(RECORD_TYPES.values()) - {Document, Vote}


@each_case("record", EVENTS, ids=lambda record: record.id)
def test_every_record_has_a_source_and_a_passage_of_it(record: EventRecord) -> None:
    source = EXAMPLE[record.source]
    assert isinstance(source, Source)
    assert source.sha256
    assert source.length
    assert record.spans
    assert all(span.end <= source.length for span in record.spans)


def test_the_articles_themselves_are_not_part_of_it() -> None:
    for source in EXAMPLE.of_type(Source):
        assert source.length
        texts = [value for value in attrs.astuple(source, recurse=False) if isinstance(value, str)]
        assert max(map(len, texts)) < source.length / 2


def test_is_the_same_value_each_time_and_not_the_same_object() -> None:
    assert load_example() == load_example()
    assert hash(load_example()) == hash(load_example())
