"""libyaml and the parser in Python: the same text is the same data, at the same places, with the same problems."""

import re
from typing import Any

import pytest
import yaml
from format_damage import damaged
from hypothesis import example, given
from hypothesis import strategies as st

from diplo_events import Dataset, FrozenMap, NotReadableError, load_example
from diplo_events.formats import _yaml_splicing
from diplo_events.formats._unfit import Unfit
from diplo_events.formats._yaml_splicing import TWO_READINGS
from diplo_events.formats._yaml_text import UNREADABLE, parse, parse_located
from diplo_events.formats.yaml import dumps
from each_case import each_case
from profiles import examples
from shared_datasets import DATASETS

BUNDLED = dumps(load_example())
SMALL = dumps(
    Dataset(
        title="What, who? And: where",
        description="Two\nlines, “quoted” 😀",
        extra=FrozenMap({"a": [1, 2.5, None, True, "NO", "x?"], "b": {"c": [], "d": {}, "e": ["f", {"g": "h"}]}}),
    )
)
FRAGMENTS = st.sampled_from(
    [
        *("a", "a: ", "- ", "? ", ": ", ":", "-", "?", "[", "]", "{", "}", ", ", ",", "'", '"', "#", " #", "|", "|-"),
        *(">+", "|2", "\n", "\n ", "\n  ", "\n    ", " ", "  ", "\t", "&a ", "*a", "!", "!!str ", "!<x> ", "@", "\\"),
        *("%YAML 1.2\n", '"\\x41"', "---", "--- ", "...", "\n---\n", "\n...\n", "<<: ", "é", "😀", "\ufeff", "\xa0"),
        *("1", "1.5", "null", "true", "~", "\r\n", "a: b\n", "- c\n", "'x'", '"y"', "\\\n", "\n\n", "=", "a:b"),
        *("a#b", "a?", "c d"),
    ]
)
TEXTS = st.lists(FRAGMENTS, max_size=14).map("".join)


def outcome(text: str) -> tuple[str, Any, Any]:
    """Return everything that reading a text with places comes to."""
    try:
        located = parse_located(text, file="f.yaml")
    except NotReadableError as error:
        return "refused", None, error.problems
    assert located.places
    return repr(located.data), located.places.by_path(), located.problems


def fast_outcome(text: str) -> str:
    try:
        return repr(parse(text))
    except Unfit:
        return "unfit"


def check_both(text: str) -> None:
    """Compare what is read with libyaml and without."""
    with pytest.MonkeyPatch.context() as patch:
        both = outcome(text), fast_outcome(text)
        patch.setattr(yaml, "__with_libyaml__", False)
        alone = outcome(text), fast_outcome(text)
    assert both[0] == alone[0]
    if both[1] != "unfit":  # libyaml may leave a text that is right to the explaining reader
        assert both[1] == alone[1]
    (data, _, problems), fast = alone
    assert (fast == "unfit") is (data == "refused" or bool(problems))
    assert fast in {"unfit", data}


@examples(200)
@given(text=TEXTS)
@example("[a?]")
@example("{a: }")
@example("a: |#\n")
@example("a: b\n\ufeff")
@example("a\t: b")
@example("!")
def test_both_parsers_read_drawn_texts_alike(text: str) -> None:
    check_both(text)


@pytest.mark.slow
@examples(100)
@given(
    text=st.sampled_from([SMALL, BUNDLED[:3000]]),
    changes=st.lists(st.tuples(st.integers(0, 3000), FRAGMENTS.map(str.encode) | st.binary(max_size=2)), max_size=3),
)
def test_both_parsers_read_damaged_texts_alike(text: str, changes: list[tuple[int, bytes]]) -> None:
    raw = damaged(text.encode(), [(index % len(text), new) for index, new in changes])
    check_both(raw.decode(errors="replace"))


RECORDS = """format_version: '1.0'
title: Talks  # of May
issues:
# one
- id: a
  label: A
- id: b
  label: "B: c"
- - d
places:
  - id: c
    names: [x, y?]

  - {id: d}
  -
    id: e
statements: []
extra: {}
"""
NEAR = st.sampled_from(
    ["\t", '"', "'", "[", "{", "]", ": ", "- ", "\n", " ", "?", "|", ">", "#", "---\n", "...\n", "@", "*a"]
)


@examples(150)
@given(changes=st.lists(st.tuples(st.integers(0, len(RECORDS)), NEAR), max_size=3), cut=st.integers(0, 400))
def test_a_text_in_pieces_is_read_as_a_whole(changes: list[tuple[int, str]], cut: int) -> None:
    """Each key and item is a piece of its own; what was read as a whole by the parser in Python is the measure."""
    text = RECORDS[: cut or None] if cut < 100 else RECORDS
    for index, new in changes:
        text = text[:index] + new + text[index:]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_yaml_splicing, "LONGEST", 1)
        check_both(text)
        if not TWO_READINGS.search(text):  # so that libyaml does not read it as a whole either
            check_both(text + "\t\n")


@pytest.mark.slow
@examples(10)
@given(dataset=DATASETS)
def test_both_parsers_read_drawn_datasets_alike(dataset: Dataset) -> None:
    check_both(dumps(dataset))


@pytest.mark.slow
def test_both_parsers_read_the_bundled_dataset_alike() -> None:
    check_both(BUNDLED)


def events(parser: Any) -> list[tuple[Any, ...]]:
    """Return what the events of a parser are, whatever class their marks have."""
    looked_at = ("value", "anchor", "tag")
    return [
        (type(event), event.start_mark.index, event.end_mark.index, *(getattr(event, name, None) for name in looked_at))
        for event in iter(parser.get_event, None)
    ]


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without libyaml")
class TestLibyaml:
    def test_its_events_and_marks_are_those_of_the_parser_in_python(self) -> None:
        for text in (BUNDLED, SMALL):
            fast, slow = yaml.CSafeLoader(text), yaml.SafeLoader(text)
            for one, other in zip(events(fast), events(slow), strict=True):
                assert one == other

    def test_it_reads_what_is_right(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """So that the comparisons above compare something."""
        monkeypatch.delattr(yaml, "SafeLoader")
        monkeypatch.setattr(yaml, "SafeLoader", type("Nobody", (), {}), raising=False)
        assert parse(SMALL)["title"] == "What, who? And: where"
        assert parse_located(BUNDLED).problems == ()

    @each_case("text", ["a: \tb", "\ufeffa: b", "a: |#\n b", "a: >-2#\n   b"])
    def test_it_does_not_read_what_it_reads_differently(self, text: str) -> None:
        assert TWO_READINGS.search(text)

    @each_case("begin", ["[", "{a: ", "- ", "? ", "[{a: ", "a:\n"])
    def test_deep_nesting_crashes_nothing(self, begin: str) -> None:
        """libyaml's own loader builds values on the C stack, which 100,000 levels overflow."""
        with pytest.raises((Unfit, NotReadableError)):
            parse(begin * 100_000)


def test_characters_that_no_text_can_hold_are_refused_by_both_roads() -> None:
    assert UNREADABLE.search("a\x00")
    with pytest.raises(Unfit):
        parse("a: 'b\x00'")
    with pytest.raises(NotReadableError, match=re.escape("U+0000")):
        parse_located("a: 'b\x00'")
